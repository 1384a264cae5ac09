//! What each side of a change begins with.

use super::answer::Change;
use super::find::{Mark, Pass};
use super::moment::{Moment, Side};
use crate::bots::fitted::{Known, Script, Sent, Watch};
use crate::engine::rules::{tasks, trust};
use crate::engine::{About, Actor, Command, Entry, Event};
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::words::{Form, Handling, TrustCause, Use};

impl Pass<'_> {
    /// The item goes at its first moment, unless it really went in that round.
    pub(super) fn sharing(&self, item: ItemId, mark: Mark) -> Option<Moment> {
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
    pub(super) fn collision(
        &self,
        mark: Mark,
        tasks: [TaskId; 2],
        about: About,
        failed: Team,
    ) -> Moment {
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
    pub(super) fn breach(
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
            scripts: self.known.each_ref().map(script),
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
