//! What bench, room and counter share inside an exercise: which set piece is on the screen, how an act goes to
//! the host, the officer's help, walking out, and the way back to the report.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;

use super::Screen;
use super::bench::words as at_the_bench;
use super::primary::words as at_the_counter;
use super::room::words as in_the_room;
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::far::Said;
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::notice::Notices;
use crate::drawing::icon::Icon;
use crate::engine::encounter::document::bench;
use crate::engine::encounter::set_piece::{Act, Refusal as Why};
use crate::engine::encounter::{line, questioning};
use crate::engine::{Command, Refusal};
use crate::scenario::ids::TaskId;
use crate::scenario::words::SetPieceKind;
use crate::session::SeatEnd;
use crate::view::{SetPieceView, SetPieceWhat};

/// The task whose set piece is on the screen; none while a drill is.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Playing(pub TaskId);

/// What all set pieces of an exercise are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetPieceAction {
    /// Plays it, or looks at how it ended.
    Open(TaskId),
    /// Asks a colleague.
    Help,
    /// Asks first.
    Leave,
    /// Walks out.
    WalkOut,
    /// To the report of the round.
    Back,
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        act.in_set(Answering).run_if(resource_exists::<Play>),
    );
}

fn act(
    mut acts: Acts,
    mut play: ResMut<Play>,
    playing: Option<Res<Playing>>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::SetPiece(action) = act.action else {
            continue;
        };
        wake.soon();
        match (action, playing.as_deref()) {
            (SetPieceAction::Open(task), _) => {
                if let Some(piece) = find(play.seat(), task) {
                    commands.insert_resource(Playing(task));
                    next.set(screen(piece));
                }
            }
            (SetPieceAction::Back, _) => {
                dialog::close_all(&mut commands);
                commands.remove_resource::<Playing>();
                next.set(Screen::Resolution);
            }
            (SetPieceAction::Leave, Some(_)) => ask(&mut commands),
            (SetPieceAction::WalkOut, Some(Playing(task))) => {
                let command = Command::LeaveSetPiece { task: *task };
                match told(play.send(command)) {
                    Ok(()) => {
                        dialog::close_all(&mut commands);
                        commands.remove_resource::<Playing>();
                        next.set(Screen::Resolution);
                    }
                    Err(why) => notices.refuse(why),
                }
            }
            (SetPieceAction::Help, Some(Playing(task))) => {
                notices.clear();
                if let Err(why) = send(&mut play, *task, Act::Help) {
                    notices.refuse(why);
                }
            }
            (_, None) => {}
        }
    }
}

/// Where it is played.
fn screen(piece: &SetPieceView) -> Screen {
    match piece.what {
        SetPieceWhat::Document { .. } => Screen::Bench,
        SetPieceWhat::Interview(_) => Screen::Room,
        SetPieceWhat::Line { .. } => Screen::Line,
    }
}

fn find(seat: &SeatEnd, task: TaskId) -> Option<&SetPieceView> {
    let mut all = seat.view.set_pieces.iter();
    all.rfind(|piece| piece.task == task).map(|piece| &**piece)
}

/// The exercise as a set piece's screen sees it; nothing, while a drill is on the screen.
#[derive(SystemParam)]
pub struct Exercise<'w> {
    playing: Option<Res<'w, Playing>>,
    play: Option<Res<'w, Play>>,
}

impl Exercise<'_> {
    /// The set piece that is on the screen.
    #[must_use]
    pub fn piece(&self) -> Option<&SetPieceView> {
        shown(self.playing.as_deref(), self.play.as_deref())
    }

    /// Where one goes back to.
    #[must_use]
    pub fn back(&self) -> Action {
        match self.piece() {
            Some(_) => Action::SetPiece(SetPieceAction::Back),
            None => Action::Go(Screen::Home),
        }
    }

    /// A colleague and the door, in the bar.
    pub fn bar(&self, parent: &mut Parent, narrow: bool) {
        if let Some(piece) = self.piece() {
            bar(parent, piece, narrow);
        }
    }

    /// What is known on the way in and what a colleague said, under the bar.
    pub fn strip(&self, parent: &mut Parent) {
        if let (Some(piece), Some(play)) = (self.piece(), &self.play) {
            let seat = play.seat();
            let last = seat.view.clock.round >= seat.case.rounds;
            strip(parent, self.title(), piece, last);
        }
    }

    /// The task and who was sent.
    #[must_use]
    pub fn title(&self) -> Option<Words> {
        let (piece, play) = (self.piece()?, self.play.as_ref()?);
        let mut officers = play.seat().view.officers.iter();
        let officer = officers.find(|o| o.id == piece.officer)?;
        let title = t("set-piece-title").with("task", &piece.title);
        Some(title.with("officer", &officer.name))
    }
}

