//! What a task opens in place of a roll.

use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, InterviewId, LineId};
use super::words::SetPieceKind;

/// What a task opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SetPiece {
    Document(DocumentId),
    Interview(InterviewId),
    Line(LineId),
}

impl SetPiece {
    /// What kind it is.
    #[must_use]
    pub fn kind(self) -> SetPieceKind {
        match self {
            Self::Document(_) => SetPieceKind::Document,
            Self::Interview(_) => SetPieceKind::Interview,
            Self::Line(_) => SetPieceKind::Line,
        }
    }
}
