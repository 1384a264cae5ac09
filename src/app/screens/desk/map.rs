//! The map tab: the case's map with what the team knows, its officers, and the card of a picked place.
//!
//! The map is drawn anew whenever what is in sight comes to rest; while it is dragged the picture only
//! moves. Places are controls over the picture: Tab and arrows walk them, and the map follows.

use accesskit::{Node as Accessible, Role};
use bevy::a11y::AccessibilityNode;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusedInput, InputFocus};
use bevy::picking::events::{Click, Drag, DragEnd, Pointer, Scroll};
use bevy::prelude::*;
use bevy::ui::RelativeCursorPosition;
use bevy::ui_widgets::Button as Pressable;

use super::{DeskAction, DeskUi, Scene, place};
use crate::app::action::{Acted, Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, Language, case, say, t};
use crate::app::picture::{Picture, drawing};
use crate::app::screens::Screen;
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Casts, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::paper;
use crate::app::widgets::press::Named;
use crate::drawing::icon::Icon;
use crate::drawing::map::{
    Counter, Known, Label, Land, Line, MapDrawing, Place, Scale, Sign, ViewBox,
};
use crate::scenario::ids::PlaceId;
use crate::scenario::words::PlaceKind;
use crate::session::SeatEnd;
use crate::view::PlaceView;

/// What part of the map is in sight.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub(super) struct Sight {
    /// In map units; `None` for the middle.
    centre: Option<(f32, f32)>,
    /// How many times nearer than the whole map.
    factor: f32,
    /// Of the surface, in logical pixels; zero until it was laid out.
    size: Vec2,
}

impl Default for Sight {
    fn default() -> Self {
        Self { centre: None, factor: 1.0, size: Vec2::ZERO }
    }
}

/// How far the picture has been dragged and not yet let go.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Dragged(Vec2);

/// Nearest, and one step.
const NEAREST: f32 = 6.0;
const STEP: f32 = 1.3;
/// Pixels that an arrow key moves the map by.
const PAN: f32 = 70.0;
/// Half a place's control.
const REACH: f32 = 15.0;

impl Sight {
    fn view(self, map: (u16, u16)) -> (ViewBox, f32) {
        let (width, height) = (self.size.x.max(1.0), self.size.y.max(1.0));
        let (_, whole) = ViewBox::whole(map, width, height);
        let zoom = whole * self.factor;
        let axis = |middle: f32, extent: u16, seen: f32| {
            let extent = f32::from(extent);
            if seen >= extent { extent / 2.0 } else { middle.clamp(seen / 2.0, extent - seen / 2.0) }
        };
        let wanted = self.centre.unwrap_or((f32::from(map.0) / 2.0, f32::from(map.1) / 2.0));
        let centre = (axis(wanted.0, map.0, width / zoom), axis(wanted.1, map.1, height / zoom));
        ViewBox::around(centre, zoom, width, height)
    }

    /// Where a point of the map is on the surface.
    fn pixel(self, map: (u16, u16), at: (i16, i16)) -> Vec2 {
        let (view, zoom) = self.view(map);
        Vec2::new((f32::from(at.0) - view.x) * zoom, (f32::from(at.1) - view.y) * zoom)
    }

    /// The same, moved by pixels of the surface.
    fn moved(mut self, map: (u16, u16), by: Vec2) -> Self {
        let (view, zoom) = self.view(map);
        self.centre = Some((view.x + view.w / 2.0 + by.x / zoom, view.y + view.h / 2.0 + by.y / zoom));
        // From where it really is, so that moving back has an effect at once.
        let (view, _) = self.view(map);
        self.centre = Some((view.x + view.w / 2.0, view.y + view.h / 2.0));
        self
    }

