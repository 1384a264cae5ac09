//! How fast the core is: commands through `decide` and `evolve`, with and without what both teams
//! are sent; whole simulated exercises, and those that go on otherwise from a moment; loading and checking
//! of cases of growing size.
//!
//! `cargo bench --no-default-features` prints medians; divide items by time for a rate.

use std::num::NonZeroUsize;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use liaison::analysis::{RUNS, Settings, what_if};
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Actor, CaseTime, Command, Event, State, decide, evolve};
use liaison::language::Lang;
use liaison::library;
use liaison::report::{self, Occasion};
use liaison::scenario::ids::Team;
use liaison::scenario::{CaseSource, load};
use liaison::session::{Answer, Entry, LocalTable, Memory, Session, play_out, self_play};
use liaison::simulate::{self, simulate};
use liaison::view::{Touched, project, refresh, touched};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// The cases that are played.
const CASES: [&str; 2] = ["first_watch", "the_night_bus"];

fn case(name: &str) -> library::LoadedCase {
    library::open(name).expect("shipped")
}

/// Commands of one exercise between two sharers, all of them accepted.
fn commands(name: &str) -> (Arc<liaison::scenario::Scenario>, Vec<(Team, Command)>) {
    let scenario = case(name).scenario;
    let session = Session::create(Arc::clone(&scenario), 7, Box::new(Memory));
    let mut table = LocalTable::open(session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, 7));
    let given = Mutex::new(Vec::new());
    self_play(&mut table, &mut teams, |team, command, answer| {
        if answer == Answer::Accepted {
            given.lock().expect("one").push((team, command.clone()));
        }
    });
    let mut given = given.into_inner().expect("one");
    // What needed the clock in between, such as a timed inject, has no answer here.
    let mut state = State::new(Arc::clone(&scenario));
    given.retain(|(team, command)| accepted(&mut state, *team, command).is_some());
    (scenario, given)
}

/// Judges and folds one command, as the session draws: one stream of chance a round.
fn accepted(state: &mut State, team: Team, command: &Command) -> Option<Vec<Event>> {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    rng.set_stream(u64::from(state.round()));
    let at = CaseTime(0);
    let events = decide(state, Actor::Team(team), command, &mut rng, at).ok()?;
    for event in &events {
        evolve(state, event);
    }
    Some(events)
}

#[divan::bench(args = CASES, sample_count = 200)]
fn commands_without_projections(bencher: Bencher<'_, '_>, name: &str) {
    let (scenario, commands) = commands(name);
    bencher
        .counter(ItemsCount::new(commands.len()))
        .bench_local(|| {
            let mut state = State::new(Arc::clone(&scenario));
            for (team, command) in &commands {
                black_box(accepted(&mut state, *team, command));
            }
            black_box(state)
        });
}

#[divan::bench(args = CASES, sample_count = 200)]
fn commands_with_both_projections_and_deltas(bencher: Bencher<'_, '_>, name: &str) {
    let (scenario, commands) = commands(name);
    bencher
        .counter(ItemsCount::new(commands.len()))
        .bench_local(|| {
            let mut state = State::new(Arc::clone(&scenario));
            let mut shown = Team::BOTH.map(|t| project(&state, t));
            for (team, command) in &commands {
                let events = accepted(&mut state, *team, command).expect("accepted before");
                for team in Team::BOTH {
                    let parts = events.iter().map(|e| touched(&state, e, team));
                    let parts = parts.fold(Touched::NOTHING, Touched::and);
                    black_box(refresh(&state, team, &mut shown[team.index()], parts));
                }
            }
            black_box(state)
        });
}

#[divan::bench(args = CASES, sample_count = 50)]
fn self_play_exercises(bencher: Bencher<'_, '_>, name: &str) {
    let scenario = case(name).scenario;
    let mut seed = 0;
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| {
        seed += 1;
        let session = Session::create(Arc::clone(&scenario), seed, Box::new(Memory));
        let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, seed));
        black_box(play_out(session, &mut teams))
    });
}

