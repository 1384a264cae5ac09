//! The list of injects out into a spreadsheet and back: nothing is lost, what is edited is changed in its place, and
//! what is wrong is told by row and column.

use std::path::Path;

use liaison::library;
use liaison::scenario::sheet::{Back, Fault, Grid, Missing, Table, msel};
use liaison::scenario::{CaseSource, Severity, edit, load};

use crate::support::{case_folder, liaison, path, text};

pub fn case(name: &str) -> CaseSource {
    library::find(&case_folder(name)).unwrap_or_else(|e| panic!("{name}: {e:?}"))
}

/// What comes back if nobody has touched it, by way of a file.
pub fn sent(table: &Table) -> Vec<Grid> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.xlsx");
    library::write_book(&file, "A case", table).expect("written");
    library::read_book(&file).expect("read")
}

/// What a list would change; nothing goes for want of a row.
pub fn brought_back(source: &CaseSource, grids: &[Grid]) -> Back {
    msel::back(source, grids, Missing::Stays)
}

/// A list that somebody has typed anew: a workbook that does not say what went out.
pub fn typed_anew(file: &Path, table: &Table) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.name).expect("a name");
    for (n, head) in (0..).zip(&table.heads) {
        sheet.write_string(0, n, head.name).expect("written");
        for (row, cells) in (1..).zip(&table.rows) {
            let cell = &cells[usize::from(n)];
            sheet.write_string(row, n, cell).expect("written");
        }
    }
    book.save(file).expect("saved");
}

/// The row of an inject and the column of a head.
fn at(grid: &Grid, number: &str, column: &str) -> (usize, usize) {
    let column = grid.rows[0].iter().position(|h| h == column);
    let row = grid.rows.iter().position(|r| r[0] == number);
    (row.expect("the inject"), column.expect("the column"))
}

pub fn put(grids: &mut [Grid], number: &str, column: &str, cell: &str) {
    let (row, column) = at(&grids[0], number, column);
    let cells = &mut grids[0].rows[row];
    cells.resize(cells.len().max(column + 1), String::new());
    cells[column] = cell.to_owned();
}

/// A row without a number.
pub fn add(grids: &mut [Grid], cells: &[(&str, &str)]) {
    let heads = grids[0].rows[0].clone();
    let mut row = vec![String::new(); heads.len()];
    for (column, cell) in cells {
        let n = heads.iter().position(|h| h == column).expect("the column");
        row[n] = (*cell).to_owned();
    }
    grids[0].rows.push(row);
}

pub fn told(back: &Back) -> Vec<String> {
    back.problems.iter().map(ToString::to_string).collect()
}

/// The lines of a file that go and come, with `-` and `+`.
pub fn lines(old: &CaseSource, new: &CaseSource, file: &str) -> Vec<String> {
    let side = |source: &CaseSource| -> Vec<String> {
        let text = source.text(file).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    };
    let (old, new) = (side(old), side(new));
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (rest, fresh) = (&old[same..], &new[same..]);
    let tail = (rest.iter().rev().zip(fresh.iter().rev()))
        .take_while(|(a, b)| a == b)
        .count();
    let gone = rest[..rest.len() - tail].iter().map(|l| format!("-{l}"));
    let come = fresh[..fresh.len() - tail].iter().map(|l| format!("+{l}"));
    gone.chain(come).collect()
}

