//! BENCH: a document under its lights beside its specimen, the registers, the traveller, and a finding.
//!
//! The officer picks two facts anywhere and says that they conflict. What can be done and what it costs is
//! the bench's own ([`crate::engine::encounter::document::bench`]).

mod faces;
mod foot;
mod host;
mod kept;
mod parts;
mod sheet;
mod side;
mod under;
pub(super) mod words;

use bevy::input_focus::InputFocus;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;

use super::set_piece::Exercise;
use super::{Root, Screen, Space, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::focus::Picked;
use crate::app::i18n::t;
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::drawing::document::{Sheet, draw, sheets};
use crate::drawing::icon::Icon;
use crate::engine::encounter::document::Fact;
use crate::engine::encounter::document::bench::{Act, FALSE_ALARM, Register};
use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::Finding;
use crate::engine::encounter::document::issuer::Light;
use crate::session::fresh_seed;
pub use host::{BenchUi, Tally};
use host::{Host, lies};
use parts::{Part, Scene, Which};
use sheet::Lying;

/// How many times the magnifier enlarges.
pub const ZOOMS: [u8; 3] = [1, 3, 8];

/// What can be done at the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchAction {
    /// An exercise of this level, 1 to 3, from the first document.
    Level(u8),
    Light(Light),
    Zoom(u8),
    Sheet(Sheet),
    Specimen,
    Ask(Register),
    /// Lays a finger on a fact, or takes it off.
    Pick(Fact),
    /// The two picked facts conflict.
    Compare,
    /// Shows both faces large.
    Faces,
    /// Lays a finger on this part of both faces.
    Trait(Trait),
    Say(Finding),
    /// Gives the finding.
    Record,
    Next,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Bench), enter);
    app.add_systems(
        Update,
        (
            act.in_set(Answering),
            again.after(Answering).run_if(
                resource_exists_and_changed::<BenchUi>
                    .or_else(resource_changed::<Space>)
                    .or_else(resource_exists_and_changed::<Play>),
            ),
            hover,
        )
            .run_if(in_state(Screen::Bench)),
    );
}

fn enter(mut commands: Commands, ui: Option<Res<BenchUi>>, exercise: Exercise, space: Res<Space>) {
    let ui = match (exercise.piece(), ui) {
        (Some(piece), ui) => {
            let host = Host::SetPiece(piece.task);
            let same = |ui: &BenchUi| matches!(ui.host, Host::SetPiece(task) if task == piece.task);
            match (lies(Some(piece)), ui.filter(|ui| same(ui))) {
                (Some(view), Some(ui)) => BenchUi {
                    bench: view.clone(),
                    ..ui.clone()
                },
                (Some(view), None) => BenchUi::on(view.clone(), host),
                (None, _) => return,
            }
        }
        (None, Some(ui)) if ui.drill().is_some() => ui.clone(),
        (None, _) => BenchUi::new(1, fresh_seed()),
    };
    let root = root_with_escape(Screen::Bench, column(0.0), exercise.back());
    let id = commands.spawn(root).id();
    let narrow = space.narrow();
    let scene = Scene::of(&ui, &exercise, narrow);
    rebuild(&mut commands, id, |parent| build(parent, &scene));
    commands.insert_resource(ui);
}

fn again(
    mut commands: Commands,
    ui: Res<BenchUi>,
    exercise: Exercise,
    space: Res<Space>,
    play: Option<Res<Play>>,
    root: Single<Entity, With<Root>>,
    mut parts: Query<(Entity, &mut Part)>,
) {
    let scene = Scene::of(&ui, &exercise, space.narrow());
    if space.is_changed() {
        rebuild(&mut commands, *root, |parent| build(parent, &scene));
    } else {
        let told = play.is_some_and(|play| play.is_changed());
        scene.renew(&mut commands, &mut parts, told);
    }
}

/// A place on a document shows that it can be picked.
fn hover(
    spots: Query<(Entity, &Hovered, &sheet::Spot), Changed<Hovered>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, hovered, spot) in &spots {
        let mut spot_commands = commands.entity(entity);
        if spot.0 || hovered.0 {
            spot_commands.try_insert(Picked);
        } else {
            spot_commands.try_remove::<Picked>();
        }
        wake.soon();
    }
}

