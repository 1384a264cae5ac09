//! What can be wrong with a profile although it can be read. Whether its texts fit is told with all texts.

mod kinds;
mod tell;

use std::collections::BTreeSet;

use super::{
    AboutFile, AnswerFile, Baseline, BehaviourFile, JourneyFile, ProfileFile, QuestionFile, Source,
};
use crate::scenario::code::Code;
use crate::scenario::doc::{Doc, Located, Trail, short};
use crate::scenario::sink::{Sink, shown};

/// Codes of the states that travellers can come from; none exists.
pub const STATES: [&str; 4] = ["UTO", "XVB", "XKS", "XDN"];

/// Words for what goes on in somebody, which nobody can see.
const FEELINGS: [&str; 14] = [
    "nervous",
    "anxious",
    "shifty",
    "suspicious",
    "guilty",
    "evasive",
    "afraid",
    "scared",
    "worried",
    "stressed",
    "uneasy",
    "dishonest",
    "lying",
    "tense",
];

/// The word in a text that judges instead of describing.
#[must_use]
pub fn feeling(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| {
        let stem = word.strip_suffix("ly").unwrap_or(word);
        FEELINGS.into_iter().find(|f| *f == word || *f == stem)
    })
}

pub(super) struct Check<'a, 's> {
    docs: &'a [Doc<'s>],
    sink: &'a mut Sink,
    /// Something was filled in after a mistake: what is empty is not told again.
    mended: bool,
}

/// Tells everything.
pub(in crate::scenario) fn check(docs: &[Doc], located: &Located<ProfileFile>, sink: &mut Sink) {
    let (file, root) = (&located.value, &Trail::Root(located.at));
    let mut cx = Check {
        docs,
        sink,
        mended: located.broken,
    };
    cx.frame(file, root);
    cx.behaviours(&file.behaviours, &root.field("behaviours"));
    cx.questions(&file.questions, &root.field("questions"));
    let journeys = root.field("journeys");
    cx.ids(file.journeys.iter().map(|j| &j.id), &journeys, "journey");
    cx.enough(file.journeys.len(), 2, "journeys", &journeys);
    for (n, journey) in file.journeys.iter().enumerate() {
        cx.journey(file, journey, &journeys.nth(n));
    }
    for (n, slip) in file.slips.iter().enumerate() {
        cx.slip(file, slip, &root.field("slips").nth(n));
    }
    let kinds = root.field("kinds");
    cx.ids(file.kinds.iter().map(|k| &k.id), &kinds, "kind");
    cx.enough(file.kinds.len(), 1, "kinds", &kinds);
    for (n, kind) in file.kinds.iter().enumerate() {
        cx.kind(file, kind, &kinds.nth(n));
    }
    let all: u16 = file.kinds.iter().map(|k| u16::from(k.per_100)).sum();
    if all > 60 {
        let message = format!("the kinds take {all} of 100 travellers; leave 40 who merely pass");
        let list = short(docs, kinds.resolve(docs).0);
        cx.sink
            .at(docs, list, Code::OutOfRange, message)
            .label("60 at most");
    }
}

impl Check<'_, '_> {
    fn frame(&mut self, file: &ProfileFile, root: &Trail) {
        self.id(&file.id, &root.field("id"));
        for (name, n) in [
            ("travellers", i64::from(file.travellers)),
            ("seconds", file.seconds.into()),
            ("tells", file.tells.into()),
            ("odd_per_100", file.odd_per_100.into()),
            ("slips_per_100", file.slips_per_100.into()),
            ("company_per_100", file.company_per_100.into()),
        ] {
            self.ranged(&root.field(name), name, n);
        }
        if crate::scenario::validate::minutes(&file.hour).is_none()
            && !(self.mended && file.hour.is_empty())
        {
            let message = format!(
                "`{}` is not a time of day: write `HH:MM`, such as `06:30`",
                shown(&file.hour)
            );
            self.tell(&root.field("hour"), Code::BadTime, message, "not a time");
        }
        let (year, month, day) = file.today;
        if !(2000..2100).contains(&year) || !(1..13).contains(&month) || !(1..29).contains(&day) {
            let message =
                format!("{year}-{month}-{day} is not a day: write (year, month, 1 to 28)");
            if !self.mended {
                self.tell(&root.field("today"), Code::OutOfRange, message, "not a day");
            }
        }
        let list = root.field("nationalities");
        self.enough(file.nationalities.len(), 1, "nationalities", &list);
        let mut known = BTreeSet::new();
        for (n, nationality) in file.nationalities.iter().enumerate() {
            let (at, state) = (&list.nth(n), &nationality.state);
            self.ranged(&at.field("weight"), "weight", nationality.weight.into());
            if state.is_empty() && self.mended {
                continue;
            }
            if !STATES.contains(&state.as_str()) {
                let message = format!("there is no state `{}` in the specimen book", shown(state));
                let help = format!("one of {}", STATES.join(", "));
                self.sink
                    .at(
                        self.docs,
                        at.field("state").find(self.docs),
                        Code::UnknownState,
                        message,
                    )
                    .label("not in the book")
                    .help(help);
            } else if !known.insert(state) {
                let message = format!("the state `{state}` is named twice");
                self.tell(&at.field("state"), Code::DuplicateId, message, "again");
            }
        }
    }

