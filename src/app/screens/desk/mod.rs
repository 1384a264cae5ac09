//! DESK: a team's own room while it plans. Bar, officers, one work surface, folder, liaison line, ready.
//!
//! The desk is made of regions that are built anew each for its own reasons, so that a clock that runs
//! never takes the words out of a field. What is picked, written or in sight here is the team's own and
//! is forgotten when the desk is left, since another team may sit down next.

mod authority;
mod bar;
mod cards;
pub mod chart;
mod chooser;
mod line;
mod map;
mod officers;
mod place;
pub mod plan;
mod presence;
mod ready;

pub(super) use bar::{hours, times};

use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;
use bevy::window::PrimaryWindow;

use super::folder::{self, FolderUi};
use super::theory::{self, TheoryAction, TheoryUi};
use super::{Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::far::Far;
use crate::app::i18n::{Lang, Language, t};
use crate::app::text::{Parent, column};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone};
use crate::app::wake::Wake;
use crate::app::widgets::choice::{Tab, tabs};
use crate::app::widgets::panel::panel;
use crate::scenario::ids::{AuthorityId, InjectId, ItemId, OfficerId, OptionId, PlaceId, TaskId};
use crate::session::SeatEnd;

/// What lies on the work surface.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskTab {
    #[default]
    Map,
    Chart,
    Board,
    Plan,
    Theory,
}

/// What only the desk is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskAction {
    Tab(DeskTab),
    /// Choose a task for this officer.
    Tasks(OfficerId),
    /// Choose an officer for this task.
    Officers(TaskId),
    Place(PlaceId),
    /// Put the place card away.
    NoPlace,
    /// Nearer or further.
    Zoom(i8),
    /// The whole map again.
    Whole,
    /// The signs of the map, shown or put away.
    Legend,
    /// The whole liaison line.
    Line,
    /// To the field for a message.
    Write,
    SendMessage,
    /// Ready, though officers have no task: ask first.
    AskReady,
    /// What can be applied for, with this one picked.
    Authority(Option<AuthorityId>),
    /// In it: this one.
    AuthorityOf(AuthorityId),
    /// In it: cite this item, or not.
    CiteFor(ItemId),
    /// Apply, citing what is picked.
    Apply,
    /// What an inject asks the team to decide.
    Decision(InjectId),
    /// Pick an option of it.
    Choose(OptionId),
    /// Decide so; it cannot be taken back.
    Decide,
}

/// What is picked at the desk.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeskUi {
    /// The place whose card lies open.
    pub place: Option<PlaceId>,
    /// `None` until somebody has said whether the legend is open.
    pub legend: Option<bool>,
}

/// How much the window is wide enough for: 3 is everything.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Span(u8);

impl Span {
    /// Logical widths from which there is room for more.
    const STEPS: [f32; 3] = [980.0, 1130.0, 1260.0];

    fn of(width: f32) -> Self {
        let steps = Self::STEPS.into_iter().filter(|step| width >= *step);
        Self(u8::try_from(steps.count()).unwrap_or(0))
    }

    fn has_room(self) -> bool {
        self.0 >= 2
    }
}

/// Below this the desk scrolls.
const LEAST: (f32, f32) = (900.0, 510.0);

/// A part of the desk that is built anew on its own.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    Bar,
    Officers,
    Work,
    Folder,
    Line,
    Ready,
}

/// Everything that a region is built from.
struct Scene<'a> {
    seat: &'a SeatEnd,
    tab: DeskTab,
    ui: DeskUi,
    draft: &'a str,
    sight: map::Sight,
    span: Span,
    language: Lang,
    folders: &'a FolderUi,
    theories: &'a TheoryUi,
    chart: &'a chart::ChartUi,
    plan: &'a plan::PlanUi,
    /// The line to the table, if that is elsewhere.
    far: Option<&'a Far>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<DeskTab>()
        .init_resource::<DeskUi>()
        .init_resource::<Span>();
    app.add_plugins((
        line::plugin,
        map::plugin,
        chart::plugin,
        plan::plugin,
        authority::plugin,
        chooser::plugin,
    ));
    app.add_systems(
        Update,
        presence::look.after(Answer).run_if(resource_exists::<Play>),
    );
    app.add_systems(OnEnter(Screen::Desk), enter);
    app.add_systems(OnExit(Screen::Desk), leave);
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            act.in_set(Answer),
            (measure, again, map::draw, bar::tick).chain().after(Answer),
        )
            .run_if(here),
    );
}

