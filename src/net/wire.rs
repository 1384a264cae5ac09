//! What goes over the wire around the protocol: who comes in, who sits where, and why somebody is turned away.
//!
//! Every frame is one JSON text. The first frame of a laptop and the answers to it stay readable by other
//! versions of the program, so that a mismatch can be told in plain words.

use std::fmt;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::ticket::Token;
use crate::protocol::together::{Cursor, Looking};
use crate::protocol::{ClientMessage, Seat, ServerMessage};
use crate::scenario::ids::Team;

/// What both ends must have been built from alike.
pub const PROTOCOL: &str = env!("LIAISON_PROTOCOL");
/// The version of the program, for people.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// Largest frame that a host reads, in bytes. A theory with long reasons has a few thousand.
pub const LARGEST_IN: usize = 64 << 10;
/// Largest frame that a seat reads, in bytes: all that it may see at once.
pub const LARGEST_OUT: usize = 16 << 20;

/// What a laptop shows that a seat is its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret(pub [u8; 16]);

impl Secret {
    /// One that nobody guesses.
    ///
    /// # Errors
    /// If the system gives no chance.
    pub fn fresh() -> std::io::Result<Self> {
        let mut bytes = [0; 16];
        chance(&mut bytes)?;
        Ok(Self(bytes))
    }
}

/// Bytes that nobody guesses.
///
/// # Errors
/// If the system gives no chance.
pub fn chance(bytes: &mut [u8]) -> std::io::Result<()> {
    use rand::TryRng;
    rand::rngs::SysRng
        .try_fill_bytes(bytes)
        .map_err(|e| std::io::Error::other(e.to_string()))
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// A laptop's first frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enter {
    pub program: String,
    pub protocol: String,
    /// From the ticket.
    #[serde(with = "hex")]
    pub token: Token,
    /// Made by the laptop. Whoever takes the seat first makes it theirs with it, and comes back with it.
    #[serde(with = "hex")]
    pub secret: Secret,
    /// How the person wants to be called.
    #[serde(default)]
    pub name: String,
}

/// What a person at a seat may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Leads a team: does what cannot be taken back.
    Lead(Team),
    /// An officer of the team.
    Officer(Team),
    Facilitator,
    /// Watches, notes and rates.
    Evaluator,
    /// Watches.
    Observer,
}

impl Role {
    /// The protocol's seat behind it.
    #[must_use]
    pub fn seat(self) -> Seat {
        match self {
            Self::Lead(team) | Self::Officer(team) => Seat::Team(team),
            Self::Facilitator => Seat::Facilitator,
            Self::Evaluator => Seat::Evaluator,
            Self::Observer => Seat::Observer,
        }
    }

    /// The team, if it is in one.
    #[must_use]
    pub fn team(self) -> Option<Team> {
        match self {
            Self::Lead(team) | Self::Officer(team) => Some(team),
            Self::Facilitator | Self::Evaluator | Self::Observer => None,
        }
    }
}

/// Somebody of whom a seat knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The place of the person's chair at the table.
    pub chair: usize,
    pub name: String,
    pub role: Role,
    /// Is the laptop connected?
    pub here: bool,
    /// Where the person is looking. Told to the own team and to the facilitator, `None` to others.
    pub looking: Option<Looking>,
    /// What the person points at. Told to the colleagues at the same desk.
    pub cursor: Option<Cursor>,
}

/// A chair of the table, for the facilitator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairRow {
    pub chair: usize,
    pub role: Role,
    /// As the person wants to be called; empty while nobody has taken it.
    pub name: String,
    /// Has somebody taken it?
    pub taken: bool,
    /// Is that laptop connected?
    pub here: bool,
    /// Nothing that is done at it counts.
    pub locked: bool,
    /// Milliseconds to the laptop and back. The host measures it: it sends a WebSocket ping every few
    /// seconds and takes the time until its pong. `None` before the first pong and while nobody is here.
    pub lag_ms: Option<u32>,
    /// Seconds since the laptop went; since the host began, if it has not been here since then. `None`
    /// while it is here and while nobody has taken the chair.
    pub away_s: Option<u32>,
    pub looking: Option<Looking>,
    /// What opens the chair, as it is read aloud. Whoever has taken it keeps it: it opens it for no other.
    pub ticket: String,
}

/// What the facilitator does with the chairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChairAct {
    /// Takes it from whoever has it; a new ticket opens it.
    Renew { chair: usize },
    /// While it is locked, nothing that is done at it counts.
    Lock { chair: usize, locked: bool },
    /// The person goes to a free chair, and the one left behind is free with a new ticket.
    Move { from: usize, to: usize },
}

/// Why nothing was done with a chair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ChairTrouble {
    #[error("there is no such seat")]
    NoSuch,
    #[error("this is the seat you sit on yourself: you cannot move, lock or withdraw it")]
    Own,
    #[error("nobody sits there")]
    Nobody,
    #[error("somebody sits there already: choose a free seat")]
    Taken,
    #[error("the seats could not be written, so nothing was changed: {0}")]
    NotKept(String),
    #[error("the table has ended")]
    Ended,
}

impl ChairTrouble {
    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoSuch => "no-such",
            Self::Own => "own",
            Self::Nobody => "nobody",
            Self::Taken => "taken",
            Self::NotKept(_) => "not-kept",
            Self::Ended => "ended",
        }
    }
}