fn act(
    mut acts: Acts,
    mut ui: ResMut<BenchUi>,
    mut play: Option<ResMut<Play>>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Bench(action) = act.action else {
            continue;
        };
        wake.soon();
        notices.clear();
        let ui = &mut *ui;
        let deed = match action {
            BenchAction::Level(_) | BenchAction::Next => {
                if let Host::Drill(drill) = &ui.host {
                    *ui = match action {
                        BenchAction::Level(level) => BenchUi::lay(level, fresh_seed(), drill.tally),
                        _ => BenchUi::lay(drill.level, drill.seed.wrapping_add(1), drill.tally),
                    };
                    focus.clear();
                }
                continue;
            }
            BenchAction::Light(light) => {
                ui.light = light;
                match look(ui) {
                    Some(look) => look,
                    None => continue,
                }
            }
            BenchAction::Zoom(zoom) => {
                ui.zoom = zoom;
                match look(ui) {
                    Some(look) => look,
                    None => continue,
                }
            }
            BenchAction::Sheet(sheet) => {
                ui.sheet = sheet;
                ui.zoom = 1;
                continue;
            }
            BenchAction::Specimen => Act::Specimen,
            BenchAction::Ask(register) => Act::Ask(register),
            BenchAction::Pick(fact) => {
                pick(ui, fact);
                continue;
            }
            BenchAction::Faces => {
                faces::open(&mut commands, ui);
                if ui.bench.faces || ui.over() || ui.bench.late() {
                    continue;
                }
                Act::Faces
            }
            BenchAction::Trait(of) => {
                dialog::close_all(&mut commands);
                ui.picked = faces::both(of).to_vec();
                continue;
            }
            BenchAction::Compare => match ui.picked[..] {
                [a, b] => Act::Compare(a, b),
                _ => {
                    notices.refuse(t("bench-pick-two"));
                    continue;
                }
            },
            BenchAction::Say(finding) => {
                ui.said = Some(finding);
                continue;
            }
            BenchAction::Record => match ui.said {
                Some(finding) => Act::Find(finding),
                None => {
                    notices.refuse(t("bench-say-first"));
                    continue;
                }
            },
        };
        done(ui, deed, play.as_deref_mut(), &mut notices, &mut commands);
    }
}

/// The look that light and magnifier come to, if it is a new one: the lamp on the desk shows fine print under
/// the magnifier alone.
fn look(ui: &BenchUi) -> Option<Act> {
    let new = !ui.bench.lights.contains(&ui.light) && !ui.over();
    let large = ui.light != Light::Magnified || ui.zoom > 1;
    (new && large).then_some(Act::Look(ui.light))
}

fn pick(ui: &mut BenchUi, fact: Fact) {
    if let Some(at) = ui.picked.iter().position(|one| *one == fact) {
        ui.picked.remove(at);
    } else {
        // The older of two makes room.
        if ui.picked.len() == 2 {
            ui.picked.remove(0);
        }
        ui.picked.push(fact);
    }
    let drawn = draw(&ui.bench.matter.document, ui.sheet, ui.light);
    if let Some(place) = drawn.place(fact) {
        ui.centre = place.middle();
    }
}

/// Does it at the bench, and says what came of it where the screen itself does not show it.
fn done(
    ui: &mut BenchUi,
    deed: Act,
    play: Option<&mut Play>,
    notices: &mut Notices,
    commands: &mut Commands,
) {
    let before = ui.bench.clone();
    if let Err(why) = ui.play(deed, play) {
        notices.refuse(why);
        return;
    }
    let after = &ui.bench;
    match deed {
        Act::Compare(..) if after.confirmed.len() > before.confirmed.len() => {
            ui.picked.clear();
            notices.tell(t("bench-confirmed"));
        }
        Act::Compare(..) => {
            notices.refuse(t("bench-no-conflict").with("minutes", FALSE_ALARM));
        }
        Act::Find(_) => {
            dialog::close_all(commands);
            ui.picked.clear();
            if let (Some(example), Some(verdict), Host::Drill(drill)) =
                (&ui.bench.truth, ui.bench.verdict, &mut ui.host)
            {
                drill.tally.count(example.fraud.is_some(), &verdict);
            }
        }
        Act::Look(_) | Act::Specimen | Act::Faces | Act::Ask(_) => {
            let spent = after.minutes - before.minutes;
            if spent > 0 {
                notices.tell(t("bench-spent").with("minutes", spent));
            }
        }
    }
}