/// The set piece that is on the screen, if an exercise's is.
#[must_use]
pub fn shown<'p>(playing: Option<&Playing>, play: Option<&'p Play>) -> Option<&'p SetPieceView> {
    find(play?.seat(), playing?.0)
}

/// Gives an act to the host.
///
/// # Errors
/// Why not, in words; nothing has changed then.
pub fn send(play: &mut Play, task: TaskId, act: Act) -> Result<(), Words> {
    told(play.send(Command::PlaySetPiece { task, act }))
}

fn told(said: Said) -> Result<(), Words> {
    match said {
        Said::Refused(Refusal::InSetPiece { why }) => Err(refusal(why)),
        other => other.why_not().map_or(Ok(()), Err),
    }
}

/// What the set piece itself says to an act that cannot be.
fn refusal(why: Why) -> Words {
    match why {
        Why::Document(why) => at_the_bench::refusal(why),
        Why::Interview(why) => in_the_room::refusal(why),
        Why::Line(why) => at_the_counter::refusal(why),
        Why::OtherKind => t("refusal-in-set-piece"),
        Why::NoHelp => t("set-piece-no-help"),
        Why::OwnEyes => t("set-piece-own-eyes"),
    }
}

/// In the bar: a colleague, and the door.
fn bar(bar: &mut Parent, piece: &SetPieceView, narrow: bool) {
    if piece.ended.is_some() {
        return;
    }
    let help = t("set-piece-help").with("number", piece.help);
    let ask = Action::SetPiece(SetPieceAction::Help);
    let none = (piece.help == 0).then(|| t("set-piece-no-help"));
    let button = if narrow {
        Button::icon_only(Icon::People, help, ask)
    } else {
        Button::normal(help, ask).icon(Icon::People)
    };
    button.key(KeyCode::KeyH).small().off(none).spawn(bar);
    let leave = Action::SetPiece(SetPieceAction::Leave);
    Button::normal(t("set-piece-leave"), leave)
        .key(KeyCode::KeyQ)
        .small()
        .spawn(bar);
}

