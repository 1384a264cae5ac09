//! Who knew what, when: the chart, its legend, and the rows that can be picked.

use accesskit::Role;
use bevy::prelude::*;

use super::{DebriefAction, Lands, Part, Picks, Shown, Told};
use crate::app::action::Action;
use crate::app::focus::{ArrowGroup, Shortcut};
use crate::app::i18n::{Lang, Words, case, plain, say, t};
use crate::app::picture::{icon, sketch};
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::choice::Check;
use crate::app::widgets::panel::team_mark;
use crate::app::widgets::press::{Look, control};
use crate::app::widgets::scroll;
use crate::drawing::chart::{HEAD, KnowledgeChart, ROW, Row, Theme};
use crate::drawing::icon::Icon;
use crate::scenario::ids::{ItemId, Team};
use crate::view::{DebriefView, KnowledgeRow};

/// So many rows stand without a scroll bar.
const ROOM: usize = 5;

/// Round from which anybody held it.
pub fn held(row: &KnowledgeRow) -> Option<u8> {
    row.held.or(row.arrived)
}

/// The rows shown: what somebody held, the critical ones first, then in the order in which it was found.
pub fn rows<'a>(debrief: &'a DebriefView, shown: &Shown) -> Vec<&'a KnowledgeRow> {
    let mut rows: Vec<&KnowledgeRow> = debrief
        .knowledge
        .iter()
        .filter(|row| {
            held(row).is_some() && (row.critical || shown.all_items || !has_critical(debrief))
        })
        .collect();
    rows.sort_by_key(|row| (!row.critical, held(row), row.origin, row.number));
    rows
}

/// Did anybody hold a critical item?
fn has_critical(debrief: &DebriefView) -> bool {
    debrief
        .knowledge
        .iter()
        .any(|row| row.critical && held(row).is_some())
}

/// Do the rows leave the item a large place?
pub fn roomy(debrief: &DebriefView, shown: &Shown) -> bool {
    rows(debrief, shown).len() <= ROOM
}

/// The row that is picked, or the first.
pub fn picked(debrief: &DebriefView, picks: &Picks, shown: &Shown) -> Option<ItemId> {
    let rows = rows(debrief, shown);
    let wanted = rows.iter().find(|row| picks.item == Some(row.item));
    wanted.or(rows.first()).map(|row| row.item)
}

pub fn tab(panel: &mut Parent, told: &Told, shown: &Shown) {
    let rows: Vec<KnowledgeRow> = rows(&told.debrief, shown).into_iter().cloned().collect();
    legend(panel, told, shown);
    if rows.is_empty() {
        let node = Node {
            padding: px(GAP_4).all(),
            ..default()
        };
        panel.spawn(node).with_children(|place| {
            place.spawn(text(t("debrief-no-items"), Type::BODY));
        });
        return;
    }
    let chart = Arranged::new(told, rows);
    let height = chart.drawn(|drawn| drawn.height());
    // Few rows take their height and leave the rest to the item; many scroll.
    let few = chart.rows.len() <= ROOM;
    let place = Node {
        flex_grow: if few { 0.0 } else { 1.0 },
        flex_basis: if few { px(height + 8.0) } else { px(0) },
        flex_shrink: 1.0,
        min_height: px(120),
        ..default()
    };
    panel.spawn(place).with_children(|place| {
        scroll::area(
            place,
            UiRect::new(px(8), px(16), px(0), px(8)),
            0.0,
            false,
            |page| {
                let node = Node {
                    height: px(height),
                    flex_shrink: 0.0,
                    ..default()
                };
                page.spawn((node, ArrowGroup))
                    .with_children(|field| field_of(field, chart));
            },
        );
    });
    let detail = Node {
        flex_grow: if few { 1.0 } else { 0.0 },
        flex_basis: if few { px(0) } else { px(262) },
        min_height: px(180),
        margin: UiRect::new(px(8), px(8), px(0), px(8)),
        ..default()
    };
    panel.spawn((crate::app::widgets::panel::paper(detail), Part::Item));
}

