//! Every refusal, met once in a story.

use std::collections::BTreeSet;

use liaison::engine::{About, Actor, Answer, Command, Phase, Refusal, Theory};
use liaison::scenario::ids::{OfficerId, QuestionId, RequestId, TaskId, Team};
use liaison::scenario::words::{Channel, Form, Offence, PersonStatus};

use crate::stories_desks::{self, answer, ask, place};
use crate::support::{Story, item, officer, person, subject, task};

use Team::{North, South};

fn share(story: &Story, key: &str, form: Form, channel: Channel) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form,
        channel,
        note: None,
    }
}

fn assign(story: &Story, o: &str, t: &str) -> Command {
    Command::AssignTask {
        officer: officer(&story.scenario, o),
        task: task(&story.scenario, t),
    }
}

fn with(story: &Story, change: impl FnOnce(&mut Theory)) -> Theory {
    let mut theory = story.blank();
    change(&mut theory);
    theory
}

/// A story that ends in a refusal, and the refusal.
fn met() -> Vec<(Story, Refusal)> {
    let mut met = crate::stories_links::refused();
    met.extend(crate::stories_set_pieces::refused());
    met.extend(crate::questionnaires::refused());
    let mut meet = |story: Story, who: Actor, command: Command, refusal: Refusal| {
        met.push((story.when(who, command).refused(refusal), refusal));
    };
    let (n, s) = (Actor::Team(North), Actor::Team(South));
    let trainer = Actor::Facilitator;

    meet(
        Story::of_workbench(),
        n,
        Command::SetReady { ready: true },
        Refusal::WrongPhase,
    );
    meet(Story::planning(), n, Command::Pause, Refusal::NotYours);
    meet(
        Story::of_workbench().when(North, Command::Acknowledge),
        n,
        Command::Acknowledge,
        Refusal::AlreadyAcknowledged,
    );

    // Officers and tasks.
    let p = Story::planning();
    let ann = officer(&p.scenario, "ann");
    let ben = officer(&p.scenario, "ben");
    let cai = officer(&p.scenario, "cai");
    let watch = task(&p.scenario, "n_watch");
    let nobody = Command::AssignTask {
        officer: OfficerId(99),
        task: watch,
    };
    meet(Story::planning(), n, nobody, Refusal::NoSuchOfficer);
    let command = assign(&p, "cai", "n_watch");
    meet(
        Story::planning(),
        n,
        command,
        Refusal::OfficerNotYours { officer: cai },
    );
    let command = Command::ClearTask { officer: ann };
    meet(
        Story::planning(),
        n,
        command,
        Refusal::OfficerIdle { officer: ann },
    );
    let command = Command::AssignTask {
        officer: ann,
        task: TaskId(999),
    };
    meet(Story::planning(), n, command, Refusal::NoSuchTask);
    let long = assign(&p, "ben", "n_long");
    let busy = Story::planning()
        .when(North, long.clone())
        .happened()
        .next_round();
    meet(
        busy,
        n,
        Command::ClearTask { officer: ben },
        Refusal::OfficerBusy {
            officer: ben,
            until: 2,
        },
    );
    let locked = task(&p.scenario, "n_locked");
    let command = assign(&p, "ann", "n_locked");
    meet(
        Story::planning(),
        n,
        command,
        Refusal::TaskLocked { task: locked },
    );
    let done = Story::planning()
        .when(North, assign(&p, "ann", "n_watch"))
        .happened()
        .next_round();
    meet(
        done,
        n,
        assign(&p, "ann", "n_watch"),
        Refusal::TaskDone { task: watch },
    );
    let taken = Story::planning()
        .when(North, assign(&p, "ann", "n_watch"))
        .happened();
    let command = assign(&p, "ben", "n_watch");
    meet(
        taken,
        n,
        command,
        Refusal::TaskTaken {
            task: watch,
            officer: ann,
        },
    );
    let spent = Story::planning()
        .when(North, assign(&p, "ann", "n_watch"))
        .when(North, assign(&p, "ben", "n_flip"))
        .happened()
        .when(North, Command::ClearTask { officer: ann })
        .happened()
        .next_round()
        .next_round();
    meet(
        spent,
        n,
        long,
        Refusal::TooLate {
            task: task(&p.scenario, "n_long"),
            rounds: 2,
        },
    );
    let rich = Story::planning()
        .when(North, assign(&p, "ann", "n_watch"))
        .happened()
        .next_round();
    let rich = rich.when(North, assign(&p, "ann", "n_shut")).happened();
    let command = assign(&p, "ben", "n_flip");
    meet(
        rich,
        n,
        command,
        Refusal::BudgetExceeded { hours: 2, left: 1 },
    );

    // Sharing.
    let id = |key: &str| item(&p.scenario, key);
    let desk = Channel::LiaisonDesk;
    meet(
        Story::planning(),
        n,
        share(&p, "n_open", Form::Full, desk),
        Refusal::TheoryFirst,
    );
    meet(
        Story::theorised(),
        n,
        share(&p, "s_open", Form::Full, desk),
        Refusal::ItemNotHeld,
    );
    let given = Story::theorised()
        .when(South, share(&p, "s_open", Form::Full, desk))
        .happened();
    let refusal = Refusal::ItemFromPartner { item: id("s_open") };
    meet(given, n, share(&p, "s_open", Form::Full, desk), refusal);
    let refusal = Refusal::HandlingForbidsFull { item: id("n_tear") };
    meet(
        Story::theorised(),
        n,
        share(&p, "n_tear", Form::Full, desk),
        refusal,
    );
    let refusal = Refusal::HandlingWantsFormal {
        item: id("n_formal"),
    };
    meet(
        Story::theorised(),
        n,
        share(&p, "n_formal", Form::Full, desk),
        refusal,
    );
    let refusal = Refusal::NoTearLine {
        item: id("n_super"),
    };
    meet(
        Story::theorised(),
        n,
        share(&p, "n_super", Form::TearLine, desk),
        refusal,
    );
    let once = Story::theorised()
        .when(North, share(&p, "n_open", Form::Full, desk))
        .happened();
    let refusal = Refusal::AlreadyShared { item: id("n_open") };
    meet(once, n, share(&p, "n_open", Form::TearLine, desk), refusal);
    let late = Story::theorised().next_round();
    let refusal = Refusal::ArrivesTooLate {
        arrives: 4,
        rounds: 3,
    };
    meet(
        late,
        n,
        share(&p, "n_formal", Form::Full, Channel::Mutual),
        refusal,
    );

    // Messages.
    let say = |text: &str| Command::SendMessage {
        text: text.to_owned(),
    };
    meet(Story::planning(), n, say("  \n"), Refusal::EmptyMessage);
    let refusal = Refusal::TextTooLong {
        length: 281,
        limit: 280,
    };
    meet(Story::planning(), n, say(&"ก".repeat(281)), refusal);
    meet(
        Story::planning(),
        n,
        say("bell\u{7}"),
        Refusal::TextNotPlain,
    );

    // Theories.
    let record = |theory: Theory| Command::RecordTheory { theory };
    let theory = Theory::blank(9, 1);
    meet(
        Story::planning(),
        n,
        record(theory),
        Refusal::TheoryMalformed,
    );
    let theory = with(&p, |t| t.answers[0] = Some(subject(&p.scenario, "barn")));
    let refusal = Refusal::NotAnAnswer {
        question: QuestionId(0),
        subject: subject(&p.scenario, "barn"),
    };
    meet(Story::planning(), n, record(theory), refusal);
    let theory = with(&p, |t| t.people[0] = PersonStatus::Migrant);
    let refusal = Refusal::PersonUnknown {
        person: person(&p.scenario, "child"),
    };
    meet(Story::planning(), s, record(theory), refusal);
    let theory = with(&p, |t| t.cited = vec![id("s_open")]);
    meet(Story::planning(), n, record(theory), Refusal::CitedNotHeld);
    let theory = with(&p, |t| t.confidence = 49);
    let refusal = Refusal::ConfidenceOutOfRange { confidence: 49 };
    meet(Story::planning(), n, record(theory), refusal);

    // The verdict.
    let draft = |theory: Theory| Command::DraftVerdict { theory };
    let theory = with(&p, |t| t.cited = vec![id("n_open")]);
    meet(
        Story::planning().until_verdict(),
        n,
        draft(theory),
        Refusal::CitedNotJoint,
    );
    let sign = |revision| Command::SignVerdict { revision };
    meet(
        Story::planning().until_verdict(),
        n,
        sign(1),
        Refusal::NoDraft,
    );
    let open = Story::planning()
        .until_verdict()
        .when(North, draft(p.blank()))
        .happened();
    meet(open, n, sign(1), Refusal::NoOffence);
    let drafted = || {
        let theory = with(&p, |t| t.offence = Some(Offence::Smuggling));
        Story::planning()
            .until_verdict()
            .when(North, draft(theory))
            .happened()
    };
    meet(
        drafted(),
        s,
        sign(2),
        Refusal::StaleRevision {
            signed: 2,
            current: 1,
        },
    );
    meet(
        drafted().when(North, sign(1)).happened(),
        n,
        sign(1),
        Refusal::AlreadySigned,
    );

    // The clock.
    let stopped = || Story::planning().when(trainer, Command::Pause).happened();
    meet(
        stopped(),
        n,
        Command::SetReady { ready: true },
        Refusal::ClockPaused,
    );
    meet(
        Story::planning(),
        trainer,
        Command::Resume,
        Refusal::ClockRunning,
    );
    let refusal = Refusal::ExtensionOutOfRange { seconds: 3601 };
    let command = Command::ExtendPlanning { seconds: 3601 };
    meet(Story::planning(), trainer, command, refusal);
    met.extend(crate::stories_msel::refused());
    met.extend(crate::stories_operations::refused());
    met.extend(crate::stories_authority::refused());
    met.extend(crate::stories_elements::refused());
    met.extend(crate::stories_facilitator::refused());
    met.extend(crate::stories_ratings::refused());
    met
}

