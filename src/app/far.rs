//! A seat at a table elsewhere: what is said here goes out, what is said there comes in.
//!
//! A command is waited for as long as a person does not notice; an answer that takes longer is told as a
//! notice when it comes. Without a connection nothing goes out, and the screen says so.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use accesskit::{Live, Node as Accessible, Role as AccessRole};
use bevy::a11y::AccessibilityNode;
use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::client::Play;
use super::conduct::Conduct;
use super::i18n::{Words, family, t};
use super::picture::icon;
use super::screens::Screen;
use super::screens::set_piece::Playing;
use super::text::{row, text};
use super::theme::measure::{BAR, GAP_2, R_CONTROL};
use super::theme::{Edge, Fill, Tone, Type};
use super::wake::Wake;
use super::widgets::press::Named;
use crate::drawing::icon::Icon;
use crate::engine::{Command, Refusal};
use crate::net::client::{Heard, Pass, Remote};
use crate::net::wire::{ChairAct, ChairRow, ChairTrouble, Person, Role, Turned};
use crate::protocol::together::{Cursor, Looking};
use crate::protocol::{ClientMessage, ServerMessage};
use crate::session::Answer;

/// So long is an answer waited for before the screen goes on without it.
const PATIENCE: Duration = Duration::from_millis(250);

/// How a command went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Done,
    Refused(Refusal),
    NotRecorded,
    /// It has gone out; what came of it is told when it is known.
    OnItsWay,
    /// There is no connection: nothing was done.
    Lost,
    /// The connection went before the answer came: it may have been done.
    Unanswered,
    /// A colleague changed the same thing first.
    Overtaken(String),
    /// It binds the service, so the lead does it.
    OnlyLead,
    /// The trainer has locked this screen.
    Locked,
    /// The clock is the trainer's.
    NotYours,
    /// It is a record that is looked at: nothing of it can be changed.
    Recorded,
}

impl From<Answer> for Said {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Accepted => Self::Done,
            Answer::Refused(refusal) => Self::Refused(refusal),
            Answer::NotRecorded => Self::NotRecorded,
        }
    }
}

impl Said {
    /// Why it was not done, in words; nothing, if it was or may yet be.
    #[must_use]
    pub fn why_not(&self) -> Option<Words> {
        Some(match self {
            Self::Done | Self::OnItsWay => return None,
            Self::Refused(refusal) => family("refusal", refusal.key()),
            Self::NotRecorded => t("common-not-recorded"),
            Self::Lost => t("far-not-connected"),
            Self::Unanswered => t("far-unanswered"),
            Self::Overtaken(by) if by.is_empty() => t("far-overtaken"),
            Self::Overtaken(by) => t("far-overtaken-by").with("who", by.as_str()),
            Self::OnlyLead => t("far-only-lead"),
            Self::Locked => t("far-locked"),
            Self::NotYours => t("far-clock-is-the-trainers"),
            Self::Recorded => t("replay-recorded"),
        })
    }
}

/// The line to the table, and what was heard of the people there.
pub struct Far {
    /// `None`: nothing is at the other end (pictures).
    remote: Option<SyncCell<Remote>>,
    /// It is a record that is looked at, and nobody's seat.
    pub recorded: bool,
    pub pass: Pass,
    /// `None` until the seat is this computer's.
    pub role: Option<Role>,
    pub people: Vec<Person>,
    /// Every chair with its ticket: for the facilitator alone.
    pub chairs: Vec<ChairRow>,
    pub locked: bool,
    /// Why there is no connection, while there is none.
    pub lost: Option<String>,
    /// Why the seat is no longer this computer's.
    pub turned: Option<Turned>,
    /// The trainer has moved this person to another seat, where other things are seen.
    pub moved: bool,
    answers: BTreeMap<u32, Said>,
    /// Commands whose answers nobody waits for any more.
    late: BTreeSet<u32>,
    looking: Option<(Looking, Option<Cursor>)>,
    /// Why nothing was done with a chair, until it is told.
    trouble: Option<ChairTrouble>,
}

impl Far {
    /// Goes to the table.
    ///
    /// # Errors
    /// If there is no room for a thread, or the build lacks TLS.
    pub fn join(pass: Pass, ring: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let remote = Remote::join(pass.clone(), ring)?;
        Ok(Self {
            remote: Some(SyncCell::new(remote)),
            ..Self::unplugged(pass)
        })
    }

