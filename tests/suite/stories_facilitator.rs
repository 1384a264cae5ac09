//! What the facilitator does by hand, what evaluators note, and what each of the seats that do not play
//! sees: each rule told once.

use std::sync::Arc;

use liaison::engine::{Actor, CaseTime, Cause, Command, Event, Phase, Refusal};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::report::Account;
use liaison::scenario::ids::{ItemId, TaskId, Team};
use liaison::scenario::model::Effect;
use liaison::scenario::words::{Channel, Delivery, Form, Rating, Sight};
use liaison::session::Session;
use liaison::view::{
    Between, FacilitatorPart, FacilitatorView, FolderRow, LineWhat, Reader, apply_part,
    facilitator_view, project, told,
};

use crate::stories_desks::ask;
use crate::support::{Story, fixture, item, officer, subject, task};

use Team::{North, South};

const TRAINER: Actor = Actor::Facilitator;

fn give(story: &Story, team: Team, key: &str) -> Command {
    let item = item(&story.scenario, key);
    Command::GiveItem { team, item }
}

fn change(story: &Story, round: u8, key: &str, success: bool) -> Command {
    Command::OverrideTask {
        round,
        task: task(&story.scenario, key),
        success,
        reason: "The fog was the trainer's own mistake.".to_owned(),
    }
}

fn note(team: Option<Team>, rating: Option<Rating>, critical: bool) -> Command {
    Command::Observe {
        team,
        text: "Reads the ledger aloud, then moves on.".to_owned(),
        rating,
        critical,
    }
}

fn insert(to: Option<Team>) -> Command {
    Command::InsertInject {
        to,
        from: "A fisherman".to_owned(),
        via: Delivery::Telephone,
        text: "A boat without lights lies off the quay.".to_owned(),
    }
}

fn lines(story: &Story, team: Team) -> Vec<LineWhat> {
    let line = project(story.state(), team).line;
    line.iter().map(|l| l.what.clone()).collect()
}

fn holds(story: &Story, team: Team, key: &str) -> bool {
    let id = item(&story.scenario, key);
    let folder = project(story.state(), team).folder;
    folder.iter().any(|i| i.id == id)
}

fn row(story: &Story, team: Team, key: &str) -> FolderRow {
    let id = item(&story.scenario, key);
    let view = facilitator_view(story.state());
    let mut folder = view.teams[team.index()].folder.iter().cloned();
    folder.find(|r| r.item == id).expect("held")
}

/// North's Ann has watched the barn in round 1, and the report lies before both.
fn watched() -> Story {
    let story = Story::theorised();
    let assign = Command::AssignTask {
        officer: officer(&story.scenario, "ann"),
        task: task(&story.scenario, "n_watch"),
    };
    story
        .when(North, assign)
        .happened()
        .both(Command::SetReady { ready: true })
}

/// The account of everything so far.
fn account(story: &Story) -> Vec<String> {
    let mut account = Account::new(story.scenario.clone(), "en");
    let entries = story.entries.lock().expect("one writer");
    let told = entries.iter().flat_map(|e| account.tell(e));
    told.map(|s| s.text).collect()
}

