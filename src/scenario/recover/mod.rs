//! What a file that is not well formed was to say: which bracket, quote, comma or colon is missing or too much.
//!
//! The file is read by the format's own declarations up to the first token that cannot stand there. Before it,
//! every sign that could be missing or too much is tried, and the one is believed with which the file goes on
//! best; then reading goes on behind it. So one mistake is told once, where it is, and hides no other.
//!
//! Nothing here changes a file. The work is bounded whatever the file holds.

mod candidate;
mod grammar;
mod layout;
mod lex;
mod mended;
mod parse;
mod tell;

use std::collections::VecDeque;

pub(super) use candidate::Edit;
use candidate::{Candidate, Place, Wrong, candidates};
use grammar::Want;
pub(super) use lex::odd_blank;
use lex::{Kind, Token};
pub(super) use mended::Mended;
use parse::{State, Taken};
pub(super) use tell::{Finding, visible};

/// Tokens before a mistake among which its cause is looked for.
const WINDOW: usize = 64;
/// Tokens after it with which what could mend it is tried.
const AHEAD: usize = 2_000;
/// Tokens that have to follow what mends a mistake, if there is another.
const ENOUGH: usize = 8;
/// Tokens after which it does not matter any more how far a trial goes.
const FAR: usize = 300;
/// Tokens that all trials of a file may take.
const BUDGET: usize = 3_000_000;
/// Bytes of a text that count as a token.
const LONG: usize = 64;
/// Mistakes that are told of a file; with more it is something else.
const MAX_FINDINGS: usize = 12;
/// Odd places that probably have one cause.
const MANY: u32 = 4;
/// Odd places before a mistake at which its cause is looked for.
const MAX_ODD: usize = 4;

/// What was found in a file.
pub(super) struct Recovered {
    pub findings: Vec<Finding>,
    /// In the order of the file.
    pub edits: Vec<Edit>,
    /// With the edits, the file is well formed to its end.
    pub whole: bool,
}

/// Looks for what makes a file of this name not well formed.
pub(super) fn recover(file: &str, text: &str) -> Recovered {
    let mut search = Search {
        text,
        steps: 0,
        found: Recovered {
            findings: Vec::new(),
            edits: Vec::new(),
            whole: false,
        },
        odd: 0,
    };
    search.run(Want::of_file(file));
    if !search.is_sure() {
        for finding in &mut search.found.findings {
            finding.fix = None;
        }
    }
    search.found
}

/// How a trial went.
#[derive(Clone, Copy, Debug)]
struct Trial {
    odd: u32,
    /// Tokens after the mistake that were read.
    reach: usize,
    /// Where it could not go on.
    stopped: Option<usize>,
    /// Lines that do not stand as their brackets let it be expected.
    crooked: u32,
}

impl Trial {
    /// In hundredths of a mistake of ten.
    fn cost(&self) -> i64 {
        let short = FAR.saturating_sub(self.reach);
        let stop = match self.stopped {
            Some(_) => 2_500 + 10 * i64::try_from(short).unwrap_or(0),
            None => 0,
        };
        stop + 1_000 * i64::from(self.odd)
    }

    /// What speaks against it where others go as far.
    fn doubt(&self, crooked: u32) -> i64 {
        60 * i64::from(self.crooked.saturating_sub(crooked).min(8))
    }
}

struct Search<'t> {
    text: &'t str,
    steps: usize,
    found: Recovered,
    /// Odd places in the file as it is mended.
    odd: u32,
}

/// What was chosen, and whether nothing else would have done.
struct Choice {
    candidate: Candidate,
    place: usize,
    alone: bool,
}

/// What it costs to read a token with the blanks and remarks before it, from a place on.
fn cost(token: &Token, from: usize) -> usize {
    let bytes = token.end.saturating_sub(from);
    // A letter has to be looked up.
    1 + bytes
        / if token.kind == Kind::Word {
            LONG / 16
        } else {
            LONG
        }
}

