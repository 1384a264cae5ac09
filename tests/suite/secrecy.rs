//! Non-interference: what one team alone holds changes no byte that the other team receives.
//!
//! Two worlds that differ only in the content of what team B alone holds, the same commands in both:
//! everything that A's seat is sent, and the record as A may read it, is compared until
//! the debrief opens the truth. Played at random on every shipped case.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use liaison::bots::{Policy, Simulated};
use liaison::engine::encounter::questioning::{Act, Interview};
use liaison::engine::rules::tasks::chance;
use liaison::engine::{About, Command, Event, Plan, Start, State, Theory, evolve};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::scenario::ids::{
    AskId, AuthorityId, InjectId, ItemId, OfficerId, OperationId, PersonId, RoleId, SubjectId,
    TaskId, Team,
};
use liaison::scenario::model::Link;
use liaison::scenario::questionnaires::SurveyKind;
use liaison::scenario::words::{
    Channel, Delivery, Form, Handling, InfoGrade, ItemKind, PersonStatus, RoleKind,
};
use liaison::scenario::{Scenario, Text};
use liaison::session::{Entry, LocalTable, Session, self_play_timed};
use liaison::view::{AboutView, Reader, TeamView, project, told};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::support::{fixture, shipped};

/// Random exercises for each case. Each compares two whole worlds. The core alone is tested while one
/// works on it, and plays fewer.
const EXERCISES: u32 = if cfg!(feature = "app") { 2_000 } else { 400 };

const CANARY: &str = "ZQXCANARY";

/// What was given to the session.
#[derive(Clone)]
enum Given {
    Said(Seat, Command),
    Time(u64),
}

