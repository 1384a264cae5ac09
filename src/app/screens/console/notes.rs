//! What was seen, newest first, and the field for the next note: pinned to the moment it is sent.

use bevy::prelude::*;

use super::{ConsoleAction, Scene};
use crate::app::action::Action;
use crate::app::i18n::{case, plain, t};
use crate::app::picture::icon;
use crate::app::screens::desk::hours;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{Check, segments};
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{head, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Actor;
use crate::scenario::ids::Team;
use crate::scenario::words::Rating;
use crate::view::{ObservationView, ServiceView};

pub(super) const NOTE: &str = "console-note";

pub(super) fn list(panel: &mut Parent, scene: &Scene) {
    head(panel, t("console-notes"), |end| {
        if scene.conduct.notes_it() {
            Button::quiet(
                t("console-notes-new"),
                Action::Console(ConsoleAction::Write),
            )
            .small()
            .key(KeyCode::KeyN)
            .spawn(end);
        }
    });
    let padding = UiRect::axes(px(GAP_3), px(6));
    let area = scroll::area(panel, padding, 6.0, false, |list| {
        let all = &scene.conduct.view.facilitation.observations;
        if all.is_empty() {
            list.spawn(text(t("console-notes-none"), Type::LABEL));
        }
        for one in all.iter().rev() {
            note(list, &scene.conduct.case.services, one);
        }
    });
    scene.places.keep(panel, area, "console-notes");
}

/// One observation: when, about whom, how it is rated, and the words.
pub fn note(list: &mut Parent, services: &[ServiceView; 2], one: &ObservationView) {
    let node = Node {
        padding: UiRect::bottom(px(5)),
        border: UiRect::bottom(px(1)),
        flex_shrink: 0.0,
        ..column(1.0)
    };
    list.spawn((node, Edge::All(Tone::Rule)))
        .with_children(|note| {
            note.spawn(row(GAP_2)).with_children(|line| {
                let start = u32::from(services[0].start_minute);
                let time = hours((start + one.at.0) % (24 * 60));
                line.spawn(text(plain(time), Type::LABEL.mono().one_line()));
                match one.team {
                    Some(team) => {
                        line.spawn(team_sign(team, 12.0, false));
                    }
                    None => {
                        line.spawn(text(t("console-about-both"), Type::LABEL.one_line()));
                    }
                }
                if one.by == Actor::Evaluator {
                    line.spawn(text(t("role-evaluator"), Type::LABEL.one_line()));
                }
                line.spawn(grow());
                if one.critical {
                    line.spawn(icon(Icon::Warning, 13.0, Tone::Alert));
                    let kind = Type::LABEL.tone(Tone::Alert).one_line();
                    line.spawn(text(t("console-critical"), kind));
                }
                if let Some(rating) = one.rating {
                    let letter = plain(rating.key().to_uppercase());
                    line.spawn(text(letter, Type::LABEL.bold().tone(Tone::Text).one_line()));
                }
            });
            note.spawn(text(plain(&*one.text), Type::BODY));
        });
}

/// Whom the next note is about, how it is rated, and whether it is a critical error.
pub(super) fn rates(place: &mut Parent, scene: &Scene) {
    if !scene.conduct.notes_it() {
        return;
    }
    let ui = scene.ui;
    let node = Node {
        padding: UiRect::horizontal(px(GAP_3)),
        flex_shrink: 0.0,
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(GAP_2)
    };
    place.spawn(node).with_children(|line| {
        let of = |team: Option<Team>| {
            let words = match team {
                Some(team) => case(&scene.conduct.case.services[team.index()].short),
                None => t("console-about-both"),
            };
            let act = Action::Console(ConsoleAction::About(team));
            (words, ui.about == team, act)
        };
        let teams = [None, Some(Team::North), Some(Team::South)];
        segments(line, teams.map(of));
        let rate = |rating: Rating| {
            let on = ui.rating == Some(rating);
            let wanted = (!on).then_some(rating);
            let act = Action::Console(ConsoleAction::Rate(wanted));
            (plain(rating.key().to_uppercase()), on, act)
        };
        segments(line, Rating::ALL.iter().map(|rating| rate(*rating)));
        Check {
            words: t("console-critical"),
            on: ui.critical,
            action: Action::Console(ConsoleAction::Critical(!ui.critical)),
        }
        .spawn(line);
    });
}

pub(super) fn field(place: &mut Parent, scene: &Scene) {
    if !scene.conduct.notes_it() {
        return;
    }
    let node = Node {
        padding: UiRect::new(px(GAP_3), px(GAP_3), px(6), px(10)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    place.spawn(node).with_children(|line| {
        let mut field = Field::new(NOTE, t("console-note"), t("console-note-hint"));
        field.value.clone_from(&scene.drafts.note);
        field.max = 300;
        field.spawn(line);
        Button::icon_only(
            Icon::Send,
            t("console-note-send"),
            Action::Console(ConsoleAction::Note),
        )
        .spawn(line);
    });
}
