//! Which sections of a team's view an event can change, so that the rest is not built again.
//!
//! It may name too many, never too few: a property test builds every view anew beside it.

use super::few::Few;
use crate::engine::{Event, State};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::model::{Effect, Link};

/// Sections, and of folder and chart perhaps only what has to do with a few items or links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    sections: u32,
    pub(super) items: Few<ItemId>,
    pub(super) links: Few<Link>,
}

impl Touched {
    pub const NOTHING: Touched = Touched::section(0);
    pub const CLOCK: Touched = Touched::section(1);
    pub const OFFICERS: Touched = Touched::section(1 << 1);
    /// Who has which task. Of a task that may lock or unlock, see [`Touched::CONDITIONS`].
    pub const TASKS: Touched = Touched::section(1 << 2);
    pub const FOLDER: Touched = Touched::section(1 << 3);
    pub const PLACES: Touched = Touched::section(1 << 4);
    pub const LINE: Touched = Touched::section(1 << 5);
    pub const THEORY: Touched = Touched::section(1 << 6);
    pub const VERDICT: Touched = Touched::section(1 << 7);
    pub const REPORT: Touched = Touched::section(1 << 8);
    pub const HINT: Touched = Touched::section(1 << 9);
    pub const DEBRIEF: Touched = Touched::section(1 << 10);
    pub const CHART: Touched = Touched::section(1 << 11);
    pub const BOARD: Touched = Touched::section(1 << 12);
    /// Of the desks the requests, and what could answer them.
    pub const LIAISON: Touched = Touched::section(1 << 13);
    /// Of the desks what the officers' work changes.
    pub const CHECKS: Touched = Touched::section(1 << 14);
    pub const AUTHORITIES: Touched = Touched::section(1 << 15);
    pub const OPERATIONS: Touched = Touched::section(1 << 16);
    pub const SET_PIECES: Touched = Touched::section(1 << 17);
    /// Something that conditions may ask for: tasks lock and unlock, operations are offered or not.
    /// Where tasks have changed, `refresh` looks at places, theory and desks as well.
    pub const CONDITIONS: Touched = Touched::section(1 << 18);
    /// Of the desks only trust; where ways to the partner take longer or less long, the folder too.
    pub const TRUST: Touched = Touched::section(1 << 19);
    /// A theory is on record; with the first, ways to the partner open.
    pub const RECORDED: Touched = Touched::section(1 << 20);
    /// More of the item can be read, here or by the partner: what it names may be known, and spoken of.
    pub const READ: Touched = Touched::section(1 << 21);
    /// Of the desks the queries, and what can be asked about.
    pub const ASKED: Touched = Touched::section(1 << 22);
    /// Who of the team has handed in which questionnaire.
    pub const HANDED_IN: Touched = Touched::section(1 << 23);
    /// Of the requests what could answer them, and what has come of an answer.
    pub const OFFERS: Touched = Touched::section(1 << 24);
    /// Of the folder every item's ways to the partner.
    pub const WAYS: Touched = Touched::section(1 << 25);
    pub const ALL: Touched = Touched::section((1 << 26) - 1);

    /// Sections that are brought up to date each for itself. What the others come to hangs together.
    const ALONE: Touched = Touched::CLOCK
        .with(Touched::OFFICERS)
        .with(Touched::LINE)
        .with(Touched::VERDICT)
        .with(Touched::REPORT)
        .with(Touched::HINT)
        .with(Touched::DEBRIEF)
        .with(Touched::BOARD)
        .with(Touched::LIAISON)
        .with(Touched::OFFERS)
        .with(Touched::WAYS)
        .with(Touched::CHECKS)
        .with(Touched::AUTHORITIES)
        .with(Touched::SET_PIECES)
        .with(Touched::HANDED_IN);

    /// Of them, those that others may change beside themselves.
    const BESIDE: Touched = Touched::WAYS.with(Touched::CHECKS).with(Touched::OFFERS);

    const fn section(bits: u32) -> Touched {
        Touched {
            sections: bits,
            items: Few::NONE,
            links: Few::NONE,
        }
    }

    /// Both sets of whole sections together.
    pub(crate) const fn with(self, other: Touched) -> Touched {
        Touched::section(self.sections | other.sections)
    }

    /// These whole sections without those of `other`.
    pub(crate) const fn without(self, other: Touched) -> Touched {
        Touched::section(self.sections & !other.sections)
    }

    /// Both sets together. What has to do with more than a few items or links is looked for everywhere.
    #[must_use]
    #[inline]
    pub fn and(mut self, other: Touched) -> Touched {
        self.sections |= other.sections;
        // Most things that happen have to do with no item and no link.
        if other.items.is_empty() && other.links.is_empty() {
            return self;
        }
        self.and_parts(other)
    }

