//! Changes that put a problem right, where the problem says how.

use std::collections::HashMap;

use lsp_types::{CodeAction, CodeActionKind, CodeActionParams, TextEdit, Uri, WorkspaceEdit};
use serde_json::Value;

use super::cases::Cases;
use super::position::Lines;
use super::{address, shown};
use crate::scenario::edit::{Splice, fix};
use crate::scenario::{CaseSource, load};

/// `textDocument/codeAction`
pub(super) fn actions(cases: &mut Cases, asked: CodeActionParams) -> Option<Value> {
    let path = address::path(&asked.text_document.uri)?;
    let (folder, file) = cases.file(&path)?;
    let source = cases.source(&folder);
    let lines = Lines::new(source.text(&file)?);
    let (from, to) = (lines.byte(asked.range.start), lines.byte(asked.range.end));
    let mut out = Vec::new();
    for diagnostic in load(&source).diagnostics {
        let at = &diagnostic.span;
        if diagnostic.file != file || at.start > to || at.end < from {
            continue;
        }
        let Some(offer) = fix(&source, &diagnostic) else {
            continue;
        };
        let Some(uri) = address::uri(&folder.join(&offer.splice.file)) else {
            continue;
        };
        out.push(CodeAction {
            title: offer.title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![shown(&source, &diagnostic)]),
            edit: Some(edit(&source, uri, &offer.splice)),
            is_preferred: Some(offer.certain),
            ..CodeAction::default()
        });
    }
    serde_json::to_value(out).ok()
}

fn edit(source: &CaseSource, uri: Uri, splice: &Splice) -> WorkspaceEdit {
    let text = source.text(&splice.file).unwrap_or_default();
    let range = Lines::new(text).span(&splice.span);
    let edit = TextEdit::new(range, splice.text.clone());
    WorkspaceEdit::new(HashMap::from([(uri, vec![edit])]))
}
