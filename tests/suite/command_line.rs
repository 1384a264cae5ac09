//! The command line: what each command prints, and with which code it ends.

use std::process::{Output, Stdio};

use liaison::engine::encounter::document::fraud::Fraud;
use liaison::engine::encounter::document::generate::drill as drawn;
use serde_json::Value;

use crate::support::{case_folder, liaison, path, text};

fn run(args: &[&str]) -> Output {
    liaison(args)
        .stdin(Stdio::null())
        .output()
        .expect("it starts")
}

#[track_caller]
fn ends(output: &Output, code: i32) {
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(
        output.status.code(),
        Some(code),
        "stdout: {out}\nstderr: {err}"
    );
}

fn objects(output: &Output) -> Vec<Value> {
    text(&output.stdout)
        .lines()
        .map(|l| serde_json::from_str(l).expect("an object a line"))
        .collect()
}

#[test]
fn help_and_version_are_everywhere() {
    for verb in [
        &[][..],
        &["play"],
        &["resume"],
        &["branch"],
        &["check"],
        &["drill"],
        &["events"],
        &["report"],
    ] {
        let help = run(&[verb, &["--help"]].concat());
        ends(&help, 0);
        assert!(text(&help.stdout).contains("Usage: liaison"), "{verb:?}");
        let version = run(&[verb, &["--version"]].concat());
        ends(&version, 0);
        assert!(
            text(&version.stdout).contains(env!("CARGO_PKG_VERSION")),
            "{verb:?}"
        );
    }
}

