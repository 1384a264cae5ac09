//! `solve` proves what is so, and nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use liaison::engine::{Phase, State, evolve};
use liaison::scenario::ids::Team;
use liaison::scenario::words::Outcome;
use liaison::scenario::{Scenario, load_to_solve};
use liaison::session::Session;
use liaison::solve::{
    Cause, Claim, Fact, Fewest, Latest, Limits, Passing, Script, Solution, Status, solve,
};

use crate::brute::{Dead, Graph};
use crate::small_cases::Maker;
use crate::support::{path, text};

/// Generated cases that are held against brute force.
const CASES: usize = 500;
/// Seeds for as many and some more.
const SEEDS: u64 = 600;
/// The same where tasks take up to three rounds.
const LONG_CASES: usize = 100;
const LONG_SEEDS: u64 = 200;
/// Steps of brute force in one case; a case with more is passed over.
const STEPS: usize = 30_000;

fn solved(case: &Arc<Scenario>) -> Solution {
    let limits = Limits {
        states: 50_000,
        over: &|| false,
    };
    solve(case, &limits, 1, &mut |_| {})
}

fn status(solution: &Solution, claim: Claim) -> Status {
    let found = solution.claims.iter().find(|c| c.claim == claim);
    found.expect("every claim is judged").status
}

/// A script is a record that the engine has made: folded again, it comes to the same.
fn replayed(case: &Arc<Scenario>, script: &Script) -> State {
    let events = script.entries.iter().flat_map(|e| &e.events);
    let mut state = State::new(Arc::clone(case));
    events.for_each(|e| evolve(&mut state, e));
    state
}

/// What the two agreed on.
#[derive(Clone, Copy, Debug, Default)]
struct Agreed {
    /// Not every dead end was decided on.
    open: bool,
    won: bool,
    /// Causes of dead ends.
    ends: usize,
    /// Dead states that a cause tells, and those that none does.
    told: usize,
    untold: usize,
    /// Not all causes are told.
    partly: bool,
}

/// What is said of a case against what playing it in every way says.
fn agree(seed: u64, case: &Arc<Scenario>, graph: &Graph) -> Agreed {
    let solution = solved(case);
    let said = |so: bool| if so { Status::Proved } else { Status::Refuted };
    let told = |claim| (seed, claim, status(&solution, claim));
    let won = graph.can_be_won();
    assert_eq!(told(Claim::CanBeWon), (seed, Claim::CanBeWon, said(won)));
    let unshared = said(!graph.unshared());
    assert_eq!(
        told(Claim::NotUnshared),
        (seed, Claim::NotUnshared, unshared)
    );
    for team in Team::BOTH {
        let alone = said(!graph.alone(team));
        assert_eq!(
            told(Claim::NotAlone(team)),
            (seed, Claim::NotAlone(team), alone)
        );
    }
    let claim = Claim::NotWithoutCritical;
    if case.items.iter().any(|i| i.critical) {
        assert_eq!(told(claim), (seed, claim, said(!graph.without_critical())));
    }
    let fewest = match &solution.fewest {
        Fewest::Rounds(rounds, script) => {
            assert_eq!(script.outcome, Some(Outcome::Full), "seed {seed}");
            let score = liaison::engine::rules::scoring::score(&replayed(case, script));
            assert_eq!(score.outcome, Outcome::Full, "seed {seed}");
            Some(*rounds)
        }
        Fewest::None => None,
        Fewest::Between(..) => panic!("seed {seed}: not decided"),
    };
    assert_eq!(fewest, graph.fewest(), "seed {seed}");
    if !won {
        return Agreed::default();
    }
    for (item, latest) in &solution.critical {
        let sent = [Fact::Sent(*item, case.item(*item).origin.other())];
        let last = (0..=case.rounds)
            .rev()
            .find(|r| graph.stands(&missing(&sent, *r)).1);
        let expected = match last {
            Some(r) if r == case.rounds => Latest::NotNeeded,
            Some(r) => Latest::Round(r + 1),
            None => panic!("seed {seed}: it can be won"),
        };
        assert_eq!((seed, *item, *latest), (seed, *item, expected));
    }
    let ends = &solution.dead_ends;
    if !ends.open.is_empty() {
        return Agreed {
            won: true,
            open: true,
            ..Agreed::default()
        };
    }
    for end in &ends.found {
        let after = end.cause.after;
        assert_eq!(
            graph.stands(&end.cause),
            (true, false),
            "seed {seed}: {end:?}"
        );
        smallest(seed, graph, &end.cause);
        let state = replayed(case, &end.script);
        assert_eq!(
            (state.round(), end.script.moves.len()),
            (after + 1, usize::from(after))
        );
        assert!(end.cause.holds(&state), "seed {seed}");
    }
    let [told, untold] = dead(seed, case, graph, &solution);
    Agreed {
        open: false,
        won: true,
        ends: ends.found.len(),
        told,
        untold,
        partly: !ends.more.is_empty(),
    }
}