#[track_caller]
pub fn passes(source: &CaseSource) {
    let mut errors = load(source).diagnostics;
    errors.retain(|d| d.severity == Severity::Error);
    let errors: Vec<String> = errors.iter().map(|d| d.brief()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn what_nobody_touched_changes_nothing() {
    let shipped = library::shipped();
    let mut all: Vec<CaseSource> = shipped.iter().map(|s| s.source()).collect();
    all.extend([case("base"), case("workbench")]);
    for source in all {
        let table = msel::table(&source);
        assert!(!table.rows.is_empty());
        let back = brought_back(&source, &sent(&table));
        assert_eq!(back.changes, [], "{:?}", source.folder);
        assert_eq!(told(&back), Vec::<String>::new());
        assert_eq!(back.notes, Vec::<String>::new());
        assert_eq!(edit::apply(&source, &back.splices()), source);
    }
}

#[test]
fn an_edit_changes_its_value_and_nothing_else() {
    for (number, column, cell, expected) in [
        (
            "2",
            "Inject text",
            "They say \"go\"\nat once. \\o/",
            &[
                "-    Inject(number: 2, when: Exposure(AtLeast(25)), to: [North, South], from: \"Harbour\", via: Radio, text: \"They are talking.\",",
                "+    Inject(number: 2, when: Exposure(AtLeast(25)), to: [North, South], from: \"Harbour\", via: Radio, text: \"They say \\\"go\\\"\\nat once. \\\\o/\",",
            ][..],
        ),
        (
            "3",
            "Expected action",
            "A lamp is fetched.",
            &[
                "-        text: \"The light is out.\", effects: [Flag(\"dark\")]),",
                "+        text: \"The light is out.\",",
                "+        expect: \"A lamp is fetched.\", effects: [Flag(\"dark\")]),",
            ],
        ),
        (
            "6",
            "Synopsis",
            "",
            &["-        synopsis: \"Stop the van or wait\","],
        ),
        (
            "6",
            "Minute",
            "1",
            &[
                "-    Inject(number: 6, trigger: Timed(round: 2, minute: 0), to: [North, South], from: \"Control\", via: Telephone,",
                "+    Inject(number: 6, trigger: Timed(round: 2, minute: 1), to: [North, South], from: \"Control\", via: Telephone,",
            ],
        ),
        (
            "3",
            "Remarks",
            "The four triggers.\nSee the guide.",
            &[
                "-    // The four triggers, and decisions with and without a default.",
                "+    // The four triggers.",
                "+    // See the guide.",
            ],
        ),
        ("8", "Remarks", "Only once.", &["+    // Only once."]),
        (
            "1",
            "To",
            "both",
            &[
                "-    Inject(number: 1, when: Round(AtLeast(1)), to: [North], from: \"Desk\", via: Telephone, text: \"The line is open.\"),",
                "+    Inject(number: 1, when: Round(AtLeast(1)), to: [North, South], from: \"Desk\", via: Telephone, text: \"The line is open.\"),",
            ],
        ),
        (
            "4",
            "Delivery",
            "radio",
            &[
                "-    Inject(number: 4, trigger: Contingency(expected: Shared(item: \"n_open\", to: South), by: 2), to: [North], from: \"Chief\", via: InPerson,",
                "+    Inject(number: 4, trigger: Contingency(expected: Shared(item: \"n_open\", to: South), by: 2), to: [North], from: \"Chief\", via: Radio,",
            ],
        ),
        (
            "8",
            "Condition",
            "Any([BlueOnBlue(AtLeast(1)), Flag(\"dark\")])",
            &[
                "-    Inject(number: 8, when: BlueOnBlue(AtLeast(1)), to: [North, South], from: \"Directors\", via: Message, text: \"You met at one door.\",",
                "+    Inject(number: 8, when: Any([BlueOnBlue(AtLeast(1)), Flag(\"dark\")]), to: [North, South], from: \"Directors\", via: Message, text: \"You met at one door.\",",
            ],
        ),
    ] {
        let source = case("workbench");
        let mut grids = sent(&msel::table(&source));
        put(&mut grids, number, column, cell);
        let back = brought_back(&source, &grids);
        assert_eq!(told(&back), Vec::<String>::new(), "{column}");
        assert_eq!(back.changes.len(), 1, "{column}");
        let new = edit::apply(&source, &back.splices());
        assert_eq!(lines(&source, &new, "injects.ron"), expected, "{column}");
        passes(&new);
        // What was brought back is what goes out.
        let again = brought_back(&new, &grids);
        assert_eq!(again.changes, [], "{column}");
    }
}

#[test]
fn another_trigger_replaces_the_whole_one() {
    let source = case("workbench");
    let mut grids = sent(&msel::table(&source));
    put(&mut grids, "5", "Trigger", "timed");
    put(&mut grids, "5", "Round", "2");
    put(&mut grids, "4", "Trigger", "By hand");
    put(&mut grids, "4", "Round", "");
    put(&mut grids, "4", "Unless seen", "");
    let back = brought_back(&source, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    let new = edit::apply(&source, &back.splices());
    let injects = new.text("injects.ron").expect("there");
    assert!(injects.contains("Inject(number: 5, trigger: Timed(round: 2, minute: 0), synopsis:"));
    assert!(injects.contains("Inject(number: 4, trigger: ByHand, to: [North]"));
    passes(&new);
}

#[test]
fn a_row_without_a_number_is_a_new_inject() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    let common = [
        ("From", "Ferry"),
        ("To", "Both"),
        ("Delivery", "In person"),
        ("Inject text", "The last boat \"waits\"."),
    ];
    add(
        &mut grids,
        &[&common[..], &[("Round", "2"), ("Remarks", "Late.\nVery.")]].concat(),
    );
    add(
        &mut grids,
        &[
            &common[..],
            &[
                ("Condition", "Exposure(AtLeast(5))"),
                ("Effects", "[Exposure(2)]"),
                ("Expected action", "They note the time."),
            ],
        ]
        .concat(),
    );
    let back = brought_back(&source, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    let new = edit::apply(&source, &back.splices());
    let expected = "
+    // Late.
+    // Very.
+    Inject(
+        number: 3,
+        trigger: Timed(round: 2, minute: 0),
+        to: [North, South],
+        from: \"Ferry\",
+        via: InPerson,
+        text: \"The last boat \\\"waits\\\".\",
+    ),
+    Inject(
+        number: 4,
+        when: Exposure(AtLeast(5)),
+        to: [North, South],
+        from: \"Ferry\",
+        via: InPerson,
+        text: \"The last boat \\\"waits\\\".\",
+        expect: \"They note the time.\",
+        effects: [Exposure(2)],
+    ),";
    let expected: Vec<&str> = expected.trim_start().lines().collect();
    assert_eq!(lines(&source, &new, "injects.ron"), expected);
    passes(&new);
    // The same sheet again: its rows are there, and none of them is taken for gone.
    let again = msel::back(&new, &grids, Missing::Goes);
    assert_eq!((told(&again), again.changes.len()), (vec![], 0));
    assert_eq!(
        again.notes,
        [
            "I4: the case has this already as inject 3, so it is not added again",
            "I5: the case has this already as inject 4, so it is not added again",
        ]
    );
    // And with one of them in better words: whether that is another inject only its author knows.
    let heads = grids[0].rows[0].clone();
    let text = heads.iter().position(|h| h == "Inject text");
    grids[0].rows[3][text.expect("the column")] = "The last boat leaves.".to_owned();
    let again = msel::back(&new, &grids, Missing::Stays);
    assert_eq!((told(&again), again.changes.len()), (vec![], 1));
    assert_eq!(
        again.notes,
        [
            "I5: the case has this already as inject 4, so it is not added again",
            "A4: like inject 3 of the case, but for its words; if it is the same, write 3 here, or there will be two",
            "inject 3 has come into the case since the sheet was made; it stays",
        ]
    );
    let number = heads.iter().position(|h| h == "Number");
    grids[0].rows[3][number.expect("the column")] = "3".to_owned();
    let again = msel::back(&new, &grids, Missing::Stays);
    assert_eq!((told(&again), again.changes.len()), (vec![], 1));
    assert_eq!(again.changes[0].what, "inject 3, Inject text");
}

#[test]
fn a_case_without_injects_gets_its_file() {
    let mut source = case("workbench");
    let grids = sent(&msel::table(&source));
    let heads = Grid {
        rows: vec![grids[0].rows[0].clone()],
        ..Grid::default()
    };
    source.files.remove("injects.ron");
    let mut grids = vec![heads];
    for words in ["Anybody?", "Nobody."] {
        add(
            &mut grids,
            &[
                ("From", "Desk"),
                ("To", "North"),
                ("Delivery", "Radio"),
                ("Inject text", words),
                ("Trigger", "By hand"),
            ],
        );
    }
    let back = brought_back(&source, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    let new = edit::apply(&source, &back.splices());
    let expected = "[\n    Inject(\n        number: 1,\n        trigger: ByHand,\n        to: [North],\n        \
                    from: \"Desk\",\n        via: Radio,\n        text: \"Anybody?\",\n    ),\n    Inject(\n        number: 2,\n        \
                    trigger: ByHand,\n        to: [North],\n        from: \"Desk\",\n        via: Radio,\n        \
                    text: \"Nobody.\",\n    ),\n]\n";
    assert_eq!(new.text("injects.ron"), Some(expected));
}

#[test]
fn a_row_that_is_gone_is_told_and_stays() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    grids[0].rows.remove(2);
    let back = brought_back(&source, &grids);
    assert_eq!(back.changes, []);
    let note = "inject 2 is not in the sheet and stays in the case; `--remove` takes it out";
    assert_eq!(back.notes, [note]);
}

#[test]
fn line_ends_of_the_file_stay_as_they_are() {
    let mut source = case("base");
    let dos = source
        .text("injects.ron")
        .expect("there")
        .replace('\n', "\r\n");
    source.files.insert("injects.ron".into(), dos.into_bytes());
    let mut grids = sent(&msel::table(&source));
    assert_eq!(brought_back(&source, &grids).changes, []);
    put(&mut grids, "2", "Expected action", "North shares.");
    put(&mut grids, "2", "Remarks", "One\ntwo");
    let back = brought_back(&source, &grids);
    let new = edit::apply(&source, &back.splices());
    let injects = new.text("injects.ron").expect("there");
    assert_eq!(
        injects.matches('\n').count(),
        injects.matches("\r\n").count()
    );
    assert!(injects.contains("    // two\r\n    Inject(\r\n        number: 2,"));
    passes(&new);
}

#[test]
fn what_is_wrong_is_told_by_row_and_column() {
    let long = "x".repeat(321);
    let no_team = "S008 row 3, column F (To): `East` is no team; write North, South or both";
    for (fault, number, column, cell, expected) in [
        (
            Fault::UnknownNumber,
            "2",
            "Number",
            "44",
            "S004 row 3, column A (Number): the case has no inject 44; leave the number empty for a new inject",
        ),
        (
            Fault::RowTwice,
            "2",
            "Number",
            "1",
            "S005 row 3, column A (Number): inject 1 stands in the sheet twice",
        ),
        (
            Fault::NotANumber,
            "2",
            "Number",
            "2b",
            "S006 row 3, column A (Number): `2b` is not the number of an inject",
        ),
        (
            Fault::NotANumber,
            "3",
            "Minute",
            "1.5",
            "S006 row 4, column D (Minute): `1.5` is not a whole number from 0 to 255",
        ),
        (
            Fault::NotANumber,
            "3",
            "Minute",
            "0.270833",
            "S006 row 4, column D (Minute): `0.270833` is not a whole number from 0 to 255; did the spreadsheet make a time of it? Write it as a text",
        ),
        (
            Fault::NotANumber,
            "3",
            "Round",
            "46353",
            "S006 row 4, column C (Round): `46353` is not a whole number from 0 to 255; did the spreadsheet make a date of it? Write it as a text",
        ),
        (
            Fault::RoundBeyond,
            "3",
            "Round",
            "9",
            "S007 row 4, column C (Round): the case has 3 rounds; there is no round 9",
        ),
        (Fault::UnknownTeam, "2", "To", "North, East", no_team),
        (
            Fault::UnknownDelivery,
            "2",
            "Delivery",
            "Pigeon",
            "S009 row 3, column G (Delivery): `Pigeon` is no way of delivery; there are Telephone, Radio, Message, In person",
        ),
        (
            Fault::UnknownTrigger,
            "2",
            "Trigger",
            "Soon",
            "S010 row 3, column B (Trigger): `Soon` is no trigger; there are Holds, Timed, Contingency, By hand",
        ),
        (
            Fault::TextTooLong,
            "2",
            "Inject text",
            &long,
            "S011 row 3, column I (Inject text): this inject text has 321 characters; 320 fit on its card",
        ),
        (
            Fault::Emptied,
            "2",
            "From",
            " ",
            "S012 row 3, column E (From): this sender is empty",
        ),
        (
            Fault::NotNotation,
            "2",
            "Condition",
            "Round(2) // or so",
            "S013 row 3, column L (Condition): not in the case's notation: ",
        ),
        (
            Fault::Misplaced,
            "2",
            "Round",
            "2",
            "S019 row 3, column C (Round): the trigger `Holds` has no `Round`; empty the cell",
        ),
    ] {
        let source = case("workbench");
        let mut grids = sent(&msel::table(&source));
        put(&mut grids, number, column, cell);
        let back = brought_back(&source, &grids);
        let told = told(&back);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(expected), "{}", told[0]);
        assert_eq!(back.problems[0].fault, fault);
    }
}

#[test]
fn a_new_inject_is_told_all_that_it_lacks() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    add(&mut grids, &[("From", "Ferry")]);
    let told = told(&brought_back(&source, &grids));
    assert_eq!(
        told,
        [
            "S014 row 4, column F (To): a new inject needs `To`",
            "S014 row 4, column G (Delivery): a new inject needs `Delivery`",
            "S014 row 4, column I (Inject text): a new inject needs `Inject text`",
            "S014 row 4, column B (Trigger): a new inject needs `Trigger`, `Round` or `Condition`",
        ]
    );
}

#[test]
fn what_is_emptied_goes_with_its_translations() {
    let source = library::find("the_night_bus").expect("shipped");
    let mut grids = sent(&msel::table(&source));
    put(&mut grids, "1", "Synopsis", "");
    put(&mut grids, "1", "Expected action", "");
    let back = brought_back(&source, &grids);
    assert_eq!(told(&back), [""; 0]);
    let new = edit::apply(&source, &back.splices());
    passes(&new);
    let thai = new.text("lang/th.ron").expect("it is there");
    assert!(!thai.contains("\"injects.1.synopsis\"") && !thai.contains("\"injects.1.expect\""));
    assert!(thai.contains("\"injects.1.text\"") && thai.contains("\"injects.10.synopsis\""));
}

#[test]
fn a_word_of_the_notation_that_is_misspelt_is_told_with_what_was_meant() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    put(&mut grids, "1", "Condition", "Rond(AtLeast(2))");
    let told = told(&brought_back(&source, &grids));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("S013") && told[0].ends_with("did you mean `Round`?"),
        "{told:?}"
    );
}

