//! How good an interview was, in points of 100.

use serde::{Deserialize, Serialize};

use crate::scenario::ids::TopicId;
use crate::scenario::interviews::Truth;
use crate::scenario::words::QuestionKind;

use super::act::{Critical, Done};
use super::room::Interview;

/// Points cannot be more than this once something happened that must never happen.
pub const CRITICAL_CAP: u8 = 40;
/// Points that each false mark costs.
pub const FALSE_MARK_POINTS: u8 = 3;

/// Points for contradictions, where there are any to be found.
pub const INCONSISTENCIES_POINTS: u8 = 15;

/// Points, and of how many: of none, where there was nothing to do. The other parts weigh more then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub points: u8,
    pub of: u8,
}

/// What the interview was worth. Every part is in points; together they are 100, and fewer where a part does
/// not apply: what is reached is then counted as a share of those.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Of 20, how it was asked: 15 by the share of appropriate questions, 5 if at least one question in four
    /// was open, less below; in part only, while there were fewer questions than needed topics (Griffiths
    /// Question Map).
    pub mix: Part,
    /// Of 15, the funnel on each needed topic: two parts in four for an open question first, one for probing
    /// before checking, one for a summary after the last answer (PEACE: account, clarify, summarise).
    pub order: Part,
    /// Of 20, what is now known: on each needed topic the share of true, usable statements that were heard
    /// (PEACE: the aims of the plan).
    pub coverage: Part,
    /// Of 15, evidence put late: each piece counts that was put after the open account and after innocent
    /// explanations were closed off (strategic use of evidence). Of none, where none was at hand.
    pub disclosure: Part,
    /// Of 15, contradictions found, less [`FALSE_MARK_POINTS`] for each false mark. Where there was none to be
    /// found: of the points that false marks cost.
    pub inconsistencies: Part,
    /// Of 15, the person protected: 10 for the safeguards that were owed, whole if given before the first
    /// question and half if later; 5 for the right end: a referral for a presumed victim and for nobody else
    /// (Méndez Principles; WHO on interviewing trafficked persons).
    pub protection: Part,
    /// What must never happen and did. Any of it caps the points at [`CRITICAL_CAP`].
    pub critical: Vec<Critical>,
    /// Usable true statements that were heard, and how many there are.
    pub truths: (usize, usize),
    /// Statements that were heard, but may not be used.
    pub unusable: usize,
    pub referred: bool,
    pub minutes: u16,
}

impl Verdict {
    /// 0 to 100.
    #[must_use]
    pub fn points(&self) -> u8 {
        let parts = [
            self.mix,
            self.order,
            self.coverage,
            self.disclosure,
            self.inconsistencies,
            self.protection,
        ];
        let sum: u32 = parts.iter().map(|p| u32::from(p.points)).sum();
        let of: u32 = parts.iter().map(|p| u32::from(p.of)).sum();
        let sum = u8::try_from(sum * 100 / of.max(1)).unwrap_or(100);
        if self.critical.is_empty() {
            sum
        } else {
            CRITICAL_CAP.min(sum)
        }
    }

    pub(super) fn of(room: &Interview, referred: bool) -> Self {
        let usable = room.heard.iter().filter(|(_, (_, usable))| *usable);
        let is_true = |s: &crate::scenario::interviews::Statement| s.truth == Truth::True;
        let truths = usable
            .filter_map(|(s, _)| room.who.statements.get(s.index()))
            .filter(|s| is_true(s))
            .count();
        Self {
            mix: mix(room),
            order: order(room),
            coverage: coverage(room),
            disclosure: disclosure(room),
            inconsistencies: inconsistencies(room),
            protection: protection(room, referred),
            critical: room.critical.iter().copied().collect(),
            truths: (
                truths,
                room.who.statements.iter().filter(|s| is_true(s)).count(),
            ),
            unusable: room.heard.values().filter(|(_, usable)| !usable).count(),
            referred,
            minutes: room.minute,
        }
    }
}

/// So many of `of` points as `n` is of `all`, rounded down; all of them where there is nothing to do.
fn share(n: usize, all: usize, of: u8) -> u8 {
    if all == 0 {
        return of;
    }
    u8::try_from(usize::from(of) * n.min(all) / all).unwrap_or(of)
}

/// Kinds of what was asked, each time, and whether it was appropriate and without pressure.
fn asked(room: &Interview) -> impl Iterator<Item = (TopicId, QuestionKind, bool)> {
    room.entries.iter().filter_map(|entry| match entry.done {
        Done::Asked(q) => {
            let question = room.who.questions.get(q.index())?;
            Some((question.topic, question.kind, question.appropriate()))
        }
        _ => None,
    })
}

