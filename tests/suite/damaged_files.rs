//! A file from which one sign is missing: its line is told, and little else.
//!
//! Of every file of the shipped cases and of a new case, single brackets, quotes, commas and colons are taken out.

use std::collections::BTreeMap;
use std::path::Path;

use liaison::library;
use liaison::scenario::{CaseSource, Code, Diagnostic, Severity, load};

use crate::fixtures::{base, broken};

/// Signs that are taken out, of each kind and file.
const SAMPLES: usize = 15;

/// Codes of reading: all that a missing sign can bring about in its file.
const READING: [Code; 7] = [
    Code::Syntax,
    Code::UnknownField,
    Code::MissingField,
    Code::WrongType,
    Code::UnknownWord,
    Code::FieldTwice,
    Code::OutOfRange,
];

/// Where the signs of a file stand that are no part of a text or remark; of a text its two quotes.
fn signs(text: &str) -> Vec<(char, usize)> {
    let mut out = Vec::new();
    let mut all = text.char_indices().peekable();
    while let Some((at, c)) = all.next() {
        match c {
            '/' if all.peek().is_some_and(|(_, next)| *next == '/') => {
                while all.next_if(|(_, c)| *c != '\n').is_some() {}
            }
            '"' => {
                out.push(('"', at));
                while let Some((at, c)) = all.next() {
                    match c {
                        '\\' => drop(all.next()),
                        '"' => {
                            out.push(('"', at));
                            break;
                        }
                        _ => {}
                    }
                }
            }
            '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' => out.push((c, at)),
            _ => {}
        }
    }
    out
}

/// Some of many, always the same.
fn sampled(text: &str) -> Vec<(char, usize)> {
    let mut by: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (sign, at) in signs(text) {
        by.entry(sign).or_default().push(at);
    }
    let mut out = Vec::new();
    for (sign, places) in by {
        let step = places.len().div_ceil(SAMPLES).max(1);
        // Not always the first of a kind.
        let from = (text.len() * 7) % step;
        let some = places.iter().skip(from).step_by(step);
        out.extend(some.map(|&at| (sign, at)));
    }
    out
}

/// A file without what means nothing: blanks, remarks, the comma after the last of several.
fn bare(text: &str) -> String {
    let mut out = String::new();
    let mut last = 0;
    let kept = |from: usize, to: usize| {
        let lines = text[from..to].lines();
        let said = lines.map(|line| line.split_once("//").map_or(line, |(said, _)| said));
        said.flat_map(str::split_whitespace).collect::<String>()
    };
    let mut quotes = false;
    for (sign, at) in signs(text) {
        out.push_str(&if quotes {
            text[last..at].to_owned()
        } else {
            kept(last, at)
        });
        if matches!(sign, ')' | ']' | '}') && out.ends_with(',') {
            out.pop();
        }
        out.push(sign);
        quotes ^= sign == '"';
        last = at + 1;
    }
    out + &kept(last, text.len())
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}

/// What is told of reading a file that stands alone.
fn told(file: &str, text: String) -> Vec<Diagnostic> {
    let source = CaseSource::new([(file, text)]);
    let all = load(&source).diagnostics.into_iter();
    all.filter(|d| d.file == file && READING.contains(&d.code) && d.severity == Severity::Error)
        .collect()
}

/// The files of shipped cases and of the case that a new one begins with.
fn files() -> Vec<(String, String, String)> {
    let mut out = Vec::new();
    let mut add = |case: &str, source: &CaseSource| {
        for file in source.files.keys() {
            if let Some(text) = source.text(file) {
                out.push((case.to_owned(), file.clone(), text.to_owned()));
            }
        }
    };
    for shipped in library::shipped() {
        add(
            shipped.name,
            &library::find(shipped.name).expect("it is shipped"),
        );
    }
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/template");
    add(
        "template",
        &library::read_case(&template).expect("it can be read"),
    );
    out
}

