//! The seats of this computer: both teams' ends of an exercise in this process, or one seat at a table
//! elsewhere, and who sits at the screen now.
//!
//! Screens read [`Play::seat`] (what the team at the screen was told) and never the other's end.
//! `Action::Command` goes out from whoever sits here; a refusal comes back as a notice, and what was
//! accepted changes `Play`. [`Play::due`] says which team has to look at which screen next.

mod here;
#[cfg(test)]
pub(crate) mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use here::Here;

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
use crate::bots::Policy;
use crate::engine::{Command, Phase};
use crate::net::wire::Person;
use crate::protocol::Seat;
use crate::report::TakeHome;
use crate::scenario::ids::Team;
use crate::session::{LocalTable, SeatEnd};
use crate::view::SheetView;

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
    /// Nowhere any more: a record is looked at.
    Recorded(Box<SeatEnd>),
}

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
        Self {
            link: Link::Here(Box::new(Here::new(table))),
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
            here.simulate(team, policy, seed);
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

    /// What this team's seat was told at a moment of a record.
    #[must_use]
    pub fn recorded(team: Team, end: SeatEnd) -> Self {
        Self {
            now: team,
            link: Link::Recorded(Box::new(end)),
            people: [Vec::new(), Vec::new()],
            file: None,
        }
    }

    /// …and at another.
    pub fn show(&mut self, team: Team, end: SeatEnd) {
        self.now = team;
        self.link = Link::Recorded(Box::new(end));
    }

    /// Is it a record that is looked at?
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        matches!(self.link, Link::Recorded(_))
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
            Link::Here(_) | Link::Recorded(_) => None,
            Link::There(there) => Some(&there.far),
        }
    }

    /// The same, to say something.
    pub fn far_mut(&mut self) -> Option<&mut Far> {
        match &mut self.link {
            Link::Here(_) | Link::Recorded(_) => None,
            Link::There(there) => Some(&mut there.far),
        }
    }

    /// The report that a table elsewhere has sent, or why there is none; once.
    pub fn take_report(&mut self) -> Option<Result<Arc<TakeHome>, String>> {
        match &mut self.link {
            Link::There(there) => there.end.report.take(),
            Link::Here(_) | Link::Recorded(_) => None,
        }
    }

    /// What the team at the screen knows.
    #[must_use]
    pub fn seat(&self) -> &SeatEnd {
        match &self.link {
            Link::Here(here) => &here.ends[self.now.index()],
            Link::There(there) => &there.end,
            Link::Recorded(end) => end,
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
            && !here.alone()
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
        if here.alone() {
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
            Link::Recorded(_) => Said::Recorded,
        }
    }

    /// Gives a command of either team, where both sit together at this screen.
    pub fn send_of(&mut self, team: Team, command: Command) -> Said {
        match &mut self.link {
            Link::Here(here) if !here.alone() => here.send(Seat::Team(team), command, self.now),
            _ => self.send(command),
        }
    }

    /// Do both teams use this screen?
    #[must_use]
    pub fn shares_screen(&self) -> bool {
        matches!(&self.link, Link::Here(here) if !here.alone())
    }

    /// The questionnaires that persons have handed in, of every team that sits at this screen.
    #[must_use]
    pub fn handed_in(&self) -> Vec<SheetView> {
        match &self.link {
            Link::Here(here) if !here.alone() => {
                let ends = here.ends.iter();
                ends.flat_map(|end| end.view.handed_in.iter().cloned())
                    .collect()
            }
            _ => self.seat().view.handed_in.clone(),
        }
    }

    /// Gives the trainer's command: in hotseat whoever works the clock.
    pub fn send_clock(&mut self, command: Command) -> Said {
        match &mut self.link {
            Link::Here(here) => here.send(Seat::Facilitator, command, self.now),
            Link::There(_) => Said::NotYours,
            Link::Recorded(_) => Said::Recorded,
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
            Link::Recorded(_) => false,
        }
    }

    /// Takes in what a table elsewhere has said. Says if more than the time left has changed.
    pub fn listen(&mut self) -> bool {
        let Link::There(there) = &mut self.link else {
            return false;
        };
        let lost = there.far.lost.is_some();
        let (people, locked) = (but_pointers(&there.far.people), there.far.locked);
        let mut changed = false;
        let said = there.far.listen();
        if there.far.moved {
            // What is seen from the other seat has no place here.
            return true;
        }
        for message in said {
            let clock = message.passes_by();
            let before = (there.end.running, there.end.pace);
            there.end.hear(message);
            changed |= !clock || before != (there.end.running, there.end.pace);
        }
        changed
            || lost != there.far.lost.is_some()
            || locked != there.far.locked
            || people != but_pointers(&there.far.people)
    }
}

/// People without what they point at: that moves over the screen and is no reason to build it again.
fn but_pointers(people: &[Person]) -> Vec<Person> {
    let still = people.iter().cloned();
    still
        .map(|person| Person {
            cursor: None,
            ..person
        })
        .collect()
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

/// Takes in what a table elsewhere says; who is no longer at this seat goes back to JOIN.
fn listen(
    mut play: ResMut<Play>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut joining: ResMut<Joining>,
    mut leaving: ResMut<Leaving>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
) {
    let quiet = play.bypass_change_detection();
    let changed = quiet.listen();
    let Some(far) = quiet.far_mut() else { return };
    for why in far.late_answers() {
        notices.refuse(why);
    }
    if joining.follow(far, proxy.as_deref()) {
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
