//! The map tab: the case's map with what the team knows, its officers, and the card of a picked place.
//!
//! The map is drawn anew whenever what is in sight comes to rest; while it is dragged the picture only
//! moves. Places are controls over the picture: Tab and arrows walk them, and the map follows.

mod hand;
mod legend;
mod sight;

use accesskit::{Node as Accessible, Role};
use bevy::a11y::AccessibilityNode;
use bevy::input_focus::InputFocus;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::Button as Pressable;

pub(super) use hand::Dragged;
use sight::REACH;
pub(super) use sight::Sight;

use super::{DeskAction, DeskUi, Scene, place};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, Language, case, say, t};
use crate::app::picture::Picture;
use crate::app::screens::Screen;
use crate::app::text::Parent;
use crate::app::theme::{Casts, Edge, Fill, Hollow, Tone};
use crate::app::wake::Wake;
use crate::app::widgets::press::Named;
use crate::drawing::map::{Counter, Known, Label, Land, Line, MapDrawing, Place, Scale};
use crate::scenario::ids::PlaceId;
use crate::scenario::words::PlaceKind;
use crate::session::SeatEnd;
use crate::view::PlaceView;

/// One step nearer.
const STEP: f32 = 1.3;

/// What hears the mouse and the keys.
#[derive(Component)]
pub(super) struct Surface;

/// What moves while it is dragged.
#[derive(Component)]
pub(super) struct Sheet;

#[derive(Component)]
pub(super) struct Ground;

/// The control of a place.
#[derive(Component)]
pub(super) struct Spot((i16, i16));

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sight>().init_resource::<Dragged>();
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (act.in_set(Answer), follow.after(Answer).before(draw)).run_if(here),
    );
}

fn act(mut acts: Acts, play: Res<Play>, mut sight: ResMut<Sight>) {
    let map = play.seat().case.map.size;
    for act in acts.read() {
        match act.action {
            Action::Desk(DeskAction::Zoom(steps)) => {
                let middle = sight.size / 2.0;
                let next = sight.zoomed(map, STEP.powi(i32::from(steps)), middle);
                sight.set_if_neq(next);
            }
            Action::Desk(DeskAction::Whole) => {
                let size = sight.size;
                sight.set_if_neq(Sight {
                    size,
                    ..Sight::default()
                });
            }
            _ => {}
        }
    }
}

/// A place that is walked to with the keys comes into sight.
fn follow(
    focus: Res<InputFocus>,
    play: Res<Play>,
    spots: Query<&Spot>,
    mut sight: ResMut<Sight>,
    mut last: Local<Option<Entity>>,
) {
    let now = focus.get();
    if *last == now {
        return;
    }
    *last = now;
    let map = play.seat().case.map.size;
    if let Some(spot) = now.and_then(|entity| spots.get(entity).ok())
        && !sight.sees(map, spot.0)
    {
        sight.centre = Some((f32::from(spot.0.0), f32::from(spot.0.1)));
    }
}

