//! The seats of this computer: both teams' ends of an exercise in this process, or one seat at a table
//! elsewhere, and who sits at the screen now.
//!
//! Screens read [`Play::seat`] (what the team at the screen was told) and never the other's end.
//! `Action::Command` goes out from whoever sits here; a refusal comes back as a notice, and what was
//! accepted changes `Play`. [`Play::due`] says which team has to look at which screen next.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bevy::platform::cell::SyncCell;
use bevy::prelude::*;

use super::action::{Action, Acts, Answer as Answering};
use super::far::{Far, Leaving, Said};
use super::i18n::t;
use super::screens::Screen;
use super::screens::join::Joining;
use super::screens::set_piece::Playing;
use super::shelf;
use super::theme::Viewer;
use super::wake::Wake;
use super::widgets::notice::Notices;
use crate::bots::{Policy, Simulated};
use crate::engine::rules::flow::LONGEST_EXTENSION;
use crate::engine::{Command, Phase};
use crate::protocol::{Seat, ServerMessage};
use crate::scenario::ids::Team;
use crate::session::{LocalTable, SeatEnd};

/// The exercise that is being played.
#[derive(Resource)]
pub struct Play {
    link: Link,
    /// Who sits at the screen.
    now: Team,
    /// Names of the people, by `Team as usize`.
    pub people: [Vec<String>; 2],
    /// The exercise file, if the exercise is kept in one here.
    pub file: Option<PathBuf>,
}

/// Where the exercise is.
enum Link {
    Here(Box<Here>),
    There(Box<There>),
}

/// In this process, with both teams at one screen.
struct Here {
    table: SyncCell<LocalTable>,
    ends: [SeatEnd; 2],
    /// The last round whose planning was given time for both teams.
    stretched: u8,
    /// Who has had the screen in this planning, by `Team as usize`.
    had: [bool; 2],
    /// The other service, if nobody sits for it.
    partner: Option<Partner>,
}

/// A service that is simulated, and does one thing after the other as people do.
struct Partner {
    team: Team,
    mind: Simulated,
    /// Milliseconds of the clock until it does the next thing.
    waits: u64,
}

/// Between two things that a simulated service does, in milliseconds of the clock.
const THINKS: u64 = 6_000;

/// More than it ever does at once.
const MOST: usize = 400;

