//! What an author is told of a sign that is missing or too much.

use std::collections::VecDeque;

use super::candidate::{Candidate, Edit, Place, Wrong};
use super::layout::indent;
use super::lex::{Kind, blank};
use super::parse::Frame;
use crate::scenario::fix::{self, Fix};
use crate::scenario::tree::Bytes;

/// Signs of a text's end that are shown.
const TAIL: usize = 24;

/// One mistake.
pub(in crate::scenario) struct Finding {
    pub at: Bytes,
    pub message: String,
    pub label: String,
    pub help: Option<String>,
    pub fix: Option<Fix>,
    wrong: Wrong,
}

impl Finding {
    /// The lines end with a sign that nothing else takes for their end.
    pub fn carriage() -> Self {
        Self {
            at: Bytes::default(),
            message: "the lines of the file end with CR alone, so it is one line and its remarks hide the rest"
                .to_owned(),
            label: String::new(),
            help: Some("save it with line ends LF or CR LF".to_owned()),
            fix: None,
            wrong: Wrong::Surplus,
        }
    }

    /// A comma or a colon is missing, or a remark begins with another sign, which moves nothing into or out of
    /// anything.
    pub fn is_small(&self) -> bool {
        matches!(self.wrong, Wrong::Comma | Wrong::Colon | Wrong::Remark)
    }

    /// Only a colon is missing, or another sign stands for it.
    pub fn is_colon(&self) -> bool {
        matches!(self.wrong, Wrong::Colon | Wrong::Instead(':'))
    }
}

