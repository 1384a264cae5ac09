//! An id in the whole case: where it stands, and what it takes to call a thing otherwise.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use lsp_types::{
    Location, ReferenceParams, RenameParams, TextDocumentPositionParams, TextEdit, WorkspaceEdit,
};
use serde_json::{Value, json};

use super::address;
use super::answers::Place;
use super::cases::Cases;
use super::position::Lines;
use crate::scenario::CaseSource;
use crate::scenario::edit::{RenameError, rename, unread};
use crate::scenario::outline::{Outline, Thing, What, uses};
use crate::scenario::sheet::translation::Originals;

/// A thing that has an id.
struct Named {
    thing: Thing,
    scope: String,
    id: String,
}

/// The thing whose id stands at a place.
fn named(place: &Place) -> Option<Named> {
    let What::Id { thing, scope, id } = place.look()?.what else {
        return None;
    };
    // Where a statement or some evidence is meant, one of the two is defined.
    let outline = Outline::new(&place.source);
    let thing = outline
        .define(thing, &scope, &id)
        .map_or(thing, |d| d.thing);
    Some(Named { thing, scope, id })
}

/// `textDocument/references`
pub(super) fn references(cases: &mut Cases, asked: ReferenceParams) -> Option<Value> {
    let place = Place::at(cases, &asked.text_document_position)?;
    let of = named(&place)?;
    let all: Vec<Location> = uses(&place.source, of.thing, &of.scope, &of.id)
        .into_iter()
        .filter(|there| asked.context.include_declaration || !there.defines)
        .filter_map(|there| {
            Some(Location {
                uri: address::uri(&place.folder.join(&there.file))?,
                range: Lines::new(place.source.text(&there.file)?).span(&there.span),
            })
        })
        .collect();
    serde_json::to_value(all).ok()
}

/// `textDocument/prepareRename`: what would be written over. Nothing where no thing is called so.
pub(super) fn prepare(cases: &mut Cases, asked: TextDocumentPositionParams) -> Option<Value> {
    let place = Place::at(cases, &asked)?;
    let of = named(&place)?;
    let all = uses(&place.source, of.thing, &of.scope, &of.id);
    if !all.iter().any(|there| there.defines) {
        return None;
    }
    let look = place.look()?.span;
    let inside = |span: &Range<usize>| look.start <= span.start && span.end <= look.end;
    let here = all
        .iter()
        .find(|there| there.file == place.file && inside(&there.span))?;
    let range = Lines::new(place.text()).span(&here.span);
    Some(json!({ "range": range, "placeholder": of.id }))
}

/// `textDocument/rename`
///
/// # Errors
/// Why the thing keeps its id, for the person.
pub(super) fn renamed(cases: &mut Cases, asked: &RenameParams) -> Result<Value, String> {
    let nothing = || "there is no id of a case here".to_owned();
    let place = Place::at(cases, &asked.text_document_position).ok_or_else(nothing)?;
    let of = named(&place).ok_or_else(nothing)?;
    if let Some(torn) = unread(&cases.problems(&place.folder)) {
        let (file, code) = (torn.file.clone(), torn.code.code());
        return Err(RenameError::Unread(file, code).to_string());
    }
    // Some editors take the quotes along.
    let new = asked.new_name.trim().trim_matches('"');
    let renamed = rename(&place.source, of.thing, &of.scope, &of.id, new);
    let renamed = renamed.map_err(|e| e.to_string())?;
    let mut edits: BTreeMap<PathBuf, Vec<TextEdit>> = BTreeMap::new();
    for splice in &renamed.splices {
        let text = place.source.text(&splice.file).unwrap_or_default();
        let edit = TextEdit::new(Lines::new(text).span(&splice.span), splice.text.clone());
        let path = place.folder.join(&splice.file);
        edits.entry(path).or_default().push(edit);
    }
    for (path, edit) in notes(&place.folder, &place.source, &renamed.paths) {
        edits.entry(path).or_default().push(edit);
    }
    let by_uri = edits
        .into_iter()
        .map(|(path, edits)| Some((address::uri(&path)?, edits)));
    let edit = WorkspaceEdit::new(by_uri.collect::<Option<_>>().ok_or_else(nothing)?);
    serde_json::to_value(edit).map_err(|e| e.to_string())
}

/// What is noted beside translations of their originals, with the paths as they are then.
fn notes(
    folder: &Path,
    source: &CaseSource,
    paths: &[(String, String)],
) -> Vec<(PathBuf, TextEdit)> {
    let files = source.files.keys();
    let tags = files.filter_map(|f| f.strip_prefix("lang/")?.strip_suffix(".ron"));
    tags.filter_map(|tag| {
        let path = folder.join(Originals::file(tag));
        let text = std::fs::read_to_string(&path).ok()?;
        let noted = Originals::read(&text);
        let moved = noted.moved(paths);
        let whole = Lines::new(&text).span(&(0..text.len()));
        let edit = TextEdit::new(whole, moved.write());
        (moved != noted).then_some((path, edit))
    })
    .collect()
}