    /// Nearer by this factor, with the point at `pixel` staying where it is.
    fn zoomed(self, map: (u16, u16), by: f32, pixel: Vec2) -> Self {
        let (view, zoom) = self.view(map);
        let at = (view.x + pixel.x / zoom, view.y + pixel.y / zoom);
        let mut next = self;
        next.factor = (self.factor * by).clamp(1.0, NEAREST);
        let (_, zoom) = next.view(map);
        let middle = self.size / 2.0;
        next.centre = Some((at.0 + (middle.x - pixel.x) / zoom, at.1 + (middle.y - pixel.y) / zoom));
        next.moved(map, Vec2::ZERO)
    }

    fn sees(self, map: (u16, u16), at: (i16, i16)) -> bool {
        let pixel = self.pixel(map, at);
        let inside = Rect::from_corners(Vec2::splat(REACH), self.size - REACH);
        inside.contains(pixel)
    }
}

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
    app.add_systems(Update, (act.in_set(Answer), follow.after(Answer).before(draw)).run_if(here));
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
                sight.set_if_neq(Sight { size, ..Sight::default() });
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
    let at = |id: PlaceId| places.iter().find(|place| place.id == id).map(|place| place.at);
    let drawing = MapDrawing {
        size: map.size,
        land: map.land.iter().map(|(of, outline)| Land { of: *of, outline }).collect(),
        lines: map.lines.iter().map(|(kind, path)| Line { kind: *kind, path }).collect(),
        labels: map
            .labels
            .iter()
            .map(|(text, at, kind)| Label { text: text.get(tag), at: *at, kind: *kind })
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
                known: if place.learned { Known::New(seat.case.team) } else { Known::Settled },
            })
            .collect(),
        counters: seat
            .view
            .officers
            .iter()
            .filter_map(|officer| {
                let at = at(officer.place)?;
                let team = seat.case.team;
                Some(Counter { initials: &officer.initials, at, team, declared: true })
            })
            .collect(),
        scale: Some(Scale { km_per_100: map.km_per_100, unit: &unit }),
        ..MapDrawing::default()
    };
    let (view, zoom) = sight.view(map.size);
    drawing.svg(view, zoom)
}

fn over(left: Val, top: Val) -> Node {
    Node { position_type: PositionType::Absolute, left, top, ..default() }
}

