//! Every kind of problem is told once, in the right place, with advice, and without noise.
//!
//! Each fixture breaks one thing in the base case. ‹ and › mark where the problem must be told.

use std::collections::BTreeSet;

use liaison::library;
use liaison::scenario::{Code, Diagnostic, load};

use crate::fixtures::{Broken, base, broken};

/// What is told of a folder that is not there, without the list of the cases that are.
fn not_there() -> Vec<Diagnostic> {
    let mut told = library::find("no/such/folder").expect_err("it is not there");
    for diagnostic in &mut told {
        diagnostic.suggestion = None;
    }
    told
}

fn files() -> Vec<Broken> {
    vec![
        broken(Code::Syntax).edit(
            "intel.ron",
            "id: \"yard\",\n        held_by",
            "id: \"yard\"\n        ‹h›eld_by",
        ),
        broken(Code::Syntax).edit(
            "officers.ron",
            "level: 4, at: \"town\"),\n]",
            "level: 4, at: \"town\"),\n] ‹)›",
        ),
        broken(Code::Syntax).edit(
            "theory.ron",
            "failed_text: \"The yard is empty in the morning.\"",
            "failed_text: ‹\"›The yard is empty in the morning.",
        ),
        broken(Code::Syntax).edit("truth.ron", "act?\"],", "act?‹\"›,"),
        broken(Code::Syntax).edit("people.ron", "welfare: 6,", "‹welfare›: ,"),
        broken(Code::Syntax).edit("people.ron", "\"The girl\"", "‹\"The \\q girl\"›"),
        broken(Code::NotUtf8)
            .quietly("truth.ron", b"Truth(\n  story: \"\xc3\xa9 \xff\xfe\")")
            .place("truth.ron", 20..21, 2, 13),
        broken(Code::Binary).bytes("intel.ron", vec![0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]),
        broken(Code::FileTooLarge).bytes("truth.ron", vec![b' '; 16 * 1024 * 1024 + 1]),
        broken(Code::CaseTooLarge)
            .quietly("intel/a.ron", &vec![b' '; 16 * 1024 * 1024])
            .quietly("intel/b.ron", &vec![b' '; 16 * 1024 * 1024])
            .whole("scenario.ron"),
        (0..2000)
            .fold(broken(Code::TooManyFiles), |b, n| {
                b.quietly(&format!("intel/{n}.ron"), b"[]")
            })
            .whole("scenario.ron"),
        broken(Code::TooDeep).edit(
            "people.ron",
            "safe: Done(\"see_girl\")",
            &format!(
                "safe: {}‹(›Always{}",
                "Not(".repeat(62) + "Not",
                ")".repeat(63)
            ),
        ),
        broken(Code::OutsideCase).bytes("../intel.ron", b"[]".to_vec()),
        broken(Code::OutsideCase).bytes("/etc/passwd.ron", b"[]".to_vec()),
        broken(Code::OutsideCase).bytes("intel/../../x.ron", b"[]".to_vec()),
        broken(Code::OutsideCase).bytes("C:/x.ron", b"[]".to_vec()),
        broken(Code::MissingFile)
            .without("theory.ron")
            .whole("theory.ron"),
        broken(Code::MissingFile)
            .without("tasks.ron")
            .whole("tasks.ron"),
        broken(Code::MissingFile).edit("scenario.ron", "[\"ms\"]", "[\"ms\", ‹\"th\"›]"),
        broken(Code::UnexpectedFile).bytes("inject.ron", b"[]".to_vec()),
        broken(Code::UnexpectedFile).bytes("intel/ports/one.ron", b"[]".to_vec()),
        broken(Code::FolderName).edit("scenario.ron", "\"night_lorry\"", "‹\"day_lorry\"›"),
        broken(Code::FormatVersion).edit("scenario.ron", "format: 1", "format: ‹2›"),
        broken(Code::Unreadable)
            .whole("no/such/folder")
            .found("the folder no/such/folder is checked", not_there()),
        broken(Code::TooMany)
            .file(
                "milestones.ron",
                &format!("[{}‹1›, 1]", "1,".repeat(999_999)),
            )
            .also(&[Code::MoreProblems, Code::WrongType]),
        broken(Code::MoreProblems)
            .quietly(
                "milestones.ron",
                format!("[{}]", "Milestone(id: \"X\", when: Always),".repeat(300)).as_bytes(),
            )
            .whole("scenario.ron")
            .also(&[Code::UnknownPath, Code::DuplicateId, Code::MalformedId]),
    ]
}

fn shape() -> Vec<Broken> {
    vec![
        broken(Code::UnknownField).edit("intel.ron", "lesson: \"Without", "‹leson›: \"Without"),
        broken(Code::UnknownField)
            .edit("scenario.ron", "minutes: 40,", "minutes: 40, ‹minuts›: 3,")
            .edit(
                "scenario.ron",
                "short: \"Varda\",",
                "short: \"Varda\", ‹sort›: 1,",
            )
            .edit(
                "tasks.ron",
                "place: \"town\",",
                "place: \"town\", ‹wheel›: [Not(Always)],",
            ),
        broken(Code::UnknownField).edit(
            "theory.ron",
            "Cited(\"plate\")",
            "Holds(‹items›: \"plate\", item: \"plate\", by: North)",
        ),
        broken(Code::MissingField).edit(
            "intel.ron",
            "Item(\n        id: \"yard\",\n        held_by: South,\n        kind: Intelligence,",
            "‹Item›(\n        id: \"yard\",\n        held_by: South,",
        ),
        broken(Code::MissingField)
            .edit(
                "objectives.ron",
                "Criterion(id: \"seen\", text: \"The girl was seen alone.\", points: 10, ",
                "‹Criterion›(id: \"seen\", ",
            )
            .edit(
                "objectives.ron",
                "Status(person: \"girl\", is",
                "‹Status›(is",
            )
            .expect_at("objectives.ron", "Criterion", 1),
        broken(Code::WrongType).edit("tasks.ron", "hours: 3", "hours: ‹\"3\"›"),
        broken(Code::WrongType).edit(
            "intel.ron",
            "subjects: [\"lorry\"],\n    ),",
            "subjects: ‹\"lorry\"›,\n    ),",
        ),
        broken(Code::WrongType).edit(
            "injects.ron",
            "Shared(item: \"plate\", to: South)",
            "Shared(‹\"plate\"›, item: \"plate\", to: South)",
        ),
        broken(Code::WrongType).edit("milestones.ron", "when: Done(\"see_girl\")", "when: ‹Done›"),
        broken(Code::WrongType).edit(
            "milestones.ron",
            "when: Done(\"see_girl\")",
            "when: ‹Holds(\"plate\")›",
        ),
        broken(Code::WrongType).edit("map.ron", "at: (120, 300)", "at: ‹(120, 300, 1)›"),
        broken(Code::WrongType).file("people.ron", "‹(›)"),
        broken(Code::UnknownWord).edit(
            "intel.ron",
            "handling: Supervisor",
            "handling: ‹Superviser›",
        ),
        broken(Code::UnknownWord).edit(
            "milestones.ron",
            "Done(\"see_girl\")",
            "‹Finished›(\"see_girl\")",
        ),
        broken(Code::UnknownWord).edit("people.ron", "Person(\n", "‹People›(\n"),
        broken(Code::FieldTwice).edit("tasks.ron", "hours: 3,", "hours: 3, ‹hours›: 4,"),
    ]
}

