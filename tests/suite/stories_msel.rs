//! Injects, decisions and the network's plan: each rule told once.

use liaison::engine::{Actor, CaseTime, Cause, Command, Event, Refusal};
use liaison::scenario::ids::{InjectId, OptionId, ReactionId, StepId, Team};
use liaison::scenario::model::Effect;
use liaison::view::{DecisionView, InjectStatus, LineWhat, TruthKind, project};

use crate::support::{Story, item, officer, task};

use Team::{North, South};

const TRAINER: Actor = Actor::Facilitator;
/// Injects of *Workbench*, by what they are.
const OPEN: InjectId = InjectId(0);
const TIMED: InjectId = InjectId(2);
const CHIEF: InjectId = InjectId(3);
const WITNESS: InjectId = InjectId(4);
const VAN: InjectId = InjectId(5);
const DOCTOR: InjectId = InjectId(6);

fn fired(story: &Story, inject: InjectId) -> bool {
    let events = story.last.as_ref().expect("it happened");
    let one = |e: &Event| matches!(e, Event::InjectFired { inject: i, .. } if *i == inject);
    events.iter().any(one)
}

/// Is it on record at all?
fn gone(story: &Story, inject: InjectId) -> bool {
    let entries = story.entries.lock().expect("one writer");
    let one = |e: &Event| matches!(e, Event::InjectFired { inject: i, .. } if *i == inject);
    entries.iter().flat_map(|e| &e.events).any(one)
}

fn decide(inject: InjectId, option: u16) -> Command {
    Command::Decide {
        inject,
        option: OptionId(option),
    }
}

fn asked(story: &Story, team: Team) -> Vec<DecisionView> {
    let line = project(story.state(), team).line;
    let what = line.iter().map(|l| l.what.clone());
    what.filter_map(|w| match w {
        LineWhat::Inject { decision, .. } => decision,
        _ => None,
    })
    .collect()
}

fn status(story: &Story, inject: InjectId) -> InjectStatus {
    let rows = story.session.msel().injects;
    rows.iter().find(|r| r.id == inject).expect("listed").status
}

/// The second round, in which the van stands at the barrier.
fn van() -> Story {
    let mut story = Story::theorised().next_round();
    story.session.advance(1);
    assert!(gone(&story, VAN));
    story
}

/// *Workbench* with another trigger of the witness.
fn witness_at(round: u8, minute: u8) -> Story {
    let mut scenario = (*crate::support::fixture("workbench").scenario).clone();
    scenario.planning_seconds = 300;
    scenario.injects[4].trigger = liaison::scenario::msel::Trigger::Timed { round, minute };
    Story::of(std::sync::Arc::new(scenario), 1).both(Command::Acknowledge)
}

