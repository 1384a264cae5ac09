//! Set pieces that would bring one team what is the partner's.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::Team;
use super::super::model::SetPiece;
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
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
