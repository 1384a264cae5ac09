//! Set pieces inside an exercise: opened by a task, played by the team, and what they bring.

use std::sync::Arc;

use liaison::engine::encounter::document::face::Trait;
use liaison::engine::encounter::document::issuer::Feature;
use liaison::engine::encounter::line::{self, Referral};
use liaison::engine::encounter::questioning::{self, policy};
use liaison::engine::encounter::set_piece::{Act, PASS, ROOM_MINUTES, Refusal as Why};
use liaison::engine::{Actor, Cause, Command, Event, Phase, Refusal};
use liaison::scenario::Scenario;
use liaison::scenario::ids::{StatementId, TaskId, Team};
use liaison::scenario::model::Effect;
use liaison::scenario::primary_line::Source;
use liaison::scenario::words::{Channel, Form, Offence, Safeguard, Use};
use liaison::view::{PlayedReport, SetPieceView, SetPieceWhat, project};

use crate::support::{Story, blank, item, officer, shipped, task};

use Team::{North, South};

fn case(id: &str) -> Arc<Scenario> {
    let mut all = shipped().into_iter().map(|c| c.scenario);
    all.find(|s| s.id == id).expect("a shipped case")
}

/// First Watch, planned; with Tamra sent to the deckhand and the round carried out.
fn deck(seed: u64) -> Story {
    sent(planning("first_watch", seed), "tamra", "s_deck")
}

fn planning(id: &str, seed: u64) -> Story {
    let story = Story::of(case(id), seed).both(Command::Acknowledge);
    let theory = blank(&story.scenario);
    story.both(Command::RecordTheory { theory })
}

fn sent(story: Story, who: &str, what: &str) -> Story {
    let (officer, task) = (officer(&story.scenario, who), task(&story.scenario, what));
    let team = story.scenario.task(task).team;
    story
        .when(team, Command::AssignTask { officer, task })
        .happened()
        .both(Command::SetReady { ready: true })
}

fn view(story: &Story, team: Team) -> Arc<SetPieceView> {
    let all = project(story.state(), team).set_pieces;
    all.last().cloned().expect("a set piece")
}

fn room(story: &Story, team: Team) -> questioning::View {
    match &view(story, team).what {
        SetPieceWhat::Interview(room) => (**room).clone(),
        other => panic!("{other:?}"),
    }
}

fn play(story: Story, team: Team, task: TaskId, act: Act) -> Story {
    story
        .when(team, Command::PlaySetPiece { task, act })
        .happened()
}

/// Questions to the end as PEACE has it.
fn soundly(mut story: Story, team: Team, task: TaskId) -> Story {
    while view(&story, team).ended.is_none() {
        let act = policy::sound(&room(&story, team), &policy::Reading::default());
        story = play(story, team, task, Act::Interview(act));
    }
    story
}

fn given(story: &Story, key: &str) -> bool {
    let id = item(&story.scenario, key);
    let gives = |e: &Event| matches!(e, Event::Effected { effect: Effect::Give { item, .. }, .. } if *item == id);
    story.last.iter().flatten().any(gives)
}

fn holds(story: &Story, team: Team, key: &str) -> bool {
    let id = item(&story.scenario, key);
    project(story.state(), team)
        .folder
        .iter()
        .any(|i| i.id == id)
}

#[test]
fn work_that_is_played_is_not_rolled_and_opens_when_the_round_is_carried_out() {
    let story = deck(1);
    let id = task(&story.scenario, "s_deck");
    let events = story.last.as_ref().expect("carried out");
    let opened =
        |e: &Event| matches!(e, Event::SetPieceOpened { team: South, task, .. } if *task == id);
    assert!(events.iter().any(opened));
    let rolled = |e: &Event| matches!(e, Event::TaskResolved { task, .. } if *task == id);
    assert!(!events.iter().any(rolled));
    let own = project(story.state(), South);
    assert_eq!(own.set_pieces.len(), 1);
    let told = &own.report.as_ref().expect("a report").tasks[0];
    assert_eq!(
        (told.success, told.played),
        (None, Some(PlayedReport::Open))
    );
    // The partner hears nothing of it.
    assert_eq!(project(story.state(), North).set_pieces, Vec::new());
}

