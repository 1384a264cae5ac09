//! What teams do in a round beside sending officers: theories, sharing, decisions, applications, a joint
//! operation.

use super::fact::{Atlas, Fact, ids};
use super::play::Line;
use super::question::Question;
use super::wants::Wants;
use crate::engine::rules::{consent, injects, sharing};
use crate::engine::{Actor, Command, State, Theory};
use crate::scenario::Scenario;
use crate::scenario::ids::{AuthorityId, InjectId, ItemId, OperationId, OptionId, Team};
use crate::scenario::model::{Condition, Effect};
use crate::scenario::msel::Trigger;
use crate::scenario::words::{Channel, Form, InfoGrade, ItemKind};

/// How things stand before officers are sent, and what led there.
pub(super) struct Choice {
    pub line: Line,
    pub acts: Vec<(Actor, Command)>,
}

/// More choices than this in one round are not looked at.
const MOST: usize = 256;

/// What may be done or left.
#[derive(Clone, Debug)]
enum May {
    Clock(u32),
    Theory(Team),
    Share(ItemId),
    Decide(Team, InjectId, Vec<Option<OptionId>>),
    Operate(OperationId),
}

struct Desk<'a> {
    atlas: &'a Atlas,
    question: &'a Question,
    wants: &'a Wants,
    line: Line,
    acts: Vec<(Actor, Command)>,
    kept: Vec<ItemId>,
}

/// Every choice that matters, and whether these are all.
pub(super) fn bases(
    atlas: &Atlas,
    state: &State,
    question: &Question,
    wants: &Wants,
) -> (Vec<Choice>, bool) {
    let may = may(atlas, state, question, wants);
    let sizes: Vec<usize> = may
        .iter()
        .map(|m| match m {
            May::Decide(_, _, options) => options.len(),
            _ => 2,
        })
        .collect();
    let all = sizes.iter().fold(1usize, |all, n| all.saturating_mul(*n));
    let mut out = Vec::new();
    for mut n in 0..all.min(MOST) {
        let mut desk = Desk {
            atlas,
            question,
            wants,
            line: Line {
                state: state.clone(),
                entries: None,
            },
            acts: Vec::new(),
            kept: Vec::new(),
        };
        let picks: Vec<usize> = sizes
            .iter()
            .map(|size| {
                let pick = n % size;
                n /= size;
                pick
            })
            .collect();
        desk.work(&may, &picks);
        out.push(Choice {
            line: desk.line,
            acts: desk.acts,
        });
    }
    (out, all <= MOST)
}

/// What could be better left, or be done in more than one way.
fn may(atlas: &Atlas, state: &State, question: &Question, wants: &Wants) -> Vec<May> {
    let case: &Scenario = &state.scenario;
    let mut out = Vec::new();
    for (inject, id) in case.injects.iter().zip((0u16..).map(InjectId)) {
        if let Trigger::Timed { round, minute } = inject.trigger
            && round == state.round
            && state.plot.injects[id.index()].fired == 0
            && matters(atlas, wants, inject, id)
        {
            out.push(May::Clock(u32::from(minute) * 60));
        }
    }
    for team in Team::BOTH {
        let pull = wants.fact(atlas, Fact::Theorised(team));
        if pull.down && question.acts(team, state.round) && state.team(team).first_theory.is_none()
        {
            out.push(May::Theory(team));
        }
    }
    for (item, id) in case.items.iter().zip((0u16..).map(ItemId)) {
        let to = item.origin.other();
        let down = wants.fact(atlas, Fact::Sent(id, to)).down
            || wants.fact(atlas, Fact::Holds(id, to)).down;
        if down && wanted(atlas, wants, id, to) && state.holding(item.origin, id).is_some() {
            out.push(May::Share(id));
        }
    }
    for team in Team::BOTH
        .into_iter()
        .filter(|t| question.acts(*t, state.round))
    {
        out.extend(decisions(atlas, state, wants, team));
    }
    for id in ids(case.operations.len(), OperationId) {
        let (first, last) = case.operation(id).truth.rounds;
        let both = question.idle.is_none() && question.sharing;
        if both
            && wants.operations[id.index()]
            && (first..=last).contains(&state.round)
            && crate::engine::rules::operations::offered(state, id)
        {
            out.push(May::Operate(id));
        }
    }
    out
}

