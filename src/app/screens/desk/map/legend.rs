//! The buttons over the map and its legend.

use bevy::prelude::*;

use super::{DeskAction, Scene, over};
use crate::app::action::Action;
use crate::app::i18n::{family, t};
use crate::app::picture::drawing;
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::paper;
use crate::drawing::icon::Icon;
use crate::drawing::map::Sign;
use crate::scenario::ids::Team;
use crate::scenario::words::PlaceKind;

pub(super) fn tools(frame: &mut Parent) {
    let node = Node {
        flex_direction: FlexDirection::Column,
        row_gap: px(6),
        ..over(px(10), px(10))
    };
    frame.spawn(node).with_children(|tools| {
        let zoom = |steps| Action::Desk(DeskAction::Zoom(steps));
        Button::icon_only(Icon::Plus, t("desk-nearer"), zoom(1))
            .key(KeyCode::Equal)
            .on_paper()
            .spawn(tools);
        Button::icon_only(Icon::Minus, t("desk-further"), zoom(-1))
            .key(KeyCode::Minus)
            .on_paper()
            .spawn(tools);
        Button::icon_only(Icon::Home, t("desk-whole"), Action::Desk(DeskAction::Whole))
            .key(KeyCode::Digit0)
            .on_paper()
            .spawn(tools);
    });
}

pub(super) fn legend(frame: &mut Parent, scene: &Scene) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(10),
        bottom: px(10),
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        row_gap: px(2),
        ..default()
    };
    let toggle = |open: bool| {
        let sign = if open {
            Icon::ChevronDown
        } else {
            Icon::ChevronRight
        };
        Button::quiet(t("desk-legend"), Action::Desk(DeskAction::Legend))
            .small()
            .icon(sign)
            .on_paper()
    };
    if !scene.ui.legend.unwrap_or(scene.span.has_room()) {
        let node = Node {
            padding: px(2).all(),
            ..node
        };
        frame.spawn(paper(node)).with_children(|legend| {
            toggle(false).spawn(legend);
        });
        return;
    }
    let team = scene.seat.case.team;
    let places = &scene.seat.view.places;
    frame.spawn(paper(node)).with_children(|legend| {
        let head = Node {
            margin: UiRect::new(px(-8), px(0), px(-4), px(0)),
            ..default()
        };
        legend.spawn(head).with_children(|head| {
            toggle(true).spawn(head);
        });
        let mut line = |svg: String, words| {
            legend.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(drawing(svg, 30.0, 20.0));
                line.spawn(text(words, Type::LABEL.tone(Tone::Ink).one_line()));
            });
        };
        line(
            Sign::Officer {
                team,
                declared: true,
            }
            .svg(),
            t("desk-legend-officers"),
        );
        for kind in [PlaceKind::Crossing, PlaceKind::Landing, PlaceKind::Site] {
            if places.iter().any(|place| place.kind == kind) {
                let words = family("desk-place", kind.key());
                line(Sign::Place(kind).svg(), words);
            }
        }
        if places.iter().any(|place| place.learned) {
            line(learned(team), t("desk-legend-learned"));
        }
    });
}

/// The dot of a place that is known from an item.
fn learned(team: Team) -> String {
    let colour = crate::drawing::palette::team(team).ink;
    let open = crate::drawing::svg::open(30.0, 20.0);
    format!(
        "{open}<circle cx=\"15\" cy=\"10\" r=\"4\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"1.5\"/></svg>"
    )
}
