//! What kinds of team there are, and how one takes its turn.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{authority, decide, desk, guess, links, operations, set_pieces, work};
use crate::engine::{CELL, Command, Phase};
use crate::scenario::ids::Team;
use crate::view::{CaseView, TeamView, Touched};

/// How a simulated team behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Anything that could be done, by chance; for finding faults.
    Random,
    /// Works well, passes nothing on.
    Hoarder,
    /// Works well, passes on everything that may be passed, as soon as it is held.
    Sharer,
    /// Works well; passes one tear-line a round, and full texts only of open items that it has held
    /// for a round.
    Cautious,
}

impl Policy {
    /// Every policy.
    pub const ALL: [Policy; 4] = [
        Policy::Random,
        Policy::Hoarder,
        Policy::Sharer,
        Policy::Cautious,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Policy::Random => "random",
            Policy::Hoarder => "hoarder",
            Policy::Sharer => "sharer",
            Policy::Cautious => "cautious",
        }
    }
}

/// Whoever plays a team from what its seat is told.
pub trait Plays {
    /// What the team does next, or nothing for now.
    fn next(&mut self, case: &CaseView, view: &TeamView) -> Option<Command>;

    /// The sections of its view that it looks at in this phase: the others may be as they were before.
    fn looks_at(&self, _: Phase) -> Touched {
        Touched::ALL
    }
}

impl Plays for Simulated {
    fn next(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        Simulated::next(self, case, view)
    }

    fn looks_at(&self, phase: Phase) -> Touched {
        match phase {
            Phase::Briefing | Phase::Debrief => Touched::CLOCK,
            Phase::Resolution => Touched::CLOCK.with(Touched::SET_PIECES),
            Phase::Planning => Touched::ALL.without(UNREAD).without(Touched::SET_PIECES),
            Phase::Verdict => Touched::ALL.without(UNREAD).without(PLANNED_BY),
        }
    }
}

/// What no simulated team reads.
const UNREAD: Touched = (Touched::REPORT.with(Touched::HINT))
    .with(Touched::DEBRIEF)
    .with(Touched::HANDED_IN)
    .with(Touched::OFFERS)
    .with(Touched::WAYS)
    .with(Touched::CHECKS);

/// What it needs to plan, and not for a verdict.
const PLANNED_BY: Touched = (Touched::OFFICERS.with(Touched::LINE))
    .with(Touched::BOARD)
    .with(Touched::LIAISON)
    .with(Touched::AUTHORITIES)
    .with(Touched::SET_PIECES);

/// One simulated team.
#[derive(Clone, Debug)]
pub struct Simulated {
    policy: Policy,
    team: Team,
    rng: ChaCha8Rng,
}

impl Simulated {
    /// A team that behaves by `policy`; the same seed plays the same way.
    #[must_use]
    pub fn new(policy: Policy, team: Team, seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        // Streams far from those that an exercise draws its results from.
        rng.set_stream(u64::MAX - team.index() as u64);
        Self { policy, team, rng }
    }

    /// What the team does next, or nothing for now.
    pub fn next(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let clock = &view.clock;
        match clock.phase {
            Phase::Resolution if !clock.ready && set_pieces::open(view) => {
                set_pieces::play(self.policy, view, &mut self.rng)
            }
            Phase::Briefing | Phase::Resolution => (!clock.ready).then_some(Command::Acknowledge),
            Phase::Planning => self.plan(case, view),
            Phase::Verdict => self.verdict(view),
            Phase::Debrief => None,
        }
    }

    fn plan(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let decision = decide::next(view, self.policy == Policy::Random, &mut self.rng);
        let wish = if decision.is_some() {
            decision
        } else if self.policy == Policy::Random {
            self.anything(case, view)
        } else {
            self.work(case, view)
        };
        match (wish, view.clock.ready) {
            (Some(_), true) if !view.clock.partner_ready => {
                Some(Command::SetReady { ready: false })
            }
            (Some(command), false) => Some(command),
            (None, false) => Some(Command::SetReady { ready: true }),
            _ => None,
        }
    }

    fn work(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        if view.theory.first.is_none() {
            return Some(Command::RecordTheory {
                theory: guess::theory(view, false),
            });
        }
        let share = match self.policy {
            Policy::Sharer => work::share_all(case, view),
            Policy::Cautious => work::share_carefully(case, view),
            Policy::Hoarder | Policy::Random => None,
        };
        let post = || match self.policy {
            Policy::Sharer | Policy::Cautious => links::post_joint(view),
            Policy::Hoarder | Policy::Random => None,
        };
        let plan = || match self.policy {
            Policy::Sharer | Policy::Cautious => operations::plan(case, view),
            Policy::Hoarder | Policy::Random => None,
        };
        share
            .or_else(post)
            .or_else(|| authority::apply(view))
            .or_else(plan)
            .or_else(|| work::assign_best(case, view))
            .or_else(|| desk::work(self.policy, case, view))
    }

    /// Now and then something odd, so that every refusal and order of things is met.
    fn anything(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        if self.rng.random_range(0..14u8) == 0 {
            return None;
        }
        (0..4).find_map(|_| self.something(case, view))
    }

    fn something(&mut self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let rng = &mut self.rng;
        // Where a case has none, no chance is spent on them.
        if let Some(seldom) = operations::seldom(view)
            && rng.random_range(0..seldom) == 0
        {
            return operations::any(self.team, view, rng);
        }
        match rng.random_range(0..15u8) {
            0 => Some(Command::RecordTheory {
                theory: guess::random(view, rng),
            }),
            1 | 2 => work::share_any(view, rng),
            3 | 4 => work::assign_any(view, rng),
            5 => work::clear_any(view, rng),
            10..=14 => desk::any(self.team, view, rng),
            6 if rng.random_range(0..4u8) == 0 => Some(Command::SendMessage {
                text: format!(
                    "{} speaking, line open",
                    case.services[self.team.index()].short.get("en")
                ),
            }),
            7..=9 => links::any(self.team, view, rng),
            _ => authority::any(view, rng),
        }
    }

    fn verdict(&mut self, view: &TeamView) -> Option<Command> {
        if view.verdict.is_none() && self.policy == Policy::Random {
            let theory = self.draft(view);
            return Some(Command::DraftVerdict { theory });
        }
        guess::verdict(self.team, view)
    }

    fn draft(&mut self, view: &TeamView) -> crate::engine::Theory {
        let mut theory = guess::random(view, &mut self.rng);
        theory.cited = guess::joint(view);
        let joint = theory.cited.clone();
        guess::cite_any(&mut theory, &joint, &mut self.rng);
        // A draft that is refused would be tried again and again.
        theory.elements.iter_mut().for_each(|c| c.truncate(CELL));
        theory
            .offence
            .get_or_insert(crate::scenario::words::Offence::Smuggling);
        theory
    }
}

/// One of `list` by chance.
pub(super) fn pick<'a, T>(list: &'a [T], rng: &mut impl Rng) -> Option<&'a T> {
    if list.is_empty() {
        None
    } else {
        list.get(rng.random_range(0..list.len()))
    }
}
