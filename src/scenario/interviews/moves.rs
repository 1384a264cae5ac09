//! What acts do to rapport, stress and memory, and how many minutes they take.
//!
//! Authors are promised these numbers (author guide, Interviews), so they stand with the format: the
//! checks reckon with them and the engine plays by them. Nothing here raises rapport or lowers stress by
//! pressure, and every move keeps the order of two persons: who was better off before it is not worse off
//! after it. On that the checks rest.

use serde::{Deserialize, Serialize};

use super::super::words::{Age, QuestionKind, Safeguard};

/// The highest level.
pub const TOP: u8 = 5;
/// Minutes for putting evidence, for a summary, for a break, for a mark that was wrong, for reading back.
pub const DISCLOSE: u16 = 2;
pub const SUMMARISE: u16 = 2;
pub const BREAK: u16 = 10;
pub const FALSE_MARK: u16 = 3;
pub const READ_BACK: u16 = 5;
/// Minutes without a break after which a stretch wears on an adult, and on a child.
pub const STRETCH: u16 = 45;
pub const STRETCH_CHILD: u16 = 25;
/// Minutes over it for each level of stress.
pub const STRAIN: u16 = 10;

/// How the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Levels {
    pub rapport: u8,
    pub stress: u8,
    pub memory: u8,
}

/// A change of levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Move {
    pub rapport: i8,
    pub stress: i8,
    pub memory: i8,
}

const fn by(rapport: i8, stress: i8, memory: i8) -> Move {
    Move {
        rapport,
        stress,
        memory,
    }
}

/// The first open question on a topic: somebody listens.
pub const LISTENED: Move = by(1, 0, 0);
/// The first summary of a topic: somebody has understood.
pub const UNDERSTOOD: Move = by(1, 0, 0);
/// Asked again without a break and with nothing new to say.
pub const AGAIN: Move = by(-1, 1, 0);
/// A threat, a promise, wearing down.
pub const PRESSED: Move = by(-2, 2, -1);
/// Evidence thrown on the table before the account.
pub const TOO_EARLY: Move = by(-1, 1, 0);
pub const RESTED: Move = by(0, -2, 1);

impl Levels {
    /// Moved, within 0 and [`TOP`].
    #[must_use]
    pub fn moved(self, m: Move) -> Self {
        let step = |level: u8, by: i8| level.saturating_add_signed(by).min(TOP);
        Self {
            rapport: step(self.rapport, m.rapport),
            stress: step(self.stress, m.stress),
            memory: step(self.memory, m.memory),
        }
    }

    /// The start at which an interview is hardest: the worst that a drill's seed can draw.
    #[must_use]
    pub fn hardest(self) -> Self {
        self.moved(by(-1, 1, -1))
    }
}

/// Rapport never rises above this again, after so many times of pressure.
#[must_use]
pub fn trust_left(pressed: u8) -> u8 {
    match pressed {
        0 => TOP,
        n => 3u8.saturating_sub(n),
    }
}

/// Levels of stress that a stretch without a break adds, and of memory that it takes.
#[must_use]
pub fn strain(age: Age, since_break: u16) -> u8 {
    let over = since_break.saturating_sub(stretch(age));
    u8::try_from(over.div_ceil(STRAIN)).unwrap_or(TOP).min(TOP)
}

/// Minutes that a stretch may be.
#[must_use]
pub fn stretch(age: Age) -> u16 {
    match age {
        Age::Adult => STRETCH,
        Age::Child | Age::Unknown => STRETCH_CHILD,
    }
}

impl Safeguard {
    /// What it does when it is given, and its minutes.
    #[must_use]
    pub fn gives(self) -> (Move, u16) {
        match self {
            Safeguard::Purpose => (by(1, -1, 0), 3),
            Safeguard::Interpreter => (by(0, -1, 0), 3),
            Safeguard::Alone => (by(0, -1, 0), 2),
            Safeguard::Doctor => (by(0, -1, 0), 1),
            Safeguard::BreakOffered => (by(0, -1, 0), 1),
            Safeguard::Guardian => (by(1, -1, 0), 5),
        }
    }
}

impl QuestionKind {
    /// Appropriate on the Griffiths Question Map.
    #[must_use]
    pub fn appropriate(self) -> bool {
        matches!(
            self,
            QuestionKind::Open | QuestionKind::Probing | QuestionKind::Closed
        )
    }

    /// What asking so does, apart from what is answered.
    #[must_use]
    pub fn does(self) -> Move {
        match self {
            QuestionKind::Open
            | QuestionKind::Probing
            | QuestionKind::Closed
            | QuestionKind::InappropriateClosed => Move::default(),
            QuestionKind::Leading => by(-1, 0, 0),
            QuestionKind::Multiple | QuestionKind::ForcedChoice => by(0, 1, 0),
            QuestionKind::Opinion => by(-1, 1, 0),
        }
    }

    /// Minutes that question and answer take.
    #[must_use]
    pub fn minutes(self) -> u16 {
        match self {
            QuestionKind::Open => 3,
            QuestionKind::Probing | QuestionKind::Multiple => 2,
            _ => 1,
        }
    }
}
