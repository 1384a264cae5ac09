//! What a good case becomes: names as positions, origins, translations, lists split into files.

use liaison::cli::check;
use liaison::library;
use liaison::scenario::ids::Team;
use liaison::scenario::model::{Condition, Effect};
use liaison::scenario::{CaseSource, Scenario, Severity, load};

use crate::fixtures::base;

fn good(source: &CaseSource) -> Scenario {
    let loaded = load(source);
    assert_eq!(loaded.diagnostics, vec![]);
    loaded.scenario.expect("a case without problems comes out")
}

#[test]
fn items_know_where_they_come_from() {
    let case = good(&base());
    let origins: Vec<_> = case
        .items
        .iter()
        .map(|i| (i.key.as_str(), i.origin, i.number, i.held_at_start))
        .collect();
    assert_eq!(
        origins,
        [
            ("plate", Team::North, 1, true),
            ("yard", Team::South, 1, true),
            ("log", Team::North, 2, false),
            ("account", Team::South, 2, false),
        ]
    );
}

#[test]
fn names_become_positions() {
    let case = good(&base());
    let task = case
        .tasks
        .iter()
        .find(|t| t.key == "watch_yard")
        .expect("it is there");
    let Condition::Holds { item, by } = &task.needs else {
        panic!("{:?}", task.needs)
    };
    assert_eq!((case.item(*item).key.as_str(), *by), ("yard", Team::North));
    let [Effect::Flag(flag), Effect::Open(open)] = task.success[..] else {
        panic!("{:?}", task.success)
    };
    assert_eq!(case.flags[flag.index()], "yard_seen");
    assert_eq!(case.task(open).key, "stop_lorry");
    assert_eq!(case.start_minute, 20 * 60);
    assert_eq!(case.delays, [0, 1, 2]);
    assert_eq!(
        case.criteria().map(|c| c.id.index()).collect::<Vec<_>>(),
        [0, 1, 2]
    );
}

#[test]
fn every_text_is_translated() {
    let mut source = base();
    let ms = source
        .text("lang/ms.ron")
        .expect("it is there")
        .replace("\": \"", "\": \"«ms» ");
    let paths = ms.matches("«ms»").count();
    source
        .files
        .insert("lang/ms.ron".to_owned(), ms.into_bytes());
    let case = load(&source).scenario.expect("longer texts fit too");
    assert_eq!(case.languages, ["en", "ms"]);
    assert_eq!(case.title.get("ms"), "«ms» Lori Malam");
    assert_eq!(case.title.get("th"), "The Night Lorry");
    // Nothing is left over: each path of the file reached a text of the case.
    assert_eq!(format!("{case:?}").matches("«ms»").count(), paths);
}

#[test]
fn a_language_with_gaps_is_not_called_complete() {
    let mut source = base();
    let ms = source
        .text("lang/ms.ron")
        .expect("it is there")
        .replace("    \"truth.hot_wash.0\"", "    //");
    source
        .files
        .insert("lang/ms.ron".to_owned(), ms.into_bytes());
    let loaded = load(&source);
    assert!(
        loaded
            .diagnostics
            .iter()
            .all(|d| d.severity == Severity::Warning)
    );
    assert_eq!(
        loaded.scenario.expect("gaps are no error").languages,
        ["en"]
    );
}

#[test]
fn a_list_may_be_a_folder() {
    let mut source = base();
    let intel = source.files.remove("intel.ron").expect("it is there");
    let text = String::from_utf8(intel).expect("it is text");
    let (first, second) = text.split_at(
        text.find("    Item(\n        id: \"log\"")
            .expect("it is there"),
    );
    source.files.insert(
        "intel/1_held.ron".to_owned(),
        format!("{first}]").into_bytes(),
    );
    source.files.insert(
        "intel/2_found.ron".to_owned(),
        format!("[{second}").into_bytes(),
    );
    assert_eq!(good(&source), good(&base()));
}

