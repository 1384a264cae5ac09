//! HOST: the table as laptops come to it. Every seat with who sits there; the picked seat's ticket, to be
//! read aloud, typed or scanned.

mod ticket;

use accesskit::Role as Part;
use bevy::input_focus::FocusGained;
use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use super::join::Joining;
use super::library::{For, Picked};
use super::{Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::conduct::Conduct;
use crate::app::far::{Leaving, bell};
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::hosting::Hosting;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::shelf::Shelf;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog::{self, Question};
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::{head, panel, team_sign};
use crate::app::widgets::press::{Chosen, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::net::wire::{ChairAct, ChairRow, Role};
use crate::scenario::ids::Team;
use crate::view::FacilitatorCase;

/// What only HOST is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostAction {
    /// To the tables of this computer, or to the choice of a case for the first.
    Show,
    /// Open a table for the case that is picked in the library.
    Open,
    /// The trainer's seat at this open table.
    Sit(usize),
    /// Show the ticket of this chair.
    Pick(usize),
    /// Take the chair back and make a new ticket.
    AskRenew(usize),
    Renew(usize),
    /// Lock a screen, or unlock it.
    Lock(usize, bool),
    /// Choose where this person goes.
    AskMove(usize),
    Move(usize, usize),
    AskClose,
    Close,
}

/// The chair whose ticket is shown.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostUi {
    picked: usize,
}

impl Default for HostUi {
    fn default() -> Self {
        // The first team's lead is the first who comes.
        Self { picked: 1 }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<HostUi>();
    app.add_observer(follow);
    app.add_systems(OnEnter(Screen::Host), enter);
    let changed = resource_exists_and_changed::<Conduct>.or_else(resource_changed::<HostUi>);
    app.add_systems(
        Update,
        (
            (open, act).in_set(Answer),
            again
                .after(Answer)
                .run_if(in_state(Screen::Host).and_then(changed)),
        ),
    );
}

/// Opens tables and takes the trainer's seat at them.
fn open(
    mut acts: Acts,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    picked: Res<Picked>,
    conduct: Option<Res<Conduct>>,
    mut purpose: ResMut<For>,
    mut hosting: ResMut<Hosting>,
    mut shelf: ResMut<Shelf>,
    mut joining: ResMut<Joining>,
    mut notices: ResMut<Notices>,
    mut leaving: ResMut<Leaving>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Host(action) = act.action else {
            continue;
        };
        let table = match action {
            HostAction::Show if conduct.is_some() => {
                next.set(Screen::Host);
                continue;
            }
            HostAction::Show if hosting.tables.is_empty() => {
                *purpose = For::Room;
                next.set(Screen::Library);
                continue;
            }
            HostAction::Show => Ok(hosting.tables.len() - 1),
            HostAction::Open => hosting.begin(shelf.bypass_change_detection(), picked.0),
            HostAction::Sit(table) => Ok(table),
            HostAction::Close => {
                dialog::close_all(&mut commands);
                leaving.conduct = true;
                leaving.to = Some(Screen::Home);
                hosting.close();
                continue;
            }
            _ => continue,
        };
        let seat = table.and_then(|table| hosting.own_seat(table, String::new()));
        match seat {
            Ok(pass) => {
                joining.begin(pass, bell(proxy.as_deref()));
                joining.then(Screen::Host);
            }
            Err(why) => notices.refuse(t("host-not-opened").with("why", why.as_str())),
        }
    }
}

fn act(
    mut acts: Acts,
    conduct: Option<ResMut<Conduct>>,
    mut ui: ResMut<HostUi>,
    mut commands: Commands,
) {
    let Some(mut conduct) = conduct else { return };
    for act in acts.read() {
        let Action::Host(action) = act.action else {
            continue;
        };
        match action {
            HostAction::Pick(chair) => {
                ui.set_if_neq(HostUi { picked: chair });
            }
            HostAction::AskRenew(chair) => match conduct.far.chairs.get(chair) {
                Some(row) if row.taken => dialog::confirm(
                    &mut commands,
                    Question {
                        title: t("host-renew-title"),
                        what: t("host-renew-what").with("who", who(row)),
                        stay: t("host-renew-stay"),
                        yes: t("host-renew"),
                        act: Action::Host(HostAction::Renew(chair)),
                        key: KeyCode::KeyN,
                    },
                ),
                _ => conduct.far.chair(ChairAct::Renew { chair }),
            },
            HostAction::Renew(chair) => {
                dialog::close_all(&mut commands);
                conduct.far.chair(ChairAct::Renew { chair });
            }
            HostAction::Lock(chair, locked) => {
                conduct.far.chair(ChairAct::Lock { chair, locked });
            }
            HostAction::AskMove(from) => ask_move(&mut commands, &conduct, from),
            HostAction::Move(from, to) => {
                dialog::close_all(&mut commands);
                conduct.far.chair(ChairAct::Move { from, to });
            }
            HostAction::AskClose => dialog::confirm(
                &mut commands,
                Question {
                    title: t("host-close-title"),
                    what: t("host-close-what"),
                    stay: t("host-close-stay"),
                    yes: t("host-close"),
                    act: Action::Host(HostAction::Close),
                    key: KeyCode::KeyX,
                },
            ),
            _ => {}
        }
    }
}

