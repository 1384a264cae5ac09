//! Texts out to translators and back.

use std::path::{Path, PathBuf};

use liaison::library;
use liaison::scenario::sheet::translation::{self, Originals};
use liaison::scenario::sheet::{Back, Grid, Table};
use liaison::scenario::{CaseSource, Severity, edit, load};

use crate::msel_sheets::{sent, typed_anew};
use crate::support::{case_folder, liaison, path, text};

pub fn base() -> CaseSource {
    library::find(&case_folder("base")).expect("the base case")
}

fn told(back: &Back) -> Vec<String> {
    back.problems.iter().map(ToString::to_string).collect()
}

pub fn row<'t>(table: &'t Table, place: &str) -> &'t [String] {
    let mut rows = table.rows.iter();
    rows.find(|r| r[0] == place).expect("the text is there")
}

pub fn put(grids: &mut [Grid], place: &str, column: usize, cell: &str) {
    let mut rows = grids[0].rows.iter_mut();
    let row = rows.find(|r| r[0] == place).expect("the text is there");
    row.resize(row.len().max(column + 1), String::new());
    row[column] = cell.to_owned();
}

const ORIGINAL: usize = 2;
const TRANSLATION: usize = 3;
const STATUS: usize = 4;

fn without_errors(source: &CaseSource) -> Vec<String> {
    let mut found = load(source).diagnostics;
    found.retain(|d| d.severity == Severity::Error);
    found.iter().map(|d| d.brief()).collect()
}

#[test]
fn what_nobody_touched_changes_nothing() {
    let shipped = library::shipped();
    let mut all: Vec<(CaseSource, &str)> = shipped.iter().map(|s| (s.source(), "th")).collect();
    all.push((base(), "ms"));
    for (source, tag) in all {
        let none = Originals::default();
        let table = translation::table(&source, tag, &none);
        assert!(table.rows.iter().all(|r| r[STATUS] == "UNCHECKED"));
        let (back, noted) = translation::back(&source, tag, &none, &sent(&table));
        assert_eq!(back.changes, []);
        assert_eq!(told(&back), Vec::<String>::new());
        assert_eq!(back.notes, Vec::<String>::new());
        assert_eq!(noted, none);
    }
}

