//! What officers did in the room and at the counter.

use super::Figure;
use super::fold::count;
use crate::engine::State;
use crate::engine::encounter::line::score::Score;
use crate::engine::encounter::line::signal::Detection;
use crate::engine::encounter::set_piece::Machine;
use crate::engine::set_pieces::Played;
use crate::scenario::ids::Team;

fn played(state: &State, team: Option<Team>) -> impl Iterator<Item = &Played> {
    let all = state.set_pieces.iter().map(AsRef::as_ref);
    all.filter(move |p: &&Played| team.is_none_or(|team| team == p.team))
}

/// Appropriate questions of all that were asked, over all interviews together.
pub(super) fn question_mix(state: &State, team: Option<Team>) -> Option<Figure> {
    let points = || {
        played(state, team).flat_map(|p| match &p.machine {
            Machine::Interview(room) => room.question_map(),
            Machine::Document(_) | Machine::Line(_) => Vec::new(),
        })
    };
    let good = points().filter(|p| p.kind.appropriate() && !p.pressed);
    Figure::share(count(good.count()), count(points().count()))
}

/// Everybody who stood at a counter that is over, taken together.
fn detection(state: &State, team: Option<Team>) -> Detection {
    let lines = played(state, team).filter_map(|p| match &p.machine {
        Machine::Line(line) => Score::of(line),
        Machine::Document(_) | Machine::Interview(_) => None,
    });
    lines.fold(Detection::default(), |sum, score| sum.and(score.detection))
}

/// d′ in hundredths; nothing if no signal, or no noise, stood there.
pub(super) fn sensitivity(state: &State, team: Option<Team>) -> Option<Figure> {
    let d = detection(state, team).d_prime()?;
    Some(Figure::real(d * 100.0))
}

/// c in hundredths.
pub(super) fn bias(state: &State, team: Option<Team>) -> Option<Figure> {
    let c = detection(state, team).criterion()?;
    Some(Figure::real(c * 100.0))
}