    /// A line with nothing at its other end, for pictures of screens.
    #[must_use]
    pub fn unplugged(pass: Pass) -> Self {
        Self {
            remote: None,
            recorded: false,
            pass,
            role: None,
            people: Vec::new(),
            chairs: Vec::new(),
            locked: false,
            lost: None,
            turned: None,
            moved: false,
            answers: BTreeMap::new(),
            late: BTreeSet::new(),
            looking: None,
            trouble: None,
        }
    }

    /// What the table has said of the exercise since this was asked; the rest is kept here.
    pub fn listen(&mut self) -> Vec<ServerMessage> {
        let mut said = Vec::new();
        let heard = self.remote.as_mut().map(|remote| remote.get().heard());
        for heard in heard.into_iter().flatten() {
            match heard {
                Heard::Seated(role) => {
                    self.moved |= self.role.is_some_and(|before| before != role);
                    self.role = Some(role);
                    self.lost = None;
                    // The table forgot where this person was looking.
                    self.looking = None;
                }
                Heard::Said(ServerMessage::Accepted { id }) => self.answered(id, Said::Done),
                Heard::Said(ServerMessage::Refused { id, refusal }) => {
                    self.answered(id, Said::Refused(refusal));
                }
                Heard::Said(ServerMessage::NotRecorded { id }) => {
                    self.answered(id, Said::NotRecorded);
                }
                Heard::Said(message) => said.push(message),
                Heard::Overtaken { id, by } => self.answered(id, Said::Overtaken(by)),
                Heard::OnlyLead { id } => self.answered(id, Said::OnlyLead),
                Heard::NotNow { id } => self.answered(id, Said::Locked),
                Heard::People(people) => self.people = people,
                Heard::Chairs(chairs) => self.chairs = chairs,
                Heard::Locked(locked) => self.locked = locked,
                Heard::NoChair(trouble) => self.trouble = Some(trouble),
                Heard::Lost(why) => {
                    self.lost = Some(why);
                    for id in std::mem::take(&mut self.late) {
                        self.answers.insert(id, Said::Unanswered);
                    }
                }
                Heard::Turned(turned) => self.turned = Some(turned),
            }
        }
        said
    }

    fn answered(&mut self, id: u32, said: Said) {
        // One that was done is seen on the screen.
        if self.late.remove(&id) && said == Said::Done {
            return;
        }
        self.answers.insert(id, said);
    }