/// Everything that one exercise was given, in order; a trainer does something now and then.
fn play(scenario: &Arc<Scenario>, seed: u64, policies: [Policy; 2]) -> Vec<Given> {
    let session = Session::create(
        Arc::clone(scenario),
        seed,
        Box::new(liaison::session::Memory),
    );
    let mut table = LocalTable::open(session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    let given = std::cell::RefCell::new(Vec::new());
    self_play_timed(
        &mut table,
        &mut teams,
        |team, command, _| {
            let said = Given::Said(Seat::Team(team), command.clone());
            given.borrow_mut().push(said);
        },
        |ms| given.borrow_mut().push(Given::Time(ms)),
    );
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut with_trainer = Vec::new();
    for one in given.into_inner() {
        with_trainer.push(one);
        if let Some(command) = trainer(scenario, &mut rng) {
            with_trainer.push(Given::Said(Seat::Facilitator, command));
        }
    }
    possible(scenario, seed, with_trainer)
}

/// What a trainer does with the list of injects and by hand, one time in four.
pub fn trainer(scenario: &Scenario, rng: &mut ChaCha8Rng) -> Option<Command> {
    let injects = u16::try_from(scenario.injects.len()).expect("a small case");
    let inject = InjectId(rng.random_range(0..injects.max(1)));
    Some(match rng.random_range(0..40u8) {
        0 => Command::FireInject { inject },
        1 => Command::HoldInject { inject },
        2 => Command::ReleaseInject { inject },
        3 => Command::SkipInject { inject },
        4 => Command::EditInject {
            inject,
            text: "As the trainer puts it.".to_owned(),
        },
        5 | 6 => by_hand(scenario, rng),
        7 => Command::Observe {
            team: some_team(rng),
            text: CANARY.to_owned(),
            rating: None,
            critical: rng.random(),
        },
        8 => Command::SetPace {
            percent: if rng.random() { 50 } else { 100 },
        },
        9 if rng.random() => Command::HoldDebrief,
        _ => return None,
    })
}

fn some_team(rng: &mut ChaCha8Rng) -> Option<Team> {
    [None, Some(Team::North), Some(Team::South)][rng.random_range(0..3usize)]
}

/// What a trainer puts into the exercise that its list does not have.
fn by_hand(scenario: &Scenario, rng: &mut ChaCha8Rng) -> Command {
    let any = |rng: &mut ChaCha8Rng, n: usize| {
        rng.random_range(0..u16::try_from(n).expect("a small case").max(1))
    };
    match rng.random_range(0..6u8) {
        0 | 1 => Command::GiveItem {
            team: Team::BOTH[usize::from(rng.random::<bool>())],
            item: ItemId(any(rng, scenario.items.len())),
        },
        2 | 3 => Command::OverrideTask {
            round: rng.random_range(1..=scenario.rounds),
            task: TaskId(any(rng, scenario.tasks.len())),
            success: rng.random(),
            reason: CANARY.to_owned(),
        },
        4 => Command::Tell {
            to: some_team(rng),
            text: "As the trainer says.".to_owned(),
        },
        _ => Command::InsertInject {
            to: some_team(rng),
            from: "A passer-by".to_owned(),
            via: Delivery::InPerson,
            text: "There was a light.".to_owned(),
        },
    }
}

/// Without the theories that are refused once a trainer takes part: what a team thinks in private
/// decides whether they are, and that is changed below.
fn possible(scenario: &Arc<Scenario>, seed: u64, given: Vec<Given>) -> Vec<Given> {
    let mut session = Session::create(
        Arc::clone(scenario),
        seed,
        Box::new(liaison::session::Memory),
    );
    let mut possible = Vec::new();
    for one in given {
        let answer = give(&mut session, 0, &one);
        let refused = answer
            .iter()
            .any(|(_, m)| matches!(m, ServerMessage::Refused { .. }));
        let theory = matches!(&one, Given::Said(_, Command::RecordTheory { .. }));
        if !(refused && theory) {
            possible.push(one);
        }
    }
    possible
}

fn give(session: &mut Session, id: u32, given: &Given) -> Vec<(Seat, ServerMessage)> {
    match given {
        Given::Said(seat, command) => {
            let command = command.clone();
            session.handle(*seat, ClientMessage::Command { id, command })
        }
        // As much of the phase as without a trainer who slows the clock.
        Given::Time(ms) => session.advance(ms * 100 / u64::from(session.state().pace())),
    }
}

/// Everything that `watcher` receives while the commands are given, until the debrief.
struct Heard {
    wire: Vec<ServerMessage>,
    last: TeamView,
    entries: Vec<Entry>,
}

fn listen(scenario: &Arc<Scenario>, seed: u64, watcher: Team, commands: &[Given]) -> Heard {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let mut session = Session::create(Arc::clone(scenario), seed, Box::new(Arc::clone(&kept)));
    let mut wire = Vec::new();
    let mut hear = |out: Vec<(Seat, ServerMessage)>| {
        for (seat, message) in out {
            if seat == Seat::Team(watcher) {
                wire.push(message);
            }
        }
    };
    let hello = || ClientMessage::Hello { version: VERSION };
    hear(session.handle(Seat::Team(watcher), hello()));
    for (id, given) in (0u32..).zip(commands) {
        let out = give(&mut session, id, given);
        // Where the truth is held back, the teams still know nothing of it.
        if session.state().truth_open() {
            break;
        }
        hear(out);
        if id % 16 == 3 {
            for command in probes(scenario, session.state(), watcher, seed ^ u64::from(id)) {
                let message = ClientMessage::Command { id, command };
                let out = session.handle(Seat::Team(watcher), message.clone());
                let refused = |(seat, message): &(Seat, ServerMessage)| {
                    *seat == Seat::Team(watcher) && matches!(message, ServerMessage::Refused { .. })
                };
                assert!(out.len() == 1 && refused(&out[0]), "{message:?}: {out:?}");
                hear(out);
            }
        }
        // A seat that comes back is told everything anew.
        if id % 16 == 7 {
            hear(session.handle(Seat::Team(watcher), hello()));
        }
    }
    let last = project(session.state(), watcher);
    let entries = kept.lock().expect("one writer").clone();
    Heard {
        wire,
        last,
        entries,
    }
}

/// What is tried out: of all that could be, one in eight, other ones each time. Over two thousand
/// exercises each of them is tried hundreds of times.
struct Probes {
    chance: ChaCha8Rng,
    out: Vec<Command>,
}

impl Probes {
    fn ask(&mut self, command: impl FnOnce() -> Command) {
        if self.chance.random_ratio(1, 8) {
            self.out.push(command());
        }
    }

    fn think(&mut self, theory: impl Fn() -> Theory) {
        self.ask(|| Command::RecordTheory { theory: theory() });
        self.ask(|| Command::DraftVerdict { theory: theory() });
    }
}

/// Commands that name every id of the case, and one more of each kind, which the watcher does not hold,
/// has not or does not know: whoever tries them out must learn nothing.
fn probes(scenario: &Scenario, state: &State, watcher: Team, chance: u64) -> Vec<Command> {
    let view = project(state, watcher);
    let ids = |n: usize| 0..=u16::try_from(n).expect("a small case");
    let mut out = Probes {
        chance: ChaCha8Rng::seed_from_u64(chance),
        out: Vec::new(),
    };
    let key = &scenario.theory;
    let theory = Theory::blank(key.questions.len(), scenario.people.len())
        .with_grid(key.elements.len(), key.roles.len());
    let but = |change: &dyn Fn(&mut Theory)| {
        let mut theory = theory.clone();
        change(&mut theory);
        theory
    };
    for item in ids(scenario.items.len()).map(ItemId) {
        if view.folder.iter().any(|i| i.id == item) {
            continue;
        }
        for form in Form::ALL {
            for channel in Channel::ALL {
                out.ask(|| Command::ShareItem {
                    item,
                    form: *form,
                    channel: *channel,
                    note: None,
                });
            }
        }
        out.think(|| but(&|t| t.cited.push(item)));
        for cell in 0..theory.elements.len() {
            out.think(|| but(&|t| t.elements[cell].push(item)));
        }
    }
    let own = view.officers.first().map(|o| o.id);
    for task in ids(scenario.tasks.len()).map(TaskId) {
        if !view.tasks.iter().any(|t| t.id == task)
            && let Some(officer) = own
        {
            out.ask(|| Command::AssignTask { officer, task });
        }
    }
    for officer in ids(scenario.officers.len()).map(OfficerId) {
        if view.officers.iter().any(|o| o.id == officer) {
            continue;
        }
        out.ask(|| Command::ClearTask { officer });
        for task in ids(scenario.tasks.len()).map(TaskId) {
            out.ask(|| Command::AssignTask { officer, task });
        }
    }
    plans(scenario, &view, &mut out);
    let held = |item: &ItemId| view.folder.iter().any(|i| i.id == *item);
    for authority in ids(scenario.authorities.len()).map(AuthorityId) {
        let own = view.authorities.iter().any(|a| a.id == authority);
        for item in ids(scenario.items.len()).map(ItemId) {
            if !own || !held(&item) {
                let items = vec![item];
                out.ask(|| Command::ApplyAuthority { authority, items });
            }
        }
    }
    // What the folder or the draft on the table names is known.
    let drafted = view.verdict.iter().flat_map(|v| &v.named);
    let named = view.folder.iter().flat_map(|i| &i.subjects);
    // What has stood on the joint board, was asked for or met in the register stays among the answers.
    let offered = view.theory.questions.iter().flat_map(|q| &q.options);
    let known = named.chain(drafted).chain(offered);
    let known: BTreeSet<SubjectId> = known.map(|s| s.id).collect();
    for subject in ids(scenario.subjects.len()).map(SubjectId) {
        for question in 0..scenario.theory.questions.len() {
            if !known.contains(&subject) {
                out.think(|| but(&|t| t.answers[question] = Some(subject)));
            }
        }
    }
    let judged = view.verdict.iter().flat_map(|v| &v.people);
    let met: BTreeSet<PersonId> = (view.theory.people.iter().chain(judged))
        .map(|p| p.id)
        .collect();
    for person in 0..scenario.people.len() {
        if !met.contains(&PersonId(u16::try_from(person).expect("a small case"))) {
            out.think(|| but(&|t| t.people[person] = PersonStatus::Migrant));
        }
    }
    let read = view.verdict.iter().flat_map(|v| &v.roles);
    let asked: BTreeSet<RoleId> = view.theory.roles.iter().chain(read).map(|r| r.id).collect();
    for role in 0..scenario.theory.roles.len() {
        if !asked.contains(&RoleId(u16::try_from(role).expect("a small case"))) {
            out.think(|| but(&|t| t.roles[role] = Some(RoleKind::Victim)));
        }
    }
    out.out
}

/// Plans of operations that are not offered, that rest on items which the watcher does not hold, or that
/// name an officer of the partner; and signatures under what is not on the table.
fn plans(scenario: &Scenario, view: &TeamView, out: &mut Probes) {
    let count = |n: usize| u16::try_from(n).expect("a small case");
    let offered = &view.operations.offered;
    for operation in (0..=count(scenario.operations.len())).map(OperationId) {
        let plan = Plan::blank(operation);
        if !offered.iter().any(|o| o.id == operation && !o.done) {
            out.ask(|| Command::DraftPlan { plan });
            continue;
        }
        for item in (0..=count(scenario.items.len())).map(ItemId) {
            if !view.folder.iter().any(|i| i.id == item) {
                let mut plan = plan.clone();
                plan.cited.push(item);
                out.ask(|| Command::DraftPlan { plan });
            }
        }
        let named = view.operations.draft.iter().flat_map(|d| &d.officers);
        let named: BTreeSet<OfficerId> = named.map(|m| m.officer).collect();
        for officer in (0..=count(scenario.officers.len())).map(OfficerId) {
            let own = view.officers.iter().any(|o| o.id == officer);
            if !own && !named.contains(&officer) {
                let mut plan = plan.clone();
                plan.officers = vec![(officer, scenario.operations[0].roles[0].role)];
                plan.start = Some(Start {
                    round: 1,
                    minute: 0,
                });
                out.ask(|| Command::DraftPlan { plan });
            }
        }
    }
    let revision = view.operations.draft.as_ref().map_or(0, |d| d.revision);
    out.ask(|| Command::SignPlan {
        revision: revision + 1,
    });
}

/// The record as `watcher` may read it, until the debrief.
fn record(scenario: &Arc<Scenario>, watcher: Team, entries: &[Entry]) -> Vec<String> {
    let mut state = State::new(Arc::clone(scenario));
    let mut lines = Vec::new();
    for event in entries.iter().flat_map(|e| &e.events) {
        let number = lines.len() as u64 + 1;
        if let Some(line) = told(&state, number, event, Reader::Team(watcher)) {
            lines.push(line.to_string());
        }
        evolve(&mut state, event);
    }
    lines
}

/// What of an exercise ties the partner's secrets to what the watcher gets to know of its deeds.
///
/// Both worlds are given the same commands, and what a command of the partner brings about the watcher
/// may see: an item arrives, a draft lies on the table, the world answers a deed with an inject. So a
/// secret can be another only where no command asks for it:
/// - handling, unless the partner tried to pass the item's full text on, or a link that rests on it: whether and when it goes is
///   then decided by it. A tear-line goes whatever the handling, and so may its item's vary;
/// - odds, as far as the officers' rolls still fall on the same side: success has effects, and what it
///   yields may be passed on. A task that nobody did may have any odds;
/// - the names of officers whom no plan names, and what is true of operations that were not carried out:
///   places, rounds, hours, which risks are real, what covers what. Which items show place and time may
///   be others always;
/// - subjects, except those that a draft of the verdict names, judges or gives a role: the partner may write only what
///   it knows, and the draft is read by both;
/// - the grade and kind of items, except those that were cited in an application for an authority: on
///   them rests whether it is granted, and so what the partner may then do. For the same reason the lists
///   of what shows a ground may be others only by items that nobody cited. An application that never came
///   to anything may as well not have been made.
///
/// What never varies: effects and conditions, which are the world's own rules; the hours and rounds of
/// tasks, which decide whether a command is accepted; and whose item is which number, since the watcher
/// counts its own by it.
#[derive(Default)]
struct Deeds {
    /// Items of which a full text was to be passed on, whatever came of it.
    tried: BTreeSet<ItemId>,
    /// Who rolled what at which task, and whether that was enough.
    rolls: Vec<(OfficerId, TaskId, u8, bool)>,
    /// Whom and what drafts name: who writes it there tells the partner.
    told: BTreeSet<SubjectId>,
    /// Subjects of the persons whom drafts judge.
    judged: BTreeSet<SubjectId>,
    /// What either team tries to put onto the joint board.
    posted: BTreeSet<Link>,
    /// Officers whom a plan names.
    named: BTreeSet<OfficerId>,
    /// Authorities on which a plan says that its side acts.
    rested: BTreeSet<AuthorityId>,
    /// Operations that were carried out: both are told how.
    ran: BTreeSet<OperationId>,
    /// What was cited in an application for an authority.
    cited: BTreeSet<ItemId>,
    /// Authorities that were granted, or for which items of the partner were cited: it is told of that.
    felt: BTreeSet<AuthorityId>,
}

impl Deeds {
    fn of(scenario: &Scenario, commands: &[Given], entries: &[Entry]) -> Self {
        let mut deeds = Self {
            posted: tried(commands),
            ..Self::default()
        };
        for given in commands {
            let Given::Said(_, command) = given else {
                continue;
            };
            match command {
                Command::ShareItem {
                    item,
                    form: Form::Full,
                    ..
                } => {
                    deeds.tried.insert(*item);
                }
                // What the register and the partner are asked about they know by name.
                Command::Request { subjects, .. } => deeds.told.extend(subjects),
                Command::PointerQuery {
                    about: About::Subject(subject),
                } => {
                    deeds.told.insert(*subject);
                }
                // A hidden place is known by the subjects that are tied to it.
                Command::PointerQuery {
                    about: About::Place(place),
                } => {
                    let tied = (0u16..).map(SubjectId).zip(&scenario.subjects);
                    let tied = tied.filter(|(_, s)| s.place == Some(*place));
                    deeds.told.extend(tied.map(|(id, _)| id));
                }
                Command::ApplyAuthority { authority, items } => {
                    deeds.cited.extend(items);
                    let team = scenario.authorities.get(authority.index()).map(|a| a.team);
                    let theirs = |i: &ItemId| {
                        let item = scenario.items.get(i.index());
                        item.is_some_and(|i| Some(i.origin) != team)
                    };
                    if items.iter().any(theirs) {
                        deeds.felt.insert(*authority);
                    }
                }
                Command::PostLink { link } => deeds.told.extend([link.from, link.to]),
                Command::DraftPlan { plan } => {
                    deeds.named.extend(plan.officers.iter().map(|(o, _)| o));
                    deeds.rested.extend(plan.basis.iter().flatten());
                }
                Command::AddLink { link, items }
                    if deeds
                        .posted
                        .contains(&Link::new(link.from, link.to, link.kind)) =>
                {
                    deeds.tried.extend(items);
                }
                Command::DraftVerdict { theory } => {
                    deeds.told.extend(theory.answers.iter().flatten());
                    let judged = scenario.people.iter().zip(&theory.people);
                    let judged = judged.filter(|(_, s)| **s != PersonStatus::Unknown);
                    deeds.judged.extend(judged.map(|(p, _)| p.subject));
                    let roles = scenario.theory.roles.iter().zip(&theory.roles);
                    let named = roles.filter(|(_, said)| said.is_some());
                    deeds.told.extend(named.map(|(role, _)| role.subject));
                }
                _ => {}
            }
        }
        // Handling decides whether what is behind a link may be told on the joint board.
        for (item, i) in scenario.items.iter().zip(0u16..) {
            if item.links.iter().any(|s| deeds.posted.contains(&s.link)) {
                deeds.tried.insert(ItemId(i));
            }
        }
        for event in entries.iter().flat_map(|e| &e.events) {
            if let Event::TaskResolved {
                officer,
                task,
                roll,
                success,
                ..
            } = event
            {
                deeds.rolls.push((*officer, *task, *roll, *success));
            }
            if let Event::OperationRun { operation, .. } = event {
                deeds.ran.insert(*operation);
            }
            if let Event::AuthorityApplied {
                authority,
                from: Some(_),
                ..
            } = event
            {
                deeds.felt.insert(*authority);
            }
        }
        deeds
    }

    /// Other odds with which every roll of the exercise ends as it did.
    fn other_odds(&self, scenario: &Scenario, id: TaskId) -> Option<u8> {
        let mut task = scenario.task(id).clone();
        let odds = task.odds;
        // As far away as the rolls allow.
        let mut others: Vec<u8> = (5..=100).filter(|o| *o != odds).collect();
        others.sort_by_key(|o| std::cmp::Reverse(o.abs_diff(odds)));
        others.into_iter().find(|other| {
            task.odds = *other;
            let mut rolls = self.rolls.iter().filter(|(_, t, ..)| *t == id);
            rolls.all(|(officer, _, roll, success)| {
                (*roll <= chance(&task, scenario.officer(*officer))) == *success
            })
        })
    }

    /// The same list with every subject exchanged that no draft speaks of.
    fn other_subjects(&self, scenario: &Scenario, subjects: &[SubjectId]) -> Vec<SubjectId> {
        let free = |s: &SubjectId| !self.told.contains(s) && !self.judged.contains(s);
        let all = (0u16..).map(SubjectId).take(scenario.subjects.len());
        let strangers = all.filter(|s| free(s) && !subjects.contains(s));
        let kept = subjects.iter().copied().filter(|s| !free(s));
        kept.chain(strangers).collect()
    }
}

/// The same case, with everything changed that `watcher` does not get to know in this exercise.
fn other_world(scenario: &Scenario, watcher: Team, seen: &TeamView, deeds: &Deeds) -> Scenario {
    let (told, posted) = (&deeds.told, &deeds.posted);
    let mut other = scenario.clone();
    let secret =
        |text: &mut Text| *text = Text::new("en", format!("{CANARY} {}", text.get("en").len() * 7));
    // Asked for by name, or met in the register: told by the partner itself.
    let asked = seen.liaison.requests.iter().flat_map(|r| &r.subjects);
    let met = seen.liaison.queries.iter().filter_map(|q| match &q.about {
        AboutView::Subject(s) => Some(s),
        AboutView::Place { .. } => None,
    });
    let sent_to = seen.tasks.iter().filter_map(|t| t.target.as_ref());
    let known: BTreeSet<SubjectId> = seen
        .folder
        .iter()
        .flat_map(|i| &i.subjects)
        .chain(asked)
        .chain(met)
        .chain(sent_to)
        .map(|s| s.id)
        .collect();
    for (item, i) in other.items.iter_mut().zip(0u16..) {
        let held = seen.folder.iter().find(|x| x.id.0 == i);
        if held.is_some_and(|h| h.form == Form::Full) {
            continue;
        }
        // Of what binds whom, only what is put onto the joint board is told.
        let links = item.links.iter_mut().filter(|s| !posted.contains(&s.link));
        links.for_each(|said| said.negated = !said.negated);
        secret(&mut item.title);
        secret(&mut item.text);
        // Whoever has a tear-line reads of whom that speaks, and how the item is to be handled.
        item.subjects = deeds.other_subjects(scenario, &item.subjects);
        if held.is_none() {
            item.tear_subjects = deeds.other_subjects(scenario, &item.tear_subjects);
            if !deeds.tried.contains(&ItemId(i)) {
                item.handling = match item.handling {
                    Handling::Open => Handling::TearLineOnly,
                    _ => Handling::Open,
                };
            }
            if let Some(tear) = &mut item.tear_line {
                secret(tear);
            }
            let links = item.tear_links.iter_mut();
            let secret_links = links.filter(|s| !posted.contains(&s.link));
            secret_links.for_each(|said| said.negated = !said.negated);
        }
        if held.is_none() && !deeds.cited.contains(&ItemId(i)) {
            item.source = item.source % 3 + 1;
            item.info = if item.info == InfoGrade::A {
                InfoGrade::E
            } else {
                InfoGrade::A
            };
            item.kind = match item.kind {
                ItemKind::Evidence => ItemKind::Intelligence,
                ItemKind::Intelligence => ItemKind::Evidence,
            };
        }
    }
    for (subject, i) in other.subjects.iter_mut().zip(0u16..) {
        if !known.contains(&SubjectId(i)) && !told.contains(&SubjectId(i)) {
            secret(&mut subject.name);
        }
    }
    // Where an operation can go, both see on its card.
    let choices = scenario.operations.iter().flat_map(|o| &o.places);
    let offered: BTreeSet<u16> = choices.flatten().map(|p| p.0).collect();
    for (place, i) in other.map.places.iter_mut().zip(0u16..) {
        if !offered.contains(&i)
            && place.hidden
            && !seen.places.iter().any(|p| p.name == place.name)
        {
            secret(&mut place.name);
            place.at = (place.at.1, place.at.0);
        }
    }
    let partner = watcher.other();
    let service = &mut other.services[partner.index()];
    secret(&mut service.briefing);
    secret(&mut service.law);
    for (task, i) in other.tasks.iter_mut().zip(0u16..) {
        if task.team != partner {
            continue;
        }
        if let Some(odds) = deeds.other_odds(scenario, TaskId(i)) {
            task.odds = odds;
        }
        secret(&mut task.title);
        secret(&mut task.detail);
        secret(&mut task.success_text);
        task.locked.iter_mut().for_each(secret);
        task.failure_text.iter_mut().for_each(secret);
    }
    for (authority, i) in other.authorities.iter_mut().zip(0u16..) {
        for ground in &mut authority.grounds {
            ground.items.retain(|i| deeds.cited.contains(i));
            if authority.team == partner {
                secret(&mut ground.text);
            }
        }
        let rested = deeds.rested.contains(&AuthorityId(i));
        if authority.team == partner && !rested {
            secret(&mut authority.title);
            secret(&mut authority.detail);
        }
    }
    for (operation, i) in other.operations.iter_mut().zip(0u16..) {
        other_truth(operation, deeds.ran.contains(&OperationId(i)), secret);
    }
    let officers = other.officers.iter_mut().zip((0u16..).map(OfficerId));
    let unnamed = officers.filter(|(o, id)| o.team == partner && !deeds.named.contains(id));
    for (officer, _) in unnamed {
        secret(&mut officer.name);
        officer.initials = Arc::from("??");
        officer.portrait.age += 7;
    }
    for inject in other
        .injects
        .iter_mut()
        .filter(|i| !i.to.contains(&watcher))
    {
        secret(&mut inject.text);
        secret(&mut inject.from);
        let options = inject.decision.iter_mut().flat_map(|d| &mut d.options);
        options.for_each(|o| secret(&mut o.text));
    }
    for inject in &mut other.injects {
        inject.synopsis.iter_mut().for_each(secret);
        inject.expect.iter_mut().for_each(secret);
    }
    let network = &mut other.network;
    network.plan.iter_mut().for_each(|s| secret(&mut s.text));
    let reactions = network.reactions.iter_mut();
    reactions.for_each(|r| secret(&mut r.text));
    for milestone in other
        .milestones
        .iter_mut()
        .filter(|m| m.team != Some(watcher))
    {
        milestone.hint.iter_mut().for_each(secret);
    }
    for element in &mut other.theory.elements {
        element.proof.clear();
    }
    // Whose roles are asked, a team sees of those whom it knows.
    let met = |s: &SubjectId| {
        let known = seen.liaison.known.iter().any(|k| k.subject.id == *s);
        known || told.contains(s) || deeds.judged.contains(s)
    };
    let all = (0u16..).map(SubjectId).take(scenario.subjects.len());
    let strangers: Vec<SubjectId> = all.filter(|s| !met(s)).collect();
    for role in &mut other.theory.roles {
        role.truth = match role.truth {
            RoleKind::Organiser => RoleKind::Bystander,
            _ => RoleKind::Organiser,
        };
        if !met(&role.subject) {
            let another = strangers.iter().find(|s| **s != role.subject);
            role.subject = another.copied().unwrap_or(role.subject);
        }
    }
    // What is right waits for the debrief; what is asked both read.
    for question in &mut other.questionnaires {
        if let SurveyKind::Knowledge(k) = &mut question.kind {
            let right: Vec<bool> = k.options.iter().map(|o| o.right).collect();
            let others = right.iter().cycle().skip(1);
            (k.options.iter_mut().zip(others)).for_each(|(o, right)| o.right = *right);
            secret(&mut k.teaching);
            secret(&mut k.source);
        }
    }
    secret(&mut other.truth.story);
    let judged = other.theory.links.iter_mut();
    judged.for_each(|said| said.negated = !said.negated);
    other
        .truth
        .events
        .iter_mut()
        .for_each(|e| secret(&mut e.text));
    for objective in &mut other.objectives {
        secret(&mut objective.text);
        objective
            .criteria
            .iter_mut()
            .for_each(|c| secret(&mut c.text));
    }
    other
}

/// An operation of which nobody can know what is true.
fn other_truth(
    operation: &mut liaison::scenario::operations::Operation,
    ran: bool,
    secret: impl Fn(&mut Text),
) {
    operation.evidence.clear();
    if ran {
        return;
    }
    let truth = &mut operation.truth;
    truth
        .places
        .iter_mut()
        .zip(&operation.places)
        .for_each(|(place, choices)| {
            *place = choices.iter().copied().rfind(|c| Some(*c) != *place);
        });
    truth.rounds = (1, 1);
    truth.hours = Some((0, 1));
    operation.risks.iter_mut().for_each(|r| r.real = !r.real);
    let covers = operation.contingencies.iter_mut();
    covers.for_each(|c| c.covers = liaison::scenario::model::Condition::Always);
    secret(&mut operation.success_text);
    secret(&mut operation.failure_text);
    operation.danger_text.iter_mut().for_each(secret);
}

/// What either team tries to put onto the joint board.
fn tried(commands: &[Given]) -> BTreeSet<Link> {
    let link = |given: &Given| match given {
        Given::Said(_, Command::PostLink { link }) => {
            Some(Link::new(link.from, link.to, link.kind))
        }
        _ => None,
    };
    commands.iter().filter_map(link).collect()
}

/// What the partner thinks in private, and tries in vain, is changed as well.
fn other_thoughts(commands: &[Given], watcher: Team, deeds: &Deeds) -> Vec<Given> {
    let posted = tried(commands);
    let change = |given: &Given| match given {
        Given::Said(seat, Command::RecordTheory { theory }) if *seat != Seat::Team(watcher) => {
            let theory = Theory::blank(theory.answers.len(), theory.people.len())
                .with_grid(theory.elements.len(), theory.roles.len());
            Given::Said(*seat, Command::RecordTheory { theory })
        }
        Given::Said(seat, Command::AddLink { link, .. })
            if *seat != Seat::Team(watcher)
                && !posted.contains(&Link::new(link.from, link.to, link.kind)) =>
        {
            Given::Said(*seat, Command::RemoveLink { link: *link })
        }
        Given::Said(seat, Command::ApplyAuthority { authority, .. })
            if *seat != Seat::Team(watcher) && !deeds.felt.contains(authority) =>
        {
            let (authority, items) = (*authority, Vec::new());
            Given::Said(*seat, Command::ApplyAuthority { authority, items })
        }
        same => same.clone(),
    };
    commands.iter().map(change).collect()
}

fn holds_for(scenario: &Arc<Scenario>, seed: u64, watcher: Team, policies: [Policy; 2]) {
    let commands = play(scenario, seed, policies);
    let here = listen(scenario, seed, watcher, &commands);
    let deeds = Deeds::of(scenario, &commands, &here.entries);
    let other = Arc::new(other_world(scenario, watcher, &here.last, &deeds));
    let thoughts = other_thoughts(&commands, watcher, &deeds);
    let there = listen(&other, seed, watcher, &thoughts);
    // Equal messages are equal bytes. One exercise in eight is put into bytes all the same: a field that
    // an equality passed over would show there.
    for (n, (a, b)) in here.wire.iter().zip(&there.wire).enumerate() {
        assert_eq!(a, b, "seed {seed}: message {n} to {watcher:?} differs");
        if seed.is_multiple_of(8) {
            let [a, b] = [a, b].map(|m| serde_json::to_string(m).expect("JSON"));
            assert_eq!(a, b, "seed {seed}: message {n} to {watcher:?} differs");
            assert!(
                !b.contains(CANARY),
                "seed {seed}: a secret reached {watcher:?}: {b}"
            );
        }
    }
    assert_eq!(here.wire.len(), there.wire.len(), "seed {seed}");
    let (a, b) = (
        record(scenario, watcher, &here.entries),
        record(&other, watcher, &there.entries),
    );
    for (n, (a, b)) in a.iter().zip(&b).enumerate() {
        assert_eq!(
            a, b,
            "seed {seed}: line {n} as {watcher:?} reads it differs"
        );
    }
    assert_eq!(a.len(), b.len(), "seed {seed}");
    for line in &b {
        assert!(
            !line.contains(CANARY),
            "seed {seed}: a secret reached {watcher:?}: {line}"
        );
    }
}

/// All of them, in two halves at a time: this is the longest test, and the last to end.
fn property(scenario: &Arc<Scenario>) {
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| half(scenario));
        }
    });
}