/// Each refusal of this family, met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, who: Actor, command: Command, refusal: Refusal| {
        met.push((story.when(who, command).refused(refusal), refusal));
    };
    let p = Story::planning();
    let n_open = item(&p.scenario, "n_open");
    let held = Refusal::ItemHeld { item: n_open };
    meet(Story::planning(), TRAINER, give(&p, North, "n_open"), held);
    let nothing = Command::GiveItem {
        team: North,
        item: ItemId(999),
    };
    meet(Story::planning(), TRAINER, nothing, Refusal::NoSuchItem);
    let command = give(&p, South, "n_open");
    meet(Story::of_workbench(), TRAINER, command, Refusal::WrongPhase);

    let watch = task(&p.scenario, "n_watch");
    let reason = |reason: &str| Command::OverrideTask {
        round: 1,
        task: watch,
        success: false,
        reason: reason.to_owned(),
    };
    meet(watched(), TRAINER, reason(" "), Refusal::ReasonMissing);
    let another = Refusal::AnotherRound { round: 1 };
    meet(watched(), TRAINER, change(&p, 2, "n_watch", false), another);
    let later = watched().both(Command::Acknowledge).next_round();
    let another = Refusal::AnotherRound { round: 2 };
    meet(later, TRAINER, change(&p, 1, "n_watch", false), another);
    let none = Refusal::AnotherRound { round: 0 };
    let command = change(&p, 1, "n_watch", false);
    meet(Story::planning(), TRAINER, command, none);
    let task = task(&p.scenario, "n_flip");
    let command = change(&p, 1, "n_flip", true);
    meet(watched(), TRAINER, command, Refusal::NoResult { task });
    let stands = Refusal::ResultStands { task: watch };
    meet(watched(), TRAINER, change(&p, 1, "n_watch", true), stands);
    let nobody = Command::OverrideTask {
        round: 1,
        task: TaskId(999),
        success: true,
        reason: "Why not?".to_owned(),
    };
    meet(watched(), TRAINER, nobody, Refusal::NoSuchTask);

    for percent in [0, 24, 101] {
        let slow = Command::SetPace { percent };
        let refusal = Refusal::PaceOutOfRange { percent };
        meet(Story::planning(), TRAINER, slow, refusal);
    }
    for rating in [Rating::P, Rating::S] {
        let command = note(Some(North), Some(rating), true);
        let refusal = Refusal::CriticalCapsRating;
        meet(Story::planning(), Actor::Evaluator, command, refusal);
    }
    let early = Story::planning();
    meet(early, TRAINER, Command::OpenDebrief, Refusal::WrongPhase);
    let mut over = Story::planning().until_verdict();
    over = over.when(TRAINER, Command::EndPhase).happened();
    meet(over, TRAINER, Command::OpenDebrief, Refusal::DebriefOpen);
    let tell = |text: &str| Command::Tell {
        to: None,
        text: text.to_owned(),
    };
    meet(Story::planning(), TRAINER, tell(" "), Refusal::EmptyMessage);
    let long = Refusal::TextTooLong {
        length: 321,
        limit: 320,
    };
    meet(Story::planning(), TRAINER, tell(&"x".repeat(321)), long);
    met
}

#[test]
fn what_is_the_trainers_nobody_else_may() {
    let all = |story: &Story| {
        vec![
            give(story, South, "n_open"),
            change(story, 1, "n_watch", false),
            Command::Tell {
                to: None,
                text: "Ten minutes more.".to_owned(),
            },
            insert(None),
            Command::SetPace { percent: 50 },
            Command::HoldDebrief,
            Command::OpenDebrief,
        ]
    };
    let everybody = [
        Actor::Team(North),
        Actor::Team(South),
        Actor::Clock,
        Actor::Evaluator,
    ];
    for actor in everybody {
        let mut story = watched();
        for command in all(&story) {
            story = story.when(actor, command).refused(Refusal::NotYours);
        }
        if actor != Actor::Evaluator {
            let command = note(None, None, false);
            story.when(actor, command).refused(Refusal::NotYours);
        }
    }
    // An evaluator notes and does nothing else.
    let mut story = Story::planning();
    let vain = [
        Command::EndPhase,
        Command::Pause,
        Command::ExtendPlanning { seconds: 60 },
        Command::FireDue { second: 60 },
        Command::Acknowledge,
        Command::SetReady { ready: true },
    ];
    for command in vain {
        story = story
            .when(Actor::Evaluator, command)
            .refused(Refusal::NotYours);
    }
}