#[derive(Default)]
struct Figures {
    tried: usize,
    /// Something was told, and the first of it within a line.
    placed: usize,
    few: usize,
    one: usize,
    errors: usize,
    most: usize,
    /// A change was offered that mends it.
    mended: usize,
    /// Nothing told: without the sign it says the same.
    silent: usize,
}

#[test]
fn one_missing_sign_is_told_where_it_is_missing() {
    let mut by: BTreeMap<char, Figures> = BTreeMap::new();
    for (case, file, text) in files() {
        for (sign, at) in sampled(&text) {
            let mut damaged = text.clone();
            damaged.remove(at);
            let line = line_of(&text, at);
            let told = told(&file, damaged.clone());
            let figures = by.entry(sign).or_default();
            let Some(first) = told.first() else {
                figures.silent += 1;
                continue;
            };
            let placed = first.line.abs_diff(line) <= 1;
            figures.tried += 1;
            figures.placed += usize::from(placed);
            figures.few += usize::from(told.len() <= 2);
            figures.one += usize::from(told.len() == 1);
            figures.errors += told.len();
            figures.most = figures.most.max(told.len());
            if let Some(fix) = &first.fix {
                figures.mended += 1;
                let now = fix.apply(&damaged).expect("it fits");
                assert_eq!(
                    bare(&now),
                    bare(&text),
                    "{case}/{file}:{line} without {sign:?}"
                );
            }
            if !placed || told.len() > 1 {
                println!("{case}/{file}:{line} without {sign:?}: {} told", told.len());
                for d in told.iter().take(3) {
                    println!("    {}", d.brief());
                }
            }
        }
    }
    let mut whole = Figures::default();
    for (sign, f) in &by {
        println!(
            "{sign} tried {} placed {} one {} few {} mean {:.2} most {} mended {} silent {}",
            f.tried,
            f.placed,
            f.one,
            f.few,
            f.errors as f64 / f.tried.max(1) as f64,
            f.most,
            f.mended,
            f.silent
        );
        whole.tried += f.tried;
        whole.placed += f.placed;
        whole.few += f.few;
    }
    println!(
        "all tried {} placed {} few {}",
        whole.tried, whole.placed, whole.few
    );
    assert!(whole.tried > 500);
    assert!(whole.placed * 100 >= whole.tried * 98);
    assert!(whole.few * 100 >= whole.tried * 98);
}

/// The briefs of what is told of the base case with an edit.
fn after(file: &str, from: &str, to: &str) -> Vec<String> {
    let told = load(&broken(Code::Syntax).edit(file, from, to).source).diagnostics;
    told.iter().map(Diagnostic::brief).collect()
}

/// Where something of these signs stands and what is left without it.
fn without<'t>(text: &'t str, wanted: &'t str) -> impl Iterator<Item = (usize, String)> + 't {
    let all = signs(text).into_iter().map(|(_, at)| at);
    let there = all.filter(move |&at| text[at..].starts_with(wanted));
    there.map(move |at| (at, format!("{}{}", &text[..at], &text[at + wanted.len()..])))
}

/// An author seldom forgets one sign of two.
#[test]
fn several_missing_signs_are_told_where_they_are_missing() {
    let (mut tried, mut placed, mut few) = (0, 0, 0);
    for wanted in [
        "),", "],", "\",", "\")", "\"]", "\"),", ")]", "))", ": [", ": \"", "),\n",
    ] {
        let mut of = (0, 0, 0);
        for (case, file, text) in files() {
            let all: Vec<(usize, String)> = without(&text, wanted).collect();
            let step = all.len().div_ceil(4).max(1);
            for (at, damaged) in all.into_iter().step_by(step) {
                let line = line_of(&text, at);
                let told = told(&file, damaged);
                let Some(first) = told.first() else { continue };
                let near = first.line.abs_diff(line) <= 1;
                of = (
                    of.0 + 1,
                    of.1 + u32::from(near),
                    of.2 + u32::from(told.len() <= 2),
                );
                if !near || told.len() > 2 {
                    println!(
                        "{case}/{file}:{line} without {wanted:?}: {} told",
                        told.len()
                    );
                    for d in told.iter().take(3) {
                        println!("    {}", d.brief());
                    }
                }
            }
        }
        println!("{wanted:?} tried {} placed {} few {}", of.0, of.1, of.2);
        (tried, placed, few) = (tried + of.0, placed + of.1, few + of.2);
    }
    println!("all tried {tried} placed {placed} few {few}");
    assert!(tried > 300);
    assert!(placed * 100 >= tried * 95);
    assert!(few * 100 >= tried * 95);
}

