//! What the things of the room are called on the screen.

use crate::app::i18n::Words;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::TopicState;

pub use crate::language::room::*;

pub fn state(of: TopicState) -> (Icon, Words) {
    let sign = match of {
        TopicState::Untouched => Icon::Circle,
        TopicState::Open => Icon::Contrast,
        TopicState::Covered => Icon::CheckCircle,
    };
    (sign, topic(of))
}
