//! What can be wrong with a document of a case, one fixture a problem.

use liaison::engine::encounter::document::described::example;
use liaison::scenario::{Code, load};
use proptest::prelude::*;

use crate::case_documents::with as with_documents;
use crate::fixtures::{Broken, broken};

/// Three documents that are right in every way.
pub const BRIDGE: &str = include_str!("../fixtures/documents/bridge.ron");

pub const FILE: &str = "documents/bridge.ron";

/// The base case with documents that nobody has translated.
fn with(code: Code) -> Broken {
    broken(code)
        .quietly(FILE, BRIDGE.as_bytes())
        .also(&[Code::MissingTranslation])
}

/// The same, with the holder of the girl's passport as old as it says.
fn grown(code: Code) -> Broken {
    with(code).edit(FILE, "Holder(age: 16)", "Holder()")
}

fn one(code: Code, from: &str, to: &str) -> Broken {
    with(code).edit(FILE, from, to)
}

pub fn all() -> Vec<Broken> {
    let [days, names, deeds, items] = [days(), names(), deeds(), items()];
    let all = days.into_iter().chain(names).chain(deeds).chain(items);
    all.collect()
}

const CLERK: &str = "birth: (1985, 5, 17), issued: (2022, 8, 9),\n        holder: Holder(age: 41";

fn days() -> Vec<Broken> {
    let clerk = |to: &str| format!("{to},\n        holder: Holder(age: 41");
    let order = |to: &str| one(Code::DayOrder, CLERK, &clerk(to));
    vec![
        order("birth: (1985, 5, 17), issued: ‹(1980, 8, 9)›"),
        order("birth: (1985, 5, 17), issued: ‹(2027, 8, 9)›"),
        // Run out: nobody lays it on a bench.
        order("birth: (1985, 5, 17), issued: ‹(2012, 8, 9)›"),
        order("birth: (1985, 5, 17), issued: (2022, 8, 9), expires: ‹(2021, 8, 9)›"),
        order("birth: (1985, 5, 17), issued: (2022, 8, 9), expires: ‹(2025, 8, 9)›"),
        order("birth: ‹(1905, 5, 17)›, issued: (2022, 8, 9)"),
        one(Code::DayOrder, "Entry(2026, 3, 2)", "‹Entry(2020, 3, 2)›"),
        one(Code::DayOrder, "Exit(2026, 3, 20)", "‹Exit(2026, 12, 20)›"),
        one(Code::DayOrder, "(2027, 6, 30)", "‹(2026, 1, 1)›"),
        one(
            Code::DayOrder,
            "lesson: \"Nothing",
            "fraud: FalseStamp(on: ‹(2026, 12, 1)›),\n        lesson: \"Nothing",
        ),
        one(
            Code::OutOfRange,
            CLERK,
            &clerk("birth: ‹(1985, 2, 29)›, issued: (2022, 8, 9)"),
        ),
        one(
            Code::OutOfRange,
            CLERK,
            &clerk("birth: (1985, 5, 17), issued: ‹(2022, 13, 9)›"),
        ),
        one(Code::OutOfRange, "age: 41, hair", "age: ‹120›, hair"),
        one(
            Code::OutOfRange,
            "age: 41, hair",
            "age: 41, ears: ‹4›, hair",
        ),
        grown(Code::OutOfRange).edit(
            FILE,
            "Impostor([Ears, Mark])",
            "AlteredBirth(effort: Page, years: ‹0›)",
        ),
        // A child's face in an adult's book, and no other's book.
        one(Code::AgeOfFace, "age: 41", "age: ‹12›"),
    ]
}

