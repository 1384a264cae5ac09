//! What can happen in a case and how soon, if every task succeeds and nobody loses time.
//!
//! Time goes in rounds from 1; the moment after the last round, when the verdict is written, is one
//! more. Facts only ever come true, so each is set once, in order of time: the work is linear in the
//! size of the case times its rounds.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::super::ids::{
    AuthorityId, ElementId, GroundId, ItemId, PersonId, SubjectId, TaskId, Team,
};
use super::super::model::{Condition, Effect, Inject, Item, Scenario};
use super::super::msel::Trigger;
use super::super::words::{Channel, Handling, ItemKind, PersonStatus};
use super::bounds::{alarm, critical_errors, meets, welfare};
use super::contradiction::excludes;
use super::sites::leaves;

/// It never happens.
pub(super) const NEVER: u8 = u8::MAX;

/// Parts of conditions that are looked at before giving up; a large case needs a hundredth of it.
const MAX_STEPS: u64 = 100_000_000;

/// Whether the services share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sharing {
    Everything,
    /// One item goes, and nothing else.
    Only(ItemId),
    Nothing,
}

impl Sharing {
    fn passes(self, item: usize) -> bool {
        match self {
            Self::Everything => true,
            Self::Only(one) => one.index() == item,
            Self::Nothing => false,
        }
    }
}

/// The first moment of everything.
pub(super) struct Reach<'c> {
    case: &'c Scenario,
    sharing: Sharing,
    /// The moment of the verdict.
    pub end: u8,
    /// By item and team: in the folder, by own work or from the partner.
    pub holds: Vec<[u8; 2]>,
    /// By item and team: by own work.
    pub own: Vec<[u8; 2]>,
    /// By item and team that it was sent to.
    pub shared: Vec<[u8; 2]>,
    pub done: Vec<u8>,
    /// By task: the rounds in which it can be assigned, one bit each.
    pub open_in: Vec<u32>,
    /// By closed task: when it can first come onto its team's list.
    pub opened: Vec<u8>,
    pub flags: Vec<u8>,
    pub milestones: Vec<u8>,
    /// By inject: when it can first go out.
    pub fired: Vec<u8>,
    /// By step of the network.
    pub steps: Vec<u8>,
    /// By reaction of the network.
    pub reactions: Vec<u8>,
    /// By operation: when it can first have been carried out, and have succeeded.
    pub attempted: Vec<u8>,
    pub executed: Vec<u8>,
    /// By authority: when it can first be held.
    pub authorised: Vec<u8>,
    known: Vec<u8>,
    exposure: (u8, u8),
    welfare: Vec<(u8, u8)>,
    /// Parts of conditions looked at so far.
    looked: Cell<u64>,
}

/// What waits for facts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Waiting {
    Task(usize),
    Inject(usize),
    Milestone(usize),
    Operation(usize),
    Authority(usize),
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Holds(usize, usize),
    Shared(usize, usize),
    Done(usize),
    Opened(usize),
    Flag(usize),
    Milestone(usize),
    Fired(usize),
    Executed(usize),
    Attempted(usize),
    Authorised(usize),
}

struct Run<'c> {
    reach: Reach<'c>,
    waiting: BTreeMap<Fact, Vec<Waiting>>,
    queue: Vec<Waiting>,
    /// Tasks by the moment at which they are done.
    due: Vec<Vec<usize>>,
    /// Operations by the moment at which they are over, and whether they can have succeeded.
    over: Vec<Vec<(usize, bool)>>,
    /// Items by the moment at which they arrive, with the team.
    arriving: Vec<Vec<(usize, usize)>>,
    now: u8,
}

impl<'c> Reach<'c> {
    /// Plays the case without anything going wrong.
    pub fn of(case: &'c Scenario, sharing: Sharing) -> Self {
        let moments = usize::from(case.rounds) + 2;
        let mut run = Run {
            reach: Reach::start(case, sharing),
            waiting: waiting(case),
            queue: Vec::new(),
            due: vec![Vec::new(); moments],
            over: vec![Vec::new(); moments],
            arriving: vec![Vec::new(); moments],
            now: 1,
        };
        for (n, item) in case.items.iter().enumerate() {
            if item.held_at_start {
                run.get(n, item.origin.index());
            }
        }
        for now in 1..=case.rounds + 1 {
            run.now = now;
            run.moment();
        }
        run.reach
    }

