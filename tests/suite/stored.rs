//! Two exercise files that are kept, as trainers keep theirs: they still open, and reports are made of them.
//!
//! They are richer than what simulated teams leave: officers answered questionnaires before and after, an
//! evaluator noted and rated, the trainer told and settled. To make them again, which only a change that no old
//! file can follow asks for: `cargo test --test suite stored::make -- --ignored`.

use std::path::{Path, PathBuf};

use liaison::bots::{Policy, Simulated};
use liaison::engine::questionnaires::{Reply, SurveyReply};
use liaison::engine::{Command, Phase, Refusal, State};
use liaison::journal::{About, Exercise, Journal, read_file};
use liaison::library::{self, from_exercise};
use liaison::protocol::Seat;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{CriticalTaskId, InjectId, Team};
use liaison::scenario::questionnaires::SurveyKind;
use liaison::scenario::words::{Delivery, Occasion, Rating};
use liaison::session::{Answer, LocalTable, Session};

use Team::{North, South};

pub const CASES: [&str; 2] = ["first_watch", "the_night_bus"];
/// Words of a note about one team only.
pub const OF_NORTH: &str = "asked “how do you know?” & wrote down <who> said it";
pub const OF_SOUTH: &str = "ศูนย์ประสานงานฝั่งใต้ถามซ้ำสองครั้งก่อนเปิดเผยข้อมูล";
pub const OF_BOTH: &str = "=1+1: two lists of the same names, one for each wall";
/// Words of the trainer's to the south alone, and of an inject that was edited and never went.
pub const TO_SOUTH: &str = "South: your second telephone is tapped, say so to nobody.";
pub const UNSENT: &str = "A van was seen at the ferry; the trainer thought better of it.";

const SEED: u64 = 7;
/// Wall-clock time of a turn of both teams, in milliseconds.
const TURN_MS: u64 = 10_000;

