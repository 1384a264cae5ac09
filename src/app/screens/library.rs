//! LIBRARY: the cases as cards, and the one that is picked in full.

use accesskit::Role;
use bevy::input_focus::FocusGained;
use bevy::prelude::*;

use super::home::case_words;
use super::host::HostAction;
use super::maps::thumbnail;
use super::{Root, Screen, Space, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::{Language, case, family, plain, t};
use crate::app::picture::{drawing, icon};
use crate::app::shelf::{Case, Shelf};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, R_PANEL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{panel, paper};
use crate::app::widgets::press::{Chosen, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::Scenario;

/// What only LIBRARY is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryAction {
    /// Show this case in full.
    Pick(usize),
}

/// The case that is picked, by its place on the shelf.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picked(pub usize);

/// What a case is chosen for.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum For {
    /// Two teams at this screen.
    #[default]
    Play,
    /// A room of laptops.
    Room,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Picked>().init_resource::<For>();
    app.add_observer(follow);
    app.add_systems(OnEnter(Screen::Library), enter);
    let changed = resource_changed::<Picked>
        .or_else(resource_changed::<Language>)
        .or_else(resource_changed::<Shelf>)
        .or_else(resource_changed::<Space>);
    app.add_systems(
        Update,
        (pick.in_set(Answer), again.after(Answer).run_if(changed))
            .run_if(in_state(Screen::Library)),
    );
}

fn pick(mut acts: Acts, mut picked: ResMut<Picked>) {
    for act in acts.read() {
        if let Action::Library(LibraryAction::Pick(at)) = act.action {
            picked.0 = at;
        }
    }
}

/// Cards are a group of radio buttons: what the arrows reach is picked.
fn follow(gained: On<FocusGained>, actions: Query<&Action>, mut picked: ResMut<Picked>) {
    if let Ok(Action::Library(LibraryAction::Pick(at))) = actions.get(gained.entity)
        && picked.0 != *at
    {
        picked.0 = *at;
    }
}

fn enter(
    mut commands: Commands,
    shelf: Res<Shelf>,
    picked: Res<Picked>,
    language: Res<Language>,
    space: Res<Space>,
    purpose: Res<For>,
) {
    let node = column(0.0);
    let root = commands
        .spawn(root_with_escape(
            Screen::Library,
            node,
            Action::Go(Screen::Home),
        ))
        .id();
    rebuild(&mut commands, root, |parent| {
        build(parent, &shelf, picked.0, &language, &space, *purpose)
    });
}

fn again(
    mut commands: Commands,
    shelf: Res<Shelf>,
    picked: Res<Picked>,
    language: Res<Language>,
    space: Res<Space>,
    purpose: Res<For>,
    root: Single<Entity, With<Root>>,
) {
    rebuild(&mut commands, *root, |parent| {
        build(parent, &shelf, picked.0, &language, &space, *purpose)
    });
}

fn build(
    parent: &mut Parent,
    shelf: &Shelf,
    picked: usize,
    language: &Language,
    space: &Space,
    purpose: For,
) {
    let head = Node {
        padding: UiRect::new(px(GAP_5), px(GAP_5), px(GAP_4), px(GAP_2)),
        ..row(GAP_3)
    };
    parent.spawn(head).with_children(|head| {
        head.spawn(icon(Icon::Book, 24.0, Tone::Text2));
        let title = match purpose {
            For::Play => "library-title",
            For::Room => "library-title-room",
        };
        head.spawn(text(t(title), Type::TITLE));
        head.spawn(text(
            t("library-count").with("number", shelf.cases.len()),
            Type::LABEL,
        ));
        head.spawn(grow());
        Button::normal(t("common-back"), Action::Go(Screen::Home))
            .icon(Icon::ChevronLeft)
            .spawn(head);
    });
    let picked_case = shelf.cases.get(picked);
    if space.narrow() {
        scroll::area(parent, px(GAP_4).all(), GAP_4, false, |page| {
            page.spawn((column(GAP_3), ArrowGroup))
                .with_children(|list| {
                    cards(list, shelf, picked, language);
                });
            if let Some(case) = picked_case {
                detail(page, case, language, true, purpose);
            }
        });
        return;
    }
    let body = Node {
        column_gap: px(GAP_4),
        padding: UiRect::new(px(GAP_5), px(GAP_5), px(GAP_2), px(GAP_5)),
        ..grow()
    };
    parent.spawn(body).with_children(|body| {
        let left = Node {
            width: percent(42),
            flex_shrink: 0.0,
            ..column(0.0)
        };
        let padding = UiRect::new(px(5), px(14), px(5), px(5));
        body.spawn((left, ArrowGroup)).with_children(|left| {
            scroll::area(left, padding, GAP_3, false, |list| {
                cards(list, shelf, picked, language)
            });
        });
        if let Some(case) = picked_case {
            detail(body, case, language, false, purpose);
        }
    });
}

