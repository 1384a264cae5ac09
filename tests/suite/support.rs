//! What the suite's stories are told with.

use std::path::Path;
use std::sync::{Arc, Mutex};

use liaison::engine::{Actor, Command, Event, Phase, Refusal, State};
use liaison::library::{self, LoadedCase};
use liaison::scenario::Scenario;
use liaison::scenario::ids::{ItemId, OfficerId, PersonId, SubjectId, TaskId, Team};
use liaison::session::{Entry, Session, Trouble};

pub fn case_folder(name: &str) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    format!("{root}/tests/fixtures/cases/{name}")
}

/// A case of `tests/fixtures/cases`.
pub fn fixture(name: &str) -> LoadedCase {
    library::open(&case_folder(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The record of an exercise that two sharers have played, with this seed.
pub fn self_played(scenario: &Arc<Scenario>, seed: u64) -> Vec<Entry> {
    let entries = Arc::new(Mutex::new(Vec::new()));
    let record = Box::new(Arc::clone(&entries));
    let session = Session::create(Arc::clone(scenario), seed, record);
    let sharer = liaison::bots::Policy::Sharer;
    let mut teams = Team::BOTH.map(|team| liaison::bots::Simulated::new(sharer, team, seed));
    liaison::session::play_out(session, &mut teams).expect("two seats");
    let entries = entries.lock().expect("one writer").clone();
    assert!(!entries.is_empty());
    entries
}

/// Every case that the program ships.
pub fn shipped() -> Vec<LoadedCase> {
    let names = library::shipped();
    assert!(!names.is_empty(), "the program ships no case");
    names
        .iter()
        .map(|s| library::open(s.name).unwrap_or_else(|e| panic!("{e}")))
        .collect()
}

pub fn item(scenario: &Scenario, key: &str) -> ItemId {
    ItemId(place(scenario.items.iter().map(|x| x.key.as_str()), key))
}
pub fn task(scenario: &Scenario, key: &str) -> TaskId {
    TaskId(place(scenario.tasks.iter().map(|x| x.key.as_str()), key))
}
pub fn officer(scenario: &Scenario, key: &str) -> OfficerId {
    OfficerId(place(scenario.officers.iter().map(|x| x.key.as_str()), key))
}
pub fn subject(scenario: &Scenario, key: &str) -> SubjectId {
    SubjectId(place(scenario.subjects.iter().map(|x| x.key.as_str()), key))
}
/// A theory of this case in which nothing is decided.
pub fn blank(scenario: &Scenario) -> liaison::engine::Theory {
    let theory = &scenario.theory;
    liaison::engine::Theory::blank(theory.questions.len(), scenario.people.len())
        .with_grid(theory.elements.len(), theory.roles.len())
}
pub fn person(scenario: &Scenario, key: &str) -> PersonId {
    PersonId(place(scenario.people.iter().map(|x| x.key.as_str()), key))
}

fn place<'a>(mut keys: impl Iterator<Item = &'a str>, key: &str) -> u16 {
    let at = keys
        .position(|k| k == key)
        .unwrap_or_else(|| panic!("no {key} in the case"));
    u16::try_from(at).expect("a small case")
}

/// A story: commands given one after the other, and what came of the last.
pub struct Story {
    pub session: Session,
    pub scenario: Arc<Scenario>,
    pub entries: Arc<Mutex<Vec<Entry>>>,
    pub last: Result<Vec<Event>, Refusal>,
}

impl Story {
    /// An exercise of the fixture *Workbench*, in its briefing.
    pub fn of_workbench() -> Self {
        Self::of(fixture("workbench").scenario, 1)
    }

    pub fn of(scenario: Arc<Scenario>, seed: u64) -> Self {
        let entries = Arc::new(Mutex::new(Vec::new()));
        let record = Box::new(Arc::clone(&entries));
        let session = Session::create(Arc::clone(&scenario), seed, record);
        Self {
            session,
            scenario,
            entries,
            last: Ok(Vec::new()),
        }
    }

    /// …in the first planning phase.
    pub fn planning() -> Self {
        Self::of_workbench().both(Command::Acknowledge)
    }

    /// …with both first theories on record.
    pub fn theorised() -> Self {
        let story = Self::planning();
        let theory = story.blank();
        story.both(Command::RecordTheory { theory })
    }

    /// The report's page of an exercise that is over, in English.
    pub fn page(&self) -> String {
        let occasion = liaison::report::Occasion {
            seed: 1,
            people: [vec![], vec![]],
            program: String::new(),
            begun: 0,
        };
        let entries = self.entries.lock().expect("one writer").clone();
        let of = liaison::report::after_action(&self.scenario, occasion, &entries, None);
        let of = of.expect("an exercise that is over");
        liaison::report::html(&of, liaison::language::Lang::En).expect("a page")
    }

    pub fn blank(&self) -> liaison::engine::Theory {
        blank(&self.scenario)
    }

    #[track_caller]
    pub fn when(mut self, actor: impl Into<Who>, command: Command) -> Self {
        self.last = match self.session.command(actor.into().0, &command) {
            Ok(events) => Ok(events),
            Err(Trouble::Refused(refusal)) => Err(refusal),
            Err(Trouble::NotRecorded(e)) => panic!("not recorded: {e}"),
        };
        self
    }

    /// Both teams, North first.
    #[track_caller]
    pub fn both(self, command: Command) -> Self {
        self.when(Team::North, command.clone())
            .when(Team::South, command)
            .happened()
    }

    /// Planning ends, reports are read, the next phase begins.
    #[track_caller]
    pub fn next_round(self) -> Self {
        self.both(Command::SetReady { ready: true })
            .both(Command::Acknowledge)
    }

    /// To the verdict phase, doing nothing on the way.
    #[track_caller]
    pub fn until_verdict(mut self) -> Self {
        while self.state().phase() == Phase::Planning {
            self = self.next_round();
        }
        assert_eq!(self.state().phase(), Phase::Verdict);
        self
    }

    #[track_caller]
    pub fn happened(self) -> Self {
        if let Err(refusal) = &self.last {
            panic!("refused: {refusal:?}");
        }
        self
    }

    /// Exactly these events.
    #[track_caller]
    pub fn then(self, events: &[Event]) -> Self {
        assert_eq!(self.last.as_deref().map_err(|r| *r), Ok(events));
        self
    }

    /// The refusal, and nothing changed or recorded.
    #[track_caller]
    pub fn refused(self, refusal: Refusal) -> Self {
        assert_eq!(self.last, Err(refusal));
        self
    }

    pub fn state(&self) -> &State {
        self.session.state()
    }
}

/// Lets a story say `Team::North` where an actor is wanted.
pub struct Who(pub Actor);
impl From<Team> for Who {
    fn from(team: Team) -> Self {
        Who(Actor::Team(team))
    }
}
impl From<Actor> for Who {
    fn from(actor: Actor) -> Self {
        Who(actor)
    }
}

/// The built program.
pub fn liaison(args: &[&str]) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_liaison"));
    command
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY");
    command
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn path(p: &Path) -> &str {
    p.to_str().expect("a path in UTF-8")
}
