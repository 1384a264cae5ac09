//! Whom a text calls by a proper name, and who can know of them when.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ids::{ItemId, Team};
use super::super::model::{Scenario, Subject};
use super::super::texts::Site;
use super::super::words::SubjectKind;
use super::Lint;

/// Who can be named, and what tells of them: looked up for each text, so made once for the case.
pub(super) struct Named {
    /// By the first word of a name: all its words, and the subject, in the order of the case.
    by_word: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// By subject: the items that speak of it, and whether only their tear-lines do.
    told_by: Vec<Vec<(ItemId, Told)>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    InFull,
    InTearLine,
}

impl Named {
    /// `sites`: the texts of the case, which tell its names from its words.
    pub fn of(case: &Scenario, sites: &[Site]) -> Self {
        let said = sites.iter().flat_map(|site| words(site.text));
        let mut common: BTreeSet<String> = said
            .filter(|word| word.starts_with(char::is_lowercase))
            .map(str::to_owned)
            .collect();
        // What a street is called as well says nothing of who lives there.
        let places = case.map.places.iter();
        let streets = places.flat_map(|place| words(place.name.get(&case.language)));
        common.extend(streets.map(str::to_lowercase));
        // What a service or an officer is called, too.
        let services = case.services.iter();
        let services = services.flat_map(|s| [&s.name, &s.short, &s.place]);
        let own = services.chain(case.officers.iter().map(|o| &o.name));
        let own = own.flat_map(|name| words(name.get(&case.language)));
        common.extend(own.map(str::to_lowercase));
        let mut by_word: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (n, subject) in case.subjects.iter().enumerate() {
            for name in names(subject, &case.language, &common) {
                let whole: Vec<String> = name.iter().map(|w| (*w).to_owned()).collect();
                let upper: Vec<String> = name.iter().map(|w| w.to_uppercase()).collect();
                for form in BTreeSet::from([whole, upper]) {
                    if let Some(first) = form.first().cloned() {
                        by_word.entry(first).or_default().push((form, n));
                    }
                }
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

    /// The subjects that a text calls by a name, in the case's order, each with the words.
    pub fn within<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let all: Vec<&str> = words(text).collect();
        let mut found: Vec<(usize, &str)> = Vec::new();
        for (at, word) in all.iter().enumerate() {
            for (name, subject) in self.by_word.get(*word).into_iter().flatten() {
                let here = all.get(at..at + name.len()).unwrap_or_default();
                if !here.is_empty() && here.iter().zip(name).all(|(a, b)| a == b) {
                    found.push((*subject, between(text, here)));
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// Does an item of the partner's tell of the subject?
    pub fn theirs(&self, case: &Scenario, subject: usize, team: Team) -> bool {
        let mut items = self.told_by[subject].iter();
        items.any(|(id, _)| case.item(*id).origin != team)
    }

    /// Do items tell of the subject, and all of them are the partner's?
    pub fn only_theirs(&self, case: &Scenario, subject: usize, team: Team) -> bool {
        let items = &self.told_by[subject];
        !items.is_empty() && items.iter().all(|(id, _)| case.item(*id).origin != team)
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
        .filter(|word| !word.is_empty())
}

/// From the first of some words of a text to the end of the last.
fn between<'t>(text: &'t str, words: &[&'t str]) -> &'t str {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return "";
    };
    let offset = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let (start, end) = (offset(first), offset(last) + last.len());
    text.get(start..end).unwrap_or(first)
}

/// What a person or a firm is called, each proper name by itself and without what stands behind a comma; and the number
/// by which a vehicle, a telephone, a document or an account is known, as a whole. What is a `common` word, as `may` and
/// `captain` are where the case uses them so, is no name.
fn names<'n>(subject: &'n Subject, language: &str, common: &BTreeSet<String>) -> Vec<Vec<&'n str>> {
    let name = subject.name.get(language);
    let proper = |w: &&str| {
        w.chars().count() > 2
            && w.starts_with(char::is_uppercase)
            && !common.contains(&w.to_lowercase())
    };
    let sign = |w: &&str| !w.contains(char::is_lowercase);
    match subject.kind {
        SubjectKind::Place => Vec::new(),
        SubjectKind::Person | SubjectKind::Company => {
            let name = name.split(',').next().unwrap_or_default();
            words(name).filter(proper).map(|word| vec![word]).collect()
        }
        _ => {
            let number: Vec<&str> = words(name)
                .skip_while(|w| !sign(w))
                .take_while(sign)
                .collect();
            let known = number
                .iter()
                .any(|w| w.contains(|c: char| c.is_ascii_digit()));
            let long = number.iter().map(|w| w.len()).sum::<usize>() > 3;
            if known && long {
                vec![number]
            } else {
                Vec::new()
            }
        }
    }
}
