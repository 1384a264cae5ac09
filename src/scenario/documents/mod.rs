//! Documents of a case: what `documents/*.ron` says, what play uses, and the passport or card that comes of it.

mod described;
mod file;
mod model;

pub(super) use described::{age_on, day, stamp};
pub use described::{example, honest};
pub use file::{
    Beard, DocumentFile, FraudFile, Hair, HolderFile, PhotoFile, StampFile, VisaFile, YearMonthDay,
};
pub use model::{Book, CaseDocument};
