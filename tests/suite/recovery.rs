//! Nothing acknowledged is lost: 200 processes are killed at random moments of writing an exercise.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use liaison::bots::{Policy, Simulated};
use liaison::engine::{Phase, State};
use liaison::journal::{About, Journal, JournalError, read_file};
use liaison::library::{self, from_exercise};
use liaison::scenario::ids::Team;
use liaison::session::{Answer, LocalTable, Session, self_play};
use rand::{RngExt as _, SeedableRng as _};

const KILLS: u64 = 200;
/// Tells a child process that it is one, and which file to write.
const FILE: &str = "LIAISON_TEST_FILE";
const SEED: &str = "LIAISON_TEST_SEED";

fn about(seed: u64) -> About {
    About {
        case: "first_watch".into(),
        title: "First Watch".into(),
        seed,
        people: [vec![], vec![]],
        program: "test".into(),
        begun: 0,
        origin: None,
    }
}

/// Not a test of its own: the process that is killed. It says how many commands were acknowledged.
#[test]
fn child() {
    let (Some(file), Ok(seed)) = (std::env::var_os(FILE), std::env::var(SEED)) else {
        return;
    };
    let seed: u64 = seed.parse().expect("a number");
    let case = library::open("first_watch").expect("shipped");
    let journal = Journal::create(Path::new(&file), &about(seed), &case.source.files).expect("new");
    let session = Session::create(Arc::clone(&case.scenario), seed, Box::new(journal));
    let mut table = LocalTable::open(session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, seed));
    let mut acknowledged = 0u32;
    let mut out = std::io::stdout().lock();
    let mut say = |n: u32| {
        writeln!(out, "\nacknowledged {n}").expect("the parent listens");
        out.flush().expect("the parent listens");
    };
    say(0);
    self_play(&mut table, &mut teams, |_, _, answer| {
        if answer == Answer::Accepted {
            acknowledged += 1;
            say(acknowledged);
        }
    });
    std::thread::sleep(Duration::from_secs(20));
}

#[test]
fn two_hundred_kills_lose_nothing_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(2017);
    let mut in_play = 0;
    for kill in 0..KILLS {
        let path = folder.path().join(format!("{kill}.liaison"));
        let mut child = Command::new(std::env::current_exe().expect("this binary"))
            .args([
                "--exact",
                "recovery::child",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(FILE, &path)
            .env(SEED, kill.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let count = |line: &str| {
            line.strip_prefix("acknowledged ")
                .and_then(|n| n.parse().ok())
        };
        let mut last = 0u32;
        // Some die at once, most after a random number of commands and a random moment more.
        let patience = rng.random_range(0..40u32);
        for line in lines.by_ref() {
            if let Some(n) = count(&line.expect("text")) {
                last = n;
                if n >= patience {
                    break;
                }
            }
        }
        std::thread::sleep(Duration::from_micros(rng.random_range(0..4_000)));
        child.kill().expect("SIGKILL");
        child.wait().expect("gone");
        // What it still managed to say before it died.
        for line in lines.map_while(Result::ok) {
            last = count(&line).unwrap_or(last);
        }
        let exercise = read_file(&path).unwrap_or_else(|e| panic!("kill {kill}: {e}"));
        let kept = u32::try_from(exercise.entries.len()).expect("small");
        assert!(
            kept >= last,
            "kill {kill}: {last} acknowledged, {kept} on record"
        );
        assert!(
            kept <= last + 1,
            "kill {kill}: more than one command was on its way"
        );
        let scenario = from_exercise(&exercise).expect("its own case");
        let events = exercise.entries.iter().flat_map(|e| &e.events);
        let state = State::replay(scenario, events);
        in_play += u32::from(state.phase() != Phase::Debrief);
    }
    assert!(
        in_play > 150,
        "only {in_play} of {KILLS} were killed during play"
    );
}

#[test]
fn what_is_not_an_exercise_file_is_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    assert!(matches!(
        read_file(&at("none.liaison")),
        Err(JournalError::Missing(_))
    ));
    std::fs::write(at("text.liaison"), "Dear diary").expect("written");
    assert!(matches!(
        read_file(&at("text.liaison")),
        Err(JournalError::NotAnExercise(_))
    ));
    std::fs::write(at("empty.liaison"), "").expect("written");
    assert!(matches!(
        read_file(&at("empty.liaison")),
        Err(JournalError::NotAnExercise(_))
    ));
    let other = rusqlite::Connection::open(at("other.liaison")).expect("a database");
    other
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
        .expect("filled");
    drop(other);
    assert!(matches!(
        read_file(&at("other.liaison")),
        Err(JournalError::NotAnExercise(_))
    ));
    let path = at("newer.liaison");
    drop(Journal::create(&path, &about(1), &std::collections::BTreeMap::new()).expect("new"));
    assert!(matches!(
        Journal::create(&path, &about(1), &std::collections::BTreeMap::new()),
        Err(JournalError::Exists(_))
    ));
    let newer = rusqlite::Connection::open(&path).expect("a database");
    newer.pragma_update(None, "user_version", 99).expect("set");
    drop(newer);
    assert!(matches!(
        read_file(&path),
        Err(JournalError::Newer { layout: 99, .. })
    ));
}

#[test]
#[cfg(target_os = "linux")]
fn what_a_killed_program_left_half_made_is_swept_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let gone = {
        let mut child = Command::new("true").spawn().expect("it starts");
        child.wait().expect("it ends");
        child.id()
    };
    let own = std::process::id();
    let swept = [
        format!("a.liaison.{gone}.new"),
        format!("a.liaison.{gone}.new-journal"),
        format!("old.liaison.{own}.new"),
    ];
    let kept = [
        // Somebody may be writing it.
        format!("b.liaison.{own}.new"),
        // Not ours, or no draft.
        format!("notes.{gone}.new"),
        format!("a.liaison.{gone}"),
        "a.liaison.x.new".to_owned(),
    ];
    let fill = || {
        for name in swept.iter().chain(&kept) {
            std::fs::write(at(name), "half").expect("written");
        }
        let old = std::fs::File::options().write(true).open(at(&swept[2]));
        let then = std::time::SystemTime::now() - Duration::from_secs(25 * 60 * 60);
        old.and_then(|f| f.set_modified(then)).expect("aged");
    };
    let check = || {
        assert!(swept.iter().all(|name| !at(name).exists()));
        assert!(kept.iter().all(|name| at(name).exists()));
    };
    // When a list of exercises is read, and when the next exercise is begun.
    fill();
    liaison::journal::sweep(folder.path());
    check();
    fill();
    let path = at("new.liaison");
    drop(Journal::create(&path, &about(1), &std::collections::BTreeMap::new()).expect("new"));
    check();
    read_file(&path).expect("it opens");
}

