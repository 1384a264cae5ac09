//! How good a finding was: the finding itself, what it rests on, and the time.
//!
//! What is said without having looked is a guess, whatever it was: it has no grounds and saves no time. That
//! a document is genuine rests on all that its kind asks for, for it is the one finding that nothing on the
//! bench shows (6-doctrine, Travel documents: a zone that is right never proves a document, and passport
//! staff accept 14 % of mismatched faces).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::bench::Register;
use super::fraud::Finding;
use super::issuer::{Kind, Light};
use super::{Document, Fact};

/// Points for the right finding; for a referral of a fraud; for the wrong kind of fraud; for an honest
/// traveller who has to wait for second line.
const RIGHT: u8 = 60;
const REFERRED: u8 = 30;
const OTHER_KIND: u8 = 15;
const HELD: u8 = 20;
/// Points for what a finding rests on, and what each false alarm takes from them.
const GROUNDS: u8 = 25;
const ALARM: u8 = 5;
/// Points for time; each minute over what is fair takes one.
const TIME: u8 = 15;

/// How good the finding was, in points of 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub said: Finding,
    pub truth: Finding,
    /// Of 60: the right finding; 30 for a referral of a fraud, 15 for the wrong kind of fraud.
    pub finding: u8,
    /// Of 25: for a fraud a conflict that was shown, for a genuine document the share of what it asks for
    /// that was looked at. Five less for each false alarm.
    pub grounds: u8,
    /// Of 15: one less for each minute over what is fair; a finding without grounds has saved no time.
    pub time: u8,
    /// It rests on something, right or wrong: a fraud on a conflict that was shown, Genuine on half at least of
    /// what the document asks for. A referral needs nothing and decides nothing.
    pub grounded: bool,
}

impl Verdict {
    #[must_use]
    pub fn points(&self) -> u8 {
        self.finding + self.grounds + self.time
    }
}

/// Something that an officer looks at before a document passes for genuine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sight {
    Light(Light),
    /// The specimen book.
    Specimen,
    Register(Register),
    /// The photograph and the person, part by part.
    Faces,
}

/// What a document of this kind asks for: the lights under which its features are judged, the specimen book,
/// the registers, and both faces. Nobody stamps a card, so nothing of the record of crossings bears on one.
#[must_use]
pub fn asked_for(document: &Document) -> BTreeSet<Sight> {
    let lights = document.features.iter().map(|(f, _)| f.light());
    let crossings = (document.kind == Kind::Passport).then_some(Register::Crossings);
    let registers = [Register::Lost, Register::Issuer]
        .into_iter()
        .chain(crossings);
    (lights.map(Sight::Light))
        .chain(registers.map(Sight::Register))
        .chain([Sight::Specimen, Sight::Faces])
        .collect()
}

/// What was done at the bench before the finding.
pub(super) struct Work {
    /// How much of what the document asks for was looked at, and how much that is.
    pub looked: usize,
    pub of: usize,
    /// Conflicts that were shown.
    pub shown: usize,
    pub false_alarms: u16,
    /// Minutes over what is fair.
    pub over: u16,
}

pub(super) fn judge(said: Finding, truth: Finding, work: &Work) -> Verdict {
    let honest = truth == Finding::Genuine;
    let finding = match said {
        said if said == truth => RIGHT,
        // An honest traveller who waits for second line has lost time; one who is accused, more.
        Finding::Refer if honest => HELD,
        Finding::Refer => REFERRED,
        Finding::Genuine => 0,
        _ if honest => 0,
        _ => OTHER_KIND,
    };
    // What the finding rests on, as a share: a fraud that was let through rests on nothing.
    let (part, whole) = match said {
        Finding::Genuine if honest => (work.looked, work.of.max(1)),
        Finding::Genuine => (0, 1),
        _ if honest => (0, 1),
        _ => (usize::from(work.shown > 0), 1),
    };
    let grounded = match said {
        Finding::Refer => false,
        Finding::Genuine => work.looked * 2 >= work.of,
        _ => work.shown > 0,
    };
    let share = |most: u8| {
        let points = usize::from(most) * part.min(whole) / whole;
        u8::try_from(points).unwrap_or(most)
    };
    let less = |points: u8, each: u8, times: u16| {
        let off = u16::from(each).saturating_mul(times);
        points.saturating_sub(u8::try_from(off).unwrap_or(u8::MAX))
    };
    Verdict {
        said,
        truth,
        finding,
        grounds: less(share(GROUNDS), ALARM, work.false_alarms),
        time: less(share(TIME), 1, work.over),
        grounded,
    }
}

/// Whether holding these two against each other compares the faces.
pub(super) fn of_faces(a: Fact, b: Fact) -> bool {
    let pair = |a, b| matches!((a, b), (Fact::Photo(_), Fact::Face(_)));
    pair(a, b) || pair(b, a)
}
