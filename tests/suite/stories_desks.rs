//! The rules of the liaison desks, each told once: requests, queries, consent, trust, blue on blue.

use liaison::engine::rules::{consent, trust};
use liaison::engine::{About, Answer, Command, Consent, Event, Refusal};
use liaison::scenario::ids::{PlaceId, RequestId, Team};
use liaison::scenario::words::{Channel, Form, TrustCause, Withheld};
use liaison::view::{AboutView, LineWhat, ReplyView, project};

use crate::support::{Story, item, officer, subject, task};

use Team::{North, South};

pub fn ask(story: &Story, keys: &[&str]) -> Command {
    Command::Request {
        subjects: keys.iter().map(|k| subject(&story.scenario, k)).collect(),
        text: None,
    }
}

pub fn share(story: &Story, key: &str) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

pub fn answer(n: u16, answer: Answer) -> Command {
    Command::AnswerRequest {
        request: RequestId(n),
        answer,
    }
}

fn items(story: &Story, keys: &[&str]) -> Answer {
    Answer::Items(keys.iter().map(|k| item(&story.scenario, k)).collect())
}

pub fn assign(story: &Story, o: &str, t: &str) -> Command {
    Command::AssignTask {
        officer: officer(&story.scenario, o),
        task: task(&story.scenario, t),
    }
}

pub fn place(story: &Story, key: &str) -> PlaceId {
    let at = story.scenario.map.places.iter().position(|p| p.key == key);
    PlaceId(u16::try_from(at.expect("a place")).expect("small"))
}

fn about(story: &Story, key: &str) -> Command {
    Command::PointerQuery {
        about: About::Subject(subject(&story.scenario, key)),
    }
}

fn trust_now(story: &Story) -> u8 {
    let views = [North, South].map(|t| project(story.state(), t).liaison.trust.clone());
    assert_eq!(views[0], views[1], "both services see the same trust");
    views[0].now
}

#[test]
fn a_request_names_its_subjects_to_the_partner_and_waits_visibly() {
    let story = Story::planning();
    let barn = subject(&story.scenario, "barn");
    let knows_barn = |story: &Story| {
        let view = project(story.state(), South);
        view.places.iter().any(|p| p.learned)
    };
    assert!(!knows_barn(&story), "South has not heard of the barn");
    let command = ask(&story, &["barn"]);
    let story = story.when(North, command).happened();
    // Naming it told South of it, and where it is.
    assert!(knows_barn(&story));
    let view = project(story.state(), South);
    let request = &view.liaison.requests[0];
    assert_eq!((request.by, request.age), (North, 0));
    assert_eq!(request.subjects[0].id, barn);
    assert!(matches!(
        view.line.last().expect("a line").what,
        LineWhat::Request {
            request: RequestId(0)
        }
    ));
    let before = trust_now(&story);
    let story = story.next_round();
    assert_eq!(project(story.state(), North).liaison.requests[0].age, 1);
    assert_eq!(
        trust_now(&story),
        before - 4,
        "a request that waits costs trust"
    );
}

#[test]
fn a_request_is_answered_with_what_was_passed_on() {
    let story = Story::theorised();
    let command = ask(&story, &["boss"]);
    let story = story.when(North, command).happened();
    let (command, reply) = (share(&story, "s_open"), items(&story, &["s_open"]));
    let ledger = item(&story.scenario, "s_open");
    let story = story
        .when(South, answer(0, reply.clone()))
        .refused(Refusal::ItemNotSent { item: ledger })
        .when(South, command)
        .happened()
        .when(South, answer(0, reply))
        .happened();
    assert!(matches!(
        story.last.as_ref().expect("answered")[..],
        [
            Event::RequestAnswered { team: South, .. },
            Event::TrustMoved {
                by: 6,
                why: TrustCause::AnsweredAtOnce
            },
            ..
        ]
    ));
    let view = project(story.state(), North);
    let expected = ReplyView::Items {
        items: vec![ledger],
        coming: 0,
    };
    assert_eq!(view.liaison.requests[0].reply, Some(expected));
    assert_eq!(trust_now(&story), 66);
}

#[test]
fn an_answer_that_is_still_on_its_way_is_only_counted_for_who_asked() {
    let story = Story::theorised();
    let command = ask(&story, &["boss"]);
    let slow = Command::ShareItem {
        item: item(&story.scenario, "s_open"),
        form: Form::Full,
        channel: Channel::Interpol,
        note: None,
    };
    let reply = items(&story, &["s_open"]);
    let story = story
        .when(North, command)
        .when(South, slow)
        .when(South, answer(0, reply))
        .happened();
    let reply = |story: &Story, team| {
        project(story.state(), team).liaison.requests[0]
            .reply
            .clone()
    };
    let ledger = item(&story.scenario, "s_open");
    let coming = ReplyView::Items {
        items: vec![],
        coming: 1,
    };
    let there = ReplyView::Items {
        items: vec![ledger],
        coming: 0,
    };
    assert_eq!(reply(&story, North), Some(coming));
    assert_eq!(reply(&story, South), Some(there.clone()));
    let story = story.next_round();
    assert_eq!(reply(&story, North), Some(there));
}

