//! The window: everything that people see and touch, on Bevy.
//!
//! [`run`] opens it. Screens read the seat's own view through [`client::Play`] and write
//! [`action::Action`]s; no rule of the exercise lives here, and nothing here reads the engine's state.
//!
//! | module | what |
//! |---|---|
//! | [`machine`] | what must be there before a window can open |
//! | [`wake`] | when frames are drawn |
//! | [`theme`], [`fonts`], [`text`], [`crisp`], [`picture`] | how things look |
//! | [`i18n`], [`breaks`] | words |
//! | [`focus`], [`action`], [`widgets`] | keyboard, proposals, controls |
//! | [`client`], [`shelf`], [`settings`] | the exercise, the cases and files, what is kept |
//! | [`far`], [`conduct`], [`hosting`] | a seat at a table elsewhere, the trainer's, the tables served here |
//! | [`screens`] | one file or folder per screen |
//! | [`shot`] | pictures of screens without a window |

#![allow(
    clippy::too_many_arguments,
    clippy::type_complexity,
    reason = "a system's arguments are its queries; splitting them hides what it touches"
)]

pub mod action;
pub mod breaks;
pub mod client;
pub mod conduct;
pub mod crisp;
pub mod cursors;
pub mod far;
pub mod focus;
pub mod fonts;
pub mod hosting;
pub mod i18n;
pub mod machine;
pub mod picture;
pub mod replay;
pub mod screens;
pub mod settings;
pub mod shelf;
pub mod shot;
pub mod text;
pub mod theme;
pub mod wake;
pub mod whatif;
pub mod widgets;

use bevy::prelude::*;
use bevy::ui::IsDefaultUiCamera;
use bevy::window::WindowResolution;

pub use machine::Problem;

use std::path::PathBuf;

use crate::library::LoadedCase;

/// What to begin with.
#[derive(Clone, Debug, Default)]
pub enum Begin {
    #[default]
    Home,
    /// The seats of this case, with this seed and exercise file.
    Case {
        case: LoadedCase,
        seed: u64,
        journal: Option<PathBuf>,
    },
    /// An exercise from its file.
    Exercise(PathBuf),
    /// An exercise file, played back.
    Replay(PathBuf),
    /// A case folder, to be written on.
    Author(PathBuf),
    /// Tables for a room: cases to begin and exercise files to go on with.
    Tables {
        cases: Vec<LoadedCase>,
        files: Vec<PathBuf>,
        port: Option<u16>,
        address: Option<std::net::Ipv4Addr>,
    },
    /// JOIN, with this ticket typed in.
    Join(String, Option<String>),
}

/// How to begin, and with whose files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub begin: Begin,
    /// Cases and exercises; built-in cases and the person's own folder if not said.
    pub shelf: Option<shelf::Shelf>,
    /// Where settings are kept; the usual place if not said.
    pub settings: Option<settings::SettingsFile>,
}

/// Opens the window and returns the exit code when it closes.
///
/// # Errors
/// If the machine cannot open one; nothing has been started then. With [`Problem::NoDisplay`] the
/// caller can still play in the terminal.
pub fn run(options: Options) -> Result<u8, Problem> {
    machine::check()?;
    let mut app = App::new();
    let window = Window {
        title: "Liaison".into(),
        name: Some("liaison".into()),
        resolution: WindowResolution::new(theme::measure::WINDOW.0, theme::measure::WINDOW.1),
        resize_constraints: bevy::window::WindowResizeConstraints {
            min_width: 960.0,
            min_height: 540.0,
            ..default()
        },
        ..default()
    };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(window),
                ..default()
            })
            .set(bevy::log::LogPlugin {
                filter: "warn,wgpu=error,naga=error,bevy_winit=error,icu_provider=off".into(),
                ..default()
            }),
    );
    app.add_systems(Startup, |mut commands: Commands| {
        commands.spawn((Camera2d, IsDefaultUiCamera));
    });
    compose(&mut app, options);
    match app.run() {
        AppExit::Success => Ok(0),
        AppExit::Error(code) => Ok(code.get()),
    }
}

