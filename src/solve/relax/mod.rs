//! What can come about from a state at best, and how soon: the bound that *cannot* rests on.
//!
//! Everything that the engine allows, this allows too (see the module's header for what it lets go): where
//! it says never, no play of the exercise does it. Moments are rounds; what the end of a round brings is
//! there at the next moment, and the moment after the last round is that of the verdict. What the network and
//! injects do whatever anybody does is certain, and its contrary is not allowed.

mod may;
mod spans;
mod ways;

pub(super) use spans::effects;
use spans::{Span, alarm, welfare};

use crate::engine::State;
use crate::engine::rules::tasks::chance;
use crate::engine::rules::theory::known_subjects;
use crate::scenario::Scenario;
use crate::solve::fact::{Atlas, Fact, ids};
use crate::solve::passing::{Passing, last_round};
use crate::solve::question::{Goal, Luck, Question};

use crate::scenario::ids::{AuthorityId, InjectId, ItemId, OperationId, OptionId, TaskId, Team};
use crate::scenario::model::{Effect, Inject, Task};
use crate::scenario::msel::Trigger;
use crate::scenario::words::Channel;

/// It never happens.
const NEVER: u8 = u8::MAX;

/// The first moment of every fact.
pub(in crate::solve) struct Relaxed<'a> {
    case: &'a Scenario,
    atlas: &'a Atlas,
    question: &'a Question,
    first: Vec<u8>,
    /// The moment from which a fact is there in any play.
    sure: Vec<u8>,
    /// Steps that are cancelled now.
    cancelled: Vec<bool>,
    /// Tasks that stand open now.
    open: Vec<bool>,
    alarm: Span,
    welfare: Vec<Span>,
    from: u8,
    end: u8,
    /// Tasks by the moment at which they are over.
    due: Vec<Vec<TaskId>>,
    /// Operations by the moment at which they are over, and whether well.
    over: Vec<Vec<(OperationId, bool)>>,
    /// Facts by the moment at which they come true by themselves.
    coming: Vec<Vec<usize>>,
    /// Who can be away at some time.
    away: Vec<Passing>,
    changed: bool,
}

impl<'a> Relaxed<'a> {
    /// From a state at the start of planning, or in the verdict.
    pub fn of(atlas: &'a Atlas, state: &'a State, question: &'a Question) -> Self {
        let case: &Scenario = &state.scenario;
        let moments = usize::from(case.rounds) + 2;
        let mut all = Self {
            case,
            atlas,
            question,
            first: vec![NEVER; atlas.len],
            sure: vec![NEVER; atlas.len],
            cancelled: state.plot.cancelled.clone(),
            open: (0..case.tasks.len()).map(|t| state.open.has(t)).collect(),
            alarm: alarm(case, state),
            welfare: welfare(case, state),
            from: state.round,
            end: case.rounds + 1,
            due: vec![Vec::new(); moments],
            over: vec![Vec::new(); moments],
            coming: vec![Vec::new(); moments],
            away: Vec::new(),
            changed: false,
        };
        all.stand(state);
        if state.phase == crate::engine::Phase::Verdict {
            all.from = all.end;
            all.milestones(all.end, all.end);
            return all;
        }
        for now in state.round..=case.rounds {
            if now > state.round {
                all.start(now);
            }
            all.planning(now);
        }
        all.start(all.end);
        all.milestones(all.end, all.end);
        all
    }

    /// Can what is asked for come about?
    pub fn possible(&self) -> bool {
        let mut there = self.question.there.iter();
        let mut passing = self.question.passing.iter();
        there.all(|(fact, rounds)| self.at(*fact) <= rounds.saturating_add(1))
            && passing.all(|(so, after)| self.from > *after || self.can_be(*so))
            && match self.question.goal {
                Goal::Win => self.may(&self.case.theory.full, self.end, self.case.rounds),
                Goal::Reach(_) => true,
            }
    }