fn act(mut acts: Acts, span: Res<Span>, mut tab: ResMut<DeskTab>, mut ui: ResMut<DeskUi>) {
    for act in acts.read() {
        let action = match act.action {
            Action::Desk(action) => action,
            Action::Theory(TheoryAction::Show) => DeskAction::Tab(DeskTab::Theory),
            _ => continue,
        };
        match action {
            DeskAction::Tab(wanted) => {
                tab.set_if_neq(wanted);
            }
            DeskAction::Place(place) => {
                let place = Some(place).filter(|place| ui.place != Some(*place));
                let legend = ui.legend;
                ui.set_if_neq(DeskUi { place, legend });
            }
            DeskAction::NoPlace => {
                let legend = ui.legend;
                ui.set_if_neq(DeskUi {
                    place: None,
                    legend,
                });
            }
            DeskAction::Legend => ui.legend = Some(!ui.legend.unwrap_or(span.has_room())),
            _ => {}
        }
    }
}

fn leave(
    mut tab: ResMut<DeskTab>,
    mut ui: ResMut<DeskUi>,
    mut draft: ResMut<line::Draft>,
    mut sight: ResMut<map::Sight>,
) {
    *tab = DeskTab::default();
    *ui = DeskUi::default();
    *draft = line::Draft::default();
    *sight = map::Sight::default();
}

/// Everything that the desk shows.
#[derive(bevy::ecs::system::SystemParam)]
struct Shown<'w> {
    play: Res<'w, Play>,
    tab: Res<'w, DeskTab>,
    ui: Res<'w, DeskUi>,
    draft: Res<'w, line::Draft>,
    sight: Res<'w, map::Sight>,
    span: Res<'w, Span>,
    language: Res<'w, Language>,
    folders: Res<'w, FolderUi>,
    theories: Res<'w, TheoryUi>,
    chart: Res<'w, chart::ChartUi>,
    plan: Res<'w, plan::PlanUi>,
}

impl Shown<'_> {
    fn scene(&self) -> Scene<'_> {
        Scene {
            seat: self.play.seat(),
            tab: *self.tab,
            ui: *self.ui,
            draft: &self.draft.0,
            sight: *self.sight,
            span: *self.span,
            language: self.language.0,
            folders: &self.folders,
            theories: &self.theories,
            chart: &self.chart,
            plan: &self.plan,
            far: self.play.far(),
        }
    }

    fn stale(&self, region: Region, counted: bool) -> bool {
        // What keeps itself up to date stays where it was scrolled to: the folder, and every tab that
        // scrolls, but for the number in its name.
        let built = match region {
            Region::Folder => false,
            Region::Work => counted || matches!(*self.tab, DeskTab::Map | DeskTab::Chart),
            _ => true,
        };
        (self.play.is_changed() && built)
            || match region {
                Region::Bar => self.language.is_changed() || self.span.is_changed(),
                Region::Work => {
                    self.tab.is_changed() || self.ui.is_changed() || self.span.is_changed()
                }
                _ => false,
            }
    }
}

