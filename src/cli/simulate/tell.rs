//! A simulation in words.

use std::fmt::Write as _;
use std::time::Duration;

use crate::analysis::Estimate;
use crate::library::LoadedCase;
use crate::scenario::Place;
use crate::scenario::ids::Team;
use crate::simulate::{Balance, Difficult, Oddity, Pairing, Simulation, Thing, What, Why};

/// Most things that are listed under one heading.
const LISTED: usize = 60;
/// What is met in fewer than one exercise in so many is seldom met.
const SELDOM: u32 = 100;

pub(super) fn account(
    case: &LoadedCase,
    named: &str,
    played: &Simulation,
    took: Duration,
) -> String {
    let mut out = String::new();
    let title = case.scenario.title.get(&case.scenario.language);
    let wanted = u64::from(played.runs) * played.pairs.len() as u64;
    let stopped = if u64::from(played.played) < wanted {
        format!(" of {wanted}, stopped before the end")
    } else {
        String::new()
    };
    let seconds = took.as_secs_f64();
    let rate = f64::from(played.played) / seconds.max(0.001);
    let _ = writeln!(
        out,
        "{title}: {} exercises{stopped}; seeds from {}; {seconds:.1} s, {rate:.0} a second",
        played.played, played.seed
    );
    outcomes(&mut out, &played.pairs);
    if let Some(difficulty) = &played.difficulty {
        let _ = writeln!(out, "\n{}", difficult(difficulty));
    }
    if !played.lacking.is_empty() {
        out.push_str("What did not hold where they came to less, and in how many exercises:\n");
    }
    for lack in &played.lacking {
        let (folder, Place { file, line, .. }) = (folder(named), &lack.place);
        let _ = writeln!(
            out,
            "  {folder}{file}:{line}: {}: {}",
            lack.says, lack.exercises
        );
    }
    if let Some(balance) = &played.balance {
        out.push_str(&balanced(balance));
    }
    rounds(&mut out, &played.pairs);
    things(&mut out, named, played);
    if !played.refusals.is_empty() {
        out.push_str("\nRefusals that teams which do not play by chance ran into:\n");
        for (why, n) in &played.refusals {
            let _ = writeln!(out, "  {why}: {n}");
        }
    }
    if !played.oddities.is_empty() {
        out.push_str("\nStrange exercises, and how to see them:\n");
    }
    for oddity in &played.oddities {
        let _ = writeln!(out, "  {}\n    {}", strange(oddity), again(named, oddity));
    }
    out
}

fn outcomes(out: &mut String, pairs: &[Pairing]) {
    out.push_str(
        "\nOutcomes by policies, in per cent with their 95 % intervals, and mean scores\n\
         North     South     full               partial            failed             score  welfare lost\n",
    );
    for pair in pairs {
        let [full, partial, failed] = pair.outcomes.map(percent);
        let _ = writeln!(
            out,
            "{:<9} {:<9} {full:<18} {partial:<18} {failed:<18} {:>5.1}  {:>5.1}",
            pair.north, pair.south, pair.score.value, pair.welfare_loss.value
        );
    }
}

/// `12.3 (10.9–13.8)`
fn percent(estimate: Estimate) -> String {
    let [value, low, high] = [estimate.value, estimate.low, estimate.high].map(|v| v * 100.0);
    format!("{value:.1} ({low:.1}–{high:.1})")
}

fn difficult(d: &Difficult) -> String {
    let card = if d.found == d.said {
        "as its card says".to_owned()
    } else {
        format!("its card says {}", d.said.key())
    };
    format!(
        "Difficulty: two sharers come to the full outcome in {} per cent: {}, {card}.",
        percent(d.full),
        d.found.key()
    )
}

fn balanced(balance: &Balance) -> String {
    let mut out =
        String::from("Balance: what each team's play changes, whatever the other does:\n");
    for team in Team::BOTH {
        let swing = &balance.swings[team.index()];
        let points = &swing.points;
        let _ = writeln!(
            out,
            "  {team:?}: {:.1} points (95 %: {:.1} to {:.1}) from {} to {}",
            points.value, points.low, points.high, swing.worst, swing.best
        );
    }
    if let Some(team) = balance.lopsided {
        let _ = writeln!(
            out,
            "  {team:?} decides more than twice as much as {:?}: give {:?} more that matters.",
            team.other(),
            team.other()
        );
    }
    out
}

