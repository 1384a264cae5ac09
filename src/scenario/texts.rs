//! Every text of a case with its translation path, its kind of card and its place.

mod line;
mod questionnaires;

use super::doc::{At, Doc, Spot, Step, follow};
use super::evaluation::Part;
use super::file::TeamFile;
use super::primary_line::ProfileFile;
use super::read::Parsed;

macro_rules! kinds {
    ($($name:ident = $limit:literal $what:literal,)*) => {
        /// What a text is for, and so how much room it has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum TextKind { $(#[doc = $what] $name),* }

        impl TextKind {
            /// Every kind of text.
            pub const ALL: &'static [TextKind] = &[$(TextKind::$name),*];

            /// Most characters that fit on its card.
            #[must_use]
            pub fn limit(self) -> usize {
                match self { $(TextKind::$name => $limit),* }
            }
            /// As messages call it.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self { $(TextKind::$name => $what),* }
            }
        }
    };
}

kinds! {
    CaseTitle = 40 "title of the case",
    Summary = 280 "summary",
    Theme = 40 "theme",
    TeamName = 60 "name of a service",
    TeamShort = 14 "short name",
    TeamPlace = 40 "place of a service",
    Briefing = 900 "briefing",
    Law = 600 "law",
    OfficerName = 24 "name of an officer",
    Initials = 2 "initials",
    SubjectName = 40 "name of a subject",
    PlaceName = 32 "name of a place",
    MapLabel = 32 "map label",
    PersonName = 40 "name of a person",
    ItemTitle = 40 "item title",
    ItemText = 240 "item text",
    TearLine = 160 "tear-line",
    Lesson = 280 "lesson",
    TaskTitle = 40 "task title",
    TaskDetail = 200 "task detail",
    Locked = 120 "reason why a task is locked",
    TaskResult = 240 "result of a task",
    AuthorityTitle = 40 "title of an authority",
    AuthorityDetail = 200 "detail of an authority",
    Ground = 120 "ground of an authority",
    InjectFrom = 40 "sender",
    InjectText = 320 "inject text",
    Expect = 160 "expected action",
    Synopsis = 90 "synopsis of an inject",
    DecisionOption = 90 "option of a decision",
    OperationTitle = 40 "title of an operation",
    OperationDetail = 200 "detail of an operation",
    OperationObjective = 120 "objective of an operation",
    OperationRisk = 90 "risk of an operation",
    Contingency = 120 "contingency",
    OperationResult = 320 "result of an operation",
    InterviewName = 40 "name of an interviewee",
    InterviewAbout = 320 "what is known of an interviewee",
    Topic = 32 "topic of an interview",
    Asking = 160 "question of an interview",
    Statement = 280 "statement",
    Withheld = 160 "answer that is kept back",
    PutEvidence = 160 "evidence of an interview",
    Disagreement = 280 "lesson of a contradiction",
    DocumentTitle = 60 "title of a document",
    DocumentAbout = 320 "what is known of a document",
    DocumentLesson = 320 "lesson of a document",
    LineTitle = 40 "title of a line",
    LinePlace = 60 "counter of a line",
    LineBaseline = 400 "baseline of a line",
    Behaviour = 160 "behaviour",
    BehaviourAlso = 400 "reason for a behaviour",
    LineQuestion = 120 "question of a line",
    LineAnswer = 160 "answer of a traveller",
    LineRecord = 160 "what a source shows",
    LinePut = 200 "answer to a contradiction",
    LineBorne = 200 "what bears an answer out",
    LineTruth = 400 "truth of a kind",
    LineLesson = 400 "lesson of a leak",
    Hint = 160 "hint",
    Question = 120 "question",
    Element = 120 "element of the offence",
    Ending = 600 "ending",
    Objective = 140 "objective",
    Criterion = 140 "criterion",
    Teaching = 320 "teaching",
    Story = 2400 "story",
    TruthEvent = 240 "event",
    HotWash = 200 "hot wash question",
    Capability = 90 "capability",
    Target = 240 "target of a capability",
    CriticalTask = 120 "critical task",
    Observable = 160 "observable",
    SurveyText = 240 "question of a questionnaire",
    SurveyOption = 120 "option of a questionnaire",
    SurveyEnd = 40 "end of a scale",
    SurveyTeaching = 400 "teaching point of a questionnaire",
    SurveySource = 120 "source of a teaching point",
}

