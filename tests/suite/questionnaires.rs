//! Questionnaires before, after and weeks later: who may answer when, who sees what, and what was learned.

use std::sync::Arc;

use liaison::engine::questionnaires::{Reply, SurveyReply};
use liaison::engine::{Actor, Command, Entry, Event, Refusal, fits};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::report::{Paired, learning, paper};
use liaison::scenario::ids::{SurveyId, Team};
use liaison::scenario::questionnaires::SurveyKind;
use liaison::scenario::words::{Occasion, SurveyTopic};
use liaison::session::{LocalTable, Memory, Session};
use liaison::view::{
    Reader, ShareView, TeamView, apply_part, case_view, facilitator_view, project, told,
};

use crate::support::{Story, fixture, liaison, path, shipped, text};

use Occasion::{After, Before, FollowUp};
use Team::{North, South};

const TRAINER: Actor = Actor::Facilitator;

// The questions of the workbench.
const CONSENT: SurveyId = SurveyId(0);
const CONSENT_LATER: SurveyId = SurveyId(1);
const ZONE: SurveyId = SurveyId(2);
const USEFUL: SurveyId = SurveyId(3);
const MORE: SurveyId = SurveyId(4);

fn chose(question: SurveyId, options: &[u8]) -> SurveyReply {
    let reply = Reply::Options(options.to_vec());
    SurveyReply { question, reply }
}

fn gave(question: SurveyId, reply: Reply) -> SurveyReply {
    SurveyReply { question, reply }
}

fn sheet(team: Team, who: &str, when: Occasion, replies: &[SurveyReply]) -> Command {
    Command::AnswerQuestionnaire {
        team,
        who: who.to_owned(),
        when,
        replies: replies.to_vec(),
    }
}

fn knows(team: Team, who: &str) -> Command {
    sheet(
        team,
        who,
        Before,
        &[chose(CONSENT, &[1]), chose(ZONE, &[0, 1])],
    )
}

fn over(story: Story) -> Story {
    let story = story.both(Command::Acknowledge).until_verdict();
    story.when(TRAINER, Command::EndPhase).happened()
}

/// Stories that end in a refusal of this family.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, who: Actor, command: Command, refusal: Refusal| {
        met.push((story.when(who, command).refused(refusal), refusal));
    };
    let n = Actor::Team(North);
    let mut without = (*fixture("workbench").scenario).clone();
    without.questionnaires.clear();
    let without = Story::of(Arc::new(without), 1);
    meet(without, n, knows(North, "Ann"), Refusal::NothingAsked);
    let late = Refusal::QuestionnaireLate;
    meet(Story::planning(), n, knows(North, "Ann"), late);
    let after = sheet(North, "Ann", After, &[gave(USEFUL, Reply::Scale(4))]);
    let early = Refusal::QuestionnaireEarly;
    meet(Story::of_workbench(), TRAINER, after, early);
    meet(Story::planning(), TRAINER, Command::ShowAnswers, early);
    meet(
        Story::of_workbench(),
        n,
        knows(North, " \n "),
        Refusal::NameMissing,
    );
    let empty = sheet(North, "Ann", Before, &[]);
    meet(Story::of_workbench(), n, empty, Refusal::NothingAnswered);
    for question in [CONSENT_LATER, USEFUL, SurveyId(99)] {
        let command = sheet(North, "Ann", Before, &[chose(question, &[0])]);
        let refusal = Refusal::QuestionNotAsked { question };
        meet(Story::of_workbench(), n, command, refusal);
    }
    let twice = sheet(
        North,
        "Ann",
        Before,
        &[chose(ZONE, &[0]), chose(ZONE, &[1])],
    );
    let refusal = Refusal::AnsweredTwice { question: ZONE };
    meet(Story::of_workbench(), n, twice, refusal);
    let no_such = |reply| (CONSENT, reply);
    for (question, reply) in [
        no_such(Reply::Options(vec![2])),
        no_such(Reply::Options(vec![])),
        // Only one option can be chosen where one is right.
        no_such(Reply::Options(vec![0, 1])),
        no_such(Reply::Scale(1)),
        no_such(Reply::Text("no".into())),
        (ZONE, Reply::Options(vec![1, 1])),
    ] {
        let command = sheet(North, "Ann", Before, &[gave(question, reply)]);
        let refusal = Refusal::NoSuchReply { question };
        meet(Story::of_workbench(), n, command, refusal);
    }
    for (question, reply) in [
        (USEFUL, Reply::Scale(0)),
        (USEFUL, Reply::Scale(6)),
        (MORE, Reply::Text("  ".into())),
    ] {
        let command = sheet(North, "Ann", After, &[gave(question, reply)]);
        let refusal = Refusal::NoSuchReply { question };
        meet(over(Story::of_workbench()), n, command, refusal);
    }
    met
}

