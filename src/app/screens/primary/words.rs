//! What the things of the line are called on the screen.

use bevy::prelude::KeyCode;

use crate::app::i18n::Words;
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::review::Review;
use crate::language::line;
use crate::scenario::primary_line::{Baseline, Source};

pub use crate::language::line::{
    concern, decimal, done, leaning, likeness, note, noted, quoted, reached, refer, refer_what,
    refusal, saying, source, state, telling,
};

/// The key that checks against it.
pub(super) fn source_key(of: Source) -> KeyCode {
    match of {
        Source::Document => KeyCode::KeyD,
        Source::Ticket => KeyCode::KeyT,
        Source::Booking => KeyCode::KeyB,
        Source::Companion => KeyCode::KeyC,
        Source::Crossings => KeyCode::KeyX,
        Source::Again => KeyCode::KeyA,
    }
}

pub(super) fn against(is: Baseline) -> (Icon, Words) {
    let sign = match is {
        Baseline::Within => Icon::Check,
        Baseline::Above => Icon::Plus,
        Baseline::Below => Icon::Minus,
    };
    (sign, line::against(is))
}

/// Whether that was right, with a sign and one sentence.
pub(super) fn outcome(of: &Review) -> (Icon, Words) {
    let (right, words) = line::outcome(of);
    let sign = if right {
        Icon::CheckCircle
    } else {
        Icon::Warning
    };
    (sign, words)
}
