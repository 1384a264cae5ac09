//! Warnings that an author has silenced for a reason, and silences that are none.

use liaison::library;
use liaison::scenario::{CaseSource, Code, load};

use crate::fixtures::broken;

/// The base case with a task that nothing opens, after this comment.
fn closed(comment: &str) -> CaseSource {
    let from = "    Task(\n        id: \"stop_lorry\",";
    broken(Code::UnreachableTask)
        .edit("tasks.ron", ", Open(\"stop_lorry\")", "")
        .edit("tasks.ron", from, &format!("    {comment}\n{from}"))
        .source
}

fn briefs(source: &CaseSource) -> Vec<String> {
    let loaded = load(source);
    loaded.diagnostics.iter().map(|d| d.brief()).collect()
}

#[test]
fn a_warning_is_silent_for_a_reason() {
    for comment in [
        "// allow(L067): the trainer opens it by hand",
        "//allow(L067):x",
        "// allow(L067): the trainer opens it\n    // by hand, in round 3",
    ] {
        assert_eq!(briefs(&closed(comment)), [""; 0], "{comment}");
    }
    // Two at once, each where it is told.
    let two = closed("// allow(L067, L072): the trainer opens it");
    let told = briefs(&two);
    assert!(
        told.len() == 1
            && told[0].starts_with("L191 ")
            && told[0].contains("`L072` is not told here"),
        "{told:?}"
    );
    // On the line before the field as well as before the element.
    let field = broken(Code::UnreachableTask)
        .edit("tasks.ron", ", Open(\"stop_lorry\")", "")
        .edit(
            "tasks.ron",
            "id: \"stop_lorry\",",
            "// allow(L067): by hand\n        id: \"stop_lorry\",",
        );
    assert_eq!(briefs(&field.source), [""; 0]);
}

#[test]
fn a_silence_without_a_reason_is_none() {
    for comment in [
        "// allow(L067)",
        "// allow(L067):  ",
        "// allow(L067) by hand",
    ] {
        let told = briefs(&closed(comment));
        let codes: Vec<&str> = told.iter().map(|t| &t[..4]).collect();
        assert_eq!(codes, ["L190", "L067"], "{told:?}");
    }
}

#[test]
fn a_silence_that_silences_nothing_is_told_and_taken_out() {
    let spare = |comment: &str| {
        broken(Code::SilencesNothing)
            .edit(
                "people.ron",
                "    Person(",
                &format!("    {comment}\n    Person("),
            )
            .source
    };
    for (comment, why) in [
        ("// allow(L067): by hand", "is not told here"),
        ("// allow(L999): by hand", "there is no code"),
        ("// allow(L017): by hand", "is an error"),
    ] {
        let source = spare(comment);
        let loaded = load(&source);
        let [told] = loaded.diagnostics.as_slice() else {
            panic!("{:?}", loaded.diagnostics)
        };
        assert_eq!(told.code, Code::SilencesNothing);
        assert!(told.message.contains(why), "{}", told.message);
        assert_eq!((told.line, told.column), (2, 5));
        let text = source.text("people.ron").expect("it is there");
        let mended = told
            .fix
            .as_ref()
            .and_then(|f| f.apply(text))
            .expect("it is certain");
        assert_eq!(
            Some(mended.as_str()),
            crate::fixtures::base().text("people.ron")
        );
    }
    // What stands in a text, or speaks of something else, is no silence.
    assert_eq!(briefs(&spare("// allowed (L067): by hand")), [""; 0]);
    let story = broken(Code::SilencesNothing).edit(
        "truth.ron",
        "story: \"",
        "story: \"\n// allow(L067): x\n",
    );
    assert_eq!(briefs(&story.source), [""; 0]);
}

#[test]
fn what_is_nearly_a_silence_is_told() {
    for comment in [
        "// Allow(L067): the trainer opens it",
        "// allow (L067): the trainer opens it",
        "// allow[L067]: the trainer opens it",
        "// allow l067: the trainer opens it",
        "/* allow(L067): the trainer opens it */",
    ] {
        let told = briefs(&closed(comment));
        let of_it =
            |t: &&String| t.starts_with("L191 ") && t.contains("`// allow(L067): the reason`");
        assert!(told.iter().any(|t| of_it(&t)), "{comment}: {told:?}");
        assert!(told.iter().any(|t| t.starts_with("L067 ")), "{told:?}");
    }
    // Behind what it speaks of it silences nothing either.
    let behind = broken(Code::UnreachableTask)
        .edit("tasks.ron", ", Open(\"stop_lorry\")", "")
        .edit(
            "tasks.ron",
            "id: \"stop_lorry\",",
            "id: \"stop_lorry\", // allow(L067): by hand",
        );
    let told = briefs(&behind.source);
    let codes: Vec<&str> = told.iter().map(|t| &t[..4]).collect();
    assert_eq!(codes, ["L067", "L191"], "{told:?}");
    // What marks a file as UTF-8 is no part of the comment.
    let marked = closed("").files["tasks.ron"].clone();
    let mut source = closed("");
    let marked = [b"\xef\xbb\xbf// allow(L067): by hand\n".as_slice(), &marked].concat();
    source.files.insert("tasks.ron".to_owned(), marked);
    let told = briefs(&source);
    assert!(
        told.iter()
            .all(|t| !t.contains("not written like a silence")),
        "{told:?}"
    );
    // What says nothing of a code is a comment like others, and what stands in a text is none.
    for comment in [
        "// allow a day for the answer",
        "/* allowances, after L067 */",
        "// L067 is meant",
    ] {
        let told = briefs(&closed(comment));
        let codes: Vec<&str> = told.iter().map(|t| &t[..4]).collect();
        assert_eq!(codes, ["L067"], "{comment}: {told:?}");
    }
    let story = broken(Code::SilencesNothing).edit(
        "truth.ron",
        "story: \"",
        "story: \"See // Allow(L067) and /* allow(L067) */. ",
    );
    assert_eq!(briefs(&story.source), [""; 0]);
}

