//! `liaison solve`: what can be proved of a case.

use std::fmt::Write as _;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{DONE, PROBLEMS, USAGE, cut_off, say};
use crate::language::{Lang, family};
use crate::library::{self, LoadedCase};
use crate::scenario::{Scenario, load_to_solve};
use crate::solve::{
    Claim, Fewest, Latest, Limits, Script, Solution, Stage, Status, not_told, rounds_of, solve,
};

/// What is asked for.
pub(super) struct Wanted<'a> {
    pub case: &'a str,
    pub seconds: u64,
    pub states: u64,
    pub output: Option<&'a Path>,
    pub json: bool,
}

/// 0 everything proved, 1 something refuted, 2 something not decided, or nothing to prove.
pub(super) fn run(wanted: &Wanted) -> u8 {
    let case = match open(wanted.case) {
        Ok(case) => case,
        Err(problem) => {
            eprintln!("{problem}");
            return USAGE;
        }
    };
    let began = Instant::now();
    let limit = Duration::from_secs(wanted.seconds);
    let over = || began.elapsed() >= limit;
    let limits = Limits {
        states: wanted.states,
        over: &over,
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut progress = |stage: Stage| {
        let what = crate::language::say(Lang::En, &family("solve-stage", stage.key()));
        // Who does not listen misses nothing that matters.
        let _ = writeln!(std::io::stderr().lock(), "{what}");
    };
    let solution = solve(&case.scenario, &limits, threads, &mut progress);
    let mut unkept = None;
    let files = match wanted.output.map(|folder| write(&case, &solution, folder)) {
        None => Vec::new(),
        Some(Ok(files)) => files,
        Some(Err(problem)) => {
            // What was found is told all the same.
            unkept = Some(problem);
            Vec::new()
        }
    };
    let told = if wanted.json {
        match serde_json::to_string(&crate::solve::Told::of(&case.scenario, &solution)) {
            Ok(line) => say(format_args!("{line}\n")),
            Err(e) => Err(e.into()),
        }
    } else {
        say(format_args!(
            "{}",
            account(&case.scenario, &solution, &files, !over())
        ))
    };
    if let Err(e) = told {
        return cut_off(&e);
    }
    if let Some(problem) = unkept {
        eprintln!("{problem}");
        return USAGE;
    }
    if solution.refuted() {
        PROBLEMS
    } else if solution.decided() {
        DONE
    } else {
        USAGE
    }
}

/// The case, also one of which `check` says that something in it never comes about.
fn open(name: &str) -> Result<LoadedCase, String> {
    let refused = match library::open(name) {
        Ok(case) => return Ok(case),
        Err(refused) => refused,
    };
    let source = library::find(name).map_err(|_| refused.clone())?;
    let scenario = load_to_solve(&source).scenario.ok_or(refused)?;
    let scenario = Arc::new(scenario);
    Ok(LoadedCase { source, scenario })
}

/// The scripts as exercise files, by the name under which the account tells of them.
fn write(
    case: &LoadedCase,
    solution: &Solution,
    folder: &Path,
) -> Result<Vec<(String, PathBuf)>, String> {
    let mut out = Vec::new();
    for (name, script) in scripts(&case.scenario, solution) {
        let path = library::keep_script(case, &script.entries, folder, &name)?;
        out.push((name, path));
    }
    Ok(out)
}

fn scripts<'a>(case: &Scenario, solution: &'a Solution) -> Vec<(String, &'a Script)> {
    let mut out = Vec::new();
    for judged in &solution.claims {
        if let Some(script) = &judged.script {
            out.push((judged.claim.key().to_owned(), script));
        }
    }
    if let Fewest::Rounds(_, script) = &solution.fewest {
        out.push(("fewest_rounds".to_owned(), script));
    }
    for (n, end) in (1..).zip(&solution.dead_ends.found) {
        let key: String = (end.cause.key(case).chars())
            .map(|c| if c.is_alphanumeric() { c } else { '_' })
            .take(40)
            .collect();
        out.push((format!("dead_end_{n}_{key}"), &end.script));
    }
    out
}

fn claim(case: &Scenario, claim: Claim) -> String {
    match claim {
        Claim::CanBeWon => "The case can be won".to_owned(),
        Claim::NotUnshared => "It cannot be won if nothing is shared".to_owned(),
        Claim::NotAlone(team) => {
            let name = case.service(team).short.get(&case.language);
            format!("It cannot be won by {name} alone")
        }
        Claim::NotWithoutCritical => {
            "It cannot be won if none of the items marked critical is shared".to_owned()
        }
    }
}

