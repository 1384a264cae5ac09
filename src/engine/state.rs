//! The whole truth of one exercise at one moment: a fold of its events.
//!
//! `State` does not implement `Serialize`: what leaves it goes through [`crate::view`].

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::authority::{Applications, GroundLack};
use super::board::Board;
use super::event::{CaseTime, Event};
use super::facilitation::Facilitation;
use super::liaison::{About, Liaison};
use super::operations::Operations;
use super::plot::Plot;
use super::questionnaires::Questionnaires;
use super::set_pieces::SetPieces;
use super::theory::Theory;
use super::waits::Waits;
use crate::scenario::Scenario;
use crate::scenario::ids::{
    AuthorityId, InjectId, ItemId, OfficerId, OperationId, RequestId, SubjectId, TaskId, Team,
};
use crate::scenario::words::{Channel, Form, PlanNews, Use};

/// Where an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Both teams read their briefings.
    Briefing,
    /// Both teams work at the same time.
    Planning,
    /// Results of the round are read.
    Resolution,
    /// The joint verdict is drafted and signed.
    Verdict,
    /// The truth is open.
    Debrief,
}

/// A set of small indices as bits; its order and hash do not depend on history.
///
/// The first word lies in the set itself: most cases need no other, and a state is copied with all its sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    first: u64,
    more: Box<[u64]>,
    /// Words in all.
    words: usize,
}

impl Bits {
    /// An empty set able to hold indices below `n`.
    #[must_use]
    pub fn new(n: usize) -> Self {
        let words = n.div_ceil(64);
        Self {
            first: 0,
            more: vec![0; words.saturating_sub(1)].into(),
            words,
        }
    }
    /// Is `i` in the set?
    #[must_use]
    pub fn has(&self, i: usize) -> bool {
        let word = match i / 64 {
            0 => self.first,
            n => self.more.get(n - 1).copied().unwrap_or_default(),
        };
        word >> (i % 64) & 1 == 1
    }
    /// What is in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(n, word): (usize, u64)| {
            (0..64usize)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| n * 64 + bit)
        };
        self.words().enumerate().flat_map(bits)
    }
    /// Puts `i` in or out; indices that the set was not made for are ignored.
    pub fn set(&mut self, i: usize, on: bool) {
        let word = match i / 64 {
            0 if self.words > 0 => Some(&mut self.first),
            0 => None,
            n => self.more.get_mut(n - 1),
        };
        if let Some(w) = word {
            *w = *w & !(1 << (i % 64)) | (u64::from(on) << (i % 64));
        }
    }

    fn words(&self) -> impl Iterator<Item = u64> + '_ {
        let more = self.more.iter().copied();
        std::iter::once(self.first).chain(more).take(self.words)
    }
}

/// As the list of its words.
impl Hash for Bits {
    fn hash<H: Hasher>(&self, sink: &mut H) {
        sink.write_usize(self.words);
        self.words().for_each(|word| sink.write_u64(word));
    }
}

/// An item in a team's folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Holding {
    pub item: ItemId,
    /// What the team can read of it.
    pub form: Form,
    /// Round in which the team first had it.
    pub since: u8,
    /// For the partner's items: how it last came.
    pub received: Option<Received>,
}

/// How an item came from the partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Received {
    pub channel: Channel,
    pub round: u8,
    pub note: Option<Arc<str>>,
}

/// An item that left a team.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sending {
    pub item: ItemId,
    pub form: Form,
    pub channel: Channel,
    pub note: Option<Arc<str>>,
    pub sent: u8,
    pub arrives: u8,
    pub arrived: bool,
}

/// What an officer is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duty {
    pub task: TaskId,
    pub since: u8,
    /// The round at whose end it resolves.
    pub until: u8,
}

/// An entry of a team's liaison line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    pub round: u8,
    pub at: CaseTime,
    pub what: LineKind,
}