    /// Gives a command. What the table says meanwhile goes to `take`.
    pub fn send(&mut self, command: Command, mut take: impl FnMut(ServerMessage)) -> Said {
        if self.recorded {
            return Said::Recorded;
        }
        if self.lost.is_some() || self.turned.is_some() {
            return Said::Lost;
        }
        let Some(remote) = &mut self.remote else {
            return Said::Lost;
        };
        let id = remote.get().send(command);
        let until = Instant::now() + PATIENCE;
        loop {
            self.listen().into_iter().for_each(&mut take);
            if let Some(said) = self.answers.remove(&id) {
                // What it brought about is said right after the answer.
                self.listen().into_iter().for_each(&mut take);
                return said;
            }
            if self.lost.is_some() || self.turned.is_some() {
                return Said::Unanswered;
            }
            if Instant::now() >= until {
                self.late.insert(id);
                return Said::OnItsWay;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Asks the table for something that changes nothing. `false`: there is no line to it.
    pub fn ask(&mut self, message: ClientMessage) -> bool {
        let gone = self.recorded || self.lost.is_some() || self.turned.is_some();
        let Some(remote) = self.remote.as_mut().filter(|_| !gone) else {
            return false;
        };
        remote.get().ask(message);
        true
    }

    /// What came of things that nobody waited for, as far as they were not done.
    pub fn late_answers(&mut self) -> Vec<Words> {
        let late = std::mem::take(&mut self.answers).into_values();
        let mut words: Vec<Words> = late.filter_map(|said| said.why_not()).collect();
        if let Some(trouble) = self.trouble.take() {
            let why = family("chair", trouble.key());
            words.push(match trouble {
                ChairTrouble::NotKept(what) => why.with("why", what.as_str()),
                _ => why,
            });
        }
        words
    }

    /// Shows the colleagues where this person looks, and what they point at.
    pub fn look(&mut self, looking: Looking, cursor: Option<Cursor>) {
        if self.looking != Some((looking, cursor)) && self.lost.is_none() {
            self.looking = Some((looking, cursor));
            if let Some(remote) = &mut self.remote {
                remote.get().look(looking, cursor);
            }
        }
    }

    /// Where this person looks, as the colleagues were last told.
    #[must_use]
    pub fn looking(&self) -> Option<Looking> {
        self.looking.map(|(looking, _)| looking)
    }

    /// Deals with a chair; the facilitator's alone.
    pub fn chair(&mut self, act: ChairAct) {
        if let Some(remote) = &mut self.remote {
            remote.get().chair(act);
        }
    }
}

/// Wakes the window from another thread.
pub fn bell(proxy: Option<&EventLoopProxyWrapper>) -> impl Fn() + Send + 'static {
    let proxy = proxy.map(|proxy| (**proxy).clone());
    move || {
        if let Some(proxy) = &proxy {
            // A window that has closed needs no waking.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    }
}

/// In words, why the seat is not, or no longer, this computer's.
#[must_use]
pub fn turned_words(turned: &Turned) -> Words {
    let words = family("turned", turned.key());
    match turned {
        Turned::Version { program, .. } => words
            .with("host", program.as_str())
            .with("here", crate::net::wire::PROGRAM),
        Turned::Nonsense(why) | Turned::Flood(why) => words.with("why", why.as_str()),
        _ => words,
    }
}

/// The line at the head of the window that says that nothing goes out now.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Banner {
    Lost,
    Locked,
}

/// What is left at the end of the frame, when nothing reads it any more.
#[derive(Resource, Debug, Default)]
pub struct Leaving {
    pub play: bool,
    pub conduct: bool,
    /// Where that leads.
    pub to: Option<Screen>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Leaving>();
    app.add_systems(Update, banner.after(super::action::Answer));
    app.add_systems(Last, leave);
}

pub(super) fn leave(
    mut leaving: ResMut<Leaving>,
    mut next: ResMut<NextState<Screen>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if !leaving.is_changed() {
        return;
    }
    let Leaving { play, conduct, to } = std::mem::take(leaving.bypass_change_detection());
    if play {
        commands.remove_resource::<Play>();
        commands.remove_resource::<Playing>();
    }
    if conduct {
        commands.remove_resource::<Conduct>();
    }
    if let Some(to) = to {
        next.set(to);
    }
    if play || conduct {
        // No clock of theirs runs on the next screen.
        wake.beat(None);
        wake.soon();
    }
}

fn banner(
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    shown: Query<(Entity, &Banner)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let far = match (&conduct, &play) {
        (Some(conduct), _) => Some(&conduct.far),
        (None, Some(play)) => play.far(),
        (None, None) => None,
    };
    let wanted = far.and_then(|far| match far {
        far if far.lost.is_some() => Some(Banner::Lost),
        far if far.locked => Some(Banner::Locked),
        _ => None,
    });
    if shown.iter().map(|(_, banner)| *banner).next() == wanted {
        return;
    }
    wake.soon();
    for (entity, _) in &shown {
        commands.entity(entity).despawn();
    }
    let Some(banner) = wanted else { return };
    let (sign, words) = match banner {
        Banner::Lost => (Icon::Warning, t("far-lost")),
        Banner::Locked => (Icon::Lock, t("far-screen-locked")),
    };
    let across = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        right: px(0),
        top: px(BAR + 6.0),
        justify_content: JustifyContent::Center,
        ..default()
    };
    let mut spoken = Accessible::new(AccessRole::Alert);
    spoken.set_live(Live::Assertive);
    commands
        .spawn((across, GlobalZIndex(490), banner, Pickable::IGNORE))
        .with_children(|across| {
            let node = Node {
                max_width: px(860),
                padding: UiRect::axes(px(14), px(8)),
                border: px(1).all(),
                border_radius: BorderRadius::all(px(R_CONTROL)),
                ..row(GAP_2)
            };
            let look = (
                Fill(Tone::AlertDim),
                Edge::All(Tone::Alert),
                Named(words.clone()),
                AccessibilityNode::from(spoken),
            );
            across.spawn((node, look)).with_children(|line| {
                line.spawn(icon(sign, 18.0, Tone::Alert));
                line.spawn(text(words, Type::BODY));
            });
        });
}