/// From a laptop with a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FromSeat {
    /// `seen`: the last mark that the laptop had heard of when the person did it.
    Say { seen: u64, message: ClientMessage },
    /// Where the person is looking now, and what they point at there; `seen` as above: whoever was moved
    /// meanwhile looks at another desk.
    Looking {
        seen: u64,
        at: Looking,
        cursor: Option<Cursor>,
    },
    /// From the facilitator alone: whoever else says it is turned away.
    Chairs(ChairAct),
}

/// To a laptop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToSeat {
    /// The seat is this laptop's.
    Seated { role: Role },
    /// `mark` counts what has been done at this table.
    Say { mark: u64, message: ServerMessage },
    /// Not done: a colleague changed the same thing first.
    Overtaken { id: u32, by: String },
    /// Not done: it cannot be taken back, so the team's lead does it.
    OnlyLead { id: u32 },
    /// Not done: the seat is locked, or was moved before this came.
    NotNow { id: u32 },
    /// The trainer has locked the seat, or opened it again. Told after every change, and to a locked seat
    /// that comes in or does something.
    Locked(bool),
    /// Who is at the table.
    People(Vec<Person>),
    /// All chairs, for the facilitator: at every change, and every few seconds if something moved.
    Chairs(Vec<ChairRow>),
    /// What the facilitator wanted with a chair was not done.
    NoChair(ChairTrouble),
    /// This ends the connection.
    Turned(Turned),
}

/// Why a laptop is turned away, or a seat taken from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Turned {
    #[error(
        "the host runs Liaison {program} ({protocol}) and this computer {PROGRAM} ({PROTOCOL}): copy the host's program onto this computer"
    )]
    Version { program: String, protocol: String },
    #[error(
        "no seat at a table of this host belongs to the ticket: if the table is being started again, come back in a minute; otherwise ask the trainer for a new ticket"
    )]
    Unknown,
    #[error(
        "somebody sits there already: a ticket is good for one computer; ask the trainer for another"
    )]
    Taken,
    #[error("the trainer has withdrawn this seat: ask for another ticket")]
    Revoked,
    #[error("this seat was taken up on another connection of the same computer")]
    Elsewhere,
    #[error("the host did not understand this computer: {0}")]
    Nonsense(String),
    #[error("this computer sent more than a person can: {0}")]
    Flood(String),
    #[error("this computer did not read what it was sent; it may come back")]
    Slow,
    #[error("the host is full: try again in a minute")]
    Full,
    #[error("the host has closed the table")]
    Closed,
}

impl Turned {
    /// Is it of any use to come back?
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Slow | Self::Full)
    }

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Version { .. } => "version",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::Revoked => "revoked",
            Self::Elsewhere => "elsewhere",
            Self::Nonsense(_) => "nonsense",
            Self::Flood(_) => "flood",
            Self::Slow => "slow",
            Self::Full => "full",
            Self::Closed => "closed",
        }
    }
}

/// One frame.
///
/// # Panics
/// Never: what is sent has names and numbers only, which JSON can say.
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> String {
    serde_json::to_string(message).unwrap_or_default()
}

/// Reads one frame.
///
/// # Errors
/// If it is not one; where it stops making sense, in words.
pub fn decode<T: DeserializeOwned>(frame: &str) -> Result<T, String> {
    serde_json::from_str(frame).map_err(|e| e.to_string())
}

/// Bytes as hexadecimal digits, for secrets and tokens in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hex<T>(pub T);

impl<T: hex::Bytes> Serialize for Hex<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        hex::serialize(&self.0, to)
    }
}

impl<'de, T: hex::Bytes> Deserialize<'de> for Hex<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        hex::deserialize(from).map(Self)
    }
}

mod hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::{Secret, Token};

    pub(in crate::net) trait Bytes: Sized {
        fn bytes(&self) -> &[u8];
        fn of(bytes: &[u8]) -> Option<Self>;
    }

    impl Bytes for Token {
        fn bytes(&self) -> &[u8] {
            self
        }
        fn of(bytes: &[u8]) -> Option<Self> {
            bytes.try_into().ok()
        }
    }

    impl Bytes for Secret {
        fn bytes(&self) -> &[u8] {
            &self.0
        }
        fn of(bytes: &[u8]) -> Option<Self> {
            bytes.try_into().ok().map(Secret)
        }
    }

    pub(super) fn serialize<T: Bytes, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        let text: String = value.bytes().iter().map(|b| format!("{b:02x}")).collect();
        to.serialize_str(&text)
    }

    pub(super) fn deserialize<'de, T: Bytes, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        let text = String::deserialize(from)?;
        let no = || D::Error::custom("not the digits of a key");
        let digits = text.as_bytes();
        if digits.len() > 64 || !digits.len().is_multiple_of(2) {
            return Err(no());
        }
        let pairs = digits.chunks(2).map(|pair| {
            let pair = std::str::from_utf8(pair).ok()?;
            u8::from_str_radix(pair, 16).ok()
        });
        let bytes: Option<Vec<u8>> = pairs.collect();
        bytes.and_then(|b| T::of(&b)).ok_or_else(no)
    }
}
