//! Questionnaires as people fill them in, what was learned in the debrief, and exercises beside each other.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::debrief::{DebriefAction, Tab};
use liaison::app::screens::questionnaire::QuestionnaireAction as Ask;
use liaison::app::screens::trends::{Results, TrendsAction};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::bots::{Policy, Simulated};
use liaison::engine::Phase;
use liaison::journal::{About, Journal};
use liaison::scenario::ids::{SurveyId, Team};
use liaison::scenario::words::Occasion;
use liaison::session::{LocalTable, Memory, Session, play_out};
use liaison::view::{AnswerWanted, SheetView};

use super::screens::Gallery;

fn table() -> LocalTable {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    LocalTable::open(Session::create(case.scenario, 3, Box::new(Memory))).expect("seats")
}

fn people() -> [Vec<String>; 2] {
    let named = |name: &str| vec![name.to_owned()];
    [named("Anan"), named("Mei")]
}

fn sit(studio: &mut Studio, table: LocalTable, screen: Screen) {
    let play = Play::new(table, people());
    studio.world().insert_resource(play);
    studio.show(screen);
}

fn handed(studio: &mut Studio) -> Vec<SheetView> {
    studio.world().resource::<Play>().handed_in()
}

fn ask(studio: &mut Studio, action: Ask) {
    studio.act(Action::Questionnaire(action));
}

/// What is asked, with the number of options where one is chosen.
fn asked(studio: &mut Studio, when: Occasion) -> Vec<(SurveyId, Option<bool>)> {
    let play = studio.world().resource::<Play>();
    let all = play.seat().case.surveys.iter();
    let now = all.filter(|q| q.asked.contains(&when));
    now.map(|q| match &q.answer {
        AnswerWanted::Options { several, .. } => (q.id, Some(*several)),
        AnswerWanted::Scale { .. } | AnswerWanted::Free => (q.id, None),
    })
    .collect()
}

/// Answers every question where an option is chosen, and hands it in.
fn fill_in(studio: &mut Studio, team: Team, when: Occasion, option: u8) {
    ask(studio, Ask::Show);
    assert_eq!(studio.screen(), Screen::Questionnaire);
    ask(studio, Ask::Of(team));
    ask(studio, Ask::When(when));
    ask(studio, Ask::Name(0));
    for (id, several) in asked(studio, when) {
        match several {
            Some(true) => {
                ask(studio, Ask::Option(id, option));
                ask(studio, Ask::Option(id, option + 1));
            }
            Some(false) => ask(studio, Ask::Option(id, option)),
            None => ask(studio, Ask::Scale(id, 4)),
        }
    }
    ask(studio, Ask::HandIn);
    ask(studio, Ask::Leave);
}

/// Plays on to the debrief with simulated teams.
fn over(mut table: LocalTable) -> LocalTable {
    use liaison::protocol::Seat;
    let mut teams = Team::BOTH.map(|team| Simulated::new(Policy::Sharer, team, 3));
    for _ in 0..8000 {
        if table.seat(Team::North).view.clock.phase == Phase::Debrief {
            break;
        }
        let mut acted = false;
        for team in Team::BOTH {
            let seat = table.seat(team);
            if let Some(command) = teams[team.index()].next(&seat.case, &seat.view) {
                table.send(Seat::Team(team), command);
                acted = true;
            }
        }
        if !acted {
            table.advance(table.session().left_ms());
        }
    }
    table
}

#[test]
fn one_person_after_the_other_fills_in_a_sheet() {
    let Ok(mut studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    sit(&mut studio, table(), Screen::Briefing);
    studio.press(KeyCode::KeyQ, Key::Character("q".into()));
    assert_eq!(studio.screen(), Screen::Questionnaire);
    let first = asked(&mut studio, Occasion::Before)[0].0;
    // Without a name it stays with whoever wrote it.
    ask(&mut studio, Ask::Option(first, 0));
    ask(&mut studio, Ask::HandIn);
    assert!(handed(&mut studio).is_empty());
    // Chosen, taken back: nothing is answered, and nothing is handed in.
    ask(&mut studio, Ask::Name(0));
    ask(&mut studio, Ask::Option(first, 0));
    ask(&mut studio, Ask::HandIn);
    assert!(handed(&mut studio).is_empty());
    ask(&mut studio, Ask::Option(first, 1));
    ask(&mut studio, Ask::HandIn);
    let sheets = handed(&mut studio);
    assert_eq!(sheets.len(), 1);
    assert_eq!(
        (&*sheets[0].who, sheets[0].when),
        ("Anan", Occasion::Before)
    );
    // The next person finds an empty sheet: handing that in is refused.
    ask(&mut studio, Ask::HandIn);
    assert_eq!(handed(&mut studio).len(), 1);
    // South's turn has not come: it cannot be answered for from North's chair.
    ask(&mut studio, Ask::Of(Team::South));
    ask(&mut studio, Ask::Name(0));
    ask(&mut studio, Ask::Option(first, 1));
    ask(&mut studio, Ask::HandIn);
    assert!(handed(&mut studio).iter().all(|s| s.team == Team::North));
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Briefing);
}