#[test]
fn a_notation_cannot_smuggle_anything_in() {
    for cell in [
        "Always, to: [North]",
        "Always // and so on",
        "Always)",
        "Always /* open",
        "Flag(\"a\") Flag(\"b\")",
    ] {
        let source = case("workbench");
        let mut grids = sent(&msel::table(&source));
        put(&mut grids, "8", "Condition", cell);
        let back = brought_back(&source, &grids);
        assert_eq!(back.problems.len(), 1, "{cell}");
        assert_eq!(back.problems[0].fault, Fault::NotNotation, "{cell}");
    }
}

#[test]
fn titles_strange_columns_and_another_order_do_not_matter() {
    let source = case("base");
    let mut grids = sent(&msel::table(&source));
    let wide = grids[0].rows[0].len();
    for row in &mut grids[0].rows {
        row.resize(wide, String::new());
        row.reverse();
    }
    grids[0].rows[0].push("Our own".to_owned());
    grids[0].rows[1].push("x".to_owned());
    grids[0]
        .rows
        .insert(0, vec!["The night lorry, day 3".to_owned()]);
    let back = brought_back(&source, &grids);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.changes, []);
    assert_eq!(
        back.notes,
        ["the column `Our own` is not one of a case's and is not read"]
    );
    // A column that is not there leaves its fields alone.
    let heads = vec!["number".to_owned(), "INJECT TEXT".to_owned()];
    let few = Grid {
        rows: vec![heads, vec!["1".to_owned(), "Open.".to_owned()]],
        ..Grid::default()
    };
    let back = brought_back(&source, &[few]);
    assert_eq!(told(&back), Vec::<String>::new());
    assert_eq!(back.changes.len(), 1);
}

