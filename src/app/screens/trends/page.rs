//! The page: whose results at the left, the results at the right.

use accesskit::Role;
use bevy::prelude::*;

use super::{Results, Shown, TrendsAction};
use crate::analysis::Estimate;
use crate::app::action::Action;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::{Lang, Words, case, family, plain, t};
use crate::app::picture::{icon, sketch};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4, GAP_5, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::Check;
use crate::app::widgets::panel::{panel, paper, paper_meter, rule};
use crate::app::widgets::press::{Chosen, Inherits, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::likelihood::Likelihood;
use crate::drawing::trend::{Point, Trend};
use crate::report;
use crate::report::metrics::{Figure, Unit, told as told_of, unit};
use crate::report::trends::{Group, OUTCOMES, Of, RATINGS, Trends};

pub fn build(parent: &mut Parent, found: &Trends, results: &Results, shown: Shown, lang: Lang) {
    bar(parent, results);
    let Some(group) = found.groups.get(shown.group).or(found.groups.first()) else {
        nothing(parent, results);
        return;
    };
    let at = shown.group.min(found.groups.len() - 1);
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let side = Node {
            width: px(380),
            flex_shrink: 0.0,
            ..default()
        };
        body.spawn(panel(side)).with_children(|side| {
            scroll::area(side, UiRect::axes(px(14), px(14)), GAP_2, false, |side| {
                side.spawn(text(t("trends-whose"), Type::HEAD));
                let list = Node {
                    flex_shrink: 0.0,
                    ..column(6.0)
                };
                side.spawn((list, ArrowGroup)).with_children(|list| {
                    for (n, group) in found.groups.iter().enumerate() {
                        entry(list, group, n, n == at);
                    }
                });
                side.spawn(rule(Tone::Rule));
                Check {
                    words: t("trends-names"),
                    on: shown.names,
                    action: Action::Trends(TrendsAction::Names(!shown.names)),
                }
                .spawn(side);
                left_out(side, results);
            });
        });
        let sheet = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            ..default()
        };
        body.spawn(paper(sheet)).with_children(|sheet| {
            scroll::area(
                sheet,
                UiRect::axes(px(GAP_5), px(GAP_4)),
                GAP_4,
                true,
                |page| {
                    one(page, group, lang);
                },
            );
        });
    });
}