#[test]
fn nobody_reads_on_before_the_own_set_piece_is_over() {
    let story = deck(1);
    let task = task(&story.scenario, "s_deck");
    let story = story
        .when(South, Command::Acknowledge)
        .refused(Refusal::SetPieceOpen { task })
        .when(North, Command::Acknowledge)
        .happened();
    let story = soundly(story, South, task);
    let story = story.when(South, Command::Acknowledge).happened();
    assert_eq!(story.state().phase(), Phase::Planning);
    // What was played is behind them.
    assert_eq!(project(story.state(), South).set_pieces, Vec::new());
}

#[test]
fn what_is_said_comes_into_the_folder_as_it_is_said() {
    let mut story = deck(1);
    let task = task(&story.scenario, "s_deck");
    let mut came = None;
    while view(&story, South).ended.is_none() {
        assert_eq!(holds(&story, South, "s_crew"), came.is_some());
        let act = policy::sound(&room(&story, South), &policy::Reading::default());
        story = play(story, South, task, Act::Interview(act));
        if given(&story, "s_crew") {
            let heard = &room(&story, South).heard;
            assert!(heard.last().expect("something was said").item.is_some());
            came = Some(heard.len());
        }
    }
    assert!(came.is_some(), "the deckhand was never heard");
    let report = project(story.state(), South).report.expect("a report");
    let told = &report.tasks[0];
    assert_eq!(told.gained, [item(&story.scenario, "s_crew")]);
    let Some(PlayedReport::Over(Some(points))) = told.played else {
        panic!("{:?}", told.played);
    };
    assert!(points >= PASS && told.success == Some(true), "{points}");
}

#[test]
fn who_walks_out_has_done_it_badly_and_may_try_again() {
    let story = deck(1);
    let id = task(&story.scenario, "s_deck");
    let alarm = Event::Effected {
        effect: Effect::Exposure(5),
        cause: Cause::Task(id),
    };
    let story = story
        .when(South, Command::LeaveSetPiece { task: id })
        .happened();
    let events = story.last.as_ref().expect("left");
    assert!(events.contains(&alarm));
    let ended = view(&story, South).ended.expect("it is over");
    assert_eq!(
        (ended.points, ended.success, ended.left),
        (Some(0), false, true)
    );
    assert!(!holds(&story, South, "s_crew"));
    let story = story
        .when(South, Command::LeaveSetPiece { task: id })
        .refused(Refusal::NoSuchSetPiece)
        .both(Command::Acknowledge);
    // Who was left sitting comes back with less trust than anybody starts with.
    let story = sent(story, "tamra", "s_deck");
    let who = &story.scenario.interviews[0];
    assert_eq!(room(&story, South).levels, who.start.hardest());
    let story = soundly(story, South, id).both(Command::Acknowledge);
    // Once it has gone well, it is done.
    let officer = officer(&story.scenario, "ivo");
    story
        .when(South, Command::AssignTask { officer, task: id })
        .refused(Refusal::TaskDone { task: id });
}

#[test]
fn skill_gives_time_and_help_and_no_points() {
    let skilled = deck(1);
    let id = task(&skilled.scenario, "s_deck");
    let other = sent(planning("first_watch", 1), "ivo", "s_deck");
    let minutes = skilled.scenario.interviews[0].minutes;
    assert_eq!(room(&skilled, South).minutes, minutes + 4 * ROOM_MINUTES);
    assert_eq!(room(&other, South).minutes, minutes);
    assert_eq!(
        (view(&skilled, South).help, view(&other, South).help),
        (4, 0)
    );
    // A colleague says what a sound officer would do, and has not done it.
    let wise = policy::sound(&room(&skilled, South), &policy::Reading::default());
    let before = room(&skilled, South);
    let story = play(skilled, South, id, Act::Help);
    let asked = view(&story, South);
    assert_eq!(
        (asked.help, &asked.advice),
        (3, &Some(Act::Interview(wise)))
    );
    assert_eq!(room(&story, South), before);
    let story = play(story, South, id, Act::Interview(wise));
    assert_eq!(view(&story, South).advice, None);
    other
        .when(
            South,
            Command::PlaySetPiece {
                task: id,
                act: Act::Help,
            },
        )
        .refused(Refusal::InSetPiece { why: Why::NoHelp });
    // Well played, both come to the same.
    let points = |story: Story| {
        let story = soundly(story, South, id);
        let ended = view(&story, South).ended.expect("over");
        ended.points.expect("told")
    };
    let unskilled = sent(planning("first_watch", 1), "ivo", "s_deck");
    assert_eq!(points(deck(1)), points(unskilled));
}

