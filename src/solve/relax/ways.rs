//! The ways in which items go and authorities are got, each at its quickest.

use super::Relaxed;
use crate::scenario::authority::Ground;
use crate::scenario::ids::{AuthorityId, ItemId, Team};
use crate::scenario::words::{Channel, Handling};
use crate::solve::fact::Fact;

impl Relaxed<'_> {
    /// All ways in which the item may go, each at its quickest.
    pub(super) fn share(&mut self, id: ItemId, team: Team, now: u8) {
        let (case, item, to) = (self.case, self.case.item(id), team.other());
        let held = self.at(Fact::Holds(id, team)) <= now;
        if item.origin != team || !held || !self.question.may_share(id, to, now) {
            return;
        }
        let fastest = case.delays.iter().copied().min().unwrap_or(0);
        let mutual = case.delay(Channel::Mutual);
        let holds = self.atlas.at(Fact::Holds(id, to));
        let mut ways = Vec::new();
        if item.tear_line.is_some() {
            ways.push((fastest, vec![holds]));
        }
        if item.handling != Handling::TearLineOnly {
            let full = self.atlas.full(id, to);
            ways.push((mutual, vec![holds, full, self.atlas.formal(id, to)]));
            if item.handling != Handling::FormalOnly {
                ways.push((fastest, vec![holds, full]));
            }
        }
        for (delay, facts) in ways {
            let arrives = now.saturating_add(delay);
            if arrives > case.rounds {
                continue;
            }
            self.set(self.atlas.at(Fact::Sent(id, to)), now);
            for at in facts {
                if delay == 0 {
                    self.set(at, now);
                } else if self.first[at] > arrives {
                    self.coming[usize::from(arrives)].push(at);
                }
            }
        }
    }

    pub(super) fn apply(&mut self, id: AuthorityId, now: u8) {
        let authority = self.case.authority(id);
        let from = now.saturating_add(authority.rounds);
        let at = self.atlas.at(Fact::Authorised(id));
        if !self.question.acts(authority.team, now)
            || from > self.case.rounds
            || self.first[at] <= from
        {
            return;
        }
        let court = authority.kind.of_a_court();
        if authority
            .grounds
            .iter()
            .all(|g| self.shown(g, authority.team, court, now))
        {
            if from == now {
                self.set(at, now);
            } else {
                self.coming[usize::from(from)].push(at);
            }
        }
    }

    fn shown(&self, ground: &Ground, team: Team, court: bool, now: u8) -> bool {
        if ground.evidence {
            return ground.items.iter().any(|i| self.admissible(*i, team, now));
        }
        let read = |i: &&ItemId| {
            let at = if court {
                self.atlas.full(**i, team)
            } else {
                self.atlas.at(Fact::Holds(**i, team))
            };
            self.first[at] <= now
        };
        let readable = || ground.items.iter().filter(read);
        readable().any(|i| self.case.item(*i).strong()) || readable().count() > 1
    }
}
