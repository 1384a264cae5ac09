//! A case as its author walks through it: every part that somebody will meet, with the place in the files where
//! it is written and what is wrong there.

mod parts;
mod places;

pub use parts::{Kind, Of, Part, parts};
pub use places::{Place, Places, excerpt};

use crate::scenario::{CaseSource, Diagnostic, Scenario, Severity};

/// A case folder as it was read at one moment.
#[derive(Clone, Debug, Default)]
pub struct Read {
    pub source: CaseSource,
    /// The case, if nothing in it is an error.
    pub scenario: Option<Scenario>,
    pub diagnostics: Vec<Diagnostic>,
    pub places: Places,
}

impl Read {
    /// Reads and checks what the files say.
    #[must_use]
    pub fn of(source: CaseSource) -> Self {
        let loaded = crate::scenario::load(&source);
        Self {
            places: Places::of(&source),
            source,
            scenario: loaded.scenario,
            diagnostics: loaded.diagnostics,
        }
    }

    /// A folder that cannot be read at all, for these reasons.
    #[must_use]
    pub fn unread(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            diagnostics,
            ..Self::default()
        }
    }

    /// How many errors and how many warnings there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let of = |severity| {
            let all = self.diagnostics.iter();
            all.filter(|d| d.severity == severity).count()
        };
        (of(Severity::Error), of(Severity::Warning))
    }

    /// What is wrong in the lines of a part; `next` is the part that follows it in the same file.
    pub fn problems<'a>(
        &'a self,
        place: &'a Place,
    ) -> impl Iterator<Item = &'a Diagnostic> + use<'a> {
        let all = self.diagnostics.iter();
        all.filter(move |d| d.file == place.file && place.lines.contains(&d.line))
    }
}
