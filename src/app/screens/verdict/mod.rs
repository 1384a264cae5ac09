//! VERDICT: one theory of both services, drafted by either, signed by both.
//!
//! In hotseat both teams are at the screen together, so the room has no colour; who writes is chosen at
//! the head. Only what both services hold can be cited. Nothing of a team's own theory is shown. What is
//! changed here is a team's proposal until it is put on the table as a new revision.

mod parts;
mod sign;

use bevy::prelude::*;

use super::theory::{Change, blank};
use super::{Root, Screen, rebuild, root};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::far::Said;
use crate::app::i18n::{Lang, Language, Words, plain, t};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, HEAD};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::{panel, paper};
use crate::app::widgets::scroll;
use crate::engine::{Command, Theory};
use crate::scenario::ids::Team;
use crate::session::SeatEnd;
use crate::view::{TeamView, VerdictView};

/// What the verdict is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictAction {
    /// This team writes now.
    Write(Team),
    Change(Change),
    /// Put the proposal on the table as the next revision.
    Put,
    /// Back to what is on the table.
    Discard,
    /// This team signs the revision on the table.
    Sign(Team),
}

/// What is proposed and not on the table, and which signatures have fallen.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct VerdictUi {
    drafts: [Option<Theory>; 2],
    /// The revision last seen, and who had signed it.
    seen: (u16, [bool; 2]),
    /// The revision under which a team's signature stood when it fell.
    fallen: [Option<u16>; 2],
}

impl VerdictUi {
    /// What the form shows for the team that writes.
    fn theory(&self, view: &TeamView, team: Team) -> Theory {
        let table = view.verdict.as_ref().map(|verdict| verdict.theory.clone());
        self.drafts[team.index()]
            .clone()
            .or(table)
            .unwrap_or_else(|| blank(view))
    }

    /// Takes note of what lies on the table: a new revision ends proposals, and signatures fall.
    fn note(&mut self, table: Option<&VerdictView>) {
        let now = table.map_or((0, [false; 2]), |table| (table.revision, table.signed));
        if now.0 != self.seen.0 {
            self.drafts = [None, None];
            for team in Team::BOTH {
                if self.seen.1[team.index()] {
                    self.fallen[team.index()] = Some(self.seen.0);
                }
            }
        }
        self.seen = now;
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<VerdictUi>();
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<VerdictUi>| {
            *ui = VerdictUi::default()
        });
    }
    app.add_systems(OnEnter(Screen::Verdict), enter);
    let here = in_state(Screen::Verdict).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            act.in_set(Answering),
            (note, refresh, tick).chain().after(Answering),
        )
            .run_if(here),
    );
}

fn act(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<VerdictUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
) {
    for act in acts.read() {
        let Action::Verdict(action) = act.action else {
            continue;
        };
        play.set_changed();
        wake.soon();
        let team = play.team();
        let mut theory = ui.theory(&play.seat().view, team);
        let answer = match action {
            VerdictAction::Write(team) => {
                play.sit(team);
                continue;
            }
            VerdictAction::Change(change) => {
                change.apply(&mut theory);
                let table = play
                    .seat()
                    .view
                    .verdict
                    .as_ref()
                    .map(|verdict| &verdict.theory);
                ui.drafts[team.index()] = (table != Some(&theory)).then_some(theory);
                continue;
            }
            VerdictAction::Discard => {
                ui.drafts[team.index()] = None;
                continue;
            }
            VerdictAction::Put => play.send(Command::DraftVerdict { theory }),
            VerdictAction::Sign(signs) => {
                let revision = play
                    .seat()
                    .view
                    .verdict
                    .as_ref()
                    .map_or(0, |verdict| verdict.revision);
                play.sit(signs);
                let answer = play.send(Command::SignVerdict { revision });
                play.sit(team);
                answer
            }
        };
        match answer.why_not() {
            Some(why) => notices.refuse(why),
            None if answer == Said::OnItsWay => {}
            None if action == VerdictAction::Put => notices.tell(t("verdict-put-done")),
            None => notices.tell(t("verdict-signed-done")),
        }
    }
}

fn note(play: Res<Play>, mut ui: ResMut<VerdictUi>) {
    let mut now = ui.clone();
    now.note(play.seat().view.verdict.as_ref());
    ui.set_if_neq(now);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Clock,
    Writer,
    Form,
    Table,
    Signatures,
}

/// What a part of the screen was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
struct Built {
    part: Part,
    team: Team,
    ui: VerdictUi,
    table: Option<VerdictView>,
    /// Of the clock: it stands, and the language that is spoken.
    clock: Option<(bool, Lang)>,
}

impl Built {
    fn of(part: Part, scene: &Scene) -> Self {
        let (seat, ui) = (scene.seat, scene.ui);
        let clock = (seat.view.clock.paused, scene.language);
        if part == Part::Clock {
            return Self {
                part,
                team: Team::North,
                ui: VerdictUi::default(),
                table: None,
                clock: Some(clock),
            };
        }
        Self {
            clock: None,
            part,
            team: seat.case.team,
            ui: ui.clone(),
            table: seat.view.verdict.clone(),
        }
    }
}

/// Everything that a part is built from.
struct Scene<'a> {
    seat: &'a SeatEnd,
    ui: &'a VerdictUi,
    people: &'a [Vec<String>; 2],
    language: Lang,
}

