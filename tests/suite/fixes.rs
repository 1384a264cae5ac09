//! What `check --fix` mends, and what it leaves.

use std::io::Write as _;
use std::process::Stdio;

use liaison::library;
use liaison::scenario::{CaseSource, Code, load};

use crate::fixtures::{Broken, base, broken};
use crate::support::{liaison, text};

/// The problem is mended so that nothing is told any more, and the file is as it was or as given.
#[track_caller]
fn mends(broken: Broken, file: &str, wanted: Option<&str>) {
    let mut source = broken.source;
    for _ in 0..5 {
        let loaded = load(&source);
        let Some((file, fix)) = loaded
            .diagnostics
            .iter()
            .find_map(|d| Some((d.file.clone(), d.fix.clone()?)))
        else {
            break;
        };
        let now = fix
            .apply(source.text(&file).expect("it is there"))
            .expect("it fits");
        source.files.insert(file, now.into_bytes());
    }
    let told: Vec<String> = load(&source)
        .diagnostics
        .iter()
        .map(|d| d.brief())
        .collect();
    assert_eq!(told, [""; 0]);
    let before = base();
    let wanted = wanted.or_else(|| before.text(file));
    assert_eq!(source.text(file), wanted);
}

#[test]
fn what_is_certain_is_mended() {
    mends(
        broken(Code::UnknownItem).edit("theory.ron", "Cited(\"plate\")", "Cited(\"plat\")"),
        "theory.ron",
        None,
    );
    mends(
        broken(Code::UnknownField).edit("intel.ron", "lesson: \"Without", "leson: \"Without"),
        "intel.ron",
        None,
    );
    mends(
        broken(Code::UnknownWord).edit("intel.ron", "handling: Supervisor", "handling: Superviser"),
        "intel.ron",
        None,
    );
    let comma = broken(Code::Syntax).edit(
        "intel.ron",
        "id: \"yard\",\n        held_by",
        "id: \"yard\"\n        held_by",
    );
    mends(comma, "intel.ron", None);
    // Of two mistakes in one file both, one after the other.
    let two = broken(Code::Syntax)
        .edit(
            "intel.ron",
            "id: \"yard\",\n        held_by",
            "id: \"yard\"\n        held_by",
        )
        .edit("intel.ron", "handling: Supervisor", "handling: Superviser");
    mends(two, "intel.ron", None);
    // A translation of a text that is gone, and one whose path is misspelt.
    let gone = broken(Code::UnknownPath).edit(
        "lang/ms.ron",
        "{\n",
        "{\n    \"intel.plate.titel\": \"Lori\",\n",
    );
    mends(gone, "lang/ms.ron", None);
    let misspelt =
        broken(Code::UnknownPath).edit("lang/ms.ron", "intel.plate.title", "intel.plate.titel");
    mends(misspelt, "lang/ms.ron", None);
}

/// What is offered of a case, as the words that would be written.
fn offered(source: &CaseSource) -> Vec<String> {
    let found = load(source).diagnostics;
    let fixes = found.into_iter().filter_map(|d| d.fix);
    fixes.map(|fix| fix.with).collect()
}

#[test]
fn nothing_is_put_or_taken_out_while_a_text_may_be_open_or_a_file_is_cut_off() {
    // A quote too few in two lines: no comma goes between their words.
    let quotes = broken(Code::Syntax).edit(
        "intel.ron",
        "title: \"A girl behind",
        "title: A girl behind",
    );
    let two = quotes.edit("intel.ron", "title: \"Crossings of", "title: Crossings of");
    assert_eq!(offered(&two.source), [""; 0]);
    // A file that ends too soon keeps its translations.
    let mut cut = base();
    let text = cut.text("injects.ron").expect("it is there").to_owned();
    let at = text.find("        expect:").expect("one has it");
    cut.files
        .insert("injects.ron".to_owned(), text.as_bytes()[..at].to_vec());
    assert!(
        offered(&cut).iter().all(|with| !with.is_empty()),
        "{:?}",
        offered(&cut)
    );
    // A word that two use is not put right there: perhaps it is wrong where it is defined.
    let renamed = broken(Code::UnknownItem).edit("intel.ron", "id: \"plate\"", "id: \"plat\"");
    assert!(
        !offered(&renamed.source).contains(&"\"plat\"".to_owned()),
        "{:?}",
        offered(&renamed.source)
    );
    // A translation whose path is not right may be that of a text of the same thing that lacks one.
    let near =
        broken(Code::UnknownPath).edit("lang/ms.ron", "intel.plate.tear_line", "intel.plate.tear");
    assert!(
        offered(&near.source).iter().all(|with| !with.is_empty()),
        "{:?}",
        offered(&near.source)
    );
}

