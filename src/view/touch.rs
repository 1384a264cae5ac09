//! Which sections of a team's view an event can change, so that the rest is not built again.
//!
//! It may name too many, never too few: a property test builds every view anew beside it.

use crate::engine::Event;
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::model::Effect;

/// A set of sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched(u32);

impl Touched {
    pub const NOTHING: Touched = Touched(0);
    pub const CLOCK: Touched = Touched(1);
    pub const OFFICERS: Touched = Touched(1 << 1);
    pub const TASKS: Touched = Touched(1 << 2);
    pub const FOLDER: Touched = Touched(1 << 3);
    pub const PLACES: Touched = Touched(1 << 4);
    pub const LINE: Touched = Touched(1 << 5);
    pub const THEORY: Touched = Touched(1 << 6);
    pub const VERDICT: Touched = Touched(1 << 7);
    pub const REPORT: Touched = Touched(1 << 8);
    pub const HINT: Touched = Touched(1 << 9);
    pub const DEBRIEF: Touched = Touched(1 << 10);
    pub const CHART: Touched = Touched(1 << 11);
    pub const BOARD: Touched = Touched(1 << 12);
    pub const LIAISON: Touched = Touched(1 << 13);
    /// Of the desks only what the officers' work changes.
    pub const CHECKS: Touched = Touched(1 << 14);
    pub const AUTHORITIES: Touched = Touched(1 << 15);
    pub const OPERATIONS: Touched = Touched(1 << 16);
    pub const SET_PIECES: Touched = Touched(1 << 17);
    pub const ALL: Touched = Touched((1 << 18) - 1);

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Touched) -> Touched {
        Touched(self.0 | other.0)
    }

    /// Is any of `other` in it?
    #[must_use]
    pub const fn has(self, other: Touched) -> bool {
        self.0 & other.0 != 0
    }
}

/// Conditions may ask for it: tasks lock and unlock, operations are offered or not. Where tasks have
/// changed, `refresh` looks at the places as well.
const CONDITIONS: Touched = Touched::TASKS.and(Touched::OPERATIONS);

const DESKS: Touched = Touched::LINE.and(Touched::LIAISON);

