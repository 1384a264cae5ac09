//! The truth beside what both teams knew: built only once the debrief is open.

use super::liaison::{QueryView, about};
use super::msel::inject_text;
use super::project::{place_view, subject};
use super::team::{
    AnswerView, BreachView, CalibrationView, CollisionView, CriterionResult, DebriefView,
    DesksView, KnowledgeRow, ObjectiveResult, PersonOutcome, TruthView,
};
use super::team::{DecisionOutcome, TruthKind};
use crate::engine::State;
use crate::engine::condition::holds;
use crate::engine::rules::requests::untrue;
use crate::engine::rules::scoring::{Score, score};
use crate::scenario::ids::{InjectId, ItemId, PlaceId, SubjectId, Team};
use crate::scenario::model::{Condition, Effect};

pub(in crate::view) fn debrief_view(state: &State) -> DebriefView {
    let scenario = state.scenario();
    let result = score(state);
    let n = |len: usize| u16::try_from(len).unwrap_or(u16::MAX);
    DebriefView {
        outcome: result.outcome,
        outcome_text: scenario.theory.text(result.outcome).clone(),
        score: result.score,
        welfare_loss: result.welfare_loss,
        story: scenario.truth.story.clone(),
        truth: truth(state),
        decisions: decisions(state),
        hot_wash: scenario.truth.hot_wash.clone(),
        objectives: objectives(state, &result),
        calibration: CalibrationView {
            right: result.calibration.right,
            of: result.calibration.of,
            confidence: result.calibration.confidence,
            penalty: result.calibration.penalty,
        },
        knowledge: (0..n(scenario.items.len()))
            .map(|i| knowledge(state, ItemId(i)))
            .collect(),
        desks: desks(state),
        authorities: super::authority::outcomes(state),
        first_theories: Team::BOTH.map(|t| state.team(t).first_theory.as_deref().cloned()),
        verdict: state.verdict.clone(),
        answer: answer(state),
        people: scenario
            .people
            .iter()
            .zip(&state.welfare_log)
            .map(|(p, log)| PersonOutcome {
                name: p.name.clone(),
                welfare_start: p.welfare,
                welfare: log.clone(),
                truth: p.truth,
            })
            .collect(),
        places: (0u16..)
            .zip(&scenario.map.places)
            .map(|(i, p)| place_view(PlaceId(i), p))
            .collect(),
        subjects: (0..n(scenario.subjects.len()))
            .map(|i| subject(scenario, SubjectId(i)))
            .collect(),
        links: super::chart::outcomes(state),
        elements: super::elements::element_outcomes(state),
        roles: super::elements::role_outcomes(state),
        operations: super::operations::outcomes(state),
        set_pieces: super::set_pieces::outcomes(state),
        facilitation: super::facilitation::facilitation(state),
        settled: super::facilitation::settled(state),
        surveys: super::questionnaires::outcomes(state),
    }
}

/// The story's events and what the network really did, by round.
fn truth(state: &State) -> Vec<TruthView> {
    let scenario = state.scenario();
    let told = scenario.truth.events.iter().map(|e| TruthView {
        round: e.round,
        place: e.place,
        text: e.text.clone(),
        kind: TruthKind::Told,
    });
    let reactions = scenario.network.reactions.iter().zip(&state.plot.reactions);
    let reactions = reactions.map(|(r, round)| TruthView {
        round: *round,
        place: r.place,
        text: r.text.clone(),
        kind: TruthKind::Reaction,
    });
    let steps = scenario.network.plan.iter().zip(&state.plot.steps);
    let steps = steps.map(|(s, round)| TruthView {
        round: *round,
        place: s.place,
        text: s.text.clone(),
        kind: TruthKind::Step,
    });
    // What did not happen has no round.
    let network = reactions.chain(steps).filter(|t| t.round > 0);
    let steps = scenario.network.plan.iter().zip(&state.plot.steps);
    let prevented = steps
        .filter(|(s, round)| **round == 0 && s.round <= state.round())
        .filter(|(s, _)| s.unless.as_ref().is_some_and(|c| by_work(state, c)))
        .map(|(s, _)| TruthView {
            round: s.round,
            place: s.place,
            text: s.text.clone(),
            kind: TruthKind::Prevented,
        });
    let mut all: Vec<_> = told.chain(network).chain(prevented).collect();
    all.sort_by_key(|t| t.round);
    all
}

