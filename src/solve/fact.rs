//! Facts of a case that, once true, stay true, and where each stands in a row of bits.

use crate::engine::State;
use crate::engine::condition::holds;
use crate::scenario::Scenario;
use crate::scenario::ids::{
    AuthorityId, FlagId, InjectId, ItemId, MilestoneId, OperationId, OptionId, ReactionId, StepId,
    SubjectId, TaskId, Team,
};
use crate::scenario::model::Condition;

/// Something that can come true in play and then stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The team has the item in its folder, in any form.
    Holds(ItemId, Team),
    /// The item was sent to the team.
    Sent(ItemId, Team),
    /// The task has succeeded.
    Done(TaskId),
    Flag(FlagId),
    Milestone(MilestoneId),
    /// The team has decided so, or it was decided for it.
    Chosen(InjectId, OptionId, Team),
    Stepped(StepId),
    Reacted(ReactionId),
    Attempted(OperationId),
    Executed(OperationId),
    Authorised(AuthorityId),
    /// The team has put a theory on record.
    Theorised(Team),
}

impl Fact {
    /// The condition that asks for it.
    #[must_use]
    pub fn condition(self) -> Condition {
        match self {
            Fact::Holds(item, by) => Condition::Holds { item, by },
            Fact::Sent(item, to) => Condition::Shared { item, to },
            Fact::Done(task) => Condition::Done(task),
            Fact::Flag(flag) => Condition::Flag(flag),
            Fact::Milestone(id) => Condition::Milestone(id),
            Fact::Chosen(inject, option, by) => Condition::Chosen { inject, option, by },
            Fact::Stepped(step) => Condition::Stepped(step),
            Fact::Reacted(id) => Condition::Reacted(id),
            Fact::Attempted(id) => Condition::Attempted(id),
            Fact::Executed(id) => Condition::Executed(id),
            Fact::Authorised(id) => Condition::Authorised(id),
            Fact::Theorised(team) => Condition::Theorised(team),
        }
    }

    /// The kinds, by name.
    pub const WORDS: [&str; 12] = [
        "holds",
        "sent",
        "done",
        "flag",
        "milestone",
        "chosen",
        "stepped",
        "reacted",
        "attempted",
        "executed",
        "authorised",
        "theorised",
    ];

    /// The name of its kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fact::Holds(..) => "holds",
            Fact::Sent(..) => "sent",
            Fact::Done(_) => "done",
            Fact::Flag(_) => "flag",
            Fact::Milestone(_) => "milestone",
            Fact::Chosen(..) => "chosen",
            Fact::Stepped(_) => "stepped",
            Fact::Reacted(_) => "reacted",
            Fact::Attempted(_) => "attempted",
            Fact::Executed(_) => "executed",
            Fact::Authorised(_) => "authorised",
            Fact::Theorised(_) => "theorised",
        }
    }

    /// The fact that a part of a condition asks for, if it asks for one.
    pub(super) fn of(leaf: &Condition) -> Option<Fact> {
        Some(match leaf {
            Condition::Holds { item, by } => Fact::Holds(*item, *by),
            Condition::Shared { item, to } => Fact::Sent(*item, *to),
            Condition::Done(task) => Fact::Done(*task),
            Condition::Flag(flag) => Fact::Flag(*flag),
            Condition::Milestone(id) => Fact::Milestone(*id),
            Condition::Chosen { inject, option, by } => Fact::Chosen(*inject, *option, *by),
            Condition::Stepped(step) => Fact::Stepped(*step),
            Condition::Reacted(id) => Fact::Reacted(*id),
            Condition::Attempted(id) => Fact::Attempted(*id),
            Condition::Executed(id) => Fact::Executed(*id),
            Condition::Authorised(id) => Fact::Authorised(*id),
            Condition::Theorised(team) => Fact::Theorised(*team),
            _ => return None,
        })
    }

    /// Is it so now?
    #[must_use]
    pub fn holds(self, state: &State) -> bool {
        holds(state, &self.condition())
    }

    /// A stable name: what kind of fact it is, and the author's ids.
    #[must_use]
    pub fn key(self, case: &Scenario) -> String {
        match self {
            Fact::Holds(i, t) => format!("{} held by {}", case.item(i).key, t.key()),
            Fact::Sent(i, t) => format!("{} shared with {}", case.item(i).key, t.key()),
            Fact::Done(t) => format!("{} done", case.task(t).key),
            Fact::Flag(f) => {
                let name = case.flags.get(f.index()).map_or("?", String::as_str);
                format!("flag {name}")
            }
            Fact::Milestone(m) => {
                let name = case.milestones.get(m.index()).map_or("?", |m| &m.key);
                format!("milestone {name}")
            }
            Fact::Chosen(i, o, t) => {
                let inject = case.inject(i);
                let options = inject.decision.as_ref().map(|d| &d.options);
                let option = options.and_then(|all| all.get(o.index()));
                let name = option.map_or("?", |o| o.key.as_str());
                format!("inject {}: {name} chosen by {}", inject.number, t.key())
            }
            Fact::Stepped(s) => {
                let name = case.network.plan.get(s.index()).map_or("?", |s| &s.key);
                format!("step {name} of the network")
            }
            Fact::Reacted(r) => {
                let reaction = case.network.reactions.get(r.index());
                let name = reaction.map_or("?", |r| r.key.as_str());
                format!("reaction {name} of the network")
            }
            Fact::Attempted(o) => format!("{} carried out", case.operation(o).key),
            Fact::Executed(o) => format!("{} succeeded", case.operation(o).key),
            Fact::Authorised(a) => format!("{} held", case.authority(a).key),
            Fact::Theorised(t) => format!("theory of {}", t.key()),
        }
    }
}

