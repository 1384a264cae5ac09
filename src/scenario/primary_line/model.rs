//! A profile that has passed every check: names are positions, every journey answers every question.

use serde::{Deserialize, Serialize};

use super::super::diagnostic::Diagnostic;

use super::super::ids::{ItemId, PlaceId, Team};
use super::super::read;
use super::super::sink::Sink;
use super::{
    AboutFile, Baseline, Concern, KindFile, PapersFile, ProfileFile, SlipFile, Source, check,
};

/// One counter at one hour.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Profile {
    pub id: String,
    pub title: String,
    /// The place on the map of its case.
    pub at: Option<PlaceId>,
    pub team: Option<Team>,
    pub place: String,
    /// Local time, `HH:MM`.
    pub hour: String,
    /// Year, month, day.
    pub today: (u16, u8, u8),
    pub baseline: String,
    pub travellers: u8,
    /// Seconds that one traveller may take before the line behind counts.
    pub seconds: u16,
    pub tells: u8,
    pub odd_per_100: u8,
    pub slips_per_100: u8,
    pub company_per_100: u8,
    pub nationalities: Vec<Nationality>,
    pub behaviours: Vec<Behaviour>,
    pub questions: Vec<Question>,
    pub journeys: Vec<Journey>,
    pub slips: Vec<Slip>,
    pub kinds: Vec<Kind>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Nationality {
    pub state: String,
    pub weight: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Behaviour {
    pub key: String,
    pub text: String,
    pub is: Baseline,
    pub company: bool,
    pub also: String,
}

/// What a question is about, and what it is checked against.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// Each journey answers it; these show whether the answer is true.
    Journey(Vec<Source>),
    /// Where the passport was made out.
    Issued { say: String },
    /// Earlier entries.
    Crossings { say: String, never: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub ask: String,
    pub topic: Topic,
}

impl Question {
    /// What its answer can be checked against.
    #[must_use]
    pub fn against(&self) -> &[Source] {
        match &self.topic {
            Topic::Journey(against) => against,
            Topic::Issued { .. } => &[Source::Document],
            Topic::Crossings { .. } => &[Source::Crossings],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Journey {
    pub key: String,
    pub weight: u16,
    /// By question; nothing for a question that is not about the journey.
    pub answers: Vec<Option<Answer>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Answer {
    pub say: String,
    /// In the order of the question's sources.
    pub shows: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slip {
    pub question: usize,
    pub by: Source,
    pub journeys: Vec<usize>,
    pub shows: String,
    pub put: String,
    pub borne: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Kind {
    pub key: String,
    pub of: Concern,
    pub per_100: u8,
    /// In how many traits the holder differs from the face in the passport; 0 for one's own.
    pub differs: u8,
    pub journeys: Vec<usize>,
    pub truth: String,
    pub leaks: Vec<Leak>,
    /// What is learnt from one of them who is sent where they belong.
    pub item: Option<ItemId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Leak {
    pub question: usize,
    pub by: Source,
    pub shows: String,
    pub put: String,
    pub lesson: String,
}

/// Reads a profile that belongs to no case.
///
/// # Errors
/// Everything that is wrong with it, with line and column. Warnings alone do not keep it from being read.
pub fn read(file: &str, text: &str) -> Result<Profile, Vec<Diagnostic>> {
    let mut sink = Sink::default();
    let docs = read::alone(file, text, &mut sink);
    let located = read::single::<ProfileFile>(&docs, &mut sink);
    if let Some(located) = &located {
        check(&docs, located, &mut sink);
    }
    let profile = match located {
        Some(located) if !sink.has_errors() => Some(build(&located.value, None, &mut |_, _| None)),
        _ => None,
    };
    profile.ok_or_else(|| sink.finish(&docs))
}

/// The profile of a file in which nothing is wrong. What does not resolve, after all, is left out.
pub(in crate::scenario) fn build(
    file: &ProfileFile,
    at: Option<PlaceId>,
    item: &mut dyn FnMut(usize, &str) -> Option<ItemId>,
) -> Profile {
    let question = |key: &str| file.questions.iter().position(|q| q.id == key);
    let journeys = |keys: &[String]| {
        let all = keys.iter();
        all.filter_map(|key| file.journeys.iter().position(|j| j.id == *key))
            .collect::<Vec<_>>()
    };
    let questions: Vec<Question> = file.questions.iter().map(topic).collect();
    Profile {
        id: file.id.clone(),
        title: file.title.clone(),
        at,
        team: file.team,
        place: file.place.clone(),
        hour: file.hour.clone(),
        today: file.today,
        baseline: file.baseline.clone(),
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
                text: b.text.clone(),
                is: b.is,
                company: b.company,
                also: b.also.clone(),
            })
            .collect(),
        journeys: (file.journeys.iter())
            .map(|j| journey(j, &questions))
            .collect(),
        slips: (file.slips.iter())
            .filter_map(|s| slip(s, question(&s.to)?, journeys(&s.on)))
            .collect(),
        kinds: (file.kinds.iter())
            .enumerate()
            .map(|(n, k)| Kind {
                item: k.item.as_deref().and_then(|id| item(n, id)),
                ..kind(k, journeys(&k.claims), question)
            })
            .collect(),
        questions,
    }
}

fn topic(file: &super::QuestionFile) -> Question {
    Question {
        key: file.id.clone(),
        ask: file.ask.clone(),
        topic: match &file.about {
            AboutFile::Journey => Topic::Journey(file.against.clone()),
            AboutFile::Issued { say } => Topic::Issued { say: say.clone() },
            AboutFile::Crossings { say, never } => Topic::Crossings {
                say: say.clone(),
                never: never.clone(),
            },
        },
    }
}

fn journey(file: &super::JourneyFile, questions: &[Question]) -> Journey {
    let answer = |question: &Question| {
        let own = file.answers.iter().find(|a| a.to == question.key)?;
        let shows = question.against().iter().map(|source| {
            let shown = own.shows.iter().find(|s| s.by == *source);
            shown.map_or_else(String::new, |s| s.text.clone())
        });
        Some(Answer {
            say: own.say.clone(),
            shows: shows.collect(),
        })
    };
    Journey {
        key: file.id.clone(),
        weight: file.weight,
        answers: questions.iter().map(answer).collect(),
    }
}

fn slip(file: &SlipFile, question: usize, journeys: Vec<usize>) -> Option<Slip> {
    (!journeys.is_empty()).then(|| Slip {
        question,
        by: file.by,
        journeys,
        shows: file.shows.clone(),
        put: file.put.clone(),
        borne: file.borne.clone(),
    })
}

fn kind(file: &KindFile, journeys: Vec<usize>, question: impl Fn(&str) -> Option<usize>) -> Kind {
    let leaks = file.leaks.iter().filter_map(|leak| {
        Some(Leak {
            question: question(&leak.to)?,
            by: leak.by,
            shows: leak.shows.clone(),
            put: leak.put.clone(),
            lesson: leak.lesson.clone(),
        })
    });
    Kind {
        key: file.id.clone(),
        of: file.of,
        per_100: file.per_100,
        differs: match file.papers {
            PapersFile::Own => 0,
            PapersFile::Borrowed { differs } => differs,
        },
        journeys,
        truth: file.truth.clone(),
        leaks: leaks.collect(),
        item: None,
    }
}
