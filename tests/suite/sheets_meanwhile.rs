//! While a sheet is out with somebody, others work on the case: what nobody edited takes nothing back, and nothing that
//! is somebody's work is replaced unasked.

use liaison::library;
use liaison::scenario::sheet::translation::{self, Originals};
use liaison::scenario::sheet::{BASE, Missing, msel};
use liaison::scenario::{CaseSource, edit};

use crate::msel_sheets::{
    add, awkward, brought_back, case, copy, lines, passes, put, run, sent, told, typed_anew,
};
use crate::support::{path, text};
use crate::translation_sheets;

/// The case after somebody has written something else into a file of it.
fn rewritten(source: &CaseSource, file: &str, from: &str, to: &str) -> CaseSource {
    let old = source.text(file).expect("there");
    assert!(old.contains(from), "{file} has no {from}");
    let mut new = source.clone();
    let text = old.replacen(from, to, 1);
    new.files.insert(file.into(), text.into_bytes());
    passes(&new);
    new
}

#[test]
fn what_nobody_edited_takes_nothing_back() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    let later = rewritten(
        &source,
        "injects.ron",
        "The line is open until morning.",
        "The line is open until noon.",
    );
    let back = brought_back(&later, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.changes, []);
    assert_eq!(
        back.notes,
        [
            "inject 1: changed in the case since the sheet was made, and not in the sheet: Inject text; the case's stays"
        ]
    );
    // An edit of another cell of the row is taken, and that alone.
    put(&mut grids, "1", "From", "Duty desk");
    let back = brought_back(&later, &grids);
    let new = edit::apply(&later, &back.splices());
    assert_eq!(
        lines(&later, &new, "injects.ron"),
        [
            "-        from: \"Liaison desk\",",
            "+        from: \"Duty desk\","
        ]
    );
    // Both sides have changed the same: the sheet's is taken, and that is said.
    put(&mut grids, "1", "Inject text", "The line is open.");
    let back = brought_back(&later, &grids);
    assert_eq!(
        back.notes,
        [
            "inject 1, Inject text: changed in the case as well since the sheet was made; the sheet's is taken"
        ]
    );
    assert_eq!(back.changes.len(), 2);
    // A sheet that does not say what it was is taken at its word.
    grids.retain(|grid| grid.name != BASE);
    put(
        &mut grids,
        "1",
        "Inject text",
        "The line is open until morning.",
    );
    let back = brought_back(&later, &grids);
    assert_eq!(back.notes, Vec::<String>::new());
    assert_eq!(back.changes.len(), 2);
}

#[test]
fn a_moment_is_put_together_from_both_sides() {
    let source = case("workbench");
    let mut grids = sent(&msel::table(&source));
    let later = rewritten(
        &source,
        "injects.ron",
        "number: 6, trigger: Timed(round: 2,",
        "number: 6, trigger: Timed(round: 1,",
    );
    put(&mut grids, "6", "Minute", "1");
    let back = brought_back(&later, &grids);
    let new = edit::apply(&later, &back.splices());
    let injects = new.text("injects.ron").expect("there");
    assert!(injects.contains("Inject(number: 6, trigger: Timed(round: 1, minute: 1),"));
}

#[test]
fn injects_that_came_or_went_meanwhile_are_told() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    let mut more = grids.clone();
    let common = [
        ("From", "Ferry"),
        ("To", "South"),
        ("Delivery", "Radio"),
        ("Inject text", "The last boat waits."),
        ("Trigger", "By hand"),
    ];
    add(&mut more, &common);
    let back = brought_back(&source, &more);
    let later = edit::apply(&source, &back.splices());
    passes(&later);
    // It never had a row in the older sheet: it cannot be meant by one that is gone.
    let back = msel::back(&later, &grids, Missing::Goes);
    assert_eq!(back.changes, []);
    assert_eq!(
        back.notes,
        ["inject 3 has come into the case since the sheet was made; it stays"]
    );
    let newer = sent(&msel::table(&later));
    let back = brought_back(&source, &newer);
    assert_eq!(
        told(&back),
        [
            "S004 row 4, column A (Number): inject 3 has gone from the case since the sheet was made; delete the row, \
             or empty the number to have it again"
        ]
    );
    // A number that nobody ever had is another thing.
    put(&mut grids, "2", "Number", "44");
    let back = brought_back(&source, &grids);
    assert!(told(&back)[0].ends_with("leave the number empty for a new inject"));
}

