//! The officer at the counter: looks, asks, checks, puts what does not fit, notes, and clears or refers.
//!
//! Whether a source fits an answer the officer judges. Only the first level of the drill says it, to teach it; at
//! any other counter ([`Line::unaided`]) whatever was checked can be put to the traveller or given as a ground, for a
//! refusal would say it too.
//!
//! Everything costs seconds, and the line behind waits. What was seen or heard costs nothing a second time.

use std::collections::BTreeSet;
use std::sync::Arc;

use rand::Rng;
use serde::{Deserialize, Serialize};

use super::generate::travellers;
use super::hand::Hand;
use super::note::{Note, Quality};
use super::saying::Saying;
use super::traveller::{Traveller, Truth};
use super::worth::Worth;
use crate::scenario::Text;
use crate::scenario::ids::ItemId;
use crate::scenario::primary_line::{Profile, Source};

/// Most questions to one traveller; more is second line's.
pub const MAX_QUESTIONS: usize = 3;

/// Seconds that things take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub look: u32,
    pub inspect: u32,
    pub ask: u32,
    pub check: u32,
    pub put: u32,
    pub note: u32,
}

/// What everything costs here. Our numbers, for a line that moves; no source gives any.
pub const COST: Cost = Cost {
    look: 5,
    inspect: 10,
    ask: 10,
    check: 10,
    put: 10,
    note: 5,
};

/// Where a traveller is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Referral {
    /// To second line, for a closer look.
    SecondLine,
    /// To those who see to people at risk, without any accusation.
    Protection,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// What was said to a question and what a source shows cannot both be.
    Contradiction(usize, Source),
    /// The face is not the one in the passport.
    Photo,
    /// Something that was seen, and nothing else.
    Behaviour(usize),
    /// None is given.
    Unstated,
}

/// What the officer does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Act {
    /// Watches the traveller come up.
    Look,
    /// Takes the passport: key facts, and the face beside the photograph.
    Inspect,
    /// By position of the question.
    Ask(usize),
    /// Holds an answer against something.
    Check(usize, Source),
    /// Tells the traveller what a source shows, and listens.
    Put(usize, Source),
    /// Writes; a later note replaces an earlier one.
    Note(Note),
    Clear,
    Refer(Referral, Ground),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is in the view now.
    Seen,
    /// What the traveller says.
    Said(Saying),
    /// What the source shows, and whether it fits what was said, where that is told.
    Shown {
        shows: Saying,
        fits: Option<bool>,
    },
    /// What the traveller says to it, and what bears that out, if anything does. Where the source shows what was
    /// said, there is nothing more to say.
    Explained {
        says: Option<Text>,
        borne: Option<Text>,
    },
    Noted,
    /// The traveller has passed; whether the line goes on.
    Passed {
        next: bool,
    },
}

/// Why something cannot be done; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Hash, Serialize, Deserialize)]
pub enum Refusal {
    #[error("there is no such question here")]
    NoQuestion,
    #[error("three questions are enough at this counter; second line asks more")]
    NoMoreQuestions,
    #[error("that has not been asked yet")]
    NotAsked,
    #[error("that answer cannot be checked against this")]
    NothingToCheck,
    #[error("that has not been checked yet")]
    NotChecked,
    #[error("it fits what was said: there is nothing to put to the traveller")]
    NothingToPut,
    #[error("nobody has observed that here")]
    NotObserved,
    #[error("the note is longer than its card")]
    NoteTooLong,
    #[error("the line is over")]
    Over,
}

/// How one traveller was dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Nothing if cleared.
    pub referred: Option<(Referral, Ground)>,
    /// Seconds that it took.
    pub seconds: u32,
    pub note: Option<Note>,
    pub quality: Quality,
    /// Contradictions that a check had shown.
    pub shown: BTreeSet<(usize, Source)>,
    /// Those of them that were put to the traveller.
    pub put: BTreeSet<(usize, Source)>,
    /// Questions that were asked.
    pub asked: BTreeSet<usize>,
    /// Whether the officer watched the traveller come up.
    pub looked: bool,
}

/// A line and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub(super) profile: Arc<Profile>,
    /// Seconds that a traveller may take beyond what the profile says.
    pub(super) more: u32,
    /// Nothing says whether a source fits an answer.
    pub(super) unaided: bool,
    pub(super) travellers: Vec<Traveller>,
    pub(super) hand: Hand,
    pub(super) verdicts: Vec<Verdict>,
}

impl Line {
    /// A line of this profile; the same chance gives the same travellers.
    #[must_use]
    pub fn new(profile: Arc<Profile>, rng: &mut impl Rng) -> Self {
        let travellers = travellers(&profile, rng);
        Self::with(profile, travellers)
    }

