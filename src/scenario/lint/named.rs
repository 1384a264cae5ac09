//! Whom a text calls by a proper name, and who can know of them when.

use std::collections::BTreeMap;

use super::super::ids::{ItemId, Team};
use super::super::model::{Scenario, Subject};
use super::super::words::SubjectKind;
use super::Lint;

/// Who can be named, and what tells of them: looked up for each text, so made once for the case.
pub(super) struct Named {
    /// Subjects by the words of their proper names, in the order of the case.
    by_word: BTreeMap<String, Vec<usize>>,
    /// By subject: the items that speak of it, and whether only their tear-lines do.
    told_by: Vec<Vec<(ItemId, Told)>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    InFull,
    InTearLine,
}

impl Named {
    pub fn of(case: &Scenario) -> Self {
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, subject) in case.subjects.iter().enumerate() {
            for name in names(subject, &case.language) {
                by_word.entry(name).or_default().push(n);
            }
        }
        // What a street is called as well says nothing of who lives there.
        for place in &case.map.places {
            for word in words(place.name.get(&case.language)) {
                by_word.remove(word);
            }
        }
        let mut told_by = vec![Vec::new(); case.subjects.len()];
        for (item, id) in case.items.iter().zip((0..).map(ItemId)) {
            let full = item.subjects.iter().map(|s| (s, Told::InFull));
            let torn = item.tear_subjects.iter().map(|s| (s, Told::InTearLine));
            for (subject, told) in full.chain(torn) {
                told_by[subject.index()].push((id, told));
            }
        }
        Self { by_word, told_by }
    }

    /// The subjects that a text calls by a proper name, in the case's order, each with the word.
    pub fn within<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut found: Vec<(usize, &str)> = words(text)
            .filter_map(|word| Some((self.by_word.get(word)?, word)))
            .flat_map(|(subjects, word)| subjects.iter().map(move |n| (*n, word)))
            .collect();
        found.sort_unstable();
        found
    }

    /// Does an item of the partner's tell of the subject?
    pub fn theirs(&self, case: &Scenario, subject: usize, team: Team) -> bool {
        let mut items = self.told_by[subject].iter();
        items.any(|(id, _)| case.item(*id).origin != team)
    }

    /// Can the team know of the subject at the moment?
    pub fn known(&self, lint: &Lint, subject: usize, team: Team, moment: u8) -> bool {
        self.told_by[subject].iter().any(|&(id, told)| {
            let theirs = lint.case.item(id).origin != team;
            let at = match told {
                Told::InFull => lint.reach.full(id, team, false),
                Told::InTearLine if theirs => lint.reach.holds[id.index()][team.index()],
                Told::InTearLine => return false,
            };
            at <= moment
        })
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The proper names in what a person or a firm is called, without what stands behind a comma, and the numbers by which
/// a vehicle, a telephone, a document or an account is known.
fn names(subject: &Subject, language: &str) -> Vec<String> {
    let name = subject.name.get(language);
    let long = |w: &&str| w.chars().count() > 2;
    let upper = |w: &&str| w.starts_with(char::is_uppercase);
    let number = |w: &&str| w.contains(|c: char| c.is_ascii_digit());
    let chosen: Vec<&str> = match subject.kind {
        SubjectKind::Place => Vec::new(),
        SubjectKind::Person | SubjectKind::Company => {
            let name = name.split(',').next().unwrap_or_default();
            words(name).filter(long).filter(upper).collect()
        }
        _ => words(name).filter(long).filter(number).collect(),
    };
    chosen.into_iter().map(str::to_owned).collect()
}
