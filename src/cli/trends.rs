//! `liaison trends`: several exercises beside each other.

use std::path::PathBuf;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::analysis::Estimate;
use crate::language::{Lang, Words, case, family, plain, t};
use crate::library;
use crate::report::trends::{Group, OUTCOMES, Of, RATINGS, Trends, trends};

/// What is wanted.
pub(super) struct Wanted<'a> {
    pub files: &'a [PathBuf],
    pub names: bool,
    pub json: bool,
    pub lang: Lang,
}

pub(super) fn run(wanted: &Wanted) -> u8 {
    let mut outings = Vec::new();
    let mut code = DONE;
    for file in wanted.files {
        match library::result_of(file) {
            Ok(outing) => outings.push(outing),
            // One bad file does not hide the others.
            Err(problem) => {
                eprintln!("{problem}");
                code = PROBLEMS;
            }
        }
    }
    if outings.is_empty() {
        eprintln!("There is no finished exercise among these files.");
        return PROBLEMS;
    }
    let given = outings.len();
    let found = trends(outings, wanted.names);
    let again = given - found.outings.len();
    if again > 0 {
        eprintln!("{again} of these files are copies of another; each exercise counts once.");
    }
    let told = if wanted.json {
        match serde_json::to_string_pretty(&found) {
            Ok(json) => say(format_args!("{json}\n")),
            Err(e) => {
                eprintln!("{e}");
                return PROBLEMS;
            }
        }
    } else {
        say(format_args!("{}", account(&found, wanted.lang)))
    };
    told.map_or_else(|e| cut_off(&e), |()| code)
}

/// In words.
fn account(found: &Trends, lang: Lang) -> String {
    let say = |words: &Words| crate::language::say(lang, words);
    let mut out = String::new();
    for group in &found.groups {
        out.push_str(&format!("{}\n", say(&title(group))));
        let n = group.outings.len();
        out.push_str(&format!(
            "  {}\n",
            say(&t("trends-exercises").with("number", n))
        ));
        let line = |words: Words, estimate: Estimate, unit: &str| {
            format!("  {}: {}\n", say(&words), range(estimate, unit))
        };
        out.push_str(&line(t("trends-score"), group.score, ""));
        for (outcome, share) in OUTCOMES.iter().zip(group.outcomes) {
            let words = family("debrief-outcome", outcome.key());
            out.push_str(&line(words, percent(share), " %"));
        }
        if let Some(change) = group.change {
            out.push_str(&line(t("trends-change"), change, ""));
        }
        for (text, share) in &group.objectives {
            out.push_str(&line(case(text), *share, " %"));
        }
        let rated = RATINGS.iter().zip(group.rated);
        let rated: Vec<_> = rated
            .map(|(r, n)| format!("{} {n}", r.key().to_uppercase()))
            .collect();
        let ratings = t("trends-ratings").with("ratings", plain(rated.join(" · ")));
        out.push_str(&format!("  {}\n\n", say(&ratings)));
    }
    out
}

/// Whose results.
fn title(group: &Group) -> Words {
    match &group.of {
        Of::All => t("trends-all"),
        Of::Case(title) => case(title),
        Of::People(names) => t("trends-people").with("names", plain(names.join(", "))),
    }
}

fn percent(share: Estimate) -> Estimate {
    Estimate {
        value: share.value * 100.0,
        low: share.low * 100.0,
        high: share.high * 100.0,
    }
}

/// `71 % [66–76]`, without brackets where nothing is known of the spread.
fn range(of: Estimate, unit: &str) -> String {
    if of.low.is_finite() && of.high.is_finite() {
        format!("{:.0}{unit} [{:.0} – {:.0}]", of.value, of.low, of.high)
    } else {
        format!("{:.0}{unit}", of.value)
    }
}
