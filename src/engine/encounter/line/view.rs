//! What the officer has before them. Built field by field from what was looked at, asked and checked.

use serde::{Deserialize, Serialize};

use super::act::{Line, MAX_QUESTIONS};
use super::generate::{PLAIN, apart};
use super::note::{Note, Observation, Order, Quality};
use super::saying::Saying;
use crate::engine::encounter::document::face::Face;
use crate::engine::encounter::document::zone::Day;
use crate::scenario::Text;
use crate::scenario::ids::Team;
use crate::scenario::primary_line::{Baseline, Source};

/// A line as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    pub title: Text,
    pub place: Text,
    /// Local time at which the line began, `HH:MM`.
    pub hour: String,
    pub team: Option<Team>,
    pub today: Day,
    /// What travellers at this place and hour do.
    pub baseline: Text,
    /// Which traveller stands there, from 1, and how many come.
    pub number: usize,
    pub of: usize,
    /// Nobody stands there any more.
    pub over: bool,
    /// Seconds that this traveller has taken, and may take.
    pub seconds: u32,
    pub fair: u32,
    /// Seconds since the line began.
    pub gone: u32,
    /// People who came up together.
    pub party: u8,
    /// Who stands there: what anybody sees at once. It was drawn before anybody knew what is true of the person.
    pub face: Option<Face>,
    /// After a look.
    pub seen: Option<Vec<Seen>>,
    /// After the passport was taken.
    pub glance: Option<Glance>,
    pub questions: Vec<Asked>,
    /// Questions that may still be asked.
    pub left: usize,
    pub note: Option<Note>,
    /// What was done with this traveller, in this order: watched, the passport taken, asked, checked.
    pub done: Vec<Observation>,
}

/// One thing that the traveller does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub text: Text,
    pub is: Baseline,
}

/// The face beside the photograph, at arm's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Likeness {
    /// Nothing meets the eye. At a glance, small differences do not.
    Like,
    /// Other hair, glasses on or off, years: none of it lasts.
    Changed,
    /// What lasts in a face differs.
    Differs,
}

/// The key facts of a passport; the full bench is second line's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    pub surname: String,
    pub given: String,
    /// Code of a state.
    pub nationality: String,
    pub birth: Day,
    pub expiry: Day,
    pub expired: bool,
    /// The face in the passport: the traveller's, some years ago, or somebody else's.
    pub photo: Face,
    pub likeness: Likeness,
}

/// A question, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub ask: Text,
    pub says: Option<Saying>,
    /// What its answer can be checked against here.
    pub checks: Vec<CheckView>,
}

/// One source, and what it showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    pub by: Source,
    pub shows: Option<Saying>,
    /// Whether it fits what was said; nothing where the officer is to judge that.
    pub fits: Option<bool>,
    pub put: Option<PutView>,
}

/// What was said to a source that was put to the traveller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutView {
    /// Nothing, where the source shows what was said.
    pub says: Option<Text>,
    pub borne: Option<Text>,
}

impl Order for View {
    fn observed(&self, what: Observation) -> Option<u32> {
        let same = |done: &Observation| match (done, what) {
            // To watch is to see all that is done.
            (Observation::Behaviour(_), Observation::Behaviour(_)) => true,
            (done, what) => *done == what,
        };
        let at = self.done.iter().position(same)?;
        u32::try_from(at).ok()
    }
    fn asked(&self, question: usize) -> Option<u32> {
        self.observed(Observation::Answer(question))
    }
    fn checked(&self, question: usize) -> bool {
        let mut done = self.done.iter();
        done.any(|d| matches!(d, Observation::Record(q, _) if *q == question))
    }
}

impl View {
    /// What this note would be worth if it were written now: a matter of what was done here and in which
    /// order. Who stands there has no part in it.
    #[must_use]
    pub fn quality(&self, note: &Note) -> Quality {
        note.quality(self)
    }
}

impl Line {
    /// What the officer sees now.
    #[must_use]
    pub fn view(&self) -> View {
        self.seen_by(!self.unaided)
    }

    /// The same as an experienced colleague reads it, who sees what does not fit.
    #[must_use]
    pub fn judged(&self) -> View {
        self.seen_by(true)
    }

    fn seen_by(&self, compares: bool) -> View {
        let profile = &self.profile;
        let (year, month, day) = profile.today;
        let gone: u32 = self.verdicts.iter().map(|v| v.seconds).sum();
        View {
            title: profile.title.clone(),
            place: profile.place.clone(),
            hour: profile.hour.clone(),
            team: profile.team,
            today: Day::new(i32::from(year), month, day),
            baseline: profile.baseline.clone(),
            number: (self.verdicts.len() + 1).min(self.travellers.len()),
            of: self.travellers.len(),
            over: self.over(),
            seconds: self.hand.seconds,
            fair: u32::from(profile.seconds) + self.more,
            gone: gone + self.hand.seconds,
            party: self.current().map_or(0, |t| t.party),
            face: self.current().map(|t| t.matter.traveller.face),
            seen: self.seen(),
            glance: self.glance(),
            questions: (0..profile.questions.len())
                .map(|q| self.asked(q, compares))
                .collect(),
            left: MAX_QUESTIONS.saturating_sub(self.hand.asked.len()),
            note: self.hand.note.clone(),
            done: self.hand.done(),
        }
    }

    fn seen(&self) -> Option<Vec<Seen>> {
        self.hand.looked?;
        let all = self.current()?.behaviours.iter();
        let of = |n: &usize| self.profile.behaviours.get(*n);
        let seen = all.filter_map(of).map(|b| Seen {
            text: b.text.clone(),
            is: b.is,
        });
        Some(seen.collect())
    }

    fn glance(&self) -> Option<Glance> {
        self.hand.inspected?;
        let matter = &self.current()?.matter;
        let page = &matter.document.page;
        let (photo, face) = (&matter.document.photo, &matter.traveller.face);
        let likeness = if apart(matter).len() >= PLAIN {
            Likeness::Differs
        } else if photo.hair != face.hair || photo.glasses != face.glasses {
            Likeness::Changed
        } else {
            Likeness::Like
        };
        Some(Glance {
            surname: page.surname.clone(),
            given: page.given.clone(),
            nationality: page.nationality.clone(),
            birth: page.birth,
            expiry: page.expiry,
            expired: page.expiry < matter.today,
            photo: *photo,
            likeness,
        })
    }

    fn asked(&self, question: usize, compares: bool) -> Asked {
        let profile = &self.profile.questions[question];
        let told = self.current().and_then(|t| t.told.get(question));
        let was = self.hand.asked.contains_key(&question);
        let records = told.map_or(&[][..], |t| &t.records);
        Asked {
            ask: profile.ask.clone(),
            says: told.filter(|_| was).map(|t| t.says.clone()),
            checks: (records.iter())
                .map(|record| {
                    let key = (question, record.by);
                    let shown = self.hand.checked.contains_key(&key).then_some(record);
                    let trouble = shown.and_then(|r| r.trouble.as_ref());
                    let put = shown.filter(|_| self.hand.put.contains(&key));
                    CheckView {
                        by: record.by,
                        shows: shown.map(|r| r.shows.clone()),
                        fits: shown.filter(|_| compares).map(|r| r.trouble.is_none()),
                        put: put.map(|_| PutView {
                            says: trouble.map(|t| t.put.clone()),
                            borne: trouble.and_then(|t| t.borne.clone()),
                        }),
                    }
                })
                .collect(),
        }
    }
}