/// Has anything that the teams did or chose brought about what the condition names?
fn by_work(state: &State, condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|p| by_work(state, p)),
        Condition::Done(_) | Condition::Chosen { .. } | Condition::Executed(_) => {
            holds(state, condition)
        }
        // A flag that the network itself raises is nobody's merit.
        Condition::Flag(flag) => {
            let network = &state.scenario().network;
            let steps = network.plan.iter().flat_map(|s| &s.effects);
            let own = steps.chain(network.reactions.iter().flat_map(|r| &r.effects));
            let raised = |e: &Effect| matches!(e, Effect::Flag(f) if f == flag);
            holds(state, condition) && !own.into_iter().any(raised)
        }
        _ => false,
    }
}

fn decisions(state: &State) -> Vec<DecisionOutcome> {
    let mut out: Vec<_> = (0u16..)
        .zip(&state.scenario().injects)
        .filter_map(|(i, inject)| {
            let decision = inject.decision.as_ref()?;
            let standing = state.plot.injects.get(usize::from(i))?;
            (standing.fired > 0).then(|| DecisionOutcome {
                number: inject.number,
                round: standing.fired,
                from: inject.from.clone(),
                text: inject_text(state, InjectId(i)),
                options: decision.options.iter().map(|o| o.text.clone()).collect(),
                asked: Team::BOTH.map(|t| inject.to.contains(&t)),
                chosen: standing.chosen.map(|c| c.map(|c| (c.option, c.by_default))),
            })
        })
        .collect();
    out.sort_by_key(|d| d.round);
    out
}

fn desks(state: &State) -> DesksView {
    let desks = &state.liaison;
    let requests = super::liaison::requests(state, Team::North);
    DesksView {
        trust_start: state.scenario().trust,
        trust: super::liaison::trust_view(state),
        untrue: (requests.iter())
            .map(|r| r.id)
            .filter(|id| untrue(state, *id))
            .collect(),
        requests: (requests.into_iter())
            .map(|mut request| {
                request.offers.clear();
                request
            })
            .collect(),
        queries: desks
            .queries
            .iter()
            .map(|q| QueryView {
                by: q.by,
                about: about(state, q.about),
                round: q.round,
                matched: q.matched,
            })
            .collect(),
        breaches: breaches(state),
        collisions: collisions(state),
    }
}

/// Items used without consent, oldest first.
pub(in crate::view) fn breaches(state: &State) -> Vec<BreachView> {
    let all = state.liaison.breaches.iter();
    all.map(|b| BreachView {
        team: b.team,
        item: b.item,
        by: b.by,
        round: b.round,
    })
    .collect()
}

/// Where officers of both services got into each other's way, oldest first.
pub(in crate::view) fn collisions(state: &State) -> Vec<CollisionView> {
    let title = |t: crate::scenario::ids::TaskId| state.scenario().task(t).title.clone();
    let all = state.liaison.collisions.iter();
    all.map(|c| CollisionView {
        tasks: c.tasks.map(title),
        about: about(state, c.about),
        failed: c.failed,
        round: c.round,
    })
    .collect()
}

fn objectives(state: &State, result: &Score) -> Vec<ObjectiveResult> {
    let met = |id| result.criteria.iter().any(|(c, met)| *c == id && *met);
    let told = |c: &crate::scenario::model::Criterion| CriterionResult {
        id: c.id,
        text: c.text.clone(),
        points: c.points,
        met: met(c.id),
        teaching: c.teaching.clone(),
    };
    state
        .scenario()
        .objectives
        .iter()
        .map(|o| ObjectiveResult {
            text: o.text.clone(),
            criteria: o.criteria.iter().map(told).collect(),
        })
        .collect()
}

fn knowledge(state: &State, id: ItemId) -> KnowledgeRow {
    let item = state.scenario().item(id);
    let sent = state
        .team(item.origin)
        .sendings
        .iter()
        .find(|s| s.item == id);
    let partner = item.origin.other();
    let by = |team: Team| state.holding(team, id).map(|h| h.since);
    // An item that no one shared may still have been found by the partner itself.
    let used = &state.used[if sent.is_some() { partner } else { item.origin }.index()];
    KnowledgeRow {
        item: id,
        origin: item.origin,
        number: item.number,
        title: item.title.clone(),
        text: item.text.clone(),
        critical: item.critical,
        false_lead: item.false_lead,
        lesson: item.lesson.clone(),
        held: by(item.origin),
        shared: sent.map(|s| (s.sent, s.form)),
        arrived: by(partner),
        used: used.get(id.index()).copied().filter(|r| *r > 0),
    }
}

fn answer(state: &State) -> AnswerView {
    let scenario = state.scenario();
    AnswerView {
        offence: scenario.theory.offence,
        answers: scenario
            .theory
            .questions
            .iter()
            .map(|q| (q.text.clone(), subject(scenario, q.truth)))
            .collect(),
        people: scenario
            .people
            .iter()
            .map(|p| (p.name.clone(), p.truth))
            .collect(),
    }
}
