use super::*;
use crate::session::{Memory, Session};

/// A table for First Watch, in the briefing.
pub(crate) fn table() -> LocalTable {
    let first = crate::library::open("first_watch").expect("a case");
    let session = Session::create(first.scenario, 7, Box::new(Memory));
    LocalTable::open(session).expect("both seats")
}

#[test]
fn two_teams_at_one_screen_have_twice_the_time_in_every_round() {
    let mut play = Play::new(table(), [Vec::new(), Vec::new()]);
    let limit = play.seat().view.clock.limit_seconds;
    for round in 1..=2 {
        for team in Team::BOTH {
            play.sit(team);
            assert_eq!(play.send(Command::Acknowledge), Said::Done);
        }
        let clock = &play.seat().view.clock;
        assert_eq!((clock.phase, clock.round), (Phase::Planning, round));
        assert_eq!(clock.limit_seconds, 2 * limit);
        assert_eq!(play.seat().left_ms, u64::from(2 * limit) * 1000);
        assert!(!play.advance(1000), "only the time left has changed");
        assert_eq!(play.seat().left_ms, u64::from(2 * limit) * 1000 - 1000);
        assert!(
            play.advance(u64::from(2 * limit) * 1000),
            "the phase is over"
        );
        assert_eq!(play.phase(), Phase::Resolution);
    }
}

#[test]
fn whoever_sits_down_first_cannot_use_up_the_others_time() {
    let mut play = Play::new(table(), [Vec::new(), Vec::new()]);
    for team in Team::BOTH {
        play.sit(team);
        play.send(Command::Acknowledge);
    }
    let half = u64::from(play.seat().view.clock.limit_seconds) * 500;
    assert!(!play.half_ends_soon(), "there is time yet");
    play.advance(half - 1000);
    assert!(!play.half_is_used());
    assert!(play.half_ends_soon());
    play.advance(1000);
    assert!(play.half_is_used(), "North has not had the screen yet");
    play.sit(Team::North);
    assert!(!play.half_is_used());
    play.advance(half - 1000);
    assert!(!play.half_is_used(), "South has had its turn");
    // A team that is ready early leaves its time to the other.
    play.send(Command::SetReady { ready: true });
    assert_eq!(play.due(), (Team::South, Screen::Desk));
}

#[test]
fn a_simulated_partner_reads_works_and_never_takes_the_screen() {
    let play = Play::new(table(), [Vec::new(), Vec::new()]);
    let mut play = play.with_partner(Team::South, Policy::Sharer, 7);
    assert_eq!(play.enter(), (Screen::Briefing, None), "no curtain");
    assert!(play.seat().view.clock.partner_ready, "it has read");
    assert_eq!(play.send(Command::Acknowledge), Said::Done);
    assert_eq!(play.due(), (Team::North, Screen::Desk));
    let limit = u64::from(play.seat().view.clock.limit_seconds) * 1000;
    assert_eq!(play.seat().left_ms, limit, "nobody shares the clock");
    // One thing after the other: nothing at once, and in time the partner shares what it holds.
    let theirs = |play: &Play| {
        let folder = play.seat().view.folder.iter();
        folder.filter(|item| item.received.is_some()).count()
    };
    assert_eq!(theirs(&play), 0);
    for _ in 0..40 {
        play.advance(1_000);
    }
    play.sit(Team::South);
    assert_eq!(play.team(), Team::North, "the screen is North's alone");
    // Ready ends the round: what the partner had still to do, it has done.
    assert_eq!(play.send(Command::SetReady { ready: true }), Said::Done);
    assert_eq!(play.due().1, Screen::Resolution);
    assert!(
        play.seat().view.clock.partner_ready,
        "it has read its report"
    );
    play.send(Command::Acknowledge);
    assert!(theirs(&play) > 0, "what it shared has arrived");
}

#[test]
fn whoever_is_not_ready_has_the_turn() {
    assert_eq!(
        due(Phase::Briefing, Team::North, false),
        (Team::North, Screen::Briefing)
    );
    assert_eq!(
        due(Phase::Briefing, Team::North, true),
        (Team::South, Screen::Briefing)
    );
    assert_eq!(
        due(Phase::Planning, Team::South, false),
        (Team::South, Screen::Desk)
    );
    assert_eq!(
        due(Phase::Planning, Team::South, true),
        (Team::North, Screen::Desk)
    );
    assert_eq!(
        due(Phase::Debrief, Team::South, true),
        (Team::South, Screen::Debrief)
    );
}
