//! The officer at the bench: looks, asks registers, holds two facts against each other, and finds.
//!
//! Time is the price. A look costs a minute, a register three, two facts that do not conflict five: whoever
//! suspects everything has no time for the next traveller, and nobody is kept at a counter for ever. What a
//! finding is worth is told in [`super::verdict`].

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fraud::{Finding, Fraud};
use super::generate::Example;
use super::issuer::{Feature, Light};
pub use super::verdict::Verdict;
use super::verdict::{Sight, Work, asked_for, judge, of_faces};
use super::{Fact, Made, Matter};

/// Minutes for one look: with the magnifier or under another light, into the specimen book, at both faces.
pub const LOOK: u16 = 1;
/// Minutes for an answer from a register.
pub const REGISTER: u16 = 3;
/// Minutes for two facts that were held against each other in vain.
pub const FALSE_ALARM: u16 = 5;
/// Minutes that a document may take before the line behind it counts: what everything takes, once.
pub const FAIR: u16 = 15;
/// After so many times the fair minutes the traveller can be kept no longer: a finding is due.
pub const LONGEST: u16 = 2;

/// A register that can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Register {
    /// Lost and stolen documents.
    Lost,
    /// Entries and exits.
    Crossings,
    /// The issuing state, asked about the face.
    Issuer,
}

/// What the officer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Act {
    Look(Light),
    /// Opens the specimen book.
    Specimen,
    /// Compares the photograph with the person, part by part.
    Faces,
    Ask(Register),
    /// Holds two facts against each other.
    Compare(Fact, Fact),
    Find(Finding),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// How each feature is that shows under this light.
    Seen(Vec<(Feature, Made)>),
    Opened,
    /// Both faces were looked at.
    Compared,
    Asked,
    /// They cannot both be right.
    Confirmed,
    /// They can.
    NoConflict,
    Found(Verdict),
}

/// Why something cannot be done; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Hash, Serialize, Deserialize)]
pub enum Refusal {
    #[error("that is not on the bench")]
    NotThere,
    #[error("nobody has looked at that yet")]
    NotSeen,
    #[error("that was confirmed before")]
    Known,
    #[error("the finding is given")]
    Over,
    #[error("the traveller can be kept no longer: a finding is due")]
    Late,
}

/// A bench with one document on it.
#[derive(Clone, Debug)]
pub struct Bench {
    example: Example,
    lights: BTreeSet<Light>,
    specimen: bool,
    faces: bool,
    asked: BTreeSet<Register>,
    confirmed: Vec<(Fact, Fact)>,
    false_alarms: u16,
    minutes: u16,
    fair: u16,
    verdict: Option<Verdict>,
}

/// What the officer has before them: nothing that was not looked at, asked or opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// What lies there, as far as it has been looked at. A feature that nobody has put under its light yet
    /// is there as the state makes it; a register that nobody has asked says nothing.
    pub matter: Matter,
    pub lights: BTreeSet<Light>,
    pub specimen: bool,
    /// Photograph and person were compared.
    pub faces: bool,
    pub asked: BTreeSet<Register>,
    pub confirmed: Vec<(Fact, Fact)>,
    pub false_alarms: u16,
    /// Minutes that have gone, and that the document may take.
    pub minutes: u16,
    pub fair: u16,
    /// What the officer found.
    pub said: Option<Finding>,
    /// How good the finding was, once it is given; nothing where that is kept for the debrief.
    pub verdict: Option<Verdict>,
    /// What was true, once the finding is given; nothing where that is kept for the debrief.
    pub truth: Option<Example>,
}

impl View {
    /// The facts that can be pointed at by now.
    #[must_use]
    pub fn open(&self) -> Vec<Fact> {
        let mut all = self.matter.facts();
        all.retain(|f| seen(*f, &self.lights, self.specimen, &self.asked));
        all
    }

