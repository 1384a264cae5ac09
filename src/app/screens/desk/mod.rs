//! DESK: the folder beside the joint board or the theory.

use bevy::prelude::*;

use super::folder::{self, FolderUi};
use super::theory::{self, TheoryAction, TheoryUi};
use super::{Root, Screen, rebuild, root};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::i18n::t;
use crate::app::text::column;
use crate::app::theme::measure::GAP_2;
use crate::app::widgets::panel::panel;

/// Is the theory shown?
#[derive(Resource, Default)]
pub struct Tab(pub bool);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Tab>();
    app.add_systems(OnEnter(Screen::Desk), enter);
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            show.in_set(Answer),
            build.after(Answer).run_if(resource_changed::<Tab>),
        )
            .run_if(here),
    );
}

fn enter(mut commands: Commands, mut tab: ResMut<Tab>) {
    commands.spawn(root(Screen::Desk, column(0.0)));
    tab.set_changed();
}

fn show(mut acts: Acts, mut tab: ResMut<Tab>) {
    if acts
        .read()
        .any(|act| act.action == Action::Theory(TheoryAction::Show))
    {
        tab.0 = true;
    }
}

fn build(
    mut commands: Commands,
    play: Res<Play>,
    tab: Res<Tab>,
    folders: Res<FolderUi>,
    theories: Res<TheoryUi>,
    root: Single<Entity, With<Root>>,
) {
    let seat = play.seat();
    rebuild(&mut commands, *root, |parent| {
        super::briefing::bar(parent, seat, t("folder-title"), |_| {});
        let middle = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            padding: UiRect::new(px(248), px(8), px(8), px(124)),
            column_gap: px(GAP_2),
            ..default()
        };
        parent.spawn(middle).with_children(|middle| {
            let work = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                overflow: Overflow::clip(),
                ..default()
            };
            middle.spawn(panel(work)).with_children(|work| {
                if tab.0 {
                    theory::tab(work, seat, &theories);
                } else {
                    folder::board::board(work, seat);
                }
            });
            let side = Node {
                width: px(336),
                flex_shrink: 0.0,
                ..default()
            };
            middle
                .spawn(panel(side))
                .with_children(|side| folder::column(side, seat, &folders));
        });
    });
}
