//! ITEM: one item in full, what its codes mean, who has it, and what can be done with it.
//!
//! [`sheet`] is the paper itself: the same for the team that reads an item, and in the sharing dialog
//! for what the partner will read.

use bevy::prelude::*;

use super::FolderAction;
use super::card::{badge, edge, grade, handling_icon, heading, letter, subjects};
use super::column::not_shareable;
use super::words::{channel, number, partner, sending};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::liaison::LiaisonAction;
use crate::app::screens::theory::{TheoryAction, TheoryUi};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::{paper, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Command, Consent, Phase};
use crate::scenario::ids::ItemId;
use crate::scenario::words::Form;
use crate::session::SeatEnd;
use crate::view::{CaseView, ItemView};

/// What the open page was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    item: ItemView,
    round: u8,
    phase: Phase,
    cited: bool,
}

impl Built {
    /// The item whose page it is.
    #[must_use]
    pub fn id(&self) -> ItemId {
        self.item.id
    }

    fn of(seat: &SeatEnd, item: &ItemView, cited: bool) -> Self {
        let clock = &seat.view.clock;
        Self {
            item: item.clone(),
            round: clock.round,
            phase: clock.phase,
            cited,
        }
    }
}

/// Opens the item's page.
pub fn open(commands: &mut Commands, seat: &SeatEnd, item: &ItemView, cited: bool) {
    let title = t("item-title").with("number", number(item).as_str());
    let (seat, item) = (seat.clone(), item.clone());
    dialog::open(
        commands,
        title,
        Some(Icon::Document),
        940.0,
        move |dialog| {
            let page = Node {
                height: px(486),
                flex_shrink: 1.0,
                ..column(0.0)
            };
            let page = Node {
                min_height: px(0),
                ..page
            };
            dialog
                .spawn((page, Built::of(&seat, &item, cited)))
                .with_children(|page| fill(page, &seat, &item, cited));
        },
    );
}

/// Builds the open page anew when the item or its place in the theory has changed.
pub fn refresh(
    play: Res<Play>,
    theories: Res<TheoryUi>,
    mut pages: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let seat = play.seat();
    for (entity, mut built) in &mut pages {
        let Some(item) = seat
            .view
            .folder
            .iter()
            .find(|item| item.id == built.item.id)
        else {
            continue;
        };
        let cited = theories.draft(seat).cited.contains(&item.id);
        let now = Built::of(seat, item, cited);
        if *built != now {
            *built = now;
            wake.soon();
            let mut place = commands.entity(entity);
            place
                .despawn_related::<Children>()
                .with_children(|page| fill(page, seat, item, cited));
        }
    }
}