    /// A line of these travellers, who were drawn from this profile.
    #[must_use]
    pub fn with(profile: Arc<Profile>, travellers: Vec<Traveller>) -> Self {
        Self {
            profile,
            more: 0,
            unaided: false,
            travellers,
            hand: Hand::default(),
            verdicts: Vec::new(),
        }
    }

    /// A traveller may take so many seconds more.
    #[must_use]
    pub fn slower(mut self, seconds: u32) -> Self {
        self.more = seconds;
        self
    }

    /// The counter does not say whether what a source shows fits what was said.
    #[must_use]
    pub fn unaided(mut self) -> Self {
        self.unaided = true;
        self
    }

    /// Seconds that one traveller may take before the line behind counts.
    #[must_use]
    pub fn fair(&self) -> u32 {
        u32::from(self.profile.seconds) + self.more
    }

    /// True once everybody has passed.
    #[must_use]
    pub fn over(&self) -> bool {
        self.verdicts.len() >= self.travellers.len()
    }

    /// Who they were and how each was dealt with, once the line is over.
    #[must_use]
    pub fn truth(&self) -> Option<Vec<(&Traveller, &Verdict)>> {
        let all = self.travellers.iter().zip(&self.verdicts);
        self.over().then(|| all.collect())
    }

    /// The profile from which the line was drawn, which says what its kinds are; once the line is over.
    #[must_use]
    pub fn profile(&self) -> Option<&Profile> {
        self.over().then_some(&*self.profile)
    }

    /// The items that come of travellers who were sent where they belong, on a ground that stands; none
    /// before the line is over. Second line follows up what it is given: a guess gives it nothing, and while
    /// travellers wait no item tells that the one before was rightly sent.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        if !self.over() {
            return Vec::new();
        }
        let passed = self.travellers.iter().zip(&self.verdicts);
        passed
            .filter_map(|(traveller, verdict)| {
                let Truth::Kind(n, _) = traveller.truth else {
                    return None;
                };
                let (to, ground) = verdict.referred?;
                let noticed = Worth::of(traveller, ground) == Worth::Stands;
                let kind = self.profile.kinds.get(n)?;
                kind.item
                    .filter(|_| noticed && Some(to) == traveller.truth.belongs())
            })
            .collect()
    }

    pub(super) fn current(&self) -> Option<&Traveller> {
        self.travellers.get(self.verdicts.len())
    }

    /// Does it, and says what came of it.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] if it cannot be done; no time has gone then.
    pub fn act(&mut self, act: Act) -> Result<Answer, Refusal> {
        // The traveller is taken from a list that acts never change.
        let Some(traveller) = self.travellers.get(self.verdicts.len()) else {
            return Err(Refusal::Over);
        };
        let (hand, unaided) = (&mut self.hand, self.unaided);
        match act {
            Act::Look => {
                if hand.looked.is_none() {
                    hand.looked = Some(hand.spend(COST.look));
                }
                Ok(Answer::Seen)
            }
            Act::Inspect => {
                if hand.inspected.is_none() {
                    hand.inspected = Some(hand.spend(COST.inspect));
                }
                Ok(Answer::Seen)
            }
            Act::Ask(question) => hand.ask(traveller, question),
            Act::Check(question, by) => {
                let (shows, fits) = hand.check(traveller, question, by)?;
                let fits = (!unaided).then_some(fits);
                Ok(Answer::Shown { shows, fits })
            }
            Act::Put(question, by) => hand.put(traveller, question, by, unaided),
            Act::Note(note) => hand.write(traveller, note),
            Act::Clear => Ok(self.pass(None)),
            Act::Refer(to, ground) => {
                self.hand.grounded(traveller, ground, unaided)?;
                Ok(self.pass(Some((to, ground))))
            }
        }
    }

    fn pass(&mut self, referred: Option<(Referral, Ground)>) -> Answer {
        let hand = std::mem::take(&mut self.hand);
        let contradicted = |traveller: &Traveller, (question, by): (usize, Source)| {
            let record = traveller.record(question, by);
            record.is_some_and(|r| r.trouble.is_some())
        };
        let traveller = self.travellers.get(self.verdicts.len());
        let checks = hand.checked.keys().copied();
        let of_traveller = |key: &(usize, Source)| traveller.is_some_and(|t| contradicted(t, *key));
        let shown = checks.filter(of_traveller);
        let put = hand.put.iter().copied().filter(of_traveller);
        self.verdicts.push(Verdict {
            referred,
            seconds: hand.seconds,
            quality: hand
                .note
                .as_ref()
                .map_or(Quality::None, |note| note.quality(&hand)),
            shown: shown.collect(),
            asked: hand.asked.keys().copied().collect(),
            looked: hand.looked.is_some(),
            put: put.collect(),
            note: hand.note,
        });
        Answer::Passed { next: !self.over() }
    }
}