fn ask_move(commands: &mut Commands, conduct: &Conduct, from: usize) {
    let about = &conduct.case;
    let Some(row) = conduct.far.chairs.get(from) else {
        return;
    };
    let free: Vec<(usize, Words)> = conduct
        .far
        .chairs
        .iter()
        .filter(|other| !other.taken && other.role != Role::Facilitator)
        .map(|other| (other.chair, seat_words(about, &conduct.far.chairs, other)))
        .collect();
    let title = t("host-move-title").with("who", who(row));
    dialog::open(commands, title, Some(Icon::People), 480.0, move |body| {
        let node = Node {
            padding: px(GAP_4).all(),
            ..column(GAP_2)
        };
        body.spawn((node, ArrowGroup)).with_children(|list| {
            list.spawn(text(t("host-move-what"), Type::LABEL));
            for (index, (to, words)) in free.into_iter().enumerate() {
                let act = Action::Host(HostAction::Move(from, to));
                let mut button = Button::normal(words, act).wide();
                if index == 0 {
                    button = button.first();
                }
                button.spawn(list);
            }
        });
    });
}

/// What the arrows reach is picked.
fn follow(gained: On<FocusGained>, actions: Query<&Action>, mut ui: ResMut<HostUi>) {
    if let Ok(Action::Host(HostAction::Pick(chair))) = actions.get(gained.entity)
        && ui.picked != *chair
    {
        ui.picked = *chair;
    }
}

fn enter(
    mut commands: Commands,
    conduct: Option<Res<Conduct>>,
    ui: Res<HostUi>,
    mut hosting: ResMut<Hosting>,
) {
    let escape = Action::Go(Screen::Console);
    let root = root_with_escape(Screen::Host, column(0.0), escape);
    let root = commands.spawn(root).id();
    if let Some(conduct) = conduct {
        let door = hosting.bypass_change_detection().door();
        rebuild(&mut commands, root, |parent| {
            build(parent, &conduct, *ui, door, hosting.tables.len());
        });
    }
}

fn again(
    mut commands: Commands,
    conduct: Option<Res<Conduct>>,
    ui: Res<HostUi>,
    mut hosting: ResMut<Hosting>,
    root: Single<Entity, With<Root>>,
) {
    if let Some(conduct) = conduct {
        let door = hosting.bypass_change_detection().door();
        rebuild(&mut commands, *root, |parent| {
            build(parent, &conduct, *ui, door, hosting.tables.len());
        });
    }
}

type Door = Option<(std::net::Ipv4Addr, u16)>;

fn build(parent: &mut Parent, conduct: &Conduct, ui: HostUi, door: Door, tables: usize) {
    bar(parent, conduct, door, tables);
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    let chairs = &conduct.far.chairs;
    parent.spawn(body).with_children(|body| {
        let left = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..column(GAP_2)
        };
        body.spawn((left, ArrowGroup)).with_children(|left| {
            let room = |role: Role| role.team().is_none();
            group(left, conduct, ui, None, room, true);
            let teams = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_height: px(0),
                column_gap: px(GAP_2),
                ..default()
            };
            left.spawn(teams).with_children(|teams| {
                for team in Team::BOTH {
                    let of = move |role: Role| role.team() == Some(team);
                    group(teams, conduct, ui, Some(team), of, false);
                }
            });
        });
        let side = Node {
            width: px(392),
            flex_shrink: 0.0,
            ..default()
        };
        body.spawn(panel(side)).with_children(|side| {
            if let Some(row) = chairs.get(ui.picked) {
                ticket::build(side, conduct, row);
            } else {
                side.spawn(text(t("host-waits"), Type::BODY));
            }
        });
    });
}

fn bar(parent: &mut Parent, conduct: &Conduct, door: Door, tables: usize) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_4)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Ring, Tone::Rule)))
        .with_children(|bar| {
            bar.spawn(icon(Icon::People, 20.0, Tone::Text2));
            let title = t("host-title").with("case", &conduct.case.title);
            bar.spawn(text(title, Type::HEAD.one_line()));
            if let Some((address, port)) = door {
                let words = t("host-door")
                    .with("address", address.to_string().as_str())
                    .with("port", port.to_string().as_str());
                bar.spawn(text(words, Type::LABEL.one_line()));
            }
            if tables > 1 {
                let words = t("host-tables").with("number", tables);
                bar.spawn(text(words, Type::LABEL.one_line()));
            }
            bar.spawn(grow());
            Button::quiet(t("host-close"), Action::Host(HostAction::AskClose))
                .icon(Icon::Close)
                .spawn(bar);
            Button::primary(t("host-console"), Action::Go(Screen::Console))
                .icon(Icon::Eye)
                .key(KeyCode::KeyC)
                .spawn(bar);
        });
}

