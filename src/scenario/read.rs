//! From bytes to what the files say: which files there are, whether they are text, what each list
//! holds. Nothing is compared with anything else here.

use std::collections::{BTreeMap, BTreeSet};

use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::authority::AuthorityFile;
use super::code::Code;
use super::doc::{At, Doc, Located, Spot};
use super::documents::DocumentFile;
use super::evaluation::CapabilityFile;
use super::file::{
    CaseFile, InjectFile, ItemFile, MapFile, MilestoneFile, ObjectiveFile, OfficerFile, PersonFile,
    SubjectFile, TaskFile, TheoryFile, TruthFile,
};
use super::fix::Fix;
use super::interviews::InterviewFile;
use super::manifest::{self, Part};
use super::mending;
use super::msel::NetworkFile;
use super::operations::OperationFile;
use super::primary_line::ProfileFile;
use super::questionnaires::SurveyFile;
use super::recover;
use super::sink::Sink;
use super::source::{CaseSource, MAX_CASE_NODES, MAX_FILE_BYTES};
use super::tolerant;
use super::tree::{Bytes, Kind, NodeIx, Tree};

/// Everything that the files say.
#[derive(Default)]
pub(super) struct Parsed {
    pub case: Option<Located<CaseFile>>,
    pub officers: List<OfficerFile>,
    pub subjects: List<SubjectFile>,
    pub items: List<ItemFile>,
    pub tasks: List<TaskFile>,
    pub authorities: List<AuthorityFile>,
    pub injects: List<InjectFile>,
    pub network: Option<Located<NetworkFile>>,
    /// `network.ron` is there, but could not be read.
    pub network_lost: bool,
    pub operations: List<OperationFile>,
    pub interviews: List<InterviewFile>,
    pub documents: List<DocumentFile>,
    pub milestones: List<MilestoneFile>,
    pub people: List<PersonFile>,
    pub objectives: List<ObjectiveFile>,
    pub evaluation: List<CapabilityFile>,
    pub map: Option<Located<MapFile>>,
    pub theory: Option<Located<TheoryFile>>,
    pub truth: Option<Located<TruthFile>>,
    pub lines: Vec<Located<ProfileFile>>,
    pub lines_lost: bool,
    pub questionnaires: List<SurveyFile>,
    /// By language tag.
    pub translations: BTreeMap<String, Translation>,
    /// Files and folders that could not be read.
    pub unread: BTreeSet<String>,
}

impl Parsed {
    /// A list whose file could not be taken as text, or is missing though needed, is not whole.
    fn mark_unread(&mut self, source: &CaseSource, docs: &[Doc], sink: &mut Sink) {
        self.unread.clone_from(&source.unread);
        // A folder stands for any file in it.
        let inside = source.unread.iter().map(|name| {
            let folder = name.trim_end_matches('/');
            let file = format!("{folder}/x.ron");
            if manifest::known(name) {
                name.clone()
            } else {
                file
            }
        });
        let inside: Vec<String> = inside.filter(|file| manifest::known(file)).collect();
        sink.broken |= !inside.is_empty();
        let read: BTreeSet<&str> = docs.iter().map(|doc| doc.file).collect();
        let unread = source
            .files
            .keys()
            .filter(|file| !read.contains(file.as_str()));
        let lost = unread.chain(&inside);
        let lost: Vec<Part> = lost.filter_map(|file| manifest::part(file)).collect();
        let partial = |part| {
            lost.contains(&part) || !docs.iter().any(|d| manifest::part(d.file) == Some(part))
        };
        self.officers.partial = partial(Part::Officers);
        self.subjects.partial = partial(Part::Subjects);
        self.items.partial = partial(Part::Intel);
        self.tasks.partial = partial(Part::Tasks);
        self.objectives.partial = partial(Part::Objectives);
        self.evaluation.partial = lost.contains(&Part::Evaluation);
        self.authorities.partial = lost.contains(&Part::Authorities);
        self.injects.partial = lost.contains(&Part::Injects);
        self.network_lost = lost.contains(&Part::Network);
        self.operations.partial = lost.contains(&Part::Operations);
        self.lines_lost = lost.contains(&Part::Line);
        self.interviews.partial = lost.contains(&Part::Interviews);
        self.documents.partial = lost.contains(&Part::Documents);
        self.milestones.partial = lost.contains(&Part::Milestones);
        self.people.partial = lost.contains(&Part::People);
        self.questionnaires.partial = lost.contains(&Part::Questionnaires);
    }
}

/// One list of the case, from one file or several.
pub(super) struct List<T> {
    pub all: Vec<Located<T>>,
    /// Some elements could not even be found: names may be missing.
    pub partial: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            partial: false,
        }
    }
}

/// One `lang/<tag>.ron`.
pub(super) struct Translation {
    pub doc: usize,
    pub root: NodeIx,
    /// Path and text in the order of the file.
    pub entries: Vec<(String, String)>,
}

