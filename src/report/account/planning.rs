//! Phases and the clock, told.

use super::{Account, Told};
use crate::engine::{Actor, Event};
use crate::language::t;

pub(super) fn sentence(account: &Account, event: &Event, actor: Actor) -> Told {
    match event {
        Event::RoundStarted { round } => {
            let told = t("account-round").with("round", *round);
            let told = told.with("of", account.scenario().rounds);
            account.heading(told.with("time", account.moment(*round, 0)))
        }
        Event::ReadySet { team, ready: false } => account.by(*team, t("account-not-ready")),
        Event::PlanningEnded { by_clock: true } => account.plain(t("account-time-up")),
        Event::PlanningEnded { .. } if actor == Actor::Facilitator => {
            account.plain(t("account-facilitator-ends"))
        }
        Event::PlanningEnded { .. } => account.plain(t("account-both-ready")),
        Event::Paused => account.plain(t("account-stopped")),
        Event::Resumed => account.plain(t("account-runs-again")),
        Event::PlanningExtended { seconds } => {
            account.plain(t("account-extended").with("seconds", *seconds))
        }
        Event::VerdictOpened => account.heading(t("debrief-verdict")),
        Event::DebriefOpened { joint: true } => account.heading(t("debrief-phase")),
        Event::DebriefOpened { joint: false } => account.heading(t("account-no-verdict")),
        _ => None,
    }
}
