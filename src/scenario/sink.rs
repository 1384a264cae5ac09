//! Collects the problems of a case with their places, at most so many, and puts them in order.

use std::collections::BTreeMap;

use super::diagnostic::{Code, Diagnostic, Missing, Severity};
use super::doc::{At, Doc, Spot};
use super::fix::{Fix, Guess};

/// Most problems that are told; a case with more has one cause.
pub const MAX_DIAGNOSTICS: usize = 500;
/// Most look-ups of a similar word; each costs a pass over all words of its kind.
const MAX_GUESSES: usize = 60;

/// The collector.
#[derive(Default)]
pub(super) struct Sink {
    found: Vec<(Diagnostic, usize)>,
    guesses: usize,
    /// How often something could not be stored.
    missed: [usize; 2],
    /// True once something of the format itself is broken: names or values are missing.
    pub broken: bool,
    errors: usize,
    /// Those among them that say that something never comes about.
    never: usize,
}

impl Sink {
    /// A problem with a place in a file.
    pub fn at(
        &mut self,
        docs: &[Doc],
        at: impl Into<Spot>,
        code: Code,
        message: String,
    ) -> Entry<'_> {
        let spot = at.into();
        let doc = docs.get(spot.doc);
        let file = doc.map_or_else(String::new, |doc| doc.file.to_owned());
        let mut diagnostic = Diagnostic::of_file(code, file, message);
        let text = doc.map_or("", |doc| doc.text);
        diagnostic.span = whole(text, spot.bytes.start as usize, spot.bytes.end as usize);
        self.store(diagnostic, spot.doc)
    }

    /// A problem with a whole file, or with one that is not there.
    pub fn file(&mut self, code: Code, file: &str, message: String) -> Entry<'_> {
        self.store(Diagnostic::of_file(code, file, message), usize::MAX)
    }

    fn store(&mut self, diagnostic: Diagnostic, doc: usize) -> Entry<'_> {
        let severity = diagnostic.severity;
        if severity == Severity::Error {
            self.errors += 1;
            self.never += usize::from(diagnostic.code.tells_never());
        }
        // Errors push warnings out, never the other way round.
        let full = self.found.len() >= MAX_DIAGNOSTICS;
        if full && (severity == Severity::Warning || self.errors > MAX_DIAGNOSTICS) {
            self.missed[severity as usize] += 1;
            return Entry(None);
        }
        self.found.push((diagnostic, doc));
        Entry(self.found.last_mut().map(|(d, _)| d))
    }

    /// True while problems can still be told.
    pub fn open(&self) -> bool {
        self.errors <= MAX_DIAGNOSTICS
    }

    /// True if the case cannot be played.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// True if there are errors of another kind than that something never comes about.
    pub fn is_unsound(&self) -> bool {
        self.errors > self.never
    }

    /// `did you mean ..?` from words of the same kind.
    pub fn similar<'w>(
        &mut self,
        word: &str,
        words: impl IntoIterator<Item = &'w str, IntoIter: Clone>,
    ) -> Option<Guess> {
        self.guesses += 1;
        if self.guesses > MAX_GUESSES {
            return None;
        }
        let words = words.into_iter();
        let best = similar(word, words.clone())?;
        Some(Guess::new(word, best, words))
    }

    /// Everything in the order of files and places, with lines and columns.
    pub fn finish(mut self, docs: &[Doc]) -> Vec<Diagnostic> {
        if self.missed != [0, 0] {
            let [errors, warnings] = self.missed;
            let note = format!("{errors} more errors and {warnings} more warnings are not shown");
            let mut rest = Diagnostic::of_file(Code::MoreProblems, "scenario.ron", note);
            if errors == 0 {
                rest.severity = Severity::Warning;
            }
            self.found.push((rest, usize::MAX));
        }
        self.found.sort_by(|(a, _), (b, _)| {
            (&a.file, a.span.start, a.code, &a.message).cmp(&(
                &b.file,
                b.span.start,
                b.code,
                &b.message,
            ))
        });
        self.found.dedup_by(|(a, _), (b, _)| a == b);
        let mut cursors: BTreeMap<usize, Cursor> = BTreeMap::new();
        self.found
            .into_iter()
            .map(|(mut diagnostic, doc)| {
                if let Some(doc_text) = docs.get(doc).map(|d| d.text) {
                    let cursor = cursors.entry(doc).or_default();
                    (diagnostic.line, diagnostic.column) =
                        cursor.advance(doc_text, diagnostic.span.start);
                }
                diagnostic
            })
            .collect()
    }
}

