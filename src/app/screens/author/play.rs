//! From where to play: the round, how both teams played until then, and the course of chance.

use std::sync::Arc;

use bevy::prelude::*;

use super::bench::Good;
use super::{AuthorAction, Bench};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::{rule, team_mark};
use crate::bots::Policy;
use crate::drawing::icon::Icon;
use crate::library::Until;
use crate::scenario::ids::Team;

/// Where an exercise begins.
#[derive(Resource, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct From {
    /// 0: the briefing.
    pub round: u8,
    pub policies: [Policy; 2],
    pub seed: u64,
}

impl Default for From {
    fn default() -> Self {
        Self {
            round: 0,
            policies: [Policy::Cautious; 2],
            seed: 1,
        }
    }
}

impl From {
    pub fn until(self) -> Until {
        Until {
            round: self.round,
            policies: self.policies,
            seed: self.seed,
        }
    }
}

/// How a team can have played until then.
const PASTS: [(Policy, &str); 3] = [
    (Policy::Sharer, "author-past-open"),
    (Policy::Cautious, "author-past-careful"),
    (Policy::Hoarder, "author-past-hoards"),
];

/// What of the dialog follows the choice.
#[derive(Component)]
pub(super) struct Body(Arc<Good>);

pub(super) fn ask(commands: &mut Commands, good: &Arc<Good>, from: From) {
    let good = Arc::clone(good);
    dialog::open(
        commands,
        t("author-play-title"),
        Some(Icon::Play),
        640.0,
        move |body| {
            let node = Node {
                padding: px(GAP_4).all(),
                ..column(GAP_3)
            };
            let own = Body(Arc::clone(&good));
            body.spawn((node, own))
                .with_children(|page| build(page, &good, from));
        },
    );
}

/// Follows the choice.
pub(super) fn again(
    mut commands: Commands,
    from: Res<From>,
    bodies: Query<(Entity, &Body)>,
    bench: Res<Bench>,
) {
    if !from.is_changed() || bench.good.is_none() {
        return;
    }
    for (entity, body) in &bodies {
        let good = Arc::clone(&body.0);
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|page| build(page, &good, *from));
    }
}

fn build(page: &mut Parent, good: &Good, from: From) {
    page.spawn(text(t("author-play-how"), Type::BODY.tone(Tone::Text2)));
    let act = Action::Author;
    page.spawn(row(GAP_3)).with_children(|line| {
        line.spawn(text(t("author-play-at"), Type::BODY.bold().one_line()));
        line.spawn(grow());
        let choice = |round: u8| {
            let words: Words = match round {
                0 => t("briefing-phase"),
                n => plain(n.to_string()),
            };
            (words, round == from.round, act(AuthorAction::Round(round)))
        };
        segments(line, (0..=good.scenario.rounds).map(choice));
    });
    if from.round > 0 {
        page.spawn(rule(Tone::Rule));
        for team in Team::BOTH {
            page.spawn(row(GAP_3)).with_children(|line| {
                let short = &good.scenario.service(team).short;
                team_mark(line, team, case(short), false, Type::BODY);
                line.spawn(grow());
                let own = from.policies[team.index()];
                let choice = |(policy, key): (Policy, &'static str)| {
                    let act = act(AuthorAction::Past(team, policy));
                    (t(key), policy == own, act)
                };
                segments(line, PASTS.map(choice));
            });
        }
        page.spawn(row(GAP_3)).with_children(|line| {
            let seed = t("author-seed").with("number", from.seed.to_string().as_str());
            line.spawn(text(seed, Type::BODY));
            line.spawn(grow());
            Button::normal(t("author-seed-other"), act(AuthorAction::Seed))
                .small()
                .spawn(line);
        });
    }
    page.spawn(rule(Tone::Rule));
    page.spawn(row(GAP_3)).with_children(|foot| {
        foot.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            place.spawn(text(t("author-play-kept"), Type::LABEL));
        });
        Button::primary(t("author-play-go"), act(AuthorAction::Play))
            .icon(Icon::Play)
            .first()
            .spawn(foot);
    });
}
