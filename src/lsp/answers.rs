//! What an editor asks of a place: what could stand there, what stands there, where it is defined.

use std::fmt::Write as _;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, Hover, HoverContents,
    Location, MarkupContent, MarkupKind, TextDocumentPositionParams, TextEdit,
};
use serde::Deserialize;
use serde_json::Value;

use super::address;
use super::cases::Cases;
use super::position::Lines;
use crate::scenario::outline::{
    Definition, Expected, Look, Outline, Thing, Wanted, What, expected, look,
};
use crate::scenario::{CaseSource, explain, load};

/// Words that are offered at once; a case may have sixty thousand items.
const MAX_OFFERS: usize = 2_000;
/// Most characters of a text that are shown in a line.
const SHORT: usize = 100;

/// The place that is asked about; whatever else an editor says of it is not needed.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(flatten)]
    at: TextDocumentPositionParams,
}

/// The place in its case.
pub(super) struct Place {
    pub folder: std::path::PathBuf,
    pub file: String,
    pub source: CaseSource,
    offset: usize,
}

impl Place {
    fn new(cases: &mut Cases, asked: &Asked) -> Option<Self> {
        Self::at(cases, &asked.at)
    }

    pub fn at(cases: &mut Cases, asked: &TextDocumentPositionParams) -> Option<Self> {
        let path = address::path(&asked.text_document.uri)?;
        let (folder, file) = cases.file(&path)?;
        let source = cases.source(&folder);
        let offset = Lines::new(source.text(&file)?).byte(asked.position);
        Some(Self {
            folder,
            file,
            source,
            offset,
        })
    }

    pub fn text(&self) -> &str {
        self.source.text(&self.file).unwrap_or_default()
    }

    pub fn look(&self) -> Option<Look> {
        look(&self.file, self.text(), self.offset)
    }
}

/// `textDocument/completion`
pub(super) fn completion(cases: &mut Cases, asked: Asked) -> Option<Value> {
    let place = Place::new(cases, &asked)?;
    let Expected { span, wanted } = expected(&place.file, place.text(), place.offset)?;
    let range = Lines::new(place.text()).span(&span);
    let item = |label: &str, text: String, detail: String, kind| CompletionItem {
        label: label.to_owned(),
        kind: Some(kind),
        detail: Some(detail).filter(|d| !d.is_empty()),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, text))),
        ..CompletionItem::default()
    };
    let quote = |id: &str, quotes: bool| {
        if quotes {
            format!("\"{id}\"")
        } else {
            id.to_owned()
        }
    };
    let items: Vec<CompletionItem> = match wanted {
        Wanted::Id {
            thing,
            scope,
            quotes,
        } => {
            let outline = Outline::new(&place.source);
            let mut seen = std::collections::BTreeSet::new();
            outline
                .of(thing, &scope)
                .filter(|d| seen.insert(d.id.clone()))
                .take(MAX_OFFERS)
                .map(|d| {
                    let kind = CompletionItemKind::REFERENCE;
                    item(&d.id, quote(&d.id, quotes), short(&d.title), kind)
                })
                .collect()
        }
        Wanted::Path { quotes } => {
            let outline = Outline::new(&place.source);
            outline
                .texts
                .iter()
                .take(MAX_OFFERS)
                .map(|t| {
                    let kind = CompletionItemKind::TEXT;
                    item(&t.path, quote(&t.path, quotes), short(&t.text), kind)
                })
                .collect()
        }
        Wanted::Words(offers) => offers
            .into_iter()
            .map(|offer| {
                let (kind, detail) = if offer.needed {
                    (CompletionItemKind::FIELD, "needed".to_owned())
                } else if offer.text.ends_with(": ") {
                    (CompletionItemKind::FIELD, String::new())
                } else {
                    (CompletionItemKind::ENUM_MEMBER, String::new())
                };
                let doc = Some(offer.doc).filter(|d| !d.is_empty());
                CompletionItem {
                    documentation: doc.map(Documentation::String),
                    ..item(&offer.name, offer.text, detail, kind)
                }
            })
            .collect(),
    };
    serde_json::to_value(items).ok()
}