/// A finger on the key beside it, or another language's habits.
#[test]
fn one_sign_for_another_is_told_where_it_stands() {
    let (mut tried, mut placed, mut few) = (0, 0, 0);
    for (wanted, instead) in [
        (',', ':'),
        (':', ','),
        (',', ';'),
        (':', ';'),
        (',', '.'),
        (':', '='),
        ('(', '['),
        ('[', '('),
        (')', ']'),
        (']', ')'),
        ('{', '('),
        ('}', ')'),
        (',', '\u{ff0c}'),
        (':', '\u{ff1a}'),
    ] {
        let mut of = (0, 0, 0);
        for (case, file, text) in files() {
            let places = sampled(&text).into_iter().filter(|(c, _)| *c == wanted);
            for (_, at) in places {
                let mut damaged = text.clone();
                damaged.replace_range(at..at + wanted.len_utf8(), &instead.to_string());
                let line = line_of(&text, at);
                let told = told(&file, damaged.clone());
                let near = told.first().is_some_and(|d| d.line.abs_diff(line) <= 1);
                of = (
                    of.0 + 1,
                    of.1 + u32::from(near),
                    of.2 + u32::from(told.len() <= 2),
                );
                if let Some(fix) = told.first().and_then(|d| d.fix.as_ref()) {
                    let now = fix.apply(&damaged).expect("it fits");
                    assert_eq!(bare(&now), bare(&text), "{case}/{file}:{line} {instead:?}");
                }
                if (!near || told.len() > 2) && of.0 % 20 == 0 {
                    let n = told.len();
                    println!("{case}/{file}:{line} {instead:?} for {wanted:?}: {n} told");
                    for d in told.iter().take(3) {
                        println!("    {}", d.brief());
                    }
                }
            }
        }
        println!(
            "{instead:?} for {wanted:?} tried {} placed {} few {}",
            of.0, of.1, of.2
        );
        (tried, placed, few) = (tried + of.0, placed + of.1, few + of.2);
    }
    println!("all tried {tried} placed {placed} few {few}");
    assert!(tried > 500);
    assert!(placed * 100 >= tried * 98);
    assert!(few * 100 >= tried * 98);
}

#[test]
fn a_missing_sign_is_all_that_is_told_of_a_case() {
    for (file, text) in base().files {
        let text = String::from_utf8(text).expect("it is text");
        for (sign, at) in sampled(&text) {
            let mut damaged = text.clone();
            damaged.remove(at);
            let mut source = base();
            source.files.insert(file.clone(), damaged.into_bytes());
            let told = load(&source).diagnostics;
            let briefs: Vec<String> = told.iter().map(Diagnostic::brief).collect();
            let silent = sign == ',' && told.is_empty();
            let line = line_of(&text, at);
            assert!(
                silent || told.len() == 1 && told[0].line.abs_diff(line) <= 1,
                "{file}:{line} without {sign:?}: {briefs:#?}"
            );
        }
    }
}

#[test]
fn two_mistakes_are_told_as_two() {
    let mut source = base();
    let text = source.text("intel.ron").expect("it is there").to_owned();
    let text = text
        .replacen("id: \"plate\",", "id: \"plate,", 1)
        .replacen("id: \"yard\",", "id: yard\",", 1)
        .replacen("id: \"log\",", "id \"log\",", 1);
    source
        .files
        .insert("intel.ron".to_owned(), text.clone().into_bytes());
    let told = load(&source).diagnostics;
    let lines: Vec<usize> = told.iter().map(|d| d.line).collect();
    let of = |words: &str| line_of(&text, text.find(words).expect("it is there"));
    let wanted = [of("\"plate,"), of("id: yard\""), of("id \"log\"")];
    let briefs: Vec<String> = told.iter().map(Diagnostic::brief).collect();
    assert_eq!(lines, wanted, "{briefs:#?}");
}

