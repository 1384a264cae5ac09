//! What each deed of the officer does to the room.

use crate::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use crate::scenario::interviews::moves;
use crate::scenario::interviews::{Evidence, Mention, Question};
use crate::scenario::words::{QuestionKind, Safeguard};

use super::act::{Answer, Critical, Done, Line, Refusal};
use super::room::{Asked, Interview};

impl Interview {
    pub(super) fn give(&mut self, safeguard: Safeguard) -> Result<Answer, Refusal> {
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

    pub(super) fn ask(&mut self, id: AskId, question: &Question) -> Result<Answer, Refusal> {
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

    pub(super) fn disclose(
        &mut self,
        id: EvidenceId,
        evidence: &Evidence,
    ) -> Result<Answer, Refusal> {
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

    pub(super) fn summarise(&mut self, topic: TopicId) -> Result<Answer, Refusal> {
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

    pub(super) fn rest(&mut self) -> Result<Answer, Refusal> {
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

    pub(super) fn mark(&mut self, a: Mention, b: Mention) -> Result<Answer, Refusal> {
        if a == b {
            return Err(Refusal::Same);
        }
        for mention in [a, b] {
            match mention {
                Mention::Said(s) if !self.heard.contains_key(&s) => return Err(Refusal::NotHeard),
                Mention::Held(e)
                    if e.index() >= self.who.evidence.len() || self.lacking.contains(&e) =>
                {
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
                self.minute = (self.minute + moves::FALSE_MARK).min(self.minutes);
                self.wear();
                Ok(Answer::NoDisagreement)
            }
        }
    }
}
