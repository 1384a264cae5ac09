//! How well a line was worked.

use super::act::{Line, Referral};
use super::audit::Audit;
use super::note::Quality;
use super::signal::Detection;
use super::traveller::Truth;
use super::worth::Worth;
use crate::scenario::primary_line::Concern;

/// How notes came out, one for each traveller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// None was written.
    pub none: u32,
    /// Nothing observed, or nothing asked about it: earns nothing.
    pub bare: u32,
    /// An observation and a question that followed.
    pub asked: u32,
    /// And a check of the answer.
    pub verified: u32,
}

/// The grounds of referrals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// A contradiction that stands.
    pub stand: u32,
    /// One that the traveller would have explained, or did.
    pub explained: u32,
    /// Behaviour, a photograph that is the holder's, or nothing.
    pub nothing: u32,
}

/// What became of presumed victims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Care {
    pub protected: u32,
    /// Referred to second line, as if accused.
    pub accused: u32,
    /// Cleared, and gone on with whoever waits.
    pub missed: u32,
}

/// One line, or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub detection: Detection,
    /// Seconds of everybody together.
    pub seconds: u64,
    pub travellers: u32,
    /// Travellers who took longer than the profile allows.
    pub slow: u32,
    pub notes: Notes,
    pub grounds: Grounds,
    pub care: Care,
    pub audit: Audit,
}

impl Score {
    /// Of a line that is over.
    #[must_use]
    pub fn of(line: &Line) -> Option<Self> {
        let fair = line.fair();
        let mut score = Self {
            audit: Audit::of(line),
            ..Self::default()
        };
        for (traveller, verdict) in line.truth()? {
            let referred = verdict.referred.is_some();
            let detection = &mut score.detection;
            if traveller.truth.concerns() {
                detection.signals += 1;
                detection.hits += u32::from(referred);
            } else {
                detection.noise += 1;
                detection.false_alarms += u32::from(referred);
            }
            score.travellers += 1;
            score.seconds += u64::from(verdict.seconds);
            score.slow += u32::from(verdict.seconds > fair);
            let notes = &mut score.notes;
            *match verdict.quality {
                Quality::None => &mut notes.none,
                Quality::Bare => &mut notes.bare,
                Quality::Asked => &mut notes.asked,
                Quality::Verified => &mut notes.verified,
            } += 1;
            if let Some((_, ground)) = verdict.referred {
                let grounds = &mut score.grounds;
                *match Worth::of(traveller, ground) {
                    Worth::Stands => &mut grounds.stand,
                    Worth::Explained => &mut grounds.explained,
                    Worth::Nothing => &mut grounds.nothing,
                } += 1;
            }
            if let Truth::Kind(_, Concern::PresumedVictim) = traveller.truth {
                let care = &mut score.care;
                *match verdict.referred {
                    Some((Referral::Protection, _)) => &mut care.protected,
                    Some((Referral::SecondLine, _)) => &mut care.accused,
                    None => &mut care.missed,
                } += 1;
            }
        }
        Some(score)
    }

    /// 0 to 100, for an exercise in which a line is one set piece among others. Of 50: the share of those who
    /// concern the service and were referred, less the share of the others who were (Youden's J, which is 0
    /// for whoever cannot tell them apart). Of 15 each: grounds that stand among all that were given, and
    /// presumed victims sent to protection, a third for second line. Of 10 each: notes with a checked answer,
    /// half for an answer that nobody checked, and travellers who did not take too long.
    #[must_use]
    pub fn points(&self) -> u8 {
        let of = |most: u64, n: u64, all: u64| (most * n.min(all)).checked_div(all).unwrap_or(most);
        let d = &self.detection;
        let (hits, signals) = (u64::from(d.hits), u64::from(d.signals));
        let (alarms, noise) = (u64::from(d.false_alarms), u64::from(d.noise));
        let alarmed = (1_000 * alarms).checked_div(noise).unwrap_or(0);
        let told = of(1_000, hits, signals).saturating_sub(alarmed);
        let given = self.grounds.stand + self.grounds.explained + self.grounds.nothing;
        let grounds = match (given, signals) {
            (0, 0) => 15,
            (0, _) => 0,
            _ => of(15, self.grounds.stand.into(), given.into()),
        };
        let victims = self.care.protected + self.care.accused + self.care.missed;
        let cared = 3 * self.care.protected + self.care.accused;
        let all = u64::from(self.travellers);
        let points = of(50, told, 1_000)
            + grounds
            + of(15, cared.into(), 3 * u64::from(victims))
            + of(
                10,
                (self.notes.asked + 2 * self.notes.verified).into(),
                2 * all,
            )
            + of(10, all.saturating_sub(self.slow.into()), all);
        u8::try_from(points).unwrap_or(100)
    }

    /// Mean seconds a traveller; 0 before anybody has passed.
    #[must_use]
    pub fn pace(&self) -> f64 {
        if self.travellers == 0 {
            return 0.0;
        }
        // A line has minutes, not years: the sum fits.
        f64::from(u32::try_from(self.seconds).unwrap_or(u32::MAX)) / f64::from(self.travellers)
    }

    /// Share of travellers whose note has an observation and a verifiable question that followed it, from 0
    /// to 1: what notes earn.
    #[must_use]
    pub fn notes_earned(&self) -> f64 {
        if self.travellers == 0 {
            return 0.0;
        }
        f64::from(self.notes.asked + self.notes.verified) / f64::from(self.travellers)
    }

    /// Both together.
    pub fn add(&mut self, other: &Self) {
        self.detection = self.detection.and(other.detection);
        self.seconds += other.seconds;
        self.travellers += other.travellers;
        self.slow += other.slow;
        let (notes, more) = (&mut self.notes, other.notes);
        notes.none += more.none;
        notes.bare += more.bare;
        notes.asked += more.asked;
        notes.verified += more.verified;
        let (grounds, more) = (&mut self.grounds, other.grounds);
        grounds.stand += more.stand;
        grounds.explained += more.explained;
        grounds.nothing += more.nothing;
        let (care, more) = (&mut self.care, other.care);
        care.protected += more.protected;
        care.accused += more.accused;
        care.missed += more.missed;
        self.audit.add(&other.audit);
    }
}
