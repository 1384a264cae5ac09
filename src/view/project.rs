//! Building a team's view, field by field, from the state.
//!
//! Reads the partner's side only for: whether it is ready, what it sent that has arrived, what this
//! team sent it, messages, the joint drafts, and the joint board. After the debrief is open, everything.

use std::sync::Arc;

use super::authority::{authorities, needed};
use super::chart::{board, chart};
use super::debrief::debrief_view;
use super::delta::Section;
use super::elements::{elements, roles};
use super::folder;
use super::item::SubjectView;
use super::liaison::liaison;
use super::msel::inject_text;
use super::operations::operations;
use super::set_pieces::{SetPieceOffer, played, set_pieces};
use super::team::DecisionView;
use super::team::{
    CaseView, ClockView, DebriefView, LineEntry, LineWhat, MapView, OfficerView, PlaceView,
    QuestionView, ReportView, ServiceView, TaskReport, TaskState, TaskView, TeamView, TheoryView,
};
use super::touch::Touched;
use super::verdict::{people, verdict};
use crate::engine::rules::{tasks, theory};
use crate::engine::set_pieces::edge;
use crate::engine::state::{Bits, LineKind, TaskResult};
use crate::engine::{Phase, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{InjectId, PlaceId, QuestionId, SubjectId, TaskId, Team};
use crate::scenario::model::Task;

/// What does not change during the exercise, for `team`.
#[must_use]
pub fn case_view(scenario: &Scenario, team: Team) -> CaseView {
    let own = scenario.service(team);
    CaseView {
        team,
        id: Arc::from(scenario.id.as_str()),
        title: scenario.title.clone(),
        summary: scenario.summary.clone(),
        languages: scenario.languages.clone().into(),
        minutes: scenario.minutes,
        difficulty: scenario.difficulty,
        rounds: scenario.rounds,
        round_hours: scenario.round_hours,
        services: services(scenario),
        briefing: own.briefing.clone(),
        law: own.law.clone(),
        budget: own.budget,
        delays: scenario.delays,
        map: map_view(scenario),
    }
}

/// Both services' public face, by `Team as usize`.
pub(super) fn services(scenario: &Scenario) -> [ServiceView; 2] {
    let offset = |t: Team| {
        let shift = scenario.service(t).utc_offset - scenario.service(Team::North).utc_offset;
        let minute = i32::from(scenario.start_minute) + i32::from(shift);
        u16::try_from(minute.rem_euclid(24 * 60)).unwrap_or(0)
    };
    Team::BOTH.map(|t| {
        let s = scenario.service(t);
        ServiceView {
            name: s.name.clone(),
            short: s.short.clone(),
            place: s.place.clone(),
            start_minute: offset(t),
        }
    })
}

/// The land of a case, without its places.
#[must_use]
pub fn map_view(scenario: &Scenario) -> MapView {
    let map = &scenario.map;
    MapView {
        size: map.size,
        km_per_100: map.km_per_100,
        land: map.land.clone(),
        lines: map.lines.clone(),
        labels: map
            .labels
            .iter()
            .map(|l| (l.text.clone(), l.at, l.kind))
            .collect(),
    }
}

/// What `team` may see of `state`.
#[must_use]
pub fn project(state: &State, team: Team) -> TeamView {
    let known = theory::known_subjects(state, team);
    TeamView {
        clock: clock(state, team),
        officers: officers(state, team),
        tasks: task_list(state, team).into(),
        folder: folder::folder(state, team).into(),
        places: places(state, team, &known).into(),
        line: line(state, team).into(),
        liaison: liaison(state, team).into(),
        theory: theory_view(state, team, &known).into(),
        verdict: verdict(state, team),
        report: report(state, team),
        hint: hint(state, team),
        debrief: debrief(state),
        chart: chart(state, team).into(),
        board: board(state),
        operations: operations(state, team),
        authorities: authorities(state, team),
        set_pieces: set_pieces(state, team),
    }
}

/// Brings a view up to date after events that touched these sections, and says what has changed.
pub fn refresh(state: &State, team: Team, view: &mut TeamView, touched: Touched) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut touched = touched;
    // What grows or changes only in places is brought up to date where it is; what a section shares
    // with whoever holds the last one is copied only when it has changed.
    macro_rules! renewed {
        ($flag:ident, $variant:ident, $field:ident, $renew:path) => {
            if touched.has(Touched::$flag) && $renew(state, team, &mut view.$field) {
                sections.push(Section::$variant(view.$field.clone()));
            }
        };
    }
    macro_rules! section {
        ($flag:ident, $variant:ident, $field:ident, $now:expr) => {
            if touched.has(Touched::$flag) {
                let now = $now;
                if view.$field != now {
                    view.$field = now.clone();
                    sections.push(Section::$variant(now));
                }
            }
        };
    }
    section!(CLOCK, Clock, clock, clock(state, team));
    section!(OFFICERS, Officers, officers, officers(state, team));
    let before = sections.len();
    renewed!(TASKS, Tasks, tasks, renew_tasks);
    if sections.len() > before {
        // Where a team may send someone, it knows the place, and whom they are sent to.
        touched = touched
            .and(Touched::PLACES)
            .and(Touched::THEORY)
            .and(Touched::LIAISON);
    }
    let named = Touched::PLACES.and(Touched::THEORY);
    let known = if touched.has(named) {
        theory::known_subjects(state, team)
    } else {
        Bits::default()
    };
    renewed!(FOLDER, Folder, folder, folder::renew);
    section!(PLACES, Places, places, places(state, team, &known).into());
    renewed!(LINE, Line, line, renew_line);
    if touched.has(Touched::LIAISON) {
        renewed!(LIAISON, Liaison, liaison, super::liaison::renew);
    } else {
        renewed!(CHECKS, Liaison, liaison, super::liaison::renew_checks);
    }
    section!(
        THEORY,
        Theory,
        theory,
        theory_view(state, team, &known).into()
    );
    section!(VERDICT, Verdict, verdict, verdict(state, team));
    section!(REPORT, Report, report, report(state, team));
    section!(HINT, Hint, hint, hint(state, team));
    section!(DEBRIEF, Debrief, debrief, debrief(state));
    section!(CHART, Chart, chart, chart(state, team).into());
    section!(BOARD, Board, board, board(state));
    section!(OPERATIONS, Operations, operations, operations(state, team));
    section!(
        AUTHORITIES,
        Authorities,
        authorities,
        authorities(state, team)
    );
    section!(SET_PIECES, SetPieces, set_pieces, set_pieces(state, team));
    sections
}

