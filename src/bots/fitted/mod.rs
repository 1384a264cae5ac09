//! A simulated team that goes on as a team has played so far: as busy, as open, as careful, and with a taste
//! for the same kinds of task.
//!
//! It sees what every policy sees and cannot read either. It draws nothing one after the other: what it
//! does with an item, an officer or a request in a round hangs on the seed and on that alone, so two
//! exercises with one seed differ only where something gave them cause to (common random numbers).

mod draw;
mod habits;
mod script;
mod sharing;
mod tasks;
mod watch;

use std::collections::BTreeSet;

pub use habits::{Counts, Habit, Habits};
pub use script::{Known, Script, Sent};
pub use watch::Watch;

use super::{authority, desk, guess, links, operations, set_pieces};
use crate::engine::{Answer, Command, Consent, Phase};
use crate::scenario::ids::{OptionId, SubjectId, TaskId, Team};
use crate::scenario::words::Withheld;
use crate::view::{AboutView, CaseView, CheckView, DecisionView, LineWhat, RequestView, TeamView};
use draw::Draw;

/// A team that goes on by its habits.
#[derive(Clone, Debug)]
pub struct Fitted {
    team: Team,
    habits: Habits,
    script: Script,
    draw: Draw,
    /// What it has given in the planning of this round: nothing is tried twice.
    given: Vec<Command>,
    round: u8,
    /// Tasks that it could have given before this round.
    seen: BTreeSet<TaskId>,
    seen_now: BTreeSet<TaskId>,
}

impl Fitted {
    /// A team with these habits that keeps to `script`; the same seed goes on in the same way.
    #[must_use]
    pub fn new(team: Team, habits: Habits, script: Script, seed: u64) -> Self {
        Self {
            team,
            habits,
            script,
            draw: Draw::new(seed, team),
            given: Vec::new(),
            round: 0,
            seen: BTreeSet::new(),
            seen_now: BTreeSet::new(),
        }
    }

    fn plan(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        if self.round != view.clock.round {
            self.round = view.clock.round;
            self.given.clear();
            self.seen.append(&mut self.seen_now);
        }
        let wish = if self.script.still == Some(self.round) {
            self.instead(case, view)
        } else {
            self.work(case, view)
        };
        match (wish, view.clock.ready) {
            (Some(_), true) if !view.clock.partner_ready => {
                Some(Command::SetReady { ready: false })
            }
            (Some(command), false) => {
                self.given.push(command.clone());
                Some(command)
            }
            (None, false) => Some(Command::SetReady { ready: true }),
            _ => None,
        }
    }

    fn work(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        self.seen_now.extend(tasks::available(view));
        if view.theory.first.is_none() {
            let theory = guess::theory(view, false);
            return self.once(Some(Command::RecordTheory { theory }));
        }
        self.once(self.decide(view))
            .or_else(|| self.once(self.script.due(case, view)))
            .or_else(|| self.share(view))
            .or_else(|| self.reply(view))
            .or_else(|| self.consent(view))
            .or_else(|| self.joint(case, view))
            .or_else(|| self.assign(case, view))
            .or_else(|| self.query(view))
            .or_else(|| {
                let asks = self.rolls(Habit::Asks, 0);
                self.once(asks.then(|| desk::ask(self.team, view)).flatten())
            })
    }

    /// What is done with the partner: links, authorities, the plan.
    fn joint(&self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let post = || {
            let posts = self.rolls(Habit::Posts, 0);
            self.once(posts.then(|| links::post_joint(view)).flatten())
        };
        let apply = || {
            let applies = self.rolls(Habit::Applies, 0);
            self.once(applies.then(|| authority::apply(view)).flatten())
        };
        let plan = || {
            let plans = self
                .draw
                .under(Habit::Plans as u64, 0, 0, self.rate(Habit::Plans));
            self.once(plans.then(|| operations::plan(case, view)).flatten())
        };
        post().or_else(apply).or_else(plan)
    }

    /// Nothing that was given in this round already.
    fn once(&self, wish: Option<Command>) -> Option<Command> {
        wish.filter(|command| !self.given.contains(command))
    }

    fn rate(&self, habit: Habit) -> u16 {
        self.habits.rate(habit)
    }

    /// Does the team in this round what it has the habit to do with this thing?
    fn rolls(&self, habit: Habit, thing: u64) -> bool {
        let round = u64::from(self.round);
        self.draw
            .under(habit as u64, round, thing, self.rate(habit))
    }