#[test]
fn other_mistakes_of_a_damaged_file_are_told_as_well() {
    let told = broken(Code::Syntax)
        .edit("intel.ron", "id: \"yard\",", "id: \"yard,")
        .edit("intel.ron", "handling: Supervisor", "handling: Superviser")
        .source;
    let told: Vec<&str> = load(&told)
        .diagnostics
        .iter()
        .map(|d| d.code.code())
        .collect();
    let told: std::collections::BTreeSet<&str> = told.into_iter().collect();
    assert_eq!(told.into_iter().collect::<Vec<_>>(), ["L001", "L020"]);
}

#[test]
fn quotes_of_other_kinds_and_stray_signs_are_told_once() {
    assert_eq!(
        after("people.ron", "\"The girl\"", "“The girl”"),
        ["L001 people.ron:4:15 unexpected `“` (write texts in straight double quotes `\"`)"]
    );
    let dot = after("people.ron", "\"The girl\",", "\"The girl\".");
    assert_eq!(dot, ["L001 people.ron:4:25 unexpected `.`"]);
    let dot = after("people.ron", "welfare: 6,", "welfare: .,");
    assert_eq!(dot, ["L001 people.ron:5:18 unexpected `.`"]);
    let inner = after("people.ron", "\"The girl\"", "\"The \"girl\" there\"");
    assert_eq!(inner.len(), 1, "{inner:?}");
    assert!(inner[0].contains("ends the text"), "{inner:?}");
}

/// What people write who know other notations: one message, which says how it is written here.
#[test]
fn what_is_usual_elsewhere_is_told_with_what_is_usual_here() {
    for (file, from, to, told) in [
        (
            "theory.ron",
            "partial: Milestone(\"girl_seen\")",
            "partial: Milestone(\"girl_seen\") && Flag(\"yard_seen\")",
            "L001 conditions are not bound by `&&` (write `All([ .., .. ])` around them)",
        ),
        (
            "theory.ron",
            "partial: Milestone(\"girl_seen\")",
            "partial: Milestone(\"girl_seen\") || All([Flag(\"yard_seen\")])",
            "L001 conditions are not bound by `||` (write `Any([ .., .. ])` around them)",
        ),
        (
            "theory.ron",
            "partial: Milestone(\"girl_seen\")",
            "partial: Any(Milestone(\"girl_seen\"), Flag(\"yard_seen\"))",
            "L019 expected `Any( .. )` with one value, found 2 (several go into a list: `Any([ .. ])`)",
        ),
        (
            "theory.ron",
            "partial: Milestone(\"girl_seen\")",
            "partial: And([Milestone(\"girl_seen\")])",
            "L020 unknown word `And` (did you mean `All`?)",
        ),
        (
            "people.ron",
            "    Person(",
            "    # a person\n    Person(",
            "L001 unexpected `#` (a comment begins with `//`)",
        ),
        (
            "scenario.ron",
            "start: \"20:00\"",
            "start: 20:00",
            "L001 a time stands in quotes",
        ),
        (
            "scenario.ron",
            "start: \"20:00\"",
            "start: '20:00'",
            "L019 expected a text in quotes, found a character (write texts in straight double quotes `\"`)",
        ),
        (
            "scenario.ron",
            "start: \"20:00\"",
            "start:\u{a0}\"20:00\"",
            "L001 this looks like a blank and is another sign (U+00A0)",
        ),
        (
            "scenario.ron",
            "rounds: 3",
            "rounds: \"3\"",
            "L019 expected a number, found a text (write `3`, without quotes)",
        ),
        (
            "intel.ron",
            "id: \"plate\",\n        held_by: North",
            "id: \"plate\",\n        held_by: \"North\"",
            "L019 expected one of `North`, `South`, found a text (write `North`, without quotes)",
        ),
    ] {
        let all = after(file, from, to);
        let (code, words) = told.split_once(' ').expect("a code");
        assert_eq!(all.len(), 1, "{to}: {all:?}");
        assert!(
            all[0].starts_with(code) && all[0].ends_with(words),
            "{to}: {all:?}"
        );
    }
    // What is certain is mended.
    for (file, from, to) in [
        ("scenario.ron", "start: \"20:00\"", "start: 20:00"),
        ("scenario.ron", "start: \"20:00\"", "start:\u{a0}\"20:00\""),
    ] {
        let source = broken(Code::Syntax).edit(file, from, to).source;
        let fix = load(&source).diagnostics[0].fix.clone();
        let mended = fix.and_then(|fix| fix.apply(source.text(file)?));
        let now = bare(&mended.unwrap_or_else(|| panic!("{to} is not mended")));
        assert_eq!(now, bare(base().text(file).expect("it is there")));
    }
}