#[test]
fn what_could_be_two_things_is_left() {
    let fixes = |source: &CaseSource| {
        load(source)
            .diagnostics
            .into_iter()
            .filter(|d| d.fix.is_some())
            .count()
    };
    // Nothing is near enough.
    let far =
        broken(Code::UnknownItem).edit("theory.ron", "Cited(\"plate\")", "Cited(\"passport\")");
    assert_eq!(fixes(&far.source), 0);
    // Two are as near.
    let two = broken(Code::UnknownSubject)
        .edit("subjects.ron", "[\n", "[\n    Subject(id: \"girl_a\", kind: Person, name: \"A\"),\n    Subject(id: \"girl_b\", kind: Person, name: \"B\"),\n")
        .edit("people.ron", "subject: \"girl\"", "subject: \"girl_c\"");
    let told = load(&two.source).diagnostics;
    let unknown = told
        .iter()
        .find(|d| d.code == Code::UnknownSubject)
        .expect("it is told");
    assert!(
        unknown.suggestion.is_some() && unknown.fix.is_none(),
        "{unknown:?}"
    );
    // A comma behind a remark: where it belongs is not for a program to say.
    let remark = broken(Code::Syntax).edit(
        "intel.ron",
        "id: \"yard\",\n        held_by",
        "id: \"yard\" // by day\n        held_by",
    );
    assert_eq!(fixes(&remark.source), 0);
}

/// A folder with the base case in which two ids are misspelt.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let source = broken(Code::UnknownItem)
        .edit("theory.ron", "Cited(\"plate\")", "Cited(\"plat\")")
        .edit("officers.ron", "at: \"town\"", "at: \"twon\"")
        .source;
    for (file, bytes) in &source.files {
        let path = folder.path().join("night_lorry").join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, bytes).expect("it is written");
    }
    folder
}

fn check(folder: &tempfile::TempDir, args: &[&str], answers: &str) -> (Option<i32>, String) {
    let case = folder.path().join("night_lorry");
    let case = case.to_str().expect("a name");
    let mut child = liaison(&[&["check", case], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(answers.as_bytes()).expect("it listens");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), text(&output.stdout).to_owned())
}

