//! SEATS: who plays which service, at one computer by turns. Names are optional and go on the record.

use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;

use super::library::Picked;
use super::{Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::i18n::{case, family, t};
use crate::app::picture::icon;
use crate::app::shelf::{Case, Shelf, note_partner};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6};
use crate::app::theme::{Edge, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::field::{Edited, Field, FieldId, Submitted};
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::{panel, rule, steps, team_mark};
use crate::app::widgets::scroll;
use crate::bots::Policy;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;

/// What only SEATS is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatsAction {
    /// Begin the exercise.
    Begin,
    /// People play this team, or it is simulated so.
    PlayedBy(Team, Option<Policy>),
}

/// The names as they stand in the fields, by `Team as usize`.
#[derive(Resource, Clone, Debug, Default)]
struct Names([String; 2]);

/// How a team is simulated; `None`: people play it. By `Team as usize`, at most one of them.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
struct PlayedBy([Option<Policy>; 2]);

/// Who can play a team, and what that is called.
const PLAYERS: [(Option<Policy>, &str); 3] = [
    (None, "seats-people"),
    (Some(Policy::Sharer), "seats-simulated-open"),
    (Some(Policy::Cautious), "seats-simulated-careful"),
];

const FIELDS: [&str; 2] = ["seats-north", "seats-south"];

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Names>().init_resource::<PlayedBy>();
    app.add_systems(OnEnter(Screen::Seats), enter);
    app.add_systems(
        Update,
        (
            (edit, choose, begin).chain().in_set(Answer),
            again.after(Answer).run_if(resource_changed::<PlayedBy>),
        )
            .run_if(in_state(Screen::Seats)),
    );
}

fn enter(
    mut commands: Commands,
    shelf: Res<Shelf>,
    picked: Res<Picked>,
    names: Res<Names>,
    played: Res<PlayedBy>,
) {
    let node = column(0.0);
    let root = commands
        .spawn(root_with_escape(
            Screen::Seats,
            node,
            Action::Go(Screen::Library),
        ))
        .id();
    rebuild(&mut commands, root, |parent| {
        build(parent, &shelf, shelf.cases.get(picked.0), &names, *played)
    });
}

fn again(
    mut commands: Commands,
    shelf: Res<Shelf>,
    picked: Res<Picked>,
    names: Res<Names>,
    played: Res<PlayedBy>,
    root: Single<Entity, With<Root>>,
) {
    rebuild(&mut commands, *root, |parent| {
        build(parent, &shelf, shelf.cases.get(picked.0), &names, *played)
    });
}

/// One team at most is simulated: somebody has to play.
fn choose(mut acts: Acts, mut played: ResMut<PlayedBy>) {
    for act in acts.read() {
        if let Action::Seats(SeatsAction::PlayedBy(team, policy)) = act.action {
            let mut now = *played;
            now.0[team.index()] = policy;
            if policy.is_some() {
                now.0[team.other().index()] = None;
            }
            played.set_if_neq(now);
        }
    }
}

fn edit(mut edits: MessageReader<Edited>, mut names: ResMut<Names>) {
    for edited in edits.read() {
        if let Some(team) = FIELDS.iter().position(|field| *field == edited.field.0) {
            names.0[team].clone_from(&edited.text);
        }
    }
}

fn begin(
    mut acts: Acts,
    mut submitted: MessageReader<Submitted>,
    fields: Query<(Entity, &FieldId)>,
    mut focus: ResMut<InputFocus>,
    mut shelf: ResMut<Shelf>,
    picked: Res<Picked>,
    names: Res<Names>,
    played: Res<PlayedBy>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
    _root: Single<Entity, With<Root>>,
) {
    // Enter in the last field begins, in the first it goes on to the next.
    let mut entered = false;
    for line in submitted.read() {
        if line.field.0 == FIELDS[0]
            && let Some((second, _)) = fields.iter().find(|(_, id)| id.0 == FIELDS[1])
        {
            focus.set(second, FocusCause::Navigated);
        }
        entered |= line.field.0 == FIELDS[1];
    }
    let begun = acts
        .read()
        .any(|act| act.action == Action::Seats(SeatsAction::Begin));
    if !begun && !entered {
        return;
    }
    let people = names.0.clone().map(|line| {
        line.split(',')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    });
    match shelf.bypass_change_detection().begin(picked.0, &people) {
        Ok((table, file)) => {
            let simulated = Team::BOTH
                .into_iter()
                .find_map(|team| Some((team, played.0[team.index()]?)));
            let seed = table.session().seed();
            if let (Some(file), Some((team, policy))) = (&file, simulated) {
                note_partner(file, team, policy);
            }
            let play = Play::new(table, people).kept_in(file);
            let play = match simulated {
                Some((team, policy)) => play.with_partner(team, policy, seed),
                None => play,
            };
            let (screen, curtain) = play.enter();
            if let Some(curtain) = curtain {
                commands.insert_resource(curtain);
            }
            commands.insert_resource(play);
            next.set(screen);
        }
        Err(why) => notices.refuse(t("seats-not-begun").with("why", why.as_str())),
    }
}

