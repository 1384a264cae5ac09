//! At the right: lights, the two facts, what was confirmed; after the finding, what was right and why.

use bevy::prelude::*;

use super::parts::{Scene, Which};
use super::{BenchAction, BenchUi, ZOOMS, words};
use crate::app::action::Action;
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::{head, panel, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::document::bench::{FALSE_ALARM, Verdict};
use crate::engine::encounter::document::fraud::Finding;
use crate::engine::encounter::document::generate::Example;
use crate::engine::encounter::document::issuer::Light;

pub(super) fn column_of(body: &mut Parent, scene: &Scene) {
    let ui = scene.ui;
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        min_height: px(0),
        ..default()
    };
    body.spawn(panel(node)).with_children(|panel| {
        match (ui.bench.truth.as_ref(), ui.bench.verdict, ui.bench.said) {
            (None, _, Some(said)) => {
                head(panel, t("bench-finding"), |_| {});
                scroll::area(panel, px(GAP_3).all(), GAP_2, false, |page| {
                    kept(page, ui, said)
                });
            }
            (Some(example), Some(verdict), _) => {
                head(panel, t("bench-what-was-right"), |_| {});
                scroll::area(panel, px(GAP_3).all(), GAP_2, false, |page| {
                    told(page, ui, example, verdict);
                });
            }
            _ => {
                head(panel, t("bench-light"), |end| {
                    end.spawn(text(t("bench-light-keys"), Type::LABEL.one_line()));
                });
                scroll::area(panel, px(GAP_3).all(), GAP_2, false, |page| {
                    let part = || Node {
                        flex_shrink: 0.0,
                        ..column(GAP_2)
                    };
                    scene.part(page, Which::Lights, part());
                    scene.part(page, Which::Facts, part());
                });
            }
        }
    });
}

pub(super) fn lights(page: &mut Parent, ui: &BenchUi) {
    let lights = [
        (Light::Magnified, KeyCode::Digit1),
        (Light::Oblique, KeyCode::Digit2),
        (Light::Transmitted, KeyCode::Digit3),
        (Light::Ultraviolet, KeyCode::Digit4),
    ];
    for pair in lights.chunks(2) {
        page.spawn(row(GAP_2)).with_children(|line| {
            for (light, key) in pair {
                let act = Action::Bench(BenchAction::Light(*light));
                let half = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..default()
                };
                line.spawn(half).with_children(|half| {
                    let words = words::light(*light);
                    let button = if ui.light == *light {
                        Button::primary(words, act).chosen(true)
                    } else {
                        Button::normal(words, act)
                    };
                    button.key(*key).wide().spawn(half);
                });
            }
        });
    }
    page.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(icon(Icon::Search, 18.0, Tone::Text2));
        line.spawn(text(t("bench-magnifier"), Type::BODY));
        segments(
            line,
            ZOOMS.map(|zoom| {
                let words = t("bench-zoom").with("times", zoom);
                let act = Action::Bench(BenchAction::Zoom(zoom));
                (words, zoom == ui.zoom, act)
            }),
        );
    });
    page.spawn(text(words::how(ui.light), Type::LABEL));
}

/// The two facts, and what was shown by now.
pub(super) fn facts(page: &mut Parent, ui: &BenchUi) {
    page.spawn(rule(Tone::Rule));
    page.spawn(text(t("bench-two"), Type::BODY.bold()));
    for n in 0..2 {
        let fact = ui.picked.get(n);
        let words = fact.map_or_else(
            || t("bench-nothing-picked"),
            |fact| words::fact(&ui.bench.matter, *fact),
        );
        lettered(page, n, words, fact.is_some());
    }
    let off = if ui.bench.late() {
        Some(t("bench-refusal-late"))
    } else {
        (ui.picked.len() < 2).then(|| t("bench-pick-two"))
    };
    Button::primary(t("bench-compare"), Action::Bench(BenchAction::Compare))
        .key(KeyCode::KeyC)
        .wide()
        .off(off)
        .spawn(page);
    if ui.bench.late() {
        page.spawn(text(t("bench-late"), Type::LABEL.tone(Tone::Alert)));
    } else {
        let cost = t("bench-false-alarm").with("minutes", FALSE_ALARM);
        page.spawn(text(cost, Type::LABEL));
    }
    page.spawn(rule(Tone::Rule));
    confirmed(page, ui);
}

