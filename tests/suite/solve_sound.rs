//! Small cases about which `solve` once claimed what is not so. It may say that it does not know; played exercises show
//! that the contrary would be false.

use std::sync::Arc;

use liaison::library;
use liaison::scenario::{CaseSource, Scenario, load, load_to_solve};
use liaison::solve::{Claim, Limits, Status, solve};

/// The case that a new one begins with, with texts put otherwise wherever they stand in a file.
fn changed(edits: &[(&str, &str, &str)]) -> CaseSource {
    let mut source = library::template();
    source.files.remove("lang/th.ron");
    let card = source.text("scenario.ron").expect("it is there").to_owned();
    let card = card.replace(
        "    translations: [\"th\"], // each has a file in lang/\n",
        "",
    );
    source
        .files
        .insert("scenario.ron".to_owned(), card.into_bytes());
    for (file, from, to) in edits {
        let text = source.text(file).expect("it is there").to_owned();
        assert!(text.contains(from), "{from} in {file}");
        source
            .files
            .insert((*file).to_owned(), text.replace(from, to).into_bytes());
    }
    source
}

fn read(edits: &[(&str, &str, &str)]) -> Arc<Scenario> {
    let loaded = load_to_solve(&changed(edits));
    let told: Vec<String> = loaded.diagnostics.iter().map(|d| d.brief()).collect();
    Arc::new(loaded.scenario.unwrap_or_else(|| panic!("{told:?}")))
}

fn judged(case: &Arc<Scenario>, claim: Claim) -> Status {
    let limits = Limits {
        states: 20_000,
        over: &|| false,
    };
    let solution = solve(case, &limits, 1, &mut |_| {});
    let found = solution.claims.iter().find(|c| c.claim == claim);
    found.expect("every claim is judged").status
}

/// An inject that asks South whether to go in; the case is won only if it says yes.
fn asks(trigger: &str) -> Arc<Scenario> {
    let inject = format!(
        "    Inject(number: 3, {trigger}, to: [South], from: \"Desk\", via: Radio, text: \"Go in?\", decision: \
         Decision(options: [Option(id: \"yes\", text: \"Yes\", effects: [Flag(\"go\")]), Option(id: \"no\", text: \"No\")])),\n]"
    );
    read(&[
        ("injects.ron", "\n]", &format!("\n{inject}")),
        (
            "theory.ron",
            "Flag(\"van_held\"),",
            "Flag(\"van_held\"),\n        Flag(\"go\"),",
        ),
    ])
}

#[test]
fn what_was_asked_in_the_last_round_can_still_be_answered() {
    let case = asks("when: Round(AtLeast(3))");
    assert_eq!(judged(&case, Claim::CanBeWon), Status::Proved);
    assert_eq!(judged(&case, Claim::NotUnshared), Status::Proved);
}

#[test]
fn what_is_asked_in_the_middle_of_planning_can_be_answered() {
    let case = asks("trigger: Timed(round: 3, minute: 1)");
    assert_ne!(judged(&case, Claim::CanBeWon), Status::Refuted);
    let case =
        asks("trigger: Timed(round: 3, minute: 1), when: Shared(item: \"van_route\", to: South)");
    assert_ne!(judged(&case, Claim::CanBeWon), Status::Refuted);
}

/// Two officers each lower the alarm, and one of them can do it in the first round only.
#[test]
fn of_two_states_with_one_alarm_the_one_with_more_to_come_is_not_given_up() {
    let task = |id: &str, more: &str| {
        format!(
            "    Task(id: \"{id}\", team: North, kind: RegistryCheck, title: \"{id}\", detail: \"As it says.\", place: \
             \"pier\", skill: Documents, hours: 8, {more}success: [Exposure(-10)], success_text: \"Done.\", failure_text: \
             \"Not done.\"),\n"
        )
    };
    let two = task("first", "") + &task("second", "needs: Round(AtMost(1)), locked: \"Later.\", ");
    let case = read(&[
        (
            "tasks.ron",
            "        failure: [Exposure(10)], // what alarms the network\n",
            "",
        ),
        ("tasks.ron", "\n]", &format!("\n{two}]")),
        (
            "scenario.ron",
            "    rounds: 3,",
            "    exposure: 20,\n    rounds: 3,",
        ),
        (
            "theory.ron",
            "        Done(\"see_woman\"),\n        Flag(\"van_held\"),\n        Offence(Trafficking),\n        Answered(\"organiser\"),\n        Cited(\"van_route\"),\n",
            "        Any([Shared(item: \"van_route\", to: South), Exposure(AtMost(0))]),\n        Offence(Trafficking),\n",
        ),
    ]);
    assert_ne!(judged(&case, Claim::NotUnshared), Status::Proved);
}

#[test]
fn whoever_may_fail_can_be_sent_to_fail() {
    let case = read(&[
        (
            "tasks.ron",
            "        success: [Give(item: \"pier_log\")],",
            "        success: [Give(item: \"pier_log\")],\n        failure: [Flag(\"go\")],",
        ),
        ("theory.ron", "Flag(\"van_held\")", "Flag(\"go\")"),
    ]);
    assert_ne!(judged(&case, Claim::CanBeWon), Status::Refuted);
}

#[test]
fn officers_in_each_others_way_raise_the_alarm() {
    let case = read(&[
        (
            "tasks.ron",
            "        failure: [Exposure(10)], // what alarms the network\n",
            "",
        ),
        ("tasks.ron", "place: \"pier\"", "place: \"workshop\""),
        ("tasks.ron", "place: \"town\"", "place: \"workshop\""),
        ("theory.ron", "Flag(\"van_held\")", "Exposure(AtLeast(15))"),
    ]);
    assert_ne!(judged(&case, Claim::CanBeWon), Status::Refuted);
}

/// With trust so high a supervisor approves at once: what comes in the last round can still be shared.
#[test]
fn a_critical_item_of_a_trusting_supervisor_can_be_shared_in_the_last_round() {
    let item = "    Item(id: \"late\", kind: Intelligence, grade: (source: 1, info: B), handling: Supervisor, title: \"A \
                late word\", text: \"It is Pol Varn.\", subjects: [\"driver\"], critical: true, lesson: \"Said late, it is \
                said.\"),\n";
    let edits = [
        ("intel.ron", "\n]", format!("\n{item}]")),
        ("injects.ron", "\n]", "\n    Inject(number: 3, when: Round(AtLeast(3)), to: [North], from: \"Desk\", via: Radio, \
                               text: \"A word.\", effects: [Give(item: \"late\", to: North)]),\n]".to_owned()),
        ("scenario.ron", "    rounds: 3,", "    trust: 75,\n    rounds: 3,".to_owned()),
        ("theory.ron", "Cited(\"van_route\"),", "Cited(\"van_route\"),\n        Cited(\"late\"),".to_owned()),
    ];
    let edits: Vec<(&str, &str, &str)> =
        edits.iter().map(|(f, a, b)| (*f, *a, b.as_str())).collect();
    assert_eq!(judged(&read(&edits), Claim::CanBeWon), Status::Proved);
    let told: Vec<String> = load(&changed(&edits))
        .diagnostics
        .iter()
        .map(|d| d.brief())
        .collect();
    let never = told
        .iter()
        .filter(|t| t.starts_with("L070") || t.starts_with("L078"));
    assert_eq!(never.count(), 0, "{told:?}");
}