/// Everything of ours, on whatever engine plugins the caller has added.
fn compose(app: &mut App, options: Options) {
    app.insert_resource(
        options
            .settings
            .unwrap_or_else(settings::SettingsFile::usual),
    );
    let mut shelf = options.shelf.unwrap_or_else(shelf::Shelf::usual);
    let first = begin(&mut shelf, options.begin);
    app.insert_resource(shelf);
    app.insert_resource(ClearColor(theme::colour(
        theme::Tone::Room0,
        theme::Viewer::Neutral,
        false,
    )));
    app.add_plugins((
        wake::plugin,
        action::plugin,
        theme::plugin,
        fonts::plugin,
        crisp::plugin,
        i18n::plugin,
        picture::plugin,
        focus::plugin,
        widgets::plugin,
        settings::plugin,
        client::plugin,
        screens::plugin,
    ));
    app.add_plugins((
        conduct::plugin,
        hosting::plugin,
        far::plugin,
        cursors::plugin,
        replay::plugin,
        whatif::plugin,
    ));
    first(app.world_mut());
}

/// Makes what was asked for the first thing on the screen.
fn begin(shelf: &mut shelf::Shelf, begin: Begin) -> Box<dyn FnOnce(&mut World)> {
    match begin {
        Begin::Home => Box::new(|_| {}),
        Begin::Case {
            case,
            seed,
            journal,
        } => {
            shelf.asked = Some(shelf::Asked { seed, journal });
            let at = shelf.place(case.into());
            Box::new(move |world| {
                world.insert_resource(screens::library::Picked(at));
                world
                    .resource_mut::<NextState<screens::Screen>>()
                    .set(screens::Screen::Seats);
            })
        }
        Begin::Join(ticket, name) => Box::new(move |world| {
            world
                .resource_mut::<screens::join::Joining>()
                .prefill(ticket, name);
            world
                .resource_mut::<NextState<screens::Screen>>()
                .set(screens::Screen::Join);
        }),
        Begin::Tables {
            cases,
            files,
            port,
            address,
        } => {
            let places: Vec<usize> = cases
                .into_iter()
                .map(|case| shelf.place(case.into()))
                .collect();
            Box::new(move |world| {
                if let Err(why) = tables(world, &places, &files, port, address) {
                    let words = i18n::t("host-not-opened").with("why", why.as_str());
                    world
                        .resource_mut::<widgets::notice::Notices>()
                        .refuse(words);
                }
            })
        }
        Begin::Author(folder) => Box::new(move |world| screens::author::open(world, folder)),
        Begin::Replay(path) => Box::new(move |world| replay::begin(world, &path)),
        Begin::Exercise(path) => Box::new(move |world| match client::Play::resumed(&path) {
            Ok(play) => {
                let next = play.enter();
                if let Some(curtain) = next.1 {
                    world.insert_resource(curtain);
                }
                world.insert_resource(play);
                world
                    .resource_mut::<NextState<screens::Screen>>()
                    .set(next.0);
            }
            Err(why) => {
                let words = i18n::t("home-not-opened").with("why", why.as_str());
                world
                    .resource_mut::<widgets::notice::Notices>()
                    .refuse(words);
            }
        }),
    }
}

/// Opens these tables and takes the trainer's seat at the last of them.
fn tables(
    world: &mut World,
    places: &[usize],
    files: &[PathBuf],
    port: Option<u16>,
    address: Option<std::net::Ipv4Addr>,
) -> Result<(), String> {
    let proxy = world.get_resource::<bevy::winit::EventLoopProxyWrapper>();
    let ring = far::bell(proxy);
    let mut last = None;
    world.resource_scope(|world, mut hosting: Mut<hosting::Hosting>| {
        hosting.port = port;
        hosting.address = address;
        let mut shelf = world.resource_mut::<shelf::Shelf>();
        for place in places {
            last = Some(hosting.begin(&mut shelf, *place)?);
        }
        for file in files {
            last = Some(hosting.go_on(file)?);
        }
        let table = last.ok_or("there is no table")?;
        let pass = hosting.own_seat(table, String::new())?;
        let mut joining = world.resource_mut::<screens::join::Joining>();
        joining.begin(pass, ring);
        joining.then(screens::Screen::Host);
        Ok(())
    })
}
