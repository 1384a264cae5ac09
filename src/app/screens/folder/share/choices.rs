//! The choices: form and channel, each with its reason where it is not possible.

use bevy::prelude::*;

use super::{Draft, open_way, title, why};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::FolderAction;
use crate::app::screens::theory::TheoryAction;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::OptionCard;
use crate::drawing::icon::Icon;
use crate::engine::Refusal;
use crate::scenario::words::{Channel, Form};
use crate::session::SeatEnd;
use crate::view::ItemView;

pub(super) fn build(left: &mut Parent, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    if draft
        .way(item)
        .is_some_and(|way| way.arrives == Err(Refusal::TheoryFirst))
    {
        theory_first(left);
    }
    title(left, t("share-form"), |end| {
        let handling = family("folder-handling", item.handling.key());
        let words = t("share-marked")
            .with("handling", handling)
            .with("round", item.held_since);
        end.spawn(text(words, Type::LABEL.one_line()));
    });
    let halves = Node {
        display: Display::Grid,
        grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
        column_gap: px(GAP_2),
        flex_shrink: 0.0,
        ..default()
    };
    left.spawn((halves, ArrowGroup)).with_children(|halves| {
        for form in Form::ALL {
            let mut ways = item.ways.iter().filter(|way| way.form == *form);
            let off = if ways.clone().any(open_way) {
                None
            } else {
                let same = ways.clone().find(|way| way.channel == draft.channel);
                same.or(ways.next())
                    .and_then(|way| way.arrives.err())
                    .map(why)
            };
            let card = OptionCard {
                title: family("share-form", form.key()),
                detail: Some(family("share-form-detail", form.key())),
                price: None,
                chosen: draft.form == *form && off.is_none(),
                off,
                action: Action::Folder(FolderAction::Form(*form)),
            };
            card.spawn(halves);
        }
    });
    title(left, t("share-channel"), |_| {});
    left.spawn((
        Node {
            flex_shrink: 0.0,
            ..column(GAP_2)
        },
        ArrowGroup,
    ))
    .with_children(|list| {
        for channel in Channel::ALL {
            let way = item
                .ways
                .iter()
                .find(|way| way.form == draft.form && way.channel == *channel);
            let off = way
                .filter(|way| !open_way(way))
                .and_then(|way| way.arrives.err())
                .map(why);
            let price = way.and_then(|way| way.arrives.ok()).map(|arrives| {
                if arrives > seat.view.clock.round {
                    t("share-arrives-in").with("round", arrives)
                } else {
                    t("share-arrives-now")
                }
            });
            OptionCard {
                title: family("share-channel", channel.key()),
                detail: Some(family("share-channel-detail", channel.key())),
                price,
                chosen: draft.channel == *channel && off.is_none(),
                off,
                action: Action::Folder(FolderAction::Channel(*channel)),
            }
            .spawn(list);
        }
    });
}

/// Why it is asked for, and the way there.
fn theory_first(left: &mut Parent) {
    let node = Node {
        padding: UiRect::axes(px(12), px(8)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    left.spawn((node, Edge::All(Tone::Alert), Fill(Tone::Room1)))
        .with_children(|line| {
            line.spawn(icon(Icon::Warning, 18.0, Tone::Alert));
            line.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|words| {
                words.spawn(text(t("share-theory-first"), Type::BODY));
            });
            Button::normal(t("share-to-theory"), Action::Theory(TheoryAction::Show))
                .small()
                .spawn(line);
        });
}