fn half(scenario: &Arc<Scenario>) {
    let config = ProptestConfig {
        cases: EXERCISES / 2,
        failure_persistence: None,
        ..Default::default()
    };
    let policies = (0..4usize, 0..4usize).prop_map(|(n, s)| {
        // Half of all exercises are wholly random.
        let pick = |i: usize| {
            if i < 2 {
                Policy::Random
            } else {
                Policy::ALL[i]
            }
        };
        [pick(n), pick(s)]
    });
    let strategy = (any::<u64>(), any::<bool>(), policies);
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let result = runner.run(&strategy, |(seed, north, policies)| {
        let watcher = if north { Team::North } else { Team::South };
        holds_for(scenario, seed, watcher, policies);
        Ok(())
    });
    if let Err(e) = result {
        panic!("{e}");
    }
}

#[test]
fn what_one_team_alone_holds_changes_nothing_for_the_other_on_every_shipped_case() {
    for case in shipped() {
        property(&case.scenario);
    }
}

#[test]
fn nor_on_the_case_in_which_every_rule_is_met() {
    property(&fixture("workbench").scenario);
}

#[test]
fn the_other_world_is_really_another() {
    // The property above could not fail if nothing were changed.
    for case in shipped() {
        let state = State::new(Arc::clone(&case.scenario));
        for watcher in Team::BOTH {
            let other = other_world(
                &case.scenario,
                watcher,
                &project(&state, watcher),
                &Deeds::default(),
            );
            let partners = |s: &Scenario| {
                let items = s.items.iter().filter(|i| i.origin != watcher);
                let tasks = s.tasks.iter().filter(|t| t.team != watcher);
                (
                    items
                        .map(|i| (i.handling, i.subjects.clone()))
                        .collect::<Vec<_>>(),
                    tasks.map(|t| t.odds).collect::<Vec<_>>(),
                )
            };
            let (here, there) = (partners(&case.scenario), partners(&other));
            let same = here.0.iter().zip(&there.0);
            assert!(same.clone().all(|(a, b)| a.0 != b.0 && a.1 != b.1));
            assert!(here.1.iter().zip(&there.1).all(|(a, b)| a != b));
            let partner = project(&State::new(Arc::new(other)), watcher.other());
            let wire = serde_json::to_string(&partner).expect("JSON");
            assert!(
                wire.matches(CANARY).count() >= 10,
                "the partner's own view has the changes"
            );
        }
    }
}