fn fill(page: &mut Parent, seat: &SeatEnd, item: &ItemView, cited: bool) {
    let halves = Node {
        flex_grow: 1.0,
        min_height: px(0),
        ..default()
    };
    page.spawn(halves).with_children(|halves| {
        scroll::area(halves, px(GAP_4).all(), GAP_3, false, |left| {
            sheet(left, item, &seat.case);
            tear_line(left, item);
        });
        let side = Node {
            width: px(372),
            flex_shrink: 0.0,
            border: UiRect::left(px(1)),
            min_height: px(0),
            ..default()
        };
        halves
            .spawn((side, Fill(Tone::Room0), Edge::All(Tone::Rule)))
            .with_children(|side| {
                scroll::area(side, px(GAP_4).all(), GAP_3, false, |side| {
                    facts(side, seat, item)
                });
            });
    });
    let foot = Node {
        padding: UiRect::axes(px(GAP_4), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn((foot, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            if seat.view.clock.phase == Phase::Planning {
                let words = if cited { "item-cited" } else { "item-cite" };
                Button::normal(t(words), Action::Theory(TheoryAction::Cite(item.id)))
                    .icon(if cited { Icon::Check } else { Icon::Link })
                    .key(KeyCode::KeyC)
                    .chosen(cited)
                    .spawn(foot);
            }
            consent_buttons(foot, item);
            foot.spawn(grow());
            let off = not_shareable(item);
            let close = Button::normal(t("common-close"), Action::CloseDialog).key(KeyCode::Escape);
            let share = Button::primary(
                t("folder-share"),
                Action::Folder(FolderAction::Share(item.id)),
            )
            .icon(Icon::Send)
            .key(KeyCode::KeyS);
            if off.is_some() {
                close.first().spawn(foot);
                share.off(off).spawn(foot);
            } else {
                close.spawn(foot);
                share.first().spawn(foot);
            }
        });
}

/// What can be done about consent.
fn consent_buttons(foot: &mut Parent, item: &ItemView) {
    let id = item.id;
    let give = |granted| Action::Command(Command::GiveConsent { item: id, granted });
    let buttons = [
        (
            item.may.ask,
            "liaison-consent-do-ask",
            Action::Command(Command::AskConsent { item: id }),
        ),
        (item.may.give, "liaison-consent-do-give", give(true)),
        (item.may.deny, "liaison-do-deny", give(false)),
    ];
    for (at, (_, words, action)) in (buttons.into_iter().filter(|one| one.0)).enumerate() {
        let button = Button::normal(t(words), action);
        let button = if at == 0 {
            button.icon(Icon::Shield).key(KeyCode::KeyN)
        } else {
            button
        };
        button.spawn(foot);
    }
}

/// The item's paper: whose it is, how it came, its grade, what it says and speaks of, and the note.
pub fn sheet(parent: &mut Parent, item: &ItemView, about: &CaseView) {
    let node = Node {
        padding: UiRect::new(px(18), px(14), px(12), px(14)),
        row_gap: px(GAP_2),
        flex_shrink: 0.0,
        ..default()
    };
    parent.spawn(paper(node)).with_children(|sheet| {
        edge(sheet, item.origin);
        sheet.spawn(row(GAP_2)).with_children(|top| {
            let service = &about.services[item.origin.index()];
            team_mark(top, item.origin, case(&service.short), true, Type::BODY);
            let words = match &item.received {
                Some(received) => t("item-came")
                    .with("channel", channel(received.channel))
                    .with("round", received.round),
                None => t("item-held").with("round", item.held_since),
            };
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            };
            top.spawn(place).with_children(|place| {
                place.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
            });
            top.spawn(text(
                plain(number(item)),
                Type::LABEL.mono().tone(Tone::Ink2).one_line(),
            ));
            grade(top, item.source, item.info);
        });
        sheet.spawn(text(heading(item), Type::HEAD.tone(Tone::Ink)));
        if item.form == Form::Full {
            sheet.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
        }
        subjects(sheet, &item.subjects, |line| badge(line, item));
        if let Some(note) = item
            .received
            .as_ref()
            .and_then(|received| received.note.as_ref())
        {
            sheet.spawn(rule(Tone::PaperRule));
            let words = t("item-note").with("note", &**note);
            sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        }
    });
}

/// What may cross in the short form.
fn tear_line(left: &mut Parent, item: &ItemView) {
    let Some(short) = &item.tear_line else { return };
    left.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::TearLine, 16.0, Tone::Text2));
        head.spawn(text(t("item-tear-line"), Type::BODY.bold()));
    });
    let node = Node {
        padding: px(GAP_3).all(),
        row_gap: px(GAP_2),
        flex_shrink: 0.0,
        ..default()
    };
    left.spawn(paper(node)).with_children(|sheet| {
        sheet.spawn(text(case(short), Type::BODY.tone(Tone::Ink)));
        subjects(sheet, &item.tear_subjects, |_| {});
    });
}

