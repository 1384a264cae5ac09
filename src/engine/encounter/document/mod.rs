//! The document bench: a passport, its holder at the counter, and the officer who looks for two facts that
//! conflict. What documents are, what is done to them and what conflicts is `crate::document`.

pub mod bench;
pub mod described;
pub mod generate;
pub mod policy;
pub mod verdict;

pub use crate::document::{
    Document, Example, Fact, Field, Made, Matter, Registers, Stamp, TODAY, Traveller, Visa,
    VisaSize,
};
pub use crate::document::{deed, face, fraud, issuer, zone};
