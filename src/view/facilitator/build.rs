//! Building the facilitator's view from the state.

use std::sync::Arc;

use super::{
    Between, DraftStanding, DutyView, ExposureView, FacilitatorCase, FacilitatorView, FolderRow,
    ItemCard, OfficerRow, PlanStanding, PooledView, ReactionView, ResultRow, RiskView, TeamSide,
    WaitingView,
};
use crate::engine::condition::holds;
use crate::engine::state::Holding;
use crate::engine::{Phase, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, OfficerId, PersonId, RequestId, Team};
use crate::scenario::model::Objective;
use crate::scenario::words::Form;
use crate::view::debrief::{breaches, collisions, debrief_view};
use crate::view::facilitation::{facilitation, ratings};
use crate::view::folder::{given, shared};
use crate::view::item::{ReceivedView, SharedView};
use crate::view::liaison::trust_view;
use crate::view::project::{case_view, ready, services, subjects};
use crate::view::questionnaires::{answer_key, standing};
use crate::view::team::PlayedReport;

/// What does not change during the exercise, for the facilitator's seat.
#[must_use]
pub fn facilitator_case(scenario: &Scenario) -> FacilitatorCase {
    let objective = |o: &Objective| {
        let criteria = o.criteria.iter().map(|c| c.text.clone());
        (o.text.clone(), criteria.collect())
    };
    FacilitatorCase {
        id: Arc::from(scenario.id.as_str()),
        title: scenario.title.clone(),
        languages: scenario.languages.clone().into(),
        minutes: scenario.minutes,
        rounds: scenario.rounds,
        round_hours: scenario.round_hours,
        services: services(scenario),
        items: (scenario.items.iter().zip(0u16..))
            .map(|(item, i)| ItemCard {
                id: ItemId(i),
                origin: item.origin,
                number: item.number,
                title: item.title.clone(),
                text: item.text.clone(),
                tear_line: item.tear_line.clone(),
                kind: item.kind,
                source: item.source,
                info: item.info,
                handling: item.handling,
                subjects: subjects(scenario, &item.subjects),
                critical: item.critical,
                false_lead: item.false_lead,
            })
            .collect(),
        objectives: scenario.objectives.iter().map(objective).collect(),
        teams: Team::BOTH.map(|team| Arc::new(case_view(scenario, team))),
        answer_key: answer_key(scenario),
    }
}

/// Everything, as it is now.
#[must_use]
pub fn facilitator_view(state: &State) -> FacilitatorView {
    let trust = trust_view(state);
    let lately = trust
        .moves
        .iter()
        .filter(|m| m.round.saturating_add(1) >= state.round());
    FacilitatorView {
        phase: state.phase(),
        round: state.round(),
        paused: state.paused(),
        pace: state.pace(),
        limit_seconds: state.limit_seconds(),
        held: state.facilitation.held,
        teams: Team::BOTH.map(|t| side(state, t)),
        pooled: pooled(state),
        exposure: exposure(state),
        trust_trend: lately.map(|m| i16::from(m.by)).sum(),
        trust,
        people: people(state),
        plan: state.operations.draft.as_ref().map(|d| PlanStanding {
            operation: d.plan.operation,
            title: state.scenario().operation(d.plan.operation).title.clone(),
            revision: d.revision,
            by: d.by,
            start: d.plan.start,
            signed: d.signed,
        }),
        verdict: state.draft.as_ref().map(|d| DraftStanding {
            revision: d.revision,
            by: d.by,
            signed: d.signed,
        }),
        breaches: breaches(state),
        collisions: collisions(state),
        waiting: waiting(state),
        facilitation: facilitation(state),
        ratings: ratings(state),
        questionnaires: Arc::new(standing(state)),
        debrief: (state.phase() == Phase::Debrief).then(|| Arc::new(debrief_view(state))),
    }
}

fn side(state: &State, team: Team) -> TeamSide {
    let own = state.team(team);
    TeamSide {
        ready: ready(state, team),
        theorised: own.first_theory.is_some(),
        hours_used: state.hours_used(team),
        folder: Arc::new(own.folder.iter().map(|h| row(state, team, h)).collect()),
        officers: officers(state, team),
        results: results(state, team),
    }
}

fn row(state: &State, team: Team, holding: &Holding) -> FolderRow {
    let item = state.scenario().item(holding.item);
    let shared: Vec<SharedView> = shared(state, team, holding).collect();
    FolderRow {
        item: holding.item,
        origin: item.origin,
        number: item.number,
        title: item.title.clone(),
        form: holding.form,
        source: item.source,
        info: item.info,
        critical: item.critical,
        since: holding.since,
        given: given(state, team, holding),
        received: holding.received.as_ref().map(|r| ReceivedView {
            channel: r.channel,
            round: r.round,
            note: r.note.clone(),
        }),
        between: between(state, team, holding),
        shared,
    }
}

