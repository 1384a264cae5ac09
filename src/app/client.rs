//! The seats of this computer: one exercise in this process, both teams' ends of the protocol, and
//! who sits at the screen now.
//!
//! Screens read [`Play::seat`] (what the team at the screen was told) and never the other's end.
//! `Action::Command` goes out from whoever sits here; a refusal comes back as a notice, and what was
//! accepted changes `Play`. [`Play::due`] says which team has to look at which screen next.

use std::path::PathBuf;
use std::time::Duration;

use bevy::platform::cell::SyncCell;
use bevy::prelude::*;

use super::action::{Action, Acts, Answer as Answering};
use super::i18n::{family, t};
use super::screens::Screen;
use super::screens::set_piece::Playing;
use super::theme::Viewer;
use super::wake::Wake;
use super::widgets::notice::Notices;
use crate::engine::rules::flow::LONGEST_EXTENSION;
use crate::engine::{Command, Phase};
use crate::protocol::Seat;
use crate::scenario::ids::Team;
use crate::session::{Answer, LocalTable, SeatEnd};

/// The exercise that is being played.
#[derive(Resource)]
pub struct Play {
    table: SyncCell<LocalTable>,
    ends: [SeatEnd; 2],
    /// Who sits at the screen.
    now: Team,
    /// The last round whose planning was given time for both teams.
    stretched: u8,
    /// Who has had the screen in this planning, by `Team as usize`.
    had: [bool; 2],
    /// Names of the people, by `Team as usize`.
    pub people: [Vec<String>; 2],
    /// The exercise file, if the exercise is kept in one.
    pub file: Option<PathBuf>,
}

/// The curtain is down until this team opens it, and then this screen is shown.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curtain {
    pub to: Team,
    pub then: Screen,
    /// The other team has used its half of the time and is not ready.
    pub half: bool,
}

impl Play {
    /// Both seats of this table; North sits down first.
    #[must_use]
    pub fn new(table: LocalTable, people: [Vec<String>; 2]) -> Self {
        let ends = Team::BOTH.map(|team| table.seat(team).clone());
        // A planning phase that has begun before has had its time.
        let stretched = ends[0].view.clock.round;
        Self {
            table: SyncCell::new(table),
            ends,
            now: Team::North,
            stretched,
            had: [true; 2],
            people,
            file: None,
        }
    }

    /// The file that the exercise is kept in.
    #[must_use]
    pub fn kept_in(mut self, file: Option<PathBuf>) -> Self {
        self.file = file;
        self
    }

    /// Who sits at the screen.
    #[must_use]
    pub fn team(&self) -> Team {
        self.now
    }

    /// What the team at the screen knows.
    #[must_use]
    pub fn seat(&self) -> &SeatEnd {
        &self.ends[self.now.index()]
    }

    #[must_use]
    pub fn phase(&self) -> Phase {
        self.seat().view.clock.phase
    }

    /// Who has to look at which screen next.
    #[must_use]
    pub fn due(&self) -> (Team, Screen) {
        due(self.phase(), self.now, self.seat().view.clock.ready)
    }

    /// The screen with which an exercise is gone on with, and the curtain before a team's own.
    #[must_use]
    pub fn enter(&self) -> (Screen, Option<Curtain>) {
        let (to, then) = self.due();
        match then {
            Screen::Verdict | Screen::Debrief => (then, None),
            _ => {
                let half = false;
                (Screen::Curtain, Some(Curtain { to, then, half }))
            }
        }
    }

    /// Somebody else sits down.
    pub fn sit(&mut self, team: Team) {
        self.now = team;
        self.had[team.index()] = true;
    }

    /// The team at the screen has used its half of the planning and the other has not had a turn:
    /// the screen passes on, ready or not.
    #[must_use]
    pub fn half_is_used(&self) -> bool {
        let (seat, other) = (self.seat(), self.now.other());
        let clock = &seat.view.clock;
        clock.phase == Phase::Planning
            && !clock.partner_ready
            && !self.had[other.index()]
            && seat.left_ms <= u64::from(clock.limit_seconds) * 500
    }

    /// Less than half a minute until [`Self::half_is_used`].
    #[must_use]
    pub fn half_ends_soon(&self) -> bool {
        let (seat, other) = (self.seat(), self.now.other());
        let clock = &seat.view.clock;
        let soon = u64::from(clock.limit_seconds) * 500 + HALF_WARNING;
        clock.phase == Phase::Planning
            && !clock.partner_ready
            && !self.had[other.index()]
            && seat.left_ms <= soon
    }