#[test]
fn every_refusal_is_met_and_changes_nothing() {
    let mut keys: BTreeSet<&str> = BTreeSet::new();
    for (story, refusal) in met() {
        keys.insert(refusal.key());
        // What was refused left no trace: the record is that of the story without it.
        let entries = story.entries.lock().expect("one writer").len();
        let events = story.state().events();
        let again = story.when(Actor::Clock, Command::Acknowledge);
        assert_eq!(again.last, Err(Refusal::NotYours));
        assert_eq!(again.entries.lock().expect("one writer").len(), entries);
        assert_eq!(again.state().events(), events);
    }
    keys.insert(subject_unknown());
    keys.extend(at_the_desks().iter().map(Refusal::key));
    let all: BTreeSet<&str> = Refusal::KEYS.iter().copied().collect();
    let missing: Vec<_> = all.difference(&keys).collect();
    assert!(missing.is_empty(), "never met: {missing:?}");
}

/// What a desk refuses.
fn at_the_desks() -> Vec<Refusal> {
    let mut met = Vec::new();
    let mut meet = |story: Story, who: Team, command: Command, refusal: Refusal| {
        story.when(who, command).refused(refusal);
        met.push(refusal);
    };
    let p = Story::theorised();
    let none = answer(0, Answer::NoTrace);
    let (n_open, s_open) = (item(&p.scenario, "n_open"), item(&p.scenario, "s_open"));
    let barn = About::Place(place(&p, "barn"));

    let everything = ask(&p, &["boss", "clerk", "barn", "child"]);
    meet(
        Story::theorised(),
        North,
        everything,
        Refusal::RequestSubjects { limit: 3 },
    );
    let boss = ask(&p, &["boss"]);
    let asked = || Story::theorised().when(North, boss.clone()).happened();
    let request = RequestId(0);
    meet(
        asked(),
        North,
        boss.clone(),
        Refusal::RequestOpen { request },
    );
    let mut busy = asked();
    for subject in ["clerk", "barn", "child"] {
        let command = ask(&busy, &[subject]);
        busy = busy.when(North, command).happened();
    }
    let fifth = ask(&busy, &["boss", "clerk"]);
    meet(busy, North, fifth, Refusal::RequestsWaiting { limit: 4 });
    meet(asked(), North, none.clone(), Refusal::NoSuchRequest);
    meet(
        Story::theorised(),
        South,
        none.clone(),
        Refusal::NoSuchRequest,
    );
    let answered = asked().when(South, none.clone()).happened();
    meet(answered, South, none, Refusal::AlreadyAnswered { request });
    meet(
        asked(),
        South,
        answer(0, Answer::Items(vec![])),
        Refusal::AnswerEmpty,
    );
    let with = answer(0, Answer::Items(vec![s_open]));
    meet(
        asked(),
        South,
        with.clone(),
        Refusal::ItemNotSent { item: s_open },
    );
    let child = ask(&p, &["child"]);
    let about_child = Story::theorised()
        .when(North, child)
        .when(South, stories_desks::share(&p, "s_open"))
        .happened();
    meet(
        about_child,
        South,
        with,
        Refusal::ItemNotAbout { item: s_open },
    );

    let query = |about| Command::PointerQuery { about };
    let boss = About::Subject(subject(&p.scenario, "boss"));
    let once = Story::theorised().when(North, query(boss)).happened();
    meet(once, North, query(boss), Refusal::AlreadyQueried);
    meet(
        Story::theorised(),
        South,
        query(barn),
        Refusal::PlaceUnknown,
    );

    let ask_for = |item| Command::AskConsent { item };
    meet(
        Story::theorised(),
        South,
        ask_for(n_open),
        Refusal::ItemNotHeld,
    );
    meet(
        Story::theorised(),
        North,
        ask_for(n_open),
        Refusal::ItemIsOwn { item: n_open },
    );
    let give = |item, granted| Command::GiveConsent { item, granted };
    let lacks = Refusal::PartnerLacksItem { item: n_open };
    meet(Story::theorised(), North, give(n_open, true), lacks);
    let sent = || {
        let command = stories_desks::share(&p, "n_open");
        Story::theorised().when(North, command).happened()
    };
    let given = sent().when(North, give(n_open, true)).happened();
    let settled = Refusal::ConsentSettled { item: n_open };
    meet(given, South, ask_for(n_open), settled);
    let given = sent().when(North, give(n_open, true)).happened();
    meet(given, North, give(n_open, false), settled);
    meet(
        sent(),
        South,
        give(n_open, true),
        Refusal::ItemFromPartner { item: n_open },
    );
    met
}

