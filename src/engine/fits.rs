//! Whether an event speaks only of what its case defines: asked once, when a record is read.
//!
//! Past this check folding and viewing index without looking.

use super::event::{Cause, Event};
use super::liaison::{About, Answer};
use super::operations::Plan;
use super::theory::Theory;
use crate::scenario::Scenario;
use crate::scenario::ids::{
    AuthorityId, InjectId, ItemId, OfficerId, OperationId, PersonId, ReactionId, StepId, SubjectId,
    TaskId, Team,
};
use crate::scenario::model::{Effect, Link};

/// Does every id in `event`, and every round that begins, exist in `scenario`?
#[must_use]
pub fn fits(scenario: &Scenario, event: &Event) -> bool {
    let task = |id: &TaskId| id.index() < scenario.tasks.len();
    let officer = |id: &OfficerId| id.index() < scenario.officers.len();
    let item = |id: &ItemId| id.index() < scenario.items.len();
    let person = |id: &PersonId| id.index() < scenario.people.len();
    let inject = |id: &InjectId| id.index() < scenario.injects.len();
    let step = |id: &StepId| id.index() < scenario.network.plan.len();
    let reaction = |id: &ReactionId| id.index() < scenario.network.reactions.len();
    let subject = |id: &SubjectId| id.index() < scenario.subjects.len();
    let operation = |id: &OperationId| id.index() < scenario.operations.len();
    let on = |about: &About| match about {
        About::Subject(s) => subject(s),
        About::Place(p) => p.index() < scenario.map.places.len(),
    };
    match event {
        Event::TaskAssigned {
            officer: o,
            task: t,
            ..
        }
        | Event::TaskResolved {
            officer: o,
            task: t,
            ..
        }
        | Event::TaskContinues {
            officer: o,
            task: t,
            ..
        }
        | Event::SetPieceEnded {
            officer: o,
            task: t,
            ..
        } => officer(o) && task(t),
        Event::SetPieceOpened {
            officer: o,
            task: t,
            ..
        } => officer(o) && task(t) && scenario.task(*t).set_piece.is_some(),
        Event::SetPiecePlayed { task: t, .. } => task(t),
        Event::TaskCleared { officer: o, .. } => officer(o),
        Event::RoundStarted { round } => (1..=scenario.rounds).contains(round),
        Event::TheoryRecorded { theory, .. } | Event::VerdictDrafted { theory, .. } => {
            theory_fits(scenario, theory)
        }
        Event::ItemShared { item: i, .. } | Event::ItemArrived { item: i, .. } => item(i),
        Event::Effected { effect, cause } => {
            let effect = match effect {
                Effect::Give { item: i, .. } => item(i),
                Effect::Flag(flag) => flag.index() < scenario.flags.len(),
                Effect::Exposure(_) | Effect::Trust(_) => true,
                Effect::Welfare { person: p, .. } => person(p),
                Effect::Open(t) | Effect::Close(t) => task(t),
            };
            let cause = match cause {
                Cause::Task(t) => task(t),
                Cause::Inject(i) | Cause::Decision { inject: i, .. } => inject(i),
                Cause::Step(s) => step(s),
                Cause::Reaction(r) => reaction(r),
                Cause::BlueOnBlue => true,
                Cause::Operation(o) => operation(o),
            };
            effect && cause
        }
        Event::Requested { subjects, .. } => subjects.iter().all(subject),
        Event::RequestAnswered {
            answer: Answer::Items(items),
            ..
        } => items.iter().all(item),
        Event::PointerQueried { about, .. } | Event::PointerMatched { about, .. } => on(about),
        Event::ConsentAsked { item: i, .. }
        | Event::ConsentGiven { item: i, .. }
        | Event::Breach { item: i, .. } => item(i),
        Event::BlueOnBlue { tasks, about, .. } => tasks.iter().all(task) && on(about),
        Event::WelfareChanged { person: p, .. } => person(p),
        Event::InjectFired { inject: i, .. }
        | Event::InjectHeld { inject: i }
        | Event::InjectReleased { inject: i }
        | Event::InjectSkipped { inject: i }
        | Event::InjectEdited { inject: i, .. } => inject(i),
        Event::Decided {
            inject: i, option, ..
        } => scenario.injects.get(i.index()).is_some_and(|x| {
            let options = x.decision.as_ref().map_or(0, |d| d.options.len());
            option.index() < options
        }),
        Event::Stepped { step: s } | Event::StepPrevented { step: s } => step(s),
        Event::Reacted { reaction: r } => reaction(r),
        Event::MilestoneReached { milestone } => milestone.index() < scenario.milestones.len(),
        Event::LinkAdded { link, items, .. } => {
            link_fits(scenario, *link) && items.iter().all(item)
        }
        Event::LinkRemoved { link, .. }
        | Event::LinkPosted { link, .. }
        | Event::LinkWithdrawn { link, .. }
        | Event::LinkChallenged { link, .. }
        | Event::ChallengeSettled { link, .. } => link_fits(scenario, *link),
        Event::PlanDrafted { plan, .. } => plan_fits(scenario, plan),
        Event::OperationRun { operation: o, .. } => operation(o),
        Event::ItemGiven { item: i, .. } => item(i),
        Event::TaskOverridden {
            team,
            officer: o,
            task: t,
            ..
        } => officer(o) && task(t) && scenario.task(*t).team == *team,
        Event::PlanSigned { .. } | Event::PlanWithdrawn { .. } => true,
        Event::AuthorityApplied {
            team,
            authority,
            items,
            missing,
            ..
        } => authority_fits(scenario, *team, *authority).is_some_and(|grounds| {
            missing.iter().all(|m| m.ground.index() < grounds) && items.iter().all(item)
        }),
        Event::Acknowledged { .. }
        | Event::RequestAnswered { .. }
        | Event::TrustMoved { .. }
        | Event::MessageSent { .. }
        | Event::ReadySet { .. }
        | Event::PlanningEnded { .. }
        | Event::Paused
        | Event::Resumed
        | Event::PlanningExtended { .. }
        | Event::VerdictOpened
        | Event::VerdictSigned { .. }
        | Event::DebriefOpened { .. }
        | Event::PaceSet { .. }
        | Event::Told { .. }
        | Event::InjectInserted { .. }
        | Event::Observed { .. }
        | Event::DebriefHeld
        | Event::TruthOpened
        | Event::AnswersShown => true,
        Event::Rated { task, .. } | Event::RatingSettled { task, .. } => {
            scenario.critical_tasks().nth(task.index()).is_some()
        }
        Event::QuestionnaireAnswered { when, replies, .. } => replies.iter().all(|r| {
            let asked = scenario.questionnaires.get(r.question.index());
            asked.is_some_and(|q| q.asked.contains(when) && r.reply.suits(q))
        }),
    }
}

