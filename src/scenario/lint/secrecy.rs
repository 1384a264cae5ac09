//! What a team is shown must not depend on what only its partner knows.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::ids::Team;
use super::super::model::{Condition, Effect, Scenario};
use super::Lint;
use super::echoes::{Echoes, changes};
use super::sites::{leaves, walk};

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let setters = setters(case);
    let secrets = Team::BOTH.map(|team| Secrets::of(case, team, &setters));
    let echoes = Team::BOTH.map(|team| Echoes::of(case, team, &secrets[team.index()]));
    for (milestone, file) in case.milestones.iter().zip(&parsed.milestones.all) {
        let (Some(team), Some(_)) = (milestone.team, &milestone.hint) else {
            continue;
        };
        let way = &[Step::Field("when")];
        if let Some((steps, why)) = first(&milestone.when, way, |p| secrets[team.index()].why(p)) {
            let message = format!("{team:?} would learn from this hint that {why}");
            lint.tell(file.at, &steps, Code::HintTellsSecret, message)
                .label(format!("only {:?} knows this", team.other()))
                .help("ask for what the team does or holds itself, or leave out the hint");
        } else {
            echo(
                lint,
                &echoes[team.index()],
                &milestone.when,
                file.at,
                way,
                "hint",
            );
        }
    }
    for (task, file) in case.tasks.iter().zip(&parsed.tasks.all) {
        let way = &[Step::Field("needs")];
        let team = task.team;
        if let Some((steps, why)) = first(&task.needs, way, |p| secrets[team.index()].why(p)) {
            let message = format!("{team:?} would learn from this task that {why}");
            lint.tell(file.at, &steps, Code::TaskTellsSecret, message)
                .label(format!("only {:?} knows this", team.other()))
                .help("ask for what the team `Holds`: its own, or what has arrived");
        } else {
            echo(
                lint,
                &echoes[team.index()],
                &task.needs,
                file.at,
                way,
                "task",
            );
        }
    }
    offers(lint, &secrets, &echoes);
    lists(lint, &echoes);
}

/// Tells operations that come onto the table by what only one team knows or brings about: both see it.
fn offers(lint: &mut Lint, secrets: &[Secrets; 2], echoes: &[Echoes; 2]) {
    let (case, parsed) = (lint.case, lint.parsed);
    let way = &[Step::Field("needs")];
    for (operation, file) in case.operations.iter().zip(&parsed.operations.all) {
        let told = Team::BOTH.into_iter().find_map(|team| {
            let (secret, echo) = (&secrets[team.index()], &echoes[team.index()]);
            let of = first(&operation.needs, way, |p| secret.why(p));
            let of = of.or_else(|| {
                let (steps, what) = first(&operation.needs, way, |p| echo.what(p))?;
                Some((
                    steps,
                    format!("what {:?} brings about: {what}", team.other()),
                ))
            });
            of.map(|(steps, why)| (team, steps, why))
        });
        if let Some((team, steps, why)) = told {
            let message = format!("{team:?} would learn from this operation that {why}");
            let code = Code::OperationTellsSecret;
            lint.tell(file.at, &steps, code, message)
                .label(format!("only {:?} knows this", team.other()))
                .help("both teams see what is offered: ask for a round, or for what both know");
        }
    }
}

/// Tells a condition that shows the team what only its partner can bring about.
fn echo(lint: &mut Lint, echoes: &Echoes, condition: &Condition, at: At, way: &[Step], on: &str) {
    let team = echoes.team;
    if let Some((steps, what)) = first(condition, way, |part| echoes.what(part)) {
        let partner = team.other();
        let message = format!(
            "{team:?} would learn from this {on} of {what}, which only {partner:?} can bring about"
        );
        lint.tell(at, &steps, Code::ShowsPartner, message)
            .label(format!("changed only by {partner:?}"))
            .help("ask for what the team does or holds itself, or tell it with an inject");
    }
}

/// Tells tasks that come onto a team's list, or leave it, only by the partner's doing.
fn lists(lint: &mut Lint, echoes: &[Echoes; 2]) {
    let (case, parsed) = (lint.case, lint.parsed);
    let mut told = BTreeSet::new();
    let tasks = case.tasks.iter().zip(&parsed.tasks.all);
    let of_tasks = tasks.flat_map(|(task, file)| {
        let lists = [("success", &task.success), ("failure", &task.failure)];
        lists.map(|(list, effects)| (file.at, list, effects))
    });
    let injects = case.injects.iter().zip(&parsed.injects.all);
    // Operations need no look: what they do, both do.
    let of_injects = injects.map(|(inject, file)| (file.at, "effects", &inject.effects));
    for (at, list, effects) in of_tasks.chain(of_injects) {
        for (n, effect) in effects.iter().enumerate() {
            let (id, does) = match effect {
                Effect::Open(id) => (id, "come onto"),
                Effect::Close(id) => (id, "leave"),
                _ => continue,
            };
            let (task, Some((fact, _))) = (case.task(*id), changes(effect)) else {
                continue;
            };
            let team = task.team;
            if !echoes[team.index()].only_theirs(fact) || !told.insert(fact) {
                continue;
            }
            let partner = team.other();
            let message = format!(
                "{team:?} would see `{}` {does} its list, which only {partner:?} can bring about",
                task.key
            );
            let steps = [Step::Field(list), Step::Nth(n), Step::Nth(0)];
            lint.tell(at, &steps, Code::ShowsPartner, message)
                .label(format!("done only by {partner:?}"))
                .help(
                    "let the team's own work or what it `Holds` decide, or tell it with an inject",
                );
        }
    }
}