fn build(parent: &mut Parent, shelf: &Shelf, one: Option<&Case>, names: &Names, played: PlayedBy) {
    let Some(one) = one else {
        parent.spawn(text(t("library-empty"), Type::BODY));
        return;
    };
    let head = Node {
        padding: UiRect::new(px(GAP_6), px(GAP_6), px(GAP_5), px(GAP_2)),
        ..row(GAP_3)
    };
    parent.spawn(head).with_children(|head| {
        head.spawn(icon(Icon::People, 24.0, Tone::Text2));
        head.spawn(text(
            t("seats-title").with("case", &one.scenario.title),
            Type::TITLE,
        ));
        head.spawn(grow());
        Button::normal(t("common-back"), Action::Go(Screen::Library))
            .icon(Icon::ChevronLeft)
            .spawn(head);
    });
    scroll::area(
        parent,
        UiRect::axes(px(GAP_6), px(GAP_3)),
        GAP_4,
        false,
        |page| {
            let how = match played.0 {
                [None, None] => "seats-how",
                _ => "seats-how-alone",
            };
            page.spawn(text(t(how), Type::BODY.tone(Tone::Text2)));
            let columns = Node {
                flex_wrap: FlexWrap::Wrap,
                column_gap: px(GAP_4),
                row_gap: px(GAP_4),
                ..default()
            };
            page.spawn(columns).with_children(|columns| {
                for team in Team::BOTH {
                    let by = played.0[team.index()];
                    seat(columns, one, team, &names.0[team.index()], by);
                }
            });
        },
    );
    let foot = Node {
        padding: UiRect::axes(px(GAP_6), px(GAP_4)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent
        .spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            let (sign, tone, words) = match shelf.passing() {
                Some(folder) => {
                    let folder = folder.display().to_string();
                    let words = t("seats-passing").with("folder", folder.as_str());
                    (Icon::Warning, Tone::Alert, words)
                }
                None => (Icon::Info, Tone::Text2, t("seats-saved")),
            };
            foot.spawn(icon(sign, 16.0, tone));
            foot.spawn(Node {
                flex_shrink: 1.0,
                min_width: px(0),
                ..default()
            })
            .with_children(|place| {
                place.spawn(text(words, Type::LABEL));
            });
            foot.spawn(grow());
            Button::primary(t("seats-begin"), Action::Seats(SeatsAction::Begin))
                .icon(Icon::Play)
                .spawn(foot);
        });
}

fn seat(columns: &mut Parent, one: &Case, team: Team, names: &str, by: Option<Policy>) {
    let service = one.scenario.service(team);
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(420),
        padding: px(GAP_4).all(),
        row_gap: px(GAP_3),
        ..default()
    };
    let mut seat = columns.spawn(panel(node));
    seat.insert(Edge::Top(team_tones(team)[0], Tone::Rule))
        .entry::<Node>()
        .and_modify(|mut node| {
            node.border.top = px(4);
        });
    seat.with_children(|seat| {
        team_mark(seat, team, case(&service.name), false, Type::HEAD);
        seat.spawn(text(
            t("seats-where").with("place", &service.place),
            Type::LABEL,
        ));
        let choice = |(policy, key): (Option<Policy>, &'static str)| {
            let act = Action::Seats(SeatsAction::PlayedBy(team, policy));
            (t(key), policy == by, act)
        };
        segments(seat, PLAYERS.map(choice));
        if let Some(policy) = by {
            let key = match policy {
                Policy::Cautious => "seats-simulated-careful-what",
                _ => "seats-simulated-open-what",
            };
            seat.spawn(text(t(key), Type::BODY.tone(Tone::Text2)));
            officers(seat, one, team);
            return;
        }
        seat.spawn(text(t("seats-names"), Type::BODY.bold()));
        let name = t("seats-names-of").with("team", &service.short);
        let mut field = Field::new(FIELDS[team.index()], name, t("seats-names-hint"));
        names.clone_into(&mut field.value);
        field.max = 120;
        field.first = team == Team::North;
        seat.spawn(Node::default()).with_children(|line| {
            field.spawn(line);
        });
        officers(seat, one, team);
    });
}

fn officers(seat: &mut Parent, one: &Case, team: Team) {
    seat.spawn(rule(Tone::Rule));
    seat.spawn(text(t("seats-officers"), Type::BODY.bold()));
    for officer in one
        .scenario
        .officers
        .iter()
        .filter(|officer| officer.team == team)
    {
        seat.spawn(row(GAP_3)).with_children(|line| {
            line.spawn(text(case(&officer.name), Type::BODY));
            line.spawn(text(family("skill", officer.skill.key()), Type::LABEL));
            line.spawn(grow());
            steps(line, officer.level, 5);
        });
    }
}
