//! POINTER QUERY: a subject or a place of this round's work; yes or no, and what the partner learns.

use std::sync::Arc;

use accesskit::Role;
use bevy::prelude::*;

use super::ask::note_line;
use super::said::partner;
use super::{LiaisonAction, LiaisonUi, picker};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::card::kind_icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::press::{Inherits, Look, Off, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{About, Refusal};
use crate::session::SeatEnd;
use crate::view::{AboutView, CheckView, LiaisonView};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Subjects,
    Work,
}

/// What a part of the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    part: Part,
    search: String,
    liaison: Arc<LiaisonView>,
}

impl Built {
    fn of(part: Part, seat: &SeatEnd, ui: &LiaisonUi) -> Self {
        Self {
            part,
            search: ui.search.clone(),
            liaison: seat.view.liaison.clone(),
        }
    }
}

/// What of this round's work in the field was not asked about, where one could be in the other's way.
pub fn unchecked(seat: &SeatEnd) -> impl Iterator<Item = About> {
    needed(seat)
        .filter(|check| check.told.is_none())
        .map(|check| check.about.about())
}

fn needed(seat: &SeatEnd) -> impl Iterator<Item = &CheckView> {
    seat.view.liaison.checks.iter().filter(|check| check.narrow)
}

/// What the register has just said: the queries after the first `before`.
pub fn found(seat: &SeatEnd, before: usize) -> Option<Words> {
    let new = seat.view.liaison.queries.get(before..)?;
    match new {
        [] => None,
        [one] => {
            let key = if one.matched {
                "liaison-line-matched"
            } else {
                "liaison-line-no-match"
            };
            Some(t(key).with("name", one.about.name()))
        }
        many => {
            let matches = many.iter().filter(|query| query.matched).count();
            Some(
                t("liaison-queried")
                    .with("number", many.len())
                    .with("matches", matches),
            )
        }
    }
}

/// Under the shift budget: whether the work given was checked in the register.
pub fn checked(parent: &mut Parent, seat: &SeatEnd) {
    let told = |wanted: Option<bool>| needed(seat).filter(|c| c.told == wanted).count();
    let (open, matched) = (told(None), told(Some(true)));
    let (sign, key) = match (needed(seat).count(), open, matched) {
        (0, ..) => (Icon::Info, "liaison-check-nothing"),
        (_, 0, 0) => (Icon::Check, "liaison-check-none"),
        (_, 0, _) => (Icon::Link, "liaison-check-match"),
        _ => (Icon::Question, "liaison-check-open"),
    };
    let node = Node {
        align_items: AlignItems::Start,
        margin: UiRect::top(px(2)),
        ..row(GAP_2)
    };
    parent.spawn(node).with_children(|line| {
        line.spawn(Node {
            padding: UiRect::top(px(2)),
            ..default()
        })
        .with_children(|place| {
            place.spawn(icon(sign, 14.0, Tone::Text2));
        });
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            let title = t("liaison-check").with("team", partner(seat));
            let kind = Type::LABEL.bold().tone(Tone::Text);
            words.spawn(text(title, kind));
            let said = t(key).with("number", open).with("team", partner(seat));
            words.spawn(text(said, Type::LABEL));
        });
    });
    parent
        .spawn(Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(6),
            ..row(GAP_2)
        })
        .with_children(|line| {
            if open > 0 {
                let all = Action::Liaison(LiaisonAction::QueryAll);
                Button::normal(t("liaison-check-now"), all)
                    .small()
                    .spawn(line);
            }
            let query = Action::Liaison(LiaisonAction::Query);
            Button::normal(t("liaison-query"), query)
                .small()
                .key(KeyCode::KeyQ)
                .spawn(line);
        });
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd, ui: &LiaisonUi) {
    let (seat, ui) = (seat.clone(), ui.clone());
    dialog::open(
        commands,
        t("liaison-query-title"),
        Some(Icon::Target),
        1000.0,
        move |dialog| {
            let left = |left: &mut Parent| {
                picker::frame(left, |list| {
                    part(list, picker::place(), Part::Subjects, &seat, &ui);
                });
            };
            let right = |right: &mut Parent| {
                scroll::area(right, px(GAP_4).all(), GAP_3, false, |right| {
                    right.spawn(text(t("liaison-query-work"), Type::HEAD));
                    part(right, picker::place(), Part::Work, &seat, &ui);
                    right.spawn(text(
                        t("liaison-query-follows").with("team", partner(&seat)),
                        Type::HEAD,
                    ));
                    learns(right, &seat);
                });
                let foot = Node {
                    padding: px(GAP_4).all(),
                    flex_shrink: 0.0,
                    ..row(GAP_3)
                };
                right.spawn(foot).with_children(|foot| {
                    foot.spawn(grow());
                    Button::normal(t("common-close"), Action::CloseDialog)
                        .key(KeyCode::Escape)
                        .spawn(foot);
                });
            };
            dialog::halves(dialog, 540.0, 50.0, left, right);
        },
    );
}