/// Most steps from an element to a text in it.
const STEPS: usize = 8;

/// One text.
pub(super) struct Site<'p> {
    /// Its translation path; empty where it is not translated.
    pub path: String,
    pub kind: TextKind,
    pub text: &'p str,
    at: At,
    steps: [Option<Step>; STEPS],
    /// It was filled in after a mistake.
    pub mended: bool,
    /// What has to stand in it, in every language.
    pub hole: Option<&'static str>,
}

impl Site<'_> {
    pub fn find(&self, docs: &[Doc]) -> Spot {
        let steps: Vec<Step> = self.steps.iter().flatten().copied().collect();
        follow(docs, self.at, &steps)
    }
}

/// Every text of the case.
pub(super) fn sites(parsed: &Parsed) -> Vec<Site<'_>> {
    let mut out = Out::default();
    out.card(parsed);
    out.map(parsed);
    out.lists(parsed);
    out.evaluation(parsed);
    out.endings(parsed);
    out.network(parsed);
    out.operations(parsed);
    out.interviews(parsed);
    out.documents(parsed);
    for line in &parsed.lines {
        out.line(line);
    }
    out.authorities(parsed);
    out.questionnaires(parsed);
    out.sites
}

/// Every text of one line.
pub(super) fn of_line(line: &super::doc::Located<ProfileFile>) -> Vec<Site<'_>> {
    let mut out = Out::default();
    out.line(line);
    out.sites
}

#[derive(Default)]
struct Out<'p> {
    sites: Vec<Site<'p>>,
    at: Option<At>,
    mended: bool,
}

