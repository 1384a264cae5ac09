//! The primary line: travellers pass a counter one by one, and the officer clears or refers each.
//!
//! Odd behaviour is as common among honest travellers as among others and is drawn from one list for all, so
//! it tells nothing by itself (GAO-14-159; Bond and DePaulo 2006: 54 % of unaided judgements are right). What
//! tells is an answer that a record contradicts and that stays contradicted once it is put to the traveller.
//! An honest traveller can have a record that seems to contradict; the same record explains it.
//!
//! [`Line::view`] never says who somebody is: it holds what was looked at, asked and checked. The truth is
//! read when the line is over.

mod act;
pub mod audit;
pub mod generate;
mod hand;
pub mod normal;
mod note;
pub mod policy;
pub mod review;
mod saying;
pub mod score;
pub mod shipped;
pub mod signal;
mod traveller;
mod view;
mod worth;

pub use act::{Act, Answer, COST, Cost, Ground, Line, MAX_QUESTIONS, Referral, Refusal, Verdict};
pub use note::{MAX_NOTE, Note, Observation, Quality};
pub use saying::Saying;
pub use traveller::{Record, Told, Traveller, Trouble, Truth};
pub use view::{Asked, CheckView, Glance, Likeness, PutView, Seen, View};
pub use worth::Worth;
