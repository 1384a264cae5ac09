//! The machine: a person, what was asked and said, and how the person is by now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rand::{Rng, RngExt};

use crate::scenario::ids::{AskId, EvidenceId, ItemId, StatementId, TopicId};
use crate::scenario::interviews::moves::{self, Levels, Move, TOP};
use crate::scenario::interviews::{Evidence, Interviewee, Mention, Need, Question};
use crate::scenario::text::Text;
use crate::scenario::words::{Pressure, Safeguard};

use super::act::{Act, Answer, Critical, Done, Entry, Line, Refusal};
use super::score::Verdict;

/// When a question was asked last, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub minute: u16,
    pub breaks: u16,
    /// Nothing but words that keep the answer back.
    pub withheld: bool,
}

/// An interview that is going on.
#[derive(Clone, Debug)]
pub struct Interview {
    pub(super) who: Arc<Interviewee>,
    /// Minutes that the room is free.
    pub(super) minutes: u16,
    /// Evidence that this officer does not have.
    pub(super) lacking: BTreeSet<EvidenceId>,
    /// The case goes on after it: what the officer did not find stays the case's own.
    pub(super) in_case: bool,
    /// 1 to 3: how much help comes with it.
    pub(super) level: u8,
    pub(super) minute: u16,
    /// Minute of the last break, or 0.
    pub(super) rested: u16,
    pub(super) breaks: u16,
    pub(super) base: Levels,
    pub(super) pressed: u8,
    pub(super) worn: bool,
    pub(super) given: BTreeMap<Safeguard, u16>,
    pub(super) asked: BTreeMap<AskId, Asked>,
    pub(super) entries: Vec<Entry>,
    /// What was said, when, and whether it may be used.
    pub(super) heard: BTreeMap<StatementId, (u16, bool)>,
    /// What was put, when, and whether in time.
    pub(super) shown: BTreeMap<EvidenceId, (u16, bool)>,
    /// How much had been said on a topic when it was summed up last.
    pub(super) summed: BTreeMap<TopicId, usize>,
    pub(super) found: BTreeSet<usize>,
    pub(super) false_marks: u8,
    pub(super) critical: BTreeSet<Critical>,
    pub(super) verdict: Option<Verdict>,
}

impl Interview {
    /// A person comes in, as the file says.
    #[must_use]
    pub fn new(who: Arc<Interviewee>) -> Self {
        let start = who.start;
        Self::starting(who, start)
    }

    /// A person comes in at these levels.
    #[must_use]
    pub fn starting(who: Arc<Interviewee>, start: Levels) -> Self {
        Self {
            minutes: who.minutes,
            lacking: BTreeSet::new(),
            in_case: false,
            level: who.level,
            who,
            minute: 0,
            rested: 0,
            breaks: 0,
            base: start,
            pressed: 0,
            worn: false,
            given: BTreeMap::new(),
            asked: BTreeMap::new(),
            entries: Vec::new(),
            heard: BTreeMap::new(),
            shown: BTreeMap::new(),
            summed: BTreeMap::new(),
            found: BTreeSet::new(),
            false_marks: 0,
            critical: BTreeSet::new(),
            verdict: None,
        }
    }

    /// A person who slept a little worse than the file says, or not: as chance has it, never harder than
    /// [`Levels::hardest`].
    pub fn varied(who: Arc<Interviewee>, rng: &mut impl Rng) -> Self {
        let mut off = || -i8::from(rng.random_ratio(1, 2));
        let by = Move {
            rapport: off(),
            stress: -off(),
            memory: off(),
        };
        let start = who.start.moved(by);
        Self::starting(who, start)
    }

    /// The room is free for so many minutes more.
    #[must_use]
    pub fn longer(mut self, minutes: u16) -> Self {
        self.minutes = self.minutes.saturating_add(minutes);
        self
    }

    /// It is a part of a case that goes on: the result teaches only what was found. A drill teaches all.
    #[must_use]
    pub fn in_case(mut self) -> Self {
        self.in_case = true;
        self
    }

    /// With as much help as this level gives: on 1 kinds of questions are named, with a warning at the bad ones.
    #[must_use]
    pub fn on_level(mut self, level: u8) -> Self {
        self.level = level;
        self
    }

    /// Of the evidence, only this is at hand.
    #[must_use]
    pub fn holding(mut self, held: impl Fn(&Evidence) -> bool) -> Self {
        let evidence = self.who.evidence.iter().zip(0u16..);
        let lacking = evidence.filter(|(e, _)| !held(e));
        self.lacking = lacking.map(|(_, n)| EvidenceId(n)).collect();
        self
    }

    /// How the person is now: a long stretch wears, and trust that was broken does not come back.
    #[must_use]
    pub fn levels(&self) -> Levels {
        let strain = moves::strain(self.who.age, self.minute - self.rested);
        Levels {
            rapport: self.base.rapport.min(moves::trust_left(self.pressed)),
            stress: self.base.stress.saturating_add(strain).min(TOP),
            memory: self.base.memory.saturating_sub(strain),
        }
    }

    /// Minutes until this stretch begins to wear.
    pub(super) fn until_break(&self) -> u16 {
        moves::stretch(self.who.age).saturating_sub(self.minute - self.rested)
    }