/// What an entry of the liaison line is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LineKind {
    Message {
        from: Team,
        text: Arc<str>,
    },
    Arrived {
        item: ItemId,
        form: Form,
        channel: Channel,
    },
    Sent {
        item: ItemId,
        form: Form,
        channel: Channel,
        arrives: u8,
    },
    Inject(InjectId),
    /// A request of either service.
    Request(RequestId),
    /// A request got its answer, or more of it.
    Answer(RequestId),
    /// A query of the register; what it was about is there for the partner only if it matched.
    Query {
        by: Team,
        about: Option<About>,
        matched: bool,
    },
    ConsentAsked {
        by: Team,
        item: ItemId,
    },
    ConsentGiven {
        by: Team,
        item: ItemId,
        granted: bool,
    },
    Breach {
        by: Team,
        item: ItemId,
        used: Use,
    },
    /// The team's officers met the partner's at this task.
    BlueOnBlue {
        task: TaskId,
        failed: bool,
    },
    /// Something has become of the joint plan.
    Plan {
        by: Team,
        operation: OperationId,
        revision: u16,
        news: PlanNews,
    },
    /// An operation was carried out: the run of this number, from 0.
    Ran(u16),
    /// What was decided on the team's application.
    Authority {
        authority: AuthorityId,
        missing: Vec<GroundLack>,
        from: Option<u8>,
    },
    /// The trainer's word.
    Told {
        text: Arc<str>,
    },
    /// The trainer has given this.
    Given {
        item: ItemId,
    },
    /// The trainer has changed what the team's task came to.
    Corrected {
        task: TaskId,
        success: bool,
    },
    /// An inject that is not on the case's list: the inserted one of this number, from 0.
    Inserted(u16),
}

/// How a task ended, or that it goes on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TaskResult {
    pub officer: OfficerId,
    pub task: TaskId,
    pub chance: u8,
    pub roll: u8,
    pub success: Option<bool>,
    pub gained: Vec<ItemId>,
    /// It opened a set piece; its points once that is over.
    pub played: Option<Option<u8>>,
    /// It had been done before.
    pub before: bool,
    /// The trainer has changed what it came to.
    pub corrected: bool,
}

/// What a team read at the end of a round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Report {
    pub round: u8,
    pub by_clock: bool,
    pub results: Vec<TaskResult>,
    /// The run of the operation that was carried out in this round.
    pub operation: Option<u16>,
}

/// One team's side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TeamState {
    /// In the order in which the items came.
    pub folder: Vec<Holding>,
    pub sendings: Vec<Sending>,
    pub line: Vec<Line>,
    pub first_theory: Option<Arc<Theory>>,
    pub theory: Option<Arc<Theory>>,
    pub ready: bool,
    pub acknowledged: bool,
    pub report: Option<Report>,
}

/// The joint draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draft {
    pub revision: u16,
    pub by: Team,
    pub theory: Theory,
    pub signed: [bool; 2],
}

/// The truth of one exercise; see the module.
///
/// It cannot be sent or saved: it is no `Serialize`, so this does not compile.
/// ```compile_fail,E0277
/// fn send(state: &liaison::engine::State) -> String {
///     serde_json::to_string(state).unwrap_or_default()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) phase: Phase,
    pub(crate) round: u8,
    pub(crate) now: CaseTime,
    pub(crate) paused: bool,
    pub(crate) extension: u32,
    pub(crate) teams: [TeamState; 2],
    /// By officer.
    pub(crate) duties: Vec<Option<Duty>>,
    pub(crate) exposure: u8,
    /// By person.
    pub(crate) welfare: Vec<u8>,
    /// By person, at the end of each round.
    pub(crate) welfare_log: Vec<Vec<u8>>,
    pub(crate) flags: Bits,
    /// Tasks that have succeeded.
    pub(crate) done: Bits,
    /// Tasks listed (their `needs` apart).
    pub(crate) open: Bits,
    /// How far injects and the network's plan have come.
    pub(crate) plot: Plot,
    pub(crate) milestones: Bits,
    /// Items by team, for conditions.
    pub(crate) held: [Bits; 2],
    /// By team and item: where it lies in the team's folder.
    pub(crate) lies: [Vec<Option<u16>>; 2],
    /// By subject: the items of the case that name it, in full or in their tear-lines.
    pub(crate) naming: Arc<Naming>,
    /// What the case's conditions wait for.
    pub(crate) waits: Waits,
    /// Subjects that what a team can read names, by team.
    pub(crate) named: [Bits; 2],
    /// Items sent to a team, by receiving team.
    pub(crate) sent_to: [Bits; 2],
    /// Round of first use, by item and team (`0`: never).
    pub(crate) used: [Vec<u8>; 2],
    pub(crate) liaison: Liaison,
    pub(crate) draft: Option<Draft>,
    /// The verdict that both signed.
    pub(crate) verdict: Option<Theory>,
    /// The joint board, and the links that each team has drawn itself.
    pub(crate) board: Board,
    /// The joint plan, and the operations carried out.
    pub(crate) operations: Operations,
    pub(crate) applications: Applications,
    pub(crate) set_pieces: SetPieces,
    /// What the trainer has done by hand, and what was noted.
    pub(crate) facilitation: Facilitation,
    /// Who has handed in which questionnaire.
    pub(crate) questionnaires: Questionnaires,
    /// Events folded so far.
    pub(crate) events: u64,
}

