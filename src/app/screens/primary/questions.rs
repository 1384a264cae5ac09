//! The questions of this counter, what was answered, and what each answer can be held against.
//!
//! The checks of one question are on the keys: of the one that was asked last, or whose number was pressed.

use accesskit::Role;
use bevy::prelude::*;

use super::{LineAction, LineUi, inset, rest, words};
use crate::app::action::Action;
use crate::app::focus::Shortcut;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, key_cap, panel, paper};
use crate::app::widgets::press::{Inherits, Look, Off, OnPaper, control};
use crate::app::widgets::scroll::{self, Reveal};
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::{Asked, COST, CheckView, PutView, Refusal, Saying, View};

const NUMBERS: [KeyCode; 9] = [
    KeyCode::Digit1,
    KeyCode::Digit2,
    KeyCode::Digit3,
    KeyCode::Digit4,
    KeyCode::Digit5,
    KeyCode::Digit6,
    KeyCode::Digit7,
    KeyCode::Digit8,
    KeyCode::Digit9,
];

/// The key of a position in a list, as far as there are keys.
pub(super) fn number_key(n: usize) -> Option<KeyCode> {
    NUMBERS.get(n).copied()
}

pub(super) fn questions(middle: &mut Parent, ui: &LineUi, view: &View, narrow: bool) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        height: if narrow { px(520) } else { auto() },
        min_height: px(if narrow { 520.0 } else { 0.0 }),
        ..default()
    };
    middle.spawn(panel(node)).with_children(|panel| {
        head(panel, t("primary-questions"), |end| {
            let left = t("primary-questions-left")
                .with("left", view.left)
                .with("seconds", COST.ask);
            end.spawn(text(left, Type::LABEL.one_line()));
        });
        scroll::area(panel, inset(GAP_2), GAP_2, false, |page| {
            for (n, asked) in view.questions.iter().enumerate() {
                match &asked.says {
                    Some(says) => answered(page, ui, n, asked, says),
                    None => {
                        let why =
                            (view.left == 0).then(|| words::refusal(Refusal::NoMoreQuestions));
                        question(page, n, case(&asked.ask), false, why);
                    }
                }
            }
        });
    });
}