/// `textDocument/hover`
pub(super) fn hover(cases: &mut Cases, asked: Asked) -> Option<Value> {
    let place = Place::new(cases, &asked)?;
    let mut said = Vec::new();
    let mut span = None;
    // What is wrong there, by its code.
    for diagnostic in load(&place.source).diagnostics {
        let at = &diagnostic.span;
        if diagnostic.file == place.file && (at.start..=at.end).contains(&place.offset) {
            let code = diagnostic.code;
            let mut line = format!(
                "**{}** {}: {}",
                code.code(),
                code.title(),
                diagnostic.message
            );
            if let Some(suggestion) = &diagnostic.suggestion {
                let _ = write!(line, " ({suggestion})");
            }
            if let Some(explained) = explain(code) {
                let _ = write!(line, "\n\n{}", explained.why);
            }
            said.push(line);
            span.get_or_insert(at.clone());
        }
    }
    if let Some(look) = place.look() {
        let outline = Outline::new(&place.source);
        said.extend(told(&look.what, &place, &outline));
        span = Some(look.span);
    }
    if said.is_empty() {
        return None;
    }
    let hover = Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: MarkupKind::Markdown,
            value: said.join("\n\n"),
        }),
        range: span.map(|span| Lines::new(place.text()).span(&span)),
    };
    serde_json::to_value(hover).ok()
}

fn told(what: &What, place: &Place, outline: &Outline) -> Option<String> {
    Some(match what {
        What::Id { thing, scope, id } => {
            let Some(found) = outline.define(*thing, scope, id) else {
                return Some(format!("{} `{id}`: not defined", thing.what()));
            };
            let mut out = format!("{} `{id}`", thing.what());
            if !found.title.is_empty() && *thing != Thing::Flag {
                let _ = write!(out, ": {}", found.title);
            }
            let text = place.source.text(&found.file).unwrap_or_default();
            let line = Lines::new(text).position(found.span.start).line + 1;
            let verb = if *thing == Thing::Flag {
                "set"
            } else {
                "defined"
            };
            let _ = write!(out, "\n\n{verb} in {}:{line}", found.file);
            out
        }
        What::Path(path) => {
            let text = outline.texts.iter().find(|t| t.path == *path)?;
            format!(
                "{}, at most {} characters\n\n{}",
                text.kind.what(),
                text.kind.limit(),
                text.text
            )
        }
        What::Field { of, name, ty, doc } => {
            let mut out = format!("`{name}: {ty}` of {of}");
            if !doc.is_empty() {
                let _ = write!(out, "\n\n{doc}");
            }
            out
        }
        What::Word { name, doc } => {
            let mut out = format!("`{name}`");
            if !doc.is_empty() {
                let _ = write!(out, "\n\n{doc}");
            }
            out
        }
    })
}

/// `textDocument/definition`
pub(super) fn definition(cases: &mut Cases, asked: Asked) -> Option<Value> {
    let place = Place::new(cases, &asked)?;
    let outline = Outline::new(&place.source);
    let (file, span) = match place.look()?.what {
        What::Id { thing, scope, id } => {
            let Definition { file, span, .. } = outline.define(thing, &scope, &id)?;
            (file, span)
        }
        What::Path(path) => {
            let text = outline.texts.iter().find(|t| t.path == path)?;
            (&text.file, &text.span)
        }
        What::Field { .. } | What::Word { .. } => return None,
    };
    let text = place.source.text(file)?;
    let location = Location {
        uri: address::uri(&place.folder.join(file))?,
        range: Lines::new(text).span(span),
    };
    serde_json::to_value(location).ok()
}

/// One line of a text.
fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut out: String = line.chars().take(SHORT).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
