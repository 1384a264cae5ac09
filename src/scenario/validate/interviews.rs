//! Interviews: ranges, names within each of them, and how they are put together.

use std::collections::BTreeMap;

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::ids::{AskId, EvidenceId, ItemId, StatementId, SubjectId, TopicId};
use super::super::interviews::moves::{Levels, TOP};
use super::super::interviews::{
    Contradiction, Evidence, InterviewFile, Interviewee, Mention, Need, NeedFile, Question,
    Statement, Topic,
};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::super::words::{Age, Safeguard};
use super::names::Table;
use super::{Cx, Words};

/// Numbers in range, and the safeguards that are owed.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    for interview in &parsed.interviews.all {
        cx.mended = interview.broken;
        let (i, root) = (&interview.value, Trail::Root(interview.at));
        cx.within(&root.field("minutes"), "minutes", i.minutes.into(), 20, 240);
        cx.within(
            &root.field("level"),
            "level",
            i.level.unwrap_or(1).into(),
            1,
            3,
        );
        let top = i64::from(TOP);
        cx.within(&root.field("rapport"), "rapport", i.rapport.into(), 0, top);
        cx.within(&root.field("stress"), "stress", i.stress.into(), 0, top - 1);
        cx.within(&root.field("memory"), "memory", i.memory.into(), 0, top);
        let face = root.field("portrait");
        cx.within(&face.field("age"), "age", i.portrait.age.into(), 6, 90);
        cx.ranged(&face, "skin", i.portrait.skin.into());
        cx.ranged(&face, "hair", i.portrait.hair.into());
        cx.ranged(&face, "hair_colour", i.portrait.hair_colour.into());
        let questions = root.field("questions");
        for (n, q) in i.questions.iter().enumerate() {
            cx.levels(&q.needs, &questions.nth(n).field("needs"));
        }
        let statements = root.field("statements");
        for (n, s) in i.statements.iter().enumerate() {
            cx.levels(&s.needs, &statements.nth(n).field("needs"));
        }
        cx.owed(i, &root);
        let sizes = [
            ("questions", i.questions.len()),
            ("statements", i.statements.len()),
            ("topics", i.topics.len()),
            ("evidence", i.evidence.len()),
            ("contradictions", i.contradictions.len()),
        ];
        for (list, _) in sizes.into_iter().filter(|(_, n)| *n > MOST) {
            cx.sink.broken = true;
            let message = format!("an interview has at most {MOST} {list}");
            cx.tell(&root.field(list), Code::TooMany, message, "too many");
        }
    }
    if let Some(one) = parsed.interviews.all.get(MOST) {
        cx.sink.broken = true;
        let message = format!("a case has at most {MOST} interviews");
        cx.tell(&Trail::Root(one.at), Code::TooMany, message, "one too many");
    }
}

/// Most interviews of a case, and most questions, statements and so on of one: nobody could ask more.
const MOST: usize = 150;

/// The interviews of the case; none, if it has no such file.
pub(super) fn all(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Interviewee> {
    let each = parsed.interviews.all.iter();
    let case = parsed.case.as_ref();
    let level = case.map_or(1, |case| case.value.difficulty.level());
    each.map(|interview| {
        cx.mended = interview.broken;
        let root = Trail::Root(interview.at);
        build(cx, &interview.value, &root, words, level)
    })
    .collect()
}

/// What an interview calls its parts.
struct Own<'a> {
    topics: Table<'a>,
    questions: Table<'a>,
    statements: Table<'a>,
    evidence: Table<'a>,
}

impl<'a> Own<'a> {
    fn of(i: &'a InterviewFile, partial: bool) -> Self {
        fn table<'a>(
            what: &'static str,
            code: Code,
            partial: bool,
            ids: impl Iterator<Item = &'a str>,
        ) -> Table<'a> {
            let mut table = Table {
                what,
                code,
                ids: BTreeMap::new(),
                partial,
            };
            for (id, n) in ids.zip(0u16..) {
                table.ids.entry(id).or_insert(n);
            }
            table
        }
        let topics = i.topics.iter().map(|x| x.id.as_str());
        let questions = i.questions.iter().map(|x| x.id.as_str());
        let statements = i.statements.iter().map(|x| x.id.as_str());
        let evidence = i.evidence.iter().map(|x| x.id.as_str());
        Self {
            topics: table("topic", Code::UnknownTopic, partial, topics),
            questions: table("question", Code::UnknownAsking, partial, questions),
            statements: table("statement", Code::UnknownStatement, partial, statements),
            evidence: table("evidence", Code::UnknownEvidence, partial, evidence),
        }
    }
}

