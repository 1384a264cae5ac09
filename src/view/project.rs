//! Building a team's view, field by field, from the state.
//!
//! Reads the partner's side only for: whether it is ready, what it sent that has arrived, what this
//! team sent it, messages, the joint drafts, and the joint board. After the debrief is open, everything.

use std::sync::Arc;

use super::authority::{authorities, needed};
use super::chart::{board, chart};
use super::debrief::debrief_view;
use super::elements::{ElementView, elements, roles};
use super::folder;
use super::item::SubjectView;
use super::liaison::liaison;
use super::list::place;
use super::msel::inject_text;
use super::operations::operations;
use super::questionnaires::{handed_in, surveys};
use super::set_pieces::{SetPieceOffer, played, set_pieces};
use super::team::DecisionView;
use super::team::{
    CaseView, ClockView, DebriefView, LineEntry, LineWhat, MapView, OfficerView, PlaceView,
    QuestionView, ReportView, ServiceView, TaskReport, TaskState, TaskView, TeamView, TheoryView,
};
use super::verdict::{people, verdict};
use crate::engine::rules::{tasks, theory};
use crate::engine::set_pieces::edge;
use crate::engine::state::{Bits, LineKind, TaskResult};
use crate::engine::{Phase, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{InjectId, PlaceId, QuestionId, SubjectId, TaskId, Team};
use crate::scenario::model::{Place, Task};

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
        surveys: surveys(scenario).into(),
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
        liaison: liaison(state, team, &known).into(),
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
        handed_in: handed_in(state, team),
    }
}