#[test]
fn a_damaged_exercise_file_is_told_and_never_a_panic() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("whole.liaison");
    let case = library::open("first_watch").expect("shipped");
    let journal = Journal::create(&path, &about(1), &case.source.files).expect("new");
    let session = Session::create(Arc::clone(&case.scenario), 1, Box::new(journal));
    let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, 1));
    drop(liaison::session::play_out(session, &mut teams));
    let whole = std::fs::read(&path).expect("readable");
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(3);
    for trial in 0..200 {
        let mut bytes = whole.clone();
        if trial % 2 == 0 {
            bytes.truncate(rng.random_range(0..whole.len()));
        } else {
            for _ in 0..40 {
                let at = rng.random_range(0..bytes.len());
                bytes[at] = rng.random();
            }
        }
        let damaged = folder.path().join(format!("damaged-{trial}.liaison"));
        std::fs::write(&damaged, &bytes).expect("written");
        if let Ok(exercise) = read_file(&damaged) {
            let Ok(scenario) = from_exercise(&exercise) else {
                continue;
            };
            let events = exercise.entries.iter().flat_map(|e| &e.events);
            drop(State::replay(scenario, events));
        }
    }
}

#[test]
fn an_exercise_is_gone_on_with_by_one_program_at_a_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.liaison");
    let case = library::open("first_watch").expect("shipped");
    let first = Journal::create(&path, &about(1), &case.source.files).expect("new");
    let in_use = |e: &JournalError| matches!(e, JournalError::InUse(_));
    assert!(Journal::open(&path).is_err_and(|e| in_use(&e)));
    // To look at it is free.
    assert!(read_file(&path).is_ok());
    drop(first);
    let second = Journal::open(&path).expect("it is free again");
    assert!(Journal::open(&path).is_err_and(|e| in_use(&e)));
    drop(second);
    let left: Vec<_> = std::fs::read_dir(&folder).expect("a folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

/// Whoever makes a database chooses what its tables are: what is called `event` may be a question without end.
#[test]
fn a_file_whose_tables_are_something_else_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = library::open("first_watch").expect("shipped");
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
    let tricks = [
        format!(
            "DROP TABLE event;
             CREATE VIEW event AS {endless} SELECT i AS number, i AS entry, '' AS body FROM n"
        ),
        format!(
            "DROP TABLE case_file;
             CREATE VIEW case_file AS {endless} SELECT 'a' || i AS path, zeroblob(33000000) AS bytes FROM n"
        ),
        format!(
            "CREATE TRIGGER longer AFTER INSERT ON exercise BEGIN
             INSERT INTO entry SELECT i, '', 0, 0 FROM ({endless} SELECT i FROM n); END"
        ),
        "ALTER TABLE event ADD COLUMN more TEXT AS (hex(zeroblob(100000000)))".to_owned(),
    ];
    for (n, trick) in tricks.iter().enumerate() {
        let path = folder.path().join(format!("{n}.liaison"));
        drop(Journal::create(&path, &about(1), &case.source.files).expect("new"));
        let file = rusqlite::Connection::open(&path).expect("a database");
        file.execute_batch(trick).expect("it can be made so");
        drop(file);
        let damaged = |e: &JournalError| matches!(e, JournalError::Damaged { .. });
        assert!(read_file(&path).is_err_and(|e| damaged(&e)), "{trick}");
        assert!(Journal::open(&path).is_err_and(|e| damaged(&e)), "{trick}");
        let noted = liaison::journal::note(&path, "seen");
        assert!(noted.is_err_and(|e| damaged(&e)), "{trick}");
        assert!(!liaison::journal::is_noted(&path, "seen"), "{trick}");
    }
}

