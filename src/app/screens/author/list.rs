//! The frame: sections at the left, the parts of the section, and the preview.

use accesskit::Role;
use bevy::prelude::*;

use super::{
    AuthorAction, Bench, Look, Preview, Proof, Section, Trial, graph, problems, proof, trial, words,
};
use crate::app::action::Action;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::{Lang, Language, Words, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::{chip, panel, paper, team_sign};
use crate::app::widgets::press::{Chosen, Inherits, Look as Style, control};
use crate::app::widgets::scroll;
use crate::author::{Kind, Part};
use crate::drawing::icon::Icon;

pub(super) fn page(
    parent: &mut Parent,
    bench: &Bench,
    look: &Look,
    (trial, proof): (&Trial, &Proof),
    language: &Language,
) {
    bar(parent, bench, look, language);
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
            width: px(220),
            flex_shrink: 0.0,
            padding: px(GAP_2).all(),
            ..default()
        };
        body.spawn(panel(side))
            .with_children(|side| sections(side, bench, look));
        let Section::Of(kind) = look.section else {
            let node = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_height: px(0),
                ..default()
            };
            body.spawn(panel(node))
                .with_children(|panel| match look.section {
                    Section::Trial => trial::page(panel, bench, trial),
                    Section::Graph => graph::page(panel, bench, look, language.0),
                    Section::Proof => proof::page(panel, bench, look, language.0, proof),
                    _ => problems::page(panel, bench),
                });
            return;
        };
        if bench.of(kind).nth(1).is_some() {
            let node = Node {
                width: px(330),
                flex_shrink: 0.0,
                min_height: px(0),
                ..default()
            };
            body.spawn(panel(node)).with_children(|list| {
                scroll::area(list, px(GAP_2).all(), 4.0, false, |list| {
                    list.spawn((column(4.0), ArrowGroup)).with_children(|list| {
                        for part in bench.of(kind) {
                            entry(list, bench, look, language.0, part);
                        }
                    });
                });
            });
        }
        let sheet = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            ..default()
        };
        body.spawn((paper(sheet), Preview));
    });
}

fn bar(parent: &mut Parent, bench: &Bench, look: &Look, language: &Language) {
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
            bar.spawn(icon(Icon::Pencil, 18.0, Tone::Text));
            let clips = Node {
                min_width: px(0),
                flex_shrink: 1.0,
                overflow: Overflow::clip(),
                ..column(0.0)
            };
            bar.spawn(clips).with_children(|place| {
                let title = match &bench.good {
                    Some(good) => plain(words::of(&good.scenario.title, bench, look, language.0)),
                    None => t("author-title"),
                };
                place.spawn(text(title, Type::HEAD.one_line()));
                let folder = bench.folder.as_ref().map(|f| f.display().to_string());
                let folder = folder.unwrap_or_default();
                place.spawn(text(plain(folder), Type::LABEL.one_line()));
            });
            state(bar, bench);
            bar.spawn(grow());
            if let Some(good) = &bench.good
                && good.scenario.languages.len() > 1
            {
                let own = words::place(bench, look, language.0);
                let choice = |(at, tag): (usize, &String)| {
                    let act = Action::Author(AuthorAction::Speak(at));
                    (plain(tag.clone()), at == own, act)
                };
                segments(bar, good.scenario.languages.iter().enumerate().map(choice));
            }
            Button::primary(t("author-play"), Action::Author(AuthorAction::AskPlay))
                .icon(Icon::Play)
                .key(KeyCode::KeyP)
                .spawn(bar);
            Button::normal(t("author-other"), Action::Author(AuthorAction::Leave))
                .icon(Icon::Folder)
                .spawn(bar);
            Button::icon_only(Icon::Home, t("debrief-home"), Action::Go(Screen::Home)).spawn(bar);
            let lang = language.0;
            Button::quiet(plain(lang.name()), Action::Speak(lang.next()))
                .icon(Icon::Globe)
                .spawn(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

/// How the case stands as it was saved last.
fn state(bar: &mut Parent, bench: &Bench) {
    let (errors, warnings) = bench.read.counts();
    let (sign, said) = match (errors, warnings) {
        (0, 0) => (Icon::CheckCircle, t("author-sound")),
        (0, _) => (Icon::Info, t("author-warns").with("warnings", warnings)),
        _ => (
            Icon::Warning,
            t("author-broken")
                .with("errors", errors)
                .with("warnings", warnings),
        ),
    };
    chip(bar, Some(sign), said, false);
}

fn sections(side: &mut Parent, bench: &Bench, look: &Look) {
    let (errors, warnings) = bench.read.counts();
    side.spawn((column(4.0), ArrowGroup)).with_children(|list| {
        section(
            list,
            look,
            Section::Problems,
            t("author-problems"),
            errors + warnings,
        );
        section(list, look, Section::Graph, t("author-graph"), 0);
        section(list, look, Section::Trial, t("author-trial"), 0);
        section(list, look, Section::Proof, t("author-proof"), 0);
        for kind in Kind::ALL {
            let number = bench.of(kind).count();
            if number > 0 {
                let title = family("author-kind", kind.key());
                section(list, look, Section::Of(kind), title, number);
            }
        }
    });
}

fn section(list: &mut Parent, look: &Look, of: Section, title: Words, number: usize) {
    let node = Node {
        padding: UiRect::axes(px(10), px(5)),
        min_height: px(34),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let act = Action::Author(AuthorAction::Section(of));
    let mut one = list.spawn((node, control(Style::Option, Role::Tab, title.clone()), act));
    one.with_children(|line| {
        line.spawn((text(title, Type::BODY), Inherits));
        line.spawn(grow());
        if number > 1 || of == Section::Problems {
            let number = plain(number.to_string());
            line.spawn(text(number, Type::LABEL.one_line()));
        }
    });
    if look.section == of {
        one.insert((Chosen, FirstFocus));
    }
}

fn entry(list: &mut Parent, bench: &Bench, look: &Look, lang: Lang, part: &Part) {
    let node = Node {
        padding: UiRect::axes(px(10), px(5)),
        min_height: px(34),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let title = plain(words::of(&part.title, bench, look, lang));
    let act = Action::Author(AuthorAction::Pick(part.of));
    let name = control(Style::Option, Role::RadioButton, title.clone());
    list.spawn((node, name, act)).with_children(|line| {
        if let Some(team) = part.team {
            line.spawn(team_sign(team, 12.0, false))
                .entry::<Node>()
                .and_modify(|mut node| node.margin = UiRect::top(px(4)));
        }
        if !part.number.is_empty() {
            let number = plain(part.number.clone());
            let kind = Type::LABEL.mono().one_line();
            line.spawn(text(number, kind));
        }
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            place.spawn((text(title, Type::BODY), Inherits));
        });
        let place = bench.place(part);
        if place.is_some_and(|place| bench.read.problems(&place).next().is_some()) {
            line.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
        }
    });
}
