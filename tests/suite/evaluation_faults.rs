//! Ways to break the evaluation guide of a case, and where the problem must be told.

use liaison::scenario::{Code, load};

use crate::fixtures::{Broken, broken};

const FILE: &str = "evaluation.ron";

/// A guide that is right in every way, but for its translation.
const GOOD: &str = include_str!("../fixtures/more/evaluation.ron");

/// The guide with `from` replaced by `to`, in which ‹ and › mark the place.
#[track_caller]
fn edit(code: Code, from: &str, to: &str) -> Broken {
    assert_eq!(GOOD.matches(from).count(), 1, "`{from}` must be there once");
    broken(code)
        .file(FILE, &GOOD.replace(from, to))
        .also(&[Code::MissingTranslation])
}

/// The guide written in a way that cannot be read: of its texts nothing is said then.
#[track_caller]
fn misread(code: Code, from: &str, to: &str) -> Broken {
    assert_eq!(GOOD.matches(from).count(), 1, "`{from}` must be there once");
    broken(code).file(FILE, &GOOD.replace(from, to))
}

pub fn all() -> Vec<Broken> {
    let seen = "when: Shared(item: \"plate\", to: South)";
    let sent = format!("[Observable(text: \"It was sent.\", {seen})]");
    vec![
        edit(Code::UnknownObjective, "\"share\"", "‹\"shared\"›"),
        // A criterion is no objective.
        edit(Code::UnknownObjective, "\"share\"", "‹\"plate_sent\"›"),
        edit(Code::NothingAchieved, &sent, "‹[]›"),
        edit(
            Code::NothingAchieved,
            "[Observable(text: \"They spoke every round.\")]",
            "‹[]›, smooth: [Observable(text: \"They laughed.\")]",
        ),
        edit(
            Code::TwoEyes,
            seen,
            &format!("{seen}, metric: ‹Bound(of: Coverage, is: AtLeast(50))›"),
        ),
        edit(
            Code::TwoEyes,
            "metric: Bound(of: RightWay, is: AtLeast(80))",
            "metric: ‹Bound(of: RightWay, is: AtLeast(80))›, when: Always",
        ),
        edit(Code::DuplicateId, "\"tone\"", "‹\"plate\"›"),
        edit(Code::MalformedId, "\"tone\"", "‹\"Tone\"›"),
        edit(Code::UnknownItem, "item: \"plate\"", "item: ‹\"plat\"›"),
        edit(Code::EmptyText, "\"In the same shift.\"", "‹\"\"›"),
        edit(
            Code::TextTooLong,
            "\"It was sent.\"",
            &format!("‹\"{}\"›", "x".repeat(161)),
        ),
        // How it is written. What could not be read is not told as missing as well.
        misread(Code::UnknownField, "target:", "‹taget›: \"\", target:"),
        misread(Code::MissingField, "text: \"Sharing\", ", "").expect_at(FILE, "Capability", 0),
        misread(
            Code::MissingField,
            "achieved: [Observable(text: \"They spoke every round.\")]",
            "",
        )
        .expect_at(FILE, "CriticalTask", 1),
        misread(Code::UnknownField, "smooth:", "‹smoth›:"),
        misread(Code::UnknownField, "harmed:", "‹harm›:"),
        misread(Code::UnknownField, "metric:", "‹metrics›:"),
        misread(
            Code::UnknownField,
            seen,
            "‹wen›: Shared(item: \"plate\", to: South)",
        ),
        misread(
            Code::UnknownWord,
            seen,
            "when: ‹Sent›(item: \"plate\", to: South)",
        ),
        misread(Code::UnknownWord, "RightWay", "‹RightWays›"),
        misread(Code::UnknownWord, "AtLeast(80)", "‹Exactly›(80)"),
        misread(Code::UnknownWord, "team: North", "team: ‹Nord›"),
        misread(Code::WrongType, "AtLeast(80)", "AtLeast(‹\"80\"›)"),
        misread(Code::WrongType, "AtLeast(80)", "‹80›"),
        misread(Code::WrongType, &sent, "‹\"It was sent.\"›"),
        misread(Code::OutOfRange, "AtLeast(80)", "AtLeast(‹80000›)"),
        // More than a metric can be, and a figure of which that is not so.
        edit(Code::OutOfRange, "AtLeast(80)", "AtLeast(‹101›)"),
        edit(
            Code::OutOfRange,
            "RightWay, is: AtLeast(80)",
            "Breaches, is: AtMost(‹-1›)",
        ),
        // The lint sees what is observed, in every part.
        edit(Code::NeverHolds, seen, "when: ‹Round(AtMost(1))›"),
        edit(
            Code::NeverHolds,
            seen,
            "when: Any([Always, ‹Exposure(AtLeast(101))›])",
        ),
        edit(
            Code::NeverHolds,
            "when: Exposure(AtLeast(20))",
            "when: ‹Exposure(AtLeast(101))›",
        ),
        edit(
            Code::NeverHolds,
            "Observable(text: \"A word gave the source away.\")",
            "Observable(text: \"Early.\", when: Always), Observable(text: \"Late.\", when: ‹CriticalErrors(AtLeast(1))›)",
        ),
        edit(Code::FlagNeverSet, seen, "when: Flag(‹\"yard_sen\"›)"),
    ]
}

#[test]
fn a_guide_that_is_right_is_told_nothing_of() {
    let mut source = broken(Code::TwoEyes).file(FILE, GOOD).source;
    let loaded = load(&source);
    let told: Vec<Code> = loaded.diagnostics.iter().map(|d| d.code).collect();
    assert!(
        !told.is_empty() && told.iter().all(|c| *c == Code::MissingTranslation),
        "{told:?}"
    );
    let case = loaded.scenario.expect("it can be played");
    assert_eq!(case.critical_tasks().count(), 2);
    assert_eq!(case.languages, ["en"]);

    // With its translation nothing is left to say.
    let paths = [
        "text",
        "target",
        "tasks.plate.text",
        "tasks.plate.achieved.0.text",
        "tasks.plate.smooth.0.text",
        "tasks.plate.harmed.0.text",
        "tasks.plate.critical.0.text",
        "tasks.tone.text",
        "tasks.tone.achieved.0.text",
    ];
    let more: String = paths
        .iter()
        .map(|p| format!("    \"evaluation.sharing.{p}\": \"«ms»\",\n"))
        .collect();
    let ms = source.text("lang/ms.ron").expect("it is there");
    let ms = ms.replacen("{\n", &format!("{{\n{more}"), 1);
    source.files.insert("lang/ms.ron".into(), ms.into_bytes());
    let loaded = load(&source);
    assert_eq!(loaded.diagnostics, vec![]);
    let case = loaded.scenario.expect("it can be played");
    assert_eq!(format!("{case:?}").matches("«ms»").count(), paths.len());
}
