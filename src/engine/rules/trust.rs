//! Trust between the services, 0–100: moved by conduct that both see, and felt in delays.
//!
//! It moves only by what both services know, so that watching it tells neither what the other
//! holds. The steps are this program's own; that answers build trust and that breaches of the
//! originator's terms break it is the ground for them (3-rules, Intelligence; 6-doctrine, Law).

use crate::engine::event::Event;
use crate::engine::state::State;
use crate::scenario::words::{Channel, TrustCause};

/// Below this the liaison desk takes a round longer: what comes is checked first.
pub const LOW: u8 = 40;
/// From this on a supervisor approves at once.
pub const HIGH: u8 = 75;
/// Items in one round that a desk can read; each more costs trust.
pub const DESK_READS: usize = 8;

/// What a thing that happened moves trust by, in points.
#[must_use]
pub fn step(why: TrustCause) -> i8 {
    match why {
        TrustCause::AnsweredAtOnce => 6,
        TrustCause::Answered => 4,
        TrustCause::NoTrace => 1,
        TrustCause::Refused => -2,
        TrustCause::Unanswered => -4,
        TrustCause::Doubtful => -3,
        TrustCause::Swamped => -1,
        TrustCause::ConsentGiven => 2,
        TrustCause::ConsentRefused => -1,
        TrustCause::Breach => -15,
        TrustCause::Deconflicted => 2,
        TrustCause::BlueOnBlue => -5,
        TrustCause::Case => 0,
    }
}

/// Trust moves because of this.
pub(crate) fn moved(why: TrustCause) -> Event {
    Event::TrustMoved { by: step(why), why }
}

/// Rounds that trust adds to a channel's delay, or takes away: see [`LOW`].
#[must_use]
pub fn delay(state: &State, channel: Channel) -> u8 {
    u8::from(channel == Channel::LiaisonDesk && state.liaison.trust < LOW)
}

/// Rounds that a supervisor's approval takes: see [`HIGH`].
#[must_use]
pub fn approval(state: &State) -> u8 {
    u8::from(state.liaison.trust < HIGH)
}
