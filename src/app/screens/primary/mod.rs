//! LINE: one counter at one hour. A traveller, a passport, behaviour against what is usual, questions whose
//! answers can be checked, a note, and clear or refer; after the last one, what came of it.
//!
//! What can be done, what it costs and who somebody is are the line's own
//! ([`crate::engine::encounter::line`]). Nothing here reads the truth before the line is over.

mod bar;
mod counter;
mod foot;
mod note;
mod passport;
mod questions;
mod result;
mod review;
mod table;
pub(super) mod words;

use std::sync::Arc;

use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::set_piece::{self, Exercise, Playing};
use super::{Root, Screen, Space, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::i18n::Words;
use crate::app::text::{Parent, column};
use crate::app::theme::measure::GAP_2;
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::field::Edited;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::engine::encounter::line::{
    Act, Ground, Line, Note, Observation, Referral, View, shipped,
};
use crate::engine::encounter::set_piece::Act as SetPieceAct;
use crate::scenario::ids::TaskId;
use crate::scenario::primary_line::Source;
use crate::session::fresh_seed;
use crate::view::{SetPieceView, SetPieceWhat};

/// What can be done at the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineAction {
    /// A line of this level; asks first where somebody has come up already.
    Level(u8),
    /// A line of this level, whatever was there.
    Open(u8),
    /// Watches the traveller come up.
    Look,
    /// Takes the passport.
    Inspect,
    /// Asks; of what was asked already, shows the checks.
    Ask(usize),
    Check(usize, Source),
    Put(usize, Source),
    /// The note is about this.
    Observe(Observation),
    /// This question followed it.
    About(usize),
    Write,
    Clear,
    /// Asks for the ground of a referral.
    Where(Referral),
    Refer(Referral, Ground),
    /// Another line of this level.
    Another,
}

/// One line, and what the officer is about to write.
#[derive(Resource, Clone, Debug)]
pub struct LineUi {
    /// What the officer has before them.
    pub view: View,
    /// The whole line, once nobody stands there any more.
    over: Option<Box<Line>>,
    host: Host,
    /// The question whose checks are on the keys.
    current: Option<usize>,
    draft: Note,
}

/// Whose line it is.
#[derive(Clone, Debug)]
enum Host {
    /// The drill's own.
    Drill {
        line: Box<Line>,
        level: u8,
        seed: u64,
    },
    /// The exercise's: acts go to whoever hosts it.
    SetPiece(TaskId),
}

impl LineUi {
    /// A line of this level; the seed fixes its travellers.
    ///
    /// # Panics
    /// If a profile that comes with the program cannot be read; the tests read them all.
    #[must_use]
    pub fn new(level: u8, seed: u64) -> Self {
        let profile = shipped::profile(level).expect("a profile that was tested");
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        Self::of(
            shipped::drill(Arc::new(profile), level, &mut rng),
            level,
            seed,
        )
    }

    /// This line.
    #[must_use]
    pub fn of(line: Line, level: u8, seed: u64) -> Self {
        let view = line.view();
        let line = Box::new(line);
        Self::with(view, Host::Drill { line, level, seed })
    }

    fn with(view: View, host: Host) -> Self {
        Self {
            view,
            over: None,
            host,
            current: None,
            draft: blank(),
        }
    }

    /// The line of the exercise's set piece.
    fn played(piece: &SetPieceView) -> Option<Self> {
        let (view, over) = stands(piece)?;
        let ui = Self::with(view.clone(), Host::SetPiece(piece.task));
        Some(Self {
            over: over.cloned().map(Box::new),
            ..ui
        })
    }

    /// The whole line, once nobody stands there any more.
    #[must_use]
    pub fn finished(&self) -> Option<&Line> {
        self.over.as_deref()
    }

    fn level(&self) -> Option<u8> {
        match self.host {
            Host::Drill { level, .. } => Some(level),
            Host::SetPiece(_) => None,
        }
    }

    /// Does it with whoever hosts the line.
    fn play(&mut self, act: Act, play: Option<&mut Play>) -> Result<(), Words> {
        match (&mut self.host, play) {
            (Host::Drill { line, .. }, _) => {
                line.act(act).map_err(words::refusal)?;
                self.view = line.view();
                self.over = line.over().then(|| line.clone());
            }
            (Host::SetPiece(task), Some(play)) => {
                set_piece::send(play, *task, SetPieceAct::Line(act))?;
                let playing = Playing(*task);
                let piece = set_piece::shown(Some(&playing), Some(play));
                if let Some((view, over)) = piece.and_then(stands) {
                    self.view = view.clone();
                    self.over = over.cloned().map(Box::new);
                }
            }
            (Host::SetPiece(_), None) => {}
        }
        Ok(())
    }

    /// What is on the card, as it would be written now.
    #[must_use]
    pub fn draft(&self) -> &Note {
        &self.draft
    }

    /// Somebody has been dealt with, and nobody knows yet how.
    fn begun(&self) -> bool {
        !self.view.over && self.view.gone > 0
    }
}

fn blank() -> Note {
    Note {
        observed: None,
        question: None,
        text: String::new(),
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Line), enter);
    app.add_systems(
        Update,
        (
            (write, act).chain().in_set(Answering),
            again.after(Answering).run_if(
                resource_exists_and_changed::<LineUi>
                    .or_eager(resource_exists_and_changed::<Space>)
                    .or_eager(resource_exists_and_changed::<Play>),
            ),
        )
            .run_if(in_state(Screen::Line)),
    );
}

/// Who stands at the counter of a set piece.
fn stands(piece: &SetPieceView) -> Option<(&View, Option<&Line>)> {
    match &piece.what {
        SetPieceWhat::Line { view, over } => Some((view, over.as_deref())),
        _ => None,
    }
}

