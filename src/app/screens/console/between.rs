//! Both folders side by side, and between them what went across: full, as a tear-line, not at all.

use bevy::prelude::*;

use super::Scene;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4, HEAD};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::panel::{paper, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;
use crate::scenario::words::Form;
use crate::view::{Between, FolderRow};

/// The middle column, in logical pixels.
const MIDDLE: f32 = 214.0;

pub(super) fn build(panel: &mut Parent, scene: &Scene) {
    let (about, view) = (&scene.conduct.case, &scene.conduct.view);
    let line = Node {
        min_height: px(HEAD),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(10)),
        border: UiRect::bottom(px(1)),
        ..row(0.0)
    };
    panel
        .spawn((line, Edge::All(Tone::Rule)))
        .with_children(|head| {
            side(head, scene, Team::North);
            let middle = Node {
                width: px(MIDDLE),
                flex_shrink: 0.0,
                justify_content: JustifyContent::Center,
                ..default()
            };
            head.spawn(middle).with_children(|middle| {
                middle.spawn(text(t("console-between"), Type::BODY.bold().one_line()));
            });
            side(head, scene, Team::South);
        });
    let rows: Vec<(Team, &FolderRow)> = Team::BOTH
        .into_iter()
        .flat_map(|team| {
            let own = view.teams[team.index()].folder.iter();
            own.filter(move |row| shown(row, team))
                .map(move |row| (team, row))
        })
        .collect();
    if rows.is_empty() {
        let node = Node {
            padding: px(GAP_4).all(),
            ..default()
        };
        panel.spawn(node).with_children(|place| {
            place.spawn(text(
                t("console-nothing-held"),
                Type::BODY.tone(Tone::Text2),
            ));
        });
    }
    let padding = UiRect::axes(px(10), px(6));
    let area = scroll::area(panel, padding, 4.0, false, |list| {
        for (team, one) in rows {
            item(list, team, one);
        }
    });
    scene.places.keep(panel, area, "console-between");
    let foot = Node {
        min_height: px(30),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(12)),
        ..row(GAP_4)
    };
    panel.spawn(foot).with_children(|foot| {
        foot.spawn(row(6.0)).with_children(|key| {
            key.spawn(icon(Icon::Flag, 13.0, Tone::Text2));
            key.spawn(text(t("console-critical-item"), Type::LABEL.one_line()));
        });
        let pooled = t("console-pooled")
            .with("pooled", view.pooled.pooled)
            .with("all", view.pooled.all);
        foot.spawn(text(pooled, Type::LABEL.one_line()));
        foot.spawn(grow());
        if let Some(waits) = view.waiting.first() {
            let words = t("console-request-waits")
                .with("team", case(&about.services[waits.by.index()].short))
                .with("rounds", waits.age);
            foot.spawn(text(words, Type::LABEL.one_line()));
        }
    });
}

/// Every item stands once: with who has it by its own work, or with North where both have.
fn shown(row: &FolderRow, team: Team) -> bool {
    match row.between {
        Between::FromPartner => false,
        Between::Both => team == Team::North,
        Between::Shared { .. } | Between::Kept { .. } => true,
    }
}

fn side(head: &mut Parent, scene: &Scene, team: Team) {
    let service = &scene.conduct.case.services[team.index()];
    let folder = &scene.conduct.view.teams[team.index()].folder;
    let held = folder
        .iter()
        .filter(|row| row.between != Between::FromPartner)
        .count();
    let shared = folder
        .iter()
        .filter(|row| matches!(row.between, Between::Shared { .. }))
        .count();
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..row(GAP_2)
    };
    head.spawn(node).with_children(|line| {
        team_mark(line, team, case(&service.short), false, Type::BODY);
        let words = t("console-holds").with("held", held).with("shared", shared);
        line.spawn(text(words, Type::LABEL.one_line()));
        line.spawn(grow());
        line.spawn(text(case(&service.place), Type::LABEL.one_line()));
    });
}