/// At a table elsewhere, where this is one team's seat.
struct There {
    far: Far,
    end: SeatEnd,
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
            link: Link::Here(Box::new(Here {
                table: SyncCell::new(table),
                ends,
                stretched,
                had: [true; 2],
                partner: None,
            })),
            now: Team::North,
            people,
            file: None,
        }
    }

    /// With nobody at this team's desk: it is simulated, and the screen is the other's alone.
    #[must_use]
    pub fn with_partner(mut self, team: Team, policy: Policy, seed: u64) -> Self {
        self.now = team.other();
        if let Link::Here(here) = &mut self.link {
            here.partner = Some(Partner {
                team,
                mind: Simulated::new(policy, team, seed),
                waits: THINKS,
            });
            here.hear(self.now);
        }
        self
    }

    /// An exercise from its file, with the partner that it was begun with.
    ///
    /// # Errors
    /// If it cannot be opened; the reason in words for a person.
    pub fn resumed(path: &Path) -> Result<Self, String> {
        let (table, people) = shelf::resume(path)?;
        let seed = table.session().seed();
        let play = Self::new(table, people).kept_in(Some(path.to_owned()));
        Ok(match shelf::partner(path) {
            Some((team, policy)) => play.with_partner(team, policy, seed),
            None => play,
        })
    }

    /// The seat that this computer has at a table elsewhere.
    #[must_use]
    pub fn there(far: Far, mut end: SeatEnd) -> Self {
        end.apart = true;
        end.conducted = true;
        Self {
            now: end.case.team,
            link: Link::There(Box::new(There { far, end })),
            people: [Vec::new(), Vec::new()],
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

    /// The line to the table, if that is elsewhere.
    #[must_use]
    pub fn far(&self) -> Option<&Far> {
        match &self.link {
            Link::Here(_) => None,
            Link::There(there) => Some(&there.far),
        }
    }

    /// The same, to say something.
    pub fn far_mut(&mut self) -> Option<&mut Far> {
        match &mut self.link {
            Link::Here(_) => None,
            Link::There(there) => Some(&mut there.far),
        }
    }

    /// What the team at the screen knows.
    #[must_use]
    pub fn seat(&self) -> &SeatEnd {
        match &self.link {
            Link::Here(here) => &here.ends[self.now.index()],
            Link::There(there) => &there.end,
        }
    }

    #[must_use]
    pub fn phase(&self) -> Phase {
        self.seat().view.clock.phase
    }

    /// Who has to look at which screen next.
    #[must_use]
    pub fn due(&self) -> (Team, Screen) {
        let clock = &self.seat().view.clock;
        // At a table elsewhere whoever has read waits where they are.
        let passes = clock.ready && !self.seat().apart;
        due(clock.phase, self.now, passes)
    }

    /// The screen with which an exercise is gone on with, and the curtain before a team's own.
    #[must_use]
    pub fn enter(&self) -> (Screen, Option<Curtain>) {
        let (to, then) = self.due();
        match then {
            Screen::Verdict | Screen::Debrief => (then, None),
            _ if self.seat().apart => (then, None),
            _ => {
                let half = false;
                (Screen::Curtain, Some(Curtain { to, then, half }))
            }
        }
    }

    /// Somebody else sits down; at a table elsewhere everybody has a seat of their own.
    pub fn sit(&mut self, team: Team) {
        if let Link::Here(here) = &mut self.link
            && here.partner.is_none()
        {
            self.now = team;
            here.had[team.index()] = true;
        }
    }

    /// The team at the screen has used its half of the planning and the other has not had a turn:
    /// the screen passes on, ready or not.
    #[must_use]
    pub fn half_is_used(&self) -> bool {
        self.half_ends_within(0)
    }

    /// Less than half a minute until [`Self::half_is_used`].
    #[must_use]
    pub fn half_ends_soon(&self) -> bool {
        self.half_ends_within(HALF_WARNING)
    }

    fn half_ends_within(&self, ms: u64) -> bool {
        let Link::Here(here) = &self.link else {
            return false;
        };
        if here.partner.is_some() {
            return false;
        }
        let (seat, other) = (self.seat(), self.now.other());
        let clock = &seat.view.clock;
        clock.phase == Phase::Planning
            && !clock.partner_ready
            && !here.had[other.index()]
            && seat.left_ms <= u64::from(clock.limit_seconds) * 500 + ms
    }

    /// Gives a command from the team at the screen.
    pub fn send(&mut self, command: Command) -> Said {
        match &mut self.link {
            Link::Here(here) => here.send(Seat::Team(self.now), command, self.now),
            Link::There(there) => {
                let end = &mut there.end;
                there.far.send(command, |message| end.hear(message))
            }
        }
    }

    /// Gives the trainer's command: in hotseat whoever works the clock.
    pub fn send_clock(&mut self, command: Command) -> Said {
        match &mut self.link {
            Link::Here(here) => here.send(Seat::Facilitator, command, self.now),
            Link::There(_) => Said::NotYours,
        }
    }

    /// Wall-clock time has passed at the table. Says if more than the time left has changed.
    pub fn advance(&mut self, ms: u64) -> bool {
        match &mut self.link {
            Link::Here(here) => here.advance(ms, self.now),
            Link::There(there) => {
                there.end.advance(ms);
                false
            }
        }
    }

    /// Takes in what a table elsewhere has said. Says if more than the time left has changed.
    pub fn listen(&mut self) -> bool {
        let Link::There(there) = &mut self.link else {
            return false;
        };
        let lost = there.far.lost.is_some();
        let (people, locked) = (there.far.people.clone(), there.far.locked);
        let mut changed = false;
        for message in there.far.listen() {
            let clock = matches!(message, ServerMessage::Clock { .. });
            let before = (there.end.running, there.end.pace);
            there.end.hear(message);
            changed |= !clock || before != (there.end.running, there.end.pace);
        }
        changed
            || lost != there.far.lost.is_some()
            || locked != there.far.locked
            || people != there.far.people
    }
}

impl Here {
    fn send(&mut self, seat: Seat, command: Command, now: Team) -> Said {
        let answer = self.table.get().send(seat, command);
        self.hear(now);
        answer.into()
    }

    fn advance(&mut self, ms: u64, now: Team) -> bool {
        let table = self.table.get();
        table.advance(ms);
        if let Some(partner) = &mut self.partner {
            partner.waits = partner.waits.saturating_sub(ms);
            if partner.waits == 0 && self.partner_does(1) > 0 {
                self.hear(now);
                return true;
            }
        }
        let table = self.table.get();
        let same = Team::BOTH.into_iter().all(|team| {
            let (told, end) = (table.seat(team), &self.ends[team.index()]);
            (told.view.clock.phase, told.running) == (end.view.clock.phase, end.running)
        });
        if same {
            for team in Team::BOTH {
                self.ends[team.index()].left_ms = table.seat(team).left_ms;
            }
        } else {
            self.hear(now);
        }
        !same
    }

    /// Lets a simulated partner do so many things; says how many it did.
    fn partner_does(&mut self, most: usize) -> usize {
        let Some(partner) = &mut self.partner else {
            return 0;
        };
        partner.waits = THINKS;
        let table = self.table.get();
        for done in 0..most {
            let seat = table.seat(partner.team);
            let Some(command) = partner.mind.next(&seat.case, &seat.view) else {
                return done;
            };
            table.send(Seat::Team(partner.team), command);
        }
        most
    }

    /// Everybody waits for the partner: what it has to read, or to finish before the phase can end.
    fn waits_for_partner(&mut self) -> bool {
        let Some(partner) = &self.partner else {
            return false;
        };
        let clock = &self.table.get().seat(partner.team).view.clock;
        match clock.phase {
            Phase::Briefing | Phase::Resolution => !clock.ready,
            Phase::Planning => clock.partner_ready,
            Phase::Verdict | Phase::Debrief => false,
        }
    }

    fn hear(&mut self, now: Team) {
        for _ in 0..MOST {
            if !self.waits_for_partner() || self.partner_does(1) == 0 {
                break;
            }
        }
        let table = self.table.get();
        self.ends = Team::BOTH.map(|team| table.seat(team).clone());
        if self.partner.is_some() {
            for end in &mut self.ends {
                end.apart = true;
            }
            return;
        }
        let clock = &self.ends[0].view.clock;
        if clock.phase == Phase::Planning && clock.round > self.stretched {
            self.stretched = clock.round;
            self.had = [false; 2];
            self.had[now.index()] = true;
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
            listen.before(Answering).run_if(resource_exists::<Play>),
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
        match answer.why_not() {
            None => play.set_changed(),
            Some(why) => notices.refuse(why),
        }
    }
}

/// Takes in what a table elsewhere says; who is no longer at it goes back to JOIN.
fn listen(
    mut play: ResMut<Play>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut joining: ResMut<Joining>,
    mut leaving: ResMut<Leaving>,
) {
    let quiet = play.bypass_change_detection();
    let changed = quiet.listen();
    let Some(far) = quiet.far_mut() else { return };
    for why in far.late_answers() {
        notices.refuse(why);
    }
    if let Some(turned) = far.turned.clone() {
        joining.turned(&turned);
        wake.soon();
        leaving.play = true;
        leaving.to = Some(Screen::Join);
    } else if changed {
        play.set_changed();
        wake.soon();
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
                assert_eq!(play.send(Command::Acknowledge), Said::Done);
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
    fn a_simulated_partner_reads_works_and_never_takes_the_screen() {
        let play = Play::new(table(), [Vec::new(), Vec::new()]);
        let mut play = play.with_partner(Team::South, Policy::Sharer, 7);
        assert_eq!(play.enter(), (Screen::Briefing, None), "no curtain");
        assert!(play.seat().view.clock.partner_ready, "it has read");
        assert_eq!(play.send(Command::Acknowledge), Said::Done);
        assert_eq!(play.due(), (Team::North, Screen::Desk));
        let limit = u64::from(play.seat().view.clock.limit_seconds) * 1000;
        assert_eq!(play.seat().left_ms, limit, "nobody shares the clock");
        // One thing after the other: nothing at once, and in time the partner shares what it holds.
        let theirs = |play: &Play| {
            let folder = play.seat().view.folder.iter();
            folder.filter(|item| item.received.is_some()).count()
        };
        assert_eq!(theirs(&play), 0);
        for _ in 0..40 {
            play.advance(1_000);
        }
        play.sit(Team::South);
        assert_eq!(play.team(), Team::North, "the screen is North's alone");
        // Ready ends the round: what the partner had still to do, it has done.
        assert_eq!(play.send(Command::SetReady { ready: true }), Said::Done);
        assert_eq!(play.due().1, Screen::Resolution);
        assert!(
            play.seat().view.clock.partner_ready,
            "it has read its report"
        );
        play.send(Command::Acknowledge);
        assert!(theirs(&play) > 0, "what it shared has arrived");
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
