//! What the bench's things are called on the screen.

use crate::app::i18n::{Words, t};
use crate::drawing::document::Sheet;

pub use crate::language::bench::*;

pub(super) fn sheet(of: Sheet) -> Words {
    t(match of {
        Sheet::Data => "bench-sheet-data",
        Sheet::Stamps => "bench-sheet-stamps",
        Sheet::Visa => "bench-sheet-visa",
        Sheet::Front => "bench-sheet-front",
        Sheet::Back => "bench-sheet-back",
    })
}