    fn and_parts(mut self, other: Touched) -> Touched {
        let items = self.items.take_in(other.items);
        let links = self.links.take_in(other.links);
        if !items {
            self.sections |= Touched::FOLDER.sections;
        }
        if !links || (!items && self.has(Touched::READ)) {
            self.sections |= Touched::CHART.sections;
        }
        self
    }

    /// What has to be brought up to date for somebody who looks at these sections, and what can wait until
    /// somebody looks at more.
    pub(crate) const fn split(self, looked_at: Touched) -> (Touched, Touched) {
        let whole = Touched::section(self.sections);
        if looked_at.has(Touched::ALL.without(Touched::ALONE)) {
            let unseen = Touched::ALONE.without(looked_at);
            let sections = whole.without(unseen).sections;
            let later = whole.without(Touched::section(sections));
            // What changes with others has to be looked for once it is wanted again.
            let beside = Touched::BESIDE.without(looked_at);
            (Touched { sections, ..self }, later.with(beside))
        } else {
            let sections = whole.without(looked_at).sections;
            let now = whole.without(Touched::section(sections));
            (now, Touched { sections, ..self })
        }
    }

    /// Is everything in it, so that nothing more has to be looked for?
    pub(crate) const fn is_all(self) -> bool {
        self.sections == Touched::ALL.sections
    }

    /// Is any of `other`'s sections in it?
    #[must_use]
    pub const fn has(self, other: Touched) -> bool {
        self.sections & other.sections != 0
    }
}

/// Of the folder what has to do with the item.
fn of(item: ItemId) -> Touched {
    Touched {
        items: Few::one(item),
        ..Touched::NOTHING
    }
}

/// Of folder, chart and plans what has to do with the item, of which more can be read.
fn read(item: ItemId) -> Touched {
    Touched::READ.and(of(item))
}

/// Of the chart what has to do with the link.
fn bound(link: Link) -> Touched {
    Touched {
        links: Few::one(link),
        ..Touched::NOTHING
    }
}

const DESKS: Touched = Touched::LINE.with(Touched::LIAISON);
const SENT: Touched = Touched::LINE.with(Touched::OFFERS);
const QUERIES: Touched = Touched::LINE.with(Touched::ASKED).with(Touched::CHECKS);

