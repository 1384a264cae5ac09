//! The link chart tab: subjects that the team knows of and what binds them, laid out by itself,
//! rearranged by hand, and keeping its shape; the card of what is picked; the ways onto the joint board.
//!
//! Where a node stands is the team's own and stays while the exercise is open, whoever sits down between.
//! A node that was put somewhere by hand stays there; new ones find their place around the others.

pub mod board;
mod card;
mod challenge;
mod claim;
mod hand;
mod post;
mod sheet;

use std::collections::BTreeMap;

use accesskit::{Node as Accessible, Role};
use bevy::a11y::AccessibilityNode;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;

pub use claim::Draft;
pub use sheet::says;

use super::map::beside;
use super::{DeskTab, Scene};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, Language, t};
use crate::app::picture::Picture;
use crate::app::screens::Screen;
use crate::app::screens::folder::FolderAction;
use crate::app::text::{Parent, column, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Casts, Edge, Fill, Hollow, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::press::Named;
use crate::drawing::icon::Icon;
use crate::drawing::svg::Point;
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::model::Link;
use crate::scenario::words::LinkKind;
use crate::session::SeatEnd;
use sheet::Sheet;

/// What the chart is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChartAction {
    /// A subject, or a link; its card, and for a subject the folder narrowed to it.
    Pick(Pick),
    /// Put the card away.
    NoPick,
    Zoom(i8),
    /// All of it again.
    Whole,
    /// The signs of the chart, shown or put away.
    Legend,
    /// The dialog for a link of the team's own, from this subject.
    Claim(SubjectId),
    /// In it: to this subject.
    ClaimTo(SubjectId),
    /// In it: this is what binds them, the other way round or not.
    ClaimKind(LinkKind, bool),
    /// In it: read out of this item, or not.
    ClaimItem(ItemId),
    /// Draw it.
    Draw,
    /// Before a link goes onto the joint board: what the partner will see of it.
    Post(Link),
    /// The dialog in which one says why a link of the partner's is doubted.
    Challenge(Link),
    SendChallenge,
}

/// What is picked on the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Node(SubjectId),
    Link(Link),
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stand {
    at: Point,
    by_hand: bool,
}

/// Where the nodes of both teams stand, and what the team at the screen sees and picks.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct ChartUi {
    team: Option<Team>,
    /// By `Team as usize`.
    stands: [BTreeMap<SubjectId, Stand>; 2],
    picked: Option<Pick>,
    /// What lies in the middle, and how near; `None` for the whole chart.
    sight: Option<(Point, f32)>,
    /// Of the surface, in logical pixels; zero until it was laid out.
    size: Vec2,
    /// `None` until somebody has said whether the legend is shown.
    legend: Option<bool>,
    draft: Option<Draft>,
    /// What is said against a link.
    doubt: Option<(Link, String)>,
}

impl ChartUi {
    fn stands(&self, team: Team) -> &BTreeMap<SubjectId, Stand> {
        &self.stands[team.index()]
    }
}

/// One step nearer.
const STEP: f32 = 1.25;
/// Half the control of a node, at life size.
const REACH: f32 = 27.0;

#[derive(Component)]
struct Surface;

/// What moves while it is dragged.
#[derive(Component)]
struct Moves;

/// The control of a node.
#[derive(Component, Clone, Copy)]
struct Knot(SubjectId);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ChartUi>()
        .init_resource::<hand::Dragged>();
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<ChartUi>| {
            *ui = ChartUi::default();
        });
    }
    app.add_systems(PreUpdate, sit.run_if(resource_exists::<Play>));
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            (challenge::write, act, claim::act, post::act, challenge::act)
                .chain()
                .in_set(Answer),
            settle.after(Answer).before(super::again),
            (draw, hand::follow, claim::refresh, challenge::refresh).after(super::again),
        )
            .run_if(here),
    );
}

/// Whoever sits down finds nothing of what the other team picked or wrote.
fn sit(play: Res<Play>, mut ui: ResMut<ChartUi>) {
    if ui.team != Some(play.team()) {
        *ui = ChartUi {
            team: Some(play.team()),
            stands: std::mem::take(&mut ui.stands),
            size: ui.size,
            ..ChartUi::default()
        };
    }
}