fn enter(mut commands: Commands, ui: Option<Res<LineUi>>, exercise: Exercise, space: Res<Space>) {
    let ui = match (exercise.piece(), ui) {
        (Some(piece), _) => match LineUi::played(piece) {
            Some(ui) => ui,
            None => return,
        },
        (None, Some(ui)) if ui.level().is_some() => ui.clone(),
        (None, _) => LineUi::new(1, fresh_seed()),
    };
    let root = root_with_escape(Screen::Line, column(0.0), exercise.back());
    let id = commands.spawn(root).id();
    let narrow = space.narrow();
    rebuild(&mut commands, id, |parent| {
        build(parent, &ui, &exercise, narrow)
    });
    commands.insert_resource(ui);
}

fn again(
    mut commands: Commands,
    ui: Res<LineUi>,
    exercise: Exercise,
    space: Res<Space>,
    root: Single<Entity, With<Root>>,
) {
    let narrow = space.narrow();
    rebuild(&mut commands, *root, |parent| {
        build(parent, &ui, &exercise, narrow)
    });
}

/// The field shows its text itself: nothing is built anew for a letter.
fn write(mut edits: MessageReader<Edited>, mut ui: ResMut<LineUi>) {
    for edit in edits.read().filter(|edit| edit.field.0 == note::WORDS) {
        let text = &mut ui.bypass_change_detection().draft.text;
        text.clone_from(&edit.text);
    }
}

fn act(
    mut acts: Acts,
    mut ui: ResMut<LineUi>,
    mut play: Option<ResMut<Play>>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut focus: ResMut<InputFocus>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Line(action) = act.action else {
            continue;
        };
        wake.soon();
        notices.clear();
        let ui = &mut *ui;
        let deed = match action {
            LineAction::Level(level) if ui.begun() => {
                foot::leave(&mut commands, level);
                continue;
            }
            LineAction::Level(level) | LineAction::Open(level) => {
                dialog::close_all(&mut commands);
                *ui = LineUi::new(level, fresh_seed());
                focus.clear();
                continue;
            }
            LineAction::Another => {
                if let Host::Drill { level, seed, .. } = ui.host {
                    *ui = LineUi::new(level, seed.wrapping_add(1));
                    focus.clear();
                }
                continue;
            }
            LineAction::Observe(what) => {
                let same = ui.draft.observed == Some(what);
                ui.draft.observed = (!same).then_some(what);
                continue;
            }
            LineAction::About(question) => {
                let same = ui.draft.question == Some(question);
                ui.draft.question = (!same).then_some(question);
                continue;
            }
            LineAction::Where(to) => {
                foot::ground(&mut commands, &ui.view, to);
                continue;
            }
            LineAction::Look => Act::Look,
            LineAction::Inspect => Act::Inspect,
            LineAction::Ask(question) => Act::Ask(question),
            LineAction::Check(question, by) => Act::Check(question, by),
            LineAction::Put(question, by) => Act::Put(question, by),
            LineAction::Write => Act::Note(ui.draft.clone()),
            LineAction::Clear => Act::Clear,
            LineAction::Refer(to, ground) => Act::Refer(to, ground),
        };
        if let Err(why) = ui.play(deed, play.as_deref_mut()) {
            notices.refuse(why);
            continue;
        }
        match action {
            LineAction::Clear | LineAction::Refer(..) => {
                dialog::close_all(&mut commands);
                ui.current = None;
                ui.draft = blank();
                focus.clear();
            }
            LineAction::Ask(question)
            | LineAction::Check(question, _)
            | LineAction::Put(question, _) => ui.current = Some(question),
            LineAction::Write => notices.tell(words::noted(ui.view.quality(&ui.draft))),
            _ => {}
        }
    }
}

fn build(parent: &mut Parent, ui: &LineUi, exercise: &Exercise, narrow: bool) {
    let view = &ui.view;
    bar::bar(parent, ui, view, exercise, narrow);
    exercise.strip(parent);
    if view.over {
        if let Some(line) = ui.finished() {
            result::result(parent, line, narrow);
        }
        foot::after(parent, ui.level().is_none(), narrow);
        return;
    }
    columns(parent, narrow, |body| {
        counter::counter(body, view, narrow);
        let middle = Node {
            flex_grow: 1.0,
            flex_basis: if narrow { auto() } else { px(0) },
            min_height: px(0),
            flex_shrink: if narrow { 0.0 } else { 1.0 },
            ..column(GAP_2)
        };
        body.spawn(middle).with_children(|middle| {
            passport::passport(middle, view);
            questions::questions(middle, ui, view, narrow);
        });
        note::note(body, ui, view, narrow);
    });
    foot::foot(parent, narrow);
}

/// Columns beside each other; in a narrow window under each other, and all of it scrolls.
fn columns(parent: &mut Parent, narrow: bool, build: impl FnOnce(&mut Parent)) {
    if narrow {
        scroll::area(parent, px(GAP_2).all(), GAP_2, false, build);
        return;
    }
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(build);
}

/// The padding of what scrolls: its bar has room at the right.
fn inset(gap: f32) -> UiRect {
    UiRect::new(px(gap), px(14), px(gap), px(gap))
}

/// What a text takes that shares its line with a sign.
fn rest() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..default()
    }
}

/// A panel of a column: so wide, or as wide as the window and so high where it is narrow.
fn side(width: f32, height: f32, narrow: bool) -> Node {
    Node {
        width: if narrow { auto() } else { px(width) },
        height: if narrow { px(height) } else { auto() },
        flex_shrink: 0.0,
        ..default()
    }
}
