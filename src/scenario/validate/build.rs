//! Puts the case together, element by element.

use super::super::doc::Trail;
use super::super::file::{LinkFile, ObjectiveFile, TaskFile, TeamFile, TheoryFile, TruthFile};
use super::super::ids::{AuthorityId, CriterionId, ItemId, PlaceId, SubjectId};
use super::super::model::{
    Criterion, Element, Inject, Item, Label, Link, Map, Milestone, Objective, Officer, Person,
    Place, Question, Role, Said, Scenario, Service, Subject, Task, TheoryKey, Truth, TruthEvent,
};
use super::super::read::Parsed;
use super::super::translations::Languages;
use super::{
    Cx, Words, authorities, documents, evaluation, interviews, lines, msel, operations, origin,
    questionnaires, set_pieces, values,
};

/// The case, if its single files could be read; names that do not resolve are told on the way.
pub(super) fn case(cx: &mut Cx, parsed: &Parsed, languages: &Languages) -> Option<Scenario> {
    let words = &Words::new(languages);
    let officers = officers(cx, parsed, words);
    let subjects = subjects(cx, parsed, words);
    let people = people(cx, parsed, words);
    let items = items(cx, parsed, words);
    let mut tasks = tasks(cx, parsed, words);
    let authorities = authorities::authorities(cx, parsed, words);
    let injects = injects(cx, parsed, words);
    let network = msel::network(cx, parsed, words);
    let operations = operations::all(cx, parsed, words);
    let interviews = interviews::all(cx, parsed, words);
    let documents = documents::all(cx, parsed, words);
    let milestones = milestones(cx, parsed, words);
    let objectives = objectives(cx, parsed, words);
    let evaluation = evaluation::all(cx, parsed, words);
    let lines = lines::lines(cx, parsed, words);
    let questionnaires = questionnaires::all(cx, parsed, words);
    set_pieces::found(&mut tasks, &interviews, &lines, &documents);
    let theory = parsed.theory.as_ref().map(|t| {
        cx.mended = t.broken;
        theory(cx, &t.value, &Trail::Root(t.at), words)
    });
    let truth = parsed.truth.as_ref().map(|t| {
        cx.mended = t.broken;
        truth(cx, &t.value, &Trail::Root(t.at), words)
    });
    let (card, map) = (&parsed.case.as_ref()?.value, map(parsed, words)?);
    Some(Scenario {
        id: card.id.clone(),
        title: words.text(|| "case.title".into(), &card.title),
        language: card.language.clone(),
        languages: languages.complete.clone(),
        summary: words.text(|| "case.summary".into(), &card.summary),
        themes: card
            .themes
            .iter()
            .enumerate()
            .map(|(n, t)| words.text(|| format!("case.themes.{n}"), t))
            .collect(),
        minutes: card.minutes,
        difficulty: card.difficulty,
        rounds: card.rounds,
        planning_seconds: card.planning_seconds,
        round_hours: card.round_hours,
        start_minute: values::minutes(&card.start).unwrap_or(0),
        services: [
            service("north", &card.north, words),
            service("south", &card.south, words),
        ],
        delays: [
            card.channels.liaison_desk,
            card.channels.interpol,
            card.channels.mutual,
        ],
        exposure: card.exposure,
        trust: card.trust,
        observers: card.observers,
        officers,
        subjects,
        map,
        people,
        items,
        tasks,
        authorities,
        injects,
        network,
        operations,
        lines,
        interviews,
        documents,
        milestones,
        theory: theory?,
        objectives,
        evaluation,
        truth: truth?,
        questionnaires,
        flags: std::mem::take(&mut cx.flags.names),
    })
}

fn service(key: &str, team: &TeamFile, words: &Words) -> Service {
    let text = |name: &str, own: &str| words.text(|| format!("{key}.{name}"), own);
    Service {
        name: text("name", &team.name),
        short: text("short", &team.short),
        place: text("place", &team.place),
        utc_offset: team.utc_offset,
        briefing: text("briefing", &team.briefing),
        law: text("law", &team.law),
        budget: team.budget,
    }
}