fn build(parent: &mut Parent, scene: &Scene) {
    scene.part(parent, Which::Bar, bar());
    let strip = Node {
        flex_shrink: 0.0,
        ..column(0.0)
    };
    scene.part(parent, Which::Strip, strip);
    if scene.narrow {
        under_each_other(parent, scene);
    } else {
        beside_each_other(parent, scene);
        scene.part(parent, Which::Foot, foot::bar());
    }
}

/// In a narrow window everything has the whole width, and all of it scrolls.
fn under_each_other(parent: &mut Parent, scene: &Scene) {
    // The bar that scrolls has room at the right.
    let inset = UiRect::new(px(GAP_2), px(14), px(GAP_2), px(GAP_2));
    scroll::area(parent, inset, GAP_2, false, |page| {
        let node = |height: Val| Node {
            height,
            flex_shrink: 0.0,
            ..default()
        };
        page.spawn(node(auto())).with_children(|place| {
            scene.part(place, Which::Half(Lying::Presented), sheet::half());
        });
        scene.part(page, Which::Side, node(px(480)));
        page.spawn(node(auto())).with_children(|place| {
            scene.part(place, Which::Half(Lying::Specimen), sheet::half());
        });
        scene.part(page, Which::Registers, node(px(216)));
        scene.part(page, Which::Traveller, node(px(216)));
        scene.part(page, Which::Foot, foot::bar());
    });
}

fn beside_each_other(parent: &mut Parent, scene: &Scene) {
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let left = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            min_height: px(0),
            ..column(GAP_2)
        };
        body.spawn(left).with_children(|left| {
            let pair = || Node {
                column_gap: px(GAP_2),
                flex_shrink: 0.0,
                ..default()
            };
            left.spawn(pair()).with_children(|pair| {
                for lying in [Lying::Presented, Lying::Specimen] {
                    scene.part(pair, Which::Half(lying), sheet::half());
                }
            });
            let pair = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_height: px(0),
                flex_shrink: 1.0,
                ..pair()
            };
            left.spawn(pair).with_children(|pair| {
                for which in [Which::Registers, Which::Traveller] {
                    scene.part(pair, which, under::half());
                }
            });
        });
        let side = Node {
            width: px(290),
            flex_shrink: 0.0,
            min_height: px(0),
            ..default()
        };
        scene.part(body, Which::Side, side);
    });
}

fn bar() -> impl Bundle {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        column_gap: px(GAP_4),
        align_items: AlignItems::Center,
        ..default()
    };
    (node, Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule))
}

fn bar_of(bar: &mut Parent, scene: &Scene) {
    let (ui, exercise, narrow) = (scene.ui, scene.exercise, scene.narrow);
    Button::icon_only(Icon::ChevronLeft, t("common-back"), exercise.back())
        .small()
        .spawn(bar);
    bar.spawn(text(t("bench-title"), Type::HEAD.one_line()));
    if !narrow {
        let today = ui.bench.matter.today.to_string();
        let words = match exercise.title() {
            Some(title) => t("bench-exercise").with("title", title),
            None => t("bench-today"),
        };
        let words = words.with("day", today.as_str());
        bar.spawn(text(words, Type::LABEL.one_line()));
    }
    bar.spawn(grow());
    if let Some(drill) = ui.drill() {
        bar.spawn(text(t("bench-level"), Type::LABEL.one_line()));
        segments(
            bar,
            [1, 2, 3].map(|level| {
                let words = t("bench-level-number").with("level", level);
                let act = Action::Bench(BenchAction::Level(level));
                (words, level == drill.level, act)
            }),
        );
    }
    exercise.bar(bar, narrow);
    bar.spawn(icon(Icon::Clock, 18.0, Tone::Text2));
    let minutes = t("bench-minutes").with("minutes", ui.bench.minutes);
    bar.spawn(text(minutes, Type::TITLE.one_line()));
    Button::icon_only(Icon::Question, t("common-help"), Action::Help)
        .small()
        .spawn(bar);
}

/// The sides of the document on the bench.
fn sides(ui: &BenchUi) -> Vec<Sheet> {
    sheets(&ui.bench.matter.document)
}
