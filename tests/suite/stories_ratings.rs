//! Rating by the evaluation guide: what is proposed and what stands behind it, who rates, who decides.

use liaison::engine::{Actor, Command, Event, Refusal};
use liaison::report::findings::{Findings, Observed, Proposal};
use liaison::report::{NotYet, Occasion, after_action, findings};
use liaison::scenario::evaluation::Part;
use liaison::scenario::ids::{CriticalTaskId, Team};
use liaison::scenario::words::{Channel, Form, Metric, Rating};
use liaison::view::facilitator_view;

use crate::support::{Story, item, officer, task};

use Team::{North, South};

const TRAINER: Actor = Actor::Facilitator;
const IN_TIME: CriticalTaskId = CriticalTaskId(0);
const OPEN_MIND: CriticalTaskId = CriticalTaskId(1);

fn rate(rating: Rating, name: &str) -> Command {
    Command::Rate {
        task: IN_TIME,
        rating,
        name: name.to_owned(),
        note: "Seen at the desk.".to_owned(),
    }
}

fn settle(task: CriticalTaskId, rating: Rating) -> Command {
    Command::SettleRating {
        task,
        rating,
        note: String::new(),
    }
}

fn share(story: &Story, key: &str) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

/// South has shared the ledger, and the exercise is over.
fn shared() -> Story {
    let story = Story::theorised();
    let ledger = share(&story, "s_open");
    over(story.when(South, ledger).happened())
}

fn over(story: Story) -> Story {
    story
        .until_verdict()
        .when(TRAINER, Command::EndPhase)
        .happened()
}

fn found(story: &Story) -> Findings {
    let entries = story.entries.lock().expect("one writer");
    findings(&story.scenario, &entries)
}

fn proposal(found: &Findings, id: CriticalTaskId) -> &Proposal {
    let mut all = found.capabilities.iter().flat_map(|c| &c.tasks);
    all.find(|p| p.task == id).expect("a critical task")
}

fn observed<'f>(found: &'f Findings, text: &str) -> &'f Observed {
    let all = &proposal(found, IN_TIME).observed;
    let mut all = all.iter().filter(|o| o.text.get("en") == text);
    all.next().expect("an observable")
}

/// The event of this number, as it is on record.
fn event(story: &Story, number: u32) -> Event {
    let entries = story.entries.lock().expect("one writer");
    let mut events = entries.iter().flat_map(|e| e.events.clone());
    events.nth(number as usize - 1).expect("an event")
}

#[test]
fn what_is_proposed_names_the_events_behind_it() {
    let story = shared();
    let found = found(&story);
    let in_time = proposal(&found, IN_TIME);
    // Both observables of its achievement, the first theories, no meeting in the field.
    assert_eq!((in_time.rating, in_time.critical), (Some(Rating::P), false));
    let ledger = observed(&found, "The ledger went north");
    assert_eq!((ledger.part, ledger.met), (Part::Achieved, Some(true)));
    let [behind] = ledger.events[..] else {
        panic!("one event: {:?}", ledger.events);
    };
    let sent = item(&story.scenario, "s_open");
    assert!(matches!(event(&story, behind), Event::ItemShared { item, .. } if item == sent));
    // It is told in every language of the program.
    let told = found.account.iter().find(|m| m.event == behind);
    let told = told.expect("an event that is told");
    assert_eq!(told.text.all().count(), 2);
    // A figure shows how it was counted: of n_open and s_open one was pooled.
    let pooled = observed(&found, "At least half of what is critical is pooled");
    let (metric, figure) = pooled.figure.expect("a figure");
    assert_eq!((metric, figure.counted), (Metric::Coverage, Some((1, 2))));
    assert_eq!(pooled.events, vec![behind]);
    // Both theories stand behind the condition that asks for both.
    let theories = observed(&found, "Both wrote down a first theory");
    assert_eq!(theories.events.len(), 2);
    let eye = observed(&found, "The desks spoke plainly");
    assert_eq!((eye.met, eye.events.len()), (None, 0));
    // What only an eye can see is proposed for nobody.
    assert_eq!(proposal(&found, OPEN_MIND).rating, None);
    assert_eq!(proposal(&found, OPEN_MIND).team, Some(North));
}

#[test]
fn what_was_not_done_is_rated_so_and_a_meeting_in_the_field_harms() {
    let nothing = over(Story::theorised());
    let found_nothing = found(&nothing);
    assert_eq!(proposal(&found_nothing, IN_TIME).rating, Some(Rating::U));

    let story = Story::theorised();
    let assign = |o: &str, t: &str| Command::AssignTask {
        officer: officer(&story.scenario, o),
        task: task(&story.scenario, t),
    };
    let (ann, cai) = (assign("ann", "n_watch"), assign("cai", "s_watch"));
    // Only who has read of the clerk can follow him.
    let (ledger, clerk) = (share(&story, "s_open"), share(&story, "n_open"));
    let story = story.when(South, ledger).happened();
    let story = story.when(North, clerk).happened();
    let story = story
        .when(North, ann)
        .happened()
        .when(South, cai)
        .happened();
    let story = over(story);
    let found = found(&story);
    assert_eq!(proposal(&found, IN_TIME).rating, Some(Rating::M));
    let harm = observed(&found, "The services met in the field");
    let behind = *harm.events.first().expect("the meeting");
    assert!(matches!(event(&story, behind), Event::BlueOnBlue { .. }));
}