impl State {
    /// The beginning of an exercise with this case.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>) -> Self {
        let items = scenario.items.len();
        let mut open = Bits::new(scenario.tasks.len());
        for (i, task) in scenario.tasks.iter().enumerate() {
            open.set(i, !task.closed);
        }
        let team = |team: Team| TeamState {
            folder: scenario
                .items
                .iter()
                .zip(0u16..)
                .filter(|(item, _)| item.held_at_start && item.origin == team)
                .map(|(_, i)| Holding {
                    item: ItemId(i),
                    form: Form::Full,
                    since: 1,
                    received: None,
                })
                .collect(),
            sendings: Vec::new(),
            line: Vec::new(),
            first_theory: None,
            theory: None,
            ready: false,
            acknowledged: false,
            report: None,
        };
        let teams = [team(Team::North), team(Team::South)];
        let held = teams.each_ref().map(|t| {
            let mut bits = Bits::new(items);
            t.folder.iter().for_each(|h| bits.set(h.item.index(), true));
            bits
        });
        let named = teams.each_ref().map(|t| named(&scenario, &t.folder));
        Self {
            lies: teams.each_ref().map(|t| lies(&scenario, &t.folder)),
            phase: Phase::Briefing,
            round: 0,
            now: CaseTime::default(),
            paused: false,
            extension: 0,
            teams,
            duties: vec![None; scenario.officers.len()],
            exposure: scenario.exposure,
            welfare: scenario.people.iter().map(|p| p.welfare).collect(),
            welfare_log: vec![Vec::new(); scenario.people.len()],
            flags: Bits::new(scenario.flags.len()),
            done: Bits::new(scenario.tasks.len()),
            open,
            plot: Plot::new(&scenario),
            milestones: Bits::new(scenario.milestones.len()),
            held,
            named,
            naming: Naming::of(&scenario).into(),
            waits: Waits::of(&scenario),
            sent_to: [Bits::new(items), Bits::new(items)],
            used: [vec![0; items], vec![0; items]],
            liaison: Liaison::new(scenario.trust),
            draft: None,
            verdict: None,
            board: Board::default(),
            operations: Operations::default(),
            applications: vec![Vec::new(); scenario.authorities.len()],
            set_pieces: SetPieces::new(),
            facilitation: Facilitation::default(),
            questionnaires: Questionnaires::default(),
            events: 0,
            scenario,
        }
    }

    /// The team can read more of the item than before: it has just come to lie in the folder, or lies there
    /// in another form.
    pub(crate) fn read_again(&mut self, team: Team, item: ItemId) {
        let folder = &self.teams[team.index()].folder;
        let named = &mut self.named[team.index()];
        let Some(place) = self.lies[team.index()].get_mut(item.index()) else {
            return;
        };
        match (*place, folder.last()) {
            (None, Some(last)) if last.item == item => {
                *place = u16::try_from(folder.len() - 1).ok();
                name(&self.scenario, last, named);
            }
            _ => *named = self::named(&self.scenario, folder),
        }
    }

    /// The state after these events.
    pub fn replay<'a>(
        scenario: Arc<Scenario>,
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Self {
        let mut state = Self::new(scenario);
        for event in events {
            super::evolve(&mut state, event);
        }
        state
    }

    /// The case being played.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }
    /// Where the exercise stands.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }
    /// The current round; 0 in the briefing.
    #[must_use]
    pub fn round(&self) -> u8 {
        self.round
    }
    /// Is the clock stopped?
    #[must_use]
    pub fn paused(&self) -> bool {
        self.paused
    }
    /// Wall-clock seconds that the current phase has in all, extensions included.
    #[must_use]
    pub fn limit_seconds(&self) -> u32 {
        self.scenario
            .planning_seconds
            .saturating_add(self.extension)
    }
    /// Per cent of its speed at which the clock of a phase runs.
    #[must_use]
    pub fn pace(&self) -> u8 {
        self.facilitation.pace
    }
    /// Is the truth open to the teams? The exercise is over and, where it was to wait for the
    /// facilitator, the facilitator has opened it.
    #[must_use]
    pub fn truth_open(&self) -> bool {
        self.phase == Phase::Debrief && !self.facilitation.held
    }
    /// Events folded so far.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    pub(crate) fn team(&self, team: Team) -> &TeamState {
        &self.teams[team.index()]
    }
    pub(crate) fn holding(&self, team: Team, item: ItemId) -> Option<&Holding> {
        self.team(team).folder.get(self.lies(team, item)?)
    }
    /// Where the item lies in the team's folder.
    pub(crate) fn lies(&self, team: Team, item: ItemId) -> Option<usize> {
        let place = self.lies[team.index()].get(item.index()).copied();
        place.flatten().map(usize::from)
    }
    /// Has the team ever sent the item to its partner?
    pub(crate) fn sent(&self, team: Team, item: ItemId) -> bool {
        self.sent_to[team.other().index()].has(item.index())
    }
    pub(crate) fn duty(&self, officer: OfficerId) -> Option<Duty> {
        self.duties.get(officer.index()).copied().flatten()
    }
    /// Officer hours that the team's duties take this round.
    pub(crate) fn hours_used(&self, team: Team) -> u8 {
        self.scenario
            .officers
            .iter()
            .zip(&self.duties)
            .filter(|(o, _)| o.team == team)
            .filter_map(|(_, d)| d.map(|d| self.scenario.task(d.task).hours))
            .fold(0, u8::saturating_add)
    }
}

