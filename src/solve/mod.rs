//! Proofs about a case.
mod assign;
mod claims;
mod collide;
mod ends;
mod fact;
mod fate;
mod free;
mod many;
mod moves;
mod play;
mod question;
mod relax;
mod script;
mod search;
mod solver;
mod told;
mod verdict;
mod wants;

pub use claims::{Claim, Fewest, Judged, Solution, Status, solve};
pub use ends::{Cause, DeadEnd, DeadEnds, Latest};
pub use fact::Fact;
pub use play::{Line, Move};
pub use question::{Goal, Luck, Question};
pub use script::Script;
pub use search::{Found, Limits, Way};
pub use told::{Told, rounds_of};