    fn start(case: &'c Scenario, sharing: Sharing) -> Self {
        let items = vec![[NEVER; 2]; case.items.len()];
        Self {
            case,
            sharing,
            end: case.rounds + 1,
            holds: items.clone(),
            own: items.clone(),
            shared: items,
            done: vec![NEVER; case.tasks.len()],
            open_in: vec![0; case.tasks.len()],
            opened: vec![NEVER; case.tasks.len()],
            flags: vec![NEVER; case.flags.len()],
            milestones: vec![NEVER; case.milestones.len()],
            fired: vec![NEVER; case.injects.len()],
            steps: vec![NEVER; case.network.plan.len()],
            reactions: vec![NEVER; case.network.reactions.len()],
            attempted: vec![NEVER; case.operations.len()],
            executed: vec![NEVER; case.operations.len()],
            authorised: vec![NEVER; case.authorities.len()],
            known: vec![NEVER; case.subjects.len()],
            exposure: alarm(case),
            welfare: welfare(case),
            looked: Cell::new(0),
        }
    }

    /// Parts of conditions that were looked at: what it costs to play the case once more.
    pub fn cost(&self) -> u64 {
        self.looked.get()
    }

    /// Can the condition hold at this moment?
    pub fn may(&self, condition: &Condition, now: u8) -> bool {
        self.may_in(condition, now, now.min(self.case.rounds))
    }

    /// Can the condition hold at this moment or when the round before is resolved? What its tasks
    /// yield is there then, while that round still counts as the current one.
    pub fn may_follow(&self, condition: &Condition, now: u8) -> bool {
        self.may(condition, now) || now > 1 && self.may_in(condition, now, now - 1)
    }

    fn may_in(&self, condition: &Condition, now: u8, round: u8) -> bool {
        use Condition as C;
        self.looked.set(self.looked.get() + 1);
        if self.gave_up() {
            return true;
        }
        let verdict = now == self.end;
        match condition {
            C::Always => true,
            C::All(parts) => parts.iter().all(|p| self.may_in(p, now, round)) && !excludes(parts),
            C::Any(parts) => parts.iter().any(|p| self.may_in(p, now, round)),
            C::Not(inner) => !self.must(inner, now, round),
            C::Round(cmp) => cmp.holds(round),
            C::Exposure(cmp) => meets(*cmp, self.exposure),
            C::Welfare { person, is } => meets(*is, self.welfare[person.index()]),
            C::Holds { item, by } => self.holds[item.index()][by.index()] <= now,
            C::Shared { item, to } => self.shared[item.index()][to.index()] <= now,
            // Trust moves by what people do, up and down; only its bounds are certain.
            C::Trust(cmp) => meets(*cmp, (0, 100)),
            C::Requested { subject, .. }
            | C::Replied { subject, .. }
            | C::Queried { subject, .. } => self.known[subject.index()] <= now,
            C::BlueOnBlue(_) | C::Breaches(_) => true,
            C::Theorised(_) => true,
            C::Done(task) => self.done[task.index()] <= now,
            C::Flag(flag) => self.flags[flag.index()] <= now,
            C::Milestone(id) => self.milestones[id.index()] <= now,
            C::Stepped(step) => self.steps[step.index()] <= now,
            C::Reacted(id) => self.reactions[id.index()] <= now,
            C::Chosen { inject, by, .. } => {
                let sent = self.case.inject(*inject).to.contains(by);
                sent && self.fired[inject.index()] <= now
            }
            C::Executed(id) => self.executed[id.index()] <= now,
            C::Attempted(id) => self.attempted[id.index()] <= now,
            C::CriticalErrors(cmp) => meets(*cmp, critical_errors(self.case)),
            C::Authorised(id) => self.authorised[id.index()] <= now,
            C::Proven { element, before } => verdict && self.proves(*element, *before, now),
            C::Role { role, .. } => {
                verdict && self.known(self.case.theory.roles[role.index()].subject)
            }
            C::Offence(_) => verdict,
            C::Answered(q) => verdict && self.known(self.case.theory.questions[q.index()].truth),
            C::Status { person, is } => {
                verdict && (*is == PersonStatus::Unknown || self.sees(*person))
            }
            C::Cited(item) => verdict && self.holds[item.index()].iter().all(|&at| at <= now),
        }
    }