    /// Nothing but a finding can be given any more.
    #[must_use]
    pub fn late(&self) -> bool {
        self.minutes >= longest(self.fair)
    }

    /// What a document of this kind asks for, and whether it was looked at.
    #[must_use]
    pub fn sights(&self) -> Vec<(Sight, bool)> {
        let asked_for = asked_for(&self.matter.document).into_iter();
        asked_for
            .map(|sight| {
                let looked = match sight {
                    Sight::Light(light) => self.lights.contains(&light),
                    Sight::Specimen => self.specimen,
                    Sight::Register(register) => self.asked.contains(&register),
                    Sight::Faces => self.faces,
                };
                (sight, looked)
            })
            .collect()
    }
}

/// Minutes after which a finding is due.
fn longest(fair: u16) -> u16 {
    fair.saturating_mul(LONGEST)
}

/// Can the officer have met the fact?
fn seen(fact: Fact, lights: &BTreeSet<Light>, book: bool, asked: &BTreeSet<Register>) -> bool {
    match fact {
        Fact::Protection(feature) => lights.contains(&feature.light()),
        Fact::Punched => lights.contains(&Light::Transmitted),
        Fact::Specimen(_)
        | Fact::SpecimenNumber
        | Fact::SpecimenCode
        | Fact::SpecimenYears
        | Fact::SpecimenState => book,
        Fact::Lost => asked.contains(&Register::Lost),
        Fact::Crossing(_) | Fact::NoCrossing => asked.contains(&Register::Crossings),
        Fact::OtherName => asked.contains(&Register::Issuer),
        _ => true,
    }
}

impl Bench {
    #[must_use]
    pub fn new(example: Example) -> Self {
        Self::with(example, FAIR)
    }

    /// A bench at which the document may take so many minutes.
    #[must_use]
    pub fn with(example: Example, fair: u16) -> Self {
        Self {
            example,
            fair,
            // The lamp on the desk is on; nobody has taken up the magnifier.
            lights: BTreeSet::new(),
            specimen: false,
            faces: false,
            asked: BTreeSet::new(),
            confirmed: Vec::new(),
            false_alarms: 0,
            minutes: 0,
            verdict: None,
        }
    }

    /// What lies there. Whether something is wrong with it, it does not say.
    #[must_use]
    pub fn matter(&self) -> &Matter {
        &self.example.matter
    }

