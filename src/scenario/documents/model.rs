//! A document that has passed every check: names are indices, days are days.

use super::super::ids::{ItemId, SubjectId, Team};
use super::super::text::Text;
use super::file::{FraudFile, HolderFile, PhotoFile};
use crate::document::fraud::Oddity;
use crate::document::issuer::{Issuer, Kind, Make};
use crate::document::zone::{Day, Sex};
use crate::document::{Stamp, VisaSize};

/// One document of the case, with what its finding brings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CaseDocument {
    pub key: String,
    /// On whose bench it lies.
    pub team: Team,
    pub subject: Option<SubjectId>,
    pub title: Text,
    /// What the officer knows when it is laid on the bench.
    pub about: Text,
    /// The teaching point, read after the finding.
    pub lesson: Text,
    pub book: Book,
    /// Items that the right finding brings.
    pub right: Vec<ItemId>,
    /// Items that a wrong finding puts into the folder.
    pub wrong: Vec<ItemId>,
}

/// What an author says of the book and its holder; what is `None` is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Book {
    pub kind: Kind,
    pub state: &'static Issuer,
    pub place: Option<String>,
    pub number: Option<String>,
    /// In capitals, as it is printed.
    pub surname: String,
    pub given: String,
    pub sex: Sex,
    pub birth: Day,
    pub issued: Option<Day>,
    pub expires: Option<Day>,
    pub today: Day,
    pub holder: HolderFile,
    pub photo: PhotoFile,
    pub stamps: Vec<Stamp>,
    /// Until when the visa is valid, if there is one, and how large it is.
    pub visa: Option<(Day, VisaSize)>,
    pub reported: bool,
    pub fraud: Option<FraudFile>,
    pub oddity: Option<Oddity>,
}

impl Book {
    /// How its state makes such documents.
    #[must_use]
    pub fn make(&self) -> &'static Make {
        self.state.make(self.kind)
    }
}