#[test]
fn an_officer_answers_in_the_briefing_and_again_when_the_truth_is_open() {
    let story = Story::of_workbench()
        // In any order, with spaces about the name; what was left out is not named.
        .when(
            North,
            sheet(
                North,
                "  Ann  Bell ",
                Before,
                &[chose(ZONE, &[1, 0]), chose(CONSENT, &[0])],
            ),
        )
        .then(&[Event::QuestionnaireAnswered {
            team: North,
            who: "Ann Bell".into(),
            when: Before,
            replies: vec![chose(CONSENT, &[0]), chose(ZONE, &[0, 1])],
        }]);
    let words = Reply::Text(" Ring Port Ilsen first. ".into());
    over(story)
        .when(North, sheet(North, "Ann Bell", After, &[gave(MORE, words)]))
        .then(&[Event::QuestionnaireAnswered {
            team: North,
            who: "Ann Bell".into(),
            when: After,
            replies: vec![gave(MORE, Reply::Text("Ring Port Ilsen first.".into()))],
        }])
        .when(
            South,
            sheet(South, "Cai", FollowUp, &[chose(CONSENT_LATER, &[0])]),
        )
        .happened();
}

#[test]
fn a_team_answers_for_its_own_and_the_facilitator_types_in_what_is_on_paper() {
    let story = Story::of_workbench()
        .when(South, knows(North, "Ann"))
        .refused(Refusal::NotYours)
        .when(Actor::Evaluator, knows(North, "Ann"))
        .refused(Refusal::NotYours)
        .when(Actor::Clock, knows(North, "Ann"))
        .refused(Refusal::NotYours)
        .when(North, Command::ShowAnswers)
        .refused(Refusal::NotYours);
    // Filled in before, typed in when there is time.
    let story = story
        .both(Command::Acknowledge)
        .when(TRAINER, knows(South, "Cai"))
        .happened();
    over_from_planning(story)
        .when(TRAINER, knows(North, "Ann"))
        .happened();
}

fn over_from_planning(story: Story) -> Story {
    story
        .until_verdict()
        .when(TRAINER, Command::EndPhase)
        .happened()
}

#[test]
fn after_waits_until_the_truth_is_open() {
    let held = Story::of_workbench()
        .when(TRAINER, Command::HoldDebrief)
        .happened();
    let after = || sheet(North, "Ann", After, &[gave(USEFUL, Reply::Scale(5))]);
    over(held)
        .when(North, after())
        .refused(Refusal::QuestionnaireEarly)
        .when(TRAINER, Command::OpenDebrief)
        .when(North, after())
        .happened();
}

#[test]
fn a_second_sheet_of_a_person_takes_the_place_of_the_first() {
    let story = Story::of_workbench()
        .when(
            North,
            sheet(North, "Ann Bell", Before, &[chose(CONSENT, &[0])]),
        )
        .when(
            North,
            sheet(North, "ann  bell", Before, &[chose(CONSENT, &[1])]),
        )
        // Another team's person of that name is another person.
        .when(
            South,
            sheet(South, "Ann Bell", Before, &[chose(CONSENT, &[0])]),
        )
        .happened();
    let view = facilitator_view(story.state()).questionnaires;
    let names: Vec<_> = view
        .sheets
        .iter()
        .map(|s| (s.team, s.who.as_ref()))
        .collect();
    assert_eq!(names, [(North, "ann bell"), (South, "Ann Bell")]);
    // Nobody counts them while the exercise runs.
    assert_eq!(view.shares, []);
    let view = facilitator_view(over(story).state()).questionnaires;
    let (question, shares) = view.shares[0];
    assert_eq!(question, CONSENT);
    let share = |right, of| ShareView { right, of };
    assert_eq!(
        shares.map(|team| team[Before as usize]),
        [share(1, 1), share(0, 1)]
    );
}

