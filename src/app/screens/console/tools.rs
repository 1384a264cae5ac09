//! What else the trainer can do, in dialogs: a message, an inject of the trainer's own, an item, a result
//! that is changed, the clock's pace, a branch from an earlier round.

use bevy::prelude::*;

use super::super::questionnaire::QuestionnaireAction;
use super::{ConsoleAction, ConsoleUi, Drafts};
use crate::app::action::Action;
use crate::app::conduct::Conduct;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::dialog;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Command, Phase};
use crate::scenario::ids::{InjectId, TaskId, Team};
use crate::scenario::words::Delivery;

pub(super) const TEXT: &str = "console-text";
pub(super) const FROM: &str = "console-from";

/// Paces of the clock, in per cent.
const PACES: [u8; 4] = [100, 75, 50, 25];

fn page(gap: f32) -> Node {
    Node {
        padding: px(GAP_4).all(),
        ..column(gap)
    }
}

/// The list of everything.
pub(super) fn all(commands: &mut Commands, conduct: &Conduct, own_file: bool) {
    let view = &conduct.view;
    let planning = view.phase == Phase::Planning;
    let over = view.phase == Phase::Debrief;
    let held = view.held;
    let pace = view.pace;
    let asks = !conduct.case.teams[0].surveys.is_empty();
    let services: [Words; 2] =
        Team::BOTH.map(|team| case(&conduct.case.services[team.index()].short));
    let results = view.teams.iter().any(|side| !side.results.is_empty());
    let sign = Some(Icon::List);
    dialog::open(
        commands,
        t("console-tools-title"),
        sign,
        560.0,
        move |body| {
            body.spawn((page(GAP_2), ArrowGroup)).with_children(|list| {
                let not_now = |off: bool| off.then(|| t("console-not-now"));
                Button::normal(t("console-tell"), Action::Console(ConsoleAction::AskTell))
                    .icon(Icon::Mail)
                    .wide()
                    .first()
                    .spawn(list);
                let insert = Action::Console(ConsoleAction::AskInsert);
                Button::normal(t("console-insert"), insert)
                    .icon(Icon::Plus)
                    .wide()
                    .off(not_now(!planning))
                    .spawn(list);
                for team in Team::BOTH {
                    let words = t("console-give").with("team", services[team.index()].clone());
                    Button::normal(words, Action::Console(ConsoleAction::AskGive(team)))
                        .icon(Icon::Hand)
                        .wide()
                        .off(not_now(over))
                        .spawn(list);
                }
                Button::normal(
                    t("console-results"),
                    Action::Console(ConsoleAction::AskResults),
                )
                .icon(Icon::Pencil)
                .wide()
                .off((!results).then(|| t("console-no-results")))
                .spawn(list);
                Button::normal(
                    t("console-branch"),
                    Action::Console(ConsoleAction::AskBranch),
                )
                .icon(Icon::Undo)
                .wide()
                .off((!own_file).then(|| t("console-branch-elsewhere")))
                .spawn(list);
                if asks {
                    let act = Action::Questionnaire(QuestionnaireAction::Show);
                    Button::normal(t("console-questionnaires"), act)
                        .icon(Icon::Document)
                        .wide()
                        .spawn(list);
                }
                list.spawn(rule(Tone::Rule));
                list.spawn(row(GAP_3)).with_children(|line| {
                    line.spawn(text(t("console-pace"), Type::BODY.one_line()));
                    line.spawn(grow());
                    let choice = |percent: u8| {
                        let words = t("common-percent").with("number", u16::from(percent));
                        let act = Action::Clock(Command::SetPace { percent });
                        (words, pace == percent, act)
                    };
                    segments(line, PACES.map(choice));
                });
                if !over {
                    list.spawn(row(GAP_3)).with_children(|line| {
                        let key = if held {
                            "console-truth-held"
                        } else {
                            "console-truth-open"
                        };
                        line.spawn(text(t(key), Type::BODY));
                        if !held {
                            line.spawn(grow());
                            Button::normal(
                                t("console-hold-truth"),
                                Action::Clock(Command::HoldDebrief),
                            )
                            .small()
                            .spawn(line);
                        }
                    });
                }
            });
        },
    );
}

fn whom(page: &mut Parent, conduct_services: [Words; 2], to: Option<Team>) {
    page.spawn(row(GAP_3)).with_children(|line| {
        line.spawn(text(t("console-to"), Type::BODY.bold().one_line()));
        let [north, south] = conduct_services;
        let choice = |words: Words, team: Option<Team>| {
            (words, to == team, Action::Console(ConsoleAction::To(team)))
        };
        segments(
            line,
            [
                choice(t("console-about-both"), None),
                choice(north, Some(Team::North)),
                choice(south, Some(Team::South)),
            ],
        );
    });
}