/// What an author may write, and no formatter would.
const AWKWARD: &str = r##"[ // first
    // Above.
    Inject(number: 1, when: Round(AtLeast(1)) /* so */ , to: [North], from: "Desk", expect: Some("They wait."), // who
        via: Telephone
        // how
        , text: r#"The "line" is open."#), Inject(number: 2, to: [South], from: "Harbour", via: Radio, text: "A,
B"
    )
]"##;

pub fn awkward() -> CaseSource {
    let mut source = case("base");
    let files = &mut source.files;
    files.insert("injects.ron".into(), AWKWARD.as_bytes().to_vec());
    let lang = String::from_utf8(files["lang/ms.ron"].clone()).expect("text");
    let kept = lang.lines().filter(|l| !l.contains("\"injects."));
    let lang: String = kept.map(|l| format!("{l}\n")).collect();
    files.insert("lang/ms.ron".into(), lang.into_bytes());
    passes(&source);
    source
}

#[test]
fn no_layout_of_a_file_is_in_the_way() {
    let source = awkward();
    let table = msel::table(&source);
    assert_eq!(brought_back(&source, &sent(&table)).changes, []);
    for number in ["1", "2"] {
        for (column, cell) in [
            ("From", "Ferry"),
            ("To", "both"),
            ("Delivery", "Message"),
            ("Synopsis", "Boats"),
            ("Inject text", "Read \"this\"."),
            ("Expected action", "They read."),
            ("Condition", "Round(AtLeast(2))"),
            ("Condition", ""),
            ("Effects", "[\n    Exposure(1),\n]"),
            ("Trigger", "By hand"),
            ("Remarks", "Why?"),
        ] {
            let mut grids = sent(&table);
            put(&mut grids, number, column, cell);
            // Two at once, where one may be put behind the other.
            put(
                &mut grids,
                number,
                "Decision",
                "Decision(options: [Option(id: \"a\", text: \"A\"), Option(id: \"b\", text: \"B\")])",
            );
            let back = brought_back(&source, &grids);
            assert_eq!(told(&back), Vec::<String>::new(), "{number} {column}");
            let new = edit::apply(&source, &back.splices());
            passes(&new);
            let after = brought_back(&new, &grids);
            let shared = number == "2" && column == "Remarks";
            assert_eq!(after.changes, [], "{number} {column}");
            assert_eq!(after.notes.len(), usize::from(shared), "{number} {column}");
            for comment in ["// first", "/* so */", "// who", "// how"] {
                let injects = new.text("injects.ron").expect("there");
                let gone = comment == "/* so */" && cell.is_empty() && number == "1";
                assert!(
                    gone || injects.contains(comment),
                    "{number} {column}: {injects}"
                );
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
    /// Whatever stands in cells: it is refused, or the file is still one that can be read.
    #[test]
    fn no_cell_breaks_a_file(
        cells in proptest::collection::vec((0_usize..5, 0_usize..16, r#"([\[\](){},:"/*#rA-Da-d0-9\n \\]|Flag|Always|North|//){0,12}"#), 1..6)
    ) {
        let source = awkward();
        let table = msel::table(&source);
        let heads: Vec<String> = table.heads.iter().map(|h| h.name.to_owned()).collect();
        let wide = heads.len();
        let mut rows = vec![heads];
        rows.extend(table.rows);
        rows.resize(5, vec![String::new(); wide]);
        for (row, column, cell) in cells {
            rows[row][column] = cell;
        }
        let grid = Grid { name: "MSEL".into(), rows, ..Grid::default() };
        let back = brought_back(&source, &[grid]);
        if back.problems.is_empty() {
            let splices = back.splices();
            proptest::prop_assert_eq!(edit::meet(&source, &splices), None);
            let new = edit::apply(&source, &back.splices());
            let shape: Vec<String> = load(&new).diagnostics.iter()
                .filter(|d| d.code <= liaison::scenario::Code::FieldTwice && d.severity == Severity::Error)
                .map(|d| d.brief()).collect();
            proptest::prop_assert_eq!(shape, Vec::<String>::new());
        }
    }
}

/// `tests/data/msel_libreoffice.xlsx`; how it was made stands beside it.
#[test]
fn a_list_edited_in_libreoffice_comes_back_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let grids = library::read_book(&root.join("tests/data/msel_libreoffice.xlsx")).expect("read");
    let source = case("workbench");
    let back = msel::back(&source, &grids, Missing::Goes);
    assert_eq!(told(&back), Vec::<String>::new());
    let strange = "the column `Who plays it` is not one of a case's and is not read";
    assert_eq!(back.notes, [strange]);
    let what: Vec<&str> = back.changes.iter().map(|c| c.what.as_str()).collect();
    assert_eq!(
        what,
        [
            "inject 1, Inject text",
            "inject 2, Expected action",
            "inject 3, Round",
            "inject 6, Minute",
            "inject 9, new",
            "inject 8, gone",
        ]
    );
    let words = "The line is open.\nสายเปิดแล้ว";
    assert_eq!(back.changes[0].new.as_deref(), Some(words));
    let new = edit::apply(&source, &back.splices());
    passes(&new);
    // What `diff` tells: lines that went, and lines that came.
    let diff = root.join("tests/data/msel_libreoffice.diff");
    let diff = std::fs::read_to_string(diff).expect("there");
    let side = |mark: &str| -> Vec<String> {
        let lines = diff.lines().filter_map(|l| l.strip_prefix(mark));
        lines.map(str::to_owned).collect()
    };
    let (mut gone, mut come) = (side("< "), side("> "));
    let (old, new_text) = (source.text("injects.ron"), new.text("injects.ron"));
    let (old, new_text) = (old.expect("there"), new_text.expect("there"));
    for (lines, text, other) in [(&mut gone, old, new_text), (&mut come, new_text, old)] {
        let mut only: Vec<&str> = text.lines().collect();
        for line in other.lines() {
            if let Some(n) = only.iter().position(|l| *l == line) {
                only.remove(n);
            }
        }
        lines.sort_unstable();
        only.sort_unstable();
        assert_eq!(*lines, only);
    }
    let mut untouched = source.files.clone();
    untouched.remove("injects.ron");
    let mut rest = new.files.clone();
    rest.remove("injects.ron");
    assert_eq!(rest, untouched);
}

pub fn run(args: &[&str], answer: &str) -> std::process::Output {
    use std::io::Write as _;
    let mut child = liaison(args)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("piped");
    // It may end without reading.
    let _ = stdin.write_all(answer.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// A copy of a case that may be changed.
pub fn copy(name: &str, to: &Path) {
    for (file, bytes) in case(name).files {
        let file = to.join(file);
        std::fs::create_dir_all(file.parent().expect("below")).expect("made");
        std::fs::write(file, bytes).expect("written");
    }
}

#[test]
fn the_command_shows_asks_and_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (case, file) = (
        folder.path().join("night_lorry"),
        folder.path().join("m.xlsx"),
    );
    copy("base", &case);
    let (case, file) = (path(&case), path(&file));
    let out = run(&["msel", "export", case, file], "");
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    assert_eq!(text(&out.stdout), format!("{file}: 2 rows\n"));
    let out = run(&["msel", "import", case, file], "");
    assert_eq!(text(&out.stdout), "nothing to change\n");

    let source = library::find(case).expect("read");
    let mut table = msel::table(&source);
    let expect = table.heads.iter().position(|h| h.name == "Expected action");
    let expect = expect.expect("the column");
    table.rows[1][expect] = "North shares the plate.".to_owned();
    typed_anew(Path::new(file), &table);
    let preview = "inject 2, Expected action (injects.ron:17, cell J3)\n  + North shares the plate.\n1 change to the case\n";
    // Where nobody answers, nothing has been done, and a script is told so.
    for (answer, code, written) in [("", 1, false), ("n\n", 0, false), ("y\n", 0, true)] {
        let out = run(&["msel", "import", case, file], answer);
        assert_eq!(out.status.code(), Some(code), "{}", text(&out.stderr));
        assert!(
            text(&out.stdout).starts_with(preview),
            "{}",
            text(&out.stdout)
        );
        let injects = std::fs::read_to_string(Path::new(case).join("injects.ron"));
        let there = injects
            .expect("there")
            .contains("        expect: \"North shares the plate.\",\n");
        assert_eq!(there, written, "{answer:?}");
    }
    let left = std::fs::read_dir(case).expect("read").flatten();
    let left: Vec<_> = left
        .map(|e| e.file_name())
        .filter(|n| n.to_string_lossy().ends_with(".new"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_case_that_would_not_pass_is_not_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (case, file) = (
        folder.path().join("night_lorry"),
        folder.path().join("m.xlsx"),
    );
    copy("base", &case);
    let source = library::find(path(&case)).expect("read");
    let mut table = msel::table(&source);
    let condition = table.heads.iter().position(|h| h.name == "Condition");
    table.rows[1][condition.expect("the column")] = "Done(\"nothing\")".to_owned();
    typed_anew(&file, &table);
    let out = run(&["msel", "import", path(&case), path(&file), "--yes"], "");
    assert_eq!(out.status.code(), Some(1));
    let err = text(&out.stderr);
    assert!(err.contains("error[L025]"), "{err}");
    assert!(
        err.ends_with("the case would not pass `liaison check`; nothing is changed\n"),
        "{err}"
    );
    assert_eq!(library::find(path(&case)).expect("read"), source);
}

#[test]
fn files_that_are_no_list_are_told_from_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let (case, at) = (folder.path().join("night_lorry"), folder.path());
    copy("base", &case);
    let book = |name: &str, table: &Table| typed_anew(&at.join(name), table);
    let table = msel::table(&self::case("base"));
    let mut none = table.clone();
    none.heads.truncate(3);
    none.rows.iter_mut().for_each(|row| row.truncate(3));
    book("none.xlsx", &none);
    book("list.xlsx", &table);
    let whole = std::fs::read(at.join("list.xlsx")).expect("read");
    std::fs::write(at.join("half.xlsx"), &whole[..whole.len() / 2]).expect("written");
    std::fs::write(at.join("text.xlsx"), "number;text\n").expect("written");
    std::fs::write(at.join("old.xls"), b"\xd0\xcf\x11\xe0old").expect("written");
    std::fs::create_dir(at.join("folder.xlsx")).expect("made");
    for (file, expected) in [
        ("gone.xlsx", "is not there"),
        ("folder.xlsx", "is not a file"),
        ("text.xlsx", "is not a workbook: save it as .xlsx"),
        ("old.xls", "is in the old format or protected by a password"),
        ("half.xlsx", "is damaged: "),
        (
            "none.xlsx",
            "S001 the sheet `MSEL` has no column `Inject text`; the heads are in row 1",
        ),
    ] {
        let file = at.join(file);
        let out = run(&["msel", "import", path(&case), path(&file), "--yes"], "");
        assert_eq!(out.status.code(), Some(1));
        assert!(
            text(&out.stderr).contains(expected),
            "{}",
            text(&out.stderr)
        );
    }
    // Neither a case of the program's own nor a file that may not be written is changed.
    let out = run(
        &[
            "msel",
            "export",
            "first_watch",
            path(&at.join("no/such/x.xlsx")),
        ],
        "",
    );
    assert_eq!(out.status.code(), Some(1));
    assert!(
        text(&out.stderr).contains("is its folder there?"),
        "{}",
        text(&out.stderr)
    );
    let out = run(
        &["msel", "export", "first_watch", path(&at.join("x.ods"))],
        "",
    );
    assert!(
        text(&out.stderr).contains("has to end in .xlsx"),
        "{}",
        text(&out.stderr)
    );
    let mut changed = table;
    changed.rows[0][4] = "Somebody".to_owned();
    book("list.xlsx", &changed);
    let injects = case.join("injects.ron");
    let mut rights = std::fs::metadata(&injects).expect("there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&injects, rights).expect("set");
    let list = at.join("list.xlsx");
    let out = run(&["msel", "import", path(&case), path(&list), "--yes"], "");
    assert_eq!(out.status.code(), Some(1));
    assert!(
        text(&out.stderr).contains("is read-only; make it writable first"),
        "{}",
        text(&out.stderr)
    );
}

#[test]
fn a_workbook_that_fills_the_memory_is_refused() {
    use std::io::Write as _;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bomb.xlsx");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&file).expect("made"));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("[Content_Types].xml", options)
        .expect("begun");
    zip.start_file("xl/sharedStrings.xml", options)
        .expect("begun");
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..300 {
        zip.write_all(&zeros).expect("written");
    }
    zip.finish().expect("ended");
    let error = library::read_book(&file).expect_err("refused").to_string();
    assert!(error.ends_with("unpacks to more than 256 MiB"), "{error}");
}

#[test]
fn the_guide_lists_every_fault() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/author-guide.md");
    let guide = std::fs::read_to_string(guide).expect("there");
    for fault in Fault::ALL {
        let row = format!("| {} | {} |", fault.code(), fault.title());
        assert!(guide.contains(&row), "the guide has no row {row}");
    }
    assert_eq!(guide.matches("\n| S0").count(), Fault::ALL.len());
}
