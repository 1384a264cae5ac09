//! What a fitted team does not decide by itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::bots::work;
use crate::engine::Command;
use crate::scenario::ids::{InjectId, ItemId, OfficerId, OptionId, TaskId};
use crate::scenario::words::{Channel, Form};
use crate::view::{CaseView, ItemView, TeamView};

/// How an item goes, from which round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub round: u8,
    pub form: Form,
    pub channel: Channel,
}

/// What is known of the team's choices in the whole record, whenever it comes to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// By inject: the option, or that it let the time pass.
    pub decisions: BTreeMap<InjectId, Option<OptionId>>,
    /// Tasks that it could have given, and never gave.
    pub passed_over: BTreeSet<TaskId>,
}

impl Known {
    /// What was decided; `Some(None)`: nothing in time.
    pub(super) fn decided(&self, inject: InjectId) -> Option<Option<OptionId>> {
        self.decisions.get(&inject).copied()
    }
}

/// What is laid down for a team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// The item that goes as laid down here and in no other way.
    pub item: Option<ItemId>,
    /// How it goes, unless `at_once`.
    pub sent: Vec<Sent>,
    /// It goes as soon as it can, in every lawful way that is of use.
    pub at_once: bool,
    /// The round in whose planning nothing is done any more, but for `instead`.
    pub still: Option<u8>,
    /// In it the officer gets another task than this one, if there is one.
    pub instead: Option<(OfficerId, TaskId)>,
    pub known: Known,
}

impl Script {
    /// Is the item none of the team's own choice?
    pub(super) fn owns(&self, item: ItemId) -> bool {
        self.item == Some(item)
    }

    /// The next way in which the item goes now.
    pub(super) fn due(&self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let own = |i: &&ItemView| self.owns(i.id) && i.received.is_none();
        let item = view.folder.iter().find(own)?;
        let (form, channel) = if self.at_once {
            work::next_way(case, view, item)?
        } else {
            let gone = |s: &&Sent| {
                let mut all = item.shared.iter();
                all.any(|x| (x.form, x.channel) == (s.form, s.channel))
            };
            let due = self.sent.iter().filter(|s| s.round <= view.clock.round);
            let next = due.filter(|s| !gone(s) && possible(item, s.form, s.channel));
            next.map(|s| (s.form, s.channel)).next()?
        };
        possible(item, form, channel).then(|| work::share(item, form, channel))
    }
}

/// Can the item go this way now?
pub(super) fn possible(item: &ItemView, form: Form, channel: Channel) -> bool {
    let mut ways = item.ways.iter();
    ways.any(|w| (w.form, w.channel) == (form, channel) && w.arrives.is_ok())
}