/// The truth, where it is open to the teams.
fn debrief(state: &State) -> Option<Arc<DebriefView>> {
    state.truth_open().then(|| Arc::new(debrief_view(state)))
}

/// Is the team ready, or has it read what is before it?
pub(super) fn ready(state: &State, team: Team) -> bool {
    let side = state.team(team);
    match state.phase() {
        Phase::Briefing | Phase::Resolution => side.acknowledged,
        Phase::Planning => side.ready,
        Phase::Verdict => (state.draft.as_ref()).is_some_and(|d| d.signed[team.index()]),
        Phase::Debrief => true,
    }
}

fn clock(state: &State, team: Team) -> ClockView {
    ClockView {
        phase: state.phase(),
        round: state.round(),
        paused: state.paused(),
        limit_seconds: state.limit_seconds(),
        hours_used: state.hours_used(team),
        ready: ready(state, team),
        partner_ready: ready(state, team.other()),
    }
}

fn own_officers(
    state: &State,
    team: Team,
) -> impl Iterator<Item = (u16, &crate::scenario::model::Officer)> {
    (0u16..)
        .zip(&state.scenario().officers)
        .filter(move |(_, o)| o.team == team)
}

fn officers(state: &State, team: Team) -> Vec<OfficerView> {
    own_officers(state, team)
        .map(|(i, o)| {
            let id = crate::scenario::ids::OfficerId(i);
            let duty = state.duty(id);
            OfficerView {
                id,
                name: o.name.clone(),
                initials: Arc::clone(&o.initials),
                skill: o.skill,
                level: o.level,
                portrait: o.portrait,
                place: duty.map_or(o.at, |d| state.scenario().task(d.task).place),
                task: duty.map(|d| d.task),
                busy_until: duty.filter(|d| d.since < state.round()).map(|d| d.until),
                engaged: state.operations.engaged(team, id),
            }
        })
        .collect()
}

/// The tasks on the team's list, and how each stands.
fn standing(state: &State, team: Team) -> impl Iterator<Item = (TaskId, &Task, TaskState)> {
    let list = (0u16..).zip(&state.scenario().tasks);
    list.filter(move |(_, t)| t.team == team)
        .filter_map(|(i, task)| {
            let id = TaskId(i);
            let done = state.done.has(id.index()) && !task.repeat;
            let stands = if let Some(officer) = tasks::doing(state, id) {
                TaskState::Given(officer)
            } else if done {
                TaskState::Done
            } else if tasks::listed(state, id)? {
                match tasks::unauthorised(state, task) {
                    Some(_) => TaskState::Unauthorised,
                    None => TaskState::Available,
                }
            } else {
                TaskState::Locked(task.locked.clone()?)
            };
            Some((id, task, stands))
        })
}

