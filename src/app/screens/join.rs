//! JOIN: a ticket and a name open a seat at a table of the room; and how it goes with that.
//!
//! A laptop that had a seat goes back to it from here, and by itself as long as it is at the table.

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
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::shelf::Shelf;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::field::{Edited, Field, Submitted};
use crate::app::widgets::panel::{panel, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
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
        // Such a pass opens nothing any more.
        if !turned.is_passing() && !matches!(turned, Turned::Closed | Turned::Version { .. }) {
            self.had = None;
        }
    }

    /// Puts this ticket into the field, from the command line.
    pub fn prefill(&mut self, ticket: String) {
        self.ticket = ticket;
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
    rebuild(&mut commands, root, |parent| build(parent, &joining));
}

fn again(mut commands: Commands, joining: Res<Joining>, parts: Query<(Entity, &Part)>) {
    for (entity, part) in &parts {
        rebuild(&mut commands, entity, |parent| match part {
            Part::Status => status(parent, &joining),
            Part::Had => had(parent, &joining),
            Part::Found => found(parent, &joining),
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

fn build(parent: &mut Parent, joining: &Joining) {
    let head = Node {
        padding: UiRect::new(px(GAP_6), px(GAP_6), px(GAP_5), px(GAP_2)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent.spawn(head).with_children(|head| {
        head.spawn(icon(Icon::People, 24.0, Tone::Text2));
        head.spawn(text(t("join-title"), Type::TITLE));
        head.spawn(grow());
        Button::normal(t("common-back"), Action::Go(Screen::Home))
            .icon(Icon::ChevronLeft)
            .spawn(head);
    });
    let padding = UiRect::axes(px(GAP_6), px(GAP_3));
    scroll::area(parent, padding, GAP_4, false, |page| {
        page.spawn(text(t("join-how"), Type::BODY.tone(Tone::Text2)));
        let columns = Node {
            flex_wrap: FlexWrap::Wrap,
            column_gap: px(GAP_4),
            row_gap: px(GAP_4),
            align_items: AlignItems::Start,
            ..default()
        };
        page.spawn(columns).with_children(|columns| {
            let node = Node {
                flex_grow: 2.0,
                flex_basis: px(560),
                padding: px(GAP_4).all(),
                row_gap: px(GAP_3),
                ..default()
            };
            columns
                .spawn(panel(node))
                .with_children(|own| ticket(own, joining));
            let node = Node {
                flex_grow: 1.0,
                flex_basis: px(320),
                padding: px(GAP_4).all(),
                row_gap: px(GAP_3),
                ..default()
            };
            columns.spawn(panel(node)).with_children(|side| {
                side.spawn((column(GAP_3), Part::Had))
                    .with_children(|place| had(place, joining));
                side.spawn(rule(Tone::Rule));
                side.spawn((column(GAP_2), Part::Found))
                    .with_children(|place| found(place, joining));
                side.spawn(rule(Tone::Rule));
                side.spawn(text(t("join-seats"), Type::BODY.bold()));
                for key in ["join-seats-lead", "join-seats-officer", "join-seats-watch"] {
                    side.spawn(text(t(key), Type::BODY.tone(Tone::Text2)));
                }
            });
        });
    });
}

fn ticket(own: &mut Parent, joining: &Joining) {
    own.spawn(text(t("join-ticket"), Type::HEAD));
    own.spawn(text(t("join-ticket-where"), Type::LABEL));
    let mut field = Field::new(TICKET, t("join-ticket"), t("join-ticket-hint"));
    field.value.clone_from(&joining.ticket);
    field.max = 60;
    field.first = true;
    own.spawn(Node::default()).with_children(|line| {
        field.spawn(line);
    });
    own.spawn(text(t("join-name"), Type::HEAD));
    own.spawn(text(t("join-name-why"), Type::LABEL));
    let mut field = Field::new(NAME, t("join-name"), t("join-name-hint"));
    field.value.clone_from(&joining.name);
    field.max = 40;
    own.spawn(Node::default()).with_children(|line| {
        field.spawn(line);
    });
    own.spawn((column(GAP_3), Part::Status))
        .with_children(|place| status(place, joining));
}

/// How it goes, and what can be done about it.
fn status(place: &mut Parent, joining: &Joining) {
    let (sign, tone, words) = match (&joining.far, &joining.why) {
        (Some(far), _) => match &far.lost {
            Some(why) => {
                let address = far.pass.ticket.address.to_string();
                let words = t("join-trying").with("address", address.as_str());
                (
                    Icon::Warning,
                    Tone::Alert,
                    Some((words, Some(plain(why.as_str())))),
                )
            }
            None => (Icon::Clock, Tone::Text2, Some((t("join-going"), None))),
        },
        (None, _) if joining.seeks.is_some() => {
            (Icon::Search, Tone::Text2, Some((t("join-seeking"), None)))
        }
        (None, Some(why)) => (Icon::Warning, Tone::Alert, Some((why.clone(), None))),
        (None, None) => (Icon::Info, Tone::Text2, None),
    };
    if let Some((words, detail)) = words {
        let node = Node {
            align_items: AlignItems::Start,
            ..row(GAP_2)
        };
        place.spawn(node).with_children(|line| {
            line.spawn(icon(sign, 18.0, tone));
            let both = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(2.0)
            };
            line.spawn(both).with_children(|both| {
                both.spawn(text(words, Type::BODY));
                if let Some(detail) = detail {
                    both.spawn(text(detail, Type::LABEL));
                }
            });
        });
    }
    place.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(grow());
        if joining.far.is_some() || joining.seeks.is_some() {
            Button::normal(t("join-cancel"), Action::Join(JoinAction::Cancel))
                .icon(Icon::Close)
                .spawn(line);
        }
        Button::primary(t("join-take"), Action::Join(JoinAction::Take))
            .icon(Icon::ChevronRight)
            .spawn(line);
    });
}

fn had(place: &mut Parent, joining: &Joining) {
    place.spawn(text(t("join-had"), Type::BODY.bold()));
    match &joining.had {
        Some(pass) => {
            let words = if pass.name.is_empty() {
                t("join-had-nobody")
            } else {
                t("join-had-who").with("who", pass.name.as_str())
            };
            place.spawn(text(words, Type::BODY.tone(Tone::Text2)));
            Button::normal(t("join-return"), Action::Join(JoinAction::Return))
                .icon(Icon::Play)
                .key(KeyCode::KeyB)
                .spawn(place);
        }
        None => {
            place.spawn(text(t("join-had-none"), Type::BODY.tone(Tone::Text2)));
        }
    }
}

/// The tables that the network has.
fn found(place: &mut Parent, joining: &Joining) {
    place.spawn(text(t("join-found"), Type::BODY.bold()));
    if joining.tables.is_empty() {
        place.spawn(text(t("join-found-none"), Type::BODY.tone(Tone::Text2)));
    }
    for table in joining.tables.iter().take(6) {
        place.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(Icon::Monitor, 16.0, Tone::Text2));
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..column(0.0)
            };
            line.spawn(words).with_children(|words| {
                words.spawn(text(plain(table.name.as_str()), Type::BODY));
                words.spawn(text(plain(table.title.as_str()), Type::LABEL));
            });
        });
    }
}
