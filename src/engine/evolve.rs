//! Folding one event into the state. Never fails, never judges, never rolls.

use std::sync::Arc;

use super::authority;
use super::board::{Challenge, Claim, Posting};
use super::desk;
use super::event::{Cause, Event};
use super::facilitation;
use super::operations;
use super::plot;
use super::set_pieces;
use super::state::{
    Draft, Duty, Holding, Line, LineKind, Phase, Received, Report, Sending, State, TaskResult,
};
use super::theory::Theory;
use crate::scenario::ids::{ItemId, OfficerId, TaskId, Team};
use crate::scenario::model::Effect;
use crate::scenario::words::{Channel, Form, TrustCause};

/// The state after `event`.
pub fn evolve(state: &mut State, event: &Event) {
    state.events += 1;
    match event {
        Event::Acknowledged { team } => state.teams[team.index()].acknowledged = true,
        Event::RoundStarted { round } => start_round(state, *round),
        Event::TaskAssigned { officer, task, .. } => assign(state, *officer, *task),
        Event::TaskCleared { officer, .. } => set_duty(state, *officer, None),
        Event::TheoryRecorded { team, theory, at } => {
            state.now = *at;
            record_theory(state, *team, theory);
        }
        Event::ItemShared {
            team,
            item,
            form,
            channel,
            note,
            arrives,
            at,
        } => {
            state.now = *at;
            let note = note.as_deref().map(Arc::from);
            let sending = Sending {
                item: *item,
                form: *form,
                channel: *channel,
                note,
                sent: state.round,
                arrives: *arrives,
                arrived: false,
            };
            state.teams[team.index()].sendings.push(sending);
            state.sent_to[team.other().index()].set(item.index(), true);
            let what = LineKind::Sent {
                item: *item,
                form: *form,
                channel: *channel,
                arrives: *arrives,
            };
            line(state, *team, what);
        }
        Event::ItemArrived {
            team,
            item,
            form,
            channel,
            note,
        } => {
            arrive(state, *team, *item, *form, *channel, note.as_deref());
        }
        Event::MessageSent { team, text, at } => {
            state.now = *at;
            let text: Arc<str> = Arc::from(text.as_str());
            for side in Team::BOTH {
                line(
                    state,
                    side,
                    LineKind::Message {
                        from: *team,
                        text: Arc::clone(&text),
                    },
                );
            }
        }
        Event::Requested { .. }
        | Event::RequestAnswered { .. }
        | Event::PointerQueried { .. }
        | Event::PointerMatched { .. }
        | Event::ConsentAsked { .. }
        | Event::ConsentGiven { .. }
        | Event::Breach { .. }
        | Event::TrustMoved { .. }
        | Event::BlueOnBlue { .. } => desk::evolve(state, event),
        Event::ReadySet { team, ready } => state.teams[team.index()].ready = *ready,
        Event::PlanningEnded { by_clock } => end_planning(state, *by_clock),
        Event::TaskResolved {
            team,
            officer,
            task,
            chance,
            roll,
            success,
        } => {
            set_duty(state, *officer, None);
            let before = state.done.has(task.index());
            if *success {
                state.done.set(task.index(), true);
            }
            let result = TaskResult {
                officer: *officer,
                task: *task,
                chance: *chance,
                roll: *roll,
                success: Some(*success),
                gained: Vec::new(),
                played: None,
                before,
                corrected: false,
            };
            report(state, *team, result);
        }
        Event::TaskContinues {
            team,
            officer,
            task,
        } => {
            let result = TaskResult {
                officer: *officer,
                task: *task,
                chance: 0,
                roll: 0,
                success: None,
                gained: Vec::new(),
                played: None,
                before: state.done.has(task.index()),
                corrected: false,
            };
            report(state, *team, result);
        }
        Event::SetPieceOpened { .. }
        | Event::SetPiecePlayed { .. }
        | Event::SetPieceEnded { .. } => set_pieces::fold(state, event),
        Event::Effected { effect, cause } => take_effect(state, *effect, *cause),
        Event::WelfareChanged { person, by } => {
            change_welfare(state, person.index(), *by);
        }
        Event::InjectFired { .. }
        | Event::InjectHeld { .. }
        | Event::InjectReleased { .. }
        | Event::InjectSkipped { .. }
        | Event::InjectEdited { .. }
        | Event::Decided { .. }
        | Event::Stepped { .. }
        | Event::StepPrevented { .. }
        | Event::Reacted { .. } => plot::fold(state, event),
        Event::MilestoneReached { milestone } => state.milestones.set(milestone.index(), true),
        Event::LinkAdded { .. }
        | Event::LinkRemoved { .. }
        | Event::LinkPosted { .. }
        | Event::LinkWithdrawn { .. }
        | Event::LinkChallenged { .. }
        | Event::ChallengeSettled { .. } => on_the_board(state, event),
        Event::PlanDrafted { .. }
        | Event::PlanSigned { .. }
        | Event::PlanWithdrawn { .. }
        | Event::OperationRun { .. } => operations::fold(state, event),
        Event::AuthorityApplied { .. } => authority::fold(state, event),
        Event::Paused => state.paused = true,
        Event::Resumed => state.paused = false,
        Event::PlanningExtended { seconds } => {
            state.extension = state.extension.saturating_add(*seconds);
        }
        Event::VerdictOpened => {
            enter(state, Phase::Verdict);
            state.welfare_end();
        }
        Event::VerdictDrafted {
            team,
            revision,
            theory,
        } => {
            state.draft = Some(Draft {
                revision: *revision,
                by: *team,
                theory: theory.clone(),
                signed: [false; 2],
            });
        }
        Event::VerdictSigned { team, .. } => {
            if let Some(draft) = &mut state.draft {
                draft.signed[team.index()] = true;
            }
        }
        Event::DebriefOpened { joint } => {
            enter(state, Phase::Debrief);
            if *joint {
                state.verdict = state.draft.as_ref().map(|d| d.theory.clone());
                use_cited(state);
            }
        }
        Event::PaceSet { .. }
        | Event::ItemGiven { .. }
        | Event::TaskOverridden { .. }
        | Event::Told { .. }
        | Event::InjectInserted { .. }
        | Event::Observed { .. }
        | Event::Rated { .. }
        | Event::RatingSettled { .. }
        | Event::DebriefHeld
        | Event::TruthOpened => facilitation::fold(state, event),
        Event::QuestionnaireAnswered { .. } | Event::AnswersShown => {
            state.questionnaires.fold(event);
        }
    }
}

