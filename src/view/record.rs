//! The record, one event at a time, as a viewer may read it.
//!
//! A team reads its own doings, what reached it, and what both see; the truth reads everything.
//! Ids become words: an item is `N-07` to a team, its id in the case's files to the truth.

use serde_json::{Map, Value};

use crate::engine::{Cause, Event, GroundLack, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{AuthorityId, Team};
use crate::scenario::model::Effect;

use super::deeds;

/// Who reads the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// One team.
    Team(Team),
    /// The facilitator, after or during the exercise.
    Truth,
}

/// The event as JSON for this reader, or nothing if it is not for it. `state` is that before it.
///
/// `number` is that of the line among those that this reader is told: a gap in a team's numbers
/// would count what its partner did meanwhile.
#[must_use]
pub fn told(state: &State, number: u64, event: &Event, reader: Reader) -> Option<Value> {
    if let Reader::Team(team) = reader
        && !may_read(state.scenario(), team, event)
    {
        return None;
    }
    let Ok(Value::Object(body)) = serde_json::to_value(event) else {
        return None;
    };
    let round = match event {
        Event::RoundStarted { round } => *round,
        _ => state.round(),
    };
    let mut line = Map::new();
    line.insert("number".into(), number.into());
    line.insert("round".into(), round.into());
    for (key, value) in body {
        if key == "cause" && !may_know_cause(state.scenario(), reader, event) {
            continue;
        }
        let value = named(
            state.scenario(),
            reader,
            &key,
            own_half(reader, &key, value),
        );
        line.insert(key, value);
    }
    planned(state.scenario(), event, &mut line);
    // What chance came to tells how alarmed the network is and what the partner holds.
    if let (Event::OperationRun { .. }, Reader::Team(_)) = (event, reader) {
        for key in ["chance", "roll", "lines", "unlawful"] {
            line.remove(key);
        }
    }
    // Why the trainer changed a result may speak of what the team does not know.
    if let (Event::TaskOverridden { .. }, Reader::Team(_)) = (event, reader) {
        line.remove("reason");
    }
    // What it is drawn from tells what is hidden in it.
    if let (Event::SetPieceOpened { .. }, Reader::Team(_)) = (event, reader) {
        line.remove("seed");
    }
    if let Event::SetPiecePlayed { task, act, .. } = event {
        line.insert(
            "act".into(),
            deeds::told(state.scenario(), *task, act).into(),
        );
    }
    if let Event::Decided { inject, option, .. } = event {
        let decision = state.scenario().inject(*inject).decision.as_ref();
        let choice = decision.and_then(|d| d.options.get(option.index()));
        let key = choice.map(|c| c.key.as_str());
        line.insert("option".into(), key.into());
    }
    if let Event::AuthorityApplied {
        authority,
        missing,
        from,
        ..
    } = event
    {
        // A round here; elsewhere an end of a link.
        line.insert("from".into(), (*from).into());
        let missing: Vec<Value> = missing
            .iter()
            .map(|m| lacking(state.scenario(), reader, *authority, m))
            .collect();
        line.insert("missing".into(), missing.into());
    }
    Some(Value::Object(line))
}

/// A plan's objective, risks and contingency in the words that both teams read.
fn planned(scenario: &Scenario, event: &Event, line: &mut Map<String, Value>) {
    let Event::PlanDrafted { plan, .. } = event else {
        return;
    };
    let Some(Value::Object(told)) = line.get_mut("plan") else {
        return;
    };
    let operation = scenario.operation(plan.operation);
    let say = |text: Option<&crate::scenario::Text>| {
        text.map_or(Value::Null, |t| t.get(&scenario.language).into())
    };
    let aim = (plan.objective).and_then(|a| operation.objectives.get(a.index()));
    let other = (plan.contingency).and_then(|c| operation.contingencies.get(c.index()));
    let risks = plan.risks.iter().map(|r| operation.risks.get(r.index()));
    told.insert("objective".into(), say(aim.map(|a| &a.text)));
    told.insert("contingency".into(), say(other.map(|c| &c.text)));
    let risks = risks.map(|r| say(r.map(|r| &r.text))).collect();
    told.insert("risks".into(), Value::Array(risks));
}

/// A ground that was not shown, and why: its text to a team, its id to the truth.
fn lacking(scenario: &Scenario, reader: Reader, id: AuthorityId, m: &GroundLack) -> Value {
    let grounds = &scenario.authority(id).grounds;
    let ground = grounds.get(m.ground.index()).map(|g| match reader {
        Reader::Truth => g.key.as_str(),
        Reader::Team(_) => g.text.get(&scenario.language),
    });
    let entries = [
        ("ground".to_owned(), Value::from(ground)),
        ("lack".to_owned(), Value::from(m.lack.key())),
    ];
    Value::Object(Map::from_iter(entries))
}

