//! Which events stand behind what was observed.
//!
//! A condition is made of leaves ("the item was shared", "the task is done"). Behind a leaf stands the event with
//! which it last came to be as it is. Behind a figure stand the events that it counts.

use std::collections::BTreeSet;

use crate::engine::condition::holds;
use crate::engine::{Cause, Event, State};
use crate::scenario::ids::Team;
use crate::scenario::model::{Condition, Effect};
use crate::scenario::words::SetPieceKind;
use crate::scenario::words::{Metric, TrustCause};

/// Events that are shown behind one observable; a figure may count hundreds.
pub const SHOWN: usize = 8;

/// A leaf that is watched while events are folded.
struct Leaf {
    of: Condition,
    now: bool,
    /// The number of the event with which it came to be so; 0: it was so from the start.
    since: u32,
}

/// Watches conditions.
#[derive(Default)]
pub(super) struct Watch(Vec<Leaf>);

impl Watch {
    /// Watches the leaves of this condition from this state on.
    pub(super) fn add(&mut self, state: &State, condition: &Condition) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| self.add(state, part));
            }
            Condition::Not(part) => self.add(state, part),
            leaf if self.0.iter().any(|known| known.of == *leaf) => {}
            leaf => self.0.push(Leaf {
                of: leaf.clone(),
                now: holds(state, leaf),
                since: 0,
            }),
        }
    }

    /// The event of this number has been folded.
    pub(super) fn look(&mut self, state: &State, number: u32) {
        for leaf in &mut self.0 {
            let now = holds(state, &leaf.of);
            if now != leaf.now {
                (leaf.now, leaf.since) = (now, number);
            }
        }
    }

    /// Numbers of the events behind how the condition stands, ascending.
    pub(super) fn behind(&self, condition: &Condition) -> BTreeSet<u32> {
        let mut out = BTreeSet::new();
        self.collect(condition, &mut out);
        out
    }

    fn collect(&self, condition: &Condition, out: &mut BTreeSet<u32>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| self.collect(part, out));
            }
            Condition::Not(part) => self.collect(part, out),
            leaf => {
                let known = self.0.iter().find(|known| known.of == *leaf);
                out.extend(known.map(|l| l.since).filter(|n| *n > 0));
            }
        }
    }
}

/// Does the metric count this event, of a service or (`None`) of any? `state` is before it.
pub(super) fn counts(state: &State, event: &Event, metric: Metric, team: Option<Team>) -> bool {
    let whose = |of: Team| team.is_none_or(|team| team == of);
    let critical = |item| state.scenario().item(item).critical;
    match (metric, event) {
        (Metric::Coverage | Metric::SharingDelay, Event::ItemShared { team, item, .. }) => {
            whose(*team) && critical(*item)
        }
        (Metric::Focus | Metric::RightWay, Event::ItemShared { team, .. })
        | (Metric::Breaches, Event::Breach { team, .. })
        | (Metric::FirstTheory, Event::TheoryRecorded { team, .. })
        | (Metric::RequestsAnswered, Event::RequestAnswered { team, .. }) => whose(*team),
        (
            Metric::OverSharing,
            Event::TrustMoved {
                why: TrustCause::Swamped | TrustCause::Doubtful,
                ..
            },
        )
        | (Metric::DuplicatedWork, Event::BlueOnBlue { .. })
        | (Metric::Verdict | Metric::Calibration, Event::VerdictSigned { .. }) => true,
        (
            Metric::ExposureCaused,
            Event::Effected {
                effect: Effect::Exposure(by),
                cause,
            },
        ) => {
            *by > 0
                && match cause {
                    Cause::Task(task) => whose(state.scenario().task(*task).team),
                    Cause::Decision { team, .. } => whose(*team),
                    Cause::BlueOnBlue | Cause::Operation(_) => team.is_none(),
                    Cause::Inject(_) | Cause::Step(_) | Cause::Reaction(_) => false,
                }
        }
        (
            Metric::QuestionMix | Metric::Sensitivity | Metric::Bias,
            Event::SetPieceEnded { team, task, .. },
        ) => {
            // Questions are asked in a room; who has to be referred is told apart at a counter.
            let played = if metric == Metric::QuestionMix {
                SetPieceKind::Interview
            } else {
                SetPieceKind::Line
            };
            let piece = state.scenario().task(*task).set_piece;
            whose(*team) && piece.is_some_and(|piece| piece.kind() == played)
        }
        (Metric::WelfareLost, Event::WelfareChanged { by, .. }) => *by < 0,
        _ => false,
    }
}
