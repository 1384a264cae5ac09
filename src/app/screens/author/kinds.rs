//! One preview a kind of part.

use bevy::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::AuthorAction;
use super::facts::{Sheet, beside, chips, heading, items, line, paragraphs, passage};
use crate::app::action::Action;
use crate::app::i18n::{Words, family, plain, say, t};
use crate::app::picture::{drawing, sketch};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::rule;
use crate::author::{Kind, Part};
use crate::document::issuer::Light;
use crate::drawing::document::{draw, sheets};
use crate::drawing::icon::Icon;
use crate::drawing::identity::{self, Pose};
use crate::drawing::map::{Known, Label, Land, Line, MapDrawing, Place, Scale, ViewBox};
use crate::drawing::portrait;
use crate::engine::encounter::document::described;
use crate::engine::encounter::line::generate::travellers;
use crate::scenario::Text;
use crate::scenario::documents::CaseDocument;
use crate::scenario::interviews::{Interviewee, Truth};
use crate::scenario::model::{Effect, Inject, Item, Task};
use crate::scenario::operations::Operation;
use crate::scenario::primary_line::Profile;
use crate::scenario::questionnaires::{SurveyKind, SurveyQuestion};
use crate::scenario::words::Outcome;

pub(super) fn build(page: &mut Parent, sheet: &Sheet, part: &Part) {
    let (case, at) = (sheet.case, part.of.at);
    match part.of.kind {
        Kind::Briefing => {
            if let Some(service) = case.services.get(at) {
                paragraphs(page, &sheet.say(&service.briefing));
                passage(page, t("briefing-law"), &sheet.say(&service.law));
            }
        }
        Kind::Item => with(case.items.get(at), |one| item(page, sheet, one)),
        Kind::Task => with(case.tasks.get(at), |one| task(page, sheet, one)),
        Kind::Inject => with(case.injects.get(at), |one| inject(page, sheet, one)),
        Kind::Authority => with(case.authorities.get(at), |one| {
            chips(
                page,
                [(Some(Icon::Scales), family("authority-kind", one.kind.key()))],
            );
            paragraphs(page, &sheet.say(&one.detail));
            heading(page, t("author-grounds"));
            for ground in &one.grounds {
                line(page, Icon::Check, plain(sheet.say(&ground.text)), false);
            }
        }),
        Kind::Operation => with(case.operations.get(at), |one| operation(page, sheet, one)),
        Kind::Document => with(case.documents.get(at), |one| document(page, sheet, one)),
        Kind::Interview => with(case.interviews.get(at), |one| interview(page, sheet, one)),
        Kind::Line => with(case.lines.get(at), |one| counter(page, sheet, one)),
        Kind::Questionnaire => with(case.questionnaires.get(at), |one| survey(page, sheet, one)),
        Kind::Map => map(page, sheet),
        Kind::Debrief => debrief(page, sheet),
    }
}

fn with<T>(one: Option<&T>, body: impl FnOnce(&T)) {
    if let Some(one) = one {
        body(one);
    }
}

fn item(page: &mut Parent, sheet: &Sheet, item: &Item) {
    let grade = format!("{}{}", item.source, item.info.key().to_uppercase());
    let mut facts = vec![
        (None, plain(grade)),
        (None, family("folder-handling", item.handling.key())),
        (
            Some(Icon::Folder),
            t(if item.held_at_start {
                "author-held-at-start"
            } else {
                "author-found"
            }),
        ),
    ];
    if item.critical {
        facts.push((Some(Icon::Flag), t("debrief-critical")));
    }
    if item.false_lead {
        facts.push((Some(Icon::Question), t("debrief-false-lead")));
    }
    chips(page, facts);
    paragraphs(page, &sheet.say(&item.text));
    if let Some(tear_line) = &item.tear_line {
        passage(page, t("author-as-tear-line"), &sheet.say(tear_line));
    }
    subjects(page, sheet, &item.subjects);
    if let Some(lesson) = &item.lesson {
        passage(page, t("author-lesson"), &sheet.say(lesson));
    }
}