fn may_read(scenario: &Scenario, reader: Team, event: &Event) -> bool {
    match event {
        // What both teams see in their views.
        Event::Acknowledged { .. }
        | Event::RoundStarted { .. }
        | Event::MessageSent { .. }
        | Event::Requested { .. }
        | Event::RequestAnswered { .. }
        | Event::PointerMatched { .. }
        | Event::ConsentAsked { .. }
        | Event::ConsentGiven { .. }
        | Event::Breach { .. }
        | Event::TrustMoved { .. }
        | Event::BlueOnBlue { .. }
        | Event::PointerQueried { matched: true, .. }
        | Event::ReadySet { .. }
        | Event::PlanningEnded { .. }
        | Event::Paused
        | Event::Resumed
        | Event::PlanningExtended { .. }
        | Event::VerdictOpened
        | Event::VerdictDrafted { .. }
        | Event::VerdictSigned { .. }
        | Event::DebriefOpened { .. } => true,
        Event::PlanDrafted { .. }
        | Event::PlanSigned { .. }
        | Event::PlanWithdrawn { .. }
        | Event::OperationRun { .. }
        | Event::LinkPosted { .. }
        | Event::LinkWithdrawn { .. }
        | Event::LinkChallenged { .. }
        | Event::ChallengeSettled { .. } => true,
        Event::LinkAdded { team, .. }
        | Event::LinkRemoved { team, .. }
        | Event::AuthorityApplied { team, .. } => *team == reader,
        // What is its own, or came to it.
        Event::TaskAssigned { team, .. }
        | Event::TaskCleared { team, .. }
        | Event::TheoryRecorded { team, .. }
        | Event::ItemShared { team, .. }
        | Event::PointerQueried { team, .. }
        | Event::ItemArrived { team, .. }
        | Event::TaskResolved { team, .. }
        | Event::TaskContinues { team, .. }
        | Event::SetPieceOpened { team, .. }
        | Event::SetPiecePlayed { team, .. }
        | Event::SetPieceEnded { team, .. } => *team == reader,
        Event::Effected {
            effect: Effect::Give { to, .. },
            ..
        } => *to == reader,
        Event::Decided { team, .. } => *team == reader,
        Event::InjectFired { inject, .. } => scenario
            .injects
            .get(inject.index())
            .is_some_and(|i| i.to.contains(&reader)),
        Event::PaceSet { .. } | Event::DebriefHeld | Event::TruthOpened | Event::AnswersShown => {
            true
        }
        Event::ItemGiven { team, .. } | Event::TaskOverridden { team, .. } => *team == reader,
        Event::Told { to, .. } | Event::InjectInserted { to, .. } => {
            to.is_none_or(|team| team == reader)
        }
        // What only the truth knows.
        Event::Observed { .. }
        | Event::Rated { .. }
        | Event::RatingSettled { .. }
        | Event::QuestionnaireAnswered { .. }
        | Event::Effected { .. }
        | Event::WelfareChanged { .. }
        | Event::MilestoneReached { .. }
        | Event::InjectHeld { .. }
        | Event::InjectReleased { .. }
        | Event::InjectSkipped { .. }
        | Event::InjectEdited { .. }
        | Event::Stepped { .. }
        | Event::StepPrevented { .. }
        | Event::Reacted { .. } => false,
    }
}

/// May a team read of this event once the debrief is open to it? `state` is that before it.
///
/// What it was told in play, and of the rest only what [`super::DebriefView`] holds: how its partner set its
/// officers, drew its own chart and revised its theory stays its partner's, and what the facilitator thought
/// better of stays the facilitator's.
#[must_use]
pub fn opened(state: &State, team: Team, event: &Event) -> bool {
    let scenario = state.scenario();
    may_read(scenario, team, event)
        || match event {
            Event::TheoryRecorded { team: by, .. } => state.team(*by).first_theory.is_none(),
            Event::InjectFired { inject, .. } => scenario
                .injects
                .get(inject.index())
                .is_some_and(|i| i.decision.is_some()),
            Event::Observed { team: about, .. } => about.is_none_or(|about| about == team),
            Event::QuestionnaireAnswered { team: of, .. } => *of == team,
            Event::ItemShared { .. }
            | Event::ItemArrived { .. }
            | Event::PointerQueried { .. }
            | Event::SetPieceEnded { .. }
            | Event::AuthorityApplied { .. }
            | Event::Decided { .. }
            | Event::Effected { .. }
            | Event::WelfareChanged { .. }
            | Event::MilestoneReached { .. }
            | Event::Stepped { .. }
            | Event::StepPrevented { .. }
            | Event::Reacted { .. }
            | Event::ItemGiven { .. }
            | Event::TaskOverridden { .. }
            | Event::InjectInserted { .. }
            | Event::RatingSettled { .. } => true,
            _ => false,
        }
}