/// The conflicts that were shown so far.
fn confirmed(page: &mut Parent, ui: &BenchUi) {
    let confirmed = &ui.bench.confirmed;
    let number = t("bench-shown").with("number", confirmed.len());
    page.spawn(text(number, Type::BODY.bold()));
    for (a, b) in confirmed {
        let matter = &ui.bench.matter;
        let words = t("bench-against")
            .with("a", words::fact(matter, *a))
            .with("b", words::fact(matter, *b));
        marked(page, Icon::Check, words);
    }
}

fn lettered(page: &mut Parent, n: usize, words: Words, on: bool) {
    let node = Node {
        min_height: px(36),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        let disc = Node {
            width: px(22),
            height: px(22),
            flex_shrink: 0.0,
            border_radius: BorderRadius::all(px(11)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..default()
        };
        let fill = if on { Tone::Ring } else { Tone::Room3 };
        line.spawn((disc, Fill(fill))).with_children(|disc| {
            let ink = if on { Tone::Room0 } else { Tone::Text2 };
            let letter = plain(if n == 0 { "A" } else { "B" });
            disc.spawn(text(letter, Type::LABEL.bold().tone(ink).one_line()));
        });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        let ink = if on { Tone::Text } else { Tone::Text2 };
        line.spawn((text(words, Type::BODY.tone(ink)), place));
    });
}

fn marked(page: &mut Parent, sign: Icon, words: Words) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(sign, 16.0, Tone::Text2));
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        line.spawn((text(words, Type::LABEL.tone(Tone::Text)), place));
    });
}

/// After a finding whose truth is kept for the debrief.
fn kept(page: &mut Parent, ui: &BenchUi, said: Finding) {
    let words = t("bench-you-said").with("finding", words::finding(said));
    page.spawn(text(words, Type::TITLE.tone(Tone::Text)));
    page.spawn(text(t("bench-kept"), Type::BODY));
    page.spawn(rule(Tone::Rule));
    confirmed(page, ui);
}

fn told(page: &mut Parent, ui: &BenchUi, example: &Example, verdict: Verdict) {
    let right = verdict.said == verdict.truth;
    let tone = if right { Tone::Text } else { Tone::Alert };
    page.spawn(column(2.0)).with_children(|place| {
        let said = t("bench-you-said").with("finding", words::finding(verdict.said));
        place.spawn(text(said, Type::BODY.tone(Tone::Text2)));
        let was = t("bench-it-was").with("finding", words::finding(verdict.truth));
        place.spawn(text(was, Type::TITLE.tone(tone)));
    });
    let points = t("bench-points")
        .with("points", verdict.points())
        .with("finding", verdict.finding)
        .with("grounds", verdict.grounds)
        .with("time", verdict.time);
    page.spawn(text(points, Type::LABEL));
    let sights = ui.bench.sights();
    let looked = t("bench-looked")
        .with(
            "number",
            sights.iter().filter(|(_, looked)| *looked).count(),
        )
        .with("of", sights.len());
    page.spawn(text(looked, Type::LABEL));
    page.spawn(rule(Tone::Rule));
    match example.fraud {
        Some(fraud) => page.spawn(text(words::lesson(fraud), Type::BODY)),
        None => page.spawn(text(t("bench-nothing-done"), Type::BODY)),
    };
    if let Some(oddity) = example.oddity {
        marked(page, Icon::Info, words::innocent(oddity));
    }
    let conflicts = example.matter.conflicts();
    if !conflicts.is_empty() {
        page.spawn(rule(Tone::Rule));
        page.spawn(text(t("bench-conflicts"), Type::BODY.bold()));
    }
    for (a, b) in conflicts {
        let pair = (a.min(b), a.max(b));
        let sign = if ui.bench.confirmed.contains(&pair) {
            Icon::CheckCircle
        } else {
            Icon::Ring
        };
        let words = t("bench-against")
            .with("a", words::fact(&example.matter, a))
            .with("b", words::fact(&example.matter, b));
        marked(page, sign, words);
    }
    let Some(drill) = ui.drill() else { return };
    page.spawn(rule(Tone::Rule));
    let tally = drill.tally;
    let words = t("bench-tally")
        .with("documents", tally.documents)
        .with("points", tally.points / tally.documents.max(1))
        .with("hits", tally.hits)
        .with("frauds", tally.frauds)
        .with("held", tally.false_alarms)
        .with("honest", tally.documents - tally.frauds);
    page.spawn(text(words, Type::LABEL));
}