fn text_field(page: &mut Parent, value: &str, hint: Words, max: usize) {
    let mut field = Field::new(TEXT, t("console-text"), hint);
    value.clone_into(&mut field.value);
    field.max = max;
    field.lines = 4;
    field.first = true;
    page.spawn(Node::default()).with_children(|line| {
        field.spawn(line);
    });
}

fn foot(page: &mut Parent, words: Words, act: ConsoleAction) {
    page.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(grow());
        Button::normal(t("common-cancel"), Action::CloseDialog).spawn(line);
        Button::primary(words, Action::Console(act))
            .icon(Icon::Send)
            .spawn(line);
    });
}

/// Whom a dialog speaks to; built anew when it is chosen.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    To,
    Via,
}

/// A line from the trainer.
pub(super) fn tell(commands: &mut Commands, conduct: &Conduct, ui: &ConsoleUi) {
    let services = services(conduct);
    let to = ui.to;
    let sign = Some(Icon::Mail);
    dialog::open(commands, t("console-tell"), sign, 560.0, move |body| {
        body.spawn(page(GAP_3)).with_children(|page| {
            page.spawn(text(t("console-tell-how"), Type::LABEL));
            page.spawn((Choice::To, column(0.0)))
                .with_children(|place| whom(place, services, to));
            text_field(page, "", t("console-tell-hint"), 500);
            foot(page, t("console-send"), ConsoleAction::Tell);
        });
    });
}

/// An inject that is not on the list.
pub(super) fn insert(commands: &mut Commands, conduct: &Conduct, ui: &ConsoleUi) {
    let services = services(conduct);
    let (to, via) = (ui.to, ui.via);
    let sign = Some(Icon::Plus);
    dialog::open(commands, t("console-insert"), sign, 600.0, move |body| {
        body.spawn(page(GAP_3)).with_children(|page| {
            page.spawn(text(t("console-insert-how"), Type::LABEL));
            page.spawn((Choice::To, column(0.0)))
                .with_children(|place| whom(place, services, to));
            page.spawn((Choice::Via, column(0.0)))
                .with_children(|place| deliveries(place, via));
            let mut field = Field::new(FROM, t("console-from"), t("console-from-hint"));
            field.max = 60;
            page.spawn(Node::default()).with_children(|line| {
                field.spawn(line);
            });
            text_field(page, "", t("console-insert-hint"), 500);
            foot(page, t("console-send"), ConsoleAction::Insert);
        });
    });
}

fn deliveries(page: &mut Parent, via: Option<Delivery>) {
    page.spawn(row(GAP_3)).with_children(|line| {
        line.spawn(text(t("console-via"), Type::BODY.bold().one_line()));
        let now = via.unwrap_or(Delivery::Telephone);
        let choice = |one: Delivery| {
            let words = family("desk-via", one.key());
            (words, one == now, Action::Console(ConsoleAction::Via(one)))
        };
        segments(line, Delivery::ALL.iter().map(|one| choice(*one)));
    });
}

/// The choice of a dialog as it is now.
pub(super) fn choice(place: &mut Parent, which: Choice, conduct: &Conduct, ui: &ConsoleUi) {
    match which {
        Choice::To => whom(place, services(conduct), ui.to),
        Choice::Via => deliveries(place, ui.via),
    }
}

/// Other words for an inject.
pub(super) fn edit(
    commands: &mut Commands,
    conduct: &Conduct,
    inject: InjectId,
    drafts: &mut Drafts,
    lang: &str,
) {
    let rows = conduct.msel.iter().flat_map(|msel| &msel.injects);
    let Some(row) = rows.into_iter().find(|row| row.id == inject) else {
        return;
    };
    let now = row.text.get(lang).to_owned();
    drafts.text.clone_from(&now);
    let title = t("console-edit-title").with("number", row.number);
    dialog::open(commands, title, Some(Icon::Pencil), 600.0, move |body| {
        body.spawn(page(GAP_3)).with_children(|page| {
            page.spawn(text(t("console-edit-how"), Type::LABEL));
            text_field(page, &now, t("console-insert-hint"), 500);
            foot(page, t("console-keep"), ConsoleAction::Edit(inject));
        });
    });
}