fn officers(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Officer> {
    let each = parsed.officers.all.iter();
    each.map(|officer| {
        cx.mended = officer.broken;
        let o = &officer.value;
        Officer {
            key: o.id.clone(),
            team: o.team,
            name: words.text(|| format!("officers.{}.name", o.id), &o.name),
            initials: o.initials.as_str().into(),
            skill: o.skill,
            level: o.level,
            at: PlaceId(cx.index(
                &cx.names.places,
                &o.at,
                &Trail::Root(officer.at).field("at"),
            )),
            portrait: o.portrait,
        }
    })
    .collect()
}

fn subjects(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Subject> {
    let each = parsed.subjects.all.iter();
    each.map(|subject| {
        cx.mended = subject.broken;
        let (s, root) = (&subject.value, Trail::Root(subject.at));
        let place = s.place.as_ref();
        Subject {
            key: s.id.clone(),
            kind: s.kind,
            name: words.text(|| format!("subjects.{}.name", s.id), &s.name),
            place: place.map(|p| PlaceId(cx.index(&cx.names.places, p, &root.field("place")))),
        }
    })
    .collect()
}

fn map(parsed: &Parsed, words: &Words) -> Option<Map> {
    let map = &parsed.map.as_ref()?.value;
    Some(Map {
        size: map.size,
        km_per_100: map.km_per_100,
        land: map.land.iter().map(|l| (l.of, l.outline.clone())).collect(),
        lines: map.lines.iter().map(|l| (l.kind, l.path.clone())).collect(),
        labels: map
            .labels
            .iter()
            .map(|l| Label {
                text: words.text(|| format!("map.labels.{}.text", l.id), &l.text),
                at: l.at,
                kind: l.kind,
            })
            .collect(),
        places: map
            .places
            .iter()
            .map(|p| Place {
                key: p.id.clone(),
                name: words.text(|| format!("map.places.{}.name", p.id), &p.name),
                at: p.at,
                kind: p.kind,
                label: p.label,
                hidden: p.hidden,
            })
            .collect(),
    })
}

fn people(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Person> {
    let each = parsed.people.all.iter();
    each.map(|person| {
        cx.mended = person.broken;
        let (p, root) = (&person.value, Trail::Root(person.at));
        Person {
            key: p.id.clone(),
            name: words.text(|| format!("people.{}.name", p.id), &p.name),
            welfare: p.welfare,
            per_round: p.per_round,
            safe: cx.condition(&p.safe, &root.field("safe")),
            truth: p.truth,
            subject: SubjectId(cx.index(&cx.names.subjects, &p.subject, &root.field("subject"))),
        }
    })
    .collect()
}

fn items(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Item> {
    let origins = origin::origins(parsed, cx.names);
    let each = parsed.items.all.iter().zip(origins);
    each.map(|(item, (origin, number))| {
        cx.mended = item.broken;
        let (i, root) = (&item.value, Trail::Root(item.at));
        let path = |name: &'static str| move || format!("intel.{}.{name}", i.id);
        Item {
            key: i.id.clone(),
            origin,
            held_at_start: i.held_by.is_some(),
            number,
            kind: i.kind,
            source: i.grade.source,
            info: i.grade.info,
            handling: i.handling,
            title: words.text(path("title"), &i.title),
            text: words.text(path("text"), &i.text),
            tear_line: words.maybe(path("tear_line"), i.tear_line.as_ref()),
            subjects: cx.subjects(&i.subjects, &root.field("subjects")),
            tear_subjects: cx.subjects(&i.tear_subjects, &root.field("tear_subjects")),
            links: cx.links(&i.links, &root.field("links")),
            tear_links: cx.links(&i.tear_links, &root.field("tear_links")),
            critical: i.critical,
            false_lead: i.false_lead,
            lesson: words.maybe(path("lesson"), i.lesson.as_ref()),
        }
    })
    .collect()
}

fn tasks(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Task> {
    let each = parsed.tasks.all.iter();
    each.map(|task| {
        cx.mended = task.broken;
        self::task(cx, &task.value, &Trail::Root(task.at), words)
    })
    .collect()
}

fn task(cx: &mut Cx, t: &TaskFile, root: &Trail, words: &Words) -> Task {
    let path = |name: &'static str| move || format!("tasks.{}.{name}", t.id);
    Task {
        key: t.id.clone(),
        team: t.team,
        kind: t.kind,
        title: words.text(path("title"), &t.title),
        detail: words.text(path("detail"), &t.detail),
        place: PlaceId(cx.index(&cx.names.places, &t.place, &root.field("place"))),
        target: (t.target.as_ref())
            .map(|s| SubjectId(cx.index(&cx.names.subjects, s, &root.field("target")))),
        authority: (t.authority.as_ref())
            .map(|a| AuthorityId(cx.index(&cx.names.authorities, a, &root.field("authority")))),
        needs: cx.condition(&t.needs, &root.field("needs")),
        locked: words.maybe(path("locked"), t.locked.as_ref()),
        closed: t.closed,
        skill: t.skill,
        hours: t.hours,
        rounds: t.rounds,
        odds: t.odds,
        risk: t.risk,
        repeat: t.repeat,
        success: cx.effects(&t.success, Some(t.team), &root.field("success")),
        success_text: words.text(path("success_text"), &t.success_text),
        failure: cx.effects(&t.failure, Some(t.team), &root.field("failure")),
        failure_text: words.maybe(path("failure_text"), t.failure_text.as_ref()),
        set_piece: cx.set_piece(t.set_piece.as_ref(), &root.field("set_piece")),
        found: Vec::new(),
    }
}

fn injects(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Inject> {
    let each = parsed.injects.all.iter();
    each.map(|inject| {
        cx.mended = inject.broken;
        let (i, root) = (&inject.value, Trail::Root(inject.at));
        let path = |name: &'static str| move || format!("injects.{}.{name}", i.number);
        let mut to = i.to.clone();
        to.sort();
        to.dedup();
        Inject {
            number: i.number,
            when: cx.condition(&i.when, &root.field("when")),
            trigger: cx.trigger(&i.trigger, &root.field("trigger")),
            trigger_words: cx.trigger_words(i, &root),
            synopsis: words.maybe(path("synopsis"), i.synopsis.as_ref()),
            to,
            from: words.text(path("from"), &i.from),
            via: i.via,
            text: words.text(path("text"), &i.text),
            expect: words.maybe(path("expect"), i.expect.as_ref()),
            effects: cx.effects(&i.effects, origin::sole(&i.to), &root.field("effects")),
            decision: cx.decided(i, &root, words),
        }
    })
    .collect()
}

fn milestones(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Milestone> {
    let each = parsed.milestones.all.iter();
    each.map(|milestone| {
        cx.mended = milestone.broken;
        let m = &milestone.value;
        Milestone {
            key: m.id.clone(),
            team: m.team,
            when: cx.condition(&m.when, &Trail::Root(milestone.at).field("when")),
            hint: words.maybe(|| format!("milestones.{}.hint", m.id), m.hint.as_ref()),
        }
    })
    .collect()
}

fn theory(cx: &mut Cx, t: &TheoryFile, root: &Trail, words: &Words) -> TheoryKey {
    let (questions, elements) = (root.field("questions"), root.field("elements"));
    let (roles, names) = (root.field("roles"), cx.names);
    let text = |name: &'static str, own: &str| words.text(|| format!("theory.{name}"), own);
    TheoryKey {
        offence: t.offence,
        questions: (t.questions.iter().enumerate())
            .map(|(n, q)| {
                let at = questions.nth(n);
                Question {
                    key: q.id.clone(),
                    text: words.text(|| format!("theory.questions.{}.text", q.id), &q.text),
                    options: cx.subjects(&q.options, &at.field("options")),
                    truth: SubjectId(cx.index(&cx.names.subjects, &q.truth, &at.field("truth"))),
                }
            })
            .collect(),
        elements: (t.elements.iter().enumerate())
            .map(|(n, e)| {
                let at = elements.nth(n);
                let proof = at.field("proof");
                Element {
                    key: e.id.clone(),
                    kind: e.kind,
                    text: words.text(|| format!("theory.elements.{}.text", e.id), &e.text),
                    proof: (e.proof.iter().enumerate())
                        .map(|(n, id)| ItemId(cx.index(&names.items, id, &proof.nth(n))))
                        .collect(),
                }
            })
            .collect(),
        roles: (t.roles.iter().enumerate())
            .map(|(n, r)| {
                let at = roles.nth(n);
                Role {
                    subject: SubjectId(cx.index(&names.subjects, &r.subject, &at.field("subject"))),
                    truth: r.truth,
                }
            })
            .collect(),
        links: cx.links(&t.links, &root.field("links")),
        full: cx.condition(&t.full, &root.field("full")),
        partial: cx.condition(&t.partial, &root.field("partial")),
        texts: [
            text("full_text", &t.full_text),
            text("partial_text", &t.partial_text),
            text("failed_text", &t.failed_text),
        ],
    }
}

fn objectives(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Objective> {
    let mut next = 0u16;
    let mut out = Vec::new();
    for objective in &parsed.objectives.all {
        cx.mended = objective.broken;
        let o: &ObjectiveFile = &objective.value;
        let (root, mut criteria) = (Trail::Root(objective.at), Vec::new());
        for (n, c) in o.criteria.iter().enumerate() {
            let list = root.field("criteria");
            let base = |name: &'static str| {
                move || format!("objectives.{}.criteria.{}.{name}", o.id, c.id)
            };
            criteria.push(Criterion {
                key: c.id.clone(),
                id: CriterionId(next),
                text: words.text(base("text"), &c.text),
                points: c.points,
                when: cx.condition(&c.when, &list.nth(n).field("when")),
                teaching: words.maybe(base("teaching"), c.teaching.as_ref()),
            });
            next = next.saturating_add(1);
        }
        out.push(Objective {
            key: o.id.clone(),
            text: words.text(|| format!("objectives.{}.text", o.id), &o.text),
            criteria,
        });
    }
    if next == u16::MAX {
        cx.sink.broken = true;
    }
    out
}

fn truth(cx: &mut Cx, t: &TruthFile, root: &Trail, words: &Words) -> Truth {
    let events = root.field("events");
    let numbered = |list: &'static str, n: usize, tail: &'static str| {
        move || format!("truth.{list}.{n}{tail}")
    };
    Truth {
        story: words.text(|| "truth.story".into(), &t.story),
        events: (t.events.iter().enumerate())
            .map(|(n, e)| TruthEvent {
                round: e.round,
                place: (e.place.as_ref())
                    .map(|p| PlaceId(cx.index(&cx.names.places, p, &events.nth(n).field("place")))),
                text: words.text(numbered("events", n, ".text"), &e.text),
            })
            .collect(),
        hot_wash: (t.hot_wash.iter().enumerate())
            .map(|(n, q)| words.text(numbered("hot_wash", n, ""), q))
            .collect(),
    }
}

impl Cx<'_, '_> {
    fn links(&mut self, links: &[LinkFile], list: &Trail) -> Vec<Said> {
        let names = self.names;
        let mut out = Vec::new();
        for (n, link) in links.iter().enumerate() {
            let at = list.nth(n);
            let mut end = |id, field| SubjectId(self.index(&names.subjects, id, &at.field(field)));
            let (from, to) = (end(&link.from, "from"), end(&link.to, "to"));
            out.push(Said {
                link: Link::new(from, to, link.kind),
                negated: link.negated,
            });
        }
        out
    }

    pub(super) fn subjects(&mut self, ids: &[String], list: &Trail) -> Vec<SubjectId> {
        let names = self.names;
        let each = ids.iter().enumerate();
        each.map(|(n, id)| SubjectId(self.index(&names.subjects, id, &list.nth(n))))
            .collect()
    }
}
