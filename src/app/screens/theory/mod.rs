//! THEORY: what a team believes the case is, before it shares and after.
//!
//! The form is [`form::form`], the same for a team's own theory and the joint verdict. What is chosen
//! stays here, per team, until it is put on record; each team's draft is read only for the team that
//! sits at the screen. Once built the tab keeps itself up to date.

pub mod form;
mod grid;
pub(super) mod marks;
pub mod summary;

use std::sync::Arc;

use bevy::prelude::*;

pub use form::Change;

use super::Screen;
use super::folder::words::partner;
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::i18n::t;
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::paper;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Command, Theory};
use crate::scenario::ids::ItemId;
use crate::session::SeatEnd;
use crate::view::{ItemView, TeamView, TheoryView};

/// What a theory is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TheoryAction {
    /// To the tab; the desk goes there, open dialogs close.
    Show,
    Change(Change),
    /// Cite this item, or do not any more.
    Cite(ItemId),
    /// Put it on record.
    Record,
}

/// What each team has chosen and not yet recorded.
#[derive(Resource, Clone, Debug, Default)]
pub struct TheoryUi {
    drafts: [Option<Theory>; 2],
}

impl TheoryUi {
    /// The theory that the team at the screen works on.
    #[must_use]
    pub fn draft(&self, seat: &SeatEnd) -> Theory {
        let own = self.drafts[seat.case.team.index()].clone();
        own.or_else(|| seat.view.theory.current.clone())
            .unwrap_or_else(|| blank(&seat.view))
    }

    fn set(&mut self, seat: &SeatEnd, theory: Theory) {
        self.drafts[seat.case.team.index()] = Some(theory);
    }
}

/// Nothing decided.
#[must_use]
pub fn blank(view: &TeamView) -> Theory {
    Theory::blank(
        view.theory.questions.len(),
        usize::from(view.theory.people_in_case),
    )
    .with_grid(
        view.theory.elements.len(),
        usize::from(view.theory.roles_in_case),
    )
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TheoryUi>();
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<TheoryUi>| {
            *ui = TheoryUi::default()
        });
    }
    let changed = resource_changed::<TheoryUi>.or_else(resource_exists_and_changed::<Play>);
    app.add_systems(
        Update,
        (
            (change, record).chain().in_set(Answering),
            refresh.after(Answering).run_if(changed),
        )
            .run_if(resource_exists::<Play>),
    );
}

fn change(
    mut acts: Acts,
    play: Res<Play>,
    mut ui: ResMut<TheoryUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Theory(action) = act.action else {
            continue;
        };
        let seat = play.seat();
        let mut theory = ui.draft(seat);
        match action {
            TheoryAction::Show => dialog::close_all(&mut commands),
            TheoryAction::Record => {}
            TheoryAction::Change(change) => {
                change.apply(&mut theory);
                ui.set(seat, theory);
            }
            TheoryAction::Cite(item) => {
                Change::Cite(item).apply(&mut theory);
                let key = if theory.cited.contains(&item) {
                    "theory-cites"
                } else {
                    "theory-cites-not"
                };
                notices.tell(t(key));
                ui.set(seat, theory);
            }
        }
        wake.soon();
    }
}

