//! What is asked of the player, and what it does by itself.

use std::time::Duration;

use bevy::prelude::*;

use super::{Replay, ReplayAction, list};
use crate::app::action::{Action, Acts};
use crate::app::i18n::t;
use crate::app::screens::Screen;
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::library;

/// So long each thing stays on the screen while it runs by itself.
const PACE: Duration = Duration::from_millis(1_500);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (run, left)
            .after(crate::app::action::Answer)
            .run_if(resource_exists::<Replay>),
    );
}

pub(super) fn answer(
    mut acts: Acts,
    mut replay: ResMut<Replay>,
    mut notices: ResMut<Notices>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Replay(action) = act.action else {
            continue;
        };
        let place = match action {
            ReplayAction::See(seen) => {
                if replay.seen != seen {
                    replay.seen = seen;
                }
                continue;
            }
            ReplayAction::Step(on) => replay.next_told(on),
            ReplayAction::Round(on) => replay.next_round(on),
            ReplayAction::Place(place) => Some(place.min(replay.player.len())),
            ReplayAction::Event(event) => {
                dialog::close_all(&mut commands);
                Some(replay.player.place_of(event))
            }
            ReplayAction::Run => {
                replay.runs = !replay.runs;
                continue;
            }
            ReplayAction::List => {
                list::open(&mut commands, &replay);
                continue;
            }
            ReplayAction::Branch => {
                branch(&replay, &mut notices);
                continue;
            }
            ReplayAction::Close => {
                replay.closing = true;
                return;
            }
        };
        // A hand on it stops what ran by itself.
        if let Some(place) = place.filter(|p| *p != replay.place) {
            replay.place = place;
            replay.runs = false;
        }
    }
}

/// One thing after the other.
fn run(
    time: Res<Time<Real>>,
    mut replay: ResMut<Replay>,
    mut wake: ResMut<Wake>,
    mut since: Local<Duration>,
) {
    if !replay.runs {
        *since = Duration::ZERO;
        return;
    }
    wake.beat(Some(PACE / 3));
    *since += time.delta();
    if *since < PACE {
        return;
    }
    *since = Duration::ZERO;
    match replay.next_told(true) {
        Some(place) => replay.place = place,
        None => {
            replay.runs = false;
            wake.beat(None);
        }
    }
}

/// Whoever goes where no exercise is has closed it.
fn left(screen: Res<State<Screen>>, mut replay: ResMut<Replay>) {
    let elsewhere = [Screen::Home, Screen::Library, Screen::Join, Screen::Host];
    if screen.is_changed() && elsewhere.contains(screen.get()) && !replay.is_added() {
        replay.before.screen = **screen;
        replay.closing = true;
    }
}

/// A new exercise file that begins with the round at which it stands; the old one stays.
fn branch(replay: &Replay, notices: &mut Notices) {
    let round = replay.round();
    let file = &replay.file;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let fresh = (2u32..).map(|n| {
        let name = format!("{stem}-round-{round}-{n}.{}", crate::journal::EXTENSION);
        file.with_file_name(name)
    });
    let Some(new) = fresh.take(1000).find(|path| !path.exists()) else {
        return;
    };
    match library::branch(file, round, &new) {
        Ok(_) => {
            let path = new.display().to_string();
            let words = t("replay-branched").with("round", round);
            notices.tell(words.with("path", path.as_str()));
        }
        Err(problem) => notices.refuse(t("replay-not-branched").with("why", &*problem.to_string())),
    }
}