#[test]
fn the_right_answers_wait_for_whoever_still_owes_a_sheet() {
    let story = Story::of_workbench()
        .when(North, knows(North, "Ann"))
        .when(South, knows(South, "Cai"))
        .happened();
    let debrief = |story: &Story, team| {
        project(story.state(), team)
            .debrief
            .map(|d| d.surveys.clone())
    };
    assert_eq!(debrief(&story, North), None);
    let story = over(story);
    let surveys = debrief(&story, North).expect("the truth is open");
    assert_eq!((surveys.owing, surveys.outcomes.len()), (2, 0));
    let after = |team, who| sheet(team, who, After, &[chose(CONSENT_LATER, &[1])]);
    let story = story
        .when(North, after(North, "Ann"))
        .when(South, after(South, "Cai"))
        .happened();
    let surveys = debrief(&story, South).expect("the truth is open");
    assert_eq!(surveys.owing, 0);
    let outcomes = &surveys.outcomes;
    assert_eq!(outcomes.len(), 3);
    assert_eq!(outcomes[1].key.right, [0]);
    assert_eq!(
        outcomes[1].key.teaching.get("en"),
        "Under 18 there is none."
    );
    let share = |right, of| ShareView { right, of };
    // Asked after; of one person a team, who were wrong.
    assert_eq!(
        outcomes[1].shares[0],
        [share(0, 0), share(0, 1), share(0, 0)]
    );
    assert_eq!(
        outcomes[2].shares[1],
        [share(1, 1), share(0, 1), share(0, 0)]
    );
}

#[test]
fn the_facilitator_shows_the_answers_when_somebody_has_gone_home() {
    let story = over(
        Story::of_workbench()
            .when(North, knows(North, "Ann"))
            .happened(),
    );
    assert!(!facilitator_view(story.state()).questionnaires.open);
    let story = story
        .when(TRAINER, Command::ShowAnswers)
        .then(&[Event::AnswersShown]);
    let shown = project(story.state(), South).debrief.expect("open");
    assert_eq!((shown.surveys.owing, shown.surveys.outcomes.len()), (1, 3));
    story.when(TRAINER, Command::ShowAnswers).then(&[]);
}

/// What reaches North while South hands in these sheets.
fn heard_by_north(sheets: &[Command]) -> String {
    let mut session = Session::create(fixture("workbench").scenario, 1, Box::new(Memory));
    let mut wire = Vec::new();
    let seats = [Seat::Team(North), Seat::Team(South), Seat::Facilitator];
    let hello = |seat| (seat, ClientMessage::Hello { version: VERSION });
    let said = |(id, command): (u32, &Command)| {
        let command = command.clone();
        (Seat::Team(South), ClientMessage::Command { id, command })
    };
    let all = seats
        .into_iter()
        .map(hello)
        .chain((0..).zip(sheets).map(said));
    // A seat that comes back is told everything anew.
    for (seat, message) in all.chain([hello(Seat::Team(North))]) {
        let out = session.handle(seat, message);
        assert!(
            !out.iter()
                .any(|(_, m)| matches!(m, ServerMessage::Refused { .. }))
        );
        let ours = out
            .into_iter()
            .filter(|(seat, _)| *seat == Seat::Team(North));
        wire.extend(ours.map(|(_, message)| message));
    }
    serde_json::to_string(&wire).expect("JSON")
}

#[test]
fn what_the_partner_hands_in_is_nobodys_business() {
    let quiet = heard_by_north(&[]);
    let busy = heard_by_north(&[
        knows(South, "Cai"),
        sheet(South, "Dee", Before, &[chose(CONSENT, &[0])]),
        sheet(South, "Dee", Before, &[chose(ZONE, &[2])]),
    ]);
    assert_eq!(quiet, busy);
    // The questions are there, and nothing of the answers.
    assert!(quiet.contains("A boy of 14 agreed to go."));
    for secret in [
        "Under 18 it never does.",
        "Names have none.",
        "right\"",
        "teaching",
    ] {
        assert!(!quiet.contains(secret), "{secret}");
    }
}

