//! What is said in the end: each change, what it would have made of the exercise, and what that rests on.

use serde::{Deserialize, Serialize};

use super::interval::Estimate;
use crate::bots::fitted::Habits;
use crate::engine::About;
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::words::{Form, Outcome, Use};

/// One thing that could have been otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change")]
pub enum Change {
    /// A critical item went a round or more after it could have gone.
    SharedLate {
        item: ItemId,
        /// Round in which it really went.
        from: u8,
        /// Round in which it goes with the change.
        to: u8,
        /// How much of it its handling lets go.
        form: Form,
    },
    /// A critical item that was held never went.
    NeverShared {
        item: ItemId,
        /// Round in which it goes with the change.
        to: u8,
        form: Form,
    },
    /// Officers of both services were in each other's way. With the change the service whose task came to
    /// nothing asks the register before the round is carried out, and sends its officer elsewhere.
    BlueOnBlue {
        /// By `Team as usize`.
        tasks: [TaskId; 2],
        about: About,
    },
    /// The partner's item was used without consent. With the change consent was asked and given before.
    Breach { item: ItemId, by: Use },
}

impl Change {
    /// A number that no other change at the same moment has.
    pub(super) fn number(&self) -> u64 {
        let of_item = |kind: u64, item: &ItemId| kind << 32 | u64::from(item.0);
        match self {
            // Whether it went late or never is one question.
            Change::SharedLate { item, .. } | Change::NeverShared { item, .. } => of_item(1, item),
            Change::BlueOnBlue { tasks: [a, b], .. } => {
                2 << 32 | u64::from(a.0) << 16 | u64::from(b.0)
            }
            Change::Breach { item, by } => of_item(3 + *by as u64, item),
        }
    }
}

/// What an exercise came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Came {
    pub outcome: Outcome,
    /// 0–100.
    pub score: u8,
    /// Welfare lost by people at risk, summed.
    pub welfare_loss: u16,
}

/// What exercises come to on one side.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcomes {
    /// Probability, by `Outcome as usize`.
    pub outcomes: [Estimate; 3],
    /// Mean score.
    pub score: Estimate,
    /// Mean welfare lost.
    pub welfare_loss: Estimate,
}

/// What a change would have made of it, by the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The whole interval of the difference is above nothing.
    Better,
    /// The whole interval is below nothing.
    Worse,
    /// The interval contains nothing: no difference was shown.
    NoDifference,
    /// Not one pair of exercises came to anything else.
    NothingChanged,
}

/// A change and its effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    pub change: Change,
    /// Whose doing it would have been.
    pub team: Team,
    /// The moment: the round, and how many entries of the record come before it.
    pub round: u8,
    pub entry: u32,
    /// Pairs of exercises that were played.
    pub runs: u32,
    /// Pairs of which the two came to something else.
    pub differ: u32,
    pub without: Outcomes,
    pub with: Outcomes,
    /// With less without, of the same pairs.
    pub full: Estimate,
    pub score: Estimate,
    pub welfare_loss: Estimate,
    pub verdict: Verdict,
    /// How the simulated teams played, by `Team as usize`.
    pub habits: [Habits; 2],
}

/// Why a critical item is not among the changes although it did not go in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// Its service never had it: there was nothing to share.
    NeverHeld,
    /// When it came there was no time left in which it could have reached the partner.
    NoTimeLeft,
}

/// A critical item that could not be shared in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unexamined {
    pub item: ItemId,
    pub team: Team,
    pub reason: Reason,
}

/// What the figures rest on; reports say each in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Assumption {
    /// From the moment on, both teams are simulated, with and without the change.
    BothSimulated,
    /// They keep the habits of the record until the moment; the less there is of it, the more those of the
    /// whole record count, and after them what is usual. Tasks that they could have given and never gave in
    /// the whole record, they seldom give.
    HabitsKept,
    /// They cannot read: they go by what is listed, named and held, and so does their verdict.
    CannotRead,
    /// They play benches, rooms and counters soundly, whatever the officers made of them.
    PlayedSoundly,
    /// What injects ask is decided as it really was; what was never asked, by chance.
    DecisionsKept,
    /// The trainer does nothing more by hand.
    TrainerStill,
    /// Both sides of a pair have the same luck.
    SameLuck,
    /// The item goes as it really went, or at once in every lawful way that is of use; everything else that
    /// is shared after the moment the simulated teams share by habit.
    OnlyTheItem,
    /// The round of a collision is carried out with the tasks that were given; the officer who is called
    /// back gets another task, or none.
    RoundAsGiven,
    /// The partner would have given consent.
    ConsentGiven,
    /// Each change is made alone; effects of several do not add up.
    OneAtATime,
    /// Each interval stands alone: of twenty, one misses by chance.
    EachAlone,
}

impl Assumption {
    /// Every one, in the order in which they are told.
    pub const ALL: [Assumption; 12] = [
        Assumption::BothSimulated,
        Assumption::HabitsKept,
        Assumption::CannotRead,
        Assumption::PlayedSoundly,
        Assumption::DecisionsKept,
        Assumption::TrainerStill,
        Assumption::SameLuck,
        Assumption::OnlyTheItem,
        Assumption::RoundAsGiven,
        Assumption::ConsentGiven,
        Assumption::OneAtATime,
        Assumption::EachAlone,
    ];

    /// The end of its interface key: lower case, hyphens.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Assumption::BothSimulated => "both-simulated",
            Assumption::HabitsKept => "habits-kept",
            Assumption::CannotRead => "cannot-read",
            Assumption::PlayedSoundly => "played-soundly",
            Assumption::DecisionsKept => "decisions-kept",
            Assumption::TrainerStill => "trainer-still",
            Assumption::SameLuck => "same-luck",
            Assumption::OnlyTheItem => "only-the-item",
            Assumption::RoundAsGiven => "round-as-given",
            Assumption::ConsentGiven => "consent-given",
            Assumption::OneAtATime => "one-at-a-time",
            Assumption::EachAlone => "each-alone",
        }
    }

    /// Those on which figures of these changes rest.
    pub(super) fn of(changes: &[Changed]) -> Vec<Assumption> {
        let any = |is: fn(&Change) -> bool| changes.iter().any(|c| is(&c.change));
        let item = |c: &Change| matches!(c, Change::SharedLate { .. } | Change::NeverShared { .. });
        let needed = |a: &Assumption| match a {
            Assumption::OnlyTheItem => any(item),
            Assumption::RoundAsGiven => any(|c| matches!(c, Change::BlueOnBlue { .. })),
            Assumption::ConsentGiven => any(|c| matches!(c, Change::Breach { .. })),
            Assumption::OneAtATime | Assumption::EachAlone => changes.len() > 1,
            _ => !changes.is_empty(),
        };
        Assumption::ALL.into_iter().filter(needed).collect()
    }
}

/// Everything that could have been otherwise in an exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WhatIf {
    /// What was really played came to this.
    pub came: Came,
    /// Pairs of exercises for each change.
    pub runs: u32,
    /// What their seeds come from.
    pub seed: u64,
    /// In the order of the record.
    pub changes: Vec<Changed>,
    pub unexamined: Vec<Unexamined>,
    pub assumptions: Vec<Assumption>,
}
