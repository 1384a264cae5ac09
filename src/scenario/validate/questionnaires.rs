//! Questionnaires: something to choose, something right, occasions, and pairs that measure the same.

use super::super::code::Code;
use super::super::doc::{Located, Trail};
use super::super::ids::SurveyId;
use super::super::questionnaires::{
    AnswerFile, Choice, Knowledge, MAX_OPTIONS, MAX_QUESTIONS, SurveyFile, SurveyKind,
    SurveyQuestion,
};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::super::words::Occasion;
use super::{Cx, Words};

/// What can be told of the questions before pairs are resolved.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    if let Some(extra) = parsed.questionnaires.all.get(MAX_QUESTIONS) {
        cx.sink.broken = true;
        let message = format!("the questionnaires ask more than {MAX_QUESTIONS} questions");
        cx.tell(
            &Trail::Root(extra.at).field("id"),
            Code::TooMany,
            message,
            "one too many",
        );
        return;
    }
    for question in &parsed.questionnaires.all {
        cx.mended = question.broken;
        if cx.mended {
            continue;
        }
        let (q, root) = (&question.value, Trail::Root(question.at));
        if q.asked().is_empty() {
            let message = format!("`{}` is asked on no occasion", shown(q.id()));
            cx.tell(
                &root.field("asked"),
                Code::NeverAsked,
                message,
                "nobody is asked",
            );
        }
        if let SurveyFile::Knowledge { options, .. } = q {
            let at = root.field("options");
            let right = options.iter().filter(|o| o.right).count();
            if options.len() < 2 {
                let message = format!("`{}` offers nothing to choose from", shown(q.id()));
                cx.tell(&at, Code::TooFewOptions, message, "fewer than two");
            } else if right == 0 {
                let message = format!("no option of `{}` is right", shown(q.id()));
                cx.tell(&at, Code::NothingRight, message, "none has `right: true`");
            } else if right == options.len() {
                let message = format!("every option of `{}` is right", shown(q.id()));
                cx.tell(&at, Code::NothingRight, message, "none is wrong");
            }
            let n = i64::try_from(options.len()).unwrap_or(i64::MAX);
            cx.within(&at, "options", n, 0, MAX_OPTIONS as i64);
        }
        pair(cx, parsed, question);
    }
    measured(cx, parsed);
}

/// The question that another names as its pair.
fn named<'p>(cx: &Cx, parsed: &'p Parsed, q: &SurveyFile) -> Option<&'p Located<SurveyFile>> {
    let SurveyFile::Knowledge { pair, .. } = q else {
        return None;
    };
    let ix = cx.names.surveys.ids.get(pair.as_deref()?)?;
    parsed.questionnaires.all.get(usize::from(*ix))
}

fn pair(cx: &mut Cx, parsed: &Parsed, question: &Located<SurveyFile>) {
    let (q, root) = (&question.value, Trail::Root(question.at));
    let Some(other) = named(cx, parsed, q).filter(|o| !o.broken) else {
        return;
    };
    let (own, id) = (q.id(), other.value.id());
    let topic = |q: &SurveyFile| match q {
        SurveyFile::Knowledge { topic, .. } => Some(*topic),
        SurveyFile::Reaction { .. } => None,
    };
    // A third question that speaks of either of the two.
    let speaks_of = |q: &SurveyFile| named(cx, parsed, q).map(|o| o.value.id());
    let third = parsed
        .questionnaires
        .all
        .iter()
        .map(|x| &x.value)
        .find(|x| {
            let (a, b) = (x.id(), speaks_of(x));
            let ours = a == own || a == id;
            let theirs = b == Some(own) || b == Some(id);
            (!ours && theirs) || (a == id && b.is_some_and(|b| b != own))
        });
    let both = (q.asked().iter()).find(|when| other.value.asked().contains(when));
    let why = if own == id {
        "it names itself".to_owned()
    } else if topic(&other.value).is_none() {
        format!("`{}` has no right answer", shown(id))
    } else if topic(&other.value) != topic(q) {
        "they have different topics".to_owned()
    } else if let Some(when) = both {
        format!("both are asked {}", said(*when))
    } else if let Some(third) = third {
        format!("`{}` is in a pair with one of them", shown(third.id()))
    } else {
        return;
    };
    let message = format!(
        "`{}` and `{}` cannot stand for each other: {why}",
        shown(own),
        shown(id)
    );
    cx.tell(&root.field("pair"), Code::PairUnlike, message, "no pair");
}