    /// Can it be so at some time? Only that somebody is away is ever excluded.
    fn can_be(&self, so: Passing) -> bool {
        match so {
            Passing::Away(..) => self.away.contains(&so),
            Passing::Idle(_) | Passing::Closed(_) => true,
        }
    }

    /// The first moment of a fact.
    pub fn at(&self, fact: Fact) -> u8 {
        self.first[self.atlas.at(fact)]
    }

    fn stand(&mut self, state: &State) {
        let atlas = self.atlas;
        for fact in crate::solve::fact::all(self.case) {
            if fact.holds(state) {
                self.first[atlas.at(fact)] = 0;
                self.sure[atlas.at(fact)] = 0;
            }
        }
        for team in Team::BOTH {
            for held in &state.team(team).folder {
                if held.form == crate::scenario::words::Form::Full {
                    self.first[atlas.full(held.item, team)] = 0;
                    let received = held.received.as_ref();
                    if received.is_none_or(|r| r.channel == Channel::Mutual) {
                        self.first[atlas.formal(held.item, team)] = 0;
                    }
                }
            }
            for subject in known_subjects(state, team).iter() {
                let id = crate::scenario::ids::SubjectId(u16::try_from(subject).unwrap_or(0));
                self.first[atlas.known(id)] = 0;
            }
            for sent in state.team(team).sendings.iter().filter(|s| !s.arrived) {
                let to = team.other();
                let mut facts = vec![atlas.at(Fact::Holds(sent.item, to))];
                if sent.form == crate::scenario::words::Form::Full {
                    facts.push(atlas.full(sent.item, to));
                    if sent.channel == Channel::Mutual {
                        facts.push(atlas.formal(sent.item, to));
                    }
                }
                self.later(sent.arrives, facts);
            }
        }
        for id in ids(self.case.authorities.len(), AuthorityId) {
            if let Some(from) = state.granted(id) {
                self.later(from, vec![atlas.at(Fact::Authorised(id))]);
            }
        }
        self.asked(state);
        for duty in state.duties.iter().flatten() {
            if let Some(due) = self.due.get_mut(usize::from(duty.until) + 1) {
                due.push(duty.task);
            }
            self.away.push(Passing::Away(duty.task, duty.until));
        }
    }

    /// What was asked before and is not decided yet can still be decided, or decides itself.
    fn asked(&mut self, state: &State) {
        for (inject, id) in self.case.injects.iter().zip((0u16..).map(InjectId)) {
            let Some(standing) = state.plot.injects.get(id.index()) else {
                continue;
            };
            let waits = |team: &Team| standing.chosen[team.index()].is_none();
            if standing.fired > 0 && standing.until >= state.round && inject.to.iter().any(waits) {
                self.decide(inject, id, state.round);
            }
        }
    }

    fn later(&mut self, at: u8, facts: Vec<usize>) {
        if let Some(coming) = self.coming.get_mut(usize::from(at)) {
            coming.extend(facts);
        }
    }

    fn set(&mut self, at: usize, now: u8) {
        if self.first[at] > now {
            self.first[at] = now;
            self.changed = true;
        }
    }

    /// What the end of the round before brings, and the injects of this one.
    fn start(&mut self, now: u8) {
        let before = now - 1;
        for task in std::mem::take(&mut self.due[usize::from(now)]) {
            self.over(task, now);
        }
        for (operation, well) in std::mem::take(&mut self.over[usize::from(now)]) {
            self.carried_out(operation, well, now);
        }
        self.network(before, now);
        self.milestones(now, before);
        if now > self.case.rounds {
            return;
        }
        for at in std::mem::take(&mut self.coming[usize::from(now)]) {
            self.set(at, now);
        }
        for (inject, id) in self.case.injects.iter().zip((0u16..).map(InjectId)) {
            if self.goes_at_start(inject, now) {
                self.fire(inject, id, now);
            }
            if inject.trigger == Trigger::Holds && !self.may_not(&inject.when, now, now) {
                inject.effects.iter().for_each(|e| self.certainly(*e, now));
            }
        }
    }