#[test]
fn what_is_commented_out_silences_nothing_and_is_left_alone() {
    let source = broken(Code::SilencesNothing)
        .edit(
            "people.ron",
            "[\n",
            "[\n    /*\n    // allow(L067): an older one\n    Person(id: \"old\"),\n    */\n",
        )
        .source;
    assert_eq!(briefs(&source), [""; 0]);
}

/// Where not everything could be looked at, what is silenced may be in what was not.
#[test]
fn where_a_file_could_not_be_read_no_silence_is_in_vain() {
    let mut source = closed("// allow(L067): the trainer opens it");
    source.files.remove("milestones.ron");
    source.unread.insert("milestones.ron".to_owned());
    let told = briefs(&source);
    assert!(told.iter().all(|t| !t.starts_with("L191")), "{told:?}");
}

#[test]
fn errors_are_never_silent() {
    let source = broken(Code::UnknownTask)
        .edit(
            "milestones.ron",
            "    Milestone(id: \"girl_seen\", when: Done(\"see_girl\"))",
            "    // allow(L025): later\n    Milestone(id: \"girl_seen\", when: Done(\"see_gril\"))",
        )
        .source;
    let told = briefs(&source);
    assert!(told.iter().any(|t| t.starts_with("L025 ")), "{told:?}");
    assert!(told.iter().any(|t| t.starts_with("L191 ")), "{told:?}");
}

#[test]
fn what_is_told_of_a_file_is_silenced_at_its_head() {
    let mut source = broken(Code::UndeclaredLanguage)
        .edit("scenario.ron", "[\"ms\"]", "[]")
        .source;
    let ms = source.text("lang/ms.ron").expect("it is there");
    let quiet = format!("// allow(L053): not read by anybody yet\n{ms}");
    source
        .files
        .insert("lang/ms.ron".into(), quiet.into_bytes());
    assert_eq!(briefs(&source), [""; 0]);
}

#[test]
fn what_a_language_lacks_is_counted_without_what_is_silenced() {
    let lacking = |head: &str, from: &str, to: &str| {
        let mut source = broken(Code::MissingTranslation)
            .edit("intel.ron", from, to)
            .source;
        let empty = format!("{head}{{}}\n").into_bytes();
        source.files.insert("lang/ms.ron".to_owned(), empty);
        let found = load(&source).diagnostics;
        assert!(
            found.iter().all(|d| d.code == Code::MissingTranslation),
            "{:?}",
            briefs(&source)
        );
        let missing = found.iter().filter_map(|d| d.missing.as_ref());
        missing.map(|m| m.count).sum::<usize>()
    };
    let plate = "    Item(\n        id: \"plate\",";
    let all = lacking("", plate, plate);
    assert!(all > 60, "more than are told one by one: {all}");
    // An item's title, text, tear-line and lesson.
    let silent = format!("    // allow(L050): to be written anew\n{plate}");
    assert_eq!(lacking("", plate, &silent), all - 4);
    // One text of it.
    let title = "        title: \"The lorry and its driver\",";
    let silent = format!("        // allow(L050): a name\n{title}");
    assert_eq!(lacking("", title, &silent), all - 1);
    // The whole language, at the head of its file.
    let head = "// allow(L050): the translator is at work\n";
    assert_eq!(lacking(head, plate, plate), 0);
}

#[test]
fn a_file_that_no_case_has_can_say_why_it_is_there() {
    let with = |text: &str| {
        let mut source = crate::fixtures::base();
        source.files.insert("notes.ron".into(), text.into());
        briefs(&source)
    };
    assert_eq!(
        with("\n// allow(L010): what I still want to write\n[]"),
        [""; 0]
    );
    for told in [
        "[]",
        "// allow(L010)\n[]",
        "// allow(L067): x\n[]",
        "[]\n// allow(L010): too late",
    ] {
        let told = with(told);
        assert!(told.len() == 1 && told[0].starts_with("L010 "), "{told:?}");
    }
}

#[test]
fn a_flood_of_silences_is_told_in_part() {
    let mut source = crate::fixtures::base();
    let codes = vec!["L067"; 20].join(", ");
    let flood = format!("// allow({codes}): x\n").repeat(1_000);
    for n in 0..150 {
        source
            .files
            .insert(format!("intel/{n}.ron"), format!("{flood}[]").into_bytes());
    }
    let own = source.files.remove("intel.ron").expect("it was there");
    source.files.insert("intel/own.ron".into(), own);
    assert_eq!(briefs(&source).len(), 500);
}

#[test]
fn shipped_cases_have_no_warning_that_is_not_explained() {
    for shipped in library::shipped() {
        assert_eq!(briefs(&shipped.source()), [""; 0], "{}", shipped.name);
    }
}
