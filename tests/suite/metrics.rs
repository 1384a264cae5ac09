//! Every metric, on journals written by hand; how its answer comes about stands beside it.

use std::sync::Arc;

use liaison::engine::{Actor, Answer, CaseTime, Cause, Entry, Event, Theory};
use liaison::report::metrics::{Figure, Fold, Measured};
use liaison::report::proposal::propose;
use liaison::scenario::Scenario;
use liaison::scenario::evaluation::Part;
use liaison::scenario::ids::{PersonId, RequestId, Team};
use liaison::scenario::model::Effect;
use liaison::scenario::words::{
    Channel, Form, Metric, Offence, PersonStatus, Rating, TrustCause, Use,
};

use crate::support::{blank, fixture, item, subject, task};

use Team::{North, South};

fn workbench() -> Arc<Scenario> {
    fixture("workbench").scenario
}

/// A record in which each event is an entry of its own.
fn record(events: Vec<Event>) -> Vec<Entry> {
    let entry = |event| Entry {
        actor: Actor::Facilitator,
        elapsed_ms: 0,
        events: vec![event],
    };
    events.into_iter().map(entry).collect()
}

fn fold(scenario: &Arc<Scenario>, entries: &[Entry]) -> Fold {
    let mut fold = Fold::new(Arc::clone(scenario));
    entries.iter().for_each(|entry| fold.entry(entry));
    fold
}

fn share(scenario: &Scenario, team: Team, key: &str, way: (Form, Channel), at: u32) -> Event {
    Event::ItemShared {
        team,
        item: item(scenario, key),
        form: way.0,
        channel: way.1,
        note: None,
        arrives: 1,
        at: CaseTime(at),
    }
}

