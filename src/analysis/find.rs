//! Finding what could have been otherwise, and the state at each such moment: one pass over the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{Change, Reason, Unexamined};
use super::moment::{Moment, Side};
use crate::bots::fitted::{Counts, Known, Script, Sent, Watch};
use crate::engine::rules::{sharing, tasks, trust};
use crate::engine::{About, Actor, Command, Entry, Event, Phase, Refusal, State, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::words::{Channel, Form, Handling, TrustCause, Use};
use crate::view::{CaseView, case_view, project};

/// What a record holds of it.
pub(super) struct Found {
    /// In the order of the record.
    pub moments: Vec<Moment>,
    pub unexamined: Vec<Unexamined>,
    /// The end of the record.
    pub last: State,
}

/// A moment before it is known how the whole record reads.
struct Mark {
    entry: usize,
    state: State,
    elapsed_ms: u64,
    /// What was seen of both teams until then.
    until: [Counts; 2],
}

/// The pass over the record.
struct Pass<'a> {
    scenario: &'a Scenario,
    state: State,
    cases: [CaseView; 2],
    watches: [Watch; 2],
    decisions: [Known; 2],
    /// By critical item: when it could first have gone.
    first: BTreeMap<ItemId, Mark>,
    /// Collisions and breaches.
    met: Vec<(Mark, Entry, Event)>,
}

pub(super) fn find(scenario: &Arc<Scenario>, entries: &[Entry]) -> Found {
    let mut pass = Pass {
        scenario,
        state: State::new(Arc::clone(scenario)),
        cases: Team::BOTH.map(|t| case_view(scenario, t)),
        watches: Team::BOTH.map(Watch::new),
        decisions: Default::default(),
        first: BTreeMap::new(),
        met: Vec::new(),
    };
    let mut elapsed = 0;
    for (n, entry) in entries.iter().enumerate() {
        pass.before(n, entry, elapsed);
        for event in &entry.events {
            evolve(&mut pass.state, event);
        }
        elapsed = entry.elapsed_ms;
        pass.after(n, elapsed);
    }
    pass.end()
}