/// A question on its key; one that was asked stands on the paper of its answer.
fn question(page: &mut Parent, n: usize, ask: Words, on_paper: bool, off: Option<Words>) {
    let node = Node {
        min_height: px(38),
        padding: UiRect::axes(px(10), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    let look = if on_paper { Look::Quiet } else { Look::Normal };
    let mut spawned = page.spawn((
        node,
        control(look, Role::Button, ask.clone()),
        Action::Line(LineAction::Ask(n)),
    ));
    spawned.with_children(|line| {
        key_cap(line, plain((n + 1).to_string()), true);
        line.spawn(rest()).with_children(|place| {
            let kind = if on_paper {
                Type::BODY.bold()
            } else {
                Type::BODY
            };
            place.spawn((text(ask, kind), Inherits));
        });
        if off.is_some() {
            line.spawn((icon(Icon::Lock, 16.0, Tone::Text3), Inherits));
        }
    });
    if let Some(key) = number_key(n) {
        spawned.insert(Shortcut(key));
    }
    if let Some(why) = off {
        spawned.insert(Off(why));
    }
    if on_paper {
        spawned.insert(OnPaper);
    }
}

fn answered(page: &mut Parent, ui: &LineUi, n: usize, asked: &Asked, says: &Saying) {
    let node = Node {
        padding: UiRect::axes(px(GAP_2), px(6)),
        row_gap: px(4),
        flex_shrink: 0.0,
        ..default()
    };
    let mut card = page.spawn(paper(node));
    if ui.current == Some(n) {
        card.insert(Reveal::default());
    }
    card.with_children(|sheet| {
        question(sheet, n, case(&asked.ask), true, None);
        let inside = Node {
            padding: UiRect::new(px(42), px(8), px(0), px(4)),
            ..column(8.0)
        };
        sheet.spawn(inside).with_children(|inside| {
            inside.spawn(text(
                words::quoted(words::saying(says)),
                Type::BODY.tone(Tone::Ink),
            ));
            let current = ui.current == Some(n);
            let open = || asked.checks.iter().filter(|check| check.shows.is_none());
            for check in asked.checks.iter().filter(|check| check.shows.is_some()) {
                shown(inside, n, check, put_key(asked, check).filter(|_| current));
            }
            if asked.checks.is_empty() {
                let words = t("primary-nothing-to-check");
                inside.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
            }
            if open().next().is_none() {
                return;
            }
            let line = Node {
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(6),
                ..row(GAP_2)
            };
            inside.spawn(line).with_children(|line| {
                let against = t("primary-against").with("seconds", COST.check);
                line.spawn(text(against, Type::LABEL.tone(Tone::Ink2).one_line()));
                for check in open() {
                    let act = Action::Line(LineAction::Check(n, check.by));
                    let mut button = Button::normal(words::source(check.by), act)
                        .small()
                        .on_paper();
                    if current {
                        button = button.key(words::source_key(check.by));
                    }
                    button.spawn(line);
                }
            });
        });
    });
}

/// Whether it can be put to the traveller: it was shown, and nobody says that it fits.
fn unput(check: &CheckView) -> bool {
    check.shows.is_some() && check.fits != Some(true) && check.put.is_none()
}

/// The key that puts the first open source of a question to the traveller.
fn put_key(asked: &Asked, check: &CheckView) -> Option<KeyCode> {
    let mut all = asked.checks.iter().filter(|c| unput(c));
    (all.next()?.by == check.by).then_some(KeyCode::KeyU)
}

fn shown(inside: &mut Parent, n: usize, check: &CheckView, key: Option<KeyCode>) {
    let Some(shows) = &check.shows else {
        return;
    };
    let (sign, tone) = match check.fits {
        Some(true) => (Icon::Check, Tone::Ink),
        Some(false) => (Icon::Warning, Tone::AlertInk),
        // The officer is to judge it.
        None => (Icon::Search, Tone::Ink),
    };
    signed(inside, sign, tone, |place| {
        let name = words::source(check.by);
        let shows = words::saying(shows);
        let words = t("primary-shows").with("source", name).with("shows", shows);
        place.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        let fits = check.fits.map(|fits| {
            if fits {
                "primary-fits"
            } else {
                "primary-fits-not"
            }
        });
        if let Some(fits) = fits {
            place.spawn(text(t(fits), Type::LABEL.tone(tone)));
        }
        match &check.put {
            Some(put) => explained(place, put),
            None if unput(check) => {
                let act = Action::Line(LineAction::Put(n, check.by));
                let words = t("primary-put").with("seconds", COST.put);
                let mut button = Button::normal(words, act)
                    .icon(Icon::Speech)
                    .small()
                    .on_paper();
                if let Some(key) = key {
                    button = button.key(key);
                }
                let row = Node {
                    margin: UiRect::top(px(4)),
                    ..row(GAP_2)
                };
                place.spawn(row).with_children(|line| {
                    button.spawn(line);
                });
            }
            None => {}
        }
    });
}

fn explained(place: &mut Parent, put: &PutView) {
    let node = Node {
        margin: UiRect::top(px(4)),
        ..column(2.0)
    };
    place.spawn(node).with_children(|place| {
        signed(place, Icon::Speech, Tone::Ink, |place| {
            let says = put
                .says
                .as_ref()
                .map_or_else(|| t("primary-put-same"), case);
            place.spawn(text(words::quoted(says), Type::BODY.tone(Tone::Ink)));
        });
        if put.says.is_none() {
            return;
        }
        let (sign, words) = match &put.borne {
            Some(borne) => (Icon::CheckCircle, t("primary-borne").with("borne", borne)),
            None => (Icon::Close, t("primary-borne-not")),
        };
        signed(place, sign, Tone::Ink, |place| {
            place.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        });
    });
}

/// A sign, and what it is a sign of.
fn signed(parent: &mut Parent, sign: Icon, tone: Tone, body: impl FnOnce(&mut Parent)) {
    let node = Node {
        align_items: AlignItems::Start,
        ..row(GAP_2)
    };
    parent.spawn(node).with_children(|line| {
        let place = Node {
            padding: UiRect::top(px(3)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(icon(sign, 15.0, tone));
        });
        let place = Node {
            flex_direction: FlexDirection::Column,
            ..rest()
        };
        line.spawn(place).with_children(body);
    });
}