pub(super) fn matters(
    atlas: &Atlas,
    wants: &Wants,
    inject: &crate::scenario::model::Inject,
    id: InjectId,
) -> bool {
    let pulls =
        |e: &crate::scenario::model::Effect| wants.helps(atlas, *e) || wants.harms(atlas, *e);
    let decision = inject
        .decision
        .iter()
        .flat_map(|d| d.options.iter().zip(0u16..));
    let mut options = decision.map(|(option, o)| {
        let chosen = |t: &Team| {
            let pull = wants.fact(atlas, Fact::Chosen(id, OptionId(o), *t));
            pull.up || pull.down
        };
        option.effects.iter().any(pulls) || inject.to.iter().any(chosen)
    });
    inject.effects.iter().any(pulls) || options.any(|o| o)
}

/// Can it matter when in a round the inject comes? The clock is run before anything else is done, and what the inject
/// asks is not answered in the same round.
pub(super) fn unordered(
    atlas: &Atlas,
    state: &State,
    wants: &Wants,
    inject: &crate::scenario::model::Inject,
    id: InjectId,
) -> bool {
    let Trigger::Timed { round, .. } = inject.trigger else {
        return false;
    };
    let plain = |e: &Effect| !matches!(e, Effect::Trust(_)) && !wants.harms(atlas, *e);
    let waits = round <= state.round && state.plot.injects[id.index()].fired == 0;
    let simple = inject.when == Condition::Always
        && inject.decision.is_none()
        && inject.effects.iter().all(plain);
    waits && !simple && matters(atlas, wants, inject, id)
}

fn wanted(atlas: &Atlas, wants: &Wants, item: ItemId, to: Team) -> bool {
    wants.fact(atlas, Fact::Sent(item, to)).up || wants.fact(atlas, Fact::Holds(item, to)).up
}

/// Decisions that wait for the team, each with the options worth a try.
fn decisions(atlas: &Atlas, state: &State, wants: &Wants, team: Team) -> Vec<May> {
    let case: &Scenario = &state.scenario;
    let mut out = Vec::new();
    for (inject, id) in case.injects.iter().zip((0u16..).map(InjectId)) {
        let standing = &state.plot.injects[id.index()];
        let asked =
            standing.fired > 0 && standing.until >= state.round && inject.to.contains(&team);
        let Some(decision) = &inject.decision else {
            continue;
        };
        if !asked || standing.chosen[team.index()].is_some() || !matters(atlas, wants, inject, id) {
            continue;
        }
        let mut options: Vec<Option<OptionId>> =
            ids(decision.options.len(), OptionId).map(Some).collect();
        options.push(None);
        out.push(May::Decide(team, id, options));
    }
    out
}

