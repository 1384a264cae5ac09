//! In how many exercises each part of a case was met.

use crate::engine::encounter::questioning;
use crate::engine::encounter::set_piece::Act;
use crate::engine::rules::authority;
use crate::engine::rules::scoring::Score;
use crate::engine::state::Bits;
use crate::engine::{Event, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{AuthorityId, OperationId, Team};
use crate::scenario::model::SetPiece;
use crate::scenario::words::OpOutcome;

macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// What can become of a part of a case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum What { $($(#[$doc])* $name),* }

        impl What {
            /// Everything.
            pub const ALL: &'static [What] = &[$(What::$name),*];

            /// As it is written.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(What::$name => $key),* }
            }
        }
    };
}

whats! {
    /// An item lay in a folder.
    Held = "held",
    /// An item went to the partner.
    Shared = "shared",
    /// The verdict cited an item.
    Cited = "cited",
    /// An officer was sent to a task.
    Given = "given",
    /// A task succeeded.
    Done = "done",
    /// A task came to nothing.
    Failed = "failed",
    /// An inject went.
    Fired = "fired",
    /// A team chose an option, or it was its default.
    Chosen = "chosen",
    /// A milestone was reached.
    Reached = "reached",
    /// A step of the network's plan happened.
    Stepped = "stepped",
    /// The network reacted so.
    Reacted = "reacted",
    /// An operation was carried out.
    Tried = "tried",
    /// An operation came to what it was for.
    Succeeded = "succeeded",
    /// An authority was granted.
    Granted = "granted",
    /// A criterion was met.
    Met = "met",
    /// The verdict answered a question as it is.
    Right = "right",
    /// A question of an interview was asked.
    Asked = "asked",
}

impl serde::Serialize for What {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}

/// How many things of a case there are by what can become of them.
fn sizes(scenario: &Scenario) -> Vec<usize> {
    let options = scenario.injects.iter().filter_map(|i| i.decision.as_ref());
    let asks = scenario.interviews.iter().map(|i| i.questions.len());
    What::ALL
        .iter()
        .map(|what| match what {
            What::Held | What::Shared | What::Cited => scenario.items.len(),
            What::Given | What::Done | What::Failed => scenario.tasks.len(),
            What::Fired => scenario.injects.len(),
            What::Chosen => options.clone().map(|d| d.options.len()).sum(),
            What::Reached => scenario.milestones.len(),
            What::Stepped => scenario.network.plan.len(),
            What::Reacted => scenario.network.reactions.len(),
            What::Tried | What::Succeeded => scenario.operations.len(),
            What::Granted => scenario.authorities.len(),
            What::Met => scenario.criteria().count(),
            What::Right => scenario.theory.questions.len(),
            What::Asked => asks.clone().sum(),
        })
        .collect()
}

/// What one exercise has met so far, of that which its end does not tell.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    given: Bits,
    failed: Bits,
    asked: Bits,
}

impl Seen {
    pub fn new(scenario: &Scenario) -> Self {
        let sizes = sizes(scenario);
        let bits = |what: What| Bits::new(sizes.get(what as usize).copied().unwrap_or(0));
        Self {
            given: bits(What::Given),
            failed: bits(What::Failed),
            asked: bits(What::Asked),
        }
    }

    /// Takes in what has happened.
    pub fn event(&mut self, state: &State, event: &Event) {
        match event {
            Event::TaskAssigned { task, .. } => self.given.set(task.index(), true),
            Event::TaskResolved {
                task,
                success: false,
                ..
            }
            | Event::SetPieceEnded {
                task,
                success: false,
                ..
            } => self.failed.set(task.index(), true),
            Event::SetPiecePlayed {
                task,
                act: Act::Interview(questioning::Act::Ask(ask)),
                ..
            } => {
                let scenario = state.scenario();
                let piece = scenario.tasks.get(task.index()).and_then(|t| t.set_piece);
                if let Some(SetPiece::Interview(room)) = piece {
                    let before = scenario.interviews.iter().take(room.index());
                    let before: usize = before.map(|i| i.questions.len()).sum();
                    self.asked.set(before + ask.index(), true);
                }
            }
            _ => {}
        }
    }
}

/// Exercises by what became of each thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Coverage {
    /// Exercises in all.
    pub exercises: u32,
    /// By `What as usize` and thing.
    counts: Vec<Vec<u32>>,
}