#[test]
fn a_row_that_is_gone_takes_its_inject_with_it_if_that_is_asked() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    grids[0].rows.remove(2);
    let back = msel::back(&source, &grids, Missing::Goes);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.notes, Vec::<String>::new());
    assert_eq!(back.changes.len(), 1);
    let change = &back.changes[0];
    assert_eq!(
        (change.what.as_str(), change.cell),
        ("inject 2, gone", None)
    );
    let old = change.old.as_deref().expect("what goes");
    assert!(old.starts_with("Inject(\n    number: 2,\n"), "{old}");
    let new = edit::apply(&source, &back.splices());
    passes(&new);
    let gone = lines(&source, &new, "injects.ron");
    assert_eq!(gone.len(), 9, "{gone:?}");
    assert!(gone.iter().all(|line| line.starts_with('-')));
    // Its translations go with it: they would be translations of nothing.
    let gone = lines(&source, &new, "lang/ms.ron");
    assert_eq!(gone.len(), 2, "{gone:?}");
    assert!(
        gone.iter()
            .all(|line| line.starts_with("-    \"injects.2."))
    );
}

#[test]
fn no_layout_is_in_the_way_of_what_goes() {
    let source = awkward();
    for (row, kept) in [
        (1, &["// first"][..]),
        (2, &["// first", "// Above.", "// who"]),
    ] {
        let mut grids = sent(&msel::table(&source));
        grids[0].rows.remove(row);
        let back = msel::back(&source, &grids, Missing::Goes);
        let new = edit::apply(&source, &back.splices());
        passes(&new);
        let injects = new.text("injects.ron").expect("there");
        for comment in kept {
            assert!(injects.contains(comment), "{row}: {injects}");
        }
        let after = msel::table(&new);
        let mut expected = msel::table(&source).rows;
        expected.remove(row - 1);
        let (inject, last) = (&after.rows[0], expected[0].len() - 1);
        assert_eq!(inject[..last], expected[0][..last]);
        assert_eq!(after.rows.len(), 1);
    }
}

#[test]
fn what_comes_where_something_goes_is_not_lost() {
    for source in [case("base"), case("workbench"), awkward()] {
        let last = source.folder.clone();
        let mut grids = sent(&msel::table(&source));
        // The last one goes, and a new one comes behind it.
        grids[0].rows.pop();
        let common = [
            ("From", "Ferry"),
            ("To", "South"),
            ("Delivery", "Radio"),
            ("Inject text", "The last boat waits."),
            ("Trigger", "By hand"),
        ];
        add(&mut grids, &common);
        // And a condition gives way to a time: one field goes, and another comes in its place.
        put(&mut grids, "1", "Condition", "");
        put(&mut grids, "1", "Trigger", "Timed");
        put(&mut grids, "1", "Round", "2");
        put(&mut grids, "1", "Synopsis", "Words");
        let back = msel::back(&source, &grids, Missing::Goes);
        assert_eq!(told(&back), Vec::<String>::new());
        assert_eq!(edit::meet(&source, &back.splices()), None, "{last:?}");
        let new = edit::apply(&source, &back.splices());
        let injects = new.text("injects.ron").expect("there");
        assert!(
            injects.contains("trigger: Timed(round: 2, minute: 0)"),
            "{injects}"
        );
        assert!(injects.contains("The last boat waits."), "{injects}");
        assert!(!injects.contains("when: Round(AtLeast(1))"), "{injects}");
        passes(&new);
        let again = msel::table(&new).rows.len();
        assert_eq!(again, msel::table(&source).rows.len(), "{injects}");
    }
}

#[test]
fn what_others_ask_of_keeps_an_inject_from_going() {
    let folder = tempfile::tempdir().expect("a folder");
    let (at, file) = (folder.path().join("bench"), folder.path().join("m.xlsx"));
    copy("workbench", &at);
    let mut table = msel::table(&case("workbench"));
    // Inject 7 asks what was chosen at inject 6.
    table.rows.retain(|row| row[0] != "6");
    typed_anew(&file, &table);
    let (at, file) = (path(&at), path(&file));
    let out = run(&["msel", "import", at, file, "--yes"], "");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let out = run(&["msel", "import", at, file, "--remove", "--yes"], "");
    assert_eq!(out.status.code(), Some(1));
    let err = text(&out.stderr);
    assert!(
        err.ends_with("the case would not pass `liaison check`; nothing is changed\n"),
        "{err}"
    );
    assert_eq!(
        library::find(at).expect("read").files,
        case("workbench").files
    );
}

