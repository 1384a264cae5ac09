//! Links on the teams' charts and on the joint board, told.

use super::{Account, Told};
use crate::engine::Event;
use crate::language::{Words, family, t};
use crate::scenario::model::Link;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let of = |key: &'static str, link: &Link| t(key).with("link", self::link(account, *link));
    match event {
        Event::LinkAdded { team, link, items } => {
            let told = of("account-link-drawn", link);
            account.by(*team, told.with("items", account.numbers(items)))
        }
        Event::LinkRemoved { team, link } => account.by(*team, of("account-link-removed", link)),
        Event::LinkPosted { team, link, behind } => {
            let told = of("account-link-posted", link);
            account.by(*team, told.with("behind", *behind))
        }
        Event::LinkWithdrawn { team, link } => {
            account.by(*team, of("account-link-withdrawn", link))
        }
        Event::LinkChallenged {
            team, link, text, ..
        } => {
            let told = of("account-link-doubted", link);
            account.by(*team, told.with("text", text.as_str()))
        }
        Event::ChallengeSettled { team, link } => {
            account.by(*team, of("account-link-settled", link))
        }
        _ => None,
    }
}

fn link(account: &Account, link: Link) -> Words {
    let told = t("account-link").with("from", account.subject(link.from));
    let kind = family("link-kind", link.kind.key());
    let told = told.with("key", link.kind.key()).with("kind", kind);
    told.with("to", account.subject(link.to))
}