#[test]
fn an_item_that_the_trainer_gives_is_there_at_once_and_told_as_given() {
    let story = Story::theorised();
    let n_open = item(&story.scenario, "n_open");
    let command = give(&story, South, "n_open");
    let story = story.when(TRAINER, command).happened();
    let events = story.last.as_ref().expect("it happened");
    let given = Event::ItemGiven {
        team: South,
        item: n_open,
        at: CaseTime(0),
    };
    assert_eq!(events[0], given);
    let view = project(story.state(), South);
    let held = view.folder.iter().find(|i| i.id == n_open).expect("held");
    assert_eq!(
        (held.form, held.held_since, held.given),
        (Form::Full, 1, true)
    );
    assert_eq!(held.received, None);
    assert_eq!(
        lines(&story, South).last(),
        Some(&LineWhat::Given { item: n_open })
    );
    // A task that waits for it can be given now.
    let assign = Command::AssignTask {
        officer: officer(&story.scenario, "cai"),
        task: task(&story.scenario, "s_care"),
    };
    let story = story.when(South, assign).happened();
    // North is told nothing of it.
    assert!(
        !lines(&story, North)
            .iter()
            .any(|l| matches!(l, LineWhat::Given { .. }))
    );
    assert!(account(&story).contains(&"Given by the trainer: N-01 “Open”".to_owned()));
    let again = give(&story, South, "n_open");
    story
        .when(TRAINER, again)
        .refused(Refusal::ItemHeld { item: n_open });
}

#[test]
fn of_a_tear_line_the_trainer_gives_the_whole() {
    let story = Story::theorised();
    let share = Command::ShareItem {
        item: item(&story.scenario, "n_tear"),
        form: Form::TearLine,
        channel: Channel::LiaisonDesk,
        note: None,
    };
    let story = story.when(North, share).happened();
    assert_eq!(row(&story, South, "n_tear").form, Form::TearLine);
    let command = give(&story, South, "n_tear");
    let story = story.when(TRAINER, command).happened();
    assert_eq!(row(&story, South, "n_tear").form, Form::Full);
}

#[test]
fn a_failure_made_a_success_gives_what_the_success_gives() {
    // Whatever was rolled, it is made a failure first, and what that brings comes about.
    let mut story = watched();
    let watch = task(&story.scenario, "n_watch");
    let rolled = facilitator_view(story.state()).teams[0].results[0].success;
    if rolled == Some(true) {
        assert!(holds(&story, North, "n_found"));
        let command = change(&story, 1, "n_watch", false);
        story = story.when(TRAINER, command).happened();
        // What was read is known; but it is not done any more.
        assert!(holds(&story, North, "n_found"));
        let view = project(story.state(), North);
        let result = &view.report.as_ref().expect("a report").tasks[0];
        assert_eq!((result.success, result.corrected), (Some(false), true));
    }
    let mut story = story.both(Command::Acknowledge);
    // An officer can be sent again, and then what that comes to counts.
    let officer = officer(&story.scenario, "ann");
    let again = Command::AssignTask {
        officer,
        task: watch,
    };
    story = story.when(North, again).happened();
    let command = change(&story, 1, "n_watch", true);
    let taken = Refusal::TaskTaken {
        task: watch,
        officer,
    };
    story = story.when(TRAINER, command.clone()).refused(taken);
    let clear = Command::ClearTask { officer };
    story = story.when(North, clear).happened();
    story = story.when(TRAINER, command).happened();
    let told = lines(&story, North);
    let Some(LineWhat::Corrected { success, title, .. }) = told.last() else {
        panic!("North is told");
    };
    assert!(*success && title.get("en") == "Watch the barn");
    let row = &facilitator_view(story.state()).teams[0].results[0];
    assert_eq!((row.success, row.corrected), (Some(true), true));
    let done = Refusal::TaskDone { task: watch };
    let again = Command::AssignTask {
        officer,
        task: watch,
    };
    story.when(North, again).refused(done);
}