/// Each refusal of this family, met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, who: Actor, command: Command, refusal: Refusal| {
        met.push((story.when(who, command).refused(refusal), refusal));
    };
    let hold = |inject| Command::HoldInject { inject };
    let (n, s) = (Actor::Team(North), Actor::Team(South));
    meet(
        Story::planning(),
        TRAINER,
        hold(InjectId(99)),
        Refusal::NoSuchInject,
    );
    meet(
        Story::planning(),
        TRAINER,
        hold(OPEN),
        Refusal::InjectGone { inject: OPEN },
    );
    let held = Story::planning().when(TRAINER, hold(VAN)).happened();
    meet(
        held,
        TRAINER,
        hold(VAN),
        Refusal::InjectHeld { inject: VAN },
    );
    let command = Command::ReleaseInject { inject: VAN };
    meet(
        Story::planning(),
        TRAINER,
        command,
        Refusal::InjectNotHeld { inject: VAN },
    );
    let skip = Command::SkipInject { inject: VAN };
    let skipped = Story::planning().when(TRAINER, skip).happened();
    meet(
        skipped,
        TRAINER,
        hold(VAN),
        Refusal::InjectSkipped { inject: VAN },
    );
    let skip = Command::SkipInject { inject: VAN };
    let late = Story::planning()
        .when(TRAINER, skip)
        .happened()
        .until_verdict();
    let command = Command::FireInject { inject: VAN };
    meet(
        late,
        TRAINER,
        command,
        Refusal::NoTimeToDecide { inject: VAN },
    );
    let command = Command::FireDue { second: 1 };
    meet(
        Story::planning(),
        Actor::Clock,
        command,
        Refusal::NothingDue,
    );
    // What did not reach a team does not exist for it, whether or not it exists.
    meet(
        Story::planning(),
        n,
        decide(VAN, 0),
        Refusal::NoSuchDecision,
    );
    meet(
        Story::planning(),
        n,
        decide(OPEN, 0),
        Refusal::NoSuchDecision,
    );
    meet(
        Story::planning(),
        n,
        decide(InjectId(99), 0),
        Refusal::NoSuchDecision,
    );
    meet(van(), n, decide(DOCTOR, 0), Refusal::NoSuchDecision);
    meet(
        van(),
        n,
        decide(VAN, 2),
        Refusal::NoSuchOption { inject: VAN },
    );
    let decided = van().when(North, decide(VAN, 0)).happened();
    meet(
        decided,
        n,
        decide(VAN, 1),
        Refusal::AlreadyDecided { inject: VAN },
    );
    let command = Command::FireInject { inject: DOCTOR };
    let mut story = Story::planning().when(TRAINER, command).happened();
    story = story.next_round().next_round();
    let refusal = Refusal::DecisionClosed {
        inject: DOCTOR,
        until: 2,
    };
    meet(story, s, decide(DOCTOR, 0), refusal);
    met
}

#[test]
fn a_timed_inject_goes_at_its_minute_of_planning_and_not_while_the_clock_stands() {
    let mut story = witness_at(1, 2);
    story.session.advance(119_999);
    assert!(!gone(&story, WITNESS));
    story = story.when(TRAINER, Command::Pause).happened();
    story.session.advance(600_000);
    assert!(!gone(&story, WITNESS));
    let due = Command::FireDue { second: 200 };
    story = story.when(Actor::Clock, due).refused(Refusal::ClockPaused);
    story = story.when(TRAINER, Command::Resume).happened();
    story.session.advance(1);
    assert!(gone(&story, WITNESS));
    let line = project(story.state(), South).line;
    // Two of five minutes of planning stand for 96 minutes of a round of four hours.
    assert_eq!(
        line.last().map(|l| (l.round, l.at)),
        Some((1, CaseTime(96)))
    );
}

#[test]
fn only_the_clock_gives_the_time() {
    let due = || Command::FireDue { second: 300 };
    for actor in [TRAINER, Actor::Team(North)] {
        witness_at(1, 2)
            .when(actor, due())
            .refused(Refusal::NotYours);
    }
}

#[test]
fn a_timed_inject_whose_minute_never_came_goes_as_the_next_round_starts() {
    let story = witness_at(1, 4).next_round();
    assert!(fired(&story, WITNESS));
}

#[test]
fn a_timed_inject_waits_for_its_condition() {
    let mut story = Story::planning();
    story.session.advance(1_000);
    assert!(!gone(&story, TIMED));
    let command = Command::AssignTask {
        officer: officer(&story.scenario, "ann"),
        task: task(&story.scenario, "n_watch"),
    };
    let story = story.when(North, command).happened().next_round();
    assert!(fired(&story, TIMED), "the watch is done");
}

#[test]
fn a_contingency_goes_only_if_the_expected_action_was_not_seen() {
    let waited = Story::theorised().next_round();
    assert!(fired(&waited, CHIEF));
    let share = Command::ShareItem {
        item: item(&waited.scenario, "n_open"),
        form: liaison::scenario::words::Form::Full,
        channel: liaison::scenario::words::Channel::LiaisonDesk,
        note: None,
    };
    let shared = Story::theorised()
        .when(North, share)
        .happened()
        .next_round();
    assert!(!gone(&shared, CHIEF));
    assert_eq!(status(&shared, CHIEF), InjectStatus::NotNeeded);
    assert!(!gone(&shared.next_round(), CHIEF));
}