#[test]
fn nobodys_view_holds_a_persons_answers() {
    let words = "I had never heard of a tear-line.";
    let story = over(
        Story::of_workbench()
            .when(North, knows(North, "Ann"))
            .happened(),
    )
    .when(
        North,
        sheet(
            North,
            "Ann",
            After,
            &[gave(MORE, Reply::Text(words.into()))],
        ),
    )
    .happened();
    let json = |view: &TeamView| serde_json::to_string(view).expect("JSON");
    for team in Team::BOTH {
        let view = json(&project(story.state(), team));
        assert!(!view.contains(words));
        assert_eq!(
            view.contains("Ann\""),
            team == North,
            "names stay in the team"
        );
    }
    let view = facilitator_view(story.state());
    let view = serde_json::to_string(&view).expect("JSON");
    assert!(!view.contains(words) && view.contains("Ann\""));
    // In the record they are the truth's alone.
    let event = story.last.as_ref().expect("it happened")[0].clone();
    for reader in [Reader::Team(North), Reader::Team(South)] {
        assert_eq!(told(story.state(), 1, &event, reader), None);
    }
    let line = told(story.state(), 1, &event, Reader::Truth).expect("the truth reads all");
    assert_eq!(line["replies"][0]["question"], "more");
}

#[test]
fn seats_are_told_what_a_fresh_look_shows() {
    let session = Session::create(fixture("workbench").scenario, 1, Box::new(Memory));
    let mut table = LocalTable::open(session).expect("two seats");
    let mut shown = facilitator_view(table.session().state());
    let mut send = |seat, command| {
        let before = shown.clone();
        table.send(seat, command);
        let state = table.session().state();
        for team in Team::BOTH {
            assert_eq!(table.seat(team).view, project(state, team));
        }
        let now = facilitator_view(state);
        for part in liaison::view::facilitator_delta(&before, &now) {
            apply_part(&mut shown, part);
        }
        assert_eq!(shown, now);
    };
    let (n, s) = (Seat::Team(North), Seat::Team(South));
    send(n, knows(North, "Ann"));
    send(s, knows(South, "Cai"));
    send(n, knows(North, "Ann"));
    for _ in 0..40 {
        send(n, Command::Acknowledge);
        send(s, Command::Acknowledge);
        send(Seat::Facilitator, Command::EndPhase);
    }
    assert!(table.session().state().truth_open());
    let mut send = |seat, command| {
        table.send(seat, command);
        for team in Team::BOTH {
            assert_eq!(
                table.seat(team).view,
                project(table.session().state(), team)
            );
        }
    };
    send(n, sheet(North, "Ann", After, &[chose(ZONE, &[0])]));
    send(Seat::Facilitator, Command::ShowAnswers);
    assert!(
        table
            .seat(South)
            .view
            .debrief
            .as_ref()
            .is_some_and(|d| d.surveys.outcomes.len() == 3)
    );
}

#[test]
fn a_record_that_answers_what_the_case_does_not_ask_does_not_belong_to_it() {
    let scenario = fixture("workbench").scenario;
    let event = |reply: SurveyReply| Event::QuestionnaireAnswered {
        team: North,
        who: "Ann".into(),
        when: Before,
        replies: vec![reply],
    };
    assert!(fits(&scenario, &event(chose(CONSENT, &[1]))));
    for wrong in [
        chose(SurveyId(9), &[0]),
        chose(CONSENT, &[2]),
        chose(CONSENT_LATER, &[0]),
        gave(CONSENT, Reply::Scale(1)),
    ] {
        assert!(!fits(&scenario, &event(wrong.clone())), "{wrong:?}");
    }
}

fn entries(sheets: &[Command]) -> Vec<Entry> {
    let event = |c: &Command| match c.clone() {
        Command::AnswerQuestionnaire {
            team,
            who,
            when,
            replies,
        } => Event::QuestionnaireAnswered {
            team,
            who,
            when,
            replies,
        },
        other => panic!("{other:?} is no sheet"),
    };
    let entry = |c: &Command| Entry {
        actor: TRAINER,
        elapsed_ms: 0,
        events: vec![event(c)],
    };
    sheets.iter().map(entry).collect()
}

