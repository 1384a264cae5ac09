//! JOIN: a ticket and a name open a seat at a table of the room; and how it goes with that.
//!
//! A laptop that had a seat goes back to it from here, and by itself as long as it is at the table.

mod page;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use super::{Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::far::{Far, Leaving, bell, turned_words};
use crate::app::i18n::{Words, t};
use crate::app::shelf::Shelf;
use crate::app::text::column;
use crate::app::wake::Wake;
use crate::app::widgets::field::{Edited, Submitted};
use crate::net::client::Pass;
use crate::net::find::{Finder, Found};
use crate::net::host::keep_private;
use crate::net::ticket::{ShortTicket, TicketError, Typed};
use crate::net::wire::Turned;
use crate::protocol::ServerMessage;
use crate::session::SeatEnd;
use crate::view::FacilitatorCase;

/// What only JOIN is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinAction {
    /// Take the seat of the ticket.
    Take,
    /// Back to the seat that this computer had.
    Return,
    /// Do not go on trying.
    Cancel,
}

/// A seat that is being taken.
#[derive(Resource, Default)]
pub struct Joining {
    far: Option<Far>,
    case: Option<Arc<FacilitatorCase>>,
    /// Why there is no seat.
    why: Option<Words>,
    ticket: String,
    name: String,
    /// The seat that this computer had, from its file.
    had: Option<Pass>,
    /// Where the trainer goes first.
    then: Option<Screen>,
    /// What is found on the network, while JOIN is on the screen.
    search: Option<SyncCell<Finder>>,
    tables: Vec<Found>,
    /// A short ticket whose table is being looked for, and until when.
    seeks: Option<(ShortTicket, Instant)>,
}

impl Joining {
    /// Goes to the table with this pass.
    pub fn begin(&mut self, pass: Pass, ring: impl Fn() + Send + 'static) {
        self.case = None;
        self.why = None;
        match Far::join(pass, ring) {
            Ok(far) => self.far = Some(far),
            Err(e) => self.why = Some(t("join-no-line").with("why", e.to_string().as_str())),
        }
    }

    /// Shows this first, not the console.
    pub fn then(&mut self, screen: Screen) {
        self.then = Some(screen);
    }

    /// The seat was taken from this computer, or never was its own.
    pub fn turned(&mut self, turned: &Turned) {
        self.far = None;
        self.why = Some(turned_words(turned));
        // Such a pass opens nothing any more. One that is not known may be of a table that the trainer has
        // not started again yet.
        let may_open = matches!(
            turned,
            Turned::Closed | Turned::Version { .. } | Turned::Unknown
        );
        if !turned.is_passing() && !may_open {
            self.had = None;
        }
    }

    /// Is the seat behind this line no longer the one that was taken? Says so at JOIN, or goes to the
    /// seat that the trainer has moved this person to: other things are seen from there.
    pub fn follow(&mut self, far: &Far, proxy: Option<&EventLoopProxyWrapper>) -> bool {
        if let Some(turned) = &far.turned {
            self.turned(turned);
        } else if far.moved {
            self.begin(far.pass.clone(), bell(proxy));
        }
        far.turned.is_some() || far.moved
    }

    /// Puts this ticket into the field, from the command line.
    pub fn prefill(&mut self, ticket: String, name: Option<String>) {
        self.ticket = ticket;
        self.name = name.unwrap_or_default();
    }
}

/// The parts that change while somebody writes in the fields.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Status,
    Had,
    Found,
}

/// So long is looked for the table of a short ticket before it is said that there is none.
const SEARCH: Duration = Duration::from_secs(12);
/// How often it is looked what the network says.
const LOOK: Duration = Duration::from_millis(500);

const TICKET: &str = "join-ticket";
const NAME: &str = "join-name";

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Joining>();
    app.add_systems(OnEnter(Screen::Join), enter);
    app.add_systems(OnExit(Screen::Join), leave);
    app.add_systems(
        Update,
        (
            listen.before(Answer),
            (
                (edit, act, look).chain().in_set(Answer),
                again.after(Answer).run_if(resource_changed::<Joining>),
            )
                .run_if(in_state(Screen::Join)),
        ),
    );
}