fn record(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<TheoryUi>,
    mut notices: ResMut<Notices>,
) {
    if !acts
        .read()
        .any(|act| act.action == Action::Theory(TheoryAction::Record))
    {
        return;
    }
    let first = play.seat().view.theory.first.is_none();
    let theory = ui.draft(play.seat());
    match play
        .bypass_change_detection()
        .send(Command::RecordTheory { theory })
        .why_not()
    {
        None => {
            play.set_changed();
            let team = play.team().index();
            ui.drafts[team] = None;
            notices.tell(t(if first {
                "theory-recorded-first"
            } else {
                "theory-recorded"
            }));
        }
        Some(why) => notices.refuse(why),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Form,
    Side,
}

/// What a part of the tab was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
struct Built {
    part: Part,
    draft: Theory,
    theory: Arc<TheoryView>,
    folder: Arc<Vec<ItemView>>,
}

impl Built {
    fn of(part: Part, seat: &SeatEnd, ui: &TheoryUi) -> Self {
        let folder = seat.view.folder.clone();
        Self {
            part,
            draft: ui.draft(seat),
            theory: seat.view.theory.clone(),
            folder,
        }
    }
}

/// The work surface of the tab.
pub fn tab(parent: &mut Parent, seat: &SeatEnd, ui: &TheoryUi) {
    let halves = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        ..default()
    };
    parent.spawn(halves).with_children(|halves| {
        scroll::area(
            halves,
            UiRect::new(px(8), px(14), px(8), px(8)),
            0.0,
            false,
            |page| {
                let sheet = Node {
                    padding: px(14).all(),
                    row_gap: px(GAP_3),
                    flex_shrink: 0.0,
                    ..default()
                };
                page.spawn((paper(sheet), Built::of(Part::Form, seat, ui)))
                    .with_children(|sheet| fill(sheet, Part::Form, seat, ui));
            },
        );
        let side = Node {
            width: px(250),
            flex_shrink: 0.0,
            min_height: px(0),
            ..column(0.0)
        };
        halves
            .spawn((side, Built::of(Part::Side, seat, ui)))
            .with_children(|side| fill(side, Part::Side, seat, ui));
    });
}

fn refresh(
    play: Res<Play>,
    ui: Res<TheoryUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let seat = play.seat();
    for (entity, mut built) in &mut parts {
        let now = Built::of(built.part, seat, &ui);
        if *built == now {
            continue;
        }
        let kind = built.part;
        *built = now;
        wake.soon();
        let mut place = commands.entity(entity);
        place
            .despawn_related::<Children>()
            .with_children(|place| fill(place, kind, seat, &ui));
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, ui: &TheoryUi) {
    let draft = ui.draft(seat);
    match part {
        Part::Form => {
            let items: Vec<&ItemView> = seat.view.folder.iter().collect();
            let view = &seat.view.theory;
            form::form(
                place,
                &form::Form {
                    theory: &draft,
                    questions: &view.questions,
                    people: &view.people,
                    elements: &view.elements,
                    roles: &view.roles,
                    partner: partner(&seat.case),
                    items: &items,
                    nothing_to_cite: t("theory-nothing-held"),
                    act: |change| Action::Theory(TheoryAction::Change(change)),
                },
            );
        }
        Part::Side => side(place, seat, &draft),
    }
}

fn side(side: &mut Parent, seat: &SeatEnd, draft: &Theory) {
    let view = &seat.view.theory;
    scroll::area(
        side,
        UiRect::new(px(4), px(14), px(8), px(8)),
        GAP_2,
        false,
        |page| {
            let (title, why) = match view.first {
                None => ("theory-why-title", "theory-why"),
                Some(_) => ("theory-after-title", "theory-why-after"),
            };
            page.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(icon(Icon::Info, 16.0, Tone::Text2));
                line.spawn(text(t(title), Type::BODY.bold()));
            });
            page.spawn(text(t(why), Type::BODY.tone(Tone::Text2)));
            if let Some(first) = &view.first {
                page.spawn(text(t("theory-first"), Type::BODY.bold()));
                page.spawn(text(t("theory-first-stays"), Type::LABEL));
                let node = Node {
                    padding: px(GAP_3).all(),
                    row_gap: px(6),
                    flex_shrink: 0.0,
                    ..default()
                };
                page.spawn(paper(node)).with_children(|sheet| {
                    let items: Vec<&ItemView> = seat.view.folder.iter().collect();
                    summary::summary(sheet, first, &view.questions, &view.people, &items);
                });
            }
        },
    );
    let foot = Node {
        padding: px(GAP_2).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(6.0)
    };
    side.spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            let same = view.current.as_ref() == Some(draft);
            let state = match (&view.current, same) {
                (None, _) => "theory-state-none",
                (Some(_), true) => "theory-state-same",
                (Some(_), false) => "theory-state-changed",
            };
            foot.spawn(text(t(state), Type::LABEL));
            let words = if view.first.is_none() {
                "theory-record-first"
            } else {
                "theory-record"
            };
            Button::primary(t(words), Action::Theory(TheoryAction::Record))
                .icon(Icon::Check)
                .wide()
                .off(same.then(|| t("theory-state-same")))
                .spawn(foot);
            foot.spawn(grow());
        });
}
