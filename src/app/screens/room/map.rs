//! The Griffiths Question Map of what was asked.

use bevy::prelude::*;

use super::page::Room;
use super::{RoomAction, words};
use crate::app::action::Action;
use crate::app::i18n::{Lang, say, t};
use crate::app::picture::sketch;
use crate::app::text::{Parent, column, text};
use crate::app::theme::Type;
use crate::app::theme::measure::GAP_3;
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::head;
use crate::drawing::chart::Theme;
use crate::drawing::icon::Icon;
use crate::drawing::questions::{Asked, Kind, QuestionMap};
use crate::engine::encounter::questioning::{Point, View};
use crate::scenario::Text;
use crate::scenario::words::QuestionKind;

/// In place of topics and questions.
pub fn panel(panel: &mut Parent, view: &View, room: Room) {
    head(panel, t("room-map"), |end| {
        Button::quiet(t("room-map-back"), Action::Room(RoomAction::Map))
            .icon(Icon::ChevronLeft)
            .small()
            .spawn(end);
    });
    let node = Node {
        padding: px(GAP_3).all(),
        flex_grow: 1.0,
        min_height: px(0),
        ..column(GAP_3)
    };
    panel.spawn(node).with_children(|page| {
        page.spawn(text(t("room-map-how"), Type::LABEL));
        map(page, view, room);
        if view.question_map().is_empty() {
            page.spawn(text(t("room-map-empty"), Type::BODY));
        }
    });
}

/// The drawing, as wide as its place.
pub fn map(page: &mut Parent, view: &View, room: Room) {
    let told = Told::new(view, room.lang);
    let node = Node {
        width: percent(100),
        height: px(told.drawn(|map| map.height())),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(sketch(node, move |width, height| {
        told.drawn(|map| map.svg(width, height, Theme::Room))
    }));
}

/// What the drawing needs, in the language of whoever looks.
struct Told {
    kinds: Vec<String>,
    topics: Vec<Text>,
    points: Vec<Point>,
    minutes: u16,
    frame: [String; 3],
    lang: Lang,
}

impl Told {
    fn new(view: &View, lang: Lang) -> Self {
        let kinds = QuestionKind::ALL.iter();
        let frame = [t("room-map-good"), t("room-map-bad"), t("room-map-unit")];
        Self {
            kinds: kinds.map(|k| say(lang, &words::kind(*k))).collect(),
            topics: view.topics.iter().map(|t| t.name.clone()).collect(),
            points: view.question_map(),
            minutes: view.minute.max(30),
            frame: frame.map(|words| say(lang, &words)),
            lang,
        }
    }

    fn drawn<T>(&self, draw: impl FnOnce(&QuestionMap) -> T) -> T {
        let kinds = QuestionKind::ALL.iter().zip(&self.kinds);
        let rows = kinds.map(|(kind, name)| Kind {
            name,
            good: kind.appropriate(),
        });
        let row = |kind| QuestionKind::ALL.iter().position(|k| *k == kind);
        let asked = self.points.iter().map(|point| Asked {
            minute: point.minute,
            row: row(point.kind).unwrap_or(0),
            topic: (self.topics.get(point.topic.index()))
                .map_or("", |topic| topic.get(self.lang.tag())),
            pressed: point.pressed,
        });
        let [good, bad, unit] = &self.frame;
        draw(&QuestionMap {
            rows: rows.collect(),
            asked: asked.collect(),
            minutes: self.minutes,
            good,
            bad,
            unit,
        })
    }
}