impl Search<'_> {
    fn run(&mut self, want: Want) {
        let mut state = State::new(want);
        let (mut at, mut before) = (0, 0);
        let mut window: VecDeque<Place> = VecDeque::with_capacity(WINDOW + 1);
        // What is known of what lies ahead: where it stops, and how often its cause was looked for.
        let (mut clear, mut looked) = (0, 0);
        loop {
            let token = lex::next(self.text, at);
            if window.len() > WINDOW {
                window.pop_front();
            }
            window.push_back(Place {
                state: state.clone(),
                token,
                before,
                odd: self.odd,
            });
            let taken = state.take(&token, self.text);
            let mut choice = None;
            match taken {
                Taken::Fine => {}
                Taken::Odd(n) => {
                    self.odd += n;
                    if token.start >= clear && self.steps < BUDGET {
                        let place = &window[window.len() - 1];
                        let ahead =
                            self.trial(&place.state, &[], token.start, token.start, i64::MAX);
                        let start = place.state.at_start();
                        if ahead.stopped.is_some() || ahead.odd >= MANY || start {
                            looked += 1;
                            choice = self.choose(&window, Some(ahead));
                        }
                        if choice.is_none() && (looked == MAX_ODD || ahead.stopped.is_none()) {
                            looked = 0;
                            let far = || self.after(token.start, AHEAD / 2);
                            clear = ahead.stopped.unwrap_or_else(far);
                        }
                    }
                }
                Taken::Never => {
                    choice = self.choose(&window, None);
                    if choice.is_none() {
                        return;
                    }
                }
            }
            if let Some(choice) = choice {
                if self.found.findings.len() == MAX_FINDINGS {
                    return;
                }
                (state, at) = self.accept(&window, choice);
                before = at;
                window.clear();
                (clear, looked) = (0, 0);
                continue;
            }
            if token.kind == Kind::End {
                self.found.whole = true;
                return;
            }
            (at, before) = (token.end, token.end);
        }
    }

    /// Whether what was found is all that is wrong with the file, so that it can be mended.
    fn is_sure(&self) -> bool {
        let findings = &self.found.findings;
        let alone = findings.len() == 1 && self.odd == 0;
        self.found.whole && (alone || findings.iter().all(Finding::is_small))
    }

    /// Where so many tokens after a place end.
    fn after(&self, from: usize, tokens: usize) -> usize {
        (0..tokens).fold(from, |at, _| lex::next(self.text, at).end)
    }

    /// Reads on from a state with some tokens, then with those of the file.
    fn trial(
        &mut self,
        state: &State,
        tokens: &[Token],
        resume: usize,
        mistake: usize,
        most: i64,
    ) -> Trial {
        let mut state = state.clone();
        let mut trial = Trial {
            odd: 0,
            reach: 0,
            stopped: None,
            crooked: 0,
        };
        let mut at = resume;
        let mut given = tokens.iter();
        loop {
            let (token, own) = match given.next() {
                Some(token) => (*token, false),
                None => (lex::next(self.text, at), true),
            };
            self.steps += cost(&token, if own { at } else { token.start });
            trial.crooked = state.crooked;
            match state.take(&token, self.text) {
                Taken::Fine => {}
                Taken::Odd(n) => trial.odd += n,
                Taken::Never => {
                    trial.stopped = Some(token.start);
                    return trial;
                }
            }
            if own {
                trial.reach += usize::from(token.start >= mistake);
                at = token.end;
            }
            let enough = trial.reach >= AHEAD || 1_000 * i64::from(trial.odd) > most;
            if token.kind == Kind::End || enough {
                return trial;
            }
        }
    }

    /// What mends the mistake at the end of the window; if that is only odd, `ahead` says what comes of it.
    fn choose(&mut self, window: &VecDeque<Place>, ahead: Option<Trial>) -> Option<Choice> {
        let mistake = window.back()?.token.start;
        let start = window.back()?.state.at_start();
        let crooked = window.front()?.state.crooked;
        let mut best: Option<(i64, i64, Choice)> = None;
        let mut rivals: Vec<(i64, Wrong, usize)> = Vec::new();
        let mut all = Vec::new();
        for (n, place) in window.iter().enumerate().rev() {
            all.clear();
            candidates(place, self.text, &mut all);
            for mut candidate in all.drain(..) {
                if self.steps >= BUDGET {
                    return None;
                }
                let Some(origin) = n.checked_sub(candidate.back) else {
                    continue;
                };
                if candidate.wrong == Wrong::NoValue {
                    let from = window[origin].token.start;
                    candidate.edits.push(Edit {
                        at: from,
                        removed: candidate.resume - from,
                        with: String::new(),
                    });
                }
                let most = best.as_ref().map_or(i64::MAX, |(cost, ..)| *cost);
                let (tokens, resume) = (&candidate.tokens, candidate.resume);
                let trial = self.trial(&window[origin].state, tokens, resume, mistake, most);
                let good = match (trial.stopped, ahead) {
                    (None, None) => true,
                    (None, Some(ahead)) => {
                        let fewer = if start { 1 } else { MANY - 1 };
                        ahead.stopped.is_some() || trial.odd + fewer <= ahead.odd
                    }
                    (Some(_), None) => trial.reach >= ENOUGH,
                    (Some(stop), Some(ahead)) => {
                        ahead.stopped.is_some_and(|before| stop > before)
                            && trial.reach >= ahead.reach + ENOUGH
                    }
                };
                if !good {
                    continue;
                }
                let distance = 2 * i64::try_from(window.len() - n).unwrap_or(0);
                let doubt = trial.doubt(crooked) + self.layout(place, &candidate) + distance;
                let cost = trial.cost() + candidate.prior + doubt;
                let at = candidate.edits.first().map_or(0, |edit| edit.at);
                rivals.push((trial.cost(), candidate.wrong, at));
                if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                    let choice = Choice {
                        candidate,
                        place: n,
                        alone: false,
                    };
                    best = Some((cost, trial.cost(), choice));
                }
            }
        }
        let (_, cost, mut choice) = best?;
        let at = choice.candidate.edits.first().map_or(0, |edit| edit.at);
        let wrong = choice.candidate.wrong;
        // Elsewhere in a bracket that opens before the window its end was not tried.
        let tried = |place: &Place| {
            let bracket = place.state.bracket();
            let first = window.front().map_or(0, |first| first.token.start);
            bracket.is_none_or(|frame| frame.opened >= first)
        };
        let closes = matches!(wrong, Wrong::Close(_));
        choice.alone = cost == 0
            && (!closes || tried(&window[choice.place]))
            && rivals.iter().all(|&(other, kind, place)| {
                other > 0 || kind == wrong && self.same(wrong, at.min(place), at.max(place))
            });
        Some(choice)
    }

    /// Whether a sign says the same at two places.
    fn same(&self, wrong: Wrong, from: usize, to: usize) -> bool {
        let between = self.text.get(from..to).unwrap_or_default();
        let Wrong::Close(closer) = wrong else {
            return from == to;
        };
        let idle = |c: char| c.is_whitespace() || c == ',' || c == closer;
        between.chars().all(idle)
    }

    fn layout(&self, place: &Place, candidate: &Candidate) -> i64 {
        match (candidate.wrong, place.state.bracket()) {
            (Wrong::Close(_), Some(frame)) => layout::against(
                self.text,
                frame.opened,
                frame.from,
                place.before,
                &place.token,
            ),
            _ => 0,
        }
    }

    /// Takes what was chosen for the file: what is open then, and where it goes on.
    fn accept(&mut self, window: &VecDeque<Place>, choice: Choice) -> (State, usize) {
        let Choice {
            candidate,
            place,
            alone,
        } = choice;
        self.found
            .findings
            .push(tell::finding(self.text, window, place, &candidate, alone));
        let origin = &window[place - candidate.back];
        let mut state = origin.state.clone();
        // What was odd behind it is read anew.
        self.odd = origin.odd;
        for token in &candidate.tokens {
            state.take(token, self.text);
        }
        self.found.edits.extend(candidate.edits);
        (state, candidate.resume)
    }
}

