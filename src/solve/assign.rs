//! Whom a team sends where in a round.

use super::fact::{Atlas, Fact};
use super::question::{Luck, Question};
use super::wants::Wants;
use crate::engine::State;
use crate::engine::rules::tasks::{assign, chance};
use crate::scenario::Scenario;
use crate::scenario::ids::{OfficerId, TaskId, Team};
use crate::scenario::model::{Effect, Task};

/// Officers with their tasks.
#[derive(Clone, Debug, Default)]
pub(super) struct Sending {
    pub sent: Vec<(OfficerId, TaskId)>,
}

impl Sending {
    pub fn and(&self, other: &Self) -> Self {
        let sent = self.sent.iter().chain(&other.sent).copied().collect();
        Self { sent }
    }
}

/// More ways than this are not looked at.
const MOST: usize = 5_000;

struct Offer {
    task: TaskId,
    hours: u8,
    /// Who may go, the likeliest to succeed first.
    officers: Vec<OfficerId>,
    /// There is no reason not to do it, if an officer is free.
    harmless: bool,
    level: u16,
}

/// Every way of sending officers that matters, and whether these are all.
pub(super) fn sendings(
    atlas: &Atlas,
    state: &State,
    question: &Question,
    wants: &Wants,
    team: Team,
) -> (Vec<Sending>, bool) {
    if !question.acts(team, state.round) {
        return (vec![Sending::default()], true);
    }
    let case: &Scenario = &state.scenario;
    let mut offers: Vec<Offer> = Vec::new();
    for (task, id) in case.tasks.iter().zip((0u16..).map(TaskId)) {
        let Some(level) = wants.tasks[id.index()].filter(|_| task.team == team) else {
            continue;
        };
        if let Some(offer) = offer(atlas, state, question, wants, task, id, level) {
            offers.push(offer);
        }
    }
    // What stands longest before the goal is most pressing.
    offers.sort_by_key(|o| std::cmp::Reverse(o.level));
    let left = case
        .service(team)
        .budget
        .saturating_sub(state.hours_used(team));
    let mut out = Vec::new();
    let mut all = true;
    take(&offers, 0, left, &mut Vec::new(), &mut out, &mut all);
    out.sort_by_key(|s: &Sending| std::cmp::Reverse(s.sent.len()));
    (out, all)
}

fn offer(
    atlas: &Atlas,
    state: &State,
    question: &Question,
    wants: &Wants,
    task: &Task,
    id: TaskId,
    level: u16,
) -> Option<Offer> {
    let case: &Scenario = &state.scenario;
    let over = state.round.saturating_add(task.rounds.saturating_sub(1));
    let helps = |e: &Effect| wants.helps(atlas, *e);
    let harms = |e: &Effect| wants.harms(atlas, *e);
    let badly = task.failure.iter().any(helps);
    let in_time = question.in_time(Fact::Done(id), over);
    if !in_time && !badly || !question.may_be_away(id, state.round, over) {
        return None;
    }
    let mut officers: Vec<OfficerId> = (0u16..)
        .map(OfficerId)
        .zip(&case.officers)
        .filter(|(_, o)| o.team == task.team)
        .filter(|(o, who)| {
            let sure = chance(task, who) == 100 || task.set_piece.is_some() || badly;
            let free = state.duty(*o).is_none();
            free && (question.luck == Luck::Best || sure)
                && assign(state, task.team, *o, id).is_ok()
        })
        .map(|(o, _)| o)
        .collect();
    officers.sort_by_key(|o| std::cmp::Reverse(chance(task, case.officer(*o))));
    let meets = |other: &Task| other.team != task.team && super::collide::meet(case, task, other);
    let met = case.tasks.iter().any(meets);
    let done = wants.fact(atlas, Fact::Done(id));
    let harmless = task.rounds <= 1
        && task.set_piece.is_none()
        && !met
        && !done.down
        && !task.success.iter().any(harms)
        && !task.failure.iter().any(harms);
    let hours = task.hours;
    (!officers.is_empty()).then_some(Offer {
        task: id,
        hours,
        officers,
        harmless,
        level,
    })
}

fn take(
    offers: &[Offer],
    from: usize,
    left: u8,
    sent: &mut Vec<(OfficerId, TaskId)>,
    out: &mut Vec<Sending>,
    all: &mut bool,
) {
    if out.len() >= MOST {
        *all = false;
        return;
    }
    let Some(offer) = offers.get(from) else {
        if !idles(offers, left, sent) {
            out.push(Sending { sent: sent.clone() });
        }
        return;
    };
    let busy = |o: &&OfficerId| sent.iter().all(|(s, _)| s != *o);
    if offer.hours <= left
        && let Some(officer) = offer.officers.iter().find(busy)
    {
        sent.push((*officer, offer.task));
        take(offers, from + 1, left - offer.hours, sent, out, all);
        sent.pop();
    }
    take(offers, from + 1, left, sent, out, all);
}

/// Is something left undone without a reason?
fn idles(offers: &[Offer], left: u8, sent: &[(OfficerId, TaskId)]) -> bool {
    let free = |o: &OfficerId| sent.iter().all(|(s, _)| s != o);
    offers.iter().any(|offer| {
        offer.harmless
            && offer.hours <= left
            && sent.iter().all(|(_, t)| *t != offer.task)
            && offer.officers.iter().any(free)
    })
}
