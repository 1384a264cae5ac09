//! What would have been, in cases made for it: what a change is worth is known by construction.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use liaison::analysis::{
    Assumption, Change, Changed, NoAnswer, Reason, Settings, Verdict, WhatIf, what_if,
};
use liaison::bots::fitted::Habit;
use liaison::engine::{Actor, Command, Phase};
use liaison::scenario::Scenario;
use liaison::scenario::file::Cmp;
use liaison::scenario::ids::{TaskId, Team};
use liaison::scenario::model::Condition;
use liaison::scenario::words::{Channel, Form, Outcome, Use};

use crate::support::{Story, fixture, item, liaison, officer, path, task, text};

use Team::{North, South};

/// Two rounds, in which only what a test opens can be done: North holds the plate, South sees to the girl.
fn case(change: impl FnOnce(&mut Scenario)) -> Arc<Scenario> {
    let mut scenario = (*fixture("base").scenario).clone();
    scenario.rounds = 2;
    scenario.injects.clear();
    scenario
        .items
        .iter_mut()
        .for_each(|i| i.critical = i.key == "plate");
    scenario.tasks.iter_mut().for_each(|t| t.closed = true);
    // Odds as they are written.
    scenario.officers.iter_mut().for_each(|o| o.level = 3);
    scenario.theory.partial = scenario.theory.full.clone();
    change(&mut scenario);
    Arc::new(scenario)
}

/// One attempt that lasts to the end, with these odds.
fn attempt(scenario: &mut Scenario, key: &str, odds: u8, needs: Condition) -> TaskId {
    let id = task(scenario, key);
    let task = &mut scenario.tasks[id.index()];
    (task.closed, task.odds, task.rounds, task.needs) = (false, odds, 2, needs);
    (task.repeat, task.locked) = (false, None);
    id
}

fn held_by_south(scenario: &Scenario) -> Condition {
    let item = item(scenario, "plate");
    Condition::Holds { item, by: South }
}

/// Without the plate nothing can be done; with it six in ten attempts succeed.
fn sixty() -> Arc<Scenario> {
    case(|scenario| {
        let needs = held_by_south(scenario);
        let seen = attempt(scenario, "see_girl", 60, needs);
        scenario.theory.full = Condition::Done(seen);
    })
}

/// Without the plate three in ten attempts succeed, with it seven.
fn thirty_or_seventy() -> Arc<Scenario> {
    case(|scenario| {
        let held = held_by_south(scenario);
        let blind = Condition::Not(Box::new(held.clone()));
        let seen = attempt(scenario, "see_girl", 70, held);
        let asked = attempt(scenario, "ask_town", 30, blind);
        scenario.theory.full = Condition::Any(vec![Condition::Done(seen), Condition::Done(asked)]);
    })
}