impl<'p> Out<'p> {
    fn from<T>(&mut self, located: &'p super::doc::Located<T>) -> &'p T {
        self.at = Some(located.at);
        self.mended = located.broken;
        &located.value
    }

    fn add<const N: usize>(
        &mut self,
        path: String,
        kind: TextKind,
        text: &'p str,
        steps: [Step; N],
    ) {
        let Some(at) = self.at else { return };
        let mut way = [None; STEPS];
        for (slot, step) in way.iter_mut().zip(steps) {
            *slot = Some(step);
        }
        self.sites.push(Site {
            path,
            kind,
            text,
            at,
            steps: way,
            mended: self.mended,
            hole: None,
        });
    }

    fn maybe(
        &mut self,
        path: String,
        kind: TextKind,
        text: Option<&'p String>,
        field: &'static str,
    ) {
        if let Some(text) = text {
            self.add(path, kind, text, [Step::Field(field)]);
        }
    }

    fn card(&mut self, parsed: &'p Parsed) {
        let Some(case) = &parsed.case else { return };
        let card = self.from(case);
        self.add(
            "case.title".into(),
            TextKind::CaseTitle,
            &card.title,
            [Step::Field("title")],
        );
        self.add(
            "case.summary".into(),
            TextKind::Summary,
            &card.summary,
            [Step::Field("summary")],
        );
        for (n, theme) in card.themes.iter().enumerate() {
            let steps = [Step::Field("themes"), Step::Nth(n)];
            self.add(format!("case.themes.{n}"), TextKind::Theme, theme, steps);
        }
        self.team("north", &card.north);
        self.team("south", &card.south);
    }

    fn team(&mut self, key: &'static str, team: &'p TeamFile) {
        for (field, kind, text) in [
            ("name", TextKind::TeamName, &team.name),
            ("short", TextKind::TeamShort, &team.short),
            ("place", TextKind::TeamPlace, &team.place),
            ("briefing", TextKind::Briefing, &team.briefing),
            ("law", TextKind::Law, &team.law),
        ] {
            self.add(
                format!("{key}.{field}"),
                kind,
                text,
                [Step::Field(key), Step::Field(field)],
            );
        }
    }

    fn map(&mut self, parsed: &'p Parsed) {
        let Some(map) = &parsed.map else { return };
        let map = self.from(map);
        for (n, p) in map.places.iter().enumerate() {
            let steps = [Step::Field("places"), Step::Nth(n), Step::Field("name")];
            self.add(
                format!("map.places.{}.name", p.id),
                TextKind::PlaceName,
                &p.name,
                steps,
            );
        }
        for (n, l) in map.labels.iter().enumerate() {
            let steps = [Step::Field("labels"), Step::Nth(n), Step::Field("text")];
            self.add(
                format!("map.labels.{}.text", l.id),
                TextKind::MapLabel,
                &l.text,
                steps,
            );
        }
    }

    fn lists(&mut self, parsed: &'p Parsed) {
        for officer in &parsed.officers.all {
            let o = self.from(officer);
            let path = format!("officers.{}.name", o.id);
            self.add(path, TextKind::OfficerName, &o.name, [Step::Field("name")]);
            self.add(
                String::new(),
                TextKind::Initials,
                &o.initials,
                [Step::Field("initials")],
            );
        }
        for subject in &parsed.subjects.all {
            let s = self.from(subject);
            let path = format!("subjects.{}.name", s.id);
            self.add(path, TextKind::SubjectName, &s.name, [Step::Field("name")]);
        }
        for person in &parsed.people.all {
            let p = self.from(person);
            let path = format!("people.{}.name", p.id);
            self.add(path, TextKind::PersonName, &p.name, [Step::Field("name")]);
        }
        for item in &parsed.items.all {
            let i = self.from(item);
            let path = |name: &str| format!("intel.{}.{name}", i.id);
            self.add(
                path("title"),
                TextKind::ItemTitle,
                &i.title,
                [Step::Field("title")],
            );
            self.add(
                path("text"),
                TextKind::ItemText,
                &i.text,
                [Step::Field("text")],
            );
            self.maybe(
                path("tear_line"),
                TextKind::TearLine,
                i.tear_line.as_ref(),
                "tear_line",
            );
            self.maybe(
                path("lesson"),
                TextKind::Lesson,
                i.lesson.as_ref(),
                "lesson",
            );
        }
        for task in &parsed.tasks.all {
            let t = self.from(task);
            let path = |name: &str| format!("tasks.{}.{name}", t.id);
            self.add(
                path("title"),
                TextKind::TaskTitle,
                &t.title,
                [Step::Field("title")],
            );
            self.add(
                path("detail"),
                TextKind::TaskDetail,
                &t.detail,
                [Step::Field("detail")],
            );
            self.maybe(
                path("locked"),
                TextKind::Locked,
                t.locked.as_ref(),
                "locked",
            );
            let steps = [Step::Field("success_text")];
            self.add(
                path("success_text"),
                TextKind::TaskResult,
                &t.success_text,
                steps,
            );
            let failure = t.failure_text.as_ref();
            self.maybe(
                path("failure_text"),
                TextKind::TaskResult,
                failure,
                "failure_text",
            );
        }
        for inject in &parsed.injects.all {
            let i = self.from(inject);
            let path = |name: &str| format!("injects.{}.{name}", i.number);
            self.add(
                path("from"),
                TextKind::InjectFrom,
                &i.from,
                [Step::Field("from")],
            );
            self.add(
                path("text"),
                TextKind::InjectText,
                &i.text,
                [Step::Field("text")],
            );
            self.maybe(
                path("expect"),
                TextKind::Expect,
                i.expect.as_ref(),
                "expect",
            );
            self.maybe(
                path("synopsis"),
                TextKind::Synopsis,
                i.synopsis.as_ref(),
                "synopsis",
            );
            let options = i.decision.iter().flat_map(|d| &d.options).enumerate();
            for (n, option) in options {
                let steps = [
                    Step::Field("decision"),
                    Step::Field("options"),
                    Step::Nth(n),
                    Step::Field("text"),
                ];
                let path = path(&format!("options.{}.text", option.id));
                self.add(path, TextKind::DecisionOption, &option.text, steps);
            }
        }
        for milestone in &parsed.milestones.all {
            let m = self.from(milestone);
            self.maybe(
                format!("milestones.{}.hint", m.id),
                TextKind::Hint,
                m.hint.as_ref(),
                "hint",
            );
        }
        for objective in &parsed.objectives.all {
            let o = self.from(objective);
            let path = format!("objectives.{}.text", o.id);
            self.add(path, TextKind::Objective, &o.text, [Step::Field("text")]);
            for (n, c) in o.criteria.iter().enumerate() {
                let path = |name: &str| format!("objectives.{}.criteria.{}.{name}", o.id, c.id);
                let steps = |name| [Step::Field("criteria"), Step::Nth(n), Step::Field(name)];
                self.add(path("text"), TextKind::Criterion, &c.text, steps("text"));
                if let Some(teaching) = &c.teaching {
                    self.add(
                        path("teaching"),
                        TextKind::Teaching,
                        teaching,
                        steps("teaching"),
                    );
                }
            }
        }
    }

    fn authorities(&mut self, parsed: &'p Parsed) {
        for authority in &parsed.authorities.all {
            let a = self.from(authority);
            let path = |name: &str| format!("authorities.{}.{name}", a.id);
            for (name, kind, text) in [
                ("title", TextKind::AuthorityTitle, &a.title),
                ("detail", TextKind::AuthorityDetail, &a.detail),
            ] {
                self.add(path(name), kind, text, [Step::Field(name)]);
            }
            for (n, ground) in a.grounds.iter().enumerate() {
                let steps = [Step::Field("grounds"), Step::Nth(n), Step::Field("text")];
                let path = path(&format!("grounds.{}.text", ground.id));
                self.add(path, TextKind::Ground, &ground.text, steps);
            }
        }
    }

    fn network(&mut self, parsed: &'p Parsed) {
        let Some(network) = &parsed.network else {
            return;
        };
        let network = self.from(network);
        let plan = network.plan.iter().map(|s| (&s.id, &s.text)).enumerate();
        let reactions = network.reactions.iter().map(|r| (&r.id, &r.text));
        for (list, n, (id, text)) in plan
            .map(|(n, s)| ("plan", n, s))
            .chain(reactions.enumerate().map(|(n, r)| ("reactions", n, r)))
        {
            let steps = [Step::Field(list), Step::Nth(n), Step::Field("text")];
            let path = format!("network.{list}.{id}.text");
            self.add(path, TextKind::TruthEvent, text, steps);
        }
    }

    fn operations(&mut self, parsed: &'p Parsed) {
        for operation in &parsed.operations.all {
            let o = self.from(operation);
            let path = |name: &str| format!("operations.{}.{name}", o.id);
            for (field, kind, text) in [
                ("title", TextKind::OperationTitle, Some(&o.title)),
                ("detail", TextKind::OperationDetail, Some(&o.detail)),
                (
                    "success_text",
                    TextKind::OperationResult,
                    Some(&o.success_text),
                ),
                (
                    "failure_text",
                    TextKind::OperationResult,
                    Some(&o.failure_text),
                ),
                (
                    "danger_text",
                    TextKind::OperationResult,
                    o.danger_text.as_ref(),
                ),
            ] {
                self.maybe(path(field), kind, text, field);
            }
            let aims = o.objectives.iter().map(|x| (&x.id, &x.text)).enumerate();
            let risks = o.risks.iter().map(|x| (&x.id, &x.text)).enumerate();
            let others = o.contingencies.iter().map(|x| (&x.id, &x.text)).enumerate();
            let (aim, risk, other) = (
                TextKind::OperationObjective,
                TextKind::OperationRisk,
                TextKind::Contingency,
            );
            let all = (aims.map(|x| ("objectives", aim, x)))
                .chain(risks.map(|x| ("risks", risk, x)))
                .chain(others.map(|x| ("contingencies", other, x)));
            for (list, kind, (n, (id, text))) in all {
                let steps = [Step::Field(list), Step::Nth(n), Step::Field("text")];
                self.add(path(&format!("{list}.{id}.text")), kind, text, steps);
            }
        }
    }

    fn evaluation(&mut self, parsed: &'p Parsed) {
        for capability in &parsed.evaluation.all {
            let c = self.from(capability);
            let path = |name: &str| format!("evaluation.{}.{name}", c.id);
            let field = |name| [Step::Field(name)];
            self.add(path("text"), TextKind::Capability, &c.text, field("text"));
            self.add(path("target"), TextKind::Target, &c.target, field("target"));
            for (n, task) in c.tasks.iter().enumerate() {
                let base = path(&format!("tasks.{}", task.id));
                let steps = [Step::Field("tasks"), Step::Nth(n), Step::Field("text")];
                let text = format!("{base}.text");
                self.add(text, TextKind::CriticalTask, &task.text, steps);
                for part in Part::ALL {
                    let list = part.field();
                    for (nth, o) in task.part(part).iter().enumerate() {
                        let steps = [
                            Step::Field("tasks"),
                            Step::Nth(n),
                            Step::Field(list),
                            Step::Nth(nth),
                            Step::Field("text"),
                        ];
                        let text = format!("{base}.{list}.{nth}.text");
                        self.add(text, TextKind::Observable, &o.text, steps);
                    }
                }
            }
        }
    }

    fn interviews(&mut self, parsed: &'p Parsed) {
        for interview in &parsed.interviews.all {
            let i = self.from(interview);
            let path = |name: &str| format!("interviews.{}.{name}", i.id);
            for (field, kind, text) in [
                ("name", TextKind::InterviewName, &i.name),
                ("about", TextKind::InterviewAbout, &i.about),
                ("guarded", TextKind::Withheld, &i.guarded),
                ("silent", TextKind::Withheld, &i.silent),
            ] {
                self.add(path(field), kind, text, [Step::Field(field)]);
            }
            let mut part = |list, n, tail: String, field, kind, text| {
                let steps = [Step::Field(list), Step::Nth(n), Step::Field(field)];
                self.add(path(&format!("{list}.{tail}.{field}")), kind, text, steps);
            };
            for (n, t) in i.topics.iter().enumerate() {
                part("topics", n, t.id.clone(), "name", TextKind::Topic, &t.name);
            }
            for (n, q) in i.questions.iter().enumerate() {
                let id = || q.id.clone();
                part("questions", n, id(), "text", TextKind::Asking, &q.text);
                if let Some(words) = &q.withheld {
                    part("questions", n, id(), "withheld", TextKind::Withheld, words);
                }
            }
            for (n, s) in i.statements.iter().enumerate() {
                let (id, kind) = (s.id.clone(), TextKind::Statement);
                part("statements", n, id, "text", kind, &s.text);
            }
            for (n, e) in i.evidence.iter().enumerate() {
                let (id, kind) = (e.id.clone(), TextKind::PutEvidence);
                part("evidence", n, id, "text", kind, &e.text);
            }
            for (n, c) in i.contradictions.iter().enumerate() {
                if let Some(lesson) = &c.lesson {
                    let kind = TextKind::Disagreement;
                    part("contradictions", n, n.to_string(), "lesson", kind, lesson);
                }
            }
        }
    }

    fn documents(&mut self, parsed: &'p Parsed) {
        for document in &parsed.documents.all {
            let d = self.from(document);
            for (field, kind, text) in [
                ("title", TextKind::DocumentTitle, &d.title),
                ("about", TextKind::DocumentAbout, &d.about),
                ("lesson", TextKind::DocumentLesson, &d.lesson),
            ] {
                let path = format!("documents.{}.{field}", d.id);
                self.add(path, kind, text, [Step::Field(field)]);
            }
        }
    }

    fn endings(&mut self, parsed: &'p Parsed) {
        if let Some(theory) = &parsed.theory {
            let t = self.from(theory);
            for (n, q) in t.questions.iter().enumerate() {
                let steps = [Step::Field("questions"), Step::Nth(n), Step::Field("text")];
                self.add(
                    format!("theory.questions.{}.text", q.id),
                    TextKind::Question,
                    &q.text,
                    steps,
                );
            }
            for (n, e) in t.elements.iter().enumerate() {
                let steps = [Step::Field("elements"), Step::Nth(n), Step::Field("text")];
                let path = format!("theory.elements.{}.text", e.id);
                self.add(path, TextKind::Element, &e.text, steps);
            }
            for (field, text) in [
                ("full_text", &t.full_text),
                ("partial_text", &t.partial_text),
                ("failed_text", &t.failed_text),
            ] {
                self.add(
                    format!("theory.{field}"),
                    TextKind::Ending,
                    text,
                    [Step::Field(field)],
                );
            }
        }
        if let Some(truth) = &parsed.truth {
            let t = self.from(truth);
            self.add(
                "truth.story".into(),
                TextKind::Story,
                &t.story,
                [Step::Field("story")],
            );
            for (n, e) in t.events.iter().enumerate() {
                let steps = [Step::Field("events"), Step::Nth(n), Step::Field("text")];
                self.add(
                    format!("truth.events.{n}.text"),
                    TextKind::TruthEvent,
                    &e.text,
                    steps,
                );
            }
            for (n, q) in t.hot_wash.iter().enumerate() {
                let steps = [Step::Field("hot_wash"), Step::Nth(n)];
                self.add(format!("truth.hot_wash.{n}"), TextKind::HotWash, q, steps);
            }
        }
    }
}
