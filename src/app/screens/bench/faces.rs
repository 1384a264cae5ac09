//! The photograph and the person beside each other, large, to be compared part by part.

use bevy::prelude::*;

use super::{BenchAction, BenchUi, words};
use crate::app::action::Action;
use crate::app::i18n::t;
use crate::app::picture::drawing;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::Type;
use crate::app::theme::measure::{GAP_2, GAP_4, R_CONTROL};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::drawing::identity::{self, Pose};
use crate::engine::encounter::document::Fact;
use crate::engine::encounter::document::face::{Face, Trait};

pub(super) fn open(commands: &mut Commands, ui: &BenchUi) {
    let matter = &ui.bench.matter;
    let (photo, person) = (matter.document.photo, matter.traveller.face);
    dialog::open(commands, t("bench-faces-title"), None, 900.0, move |body| {
        let node = Node {
            padding: px(GAP_4).all(),
            align_items: AlignItems::Start,
            justify_content: JustifyContent::Center,
            ..row(GAP_4)
        };
        body.spawn(node).with_children(|line| {
            face(line, "bench-photo", &photo, Pose::Photograph);
            face(line, "bench-person", &person, Pose::Counter);
            let node = Node {
                width: px(240),
                ..column(GAP_2)
            };
            line.spawn(node).with_children(|list| {
                list.spawn(text(t("bench-faces-differ"), Type::BODY));
                for (n, of) in Trait::ALL.into_iter().enumerate() {
                    let act = Action::Bench(BenchAction::Trait(of));
                    let mut button = Button::normal(words::part(of), act).wide();
                    if n == 0 {
                        button = button.first();
                    }
                    button.spawn(list);
                }
                list.spawn(text(t("bench-faces-lesson"), Type::LABEL));
            });
        });
    });
}

fn face(line: &mut Parent, key: &'static str, face: &Face, pose: Pose) {
    line.spawn(column(6.0)).with_children(|place| {
        place.spawn(text(t(key), Type::BODY.bold()));
        let svg = identity::svg(face, pose);
        place
            .spawn(drawing(svg, 280.0, 360.0))
            .entry::<Node>()
            .and_modify(|mut node| {
                node.border_radius = BorderRadius::all(px(R_CONTROL));
            });
    });
}

/// Both places of a part of the face.
pub(super) fn both(of: Trait) -> [Fact; 2] {
    [Fact::Photo(of), Fact::Face(of)]
}
