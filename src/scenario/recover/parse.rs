//! Where in a file a reader is, and whether the next token can stand there.

use super::grammar::{Inside, Want};
use super::layout::{begins_line, indent};
use super::lex::{Kind, Token};
use crate::scenario::outline::schema::Field;
use crate::scenario::source::MAX_DEPTH;

/// What a token comes to where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Fine,
    /// It can stand there, but the format wants something else: so many mistakes.
    Odd(u32),
    /// It cannot stand there.
    Never,
}

/// What is open.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    File(Want),
    List(Want),
    Fields(&'static str, &'static [Field]),
    /// So many values.
    Values(Want, usize),
    Map(Want),
    /// Fields or values.
    Either,
}

/// How far the part that is being read has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// A part or the end may come.
    Open,
    /// A field or key stands there without its colon.
    Key,
    /// Its colon stands there.
    Value,
    /// A word stands there, to which a bracket may belong.
    Word,
    /// The part is whole.
    Full,
}

/// What was [`Frame::seen`] where nothing is known.
const FIELDS: u64 = 1;
const VALUES: u64 = 2;

/// A bracket that is open, or the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub shape: Shape,
    pub phase: Phase,
    /// Of the value that comes next or has begun with a word.
    want: Want,
    /// The word before a bracket.
    word: (usize, usize),
    /// Fields that were there, by place; or how many values; or which of the two.
    seen: u64,
    /// Where the bracket stands.
    pub opened: usize,
    /// The word before it, or the bracket.
    pub from: usize,
}

/// Everything that is open at a place.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub open: Vec<Frame>,
    /// Closing brackets that begin a line which is indented unlike that of the opening one.
    pub crooked: u32,
}

impl State {
    pub fn new(want: Want) -> Self {
        let mut state = Self {
            open: Vec::new(),
            crooked: 0,
        };
        state.push(Shape::File(want), 0, 0);
        state
    }

    fn push(&mut self, shape: Shape, from: usize, opened: usize) {
        self.open.push(Frame {
            shape,
            phase: Phase::Open,
            want: Want::ANY,
            word: (0, 0),
            seen: 0,
            opened,
            from,
        });
    }

    pub fn top(&self) -> Option<&Frame> {
        self.open.last()
    }

    /// What is wanted of a value that begins here.
    pub fn wanted(&self) -> Option<Want> {
        let frame = self.top()?;
        match (frame.phase, frame.shape) {
            (Phase::Value, _) => Some(frame.want),
            (Phase::Open, Shape::File(want) | Shape::List(want) | Shape::Values(want, _)) => {
                Some(want)
            }
            _ => None,
        }
    }

    /// Nothing of the file has been read.
    pub fn at_start(&self) -> bool {
        let top = self.top();
        top.is_some_and(|f| matches!(f.shape, Shape::File(_)) && f.phase != Phase::Full)
    }

    /// The innermost bracket that is open.
    pub fn bracket(&self) -> Option<&Frame> {
        self.top().filter(|f| f.closer().is_some())
    }

    /// Goes on behind a token. What cannot stand there may leave it anywhere.
    pub fn take(&mut self, token: &Token, text: &str) -> Taken {
        let Some(frame) = self.open.last_mut() else {
            return Taken::Never;
        };
        let mut odd = 0;
        if frame.phase == Phase::Word && token.kind != Kind::Open('(') {
            let word = text.get(frame.word.0..frame.word.1).unwrap_or_default();
            let either = matches!(frame.shape, Shape::Either);
            if either && token.kind == Kind::Colon && frame.seen != VALUES {
                frame.seen = FIELDS;
                frame.phase = Phase::Value;
                frame.want = Want::ANY;
                return Taken::Fine;
            }
            odd += u32::from(!frame.want.word(word, false));
            frame.phase = Phase::Full;
        }
        let more = match frame.phase {
            Phase::Open => self.part(token, text),
            Phase::Key => {
                if token.kind != Kind::Colon {
                    return Taken::Never;
                }
                frame.phase = Phase::Value;
                Some(0)
            }
            Phase::Value => self.value(token, text),
            Phase::Word => self.bracketed(token, text),
            Phase::Full => match token.kind {
                Kind::Comma if !matches!(frame.shape, Shape::File(_)) => {
                    frame.phase = Phase::Open;
                    Some(0)
                }
                Kind::Close(c) => self.close(c, token.start, text),
                Kind::End if matches!(frame.shape, Shape::File(_)) => Some(0),
                _ => None,
            },
        };
        match more.map(|more| more + odd) {
            None => Taken::Never,
            Some(0) => Taken::Fine,
            Some(n) => Taken::Odd(n),
        }
    }

