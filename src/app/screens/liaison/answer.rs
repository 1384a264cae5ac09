//! ANSWER: the request above, under it the team's own items that speak of it, each with what was passed
//! on of it; the answer is made of what went over.

use bevy::prelude::*;

use super::LiaisonAction;
use super::ask::tile;
use super::said::{self, partner};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::i18n::{Words, family, plain, t};
use crate::app::screens::folder::FolderAction;
use crate::app::screens::folder::card::{badge, edge, grade, heading};
use crate::app::screens::folder::words::{number, sending};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_PAPER};
use crate::app::theme::{Casts, Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::chip_in;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Answer, Command, Refusal};
use crate::scenario::ids::RequestId;
use crate::session::SeatEnd;
use crate::view::{ItemView, OfferView, RequestView};

/// What the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    request: RequestView,
    items: Vec<ItemView>,
}

impl Built {
    fn of(seat: &SeatEnd, id: RequestId) -> Option<Self> {
        let request = said::request(seat, id)?.clone();
        let items = (request.offers.iter())
            .filter_map(|offer| item(seat, offer).cloned())
            .collect();
        Some(Self { request, items })
    }
}

fn item<'a>(seat: &'a SeatEnd, offer: &OfferView) -> Option<&'a ItemView> {
    seat.view.folder.iter().find(|item| item.id == offer.item)
}

/// What is asked of the exercise: everything that went over and speaks of it.
pub fn command(seat: &SeatEnd, id: RequestId) -> Command {
    let offers = said::request(seat, id).map(|request| request.offers.as_slice());
    let ready = offers.unwrap_or_default().iter();
    Command::AnswerRequest {
        request: id,
        answer: Answer::Items(
            ready
                .filter(|offer| offer.answers.is_ok())
                .map(|offer| offer.item)
                .collect(),
        ),
    }
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd, id: RequestId) {
    let Some(built) = Built::of(seat, id) else {
        return;
    };
    let title = t("liaison-answer-title").with("team", partner(seat));
    let seat = seat.clone();
    dialog::open(
        commands,
        title,
        Some(Icon::CheckCircle),
        820.0,
        move |dialog| {
            let place = Node {
                height: px(520),
                min_height: px(0),
                flex_shrink: 1.0,
                ..column(0.0)
            };
            let request = built.request.clone();
            dialog
                .spawn((place, built))
                .with_children(|place| fill(place, &seat, &request));
        },
    );
}

/// Builds the dialog anew when something was passed on.
pub fn refresh(
    play: Res<Play>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut parts {
        let Some(now) = Built::of(play.seat(), built.request.id) else {
            continue;
        };
        if *built == now {
            continue;
        }
        *built = now;
        wake.soon();
        let request = built.request.clone();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|place| fill(place, play.seat(), &request));
    }
}

fn fill(place: &mut Parent, seat: &SeatEnd, request: &RequestView) {
    scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
        let head = t("liaison-line-request").with("team", partner(seat));
        let words = said::asks(&request.subjects, request.text.as_deref());
        tile(page, request.by, head, words);
        page.spawn(text(t("liaison-answer-yours"), Type::HEAD));
        if request.offers.is_empty() {
            page.spawn(text(t("liaison-answer-none"), Type::BODY.tone(Tone::Text2)));
        }
        for offer in &request.offers {
            if let Some(item) = item(seat, offer) {
                sheet(page, seat, item, offer);
            }
        }
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    place
        .spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            Button::normal(t("share-cancel"), Action::CloseDialog)
                .key(KeyCode::Escape)
                .spawn(foot);
            if request.reply.is_none() {
                let id = request.id;
                let no_trace = Action::Liaison(LiaisonAction::NoTrace(id));
                Button::normal(t("liaison-do-no-trace"), no_trace).spawn(foot);
                let refuse = Action::Liaison(LiaisonAction::Refuse(id));
                Button::normal(t("liaison-do-refuse"), refuse).spawn(foot);
            }
            foot.spawn(grow());
            let ready = request.offers.iter().filter(|o| o.answers.is_ok()).count();
            let off = (ready == 0).then(|| family("refusal", Refusal::AnswerEmpty.key()));
            let words = t("liaison-answer-send").with("number", ready);
            let send = Action::Liaison(LiaisonAction::AnswerWith(request.id));
            Button::primary(words, send)
                .icon(Icon::Send)
                .off(off)
                .spawn(foot);
        });
}

fn sheet(page: &mut Parent, seat: &SeatEnd, item: &ItemView, offer: &OfferView) {
    let node = Node {
        padding: UiRect::new(px(16), px(10), px(8), px(8)),
        flex_direction: FlexDirection::Row,
        align_items: AlignItems::Center,
        column_gap: px(GAP_3),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(row_of_paper(node)).with_children(|sheet| {
        edge(sheet, item.origin);
        let body = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(4.0)
        };
        sheet.spawn(body).with_children(|body| {
            body.spawn(Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            })
            .with_children(|top| {
                let kind = Type::LABEL.mono().tone(Tone::Ink2).one_line();
                top.spawn(text(plain(number(item)), kind));
                let title = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                top.spawn(title).with_children(|title| {
                    title.spawn(text(heading(item), Type::BODY.bold().tone(Tone::Ink)));
                });
                grade(top, item.source, item.info);
            });
            body.spawn(row(GAP_2)).with_children(|line| {
                badge(line, item);
                let round = seat.view.clock.round;
                let words = match item.shared.last() {
                    Some(sent) => sending(sent, round),
                    None => t("liaison-not-passed-on"),
                };
                let place = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                line.spawn(place).with_children(|place| {
                    place.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
                    if let Err(why @ Refusal::ItemNotAbout { .. }) = offer.answers {
                        let why = family("refusal", why.key());
                        place.spawn(text(why, Type::LABEL.tone(Tone::Ink)));
                    }
                });
            });
        });
        match offer.answers {
            Ok(()) => state(sheet, t("liaison-answer-goes")),
            Err(Refusal::AlreadyAnswered { .. }) => state(sheet, t("liaison-answer-given")),
            Err(_) => {
                let share = Action::Folder(FolderAction::ShareOver(item.id));
                let name = t("folder-share");
                Button::normal(name, share)
                    .icon(Icon::Send)
                    .small()
                    .on_paper()
                    .spawn(sheet);
            }
        }
    });
}

fn state(sheet: &mut Parent, words: Words) {
    chip_in(
        sheet,
        Some(Icon::Check),
        words,
        Tone::PaperRuleStrong,
        Tone::Ink,
    );
}

/// A sheet whose parts stand side by side.
fn row_of_paper(node: Node) -> impl Bundle {
    (
        Node {
            border_radius: BorderRadius::all(px(R_PAPER)),
            ..node
        },
        Fill(Tone::Paper),
        Casts::PAPER,
    )
}
