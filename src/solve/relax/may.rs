//! Whether a condition can hold at a moment, and whether it can fail to.

use super::Relaxed;
use super::spans::{meets, misses};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::model::Condition;
use crate::scenario::words::{ItemKind, PersonStatus};
use crate::solve::fact::Fact;

impl Relaxed<'_> {
    pub(super) fn admissible(&self, id: ItemId, team: Team, now: u8) -> bool {
        let evidence = self.case.item(id).kind == ItemKind::Evidence;
        evidence && self.first[self.atlas.formal(id, team)] <= now
    }

    /// Can the condition hold at this moment, in this round?
    pub fn may(&self, condition: &Condition, now: u8, round: u8) -> bool {
        use Condition as C;
        let verdict = now == self.end;
        let known = |s| verdict && self.first[self.atlas.known(s)] <= now;
        let theory = &self.case.theory;
        match condition {
            C::Always | C::BlueOnBlue(_) | C::Breaches(_) | C::Trust(_) => true,
            C::CriticalErrors(_) | C::Requested { .. } => true,
            C::Replied { .. } | C::Queried { .. } => true,
            C::All(parts) => parts.iter().all(|p| self.may(p, now, round)),
            C::Any(parts) => parts.iter().any(|p| self.may(p, now, round)),
            C::Not(inner) => self.may_not(inner, now, round),
            C::Round(cmp) => cmp.holds(round),
            C::Exposure(cmp) => meets(*cmp, self.alarm),
            C::Welfare { person, is } => meets(*is, self.welfare[person.index()]),
            C::Offence(_) => verdict,
            C::Answered(q) => known(theory.questions[q.index()].truth),
            C::Status { person, is } => {
                let subject = self.case.people[person.index()].subject;
                verdict && *is == PersonStatus::Unknown || known(subject)
            }
            C::Role { role, .. } => known(theory.roles[role.index()].subject),
            C::Cited(item) => verdict && self.joint(*item, now),
            C::Proven { element, before } => {
                let mut proof = theory.elements[element.index()].proof.iter();
                verdict && proof.any(|i| self.joint(*i, now) && self.admissible(*i, *before, now))
            }
            leaf => Fact::of(leaf).is_none_or(|f| self.at(f) <= now),
        }
    }

    fn joint(&self, item: ItemId, now: u8) -> bool {
        Team::BOTH
            .iter()
            .all(|t| self.at(Fact::Holds(item, *t)) <= now)
    }

    /// Can the condition fail to hold at this moment?
    pub fn may_not(&self, condition: &Condition, now: u8, round: u8) -> bool {
        use Condition as C;
        match condition {
            C::Always => false,
            C::All(parts) => parts.iter().any(|p| self.may_not(p, now, round)),
            C::Any(parts) => parts.iter().all(|p| self.may_not(p, now, round)),
            C::Not(inner) => self.may(inner, now, round),
            C::Round(cmp) => !cmp.holds(round),
            C::Exposure(cmp) => misses(*cmp, self.alarm),
            C::Welfare { person, is } => misses(*is, self.welfare[person.index()]),
            // What is certain stays so; anything else may be left alone.
            leaf => Fact::of(leaf).is_none_or(|f| self.sure[self.atlas.at(f)] > now),
        }
    }
}
