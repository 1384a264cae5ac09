//! What is wrong in the case: errors first, each with the line that it stands in.

use bevy::prelude::*;

use super::Bench;
use crate::app::breaks::breakable;
use crate::app::i18n::{plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, R_CONTROL};
use crate::app::theme::{Fill, Tone, Type};
use crate::app::widgets::panel::rule;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::{Diagnostic, Severity};

/// So many are shown; who has more begins with these.
const MOST: usize = 100;

pub(super) fn page(panel: &mut Parent, bench: &Bench) {
    let read = &bench.read;
    if read.diagnostics.is_empty() {
        let node = Node {
            flex_grow: 1.0,
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..column(GAP_3)
        };
        panel.spawn(node).with_children(|page| {
            page.spawn(icon(Icon::CheckCircle, 40.0, Tone::Text2));
            page.spawn(text(t("author-no-problems"), Type::HEAD.centred()));
            page.spawn(text(
                t("author-no-problems-then"),
                Type::BODY.tone(Tone::Text2).centred(),
            ));
        });
        return;
    }
    let padding = UiRect::axes(px(GAP_5), px(GAP_4));
    scroll::area(panel, padding, GAP_3, false, |page| {
        if read.scenario.is_none() {
            let key = if bench.good.is_some() {
                "author-shown-as-it-was"
            } else {
                "author-never-read"
            };
            page.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(icon(Icon::Info, 18.0, Tone::Text2));
                line.spawn(wide()).with_children(|place| {
                    place.spawn(text(t(key), Type::BODY));
                });
            });
            page.spawn(rule(Tone::Rule));
        }
        let mut all: Vec<&Diagnostic> = read.diagnostics.iter().collect();
        all.sort_by(|a, b| (a.severity, &a.file, a.line).cmp(&(b.severity, &b.file, b.line)));
        let more = all.len().saturating_sub(MOST);
        for diagnostic in all.into_iter().take(MOST) {
            one(page, bench, diagnostic);
            page.spawn(rule(Tone::Rule));
        }
        if more > 0 {
            page.spawn(text(t("author-more").with("number", more), Type::LABEL));
        }
    });
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(4.0)
    }
}

fn one(page: &mut Parent, bench: &Bench, of: &Diagnostic) {
    let line = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(line).with_children(|line| {
        let (sign, tone) = match of.severity {
            Severity::Error => (Icon::Warning, Tone::Alert),
            Severity::Warning => (Icon::Info, Tone::Text2),
        };
        line.spawn(icon(sign, 18.0, tone));
        line.spawn(wide()).with_children(|place| {
            place.spawn(row(GAP_2)).with_children(|head| {
                let code = plain(of.code.code());
                head.spawn(text(code, Type::LABEL.mono().one_line()));
                let at = format!("{}:{}:{}", of.file, of.line, of.column);
                head.spawn(text(plain(at), Type::LABEL.mono().one_line()));
                head.spawn(grow());
            });
            place.spawn(text(plain(breakable(&of.message)), Type::BODY.bold()));
            quoted(place, bench, of);
            if let Some(suggestion) = &of.suggestion {
                let do_ = t("author-suggests").with("what", &*breakable(suggestion));
                place.spawn(text(do_, Type::BODY.tone(Tone::Text2)));
            }
        });
    });
}

/// The line of the file.
fn quoted(place: &mut Parent, bench: &Bench, of: &Diagnostic) {
    let text_of = bench.read.source.text(&of.file);
    let line = text_of.and_then(|t| t.lines().nth(of.line.saturating_sub(1)));
    let Some(line) = line.map(str::trim).filter(|line| !line.is_empty()) else {
        return;
    };
    // A very long line is cut: what is wrong is named above it.
    let short: String = line.chars().take(160).collect();
    let node = Node {
        padding: UiRect::axes(px(10), px(5)),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        ..default()
    };
    place
        .spawn((node, Fill(Tone::Room0)))
        .with_children(|code| {
            let kind = Type {
                anywhere: true,
                ..Type::LABEL.mono()
            };
            code.spawn(text(plain(breakable(&short)), kind));
        });
}