    /// Does the condition hold at this moment, whatever anybody does?
    fn must(&self, condition: &Condition, now: u8, round: u8) -> bool {
        use Condition as C;
        if self.gave_up() {
            return false;
        }
        match condition {
            C::Always => true,
            C::All(parts) => parts.iter().all(|p| self.must(p, now, round)),
            C::Any(parts) => parts.iter().any(|p| self.must(p, now, round)),
            C::Not(inner) => !self.may_in(inner, now, round),
            C::Round(cmp) => cmp.holds(round),
            C::Holds { item, by } => {
                let item = self.case.item(*item);
                item.held_at_start && item.origin == *by
            }
            _ => false,
        }
    }

    /// True once the conditions have proved too large to be followed; then everything is possible.
    pub fn gave_up(&self) -> bool {
        self.looked.get() > MAX_STEPS
    }

    /// Can any team come to know the subject?
    pub fn known(&self, subject: SubjectId) -> bool {
        self.known[subject.index()] <= self.end
    }

    fn sees(&self, person: PersonId) -> bool {
        self.known(self.case.people[person.index()].subject)
    }

    /// When the team can first read the full text of the item; `formal`: so that its courts may see it.
    pub fn full(&self, id: ItemId, team: Team, formal: bool) -> u8 {
        let (case, item) = (self.case, self.case.item(id));
        let found = self.own[id.index()][team.index()];
        let sent = self.own[id.index()][team.other().index()];
        let given = self.sharing.passes(id.index()) && item.origin == team.other();
        if !given || sent == NEVER {
            return found;
        }
        let fastest = case.delays.iter().copied().min().unwrap_or(0);
        let way = match item.handling {
            Handling::TearLineOnly => return found,
            Handling::FormalOnly => case.delay(Channel::Mutual),
            _ if formal => case.delay(Channel::Mutual),
            // Where trust is high a supervisor approves at once.
            Handling::Open | Handling::Supervisor => fastest,
        };
        let arrives = sent.saturating_add(way);
        if arrives > case.rounds {
            found
        } else {
            found.min(arrives)
        }
    }

    /// When an item can first be put before the courts of the team.
    pub fn admissible(&self, id: ItemId, team: Team) -> u8 {
        match self.case.item(id).kind {
            ItemKind::Evidence => self.full(id, team, true),
            ItemKind::Intelligence => NEVER,
        }
    }

    /// Can something that both teams hold prove the element before the team's courts?
    pub fn proves(&self, id: ElementId, team: Team, now: u8) -> bool {
        let mut proof = self.case.theory.elements[id.index()].proof.iter();
        proof.any(|i| {
            let joint = self.holds[i.index()].iter().all(|at| *at <= now);
            joint && self.admissible(*i, team) <= now
        })
    }

    /// Can the team show the ground of its authority at this moment (see `engine::rules::authority`)?
    pub fn meets(&self, id: AuthorityId, ground: GroundId, now: u8) -> bool {
        let authority = self.case.authority(id);
        let (team, ground) = (authority.team, &authority.grounds[ground.index()]);
        if ground.evidence {
            let mut items = ground.items.iter();
            return items.any(|i| self.admissible(*i, team) <= now);
        }
        let read = |i: &&ItemId| {
            let at = if authority.kind.of_a_court() {
                self.full(**i, team, false)
            } else {
                self.holds[i.index()][team.index()]
            };
            at <= now
        };
        let strong = |i: &ItemId| self.case.item(*i).strong();
        let readable = || ground.items.iter().filter(read);
        readable().any(strong) || readable().count() > 1
    }

