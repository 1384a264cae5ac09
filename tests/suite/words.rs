//! Every word of the interface is there in every language.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use liaison::analysis::Assumption;
use liaison::author::Kind as AuthorKind;
use liaison::engine::Refusal;
use liaison::graph::{Bond, Kind as GraphKind};
use liaison::language::{Lang, sources};
use liaison::scenario::evaluation::Part as EvaluationPart;
use liaison::scenario::words::{
    AuthorityKind, Channel, Delivery, Difficulty, ElementKind, Form, Handling, InfoGrade, ItemKind,
    Lack, LinkKind, LinkStatus, Metric, Miss, Occasion, OddsCause, Offence, OpOutcome, OpRole,
    OperationKind, Outcome, PersonStatus, PlaceKind, PlanPart, Rating, Risk, RoleKind,
    SetPieceKind, Skill, SubjectKind, SurveyTopic, TaskKind, TrustCause, Use, Withheld,
};
use liaison::simulate::What;
use liaison::solve::{Fact, Passing, Stage, Status};

fn keys(lang: Lang) -> BTreeSet<String> {
    let lines = sources(lang).flat_map(str::lines);
    let entries = lines.filter_map(|line| line.split_once(" ="));
    entries
        .map(|(key, _)| key)
        .filter(|key| !key.starts_with([' ', '#']))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_text_is_said_twice_over() {
    for lang in Lang::ALL {
        let lines = sources(lang).flat_map(str::lines);
        let entries = lines.filter_map(|line| line.split_once(" ="));
        let said = entries.map(|(key, _)| key);
        let mut seen = BTreeSet::new();
        for key in said.filter(|key| !key.starts_with([' ', '#'])) {
            assert!(seen.insert(key), "{lang:?}: {key}");
        }
    }
}

/// Sources and templates of pages.
fn source_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder)
        .expect("the source folder")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            source_files(&path, out);
        } else if (path.extension())
            .is_some_and(|extension| extension == "rs" || extension == "html")
        {
            out.push(path);
        }
    }
}

/// What messages of the account, the drills in the terminal and the report begin with.
const TOLD: [&str; 3] = ["account-", "drill-", "report-"];

/// The texts between `before` and the next quotation mark.
fn quoted<'a>(text: &'a str, before: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(before) {
        let whole = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if let (true, Some(end)) = (whole, text[at + before.len()..].find('"')) {
            found.push(&text[at + before.len()..at + before.len() + end]);
        }
    }
    found
}

fn used() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut files = Vec::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["app", "cli", "language", "report"] {
        source_files(&sources.join(folder), &mut files);
    }
    let (mut keys, mut families) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source file");
        keys.extend(quoted(&text, "t(\"").into_iter().map(str::to_owned));
        families.extend(quoted(&text, "family(\"").into_iter().map(str::to_owned));
        // Where a message is chosen before it is asked for.
        for told in TOLD {
            let named = quoted(&text, &format!("\"{told}"));
            keys.extend(named.iter().map(|rest| format!("{told}{rest}")));
        }
    }
    keys.retain(|key| !families.contains(key));
    (keys, families)
}

