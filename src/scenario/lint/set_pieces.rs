//! Set pieces that would bring one team what is the partner's, and those that nobody will ever play.

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::ids::{DocumentId, InterviewId, LineId, Team};
use super::super::model::SetPiece;
use super::{Lint, shown};

pub(super) fn check(lint: &mut Lint) {
    unopened(lint);
    let (case, parsed) = (lint.case, lint.parsed);
    for (task, file) in case.tasks.iter().zip(&parsed.tasks.all) {
        let Some(piece) = task.set_piece else {
            continue;
        };
        let owner: Option<Team> = match piece {
            SetPiece::Document(id) => case.documents.get(id.index()).map(|d| d.team),
            SetPiece::Line(id) => case.lines.get(id.index()).and_then(|l| l.team),
            SetPiece::Interview(_) => None,
        };
        let mut items = task.found.iter().map(|item| case.item(*item));
        let theirs = items.find(|item| item.origin != task.team);
        let message = match (owner.filter(|team| *team != task.team), theirs) {
            (Some(team), _) => {
                format!("`{}` of {:?} opens what is {team:?}'s", task.key, task.team)
            }
            (None, Some(item)) => format!(
                "`{}` of {:?} can bring `{}`, which is {:?}'s",
                task.key, task.team, item.key, item.origin
            ),
            (None, None) => continue,
        };
        let steps = [Step::Field("set_piece")];
        lint.tell(file.at, &steps, Code::SetPieceOfPartner, message)
            .label("not the team's own")
            .help("let a task of that team open it, or give each team its own");
    }
}

/// A document, an interview or a line that no task opens is written for nobody.
fn unopened(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let opened = |piece: SetPiece| case.tasks.iter().any(|task| task.set_piece == Some(piece));
    let mut idle: Vec<(At, &str, &str, &str)> = Vec::new();
    let documents = (0..).map(DocumentId).zip(&parsed.documents.all);
    for (_, file) in documents.filter(|(id, _)| !opened(SetPiece::Document(*id))) {
        idle.push((file.at, "document", "Document", &file.value.id));
    }
    let interviews = (0..).map(InterviewId).zip(&parsed.interviews.all);
    for (_, file) in interviews.filter(|(id, _)| !opened(SetPiece::Interview(*id))) {
        idle.push((file.at, "interview", "Interview", &file.value.id));
    }
    let lines = (0..).map(LineId).zip(&parsed.lines);
    for (_, file) in lines.filter(|(id, _)| !opened(SetPiece::Line(*id))) {
        idle.push((file.at, "line", "Line", &file.value.id));
    }
    for (at, what, opens, key) in idle {
        let key = shown(key);
        let message = format!("no task opens the {what} `{key}`");
        lint.tell_whole(at, Code::SetPieceUnopened, message)
            .label("nobody plays it")
            .help(format!(
                "write `set_piece: {opens}(\"{key}\")` in a task, or leave it out"
            ));
    }
}