#[test]
fn evidence_lies_on_the_table_only_if_the_team_holds_it() {
    // The pier camera is gone through in the round before, or it is not.
    let without = deck(1);
    assert_eq!(room(&without, South).evidence, Vec::new());
    let seed = (0..).find(|seed| {
        let story = sent(planning("first_watch", *seed), "ivo", "s_camera");
        holds(&story, South, "s_van")
    });
    let story = sent(
        planning("first_watch", seed.expect("a seed")),
        "ivo",
        "s_camera",
    );
    let story = sent(story.both(Command::Acknowledge), "tamra", "s_deck");
    let shown = room(&story, South).evidence;
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].item, Some(item(&story.scenario, "s_van")));
}

#[test]
fn a_result_in_a_case_teaches_what_was_found_and_the_debrief_teaches_all() {
    let mut story = sent(planning("the_night_bus", 1), "pim", "n_driver");
    let id = task(&story.scenario, "n_driver");
    let first = room(&story, North).questions[0].id;
    for act in [
        questioning::Act::Ask(first),
        questioning::Act::Close { refer: false },
    ] {
        story = play(story, North, id, Act::Interview(act));
    }
    assert_eq!(room(&story, North).lessons, Vec::new());
    let story = story.both(Command::Acknowledge).until_verdict();
    let theory = liaison::engine::Theory {
        offence: Some(Offence::Trafficking),
        ..blank(&story.scenario)
    };
    let story = story
        .when(North, Command::DraftVerdict { theory })
        .happened()
        .both(Command::SignVerdict { revision: 1 });
    let debrief = project(story.state(), North).debrief.expect("a debrief");
    let taught = &debrief.set_pieces[0].lessons;
    let who = story.scenario.interviews.iter().find(|i| i.key == "winai");
    assert_eq!(taught.len(), who.expect("the driver").contradictions.len());
}

/// The Night Bus: Kedah has the camera and shares it; Songkhla questions the driver.
fn driver(consent: bool) -> (Story, TaskId) {
    let seed = (0..).find(|seed| {
        let story = sent(planning("the_night_bus", *seed), "mei", "s_cam");
        holds(&story, South, "se_camera")
    });
    let story = sent(
        planning("the_night_bus", seed.expect("a seed")),
        "mei",
        "s_cam",
    );
    let camera = item(&story.scenario, "se_camera");
    let mut story = story.both(Command::Acknowledge).when(
        South,
        Command::ShareItem {
            item: camera,
            form: Form::Full,
            channel: Channel::LiaisonDesk,
            note: None,
        },
    );
    story = story.happened();
    while !project(story.state(), North)
        .folder
        .iter()
        .any(|i| i.id == camera && i.form == Form::Full)
    {
        story = story.next_round();
    }
    if consent {
        let yes = Command::GiveConsent {
            item: camera,
            granted: true,
        };
        story = story.when(South, yes).happened();
    }
    let id = task(&story.scenario, "n_driver");
    (sent(story, "pim", "n_driver"), id)
}

#[test]
fn the_partners_item_is_put_to_a_person_with_consent_or_it_is_a_breach() {
    for consent in [true, false] {
        let (mut story, id) = driver(consent);
        let camera = item(&story.scenario, "se_camera");
        // The officer is told before, and no colleague advises a breach.
        let unfree = if consent { vec![] } else { vec![camera] };
        assert_eq!(view(&story, North).unfree, unfree);
        let trust = |story: &Story| project(story.state(), North).liaison.trust.now;
        let before = trust(&story);
        // Put late, after his whole evening.
        loop {
            let act = policy::sound(&room(&story, North), &policy::Reading::default());
            story = play(story, North, id, Act::Interview(act));
            if matches!(act, questioning::Act::Disclose(_)) {
                break;
            }
        }
        let breach = Event::Breach {
            team: North,
            item: camera,
            by: Use::Interview,
        };
        let breached = story.last.as_ref().expect("put").contains(&breach);
        assert_eq!(breached, !consent);
        assert_eq!(trust(&story) < before, !consent);
        if !consent {
            let (mut story, id) = driver(false);
            while view(&story, North).help > 0 {
                story = play(story, North, id, Act::Help);
                let advice = view(&story, North).advice.clone();
                let put = questioning::Act::Disclose(liaison::scenario::ids::EvidenceId(0));
                assert_ne!(advice, Some(Act::Interview(put)));
                // To where evidence would be ripe.
                for _ in 0..12 {
                    let act = policy::sound(&room(&story, North), &policy::Reading::default());
                    if matches!(act, questioning::Act::Disclose(_)) {
                        break;
                    }
                    story = play(story, North, id, Act::Interview(act));
                }
            }
        }
        // The truth comes either way, and stands in the folder.
        let story = soundly(story, North, id);
        assert!(holds(&story, North, "n_driver_van"));
        assert!(holds(&story, North, "n_driver_says"));
    }
}