#[test]
fn no_trace_is_an_answer_and_the_debrief_knows_when_it_was_untrue() {
    let story = Story::theorised();
    let (barn, boss) = (ask(&story, &["barn"]), ask(&story, &["boss"]));
    let mut story = story
        .when(North, barn)
        .when(North, boss)
        .happened()
        .when(South, answer(0, Answer::NoTrace))
        .then(&[
            Event::RequestAnswered {
                team: South,
                request: RequestId(0),
                answer: Answer::NoTrace,
                at: Default::default(),
            },
            Event::TrustMoved {
                by: 1,
                why: TrustCause::NoTrace,
            },
        ])
        .when(South, answer(1, Answer::NoTrace))
        .happened();
    story = story.until_verdict();
    let end = Command::EndPhase;
    let story = story
        .when(liaison::engine::Actor::Facilitator, end)
        .happened();
    let debrief = project(story.state(), North).debrief.expect("the debrief");
    // South never held anything on the barn; the ledger speaks of the boss.
    assert_eq!(debrief.desks.untrue, [RequestId(1)]);
}

#[test]
fn a_refusal_gives_its_reason_and_costs_less_than_silence() {
    let story = Story::theorised();
    let command = ask(&story, &["boss"]);
    let refused = Answer::Refused(Withheld::OperationRunning);
    let story = story
        .when(North, command)
        .when(South, answer(0, refused))
        .happened();
    assert_eq!(trust_now(&story), 58);
    let story = story.next_round();
    assert_eq!(trust_now(&story), 58, "an answered request ages no more");
    let reply = project(story.state(), North).liaison.requests[0]
        .reply
        .clone();
    assert_eq!(reply, Some(ReplyView::Refused(Withheld::OperationRunning)));
}

#[test]
fn a_pointer_query_tells_both_of_a_match_and_nothing_else() {
    let story = Story::planning();
    let command = about(&story, "boss");
    let story = story.when(North, command).happened();
    assert!(matches!(
        story.last.as_ref().expect("asked")[0],
        Event::PointerQueried { matched: true, .. }
    ));
    let view = project(story.state(), South);
    let boss = subject(&story.scenario, "boss");
    let Some(LineWhat::Query {
        by: North,
        about: Some(AboutView::Subject(s)),
        matched: true,
    }) = view.line.last().map(|l| l.what.clone())
    else {
        panic!("South is told of the match: {:?}", view.line.last());
    };
    assert_eq!(s.id, boss);
    // Nothing of what South holds went over.
    assert!(
        project(story.state(), North)
            .folder
            .iter()
            .all(|i| i.received.is_none())
    );
}

#[test]
fn without_a_match_the_partner_hears_only_that_there_was_a_query() {
    let story = Story::planning();
    let command = about(&story, "barn");
    let story = story.when(North, command).happened();
    let view = project(story.state(), South);
    assert_eq!(
        view.line.last().map(|l| l.what.clone()),
        Some(LineWhat::Query {
            by: North,
            about: None,
            matched: false
        })
    );
    assert!(view.liaison.queries.is_empty());
    assert!(view.places.iter().all(|p| !p.learned));
}

#[test]
fn a_query_that_found_nothing_is_answered_when_the_partner_comes_there() {
    let story = Story::theorised();
    let (quay, open) = (place(&story, "barn"), share(&story, "n_open"));
    let query = Command::PointerQuery {
        about: About::Place(quay),
    };
    let (watch, follow) = (
        assign(&story, "ann", "n_watch"),
        assign(&story, "cai", "s_watch"),
    );
    let story = story
        .when(North, open)
        .when(North, watch)
        .when(North, query)
        .happened()
        .when(South, follow)
        .happened();
    assert!(matches!(
        story.last.as_ref().expect("sent")[..],
        [
            Event::TaskAssigned { .. },
            Event::PointerMatched { team: North, .. },
            Event::TrustMoved {
                by: 2,
                why: TrustCause::Deconflicted
            },
        ]
    ));
    // They know of each other: nobody gets in anybody's way.
    let story = story.both(Command::SetReady { ready: true });
    let events = story.last.as_ref().expect("resolved");
    assert!(!events.iter().any(|e| matches!(e, Event::BlueOnBlue { .. })));
}

