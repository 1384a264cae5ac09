//! What could be missing, or too much, before or at a token.

use super::lex::{self, Kind, Token, short_quoted};
use super::parse::{Frame, Phase, Shape, State};

/// Ends of a text that are tried.
const MAX_ENDS: usize = 120;
/// Tokens that are read over of what is bound to a condition.
const MAX_BOUND: usize = 200;
/// Lines within which a text is thought to end.
const LINES: usize = 3;

/// A place of the file: what is open before a token.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub state: State,
    pub token: Token,
    /// Where the token before it ends.
    pub before: usize,
    /// Odd places before it.
    pub odd: u32,
}

/// Bytes that are taken out, and what is put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Edit {
    pub at: usize,
    pub removed: usize,
    pub with: String,
}

impl Edit {
    fn put(at: usize, with: &str) -> Self {
        Self {
            at,
            removed: 0,
            with: with.to_owned(),
        }
    }
}

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A bracket is not closed.
    Close(char),
    Comma,
    Colon,
    /// A bracket is not opened.
    Open(char),
    /// A bracket is not opened within what seems to be a word.
    Within,
    /// A sign too much.
    Surplus,
    /// One sign for another.
    Instead(char),
    /// The quote before a text.
    OpeningQuote,
    /// The quote after a text.
    ClosingQuote,
    /// Quotes within a text.
    Inner,
    /// Quotes of another kind.
    Typographic,
    /// A field without its value.
    NoValue,
    /// A remark with a sign of another notation.
    Remark,
    /// A time of day without its quotes.
    Bare,
    /// Conditions bound by signs instead of this word.
    Bound(&'static str),
}

/// One way to mend a place.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub wrong: Wrong,
    pub edits: Vec<Edit>,
    /// Tokens that stand there instead, from the state of `back` places before.
    pub tokens: Vec<Token>,
    pub back: usize,
    /// Where the file goes on.
    pub resume: usize,
    /// How seldom it is, in hundredths of a mistake of ten.
    pub prior: i64,
}

/// Every way to mend a place that is worth a trial.
pub(super) fn candidates(place: &Place, text: &str, out: &mut Vec<Candidate>) {
    let Some(top) = place.state.top() else { return };
    put(place, top, out);
    split(place, text, out);
    take_out(place, top, text, out);
    quotes(place, top, text, out);
}

fn sign(c: char, at: usize) -> Token {
    let kind = match c {
        '(' | '[' | '{' => Kind::Open(c),
        ')' | ']' | '}' => Kind::Close(c),
        ',' => Kind::Comma,
        _ => Kind::Colon,
    };
    Token {
        kind,
        start: at,
        end: at,
    }
}

/// Signs that may be missing before the token.
fn put(place: &Place, top: &Frame, out: &mut Vec<Candidate>) {
    let (token, before) = (place.token, place.before);
    let mut add = |wrong, at, signs: &str, prior| {
        out.push(Candidate {
            wrong,
            edits: vec![Edit::put(at, signs)],
            tokens: signs
                .chars()
                .filter(|c| *c != ' ')
                .map(|c| sign(c, at))
                .collect(),
            back: 0,
            resume: before,
            prior,
        });
    };
    let whole = matches!(top.phase, Phase::Full | Phase::Word);
    if let Some(closer) = top.closer().filter(|_| whole || top.phase == Phase::Open) {
        add(Wrong::Close(closer), before, &closer.to_string(), 0);
        add(Wrong::Close(closer), before, &format!("{closer},"), 50);
        for (n, prior) in [(2, 100), (3, 150)] {
            if let Some(all) = closers(&place.state, n) {
                add(Wrong::Close(closer), before, &all, prior);
                add(Wrong::Close(closer), before, &format!("{all},"), prior + 50);
            }
        }
    }
    if whole {
        add(Wrong::Comma, before, ",", 0);
    }
    if top.phase == Phase::Key || top.phase == Phase::Word && matches!(top.shape, Shape::Either) {
        add(Wrong::Colon, before, ":", 0);
        for signs in [": [", ": (", ": {"] {
            add(Wrong::Colon, before, signs, 150);
        }
    }
    if !matches!(top.phase, Phase::Full | Phase::Key) {
        let named = top.phase == Phase::Word;
        let at = if named { before } else { token.start };
        let openers: &[char] = if named { &['('] } else { &['(', '[', '{'] };
        for &c in openers {
            add(Wrong::Open(c), at, &c.to_string(), 100);
        }
    }
}