fn names() -> Vec<Broken> {
    vec![
        broken(Code::DuplicateId)
            .edit("intel.ron", "id: \"log\"", "id: ‹\"yard\"›")
            .also(&[Code::UnknownItem, Code::UnknownPath]),
        broken(Code::DuplicateId)
            .edit("injects.ron", "number: 2", "number: ‹1›")
            .also(&[Code::UnknownPath]),
        broken(Code::MalformedId)
            .edit("subjects.ron", "id: \"lower_yard\"", "id: ‹\"Lower-Yard\"›")
            .edit("intel.ron", "\"lower_yard\"", "\"Lower-Yard\"")
            .edit("lang/ms.ron", "subjects.lower_yard", "subjects.Lower-Yard"),
        broken(Code::UnknownItem).edit("theory.ron", "Cited(\"plate\")", "Cited(‹\"plat\"›)"),
        broken(Code::UnknownItem).edit(
            "tasks.ron",
            "Give(item: \"log\")",
            "Give(item: ‹\"passport\"›)",
        ),
        broken(Code::UnknownTask).edit(
            "milestones.ron",
            "Done(\"see_girl\")",
            "Done(‹\"see_gril\"›)",
        ),
        broken(Code::UnknownTask).edit(
            "tasks.ron",
            "Open(\"stop_lorry\")",
            "Open(‹\"stop_lory\"›)",
        ),
        broken(Code::UnknownSubject).edit(
            "people.ron",
            "subject: \"girl\"",
            "subject: ‹\"girls\"›",
        ),
        broken(Code::UnknownPlace).edit("officers.ron", "at: \"town\"", "at: ‹\"twon\"›"),
        broken(Code::UnknownPlace).edit("subjects.ron", "Some(\"yard\")", "Some(‹\"yards\"›)"),
        broken(Code::UnknownPerson).edit(
            "tasks.ron",
            "Welfare(person: \"girl\"",
            "Welfare(person: ‹\"boy\"›",
        ),
        broken(Code::UnknownMilestone).edit("theory.ron", "\"girl_seen\"", "‹\"girl_sen\"›"),
        broken(Code::UnknownQuestion).edit(
            "theory.ron",
            "Answered(\"organiser\")",
            "Answered(‹\"organizer\"›)",
        ),
    ]
}

fn values() -> Vec<Broken> {
    let long = "word ".repeat(60);
    vec![
        broken(Code::OutOfRange).edit("intel.ron", "source: 2", "source: ‹4›"),
        broken(Code::OutOfRange).edit("officers.ron", "level: 4", "level: ‹6›"),
        broken(Code::OutOfRange).edit("tasks.ron", "odds: 90", "odds: ‹101›"),
        broken(Code::OutOfRange).edit("tasks.ron", "odds: 90", "odds: ‹300›"),
        broken(Code::OutOfRange).edit("people.ron", "welfare: 6", "welfare: ‹11›"),
        broken(Code::OutOfRange).edit("truth.ron", "round: 3", "round: ‹4›"),
        broken(Code::NoRounds).edit("scenario.ron", "rounds: 3", "rounds: ‹0›"),
        broken(Code::OutOfRange).edit("scenario.ron", "rounds: 3", "rounds: ‹300›"),
        broken(Code::OutOfRange).edit("scenario.ron", "minutes: 40,", "minutes: 40, exposure: ‹300›,"),
        broken(Code::OutOfRange).edit("people.ron", "Done(\"see_girl\")", "Any([Done(\"see_girl\"), Exposure(AtLeast(‹300›)), Welfare(person: \"girl\", is: AtMost(‹-1›))])"),
        broken(Code::BadTime).edit("scenario.ron", "\"20:00\"", "‹\"24:00\"›"),
        broken(Code::BadLanguage).edit("scenario.ron", "language: \"en\"", "language: ‹\"english language\"›"),
        broken(Code::BadLanguage).edit("scenario.ron", "language: \"en\"", "language: ‹\"EN\"›"),
        broken(Code::BadLanguage).edit("scenario.ron", "[\"ms\"]", "[\"ms\", ‹\"en\"›]"),
        broken(Code::TextTooLong).edit("intel.ron", "\"Crossings of VK 208\"", "‹\"Crossings of VK 208 over the bridge in the last month\"›"),
        broken(Code::TextTooLong).edit("lang/ms.ron", "\"Lintasan VK 208\"", &format!("‹\"{long}\"›")),
        broken(Code::TextTooLong).edit("officers.ron", "\"AD\"", "‹\"ADO\"›"),
        broken(Code::EmptyText).edit("tasks.ron", "\"Everybody knows somebody who knows.\"", "‹\" \"›"),
        broken(Code::EmptyText).edit("lang/ms.ron", "\"Lintasan VK 208\"", "‹\"\"›"),
        broken(Code::PlaceOffMap).edit("map.ron", "at: (520, 420)", "at: ‹(520, 601)›"),
        broken(Code::TruthNotOffered).edit("theory.ron", "[\"driver\", \"girl\"], truth: \"driver\"", "[\"lorry\", \"girl\"], truth: ‹\"driver\"›"),
        broken(Code::SameInitials).edit("officers.ron", "\"BK\"", "‹\"AD\"›"),
        broken(Code::NoOfficers).edit("officers.ron", "team: South", "team: North").whole("officers.ron"),
        broken(Code::GiveToWhom).edit("injects.ron", "expect: \"Both teams record a theory and share.\",", "expect: \"Both teams record a theory and share.\",\n        effects: [‹Give(item: \"log\")›],"),
        broken(Code::TearLineMissing).edit("intel.ron", "handling: Open", "handling: ‹TearLineOnly›"),
        broken(Code::TearLineRepeats).edit("intel.ron", "subjects: [\"lorry\"],\n    ),", "subjects: [\"lorry\"],\n        tear_line: ‹\"VK 208 went over on six Tuesdays – with two tonnes and came back with one\"›,\n    ),").also(&[Code::MissingTranslation, Code::TearLineNames]),
        broken(Code::TearLineSubjects).edit("intel.ron", "tear_subjects: [\"lorry\"]", "tear_subjects: [\"lorry\", ‹\"girl\"›]"),
        broken(Code::FalseLeadCritical).edit("intel.ron", "critical: true,\n        lesson", "critical: ‹true›, false_lead: true,\n        lesson"),
        broken(Code::NoReceiver).edit("injects.ron", "to: [North, South]", "to: ‹[]›"),
    ]
}

