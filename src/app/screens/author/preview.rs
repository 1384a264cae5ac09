//! What is picked, on paper, as those who play will meet it; where it is written, and what is wrong there.

use bevy::prelude::*;

use super::facts::Sheet;
use super::{Bench, Look, Trial, kinds, trial, words};
use crate::app::breaks::breakable;
use crate::app::i18n::{Lang, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{rule, team_mark};
use crate::app::widgets::scroll;
use crate::author::{Kind, Part, excerpt};
use crate::drawing::icon::Icon;

/// Lines of the file that are shown.
const LINES: usize = 60;

pub(super) fn build(parent: &mut Parent, bench: &Bench, look: &Look, trial: &Trial, lang: Lang) {
    let (Some(part), Some(good)) = (bench.picked(look), &bench.good) else {
        return;
    };
    let tag = words::tag(bench, look, lang);
    let sheet = Sheet {
        case: &good.scenario,
        tag: &tag,
        look,
    };
    let padding = UiRect::axes(px(GAP_5), px(GAP_4));
    scroll::area(parent, padding, GAP_3, true, |page| {
        head(page, &sheet, part);
        wrong(page, bench, part);
        kinds::build(page, &sheet, part);
        trial::beside(page, trial, part);
        written(page, bench, part);
    });
}

fn head(page: &mut Parent, sheet: &Sheet, part: &Part) {
    page.spawn(row(GAP_2)).with_children(|line| {
        let kind = family("author-one", part.of.kind.key());
        line.spawn(text(kind, Type::LABEL.tone(Tone::Ink2).one_line()));
        if !part.number.is_empty() {
            let number = Type::LABEL.mono().tone(Tone::Ink2).one_line();
            line.spawn(text(plain(part.number.clone()), number));
        }
        line.spawn(grow());
        if let Some(team) = part.team {
            let short = plain(sheet.say(&sheet.case.service(team).short));
            team_mark(line, team, short, true, Type::LABEL);
        }
    });
    let said = |kind| matches!(kind, Kind::Inject | Kind::Questionnaire);
    if !said(part.of.kind) {
        let title = plain(sheet.say(&part.title));
        page.spawn(text(title, Type::TITLE.tone(Tone::Ink)));
    }
    page.spawn(rule(Tone::PaperRule));
}

/// What is wrong in its lines.
fn wrong(page: &mut Parent, bench: &Bench, part: &Part) {
    let Some(place) = bench.place(part) else {
        return;
    };
    // A briefing and the like are a whole file; its problems stand in their own list.
    if part.key.is_empty() {
        return;
    }
    for problem in bench.read.problems(&place) {
        let line = Node {
            align_items: AlignItems::Start,
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        page.spawn(line).with_children(|line| {
            line.spawn(icon(Icon::Warning, 17.0, Tone::Ink));
            line.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(2.0)
            })
            .with_children(|place| {
                let said = format!("{} {}", problem.code.code(), problem.message);
                let kind = Type::BODY.bold().tone(Tone::Ink);
                place.spawn(text(plain(breakable(&said)), kind));
                if let Some(suggestion) = &problem.suggestion {
                    let do_ = t("author-suggests").with("what", &*breakable(suggestion));
                    place.spawn(text(do_, Type::BODY.tone(Tone::Ink2)));
                }
            });
        });
    }
}

/// The lines of the file.
fn written(page: &mut Parent, bench: &Bench, part: &Part) {
    let Some(place) = bench.place(part) else {
        return;
    };
    page.spawn(rule(Tone::PaperRule));
    let at = t("author-written").with("place", place.brief().as_str());
    page.spawn(text(at, Type::LABEL.tone(Tone::Ink2)));
    if part.key.is_empty() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(0.0)
    };
    page.spawn(node).with_children(|code| {
        for line in excerpt(&bench.read.source, &place, LINES) {
            // Leading spaces would be swallowed.
            let indent = line.len() - line.trim_start().len();
            let node = Node {
                padding: UiRect::left(px(f32::from(u8::try_from(indent).unwrap_or(40)) * 7.2)),
                min_height: px(20),
                ..default()
            };
            code.spawn(node).with_children(|place| {
                let kind = Type {
                    anywhere: true,
                    ..Type::LABEL.mono().tone(Tone::Ink2)
                };
                let inside = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                place.spawn(inside).with_children(|place| {
                    place.spawn(text(plain(line.trim_start()), kind));
                });
            });
        }
    });
}
