//! What stands on the joint board, and what each team reads into its own items.

use std::sync::Arc;

use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::model::Link;

/// The joint board and both teams' claims. What both see is the board, not the claims.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Board {
    /// In the order in which the links first came onto it; those taken off again stay for the debrief.
    pub entries: Vec<BoardEntry>,
    /// By `Team as usize`, oldest first.
    pub claims: [Vec<Claim>; 2],
}

/// A link that stands or stood on the joint board.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BoardEntry {
    pub link: Link,
    /// By `Team as usize`: who stands for it now.
    pub posted: [Option<Posting>; 2],
    /// By `Team as usize`: the round in which the team first posted it.
    pub first: [Option<u8>; 2],
    /// By `Team as usize`: who doubts it now.
    pub challenged: [Option<Challenge>; 2],
}

/// A team stands for a link before its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Posting {
    pub round: u8,
    /// Items that the team said were behind it when it posted the link.
    pub behind: u16,
}

/// A team doubts a link that its partner has posted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Challenge {
    pub round: u8,
    pub text: Arc<str>,
}

/// A link that a team reads out of items that do not say it in so many words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    pub link: Link,
    /// In order, each once.
    pub items: Vec<ItemId>,
    pub round: u8,
}

impl BoardEntry {
    /// Does anybody stand for it?
    #[must_use]
    pub fn stands(&self) -> bool {
        self.posted.iter().any(Option::is_some)
    }
}

impl Board {
    /// The link's entry, if it stands on the board.
    #[must_use]
    pub fn entry(&self, link: Link) -> Option<&BoardEntry> {
        self.entries.iter().find(|e| e.link == link && e.stands())
    }

    /// The team's claim of that link.
    #[must_use]
    pub fn claim(&self, team: Team, link: Link) -> Option<&Claim> {
        self.claims[team.index()].iter().find(|c| c.link == link)
    }

    /// Every subject that has ever been named on the board: what was read there is known.
    pub fn named(&self) -> impl Iterator<Item = SubjectId> + '_ {
        self.entries.iter().flat_map(|e| [e.link.from, e.link.to])
    }

    pub(super) fn post(&mut self, team: Team, link: Link, posting: Posting) {
        let at = match self.entries.iter().position(|e| e.link == link) {
            Some(at) => at,
            None => {
                self.entries.push(BoardEntry {
                    link,
                    posted: [None; 2],
                    first: [None; 2],
                    challenged: [None, None],
                });
                self.entries.len() - 1
            }
        };
        let entry = &mut self.entries[at];
        entry.posted[team.index()] = Some(posting);
        entry.first[team.index()].get_or_insert(posting.round);
    }

    /// Where nobody stands for a link any more, no doubt is left of it either.
    pub(super) fn withdraw(&mut self, team: Team, link: Link) {
        for entry in self.entries.iter_mut().filter(|e| e.link == link) {
            entry.posted[team.index()] = None;
            entry.challenged[team.other().index()] = None;
        }
    }

    pub(super) fn challenge(&mut self, team: Team, link: Link, challenge: Option<Challenge>) {
        if let Some(entry) = self.entries.iter_mut().find(|e| e.link == link) {
            entry.challenged[team.index()] = challenge;
        }
    }

    pub(super) fn add(&mut self, team: Team, claim: Claim) {
        self.remove(team, claim.link);
        self.claims[team.index()].push(claim);
    }

    pub(super) fn remove(&mut self, team: Team, link: Link) {
        self.claims[team.index()].retain(|c| c.link != link);
    }
}