#[test]
fn of_a_child_who_is_heard_alone_nothing_is_written_down() {
    let who = case("the_night_bus");
    let child = who
        .interviews
        .iter()
        .position(|i| i.key == "niri")
        .expect("niri");
    let mut alone = questioning::Interview::new(Arc::new(who.interviews[child].clone()));
    let mut with = alone.clone();
    let guardian = liaison::scenario::words::Safeguard::Guardian;
    with.act(questioning::Act::Give(guardian))
        .expect("a guardian");
    for room in [&mut alone, &mut with] {
        while room.verdict().is_none() {
            let mut view = room.view();
            view.safeguards.clear();
            let act = policy::sound(&view, &policy::Reading::default());
            room.act(act).expect("a sound act");
        }
    }
    assert_eq!(alone.items(), Vec::new());
    assert_eq!(with.items(), [item(&who, "ne_child")]);
}

#[test]
fn whom_a_counter_refers_rightly_says_what_the_case_has_to_tell() {
    let mut story = planning("first_watch", 3);
    story = story.next_round().next_round();
    let story = sent(story, "ivo", "s_counter");
    let id = task(&story.scenario, "s_counter");
    let line = |story: &Story| match &view(story, South).what {
        SetPieceWhat::Line { view, over } => ((**view).clone(), over.clone()),
        other => panic!("{other:?}"),
    };
    // Everybody to protection on a guess: among them is who belongs there, and nobody noticed it.
    let mut all = story;
    while view(&all, South).ended.is_none() {
        assert!(line(&all).1.is_none(), "the truth before its time");
        let act = line::Act::Refer(Referral::Protection, line::Ground::Unstated);
        all = play(all, South, id, Act::Line(act));
    }
    assert!(!holds(&all, South, "s_next"));
    let ended = view(&all, South).ended.expect("over");
    assert!(!ended.success, "{ended:?}");
    assert!(line(&all).1.is_some());
    // Asked, checked, and sent there with what stands: the item comes, and only once the line is over.
    let mut story = planning("first_watch", 3).next_round().next_round();
    story = sent(story, "ivo", "s_counter");
    while view(&story, South).ended.is_none() {
        assert!(
            !holds(&story, South, "s_next"),
            "told while the line is worked"
        );
        let act = match line::policy::sound(&line(&story).0) {
            line::Act::Refer(_, ground) => line::Act::Refer(Referral::Protection, ground),
            other => other,
        };
        story = play(story, South, id, Act::Line(act));
    }
    assert!(holds(&story, South, "s_next"));
    // Whoever asks and checks does well; nobody is sent to protection by a program, which cannot read.
    let mut story = planning("first_watch", 3).next_round().next_round();
    story = sent(story, "ivo", "s_counter");
    while view(&story, South).ended.is_none() {
        let act = line::policy::sound(&line(&story).0);
        story = play(story, South, id, Act::Line(act));
    }
    let ended = view(&story, South).ended.expect("over");
    assert!(ended.success, "{ended:?}");
}

#[test]
fn in_an_exercise_the_officer_judges_whether_a_source_fits() {
    let mut story = planning("first_watch", 3).next_round().next_round();
    story = sent(story, "ivo", "s_counter");
    let id = task(&story.scenario, "s_counter");
    let mut shown = 0;
    while view(&story, South).ended.is_none() {
        let SetPieceWhat::Line { view: at, .. } = view(&story, South).what.clone() else {
            panic!("a line")
        };
        let checks = at.questions.iter().flat_map(|q| &q.checks);
        for check in checks.filter(|c| c.shows.is_some()) {
            assert_eq!(check.fits, None, "the counter compares for the officer");
            shown += 1;
        }
        let act = line::policy::sound(&at);
        story = play(story, South, id, Act::Line(act));
    }
    assert!(shown > 10, "{shown}");
}