/// The truth, where it is open to the teams.
pub(super) fn debrief(state: &State) -> Option<Arc<DebriefView>> {
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

pub(super) fn clock(state: &State, team: Team) -> ClockView {
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

pub(super) fn officers(state: &State, team: Team) -> Vec<OfficerView> {
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
        .filter_map(|(i, task)| Some((TaskId(i), task, stands(state, TaskId(i), task)?)))
}

/// How a task stands; `None`: it is not on the list.
fn stands(state: &State, id: TaskId, task: &Task) -> Option<TaskState> {
    let done = state.done.has(id.index()) && !task.repeat;
    Some(if let Some(officer) = tasks::doing(state, id) {
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
    })
}

fn task_list(state: &State, team: Team) -> Vec<TaskView> {
    standing(state, team)
        .map(|(id, task, stands)| task_view(state, id, task, stands))
        .collect()
}

fn task_view(state: &State, id: TaskId, task: &Task, stands: TaskState) -> TaskView {
    TaskView {
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
        again: again(state, id, task),
        chances: if task.set_piece.is_some() {
            Vec::new()
        } else {
            own_officers(state, task.team)
                .map(|(_, o)| tasks::chance(task, o))
                .collect()
        },
        set_piece: task.set_piece.map(|piece| SetPieceOffer {
            kind: piece.kind(),
            edges: own_officers(state, task.team)
                .map(|(_, o)| edge(task, o))
                .collect(),
        }),
    }
}

fn again(state: &State, id: TaskId, task: &Task) -> bool {
    task.repeat && state.done.has(id.index())
}

/// The same, where nothing has changed but who has which task.
pub(super) fn renew_given(
    state: &State,
    team: Team,
    old: &mut Arc<Vec<TaskView>>,
) -> Option<Vec<u32>> {
    let mut changed = Vec::new();
    for n in 0..old.len() {
        let view = &old[n];
        let shown = match view.state {
            TaskState::Given(officer) => Some(officer),
            _ => None,
        };
        if shown == tasks::doing(state, view.id) {
            continue;
        }
        let Some(now) = stands(state, view.id, state.scenario().task(view.id)) else {
            return renew_tasks(state, team, old);
        };
        Arc::make_mut(old)[n].state = now;
        changed.push(place(n));
    }
    (!changed.is_empty()).then_some(changed)
}

/// Of a task only how it stands can change, and how far one is with the authority that it needs. Says at
/// which places the list has changed; `None`: nowhere.
pub(super) fn renew_tasks(
    state: &State,
    team: Team,
    old: &mut Arc<Vec<TaskView>>,
) -> Option<Vec<u32>> {
    let (mut changed, mut count) = (Vec::new(), 0);
    for (n, (id, task, stands)) in standing(state, team).enumerate() {
        count = n + 1;
        match old.get(n).filter(|view| view.id == id) {
            Some(view) => {
                let authority = needed(state, task);
                let again = again(state, id, task);
                if stands != view.state || authority != view.authority || again != view.again {
                    let view = &mut Arc::make_mut(old)[n];
                    (view.state, view.authority, view.again) = (stands, authority, again);
                    changed.push(place(n));
                }
            }
            // One has come or gone.
            None => {
                *old = task_list(state, team).into();
                changed.extend(place(n)..place(old.len()));
                return Some(changed);
            }
        }
    }
    let shorter = old.len() > count;
    if shorter {
        Arc::make_mut(old).truncate(count);
    }
    (shorter || !changed.is_empty()).then_some(changed)
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
    known_places(state, team, known)
        .map(|(id, place)| place_view(id, place))
        .collect()
}

/// Of a place nothing changes but whether the team knows it.
pub(super) fn renew_places(
    state: &State,
    team: Team,
    known: &Bits,
    old: &mut Arc<Vec<PlaceView>>,
) -> bool {
    let now = known_places(state, team, known).map(|(id, _)| id);
    let changed = !old.iter().map(|p| p.id).eq(now);
    if changed {
        *old = places(state, team, known).into();
    }
    changed
}

fn known_places<'s>(
    state: &'s State,
    team: Team,
    known: &Bits,
) -> impl Iterator<Item = (PlaceId, &'s Place)> + use<'s> {
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
        .map(PlaceId)
        .zip(&scenario.map.places)
        .filter(move |(id, place)| !place.hidden || shown.has(id.index()))
}

pub(super) fn place_view(id: PlaceId, place: &Place) -> PlaceView {
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

/// What is on the line stays there as it is, but for what is asked of a team until it decides. Says at
/// which places it has changed; `None`: nowhere.
pub(super) fn renew_line(
    state: &State,
    team: Team,
    old: &mut Arc<Vec<LineEntry>>,
) -> Option<Vec<u32>> {
    let mut decided: Vec<(usize, DecisionView)> = Vec::new();
    let asks = state
        .scenario()
        .injects
        .iter()
        .any(|i| i.decision.is_some());
    for (n, entry) in old.iter().enumerate().filter(|_| asks) {
        if let LineWhat::Inject {
            decision: Some(was),
            ..
        } = &entry.what
            && let Some(now) = decision(state, team, was.inject).filter(|now| now != was)
        {
            decided.push((n, now));
        }
    }
    let mut new = line_from(state, team, old.len()).peekable();
    if decided.is_empty() && new.peek().is_none() {
        return None;
    }
    let mut changed: Vec<u32> = decided.iter().map(|(n, _)| place(*n)).collect();
    let line = Arc::make_mut(old);
    let first = line.len();
    line.extend(new);
    changed.extend(place(first)..place(line.len()));
    for (n, now) in decided {
        if let LineWhat::Inject { decision, .. } = &mut line[n].what {
            *decision = Some(now);
        }
    }
    Some(changed)
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

/// A theory is shown again where it is another, or where something that it can name has become known.
pub(super) fn renew_theory(
    state: &State,
    team: Team,
    known: &Bits,
    news: bool,
    old: &mut Arc<TheoryView>,
) -> bool {
    let scenario = state.scenario();
    let side = state.team(team);
    let options = |was: &QuestionView| {
        let all = scenario.theory.questions.get(was.id.index());
        let now = all.into_iter().flat_map(|q| &q.options);
        let now = now.filter(|s| known.has(s.index()));
        was.options.iter().map(|s| &s.id).eq(now)
    };
    let people = scenario.people.iter().map(|p| p.subject);
    let roles = scenario.theory.roles.iter().map(|r| r.subject);
    let cited = |was: &ElementView| {
        let cell = &was.cell;
        *cell == super::elements::cell(state, team, cell.iter().map(|c| &c.item))
    };
    let named = || {
        old.questions.iter().all(options)
            && (old.people.iter().map(|p| p.subject)).eq(people.filter(|s| known.has(s.index())))
            && (old.roles.iter().map(|r| r.subject.id)).eq(roles.filter(|s| known.has(s.index())))
    };
    let same = old.first.as_ref() == side.first_theory.as_deref()
        && old.current.as_ref() == side.theory.as_deref()
        && old.elements.iter().all(cited)
        && (!news || named());
    if !same {
        *old = theory_view(state, team, known).into();
    }
    !same
}

fn theory_view(state: &State, team: Team, known: &Bits) -> TheoryView {
    let scenario = state.scenario();
    let side = state.team(team);
    TheoryView {
        first: side.first_theory.as_deref().cloned(),
        current: side.theory.as_deref().cloned(),
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

pub(super) fn report(state: &State, team: Team) -> Option<ReportView> {
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
pub(super) fn hint(state: &State, team: Team) -> Option<crate::scenario::Text> {
    let scenario = state.scenario();
    let mut own = (0..)
        .zip(&scenario.milestones)
        .filter(|(_, m)| m.team == Some(team));
    own.find(|(i, m)| !state.milestones.has(*i) && m.hint.is_some())
        .and_then(|(_, m)| m.hint.clone())
}
