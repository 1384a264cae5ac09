//! The machine: a person, what was asked and said, and how the person is by now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rand::{Rng, RngExt};

use crate::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use crate::scenario::interviews::moves::{self, Levels, Move, TOP};
use crate::scenario::interviews::{Evidence, Interviewee, Mention, Need, Question};
use crate::scenario::text::Text;
use crate::scenario::words::{Pressure, QuestionKind, Safeguard};

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
    pub(super) minute: u16,
    /// Minute of the last break, or 0.
    pub(super) rested: u16,
    pub(super) breaks: u16,
    base: Levels,
    pub(super) pressed: u8,
    worn: bool,
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
                self.disclose(id, evidence)
            }
            Act::Summarise(topic) => self.summarise(topic),
            Act::Break => self.rest(),
            Act::Mark(a, b) => self.mark(a, b),
            Act::Close { refer } => {
                self.minute = (self.minute + moves::READ_BACK).min(who.minutes);
                if who.victim && !refer {
                    self.critical.insert(Critical::NotReferred);
                }
                let verdict = Verdict::of(self, refer);
                self.verdict = Some(verdict.clone());
                Ok(Answer::Closed(verdict))
            }
        }
    }

    /// Who is asked, with every secret; for those who may know the truth.
    #[must_use]
    pub fn person(&self) -> Arc<Interviewee> {
        Arc::clone(&self.who)
    }

    /// What the contradictions teach, once the interview is over.
    #[must_use]
    pub fn lessons(&self) -> Vec<&Text> {
        let all = self.who.contradictions.iter();
        all.filter(|_| self.verdict.is_some())
            .filter_map(|c| c.lesson.as_ref())
            .collect()
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
    fn is_silent(&self) -> bool {
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
    fn child_alone(&self) -> bool {
        self.who.child() && !self.given.contains_key(&Safeguard::Guardian)
    }

    fn spend(&mut self, minutes: u16) -> Result<(), Refusal> {
        let after = self.minute.saturating_add(minutes);
        if after > self.who.minutes {
            return Err(Refusal::NoTime);
        }
        self.minute = after;
        Ok(())
    }

    /// Who goes on for twice as long as a stretch may be wears the person down.
    fn wear(&mut self) {
        let since = self.minute - self.rested;
        if since > moves::stretch(self.who.age) * 2 && !self.worn {
            self.worn = true;
            self.press(Pressure::Exhaustion);
        }
    }

    fn press(&mut self, pressure: Pressure) {
        self.critical.insert(Critical::Coerced(pressure));
        self.pressed = self.pressed.saturating_add(1);
        self.base = self.base.moved(moves::PRESSED);
    }

    fn hear(&mut self, statements: &[StatementId]) {
        let usable = !self.child_alone();
        for s in statements {
            self.heard.entry(*s).or_insert((self.minute, usable));
        }
    }

    fn record(&mut self, done: Done, lines: Vec<Line>) {
        let minute = self.minute;
        self.entries.push(Entry {
            minute,
            done,
            lines,
        });
        self.wear();
    }

    fn give(&mut self, safeguard: Safeguard) -> Result<Answer, Refusal> {
        if !self.who.safeguards.contains(&safeguard) {
            return Err(Refusal::NotNeeded);
        }
        if self.given.contains_key(&safeguard) {
            return Err(Refusal::AlreadyGiven);
        }
        let (change, minutes) = safeguard.gives();
        self.spend(minutes)?;
        self.given.insert(safeguard, self.minute);
        self.base = self.base.moved(change);
        self.record(Done::Gave(safeguard), Vec::new());
        Ok(Answer::Given)
    }

    fn ask(&mut self, id: AskId, question: &Question) -> Result<Answer, Refusal> {
        if !self.offered(question) {
            return Err(Refusal::NotOffered);
        }
        self.spend(question.kind.minutes())?;
        if self.child_alone() {
            self.critical.insert(Critical::ChildAlone);
        }
        let before = self.asked.get(&id).copied();
        let fresh = self.fresh(&question.says);
        let again = |s: &&StatementId| self.heard.contains_key(*s);
        let mut lines: Vec<Line> = if self.is_silent() {
            vec![Line::Silent]
        } else if fresh.is_empty() {
            let old = question.says.iter().filter(again);
            old.copied().map(Line::Statement).collect()
        } else {
            fresh.iter().copied().map(Line::Statement).collect()
        };
        let withheld = lines.iter().all(|l| *l == Line::Silent);
        if lines.is_empty() {
            lines.push(Line::Guarded(id));
        }
        let in_vain = before.is_some_and(|b| b.breaks == self.breaks) && fresh.is_empty();
        self.hear(&fresh);
        self.weigh(question, before.is_none(), in_vain);
        self.asked.insert(
            id,
            Asked {
                minute: self.minute,
                breaks: self.breaks,
                withheld,
            },
        );
        self.record(Done::Asked(id), lines.clone());
        Ok(Answer::Said {
            lines,
            irritated: in_vain,
        })
    }

    /// What asking it does to the person.
    fn weigh(&mut self, question: &Question, first: bool, in_vain: bool) {
        let listened = first
            && question.kind == QuestionKind::Open
            && question.pressure.is_none()
            && !self.opened(question.topic);
        let mut change = question.kind.does();
        if listened {
            change = moves::LISTENED;
        }
        self.base = self.base.moved(change);
        if in_vain {
            self.base = self.base.moved(moves::AGAIN);
        }
        if let Some(pressure) = question.pressure {
            self.press(pressure);
        }
    }

    /// Was an open question asked on it?
    pub(super) fn opened(&self, topic: TopicId) -> bool {
        let mut asked = self.asked.keys();
        asked.any(|q| {
            let question = self.who.questions.get(q.index());
            question.is_some_and(|q| {
                q.topic == topic && q.kind == QuestionKind::Open && q.pressure.is_none()
            })
        })
    }

    fn disclose(&mut self, id: EvidenceId, evidence: &Evidence) -> Result<Answer, Refusal> {
        if self.shown.contains_key(&id) {
            return Err(Refusal::AlreadyShown);
        }
        self.spend(moves::DISCLOSE)?;
        let heard = |s: &StatementId| self.heard.contains_key(s);
        let in_time = !self.is_silent() && evidence.after.iter().all(heard);
        let says = if in_time {
            &evidence.late
        } else {
            &evidence.early
        };
        let fresh = self.fresh(says);
        let mut lines: Vec<Line> = fresh.iter().copied().map(Line::Statement).collect();
        if self.is_silent() {
            lines.push(Line::Silent);
        }
        self.hear(&fresh);
        self.shown.insert(id, (self.minute, in_time));
        if !in_time {
            self.base = self.base.moved(moves::TOO_EARLY);
        }
        self.record(Done::Disclosed(id), lines.clone());
        Ok(Answer::Reaction(lines))
    }

    fn summarise(&mut self, topic: TopicId) -> Result<Answer, Refusal> {
        if topic.index() >= self.who.topics.len() {
            return Err(Refusal::NotThere);
        }
        let said = self.said_on(topic);
        let before = self.summed.get(&topic).copied().unwrap_or(0);
        if said <= before {
            return Err(Refusal::NothingToSummarise);
        }
        self.spend(moves::SUMMARISE)?;
        if before == 0 {
            self.base = self.base.moved(moves::UNDERSTOOD);
        }
        self.summed.insert(topic, said);
        self.record(Done::Summarised(topic), Vec::new());
        Ok(Answer::Summarised)
    }

    fn rest(&mut self) -> Result<Answer, Refusal> {
        if self.minute == self.rested {
            return Err(Refusal::JustRested);
        }
        self.spend(moves::BREAK)?;
        self.base = self.base.moved(moves::RESTED);
        self.rested = self.minute;
        self.breaks += 1;
        self.worn = false;
        self.record(Done::Rested, Vec::new());
        Ok(Answer::Rested)
    }

    fn mark(&mut self, a: Mention, b: Mention) -> Result<Answer, Refusal> {
        if a == b {
            return Err(Refusal::Same);
        }
        for mention in [a, b] {
            match mention {
                Mention::Said(s) if !self.heard.contains_key(&s) => return Err(Refusal::NotHeard),
                Mention::Held(e) if e.index() >= self.who.evidence.len() => {
                    return Err(Refusal::NotThere);
                }
                _ => {}
            }
        }
        let pair = self.who.contradictions.iter().position(|c| c.between(a, b));
        match pair {
            Some(n) if self.found.contains(&n) => Err(Refusal::Known),
            Some(n) => {
                self.found.insert(n);
                Ok(Answer::Disagree)
            }
            None => {
                self.false_marks = self.false_marks.saturating_add(1);
                self.minute = (self.minute + moves::FALSE_MARK).min(self.who.minutes);
                self.wear();
                Ok(Answer::NoDisagreement)
            }
        }
    }
}