#[test]
fn a_partner_that_works_changes_nothing_for_a_team_that_waits() {
    // The partner's own doings, not only what it holds: whom it sends, calls back and sends again.
    let heard = |busy: bool| {
        let mut story = crate::support::Story::theorised();
        let hello = || ClientMessage::Hello { version: VERSION };
        story.session.handle(Seat::Team(Team::South), hello());
        let mut wire = Vec::new();
        let mut give = |session: &mut Session, team: Team, command: Command| {
            let message = ClientMessage::Command { id: 0, command };
            for (seat, message) in session.handle(Seat::Team(team), message) {
                if seat == Seat::Team(Team::South) {
                    wire.push(serde_json::to_string(&message).expect("JSON"));
                }
            }
        };
        let scenario = Arc::clone(&story.scenario);
        let officer = |key: &str| crate::support::officer(&scenario, key);
        let task = |key: &str| crate::support::task(&scenario, key);
        if busy {
            let officer = officer("ann");
            let task = task("n_watch");
            let north = Team::North;
            give(
                &mut story.session,
                north,
                Command::AssignTask { officer, task },
            );
            give(&mut story.session, north, Command::ClearTask { officer });
            give(
                &mut story.session,
                north,
                Command::AssignTask { officer, task },
            );
        }
        let (officer, task) = (officer("cai"), task("s_ask"));
        let south = Team::South;
        give(
            &mut story.session,
            south,
            Command::AssignTask { officer, task },
        );
        for team in Team::BOTH {
            give(&mut story.session, team, Command::SetReady { ready: true });
        }
        let entries = story.entries.lock().expect("one writer").clone();
        (wire, record(&scenario, Team::South, &entries))
    };
    let (quiet, busy) = (heard(false), heard(true));
    assert!(quiet.0.iter().any(|m| m.contains("\"roll\"")));
    assert_eq!(quiet, busy);
}

#[test]
fn an_interview_that_is_closed_early_teaches_nothing_of_what_the_team_lacks() {
    for scenario in shipped().into_iter().map(|c| c.scenario) {
        for who in &scenario.interviews {
            // Nothing of the case is at hand, one question is asked, and it is read back.
            let who = Arc::new(who.clone());
            let room = Interview::new(Arc::clone(&who)).in_case();
            let mut room = room.holding(|e| e.item.is_none());
            room.act(Act::Ask(AskId(0))).expect("the first question");
            room.act(Act::Close { refer: who.victim }).expect("time");
            assert!(room.lessons().is_empty(), "{}", who.key);
            let shown = serde_json::to_string(&room.view()).expect("a view");
            let lacking = who.evidence.iter().filter(|e| e.item.is_some());
            let texts = lacking.map(|e| &e.text);
            let lessons = who.contradictions.iter().filter_map(|c| c.lesson.as_ref());
            for secret in texts.chain(lessons) {
                let secret = serde_json::to_string(secret.get("en")).expect("a text");
                assert!(!shown.contains(&secret), "{}: {secret}", who.key);
            }
        }
    }
}