fn names() -> Vec<Broken> {
    vec![
        one(Code::UnknownState, "state: \"XDN\"", "state: ‹\"THA\"›"),
        grown(Code::UnknownState).edit(FILE, "Impostor([Ears, Mark])", "‹Fantasy(\"UTO\")›"),
        one(Code::UnknownOffice, "place: \"Senn\"", "place: ‹\"Sen\"›"),
        one(
            Code::UnwrittenName,
            "surname: \"Marr\"",
            "surname: ‹\"มาร์\"›",
        ),
        one(
            Code::UnwrittenName,
            "surname: \"Marr\"",
            "surname: ‹\"Marr 2nd\"›",
        ),
        one(Code::UnwrittenName, "surname: \"Marr\"", "surname: ‹\"-\"›"),
        one(
            Code::UnwrittenName,
            "surname: \"Marr\"",
            "surname: ‹\"Marr von und zu der langen Bruecke\"›",
        ),
        one(
            Code::UnwrittenName,
            "surname: \"Marr\", given: \"Joss\"",
            "surname: \"Marr van der Moer\", given: ‹\"Joss Immanuel Bartholomaeus\"›",
        ),
        one(
            Code::UnknownSubject,
            "subject: \"driver\"",
            "subject: ‹\"drivr\"›",
        ),
        one(Code::UnknownItem, "right: [\"log\"]", "right: [‹\"lgo\"›]"),
        one(
            Code::DuplicateId,
            "id: \"odd_book\"",
            "id: ‹\"girls_book\"›",
        ),
        one(
            Code::TextTooLong,
            "\"Passport of Joss Marr\"",
            "‹\"The passport of Joss Marr, who drives the lorry over the bridge\"›",
        ),
        one(
            Code::UnknownWord,
            "sex: Male, birth: (1985, 5, 17),\n",
            "sex: ‹Man›, birth: (1985, 5, 17),\n",
        ),
        one(
            Code::UnknownWord,
            "Impostor([Ears, Mark])",
            "‹Imposter›([Ears, Mark])",
        ),
        one(Code::MissingField, "lesson: \"Hair grows.\",\n", "").expect_at(FILE, "Document", 2),
    ]
}

fn deeds() -> Vec<Broken> {
    let odd = |fraud: &str| format!("oddity: OtherHair,\n        fraud: {fraud}");
    let card = |fraud: &str| format!("kind: IdentityCard,\n        fraud: {fraud}");
    let on_card = |fraud: &str| one(Code::FraudUnfit, "oddity: OtherHair", &card(fraud));
    let unfit = |fraud: &str| one(Code::FraudUnfit, "oddity: OtherHair", &odd(fraud));
    let clerk = |fraud: &str| format!("{fraud},\n        lesson: \"Nothing");
    vec![
        // A card has no leaves, and other features than a book.
        on_card("‹PageSubstituted›"),
        on_card("‹FalseStamp(on: (2026, 11, 19))›"),
        on_card("‹MissingStamp(on: (2026, 11, 19))›"),
        on_card("‹VisaOfAnother›"),
        on_card("‹Counterfeit(imitated: [Watermark])›"),
        one(
            Code::OddityAbsent,
            "oddity: OtherHair",
            "kind: IdentityCard, oddity: ‹OldCode›",
        ),
        one(
            Code::HonestConflict,
            "number: \"L20417733\"",
            "kind: IdentityCard, number: ‹\"L20417733\"›",
        )
        .edit(FILE, "        visa: Visa(until: (2027, 6, 30)),\n", ""),
        with(Code::VisaOnCard)
            .edit(
                FILE,
                "number: \"L20417733\"",
                "kind: IdentityCard, number: \"D20417733\"",
            )
            .edit(
                FILE,
                "visa: Visa(until: (2027, 6, 30))",
                "visa: ‹Visa(until: (2027, 6, 30))›",
            ),
        unfit("‹VisaOfAnother›"),
        unfit("‹PhotoSubstituted›"),
        unfit("‹PageSubstituted›"),
        unfit("‹Counterfeit(imitated: [Hologram])›"),
        unfit("‹Counterfeit(imitated: [Relief], missing: [Relief])›"),
        one(
            Code::FraudUnfit,
            "lesson: \"Nothing",
            &clerk("fraud: ‹FalseStamp(on: (2026, 3, 2))›"),
        ),
        one(
            Code::FraudUnshown,
            "oddity: OtherHair",
            &odd("‹Counterfeit()›"),
        ),
        one(
            Code::FraudUnshown,
            "Impostor([Ears, Mark])",
            "‹Impostor([])›",
        ),
        // That the book is on a list does not show an impostor.
        one(
            Code::FraudUnshown,
            "fraud: Impostor([Ears, Mark])",
            "reported: true, fraud: ‹Impostor([])›",
        ),
        one(Code::HonestConflict, "\"L20417733\"", "‹\"L204\"›"),
        one(
            Code::HonestConflict,
            "visa: Visa",
            "expires: ‹(2040, 8, 9)›,\n        visa: Visa",
        ),
        one(
            Code::HonestConflict,
            "visa: Visa",
            "reported: ‹true›,\n        visa: Visa",
        ),
        one(
            Code::OddityAbsent,
            "oddity: OtherHair",
            "oddity: ‹LongName›",
        ),
        one(Code::OddityAbsent, "oddity: OtherHair", "oddity: ‹Accents›"),
        one(
            Code::OddityAbsent,
            "oddity: OtherHair",
            "oddity: ‹UnknownBirthday›",
        ),
        with(Code::OddityAbsent)
            .edit(
                FILE,
                "Holder(hair: Short)",
                "Holder(hair: Short, glasses: false)",
            )
            .edit(
                FILE,
                "oddity: OtherHair",
                "photo: Photo(hair: Short, glasses: false), oddity: ‹OtherHair›",
            ),
        one(
            Code::OddityAbsent,
            "birth: (1985, 5, 17),\n        holder: Holder(hair",
            "birth: ‹(1985, 5, 0)›,\n        holder: Holder(hair",
        ),
        one(
            Code::OddityAbsent,
            "oddity: OtherHair",
            "issued: (2026, 2, 3), oddity: ‹Aged›",
        ),
        one(
            Code::OddityAbsent,
            "oddity: OtherHair",
            "issued: (2026, 2, 3), oddity: ‹OldCode›",
        ),
    ]
}