#[test]
fn questionnaires_look_as_they_were_approved() {
    let Ok(studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    let studio = &mut gallery.studio;
    sit(studio, table(), Screen::Briefing);
    fill_in(studio, Team::North, Occasion::Before, 1);
    gallery.check("briefing-questionnaire");
    let studio = &mut gallery.studio;
    ask(studio, Ask::Show);
    ask(studio, Ask::Name(0));
    for (id, several) in asked(studio, Occasion::Before).into_iter().take(3) {
        if several.is_some() {
            ask(studio, Ask::Option(id, 2));
        }
    }
    gallery.check("questionnaire");
    let studio = &mut gallery.studio;
    studio.show(Screen::Home);
    // Both teams sit together when it is over.
    let mut table = table();
    for (team, who) in Team::BOTH.into_iter().zip(["Anan", "Mei"]) {
        use liaison::engine::Command;
        use liaison::engine::questionnaires::{Reply, SurveyReply};
        let asked = table.seat(team).case.surveys.iter();
        let choice = asked.filter(|q| {
            let one = matches!(q.answer, AnswerWanted::Options { several: false, .. });
            one && q.asked.contains(&Occasion::Before)
        });
        let reply = |id| SurveyReply {
            question: id,
            reply: Reply::Options(vec![2]),
        };
        let replies = choice.map(|q| reply(q.id)).collect();
        let answered = Command::AnswerQuestionnaire {
            team,
            who: who.into(),
            when: Occasion::Before,
            replies,
        };
        table.send(liaison::protocol::Seat::Team(team), answered);
    }
    sit(studio, over(table), Screen::Debrief);
    studio.act(Action::Debrief(DebriefAction::OpenTruth));
    studio.act(Action::Debrief(DebriefAction::Tab(Tab::Learning)));
    gallery.check("debrief-learning-locked");
    let studio = &mut gallery.studio;
    for (team, option) in Team::BOTH.into_iter().zip([1, 0]) {
        fill_in(studio, team, Occasion::After, option);
        assert_eq!(studio.screen(), Screen::Debrief);
    }
    gallery.check("debrief-learning");
    ask(&mut gallery.studio, Ask::Show);
    gallery.check("questionnaire-after");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

/// First Watch in a file of this folder, begun on this day, played by these policies.
fn record(folder: &std::path::Path, seed: u64, day: u64, policies: [Policy; 2]) {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    let about = About {
        case: case.scenario.id.clone(),
        title: "First Watch".into(),
        seed,
        people: people(),
        program: "0".into(),
        begun: day * 86_400,
        origin: None,
    };
    let path = folder.join(format!("{seed}.liaison"));
    let journal = Journal::create(&path, &about, &case.source.files).expect("a new file");
    let session = Session::create(case.scenario, seed, Box::new(journal));
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    play_out(session, &mut teams).expect("two seats");
}

#[test]
fn exercises_beside_each_other_look_as_they_were_approved() {
    let folder = tempfile::tempdir().expect("a folder");
    let [sharer, hoarder] = [Policy::Sharer, Policy::Hoarder];
    let played = [[hoarder; 2], [hoarder, sharer], [sharer; 2], [sharer; 2]];
    for (seed, policies) in (1..).zip(played) {
        record(folder.path(), seed, 20_700 + seed * 7, policies);
    }
    std::fs::write(folder.path().join("damaged.liaison"), b"?").expect("a file");
    let mut shelf = Shelf::shipped();
    shelf.folder = Some(folder.path().to_owned());
    let Ok(mut studio) = Studio::open(shelf, WINDOW) else {
        return;
    };
    studio.press(KeyCode::KeyT, Key::Character("t".into()));
    studio.settle();
    studio.show(Screen::Trends);
    for _ in 0..600 {
        if studio.world().resource::<Results>().is_done() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        studio.frame();
    }
    studio.settle();
    let results = studio.world().resource_mut::<Results>();
    assert_eq!((results.outings.len(), results.unread.len()), (4, 1));
    // A picture does not tell where the folder was.
    let mut results = results;
    let why = &mut results.unread[0];
    *why = why.replace(&folder.path().display().to_string(), "exercises");
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    gallery.check("trends");
    gallery.studio.act(Action::Trends(TrendsAction::Group(1)));
    gallery
        .studio
        .act(Action::Trends(TrendsAction::Names(false)));
    gallery.check("trends-case");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