fn subjects(page: &mut Parent, sheet: &Sheet, all: &[crate::scenario::ids::SubjectId]) {
    let named = all.iter().map(|id| {
        let name = sheet.say(&sheet.case.subject(*id).name);
        (None, plain(name))
    });
    chips(page, named);
}

/// What a task or inject brings about, as a team would notice it.
fn effects(page: &mut Parent, sheet: &Sheet, effects: &[Effect]) {
    for effect in effects {
        let (sign, words) = match effect {
            Effect::Give { item, .. } => (Icon::Folder, plain(sheet.item(*item))),
            Effect::Flag(flag) => {
                let name = sheet.case.flags.get(flag.index());
                let name = name.map(String::as_str).unwrap_or_default();
                (Icon::Flag, t("author-sets").with("flag", name))
            }
            Effect::Exposure(by) => (Icon::Eye, t("author-exposure").with("by", signed(*by))),
            Effect::Welfare { person, by } => {
                let of = sheet.case.people.get(person.index());
                let name = of.map(|p| sheet.say(&sheet.case.subject(p.subject).name));
                let words = t("author-welfare").with("by", signed(*by));
                (
                    Icon::Heart,
                    words.with("person", &*name.unwrap_or_default()),
                )
            }
            Effect::Trust(by) => (Icon::Hand, t("author-trust").with("by", signed(*by))),
            Effect::Open(task) | Effect::Close(task) => {
                let key = match effect {
                    Effect::Open(_) => "author-opens",
                    _ => "author-closes",
                };
                let title = sheet.say(&sheet.case.task(*task).title);
                (Icon::Lock, t(key).with("task", title.as_str()))
            }
        };
        line(page, sign, words, true);
    }
}

fn signed(by: i8) -> String {
    match by {
        by if by < 0 => format!("−{}", by.unsigned_abs()),
        by => format!("+{by}"),
    }
}

fn task(page: &mut Parent, sheet: &Sheet, task: &Task) {
    let place = sheet.say(&sheet.case.place(task.place).name);
    let facts = [
        (Some(Icon::Place), plain(place)),
        (
            Some(Icon::Clock),
            t("author-hours").with("hours", task.hours),
        ),
        (None, t("author-rounds").with("rounds", task.rounds)),
        (Some(Icon::Person), family("skill", task.skill.key())),
        (None, t("author-odds").with("odds", task.odds)),
        (Some(Icon::Eye), family("desk-risk", task.risk.key())),
    ];
    chips(page, facts);
    paragraphs(page, &sheet.say(&task.detail));
    if let Some(locked) = &task.locked {
        passage(page, t("author-locked"), &sheet.say(locked));
    }
    passage(page, t("author-success"), &sheet.say(&task.success_text));
    effects(page, sheet, &task.success);
    items(page, sheet, t("author-playing-finds"), &task.found);
    if let Some(failure) = &task.failure_text {
        passage(page, t("author-failure"), &sheet.say(failure));
    }
    effects(page, sheet, &task.failure);
}

fn inject(page: &mut Parent, sheet: &Sheet, inject: &Inject) {
    let to = inject.to.iter().map(|team| {
        let short = sheet.say(&sheet.case.service(*team).short);
        (None, plain(short))
    });
    let via = (Some(Icon::Mail), family("desk-via", inject.via.key()));
    chips(page, std::iter::once(via).chain(to));
    let from = plain(sheet.say(&inject.from));
    page.spawn(text(from, Type::HEAD.tone(Tone::Ink)));
    paragraphs(page, &sheet.say(&inject.text));
    if let Some(decision) = &inject.decision {
        heading(page, t("author-options"));
        for option in &decision.options {
            line(page, Icon::Circle, plain(sheet.say(&option.text)), false);
            effects(page, sheet, &option.effects);
        }
    }
    passage(page, t("author-when"), &inject.trigger_words.when);
    if let Some(expect) = &inject.expect {
        passage(page, t("author-expect"), &sheet.say(expect));
    }
    effects(page, sheet, &inject.effects);
}