/// What is told of a candidate that was chosen; `alone` if nothing else would have done.
pub(super) fn finding(
    text: &str,
    window: &VecDeque<Place>,
    nth: usize,
    candidate: &Candidate,
    alone: bool,
) -> Finding {
    let place = &window[nth];
    let token = place.token;
    let here = Bytes::new(token.start, token.end);
    let first = Bytes::new(token.start, first_end(text, token.start));
    let mut told = Finding {
        at: here,
        message: String::new(),
        label: String::new(),
        help: None,
        fix: None,
        wrong: candidate.wrong,
    };
    let mut say = |at: Bytes, message: String, label: String| {
        (told.at, told.message, told.label) = (at, message, label);
    };
    match candidate.wrong {
        Wrong::Close(closer) => {
            let opener = opener(text, place, token.start);
            let signs = put(candidate).trim_end_matches(',');
            let message = format!("a `{signs}` is missing: {opener} is not closed");
            let (at, side) = beside(text, place);
            say(at, message, format!("`{closer}` expected {side} this"));
            told.fix = close(text, place, candidate).filter(|_| alone);
        }
        Wrong::Comma => {
            let apart = text.get(place.before..token.start).unwrap_or_default();
            if apart.matches('\n').count() > 1 {
                let message = "a comma is missing after this".to_owned();
                say(last(text, place.before), message, "expected `,`".to_owned());
            } else {
                let message = "a comma is missing before this".to_owned();
                let at = Bytes::new(token.start, token.start + 1);
                say(at, message, "expected `,`".to_owned());
            }
            told.fix = alone.then(|| fix::comma(text, token.start)).flatten();
        }
        Wrong::Colon => {
            let key = nth.checked_sub(1).map(|n| window[n].token);
            let at = key.map_or(here, |key| Bytes::new(key.start, key.end));
            let signs = put(candidate);
            let message = format!("a `{signs}` is missing after this field");
            say(at, message, format!("expected `{signs}` after it"));
            told.fix = fix_of(&candidate.edits).filter(|fix| alone && fix.with == ":");
        }
        Wrong::Open(c) => {
            let apart = text.get(place.before..token.start).unwrap_or_default();
            let (at, side) = if place.before == 0 {
                let inside = inside(text, token.start);
                (Bytes::new(inside, first_end(text, inside)), "before")
            } else if apart.matches('\n').count() > 1 {
                (last(text, place.before), "after")
            } else {
                (first, "before")
            };
            let message = format!("a `{c}` is missing {side} this");
            say(at, message, format!("expected `{c}`"));
        }
        Wrong::Within => {
            let at = candidate.edits.first().map_or(token.start, |edit| edit.at);
            let word = text.get(token.start..at).unwrap_or_default();
            let message = format!("a `(` is missing after `{word}`");
            say(here, message, "expected `(` within this".to_owned());
        }
        Wrong::Surplus => {
            let sign = visible(first.of(text));
            let (message, label) = match token.kind {
                Kind::Close(_) => (format!("nothing opened this `{sign}`"), "closes nothing"),
                Kind::Text | Kind::OpenText => {
                    ("this `\"` is one too many".to_owned(), "opens a text")
                }
                _ => (format!("unexpected `{sign}`"), "not expected here"),
            };
            say(first, message, label.to_owned());
        }
        Wrong::Instead(c) => {
            let sign = visible(first.of(text));
            let message = match (token.kind, place.state.bracket()) {
                (Kind::Close(_), Some(_)) => {
                    let opener = opener(text, place, token.start);
                    format!("this `{sign}` stands where `{c}` should close {opener}")
                }
                _ => format!("unexpected `{sign}`"),
            };
            say(first, message, format!("should be `{c}`"));
        }
        Wrong::Remark => {
            say(
                first,
                "unexpected `#`".to_owned(),
                "not expected here".to_owned(),
            );
            told.help = Some("a comment begins with `//`".to_owned());
            told.fix = fix_of(&candidate.edits).filter(|_| alone);
        }
        Wrong::Bare => {
            let end = candidate.edits.last().map_or(token.end, |edit| edit.at);
            let words = text.get(token.start..end).unwrap_or_default();
            let message = "a time stands in quotes".to_owned();
            say(
                Bytes::new(token.start, end),
                message,
                format!("write `\"{words}\"`"),
            );
            told.fix = Some(Fix {
                span: token.start..end,
                with: format!("\"{words}\""),
            })
            .filter(|_| alone);
        }
        Wrong::Bound(word) => {
            let sign = visible(first.of(text));
            let message = format!("conditions are not bound by `{sign}{sign}`");
            say(first, message, "not expected here".to_owned());
            told.help = Some(format!("write `{word}([ .., .. ])` around them"));
        }
        Wrong::OpeningQuote => {
            let message = "a `\"` is missing before this text".to_owned();
            say(first, message, "the text begins here".to_owned());
        }
        Wrong::ClosingQuote => {
            let message = "this text is never closed".to_owned();
            say(first, message, "opened here".to_owned());
            let end = candidate.edits.first().map_or(token.start, |edit| edit.at);
            let tail = tail(text.get(token.start + 1..end).unwrap_or_default());
            let signs = put(candidate);
            told.help = Some(format!(
                "write `{signs}` where it ends, perhaps after `{tail}`"
            ));
        }
        Wrong::Inner => {
            let at = token.end - 1;
            let message = "this `\"` ends the text".to_owned();
            say(Bytes::new(at, at + 1), message, "ends it here".to_owned());
            told.help = Some("within a text write `\\\"`, or quotes such as “ ”".to_owned());
        }
        Wrong::Typographic => {
            let sign = visible(first.of(text));
            let message = format!("unexpected `{sign}`");
            say(first, message, "not expected here".to_owned());
            told.help = Some("write texts in straight double quotes `\"`".to_owned());
        }
        Wrong::NoValue if token.kind == Kind::Other => {
            let message = format!("unexpected `{}`", visible(first.of(text)));
            say(first, message, "expected a value".to_owned());
        }
        Wrong::NoValue => {
            let key = window[nth - candidate.back].token;
            let message = "this field has no value".to_owned();
            let label = "expected a value after it".to_owned();
            say(Bytes::new(key.start, key.end), message, label);
        }
    }
    told
}

/// What a candidate puts into the file first.
fn put(candidate: &Candidate) -> &str {
    candidate
        .edits
        .first()
        .map_or("", |edit| edit.with.as_str())
}