#[cfg(test)]
mod tests {
    use super::grammar::Want;
    use super::lex::{self, Kind};
    use super::parse::{State, Taken};

    macro_rules! good {
        ($folder:literal, $file:literal) => {
            (
                $file,
                include_str!(concat!("../../../", $folder, "/", $file)),
            )
        };
    }

    /// Files without a mistake, of every kind.
    const GOOD: &[(&str, &str)] = &[
        good!("tests/fixtures/cases/workbench", "authorities.ron"),
        good!("tests/fixtures/cases/workbench", "evaluation.ron"),
        good!("tests/fixtures/cases/workbench", "injects.ron"),
        good!("tests/fixtures/cases/workbench", "intel.ron"),
        good!("tests/fixtures/cases/workbench", "map.ron"),
        good!("tests/fixtures/cases/workbench", "milestones.ron"),
        good!("tests/fixtures/cases/workbench", "network.ron"),
        good!("tests/fixtures/cases/workbench", "objectives.ron"),
        good!("tests/fixtures/cases/workbench", "officers.ron"),
        good!("tests/fixtures/cases/workbench", "operations.ron"),
        good!("tests/fixtures/cases/workbench", "people.ron"),
        good!("tests/fixtures/cases/workbench", "questionnaires.ron"),
        good!("tests/fixtures/cases/workbench", "scenario.ron"),
        good!("tests/fixtures/cases/workbench", "subjects.ron"),
        good!("tests/fixtures/cases/workbench", "tasks.ron"),
        good!("tests/fixtures/cases/workbench", "theory.ron"),
        good!("tests/fixtures/cases/workbench", "truth.ron"),
        good!("scenarios/first_watch", "interviews/deckhand.ron"),
        good!("scenarios/first_watch", "documents/niece.ron"),
        good!("scenarios/first_watch", "lines/pier.ron"),
        good!("scenarios/first_watch", "questionnaires.ron"),
        good!("scenarios/first_watch", "evaluation.ron"),
        good!("scenarios/the_night_bus", "operations.ron"),
        good!("scenarios/the_night_bus", "network.ron"),
        good!("scenarios/the_night_bus", "authorities.ron"),
        good!("scenarios/the_night_bus", "injects.ron"),
        good!("scenarios/the_night_bus", "lang/th.ron"),
    ];

    /// Where something of a file is odd or cannot stand.
    fn odd(file: &str, text: &str) -> Vec<String> {
        let mut state = State::new(Want::of_file(file));
        let (mut at, mut out) = (0, Vec::new());
        loop {
            let token = lex::next(text, at);
            let taken = state.take(&token, text);
            if taken != Taken::Fine {
                let line = 1 + text[..token.start].matches('\n').count();
                out.push(format!("{file}:{line} {taken:?} {}", token.of(text)));
            }
            if token.kind == Kind::End || taken == Taken::Never {
                return out;
            }
            at = token.end;
        }
    }

    /// Nothing is thought of the format that good files do not keep to.
    #[test]
    fn good_files_are_good() {
        for (file, text) in GOOD {
            assert_eq!(odd(file, text), [""; 0]);
        }
    }
}
