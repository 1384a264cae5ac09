//! What can be wrong with an interview, one fixture a problem.

use liaison::scenario::Code;

use crate::fixtures::{Broken, broken};

/// An interview that is right in every way.
pub const PORTER: &str = include_str!("../fixtures/interviews/porter.ron");

const FILE: &str = "interviews/porter.ron";

/// The base case with an interview that nobody has translated.
fn with(code: Code) -> Broken {
    broken(code)
        .quietly(FILE, PORTER.as_bytes())
        .also(&[Code::MissingTranslation])
}

pub fn all() -> Vec<Broken> {
    vec![
        with(Code::UnknownTopic).edit(
            FILE,
            "leads_to: [\"gate\"]",
            "leads_to: [‹\"gaet\"›]",
        ),
        with(Code::UnknownAsking).edit(
            FILE,
            "needs: [Heard(\"came\")]",
            "needs: [‹Asked(\"night_opn\")›]",
        ),
        with(Code::UnknownStatement)
            .edit(FILE, "says: [\"came\", \"dark\"]", "says: [\"came\", ‹\"drak\"›]")
            .edit(FILE, "a: \"never\", b", "a: ‹\"nevr\"›, b"),
        with(Code::UnknownEvidence).edit(
            FILE,
            "truth: False, needs: [Unshown(\"log\")]",
            "truth: False, needs: [‹Unshown(\"book\")›]",
        ),
        // Nobody asks for it, and no open account ever gives so much trust.
        with(Code::StatementNeverSaid)
            .edit(FILE, "says: [\"came\", \"dark\"]", "says: [\"came\"]")
            .edit(FILE, "id: \"dark\"", "id: ‹\"dark\"›"),
        with(Code::StatementNeverSaid)
            .edit(FILE, "rapport: 2, stress", "rapport: 0, stress")
            .edit(
                FILE,
                "id: \"girl\", topic: \"night\", text: \"The girl, for a while.\", needs: [Rapport(4)]",
                "id: ‹\"girl\"›, topic: \"night\", text: \"The girl, for a while.\", needs: [Heard(\"rain\"), Heard(\"drunk\")]",
            ),
        // Evidence that waits for its own fruit.
        with(Code::NeverInTime)
            .edit(FILE, "id: \"log\", item", "id: ‹\"log\"›, item")
            .edit(FILE, "after: [\"shut\", \"never\"]", "after: [\"shut\", \"never\", \"wind\"]")
            .also(&[Code::StatementNeverSaid]),
        with(Code::NeverCovered)
            .edit(FILE, "id: \"gate\", name", "id: ‹\"gate\"›, name")
            .edit(FILE, "kind: Open, text: \"Describe", "kind: Probing, text: \"Describe")
            .edit(FILE, "kind: Open, text: \"Explain", "kind: Probing, text: \"Explain"),
        // A threat would teach what no sound question does.
        with(Code::TruthByBadQuestion)
            .edit(FILE, "text: \"I did it all.\", truth: False", "text: \"I did it all.\"")
            .edit(FILE, "id: \"anything\"", "id: ‹\"anything\"›"),
        // Said only before the log is shown, and the log does not wait for it.
        with(Code::LostInTime).edit(
            FILE,
            "text: \"All night.\"",
            "text: \"All night.\", needs: [‹Unshown(\"log\")›]",
        ),
        with(Code::LostInTime).edit(
            FILE,
            "text: \"All night.\"",
            "text: \"All night.\", needs: [‹Unheard(\"came\")›]",
        ),
        with(Code::SafeguardMissing).edit(
            FILE,
            "age: Adult, minutes: 120, rapport: 2, stress: 1, memory: 3,\n        safeguards: [Purpose, Doctor, BreakOffered]",
            "age: Unknown, minutes: 120, rapport: 2, stress: 1, memory: 3,\n        safeguards: ‹[Purpose, Doctor, BreakOffered]›",
        ),
        with(Code::NeverDisagrees).edit(
            FILE,
            "Contradiction(a: \"never\", b: \"log\"",
            "Contradiction(a: ‹\"drunk\"›, b: \"log\"",
        ),
        // A presumed victim is heard alone.
        with(Code::SafeguardMissing).edit(
            FILE,
            "age: Adult, minutes: 120, rapport: 2, stress: 1, memory: 3,\n        safeguards: [Purpose, Doctor, BreakOffered]",
            "age: Adult, victim: true, minutes: 120, rapport: 2, stress: 1, memory: 3,\n        safeguards: ‹[Purpose, Doctor, BreakOffered]›",
        ),
        with(Code::TagQuestion).edit(
            FILE,
            "text: \"Was it raining?\"",
            "text: ‹\"It was raining, wasn't it?\"›",
        ),
        // Calder has not heard of him when it may first ask in the town.
        with(Code::QuestionTells)
            .edit(
                "tasks.ron",
                "hours: 3,\n        repeat: true,",
                "hours: 3,\n        set_piece: Interview(\"porter\"),\n        repeat: true,",
            )
            .edit(
                FILE,
                "text: \"Who was with you?\"",
                "text: ‹\"When did Joss Marr come to you?\"›",
            ),
        with(Code::InterviewTooLong).edit(FILE, "minutes: 120", "minutes: ‹40›"),
    ]
}
