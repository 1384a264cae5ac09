//! Simulated officers: what each does next, from what an officer sees and nothing else.
//!
//! They exist to show what the scoring is worth: whoever watches for odd behaviour does no better than chance,
//! whoever asks and checks does, and whoever goes by nationality is found out by the audit.

use rand::{Rng, RngExt};

use super::act::{Act, Ground, Referral};
use super::note::{Note, Observation};
use super::view::{CheckView, Likeness, View};
use crate::scenario::primary_line::Baseline;

/// A way of working a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Asks what can be verified, checks it, puts what does not fit, and refers what stands. A program cannot read:
    /// where nobody says what fits, it puts every source to the traveller and hears what comes of it.
    Conversational,
    /// Refers whoever does something that is not usual here.
    Watcher,
    /// Refers everybody of one state.
    Profiler(String),
    /// Refers one in three.
    Random,
}

impl Policy {
    /// What such an officer does next.
    pub fn next(&self, view: &View, rng: &mut impl Rng) -> Act {
        match self {
            Self::Conversational => conversational(view, &mut |open: &[usize]| {
                open[rng.random_range(0..open.len())]
            }),
            Self::Watcher => watcher(view),
            Self::Profiler(state) => match &view.glance {
                None => Act::Inspect,
                Some(glance) if glance.nationality == *state => unstated(),
                Some(_) => Act::Clear,
            },
            Self::Random if rng.random_ratio(1, 3) => unstated(),
            Self::Random => Act::Clear,
        }
    }
}

fn unstated() -> Act {
    Act::Refer(Referral::SecondLine, Ground::Unstated)
}

fn watcher(view: &View) -> Act {
    let Some(seen) = &view.seen else {
        return Act::Look;
    };
    match seen.iter().position(|s| s.is != Baseline::Within) {
        Some(n) => Act::Refer(Referral::SecondLine, Ground::Behaviour(n)),
        None => Act::Clear,
    }
}

/// The conversational officer, who takes the questions in their order.
#[must_use]
pub fn sound(view: &View) -> Act {
    conversational(view, &mut |open: &[usize]| open[0])
}

fn conversational(view: &View, choose: &mut dyn FnMut(&[usize]) -> usize) -> Act {
    let (Some(seen), Some(glance)) = (&view.seen, &view.glance) else {
        return if view.seen.is_none() {
            Act::Look
        } else {
            Act::Inspect
        };
    };
    if glance.likeness == Likeness::Differs {
        return Act::Refer(Referral::SecondLine, Ground::Photo);
    }
    let checks = || {
        let questions = view.questions.iter().enumerate();
        let asked = questions.filter(|(_, q)| q.says.is_some());
        asked.flat_map(|(n, q)| q.checks.iter().map(move |c| (n, c)))
    };
    let stands = |c: &CheckView| {
        let mut put = c.put.iter();
        put.any(|p| p.says.is_some() && p.borne.is_none())
    };
    let open = |c: &CheckView| c.shows.is_some() && c.fits != Some(true) && c.put.is_none();
    if let Some((question, check)) = checks().find(|(_, c)| stands(c)) {
        // What was seen or the record itself, and the question that led to it.
        let odd = seen.iter().position(|s| s.is != Baseline::Within);
        return match view.note {
            None => Act::Note(Note {
                observed: Some(odd.map_or(
                    Observation::Record(question, check.by),
                    Observation::Behaviour,
                )),
                question: Some(question),
                text: String::new(),
            }),
            Some(_) => {
                let ground = Ground::Contradiction(question, check.by);
                Act::Refer(Referral::SecondLine, ground)
            }
        };
    }
    if let Some((question, check)) = checks().find(|(_, c)| open(c)) {
        return Act::Put(question, check.by);
    }
    if let Some((question, check)) = checks().find(|(_, c)| c.shows.is_none()) {
        return Act::Check(question, check.by);
    }
    let questions = view.questions.iter().enumerate();
    let open = questions.filter(|(_, q)| q.says.is_none() && !q.checks.is_empty());
    let open: Vec<usize> = open.map(|(n, _)| n).collect();
    if view.left == 0 || open.is_empty() {
        return Act::Clear;
    }
    Act::Ask(choose(&open))
}