fn operation(page: &mut Parent, sheet: &Sheet, one: &Operation) {
    chips(
        page,
        [
            (Some(Icon::Target), family("operation-kind", one.kind.key())),
            (None, t("author-odds").with("odds", one.odds)),
        ],
    );
    paragraphs(page, &sheet.say(&one.detail));
    heading(page, t("author-aims"));
    for aim in &one.objectives {
        line(page, Icon::Target, plain(sheet.say(&aim.text)), false);
    }
    heading(page, t("author-risks"));
    for risk in &one.risks {
        line(page, Icon::Warning, plain(sheet.say(&risk.text)), false);
    }
    heading(page, t("author-contingencies"));
    for contingency in &one.contingencies {
        line(
            page,
            Icon::Shield,
            plain(sheet.say(&contingency.text)),
            false,
        );
    }
    items(page, sheet, t("author-evidence"), &one.evidence);
    passage(page, t("author-success"), &sheet.say(&one.success_text));
    effects(page, sheet, &one.success);
    passage(page, t("author-failure"), &sheet.say(&one.failure_text));
    effects(page, sheet, &one.failure);
}

fn document(page: &mut Parent, sheet: &Sheet, one: &CaseDocument) {
    paragraphs(page, &sheet.say(&one.about));
    let example = described::example(sheet.case, one);
    let light = sheet.look.light;
    page.spawn(row(0.0)).with_children(|place| {
        let choice = |of: Light| {
            let act = Action::Author(AuthorAction::Light(of));
            (words_of(of), of == light, act)
        };
        segments(place, Light::ALL.map(choice));
    });
    let matter = &example.matter;
    let face = identity::svg(&matter.traveller.face, Pose::Counter);
    page.spawn(row(GAP_3)).with_children(|place| {
        let node = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(GAP_3),
            align_items: AlignItems::Start,
            ..row(GAP_3)
        };
        place.spawn(node).with_children(|place| {
            for side in sheets(&matter.document) {
                let drawn = draw(&matter.document, side, light);
                let width = 330.0;
                let height = width * drawn.size.1 / drawn.size.0.max(1.0);
                place.spawn(drawing(drawn.svg, width, height));
            }
            place.spawn(drawing(face, 112.0, 144.0));
        });
    });
    items(page, sheet, t("author-right-finding"), &one.right);
    items(page, sheet, t("author-wrong-finding"), &one.wrong);
    passage(page, t("author-lesson"), &sheet.say(&one.lesson));
}

fn words_of(light: Light) -> Words {
    t(match light {
        Light::Magnified => "bench-light-white",
        Light::Oblique => "bench-light-oblique",
        Light::Transmitted => "bench-light-transmitted",
        Light::Ultraviolet => "bench-light-ultraviolet",
    })
}

fn interview(page: &mut Parent, sheet: &Sheet, one: &Interviewee) {
    let svg = portrait::person(one.portrait);
    beside(page, svg, (96.0, 120.0), |words| {
        paragraphs(words, &sheet.say(&one.about));
        let minutes = t("common-minutes").with("number", one.minutes);
        chips(words, [(Some(Icon::Clock), minutes)]);
    });
    for (at, topic) in one.topics.iter().enumerate() {
        page.spawn(rule(Tone::PaperRule));
        let name = plain(sheet.say(&topic.name));
        page.spawn(text(name, Type::HEAD.tone(Tone::Ink)));
        for question in one.questions.iter().filter(|q| q.topic.index() == at) {
            line(
                page,
                Icon::Question,
                plain(sheet.say(&question.text)),
                false,
            );
            for id in &question.says {
                let Some(statement) = one.statements.get(id.index()) else {
                    continue;
                };
                let said = plain(sheet.say(&statement.text));
                answer(page, sheet, said, statement.truth, statement.item);
            }
            if let Some(withheld) = &question.withheld {
                let kept = plain(sheet.say(withheld));
                let words = t("author-while-kept").with("text", kept);
                indented(page, Icon::Lock, words);
            }
        }
    }
    passage(page, t("author-guarded"), &sheet.say(&one.guarded));
}