#[test]
fn a_record_that_speaks_of_what_the_case_does_not_have_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("odd.liaison");
    let case = library::open("first_watch").expect("shipped");
    let mut journal = Journal::create(&path, &about(1), &case.source.files).expect("new");
    let event = liaison::engine::Event::TaskCleared {
        team: Team::North,
        officer: liaison::scenario::ids::OfficerId(999),
    };
    let entry = liaison::session::Entry {
        actor: liaison::engine::Actor::Team(Team::North),
        elapsed_ms: 0,
        events: vec![event],
    };
    liaison::session::Record::append(&mut journal, &entry).expect("written");
    let problem = from_exercise(&read_file(&path).expect("it opens")).expect_err("refused");
    assert!(problem.contains("damaged"), "{problem}");
}

#[test]
#[cfg(unix)]
fn an_exercise_file_is_read_where_nothing_may_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file:a b?%.liaison");
    drop(Journal::create(&path, &about(1), &std::collections::BTreeMap::new()).expect("new"));
    let allow = |mode: u32| {
        let rights = |mode| std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&path, rights(mode & 0o666)).expect("allowed");
        std::fs::set_permissions(folder.path(), rights(mode)).expect("allowed");
    };
    allow(0o555);
    let read = read_file(&path);
    allow(0o755);
    assert_eq!(read.expect("it opens").about, about(1));
}

#[test]
fn simulated_teams_stop_when_nothing_can_be_kept() {
    /// Keeps so many entries.
    struct Full(u32);
    impl liaison::session::Record for Full {
        fn append(
            &mut self,
            _: &liaison::session::Entry,
        ) -> Result<(), liaison::session::RecordError> {
            let left = self.0.checked_sub(1);
            self.0 = left.ok_or(liaison::session::RecordError("full".into()))?;
            Ok(())
        }
    }
    let case = library::open("first_watch").expect("shipped");
    for room in 0..60 {
        let session = Session::create(Arc::clone(&case.scenario), 1, Box::new(Full(room)));
        // A seat that does nothing leaves the end of each phase to the clock.
        let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Random, t, 1));
        drop(liaison::session::play_out(session, &mut teams));
    }
}

#[test]
fn time_that_ran_between_two_commands_survives_and_a_gap_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("time.liaison");
    let case = library::open("first_watch").expect("shipped");
    let journal = Journal::create(&path, &about(1), &case.source.files).expect("new");
    let session = Session::create(Arc::clone(&case.scenario), 1, Box::new(journal));
    let mut table = LocalTable::open(session).expect("two seats");
    for team in Team::BOTH {
        let seat = liaison::protocol::Seat::Team(team);
        table.send(seat, liaison::engine::Command::Acknowledge);
    }
    for _ in 0..125 {
        table.advance(100);
    }
    drop(table);
    let exercise = read_file(&path).expect("it opens");
    let last = exercise.entries.last().expect("two entries");
    assert_eq!(
        last.elapsed_ms, 10_000,
        "12.5 seconds ran, noted every five"
    );
    let file = rusqlite::Connection::open(&path).expect("a database");
    file.execute_batch("DELETE FROM event WHERE entry = 1; DELETE FROM entry WHERE number = 1;")
        .expect("cut");
    drop(file);
    assert!(matches!(
        read_file(&path),
        Err(JournalError::Damaged { .. })
    ));
}
