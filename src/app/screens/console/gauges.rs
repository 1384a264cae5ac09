//! The network's alarm, trust, the people at risk; and who sits where.

use bevy::prelude::*;

use super::super::host::{HostAction, role_sign, seat_words, standing, who};
use super::Scene;
use crate::app::action::Action;
use crate::app::i18n::{case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, meter, rule, steps};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

pub(super) fn build(panel: &mut Parent, scene: &Scene) {
    let view = &scene.conduct.view;
    let page = Node {
        padding: UiRect::axes(px(GAP_3), px(10)),
        ..column(6.0)
    };
    panel.spawn(page).with_children(|page| {
        let exposure = &view.exposure;
        page.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(text(t("console-exposure"), Type::BODY.bold().one_line()));
            line.spawn(grow());
            let words = match exposure.next {
                Some(next) => t("console-exposure-next")
                    .with("now", exposure.now)
                    .with("next", next),
                None => t("console-exposure-now").with("now", exposure.now),
            };
            line.spawn(text(words, Type::LABEL.tone(Tone::Text).one_line()));
        });
        page.spawn(column(0.0)).with_children(|track| {
            meter(track, f32::from(exposure.now) / 100.0, Tone::Ring);
            for step in &exposure.steps {
                let node = Node {
                    position_type: PositionType::Absolute,
                    left: percent(f32::from(step.exposure)),
                    top: px(-3),
                    width: px(2),
                    height: px(12),
                    ..default()
                };
                track.spawn((node, Fill(Tone::Ring)));
            }
        });
        page.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(text(t("console-trust"), Type::BODY.bold().one_line()));
            line.spawn(grow());
            let key = match view.trust_trend.signum() {
                1 => "console-trust-rises",
                -1 => "console-trust-falls",
                _ => "console-trust-steady",
            };
            let words = t(key).with("now", view.trust.now);
            line.spawn(text(words, Type::LABEL.tone(Tone::Text).one_line()));
        });
        meter(page, f32::from(view.trust.now) / 100.0, Tone::Ring);
        page.spawn(rule(Tone::Rule));
        page.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(text(t("console-people"), Type::BODY.bold().one_line()));
            line.spawn(grow());
            line.spawn(text(t("console-welfare"), Type::LABEL.one_line()));
        });
        for person in &view.people {
            page.spawn(row(GAP_2)).with_children(|line| {
                let name = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    min_width: px(0),
                    overflow: Overflow::clip(),
                    ..default()
                };
                line.spawn(name).with_children(|name| {
                    name.spawn(text(case(&person.name), Type::BODY.one_line()));
                });
                steps(line, person.now.div_ceil(2), 5);
                let (key, tone) = match person.now {
                    _ if person.safe => ("console-welfare-safe", Tone::Text),
                    8.. => ("console-welfare-well", Tone::Text),
                    5..=7 => ("console-welfare-strained", Tone::Text),
                    _ => ("console-welfare-poor", Tone::Alert),
                };
                let node = Node {
                    width: px(84),
                    flex_shrink: 0.0,
                    justify_content: JustifyContent::End,
                    ..row(4.0)
                };
                line.spawn(node).with_children(|state| {
                    if tone == Tone::Alert {
                        state.spawn(icon(Icon::Warning, 13.0, tone));
                    }
                    state.spawn(text(t(key), Type::LABEL.tone(tone).one_line()));
                });
            });
        }
    });
}

/// So many seats are seen at once; more scroll.
const SEATS: f32 = 124.0;

pub(super) fn seats(panel: &mut Parent, scene: &Scene) {
    let conduct = scene.conduct;
    head(panel, t("console-seats"), |end| {
        if conduct.runs_it() {
            Button::quiet(t("console-tickets"), Action::Host(HostAction::Show))
                .small()
                .key(KeyCode::KeyT)
                .spawn(end);
        }
    });
    let node = Node {
        height: px(SEATS),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    panel.spawn(node).with_children(|place| {
        let padding = UiRect::axes(px(GAP_3), px(6));
        let area = scroll::area(place, padding, 2.0, false, |list| {
            if conduct.runs_it() {
                rows(list, scene);
            } else {
                people(list, scene);
            }
        });
        scene.places.keep(place, area, "console-seats");
    });
}

/// Every seat that somebody has.
fn rows(list: &mut Parent, scene: &Scene) {
    let conduct = scene.conduct;
    let chairs = &conduct.far.chairs;
    let mut taken = chairs
        .iter()
        .filter(|row| row.taken && row.role != crate::net::wire::Role::Facilitator)
        .peekable();
    if taken.peek().is_none() {
        list.spawn(text(t("console-nobody"), Type::BODY.tone(Tone::Text2)));
    }
    for one in taken {
        list.spawn(row(GAP_2)).with_children(|line| {
            role_sign(line, one.role);
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                overflow: Overflow::clip(),
                ..row(6.0)
            };
            line.spawn(words).with_children(|words| {
                let seat = seat_words(&conduct.case, chairs, one);
                words.spawn(text(seat, Type::BODY.one_line()));
                words.spawn(text(who(one), Type::LABEL.one_line()));
            });
            if let Some(team) = one.role.team() {
                let ready = conduct.view.teams[team.index()].ready;
                let key = if ready {
                    "console-ready"
                } else {
                    "console-plans"
                };
                if one.here && !one.locked {
                    line.spawn(text(t(key), Type::LABEL.one_line()));
                }
            }
            standing(line, one);
        });
    }
}

/// For who watches: the people at the table, without their tickets.
fn people(list: &mut Parent, scene: &Scene) {
    for person in &scene.conduct.far.people {
        list.spawn(row(GAP_2)).with_children(|line| {
            role_sign(line, person.role);
            line.spawn(text(plain(person.name.as_str()), Type::BODY.one_line()));
            line.spawn(grow());
            let (sign, tone) = if person.here {
                (Icon::Check, Tone::Text)
            } else {
                (Icon::Warning, Tone::Alert)
            };
            line.spawn(icon(sign, 14.0, tone));
        });
    }
}
