//! What happened in a round, to go to it.

use accesskit::Role;
use bevy::prelude::*;

use super::{Replay, ReplayAction};
use crate::app::action::Action;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::{case, t};
use crate::app::text::{Parent, column, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::dialog;
use crate::app::widgets::panel::team_sign;
use crate::app::widgets::press::{Chosen, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::report::findings::Moment;

pub(super) fn open(commands: &mut Commands, replay: &Replay) {
    let round = replay.round();
    let here = replay.last_told().map(|m| m.event);
    let own = replay.findings.account.iter().filter(|m| m.round == round);
    let moments: Vec<Moment> = own.cloned().collect();
    let title = if round == 0 {
        t("replay-list-briefing")
    } else {
        t("replay-list").with("round", round)
    };
    dialog::open(commands, title, Some(Icon::List), 820.0, move |body| {
        if moments.is_empty() {
            let node = Node {
                padding: px(GAP_3).all(),
                ..default()
            };
            body.spawn(node).with_children(|place| {
                place.spawn(text(t("replay-list-none"), Type::BODY));
            });
            return;
        }
        let frame = Node {
            height: px(470),
            ..column(0.0)
        };
        body.spawn(frame).with_children(|frame| {
            scroll::area(
                frame,
                UiRect::new(px(GAP_2), px(18), px(GAP_2), px(GAP_2)),
                2.0,
                false,
                |page| {
                    let list = Node {
                        flex_shrink: 0.0,
                        ..column(2.0)
                    };
                    page.spawn((list, ArrowGroup)).with_children(|list| {
                        for moment in &moments {
                            row(list, moment, here == Some(moment.event));
                        }
                    });
                },
            );
        });
    });
}

fn row(list: &mut Parent, moment: &Moment, here: bool) {
    let node = Node {
        padding: UiRect::axes(px(GAP_2), px(5)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        column_gap: px(GAP_2),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..default()
    };
    let act = Action::Replay(ReplayAction::Event(moment.event));
    let name = case(&moment.text);
    let mut one = list.spawn((node, control(Look::Option, Role::RadioButton, name), act));
    one.with_children(|line| {
        let sign = Node {
            width: px(18),
            flex_shrink: 0.0,
            margin: UiRect::top(px(3)),
            ..default()
        };
        line.spawn(sign).with_children(|place| {
            if let Some(team) = moment.team {
                place.spawn(team_sign(team, 13.0, false));
            }
        });
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            let kind = if moment.heading {
                Type::BODY.bold()
            } else {
                Type::BODY.tone(Tone::Text)
            };
            words.spawn(text(case(&moment.text), kind));
        });
    });
    if here {
        one.insert((Chosen, FirstFocus));
    }
}
