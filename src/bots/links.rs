//! What simulated teams do with the link chart and the joint board.

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::Command;
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
pub(super) fn any(view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let drawn = |rng: &mut _| pick(&view.chart.links, rng).map(|l| l.link);
    let posted = |rng: &mut _| pick(&view.board, rng).map(|l| l.link);
    Some(match rng.random_range(0..7u8) {
        0 | 1 => {
            let item = pick(&view.folder, rng)?;
            let kind = *pick(LinkKind::ALL, rng)?;
            let (from, to) = (pick(&item.subjects, rng)?.id, pick(&item.subjects, rng)?.id);
            Command::AddLink {
                link: Link { from, to, kind },
                items: vec![item.id],
            }
        }
        2 => Command::RemoveLink { link: drawn(rng)? },
        3 | 4 => Command::PostLink { link: drawn(rng)? },
        5 => Command::WithdrawLink { link: posted(rng)? },
        _ => {
            let link = posted(rng)?;
            if rng.random_range(0..3u8) == 0 {
                Command::SettleChallenge { link }
            } else {
                let text = "We read it otherwise".to_owned();
                Command::ChallengeLink { link, text }
            }
        }
    })
}
