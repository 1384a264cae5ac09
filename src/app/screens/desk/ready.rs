//! Who is ready to end planning, and the team's own word.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use crate::app::action::Action;
use crate::app::focus::{Shortcut, key_name};
use crate::app::i18n::{plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{BUTTON, GAP_2, R_CONTROL};
use crate::app::theme::{Edge, Tone, Type, team_tones};
use crate::app::widgets::panel::{key_cap, team_sign};
use crate::app::widgets::press::{Chosen, Inherits, Look, control};
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::{InjectId, Team};
use crate::session::SeatEnd;
use crate::view::LineWhat;

const KEY: KeyCode = KeyCode::KeyR;

pub(super) fn build(parent: &mut Parent, seat: &SeatEnd) {
    let clock = &seat.view.clock;
    for team in Team::BOTH {
        let ready = if team == seat.case.team {
            clock.ready
        } else {
            clock.partner_ready
        };
        let key = match (ready, team == seat.case.team) {
            (true, _) => "desk-is-ready",
            (false, true) => "desk-plans",
            (false, false) if seat.apart => "desk-plans",
            // Two teams at one screen plan one after the other.
            (false, false) => "desk-waits",
        };
        let short = &seat.case.services[team.index()].short;
        parent.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(team_sign(team, 12.0, false));
            line.spawn(text(t(key).with("team", short), Type::LABEL.one_line()));
            line.spawn(grow());
            if ready {
                line.spawn(icon(Icon::Check, 14.0, team_tones(team)[0]));
            }
        });
    }
    parent.spawn(grow());
    let idle = seat
        .view
        .officers
        .iter()
        .any(|officer| officer.idle(clock.round))
        || undecided(seat).is_some();
    let action = if idle && !clock.ready {
        Action::Desk(DeskAction::AskReady)
    } else {
        Action::Command(Command::SetReady {
            ready: !clock.ready,
        })
    };
    let node = Node {
        min_height: px(BUTTON + 4.0),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(12)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        justify_content: JustifyContent::Center,
        ..row(10.0)
    };
    let look = (
        control(Look::Primary, Role::CheckBox, t("desk-ready")),
        Shortcut(KEY),
    );
    let mut button = parent.spawn((node, look, action));
    button.with_children(|button| {
        let node = Node {
            width: px(18),
            height: px(18),
            border: px(2).all(),
            border_radius: BorderRadius::all(px(3)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..default()
        };
        button
            .spawn((node, Edge::All(Tone::OnAccent)))
            .with_children(|tick| {
                if clock.ready {
                    tick.spawn((icon(Icon::Check, 13.0, Tone::OnAccent), Inherits));
                }
            });
        button.spawn((
            text(t("desk-ready"), Type::BODY.bold().one_line()),
            Inherits,
        ));
        key_cap(button, plain(key_name(KEY)), true);
    });
    if clock.ready {
        button.insert(Chosen);
    }
}

/// What waits for the team's decision.
pub(super) fn undecided(seat: &SeatEnd) -> Option<InjectId> {
    seat.view.line.iter().find_map(|entry| match &entry.what {
        LineWhat::Inject {
            decision: Some(decision),
            ..
        } if decision.open => Some(decision.inject),
        _ => None,
    })
}