#[test]
fn two_translators_do_not_undo_each_other() {
    let source = translation_sheets::base();
    let none = Originals::default();
    let mut mine = sent(&translation::table(&source, "ms", &none));
    let mut theirs = mine.clone();
    translation_sheets::put(&mut mine, "case.title", 3, "Lori Malam Ini");
    translation_sheets::put(&mut theirs, "intel.plate.title", 3, "Plat");
    let (back, noted) = translation::back(&source, "ms", &none, &mine);
    let later = edit::apply(&source, &back.splices());
    let (back, noted) = translation::back(&later, "ms", &noted, &theirs);
    assert_eq!(
        back.notes,
        [
            "`case.title`: translated anew in the case since the sheet was made, and not in the sheet; the case's stays"
        ]
    );
    let what: Vec<&str> = back.changes.iter().map(|c| c.what.as_str()).collect();
    assert_eq!(what, ["intel.plate.title"]);
    let both = edit::apply(&later, &back.splices());
    let table = translation::table(&both, "ms", &noted);
    for (place, words) in [
        ("case.title", "Lori Malam Ini"),
        ("intel.plate.title", "Plat"),
    ] {
        let row = translation_sheets::row(&table, place);
        assert_eq!([row[3].as_str(), row[4].as_str()], [words, "OK"]);
    }
    // The same text on both sides.
    translation_sheets::put(&mut theirs, "case.title", 3, "Lori Itu");
    let (back, _) = translation::back(&later, "ms", &noted, &theirs);
    assert_eq!(
        back.notes,
        [
            "`case.title`: translated anew in the case as well since the sheet was made; the sheet's is taken"
        ]
    );
}

#[test]
fn a_translation_that_was_lost_comes_back_with_the_sheet() {
    let source = translation_sheets::base();
    let none = Originals::default();
    let sheet = sent(&translation::table(&source, "ms", &none));
    let entry = "    \"case.title\": \"Lori Malam\",\n";
    let lost = rewritten(&source, "lang/ms.ron", entry, "");
    let (back, _) = translation::back(&lost, "ms", &none, &sheet);
    assert_eq!(
        back.notes,
        ["`case.title`: taken out of the case since the sheet was made; the sheet's is taken"]
    );
    let again = edit::apply(&lost, &back.splices());
    assert!(again.text("lang/ms.ron").expect("text").contains(entry));
}

#[test]
fn of_two_sheets_that_could_be_the_list_none_is_taken() {
    let source = case("workbench");
    let mut grids = sent(&msel::table(&source));
    let mut copy = grids[0].clone();
    copy.name = format!("{} (2)", copy.name);
    grids.insert(0, copy);
    let back = msel::back(&source, &grids, Missing::Stays);
    assert_eq!(back.problems.len(), 1);
    let told = back.problems[0].to_string();
    assert!(told.contains("both have the columns"), "{told}");
}

#[test]
fn what_comes_back_untouched_is_as_stale_as_it_was() {
    let source = translation_sheets::base();
    let none = Originals::default();
    let mut sheet = sent(&translation::table(&source, "ms", &none));
    translation_sheets::put(&mut sheet, "case.title", 4, "OK");
    let (_, noted) = translation::back(&source, "ms", &none, &sheet);
    let later = rewritten(&source, "scenario.ron", "The Night Lorry", "The Late Lorry");
    let stale = sent(&translation::table(&later, "ms", &noted));
    let entry = "    \"case.title\": \"Lori Malam\",\n";
    let lost = rewritten(&later, "lang/ms.ron", entry, "");
    let (back, noted) = translation::back(&lost, "ms", &noted, &stale);
    let again = edit::apply(&lost, &back.splices());
    let table = translation::table(&again, "ms", &noted);
    let row = translation_sheets::row(&table, "case.title");
    assert_eq!([row[3].as_str(), row[4].as_str()], ["Lori Malam", "STALE"]);
}

#[test]
fn a_sheet_finds_what_has_another_id_since_it_was_made() {
    let source = translation_sheets::base();
    let none = Originals::default();
    let mut sheet = sent(&translation::table(&source, "ms", &none));
    translation_sheets::put(&mut sheet, "tasks.papers.title", 3, "Buku log jambatan");
    // Of a task that is gone, one text has its translation in the sheet and the others have none.
    for text in ["detail", "success_text", "failure_text"] {
        translation_sheets::put(&mut sheet, &format!("tasks.papers.{text}"), 3, "");
    }
    let mut later = source.clone();
    for (file, from, to) in [
        ("tasks.ron", "id: \"papers\"", "id: \"log_book\""),
        ("lang/ms.ron", "\"tasks.papers.", "\"tasks.log_book."),
    ] {
        let text = later.text(file).expect("text").replace(from, to);
        later.files.insert(file.to_owned(), text.into_bytes());
    }
    let (back, _) = translation::back(&later, "ms", &none, &sheet);
    assert_eq!(back.problems, []);
    assert_eq!(
        back.notes[..2],
        [
            "`tasks.papers.title` is `tasks.log_book.title` now",
            "3 rows without a translation are of texts that the case does not have; they are left out",
        ]
    );
    let what: Vec<&str> = back.changes.iter().map(|c| c.what.as_str()).collect();
    assert_eq!(what, ["tasks.log_book.title"]);
}

