//! Conditions that can never hold, and those that ask for the verdict before there is one.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::file::Cmp;
use super::super::ids::Team;
use super::super::model::{Condition, Inject};
use super::Lint;
use super::reach::NEVER;
use super::sites::{self, Decides, Site, walk};

/// Tasks whose `needs` have been told to be impossible.
pub(super) type Told = Vec<bool>;

pub(super) fn check(lint: &mut Lint) -> Told {
    let mut told = vec![false; lint.case.tasks.len()];
    for site in sites::all(lint.case, lint.parsed) {
        let early = matches!(
            site.decides,
            Decides::Needs(_)
                | Decides::Offered
                | Decides::Covers
                | Decides::Inject
                | Decides::Expected(_)
                | Decides::Unless(_)
                | Decides::Safe
        );
        let spoken = if early && before_verdict(lint, &site) {
            true
        } else if site.decides == Decides::Full {
            // Told as what it means: the case cannot be won.
            false
        } else {
            let mut steps = site.steps.clone();
            search(lint, &site, site.condition, &mut steps)
        };
        if let (true, Decides::Needs(task)) = (spoken, site.decides) {
            told[task] = true;
        }
    }
    told
}

/// Tells every part that asks for the verdict; true if there is one.
fn before_verdict(lint: &mut Lint, site: &Site) -> bool {
    let mut steps = site.steps.clone();
    let mut found = Vec::new();
    walk(site.condition, &mut steps, &mut |part, steps| {
        use Condition as C;
        if matches!(
            part,
            C::Offence(_)
                | C::Answered(_)
                | C::Status { .. }
                | C::Cited(_)
                | C::Proven { .. }
                | C::Role { .. }
        ) {
            found.push(steps.to_vec());
        }
    });
    for steps in &found {
        let message = match site.decides {
            Decides::Needs(_) => "a task is over before the verdict is written",
            Decides::Offered | Decides::Covers => {
                "an operation is over before the verdict is written"
            }
            Decides::Inject | Decides::Expected(_) => {
                "an inject fires before the verdict is written"
            }
            Decides::Unless(_) => "the network acts before the verdict is written",
            _ => "persons are safe or not before the verdict is written",
        };
        lint.tell(site.at, steps, Code::BeforeVerdict, message.to_owned())
            .label("known only at the verdict");
    }
    !found.is_empty()
}

/// True if the condition can hold at a moment at which it is looked at.
pub(super) fn ever(lint: &Lint, decides: Decides, condition: &Condition) -> bool {
    let reach = lint.reach;
    match decides {
        Decides::Needs(_) | Decides::Inject | Decides::Offered | Decides::Covers => {
            (1..=lint.case.rounds).any(|now| reach.may(condition, now))
        }
        Decides::Expected(by) => reach.may(condition, by),
        Decides::Unless(round) => reach.may_follow(condition, round + 1),
        Decides::Milestone | Decides::Safe => {
            (1..=reach.end).any(|now| reach.may_follow(condition, now))
        }
        Decides::Full | Decides::Partial | Decides::Criterion => reach.may(condition, reach.end),
    }
}

/// Tells the smallest parts that can never hold; true if the whole never does and it was told.
fn search(lint: &mut Lint, site: &Site, condition: &Condition, steps: &mut Vec<Step>) -> bool {
    if !ever(lint, site.decides, condition) {
        let place = culprit(lint, site.decides, condition, steps);
        return tell(lint, site, place, steps);
    }
    if let Condition::All(parts) | Condition::Any(parts) = condition {
        for (n, part) in parts.iter().enumerate() {
            steps.extend([Step::Nth(0), Step::Nth(n)]);
            search(lint, site, part, steps);
            steps.truncate(steps.len() - 2);
        }
    }
    false
}

/// The part because of which a condition never holds; `steps` lead there afterwards.
pub(super) fn culprit<'c>(
    lint: &Lint,
    decides: Decides,
    condition: &'c Condition,
    steps: &mut Vec<Step>,
) -> &'c Condition {
    let mut here = condition;
    loop {
        let part = match here {
            Condition::All(parts) | Condition::Any(parts) => parts
                .iter()
                .enumerate()
                .find(|(_, part)| !ever(lint, decides, part)),
            _ => None,
        };
        let Some((n, part)) = part else { return here };
        steps.extend([Step::Nth(0), Step::Nth(n)]);
        here = part;
    }
}

