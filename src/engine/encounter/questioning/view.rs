//! What an interviewer sees: built field by field from what has been said and done.
//!
//! It never holds a statement that was not made, whether one is a lie, what evidence waits for, or which
//! level would bring out more.

use serde::{Deserialize, Serialize};

use crate::scenario::file::PortraitFile;
use crate::scenario::ids::{AskId, EvidenceId, ItemId, StatementId, TopicId};
use crate::scenario::interviews::Mention;
use crate::scenario::interviews::moves::Levels;
use crate::scenario::text::Text;
use crate::scenario::words::{Age, Pressure, QuestionKind, Safeguard};

use super::act::{Critical, Done, Entry};
use super::room::Interview;
use super::score::Verdict;

/// Everything that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    pub name: Text,
    pub about: Text,
    pub portrait: PortraitFile,
    pub age: Age,
    /// What is said where an answer is kept back, and what is seen once nothing is said any more.
    pub guarded: Text,
    pub silent: Text,
    /// 1 to 3. On 1 kinds of questions and reasons to wait are named; above it the officer has to know them.
    pub level: u8,
    /// Minutes gone, and minutes that the room is free.
    pub minute: u16,
    pub minutes: u16,
    /// Minutes until a stretch begins to wear; 0 once it does.
    pub until_break: u16,
    pub breaks: u16,
    pub levels: Levels,
    pub topics: Vec<TopicView>,
    /// What can be asked by now.
    pub questions: Vec<QuestionView>,
    pub heard: Vec<Heard>,
    pub evidence: Vec<EvidenceView>,
    /// What the person has a right to, and the minute in which it was given.
    pub safeguards: Vec<(Safeguard, Option<u16>)>,
    pub transcript: Vec<Entry>,
    /// Pairs that were marked rightly.
    pub disagreements: Vec<(Mention, Mention)>,
    pub false_marks: u8,
    pub mix: Mix,
    pub critical: Vec<Critical>,
    pub verdict: Option<Verdict>,
    /// What the contradictions teach: nothing before the end, and in a case only of those that were found.
    pub lessons: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicView {
    pub id: TopicId,
    pub name: Text,
    pub needed: bool,
    pub leads_to: Vec<TopicId>,
    pub state: TopicState,
    /// Something was said on it since it was summed up.
    pub to_sum_up: bool,
}

/// How far a topic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TopicState {
    Untouched,
    /// Something was asked on it.
    Open,
    /// Nothing said on it has not been summed up, and no good question on it is unasked.
    Covered,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub id: AskId,
    pub topic: TopicId,
    pub kind: QuestionKind,
    pub pressure: Option<Pressure>,
    pub text: Text,
    /// Words that were said in place of an answer, once they were.
    pub withheld: Option<Text>,
    /// The minute in which it was asked last.
    pub asked: Option<u16>,
    /// It was asked, and nothing but words that keep back came.
    pub unanswered: bool,
    /// A break has been taken since.
    pub rested: bool,
}

impl QuestionView {
    /// Of a good kind, and without pressure.
    #[must_use]
    pub fn appropriate(&self) -> bool {
        self.kind.appropriate() && self.pressure.is_none()
    }
}

/// A statement that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    pub id: StatementId,
    pub topic: TopicId,
    pub text: Text,
    /// It tells what was seen; what was said in it has marks of its own.
    pub narrated: bool,
    pub minute: u16,
    /// False for what a child said without a guardian.
    pub usable: bool,
    /// The item of the case that says the same.
    pub item: Option<ItemId>,
    /// A sign that the person may be a victim of trafficking.
    pub indicator: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    pub id: EvidenceId,
    pub item: Option<ItemId>,
    pub text: Text,
    pub topics: Vec<TopicId>,
    pub shown: Option<u16>,
    /// The first topic it bears on that still has no account, or has a good question unasked: wait for it.
    pub wait: Option<TopicId>,
}

/// How often each kind was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mix {
    pub open: u16,
    pub probing: u16,
    pub closed: u16,
    /// Inappropriate kinds, and whatever was asked under pressure.
    pub inappropriate: u16,
}

/// A question on the Griffiths Question Map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub minute: u16,
    pub kind: QuestionKind,
    pub topic: TopicId,
    pub pressed: bool,
}

impl View {
    /// Every question that was asked, on the Griffiths Question Map.
    #[must_use]
    pub fn question_map(&self) -> Vec<Point> {
        let kinds = |id: AskId| {
            let q = self.questions.iter().find(|q| q.id == id)?;
            Some((q.topic, q.kind, q.pressure.is_some()))
        };
        points(&self.transcript, kinds)
    }
}

/// The questions of a transcript, by their topic, kind and pressure.
fn points(
    transcript: &[Entry],
    of: impl Fn(AskId) -> Option<(TopicId, QuestionKind, bool)>,
) -> Vec<Point> {
    let asked = transcript.iter().filter_map(|entry| match entry.done {
        Done::Asked(id) => Some((entry.minute, of(id)?)),
        _ => None,
    });
    asked
        .map(|(minute, (topic, kind, pressed))| Point {
            minute,
            kind,
            topic,
            pressed,
        })
        .collect()
}

