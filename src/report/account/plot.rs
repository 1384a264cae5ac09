//! Injects, decisions and the network, told.

use super::{Account, Told};
use crate::engine::{Actor, Event};
use crate::language::t;
use crate::scenario::Text;
use crate::scenario::ids::InjectId;

pub(super) fn sentence(account: &Account, event: &Event, actor: Actor) -> Told {
    let network = &account.scenario().network;
    let of = |key: &'static str, inject: &InjectId| {
        t(key).with("number", account.scenario().inject(*inject).number)
    };
    let what =
        |key: &'static str, text: &Text| account.plain(t(key).with("text", account.text(text)));
    match event {
        Event::InjectFired { inject, .. } => {
            let i = account.scenario().inject(*inject);
            let edited = account.state.plot.injects.get(inject.index());
            let edited = edited.and_then(|now| now.text.as_deref());
            let text = edited.unwrap_or_else(|| account.text(&i.text));
            let told = if actor == Actor::Facilitator {
                of("account-inject-by-hand", inject)
            } else {
                of("account-inject", inject)
            };
            account.plain(told.with("from", account.text(&i.from)).with("text", text))
        }
        Event::InjectHeld { inject } => account.plain(of("account-inject-held", inject)),
        Event::InjectReleased { inject } => account.plain(of("account-inject-released", inject)),
        Event::InjectSkipped { inject } => account.plain(of("account-inject-skipped", inject)),
        Event::InjectEdited { inject, text } => {
            account.plain(of("account-inject-edited", inject).with("text", text.as_str()))
        }
        Event::Decided {
            team,
            inject,
            option,
            by_default,
        } => {
            let decision = account.scenario().inject(*inject).decision.as_ref()?;
            let option = account.text(&decision.options.get(option.index())?.text);
            let told = if *by_default {
                of("account-undecided", inject)
            } else {
                of("account-decides", inject)
            };
            account.by(*team, told.with("option", option))
        }
        Event::Stepped { step } => what("account-network", &network.plan.get(step.index())?.text),
        Event::StepPrevented { step } => {
            what("account-prevented", &network.plan.get(step.index())?.text)
        }
        Event::Reacted { reaction } => {
            let reaction = network.reactions.get(reaction.index())?;
            what("account-alarmed", &reaction.text)
        }
        _ => None,
    }
}