#[test]
fn what_a_changed_result_brings_comes_about_once() {
    // With these odds the first roll fails; the trainer says that it did not.
    let mut scenario = (*fixture("workbench").scenario).clone();
    let n_watch = task(&scenario, "n_watch");
    let n_flip = task(&scenario, "n_flip");
    scenario.tasks[n_watch.index()].odds = 5;
    scenario.tasks[n_flip.index()].odds = 5;
    let n_found = item(&scenario, "n_found");
    let effects = scenario.tasks[n_watch.index()].success.clone();
    let mut story = Story::of(Arc::new(scenario), 3).both(Command::Acknowledge);
    for (who, task) in [("ben", n_watch), ("ann", n_flip)] {
        let officer = officer(&story.scenario, who);
        story = story
            .when(North, Command::AssignTask { officer, task })
            .happened();
    }
    story = story.both(Command::SetReady { ready: true });
    let results = &facilitator_view(story.state()).teams[0].results;
    assert!(results.iter().all(|r| r.success == Some(false)));
    assert!(!holds(&story, North, "n_found"));
    let command = change(&story, 1, "n_watch", true);
    story = story.when(TRAINER, command).happened();
    let events = story.last.clone().expect("it happened");
    for effect in effects {
        let cause = Cause::Task(n_watch);
        assert!(events.contains(&Event::Effected { effect, cause }));
    }
    let report = project(story.state(), North).report.expect("a report");
    assert_eq!(report.gained, [n_found]);
    // Back and forth: the alarm of the success of another task rises once.
    let moved = |story: &Story| {
        let events = story.last.as_ref().expect("it happened").iter();
        let alarm = |e: &&Event| {
            matches!(
                e,
                Event::Effected {
                    effect: Effect::Exposure(_),
                    ..
                }
            )
        };
        events.filter(alarm).count()
    };
    let mut counts = Vec::new();
    for success in [true, false, true] {
        let command = change(&story, 1, "n_flip", success);
        story = story.when(TRAINER, command).happened();
        counts.push(moved(&story));
    }
    assert_eq!(counts, [1, 0, 0]);
    // The reason is in the debrief and the account, and nowhere for the team.
    let reason = "The fog was the trainer's own mistake.";
    let view = facilitator_view(story.state());
    assert_eq!(view.facilitation.overrides.len(), 4);
    assert_eq!(&*view.facilitation.overrides[0].reason, reason);
    assert!(account(&story).iter().any(|l| l.contains(reason)));
    let wire = serde_json::to_string(&project(story.state(), North)).expect("JSON");
    assert!(!wire.contains("own mistake"));
    let told_to = |reader: Reader| {
        let entries = story.entries.lock().expect("one writer");
        let mut events = entries.iter().flat_map(|e| &e.events);
        let one = events.find(|e| matches!(e, Event::TaskOverridden { .. }));
        let line = told(story.state(), 1, one.expect("on record"), reader);
        line.map(|l| l.to_string())
    };
    assert!(told_to(Reader::Truth).expect("told").contains(reason));
    assert!(!told_to(Reader::Team(North)).expect("told").contains(reason));
    assert_eq!(told_to(Reader::Team(South)), None);
}

#[test]
fn the_trainer_speaks_to_one_or_to_both_in_any_phase() {
    let tell = |to: Option<Team>| Command::Tell {
        to,
        text: " Ten minutes more. ".to_owned(),
    };
    let said = LineWhat::Told {
        text: "Ten minutes more.".into(),
    };
    let mut story = Story::of_workbench();
    let mut phases = Vec::new();
    loop {
        phases.push(story.state().phase());
        let count = |story: &Story, team| lines(story, team).iter().filter(|l| **l == said).count();
        let before = Team::BOTH.map(|t| count(&story, t));
        story = story.when(TRAINER, tell(Some(South))).happened();
        story = story.when(TRAINER, tell(None)).happened();
        let after = Team::BOTH.map(|t| count(&story, t));
        assert_eq!(after, [before[0] + 1, before[1] + 2]);
        story = match story.state().phase() {
            Phase::Briefing | Phase::Resolution => story.both(Command::Acknowledge),
            Phase::Planning => story.both(Command::SetReady { ready: true }),
            Phase::Verdict => story.when(TRAINER, Command::EndPhase).happened(),
            Phase::Debrief => break,
        };
    }
    assert_eq!(phases.len(), 1 + 3 * 2 + 2);
}

