//! AUTHORITY: what officers may not do on their own, what has to be shown for it, and by which items.

use bevy::prelude::*;

use super::DeskAction;
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::screens::folder::card::heading;
use crate::app::screens::folder::words::{number, partner};
use crate::app::screens::liaison::note_line;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{Check, OptionCard};
use crate::app::widgets::dialog;
use crate::app::widgets::hold::Hold;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::rule;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{Command, Consent};
use crate::scenario::ids::{AuthorityId, ItemId, Team};
use crate::session::SeatEnd;
use crate::view::{AuthorityStatus, AuthorityView, GroundView, ItemView};

/// What is being applied for, and what is cited.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    team: Option<Team>,
    authority: Option<AuthorityId>,
    items: Vec<ItemId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    List,
    One,
}

/// What a part of the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
struct Built(Part, Draft, Vec<AuthorityView>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Draft>();
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (act.in_set(Answer), refresh.after(Answer)).run_if(here),
    );
}

fn act(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut draft: ResMut<Draft>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Desk(action) = act.action else {
            continue;
        };
        match action {
            DeskAction::Authority(wanted) => {
                let seat = play.seat();
                if draft.team != Some(seat.case.team) {
                    *draft = Draft::default();
                    draft.team = Some(seat.case.team);
                }
                let first = seat.view.authorities.first().map(|a| a.id);
                let wanted = wanted.or(draft.authority).or(first);
                pick(&mut draft, wanted);
                dialog::close_all(&mut commands);
                open(&mut commands, seat, &draft);
            }
            DeskAction::AuthorityOf(id) => pick(&mut draft, Some(id)),
            DeskAction::CiteFor(item) => match draft.items.iter().position(|i| *i == item) {
                Some(at) => {
                    draft.items.remove(at);
                }
                None => draft.items.push(item),
            },
            DeskAction::Apply => {
                let Some(authority) = draft.authority else {
                    continue;
                };
                let items = draft.items.clone();
                let apply = Command::ApplyAuthority { authority, items };
                match play.bypass_change_detection().send(apply).why_not() {
                    None => {
                        play.set_changed();
                        notices.tell(t("authority-applied"));
                    }
                    Some(why) => notices.refuse(why),
                }
            }
            _ => continue,
        }
        wake.soon();
    }
}

/// Another authority has grounds of its own: nothing is cited for it yet.
fn pick(draft: &mut Draft, wanted: Option<AuthorityId>) {
    if draft.authority != wanted {
        draft.authority = wanted;
        draft.items.clear();
    }
}

/// How far a team is with an authority, in a few words.
pub(super) fn status(status: &AuthorityStatus) -> Words {
    match status {
        AuthorityStatus::Open => t("authority-status-open"),
        AuthorityStatus::TurnedDown { round, .. } => {
            t("authority-status-turned-down").with("round", *round)
        }
        AuthorityStatus::Waiting { from } => t("authority-status-waiting").with("round", *from),
        AuthorityStatus::Held { since } => t("authority-status-held").with("round", *since),
    }
}

fn open(commands: &mut Commands, seat: &SeatEnd, draft: &Draft) {
    let (seat, draft) = (seat.clone(), draft.clone());
    let title = t("authority-title");
    dialog::open(commands, title, Some(Icon::Shield), 1040.0, move |dialog| {
        let left = |left: &mut Parent| part(left, Part::List, &seat, &draft);
        let right = |right: &mut Parent| part(right, Part::One, &seat, &draft);
        dialog::halves(dialog, 560.0, 38.0, left, right);
    });
}

fn part(parent: &mut Parent, part: Part, seat: &SeatEnd, draft: &Draft) {
    let place = Node {
        flex_grow: 1.0,
        min_height: px(0),
        ..column(0.0)
    };
    let built = Built(part, draft.clone(), seat.view.authorities.to_vec());
    parent
        .spawn((place, built))
        .with_children(|place| fill(place, part, seat, draft));
}

/// Builds anew what the picks change, and what was decided.
fn refresh(
    play: Res<Play>,
    draft: Res<Draft>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let seat = play.seat();
    for (entity, mut built) in &mut parts {
        let part = built.0;
        let mut now = draft.clone();
        if part == Part::List {
            now.items.clear();
            built.1.items.clear();
        }
        if built.1 == now && built.2 == *seat.view.authorities {
            continue;
        }
        *built = Built(part, now, seat.view.authorities.to_vec());
        wake.soon();
        super::rebuild(&mut commands, entity, |place| {
            fill(place, part, seat, &draft);
        });
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, draft: &Draft) {
    match part {
        Part::List => {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
                page.spawn((column(GAP_2), ArrowGroup))
                    .with_children(|list| {
                        for one in seat.view.authorities.iter() {
                            OptionCard {
                                title: case(&one.title),
                                detail: Some(status(&one.status)),
                                price: Some(family("authority-kind", one.kind.key())),
                                chosen: draft.authority == Some(one.id),
                                off: None,
                                action: Action::Desk(DeskAction::AuthorityOf(one.id)),
                            }
                            .spawn(list);
                        }
                    });
            });
        }
        Part::One => {
            let one = seat.view.authorities.iter();
            if let Some(one) = one.into_iter().find(|a| Some(a.id) == draft.authority) {
                application(place, seat, draft, one);
            }
        }
    }
}