#[test]
fn the_record_tells_what_was_done_in_words() {
    let story = deck(1);
    let id = task(&story.scenario, "s_deck");
    let told = |act: Act| {
        let event = Event::SetPiecePlayed {
            team: South,
            task: id,
            act,
        };
        let line = liaison::view::told(story.state(), 1, &event, liaison::view::Reader::Truth);
        line.expect("told")["act"]
            .as_str()
            .expect("words")
            .to_owned()
    };
    let mention = |n| liaison::scenario::interviews::Mention::Said(StatementId(n));
    let acts = [
        Act::Interview(questioning::Act::Close { refer: false }),
        Act::Interview(questioning::Act::Close { refer: true }),
        Act::Interview(questioning::Act::Break),
        Act::Interview(questioning::Act::Mark(mention(0), mention(1))),
        Act::Interview(questioning::Act::Give(Safeguard::BreakOffered)),
        Act::Line(line::Act::Check(0, Source::Booking)),
        Act::Line(line::Act::Refer(
            Referral::SecondLine,
            line::Ground::Contradiction(1, Source::Again),
        )),
        Act::Line(line::Act::Note(line::Note {
            observed: Some(line::Observation::Record(1, Source::Ticket)),
            question: Some(1),
            text: "Says one thing, carries another.".to_owned(),
        })),
    ];
    for act in acts {
        let words = told(act);
        let debug = ['{', '(', '_'].iter().any(|c| words.contains(*c));
        assert!(!debug && !words.is_empty(), "{words}");
    }
    let close = Act::Interview(questioning::Act::Close { refer: true });
    assert_eq!(told(close), "Close, and refer as a presumed victim");
}

#[test]
fn the_record_and_the_account_tell_of_the_bench_in_words() {
    use liaison::engine::encounter::document::bench::{self, Register};
    use liaison::engine::encounter::document::fraud::Finding;
    use liaison::engine::encounter::document::issuer::Light;
    use liaison::engine::encounter::document::{Fact, Field};
    use liaison::report::Account;
    let told = |case: &str, team: Team, key: &str, act: bench::Act| {
        let story = planning(case, 1);
        let event = Event::SetPiecePlayed {
            team,
            task: task(&story.scenario, key),
            act: Act::Document(act),
        };
        let line = liaison::view::told(story.state(), 1, &event, liaison::view::Reader::Truth);
        let line = line.expect("told");
        line["act"].as_str().expect("words").to_owned()
    };
    let card = |act| told("first_watch", North, "n_card", act);
    let compare = bench::Act::Compare(Fact::Photo(Trait::Ears), Fact::Face(Trait::Ears));
    for (act, words) in [
        (
            bench::Act::Look(Light::Transmitted),
            "Look against the light",
        ),
        (bench::Act::Specimen, "Open the specimen book"),
        (bench::Act::Faces, "Compare the photograph with the person"),
        (
            bench::Act::Ask(Register::Lost),
            "Ask the register of lost and stolen documents",
        ),
        (
            compare,
            "Conflict? ears on the photograph / ears of the person",
        ),
        (
            bench::Act::Find(Finding::Refer),
            "Finding: refer to second line",
        ),
    ] {
        assert_eq!(card(act), words);
    }
    // A stamp is told by its day.
    let book = |act| told("the_night_bus", South, "s_papers", act);
    let stamp = bench::Act::Compare(Fact::Stamp(2), Fact::NoCrossing);
    let words = "Conflict? entry stamp of 19 NOV 2026 / no other crossing on record";
    assert_eq!(book(stamp), words);
    // Nothing that lies there is told as a program writes it down.
    let example = liaison::engine::encounter::document::described::example;
    for case in shipped() {
        for document in &case.scenario.documents {
            for fact in example(&case.scenario, document).matter.facts() {
                let with = Fact::Zone(Field::Birth);
                let words = book(bench::Act::Compare(fact, with));
                let debug = |c: char| matches!(c, '{' | '(' | '_');
                assert!(!words.contains(debug), "{words}");
                let own = words.trim_start_matches("Conflict? ");
                assert!(own.starts_with(char::is_lowercase), "{words}");
            }
        }
    }
    // The account has the finding, and not each look.
    let id = task(&planning("first_watch", 1).scenario, "n_card");
    let mut story = sent(planning("first_watch", 1), "edda", "n_card");
    story = play(story, North, id, Act::Document(bench::Act::Specimen));
    let find = bench::Act::Find(Finding::Impostor);
    story = play(story, North, id, Act::Document(find));
    let mut account = Account::new(Arc::clone(&story.scenario), "en");
    let entries = story.entries.lock().expect("kept").clone();
    let lines = entries.iter().flat_map(|entry| account.tell(entry));
    let lines: Vec<String> = lines.map(|sentence| sentence.text).collect();
    let of = |words: &str| lines.iter().filter(|l| l.contains(words)).count();
    assert_eq!(
        of("Finding on “The niece's card, from Brae”: Impostor"),
        1,
        "{lines:#?}"
    );
    assert_eq!(of("specimen"), 0);
}