    /// Gives a command from the team at the screen.
    pub fn send(&mut self, command: Command) -> Answer {
        let answer = self.table.get().send(Seat::Team(self.now), command);
        self.hear();
        answer
    }

    /// Gives the trainer's command: in hotseat whoever works the clock.
    pub fn send_clock(&mut self, command: Command) -> Answer {
        let answer = self.table.get().send(Seat::Facilitator, command);
        self.hear();
        answer
    }

    /// Wall-clock time has passed at the table. Says if more than the time left has changed.
    pub fn advance(&mut self, ms: u64) -> bool {
        let table = self.table.get();
        table.advance(ms);
        let same = Team::BOTH.into_iter().all(|team| {
            let (told, end) = (table.seat(team), &self.ends[team.index()]);
            (told.view.clock.phase, told.running) == (end.view.clock.phase, end.running)
        });
        if same {
            for team in Team::BOTH {
                self.ends[team.index()].left_ms = table.seat(team).left_ms;
            }
        } else {
            self.hear();
        }
        !same
    }

    fn hear(&mut self) {
        let table = self.table.get();
        self.ends = Team::BOTH.map(|team| table.seat(team).clone());
        let clock = &self.ends[0].view.clock;
        if clock.phase == Phase::Planning && clock.round > self.stretched {
            self.stretched = clock.round;
            self.had = [false; 2];
            self.had[self.now.index()] = true;
            // Both teams plan one after the other on one clock: each has the time that the case gives.
            let seconds = clock.limit_seconds.min(LONGEST_EXTENSION);
            table.send(Seat::Facilitator, Command::ExtendPlanning { seconds });
            self.ends = Team::BOTH.map(|team| table.seat(team).clone());
        }
    }
}

/// The team that has not read, or is not ready, has its turn; a phase begins with whoever sits here.
fn due(phase: Phase, now: Team, ready: bool) -> (Team, Screen) {
    let turn = if ready { now.other() } else { now };
    match phase {
        Phase::Briefing => (turn, Screen::Briefing),
        Phase::Planning => (turn, Screen::Desk),
        Phase::Resolution => (turn, Screen::Resolution),
        Phase::Verdict => (now, Screen::Verdict),
        Phase::Debrief => (now, Screen::Debrief),
    }
}

/// Milliseconds before the end of its half at which a team is told.
const HALF_WARNING: u64 = 30_000;

/// How often a running clock is looked at.
const BEAT: Duration = Duration::from_millis(500);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            command.in_set(Answering).run_if(resource_exists::<Play>),
            (run_clock, follow)
                .chain()
                .after(Answering)
                .run_if(resource_exists::<Play>),
            colour.after(Answering),
        ),
    );
}

fn command(mut acts: Acts, mut play: ResMut<Play>, mut notices: ResMut<Notices>) {
    for act in acts.read() {
        let answer = match &act.action {
            Action::Command(command) => play.bypass_change_detection().send(command.clone()),
            Action::Clock(command) => play.bypass_change_detection().send_clock(command.clone()),
            _ => continue,
        };
        match answer {
            Answer::Accepted => play.set_changed(),
            Answer::Refused(refusal) => notices.refuse(family("refusal", refusal.key())),
            Answer::NotRecorded => notices.refuse(t("common-not-recorded")),
        }
    }
}

/// The planning clock runs while a team can work, not behind a curtain.
fn run_clock(
    time: Res<Time<Real>>,
    screen: Res<State<Screen>>,
    mut play: ResMut<Play>,
    mut wake: ResMut<Wake>,
    mut next: ResMut<NextState<Screen>>,
    mut notices: ResMut<Notices>,
    mut odd: Local<Duration>,
    mut warned: Local<Option<(Team, u8)>>,
    mut commands: Commands,
) {
    let works = matches!(**screen, Screen::Desk | Screen::Verdict);
    let runs = works && play.seat().running;
    wake.beat(runs.then_some(BEAT));
    if !runs {
        *odd = Duration::ZERO;
        return;
    }
    *odd += time.delta();
    let whole = odd.as_millis();
    if whole >= 100 {
        *odd = Duration::ZERO;
        let passed = u64::try_from(whole).unwrap_or(0);
        if play.bypass_change_detection().advance(passed) {
            play.set_changed();
        }
        let turn = Some((play.team(), play.seat().view.clock.round));
        if play.half_ends_soon() && *warned != turn {
            *warned = turn;
            let short = &play.seat().case.services[play.team().other().index()].short;
            notices.tell(t("desk-half-soon").with("team", short));
        }
        if play.half_is_used() {
            commands.insert_resource(Curtain {
                to: play.team().other(),
                then: Screen::Desk,
                half: true,
            });
            next.set(Screen::Curtain);
        }
    }
}

