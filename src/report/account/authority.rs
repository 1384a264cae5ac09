//! What was applied for, told.

use super::Account;
use crate::engine::Event;
use crate::scenario::ids::Team;
use crate::scenario::words::Lack;

pub(super) fn sentence(account: &Account, event: &Event) -> Option<(Option<Team>, bool, String)> {
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
    let authority = account.state.scenario().authority(*authority);
    let items: Vec<_> = items.iter().map(|i| account.number(*i)).collect();
    let decided = match from {
        Some(from) if *from == account.state.round() => "granted, held at once".to_owned(),
        Some(from) => format!("granted, held from round {from}"),
        None => {
            let why = missing.iter().filter_map(|m| {
                let ground = authority.grounds.get(m.ground.index())?;
                Some(format!("{}: {}", account.say(&ground.text), lack(m.lack)))
            });
            format!("turned down. {}", why.collect::<Vec<_>>().join("; "))
        }
    };
    let title = account.say(&authority.title);
    let text = format!(
        "Applies for “{title}”, citing {}: {decided}",
        items.join(", ")
    );
    Some((Some(*team), false, text))
}

pub(in crate::report) fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::NothingCited => "nothing that was cited speaks for it",
        Lack::TooWeak => "one item of a weak grade, with nothing beside it",
        Lack::NotAdmissible => "nothing that the courts may see",
        Lack::TearLineOnly => "only a tear-line, and the full text is wanted",
    }
}
