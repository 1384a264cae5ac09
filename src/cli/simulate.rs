//! `liaison simulate`: a case played by simulated teams thousands of times.

use std::io::{IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::{DONE, PROBLEMS, USAGE, cut_off, say};
use crate::library;
use crate::simulate::{RUNS, Settings, parse, simulate};

mod tell;

/// Arguments of `liaison simulate`.
#[derive(Debug, clap::Args)]
pub(super) struct Simulate {
    /// A case's folder, or the name of a shipped case.
    case: String,
    /// Exercises of each pair of policies.
    #[arg(long, value_name = "N", default_value_t = RUNS, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    runs: u32,
    /// Who plays: policies, each against each (`hoarder,sharer`), or pairs (`hoarder:sharer`, North first).
    /// Otherwise hoarder, cautious and sharer each against each, and random:random.
    #[arg(long, value_name = "NAME|NORTH:SOUTH", value_delimiter = ',')]
    policies: Vec<String>,
    /// Seed of the first exercise of each pair; that of the next is one more.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads that play; otherwise as many as the machine has cores.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Stop after so long and tell what there is, as Ctrl-C does.
    #[arg(long, value_name = "SECONDS")]
    limit_seconds: Option<u32>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Set by Ctrl-C; the handler stays for as long as the program runs.
static STOP: AtomicBool = AtomicBool::new(false);

pub(super) fn run(wanted: &Simulate) -> u8 {
    let case = match library::open(&wanted.case) {
        Ok(case) => case,
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    let mut settings = Settings {
        runs: wanted.runs,
        threads: wanted.threads,
        ..Settings::with_seed(wanted.seed)
    };
    if !wanted.policies.is_empty() {
        match parse(&wanted.policies) {
            Ok(pairs) => settings.pairs = pairs,
            Err(problem) => {
                eprintln!("{problem}");
                return USAGE;
            }
        }
    }
    // Without it the key ends the program, and nothing is told; that is no reason not to play.
    let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
    let begun = Instant::now();
    let limit = wanted
        .limit_seconds
        .map(|s| Duration::from_secs(u64::from(s)));
    let scenario = Arc::clone(&case.scenario);
    let played = simulate(
        &scenario,
        &case.source,
        &settings,
        &STOP,
        tell_progress(begun, limit),
    );
    let told = if wanted.json {
        match serde_json::to_string(&played) {
            Ok(line) => say(format_args!("{line}\n")),
            Err(e) => Err(e.into()),
        }
    } else {
        let took = begun.elapsed();
        say(format_args!(
            "{}",
            tell::account(&case, &wanted.case, &played, took)
        ))
    };
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}

/// On a terminal one line that is written over, a few times a second; elsewhere a line every tenth of the way.
/// Out of time, it stops the playing.
fn tell_progress(begun: Instant, limit: Option<Duration>) -> impl FnMut(u32, u32) {
    let live = std::io::stderr().is_terminal();
    let mut told: Option<(Duration, u32)> = None;
    move |done, of| {
        let now = begun.elapsed();
        if limit.is_some_and(|limit| now >= limit) {
            STOP.store(true, Ordering::Relaxed);
        }
        let tenth = |n: u32| u64::from(n) * 10 / u64::from(of.max(1));
        let due = match told {
            None => live,
            Some((then, _)) if live => done == of || now >= then + Duration::from_millis(100),
            Some((_, before)) => tenth(done) > tenth(before),
        };
        if told.is_none() {
            told = Some((now, 0));
        }
        if !due {
            return;
        }
        told = Some((now, done));
        let rate = f64::from(done) / now.as_secs_f64().max(0.001);
        let line = format!("{done} of {of} exercises played ({rate:.0} a second)");
        let mut err = std::io::stderr().lock();
        // Who does not listen misses nothing that matters.
        let _ = if live {
            let end = if done == of { "\n" } else { "" };
            write!(err, "\r{line}{end}")
        } else {
            writeln!(err, "{line}")
        };
        let _ = err.flush();
    }
}
