//! Judging one command: which events follow, or why it is refused.
//!
//! Time and chance come in as arguments. Nothing here changes the state; what a later event of the
//! same command depends on is folded into a copy.

use rand::Rng;

use super::command::{Actor, Command};
use super::event::{CaseTime, Event};
use super::refusal::Refusal;
use super::rules::{
    authority, consent, facilitation, flow, injects, links, operations, pointer, questionnaires,
    rating, requests, set_pieces, sharing, tasks, theory,
};
use super::state::{Phase, State};
use crate::scenario::ids::Team;

/// What `command` of `actor` brings about.
///
/// # Errors
/// The reason why it may not be, in which case nothing changes.
pub fn decide(
    state: &State,
    actor: Actor,
    command: &Command,
    rng: &mut impl Rng,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let noted = matches!(command, Command::Observe { .. } | Command::Rate { .. });
    if actor == Actor::Evaluator && !noted {
        return Err(Refusal::NotYours);
    }
    match command {
        Command::SetPace { .. }
        | Command::GiveItem { .. }
        | Command::OverrideTask { .. }
        | Command::Tell { .. }
        | Command::InsertInject { .. }
        | Command::Observe { .. }
        | Command::HoldDebrief
        | Command::OpenDebrief => facilitation::judge(state, actor, command, at),
        Command::Rate { .. } | Command::SettleRating { .. } => {
            rating::judge(state, actor, command, at)
        }
        Command::AnswerQuestionnaire { .. } | Command::ShowAnswers => {
            questionnaires::judge(state, actor, command)
        }
        Command::Pause => flow::pause(state, actor),
        Command::Resume => flow::resume(state, actor),
        Command::ExtendPlanning { seconds } => flow::extend(state, actor, *seconds),
        Command::EndPhase => flow::end_phase(state, actor, rng),
        Command::FireInject { inject } => injects::fire(state, actor, *inject, at),
        Command::HoldInject { inject } => injects::hold(state, actor, *inject),
        Command::ReleaseInject { inject } => injects::release(state, actor, *inject, at),
        Command::SkipInject { inject } => injects::skip(state, actor, *inject),
        Command::EditInject { inject, text } => injects::edit(state, actor, *inject, text),
        Command::FireDue { second } => injects::fire_due(state, actor, *second, at),
        _ => {
            let Actor::Team(team) = actor else {
                return Err(Refusal::NotYours);
            };
            of_team(state, team, command, rng, at)
        }
    }
}

fn of_team(
    state: &State,
    team: Team,
    command: &Command,
    rng: &mut impl Rng,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Acknowledge => flow::acknowledge(state, team),
        Command::AssignTask { officer, task } => {
            planning(state)?;
            tasks::assign(state, team, *officer, *task)
        }
        Command::ClearTask { officer } => {
            planning(state)?;
            tasks::clear(state, team, *officer)
        }
        Command::RecordTheory { theory } => {
            planning(state)?;
            theory::record(state, team, theory, at)
        }
        Command::ShareItem {
            item,
            form,
            channel,
            note,
        } => {
            planning(state)?;
            sharing::share(state, team, *item, *form, *channel, note.as_deref(), at)
        }
        Command::SendMessage { text } => {
            if !matches!(state.phase, Phase::Planning | Phase::Verdict) {
                return Err(Refusal::WrongPhase);
            }
            sharing::message(team, text, at)
        }
        Command::Request { subjects, text } => {
            planning(state)?;
            requests::request(state, team, subjects, text.as_deref(), at)
        }
        Command::AnswerRequest { request, answer } => {
            planning(state)?;
            requests::answer(state, team, *request, answer, at)
        }
        Command::PointerQuery { about } => {
            planning(state)?;
            pointer::query(state, team, *about, at)
        }
        Command::AskConsent { item } => {
            planning(state)?;
            consent::ask(state, team, *item, at)
        }
        Command::GiveConsent { item, granted } => {
            planning(state)?;
            consent::give(state, team, *item, *granted, at)
        }
        Command::SetReady { ready } => {
            planning(state)?;
            flow::set_ready(state, team, *ready, rng)
        }
        Command::DraftVerdict { theory } => theory::draft(state, team, theory),
        Command::SignVerdict { revision } => theory::sign(state, team, *revision),
        Command::DraftPlan { plan } => {
            planning(state)?;
            operations::draft(state, team, plan, at)
        }
        Command::SignPlan { revision } => {
            planning(state)?;
            operations::sign(state, team, *revision, at)
        }
        Command::WithdrawPlan => {
            planning(state)?;
            operations::withdraw(state, team, at)
        }
        Command::AddLink { link, items } => {
            planning(state)?;
            links::add(state, team, *link, items)
        }
        Command::RemoveLink { link } => {
            planning(state)?;
            links::remove(state, team, *link)
        }
        Command::PostLink { link } => {
            planning(state)?;
            links::post(state, team, *link)
        }
        Command::WithdrawLink { link } => {
            planning(state)?;
            links::withdraw(state, team, *link)
        }
        Command::ChallengeLink { link, text } => {
            planning(state)?;
            links::challenge(state, team, *link, text, at)
        }
        Command::SettleChallenge { link } => {
            planning(state)?;
            links::settle(state, team, *link)
        }
        Command::ApplyAuthority { authority, items } => {
            planning(state)?;
            authority::apply(state, team, *authority, items, at)
        }
        Command::Decide { inject, option } => {
            planning(state)?;
            injects::decide(state, team, *inject, *option)
        }
        Command::PlaySetPiece { task, act } => set_pieces::play(state, team, *task, act),
        Command::LeaveSetPiece { task } => set_pieces::leave(state, team, *task),
        Command::FireInject { .. }
        | Command::HoldInject { .. }
        | Command::ReleaseInject { .. }
        | Command::SkipInject { .. }
        | Command::EditInject { .. }
        | Command::FireDue { .. }
        | Command::SetPace { .. }
        | Command::GiveItem { .. }
        | Command::OverrideTask { .. }
        | Command::Tell { .. }
        | Command::InsertInject { .. }
        | Command::Observe { .. }
        | Command::HoldDebrief
        | Command::OpenDebrief
        | Command::Rate { .. }
        | Command::SettleRating { .. }
        | Command::AnswerQuestionnaire { .. }
        | Command::ShowAnswers => Err(Refusal::NotYours),
        Command::Pause | Command::Resume | Command::ExtendPlanning { .. } | Command::EndPhase => {
            Err(Refusal::NotYours)
        }
    }
}

fn planning(state: &State) -> Result<(), Refusal> {
    if state.phase == Phase::Planning {
        Ok(())
    } else {
        Err(Refusal::WrongPhase)
    }
}
