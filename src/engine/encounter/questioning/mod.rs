//! Questioning: a person in a room, and an officer who asks.
//!
//! After PEACE, the Méndez Principles (2021), the Griffiths Question Map and the strategic use of evidence.
//! The person keeps what is asked and answered; rapport, stress and memory decide how much is said. A
//! threat, a promise or wearing somebody down closes statements and opens none: for every interview, what
//! can be heard after it is a part of what could be heard without it (`tests/suite/questioning.rs`).
//! What an officer may see is [`Interview::view`]; it never tells what is kept back or what is a lie.

mod act;
mod deeds;
pub mod policy;
mod room;
mod score;
mod sound;
mod view;

pub use act::{Act, Answer, Critical, Done, Entry, Line, Refusal};
pub use room::Interview;
pub use score::{CRITICAL_CAP, FALSE_MARK_POINTS, INCONSISTENCIES_POINTS, Part, Verdict};
pub use sound::{model, still_obtainable};
pub use view::{EvidenceView, Heard, Mix, Point, QuestionView, TopicState, TopicView, View};
