//! Proofs about a case: that it can be won, by both services only, in how few rounds, by when what has to
//! be shared, and what leaves nothing to be won.
//!
//! **What is claimed, and on what it rests.**
//!
//! - *It can*: a script. Every command in it was judged by [`crate::engine::decide()`], and only chance was
//!   told what to come to (`fate.rs`), so the claim needs no belief in this module.
//! - *It cannot*: either the bound of `relax/`, which allows everything that the engine allows, or a search
//!   (`search.rs`) that went through everything that matters and came to its end. The search plays by the
//!   engine too; what it leaves out is left out because it cannot help (`wants/`).
//! - *Not decided*: everything else. A bound that allows it and a search that was cut off claim nothing.
//!
//! **What is let go, and in which direction.** The bound lets go of officers and hours (everything open to
//! a team may be begun at once), of the network's alarm and people's welfare (anything between the least and
//! the greatest that the case's effects allow), of trust (desks are at their quickest, a supervisor approves
//! at once), of harm (a task that closes another need not have been done; what is not true yet may stay so),
//! of choices that exclude each other, and of what set pieces ask of who plays them. All of this allows more,
//! never less, so it can only keep a *cannot* from being shown.
//!
//! The search lets go of what the question does not want, of whom a team sends where officers differ only
//! in their odds, and of sharing later or in fewer forms what cannot do harm. What can be done once only, and
//! would be in vain or undone too early, it tries early and late. It does not list requests,
//! their answers, breaches, joint plans other than the right one, what playing a set piece badly finds, what the clock
//! brings between two acts of one round, officers who may fail beside one who cannot, or officers in each other's way
//! where the alarm is wanted: where one of these could matter it says that it is not complete, and its *cannot* is not believed.
//! Trainers' acts and injects fired by hand are no part of a case's logic and are left out of both. A round's
//! planning takes no time, unless a timed inject matters; then it may also run until that inject goes.
//!
//! *Invariant: knows no clock, file or hidden chance; claims nothing that the engine has not played or the
//! bound does not exclude, on any number of threads.*

mod assign;
mod cause;
mod claims;
mod collide;
mod ends;
mod fact;
mod fate;
mod free;
mod many;
mod moves;
mod passing;
mod plan;
mod play;
mod question;
mod relax;
mod script;
mod search;
mod solver;
mod told;
mod verdict;
mod wants;

pub use cause::Cause;
pub use claims::{Claim, Fewest, Judged, Solution, Stage, Status, solve};
pub use ends::{DeadEnd, DeadEnds, Latest};
pub use fact::Fact;
pub use passing::Passing;
pub use play::{Line, Move};
pub use question::{Goal, Luck, Question};
pub use script::Script;
pub use search::{Found, Limits, Way};
pub use told::{Told, not_told, rounds_of};