fn translations() -> Vec<Broken> {
    vec![
        broken(Code::TearLineNames).edit("intel.ron", "\"Lorry VK 208 takes people to a yard below the bridge.\"", "‹\"Joss Marr takes people to a yard below the bridge.\"›"),
        broken(Code::TaskNames).edit("tasks.ron", "\"Who rents the yards, and who buys bread for ten?\"", "‹\"Who has seen Joss Marr?\"›"),
        broken(Code::HintNames).edit("milestones.ron", "id: \"girl_seen\", when: Done(\"see_girl\")", "id: \"girl_seen\", team: South, when: Done(\"see_girl\"), hint: ‹\"Marr drives the lorry.\"›").also(&[Code::MissingTranslation]),
        broken(Code::MissingTranslation)
            .edit(
                "lang/ms.ron",
                "    \"people.girl.name\": \"Gadis itu\",\n",
                "",
            )
            .edit("people.ron", "\"The girl\"", "‹\"The girl\"›"),
        broken(Code::UnknownPath).edit(
            "lang/ms.ron",
            "{\n",
            "{\n    ‹\"intel.plate.titel\"›: \"Lori\",\n",
        ),
        broken(Code::TranslatedTwice)
            .edit(
                "lang/ms.ron",
                "    \"north.name\"",
                "    \"case.title\": \"Lori\",\n    \"north.name\"",
            )
            .expect_at("lang/ms.ron", "\"case.title\"", 1),
        broken(Code::UndeclaredLanguage)
            .edit("scenario.ron", "[\"ms\"]", "[]")
            .edit("lang/ms.ron", "{\n", "‹{›\n"),
    ]
}

