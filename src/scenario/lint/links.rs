//! Links that cannot be or that nobody can find: to itself, of strangers, twice, of an odd kind, untold.

use super::super::code::Code;
use super::super::doc::{Doc, Step, Trail};
use super::super::file::{ItemFile, LinkFile};
use super::super::model::{Link, Said, Scenario};
use super::super::read::Parsed;
use super::super::sink::{Sink, shown};
use super::Lint;

/// What the files say, whatever the names mean.
pub(super) fn check(docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    let mut files = Files { docs, sink };
    for item in &parsed.items.all {
        if !item.broken {
            let root = Trail::Root(item.at);
            files.item(&item.value, &root);
        }
    }
    if let Some(theory) = parsed.theory.as_ref().filter(|t| !t.broken) {
        let root = Trail::Root(theory.at);
        let list = root.field("links");
        files.single(&theory.value.links, &list);
    }
}

struct Files<'f, 's> {
    docs: &'f [Doc<'s>],
    sink: &'f mut Sink,
}

impl Files<'_, '_> {
    fn item(&mut self, item: &ItemFile, root: &Trail) {
        let list = root.field("links");
        self.single(&item.links, &list);
        self.named(item, &item.links, &item.subjects, &list, "the item");
        let list = root.field("tear_links");
        self.single(&item.tear_links, &list);
        self.named(
            item,
            &item.tear_links,
            &item.tear_subjects,
            &list,
            "the tear-line",
        );
        for (n, link) in item.tear_links.iter().enumerate() {
            let said = |l: &LinkFile| same(l, link) && l.negated == link.negated;
            if !item.links.iter().any(said) {
                let message = format!(
                    "the tear-line of `{}` has a link that the item does not have",
                    shown(&item.id)
                );
                self.tell(
                    &list.nth(n),
                    Code::TearLinkUnsaid,
                    message,
                    "not in `links`",
                );
            }
        }
    }

    /// Each link binds two subjects, and stands once.
    fn single(&mut self, links: &[LinkFile], list: &Trail) {
        for (n, link) in links.iter().enumerate() {
            if link.from == link.to {
                let message = format!("`{}` is linked to itself", shown(&link.from));
                self.tell(
                    &list.nth(n).field("to"),
                    Code::LinkToItself,
                    message,
                    "the same",
                );
            }
            if links[..n].iter().any(|before| same(before, link)) {
                let message = format!(
                    "that `{}` {} `{}` is said twice",
                    shown(&link.from),
                    link.kind.key(),
                    shown(&link.to)
                );
                self.tell(&list.nth(n), Code::LinkTwice, message, "again");
            }
        }
    }

    /// A link may not tell more than the subjects do.
    fn named(
        &mut self,
        item: &ItemFile,
        links: &[LinkFile],
        subjects: &[String],
        list: &Trail,
        who: &str,
    ) {
        for (n, link) in links.iter().enumerate() {
            for (end, field) in [(&link.from, "from"), (&link.to, "to")] {
                if !subjects.contains(end) {
                    let message = format!(
                        "`{}` links `{}`, which {who} does not name",
                        shown(&item.id),
                        shown(end)
                    );
                    let at = list.nth(n);
                    self.tell(&at.field(field), Code::LinkSubjects, message, "not named");
                }
            }
        }
    }

    fn tell(&mut self, trail: &Trail, code: Code, message: String, label: &str) {
        let spot = trail.find(self.docs);
        self.sink.at(self.docs, spot, code, message).label(label);
    }
}

/// Do they mean the same, negated or not?
fn same(a: &LinkFile, b: &LinkFile) -> bool {
    a.kind == b.kind
        && ((a.from == b.from && a.to == b.to)
            || (a.kind.both_ways() && a.from == b.to && a.to == b.from))
}

/// What the names mean: kinds that fit, and true links that somebody can learn of.
pub(super) fn plausible(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    for (item, file) in case.items.iter().zip(&parsed.items.all) {
        for (n, said) in item.links.iter().enumerate() {
            odd(lint, said, file.at, n);
        }
    }
    let Some(theory) = &parsed.theory else {
        return;
    };
    for (n, said) in case.theory.links.iter().enumerate() {
        odd(lint, said, theory.at, n);
        let told = case.items.iter().any(|item| item.links.contains(said));
        if !told && !said.negated {
            let message = format!("no item tells that {}", words(case, said.link));
            let steps = [Step::Field("links"), Step::Nth(n)];
            lint.tell(theory.at, &steps, Code::LinkUntold, message)
                .label("nobody can find this")
                .help("give it to an item in `intel.ron`, or leave it out");
        }
    }
}

fn odd(lint: &mut Lint, said: &Said, at: super::super::doc::At, n: usize) {
    let case = lint.case;
    let kind = |id| case.subject(id).kind;
    let Link { from, to, kind: by } = said.link;
    if from != to && !by.fits(kind(from), kind(to)) {
        let message = format!(
            "{}: a {} and a {}",
            words(case, said.link),
            kind(from).key(),
            kind(to).key()
        );
        let steps = [Step::Field("links"), Step::Nth(n)];
        lint.tell(at, &steps, Code::LinkUnlikely, message)
            .label("does not fit")
            .help("is it the other way round, or another kind?");
    }
}

fn words(case: &Scenario, link: Link) -> String {
    let key = |id| &case.subject(id).key;
    format!(
        "`{}` {} `{}`",
        key(link.from),
        link.kind.key(),
        key(link.to)
    )
}
