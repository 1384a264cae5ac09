//! HOME: go on, play a case, settings; where one left off, the case for newcomers, latest debriefs.

use std::path::Path;

use accesskit::Role;
use bevy::prelude::*;

use super::host::HostAction;
use super::library::For;
use super::{Root, Screen, Space, rebuild, root};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::far::Leaving;
use crate::app::focus::{ArrowGroup, FirstFocus, Shortcut, key_name};
use crate::app::hosting::Hosting;
use crate::app::i18n::{Language, Words, plain, t};
use crate::app::picture::icon;
use crate::app::replay;
use crate::app::settings::Settings;
use crate::app::shelf::Shelf;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6, R_PANEL, SCALES};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::key_cap;
use crate::app::widgets::press::{Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

mod page;

pub use page::case_words;

/// What only HOME is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeAction {
    /// Go on with the exercise that was left.
    Continue,
    /// The newcomers' case.
    FirstWatch,
    /// A debrief of the list.
    OpenDebrief(usize),
    /// An exercise of the list, played back.
    Replay(usize),
    /// What can be practised alone.
    Drills,
    /// To this drill.
    Drill(Screen),
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Home), enter);
    let changed = resource_changed::<Shelf>
        .or_else(resource_changed::<Space>)
        .or_else(resource_changed::<Language>)
        .or_else(resource_changed::<Settings>);
    app.add_systems(
        Update,
        (
            (first_watch, open, watch_again, drills).in_set(Answer),
            again.after(Answer).run_if(changed),
        )
            .run_if(in_state(Screen::Home)),
    );
}

fn first_watch(
    mut acts: Acts,
    shelf: Res<Shelf>,
    mut picked: ResMut<super::library::Picked>,
    mut next: ResMut<NextState<Screen>>,
) {
    for act in acts.read() {
        if act.action == Action::Home(HomeAction::FirstWatch)
            && let Some(first) = shelf.first_case()
        {
            picked.0 = first;
            next.set(Screen::Seats);
        }
    }
}

/// What can be practised, in a dialog, and the way there.
fn drills(mut acts: Acts, mut next: ResMut<NextState<Screen>>, mut commands: Commands) {
    for act in acts.read() {
        match act.action {
            Action::Home(HomeAction::Drills) => {
                let sign = Some(Icon::Document);
                dialog::open(&mut commands, t("home-drills-title"), sign, 640.0, |body| {
                    let node = Node {
                        padding: px(GAP_4).all(),
                        ..column(GAP_2)
                    };
                    body.spawn((node, ArrowGroup)).with_children(|list| {
                        for (sign, name, detail, key, screen) in DRILLS {
                            let act = Action::Home(HomeAction::Drill(screen));
                            let first = screen == Screen::Bench;
                            entry(list, sign, t(name), t(detail), key, act, first);
                        }
                    });
                });
            }
            Action::Home(HomeAction::Drill(screen)) => {
                dialog::close_all(&mut commands);
                next.set(screen);
            }
            _ => {}
        }
    }
}

type Drill = (Icon, &'static str, &'static str, KeyCode, Screen);

const DRILLS: [Drill; 3] = [
    (
        Icon::Document,
        "home-drill-bench",
        "home-drill-bench-detail",
        KeyCode::KeyD,
        Screen::Bench,
    ),
    (
        Icon::People,
        "home-drill-line",
        "home-drill-line-detail",
        KeyCode::KeyL,
        Screen::Line,
    ),
    (
        Icon::Speech,
        "home-drill-room",
        "home-drill-room-detail",
        KeyCode::KeyQ,
        Screen::Room,
    ),
];

/// Goes on with the exercise that was left, or opens the debrief of one. An exercise that is at a table goes
/// on there.
fn open(
    mut acts: Acts,
    shelf: Res<Shelf>,
    hosting: Res<Hosting>,
    conduct: Option<Res<Conduct>>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let path = match act.action {
            Action::Home(HomeAction::Continue) => shelf.left_off.as_ref().map(|left| &left.path),
            Action::Home(HomeAction::OpenDebrief(at)) => {
                shelf.debriefs.get(at).map(|one| &one.path)
            }
            _ => continue,
        };
        let Some(path) = path else { continue };
        if conduct.is_some() && hosting.tables.iter().any(|t| t.file.as_ref() == Some(path)) {
            next.set(Screen::Console);
            continue;
        }
        let path = path.clone();
        commands.queue(move |world: &mut World| reopen(world, &path));
    }
}