fn cards(list: &mut Parent, shelf: &Shelf, picked: usize, language: &Language) {
    if shelf.cases.is_empty() {
        list.spawn(text(t("library-empty"), Type::BODY.tone(Tone::Text2)));
    }
    for (at, case) in shelf.cases.iter().enumerate() {
        card(list, at, case, at == picked, language);
    }
}

fn card(list: &mut Parent, at: usize, one: &Case, picked: bool, language: &Language) {
    let scenario = &one.scenario;
    let node = Node {
        padding: px(10).all(),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        flex_shrink: 0.0,
        ..row(14.0)
    };
    let action = Action::Library(LibraryAction::Pick(at));
    let name = case(&scenario.title);
    let mut card = list.spawn((node, control(Look::Card, Role::RadioButton, name), action));
    card.with_children(|card| {
        let svg = thumbnail(&scenario.map, language.0.tag(), 132.0, 92.0);
        card.spawn(drawing(svg, 132.0, 92.0));
        card.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(4.0)
        })
        .with_children(|words| {
            words.spawn(text(case(&scenario.title), Type::HEAD));
            let facts = t("library-facts")
                .with("minutes", scenario.minutes)
                .with("rounds", scenario.rounds)
                .with(
                    "difficulty",
                    family("difficulty", scenario.difficulty.key()),
                );
            words.spawn(text(facts, Type::LABEL));
            let themes = Node {
                flex_wrap: FlexWrap::Wrap,
                column_gap: px(GAP_2),
                ..default()
            };
            words.spawn(themes).with_children(|themes| {
                for (index, theme) in scenario.themes.iter().enumerate() {
                    if index > 0 {
                        themes.spawn(text(plain("·"), Type::LABEL.tone(Tone::Text3)));
                    }
                    themes.spawn(text(case(theme), Type::LABEL.tone(Tone::Text3)));
                }
            });
        });
    });
    if picked {
        card.insert((Chosen, FirstFocus));
    }
}

fn detail(body: &mut Parent, one: &Case, language: &Language, narrow: bool, purpose: For) {
    let (grows, basis) = if narrow { (0.0, auto()) } else { (1.0, px(0)) };
    let node = Node {
        flex_grow: grows,
        flex_basis: basis,
        flex_shrink: 0.0,
        ..default()
    };
    body.spawn(panel(node)).with_children(|panel| {
        if narrow {
            let page = Node {
                padding: px(GAP_4).all(),
                ..column(GAP_4)
            };
            panel
                .spawn(page)
                .with_children(|page| sheet(page, &one.scenario, language));
        } else {
            scroll::area(panel, px(GAP_4).all(), GAP_4, false, |page| {
                sheet(page, &one.scenario, language);
            });
        }
        let foot = Node {
            padding: px(GAP_4).all(),
            justify_content: JustifyContent::End,
            ..row(GAP_2)
        };
        panel.spawn(foot).with_children(|foot| {
            if purpose == For::Room {
                Button::primary(t("library-host"), Action::Host(HostAction::Open))
                    .icon(Icon::People)
                    .key(KeyCode::KeyH)
                    .spawn(foot);
                return;
            }
            Button::primary(t("library-play"), Action::Go(Screen::Seats))
                .icon(Icon::Play)
                .key(KeyCode::KeyP)
                .spawn(foot);
        });
    });
}

fn sheet(page: &mut Parent, scenario: &Scenario, language: &Language) {
    let node = Node {
        padding: px(GAP_4).all(),
        row_gap: px(10),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        let (width, height) = (650.0, 300.0);
        let svg = thumbnail(&scenario.map, language.0.tag(), width, height);
        sheet
            .spawn(drawing(svg, width, height))
            .entry::<Node>()
            .and_modify(move |mut node| {
                node.width = percent(100);
                node.height = auto();
                node.aspect_ratio = Some(width / height);
            });
        case_words(sheet, scenario);
    });
    page.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(icon(Icon::Globe, 16.0, Tone::Text2));
        let names: Vec<&str> = scenario
            .languages
            .iter()
            .map(|tag| language_name(tag))
            .collect();
        let words = t("library-languages").with("names", names.join(", ").as_str());
        line.spawn(text(words, Type::LABEL));
    });
}

/// A language by its own name, or its tag if the interface does not speak it.
fn language_name(tag: &str) -> &str {
    let own = crate::app::i18n::Lang::ALL
        .into_iter()
        .find(|lang| lang.tag() == tag);
    match own {
        Some(lang) => lang.name(),
        None => tag,
    }
}
