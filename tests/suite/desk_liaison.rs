//! The two desks deal with each other through the whole program: asked, answered, refused, queried,
//! consented to; and what each dialog looks like on the way.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::screens::desk::DeskAction;
use liaison::app::screens::folder::FolderAction;
use liaison::app::screens::liaison::LiaisonAction;
use liaison::app::shot::Studio;
use liaison::engine::{About, Command, Consent};
use liaison::scenario::Scenario;
use liaison::scenario::ids::{ItemId, RequestId, Team};
use liaison::scenario::words::Withheld;
use liaison::view::{ReplyView, TeamView};

use crate::desk_joint::{at_the_desk, dialogs, next_round, sit, view};
use crate::screens::Gallery;
use crate::support::{officer, subject, task};

fn letter(studio: &mut Studio, key: KeyCode, sign: &str) {
    studio.press(key, Key::Character(sign.into()));
}

fn reply(studio: &mut Studio, number: usize) -> Option<ReplyView> {
    view(studio).liaison.requests[number].reply.clone()
}

fn consent(studio: &mut Studio, id: ItemId) -> Option<Consent> {
    let held = view(studio).folder.iter().find(|held| held.id == id);
    held.and_then(|held| held.consent)
}

fn on(action: LiaisonAction) -> Action {
    Action::Liaison(action)
}

/// To the next planning, with no officer sent.
#[test]
fn two_desks_deal_with_each_other() {
    let Some((mut gallery, case)) = at_the_desk("first_watch") else {
        return;
    };
    asked_and_answered(&mut gallery, &case);
    refused(&mut gallery, &case);
    no_trace(&mut gallery, &case);
    queried(&mut gallery, &case);
    consented(&mut gallery);
    let studio = &mut gallery.studio;
    sit(studio, Team::North);
    letter(studio, KeyCode::KeyU, "u");
    assert_eq!(dialogs(studio), 1);
    gallery.check("liaison-trust");
    gallery.studio.press(KeyCode::Escape, Key::Escape);
    gallery.studio.act(Action::Desk(DeskAction::Line));
    gallery.check("liaison-line");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

fn asked_and_answered(gallery: &mut Gallery, case: &Scenario) {
    let studio = &mut gallery.studio;
    let corin = subject(case, "corin");
    letter(studio, KeyCode::KeyK, "k");
    assert_eq!(dialogs(studio), 1);
    assert!(studio.click(&on(LiaisonAction::Pick(corin))));
    gallery.check("liaison-ask");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(LiaisonAction::SendRequest)));
    assert_eq!(
        (view(studio).liaison.requests.len(), dialogs(studio)),
        (1, 0)
    );
    // It waits over a round, and the other desk sees for how long.
    next_round(studio);
    sit(studio, Team::South);
    assert_eq!(view(studio).liaison.requests[0].age, 1);
    gallery.check("liaison-waiting");
    let studio = &mut gallery.studio;
    letter(studio, KeyCode::KeyA, "a");
    assert_eq!(dialogs(studio), 1);
    let offer = view(studio).liaison.requests[0].offers[0];
    assert!(offer.answers.is_err(), "nothing was passed on yet");
    gallery.check("liaison-answer");
    let studio = &mut gallery.studio;
    // Passing on lies over the answer and comes back to it.
    assert!(studio.click(&Action::Folder(FolderAction::ShareOver(offer.item))));
    assert_eq!(dialogs(studio), 2);
    studio.act(Action::Folder(FolderAction::Send));
    assert_eq!(dialogs(studio), 1);
    assert!(studio.click(&on(LiaisonAction::AnswerWith(RequestId(0)))));
    assert_eq!(dialogs(studio), 0);
    assert!(matches!(
        reply(studio, 0),
        Some(ReplyView::Items { items, .. }) if items == [offer.item]
    ));
}

fn refused(gallery: &mut Gallery, case: &Scenario) {
    let studio = &mut gallery.studio;
    sit(studio, Team::North);
    let girl = subject(case, "girl");
    studio.act(Action::Folder(FolderAction::Subject(Some(girl))));
    gallery.check("liaison-subject");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(LiaisonAction::Ask(Some(girl)))));
    assert!(studio.click(&on(LiaisonAction::SendRequest)));
    studio.act(Action::Folder(FolderAction::ShowAll));
    sit(studio, Team::South);
    assert!(studio.click(&on(LiaisonAction::Refuse(RequestId(1)))));
    let why = Withheld::OperationRunning;
    assert!(studio.click(&on(LiaisonAction::Withheld(why))));
    gallery.check("liaison-refuse");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(LiaisonAction::SendReply)));
    assert_eq!(reply(studio, 1), Some(ReplyView::Refused(why)));
}

fn no_trace(gallery: &mut Gallery, case: &Scenario) {
    let studio = &mut gallery.studio;
    sit(studio, Team::North);
    let minibus = subject(case, "minibus");
    studio.act(on(LiaisonAction::Ask(Some(minibus))));
    studio.act(on(LiaisonAction::SendRequest));
    sit(studio, Team::South);
    assert!(studio.click(&on(LiaisonAction::NoTrace(RequestId(2)))));
    gallery.check("liaison-no-trace");
    // The button has the focus.
    let studio = &mut gallery.studio;
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(reply(studio, 2), Some(ReplyView::NoTrace));
}

fn queried(gallery: &mut Gallery, case: &Scenario) {
    let studio = &mut gallery.studio;
    sit(studio, Team::South);
    studio.act(Action::Command(Command::AssignTask {
        officer: officer(case, "tamra"),
        task: task(case, "s_deck"),
    }));
    assert!(view(studio).liaison.checks.iter().any(|c| c.narrow));
    gallery.check("liaison-unchecked");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(LiaisonAction::QueryAll)));
    let open = |view: &TeamView| {
        let mut all = view.liaison.checks.iter();
        all.any(|c| c.narrow && c.told.is_none())
    };
    assert!(!open(view(studio)));
    studio.act(Action::DismissNotice);
    letter(studio, KeyCode::KeyQ, "q");
    assert_eq!(dialogs(studio), 1);
    let about = About::Subject(subject(case, "girl"));
    assert!(studio.click(&on(LiaisonAction::QueryAbout(about))));
    let asked = view(studio).liaison.queries.iter();
    assert_eq!(asked.filter(|q| q.about.about() == about).count(), 1);
    gallery.check("liaison-query");
    gallery.studio.press(KeyCode::Escape, Key::Escape);
}

fn consented(gallery: &mut Gallery) {
    let studio = &mut gallery.studio;
    sit(studio, Team::North);
    let theirs = view(studio).folder.iter().find(|i| i.received.is_some());
    let theirs = theirs.expect("the answer").id;
    studio.act(Action::Folder(FolderAction::Open(theirs)));
    gallery.check("liaison-consent");
    let studio = &mut gallery.studio;
    letter(studio, KeyCode::KeyN, "n");
    assert!(matches!(consent(studio, theirs), Some(Consent::Asked(_))));
    studio.press(KeyCode::Escape, Key::Escape);
    sit(studio, Team::South);
    gallery.check("liaison-consent-asked");
    let studio = &mut gallery.studio;
    // The first thing that waits has the key.
    letter(studio, KeyCode::KeyA, "a");
    assert_eq!(consent(studio, theirs), Some(Consent::Granted));
}
