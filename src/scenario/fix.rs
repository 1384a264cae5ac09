//! Changes of a case's text that mend a problem for certain.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::code::Code;
use super::diagnostic::Diagnostic;
use super::doc::Doc;
use super::source::CaseSource;

/// Bytes of the diagnostic's file and what stands there instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    pub span: Range<usize>,
    pub with: String,
}

impl Fix {
    /// The text with this changed; nothing if the place is not in it.
    #[must_use]
    pub fn apply(&self, text: &str) -> Option<String> {
        let (head, tail) = (text.get(..self.span.start)?, text.get(self.span.end..)?);
        text.get(self.span.clone())?;
        Some(format!("{head}{}{tail}", self.with))
    }
}

/// A word that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    pub help: String,
    /// The wrong word and the right one, where no other is as near.
    pub certain: Option<(String, String)>,
}

impl Guess {
    /// From the word like it, and all that could stand there.
    pub fn new<'w>(word: &str, best: &str, words: impl Iterator<Item = &'w str>) -> Self {
        // Of three letters, one makes another word.
        let letters = word.chars().count().max(best.chars().count());
        let most = (letters / 4).min(3);
        let near = |other: &str| strsim::osa_distance(word, other) <= most;
        let mut others = words.filter(|w| *w != best && *w != word);
        let certain = near(best) && !others.any(near);
        Self {
            help: format!("did you mean `{best}`?"),
            certain: certain.then(|| (word.to_owned(), best.to_owned())),
        }
    }

    /// The same as a question: it is told, and mends nothing.
    pub fn unsure(self) -> Self {
        Self {
            certain: None,
            ..self
        }
    }

    /// The change that it comes to, if the wrong word stands at this place.
    pub fn fix(self, text: &str, span: &Range<usize>) -> Option<Fix> {
        let (wrong, right) = self.certain?;
        let there = text.get(span.clone())?;
        let quoted = format!("\"{wrong}\"");
        let with = if there == quoted {
            format!("\"{right}\"")
        } else if there == wrong {
            right
        } else {
            return None;
        };
        let span = span.clone();
        Some(Fix { span, with })
    }
}