fn begun(scenario: &Arc<Scenario>) -> Story {
    let story = Story::of(Arc::clone(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(Command::RecordTheory { theory })
}

fn over(story: Story) -> Story {
    let story = story.until_verdict().when(Actor::Clock, Command::EndPhase);
    assert_eq!(story.state().phase(), Phase::Debrief);
    story
}

fn plate(story: &Story) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, "plate"),
        form: Form::TearLine,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

fn send(story: &Story, key: &str, task_key: &str) -> Command {
    Command::AssignTask {
        officer: officer(&story.scenario, key),
        task: task(&story.scenario, task_key),
    }
}

fn settings(runs: u32, seed: u64) -> Settings {
    Settings {
        runs,
        ..Settings::with_seed(seed)
    }
}

#[track_caller]
fn asked(story: &Story, settings: Settings) -> WhatIf {
    let entries = story.entries.lock().expect("one").clone();
    let stop = AtomicBool::new(false);
    what_if(&story.scenario, &entries, &settings, &stop, |_, _| {}).expect("it is over")
}

#[track_caller]
fn only(answer: &WhatIf) -> &Changed {
    let [change] = &answer.changes[..] else {
        panic!("{:?}", answer.changes);
    };
    change
}

fn full(side: &liaison::analysis::Outcomes) -> f64 {
    side.outcomes[Outcome::Full as usize].value
}

/// How many of 200 trials cover what is true, by construction, of South's one attempt: with the change it has
/// the one chance, without it the other, each as often as South's officer is at work.
#[track_caller]
fn covers(story: &Story, with: f64, without: f64) {
    let (mut sides, mut difference) = ([0; 2], 0);
    for trial in 0..200 {
        let answer = asked(story, settings(30, 1000 + trial));
        let change = only(&answer);
        let works = f64::from(change.habits[South.index()].rate(Habit::Works)) / 1000.0;
        assert!(works > 0.8, "{works}");
        let at = Outcome::Full as usize;
        sides[0] += i32::from(change.without.outcomes[at].contains(works * without));
        sides[1] += i32::from(change.with.outcomes[at].contains(works * with));
        difference += i32::from(change.full.contains(works * (with - without)));
    }
    let told = format!("sides {sides:?}, difference {difference} of 200");
    assert!(
        sides.iter().all(|n| *n >= 180) && difference >= 180,
        "{told}"
    );
}

#[test]
fn intervals_cover_what_an_item_is_worth_that_opens_the_only_way() {
    covers(&over(begun(&sixty())), 0.6, 0.0);
}

#[test]
fn intervals_cover_what_an_item_is_worth_that_opens_a_better_way() {
    let story = begun(&thirty_or_seventy());
    let blind = send(&story, "cho", "ask_town");
    covers(&over(story.when(South, blind).happened()), 0.7, 0.3);
}

#[test]
fn an_item_that_changes_nothing_shows_no_effect() {
    let scenario = case(|scenario| {
        let asked = attempt(scenario, "ask_town", 50, Condition::Always);
        scenario.theory.full = Condition::Done(asked);
        for criterion in scenario.objectives.iter_mut().flat_map(|o| &mut o.criteria) {
            criterion.when = Condition::Done(asked);
        }
    });
    for seed in 0..5 {
        let answer = asked(&over(begun(&scenario)), settings(40, seed));
        let change = only(&answer);
        assert_eq!(
            (change.verdict, change.differ),
            (Verdict::NothingChanged, 0)
        );
        assert_eq!(change.with, change.without);
        let (low, high) = (change.score.low, change.score.high);
        assert_eq!((low, change.score.value, high), (0.0, 0.0, 0.0));
        assert!(change.full.value == 0.0 && change.full.contains(0.0));
        // The attempt succeeds in some exercises and fails in others, in both of a pair alike.
        let part = full(&change.with);
        assert!(part > 0.0 && part < 1.0, "{part}");
    }
}

#[test]
fn as_it_was_an_item_goes_when_it_went_and_not_before() {
    let shared = |scenario: &mut Scenario| {
        let item = item(scenario, "plate");
        scenario.theory.full = Condition::Shared { item, to: South };
    };
    let scenario = case(shared);
    let item = item(&scenario, "plate");
    // Never.
    let answer = asked(&over(begun(&scenario)), settings(20, 1));
    let change = only(&answer);
    let (to, form) = (1, Form::TearLine);
    assert_eq!(change.change, Change::NeverShared { item, to, form });
    assert_eq!((change.team, change.round), (North, 1));
    assert_eq!((full(&change.without), full(&change.with)), (0.0, 1.0));
    // In the second round: too late for an attempt of two rounds, in time for its being shared.
    let late = |scenario: &Arc<Scenario>| {
        let story = begun(scenario).next_round();
        let share = plate(&story);
        asked(&over(story.when(North, share).happened()), settings(20, 1))
    };
    let answer = late(&scenario);
    let change = only(&answer);
    let from = 2;
    let expected = Change::SharedLate {
        item,
        from,
        to,
        form,
    };
    assert_eq!(change.change, expected);
    assert_eq!((full(&change.without), full(&change.with)), (1.0, 1.0));
    let answer = late(&sixty());
    let change = only(&answer);
    assert_eq!(full(&change.without), 0.0);
    assert!(full(&change.with) > 0.0);
    assert_eq!(change.verdict, Verdict::Better);
    assert!(answer.assumptions.contains(&Assumption::OnlyTheItem));
    assert!(!answer.assumptions.contains(&Assumption::ConsentGiven));
}

#[test]
fn what_went_in_time_is_no_change_and_what_could_not_go_is_told() {
    let story = begun(&sixty());
    let share = plate(&story);
    let answer = asked(&over(story.when(North, share).happened()), settings(2, 1));
    assert!(answer.changes.is_empty() && answer.unexamined.is_empty());
    assert_eq!(answer.assumptions, []);
    // The account comes of a task that nobody could be sent to.
    let scenario = case(|scenario| {
        scenario
            .items
            .iter_mut()
            .for_each(|i| i.critical = i.key == "account");
    });
    let answer = asked(&over(begun(&scenario)), settings(2, 1));
    assert!(answer.changes.is_empty());
    let [never] = answer.unexamined[..] else {
        panic!("{:?}", answer.unexamined);
    };
    assert_eq!((never.team, never.reason), (South, Reason::NeverHeld));
}

/// The workbench for one round, with this as all there is to come to.
fn workbench(full: Condition) -> Story {
    let mut scenario = (*fixture("workbench").scenario).clone();
    scenario.rounds = 1;
    scenario.items.iter_mut().for_each(|i| i.critical = false);
    scenario.theory.full = full;
    let story = Story::of(Arc::new(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(Command::RecordTheory { theory })
}

fn open(story: &Story, key: &str) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

#[test]
fn a_collision_is_avoided_where_the_register_is_asked() {
    let story = workbench(Condition::BlueOnBlue(Cmp::AtMost(0)));
    let share = open(&story, "n_open");
    let (watch, follow) = (
        send(&story, "ann", "n_watch"),
        send(&story, "cai", "s_watch"),
    );
    let story = story.when(North, share).happened();
    let story = story.when(North, watch).happened();
    let story = over(story.when(South, follow).happened());
    let answer = asked(&story, settings(20, 1));
    let change = only(&answer);
    let tasks = ["n_watch", "s_watch"].map(|t| task(&story.scenario, t));
    assert!(matches!(change.change, Change::BlueOnBlue { tasks: t, .. } if t == tasks));
    assert_eq!((full(&change.without), full(&change.with)), (0.0, 1.0));
    assert!(answer.assumptions.contains(&Assumption::RoundAsGiven));
}

#[test]
fn a_breach_is_avoided_where_consent_was_asked_before() {
    let story = workbench(Condition::Breaches(Cmp::AtMost(0)));
    let share = open(&story, "n_open");
    let story = story.when(North, share).happened();
    let cited = item(&story.scenario, "n_open");
    let warrants = story.scenario.authorities.iter().zip(0u16..);
    let mut south = warrants.filter(|(a, _)| a.team == South);
    let (_, n) = south.next().expect("South can apply for something");
    let apply = Command::ApplyAuthority {
        authority: liaison::scenario::ids::AuthorityId(n),
        items: vec![cited],
    };
    let story = over(story.when(South, apply).happened());
    let answer = asked(&story, settings(20, 1));
    let change = only(&answer);
    let (item, by) = (cited, Use::Warrant);
    assert_eq!(change.change, Change::Breach { item, by });
    assert_eq!((change.team, change.round), (South, 1));
    assert_eq!((full(&change.without), full(&change.with)), (0.0, 1.0));
    assert!(answer.assumptions.contains(&Assumption::ConsentGiven));
}

#[test]
fn the_same_is_told_again_on_any_number_of_threads() {
    let story = over(begun(&thirty_or_seventy()));
    let told = |threads: usize, seed: u64| {
        let threads = NonZeroUsize::new(threads);
        let settings = Settings {
            threads,
            ..settings(25, seed)
        };
        serde_json::to_string(&asked(&story, settings)).expect("it can be said")
    };
    let one = told(1, 7);
    assert_eq!(one, told(1, 7));
    assert_eq!(one, told(2, 7));
    assert_eq!(one, told(5, 7));
    assert_ne!(one, told(2, 8));
    let read: WhatIf = serde_json::from_str(&one).expect("it can be read");
    assert_eq!((read.runs, only(&read).runs), (25, 25));
}

#[test]
fn whoever_does_not_want_to_wait_stops_it_and_whoever_waits_hears_how_far_it_is() {
    let story = over(begun(&sixty()));
    let entries = story.entries.lock().expect("one").clone();
    let stop = AtomicBool::new(false);
    let mut heard = Vec::new();
    let told = what_if(
        &story.scenario,
        &entries,
        &settings(30, 1),
        &stop,
        |n, of| {
            heard.push((n, of));
        },
    );
    assert!(told.is_ok());
    let all: Vec<(u32, u32)> = (0..=30).map(|n| (n, 30)).collect();
    assert_eq!(heard, all);
    let mut last = 0;
    let told = what_if(
        &story.scenario,
        &entries,
        &settings(100_000, 1),
        &stop,
        |n, _| {
            last = n;
            stop.store(n >= 3, Ordering::Relaxed);
        },
    );
    assert_eq!(told, Err(NoAnswer::Stopped));
    assert!(last < 50_000, "{last}");
    // Half a record.
    let half = &entries[..entries.len() - 1];
    let stop = AtomicBool::new(false);
    let told = what_if(&story.scenario, half, &settings(2, 1), &stop, |_, _| {});
    assert_eq!(told, Err(NoAnswer::NotOver));
}

#[test]
fn shipped_cases_are_told_on_the_command_line_once_they_are_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("played.liaison");
    let played = liaison(&["play", "first_watch", "--self-play", "--north", "sharer"])
        .args([
            "--south",
            "hoarder",
            "--seed",
            "3",
            "--journal",
            path(&file),
        ])
        .output()
        .expect("it starts");
    assert_eq!(played.status.code(), Some(0), "{}", text(&played.stderr));
    let ask = |file: &std::path::Path, more: &[&str]| {
        let mut command = liaison(&["whatif", path(file), "--runs", "4"]);
        let output = command.args(more).output().expect("it starts");
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let (code, out, err) = ask(&file, &[]);
    assert_eq!(code, Some(0), "{err}");
    for words in [
        "never shared S-01",
        "as a tear-line",
        "What these figures rest on",
        "4 pairs",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert!(err.contains("100 %"), "{err}");
    let (code, out, err) = ask(&file, &["--lang", "th"]);
    assert_eq!(code, Some(0), "{err}");
    for words in ["ไม่เคยส่ง S-01", "แบบฉบับย่อ", "ตัวเลขเหล่านี้อาศัยสมมติฐานใด", "4 คู่"]
    {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert!(
        !out.contains("whatif-") && !out.contains("debrief-"),
        "{out}"
    );
    let (code, out, err) = ask(&file, &["--json", "--seed", "9"]);
    assert_eq!(code, Some(0), "{err}");
    let read: WhatIf = serde_json::from_str(&out).expect("one object");
    assert_eq!((read.runs, read.seed), (4, 9));
    // An exercise that goes on.
    let half = folder.path().join("half.liaison");
    let branched = liaison(&["branch", path(&file), "--round", "2", "-o", path(&half)]).output();
    assert_eq!(branched.expect("it starts").status.code(), Some(0));
    let (code, _, err) = ask(&half, &[]);
    assert_eq!(code, Some(1));
    assert!(err.contains("the exercise is not over"), "{err}");
}