#[test]
fn what_has_to_be_recognised_is_named_only_on_the_first_level() {
    let level = |story: Story, team| room(&story, team).level;
    assert_eq!(level(deck(1), South), 1, "an easy case");
    let story = sent(planning("the_night_bus", 1), "pim", "n_driver");
    assert_eq!(level(story, North), 2, "a harder one");
}

/// Refusals that only set pieces have.
pub fn refused() -> Vec<(Story, Refusal)> {
    let story = deck(1);
    let id = task(&story.scenario, "s_deck");
    let open = Refusal::SetPieceOpen { task: id };
    let none = Refusal::NoSuchSetPiece;
    let other = Refusal::InSetPiece {
        why: Why::OtherKind,
    };
    let act = Act::Line(line::Act::Clear);
    let actor = Actor::Team(South);
    vec![
        (story.when(actor, Command::Acknowledge).refused(open), open),
        (
            deck(1)
                .when(North, Command::LeaveSetPiece { task: id })
                .refused(none),
            none,
        ),
        (
            deck(1)
                .when(South, Command::PlaySetPiece { task: id, act })
                .refused(other),
            other,
        ),
    ]
}

#[test]
fn a_document_takes_the_right_finding_and_what_it_rests_on() {
    use liaison::engine::encounter::document::bench;
    use liaison::engine::encounter::document::fraud::Finding;
    use liaison::engine::encounter::document::policy as at_the_bench;
    let opened = || sent(planning("first_watch", 1), "edda", "n_card");
    let id = task(&opened().scenario, "n_card");
    let lies = |story: &Story| match &view(story, North).what {
        SetPieceWhat::Document { view, lesson, .. } => ((**view).clone(), lesson.is_some()),
        other => panic!("{other:?}"),
    };
    let found = |story: Story, finding| {
        let act = bench::Act::Find(finding);
        play(story, North, id, Act::Document(act))
    };
    let success = |story: &Story| view(story, North).ended.expect("over").success;
    // Nothing tells before it is looked at; what was asked nobody answers unasked.
    let story = opened();
    let (bench, taught) = lies(&story);
    assert!(!taught && bench.truth.is_none() && bench.matter.registers.lost.is_empty());
    // A guess brings nothing and can be made good in another round; so it is not told whether it was right.
    let guessed = found(story, Finding::Impostor);
    assert!(!success(&guessed) && !holds(&guessed, North, "n_lost_card"));
    let (bench, taught) = lies(&guessed);
    assert!(!taught && bench.truth.is_none() && bench.verdict.is_none());
    assert_eq!(bench.said, Some(Finding::Impostor));
    // Nor does second line, and whoever is deceived has it in writing.
    let referred = found(opened(), Finding::Refer);
    assert!(!success(&referred) && !holds(&referred, North, "n_card_fine"));
    let mut looked = opened();
    while let Some(act) = at_the_bench::looks(&lies(&looked).0) {
        looked = play(looked, North, id, Act::Document(act));
    }
    let deceived = found(looked, Finding::Genuine);
    assert!(!success(&deceived) && holds(&deceived, North, "n_card_fine"));
    assert!(!lies(&deceived).1);
    let mut story = opened();
    while view(&story, North).ended.is_none() {
        let act = at_the_bench::sound(&lies(&story).0);
        story = play(story, North, id, Act::Document(act));
    }
    assert!(success(&story) && holds(&story, North, "n_lost_card"));
    assert!(lies(&story).1, "the lesson is read after the right finding");
    assert_eq!(view(&story, North).ended.expect("over").points, Some(100));
}