    fn goes_at_start(&self, inject: &Inject, now: u8) -> bool {
        let when = self.may(&inject.when, now, now);
        match &inject.trigger {
            Trigger::Holds => when,
            Trigger::Timed { round, .. } => *round < now && when,
            Trigger::Contingency { expected, by } => {
                *by == now && when && self.may_not(expected, now, now)
            }
            Trigger::ByHand => false,
        }
    }

    fn planning(&mut self, now: u8) {
        loop {
            self.changed = false;
            for (inject, id) in self.case.injects.iter().zip((0u16..).map(InjectId)) {
                if let Trigger::Timed { round, .. } = inject.trigger
                    && round <= now
                    && self.may(&inject.when, now, now)
                {
                    self.fire(inject, id, now);
                }
            }
            for team in Team::BOTH {
                if self.question.acts(team, now) {
                    let theorised = self.atlas.at(Fact::Theorised(team));
                    self.set(theorised, now);
                    ids(self.case.items.len(), ItemId).for_each(|i| self.share(i, team, now));
                }
            }
            ids(self.case.authorities.len(), AuthorityId).for_each(|id| self.apply(id, now));
            self.milestones(now, now);
            if !self.changed {
                break;
            }
        }
        for (task, id) in self.case.tasks.iter().zip((0u16..).map(TaskId)) {
            let over = usize::from(now) + usize::from(task.rounds);
            if over <= usize::from(self.end) && self.can_begin(task, id, now) {
                self.due[over].push(id);
                if task.rounds > 1 {
                    let until = last_round(self.case, id, now);
                    self.away.push(Passing::Away(id, until));
                }
            }
            if let Some(subject) = task.target.filter(|_| self.listed(task, id, now)) {
                self.set(self.atlas.known(subject), now);
            }
        }
        let both = self.question.idle.is_none() && self.question.sharing;
        if both && now <= self.question.until {
            for (operation, id) in self.case.operations.iter().zip((0u16..).map(OperationId)) {
                if self.may(&operation.needs, now, now) {
                    let (first, last) = operation.truth.rounds;
                    let well = (first..=last).contains(&now);
                    self.over[usize::from(now) + 1].push((id, well));
                }
            }
        }
    }

    fn is_open(&self, id: TaskId, now: u8) -> bool {
        self.open[id.index()] || self.first[self.atlas.open(id)] <= now
    }

    fn listed(&self, task: &Task, id: TaskId, now: u8) -> bool {
        self.is_open(id, now) && (task.locked.is_some() || self.may(&task.needs, now, now))
    }

    fn can_begin(&self, task: &Task, id: TaskId, now: u8) -> bool {
        let fresh = task.repeat || self.at(Fact::Done(id)) > 0;
        let authority = task.authority.map(Fact::Authorised);
        let until = last_round(self.case, id, now);
        self.question.acts(task.team, now)
            && self.is_open(id, now)
            && fresh
            && self.question.may_be_away(id, now, until)
            && authority.is_none_or(|f| self.at(f) <= now)
            && self.may(&task.needs, now, now)
    }

    /// The task is over, well or badly.
    fn over(&mut self, id: TaskId, now: u8) {
        let task = self.case.task(id);
        let officers = self.case.officers.iter().filter(|o| o.team == task.team);
        let best = officers.map(|o| chance(task, o)).max().unwrap_or(0);
        let sure = best == 100 || task.set_piece.is_some();
        let lucky = self.question.luck == Luck::Best || sure;
        if lucky && self.question.in_time(Fact::Done(id), now - 1) {
            self.set(self.atlas.at(Fact::Done(id)), now);
            task.success.iter().for_each(|e| self.effect(*e, now));
        }
        task.failure.iter().for_each(|e| self.effect(*e, now));
        for item in &task.found {
            let (item, to) = (*item, task.team);
            self.effect(Effect::Give { item, to }, now);
        }
    }

