//! At the right: the note card. What was observed, the question that followed, and the officer's own words.
//!
//! It says how far the note meets the rule, which everybody knows; never whether there is anything in it.

use bevy::prelude::*;

use super::{LineAction, LineUi, inset, rest, side, words};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{OptionCard, segments};
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{head, panel};
use crate::app::widgets::scroll::{self, Reveal};
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::{COST, MAX_NOTE, Observation, Quality, View};

/// The field of the officer's own words.
pub(super) const WORDS: &str = "primary-note";

pub(super) fn note(body: &mut Parent, ui: &LineUi, view: &View, narrow: bool) {
    body.spawn(panel(side(316.0, 560.0, narrow)))
        .with_children(|panel| {
            head(panel, t("primary-note"), |end| {
                let words = if view.note.is_some() {
                    t("primary-note-written")
                } else {
                    t("primary-note-none")
                };
                end.spawn(text(words, Type::LABEL.one_line()));
            });
            scroll::area(panel, inset(GAP_3), GAP_2, false, |page| {
                page.spawn(text(t("primary-note-observed"), Type::BODY.bold()));
                let observed = observed(view);
                if observed.is_empty() {
                    page.spawn(text(t("primary-note-nothing"), Type::LABEL));
                }
                for (what, title, detail) in observed {
                    let chosen = ui.draft.observed == Some(what);
                    let card = OptionCard {
                        title,
                        detail,
                        price: None,
                        chosen,
                        off: None,
                        action: Action::Line(LineAction::Observe(what)),
                    };
                    let card = card.spawn(page);
                    if chosen {
                        page.commands().entity(card).insert(Reveal::default());
                    }
                }
            });
            let foot = Node {
                padding: px(GAP_3).all(),
                border: UiRect::top(px(1)),
                flex_shrink: 0.0,
                ..column(GAP_2)
            };
            panel
                .spawn((foot, Edge::All(Tone::Rule)))
                .with_children(|foot| card(foot, ui, view));
        });
}

/// What can be named as observed: all that was seen, heard and checked here.
fn observed(view: &View) -> Vec<(Observation, Words, Option<Words>)> {
    let mut all = Vec::new();
    for (n, seen) in view.seen.iter().flatten().enumerate() {
        let detail = case(&seen.text);
        let what = Observation::Behaviour(n);
        all.push((what, t("primary-observed-behaviour"), Some(detail)));
    }
    if let Some(glance) = &view.glance {
        let detail = words::likeness(glance.likeness);
        all.push((
            Observation::Photo,
            t("primary-observed-photo"),
            Some(detail),
        ));
    }
    for (n, asked) in view.questions.iter().enumerate() {
        let Some(says) = &asked.says else { continue };
        let title = t("primary-observed-answer").with("number", n + 1);
        let detail = words::quoted(words::saying(says));
        all.push((Observation::Answer(n), title, Some(detail)));
        for check in &asked.checks {
            let Some(shows) = &check.shows else { continue };
            let title = t("primary-observed-record")
                .with("source", words::source(check.by))
                .with("number", n + 1);
            let what = Observation::Record(n, check.by);
            all.push((what, title, Some(words::saying(shows))));
        }
    }
    all
}

fn card(foot: &mut Parent, ui: &LineUi, view: &View) {
    let questions = view.questions.iter().enumerate();
    let asked: Vec<usize> = questions
        .filter(|(_, q)| q.says.is_some())
        .map(|(n, _)| n)
        .collect();
    let line = Node {
        min_height: px(34),
        ..row(GAP_2)
    };
    foot.spawn(line).with_children(|line| {
        line.spawn(rest()).with_children(|place| {
            place.spawn(text(t("primary-note-question"), Type::BODY.bold()));
        });
        if asked.is_empty() {
            line.spawn(text(t("primary-note-not-asked"), Type::LABEL.one_line()));
            return;
        }
        segments(
            line,
            asked.into_iter().map(|n| {
                let act = Action::Line(LineAction::About(n));
                let chosen = ui.draft.question == Some(n);
                (plain((n + 1).to_string()), chosen, act)
            }),
        );
    });
    foot.spawn(Node::default()).with_children(|place| {
        let name = t("primary-note-words");
        let mut field = Field::new(WORDS, name, t("primary-note-hint"));
        field.value.clone_from(&ui.draft.text);
        field.max = MAX_NOTE;
        field.lines = 2;
        field.spawn(place);
    });
    let quality = view.quality(&ui.draft);
    let steps = [
        (ui.draft.observed.is_some(), t("primary-note-step-observed")),
        (quality >= Quality::Asked, t("primary-note-step-asked")),
        (quality >= Quality::Verified, t("primary-note-step-checked")),
    ];
    foot.spawn(column(2.0)).with_children(|list| {
        for (met, words) in steps {
            let line = Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            };
            list.spawn(line).with_children(|line| {
                let (sign, tone) = if met {
                    (Icon::CheckCircle, Tone::Accent)
                } else {
                    (Icon::Minus, Tone::Text3)
                };
                line.spawn(icon(sign, 16.0, tone));
                let ink = if met { Tone::Text } else { Tone::Text2 };
                line.spawn(rest()).with_children(|place| {
                    place.spawn(text(words, Type::LABEL.tone(ink)));
                });
            });
        }
    });
    let words = t("primary-note-write").with("seconds", COST.note);
    Button::normal(words, Action::Line(LineAction::Write))
        .icon(Icon::Pencil)
        .key(KeyCode::KeyW)
        .wide()
        .spawn(foot);
}