#[test]
fn the_command_shows_asks_and_writes() {
    let at = folder();
    // Nobody answers: nothing is written, and what is wrong is told.
    let (code, out) = check(&at, &["--fix"], "");
    assert_eq!(code, Some(1), "{out}");
    assert!(
        out.contains("Write this change?") && out.contains("Nothing was changed."),
        "{out}"
    );
    assert!(out.contains("twon") && out.contains("town"), "{out}");
    // One of two.
    let (code, out) = check(&at, &["--fix"], "n\ny\n");
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("1 change was written."), "{out}");
    // All that is left.
    let (code, out) = check(&at, &["--fix", "--yes"], "");
    assert_eq!(code, Some(0), "{out}");
    assert!(
        !out.contains("Write this change?") && out.contains("no problems"),
        "{out}"
    );
    let case = at.path().join("night_lorry");
    let read = library::read_case(&case).expect("it can be read");
    assert_eq!(read.files, base().files);
    // What is right stays as it is.
    let (code, out) = check(&at, &["--fix", "--yes"], "");
    assert_eq!(code, Some(0));
    assert!(out.contains("Nothing was changed."), "{out}");
    for args in [&["--yes"][..], &["--fix", "--format", "json"]] {
        let output = liaison(&[&["check", "first_watch"], args].concat())
            .output()
            .expect("it starts");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn nothing_is_mended_where_words_of_a_text_may_be_taken_for_names() {
    let truth = "truth.ron";
    let open = |text: &str| {
        let mut source = base();
        source
            .files
            .insert(truth.to_owned(), text.as_bytes().to_vec());
        load(&source).diagnostics
    };
    for text in [
        // A closing quote is missing, and the next text is said as names.
        "(\n    text: \"It ends here,\n    questions: [\n        \"When did each team know?\",\n    ],\n)",
        "(\n    text: “A lamp falls over”,\n)",
    ] {
        let told = open(text);
        assert!(!told.is_empty());
        let fixes: Vec<_> = told
            .iter()
            .filter(|d| d.file == truth && d.fix.is_some())
            .collect();
        assert!(fixes.is_empty(), "{fixes:?}");
    }
    // A thing that has another id now: its translations are neither moved nor thrown away.
    let mut source = base();
    let lang = String::from_utf8(source.files["lang/ms.ron"].clone()).expect("text");
    let renamed = lang.replace("intel.plate.", "intel.plating.");
    assert_ne!(renamed, lang);
    source
        .files
        .insert("lang/ms.ron".to_owned(), renamed.into_bytes());
    let told = load(&source).diagnostics;
    let unknown: Vec<_> = told
        .iter()
        .filter(|d| d.code == Code::UnknownPath)
        .collect();
    assert!(
        !unknown.is_empty() && unknown.iter().all(|d| d.fix.is_none()),
        "{unknown:?}"
    );
}

/// The program's own small case with mistakes: line ends of another system, remarks, Thai, translations.
fn far_east(at: &std::path::Path) -> (std::path::PathBuf, Vec<(String, String)>) {
    let case = at.join("new_case");
    let edits = [
        (
            "tasks.ron",
            "place: \"workshop\",",
            "place: \"workshp\", // โรงงานเก่า",
        ),
        (
            "intel.ron",
            "kind: Intelligence, // a lead",
            "knd: Intelligence, // a lead",
        ),
        (
            "lang/th.ron",
            "\"intel.window.title\"",
            "\"intel.window.titel\"",
        ),
        (
            "scenario.ron",
            "title: \"New Case\"",
            "title: \"เรือกลางคืน\"",
        ),
    ];
    let mut wanted = Vec::new();
    for (file, bytes) in &library::template().files {
        let right = text(bytes).replace('\n', "\r\n");
        let mut wrong = right.clone();
        let mut mended = right;
        for (of, from, to) in edits.iter().filter(|(of, ..)| of == file) {
            assert_eq!(wrong.matches(from).count(), 1, "{from} in {file}");
            wrong = wrong.replace(from, to);
            // What is no mistake stays as it was written.
            let stays = to
                .replace("workshp", "workshop")
                .replace("knd", "kind")
                .replace("titel", "title");
            mended = mended.replace(from, &stays);
            assert!(*of == "scenario.ron" || mended != wrong);
        }
        let path = case.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, wrong).expect("it is written");
        wanted.push((file.clone(), mended));
    }
    (case, wanted)
}

#[test]
fn mending_changes_nothing_else() {
    let at = tempfile::tempdir().expect("a folder");
    let (case, wanted) = far_east(at.path());
    let fix = || {
        let case = case.to_str().expect("a name");
        liaison(&["check", "--fix", "--yes", case])
            .output()
            .expect("it starts")
    };
    let output = fix();
    let out = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{out}");
    assert!(out.contains("3 changes were written."), "{out}");
    let there = library::read_case(&case).expect("it can be read");
    assert_eq!(there.files.len(), wanted.len());
    for (file, text) in &wanted {
        assert_eq!(there.text(file), Some(text.as_str()), "{file}");
    }
}

