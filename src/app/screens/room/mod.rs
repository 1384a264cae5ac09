//! ROOM: one person is questioned. Topics and what they lead to, questions by kind, the statement as it grows,
//! evidence that can be put, safeguards, two things that disagree; after the close, what it came to.
//!
//! Everything is built from one [`View`] ([`page::build`]), and every act of the interview goes through one
//! function ([`drill::play`] for the drill). Who comes in, again and the level are the drill's and stand in
//! [`drill`]. Nothing here reads what a person keeps back.

mod close;
mod drill;
mod evidence;
mod foot;
mod map;
mod page;
mod people;
mod person;
mod questions;
mod result;
mod statement;
mod topics;
mod words;

use bevy::input_focus::InputFocus;
use bevy::prelude::*;

use super::{Root, Screen, Space, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::i18n::{Language, t};
use crate::app::text::{Parent, column};
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll::{Kept, Places};
use crate::engine::encounter::questioning::{Act, Answer, View};
use crate::scenario::ids::{AskId, TopicId};
use crate::scenario::interviews::Mention;
use crate::session::fresh_seed;

pub use drill::{Drill, DrillAction};
use page::{Host, Room};

/// What can be done in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomAction {
    /// An act of the interview itself.
    Do(Act),
    /// Shows the questions on this topic.
    Topic(TopicId),
    /// Shows those on the topic after it.
    NextTopic,
    /// Takes up a statement or a piece of evidence, or lays it down.
    Pick(Mention),
    /// The two that were taken up disagree.
    Disagree,
    /// The question map in place of topics and questions, and back.
    Map,
    /// Asks before the interview is closed.
    Close {
        refer: bool,
    },
    Drill(DrillAction),
}

/// How the officer looks at the room; nothing of it is the interview's.
#[derive(Resource, Clone, Debug)]
pub struct RoomUi {
    /// Kinds of questions and reasons to wait are named.
    told: bool,
    /// Questions in the order in which they are offered; the order of the case where there is none.
    order: Vec<AskId>,
    topic: TopicId,
    /// At most two.
    picked: Vec<Mention>,
    map: bool,
    /// The question that was asked last.
    latest: Option<AskId>,
    places: Places,
}

impl RoomUi {
    /// Somebody has come in, and nothing has been touched.
    #[must_use]
    pub fn new(told: bool, order: Vec<AskId>) -> Self {
        Self {
            told,
            order,
            topic: TopicId(0),
            picked: Vec::new(),
            map: false,
            latest: None,
            places: Places::default(),
        }
    }

    fn pick(&mut self, mention: Mention) {
        if let Some(at) = self.picked.iter().position(|one| *one == mention) {
            self.picked.remove(at);
            return;
        }
        // The older of two makes room.
        if self.picked.len() == 2 {
            self.picked.remove(0);
        }
        self.picked.push(mention);
    }

    fn show(&mut self, topic: TopicId) {
        self.map = false;
        if self.topic != topic {
            self.topic = topic;
            self.places.forget(questions::AREA);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Room), enter);
    let changed = resource_exists_and_changed::<RoomUi>
        .or_eager(resource_exists_and_changed::<Drill>)
        .or_eager(resource_changed::<Space>)
        .or_eager(resource_changed::<Language>);
    app.add_systems(
        Update,
        (
            act.in_set(Answering),
            again.after(Answering).run_if(changed),
        )
            .run_if(in_state(Screen::Room)),
    );
}

fn enter(
    mut commands: Commands,
    drill: Option<Res<Drill>>,
    ui: Option<Res<RoomUi>>,
    space: Res<Space>,
    language: Res<Language>,
) {
    let drill = drill.map_or_else(|| Drill::new(1, fresh_seed()), |drill| drill.clone());
    let ui = ui.map_or_else(|| drill.look(), |ui| ui.clone());
    let root = root_with_escape(Screen::Room, column(0.0), Action::Go(Screen::Home));
    let id = commands.spawn(root).id();
    let room = Room::of(&space, &language);
    rebuild(&mut commands, id, |parent| show(parent, &ui, &drill, room));
    commands.insert_resource(drill);
    commands.insert_resource(ui);
}

