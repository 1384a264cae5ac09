//! Set pieces: which task opens which, and what playing it can bring into the folder.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::documents::CaseDocument;
use super::super::file::SetPieceFile;
use super::super::ids::{DocumentId, InterviewId, ItemId, LineId};
use super::super::interviews::Interviewee;
use super::super::model::{SetPiece, Task};
use super::super::primary_line::Profile;
use super::super::read::Parsed;
use super::Cx;

/// A set piece takes the place of a roll.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    for task in &parsed.tasks.all {
        cx.mended = task.broken;
        if task.value.set_piece.is_some() && task.value.odds != 100 && !cx.mended {
            let root = Trail::Root(task.at);
            let at = root.field("odds");
            let message = "a set piece is played, not rolled: its task has no odds".to_owned();
            cx.tell(&at, Code::SetPieceRolled, message, "never used");
        }
    }
}

/// Says of each task what playing its set piece can bring.
pub(super) fn found(
    tasks: &mut [Task],
    interviews: &[Interviewee],
    lines: &[Profile],
    documents: &[CaseDocument],
) {
    for task in tasks {
        let mut found: Vec<ItemId> = match task.set_piece {
            None => continue,
            Some(SetPiece::Document(id)) => (documents.get(id.index()).into_iter())
                .flat_map(|document| document.right.iter().chain(&document.wrong))
                .copied()
                .collect(),
            Some(SetPiece::Interview(id)) => (interviews.get(id.index()).into_iter())
                .flat_map(|who| &who.statements)
                .filter_map(|s| s.item)
                .collect(),
            Some(SetPiece::Line(id)) => (lines.get(id.index()).into_iter())
                .flat_map(|line| &line.kinds)
                .filter_map(|k| k.item)
                .collect(),
        };
        found.sort();
        found.dedup();
        task.found = found;
    }
}

/// The items that a set piece names, by their ids, for whoever asks where items come from.
pub(super) fn named<'p>(parsed: &'p Parsed, piece: &'p SetPieceFile) -> Vec<&'p str> {
    match piece {
        // Whose a document's items are, the document says itself.
        SetPieceFile::Document(_) => Vec::new(),
        SetPieceFile::Interview(id) => {
            let all = parsed.interviews.all.iter().map(|i| &i.value);
            let statements = all.filter(|i| i.id == *id).flat_map(|i| &i.statements);
            statements.filter_map(|s| s.item.as_deref()).collect()
        }
        SetPieceFile::Line(id) => {
            let all = parsed.lines.iter().map(|l| &l.value);
            let kinds = all.filter(|l| l.id == *id).flat_map(|l| &l.kinds);
            kinds.filter_map(|k| k.item.as_deref()).collect()
        }
    }
}

impl Cx<'_, '_> {
    pub(super) fn set_piece(
        &mut self,
        piece: Option<&SetPieceFile>,
        at: &Trail,
    ) -> Option<SetPiece> {
        let names = self.names;
        Some(match piece? {
            SetPieceFile::Document(id) => {
                SetPiece::Document(DocumentId(self.index(&names.documents, id, at)))
            }
            SetPieceFile::Interview(id) => {
                SetPiece::Interview(InterviewId(self.index(&names.interviews, id, at)))
            }
            SetPieceFile::Line(id) => SetPiece::Line(LineId(self.index(&names.lines, id, at))),
        })
    }
}