#[test]
fn evaluators_rate_apart_and_the_trainer_decides() {
    let story = shared()
        .when(Actor::Evaluator, rate(Rating::S, "Malee"))
        .happened()
        .when(Actor::Evaluator, rate(Rating::M, "Farid"))
        .happened()
        // A second thought takes the place of the first.
        .when(Actor::Evaluator, rate(Rating::P, "Malee"))
        .happened();
    let view = facilitator_view(story.state());
    let given: Vec<_> = view.ratings.iter().map(|r| (&*r.name, r.rating)).collect();
    assert_eq!(given, [("Farid", Rating::M), ("Malee", Rating::P)]);
    let debrief = view.debrief.expect("the exercise is over");
    assert_eq!(debrief.settled, vec![None, None]);

    let story = story.when(TRAINER, settle(IN_TIME, Rating::S)).happened();
    let view = facilitator_view(story.state());
    let debrief = view.debrief.expect("the exercise is over");
    let settled = debrief.settled.iter().map(|s| s.as_ref().map(|s| s.rating));
    assert_eq!(settled.collect::<Vec<_>>(), [Some(Rating::S), None]);
    assert_eq!(view.ratings.len(), 2, "each stays apart");
}

/// Each refusal of this family, met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, who: Actor, command: Command, refusal: Refusal| {
        met.push((story.when(who, command).refused(refusal), refusal));
    };
    let nobody = Command::Rate {
        task: CriticalTaskId(99),
        rating: Rating::P,
        name: "Malee".to_owned(),
        note: String::new(),
    };
    meet(
        Story::planning(),
        TRAINER,
        nobody,
        Refusal::NoSuchCriticalTask,
    );
    let nameless = rate(Rating::P, " ");
    meet(
        Story::planning(),
        Actor::Evaluator,
        nameless,
        Refusal::NameMissing,
    );
    let early = settle(IN_TIME, Rating::P);
    meet(Story::planning(), TRAINER, early, Refusal::WrongPhase);
    let theirs = settle(IN_TIME, Rating::P);
    meet(shared(), Actor::Evaluator, theirs, Refusal::NotYours);
    let own = rate(Rating::P, "Ann");
    meet(shared(), Actor::Team(North), own, Refusal::NotYours);
    met
}

#[test]
fn a_team_has_no_rating_of_its_own_and_no_evaluators_name() {
    let story = shared()
        .when(Actor::Evaluator, rate(Rating::U, "Malee"))
        .happened();
    let entries = story.entries.lock().expect("one writer").clone();
    let occasion = || Occasion {
        seed: 1,
        people: [vec!["Ann".to_owned()], vec!["Sam".to_owned()]],
        program: "0".to_owned(),
        begun: 0,
    };
    let all = after_action(&story.scenario, occasion(), &entries, None).expect("it is over");
    assert_eq!(all.ratings.len(), 1);
    assert!(all.msel.is_some());
    let own = after_action(&story.scenario, occasion(), &entries, Some(North)).expect("it is open");
    let text = serde_json::to_string(&own).expect("a report");
    assert!(
        !text.contains("Malee"),
        "an evaluator's name in a team's report"
    );
    assert_eq!((own.ratings.len(), own.msel), (0, None));

    let before = Story::planning();
    let entries = before.entries.lock().expect("one writer").clone();
    let early = after_action(&before.scenario, occasion(), &entries, None);
    assert_eq!(early.err(), Some(NotYet::NotOver));
}

#[test]
fn a_teams_report_waits_for_the_truth_and_has_no_note_about_its_partner() {
    let note = |team, text: &str| Command::Observe {
        team: Some(team),
        text: text.to_owned(),
        rating: None,
        critical: false,
    };
    let story = Story::theorised()
        .when(TRAINER, Command::HoldDebrief)
        .happened()
        .when(
            Actor::Evaluator,
            note(South, "They kept the ledger to themselves."),
        )
        .happened()
        .when(Actor::Evaluator, note(North, "They asked early."))
        .happened();
    let story = over(story);
    let occasion = Occasion {
        seed: 1,
        people: [Vec::new(), Vec::new()],
        program: "0".to_owned(),
        begun: 0,
    };
    let report = |story: &Story| {
        let entries = story.entries.lock().expect("one writer").clone();
        after_action(&story.scenario, occasion.clone(), &entries, Some(North))
    };
    assert_eq!(report(&story).err(), Some(NotYet::NotOpen));
    let story = story.when(TRAINER, Command::OpenDebrief).happened();
    let text = serde_json::to_string(&report(&story).expect("it is open")).expect("a report");
    assert!(text.contains("They asked early."));
    assert!(!text.contains("kept the ledger to themselves"));
}