fn again(
    mut commands: Commands,
    drill: Res<Drill>,
    mut ui: ResMut<RoomUi>,
    space: Res<Space>,
    language: Res<Language>,
    areas: Query<(&Kept, &ScrollPosition)>,
    root: Single<Entity, With<Root>>,
) {
    let ui = ui.bypass_change_detection();
    ui.places.note(&areas);
    let room = Room::of(&space, &language);
    rebuild(&mut commands, *root, |parent| {
        show(parent, ui, &drill, room)
    });
}

/// The room with what the drill adds to it.
fn show(parent: &mut Parent, ui: &RoomUi, drill: &Drill, room: Room) {
    let host = Host {
        bar: &|bar| drill::bar(bar, drill, room.narrow),
        after: &|foot| drill::after(foot, drill),
    };
    page::build(parent, ui, &drill.interview.view(), room, &host);
}

fn act(
    mut acts: Acts,
    mut drill: ResMut<Drill>,
    mut ui: ResMut<RoomUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Room(action) = act.action else {
            continue;
        };
        wake.soon();
        notices.clear();
        match action {
            RoomAction::Do(deed) => {
                let before = drill.interview.view();
                let answer = drill::play(&mut drill, deed);
                let after = drill.interview.view();
                match answer {
                    Err(refusal) => notices.refuse(words::refusal(refusal)),
                    Ok(answer) => done(&mut ui, deed, &answer, [&before, &after], &mut notices),
                }
                if after.verdict.is_some() && before.verdict.is_none() {
                    dialog::close_all(&mut commands);
                    focus.clear();
                }
            }
            RoomAction::Topic(topic) => ui.show(topic),
            RoomAction::NextTopic => {
                let topics = drill.interview.view().topics;
                let at = topics.iter().position(|topic| topic.id == ui.topic);
                let next = topics.iter().cycle().skip(at.map_or(0, |at| at + 1));
                if let Some(topic) = next.take(topics.len()).next() {
                    ui.show(topic.id);
                }
            }
            RoomAction::Pick(mention) => ui.pick(mention),
            RoomAction::Disagree => match ui.picked[..] {
                [a, b] => {
                    let before = drill.interview.view();
                    let deed = Act::Mark(a, b);
                    let answer = drill::play(&mut drill, deed);
                    let after = drill.interview.view();
                    match answer {
                        Err(refusal) => notices.refuse(words::refusal(refusal)),
                        Ok(answer) => done(&mut ui, deed, &answer, [&before, &after], &mut notices),
                    }
                }
                _ => notices.refuse(t("room-pick-two")),
            },
            RoomAction::Map => ui.map = !ui.map,
            RoomAction::Close { refer } => {
                close::ask(&mut commands, &drill.interview.view(), refer);
            }
            RoomAction::Drill(action) => {
                let begun = drill::turn(&mut drill, action, &mut commands);
                if begun {
                    *ui = drill.look();
                    focus.clear();
                }
            }
        }
    }
}

/// What follows on the screen from something that was done, and what is said where the screen does not show it.
fn done(ui: &mut RoomUi, deed: Act, answer: &Answer, views: [&View; 2], notices: &mut Notices) {
    let [before, after] = views;
    if let Act::Ask(question) = deed {
        ui.latest = Some(question);
    }
    if *answer == Answer::Disagree {
        ui.picked.clear();
    }
    let new = (after.critical.iter()).find(|critical| !before.critical.contains(critical));
    match (new, after.verdict.is_some()) {
        (Some(critical), false) => notices.refuse(words::recorded(*critical)),
        _ => match words::followed(answer) {
            Some((words, true)) => notices.refuse(words),
            Some((words, false)) => notices.tell(words),
            None => {}
        },
    }
}