fn arrive(scenario: &Scenario, team: Team, key: &str, form: Form) -> Event {
    Event::ItemArrived {
        team,
        item: item(scenario, key),
        form,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

const DESK: (Form, Channel) = (Form::Full, Channel::LiaisonDesk);
const MUTUAL: (Form, Channel) = (Form::Full, Channel::Mutual);
const THIN: (Form, Channel) = (Form::TearLine, Channel::LiaisonDesk);

/// Round 1: North shares its critical item after 60 minutes; round 2: South its own, 30 minutes in.
fn shared() -> (Arc<Scenario>, Fold) {
    let s = workbench();
    let events = vec![
        Event::RoundStarted { round: 1 },
        share(&s, North, "n_open", DESK, 60),
        arrive(&s, South, "n_open", Form::Full),
        Event::PlanningEnded { by_clock: false },
        Event::RoundStarted { round: 2 },
        share(&s, South, "s_open", DESK, 270),
    ];
    let fold = fold(&s, &record(events));
    (s, fold)
}

fn percent(fold: &Fold, metric: Metric, team: Option<Team>) -> Option<f64> {
    fold.figure(metric, team).map(Figure::value)
}

#[test]
fn coverage_is_what_both_could_read_of_what_somebody_held() {
    let (_, fold) = shared();
    // n_open has arrived, s_open is on its way: 1 of 2.
    assert_eq!(percent(&fold, Metric::Coverage, None), Some(50.0));
    assert_eq!(percent(&fold, Metric::Coverage, Some(North)), Some(100.0));
    assert_eq!(percent(&fold, Metric::Coverage, Some(South)), Some(0.0));
    let figure = fold
        .figure(Metric::Coverage, None)
        .expect("there are critical items");
    assert_eq!(figure.counted, Some((1, 2)));
}

#[test]
fn the_wait_is_the_median_of_minutes_from_holding_to_sharing() {
    let (s, fold) = shared();
    // Both are held from minute 0. North's waited 60, South's 270: the middle of two is (60 + 270) / 2.
    assert_eq!(percent(&fold, Metric::SharingDelay, None), Some(165.0));
    assert_eq!(
        percent(&fold, Metric::SharingDelay, Some(North)),
        Some(60.0)
    );
    assert_eq!(
        percent(&fold, Metric::SharingDelay, Some(South)),
        Some(270.0)
    );
    // Never shared, it waits until the end of the round that is played: 2 rounds of 4 hours.
    let events = vec![
        Event::RoundStarted { round: 1 },
        Event::RoundStarted { round: 2 },
    ];
    let fold = self::fold(&s, &record(events));
    assert_eq!(
        percent(&fold, Metric::SharingDelay, Some(South)),
        Some(480.0)
    );
}

#[test]
fn an_item_found_in_the_field_waits_from_the_end_of_its_round() {
    let s = workbench();
    let give = Event::Effected {
        effect: Effect::Give {
            item: item(&s, "n_open"),
            to: North,
        },
        cause: Cause::Task(task(&s, "n_watch")),
    };
    // A copy of the case in which North does not hold it from the start.
    let mut found = (*s).clone();
    found.items[item(&s, "n_open").index()].held_at_start = false;
    let found = Arc::new(found);
    let events = vec![
        Event::RoundStarted { round: 1 },
        Event::PlanningEnded { by_clock: true },
        give,
        Event::RoundStarted { round: 2 },
        share(&found, North, "n_open", DESK, 300),
    ];
    // Round 1 ends at minute 240.
    let fold = fold(&found, &record(events));
    assert_eq!(
        percent(&fold, Metric::SharingDelay, Some(North)),
        Some(60.0)
    );
}

#[test]
fn focus_is_the_share_of_mentions_of_what_one_alone_held() {
    let s = workbench();
    let number = s.items[item(&s, "n_open").index()].number;
    let say = |team, text: String| Event::MessageSent {
        team,
        text,
        at: CaseTime(70),
    };
    let events = vec![
        Event::RoundStarted { round: 1 },
        // South has not got it yet: unshared.
        share(&s, North, "n_open", DESK, 60),
        arrive(&s, South, "n_open", Form::Full),
        // Both hold it now, however it is written; a word that only looks like a number is none.
        say(
            South,
            format!("N-{number:02} again, and n{number}? N-{number}x is nothing."),
        ),
        say(South, "Nothing of note.".to_owned()),
        // Only South holds its own.
        say(
            South,
            format!(
                "we have S-{:02}",
                s.items[item(&s, "s_open").index()].number
            ),
        ),
    ];
    let fold = fold(&s, &record(events));
    // Mentions: n_open (unshared), n_open (pooled, once a message), s_open (unshared): 2 of 3.
    let figure = fold
        .figure(Metric::Focus, None)
        .expect("something was mentioned");
    assert_eq!(figure.counted, Some((2, 3)));
    let north = fold
        .figure(Metric::Focus, Some(North))
        .expect("North shared");
    assert_eq!(north.counted, Some((1, 1)));
    assert_eq!(
        Fold::new(s).figure(Metric::Focus, None),
        None,
        "nothing was said"
    );
}

#[test]
fn the_right_way_is_form_channel_and_note_over_all_sharings_of_an_item() {
    let s = workbench();
    let with_note = |mut event: Event| {
        if let Event::ItemShared { note, .. } = &mut event {
            *note = Some("Not confirmed.".to_owned());
        }
        event
    };
    let right = |events: Vec<Event>| {
        let fold = fold(&s, &record(events));
        fold.figure(Metric::RightWay, None).and_then(|f| f.counted)
    };
    // Intelligence in full by the desk fits; a tear-line of what is open is thinner than it had to be.
    assert_eq!(
        right(vec![share(&s, North, "n_open", DESK, 1)]),
        Some((1, 1))
    );
    assert_eq!(
        right(vec![share(&s, North, "n_open", THIN, 1)]),
        Some((0, 1))
    );
    // What may go as a tear-line only is right so.
    assert_eq!(
        right(vec![share(&s, North, "n_ties", THIN, 1)]),
        Some((1, 1))
    );
    // Evidence by the desk is a lead that no court sees; sent by mutual legal assistance too, it is right.
    let lead = share(&s, South, "s_open", DESK, 1);
    assert_eq!(right(vec![lead.clone()]), Some((0, 1)));
    assert_eq!(
        right(vec![lead, share(&s, South, "s_open", MUTUAL, 2)]),
        Some((1, 1))
    );
    // Intelligence by mutual legal assistance is slow for nothing.
    assert_eq!(
        right(vec![share(&s, North, "n_open", MUTUAL, 1)]),
        Some((0, 1))
    );
    // What is thought false goes with a word.
    let mut doubtful = (*s).clone();
    doubtful.items[item(&s, "n_open").index()].info = liaison::scenario::words::InfoGrade::E;
    let doubtful = Arc::new(doubtful);
    let sent = share(&doubtful, North, "n_open", DESK, 1);
    let of = |event| {
        let fold = fold(&doubtful, &record(vec![event]));
        fold.figure(Metric::RightWay, None).and_then(|f| f.counted)
    };
    assert_eq!(of(sent.clone()), Some((0, 1)));
    assert_eq!(of(with_note(sent)), Some((1, 1)));
}

#[test]
fn what_swamps_a_desk_counts_for_who_sent_it() {
    let s = workbench();
    let entry = Entry {
        actor: Actor::Team(North),
        elapsed_ms: 0,
        events: vec![
            share(&s, North, "n_open", DESK, 5),
            arrive(&s, South, "n_open", Form::Full),
            Event::TrustMoved {
                by: -2,
                why: TrustCause::Swamped,
            },
        ],
    };
    let fold = fold(&s, &[entry]);
    assert_eq!(percent(&fold, Metric::OverSharing, Some(North)), Some(1.0));
    assert_eq!(percent(&fold, Metric::OverSharing, Some(South)), Some(0.0));
    assert_eq!(percent(&fold, Metric::OverSharing, None), Some(1.0));
}

#[test]
fn breaches_and_collisions_are_counted() {
    let s = workbench();
    let events = vec![
        Event::RoundStarted { round: 1 },
        Event::Breach {
            team: South,
            item: item(&s, "n_open"),
            by: Use::Plan,
        },
        Event::BlueOnBlue {
            tasks: [task(&s, "n_watch"), task(&s, "s_watch")],
            about: liaison::engine::About::Subject(subject(&s, "clerk")),
            failed: North,
        },
        Event::Effected {
            effect: Effect::Exposure(10),
            cause: Cause::BlueOnBlue,
        },
        Event::Effected {
            effect: Effect::Exposure(7),
            cause: Cause::Task(task(&s, "n_flip")),
        },
        // What calms the network is nobody's exposure.
        Event::Effected {
            effect: Effect::Exposure(-4),
            cause: Cause::Task(task(&s, "n_flip")),
        },
        Event::WelfareChanged {
            person: PersonId(0),
            by: -2,
        },
    ];
    let fold = fold(&s, &record(events));
    assert_eq!(percent(&fold, Metric::Breaches, Some(South)), Some(1.0));
    assert_eq!(percent(&fold, Metric::Breaches, Some(North)), Some(0.0));
    assert_eq!(percent(&fold, Metric::DuplicatedWork, None), Some(1.0));
    assert_eq!(percent(&fold, Metric::DuplicatedWork, Some(North)), None);
    // Of North's own work 7; of both, with the meeting, 17.
    assert_eq!(
        percent(&fold, Metric::ExposureCaused, Some(North)),
        Some(7.0)
    );
    assert_eq!(percent(&fold, Metric::ExposureCaused, None), Some(17.0));
    assert_eq!(percent(&fold, Metric::WelfareLost, None), Some(2.0));
}

#[test]
fn requests_count_for_who_had_to_answer() {
    let s = workbench();
    let ask = |team| Event::Requested {
        team,
        subjects: vec![subject(&s, "boss")],
        text: None,
        at: CaseTime(10),
    };
    let events = vec![
        Event::RoundStarted { round: 1 },
        ask(North),
        ask(North),
        Event::RequestAnswered {
            team: South,
            request: RequestId(0),
            answer: Answer::NoTrace,
            at: CaseTime(20),
        },
    ];
    let fold = fold(&s, &record(events));
    let of = |team| {
        fold.figure(Metric::RequestsAnswered, team)
            .and_then(|f| f.counted)
    };
    assert_eq!(of(Some(South)), Some((1, 2)));
    assert_eq!(of(Some(North)), None, "nobody asked it anything");
    assert_eq!(of(None), Some((1, 2)));
}

#[test]
fn theories_are_held_against_the_truth_and_against_their_confidence() {
    let s = workbench();
    // Three answers: the offence, who, the child. North has the offence and the child right: 2 of 3.
    let mut theory: Theory = blank(&s);
    theory.offence = Some(Offence::Trafficking);
    theory.people = vec![PersonStatus::Referred];
    theory.confidence = 100;
    let first = Event::TheoryRecorded {
        team: North,
        theory: theory.clone(),
        at: CaseTime(5),
    };
    let mut verdict = theory;
    verdict.answers = vec![Some(subject(&s, "boss"))];
    verdict.confidence = 80;
    let events = vec![
        Event::RoundStarted { round: 1 },
        first,
        Event::VerdictOpened,
        Event::VerdictDrafted {
            team: North,
            revision: 1,
            theory: verdict,
        },
        Event::VerdictSigned {
            team: North,
            revision: 1,
        },
        Event::VerdictSigned {
            team: South,
            revision: 1,
        },
        Event::DebriefOpened { joint: true },
    ];
    let fold = fold(&s, &record(events));
    let first = fold.figure(Metric::FirstTheory, Some(North));
    assert_eq!(first.and_then(|f| f.counted), Some((2, 3)));
    assert_eq!(fold.figure(Metric::FirstTheory, Some(South)), None);
    assert_eq!(percent(&fold, Metric::Verdict, None), Some(100.0));
    // (0.8 − 1)² = 0.04, of the verdict; (1 − 2/3)² = 0.111, of North's first theory.
    assert_eq!(percent(&fold, Metric::Calibration, None), Some(4.0));
    assert_eq!(
        percent(&fold, Metric::Calibration, Some(North)),
        Some(11.111)
    );
}

#[test]
fn nothing_played_is_no_skill_and_not_none_of_it() {
    let fold = Fold::new(workbench());
    for metric in [Metric::QuestionMix, Metric::Sensitivity, Metric::Bias] {
        assert_eq!(fold.figure(metric, None), None, "{metric:?}");
    }
    let all: Vec<Measured> = fold.figures();
    assert_eq!(all.len(), Metric::ALL.len());
}

#[test]
fn ratings_follow_what_was_observed() {
    use Part::{Achieved, Critical, Harmed, Smooth};
    let yes = |part| (part, Some(true));
    let no = |part| (part, Some(false));
    for (seen, rating, critical) in [
        (vec![yes(Achieved)], Some(Rating::P), false),
        (vec![yes(Achieved), no(Achieved)], Some(Rating::U), false),
        (vec![yes(Achieved), no(Smooth)], Some(Rating::S), false),
        (
            vec![yes(Achieved), yes(Smooth), no(Harmed)],
            Some(Rating::P),
            false,
        ),
        (
            vec![yes(Achieved), yes(Harmed), no(Smooth)],
            Some(Rating::M),
            false,
        ),
        // A critical error caps what would be better, and makes nothing better.
        (vec![yes(Achieved), yes(Critical)], Some(Rating::M), true),
        (vec![no(Achieved), yes(Critical)], Some(Rating::U), true),
        (vec![yes(Achieved), no(Critical)], Some(Rating::P), false),
        // What only an eye can see neither helps nor hurts; alone it proposes nothing.
        (vec![yes(Achieved), (Smooth, None)], Some(Rating::P), false),
        (vec![(Achieved, None), yes(Smooth)], None, false),
        (vec![], None, false),
    ] {
        assert_eq!(propose(seen.clone()), (rating, critical), "{seen:?}");
    }
}
