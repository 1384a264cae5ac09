//! What `lang/` says, held against the texts of the case.

use std::collections::{BTreeMap, BTreeSet};

use super::code::Code;
use super::doc::{At, Doc, Located, Spot, Trail};
use super::fix::{Fix, removed};
use super::read::{List, Parsed, Translation};
use super::silence::Silences;
use super::sink::{Sink, shown};
use super::text::Lang;
use super::texts::{Site, TextKind};
use super::tree::Bytes;

/// Missing translations that are told one by one in each language.
const MAX_MISSING: usize = 25;

/// The languages of a case.
#[derive(Default)]
pub(super) struct Languages<'p> {
    pub own: Lang,
    /// Those with every text, the author's own first.
    pub complete: Vec<Lang>,
    /// Paths and texts of the declared translations.
    pub others: Vec<(&'p str, BTreeMap<&'p str, &'p str>)>,
}

/// Gathers the languages and tells what is missing, too much, too long or given twice.
pub(super) fn gather<'p>(
    docs: &[Doc],
    parsed: &'p Parsed,
    sites: &[Site],
    silences: &Silences,
    sink: &mut Sink,
) -> Languages<'p> {
    let Some(case) = &parsed.case else {
        return Languages::default();
    };
    let own = case.value.language.clone();
    let mut languages = Languages {
        complete: vec![own.clone()],
        own,
        others: Vec::new(),
    };
    let declared: BTreeSet<&str> = case.value.translations.iter().map(String::as_str).collect();
    let root = Trail::Root(case.at);
    for (n, tag) in case.value.translations.iter().enumerate() {
        let file = format!("lang/{tag}.ron");
        let unread = docs.iter().any(|doc| doc.file == file)
            || [file.as_str(), "lang", "lang/"]
                .iter()
                .any(|lost| parsed.unread.contains(*lost));
        if !parsed.translations.contains_key(tag) && !unread && *tag != languages.own {
            let list = root.field("translations");
            let message = format!("`lang/{}.ron` is missing", shown(tag));
            sink.at(docs, list.nth(n).find(docs), Code::MissingFile, message)
                .label("promised here")
                .help(format!(
                    "`liaison translate export` makes a sheet for the translator, and `import` the file; or take \"{}\" out",
                    shown(tag)
                ));
        }
    }
    let blurred = blurred(parsed);
    let by_path = by_path(sites);
    for (tag, translation) in &parsed.translations {
        if !declared.contains(tag.as_str()) {
            let at = At::new(docs, translation.doc, translation.root);
            let file = docs.get(translation.doc).map_or("", |d| d.file);
            let message = format!("`{file}` is not among the `translations` of scenario.ron");
            sink.at(
                docs,
                super::doc::short(docs, at),
                Code::UndeclaredLanguage,
                message,
            )
            .label("never shown")
            .help(format!("add \"{}\" to `translations`", shown(tag)));
        }
        let mut check = Check {
            docs,
            tag,
            file: docs.get(translation.doc).map_or("", |d| d.file),
            translation,
            sink,
            by_path: &by_path,
            blurred: &blurred,
            silences,
        };
        let entries = check.entries();
        if check.complete(&entries, sites) && declared.contains(tag.as_str()) {
            languages.complete.push(tag.clone());
        }
        if declared.contains(tag.as_str()) {
            languages.others.push((tag, entries));
        }
    }
    let order = |tag: &Lang| case.value.translations.iter().position(|t| t == tag);
    languages
        .complete
        .sort_by_key(|tag| (*tag != languages.own, order(tag)));
    languages
}

/// The languages of a text that belongs to no case, as [`gather`] has those of a case.
pub(super) fn beside<'p>(
    docs: &[Doc],
    own: &str,
    translations: &'p BTreeMap<String, Translation>,
    sites: &[Site],
    sink: &mut Sink,
) -> Languages<'p> {
    let mut languages = Languages {
        complete: vec![own.to_owned()],
        own: own.to_owned(),
        others: Vec::new(),
    };
    let by_path = &by_path(sites);
    let blurred = &BTreeSet::new();
    for (tag, translation) in translations {
        let mut check = Check {
            docs,
            tag,
            file: docs.get(translation.doc).map_or("", |d| d.file),
            translation,
            sink,
            by_path,
            blurred,
            silences: &Silences::of(&[]),
        };
        let entries = check.entries();
        if check.complete(&entries, sites) {
            languages.complete.push(tag.clone());
        }
        languages.others.push((tag, entries));
    }
    languages
}

fn by_path<'c, 's>(sites: &'c [Site<'s>]) -> BTreeMap<&'c str, &'c Site<'s>> {
    let translated = sites.iter().filter(|s| !s.path.is_empty());
    translated.map(|s| (s.path.as_str(), s)).collect()
}

