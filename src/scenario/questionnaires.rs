//! Questionnaires: what officers are asked before an exercise, after it and weeks later, so that learning is
//! measured and not only liked.
//!
//! Knowledge questions have a right answer and a teaching point with its source; reaction questions ask what
//! somebody thought of the exercise (Kirkpatrick's levels 2 and 1). Persons answer, not teams.

use serde::Deserialize;

use super::ids::SurveyId;
use super::model::Scenario;
use super::text::Text;
use super::words::{Occasion, SurveyTopic};

/// Most questions of a case: nobody answers more.
pub const MAX_QUESTIONS: usize = 100;
/// Most options of a knowledge question.
pub const MAX_OPTIONS: usize = 8;
/// The steps of a scale: 1 to this.
pub const SCALE: u8 = 5;
/// Occasions on which a questionnaire is handed out.
pub const OCCASIONS: usize = Occasion::ALL.len();

/// `questionnaires.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SurveyFile {
    /// It has a right answer.
    Knowledge {
        id: String,
        /// On which occasions it is asked.
        asked: Vec<Occasion>,
        topic: SurveyTopic,
        /// The question that measures the same on other occasions.
        pair: Option<String>,
        text: String,
        options: Vec<ChoiceFile>,
        /// What is to be learned, read after the exercise.
        teaching: String,
        /// Where that is written.
        source: String,
    },
    /// It asks what somebody thought of the exercise.
    Reaction {
        id: String,
        asked: Vec<Occasion>,
        text: String,
        answer: AnswerFile,
    },
}

/// One option of a knowledge question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Option")]
pub struct ChoiceFile {
    pub text: String,
    #[serde(default)]
    pub right: bool,
}

/// How a reaction is given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AnswerFile {
    /// 1 to 5, with words at both ends.
    Scale { low: String, high: String },
    /// In the person's own words.
    Free,
}

impl SurveyFile {
    #[must_use]
    pub fn id(&self) -> &String {
        match self {
            SurveyFile::Knowledge { id, .. } | SurveyFile::Reaction { id, .. } => id,
        }
    }
    #[must_use]
    pub fn asked(&self) -> &[Occasion] {
        match self {
            SurveyFile::Knowledge { asked, .. } | SurveyFile::Reaction { asked, .. } => asked,
        }
    }
    #[must_use]
    pub fn text(&self) -> &String {
        match self {
            SurveyFile::Knowledge { text, .. } | SurveyFile::Reaction { text, .. } => text,
        }
    }
}

/// [`SurveyFile`] with its references resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SurveyQuestion {
    pub key: String,
    /// In the order of time, each once.
    pub asked: Vec<Occasion>,
    pub text: Text,
    pub kind: SurveyKind,
}

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SurveyKind {
    Knowledge(Knowledge),
    /// 1 to 5.
    Scale {
        low: Text,
        high: Text,
    },
    Free,
}

/// A question with a right answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Knowledge {
    pub topic: SurveyTopic,
    pub options: Vec<Choice>,
    pub teaching: Text,
    pub source: Text,
    /// It measures the same on other occasions; always mutual.
    pub pair: Option<SurveyId>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    pub text: Text,
    /// The answer key, which no team sees before the debrief.
    pub right: bool,
}

impl Knowledge {
    /// More than one option is right, and all of them have to be chosen.
    #[must_use]
    pub fn several(&self) -> bool {
        self.options.iter().filter(|o| o.right).count() > 1
    }

    /// The right options, from 0.
    pub fn right(&self) -> impl Iterator<Item = u8> {
        let options = (0u8..).zip(&self.options);
        options.filter(|(_, o)| o.right).map(|(n, _)| n)
    }

    /// Are exactly the right options chosen?
    #[must_use]
    pub fn is_right(&self, chosen: &[u8]) -> bool {
        let mut options = (0u8..).zip(&self.options);
        options.all(|(n, o)| chosen.contains(&n) == o.right)
    }
}

impl SurveyQuestion {
    /// The question, where it has a right answer.
    #[must_use]
    pub fn knowledge(&self) -> Option<&Knowledge> {
        match &self.kind {
            SurveyKind::Knowledge(k) => Some(k),
            SurveyKind::Scale { .. } | SurveyKind::Free => None,
        }
    }
}

/// One thing that is measured: a knowledge question, or two that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub topic: SurveyTopic,
    /// By `Occasion as usize`: the question with which it is measured then.
    pub by: [Option<SurveyId>; OCCASIONS],
}

impl Scenario {
    /// The questions that are asked on an occasion, in the case's order.
    pub fn asked(&self, when: Occasion) -> impl Iterator<Item = (SurveyId, &SurveyQuestion)> {
        let all = (0u16..).map(SurveyId).zip(&self.questionnaires);
        all.filter(move |(_, q)| q.asked.contains(&when))
    }

    /// What the knowledge questions measure, in the order of the first question of each.
    #[must_use]
    pub fn measured(&self) -> Vec<Measured> {
        let mut out = Vec::new();
        for (id, question) in (0u16..).map(SurveyId).zip(&self.questionnaires) {
            let Some(k) = question.knowledge() else {
                continue;
            };
            // Told with the first of the two.
            if k.pair.is_some_and(|other| other < id) {
                continue;
            }
            let mut by = [None; OCCASIONS];
            for when in &question.asked {
                by[*when as usize] = Some(id);
            }
            let other = k.pair.and_then(|p| self.questionnaires.get(p.index()));
            for when in other.iter().flat_map(|q| &q.asked) {
                by[*when as usize] = k.pair;
            }
            let topic = k.topic;
            out.push(Measured { topic, by });
        }
        out
    }
}