fn kept(case: &str) -> PathBuf {
    let name = format!("tests/golden/journals/{case}.liaison");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A copy of the stored exercise file of a case, in this folder: opening one leaves files beside it.
pub fn copied(case: &str, folder: &Path) -> PathBuf {
    let copy = folder.join(format!("{case}.liaison"));
    std::fs::copy(kept(case), &copy).expect("a stored exercise");
    copy
}

/// The stored exercise of a case.
pub fn exercise(case: &str) -> Exercise {
    let folder = tempfile::tempdir().expect("a folder");
    read_file(&copied(case, folder.path())).expect("it opens")
}

#[test]
fn exercises_that_were_kept_still_open_and_are_whole() {
    for case in CASES {
        let exercise = exercise(case);
        let scenario = from_exercise(&exercise).expect("its case is in it");
        let state = State::replay(scenario, exercise.entries.iter().flat_map(|e| &e.events));
        assert_eq!(state.phase(), Phase::Debrief, "{case}");
        assert!(state.truth_open());
    }
}

#[test]
#[ignore = "writes what the other tests read"]
fn make() {
    for name in CASES {
        let case = library::open(name).expect("shipped");
        let about = About {
            case: name.to_owned(),
            title: case.scenario.title.get("en").to_owned(),
            seed: SEED,
            people: [
                vec!["Ann Bell".to_owned(), "ณัฐพล ใจดี".to_owned()],
                vec!["Siti “Tee” O'Hara".to_owned(), "สุภาพร <b>".to_owned()],
            ],
            program: "0.1.0".to_owned(),
            // 1 September 2026.
            begun: 1_788_220_800,
            origin: None,
        };
        let file = kept(name);
        if file.exists() {
            std::fs::remove_file(&file).expect("it can be made again");
        }
        let journal = Journal::create(&file, &about, &case.source.files).expect("new");
        let session = Session::create(case.scenario, SEED, Box::new(journal));
        play(LocalTable::open(session).expect("two seats"));
    }
}

/// Simulated teams play to the debrief, and people do what these do not.
fn play(mut table: LocalTable) {
    let mut teams = Team::BOTH.map(|team| Simulated::new(Policy::Sharer, team, SEED));
    let mut last = None;
    loop {
        let state = table.session().state();
        let now = (state.phase(), state.round());
        if last != Some(now) {
            last = Some(now);
            for (seat, mut command) in people(state.scenario(), now) {
                let mut answer = table.send(seat, command.clone());
                if let (
                    Answer::Refused(Refusal::CriticalCapsRating),
                    Command::Rate { rating, .. } | Command::SettleRating { rating, .. },
                ) = (answer, &mut command)
                {
                    *rating = Rating::M;
                    answer = table.send(seat, command.clone());
                }
                assert_eq!(answer, Answer::Accepted, "{command:?}");
            }
        }
        if now.0 == Phase::Debrief {
            return;
        }
        let mut acted = false;
        for team in Team::BOTH {
            let seat = table.seat(team);
            if let Some(command) = teams[team.index()].next(&seat.case, &seat.view) {
                table.send(Seat::Team(team), command);
                acted = true;
            }
        }
        let turn = table.session().clock_runs().then_some(TURN_MS);
        let left = table.session().wall_left_ms();
        table.advance(if acted { turn.unwrap_or(0) } else { left });
    }
}

fn people(scenario: &Scenario, now: (Phase, u8)) -> Vec<(Seat, Command)> {
    let note = |team, words: &str, rating, critical| Command::Observe {
        team,
        text: words.to_owned(),
        rating,
        critical,
    };
    let line = |text: &str| Command::SendMessage {
        text: text.to_owned(),
    };
    let trainer = |command| (Seat::Facilitator, command);
    let evaluator = |command| (Seat::Evaluator, command);
    match now {
        (Phase::Briefing, _) => sheets(scenario, Occasion::Before),
        (Phase::Planning, 1) => vec![
            trainer(Command::EditInject {
                inject: last_inject(scenario),
                text: UNSENT.to_owned(),
            }),
            trainer(Command::SkipInject {
                inject: last_inject(scenario),
            }),
            trainer(Command::Tell {
                to: Some(South),
                text: TO_SOUTH.to_owned(),
            }),
            evaluator(note(Some(North), OF_NORTH, Some(Rating::P), false)),
            (
                Seat::Team(South),
                line("สวัสดีครับ เราอ่านแฟ้มแล้ว ขอทราบว่าท่านถืออะไรเกี่ยวกับเรือลำนี้บ้าง"),
            ),
        ],
        (Phase::Planning, 2) => vec![
            evaluator(note(Some(South), OF_SOUTH, Some(Rating::M), true)),
            evaluator(note(None, OF_BOTH, None, false)),
            trainer(Command::Tell {
                to: None,
                text: "Ten minutes more, and no telephones at the table.".to_owned(),
            }),
            trainer(Command::ExtendPlanning { seconds: 600 }),
            (
                Seat::Team(North),
                line("Thank you. Whose name may we write on it?"),
            ),
        ],
        (Phase::Planning, 3) => vec![trainer(Command::InsertInject {
            to: Some(North),
            from: "Duty officer".to_owned(),
            via: Delivery::Telephone,
            text: "A reporter asks why there are two boats tonight.".to_owned(),
        })],
        (Phase::Debrief, _) => {
            let mut all = vec![evaluator(note(
                None,
                "Both leads thanked the other.",
                None,
                false,
            ))];
            all.extend(ratings(scenario));
            all.extend(sheets(scenario, Occasion::After));
            all
        }
        _ => Vec::new(),
    }
}

fn last_inject(scenario: &Scenario) -> InjectId {
    InjectId(u16::try_from(scenario.injects.len() - 1).expect("a small case"))
}

/// Two evaluators rate, and differ now and then; the trainer settles all but the last.
fn ratings(scenario: &Scenario) -> Vec<(Seat, Command)> {
    let tasks: Vec<CriticalTaskId> = (0u16..)
        .zip(scenario.critical_tasks())
        .map(|(n, _)| CriticalTaskId(n))
        .collect();
    let mut all = Vec::new();
    for (n, task) in tasks.iter().copied().enumerate() {
        let given = [Rating::P, Rating::S, Rating::M, Rating::U];
        for (who, rating) in [
            ("V. Rao", given[n % 4]),
            ("พิมพ์ชนก", given[(n / 2 + n % 2) % 4]),
        ] {
            let command = Command::Rate {
                task,
                rating,
                name: who.to_owned(),
                note: format!("As on sheet {} of the observer’s book.", n + 1),
            };
            all.push((Seat::Evaluator, command));
        }
        if n + 1 < tasks.len() {
            let command = Command::SettleRating {
                task,
                rating: given[n % 4],
                note: if n == 0 {
                    "Both looked at the record together: the second form went an hour late because nobody had \
                     said whose it was. Agreed with the team."
                        .to_owned()
                } else {
                    String::new()
                },
            };
            all.push((Seat::Facilitator, command));
        }
    }
    all
}

/// What two officers of each team hand in: before, each knows the other half; after, all but one question.
fn sheets(scenario: &Scenario, when: Occasion) -> Vec<(Seat, Command)> {
    let people = [
        (North, "Ann Bell"),
        (North, "ณัฐพล ใจดี"),
        (South, "Siti “Tee” O'Hara"),
        (South, "สุภาพร <b>"),
    ];
    let sheet = |(n, (team, who)): (usize, (Team, &str))| {
        let replies = scenario.asked(when).enumerate().map(|(asked, (id, q))| {
            let reply = match &q.kind {
                SurveyKind::Knowledge(k) => {
                    let knows = match when {
                        Occasion::Before => (asked + n).is_multiple_of(2),
                        _ => asked + n != 4,
                    };
                    let fits = |right: bool| right == knows;
                    let options = (0u8..).zip(&k.options);
                    let fitting = options.filter(|(_, o)| fits(o.right)).map(|(n, _)| n);
                    let most = if k.several() { usize::MAX } else { 1 };
                    Reply::Options(fitting.take(most).collect())
                }
                SurveyKind::Scale { .. } => Reply::Scale(u8::try_from(3 + n % 3).unwrap_or(5)),
                SurveyKind::Free if n == 1 => {
                    Reply::Text("จะโทรหาฝ่ายตรงข้ามตั้งแต่ชั่วโมงแรก ไม่รอให้ถูกถาม".to_owned())
                }
                SurveyKind::Free => {
                    Reply::Text("+1 & ask “who else holds this?” on the first evening.".to_owned())
                }
            };
            SurveyReply {
                question: id,
                reply,
            }
        });
        let command = Command::AnswerQuestionnaire {
            team,
            who: who.to_owned(),
            when,
            replies: replies.collect(),
        };
        (Seat::Team(team), command)
    };
    people.into_iter().enumerate().map(sheet).collect()
}
