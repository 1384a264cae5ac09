//! Reports to take home: as they were approved, in every format, for everybody and for one team.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use calamine::{Data, Reader as _, Xlsx};
use liaison::engine::{Actor, Command};
use liaison::language::{Lang, say, t};
use liaison::library;
use liaison::report::findings::Moment;
use liaison::report::{self, AfterAction, Occasion};
use liaison::scenario::Text;
use liaison::scenario::ids::Team;
use serde_json::Value;

use crate::stored::{self, CASES, OF_BOTH, OF_NORTH, OF_SOUTH, TO_SOUTH, UNSENT};
use crate::support::{Story, liaison, path, text};

/// What can be written in a note, and must not do anything.
const HOSTILE: &str = "<script>alert(1)</script> & \"quoted\" 'too' \u{0}\u{b}\u{ffff}]]> =1+1";

fn occasion() -> Occasion {
    Occasion {
        seed: 7,
        people: [vec!["Ann, Ben".to_owned()], vec!["ชัย".to_owned()]],
        program: "0.1.0".to_owned(),
        // 1 September 2026.
        begun: 1_788_220_800,
    }
}

/// The report of a stored exercise, and its events, for this reader.
fn after(case: &str, reader: Option<Team>) -> (AfterAction, Vec<Value>) {
    let exercise = stored::exercise(case);
    let scenario = library::from_exercise(&exercise).expect("its case is in it");
    let occasion = report::Occasion::from(&exercise.about);
    let of = report::after_action(&scenario, occasion, &exercise.entries, reader).expect("over");
    let events = report::events(&scenario, &exercise.entries, reader);
    (of, events)
}

fn packed(of: &AfterAction, lang: Lang) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    report::word(of, lang).pack(&mut bytes).expect("packed");
    bytes.into_inner()
}

fn part(docx: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    let mut file = zip.by_name(name).expect(name);
    let mut out = String::new();
    file.read_to_string(&mut out).expect("UTF-8");
    out
}

/// Every text of a workbook, by sheet; no sheet has a formula.
fn sheets(book: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book)).expect("a workbook");
    let names = book.sheet_names();
    let sheet = |name: &String| {
        let formulas = book.worksheet_formula(name).expect("readable");
        assert!(formulas.used_cells().next().is_none(), "{name}: a formula");
        let cells = book.worksheet_range(name).expect("readable");
        (name.clone(), cells.rows().map(<[Data]>::to_vec).collect())
    };
    names.iter().map(sheet).collect()
}