#[test]
fn an_inserted_inject_is_on_the_list_and_reads_as_any_other() {
    let story = Story::planning()
        .when(TRAINER, insert(Some(South)))
        .happened();
    let Some(LineWhat::Inject { from, text, .. }) = lines(&story, South).last().cloned() else {
        panic!("it reached South");
    };
    assert_eq!(from.get("en"), "A fisherman");
    assert_eq!(text.get("en"), "A boat without lights lies off the quay.");
    assert!(
        !lines(&story, North)
            .iter()
            .any(|l| matches!(l, LineWhat::Inject { from, .. } if from.get("en") == "A fisherman"))
    );
    let list = story.session.msel();
    let last = list.injects.iter().map(|i| i.number).max();
    let [row] = &list.inserted[..] else {
        panic!("one of them");
    };
    assert_eq!(Some(row.number), last.map(|n| n + 1));
    assert_eq!((row.to, row.round), (Some(South), 1));
    let told =
        "Inject that was not on the list, A fisherman: A boat without lights lies off the quay.";
    assert!(account(&story).contains(&told.to_owned()));
    // The debrief tells it from what the case had.
    let story = story.until_verdict();
    let story = story.when(TRAINER, Command::EndPhase).happened();
    let debrief = project(story.state(), North).debrief.expect("open");
    assert_eq!(debrief.facilitation.inserted, list.inserted);
    story
        .when(TRAINER, insert(None))
        .refused(Refusal::WrongPhase);
}

#[test]
fn a_slow_clock_takes_its_time() {
    let mut story = Story::planning();
    assert_eq!(story.session.left_ms(), 60_000);
    story = story
        .when(TRAINER, Command::SetPace { percent: 50 })
        .then(&[Event::PaceSet { percent: 50 }]);
    // What is less than a millisecond is not lost.
    for _ in 0..20_001 {
        story.session.advance(1);
    }
    assert_eq!(story.session.left_ms(), 50_000);
    assert_eq!(story.session.wall_left_ms(), 99_999);
    story.session.advance(99_998);
    assert_eq!(story.state().phase(), Phase::Planning);
    story.session.advance(1);
    assert_eq!(story.state().phase(), Phase::Resolution);
    // The same again is nothing new; it stays for the next phases.
    let mut story = story
        .when(TRAINER, Command::SetPace { percent: 50 })
        .then(&[])
        .both(Command::Acknowledge);
    story.session.advance(10_000);
    assert_eq!(story.session.left_ms(), 55_000);
}

#[test]
fn seats_are_told_the_pace_with_the_clock() {
    let mut session = Session::create(
        fixture("workbench").scenario,
        1,
        Box::new(liaison::session::Memory),
    );
    for seat in [Seat::Team(North), Seat::Facilitator] {
        session.handle(seat, ClientMessage::Hello { version: VERSION });
    }
    let slow = Command::SetPace { percent: 50 };
    let out = session.handle(
        Seat::Facilitator,
        ClientMessage::Command {
            id: 1,
            command: slow,
        },
    );
    for seat in [Seat::Team(North), Seat::Facilitator] {
        assert!(
            out.iter()
                .any(|(to, m)| *to == seat && matches!(m, ServerMessage::Clock { pace: 50, .. }))
        );
    }
}

