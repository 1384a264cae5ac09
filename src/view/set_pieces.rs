//! Set pieces as the team that plays them may see them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::team::PlayedReport;
use crate::engine::State;
use crate::engine::encounter::document::{Example, bench, described};
use crate::engine::encounter::line::{self, Line};
use crate::engine::encounter::questioning;
use crate::engine::encounter::set_piece::{Act, Machine};
use crate::engine::rules::consent;
use crate::engine::set_pieces::Played;
use crate::engine::state::TaskResult;
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, OfficerId, TaskId, Team};
use crate::scenario::model::SetPiece;
use crate::scenario::words::SetPieceKind;

/// One set piece of the round whose results are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPieceView {
    pub task: TaskId,
    pub officer: OfficerId,
    pub title: Text,
    pub what: SetPieceWhat,
    /// Times that a colleague can still be asked.
    pub help: u8,
    /// What the colleague said last, until something is done.
    pub advice: Option<Act>,
    pub ended: Option<SetPieceEnd>,
    /// Items on the table that are the partner's and that it has not let the team use: to put one to the
    /// person is a breach.
    pub unfree: Vec<ItemId>,
}

impl SetPieceView {
    /// Has anything been done in it?
    #[must_use]
    pub fn begun(&self) -> bool {
        match &self.what {
            SetPieceWhat::Document { view, .. } => view.minutes > 0,
            SetPieceWhat::Interview(view) => view.minute > 0,
            SetPieceWhat::Line { view, .. } => view.gone > 0,
        }
    }
}

/// What lies, sits or stands before the officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetPieceWhat {
    Document {
        /// What the officer knows when it is laid on the bench.
        about: Text,
        view: Box<bench::View>,
        /// The teaching point, once the finding is given and nothing is kept for the debrief.
        lesson: Option<Text>,
    },
    Interview(Box<questioning::View>),
    Line {
        view: Box<line::View>,
        /// The whole line, once nobody stands there any more.
        over: Option<Box<Line>>,
    },
}

/// How a set piece ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPieceEnd {
    /// 0 to 100; nothing where they would tell what is kept for the debrief.
    pub points: Option<u8>,
    pub success: bool,
    /// The officer walked out.
    pub left: bool,
}

/// What playing a task's set piece depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPieceOffer {
    pub kind: SetPieceKind,
    /// For each of the team's officers, in their order: the level of skill, which gives time and help; 0
    /// without the skill.
    pub edges: Vec<u8>,
}

/// A set piece as it was, for the debrief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPieceOutcome {
    pub team: Team,
    pub round: u8,
    pub title: Text,
    pub officer: Text,
    pub kind: SetPieceKind,
    pub end: Option<SetPieceEnd>,
    /// Of a document: what was found, what it was, and what it teaches.
    pub document: Option<DocumentOutcome>,
    /// What all contradictions of an interview teach, those that nobody found with them.
    pub lessons: Vec<Text>,
}

/// A finding beside the truth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentOutcome {
    /// As the officer left it, with the truth; the finding is missing if the officer walked out.
    pub bench: Box<bench::View>,
    pub truth: Box<Example>,
    pub lesson: Text,
}

pub(super) fn set_pieces(state: &State, team: Team) -> Vec<Arc<SetPieceView>> {
    let now = state.round();
    let own = state.set_pieces.iter();
    own.filter(|p| p.team == team && p.round == now)
        .filter_map(|p| view(state, p).map(Arc::new))
        .collect()
}

fn view(state: &State, played: &Played) -> Option<SetPieceView> {
    let what = match &played.machine {
        Machine::Document(bench) => {
            let keeps = played.keeps_truth(state.scenario().rounds);
            let view = Box::new(if keeps { bench.kept() } else { bench.view() });
            let document = match played.piece {
                SetPiece::Document(id) => state.scenario().documents.get(id.index()),
                _ => None,
            }?;
            let over = view.truth.is_some();
            SetPieceWhat::Document {
                about: document.about.clone(),
                lesson: over.then(|| document.lesson.clone()),
                view,
            }
        }
        Machine::Interview(room) => SetPieceWhat::Interview(Box::new(room.view())),
        Machine::Line(line) => SetPieceWhat::Line {
            view: Box::new(line.view()),
            over: line.over().then(|| line.clone()),
        },
    };
    let items: Vec<ItemId> = match &what {
        SetPieceWhat::Interview(view) => view.evidence.iter().filter_map(|e| e.item).collect(),
        _ => Vec::new(),
    };
    Some(SetPieceView {
        unfree: consent::lacking(state, played.team, &items),
        task: played.task,
        officer: played.officer,
        title: state.scenario().task(played.task).title.clone(),
        what,
        help: played.help,
        advice: played.advice.clone(),
        ended: end(played, !played.keeps_truth(state.scenario().rounds)),
    })
}

fn end(played: &Played, told: bool) -> Option<SetPieceEnd> {
    played.ended.map(|e| SetPieceEnd {
        points: told.then_some(e.points),
        success: e.success,
        left: e.left,
    })
}

/// All of the exercise, for the debrief.
pub(super) fn outcomes(state: &State) -> Vec<SetPieceOutcome> {
    let scenario = state.scenario();
    let told = |p: &Arc<Played>| {
        let task = scenario.task(p.task);
        Some(SetPieceOutcome {
            team: p.team,
            round: p.round,
            title: task.title.clone(),
            officer: scenario.officer(p.officer).name.clone(),
            kind: task.set_piece?.kind(),
            end: end(p, true),
            document: document(state, p),
            lessons: match &p.machine {
                Machine::Interview(room) => {
                    let who = room.person();
                    let all = who.contradictions.iter();
                    all.filter_map(|c| c.lesson.clone()).collect()
                }
                Machine::Document(_) | Machine::Line(_) => Vec::new(),
            },
        })
    };
    state.set_pieces.iter().filter_map(told).collect()
}

fn document(state: &State, played: &Played) -> Option<DocumentOutcome> {
    let (Machine::Document(bench), SetPiece::Document(id)) = (&played.machine, played.piece) else {
        return None;
    };
    let document = state.scenario().documents.get(id.index())?;
    Some(DocumentOutcome {
        bench: Box::new(bench.view()),
        truth: Box::new(described::example(state.scenario(), document)),
        lesson: document.lesson.clone(),
    })
}

/// Of the report: the points of a task's set piece that is over, unless they are kept for the debrief.
pub(super) fn played(state: &State, team: Team, result: &TaskResult) -> Option<PlayedReport> {
    let points = match result.played? {
        None => return Some(PlayedReport::Open),
        Some(points) => points,
    };
    let rounds = state.scenario().rounds;
    let mut all = state.set_pieces.iter().rev();
    let piece = all.find(|p| p.team == team && p.task == result.task);
    let kept = piece.is_some_and(|p| p.keeps_truth(rounds));
    Some(PlayedReport::Over((!kept).then_some(points)))
}
