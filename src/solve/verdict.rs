//! The verdict that a goal asks for, written out of what the services hold.

use crate::engine::condition::holds;
use crate::engine::rules::admissible::admissible;
use crate::engine::rules::theory::known_subjects;
use crate::engine::{CELL, State, Theory};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::model::Condition;
use crate::scenario::words::{Offence, PersonStatus};

/// A verdict under way: what is decided of it, and which items it must not cite.
#[derive(Clone)]
struct Draft {
    theory: Theory,
    never: Vec<ItemId>,
    /// By person: decided.
    people: Vec<bool>,
    not_offence: Vec<Offence>,
    /// By question, by role: must not be right.
    wrong: Vec<bool>,
}

/// A verdict with which the condition holds once it is signed, if there is one: of each part the truth,
/// where the condition leaves it open.
pub(super) fn find<'a>(state: &'a State, goal: &'a Condition) -> Option<Theory> {
    let case: &Scenario = &state.scenario;
    let theory = Theory::blank(case.theory.questions.len(), case.people.len())
        .with_grid(case.theory.elements.len(), case.theory.roles.len());
    let draft = Draft {
        theory,
        never: Vec::new(),
        people: vec![false; case.people.len()],
        not_offence: Vec::new(),
        wrong: vec![false; case.theory.questions.len()],
    };
    let mut draft = satisfy(state, vec![(goal, true)], draft)?;
    if draft.theory.offence.is_none() {
        let truth = [case.theory.offence].into_iter();
        let mut all = truth.chain(Offence::ALL.iter().copied());
        draft.theory.offence = all.find(|o| !draft.not_offence.contains(o));
    }
    draft.theory.offence?;
    let known = known(state);
    for (n, person) in case.people.iter().enumerate() {
        if !draft.people[n] && known(person.subject) {
            draft.theory.people[n] = person.truth;
        }
    }
    for (n, question) in case.theory.questions.iter().enumerate() {
        let slot = &mut draft.theory.answers[n];
        if slot.is_none() && !draft.wrong[n] && known(question.truth) {
            *slot = Some(question.truth);
        }
    }
    draft.theory.cited.sort_unstable();
    draft.theory.cited.dedup();
    draft
        .theory
        .elements
        .iter_mut()
        .for_each(|c| c.sort_unstable());
    draft.theory.confidence = 100;
    Some(draft.theory)
}

/// As much of it as this team knows of: the other adds the rest.
pub(super) fn of_team(state: &State, team: Team, theory: &Theory) -> Theory {
    let case: &Scenario = &state.scenario;
    let known = known_subjects(state, team);
    let mut theory = theory.clone();
    for answer in &mut theory.answers {
        *answer = answer.filter(|s| known.has(s.index()));
    }
    for (person, status) in case.people.iter().zip(&mut theory.people) {
        if !known.has(person.subject.index()) {
            *status = PersonStatus::Unknown;
        }
    }
    for (role, said) in case.theory.roles.iter().zip(&mut theory.roles) {
        *said = said.filter(|_| known.has(role.subject.index()));
    }
    theory
}

fn known(state: &State) -> impl Fn(crate::scenario::ids::SubjectId) -> bool {
    let known = Team::BOTH.map(|t| known_subjects(state, t));
    move |subject| known.iter().any(|k| k.has(subject.index()))
}

/// Decides one thing after another, and goes back where that leads nowhere; what must not be so comes
/// last, when all that must be is decided.
fn satisfy<'a>(
    state: &'a State,
    mut todo: Vec<(&'a Condition, bool)>,
    draft: Draft,
) -> Option<Draft> {
    use Condition as C;
    let Some((goal, so)) = todo.pop() else {
        return Some(draft);
    };
    match (goal, so) {
        (C::Not(inner), _) => {
            todo.insert(0, (inner, !so));
            satisfy(state, todo, draft)
        }
        (C::All(parts), true) | (C::Any(parts), false) => {
            todo.extend(parts.iter().map(|p| (p, so)));
            satisfy(state, todo, draft)
        }
        (C::Any(parts), true) | (C::All(parts), false) => parts.iter().find_map(|p| {
            let mut todo = todo.clone();
            todo.push((p, so));
            satisfy(state, todo, draft.clone())
        }),
        (C::Milestone(id), _) => {
            let when = state.scenario.milestones.get(id.index()).map(|m| &m.when);
            let reached = holds(state, goal);
            if reached || !when.is_some_and(of_verdict) {
                return (reached == so)
                    .then(|| satisfy(state, todo, draft))
                    .flatten();
            }
            todo.push((when?, so));
            satisfy(state, todo, draft)
        }
        (leaf, _) if of_verdict(leaf) => {
            let draft = decide(state, leaf, so, draft)?;
            satisfy(state, todo, draft)
        }
        (leaf, _) => (holds(state, leaf) == so)
            .then(|| satisfy(state, todo, draft))
            .flatten(),
    }
}

