//! What a person does with the folder: search it, pass an item on, cite it, and find nothing of the
//! other team's choices.

use bevy::input::keyboard::Key;
use bevy::prelude::KeyCode;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::folder::{FolderAction, FolderUi};
use liaison::app::screens::theory::{Change, TheoryAction, TheoryUi};
use liaison::app::screens::verdict::VerdictAction;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::engine::{Command, Phase};
use liaison::scenario::ids::{ItemId, Team};
use liaison::scenario::words::{Form, Offence};
use liaison::session::{LocalTable, Memory, Session};

use crate::support::{item, shipped};

/// First Watch in the first planning, North at the desk; nothing where there is no driver.
fn at_the_desk() -> Option<(Studio, impl Fn(&str) -> ItemId)> {
    let case = shipped()
        .into_iter()
        .find(|case| case.scenario.id == "first_watch")?;
    let mut studio = match Studio::open(Shelf::default(), (1366, 768)) {
        Ok(studio) => studio,
        Err(problem) => {
            eprintln!("skipped: {problem}");
            return None;
        }
    };
    let session = Session::create(case.scenario.clone(), 7, Box::new(Memory));
    let mut play = Play::new(LocalTable::open(session)?, [Vec::new(), Vec::new()]);
    for team in [Team::South, Team::North] {
        play.sit(team);
        play.send(Command::Acknowledge);
    }
    studio.world().insert_resource(play);
    studio.show(Screen::Desk);
    Some((studio, move |key: &str| item(&case.scenario, key)))
}

fn shared(studio: &mut Studio, id: ItemId) -> Vec<Form> {
    let view = &studio.world().resource::<Play>().seat().view;
    let held = view.folder.iter().find(|held| held.id == id);
    held.map(|held| held.shared.iter().map(|sent| sent.form).collect())
        .unwrap_or_default()
}

#[test]
fn an_item_is_passed_on_once_a_first_theory_is_on_record() {
    let Some((mut studio, item)) = at_the_desk() else {
        return;
    };
    let fees = item("n_fees");
    studio.act(Action::Folder(FolderAction::Share(fees)));
    studio.act(Action::Folder(FolderAction::Form(Form::TearLine)));
    studio.act(Action::Folder(FolderAction::Send));
    assert!(
        shared(&mut studio, fees).is_empty(),
        "the rules ask for a theory first"
    );
    studio.act(Action::Theory(TheoryAction::Show));
    studio.act(Action::Theory(TheoryAction::Change(Change::Offence(
        Offence::Smuggling,
    ))));
    studio.act(Action::Theory(TheoryAction::Cite(fees)));
    studio.act(Action::Theory(TheoryAction::Record));
    studio.act(Action::Folder(FolderAction::Share(fees)));
    studio.act(Action::Folder(FolderAction::Form(Form::TearLine)));
    studio.act(Action::Folder(FolderAction::Send));
    assert_eq!(shared(&mut studio, fees), [Form::TearLine]);
    let first = studio
        .world()
        .resource::<Play>()
        .seat()
        .view
        .theory
        .first
        .clone();
    assert_eq!(first.map(|first| first.cited), Some(vec![fees]));
}

#[test]
fn the_key_s_shares_the_selected_item() {
    let Some((mut studio, item)) = at_the_desk() else {
        return;
    };
    let fees = item("n_fees");
    studio.world().resource_mut::<FolderUi>().selected = Some(fees);
    studio.settle();
    studio.press(KeyCode::KeyS, Key::Character("s".into()));
    let draft = studio.world().resource::<FolderUi>().share.clone();
    assert_eq!(draft.map(|draft| draft.item), Some(fees));
}

#[test]
fn the_folder_is_searched_by_number_words_grade_source_and_round() {
    let Some((mut studio, item)) = at_the_desk() else {
        return;
    };
    let fees = item("n_fees");
    let folder = studio.world().resource::<Play>().seat().view.folder.clone();
    let wanted = folder.iter().find(|i| i.id == fees).expect("held").clone();
    let found = |search: &str| -> Vec<_> {
        let search = search.to_owned();
        let filter = liaison::app::screens::folder::Filter {
            search,
            ..Default::default()
        };
        filter.shown(&folder).iter().map(|i| i.id).collect()
    };
    let letter = wanted.info.key();
    let grade = format!("{}{letter}", wanted.source);
    let with_grade: Vec<_> = folder
        .iter()
        .rev()
        .filter(|i| i.source == wanted.source && i.info == wanted.info)
        .map(|i| i.id)
        .collect();
    assert!(
        with_grade.len() < folder.len(),
        "a grade that tells items apart"
    );
    assert_eq!(found(&grade), with_grade);
    assert_eq!(found(&format!("{}|{letter}", wanted.source)), with_grade);
    assert!(found(&format!("s{}", wanted.source)).contains(&fees));
    assert_eq!(found("r1").len(), folder.len());
    assert!(found("r2").is_empty());
    assert_eq!(found(&format!("n-{:02} {grade}", wanted.number)), [fees]);
    assert!(found("nothing of the kind").is_empty());
}

#[test]
fn whoever_sits_down_next_finds_nothing_of_it() {
    let Some((mut studio, item)) = at_the_desk() else {
        return;
    };
    let fees = item("n_fees");
    studio.act(Action::Theory(TheoryAction::Cite(fees)));
    studio.act(Action::Folder(FolderAction::Share(fees)));
    studio.world().resource_mut::<FolderUi>().filter.search = "Reth".into();
    studio.world().resource_mut::<Play>().sit(Team::South);
    studio.settle();
    let world = studio.world();
    let ui = world.resource::<FolderUi>();
    assert!(ui.share.is_none() && ui.selected.is_none() && ui.filter.search.is_empty());
    let seat = world.resource::<Play>().seat();
    assert!(world.resource::<TheoryUi>().draft(seat).cited.is_empty());
}

#[test]
fn both_teams_draft_and_sign_the_verdict() {
    let Some((mut studio, _)) = at_the_desk() else {
        return;
    };
    for _ in 0..3 {
        for command in [Command::SetReady { ready: true }, Command::Acknowledge] {
            for team in Team::BOTH {
                let mut play = studio.world().resource_mut::<Play>();
                play.sit(team);
                play.send(command.clone());
            }
        }
    }
    studio.show(Screen::Verdict);
    studio.act(Action::Verdict(VerdictAction::Write(Team::North)));
    studio.act(Action::Verdict(VerdictAction::Change(Change::Offence(
        Offence::Both,
    ))));
    studio.act(Action::Verdict(VerdictAction::Put));
    studio.act(Action::Verdict(VerdictAction::Sign(Team::North)));
    studio.act(Action::Verdict(VerdictAction::Write(Team::South)));
    studio.act(Action::Verdict(VerdictAction::Change(Change::Confidence(
        80,
    ))));
    studio.act(Action::Verdict(VerdictAction::Put));
    studio.act(Action::Verdict(VerdictAction::Sign(Team::South)));
    let verdict = studio
        .world()
        .resource::<Play>()
        .seat()
        .view
        .verdict
        .clone();
    let verdict = verdict.expect("a draft is on the table");
    assert_eq!(
        (verdict.revision, verdict.signed),
        (2, [false, true]),
        "North's signature has fallen"
    );
    studio.act(Action::Verdict(VerdictAction::Sign(Team::North)));
    assert_eq!(studio.world().resource::<Play>().phase(), Phase::Debrief);
}
