//! What an appropriate interviewer could come to, played on the machine itself.
//!
//! Greedy, and exact for the reason that `scenario/lint/interviews.rs` gives: without pressure, repetition
//! and early disclosure nothing that could be heard is ever lost, so the order does not matter to what is
//! heard in the end.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use crate::scenario::interviews::Interviewee;
use crate::scenario::interviews::moves::{DISCLOSE, Levels, TOP};
use crate::scenario::words::QuestionKind;

use super::act::{Act, Refusal};
use super::room::Interview;
use super::score::Verdict;

/// The model interview: all safeguards, the funnel on every topic, evidence in time, every contradiction
/// marked, the right end. No interview of this person is worth more if this one has all points and all truths.
#[must_use]
pub fn model(who: &Arc<Interviewee>, start: Levels) -> (Interview, Option<Verdict>) {
    let mut room = Interview::starting(Arc::clone(who), start);
    go_on(&mut room);
    for c in &who.contradictions {
        let _ = room.act(Act::Mark(c.a, c.b));
    }
    let refer = who.victim;
    let _ = room.act(Act::Close { refer });
    let verdict = room.verdict.clone();
    (room, verdict)
}

/// Statements that can still be heard from here, with those that were: by anything but pressure, time aside.
#[must_use]
pub fn still_obtainable(room: &Interview) -> BTreeSet<StatementId> {
    let mut room = room.clone();
    room.verdict = None;
    room.minutes = u16::MAX;
    go_on(&mut room);
    room.heard.keys().copied().collect()
}

/// Does everything that is appropriate until nothing is left.
fn go_on(room: &mut Interview) {
    let who = Arc::clone(&room.who);
    for safeguard in &who.safeguards {
        let _ = room.act(Act::Give(*safeguard));
    }
    // Breaks calm and clear: a few in vain are enough to know that nothing more comes.
    let mut in_vain = 0;
    while in_vain < 6 {
        if step(room, &who) {
            in_vain = 0;
        } else if waiting(room, &who) && rest(room, &who) {
            in_vain += 1;
        } else {
            break;
        }
    }
    for n in 0..who.topics.len() {
        let _ = room.act(Act::Summarise(topic(n)));
    }
}

/// A break, and a question again in between where one has just ended.
fn rest(room: &mut Interview, who: &Interviewee) -> bool {
    let first = room.act(Act::Break);
    if first == Err(Refusal::JustRested) {
        let mut old = room.asked.keys().copied().rev();
        let good = |q: &AskId| {
            who.questions
                .get(q.index())
                .is_some_and(|q| q.appropriate())
        };
        if let Some(q) = old.find(good) {
            let _ = room.act(Act::Ask(q));
        }
        return room.act(Act::Break).is_ok();
    }
    first.is_ok()
}

fn topic(n: usize) -> TopicId {
    TopicId(u16::try_from(n).unwrap_or(u16::MAX))
}

/// Is there a good question that has not brought out all it could?
fn waiting(room: &Interview, who: &Interviewee) -> bool {
    let unheard = |s: &StatementId| !room.heard.contains_key(s);
    let mut questions = who.questions.iter();
    questions.any(|q| q.appropriate() && room.offered(q) && q.says.iter().any(unheard))
}

/// One pass over topics and evidence; true if something was asked or put.
fn step(room: &mut Interview, who: &Interviewee) -> bool {
    let mut moved = false;
    // Who says nothing is left in peace first.
    while room.levels().stress >= TOP && rest(room, who) {}
    let kinds = [
        QuestionKind::Open,
        QuestionKind::Probing,
        QuestionKind::Closed,
    ];
    for n in 0..who.topics.len() {
        for kind in kinds {
            for (q, id) in who.questions.iter().zip(0u16..) {
                let good = q.kind == kind && q.topic == topic(n) && q.appropriate();
                let id = AskId(id);
                let new = !room.asked.contains_key(&id) || !room.fresh(&q.says).is_empty();
                if good && new && room.offered(q) {
                    if room.until_break() < q.kind.minutes() {
                        let _ = room.act(Act::Break);
                    }
                    moved |= room.act(Act::Ask(id)).is_ok();
                }
            }
        }
        moved |= room.act(Act::Summarise(topic(n))).is_ok();
    }
    if moved {
        return true;
    }
    for (e, n) in who.evidence.iter().zip(0u16..) {
        let id = EvidenceId(n);
        let in_time = e.after.iter().all(|s| room.heard.contains_key(s));
        if in_time && !room.shown.contains_key(&id) {
            if room.until_break() < DISCLOSE {
                let _ = room.act(Act::Break);
            }
            moved |= room.act(Act::Disclose(id)).is_ok();
        }
    }
    moved
}
