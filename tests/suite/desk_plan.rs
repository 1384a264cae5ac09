//! The joint plan, an application for an authority and the elements grid through the whole program, on
//! *The Night Bus*: drafted on one desk, read and signed on the other, carried out at the round's end.

use bevy::input::keyboard::Key;
use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::screens::desk::plan::PlanAction;
use liaison::app::screens::desk::{DeskAction, DeskTab};
use liaison::app::screens::theory::{Change, TheoryAction};
use liaison::app::shot::Studio;
use liaison::scenario::ids::{
    AimId, AuthorityId, ContingencyId, ElementId, OfficerId, RiskId, RoleId, Team,
};
use liaison::scenario::words::{OpRole, RoleKind};
use liaison::view::AuthorityStatus;

use crate::desk_joint::{at_the_desk, dialogs, next_round, sit, view};
use crate::support::item;

fn on(action: PlanAction) -> Action {
    Action::Plan(action)
}

fn own(studio: &mut Studio, n: usize) -> OfficerId {
    view(studio).officers[n].id
}

#[test]
fn a_plan_is_drafted_signed_and_carried_out() {
    let Some((mut gallery, _)) = at_the_desk("the_night_bus") else {
        return;
    };
    let studio = &mut gallery.studio;
    next_round(studio);
    sit(studio, Team::North);
    studio.press(KeyCode::Digit4, Key::Character("4".into()));
    gallery.check("plan-offers");
    let studio = &mut gallery.studio;
    let offer = view(studio).operations.offered[0].clone();
    assert!(studio.click(&on(PlanAction::Begin(offer.id))));
    let mut acts = vec![
        PlanAction::Round(0),
        PlanAction::Minute(30),
        PlanAction::Objective(AimId(0)),
        PlanAction::Place(Team::North, offer.places[0][1].place.id),
        PlanAction::Place(Team::South, offer.places[1][1].place.id),
        PlanAction::Risk(RiskId(0)),
        PlanAction::Risk(RiskId(1)),
        PlanAction::Contingency(ContingencyId(0)),
    ];
    for (n, role) in [OpRole::Command, OpRole::Entry, OpRole::Evidence]
        .into_iter()
        .enumerate()
    {
        acts.push(PlanAction::Role(own(studio, n), role));
    }
    for act in acts {
        studio.act(on(act));
    }
    gallery.check("plan-own");
    let studio = &mut gallery.studio;
    assert!(view(studio).operations.draft.is_none(), "only on one desk");
    assert!(studio.click(&on(PlanAction::Table)));
    let table = view(studio).operations.draft.clone().expect("on the table");
    assert_eq!(table.revision, 1);
    sit(studio, Team::South);
    studio.press(KeyCode::Digit4, Key::Character("4".into()));
    for (n, role) in [OpRole::Command, OpRole::Entry, OpRole::VictimCare]
        .into_iter()
        .enumerate()
    {
        let act = PlanAction::Role(own(studio, n), role);
        studio.act(on(act));
    }
    studio.act(on(PlanAction::Table));
    studio.act(Action::DismissNotice);
    gallery.check("plan-table");
    let studio = &mut gallery.studio;
    studio.act(on(PlanAction::Sign));
    sit(studio, Team::North);
    studio.press(KeyCode::Digit4, Key::Character("4".into()));
    studio.act(on(PlanAction::Sign));
    let table = view(studio).operations.draft.clone().expect("still there");
    assert_eq!((table.revision, table.signed), (2, [true; 2]));
    studio.act(Action::DismissNotice);
    gallery.check("plan-signed");
    let studio = &mut gallery.studio;
    next_round(studio);
    sit(studio, Team::North);
    assert_eq!(view(studio).operations.runs.len(), 1, "carried out");
    studio.act(Action::Desk(DeskAction::Tab(DeskTab::Plan)));
    gallery.check("plan-ran");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

#[test]
fn a_slow_machine_keeps_the_page_and_the_focus_where_they_were() {
    let Some((mut gallery, _)) = at_the_desk("the_night_bus") else {
        return;
    };
    let studio = &mut gallery.studio;
    next_round(studio);
    sit(studio, Team::North);
    studio.press(KeyCode::Digit4, Key::Character("4".into()));
    let offer = view(studio).operations.offered[0].id;
    assert!(studio.tap(&on(PlanAction::Begin(offer))));
    for _ in 0..12 {
        studio.roll(Vec2::new(500.0, 450.0), -1.0);
    }
    let scrolled = |studio: &mut Studio| {
        let mut all = studio.world().query::<&ScrollPosition>();
        let all = all.iter(studio.world()).map(|at| at.y);
        all.fold(0.0, f32::max)
    };
    let before = scrolled(studio);
    assert!(before > 300.0, "{before}");
    for risk in [RiskId(0), RiskId(1), RiskId(0)] {
        assert!(studio.tap(&on(PlanAction::Risk(risk))));
        assert_eq!(scrolled(studio), before);
        let focus = studio.world().resource::<InputFocus>().get();
        let action = studio.world().get::<Action>(focus.expect("a control"));
        assert_eq!(action, Some(&on(PlanAction::Risk(risk))));
    }
}

#[test]
fn an_authority_is_applied_for_and_turned_down() {
    let Some((mut gallery, case)) = at_the_desk("the_night_bus") else {
        return;
    };
    let studio = &mut gallery.studio;
    studio.press(KeyCode::KeyW, Key::Character("w".into()));
    assert_eq!(dialogs(studio), 1);
    let bank: AuthorityId = view(studio).authorities[0].id;
    studio.act(Action::Desk(DeskAction::CiteFor(item(&case, "n_booking"))));
    gallery.check("authority");
    let studio = &mut gallery.studio;
    studio.act(Action::Desk(DeskAction::Apply));
    let status = view(studio).authorities[0].status.clone();
    assert!(
        matches!(status, AuthorityStatus::TurnedDown { .. }),
        "{bank:?}"
    );
    studio.act(Action::DismissNotice);
    gallery.check("authority-turned-down");
    let studio = &mut gallery.studio;
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(dialogs(studio), 0);
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

#[test]
fn the_elements_are_a_grid() {
    let Some((mut gallery, case)) = at_the_desk("the_night_bus") else {
        return;
    };
    let studio = &mut gallery.studio;
    studio.press(KeyCode::Digit5, Key::Character("5".into()));
    let change = |change| Action::Theory(TheoryAction::Change(change));
    let ad = item(&case, "ne_ad");
    for change_of in [
        Change::Role(RoleId(1), Some(RoleKind::Recruiter)),
        Change::Prove(ElementId(0), ad),
        Change::Prove(ElementId(1), ad),
    ] {
        studio.act(change(change_of));
    }
    // To the grid, at the end of the form.
    studio.roll(Vec2::new(520.0, 400.0), -60.0);
    gallery.check("theory-grid");
    let studio = &mut gallery.studio;
    studio.act(Action::Theory(TheoryAction::Record));
    let theory = view(studio).theory.current.clone().expect("on record");
    assert_eq!(theory.elements[1], [ad]);
    assert_eq!(theory.roles[1], Some(RoleKind::Recruiter));
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