    fn behaviours(&mut self, all: &[BehaviourFile], list: &Trail) {
        self.ids(all.iter().map(|b| &b.id), list, "behaviour");
        for (n, behaviour) in all.iter().enumerate() {
            let at = &list.nth(n);
            if let Some(word) = feeling(&behaviour.text) {
                let message = format!("“{word}” is a judgement: nobody can see it");
                let spot = at.field("text").find(self.docs);
                self.sink
                    .at(self.docs, spot, Code::JudgedBehaviour, message)
                    .label("not to be seen")
                    .help(
                        "write what the eye sees, such as where somebody looks or what they carry",
                    );
            }
        }
        let alone = all.iter().filter(|b| !b.company);
        let (usual, odd): (Vec<_>, Vec<_>) = alone.partition(|b| b.is == Baseline::Within);
        self.enough(
            usual.len(),
            3,
            "behaviours within the baseline for one who is alone",
            list,
        );
        self.enough(odd.len(), 3, "odd behaviours for one who is alone", list);
    }

    fn questions(&mut self, all: &[QuestionFile], list: &Trail) {
        self.ids(all.iter().map(|q| &q.id), list, "question");
        self.enough(all.len(), 3, "questions", list);
        for (n, question) in all.iter().enumerate() {
            let at = &list.nth(n);
            let (about, against) = (&at.field("about"), &at.field("against"));
            match &question.about {
                AboutFile::Journey if question.against.is_empty() => {
                    if !self.mended {
                        let message = "nothing can be checked that is asked here".to_owned();
                        self.tell(
                            &at.field("id"),
                            Code::Untellable,
                            message,
                            "needs `against`",
                        );
                    }
                }
                AboutFile::Journey => {
                    let own = [Source::Document, Source::Crossings];
                    let mut once = BTreeSet::new();
                    for (n, source) in question.against.iter().enumerate() {
                        if own.contains(source) {
                            let message =
                                format!("{source:?} has a question of its own: see `about`");
                            self.tell(&against.nth(n), Code::OpenAnswer, message, "not here");
                        } else if !once.insert(source) {
                            let message = format!("{source:?} is named twice");
                            self.tell(&against.nth(n), Code::OpenAnswer, message, "again");
                        }
                    }
                }
                AboutFile::Issued { say } => self.with(say, "{place}", &about.field("say")),
                AboutFile::Crossings { say, .. } => {
                    self.with(say, "{when}", &about.field("say"));
                }
            }
            if !question.against.is_empty() && !matches!(question.about, AboutFile::Journey) {
                let message = "this question is checked against its own record".to_owned();
                self.tell(against, Code::OpenAnswer, message, "leave it out");
            }
        }
    }

    fn journey(&mut self, file: &ProfileFile, journey: &JourneyFile, at: &Trail) {
        self.ranged(&at.field("weight"), "weight", journey.weight.into());
        let answers = at.field("answers");
        let mut open: BTreeSet<&str> = (file.questions.iter())
            .filter(|q| matches!(q.about, AboutFile::Journey))
            .map(|q| q.id.as_str())
            .collect();
        for (n, answer) in journey.answers.iter().enumerate() {
            let at = &answers.nth(n);
            let Some(question) = self.question(file, &answer.to, &at.field("to")) else {
                continue;
            };
            if !open.remove(answer.to.as_str()) {
                let message = format!("`{}` has its answer already", shown(&answer.to));
                self.tell(&at.field("to"), Code::OpenAnswer, message, "one too many");
                continue;
            }
            self.answer(question, answer, at);
        }
        if !self.mended {
            for missing in open {
                let message = format!("`{}` does not answer `{missing}`", shown(&journey.id));
                self.tell(&at.field("id"), Code::OpenAnswer, message, "leaves it open");
            }
        }
    }

    fn answer(&mut self, question: &QuestionFile, answer: &AnswerFile, at: &Trail) {
        let list = at.field("shows");
        let mut open: BTreeSet<Source> = question.against.iter().copied().collect();
        for (n, shows) in answer.shows.iter().enumerate() {
            let at = &list.nth(n);
            if !open.remove(&shows.by) {
                let message = format!("`{}` is not checked against {:?} here", answer.to, shows.by);
                self.tell(&at.field("by"), Code::OpenAnswer, message, "not asked for");
            }
        }
        if !self.mended {
            for source in open {
                let message = format!("nothing says what {source:?} shows if this is true");
                self.tell(&at.field("to"), Code::OpenAnswer, message, "leaves it open");
            }
        }
    }
}
