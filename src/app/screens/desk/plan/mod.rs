//! PLAN: one joint plan for an operation that both services draft, sign, and carry out.
//!
//! What is changed here lies on the team's own desk until it is put on the table; the paper on the table
//! is the same for both, and putting another there makes signatures fall.

mod offers;
mod paper;
mod side;

use std::sync::Arc;

use bevy::prelude::*;

use super::Scene;
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::far::Said;
use crate::app::i18n::{Words, family, plain, t};
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::engine::{Command, Plan, Refusal, Start};
use crate::scenario::ids::{
    AimId, AuthorityId, ContingencyId, ItemId, OfficerId, OperationId, PlaceId, RiskId, Team,
};
use crate::scenario::words::OpRole;
use crate::session::SeatEnd;
use crate::view::{AuthorityView, ItemView, OperationView, OperationsView, PlanView};

/// What the plan is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanAction {
    /// A new plan for this operation, on the team's own desk.
    Begin(OperationId),
    /// Away with what was changed: to what is on the table, or to the choice of an operation.
    Drop,
    Objective(AimId),
    /// Where this side goes.
    Place(Team, PlaceId),
    /// The round at whose end it is carried out, later or earlier.
    Round(i8),
    /// Minutes later or earlier within the round.
    Minute(i16),
    /// This officer has this role, or not any more.
    Role(OfficerId, OpRole),
    /// The authority that the team acts under, or none.
    Basis(AuthorityId),
    Risk(RiskId),
    Contingency(ContingencyId),
    Cite(ItemId),
    /// Put it on the table.
    Table,
    Sign,
    Withdraw,
}

/// The plan on the team's own desk.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct PlanUi {
    team: Option<Team>,
    /// What was changed, and the revision that it was changed from.
    work: Option<(Plan, Option<u16>)>,
    /// Another operation is being chosen while a plan is on the table.
    choosing: bool,
}

impl PlanUi {
    /// The plan that lies before the team: its own changes, or what is on the table.
    fn plan<'a>(&'a self, seat: &'a SeatEnd) -> Option<&'a Plan> {
        let table = seat.view.operations.draft.as_ref();
        match &self.work {
            Some((plan, _)) => Some(plan),
            None if self.choosing => None,
            None => table.map(|view| &view.plan),
        }
    }

    fn changed(&self) -> bool {
        self.work.is_some()
    }
}

/// The half of the page that a part of it fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Paper,
    Side,
}

/// What a part of the page was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
struct Built {
    part: Part,
    ui: PlanUi,
    operations: OperationsView,
    authorities: Vec<AuthorityView>,
    folder: Arc<Vec<ItemView>>,
}

impl Built {
    fn of(part: Part, seat: &SeatEnd, ui: &PlanUi) -> Self {
        Self {
            part,
            ui: ui.clone(),
            operations: seat.view.operations.clone(),
            authorities: seat.view.authorities.clone(),
            folder: seat.view.folder.clone(),
        }
    }
}

/// Minutes that a step of the start is.
const STEP: i16 = 30;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PlanUi>();
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<PlanUi>| {
            *ui = PlanUi::default();
        });
    }
    app.add_systems(PreUpdate, sit.run_if(resource_exists::<Play>));
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            (change, give).chain().in_set(Answer),
            refresh.after(super::again),
        )
            .run_if(here),
    );
}

/// Whoever sits down finds nothing of what the other team changed; what both see lies on the table.
fn sit(play: Res<Play>, mut ui: ResMut<PlanUi>) {
    let seat = play.seat();
    let table = seat.view.operations.draft.as_ref().map(|d| d.revision);
    if ui.team != Some(play.team()) {
        *ui = PlanUi {
            team: Some(play.team()),
            ..PlanUi::default()
        };
    }
    // The partner has put another paper on the table: changes to the last one are worth nothing.
    if ui
        .work
        .as_ref()
        .is_some_and(|(_, from)| from.is_some() && *from != table)
    {
        ui.work = None;
    }
}

fn operation<'a>(seat: &'a SeatEnd, plan: &Plan) -> Option<&'a OperationView> {
    let mut all = seat.view.operations.offered.iter();
    all.find(|o| o.id == plan.operation)
}

