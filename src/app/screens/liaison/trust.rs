//! TRUST: how far the two services trust each other, what it does now, and every move with its reason.

use accesskit::Role;
use bevy::prelude::*;

use super::LiaisonAction;
use super::ask::note_line;
use crate::app::action::Action;
use crate::app::focus::Shortcut;
use crate::app::i18n::{Words, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::{meter, rule};
use crate::app::widgets::press::{Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::{TrustMoveView, TrustView};

/// The word for how much there is.
#[must_use]
pub fn word(trust: &TrustView) -> &'static str {
    match trust.now {
        now if now < trust.low => "low",
        now if now >= trust.high => "high",
        _ => "steady",
    }
}

fn sign(trust: &TrustView) -> Icon {
    match word(trust) {
        "low" => Icon::Warning,
        "high" => Icon::CheckCircle,
        _ => Icon::Link,
    }
}

/// Trust in the bar: icon, number, word and a meter; it opens what it does.
pub fn gauge(bar: &mut Parent, trust: &TrustView, wide: bool) {
    let node = Node {
        padding: UiRect::axes(px(8), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    let name = t("liaison-trust-name")
        .with("number", trust.now)
        .with("word", family("liaison-trust", word(trust)));
    let look = control(Look::Quiet, Role::Button, name);
    let act = Action::Liaison(LiaisonAction::Trust);
    bar.spawn((node, look, act, Shortcut(KeyCode::KeyU)))
        .with_children(|gauge| {
            gauge.spawn(row(6.0)).with_children(|line| {
                let ink = if word(trust) == "low" {
                    Tone::Alert
                } else {
                    Tone::Text2
                };
                line.spawn(icon(sign(trust), 14.0, ink));
                if wide {
                    line.spawn(text(t("liaison-trust"), Type::LABEL.one_line()));
                }
                let number = plain(trust.now.to_string());
                let kind = Type::LABEL.bold().tone(Tone::Text).one_line();
                line.spawn(text(number, kind));
                if wide {
                    let word = family("liaison-trust", word(trust));
                    line.spawn(text(word, Type::LABEL.one_line()));
                }
            });
            meter(gauge, f32::from(trust.now) / 100.0, Tone::Text2);
        });
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd) {
    let trust = seat.view.liaison.trust.clone();
    dialog::open(
        commands,
        t("liaison-trust-title"),
        Some(Icon::Link),
        680.0,
        move |dialog| {
            let place = Node {
                height: px(500),
                min_height: px(0),
                flex_shrink: 1.0,
                ..column(0.0)
            };
            dialog.spawn(place).with_children(|place| {
                scroll::area(place, px(GAP_4).all(), GAP_3, false, |page| {
                    level(page, &trust);
                    page.spawn(rule(Tone::Rule));
                    page.spawn(text(t("liaison-trust-does"), Type::HEAD));
                    does(page, &trust);
                    page.spawn(rule(Tone::Rule));
                    page.spawn(text(t("liaison-trust-moves"), Type::HEAD));
                    if trust.moves.is_empty() {
                        let words = t("liaison-trust-no-moves");
                        page.spawn(text(words, Type::BODY.tone(Tone::Text2)));
                    }
                    for moved in trust.moves.iter().rev() {
                        step(page, moved);
                    }
                });
                let foot = Node {
                    padding: px(GAP_4).all(),
                    border: UiRect::top(px(1)),
                    flex_shrink: 0.0,
                    ..row(GAP_3)
                };
                place
                    .spawn((foot, Edge::All(Tone::Rule)))
                    .with_children(|foot| {
                        foot.spawn(grow());
                        Button::normal(t("common-close"), Action::CloseDialog)
                            .key(KeyCode::Escape)
                            .first()
                            .spawn(foot);
                    });
            });
        },
    );
}

fn level(page: &mut Parent, trust: &TrustView) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..row(GAP_3)
    })
    .with_children(|line| {
        line.spawn(icon(sign(trust), 22.0, Tone::Text2));
        let number = plain(trust.now.to_string());
        line.spawn(text(number, Type::FIGURE.one_line()));
        let word = family("liaison-trust", word(trust));
        line.spawn(text(word, Type::HEAD.one_line()));
        line.spawn(grow());
        line.spawn(text(t("liaison-trust-of"), Type::LABEL.one_line()));
    });
    meter(page, f32::from(trust.now) / 100.0, Tone::Accent);
}

fn does(page: &mut Parent, trust: &TrustView) {
    let desk = if trust.desk_delay > 0 {
        t("liaison-trust-desk-slow").with("rounds", trust.desk_delay)
    } else {
        t("liaison-trust-desk").with("low", trust.low)
    };
    note_line(page, Icon::Send, desk);
    let approval = if trust.approval > 0 {
        t("liaison-trust-approval")
            .with("rounds", trust.approval)
            .with("high", trust.high)
    } else {
        t("liaison-trust-approval-now")
    };
    note_line(page, Icon::Supervisor, approval);
}

/// `+6`, with the true minus.
#[must_use]
pub fn signed(by: i8) -> Words {
    let sign = if by < 0 { "−" } else { "+" };
    plain(format!("{sign}{}", by.unsigned_abs()))
}

fn step(page: &mut Parent, moved: &TrustMoveView) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let place = Node {
            width: px(84),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            let round = t("liaison-trust-round").with("round", moved.round);
            place.spawn(text(round, Type::BODY.tone(Tone::Text2).one_line()));
        });
        let place = Node {
            width: px(44),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(signed(moved.by), Type::BODY.bold().one_line()));
        });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(GAP_2)
        };
        line.spawn(place).with_children(|place| {
            let why = family("liaison-cause", moved.why.key());
            place.spawn(text(why, Type::BODY));
        });
    });
}
