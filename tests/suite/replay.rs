//! The journal is the state: folding it again gives the same state, byte for byte.

use std::sync::{Arc, Mutex};

use liaison::bots::{Plays, Policy, Simulated};
use liaison::engine::{State, fingerprint};
use liaison::journal::{About, Journal, read_file};
use liaison::library::{LoadedCase, from_exercise};
use liaison::scenario::ids::Team;
use liaison::session::{Entry, Session, play_out};

use crate::support::{fixture, shipped};
use rand::SeedableRng;

fn cases() -> Vec<LoadedCase> {
    let mut cases = shipped();
    cases.push(fixture("workbench"));
    cases
}

fn policies(seed: u64) -> [Policy; 2] {
    let pick = |n: u64| Policy::ALL[usize::try_from(n % 4).expect("small")];
    [pick(seed), pick(seed / 4)]
}

fn teams(seed: u64) -> [Simulated; 2] {
    Team::BOTH.map(|t| Simulated::new(policies(seed)[t.index()], t, seed))
}

#[test]
fn folding_the_record_gives_the_same_state() {
    for case in cases() {
        for seed in 0..500 {
            let kept = Arc::new(Mutex::new(Vec::<Entry>::new()));
            let record = Box::new(Arc::clone(&kept));
            let session = Session::create(Arc::clone(&case.scenario), seed, record);
            let table = play_out(session, &mut teams(seed)).expect("two seats");
            let live = table.session().state();
            let entries = kept.lock().expect("one writer");
            // Through JSON, as the exercise file keeps it.
            let json = serde_json::to_string(&*entries).expect("JSON");
            let read: Vec<Entry> = serde_json::from_str(&json).expect("the same");
            let events = read.iter().flat_map(|e| &e.events);
            let again = State::replay(Arc::clone(&case.scenario), events);
            assert_eq!(&again, live, "seed {seed}");
            assert_eq!(fingerprint(&again), fingerprint(live), "seed {seed}");
        }
    }
}

#[test]
fn the_same_seed_and_commands_give_the_same_exercise_and_another_seed_another() {
    let case = fixture("workbench");
    let hash = |seed: u64| {
        let record = Box::new(liaison::session::Memory);
        let session = Session::create(Arc::clone(&case.scenario), seed, record);
        let table = play_out(session, &mut teams(7)).expect("two seats");
        fingerprint(table.session().state())
    };
    assert_eq!(hash(7), hash(7));
    let hashes: std::collections::BTreeSet<_> = (0..20).map(hash).collect();
    assert!(hashes.len() > 1);
}

#[test]
fn an_exercise_file_opens_without_its_case_folder_and_goes_on_where_it_stood() {
    let case = fixture("workbench");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("exercise.liaison");
    let about = About {
        case: "workbench".into(),
        title: "Workbench".into(),
        seed: 3,
        people: [vec!["Ann".into()], vec!["Cai".into()]],
        program: "test".into(),
        begun: 0,
        origin: None,
    };
    let journal = Journal::create(&path, &about, &case.source.files).expect("a new file");
    let session = Session::create(Arc::clone(&case.scenario), 3, Box::new(journal));
    let mut table = liaison::session::LocalTable::open(session).expect("two seats");
    // Half of an exercise, then the program is gone.
    let mut half = teams(10);
    let mut given = 0;
    while given < 9 {
        for team in Team::BOTH {
            let seat = table.seat(team);
            if let Some(command) = half[team.index()].next(&seat.case, &seat.view) {
                table.send(liaison::protocol::Seat::Team(team), command);
            }
            given += 1;
        }
    }
    let before = table.session().state().clone();
    drop(table);

    let (journal, exercise) = Journal::open(&path).expect("it opens");
    assert_eq!(exercise.about, about);
    assert_eq!(exercise.case, case.source.files);
    let scenario = from_exercise(&exercise).expect("its own case");
    let session = Session::resume(
        scenario,
        exercise.about.seed,
        &exercise.entries,
        Box::new(journal),
    )
    .expect("it goes on");
    // Only the clock was stopped.
    assert_eq!(session.state().events(), before.events() + 1);
    assert!(session.state().paused());
    drop(session);
    let reread = read_file(&path).expect("it opens again");
    assert_eq!(reread.entries.len(), exercise.entries.len() + 1);
}