/// How many grounds the team's authority has, if there is one.
fn authority_fits(scenario: &Scenario, team: Team, id: AuthorityId) -> Option<usize> {
    let authority = scenario.authorities.get(id.index())?;
    (authority.team == team).then_some(authority.grounds.len())
}

fn link_fits(scenario: &Scenario, link: Link) -> bool {
    [link.from, link.to]
        .iter()
        .all(|s| s.index() < scenario.subjects.len())
}

fn plan_fits(scenario: &Scenario, plan: &Plan) -> bool {
    let Some(operation) = scenario.operations.get(plan.operation.index()) else {
        return false;
    };
    let (places, officers) = (&scenario.map.places, &scenario.officers);
    let aim = |a: crate::scenario::ids::AimId| a.index() < operation.objectives.len();
    let other = |c: crate::scenario::ids::ContingencyId| c.index() < operation.contingencies.len();
    plan.objective.is_none_or(aim)
        && plan.contingency.is_none_or(other)
        && (plan.places.iter().flatten()).all(|p| p.index() < places.len())
        && (plan.officers.iter()).all(|(o, _)| o.index() < officers.len())
        && (plan.basis.iter().flatten()).all(|a| a.index() < scenario.authorities.len())
        && (plan.risks.iter()).all(|r| r.index() < operation.risks.len())
        && (plan.cited.iter()).all(|i| i.index() < scenario.items.len())
}

fn theory_fits(scenario: &Scenario, theory: &Theory) -> bool {
    theory.answers.len() == scenario.theory.questions.len()
        && theory.people.len() == scenario.people.len()
        && theory
            .answers
            .iter()
            .flatten()
            .all(|s| s.index() < scenario.subjects.len())
        && theory.elements.len() == scenario.theory.elements.len()
        && theory.roles.len() == scenario.theory.roles.len()
        && theory.all_cited().all(|i| i.index() < scenario.items.len())
}