/// Where the seat that this computer has is kept, so that it comes back to it after a start anew.
fn pass_file(shelf: &Shelf) -> Option<PathBuf> {
    shelf.folder.as_ref().map(|folder| folder.join("seat.json"))
}

fn enter(
    mut commands: Commands,
    shelf: Res<Shelf>,
    mut joining: ResMut<Joining>,
    mut wake: ResMut<Wake>,
) {
    if joining.had.is_none() && joining.why.is_none() {
        let kept = pass_file(&shelf).and_then(|path| std::fs::read_to_string(path).ok());
        joining.had = kept.and_then(|text| Pass::from_text(&text));
    }
    if joining.name.is_empty()
        && let Some(had) = &joining.had
    {
        joining.name = had.name.clone();
    }
    // What is kept nowhere (tests, pictures) looks for nobody.
    if shelf.folder.is_some() {
        joining.search = Some(SyncCell::new(Finder::start()));
        wake.beat(Some(LOOK));
    }
    let escape = Action::Go(Screen::Home);
    let root = root_with_escape(Screen::Join, column(0.0), escape);
    let root = commands.spawn(root).id();
    rebuild(&mut commands, root, |parent| page::build(parent, &joining));
}

fn again(mut commands: Commands, joining: Res<Joining>, parts: Query<(Entity, &Part)>) {
    for (entity, part) in &parts {
        rebuild(&mut commands, entity, |parent| match part {
            Part::Status => page::status(parent, &joining),
            Part::Had => page::had(parent, &joining),
            Part::Found => page::found(parent, &joining),
        });
    }
}

fn edit(mut edits: MessageReader<Edited>, mut joining: ResMut<Joining>) {
    for edited in edits.read() {
        // What is written is no news for the rest of the screen.
        let joining = joining.bypass_change_detection();
        match edited.field.0 {
            TICKET => joining.ticket.clone_from(&edited.text),
            NAME => joining.name.clone_from(&edited.text),
            _ => {}
        }
    }
}

fn act(
    mut acts: Acts,
    mut submitted: MessageReader<Submitted>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut joining: ResMut<Joining>,
    mut wake: ResMut<Wake>,
) {
    let mut wanted = None;
    for act in acts.read() {
        if let Action::Join(action) = act.action {
            wanted = Some(action);
        }
    }
    if submitted
        .read()
        .any(|line| [TICKET, NAME].contains(&line.field.0))
    {
        wanted = Some(JoinAction::Take);
    }
    let Some(wanted) = wanted else { return };
    wake.soon();
    match wanted {
        JoinAction::Cancel => {
            joining.far = None;
            joining.why = None;
            joining.seeks = None;
        }
        JoinAction::Return => {
            if let Some(pass) = joining.had.clone() {
                joining.begin(pass, bell(proxy.as_deref()));
            }
        }
        JoinAction::Take => {
            joining.far = None;
            joining.seeks = None;
            match joining.ticket.parse::<Typed>() {
                Err(why) => joining.why = Some(ticket_words(why)),
                Ok(Typed::Short(short)) => {
                    joining.why = None;
                    joining.seeks = Some((short, Instant::now() + SEARCH));
                }
                Ok(Typed::Whole(ticket)) => {
                    // The same ticket again is the same seat again.
                    let same = joining.had.clone().filter(|had| had.ticket == ticket);
                    let name = joining.name.trim().to_owned();
                    let pass = same.map_or_else(|| Pass::new(ticket, name), Ok);
                    match pass {
                        Ok(pass) => joining.begin(pass, bell(proxy.as_deref())),
                        Err(e) => {
                            joining.why =
                                Some(t("join-no-line").with("why", e.to_string().as_str()));
                        }
                    }
                }
            }
        }
    }
}