/// None of these is there after so many rounds.
fn missing(late: &[Fact], after: u8) -> Cause {
    Cause {
        after,
        late: late.to_vec(),
        ..Cause::default()
    }
}

/// With any part of the cause less, something is left to be won.
fn smallest(seed: u64, graph: &Graph, cause: &Cause) {
    let alive = |less: Cause| assert!(graph.stands(&less).1, "seed {seed}: {cause:?}");
    for n in 0..cause.late.len() {
        let mut less = cause.clone();
        less.late.remove(n);
        alive(less);
    }
    for n in 0..cause.there.len() {
        let mut less = cause.clone();
        less.there.remove(n);
        alive(less);
    }
    for n in 0..cause.passing.len() {
        let mut less = cause.clone();
        less.passing.remove(n);
        alive(less);
    }
}

/// Every state from which nothing can be won has one of the causes that were told, of its round or of an
/// earlier one. Those without are counted: what has been dead for a round and has its cause there, where what
/// was sent is still on its way, and where there are so many causes that only some are told, and it says so.
fn dead(seed: u64, case: &Scenario, graph: &Graph, solution: &Solution) -> [usize; 2] {
    let causes = || solution.dead_ends.found.iter().map(|e| &e.cause);
    let mut sums = [0, 0];
    for after in 1..case.rounds {
        for state in graph.dead(after) {
            let Dead { facts, passing, .. } = state;
            let tells = |cause: &Cause| {
                let still = |p| cause.after == after || Passing::stays(p, case);
                cause.after <= after
                    && cause.late.iter().all(|f| !facts.contains(f))
                    && cause.there.iter().all(|f| facts.contains(f))
                    && (cause.passing.iter()).all(|p| passing.contains(p) && still(*p))
            };
            if causes().any(tells) {
                sums[0] += 1;
            } else if !state.fresh || state.coming || solution.dead_ends.more.contains(&after) {
                sums[1] += 1;
            } else {
                let causes: Vec<_> = causes().collect();
                panic!("seed {seed}: after {after} with {state:?}: {causes:?}");
            }
        }
    }
    sums
}

/// What is said of the cases of these seeds, as far as they can be played in every way.
fn agreed(seeds: u64, make: impl Fn(&Maker, u64) -> Arc<Scenario> + Sync) -> Vec<Agreed> {
    let maker = Maker::new();
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let work = || {
            let mut all = Vec::new();
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= seeds {
                    return all;
                }
                let case = make(&maker, seed);
                if let Some(graph) = Graph::of(&case, STEPS) {
                    all.push(agree(seed, &case, &graph));
                }
            }
        };
        let threads: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        let joined = threads
            .into_iter()
            .map(|t| t.join().expect("no case differs"));
        joined.flatten().collect()
    })
}