#[test]
fn a_language_that_is_new_gets_its_file_and_its_place_on_the_card() {
    let source = base();
    let none = Originals::default();
    let table = translation::table(&source, "th", &none);
    assert!(
        table
            .rows
            .iter()
            .all(|r| r[STATUS] == "NEW" && r[TRANSLATION].is_empty())
    );
    let mut grids = sent(&table);
    put(&mut grids, "case.title", TRANSLATION, "รถบรรทุกกลางคืน");
    put(
        &mut grids,
        "intel.plate.title",
        TRANSLATION,
        "รถ \"VK 208\"",
    );
    let (back, noted) = translation::back(&source, "th", &none, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    let new = edit::apply(&source, &back.splices());
    assert_eq!(
        new.text("lang/th.ron"),
        Some(
            "{\n    \"case.title\": \"รถบรรทุกกลางคืน\",\n\n    \"intel.plate.title\": \"รถ \\\"VK 208\\\"\",\n}\n"
        )
    );
    let card = new.text("scenario.ron").expect("there");
    assert!(card.contains("    translations: [\"ms\", \"th\"],\n"));
    assert_eq!(without_errors(&new), Vec::<String>::new());
    let again = translation::table(&new, "th", &noted);
    assert_eq!(row(&again, "case.title")[STATUS], "OK");
    assert_eq!(row(&again, "case.summary")[STATUS], "NEW");
    assert_eq!(Originals::read(&noted.write()), noted);
}

#[test]
fn a_sheet_of_another_language_is_not_taken_for_this_one() {
    let source = base();
    let table = translation::table(&source, "km", &Originals::default());
    let grids = sent(&table);
    let (back, _) = translation::back(&source, "vi", &Originals::default(), &grids);
    assert_eq!(
        told(&back),
        ["S020 the sheet is of `km`, and not of `vi`; if that is meant, name it `Translation vi`"]
    );
    assert_eq!(back.changes.len(), 0);
    // A sheet that somebody has named anew says nothing of its language.
    let mut renamed = grids;
    renamed[0].name = "Texts".to_owned();
    let (back, _) = translation::back(&source, "vi", &Originals::default(), &renamed);
    assert_eq!(told(&back), [""; 0]);
}

#[test]
fn a_missing_text_is_put_where_it_belongs() {
    let mut source = base();
    let old = source.text("lang/ms.ron").expect("there").to_owned();
    let line = old
        .lines()
        .find(|l| l.contains("\"north.short\""))
        .expect("there");
    let lacking = old.replace(&format!("{line}\n"), "");
    source
        .files
        .insert("lang/ms.ron".into(), lacking.into_bytes());
    let none = Originals::default();
    let table = translation::table(&source, "ms", &none);
    assert_eq!(row(&table, "north.short")[STATUS], "NEW");
    let mut grids = sent(&table);
    put(&mut grids, "north.short", TRANSLATION, "Varda");
    let (back, _) = translation::back(&source, "ms", &none, &grids);
    let new = edit::apply(&source, &back.splices());
    assert_eq!(new.text("lang/ms.ron"), Some(old.as_str()));
}

#[test]
fn a_translation_goes_stale_with_its_original() {
    let source = base();
    let mut grids = sent(&translation::table(&source, "ms", &Originals::default()));
    // Right as it stands.
    put(&mut grids, "case.title", STATUS, "ok");
    let (back, noted) = translation::back(&source, "ms", &Originals::default(), &grids);
    assert_eq!(back.changes, []);
    assert_eq!(noted.differs(&Originals::default()), 1);
    let mut later = source;
    let card = later.text("scenario.ron").expect("there");
    let card = card.replace("The Night Lorry", "The Late Lorry");
    later.files.insert("scenario.ron".into(), card.into_bytes());
    let table = translation::table(&later, "ms", &noted);
    assert_eq!(row(&table, "case.title")[STATUS], "STALE");
    // A sheet that was made before: what is translated in it is of the old original.
    put(&mut grids, "case.title", TRANSLATION, "Lori Malam Itu");
    let (back, noted) = translation::back(&later, "ms", &noted, &grids);
    assert_eq!(
        back.notes,
        [
            "`case.title`: the original has changed since the sheet was made; the translation is taken and stays stale"
        ]
    );
    let newer = edit::apply(&later, &back.splices());
    assert_eq!(
        row(&translation::table(&newer, "ms", &noted), "case.title")[STATUS],
        "STALE"
    );
    // And with the new one in sight it is right again.
    let mut grids = sent(&translation::table(&newer, "ms", &noted));
    assert_eq!(
        row(&translation::table(&newer, "ms", &noted), "case.title")[ORIGINAL],
        "The Late Lorry"
    );
    put(&mut grids, "case.title", TRANSLATION, "Lori Lewat");
    let (back, noted) = translation::back(&newer, "ms", &noted, &grids);
    let newest = edit::apply(&newer, &back.splices());
    assert_eq!(
        row(&translation::table(&newest, "ms", &noted), "case.title")[STATUS],
        "OK"
    );
}

#[test]
fn what_is_wrong_is_told_by_row_and_column() {
    let source = base();
    let none = Originals::default();
    let clean = sent(&translation::table(&source, "ms", &none));
    let with_hole = translation::table(&source, "ms", &none);
    let holed = with_hole.rows.iter().find(|r| r[5].contains("keep {"));
    let holed = holed.expect("a text with a placeholder")[0].clone();
    let nth = with_hole
        .rows
        .iter()
        .position(|r| r[0] == holed)
        .expect("there")
        + 2;
    for (place, column, cell, expected) in [
        (
            "case.title",
            TRANSLATION,
            "x".repeat(41),
            "S011 row 2, column D (Translation): this title of the case has 41 characters; 40 fit on its card".to_owned(),
        ),
        (
            "case.title",
            TRANSLATION,
            "Lori {when}".to_owned(),
            "S016 row 2, column D (Translation): the original has no `{when}`".to_owned(),
        ),
        (
            "case.title",
            STATUS,
            "almost".to_owned(),
            "S017 row 2, column E (Status): `almost` is no status; there are NEW, STALE, OK, UNCHECKED".to_owned(),
        ),
        (
            "case.title",
            0,
            "case.summary".to_owned(),
            "S005 row 3, column A (Place): `case.summary` stands in the sheet twice".to_owned(),
        ),
        (
            holed.as_str(),
            TRANSLATION,
            "Tanpa apa-apa".to_owned(),
            format!("S016 row {nth}, column D (Translation): `{{"),
        ),
    ] {
        let mut grids = clean.clone();
        put(&mut grids, place, column, &cell);
        let told = told(&translation::back(&source, "ms", &none, &grids).0);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(&expected), "{} is not {expected}", told[0]);
    }
    // A place that the case does not have is found by its original, if that stands elsewhere.
    let mut grids = clean.clone();
    put(&mut grids, "case.title", 0, "case.titel");
    let (back, _) = translation::back(&source, "ms", &none, &grids);
    assert_eq!(told(&back), [""; 0]);
    assert_eq!(back.notes, ["`case.titel` is `case.title` now"]);
    let original = grids[0].rows[0].iter().position(|head| head == "Original");
    put(
        &mut grids,
        "case.titel",
        original.expect("it has one"),
        "Nowhere",
    );
    let (back, _) = translation::back(&source, "ms", &none, &grids);
    assert_eq!(
        told(&back),
        [
            "S015 row 2, column A (Place): the case has no text `case.titel`; write where it stands now, or delete the row"
        ]
    );
}