fn logic() -> Vec<Broken> {
    let done = "when: Done(\"see_girl\")),\n]";
    vec![
        broken(Code::NeverHolds).edit("milestones.ron", done, "when: ‹Round(AtLeast(9))›),\n]"),
        broken(Code::NeverHolds).edit("milestones.ron", done, "when: All([Done(\"see_girl\"), ‹Holds(item: \"account\", by: North)›])),\n]"),
        broken(Code::NeverHolds).edit("milestones.ron", done, "when: ‹All([Done(\"papers\"), All([Not(Done(\"papers\"))])])›),\n]"),
        broken(Code::NeverHolds).edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), ‹Exposure(AtLeast(101))›])),\n]"),
        broken(Code::NeverHolds).edit("milestones.ron", done, "when: ‹Not(Holds(item: \"yard\", by: South))›),\n]"),
        broken(Code::RefersToItself)
            .edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), ‹Milestone(\"later\")›])),\n    Milestone(id: \"later\", when: Not(‹Milestone(\"girl_seen\")›)),\n    Milestone(id: \"free\", when: Milestone(\"later\")),\n]"),
        broken(Code::BeforeVerdict).edit("tasks.ron", "needs: Holds(item: \"plate\", by: South)", "needs: All([Holds(item: \"plate\", by: South), Not(‹Offence(Both)›)])"),
        broken(Code::BeforeVerdict).edit("injects.ron", "when: Round(AtLeast(1))", "when: ‹Cited(\"plate\")›"),
        broken(Code::BeforeVerdict).edit("people.ron", "Done(\"see_girl\")", "‹Status(person: \"girl\", is: Referred)›"),
        broken(Code::InjectAfterEnd).edit("injects.ron", "Round(AtLeast(2))", "‹Round(AtLeast(4))›"),
        broken(Code::OverBudget).edit("tasks.ron", "hours: 3", "hours: ‹9›"),
        broken(Code::TaskTooLong).edit("tasks.ron", "hours: 4,\n        success: [Give", "hours: 4, rounds: ‹4›,\n        success: [Give").also(&[Code::UnreachableItem]),
        broken(Code::UnreachableItem).edit("tasks.ron", "success: [Give(item: \"log\")],", "").edit("intel.ron", "id: \"log\"", "id: ‹\"log\"›"),
        broken(Code::UnreachableTask).edit("tasks.ron", ", Open(\"stop_lorry\")", "").edit("tasks.ron", "id: \"stop_lorry\"", "id: ‹\"stop_lorry\"›"),
        broken(Code::NoWork).edit("tasks.ron", "hours: 3,\n        repeat: true,", "hours: 3,").edit("scenario.ron", "name: \"Calder Immigration\"", "name: ‹\"Calder Immigration\"›"),
        broken(Code::CriticalUnobtainable).edit("intel.ron", "id: \"log\",", "id: ‹\"log\"›, critical: true,").edit("tasks.ron", "success: [Give(item: \"log\")],", ""),
        broken(Code::CriticalUnshareable).edit("intel.ron", "handling: FormalOnly", "critical: true, handling: ‹FormalOnly›"),
        broken(Code::NothingObservable).edit("objectives.ron", "points: 10,\n", "points: 0,\n").edit("objectives.ron", "id: \"share\"", "id: ‹\"share\"›"),
        broken(Code::NothingObservable).edit("objectives.ron", "when: Done(\"see_girl\")", "when: ‹Any([Always])›"),
        broken(Code::UnusedSubject).edit("subjects.ron", "[\n", "[\n    Subject(id: ‹\"boat\"›, kind: Vehicle, name: \"Boat\"),\n").also(&[Code::MissingTranslation]),
        broken(Code::FlagNeverAsked).edit("tasks.ron", "success_text: \"Everybody", "success: [Flag(‹\"asked\"›)],\n        success_text: \"Everybody"),
        broken(Code::FlagNeverSet).edit("injects.ron", "when: Round(AtLeast(1))", "when: Any([Round(AtLeast(1)), Flag(‹\"yard_sen\"›)])"),
        broken(Code::HintTellsSecret).edit("milestones.ron", "when: Shared(item: \"plate\", to: South)", "when: All([Shared(item: \"plate\", to: South), ‹Milestone(\"girl_seen\")›])"),
        broken(Code::HintTellsSecret).edit("milestones.ron", "when: Shared(item: \"plate\", to: South)", "when: ‹Theorised(South)›")
            .also(&[Code::ObjectiveUnserved]),
        broken(Code::TaskTellsSecret).edit("tasks.ron", "needs: Holds(item: \"yard\", by: North)", "needs: Any([Holds(item: \"yard\", by: North), ‹Done(\"see_girl\")›])")
            .also(&[Code::OneItemDecides]),
        broken(Code::TaskTellsSecret).edit("tasks.ron", "needs: Holds(item: \"plate\", by: South)", "needs: Any([Holds(item: \"plate\", by: South), ‹Shared(item: \"plate\", to: South)›])"),
        // The alarm, which only North's watchers raise.
        broken(Code::ShowsPartner).edit("tasks.ron", "needs: Holds(item: \"plate\", by: South)", "needs: All([Holds(item: \"plate\", by: South), ‹Exposure(AtMost(9))›])"),
        // Welfare, which only South's task betters.
        broken(Code::ShowsPartner).edit("milestones.ron", "when: Shared(item: \"plate\", to: South)", "when: Any([Shared(item: \"plate\", to: South), ‹Welfare(person: \"girl\", is: AtLeast(8))›])"),
        // A chain: North's alarm, an inject that only North hears, a flag, a milestone, South's task.
        broken(Code::ShowsPartner)
            .edit("injects.ron", "to: [South]", "to: [North]")
            .edit("injects.ron", "All([Round(AtLeast(2)), Not(Shared(item: \"plate\", to: South))])", "Exposure(AtLeast(10))")
            .edit("injects.ron", "effects: [", "effects: [Flag(\"stirred\"), ")
            .edit("milestones.ron", done, "when: Done(\"see_girl\")),\n    Milestone(id: \"stir\", when: Flag(\"stirred\")),\n]")
            .edit("tasks.ron", "needs: Holds(item: \"plate\", by: South)", "needs: Any([Holds(item: \"plate\", by: South), ‹Milestone(\"stir\")›])"),
        // The lists: South opens North's task and closes it.
        broken(Code::ShowsPartner)
            .edit("tasks.ron", ", Open(\"stop_lorry\")", "")
            .edit("tasks.ron", "success: [Give(item: \"account\"), ", "success: [Open(‹\"stop_lorry\"›), Give(item: \"account\"), ")
            .edit("tasks.ron", "failure_text: \"The interpreter", "failure: [Close(‹\"papers\"›)],\n        failure_text: \"The interpreter"),
        broken(Code::NoNeedToShare)
            .edit("theory.ron", FULL, "full: ‹All([\n        Offence(Trafficking),\n    ])›,")
            .also(&[Code::FlagNeverAsked]),
        broken(Code::NeverHolds).edit("objectives.ron", "when: Done(\"see_girl\")", "when: All([Done(\"see_girl\"), ‹Round(AtMost(2))›])"),
        broken(Code::FullUnreachable).edit("theory.ron", "full: All([\n", "full: All([\n        ‹Round(AtMost(2))›,\n"),
        broken(Code::AnswerUnknowable).edit("theory.ron", "[\"driver\", \"girl\"], truth: \"driver\"", "[\"driver\", \"boat\"], truth: ‹\"boat\"›").edit("subjects.ron", "[\n", "[\n    Subject(id: \"boat\", kind: Vehicle, name: \"Boat\"),\n").also(&[Code::MissingTranslation, Code::FullUnreachable]),
    ]
}

fn links() -> Vec<Broken> {
    let plate = |code, links: &str| {
        let after = format!("tear_subjects: [\"lorry\"],\n        {links}");
        broken(code).edit("intel.ron", "tear_subjects: [\"lorry\"],", &after)
    };
    let drives = "Link(from: \"driver\", to: \"lorry\", kind: Drives)";
    let theory = |code, links: &str| {
        let before = format!("links: [{links}],\n    full: All([\n");
        broken(code).edit("theory.ron", "full: All([\n", &before)
    };
    vec![
        plate(
            Code::LinkToItself,
            "links: [Link(from: \"driver\", to: ‹\"driver\"›, kind: Pays)],",
        ),
        plate(
            Code::LinkSubjects,
            "links: [Link(from: \"driver\", to: ‹\"girl\"›, kind: Carries)],",
        ),
        plate(
            Code::LinkSubjects,
            &format!(
                "links: [{drives}], tear_links: [Link(from: ‹\"driver\"›, to: \"lorry\", kind: Drives)],"
            ),
        ),
        plate(Code::TearLinkUnsaid, &format!("tear_links: [‹{drives}›],"))
            .also(&[Code::LinkSubjects]),
        plate(Code::LinkTwice, &format!("links: [{drives}, ‹{drives}›],")),
        plate(
            Code::LinkUnlikely,
            "links: [‹Link(from: \"lorry\", to: \"driver\", kind: Drives)›],",
        ),
        plate(
            Code::UnknownSubject,
            "links: [Link(from: \"driver\", to: ‹\"lory\"›, kind: Drives)],",
        )
        .also(&[Code::LinkSubjects]),
        theory(Code::LinkUntold, &format!("‹{drives}›")),
    ]
}