/// What events do to the joint board and to the teams' own links; the others do nothing to them.
fn on_the_board(state: &mut State, event: &Event) {
    let (round, board) = (state.round, &mut state.board);
    match event {
        Event::LinkAdded { team, link, items } => {
            let (link, items) = (*link, items.clone());
            board.add(*team, Claim { link, items, round });
        }
        Event::LinkRemoved { team, link } => board.remove(*team, *link),
        Event::LinkPosted { team, link, behind } => {
            let behind = *behind;
            board.post(*team, *link, Posting { round, behind });
        }
        Event::LinkWithdrawn { team, link } => board.withdraw(*team, *link),
        Event::LinkChallenged {
            team,
            link,
            text,
            at,
        } => {
            state.now = *at;
            let text = Arc::from(text.as_str());
            board.challenge(*team, *link, Some(Challenge { round, text }));
        }
        Event::ChallengeSettled { team, link } => board.challenge(*team, *link, None),
        _ => {}
    }
}

fn enter(state: &mut State, phase: Phase) {
    state.phase = phase;
    state.paused = false;
    state.extension = 0;
    for team in &mut state.teams {
        team.ready = false;
        team.acknowledged = false;
    }
}

fn start_round(state: &mut State, round: u8) {
    state.welfare_end();
    enter(state, Phase::Planning);
    state.round = round;
    let minutes = u32::from(state.scenario.round_hours) * 60;
    state.now.0 = u32::from(round.saturating_sub(1)) * minutes;
}

impl State {
    /// Notes each person's welfare at the end of a round that has been played.
    fn welfare_end(&mut self) {
        if self.round > 0 {
            for (log, now) in self.welfare_log.iter_mut().zip(&self.welfare) {
                log.push(*now);
            }
        }
    }
}

fn assign(state: &mut State, officer: OfficerId, task: TaskId) {
    let rounds = state
        .scenario
        .tasks
        .get(task.index())
        .map_or(1, |t| t.rounds);
    let until = state.round.saturating_add(rounds.saturating_sub(1));
    set_duty(
        state,
        officer,
        Some(Duty {
            task,
            since: state.round,
            until,
        }),
    );
}

pub(super) fn set_duty(state: &mut State, officer: OfficerId, duty: Option<Duty>) {
    if let Some(slot) = state.duties.get_mut(officer.index()) {
        *slot = duty;
    }
}

fn record_theory(state: &mut State, team: Team, theory: &Theory) {
    let side = &mut state.teams[team.index()];
    let theory = Arc::new(theory.clone());
    side.first_theory.get_or_insert_with(|| Arc::clone(&theory));
    side.theory = Some(theory);
}

pub(super) fn line(state: &mut State, team: Team, what: LineKind) {
    let entry = Line {
        round: state.round,
        at: state.now,
        what,
    };
    state.teams[team.index()].line.push(entry);
}