#[test]
fn two_services_at_one_door_alarm_everybody_and_one_has_worked_in_vain() {
    let story = Story::theorised();
    let open = share(&story, "n_open");
    let (watch, follow) = (
        assign(&story, "ann", "n_watch"),
        assign(&story, "cai", "s_watch"),
    );
    let story = story
        .when(North, open)
        .when(North, watch)
        .when(South, follow)
        .both(Command::SetReady { ready: true });
    let events = story.last.clone().expect("resolved");
    let failed = events
        .iter()
        .find_map(|e| match e {
            Event::BlueOnBlue { failed, about, .. } => {
                assert_eq!(*about, About::Place(place(&story, "barn")));
                Some(*failed)
            }
            _ => None,
        })
        .expect("they met");
    let success = |team: Team| {
        events.iter().find_map(|e| match e {
            Event::TaskResolved {
                team: t, success, ..
            } if *t == team => Some(*success),
            _ => None,
        })
    };
    assert_eq!(success(failed), Some(false));
    for team in [North, South] {
        let line = project(story.state(), team).line;
        let met = |l: &liaison::view::LineEntry| matches!(l.what, LineWhat::BlueOnBlue { failed: f, .. } if f == (failed == team));
        assert!(line.iter().any(met), "{team:?} is told");
    }
    assert_eq!(trust_now(&story), 55);
    let effect = |e: &Event| {
        matches!(
            e,
            Event::Effected {
                effect: liaison::scenario::model::Effect::Exposure(15),
                ..
            }
        )
    };
    assert!(events.iter().any(effect), "the alarm rises");
}

#[test]
fn two_services_after_one_person_get_into_each_others_way_as_well() {
    let story = Story::theorised();
    let open = share(&story, "n_open");
    let (canvass, follow) = (
        assign(&story, "ben", "n_flip"),
        assign(&story, "cai", "s_watch"),
    );
    let clerk = subject(&story.scenario, "clerk");
    let story = story
        .when(North, open)
        .when(North, canvass)
        .when(South, follow)
        .both(Command::SetReady { ready: true });
    let events = story.last.as_ref().expect("resolved");
    let met =
        |e: &Event| matches!(e, Event::BlueOnBlue { about: About::Subject(s), .. } if *s == clerk);
    assert!(events.iter().any(met));
}

#[test]
fn consent_is_asked_for_given_or_refused_and_thought_over() {
    let story = Story::theorised();
    let (open, n_open) = (share(&story, "n_open"), item(&story.scenario, "n_open"));
    let give = |granted| Command::GiveConsent {
        item: n_open,
        granted,
    };
    let consent_of = |story: &Story| {
        let view = project(story.state(), South);
        view.folder
            .iter()
            .find(|i| i.id == n_open)
            .expect("held")
            .consent
    };
    let story = story
        .when(North, open)
        .when(South, Command::AskConsent { item: n_open })
        .happened();
    assert_eq!(consent_of(&story), Some(Consent::Asked(1)));
    assert_eq!(consent::lacking(story.state(), South, &[n_open]), [n_open]);
    let story = story.when(North, give(false)).happened();
    assert_eq!(consent_of(&story), Some(Consent::Refused));
    assert_eq!(trust_now(&story), 59);
    let story = story.when(North, give(true)).happened();
    assert_eq!(consent_of(&story), Some(Consent::Granted));
    assert!(consent::lacking(story.state(), South, &[n_open]).is_empty());
    assert_eq!(trust_now(&story), 61);
}

#[test]
fn consent_that_nobody_asked_for_earns_no_trust() {
    let story = Story::theorised();
    let (open, n_open) = (share(&story, "n_open"), item(&story.scenario, "n_open"));
    let granted = true;
    let story = story
        .when(North, open)
        .happened()
        .when(
            North,
            Command::GiveConsent {
                item: n_open,
                granted,
            },
        )
        .happened();
    assert!(consent::lacking(story.state(), South, &[n_open]).is_empty());
    assert_eq!(trust_now(&story), 60);
}

#[test]
fn where_trust_is_low_the_desk_is_slow_and_where_it_is_high_supervisors_are_quick() {
    let mut scenario = (*Story::of_workbench().scenario).clone();
    let arrival = |trust: u8, key: &str, scenario: &mut liaison::scenario::Scenario| {
        scenario.trust = trust;
        let story = Story::of(std::sync::Arc::new(scenario.clone()), 1).both(Command::Acknowledge);
        let theory = story.blank();
        let story = story.both(Command::RecordTheory { theory });
        let command = share(&story, key);
        let story = story.when(North, command).happened();
        match story.last.as_ref().expect("shared")[0] {
            Event::ItemShared { arrives, .. } => arrives,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(arrival(trust::LOW, "n_open", &mut scenario), 1);
    assert_eq!(arrival(trust::LOW - 1, "n_open", &mut scenario), 2);
    assert_eq!(arrival(trust::HIGH - 1, "n_super", &mut scenario), 2);
    assert_eq!(arrival(trust::HIGH, "n_super", &mut scenario), 1);
}

#[test]
fn doubtful_information_without_a_warning_costs_trust() {
    let mut scenario = (*Story::of_workbench().scenario).clone();
    scenario.items[0].info = liaison::scenario::words::InfoGrade::E;
    let told = |note: Option<&str>| {
        let story = Story::of(std::sync::Arc::new(scenario.clone()), 1).both(Command::Acknowledge);
        let theory = story.blank();
        let story = story.both(Command::RecordTheory { theory });
        let command = Command::ShareItem {
            item: item(&story.scenario, "n_open"),
            form: Form::Full,
            channel: Channel::LiaisonDesk,
            note: note.map(str::to_owned),
        };
        trust_now(&story.when(North, command).happened())
    };
    assert_eq!(told(None), 57);
    assert_eq!(told(Some("We doubt this ourselves.")), 60);
}