/// Tells why; false if it is a consequence of something that is told elsewhere.
fn tell(lint: &mut Lint, site: &Site, part: &Condition, steps: &[Step]) -> bool {
    let Some(why) = reason(lint, site.decides, part) else {
        return false;
    };
    let late = matches!(part, Condition::Round(Cmp::AtLeast(n) | Cmp::Exactly(n)) if *n > lint.case.rounds);
    if site.decides == Decides::Inject && late {
        let rounds = lint.case.rounds;
        let message =
            format!("this inject waits for a round after the last one, which is {rounds}");
        lint.tell(site.at, steps, Code::InjectAfterEnd, message)
            .label(why);
    } else {
        let message = "this condition can never hold".to_owned();
        lint.tell(site.at, steps, Code::NeverHolds, message)
            .label(why);
    }
    true
}

/// Why a part never holds; nothing if that is told of the thing itself.
pub(super) fn reason(lint: &Lint, decides: Decides, part: &Condition) -> Option<String> {
    use Condition as C;
    let (case, reach) = (lint.case, lint.reach);
    let late = |at: u8| (at != NEVER).then(|| "comes too late for this".to_owned());
    Some(match part {
        C::Always => return None,
        C::All(_) => "its parts exclude each other".to_owned(),
        C::Any(parts) if parts.is_empty() => "there is nothing to choose from".to_owned(),
        C::Any(_) => "none of its parts can hold".to_owned(),
        C::Not(_) => "what it excludes always holds".to_owned(),
        C::Round(_)
            if matches!(
                decides,
                Decides::Full | Decides::Partial | Decides::Criterion
            ) =>
        {
            format!(
                "this is asked after the last round, which is {}",
                case.rounds
            )
        }
        C::Round(_) => format!("the case has {} rounds", case.rounds),
        C::Exposure(_) => "nothing brings the network's alarm there".to_owned(),
        C::Welfare { .. } => "nothing brings the person's welfare there".to_owned(),
        C::Holds { item, by } => {
            let at = reach.holds[item.index()][by.index()];
            late(at).unwrap_or_else(|| format!("{by:?} can never get `{}`", case.item(*item).key))
        }
        C::Shared { item, to } => {
            let at = reach.shared[item.index()][to.index()];
            late(at).unwrap_or_else(|| {
                let key = &case.item(*item).key;
                format!("{:?} can never send `{key}` to {to:?}", Team::other(*to))
            })
        }
        C::Cited(item) => format!("the teams can never both hold `{}`", case.item(*item).key),
        C::Proven { element, before } => format!(
            "nothing can prove `{}` before the courts of {before:?}",
            case.theory.elements[element.index()].key
        ),
        C::Role { role, .. } => {
            let subject = case.theory.roles[role.index()].subject;
            format!("no team can know of `{}`", case.subject(subject).key)
        }
        C::Trust(_) => "nothing brings trust between the services there".to_owned(),
        C::Requested { subject, by } | C::Queried { subject, by } => {
            format!("{by:?} can never know of `{}`", case.subject(*subject).key)
        }
        C::Replied { subject, by } => {
            let asks = Team::other(*by);
            format!(
                "{asks:?} can never know of `{}`",
                case.subject(*subject).key
            )
        }
        C::BlueOnBlue(_) => "no tasks of the two services can meet so often".to_owned(),
        C::Breaches(_) => "it cannot happen so often".to_owned(),
        C::Theorised(_) | C::Offence(_) | C::Answered(_) | C::Status { .. } => return None,
        C::Done(task) => return late(reach.done[task.index()]),
        C::Flag(flag) => return late(reach.flags[flag.index()]),
        C::Milestone(id) => return late(reach.milestones[id.index()]),
        C::Stepped(step) => late(reach.steps[step.index()])?,
        C::Reacted(id) => return late(reach.reactions[id.index()]),
        C::Executed(id) => return late(reach.executed[id.index()]),
        C::Attempted(id) => return late(reach.attempted[id.index()]),
        C::CriticalErrors(_) => "no operation can leave people in danger so often".to_owned(),
        C::Chosen { inject, by, .. } => {
            let Inject { number, to, .. } = case.inject(*inject);
            if to.contains(by) {
                return late(reach.fired[inject.index()]);
            }
            format!("inject {number} does not go to {by:?}")
        }
        C::Authorised(id) => late(reach.authorised[id.index()]).unwrap_or_else(|| {
            let authority = case.authority(*id);
            format!("{:?} can never hold `{}`", authority.team, authority.key)
        }),
    })
}