#[test]
fn chance_goes_on_after_a_restart_as_it_would_have_gone() {
    let case = fixture("workbench");
    // In the resolution no clock runs; in planning, stopping and starting it are on record.
    let play = |restart: Option<bool>| {
        let kept = Arc::new(Mutex::new(Vec::<Entry>::new()));
        let scenario = Arc::clone(&case.scenario);
        let mut session = Session::create(Arc::clone(&scenario), 5, Box::new(Arc::clone(&kept)));
        let mut rolls = Vec::new();
        for round in 0..3 {
            if restart.is_some() && round == 1 {
                let planning = restart == Some(true);
                if planning {
                    for team in Team::BOTH {
                        let actor = liaison::engine::Actor::Team(team);
                        let read = liaison::engine::Command::Acknowledge;
                        session.command(actor, &read).expect("read");
                    }
                }
                let entries = kept.lock().expect("one writer").clone();
                let record = Box::new(Arc::clone(&kept));
                session = Session::resume(Arc::clone(&scenario), 5, &entries, record).expect("on");
                if planning {
                    let clock = liaison::engine::Actor::Facilitator;
                    let on = liaison::engine::Command::Resume;
                    session.command(clock, &on).expect("it runs again");
                }
            }
            let mut give = |actor: Team, command: liaison::engine::Command| {
                let actor = liaison::engine::Actor::Team(actor);
                for event in session.command(actor, &command).unwrap_or_default() {
                    if let liaison::engine::Event::TaskResolved { roll, .. } = event {
                        rolls.push(roll);
                    }
                }
            };
            use liaison::engine::Command::{Acknowledge, AssignTask, SetReady};
            let officer = crate::support::officer(&scenario, "ann");
            let task = crate::support::task(&scenario, "n_flip");
            give(Team::North, Acknowledge);
            give(Team::South, Acknowledge);
            give(Team::North, AssignTask { officer, task });
            give(Team::North, SetReady { ready: true });
            give(Team::South, SetReady { ready: true });
        }
        rolls
    };
    let rolls = play(None);
    assert_eq!(rolls.len(), 3);
    assert_eq!(rolls, play(Some(false)));
    assert_eq!(rolls, play(Some(true)));
}

#[test]
fn a_seat_kept_up_to_date_by_deltas_shows_what_a_new_seat_would() {
    for case in cases() {
        for seed in 0..300 {
            let kept = Arc::new(Mutex::new(Vec::<Entry>::new()));
            let record = Box::new(Arc::clone(&kept));
            let session = Session::create(Arc::clone(&case.scenario), seed, record);
            let mut table = liaison::session::LocalTable::open(session).expect("two seats");
            let mut simulated = teams(seed);
            let mut idle = 0;
            let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
            while idle < 50 && table.session().state().phase() != liaison::engine::Phase::Debrief {
                idle += 1;
                for team in Team::BOTH {
                    let seat = table.seat(team);
                    let Some(command) = simulated[team.index()].next(&seat.case, &seat.view) else {
                        continue;
                    };
                    table.send(liaison::protocol::Seat::Team(team), command.clone());
                    // Time passes, and a trainer works on the list of injects.
                    table.advance(1_000);
                    if let Some(command) = crate::secrecy::trainer(&case.scenario, &mut rng) {
                        table.send(liaison::protocol::Seat::Facilitator, command);
                    }
                    for t in Team::BOTH {
                        let anew = liaison::view::project(table.session().state(), t);
                        assert_eq!(
                            table.seat(t).view,
                            anew,
                            "seed {seed}, {t:?} after {command:?}"
                        );
                    }
                }
            }
            let kept = kept.lock().expect("one writer");
            let events = kept.iter().flat_map(|e| &e.events);
            let again = State::replay(Arc::clone(&case.scenario), events);
            assert_eq!(&again, table.session().state(), "seed {seed}");
        }
    }
}