fn bar(parent: &mut Parent, results: &Results) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_3)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule)))
        .with_children(|bar| {
            bar.spawn(icon(Icon::Grid, 18.0, Tone::Text));
            bar.spawn(text(t("trends-title"), Type::HEAD.one_line()));
            if !results.is_done() {
                let reading = t("trends-reading")
                    .with("done", results.reading.done)
                    .with("of", results.reading.of);
                bar.spawn(text(reading, Type::LABEL.one_line()));
            }
            bar.spawn(grow());
            Button::normal(t("debrief-home"), Action::Go(super::Screen::Home))
                .icon(Icon::Home)
                .spawn(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

fn nothing(parent: &mut Parent, results: &Results) {
    let node = Node {
        flex_grow: 1.0,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..column(GAP_4)
    };
    parent.spawn(node).with_children(|page| {
        page.spawn(icon(Icon::Grid, 36.0, Tone::Text2));
        let key = if results.is_done() {
            "trends-nothing"
        } else {
            "trends-wait"
        };
        page.spawn(text(t(key), Type::HEAD.centred()));
        let narrow = Node {
            max_width: px(640),
            ..column(GAP_2)
        };
        page.spawn(narrow)
            .with_children(|page| left_out(page, results));
    });
}

/// What is not among the results, and why.
fn left_out(side: &mut Parent, results: &Results) {
    if results.reading.not_over > 0 {
        let words = t("trends-not-over").with("number", results.reading.not_over);
        side.spawn(text(words, Type::LABEL));
    }
    for why in &results.unread {
        let line = Node {
            align_items: AlignItems::Start,
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        side.spawn(line).with_children(|line| {
            line.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
            line.spawn(wide()).with_children(|place| {
                place.spawn(text(plain(why.clone()), Type::LABEL));
            });
        });
    }
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(2.0)
    }
}

/// Whose results.
fn title(group: &Group) -> Words {
    match &group.of {
        Of::All => t("trends-all"),
        Of::Case(title) => case(title),
        Of::People(names) => t("trends-people").with("names", plain(names.join(", "))),
    }
}

fn entry(list: &mut Parent, group: &Group, at: usize, chosen: bool) {
    let node = Node {
        padding: UiRect::axes(px(12), px(8)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    let act = Action::Trends(TrendsAction::Group(at));
    let mut one = list.spawn((
        node,
        control(Look::Option, Role::RadioButton, title(group)),
        act,
    ));
    one.with_children(|inside| {
        inside.spawn(wide()).with_children(|words| {
            words.spawn((text(title(group), Type::BODY.bold()), Inherits));
            let number = t("trends-exercises").with("number", group.outings.len());
            words.spawn(text(number, Type::LABEL));
        });
        let score = plain(format!("{:.0}", group.score.value));
        inside.spawn((text(score, Type::HEAD.one_line()), Inherits));
    });
    if chosen {
        one.insert((Chosen, FirstFocus));
    }
}

fn one(page: &mut Parent, group: &Group, lang: Lang) {
    page.spawn(text(title(group), Type::TITLE.tone(Tone::Ink)));
    let number = t("trends-exercises").with("number", group.outings.len());
    let score = t("trends-score-is").with("score", range(group.score, ""));
    let line = Node {
        flex_wrap: FlexWrap::Wrap,
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    page.spawn(line).with_children(|line| {
        line.spawn(text(number, Type::BODY.tone(Tone::Ink)));
        line.spawn(text(score, Type::BODY.bold().tone(Tone::Ink)));
        if let Some(change) = group.change {
            let words = t("trends-change-is").with("points", signed(change));
            line.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        }
    });
    over_time(page, group, lang);
    let columns = Node {
        column_gap: px(32),
        row_gap: px(GAP_4),
        flex_wrap: FlexWrap::Wrap,
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        ..default()
    };
    page.spawn(columns).with_children(|columns| {
        let half = Node {
            flex_grow: 1.0,
            flex_basis: px(380),
            ..column(GAP_3)
        };
        columns.spawn(half.clone()).with_children(|place| {
            head(place, t("trends-outcomes"));
            for (outcome, share) in OUTCOMES.iter().zip(group.outcomes) {
                share_of(
                    place,
                    family("debrief-outcome", outcome.key()),
                    percent(share),
                );
            }
            ratings(place, group);
        });
        if !group.objectives.is_empty() {
            columns.spawn(half).with_children(|place| {
                head(place, t("trends-objectives"));
                for (text, share) in &group.objectives {
                    share_of(place, case(text), *share);
                }
            });
        }
    });
    figures(page, group);
    page.spawn(text(t("trends-intervals"), Type::LABEL.tone(Tone::Ink2)));
}

fn head(place: &mut Parent, words: Words) {
    place.spawn(text(words, Type::HEAD.tone(Tone::Ink)));
}

/// The scores from day to day.
fn over_time(page: &mut Parent, group: &Group, lang: Lang) {
    let points: Vec<Point> = (group.days.iter())
        .map(|(day, of, score)| Point {
            name: report::day(*day, lang),
            value: score.value,
            low: score.low,
            high: score.high,
            of: *of,
        })
        .collect();
    let node = Node {
        height: px(190),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(sketch(node, move |width, height| {
        Trend { points: &points }.svg(width, height)
    }));
}

/// A bar in per cent with its bracket.
fn share_of(place: &mut Parent, words: Words, of: Estimate) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(3.0)
    };
    place.spawn(node).with_children(|place| {
        let line = Node {
            align_items: AlignItems::Start,
            ..row(GAP_3)
        };
        place.spawn(line).with_children(|line| {
            line.spawn(wide()).with_children(|title| {
                title.spawn(text(words, Type::BODY.tone(Tone::Ink)));
            });
            let figure = Type::BODY.bold().tone(Tone::Ink).one_line();
            line.spawn(text(plain(range(of, " %")), figure));
        });
        let node = Node {
            height: px(24),
            flex_shrink: 0.0,
            ..default()
        };
        let bounded = of.low.is_finite() && of.high.is_finite();
        place.spawn(sketch(node, move |width, height| {
            Likelihood {
                value: of.value / 100.0,
                low: if bounded {
                    of.low / 100.0
                } else {
                    of.value / 100.0
                },
                high: if bounded {
                    of.high / 100.0
                } else {
                    of.value / 100.0
                },
                with: None,
            }
            .svg(width, height)
        }));
    });
}

/// Critical tasks by rating.
fn ratings(place: &mut Parent, group: &Group) {
    let all: u32 = group.rated.iter().sum();
    if all == 0 {
        return;
    }
    head(place, t("trends-rated"));
    for (rating, number) in RATINGS.iter().zip(group.rated) {
        place.spawn(row(GAP_3)).with_children(|line| {
            let name = Node {
                width: px(190),
                flex_shrink: 0.0,
                ..default()
            };
            line.spawn(name).with_children(|place| {
                let words = family("aar-rating", rating.key());
                place.spawn(text(words, Type::BODY.tone(Tone::Ink)));
            });
            line.spawn(wide()).with_children(|place| {
                #[expect(clippy::cast_precision_loss, reason = "a share on a bar of 200 pixels")]
                let part = number as f32 / all as f32;
                paper_meter(place, part);
            });
            let words = plain(number.to_string());
            line.spawn(text(words, Type::BODY.bold().tone(Tone::Ink).one_line()));
        });
    }
}

/// The figures of the report, over these exercises.
fn figures(page: &mut Parent, group: &Group) {
    if group.figures.is_empty() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(6.0)
    };
    page.spawn(node).with_children(|place| {
        head(place, t("aar-measures"));
        for (metric, mean) in &group.figures {
            place.spawn(rule(Tone::PaperRule));
            place.spawn(row(GAP_4)).with_children(|line| {
                line.spawn(wide()).with_children(|words| {
                    let name = family("aar-metric", metric.key());
                    words.spawn(text(name, Type::BODY.tone(Tone::Ink)));
                });
                let told = |value: f64| match unit(*metric) {
                    // A mean of whole numbers is none.
                    Unit::Count => plain(format!("{value:.1}")),
                    _ => told_of(*metric, Some(Figure::real(value))),
                };
                let value = Type::BODY.bold().tone(Tone::Ink).one_line();
                line.spawn(text(told(mean.value), value));
                if mean.low.is_finite() && mean.high.is_finite() {
                    let between = t("trends-between")
                        .with("low", told(mean.low))
                        .with("high", told(mean.high));
                    line.spawn(text(between, Type::LABEL.tone(Tone::Ink2).one_line()));
                }
            });
        }
    });
}

fn percent(share: Estimate) -> Estimate {
    Estimate {
        value: share.value * 100.0,
        low: share.low * 100.0,
        high: share.high * 100.0,
    }
}

/// `71 % [66–76]`, without brackets where nothing is known of the spread.
fn range(of: Estimate, unit: &str) -> String {
    if of.low.is_finite() && of.high.is_finite() {
        format!("{:.0}{unit} [{:.0}–{:.0}]", of.value, of.low, of.high)
    } else {
        format!("{:.0}{unit}", of.value)
    }
}

fn signed(of: Estimate) -> String {
    let sign = |value: f64| {
        let whole = value.round();
        match whole {
            w if w > 0.0 => format!("+{w:.0}"),
            w if w < 0.0 => format!("−{:.0}", -w),
            _ => "0".to_owned(),
        }
    };
    if of.low.is_finite() && of.high.is_finite() {
        format!("{} [{} … {}]", sign(of.value), sign(of.low), sign(of.high))
    } else {
        sign(of.value)
    }
}