    /// Minutes that have gone.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.minutes
    }

    #[must_use]
    pub fn confirmed(&self) -> &[(Fact, Fact)] {
        &self.confirmed
    }

    /// The finding and how good it was, once it is given.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// What was true, once the finding is given.
    #[must_use]
    pub fn truth(&self) -> Option<&Example> {
        self.verdict.map(|_| &self.example)
    }

    /// The facts that can be pointed at by now.
    #[must_use]
    pub fn open(&self) -> Vec<Fact> {
        let mut all = self.example.matter.facts();
        all.retain(|f| self.seen(*f));
        all
    }

    /// What the officer has before them; after the finding, all of the truth.
    #[must_use]
    pub fn view(&self) -> View {
        self.seen_with(self.verdict.is_some())
    }

    /// The same where the truth is kept for the debrief: the finding has been given and has told nothing.
    #[must_use]
    pub fn kept(&self) -> View {
        self.seen_with(false)
    }

    fn seen_with(&self, told: bool) -> View {
        let mut matter = self.example.matter.clone();
        if !told {
            self.hide(&mut matter);
        }
        let verdict = self.verdict.filter(|_| told);
        View {
            matter,
            lights: self.lights.clone(),
            specimen: self.specimen,
            faces: self.faces,
            asked: self.asked.clone(),
            confirmed: self.confirmed.clone(),
            false_alarms: self.false_alarms,
            minutes: self.minutes,
            fair: self.fair,
            said: self.verdict.map(|v| v.said),
            verdict,
            truth: verdict.map(|_| self.example.clone()),
        }
    }

    /// Takes out what has not been looked at or asked.
    fn hide(&self, matter: &mut Matter) {
        let document = &mut matter.document;
        for (feature, made) in &mut document.features {
            if !self.lights.contains(&feature.light()) {
                *made = Made::Genuine;
            }
        }
        if !self.lights.contains(&Light::Transmitted) {
            // A book is punched as the state does it until somebody holds its pages against the light.
            if let Some(punched) = &mut document.punched {
                punched.clone_from(&document.page.number);
            }
        }
        let (asked, registers) = (&self.asked, &mut matter.registers);
        // Of the register of lost documents the officer learns of this number alone.
        let own = &document.page.number;
        let told = asked.contains(&Register::Lost);
        registers.lost.retain(|number| told && number == own);
        if !asked.contains(&Register::Crossings) {
            registers.crossings.clear();
        }
        registers.other_name &= asked.contains(&Register::Issuer);
    }

    fn seen(&self, fact: Fact) -> bool {
        seen(fact, &self.lights, self.specimen, &self.asked)
    }

    /// Does it, and says what came of it.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] if it cannot be done; no time has gone then.
    pub fn act(&mut self, act: Act) -> Result<Answer, Refusal> {
        if self.verdict.is_some() {
            return Err(Refusal::Over);
        }
        if self.minutes >= longest(self.fair) && !matches!(act, Act::Find(_)) {
            return Err(Refusal::Late);
        }
        Ok(match act {
            Act::Look(light) => {
                let new = self.lights.insert(light);
                self.spend(new, LOOK);
                let features = self.example.matter.document.features.iter();
                Answer::Seen(
                    features
                        .copied()
                        .filter(|(f, _)| f.light() == light)
                        .collect(),
                )
            }
            Act::Specimen => {
                let new = !std::mem::replace(&mut self.specimen, true);
                self.spend(new, LOOK);
                Answer::Opened
            }
            Act::Faces => {
                let new = !std::mem::replace(&mut self.faces, true);
                self.spend(new, LOOK);
                Answer::Compared
            }
            Act::Ask(register) => {
                let new = self.asked.insert(register);
                self.spend(new, REGISTER);
                Answer::Asked
            }
            Act::Compare(a, b) => self.compare(a, b)?,
            Act::Find(said) => {
                let verdict = self.judge(said);
                self.verdict = Some(verdict);
                Answer::Found(verdict)
            }
        })
    }

    /// What has been seen costs nothing a second time.
    fn spend(&mut self, new: bool, minutes: u16) {
        if new {
            self.minutes = self.minutes.saturating_add(minutes);
        }
    }

    fn compare(&mut self, a: Fact, b: Fact) -> Result<Answer, Refusal> {
        let facts = self.example.matter.facts();
        if a == b || !facts.contains(&a) || !facts.contains(&b) {
            return Err(Refusal::NotThere);
        }
        if !self.seen(a) || !self.seen(b) {
            return Err(Refusal::NotSeen);
        }
        let pair = (a.min(b), a.max(b));
        if self.confirmed.contains(&pair) {
            return Err(Refusal::Known);
        }
        self.faces |= of_faces(a, b);
        if self.example.matter.conflict(a, b) {
            self.confirmed.push(pair);
            return Ok(Answer::Confirmed);
        }
        self.false_alarms = self.false_alarms.saturating_add(1);
        self.spend(true, FALSE_ALARM);
        Ok(Answer::NoConflict)
    }

    fn judge(&self, said: Finding) -> Verdict {
        let truth = self.example.fraud.map_or(Finding::Genuine, Fraud::finding);
        let sights = self.view().sights();
        let work = Work {
            looked: sights.iter().filter(|(_, looked)| *looked).count(),
            of: sights.len(),
            shown: self.confirmed.len(),
            false_alarms: self.false_alarms,
            over: self.minutes.saturating_sub(self.fair),
        };
        judge(said, truth, &work)
    }
}