const FULL: &str = r#"full: All([
        Done("see_girl"),
        Flag("yard_seen"),
        Offence(Trafficking),
        Answered("organiser"),
        Cited("plate"),
    ]),"#;

/// A decision of the nurse's inject, before its end.
const NURSE: &str = "effects: [Welfare(person: \"girl\", by: -1)],\n    ),\n]";

fn nurse(more: &str) -> String {
    format!("{more}\n    ),\n]")
}

const ASKED: &str = "decision: Decision(options: [Option(id: \"go\", text: \"Go\"), Option(id: \"wait\", text: \"Wait\")])";

fn plot() -> Vec<Broken> {
    let done = "when: Done(\"see_girl\")),\n]";
    let texts = &[Code::MissingTranslation][..];
    vec![
        broken(Code::UnknownInject).edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), Chosen(inject: ‹9›, option: \"go\", by: South)])),\n]"),
        broken(Code::UnknownOption).edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), Chosen(inject: 2, option: ‹\"go\"›, by: South)])),\n]"),
        broken(Code::UnknownOption)
            .edit("injects.ron", NURSE, &nurse(&ASKED.replace("])", "], default: ‹\"wate\"›)")))
            .also(texts),
        broken(Code::UnknownStep).edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), Stepped(‹\"sail\"›)])),\n]"),
        broken(Code::UnknownStep)
            .file("network.ron", "Network(plan: [Step(id: \"sail\", round: 1, text: \"They sail.\")], reactions: [Reaction(id: \"early\", exposure: 5, text: \"Early.\", cancels: [‹\"sale\"›])])")
            .also(texts),
        broken(Code::UnknownReaction).edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), Reacted(‹\"early\"›)])),\n]"),
        broken(Code::NothingToChoose)
            .edit("injects.ron", NURSE, &nurse("decision: Decision(options: ‹[Option(id: \"go\", text: \"Go\")]›)"))
            .also(texts),
        broken(Code::DecidedByNobody)
            .edit("injects.ron", "to: [South],", "to: ‹[]›,")
            .edit("injects.ron", NURSE, &nurse(ASKED))
            .also(texts),
        broken(Code::InjectAfterTime).edit("injects.ron", "when: Round(AtLeast(1))", "trigger: Timed(round: 1, minute: ‹8›)"),
        broken(Code::InjectAfterEnd).edit("injects.ron", "when: Round(AtLeast(1))", "trigger: Timed(round: ‹4›, minute: 1)"),
        broken(Code::OutOfRange).edit("injects.ron", "when: Round(AtLeast(1))", "trigger: Contingency(expected: Theorised(North), by: ‹0›)"),
        broken(Code::NeverHolds).edit("injects.ron", "when: Round(AtLeast(1))", "trigger: Contingency(expected: ‹Done(\"see_girl\")›, by: 1)"),
        broken(Code::BeforeVerdict).edit("injects.ron", "when: Round(AtLeast(1))", "trigger: Contingency(expected: ‹Cited(\"plate\")›, by: 2)"),
        broken(Code::NeverHolds)
            .edit("injects.ron", NURSE, &nurse(ASKED))
            .edit("milestones.ron", done, "when: Any([Done(\"see_girl\"), ‹Chosen(inject: 2, option: \"go\", by: North)›])),\n]")
            .also(texts),
        broken(Code::NeverReacts)
            .edit("tasks.ron", "failure: [Exposure(10)],", "")
            .file("network.ron", "Network(reactions: [Reaction(id: \"early\", exposure: ‹5›, text: \"Early.\")])")
            .also(texts),
        broken(Code::FlagNeverAsked)
            .file("network.ron", "Network(plan: [Step(id: \"sail\", round: 1, text: \"They sail.\", effects: [Flag(‹\"sailed\"›)])])")
            .also(texts),
    ]
}

/// The base case with this authority of North's, for which its watching of the yard waits.
fn authority(code: Code, authority: &str) -> Broken {
    let needs = "needs: Holds(item: \"yard\", by: North)";
    broken(code)
        .edit(
            "tasks.ron",
            needs,
            &format!("authority: \"order\", {needs}"),
        )
        .file("authorities.ron", &format!("[Authority({authority})]"))
        .also(&[Code::MissingTranslation])
}

fn authorities() -> Vec<Broken> {
    let card = "team: North, title: \"Order\", detail: \"To look.\"";
    let done = "when: Done(\"see_girl\")),\n]";
    let lorry = "Ground(id: \"lorry\", text: \"The lorry.\", items: [\"yard\"])";
    let good = format!("id: \"order\", kind: Supervisor, {card}, grounds: [{lorry}]");
    vec![
        broken(Code::UnknownAuthority).edit(
            "milestones.ron",
            done,
            "when: Any([Done(\"see_girl\"), Authorised(‹\"order\"›)])),\n]",
        ),
        authority(Code::UnknownAuthority, &good).edit(
            "milestones.ron",
            done,
            "when: Any([Done(\"see_girl\"), Authorised(‹\"odrer\"›)])),\n]",
        ),
        authority(
            Code::NoGrounds,
            &format!("id: \"order\", kind: Warrant, {card}, grounds: ‹[]›"),
        ),
        authority(
            Code::GroundWithoutItems,
            &format!(
                "id: \"order\", kind: Warrant, {card}, grounds: [Ground(id: \"lorry\", text: \"The lorry.\", items: ‹[]›)]"
            ),
        ),
        authority(
            Code::UnknownItem,
            &good.replace("[\"yard\"]", "[‹\"yrad\"›]"),
        ),
        authority(
            Code::DuplicateId,
            &good
                .replace("grounds: [", &format!("grounds: [{lorry}, "))
                .replace(", Ground(id: \"lorry\"", ", Ground(id: ‹\"lorry\"›"),
        ),
        authority(
            Code::AuthorityOfPartner,
            &good.replace("team: North", "team: South"),
        )
        .expect_at("tasks.ron", "\"order\"", 0),
        authority(
            Code::AuthorityTooLate,
            &format!("id: \"order\", kind: Mutual, {card}, rounds: ‹3›, grounds: [{lorry}]"),
        ),
        authority(
            Code::OutOfRange,
            &format!("id: \"order\", kind: Mutual, {card}, rounds: ‹25›, grounds: [{lorry}]"),
        ),
        // The partner's intelligence is no evidence, however it comes.
        authority(
            Code::GroundNeverMet,
            &good.replace("items: [\"yard\"]", "items: ‹[\"yard\"]›, evidence: true"),
        )
        .also(&[Code::UnreachableTask, Code::NoWork, Code::FullUnreachable]),
        broken(Code::AuthorityUnused)
            .file(
                "authorities.ron",
                &format!(
                    "[Authority({})]",
                    good.replace("id: \"order\"", "id: ‹\"order\"›")
                ),
            )
            .also(&[Code::MissingTranslation]),
        // A hint and a task that tell of what the partner may do.
        authority(Code::TaskTellsSecret, &good).edit(
            "tasks.ron",
            "needs: Holds(item: \"plate\", by: South)",
            "needs: All([Holds(item: \"plate\", by: South), ‹Authorised(\"order\")›])",
        ),
    ]
}