fn svg(seat: &SeatEnd, ui: DeskUi, sight: Sight, lang: Lang) -> String {
    let (map, tag) = (&seat.case.map, lang.tag());
    let unit = say(lang, &t("desk-km"));
    let places = &seat.view.places;
    let at = |id: PlaceId| {
        places
            .iter()
            .find(|place| place.id == id)
            .map(|place| place.at)
    };
    let drawing = MapDrawing {
        size: map.size,
        land: map
            .land
            .iter()
            .map(|(of, outline)| Land { of: *of, outline })
            .collect(),
        lines: map
            .lines
            .iter()
            .map(|(kind, path)| Line { kind: *kind, path })
            .collect(),
        labels: map
            .labels
            .iter()
            .map(|(text, at, kind)| Label {
                text: text.get(tag),
                at: *at,
                kind: *kind,
            })
            .collect(),
        places: places
            .iter()
            .map(|place| Place {
                name: place.name.get(tag),
                at: place.at,
                kind: place.kind,
                side: place.label,
                emphasised: place.kind == PlaceKind::Town,
                selected: ui.place == Some(place.id),
                known: if place.learned {
                    Known::New(seat.case.team)
                } else {
                    Known::Settled
                },
            })
            .collect(),
        counters: seat
            .view
            .officers
            .iter()
            .filter_map(|officer| {
                let at = at(officer.place)?;
                let team = seat.case.team;
                Some(Counter {
                    initials: &officer.initials,
                    at,
                    team,
                    declared: true,
                })
            })
            .collect(),
        scale: Some(Scale {
            km_per_100: map.km_per_100,
            unit: &unit,
        }),
        ..MapDrawing::default()
    };
    let (view, zoom) = sight.view(map.size);
    drawing.svg(view, zoom)
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
    let (seat, sight) = (scene.seat, scene.sight);
    let map = seat.case.map.size;
    let frame = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        overflow: Overflow::clip(),
        ..default()
    };
    parent.spawn(frame).with_children(|frame| {
        frame
            .spawn((all_over(), Fill(Tone::Sea), Surface))
            .with_children(|surface| {
                surface
                    .spawn((all_over(), Sheet, Pickable::IGNORE))
                    .with_children(|sheet| {
                        let mut ground = sheet.spawn((all_over(), Ground, Pickable::IGNORE));
                        if sight.size != Vec2::ZERO {
                            let svg = svg(seat, scene.ui, sight, scene.language);
                            ground.insert(Picture::Svg(svg.into()));
                        }
                        let walk = (all_over(), ArrowGroup, Pickable::IGNORE);
                        sheet.spawn(walk).with_children(|walk| {
                            for place in seat.view.places.iter() {
                                spot(walk, place, sight.pixel(map, place.at));
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
                    Named(t("desk-map-name")),
                    AccessibilityNode::from(Accessible::new(Role::Group)),
                    TabIndex(0),
                    Casts::default(),
                    Hollow,
                    Edge::All(Tone::Clear),
                    Pickable::IGNORE,
                );
                surface.spawn((inside, hears)).observe(hand::keys);
            })
            .observe(hand::drag)
            .observe(hand::drop)
            .observe(hand::wheel)
            .observe(hand::put_away);
        legend::tools(frame);
        legend::legend(frame, scene);
        let open = scene
            .ui
            .place
            .and_then(|id| seat.view.places.iter().find(|place| place.id == id));
        if let Some(open) = open {
            let at = sight.pixel(map, open.at);
            place::build(
                frame,
                seat,
                open,
                beside(sight.size, at, place::height(seat, open)),
            );
        }
    });
}

fn spot(walk: &mut Parent, place: &PlaceView, at: Vec2) {
    let node = Node {
        width: px(2.0 * REACH),
        height: px(2.0 * REACH),
        border: px(2).all(),
        border_radius: BorderRadius::all(px(REACH)),
        ..over(px(at.x - REACH), px(at.y - REACH))
    };
    walk.spawn((
        node,
        Spot(place.at),
        Pressable,
        Named(case(&place.name)),
        AccessibilityNode::from(Accessible::new(Role::Button)),
        TabIndex(0),
        Casts::default(),
        Hollow,
        Edge::All(Tone::Clear),
        Action::Desk(DeskAction::Place(place.id)),
    ));
}

/// A corner for the card in which it does not cover its place.
pub(super) fn beside(surface: Vec2, at: Vec2, height: f32) -> Node {
    let gap = 12.0;
    let right = surface.x - place::WIDTH - gap;
    let low = (surface.y - height - gap).max(gap);
    let covers = |left: f32, top: f32| {
        let card = Rect::new(left, top, left + place::WIDTH, top + height).inflate(2.0 * REACH);
        card.contains(at)
    };
    let left = gap + 46.0;
    let corners = [(right, gap), (right, low), (left, gap), (left, low)];
    let (x, y) = corners
        .into_iter()
        .find(|(x, y)| !covers(*x, *y))
        .unwrap_or(corners[0]);
    // Held by the edges that are near, so that it stays there when the window changes.
    let mut node = over(auto(), auto());
    if x < right {
        node.left = px(x)
    } else {
        node.right = px(gap)
    }
    if y < low {
        node.top = px(y)
    } else {
        node.bottom = px(gap)
    }
    node
}

/// Draws the map when what is in sight, or what is known, has changed.
pub(super) fn draw(
    play: Res<Play>,
    language: Res<Language>,
    ui: Res<DeskUi>,
    dragged: Res<Dragged>,
    mut sight: ResMut<Sight>,
    surface: Option<Single<&ComputedNode, With<Surface>>>,
    sheet: Option<Single<&mut Node, (With<Sheet>, Without<Spot>)>>,
    ground: Option<Single<(Entity, Ref<Ground>)>>,
    mut spots: Query<(&Spot, &mut Node), Without<Sheet>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let (Some(surface), Some(mut sheet), Some(ground)) = (surface, sheet, ground) else {
        return;
    };
    let size = (surface.size() * surface.inverse_scale_factor).round();
    if size.min_element() >= 1.0 && size != sight.size {
        sight.size = size;
    }
    if dragged.is_changed() && (sheet.left, sheet.top) != (px(dragged.0.x), px(dragged.0.y)) {
        (sheet.left, sheet.top) = (px(dragged.0.x), px(dragged.0.y));
        wake.soon();
    }
    if sight.size == Vec2::ZERO {
        // Laid out after this frame.
        wake.soon();
        return;
    }
    let (entity, new) = (ground.0, ground.1.is_added());
    // A surface that was just built has its picture, unless its size was not known then.
    if !(sight.is_changed() || language.is_changed() || (new && play.is_changed())) {
        return;
    }
    let seat = play.seat();
    let map = seat.case.map.size;
    let svg = svg(seat, *ui, *sight, language.0);
    commands.entity(entity).insert(Picture::Svg(svg.into()));
    for (spot, mut node) in &mut spots {
        let at = sight.pixel(map, spot.0);
        (node.left, node.top) = (px(at.x - REACH), px(at.y - REACH));
    }
    wake.soon();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_does_not_cover_its_place() {
        let surface = Vec2::new(760.0, 534.0);
        for at in [
            Vec2::new(700.0, 60.0),
            Vec2::new(700.0, 500.0),
            Vec2::new(60.0, 60.0),
        ] {
            let node = beside(surface, at, 200.0);
            let side = |near: Val, far: Val, whole: f32, long: f32| match (near, far) {
                (Val::Px(near), _) => near,
                (_, Val::Px(far)) => whole - far - long,
                _ => panic!("held by an edge"),
            };
            let left = side(node.left, node.right, surface.x, place::WIDTH);
            let top = side(node.top, node.bottom, surface.y, 200.0);
            let card = Rect::new(left, top, left + place::WIDTH, top + 200.0);
            assert!(!card.contains(at), "{at} {card:?}");
        }
    }
}