/// What was just told, to add to; nothing if it was one too many.
pub(super) struct Entry<'s>(Option<&'s mut Diagnostic>);

impl Entry<'_> {
    /// In a file that has no tree because it is not text.
    pub fn place(mut self, span: std::ops::Range<usize>, line: usize, column: usize) -> Self {
        if let Some(d) = &mut self.0 {
            (d.span, d.line, d.column) = (span, line, column);
        }
        self
    }
    pub fn label(mut self, label: impl Into<String>) -> Self {
        if let Some(d) = &mut self.0 {
            d.label = label.into();
        }
        self
    }
    pub fn help(self, help: impl Into<String>) -> Self {
        self.maybe_help(Some(help.into()))
    }
    /// With the word that was probably meant, which mends it where nothing else can have been.
    pub fn guess(mut self, docs: &[Doc], guess: Option<Guess>) -> Self {
        if let (Some(d), Some(guess)) = (&mut self.0, guess) {
            d.suggestion = Some(guess.help.clone());
            let doc = docs.iter().find(|doc| doc.file == d.file);
            d.fix = doc.and_then(|doc| guess.fix(doc.text, &d.span));
        }
        self
    }
    /// With what mends it for certain.
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        if let Some(d) = &mut self.0 {
            d.fix = fix;
        }
        self
    }
    pub fn missing(mut self, language: &str, path: Option<&str>, count: usize) {
        if let Some(d) = &mut self.0 {
            d.missing = Some(Missing {
                language: language.to_owned(),
                path: path.map(shown),
                count,
            });
        }
    }
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        if let Some(d) = &mut self.0 {
            d.suggestion = help;
        }
        self
    }
}

/// Walks a text once while places are asked for in order.
#[derive(Default)]
struct Cursor {
    at: usize,
    line: usize,
    column: usize,
}

impl Cursor {
    /// Line and column, both from 1, the column in characters.
    fn advance(&mut self, text: &str, to: usize) -> (usize, usize) {
        let to = to.min(text.len());
        let passed = text.get(self.at..to).unwrap_or_default();
        match passed.rfind('\n') {
            Some(last) => {
                self.line += passed.bytes().filter(|&b| b == b'\n').count();
                self.column = passed[last + 1..].chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.at = self.at.max(to);
        (self.line + 1, self.column + 1)
    }
}

/// From the beginning of a character to the end of one: who finds a mistake points at its first byte.
fn whole(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(start);
    start..text.ceil_char_boundary(end).max(start)
}

/// Words of other notations, and what they are called here.
const SYNONYMS: &[(&str, &str)] = &[("and", "All"), ("or", "Any")];

/// The word most like `word`, if any is like it at all.
pub(super) fn similar<'w>(
    word: &str,
    words: impl IntoIterator<Item = &'w str, IntoIter: Clone>,
) -> Option<&'w str> {
    if word.len() > 80 {
        return None;
    }
    let words = words.into_iter();
    let other = SYNONYMS.iter().find(|(w, _)| w.eq_ignore_ascii_case(word));
    if let Some(known) = other.and_then(|(_, here)| words.clone().find(|w| w == here)) {
        return Some(known);
    }
    like(word, words.clone()).or_else(|| within(word, words))
}

/// The one word that has all parts of this one and more, or some of its parts and no others: a thing that was
/// given a longer name, or a shorter one.
fn within<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let parts = |w: &str| w.split('_').map(str::to_lowercase).collect::<Vec<_>>();
    let own = parts(word);
    let long = |all: &[String]| all.iter().any(|part| part.chars().count() >= 4);
    let mut found = words.filter(|w| w.len() <= 80 && *w != word).filter(|w| {
        let other = parts(w);
        let holds = |a: &[String], b: &[String]| long(b) && b.iter().all(|part| a.contains(part));
        holds(&own, &other) || holds(&other, &own)
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn like<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    words
        .filter(|w| w.len() <= 80 && *w != word)
        .map(|w| {
            (
                strsim::jaro_winkler(&word.to_lowercase(), &w.to_lowercase()),
                w,
            )
        })
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, w)| w)
}

/// A word as messages show it: never longer than a line.
pub(super) fn shown(word: &str) -> String {
    let mut out: String = word.chars().take(60).filter(|c| !c.is_control()).collect();
    if word.chars().nth(60).is_some() {
        out.push('…');
    }
    out
}

impl From<At> for Spot {
    fn from(at: At) -> Self {
        at.spot
    }
}