#[test]
fn a_note_is_pinned_to_its_moment_and_waits_for_the_debrief() {
    let mut story = Story::theorised();
    story.session.advance(30_000);
    let critical = note(Some(North), Some(Rating::M), true);
    let story = story
        .when(Actor::Evaluator, critical)
        .happened()
        .when(TRAINER, note(None, None, false))
        .happened();
    let [seen, other] = &facilitator_view(story.state()).facilitation.observations[..] else {
        panic!("two notes");
    };
    assert_eq!((seen.by, seen.team), (Actor::Evaluator, Some(North)));
    assert_eq!((seen.rating, seen.critical), (Some(Rating::M), true));
    assert_eq!((seen.round, seen.phase), (1, Phase::Planning));
    assert_eq!(seen.at, CaseTime(120));
    assert_eq!((other.by, other.team, other.rating), (TRAINER, None, None));
    let told = account(&story);
    let line =
        "An evaluator notes a critical error (rated M): “Reads the ledger aloud, then moves on.”";
    assert!(told.contains(&line.to_owned()), "{told:?}");
    for team in Team::BOTH {
        let wire = serde_json::to_string(&project(story.state(), team)).expect("JSON");
        assert!(!wire.contains("Reads the ledger"));
        let entries = story.entries.lock().expect("one writer");
        let mut events = entries.iter().flat_map(|e| &e.events);
        let one = events.find(|e| matches!(e, Event::Observed { .. }));
        let one = one.expect("on record");
        assert_eq!(
            liaison::view::told(story.state(), 1, one, Reader::Team(team)),
            None
        );
    }
    let story = story.until_verdict();
    let story = story.when(TRAINER, Command::EndPhase).happened();
    let debrief = project(story.state(), North).debrief.expect("open");
    assert_eq!(debrief.facilitation.observations.len(), 2);
    // In the hot wash too.
    let story = story
        .when(Actor::Evaluator, note(Some(South), None, false))
        .happened();
    let debrief = project(story.state(), South).debrief.expect("open");
    let last = debrief.facilitation.observations.last().expect("a note");
    assert_eq!(last.phase, Phase::Debrief);
}

#[test]
fn the_truth_waits_for_the_facilitator_where_it_is_told_to() {
    // Without a word it opens by itself, as at one screen.
    let over = |story: Story| {
        let story = story.until_verdict();
        story.when(TRAINER, Command::EndPhase).happened()
    };
    assert!(over(Story::planning()).state().truth_open());

    let held = Story::of_workbench()
        .when(TRAINER, Command::HoldDebrief)
        .then(&[Event::DebriefHeld])
        .when(TRAINER, Command::HoldDebrief)
        .then(&[])
        .both(Command::Acknowledge);
    let story = over(held);
    assert_eq!(story.state().phase(), Phase::Debrief);
    for team in Team::BOTH {
        assert_eq!(project(story.state(), team).debrief, None);
    }
    // The facilitator has it, to lead by.
    let view = facilitator_view(story.state());
    assert!(view.held && view.debrief.is_some());
    let story = story
        .when(TRAINER, Command::OpenDebrief)
        .then(&[Event::TruthOpened]);
    assert!(project(story.state(), South).debrief.is_some());
    story
        .when(TRAINER, Command::HoldDebrief)
        .refused(Refusal::WrongPhase);
}