/// Plays back an exercise of the list.
fn watch_again(mut acts: Acts, shelf: Res<Shelf>, mut commands: Commands) {
    for act in acts.read() {
        let Action::Home(HomeAction::Replay(at)) = act.action else {
            continue;
        };
        if let Some(one) = shelf.debriefs.get(at) {
            let path = one.path.clone();
            commands.queue(move |world: &mut World| replay::begin(world, &path));
        }
    }
}

/// From its file, as after a start of the program: what ran is stopped.
fn reopen(world: &mut World, path: &Path) {
    // It may still lie behind this screen, and has its file.
    let behind = world.get_resource::<Play>().and_then(|p| p.file.as_deref());
    let same = behind == Some(path);
    if same {
        world.remove_resource::<Play>();
    }
    match Play::resumed(path) {
        Ok(play) => {
            let (screen, curtain) = play.enter();
            if let Some(curtain) = curtain {
                world.insert_resource(curtain);
            }
            world.resource_mut::<NextState<Screen>>().set(screen);
            world.insert_resource(play);
        }
        Err(why) => {
            if same {
                world.resource_mut::<Leaving>().play = true;
            }
            let words = t("home-not-opened").with("why", why.as_str());
            world.resource_mut::<Notices>().refuse(words);
        }
    }
}

fn enter(
    mut commands: Commands,
    mut shelf: ResMut<Shelf>,
    language: Res<Language>,
    settings: Res<Settings>,
    space: Res<Space>,
    mut purpose: ResMut<For>,
) {
    *purpose = For::Play;
    // Whoever comes back finds the exercise that was just left, or its debrief.
    shelf.bypass_change_detection().look();
    let root = commands.spawn(root(Screen::Home, Node::default())).id();
    rebuild(&mut commands, root, |parent| {
        build(parent, &shelf, &language, &settings, &space)
    });
}

fn again(
    mut commands: Commands,
    shelf: Res<Shelf>,
    language: Res<Language>,
    settings: Res<Settings>,
    space: Res<Space>,
    root: Single<Entity, With<Root>>,
) {
    rebuild(&mut commands, *root, |parent| {
        build(parent, &shelf, &language, &settings, &space)
    });
}

fn build(
    parent: &mut Parent,
    shelf: &Shelf,
    language: &Language,
    settings: &Settings,
    space: &Space,
) {
    if space.narrow() {
        let padding = UiRect::axes(px(GAP_5), px(GAP_4));
        scroll::area(parent, padding, GAP_4, false, |page| {
            page.spawn(column(0.0)).with_children(|side| {
                menu(side, shelf);
            });
            page::fill(page, shelf, language);
            page.spawn(foot_row())
                .with_children(|line| foot(line, settings));
        });
        return;
    }
    let side = Node {
        width: px(470),
        flex_shrink: 0.0,
        min_height: px(0),
        border: UiRect::right(px(1)),
        ..column(0.0)
    };
    let look = (Fill(Tone::Room1), Edge::All(Tone::Rule));
    parent.spawn((side, look)).with_children(|side| {
        // At a larger scale the menu is longer than the window.
        let padding = UiRect::new(px(40), px(32), px(24), px(GAP_3));
        scroll::area(side, padding, 0.0, false, |side| menu(side, shelf));
        let node = Node {
            padding: UiRect::new(px(40), px(32), px(GAP_2), px(GAP_4)),
            flex_shrink: 0.0,
            ..column(0.0)
        };
        side.spawn(node).with_children(|side| {
            side.spawn(foot_row())
                .with_children(|line| foot(line, settings));
        });
    });
    let padding = UiRect::new(px(40), px(40), px(GAP_6), px(GAP_5));
    scroll::area(parent, padding, GAP_4, false, |page| {
        page::fill(page, shelf, language)
    });
}

fn foot_row() -> Node {
    Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(4),
        flex_shrink: 0.0,
        ..row(GAP_2)
    }
}

