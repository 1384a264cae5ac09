//! The officer at the bench: looks, asks registers, holds two facts against each other, and finds.
//!
//! Time is the price. A look under another light costs a minute, a register three, two facts that do not conflict five: whoever
//! suspects everything has no time for the next traveller.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fraud::{Finding, Fraud};
use super::generate::Example;
use super::issuer::{Feature, Light};
use super::{Fact, Made, Matter};

/// Minutes for one look under another light, or into the specimen book.
pub const LOOK: u16 = 1;
/// Minutes for an answer from a register.
pub const REGISTER: u16 = 3;
/// Minutes for two facts that were held against each other in vain.
pub const FALSE_ALARM: u16 = 5;
/// Minutes that a document may take before the line behind it counts.
pub const FAIR: u16 = 15;

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
}

/// How good the finding was, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub said: Finding,
    pub truth: Finding,
    /// Of 60: the right finding; 30 for a referral of a fraud, 15 for the wrong kind of fraud.
    pub finding: u8,
    /// Of 25: a conflict that was shown for a fraud, no false alarm for a genuine document.
    pub grounds: u8,
    /// Of 15: one less for each minute over what is fair, [`FAIR`] in a drill.
    pub time: u8,
}

impl Verdict {
    #[must_use]
    pub fn points(&self) -> u8 {
        self.finding + self.grounds + self.time
    }
}

/// A bench with one document on it.
#[derive(Clone, Debug)]
pub struct Bench {
    example: Example,
    lights: BTreeSet<Light>,
    specimen: bool,
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
    pub asked: BTreeSet<Register>,
    pub confirmed: Vec<(Fact, Fact)>,
    pub false_alarms: u16,
    /// Minutes that have gone, and that the document may take.
    pub minutes: u16,
    pub fair: u16,
    pub verdict: Option<Verdict>,
    /// What was true, once the finding is given.
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
            // The lamp on the desk is on, and the magnifier lies beside it.
            lights: BTreeSet::from([Light::Magnified]),
            specimen: false,
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

    /// What the officer has before them.
    #[must_use]
    pub fn view(&self) -> View {
        let over = self.verdict.is_some();
        let mut matter = self.example.matter.clone();
        if !over {
            self.hide(&mut matter);
        }
        View {
            matter,
            lights: self.lights.clone(),
            specimen: self.specimen,
            asked: self.asked.clone(),
            confirmed: self.confirmed.clone(),
            false_alarms: self.false_alarms,
            minutes: self.minutes,
            fair: self.fair,
            verdict: self.verdict,
            truth: self.truth().cloned(),
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
        let finding = if said == truth {
            60
        } else if truth == Finding::Genuine {
            // An honest traveller who waits for second line has lost time; one who is accused, more.
            if said == Finding::Refer { 20 } else { 0 }
        } else {
            match said {
                Finding::Genuine => 0,
                Finding::Refer => 30,
                _ => 15,
            }
        };
        let grounded = if truth == Finding::Genuine {
            self.false_alarms == 0
        } else {
            !self.confirmed.is_empty()
        };
        let over = self.minutes.saturating_sub(self.fair).min(15);
        Verdict {
            said,
            truth,
            finding,
            grounds: if grounded { 25 } else { 0 },
            time: 15 - u8::try_from(over).unwrap_or(15),
        }
    }
}