/// The bracket that is open, as people call it, with its line if that is another.
fn opener(text: &str, place: &Place, at: usize) -> String {
    let Some(frame) = place.state.bracket() else {
        return "it".to_owned();
    };
    let bracket = text.get(frame.opened..=frame.opened).unwrap_or_default();
    let name = name(text, frame);
    let what = match name {
        "" => format!("the `{bracket}`"),
        name => format!("the `{bracket}` of `{name}`"),
    };
    let between = text.get(frame.opened..at.max(frame.opened));
    if between.unwrap_or_default().contains('\n') {
        let line = 1 + text[..frame.opened].matches('\n').count();
        format!("{what} in line {line}")
    } else {
        what
    }
}

/// The word before a bracket, or the field that it is the value of.
fn name<'t>(text: &'t str, frame: &Frame) -> &'t str {
    let word = text.get(frame.from..frame.opened).unwrap_or_default();
    if !word.trim().is_empty() {
        return word.trim();
    }
    let head = text.get(..frame.from).unwrap_or_default().trim_end();
    let Some(head) = head.strip_suffix(':') else {
        return "";
    };
    let head = head.trim_end();
    let letters = |c: char| c.is_alphanumeric() || c == '_';
    &head[head.trim_end_matches(letters).len()..]
}

/// Where a bracket should have ended: after what stands before, or before what alone on its line goes on.
fn beside(text: &str, place: &Place) -> (Bytes, &'static str) {
    let token = place.token;
    let apart = text.get(place.before..token.start).unwrap_or_default();
    let goes_on = matches!(token.kind, Kind::Comma | Kind::Close(_)) && apart.contains('\n');
    if goes_on || place.before == 0 {
        return (Bytes::new(token.start, token.end), "before");
    }
    (last(text, place.before), "after")
}

/// Where what should stand in brackets begins: with the first line that is indented.
fn inside(text: &str, first: usize) -> usize {
    let mut at = 0;
    for line in text.get(..first).unwrap_or_default().split_inclusive('\n') {
        let bare = line.trim_start();
        if bare.len() < line.len() && !bare.is_empty() {
            return at + line.len() - bare.len();
        }
        at += line.len();
    }
    first
}

/// The last sign before a place.
fn last(text: &str, end: usize) -> Bytes {
    let sign = text[..end].chars().next_back().map_or(0, char::len_utf8);
    Bytes::new(end - sign, end)
}

fn first_end(text: &str, at: usize) -> usize {
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    at + first.map_or(0, char::len_utf8)
}

/// A sign as it is read; what cannot be seen, by its number.
pub(in crate::scenario) fn visible(sign: &str) -> String {
    let each = |c: char| match c {
        '\'' | '"' | '\\' => c.to_string(),
        c if c.is_whitespace() && c != ' ' => format!("U+{:04X}", u32::from(c)),
        c => c.escape_debug().to_string(),
    };
    sign.chars().map(each).collect()
}

fn tail(inner: &str) -> String {
    let line = inner.rsplit('\n').next().unwrap_or(inner).trim();
    let many = line.chars().count().saturating_sub(TAIL);
    let cut: String = line.chars().skip(many).collect();
    if many > 0 { format!("…{cut}") } else { cut }
}

fn fix_of(edits: &[Edit]) -> Option<Fix> {
    let [edit] = edits else { return None };
    Some(Fix {
        span: edit.at..edit.at + edit.removed,
        with: edit.with.clone(),
    })
}

/// The bracket that is missing, on a line of its own where the opening one ends a line; nothing where a remark stands
/// there.
fn close(text: &str, place: &Place, candidate: &Candidate) -> Option<Fix> {
    let mut fix = fix_of(&candidate.edits)?;
    let apart = text.get(place.before..place.token.start)?;
    if !apart.trim().is_empty() {
        return None;
    }
    let frame = place.state.bracket()?;
    let within = text.get(frame.opened + 1..blank(text, frame.opened + 1))?;
    if within.contains('\n') && apart.contains('\n') {
        if place.token.kind == Kind::Comma {
            // It was to stand before what goes on.
            let at = place.token.start;
            return Some(Fix {
                span: at..at,
                with: fix.with,
            });
        }
        let blanks = " ".repeat(indent(text, frame.from));
        fix.with = format!("\n{blanks}{}", fix.with);
    }
    Some(fix)
}
