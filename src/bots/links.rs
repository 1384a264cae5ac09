//! What simulated teams do with the link chart and the joint board.

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::Command;
use crate::scenario::ids::Team;
use crate::scenario::model::Link;
use crate::scenario::words::LinkKind;
use crate::view::{LinkView, TeamView};

/// Posts the first link that may be posted and rests on an item that both services hold.
pub(super) fn post_joint(view: &TeamView) -> Option<Command> {
    let joint = |link: &&LinkView| {
        let mut behind = link.says.iter().chain(link.claim.iter().flatten());
        behind.any(|id| view.folder.iter().any(|i| i.id == *id && i.joint))
    };
    let mut links = view.chart.links.iter().filter(|l| l.post.is_ok());
    let link = links.find(joint)?.link;
    Some(Command::PostLink { link })
}

/// Anything that can be asked of chart and board.
pub(super) fn any(team: Team, view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let mut rest: Vec<Command> = Vec::new();
    for l in &view.chart.links {
        rest.push(Command::PostLink { link: l.link });
        if l.claim.is_some() {
            rest.push(Command::RemoveLink { link: l.link });
        }
    }
    // What stands on the board is taken up oftener than what one has oneself: there is less of it.
    if rng.random_bool(0.5)
        && let Some(on) = pick(&view.board, rng)
    {
        let link = on.link;
        let text = "We read it otherwise".to_owned();
        let doubted = on.challenged[team.index()].is_some();
        let ours = on.posted[team.index()].is_some();
        return Some(match rng.random_range(0..4u8) {
            0 => Command::WithdrawLink { link },
            1 => Command::SettleChallenge { link },
            _ if doubted => Command::SettleChallenge { link },
            _ if ours => Command::WithdrawLink { link },
            _ => Command::ChallengeLink { link, text },
        });
    }
    if rng.random_range(0..3u8) > 0 {
        return pick(&rest, rng).cloned();
    }
    let item = pick(&view.folder, rng)?;
    let kind = *pick(LinkKind::ALL, rng)?;
    let (from, to) = (pick(&item.subjects, rng)?.id, pick(&item.subjects, rng)?.id);
    Some(Command::AddLink {
        link: Link { from, to, kind },
        items: vec![item.id],
    })
}