/// Nearly everything is decided, and nearly every dead state told.
fn as_far_as_asked(all: &[Agreed]) {
    let sum = |of: fn(&Agreed) -> usize| all.iter().map(of).sum::<usize>();
    let won = sum(|a| usize::from(a.won));
    let partly = sum(|a| usize::from(a.partly));
    let (ends, told, untold) = (sum(|a| a.ends), sum(|a| a.told), sum(|a| a.untold));
    println!(
        "{} cases, {won} can be won, {ends} causes; dead states: {told} told, {untold} not",
        all.len()
    );
    // Of these it says that it did not decide on every dead end, and claims nothing.
    let open = all.iter().filter(|a| a.open).count();
    println!("dead ends not decided in {open} cases, not all causes told in {partly}");
    assert!(open * 100 <= all.len(), "{open} not decided");
    assert!(
        won * 5 >= all.len() && ends * 5 >= all.len(),
        "{won} won, {ends} dead ends"
    );
    assert!(partly * 50 <= won, "{partly} of {won} not in full");
    assert!(untold * 50 <= told, "{untold} of {told}");
}

#[test]
fn it_agrees_with_brute_force() {
    let all = agreed(SEEDS, Maker::make);
    assert!(all.len() >= CASES, "only {} small enough", all.len());
    as_far_as_asked(&all);
}

#[test]
fn it_agrees_with_brute_force_where_tasks_take_long() {
    let all = agreed(LONG_SEEDS, Maker::longer);
    assert!(all.len() >= LONG_CASES, "only {} small enough", all.len());
    as_far_as_asked(&all);
}

/// A task that opens another which is closed only later, and one that has to fail before it succeeds.
#[test]
fn what_can_be_done_once_is_not_done_too_early() {
    let maker = Maker::new();
    let cases = [(1659, false), (3146, false), (1171, true)];
    for (seed, longer) in cases {
        let case = if longer {
            maker.longer(seed)
        } else {
            maker.make(seed)
        };
        let graph = Graph::of(&case, STEPS).expect("a small case");
        let agreed = agree(seed, &case, &graph);
        assert!(agreed.won && !agreed.open, "seed {seed}");
    }
}

#[test]
fn shipped_cases_are_proved() {
    for case in crate::support::shipped() {
        let solution = solved(&case.scenario);
        let title = case.scenario.id.as_str();
        for judged in &solution.claims {
            assert_eq!(judged.status, Status::Proved, "{title}: {:?}", judged.claim);
        }
        assert!(!solution.refuted(), "{title}");
        for end in &solution.dead_ends.found {
            let state = replayed(&case.scenario, &end.script);
            assert_eq!(
                state.round(),
                end.cause.after + 1,
                "{title}: {:?}",
                end.cause
            );
        }
        assert!(!solution.dead_ends.found.is_empty(), "{title}");
    }
}

/// The shipped case with one text in one of its files put otherwise.
fn changed(name: &str, file: &str, from: &str, to: &str) -> Arc<Scenario> {
    let mut source = liaison::library::find(name).expect("it is shipped");
    let text = source.text(file).expect("it is there").to_owned();
    assert_eq!(text.matches(from).count(), 1, "{from} in {file}");
    let text = text.replace(from, to);
    source.files.insert(file.to_owned(), text.into_bytes());
    let loaded = load_to_solve(&source);
    let told: Vec<String> = loaded.diagnostics.iter().map(|d| d.brief()).collect();
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{told:?}")))
}

#[track_caller]
fn refuted(case: &Arc<Scenario>) {
    let solution = solved(case);
    assert_eq!(status(&solution, Claim::CanBeWon), Status::Refuted);
    let judged = &solution.claims[0];
    let script = judged.script.as_ref().expect("a script shows it");
    // Each of its events was the engine's answer to a command; played again they come to a verdict that
    // is not the full one.
    let state = replayed(case, script);
    assert_eq!(state.phase(), Phase::Debrief);
    let came = liaison::engine::rules::scoring::score(&state).outcome;
    assert_ne!(came, Outcome::Full);
    assert_eq!(script.outcome, Some(came));
}

/// Where the bound is too wide to exclude a win, it says so, and never that the case can be won.
#[track_caller]
fn not_proved(case: &Arc<Scenario>) {
    let status = status(&solved(case), Claim::CanBeWon);
    println!("{}: {status:?}", case.id);
    assert_ne!(status, Status::Proved);
}