fn elements() -> Vec<Broken> {
    let done = "when: Done(\"see_girl\")),\n]";
    let theory = |code, lists: &str| {
        let before = format!("{lists},\n    full: All([\n");
        broken(code).edit("theory.ron", "full: All([\n", &before)
    };
    let asks = |b: Broken, condition: &str| {
        let when = format!("when: Any([Done(\"see_girl\"), {condition}])),\n]");
        b.edit("milestones.ron", done, &when)
    };
    let act = "Element(id: \"act\", kind: Act, text: \"Kept.\", proof: [\"log\"])";
    let role = "Role(subject: \"driver\", truth: Transporter)";
    let texts = &[Code::MissingTranslation][..];
    vec![
        asks(
            broken(Code::UnknownElement),
            "Proven(element: ‹\"act\"›, before: South)",
        ),
        asks(
            theory(Code::UnknownElement, &format!("elements: [{act}]")),
            "Proven(element: ‹\"acts\"›, before: South)",
        )
        .also(texts),
        theory(
            Code::DuplicateId,
            &format!("elements: [{act}, {}]", act.replace("\"act\"", "‹\"act\"›")),
        )
        .also(texts),
        theory(
            Code::UnknownItem,
            &format!("elements: [{}]", act.replace("\"log\"", "‹\"lgo\"›")),
        )
        .also(texts),
        theory(
            Code::ElementUnproven,
            &format!("elements: [{}]", act.replace("[\"log\"]", "‹[]›")),
        )
        .also(texts),
        // Intelligence proves nothing.
        theory(
            Code::ElementUnproven,
            &format!("elements: [{}]", act.replace("[\"log\"]", "‹[\"plate\"]›")),
        )
        .also(texts),
        asks(
            broken(Code::UnknownRole),
            "Role(subject: ‹\"driver\"›, is: Victim)",
        ),
        asks(
            theory(Code::UnknownRole, &format!("roles: [{role}]")),
            "Role(subject: ‹\"girl\"›, is: Victim)",
        ),
        theory(
            Code::DuplicateId,
            &format!(
                "roles: [{role}, {}]",
                role.replace("\"driver\"", "‹\"driver\"›")
            ),
        ),
        theory(
            Code::UnknownSubject,
            &format!("roles: [{}]", role.replace("\"driver\"", "‹\"diver\"›")),
        ),
        asks(
            theory(Code::NeverHolds, &format!("roles: [{role}]")),
            "‹All([Role(subject: \"driver\", is: Victim), Role(subject: \"driver\", is: Recruiter)])›",
        ),
        theory(Code::BeforeVerdict, &format!("elements: [{act}]"))
            .edit(
                "people.ron",
                "Done(\"see_girl\")",
                "Any([Done(\"see_girl\"), ‹Proven(element: \"act\", before: North)›])",
            )
            .also(texts),
        // North gets it too late for it to come to South as evidence.
        asks(
            theory(Code::NeverHolds, &format!("elements: [{act}]")),
            "‹Proven(element: \"act\", before: South)›",
        )
        .also(texts),
    ]
}

fn lines() -> Vec<Broken> {
    let line = |code, from: &str, to: &str| broken(code).edit("lines/bridge.ron", from, to);
    vec![
        line(Code::MissingField, "    at: \"bridge\",\n", "").expect_at("lines/bridge.ron", "PrimaryLine", 0),
        line(Code::UnknownPlace, "at: \"bridge\"", "at: ‹\"brigde\"›"),
        line(Code::UnknownField, "seconds: 120", "‹secnds›: 120"),
        line(Code::BadTime, "\"06:30\"", "‹\"6:30\"›"),
        line(Code::OutOfRange, "seconds: 120", "seconds: ‹12›"),
        line(Code::OutOfRange, "(2026, 11, 20)", "‹(2026, 13, 20)›"),
        line(Code::EmptyText, "\"Bad eyes.\"", "‹\"\"›"),
        line(Code::UnknownQuestion, "Slip(to: \"work\"", "Slip(to: ‹\"wrok\"›"),
        line(Code::UnknownJourney, "claims: [\"miller\"]", "claims: [‹\"milner\"›]"),
        line(Code::UnknownState, "\"XKS\"", "‹\"THA\"›"),
        line(Code::JudgedBehaviour, "\"looks back twice\"", "‹\"looks back nervously\"›"),
        line(Code::Untellable, "\"the mill stands still\"", "‹\"the mill knows the name\"›"),
        line(Code::Untellable, "Leak(to: \"work\", by: Booking, shows: \"the mill stands still\"",
            "Leak(to: \"issued\", by: ‹Document›")
            .also(&[Code::UnknownPath]),
        line(Code::Untellable, "id: \"walks_on\"", "id: ‹\"walks_on\"›")
            .edit("lines/bridge.ron", "to: \"work\", by: Booking, shows: \"the mill stands still\"",
                "to: \"stay\", by: Companion, shows: \"“We walk on.”\""),
        line(Code::Untellable, "id: \"work\", ask: \"What do you do there?\", against: [Booking]",
            "id: ‹\"work\"›, ask: \"What do you do there?\", against: []")
            .also(&[Code::OpenAnswer]),
        line(Code::OpenAnswer, "In {place}.", "Somewhere.").expect_at("lines/bridge.ron", "\"Somewhere.\"", 0),
        line(Code::OpenAnswer, "Slip(to: \"work\", by: Booking", "Slip(to: \"work\", by: ‹Ticket›"),
        line(Code::OpenAnswer, "            Answer(to: \"work\", say: \"Nothing.\", shows: [Shows(by: Booking, text: \"an aunt expects them\")]),\n", "")
            .expect_at("lines/bridge.ron", "\"visit\"", 0)
            .also(&[Code::UnknownPath]),
        line(Code::ThinLine, "        Behaviour(id: \"sack\", text: \"carries a sack\"),\n", "")
            .expect_at("lines/bridge.ron", "[", 1)
            .also(&[Code::UnknownPath]),
        line(Code::TextTooLong, "\"Ring the mill.\"", &format!("‹\"{}\"›", "x".repeat(401))),
        line(Code::TextTooLong, "\"a day pass\"", &format!("‹\"{}\"›", "x".repeat(161))),
        broken(Code::MissingTranslation)
            .edit("lang/ms.ron", "    \"lines.bridge.journeys.miller.stay.shows.ticket\": \"pas sehari\",\n", "")
            .edit("lines/bridge.ron", "\"a day pass\"", "‹\"a day pass\"›"),
        broken(Code::MissingTranslation)
            .edit("lang/ms.ron", "    \"lines.bridge.kinds.walks_on.leaks.0.lesson\": \"Telefon kilang.\",\n", "")
            .edit("lines/bridge.ron", "\"Ring the mill.\"", "‹\"Ring the mill.\"›"),
        broken(Code::MissingTranslation)
            .edit("lang/ms.ron", "    \"lines.bridge.questions.before.say\": \"Pada {when}.\",\n", "")
            .edit("lines/bridge.ron", "\"In {when}.\"", "‹\"In {when}.\"›"),
        broken(Code::OpenAnswer).edit("lang/ms.ron", "\"Di {place}.\"", "‹\"Di sana.\"›"),
        broken(Code::UnknownPath)
            .edit("lang/ms.ron", "{\n", "{\n    ‹\"lines.bridge.behaviours.sack.also\"›: \"Sebab.\",\n"),
    ]
}

