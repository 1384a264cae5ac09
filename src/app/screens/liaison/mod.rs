//! What the desks of the two services do with each other: ask, answer, refuse, query, and the trust
//! that comes of it. Dialogs over the desk.
//!
//! What may be done, and why not, the view says ([`crate::view::LiaisonView`]); nothing is judged here.
//! What is being written or picked is the team's own and is forgotten when the other team sits down.

mod answer;
mod ask;
mod picker;
mod query;
mod reply;
pub mod said;
pub mod trust;

use bevy::prelude::*;

pub use ask::{note_line, tile};
pub use query::checked;

use super::Screen;
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::i18n::{Language, t};
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::field::Edited;
use crate::app::widgets::notice::Notices;
use crate::engine::{About, Command};
use crate::scenario::ids::{ItemId, RequestId, SubjectId, Team};
use crate::scenario::words::Withheld;

/// What the desks are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiaisonAction {
    /// The dialog to ask the partner, with this subject picked.
    Ask(Option<SubjectId>),
    /// The same, with what this item names.
    AskOf(ItemId),
    /// Name a subject in the request, or not.
    Pick(SubjectId),
    SendRequest,
    /// The dialog to answer a request.
    Answer(RequestId),
    /// Answer it with everything that has been passed on and speaks of it.
    AnswerWith(RequestId),
    /// Say *no trace*, after a look at what the partner will read.
    NoTrace(RequestId),
    /// Refuse, with a reason.
    Refuse(RequestId),
    Withheld(Withheld),
    /// Send *no trace* or the refusal.
    SendReply,
    /// The dialog to ask the register.
    Query,
    QueryAbout(About),
    /// Ask the register about every task in the field that was not checked.
    QueryAll,
    /// What trust does, and what moved it.
    Trust,
}

/// A request that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub picked: Vec<SubjectId>,
    pub text: String,
}

/// What the team at the screen writes and picks.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct LiaisonUi {
    team: Option<Team>,
    draft: Draft,
    /// By `Team as usize`: what a team was writing when its turn ended, until it sits down again.
    aside: [Draft; 2],
    /// The request that *no trace* or a refusal is being said to; a refusal has a reason.
    reply: Option<(RequestId, Option<Withheld>)>,
    search: String,
    language: crate::app::i18n::Lang,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LiaisonUi>();
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<LiaisonUi>| {
            *ui = LiaisonUi::default();
        });
    }
    app.add_systems(PreUpdate, sit.run_if(resource_exists::<Play>));
    app.add_systems(
        Update,
        (
            (write, act, send).chain().in_set(Answering),
            (
                ask::refresh,
                answer::refresh,
                query::refresh,
                reply::refresh,
            )
                .after(Answering),
        )
            .run_if(resource_exists::<Play>),
    );
}

/// Whoever sits down finds nothing of what the other team wrote, and its own half-written question.
fn sit(play: Res<Play>, language: Res<Language>, mut ui: ResMut<LiaisonUi>) {
    if ui.team != Some(play.team()) || ui.language != language.0 {
        let kept = (ui.team == Some(play.team())).then(|| ui.clone());
        let mut aside = std::mem::take(&mut ui.aside);
        if kept.is_none()
            && let Some(team) = ui.team
        {
            aside[team.index()] = std::mem::take(&mut ui.draft);
        }
        let own = std::mem::take(&mut aside[play.team().index()]);
        *ui = LiaisonUi {
            team: Some(play.team()),
            language: language.0,
            aside,
            ..kept.unwrap_or(LiaisonUi {
                draft: own,
                ..default()
            })
        };
    }
}

fn write(mut edits: MessageReader<Edited>, mut ui: ResMut<LiaisonUi>) {
    for edit in edits.read() {
        match edit.field.0 {
            ask::TEXT => ui.draft.text.clone_from(&edit.text),
            picker::SEARCH => ui.search.clone_from(&edit.text),
            _ => {}
        }
    }
}