fn rounds(out: &mut String, pairs: &[Pairing]) {
    out.push_str("\nRounds in decisions of both teams: median, 95 % at most, longest\n");
    for pair in pairs {
        let told = pair
            .rounds
            .iter()
            .map(|r| format!("{}/{}/{}", r.median, r.most, r.longest));
        let told = told.collect::<Vec<_>>().join("  ");
        let _ = writeln!(out, "{:<9} {:<9} {told}", pair.north, pair.south);
    }
}

fn things(out: &mut String, named: &str, played: &Simulation) {
    let never: Vec<String> = played
        .things
        .iter()
        .filter_map(|t| met_never(named, t))
        .collect();
    if never.is_empty() {
        out.push_str("\nEverything was met in some exercise.\n");
    } else {
        out.push_str("\nNever, in any exercise:\n");
        listed(out, &never);
    }
    let all = played.played;
    let seldom = |thing: &Thing| {
        let few = |n: u32| n > 0 && n < all / SELDOM;
        let told = thing.counts.iter().filter(|c| few(c.exercises));
        let told: Vec<String> = told
            .map(|c| format!("{} {}", said(c.what), c.exercises))
            .collect();
        (!told.is_empty()).then(|| line(named, thing, &told.join(", ")))
    };
    let seldom: Vec<String> = played.things.iter().filter_map(seldom).collect();
    if !seldom.is_empty() {
        let _ = writeln!(
            out,
            "\nSeldom, in fewer than one exercise in {SELDOM} (and in how many):"
        );
        listed(out, &seldom);
    }
}

fn listed(out: &mut String, lines: &[String]) {
    for line in lines.iter().take(LISTED) {
        let _ = writeln!(out, "  {line}");
    }
    if let Some(more) = lines.len().checked_sub(LISTED).filter(|n| *n > 0) {
        let _ = writeln!(out, "  and {more} more; --json tells all");
    }
}

/// What follows from another thing's never having been is not told beside it.
fn met_never(named: &str, thing: &Thing) -> Option<String> {
    let never: Vec<What> = thing.never().collect();
    let told: Vec<&str> = never
        .iter()
        .filter(|what| {
            let first = match what {
                What::Shared | What::Cited => What::Held,
                What::Done | What::Failed => What::Given,
                What::Succeeded => What::Tried,
                _ => return true,
            };
            !never.contains(&first)
        })
        .map(|what| said(*what))
        .collect();
    (!told.is_empty()).then(|| line(named, thing, &told.join(", ")))
}

/// `scenarios/first_watch/intel.ron:12: intel.log: held`
fn line(named: &str, thing: &Thing, what: &str) -> String {
    let folder = folder(named);
    match &thing.at {
        Some(at) => format!("{folder}{}:{}: {}: {what}", at.file, at.line, thing.path),
        None => format!("{}: {what}", thing.path),
    }
}

fn said(what: What) -> &'static str {
    match what {
        What::Held => "held by a team",
        What::Shared => "shared",
        What::Cited => "cited in the verdict",
        What::Given => "given to an officer",
        What::Done => "brought off",
        What::Failed => "failed",
        What::Fired => "fired",
        What::Chosen => "chosen",
        What::Reached => "reached",
        What::Stepped => "happened",
        What::Reacted => "brought on",
        What::Tried => "carried out",
        What::Succeeded => "brought off as an operation",
        What::Granted => "granted",
        What::Met => "met",
        What::Right => "answered right",
        What::Asked => "asked",
    }
}

fn strange(oddity: &Oddity) -> String {
    let (north, south, seed) = (oddity.north, oddity.south, oddity.seed);
    let what = match oddity.why {
        Why::Unfinished => "it never came to its end".to_owned(),
        Why::Refused { times: 1 } => "a command was refused".to_owned(),
        Why::Refused { times } => format!("{times} commands were refused"),
        Why::Outcome { outcome } => format!("{}, as hardly another", outcome.key()),
        Why::Unscored { outcome } => format!(
            "every point and yet {}: no criterion asks for something that the full outcome asks for",
            outcome.key()
        ),
        Why::Long { decisions, median } => {
            format!("{decisions} decisions where {median} are usual")
        }
    };
    format!("{north} against {south}, seed {seed}: {what}")
}

fn again(named: &str, oddity: &Oddity) -> String {
    format!(
        "liaison play {} --self-play --north {} --south {} --seed {}",
        crate::cli::new::typed(named),
        oddity.north,
        oddity.south,
        oddity.seed
    )
}

/// Before the files of a case that is a folder.
fn folder(named: &str) -> String {
    if std::path::Path::new(named).is_dir() {
        format!("{}/", named.trim_end_matches('/'))
    } else {
        String::new()
    }
}