/// By flag: the teams whose tasks set it, and whether an inject does.
fn setters(case: &Scenario) -> Vec<[bool; 3]> {
    let mut out = vec![[false; 3]; case.flags.len()];
    for task in &case.tasks {
        for effect in task.success.iter().chain(&task.failure) {
            if let Effect::Flag(flag) = effect {
                out[flag.index()][task.team.index()] = true;
            }
        }
    }
    let plan = case.network.plan.iter().flat_map(|s| &s.effects);
    let reactions = case.network.reactions.iter().flat_map(|r| &r.effects);
    let injects = case.injects.iter().flat_map(|i| &i.effects);
    for effect in injects.chain(plan).chain(reactions) {
        if let Effect::Flag(flag) = effect {
            out[flag.index()][2] = true;
        }
    }
    // What both teams have signed is the doing of both.
    for effect in case.operations.iter().flat_map(|o| o.effects()) {
        if let Effect::Flag(flag) = effect {
            let set = &mut out[flag.index()];
            (set[0], set[1]) = (true, true);
        }
    }
    // What a team decides is its own doing.
    for inject in &case.injects {
        for option in inject.decision.iter().flat_map(|d| &d.options) {
            for effect in &option.effects {
                if let Effect::Flag(flag) = effect {
                    let set = &mut out[flag.index()];
                    inject.to.iter().for_each(|t| set[t.index()] = true);
                }
            }
        }
    }
    out
}

/// What is secret to one team.
pub(super) struct Secrets<'c> {
    case: &'c Scenario,
    team: Team,
    setters: &'c [[bool; 3]],
    /// By milestone: it depends on a secret.
    milestones: Vec<bool>,
}

impl<'c> Secrets<'c> {
    fn of(case: &'c Scenario, team: Team, setters: &'c [[bool; 3]]) -> Self {
        let mut secrets = Self {
            case,
            team,
            setters,
            milestones: vec![false; case.milestones.len()],
        };
        // Who depends on whom, walked backwards from those that are secret in themselves.
        let mut used_by: Vec<Vec<usize>> = vec![Vec::new(); case.milestones.len()];
        let mut queue = Vec::new();
        for (n, milestone) in case.milestones.iter().enumerate() {
            leaves(&milestone.when, &mut |leaf| {
                if let Condition::Milestone(id) = leaf {
                    used_by[id.index()].push(n);
                } else if secrets.why(leaf).is_some() {
                    queue.push(n);
                }
            });
        }
        while let Some(n) = queue.pop() {
            if !std::mem::replace(&mut secrets.milestones[n], true) {
                queue.extend(&used_by[n]);
            }
        }
        secrets
    }

    /// What a part tells that the team may not know.
    pub fn why(&self, leaf: &Condition) -> Option<String> {
        let (case, other) = (self.case, self.team.other());
        match leaf {
            Condition::Holds { item, by } if *by == other => {
                Some(format!("{other:?} holds `{}`", case.item(*item).key))
            }
            // Sent is not arrived: the team would learn of it while it is on its way.
            Condition::Shared { item, to } if *to == self.team => Some(format!(
                "{other:?} has sent `{}`, before it arrives",
                case.item(*item).key
            )),
            Condition::Done(task) if case.task(*task).team == other => {
                Some(format!("{other:?} has done `{}`", case.task(*task).key))
            }
            Condition::Queried { by, .. } if *by == other => {
                Some(format!("{other:?} has asked the register"))
            }
            Condition::Theorised(by) if *by == other => Some(format!("{other:?} has a theory")),
            Condition::Flag(flag) => {
                let [own, theirs, world] = match self.team {
                    Team::North => self.setters[flag.index()],
                    Team::South => {
                        let [north, south, world] = self.setters[flag.index()];
                        [south, north, world]
                    }
                };
                let name = &case.flags[flag.index()];
                (theirs && !own && !world).then(|| format!("{other:?} has brought about `{name}`"))
            }
            Condition::Chosen { inject, by, .. } if *by == other => {
                let number = case.inject(*inject).number;
                Some(format!("{other:?} has decided on inject {number}"))
            }
            Condition::Authorised(id) if case.authority(*id).team == other => {
                Some(format!("{other:?} holds `{}`", case.authority(*id).key))
            }
            Condition::Milestone(id) if self.milestones[id.index()] => {
                Some(format!("`{}` is reached", case.milestones[id.index()].key))
            }
            _ => None,
        }
    }
}

/// The first part that tells something, and the way to it from its element.
fn first(
    condition: &Condition,
    way: &[Step],
    tells: impl Fn(&Condition) -> Option<String>,
) -> Option<(Vec<Step>, String)> {
    let mut found = None;
    walk(condition, &mut way.to_vec(), &mut |part, steps| {
        if found.is_none()
            && let Some(why) = tells(part)
        {
            found = Some((steps.to_vec(), why));
        }
    });
    found
}
