//! What the services made together: the links that they stood for, and what they were asked to decide.

use bevy::prelude::*;

use super::Told;
use super::desks::{cost, entry, head, plain_entry, say_none, short};
use crate::app::i18n::t;
use crate::app::screens::desk::chart::says;
use crate::app::text::{Parent, text};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::rule;
use crate::scenario::ids::Team;
use crate::view::LinkOutcome;

/// Every link that somebody drew or posted, and those that are true and nobody did.
pub fn links(page: &mut Parent, told: &Told) {
    let links = &told.debrief.links;
    page.spawn(rule(Tone::Rule));
    head(page, t("chart-debrief"), links.len());
    if links.is_empty() {
        say_none(page, t("chart-debrief-none"));
    }
    for link in links {
        let by = Team::BOTH.into_iter();
        let posters: Vec<Team> = by.filter(|t| link.posted[t.index()].is_some()).collect();
        let team = match posters.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let fill = |body: &mut Parent| {
            let sentence = says(&link.from, link.link, &link.to);
            let truth = match link.truth {
                Some(true) => "chart-debrief-true",
                Some(false) => "chart-debrief-false",
                None => "chart-debrief-open",
            };
            body.spawn(text(t(truth).with("says", sentence), Type::BODY.bold()));
            said(body, told, link);
        };
        match team {
            Some(team) => entry(page, Some(team), fill),
            None => plain_entry(page, fill),
        }
    }
}

fn said(body: &mut Parent, told: &Told, link: &LinkOutcome) {
    for team in Team::BOTH {
        let name = short(told, team);
        let n = team.index();
        let posted = link.posted[n].map(|round| t("chart-debrief-posted").with("round", round));
        let claimed = link.claimed[n].then(|| t("chart-debrief-claimed"));
        let doubted = link.challenged[n].then(|| t("chart-debrief-doubted"));
        for words in [posted, claimed, doubted].into_iter().flatten() {
            let words = words.with("team", name);
            body.spawn(text(words, Type::LABEL));
        }
    }
    let nobody = link.posted.iter().all(Option::is_none);
    if link.truth == Some(true) && nobody {
        cost(body, t("chart-debrief-missed"));
    }
    if link.truth == Some(false) && link.stands && !link.challenged.contains(&true) {
        cost(body, t("chart-debrief-believed"));
    }
}

/// What the teams were asked to decide, and did.
pub fn decisions(page: &mut Parent, told: &Told) {
    let decisions = &told.debrief.decisions;
    if decisions.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    head(page, t("decision-debrief"), decisions.len());
    for decision in decisions {
        plain_entry(page, |body| {
            let words = t("decision-debrief-asked")
                .with("round", decision.round)
                .with("from", &decision.from)
                .with("text", &decision.text);
            body.spawn(text(words, Type::BODY));
            for team in Team::BOTH {
                let Some((option, by_default)) = decision.chosen[team.index()] else {
                    continue;
                };
                let Some(option) = decision.options.get(option.index()) else {
                    continue;
                };
                let key = if by_default {
                    "decision-debrief-default"
                } else {
                    "decision-debrief-made"
                };
                let words = t(key)
                    .with("team", short(told, team))
                    .with("option", option);
                body.spawn(text(words, Type::BODY.bold()));
            }
        });
    }
}