fn build(cx: &mut Cx, i: &InterviewFile, root: &Trail, words: &Words, level: u8) -> Interviewee {
    let own = &Own::of(i, cx.mended);
    let names = cx.names;
    let text =
        |name: &'static str, own: &str| words.text(|| format!("interviews.{}.{name}", i.id), own);
    let part = |list: &'static str, id: &str, field: &'static str, own: &str| {
        words.text(|| format!("interviews.{}.{list}.{id}.{field}", i.id), own)
    };
    let [topics, questions, statements, evidence, pairs] = [
        "topics",
        "questions",
        "statements",
        "evidence",
        "contradictions",
    ]
    .map(|list| root.field(list));
    let mut safeguards = i.safeguards.clone();
    safeguards.sort();
    safeguards.dedup();
    Interviewee {
        key: i.id.clone(),
        subject: (i.subject.as_ref())
            .map(|s| SubjectId(cx.index(&names.subjects, s, &root.field("subject")))),
        name: text("name", &i.name),
        about: text("about", &i.about),
        portrait: i.portrait,
        age: i.age,
        victim: i.victim,
        level: i.level.unwrap_or(level),
        minutes: i.minutes,
        start: Levels {
            rapport: i.rapport,
            stress: i.stress,
            memory: i.memory,
        },
        safeguards,
        guarded: text("guarded", &i.guarded),
        silent: text("silent", &i.silent),
        topics: (i.topics.iter().enumerate())
            .map(|(n, t)| Topic {
                key: t.id.clone(),
                name: part("topics", &t.id, "name", &t.name),
                needed: t.needed,
                leads_to: cx.topics(own, &t.leads_to, &topics.nth(n).field("leads_to")),
            })
            .collect(),
        questions: (i.questions.iter().enumerate())
            .map(|(n, q)| {
                let at = questions.nth(n);
                Question {
                    key: q.id.clone(),
                    topic: TopicId(cx.index(&own.topics, &q.topic, &at.field("topic"))),
                    kind: q.kind,
                    pressure: q.pressure,
                    text: part("questions", &q.id, "text", &q.text),
                    needs: cx.needs(own, &q.needs, &at.field("needs")),
                    says: cx.said(own, &q.says, &at.field("says")),
                    withheld: (q.withheld.as_ref())
                        .map(|own| part("questions", &q.id, "withheld", own)),
                }
            })
            .collect(),
        statements: (i.statements.iter().enumerate())
            .map(|(n, s)| {
                let at = statements.nth(n);
                Statement {
                    key: s.id.clone(),
                    topic: TopicId(cx.index(&own.topics, &s.topic, &at.field("topic"))),
                    text: part("statements", &s.id, "text", &s.text),
                    narrated: s.narrated,
                    truth: s.truth,
                    needs: cx.needs(own, &s.needs, &at.field("needs")),
                    item: cx.maybe_item(s.item.as_deref(), &at.field("item")),
                    indicator: s.indicator,
                }
            })
            .collect(),
        evidence: (i.evidence.iter().enumerate())
            .map(|(n, e)| {
                let at = evidence.nth(n);
                Evidence {
                    key: e.id.clone(),
                    item: cx.maybe_item(e.item.as_deref(), &at.field("item")),
                    text: part("evidence", &e.id, "text", &e.text),
                    topics: cx.topics(own, &e.topics, &at.field("topics")),
                    after: cx.said(own, &e.after, &at.field("after")),
                    late: cx.said(own, &e.late, &at.field("late")),
                    early: cx.said(own, &e.early, &at.field("early")),
                }
            })
            .collect(),
        contradictions: (i.contradictions.iter().enumerate())
            .map(|(n, c)| {
                let at = pairs.nth(n);
                let path = || format!("interviews.{}.contradictions.{n}.lesson", i.id);
                Contradiction {
                    a: cx.mention(own, &c.a, &at.field("a")),
                    b: cx.mention(own, &c.b, &at.field("b")),
                    lesson: words.maybe(path, c.lesson.as_ref()),
                }
            })
            .collect(),
    }
}