fn task_list(state: &State, team: Team) -> Vec<TaskView> {
    let view = |(id, task, stands): (TaskId, &Task, TaskState)| TaskView {
        id,
        kind: task.kind,
        title: task.title.clone(),
        detail: task.detail.clone(),
        place: task.place,
        skill: task.skill,
        hours: task.hours,
        rounds: task.rounds,
        risk: task.risk,
        target: task.target.map(|s| subject(state.scenario(), s)),
        authority: needed(state, task),
        in_the_field: task.kind.in_the_field(),
        state: stands,
        chances: if task.set_piece.is_some() {
            Vec::new()
        } else {
            own_officers(state, team)
                .map(|(_, o)| tasks::chance(task, o))
                .collect()
        },
        set_piece: task.set_piece.map(|piece| SetPieceOffer {
            kind: piece.kind(),
            edges: own_officers(state, team)
                .map(|(_, o)| edge(task, o))
                .collect(),
        }),
    };
    standing(state, team).map(view).collect()
}

/// Of a task only how it stands can change, and how far one is with the authority that it needs.
fn renew_tasks(state: &State, team: Team, old: &mut Arc<Vec<TaskView>>) -> bool {
    let mut now = standing(state, team);
    let mut same = true;
    for view in old.iter() {
        let next = now.next();
        same &= next.is_some_and(|(id, task, stands)| {
            id == view.id && stands == view.state && needed(state, task) == view.authority
        });
    }
    if same && now.next().is_none() {
        return false;
    }
    *old = task_list(state, team).into();
    true
}

pub(super) fn subjects(scenario: &Scenario, ids: &[SubjectId]) -> Vec<SubjectView> {
    ids.iter().map(|id| subject(scenario, *id)).collect()
}

pub(super) fn subject(scenario: &Scenario, id: SubjectId) -> SubjectView {
    let s = scenario.subject(id);
    SubjectView {
        id,
        kind: s.kind,
        name: s.name.clone(),
    }
}

fn places(state: &State, team: Team, known: &Bits) -> Vec<PlaceView> {
    let scenario = state.scenario();
    let mut shown = Bits::new(scenario.map.places.len());
    for (n, subject) in scenario.subjects.iter().enumerate() {
        if let Some(place) = subject.place.filter(|_| known.has(n)) {
            shown.set(place.index(), true);
        }
    }
    // Where the team may send someone, it knows the place.
    for (i, task) in (0u16..).zip(&scenario.tasks) {
        if task.team == team
            && scenario.place(task.place).hidden
            && tasks::listed(state, TaskId(i)).is_some()
        {
            shown.set(task.place.index(), true);
        }
    }
    (0u16..)
        .zip(&scenario.map.places)
        .filter(|(i, place)| !place.hidden || shown.has(usize::from(*i)))
        .map(|(i, place)| place_view(PlaceId(i), place))
        .collect()
}

pub(super) fn place_view(id: PlaceId, place: &crate::scenario::model::Place) -> PlaceView {
    PlaceView {
        id,
        name: place.name.clone(),
        at: place.at,
        kind: place.kind,
        label: place.label,
        learned: place.hidden,
    }
}

fn line(state: &State, team: Team) -> Vec<LineEntry> {
    line_from(state, team, 0).collect()
}

/// What is on the line stays there as it is, but for what is asked of a team until it decides.
fn renew_line(state: &State, team: Team, old: &mut Arc<Vec<LineEntry>>) -> bool {
    if state
        .scenario()
        .injects
        .iter()
        .any(|i| i.decision.is_some())
    {
        let now: Vec<LineEntry> = line_from(state, team, 0).collect();
        let changed = **old != now;
        if changed {
            *old = now.into();
        }
        return changed;
    }
    let mut new = line_from(state, team, old.len()).peekable();
    let changed = new.peek().is_some();
    if changed {
        Arc::make_mut(old).extend(new);
    }
    changed
}