/// The same problems with those changes only that are certain in the case as it stands.
///
/// While something is amiss with the signs of a file nothing is taken out, and with more than one of them nothing else
/// is changed: what is told beside them may follow from them. Of such a file several commas at the ends of lines are
/// put, or one other sign, and none where some text may not be closed. A word that stands in several places may be
/// right there, and wrong where it should be defined; so may one that stands nowhere but where it is made.
pub(super) fn sure(source: &CaseSource, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let texts = source.texts(found.iter().map(|d| d.file.as_str()));
    let text_of = |file: &str| texts.get(file).copied().unwrap_or_default();
    let amiss = found.iter().filter(|d| d.code == Code::Syntax).count();
    // By file: how many signs are amiss, whether all are commas, and whether no text may be open.
    let mut signs: BTreeMap<String, (usize, bool, bool)> = BTreeMap::new();
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    let once = Once::of(source, &found);
    for d in &found {
        let text = text_of(&d.file);
        if d.code == Code::Syntax {
            let of = signs.entry(d.file.clone());
            let of = of.or_insert_with(|| (0, true, !half_a_text(text)));
            of.0 += 1;
            of.1 &= d.fix.as_ref().is_some_and(|fix| ends_line(text, fix));
        } else if let Some(word) = d.fix.as_ref().and_then(|fix| text.get(fix.span.clone())) {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    for d in &mut found {
        let Some(fix) = &d.fix else { continue };
        let text = text_of(&d.file);
        let stays = if d.code == Code::Syntax {
            let (count, commas, closed) = signs.get(&d.file).copied().unwrap_or_default();
            (count == 1 || commas) && closed
        } else {
            let word = text.get(fix.span.clone()).unwrap_or_default();
            let out = fix.with.is_empty();
            let alone = out || words.get(word) == Some(&1);
            let clear = amiss == 0 || amiss == 1 && !out;
            clear && alone && well_formed(&fix.with) && once.place(&fix.with).is_none()
        };
        if !stays {
            d.fix = None;
        }
    }
    for d in &mut found {
        // Only ids are made in a case; what a word of the format is like needs no place.
        let id = !matches!(d.code, Code::UnknownField | Code::UnknownWord);
        let guess = d.suggestion.as_deref().and_then(guessed).filter(|_| id);
        let place = guess.and_then(|word| once.place(&format!("\"{word}\"")));
        if let (Some(word), Some((file, line))) = (guess, place) {
            d.suggestion = Some(format!(
                "did you mean `{word}`? It stands nowhere but at {file}:{line}: the slip may be there"
            ));
        }
    }
    found
}

/// The word of "did you mean `x`?".
fn guessed(help: &str) -> Option<&str> {
    help.strip_prefix("did you mean `")?.strip_suffix("`?")
}

/// Where words stand that are guessed at: one that stands nowhere but where it is made may itself be the slip.
struct Once<'s>(BTreeMap<&'s str, &'s str>);

impl<'s> Once<'s> {
    fn of(source: &'s CaseSource, found: &[Diagnostic]) -> Self {
        let guess = |d: &Diagnostic| d.suggestion.as_deref().and_then(guessed).is_some();
        let files = source.files.keys().map(String::as_str);
        let files = files.filter(|file| !file.starts_with("lang/") && found.iter().any(guess));
        Self(source.texts(files))
    }

    /// File and line of an id in quotes, if it stands in the case a single time.
    fn place(&self, quoted: &str) -> Option<(&'s str, usize)> {
        let id = quoted.strip_prefix('"')?.strip_suffix('"')?;
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if id.is_empty() || !id.chars().all(letters) {
            return None;
        }
        let mut all = self.0.iter().flat_map(|(file, text)| {
            let places = text.match_indices(quoted);
            places.map(move |(at, _)| (*file, 1 + text[..at].matches('\n').count()))
        });
        let first = all.next()?;
        all.next().is_none().then_some(first)
    }
}

/// Whether it puts a comma where a line ends.
fn ends_line(text: &str, fix: &Fix) -> bool {
    let rest = text.get(fix.span.end..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    fix.span.is_empty() && fix.with == "," && (line.is_empty() || line.starts_with("//"))
}

/// Whether some line has a quote too few or too many.
fn half_a_text(text: &str) -> bool {
    let bare = text.replace("\\\\", "").replace("\\\"", "");
    let said = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    bare.lines()
        .any(|line| said(line).matches('"').count() % 2 == 1)
}

/// Whether it puts nothing, or words, and no sign that ends a text or a bracket within one.
fn well_formed(with: &str) -> bool {
    let word = with.trim().trim_matches(['"', ',']);
    let plain = |c: char| c.is_alphanumeric() || "_.: /-".contains(c);
    with.contains('\n') || word.chars().all(plain)
}

/// A comma behind what ends before `at`; nothing where a comment stands between, or beside quotes that are none.
pub(super) fn comma(text: &str, at: usize) -> Option<Fix> {
    if typographic(text, at) {
        return None;
    }
    let before = text.get(..at)?.trim_end();
    let line = before.rsplit('\n').next().unwrap_or(before);
    // A point behind a number may be what was to be the comma.
    if line.contains("//") || before.ends_with("*/") || before.ends_with('.') {
        return None;
    }
    Some(Fix {
        span: before.len()..before.len(),
        with: ",".to_owned(),
    })
}

/// Whether the line has quotes of a kind that begins and ends no text.
fn typographic(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.rfind('\n'));
    let line = text.get(before.map_or(0, |n| n + 1)..).unwrap_or_default();
    let line = line.lines().next().unwrap_or_default();
    line.contains(['“', '”', '„', '‘', '’', '«', '»'])
}

/// Everything from `from` to `to` out, with the comma after it and, where nothing else stands there, its lines.
pub(super) fn removed(doc: &Doc, from: usize, to: usize) -> Option<Fix> {
    let text = doc.text;
    let mut end = to;
    let rest = text.get(end..)?;
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if rest.get(blank..)?.starts_with(',') {
        end += blank + 1;
    }
    let head = text.get(..from)?;
    let begins = head.rfind('\n').map_or(0, |n| n + 1);
    let tail = text.get(end..)?;
    let ends = tail.find('\n').map_or(text.len(), |n| end + n + 1);
    let alone = text.get(begins..from)?.trim().is_empty() && text.get(end..ends)?.trim().is_empty();
    let span = if alone { begins..ends } else { from..end };
    Some(Fix {
        span,
        with: String::new(),
    })
}
