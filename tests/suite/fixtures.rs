//! The base case, and ways to break one thing in it and to say where the problem must be told.

use std::path::Path;

use liaison::library;
use liaison::scenario::{CaseSource, Code, Diagnostic, load};

/// The small case that is right in every way.
pub fn base() -> CaseSource {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases/base");
    let mut base = library::read_case(&path).expect("the base case can be read");
    base.folder = Some("night_lorry".into());
    base
}

/// The base case with something wrong in it.
pub struct Broken {
    pub code: Code,
    pub source: CaseSource,
    /// What was done to it, for the record.
    pub story: Vec<String>,
    /// Where each problem must be told: file, bytes, line, column.
    expected: Vec<(String, std::ops::Range<usize>, usize, usize)>,
    also: Vec<Code>,
    found: Option<Vec<Diagnostic>>,
}

/// Starts from the base case; `code` is what must be told.
pub fn broken(code: Code) -> Broken {
    let (story, expected, also) = (Vec::new(), Vec::new(), Vec::new());
    Broken {
        code,
        source: base(),
        story,
        expected,
        also,
        found: None,
    }
}

impl Broken {
    /// Replaces the only `from` in a file by `to`; what stands between ‹ and › in `to` is where the
    /// problem must be told.
    #[track_caller]
    pub fn edit(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self
            .source
            .text(file)
            .expect("the file is there")
            .to_owned();
        assert_eq!(
            text.matches(from).count(),
            1,
            "`{from}` must be in {file} once"
        );
        let plain = to.replace(['‹', '›'], "");
        let start = text.find(from).expect("it is there");
        let edited = text.replacen(from, &plain, 1);
        self.mark(file, &edited, start, to);
        if plain != from {
            self.story
                .push(format!("{file}: {from:?} becomes {plain:?}"));
        }
        self.source
            .files
            .insert(file.to_owned(), edited.into_bytes());
        self
    }

    /// Adds or replaces a file; marks work as in [`Broken::edit`].
    pub fn file(mut self, file: &str, text: &str) -> Self {
        let plain = text.replace(['‹', '›'], "");
        self.mark(file, &plain, 0, text);
        self.story.push(format!(
            "{file}: {:?}",
            plain.chars().take(60).collect::<String>()
        ));
        self.source
            .files
            .insert(file.to_owned(), plain.into_bytes());
        self
    }

    /// Adds or replaces a file that is not text; the problem is told of the whole file.
    pub fn bytes(mut self, file: &str, bytes: Vec<u8>) -> Self {
        self.story.push(format!("{file}: {} bytes", bytes.len()));
        self.source.files.insert(file.to_owned(), bytes);
        self.whole(file)
    }

    /// Adds or replaces a file of which nothing is told.
    pub fn quietly(mut self, file: &str, bytes: &[u8]) -> Self {
        if self.story.len() < 3 {
            self.story.push(format!("{file}: {} bytes", bytes.len()));
        }
        self.source.files.insert(file.to_owned(), bytes.to_vec());
        self
    }

    /// The problem is told at the nth (from 0) place of these words in a file.
    #[track_caller]
    pub fn expect_at(mut self, file: &str, words: &str, nth: usize) -> Self {
        let text = self
            .source
            .text(file)
            .expect("the file is there")
            .to_owned();
        let (start, _) = text
            .match_indices(words)
            .nth(nth)
            .expect("the words are there");
        let marked = format!("‹{words}›");
        self.mark(file, &text, start, &marked);
        self
    }

    pub fn without(mut self, file: &str) -> Self {
        self.source.files.remove(file).expect("the file was there");
        self.story.push(format!("{file} is gone"));
        self
    }

    /// The problem is told at these bytes, line and column.
    pub fn place(
        mut self,
        file: &str,
        bytes: std::ops::Range<usize>,
        line: usize,
        column: usize,
    ) -> Self {
        self.expected.push((file.to_owned(), bytes, line, column));
        self
    }

    /// The problem is told of a whole file.
    pub fn whole(mut self, file: &str) -> Self {
        self.expected.push((file.to_owned(), 0..0, 1, 1));
        self
    }

    /// Other problems that follow and are told as well.
    pub fn also(mut self, codes: &[Code]) -> Self {
        self.also.extend(codes);
        self
    }

    /// Something else than loading finds the problems.
    pub fn found(mut self, story: &str, found: Vec<Diagnostic>) -> Self {
        self.story.push(story.to_owned());
        self.found = Some(found);
        self
    }

    fn mark(&mut self, file: &str, text: &str, offset: usize, marked: &str) {
        let mut plain = offset;
        let mut open = None;
        for c in marked.chars() {
            match c {
                '‹' => open = Some(plain),
                '›' => {
                    let start = open.take().expect("‹ comes before ›");
                    let line = 1 + text[..start].matches('\n').count();
                    let column = 1 + text[..start]
                        .chars()
                        .rev()
                        .take_while(|&c| c != '\n')
                        .count();
                    self.expected
                        .push((file.to_owned(), start..plain, line, column));
                }
                c => plain += c.len_utf8(),
            }
        }
    }

    /// Loads it, checks that the problem and nothing else is told, in the right places, and gives
    /// what an author would read.
    pub fn check(mut self) -> Result<String, String> {
        let loaded = self.found.take().unwrap_or_else(|| {
            let loaded = load(&self.source);
            let errors = loaded
                .diagnostics
                .iter()
                .any(|d| d.severity == liaison::scenario::Severity::Error);
            assert_eq!(
                loaded.scenario.is_none(),
                errors,
                "a case comes out exactly when there is no error"
            );
            loaded.diagnostics
        });
        let listing: Vec<String> = loaded.iter().take(12).map(Diagnostic::brief).collect();
        let (ours, others): (Vec<_>, Vec<_>) = loaded.iter().partition(|d| d.code == self.code);
        let mut others: Vec<Code> = others.iter().map(|d| d.code).collect();
        // No task of the base case opens what a fixture lays beside it; fixtures of its own tell that.
        others.retain(|code| *code != Code::SetPieceUnopened);
        self.also.sort();
        others.sort();
        others.dedup();
        if others != self.also {
            return Err(format!(
                "{:?}: also {others:?}, not {:?}: {listing:#?}",
                self.code, self.also
            ));
        }
        let mut found: Vec<_> = ours
            .iter()
            .map(|d| (d.file.clone(), d.span.clone(), d.line, d.column))
            .collect();
        found.sort_by_key(|f| (f.0.clone(), f.1.start));
        self.expected.sort_by_key(|e| (e.0.clone(), e.1.start));
        if found != self.expected {
            return Err(format!(
                "{:?}: not at {:?}: {listing:#?}",
                self.code, self.expected
            ));
        }
        let rendered: Vec<String> = ours
            .iter()
            .map(|d| d.render(&self.source, "", false))
            .collect();
        Ok(format!(
            "# {}\n\n{}\n",
            self.story.join("\n# "),
            rendered.join("\n\n")
        ))
    }
}