/// The texts among the files, with their trees.
pub(super) fn docs<'s>(source: &'s CaseSource, sink: &mut Sink) -> Vec<Doc<'s>> {
    let mut docs = Vec::new();
    let mut room = MAX_CASE_NODES;
    for (file, text) in manifest::texts(source, sink) {
        let tree = Tree::scan(text);
        let Some(left) = room.checked_sub(tree.len()) else {
            let message = format!("the case holds more than {MAX_CASE_NODES} values");
            sink.broken = true;
            sink.file(Code::TooMany, file, message);
            break;
        };
        room = left;
        docs.push(mending::doc(file, text, tree));
        mending::tell(&docs, docs.len() - 1, sink);
    }
    docs
}

/// A text that belongs to no case and those beside it, in this order, with their trees; none if one is too large.
pub(super) fn alone<'s>(
    file: &'s str,
    text: &'s str,
    beside: impl Iterator<Item = (&'s str, &'s str)>,
    sink: &mut Sink,
) -> Vec<Doc<'s>> {
    let mut docs = Vec::new();
    for (file, text) in std::iter::once((file, text)).chain(beside) {
        if text.len() > MAX_FILE_BYTES {
            sink.broken = true;
            let message = format!(
                "the file has {} bytes; {MAX_FILE_BYTES} are allowed",
                text.len()
            );
            sink.file(Code::FileTooLarge, file, message);
            return Vec::new();
        }
        docs.push(mending::doc(file, text, Tree::scan(text)));
    }
    for n in 0..docs.len() {
        mending::tell(&docs, n, sink);
    }
    docs
}

/// What such a text says that stands beside another: its translation.
pub(super) fn translation(docs: &[Doc], ix: usize, sink: &mut Sink) -> Option<Translation> {
    let mut reader = Reader { docs, ix, sink };
    docs.get(ix).and_then(|_| reader.translation())
}

/// What such a text says.
pub(super) fn single<T: DeserializeOwned>(docs: &[Doc], sink: &mut Sink) -> Option<Located<T>> {
    let ix = 0;
    let mut reader = Reader { docs, ix, sink };
    docs.first().and_then(|_| reader.one())
}

/// Reads every file as what its name says.
pub(super) fn read(source: &CaseSource, docs: &[Doc], sink: &mut Sink) -> Parsed {
    let mut parsed = Parsed::default();
    parsed.mark_unread(source, docs, sink);
    for ix in 0..docs.len() {
        let mut r = Reader { docs, ix, sink };
        match manifest::part(docs[ix].file) {
            Some(Part::Case) => parsed.case = r.one(),
            Some(Part::Map) => parsed.map = r.one(),
            Some(Part::Theory) => parsed.theory = r.one(),
            Some(Part::Truth) => parsed.truth = r.one(),
            Some(Part::Officers) => r.list(&mut parsed.officers),
            Some(Part::Subjects) => r.list(&mut parsed.subjects),
            Some(Part::Intel) => r.list(&mut parsed.items),
            Some(Part::Tasks) => r.list(&mut parsed.tasks),
            Some(Part::Authorities) => r.list(&mut parsed.authorities),
            Some(Part::Injects) => r.list(&mut parsed.injects),
            Some(Part::Network) => {
                parsed.network = r.one();
                parsed.network_lost = parsed.network.is_none();
            }
            Some(Part::Operations) => r.list(&mut parsed.operations),
            Some(Part::Interviews) => r.list(&mut parsed.interviews),
            Some(Part::Documents) => r.list(&mut parsed.documents),
            Some(Part::Milestones) => r.list(&mut parsed.milestones),
            Some(Part::People) => r.list(&mut parsed.people),
            Some(Part::Objectives) => r.list(&mut parsed.objectives),
            Some(Part::Evaluation) => r.list(&mut parsed.evaluation),
            Some(Part::Questionnaires) => r.list(&mut parsed.questionnaires),
            Some(Part::Line) => parsed.lines.extend(r.one()),
            Some(Part::Lang(tag)) => {
                if let Some(translation) = r.translation() {
                    parsed.translations.insert(tag.to_owned(), translation);
                }
            }
            None => {}
        }
    }
    parsed
}

struct Reader<'r, 's> {
    docs: &'r [Doc<'s>],
    ix: usize,
    sink: &'r mut Sink,
}