/// The items that the team does not hold.
pub(super) fn give(commands: &mut Commands, conduct: &Conduct, team: Team) {
    let folder = &conduct.view.teams[team.index()].folder;
    let items: Vec<_> = conduct
        .case
        .items
        .iter()
        .filter(|item| !folder.iter().any(|row| row.item == item.id))
        .map(|item| {
            let letter = if item.origin == Team::North { 'N' } else { 'S' };
            let number = format!("{letter}-{:02}", item.number);
            (item.id, number, item.title.clone(), item.critical)
        })
        .collect();
    let service = case(&conduct.case.services[team.index()].short);
    let title = t("console-give").with("team", service);
    dialog::open(commands, title, Some(Icon::Hand), 640.0, move |body| {
        let node = Node {
            height: px(470),
            ..column(0.0)
        };
        body.spawn((node, ArrowGroup)).with_children(|place| {
            scroll::area(place, px(GAP_4).all(), 4.0, false, |list| {
                list.spawn(text(t("console-give-how"), Type::LABEL));
                for (at, (id, number, title, critical)) in items.into_iter().enumerate() {
                    let words = t("console-give-item")
                        .with("number", plain(number))
                        .with("title", &title);
                    let act = Action::Console(ConsoleAction::Give(team, id));
                    let mut button = Button::normal(words, act).wide();
                    if critical {
                        button = button.icon(Icon::Flag);
                    }
                    if at == 0 {
                        button = button.first();
                    }
                    button.spawn(list);
                }
            });
        });
    });
}

/// What the last round's tasks came to.
pub(super) fn results(commands: &mut Commands, conduct: &Conduct) {
    let about = std::sync::Arc::clone(&conduct.case);
    let sides = conduct.view.teams.clone();
    let title = t("console-results");
    dialog::open(commands, title, Some(Icon::Pencil), 640.0, move |body| {
        let node = Node {
            height: px(470),
            ..column(0.0)
        };
        body.spawn(node).with_children(|place| {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, |list| {
                list.spawn(text(t("console-results-how"), Type::LABEL));
                for team in Team::BOTH {
                    let service = case(&about.services[team.index()].short);
                    team_mark(list, team, service, false, Type::BODY);
                    for one in &sides[team.index()].results {
                        result(list, team, one);
                    }
                }
            });
        });
    });
}

fn result(list: &mut Parent, team: Team, one: &crate::view::ResultRow) {
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    list.spawn(node).with_children(|line| {
        let title = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..column(0.0)
        };
        line.spawn(title).with_children(|words| {
            words.spawn(text(case(&one.title), Type::BODY));
            let how = match (one.success, one.chance) {
                (None, _) => t("console-result-goes-on"),
                (Some(true), 0) => t("console-result-well"),
                (Some(false), 0) => t("console-result-badly"),
                (Some(success), chance) => {
                    let key = if success {
                        "console-result-well-odds"
                    } else {
                        "console-result-badly-odds"
                    };
                    t(key)
                        .with("chance", u16::from(chance))
                        .with("roll", u16::from(one.roll))
                }
            };
            words.spawn(text(how, Type::LABEL));
        });
        if one.corrected {
            line.spawn(text(t("console-result-changed"), Type::LABEL.one_line()));
        } else if one.success.is_some() {
            let act = ConsoleAction::AskOverride(team, one.task);
            Button::normal(t("console-change"), Action::Console(act))
                .small()
                .spawn(line);
        }
    });
}

/// The other result, and why.
pub(super) fn change(commands: &mut Commands, conduct: &Conduct, team: Team, task: TaskId) {
    let results = &conduct.view.teams[team.index()].results;
    let Some(one) = results.iter().find(|row| row.task == task) else {
        return;
    };
    let title = case(&one.title);
    let key = if one.success == Some(true) {
        "console-change-to-badly"
    } else {
        "console-change-to-well"
    };
    dialog::open(commands, title, Some(Icon::Pencil), 560.0, move |body| {
        body.spawn(page(GAP_3)).with_children(|page| {
            page.spawn(text(t(key), Type::BODY));
            page.spawn(text(t("console-change-how"), Type::LABEL));
            text_field(page, "", t("console-change-hint"), 300);
            foot(
                page,
                t("console-change"),
                ConsoleAction::Override(team, task),
            );
        });
    });
}

/// A round to begin again with, in a new exercise.
pub(super) fn branch(commands: &mut Commands, conduct: &Conduct) {
    let reached = conduct.view.round;
    let title = t("console-branch");
    dialog::open(commands, title, Some(Icon::Undo), 520.0, move |body| {
        body.spawn((page(GAP_2), ArrowGroup)).with_children(|list| {
            list.spawn(text(t("console-branch-how"), Type::BODY));
            if reached == 0 {
                list.spawn(text(t("console-branch-none"), Type::BODY));
            }
            for round in 1..=reached {
                let words = t("console-branch-round").with("round", round);
                let act = Action::Console(ConsoleAction::Branch(round));
                let mut button = Button::normal(words, act).wide();
                if round == reached {
                    button = button.first();
                }
                button.spawn(list);
            }
        });
    });
}

fn services(conduct: &Conduct) -> [Words; 2] {
    Team::BOTH.map(|team| case(&conduct.case.services[team.index()].short))
}