/// *First Watch*, with its set pieces or with tasks that are rolled in their place.
fn first_watch(set_pieces: bool) -> CaseSource {
    let mut source = case("first_watch").source;
    if let Some(tasks) = source.files.get_mut("tasks.ron").filter(|_| !set_pieces) {
        let text = String::from_utf8_lossy(tasks);
        let text = text
            .replace(
                "set_piece: Document(\"niece_papers\"),",
                "success: [Give(item: \"n_lost_card\")], failure: [Give(item: \"n_card_fine\")],",
            )
            .replace(
                "set_piece: Interview(\"deckhand\"),",
                "success: [Give(item: \"s_crew\")],",
            )
            .replace("set_piece: Line(\"pier\"),", "");
        *tasks = text.into_bytes();
    }
    source
}

/// Exercises between two sharers as `liaison simulate` plays them.
fn simulated(bencher: Bencher<'_, '_>, set_pieces: bool, threads: usize) {
    let source = first_watch(set_pieces);
    let scenario = Arc::new(load(&source).scenario.expect("it can be played"));
    let runs = 2_000;
    let settings = simulate::Settings {
        runs,
        pairs: vec![[Policy::Sharer; 2]],
        threads: NonZeroUsize::new(threads),
        ..simulate::Settings::with_seed(1)
    };
    let stop = AtomicBool::new(false);
    let play = || black_box(simulate(&scenario, &source, &settings, &stop, |_, _| {}));
    bencher.counter(ItemsCount::new(runs)).bench_local(play);
}

/// Exercises of *First Watch* a second, on so many threads.
#[divan::bench(args = [1, 2], sample_count = 5)]
fn simulate_first_watch(bencher: Bencher<'_, '_>, threads: usize) {
    simulated(bencher, true, threads);
}

/// The same without set pieces.
#[divan::bench(args = [1, 2], sample_count = 5)]
fn simulate_without_set_pieces(bencher: Bencher<'_, '_>, threads: usize) {
    simulated(bencher, false, threads);
}

/// The record of an exercise between a team that shares a little and one that shares nothing.
fn record(name: &str) -> (Arc<liaison::scenario::Scenario>, Vec<Entry>) {
    let scenario = case(name).scenario;
    let kept = Arc::new(Mutex::new(Vec::new()));
    let session = Session::create(Arc::clone(&scenario), 3, Box::new(Arc::clone(&kept)));
    let policies = [Policy::Cautious, Policy::Hoarder];
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, 3));
    play_out(session, &mut teams).expect("two seats");
    let entries = kept.lock().expect("one").clone();
    (scenario, entries)
}

/// The state at the last moment of a record, from nothing: no other takes longer.
#[divan::bench(args = CASES, sample_count = 100)]
fn whatif_replay_to_the_last_moment(bencher: Bencher<'_, '_>, name: &str) {
    let (scenario, entries) = record(name);
    bencher.bench_local(|| {
        let events = entries.iter().flat_map(|e| &e.events);
        black_box(State::replay(Arc::clone(&scenario), events))
    });
}

fn weighed(
    scenario: &Arc<liaison::scenario::Scenario>,
    entries: &[Entry],
    runs: u32,
    threads: usize,
) -> liaison::analysis::WhatIf {
    let settings = Settings {
        runs,
        threads: NonZeroUsize::new(threads),
        ..Settings::with_seed(3)
    };
    let stop = AtomicBool::new(false);
    what_if(scenario, entries, &settings, &stop, |_, _| {}).expect("it is over")
}

/// Exercises of *The Night Bus* that go on from a moment, a second, on so many threads.
#[divan::bench(args = [1, 2, 4], sample_count = 5)]
fn whatif_exercises_gone_on_with(bencher: Bencher<'_, '_>, threads: usize) {
    let (scenario, entries) = record("the_night_bus");
    let changes = weighed(&scenario, &entries, 2, 1).changes.len();
    let runs = 10;
    bencher
        .counter(ItemsCount::new(changes * 2 * runs))
        .bench_local(|| black_box(weighed(&scenario, &entries, runs as u32, threads)));
}

/// The whole debrief, with the usual number of runs.
#[divan::bench(args = CASES, sample_count = 3)]
fn whatif_whole_debrief(bencher: Bencher<'_, '_>, name: &str) {
    let (scenario, entries) = record(name);
    bencher.bench_local(|| black_box(weighed(&scenario, &entries, RUNS, 2)));
}