    /// Rounds until the item is with the partner in its quickest form; nothing if it has none.
    pub fn shortest_way(case: &Scenario, item: &Item) -> Option<u8> {
        let fastest = case.delays.iter().copied().min().unwrap_or(0);
        let full = match item.handling {
            // Where trust is high a supervisor approves at once.
            Handling::Open | Handling::Supervisor => Some(fastest),
            Handling::FormalOnly => Some(case.delay(Channel::Mutual)),
            Handling::TearLineOnly => None,
        };
        // A tear-line that is missing is told as such; its consequences need not be.
        let tear_line = item.tear_line.is_some() || item.handling == Handling::TearLineOnly;
        let tear_line = tear_line.then_some(fastest);
        full.into_iter().chain(tear_line).min()
    }
}

impl Run<'_> {
    fn moment(&mut self) {
        let case = self.reach.case;
        let now = usize::from(self.now);
        for task in std::mem::take(&mut self.due[now]) {
            self.reach.done[task] = self.now;
            self.wake(Fact::Done(task));
            let task = &case.tasks[task];
            for effect in task.effects() {
                self.effect(effect);
            }
        }
        for (operation, well) in std::mem::take(&mut self.over[now]) {
            self.carried_out(operation, well);
        }
        self.network();
        for (item, team) in std::mem::take(&mut self.arriving[now]) {
            self.hold(item, team);
        }
        self.queue.extend((0..case.tasks.len()).map(Waiting::Task));
        self.queue
            .extend((0..case.injects.len()).map(Waiting::Inject));
        self.queue
            .extend((0..case.milestones.len()).map(Waiting::Milestone));
        self.queue
            .extend((0..case.operations.len()).map(Waiting::Operation));
        self.queue
            .extend((0..case.authorities.len()).map(Waiting::Authority));
        while let Some(next) = self.queue.pop() {
            match next {
                Waiting::Task(n) => self.task(n),
                Waiting::Inject(n) => self.inject(n),
                Waiting::Milestone(n) => self.milestone(n),
                Waiting::Operation(n) => self.operation(n),
                Waiting::Authority(n) => self.authority(n),
            }
        }
    }

    fn playing(&self) -> bool {
        self.now <= self.reach.case.rounds
    }

    fn task(&mut self, n: usize) {
        let task = &self.reach.case.tasks[n];
        let bit = 1u32 << self.now;
        let end = usize::from(self.now) + usize::from(task.rounds);
        let listed = !task.closed || self.reach.opened[n] <= self.now;
        if !self.playing() || !listed || self.reach.open_in[n] & bit != 0 || end >= self.due.len() {
            return;
        }
        let held = |id: AuthorityId| self.reach.authorised[id.index()] <= self.now;
        if self.reach.may(&task.needs, self.now) && task.authority.is_none_or(held) {
            if self.reach.open_in[n] == 0 {
                self.due[end].push(n);
            }
            self.reach.open_in[n] |= bit;
        }
    }

    fn inject(&mut self, n: usize) {
        let inject = &self.reach.case.injects[n];
        if self.playing() && self.reach.fired[n] == NEVER && self.goes(inject) {
            self.reach.fired[n] = self.now;
            self.wake(Fact::Fired(n));
            let options = inject.decision.iter().flat_map(|d| &d.options);
            for effect in inject
                .effects
                .iter()
                .chain(options.flat_map(|o| &o.effects))
            {
                self.effect(*effect);
            }
        }
    }

    /// A plan is signed by both in the round in which it is carried out, at the soonest. Where nobody
    /// tells the other anything there is none: the draft itself tells place and time.
    fn operation(&mut self, n: usize) {
        let operation = &self.reach.case.operations[n];
        let (first, last) = operation.truth.rounds;
        let well = (first..=last).contains(&self.now);
        let end = usize::from(self.now) + 1;
        let scheduled = |over: &[Vec<(usize, bool)>], well: bool| {
            let mut all = over.iter().skip(end).flatten();
            all.any(|(o, w)| *o == n && (*w || !well))
        };
        let over = if well {
            self.reach.executed[n] != NEVER
        } else {
            self.reach.attempted[n] != NEVER
        };
        let silent = self.reach.sharing == Sharing::Nothing;
        if silent || !self.playing() || over || scheduled(&self.over, well) {
            return;
        }
        if self.reach.may(&operation.needs, self.now) {
            self.over[end].push((n, well));
        }
    }

    fn carried_out(&mut self, n: usize, well: bool) {
        let operation = &self.reach.case.operations[n];
        if self.reach.attempted[n] == NEVER {
            self.reach.attempted[n] = self.now;
            self.wake(Fact::Attempted(n));
            let badly = operation.failure.iter().chain(&operation.danger);
            badly.for_each(|effect| self.effect(*effect));
        }
        if well && self.reach.executed[n] == NEVER {
            self.reach.executed[n] = self.now;
            self.wake(Fact::Executed(n));
            operation.success.iter().for_each(|e| self.effect(*e));
        }
    }

    /// Can the inject go out at this moment?
    fn goes(&self, inject: &Inject) -> bool {
        let may = |condition| self.reach.may(condition, self.now);
        match &inject.trigger {
            Trigger::Holds => may(&inject.when),
            Trigger::Timed { round, .. } => self.now >= *round && may(&inject.when),
            // Whatever is expected may fail to happen.
            Trigger::Contingency { by, .. } => self.now == *by && may(&inject.when),
            Trigger::ByHand => true,
        }
    }

    /// What the network did at the end of the round before.
    fn network(&mut self) {
        let network = &self.reach.case.network;
        for (n, step) in network.plan.iter().enumerate() {
            if step.round.saturating_add(1) == self.now {
                self.reach.steps[n] = self.now;
                step.effects.iter().for_each(|e| self.effect(*e));
            }
        }
        for (n, reaction) in network.reactions.iter().enumerate() {
            if self.now == 2 && reaction.exposure <= self.reach.exposure.1 {
                self.reach.reactions[n] = self.now;
                reaction.effects.iter().for_each(|e| self.effect(*e));
            }
        }
    }

    fn milestone(&mut self, n: usize) {
        let milestone = &self.reach.case.milestones[n];
        if self.reach.milestones[n] == NEVER && self.reach.may_follow(&milestone.when, self.now) {
            self.reach.milestones[n] = self.now;
            self.wake(Fact::Milestone(n));
        }
    }

    fn authority(&mut self, n: usize) {
        let authority = &self.reach.case.authorities[n];
        // The same of one that takes too long.
        let late = authority.rounds >= self.reach.case.rounds;
        let takes = if late { 0 } else { authority.rounds };
        let from = self.now.saturating_add(takes);
        if self.reach.authorised[n] != NEVER || from > self.reach.case.rounds {
            return;
        }
        let id = AuthorityId(u16::try_from(n).unwrap_or(u16::MAX));
        let mut grounds = (0u16..).zip(&authority.grounds);
        // What no item is named for is told as such; its consequences need not be.
        if grounds.all(|(g, ground)| {
            ground.items.is_empty() || self.reach.meets(id, GroundId(g), self.now)
        }) {
            self.reach.authorised[n] = from;
            if from == self.now {
                self.wake(Fact::Authorised(n));
            }
        }
    }

    fn effect(&mut self, effect: Effect) {
        match effect {
            Effect::Give { item, to } => self.get(item.index(), to.index()),
            Effect::Flag(flag) if self.reach.flags[flag.index()] == NEVER => {
                self.reach.flags[flag.index()] = self.now;
                self.wake(Fact::Flag(flag.index()));
            }
            Effect::Open(TaskId(task)) if self.reach.opened[usize::from(task)] == NEVER => {
                self.reach.opened[usize::from(task)] = self.now;
                self.wake(Fact::Opened(usize::from(task)));
            }
            _ => {}
        }
    }

    /// A team gets an item by its own work.
    fn get(&mut self, item: usize, team: usize) {
        if self.reach.own[item][team] != NEVER {
            return;
        }
        let case = self.reach.case;
        self.reach.own[item][team] = self.now;
        for subject in &case.items[item].subjects {
            let known = &mut self.reach.known[subject.index()];
            *known = (*known).min(self.now);
        }
        self.hold(item, team);
        self.share(item, team);
    }

    fn hold(&mut self, item: usize, team: usize) {
        if self.reach.holds[item][team] == NEVER {
            self.reach.holds[item][team] = self.now;
            self.wake(Fact::Holds(item, team));
        }
    }

    /// Only the service that an item comes from may send it, and only so that it still arrives.
    fn share(&mut self, item: usize, team: usize) {
        let (case, partner) = (self.reach.case, 1 - team);
        let from_here = case.items[item].origin.index() == team;
        if !self.reach.sharing.passes(item) || !self.playing() || !from_here {
            return;
        }
        let Some(delay) = Reach::shortest_way(case, &case.items[item]) else {
            return;
        };
        let arrival = usize::from(self.now) + usize::from(delay);
        if arrival > usize::from(case.rounds) {
            return;
        }
        if self.reach.shared[item][partner] == NEVER {
            self.reach.shared[item][partner] = self.now;
            self.wake(Fact::Shared(item, partner));
        }
        if delay == 0 {
            self.hold(item, partner);
        } else {
            self.arriving[arrival].push((item, partner));
        }
    }

    fn wake(&mut self, fact: Fact) {
        if let Some(waiting) = self.waiting.get(&fact) {
            self.queue.extend(waiting);
        }
    }
}

