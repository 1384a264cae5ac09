//! Ways to break an operation of a case, and where the problem must be told.

use liaison::scenario::Code;

use crate::fixtures::{Broken, broken};

/// An operation that is right in every way, but for its translation.
const GOOD: &str = include_str!("../fixtures/more/operations.ron");

const DONE: &str = "when: Done(\"see_girl\")),\n]";

/// The operation with `from` replaced by `to`, in which ‹ and › mark the place.
#[track_caller]
fn edit(code: Code, from: &str, to: &str) -> Broken {
    assert_eq!(GOOD.matches(from).count(), 1, "`{from}` must be there once");
    broken(code)
        .file("operations.ron", &GOOD.replace(from, to))
        .also(&[Code::MissingTranslation])
}

/// A milestone that asks for something besides.
fn asks(code: Code, condition: &str) -> Broken {
    let more = format!("when: Any([Done(\"see_girl\"), {condition}])),\n]");
    broken(code).edit("milestones.ron", DONE, &more)
}

pub fn all() -> Vec<Broken> {
    let one = "[Objective(id: \"out\", text: \"Bring her out\")]";
    let danger = "Objective(id: \"out\", text: \"Bring her out\", leaves_in_danger: true)";
    let safe = "Objective(id: \"safe\", text: \"Bring her home\")";
    let told = "danger_text: \"She is gone.\", odds: 70";
    vec![
        asks(Code::UnknownOperation, "Executed(‹\"raid\"›)"),
        asks(Code::UnknownOperation, "Attempted(‹\"raids\"›)")
            .file("operations.ron", GOOD)
            .also(&[Code::MissingTranslation]),
        edit(Code::NoObjective, one, "‹[]›"),
        edit(Code::OnlyDanger, one, &format!("‹[{danger}]›"))
            .edit("operations.ron", "odds: 70", told),
        edit(Code::DangerUntold, one, &format!("[{safe}, ‹{danger}›]")),
        edit(
            Code::NeverManned,
            "[Fill(role: Command, north: 1, south: 1)]",
            "‹[Fill(role: Command, north: 1, south: 1), Fill(role: VictimCare, south: 1)]›",
        ),
        edit(
            Code::BasisOfPartner,
            "odds: 70",
            "north_basis: [‹\"order\"›], odds: 70",
        )
        .file(
            "authorities.ron",
            "[Authority(id: \"order\", team: South, kind: Supervisor, title: \"Order\", detail: \"To enter.\",
                grounds: [Ground(id: \"girl\", text: \"That a girl is there\", items: [\"yard\"])])]",
        ),
        edit(
            Code::UnknownAuthority,
            "odds: 70",
            "south_basis: [‹\"order\"›], odds: 70",
        ),
        edit(
            Code::OperationTellsSecret,
            "odds: 70",
            "needs: ‹Done(\"see_girl\")›, odds: 70",
        ),
        // Only North's failing watch raises the alarm.
        edit(
            Code::OperationTellsSecret,
            "odds: 70",
            "needs: All([Round(AtLeast(2)), ‹Exposure(AtMost(9))›]), odds: 70",
        ),
        edit(Code::NeverRight, "rounds: (2, 3)", "rounds: ‹(1, 1)›")
            .edit("operations.ron", "odds: 70", "needs: Round(AtLeast(2)), odds: 70"),
        edit(Code::NeverHolds, "odds: 70", "needs: ‹Round(AtLeast(9))›, odds: 70"),
        edit(Code::BeforeVerdict, "odds: 70", "needs: ‹Offence(Both)›, odds: 70"),
        edit(
            Code::BeforeVerdict,
            "odds: 70",
            "contingencies: [Contingency(id: \"wait\", text: \"Wait\", covers: ‹Cited(\"plate\")›)], odds: 70",
        ),
        edit(Code::OutOfRange, "odds: 70", "odds: ‹101›"),
        edit(Code::OutOfRange, "rounds: (2, 3)", "rounds: (2, ‹4›)"),
        edit(Code::OutOfRange, "rounds: (2, 3)", "rounds: (3, ‹2›)"),
        edit(Code::OutOfRange, "role: Command, north: 1", "role: Command, north: ‹10›")
            .also(&[Code::NeverManned]),
        edit(Code::BadTime, "rounds: (2, 3)", "rounds: (2, 3), from: ‹\"25:00\"›"),
        edit(Code::TruthNotOffered, "south: \"yard\"", "south: ‹\"bridge\"›"),
        edit(
            Code::TruthNotOffered,
            "truth: Truth(north: \"bridge\", south: \"yard\", rounds: (2, 3))",
            "truth: ‹Truth(south: \"yard\", rounds: (2, 3))›",
        ),
        edit(Code::UnknownPlace, "\"town\"]", "‹\"twon\"›]"),
        edit(Code::UnknownItem, "odds: 70", "evidence: [‹\"plat\"›], odds: 70"),
        edit(
            Code::DuplicateId,
            one,
            "[Objective(id: \"out\", text: \"Bring her out\"), Objective(id: ‹\"out\"›, text: \"Again\")]",
        ),
        edit(
            Code::DuplicateId,
            "odds: 70",
            "risks: [Risk(id: \"dog\", text: \"A dog\"), Risk(id: ‹\"dog\"›, text: \"Another\")], odds: 70",
        ),
        edit(Code::TextTooLong, "\"Enter the yard\"", "‹\"Enter the yard below the bridge from both sides\"›"),
        edit(Code::EmptyText, "\"She is out.\"", "‹\"\"›"),
        broken(Code::UnknownWord).file("operations.ron", &GOOD.replace("kind: Rescue", "kind: ‹Rescu›")),
        edit(Code::FlagNeverAsked, "odds: 70", "success: [Flag(‹\"raided\"›)], odds: 70"),
        edit(Code::GiveToWhom, "odds: 70", "success: [‹Give(item: \"log\")›], odds: 70"),
        // No plan can leave anybody in danger.
        edit(Code::NeverHolds, "odds: 70", "odds: 70").edit(
            "milestones.ron",
            DONE,
            "when: Any([Done(\"see_girl\"), ‹CriticalErrors(AtLeast(1))›])),\n]",
        ),
        edit(Code::NeverHolds, one, &format!("[{safe}, {danger}]"))
            .edit("operations.ron", "odds: 70", told)
            .edit(
            "milestones.ron",
            DONE,
            "when: Any([Done(\"see_girl\"), ‹All([CriticalErrors(AtLeast(1)), CriticalErrors(AtMost(0))])›])),\n]",
        ),
    ]
}
