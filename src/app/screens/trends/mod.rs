//! TRENDS: the exercises that are kept on this computer beside each other: all, of a case, of the same people.
//!
//! Every file has to be played back to know what it came to, so that is done in the background, and what is
//! known is shown meanwhile.

mod page;
mod work;

use bevy::prelude::*;

use super::{Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::i18n::Language;
use crate::app::shelf::Shelf;
use crate::app::text::column;
use crate::app::wake::Wake;
use crate::report::trends::{Outing, Trends, trends};
pub use work::{Reading, Results};

/// What only TRENDS is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendsAction {
    /// One of the groups.
    Group(usize),
    /// People are named, or numbered.
    Names(bool),
}

/// What is looked at.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    group: usize,
    names: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            group: 0,
            names: true,
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Shown>().init_resource::<Results>();
    app.add_systems(OnEnter(Screen::Trends), enter);
    app.add_systems(OnExit(Screen::Trends), leave);
    let changed = resource_changed::<Shown>
        .or_else(resource_changed::<Results>)
        .or_else(resource_changed::<Language>);
    app.add_systems(
        Update,
        (
            work::listen.before(Answer),
            act.in_set(Answer),
            again.after(Answer).run_if(changed),
        )
            .run_if(in_state(Screen::Trends)),
    );
}

fn enter(
    mut commands: Commands,
    shelf: Res<Shelf>,
    language: Res<Language>,
    mut results: ResMut<Results>,
    mut shown: ResMut<Shown>,
) {
    *shown = Shown::default();
    results.read(shelf.folder.as_deref());
    let root = root_with_escape(Screen::Trends, column(0.0), Action::Go(Screen::Home));
    let id = commands.spawn(root).id();
    let found = found(&results.outings, *shown);
    rebuild(&mut commands, id, |parent| {
        page::build(parent, &found, &results, *shown, language.0)
    });
}

/// What is still being read is of no use to anybody.
fn leave(mut results: ResMut<Results>, mut wake: ResMut<Wake>) {
    results.stop();
    wake.beat(None);
}

fn again(
    mut commands: Commands,
    language: Res<Language>,
    results: Res<Results>,
    shown: Res<Shown>,
    root: Single<Entity, With<Root>>,
) {
    let found = found(&results.outings, *shown);
    rebuild(&mut commands, *root, |parent| {
        page::build(parent, &found, &results, *shown, language.0)
    });
}

fn found(outings: &[Outing], shown: Shown) -> Trends {
    trends(outings.to_vec(), shown.names)
}

fn act(mut acts: Acts, mut shown: ResMut<Shown>) {
    for act in acts.read() {
        let Action::Trends(action) = act.action else {
            continue;
        };
        let mut now = *shown;
        match action {
            TrendsAction::Group(group) => now.group = group,
            TrendsAction::Names(names) => now.names = names,
        }
        shown.set_if_neq(now);
    }
}