    /// The beginning of a part, or the end.
    fn part(&mut self, token: &Token, text: &str) -> Option<u32> {
        let frame = self.open.last_mut()?;
        if let Kind::Close(c) = token.kind {
            return self.close(c, token.start, text);
        }
        match frame.shape {
            Shape::File(want) | Shape::List(want) => {
                frame.want = want;
                self.value(token, text)
            }
            Shape::Values(want, parts) => {
                frame.want = want;
                let more = u32::from(frame.seen >= parts as u64);
                frame.seen += 1;
                self.value(token, text).map(|odd| odd + more)
            }
            Shape::Either => {
                frame.want = Want::ANY;
                // Which of the two comes first goes on.
                if frame.seen == FIELDS && token.kind != Kind::Word {
                    return None;
                }
                if token.kind != Kind::Word {
                    frame.seen = VALUES;
                }
                self.value(token, text)
            }
            Shape::Map(want) => {
                if token.kind != Kind::Text {
                    return None;
                }
                frame.phase = Phase::Key;
                frame.want = want;
                Some(u32::from(swallowed(token.of(text))))
            }
            Shape::Fields(module, fields) => {
                if token.kind != Kind::Word {
                    return None;
                }
                let name = token.of(text);
                frame.phase = Phase::Key;
                let Some(nth) = fields.iter().position(|f| f.name == name) else {
                    frame.want = Want::ANY;
                    return Some(1);
                };
                let mark = 1u64 << nth.min(63);
                let twice = frame.seen & mark != 0;
                frame.seen |= mark;
                frame.want = Want::of_field(module, &fields[nth]);
                Some(u32::from(twice))
            }
        }
    }

    fn value(&mut self, token: &Token, text: &str) -> Option<u32> {
        let frame = self.open.last_mut()?;
        let want = frame.want;
        match token.kind {
            Kind::Text => {
                frame.phase = Phase::Full;
                let odd = u32::from(!want.text());
                Some(odd + u32::from(swallowed(token.of(text))))
            }
            Kind::Number => {
                frame.phase = Phase::Full;
                Some(u32::from(!want.number()))
            }
            Kind::Word => {
                frame.phase = Phase::Word;
                frame.word = (token.start, token.end);
                Some(0)
            }
            Kind::Open('(') => {
                frame.word = (token.start, token.start);
                self.bracketed(token, text)
            }
            Kind::Open(c) => {
                frame.phase = Phase::Full;
                let (right, shape) = if c == '[' {
                    (want.listed(), Shape::List(want.element()))
                } else {
                    let text = Want {
                        what: super::grammar::What::Text,
                        list: false,
                    };
                    let inner = if want.mapped() { text } else { Want::ANY };
                    (want.mapped(), Shape::Map(inner))
                };
                self.enter(shape, token.start, token.start)?;
                Some(u32::from(!right))
            }
            _ => None,
        }
    }

    /// An opening `(` with what stands before it.
    fn bracketed(&mut self, token: &Token, text: &str) -> Option<u32> {
        let frame = self.open.last_mut()?;
        frame.phase = Phase::Full;
        let (from, to) = frame.word;
        let word = text.get(from..to).unwrap_or_default();
        let (inside, right) = frame.want.inside(word);
        let shape = match inside {
            Inside::Fields(module, fields) => Shape::Fields(module, fields),
            Inside::Values(want, parts) => Shape::Values(want, parts),
            Inside::Either => Shape::Either,
        };
        self.enter(shape, from, token.start)?;
        Some(u32::from(!right))
    }

    fn enter(&mut self, shape: Shape, from: usize, opened: usize) -> Option<()> {
        if self.open.len() > MAX_DEPTH {
            return None;
        }
        self.push(shape, from, opened);
        Some(())
    }

    fn close(&mut self, closer: char, at: usize, text: &str) -> Option<u32> {
        let frame = *self.open.last()?;
        if frame.closer() != Some(closer) {
            return None;
        }
        if begins_line(text, at) && indent(text, at) != indent(text, frame.from) {
            self.crooked += 1;
        }
        self.open.pop();
        Some(frame.lacking())
    }
}

impl Frame {
    /// What ends it.
    pub fn closer(&self) -> Option<char> {
        match self.shape {
            Shape::File(_) => None,
            Shape::List(_) => Some(']'),
            Shape::Map(_) => Some('}'),
            Shape::Fields(..) | Shape::Values(..) | Shape::Either => Some(')'),
        }
    }

    /// Needed fields that are not there; few count as much as many.
    fn lacking(&self) -> u32 {
        match self.shape {
            Shape::Fields(_, fields) => {
                let not =
                    |&(n, f): &(usize, &Field)| !f.optional && self.seen & 1 << n.min(63) == 0;
                u32::try_from(fields.iter().enumerate().filter(not).take(3).count()).unwrap_or(3)
            }
            // Of too many, each was told.
            Shape::Values(_, parts) => u32::from(self.seen < parts as u64),
            _ => 0,
        }
    }
}

/// Whether a text seems to hold what was to stand after it: more than one line, and the last ends as only what stands
/// before a text does.
fn swallowed(text: &str) -> bool {
    let Some((_, last)) = text.rsplit_once('\n') else {
        return false;
    };
    let last = last.strip_suffix('"').unwrap_or(last).trim_end();
    last.is_empty() || last.ends_with([':', '[', '(', ',', '{'])
}
