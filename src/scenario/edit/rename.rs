//! One thing of a case gets another id, everywhere: where it is defined and used, and in the paths of translations.

use std::collections::BTreeMap;

use super::super::code::Severity;
use super::super::manifest::{Part, part};
use super::super::outline::{Outline, Thing, said, uses};
use super::super::source::CaseSource;
use super::super::tree::Tree;
use super::super::validate::{MAX_ID, well_formed};
use super::super::{Code, Diagnostic, load};
use super::{Splice, apply, quoted};

/// What a new id comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renamed {
    /// Of the case's files, translations among them.
    pub splices: Vec<Splice>,
    /// Paths of texts that are other ones then: the old one and the new one.
    pub paths: Vec<(String, String)>,
}

/// Why a thing keeps its id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    #[error("no {what} is called `{id}`")]
    Unknown { what: &'static str, id: String },
    #[error("`{0}` is not an id: use a–z, 0–9 and _, a letter first, at most {MAX_ID} of them")]
    Malformed(String),
    #[error("`{0}` is not the number of an inject: write digits only, the first not 0")]
    NoNumber(String),
    #[error("it is called so already")]
    Same,
    #[error("another {what} is called `{id}` already")]
    Taken { what: &'static str, id: String },
    #[error(
        "something in `{0}` cannot be read ({1}): mend it first, or places of it would be missed"
    )]
    Unread(String, &'static str),
    #[error("the case would not be right with that: {0}")]
    Wrong(String),
}

/// Calls a thing otherwise. What is known within one file or inject is told apart by its scope.
///
/// # Errors
/// If there is no such thing, the new id is none or is taken, a file cannot be read whole, or something would be
/// wrong with the case that is not wrong now.
pub fn rename(
    source: &CaseSource,
    thing: Thing,
    scope: &str,
    old: &str,
    new: &str,
) -> Result<Renamed, RenameError> {
    let what = thing.what();
    let outline = Outline::new(source);
    let Some(definition) = outline.define(thing, scope, old) else {
        let id = old.to_owned();
        return Err(RenameError::Unknown { what, id });
    };
    let thing = definition.thing;
    if old == new {
        return Err(RenameError::Same);
    }
    let number = thing == Thing::Inject;
    if number
        && (new.is_empty() || new.starts_with('0') || !new.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(RenameError::NoNumber(new.to_owned()));
    }
    if !number && !well_formed(new) {
        return Err(RenameError::Malformed(new.to_owned()));
    }
    let taken = |what| RenameError::Taken {
        what,
        id: new.to_owned(),
    };
    if outline.define(thing, scope, new).is_some() {
        return Err(taken(what));
    }
    let before = load(source).diagnostics;
    if let Some(torn) = unread(&before) {
        return Err(RenameError::Unread(torn.file.clone(), torn.code.code()));
    }
    let places = uses(source, thing, scope, old);
    let mut splices: Vec<Splice> = places
        .iter()
        .map(|place| Splice {
            file: place.file.clone(),
            span: place.span.clone(),
            text: place.write(new),
        })
        .collect();
    let there = apply(source, &splices);
    let paths = moved(&outline, &Outline::new(&there));
    splices.extend(translations(source, &paths));
    // A contradiction names a statement or evidence, whichever there is.
    let other = match thing {
        Thing::Statement => Some(Thing::Evidence),
        Thing::Evidence => Some(Thing::Statement),
        _ => None,
    };
    for kind in other.into_iter().chain([thing]) {
        let was = if kind == thing { old } else { new };
        if uses(&there, kind, scope, new).len() != uses(source, kind, scope, was).len() {
            return Err(taken(other.unwrap_or(kind).what()));
        }
    }
    let after = load(&apply(source, &splices)).diagnostics;
    match worse(&before, &after) {
        Some(wrong) => Err(RenameError::Wrong(wrong.brief())),
        None => {
            let paths = paths.into_iter().collect();
            Ok(Renamed { splices, paths })
        }
    }
}

/// What keeps places of a case from being found, if something does.
#[must_use]
pub fn unread(diagnostics: &[Diagnostic]) -> Option<&Diagnostic> {
    let hides = |d: &&Diagnostic| {
        matches!(
            d.code,
            Code::Syntax
                | Code::NotUtf8
                | Code::Binary
                | Code::FileTooLarge
                | Code::CaseTooLarge
                | Code::TooManyFiles
                | Code::TooDeep
                | Code::OutsideCase
                | Code::FormatVersion
                | Code::Unreadable
                | Code::TooMany
                | Code::UnknownField
                | Code::WrongType
                | Code::UnknownWord
                | Code::FieldTwice
        )
    };
    diagnostics.iter().find(hides)
}

/// Texts whose path is another one: they stand in the same order.
fn moved(before: &Outline, after: &Outline) -> BTreeMap<String, String> {
    let pairs = before.texts.iter().zip(&after.texts);
    pairs
        .filter(|(old, new)| old.path != new.path)
        .map(|(old, new)| (old.path.clone(), new.path.clone()))
        .collect()
}

/// The keys of those texts in every language.
fn translations(source: &CaseSource, paths: &BTreeMap<String, String>) -> Vec<Splice> {
    let files = source.files.keys();
    let languages = files.filter(|file| matches!(part(file), Some(Part::Lang(_))));
    let mut out = Vec::new();
    for file in languages {
        let text = source.text(file).unwrap_or_default();
        let tree = Tree::scan(text);
        let entries = tree.root().map(|root| tree.children(root));
        for entry in entries.into_iter().flatten() {
            let key = tree.node(entry).key;
            let Some(new) = paths.get(said(key.of(text)).as_ref()) else {
                continue;
            };
            out.push(Splice {
                file: file.clone(),
                span: key.start as usize..key.end as usize,
                text: quoted(new),
            });
        }
    }
    out
}

/// The first error of a kind of which there are more than before.
fn worse<'d>(before: &[Diagnostic], after: &'d [Diagnostic]) -> Option<&'d Diagnostic> {
    let errors = |all: &[Diagnostic], code: Code| {
        let of_code = |d: &&Diagnostic| d.severity == Severity::Error && d.code == code;
        all.iter().filter(of_code).count()
    };
    after
        .iter()
        .find(|d| d.severity == Severity::Error && errors(after, d.code) > errors(before, d.code))
}
