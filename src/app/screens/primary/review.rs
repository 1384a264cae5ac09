//! One traveller, once the line is over: who it was, what was done, and what would have told.

use bevy::prelude::*;

use super::{rest, words};
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{chip, paper, rule};
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::review::{Review, Tell};
use crate::scenario::primary_line::Baseline;

pub(super) fn card(page: &mut Parent, review: &Review) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(10)),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        let line = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(4),
            ..row(GAP_2)
        };
        sheet.spawn(line).with_children(|line| {
            let name = format!("{}  {}", review.number, review.name);
            let kind = Type::HEAD.tone(Tone::Ink);
            line.spawn(text(plain(name), kind.one_line()));
            let state = words::state(&review.nationality);
            let kind = Type::LABEL.tone(Tone::Ink2);
            line.spawn(text(plain(state), kind.one_line()));
            let sign = match review.concern {
                Some(_) => Icon::Flag,
                None => Icon::Person,
            };
            chip(line, Some(sign), words::concern(review.concern), true);
            let seconds = t("primary-took").with("seconds", review.seconds);
            line.spawn(text(seconds, kind.one_line()));
        });
        let (sign, words) = words::outcome(review);
        let tone = if sign == Icon::Warning {
            Tone::AlertInk
        } else {
            Tone::Ink
        };
        said(sheet, sign, tone, Type::BODY.bold(), words);
        plainly(sheet, words::done(review.referred), Tone::Ink2);
        if let Some(story) = &review.story {
            plainly(sheet, case(story), Tone::Ink);
        }
        learned(sheet, review);
    });
}

fn learned(sheet: &mut Parent, review: &Review) {
    for sight in review.sights.iter().filter(|s| s.is != Baseline::Within) {
        let words = t("primary-told-nothing")
            .with("seen", &sight.text)
            .with("also", &sight.also);
        said(sheet, Icon::Eye, Tone::Ink2, Type::LABEL, words);
    }
    if review.impostor {
        let words = t("primary-impostor");
        said(sheet, Icon::Document, Tone::Ink, Type::BODY, words);
    }
    for tell in &review.tells {
        sheet.spawn(rule(Tone::PaperRule));
        told(sheet, tell);
    }
    if review.concern.is_none() && review.tells.is_empty() {
        let words = t("primary-all-fitted");
        said(sheet, Icon::Check, Tone::Ink2, Type::LABEL, words);
    }
    if let Some(words) = words::note(review.quality) {
        said(sheet, Icon::Pencil, Tone::Ink2, Type::LABEL, words);
    }
    if let Some(word) = review.judged {
        let words = t("primary-judged").with("word", word);
        said(sheet, Icon::Info, Tone::Ink2, Type::LABEL, words);
    }
}

fn told(sheet: &mut Parent, tell: &Tell) {
    sheet.spawn(column(2.0)).with_children(|place| {
        let asked = t("primary-tell")
            .with("ask", &tell.ask)
            .with("says", words::saying(&tell.says));
        plainly(place, asked, Tone::Ink);
        let shows = t("primary-shows")
            .with("source", words::source(tell.by))
            .with("shows", words::saying(&tell.shows));
        plainly(place, shows, Tone::Ink);
        let put = t("primary-tell-put").with("put", &tell.put);
        plainly(place, put, Tone::Ink);
        let (sign, words) = match &tell.borne {
            Some(borne) => (
                Icon::CheckCircle,
                t("primary-tell-none").with("borne", borne),
            ),
            None => (
                Icon::Book,
                t("primary-tell-lesson").with("lesson", &tell.lesson),
            ),
        };
        said(place, sign, Tone::Ink, Type::BODY.bold(), words);
        plainly(place, words::reached(tell.reached), Tone::Ink2);
    });
}

fn plainly(sheet: &mut Parent, words: Words, tone: Tone) {
    let kind = if tone == Tone::Ink2 {
        Type::LABEL
    } else {
        Type::BODY
    };
    sheet.spawn(text(words, kind.tone(tone)));
}

fn said(sheet: &mut Parent, sign: Icon, tone: Tone, kind: Type, words: Words) {
    let node = Node {
        align_items: AlignItems::Start,
        ..row(GAP_2)
    };
    sheet.spawn(node).with_children(|line| {
        let place = Node {
            padding: UiRect::top(px(2)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(icon(sign, 15.0, tone));
        });
        line.spawn(rest()).with_children(|place| {
            place.spawn(text(words, kind.tone(tone)));
        });
    });
}