fn status(status: Status, script: bool) -> &'static str {
    match (status, script) {
        (Status::Proved, _) => "proved",
        (Status::Refuted, true) => "refuted with this script",
        (Status::Refuted, false) => "refuted",
        (Status::Open, _) => "not decided within the limit",
    }
}

fn account(
    case: &Scenario,
    solution: &Solution,
    files: &[(String, PathBuf)],
    in_time: bool,
) -> String {
    let mut out = format!("{}\n\n", case.title.get(&case.language));
    for judged in &solution.claims {
        let told = status(judged.status, judged.script.is_some());
        let _ = writeln!(out, "{}: {told}.", claim(case, judged.claim));
        // The shortest win is told below.
        let shown = judged.status == Status::Refuted;
        if let Some(script) = judged.script.as_ref().filter(|_| shown) {
            tell(&mut out, case, script);
        }
    }
    let worst = match solution.worst {
        Status::Proved => "can be won",
        Status::Refuted => "cannot be won",
        Status::Open => "not decided within the limit",
    };
    let _ = writeln!(out, "Where every task that can fail does: {worst}.");
    fewest(&mut out, case, &solution.fewest);
    if !solution.critical.is_empty() {
        out.push_str("\nCritical items, and the last round in which they can be shared in time:\n");
    }
    for (item, latest) in &solution.critical {
        let told = match latest {
            Latest::Round(round) => format!("round {round}"),
            Latest::NotNeeded => "not needed: the case can be won without".to_owned(),
            Latest::Open => "not decided within the limit".to_owned(),
        };
        let _ = writeln!(out, "  {}: {told}", case.item(*item).key);
    }
    ends(&mut out, case, solution);
    if !files.is_empty() {
        out.push_str(
            "\nScripts, to be opened with `liaison replay` or gone on with by `liaison resume`:\n",
        );
        for (_, path) in files {
            let _ = writeln!(out, "  {}", path.display());
        }
    }
    if !solution.decided() || !solution.dead_ends.more.is_empty() {
        // Where the time did not run out, nobody should wait longer for the same.
        out.push_str(if in_time {
            "\nThe seconds did not run out, so that more of them change nothing. What rests on trust (items that a \
             supervisor has to release), joint plans, collisions or requests is followed only so far; else \
             `--limit-states` is what ended the search.\n"
        } else {
            "\nThe seconds ran out. What rests on trust (items that a supervisor has to release), joint plans, \
             collisions or requests is followed only so far, however many there are.\n"
        });
    }
    let _ = writeln!(out, "\n{} states looked at.", solution.looked);
    out
}

fn fewest(out: &mut String, case: &Scenario, fewest: &Fewest) {
    match fewest {
        Fewest::Rounds(rounds, script) => {
            let _ = writeln!(
                out,
                "\nThe fewest rounds in which something has to be begun: {rounds}."
            );
            tell(out, case, script);
        }
        Fewest::Between(low, high) => {
            let _ = writeln!(
                out,
                "\nThe fewest rounds in which something has to be begun: between {low} and {high}; \
                 not decided within the limit."
            );
        }
        Fewest::None => {}
    }
}

fn ends(out: &mut String, case: &Scenario, solution: &Solution) {
    let ends = &solution.dead_ends;
    if !ends.found.is_empty() {
        out.push_str("\nDead ends: after these rounds nothing can be won any more.\n");
    }
    for (n, end) in (1..).zip(&ends.found) {
        let _ = writeln!(out, "{n}. {}", end.cause.key(case));
        tell(out, case, &end.script);
    }
    if let Some(what) = not_told(case, solution) {
        let _ = writeln!(out, "\nNot told is {what}.");
    }
    if !ends.open.is_empty() {
        out.push_str("\nNot decided within the limit, whether it leads to a dead end:\n");
        for one in &ends.open {
            let _ = writeln!(out, "  {}", one.key(case));
        }
    }
    if !ends.more.is_empty() {
        let rounds: Vec<String> = ends.more.iter().map(u8::to_string).collect();
        let _ = writeln!(
            out,
            "\nNot decided within the limit, whether there are more dead ends after round {}.",
            rounds.join(", ")
        );
    }
}

fn tell(out: &mut String, case: &Scenario, script: &Script) {
    for line in rounds_of(case, script) {
        let _ = writeln!(out, "    {line}");
    }
}
