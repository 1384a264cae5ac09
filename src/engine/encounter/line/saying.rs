//! What is said at the counter, and what a source shows: a text of the case, or a record in words of its own.
//!
//! The words of a record and the names of months are not here: whoever shows them has them in the language of
//! whoever looks.

use serde::{Deserialize, Serialize};

use crate::engine::encounter::document::zone::Day;
use crate::scenario::Text;

/// What is said or shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Saying {
    /// As the author wrote it.
    Text(Text),
    /// The same with a place for `{place}`.
    Place(Text, String),
    /// The same with the month of a day for `{when}`.
    Month(Text, Day),
    /// Where the passport was made out.
    MadeOut(String),
    /// There is no earlier entry.
    NoEntry,
    /// The last earlier entry.
    LastEntry(Day),
}

impl Saying {
    /// The author's words in every language, with what stands in them; none for a record with words of its own.
    /// `month` is told a language and the day.
    #[must_use]
    pub fn text(&self, month: impl Fn(&str, Day) -> String) -> Option<Text> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Place(text, place) => Some(text.filled("{place}", |_| place.clone())),
            Self::Month(text, day) => Some(text.filled("{when}", |lang| month(lang, *day))),
            Self::MadeOut(_) | Self::NoEntry | Self::LastEntry(_) => None,
        }
    }
}
