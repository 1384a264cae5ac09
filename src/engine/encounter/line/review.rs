//! Traveller by traveller, once the line is over: what was there, what would have told, what was done.

use super::act::{Ground, Line, Referral, Verdict};
use super::note::Quality;
use super::saying::Saying;
use super::traveller::{Traveller, Truth};
use super::worth::Worth;
use crate::scenario::Text;
use crate::scenario::primary_line::{Baseline, Concern, Source, feeling};

/// How it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Referred, and rightly.
    Hit,
    /// Cleared, and ought not to have been.
    Miss,
    /// Referred, and merely passing.
    FalseAlarm,
    /// Cleared, and rightly.
    Passed,
}

/// Something that was to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    pub text: Text,
    pub is: Baseline,
    /// Why honest people do it.
    pub also: Text,
    /// Whether the officer looked.
    pub looked: bool,
}

/// A record that did not fit what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tell {
    pub ask: Text,
    pub says: Saying,
    pub by: Source,
    pub shows: Saying,
    /// What the traveller says to it.
    pub put: Text,
    /// What bears that out: then there is nothing in it.
    pub borne: Option<Text>,
    pub lesson: Text,
    /// How far the officer came with it.
    pub reached: Reached,
}

/// How far somebody came with a contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    NotAsked,
    /// The question was asked, and this was not checked.
    NotChecked,
    /// It was seen, and not put to the traveller.
    NotPut,
    Put,
}

/// One traveller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// From 1.
    pub number: usize,
    pub name: String,
    /// Code of a state.
    pub nationality: String,
    pub party: u8,
    /// Nothing for one who merely passed.
    pub concern: Option<Concern>,
    /// What is true of the kind.
    pub story: Option<Text>,
    pub sights: Vec<Sight>,
    pub tells: Vec<Tell>,
    /// The face plainly differs from the photograph.
    pub impostor: bool,
    pub referred: Option<(Referral, Ground)>,
    pub outcome: Outcome,
    /// What the ground is worth, for one who was referred.
    pub ground: Option<Worth>,
    /// Where a traveller belongs who was referred, or should have been; nothing if merely passing.
    pub belongs: Option<Referral>,
    pub quality: Quality,
    /// A word in the note that judges instead of describing.
    pub judged: Option<&'static str>,
    pub seconds: u32,
}

impl Line {
    /// Everybody, once the line is over.
    #[must_use]
    pub fn reviews(&self) -> Option<Vec<Review>> {
        let all = self.truth()?.into_iter().enumerate();
        Some(all.map(|(n, (t, v))| self.review(n + 1, t, v)).collect())
    }

    fn review(&self, number: usize, traveller: &Traveller, verdict: &Verdict) -> Review {
        let (concern, story) = match traveller.truth {
            Truth::Honest => (None, None),
            Truth::Kind(n, concern) => {
                let kind = self.profile.kinds.get(n);
                (Some(concern), kind.map(|k| k.truth.clone()))
            }
        };
        let page = &traveller.matter.document.page;
        let sights = traveller.behaviours.iter();
        let sights = sights.filter_map(|n| self.profile.behaviours.get(*n));
        let outcome = match (concern.is_some(), verdict.referred.is_some()) {
            (true, true) => Outcome::Hit,
            (true, false) => Outcome::Miss,
            (false, true) => Outcome::FalseAlarm,
            (false, false) => Outcome::Passed,
        };
        let note = verdict.note.as_ref();
        Review {
            number,
            name: format!("{} {}", page.given, page.surname),
            nationality: page.nationality.clone(),
            party: traveller.party,
            concern,
            story,
            sights: sights
                .map(|b| Sight {
                    text: b.text.clone(),
                    is: b.is,
                    also: b.also.clone(),
                    looked: verdict.looked,
                })
                .collect(),
            tells: self.tells(traveller, verdict),
            impostor: Worth::of(traveller, Ground::Photo) == Worth::Stands,
            referred: verdict.referred,
            outcome,
            ground: verdict
                .referred
                .map(|(_, ground)| Worth::of(traveller, ground)),
            belongs: traveller.truth.belongs(),
            quality: verdict.quality,
            judged: note.and_then(|n| feeling(&n.text)),
            seconds: verdict.seconds,
        }
    }

    fn tells(&self, traveller: &Traveller, verdict: &Verdict) -> Vec<Tell> {
        let all = traveller.troubles();
        all.map(|(question, record, trouble)| {
            let key = (question, record.by);
            let reached = if verdict.put.contains(&key) {
                Reached::Put
            } else if verdict.shown.contains(&key) {
                Reached::NotPut
            } else if verdict.asked.contains(&question) {
                Reached::NotChecked
            } else {
                Reached::NotAsked
            };
            Tell {
                ask: self.profile.questions[question].ask.clone(),
                says: traveller.told[question].says.clone(),
                by: record.by,
                shows: record.shows.clone(),
                put: trouble.put.clone(),
                borne: trouble.borne.clone(),
                lesson: trouble.lesson.clone(),
                reached,
            }
        })
        .collect()
    }
}