impl Desk<'_> {
    fn give(&mut self, actor: Actor, command: Command) -> bool {
        let given = self.line.give(actor, &command).is_ok();
        if given {
            self.acts.push((actor, command));
        }
        given
    }

    fn work(&mut self, may: &[May], picks: &[usize]) {
        let left: Vec<Team> = (may.iter().zip(picks))
            .filter_map(|(m, p)| match m {
                May::Theory(team) if *p == 1 => Some(*team),
                _ => None,
            })
            .collect();
        self.kept = (may.iter().zip(picks))
            .filter_map(|(m, p)| match m {
                May::Share(item) if *p == 1 => Some(*item),
                _ => None,
            })
            .collect();
        let round = self.line.state.round;
        for (one, pick) in may.iter().zip(picks) {
            match one {
                May::Clock(second)
                    if *pick == 0 && !injects::due(&self.line.state, *second).is_empty() =>
                {
                    let second = *second;
                    self.give(Actor::Clock, Command::FireDue { second });
                }
                May::Decide(team, inject, options) => {
                    if let Some(Some(option)) = options.get(*pick) {
                        let (inject, option) = (*inject, *option);
                        self.give(Actor::Team(*team), Command::Decide { inject, option });
                    }
                }
                _ => {}
            }
        }
        for team in Team::BOTH {
            if self.question.acts(team, round)
                && self.line.state.team(team).first_theory.is_none()
                && !left.contains(&team)
            {
                let theory = blank(&self.line.state.scenario);
                self.give(Actor::Team(team), Command::RecordTheory { theory });
            }
        }
        loop {
            let before = self.acts.len();
            self.share_all();
            self.apply_all();
            if self.acts.len() == before {
                break;
            }
        }
        for (one, pick) in may.iter().zip(picks) {
            if let (May::Operate(id), 0) = (one, pick) {
                self.operate(*id);
            }
        }
    }

    fn share_all(&mut self) {
        let case = std::sync::Arc::clone(&self.line.state.scenario);
        for (item, id) in case.items.iter().zip((0u16..).map(ItemId)) {
            let (team, round) = (item.origin, self.line.state.round);
            let held = self
                .line
                .state
                .holding(team, id)
                .is_some_and(|h| h.received.is_none());
            if held
                && !self.kept.contains(&id)
                && self.question.acts(team, round)
                && self.question.may_share(id, team.other(), round)
                && wanted(self.atlas, self.wants, id, team.other())
            {
                self.share(team, id);
            }
        }
    }

    /// In the quickest form, in full, and so that a court may see it.
    fn share(&mut self, team: Team, id: ItemId) {
        let best = |state: &State, form: Form| {
            let way = |c: &Channel| {
                sharing::arrival(state, team, id, form, *c)
                    .ok()
                    .map(|at| (at, *c))
            };
            Channel::ALL
                .iter()
                .filter_map(way)
                .min_by_key(|(at, _)| *at)
        };
        let tear = best(&self.line.state, Form::TearLine);
        let full = best(&self.line.state, Form::Full);
        let mut ways = Vec::new();
        match (tear, full) {
            (Some((t, way)), Some((f, _))) if t < f => ways.push((Form::TearLine, way)),
            (Some((_, way)), None) => ways.push((Form::TearLine, way)),
            _ => {}
        }
        ways.extend(full.map(|(_, way)| (Form::Full, way)));
        if self.line.state.scenario.item(id).kind == ItemKind::Evidence {
            ways.push((Form::Full, Channel::Mutual));
        }
        let unsure = self.line.state.scenario.item(id).info == InfoGrade::E;
        for (form, channel) in ways {
            let note = unsure.then(|| "Not verified.".to_owned());
            let item = id;
            let command = Command::ShareItem {
                item,
                form,
                channel,
                note,
            };
            self.give(Actor::Team(team), command);
        }
    }

    fn apply_all(&mut self) {
        let case = std::sync::Arc::clone(&self.line.state.scenario);
        for id in ids(case.authorities.len(), AuthorityId) {
            let (authority, state) = (case.authority(id), &self.line.state);
            let team = authority.team;
            if state.granted(id).is_some()
                || !self.question.acts(team, state.round)
                || !self.wants.fact(self.atlas, Fact::Authorised(id)).up
            {
                continue;
            }
            let grounds = authority.grounds.iter().flat_map(|g| &g.items);
            let mut items: Vec<ItemId> = grounds
                .copied()
                .filter(|i| state.holding(team, *i).is_some())
                .collect();
            items.sort_unstable();
            items.dedup();
            let mut tried = self.line.clone();
            let mut acts = Vec::new();
            if self.question.acts(team.other(), state.round) {
                for item in consent::lacking(state, team, &items) {
                    let granted = true;
                    acts.push((team.other(), Command::GiveConsent { item, granted }));
                }
            }
            let authority = id;
            acts.push((team, Command::ApplyAuthority { authority, items }));
            for (team, command) in &acts {
                let _ = tried.give(Actor::Team(*team), command);
            }
            // What would be turned down is not asked for.
            if tried.state.granted(id).is_some() {
                for (team, command) in acts {
                    self.give(Actor::Team(team), command);
                }
            }
        }
    }

    /// The plan as it would be right, drafted by both and signed for this round.
    fn operate(&mut self, id: OperationId) {
        let (state, mut tried) = (&self.line.state, self.line.clone());
        let case: &Scenario = &state.scenario;
        let full = super::plan::plan(state, id);
        let mut north = full.clone();
        north
            .officers
            .retain(|(o, _)| case.officer(*o).team == Team::North);
        north.basis[Team::South.index()] = None;
        let mut acts = vec![(
            Team::North,
            Command::DraftPlan {
                plan: north.clone(),
            },
        )];
        if north != full {
            acts.push((Team::South, Command::DraftPlan { plan: full }));
        }
        let mut ok = acts
            .iter()
            .all(|(t, c)| tried.give(Actor::Team(*t), c).is_ok());
        let revision = tried.state.operations.revision;
        for team in Team::BOTH {
            let sign = Command::SignPlan { revision };
            ok = ok && tried.give(Actor::Team(team), &sign).is_ok();
            acts.push((team, sign));
        }
        if ok {
            for (team, command) in acts {
                self.give(Actor::Team(team), command);
            }
        }
    }
}

/// A theory in which nothing is decided: whoever wants to share has to put one on record.
pub(super) fn blank(case: &Scenario) -> Theory {
    Theory::blank(case.theory.questions.len(), case.people.len())
        .with_grid(case.theory.elements.len(), case.theory.roles.len())
}