impl<'s> Reader<'_, 's> {
    fn doc(&self) -> &Doc<'s> {
        &self.docs[self.ix]
    }

    /// A file that is one struct.
    fn one<T: DeserializeOwned>(&mut self) -> Option<Located<T>> {
        let root = self.doc().tree.root()?;
        self.element(root)
    }

    /// A file that is a list.
    fn list<T: DeserializeOwned>(&mut self, list: &mut List<T>) {
        let (doc, tree) = (self.doc(), &self.doc().tree);
        list.partial |= tree.cut || !tree.flaws.is_empty() || doc.mended.is_some();
        let Some(root) = tree.root() else { return };
        if tree.node(root).kind != Kind::List {
            list.partial = true;
            let bytes = Bytes {
                start: tree.node(root).span.start,
                end: tree.node(root).span.start + 1,
            };
            let message = format!("{} must hold a list `[ .. ]`", doc.file);
            let spot = Spot {
                doc: self.ix,
                bytes,
            };
            self.sink.broken = true;
            self.sink
                .at(self.docs, spot, Code::WrongType, message)
                .label("expected `[`");
            return;
        }
        let docs = self.docs;
        for node in docs[self.ix].tree.children(root) {
            if !self.sink.open() {
                list.partial = true;
                return;
            }
            match self.element(node) {
                Some(element) => list.all.push(element),
                None => list.partial = true,
            }
        }
    }

    /// One element: as `ron` reads it, or with its mistakes told and filled in.
    fn element<T: DeserializeOwned>(&mut self, node: NodeIx) -> Option<Located<T>> {
        let docs = self.docs;
        let doc = &docs[self.ix];
        let page = doc.page();
        let at = At::new(docs, self.ix, node);
        let span = page.tree.node(node).span;
        let flawed = page.tree.flaws.iter().any(|f| within(f.at, span));
        let mended = doc.mended.as_ref();
        let broken = mended.is_some_and(|m| m.touches(doc.tree.node(node).span));
        if !flawed {
            match from_ron::<T>(span.of(page.text)) {
                Ok(value) => return Some(Located { value, at, broken }),
                Err(error) => {
                    self.sink.broken = true;
                    return self.mistakes(node, at, Some(error), broken);
                }
            }
        }
        self.sink.broken = true;
        self.mistakes(node, at, None, true)
    }

    /// Reads what `ron` refuses; where signs are `amiss`, only what can be relied on is told.
    fn mistakes<T: DeserializeOwned>(
        &mut self,
        node: NodeIx,
        at: At,
        error: Option<ron::error::SpannedError>,
        amiss: bool,
    ) -> Option<Located<T>> {
        let doc = &self.docs[self.ix];
        let page = doc.page();
        let (value, mistakes) = tolerant::read::<T>(page, node);
        if let (true, Some(error)) = (mistakes.is_empty(), error) {
            // Only `ron` sees it: a matter of spelling, such as an escape or a number.
            let span = page.tree.node(node).span;
            let odd = recover::odd_blank(page.text, span.start as usize, span.end as usize);
            let start = offset(span.of(page.text), error.span.end.line, error.span.end.col);
            let start = odd.unwrap_or((span.start as usize + start).min(span.end as usize));
            let sign = page.text.get(start..).and_then(|rest| rest.chars().next());
            let end = start + odd.and(sign).map_or(1, char::len_utf8);
            let spot = Spot {
                doc: self.ix,
                bytes: doc.written(Bytes::new(start, end.min(span.end as usize))),
            };
            let message = match odd.and(sign) {
                Some(sign) => format!(
                    "this looks like a blank and is another sign ({})",
                    recover::visible(&sign.to_string())
                ),
                None => error.code.to_string(),
            };
            let blank = || Fix {
                span: start..end,
                with: " ".to_owned(),
            };
            self.sink
                .at(self.docs, spot, Code::Syntax, message)
                .label(if odd.is_some() {
                    "type a blank here"
                } else {
                    "here"
                })
                .fix(odd.filter(|_| doc.mended.is_none()).map(|_| blank()));
        }
        for mistake in mistakes {
            // It may be right, but for what is wrong with the brackets.
            let unsure = match mistake.code {
                Code::MissingField => true,
                Code::WrongType => page.tree.cut || doc.mended.is_some(),
                Code::UnknownField | Code::FieldTwice => doc.mended.is_some(),
                _ => false,
            };
            if amiss && unsure {
                continue;
            }
            let options = mistake.options.as_ref();
            let guess = options
                .and_then(|(word, options)| self.sink.similar(word, options.iter().copied()));
            let help = mistake.listed().or(mistake.help);
            let spot = Spot {
                doc: self.ix,
                bytes: doc.written(mistake.at),
            };
            self.sink
                .at(self.docs, spot, mistake.code, mistake.message)
                .label(mistake.label)
                .maybe_help(help)
                .guess(self.docs, guess);
        }
        value.map(|value| Located {
            value,
            at,
            broken: true,
        })
    }

    fn translation(&mut self) -> Option<Translation> {
        let root = self.doc().tree.root()?;
        let element = self.element::<Entries>(root)?;
        Some(Translation {
            doc: self.ix,
            root,
            entries: element.value.0,
        })
    }
}

fn within(part: Bytes, whole: Bytes) -> bool {
    part.start >= whole.start && part.start < whole.end
}

/// A value as `ron` reads it.
pub(super) fn from_ron<'a, T: Deserialize<'a>>(
    text: &'a str,
) -> Result<T, ron::error::SpannedError> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
}

/// Byte offset of a line and column, both from 1.
fn offset(text: &str, line: usize, col: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(n) => start += n + 1,
            None => return text.len(),
        }
    }
    text[start..]
        .char_indices()
        .nth(col.saturating_sub(1))
        .map_or(text.len(), |(n, _)| start + n)
}

/// A map of texts in the order of the file, with what is given twice kept.
struct Entries(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> serde::de::Visitor<'de> for InOrder {
            type Value = Entries;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a map of paths and texts")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