impl Pass<'_> {
    fn mark(&self, entry: usize, elapsed_ms: u64) -> Mark {
        Mark {
            entry,
            state: self.state.clone(),
            elapsed_ms,
            until: self.watches.each_ref().map(|w| w.counts().clone()),
        }
    }

    fn before(&mut self, n: usize, entry: &Entry, elapsed_ms: u64) {
        for event in &entry.events {
            match event {
                Event::PlanningEnded { .. } => {
                    let (state, cases) = (&self.state, &self.cases);
                    for (team, watch) in Team::BOTH.into_iter().zip(&mut self.watches) {
                        watch.planned(&cases[team.index()], &project(state, team));
                    }
                }
                Event::BlueOnBlue { .. } | Event::Breach { .. } => {
                    let mark = self.mark(n, elapsed_ms);
                    self.met.push((mark, entry.clone(), event.clone()));
                }
                Event::Decided {
                    team,
                    inject,
                    option,
                    by_default,
                } => {
                    let decided = (!by_default).then_some(*option);
                    let known = &mut self.decisions[team.index()].decisions;
                    known.insert(*inject, decided);
                }
                _ => {}
            }
        }
    }

    /// Which critical items can go for the first time now?
    fn after(&mut self, n: usize, elapsed_ms: u64) {
        if self.state.phase() != Phase::Planning {
            return;
        }
        let items = (0u16..).map(ItemId).zip(&self.scenario.items);
        let able: Vec<ItemId> = items
            .filter(|(id, item)| item.critical && !self.first.contains_key(id))
            .filter(|(id, item)| can_go(&self.state, item.origin, *id))
            .map(|(id, _)| id)
            .collect();
        for id in able {
            let mark = self.mark(n + 1, elapsed_ms);
            self.first.insert(id, mark);
        }
    }

    fn end(mut self) -> Found {
        for (team, watch) in Team::BOTH.into_iter().zip(&mut self.watches) {
            watch.over(&project(&self.state, team));
        }
        let mut moments = Vec::new();
        let mut unexamined = Vec::new();
        let critical = (0u16..).map(ItemId).zip(&self.scenario.items);
        for (id, item) in critical.filter(|(_, item)| item.critical) {
            match self.first.remove(&id) {
                Some(mark) => moments.extend(self.sharing(id, mark)),
                None => unexamined.extend(self.no_moment(id, item.origin)),
            }
        }
        for (mark, entry, event) in std::mem::take(&mut self.met) {
            moments.extend(match event {
                Event::BlueOnBlue {
                    tasks,
                    about,
                    failed,
                } => Some(self.collision(mark, tasks, about, failed)),
                Event::Breach { team, item, by } => self.breach(mark, &entry, team, item, by),
                _ => None,
            });
        }
        moments.sort_by_key(|m: &Moment| m.entry);
        Found {
            moments,
            unexamined,
            last: self.state,
        }
    }

    /// Why an item could not go at all, unless it went.
    fn no_moment(&self, item: ItemId, team: Team) -> Option<Unexamined> {
        let reason = match self.state.holding(team, item) {
            _ if self.state.sent(team, item) => return None,
            Some(_) => Reason::NoTimeLeft,
            None => Reason::NeverHeld,
        };
        Some(Unexamined { item, team, reason })
    }

    /// The item goes at its first moment, unless it really went in that round.
    fn sharing(&self, item: ItemId, mark: Mark) -> Option<Moment> {
        let team = self.scenario.item(item).origin;
        let to = mark.state.round();
        let really = self.state.team(team).sendings.iter();
        let really = really.filter(|s| s.item == item).map(|s| Sent {
            round: s.sent,
            form: s.form,
            channel: s.channel,
        });
        let sent: Vec<Sent> = really.collect();
        let form = match self.scenario.item(item).handling {
            Handling::TearLineOnly => Form::TearLine,
            Handling::Open | Handling::Supervisor | Handling::FormalOnly => Form::Full,
        };
        let change = match sent.iter().map(|s| s.round).min() {
            None => Change::NeverShared { item, to, form },
            Some(from) if from > to => Change::SharedLate {
                item,
                from,
                to,
                form,
            },
            Some(_) => return None,
        };
        let script = |at_once: bool, sent: Vec<Sent>| Script {
            item: Some(item),
            at_once,
            sent,
            ..Script::default()
        };
        let side = |script: Script| {
            let mut side = self.side();
            let known = side.scripts[team.index()].known.clone();
            side.scripts[team.index()] = Script { known, ..script };
            side
        };
        let sides = [side(script(false, sent)), side(script(true, Vec::new()))];
        Some(self.moment(change, team, mark, sides))
    }

    /// The register is asked and the officer called back, before the round is carried out.
    fn collision(&self, mark: Mark, tasks: [TaskId; 2], about: About, failed: Team) -> Moment {
        let actor = Actor::Team(failed);
        let mut without = self.side();
        let round = Some(mark.state.round());
        without.scripts.iter_mut().for_each(|s| s.still = round);
        let mut with = without.clone();
        if mark.state.team(failed).ready {
            with.given.push((actor, Command::SetReady { ready: false }));
        }
        with.given.push((actor, Command::PointerQuery { about }));
        let task = tasks[failed.index()];
        if let Some(officer) = tasks::doing(&mark.state, task) {
            with.given.push((actor, Command::ClearTask { officer }));
            with.scripts[failed.index()].instead = Some((officer, task));
        }
        let change = Change::BlueOnBlue { tasks, about };
        self.moment(change, failed, mark, [without, with])
    }

    /// The same is done once more, with consent given before on one side.
    fn breach(
        &self,
        mark: Mark,
        entry: &Entry,
        team: Team,
        item: ItemId,
        by: Use,
    ) -> Option<Moment> {
        let command = entry.events.iter().find_map(command_of)?;
        let mut without = self.side();
        without.given.push((entry.actor, command));
        let mut with = without.clone();
        let at = mark.state.now;
        with.folded = vec![
            Event::ConsentAsked { team, item, at },
            Event::ConsentGiven {
                team: team.other(),
                item,
                granted: true,
                at,
            },
            trust::moved(TrustCause::ConsentGiven),
        ];
        let change = Change::Breach { item, by };
        Some(self.moment(change, team, mark, [without, with]))
    }

    /// A side on which nothing is laid down but what the teams were asked to decide.
    fn side(&self) -> Side {
        let script = |known: &Known| Script {
            known: known.clone(),
            ..Script::default()
        };
        Side {
            scripts: self.decisions.each_ref().map(script),
            ..Side::default()
        }
    }

    fn moment(&self, change: Change, team: Team, mark: Mark, sides: [Side; 2]) -> Moment {
        let whole = self.watches.each_ref().map(Watch::counts);
        let habits = |t: Team| mark.until[t.index()].habits(whole[t.index()]);
        Moment {
            change,
            team,
            entry: mark.entry,
            habits: Team::BOTH.map(habits),
            state: mark.state,
            elapsed_ms: mark.elapsed_ms,
            sides,
        }
    }
}

/// Can the item go in some form now, or once a first theory is on record?
fn can_go(state: &State, team: Team, item: ItemId) -> bool {
    let Some(held) = state.holding(team, item) else {
        return false;
    };
    let mut ways = Form::ALL
        .iter()
        .flat_map(|form| Channel::ALL.iter().map(move |channel| (*form, *channel)));
    ways.any(|(form, channel)| {
        let way = sharing::way(state, team, held, form, channel);
        matches!(way, Ok(_) | Err(Refusal::TheoryFirst))
    })
}

/// What was asked for when the partner's item was used.
fn command_of(event: &Event) -> Option<Command> {
    Some(match event {
        Event::AuthorityApplied {
            authority, items, ..
        } => Command::ApplyAuthority {
            authority: *authority,
            items: items.clone(),
        },
        Event::PlanSigned { revision, .. } => Command::SignPlan {
            revision: *revision,
        },
        Event::SetPiecePlayed { task, act, .. } => Command::PlaySetPiece {
            task: *task,
            act: act.clone(),
        },
        _ => return None,
    })
}