#[test]
fn a_view_that_is_brought_up_to_date_only_now_and_then_is_what_a_new_seat_would_see() {
    use liaison::engine::Actor;
    use liaison::view::{Touched, case_view, catch_up, project, touched};
    for case in cases() {
        let scenes = Team::BOTH.map(|t| case_view(&case.scenario, t));
        for seed in 0..120 {
            let record = Box::new(liaison::session::Memory);
            let mut session = Session::create(Arc::clone(&case.scenario), seed, record);
            let mut simulated = teams(seed);
            let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
            let mut shown = Team::BOTH.map(|t| project(session.state(), t));
            let mut open = [Touched::NOTHING; 2];
            for turn in 0..300 {
                let team = Team::BOTH[turn % 2];
                let n = team.index();
                let view = project(session.state(), team);
                let own = simulated[n].next(&scenes[n], &view);
                let own = own.map(|c| (Actor::Team(team), c));
                let theirs = crate::secrecy::trainer(&case.scenario, &mut rng);
                let theirs = theirs.map(|c| (Actor::Facilitator, c));
                for (actor, command) in own.into_iter().chain(theirs) {
                    let events = session.command(actor, &command).unwrap_or_default();
                    for team in Team::BOTH {
                        let each = events.iter().map(|e| touched(session.state(), e, team));
                        let open = &mut open[team.index()];
                        *open = each.fold(*open, Touched::and);
                    }
                }
                // Every few turns the whole view; between them now and then what the team looks at.
                let state = session.state();
                for team in Team::BOTH {
                    let (n, turn) = (team.index(), turn as u64);
                    let mut look = |at| catch_up(state, team, &mut shown[n], &mut open[n], at);
                    if turn % (1 + seed % 3) == 0 {
                        look(simulated[n].looks_at(state.phase()));
                    }
                    if turn % (2 + seed % 11) == 0 {
                        look(Touched::ALL);
                        let anew = project(state, team);
                        assert_eq!(shown[n], anew, "seed {seed}, turn {turn}, {team:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn seats_across_a_wire_show_what_a_new_seat_would() {
    use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
    use liaison::session::SeatEnd;
    use liaison::view::{apply_part, facilitator_view, project};
    let across = |message: &ServerMessage| -> ServerMessage {
        let frame = serde_json::to_string(message).expect("written");
        serde_json::from_str(&frame).expect("read")
    };
    for case in cases() {
        for seed in 0..25 {
            let record = Box::new(liaison::session::Memory);
            let mut session = Session::create(Arc::clone(&case.scenario), seed, record);
            let mut ends = Vec::new();
            let mut trainers = None;
            let seats = [
                Seat::Team(Team::North),
                Seat::Team(Team::South),
                Seat::Facilitator,
            ];
            for seat in seats {
                for (_, message) in session.handle(seat, ClientMessage::Hello { version: VERSION })
                {
                    match across(&message) {
                        ServerMessage::Facilitator { view } => trainers = Some(*view),
                        message => ends.extend(SeatEnd::greeted(message)),
                    }
                }
            }
            let mut trainers = trainers.expect("a view");
            let mut simulated = teams(seed);
            let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
            for id in 0..400 {
                let team = Team::BOTH[id as usize % 2];
                let seat: &SeatEnd = &ends[team.index()];
                let command = simulated[team.index()].next(&seat.case, &seat.view);
                let own = command.map(|c| (Seat::Team(team), c));
                let theirs = crate::secrecy::trainer(&case.scenario, &mut rng);
                let mut out = session.advance(1_000);
                for (seat, command) in own
                    .into_iter()
                    .chain(theirs.map(|c| (Seat::Facilitator, c)))
                {
                    out.extend(session.handle(seat, ClientMessage::Command { id, command }));
                }
                for (seat, message) in &out {
                    match (seat, across(message)) {
                        (Seat::Team(team), message) => ends[team.index()].hear(message),
                        (_, ServerMessage::FacilitatorDelta { parts }) => {
                            parts.into_iter().for_each(|p| apply_part(&mut trainers, p));
                        }
                        _ => {}
                    }
                }
                for team in Team::BOTH {
                    let anew = project(session.state(), team);
                    assert!(
                        ends[team.index()].view == anew,
                        "seed {seed}, {team:?}, {out:?}"
                    );
                }
                assert!(
                    trainers == facilitator_view(session.state()),
                    "seed {seed}, {out:?}"
                );
            }
        }
    }
}