fn all_over() -> Node {
    Node { width: percent(100), height: percent(100), ..over(px(0), px(0)) }
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
            .spawn((all_over(), Fill(Tone::Sea), Surface, RelativeCursorPosition::default()))
            .with_children(|surface| {
                surface.spawn((all_over(), Sheet, Pickable::IGNORE)).with_children(|sheet| {
                    let mut ground = sheet.spawn((all_over(), Ground, Pickable::IGNORE));
                    if sight.size != Vec2::ZERO {
                        let svg = svg(seat, scene.ui, sight, scene.language);
                        ground.insert(Picture::Svg(svg.into()));
                    }
                    let walk = (all_over(), ArrowGroup, Pickable::IGNORE);
                    sheet.spawn(walk).with_children(|walk| {
                        for place in &seat.view.places {
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
                    ..default()
                };
                let hears = (
                    Named(t("desk-map-name")),
                    AccessibilityNode::from(Accessible::new(Role::Group)),
                    TabIndex(0),
                    Casts::default(),
                    Pickable::IGNORE,
                );
                surface.spawn((inside, hears)).observe(keys);
            })
            .observe(drag)
            .observe(drop)
            .observe(wheel)
            .observe(put_away);
        tools(frame);
        legend(frame, scene);
        let open = scene.ui.place.and_then(|id| seat.view.places.iter().find(|place| place.id == id));
        if let Some(open) = open {
            let at = sight.pixel(map, open.at);
            place::build(frame, seat, open, beside(sight.size, at, place::height(seat, open)));
        }
    });
}

fn spot(walk: &mut Parent, place: &PlaceView, at: Vec2) {
    let node = Node {
        width: px(2.0 * REACH),
        height: px(2.0 * REACH),
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
        Action::Desk(DeskAction::Place(place.id)),
    ));
}

/// A corner for the card in which it does not cover its place.
fn beside(surface: Vec2, at: Vec2, height: f32) -> Node {
    let gap = 12.0;
    let right = surface.x - place::WIDTH - gap;
    let low = (surface.y - height - gap).max(gap);
    let covers = |left: f32, top: f32| {
        let card = Rect::new(left, top, left + place::WIDTH, top + height).inflate(2.0 * REACH);
        card.contains(at)
    };
    let corners = [(right, gap), (right, low), (gap + 46.0, gap), (gap + 46.0, low)];
    let (left, top) = corners.into_iter().find(|(left, top)| !covers(*left, *top)).unwrap_or(corners[0]);
    over(px(left.max(gap)), px(top))
}

fn tools(frame: &mut Parent) {
    let node = Node { flex_direction: FlexDirection::Column, row_gap: px(6), ..over(px(10), px(10)) };
    frame.spawn(node).with_children(|tools| {
        let zoom = |steps| Action::Desk(DeskAction::Zoom(steps));
        Button::icon_only(Icon::Plus, t("desk-nearer"), zoom(1)).key(KeyCode::Equal).on_paper().spawn(tools);
        Button::icon_only(Icon::Minus, t("desk-further"), zoom(-1)).key(KeyCode::Minus).on_paper().spawn(tools);
        Button::icon_only(Icon::Home, t("desk-whole"), Action::Desk(DeskAction::Whole))
            .key(KeyCode::Digit0)
            .on_paper()
            .spawn(tools);
    });
}

fn legend(frame: &mut Parent, scene: &Scene) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(10),
        bottom: px(10),
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        row_gap: px(2),
        ..default()
    };
    let toggle = |open: bool| {
        let sign = if open { Icon::ChevronDown } else { Icon::ChevronRight };
        Button::quiet(t("desk-legend"), Action::Desk(DeskAction::Legend)).small().icon(sign).on_paper()
    };
    if !scene.ui.legend {
        let node = Node { padding: px(2).all(), ..node };
        frame.spawn(paper(node)).with_children(|legend| {
            toggle(false).spawn(legend);
        });
        return;
    }
    let team = scene.seat.case.team;
    let places = &scene.seat.view.places;
    frame.spawn(paper(node)).with_children(|legend| {
        let head = Node { margin: UiRect::new(px(-8), px(0), px(-4), px(0)), ..default() };
        legend.spawn(head).with_children(|head| {
            toggle(true).spawn(head);
        });
        let mut line = |svg: String, words| {
            legend.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(drawing(svg, 30.0, 20.0));
                line.spawn(text(words, Type::LABEL.tone(Tone::Ink).one_line()));
            });
        };
        line(Sign::Officer { team, declared: true }.svg(), t("desk-legend-officers"));
        for kind in [PlaceKind::Crossing, PlaceKind::Landing, PlaceKind::Site] {
            if places.iter().any(|place| place.kind == kind) {
                let words = crate::app::i18n::family("desk-place", kind.key());
                line(Sign::Place(kind).svg(), words);
            }
        }
        if places.iter().any(|place| place.learned) {
            line(learned(team), t("desk-legend-learned"));
        }
    });
}