#[test]
fn without_one_link_a_case_cannot_be_won() {
    // Nobody has the address.
    let held = "id: \"n_address\", held_by: North,";
    refuted(&changed(
        "first_watch",
        "intel.ron",
        held,
        "id: \"n_address\",",
    ));
    // The jetty is found too late for the boat.
    let from = "needs: Holds(item: \"s_boat\", by: North),\n        skill: Surveillance, hours: 4, odds: 85,";
    let late = "needs: All([Round(AtLeast(3)), Holds(item: \"s_boat\", by: North)]), locked: \"Mist.\",\n        \
                skill: Surveillance, hours: 4, odds: 85,";
    refuted(&changed("first_watch", "tasks.ron", from, late));
    // Nobody has the freight slip.
    let held = "id: \"n_slip\", held_by: North,";
    refuted(&changed(
        "the_night_bus",
        "intel/songkhla.ron",
        held,
        "id: \"n_slip\",",
    ));
    // Who was in the house cannot be asked while somebody has been there.
    let from = "needs: All([Holds(item: \"n_slip\", by: South), Done(\"s_house_enter\")]),";
    let never = "needs: All([Holds(item: \"n_slip\", by: South), Done(\"s_house_enter\"), Not(Done(\"s_house_watch\"))]),";
    not_proved(&changed("the_night_bus", "tasks/kedah.ron", from, never));
}

#[test]
fn the_command_writes_scripts_that_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("scripts");
    let args = ["solve", "first_watch", "-o", path(&output)];
    let done = crate::support::liaison(&args).output().expect("it runs");
    let told = text(&done.stdout);
    assert_eq!(
        done.status.code(),
        Some(0),
        "{told}\n{}",
        text(&done.stderr)
    );
    assert!(told.contains("The case can be won: proved."), "{told}");
    assert!(told.contains("n_address: round 2"), "{told}");
    let mut files = 0;
    for file in std::fs::read_dir(&output).expect("it is there") {
        let file = file.expect("readable").path();
        let exercise = liaison::journal::read_file(&file).expect("an exercise file");
        let case = liaison::library::from_exercise(&exercise).expect("its case");
        let seed = exercise.about.seed;
        let memory = Box::new(liaison::session::Memory);
        let session = Session::resume(case, seed, &exercise.entries, memory).expect("it goes on");
        assert!(session.state().round() > 0);
        files += 1;
    }
    assert!(files >= 6, "{files} files");
    let lines = told.lines().filter(|l| l.ends_with(".liaison")).count();
    assert_eq!(lines, files, "each is told of");
}

#[test]
fn the_command_says_in_one_object_what_it_says_in_words() {
    let done = crate::support::liaison(&["solve", "first_watch", "--json"])
        .output()
        .expect("it runs");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).expect("one object");
    assert_eq!(told["claims"][0]["status"], "proved");
    assert_eq!(told["fewest_rounds"], 2);
    assert_eq!(told["critical"][0]["latest"], 2);
    assert!(
        told["dead_ends"]
            .as_array()
            .is_some_and(|all| all.len() >= 4),
        "{told}"
    );
    // What is left out is said to people and programs in the same words.
    let words = crate::support::liaison(&["solve", "first_watch"]).output();
    let words = text(&words.expect("it runs").stdout);
    let left_out = told["not_told"].as_array().expect("a list");
    assert_eq!(left_out.len(), 1, "{told}");
    let left_out = left_out[0].as_str().expect("words");
    assert!(
        words.contains(&format!("Not told is {left_out}.")),
        "{words}"
    );
}

#[test]
fn where_there_is_no_time_nothing_is_claimed() {
    let args = ["solve", "the_night_bus", "--limit-seconds", "0", "--json"];
    let done = crate::support::liaison(&args).output().expect("it runs");
    assert_eq!(done.status.code(), Some(2), "{}", text(&done.stderr));
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).expect("one object");
    assert_eq!(told["claims"][0]["status"], "open");
    let done = crate::support::liaison(&["solve", "no_such_case"])
        .output()
        .expect("it runs");
    assert_eq!(done.status.code(), Some(2));
}