/// Under the bar: what the officer knows on the way in, and what a colleague has said.
pub fn strip(parent: &mut Parent, title: Option<Words>, piece: &SetPieceView, last: bool) {
    let node = Node {
        padding: UiRect::axes(px(GAP_4), px(6)),
        border: UiRect::bottom(px(1)),
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        ..row(GAP_3)
    };
    parent
        .spawn((node, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(|strip| {
            let body = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..column(2.0)
            };
            strip.spawn(body).with_children(|body| {
                // The bench has its title in the bar and all its height for the papers.
                match (&piece.what, title) {
                    (SetPieceWhat::Document { about, lesson, .. }, _) => {
                        let words = case(lesson.as_ref().unwrap_or(about));
                        body.spawn(text(words, Type::LABEL.tone(Tone::Text)));
                    }
                    (_, Some(title)) => {
                        body.spawn(text(title, Type::BODY.bold()));
                    }
                    _ => {}
                }
                if let Some(advice) = advice(piece) {
                    body.spawn(row(GAP_2)).with_children(|line| {
                        line.spawn(icon(Icon::People, 15.0, Tone::Accent));
                        let words = t("set-piece-advice").with("advice", advice);
                        line.spawn(text(words, Type::BODY));
                    });
                }
                if let Some(end) = piece.ended {
                    let key = match (end.left, end.points, end.success) {
                        (true, ..) => "set-piece-ended-left",
                        (_, None, _) => "set-piece-ended-kept",
                        (.., true) => "set-piece-ended-well",
                        // After the last round nobody is sent any more.
                        (.., false) if last => "set-piece-ended-badly-last",
                        (.., false) => "set-piece-ended-badly",
                    };
                    let mut words = t(key);
                    if let Some(points) = end.points {
                        words = words.with("points", points);
                    }
                    body.spawn(text(words, Type::BODY));
                }
            });
        });
}

/// What a colleague said, in the words of the screen.
fn advice(piece: &SetPieceView) -> Option<Words> {
    match (piece.advice.as_ref()?, &piece.what) {
        (Act::Document(act), SetPieceWhat::Document { .. }) => Some(match act {
            bench::Act::Look(light) => {
                t("set-piece-look").with("light", at_the_bench::light(*light))
            }
            bench::Act::Specimen => t("set-piece-specimen"),
            bench::Act::Faces => t("set-piece-faces"),
            bench::Act::Ask(register) => {
                t("set-piece-register").with("register", at_the_bench::register(*register))
            }
            // Those no colleague gives.
            bench::Act::Compare(..) | bench::Act::Find(_) => return None,
        }),
        (Act::Interview(act), SetPieceWhat::Interview(view)) => Some(match act {
            questioning::Act::Give(of) => {
                t("set-piece-give").with("what", in_the_room::safeguard(*of))
            }
            questioning::Act::Ask(id) => {
                let question = view.questions.iter().find(|q| q.id == *id)?;
                t("set-piece-ask").with("question", &question.text)
            }
            questioning::Act::Disclose(id) => {
                let evidence = view.evidence.iter().find(|e| e.id == *id)?;
                t("set-piece-put").with("evidence", &evidence.text)
            }
            questioning::Act::Summarise(id) => {
                let topic = view.topics.iter().find(|topic| topic.id == *id)?;
                t("set-piece-sum-up").with("topic", &topic.name)
            }
            questioning::Act::Break => t("set-piece-break"),
            questioning::Act::Mark(..) => t("set-piece-disagree"),
            questioning::Act::Close { .. } => t("set-piece-close"),
        }),
        (Act::Line(act), SetPieceWhat::Line { view, .. }) => Some(match act {
            line::Act::Look => t("set-piece-watch"),
            line::Act::Inspect => t("set-piece-passport"),
            line::Act::Ask(n) => {
                let asked = view.questions.get(*n)?;
                t("set-piece-ask").with("question", &asked.ask)
            }
            line::Act::Check(n, by) => t("set-piece-check")
                .with("number", n + 1)
                .with("source", at_the_counter::source(*by)),
            line::Act::Put(n, by) => t("set-piece-tell")
                .with("number", n + 1)
                .with("source", at_the_counter::source(*by)),
            line::Act::Note(_) => t("set-piece-note"),
            line::Act::Clear => t("set-piece-clear"),
            line::Act::Refer(..) => t("set-piece-refer"),
        }),
        _ => None,
    }
}

/// Along the foot when it is over.
pub fn after(foot: &mut Parent) {
    foot.spawn(grow());
    Button::primary(t("set-piece-back"), Action::SetPiece(SetPieceAction::Back))
        .after(Icon::ArrowRight)
        .key(KeyCode::KeyN)
        .first()
        .spawn(foot);
}

/// Asks before the officer walks out.
fn ask(commands: &mut Commands) {
    let question = dialog::Question {
        title: t("set-piece-leave-title"),
        what: t("set-piece-leave-what"),
        stay: t("set-piece-stay"),
        yes: t("set-piece-walk-out"),
        act: Action::SetPiece(SetPieceAction::WalkOut),
        key: KeyCode::KeyY,
    };
    dialog::confirm(commands, question);
}

/// What kind of set piece a task opens, in words.
#[must_use]
pub fn kind(of: SetPieceKind) -> Words {
    match of {
        SetPieceKind::Document => t("set-piece-kind-document"),
        SetPieceKind::Interview => t("set-piece-kind-interview"),
        SetPieceKind::Line => t("set-piece-kind-line"),
    }
}
