//! Warnings that an author has silenced in the file, each with its reason.
//!
//! `// allow(L067): the trainer opens it` on a line of its own silences that warning in what begins on the next
//! line: the field, or the whole element. At the head of a file it also silences what is told of the whole file, be it
//! one that no case has.
//! Errors are never silenced. A silence without a reason silences nothing and is told, as is one where there is
//! nothing to be silent about.

use std::collections::BTreeMap;
use std::ops::Range;

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;
use super::doc::{Doc, Spot};
use super::fix::Fix;
use super::sink::{MAX_DIAGNOSTICS, shown};
use super::source::CaseSource;
use super::tree::{Kind, NodeIx, Tree};

/// Most silences that a file may have; what comes after is a comment.
const MOST: usize = 1_000;

/// Most codes that one silence names.
const CODES: usize = 20;

/// A comment that silences, or was to.
struct Silence<'t> {
    /// The codes as they are written; none where it is not written as silences are.
    words: Vec<&'t str>,
    reason: bool,
    /// Of the comment.
    span: Range<usize>,
    /// Its line with its break.
    line: Range<usize>,
    number: usize,
    column: usize,
    /// What it speaks of.
    covers: Range<usize>,
    /// It stands before everything else.
    head: bool,
}

/// The silences of a case, by file.
pub(super) struct Silences<'t>(Vec<(usize, Vec<Silence<'t>>)>);

impl<'t> Silences<'t> {
    pub fn of(docs: &[Doc<'t>]) -> Self {
        let docs = docs.iter().enumerate();
        let speaking = docs.filter(|(_, doc)| may_speak(doc.text));
        Self(speaking.map(|(n, doc)| (n, silences(doc))).collect())
    }

    /// The silence with a reason that keeps quiet about a code at a place.
    pub fn about(&self, code: Code, at: Spot) -> Option<(usize, usize)> {
        let start = at.bytes.start as usize;
        self.find(code, at.doc, |silence| silence.covers.contains(&start))
    }

    /// The silence with a reason at the head of a file that keeps quiet about a code in it.
    pub fn about_file(&self, code: Code, doc: usize) -> Option<(usize, usize)> {
        self.find(code, doc, |silence| silence.head)
    }

    fn find(
        &self,
        code: Code,
        doc: usize,
        speaks: impl Fn(&Silence) -> bool,
    ) -> Option<(usize, usize)> {
        let (_, here) = self.0.iter().find(|(n, _)| *n == doc)?;
        let nth = here.iter().position(|silence| {
            let mut codes = silence.words.iter().filter_map(|word| Code::of(word));
            silence.reason && codes.any(|c| c == code) && speaks(silence)
        })?;
        Some((doc, nth))
    }
}

/// What was found, without what is silenced for a reason, and with what is wrong with silences.
pub(super) fn apply(
    source: &CaseSource,
    docs: &[Doc],
    silences: &Silences,
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    found.retain(|d| d.code != Code::UnexpectedFile || !unread(source.text(&d.file)));
    // Where something could not be read, or there is too much, not everything has been looked for or told.
    let partly = !source.unread.is_empty() || found.len() >= MAX_DIAGNOSTICS;
    let errors = partly || found.iter().any(|d| d.severity == Severity::Error);
    let mut told = Vec::new();
    for (n, silences) in &silences.0 {
        let Some(doc) = docs.get(*n) else {
            continue;
        };
        let (mut here, elsewhere): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|d| d.file == doc.file);
        for silence in silences {
            if silence.words.is_empty() && told.len() < MAX_DIAGNOSTICS {
                told.push(silence.malformed(doc));
            }
            for word in &silence.words {
                let code = Code::of(word);
                let hit = |d: &Diagnostic| Some(d.code) == code && silence.hits(d);
                let hits = here.iter().any(hit);
                if hits && silence.reason {
                    here.retain(|d| !hit(d));
                    continue;
                }
                // Where there are errors, not everything has been looked for; and nobody reads more of
                // this than of other problems.
                let warning = code.is_some_and(|c| c.severity() == Severity::Warning);
                if !hits && errors && warning || told.len() >= MAX_DIAGNOSTICS {
                    continue;
                }
                told.push(if hits {
                    silence.unexplained(doc, word)
                } else {
                    silence.nothing(doc, word, code)
                });
            }
        }
        found = elsewhere;
        found.append(&mut here);
    }
    found.append(&mut told);
    found.sort_by(|a, b| {
        (&a.file, a.span.start, a.code, &a.message).cmp(&(
            &b.file,
            b.span.start,
            b.code,
            &b.message,
        ))
    });
    found
}

