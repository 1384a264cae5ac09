//! Watching a team play, to learn its habits.

use std::collections::BTreeSet;

use super::sharing::could_follow;
use super::{Counts, Habit, possible_later};
use crate::bots::work::fits;
use crate::bots::{authority, desk, links};
use crate::engine::Consent;
use crate::scenario::ids::{RequestId, TaskId, Team};
use crate::scenario::words::{Form, Handling};
use crate::view::{CaseView, ItemView, LineWhat, ReplyView, TaskState, TeamView};

/// What was seen of a team so far. It looks at the team's view as the planning of a round ends.
#[derive(Clone, Debug)]
pub struct Watch {
    team: Team,
    counts: Counts,
    answered: BTreeSet<RequestId>,
    posted: usize,
    offered: BTreeSet<TaskId>,
    gave: BTreeSet<TaskId>,
}

impl Watch {
    /// Nothing yet.
    #[must_use]
    pub fn new(team: Team) -> Self {
        Self {
            team,
            counts: Counts::default(),
            answered: BTreeSet::new(),
            posted: 0,
            offered: BTreeSet::new(),
            gave: BTreeSet::new(),
        }
    }

    /// What was seen.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Tasks that it could have given, and never gave.
    #[must_use]
    pub fn passed_over(&self) -> BTreeSet<TaskId> {
        self.offered.difference(&self.gave).copied().collect()
    }

    /// The planning of a round is about to end, and the team has done what it does in it.
    pub fn planned(&mut self, case: &CaseView, view: &TeamView) {
        self.tasks(case, view);
        let own = view.folder.iter().filter(|i| i.received.is_none());
        own.for_each(|item| self.item(item, view.clock.round));
        self.requests(view);
        self.line(view);
        for check in view.liaison.checks.iter().filter(|c| c.narrow) {
            self.counts.saw(Habit::Queries, check.told.is_some());
        }
        let posts = |on: &&crate::view::BoardLink| on.posted[self.team.index()].is_some();
        let posted = view.board.iter().filter(posts).count();
        let did = posted > self.posted;
        self.occasion(Habit::Posts, did, || links::post_joint(view).is_some());
        self.posted = posted;
    }

    /// The exercise is over: who has planned an operation with the partner does so, and who has not does not.
    pub fn over(&mut self, view: &TeamView) {
        if view.operations.offered.is_empty() {
            return;
        }
        let own = |e: &crate::view::LineEntry| matches!(e.what, LineWhat::Plan { by, .. } if by == self.team);
        let planned = view.line.iter().any(own);
        // One exercise is one occasion, but says more of it than one round of anything else.
        (0..3).for_each(|_| self.counts.saw(Habit::Plans, planned));
    }

    fn tasks(&mut self, case: &CaseView, view: &TeamView) {
        let round = view.clock.round;
        let listed = |s: &TaskState| matches!(s, TaskState::Available | TaskState::Given(_));
        for officer in &view.officers {
            let free = officer.busy_until.is_none() && !officer.operates(round);
            let could = || view.tasks.iter().any(|t| fits(case, view, officer, t));
            let did = free && officer.task.is_some();
            self.occasion(Habit::Works, did, || free && could());
        }
        let going_on = |t: &crate::view::TaskView| {
            let mut officers = view.officers.iter();
            officers.any(|o| o.task == Some(t.id) && o.busy_until.is_some())
        };
        for task in view.tasks.iter().filter(|t| listed(&t.state)) {
            if !going_on(task) {
                let given = matches!(task.state, TaskState::Given(_));
                let seen = if given {
                    &mut self.gave
                } else {
                    &mut self.offered
                };
                seen.insert(task.id);
                self.counts.saw_kind(task.kind, given);
            }
        }
    }

    fn item(&mut self, item: &ItemView, round: u8) {
        let mut before = item.shared.iter().filter(|s| s.sent < round);
        let now = item.shared.iter().find(|s| s.sent == round);
        match (before.next(), now) {
            (None, Some(sent)) => {
                self.counts.saw(Habit::Shares, true);
                if item.tear_line.is_some() && item.handling != Handling::TearLineOnly {
                    self.counts
                        .saw(Habit::TearLines, sent.form == Form::TearLine);
                }
            }
            (None, None) if possible_later(item) => self.counts.saw(Habit::Shares, false),
            (Some(_), Some(_)) => self.counts.saw(Habit::FollowsUp, true),
            (Some(_), None) if could_follow(item) => self.counts.saw(Habit::FollowsUp, false),
            _ => {}
        }
    }

    fn requests(&mut self, view: &TeamView) {
        for request in view.liaison.requests.iter().filter(|r| r.by != self.team) {
            match &request.reply {
                None => self.counts.saw(Habit::Answers, false),
                Some(reply) if self.answered.insert(request.id) => {
                    self.counts.saw(Habit::Answers, true);
                    let items = matches!(reply, ReplyView::Items { .. });
                    if items || !request.offers.is_empty() {
                        self.counts.saw(Habit::Gives, items);
                    }
                }
                Some(_) => {}
            }
        }
        let round = view.clock.round;
        let mut own = view.liaison.requests.iter().filter(|r| r.by == self.team);
        let did = own.any(|r| r.asked == round);
        let team = self.team;
        self.occasion(Habit::Asks, did, || desk::ask(team, view).is_some());
    }

    fn line(&mut self, view: &TeamView) {
        let round = view.clock.round;
        let now = || view.line.iter().filter(|e| e.round == round);
        for entry in now() {
            if let LineWhat::ConsentGiven { by, granted, .. } = entry.what
                && by == self.team
            {
                self.counts.saw(Habit::Consents, granted);
                self.counts.saw(Habit::Answers, true);
            }
        }
        let waits =
            |i: &&ItemView| i.received.is_none() && matches!(i.consent, Some(Consent::Asked(_)));
        let waiting = view.folder.iter().filter(waits).count();
        (0..waiting).for_each(|_| self.counts.saw(Habit::Answers, false));
        let applied = now().any(|e| matches!(e.what, LineWhat::Authority { .. }));
        self.occasion(Habit::Applies, applied, || authority::apply(view).is_some());
    }

    /// It did it, or (`could`) a team that goes by habit would have.
    fn occasion(&mut self, habit: Habit, did: bool, could: impl FnOnce() -> bool) {
        if did || could() {
            self.counts.saw(habit, did);
        }
    }
}