fn set_pieces() -> Vec<Broken> {
    let opens = |code, piece: &str| {
        let from = "        odds: 90,\n";
        broken(code).edit("tasks.ron", from, &format!("        set_piece: {piece},\n"))
    };
    vec![
        broken(Code::SetPieceUnopened)
            .edit("tasks.ron", "        set_piece: Line(\"bridge\"),\n", "")
            .edit("lines/bridge.ron", "id: \"bridge\",", "id: ‹\"bridge\"›,"),
        // A document and an interview that nobody lays out or hears.
        broken(Code::SetPieceUnopened)
            .quietly(
                crate::document_faults::FILE,
                crate::document_faults::BRIDGE.as_bytes(),
            )
            .expect_at(crate::document_faults::FILE, "\"clerks_book\"", 0)
            .expect_at(crate::document_faults::FILE, "\"girls_book\"", 0)
            .expect_at(crate::document_faults::FILE, "\"odd_book\"", 0)
            .also(&[Code::MissingTranslation]),
        broken(Code::SetPieceUnopened)
            .quietly(
                "interviews/porter.ron",
                crate::interview_faults::PORTER.as_bytes(),
            )
            .expect_at("interviews/porter.ron", "\"porter\"", 0)
            .also(&[Code::MissingTranslation]),
        opens(Code::UnknownDocument, "‹Document(\"book\")›"),
        opens(Code::SetPieceOfPartner, "‹Line(\"bridge\")›")
            .edit("lines/bridge.ron", "team: North", "team: South")
            .expect_at("tasks.ron", "Line(\"bridge\")", 1),
        opens(Code::UnknownLine, "‹Line(\"brigde\")›"),
        opens(Code::UnknownInterview, "‹Interview(\"lorry_driver\")›"),
        broken(Code::SetPieceRolled).edit(
            "tasks.ron",
            "        odds: 90,\n",
            "        odds: ‹90›,\n        set_piece: Line(\"bridge\"),\n",
        ),
    ]
}

/// Cases from which little would be learned, and silences that are none.
fn advice() -> Vec<Broken> {
    let after = "        subjects: [\"girl\", \"driver\"],\n    ),";
    let barge = "    Item(id: ‹\"barge\"›, held_by: North, kind: Intelligence, grade: (source: 1, info: B), handling: Open, \
                 false_lead: true, title: \"A barge\", text: \"They go by barge.\", subjects: [\"barge\"]),";
    let task = "    Task(\n        id: \"stop_lorry\",";
    vec![
        broken(Code::ObjectiveUnserved)
            .edit(
                "objectives.ron",
                "when: Milestone(\"plate_shared\")",
                "when: Theorised(North)",
            )
            .edit("objectives.ron", "id: \"share\"", "id: ‹\"share\"›"),
        broken(Code::LeadUnseen)
            .edit("intel.ron", after, &format!("{after}\n{barge}"))
            .edit(
                "subjects.ron",
                "[\n",
                "[\n    Subject(id: \"barge\", kind: Vehicle, name: \"Barge\"),\n",
            )
            .also(&[Code::MissingTranslation]),
        broken(Code::OneItemDecides)
            .edit("theory.ron", "        Flag(\"yard_seen\"),\n", "")
            .edit("intel.ron", "id: \"plate\"", "id: ‹\"plate\"›")
            .also(&[Code::FlagNeverAsked]),
        broken(Code::NoHotWash)
            .edit(
                "truth.ron",
                "[\"When did each team know enough to act?\"]",
                "‹[]›",
            )
            .also(&[Code::UnknownPath]),
        broken(Code::TooLong).edit("scenario.ron", "minutes: 40", "minutes: ‹20›"),
        broken(Code::SameName).edit(
            "scenario.ron",
            "short: \"Calder\"",
            "short: ‹\"varda\"›",
        ),
        broken(Code::LockUnseen).edit(
            "tasks.ron",
            "        needs: Holds(item: \"yard\", by: North),\n        locked: \"You would first have to know which yard.\"",
            "        locked: ‹\"You would first have to know which yard.\"›",
        )
        .also(&[Code::OneItemDecides]),
        broken(Code::BriefingNames).edit(
            "scenario.ron",
            "\"You watch the yards below the bridge. A girl was seen in one of them.\"",
            "‹\"You watch the yards below the bridge. A girl was seen in one of them, and VK 208 beside it.\"›",
        ),
        broken(Code::SilenceUnexplained)
            .edit("tasks.ron", ", Open(\"stop_lorry\")", "")
            .edit("tasks.ron", task, &format!("    ‹// allow(L067)›\n{task}"))
            .also(&[Code::UnreachableTask]),
        broken(Code::SilencesNothing).edit(
            "people.ron",
            "    Person(",
            "    ‹// allow(L067): by hand›\n    Person(",
        ),
    ]
}

