//! HOST: the table as laptops come to it. Every seat with who sits there; the picked seat's ticket, to be
//! read aloud, typed or scanned.

mod page;
mod ticket;

use bevy::input_focus::FocusGained;
use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use super::join::Joining;
use super::library::{For, Picked};
use super::{Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::conduct::Conduct;
use crate::app::far::{Leaving, bell};
use crate::app::focus::ArrowGroup;
use crate::app::hosting::Hosting;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::shelf::Shelf;
use crate::app::text::{Parent, column, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog::{self, Question};
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::team_sign;
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
    /// The trainer's seat at another table that is open.
    Sit(usize),
    /// To the choice of a case for another table.
    More,
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
    let changed = resource_exists_and_changed::<Conduct>
        .or_else(resource_changed::<HostUi>)
        .or_else(resource_changed::<Hosting>);
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
            HostAction::Show if conduct.as_ref().is_some_and(|c| c.runs_it()) => {
                next.set(Screen::Host);
                continue;
            }
            HostAction::Show if !hosting.tables.is_empty() => Ok(hosting.current),
            HostAction::Show | HostAction::More => {
                *purpose = For::Room;
                next.set(Screen::Library);
                continue;
            }
            // At the table that is conducted one sits already.
            HostAction::Sit(table) if conduct.is_some() && table == hosting.current => continue,
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
    hosting: Res<Hosting>,
) {
    let escape = Action::Go(Screen::Console);
    let root = root_with_escape(Screen::Host, column(0.0), escape);
    let root = commands.spawn(root).id();
    if let Some(conduct) = conduct {
        rebuild(&mut commands, root, |parent| {
            page::build(parent, &conduct, *ui, &hosting);
        });
    }
}

fn again(
    mut commands: Commands,
    conduct: Option<Res<Conduct>>,
    ui: Res<HostUi>,
    hosting: Res<Hosting>,
    root: Single<Entity, With<Root>>,
) {
    if let Some(conduct) = conduct {
        rebuild(&mut commands, *root, |parent| {
            page::build(parent, &conduct, *ui, &hosting);
        });
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