/// When the exercise has moved on, the screen does: through the curtain when the other team's turn comes.
fn follow(
    play: Res<Play>,
    screen: Res<State<Screen>>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let played = [
        Screen::Briefing,
        Screen::Desk,
        Screen::Resolution,
        Screen::Verdict,
    ];
    if !play.is_changed() || !played.contains(screen.get()) {
        return;
    }
    let (team, then) = play.due();
    if team != play.team() {
        let half = false;
        commands.insert_resource(Curtain {
            to: team,
            then,
            half,
        });
        next.set(Screen::Curtain);
    } else if then != **screen {
        next.set(then);
    }
}

/// The room takes the colour of whoever sits at it.
fn colour(
    screen: Res<State<Screen>>,
    play: Option<Res<Play>>,
    playing: Option<Res<Playing>>,
    mut viewer: ResMut<Viewer>,
) {
    let own = matches!(
        **screen,
        Screen::Briefing | Screen::Desk | Screen::Resolution
    ) || playing.is_some();
    let wanted = match play {
        Some(play) if own => Viewer::from(play.team()),
        _ => Viewer::Neutral,
    };
    viewer.set_if_neq(wanted);
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::session::{Memory, Session};

    /// A table for First Watch, in the briefing.
    pub(crate) fn table() -> LocalTable {
        let first = crate::library::open("first_watch").expect("a case");
        let session = Session::create(first.scenario, 7, Box::new(Memory));
        LocalTable::open(session).expect("both seats")
    }

    #[test]
    fn two_teams_at_one_screen_have_twice_the_time_in_every_round() {
        let mut play = Play::new(table(), [Vec::new(), Vec::new()]);
        let limit = play.seat().view.clock.limit_seconds;
        for round in 1..=2 {
            for team in Team::BOTH {
                play.sit(team);
                assert_eq!(play.send(Command::Acknowledge), Answer::Accepted);
            }
            let clock = &play.seat().view.clock;
            assert_eq!((clock.phase, clock.round), (Phase::Planning, round));
            assert_eq!(clock.limit_seconds, 2 * limit);
            assert_eq!(play.seat().left_ms, u64::from(2 * limit) * 1000);
            assert!(!play.advance(1000), "only the time left has changed");
            assert_eq!(play.seat().left_ms, u64::from(2 * limit) * 1000 - 1000);
            assert!(
                play.advance(u64::from(2 * limit) * 1000),
                "the phase is over"
            );
            assert_eq!(play.phase(), Phase::Resolution);
        }
    }

    #[test]
    fn whoever_sits_down_first_cannot_use_up_the_others_time() {
        let mut play = Play::new(table(), [Vec::new(), Vec::new()]);
        for team in Team::BOTH {
            play.sit(team);
            play.send(Command::Acknowledge);
        }
        let half = u64::from(play.seat().view.clock.limit_seconds) * 500;
        assert!(!play.half_ends_soon(), "there is time yet");
        play.advance(half - 1000);
        assert!(!play.half_is_used());
        assert!(play.half_ends_soon());
        play.advance(1000);
        assert!(play.half_is_used(), "North has not had the screen yet");
        play.sit(Team::North);
        assert!(!play.half_is_used());
        play.advance(half - 1000);
        assert!(!play.half_is_used(), "South has had its turn");
        // A team that is ready early leaves its time to the other.
        play.send(Command::SetReady { ready: true });
        assert_eq!(play.due(), (Team::South, Screen::Desk));
    }

    #[test]
    fn whoever_is_not_ready_has_the_turn() {
        assert_eq!(
            due(Phase::Briefing, Team::North, false),
            (Team::North, Screen::Briefing)
        );
        assert_eq!(
            due(Phase::Briefing, Team::North, true),
            (Team::South, Screen::Briefing)
        );
        assert_eq!(
            due(Phase::Planning, Team::South, false),
            (Team::South, Screen::Desk)
        );
        assert_eq!(
            due(Phase::Planning, Team::South, true),
            (Team::North, Screen::Desk)
        );
        assert_eq!(
            due(Phase::Debrief, Team::South, true),
            (Team::South, Screen::Debrief)
        );
    }
}
