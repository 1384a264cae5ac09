//! Joint operations, told.

use super::{Account, Told, together};
use crate::engine::{Event, Plan};
use crate::language::{Words, family, t};
use crate::scenario::ids::Team;
use crate::scenario::words::{Miss, OpOutcome};

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let draft = account.state.operations.draft.as_ref();
    let signed = draft.is_some_and(|d| d.signed.contains(&true));
    match event {
        Event::PlanDrafted {
            team,
            revision,
            plan,
            ..
        } => {
            let told = t("account-plan-drafted").with("revision", *revision);
            let told = account.say(&told.with("plan", self::plan(account, plan)));
            let fell = signed.then(|| account.say(&t("account-signatures-fall")));
            Some((Some(*team), false, together([Some(told), fell])))
        }
        Event::PlanSigned { team, revision, .. } => {
            let told = if signed {
                t("account-plan-stands")
            } else {
                t("account-plan-signed")
            };
            account.by(*team, told.with("revision", *revision))
        }
        Event::PlanWithdrawn { team, .. } => account.by(*team, t("account-plan-put-away")),
        Event::OperationRun { .. } => run(account, event),
        _ => None,
    }
}

fn run(account: &Account, event: &Event) -> Told {
    let Event::OperationRun {
        operation,
        chance,
        roll,
        misses,
        lines,
        outcome,
        unlawful,
        ..
    } = event
    else {
        return None;
    };
    let operation = account.scenario().operation(*operation);
    let told = match outcome {
        OpOutcome::Danger => t("account-operation-danger"),
        _ if !misses.is_empty() => {
            let misses: Vec<_> = misses
                .iter()
                .map(|m| account.say(&miss(account, *m)))
                .collect();
            t("account-operation-missed").with("misses", misses.join(" "))
        }
        OpOutcome::Success | OpOutcome::Failure => {
            let told = if *outcome == OpOutcome::Success {
                t("account-operation-success")
            } else {
                t("account-operation-failure")
            };
            let odds = account.speaker.odds(lines);
            told.with("roll", *roll)
                .with("chance", *chance)
                .with("odds", odds)
        }
    };
    let told = told.with("title", account.text(&operation.title));
    let mut told = vec![
        account.say(&told),
        account.text(operation.text(*outcome)).to_owned(),
    ];
    told.extend(unlawful.iter().map(|team| {
        account.say(&t("operation-debrief-unlawful").with("team", account.service(*team)))
    }));
    Some((None, false, told.join(" ")))
}

fn miss(account: &Account, miss: Miss) -> Words {
    let place = |team| t("account-miss-place").with("team", account.service(team));
    match miss {
        Miss::NorthPlace => place(Team::North),
        Miss::SouthPlace => place(Team::South),
        Miss::Round | Miss::Hour => family("operation-miss", miss.key()),
    }
}

fn plan(account: &Account, plan: &Plan) -> String {
    let scenario = account.scenario();
    let operation = scenario.operation(plan.operation);
    let mut parts = vec![account.text(&operation.title).to_owned()];
    let aim = plan.objective;
    let aim = aim.and_then(|aim| operation.objectives.get(aim.index()));
    parts.push(aim.map_or_else(
        || account.say(&t("account-plan-no-objective")),
        |aim| account.text(&aim.text).to_owned(),
    ));
    for (team, place) in Team::BOTH.into_iter().zip(plan.places) {
        if let Some(place) = place {
            let told = t("account-plan-place").with("team", account.service(team));
            let place = account.text(&scenario.place(place).name);
            parts.push(account.say(&told.with("place", place)));
        }
    }
    parts.push(
        account.say(&plan.start.map_or(t("account-plan-no-start"), |start| {
            let told = t("account-plan-start").with("round", start.round);
            told.with("time", account.moment(start.round, start.minute))
        })),
    );
    for (officer, role) in &plan.officers {
        let told = t("plan-role-of").with("name", account.officer(*officer));
        let told = told.with("role", family("operation-role", role.key()));
        parts.push(account.say(&told));
    }
    for id in plan.basis.iter().flatten() {
        let title = account.text(&scenario.authority(*id).title);
        parts.push(account.say(&t("account-plan-basis").with("title", title)));
    }
    if !plan.risks.is_empty() {
        let told = t("account-plan-risks").with("number", plan.risks.len());
        parts.push(account.say(&told));
    }
    let other = plan.contingency;
    if let Some(other) = other.and_then(|c| operation.contingencies.get(c.index())) {
        parts.push(account.text(&other.text).to_owned());
    }
    if !plan.cited.is_empty() {
        let cited = account.numbers(&plan.cited);
        parts.push(account.say(&t("account-citing").with("items", cited)));
    }
    account.speaker.parts(parts)
}
