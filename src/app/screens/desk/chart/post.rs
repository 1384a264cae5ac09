//! POST: what the partner will see of a link before it goes onto the joint board.

use bevy::prelude::*;

use super::board::ends;
use super::{ChartAction, says};
use crate::app::action::{Action, Acts};
use crate::app::client::Play;
use crate::app::i18n::{family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::words::partner;
use crate::app::screens::liaison::{note_line, tile};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type, team_tones};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::hold::Hold;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::model::Link;
use crate::session::SeatEnd;

pub fn act(mut acts: Acts, play: Res<Play>, mut wake: ResMut<Wake>, mut commands: Commands) {
    for act in acts.read() {
        match act.action {
            Action::Chart(ChartAction::Post(link)) => {
                dialog::close_all(&mut commands);
                open(&mut commands, play.seat(), link);
            }
            // It is answered where commands are; what it was asked from is done with.
            Action::Command(Command::PostLink { .. }) => dialog::close_all(&mut commands),
            _ => continue,
        }
        wake.soon();
    }
}

fn open(commands: &mut Commands, seat: &SeatEnd, link: Link) {
    let title = t("chart-post-title");
    let seat = seat.clone();
    dialog::open(commands, title, Some(Icon::Send), 600.0, move |dialog| {
        fill(dialog, &seat, link);
    });
}

fn fill(dialog: &mut Parent, seat: &SeatEnd, link: Link) {
    let Some((from, to)) = ends(seat, link) else {
        return;
    };
    let view = seat.view.chart.links.iter().find(|l| l.link == link);
    let post = view.map(|view| view.post);
    let body = Node {
        padding: px(GAP_4).all(),
        ..column(GAP_3)
    };
    dialog.spawn(body).with_children(|page| {
        page.spawn(row(GAP_2)).with_children(|head| {
            let other = seat.case.team.other();
            head.spawn(icon(Icon::Eye, 18.0, team_tones(other)[0]));
            let words = t("share-will-see").with("team", partner(&seat.case));
            head.spawn(text(words, Type::HEAD.one_line()));
        });
        let own = &seat.case.services[seat.case.team.index()].short;
        let head = t("chart-posted-by").with("team", own);
        let behind = post.and_then(Result::ok).unwrap_or(0);
        let words = t("chart-posted-says")
            .with("says", says(&from, link, &to))
            .with("number", i64::from(behind));
        tile(page, seat.case.team, head, words);
        let partner = partner(&seat.case);
        note_line(
            page,
            Icon::Lock,
            t("chart-post-items").with("team", partner),
        );
        note_line(
            page,
            Icon::Info,
            t("chart-post-stays").with("team", partner),
        );
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    dialog
        .spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            Button::normal(t("share-cancel"), Action::CloseDialog)
                .key(KeyCode::Escape)
                .spawn(foot);
            foot.spawn(grow());
            let place = Node {
                width: px(280),
                ..default()
            };
            let off = post.and_then(Result::err);
            foot.spawn(place).with_children(|place| {
                Hold::new(
                    t("chart-post-hold"),
                    Action::Command(Command::PostLink { link }),
                )
                .icon(Icon::Send)
                .off(off.map(|why| family("refusal", why.key())))
                .first()
                .spawn(place);
            });
        });
}
