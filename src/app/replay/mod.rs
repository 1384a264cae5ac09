//! An exercise file, played back: how it stood after any entry, as North, South or the facilitator saw it.
//!
//! The screens are the exercise's own, over a seat that nobody can give commands from; the [`bar`] along the
//! foot goes through the record. What was on the screen before comes back when it is closed.

mod acts;
mod bar;
mod list;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;

use super::action::Answer;
use super::client::Play;
use super::conduct::Conduct;
use super::far::{Far, Leaving};
use super::i18n::t;
use super::screens::Screen;
use super::wake::Wake;
use super::widgets::notice::Notices;
use crate::engine::Phase;
use crate::journal::read_file;
use crate::library;
use crate::net::client::Pass;
use crate::net::ticket::Ticket;
use crate::net::wire::Role;
use crate::protocol::{ServerMessage, VERSION};
use crate::report::{Findings, findings};
use crate::scenario::ids::Team;
use crate::session::{Player, SeatEnd};

/// What only the player is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayAction {
    /// Whose eyes.
    See(Seen),
    /// One thing on, or back.
    Step(bool),
    /// To the next round, or the one before.
    Round(bool),
    /// To this place.
    Place(usize),
    /// Right after this event.
    Event(u32),
    /// By itself, or no longer.
    Run,
    /// What happened in this round, to go to it.
    List,
    /// A new exercise from the round at which it stands.
    Branch,
    Close,
}

/// Whose eyes it is seen with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Team(Team),
    /// The facilitator's.
    Both,
}

impl Seen {
    const ALL: [Seen; 3] = [Seen::Team(Team::North), Seen::Team(Team::South), Seen::Both];
}

/// The record that is being looked at.
#[derive(Resource)]
pub struct Replay {
    player: Player,
    findings: Arc<Findings>,
    /// The exercise file.
    pub file: PathBuf,
    /// Entries so far: 0 is the beginning.
    place: usize,
    seen: Seen,
    /// It goes on by itself.
    runs: bool,
    /// It is taken off the screen at the end of this frame, when nothing reads what it shows any more.
    closing: bool,
    /// What was on the screen before.
    before: Before,
}

#[derive(Default)]
struct Before {
    screen: Screen,
    play: Option<Play>,
    conduct: Option<Conduct>,
}

impl Replay {
    /// Reads a file; nothing in it is changed.
    ///
    /// # Errors
    /// If it cannot be read; the reason in words for a person.
    pub fn read(path: &Path) -> Result<Self, String> {
        let exercise = read_file(path).map_err(|problem| problem.to_string())?;
        let scenario = library::from_exercise(&exercise)?;
        let findings = findings(&scenario, &exercise.entries).into();
        Ok(Self {
            player: Player::new(scenario, exercise.entries),
            findings,
            file: path.to_owned(),
            place: 0,
            seen: Seen::Team(Team::North),
            runs: false,
            closing: false,
            before: Before::default(),
        })
    }

    /// At the place right after the event of this number.
    #[must_use]
    pub fn at_event(mut self, event: u32) -> Self {
        self.place = self.player.place_of(event);
        self
    }

    /// The round of the place, 0 in the briefing.
    fn round(&self) -> u8 {
        let phases = self.player.phases();
        let begun = phases.iter().rev().find(|(at, ..)| *at <= self.place);
        begun.map_or(0, |(.., round)| *round)
    }

    /// What was told last at this place.
    fn last_told(&self) -> Option<&crate::report::findings::Moment> {
        let event = self.player.event_at(self.place);
        let told = self.findings.account.iter().rev();
        let mut told = told.skip_while(|m| m.event > event);
        told.next()
    }

    /// The place of the next thing that is told, or of the last one.
    fn next_told(&self, on: bool) -> Option<usize> {
        let places = self
            .findings
            .account
            .iter()
            .map(|m| self.player.place_of(m.event));
        if on {
            let mut places = places;
            places.find(|p| *p > self.place)
        } else {
            let before = places.take_while(|p| *p < self.place);
            before.last().or((self.place > 0).then_some(0))
        }
    }

    /// The place at which the next round, or another phase of the whole, begins.
    fn next_round(&self, on: bool) -> Option<usize> {
        let phases = self.player.phases();
        let starts = phases
            .iter()
            .filter(|(_, phase, _)| *phase != Phase::Resolution);
        let mut starts = starts.map(|(at, ..)| *at);
        if on {
            starts.find(|at| *at > self.place).or_else(|| {
                let end = self.player.len();
                (self.place < end).then_some(end)
            })
        } else {
            starts.rfind(|at| *at < self.place)
        }
    }
}

/// One that is to be looked at from the next frame on: what is on the screen still reads what it shows.
#[derive(Resource)]
struct Opening(Replay);

/// Shows a file, keeping what was on the screen for afterwards.
pub fn open(world: &mut World, replay: Replay) {
    world.insert_resource(Opening(replay));
    world.resource_mut::<Wake>().soon();
}