/// What a partner's task or decision yields to a team, or the network's doing, comes without word of
/// it.
fn may_know_cause(scenario: &Scenario, reader: Reader, event: &Event) -> bool {
    match (reader, event) {
        (
            Reader::Team(team),
            Event::Effected {
                cause: Cause::Task(task),
                ..
            },
        ) => scenario.task(*task).team == team,
        (
            Reader::Team(team),
            Event::Effected {
                cause: Cause::Decision { team: by, .. },
                ..
            },
        ) => *by == team,
        (
            Reader::Team(_),
            Event::Effected {
                cause: Cause::Step(_) | Cause::Reaction(_),
                ..
            },
        ) => false,
        _ => true,
    }
}

/// Of two tasks that met, a team reads only its own.
fn own_half(reader: Reader, key: &str, value: Value) -> Value {
    match (reader, key, value) {
        (Reader::Team(team), "tasks", Value::Array(mut both)) if both.len() == 2 => {
            Value::Array(vec![both.swap_remove(team.index())])
        }
        (_, _, value) => value,
    }
}

/// Replaces indices by words, wherever they stand.
fn named(scenario: &Scenario, reader: Reader, key: &str, value: Value) -> Value {
    match value {
        Value::Number(n) => {
            let index = n.as_u64().and_then(|n| usize::try_from(n).ok());
            let word = index.and_then(|i| word(scenario, reader, key, i));
            word.map_or(Value::Number(n), Value::String)
        }
        Value::Array(list) => {
            let named_list = |(i, v): (usize, Value)| match (key, v) {
                ("people", v) => {
                    let person = scenario.people.get(i).map_or("", |p| p.key.as_str());
                    // A team that does not know of a person reads only `Unknown` of it.
                    Value::Object(Map::from_iter([(person_name(reader, person, i), v)]))
                }
                ("roles", v) => {
                    let role = scenario.theory.roles.get(i);
                    let subject = role.map_or("", |r| scenario.subject(r.subject).key.as_str());
                    let name = match reader {
                        Reader::Truth => subject.to_owned(),
                        Reader::Team(_) => format!("role {}", i + 1),
                    };
                    Value::Object(Map::from_iter([(name, v)]))
                }
                (_, v) => named(scenario, reader, key, v),
            };
            Value::Array(list.into_iter().enumerate().map(named_list).collect())
        }
        Value::Object(map) => Value::Object(
            map.into_iter()
                .map(|(k, v)| {
                    let v = named(scenario, reader, &k, v);
                    (k, v)
                })
                .collect(),
        ),
        other => other,
    }
}

fn person_name(reader: Reader, key: &str, index: usize) -> String {
    match reader {
        Reader::Truth => key.to_owned(),
        Reader::Team(_) => format!("person {}", index + 1),
    }
}

fn word(scenario: &Scenario, reader: Reader, key: &str, i: usize) -> Option<String> {
    // The author's keys may say more than the case tells: a team reads names.
    let say = |key: &String, name: &crate::scenario::Text| match reader {
        Reader::Truth => key.clone(),
        Reader::Team(_) => name.get(&scenario.language).to_owned(),
    };
    match key {
        "item" | "items" | "cited" | "elements" | "Items" => {
            scenario.items.get(i).map(|item| match reader {
                Reader::Truth => item.key.clone(),
                Reader::Team(_) => {
                    let letter = if item.origin == Team::North { 'N' } else { 'S' };
                    format!("{letter}-{:02}", item.number)
                }
            })
        }
        "task" | "tasks" | "Task" | "Open" | "Close" => {
            scenario.tasks.get(i).map(|t| say(&t.key, &t.title))
        }
        "authority" | "basis" => {
            let authority = scenario.authorities.get(i);
            authority.map(|a| say(&a.key, &a.title))
        }
        "officer" | "officers" => scenario.officers.get(i).map(|o| say(&o.key, &o.name)),
        "person" => scenario.people.get(i).map(|p| p.key.clone()),
        "inject" | "Inject" => scenario
            .injects
            .get(i)
            .map(|x| format!("inject {}", x.number)),
        "step" | "Step" => scenario.network.plan.get(i).map(|s| s.key.clone()),
        "reaction" | "Reaction" => {
            let reaction = scenario.network.reactions.get(i);
            reaction.map(|r| r.key.clone())
        }
        "milestone" => scenario.milestones.get(i).map(|m| m.key.clone()),
        "answers" | "from" | "to" | "subjects" | "Subject" => {
            scenario.subjects.get(i).map(|s| say(&s.key, &s.name))
        }
        "operation" | "Operation" => {
            let operation = scenario.operations.get(i);
            operation.map(|o| say(&o.key, &o.title))
        }
        "Place" | "places" => scenario.map.places.get(i).map(|p| say(&p.key, &p.name)),
        "question" => scenario.questionnaires.get(i).map(|q| q.key.clone()),
        "Flag" => scenario.flags.get(i).cloned(),
        _ => None,
    }
}
