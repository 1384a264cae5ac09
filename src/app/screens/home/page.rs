//! The page of HOME beside its menu: the exercise that was left, the newcomers' case, latest debriefs.

use bevy::prelude::*;

use super::super::Screen;
use super::super::maps::thumbnail;
use super::HomeAction;
use crate::app::action::Action;
use crate::app::i18n::{Language, case, family, t};
use crate::app::picture::{drawing, icon};
use crate::app::shelf::{LeftOff, Shelf};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_PAPER};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, panel, paper, rule, team_mark};
use crate::drawing::icon::Icon;
use crate::scenario::Scenario;
use crate::scenario::ids::Team;

/// Fills the page.
pub(super) fn fill(page: &mut Parent, shelf: &Shelf, language: &Language) {
    left_off(page, shelf.left_off.as_ref(), language);
    newcomers(page, shelf);
    debriefs(page, shelf);
}

fn left_off(page: &mut Parent, left: Option<&LeftOff>, language: &Language) {
    page.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(text(t("home-left-off"), Type::HEAD));
        head.spawn(grow());
        head.spawn(text(t("home-saved"), Type::LABEL.one_line()));
    });
    let sheet = Node {
        padding: px(GAP_3).all(),
        ..default()
    };
    let Some(left) = left else {
        page.spawn(paper(Node {
            padding: px(GAP_4).all(),
            row_gap: px(4),
            ..default()
        }))
        .with_children(|sheet| {
            sheet.spawn(text(
                t("home-nothing-left"),
                Type::BODY.bold().tone(Tone::Ink),
            ));
            sheet.spawn(text(
                t("home-nothing-left-detail"),
                Type::BODY.tone(Tone::Ink2),
            ));
        });
        return;
    };
    let scenario = &left.scenario;
    page.spawn(paper(sheet)).with_children(|sheet| {
        sheet
            .spawn(Node {
                column_gap: px(20),
                row_gap: px(GAP_3),
                flex_wrap: FlexWrap::Wrap,
                ..default()
            })
            .with_children(|halves| {
                let svg = thumbnail(&scenario.map, language.0.tag(), 350.0, 278.0);
                halves
                    .spawn(drawing(svg, 350.0, 278.0))
                    .entry::<Node>()
                    .and_modify(|mut node| {
                        node.border_radius = BorderRadius::all(px(R_PAPER));
                    });
                let words = Node {
                    flex_grow: 1.0,
                    flex_basis: px(360),
                    padding: UiRect::top(px(4)),
                    ..column(GAP_2)
                };
                halves.spawn(words).with_children(|words| {
                    case_words(words, scenario);
                    words.spawn(grow());
                    let round = t("home-continue-round").with("round", left.round);
                    words.spawn(row(GAP_2)).with_children(|buttons| {
                        Button::primary(round, Action::Home(HomeAction::Continue))
                            .icon(Icon::Play)
                            .on_paper()
                            .spawn(buttons);
                    });
                });
            });
    });
}

/// Title, summary, themes and both services of a case, on paper.
pub fn case_words(words: &mut Parent, scenario: &Scenario) {
    let officers =
        Team::BOTH.map(|team| scenario.officers.iter().filter(|o| o.team == team).count());
    words.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(text(case(&scenario.title), Type::TITLE.tone(Tone::Ink)));
        line.spawn(grow());
        let people = t("common-officers")
            .with("north", officers[0])
            .with("south", officers[1]);
        chip(line, Some(Icon::People), people, true);
    });
    words.spawn(text(case(&scenario.summary), Type::BODY.tone(Tone::Ink)));
    let chips = Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(GAP_2),
        row_gap: px(6),
        ..default()
    };
    words.spawn(chips).with_children(|chips| {
        for theme in &scenario.themes {
            chip(chips, None, case(theme), true);
        }
        chip(
            chips,
            Some(Icon::Clock),
            t("common-minutes").with("number", scenario.minutes),
            true,
        );
        chip(
            chips,
            None,
            family("difficulty", scenario.difficulty.key()),
            true,
        );
    });
    let services = Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(GAP_3),
        row_gap: px(4),
        ..default()
    };
    words.spawn(services).with_children(|line| {
        for team in Team::BOTH {
            let service = scenario.service(team);
            line.spawn(row(GAP_2)).with_children(|one| {
                team_mark(one, team, case(&service.short), true, Type::LABEL);
                one.spawn(text(case(&service.place), Type::LABEL.tone(Tone::Ink2)));
            });
        }
    });
}

fn newcomers(page: &mut Parent, shelf: &Shelf) {
    let Some(first) = shelf.first_case().and_then(|at| shelf.cases.get(at)) else {
        return;
    };
    let node = Node {
        padding: UiRect::axes(px(GAP_4), px(14)),
        row_gap: px(GAP_2),
        ..default()
    };
    page.spawn(panel(node)).with_children(|panel| {
        panel.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(icon(Icon::Flag, 18.0, Tone::Text2));
            head.spawn(text(t("home-new"), Type::HEAD));
        });
        panel.spawn(text(
            t("home-new-detail").with("case", &first.scenario.title),
            Type::BODY,
        ));
        panel.spawn(row(GAP_2)).with_children(|line| {
            let start = t("home-new-start").with("case", &first.scenario.title);
            Button::normal(start, Action::Home(HomeAction::FirstWatch)).spawn(line);
            let minutes = t("common-minutes").with("number", first.scenario.minutes);
            line.spawn(text(minutes, Type::LABEL));
        });
    });
}

fn debriefs(page: &mut Parent, shelf: &Shelf) {
    let node = Node {
        padding: UiRect::axes(px(GAP_4), px(GAP_3)),
        row_gap: px(6),
        ..default()
    };
    page.spawn(panel(node)).with_children(|panel| {
        panel.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(text(t("home-debriefs"), Type::HEAD));
            head.spawn(grow());
            if !shelf.debriefs.is_empty() {
                let here = t("home-debriefs-here").with("number", shelf.debriefs.len());
                head.spawn(text(here, Type::LABEL));
                Button::quiet(t("home-trends"), Action::Go(Screen::Trends))
                    .icon(Icon::Grid)
                    .key(KeyCode::KeyT)
                    .small()
                    .spawn(head);
            }
        });
        if shelf.debriefs.is_empty() {
            panel.spawn(text(t("home-no-debriefs"), Type::BODY.tone(Tone::Text2)));
        }
        for (at, debrief) in shelf.debriefs.iter().take(4).enumerate() {
            panel.spawn(rule(Tone::Rule));
            panel.spawn(row(GAP_3)).with_children(|line| {
                line.spawn(text(case(&debrief.title), Type::BODY));
                line.spawn(grow());
                line.spawn(text(
                    t("home-days-ago").with("days", debrief.days_ago),
                    Type::LABEL,
                ));
                line.spawn(text(
                    t("home-score").with("score", debrief.score),
                    Type::LABEL,
                ));
                let again = Action::Home(HomeAction::Replay(at));
                Button::quiet(t("debrief-replay"), again)
                    .icon(Icon::Play)
                    .small()
                    .spawn(line);
                let open = Action::Home(HomeAction::OpenDebrief(at));
                Button::normal(t("common-open"), open).small().spawn(line);
            });
        }
    });
}
