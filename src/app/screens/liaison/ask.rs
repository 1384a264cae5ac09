//! ASK: one to three subjects and a line of text; at the right the tile that the partner will get.

use std::sync::Arc;

use accesskit::Role;
use bevy::prelude::*;

use super::said::{self, partner};
use super::{Draft, LiaisonAction, LiaisonUi, picker};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::i18n::{Lang, Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::card::kind_icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL, R_PANEL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::tick;
use crate::app::widgets::dialog;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::team_sign;
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::rules::sharing::TEXT_LIMIT;
use crate::engine::{Command, Refusal};
use crate::scenario::ids::Team;
use crate::session::SeatEnd;
use crate::view::{LiaisonView, SubjectView};

/// The field for the team's own words.
pub const TEXT: &str = "liaison-text";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    List,
    Count,
    Preview,
    Foot,
}

/// What a part of the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    part: Part,
    draft: Draft,
    search: String,
    liaison: Arc<LiaisonView>,
}

impl Built {
    fn of(part: Part, seat: &SeatEnd, ui: &LiaisonUi) -> Self {
        let mut draft = ui.draft.clone();
        if matches!(part, Part::List | Part::Foot) {
            draft.text.clear();
        }
        Self {
            part,
            draft,
            search: if part == Part::List {
                ui.search.clone()
            } else {
                String::new()
            },
            liaison: seat.view.liaison.clone(),
        }
    }
}

/// What is asked of the exercise.
pub fn command(draft: &Draft) -> Command {
    Command::Request {
        subjects: draft.picked.clone(),
        text: Some(draft.text.trim().to_owned()).filter(|text| !text.is_empty()),
    }
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd, ui: &LiaisonUi) {
    let title = t("liaison-ask-title").with("team", partner(seat));
    let (seat, ui) = (seat.clone(), ui.clone());
    dialog::open(
        commands,
        title,
        Some(Icon::Question),
        1000.0,
        move |dialog| {
            let left = |left: &mut Parent| {
                picker::frame(left, |list| {
                    part(list, picker::place(), Part::List, &seat, &ui);
                });
            };
            let right = |right: &mut Parent| {
                scroll::area(right, px(GAP_4).all(), GAP_3, false, |right| {
                    words(right, &seat, &ui);
                    part(right, column(GAP_2), Part::Preview, &seat, &ui);
                });
                let foot = Node {
                    padding: px(GAP_4).all(),
                    flex_shrink: 0.0,
                    ..row(GAP_3)
                };
                part(right, foot, Part::Foot, &seat, &ui);
            };
            dialog::halves(dialog, 540.0, 44.0, left, right);
        },
    );
}

fn part(parent: &mut Parent, place: impl Bundle, part: Part, seat: &SeatEnd, ui: &LiaisonUi) {
    parent
        .spawn((place, Built::of(part, seat, ui)))
        .with_children(|place| fill(place, part, seat, ui));
}

/// Builds anew what the picks and the words change.
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
        Part::List => list(place, seat, ui, ui.language),
        Part::Count => {
            let words = t("share-count")
                .with("number", ui.draft.text.chars().count())
                .with("of", TEXT_LIMIT);
            place.spawn(text(words, Type::LABEL.one_line()));
        }
        Part::Preview => preview(place, seat, &ui.draft),
        Part::Foot => foot(place, seat, &ui.draft),
    }
}

fn list(list: &mut Parent, seat: &SeatEnd, ui: &LiaisonUi, lang: Lang) {
    let found = picker::found(seat, &ui.search, lang);
    if found.is_empty() {
        picker::empty(list, seat);
    }
    let full = ui.draft.picked.len() >= usize::from(seat.view.liaison.subjects_limit);
    for known in found {
        let on = ui.draft.picked.contains(&known.subject.id);
        let off = (full && !on).then(|| {
            let limit = seat.view.liaison.subjects_limit;
            family("refusal", Refusal::RequestSubjects { limit }.key())
        });
        subject(list, &known.subject, on, off);
    }
}

