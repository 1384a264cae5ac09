//! Choosing tasks and shares from what a view lists.

use rand::{Rng, RngExt};

use super::operations::wanted;
use super::policy::pick;
use crate::engine::Command;
use crate::scenario::words::{Channel, Form, Handling, ItemKind, TaskKind};
use crate::view::{CaseView, ItemView, OfficerView, TaskState, TaskView, TeamView};

/// The round at whose end a task that is given now would be done.
fn done_in(view: &TeamView, task: &TaskView) -> u8 {
    let more = task.rounds.saturating_sub(1);
    view.clock.round.saturating_add(more)
}

/// Gives the likeliest available task to the first idle officer: rarest fit first, and what has been done already
/// last.
pub(super) fn assign_best(case: &CaseView, view: &TeamView) -> Option<Command> {
    let mut best: Option<((bool, u8, usize), usize)> = None;
    for (o, officer) in view.officers.iter().enumerate() {
        for (t, task) in view.tasks.iter().enumerate() {
            // On a tie the later task: what has just opened leads on.
            let worth = (!task.again, prospect(task, o), t);
            if fits(case, view, officer, task) && best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, o));
            }
        }
    }
    let ((.., t), o) = best?;
    Some(Command::AssignTask {
        officer: view.officers[o].id,
        task: view.tasks[t].id,
    })
}

/// Can the officer be sent to it now and be done in time?
pub(super) fn fits(
    case: &CaseView,
    view: &TeamView,
    officer: &OfficerView,
    task: &TaskView,
) -> bool {
    let left = case.budget.saturating_sub(view.clock.hours_used);
    let done = done_in(view, task);
    officer.task.is_none()
        && task.state == TaskState::Available
        && task.hours <= left
        && done <= case.rounds
        && officer.engaged.is_none_or(|r| r > done)
        && !wanted(view, officer.id)
}

/// How likely the team's officer at this place of its list brings the task off, in per cent.
pub(super) fn prospect(task: &TaskView, officer: usize) -> u8 {
    match &task.set_piece {
        Some(piece) => likely(task.kind, piece.edges.get(officer).copied().unwrap_or(0)),
        None => task.chances.get(officer).copied().unwrap_or(0),
    }
}

/// What is played turns out well for whoever knows how; who is in danger comes first.
fn likely(kind: TaskKind, edge: u8) -> u8 {
    match (kind, edge) {
        (_, 0) => 60,
        (TaskKind::VictimAssistance, _) => 100,
        _ => 82 + 2 * edge.min(5),
    }
}

pub(super) fn assign_any(view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let officer = pick(&view.officers, rng)?.id;
    let task = pick(&view.tasks, rng)?.id;
    Some(Command::AssignTask { officer, task })
}

pub(super) fn clear_any(view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    Some(Command::ClearTask {
        officer: pick(&view.officers, rng)?.id,
    })
}

/// Everything that may go, in the fullest form, the fastest way that its handling allows; evidence
/// by mutual legal assistance as well while there is time for it to arrive.
pub(super) fn share_all(case: &CaseView, view: &TeamView) -> Option<Command> {
    let own = view.folder.iter().filter(|i| i.received.is_none());
    own.filter_map(|item| Some((item, next_way(case, view, item)?)))
        .map(|(item, (form, channel))| share(item, form, channel))
        .next()
}

/// The next way in which an own item goes that goes in every way that is of use.
pub(super) fn next_way(
    case: &CaseView,
    view: &TeamView,
    item: &ItemView,
) -> Option<(Form, Channel)> {
    let round = view.clock.round;
    let full = match item.handling {
        Handling::Open => Some((Channel::LiaisonDesk, 0)),
        Handling::Supervisor => Some((Channel::LiaisonDesk, 1)),
        Handling::FormalOnly => Some((Channel::Mutual, 0)),
        Handling::TearLineOnly => None,
    };
    let in_time = |channel: Channel, more: u8| {
        let delay = case.delays[channel as usize].saturating_add(more);
        round.saturating_add(delay) <= case.rounds
    };
    let tear = item.tear_line.is_some();
    let plans = [
        // What takes a round goes as a tear-line at once.
        (tear && item.handling != Handling::Open).then_some((
            Form::TearLine,
            Channel::LiaisonDesk,
            0,
        )),
        full.map(|(channel, more)| (Form::Full, channel, more)),
        (item.kind == ItemKind::Evidence && item.handling == Handling::Open).then_some((
            Form::Full,
            Channel::Mutual,
            0,
        )),
    ];
    plans
        .into_iter()
        .flatten()
        .find(|(form, channel, more)| {
            let gone = item.shared.iter().any(|s| {
                s.channel == *channel && (s.form == *form || s.form == Form::Full)
                    || s.form == Form::Full && *channel != Channel::Mutual
            });
            !gone && in_time(*channel, *more)
        })
        .map(|(form, channel, _)| (form, channel))
}

/// One tear-line a round, and open items after a round in the folder.
pub(super) fn share_carefully(case: &CaseView, view: &TeamView) -> Option<Command> {
    let round = view.clock.round;
    let own = || {
        view.folder
            .iter()
            .filter(|i| i.received.is_none() && i.shared.is_empty())
    };
    let sent_now = |form: Form| {
        view.folder
            .iter()
            .flat_map(|i| &i.shared)
            .any(|s| s.sent == round && s.form == form)
    };
    let delay = case.delays[Channel::LiaisonDesk as usize];
    let in_time = round.saturating_add(delay) <= case.rounds;
    if !in_time {
        return None;
    }
    if !sent_now(Form::TearLine)
        && let Some(item) = own().find(|i| i.tear_line.is_some())
    {
        return Some(share(item, Form::TearLine, Channel::LiaisonDesk));
    }
    let aged = own().find(|i| i.handling == Handling::Open && i.held_since < round)?;
    (!sent_now(Form::Full)).then(|| share(aged, Form::Full, Channel::LiaisonDesk))
}

pub(super) fn share_any(view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let item = pick(&view.folder, rng)?;
    let form = *pick(Form::ALL, rng)?;
    let channel = *pick(Channel::ALL, rng)?;
    let note = (rng.random_range(0..4u8) == 0).then(|| "For your attention.".to_owned());
    Some(Command::ShareItem {
        item: item.id,
        form,
        channel,
        note,
    })
}

pub(super) fn share(item: &ItemView, form: Form, channel: Channel) -> Command {
    Command::ShareItem {
        item: item.id,
        form,
        channel,
        note: None,
    }
}