/// *First Watch* with so many items in all, each about a subject of its own and told apart.
fn generated(items: usize) -> CaseSource {
    use std::fmt::Write as _;
    let mut source = case("first_watch").source;
    source.files.retain(|name, _| !name.starts_with("lang/"));
    if let Some(card) = source.files.get_mut("scenario.ron") {
        let text =
            String::from_utf8_lossy(card).replace("translations: [\"th\"]", "translations: []");
        *card = text.into_bytes();
    }
    let mut intel = String::from("[\n");
    let mut subjects = String::from("[\n");
    for i in 0..items {
        let team = if i % 2 == 0 { "North" } else { "South" };
        let _ = writeln!(
            subjects,
            "    Subject(id: \"generated_{i}\", kind: Person, name: \"Person {i}\"),"
        );
        let _ = writeln!(
            intel,
            "    Item(id: \"generated_{i}\", held_by: {team}, kind: Intelligence, grade: (source: 2, info: C), \
             handling: Open, title: \"Seen at {i}\", text: \"Person {i} was seen at the landing.\", \
             subjects: [\"generated_{i}\"]),"
        );
    }
    intel.push(']');
    subjects.push(']');
    for (list, more) in [("intel", intel), ("subjects", subjects)] {
        if let Some(own) = source.files.remove(&format!("{list}.ron")) {
            source.files.insert(format!("{list}/own.ron"), own);
            source
                .files
                .insert(format!("{list}/generated.ron"), more.into_bytes());
        }
    }
    source
}

/// The shipped cases as they are.
#[divan::bench(args = CASES, sample_count = 20)]
fn load_and_check_shipped(bencher: Bencher<'_, '_>, name: &str) {
    let source = case(name).source;
    bencher.bench_local(|| black_box(load(black_box(&source))));
}

#[divan::bench(args = [10, 100, 1_000, 10_000], sample_count = 20)]
fn load_and_check(bencher: Bencher<'_, '_>, items: usize) {
    let source = generated(items);
    let loaded = load(&source);
    assert!(
        loaded.scenario.is_some(),
        "{:?}",
        loaded.diagnostics.first()
    );
    bencher
        .counter(ItemsCount::new(items))
        .bench_local(|| black_box(load(black_box(&source))));
}

/// A record of 5,000 events: an exercise of *The Night Bus* in which the desks write to each other without end.
fn long_record() -> (Arc<liaison::scenario::Scenario>, Vec<Entry>) {
    let scenario = case("the_night_bus").scenario;
    let kept = Arc::new(Mutex::new(Vec::<Entry>::new()));
    let session = Session::create(Arc::clone(&scenario), 7, Box::new(Arc::clone(&kept)));
    let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, 7));
    play_out(session, &mut teams).expect("two seats");
    let mut entries = kept.lock().expect("one writer").clone();
    let events: usize = entries.iter().map(|e| e.events.len()).sum();
    let message = |n: usize| {
        let team = Team::BOTH[n % 2];
        let event = Event::MessageSent {
            team,
            text: format!("Line {n}: N-05 again, please: where does the coach stop?"),
            at: CaseTime(60),
        };
        Entry {
            actor: Actor::Team(team),
            elapsed_ms: 0,
            events: vec![event],
        }
    };
    let middle = entries.len() / 2;
    let more: Vec<_> = (events..5_000).map(message).collect();
    entries.splice(middle..middle, more);
    (scenario, entries)
}

/// From the record to the files, but for the disk: page, document, workbook, lists, JSON.
#[divan::bench(args = ["en", "th"], sample_count = 20)]
fn report_of_5000_events(bencher: Bencher<'_, '_>, lang: &str) {
    let (scenario, entries) = long_record();
    let lang = Lang::of(lang);
    bencher.bench_local(|| {
        let occasion = Occasion {
            seed: 7,
            people: [vec![], vec![]],
            program: String::new(),
            begun: 0,
        };
        let of = report::after_action(&scenario, occasion, &entries, None).expect("over");
        let events = report::events(&scenario, &entries, None);
        let mut document = std::io::Cursor::new(Vec::new());
        report::word(&of, lang).pack(&mut document).expect("packed");
        (
            report::html(&of, lang).expect("a page"),
            document,
            report::workbook(&of, &events, lang).expect("a workbook"),
            report::timeline_csv(&of, lang).expect("a list"),
            report::events_csv(&of, &events, lang).expect("a list"),
            serde_json::to_vec(&of).expect("JSON"),
        )
    });
}