fn item(list: &mut Parent, team: Team, one: &FolderRow) {
    let line = Node {
        flex_shrink: 0.0,
        ..row(0.0)
    };
    list.spawn(line).with_children(|line| {
        let both = one.between == Between::Both;
        for place in [Team::North, Team::South] {
            if place == Team::South {
                let middle = Node {
                    width: px(MIDDLE),
                    flex_shrink: 0.0,
                    padding: UiRect::horizontal(px(GAP_2)),
                    ..row(GAP_2)
                };
                line.spawn(middle)
                    .with_children(|middle| between(middle, team, one));
            }
            let side = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            line.spawn(side).with_children(|side| {
                if place == team || both {
                    card(side, place, one);
                }
            });
        }
    });
}

/// An item of the case on paper, in one line.
fn card(side: &mut Parent, team: Team, one: &FolderRow) {
    let node = Node {
        min_height: px(28),
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        padding: UiRect::horizontal(px(10)),
        border: UiRect::left(px(4)),
        justify_content: JustifyContent::Center,
        ..default()
    };
    let mut sheet = side.spawn(paper(node));
    sheet.insert(Edge::All(team_tones(team)[0]));
    sheet.with_children(|sheet| {
        sheet
            .spawn(row(GAP_2))
            .with_children(|line| facts(line, one));
    });
}

/// Number, title, marks and grade.
fn facts(card: &mut Parent, one: &FolderRow) {
    let kind = Type::LABEL.mono().tone(Tone::Ink2).one_line();
    card.spawn(text(plain(number(one)), kind));
    let title = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        overflow: Overflow::clip(),
        ..default()
    };
    card.spawn(title).with_children(|title| {
        let kind = Type::BODY.tone(Tone::Ink).one_line();
        title.spawn(text(case(&one.title), kind));
    });
    if one.given {
        card.spawn(icon(Icon::Hand, 13.0, Tone::Ink2));
    }
    if one.critical {
        card.spawn(icon(Icon::Flag, 13.0, Tone::Ink));
    }
    let grade = format!("{}{}", one.source, one.info.key().to_uppercase());
    let kind = Type::LABEL.mono().bold().tone(Tone::Ink).one_line();
    card.spawn(text(plain(grade), kind));
}

/// `N-07`.
fn number(one: &FolderRow) -> String {
    let letter = match one.origin {
        Team::North => 'N',
        Team::South => 'S',
    };
    format!("{letter}-{:02}", one.number)
}

fn between(middle: &mut Parent, team: Team, one: &FolderRow) {
    let own = team_tones(team)[0];
    match one.between {
        Between::Shared {
            form,
            sent,
            arrived,
        } => {
            let key = match (form, arrived) {
                (Form::Full, true) => "console-full",
                (Form::TearLine, true) => "console-tear-line",
                (Form::Full, false) => "console-full-goes",
                (Form::TearLine, false) => "console-tear-line-goes",
            };
            let words = t(key).with("round", sent);
            if team == Team::South {
                middle.spawn(icon(Icon::ChevronLeft, 14.0, own));
            }
            dash(middle, own);
            middle.spawn(text(words, Type::LABEL.tone(Tone::Text).one_line()));
            dash(middle, own);
            if team == Team::North {
                middle.spawn(icon(Icon::ChevronRight, 14.0, own));
            }
        }
        Between::Kept { rounds, asked } => {
            let late = one.critical && rounds > 0 || asked.is_some();
            let tone = if late { Tone::Alert } else { Tone::Text3 };
            let sign = if late { Icon::Warning } else { Icon::Lock };
            let words: Words = match (asked, rounds) {
                (Some(_), _) => t("console-kept-asked"),
                (None, 0) => t("console-kept-new"),
                (None, rounds) => t("console-kept").with("rounds", rounds),
            };
            middle.spawn(grow());
            middle.spawn(icon(sign, 13.0, tone));
            middle.spawn(text(words, Type::LABEL.tone(tone).one_line()));
            middle.spawn(grow());
        }
        Between::Both => {
            middle.spawn(grow());
            middle.spawn(text(t("console-both"), Type::LABEL.one_line()));
            middle.spawn(grow());
        }
        Between::FromPartner => {}
    }
}

fn dash(middle: &mut Parent, tone: Tone) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        height: px(2),
        ..default()
    };
    middle.spawn((node, Fill(tone)));
}