/// Whether a file that no case has says at its head why it is there.
fn unread(text: Option<&str>) -> bool {
    let head = text.unwrap_or_default().lines().map(str::trim);
    head.take_while(|line| line.is_empty() || line.starts_with("//"))
        .filter_map(comment)
        .any(|(words, reason)| {
            let mut codes = words.iter().filter_map(|w| Code::of(w));
            reason && codes.any(|c| c == Code::UnexpectedFile)
        })
}

impl Silence<'_> {
    /// Whether a warning of its file is of what it speaks of.
    fn hits(&self, d: &Diagnostic) -> bool {
        let whole = d.span.is_empty() && self.head;
        d.severity == Severity::Warning && (whole || self.covers.contains(&d.span.start))
    }

    fn tell(&self, doc: &Doc, code: Code, message: String, label: &str) -> Diagnostic {
        let mut told = Diagnostic::of_file(code, doc.file, message);
        told.span = self.span.clone();
        (told.line, told.column) = (self.number, self.column);
        label.clone_into(&mut told.label);
        told
    }

    fn unexplained(&self, doc: &Doc, word: &str) -> Diagnostic {
        let message = format!("`{}` is silenced without a reason", shown(word));
        self.tell(doc, Code::SilenceUnexplained, message, "why?")
            .suggest(format!("// allow({}): the reason", shown(word)))
    }

    fn malformed(&self, doc: &Doc) -> Diagnostic {
        let message =
            "this comment silences nothing, as it is not written like a silence".to_owned();
        let codes = codes_in(doc.text.get(self.span.clone()).unwrap_or_default());
        let example = format!("`// allow({}): the reason`", codes.join(", "));
        self.tell(doc, Code::SilencesNothing, message, "silences nothing")
            .suggest(format!(
                "{example}, on a line of its own before what it speaks of"
            ))
    }

    fn nothing(&self, doc: &Doc, word: &str, code: Option<Code>) -> Diagnostic {
        let word = shown(word);
        let message = match code {
            None => format!("there is no code `{word}` to be silenced"),
            Some(code) if code.severity() == Severity::Error => {
                format!("`{word}` is an error, which cannot be silenced")
            }
            Some(_) => format!("`{word}` is not told here, so there is nothing to silence"),
        };
        let mut told = self.tell(doc, Code::SilencesNothing, message, "silences nothing");
        if let [_] = self.words.as_slice() {
            told.fix = Some(Fix {
                span: self.line.clone(),
                with: String::new(),
            });
        }
        told
    }
}

/// The silences of a file, in its order.
fn silences<'t>(doc: &Doc<'t>) -> Vec<Silence<'t>> {
    let text = doc.text;
    let nodes = Nodes::of(&doc.tree);
    let first = doc.tree.root().map_or(text.len(), |root| {
        let node = doc.tree.node(root);
        node.span.start as usize
    });
    let mut out: Vec<Silence> = Vec::new();
    // Silences that stand after this wait for the line that they speak of.
    let mut settled = 0;
    let mut at = 0;
    // What is commented out silences nothing, and is no attempt at it.
    let mut out_of_use = false;
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        // What marks a file as UTF-8 stands before its first line.
        let mark = line.len() - line.trim_start_matches('\u{feff}').len();
        let (begin, line) = (at + mark, &line[mark..]);
        at = begin + line.len();
        if out_of_use {
            out_of_use = !line.contains("*/");
            continue;
        }
        let start = begin + line.len() - line.trim_start().len();
        let inner = line.trim();
        let said = comment(inner).filter(|_| !nodes.in_text(start));
        let silence = |words, reason, span: Range<usize>| Silence {
            words,
            reason,
            line: begin..at,
            number,
            column: text.get(begin..span.start).map_or(0, |s| s.chars().count()) + 1,
            covers: at..at,
            head: span.start < first,
            span,
        };
        if let Some((words, reason)) = said {
            if out.len() < MOST {
                out.push(silence(words, reason, start..start + inner.len()));
            }
            continue;
        }
        let remark = nodes.remark(text, start..start + inner.len());
        let opened = remark.filter(|from| text[*from..].starts_with("/*"));
        out_of_use = opened.is_some_and(|from| !text[from..at].contains("*/"));
        if let Some(from) = remark
            && nearly(&text[from..start + inner.len()])
            && out.len() < MOST
        {
            out.push(silence(Vec::new(), false, from..start + inner.len()));
        }
        if !inner.is_empty() && !inner.starts_with("//") && settled < out.len() {
            let covers = nodes.begun_at(start, at);
            let waiting = out.iter_mut().skip(settled);
            waiting.for_each(|silence| silence.covers.clone_from(&covers));
            settled = out.len();
            if settled == MOST {
                break;
            }
        }
    }
    out
}