/// The sections of `team`'s view that `event` can change.
#[must_use]
pub fn touched(state: &State, event: &Event, viewer: Team) -> Touched {
    let own = |team: Team, sections: Touched| {
        if team == viewer {
            sections
        } else {
            Touched::NOTHING
        }
    };
    // Looked for only where something on the team's lists waits for such a thing.
    let conditions = || {
        if state.waits.lists(event, viewer) {
            Touched::CONDITIONS
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
                .with(Touched::OFFICERS)
                .with(Touched::TASKS)
                .with(Touched::CHECKS)
                .with(Touched::OPERATIONS),
        ),
        Event::TheoryRecorded { team, .. } => {
            own(*team, Touched::THEORY.with(Touched::RECORDED)).and(conditions())
        }
        // What is on its way as evidence the partner's courts will see.
        Event::ItemShared { team, item, .. } => {
            own(*team, SENT.with(Touched::THEORY).and(of(*item))).and(conditions())
        }
        // What has arrived the sender may speak of on the joint board.
        Event::ItemArrived { team, item, .. } => {
            let mine = SENT
                .with(Touched::ASKED)
                .with(Touched::THEORY)
                .with(Touched::PLACES);
            own(*team, mine).and(read(*item)).and(conditions())
        }
        Event::MessageSent { .. } => Touched::LINE,
        // Naming a subject tells the partner of it.
        Event::Requested { .. } => DESKS
            .with(Touched::ASKED)
            .with(Touched::THEORY)
            .with(Touched::PLACES)
            .and(conditions()),
        Event::PointerQueried { .. } | Event::PointerMatched { .. } => QUERIES
            .with(Touched::THEORY)
            .with(Touched::PLACES)
            .and(conditions()),
        Event::RequestAnswered { .. } => DESKS.and(conditions()),
        Event::ConsentAsked { item, .. }
        | Event::ConsentGiven { item, .. }
        | Event::Breach { item, .. } => Touched::LINE.and(of(*item)).and(conditions()),
        Event::TrustMoved { .. } => Touched::TRUST.and(conditions()),
        Event::BlueOnBlue { .. } => QUERIES
            .with(Touched::THEORY)
            .with(Touched::PLACES)
            .with(Touched::CONDITIONS),
        Event::TaskResolved { team, .. } => {
            let mine = Touched::CLOCK
                .with(Touched::OFFICERS)
                .with(Touched::REPORT)
                .with(Touched::CHECKS);
            own(*team, mine).and(Touched::CONDITIONS)
        }
        Event::TaskContinues { team, .. } => own(*team, Touched::REPORT),
        Event::SetPieceOpened { team, .. } => {
            let mine = Touched::CLOCK
                .with(Touched::OFFICERS)
                .with(Touched::REPORT)
                .with(Touched::CHECKS)
                .with(Touched::SET_PIECES);
            own(*team, mine).and(Touched::CONDITIONS)
        }
        Event::SetPiecePlayed { team, .. } => own(*team, Touched::SET_PIECES),
        Event::SetPieceEnded { team, .. } => {
            own(*team, Touched::SET_PIECES.with(Touched::REPORT)).and(Touched::CONDITIONS)
        }
        Event::Effected { effect, .. } => match effect {
            Effect::Give { to, item } => own(*to, new_item(*item)).and(Touched::CONDITIONS),
            Effect::Trust(_) => Touched::TRUST.with(Touched::CONDITIONS),
            _ => Touched::CONDITIONS,
        },
        Event::WelfareChanged { .. } => Touched::CONDITIONS,
        Event::Decided { team, .. } => own(*team, Touched::LINE).and(Touched::CONDITIONS),
        Event::Stepped { .. } | Event::Reacted { .. } => Touched::CONDITIONS,
        Event::StepPrevented { .. }
        | Event::InjectHeld { .. }
        | Event::InjectReleased { .. }
        | Event::InjectSkipped { .. }
        | Event::InjectEdited { .. } => Touched::NOTHING,
        Event::InjectFired { inject, .. } => {
            let told = state
                .scenario()
                .injects
                .get(inject.index())
                .is_some_and(|i| i.to.contains(&viewer));
            if told {
                Touched::LINE
            } else {
                Touched::NOTHING
            }
        }
        Event::MilestoneReached { .. } => Touched::HINT.and(conditions()),
        Event::LinkAdded { team, link, .. } | Event::LinkRemoved { team, link } => {
            own(*team, bound(*link))
        }
        // Whom the board names, both have heard of.
        Event::LinkPosted { link, .. } => bound(*link)
            .and(Touched::ASKED)
            .and(Touched::BOARD)
            .and(Touched::THEORY)
            .and(Touched::PLACES),
        Event::LinkWithdrawn { link, .. }
        | Event::LinkChallenged { link, .. }
        | Event::ChallengeSettled { link, .. } => bound(*link).and(Touched::BOARD),
        // A signature takes the officers.
        Event::PlanDrafted { .. } | Event::PlanSigned { .. } | Event::PlanWithdrawn { .. } => {
            Touched::OPERATIONS
                .with(Touched::LINE)
                .with(Touched::OFFICERS)
        }
        Event::OperationRun { .. } => Touched::LINE
            .with(Touched::OFFICERS)
            .with(Touched::REPORT)
            .with(Touched::CONDITIONS),
        // Nothing of it reaches the partner; what was cited without consent is told as a breach.
        Event::AuthorityApplied { team, .. } => {
            own(*team, Touched::AUTHORITIES.with(Touched::LINE)).and(Touched::CONDITIONS)
        }
        Event::VerdictDrafted { .. } | Event::VerdictSigned { .. } => {
            Touched::VERDICT.with(Touched::CLOCK)
        }
        Event::ItemGiven { team, item, .. } => {
            own(*team, new_item(*item).and(Touched::LINE)).and(Touched::CONDITIONS)
        }
        // What is or is not done any more.
        Event::TaskOverridden { team, .. } => {
            let mine = Touched::REPORT
                .with(Touched::LINE)
                .with(Touched::SET_PIECES)
                .with(Touched::CHECKS);
            own(*team, mine).and(Touched::CONDITIONS)
        }
        Event::Told { to, .. } | Event::InjectInserted { to, .. } => {
            if to.is_none_or(|t| t == viewer) {
                Touched::LINE
            } else {
                Touched::NOTHING
            }
        }
        // In nobody's view before the truth is open.
        Event::Observed { .. } | Event::Rated { .. } | Event::RatingSettled { .. } => {
            Touched::DEBRIEF
        }
        Event::TruthOpened | Event::AnswersShown => Touched::DEBRIEF,
        Event::QuestionnaireAnswered { team, .. } => {
            own(*team, Touched::HANDED_IN).and(Touched::DEBRIEF)
        }
        Event::PaceSet { .. } | Event::DebriefHeld => Touched::NOTHING,
    }
}

/// What an item that a team did not hold changes for it.
fn new_item(item: ItemId) -> Touched {
    let sections = Touched::REPORT
        .with(Touched::THEORY)
        .with(Touched::PLACES)
        .with(Touched::VERDICT)
        .with(Touched::OFFERS)
        .with(Touched::ASKED);
    sections.and(read(item))
}