/// What the partner will learn.
fn learns(right: &mut Parent, seat: &SeatEnd) {
    let lines = [
        (Icon::Link, "liaison-query-match"),
        (Icon::Lock, "liaison-query-no-match"),
        (Icon::Clock, "liaison-query-later"),
    ];
    for (sign, key) in lines {
        note_line(right, sign, t(key).with("team", partner(seat)));
    }
}

fn part(parent: &mut Parent, place: impl Bundle, part: Part, seat: &SeatEnd, ui: &LiaisonUi) {
    parent
        .spawn((place, Built::of(part, seat, ui)))
        .with_children(|place| fill(place, part, seat, ui));
}

/// Builds anew what a search and an answer change.
pub fn refresh(
    play: Res<Play>,
    ui: Res<LiaisonUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut parts {
        let now = Built::of(built.part, play.seat(), &ui);
        if *built == now {
            continue;
        }
        let kind = built.part;
        *built = now;
        wake.soon();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|place| fill(place, kind, play.seat(), &ui));
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, ui: &LiaisonUi) {
    match part {
        Part::Subjects => {
            let found = picker::found(seat, &ui.search, ui.language);
            if found.is_empty() {
                picker::empty(place, seat);
            }
            for known in found {
                let about = AboutView::Subject(known.subject.clone());
                let told = told(seat, known.subject.id);
                one(place, &about, told, known.query);
            }
        }
        Part::Work => {
            if seat.view.liaison.checks.is_empty() {
                let words = t("liaison-query-no-work");
                place.spawn(text(words, Type::BODY.tone(Tone::Text2)));
            }
            place
                .spawn((column(GAP_2), ArrowGroup))
                .with_children(|list| {
                    for check in &seat.view.liaison.checks {
                        let off = check.told.map(|_| Refusal::AlreadyQueried);
                        one(list, &check.about, check.told, off);
                    }
                });
        }
    }
}

/// What the register said about a subject, last.
fn told(seat: &SeatEnd, subject: crate::scenario::ids::SubjectId) -> Option<bool> {
    let own = |by| by == seat.case.team;
    let mut all = seat.view.liaison.queries.iter().rev();
    all.find(|q| own(q.by) && q.about.about() == About::Subject(subject))
        .map(|q| q.matched)
}

fn one(list: &mut Parent, about: &AboutView, told: Option<bool>, off: Option<Refusal>) {
    let node = Node {
        min_height: px(38),
        padding: UiRect::axes(px(10), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let sign = match about {
        AboutView::Subject(subject) => kind_icon(subject.kind),
        AboutView::Place { .. } => Icon::Place,
    };
    let state = match told {
        Some(true) => Some((Icon::Link, "liaison-told-match")),
        Some(false) => Some((Icon::Check, "liaison-told-none")),
        None => None,
    };
    let name = t("liaison-query-about").with("name", about.name());
    let action = Action::Liaison(LiaisonAction::QueryAbout(about.about()));
    let mut line = list.spawn((node, control(Look::Option, Role::Button, name), action));
    line.with_children(|line| {
        line.spawn((icon(sign, 16.0, Tone::Text2), Inherits));
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        line.spawn((text(case(about.name()), Type::BODY), Inherits, node));
        match state {
            Some((sign, key)) => {
                line.spawn((icon(sign, 14.0, Tone::Text2), Inherits));
                line.spawn((text(t(key), Type::LABEL.one_line()), Inherits));
            }
            None => {
                line.spawn((
                    text(t("liaison-query-do"), Type::LABEL.one_line()),
                    Inherits,
                ));
            }
        }
    });
    if let Some(why) = off {
        line.insert(Off(family("refusal", why.key())));
    }
}