#[test]
fn what_is_not_understood_is_usage() {
    for args in [
        &["fly"][..],
        &["play"],
        &["check"],
        &["play", "first_watch", "--north", "sharer"],
        &["play", "first_watch", "--runs", "3"],
        &["play", "first_watch", "--self-play", "--hotseat"],
        &["play", "first_watch", "--self-play", "--runs", "0"],
        &["play", "first_watch", "--self-play", "--seed", "-1"],
        &["play", "first_watch", "--self-play", "--north", "bully"],
        &["events", "x.liaison", "--as", "east"],
        &["branch", "x.liaison", "-o", "y.liaison"],
        &["branch", "x.liaison", "--round", "2"],
        &["branch", "x.liaison", "--round", "0", "-o", "y.liaison"],
    ] {
        let output = run(args);
        ends(&output, 2);
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn without_a_display_the_program_plays_first_watch_and_leaves_a_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = liaison(&[])
        .env("LIAISON_HOME", folder.path())
        .output()
        .expect("it starts");
    ends(&output, 0);
    let out = text(&output.stdout);
    let first = out.lines().next().expect("a line");
    assert!(first.contains("First Watch"), "{first}");
    assert!(
        out.contains("Round 3 of 3") && out.contains("Outcome:"),
        "{out}"
    );
    let file = |extension: &str| {
        let mut files = std::fs::read_dir(folder.path()).expect("a folder");
        files
            .find_map(|f| {
                Some(f.ok()?.path()).filter(|p| p.extension().is_some_and(|e| e == extension))
            })
            .unwrap_or_else(|| panic!("no .{extension} file"))
    };
    let page = std::fs::read_to_string(file("html")).expect("a report");
    assert!(page.contains("First Watch") && page.contains("</html>"));
    assert!(
        !page.contains("<script")
            && !page
                .replace("http://www.w3.org/2000/svg", "")
                .contains("http"),
        "the report needs no network"
    );
    ends(&run(&["events", path(&file("liaison"))]), 0);
}

/// What 100 exercises of *The Night Bus* came to: how many in full, and the mean score.
fn night_bus(north: &str, south: &str) -> (u64, f64) {
    let output = run(&[
        "play",
        "the_night_bus",
        "--self-play",
        "--north",
        north,
        "--south",
        south,
        "--runs",
        "100",
        "--seed",
        "1",
        "--json",
    ]);
    ends(&output, 0);
    let tally = objects(&output).pop().expect("a last object");
    let full = tally["full"].as_u64().expect("a count");
    (full, tally["mean_score"].as_f64().expect("a mean"))
}

#[test]
fn sharing_decides_the_night_bus() {
    let both = night_bus("sharer", "sharer");
    let one = night_bus("sharer", "hoarder");
    let none = night_bus("hoarder", "hoarder");
    assert!(both.0 >= 60, "{both:?}");
    assert!(none.0 <= 2, "{none:?}");
    assert!(
        both.1 > one.1 && one.1 > none.1,
        "{both:?} {one:?} {none:?}"
    );
    assert!(both.0 >= one.0 && one.0 >= none.0);
}

#[test]
fn two_sharers_solve_first_watch_and_two_hoarders_do_not() {
    let play = |policy: &str| {
        let args = [
            "play",
            "first_watch",
            "--self-play",
            "--north",
            policy,
            "--south",
            policy,
        ];
        let output = run(&[&args[..], &["--runs", "1000", "--seed", "1", "--json"]].concat());
        ends(&output, 0);
        let lines = objects(&output);
        assert_eq!(lines.len(), 1001);
        let tally = lines.last().expect("a last object").clone();
        let full = lines[..1000]
            .iter()
            .filter(|l| l["outcome"] == "full")
            .count();
        assert_eq!(tally["full"], full);
        let sum = ["full", "partial", "failed"]
            .iter()
            .map(|k| tally[k].as_u64().expect("a count"));
        assert_eq!(
            (tally["runs"].as_u64(), sum.sum::<u64>()),
            (Some(1000), 1000)
        );
        let scores = lines[..1000].iter().map(|l| l["score"].as_u64());
        let mean = scores.map(|s| s.expect("a score")).sum::<u64>() as f64 / 1000.0;
        assert_eq!(tally["mean_score"].as_f64(), Some(mean));
        full
    };
    let (sharers, hoarders) = (play("sharer"), play("hoarder"));
    println!("full: {sharers} of 1000 sharers, {hoarders} of 1000 hoarders");
    assert!(sharers >= 900, "{sharers} of 1000");
    assert!(hoarders <= 100, "{hoarders} of 1000");
}

#[test]
fn the_same_seed_prints_the_same_exercise() {
    let args = ["play", "first_watch", "--self-play", "--seed", "7"];
    let account = run(&args);
    ends(&account, 0);
    assert_eq!(account.stdout, run(&args).stdout);
    let json = |seed: &str| {
        let args = [
            "play",
            "first_watch",
            "--self-play",
            "--json",
            "--seed",
            seed,
        ];
        let object = objects(&run(&args)).remove(0);
        for key in [
            "seed",
            "outcome",
            "score",
            "rounds",
            "welfare_loss",
            "state_hash",
        ] {
            assert!(!object[key].is_null(), "{key}");
        }
        object
    };
    assert_eq!(json("7"), json("7"));
    assert_ne!(json("7")["state_hash"], json("8")["state_hash"]);
}

#[test]
fn the_record_is_read_with_each_readers_eyes() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("one.liaison");
    let args = [
        "play",
        "first_watch",
        "--self-play",
        "--seed",
        "7",
        "--json",
        "--journal",
    ];
    ends(&run(&[&args[..], &[path(&file)]].concat()), 0);
    let read = |viewer: &str| {
        let output = run(&["events", path(&file), "--as", viewer]);
        ends(&output, 0);
        objects(&output)
    };
    let (truth, north, south) = (read("truth"), read("north"), read("south"));
    let theories = |lines: &[Value]| {
        lines
            .iter()
            .filter(|l| l["event"] == "TheoryRecorded")
            .count()
    };
    assert_eq!(
        (theories(&truth), theories(&north), theories(&south)),
        (2, 1, 1)
    );
    assert!(truth.len() > north.len() && truth.len() > south.len());
    // A gap in the numbers would count what the partner did.
    let open = run(&["events", path(&file)]);
    ends(&open, 0);
    assert_eq!(objects(&open), truth, "after the debrief the truth is open");
    for lines in [&truth, &north, &south] {
        for (line, number) in lines.iter().zip(1..) {
            assert_eq!(line["number"], number);
        }
    }
    assert!(truth.iter().any(|l| l["event"] == "WelfareChanged"));
    assert!(
        !north
            .iter()
            .chain(&south)
            .any(|l| l["event"] == "WelfareChanged")
    );
    let again = run(&[&args[..], &[path(&file)]].concat());
    ends(&again, 1);
    assert!(
        text(&again.stderr).contains("already"),
        "{}",
        text(&again.stderr)
    );
}