fn mix(room: &Interview) -> Part {
    let all = asked(room).count();
    let good = asked(room).filter(|(_, _, good)| *good).count();
    let open = asked(room)
        .filter(|(_, kind, good)| *good && *kind == QuestionKind::Open)
        .count();
    let points = if all == 0 {
        0
    } else {
        share(good, all, 15) + share(open * 4, all, 5)
    };
    // A question or two are no mix.
    let points = share(all, needed(room).count(), points);
    Part { points, of: 20 }
}

fn order(room: &Interview) -> Part {
    let needed: Vec<TopicId> = needed(room).collect();
    let quarters = needed.iter().map(|topic| {
        let kinds: Vec<(QuestionKind, bool)> = asked(room)
            .filter(|(t, ..)| t == topic)
            .map(|(_, kind, good)| (kind, good))
            .collect();
        let first = |kind| kinds.iter().position(|(k, good)| *good && *k == kind);
        let Some((kind, good)) = kinds.first() else {
            return 0;
        };
        let opened = *good && *kind == QuestionKind::Open;
        let funnel = match (first(QuestionKind::Probing), first(QuestionKind::Closed)) {
            (Some(probing), Some(closed)) => probing < closed,
            (None, Some(closed)) => first(QuestionKind::Open).is_some_and(|open| open < closed),
            _ => true,
        } && kinds.iter().all(|(_, good)| *good);
        let summed = room
            .summed
            .get(topic)
            .is_some_and(|n| *n >= room.said_on(*topic));
        usize::from(opened) * 2 + usize::from(funnel) + usize::from(summed)
    });
    let points = share(quarters.sum(), needed.len() * 4, 15);
    Part { points, of: 15 }
}

fn needed(room: &Interview) -> impl Iterator<Item = TopicId> {
    let topics = room.who.topics.iter().zip(0u16..);
    topics.filter(|(t, _)| t.needed).map(|(_, n)| TopicId(n))
}

fn coverage(room: &Interview) -> Part {
    // Topics weigh the same, so shares are reckoned in thousandths.
    let mut sum = 0;
    let mut topics = 0;
    for topic in needed(room) {
        let statements = room.who.statements.iter().zip(0u16..);
        let (mut all, mut heard) = (0, 0);
        for (_, n) in statements.filter(|(s, _)| s.topic == topic && s.truth == Truth::True) {
            let id = crate::scenario::ids::StatementId(n);
            all += 1;
            heard += usize::from(room.heard.get(&id).is_some_and(|(_, usable)| *usable));
        }
        topics += 1;
        sum += (heard * 1000).checked_div(all).unwrap_or(1000);
    }
    Part {
        points: share(sum, topics * 1000, 20),
        of: 20,
    }
}

fn disclosure(room: &Interview) -> Part {
    let in_time = room.shown.values().filter(|(_, in_time)| *in_time).count();
    // Nobody is blamed for what was never at hand.
    let all = room.who.evidence.len() - room.lacking.len();
    if all == 0 {
        return Part { points: 0, of: 0 };
    }
    let points = if room.asked.is_empty() {
        0
    } else {
        share(in_time, all, 15)
    };
    Part { points, of: 15 }
}

fn inconsistencies(room: &Interview) -> Part {
    let lost = room.false_marks.saturating_mul(FALSE_MARK_POINTS);
    if room.findable() == 0 {
        // So that a mark still costs what it cost.
        let of = lost.min(INCONSISTENCIES_POINTS - 1);
        return Part { points: 0, of };
    }
    let points = if room.asked.is_empty() {
        0
    } else {
        share(room.found.len(), room.findable(), INCONSISTENCIES_POINTS)
    };
    Part {
        points: points.saturating_sub(lost),
        of: INCONSISTENCIES_POINTS,
    }
}

fn protection(room: &Interview, referred: bool) -> Part {
    let first = room
        .entries
        .iter()
        .position(|e| matches!(e.done, Done::Asked(_)));
    let halves = room.who.safeguards.iter().map(|safeguard| {
        let given = room
            .entries
            .iter()
            .position(|e| e.done == Done::Gave(*safeguard));
        match (given, first) {
            (Some(given), Some(first)) if given < first => 2,
            (Some(_), Some(_)) => 1,
            _ => 0,
        }
    });
    let safeguards = share(halves.sum(), room.who.safeguards.len() * 2, 10);
    let right = referred == room.who.victim && first.is_some();
    Part {
        points: safeguards + if right { 5 } else { 0 },
        of: 15,
    }
}
