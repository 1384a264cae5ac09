//! The names that a case defines, by kind.

use std::collections::BTreeMap;

use super::super::code::Code;
use super::super::doc::{Doc, Located, Spot, Trail, identity};
use super::super::read::{List, Parsed};
use super::super::sink::{Sink, shown};
use super::super::source::MAX_THINGS;
use super::msel::Numbered;

/// Names of one kind and their positions.
pub(super) struct Table<'a> {
    pub what: &'static str,
    pub code: Code,
    pub ids: BTreeMap<&'a str, u16>,
    /// Some names may be missing, so none is called unknown.
    pub partial: bool,
}

/// All names.
pub(super) struct Names<'a> {
    pub items: Table<'a>,
    pub tasks: Table<'a>,
    pub authorities: Table<'a>,
    pub subjects: Table<'a>,
    pub places: Table<'a>,
    pub people: Table<'a>,
    pub objectives: Table<'a>,
    pub milestones: Table<'a>,
    pub questions: Table<'a>,
    pub elements: Table<'a>,
    /// By the subject whose role it is.
    pub roles: Table<'a>,
    pub injects: Numbered<'a>,
    pub steps: Table<'a>,
    pub reactions: Table<'a>,
    pub operations: Table<'a>,
    pub documents: Table<'a>,
    pub interviews: Table<'a>,
    pub lines: Table<'a>,
    pub surveys: Table<'a>,
}

impl<'a> Names<'a> {
    /// Collects them and tells what is malformed or used twice.
    pub fn gather(docs: &[Doc], parsed: &'a Parsed, sink: &mut Sink) -> Self {
        let mut g = Gather { docs, sink };
        // Officers and labels are never referred to, but ids are ids.
        g.list(&parsed.officers, "officer", Code::DuplicateId, |o| &o.id);
        for objective in &parsed.objectives.all {
            let root = Trail::Root(objective.at);
            let criteria = root.field("criteria");
            let ids = objective.value.criteria.iter().map(|c| c.id.as_str());
            g.inner(
                &criteria,
                "criterion",
                Code::DuplicateId,
                ids,
                objective.broken,
            );
        }
        g.list(&parsed.evaluation, "capability", Code::DuplicateId, |c| {
            &c.id
        });
        for capability in &parsed.evaluation.all {
            let root = Trail::Root(capability.at);
            let ids = capability.value.tasks.iter().map(|t| t.id.as_str());
            let what = "critical task";
            g.inner(
                &root.field("tasks"),
                what,
                Code::DuplicateId,
                ids,
                capability.broken,
            );
        }
        g.numbers(parsed);
        for inject in &parsed.injects.all {
            let root = Trail::Root(inject.at);
            let decision = root.field("decision");
            let options = inject.value.decision.iter().flat_map(|d| &d.options);
            g.inner(
                &decision.field("options"),
                "option",
                Code::DuplicateId,
                options.map(|o| o.id.as_str()),
                inject.broken,
            );
        }
        for authority in &parsed.authorities.all {
            let root = Trail::Root(authority.at);
            g.inner(
                &root.field("grounds"),
                "ground",
                Code::DuplicateId,
                authority.value.grounds.iter().map(|x| x.id.as_str()),
                authority.broken,
            );
        }
        let interviews = g.interviews(parsed);
        let documents = g.list(&parsed.documents, "document", Code::UnknownDocument, |d| {
            &d.id
        });
        let surveys = g.list(
            &parsed.questionnaires,
            "question of a questionnaire",
            Code::UnknownSurvey,
            |q| q.id(),
        );
        let (steps, reactions) = g.network(parsed);
        let (elements, roles) = g.grid(parsed);
        if let Some(case) = &parsed.case {
            let root = Trail::Root(case.at);
            g.id(&case.value.id, case.broken, || root.field("id").find(docs));
        }
        Self {
            items: g.list(&parsed.items, "item", Code::UnknownItem, |i| &i.id),
            tasks: g.list(&parsed.tasks, "task", Code::UnknownTask, |t| &t.id),
            authorities: g.list(
                &parsed.authorities,
                "authority",
                Code::UnknownAuthority,
                |a| &a.id,
            ),
            subjects: g.list(&parsed.subjects, "subject", Code::UnknownSubject, |s| &s.id),
            people: g.list(&parsed.people, "person", Code::UnknownPerson, |p| &p.id),
            objectives: g.list(
                &parsed.objectives,
                "objective",
                Code::UnknownObjective,
                |o| &o.id,
            ),
            milestones: g.list(
                &parsed.milestones,
                "milestone",
                Code::UnknownMilestone,
                |m| &m.id,
            ),
            places: match &parsed.map {
                Some(map) => {
                    let root = Trail::Root(map.at);
                    let labels = map.value.labels.iter().map(|l| l.id.as_str());
                    g.inner(
                        &root.field("labels"),
                        "label",
                        Code::DuplicateId,
                        labels,
                        map.broken,
                    );
                    let ids = map.value.places.iter().map(|p| p.id.as_str());
                    g.inner(
                        &root.field("places"),
                        "place",
                        Code::UnknownPlace,
                        ids,
                        map.broken,
                    )
                }
                None => nothing("place", Code::UnknownPlace),
            },
            questions: match &parsed.theory {
                Some(theory) => {
                    let root = Trail::Root(theory.at);
                    let ids = theory.value.questions.iter().map(|q| q.id.as_str());
                    let at = root.field("questions");
                    g.inner(&at, "question", Code::UnknownQuestion, ids, theory.broken)
                }
                None => nothing("question", Code::UnknownQuestion),
            },
            elements,
            roles,
            injects: Numbered::gather(parsed),
            steps,
            reactions,
            operations: g.operations(parsed),
            documents,
            interviews,
            lines: lines(parsed),
            surveys,
        }
    }
}