fn menu(side: &mut Parent, shelf: &Shelf) {
    side.spawn(row(GAP_3)).with_children(|name| {
        name.spawn(icon(Icon::Logo, 52.0, Tone::Ring));
        name.spawn(text(t("home-name"), Type::DISPLAY));
    });
    let motto = Node {
        margin: UiRect::new(px(0), px(0), px(2), px(22)),
        ..default()
    };
    side.spawn((text(t("home-motto"), Type::BODY.tone(Tone::Text2)), motto));
    side.spawn((column(GAP_2), ArrowGroup))
        .with_children(|menu| entries(menu, shelf));
}

fn foot(foot: &mut Parent, settings: &Settings) {
    let lang = settings.language;
    let name = t("home-language").with("name", lang.name());
    Button::quiet(name, Action::Speak(lang.next()))
        .icon(Icon::Globe)
        .spawn(foot);
    let at = SCALES
        .iter()
        .position(|scale| *scale == settings.scale)
        .unwrap_or(2);
    let larger = SCALES[(at + 1) % SCALES.len()];
    let scale = t("common-percent").with("number", settings.scale);
    Button::quiet(scale, Action::Scale(larger))
        .icon(Icon::TextSize)
        .spawn(foot);
    foot.spawn(grow());
    foot.spawn(text(t("home-offline"), Type::LABEL.one_line()));
}

fn entries(menu: &mut Parent, shelf: &Shelf) {
    let goes_on = shelf.left_off.as_ref();
    if let Some(left) = goes_on {
        let detail = t("home-continue-detail")
            .with("case", &left.scenario.title)
            .with("round", left.round)
            .with("of", left.scenario.rounds);
        let act = Action::Home(HomeAction::Continue);
        entry(
            menu,
            Icon::Play,
            t("home-continue"),
            detail,
            KeyCode::KeyC,
            act,
            true,
        );
    }
    let library = Action::Go(Screen::Library);
    let first = goes_on.is_none();
    entry(
        menu,
        Icon::Book,
        t("home-play"),
        t("home-play-detail"),
        KeyCode::KeyP,
        library,
        first,
    );
    let host = Action::Host(HostAction::Show);
    let words = (t("home-host"), t("home-host-detail"));
    entry(
        menu,
        Icon::People,
        words.0,
        words.1,
        KeyCode::KeyH,
        host,
        false,
    );
    let join = Action::Go(Screen::Join);
    let words = (t("home-join"), t("home-join-detail"));
    entry(
        menu,
        Icon::Link,
        words.0,
        words.1,
        KeyCode::KeyJ,
        join,
        false,
    );
    let drills = Action::Home(HomeAction::Drills);
    let words = (t("home-drills"), t("home-drills-detail"));
    entry(
        menu,
        Icon::Document,
        words.0,
        words.1,
        KeyCode::KeyD,
        drills,
        false,
    );
    let author = Action::Go(Screen::Author);
    let words = (t("home-author"), t("home-author-detail"));
    entry(
        menu,
        Icon::Pencil,
        words.0,
        words.1,
        KeyCode::KeyW,
        author,
        false,
    );
    let settings = Action::Go(Screen::Settings);
    let words = (t("home-settings"), t("home-settings-detail"));
    entry(
        menu,
        Icon::Settings,
        words.0,
        words.1,
        KeyCode::KeyS,
        settings,
        false,
    );
    let words = (t("home-quit"), t("home-quit-detail"));
    entry(
        menu,
        Icon::Close,
        words.0,
        words.1,
        KeyCode::KeyQ,
        Action::Quit,
        false,
    );
}

fn entry(
    menu: &mut Parent,
    sign: Icon,
    title: Words,
    detail: Words,
    key: KeyCode,
    action: Action,
    first: bool,
) {
    let node = Node {
        min_height: px(62),
        padding: UiRect::axes(px(GAP_4), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        ..row(GAP_4)
    };
    let mut spawned = menu.spawn((
        node,
        control(Look::Card, Role::Button, title.clone()),
        action,
        Shortcut(key),
    ));
    spawned.with_children(|entry| {
        entry.spawn(icon(sign, 22.0, Tone::Text2));
        entry
            .spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|words| {
                words.spawn(text(title, Type::HEAD));
                words.spawn(text(detail, Type::LABEL));
            });
        key_cap(entry, plain(key_name(key)), false);
    });
    if first {
        spawned.insert(FirstFocus);
    }
}
