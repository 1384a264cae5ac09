//! One seat's ticket, and what can be done about who sits there.

use bevy::prelude::*;
use qrcode::{Color as Module, EcLevel, QrCode};

use super::{HostAction, seat_words, standing, who};
use crate::app::action::Action;
use crate::app::conduct::Conduct;
use crate::app::i18n::{plain, t};
use crate::app::picture::drawing;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, paper};
use crate::drawing::icon::Icon;
use crate::drawing::palette;
use crate::net::ticket::Ticket;
use crate::net::wire::{ChairRow, Role};

/// Side of the square that is scanned, in logical pixels.
const SQUARE: f32 = 216.0;

pub(super) fn build(side: &mut Parent, conduct: &Conduct, one: &ChairRow) {
    let chairs = &conduct.far.chairs;
    head(side, seat_words(&conduct.case, chairs, one), |end| {
        standing(end, one);
    });
    let page = Node {
        flex_grow: 1.0,
        padding: px(GAP_4).all(),
        ..column(GAP_3)
    };
    side.spawn(page).with_children(|page| {
        if one.role == Role::Facilitator {
            page.spawn(text(t("host-own-seat"), Type::BODY));
            return;
        }
        if one.taken {
            page.spawn(text(who(one), Type::TITLE));
            page.spawn(text(t("host-taken"), Type::BODY.tone(Tone::Text2)));
        } else {
            page.spawn(text(t("host-ticket-how"), Type::BODY.tone(Tone::Text2)));
            let sheet = Node {
                padding: px(GAP_4).all(),
                row_gap: px(GAP_3),
                align_items: AlignItems::Center,
                ..default()
            };
            page.spawn(paper(sheet)).with_children(|sheet| {
                if let Some(svg) = square(&one.ticket) {
                    sheet.spawn(drawing(svg, SQUARE, SQUARE));
                }
                let short = one.ticket.parse::<Ticket>().map(|ticket| ticket.short());
                if let Ok(short) = short {
                    let kind = Type::HEAD.mono().tone(Tone::Ink).one_line();
                    sheet.spawn(text(plain(short.replace('-', " ")), kind));
                }
            });
            page.spawn(text(t("host-ticket-whole"), Type::LABEL));
            for line in lines(&one.ticket) {
                let kind = Type::LABEL.mono().tone(Tone::Text).one_line();
                page.spawn(text(plain(line), kind));
            }
        }
        page.spawn(grow());
        let acts = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(GAP_2),
            ..row(GAP_2)
        };
        page.spawn(acts).with_children(|acts| {
            let chair = one.chair;
            let renew = if one.taken {
                "host-renew"
            } else {
                "host-fresh"
            };
            Button::normal(t(renew), Action::Host(HostAction::AskRenew(chair)))
                .icon(Icon::Undo)
                .key(KeyCode::KeyN)
                .spawn(acts);
            if one.taken {
                let (words, sign) = if one.locked {
                    ("host-unlock", Icon::Check)
                } else {
                    ("host-lock", Icon::Lock)
                };
                let act = HostAction::Lock(chair, !one.locked);
                Button::normal(t(words), Action::Host(act))
                    .icon(sign)
                    .key(KeyCode::KeyL)
                    .spawn(acts);
                Button::normal(t("host-move"), Action::Host(HostAction::AskMove(chair)))
                    .icon(Icon::ArrowRight)
                    .key(KeyCode::KeyM)
                    .spawn(acts);
            }
        });
    });
}

/// A ticket in two lines of four groups: as much as one reads aloud at a time.
fn lines(ticket: &str) -> Vec<String> {
    let groups: Vec<&str> = ticket.split('-').collect();
    groups.chunks(4).map(|line| line.join(" ")).collect()
}

/// The ticket as a square to scan; nothing, should it be too long for one.
fn square(ticket: &str) -> Option<String> {
    use std::fmt::Write as _;
    let code = QrCode::with_error_correction_level(ticket.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, module) in code.to_colors().into_iter().enumerate() {
        if module == Module::Dark {
            let (x, y) = (at % width, at / width);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" shape-rendering="crispEdges"><path d="{path}" fill="{}"/></svg>"#,
        palette::INK
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_read_in_two_lines_and_scanned_in_a_square() {
        let ticket = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789";
        assert_eq!(
            lines(ticket),
            ["ABCD EFGH JKMN PQRS", "TVWX YZ01 2345 6789"]
        );
        let svg = square(ticket).expect("short enough");
        // The finder patterns stand in three corners: the first row begins with seven dark modules.
        assert!(svg.contains("M0 0h1v1h-1zM1 0h1v1h-1z"), "{svg}");
    }
}
