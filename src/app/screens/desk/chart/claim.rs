//! CLAIM: a link of the team's own, read out of items that it holds: to whom, what binds them, and by
//! which items.

use bevy::prelude::*;

use super::card::subject;
use super::{ChartAction, ChartUi, says};
use crate::app::action::{Action, Acts};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, t};
use crate::app::screens::folder::words::number;
use crate::app::screens::liaison::note_line;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{Check, OptionCard};
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::{ItemId, SubjectId};
use crate::scenario::model::Link;
use crate::scenario::words::LinkKind;
use crate::session::SeatEnd;
use crate::view::{ItemView, SubjectView};

/// A link that is being drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    from: SubjectId,
    to: Option<SubjectId>,
    /// What binds them, and whether it is read from the second to the first.
    kind: Option<(LinkKind, bool)>,
    items: Vec<ItemId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Others,
    Rest,
}

/// What a part of the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built(Part, Option<Draft>);

impl Draft {
    fn of(from: SubjectId) -> Self {
        Self {
            from,
            to: None,
            kind: None,
            items: Vec::new(),
        }
    }

    fn link(&self) -> Option<Link> {
        let (kind, turned) = self.kind?;
        let to = self.to?;
        Some(if turned {
            Link::new(to, self.from, kind)
        } else {
            Link::new(self.from, to, kind)
        })
    }

    fn command(&self) -> Option<Command> {
        let link = self.link()?;
        let items = self.items.clone();
        Some(Command::AddLink { link, items })
    }
}

fn names(item: &ItemView, id: SubjectId) -> bool {
    item.subjects.iter().any(|s| s.id == id)
}

/// The subjects that an item names together with this one.
fn others(seat: &SeatEnd, from: SubjectId) -> Vec<SubjectId> {
    let with = seat.view.folder.iter().filter(|item| names(item, from));
    let mut all: Vec<SubjectId> = with
        .flat_map(|item| item.subjects.iter().map(|s| s.id))
        .filter(|id| *id != from)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The team's items that name both.
fn both(seat: &SeatEnd, a: SubjectId, b: SubjectId) -> impl Iterator<Item = &ItemView> {
    let folder = seat.view.folder.iter();
    folder.filter(move |item| names(item, a) && names(item, b))
}

pub fn act(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<ChartUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Chart(action) = act.action else {
            continue;
        };
        match action {
            ChartAction::Claim(from) => {
                dialog::close_all(&mut commands);
                ui.draft = Some(Draft::of(from));
                open(&mut commands, play.seat(), &ui);
            }
            ChartAction::ClaimTo(to) => {
                if let Some(draft) = &mut ui.draft {
                    let all = both(play.seat(), draft.from, to).map(|item| item.id);
                    *draft = Draft {
                        to: Some(to),
                        kind: None,
                        items: all.collect(),
                        from: draft.from,
                    };
                }
            }
            ChartAction::ClaimKind(kind, turned) => {
                if let Some(draft) = &mut ui.draft {
                    draft.kind = Some((kind, turned));
                }
            }
            ChartAction::ClaimItem(item) => {
                if let Some(draft) = &mut ui.draft {
                    match draft.items.iter().position(|i| *i == item) {
                        Some(at) => {
                            draft.items.remove(at);
                        }
                        None => draft.items.push(item),
                    }
                }
            }
            ChartAction::Draw => {
                let Some(command) = ui.draft.as_ref().and_then(Draft::command) else {
                    continue;
                };
                match play.bypass_change_detection().send(command).why_not() {
                    None => {
                        play.set_changed();
                        let link = ui.draft.take().and_then(|draft| draft.link());
                        ui.picked = link.map(super::Pick::Link);
                        super::done(&mut commands);
                    }
                    Some(why) => notices.refuse(why),
                }
            }
            _ => continue,
        }
        wake.soon();
    }
}

fn open(commands: &mut Commands, seat: &SeatEnd, ui: &ChartUi) {
    let Some(draft) = ui.draft.clone() else {
        return;
    };
    let Some(from) = subject(seat, draft.from) else {
        return;
    };
    let title = t("chart-claim-title").with("name", &from.name);
    let seat = seat.clone();
    dialog::open(commands, title, Some(Icon::Link), 980.0, move |dialog| {
        let left = |left: &mut Parent| part(left, Part::Others, &seat, &draft);
        let right = |right: &mut Parent| part(right, Part::Rest, &seat, &draft);
        dialog::halves(dialog, 540.0, 38.0, left, right);
    });
}

