//! DECISION: what an inject asks of the team, its options, and until when; sent by holding, for it
//! cannot be taken back.

use bevy::prelude::*;

use super::super::DeskAction;
use crate::app::action::{Action, Acts};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{case, t};
use crate::app::screens::liaison::note_line;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::OptionCard;
use crate::app::widgets::dialog;
use crate::app::widgets::hold::Hold;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::Text;
use crate::scenario::ids::{InjectId, OptionId};
use crate::session::SeatEnd;
use crate::view::{DecisionView, LineWhat};

/// The decision that lies open, and the option that is picked.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    inject: Option<InjectId>,
    option: Option<OptionId>,
}

/// What the card was last built from.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built(Picked);

fn find(seat: &SeatEnd, id: InjectId) -> Option<(&Text, &Text, &DecisionView)> {
    seat.view.line.iter().find_map(|entry| match &entry.what {
        LineWhat::Inject {
            from,
            text,
            decision: Some(decision),
            ..
        } if decision.inject == id => Some((from, text, decision)),
        _ => None,
    })
}

pub fn act(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut picked: ResMut<Picked>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Desk(action) = act.action else {
            continue;
        };
        match action {
            DeskAction::Decision(inject) => {
                dialog::close_all(&mut commands);
                *picked = Picked {
                    inject: Some(inject),
                    option: None,
                };
                open(&mut commands, play.seat(), *picked);
            }
            DeskAction::Choose(option) => picked.option = Some(option),
            DeskAction::Decide => {
                let (Some(inject), Some(option)) = (picked.inject, picked.option) else {
                    continue;
                };
                let decide = Command::Decide { inject, option };
                match play.bypass_change_detection().send(decide).why_not() {
                    None => {
                        play.set_changed();
                        *picked = Picked::default();
                        dialog::close_all(&mut commands);
                        notices.tell(t("decision-done"));
                    }
                    Some(why) => notices.refuse(why),
                }
            }
            _ => continue,
        }
        wake.soon();
    }
}

fn open(commands: &mut Commands, seat: &SeatEnd, picked: Picked) {
    let Some((from, ..)) = picked.inject.and_then(|id| find(seat, id)) else {
        return;
    };
    let title = t("decision-title").with("from", from);
    let seat = seat.clone();
    dialog::open(commands, title, Some(Icon::Flag), 640.0, move |dialog| {
        let place = Node {
            min_height: px(0),
            flex_shrink: 1.0,
            ..column(0.0)
        };
        dialog
            .spawn((place, Built(picked)))
            .with_children(|place| fill(place, &seat, picked));
    });
}

/// Builds the card anew when another option was picked.
pub fn refresh(
    play: Res<Play>,
    picked: Res<Picked>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut parts {
        if built.0 == *picked {
            continue;
        }
        built.0 = *picked;
        wake.soon();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|place| fill(place, play.seat(), *picked));
    }
}

fn fill(place: &mut Parent, seat: &SeatEnd, picked: Picked) {
    let Some((_, said, decision)) = picked.inject.and_then(|id| find(seat, id)) else {
        return;
    };
    scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
        page.spawn(text(case(said), Type::BODY));
        page.spawn((column(GAP_2), ArrowGroup))
            .with_children(|list| {
                for (n, option) in (0u16..).zip(&decision.options) {
                    let id = OptionId(n);
                    OptionCard {
                        title: case(option),
                        detail: None,
                        price: None,
                        chosen: picked.option == Some(id),
                        off: None,
                        action: Action::Desk(DeskAction::Choose(id)),
                    }
                    .spawn(list);
                }
            });
        let until = if decision.until > seat.view.clock.round {
            t("decision-until").with("round", decision.until)
        } else {
            t("decision-now")
        };
        note_line(page, Icon::Clock, until);
        note_line(page, Icon::Info, t("decision-alone"));
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    place
        .spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            Button::normal(t("decision-later"), Action::CloseDialog)
                .key(KeyCode::Escape)
                .spawn(foot);
            foot.spawn(grow());
            let place = Node {
                width: px(260),
                ..default()
            };
            let none = picked.option.is_none().then(|| t("decision-pick-first"));
            foot.spawn(place).with_children(|place| {
                Hold::new(t("decision-hold"), Action::Desk(DeskAction::Decide))
                    .icon(Icon::Check)
                    .off(none)
                    .spawn(place);
            });
        });
}
