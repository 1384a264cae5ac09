//! Simulated interviewers: each picks the next act from what an interviewer sees.
//!
//! A program does not understand what it reads. That two texts disagree, which a person sees at a glance, is
//! told to a policy by a [`Reading`]; it is asked only about things that lie before the interviewer.

use rand::{Rng, RngExt};

use crate::scenario::interviews::{Interviewee, Mention};
use crate::scenario::words::QuestionKind;

use super::act::Act;
use super::view::{QuestionView, View};

/// What a person who reads attentively would notice.
#[derive(Clone, Debug, Default)]
pub struct Reading(Vec<(Mention, Mention)>);

impl Reading {
    /// Of an interviewee's words.
    #[must_use]
    pub fn of(who: &Interviewee) -> Self {
        Self(who.contradictions.iter().map(|c| (c.a, c.b)).collect())
    }

    /// Two things before the interviewer that disagree and are not marked yet.
    fn noticed(&self, view: &View) -> Option<Act> {
        let there = |m: Mention| match m {
            Mention::Said(s) => view.heard.iter().any(|h| h.id == s),
            Mention::Held(e) => view.evidence.iter().any(|x| x.id == e),
        };
        let new = |(a, b): &&(Mention, Mention)| {
            there(*a) && there(*b) && !view.disagreements.contains(&(*a, *b))
        };
        self.0.iter().find(new).map(|(a, b)| Act::Mark(*a, *b))
    }
}

/// Indicators that make a sound interviewer refer.
const INDICATORS: usize = 2;

/// PEACE and strategic use of evidence: safeguards first; each topic from open to closed and summed up;
/// breaks in time; evidence last; what was kept back is asked again after a break; then read back and close.
#[must_use]
pub fn sound(view: &View, reading: &Reading) -> Act {
    if let Some((safeguard, _)) = view.safeguards.iter().find(|(_, given)| given.is_none()) {
        return Act::Give(*safeguard);
    }
    if let Some(mark) = reading.noticed(view) {
        return mark;
    }
    let left = view.minutes.saturating_sub(view.minute);
    let indicators = view.heard.iter().filter(|h| h.indicator).count();
    let close = Act::Close {
        refer: indicators >= INDICATORS,
    };
    if left < 6 {
        return close;
    }
    if view.until_break < 3 && left > 16 {
        return Act::Break;
    }
    for topic in &view.topics {
        let on_it = || {
            view.questions
                .iter()
                .filter(|q| q.topic == topic.id && q.appropriate())
        };
        for kind in [
            QuestionKind::Open,
            QuestionKind::Probing,
            QuestionKind::Closed,
        ] {
            let fresh = |q: &&QuestionView| {
                q.kind == kind && (q.asked.is_none() || (q.unanswered && q.rested))
            };
            if let Some(q) = on_it().find(fresh) {
                return Act::Ask(q.id);
            }
        }
        if topic.to_sum_up {
            return Act::Summarise(topic.id);
        }
    }
    let unanswered = view
        .questions
        .iter()
        .any(|q| q.appropriate() && q.unanswered);
    if unanswered && view.breaks < 3 && left > 30 {
        return Act::Break;
    }
    let ripe = view
        .evidence
        .iter()
        .find(|e| e.shown.is_none() && e.wait.is_none());
    match ripe {
        Some(evidence) => Act::Disclose(evidence.id),
        None => close,
    }
}

/// What training takes away: evidence on the table, answers put into the mouth, pressure where none comes.
#[must_use]
pub fn pushy(view: &View, rng: &mut impl Rng) -> Act {
    let close = Act::Close { refer: false };
    if view.minute + 6 >= view.minutes {
        return close;
    }
    // Who gets no word any more stops for a while, twice at most.
    if view.levels.stress >= 5 {
        let rest = view.breaks < 2 && view.minute + 20 < view.minutes;
        return if rest { Act::Break } else { close };
    }
    if let Some(evidence) = view.evidence.iter().find(|e| e.shown.is_none()) {
        return Act::Disclose(evidence.id);
    }
    let fresh: Vec<&QuestionView> = view
        .questions
        .iter()
        .filter(|q| q.asked.is_none())
        .collect();
    let bad: Vec<&&QuestionView> = fresh.iter().filter(|q| !q.appropriate()).collect();
    if !bad.is_empty() && rng.random_ratio(1, 2) {
        return Act::Ask(bad[rng.random_range(0..bad.len())].id);
    }
    if !fresh.is_empty() {
        return Act::Ask(fresh[rng.random_range(0..fresh.len())].id);
    }
    close
}

/// Anything that seems possible.
#[must_use]
pub fn random(view: &View, rng: &mut impl Rng) -> Act {
    if view.minute + 3 >= view.minutes {
        return Act::Close {
            refer: rng.random(),
        };
    }
    let pick = |n: usize, rng: &mut dyn FnMut(usize) -> usize| (n > 0).then(|| rng(n));
    let mut below = |n: usize| rng.random_range(0..n);
    for _ in 0..8 {
        let act = match below(14) {
            0 => pick(view.safeguards.len(), &mut below).map(|n| Act::Give(view.safeguards[n].0)),
            1 => pick(view.evidence.len(), &mut below).map(|n| Act::Disclose(view.evidence[n].id)),
            2 => pick(view.topics.len(), &mut below).map(|n| Act::Summarise(view.topics[n].id)),
            3 if below(3) == 0 => Some(Act::Break),
            4 => marked(view, &mut below),
            5 if view.minute > 30 && below(4) == 0 => Some(Act::Close {
                refer: below(2) == 0,
            }),
            _ => pick(view.questions.len(), &mut below).map(|n| Act::Ask(view.questions[n].id)),
        };
        if let Some(act) = act {
            return act;
        }
    }
    Act::Close { refer: false }
}

fn marked(view: &View, below: &mut dyn FnMut(usize) -> usize) -> Option<Act> {
    let mut all: Vec<Mention> = view.heard.iter().map(|h| Mention::Said(h.id)).collect();
    all.extend(view.evidence.iter().map(|e| Mention::Held(e.id)));
    (all.len() > 1).then(|| Act::Mark(all[below(all.len())], all[below(all.len())]))
}