fn part(parent: &mut Parent, part: Part, seat: &SeatEnd, draft: &Draft) {
    let place = Node {
        flex_grow: 1.0,
        min_height: px(0),
        ..column(0.0)
    };
    parent
        .spawn((place, Built(part, Some(draft.clone()))))
        .with_children(|place| fill(place, part, seat, draft));
}

/// Builds anew what the picks change.
pub fn refresh(
    play: Res<Play>,
    ui: Res<ChartUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let Some(draft) = &ui.draft else { return };
    for (entity, mut built) in &mut parts {
        // The list on the left says only whom it is about.
        let old = built.1.as_ref();
        let same = match built.0 {
            Part::Others => old.map(|d| (d.from, d.to)) == Some((draft.from, draft.to)),
            Part::Rest => old == Some(draft),
        };
        if same {
            continue;
        }
        let kind = built.0;
        built.1 = Some(draft.clone());
        wake.soon();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|place| fill(place, kind, play.seat(), draft));
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, draft: &Draft) {
    match part {
        Part::Others => list(place, seat, draft),
        Part::Rest => rest(place, seat, draft),
    }
}

fn list(place: &mut Parent, seat: &SeatEnd, draft: &Draft) {
    let others = others(seat, draft.from);
    scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
        if others.is_empty() {
            page.spawn(text(t("chart-claim-alone"), Type::BODY.tone(Tone::Text2)));
            return;
        }
        page.spawn(text(t("chart-claim-whom"), Type::LABEL));
        page.spawn((column(GAP_2), ArrowGroup))
            .with_children(|list| {
                for id in others {
                    let Some(other) = subject(seat, id) else {
                        continue;
                    };
                    let number = both(seat, draft.from, id).count();
                    OptionCard {
                        title: case(&other.name),
                        detail: Some(family("subject-kind", other.kind.key())),
                        price: Some(t("chart-claim-items").with("number", number)),
                        chosen: draft.to == Some(id),
                        off: None,
                        action: Action::Chart(ChartAction::ClaimTo(id)),
                    }
                    .spawn(list);
                }
            });
    });
}

fn rest(place: &mut Parent, seat: &SeatEnd, draft: &Draft) {
    let ends = draft
        .to
        .and_then(|to| Some((subject(seat, draft.from)?, subject(seat, to)?)));
    scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
        let Some((from, to)) = ends else {
            page.spawn(text(t("chart-claim-first"), Type::BODY.tone(Tone::Text2)));
            return;
        };
        page.spawn(text(t("chart-claim-what"), Type::LABEL));
        page.spawn((column(6.0), ArrowGroup))
            .with_children(|list| kinds(list, draft, from, to));
        page.spawn(text(t("chart-claim-by"), Type::LABEL));
        page.spawn((column(2.0), ArrowGroup)).with_children(|list| {
            for item in both(seat, from.id, to.id) {
                let title = item.title.as_ref().unwrap_or(&item.text);
                Check {
                    words: t("desk-item")
                        .with("code", number(item).as_str())
                        .with("title", title),
                    on: draft.items.contains(&item.id),
                    action: Action::Chart(ChartAction::ClaimItem(item.id)),
                }
                .spawn(list);
            }
        });
        note_line(page, Icon::Info, t("chart-claim-own"));
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    place.spawn(foot).with_children(|foot| {
        Button::normal(t("share-cancel"), Action::CloseDialog)
            .key(KeyCode::Escape)
            .spawn(foot);
        foot.spawn(grow());
        Button::primary(t("chart-claim-draw"), Action::Chart(ChartAction::Draw))
            .icon(Icon::Link)
            .off(missing(draft))
            .spawn(foot);
    });
}

fn missing(draft: &Draft) -> Option<Words> {
    let key = if draft.to.is_none() {
        "chart-claim-first"
    } else if draft.kind.is_none() {
        "chart-claim-what"
    } else if draft.items.is_empty() {
        "refusal-link-without-items"
    } else {
        return None;
    };
    Some(t(key))
}

/// Every way in which the two can be bound, as a sentence.
fn kinds(list: &mut Parent, draft: &Draft, from: &SubjectView, to: &SubjectView) {
    for kind in LinkKind::ALL {
        let mut ways = vec![(from, to, false)];
        if !kind.both_ways() {
            ways.push((to, from, true));
        }
        for (a, b, turned) in ways {
            if !kind.fits(a.kind, b.kind) {
                continue;
            }
            OptionCard {
                title: says(a, Link::new(a.id, b.id, *kind), b),
                detail: None,
                price: None,
                chosen: draft.kind == Some((*kind, turned)),
                off: None,
                action: Action::Chart(ChartAction::ClaimKind(*kind, turned)),
            }
            .spawn(list);
        }
    }
}