struct Check<'c, 's, 'p> {
    docs: &'c [Doc<'s>],
    tag: &'c str,
    file: &'c str,
    translation: &'p Translation,
    sink: &'c mut Sink,
    by_path: &'c BTreeMap<&'c str, &'c Site<'c>>,
    blurred: &'c BTreeSet<String>,
    silences: &'c Silences<'c>,
}

/// Beginnings of paths of which it is not known what belongs there, because of a mistake.
fn blurred(parsed: &Parsed) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    fn list<T>(out: &mut BTreeSet<String>, name: &str, list: &List<T>, id: impl Fn(&T) -> String) {
        if list.partial {
            out.insert(name.to_owned());
        }
        let broken = list.all.iter().filter(|e| e.broken);
        out.extend(broken.map(|e| format!("{name}.{}", id(&e.value))));
    }
    fn one<T>(out: &mut BTreeSet<String>, names: &[&str], file: Option<&Located<T>>) {
        if file.is_none_or(|f| f.broken) {
            out.extend(names.iter().map(|&n| n.to_owned()));
        }
    }
    list(&mut out, "officers", &parsed.officers, |o| o.id.clone());
    list(&mut out, "subjects", &parsed.subjects, |s| s.id.clone());
    list(&mut out, "people", &parsed.people, |p| p.id.clone());
    list(&mut out, "intel", &parsed.items, |i| i.id.clone());
    list(&mut out, "tasks", &parsed.tasks, |t| t.id.clone());
    list(&mut out, "injects", &parsed.injects, |i| {
        i.number.to_string()
    });
    list(&mut out, "operations", &parsed.operations, |o| o.id.clone());
    list(&mut out, "interviews", &parsed.interviews, |i| i.id.clone());
    list(&mut out, "documents", &parsed.documents, |d| d.id.clone());
    if parsed.lines_lost {
        out.insert("lines".to_owned());
    }
    let lines = parsed.lines.iter().filter(|l| l.broken);
    out.extend(lines.map(|l| format!("lines.{}", l.value.id)));
    list(&mut out, "milestones", &parsed.milestones, |m| m.id.clone());
    list(&mut out, "questionnaires", &parsed.questionnaires, |q| {
        q.id().clone()
    });
    list(&mut out, "objectives", &parsed.objectives, |o| o.id.clone());
    list(&mut out, "evaluation", &parsed.evaluation, |c| c.id.clone());
    one(&mut out, &["case", "north", "south"], parsed.case.as_ref());
    one(&mut out, &["map"], parsed.map.as_ref());
    one(&mut out, &["theory"], parsed.theory.as_ref());
    one(&mut out, &["truth"], parsed.truth.as_ref());
    if parsed.network_lost || parsed.network.as_ref().is_some_and(|n| n.broken) {
        out.insert("network".to_owned());
    }
    out
}

impl<'p> Check<'_, '_, 'p> {
    /// Key and value of the nth entry.
    fn place(&self, n: usize) -> (Spot, Spot) {
        let doc = self.translation.doc;
        let tree = self.docs.get(doc).map(|d| &d.tree);
        let node = tree.and_then(|t| {
            t.children(self.translation.root)
                .nth(n)
                .map(|ix| *t.node(ix))
        });
        let spot = |bytes| Spot { doc, bytes };
        node.map_or((spot(Bytes::default()), spot(Bytes::default())), |n| {
            (spot(n.key), spot(n.span))
        })
    }

