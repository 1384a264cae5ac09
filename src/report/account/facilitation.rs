//! What the trainer did by hand and what was noted, told.

use super::{Account, Told};
use crate::engine::{Actor, Event};
use crate::language::{Words, t};
use crate::scenario::ids::CriticalTaskId;
use crate::scenario::words::Rating;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    match event {
        Event::PaceSet { percent } => account.plain(t("account-pace").with("percent", *percent)),
        Event::ItemGiven { team, item, .. } => {
            account.by(*team, t("account-given").with("item", account.item(*item)))
        }
        Event::TaskOverridden {
            team,
            task,
            of_round,
            success,
            reason,
            ..
        } => {
            let told = if *success {
                t("account-changed-to-done")
            } else {
                t("account-changed-to-not-done")
            };
            let told = told.with("round", *of_round);
            let told = told.with("task", account.task(*task));
            account.by(*team, told.with("reason", reason.as_str()))
        }
        Event::Told { to, text, .. } => {
            let told = t("account-trainer-says").with("text", text.as_str());
            Some((*to, false, account.say(&told)))
        }
        Event::InjectInserted { to, from, text, .. } => {
            let told = t("account-inject-inserted").with("from", from.as_str());
            Some((*to, false, account.say(&told.with("text", text.as_str()))))
        }
        Event::Observed {
            by,
            team,
            text,
            rating,
            critical,
            ..
        } => {
            let evaluator = *by == Actor::Evaluator;
            let by = if evaluator { "evaluator" } else { "trainer" };
            let rating = rating.map_or("none".to_owned(), |r| r.key().to_uppercase());
            let told = t("account-noted").with("by", by).with("rating", rating);
            let told = told.with("critical", u8::from(*critical));
            Some((*team, false, account.say(&told.with("text", text.as_str()))))
        }
        Event::Rated {
            name,
            task,
            rating,
            note,
            ..
        } => {
            let told = rated(account, "account-rated", *task, *rating, note);
            account.plain(told.with("who", name.as_str()))
        }
        Event::RatingSettled {
            task, rating, note, ..
        } => account.plain(rated(
            account,
            "account-rating-settled",
            *task,
            *rating,
            note,
        )),
        Event::DebriefHeld => account.plain(t("account-truth-waits")),
        Event::TruthOpened => account.plain(t("account-truth-opened")),
        _ => None,
    }
}

fn rated(
    account: &Account,
    key: &'static str,
    task: CriticalTaskId,
    rating: Rating,
    note: &str,
) -> Words {
    let scenario = account.state.scenario();
    let task = scenario.critical_tasks().nth(task.index());
    let task = task.map_or_else(Default::default, |t| t.text.clone());
    let noted = u8::from(!note.is_empty());
    let told = t(key).with("task", &task).with("note", note);
    told.with("rating", rating.key().to_uppercase())
        .with("noted", noted)
}