fn enter(
    mut commands: Commands,
    play: Option<Res<Play>>,
    ui: Res<VerdictUi>,
    language: Res<Language>,
) {
    let Some(play) = play else { return };
    let root = commands.spawn(root(Screen::Verdict, column(0.0))).id();
    let scene = Scene {
        seat: play.seat(),
        ui: &ui,
        people: &play.people,
        language: language.0,
    };
    rebuild(&mut commands, root, |parent| build(parent, &scene));
}

fn refresh(
    play: Res<Play>,
    ui: Res<VerdictUi>,
    language: Res<Language>,
    mut parts: Query<(Entity, &mut Built)>,
    root: Query<Entity, With<Root>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if root.is_empty() {
        return;
    }
    let scene = Scene {
        seat: play.seat(),
        ui: &ui,
        people: &play.people,
        language: language.0,
    };
    for (entity, mut built) in &mut parts {
        let now = Built::of(built.part, &scene);
        if *built == now {
            continue;
        }
        let kind = built.part;
        *built = now;
        wake.soon();
        rebuild(&mut commands, entity, |place| fill(place, kind, &scene));
    }
}

/// Minutes and seconds that are left.
#[derive(Component)]
struct Left;

fn left(seat: &SeatEnd) -> Words {
    let seconds = seat.left_ms / 1000;
    plain(format!("{:02}:{:02}", seconds / 60, seconds % 60))
}

fn tick(play: Res<Play>, mut clocks: Query<&mut Words, With<Left>>, mut wake: ResMut<Wake>) {
    for mut clock in &mut clocks {
        if clock.set_if_neq(left(play.seat())) {
            wake.soon();
        }
    }
}

fn build(parent: &mut Parent, scene: &Scene) {
    parts::bar(
        parent,
        scene.seat,
        (text(left(scene.seat), Type::FIGURE.one_line()), Left),
        |bar| part(bar, row(GAP_2), Part::Clock, scene),
    );
    let room = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(room).with_children(|room| {
        let left = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        room.spawn(panel(left)).with_children(|panel| {
            let head = Node {
                min_height: px(HEAD + 10.0),
                padding: UiRect::horizontal(px(GAP_3)),
                border: UiRect::bottom(px(1)),
                flex_shrink: 0.0,
                ..row(GAP_3)
            };
            part(panel, (head, Edge::All(Tone::Rule)), Part::Writer, scene);
            scroll::area(
                panel,
                UiRect::new(px(12), px(16), px(12), px(12)),
                0.0,
                false,
                |page| {
                    let sheet = Node {
                        padding: UiRect::axes(px(18), px(14)),
                        row_gap: px(GAP_3),
                        flex_shrink: 0.0,
                        ..default()
                    };
                    part(page, paper(sheet), Part::Form, scene);
                },
            );
        });
        let right = Node {
            width: px(420),
            flex_shrink: 0.0,
            min_height: px(0),
            ..column(GAP_2)
        };
        room.spawn(right).with_children(|right| {
            let table = Node {
                padding: px(GAP_4).all(),
                row_gap: px(GAP_2),
                flex_shrink: 0.0,
                ..default()
            };
            part(right, panel(table), Part::Table, scene);
            scroll::area(
                right,
                UiRect::new(px(2), px(12), px(2), px(2)),
                GAP_2,
                false,
                |page| {
                    part(
                        page,
                        Node {
                            flex_shrink: 0.0,
                            ..column(GAP_2)
                        },
                        Part::Signatures,
                        scene,
                    );
                },
            );
        });
    });
}

fn part(parent: &mut Parent, place: impl Bundle, part: Part, scene: &Scene) {
    parent
        .spawn((place, Built::of(part, scene)))
        .with_children(|place| fill(place, part, scene));
}

fn fill(place: &mut Parent, part: Part, scene: &Scene) {
    match part {
        Part::Clock => parts::clock(place, scene),
        Part::Writer => parts::writer(place, scene),
        Part::Form => parts::theory(place, scene),
        Part::Table => parts::table(place, scene),
        Part::Signatures => sign::panels(place, scene),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(revision: u16, signed: [bool; 2]) -> VerdictView {
        VerdictView {
            revision,
            by: Some(Team::North),
            theory: Theory::blank(1, 1),
            signed,
            named: Vec::new(),
            people: Vec::new(),
            cells: Vec::new(),
            roles: Vec::new(),
        }
    }

    #[test]
    fn a_new_revision_fells_signatures_and_ends_proposals() {
        let mut ui = VerdictUi::default();
        ui.note(Some(&table(1, [false; 2])));
        ui.note(Some(&table(1, [true, false])));
        ui.drafts[1] = Some(Theory::blank(1, 1));
        ui.note(Some(&table(2, [false; 2])));
        assert_eq!(ui.fallen, [Some(1), None]);
        assert_eq!(ui.drafts, [None, None]);
    }

    #[test]
    fn a_signature_ends_no_proposal() {
        let mut ui = VerdictUi::default();
        ui.note(Some(&table(1, [false; 2])));
        ui.drafts[0] = Some(Theory::blank(1, 1));
        ui.note(Some(&table(1, [false, true])));
        assert!(ui.drafts[0].is_some());
    }
}