#[test]
fn learning_is_what_the_same_persons_knew_before_and_later() {
    let scenario = fixture("workbench").scenario;
    let before = |who, consent: u8, zone: &[u8]| {
        sheet(
            North,
            who,
            Before,
            &[chose(CONSENT, &[consent]), chose(ZONE, zone)],
        )
    };
    let after = |who, consent: u8, zone: &[u8], useful| {
        let scale = gave(USEFUL, Reply::Scale(useful));
        sheet(
            North,
            who,
            After,
            &[chose(CONSENT_LATER, &[consent]), chose(ZONE, zone), scale],
        )
    };
    let words = gave(MORE, Reply::Text("More time.".into()));
    let record = entries(&[
        // Consent: right is 1 before and 0 later. Zone: right is 0 and 1 together.
        before("A", 0, &[0, 1]),
        before("B", 0, &[0]),
        before("C", 1, &[2]),
        before("D", 0, &[0, 1]),
        // Never came back, and counts nowhere.
        before("E", 1, &[0, 1]),
        after("A", 0, &[0, 1], 5),
        after("B", 0, &[0, 1], 4),
        after("C", 1, &[0, 1], 2),
        after("D", 0, &[0, 2], 4),
        // Came late, and counts on the scale only.
        sheet(South, "F", After, std::slice::from_ref(&words)),
        sheet(South, "A", FollowUp, &[chose(CONSENT_LATER, &[0])]),
        sheet(North, "A", FollowUp, &[chose(CONSENT_LATER, &[0])]),
    ]);
    let learned = learning(&scenario, &record);
    assert_eq!(learned.sheets, [[5, 4, 1], [0, 1, 1]]);

    // Consent: A, B, D gained, C lost. 1 of 4 before, 3 of 4 after: (3 - 1) / (4 - 1).
    let consent = learned.measures[0].later.after;
    let paired = |n, before, later, gained, lost| Paired {
        n,
        before,
        later,
        gained,
        lost,
    };
    assert_eq!(consent, paired(4, 1, 3, 3, 1));
    assert_eq!(consent.shares(), Some((0.25, 0.75)));
    assert_eq!(consent.gain(), Some(2.0 / 3.0));
    // Four coins, one or none the rarer way, both sides: 2 × (1 + 4) / 16.
    assert!((consent.p().expect("they changed") - 0.625).abs() < 1e-12);
    // Zone: A and D knew it, B and C gained, D lost it.
    let zone = learned.measures[1].later.after;
    assert_eq!(zone, paired(4, 2, 3, 2, 1));
    assert_eq!(zone.gain(), Some(0.5));
    // Both together: 3 of 8 before, 6 of 8 after.
    assert_eq!(learned.overall.after, paired(8, 3, 6, 5, 2));
    assert_eq!(learned.overall.after.gain(), Some(0.6));
    let topics: Vec<_> = learned
        .topics
        .iter()
        .map(|(t, l)| (*t, l.after.n))
        .collect();
    assert_eq!(topics, [(SurveyTopic::Document, 4), (SurveyTopic::Law, 4)]);
    // Weeks later: North's A only; South's A is another person, and was not there before.
    assert_eq!(learned.measures[0].later.follow_up, paired(1, 0, 1, 1, 0));
    assert_eq!(learned.measures[1].later.follow_up, Paired::default());

    // 5, 4, 2, 4: the middle two are 4 and 4.
    let scale = learned.scales[0];
    assert_eq!(
        (scale.counts, scale.n(), scale.twice_median()),
        ([0, 1, 0, 2, 1], 4, Some(8))
    );
    assert_eq!(learned.texts, [(MORE, After, "More time.".to_owned())]);
}

#[test]
fn the_figures_hold_at_their_edges() {
    // Two of three knew it, and one still does: half of what was known is lost, and not minus one.
    let forgot = Paired {
        n: 3,
        before: 2,
        later: 1,
        gained: 0,
        lost: 1,
    };
    assert_eq!(forgot.gain(), Some(-0.5));
    let changed = |gained, lost| Paired {
        n: gained + lost,
        gained,
        lost,
        ..Paired::default()
    };
    for (gained, lost, p) in [
        (3, 0, 0.25),
        (0, 5, 0.0625),
        (6, 1, 0.125),
        (2, 2, 1.0),
        (1, 0, 1.0),
    ] {
        let found = changed(gained, lost).p().expect("somebody changed");
        assert!((found - p).abs() < 1e-12, "{gained}/{lost}: {found}");
    }
    // So many that a plain product would come to nothing.
    let many = changed(2600, 2400).p().expect("somebody changed");
    assert!((0.004..0.006).contains(&many), "{many}");
    let nobody = Paired::default();
    assert_eq!(
        (nobody.shares(), nobody.gain(), nobody.p()),
        (None, None, None)
    );
    // Where everybody knew it there was nothing to gain.
    let all = Paired {
        n: 3,
        before: 3,
        later: 3,
        ..Paired::default()
    };
    assert_eq!(
        (all.shares(), all.gain(), all.p()),
        (Some((1.0, 1.0)), None, None)
    );
    let worse = Paired {
        n: 4,
        before: 2,
        later: 1,
        gained: 0,
        lost: 1,
    };
    assert_eq!(worse.gain(), Some(-0.5));
}

