//! Cases with one file damaged as people and disks damage files, a million of them: read and checked on every core,
//! without the instruments of a fuzzer. Says how many of them still were cases, the longest that one took, and the most
//! memory that the program had. A panic, or one that takes more than a second, ends it with 1 and is written to `found/`.
//!
//! `cargo run --release --example mutants -- 1000000`; a second number is the seed, 1 if it is left out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bodies::{case, opened};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const LONGEST: Duration = Duration::from_secs(1);

/// The cases whose files are damaged, and how often of ten: the small ones have every part of the format, and are read
/// in a fraction of the time.
const CASES: [(&str, usize); 3] = [("first_watch", 1), ("base", 4), ("workbench", 5)];

/// What stands in a case where it matters.
const WORDS: [&str; 28] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    ":",
    "#",
    "r#\"",
    "//",
    "/*",
    "Some(",
    "None",
    "true",
    "-1",
    "0",
    "255",
    "256",
    "4294967296",
    "1e309",
    "NaN",
    "\u{0}",
    "\u{feff}",
    "ก\u{e33}",
    "\u{202e}",
];

fn main() {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|n| n.parse().expect("a number"));
    let many: u64 = numbers.next().unwrap_or(1_000_000);
    let seed: u64 = numbers.next().unwrap_or(1);
    // A file of a case, with the name by which the body finds it.
    let mut files: Vec<(String, String)> = Vec::new();
    let mut draws = Vec::new();
    for (name, times) in CASES {
        let first = files.len();
        for (file, bytes) in opened(name).source.files {
            if let Ok(text) = String::from_utf8(bytes) {
                files.push((format!("{name}/{file}"), text));
            }
        }
        draws.extend(std::iter::repeat_n(first..files.len(), times));
    }
    let (next, slowest) = (AtomicU64::new(0), Mutex::new((Duration::ZERO, 0)));
    let failed = AtomicBool::new(false);
    let began = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= many {
                        return;
                    }
                    let mut rng = ChaCha8Rng::seed_from_u64(seed);
                    rng.set_stream(at);
                    let of = draws.choose(&mut rng).expect("there are some");
                    let (name, text) = &files[rng.random_range(of.clone())];
                    let mut input = format!("{name}\n").into_bytes();
                    input.extend(damaged(&mut rng, text, &files));
                    let start = spent(began);
                    let stood = catch_unwind(AssertUnwindSafe(|| case(&input))).is_ok();
                    let took = spent(began).saturating_sub(start);
                    if !stood || took > LONGEST {
                        failed.store(true, Ordering::Relaxed);
                        std::fs::create_dir_all("found").expect("a folder");
                        std::fs::write(format!("found/{seed}_{at}"), &input).expect("written");
                        eprintln!(
                            "{at}: {name}, {took:?}, {}",
                            if stood { "slow" } else { "panic" }
                        );
                    }
                    let mut slowest = slowest.lock().expect("no panic is held");
                    *slowest = (*slowest).max((took, at));
                    if at % 50_000 == 49_999 {
                        eprintln!("{} in {:?}", at + 1, began.elapsed());
                    }
                }
            });
        }
    });
    let (took, at) = *slowest.lock().expect("no panic is held");
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap_or("VmHWM: not known");
    println!(
        "{many} in {:?} on {threads} cores, longest {took:?} (number {at}), {most}",
        began.elapsed()
    );
    std::process::exit(i32::from(failed.load(Ordering::Relaxed)));
}

/// How long this thread has had a processor, so that other work on the machine makes nothing slow; where the system does
/// not say it, the time that has passed.
fn spent(began: Instant) -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let ran = stat.split_whitespace().next().and_then(|n| n.parse().ok());
    ran.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

/// One to four things done to a file.
fn damaged(rng: &mut ChaCha8Rng, text: &str, files: &[(String, String)]) -> Vec<u8> {
    let mut text = text.to_owned();
    for _ in 0..rng.random_range(1..=4) {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let line = rng.random_range(0..lines.len().max(1));
        match rng.random_range(0..11) {
            0 if !lines.is_empty() => drop(lines.remove(line)),
            1 if !lines.is_empty() => lines.insert(line, lines[line].clone()),
            2 if !lines.is_empty() => {
                let other = rng.random_range(0..lines.len());
                lines.swap(line, other);
            }
            // A line of another file.
            3 => {
                let (_, other) = files.choose(rng).expect("there are some");
                let all: Vec<&str> = other.split_inclusive('\n').collect();
                lines.insert(
                    line.min(lines.len()),
                    (*all.choose(rng).unwrap_or(&"\n")).to_owned(),
                );
            }
            // A word of another place in place of one here: an id, a number, a field.
            4..=6 if !lines.is_empty() => {
                let words: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .filter(|w| !w.is_empty())
                    .collect();
                if let Some(put) = words.choose(rng) {
                    let old = &lines[line];
                    let mut own = old
                        .split(|c: char| !c.is_alphanumeric() && c != '_')
                        .filter(|w| !w.is_empty());
                    let count = own.clone().count().max(1);
                    if let Some(word) = own.nth(rng.random_range(0..count)) {
                        lines[line] = old.replacen(word, put, 1);
                    }
                }
            }
            7 if !lines.is_empty() => {
                let (at, put) = (
                    place(rng, &lines[line]),
                    WORDS.choose(rng).expect("there are some"),
                );
                lines[line].insert_str(at, put);
            }
            // What is missing from here on.
            8 => lines.truncate(line),
            // Nested deeper than anybody means.
            9 if !lines.is_empty() => {
                let (deep, put) = (
                    rng.random_range(1..2_000),
                    WORDS.choose(rng).expect("there are some"),
                );
                let at = place(rng, &lines[line]);
                lines[line].insert_str(at, &put.repeat(deep));
            }
            // A block said again and again.
            _ => {
                let end = (line + rng.random_range(1..20)).min(lines.len());
                let block: Vec<String> = lines.get(line..end).unwrap_or_default().to_vec();
                for _ in 0..rng.random_range(1..40) {
                    lines.splice(line..line, block.iter().cloned());
                }
            }
        }
        text = lines.concat();
    }
    let mut bytes = text.into_bytes();
    // Now and then bytes that are no text.
    if rng.random_range(0..20) == 0 && !bytes.is_empty() {
        for _ in 0..rng.random_range(1..6) {
            let at = rng.random_range(0..bytes.len());
            bytes[at] = rng.random();
        }
    }
    bytes
}

/// A place between two letters.
fn place(rng: &mut ChaCha8Rng, line: &str) -> usize {
    let at = rng.random_range(0..=line.len());
    (at..=line.len())
        .find(|at| line.is_char_boundary(*at))
        .unwrap_or(0)
}