/// The subjects that what lies in a folder names.
fn named(scenario: &Scenario, folder: &[Holding]) -> Bits {
    let mut named = Bits::new(scenario.subjects.len());
    for held in folder {
        name(scenario, held, &mut named);
    }
    named
}

fn name(scenario: &Scenario, held: &Holding, named: &mut Bits) {
    let read = scenario.item(held.item).named(held.form);
    read.iter().for_each(|s| named.set(s.index(), true));
}

fn lies(scenario: &Scenario, folder: &[Holding]) -> Vec<Option<u16>> {
    let mut lies = vec![None; scenario.items.len()];
    for (held, n) in folder.iter().zip(0u16..) {
        if let Some(place) = lies.get_mut(held.item.index()) {
            *place = Some(n);
        }
    }
    lies
}

/// By subject, the items of a case that name it, in full or in their tear-lines.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    /// Where in `items` those of a subject begin; those of the next begin where they end.
    begins: Vec<usize>,
    items: Vec<ItemId>,
}

impl Naming {
    fn of(scenario: &Scenario) -> Self {
        let mut pairs: Vec<(SubjectId, ItemId)> = Vec::new();
        for (item, id) in scenario.items.iter().zip((0u16..).map(ItemId)) {
            let named = item.subjects.iter().chain(&item.tear_subjects);
            pairs.extend(named.map(|subject| (*subject, id)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut begins = vec![0; scenario.subjects.len() + 1];
        for (subject, _) in &pairs {
            begins[subject.index() + 1] += 1;
        }
        for n in 1..begins.len() {
            begins[n] += begins[n - 1];
        }
        Self {
            begins,
            items: pairs.into_iter().map(|(_, item)| item).collect(),
        }
    }

    /// Those that name the subject, in the order of the case.
    pub(crate) fn subject(&self, id: SubjectId) -> &[ItemId] {
        let range = match self.begins.get(id.index()..) {
            Some([begin, end, ..]) => *begin..*end,
            _ => 0..0,
        };
        self.items.get(range).unwrap_or_default()
    }
}