/// The sections of `team`'s view that `event` can change.
#[must_use]
pub fn touched(scenario: &Scenario, event: &Event, viewer: Team) -> Touched {
    let own = |team: Team, sections: Touched| {
        if team == viewer {
            sections
        } else {
            Touched::NOTHING
        }
    };
    match event {
        Event::RoundStarted { .. }
        | Event::PlanningEnded { .. }
        | Event::VerdictOpened
        | Event::DebriefOpened { .. } => Touched::ALL,
        Event::Acknowledged { .. }
        | Event::ReadySet { .. }
        | Event::Paused
        | Event::Resumed
        | Event::PlanningExtended { .. } => Touched::CLOCK,
        Event::TaskAssigned { team, .. } | Event::TaskCleared { team, .. } => own(
            *team,
            Touched::CLOCK
                .and(Touched::OFFICERS)
                .and(Touched::TASKS)
                .and(Touched::CHECKS)
                .and(Touched::OPERATIONS),
        ),
        Event::TheoryRecorded { team, .. } => own(
            *team,
            Touched::THEORY.and(Touched::FOLDER).and(Touched::CHART),
        )
        .and(CONDITIONS),
        // What is on its way as evidence the partner's courts will see.
        Event::ItemShared { team, .. } => {
            own(*team, DESKS.and(Touched::FOLDER).and(Touched::THEORY)).and(CONDITIONS)
        }
        // What has arrived the sender may speak of on the joint board.
        Event::ItemArrived { team, .. } => own(
            *team,
            Touched::FOLDER
                .and(Touched::LINE)
                .and(Touched::LIAISON)
                .and(Touched::THEORY)
                .and(Touched::PLACES),
        )
        .and(CONDITIONS)
        .and(Touched::CHART),
        Event::MessageSent { .. } => Touched::LINE,
        // Naming a subject tells the partner of it.
        Event::Requested { .. } | Event::PointerQueried { .. } | Event::PointerMatched { .. } => {
            DESKS
                .and(Touched::THEORY)
                .and(Touched::PLACES)
                .and(CONDITIONS)
        }
        Event::RequestAnswered { .. } => DESKS.and(CONDITIONS),
        Event::ConsentAsked { .. } | Event::ConsentGiven { .. } | Event::Breach { .. } => {
            DESKS.and(Touched::FOLDER).and(CONDITIONS)
        }
        // How long a way takes depends on trust.
        Event::TrustMoved { .. } => Touched::LIAISON.and(Touched::FOLDER).and(CONDITIONS),
        Event::BlueOnBlue { .. } => DESKS
            .and(Touched::THEORY)
            .and(Touched::PLACES)
            .and(CONDITIONS),
        Event::TaskResolved { team, .. } => {
            let mine = Touched::CLOCK
                .and(Touched::OFFICERS)
                .and(Touched::REPORT)
                .and(Touched::CHECKS);
            own(*team, mine).and(CONDITIONS)
        }
        Event::TaskContinues { team, .. } => own(*team, Touched::REPORT),
        Event::SetPieceOpened { team, .. } => {
            let mine = Touched::CLOCK
                .and(Touched::OFFICERS)
                .and(Touched::REPORT)
                .and(Touched::CHECKS)
                .and(Touched::SET_PIECES);
            own(*team, mine).and(CONDITIONS)
        }
        Event::SetPiecePlayed { team, .. } => own(*team, Touched::SET_PIECES),
        Event::SetPieceEnded { team, .. } => {
            own(*team, Touched::SET_PIECES.and(Touched::REPORT)).and(CONDITIONS)
        }
        Event::Effected { effect, .. } => match effect {
            Effect::Give { to, .. } => own(*to, new_item()).and(CONDITIONS),
            Effect::Trust(_) => Touched::LIAISON.and(Touched::FOLDER).and(CONDITIONS),
            _ => CONDITIONS,
        },
        Event::WelfareChanged { .. } => CONDITIONS,
        Event::Decided { team, .. } => own(*team, Touched::LINE).and(CONDITIONS),
        Event::Stepped { .. } | Event::Reacted { .. } => CONDITIONS,
        Event::StepPrevented { .. }
        | Event::InjectHeld { .. }
        | Event::InjectReleased { .. }
        | Event::InjectSkipped { .. }
        | Event::InjectEdited { .. } => Touched::NOTHING,
        Event::InjectFired { inject, .. } => {
            let told = scenario
                .injects
                .get(inject.index())
                .is_some_and(|i| i.to.contains(&viewer));
            if told {
                Touched::LINE
            } else {
                Touched::NOTHING
            }
        }
        Event::MilestoneReached { .. } => Touched::HINT.and(CONDITIONS),
        Event::LinkAdded { team, .. } | Event::LinkRemoved { team, .. } => {
            own(*team, Touched::CHART)
        }
        // Whom the board names, both have heard of.
        Event::LinkPosted { .. } => Touched::CHART
            .and(Touched::LIAISON)
            .and(Touched::BOARD)
            .and(Touched::THEORY)
            .and(Touched::PLACES),
        Event::LinkWithdrawn { .. }
        | Event::LinkChallenged { .. }
        | Event::ChallengeSettled { .. } => Touched::CHART.and(Touched::BOARD),
        // A signature takes the officers.
        Event::PlanDrafted { .. } | Event::PlanSigned { .. } | Event::PlanWithdrawn { .. } => {
            Touched::OPERATIONS
                .and(Touched::LINE)
                .and(Touched::OFFICERS)
        }
        Event::OperationRun { .. } => Touched::LINE
            .and(Touched::OFFICERS)
            .and(Touched::REPORT)
            .and(CONDITIONS),
        // Nothing of it reaches the partner; what was cited without consent is told as a breach.
        Event::AuthorityApplied { team, .. } => {
            own(*team, Touched::AUTHORITIES.and(Touched::LINE)).and(CONDITIONS)
        }
        Event::VerdictDrafted { .. } | Event::VerdictSigned { .. } => {
            Touched::VERDICT.and(Touched::CLOCK)
        }
        Event::ItemGiven { team, .. } => own(*team, new_item().and(Touched::LINE)).and(CONDITIONS),
        // What is or is not done any more.
        Event::TaskOverridden { team, .. } => {
            let mine = Touched::REPORT
                .and(Touched::LINE)
                .and(Touched::SET_PIECES)
                .and(Touched::CHECKS);
            own(*team, mine).and(CONDITIONS)
        }
        Event::Told { to, .. } | Event::InjectInserted { to, .. } => {
            if to.is_none_or(|t| t == viewer) {
                Touched::LINE
            } else {
                Touched::NOTHING
            }
        }
        // In nobody's view before the truth is open.
        Event::Observed { .. } => Touched::DEBRIEF,
        Event::TruthOpened => Touched::DEBRIEF,
        Event::PaceSet { .. } | Event::DebriefHeld => Touched::NOTHING,
    }
}

/// What an item that a team did not hold changes for it.
const fn new_item() -> Touched {
    Touched::FOLDER
        .and(Touched::REPORT)
        .and(Touched::THEORY)
        .and(Touched::PLACES)
        .and(Touched::CHART)
        .and(Touched::VERDICT)
        .and(Touched::LIAISON)
}