/// Documents in whose holder's papers other things are wrong.
fn with_fraud(fraud: &str) -> Arc<Scenario> {
    use liaison::scenario::documents::FraudFile;
    let mut scenario = (*case("first_watch")).clone();
    let of_card = |d: &&mut liaison::scenario::documents::CaseDocument| d.key == "niece_papers";
    let document = scenario.documents.iter_mut().find(of_card);
    let book = &mut document.expect("the niece's").book;
    book.reported = false;
    book.fraud = Some(match fraud {
        "impostor" => FraudFile::Impostor(vec![Trait::Ears]),
        "obtained" => FraudFile::FraudulentlyObtained,
        _ => FraudFile::Counterfeit {
            imitated: vec![Feature::Fibres],
            missing: vec![],
        },
    });
    Arc::new(scenario)
}

#[test]
fn a_wrong_finding_tells_nothing_of_what_was_wrong() {
    use liaison::engine::encounter::document::bench;
    use liaison::engine::encounter::document::fraud::Finding;
    for said in Finding::ALL {
        let mut told = Vec::new();
        for fraud in ["impostor", "obtained", "counterfeit"] {
            let scenario = with_fraud(fraud);
            let story = Story::of(Arc::clone(&scenario), 1).both(Command::Acknowledge);
            let theory = blank(&scenario);
            let story = sent(
                story.both(Command::RecordTheory { theory }),
                "edda",
                "n_card",
            );
            let id = task(&scenario, "n_card");
            let act = Act::Document(bench::Act::Find(said));
            let story = play(story, North, id, act);
            let mut team = project(story.state(), North);
            // The faces lie open: what they say was seen before.
            for piece in &mut team.set_pieces {
                if let SetPieceWhat::Document { view, .. } = &mut Arc::make_mut(piece).what {
                    let matter = &mut view.matter;
                    matter.document.photo = matter.traveller.face;
                    matter
                        .traveller
                        .says_place
                        .clone_from(&matter.document.place);
                }
            }
            told.push(team);
        }
        assert_eq!(told[0], told[1], "{said:?}");
        assert_eq!(told[0], told[2], "{said:?}");
    }
}

#[test]
fn the_debrief_tells_what_was_kept_and_a_second_try_has_less_time() {
    use liaison::engine::encounter::document::bench::{self, FAIR};
    use liaison::engine::encounter::document::fraud::Finding;
    let id = task(&case("first_watch"), "n_card");
    let refer = || Act::Document(bench::Act::Find(Finding::Refer));
    let fair = |story: &Story| match &view(story, North).what {
        SetPieceWhat::Document { view, .. } => view.fair,
        other => panic!("{other:?}"),
    };
    let story = sent(planning("first_watch", 1), "edda", "n_card");
    let first = fair(&story);
    assert!(first >= FAIR);
    let story = play(story, North, id, refer());
    let story = sent(story.both(Command::Acknowledge), "edda", "n_card");
    assert!(fair(&story) < first);
    let story = play(story, North, id, refer());
    let kept = |piece: &SetPieceView| piece.ended.expect("over").points.is_none();
    assert!(kept(&view(&story, North)));
    // In the last round nobody is sent again: there is nothing left to be kept.
    let story = sent(story.both(Command::Acknowledge), "edda", "n_card");
    let story = play(story, North, id, refer());
    assert_eq!(story.scenario.rounds, story.state().round());
    assert!(!kept(&view(&story, North)));
}

#[test]
fn a_colleague_at_the_bench_says_where_to_look_and_never_what_is_wrong() {
    use liaison::engine::encounter::document::bench;
    use liaison::engine::encounter::document::policy as at_the_bench;
    let id = task(&case("first_watch"), "n_card");
    let mut story = sent(planning("first_watch", 1), "edda", "n_card");
    let of = |story: &Story| match &view(story, North).what {
        SetPieceWhat::Document { view, .. } => (**view).clone(),
        other => panic!("{other:?}"),
    };
    story = play(story, North, id, Act::Help);
    let advice = view(&story, North).advice.clone();
    assert!(matches!(
        advice,
        Some(Act::Document(bench::Act::Look(_) | bench::Act::Specimen))
    ));
    while let Some(act) = at_the_bench::looks(&of(&story)) {
        story = play(story, North, id, Act::Document(act));
    }
    assert!(view(&story, North).help > 0, "edda has the skill twice");
    let why = Why::OwnEyes;
    story
        .when(
            North,
            Command::PlaySetPiece {
                task: id,
                act: Act::Help,
            },
        )
        .refused(Refusal::InSetPiece { why });
}