/// The dot of a place that the team found out about.
fn learned(team: crate::scenario::ids::Team) -> String {
    let colour = crate::drawing::palette::team(team).ink;
    let open = crate::drawing::svg::open(30.0, 20.0);
    format!("{open}<circle cx=\"15\" cy=\"10\" r=\"4\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"1.5\"/></svg>")
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
    let (Some(surface), Some(mut sheet), Some(ground)) = (surface, sheet, ground) else { return };
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

fn drag(
    mut drag: On<Pointer<Drag>>,
    scale: Res<UiScale>,
    mut dragged: ResMut<Dragged>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    dragged.0 = drag.distance / scale.0;
    wake.soon();
}

fn drop(
    mut drag: On<Pointer<DragEnd>>,
    play: Option<Res<Play>>,
    mut dragged: ResMut<Dragged>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    let by = std::mem::take(&mut dragged.0);
    if let Some(play) = play {
        let next = sight.moved(play.seat().case.map.size, -by);
        sight.set_if_neq(next);
    }
    wake.soon();
}

fn wheel(
    mut scroll: On<Pointer<Scroll>>,
    surfaces: Query<&RelativeCursorPosition, With<Surface>>,
    play: Option<Res<Play>>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    scroll.propagate(false);
    let pointer = surfaces.iter().next().and_then(|cursor| cursor.normalized);
    let pixel = (pointer.unwrap_or(Vec2::ZERO) + 0.5) * sight.size;
    if let Some(play) = play
        && scroll.y != 0.0
    {
        let by = if scroll.y > 0.0 { STEP } else { 1.0 / STEP };
        let next = sight.zoomed(play.seat().case.map.size, by, pixel);
        sight.set_if_neq(next);
        wake.soon();
    }
}

/// A press beside every place puts the card away.
fn put_away(
    click: On<Pointer<Click>>,
    dragged: Res<Dragged>,
    mut acted: MessageWriter<Acted>,
) {
    if dragged.0.length() < 4.0 {
        acted.write(Acted { action: Action::Desk(DeskAction::NoPlace), source: click.entity });
    }
}

fn keys(
    mut input: On<FocusedInput<KeyboardInput>>,
    play: Option<Res<Play>>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    let Some(play) = play.filter(|_| input.input.state.is_pressed()) else { return };
    let by = match input.input.key_code {
        KeyCode::ArrowLeft => Vec2::new(-PAN, 0.0),
        KeyCode::ArrowRight => Vec2::new(PAN, 0.0),
        KeyCode::ArrowUp => Vec2::new(0.0, -PAN),
        KeyCode::ArrowDown => Vec2::new(0.0, PAN),
        _ => return,
    };
    input.propagate(false);
    let next = sight.moved(play.seat().case.map.size, by);
    sight.set_if_neq(next);
    wake.soon();
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: (u16, u16) = (760, 534);

    fn sight() -> Sight {
        Sight { size: Vec2::new(760.0, 534.0), ..Sight::default() }
    }

    #[test]
    fn the_whole_map_comes_first_and_does_not_move() {
        let whole = sight();
        assert_eq!(whole.pixel(MAP, (380, 267)), Vec2::new(380.0, 267.0));
        let moved = whole.moved(MAP, Vec2::new(500.0, 0.0));
        assert_eq!(moved.pixel(MAP, (380, 267)), Vec2::new(380.0, 267.0));
        assert_eq!(whole.zoomed(MAP, 0.5, Vec2::ZERO).factor, 1.0);
    }

    #[test]
    fn what_is_pointed_at_stays_there() {
        let at = Vec2::new(300.0, 200.0);
        let near = sight().zoomed(MAP, 2.0, at);
        let seen = near.pixel(MAP, (300, 200));
        assert!(seen.distance(at) < 0.1, "{seen}");
        assert!(near.sees(MAP, (300, 200)));
    }

    #[test]
    fn the_map_ends_at_its_edge() {
        let far = sight().zoomed(MAP, 2.0, Vec2::ZERO).moved(MAP, Vec2::splat(9000.0));
        let (view, _) = far.view(MAP);
        assert!((view.x + view.w - 760.0).abs() < 0.1);
        let back = far.moved(MAP, Vec2::new(-10.0, 0.0));
        assert!(back.view(MAP).0.x < view.x);
    }

    #[test]
    fn a_card_does_not_cover_its_place() {
        let surface = Vec2::new(760.0, 534.0);
        for at in [Vec2::new(700.0, 60.0), Vec2::new(700.0, 500.0), Vec2::new(60.0, 60.0)] {
            let node = beside(surface, at, 200.0);
            let (Val::Px(left), Val::Px(top)) = (node.left, node.top) else { panic!("pixels") };
            let card = Rect::new(left, top, left + place::WIDTH, top + 200.0);
            assert!(!card.contains(at), "{at} {card:?}");
        }
    }
}
