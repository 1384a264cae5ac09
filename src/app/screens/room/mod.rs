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
pub(super) mod words;

use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::set_piece::{self, Exercise, Playing};
use super::{Root, Screen, Space, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::i18n::{Language, Words, t};
use crate::app::text::{Parent, column};
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll::{Kept, Places};
use crate::engine::encounter::questioning::{Act, Answer, View};
use crate::engine::encounter::set_piece::Act as SetPieceAct;
use crate::scenario::ids::{AskId, ItemId, TaskId, TopicId};
use crate::scenario::interviews::Mention;
use crate::session::fresh_seed;
use crate::view::{SetPieceView, SetPieceWhat};

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

/// No interview has more questions (`scenario/validate/interviews.rs`).
const MOST_QUESTIONS: u16 = 150;

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
    /// The task whose set piece it is; none for the drill.
    of: Option<TaskId>,
    /// What cannot be put without a breach.
    unfree: Vec<ItemId>,
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
            of: None,
            unfree: Vec::new(),
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
        .or_eager(resource_changed::<Language>)
        .or_eager(resource_exists_and_changed::<Play>);
    app.add_systems(
        Update,
        (
            act.in_set(Answering),
            again.after(Answering).run_if(changed),
        )
            .run_if(in_state(Screen::Room)),
    );
}

/// How the room of a set piece looks: as its level has it, and shuffled where kinds are not named, for the
/// order of the case gives them away.
fn playing(piece: Option<&SetPieceView>, task: TaskId) -> RoomUi {
    let told = sits(piece).is_none_or(|view| view.level == 1);
    let mut order: Vec<AskId> = Vec::new();
    if !told {
        order.extend((0..MOST_QUESTIONS).map(AskId));
        let seed = u64::try_from(task.index()).unwrap_or(0);
        order.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    }
    RoomUi::new(told, order)
}

/// Who sits in the room of a set piece.
fn sits(piece: Option<&SetPieceView>) -> Option<&View> {
    match &piece?.what {
        SetPieceWhat::Interview(view) => Some(view),
        _ => None,
    }
}

fn enter(
    mut commands: Commands,
    drill: Option<Res<Drill>>,
    ui: Option<Res<RoomUi>>,
    exercise: Exercise,
    space: Res<Space>,
    language: Res<Language>,
) {
    let drill = drill.map_or_else(|| Drill::new(1, fresh_seed()), |drill| drill.clone());
    let of = exercise.piece().map(|piece| piece.task);
    let ui = match (of, ui) {
        (task, Some(ui)) if ui.of == task => ui.clone(),
        (Some(task), _) => RoomUi {
            of: Some(task),
            ..playing(exercise.piece(), task)
        },
        (None, _) => drill.look(),
    };
    let ui = RoomUi {
        unfree: exercise.piece().map_or_else(Vec::new, |p| p.unfree.clone()),
        ..ui
    };
    let root = root_with_escape(Screen::Room, column(0.0), exercise.back());
    let id = commands.spawn(root).id();
    let room = Room::of(&space, &language);
    rebuild(&mut commands, id, |parent| {
        show(parent, &ui, &drill, &exercise, room);
    });
    commands.insert_resource(drill);
    commands.insert_resource(ui);
}

fn again(
    mut commands: Commands,
    drill: Res<Drill>,
    mut ui: ResMut<RoomUi>,
    exercise: Exercise,
    space: Res<Space>,
    language: Res<Language>,
    areas: Query<(&Kept, &ScrollPosition)>,
    root: Single<Entity, With<Root>>,
) {
    let ui = ui.bypass_change_detection();
    ui.places.note(&areas);
    let room = Room::of(&space, &language);
    rebuild(&mut commands, *root, |parent| {
        show(parent, ui, &drill, &exercise, room);
    });
}

/// The room with what the drill, or the exercise, adds to it.
fn show(parent: &mut Parent, ui: &RoomUi, drill: &Drill, exercise: &Exercise, room: Room) {
    if let Some(view) = sits(exercise.piece()) {
        let host = Host {
            back: exercise.back(),
            bar: &|bar| exercise.bar(bar, room.narrow),
            strip: &|parent| exercise.strip(parent),
            after: &set_piece::after,
        };
        page::build(parent, ui, view, room, &host);
        return;
    }
    let host = Host {
        back: Action::Go(Screen::Home),
        bar: &|bar| drill::bar(bar, drill, room.narrow),
        strip: &|_| {},
        after: &|foot| drill::after(foot, drill),
    };
    page::build(parent, ui, &drill.interview.view(), room, &host);
}

/// What the officer has before them.
fn seen(drill: &Drill, playing: Option<&Playing>, play: Option<&Play>) -> View {
    let sits = sits(set_piece::shown(playing, play));
    sits.cloned().unwrap_or_else(|| drill.interview.view())
}

/// Does it with whoever hosts the room, and says what came of it.
fn deed(
    act: Act,
    drill: &mut Drill,
    playing: Option<&Playing>,
    play: Option<&mut Play>,
) -> Result<(Answer, [View; 2]), Words> {
    let (Some(Playing(task)), Some(play)) = (playing, play) else {
        let before = drill.interview.view();
        let answer = drill::play(drill, act).map_err(words::refusal)?;
        return Ok((answer, [before, drill.interview.view()]));
    };
    let before = seen(drill, playing, Some(play));
    set_piece::send(play, *task, SetPieceAct::Interview(act))?;
    let after = seen(drill, playing, Some(play));
    let answer = Answer::between(act, &before, &after);
    Ok((answer, [before, after]))
}

fn act(
    mut acts: Acts,
    mut drill: ResMut<Drill>,
    mut ui: ResMut<RoomUi>,
    playing: Option<Res<Playing>>,
    mut play: Option<ResMut<Play>>,
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
        let playing = playing.as_deref();
        let now = seen(&drill, playing, play.as_deref());
        let todo = match action {
            RoomAction::Do(deed) => deed,
            RoomAction::Topic(topic) => {
                ui.show(topic);
                continue;
            }
            RoomAction::NextTopic => {
                let at = now.topics.iter().position(|topic| topic.id == ui.topic);
                let next = now.topics.iter().cycle().skip(at.map_or(0, |at| at + 1));
                if let Some(topic) = next.take(now.topics.len()).next() {
                    ui.show(topic.id);
                }
                continue;
            }
            RoomAction::Pick(mention) => {
                ui.pick(mention);
                continue;
            }
            RoomAction::Disagree => match ui.picked[..] {
                [a, b] => Act::Mark(a, b),
                _ => {
                    notices.refuse(t("room-pick-two"));
                    continue;
                }
            },
            RoomAction::Map => {
                ui.map = !ui.map;
                continue;
            }
            RoomAction::Close { refer } => {
                close::ask(&mut commands, &now, refer);
                continue;
            }
            RoomAction::Drill(action) => {
                if drill::turn(&mut drill, action, &mut commands) {
                    *ui = drill.look();
                    focus.clear();
                }
                continue;
            }
        };
        match deed(todo, &mut drill, playing, play.as_deref_mut()) {
            Err(why) => notices.refuse(why),
            Ok((answer, [before, after])) => {
                done(&mut ui, todo, &answer, [&before, &after], &mut notices);
                if after.verdict.is_some() {
                    dialog::close_all(&mut commands);
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