    /// A decision that waits: as it really was taken, or left, and otherwise by chance.
    fn decide(&self, view: &TeamView) -> Option<Command> {
        let asked = view.line.iter().filter_map(|entry| match &entry.what {
            LineWhat::Inject { decision, .. } => decision.as_ref(),
            _ => None,
        });
        let open = asked.filter(|d: &&DecisionView| d.open && d.chosen.is_none());
        open.filter_map(|d| {
            let options = u16::try_from(d.options.len()).unwrap_or(u16::MAX);
            let option = match self.script.known.decided(d.inject) {
                Some(really) => really?,
                None => OptionId(self.draw.below(u64::from(d.inject.0), options)),
            };
            Some(Command::Decide {
                inject: d.inject,
                option,
            })
        })
        .next()
    }

    fn reply(&self, view: &TeamView) -> Option<Command> {
        let all = view.liaison.requests.iter();
        all.filter(|r| r.by != self.team && r.reply.is_none())
            .filter(|r| self.rolls(Habit::Answers, u64::from(r.id.0)))
            .find_map(|r| self.once(Some(self.answer(view, r))))
    }

    /// What was asked for goes now if the team gives when it is asked; then it says what it has sent.
    fn answer(&self, view: &TeamView, request: &RequestView) -> Command {
        let asked = u64::from(request.id.0);
        let gives = self.rate(Habit::Gives);
        let offers = request.offers.iter();
        if self.draw.under(Habit::Gives as u64, 0, asked, gives) {
            let own = |id| view.folder.iter().find(|i| i.id == id);
            let kept = offers.clone().filter_map(|o| own(o.item));
            let kept = kept.filter(|i| i.shared.is_empty() && !self.script.owns(i.id));
            let mut sent = kept.filter_map(|i| self.lead(i));
            if let Some(command) = sent.find_map(|c| self.once(Some(c))) {
                return command;
            }
        }
        let mut sent: Vec<_> = offers
            .filter(|o| o.answers.is_ok())
            .map(|o| o.item)
            .collect();
        sent.sort_unstable();
        let subjects: Vec<SubjectId> = request.subjects.iter().map(|s| s.id).collect();
        let held_back = || desk::held_back(view, &subjects);
        let answer = match held_back().filter(|_| sent.is_empty()) {
            _ if !sent.is_empty() => Answer::Items(sent),
            Some(why) => Answer::Refused(why),
            None if request.offers.is_empty() => Answer::NoTrace,
            None => Answer::Refused(Withheld::OperationRunning),
        };
        Command::AnswerRequest {
            request: request.id,
            answer,
        }
    }

    fn consent(&self, view: &TeamView) -> Option<Command> {
        let asked = |i: &&crate::view::ItemView| {
            i.received.is_none() && matches!(i.consent, Some(Consent::Asked(_)))
        };
        let mut asked = view.folder.iter().filter(asked);
        let answered = asked.find(|i| self.rolls(Habit::Answers, 1 << 20 | u64::from(i.id.0)))?;
        let (item, rate) = (answered.id, self.rate(Habit::Consents));
        let granted = self
            .draw
            .under(Habit::Consents as u64, 0, u64::from(item.0), rate);
        self.once(Some(Command::GiveConsent { item, granted }))
    }

    /// Asks the register where its officers could meet the partner's.
    fn query(&self, view: &TeamView) -> Option<Command> {
        let checks = view.liaison.checks.iter();
        let open = checks.filter(|c: &&CheckView| c.narrow && c.told.is_none());
        let thing = |about: &AboutView| match about {
            AboutView::Subject(s) => u64::from(s.id.0),
            AboutView::Place { id, .. } => 1 << 20 | u64::from(id.0),
        };
        open.filter(|c| self.rolls(Habit::Queries, thing(&c.about)))
            .find_map(|c| {
                let about = c.about.about();
                self.once(Some(Command::PointerQuery { about }))
            })
    }
}

impl super::Plays for Fitted {
    fn next(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let clock = &view.clock;
        match clock.phase {
            Phase::Resolution if !clock.ready && set_pieces::open(view) => {
                set_pieces::play_soundly(view)
            }
            Phase::Briefing | Phase::Resolution => (!clock.ready).then_some(Command::Acknowledge),
            Phase::Planning => self.plan(case, view),
            Phase::Verdict => guess::verdict(self.team, view),
            Phase::Debrief => None,
        }
    }
}

/// Could the item go in some way, now or once a first theory is on record?
fn possible_later(item: &crate::view::ItemView) -> bool {
    use crate::engine::Refusal;
    let open = |w: &crate::view::Way| matches!(w.arrives, Ok(_) | Err(Refusal::TheoryFirst));
    item.ways.iter().any(open)
}