/// In *First Watch* one service does not yet know of an answer that the other does.
fn subject_unknown() -> &'static str {
    for case in crate::support::shipped() {
        let story = Story::of(case.scenario, 1).both(Command::Acknowledge);
        for team in Team::BOTH {
            let view = liaison::view::project(story.state(), team);
            for (q, question) in story.scenario.theory.questions.iter().enumerate() {
                for option in &question.options {
                    let known = view.theory.questions[q]
                        .options
                        .iter()
                        .any(|o| o.id == *option);
                    if !known {
                        let mut theory = story.blank();
                        theory.answers[q] = Some(*option);
                        let refusal = Refusal::SubjectUnknown { subject: *option };
                        let story = story.when(team, Command::RecordTheory { theory });
                        return story.refused(refusal).last.unwrap_err().key();
                    }
                }
            }
        }
    }
    panic!("every team knows every answer from the start");
}

#[test]
fn the_clock_cannot_end_a_paused_phase_but_the_facilitator_can() {
    let paused = Story::planning()
        .when(Actor::Facilitator, Command::Pause)
        .happened();
    let paused = paused
        .when(Actor::Clock, Command::EndPhase)
        .refused(Refusal::ClockPaused);
    let ended = paused
        .when(Actor::Facilitator, Command::EndPhase)
        .happened();
    assert_eq!(ended.state().phase(), Phase::Resolution);
}

#[test]
fn a_stranger_is_unknown_whether_or_not_it_is_among_the_answers() {
    // Otherwise a seat could try out which of the partner's subjects matter.
    let story = Story::planning();
    let answer = |name: &str| {
        let mut theory = story.blank();
        theory.answers[0] = Some(subject(&story.scenario, name));
        Command::RecordTheory { theory }
    };
    let (boss, barn) = (answer("boss"), answer("barn"));
    let mut scenario = (*story.scenario).clone();
    // Whatever speaks of either is on nobody's desk.
    scenario.items.iter_mut().for_each(|i| i.subjects.clear());
    let fresh = || Story::of(std::sync::Arc::new(scenario.clone()), 1).both(Command::Acknowledge);
    for (command, name) in [(boss, "boss"), (barn, "barn")] {
        let subject = subject(&story.scenario, name);
        fresh()
            .when(Team::North, command)
            .refused(Refusal::SubjectUnknown { subject });
    }
}
