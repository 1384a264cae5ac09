//! CONSOLE: the exercise as the trainer has it. Both folders side by side with what went between them, the
//! list of injects on its time, the network's alarm and the people at risk, who sits where, and what was
//! seen.
//!
//! Regions are built anew each for its own reasons, so that a note half written stays in its field.

mod acts;
mod bar;
mod between;
mod gauges;
mod msel;
mod notes;
mod tools;

pub use notes::note;

use bevy::input_focus::FocusGained;
use bevy::prelude::*;

use super::{Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Answer};
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::i18n::{Lang, Language};
use crate::app::text::{Parent, column};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3};
use crate::app::theme::{Edge, Fill, Tone};
use crate::app::wake::Wake;
use crate::app::widgets::panel::panel;
use crate::app::widgets::scroll::{Kept, Places};
use crate::scenario::ids::{InjectId, ItemId, TaskId, Team};
use crate::scenario::words::{Delivery, Rating};

/// What only CONSOLE is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsoleAction {
    /// Show this inject.
    Inject(InjectId),
    AskEdit(InjectId),
    Edit(InjectId),
    /// To the field for a note.
    Write,
    Note,
    About(Option<Team>),
    Rate(Option<Rating>),
    Critical(bool),
    /// What else the trainer can do.
    Tools,
    AskTell,
    Tell,
    AskInsert,
    Insert,
    To(Option<Team>),
    Via(Delivery),
    AskGive(Team),
    Give(Team, ItemId),
    AskResults,
    AskOverride(Team, TaskId),
    Override(Team, TaskId),
    AskBranch,
    Branch(u8),
    AskEnd,
    End,
    OpenTruth,
    Debrief,
}

/// What is picked and half written at the console.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct ConsoleUi {
    inject: Option<InjectId>,
    about: Option<Team>,
    rating: Option<Rating>,
    critical: bool,
    /// Whom a message or an inject of the trainer's own reaches.
    to: Option<Team>,
    via: Option<Delivery>,
}

/// What stands in the fields; nothing is built from it.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Drafts {
    note: String,
    text: String,
    from: String,
}

/// A part of the console that is built anew on its own.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    Bar,
    Between,
    Msel,
    Gauges,
    Seats,
    Notes,
    /// Whom the note is about and how it is rated.
    Rates,
    /// The field for a note.
    Field,
}

/// Everything that the console is built from.
struct Scene<'a> {
    conduct: &'a Conduct,
    ui: &'a ConsoleUi,
    drafts: &'a Drafts,
    language: Lang,
    /// How far its lists are scrolled.
    places: &'a Places,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ConsoleUi>().init_resource::<Drafts>();
    app.add_observer(follow);
    app.add_systems(OnEnter(Screen::Console), enter);
    app.add_systems(
        Update,
        (
            acts::act.in_set(Answer),
            (again, bar::tick).chain().after(Answer),
        )
            .run_if(in_state(Screen::Console).and_then(resource_exists::<Conduct>)),
    );
}

/// What the arrows reach on the list of injects is shown.
fn follow(gained: On<FocusGained>, actions: Query<&Action>, mut ui: ResMut<ConsoleUi>) {
    if let Ok(Action::Console(ConsoleAction::Inject(inject))) = actions.get(gained.entity)
        && ui.inject != Some(*inject)
    {
        ui.inject = Some(*inject);
    }
}

fn enter(mut commands: Commands, conduct: Option<Res<Conduct>>) {
    let Some(conduct) = conduct else { return };
    // Who only watches has no list of injects.
    let runs_it = conduct.runs_it();
    // Whoever looked into the debrief is back at the table.
    commands.remove_resource::<Play>();
    let escape = Action::Go(Screen::Home);
    let root = root_with_escape(Screen::Console, column(0.0), escape);
    commands.spawn(root).with_children(|console| {
        let bar = Node {
            min_height: px(BAR),
            flex_shrink: 0.0,
            padding: UiRect::horizontal(px(GAP_3)),
            border: UiRect::new(px(0), px(0), px(4), px(1)),
            align_items: AlignItems::Center,
            column_gap: px(GAP_3),
            ..default()
        };
        let look = (Fill(Tone::Room1), Edge::Top(Tone::Ring, Tone::Rule));
        console.spawn((Region::Bar, bar, look));
        let body = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            padding: px(GAP_2).all(),
            column_gap: px(GAP_2),
            ..default()
        };
        console.spawn(body).with_children(|body| {
            let left = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..column(GAP_2)
            };
            body.spawn(left).with_children(|left| {
                let part = |grow: f32| Node {
                    flex_grow: grow,
                    flex_basis: px(0),
                    min_height: px(0),
                    ..default()
                };
                left.spawn((Region::Between, panel(part(1.0))));
                let injects = Node {
                    height: px(322),
                    flex_shrink: 0.0,
                    ..default()
                };
                if runs_it {
                    left.spawn((Region::Msel, panel(injects)));
                }
            });
            let right = Node {
                width: px(348),
                flex_shrink: 0.0,
                ..column(GAP_2)
            };
            body.spawn(right).with_children(|right| {
                let fits = || Node {
                    flex_shrink: 0.0,
                    ..default()
                };
                right.spawn((Region::Gauges, panel(fits())));
                right.spawn((Region::Seats, panel(fits())));
                let rest = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    min_height: px(120),
                    ..default()
                };
                right.spawn(panel(rest)).with_children(|notes| {
                    let list = Node {
                        flex_grow: 1.0,
                        flex_basis: px(0),
                        min_height: px(0),
                        ..column(0.0)
                    };
                    notes.spawn((Region::Notes, list));
                    notes.spawn((Region::Rates, column(GAP_2)));
                    notes.spawn((Region::Field, column(GAP_2)));
                });
            });
        });
    });
}

/// Builds every region that is new or out of date.
fn again(
    conduct: Res<Conduct>,
    ui: Res<ConsoleUi>,
    drafts: Res<Drafts>,
    language: Res<Language>,
    regions: Query<(Entity, Ref<Region>)>,
    areas: Query<(&Kept, &ScrollPosition)>,
    mut places: Local<Places>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if conduct.is_changed() {
        places.note(&areas);
    }
    let scene = Scene {
        conduct: &conduct,
        ui: &ui,
        drafts: &drafts,
        language: language.0,
        places: &places,
    };
    for (entity, region) in &regions {
        let stale = match *region {
            Region::Bar => conduct.is_changed() || language.is_changed(),
            Region::Msel => conduct.is_changed() || ui.is_changed(),
            Region::Rates => ui.is_changed(),
            Region::Field => false,
            _ => conduct.is_changed(),
        };
        if region.is_added() || stale {
            rebuild(&mut commands, entity, |parent| {
                fill(parent, *region, &scene);
            });
            wake.soon();
        }
    }
}

fn fill(parent: &mut Parent, region: Region, scene: &Scene) {
    match region {
        Region::Bar => bar::build(parent, scene),
        Region::Between => between::build(parent, scene),
        Region::Msel => msel::build(parent, scene),
        Region::Gauges => gauges::build(parent, scene),
        Region::Seats => gauges::seats(parent, scene),
        Region::Notes => notes::list(parent, scene),
        Region::Rates => notes::rates(parent, scene),
        Region::Field => notes::field(parent, scene),
    }
}
