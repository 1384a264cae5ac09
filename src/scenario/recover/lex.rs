//! The signs and words of a text, one after the other, from any place.

/// Longest text that is thought to lack a quote.
const MAX_TEXT: usize = 16_384;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`
    Open(char),
    /// `)`, `]` or `}`
    Close(char),
    Comma,
    Colon,
    /// A text that ends.
    Text,
    /// A text that goes on to the end of the file.
    OpenText,
    Number,
    Word,
    /// A sign that has no place in a file.
    Other,
    End,
}

/// One token and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The token that begins at or after an offset.
pub(super) fn next(text: &str, from: usize) -> Token {
    let start = blank(text, from);
    let bytes = text.as_bytes();
    let rest = text.get(start..).unwrap_or_default();
    let Some(first) = rest.chars().next() else {
        return Token {
            kind: Kind::End,
            start: text.len(),
            end: text.len(),
        };
    };
    let one = |kind| Token {
        kind,
        start,
        end: start + first.len_utf8(),
    };
    match first {
        '(' | '[' | '{' => one(Kind::Open(first)),
        ')' | ']' | '}' => one(Kind::Close(first)),
        ',' => one(Kind::Comma),
        ':' => one(Kind::Colon),
        '"' => quoted(text, start, start + 1),
        'r' if raw(rest).is_some() => raw_text(text, start, raw(rest).unwrap_or_default()),
        '0'..='9' | '+' | '-' | '.' => {
            let rest = &bytes[start..];
            let signs = rest.iter().take(4).take_while(|c| b"+-.".contains(c));
            if !rest.get(signs.count()).is_some_and(u8::is_ascii_digit) {
                return one(Kind::Other);
            }
            let more = |c: &&u8| c.is_ascii_alphanumeric() || b"_.+-".contains(c);
            Token {
                kind: Kind::Number,
                start,
                end: start + rest.iter().take_while(more).count(),
            }
        }
        c if letter(c) => {
            let end = rest.find(|c: char| !letter(c)).unwrap_or(rest.len());
            Token {
                kind: Kind::Word,
                start,
                end: start + end,
            }
        }
        _ => one(Kind::Other),
    }
}

/// A text whose words begin at `from`, whatever stands before them.
pub(super) fn quoted(text: &str, start: usize, from: usize) -> Token {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&c) = bytes.get(at) {
        match c {
            b'"' => {
                return Token {
                    kind: Kind::Text,
                    start,
                    end: at + 1,
                };
            }
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    Token {
        kind: Kind::OpenText,
        start,
        end: text.len(),
    }
}

/// The same, if it is no longer than texts are.
pub(super) fn short_quoted(text: &str, start: usize, from: usize) -> Option<Token> {
    let end = (from..=text.len().min(from + MAX_TEXT))
        .rev()
        .find(|&at| text.is_char_boundary(at))?;
    let token = quoted(text.get(..end)?, start, from);
    (token.kind == Kind::Text).then_some(token)
}

/// Number of `#` in `r##"`.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.get(1..)?;
    let hashes = after.bytes().take_while(|&c| c == b'#').count();
    (after.as_bytes().get(hashes) == Some(&b'"')).then_some(hashes)
}

fn raw_text(text: &str, start: usize, hashes: usize) -> Token {
    let from = start + 2 + hashes;
    let ends = format!("\"{}", "#".repeat(hashes));
    let found = text.get(from..).and_then(|rest| rest.find(&ends));
    match found {
        Some(n) => Token {
            kind: Kind::Text,
            start,
            end: from + n + ends.len(),
        },
        None => Token {
            kind: Kind::OpenText,
            start,
            end: text.len(),
        },
    }
}

/// Letters of every script; typographic quotes are none, nor the wide signs of East Asian keyboards.
fn letter(c: char) -> bool {
    // What is quickest to know first: it is asked of every letter of a long word.
    c == '_'
        || c.is_ascii_alphanumeric()
        || c as u32 >= 0x300
            && !c.is_whitespace()
            && !('\u{2000}'..='\u{206f}').contains(&c)
            && !('\u{3000}'..='\u{3020}').contains(&c)
            && (!('\u{ff00}'..='\u{ff65}').contains(&c) || c.is_alphanumeric())
        || !c.is_ascii() && c.is_alphanumeric()
}

/// The first blank between two bytes, outside texts and remarks, that looks like one and is none for the format: a
/// no-break space, or a wide one.
pub(in crate::scenario) fn odd_blank(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        if first.is_whitespace() {
            let known = "\t\n\r \u{85}\u{2028}\u{2029}".contains(first);
            if !known {
                return Some(at);
            }
            at += first.len_utf8();
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            at = remark(text, at);
        } else {
            at = next(text, at).end;
        }
    }
    None
}

/// Where blanks and remarks end.
pub(super) fn blank(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let bare = rest.trim_start();
        at += rest.len() - bare.len();
        if bare.starts_with("//") {
            at += bare.find('\n').unwrap_or(bare.len());
        } else if bare.starts_with("/*") {
            at = remark(text, at);
        } else if at == 0 && bare.starts_with('\u{feff}') {
            at = '\u{feff}'.len_utf8();
        } else {
            return at;
        }
    }
}

/// The end of a remark `/* .. */`, which may hold others.
fn remark(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0usize);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}