#[test]
fn an_ok_of_old_does_not_make_a_text_stale_again() {
    let source = translation_sheets::base();
    let none = Originals::default();
    let mut grids = sent(&translation::table(&source, "ms", &none));
    translation_sheets::put(&mut grids, "case.title", 4, "OK");
    let (_, noted) = translation::back(&source, "ms", &none, &grids);
    // This one goes out with the OK in it, and lies about while the title changes and is found right.
    let old = sent(&translation::table(&source, "ms", &noted));
    let later = rewritten(&source, "scenario.ron", "The Night Lorry", "The Late Lorry");
    let mut grids = sent(&translation::table(&later, "ms", &noted));
    translation_sheets::put(&mut grids, "case.title", 4, "OK");
    let (_, noted) = translation::back(&later, "ms", &noted, &grids);
    let (back, after) = translation::back(&later, "ms", &noted, &old);
    assert_eq!(back.changes, []);
    assert_eq!(after, noted);
    let table = translation::table(&later, "ms", &after);
    assert_eq!(translation_sheets::row(&table, "case.title")[4], "OK");
}

#[test]
fn a_workbook_that_is_there_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path().join("list.xlsx");
    std::fs::write(&at, "somebody's work").expect("written");
    let file = path(&at);
    let msel = ["msel", "export", "first_watch", file];
    let translate = ["translate", "export", "first_watch", "--lang", "th", file];
    for args in [&msel[..], &translate] {
        for (answer, code) in [("", 1), ("n\n", 0)] {
            let out = run(args, answer);
            assert_eq!(out.status.code(), Some(code), "{}", text(&out.stderr));
            assert!(text(&out.stderr).starts_with("nothing is written"));
            assert_eq!(std::fs::read(&at).expect("there"), b"somebody's work");
        }
    }
    let out = run(&msel, "y\n");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert_eq!(library::read_book(&at).expect("a workbook").len(), 2);
    // Open in LibreOffice, or in Excel: what is saved there next would be on top of this.
    for mark in [".~lock.list.xlsx#", "~$list.xlsx"] {
        let mark = folder.path().join(mark);
        std::fs::write(&mark, "somebody").expect("written");
        let out = run(&[&msel[..], &["--yes"]].concat(), "");
        assert_eq!(out.status.code(), Some(1));
        let err = text(&out.stderr);
        assert!(
            err.contains("is open in another program: close it there."),
            "{err}"
        );
        let at = folder.path().join("first_watch");
        if !at.is_dir() {
            std::fs::create_dir(&at).expect("made");
            for (name, bytes) in library::find("first_watch").expect("shipped").files {
                let file = at.join(name);
                std::fs::create_dir_all(file.parent().expect("below")).expect("made");
                std::fs::write(file, bytes).expect("written");
            }
        }
        let out = run(&["msel", "import", path(&at), file], "");
        assert_eq!(text(&out.stdout), "nothing to change\n");
        let err = text(&out.stderr);
        assert!(err.contains("what is not saved there is not read"), "{err}");
        std::fs::remove_file(mark).expect("removed");
    }
}

#[test]
fn what_check_would_warn_of_is_told_before_it_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (at, file) = (folder.path().join("bench"), folder.path().join("m.xlsx"));
    copy("workbench", &at);
    let mut table = msel::table(&case("workbench"));
    // Planning has no such minute.
    let minute = table.heads.iter().position(|h| h.name == "Minute");
    table.rows[5][minute.expect("the column")] = "100".to_owned();
    typed_anew(&file, &table);
    let out = run(&["msel", "import", path(&at), path(&file)], "n\n");
    assert_eq!(out.status.code(), Some(0));
    let err = text(&out.stderr);
    assert!(
        err.starts_with("warning[L096]: planning ends after "),
        "{err}"
    );
    assert_eq!(err.matches("warning[").count(), 1, "{err}");
    assert!(err.ends_with("nothing is written\n"), "{err}");
}