fn opened(world: &mut World) {
    let Some(Opening(mut replay)) = world.remove_resource::<Opening>() else {
        return;
    };
    // One that is open already gives back what it had kept.
    replay.before = match world.remove_resource::<Replay>() {
        Some(old) => old.before,
        None => Before {
            screen: **world.resource::<State<Screen>>(),
            play: world.remove_resource::<Play>(),
            conduct: world.remove_resource::<Conduct>(),
        },
    };
    world.insert_resource(replay);
    show(world);
}

/// Shows this file, or says why it cannot be shown.
pub fn begin(world: &mut World, path: &Path) {
    match Replay::read(path) {
        Ok(replay) => open(world, replay),
        Err(why) => {
            let words = t("home-not-opened").with("why", why.as_str());
            world.resource_mut::<Notices>().refuse(words);
        }
    }
}

/// Takes it off the screen, if that was asked for; what was there before comes back.
fn close(world: &mut World) {
    let asked = world.get_resource::<Replay>().is_some_and(|r| r.closing);
    let Some(replay) = asked.then(|| world.remove_resource::<Replay>()).flatten() else {
        return;
    };
    world.remove_resource::<Play>();
    world.remove_resource::<Conduct>();
    let Before {
        screen,
        play,
        conduct,
    } = replay.before;
    if let Some(play) = play {
        world.insert_resource(play);
    }
    if let Some(conduct) = conduct {
        world.insert_resource(conduct);
    }
    world.resource_mut::<NextState<Screen>>().set(screen);
    let mut wake = world.resource_mut::<Wake>();
    wake.beat(None);
    wake.soon();
}

pub(super) fn plugin(app: &mut App) {
    let changed = resource_exists_and_changed::<Replay>;
    app.add_systems(
        Update,
        (
            acts::answer.in_set(Answer),
            show.run_if(changed).after(Answer),
        )
            .run_if(resource_exists::<Replay>),
    );
    app.add_systems(Last, (close, opened).chain().after(super::far::leave));
    acts::plugin(app);
    bar::plugin(app);
}

/// Puts the seat at the place onto the screen.
fn show(world: &mut World) {
    let Some(replay) = world.get_resource::<Replay>() else {
        return;
    };
    let (place, seen) = (replay.place, replay.seen);
    let screen = match seen {
        Seen::Team(team) => {
            let Some(end) = seat(replay, place, team) else {
                return;
            };
            let screen = match end.view.clock.phase {
                Phase::Briefing => Screen::Briefing,
                Phase::Planning => Screen::Desk,
                Phase::Resolution => Screen::Resolution,
                Phase::Verdict => Screen::Verdict,
                Phase::Debrief => Screen::Debrief,
            };
            let file = replay.file.clone();
            // Until the end of the frame the screen of before still reads it.
            world.resource_mut::<Leaving>().conduct = true;
            match world.get_resource_mut::<Play>() {
                Some(mut play) => play.show(team, end),
                None => {
                    let play = Play::recorded(team, end).kept_in(Some(file));
                    world.insert_resource(play);
                }
            }
            screen
        }
        Seen::Both => {
            let Some(conduct) = both(replay, place) else {
                return;
            };
            world.resource_mut::<Leaving>().play = true;
            world.insert_resource(conduct);
            Screen::Console
        }
    };
    if **world.resource::<State<Screen>>() != screen {
        world.resource_mut::<NextState<Screen>>().set(screen);
    }
    world.resource_mut::<Wake>().soon();
}

fn seat(replay: &Replay, place: usize, team: Team) -> Option<SeatEnd> {
    let player = &replay.player;
    let view = player.team(place, team);
    let open = view.debrief.is_some();
    let limit = u64::from(view.clock.limit_seconds) * 1000;
    let welcome = ServerMessage::Welcome {
        version: VERSION,
        case: Arc::new(player.case_of(team)),
        view: Box::new(view),
    };
    let mut end = SeatEnd::greeted(welcome)?;
    end.left_ms = limit.saturating_sub(player.elapsed_ms(place));
    end.apart = true;
    end.conducted = true;
    end.findings = open.then(|| Arc::clone(&replay.findings));
    Some(end)
}

/// The facilitator's seat, on a line that leads nowhere.
fn both(replay: &Replay, place: usize) -> Option<Conduct> {
    let nowhere = Ticket {
        address: std::net::SocketAddrV4::new(std::net::Ipv4Addr::UNSPECIFIED, 0),
        pin: [0; 8],
        token: [0; 5],
    };
    let pass = Pass::new(nowhere, String::new()).ok()?;
    let mut far = Far::unplugged(pass);
    far.role = Some(Role::Facilitator);
    far.recorded = true;
    let (view, msel) = replay.player.both(place);
    let limit = u64::from(view.limit_seconds) * 1000;
    let over = view.phase == Phase::Debrief;
    let case = Arc::new(replay.player.case_of_both());
    let mut conduct = Conduct::new(far, case, Box::new(view));
    conduct.msel = Some(Box::new(msel));
    conduct.left_ms = limit.saturating_sub(replay.player.elapsed_ms(place));
    conduct.findings = over.then(|| Arc::clone(&replay.findings));
    Some(conduct)
}