/// Looks what tables the network has; a short ticket becomes a whole one once its table is among them.
fn look(
    mut joining: ResMut<Joining>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
    mut wake: ResMut<Wake>,
) {
    let quiet = joining.bypass_change_detection();
    let now = quiet.search.as_mut().map(|search| search.get().tables());
    let now = now.unwrap_or_default();
    let mut changed = now != quiet.tables;
    quiet.tables = now;
    if let Some((short, until)) = quiet.seeks {
        let ticket = quiet.tables.iter().find_map(|found| short.with(found));
        if let Some(ticket) = ticket {
            quiet.seeks = None;
            let pass = Pass::new(ticket, quiet.name.trim().to_owned());
            match pass {
                Ok(pass) => quiet.begin(pass, bell(proxy.as_deref())),
                Err(e) => {
                    quiet.why = Some(t("join-no-line").with("why", e.to_string().as_str()));
                }
            }
            changed = true;
        } else if Instant::now() > until {
            quiet.seeks = None;
            let trouble = quiet
                .search
                .as_mut()
                .map(|search| search.get().trouble().map(str::to_owned));
            quiet.why = Some(match trouble.flatten() {
                Some(why) => t("join-search-broken").with("why", why.as_str()),
                None => t("join-not-found"),
            });
            changed = true;
        }
    }
    if changed {
        wake.soon();
        joining.set_changed();
    }
}

/// Nothing is looked for any more.
fn leave(mut joining: ResMut<Joining>, mut wake: ResMut<Wake>) {
    joining.search = None;
    joining.tables.clear();
    joining.seeks = None;
    wake.beat(None);
}

fn ticket_words(why: TicketError) -> Words {
    match why {
        TicketError::Length(0) => t("join-ticket-none"),
        TicketError::Length(number) => t("join-ticket-length").with("number", number),
        TicketError::Sign(sign) => t("join-ticket-sign").with("sign", sign.to_string().as_str()),
        TicketError::Slip => t("join-ticket-slip"),
    }
}

/// What the table says to somebody who wants a seat, until the seat is there.
fn listen(
    shelf: Res<Shelf>,
    mut joining: ResMut<Joining>,
    mut wake: ResMut<Wake>,
    mut next: ResMut<NextState<Screen>>,
    mut leaving: ResMut<Leaving>,
    mut commands: Commands,
) {
    let quiet = joining.bypass_change_detection();
    let Some(far) = &mut quiet.far else { return };
    let before = (far.lost.clone(), far.role);
    let said = far.listen();
    let changed = before != (far.lost.clone(), far.role);
    let turned = far.turned.clone();
    if let Some(turned) = turned {
        joining.turned(&turned);
        wake.soon();
        return;
    }
    let mut said = said.into_iter();
    let mut seated = None;
    for message in said.by_ref() {
        match message {
            ServerMessage::Welcome { .. } => {
                seated = SeatEnd::greeted(message).map(|end| Seated::Team(Box::new(end)));
                break;
            }
            ServerMessage::FacilitatorCase { case, .. } => quiet.case = Some(case),
            ServerMessage::Facilitator { view } => {
                seated = quiet.case.take().map(|case| Seated::Both(case, view));
                break;
            }
            _ => {}
        }
    }
    let Some(seated) = seated else {
        if changed {
            wake.soon();
            joining.set_changed();
        }
        return;
    };
    let Some(far) = quiet.far.take() else { return };
    if let Some(path) = pass_file(&shelf)
        && !far.pass.ticket.address.ip().is_loopback()
        && let Err(problem) = keep_private(&path, far.pass.to_text().as_bytes())
    {
        warn!("{}: {problem}", path.display());
    }
    quiet.had = Some(far.pass.clone());
    quiet.why = None;
    wake.soon();
    match seated {
        Seated::Team(mut end) => {
            said.for_each(|message| end.hear(message));
            let play = Play::there(far, *end);
            next.set(play.enter().0);
            leaving.conduct = true;
            commands.insert_resource(play);
        }
        Seated::Both(case, view) => {
            let mut conduct = Conduct::new(far, case, view);
            said.for_each(|message| conduct.hear(message));
            next.set(quiet.then.take().unwrap_or(Screen::Console));
            leaving.play = true;
            commands.insert_resource(conduct);
        }
    }
}

/// What the seat sees.
enum Seated {
    Team(Box<SeatEnd>),
    Both(Arc<FacilitatorCase>, Box<crate::view::FacilitatorView>),
}
