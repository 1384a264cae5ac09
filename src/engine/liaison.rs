//! What passes between the two desks besides items: requests, queries, consent, and trust.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::event::CaseTime;
use crate::scenario::ids::{ItemId, PlaceId, RequestId, SubjectId, TaskId, Team};
use crate::scenario::words::{TrustCause, Use, Withheld};

/// How a request is answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// With these items, which have been passed on; ascending.
    Items(Vec<ItemId>),
    /// The service says that it holds nothing.
    NoTrace,
    /// The service does not say, and why.
    Refused(Withheld),
}

/// What a pointer query asks about (6-doctrine, Law: event and target deconfliction).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum About {
    /// A person, vehicle, phone, …: does the partner hold anything on it, or work on it?
    Subject(SubjectId),
    /// A place: is the partner there in this round?
    Place(PlaceId),
}

/// A request on its way or answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Request {
    pub by: Team,
    pub subjects: Vec<SubjectId>,
    pub text: Option<Arc<str>>,
    pub asked: u8,
    pub at: CaseTime,
    /// The answer so far and the round in which it first came.
    pub answer: Option<(Answer, u8)>,
}

/// A query in the register.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Query {
    pub by: Team,
    pub about: About,
    pub round: u8,
    pub matched: bool,
}

/// Whether an item of the partner may be used in a warrant, a plan or an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Consent {
    /// Asked for in this round; not answered.
    Asked(u8),
    /// Given.
    Granted,
    /// Refused.
    Refused,
}

/// A use without consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Breach {
    pub team: Team,
    pub item: ItemId,
    pub by: Use,
    pub round: u8,
}

/// Officers of both services in each other's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Collision {
    pub tasks: [TaskId; 2],
    pub about: About,
    pub failed: Team,
    pub round: u8,
}

/// A move of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TrustMove {
    pub round: u8,
    pub by: i8,
    pub why: TrustCause,
}

/// Everything that passes between the two desks besides items and messages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Liaison {
    /// 0–100.
    pub trust: u8,
    pub moves: Vec<TrustMove>,
    pub requests: Vec<Request>,
    pub queries: Vec<Query>,
    /// Subjects on which both services know of each other, for the rest of the exercise.
    pub targets: BTreeSet<SubjectId>,
    /// Places and the rounds in which both services know of each other there.
    pub sites: BTreeSet<(PlaceId, u8)>,
    /// By item of the partner.
    pub consents: BTreeMap<ItemId, Consent>,
    pub breaches: Vec<Breach>,
    pub collisions: Vec<Collision>,
}

impl Liaison {
    /// Nothing has passed; the services trust each other so much.
    pub fn new(trust: u8) -> Self {
        Self {
            trust,
            moves: Vec::new(),
            requests: Vec::new(),
            queries: Vec::new(),
            targets: BTreeSet::new(),
            sites: BTreeSet::new(),
            consents: BTreeMap::new(),
            breaches: Vec::new(),
            collisions: Vec::new(),
        }
    }

    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id.index())
    }

    /// Requests of `team` that wait for an answer.
    pub fn waiting(&self, team: Team) -> impl Iterator<Item = (RequestId, &Request)> {
        (0u16..)
            .map(RequestId)
            .zip(&self.requests)
            .filter(move |(_, r)| r.by == team && r.answer.is_none())
    }
}