/// `// allow(L067, L072): reason`
fn comment(line: &str) -> Option<(Vec<&str>, bool)> {
    let rest = line.strip_prefix("//")?.trim_start();
    let (codes, rest) = rest.strip_prefix("allow(")?.split_once(')')?;
    let words: Vec<&str> = codes.split(',').take(CODES).map(str::trim).collect();
    let reason = rest.trim_start().strip_prefix(':');
    Some((words, reason.is_some_and(|r| !r.trim().is_empty())))
}

const ALLOW: &str = "allow";

/// Whether a text may hold silences, or what was to be one.
fn may_speak(text: &str) -> bool {
    let remarks = text.match_indices("//").chain(text.match_indices("/*"));
    let mut said = remarks.map(|(at, sign)| &text[at + sign.len()..]);
    said.any(says_allow)
}

fn says_allow(remark: &str) -> bool {
    let said = remark.trim_start();
    let word = said.get(..ALLOW.len());
    word.is_some_and(|w| w.eq_ignore_ascii_case(ALLOW))
        && !said[ALLOW.len()..].starts_with(char::is_alphanumeric)
}

/// Whether a comment was to be a silence, with its signs: it says so and names codes.
fn nearly(remark: &str) -> bool {
    says_allow(remark.trim_start_matches(['/', '*'])) && !codes_in(remark).is_empty()
}

/// The codes that a comment names.
fn codes_in(remark: &str) -> Vec<&'static str> {
    let words = remark.split(|c: char| !c.is_ascii_alphanumeric());
    let upper = words.map(str::to_ascii_uppercase);
    let codes = upper.filter_map(|word| Code::of(&word));
    codes.map(Code::code).take(CODES).collect()
}

/// Where values begin and end.
struct Nodes {
    /// By first byte, of its key if it has one: the furthest end of what begins there.
    ends: BTreeMap<usize, usize>,
    /// Texts, in their order.
    texts: Vec<Range<usize>>,
}

impl Nodes {
    fn of(tree: &Tree) -> Self {
        let mut ends = BTreeMap::new();
        let mut texts = Vec::new();
        let mut waiting: Vec<NodeIx> = tree.root().into_iter().collect();
        while let Some(ix) = waiting.pop() {
            let node = tree.node(ix);
            let span = node.span.start as usize..node.span.end as usize;
            let start = if node.key.is_empty() {
                span.start
            } else {
                node.key.start as usize
            };
            let end: &mut usize = ends.entry(start).or_default();
            *end = span.end.max(*end);
            if node.kind == Kind::Str {
                texts.push(span);
            }
            waiting.extend(tree.children(ix));
        }
        texts.sort_by_key(|t| t.start);
        Self { ends, texts }
    }

    fn in_text(&self, at: usize) -> bool {
        let after = self.texts.partition_point(|t| t.start <= at);
        let last = after.checked_sub(1).and_then(|n| self.texts.get(n));
        last.is_some_and(|t| t.contains(&at))
    }

    /// Where the comment of a line begins.
    fn remark(&self, text: &str, line: Range<usize>) -> Option<usize> {
        let said = text.get(line.clone())?;
        let signs = said.match_indices("//").chain(said.match_indices("/*"));
        let places = signs.map(|(at, _)| line.start + at);
        places.filter(|at| !self.in_text(*at)).min()
    }

    /// A line, or all of what begins where it does.
    fn begun_at(&self, start: usize, line_end: usize) -> Range<usize> {
        let end = self.ends.get(&start).copied().unwrap_or(line_end);
        start..end.max(line_end)
    }
}
