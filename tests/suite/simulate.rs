//! A case played a thousand times: the same exercises as at any table, the same answer on any number of
//! threads, and every part of the case accounted for in its place.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use liaison::bots::{Policy, Simulated};
use liaison::engine::fingerprint;
use liaison::scenario::ids::Team;
use liaison::scenario::words::Outcome;
use liaison::scenario::{load, places};
use liaison::session::{Memory, Session, play_out};
use liaison::simulate::{Settings, Simulation, Thing, What, play_one, simulate};
use serde_json::Value;

use crate::fixtures::{base, broken};
use crate::support::{case_folder, fixture, liaison, shipped, text};

fn of(source: &liaison::scenario::CaseSource, settings: &Settings) -> Simulation {
    let scenario = Arc::new(load(source).scenario.expect("it can be played"));
    simulate(
        &scenario,
        source,
        settings,
        &AtomicBool::new(false),
        |_, _| {},
    )
}

fn few(runs: u32, threads: usize) -> Settings {
    Settings {
        runs,
        threads: NonZeroUsize::new(threads),
        ..Settings::with_seed(1)
    }
}

#[test]
fn a_simulated_exercise_is_the_one_that_any_table_plays() {
    let mut cases: Vec<_> = shipped().into_iter().map(|c| c.scenario).collect();
    cases.push(fixture("workbench").scenario);
    for scenario in cases {
        for (north, south) in Policy::ALL
            .into_iter()
            .flat_map(|n| Policy::ALL.map(|s| (n, s)))
        {
            let policies = [north, south];
            for seed in 1..=3 {
                let session = Session::create(Arc::clone(&scenario), seed, Box::new(Memory));
                let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
                let table = play_out(session, &mut teams).expect("two seats");
                let (brief, end) = play_one(&scenario, policies, seed);
                let what = format!("{} {policies:?} {seed}", scenario.id);
                assert_eq!(end, fingerprint(table.session().state()), "{what}");
                assert!(brief.over, "{what}");
            }
        }
    }
}

#[test]
fn threads_change_nothing() {
    let case = fixture("workbench");
    let one = of(&case.source, &few(24, 1));
    let three = of(&case.source, &few(24, 3));
    assert_eq!(one, three);
    assert_eq!(one.played, 24 * 10);
}

#[test]
fn whoever_stops_has_what_there_is() {
    let case = fixture("workbench");
    let stop = AtomicBool::new(false);
    let told = simulate(
        &case.scenario,
        &case.source,
        &few(10_000, 2),
        &stop,
        |done, _| {
            if done >= 100 {
                stop.store(true, Ordering::Relaxed);
            }
        },
    );
    assert!((100..2_000).contains(&told.played), "{}", told.played);
    let exercises: Vec<u32> = told.pairs.iter().map(|p| p.exercises).collect();
    assert_eq!(exercises.iter().sum::<u32>(), told.played);
    // Run by run over all pairs: none is ahead by more than the batches that were begun.
    let (least, most) = (exercises.iter().min(), exercises.iter().max());
    assert!(
        most.zip(least).is_some_and(|(m, l)| m - l <= 4),
        "{exercises:?}"
    );
    stop.store(true, Ordering::Relaxed);
    let nothing = simulate(&case.scenario, &case.source, &few(10, 2), &stop, |_, _| {});
    assert_eq!(nothing.played, 0);
    assert_eq!(nothing.pairs[0].outcomes[0].high, 1.0);
}

#[track_caller]
fn thing<'s>(told: &'s Simulation, path: &str) -> &'s Thing {
    let found = told.things.iter().find(|t| t.path == path);
    found.unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn what_is_never_met_is_told_with_its_line() {
    // Nobody is given the log any more: a warning for the author, and a case that can be played.
    let fixed = broken(liaison::scenario::Code::UnreachableItem).edit(
        "tasks.ron",
        "success: [Give(item: \"log\")],",
        "",
    );
    let told = of(&fixed.source, &few(20, 2));
    let log = thing(&told, "intel.log");
    assert_eq!(
        log.never().collect::<Vec<_>>(),
        [What::Held, What::Shared, What::Cited]
    );
    let at = log.at.as_ref().expect("it has a place");
    let file = fixed.source.text(&at.file).expect("it is there");
    assert!(
        file.lines()
            .nth(at.line - 1)
            .expect("a line")
            .contains("\"log\""),
        "{at:?}"
    );
    // In the case as it is, somebody comes by it.
    let told = of(&base(), &few(20, 2));
    assert!(!thing(&told, "intel.log").never().any(|w| w == What::Held));
    assert!(!thing(&told, "injects.1").never().any(|_| true));
}

#[test]
fn every_part_has_a_place_that_names_it() {
    for case in shipped() {
        let told = of(&case.source, &few(1, 1));
        let (paths, all) = (places(&case.source), told.things.len());
        assert!(all > 40 && paths.len() >= all, "{all}");
        for thing in &told.things {
            let at = thing
                .at
                .as_ref()
                .unwrap_or_else(|| panic!("{} has no place", thing.path));
            let file = case.source.text(&at.file).expect("it is there");
            // An element's own line names it; what lies deeper stands where its text does.
            let line = file.lines().nth(at.line - 1).unwrap_or_default();
            let key = thing.path.rsplit('.').next().unwrap_or_default();
            if thing.path.matches('.').count() == 1 {
                assert!(line.contains(key), "{}: {line}", thing.path);
            } else {
                assert!(line.contains("text"), "{}: {line}", thing.path);
            }
        }
    }
}