#[test]
fn pages_look_as_they_were_approved() {
    let mut problems = Vec::new();
    for case in CASES {
        let (of, _) = after(case, None);
        for lang in Lang::ALL {
            let page = report::html(&of, lang).expect("a page");
            let name = format!("tests/golden/reports/{case}.{}.html", lang.tag());
            let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&golden, &page).expect("the golden page can be written");
            }
            let approved = std::fs::read_to_string(&golden).unwrap_or_default();
            if approved.replace("\r\n", "\n") != page {
                let line = approved.lines().zip(page.lines()).find(|(a, b)| a != b);
                problems.push(format!("{name} differs first at {line:?}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_page_is_whole_and_asks_for_nothing() {
    for lang in Lang::ALL {
        let (of, _) = after("the_night_bus", None);
        let page = report::html(&of, lang).expect("a page");
        for never in ["<script", "http://", "https://", "url(", "@import"] {
            let page = page.replace(r#"xmlns="http://www.w3.org/2000/svg""#, "");
            assert!(!page.contains(never), "{never}");
        }
        // A message that nobody wrote shows its key.
        for family in [
            "aar-",
            "debrief-",
            "liaison-cause",
            "operation-",
            "elements-",
        ] {
            let shown = page.find(&format!(">{family}"));
            assert_eq!(shown, None, "{family}");
        }
        assert!(page.contains(&format!(r#"<html lang="{}">"#, lang.tag())));
        assert_eq!(page.matches("<h1").count(), 1);
        let opened = page.matches("<table").count();
        assert_eq!(opened, page.matches("<caption").count());
        for id in page.split(r#" id=""#).skip(1) {
            let id = id.split('"').next().expect("an id");
            let found = page.matches(&format!(r#" id="{id}""#)).count();
            assert_eq!(found, 1, "{id} stands there {found} times");
        }
    }
}

#[test]
fn a_word_document_has_headings_heads_of_tables_and_thai() {
    for case in CASES {
        let (of, _) = after(case, None);
        for lang in Lang::ALL {
            let docx = packed(&of, lang);
            docx_rs::read_docx(&docx).expect("it can be read again");
            let document = part(&docx, "word/document.xml");
            for key in ["aar-summary", "aar-plan", "aar-account", "aar-measures"] {
                let words = say(lang, &t(key));
                assert!(document.contains(&words), "{case}, {}: {words}", lang.tag());
            }
            assert!(document.contains(r#"<w:pStyle w:val="Heading1" />"#));
            let tables = document.matches("<w:tbl>").count();
            let heads = document.matches("<w:tblHeader />").count();
            // All but the cover's.
            assert_eq!(heads, tables - 1);
            let styles = part(&docx, "word/styles.xml");
            assert!(styles.contains(r#"w:cs="Leelawadee UI""#), "{styles}");
            assert!(styles.contains(r#"w:bidi="th-TH""#), "{styles}");
            assert!(part(&docx, "word/fontTable.xml").contains("Noto Sans Thai"));
            let footers = part(&docx, "word/footer1.xml");
            assert!(footers.contains("PAGE"), "{footers}");
        }
    }
}

#[test]
fn a_workbook_has_its_sheets_and_thai() {
    let (of, events) = after("the_night_bus", None);
    for lang in Lang::ALL {
        let book = report::workbook(&of, &events, lang).expect("a workbook");
        let sheets = sheets(&book);
        let names: Vec<_> = sheets.iter().map(|(name, _)| name.clone()).collect();
        let keys = [
            "aar-sheet-timeline",
            "aar-sheet-items",
            "aar-sheet-metrics",
            "aar-sheet-ratings",
            "aar-sheet-msel",
            "aar-sheet-events",
        ];
        assert_eq!(names, keys.map(|key| say(lang, &t(key))));
        let rows = |n: usize| sheets[n].1.len() - 1;
        assert_eq!(rows(0), of.findings.account.len());
        assert_eq!(rows(1), of.debrief.knowledge.len());
        assert_eq!(rows(2), of.findings.figures.len());
        let msel = of.msel.as_ref().expect("for the trainer");
        assert_eq!(rows(4), msel.injects.len() + msel.inserted.len());
        assert_eq!(rows(5), events.len());
        let title = of.debrief.knowledge[0].title.get(lang.tag());
        assert_eq!(sheets[1].1[1][2], Data::String(title.to_owned()));
    }
}

/// An exercise in which everything that a person can write is hostile.
fn hostile() -> AfterAction {
    let (mut of, _) = after("first_watch", None);
    let long = "ab".repeat(40_000);
    let text = |words: &str| Text::new("en", words);
    of.title = text(HOSTILE);
    of.occasion.people[0] = vec![HOSTILE.to_owned(), long.clone()];
    let debrief = Arc::make_mut(&mut of.debrief);
    debrief.story = text(&long);
    debrief.hot_wash = vec![text("=HYPERLINK(\"http://x\")"), text(HOSTILE)];
    debrief.knowledge[0].title = text("=cmd|' /C calc'!A0");
    debrief.knowledge[0].text = text(&long);
    let findings = Arc::make_mut(&mut of.findings);
    findings.account[1].text = text("@SUM(1+1)*cmd");
    findings.account[2].text = text(HOSTILE);
    of
}

#[test]
fn what_people_write_does_nothing_in_any_format() {
    let of = hostile();
    let page = report::html(&of, Lang::En).expect("a page");
    assert!(!page.contains("<script"));
    assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"));
    assert!(!page.contains(['\u{0}', '\u{b}', '\u{ffff}']));
    let docx = packed(&of, Lang::En);
    docx_rs::read_docx(&docx).expect("it can be read again");
    let document = part(&docx, "word/document.xml");
    assert!(!document.contains("<script") && document.contains("&lt;script&gt;"));
    for name in ["word/document.xml", "docProps/core.xml", "word/header2.xml"] {
        let part = part(&docx, name);
        assert!(!part.contains(['\u{0}', '\u{b}', '\u{ffff}']), "{name}");
    }
    let book = report::workbook(&of, &[], Lang::En).expect("a workbook");
    let sheets = sheets(&book);
    let told = |n: usize, words: &str| {
        let mut cells = sheets[n].1.iter().flatten();
        cells.any(|c| matches!(c, Data::String(s) if s == words))
    };
    assert!(told(0, "@SUM(1+1)*cmd") && told(1, "=cmd|' /C calc'!A0"));
    let list = report::timeline_csv(&of, Lang::En).expect("a list");
    let list = String::from_utf8(list).expect("UTF-8");
    assert!(list.starts_with('\u{feff}') && list.contains(",'@SUM(1+1)*cmd\r\n"));
    assert!(!list.contains(",@SUM") && !list.contains(",\"@SUM"));
}

/// All that a report says in any format and language.
fn everything(of: &AfterAction, events: &[Value]) -> Vec<(&'static str, String)> {
    let read = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let mut told = Vec::new();
    for lang in Lang::ALL {
        let docx = packed(of, lang);
        let book = report::workbook(of, events, lang).expect("a workbook");
        let timeline = report::timeline_csv(of, lang).expect("a list");
        let lines = report::events_csv(of, events, lang).expect("a list");
        told.push(("html", report::html(of, lang).expect("a page")));
        told.push(("docx", part(&docx, "word/document.xml")));
        told.push(("xlsx", format!("{:?}", sheets(&book))));
        told.push(("timeline.csv", read(timeline)));
        told.push(("events.csv", read(lines)));
    }
    told.push(("json", serde_json::to_string(of).expect("JSON")));
    told.push(("events.jsonl", serde_json::to_string(events).expect("JSON")));
    told
}

#[test]
fn a_teams_report_holds_nothing_that_the_debrief_does_not_open_to_it() {
    for case in CASES {
        // What is looked for is there to be found.
        let (of, events) = after(case, None);
        let all = everything(&of, &events);
        let closed = [OF_NORTH, OF_SOUTH, TO_SOUTH, UNSENT, "V. Rao", "พิมพ์ชนก"];
        for words in closed {
            let json = serde_json::to_string(words).expect("JSON");
            let found =
                |told: &String| told.contains(words) || told.contains(json.trim_matches('"'));
            assert!(all.iter().any(|(_, told)| found(told)), "{case}: {words}");
        }
        for (team, noted) in [
            (Team::North, OF_SOUTH),
            (Team::South, "asked “how do you know?”"),
        ] {
            let (of, events) = after(case, Some(team));
            assert!(of.msel.is_none() && of.ratings.is_empty());
            let mut never = vec![noted, UNSENT, "V. Rao", "พิมพ์ชนก"];
            // Answers in somebody's own words.
            never.extend(["who else holds this?", "จะโทรหาฝ่ายตรงข้าม"]);
            if team == Team::North {
                never.push(TO_SOUTH);
            }
            for (format, told) in everything(&of, &events) {
                for words in &never {
                    assert!(!told.contains(words), "{case}, {team:?}, {format}: {words}");
                }
            }
            let page = report::html(&of, Lang::En).expect("a page");
            let own = if team == Team::North {
                "asked “how do you know?”"
            } else {
                OF_SOUTH
            };
            assert!(
                page.contains(own) && page.contains(OF_BOTH),
                "{case}, {team:?}"
            );
            // Its partner's officers and their tasks, chart and later theories are its partner's.
            let own = |m: &&Moment| m.team == Some(team) && !m.heading;
            let account = &of.findings.account;
            assert!(account.iter().any(|m| own(&m)));
            let truth = after(case, None).0;
            let full = truth.findings.account.len();
            assert!(account.len() < full, "{case}, {team:?}: {full}");
        }
    }
}

#[test]
fn an_exercise_that_nobody_rated_noted_or_played_has_a_report() {
    // The trainer ends every phase at once: no team has done anything.
    let mut story = Story::planning();
    while story.state().phase() != liaison::engine::Phase::Debrief {
        let phase = story.state().phase();
        story = match phase {
            liaison::engine::Phase::Resolution => story.both(Command::Acknowledge),
            _ => story.when(Actor::Facilitator, Command::EndPhase).happened(),
        };
    }
    let entries = story.entries.lock().expect("one writer").clone();
    for reader in [None, Some(Team::North), Some(Team::South)] {
        let of = report::after_action(&story.scenario, occasion(), &entries, reader);
        let of = of.expect("it is over");
        let events = report::events(&story.scenario, &entries, reader);
        for (format, told) in everything(&of, &events) {
            assert!(!told.is_empty() && !told.contains("NaN"), "{format}");
        }
    }
}

#[test]
fn figures_that_nothing_was_counted_for_are_no_noughts() {
    let mut story = Story::planning();
    while story.state().phase() == liaison::engine::Phase::Planning {
        story = story.next_round();
    }
    story.session.advance(600_000);
    let entries = story.entries.lock().expect("one writer").clone();
    let of = report::after_action(&story.scenario, occasion(), &entries, None).expect("over");
    let page = report::html(&of, Lang::En).expect("a page");
    assert!(page.contains("The services did not come to a joint verdict."));
    assert!(!page.contains("NaN") && !page.contains("inf %"));
}

#[test]
fn the_command_writes_what_is_asked_for_and_says_where() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("over.liaison");
    let run = |args: &[&str]| liaison(args).output().expect("it starts");
    let args = ["play", "first_watch", "--self-play", "--seed", "7"];
    let made = run(&[&args[..], &["--journal", path(&file)]].concat());
    assert_eq!(made.status.code(), Some(0));
    let out = folder.path().join("a/b");
    let report = |more: &[&str]| {
        let args = [&["report", path(&file), "-o", path(&out)][..], more].concat();
        run(&args)
    };
    let plain = report(&[]);
    assert_eq!(plain.status.code(), Some(0));
    let page = out.join("over.en.html");
    assert_eq!(text(&plain.stdout).trim(), path(&page));
    let all = report(&["--format", "json,csv,xlsx,docx,html", "--lang", "th"]);
    let endings = [
        "html",
        "docx",
        "xlsx",
        "timeline.csv",
        "events.csv",
        "json",
        "events.jsonl",
    ];
    let written: Vec<_> = text(&all.stdout).lines().map(str::to_owned).collect();
    let wanted = endings.map(|e| path(&out.join(format!("over.th.{e}"))).to_owned());
    assert_eq!(written, wanted);
    // By the same door as `events`.
    assert_eq!(
        report(&["--for", "north", "--format", "json"])
            .status
            .code(),
        Some(0)
    );
    let lines = std::fs::read_to_string(out.join("over.north.en.events.jsonl")).expect("written");
    let told = run(&["events", path(&file), "--as", "north"]);
    assert_eq!(lines, text(&told.stdout));
    // Written anew, and nothing is left lying beside it.
    std::fs::write(&page, "old").expect("writable");
    assert_eq!(report(&[]).status.code(), Some(0));
    assert!(
        std::fs::read_to_string(&page)
            .expect("there")
            .contains("</html>")
    );
    let left = std::fs::read_dir(&out).expect("there").flatten();
    assert!(
        left.into_iter()
            .all(|f| f.path().extension().is_none_or(|e| e != "new"))
    );
}

#[test]
fn the_command_says_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let over = at("over.liaison");
    let run = |args: &[&str]| liaison(args).output().expect("it starts");
    let args = ["play", "first_watch", "--self-play", "--seed", "7"];
    run(&[&args[..], &["--journal", path(&over)]].concat());
    let early = at("early.liaison");
    let branch = ["branch", path(&over), "--round", "2", "-o", path(&early)];
    assert_eq!(run(&branch).status.code(), Some(0));
    std::fs::write(at("in_the_way"), "").expect("writable");
    std::fs::write(at("text.liaison"), "not a database").expect("writable");
    let whole = std::fs::read(&over).expect("there");
    std::fs::write(at("half.liaison"), &whole[..whole.len() / 2]).expect("writable");
    // Where a report would go there is a folder that cannot be replaced by a file.
    std::fs::create_dir_all(at("taken/over.en.html/inside")).expect("writable");
    for (file, out, code, says) in [
        ("none.liaison", "o", 1, "there is no such file"),
        ("text.liaison", "o", 1, "not an exercise file"),
        ("half.liaison", "o", 1, "half.liaison: "),
        ("early.liaison", "o", 1, "the exercise is not over"),
        (
            "over.liaison",
            "taken",
            1,
            "the report could not be written",
        ),
        (
            "over.liaison",
            "in_the_way",
            1,
            "the folder could not be made",
        ),
    ] {
        let output = run(&["report", path(&at(file)), "-o", path(&at(out))]);
        let err = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{err}");
        assert!(err.contains(says) && err.lines().count() == 1, "{err}");
    }
    for args in [
        &["report"][..],
        &["report", path(&over)],
        &["report", path(&over), "-o", "o", "--lang", "xx"],
        &["report", path(&over), "-o", "o", "--format", "pdf"],
        &["report", path(&over), "-o", "o", "--for", "east"],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}