fn application(place: &mut Parent, seat: &SeatEnd, draft: &Draft, one: &AuthorityView) {
    scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
        page.spawn(text(case(&one.title), Type::HEAD.bold()));
        page.spawn(text(case(&one.detail), Type::BODY));
        page.spawn(column(6.0)).with_children(|list| {
            list.spawn(text(t("authority-grounds"), Type::LABEL.bold()));
            for ground in &one.grounds {
                self::ground(list, ground, &one.status);
            }
        });
        page.spawn(rule(Tone::Rule));
        note_line(page, Icon::Info, t("authority-how"));
        page.spawn(text(t("authority-apply-cite"), Type::LABEL.bold()));
        page.spawn((column(2.0), ArrowGroup)).with_children(|list| {
            for item in seat.view.folder.iter() {
                cite(list, seat, item, draft.items.contains(&item.id));
            }
        });
    });
    let foot = Node {
        padding: px(GAP_4).all(),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    place.spawn(foot).with_children(|foot| {
        Button::normal(t("common-close"), Action::CloseDialog)
            .key(KeyCode::Escape)
            .spawn(foot);
        let why = one.apply.as_ref().err();
        let why = why.map(|why| family("refusal", why.key()));
        let words = why
            .clone()
            .unwrap_or_else(|| t("authority-rounds").with("rounds", one.rounds));
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        foot.spawn((text(words, Type::LABEL), node));
        let none = draft.items.is_empty();
        let off = why.or_else(|| none.then(|| t("refusal-nothing-cited")));
        let node = Node {
            width: px(284),
            flex_shrink: 0.0,
            ..default()
        };
        foot.spawn(node).with_children(|place| {
            Hold::new(t("authority-hold"), Action::Desk(DeskAction::Apply))
                .icon(Icon::Shield)
                .off(off)
                .spawn(place);
        });
    });
}

/// What has to be shown, and why it was not.
fn ground(list: &mut Parent, ground: &GroundView, status: &AuthorityStatus) {
    let lack = match status {
        AuthorityStatus::TurnedDown { lacks, .. } => lacks.iter().find(|l| l.ground == ground.text),
        _ => None,
    };
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    list.spawn(node).with_children(|line| {
        let (sign, tone) = match (status, lack) {
            (_, Some(_)) => (Icon::Warning, Tone::Alert),
            (AuthorityStatus::Open, _) => (Icon::Question, Tone::Text2),
            _ => (Icon::Check, Tone::Text2),
        };
        line.spawn(Node {
            padding: UiRect::top(px(3)),
            ..default()
        })
        .with_children(|place| {
            place.spawn(icon(sign, 15.0, tone));
        });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(place).with_children(|place| {
            let words = if ground.evidence {
                t("authority-ground-evidence").with("ground", &ground.text)
            } else {
                case(&ground.text)
            };
            place.spawn(text(words, Type::BODY));
            if let Some(lack) = lack {
                let words = family("authority-lack", lack.lack.key());
                place.spawn(text(words, Type::LABEL.tone(Tone::Alert)));
            }
        });
    });
}

fn cite(list: &mut Parent, seat: &SeatEnd, item: &ItemView, on: bool) {
    Check {
        words: t("authority-item")
            .with("code", number(item).as_str())
            .with("title", heading(item))
            .with("source", item.source)
            .with("info", item.info.key().to_uppercase().as_str())
            .with(
                "worth",
                t(if item.admissible {
                    "theory-evidence"
                } else {
                    "theory-lead"
                }),
            ),
        on,
        action: Action::Desk(DeskAction::CiteFor(item.id)),
    }
    .spawn(list);
    if on && item.received.is_some() && item.consent != Some(Consent::Granted) {
        list.spawn(Node {
            padding: UiRect::left(px(36)),
            ..row(0.0)
        })
        .with_children(|line| {
            let words = t("authority-apply-unasked")
                .with("items", number(item).as_str())
                .with("team", partner(&seat.case));
            note_line(line, Icon::Warning, words);
            line.spawn(grow());
        });
    }
}
