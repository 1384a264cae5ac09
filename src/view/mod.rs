//! The only door out of [`crate::engine::State`]: what each viewer may see.

mod authority;
mod chart;
mod debrief;
mod deeds;
mod delta;
mod elements;
mod facilitation;
mod facilitator;
mod few;
mod folder;
mod item;
mod liaison;
mod list;
mod msel;
mod operations;
mod project;
mod questionnaires;
mod record;
mod refresh;
mod set_pieces;
mod team;
mod touch;
mod verdict;

pub use authority::*;
pub use chart::{BoardLink, ChallengeView, ChartView, LinkView, NodeView, PostingView};
pub use delta::{Section, apply};
pub use elements::*;
pub use facilitation::*;
pub use facilitator::*;
pub use item::*;
pub use liaison::*;
pub use list::ListDelta;
pub use msel::*;
pub use operations::{
    AimView, ChoiceView, FillView, MemberView, OperationOutcome, OperationView, OperationsView,
    PlanView, RunOutcome, RunView,
};
pub use project::{case_view, map_view, project};
pub use questionnaires::*;
pub use record::{Reader, opened, told};
pub use refresh::{catch_up, refresh};
pub use set_pieces::{
    DocumentOutcome, SetPieceEnd, SetPieceOffer, SetPieceOutcome, SetPieceView, SetPieceWhat,
};
pub use team::*;
pub use touch::{Touched, touched};