#[test]
fn what_waits_for_a_hand_goes_at_once_paused_or_not() {
    let story = Story::planning().until_verdict();
    assert!(!gone(&story, WITNESS));
    let fire = || Command::FireInject { inject: WITNESS };
    let story = story.when(TRAINER, fire()).happened();
    assert!(fired(&story, WITNESS));
    Story::planning()
        .when(North, fire())
        .refused(Refusal::NotYours)
        .when(TRAINER, Command::Pause)
        .happened()
        .when(TRAINER, fire())
        .then(&[
            Event::InjectFired {
                inject: WITNESS,
                at: Some(CaseTime(0)),
            },
            Event::Effected {
                effect: Effect::Exposure(1),
                cause: Cause::Inject(WITNESS),
            },
        ]);
}

#[test]
fn a_held_inject_stays_and_goes_at_once_when_it_is_released_late() {
    let hold = Command::HoldInject { inject: CHIEF };
    let story = Story::planning().when(TRAINER, hold).happened();
    assert_eq!(status(&story, CHIEF), InjectStatus::Held);
    let story = story.next_round();
    assert!(!gone(&story, CHIEF));
    let release = Command::ReleaseInject { inject: CHIEF };
    let story = story.when(TRAINER, release).happened();
    assert!(fired(&story, CHIEF));
    assert_eq!(status(&story, CHIEF), InjectStatus::Fired(2));
}

#[test]
fn a_skipped_inject_does_not_go_by_itself() {
    let skip = Command::SkipInject { inject: CHIEF };
    let story = Story::planning()
        .when(TRAINER, skip)
        .happened()
        .next_round();
    assert!(!gone(&story, CHIEF));
    assert_eq!(status(&story, CHIEF), InjectStatus::Skipped);
    let fire = Command::FireInject { inject: CHIEF };
    assert!(gone(&story.when(TRAINER, fire).happened(), CHIEF));
}

#[test]
fn the_facilitators_words_go_instead_of_the_authors() {
    let edit = |text: &str| Command::EditInject {
        inject: WITNESS,
        text: text.to_owned(),
    };
    let story = Story::planning()
        .when(TRAINER, edit(" "))
        .refused(Refusal::EmptyMessage)
        .when(TRAINER, edit(" She is at the quay. "))
        .happened();
    let row = story.session.msel().injects.remove(4);
    assert_eq!(
        (row.text.get("en"), row.edited),
        ("She is at the quay.", true)
    );
    let fire = Command::FireInject { inject: WITNESS };
    let story = story.when(TRAINER, fire).happened();
    let line = project(story.state(), South).line;
    let Some(LineWhat::Inject { text, .. }) = line.last().map(|l| &l.what) else {
        panic!("it reached South");
    };
    assert_eq!(text.get("en"), "She is at the quay.");
    let gone = Refusal::InjectGone { inject: WITNESS };
    story.when(TRAINER, edit("Too late.")).refused(gone);
}

#[test]
fn each_team_decides_for_itself_once_and_its_choice_has_its_effects() {
    let story = van();
    let [ours] = &asked(&story, North)[..] else {
        panic!("one decision");
    };
    assert!(ours.open);
    assert_eq!((ours.until, ours.options.len(), ours.chosen), (2, 2, None));
    let story = story.when(North, decide(VAN, 0)).happened();
    let cause = Cause::Decision {
        team: North,
        inject: VAN,
    };
    let events = story.last.as_ref().expect("decided");
    assert!(events.contains(&Event::Effected {
        effect: Effect::Exposure(10),
        cause
    }));
    assert_eq!(asked(&story, North)[0].chosen, Some(OptionId(0)));
    // The partner decides for itself.
    let theirs = asked(&story, South).into_iter().find(|d| d.inject == VAN);
    assert!(theirs.expect("asked").open);
}

#[test]
fn nobody_decided_in_time_the_default_is_taken_and_without_one_nothing() {
    let story = van().both(Command::SetReady { ready: true });
    let events = story.last.as_ref().expect("resolved").clone();
    for team in Team::BOTH {
        let decided = Event::Decided {
            team,
            inject: VAN,
            option: OptionId(1),
            by_default: true,
        };
        assert!(events.contains(&decided));
    }
    let ours = asked(&story, North).remove(0);
    assert!(ours.by_default && !ours.open);
    // The doctor gave two rounds and said nothing of what happens then.
    let story = story.both(Command::Acknowledge);
    let doctor = |story: &Story| asked(story, South).into_iter().find(|d| d.inject == DOCTOR);
    assert!(doctor(&story).expect("asked").open);
    let story = story.both(Command::SetReady { ready: true });
    let view = doctor(&story).expect("asked");
    assert!(!view.open && view.chosen.is_none());
}