/// What is changed on the team's own desk.
fn change(mut acts: Acts, play: Res<Play>, mut ui: ResMut<PlanUi>, mut wake: ResMut<Wake>) {
    for act in acts.read() {
        let Action::Plan(action) = act.action else {
            continue;
        };
        let seat = play.seat();
        wake.soon();
        match action {
            PlanAction::Begin(operation) => {
                ui.work = Some((Plan::blank(operation), None));
                ui.choosing = false;
                continue;
            }
            PlanAction::Drop => {
                ui.choosing = !ui.changed() && !ui.choosing;
                ui.work = None;
                continue;
            }
            PlanAction::Table | PlanAction::Sign | PlanAction::Withdraw => continue,
            _ => {}
        }
        let from = seat.view.operations.draft.as_ref().map(|d| d.revision);
        let Some(mut plan) = ui.plan(seat).cloned() else {
            continue;
        };
        alter(&mut plan, action, seat);
        let from = ui.work.as_ref().map_or(from, |(_, from)| *from);
        ui.work = Some((plan, from));
    }
}

fn alter(plan: &mut Plan, action: PlanAction, seat: &SeatEnd) {
    fn toggle<T: Ord + Copy>(list: &mut Vec<T>, one: T) {
        match list.binary_search(&one) {
            Ok(at) => {
                list.remove(at);
            }
            Err(at) => list.insert(at, one),
        }
    }
    let other = |now: &mut Option<_>, wanted| {
        *now = Some(wanted).filter(|wanted| *now != Some(*wanted));
    };
    let rounds = seat.case.rounds;
    let now = seat.view.clock.round;
    match action {
        PlanAction::Objective(aim) => plan.objective = Some(aim),
        PlanAction::Place(team, place) => plan.places[team.index()] = Some(place),
        PlanAction::Round(by) => {
            let start = plan.start.unwrap_or(Start {
                round: now,
                minute: 0,
            });
            let round = if plan.start.is_some() {
                start.round.saturating_add_signed(by).clamp(now, rounds)
            } else {
                now
            };
            plan.start = Some(Start { round, ..start });
        }
        PlanAction::Minute(by) => {
            let last = i32::from(seat.case.round_hours) * 60 - i32::from(STEP);
            let start = plan.start.unwrap_or(Start {
                round: now,
                minute: 0,
            });
            let minute = (i32::from(start.minute) + i32::from(by)).clamp(0, last.max(0));
            let minute = u16::try_from(minute).unwrap_or(0);
            plan.start = Some(Start { minute, ..start });
        }
        PlanAction::Role(officer, role) => {
            let had = plan.officers.iter().position(|(o, _)| *o == officer);
            let same = had.is_some_and(|at| plan.officers[at].1 == role);
            if let Some(at) = had {
                plan.officers.remove(at);
            }
            if !same {
                plan.officers.push((officer, role));
                plan.officers.sort_unstable();
            }
        }
        PlanAction::Basis(authority) => {
            let own = &mut plan.basis[seat.case.team.index()];
            *own = Some(authority).filter(|_| *own != Some(authority));
        }
        PlanAction::Risk(risk) => toggle(&mut plan.risks, risk),
        PlanAction::Contingency(wanted) => other(&mut plan.contingency, wanted),
        PlanAction::Cite(item) => toggle(&mut plan.cited, item),
        PlanAction::Begin(_)
        | PlanAction::Drop
        | PlanAction::Table
        | PlanAction::Sign
        | PlanAction::Withdraw => {}
    }
}

/// Gives the commands.
fn give(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<PlanUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
) {
    for act in acts.read() {
        let Action::Plan(action) = act.action else {
            continue;
        };
        let table = play.seat().view.operations.draft.as_ref();
        let revision = table.map(|d| d.revision);
        let command = match action {
            PlanAction::Table => ui.work.clone().map(|(plan, _)| Command::DraftPlan { plan }),
            PlanAction::Sign => revision.map(|revision| Command::SignPlan { revision }),
            PlanAction::Withdraw => Some(Command::WithdrawPlan),
            _ => None,
        };
        let Some(command) = command else { continue };
        wake.soon();
        let said = play.bypass_change_detection().send(command);
        let why = match &said {
            Said::Refused(refusal) => Some(refused(refusal)),
            other => other.why_not(),
        };
        match why {
            None => {
                play.set_changed();
                ui.work = None;
                ui.choosing = false;
                let partner = super::super::folder::words::partner(&play.seat().case);
                let draft = play.seat().view.operations.draft.as_ref();
                let stands = draft.is_some_and(|draft| draft.signed == [true; 2]);
                let key = match action {
                    PlanAction::Table => "plan-tabled",
                    PlanAction::Sign if stands => "plan-stands-notice",
                    PlanAction::Sign => "plan-signed-notice",
                    _ => "plan-withdrawn-notice",
                };
                notices.tell(t(key).with("team", partner));
            }
            Some(why) => notices.refuse(why),
        }
    }
}