impl Cx<'_, '_> {
    fn levels(&mut self, needs: &[NeedFile], list: &Trail) {
        for (n, need) in needs.iter().enumerate() {
            let (what, level, least) = match need {
                NeedFile::Rapport(level) => ("rapport", *level, 1),
                NeedFile::Memory(level) => ("memory", *level, 1),
                // At the top of stress nothing is said at all.
                NeedFile::Calm(level) => ("stress", *level, 0),
                _ => continue,
            };
            let most = if what == "stress" { TOP - 1 } else { TOP };
            self.within(&list.nth(n), what, level.into(), least, most.into());
        }
    }

    /// Purpose and breaks are owed to everybody, a guardian to a child and to one who may be a child; to a
    /// presumed victim to be heard alone, and a doctor (6-doctrine, Indicators: do no harm).
    fn owed(&mut self, i: &InterviewFile, root: &Trail) {
        if self.mended {
            return;
        }
        let mut owed = vec![Safeguard::Purpose, Safeguard::BreakOffered];
        if i.age != Age::Adult {
            owed.push(Safeguard::Guardian);
        }
        if i.victim {
            owed.extend([Safeguard::Alone, Safeguard::Doctor]);
        }
        for safeguard in owed {
            if !i.safeguards.contains(&safeguard) {
                let message = format!("`{}` is heard without {safeguard:?}", shown(&i.id));
                let at = root.field("safeguards").find(self.docs);
                self.sink
                    .at(self.docs, at, Code::SafeguardMissing, message)
                    .label("not among them")
                    .help(format!("add {safeguard:?}"));
            }
        }
    }

    fn topics(&mut self, own: &Own, ids: &[String], list: &Trail) -> Vec<TopicId> {
        let each = ids.iter().enumerate();
        each.map(|(n, id)| TopicId(self.index(&own.topics, id, &list.nth(n))))
            .collect()
    }

    fn said(&mut self, own: &Own, ids: &[String], list: &Trail) -> Vec<StatementId> {
        let each = ids.iter().enumerate();
        each.map(|(n, id)| StatementId(self.index(&own.statements, id, &list.nth(n))))
            .collect()
    }

    pub(super) fn maybe_item(&mut self, id: Option<&str>, at: &Trail) -> Option<ItemId> {
        let names = self.names;
        id.map(|id| ItemId(self.index(&names.items, id, at)))
    }

    fn mention(&mut self, own: &Own, id: &str, at: &Trail) -> Mention {
        match own.evidence.ids.get(id) {
            Some(&n) => Mention::Held(EvidenceId(n)),
            None => Mention::Said(StatementId(self.index(&own.statements, id, at))),
        }
    }

    fn needs(&mut self, own: &Own, needs: &[NeedFile], list: &Trail) -> Vec<Need> {
        let mut out = Vec::new();
        for (n, need) in needs.iter().enumerate() {
            let at = list.nth(n);
            let mut index = |table: &Table, id: &String| self.index(table, id, &at);
            out.push(match need {
                NeedFile::Asked(id) => Need::Asked(AskId(index(&own.questions, id))),
                NeedFile::Heard(id) => Need::Heard(StatementId(index(&own.statements, id))),
                NeedFile::Unheard(id) => Need::Unheard(StatementId(index(&own.statements, id))),
                NeedFile::Disclosed(id) => Need::Disclosed(EvidenceId(index(&own.evidence, id))),
                NeedFile::Unshown(id) => Need::Unshown(EvidenceId(index(&own.evidence, id))),
                NeedFile::Rapport(level) => Need::Rapport(*level),
                NeedFile::Calm(level) => Need::Calm(*level),
                NeedFile::Memory(level) => Need::Memory(*level),
                NeedFile::Given(safeguard) => Need::Given(*safeguard),
            });
        }
        out
    }
}