/// Opens the dialogs, and what is picked in them.
fn act(
    mut acts: Acts,
    play: Res<Play>,
    mut ui: ResMut<LiaisonUi>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Liaison(action) = act.action else {
            continue;
        };
        let seat = play.seat();
        wake.soon();
        match action {
            LiaisonAction::Ask(subject) => {
                dialog::close_all(&mut commands);
                ui.search.clear();
                if let Some(subject) = subject {
                    ui.draft.picked = vec![subject];
                }
                ask::open(&mut commands, seat, &ui);
            }
            LiaisonAction::AskOf(id) => {
                dialog::close_all(&mut commands);
                ui.search.clear();
                let most = usize::from(seat.view.liaison.subjects_limit);
                let item = seat.view.folder.iter().find(|item| item.id == id);
                if let Some(item) = item {
                    let named = item.subjects.iter().map(|subject| subject.id);
                    ui.draft.picked = named.take(most).collect();
                }
                ask::open(&mut commands, seat, &ui);
            }
            LiaisonAction::Pick(subject) => {
                let picked = &mut ui.draft.picked;
                match picked.iter().position(|one| *one == subject) {
                    Some(at) => {
                        picked.remove(at);
                    }
                    None => picked.push(subject),
                }
            }
            LiaisonAction::Answer(request) => {
                dialog::close_all(&mut commands);
                answer::open(&mut commands, seat, request);
            }
            LiaisonAction::NoTrace(request) => {
                dialog::close_all(&mut commands);
                ui.reply = Some((request, None));
                reply::open(&mut commands, seat, &ui);
            }
            LiaisonAction::Refuse(request) => {
                dialog::close_all(&mut commands);
                ui.reply = Some((request, Some(Withheld::SourceAtRisk)));
                reply::open(&mut commands, seat, &ui);
            }
            LiaisonAction::Withheld(why) => {
                if let Some((_, reason)) = &mut ui.reply {
                    *reason = Some(why);
                }
            }
            LiaisonAction::Query => {
                dialog::close_all(&mut commands);
                ui.search.clear();
                query::open(&mut commands, seat, &ui);
            }
            LiaisonAction::Trust => {
                dialog::close_all(&mut commands);
                trust::open(&mut commands, seat);
            }
            LiaisonAction::SendRequest
            | LiaisonAction::AnswerWith(_)
            | LiaisonAction::SendReply
            | LiaisonAction::QueryAbout(_)
            | LiaisonAction::QueryAll => {}
        }
    }
}

/// Gives the commands.
fn send(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<LiaisonUi>,
    mut notices: ResMut<Notices>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Liaison(action) = act.action else {
            continue;
        };
        let wanted: Vec<Command> = match action {
            LiaisonAction::SendRequest => vec![ask::command(&ui.draft)],
            LiaisonAction::AnswerWith(request) => vec![answer::command(play.seat(), request)],
            LiaisonAction::SendReply => ui.reply.map(reply::command).into_iter().collect(),
            LiaisonAction::QueryAbout(about) => vec![Command::PointerQuery { about }],
            LiaisonAction::QueryAll => query::unchecked(play.seat())
                .map(|about| Command::PointerQuery { about })
                .collect(),
            _ => continue,
        };
        let before = play.seat().view.liaison.queries.len();
        let mut done = true;
        for command in wanted {
            match play.bypass_change_detection().send(command).why_not() {
                None => play.set_changed(),
                Some(why) => {
                    notices.refuse(why);
                    done = false;
                }
            }
        }
        if !done {
            continue;
        }
        let seat = play.seat();
        match action {
            LiaisonAction::SendRequest => {
                ui.draft = Draft::default();
                notices.tell(t("liaison-sent-request").with("team", said::partner(seat)));
            }
            LiaisonAction::AnswerWith(_) | LiaisonAction::SendReply => {
                ui.reply = None;
                notices.tell(t("liaison-sent-answer").with("team", said::partner(seat)));
            }
            _ => {
                if let Some(words) = query::found(seat, before) {
                    notices.tell(words);
                }
                // The dialog stays, to ask about the next.
                continue;
            }
        }
        dialog::close_all(&mut commands);
    }
}
