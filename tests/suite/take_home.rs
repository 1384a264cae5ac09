//! What a seat of a served exercise may have once it is over: its part of the record, a report to write on its own
//! computer, and what one thing would have made of it.

use std::sync::{Arc, Mutex};

use liaison::analysis::{Settings, Standing, what_if};
use liaison::engine::{Actor, Command, Entry, Event, Phase};
use liaison::language::Lang;
use liaison::library::{Format, Otherwise, Wanted, from_exercise, write_made, write_report};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::report::{self, Findings, TakeHome};
use liaison::scenario::ids::Team;
use liaison::session::Session;

use crate::stored::{CASES, OF_NORTH, OF_SOUTH, TO_SOUTH, UNSENT, copied, exercise};
use Team::{North, South};

/// The stored exercise of a case, served again with as many of its entries as `kept` takes.
fn served(case: &str, kept: impl Fn(&Entry) -> bool) -> Session {
    let exercise = exercise(case);
    let scenario = from_exercise(&exercise).expect("its case");
    let entries: Vec<Entry> = exercise.entries.into_iter().take_while(kept).collect();
    let record = Arc::new(Mutex::new(entries.clone()));
    Session::resume(scenario, exercise.about.seed, &entries, Box::new(record)).expect("it goes on")
}

fn whole(case: &str) -> Session {
    served(case, |_| true)
}

fn hello() -> ClientMessage {
    ClientMessage::Hello { version: VERSION }
}

fn told_findings(session: &mut Session, seat: Seat) -> Option<Arc<Findings>> {
    let out = session.handle(seat, hello());
    out.into_iter().find_map(|(to, message)| match message {
        ServerMessage::Findings { findings } if to == seat => Some(findings),
        _ => None,
    })
}