fn subject(list: &mut Parent, subject: &SubjectView, on: bool, off: Option<Words>) {
    let node = Node {
        min_height: px(38),
        padding: UiRect::axes(px(10), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let action = Action::Liaison(LiaisonAction::Pick(subject.id));
    let look = control(Look::Option, Role::CheckBox, case(&subject.name));
    let mut line = list.spawn((node, look, action));
    line.with_children(|line| {
        tick(line, on);
        line.spawn((icon(kind_icon(subject.kind), 16.0, Tone::Text2), Inherits));
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        line.spawn((text(case(&subject.name), Type::BODY), Inherits, node));
    });
    if on {
        line.insert(Chosen);
    }
    if let Some(why) = off {
        line.insert(Off(why));
    }
}

fn words(right: &mut Parent, seat: &SeatEnd, ui: &LiaisonUi) {
    right.spawn(row(GAP_3)).with_children(|line| {
        line.spawn(text(t("liaison-words"), Type::HEAD.one_line()));
        line.spawn(grow());
        part(line, row(0.0), Part::Count, seat, ui);
    });
    let place = Node {
        flex_shrink: 0.0,
        ..default()
    };
    right.spawn(place).with_children(|line| {
        let mut field = Field::new(TEXT, t("liaison-words"), t("liaison-words-hint"));
        field.max = usize::from(TEXT_LIMIT);
        field.lines = 3;
        field.value.clone_from(&ui.draft.text);
        field.spawn(line);
    });
}

fn preview(right: &mut Parent, seat: &SeatEnd, draft: &Draft) {
    let other = seat.case.team.other();
    right.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::Eye, 18.0, team_tones(other)[0]));
        let words = t("share-will-see").with("team", partner(seat));
        head.spawn(text(words, Type::HEAD.one_line()));
    });
    let subjects: Vec<SubjectView> = draft
        .picked
        .iter()
        .filter_map(|id| {
            let known = seat.view.liaison.known.iter();
            known.map(|known| &known.subject).find(|s| s.id == *id)
        })
        .cloned()
        .collect();
    if subjects.is_empty() {
        right.spawn(text(t("liaison-ask-none"), Type::BODY.tone(Tone::Text2)));
        return;
    }
    let own = &seat.case.services[seat.case.team.index()].short;
    let head = t("liaison-line-request").with("team", own);
    let note = Some(draft.text.trim()).filter(|note| !note.is_empty());
    tile(right, seat.case.team, head, said::asks(&subjects, note));
    let names = said::names(&subjects);
    for (sign, words) in [
        (
            Icon::Eye,
            t("liaison-ask-tells")
                .with("team", partner(seat))
                .with("names", names),
        ),
        (
            Icon::Clock,
            t("liaison-ask-waits").with("team", partner(seat)),
        ),
    ] {
        note_line(right, sign, words);
    }
}

/// What the partner will find on its line.
pub fn tile(parent: &mut Parent, from: Team, head: Words, words: Words) {
    let node = Node {
        padding: UiRect::axes(px(14), px(10)),
        border: UiRect::left(px(4)),
        border_radius: BorderRadius::all(px(R_PANEL)),
        flex_shrink: 0.0,
        ..column(6.0)
    };
    parent
        .spawn((node, Fill(Tone::Room2), Edge::All(team_tones(from)[0])))
        .with_children(|tile| {
            tile.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(team_sign(from, 12.0, false));
                let kind = Type::LABEL.bold().tone(Tone::Text);
                line.spawn(text(head, kind));
            });
            tile.spawn(text(words, Type::BODY));
        });
}

/// A sign and a sentence.
pub fn note_line(parent: &mut Parent, sign: Icon, words: Words) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    parent.spawn(node).with_children(|line| {
        let place = Node {
            padding: UiRect::top(px(3)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(icon(sign, 15.0, Tone::Text2));
        });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(words, Type::BODY));
        });
    });
}

fn foot(foot: &mut Parent, seat: &SeatEnd, draft: &Draft) {
    Button::normal(t("share-cancel"), Action::CloseDialog)
        .key(KeyCode::Escape)
        .spawn(foot);
    foot.spawn(grow());
    let limit = seat.view.liaison.subjects_limit;
    let none = draft
        .picked
        .is_empty()
        .then_some(Refusal::RequestSubjects { limit });
    let off = (seat.view.liaison.ask.or(none)).map(|why| family("refusal", why.key()));
    let words = t("liaison-ask-send").with("team", partner(seat));
    Button::primary(words, Action::Liaison(LiaisonAction::SendRequest))
        .icon(Icon::Send)
        .off(off)
        .spawn(foot);
}
