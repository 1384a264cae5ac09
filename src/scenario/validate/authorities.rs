//! Authorities: ranges, grounds that can be shown, and whose they are.

use super::super::authority::{Authority, Ground};
use super::super::code::Code;
use super::super::doc::Trail;
use super::super::ids::ItemId;
use super::super::read::Parsed;
use super::super::sink::shown;
use super::super::source::MAX_ROUNDS;
use super::{Cx, Words};

/// Numbers in range, something to show and something to show it with; tasks wait for their own team's.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    let rounds = parsed.case.as_ref().map(|c| c.value.rounds);
    for authority in &parsed.authorities.all {
        cx.mended = authority.broken;
        let (a, root) = (&authority.value, Trail::Root(authority.at));
        let takes = a.rounds.unwrap_or_else(|| a.kind.rounds());
        let at = root.field("rounds");
        if takes > MAX_ROUNDS {
            cx.within(&at, "rounds", takes.into(), 0, MAX_ROUNDS.into());
        } else if let Some(rounds) = rounds.filter(|r| *r > 0 && takes >= *r && !cx.mended) {
            let message = format!(
                "`{}` takes {takes} rounds and the case has {rounds}: nobody would ever hold it",
                shown(&a.id)
            );
            let label = format!("less than {rounds}");
            cx.tell(&at, Code::AuthorityTooLate, message, &label);
        }
        let grounds = root.field("grounds");
        if a.grounds.is_empty() && !cx.mended {
            let message = format!("`{}` asks for no ground", shown(&a.id));
            cx.tell(&grounds, Code::NoGrounds, message, "nothing to show");
        }
        for (n, ground) in a.grounds.iter().enumerate() {
            if ground.items.is_empty() && !cx.mended {
                let message = format!("no item shows the ground `{}`", shown(&ground.id));
                let list = grounds.nth(n);
                let at = list.field("items");
                cx.tell(&at, Code::GroundWithoutItems, message, "no item");
            }
        }
    }
    for task in &parsed.tasks.all {
        cx.mended = task.broken;
        let named = task.value.authority.as_deref();
        let ix = named.and_then(|a| cx.names.authorities.ids.get(a));
        let Some(authority) = ix.and_then(|ix| parsed.authorities.all.get(usize::from(*ix))) else {
            continue;
        };
        let (theirs, own) = (authority.value.team, task.value.team);
        if theirs != own && !cx.mended && !authority.broken {
            let message = format!(
                "`{}` is a task of {own:?}, but `{}` is an authority of {theirs:?}",
                shown(&task.value.id),
                shown(&authority.value.id)
            );
            let root = Trail::Root(task.at);
            let at = root.field("authority");
            cx.tell(&at, Code::AuthorityOfPartner, message, "the partner's");
        }
    }
}

/// The authorities of the case; none, if it has no such file.
pub(super) fn authorities(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Authority> {
    let names = cx.names;
    let each = parsed.authorities.all.iter();
    each.map(|authority| {
        cx.mended = authority.broken;
        let (a, root) = (&authority.value, Trail::Root(authority.at));
        let path = |name: &'static str| move || format!("authorities.{}.{name}", a.id);
        let grounds = root.field("grounds");
        Authority {
            key: a.id.clone(),
            team: a.team,
            kind: a.kind,
            title: words.text(path("title"), &a.title),
            detail: words.text(path("detail"), &a.detail),
            rounds: a.rounds.unwrap_or_else(|| a.kind.rounds()),
            grounds: (a.grounds.iter().enumerate())
                .map(|(n, g)| {
                    let at = grounds.nth(n);
                    let list = at.field("items");
                    let text = || format!("authorities.{}.grounds.{}.text", a.id, g.id);
                    Ground {
                        key: g.id.clone(),
                        text: words.text(text, &g.text),
                        items: (g.items.iter().enumerate())
                            .map(|(n, id)| ItemId(cx.index(&names.items, id, &list.nth(n))))
                            .collect(),
                        evidence: g.evidence,
                    }
                })
                .collect(),
        }
    })
    .collect()
}