impl Coverage {
    pub fn new(scenario: &Scenario) -> Self {
        let sizes = sizes(scenario).into_iter();
        Self {
            exercises: 0,
            counts: sizes.map(|n| vec![0; n]).collect(),
        }
    }

    /// In how many exercises that became of the thing at this place.
    pub fn of(&self, what: What, thing: usize) -> u32 {
        let counts = self.counts.get(what as usize);
        counts.and_then(|c| c.get(thing)).copied().unwrap_or(0)
    }

    pub fn merge(&mut self, other: &Self) {
        self.exercises += other.exercises;
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            for (count, more) in mine.iter_mut().zip(theirs) {
                *count += more;
            }
        }
    }

    fn count(&mut self, what: What, things: impl IntoIterator<Item = usize>) {
        let Some(counts) = self.counts.get_mut(what as usize) else {
            return;
        };
        for thing in things {
            if let Some(count) = counts.get_mut(thing) {
                *count += 1;
            }
        }
    }

    /// Takes in an exercise at its end.
    pub fn add(&mut self, state: &State, seen: &Seen, score: &Score) {
        self.exercises += 1;
        let scenario = state.scenario();
        let items = scenario.items.len();
        let in_either = |bits: &[Bits; 2]| {
            let [a, b] = bits;
            let either = |n: &usize| a.has(*n) || b.has(*n);
            (0..items).filter(either).collect::<Vec<_>>()
        };
        self.count(What::Held, in_either(&state.held));
        self.count(What::Shared, in_either(&state.sent_to));
        let mut cited = Bits::new(items);
        for item in state.verdict.iter().flat_map(|v| v.all_cited()) {
            cited.set(item.index(), true);
        }
        self.count(What::Cited, cited.iter());
        self.count(What::Given, seen.given.iter());
        self.count(What::Done, state.done.iter());
        self.count(What::Failed, seen.failed.iter());
        self.plot(state);
        self.count(What::Reached, state.milestones.iter());
        let operations = || (0..scenario.operations.len()).zip((0u16..).map(OperationId));
        let tried = |(n, id)| state.operations.attempted(id).then_some(n);
        self.count(What::Tried, operations().filter_map(tried));
        let succeeded = |id: OperationId| {
            let mut runs = state.operations.runs.iter();
            runs.any(|r| r.plan.operation == id && r.outcome == OpOutcome::Success)
        };
        let won = operations().filter_map(|(n, id)| succeeded(id).then_some(n));
        self.count(What::Succeeded, won);
        let authorities = (0..scenario.authorities.len()).zip((0u16..).map(AuthorityId));
        let granted = authorities.filter_map(|(n, id)| authority::held(state, id).then_some(n));
        self.count(What::Granted, granted);
        let met = score.criteria.iter().filter(|(_, met)| *met);
        self.count(What::Met, met.map(|(id, _)| id.index()));
        if let Some(verdict) = &state.verdict {
            let answers = scenario.theory.questions.iter().zip(&verdict.answers);
            let right = answers
                .enumerate()
                .filter(|(_, (q, a))| **a == Some(q.truth));
            self.count(What::Right, right.map(|(n, _)| n));
        }
        self.count(What::Asked, seen.asked.iter());
    }

    /// What the injects and the network came to.
    fn plot(&mut self, state: &State) {
        let fired = state.plot.injects.iter().enumerate();
        let fired = fired.filter(|(_, i)| i.fired > 0).map(|(n, _)| n);
        self.count(What::Fired, fired);
        let mut before = 0;
        for (inject, now) in state.scenario().injects.iter().zip(&state.plot.injects) {
            let Some(decision) = &inject.decision else {
                continue;
            };
            let mut chosen = Team::BOTH.map(|t| now.chosen[t.index()].map(|c| c.option.index()));
            // What both teams chose was chosen in one exercise.
            if chosen[0] == chosen[1] {
                chosen[1] = None;
            }
            self.count(What::Chosen, chosen.iter().flatten().map(|n| before + n));
            before += decision.options.len();
        }
        let happened = |rounds: &[u8]| {
            let all = rounds.iter().enumerate();
            let past = all.filter(|(_, r)| **r > 0).map(|(n, _)| n);
            past.collect::<Vec<_>>()
        };
        self.count(What::Stepped, happened(&state.plot.steps));
        self.count(What::Reacted, happened(&state.plot.reactions));
    }
}
