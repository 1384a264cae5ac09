//! The first step: the teams tell it themselves, because people learn most when they lead.

use bevy::prelude::*;

use super::{DebriefAction, Told};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{paper, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;

/// So many questions at first; the rest are in the hot wash.
const PROMPTS: usize = 3;

pub fn page(parent: &mut Parent, told: &Told) {
    scroll::area(
        parent,
        UiRect::axes(px(GAP_5), px(GAP_5)),
        GAP_4,
        false,
        |page| {
            page.spawn((grow(), Pickable::IGNORE));
            let node = Node {
                width: px(940),
                max_width: percent(100),
                align_self: AlignSelf::Center,
                padding: UiRect::axes(px(40), px(30)),
                row_gap: px(GAP_4),
                flex_shrink: 0.0,
                ..default()
            };
            page.spawn(paper(node)).with_children(|sheet| {
                sheet.spawn(row(GAP_4)).with_children(|line| {
                    for team in Team::BOTH {
                        let short = &told.case.services[team.index()].short;
                        team_mark(line, team, case(short), true, Type::BODY);
                    }
                });
                sheet.spawn(text(t("debrief-tell-title"), Type::FIGURE.tone(Tone::Ink)));
                sheet.spawn(text(t("debrief-tell-how"), Type::BODY.tone(Tone::Ink)));
                sheet.spawn(rule(Tone::PaperRule));
                for (at, question) in prompts(told).into_iter().enumerate() {
                    let node = Node {
                        align_items: AlignItems::Start,
                        ..row(GAP_3)
                    };
                    sheet.spawn(node).with_children(|line| {
                        let number = Node {
                            width: px(28),
                            flex_shrink: 0.0,
                            ..default()
                        };
                        line.spawn(number).with_children(|place| {
                            let words = plain((at + 1).to_string());
                            place.spawn(text(words, Type::TITLE.tone(Tone::Ink2).one_line()));
                        });
                        line.spawn(Node {
                            flex_grow: 1.0,
                            flex_basis: px(0),
                            ..column(0.0)
                        })
                        .with_children(|place| {
                            place.spawn(text(question, Type::TITLE.tone(Tone::Ink)));
                        });
                    });
                }
            });
            page.spawn((grow(), Pickable::IGNORE));
        },
    );
    let foot = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent
        .spawn((foot, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(|foot| {
            foot.spawn(icon(Icon::People, 18.0, Tone::Text2));
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(GAP_2)
            };
            foot.spawn(words).with_children(|words| {
                words.spawn(text(t("debrief-tell-then"), Type::BODY.tone(Tone::Text2)));
            });
            open_truth(foot, told.debrief.hot_wash.is_empty());
            if !told.debrief.hot_wash.is_empty() {
                let ask = Action::Debrief(DebriefAction::AskQuestions);
                Button::primary(t("debrief-ask-questions"), ask)
                    .icon(Icon::Speech)
                    .key(KeyCode::KeyQ)
                    .first()
                    .spawn(foot);
            }
        });
}

/// The way to the truth; `next`: it is what comes now.
pub fn open_truth(foot: &mut Parent, next: bool) {
    let open = Action::Debrief(DebriefAction::OpenTruth);
    let words = t("debrief-open-truth");
    let button = if next {
        Button::primary(words, open).first()
    } else {
        Button::normal(words, open)
    };
    button.icon(Icon::Eye).key(KeyCode::KeyO).spawn(foot);
}

/// The case's own questions, or the ones that fit every case.
fn prompts(told: &Told) -> Vec<Words> {
    if told.debrief.hot_wash.is_empty() {
        return vec![
            t("debrief-prompt-what"),
            t("debrief-prompt-held"),
            t("debrief-prompt-theory"),
        ];
    }
    told.debrief
        .hot_wash
        .iter()
        .take(PROMPTS)
        .map(case)
        .collect()
}