fn act(
    mut acts: Acts,
    play: Res<Play>,
    language: Res<Language>,
    mut ui: ResMut<ChartUi>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    // What follows from an act is written after all of them are read.
    let mut also = Vec::new();
    for act in acts.read() {
        let Action::Chart(action) = act.action else {
            continue;
        };
        match action {
            ChartAction::Pick(pick) => {
                ui.picked = Some(pick).filter(|pick| ui.picked != Some(*pick));
                if let Some(Pick::Node(subject)) = ui.picked {
                    also.push((FolderAction::Subject(Some(subject)), act.source));
                }
            }
            ChartAction::NoPick => {
                if ui.picked.take().is_some() {
                    also.push((FolderAction::Subject(None), act.source));
                }
            }
            ChartAction::Zoom(steps) => {
                let middle = ui.size / 2.0;
                zoom(
                    &mut ui,
                    play.seat(),
                    language.0,
                    STEP.powi(i32::from(steps)),
                    middle,
                );
            }
            ChartAction::Whole => ui.sight = None,
            ChartAction::Legend => {
                let open = Sheet::of(play.seat(), &ui, language.0).legend_open(&ui);
                ui.legend = Some(!open);
            }
            _ => continue,
        }
        wake.soon();
    }
    for (action, source) in also {
        let action = Action::Folder(action);
        commands.write_message(crate::app::action::Acted { action, source });
    }
}

/// Nearer by this factor, with what is at `pixel` staying where it is.
fn zoom(ui: &mut ChartUi, seat: &SeatEnd, lang: Lang, by: f32, pixel: Vec2) {
    let now = Sheet::of(seat, ui, lang).sight(ui);
    let zoom = (now.zoom * by).clamp(0.15, 2.5);
    let at = now.place((pixel.x, pixel.y));
    let (dx, dy) = (now.size.0 / 2.0 - pixel.x, now.size.1 / 2.0 - pixel.y);
    ui.sight = Some(((at.0 + dx / zoom, at.1 + dy / zoom), zoom));
}

/// Every node that is new finds its place; what has gone gives its place up.
fn settle(play: Res<Play>, language: Res<Language>, tab: Res<DeskTab>, mut ui: ResMut<ChartUi>) {
    if *tab != DeskTab::Chart {
        return;
    }
    let seat = play.seat();
    let team = seat.case.team;
    let nodes = &seat.view.chart.nodes;
    let stands = ui.stands(team);
    let same =
        nodes.len() == stands.len() && nodes.iter().all(|n| stands.contains_key(&n.subject.id));
    if same {
        return;
    }
    let at = Sheet::of(seat, &ui, language.0).arranged(&ui);
    let old = std::mem::take(&mut ui.stands[team.index()]);
    ui.stands[team.index()] = nodes
        .iter()
        .zip(at)
        .map(|(node, at)| {
            let by_hand = old.get(&node.subject.id).is_some_and(|s| s.by_hand);
            (node.subject.id, Stand { at, by_hand })
        })
        .collect();
}

fn over(left: Val, top: Val) -> Node {
    Node {
        position_type: PositionType::Absolute,
        left,
        top,
        ..default()
    }
}

fn all_over() -> Node {
    Node {
        width: percent(100),
        height: percent(100),
        ..over(px(0), px(0))
    }
}

pub(super) fn build(parent: &mut Parent, scene: &Scene) {
    if scene.seat.view.chart.nodes.is_empty() {
        let place = Node {
            padding: px(24).all(),
            max_width: px(560),
            ..column(GAP_2)
        };
        parent.spawn(place).with_children(|place| {
            place.spawn(text(t("chart-empty"), Type::BODY.tone(Tone::Text2)));
        });
        return;
    }
    let frame = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        overflow: Overflow::clip(),
        ..default()
    };
    parent.spawn(frame).with_children(|frame| {
        frame
            .spawn((all_over(), Fill(Tone::Paper), Surface))
            .with_children(|surface| {
                if scene.chart.size != Vec2::ZERO {
                    contents(surface, scene.seat, scene.chart, scene.language);
                }
            })
            .observe(hand::drag)
            .observe(hand::drop)
            .observe(hand::wheel)
            .observe(hand::put_away);
    });
}

/// Builds what lies on the surface anew: something was picked, moved, or is in sight otherwise.
fn draw(
    play: Res<Play>,
    language: Res<Language>,
    mut ui: ResMut<ChartUi>,
    surface: Option<Single<(Entity, &ComputedNode, Ref<Surface>)>>,
    mut last: Local<Option<(ChartUi, Lang)>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let Some(surface) = surface else {
        *last = None;
        return;
    };
    let (entity, node, new) = surface.into_inner();
    let size = (node.size() * node.inverse_scale_factor).round();
    if size.min_element() < 1.0 {
        wake.soon();
        return;
    }
    if ui.size != size {
        ui.size = size;
    }
    let now = (ui.clone(), language.0);
    // A surface that was just built has everything, if its size was known.
    let built = new.is_added() && last.as_ref().is_some_and(|(ui, _)| ui.size == size);
    if last.as_ref() != Some(&now) && !built {
        super::rebuild(&mut commands, entity, |surface| {
            contents(surface, play.seat(), &now.0, now.1);
        });
        wake.soon();
    }
    *last = Some(now);
}

