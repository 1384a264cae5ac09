//! Below the documents: the registers, and who stands at the counter.

use bevy::prelude::*;

use super::{BenchAction, BenchUi, words};
use crate::app::action::Action;
use crate::app::i18n::{Words, t};
use crate::app::picture::{drawing, icon};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, panel};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::identity::{self, Pose};
use crate::engine::encounter::document::Fact;
use crate::engine::encounter::document::bench::{REGISTER, Register};

/// Half of the room below.
pub(super) fn half() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        min_height: px(0),
        ..default()
    }
}

/// All of the part's room.
fn whole() -> Node {
    Node {
        height: percent(100),
        ..half()
    }
}

/// A line that can be picked.
fn line(page: &mut Parent, ui: &BenchUi, fact: Fact, name: Words, said: Words) {
    let node = Node {
        min_height: px(34),
        padding: UiRect::axes(px(GAP_3), px(2)),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    let picked = ui.picked.contains(&fact);
    let edge = if picked { Tone::Ring } else { Tone::Room2 };
    let node = Node {
        border: px(2).all(),
        ..node
    };
    page.spawn((node, Fill(Tone::Room2), Edge::All(edge)))
        .with_children(|line| {
            let place = Node {
                width: px(128),
                flex_shrink: 0.0,
                ..default()
            };
            line.spawn(place).with_children(|place| {
                place.spawn(text(name, Type::LABEL));
            });
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            line.spawn(place).with_children(|place| {
                place.spawn(text(said, Type::BODY));
            });
            let act = Action::Bench(BenchAction::Pick(fact));
            let words = if picked {
                t("bench-unpick")
            } else {
                t("bench-pick")
            };
            Button::quiet(words, act).small().spawn(line);
        });
}

pub(super) fn registers(pair: &mut Parent, ui: &BenchUi) {
    let open = ui.bench.open();
    let matter = &ui.bench.matter;
    pair.spawn(panel(whole())).with_children(|panel| {
        head(panel, t("bench-registers"), |end| {
            let cost = t("bench-register-cost").with("minutes", REGISTER);
            end.spawn(text(cost, Type::LABEL.one_line()));
        });
        scroll::area(panel, px(GAP_2).all(), 6.0, false, |page| {
            let asked = [
                (Register::Lost, Fact::Lost, "bench-ask-lost", KeyCode::KeyL),
                (
                    Register::Crossings,
                    Fact::NoCrossing,
                    "bench-ask-crossings",
                    KeyCode::KeyE,
                ),
                (
                    Register::Issuer,
                    Fact::OtherName,
                    "bench-ask-issuer",
                    KeyCode::KeyI,
                ),
            ];
            for (register, fact, _, _) in asked.iter().filter(|a| open.contains(&a.1)) {
                let name = words::register(*register);
                line(page, ui, *fact, name, words::answer(matter, *register));
                if *register == Register::Crossings {
                    for fact in open.iter().filter(|f| matches!(f, Fact::Crossing(_))) {
                        let name = t("bench-crossing");
                        line(page, ui, *fact, name, words::value(matter, *fact));
                    }
                }
            }
            let wrap = Node {
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(6),
                flex_shrink: 0.0,
                ..row(GAP_2)
            };
            page.spawn(wrap).with_children(|buttons| {
                for (register, fact, key, code) in asked {
                    if open.contains(&fact) {
                        continue;
                    }
                    let act = Action::Bench(BenchAction::Ask(register));
                    Button::normal(t(key), act)
                        .icon(Icon::Plus)
                        .key(code)
                        .small()
                        .spawn(buttons);
                }
            });
        });
    });
}

pub(super) fn traveller(pair: &mut Parent, ui: &BenchUi) {
    let matter = &ui.bench.matter;
    pair.spawn(panel(whole())).with_children(|panel| {
        head(panel, t("bench-traveller"), |end| {
            Button::quiet(t("bench-faces"), Action::Bench(BenchAction::Faces))
                .icon(Icon::Search)
                .key(KeyCode::KeyF)
                .small()
                .spawn(end);
        });
        let body = Node {
            flex_grow: 1.0,
            min_height: px(0),
            padding: px(GAP_2).all(),
            align_items: AlignItems::Start,
            // Where there is little height, the shoulders go first.
            overflow: Overflow::clip(),
            ..row(GAP_3)
        };
        panel.spawn(body).with_children(|body| {
            let face = identity::svg(&matter.traveller.face, Pose::Counter);
            body.spawn(drawing(face, 112.0, 144.0))
                .entry::<Node>()
                .and_modify(|mut node| {
                    node.border_radius = BorderRadius::all(px(R_CONTROL));
                });
            let said = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..column(6.0)
            };
            body.spawn(said).with_children(|said| {
                for (fact, name) in [
                    (Fact::SaidBirth, "bench-asked-birth"),
                    (Fact::SaidPlace, "bench-asked-place"),
                ] {
                    line(said, ui, fact, t(name), words::value(matter, fact));
                }
                said.spawn(row(GAP_2)).with_children(|hint| {
                    hint.spawn(icon(Icon::Info, 15.0, Tone::Text2));
                    hint.spawn(text(t("bench-faces-how"), Type::LABEL));
                });
                said.spawn(grow());
            });
        });
    });
}
