//! Pictures of what a team sees while it plans, and of the joint verdict, in every language.
//!
//! The clock is stopped for them, so that a picture is the same however long it took.

use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::desk::{DeskAction, DeskTab};
use liaison::app::screens::folder::FolderAction;
use liaison::app::screens::theory::{Change, TheoryAction};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::engine::{Command, Phase};
use liaison::protocol::Seat;
use liaison::scenario::ids::Team;
use liaison::scenario::words::{Channel, Form, Offence};
use liaison::session::{LocalTable, Memory, Session};

use crate::screens::Gallery;
use crate::support::{item, officer, shipped, subject, task};

#[test]
fn the_desk_and_the_verdict_look_as_they_were_approved() {
    let Ok(studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        assert!(
            std::env::var_os("LIAISON_SCREENS").is_none(),
            "there is no driver"
        );
        return;
    };
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    let case = shipped()
        .into_iter()
        .find(|case| case.scenario.id == "first_watch")
        .expect("shipped");
    let scenario = &case.scenario;
    let session = Session::create(scenario.clone(), 7, Box::new(Memory));
    let mut table = LocalTable::open(session).expect("two seats");
    for team in Team::BOTH {
        table.send(Seat::Team(team), Command::Acknowledge);
    }
    // Belmora has recorded a theory and passed on what the jetty is.
    let blank =
        liaison::engine::Theory::blank(scenario.theory.questions.len(), scenario.people.len());
    let south = Seat::Team(Team::South);
    table.send(south, Command::RecordTheory { theory: blank });
    let share = Command::ShareItem {
        item: item(scenario, "s_boat"),
        form: Form::TearLine,
        channel: Channel::LiaisonDesk,
        note: Some("High water is at 05:30 your time. Can you look?".into()),
    };
    table.send(south, share);
    let text = "Do you hold anything on minibus TV 4410?".to_owned();
    table.send(south, Command::SendMessage { text });
    table.send(Seat::Facilitator, Command::Pause);

    let mut play = Play::new(table, [vec!["Anan".into()], vec!["Mei".into()]]);
    play.sit(Team::North);
    gallery.studio.world().insert_resource(play);
    gallery.studio.show(Screen::Desk);
    gallery.check("desk");
    let desk = |action| Action::Desk(action);
    gallery
        .studio
        .act(desk(DeskAction::Tasks(officer(scenario, "haldan"))));
    gallery.check("desk-tasks");
    gallery.studio.act(Action::Command(Command::AssignTask {
        officer: officer(scenario, "haldan"),
        task: task(scenario, "n_jetty"),
    }));
    let jetty = scenario.task(task(scenario, "n_jetty")).place;
    gallery.studio.act(desk(DeskAction::Place(jetty)));
    gallery.check("desk-place");
    gallery.studio.act(desk(DeskAction::NoPlace));
    gallery.studio.act(desk(DeskAction::Line));
    gallery.check("desk-line");
    gallery.studio.act(Action::CloseDialog);
    let address = item(scenario, "n_address");
    gallery
        .studio
        .act(Action::Folder(FolderAction::Share(address)));
    gallery.check("share-before-theory");
    gallery.studio.act(Action::CloseDialog);
    gallery.studio.act(Action::Theory(TheoryAction::Show));
    let offence = Change::Offence(Offence::Smuggling);
    gallery
        .studio
        .act(Action::Theory(TheoryAction::Change(offence)));
    gallery.check("theory");
    gallery.studio.act(Action::Theory(TheoryAction::Record));
    gallery.studio.act(Action::DismissNotice);
    let fees = item(scenario, "n_fees");
    gallery.studio.act(Action::Folder(FolderAction::Open(fees)));
    gallery.check("item");
    gallery
        .studio
        .act(Action::Folder(FolderAction::Share(fees)));
    gallery
        .studio
        .act(Action::Folder(FolderAction::Form(Form::TearLine)));
    gallery.check("share");
    gallery.studio.act(Action::Folder(FolderAction::Send));
    gallery.studio.act(Action::DismissNotice);
    gallery.studio.act(desk(DeskAction::Tab(DeskTab::Board)));
    gallery.check("board");

    verdict(&mut gallery, scenario);
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

/// To the end of the last round, and a draft that one team has signed.
fn verdict(gallery: &mut Gallery, scenario: &liaison::scenario::Scenario) {
    gallery.studio.show(Screen::Home);
    let mut play = gallery
        .studio
        .world()
        .remove_resource::<Play>()
        .expect("an exercise");
    play.send_clock(Command::Resume);
    while play.phase() != Phase::Verdict {
        let command = match play.phase() {
            Phase::Planning => Command::SetReady { ready: true },
            _ => Command::Acknowledge,
        };
        for team in Team::BOTH {
            play.sit(team);
            play.send(command.clone());
        }
    }
    play.sit(Team::North);
    let mut theory =
        liaison::engine::Theory::blank(scenario.theory.questions.len(), scenario.people.len());
    theory.offence = Some(Offence::Both);
    theory.answers[1] = Some(subject(scenario, "jetty"));
    theory.confidence = 80;
    play.send(Command::DraftVerdict { theory });
    play.send(Command::SignVerdict { revision: 1 });
    play.send_clock(Command::Pause);
    gallery.studio.world().insert_resource(play);
    gallery.studio.show(Screen::Verdict);
    gallery.check("verdict");
}