fn said(when: Occasion) -> &'static str {
    match when {
        Occasion::Before => "before",
        Occasion::After => "after",
        Occasion::FollowUp => "in the follow-up",
    }
}

/// Learning is what has changed between two occasions.
fn measured(cx: &mut Cx, parsed: &Parsed) {
    // A pair that names nothing may have been meant for any of them, and is told already.
    let lost = |q: &SurveyFile| {
        let pair = matches!(q, SurveyFile::Knowledge { pair: Some(_), .. });
        pair && named(cx, parsed, q).is_none()
    };
    if parsed.questionnaires.all.iter().any(|q| lost(&q.value)) {
        return;
    }
    for question in &parsed.questionnaires.all {
        let (q, root) = (&question.value, Trail::Root(question.at));
        let SurveyFile::Knowledge { asked, .. } = q else {
            continue;
        };
        // What is wrong otherwise is told already.
        if question.broken || asked.is_empty() {
            continue;
        }
        let partner = parsed.questionnaires.all.iter().find(|x| {
            let theirs = named(cx, parsed, &x.value).map(|o| o.value.id());
            theirs == Some(q.id())
                || named(cx, parsed, q).is_some_and(|o| o.value.id() == x.value.id())
        });
        let theirs = partner.map_or(&[][..], |p| p.value.asked());
        let mut occasions = asked.iter().chain(theirs);
        let before = occasions.clone().any(|w| *w == Occasion::Before);
        let later = occasions.any(|w| *w != Occasion::Before);
        if before && later {
            continue;
        }
        let (when, label) = if before {
            ("after", "before only")
        } else {
            ("before", "after only")
        };
        let message = format!(
            "`{}` is never asked {when} play: learning cannot be measured",
            shown(q.id())
        );
        let at = root.field("asked").find(cx.docs);
        cx.sink
            .at(cx.docs, at, Code::NotMeasured, message)
            .label(label)
            .help("ask it on both sides of play, or name a `pair` that is asked on the other");
    }
}

/// The questions of the case; none, if it has no such file.
pub(super) fn all(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<SurveyQuestion> {
    let names = cx.names;
    let mut out: Vec<SurveyQuestion> = Vec::new();
    for question in &parsed.questionnaires.all {
        cx.mended = question.broken;
        let (q, root) = (&question.value, Trail::Root(question.at));
        let text =
            |name: &str, own: &str| words.text(|| format!("questionnaires.{}.{name}", q.id()), own);
        let kind = match q {
            SurveyFile::Knowledge {
                topic,
                pair,
                options,
                teaching,
                source,
                ..
            } => {
                let options = options.iter().enumerate();
                SurveyKind::Knowledge(Knowledge {
                    topic: *topic,
                    options: options
                        .map(|(n, o)| Choice {
                            text: text(&format!("options.{n}"), &o.text),
                            right: o.right,
                        })
                        .collect(),
                    teaching: text("teaching", teaching),
                    source: text("source", source),
                    pair: (pair.as_ref())
                        .map(|p| SurveyId(cx.index(&names.surveys, p, &root.field("pair")))),
                })
            }
            SurveyFile::Reaction { answer, .. } => match answer {
                AnswerFile::Scale { low, high } => SurveyKind::Scale {
                    low: text("low", low),
                    high: text("high", high),
                },
                AnswerFile::Free => SurveyKind::Free,
            },
        };
        let mut asked = q.asked().to_vec();
        asked.sort_unstable();
        asked.dedup();
        out.push(SurveyQuestion {
            key: q.id().clone(),
            asked,
            text: text("text", q.text()),
            kind,
        });
    }
    mutual(&mut out);
    out
}

/// An author names a pair on one side or on both.
fn mutual(questions: &mut [SurveyQuestion]) {
    let named: Vec<(SurveyId, SurveyId)> = (0u16..)
        .zip(questions.iter())
        .filter_map(|(n, q)| Some((SurveyId(n), q.knowledge()?.pair?)))
        .collect();
    for (one, other) in named {
        if let Some(SurveyKind::Knowledge(k)) =
            questions.get_mut(other.index()).map(|q| &mut q.kind)
        {
            k.pair = Some(one);
        }
    }
}