    fn carried_out(&mut self, id: OperationId, well: bool, now: u8) {
        let operation = self.case.operation(id);
        self.set(self.atlas.at(Fact::Attempted(id)), now);
        let badly = operation.failure.iter().chain(&operation.danger);
        badly.for_each(|e| self.effect(*e, now));
        let lucky = self.question.luck == Luck::Best || operation.odds >= 100;
        if well && lucky {
            self.set(self.atlas.at(Fact::Executed(id)), now);
            operation.success.iter().for_each(|e| self.effect(*e, now));
        }
    }

    fn network(&mut self, round: u8, now: u8) {
        use crate::scenario::ids::{ReactionId, StepId};
        let network = &self.case.network;
        for (reaction, id) in network.reactions.iter().zip((0u16..).map(ReactionId)) {
            if reaction.exposure <= self.alarm.1 {
                self.set(self.atlas.at(Fact::Reacted(id)), now);
                reaction.effects.iter().for_each(|e| self.effect(*e, now));
            }
        }
        for (step, id) in network.plan.iter().zip((0u16..).map(StepId)) {
            let prevented = step.unless.as_ref();
            let goes = prevented.is_none_or(|c| self.may_not(c, now, round));
            if step.round != round {
                continue;
            }
            let cancels = |r: &crate::scenario::msel::Reaction| {
                r.exposure <= self.alarm.1 && r.cancels.contains(&id)
            };
            let cancelled = self.cancelled.get(id.index()).copied().unwrap_or(true);
            let free = !cancelled && !network.reactions.iter().any(cancels);
            if free && prevented.is_none_or(|c| !self.may(c, now, round)) {
                self.certain(Fact::Stepped(id), now);
                step.effects.iter().for_each(|e| self.certainly(*e, now));
            }
            if goes {
                self.set(self.atlas.at(Fact::Stepped(id)), now);
                step.effects.iter().for_each(|e| self.effect(*e, now));
            }
        }
    }

    fn certain(&mut self, fact: Fact, now: u8) {
        let sure = &mut self.sure[self.atlas.at(fact)];
        *sure = (*sure).min(now);
    }

    /// What the effect makes true is so from now on, whatever anybody does.
    fn certainly(&mut self, effect: Effect, now: u8) {
        match effect {
            Effect::Give { item, to } => self.certain(Fact::Holds(item, to), now),
            Effect::Flag(flag) => self.certain(Fact::Flag(flag), now),
            _ => {}
        }
    }

    fn fire(&mut self, inject: &Inject, id: InjectId, now: u8) {
        inject.effects.iter().for_each(|e| self.effect(*e, now));
        self.decide(inject, id, now);
    }

    fn decide(&mut self, inject: &Inject, id: InjectId, now: u8) {
        let Some(decision) = &inject.decision else {
            return;
        };
        for (option, o) in decision.options.iter().zip((0u16..).map(OptionId)) {
            for team in &inject.to {
                self.set(self.atlas.at(Fact::Chosen(id, o, *team)), now);
            }
            option.effects.iter().for_each(|e| self.effect(*e, now));
        }
    }

    fn milestones(&mut self, now: u8, round: u8) {
        use crate::scenario::ids::MilestoneId;
        loop {
            let mut more = false;
            for (milestone, id) in self.case.milestones.iter().zip((0u16..).map(MilestoneId)) {
                let at = self.atlas.at(Fact::Milestone(id));
                if self.first[at] > now && self.may(&milestone.when, now, round) {
                    self.set(at, now);
                    more = true;
                }
            }
            if !more {
                return;
            }
        }
    }

    fn effect(&mut self, effect: Effect, now: u8) {
        match effect {
            Effect::Give { item, to } => {
                self.set(self.atlas.at(Fact::Holds(item, to)), now);
                self.set(self.atlas.full(item, to), now);
                self.set(self.atlas.formal(item, to), now);
                for subject in &self.case.item(item).subjects {
                    self.set(self.atlas.known(*subject), now);
                }
            }
            Effect::Flag(flag) => self.set(self.atlas.at(Fact::Flag(flag)), now),
            Effect::Open(task) => self.set(self.atlas.open(task), now),
            _ => {}
        }
    }
}