#[test]
fn the_network_takes_its_steps_unless_they_are_prevented() {
    let stepped = |story: Story| {
        let story = story.both(Command::SetReady { ready: true });
        story.last.as_ref().expect("resolved").clone()
    };
    let events = stepped(van());
    let pay = StepId(1);
    assert!(events.contains(&Event::Stepped { step: StepId(0) }));
    assert!(events.contains(&Event::Effected {
        effect: Effect::Give {
            item: item(&crate::support::fixture("workbench").scenario, "n_slip"),
            to: North
        },
        cause: Cause::Step(pay)
    }));
    // The van was stopped: the child is not moved; the boss pays all the same.
    let events = stepped(van().when(North, decide(VAN, 0)).happened());
    assert!(events.contains(&Event::StepPrevented { step: StepId(0) }));
    assert!(!events.contains(&Event::Stepped { step: StepId(0) }));
    assert!(events.contains(&Event::Stepped { step: pay }));
}

#[test]
fn an_alarmed_network_reacts_once_and_calls_its_steps_off() {
    // 10 at the start; both stop the van: 30.
    let story = van()
        .when(North, decide(VAN, 0))
        .happened()
        .when(South, decide(VAN, 0))
        .happened()
        .both(Command::SetReady { ready: true });
    let events = story.last.as_ref().expect("resolved").clone();
    for reaction in [ReactionId(0), ReactionId(1)] {
        assert!(events.contains(&Event::Reacted { reaction }));
    }
    let story = story
        .both(Command::Acknowledge)
        .both(Command::SetReady { ready: true });
    let network = |e: &Event| matches!(e, Event::Stepped { .. } | Event::Reacted { .. });
    let events = story.last.as_ref().expect("resolved");
    assert!(!events.iter().any(network), "no sailing, no second time");
}

#[test]
fn the_debrief_shows_what_the_network_did_and_what_was_decided() {
    let mut story = van().when(North, decide(VAN, 0)).happened().until_verdict();
    story.session.advance(600_000);
    let debrief = project(story.state(), South).debrief.expect("open");
    let told: Vec<_> = debrief
        .truth
        .iter()
        .map(|t| (t.round, t.kind, t.text.get("en")))
        .collect();
    let expected = [
        (1, TruthKind::Told, "The child is in the barn."),
        (2, TruthKind::Reaction, "The boss drops his telephone."),
        (2, TruthKind::Step, "The boss pays the clerk."),
        (
            2,
            TruthKind::Prevented,
            "The clerk moves the child to the quay.",
        ),
        (3, TruthKind::Step, "The boat sails."),
    ];
    assert_eq!(told, expected);
    let van = debrief.decisions.iter().find(|d| d.number == 6);
    let van = van.expect("it was asked");
    let (first, second) = ((OptionId(0), false), (OptionId(1), true));
    assert_eq!(van.chosen, [Some(first), Some(second)]);
    assert_eq!((van.asked, van.round), ([true; 2], 2));
}

#[test]
fn the_list_shows_the_facilitator_what_is_due_and_why() {
    use liaison::view::TriggerView;
    let story = Story::planning();
    let rows = story.session.msel().injects;
    let numbers: Vec<_> = rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    let due: Vec<_> = rows.iter().map(|r| r.due).collect();
    let start = Some((1, 0));
    assert_eq!(
        due,
        [
            start,
            start,
            start,
            Some((2, 0)),
            None,
            Some((2, 0)),
            start,
            start
        ]
    );
    assert_eq!(
        rows[3].trigger,
        TriggerView::Contingency {
            by: 2,
            expected: "Shared(item: \"n_open\", to: South)".into(),
            when: "Always".into(),
        }
    );
    assert_eq!(rows[0].status, InjectStatus::Fired(1));
    assert_eq!(rows[5].status, InjectStatus::Waiting);
    let mut story = story.when(TRAINER, Command::HoldInject { inject: VAN });
    story = story.happened().next_round();
    assert_eq!(status(&story, VAN), InjectStatus::Held);
}