/// A refusal in words, with what a plan lacks.
fn refused(refusal: &Refusal) -> Words {
    let words = family("refusal", refusal.key());
    match refusal {
        Refusal::PlanIncomplete { what } => {
            words.with("what", family("operation-part", what.key()))
        }
        _ => words,
    }
}

/// A time of the plan on one service's clock.
fn clock(seat: &SeatEnd, start: Start, team: Team) -> Words {
    let first = u32::from(seat.case.services[team.index()].start_minute);
    let before = u32::from(start.round.saturating_sub(1)) * u32::from(seat.case.round_hours) * 60;
    plain(super::bar::hours(first + before + u32::from(start.minute)))
}

pub(super) fn build(parent: &mut Parent, scene: &Scene) {
    let (seat, ui) = (scene.seat, scene.plan);
    if seat.view.operations.offered.is_empty() && seat.view.operations.runs.is_empty() {
        let place = Node {
            padding: px(24).all(),
            max_width: px(560),
            ..column(GAP_2)
        };
        parent.spawn(place).with_children(|place| {
            place.spawn(text(t("plan-none"), Type::BODY.tone(Tone::Text2)));
        });
        return;
    }
    let halves = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        ..default()
    };
    parent.spawn(halves).with_children(|halves| {
        let half = |grow: f32| Node {
            flex_grow: grow,
            flex_basis: px(0),
            min_width: px(0),
            min_height: px(0),
            ..column(0.0)
        };
        halves.spawn(half(1.0)).with_children(|half| {
            scroll::area(half, px(GAP_2).all(), GAP_2, false, |page| {
                page.spawn((column(GAP_2), Built::of(Part::Paper, seat, ui)))
                    .with_children(|page| fill(page, Part::Paper, seat, ui));
            });
        });
        let side = Node {
            width: px(284),
            flex_shrink: 0.0,
            min_height: px(0),
            ..column(0.0)
        };
        halves.spawn(side).with_children(|half| {
            let around = UiRect::new(px(0), px(13), px(GAP_2), px(GAP_2));
            scroll::area(half, around, GAP_3, false, |page| {
                page.spawn((column(GAP_2), Built::of(Part::Side, seat, ui)))
                    .with_children(|page| fill(page, Part::Side, seat, ui));
            });
        });
    });
}

/// Builds anew what the changes on the desk change.
fn refresh(
    play: Res<Play>,
    ui: Res<PlanUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut parts {
        let part = built.part;
        let now = Built::of(part, play.seat(), &ui);
        if *built == now {
            continue;
        }
        *built = now;
        wake.soon();
        super::rebuild(&mut commands, entity, |page| {
            fill(page, part, play.seat(), &ui);
        });
    }
}

fn fill(page: &mut Parent, part: Part, seat: &SeatEnd, ui: &PlanUi) {
    let plan = ui.plan(seat);
    let offer = plan.and_then(|plan| Some((plan, operation(seat, plan)?)));
    match (part, offer) {
        (Part::Paper, Some((plan, offer))) => paper::build(page, seat, ui, plan, offer),
        (Part::Paper, None) => offers::build(page, seat),
        (Part::Side, Some((plan, _))) => side::build(page, seat, ui, plan),
        (Part::Side, None) => side::runs(page, seat),
    }
}

/// The plan on the table, if it is the one that lies before the team.
fn table<'a>(seat: &'a SeatEnd, ui: &PlanUi) -> Option<&'a PlanView> {
    let table = seat.view.operations.draft.as_ref();
    table.filter(|_| !ui.changed())
}