fn contents(surface: &mut Parent, seat: &SeatEnd, ui: &ChartUi, lang: Lang) {
    let sheet = Sheet::of(seat, ui, lang);
    let sight = sheet.sight(ui);
    surface
        .spawn((all_over(), Moves, Pickable::IGNORE))
        .with_children(|moves| {
            let svg = sheet.svg(ui, &sight);
            moves.spawn((all_over(), Picture::Svg(svg.into()), Pickable::IGNORE));
            let walk = (all_over(), ArrowGroup, Pickable::IGNORE);
            moves.spawn(walk).with_children(|walk| {
                for (link, name, frame) in sheet.labels(ui) {
                    let (left, top) = sight.px((frame.left, frame.top));
                    let size = Vec2::new(frame.width(), frame.height()) * sight.zoom;
                    let pick = Pick::Link(link);
                    spot(walk, Vec2::new(left, top), size, name, pick, ());
                }
                for (subject, name, at) in sheet.knots(ui) {
                    let at = sight.px(at);
                    let reach = REACH * sight.zoom.max(0.5);
                    let corner = Vec2::new(at.0 - reach, at.1 - reach);
                    let pick = Pick::Node(subject);
                    spot(
                        walk,
                        corner,
                        Vec2::splat(reach * 2.0),
                        name,
                        pick,
                        Knot(subject),
                    );
                }
            });
        });
    let inside = Node {
        position_type: PositionType::Absolute,
        left: px(5),
        top: px(5),
        right: px(5),
        bottom: px(5),
        border: px(2).all(),
        ..default()
    };
    let hears = (
        Named(t("chart-name")),
        AccessibilityNode::from(Accessible::new(Role::Group)),
        TabIndex(0),
        Casts::default(),
        Hollow,
        Edge::All(Tone::Clear),
        Pickable::IGNORE,
    );
    surface.spawn((inside, hears)).observe(hand::keys);
    tools(surface, seat, ui, sheet.legend_open(ui));
    if let Some(picked) = ui.picked {
        let at = sheet.of_pick(ui, picked).map(|at| sight.px(at));
        if let Some(at) = at {
            let height = card::height(seat, picked);
            card::build(surface, seat, picked, beside(ui.size, at.into(), height));
        }
    }
}

fn tools(surface: &mut Parent, seat: &SeatEnd, ui: &ChartUi, open: bool) {
    let node = Node {
        column_gap: px(6),
        ..over(px(10), px(10))
    };
    surface.spawn(node).with_children(|tools| {
        let zoom = |steps| Action::Chart(ChartAction::Zoom(steps));
        Button::icon_only(Icon::Plus, t("desk-nearer"), zoom(1))
            .key(KeyCode::Equal)
            .on_paper()
            .spawn(tools);
        Button::icon_only(Icon::Minus, t("desk-further"), zoom(-1))
            .key(KeyCode::Minus)
            .on_paper()
            .spawn(tools);
        let whole = Action::Chart(ChartAction::Whole);
        Button::icon_only(Icon::Home, t("chart-whole"), whole)
            .key(KeyCode::Digit0)
            .on_paper()
            .spawn(tools);
        let legend = Action::Chart(ChartAction::Legend);
        Button::normal(t("desk-legend"), legend)
            .chosen(open)
            .on_paper()
            .spawn(tools);
        let from = match ui.picked {
            Some(Pick::Node(subject)) => Some(subject),
            _ => None,
        };
        let first = seat.view.chart.nodes.first().map(|n| n.subject.id);
        if let Some(subject) = from.or(first) {
            let off = from.is_none().then(|| t("chart-claim-pick-first"));
            Button::normal(t("chart-claim"), Action::Chart(ChartAction::Claim(subject)))
                .icon(Icon::Link)
                .key(KeyCode::KeyD)
                .on_paper()
                .off(off)
                .spawn(tools);
        }
    });
}

fn spot(
    walk: &mut Parent,
    corner: Vec2,
    size: Vec2,
    name: crate::app::i18n::Words,
    pick: Pick,
    more: impl Bundle,
) {
    let node = Node {
        width: px(size.x),
        height: px(size.y),
        border: px(2).all(),
        border_radius: BorderRadius::all(px(size.min_element() / 2.0)),
        ..over(px(corner.x), px(corner.y))
    };
    let control = (
        bevy::ui_widgets::Button,
        Named(name),
        AccessibilityNode::from(Accessible::new(Role::Button)),
        TabIndex(0),
        Casts::default(),
        Hollow,
        Edge::All(Tone::Clear),
        Action::Chart(ChartAction::Pick(pick)),
    );
    walk.spawn((node, control, more));
}

/// Closes every dialog over the chart: what it was for is done.
fn done(commands: &mut Commands) {
    dialog::close_all(commands);
}