/// What ends the innermost brackets, so many of them.
fn closers(state: &State, n: usize) -> Option<String> {
    let inner = state.open.len().checked_sub(n)?;
    let frames = state.open[inner..].iter().rev();
    frames.map(Frame::closer).collect()
}

/// A word may be two, with a bracket between them.
fn split(place: &Place, text: &str, out: &mut Vec<Candidate>) {
    let token = place.token;
    let Some(want) = place.state.wanted().filter(|_| token.kind == Kind::Word) else {
        return;
    };
    for length in want.heads(token.of(text)) {
        let at = token.start + length;
        out.push(Candidate {
            wrong: Wrong::Within,
            edits: vec![Edit::put(at, "(")],
            tokens: vec![Token { end: at, ..token }, sign('(', at)],
            back: 0,
            resume: at,
            prior: 100,
        });
    }
}

/// The token may be too much, or stand for another.
fn take_out(place: &Place, top: &Frame, text: &str, out: &mut Vec<Candidate>) {
    let token = place.token;
    let instead: &[char] = match token.kind {
        Kind::Close(_) => match top.closer() {
            Some(')') => &[')'],
            Some(']') => &[']'],
            Some('}') => &['}'],
            _ => &[],
        },
        Kind::Open('(') => &['[', '{'],
        Kind::Open('[') => &['(', '{'],
        Kind::Open(_) => &['(', '['],
        Kind::Comma => &[':'],
        Kind::Colon => &[','],
        Kind::Other => &[',', ':'],
        _ => &[],
    };
    for &c in instead.iter().filter(|c| sign(**c, 0).kind != token.kind) {
        out.push(Candidate {
            wrong: Wrong::Instead(c),
            edits: vec![Edit {
                at: token.start,
                removed: token.end - token.start,
                with: c.to_string(),
            }],
            tokens: vec![Token {
                kind: sign(c, 0).kind,
                ..token
            }],
            back: 0,
            resume: token.end,
            prior: 200,
        });
    }
    if token.kind == Kind::Other {
        foreign(token, text, out);
    }
    let resume = match token.kind {
        Kind::Open(_) | Kind::Close(_) | Kind::Comma | Kind::Colon | Kind::Other => token.end,
        Kind::Text | Kind::OpenText if token.of(text).starts_with('"') => token.start + 1,
        _ => return,
    };
    out.push(Candidate {
        wrong: Wrong::Surplus,
        edits: vec![Edit {
            at: token.start,
            removed: resume - token.start,
            with: String::new(),
        }],
        tokens: Vec::new(),
        back: 0,
        resume,
        prior: 100,
    });
    let after = match token.kind {
        Kind::Comma | Kind::Close(_) => token,
        Kind::Other => lex::next(text, token.end),
        _ => return,
    };
    if top.phase == Phase::Value && matches!(after.kind, Kind::Comma | Kind::Close(_)) {
        let comma = after.kind == Kind::Comma;
        out.push(Candidate {
            wrong: Wrong::NoValue,
            edits: Vec::new(),
            tokens: Vec::new(),
            back: 2,
            resume: if comma { after.end } else { after.start },
            prior: 50,
        });
    }
}