#[test]
fn both_folders_stand_side_by_side_with_what_is_between_them() {
    let story = Story::theorised();
    let n_open = row(&story, North, "n_open");
    assert!(n_open.critical && n_open.number == 1 && n_open.since == 1);
    let kept = |rounds, asked| Between::Kept { rounds, asked };
    assert_eq!(n_open.between, kept(0, None));
    let view = facilitator_view(story.state());
    assert_eq!(
        (view.pooled.pooled, view.pooled.held, view.pooled.all),
        (0, 2, 2)
    );
    assert_eq!((view.exposure.now, view.exposure.next), (10, Some(15)));
    assert_eq!((view.people[0].start, view.people[0].now), (8, 8));
    assert!(view.teams.iter().all(|t| t.theorised && !t.ready));

    // It is asked for, and waits.
    let asks = ask(&story, &["boss"]);
    let story = story.when(South, asks).happened().next_round();
    let [waiting] = &facilitator_view(story.state()).waiting[..] else {
        panic!("one request");
    };
    assert_eq!((waiting.by, waiting.age), (South, 1));
    assert_eq!(waiting.subjects[0].id, subject(&story.scenario, "boss"));
    assert_eq!(
        row(&story, North, "n_open").between,
        kept(1, Some(waiting.id))
    );
    // A question left unanswered costs trust.
    let view = facilitator_view(story.state());
    assert!(view.trust_trend < 0);
    assert_eq!(view.people[0].log, [6]);

    let share = Command::ShareItem {
        item: n_open.item,
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    };
    let story = story.when(North, share).happened();
    let gone = Between::Shared {
        form: Form::Full,
        sent: 2,
        arrived: true,
    };
    assert_eq!(row(&story, North, "n_open").between, gone);
    assert_eq!(row(&story, South, "n_open").between, Between::FromPartner);
    assert_eq!(facilitator_view(story.state()).pooled.pooled, 1);
    let given = give(&story, South, "n_super");
    let story = story.when(TRAINER, given).happened();
    assert_eq!(row(&story, North, "n_super").between, Between::Both);
    assert!(row(&story, South, "n_super").given);

    // Who does what, and who is ready.
    let assign = Command::AssignTask {
        officer: officer(&story.scenario, "ann"),
        task: task(&story.scenario, "n_watch"),
    };
    let story = story.when(North, assign).happened();
    let story = story.when(North, Command::SetReady { ready: true });
    let view = facilitator_view(story.state());
    let [north, south] = &view.teams;
    assert!(north.ready && !south.ready && north.hours_used == 4);
    let duty = north.officers[0].duty.as_ref().expect("a task");
    assert_eq!((duty.title.get("en"), duty.until), ("Watch the barn", 2));
}

/// An exercise with these seats taken, and everything that they have been told.
struct Watched {
    session: Session,
    heard: Vec<(Seat, ServerMessage)>,
}

impl Watched {
    fn new(sight: Sight, seats: &[Seat]) -> Self {
        let mut scenario = (*fixture("workbench").scenario).clone();
        scenario.observers = sight;
        let record = Box::new(liaison::session::Memory);
        let mut session = Session::create(Arc::new(scenario), 1, record);
        let mut heard = Vec::new();
        for seat in seats {
            heard.extend(session.handle(*seat, ClientMessage::Hello { version: VERSION }));
        }
        Self { session, heard }
    }

    fn give(&mut self, seat: Seat, command: Command) -> Vec<(Seat, ServerMessage)> {
        let message = ClientMessage::Command { id: 0, command };
        let out = self.session.handle(seat, message);
        self.heard.extend(out.iter().cloned());
        out
    }

    fn told(&self, seat: Seat) -> Vec<&ServerMessage> {
        let heard = self.heard.iter();
        heard
            .filter(|(to, _)| *to == seat)
            .map(|(_, m)| m)
            .collect()
    }

    fn last(&self, seat: Seat) -> FacilitatorView {
        let mut shown = None;
        for message in self.told(seat) {
            match (message, &mut shown) {
                (ServerMessage::Facilitator { view }, _) => shown = Some((**view).clone()),
                (ServerMessage::FacilitatorDelta { parts }, Some(shown)) => {
                    // As over a wire, where no more than what has changed arrives.
                    let sent = serde_json::to_string(parts).expect("written");
                    let parts: Vec<FacilitatorPart> = serde_json::from_str(&sent).expect("read");
                    for part in parts {
                        apply_part(shown, part);
                    }
                }
                _ => {}
            }
        }
        shown.expect("a view")
    }
}

