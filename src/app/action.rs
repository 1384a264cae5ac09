//! Everything that a person can ask for, and the one stream in which it arrives.
//!
//! A control carries an [`Action`]; being pressed, held to the end or called by its key it writes
//! [`Acted`]. Widgets never change anything themselves. A screen adds its own enum as a variant here
//! and reads the stream with [`acts`].

use bevy::prelude::*;

use super::i18n::Lang;
use super::screens::{
    Screen, author, bench, console, debrief, desk, folder, home, host, join, liaison, library,
    primary, questionnaire, room, seats, set_piece, theory, trends, verdict,
};
use crate::engine::Command;

/// What a control asks for when it is used.
#[derive(Component, Clone, Debug, PartialEq)]
pub enum Action {
    /// To this screen.
    Go(Screen),
    /// Where one came from: the screen's own way out.
    Back,
    Quit,
    /// The keys of this screen.
    Help,
    /// Close the topmost dialog.
    CloseDialog,
    /// Take the refusal or notice off the screen.
    DismissNotice,
    Speak(Lang),
    /// Interface scale in per cent.
    Scale(u16),
    Contrast(bool),
    Home(home::HomeAction),
    Library(library::LibraryAction),
    Seats(seats::SeatsAction),
    Folder(folder::FolderAction),
    Liaison(liaison::LiaisonAction),
    Theory(theory::TheoryAction),
    Verdict(verdict::VerdictAction),
    Debrief(debrief::DebriefAction),
    Line(primary::LineAction),
    Desk(desk::DeskAction),
    Bench(bench::BenchAction),
    Room(room::RoomAction),
    /// A set piece of the exercise, whatever its kind.
    SetPiece(set_piece::SetPieceAction),
    Chart(desk::chart::ChartAction),
    Plan(desk::plan::PlanAction),
    Join(join::JoinAction),
    Host(host::HostAction),
    Console(console::ConsoleAction),
    Questionnaire(questionnaire::QuestionnaireAction),
    Trends(trends::TrendsAction),
    Author(author::AuthorAction),
    Replay(super::replay::ReplayAction),
    /// The curtain was held open.
    OpenCurtain,
    /// Ask it of the exercise, from the team at the screen.
    Command(Command),
    /// Ask it of the exercise as whoever works the clock: the trainer, where there is one.
    Clock(Command),
}

/// A person did this.
#[derive(Message, Clone, Debug)]
pub struct Acted {
    pub action: Action,
    /// The control.
    pub source: Entity,
}

/// The stream, as every reader wants it.
pub type Acts<'w, 's> = MessageReader<'w, 's, Acted>;

/// Set in which actions are answered, so that a screen can be rebuilt after them in the same frame.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Answer;

/// Set in which the stream is full: whoever writes to it in `Update` does so before.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Heard;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Acted>();
    app.configure_sets(Update, (Heard, Answer).chain());
}