/// That one is there twice is told with the lines.
fn lines(parsed: &Parsed) -> Table<'_> {
    let ids = parsed.lines.iter().map(|l| l.value.id.as_str());
    Table {
        what: "line",
        code: Code::UnknownLine,
        ids: ids.zip(0u16..).collect(),
        partial: parsed.lines_lost || parsed.lines.iter().any(|l| l.broken),
    }
}

fn nothing(what: &'static str, code: Code) -> Table<'static> {
    Table {
        what,
        code,
        ids: BTreeMap::new(),
        partial: true,
    }
}

struct Gather<'g, 's> {
    docs: &'g [Doc<'s>],
    sink: &'g mut Sink,
}

impl<'a> Gather<'_, '_> {
    fn list<T>(
        &mut self,
        list: &'a List<T>,
        what: &'static str,
        code: Code,
        id: impl Fn(&'a T) -> &'a String,
    ) -> Table<'a> {
        let mut table = Table {
            what,
            code,
            ids: BTreeMap::new(),
            partial: list.partial,
        };
        for (ix, Located { value, at, broken }) in list.all.iter().enumerate() {
            let docs = self.docs;
            let spot = || identity(docs, *at);
            self.add(&mut table, id(value), ix, *broken, spot, |first| {
                identity(docs, list.all[first].at)
            });
        }
        table
    }

    fn inner<'i>(
        &mut self,
        trail: &Trail,
        what: &'static str,
        code: Code,
        ids: impl Iterator<Item = &'i str>,
        broken: bool,
    ) -> Table<'i> {
        let mut table = Table {
            what,
            code,
            ids: BTreeMap::new(),
            partial: false,
        };
        let docs = self.docs;
        for (ix, id) in ids.enumerate() {
            let spot = || trail.nth(ix).field("id").find(docs);
            self.add(&mut table, id, ix, broken, spot, |first| {
                trail.nth(first).field("id").find(docs)
            });
        }
        table
    }

    fn add<'i>(
        &mut self,
        table: &mut Table<'i>,
        id: &'i str,
        ix: usize,
        broken: bool,
        spot: impl Fn() -> Spot,
        of: impl Fn(usize) -> Spot,
    ) {
        if id.is_empty() && broken {
            table.partial = true;
            return;
        }
        let Some(number) = u16::try_from(ix).ok().filter(|_| ix < MAX_THINGS) else {
            table.partial = true;
            self.sink.broken = true;
            if ix == MAX_THINGS {
                let message = format!("more than {MAX_THINGS} of one kind: {}", table.what);
                self.sink
                    .at(self.docs, spot(), Code::TooMany, message)
                    .label("one too many");
            }
            return;
        };
        self.id(id, broken, &spot);
        if let Some(&first) = table.ids.get(id) {
            self.sink.broken = true;
            let first = of(usize::from(first));
            let message = format!("the {} `{}` is defined twice", table.what, shown(id));
            let line = line_of(self.docs, first);
            let file = self.docs.get(first.doc).map_or("", |d| d.file);
            self.sink
                .at(self.docs, spot(), Code::DuplicateId, message)
                .label("again")
                .help(format!("the first one is at {file}:{line}"));
            return;
        }
        table.ids.insert(id, number);
    }

    /// Ids are words in lower case: they are typed, shown in lists and part of paths.
    fn id(&mut self, id: &str, broken: bool, spot: impl Fn() -> Spot) {
        if well_formed(id) || (id.is_empty() && broken) {
            return;
        }
        let better = snake(id);
        let help = (well_formed(&better)).then(|| format!("write `{better}`"));
        let message = format!(
            "`{}` is not an id: use a–z, 0–9 and _, a letter first",
            shown(id)
        );
        self.sink
            .at(self.docs, spot(), Code::MalformedId, message)
            .label("not an id")
            .maybe_help(help);
    }

    /// Steps and reactions; where there is no `network.ron` there are none.
    fn network(&mut self, parsed: &'a Parsed) -> (Table<'a>, Table<'a>) {
        let network = parsed.network.as_ref();
        let (what, code) = ("step of the network", Code::UnknownStep);
        let (which, of) = ("reaction of the network", Code::UnknownReaction);
        let Some((network, root)) = network.map(|n| (n, Trail::Root(n.at))) else {
            let mut none = (nothing(what, code), nothing(which, of));
            none.0.partial = parsed.network_lost;
            none.1.partial = parsed.network_lost;
            return none;
        };
        let broken = network.broken;
        let steps = network.value.plan.iter().map(|s| s.id.as_str());
        let reactions = network.value.reactions.iter().map(|r| r.id.as_str());
        (
            self.inner(&root.field("plan"), what, code, steps, broken),
            self.inner(&root.field("reactions"), which, of, reactions, broken),
        )
    }

    /// Elements and roles of the theory.
    fn grid(&mut self, parsed: &'a Parsed) -> (Table<'a>, Table<'a>) {
        let (what, code) = ("element of the offence", Code::UnknownElement);
        let mut roles = nothing("role for the subject", Code::UnknownRole);
        let Some(theory) = &parsed.theory else {
            return (nothing(what, code), roles);
        };
        let root = Trail::Root(theory.at);
        let ids = theory.value.elements.iter().map(|e| e.id.as_str());
        let elements = self.inner(&root.field("elements"), what, code, ids, theory.broken);
        roles.partial = theory.broken;
        let list = root.field("roles");
        for (role, n) in theory.value.roles.iter().zip(0u16..) {
            if roles.ids.insert(role.subject.as_str(), n).is_some() && !theory.broken {
                self.sink.broken = true;
                let message = format!("the role of `{}` is given twice", shown(&role.subject));
                let at = list.nth(usize::from(n));
                let spot = at.field("subject").find(self.docs);
                self.sink
                    .at(self.docs, spot, Code::DuplicateId, message)
                    .label("again");
            }
        }
        (elements, roles)
    }

    /// Operations, and what each of them lists.
    fn operations(&mut self, parsed: &'a Parsed) -> Table<'a> {
        for operation in &parsed.operations.all {
            let (o, root) = (&operation.value, Trail::Root(operation.at));
            let aims = o.objectives.iter().map(|x| x.id.as_str()).collect();
            let risks = o.risks.iter().map(|x| x.id.as_str()).collect();
            let others = o.contingencies.iter().map(|x| x.id.as_str()).collect();
            let lists: [(&str, &str, Vec<&str>); 3] = [
                ("objectives", "objective", aims),
                ("risks", "risk", risks),
                ("contingencies", "contingency", others),
            ];
            for (list, what, ids) in lists {
                let (at, ids) = (root.field(list), ids.into_iter());
                self.inner(&at, what, Code::DuplicateId, ids, operation.broken);
            }
        }
        let (list, code) = (&parsed.operations, Code::UnknownOperation);
        self.list(list, "operation", code, |o| &o.id)
    }

    /// Interviews, and what each of them lists; nothing outside refers to them.
    fn interviews(&mut self, parsed: &'a Parsed) -> Table<'a> {
        let code = Code::DuplicateId;
        let table = self.list(
            &parsed.interviews,
            "interview",
            Code::UnknownInterview,
            |i| &i.id,
        );
        for interview in &parsed.interviews.all {
            let (i, root) = (&interview.value, Trail::Root(interview.at));
            let topics = i.topics.iter().map(|x| x.id.as_str()).collect();
            let questions = i.questions.iter().map(|x| x.id.as_str()).collect();
            let statements = i.statements.iter().map(|x| x.id.as_str()).collect();
            let evidence = i.evidence.iter().map(|x| x.id.as_str()).collect();
            let lists: [(&str, &str, Vec<&str>); 4] = [
                ("topics", "topic", topics),
                ("questions", "question", questions),
                ("statements", "statement", statements),
                ("evidence", "piece of evidence", evidence),
            ];
            for (list, what, ids) in lists {
                self.inner(
                    &root.field(list),
                    what,
                    code,
                    ids.into_iter(),
                    interview.broken,
                );
            }
        }
        table
    }

    fn numbers(&mut self, parsed: &Parsed) {
        let mut seen = BTreeMap::new();
        for inject in &parsed.injects.all {
            if inject.broken && inject.value.number == 0 {
                continue;
            }
            if seen.insert(inject.value.number, ()).is_some() {
                let message = format!("the inject number {} is used twice", inject.value.number);
                self.sink
                    .at(
                        self.docs,
                        identity(self.docs, inject.at),
                        Code::DuplicateId,
                        message,
                    )
                    .label("again");
            }
        }
    }
}

fn line_of(docs: &[Doc], spot: Spot) -> usize {
    let text = docs.get(spot.doc).map_or("", |d| d.text);
    1 + text
        .bytes()
        .take(spot.bytes.start as usize)
        .filter(|&b| b == b'\n')
        .count()
}

/// Longest id.
pub(in crate::scenario) const MAX_ID: usize = 48;

pub(in crate::scenario) fn well_formed(id: &str) -> bool {
    id.len() <= MAX_ID
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// What the author may have meant.
fn snake(id: &str) -> String {
    let mut out = String::new();
    for c in id.chars().take(MAX_ID + 1) {
        if c.is_ascii_uppercase() {
            if !out.is_empty() && !out.ends_with('_') {
                out.push('_');
            }
            out.push(c.to_ascii_lowercase());
        } else if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// Flags have no list of their own: they exist by being named.
#[derive(Default)]
pub(super) struct Flags {
    ids: BTreeMap<String, u16>,
    pub names: Vec<String>,
}

impl Flags {
    pub fn index(&mut self, name: &str) -> Option<u16> {
        if let Some(&ix) = self.ids.get(name) {
            return Some(ix);
        }
        let ix = u16::try_from(self.names.len()).ok()?;
        self.ids.insert(name.to_owned(), ix);
        self.names.push(name.to_owned());
        Some(ix)
    }
}