    /// Does it, and says what came of it.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] if it cannot be done; nothing has changed then.
    pub fn act(&mut self, act: Act) -> Result<Answer, Refusal> {
        if self.verdict.is_some() {
            return Err(Refusal::Over);
        }
        let who = Arc::clone(&self.who);
        match act {
            Act::Give(safeguard) => self.give(safeguard),
            Act::Ask(id) => {
                let question = who.questions.get(id.index()).ok_or(Refusal::NotThere)?;
                self.ask(id, question)
            }
            Act::Disclose(id) => {
                let evidence = who.evidence.get(id.index()).ok_or(Refusal::NotThere)?;
                if self.lacking.contains(&id) {
                    return Err(Refusal::NotThere);
                }
                self.disclose(id, evidence)
            }
            Act::Summarise(topic) => self.summarise(topic),
            Act::Break => self.rest(),
            Act::Mark(a, b) => self.mark(a, b),
            Act::Close { refer } => {
                self.minute = (self.minute + moves::READ_BACK).min(self.minutes);
                if who.victim && !refer {
                    self.critical.insert(Critical::NotReferred);
                }
                let verdict = Verdict::of(self, refer);
                self.verdict = Some(verdict.clone());
                Ok(Answer::Closed(verdict))
            }
        }
    }

    /// How good it was, once it is over.
    #[must_use]
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdict.as_ref()
    }

    /// The items that come of what was said so far and may be used.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        let usable = self.heard.iter().filter(|(_, (_, usable))| *usable);
        usable
            .filter_map(|(s, _)| self.who.statements.get(s.index())?.item)
            .collect()
    }

    /// Who is asked, with every secret; for those who may know the truth.
    #[must_use]
    pub fn person(&self) -> Arc<Interviewee> {
        Arc::clone(&self.who)
    }

    /// What the contradictions teach, once the interview is over: in a case, those that were found, for what
    /// was missed may rest on what the other team alone holds (6-doctrine, Learning: hidden profile).
    #[must_use]
    pub fn lessons(&self) -> Vec<&Text> {
        if self.verdict.is_none() {
            return Vec::new();
        }
        let all = self.who.contradictions.iter().enumerate();
        all.filter(|(n, _)| !self.in_case || self.found.contains(n))
            .filter_map(|(_, c)| c.lesson.as_ref())
            .collect()
    }

    /// How many contradictions there are between what can be heard and what is at hand.
    pub(super) fn findable(&self) -> usize {
        let there = |m: Mention| !matches!(m, Mention::Held(e) if self.lacking.contains(&e));
        let all = self.who.contradictions.iter();
        all.filter(|c| there(c.a) && there(c.b)).count()
    }

    /// Can it be asked by now?
    #[must_use]
    pub fn offered(&self, question: &Question) -> bool {
        question.needs.iter().all(|need| self.holds(*need))
    }

    pub(super) fn holds(&self, need: Need) -> bool {
        let levels = self.levels();
        match need {
            Need::Asked(q) => self.asked.contains_key(&q),
            Need::Heard(s) => self.heard.contains_key(&s),
            Need::Unheard(s) => !self.heard.contains_key(&s),
            Need::Disclosed(e) => self.shown.get(&e).is_some_and(|(_, in_time)| *in_time),
            Need::Unshown(e) => !self.shown.contains_key(&e),
            Need::Rapport(level) => levels.rapport >= level,
            Need::Calm(level) => levels.stress <= level,
            Need::Memory(level) => levels.memory >= level,
            Need::Given(safeguard) => self.given.contains_key(&safeguard),
        }
    }

    /// Those of these statements that would be said now and were not before.
    pub(super) fn fresh(&self, says: &[StatementId]) -> Vec<StatementId> {
        if self.is_silent() {
            return Vec::new();
        }
        let ready = |s: &StatementId| {
            let statement = self.who.statements.get(s.index());
            !self.heard.contains_key(s)
                && statement.is_some_and(|s| s.needs.iter().all(|need| self.holds(*need)))
        };
        says.iter().copied().filter(ready).collect()
    }

    /// At the top of stress nothing is said.
    pub(super) fn is_silent(&self) -> bool {
        self.levels().stress >= TOP
    }

    /// How much has been said on a topic.
    pub(super) fn said_on(&self, topic: TopicId) -> usize {
        let said = self.heard.keys();
        said.filter_map(|s| self.who.statements.get(s.index()))
            .filter(|s| s.topic == topic)
            .count()
    }

    /// Does a guardian have to be here who is not?
    pub(super) fn child_alone(&self) -> bool {
        self.who.child() && !self.given.contains_key(&Safeguard::Guardian)
    }

    pub(super) fn spend(&mut self, minutes: u16) -> Result<(), Refusal> {
        let after = self.minute.saturating_add(minutes);
        if after > self.minutes {
            return Err(Refusal::NoTime);
        }
        self.minute = after;
        Ok(())
    }

    /// Who goes on for twice as long as a stretch may be wears the person down.
    pub(super) fn wear(&mut self) {
        let since = self.minute - self.rested;
        if since > moves::stretch(self.who.age) * 2 && !self.worn {
            self.worn = true;
            self.press(Pressure::Exhaustion);
        }
    }

    pub(super) fn press(&mut self, pressure: Pressure) {
        self.critical.insert(Critical::Coerced(pressure));
        self.pressed = self.pressed.saturating_add(1);
        self.base = self.base.moved(moves::PRESSED);
    }

    pub(super) fn hear(&mut self, statements: &[StatementId]) {
        let usable = !self.child_alone();
        for s in statements {
            self.heard.entry(*s).or_insert((self.minute, usable));
        }
    }

    pub(super) fn record(&mut self, done: Done, lines: Vec<Line>) {
        let minute = self.minute;
        self.entries.push(Entry {
            minute,
            done,
            lines,
        });
        self.wear();
    }
}