fn between(state: &State, team: Team, holding: &Holding) -> Between {
    if holding.received.is_some() {
        return Between::FromPartner;
    }
    let sent = || {
        let all = state.team(team).sendings.iter();
        all.filter(|s| s.item == holding.item)
    };
    if let Some(first) = sent().find(|s| s.form == Form::Full).or(sent().next()) {
        let arrived = sent().any(|s| s.arrived && s.form == first.form);
        return Between::Shared {
            form: first.form,
            sent: first.sent,
            arrived,
        };
    }
    if state.holding(team.other(), holding.item).is_some() {
        return Between::Both;
    }
    let named = &state.scenario().item(holding.item).subjects;
    let requests = (0u16..).map(RequestId).zip(&state.liaison.requests);
    let mut asked = requests
        .filter(|(_, r)| r.by != team && r.subjects.iter().any(|s| named.contains(s)))
        .map(|(id, _)| id);
    Between::Kept {
        rounds: state.round().saturating_sub(holding.since),
        asked: asked.next(),
    }
}

fn officers(state: &State, team: Team) -> Vec<OfficerRow> {
    let all = state.scenario().officers.iter().zip(0u16..);
    all.filter(|(o, _)| o.team == team)
        .map(|(o, i)| OfficerRow {
            id: OfficerId(i),
            name: o.name.clone(),
            skill: o.skill,
            level: o.level,
            duty: state.duty(OfficerId(i)).map(|d| DutyView {
                task: d.task,
                title: state.scenario().task(d.task).title.clone(),
                since: d.since,
                until: d.until,
            }),
            engaged: state.operations.engaged(team, OfficerId(i)),
        })
        .collect()
}

fn results(state: &State, team: Team) -> Vec<ResultRow> {
    let Some(report) = &state.team(team).report else {
        return Vec::new();
    };
    let all = report.results.iter();
    all.map(|r| ResultRow {
        round: report.round,
        officer: r.officer,
        task: r.task,
        title: state.scenario().task(r.task).title.clone(),
        chance: r.chance,
        roll: r.roll,
        success: r.success,
        played: r.played.map(|points| match points {
            None => PlayedReport::Open,
            points => PlayedReport::Over(points),
        }),
        corrected: r.corrected,
    })
    .collect()
}

fn pooled(state: &State) -> PooledView {
    let mut pooled = PooledView::default();
    let items = state.scenario().items.iter().enumerate();
    for (i, _) in items.filter(|(_, item)| item.critical) {
        let held = Team::BOTH.map(|t| state.held[t.index()].has(i));
        pooled.all += 1;
        pooled.held += u16::from(held[0] || held[1]);
        pooled.pooled += u16::from(held[0] && held[1]);
    }
    pooled
}

fn exposure(state: &State) -> ExposureView {
    let reactions = state.scenario().network.reactions.iter();
    let mut steps: Vec<ReactionView> = reactions
        .zip(&state.plot.reactions)
        .map(|(reaction, round)| ReactionView {
            exposure: reaction.exposure,
            text: reaction.text.clone(),
            round: (*round > 0).then_some(*round),
        })
        .collect();
    steps.sort_by_key(|s| s.exposure);
    let to_come = steps.iter().find(|s| s.round.is_none());
    ExposureView {
        now: state.exposure,
        next: to_come.map(|s| s.exposure),
        steps,
    }
}

fn people(state: &State) -> Vec<RiskView> {
    let scenario = state.scenario();
    let all = scenario.people.iter().zip(0u16..);
    all.zip(&state.welfare)
        .zip(&state.welfare_log)
        .map(|(((person, i), now), log)| RiskView {
            id: PersonId(i),
            name: person.name.clone(),
            start: person.welfare,
            now: *now,
            log: log.clone(),
            safe: holds(state, &person.safe),
        })
        .collect()
}

fn waiting(state: &State) -> Vec<WaitingView> {
    let all = (0u16..).map(RequestId).zip(&state.liaison.requests);
    all.filter(|(_, r)| r.answer.is_none())
        .map(|(id, r)| WaitingView {
            id,
            by: r.by,
            subjects: subjects(state.scenario(), &r.subjects),
            text: r.text.clone(),
            asked: r.asked,
            at: r.at,
            age: state.round().saturating_sub(r.asked),
        })
        .collect()
}