fn members(family: &str) -> Vec<&'static str> {
    fn all<T: Copy>(words: &[T], key: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        words.iter().map(|word| key(*word)).collect()
    }
    // A screen may have its own words for a vocabulary, and say more of each.
    let screens = [
        "account-",
        "debrief-",
        "desk-",
        "folder-",
        "item-",
        "liaison-",
        "resolution-",
        "share-",
        "theory-",
        "verdict-",
    ];
    let own = screens
        .iter()
        .find_map(|screen| family.strip_prefix(screen))
        .unwrap_or(family);
    let more = ["-detail", "-meaning", "-report"];
    let own = more
        .iter()
        .find_map(|more| own.strip_suffix(more))
        .unwrap_or(own);
    match own {
        "refusal" => Refusal::KEYS.to_vec(),
        "by" | "channel" => all(Channel::ALL, Channel::key),
        "delivery" | "via" => all(Delivery::ALL, Delivery::key),
        "difficulty" => all(Difficulty::ALL, Difficulty::key),
        "form" => all(Form::ALL, Form::key),
        "handling" => all(Handling::ALL, Handling::key),
        "info" => all(InfoGrade::ALL, InfoGrade::key),
        "item-kind" | "kind" => all(ItemKind::ALL, ItemKind::key),
        "offence" => all(Offence::ALL, Offence::key),
        "origin" => vec!["all", "own", "partner", "not-shared"],
        "outcome" => all(Outcome::ALL, Outcome::key),
        "status" => all(PersonStatus::ALL, PersonStatus::key),
        "elements-kind" => all(ElementKind::ALL, ElementKind::key),
        "elements-role" => all(RoleKind::ALL, RoleKind::key),
        "place" => all(PlaceKind::ALL, PlaceKind::key),
        "risk" => all(Risk::ALL, Risk::key),
        "sure" => vec!["50", "60", "70", "80", "90", "100"],
        "skill" => all(Skill::ALL, Skill::key),
        "link-kind" => all(LinkKind::ALL, LinkKind::key),
        "link-status" => all(LinkStatus::ALL, LinkStatus::key),
        "cause" => all(TrustCause::ALL, TrustCause::key),
        "trust" | "trust-what" => vec!["low", "steady", "high"],
        "authority-lack" | "lack" => all(Lack::ALL, Lack::key),
        "authority-kind" => all(AuthorityKind::ALL, AuthorityKind::key),
        "use" => all(Use::ALL, Use::key),
        "withheld" => all(Withheld::ALL, Withheld::key),
        "operation-kind" => all(OperationKind::ALL, OperationKind::key),
        "operation-role" => all(OpRole::ALL, OpRole::key),
        "operation-part" => all(PlanPart::ALL, PlanPart::key),
        "operation-odds" => all(OddsCause::ALL, OddsCause::key),
        "operation-outcome" => all(OpOutcome::ALL, OpOutcome::key),
        "operation-miss" => all(Miss::ALL, Miss::key),
        "subject-kind" => all(SubjectKind::ALL, SubjectKind::key),
        "task-kind" => all(TaskKind::ALL, TaskKind::key),
        "turned" => vec![
            "version",
            "unknown",
            "taken",
            "revoked",
            "elsewhere",
            "nonsense",
            "flood",
            "slow",
            "full",
            "closed",
        ],
        "chair" => vec!["no-such", "own", "nobody", "taken", "not-kept", "ended"],
        "aar-metric" | "aar-metric-how" => all(Metric::ALL, Metric::key),
        "whatif-assumption" => all(&Assumption::ALL, Assumption::key),
        "aar-month" => vec![
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
        ],
        "aar-rating" => all(Rating::ALL, Rating::key),
        "aar-set-pieces-teach" => all(SetPieceKind::ALL, SetPieceKind::key),
        "rating" => all(Rating::ALL, Rating::key),
        "observed" => all(&EvaluationPart::ALL, EvaluationPart::field),
        "occasion" | "questionnaire" | "questionnaire-when" => all(Occasion::ALL, Occasion::key),
        "author-graph-kind" => all(&GraphKind::ALL, GraphKind::key),
        "author-graph-bond" => all(&Bond::ALL, Bond::key),
        "solve-stage" => all(&Stage::ALL, Stage::key),
        "solve-claim" => vec!["won", "unshared", "alone", "critical"],
        "solve-status" | "solve-luck" => all(&Status::ALL, Status::key),
        "solve-fact" => Fact::WORDS.to_vec(),
        "solve-passing" => Passing::WORDS.to_vec(),
        "author-what" => all(What::ALL, What::key),
        "author-trial-swing" | "author-trial-lopsided" => vec!["north", "south"],
        "author-policy" => vec!["sharer", "cautious", "hoarder", "random"],
        "author-kind" | "author-one" => all(&AuthorKind::ALL, AuthorKind::key),
        "questionnaire-topic" => all(SurveyTopic::ALL, SurveyTopic::key),
        other => panic!("say in this test which words the family `{other}` has"),
    }
}

#[test]
fn no_message_of_account_drill_or_report_is_left_over() {
    let (mut used, families) = used();
    for family in families {
        let keys = members(&family).into_iter();
        used.extend(keys.map(|word| format!("{family}-{word}")));
    }
    let told = keys(Lang::En);
    let told = told
        .iter()
        .filter(|key| TOLD.iter().any(|of| key.starts_with(of)));
    let left: Vec<_> = told.filter(|key| !used.contains(*key)).collect();
    assert!(left.is_empty(), "nobody says {left:?}");
}

/// What a line of a file says: without its key, and without what is filled in.
fn said(line: &str) -> String {
    let line = line.trim_start();
    let line = if line.starts_with(['*', '[']) {
        line.split_once(']').map_or(line, |(_, rest)| rest)
    } else {
        line.split_once(" = ").map_or(line, |(_, rest)| rest)
    };
    let mut depth = 0u8;
    let outside = line.chars().filter(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

#[test]
fn account_and_report_speak_thai_without_a_foreign_letter() {
    assert_eq!(said("key = { $a ->"), "");
    assert_eq!(said("    [one] so { $a } much"), " so  much");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/th");
    let file = "account.ftl";
    let text = std::fs::read_to_string(folder.join(file)).expect("its words");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let foreign: Vec<_> = lines
        .filter(|line| said(line).contains(|c: char| c.is_ascii_alphabetic()))
        .collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
    assert!(text.lines().count() > 40, "{file} was not read");
}

#[test]
fn every_language_has_the_same_words() {
    let english = keys(Lang::En);
    for lang in Lang::ALL {
        let own = keys(lang);
        let lacking: Vec<_> = english.difference(&own).collect();
        let more: Vec<_> = own.difference(&english).collect();
        assert!(
            lacking.is_empty() && more.is_empty(),
            "{lang:?} lacks {lacking:?}, has besides {more:?}"
        );
    }
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let english = keys(Lang::En);
    let (used, families) = used();
    assert!(used.len() > 40, "the sources were not read");
    let mut lacking: Vec<String> = used
        .into_iter()
        .filter(|key| !english.contains(key))
        .collect();
    for family in families {
        let keys = members(&family)
            .into_iter()
            .map(|word| format!("{family}-{word}"));
        lacking.extend(keys.filter(|key| !english.contains(key)));
    }
    assert!(lacking.is_empty(), "no words for {lacking:?}");
}