fn facts(side: &mut Parent, seat: &SeatEnd, item: &ItemView) {
    let round = seat.view.clock.round;
    fact(side, Icon::Target, t("item-grade"), |fact| {
        fact.push(
            t("item-source")
                .with("grade", item.source)
                .with("what", source(item.source)),
        );
        let info = family("item-info", item.info.key());
        fact.push(
            t("item-information")
                .with("grade", letter(item.info).as_str())
                .with("what", info),
        );
    });
    fact(
        side,
        handling_icon(item.handling),
        t("item-handling"),
        |fact| {
            fact.push(family("item-handling", item.handling.key()));
        },
    );
    fact(side, Icon::Scales, t("item-law"), |fact| {
        let key = match (item.admissible, item.kind) {
            (true, _) => "item-admissible",
            (false, crate::scenario::words::ItemKind::Evidence) => "item-lead-of-evidence",
            (false, crate::scenario::words::ItemKind::Intelligence) => "item-lead",
        };
        fact.push(t(key));
    });
    if let Some(words) = consent(seat, item) {
        fact(side, Icon::Shield, t("liaison-consent"), |fact| {
            fact.push(words)
        });
    }
    fact(side, Icon::People, t("item-who"), |fact| {
        let team = partner(&seat.case);
        if item.received.is_some() {
            fact.push(t("item-from-partner").with("team", team));
        } else if item.shared.is_empty() {
            fact.push(t("item-only-you").with("team", team));
        }
        fact.extend(item.shared.iter().map(|sent| sending(sent, round)));
    });
    if seat.view.clock.phase == Phase::Planning && !item.subjects.is_empty() {
        let node = Node {
            flex_shrink: 0.0,
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(GAP_2),
            ..row(GAP_2)
        };
        side.spawn(node).with_children(|line| {
            let ask = Action::Liaison(LiaisonAction::AskOf(item.id));
            Button::normal(t("liaison-with-ask"), ask)
                .icon(Icon::Question)
                .small()
                .key(KeyCode::KeyK)
                .spawn(line);
            Button::normal(t("liaison-query"), Action::Liaison(LiaisonAction::Query))
                .icon(Icon::Target)
                .small()
                .key(KeyCode::KeyQ)
                .spawn(line);
        });
    }
}

/// Whether it may be used in a warrant, a plan or an interview, by whom it went to.
fn consent(seat: &SeatEnd, item: &ItemView) -> Option<Words> {
    let own = item.received.is_none();
    if own && !item.joint {
        return None;
    }
    let key = match (own, item.consent) {
        (false, None) => "liaison-consent-first",
        (false, Some(Consent::Asked(_))) => "liaison-consent-asked",
        (false, Some(Consent::Granted)) => "liaison-consent-granted",
        (false, Some(Consent::Refused)) => "liaison-consent-refused",
        (true, None) => "liaison-consent-own-none",
        (true, Some(Consent::Asked(_))) => "liaison-consent-own-asked",
        (true, Some(Consent::Granted)) => "liaison-consent-own-granted",
        (true, Some(Consent::Refused)) => "liaison-consent-own-refused",
    };
    let round = match item.consent {
        Some(Consent::Asked(round)) => round,
        _ => 0,
    };
    let words = t(key).with("team", partner(&seat.case));
    Some(words.with("round", round))
}

fn source(grade: u8) -> Words {
    match grade {
        1 => t("item-source-1"),
        2 => t("item-source-2"),
        _ => t("item-source-3"),
    }
}

fn fact(side: &mut Parent, sign: Icon, title: Words, said: impl FnOnce(&mut Vec<Words>)) {
    let node = Node {
        column_gap: px(10),
        flex_shrink: 0.0,
        ..default()
    };
    side.spawn(node).with_children(|line| {
        line.spawn(Node {
            padding: UiRect::top(px(2)),
            ..default()
        })
        .with_children(|place| {
            place.spawn(icon(sign, 16.0, Tone::Text2));
        });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(2.0)
        })
        .with_children(|body| {
            body.spawn(text(title, Type::LABEL));
            let mut all = Vec::new();
            said(&mut all);
            for words in all {
                body.spawn(text(words, Type::BODY));
            }
        });
    });
}
