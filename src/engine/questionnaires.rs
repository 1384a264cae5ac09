//! Who has answered which questionnaire, as a fold of events.
//!
//! Persons answer, not teams: a person is a name in a team, the same from occasion to occasion.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::event::Event;
use crate::scenario::Scenario;
use crate::scenario::ids::{SurveyId, Team};
use crate::scenario::questionnaires::{SCALE, SurveyKind, SurveyQuestion};
use crate::scenario::words::Occasion;

/// An answer to one question. What somebody left out has none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SurveyReply {
    pub question: SurveyId,
    pub reply: Reply,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reply {
    /// These options were chosen, from 0.
    Options(Vec<u8>),
    /// 1 to 5.
    Scale(u8),
    /// In the person's own words.
    Text(String),
}

impl Reply {
    /// Can it be given to this question?
    #[must_use]
    pub fn suits(&self, question: &SurveyQuestion) -> bool {
        match (self, &question.kind) {
            (Reply::Options(chosen), SurveyKind::Knowledge(k)) => {
                let known = chosen.iter().all(|n| usize::from(*n) < k.options.len());
                let once = (1..)
                    .zip(chosen)
                    .all(|(n, c)| !chosen.iter().skip(n).any(|d| d == c));
                known && once && (chosen.len() == 1 || chosen.len() > 1 && k.several())
            }
            (Reply::Scale(n), SurveyKind::Scale { .. }) => (1..=SCALE).contains(n),
            (Reply::Text(text), SurveyKind::Free) => !text.trim().is_empty(),
            _ => false,
        }
    }
}

/// One questionnaire that somebody has handed in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sheet {
    pub team: Team,
    pub who: Arc<str>,
    pub when: Occasion,
    pub replies: Vec<SurveyReply>,
}

impl Sheet {
    /// What was answered to a question.
    #[must_use]
    pub fn reply(&self, question: SurveyId) -> Option<&Reply> {
        let mut all = self.replies.iter();
        all.find(|r| r.question == question).map(|r| &r.reply)
    }

    /// Was the question answered rightly? What was left out is not right; a reaction never is.
    #[must_use]
    pub fn right(&self, scenario: &Scenario, question: SurveyId) -> bool {
        let asked = scenario.questionnaires.get(question.index());
        match (
            asked.and_then(SurveyQuestion::knowledge),
            self.reply(question),
        ) {
            (Some(k), Some(Reply::Options(chosen))) => k.is_right(chosen),
            _ => false,
        }
    }

    /// Was it handed in by the same person?
    #[must_use]
    pub fn same_person(&self, other: &Sheet) -> bool {
        self.is_of(other.team, &other.who)
    }

    /// Capitals and spaces do not make another person.
    fn is_of(&self, team: Team, who: &str) -> bool {
        let plain = |name: &str| -> Vec<String> {
            name.split_whitespace().map(str::to_lowercase).collect()
        };
        self.team == team && plain(&self.who) == plain(who)
    }
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Questionnaires {
    /// In the order in which they were first handed in.
    pub sheets: Vec<Sheet>,
    /// The facilitator has shown the right answers, whoever still owes a questionnaire.
    pub shown: bool,
}

impl Questionnaires {
    /// Folds an event of this family; leaves others alone. A second sheet of the same person on the same
    /// occasion takes the place of the first.
    pub fn fold(&mut self, event: &Event) {
        match event {
            Event::QuestionnaireAnswered {
                team,
                who,
                when,
                replies,
            } => {
                let (team, when) = (*team, *when);
                let sheet = Sheet {
                    team,
                    who: Arc::from(who.as_str()),
                    when,
                    replies: replies.clone(),
                };
                let mut all = self.sheets.iter_mut();
                match all.find(|s| s.when == when && s.is_of(team, who)) {
                    Some(first) => *first = sheet,
                    None => self.sheets.push(sheet),
                }
            }
            Event::AnswersShown => self.shown = true,
            _ => {}
        }
    }

    /// The sheets of an occasion.
    pub fn on(&self, when: Occasion) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(move |s| s.when == when)
    }

    /// Has the person handed in a sheet on that occasion?
    #[must_use]
    pub fn has(&self, team: Team, who: &str, when: Occasion) -> bool {
        self.on(when).any(|s| s.is_of(team, who))
    }

    /// How many persons have answered before play and not after it: who reads the right answers first
    /// measures nothing any more.
    #[must_use]
    pub fn owing(&self, scenario: &Scenario) -> usize {
        if scenario.asked(Occasion::After).next().is_none() {
            return 0;
        }
        let done = |before: &Sheet| self.on(Occasion::After).any(|s| s.same_person(before));
        self.on(Occasion::Before).filter(|s| !done(s)).count()
    }

    /// May the teams read the right answers, once the truth is open?
    #[must_use]
    pub fn open(&self, scenario: &Scenario) -> bool {
        self.shown || self.owing(scenario) == 0
    }
}