#[test]
fn the_shipped_cases_measure_learning() {
    for case in shipped() {
        let scenario = &case.scenario;
        let measured = scenario.measured();
        assert!(measured.len() >= 4, "{}: {measured:?}", scenario.id);
        for m in &measured {
            assert!(m.by.iter().all(Option::is_some), "{}: {m:?}", scenario.id);
        }
        for when in Occasion::ALL {
            let (mut known, mut liked) = (0, 0);
            for (_, q) in scenario.asked(*when) {
                match q.kind {
                    SurveyKind::Knowledge(_) => known += 1,
                    SurveyKind::Scale { .. } | SurveyKind::Free => liked += 1,
                }
            }
            assert_eq!(known, measured.len(), "{}, {when:?}", scenario.id);
            assert!(liked >= 1, "{}, {when:?}", scenario.id);
        }
        // Whoever always ticks the first box knows nothing.
        let places = |n: u8| {
            let all = scenario.questionnaires.iter().filter_map(|q| q.knowledge());
            all.filter(|k| k.right().any(|r| r == n)).count()
        };
        let all = scenario
            .questionnaires
            .iter()
            .filter(|q| q.knowledge().is_some());
        let all = all.count();
        assert!((0..4).all(|n| places(n) * 2 <= all), "{}", scenario.id);
    }
}

#[test]
fn the_paper_asks_and_does_not_tell() {
    use ::liaison::language::Lang;
    for case in shipped() {
        for (lang, word) in [(Lang::En, "Choose one."), (Lang::Th, "เลือกหนึ่งข้อ")]
        {
            let sheet = paper(&case.scenario, Before, lang).expect("something is asked");
            let (plain, page) = (sheet.text(), sheet.html().expect("a page"));
            for q in case.scenario.questionnaires.iter() {
                let asked = q.asked.contains(&Before);
                assert_eq!(plain.contains(q.text.get(lang.tag())), asked, "{}", q.key);
                if let Some(k) = q.knowledge() {
                    assert!(!plain.contains(k.teaching.get(lang.tag())));
                    assert!(!page.contains(k.teaching.get(lang.tag())));
                }
            }
            assert!(plain.contains(word) && page.contains(word));
        }
    }
    let mut none = (*fixture("workbench").scenario).clone();
    none.questionnaires.clear();
    assert!(paper(&none, Before, Lang::En).is_none());
    assert_eq!(case_view(&none, North).surveys.len(), 0);
}

