//! The table on the screen: its seats in three groups, the bar with the door and the tables, and who was
//! turned away.

use accesskit::Role as Part;
use bevy::prelude::*;

use super::{HostAction, HostUi, role_sign, seat_words, standing, ticket, who};
use crate::app::action::Action;
use crate::app::conduct::Conduct;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::hosting::Hosting;
use crate::app::i18n::{case, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::{head, panel};
use crate::app::widgets::press::{Chosen, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::net::wire::{ChairRow, Role};
use crate::scenario::ids::Team;

pub(super) fn build(parent: &mut Parent, conduct: &Conduct, ui: HostUi, hosting: &Hosting) {
    bar(parent, conduct, hosting);
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    let chairs = &conduct.far.chairs;
    parent.spawn(body).with_children(|body| {
        let left = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..column(GAP_2)
        };
        body.spawn((left, ArrowGroup)).with_children(|left| {
            let room = |role: Role| role.team().is_none();
            group(left, conduct, ui, None, room, true);
            let teams = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_height: px(0),
                column_gap: px(GAP_2),
                ..default()
            };
            left.spawn(teams).with_children(|teams| {
                for team in Team::BOTH {
                    let of = move |role: Role| role.team() == Some(team);
                    group(teams, conduct, ui, Some(team), of, false);
                }
            });
            troubles(left, hosting);
        });
        let side = Node {
            width: px(392),
            flex_shrink: 0.0,
            ..default()
        };
        body.spawn(panel(side)).with_children(|side| {
            if let Some(row) = chairs.get(ui.picked) {
                ticket::build(side, conduct, row);
            } else {
                side.spawn(text(t("host-waits"), Type::BODY));
            }
        });
    });
}

fn bar(parent: &mut Parent, conduct: &Conduct, hosting: &Hosting) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_4)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Ring, Tone::Rule)))
        .with_children(|bar| {
            bar.spawn(icon(Icon::People, 20.0, Tone::Text2));
            let title = t("host-title").with("case", &conduct.case.title);
            bar.spawn(text(title, Type::HEAD.one_line()));
            if let Some((address, port)) = hosting.door {
                let words = t("host-door")
                    .with("address", address.to_string().as_str())
                    .with("port", port.to_string().as_str());
                bar.spawn(text(words, Type::LABEL.one_line()));
            }
            bar.spawn(grow());
            if hosting.tables.len() > 1 {
                let table = |at: usize| {
                    let words = t("host-table").with("number", at + 1);
                    let act = Action::Host(HostAction::Sit(at));
                    (words, at == hosting.current, act)
                };
                segments(bar, (0..hosting.tables.len()).map(table));
            }
            Button::quiet(t("host-more"), Action::Host(HostAction::More))
                .icon(Icon::Plus)
                .spawn(bar);
            Button::quiet(t("host-close"), Action::Host(HostAction::AskClose))
                .icon(Icon::Close)
                .spawn(bar);
            Button::primary(t("host-console"), Action::Go(Screen::Console))
                .icon(Icon::Eye)
                .key(KeyCode::KeyC)
                .spawn(bar);
        });
}

fn group(
    place: &mut Parent,
    conduct: &Conduct,
    ui: HostUi,
    team: Option<Team>,
    of: impl Fn(Role) -> bool,
    fits: bool,
) {
    let node = Node {
        flex_grow: if fits { 0.0 } else { 1.0 },
        flex_basis: if fits { auto() } else { px(0) },
        flex_shrink: if fits { 0.0 } else { 1.0 },
        min_height: px(0),
        ..default()
    };
    let mut frame = place.spawn(panel(node));
    if let Some(team) = team {
        frame
            .insert(Edge::Top(team_tones(team)[0], Tone::Rule))
            .entry::<Node>()
            .and_modify(|mut node| {
                node.border.top = px(4);
            });
    }
    frame.with_children(|group| {
        let title = match team {
            Some(team) => case(&conduct.case.services[team.index()].name),
            None => t("host-room"),
        };
        let chairs = &conduct.far.chairs;
        let (here, all) = chairs
            .iter()
            .filter(|row| of(row.role))
            .fold((0usize, 0usize), |(here, all), row| {
                (here + usize::from(row.here), all + 1)
            });
        head(group, title, |end| {
            let words = t("host-here").with("here", here).with("of", all);
            end.spawn(text(words, Type::LABEL.one_line()));
        });
        let fill = |list: &mut Parent| {
            for row in chairs.iter().filter(|row| of(row.role)) {
                seat(list, conduct, row, row.chair == ui.picked);
            }
        };
        if fits {
            let node = Node {
                padding: px(GAP_2).all(),
                display: Display::Grid,
                grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
                column_gap: px(GAP_2),
                row_gap: px(4),
                ..default()
            };
            group.spawn(node).with_children(fill);
        } else {
            scroll::area(group, px(GAP_2).all(), 4.0, false, fill);
        }
    });
}

fn seat(list: &mut Parent, conduct: &Conduct, one: &ChairRow, picked: bool) {
    let node = Node {
        min_height: px(46),
        padding: UiRect::axes(px(10), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let name = seat_words(&conduct.case, &conduct.far.chairs, one);
    let act = Action::Host(HostAction::Pick(one.chair));
    let mut seat = list.spawn((
        node,
        control(Look::Card, Part::RadioButton, name.clone()),
        act,
    ));
    seat.with_children(|line| {
        role_sign(line, one.role);
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            overflow: Overflow::clip(),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            words.spawn(text(name, Type::BODY.bold().one_line()));
            let who = if one.taken { who(one) } else { t("host-free") };
            words.spawn(text(who, Type::LABEL.one_line()));
        });
        standing(line, one);
    });
    if picked {
        seat.insert((Chosen, FirstFocus));
    }
}

/// So many connections that were turned away are shown.
const SHOWN: usize = 3;

/// What the trainer should know of the door: that laptops cannot find it, and who was turned away.
fn troubles(left: &mut Parent, hosting: &Hosting) {
    let cut = hosting.cut.iter().rev().take(SHOWN);
    let cut = cut.map(|(from, why)| {
        t("host-cut")
            .with("from", from.as_str())
            .with("why", why.as_str())
    });
    let unfound = hosting.unfound.as_deref();
    let unfound = unfound.map(|why| t("host-unfound").with("why", why));
    for words in unfound.into_iter().chain(cut) {
        let node = Node {
            padding: UiRect::horizontal(px(GAP_3)),
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        left.spawn(node).with_children(|line| {
            line.spawn(icon(Icon::Warning, 14.0, Tone::Alert));
            line.spawn(text(words, Type::LABEL));
        });
    }
}
