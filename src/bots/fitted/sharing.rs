//! What a fitted team passes on by itself.

use super::script::possible;
use super::{Fitted, Habit};
use crate::bots::work;
use crate::engine::Command;
use crate::scenario::words::{Channel, Form};
use crate::view::{ItemView, TeamView};

impl Fitted {
    pub(super) fn share(&self, view: &TeamView) -> Option<Command> {
        let own = view.folder.iter().filter(|i| i.received.is_none());
        own.filter(|i| !self.script.owns(i.id))
            .find_map(|item| self.once(self.pass_on(item)))
    }

    fn pass_on(&self, item: &ItemView) -> Option<Command> {
        let thing = u64::from(item.id.0);
        if item.shared.is_empty() {
            let shares = self.rolls(Habit::Shares, thing);
            shares.then(|| self.lead(item)).flatten()
        } else if item.shared.iter().any(|s| s.sent == self.round) {
            None
        } else {
            let follows = self.rolls(Habit::FollowsUp, thing);
            follows.then(|| follow_up(item)).flatten()
        }
    }

    /// The item for the first time: as a lead if it can go as one.
    pub(super) fn lead(&self, item: &ItemView) -> Option<Command> {
        let desk = |form| possible(item, form, Channel::LiaisonDesk);
        let rate = self.rate(Habit::TearLines);
        let thing = u64::from(item.id.0);
        let tear_first = self.draw.under(Habit::TearLines as u64, 0, thing, rate);
        let form = match (desk(Form::Full), desk(Form::TearLine)) {
            (true, true) if tear_first => Some(Form::TearLine),
            (true, _) => Some(Form::Full),
            (false, true) => Some(Form::TearLine),
            (false, false) => None,
        };
        if let Some(form) = form {
            return Some(work::share(item, form, Channel::LiaisonDesk));
        }
        // What the desk may not carry.
        let others = [Channel::Interpol, Channel::Mutual].into_iter();
        let mut ways = others.flat_map(|c| Form::ALL.iter().map(move |f| (*f, c)));
        let way = ways.find(|(form, channel)| possible(item, *form, *channel))?;
        Some(work::share(item, way.0, way.1))
    }
}

/// What has gone as a lead goes as evidence, or in full.
fn follow_up(item: &ItemView) -> Option<Command> {
    let ways = [Channel::Mutual, Channel::LiaisonDesk];
    let mut ways = ways.into_iter().filter(|c| follows_by(item, *c));
    Some(work::share(item, Form::Full, ways.next()?))
}

fn follows_by(item: &ItemView, channel: Channel) -> bool {
    let evidence = item.kind == crate::scenario::words::ItemKind::Evidence;
    (evidence || channel != Channel::Mutual) && possible(item, Form::Full, channel)
}

/// Is there anything with which what was sent could be followed up?
pub(super) fn could_follow(item: &ItemView) -> bool {
    follow_up(item).is_some()
}
