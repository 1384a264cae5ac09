//! How a team plays, in rates; and how rates come from what it was seen to do.

use serde::{Deserialize, Serialize};

use crate::scenario::words::TaskKind;

/// What a team does more or less often. Each is counted by occasion: a round in which it could have done it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Gives a task to an officer who is free. The officer's hours follow from it.
    Works,
    /// Sends an item that it could send and has not sent.
    Shares,
    /// Of items that could go either way, sends the tear-line first.
    TearLines,
    /// Follows up what it has sent: the full text, or by mutual legal assistance.
    FollowsUp,
    /// Answers a request, or says whether an item may be used.
    Answers,
    /// Answers with items, where it holds some.
    Gives,
    /// Lets the partner use an item.
    Consents,
    /// Asks the partner what it holds.
    Asks,
    /// Asks the register about a place or person at which it could meet the partner.
    Queries,
    /// Puts links on the joint board.
    Posts,
    /// Applies for an authority.
    Applies,
    /// Plans operations with the partner.
    Plans,
}

/// How many there are.
const HABITS: usize = Habit::Plans as usize + 1;

/// What is taken for a team of which nothing was seen, per mille, by `Habit as usize`: busy officers, and
/// otherwise as likely as not.
const USUAL: [u16; HABITS] = [900, 500, 500, 250, 700, 500, 800, 500, 300, 500, 800, 500];

/// How many occasions what is taken for granted weighs as much as.
const WEIGHT: u32 = 2;

/// Occasions, and how often the team did it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    did: u32,
    of: u32,
}

impl Count {
    /// The rate, drawn towards `before` as if [`WEIGHT`] occasions had had it; per mille.
    fn rate(self, before: u16) -> u16 {
        let did = u64::from(self.did) * 1000 + u64::from(before) * u64::from(WEIGHT);
        let rate = did / u64::from(self.of + WEIGHT);
        u16::try_from(rate.min(1000)).unwrap_or(1000)
    }

    fn add(&mut self, did: bool) {
        self.of += 1;
        self.did += u32::from(did);
    }
}

/// What a team was seen to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    habits: [Count; HABITS],
    /// By `TaskKind as usize`.
    kinds: Vec<Count>,
}

impl Counts {
    /// One occasion more.
    pub fn saw(&mut self, habit: Habit, did: bool) {
        self.habits[habit as usize].add(did);
    }

    /// A task of this kind could have been given, and was or was not.
    pub fn saw_kind(&mut self, kind: TaskKind, given: bool) {
        if self.kinds.is_empty() {
            self.kinds = vec![Count::default(); TaskKind::ALL.len()];
        }
        if let Some(count) = self.kinds.get_mut(kind as usize) {
            count.add(given);
        }
    }

    /// How a team plays of which this was seen until a moment and `whole` in all: what was seen until then,
    /// drawn towards the rest of the record, which is drawn towards what is usual. The less was seen, the
    /// stronger it is drawn; at the very start there is nothing but the whole record.
    #[must_use]
    pub fn habits(&self, whole: &Counts) -> Habits {
        let mut rates = USUAL;
        for (rate, (now, all)) in rates.iter_mut().zip(self.habits.iter().zip(&whole.habits)) {
            *rate = now.rate(all.rate(*rate));
        }
        let none = Count::default();
        let at =
            |counts: &Counts, kind: TaskKind| *counts.kinds.get(kind as usize).unwrap_or(&none);
        let sum = whole.kinds.iter().fold(none, |a, b| Count {
            did: a.did + b.did,
            of: a.of + b.of,
        });
        let usual = sum.rate(500);
        let kinds = TaskKind::ALL.iter();
        let kinds = kinds.map(|k| at(self, *k).rate(at(whole, *k).rate(usual)));
        Habits {
            rates: rates.to_vec(),
            kinds: kinds.collect(),
            usual,
        }
    }
}

/// How a team plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habits {
    /// Per mille, by `Habit as usize`.
    rates: Vec<u16>,
    /// How often a task that could be given was given, per mille, by `TaskKind as usize`.
    kinds: Vec<u16>,
    /// The same of tasks of any kind.
    usual: u16,
}

impl Habits {
    /// In how many of a thousand occasions the team does it.
    #[must_use]
    pub fn rate(&self, habit: Habit) -> u16 {
        let at = habit as usize;
        self.rates.get(at).copied().unwrap_or(USUAL[at])
    }

    /// How often the team gives a task of this kind that it could give, against tasks of any kind, which are
    /// 4; from 1 to 12.
    #[must_use]
    pub fn taste(&self, kind: TaskKind) -> u16 {
        let usual = u32::from(self.usual.max(1));
        let own = self
            .kinds
            .get(kind as usize)
            .copied()
            .map_or(usual, u32::from);
        u16::try_from((4 * own / usual).clamp(1, 12)).unwrap_or(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(did: u32, of: u32) -> Counts {
        let mut counts = Counts::default();
        (0..of).for_each(|n| counts.saw(Habit::Shares, n < did));
        counts
    }

    #[test]
    fn who_was_never_seen_is_taken_for_usual() {
        let nothing = Counts::default();
        let habits = nothing.habits(&nothing);
        assert_eq!(habits.rate(Habit::Works), 900);
        assert_eq!(habits.rate(Habit::Shares), 500);
        assert_eq!(habits.taste(TaskKind::Search), 4);
    }

    #[test]
    fn what_was_seen_until_then_counts_most_and_the_rest_of_the_record_next() {
        // At the start: the whole record, (0 + 2 × 0.5) / (18 + 2).
        let start = Counts::default().habits(&seen(0, 18));
        assert_eq!(start.rate(Habit::Shares), 50);
        // Later: (8 + 2 × 0.5) / (8 + 2), whatever came of it in the end, (8 + 1) / (30 + 2).
        let whole = seen(8, 30);
        let later = seen(8, 8).habits(&whole);
        assert_eq!(whole.habits(&whole).rate(Habit::Shares), 267);
        assert_eq!(later.rate(Habit::Shares), 856);
    }

    #[test]
    fn a_kind_of_task_that_was_passed_over_is_passed_over_again() {
        let mut counts = Counts::default();
        for n in 0..8 {
            counts.saw_kind(TaskKind::Search, false);
            counts.saw_kind(TaskKind::Interview, n > 0);
        }
        let habits = counts.habits(&counts);
        let taste = |kind| habits.taste(kind);
        assert_eq!(taste(TaskKind::Search), 1);
        assert_eq!(taste(TaskKind::Canvass), 4);
        assert!(
            taste(TaskKind::Interview) > 6,
            "{}",
            taste(TaskKind::Interview)
        );
    }
}