fn group(
    place: &mut Parent,
    conduct: &Conduct,
    ui: HostUi,
    team: Option<Team>,
    of: impl Fn(Role) -> bool,
    fits: bool,
) {
    let node = Node {
        flex_grow: if fits { 0.0 } else { 1.0 },
        flex_basis: if fits { auto() } else { px(0) },
        flex_shrink: if fits { 0.0 } else { 1.0 },
        min_height: px(0),
        ..default()
    };
    let mut frame = place.spawn(panel(node));
    if let Some(team) = team {
        frame
            .insert(Edge::Top(team_tones(team)[0], Tone::Rule))
            .entry::<Node>()
            .and_modify(|mut node| {
                node.border.top = px(4);
            });
    }
    frame.with_children(|group| {
        let title = match team {
            Some(team) => case(&conduct.case.services[team.index()].name),
            None => t("host-room"),
        };
        let chairs = &conduct.far.chairs;
        let (here, all) = chairs
            .iter()
            .filter(|row| of(row.role))
            .fold((0usize, 0usize), |(here, all), row| {
                (here + usize::from(row.here), all + 1)
            });
        head(group, title, |end| {
            let words = t("host-here").with("here", here).with("of", all);
            end.spawn(text(words, Type::LABEL.one_line()));
        });
        let fill = |list: &mut Parent| {
            for row in chairs.iter().filter(|row| of(row.role)) {
                seat(list, conduct, row, row.chair == ui.picked);
            }
        };
        if fits {
            let node = Node {
                padding: px(GAP_2).all(),
                display: Display::Grid,
                grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
                column_gap: px(GAP_2),
                row_gap: px(4),
                ..default()
            };
            group.spawn(node).with_children(fill);
        } else {
            scroll::area(group, px(GAP_2).all(), 4.0, false, fill);
        }
    });
}

fn seat(list: &mut Parent, conduct: &Conduct, one: &ChairRow, picked: bool) {
    let node = Node {
        min_height: px(46),
        padding: UiRect::axes(px(10), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let name = seat_words(&conduct.case, &conduct.far.chairs, one);
    let act = Action::Host(HostAction::Pick(one.chair));
    let mut seat = list.spawn((
        node,
        control(Look::Card, Part::RadioButton, name.clone()),
        act,
    ));
    seat.with_children(|line| {
        role_sign(line, one.role);
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            overflow: Overflow::clip(),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            words.spawn(text(name, Type::BODY.bold().one_line()));
            let who = if one.taken { who(one) } else { t("host-free") };
            words.spawn(text(who, Type::LABEL.one_line()));
        });
        standing(line, one);
    });
    if picked {
        seat.insert((Chosen, FirstFocus));
    }
}

/// The sign of a role: a team's own, or an eye for who watches.
pub(super) fn role_sign(line: &mut Parent, role: Role) {
    match role.team() {
        Some(team) => {
            line.spawn(team_sign(team, 14.0, false));
        }
        None if role == Role::Facilitator => {
            line.spawn(icon(Icon::Supervisor, 16.0, Tone::Text));
        }
        None => {
            line.spawn(icon(Icon::Eye, 16.0, Tone::Text2));
        }
    }
}

/// Is the laptop there, how far is it, is its screen locked?
pub(super) fn standing(line: &mut Parent, one: &ChairRow) {
    if one.locked {
        line.spawn(icon(Icon::Lock, 14.0, Tone::Alert));
        line.spawn(text(
            t("host-locked"),
            Type::LABEL.tone(Tone::Alert).one_line(),
        ));
    }
    match one {
        row if !row.taken => {}
        row if row.here => {
            if let Some(lag) = row.lag_ms {
                let words = t("host-lag").with("ms", lag);
                line.spawn(text(words, Type::LABEL.tone(Tone::Text3).one_line()));
            }
            line.spawn(icon(Icon::Check, 14.0, Tone::Text));
        }
        row => {
            let words = match row.away_s {
                Some(s) => {
                    let time = format!("{}:{:02}", s / 60, s % 60);
                    t("host-away-for").with("time", plain(time))
                }
                None => t("host-away"),
            };
            line.spawn(text(words, Type::LABEL.tone(Tone::Alert).one_line()));
            line.spawn(icon(Icon::Warning, 14.0, Tone::Alert));
        }
    }
}

/// Who sits there, by name.
pub(super) fn who(row: &ChairRow) -> Words {
    if row.name.is_empty() {
        t("host-no-name")
    } else {
        plain(row.name.as_str())
    }
}

/// `Lead`, `Officer 2`, with the service's short name.
pub(super) fn seat_words(about: &FacilitatorCase, chairs: &[ChairRow], one: &ChairRow) -> Words {
    let same = |row: &&ChairRow| row.role == one.role && row.chair < one.chair;
    let number = chairs.iter().filter(same).count() + 1;
    let team = |team: Team| case(&about.services[team.index()].short);
    match one.role {
        Role::Facilitator => t("role-facilitator"),
        Role::Evaluator => t("role-evaluator"),
        Role::Observer => t("role-observer").with("number", number),
        Role::Lead(of) => t("role-lead").with("team", team(of)),
        Role::Officer(of) => t("role-officer")
            .with("team", team(of))
            .with("number", number),
    }
}