#[test]
fn what_is_emptied_or_gone_is_told_and_stays() {
    let source = base();
    let none = Originals::default();
    let mut grids = sent(&translation::table(&source, "ms", &none));
    put(&mut grids, "case.title", TRANSLATION, "");
    grids[0].rows.pop();
    let (back, _) = translation::back(&source, "ms", &none, &grids);
    assert_eq!(back.changes, []);
    assert_eq!(
        back.notes,
        [
            "`case.title` has no translation in the sheet; the one in the case stays",
            "1 text is not in the sheet; it stays as it is",
        ]
    );
}

/// A case on the disk, and where a workbook beside it would be.
fn written(folder: &Path, files: &CaseSource) -> (PathBuf, PathBuf) {
    let case = folder.join("night_lorry");
    for (name, bytes) in &files.files {
        let file = case.join(name);
        std::fs::create_dir_all(file.parent().expect("below")).expect("made");
        std::fs::write(file, bytes).expect("written");
    }
    (case, folder.join("t.xlsx"))
}

#[test]
fn a_language_that_the_card_promises_can_be_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut promising = base();
    let card = promising.text("scenario.ron").expect("a card");
    let card = card.replace("translations: [", "translations: [\"km\", \"vi\", ");
    promising
        .files
        .insert("scenario.ron".to_owned(), card.clone().into_bytes());
    let (case, file) = written(folder.path(), &promising);
    let (case, file) = (path(&case), path(&file));
    let run = |args: &[&str]| liaison(args).output().expect("it runs");
    let checked = run(&["check", case]);
    let help = "`liaison translate export` makes a sheet for the translator";
    assert!(text(&checked.stderr).contains(help) || text(&checked.stdout).contains(help));
    let out = run(&["translate", "export", case, "--lang", "km", file]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let mut table = translation::table(&promising, "km", &Originals::default());
    table.rows[0][TRANSLATION] = "ឡានយប់".to_owned();
    typed_anew(Path::new(file), &table);
    let out = run(&["translate", "import", case, "--lang", "km", file, "--yes"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let new = library::find(case).expect("read");
    assert!(new.text("lang/km.ron").is_some_and(|t| t.contains("ឡានយប់")));
    // The card promised it once, and does still; the other is still to be made.
    assert_eq!(new.text("scenario.ron"), Some(card.as_str()));
    assert_eq!(without_errors(&new).len(), 1);
}

#[test]
fn the_command_makes_the_language_and_notes_the_originals() {
    let folder = tempfile::tempdir().expect("a folder");
    let (case, file) = written(folder.path(), &base());
    let (case, file) = (path(&case), path(&file));
    let run = |args: &[&str]| liaison(args).output().expect("it runs");
    let out = run(&["translate", "export", case, "--lang", "km", file]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let source = library::find(case).expect("read");
    let mut table = translation::table(&source, "km", &Originals::default());
    table.rows[0][TRANSLATION] = "ឡានយប់".to_owned();
    typed_anew(Path::new(file), &table);
    let out = run(&["translate", "import", case, "--lang", "km", file, "--yes"]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert!(
        text(&out.stdout).contains("lang/km.originals: 1 original noted\n2 changes to the case\n"),
        "{}",
        text(&out.stdout)
    );
    let new = library::find(case).expect("read");
    assert_eq!(
        new.text("lang/km.ron"),
        Some("{\n    \"case.title\": \"ឡានយប់\",\n}\n")
    );
    let out = run(&["translate", "export", case, "--lang", "km", file, "--yes"]);
    assert_eq!(out.status.code(), Some(0));
    let grids = library::read_book(Path::new(file)).expect("read");
    assert_eq!(grids[0].rows[1][STATUS], "OK");
    // The notes are no part of the case.
    assert!(!new.files.keys().any(|f| f.ends_with(".originals")));
    assert_eq!(without_errors(&new), Vec::<String>::new());

    for (lang, expected) in [
        ("en", "`en` is the language in which the case is written"),
        ("EN-gb", "write `en-GB`"),
        ("../x", "not a language tag"),
    ] {
        let out = run(&["translate", "export", case, "--lang", lang, file]);
        assert_ne!(out.status.code(), Some(0));
        assert!(
            text(&out.stderr).contains(expected),
            "{}",
            text(&out.stderr)
        );
    }
}