#[test]
fn the_facilitators_seat_is_kept_up_to_date_and_costs_nothing_empty() {
    let seats = [Seat::Team(North), Seat::Team(South), Seat::Facilitator];
    let mut table = Watched::new(Sight::All, &seats);
    let told = table.told(Seat::Facilitator);
    assert!(matches!(
        told[..],
        [
            ServerMessage::FacilitatorCase { .. },
            ServerMessage::Facilitator { .. },
            ServerMessage::Msel { .. },
            ServerMessage::Clock { pace: 100, .. },
        ]
    ));
    for team in Team::BOTH {
        table.give(Seat::Team(team), Command::Acknowledge);
        assert_eq!(
            table.last(Seat::Facilitator),
            facilitator_view(table.session.state())
        );
    }
    // A note is told there and nowhere else.
    let out = table.give(Seat::Facilitator, note(Some(North), None, false));
    let seats: Vec<Seat> = out.iter().map(|(seat, _)| *seat).collect();
    assert_eq!(seats, [Seat::Facilitator, Seat::Facilitator]);
    // Nobody else is ever told what is the facilitator's.
    let mut alone = Watched::new(Sight::All, &[Seat::Team(North), Seat::Team(South)]);
    for team in Team::BOTH {
        alone.give(Seat::Team(team), Command::Acknowledge);
    }
    let theirs = |m: &ServerMessage| {
        matches!(
            m,
            ServerMessage::Facilitator { .. }
                | ServerMessage::FacilitatorCase { .. }
                | ServerMessage::FacilitatorDelta { .. }
                | ServerMessage::Msel { .. }
        )
    };
    assert!(!alone.heard.iter().any(|(_, m)| theirs(m)));
}

#[test]
fn who_watches_sees_what_the_case_lets_be_seen_and_changes_nothing() {
    let seats = [Seat::Evaluator, Seat::Observer, Seat::Team(South)];
    let mut both = Watched::new(Sight::All, &seats);
    for team in Team::BOTH {
        both.give(Seat::Team(team), Command::Acknowledge);
    }
    for seat in Seat::WATCHERS {
        assert_eq!(both.last(seat), facilitator_view(both.session.state()));
        let list = |m: &&ServerMessage| matches!(m, ServerMessage::Msel { .. });
        assert!(!both.told(seat).iter().any(list));
    }
    let accepted = both.give(Seat::Evaluator, note(Some(North), Some(Rating::U), true));
    assert!(matches!(accepted[0].1, ServerMessage::Accepted { .. }));
    assert_eq!(both.last(Seat::Observer).facilitation.observations.len(), 1);
    let events = both.session.state().events();
    for (seat, command) in [
        (Seat::Observer, note(None, None, false)),
        (Seat::Observer, Command::Pause),
        (Seat::Evaluator, Command::Pause),
        (Seat::Evaluator, Command::SetReady { ready: true }),
    ] {
        let out = both.give(seat, command);
        let [(to, ServerMessage::Refused { refusal, .. })] = &out[..] else {
            panic!("{out:?}");
        };
        assert_eq!((*to, *refusal), (seat, Refusal::NotYours));
    }
    assert_eq!(both.session.state().events(), events);

    let mut one = Watched::new(Sight::North, &seats);
    for team in Team::BOTH {
        one.give(Seat::Team(team), Command::Acknowledge);
    }
    one.give(Seat::Evaluator, note(Some(North), None, false));
    for seat in Seat::WATCHERS {
        let told = one.told(seat);
        let Some(ServerMessage::Welcome { case, view, .. }) = told.first() else {
            panic!("{told:?}");
        };
        assert_eq!(case.team, North);
        let mut view = (**view).clone();
        for message in told {
            match message {
                ServerMessage::Delta { sections } => {
                    for section in sections.clone() {
                        liaison::view::apply(&mut view, section);
                    }
                }
                ServerMessage::Facilitator { .. } | ServerMessage::FacilitatorCase { .. } => {
                    panic!("{seat:?} sees both");
                }
                _ => {}
            }
        }
        assert_eq!(view, project(one.session.state(), North));
    }
    // South's own seat is told what is South's.
    let Some(ServerMessage::Welcome { case, .. }) = one.told(Seat::Team(South)).first().copied()
    else {
        panic!("welcome");
    };
    assert_eq!(case.team, South);
}