#[test]
fn sharing_pays_on_both_sides_of_first_watch() {
    let case = shipped()
        .into_iter()
        .find(|c| c.scenario.id == "first_watch");
    let told = of(&case.expect("it is shipped").source, &few(60, 2));
    let pair = |north: &str, south: &str| {
        let found = told
            .pairs
            .iter()
            .find(|p| p.north == north && p.south == south);
        found.expect("they met")
    };
    let full = Outcome::Full as usize;
    let (open, shut) = (pair("sharer", "sharer"), pair("hoarder", "hoarder"));
    assert!(open.outcomes[full].low > shut.outcomes[full].high);
    assert_eq!(open.scores.iter().sum::<u32>(), 60);
    assert!(
        open.rounds
            .iter()
            .all(|r| r.median <= r.most && r.most <= r.longest)
    );
    let balance = told.balance.expect("each met each");
    for swing in balance.swings {
        assert!(
            swing.points.low > 0.0 && swing.worst == "hoarder",
            "{swing:?}"
        );
    }
    // Teams that know what they do are refused nothing.
    assert!(told.refusals.is_empty(), "{:?}", told.refusals);
    // A strange exercise can be played again.
    for odd in &told.oddities {
        let policy = |key| {
            *Policy::ALL
                .iter()
                .find(|p| p.key() == key)
                .expect("a policy")
        };
        let scenario = fixture_of("first_watch");
        let (brief, _) = play_one(&scenario, [policy(odd.north), policy(odd.south)], odd.seed);
        match odd.why {
            liaison::simulate::Why::Long { decisions, .. } => {
                assert_eq!(brief.decisions, decisions)
            }
            liaison::simulate::Why::Outcome { outcome } => assert_eq!(brief.outcome, outcome),
            other => panic!("{other:?}"),
        }
    }
}

/// A task that can be done again and brings nothing new keeps nobody from what is still to be done, however easy.
#[test]
fn what_has_been_done_waits_for_what_has_not() {
    let base = base();
    let tasks = base.text("tasks.ron").expect("it is there");
    assert!(tasks.contains("repeat: true"));
    let told = of(&base, &few(40, 2));
    let sharers = told
        .pairs
        .iter()
        .find(|p| p.north == "sharer" && p.south == "sharer");
    let full = &sharers.expect("they play").outcomes[Outcome::Full as usize];
    assert!(full.low > 0.7, "{full:?}");
}

/// A case that two sharers do not win says what they lacked, where it is written.
#[test]
fn what_kept_sharers_from_the_full_outcome_is_told() {
    let harder = broken(liaison::scenario::Code::NeverHolds)
        .edit("tasks.ron", "odds: 90", "odds: 20")
        .source;
    let told = of(&harder, &few(40, 2));
    assert!(told.difficulty.expect("they play").full.value < 0.8);
    let first = told.lacking.first().expect("something lacks");
    let theory = harder.text("theory.ron").expect("it is there");
    let line = theory
        .lines()
        .position(|l| l.contains("Flag(\"yard_seen\")"));
    assert_eq!(first.says, "Flag(\"yard_seen\")", "{:?}", told.lacking);
    assert_eq!(first.place.file, "theory.ron");
    assert_eq!(Some(first.place.line), line.map(|n| n + 1));
    assert!(first.exercises > 8, "{:?}", told.lacking);
}

fn fixture_of(name: &str) -> Arc<liaison::scenario::Scenario> {
    liaison::library::open(name).expect("shipped").scenario
}

#[test]
fn the_command_tells_people_and_programs() {
    let folder = case_folder("workbench");
    let run = |args: &[&str]| {
        let all = [&["simulate", folder.as_str()], args].concat();
        liaison(&all).output().expect("it starts")
    };
    let people = run(&["--runs", "5", "--policies", "hoarder,sharer"]);
    assert_eq!(people.status.code(), Some(0), "{}", text(&people.stderr));
    let out = text(&people.stdout);
    assert!(
        out.contains("20 exercises") && out.contains("Balance:"),
        "{out}"
    );
    assert!(text(&people.stderr).contains("20 of 20 exercises played"));
    let json = run(&[
        "--runs",
        "5",
        "--policies",
        "sharer:hoarder",
        "--json",
        "--seed",
        "9",
    ]);
    let told: Value = serde_json::from_slice(&json.stdout).expect("one object");
    assert_eq!((&told["played"], &told["seed"]), (&5.into(), &9.into()));
    assert_eq!(told["pairs"][0]["north"], "sharer");
    let wrong = run(&["--policies", "bully"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("there is no policy `bully`"));
    let nowhere = liaison(&["simulate", "no_such_case"])
        .output()
        .expect("it starts");
    assert_eq!(nowhere.status.code(), Some(1));
    let limit = run(&["--runs", "1000000", "--limit-seconds", "1", "--json"]);
    assert_eq!(limit.status.code(), Some(0));
    let told: Value = serde_json::from_slice(&limit.stdout).expect("one object");
    assert!(
        told["played"]
            .as_u64()
            .is_some_and(|n| n > 0 && n < 10_000_000)
    );
}