#[test]
fn a_file_that_is_not_to_be_written_is_not() {
    let at = tempfile::tempdir().expect("a folder");
    let (case, _) = far_east(at.path());
    let file = case.join("intel.ron");
    let before = std::fs::read(&file).expect("it is there");
    let mut rights = std::fs::metadata(&file).expect("it is there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&file, rights).expect("it is set");
    let output = liaison(&["check", "--fix", "--yes", case.to_str().expect("a name")])
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(
        told.contains("intel.ron") && told.contains("read-only; make it writable first"),
        "{told}"
    );
    assert_eq!(std::fs::read(&file).expect("it is there"), before);
    // Nothing lies about beside it.
    let names = std::fs::read_dir(&case).expect("it is there").flatten();
    let names: Vec<_> = names.map(|e| e.file_name()).collect();
    assert!(
        names.iter().all(|n| !n.to_string_lossy().ends_with(".new")),
        "{names:?}"
    );
}

/// Of two words that are alike and stand once each, either may be the slip.
#[test]
fn a_word_is_not_changed_into_what_may_be_the_slip() {
    let slip = |uses: &str| {
        broken(Code::UnknownMilestone)
            .edit("milestones.ron", "id: \"girl_seen\"", "id: \"gril_seen\"")
            .edit("theory.ron", "Milestone(\"girl_seen\")", uses)
            .source
    };
    let told = load(&slip("Milestone(\"girl_seen\")")).diagnostics;
    assert!(told.iter().all(|d| d.fix.is_none()), "{told:?}");
    let help = told.iter().find_map(|d| d.suggestion.as_deref());
    assert_eq!(
        help,
        Some(
            "did you mean `gril_seen`? It stands nowhere but at milestones.ron:8: the slip may be there"
        )
    );
    // A word of the format is made nowhere, also if something is called so.
    let told = load(
        &broken(Code::UnknownField)
            .edit("people.ron", "id: \"girl\"", "idd: \"girl\"")
            .edit("milestones.ron", "id: \"girl_seen\"", "id: \"id\"")
            .source,
    )
    .diagnostics;
    let help = told.iter().find(|d| d.code == Code::UnknownField);
    let help = help.and_then(|d| d.suggestion.as_deref());
    assert_eq!(help, Some("did you mean `id`?"));
    // Used elsewhere as it is made, it is what was meant.
    let told = load(&slip(
        "Any([Milestone(\"girl_seen\"), Milestone(\"gril_seen\")])",
    ))
    .diagnostics;
    let fix = told
        .iter()
        .find_map(|d| d.fix.as_ref())
        .expect("it is certain");
    assert_eq!(fix.with, "\"gril_seen\"");
}

/// What the author saves while the program asks is not written over, and what lies beside a file stays.
#[test]
fn what_is_saved_meanwhile_stays() {
    let at = tempfile::tempdir().expect("a folder");
    let (case, _) = far_east(at.path());
    let beside = case.join("tasks.ron.new");
    std::fs::write(&beside, "mine").expect("written");
    let mut child = liaison(&["check", "--fix", case.to_str().expect("a name")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdout = child.stdout.take().expect("piped");
    let mut shown = String::new();
    let mut piece = [0u8; 256];
    while !shown.contains("[y/N]") {
        let n = std::io::Read::read(&mut stdout, &mut piece).expect("it asks");
        assert!(n > 0, "{shown}");
        shown.push_str(&String::from_utf8_lossy(&piece[..n]));
    }
    let changed = ["intel.ron", "tasks.ron", "lang/th.ron"];
    for file in changed {
        let path = case.join(file);
        let text = std::fs::read_to_string(&path).expect("text");
        std::fs::write(&path, format!("{text}// saved\n")).expect("written");
    }
    let mut answers = child.stdin.take().expect("piped");
    answers.write_all(b"y\ny\ny\n").expect("answered");
    drop(answers);
    std::io::Read::read_to_string(&mut stdout, &mut shown).expect("it ends");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("changed by somebody else"),
        "{}",
        text(&output.stderr)
    );
    for file in changed {
        let now = std::fs::read_to_string(case.join(file)).expect("text");
        assert!(now.ends_with("// saved\n"), "{file}");
    }
    // Mended without asking, the file beside it is as it was.
    let output = liaison(&["check", "--fix", "--yes", case.to_str().expect("a name")]).output();
    assert!(output.is_ok_and(|o| o.status.success()));
    assert_eq!(
        std::fs::read_to_string(&beside).expect("it is there"),
        "mine"
    );
}
