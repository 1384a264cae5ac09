//! Events in, figures out.

use std::sync::Arc;

use super::discussion::Discussion;
use super::{Figure, Measured, judged, skills};
use crate::engine::rules::scoring;
use crate::engine::{CaseTime, Cause, Entry, Event, State, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::model::{Effect, Item};
use crate::scenario::words::{Channel, Form, Handling, InfoGrade, ItemKind, Metric, TrustCause};

/// Takes entries in order; feed it all of them, from the first.
pub struct Fold {
    state: State,
    /// The latest moment of the case that an event told of.
    clock: CaseTime,
    /// By item: when its service first held it, and first shared it.
    held: Vec<Option<CaseTime>>,
    shared: Vec<Option<CaseTime>>,
    /// By item that was shared: so far in the form, with the note, and by the channel that fit.
    right: Vec<Option<Right>>,
    discussion: Discussion,
    /// By team.
    over_shared: [u32; 2],
    /// By team.
    exposure: [u32; 2],
    /// Through both together.
    exposure_joint: u32,
}

/// What of a sharing was right, taken over all sharings of the item.
#[derive(Clone, Copy, Default)]
struct Right {
    form: bool,
    channel: bool,
    note: bool,
}

impl Fold {
    /// Nothing has happened yet.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>) -> Self {
        let items = scenario.items.len();
        let at_start = |i: &Item| i.held_at_start.then_some(CaseTime(0));
        Self {
            clock: CaseTime(0),
            held: scenario.items.iter().map(at_start).collect(),
            shared: vec![None; items],
            right: vec![None; items],
            discussion: Discussion::default(),
            over_shared: [0; 2],
            exposure: [0; 2],
            exposure_joint: 0,
            state: State::new(scenario),
        }
    }

    /// The state after everything so far.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The moment of the case after everything so far.
    #[must_use]
    pub fn clock(&self) -> CaseTime {
        self.clock
    }

    /// One entry more.
    pub fn entry(&mut self, entry: &Entry) {
        // Who sent what arrived last: trust moves after it.
        let mut sender = None;
        for event in &entry.events {
            self.event(event, &mut sender);
        }
    }

    /// One event more; `sender`: who sent what arrived last in the same entry.
    pub fn event(&mut self, event: &Event, sender: &mut Option<Team>) {
        self.tick(event);
        self.discussion.hear(&self.state, event);
        match event {
            Event::ItemShared {
                item,
                form,
                channel,
                note,
                ..
            } => self.share(*item, *form, *channel, note.is_some()),
            Event::ItemArrived { team, .. } => *sender = Some(team.other()),
            Event::TrustMoved {
                why: TrustCause::Swamped | TrustCause::Doubtful,
                ..
            } => {
                if let Some(team) = *sender {
                    self.over_shared[team.index()] += 1;
                }
            }
            Event::Effected {
                effect: Effect::Exposure(by),
                cause,
            } if *by > 0 => self.alarm(by.unsigned_abs().into(), *cause),
            _ => {}
        }
        evolve(&mut self.state, event);
        if let Event::Effected {
            effect: Effect::Give { item, to },
            ..
        }
        | Event::ItemGiven { item, team: to, .. } = event
        {
            self.hold(*item, *to);
        }
    }

    fn tick(&mut self, event: &Event) {
        let length = u32::from(self.state.scenario().round_hours) * 60;
        let now = match event {
            Event::RoundStarted { round } => CaseTime(u32::from(round.saturating_sub(1)) * length),
            Event::PlanningEnded { .. } => CaseTime(u32::from(self.state.round()) * length),
            Event::TheoryRecorded { at, .. }
            | Event::ItemShared { at, .. }
            | Event::MessageSent { at, .. }
            | Event::Requested { at, .. }
            | Event::RequestAnswered { at, .. }
            | Event::PointerQueried { at, .. }
            | Event::PlanDrafted { at, .. }
            | Event::PlanSigned { at, .. }
            | Event::AuthorityApplied { at, .. }
            | Event::ItemGiven { at, .. }
            | Event::InjectFired { at: Some(at), .. } => *at,
            _ => return,
        };
        self.clock = self.clock.max(now);
    }

    fn hold(&mut self, item: ItemId, to: Team) {
        let own = self.state.scenario().item(item).origin == to;
        let now = self.clock;
        if let (true, Some(held)) = (own, self.held.get_mut(item.index())) {
            held.get_or_insert(now);
        }
    }

    fn share(&mut self, id: ItemId, form: Form, channel: Channel, noted: bool) {
        let now = self.clock;
        let item = self.state.scenario().item(id);
        let fits = Right {
            form: form == Form::Full || item.handling != Handling::Open,
            channel: match item.kind {
                ItemKind::Evidence => channel == Channel::Mutual,
                ItemKind::Intelligence => channel != Channel::Mutual,
            },
            note: noted || item.info != InfoGrade::E,
        };
        if let Some(shared) = self.shared.get_mut(id.index()) {
            shared.get_or_insert(now);
        }
        if let Some(right) = self.right.get_mut(id.index()) {
            let so_far = right.get_or_insert_default();
            so_far.form |= fits.form;
            so_far.channel |= fits.channel;
            so_far.note |= fits.note;
        }
    }

    fn alarm(&mut self, by: u32, cause: Cause) {
        let team = match cause {
            Cause::Task(task) => self.state.scenario().task(task).team,
            Cause::Decision { team, .. } => team,
            Cause::BlueOnBlue | Cause::Operation(_) => {
                self.exposure_joint += by;
                return;
            }
            Cause::Inject(_) | Cause::Step(_) | Cause::Reaction(_) => return,
        };
        self.exposure[team.index()] += by;
    }

    /// Every metric, as things stand, in the order of [`Metric::ALL`].
    #[must_use]
    pub fn figures(&self) -> Vec<Measured> {
        let each = Metric::ALL.iter().map(|metric| Measured {
            metric: *metric,
            teams: Team::BOTH.map(|team| self.figure(*metric, Some(team))),
            both: self.figure(*metric, None),
        });
        each.collect()
    }

    /// One metric of a service or (`None`) of both.
    #[must_use]
    pub fn figure(&self, metric: Metric, team: Option<Team>) -> Option<Figure> {
        let state = &self.state;
        let liaison = &state.liaison;
        let whose = |of: Team| team.is_none_or(|team| team == of);
        let sum = |by: &[u32; 2]| -> u32 {
            let own = Team::BOTH.into_iter().filter(|t| whose(*t));
            own.map(|t| by[t.index()]).sum()
        };
        match metric {
            Metric::Coverage => {
                let critical = || self.items(team).filter(|(_, item)| item.critical);
                let both = |id: ItemId| Team::BOTH.iter().all(|t| state.holding(*t, id).is_some());
                let held = critical().filter(|(id, _)| self.held[id.index()].is_some());
                let pooled = critical().filter(|(id, _)| both(*id)).count();
                Figure::share(count(pooled), count(held.count()).max(count(pooled)))
            }
            Metric::Focus => self.discussion.focus(team),
            Metric::SharingDelay => self.delay(team),
            Metric::RightWay => {
                let sent = || {
                    self.items(team)
                        .filter_map(|(id, _)| self.right[id.index()])
                };
                let right = sent().filter(|r| r.form && r.channel && r.note).count();
                Figure::share(count(right), count(sent().count()))
            }
            Metric::OverSharing => Some(Figure::whole(sum(&self.over_shared))),
            Metric::Breaches => {
                let own = liaison.breaches.iter().filter(|b| whose(b.team));
                Some(Figure::whole(count(own.count())))
            }
            Metric::DuplicatedWork => match team {
                // It takes two.
                Some(_) => None,
                None => Some(Figure::whole(count(liaison.collisions.len()))),
            },
            Metric::ExposureCaused => {
                let joint = if team.is_none() {
                    self.exposure_joint
                } else {
                    0
                };
                Some(Figure::whole(sum(&self.exposure) + joint))
            }
            Metric::RequestsAnswered => {
                let got = || liaison.requests.iter().filter(|r| whose(r.by.other()));
                let answered = got().filter(|r| r.answer.is_some()).count();
                Figure::share(count(answered), count(got().count()))
            }
            Metric::FirstTheory => judged::first(state, team),
            Metric::Verdict => team.is_none().then(|| judged::verdict(state)).flatten(),
            Metric::Calibration => judged::brier(state, team),
            Metric::QuestionMix => skills::question_mix(state, team),
            Metric::Sensitivity => skills::sensitivity(state, team),
            Metric::Bias => skills::bias(state, team),
            Metric::WelfareLost => match team {
                Some(_) => None,
                None => Some(Figure::whole(scoring::welfare_loss(state).into())),
            },
        }
    }

    /// Items of a service or of both.
    fn items(&self, team: Option<Team>) -> impl Iterator<Item = (ItemId, &Item)> {
        let all = (0u16..).map(ItemId).zip(&self.state.scenario().items);
        all.filter(move |(_, item)| team.is_none_or(|team| team == item.origin))
    }

    fn delay(&self, team: Option<Team>) -> Option<Figure> {
        let scenario = self.state.scenario();
        let end = CaseTime(u32::from(self.state.round()) * u32::from(scenario.round_hours) * 60);
        let mut waits: Vec<u32> = (self.items(team))
            .filter(|(_, item)| item.critical)
            .filter_map(|(id, _)| {
                let held = self.held[id.index()]?;
                let until = self.shared[id.index()].unwrap_or(end.max(held));
                Some(until.0.saturating_sub(held.0))
            })
            .collect();
        waits.sort_unstable();
        let middle = waits.len() / 2;
        let upper = *waits.get(middle)?;
        let lower = if waits.len().is_multiple_of(2) {
            *waits.get(middle.checked_sub(1)?)?
        } else {
            upper
        };
        Some(Figure::real((f64::from(lower) + f64::from(upper)) / 2.0))
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