fn enter(mut commands: Commands, play: Option<Res<Play>>) {
    if play.is_none() {
        return;
    }
    let escape = Action::Desk(DeskAction::NoPlace);
    let around = Node {
        overflow: Overflow::scroll(),
        ..default()
    };
    let inside = Node {
        width: percent(100),
        min_width: px(LEAST.0),
        height: percent(100),
        min_height: px(LEAST.1),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    let root = (root_with_escape(Screen::Desk, around, escape), ScrollArea);
    let root = commands.spawn(root).id();
    commands
        .spawn((inside, ChildOf(root)))
        .with_children(|desk| {
            let bar = Node {
                min_height: px(BAR),
                flex_shrink: 0.0,
                padding: UiRect::horizontal(px(GAP_3)),
                border: UiRect::new(px(0), px(0), px(4), px(1)),
                align_items: AlignItems::Center,
                column_gap: px(GAP_4),
                ..default()
            };
            desk.spawn((
                Region::Bar,
                bar,
                Fill(Tone::Room1),
                Edge::Top(Tone::Accent, Tone::Rule),
            ));
            let middle = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_height: px(0),
                padding: px(GAP_2).all(),
                column_gap: px(GAP_2),
                ..default()
            };
            desk.spawn(middle).with_children(|middle| {
                let side = |width: f32| Node {
                    width: px(width),
                    flex_shrink: 0.0,
                    ..default()
                };
                middle.spawn((Region::Officers, panel(side(232.0))));
                let work = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    overflow: Overflow::clip(),
                    ..default()
                };
                middle.spawn((Region::Work, panel(work)));
                middle.spawn((Region::Folder, panel(side(336.0))));
            });
            let foot = Node {
                height: px(126),
                flex_shrink: 0.0,
                padding: UiRect::new(px(GAP_2), px(GAP_2), px(0), px(GAP_2)),
                column_gap: px(GAP_2),
                ..default()
            };
            desk.spawn(foot).with_children(|foot| {
                let line = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    min_width: px(0),
                    column_gap: px(GAP_2),
                    ..default()
                };
                foot.spawn((Region::Line, line));
                let ready = Node {
                    width: px(248),
                    flex_shrink: 0.0,
                    padding: UiRect::axes(px(GAP_3), px(GAP_2)),
                    row_gap: px(4),
                    ..default()
                };
                foot.spawn((Region::Ready, panel(ready)));
            });
        });
}

fn measure(
    window: Option<Single<&Window, With<PrimaryWindow>>>,
    scale: Res<UiScale>,
    mut span: ResMut<Span>,
) {
    if let Some(window) = window {
        span.set_if_neq(Span::of(window.width() / scale.0));
    }
}

/// Builds every region that is new or out of date.
fn again(
    shown: Shown,
    regions: Query<(Entity, Ref<Region>)>,
    mut count: Local<usize>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let scene = shown.scene();
    let now = on_board(scene.seat);
    let counted = std::mem::replace(&mut *count, now) != now;
    for (entity, region) in &regions {
        if region.is_added() || shown.stale(*region, counted) {
            rebuild(&mut commands, entity, |parent| {
                fill(parent, *region, &scene)
            });
            wake.soon();
        }
    }
}

fn fill(parent: &mut Parent, region: Region, scene: &Scene) {
    let seat = scene.seat;
    match region {
        Region::Bar => bar::build(parent, seat, scene.language, scene.span.0),
        Region::Officers => {
            officers::build(parent, seat);
            presence::build(parent, scene);
        }
        Region::Work => work(parent, scene),
        Region::Folder => folder::column(parent, seat, scene.folders),
        Region::Line => line::build(parent, seat, scene.draft),
        Region::Ready => ready::build(parent, seat),
    }
}

/// How much stands on the joint board.
fn on_board(seat: &SeatEnd) -> usize {
    let folder = seat.view.folder.iter();
    let joint = folder.filter(|item| item.received.is_some() || !item.shared.is_empty());
    joint.count() + seat.view.board.len()
}

fn work(parent: &mut Parent, scene: &Scene) {
    let seat = scene.seat;
    let tab = |words, count, tab, key| Tab {
        words: t(words),
        count,
        chosen: scene.tab == tab,
        action: Action::Desk(DeskAction::Tab(tab)),
        key: Some(key),
    };
    let all = [
        tab("desk-tab-map", None, DeskTab::Map, KeyCode::Digit1),
        tab("desk-tab-chart", None, DeskTab::Chart, KeyCode::Digit2),
        tab(
            "desk-tab-board",
            Some(on_board(seat)),
            DeskTab::Board,
            KeyCode::Digit3,
        ),
        tab("desk-tab-plan", None, DeskTab::Plan, KeyCode::Digit4),
        tab("desk-tab-theory", None, DeskTab::Theory, KeyCode::Digit5),
    ];
    tabs(parent, false, all);
    match scene.tab {
        DeskTab::Map => map::build(parent, scene),
        DeskTab::Chart => chart::build(parent, scene),
        DeskTab::Board => folder::board::board(parent, seat),
        DeskTab::Plan => plan::build(parent, scene),
        DeskTab::Theory => theory::tab(parent, seat, scene.theories),
    }
}
