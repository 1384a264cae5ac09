//! Injects, decisions and the network, told.

use crate::engine::{Actor, Event, State};
use crate::scenario::Text;
use crate::scenario::ids::{InjectId, Team};

/// The sentence of an event of this family: whose doing, whether a heading, the words.
pub(super) fn sentence(
    state: &State,
    lang: &str,
    event: &Event,
    actor: Actor,
) -> Option<(Option<Team>, bool, String)> {
    let scenario = state.scenario();
    let say = |text: &Text| text.get(lang).to_owned();
    let number = |id: &InjectId| scenario.inject(*id).number;
    let plain = |text: String| Some((None, false, text));
    match event {
        Event::InjectFired { inject, .. } => {
            let i = scenario.inject(*inject);
            let edited = state.plot.injects[inject.index()].text.as_deref();
            let text = edited.map_or_else(|| say(&i.text), str::to_owned);
            let by = if actor == Actor::Facilitator {
                " (by hand)"
            } else {
                ""
            };
            plain(format!("Inject {}{by}, {}: {text}", i.number, say(&i.from)))
        }
        Event::InjectHeld { inject } => plain(format!("Inject {} is held back.", number(inject))),
        Event::InjectReleased { inject } => {
            plain(format!("Inject {} is released.", number(inject)))
        }
        Event::InjectSkipped { inject } => plain(format!("Inject {} is skipped.", number(inject))),
        Event::InjectEdited { inject, text } => {
            plain(format!("Inject {} now reads: “{text}”", number(inject)))
        }
        Event::Decided {
            team,
            inject,
            option,
            by_default,
        } => {
            let decision = scenario.inject(*inject).decision.as_ref()?;
            let text = say(&decision.options.get(option.index())?.text);
            let number = number(inject);
            let text = if *by_default {
                format!("Has not decided on inject {number} in time: {text}")
            } else {
                format!("Decides on inject {number}: {text}")
            };
            Some((Some(*team), false, text))
        }
        Event::Stepped { step } => {
            let step = scenario.network.plan.get(step.index())?;
            plain(format!("The network: {}", say(&step.text)))
        }
        Event::StepPrevented { step } => {
            let step = scenario.network.plan.get(step.index())?;
            plain(format!("Prevented: {}", say(&step.text)))
        }
        Event::Reacted { reaction } => {
            let reaction = scenario.network.reactions.get(reaction.index())?;
            plain(format!("The network is alarmed: {}", say(&reaction.text)))
        }
        _ => None,
    }
}