fn waiting(case: &Scenario) -> BTreeMap<Fact, Vec<Waiting>> {
    let mut out: BTreeMap<Fact, Vec<Waiting>> = BTreeMap::new();
    let mut add = |condition: &Condition, waiting: Waiting| {
        leaves(condition, &mut |leaf| {
            let fact = match leaf {
                Condition::Holds { item, by } => Fact::Holds(item.index(), by.index()),
                Condition::Shared {
                    item: ItemId(item),
                    to,
                } => Fact::Shared(usize::from(*item), to.index()),
                Condition::Done(task) => Fact::Done(task.index()),
                Condition::Flag(flag) => Fact::Flag(flag.index()),
                Condition::Milestone(id) => Fact::Milestone(id.index()),
                Condition::Chosen { inject, .. } => Fact::Fired(inject.index()),
                Condition::Executed(id) => Fact::Executed(id.index()),
                Condition::Attempted(id) => Fact::Attempted(id.index()),
                Condition::Authorised(id) => Fact::Authorised(id.index()),
                _ => return,
            };
            out.entry(fact).or_default().push(waiting);
        });
    };
    for (n, task) in case.tasks.iter().enumerate() {
        add(&task.needs, Waiting::Task(n));
    }
    for (n, inject) in case.injects.iter().enumerate() {
        add(&inject.when, Waiting::Inject(n));
    }
    for (n, operation) in case.operations.iter().enumerate() {
        add(&operation.needs, Waiting::Operation(n));
    }
    for (n, milestone) in case.milestones.iter().enumerate() {
        add(&milestone.when, Waiting::Milestone(n));
    }
    for (n, task) in case.tasks.iter().enumerate() {
        if let Some(id) = task.authority {
            let waits = out.entry(Fact::Authorised(id.index())).or_default();
            waits.push(Waiting::Task(n));
        }
    }
    for (n, authority) in case.authorities.iter().enumerate() {
        for item in authority.grounds.iter().flat_map(|g| &g.items) {
            let fact = Fact::Holds(item.index(), authority.team.index());
            out.entry(fact).or_default().push(Waiting::Authority(n));
        }
    }
    for (n, _) in case
        .tasks
        .iter()
        .enumerate()
        .filter(|(_, task)| task.closed)
    {
        out.entry(Fact::Opened(n))
            .or_default()
            .push(Waiting::Task(n));
    }
    out
}
