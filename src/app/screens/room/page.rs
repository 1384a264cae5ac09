//! The whole room from one view: a bar, three columns, a foot; after the close, what it came to.

use bevy::prelude::*;

use super::{RoomUi, evidence, foot, map, person, questions, result, statement, topics};
use crate::app::action::Action;
use crate::app::i18n::{Lang, Language, case, t};
use crate::app::picture::icon;
use crate::app::screens::Space;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{meter, panel};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::View;
use crate::scenario::interviews::moves;

/// The room that there is on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub narrow: bool,
    pub width: f32,
    pub lang: Lang,
}

impl Room {
    pub fn of(space: &Space, language: &Language) -> Self {
        Self {
            narrow: space.narrow(),
            width: space.width,
            lang: language.0,
        }
    }

    /// Columns beside each other, but little room for them.
    pub fn small(&self) -> bool {
        !self.narrow && self.width < 1240.0
    }

    /// How wide the columns at the left and at the right are.
    pub fn sides(&self) -> (f32, f32) {
        if self.small() {
            (236.0, 320.0)
        } else {
            (268.0, 382.0)
        }
    }

    /// How wide the middle is inside its panel.
    pub fn middle(&self) -> f32 {
        let (left, right) = self.sides();
        let taken = if self.narrow {
            GAP_2 + 14.0
        } else {
            GAP_2 * 4.0 + left + right
        };
        self.width - taken - 2.0 - GAP_3 * 2.0
    }
}

/// What belongs to whoever runs the room: a part of the bar, and what can be done when it is over.
pub struct Host<'a> {
    /// Where one goes back to.
    pub back: Action,
    pub bar: &'a dyn Fn(&mut Parent),
    /// Under the bar.
    pub strip: &'a dyn Fn(&mut Parent),
    pub after: &'a dyn Fn(&mut Parent),
}

/// What scrolls in a narrow window: all of it.
pub const PAGE: &str = "page";

pub fn build(parent: &mut Parent, ui: &RoomUi, view: &View, room: Room, host: &Host) {
    bar(parent, view, room, host);
    (host.strip)(parent);
    let over = view.verdict.is_some();
    let foot = |parent: &mut Parent| {
        if over {
            foot::bar(parent, |foot| (host.after)(foot));
        } else {
            foot::foot(parent, ui, view, room);
        }
    };
    if room.narrow {
        let inset = UiRect::new(px(GAP_2), px(14), px(GAP_2), px(GAP_2));
        let area = scroll::area(parent, inset, GAP_2, false, |page| {
            if over {
                result::result(page, view, room);
            } else {
                person::person(page, ui, view, room);
                middle(page, ui, view, room);
                right(page, ui, view, room);
            }
            foot(page);
        });
        ui.places.keep(parent, area, PAGE);
    } else {
        let body = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            padding: px(GAP_2).all(),
            column_gap: px(GAP_2),
            ..default()
        };
        parent.spawn(body).with_children(|body| {
            if over {
                result::result(body, view, room);
                return;
            }
            person::person(body, ui, view, room);
            middle(body, ui, view, room);
            right(body, ui, view, room);
        });
        foot(parent);
    }
}

fn middle(body: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: if room.narrow { auto() } else { px(0) },
        flex_shrink: if room.narrow { 0.0 } else { 1.0 },
        min_height: px(0),
        ..default()
    };
    body.spawn(panel(node)).with_children(|panel| {
        if ui.map && ui.told {
            map::panel(panel, view, room);
        } else {
            topics::topics(panel, ui, view, room);
            questions::questions(panel, ui, view, room);
        }
    });
}

fn right(body: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        width: if room.narrow {
            auto()
        } else {
            px(room.sides().1)
        },
        flex_shrink: 0.0,
        min_height: px(0),
        ..column(GAP_2)
    };
    body.spawn(node).with_children(|right| {
        statement::statement(right, ui, view, room);
        evidence::evidence(right, ui, view, room);
    });
}

fn bar(parent: &mut Parent, view: &View, room: Room, host: &Host) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::axes(px(GAP_3), px(4)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        column_gap: px(if room.narrow { GAP_3 } else { GAP_4 }),
        row_gap: px(4),
        flex_wrap: FlexWrap::Wrap,
        align_items: AlignItems::Center,
        ..default()
    };
    let look = (Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule));
    parent.spawn((node, look)).with_children(|bar| {
        Button::icon_only(Icon::ChevronLeft, t("common-back"), host.back.clone())
            .small()
            .spawn(bar);
        bar.spawn(text(t("room-title"), Type::HEAD.one_line()));
        if view.verdict.is_some() && !room.small() {
            bar.spawn(text(case(&view.name), Type::LABEL.one_line()));
        }
        bar.spawn(grow());
        (host.bar)(bar);
        bar.spawn(row(6.0)).with_children(|clock| {
            clock.spawn(icon(Icon::Clock, 16.0, Tone::Text2));
            let minutes = t("room-minutes")
                .with("minute", view.minute)
                .with("minutes", view.minutes);
            clock.spawn(text(minutes, Type::HEAD.one_line()));
        });
        if view.verdict.is_none() {
            until_break(bar, view, if room.narrow { 128.0 } else { 150.0 });
        }
        Button::icon_only(Icon::Question, t("common-help"), Action::Help)
            .small()
            .spawn(bar);
    });
}

fn until_break(bar: &mut Parent, view: &View, width: f32) {
    let due = view.until_break == 0;
    let place = Node {
        width: px(width),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    bar.spawn(place).with_children(|place| {
        place.spawn(row(6.0)).with_children(|line| {
            if due {
                line.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
                let kind = Type::LABEL.tone(Tone::Alert).one_line();
                line.spawn(text(t("room-break-due"), kind));
            } else {
                let words = t("room-until-break").with("minutes", view.until_break);
                line.spawn(text(words, Type::LABEL.one_line()));
            }
        });
        let part = f32::from(view.until_break) / f32::from(moves::stretch(view.age).max(1));
        let tone = if due { Tone::Alert } else { Tone::Accent };
        meter(place, part, tone);
    });
}

/// What a text takes that shares its line with something else.
pub fn rest() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..default()
    }
}

/// A sign, and what it is a sign of.
pub fn signed(
    parent: &mut Parent,
    sign: Icon,
    tone: Tone,
    words: crate::app::i18n::Words,
    kind: Type,
) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    parent.spawn(node).with_children(|line| {
        let place = Node {
            padding: UiRect::top(px(2)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(icon(sign, 15.0, tone));
        });
        line.spawn(rest()).with_children(|place| {
            place.spawn(text(words, kind));
        });
    });
}

/// Scrolls beside other columns; in a narrow window the page does.
pub fn filled(
    panel: &mut Parent,
    ui: &RoomUi,
    room: Room,
    name: &'static str,
    gap: f32,
    body: impl FnOnce(&mut Parent),
) {
    let padding = UiRect::new(px(GAP_3), px(14), px(GAP_3), px(GAP_3));
    if room.narrow {
        let node = Node {
            padding,
            flex_shrink: 0.0,
            ..column(gap)
        };
        panel.spawn(node).with_children(body);
        return;
    }
    let area = scroll::area(panel, padding, gap, false, body);
    ui.places.keep(panel, area, name);
}