/// What other notations have: `#` before a remark, `&&` and `||` between conditions.
fn foreign(token: Token, text: &str, out: &mut Vec<Candidate>) {
    let rest = text.get(token.start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let mut add = |wrong, edit: Edit, resume| {
        out.push(Candidate {
            wrong,
            edits: vec![edit],
            tokens: Vec::new(),
            back: 0,
            resume,
            prior: 0,
        });
    };
    if line.starts_with('#') && !line.starts_with("#!") {
        let edit = Edit {
            at: token.start,
            removed: 1,
            with: "//".to_owned(),
        };
        add(Wrong::Remark, edit, token.start + line.len());
    }
    let bound = [("&", "All"), ("|", "Any")];
    let Some((sign, word)) = bound.into_iter().find(|(sign, _)| line.starts_with(sign)) else {
        return;
    };
    // What is bound is read over, to where its list or field goes on.
    let mut at = token.start + line.len() - line.trim_start_matches(sign).len();
    let mut open = 0usize;
    for _ in 0..MAX_BOUND {
        let next = lex::next(text, at);
        match next.kind {
            Kind::Open(_) => open += 1,
            Kind::Close(_) | Kind::Comma if open == 0 => break,
            Kind::Close(_) => open -= 1,
            Kind::End => break,
            _ => {}
        }
        at = next.end;
    }
    let edit = Edit {
        at: token.start,
        removed: at - token.start,
        with: String::new(),
    };
    add(Wrong::Bound(word), edit, at);
}

/// A quote may be missing, or stand within a text.
fn quotes(place: &Place, top: &Frame, text: &str, out: &mut Vec<Candidate>) {
    let token = place.token;
    let mut add = |wrong, edits, tokens, resume, prior| {
        out.push(Candidate {
            wrong,
            edits,
            tokens,
            back: 0,
            resume,
            prior,
        });
    };
    let begins = matches!(top.phase, Phase::Open | Phase::Value);
    if begins && let Some(whole) = time(token, text) {
        let edits = vec![Edit::put(whole.start, "\""), Edit::put(whole.end, "\"")];
        let text = Token {
            kind: Kind::Text,
            ..whole
        };
        add(Wrong::Bare, edits, vec![text], whole.end, 0);
    }
    if begins && !matches!(token.kind, Kind::Text | Kind::OpenText | Kind::End) {
        if let Some(whole) = short_quoted(text, token.start, token.start) {
            let long = if whole.of(text).contains('\n') {
                2_000
            } else {
                0
            };
            let edit = Edit::put(token.start, "\"");
            add(
                Wrong::OpeningQuote,
                vec![edit],
                vec![whole],
                whole.end,
                100 + long,
            );
        }
        if let Some((edits, end)) = typographic(token, text) {
            let whole = Token {
                kind: Kind::Text,
                start: token.start,
                end,
            };
            add(Wrong::Typographic, edits, vec![whole], end, 0);
        }
    }
    if top.phase == Phase::Key
        && token.kind != Kind::Colon
        && let Some(whole) = short_quoted(text, token.start, token.start)
        && !whole.of(text).contains('\n')
    {
        let edit = Edit::put(token.start, ": \"");
        let tokens = vec![sign(':', token.start), whole];
        add(Wrong::Colon, vec![edit], tokens, whole.end, 200);
    }
    if !matches!(token.kind, Kind::Text | Kind::OpenText) || !token.of(text).starts_with('"') {
        return;
    }
    let more: Vec<String> = (1..=3).filter_map(|n| closers(&place.state, n)).collect();
    let more: Vec<&str> = std::iter::once("")
        .chain(more.iter().map(String::as_str))
        .collect();
    for end in ends(token, text) {
        let whole = Token {
            kind: Kind::Text,
            start: token.start,
            end,
        };
        let follows = text[end..].starts_with([',', ')', ']', '}', ':']);
        for (n, closers) in (0i64..).zip(&more) {
            for comma in ["", ","] {
                if follows && !comma.is_empty() {
                    continue;
                }
                let signs = format!("{closers}{comma}");
                let edit = Edit::put(end, &format!("\"{signs}"));
                let mut tokens = vec![whole];
                tokens.extend(signs.chars().map(|c| sign(c, end)));
                let prior = 100 + 50 * n + if comma.is_empty() { 0 } else { 50 };
                add(Wrong::ClosingQuote, vec![edit], tokens, end, prior);
            }
        }
    }
    let (mut end, mut edits) = (token.end, Vec::new());
    for prior in [300, 150] {
        if token.kind != Kind::Text {
            break;
        }
        edits.push(Edit::put(end - 1, "\\"));
        let whole = short_quoted(text, token.start, end);
        let Some(whole) = whole.filter(|whole| !whole.of(text).contains('\n')) else {
            break;
        };
        // What looks like the end of a text seldom is in one.
        let after = text[end..].trim_start();
        let ends = i64::from(after.starts_with([',', ')', ']', '}', ':'])) * 400;
        end = whole.end;
        add(Wrong::Inner, edits.clone(), vec![whole], end, prior + ends);
    }
}

/// `19:00`, all of it.
fn time(token: Token, text: &str) -> Option<Token> {
    let colon = lex::next(text, token.end);
    let minutes = lex::next(text, colon.end);
    let kinds = (token.kind, colon.kind, minutes.kind);
    let close = colon.start == token.end && minutes.start == colon.end;
    (kinds == (Kind::Number, Kind::Colon, Kind::Number) && close).then_some(Token {
        end: minutes.end,
        ..token
    })
}

/// Where a text may end that does not: before what may follow a text, and at the ends of lines.
fn ends(token: Token, text: &str) -> Vec<usize> {
    let (mut out, mut lines, mut escaped) = (Vec::new(), 0, false);
    let inner = token.start + 1..token.end;
    for (n, c) in text.get(inner.clone()).unwrap_or_default().char_indices() {
        let at = inner.start + n;
        let last = text[inner.start..at].trim_end_matches([' ', '\t', '\r']);
        match c {
            _ if escaped => {
                escaped = false;
                continue;
            }
            '\\' => escaped = true,
            ',' | ')' | ']' | '}' => out.push(at),
            ':' => {
                out.push(at);
                // A field may stand there, and the text end before it.
                let letters = |c: char| c.is_alphanumeric() || c == '_';
                let head = last.trim_end_matches(letters);
                if head.len() < last.len() && head.ends_with(' ') {
                    out.push(inner.start + head.trim_end().len());
                }
            }
            '\n' => {
                out.push(inner.start + last.len());
                lines += 1;
                if lines == LINES {
                    break;
                }
            }
            _ => {}
        }
    }
    if lines < LINES {
        let whole = token.of(text);
        let whole = whole.strip_suffix('"').unwrap_or(whole);
        out.push(token.start + whole.trim_end().len());
    }
    out.sort_unstable();
    out.retain(|&at| at > token.start);
    out.dedup();
    let many = out.len().saturating_sub(MAX_ENDS);
    out.split_off(many)
}

/// A text in quotes of another kind, all on one line.
fn typographic(token: Token, text: &str) -> Option<(Vec<Edit>, usize)> {
    let first = token.of(text);
    let closing: &[char] = match first {
        "“" | "”" | "„" => &['”', '“', '"'],
        "‘" | "’" | "'" | "`" => &['’', '‘', '\''],
        "«" => &['»'],
        _ => return None,
    };
    let rest = text.get(token.end..)?;
    let line = rest.lines().next()?;
    let at = line.find(closing)?;
    let last = line[at..].chars().next()?;
    let edit = |at: usize, removed: usize| Edit {
        at,
        removed,
        with: "\"".to_owned(),
    };
    let (from, len) = (token.end + at, last.len_utf8());
    Some((
        vec![edit(token.start, first.len()), edit(from, len)],
        from + len,
    ))
}