/// Where the facts of one case stand in a row; beside them some that no condition names.
pub(super) struct Atlas {
    items: usize,
    starts: [usize; 14],
    /// By inject: where its options begin.
    options: Vec<usize>,
    pub len: usize,
}

impl Atlas {
    pub fn of(case: &Scenario) -> Self {
        let items = case.items.len();
        let mut options = Vec::with_capacity(case.injects.len());
        let mut all = 0;
        for inject in &case.injects {
            options.push(all);
            all += 2 * inject.decision.as_ref().map_or(0, |d| d.options.len());
        }
        let sizes = [
            2 * items,
            2 * items,
            2 * items,
            2 * items,
            case.tasks.len(),
            case.tasks.len(),
            case.flags.len(),
            case.milestones.len(),
            all,
            case.network.plan.len(),
            case.network.reactions.len(),
            2 * case.operations.len(),
            case.authorities.len(),
            2 + case.subjects.len(),
        ];
        let mut starts = [0; 14];
        let mut len = 0;
        for (start, size) in starts.iter_mut().zip(sizes) {
            *start = len;
            len += size;
        }
        Self {
            items,
            starts,
            options,
            len,
        }
    }

    pub fn at(&self, fact: Fact) -> usize {
        let s = &self.starts;
        match fact {
            Fact::Holds(i, t) => s[0] + self.items * t.index() + i.index(),
            Fact::Sent(i, t) => s[1] + self.items * t.index() + i.index(),
            Fact::Done(t) => s[4] + t.index(),
            Fact::Flag(f) => s[6] + f.index(),
            Fact::Milestone(m) => s[7] + m.index(),
            Fact::Chosen(i, o, t) => s[8] + self.options[i.index()] + 2 * o.index() + t.index(),
            Fact::Stepped(x) => s[9] + x.index(),
            Fact::Reacted(x) => s[10] + x.index(),
            Fact::Attempted(x) => s[11] + 2 * x.index(),
            Fact::Executed(x) => s[11] + 2 * x.index() + 1,
            Fact::Authorised(x) => s[12] + x.index(),
            Fact::Theorised(t) => s[13] + t.index(),
        }
    }

    /// The team can read the item in full.
    pub fn full(&self, item: ItemId, team: Team) -> usize {
        self.starts[2] + self.items * team.index() + item.index()
    }

    /// The team can read the item in full as its own, or as what came by mutual legal assistance.
    pub fn formal(&self, item: ItemId, team: Team) -> usize {
        self.starts[3] + self.items * team.index() + item.index()
    }

    /// The task is on its team's list, its `needs` apart; the only one that can come untrue again.
    pub fn open(&self, task: TaskId) -> usize {
        self.starts[5] + task.index()
    }

    /// Some team knows of the subject.
    pub fn known(&self, subject: SubjectId) -> usize {
        self.starts[13] + 2 + subject.index()
    }
}

/// All ids from 0 up.
pub(super) fn ids<T>(n: usize, id: impl Fn(u16) -> T) -> impl Iterator<Item = T> {
    (0..u16::try_from(n).unwrap_or(u16::MAX)).map(id)
}

/// Every fact of the case that conditions can name.
pub(super) fn all(case: &Scenario) -> Vec<Fact> {
    let mut out = Vec::new();
    for team in Team::BOTH {
        out.extend(ids(case.items.len(), ItemId).map(|i| Fact::Holds(i, team)));
        out.extend(ids(case.items.len(), ItemId).map(|i| Fact::Sent(i, team)));
        out.push(Fact::Theorised(team));
    }
    out.extend(ids(case.tasks.len(), TaskId).map(Fact::Done));
    out.extend(ids(case.flags.len(), FlagId).map(Fact::Flag));
    out.extend(ids(case.milestones.len(), MilestoneId).map(Fact::Milestone));
    for (inject, id) in case.injects.iter().zip((0u16..).map(InjectId)) {
        let options = inject.decision.as_ref().map_or(0, |d| d.options.len());
        for option in ids(options, OptionId) {
            out.extend(Team::BOTH.map(|t| Fact::Chosen(id, option, t)));
        }
    }
    out.extend(ids(case.network.plan.len(), StepId).map(Fact::Stepped));
    out.extend(ids(case.network.reactions.len(), ReactionId).map(Fact::Reacted));
    for operation in ids(case.operations.len(), OperationId) {
        out.extend([Fact::Attempted(operation), Fact::Executed(operation)]);
    }
    out.extend(ids(case.authorities.len(), AuthorityId).map(Fact::Authorised));
    out
}