/// Runs `liaison questionnaire` with this typed in: exit code, what it says, what it complains of.
fn questionnaire(args: &[&str], typed: &str) -> (i32, String, String) {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut child = liaison(&[&["questionnaire"], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("its input");
    // It may have said its no already.
    let _ = input.write_all(typed.as_bytes());
    drop(input);
    let out = child.wait_with_output().expect("it ends");
    (
        out.status.code().expect("a code"),
        text(&out.stdout),
        text(&out.stderr),
    )
}

#[test]
fn a_finished_exercise_takes_sheets_from_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("seven.liaison");
    let file = path(&file);
    let played = liaison(&[
        "play",
        "first_watch",
        "--self-play",
        "--seed",
        "7",
        "--journal",
        file,
    ])
    .output()
    .expect("it runs");
    assert!(played.status.success());
    let hand_in = |when: &str, name: &str, more: &[&str], typed: &str| {
        let args = [file, "--when", when, "--team", "north", "--name", name];
        questionnaire(&[&args, more].concat(), typed)
    };

    // From paper, in a row.
    let (code, said, _) = hand_in("before", "Ann", &["--answers", "1,2,-,4,3"], "");
    assert_eq!(
        (code, said.as_str()),
        (0, "Recorded: Ann, 4 of 5 questions answered.\n")
    );
    let (code, said, _) = hand_in(
        "before",
        "ann",
        &["--answers", "1,2,2,1,3", "--lang", "th"],
        "",
    );
    assert_eq!(code, 0);
    assert!(said.contains("แทนฉบับที่ ann ส่งไว้ก่อนหน้า"), "{said}");
    // Asked, with a slip and an answer left out.
    let typed = "1 3\n9\n2\n4\n\n5\n5\nRing, first.\n";
    let (code, said, _) = hand_in("after", "Ann", &[], typed);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("That is not among the answers.") && said.contains("6 of 7"),
        "{said}"
    );
    let (code, ..) = hand_in("follow-up", "Ann", &["--answers", "3,2,1,4,5,2"], "");
    assert_eq!(code, 0);

    // Broken off: nothing is recorded.
    let (code, _, told) = hand_in("after", "Ben", &[], "1\n");
    assert_eq!(
        (code, told.contains("nothing was recorded")),
        (1, true),
        "{told}"
    );
    for (answers, word) in [
        ("1,2", "2 answers for 5 questions"),
        (
            "1,2,9,4,3",
            "`9` is no answer to question 3 (`tear_line`); it takes one number from 1 to 4",
        ),
        ("1,2,0,4,3", "`0` is no answer"),
        ("-,-,-,-,-", "Nothing has been answered"),
    ] {
        let (code, _, told) = hand_in("before", "Ben", &["--answers", answers], "");
        assert_eq!((code, told.contains(word)), (1, true), "{answers}: {told}");
    }
    let (code, _, told) = hand_in("before", " ", &["--answers", "1,2,3,4,5"], "");
    assert_eq!(
        (code, told.contains("Write the name first")),
        (1, true),
        "{told}"
    );
    let (code, ..) = questionnaire(&[file, "--when", "before", "--name", "Ann"], "");
    assert_eq!(code, 2, "a team is needed");
    let (code, _, told) = questionnaire(&["no.liaison", "--results"], "");
    assert_eq!((code, told.contains("no such file")), (1, true), "{told}");

    // child: wrong, then right, then right; no name anywhere.
    let (code, said, _) = questionnaire(&[file, "--results"], "");
    assert_eq!(code, 0);
    assert!(
        said.contains("Sheets: before 1, after 1, follow-up 1"),
        "{said}"
    );
    assert!(
        said.contains("Ring, first.") && !said.contains("Ann") && !said.contains("ann\n"),
        "{said}"
    );
    let (_, row) = said.split_once("Law: A boy of 15").expect("a row");
    let figures = row.lines().nth(1).expect("its figures");
    assert_eq!(
        figures.trim(),
        "1 answer: right 0 % before, 100 % later; gain 1.00; gained 1, lost 0; p = 1.000"
    );
    let (code, said, _) = questionnaire(&[file, "--results", "--lang", "th"], "");
    assert_eq!(code, 0);
    assert!(
        said.contains("1 คำตอบ: ก่อน ถูก 0 % ภายหลัง ถูก 100 %") && said.contains("กฎหมาย: "),
        "{said}"
    );

    // The exercise is whole, and what it came to is what it came to.
    let events = liaison(&["events", file, "--as", "north"])
        .output()
        .expect("it runs");
    assert!(events.status.success() && !text(&events.stdout).contains("Questionnaire"));
}

#[test]
fn the_paper_comes_from_a_case_or_an_exercise() {
    let (code, said, _) = questionnaire(&["the_night_bus", "--when", "after", "--paper"], "");
    assert_eq!(code, 0);
    assert!(
        said.starts_with("The Night Bus\nQuestionnaire after the exercise\n"),
        "{said}"
    );
    let html = [
        "the_night_bus",
        "--when",
        "follow-up",
        "--paper",
        "html",
        "--lang",
        "th",
    ];
    let (code, said, _) = questionnaire(&html, "");
    assert_eq!(code, 0);
    assert!(
        said.contains("<html lang=\"th\">") && said.contains("แบบสอบถามติดตามผล"),
        "{said}"
    );
    let folder = crate::support::case_folder("base");
    let (code, said, _) = questionnaire(&[&folder, "--when", "before", "--paper"], "");
    assert_eq!(
        (code, said.contains("Varda Border Guard")),
        (0, true),
        "{said}"
    );
}
