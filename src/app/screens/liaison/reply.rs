//! *No trace* and the refusal: what the partner will read, and the reason as a choice.

use bevy::prelude::*;

use super::ask::{note_line, tile};
use super::said::{self, partner};
use super::{LiaisonAction, LiaisonUi};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{family, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type, team_tones};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::OptionCard;
use crate::app::widgets::dialog;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Answer, Command};
use crate::scenario::ids::RequestId;
use crate::scenario::words::Withheld;
use crate::session::SeatEnd;
use crate::view::ReplyView;

/// What the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built(Option<(RequestId, Option<Withheld>)>);

/// What is asked of the exercise.
pub fn command((request, why): (RequestId, Option<Withheld>)) -> Command {
    Command::AnswerRequest {
        request,
        answer: why.map_or(Answer::NoTrace, Answer::Refused),
    }
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd, ui: &LiaisonUi) {
    let Some((_, why)) = ui.reply else { return };
    let title = if why.is_some() {
        t("liaison-refuse-title")
    } else {
        t("liaison-no-trace-title")
    };
    let height = if why.is_some() { 566.0 } else { 270.0 };
    let (seat, ui) = (seat.clone(), ui.clone());
    dialog::open(
        commands,
        title.with("team", partner(&seat)),
        Some(Icon::Question),
        680.0,
        move |dialog| {
            let place = Node {
                height: px(height),
                min_height: px(0),
                flex_shrink: 1.0,
                ..column(0.0)
            };
            dialog
                .spawn((place, Built(ui.reply)))
                .with_children(|place| fill(place, &seat, &ui));
        },
    );
}

/// Builds the dialog anew when another reason was chosen.
pub fn refresh(
    play: Res<Play>,
    ui: Res<LiaisonUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut parts {
        if built.0 == ui.reply {
            continue;
        }
        built.0 = ui.reply;
        wake.soon();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|place| fill(place, play.seat(), &ui));
    }
}

fn fill(place: &mut Parent, seat: &SeatEnd, ui: &LiaisonUi) {
    let Some((id, why)) = ui.reply else { return };
    let Some(request) = said::request(seat, id) else {
        return;
    };
    scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
        if let Some(chosen) = why {
            page.spawn((column(GAP_2), ArrowGroup))
                .with_children(|list| {
                    for why in Withheld::ALL {
                        OptionCard {
                            title: family("liaison-withheld", why.key()),
                            detail: Some(family("liaison-withheld-detail", why.key())),
                            price: None,
                            chosen: chosen == *why,
                            off: None,
                            action: Action::Liaison(LiaisonAction::Withheld(*why)),
                        }
                        .spawn(list);
                    }
                });
        }
        page.spawn(row(GAP_2)).with_children(|head| {
            let other = seat.case.team.other();
            head.spawn(icon(Icon::Eye, 18.0, team_tones(other)[0]));
            let words = t("share-will-see").with("team", partner(seat));
            head.spawn(text(words, Type::HEAD.one_line()));
        });
        let own = &seat.case.services[seat.case.team.index()].short;
        let reply = why.map_or(ReplyView::NoTrace, ReplyView::Refused);
        let head = t("liaison-line-answer").with("team", own);
        tile(
            page,
            seat.case.team,
            head,
            said::reply(seat, request, &reply),
        );
        let held = request.offers.len();
        if why.is_none() && held > 0 {
            note_line(
                page,
                Icon::Warning,
                t("liaison-no-trace-held").with("number", held),
            );
        } else if why.is_none() {
            note_line(page, Icon::Info, t("liaison-no-trace-later"));
        }
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    place
        .spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            Button::normal(t("share-cancel"), Action::CloseDialog)
                .key(KeyCode::Escape)
                .spawn(foot);
            foot.spawn(grow());
            let words = t("liaison-reply-send").with("team", partner(seat));
            Button::primary(words, Action::Liaison(LiaisonAction::SendReply))
                .icon(Icon::Send)
                .first()
                .spawn(foot);
        });
}