    /// The entries by path, with what is wrong with them told.
    fn entries(&mut self) -> BTreeMap<&'p str, &'p str> {
        let mut entries = BTreeMap::new();
        let translation = self.translation;
        for (n, (path, text)) in translation.entries.iter().enumerate() {
            if !self.sink.open() {
                break;
            }
            if entries.contains_key(path.as_str()) {
                let message = format!("`{}` is translated twice", shown(path));
                self.sink
                    .at(self.docs, self.place(n).0, Code::TranslatedTwice, message)
                    .label("again");
                continue;
            }
            let by_path = self.by_path;
            match by_path.get(path.as_str()) {
                Some(site) => self.fits(n, site, text),
                None if !path.is_empty() && !self.is_blurred(path) => {
                    let message = format!("the case has no text `{}`", shown(path));
                    let guess = self.sink.similar(path, by_path.keys().copied());
                    // Of a thing that the case has: one whose id is new may be the old one, or another story's.
                    let (thing, _) = path.rsplit_once('.').unwrap_or((path, ""));
                    let known = by_path.keys().any(|other| {
                        let rest = other.strip_prefix(thing);
                        rest.is_some_and(|rest| rest.starts_with('.'))
                    });
                    let guess = guess.map(|guess| if known { guess } else { guess.unsure() });
                    let meant = guess.as_ref().and_then(|g| g.certain.as_ref());
                    // What is translated already is not meant once more: then the text is gone.
                    let entries = &self.translation.entries;
                    let free = meant.is_some_and(|(_, to)| entries.iter().all(|(p, _)| p != to));
                    // While a text of the thing has no translation, this may be meant for it.
                    let entries = &self.translation.entries;
                    let of_thing = by_path.keys().filter(|other| {
                        let rest = other.strip_prefix(thing);
                        rest.is_some_and(|rest| rest.starts_with('.'))
                    });
                    let mut all = of_thing;
                    let spare = all.all(|path| entries.iter().any(|(p, _)| p == path));
                    let gone = (known && !free && spare).then(|| self.without(n)).flatten();
                    let entry = self
                        .sink
                        .at(self.docs, self.place(n).0, Code::UnknownPath, message)
                        .label("no such path")
                        .guess(self.docs, guess);
                    if !free {
                        entry.fix(gone);
                    }
                }
                None => {}
            }
            entries.insert(path.as_str(), text.as_str());
        }
        entries
    }

    /// The file without an entry.
    fn without(&self, n: usize) -> Option<Fix> {
        let (key, value) = self.place(n);
        let doc = self.docs.get(self.translation.doc)?;
        removed(doc, key.bytes.start as usize, value.bytes.end as usize)
    }

    fn is_blurred(&self, path: &str) -> bool {
        let mut dots = path.match_indices('.').map(|(n, _)| &path[..n]);
        let (list, element) = (dots.next(), dots.next());
        [list, element]
            .into_iter()
            .flatten()
            .any(|start| self.blurred.contains(start))
    }

    fn fits(&mut self, n: usize, site: &Site, text: &str) {
        if let Some((code, message, label)) = problem(site.kind, text) {
            self.sink
                .at(self.docs, self.place(n).1, code, message)
                .label(label);
        } else if let Some(hole) = site.hole.filter(|hole| !text.contains(hole)) {
            let message = format!("`{hole}` has to stand in it");
            self.sink
                .at(self.docs, self.place(n).1, Code::OpenAnswer, message)
                .label("says nothing to check");
        }
    }

    /// True if every text is translated; tells what is missing otherwise.
    fn complete(&mut self, entries: &BTreeMap<&str, &str>, sites: &[Site]) -> bool {
        let missing = sites.iter().filter(|site| {
            let path = site.path.as_str();
            !path.is_empty() && !site.mended && !site.text.is_empty() && !entries.contains_key(path)
        });
        let code = Code::MissingTranslation;
        let quiet = self.silences.about_file(code, self.translation.doc);
        let (mut count, mut shown_at) = (0, 0);
        // What is silenced is told once for each silence, so that the silence is seen to have something to silence.
        let (mut complete, mut heard) = (true, BTreeSet::new());
        for site in missing {
            complete = false;
            let place = site.find(self.docs);
            let silenced = self.silences.about(code, place);
            if silenced.is_some_and(|silence| !heard.insert(silence)) {
                continue;
            }
            count += usize::from(silenced.is_none());
            if silenced.is_some() || quiet.is_none() && shown_at < MAX_MISSING {
                shown_at += usize::from(silenced.is_none());
                let message = format!(
                    "no translation into `{}` for `{}`",
                    self.tag,
                    shown(&site.path)
                );
                self.sink
                    .at(self.docs, place, code, message)
                    .label(format!("add it to {}", self.file))
                    .missing(self.tag, Some(&site.path), 1);
            }
        }
        let more = count - shown_at;
        if more > 0 {
            let message = format!("{more} more texts are not translated into `{}`", self.tag);
            self.sink
                .file(code, self.file, message)
                .missing(self.tag, None, more);
        }
        complete
    }
}

/// What is wrong with a text, if anything: code, message, label.
pub(super) fn problem(kind: TextKind, text: &str) -> Option<(Code, String, String)> {
    let (what, limit) = (kind.what(), kind.limit());
    if text.trim().is_empty() {
        return Some((
            Code::EmptyText,
            format!("this {what} is empty"),
            "empty".to_owned(),
        ));
    }
    if text.len() <= limit {
        return None;
    }
    let length = text.chars().count();
    (length > limit).then(|| {
        let message = format!("this {what} has {length} characters; {limit} fit on its card");
        (
            Code::TextTooLong,
            message,
            format!("{} too many", length - limit),
        )
    })
}
