//! HOME: go on, play a case, settings; where one left off, the case for newcomers, latest debriefs.

use accesskit::Role;
use bevy::prelude::*;

use super::maps::thumbnail;
use super::{Root, Screen, rebuild, root};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::{ArrowGroup, FirstFocus, Shortcut, key_name};
use crate::app::i18n::{Language, Words, case, family, plain, t};
use crate::app::picture::{drawing, icon};
use crate::app::settings::Settings;
use crate::app::shelf::{LeftOff, Shelf, resume};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6, R_PANEL, R_PAPER, SCALES};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::{chip, key_cap, panel, paper, rule, team_mark};
use crate::app::widgets::press::{Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::Scenario;
use crate::scenario::ids::Team;

/// What only HOME is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeAction {
    /// Go on with the exercise that was left.
    Continue,
    /// The newcomers' case.
    FirstWatch,
    /// A debrief of the list.
    OpenDebrief(usize),
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Home), enter);
    let changed = resource_changed::<Shelf>
        .or_else(resource_changed::<Language>)
        .or_else(resource_changed::<Settings>);
    app.add_systems(
        Update,
        (
            (first_watch, open).in_set(Answer),
            again.after(Answer).run_if(changed),
        )
            .run_if(in_state(Screen::Home)),
    );
}

fn first_watch(
    mut acts: Acts,
    shelf: Res<Shelf>,
    mut picked: ResMut<super::library::Picked>,
    mut next: ResMut<NextState<Screen>>,
) {
    for act in acts.read() {
        if act.action == Action::Home(HomeAction::FirstWatch)
            && let Some(first) = shelf.first_case()
        {
            picked.0 = first;
            next.set(Screen::Seats);
        }
    }
}

/// Goes on with the exercise that was left, or opens the debrief of one.
fn open(
    mut acts: Acts,
    shelf: Res<Shelf>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let path = match act.action {
            Action::Home(HomeAction::Continue) => shelf.left_off.as_ref().map(|left| &left.path),
            Action::Home(HomeAction::OpenDebrief(at)) => {
                shelf.debriefs.get(at).map(|one| &one.path)
            }
            _ => continue,
        };
        let Some(path) = path else { continue };
        match resume(path) {
            Ok((table, people)) => {
                let play = Play::new(table, people);
                let (screen, curtain) = play.enter();
                if let Some(curtain) = curtain {
                    commands.insert_resource(curtain);
                }
                next.set(screen);
                commands.insert_resource(play);
            }
            Err(why) => notices.refuse(t("home-not-opened").with("why", why.as_str())),
        }
    }
}

fn enter(
    mut commands: Commands,
    shelf: Res<Shelf>,
    language: Res<Language>,
    settings: Res<Settings>,
) {
    let root = commands.spawn(root(Screen::Home, Node::default())).id();
    rebuild(&mut commands, root, |parent| {
        build(parent, &shelf, &language, &settings)
    });
}

fn again(
    mut commands: Commands,
    shelf: Res<Shelf>,
    language: Res<Language>,
    settings: Res<Settings>,
    root: Single<Entity, With<Root>>,
) {
    rebuild(&mut commands, *root, |parent| {
        build(parent, &shelf, &language, &settings)
    });
}

fn build(parent: &mut Parent, shelf: &Shelf, language: &Language, settings: &Settings) {
    let side = Node {
        width: px(470),
        flex_shrink: 0.0,
        padding: UiRect::new(px(40), px(32), px(36), px(24)),
        border: UiRect::right(px(1)),
        ..column(0.0)
    };
    parent
        .spawn((side, Fill(Tone::Room1), Edge::All(Tone::Rule)))
        .with_children(|side| {
            side.spawn(row(GAP_3)).with_children(|name| {
                name.spawn(icon(Icon::Logo, 52.0, Tone::Ring));
                name.spawn(text(t("home-name"), Type::DISPLAY));
            });
            let motto = Node {
                margin: UiRect::new(px(0), px(0), px(2), px(22)),
                ..default()
            };
            side.spawn((text(t("home-motto"), Type::BODY.tone(Tone::Text2)), motto));
            side.spawn((column(GAP_2), ArrowGroup))
                .with_children(|menu| entries(menu, shelf));
            side.spawn(grow());
            let foot = Node {
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(4),
                ..row(GAP_2)
            };
            side.spawn(foot).with_children(|foot| {
                let lang = settings.language;
                Button::quiet(
                    t("home-language").with("name", lang.name()),
                    Action::Speak(lang.next()),
                )
                .icon(Icon::Globe)
                .spawn(foot);
                let at = SCALES
                    .iter()
                    .position(|scale| *scale == settings.scale)
                    .unwrap_or(2);
                let larger = SCALES[(at + 1) % SCALES.len()];
                Button::quiet(
                    t("common-percent").with("number", settings.scale),
                    Action::Scale(larger),
                )
                .icon(Icon::TextSize)
                .spawn(foot);
                foot.spawn(grow());
                foot.spawn(text(t("home-offline"), Type::LABEL.one_line()));
            });
        });
    let padding = UiRect::new(px(40), px(40), px(GAP_6), px(GAP_5));
    scroll::area(parent, padding, GAP_4, false, |page| {
        left_off(page, shelf.left_off.as_ref(), language);
        newcomers(page, shelf);
        debriefs(page, shelf);
    });
}

fn entries(menu: &mut Parent, shelf: &Shelf) {
    let goes_on = shelf.left_off.as_ref();
    if let Some(left) = goes_on {
        let detail = t("home-continue-detail")
            .with("case", &left.scenario.title)
            .with("round", left.round)
            .with("of", left.scenario.rounds);
        let act = Action::Home(HomeAction::Continue);
        entry(
            menu,
            Icon::Play,
            t("home-continue"),
            detail,
            KeyCode::KeyC,
            act,
            true,
        );
    }
    let library = Action::Go(Screen::Library);
    let first = goes_on.is_none();
    entry(
        menu,
        Icon::Book,
        t("home-play"),
        t("home-play-detail"),
        KeyCode::KeyP,
        library,
        first,
    );
    let settings = Action::Go(Screen::Settings);
    let words = (t("home-settings"), t("home-settings-detail"));
    entry(
        menu,
        Icon::Settings,
        words.0,
        words.1,
        KeyCode::KeyS,
        settings,
        false,
    );
    let words = (t("home-quit"), t("home-quit-detail"));
    entry(
        menu,
        Icon::Close,
        words.0,
        words.1,
        KeyCode::KeyQ,
        Action::Quit,
        false,
    );
}

fn entry(
    menu: &mut Parent,
    sign: Icon,
    title: Words,
    detail: Words,
    key: KeyCode,
    action: Action,
    first: bool,
) {
    let node = Node {
        min_height: px(62),
        padding: UiRect::axes(px(GAP_4), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        ..row(GAP_4)
    };
    let mut spawned = menu.spawn((
        node,
        control(Look::Card, Role::Button, title.clone()),
        action,
        Shortcut(key),
    ));
    spawned.with_children(|entry| {
        entry.spawn(icon(sign, 22.0, Tone::Text2));
        entry
            .spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|words| {
                words.spawn(text(title, Type::HEAD));
                words.spawn(text(detail, Type::LABEL));
            });
        key_cap(entry, plain(key_name(key)), false);
    });
    if first {
        spawned.insert(FirstFocus);
    }
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
                    flex_basis: px(0),
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
                let open = Action::Home(HomeAction::OpenDebrief(at));
                Button::normal(t("common-open"), open).small().spawn(line);
            });
        }
    });
}