fn answer(
    page: &mut Parent,
    sheet: &Sheet,
    said: Words,
    truth: Truth,
    item: Option<crate::scenario::ids::ItemId>,
) {
    let (sign, key) = match truth {
        Truth::True => (Icon::Speech, "author-says"),
        Truth::False => (Icon::NotEqual, "author-says-falsely"),
        Truth::Empty => (Icon::Speech, "author-says-nothing"),
    };
    indented(page, sign, t(key).with("text", said));
    if let Some(item) = item {
        indented(page, Icon::Folder, plain(sheet.item(item)));
    }
}

fn indented(page: &mut Parent, sign: Icon, words: Words) {
    let node = Node {
        padding: UiRect::left(px(26)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    page.spawn(node)
        .with_children(|place| line(place, sign, words, true));
}

/// The counter, and the first travellers who come to it.
fn counter(page: &mut Parent, sheet: &Sheet, profile: &Profile) {
    let facts = [
        (Some(Icon::Place), plain(sheet.say(&profile.place))),
        (Some(Icon::Clock), plain(profile.hour.clone())),
        (
            Some(Icon::People),
            t("author-travellers").with("number", profile.travellers),
        ),
    ];
    chips(page, facts);
    passage(page, t("author-baseline"), &sheet.say(&profile.baseline));
    heading(page, t("author-kinds"));
    for kind in &profile.kinds {
        let words = t("author-kind-share")
            .with("share", kind.per_100)
            .with("text", &*sheet.say(&kind.truth));
        line(page, Icon::Person, words, false);
    }
    page.spawn(rule(Tone::PaperRule));
    page.spawn(row(GAP_4)).with_children(|head| {
        head.spawn(text(t("author-who-comes"), Type::HEAD.tone(Tone::Ink)));
        Button::normal(t("author-others"), Action::Author(AuthorAction::Others))
            .icon(Icon::Undo)
            .small()
            .on_paper()
            .spawn(head);
    });
    let mut rng = ChaCha8Rng::seed_from_u64(sheet.look.travellers);
    for traveller in travellers(profile, &mut rng).into_iter().take(4) {
        let face = identity::svg(&traveller.matter.traveller.face, Pose::Counter);
        beside(page, face, (84.0, 108.0), |words| {
            let book = &traveller.matter.document;
            let name = format!("{} {}", book.page.given, book.page.surname);
            words.spawn(text(plain(name), Type::BODY.bold().tone(Tone::Ink)));
            for seen in &traveller.behaviours {
                if let Some(behaviour) = profile.behaviours.get(*seen) {
                    line(words, Icon::Eye, plain(sheet.say(&behaviour.text)), true);
                }
            }
            for (question, told) in profile.questions.iter().zip(&traveller.told) {
                let asked = sheet.say(&question.ask);
                let said = told.says.text(month);
                let said = said.map(|text| sheet.say(&text));
                let said = said.unwrap_or_else(|| "–".to_owned());
                let words_of = t("author-asked").with("question", &*asked);
                line(words, Icon::Speech, words_of.with("answer", &*said), false);
            }
            for (_, _, trouble) in traveller.troubles() {
                let (mark, why) = match &trouble.borne {
                    Some(borne) => ("author-borne-out", borne),
                    None => ("author-stands", &trouble.lesson),
                };
                let words_of = t(mark).with("text", &*sheet.say(why));
                line(words, Icon::NotEqual, words_of, true);
            }
        });
        page.spawn(rule(Tone::PaperRule));
    }
}

/// The month of a day, in the language of the text.
fn month(tag: &str, day: crate::engine::encounter::document::zone::Day) -> String {
    match day.month {
        Some(month) => say(
            crate::app::i18n::Lang::of(tag),
            &family("aar-month", &month.to_string()),
        ),
        None => "–".to_owned(),
    }
}

fn survey(page: &mut Parent, sheet: &Sheet, one: &SurveyQuestion) {
    let asked = one.asked.iter();
    chips(
        page,
        asked.map(|when| (None, family("questionnaire-when", when.key()))),
    );
    let words = plain(sheet.say(&one.text));
    page.spawn(text(words, Type::HEAD.tone(Tone::Ink)));
    match &one.kind {
        SurveyKind::Knowledge(k) => {
            for option in &k.options {
                let sign = if option.right {
                    Icon::CheckCircle
                } else {
                    Icon::Circle
                };
                line(page, sign, plain(sheet.say(&option.text)), !option.right);
            }
            passage(page, t("author-lesson"), &sheet.say(&k.teaching));
            let source = t("debrief-learning-source").with("source", &*sheet.say(&k.source));
            page.spawn(text(source, Type::LABEL.tone(Tone::Ink2)));
        }
        SurveyKind::Scale { low, high } => {
            let words = format!("{} 1 2 3 4 5 {}", sheet.say(low), sheet.say(high));
            page.spawn(text(plain(words), Type::BODY.tone(Tone::Ink)));
        }
        SurveyKind::Free => {
            page.spawn(text(
                t("questionnaire-own-words"),
                Type::BODY.tone(Tone::Ink2),
            ));
        }
    }
}

fn map(page: &mut Parent, sheet: &Sheet) {
    let (map, tag) = (sheet.case.map.clone(), sheet.tag.to_owned());
    let node = Node {
        height: px(500),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(px(R_CONTROL)),
        ..default()
    };
    page.spawn(sketch(node, move |width, height| {
        let drawing = MapDrawing {
            size: map.size,
            land: map
                .land
                .iter()
                .map(|(of, outline)| Land { of: *of, outline })
                .collect(),
            lines: map
                .lines
                .iter()
                .map(|(kind, path)| Line { kind: *kind, path })
                .collect(),
            labels: map
                .labels
                .iter()
                .map(|label| Label {
                    text: label.text.get(&tag),
                    at: label.at,
                    kind: label.kind,
                })
                .collect(),
            places: map
                .places
                .iter()
                .map(|place| Place {
                    name: place.name.get(&tag),
                    at: place.at,
                    kind: place.kind,
                    side: place.label,
                    emphasised: false,
                    selected: place.hidden,
                    known: Known::Settled,
                })
                .collect(),
            scale: Some(Scale {
                km_per_100: map.km_per_100,
                unit: "km",
            }),
            ..MapDrawing::default()
        };
        let (view, zoom) = ViewBox::whole(map.size, width, height);
        drawing.svg(view, zoom)
    }));
    page.spawn(text(t("author-map-how"), Type::LABEL.tone(Tone::Ink2)));
}

fn debrief(page: &mut Parent, sheet: &Sheet) {
    let truth = &sheet.case.truth;
    passage(page, t("debrief-story"), &sheet.say(&truth.story));
    heading(page, t("debrief-steps"));
    for event in &truth.events {
        let round = t("author-in-round").with("round", event.round);
        let words = round.with("text", &*sheet.say(&event.text));
        line(page, Icon::Place, words, false);
    }
    heading(page, t("debrief-tab-hot-wash"));
    for question in &truth.hot_wash {
        line(page, Icon::Question, plain(sheet.say(question)), false);
    }
    for outcome in Outcome::ALL {
        let said: &Text = sheet.case.theory.text(*outcome);
        passage(
            page,
            family("debrief-outcome", outcome.key()),
            &sheet.say(said),
        );
    }
}