fn items() -> Vec<Broken> {
    let item = |from: &str, to: &str| one(Code::FindingItem, from, to);
    vec![
        item("right: [\"log\"]", "right: [\"log\", ‹\"log\"›]"),
        item("right: [\"log\"]", "right: [\"log\"], wrong: [‹\"log\"›]"),
        item("right: [\"log\"]", "right: [‹\"plate\"›]"),
        item("right: [\"log\"]", "right: [‹\"yard\"›]"),
        item("right: [\"log\"]", "right: [‹\"log\"›]").edit(
            "intel.ron",
            "title: \"Crossings of VK 208\"",
            "false_lead: true, title: \"Crossings of VK 208\"",
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in such a file, a case or diagnostics come of it.
    #[test]
    fn no_change_of_a_document_panics(
        cut in any::<Option<u16>>(),
        changes in prop::collection::vec((any::<u16>(), prop::sample::select(&b"()[]{},:\"'0-9aZ_ \n\0\xff\xc3"[..]), any::<bool>()), 0..8),
    ) {
        let mut bytes = BRIDGE.as_bytes().to_vec();
        for (at, byte, insert) in changes {
            let at = usize::from(at) % bytes.len();
            if insert { bytes.insert(at, byte) } else { bytes[at] = byte }
        }
        if let Some(cut) = cut {
            bytes.truncate(usize::from(cut) % bytes.len());
        }
        let mut source = with_documents("");
        source.files.insert(FILE.to_owned(), bytes);
        let loaded = load(&source);
        prop_assert!(loaded.scenario.is_some() || !loaded.diagnostics.is_empty());
        if let Some(case) = loaded.scenario {
            for document in &case.documents {
                let _ = example(&case, document).matter.conflicts();
            }
        }
    }

    /// Days, numbers and letters that nobody has.
    #[test]
    fn no_value_of_a_document_panics(
        birth in any::<(u16, u8, u8)>(),
        issued in any::<(u16, u8, u8)>(),
        stamp in any::<(u16, u8, u8)>(),
        age in any::<u8>(),
        name in "\\PC{0,60}",
        number in "\\PC{0,20}",
    ) {
        let text = BRIDGE
            .replacen("birth: (1985, 5, 17), issued: (2022, 8, 9)", &format!("birth: {birth:?}, issued: {issued:?}"), 1)
            .replacen("Entry(2026, 3, 2)", &format!("Entry{stamp:?}"), 1)
            .replacen("age: 41", &format!("age: {age}"), 1)
            .replacen("\"Marr\"", &format!("{name:?}"), 1)
            .replacen("\"L20417733\"", &format!("{number:?}"), 1);
        let loaded = load(&with_documents(&text));
        prop_assert!(loaded.scenario.is_some() || !loaded.diagnostics.is_empty());
    }
}