impl Interview {
    /// What the interviewer sees.
    #[must_use]
    pub fn view(&self) -> View {
        let who = &self.who;
        View {
            name: who.name.clone(),
            about: who.about.clone(),
            portrait: who.portrait,
            age: who.age,
            guarded: who.guarded.clone(),
            silent: who.silent.clone(),
            level: self.level,
            minute: self.minute,
            minutes: self.minutes,
            until_break: self.until_break(),
            breaks: self.breaks,
            levels: self.levels(),
            topics: self.topic_views(),
            questions: self.question_views(),
            heard: self.heard_views(),
            evidence: self.evidence_views(),
            safeguards: (who.safeguards.iter())
                .map(|s| (*s, self.given.get(s).copied()))
                .collect(),
            transcript: self.entries.clone(),
            disagreements: (self.found.iter())
                .filter_map(|n| who.contradictions.get(*n))
                .map(|c| (c.a, c.b))
                .collect(),
            false_marks: self.false_marks,
            mix: self.mix(),
            critical: self.critical.iter().copied().collect(),
            verdict: self.verdict.clone(),
            lessons: self.lessons().into_iter().cloned().collect(),
        }
    }

    /// Every question that was asked, on the Griffiths Question Map.
    #[must_use]
    pub fn question_map(&self) -> Vec<Point> {
        let kinds = |id: AskId| {
            let q = self.who.questions.get(id.index())?;
            Some((q.topic, q.kind, q.pressure.is_some()))
        };
        points(&self.entries, kinds)
    }

    fn mix(&self) -> Mix {
        let mut mix = Mix::default();
        for point in self.question_map() {
            let count = match point.kind {
                _ if point.pressed => &mut mix.inappropriate,
                QuestionKind::Open => &mut mix.open,
                QuestionKind::Probing => &mut mix.probing,
                QuestionKind::Closed => &mut mix.closed,
                _ => &mut mix.inappropriate,
            };
            *count += 1;
        }
        mix
    }

    /// Is a good question on it left that can be asked by now?
    fn unasked(&self, topic: TopicId) -> bool {
        let questions = self.who.questions.iter().zip(0u16..);
        questions.into_iter().any(|(q, n)| {
            q.topic == topic
                && q.appropriate()
                && !self.asked.contains_key(&AskId(n))
                && self.offered(q)
        })
    }

    fn topic_views(&self) -> Vec<TopicView> {
        let topics = self.who.topics.iter().zip(0u16..);
        let touched = |id: TopicId| {
            let mut asked = self.asked.keys();
            asked.any(|q| {
                self.who
                    .questions
                    .get(q.index())
                    .is_some_and(|q| q.topic == id)
            })
        };
        topics
            .map(|(t, n)| {
                let id = TopicId(n);
                let to_sum_up = self.said_on(id) > self.summed.get(&id).copied().unwrap_or(0);
                let state = if !touched(id) {
                    TopicState::Untouched
                } else if to_sum_up || self.unasked(id) || !self.summed.contains_key(&id) {
                    TopicState::Open
                } else {
                    TopicState::Covered
                };
                TopicView {
                    id,
                    name: t.name.clone(),
                    needed: t.needed,
                    leads_to: t.leads_to.clone(),
                    state,
                    to_sum_up,
                }
            })
            .collect()
    }

    fn question_views(&self) -> Vec<QuestionView> {
        let questions = self.who.questions.iter().zip(0u16..);
        questions
            .filter(|(q, n)| self.offered(q) || self.asked.contains_key(&AskId(*n)))
            .map(|(q, n)| {
                let asked = self.asked.get(&AskId(n));
                QuestionView {
                    id: AskId(n),
                    topic: q.topic,
                    kind: q.kind,
                    pressure: q.pressure,
                    text: q.text.clone(),
                    withheld: q.withheld.clone().filter(|_| asked.is_some()),
                    asked: asked.map(|a| a.minute),
                    unanswered: asked.is_some_and(|a| a.withheld),
                    rested: asked.is_some_and(|a| a.breaks < self.breaks),
                }
            })
            .collect()
    }

    fn heard_views(&self) -> Vec<Heard> {
        let mut heard: Vec<Heard> = (self.heard.iter())
            .filter_map(|(id, (minute, usable))| {
                let s = self.who.statements.get(id.index())?;
                Some(Heard {
                    id: *id,
                    topic: s.topic,
                    text: s.text.clone(),
                    narrated: s.narrated,
                    minute: *minute,
                    usable: *usable,
                    item: s.item,
                    indicator: s.indicator,
                })
            })
            .collect();
        heard.sort_by_key(|h| h.minute);
        heard
    }

    fn evidence_views(&self) -> Vec<EvidenceView> {
        let evidence = self.who.evidence.iter().zip(0u16..);
        evidence
            .filter(|(_, n)| !self.lacking.contains(&EvidenceId(*n)))
            .map(|(e, n)| {
                let id = EvidenceId(n);
                let waits = |t: &&TopicId| !self.opened(**t) || self.unasked(**t);
                EvidenceView {
                    id,
                    item: e.item,
                    text: e.text.clone(),
                    topics: e.topics.clone(),
                    shown: self.shown.get(&id).map(|(minute, _)| *minute),
                    wait: e.topics.iter().find(waits).copied(),
                }
            })
            .collect()
    }
}
