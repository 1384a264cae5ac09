//! What a ground is worth, and where a traveller belongs, with the truth at hand.

use super::act::{Ground, Referral};
use super::generate::{PLAIN, apart};
use super::traveller::{Traveller, Truth};
use crate::scenario::primary_line::Concern;

/// What is to be thought of a ground, with the truth at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It stands: nothing bears out what was said to it, or the faces plainly differ.
    Stands,
    /// It would have been explained, had it been put to the traveller, or was.
    Explained,
    /// Behaviour, a photograph that is the holder's, or nothing.
    Nothing,
}

impl Worth {
    pub(super) fn of(traveller: &Traveller, ground: Ground) -> Self {
        match ground {
            Ground::Contradiction(question, by) => {
                let record = traveller.record(question, by);
                match record.and_then(|r| r.trouble.as_ref()) {
                    Some(trouble) if trouble.borne.is_none() => Self::Stands,
                    Some(_) => Self::Explained,
                    None => Self::Nothing,
                }
            }
            Ground::Photo if apart(&traveller.matter).len() >= PLAIN => Self::Stands,
            Ground::Photo | Ground::Behaviour(_) | Ground::Unstated => Self::Nothing,
        }
    }
}

impl Truth {
    /// Where such a traveller belongs; nowhere, if merely passing.
    #[must_use]
    pub fn belongs(self) -> Option<Referral> {
        match self {
            Self::Honest => None,
            Self::Kind(_, Concern::PresumedVictim) => Some(Referral::Protection),
            Self::Kind(_, Concern::Facilitator | Concern::Smuggled) => Some(Referral::SecondLine),
        }
    }
}
