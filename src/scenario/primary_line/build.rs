//! From what a file says to a profile: names become positions, texts get their translations.

use std::fmt::Arguments;

use super::super::ids::{ItemId, PlaceId};
use super::super::text::Text;
use super::super::validate::Words;
use super::{
    AboutFile, Answer, Behaviour, Journey, JourneyFile, Kind, KindFile, Leak, Nationality,
    PapersFile, Profile, ProfileFile, Question, QuestionFile, Slip, SlipFile, Topic,
};

/// The texts of one line in every language that there is.
struct Texts<'a> {
    line: &'a str,
    words: &'a Words<'a>,
}

impl Texts<'_> {
    fn of(&self, path: Arguments, own: &str) -> Text {
        (self.words).text(|| format!("lines.{}.{path}", self.line), own)
    }
}

/// The profile of a file in which nothing is wrong. What does not resolve, after all, is left out.
pub(in crate::scenario) fn build(
    file: &ProfileFile,
    at: Option<PlaceId>,
    words: &Words,
    item: &mut dyn FnMut(usize, &str) -> Option<ItemId>,
) -> Profile {
    let line = file.id.as_str();
    let texts = &Texts { line, words };
    let question = |key: &str| file.questions.iter().position(|q| q.id == key);
    let journeys = |keys: &[String]| {
        let all = keys.iter();
        all.filter_map(|key| file.journeys.iter().position(|j| j.id == *key))
            .collect::<Vec<_>>()
    };
    let questions: Vec<Question> = file.questions.iter().map(|q| topic(q, texts)).collect();
    Profile {
        id: file.id.clone(),
        title: texts.of(format_args!("title"), &file.title),
        at,
        team: file.team,
        place: texts.of(format_args!("place"), &file.place),
        hour: file.hour.clone(),
        today: file.today,
        baseline: texts.of(format_args!("baseline"), &file.baseline),
        travellers: file.travellers,
        seconds: file.seconds,
        tells: file.tells,
        odd_per_100: file.odd_per_100,
        slips_per_100: file.slips_per_100,
        company_per_100: file.company_per_100,
        nationalities: (file.nationalities.iter())
            .map(|n| Nationality {
                state: n.state.clone(),
                weight: n.weight,
            })
            .collect(),
        behaviours: (file.behaviours.iter())
            .map(|b| Behaviour {
                key: b.id.clone(),
                text: texts.of(format_args!("behaviours.{}.text", b.id), &b.text),
                is: b.is,
                company: b.company,
                also: texts.of(format_args!("behaviours.{}.also", b.id), &b.also),
            })
            .collect(),
        journeys: (file.journeys.iter())
            .map(|j| journey(j, &questions, texts))
            .collect(),
        slips: (file.slips.iter().enumerate())
            .filter_map(|(n, s)| slip((n, s), question(&s.to)?, journeys(&s.on), texts))
            .collect(),
        kinds: (file.kinds.iter())
            .enumerate()
            .map(|(n, k)| Kind {
                item: k.item.as_deref().and_then(|id| item(n, id)),
                ..kind(k, journeys(&k.claims), question, texts)
            })
            .collect(),
        questions,
    }
}

fn topic(file: &QuestionFile, texts: &Texts) -> Question {
    let text = |name: &str, own: &str| texts.of(format_args!("questions.{}.{name}", file.id), own);
    Question {
        key: file.id.clone(),
        ask: text("ask", &file.ask),
        topic: match &file.about {
            AboutFile::Journey => Topic::Journey(file.against.clone()),
            AboutFile::Issued { say } => Topic::Issued {
                say: text("say", say),
            },
            AboutFile::Crossings { say, never } => Topic::Crossings {
                say: text("say", say),
                never: text("never", never),
            },
        },
    }
}

fn journey(file: &JourneyFile, questions: &[Question], texts: &Texts) -> Journey {
    let answer = |question: &Question| {
        let own = file.answers.iter().find(|a| a.to == question.key)?;
        let path = format!("journeys.{}.{}", file.id, own.to);
        let shows = question.against().iter().map(|source| {
            let shown = own.shows.iter().find(|s| s.by == *source);
            shown.map_or_else(Text::default, |s| {
                texts.of(format_args!("{path}.shows.{}", source.key()), &s.text)
            })
        });
        Some(Answer {
            say: texts.of(format_args!("{path}.say"), &own.say),
            shows: shows.collect(),
        })
    };
    Journey {
        key: file.id.clone(),
        weight: file.weight,
        answers: questions.iter().map(answer).collect(),
    }
}

fn slip(
    (n, file): (usize, &SlipFile),
    question: usize,
    journeys: Vec<usize>,
    texts: &Texts,
) -> Option<Slip> {
    let text = |name: &str, own: &str| texts.of(format_args!("slips.{n}.{name}"), own);
    (!journeys.is_empty()).then(|| Slip {
        question,
        by: file.by,
        journeys,
        shows: text("shows", &file.shows),
        put: text("put", &file.put),
        borne: text("borne", &file.borne),
    })
}

fn kind(
    file: &KindFile,
    journeys: Vec<usize>,
    question: impl Fn(&str) -> Option<usize>,
    texts: &Texts,
) -> Kind {
    let id = &file.id;
    let leaks = file.leaks.iter().enumerate().filter_map(|(n, leak)| {
        let text =
            |name: &str, own: &str| texts.of(format_args!("kinds.{id}.leaks.{n}.{name}"), own);
        Some(Leak {
            question: question(&leak.to)?,
            by: leak.by,
            shows: text("shows", &leak.shows),
            put: text("put", &leak.put),
            lesson: text("lesson", &leak.lesson),
        })
    });
    Kind {
        key: id.clone(),
        of: file.of,
        per_100: file.per_100,
        differs: match file.papers {
            PapersFile::Own => 0,
            PapersFile::Borrowed { differs } => differs,
        },
        journeys,
        truth: texts.of(format_args!("kinds.{id}.truth"), &file.truth),
        leaks: leaks.collect(),
        item: None,
    }
}
