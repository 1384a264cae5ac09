//! Playing what a task has opened.
//!
//! A program cannot read: which statements disagree it does not see, so it marks none.

use std::borrow::Cow;

use rand::{Rng, RngExt};

use super::policy::Policy;
use crate::engine::Command;
use crate::engine::encounter::set_piece::Act;
use crate::engine::encounter::{document, line, questioning};
use crate::view::{SetPieceView, SetPieceWhat, TeamView};

/// Is there something to be played?
pub(super) fn open(view: &TeamView) -> bool {
    view.set_pieces.iter().any(|piece| piece.ended.is_none())
}

/// The next act in the first set piece that is not over.
pub(super) fn play(policy: Policy, view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    if policy != Policy::Random {
        return play_soundly(view);
    }
    let piece = view.set_pieces.iter().find(|p| p.ended.is_none())?;
    let task = piece.task;
    Some(match rng.random_range(0..12u8) {
        0 => Command::LeaveSetPiece { task },
        1 => Command::PlaySetPiece {
            task,
            act: Act::Help,
        },
        _ => Command::PlaySetPiece {
            task,
            act: any(piece, rng),
        },
    })
}

/// The same, as whoever knows the work does it.
pub(super) fn play_soundly(view: &TeamView) -> Option<Command> {
    let piece = view.set_pieces.iter().find(|p| p.ended.is_none())?;
    Some(Command::PlaySetPiece {
        task: piece.task,
        act: sound(piece),
    })
}

fn sound(piece: &SetPieceView) -> Act {
    match &piece.what {
        SetPieceWhat::Document { view, .. } => Act::Document(document::policy::sound(view)),
        SetPieceWhat::Interview(room) => {
            let mut room = Cow::Borrowed(&**room);
            // What the partner gave is put to nobody before the partner has agreed.
            if !piece.unfree.is_empty() {
                let free = |item| !piece.unfree.contains(&item);
                room.to_mut().evidence.retain(|e| e.item.is_none_or(free));
            }
            let reading = questioning::policy::Reading::default();
            Act::Interview(questioning::policy::sound(&room, &reading))
        }
        SetPieceWhat::Line { view, .. } => Act::Line(line::policy::sound(view)),
    }
}

fn any(piece: &SetPieceView, rng: &mut impl Rng) -> Act {
    match &piece.what {
        SetPieceWhat::Document { view, .. } => Act::Document(document::policy::random(view, rng)),
        SetPieceWhat::Interview(room) => Act::Interview(questioning::policy::random(room, rng)),
        SetPieceWhat::Line { view, .. } => Act::Line(line::policy::Policy::Random.next(view, rng)),
    }
}