#[test]
fn the_truth_of_an_exercise_that_is_not_over_is_read_only_on_purpose() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("one.liaison");
    let case = liaison::library::open("first_watch").expect("shipped");
    let about = liaison::journal::About {
        case: "first_watch".into(),
        title: "First Watch".into(),
        seed: 1,
        people: [vec![], vec![]],
        program: "test".into(),
        begun: 0,
        origin: None,
    };
    let journal = liaison::journal::Journal::create(&file, &about, &case.source.files);
    let record = Box::new(journal.expect("new"));
    let mut session = liaison::session::Session::create(case.scenario, 1, record);
    for team in liaison::scenario::ids::Team::BOTH {
        let actor = liaison::engine::Actor::Team(team);
        let read = liaison::engine::Command::Acknowledge;
        session.command(actor, &read).expect("accepted");
    }
    drop(session);
    let output = run(&["events", path(&file)]);
    ends(&output, 2);
    assert_eq!(text(&output.stdout), "");
    let err = text(&output.stderr);
    assert!(
        err.contains("not over") && err.contains("--as north"),
        "{err}"
    );
    for viewer in ["north", "south", "truth"] {
        let output = run(&["events", path(&file), "--as", viewer]);
        ends(&output, 0);
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn what_cannot_be_opened_is_told_in_plain_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let diary = folder.path().join("diary.liaison");
    std::fs::write(&diary, "Dear diary").expect("written");
    for verb in ["resume", "events"] {
        let output = run(&[verb, path(&diary)]);
        ends(&output, 1);
        assert!(text(&output.stderr).contains("not an exercise file"));
        ends(&run(&[verb, path(&folder.path().join("none.liaison"))]), 1);
    }
    let nowhere = folder.path().join("none/x.liaison");
    let args = ["play", "first_watch", "--self-play", "--journal"];
    let output = run(&[&args[..], &[path(&nowhere)]].concat());
    ends(&output, 1);
    let (err, missing) = (text(&output.stderr), folder.path().join("none"));
    let said = format!("there is no folder {}; make it first", path(&missing));
    assert!(err.contains(&said), "{err}");
    let output = run(&["play", "first_wach", "--self-play"]);
    ends(&output, 1);
    assert!(
        text(&output.stderr).contains("first_watch"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn a_window_without_a_display_is_the_machines_lack() {
    let output = run(&["play", "first_watch"]);
    ends(&output, 3);
    assert!(text(&output.stderr).contains("--self-play"));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("one.liaison");
    let args = [
        "play",
        "first_watch",
        "--self-play",
        "--json",
        "--journal",
        path(&file),
    ];
    ends(&run(&args), 0);
    ends(&run(&["resume", path(&file)]), 3);
}

#[test]
fn check_tells_good_from_bad() {
    ends(
        &run(&["check", "first_watch", &case_folder("workbench")]),
        0,
    );
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("scenario.ron"),
        "Scenario(\n    format: 1,\n    colour: 3,\n)",
    )
    .expect("written");
    let output = run(&["check", path(folder.path())]);
    ends(&output, 1);
    assert!(
        text(&output.stdout).contains("scenario.ron:3:5"),
        "{}",
        text(&output.stdout)
    );
    let output = run(&["check", "--format", "json", path(folder.path())]);
    ends(&output, 1);
    let problems: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(problems.as_array().is_some_and(|p| !p.is_empty()));
}

/// The base case under a name of its own, changed before it is checked.
fn checked(change: impl Fn(&str, String) -> String) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let case = folder.path().join("night_lorry");
    for (name, bytes) in crate::fixtures::base().files {
        let file = case.join(&name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        let text = String::from_utf8(bytes).expect("text");
        std::fs::write(file, change(&name, text)).expect("written");
    }
    (folder, case)
}

#[test]
fn check_tells_last_that_there_is_more() {
    let (_folder, case) = checked(|name, text| match name {
        "milestones.ron" => format!("[{}]", "Milestone(id: \"X\", when: Always),".repeat(300)),
        _ => text,
    });
    let output = run(&["check", path(&case)]);
    ends(&output, 1);
    let out = text(&output.stdout);
    let mut last = out
        .lines()
        .filter(|l| l.starts_with("error[") || l.starts_with("warning["));
    let last = last.next_back().expect("something is told");
    assert!(last.starts_with("error[L014]"), "{last}");
}

#[test]
fn check_tells_errors_first_and_a_lacking_language_once() {
    let (_folder, case) = checked(|name, text| match name {
        // A warning in an early file, an error in a late one, and half a language.
        "subjects.ron" => text.replacen(
            "[\n",
            "[\n    Subject(id: \"boat\", kind: Vehicle, name: \"Boat\"),\n",
            1,
        ),
        "theory.ron" => text.replace("[\"driver\", \"girl\"]", "[\"girl\"]"),
        "lang/ms.ron" => {
            let kept = text.lines().filter(|l| !l.contains("\"intel."));
            kept.map(|l| format!("{l}\n")).collect()
        }
        _ => text,
    });
    let output = run(&["check", path(&case)]);
    ends(&output, 1);
    let out = text(&output.stdout);
    let titles: Vec<&str> = (out.lines())
        .filter(|l| l.starts_with("error[") || l.starts_with("warning["))
        .map(|l| l.split(':').next().unwrap_or_default())
        .collect();
    assert_eq!(
        titles,
        ["error[L038]", "warning[L050]", "warning[L072]"],
        "{out}"
    );
    assert!(out.contains("texts are not translated into `ms`"), "{out}");
    let named = out.lines().find(|l| l.contains("add `")).expect("paths");
    assert!(
        named.contains("`intel.plate.title`") && named.contains(" more"),
        "{named}"
    );
    assert!(out.ends_with("1 error, 2 warnings in 1 case\n"), "{out}");
    let output = run(&["check", "--format", "json", path(&case)]);
    let problems: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let problems = problems.as_array().expect("a list");
    let lacking = problems.iter().filter(|p| p["code"] == "L050");
    assert!(lacking.count() > 5, "an editor is told of every text");
}

#[test]
fn check_says_what_it_was_given_instead_of_a_case() {
    let (folder, case) = checked(|_, text| text);
    let cases = run(&["check", path(folder.path())]);
    ends(&cases, 1);
    let out = text(&cases.stdout);
    assert!(out.contains("holds cases"), "{out}");
    assert!(
        out.contains(&format!("`liaison check {}`", path(&case))),
        "{out}"
    );
    let file = case.join("intel.ron");
    let output = run(&["check", path(&file)]);
    ends(&output, 1);
    let out = text(&output.stdout);
    assert!(out.contains("is a file, not the folder of a case"), "{out}");
    assert!(out.contains(&format!("`{}`", path(&case))), "{out}");
    let output = liaison(&["check", "."])
        .current_dir(&case)
        .output()
        .expect("it starts");
    ends(&output, 0);
    assert_eq!(text(&output.stdout), "night_lorry: no problems\n");
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_breaks_off_is_no_panic() {
    let play = ["play", "first_watch", "--self-play", "--seed", "7"];
    let many = [&play[..], &["--runs", "300", "--json"]].concat();
    for args in [&play[..], &many, &["check", "first_watch"]] {
        // Whoever reads has had enough.
        let mut child = crate::support::liaison(args)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(text(&output.stderr), "", "{args:?}");
        ends(&output, 0);
        // The disk behind a file is full.
        let full = std::fs::File::options().write(true).open("/dev/full");
        let output = crate::support::liaison(args)
            .stdout(full.expect("Linux has it"))
            .output()
            .expect("it ends");
        ends(&output, 1);
        assert!(text(&output.stderr).contains("could not be written"));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_exercise_that_could_not_be_kept_has_no_result() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("full.liaison");
    // No file may grow beyond 250 KiB: the first entries still fit, the rest do not.
    let limited = "trap '' XFSZ; ulimit -f 500; exec \"$@\"";
    let output = std::process::Command::new("sh")
        .args(["-c", limited, "sh", env!("CARGO_BIN_EXE_liaison")])
        .args(["play", "first_watch", "--self-play", "--json", "--journal"])
        .arg(&file)
        .output()
        .expect("it ends");
    ends(&output, 1);
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("could not be written"));
    // What was acknowledged is there.
    let exercise = liaison::journal::read_file(&file).expect("it opens");
    assert!(!exercise.entries.is_empty());
}

/// What the drill of documents prints while this is typed.
fn drill(args: &[&str], typed: &str) -> String {
    practise("document", args, typed)
}

/// What a drill prints while this is typed.
fn practise(kind: &str, args: &[&str], typed: &str) -> String {
    use std::io::Write;
    let mut child = liaison(&[&["drill", kind], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(typed.as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    ends(&output, 0);
    text(&output.stdout)
}

#[test]
fn a_document_is_looked_at_compared_and_found() {
    // An impostor, and then another fraud.
    let fraud = |seed| drawn(2, seed).fraud;
    let fits = |s: &u64| fraud(*s) == Some(Fraud::Impostor(2)) && fraud(s + 1).is_some();
    let seed = (0..).find(fits).expect("one of them");
    let next = format!("Document {}, level 2.", seed + 1);
    let seed = seed.to_string();
    let args = ["--seed", &seed, "--level", "2"];
    let told = drill(
        &args,
        "look white\nlook uv\nspecimen\nask lost\nask crossings\nask issuer\nfacts\n",
    );
    let number = |words: &str| {
        let line = told.lines().find(|l| l.contains(words));
        let line = line.unwrap_or_else(|| panic!("no {words} in {told}"));
        let number = line.split_whitespace().find(|w| w.parse::<u32>().is_ok());
        number.expect("a number").to_owned()
    };
    // The ears are another's.
    let (photo, person) = (number("Photograph: Ears"), number("Person: Ears"));
    let typed = format!(
        "look white\nlook uv\nspecimen\nask lost\nask crossings\nask issuer\n\
         compare {photo} {person}\nfind impostor\nnext\nfind genuine\nquit\n"
    );
    let told = drill(&args, &typed);
    assert!(
        told.contains("Confirmed: they cannot both be right."),
        "{told}"
    );
    assert!(
        told.contains("You said: Impostor\nIt was: Impostor\n100 of 100 points"),
        "{told}"
    );
    assert!(told.contains("(you showed it)"), "{told}");
    assert!(told.contains(&next), "{told}");
    assert!(
        told.contains("Frauds that were not let through: 1 of 2."),
        "{told}"
    );
}

#[test]
fn a_drill_is_the_same_for_the_same_seed_and_says_what_it_does_not_understand() {
    let once = drill(&["--seed", "9", "--level", "3"], "facts\n");
    assert_eq!(once, drill(&["--seed", "9", "--level", "3"], "facts\n"));
    let told = drill(
        &["--seed", "9"],
        "dance\ncompare 1 900\ncompare x\nlook\nfind\nnext\n\u{e14}\u{e39}\n\n",
    );
    assert_eq!(told.matches("That is not understood.").count(), 4, "{told}");
    assert_eq!(told.matches("Two numbers of the list").count(), 2, "{told}");
    assert!(told.contains("Give a finding first"), "{told}");
    // Nothing was found, and nothing is counted.
    assert!(told.contains("Documents: 0; points: 0."), "{told}");
    ends(&run(&["drill", "document", "--level", "4"]), 2);
}

#[test]
fn every_drill_speaks_the_language_that_is_asked_for() {
    let thai = |line: &str| line.contains(|c: char| ('\u{e00}'..='\u{e7f}').contains(&c));
    for (kind, typed) in [
        (
            "document",
            "dance\nlook white\nspecimen\nfaces\nask lost\nask issuer\nfind refer\nfind genuine\nquit\n",
        ),
        (
            "line",
            "look\npassport\nask 1\ncheck 1 document\nnote s1 q1 so\nclear\nnext\nquit\n",
        ),
        (
            "interview",
            "room\ngive purpose\nask\nask 1\nsaid\nsum 1\nrest\nclose\nmap\nquit\n",
        ),
    ] {
        let (th, en) = (
            practise(kind, &["--seed", "4", "--lang", "th"], typed),
            practise(kind, &["--seed", "4"], typed),
        );
        assert_eq!(th.lines().count(), en.lines().count(), "{th}\n{en}");
        assert!(!thai(&en), "{en}");
        // What stands on a passport and what is typed is the same; nothing else is.
        let foreign = th.lines().zip(en.lines()).filter(|(th, en)| th == en);
        let foreign: Vec<_> = foreign.map(|(th, _)| th.trim()).collect();
        assert!(th.lines().filter(|line| thai(line)).count() > 20, "{th}");
        for line in foreign {
            let typed =
                line.is_empty() || line.starts_with("find genuine|") || line.ends_with("quit");
            let printed = !line.contains(|c: char| c.is_ascii_lowercase());
            assert!(typed || printed, "{line} in {th}");
        }
        for key in ["drill-", "bench-", "room-", "primary-"] {
            assert!(!th.contains(key) && !en.contains(key), "{key} in {th}");
        }
    }
    ends(&run(&["drill", "line", "--lang", "xx"]), 2);
}

#[test]
fn the_documents_of_a_case_are_practised_by_name() {
    let told = drill(
        &["--case", "the_night_bus", "--id", "mira_passport"],
        "facts\nfind refer\nnext\n",
    );
    assert!(told.contains("Passport of Mira Talen"), "{told}");
    assert!(told.contains("TALEN   MIRA"), "{told}");
    assert!(told.contains("not an offender"), "{told}");
    assert!(
        told.contains("Passport of seat 31"),
        "the next one of the case: {told}"
    );
    ends(
        &run(&[
            "drill",
            "document",
            "--case",
            "the_night_bus",
            "--id",
            "nobodys",
        ]),
        1,
    );
    ends(&run(&["drill", "document", "--case", "no_such_case"]), 1);
    ends(&run(&["drill", "document", "--id", "mira_passport"]), 2);
    ends(&run(&["drill", "line", "--case", "the_night_bus"]), 2);
}
