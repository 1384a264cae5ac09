//! Reads a text once, from left to right, into a [`Tree`].

use super::{Bytes, Flaw, FlawKind, Kind, Node, NodeIx, Tree};
use crate::scenario::source::{MAX_DEPTH, MAX_NODES};

/// Flaws that are worth telling; after so many the file is something else.
const MAX_FLAWS: usize = 50;

pub(super) fn scan(text: &str) -> Tree {
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        at: if text.starts_with('\u{feff}') { 3 } else { 0 },
        tree: Tree::default(),
        open: Vec::new(),
        top: Frame::default(),
    };
    scan.run();
    scan.tree
}

/// A bracket that is open.
#[derive(Clone, Copy, Default)]
struct Frame {
    node: Option<NodeIx>,
    opener: char,
    opened_at: usize,
    last: Option<NodeIx>,
    /// A key that waits for its value.
    key: Bytes,
    /// A value has just ended; a comma must come before the next one.
    full: bool,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    tree: Tree,
    open: Vec<Frame>,
    top: Frame,
}

impl Scan<'_> {
    fn flaw(&mut self, kind: FlawKind, start: usize, end: usize) {
        if self.tree.flaws.len() < MAX_FLAWS {
            self.tree.flaws.push(Flaw {
                kind,
                at: Bytes::new(start, end),
            });
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.open.last_mut().unwrap_or(&mut self.top)
    }

    fn run(&mut self) {
        self.skip_blank();
        while self.text[self.at..].starts_with("#!") {
            self.at = self.text[self.at..]
                .find('\n')
                .map_or(self.bytes.len(), |n| self.at + n);
            self.skip_blank();
        }
        while self.at < self.bytes.len() && !self.tree.cut {
            self.step();
            self.skip_blank();
        }
        // What stopped the scan also keeps brackets open; it is told, they are not.
        let stopped = self.tree.cut;
        while let Some(mut frame) = self.open.pop() {
            self.tree.cut = true;
            if stopped {
                frame.key = Bytes::default();
            } else {
                self.flaw(
                    FlawKind::NeverClosed(frame.opener),
                    frame.opened_at,
                    frame.opened_at + 1,
                );
            }
            self.seal(frame, self.at.min(self.bytes.len()));
        }
        if self.tree.root.is_none() && self.tree.flaws.is_empty() {
            self.flaw(FlawKind::Empty, 0, 0);
        }
        self.tree.flaws.sort_by_key(|f| f.at);
    }

    fn step(&mut self) {
        let start = self.at;
        match self.bytes[start] {
            b'[' => self.enter(Kind::List, '[', start, start),
            b'(' => self.enter(Kind::Struct, '(', start, start),
            b'{' => self.enter(Kind::Map, '{', start, start),
            b']' => self.leave('[', ']'),
            b')' => self.leave('(', ')'),
            b'}' => self.leave('{', '}'),
            b',' => self.comma(),
            b'"' => self.string(start),
            b'r' if self.raw_string_ahead() => self.raw_string(),
            b'b' if matches!(self.bytes.get(start + 1), Some(b'"')) => {
                self.at += 1;
                self.string(start);
            }
            b'\'' => self.character(),
            b'0'..=b'9' | b'+' | b'-' | b'.' if self.number_ahead() => {
                self.at += 1;
                self.run_of(|c| {
                    c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b'+' | b'-')
                });
                self.leaf(Kind::Number, start);
            }
            c if c == b'_' || c.is_ascii_alphabetic() || c >= 0x80 => self.word(),
            _ => self.unexpected(),
        }
    }

    /// A digit stands there, perhaps after signs and points.
    fn number_ahead(&self) -> bool {
        let rest = self.bytes[self.at..].iter();
        let mut rest = rest.take(4).skip_while(|c| matches!(c, b'+' | b'-' | b'.'));
        rest.next().is_some_and(u8::is_ascii_digit)
    }

    fn unexpected(&mut self) {
        let start = self.at;
        let c = self.text[start..].chars().next().unwrap_or(' ');
        self.at += c.len_utf8();
        self.flaw(FlawKind::Unexpected(c), start, self.at);
    }

    fn run_of(&mut self, keep: impl Fn(u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|&c| keep(c)) {
            self.at += 1;
        }
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.block_comment();
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let (start, mut depth) = (self.at, 0usize);
        while self.at < self.bytes.len() {
            if self.bytes[self.at..].starts_with(b"/*") {
                depth += 1;
                self.at += 2;
            } else if self.bytes[self.at..].starts_with(b"*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
        self.flaw(FlawKind::CommentNeverClosed, start, start + 2);
        self.tree.cut = true;
    }

    fn string(&mut self, start: usize) {
        self.at += 1;
        while let Some(&c) = self.bytes.get(self.at) {
            match c {
                b'"' => {
                    self.at += 1;
                    let kind = if self.bytes[start] == b'"' {
                        Kind::Str
                    } else {
                        Kind::Other
                    };
                    return self.leaf(kind, start);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at = self.bytes.len();
        self.flaw(FlawKind::TextNeverClosed, start, start + 1);
        self.tree.cut = true;
    }

    fn raw_string_ahead(&self) -> bool {
        let hashes = self.bytes[self.at + 1..]
            .iter()
            .take_while(|&&c| c == b'#')
            .count();
        self.bytes.get(self.at + 1 + hashes) == Some(&b'"')
    }

    fn raw_string(&mut self) {
        let start = self.at;
        let hashes = self.bytes[start + 1..]
            .iter()
            .take_while(|&&c| c == b'#')
            .count();
        let end = format!("\"{}", "#".repeat(hashes));
        let from = start + 2 + hashes;
        if let Some(n) = self.text[from..].find(&end) {
            self.at = from + n + end.len();
            self.leaf(Kind::Str, start);
        } else {
            self.at = self.bytes.len();
            self.flaw(FlawKind::TextNeverClosed, start, start + 1);
            self.tree.cut = true;
        }
    }

    /// `'a'`, `'\n'`, `'\u{e9}'`; a lone quote is a flaw.
    fn character(&mut self) {
        let start = self.at;
        let limit = self.text[start + 1..].char_indices().take(12);
        let mut escaped = false;
        for (n, c) in limit {
            match c {
                '\\' if !escaped => escaped = true,
                '\'' if !escaped && n > 0 => {
                    self.at = start + 1 + n + 1;
                    return self.leaf(Kind::Other, start);
                }
                '\n' => break,
                _ => escaped = false,
            }
        }
        self.unexpected();
    }

    fn word(&mut self) {
        let start = self.at;
        let rest = &self.text[start..];
        let raw = if rest.starts_with("r#") { 2 } else { 0 };
        let len = rest[raw..]
            .find(|c: char| !(c == '_' || c.is_alphanumeric()))
            .unwrap_or(rest.len() - raw);
        if len == 0 {
            return self.unexpected();
        }
        self.at = start + raw + len;
        let end = self.at;
        self.skip_blank();
        if self.bytes.get(self.at) == Some(&b'(') {
            let opener = self.at;
            self.enter(Kind::Struct, '(', start, opener);
            if let Some(frame) = self.open.last().and_then(|f| f.node) {
                self.tree.nodes[frame.0 as usize].name = Bytes::new(start, end);
            }
        } else {
            self.leaf_to(Kind::Word, start, end);
        }
    }

    fn leaf(&mut self, kind: Kind, start: usize) {
        self.leaf_to(kind, start, self.at);
    }

    fn leaf_to(&mut self, kind: Kind, start: usize, end: usize) {
        // `key: value`: what has just been read was a key.
        self.skip_blank();
        if self.bytes.get(self.at) == Some(&b':') {
            self.at += 1;
            let want_comma = std::mem::take(&mut self.frame().full);
            if want_comma {
                self.flaw(FlawKind::CommaExpected, start, start + 1);
            }
            if !self.frame().key.is_empty() {
                self.flaw(FlawKind::ValueExpected, start, end);
            }
            self.frame().key = Bytes::new(start, end);
            return;
        }
        self.add(kind, start, end);
    }

    /// Adds a value to the open bracket.
    fn add(&mut self, kind: Kind, start: usize, end: usize) -> Option<NodeIx> {
        if self.open.is_empty() && self.tree.root.is_some() {
            self.flaw(FlawKind::Trailing, start, start + 1);
            self.tree.cut = true;
            return None;
        }
        if self.tree.nodes.len() >= MAX_NODES {
            self.flaw(FlawKind::TooManyValues, start, start + 1);
            self.tree.cut = true;
            return None;
        }
        let ix = NodeIx(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        let frame = self.frame();
        let (want_comma, key) = (frame.full, std::mem::take(&mut frame.key));
        let (last, parent) = (frame.last.replace(ix), frame.node);
        frame.full = true;
        if want_comma {
            self.flaw(FlawKind::CommaExpected, start, start + 1);
        }
        self.tree.nodes.push(Node {
            kind,
            span: Bytes::new(start, end),
            name: Bytes::default(),
            key,
            first: None,
            next: None,
        });
        match (last, parent) {
            (Some(last), _) => self.tree.nodes[last.0 as usize].next = Some(ix),
            (None, Some(parent)) => self.tree.nodes[parent.0 as usize].first = Some(ix),
            (None, None) => self.tree.root = Some(ix),
        }
        Some(ix)
    }

    fn enter(&mut self, kind: Kind, opener: char, start: usize, opened_at: usize) {
        self.at = opened_at + 1;
        if self.open.len() >= MAX_DEPTH {
            self.flaw(FlawKind::TooDeep, opened_at, opened_at + 1);
            self.tree.cut = true;
            return;
        }
        if let Some(ix) = self.add(kind, start, self.at) {
            self.open.push(Frame {
                node: Some(ix),
                opener,
                opened_at,
                ..Frame::default()
            });
        }
    }

    fn leave(&mut self, opener: char, closer: char) {
        let start = self.at;
        self.at += 1;
        let Some(depth) = self.open.iter().rposition(|f| f.opener == opener) else {
            return self.flaw(FlawKind::NeverOpened(closer), start, self.at);
        };
        while self.open.len() > depth + 1 {
            if let Some(frame) = self.open.pop() {
                self.flaw(
                    FlawKind::NeverClosed(frame.opener),
                    frame.opened_at,
                    frame.opened_at + 1,
                );
                self.seal(frame, start);
            }
        }
        if let Some(frame) = self.open.pop() {
            self.seal(frame, self.at);
        }
    }

    /// A bracket has ended.
    fn seal(&mut self, frame: Frame, end: usize) {
        if !frame.key.is_empty() {
            let key = frame.key;
            self.flaw(
                FlawKind::ValueExpected,
                key.start as usize,
                key.end as usize,
            );
        }
        if let Some(ix) = frame.node {
            self.tree.nodes[ix.0 as usize].span.end = Bytes::new(0, end).end;
        }
    }

    fn comma(&mut self) {
        let start = self.at;
        self.at += 1;
        let key = std::mem::take(&mut self.frame().key);
        let full = std::mem::take(&mut self.frame().full);
        if !key.is_empty() {
            self.flaw(
                FlawKind::ValueExpected,
                key.start as usize,
                key.end as usize,
            );
        } else if !full {
            self.flaw(FlawKind::Unexpected(','), start, start + 1);
        }
    }
}