fn all() -> Vec<Broken> {
    [
        advice(),
        files(),
        shape(),
        names(),
        values(),
        translations(),
        logic(),
        links(),
        plot(),
        crate::operation_faults::all(),
        crate::evaluation_faults::all(),
        crate::interview_faults::all(),
        crate::document_faults::all(),
        authorities(),
        lines(),
        set_pieces(),
        elements(),
        crate::questionnaire_faults::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn the_base_case_has_no_problems() {
    let loaded = load(&base());
    assert_eq!(loaded.diagnostics, vec![]);
    assert!(loaded.scenario.is_some());
}

#[test]
fn every_problem_is_told_where_it_is() {
    let mut fixtures = all();
    fixtures.sort_by_key(|f| f.code);
    let (told, wrong): (Vec<_>, Vec<_>) = fixtures
        .into_iter()
        .map(Broken::check)
        .partition(Result::is_ok);
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let told: Vec<String> = told.into_iter().flatten().collect();
    insta::assert_snapshot!("diagnostics", told.join("\n"));
}

/// The base case with an edit of the tasks, which must stay without a word of what only the partner
/// can bring about.
#[track_caller]
fn no_echo(edits: &[(&str, &str, &str)]) {
    let edit = |b: Broken, (file, from, to): &(&str, &str, &str)| b.edit(file, from, to);
    let source = edits.iter().fold(broken(Code::ShowsPartner), edit).source;
    let loaded = load(&source);
    assert!(loaded.scenario.is_some());
    let echoes = loaded
        .diagnostics
        .iter()
        .filter(|d| d.code == Code::ShowsPartner);
    assert_eq!(echoes.map(Diagnostic::brief).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_a_team_or_the_world_can_bring_about_is_no_echo_of_the_partner() {
    let needs = (
        "tasks.ron",
        "needs: Holds(item: \"plate\", by: South)",
        "needs: All([Holds(item: \"plate\", by: South), Exposure(AtMost(9))])",
    );
    // South raises the alarm as well.
    let failure = "failure: [Exposure(10)],\n        failure_text: \"The interpreter";
    let own = ("tasks.ron", "failure_text: \"The interpreter", failure);
    no_echo(&[needs, own]);
    // An inject that South hears raises it, whatever it waits for.
    let heard = "effects: [Exposure(20), ";
    no_echo(&[needs, ("injects.ron", "effects: [", heard)]);
    // Time alone brings it about.
    let drift =
        "needs: All([Holds(item: \"yard\", by: North), Welfare(person: \"girl\", is: AtMost(4))])";
    no_echo(&[(
        "tasks.ron",
        "needs: Holds(item: \"yard\", by: North)",
        drift,
    )]);
    // The partner's own text may follow the partner's own doings, and no threshold out of reach is one.
    let always = "needs: All([Holds(item: \"plate\", by: South), Exposure(AtMost(100))])";
    no_echo(&[("tasks.ron", needs.1, always)]);
    let theirs = "needs: All([Holds(item: \"yard\", by: North), Exposure(AtMost(90))])";
    no_echo(&[(
        "tasks.ron",
        "needs: Holds(item: \"yard\", by: North)",
        theirs,
    )]);
}

/// What is told of names in the tear-line of the plate.
fn names_told(subjects: &str, name: &str, line: &str) -> Vec<String> {
    let source = broken(Code::TearLineNames)
        .edit(
            "subjects.ron",
            "name: \"Joss Marr\"",
            &format!("name: \"{name}\""),
        )
        .edit(
            "intel.ron",
            "tear_subjects: [\"lorry\"]",
            &format!("tear_subjects: [\"{subjects}\"]"),
        )
        .edit(
            "intel.ron",
            "Lorry VK 208 takes people to a yard below the bridge.",
            line,
        )
        .source;
    let found = load(&source).diagnostics;
    let names = found.iter().filter(|d| d.code == Code::TearLineNames);
    names.map(|d| d.message.clone()).collect()
}

#[test]
fn names_are_told_from_words_and_numbers() {
    let told = |who: &str| {
        vec![format!(
            "the tear-line names {who}, not among its `tear_subjects`"
        )]
    };
    let marr = "Joss Marr";
    // A number plate is known as a whole, a person by each name, in capitals too.
    assert_eq!(
        names_told("driver", marr, "Lorry VK 208 waits."),
        told("“VK 208” (`lorry`)")
    );
    assert_eq!(
        names_told("driver", marr, "A lorry takes 208 people."),
        [""; 0]
    );
    assert_eq!(
        names_told("lorry", marr, "MARR takes people."),
        told("“MARR” (`driver`)")
    );
    // What the case uses as a word is no name, and the one who is let through may be named.
    assert_eq!(
        names_told(
            "lorry",
            "The Captain",
            "The lorry has a captain. A Captain!"
        ),
        [""; 0]
    );
    assert_eq!(names_told("driver", marr, "Joss takes people."), [""; 0]);
}

#[test]
fn every_code_has_a_fixture() {
    let covered: BTreeSet<Code> = all().iter().map(|f| f.code).collect();
    let missing: Vec<&Code> = Code::ALL
        .iter()
        .filter(|code| !covered.contains(code))
        .collect();
    assert_eq!(missing, Vec::<&Code>::new());
}

#[test]
fn codes_are_in_order_and_distinct() {
    let codes: Vec<&str> = Code::ALL.iter().map(|c| c.code()).collect();
    let sorted: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(codes, sorted.into_iter().collect::<Vec<_>>());
    assert!(codes.iter().all(|c| c.len() == 4 && c.starts_with('L')));
}
