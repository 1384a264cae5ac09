//! An exercise as the facilitator has it on the screen, or an evaluator or observer who sees both teams.
//!
//! The trainer's own computer sits at its table like every other: over the line, with a ticket.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use super::action::{Action, Acts, Answer};
use super::far::{Far, Leaving, Said};
use super::screens::Screen;
use super::screens::join::Joining;
use super::wake::Wake;
use super::widgets::notice::Notices;
use crate::analysis::Standing;
use crate::engine::Command;
use crate::net::wire::{ChairRow, Role};
use crate::protocol::ServerMessage;
use crate::report::{Findings, TakeHome};
use crate::view::{FacilitatorCase, FacilitatorView, MselView, apply_part};

/// Both teams side by side, at a table of this room.
#[derive(Resource)]
pub struct Conduct {
    pub far: Far,
    pub case: Arc<FacilitatorCase>,
    pub view: Box<FacilitatorView>,
    /// The list of injects: for the facilitator alone.
    pub msel: Option<Box<MselView>>,
    /// What the record says, once the exercise is over.
    pub findings: Option<Arc<Findings>>,
    /// What one thing would have made of it, as far as the table has told.
    pub otherwise: Standing,
    /// The report that was asked for, or why there is none, until somebody takes it.
    pub report: Option<Result<Arc<TakeHome>, String>>,
    /// Milliseconds left in the phase.
    pub left_ms: u64,
    pub running: bool,
    pace: u8,
}

impl Conduct {
    #[must_use]
    pub fn new(far: Far, case: Arc<FacilitatorCase>, view: Box<FacilitatorView>) -> Self {
        Self {
            far,
            case,
            view,
            msel: None,
            findings: None,
            otherwise: Standing::Unasked,
            report: None,
            left_ms: 0,
            running: false,
            pace: 100,
        }
    }

    /// Does this person run the exercise, or only watch it?
    #[must_use]
    pub fn runs_it(&self) -> bool {
        self.far.role == Some(Role::Facilitator)
    }

    /// May this person write observations?
    #[must_use]
    pub fn notes_it(&self) -> bool {
        matches!(self.far.role, Some(Role::Facilitator | Role::Evaluator))
    }

    /// Takes in what the host says.
    pub fn hear(&mut self, message: ServerMessage) {
        match message {
            ServerMessage::FacilitatorCase { case, .. } => self.case = case,
            ServerMessage::Facilitator { view } => self.view = view,
            ServerMessage::FacilitatorDelta { parts } => {
                for part in parts {
                    apply_part(&mut self.view, part);
                }
            }
            ServerMessage::Msel { view } => self.msel = Some(view),
            ServerMessage::Findings { findings } => self.findings = Some(findings),
            ServerMessage::WhatIf { standing } => self.otherwise = standing,
            ServerMessage::AfterAction { report } => self.report = Some(Ok(report)),
            ServerMessage::NoReport { why } => self.report = Some(Err(why)),
            ServerMessage::Clock {
                left_ms,
                running,
                pace,
            } => {
                self.left_ms = left_ms;
                self.running = running;
                self.pace = pace;
            }
            _ => {}
        }
    }

    /// Gives a command of this seat.
    pub fn send(&mut self, command: Command) -> Said {
        let mut heard = Vec::new();
        let said = self.far.send(command, |message| heard.push(message));
        for message in heard {
            self.hear(message);
        }
        said
    }

    /// Takes in what the table has said. Says if more than the time left has changed.
    fn listen(&mut self) -> bool {
        let before = (self.far.lost.is_some(), self.far.locked);
        let (people, chairs) = (self.far.people.clone(), self.far.chairs.clone());
        let mut changed = false;
        for message in self.far.listen() {
            let clock = message.passes_by();
            let told = (self.running, self.pace);
            self.hear(message);
            changed |= !clock || told != (self.running, self.pace);
        }
        changed
            || before != (self.far.lost.is_some(), self.far.locked)
            || people != self.far.people
            || !alike(&chairs, &self.far.chairs)
    }

    fn advance(&mut self, ms: u64) {
        let run = ms.saturating_mul(u64::from(self.pace)) / 100;
        self.left_ms = self.left_ms.saturating_sub(run);
    }
}

/// The same seats but for how far away their laptops are, as far as anybody would notice: what is built
/// anew under the mouse takes the click.
fn alike(before: &[ChairRow], now: &[ChairRow]) -> bool {
    let far = |row: &ChairRow| row.lag_ms.map(|ms| ms / 25);
    let same = |a: &ChairRow, b: &ChairRow| {
        let b = ChairRow {
            lag_ms: a.lag_ms,
            ..b.clone()
        };
        *a == b
    };
    before.len() == now.len()
        && (before.iter().zip(now)).all(|(a, b)| far(a) == far(b) && same(a, b))
}

/// How often a running clock is looked at.
const BEAT: Duration = Duration::from_millis(500);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            listen.before(Answer),
            command.in_set(Answer),
            run_clock.after(Answer),
        )
            .run_if(resource_exists::<Conduct>),
    );
}

/// Takes in what the table says; who is no longer at this seat goes back to JOIN.
fn listen(
    mut conduct: ResMut<Conduct>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut joining: ResMut<Joining>,
    mut leaving: ResMut<Leaving>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
) {
    let quiet = conduct.bypass_change_detection();
    let changed = quiet.listen();
    for why in quiet.far.late_answers() {
        notices.refuse(why);
    }
    if joining.follow(&quiet.far, proxy.as_deref()) {
        wake.soon();
        leaving.conduct = true;
        leaving.to = Some(Screen::Join);
    } else if changed {
        conduct.set_changed();
        wake.soon();
    }
}

/// What the trainer's controls ask for.
fn command(mut acts: Acts, mut conduct: ResMut<Conduct>, mut notices: ResMut<Notices>) {
    for act in acts.read() {
        let Action::Clock(command) = &act.action else {
            continue;
        };
        match conduct
            .bypass_change_detection()
            .send(command.clone())
            .why_not()
        {
            None => conduct.set_changed(),
            Some(why) => notices.refuse(why),
        }
    }
}

fn run_clock(
    time: Res<Time<Real>>,
    screen: Res<State<Screen>>,
    mut conduct: ResMut<Conduct>,
    mut wake: ResMut<Wake>,
    mut odd: Local<Duration>,
) {
    let shown = **screen == Screen::Console;
    wake.beat((conduct.running && shown).then_some(BEAT));
    if !conduct.running {
        *odd = Duration::ZERO;
        return;
    }
    *odd += time.delta();
    let whole = odd.as_millis();
    if whole >= 100 {
        *odd = Duration::ZERO;
        let passed = u64::try_from(whole).unwrap_or(0);
        conduct.bypass_change_detection().advance(passed);
    }
}
