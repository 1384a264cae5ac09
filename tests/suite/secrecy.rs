//! Non-interference: what one team alone holds changes no byte that the other team receives.
//!
//! Two worlds that differ only in the content of what team B alone holds, the same commands in both:
//! everything that A's seat is sent, and the record as A may read it, is compared byte for byte until
//! the debrief opens the truth. Played at random on every shipped case.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase, State, Theory, evolve};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::scenario::ids::{SubjectId, Team};
use liaison::scenario::words::{Form, InfoGrade, ItemKind};
use liaison::scenario::{Scenario, Text};
use liaison::session::{Entry, LocalTable, Session, self_play};
use liaison::view::{AboutView, Reader, TeamView, project, told};
use proptest::prelude::*;

use crate::support::{fixture, shipped};

/// Random exercises for each case. Each compares two whole worlds.
const EXERCISES: u32 = 2_000;

const CANARY: &str = "ZQXCANARY";

/// The commands of one exercise, in order, with who gave them.
fn play(scenario: &Arc<Scenario>, seed: u64, policies: [Policy; 2]) -> Vec<(Team, Command)> {
    let session = Session::create(
        Arc::clone(scenario),
        seed,
        Box::new(liaison::session::Memory),
    );
    let mut table = LocalTable::open(session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    let mut given = Vec::new();
    self_play(&mut table, &mut teams, |team, command, _| {
        given.push((team, command.clone()))
    });
    given
}

/// Everything that `watcher` receives while the commands are given, until the debrief.
struct Heard {
    wire: Vec<String>,
    last: TeamView,
    entries: Vec<Entry>,
}

fn listen(
    scenario: &Arc<Scenario>,
    seed: u64,
    watcher: Team,
    commands: &[(Team, Command)],
) -> Heard {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let mut session = Session::create(Arc::clone(scenario), seed, Box::new(Arc::clone(&kept)));
    let mut wire = Vec::new();
    let mut hear = |out: Vec<(Seat, ServerMessage)>| {
        for (seat, message) in out {
            if seat == Seat::Team(watcher) {
                wire.push(serde_json::to_string(&message).expect("JSON"));
            }
        }
    };
    let hello = || ClientMessage::Hello { version: VERSION };
    hear(session.handle(Seat::Team(watcher), hello()));
    for (id, (team, command)) in (0u32..).zip(commands) {
        let message = ClientMessage::Command {
            id,
            command: command.clone(),
        };
        let out = session.handle(Seat::Team(*team), message);
        if session.state().phase() == Phase::Debrief {
            break;
        }
        hear(out);
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

/// The same case, with everything changed that `watcher` does not get to know in this exercise.
fn other_world(
    scenario: &Scenario,
    watcher: Team,
    seen: &TeamView,
    told: &BTreeSet<SubjectId>,
) -> Scenario {
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
        secret(&mut item.title);
        secret(&mut item.text);
        if held.is_none() {
            if let Some(tear) = &mut item.tear_line {
                secret(tear);
            }
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
    for place in &mut other.map.places {
        if place.hidden && !seen.places.iter().any(|p| p.name == place.name) {
            secret(&mut place.name);
            place.at = (place.at.1, place.at.0);
        }
    }
    let partner = watcher.other();
    let service = &mut other.services[partner.index()];
    secret(&mut service.briefing);
    secret(&mut service.law);
    for task in other.tasks.iter_mut().filter(|t| t.team == partner) {
        secret(&mut task.title);
        secret(&mut task.detail);
        secret(&mut task.success_text);
        task.locked.iter_mut().for_each(secret);
        task.failure_text.iter_mut().for_each(secret);
    }
    for officer in other.officers.iter_mut().filter(|o| o.team == partner) {
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
    }
    for milestone in other
        .milestones
        .iter_mut()
        .filter(|m| m.team != Some(watcher))
    {
        milestone.hint.iter_mut().for_each(secret);
    }
    secret(&mut other.truth.story);
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

/// Whom and what the joint drafts name: who writes it there tells the partner.
fn in_drafts(commands: &[(Team, Command)]) -> BTreeSet<SubjectId> {
    let named = |command: &Command| match command {
        Command::DraftVerdict { theory } => theory.answers.clone(),
        _ => Vec::new(),
    };
    commands
        .iter()
        .flat_map(|(_, command)| named(command))
        .flatten()
        .collect()
}

/// What the partner thinks in private is changed as well.
fn other_thoughts(commands: &[(Team, Command)], watcher: Team) -> Vec<(Team, Command)> {
    let change = |(team, command): &(Team, Command)| match command {
        Command::RecordTheory { theory } if *team != watcher => {
            let theory = Theory::blank(theory.answers.len(), theory.people.len());
            (*team, Command::RecordTheory { theory })
        }
        _ => (*team, command.clone()),
    };
    commands.iter().map(change).collect()
}

fn holds_for(scenario: &Arc<Scenario>, seed: u64, watcher: Team, policies: [Policy; 2]) {
    let commands = play(scenario, seed, policies);
    let here = listen(scenario, seed, watcher, &commands);
    let told = in_drafts(&commands);
    let other = Arc::new(other_world(scenario, watcher, &here.last, &told));
    let there = listen(&other, seed, watcher, &other_thoughts(&commands, watcher));
    assert_eq!(
        here.wire, there.wire,
        "seed {seed}: what {watcher:?} was sent differs"
    );
    let (a, b) = (
        record(scenario, watcher, &here.entries),
        record(&other, watcher, &there.entries),
    );
    assert_eq!(
        a, b,
        "seed {seed}: the record as {watcher:?} reads it differs"
    );
    for line in there.wire.iter().chain(&b) {
        assert!(
            !line.contains(CANARY),
            "seed {seed}: a secret reached {watcher:?}: {line}"
        );
    }
}

fn property(scenario: &Arc<Scenario>) {
    let config = ProptestConfig {
        cases: EXERCISES,
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
                &BTreeSet::new(),
            );
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