#[test]
fn the_list_is_sent_to_the_facilitators_seat_alone() {
    use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
    let mut story = Story::planning();
    let hello = || ClientMessage::Hello { version: VERSION };
    story.session.handle(Seat::Team(North), hello());
    let taken = story.session.handle(Seat::Facilitator, hello());
    let list = |m: &ServerMessage| matches!(m, ServerMessage::Msel { .. });
    assert!(
        taken
            .iter()
            .any(|(seat, m)| *seat == Seat::Facilitator && list(m))
    );
    let command = Command::HoldInject { inject: VAN };
    let held = ClientMessage::Command { id: 1, command };
    let told = story.session.handle(Seat::Facilitator, held);
    assert!(told.iter().all(|(seat, _)| *seat == Seat::Facilitator));
    let Some((_, ServerMessage::Msel { view })) = told.last() else {
        panic!("the list has changed");
    };
    let row = view.injects.iter().find(|r| r.id == VAN).expect("listed");
    assert_eq!(row.status, InjectStatus::Held);
}

#[test]
fn what_is_edited_held_or_skipped_reaches_no_team() {
    use liaison::view::{Reader, told};
    let story = Story::planning()
        .when(TRAINER, Command::HoldInject { inject: VAN })
        .happened()
        .when(TRAINER, Command::SkipInject { inject: VAN })
        .happened();
    let events = story.entries.lock().expect("one writer").clone();
    let last = events.iter().rev().take(2).flat_map(|e| &e.events);
    for event in last {
        for team in Team::BOTH {
            assert_eq!(told(story.state(), 1, event, Reader::Team(team)), None);
        }
        let line = told(story.state(), 1, event, Reader::Truth).expect("the truth reads all");
        assert_eq!(line["inject"], "inject 6");
    }
}

#[test]
fn the_record_names_options_and_keeps_the_networks_doings_from_the_teams() {
    use liaison::view::{Reader, told};
    let story = van()
        .when(North, decide(VAN, 0))
        .happened()
        .both(Command::SetReady { ready: true });
    let entries = story.entries.lock().expect("one writer").clone();
    let lines = |reader: Reader| -> Vec<serde_json::Value> {
        let events = entries.iter().flat_map(|e| &e.events);
        events
            .filter_map(|e| told(story.state(), 1, e, reader))
            .collect()
    };
    let truth = lines(Reader::Truth);
    let has =
        |lines: &[serde_json::Value], key: &str, value: &str| lines.iter().any(|l| l[key] == value);
    assert!(has(&truth, "option", "stop"));
    assert!(has(&truth, "step", "pay") && has(&truth, "reaction", "drop_phone"));
    let north = lines(Reader::Team(North));
    assert!(has(&north, "option", "stop") && !has(&north, "step", "pay"));
    // The slip came into the folder; how is not for the team.
    let slip = north.iter().find(|l| l["effect"]["Give"]["item"] == "N-08");
    assert_eq!(slip.expect("it came").get("cause"), None);
    assert!(!has(&lines(Reader::Team(South)), "option", "stop"));
}

#[test]
fn the_account_tells_decisions_and_the_network() {
    let story = van()
        .when(North, decide(VAN, 0))
        .happened()
        .both(Command::SetReady { ready: true });
    let mut account = liaison::report::Account::new(story.scenario.clone(), "en");
    let entries = story.entries.lock().expect("one writer").clone();
    let told: Vec<_> = entries.iter().flat_map(|e| account.tell(e)).collect();
    for words in [
        "Inject 6, Control: The van stands at the barrier. Stop it?",
        "Decides on inject 6: Stop it now",
        "Has not decided on inject 6 in time: Let it pass and watch",
        "The network is alarmed: The boss drops his telephone.",
        "Prevented: The clerk moves the child to the quay.",
        "The network: The boss pays the clerk.",
    ] {
        assert!(told.iter().any(|s| s.text == words), "{words}");
    }
}
