//! Everything that a report tells, whatever it is written in.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::findings::{Findings, findings};
use super::learning::{Later, Paired, learning};
use crate::analysis::WhatIf;
use crate::engine::{Entry, Phase, State};
use crate::scenario::ids::{SurveyId, Team};
use crate::scenario::words::Occasion as When;
use crate::scenario::{Scenario, Text};
use crate::view::{
    DebriefView, MselView, ObservationView, RatingView, ServiceView, facilitator_case,
    facilitator_view, msel,
};

/// A report with the events on record that its reader may read: what another computer needs to write it in any
/// format and language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakeHome {
    pub of: AfterAction,
    pub events: Vec<Value>,
}

/// What is known of an exercise besides its case and its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// Seed of chance.
    pub seed: u64,
    /// Names of the people, by `Team as usize`.
    pub people: [Vec<String>; 2],
    /// Version of the program that began it.
    pub program: String,
    /// Seconds since 1970 when it began.
    pub begun: u64,
}

/// An exercise that is over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AfterAction {
    pub occasion: Occasion,
    /// Id of the case.
    pub case: String,
    pub title: Text,
    /// By `Team as usize`.
    pub services: [ServiceView; 2],
    /// Of the case.
    pub rounds: u8,
    /// Rounds that were played.
    pub played: u8,
    /// Hours of case time in a round.
    pub round_hours: u8,
    /// For whom it is; `None`: for whoever ran the exercise.
    pub reader: Option<Team>,
    pub debrief: Arc<DebriefView>,
    pub findings: Arc<Findings>,
    /// What evaluators gave, each kept apart; in no team's report.
    pub ratings: Vec<RatingView>,
    /// The list of injects as planned and as it went; in no team's report.
    pub msel: Option<MselView>,
    /// What one thing would have made of it, where that was worked out.
    pub otherwise: Option<Arc<WhatIf>>,
    /// What the questionnaires tell, where somebody has answered.
    pub learned: Option<Learned>,
}

/// What was learned, without names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learned {
    pub rows: Vec<LearnedRow>,
    /// All of them summed up.
    pub overall: Later,
    /// Answers on scales: the question, when it was asked, and how many gave 1 to 5.
    pub scales: Vec<(Text, When, Vec<u32>)>,
    /// The question, and an answer in somebody's own words; in no team's report.
    pub texts: Vec<(Text, String)>,
}

/// One thing that was measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedRow {
    /// The question with which it was measured first.
    pub text: Text,
    pub after: Paired,
    pub follow_up: Paired,
}

/// Why there is nothing to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    #[error("the exercise is not over; go on with it, and report when the debrief is open")]
    NotOver,
    #[error(
        "the truth has not been opened to the teams; open it at the debrief, or report for whoever runs the exercise"
    )]
    NotOpen,
}

/// The report of a record. A team's own holds nothing that the debrief has not opened to it: of what was noted
/// only what is about it, or about both.
///
/// # Errors
/// If the exercise is not over, or the truth is not open to the team for which it is to be.
pub fn after_action(
    scenario: &Arc<Scenario>,
    occasion: Occasion,
    entries: &[Entry],
    reader: Option<Team>,
) -> Result<AfterAction, NotYet> {
    let events = entries.iter().flat_map(|e| &e.events);
    let state = State::replay(Arc::clone(scenario), events);
    if state.phase() != Phase::Debrief {
        return Err(NotYet::NotOver);
    }
    if reader.is_some() && !state.truth_open() {
        return Err(NotYet::NotOpen);
    }
    let view = facilitator_view(&state);
    let mut debrief = view.debrief.ok_or(NotYet::NotOver)?;
    if let Some(team) = reader {
        let own = |o: &ObservationView| o.team.is_none_or(|t| t == team);
        let kept = &debrief.facilitation.observations;
        let kept: Vec<_> = kept.iter().filter(|o| own(o)).cloned().collect();
        Arc::make_mut(&mut debrief).facilitation.observations = Arc::new(kept);
    }
    let all = reader.is_none();
    let mut found = findings(scenario, entries);
    if let Some(team) = reader {
        found.keep_for(team);
    }
    Ok(AfterAction {
        occasion,
        case: scenario.id.clone(),
        title: scenario.title.clone(),
        services: facilitator_case(scenario).services,
        rounds: scenario.rounds,
        played: state.round(),
        round_hours: scenario.round_hours,
        reader,
        debrief,
        findings: Arc::new(found),
        ratings: if all { view.ratings } else { Vec::new() },
        msel: all.then(|| msel(&state, u32::MAX)),
        otherwise: None,
        learned: learned(scenario, entries, all),
    })
}

/// Nothing, where nobody has answered.
fn learned(scenario: &Scenario, entries: &[Entry], all: bool) -> Option<Learned> {
    let found = learning(scenario, entries);
    if found.sheets.iter().flatten().all(|n| *n == 0) {
        return None;
    }
    let text = |id: SurveyId| {
        let question = scenario.questionnaires.get(id.index());
        question.map_or_else(Text::default, |q| q.text.clone())
    };
    let rows = found.measures.iter().map(|m| LearnedRow {
        text: m
            .what
            .by
            .iter()
            .flatten()
            .next()
            .map_or_else(Text::default, |id| text(*id)),
        after: m.later.after,
        follow_up: m.later.follow_up,
    });
    let texts = found.texts.into_iter().filter(|_| all);
    Some(Learned {
        rows: rows.collect(),
        overall: found.overall,
        scales: (found.scales.iter())
            .filter(|s| s.n() > 0)
            .map(|s| (text(s.question), s.when, s.counts.to_vec()))
            .collect(),
        texts: texts.map(|(id, _, said)| (text(id), said)).collect(),
    })
}
