//! Questionnaires: what is asked, to everybody; who has handed one in, to the own team and the facilitator;
//! what was right and how many knew it, once it may be read.
//!
//! Nobody's view holds a person's answers. They stand in the record, which only the truth reads.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::questionnaires::Sheet;
use crate::engine::{Phase, State};
use crate::scenario::ids::{SurveyId, Team};
use crate::scenario::questionnaires::{OCCASIONS, SurveyKind};
use crate::scenario::words::{Occasion, SurveyTopic};
use crate::scenario::{Scenario, Text};

/// A question without its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyView {
    pub id: SurveyId,
    /// On which occasions it is asked.
    pub asked: Vec<Occasion>,
    pub text: Text,
    pub answer: AnswerWanted,
}

/// What is to be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerWanted {
    Options {
        options: Vec<Text>,
        /// More than one has to be chosen.
        several: bool,
    },
    /// 1 to 5, with words at both ends.
    Scale { low: Text, high: Text },
    /// In own words.
    Free,
}

/// That somebody has handed in a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    pub team: Team,
    pub who: Arc<str>,
    pub when: Occasion,
}

/// What is right, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerKey {
    pub question: SurveyId,
    pub topic: SurveyTopic,
    /// The right options, from 0.
    pub right: Vec<u8>,
    pub teaching: Text,
    /// Where that is written.
    pub source: Text,
}

/// How many of those who handed in a sheet were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareView {
    pub right: u16,
    pub of: u16,
}

/// By `Team as usize` and `Occasion as usize`; `of` is 0 where it was not asked, or of nobody.
pub type Shares = [[ShareView; OCCASIONS]; 2];

/// How far the questionnaires have come, for the facilitator's seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingView {
    /// In the order in which they were first handed in.
    pub sheets: Vec<SheetView>,
    /// Knowledge questions, in the case's order; nothing before the debrief.
    pub shares: Vec<(SurveyId, Shares)>,
    /// Persons who answered before play and not yet after it.
    pub owing: u16,
    /// The right answers are, or with the truth will be, open to the teams.
    pub open: bool,
}

/// What the debrief tells of the questionnaires.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveysView {
    /// Persons who answered before play and not yet after it: the right answers wait for them.
    pub owing: u16,
    /// Knowledge questions, in the case's order; nothing while the right answers wait.
    pub outcomes: Vec<SurveyOutcome>,
}

/// A knowledge question with its answer, and how many knew it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyOutcome {
    pub text: Text,
    pub options: Vec<Text>,
    pub key: AnswerKey,
    pub shares: Shares,
}

/// What is asked, in the case's order.
pub(super) fn surveys(scenario: &Scenario) -> Vec<SurveyView> {
    let all = (0u16..).map(SurveyId).zip(&scenario.questionnaires);
    all.map(|(id, q)| SurveyView {
        id,
        asked: q.asked.clone(),
        text: q.text.clone(),
        answer: match &q.kind {
            SurveyKind::Knowledge(k) => AnswerWanted::Options {
                options: k.options.iter().map(|o| o.text.clone()).collect(),
                several: k.several(),
            },
            SurveyKind::Scale { low, high } => AnswerWanted::Scale {
                low: low.clone(),
                high: high.clone(),
            },
            SurveyKind::Free => AnswerWanted::Free,
        },
    })
    .collect()
}

/// The answer key, for the facilitator's seat.
pub(super) fn answer_key(scenario: &Scenario) -> Vec<AnswerKey> {
    let all = (0u16..).map(SurveyId).zip(&scenario.questionnaires);
    all.filter_map(|(question, q)| {
        let k = q.knowledge()?;
        Some(AnswerKey {
            question,
            topic: k.topic,
            right: k.right().collect(),
            teaching: k.teaching.clone(),
            source: k.source.clone(),
        })
    })
    .collect()
}

fn sheet(s: &Sheet) -> SheetView {
    SheetView {
        team: s.team,
        who: Arc::clone(&s.who),
        when: s.when,
    }
}

/// What persons of the team have handed in.
pub(super) fn handed_in(state: &State, team: Team) -> Vec<SheetView> {
    let all = state.questionnaires.sheets.iter();
    all.filter(|s| s.team == team).map(sheet).collect()
}

fn shares(state: &State, question: SurveyId) -> Shares {
    let mut out = Shares::default();
    let scenario = state.scenario();
    let asked = scenario.questionnaires.get(question.index());
    for s in &state.questionnaires.sheets {
        if asked.is_some_and(|q| q.asked.contains(&s.when)) {
            let share = &mut out[s.team.index()][s.when as usize];
            share.of = share.of.saturating_add(1);
            share.right = (share.right).saturating_add(s.right(scenario, question).into());
        }
    }
    out
}

fn owing(state: &State) -> u16 {
    let owing = state.questionnaires.owing(state.scenario());
    u16::try_from(owing).unwrap_or(u16::MAX)
}

pub(super) fn standing(state: &State) -> StandingView {
    let handed = &state.questionnaires;
    // Whoever watches both teams sees this too: of one person's sheet a share is that person's answer.
    let counted = if state.phase() == Phase::Debrief {
        &state.scenario().questionnaires[..]
    } else {
        &[]
    };
    let all = (0u16..).map(SurveyId).zip(counted);
    let knowledge = all.filter(|(_, q)| q.knowledge().is_some());
    StandingView {
        sheets: handed.sheets.iter().map(sheet).collect(),
        shares: knowledge.map(|(id, _)| (id, shares(state, id))).collect(),
        owing: owing(state),
        open: handed.open(state.scenario()),
    }
}

/// For the debrief, which is built once the truth is open or for the facilitator.
pub(super) fn outcomes(state: &State) -> SurveysView {
    let scenario = state.scenario();
    let open = state.questionnaires.open(scenario);
    let key = answer_key(scenario);
    let outcome = |key: AnswerKey| {
        let question = scenario.questionnaires.get(key.question.index())?;
        let options = question.knowledge()?.options.iter();
        Some(SurveyOutcome {
            text: question.text.clone(),
            options: options.map(|o| o.text.clone()).collect(),
            shares: shares(state, key.question),
            key,
        })
    };
    SurveysView {
        owing: owing(state),
        outcomes: (key.into_iter().filter(|_| open))
            .filter_map(outcome)
            .collect(),
    }
}
