//! A profile that belongs to no case, with its translations beside it.

use std::collections::BTreeMap;

use super::super::diagnostic::Diagnostic;
use super::super::sink::Sink;
use super::super::validate::Words;
use super::super::{lint, read, texts, translations};
use super::{Profile, ProfileFile, build, check};

/// The language of profiles that belong to no case.
const OWN: &str = "en";

/// The texts of a profile in another language, by path, as in `lang/<tag>.ron` of a case.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'s> {
    /// A language tag such as `th`.
    pub tag: &'s str,
    /// What the file is called.
    pub file: &'s str,
    /// What it says.
    pub text: &'s str,
}

/// Reads a profile that belongs to no case; its own language is English.
///
/// # Errors
/// Everything that is wrong with it, with line and column. Warnings alone do not keep it from being read.
pub fn read(file: &str, text: &str, sheets: &[Sheet]) -> Result<Profile, Vec<Diagnostic>> {
    let (profile, diagnostics) = inspect(file, text, sheets);
    profile.ok_or(diagnostics)
}

/// Reads a profile that belongs to no case, and tells all of it: warnings too, such as texts that have no
/// translation. There is a profile exactly where nothing is an error.
#[must_use]
pub fn inspect(file: &str, text: &str, sheets: &[Sheet]) -> (Option<Profile>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let docs = read::alone(
        file,
        text,
        sheets.iter().map(|s| (s.file, s.text)),
        &mut sink,
    );
    let located = read::single::<ProfileFile>(&docs, &mut sink);
    let mut translated = BTreeMap::new();
    for (n, sheet) in sheets.iter().enumerate() {
        if let Some(translation) = read::translation(&docs, n + 1, &mut sink) {
            translated.insert(sheet.tag.to_owned(), translation);
        }
    }
    let Some(located) = &located else {
        return (None, sink.finish(&docs));
    };
    let sites = texts::of_line(located);
    lint::texts(&docs, &sites, &mut sink);
    check(&docs, located, &mut sink);
    // Of a profile with mistakes it is not known what its texts are.
    let languages = if located.broken {
        translations::Languages::default()
    } else {
        translations::beside(&docs, OWN, &translated, &sites, &mut sink)
    };
    let words = Words::new(&languages);
    let profile =
        (!sink.has_errors()).then(|| build(&located.value, None, &words, &mut |_, _| None));
    (profile, sink.finish(&docs))
}
