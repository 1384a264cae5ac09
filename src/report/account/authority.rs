//! What was applied for, told.

use super::{Account, Told};
use crate::engine::Event;
use crate::language::{family, t};

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let Event::AuthorityApplied {
        team,
        authority,
        items,
        missing,
        from,
        ..
    } = event
    else {
        return None;
    };
    let authority = account.scenario().authority(*authority);
    let decided = match from {
        Some(from) if *from == account.state.round() => t("account-granted-at-once"),
        Some(from) => t("account-granted").with("round", *from),
        None => {
            let why = missing.iter().filter_map(|m| {
                let ground = authority.grounds.get(m.ground.index())?;
                let told = t("authority-lacking").with("ground", account.text(&ground.text));
                let lack = family("account-lack", m.lack.key());
                Some(account.say(&told.with("lack", lack)))
            });
            t("account-turned-down").with("why", account.speaker.parts(why))
        }
    };
    let told = t("account-applies").with("title", account.text(&authority.title));
    let told = told.with("items", account.numbers(items));
    account.by(*team, told.with("decided", decided))
}