#[test]
fn struct_names_and_some_may_be_left_out() {
    let mut source = base();
    for (file, name) in [("subjects.ron", "Subject("), ("officers.ron", "Officer(")] {
        let text = source
            .text(file)
            .expect("it is there")
            .replace(name, "(")
            .replace("Some(\"yard\")", "\"yard\"");
        source.files.insert(file.to_owned(), text.into_bytes());
    }
    assert_eq!(good(&source), good(&base()));
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let mut source = base();
    let mut edit = |file: &str, from: &str, to: &str| {
        let text = source
            .text(file)
            .expect("it is there")
            .replacen(from, to, 1);
        source.files.insert(file.to_owned(), text.into_bytes());
    };
    edit("officers.ron", "level: 3", "levle: 3");
    edit("officers.ron", "skill: Interviewing", "skill: Talking");
    edit("tasks.ron", "id: \"papers\",", "id: \"papers\"");
    edit("tasks.ron", "hours: 3", "hours: \"3\"");
    edit("theory.ron", "Cited(\"plate\")", "Cited(\"plat\")");
    edit("scenario.ron", "\"20:00\"", "\"8 pm\"");
    edit("map.ron", "at: (520, 420)", "at: (900, 420)");
    let told: Vec<String> = load(&source)
        .diagnostics
        .iter()
        .map(|d| format!("{} {}:{}:{}", d.code.code(), d.file, d.line, d.column))
        .collect();
    assert_eq!(
        told,
        [
            "L037 map.ron:9:51",
            "L017 officers.ron:2:91",
            "L020 officers.ron:4:78",
            "L033 scenario.ron:13:12",
            "L001 tasks.ron:4:9",
            "L019 tasks.ron:69:16",
            "L024 theory.ron:11:15",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_not_called_unknown() {
    let mut source = base();
    let text = source
        .text("intel.ron")
        .expect("it is there")
        .replacen("Item(", "Item(bad: [,", 1);
    source
        .files
        .insert("intel.ron".to_owned(), text.into_bytes());
    source.files.insert("subjects.ron".to_owned(), vec![0xff]);
    let codes: Vec<_> = load(&source)
        .diagnostics
        .iter()
        .map(|d| d.code.code())
        .collect();
    assert!(
        codes.iter().all(|c| matches!(*c, "L001" | "L002" | "L017")),
        "{codes:?}"
    );
}

#[test]
fn a_task_done_in_a_round_is_done_in_that_round() {
    // Resolution still belongs to the round, so this milestone can be reached.
    let mut source = base();
    let text = source.text("milestones.ron").expect("it is there").replace(
        "when: Done(\"see_girl\")",
        "when: All([Done(\"papers\"), Round(AtMost(1))])",
    );
    source
        .files
        .insert("milestones.ron".to_owned(), text.into_bytes());
    good(&source);
}

#[test]
fn shipped_cases_have_no_errors() {
    for shipped in library::shipped() {
        let loaded = load(&shipped.source());
        let errors: Vec<String> = loaded
            .diagnostics
            .iter()
            .filter(|d| d.severity == Severity::Error)
            .map(|d| d.brief())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", shipped.name);
        assert_eq!(loaded.scenario.map(|s| s.id).as_deref(), Some(shipped.name));
    }
}

#[test]
fn people_read_a_summary_and_editors_an_array() {
    let mut source = base();
    let text = source
        .text("tasks.ron")
        .expect("it is there")
        .replace("hours: 3", "hours: 9, hour: 1");
    source
        .files
        .insert("tasks.ron".to_owned(), text.into_bytes());
    let diagnostics = load(&source).diagnostics;
    let checked = [
        check::Checked {
            path: "cases/lorry/".to_owned(),
            source,
            diagnostics,
        },
        check::Checked {
            path: "cases/night_lorry".to_owned(),
            source: base(),
            diagnostics: vec![],
        },
    ];
    let text = check::human(&checked, false);
    assert!(text.contains("--> cases/lorry/tasks.ron:69:19"), "{text}");
    assert!(text.ends_with("1 error in 2 cases\n"), "{text}");
    assert_eq!(
        check::human(&checked[1..], false),
        "night_lorry: no problems\n"
    );
    let json: serde_json::Value = serde_json::from_str(&check::json(&checked)).expect("it is JSON");
    assert_eq!(
        json[0],
        serde_json::json!({
            "case": "cases/lorry/", "title": "unknown field", "code": "L017", "severity": "error",
            "file": "tasks.ron", "span": {"start": 2387, "end": 2391}, "line": 69, "column": 19,
            "message": "unknown field `hour` in `Task`", "label": "not a field",
            "suggestion": "did you mean `hours`?",
            "fix": {"span": {"start": 2387, "end": 2391}, "with": "hours"},
        })
    );
}