#[test]
fn encodings_and_line_ends_of_other_systems_are_named() {
    let text = base().text("intel.ron").expect("it is there").to_owned();
    let told = |bytes: Vec<u8>| {
        let mut source = base();
        source.files.insert("intel.ron".to_owned(), bytes);
        let told = load(&source).diagnostics;
        assert_eq!(told.len(), 1, "{told:?}");
        told[0].brief()
    };
    let wide = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let marked = format!("{mark}{text}");
        marked.encode_utf16().flat_map(bytes).collect()
    };
    for bytes in [
        wide("\u{feff}", u16::to_le_bytes),
        wide("\u{feff}", u16::to_be_bytes),
        wide("", u16::to_le_bytes),
        wide("", u16::to_be_bytes),
    ] {
        let told = told(bytes);
        assert!(
            told.starts_with("L002") && told.contains("UTF-16"),
            "{told}"
        );
    }
    let old = format!("// A remark.\n{text}").replace('\n', "\r");
    let told = told(old.into_bytes());
    assert!(told.contains("CR alone"), "{told}");
    // Without remarks nothing is hidden, and the file is read.
    let mut source = base();
    let bare: Vec<&str> = text
        .lines()
        .filter(|l| !l.trim().starts_with("//"))
        .collect();
    source
        .files
        .insert("intel.ron".to_owned(), bare.join("\r").into_bytes());
    assert_eq!(load(&source).diagnostics, []);
}

#[test]
fn a_large_file_with_a_missing_sign_is_read_in_good_time() {
    let item = "Milestone(\n    id: \"m_NNN\",\n    when: All([Always, Not(Flag(\"a\"))]),\n    hint: \"Words, and more of them: none is code.\",\n),\n";
    let mut text = String::from("[\n");
    for n in 0..10_000 {
        text.push_str(&item.replace("NNN", &n.to_string()));
    }
    text.push(']');
    let mut most = std::time::Duration::ZERO;
    for (nth, sign) in [
        (0, '"'),
        (9_999, '"'),
        (5_000, ')'),
        (5_000, ','),
        (20_000, '('),
        (9_000, '['),
    ] {
        let at = signs(&text)
            .into_iter()
            .filter(|(c, _)| *c == sign)
            .nth(nth);
        let (_, at) = at.expect("there are so many");
        let mut damaged = text.clone();
        damaged.remove(at);
        let start = std::time::Instant::now();
        let all = told("milestones.ron", damaged);
        most = most.max(start.elapsed());
        assert_eq!(all.len(), 1, "{:?}", all[0].brief());
        assert!(
            all[0].line.abs_diff(line_of(&text, at)) <= 1,
            "{}",
            all[0].brief()
        );
    }
    println!("{} KiB: {most:?} at most", text.len() / 1024);
    assert!(most < std::time::Duration::from_secs(20));
}