fn arrive(
    state: &mut State,
    team: Team,
    item: ItemId,
    form: Form,
    channel: Channel,
    note: Option<&str>,
) {
    let sender = &mut state.teams[team.other().index()];
    if let Some(sending) = sender
        .sendings
        .iter_mut()
        .find(|s| s.item == item && s.form == form && s.channel == channel && !s.arrived)
    {
        sending.arrived = true;
    }
    let round = state.round;
    let received = Some(Received {
        channel,
        round,
        note: note.map(Arc::from),
    });
    let side = &mut state.teams[team.index()];
    match side.folder.iter_mut().find(|h| h.item == item) {
        Some(holding) => {
            // A full text replaces a tear-line, and a formal copy a lead; never the other way round.
            let formal = |r: &Received| r.channel == Channel::Mutual;
            let kept = holding.form == Form::Full && holding.received.as_ref().is_some_and(formal);
            if form == Form::Full && !kept {
                holding.form = Form::Full;
                holding.received = received;
            }
        }
        None => side.folder.push(Holding {
            item,
            form,
            since: round,
            received,
        }),
    }
    state.held[team.index()].set(item.index(), true);
    state.read_again(team, item);
    line(
        state,
        team,
        LineKind::Arrived {
            item,
            form,
            channel,
        },
    );
}

fn end_planning(state: &mut State, by_clock: bool) {
    enter(state, Phase::Resolution);
    let round = state.round;
    state.now.0 = u32::from(round) * u32::from(state.scenario.round_hours) * 60;
    for team in &mut state.teams {
        team.report = Some(Report {
            round,
            by_clock,
            results: Vec::new(),
            operation: None,
        });
    }
    mark_used(state);
}

/// Items that a task under way needed count as used in this round.
fn mark_used(state: &mut State) {
    let scenario = Arc::clone(&state.scenario);
    let round = state.round;
    for (officer, duty) in scenario.officers.iter().zip(&state.duties) {
        let Some(duty) = duty else { continue };
        let Some(task) = scenario.tasks.get(duty.task.index()) else {
            continue;
        };
        let team = officer.team.index();
        task.needs.for_each_item(&mut |item| {
            if state.held[team].has(item.index())
                && let Some(used) = state.used[team].get_mut(item.index())
                && *used == 0
            {
                *used = round;
            }
        });
    }
}

/// Items that the verdict cites count as used in the last round.
fn use_cited(state: &mut State) {
    let verdict = state.verdict.as_ref();
    let cited: Option<Vec<ItemId>> = verdict.map(|v| v.all_cited().collect());
    for team in Team::BOTH {
        use_items(state, team, cited.as_deref().unwrap_or_default());
    }
}

/// Items that a team rests on count as used, from the first time on.
pub(super) fn use_items(state: &mut State, team: Team, items: &[ItemId]) {
    let round = state.round;
    for item in items {
        if let Some(used) = state.used[team.index()].get_mut(item.index())
            && *used == 0
        {
            *used = round;
        }
    }
}

pub(super) fn report(state: &mut State, team: Team, result: TaskResult) {
    if let Some(report) = &mut state.teams[team.index()].report {
        report.results.push(result);
    }
}

fn take_effect(state: &mut State, effect: Effect, cause: Cause) {
    match effect {
        Effect::Give { item, to } => give(state, item, to, cause),
        Effect::Flag(flag) => state.flags.set(flag.index(), true),
        Effect::Exposure(by) => {
            state.exposure = state.exposure.saturating_add_signed(by).min(100);
        }
        Effect::Welfare { person, by } => change_welfare(state, person.index(), by),
        Effect::Trust(by) => desk::trust(state, by, TrustCause::Case),
        Effect::Open(task) => state.open.set(task.index(), true),
        Effect::Close(task) => state.open.set(task.index(), false),
    }
}

/// The team has the item in full; false if it had it so before.
pub(super) fn take_up(state: &mut State, item: ItemId, to: Team) -> bool {
    let round = state.round;
    let side = &mut state.teams[to.index()];
    match side.folder.iter_mut().find(|h| h.item == item) {
        Some(holding) if holding.form == Form::Full => return false,
        Some(holding) => holding.form = Form::Full,
        None => side.folder.push(Holding {
            item,
            form: Form::Full,
            since: round,
            received: None,
        }),
    }
    state.held[to.index()].set(item.index(), true);
    state.read_again(to, item);
    true
}

fn give(state: &mut State, item: ItemId, to: Team, cause: Cause) {
    if !take_up(state, item, to) {
        return;
    }
    let side = &mut state.teams[to.index()];
    // What a task yields is told with that task, to the team that did it.
    if let Cause::Task(task) = cause
        && let Some(report) = &mut side.report
        && let Some(result) = report.results.iter_mut().find(|r| r.task == task)
    {
        result.gained.push(item);
    }
    if let Cause::Operation(operation) = cause
        && let Some(run) = state.operations.runs.last_mut()
        && run.plan.operation == operation
    {
        run.gained[to.index()].push(item);
    }
}

fn change_welfare(state: &mut State, person: usize, by: i8) {
    if let Some(w) = state.welfare.get_mut(person) {
        *w = w.saturating_add_signed(by).min(10);
        // What an inject does after the last round still belongs to it.
        if state.phase == Phase::Verdict
            && let Some(last) = state.welfare_log.get_mut(person).and_then(|l| l.last_mut())
        {
            *last = *w;
        }
    }
}