fn taken(session: &mut Session, seat: Seat) -> Result<Arc<TakeHome>, String> {
    let out = session.handle(seat, ClientMessage::AfterAction);
    match <[_; 1]>::try_from(out).expect("one answer") {
        [(to, ServerMessage::AfterAction { report })] if to == seat => Ok(report),
        [(to, ServerMessage::NoReport { why })] if to == seat => Err(why),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_team_at_its_own_laptop_is_told_of_the_record_what_the_debrief_opens_to_it() {
    for case in CASES {
        let mut session = whole(case);
        let all = told_findings(&mut session, Seat::Facilitator).expect("it is over");
        for team in Team::BOTH {
            let own = told_findings(&mut session, Seat::Team(team)).expect("the truth is open");
            let open: Vec<_> = (all.account.iter())
                .filter(|m| m.open[team.index()])
                .cloned()
                .collect();
            assert!(open.len() < all.account.len(), "{case}, {team:?}");
            assert_eq!(own.account, open);
            let words = serde_json::to_string(&*own).expect("JSON");
            let mut never = vec![UNSENT];
            match team {
                North => never.extend([OF_SOUTH, TO_SOUTH]),
                South => never.push(OF_NORTH),
            }
            for closed in never {
                let closed = serde_json::to_string(closed).expect("JSON");
                assert!(
                    !words.contains(closed.trim_matches('"')),
                    "{case}: {closed}"
                );
            }
        }
    }
}

#[test]
fn a_report_that_a_table_sent_is_the_one_that_its_own_computer_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = copied("first_watch", folder.path());
    let (record, kept) = liaison::journal::Journal::open(&file).expect("it opens");
    let scenario = from_exercise(&kept).expect("its case");
    let mut session = Session::resume(scenario, kept.about.seed, &kept.entries, Box::new(record))
        .expect("it goes on");
    for (seat, reader) in [
        (Seat::Team(North), Some(North)),
        (Seat::Team(South), Some(South)),
        (Seat::Facilitator, None),
    ] {
        let sent = taken(&mut session, seat).expect("it is over");
        // Over the wire.
        let frame = serde_json::to_string(&*sent).expect("JSON");
        let come: TakeHome = serde_json::from_str(&frame).expect("the same");
        assert_eq!(come, *sent);
        assert!(come.of.otherwise.is_none() && come.of.reader == reader);
        let wanted = Wanted {
            formats: vec![Format::Html, Format::Csv, Format::Json],
            lang: Some(Lang::Th),
            reader,
            otherwise: Otherwise::Left,
        };
        let there = write_report(&file, folder.path(), &wanted).expect("written");
        let events = || come.events.clone();
        let stem = report::file_stem(&come.of);
        assert_eq!(stem, "first_watch-2026-09-01");
        let here = write_made(
            &come.of,
            events,
            folder.path(),
            &stem,
            &wanted.formats,
            Lang::Th,
        );
        let here = here.expect("written");
        assert_eq!(here.len(), 5);
        for (a, b) in there.iter().zip(&here) {
            let [a, b] = [a, b].map(|path| std::fs::read(path).expect("there"));
            assert!(a == b, "{here:?}");
        }
    }
}

#[test]
fn before_the_truth_is_open_a_team_gets_no_report_and_nothing_is_worked_out() {
    let over = |e: &Event| matches!(e, Event::DebriefOpened { .. });
    let mut session = served("first_watch", |entry| !entry.events.iter().any(over));
    assert!(taken(&mut session, Seat::Facilitator).is_err());
    // The trainer keeps the truth until the teams have told it their way.
    for command in [Command::HoldDebrief, Command::EndPhase] {
        let done = session.command(Actor::Facilitator, &command);
        assert!(done.is_ok(), "{done:?}");
    }
    assert_eq!(session.state().phase(), Phase::Debrief);
    assert!(!session.state().truth_open());
    for team in Team::BOTH {
        let seat = Seat::Team(team);
        assert_eq!(told_findings(&mut session, seat), None);
        assert!(taken(&mut session, seat).is_err());
        assert_eq!(session.handle(seat, ClientMessage::WhatIf), []);
    }
    assert_eq!(session.handle(Seat::Facilitator, ClientMessage::WhatIf), []);
    assert!(!session.what_if_wanted());
    assert!(taken(&mut session, Seat::Facilitator).is_ok());
    let opened = session.command(Actor::Facilitator, &Command::OpenDebrief);
    assert!(opened.is_ok(), "{opened:?}");
    assert!(taken(&mut session, Seat::Team(South)).is_ok());
    session.handle(Seat::Team(South), ClientMessage::WhatIf);
    assert!(session.what_if_wanted());
}

#[test]
fn what_one_thing_would_have_made_of_it_is_worked_out_once_for_all_who_ask() {
    let mut session = whole("first_watch");
    let [north, trainer] = [Seat::Team(North), Seat::Facilitator];
    for seat in [north, Seat::Team(South), trainer] {
        session.handle(seat, hello());
    }
    assert!(!session.what_if_wanted());
    let asked = session.handle(north, ClientMessage::WhatIf);
    let standing = |standing| ServerMessage::WhatIf { standing };
    assert_eq!(asked, [(north, standing(Standing::Unasked))]);
    assert!(session.what_if_wanted());
    let before = taken(&mut session, north).expect("the truth is open");
    let playing = Standing::Playing(3, 40);
    let out = session.tell_what_if(playing.clone());
    assert_eq!(out, [(north, standing(playing.clone()))]);
    assert!(!session.what_if_wanted(), "it is on its way");
    assert_eq!(session.tell_what_if(playing.clone()), []);
    let asked = session.handle(trainer, ClientMessage::WhatIf);
    assert_eq!(asked, [(trainer, standing(playing))]);

    let entries = session.entries().expect("it is kept");
    let settings = Settings {
        runs: 4,
        ..Settings::with_seed(session.seed())
    };
    let never = std::sync::atomic::AtomicBool::new(false);
    let known = what_if(
        session.state().scenario(),
        &entries,
        &settings,
        &never,
        |_, _| {},
    );
    let known = Standing::Known(Arc::new(known.expect("it is over")));
    let out = session.tell_what_if(known.clone());
    assert_eq!(
        out,
        [north, trainer].map(|seat| (seat, standing(known.clone())))
    );
    // Whoever lost the line meanwhile hears it on coming back, and the next report tells it.
    let again = session.handle(north, hello());
    assert!(again.contains(&(north, standing(known))));
    let south = session.handle(Seat::Team(South), hello());
    assert!(
        !south
            .iter()
            .any(|(_, m)| matches!(m, ServerMessage::WhatIf { .. }))
    );
    assert!(before.of.otherwise.is_none());
    assert!(
        taken(&mut session, north)
            .expect("still")
            .of
            .otherwise
            .is_some()
    );
}