/// The rows that can be picked, under the drawing.
fn field_of(field: &mut Parent, chart: Arranged) {
    let mut top = HEAD;
    for (at, row) in chart.rows.iter().enumerate() {
        let node = Node {
            position_type: PositionType::Absolute,
            left: px(4),
            right: px(0),
            top: px(top + 2.0),
            height: px(ROW - 4.0),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            ..default()
        };
        let name = t("debrief-row")
            .with("number", number(row.origin, row.number).as_str())
            .with("title", &row.title);
        let action = Action::Debrief(DebriefAction::Item(row.item));
        let mut one = field.spawn((node, control(Look::Quiet, Role::Button, name), action));
        if at == 0 {
            one.insert(Lands);
        }
        top += ROW;
    }
    let over = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        right: px(0),
        top: px(0),
        bottom: px(0),
        ..default()
    };
    let svg = move |width, height| chart.drawn(|drawn| drawn.svg(width, height, Theme::Room));
    field.spawn((sketch(over, svg), Pickable::IGNORE));
}

/// Rows with the words that stand in the chart.
struct Arranged {
    rounds: Vec<String>,
    rows: Vec<KnowledgeRow>,
    words: Vec<[String; 3]>,
    unused: String,
}

impl Arranged {
    fn new(told: &Told, rows: Vec<KnowledgeRow>) -> Self {
        let lang = told.lang;
        let round = |round: u8| say(lang, &t("debrief-round").with("round", round));
        let words = rows
            .iter()
            .map(|row| {
                [
                    row.title.get(lang.tag()).to_owned(),
                    say(lang, &note(lang, row)),
                    say(lang, &bar(row)),
                ]
            })
            .collect();
        Self {
            rounds: (1..=told.rounds).map(round).collect(),
            rows,
            words,
            unused: say(lang, &t("debrief-not-used")),
        }
    }

    fn drawn<T>(&self, draw: impl FnOnce(&KnowledgeChart) -> T) -> T {
        let rows = self
            .rows
            .iter()
            .zip(&self.words)
            .map(|(row, [title, note, bar])| Row {
                team: row.origin,
                title,
                note,
                held: held(row).unwrap_or(1),
                // The partner that found it itself has it from there on.
                shared: row
                    .shared
                    .map(|(round, _)| round)
                    .or(row.held.and(row.arrived)),
                used: row.used,
                bar,
                unused: &self.unused,
            });
        draw(&KnowledgeChart {
            rounds: self.rounds.iter().map(String::as_str).collect(),
            rows: rows.collect(),
        })
    }
}

/// Number and weight.
fn note(lang: Lang, row: &KnowledgeRow) -> Words {
    let number = number(row.origin, row.number);
    let weight = if row.critical {
        "debrief-critical"
    } else if row.false_lead {
        "debrief-false-lead"
    } else {
        return plain(number);
    };
    plain(format!("{number} · {}", say(lang, &t(weight))))
}

/// What stands in the bar.
fn bar(row: &KnowledgeRow) -> Words {
    match (row.held, row.shared) {
        (Some(held), Some((shared, _))) if shared > held => {
            t("debrief-bar-held").with("rounds", shared - held)
        }
        (Some(_), Some(_)) => plain(""),
        (_, None) if row.arrived.is_some() => plain(""),
        _ => t("debrief-bar-never"),
    }
}

fn legend(panel: &mut Parent, told: &Told, shown: &Shown) {
    let node = Node {
        padding: UiRect::new(px(GAP_3), px(GAP_2), px(6), px(4)),
        flex_shrink: 0.0,
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(2),
        ..row(GAP_4)
    };
    panel.spawn(node).with_children(|line| {
        let signs = [
            (Icon::Ring, "debrief-legend-held"),
            (Icon::ArrowRight, "debrief-legend-shared"),
            (Icon::Check, "debrief-legend-used"),
        ];
        for (sign, words) in signs {
            line.spawn(row(6.0)).with_children(|one| {
                one.spawn(icon(sign, 14.0, Tone::Text2));
                one.spawn(text(t(words), Type::LABEL.one_line()));
            });
        }
        for team in Team::BOTH {
            team_mark(
                line,
                team,
                case(&told.case.services[team.index()].short),
                false,
                Type::LABEL,
            );
        }
        line.spawn(Node {
            min_width: px(0),
            ..grow()
        });
        let all = told
            .debrief
            .knowledge
            .iter()
            .filter(|row| held(row).is_some())
            .count();
        if has_critical(&told.debrief) {
            let id = Check {
                words: t("debrief-all-items").with("number", all),
                on: shown.all_items,
                action: Action::Debrief(DebriefAction::AllItems(!shown.all_items)),
            }
            .spawn(line);
            line.commands_mut()
                .entity(id)
                .insert(Shortcut(KeyCode::KeyA));
        }
    });
}
