//! A questionnaire that gives the case away: both teams read it before they play.

use std::collections::BTreeMap;

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::Team;
use super::super::model::{Scenario, Subject};
use super::super::words::SubjectKind;
use super::{Lint, shown};

/// Names that are shorter say nothing: they occur in any text.
const SHORTEST: usize = 4;

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    if case.questionnaires.is_empty() {
        return;
    }
    let language = case.language.as_str();
    let named = Named::of(case);
    for (question, file) in case.questionnaires.iter().zip(&parsed.questionnaires.all) {
        let text = (question.text.get(language), vec![Step::Field("text")]);
        let options = question.knowledge().map(|k| k.options.iter().enumerate());
        let options = options.into_iter().flatten().map(|(n, o)| {
            let steps = vec![Step::Field("options"), Step::Nth(n), Step::Field("text")];
            (o.text.get(language), steps)
        });
        for (text, steps) in std::iter::once(text).chain(options) {
            let Some(name) = named.find(text, &|name| !public(case, name)) else {
                continue;
            };
            let message = format!(
                "`{}` names “{}”, and both teams read it before they play",
                shown(&question.key),
                shown(name)
            );
            lint.tell(file.at, &steps, Code::SurveyTells, message)
                .label("known from here")
                .help("ask about the rule, not about this case");
        }
    }
}

/// Do both teams read it anyway?
fn public(case: &Scenario, name: &str) -> bool {
    let language = case.language.as_str();
    let briefing = |t: Team| case.service(t).briefing.get(language).contains(name);
    case.summary.get(language).contains(name) || Team::BOTH.into_iter().all(briefing)
}

/// What the subjects of the case are called, by the first word of each name.
struct Named<'c>(BTreeMap<&'c str, Vec<&'c str>>);

impl<'c> Named<'c> {
    fn of(case: &'c Scenario) -> Self {
        let mut by_word: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let all = case.subjects.iter();
        for name in all.flat_map(|s| names(s, &case.language)) {
            if let Some((_, first)) = words(name).next()
                && name.chars().count() >= SHORTEST
            {
                by_word.entry(first).or_default().push(name);
            }
        }
        Self(by_word)
    }

    /// A name that stands in the text as words of its own.
    fn find(&self, text: &str, counts: &impl Fn(&str) -> bool) -> Option<&'c str> {
        words(text).find_map(|(at, word)| {
            let rest = text.get(at..)?;
            let stands = |name: &&&str| {
                let after = rest.strip_prefix(**name);
                let whole = after.is_some_and(|a| !a.starts_with(char::is_alphanumeric));
                whole && counts(name)
            };
            self.0.get(word)?.iter().find(stands).copied()
        })
    }
}

/// The words of a text and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let pieces = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let placed = pieces.map(move |piece| {
        let start = at;
        at += piece.len();
        (
            start,
            piece.trim_end_matches(|c: char| !c.is_alphanumeric()),
        )
    });
    placed.filter(|(_, word)| !word.is_empty())
}

/// What a subject is called, without what stands behind a comma; of persons each proper name.
fn names<'s>(subject: &'s Subject, language: &str) -> Vec<&'s str> {
    let name = subject.name.get(language);
    let name = name.split(',').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let mut out = vec![name];
    if subject.kind == SubjectKind::Person {
        let words = name.split(|c: char| !c.is_alphanumeric());
        out.extend(words.filter(|w| w.starts_with(char::is_uppercase)));
    }
    out
}