#[test]
fn a_sound_officer_reads_every_document_of_the_cases_and_of_the_drills() {
    use liaison::engine::encounter::document::bench::Bench;
    use liaison::engine::encounter::document::described::{self, Outcome, outcome};
    use liaison::engine::encounter::document::generate::{TODAY, example};
    use liaison::engine::encounter::document::policy as at_the_bench;
    use rand::SeedableRng;
    let judged = |mut bench: Bench| {
        while bench.verdict().is_none() {
            let act = at_the_bench::sound(&bench.view());
            bench.act(act).expect("a sound act");
        }
        bench.verdict().expect("a verdict")
    };
    for scenario in ["first_watch", "the_night_bus"].map(case) {
        for document in &scenario.documents {
            let verdict = judged(described::bench(&scenario, document));
            assert_eq!(outcome(&verdict), Outcome::Right, "{}", document.key);
        }
    }
    let mut right = [0; 3];
    for level in 1..=3u8 {
        for seed in 0..400 {
            let rng = &mut rand_chacha::ChaCha8Rng::seed_from_u64(seed);
            let verdict = judged(Bench::new(example(level, TODAY, rng)));
            let at = usize::from(level) - 1;
            right[at] += u32::from(verdict.said == verdict.truth);
        }
    }
    println!("right findings of 400 by level: {right:?}");
    assert!(right.iter().all(|n| *n >= 380), "{right:?}");
}

#[test]
fn what_lies_unlooked_at_is_the_same_whatever_is_wrong_with_it() {
    use liaison::engine::encounter::document::bench::Bench;
    use liaison::engine::encounter::document::generate::{Example, TODAY, example};
    use rand::SeedableRng;
    let mut hidden = 0;
    for seed in 0..600 {
        let rng = &mut rand_chacha::ChaCha8Rng::seed_from_u64(seed);
        let one = example(3, TODAY, rng);
        let mut twin: Example = one.clone();
        // What only a lamp, a register or the light behind would show.
        use liaison::engine::encounter::document::Made;
        use liaison::engine::encounter::document::issuer::Light;
        for (feature, made) in &mut twin.matter.document.features {
            if feature.light() != Light::Magnified {
                *made = Made::Imitated;
            }
        }
        if let Some(punched) = &mut twin.matter.document.punched {
            punched.push('7');
        }
        twin.matter
            .registers
            .lost
            .push(twin.matter.document.page.number.clone());
        twin.matter.registers.other_name = true;
        twin.matter.registers.crossings.clear();
        hidden += usize::from(one != twin);
        assert_eq!(Bench::new(one).view(), Bench::new(twin).view());
    }
    assert_eq!(hidden, 600);
}

#[test]
fn what_came_of_an_act_can_be_told_from_what_was_seen_before_and_after() {
    use liaison::engine::encounter::questioning::Answer;
    use rand::SeedableRng;
    let mut in_vain = 0;
    for scenario in ["first_watch", "the_night_bus"].map(case) {
        for who in &scenario.interviews {
            for seed in 0..60 {
                let rng = &mut rand_chacha::ChaCha8Rng::seed_from_u64(seed);
                let mut room = questioning::Interview::varied(Arc::new(who.clone()), rng);
                while room.verdict().is_none() {
                    let before = room.view();
                    let act = match seed % 3 {
                        0 => policy::sound(&before, &policy::Reading::of(who)),
                        1 => policy::pushy(&before, rng),
                        _ => policy::random(&before, rng),
                    };
                    let Ok(answer) = room.act(act) else { continue };
                    let told = Answer::between(act, &before, &room.view());
                    assert_eq!(told, answer, "{}, seed {seed}: {act:?}", who.key);
                    in_vain += u32::from(matches!(
                        answer,
                        Answer::Said {
                            irritated: true,
                            ..
                        }
                    ));
                }
            }
        }
    }
    assert!(in_vain > 50, "{in_vain}");
}
