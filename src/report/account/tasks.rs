//! What officers were sent to do, and what came of it, told.

use super::{Account, Told, together};
use crate::engine::Event;
use crate::engine::encounter::document::bench;
use crate::engine::encounter::set_piece::Act;
use crate::language::bench::finding;
use crate::language::{Words, t};
use crate::scenario::ids::{OfficerId, TaskId, Team};
use crate::scenario::model::SetPiece;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let of = |key: &'static str, officer: OfficerId, task: TaskId| {
        let told = t(key).with("officer", account.officer(officer));
        told.with("task", account.task(task))
    };
    match event {
        Event::TaskAssigned {
            team,
            officer,
            task,
        } => account.by(*team, of("account-sent", *officer, *task)),
        Event::TaskCleared { team, officer } => {
            let told = t("account-called-back");
            account.by(*team, told.with("officer", account.officer(*officer)))
        }
        Event::TaskResolved {
            team,
            officer,
            task,
            chance,
            roll,
            success,
        } => {
            let key = if *success {
                "account-done"
            } else {
                "account-not-done"
            };
            let told = of(key, *officer, *task);
            let told = told.with("chance", *chance).with("roll", *roll);
            outcome(account, *team, *task, *success, &told)
        }
        Event::TaskContinues {
            team,
            officer,
            task,
        } => account.by(*team, of("account-still-at", *officer, *task)),
        Event::SetPieceOpened {
            team,
            officer,
            task,
            ..
        } => account.by(*team, of("account-begins", *officer, *task)),
        Event::SetPiecePlayed {
            team,
            task,
            act: Act::Document(bench::Act::Find(said)),
        } => {
            let SetPiece::Document(id) = account.scenario().task(*task).set_piece? else {
                return None;
            };
            let document = account.scenario().documents.get(id.index())?;
            let told = t("account-finding").with("title", account.text(&document.title));
            account.by(*team, told.with("finding", finding(*said)))
        }
        // Each question stands in the record; here it would hide what came of them.
        Event::SetPiecePlayed { .. } => None,
        Event::SetPieceEnded {
            team,
            officer,
            task,
            points,
            success,
            left,
        } => {
            let key = match (left, success) {
                (true, _) => "account-walked-out",
                (false, true) => "account-played-well",
                (false, false) => "account-played-badly",
            };
            let told = of(key, *officer, *task).with("points", *points);
            outcome(account, *team, *task, *success, &told)
        }
        _ => None,
    }
}

/// With what the author tells of such an end.
fn outcome(account: &Account, team: Team, task: TaskId, success: bool, told: &Words) -> Told {
    let task = account.scenario().task(task);
    let text = if success {
        Some(&task.success_text)
    } else {
        task.failure_text.as_ref()
    };
    let text = text.map(|text| account.text(text).to_owned());
    Some((Some(team), false, together([Some(account.say(told)), text])))
}