/// Does the verdict decide it?
fn of_verdict(condition: &Condition) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().any(of_verdict),
        Condition::Not(inner) => of_verdict(inner),
        Condition::Offence(_)
        | Condition::Answered(_)
        | Condition::Status { .. }
        | Condition::Cited(_)
        | Condition::Proven { .. }
        | Condition::Role { .. } => true,
        _ => false,
    }
}

fn decide(state: &State, leaf: &Condition, so: bool, mut draft: Draft) -> Option<Draft> {
    let case: &Scenario = &state.scenario;
    let known = known(state);
    let theory = &mut draft.theory;
    match leaf {
        Condition::Offence(offence) => {
            if !so {
                draft.not_offence.push(*offence);
                return (theory.offence != Some(*offence)).then_some(draft);
            }
            let free = theory.offence.is_none_or(|o| o == *offence);
            theory.offence = Some(*offence);
            return (free && !draft.not_offence.contains(offence)).then_some(draft);
        }
        Condition::Answered(q) => {
            let truth = case.theory.questions.get(q.index())?.truth;
            if !so {
                draft.wrong[q.index()] = true;
                return theory.answers[q.index()].is_none().then_some(draft);
            }
            if draft.wrong[q.index()] || !known(truth) {
                return None;
            }
            theory.answers[q.index()] = Some(truth);
        }
        Condition::Status { person, is } => {
            let n = person.index();
            let now = theory.people[n];
            if so && draft.people[n] && now != *is {
                return None;
            }
            let can = known(case.people.get(n)?.subject);
            let want = if so {
                *is
            } else {
                let mut others = PersonStatus::ALL.iter().filter(|s| *s != is);
                *others.find(|s| can || **s == PersonStatus::Unknown)?
            };
            if !so && draft.people[n] {
                return (now != *is).then_some(draft);
            }
            if want != PersonStatus::Unknown && !can {
                return None;
            }
            theory.people[n] = want;
            draft.people[n] = true;
        }
        Condition::Role { role, is } => {
            let n = role.index();
            if !so {
                return (theory.roles[n] != Some(*is)).then_some(draft);
            }
            let free = theory.roles[n].is_none_or(|r| r == *is);
            if !free || !known(case.theory.roles.get(n)?.subject) {
                return None;
            }
            theory.roles[n] = Some(*is);
        }
        Condition::Cited(item) => {
            if !so {
                draft.never.push(*item);
                let cited = theory.all_cited().any(|i| i == *item);
                return (!cited).then_some(draft);
            }
            if draft.never.contains(item) || !joint(state, *item) {
                return None;
            }
            theory.cited.push(*item);
        }
        Condition::Proven { element, before } => {
            let key = case.theory.elements.get(element.index())?;
            let proves = |i: &&ItemId| joint(state, **i) && admissible(state, *before, **i);
            let cell = &mut theory.elements[element.index()];
            if !so {
                return cell.is_empty().then_some(draft);
            }
            let mut fit = key.proof.iter().filter(proves);
            let item = *fit.find(|i| !draft.never.contains(i))?;
            if !cell.contains(&item) {
                if cell.len() >= CELL {
                    return None;
                }
                cell.push(item);
            }
        }
        _ => return None,
    }
    Some(draft)
}

fn joint(state: &State, item: ItemId) -> bool {
    Team::BOTH
        .iter()
        .all(|t| state.held[t.index()].has(item.index()))
}
