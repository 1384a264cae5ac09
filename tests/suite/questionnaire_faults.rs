//! What can be wrong with questionnaires, one fixture a problem.

use liaison::scenario::{Code, load};

use crate::fixtures::{Broken, base, broken};

const FILE: &str = "questionnaires.ron";

fn edit(code: Code, from: &str, to: &str) -> Broken {
    broken(code).edit(FILE, from, to)
}

fn questions(n: usize) -> String {
    let one = |n| format!("Reaction(id: \"q{n}\", asked: [After], text: \"Why?\", answer: Free),");
    (0..n).map(one).collect()
}

pub fn all() -> Vec<Broken> {
    vec![
        broken(Code::TooMany)
            .file(FILE, &format!("[{}]", questions(101).replace("\"q100\"", "‹\"q100\"›")))
            .also(&[Code::UnknownPath, Code::MissingTranslation]),
        edit(Code::UnknownSurvey, "pair: \"consent_later\"", "pair: ‹\"consent_latr\"›"),
        edit(Code::NothingRight, "Option(text: \"No\", right: true)]", "Option(text: \"No\")]")
            .expect_at(FILE, "[Option(text: \"Yes\"), Option(text: \"No\")]", 0),
        edit(Code::NothingRight, "Option(text: \"Name\")", "Option(text: \"Name\", right: true)")
            .expect_at(
                FILE,
                "[Option(text: \"Number\", right: true), Option(text: \"Birth\", right: true), Option(text: \"Name\", right: true)]",
                0,
            ),
        edit(
            Code::TooFewOptions,
            "options: [Option(text: \"No\", right: true), Option(text: \"Yes\")]",
            "options: ‹[Option(text: \"No\", right: true)]›",
        )
        .also(&[Code::UnknownPath]),
        edit(Code::NeverAsked, "asked: [Before, After]", "asked: ‹[]›"),
        // Itself, a reaction, another topic, the same occasion, a third one.
        edit(Code::PairUnlike, "pair: \"consent_later\"", "pair: ‹\"consent\"›")
            .also(&[Code::NotMeasured]),
        edit(Code::PairUnlike, "pair: \"consent_later\"", "pair: ‹\"useful\"›")
            .also(&[Code::NotMeasured]),
        edit(Code::PairUnlike, "pair: \"consent_later\"", "pair: ‹\"consent_later\"›")
            .edit(FILE, "[After, FollowUp],\n        topic: Law", "[After, FollowUp],\n        topic: Victims"),
        edit(Code::PairUnlike, "pair: \"consent_later\"", "pair: ‹\"consent_later\"›")
            .edit(FILE, "[After, FollowUp]", "[Before, After]"),
        edit(Code::PairUnlike, "pair: \"consent_later\"", "pair: ‹\"consent_later\"›")
            .edit(
                FILE,
                "asked: [Before, After],\n        topic: Document,",
                "asked: [FollowUp],\n        topic: Law, pair: ‹\"consent\"›,",
            ),
        edit(Code::NotMeasured, "asked: [Before, After]", "asked: ‹[Before]›"),
        edit(Code::NotMeasured, "asked: [Before, After]", "asked: ‹[After, FollowUp]›"),
        edit(Code::SurveyTells, "A boy of 14 agreed to go. Does it count?", "Does Marr decide?")
            .expect_at(FILE, "\"Does Marr decide?\"", 0),
        edit(Code::SurveyTells, "Option(text: \"Name\")", "Option(text: ‹\"That of Lorry VK 208\"›)"),
        edit(Code::OutOfRange, "[Option(text: \"Yes\"), Option(text: \"No\", right: true)]",
            "‹[Option(text: \"Yes\"), Option(text: \"No\", right: true), Option(text: \"a\"), Option(text: \"b\"), \
             Option(text: \"c\"), Option(text: \"d\"), Option(text: \"e\"), Option(text: \"f\"), Option(text: \"g\")]›")
            .also(&[Code::MissingTranslation]),
        edit(Code::UnknownWord, "topic: Document", "topic: ‹Documents›"),
        edit(Code::DuplicateId, "id: \"zone\"", "id: ‹\"consent\"›")
            .also(&[Code::UnknownPath, Code::MissingTranslation]),
        edit(Code::TextTooLong, "\"Great\"", &format!("‹\"{}\"›", "x".repeat(41))),
        broken(Code::MissingTranslation)
            .edit("lang/ms.ron", "    \"questionnaires.useful.high\": \"Sangat\",\n", "")
            .edit(FILE, "\"Great\"", "‹\"Great\"›"),
    ]
}

/// The base case with these edits of the questionnaires, of which nothing must be told.
#[track_caller]
fn sound(edits: &[(&str, &str)]) {
    let change = |b: Broken, (from, to): &(&str, &str)| b.edit(FILE, from, to);
    let source = edits.iter().fold(broken(Code::PairUnlike), change).source;
    let loaded = load(&source);
    let told: Vec<String> = loaded.diagnostics.iter().map(|d| d.brief()).collect();
    assert_eq!(told, [""; 0]);
}

#[test]
fn what_is_nearly_wrong_is_right() {
    // A pair may be named on both sides, and come round again weeks later.
    sound(&[
        ("asked: [Before]", "asked: [Before, FollowUp]"),
        (
            "asked: [After, FollowUp],\n        topic: Law,",
            "asked: [After],\n        topic: Law,\n        pair: \"consent\",",
        ),
    ]);
    // Learning can be measured weeks later alone; an occasion named twice is one.
    sound(&[(
        "asked: [Before, After]",
        "asked: [FollowUp, Before, Before]",
    )]);
    // Two options are a choice, and one right one is an answer.
    sound(&[(
        "Option(text: \"Birth\", right: true)",
        "Option(text: \"Birth\")",
    )]);
    // What both briefings say, and what is only like a name, tells nothing.
    sound(&[(
        "A boy of 14 agreed to go. Does it count?",
        "Does a marriage at the bridge count?",
    )]);
}

#[test]
fn a_case_without_questionnaires_is_whole() {
    let mut source = base();
    source.files.remove(FILE).expect("it was there");
    let ms = source.text("lang/ms.ron").expect("a text").to_owned();
    let rest = ms.lines().filter(|l| !l.contains("questionnaires."));
    let rest: String = rest.map(|l| format!("{l}\n")).collect();
    source.files.insert("lang/ms.ron".into(), rest.into_bytes());
    let loaded = load(&source);
    assert_eq!(loaded.diagnostics, vec![]);
    assert!(loaded.scenario.is_some_and(|s| s.questionnaires.is_empty()));
}
