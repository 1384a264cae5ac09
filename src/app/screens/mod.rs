//! The screens: one file or folder each, spawned on entry and despawned on exit.
//!
//! A screen is a function from what it reads to a tree of nodes. When what it reads changes it is built
//! anew with [`rebuild`]; the focus finds its control again by its action, and only the words change
//! with the language. A screen's root comes from [`root`].

pub mod author;
pub mod bench;
pub mod briefing;
pub mod console;
pub mod curtain;
pub mod debrief;
pub mod desk;
pub mod folder;
pub mod help;
pub mod home;
pub mod host;
pub mod join;
pub mod liaison;
pub mod library;
pub mod maps;
pub mod primary;
pub mod questionnaire;
pub mod resolution;
pub mod room;
pub mod seats;
pub mod set_piece;
pub mod settings;
pub mod theory;
pub mod trends;
pub mod verdict;

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::action::{Action, Acts, Answer};
use super::focus::Escape;
use super::text::Parent;
use super::theme::{Fill, Tone};
use super::wake::Wake;

/// What is on the screen.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    #[default]
    Home,
    Library,
    Seats,
    Curtain,
    Briefing,
    Desk,
    Resolution,
    Verdict,
    Debrief,
    /// The drill of a primary line.
    Line,
    Settings,
    Bench,
    /// The drill of the questioning room.
    Room,
    /// A seat at a table elsewhere.
    Join,
    /// The table that this computer serves, and its tickets.
    Host,
    /// The exercise as the trainer has it.
    Console,
    /// One person's answers before, after or weeks later.
    Questionnaire,
    /// Exercises beside each other.
    Trends,
    /// A case that is being written.
    Author,
}

/// The room that there is, in logical pixels at the present interface scale. At 200 % on a small
/// laptop it is 683 × 384: a screen lays its columns under each other when it is [`Space::narrow`].
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct Space {
    pub width: f32,
    pub height: f32,
}

impl Default for Space {
    fn default() -> Self {
        Self {
            width: 1366.0,
            height: 768.0,
        }
    }
}

impl Space {
    /// Too little for columns beside each other.
    #[must_use]
    pub fn narrow(&self) -> bool {
        self.width < 960.0
    }
}

/// Where Settings leads back to.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct Before(pub Screen);

/// The whole window, in the floor's colour, for one screen.
pub fn root(screen: Screen, node: Node) -> impl Bundle {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        top: px(0),
        width: percent(100),
        height: percent(100),
        ..node
    };
    (
        node,
        Fill(Tone::Room0),
        TabGroup::new(0),
        DespawnOnExit(screen),
        Root,
    )
}

/// A root whose Escape does this.
pub fn root_with_escape(screen: Screen, node: Node, escape: Action) -> impl Bundle {
    (root(screen, node), Escape(escape))
}

/// The root of the screen, for [`rebuild`].
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Root;

/// Takes everything out of `root` and lets `build` fill it again.
pub fn rebuild(commands: &mut Commands, root: Entity, build: impl FnOnce(&mut Parent)) {
    commands
        .entity(root)
        .despawn_related::<Children>()
        .with_children(build);
}

pub(super) fn plugin(app: &mut App) {
    app.init_state::<Screen>()
        .init_resource::<Before>()
        .init_resource::<Space>();
    app.add_plugins((
        home::plugin,
        bench::plugin,
        settings::plugin,
        library::plugin,
        seats::plugin,
        curtain::plugin,
        briefing::plugin,
        resolution::plugin,
        debrief::plugin,
        help::plugin,
        desk::plugin,
        folder::plugin,
        liaison::plugin,
        theory::plugin,
        verdict::plugin,
    ));
    app.add_plugins((questionnaire::plugin, trends::plugin, author::plugin));
    app.add_plugins((primary::plugin, room::plugin));
    app.add_plugins(set_piece::plugin);
    app.add_plugins((join::plugin, host::plugin, console::plugin));
    app.add_systems(PreUpdate, measure);
    app.add_systems(Update, (go.in_set(Answer), awake));
}

fn go(
    mut acts: Acts,
    screen: Res<State<Screen>>,
    mut before: ResMut<Before>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) {
    for act in acts.read() {
        match act.action {
            Action::Go(Screen::Settings) => {
                before.0 = **screen;
                next.set(Screen::Settings);
            }
            Action::Go(screen) => next.set(screen),
            Action::Back if **screen == Screen::Settings => next.set(before.0),
            Action::Quit => {
                exit.write(AppExit::Success);
            }
            _ => {}
        }
    }
}

fn measure(cameras: Query<&Camera>, scale: Res<UiScale>, mut space: ResMut<Space>) {
    if let Some(size) = cameras
        .iter()
        .next()
        .and_then(Camera::logical_viewport_size)
    {
        let (width, height) = (size.x / scale.0, size.y / scale.0);
        space.set_if_neq(Space { width, height });
    }
}

/// A new screen needs a few frames to settle.
fn awake(
    mut transitions: MessageReader<StateTransitionEvent<Screen>>,
    mut acts: Acts,
    mut wake: ResMut<Wake>,
) {
    if transitions.read().count() + acts.read().count() > 0 {
        wake.soon();
    }
}