fn line_from(state: &State, team: Team, first: usize) -> impl Iterator<Item = LineEntry> {
    let scenario = state.scenario();
    let entry = move |l: &crate::engine::state::Line| {
        Some(LineEntry {
            round: l.round,
            at: l.at,
            what: match &l.what {
                LineKind::Message { from, text } => LineWhat::Message {
                    from: *from,
                    text: Arc::clone(text),
                },
                LineKind::Arrived {
                    item,
                    form,
                    channel,
                } => LineWhat::Arrived {
                    item: *item,
                    form: *form,
                    channel: *channel,
                },
                LineKind::Sent {
                    item,
                    form,
                    channel,
                    arrives,
                } => LineWhat::Sent {
                    item: *item,
                    form: *form,
                    channel: *channel,
                    arrives: *arrives,
                },
                LineKind::Inject(id) => {
                    let inject = scenario.inject(*id);
                    LineWhat::Inject {
                        from: inject.from.clone(),
                        via: inject.via,
                        text: inject_text(state, *id),
                        decision: decision(state, team, *id),
                    }
                }
                LineKind::Plan {
                    by,
                    operation,
                    revision,
                    news,
                } => LineWhat::Plan {
                    by: *by,
                    title: scenario.operation(*operation).title.clone(),
                    revision: *revision,
                    news: *news,
                },
                LineKind::Ran(run) => {
                    let run = state.operations.runs.get(usize::from(*run))?;
                    let told = super::operations::told(state, team, run);
                    LineWhat::Ran {
                        title: told.title,
                        outcome: told.outcome,
                        misses: told.misses,
                        text: told.text,
                    }
                }
                LineKind::Authority {
                    authority,
                    missing,
                    from,
                } => super::authority::line(state, *authority, missing, *from),
                desks => super::liaison::line(state, desks)?,
            },
        })
    };
    state.team(team).line.iter().skip(first).filter_map(entry)
}

/// What an inject that reached the team asks it to decide.
fn decision(state: &State, team: Team, id: InjectId) -> Option<DecisionView> {
    let decision = state.scenario().inject(id).decision.as_ref()?;
    let until = state.plot.injects.get(id.index())?.until;
    let chosen = state.plot.chosen(id, team);
    let playing = state.phase() == Phase::Planning && state.round() <= until;
    Some(DecisionView {
        inject: id,
        options: decision.options.iter().map(|o| o.text.clone()).collect(),
        until,
        open: playing && chosen.is_none(),
        chosen: chosen.map(|c| c.option),
        by_default: chosen.is_some_and(|c| c.by_default),
    })
}

fn theory_view(state: &State, team: Team, known: &Bits) -> TheoryView {
    let scenario = state.scenario();
    let side = state.team(team);
    TheoryView {
        first: side.first_theory.clone(),
        current: side.theory.clone(),
        questions: (0u16..)
            .zip(&scenario.theory.questions)
            .map(|(i, q)| QuestionView {
                id: QuestionId(i),
                text: q.text.clone(),
                options: q
                    .options
                    .iter()
                    .filter(|s| known.has(s.index()))
                    .map(|s| subject(scenario, *s))
                    .collect(),
            })
            .collect(),
        people: people(scenario, |_, p| known.has(p.subject.index())),
        people_in_case: u16::try_from(scenario.people.len()).unwrap_or(u16::MAX),
        elements: elements(state, team),
        roles: roles(scenario, |_, r| known.has(r.subject.index())),
        roles_in_case: u16::try_from(scenario.theory.roles.len()).unwrap_or(u16::MAX),
    }
}

fn report(state: &State, team: Team) -> Option<ReportView> {
    let report = state.team(team).report.as_ref()?;
    let told = |r: &TaskResult| {
        let task = state.scenario().task(r.task);
        TaskReport {
            officer: r.officer,
            task: r.task,
            title: task.title.clone(),
            chance: r.chance,
            roll: r.roll,
            success: r.success,
            text: match r.success {
                Some(true) => Some(task.success_text.clone()),
                Some(false) => task.failure_text.clone(),
                None => None,
            },
            gained: r.gained.clone(),
            played: played(state, team, r),
            corrected: r.corrected,
        }
    };
    Some(ReportView {
        round: report.round,
        by_clock: report.by_clock,
        tasks: report.results.iter().map(told).collect(),
        gained: report
            .results
            .iter()
            .flat_map(|r| r.gained.iter().copied())
            .collect(),
        operation: (report.operation)
            .and_then(|n| state.operations.runs.get(usize::from(n)))
            .map(|run| super::operations::told(state, team, run)),
    })
}

/// The hint of the team's first milestone that it has not reached, while there is something to do.
fn hint(state: &State, team: Team) -> Option<crate::scenario::Text> {
    let scenario = state.scenario();
    let mut own = (0..)
        .zip(&scenario.milestones)
        .filter(|(_, m)| m.team == Some(team));
    own.find(|(i, m)| !state.milestones.has(*i) && m.hint.is_some())
        .and_then(|(_, m)| m.hint.clone())
}
