//! What really happened: numbered steps on the map, and the story with the list of steps beside it.

use std::sync::Arc;
use std::time::Duration;

use accesskit::Role;
use bevy::prelude::*;

use super::{DebriefAction, Lands, Part, Picks, Shown, Source, Tab, Told};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, case, plain, t};
use crate::app::picture::sketch;
use crate::app::screens::briefing::paragraphs;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{paper, pips, rule};
use crate::app::widgets::press::{Look, OnPaper, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::map::{Known, Label, Land, Line, MapDrawing, Place, Scale, Step, ViewBox};
use crate::scenario::ids::PlaceId;
use crate::view::{CaseView, DebriefView, TruthKind};

/// How long a step stands while the truth is played, in seconds: as long as it takes to read it.
const STANDS: f32 = 3.0;

/// The map fills the panel, over the step that it stands at.
pub fn tab(panel: &mut Parent) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        margin: px(GAP_2).all(),
        ..column(GAP_2)
    };
    panel.spawn((node, Part::Map));
}

/// Goes on to the next step while the truth is played; at the last it stands.
pub(super) fn play_on(
    time: Res<Time<Real>>,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    shown: Res<Shown>,
    mut picks: ResMut<Picks>,
    mut wake: ResMut<Wake>,
    mut stood: Local<f32>,
) {
    if !picks.plays {
        return;
    }
    let debrief = Source::of(play.as_deref(), conduct.as_deref()).and_then(|s| s.debrief());
    let steps = debrief.map_or(0, |debrief| debrief.truth.len());
    // Whoever looks at something else comes back to where it stood.
    if shown.tab != Tab::Truth || picks.step + 1 >= steps {
        picks.plays = false;
        *stood = 0.0;
        wake.beat(None);
        return;
    }
    wake.beat(Some(Duration::from_millis(200)));
    *stood += time.delta_secs();
    if *stood >= STANDS {
        *stood = 0.0;
        picks.step += 1;
        wake.soon();
    }
}

/// Nobody looks at it any more.
pub(super) fn stop(mut picks: ResMut<Picks>, mut wake: ResMut<Wake>) {
    if picks.plays {
        picks.plays = false;
        wake.beat(None);
    }
}

/// Where it stands, and the buttons that move it.
fn foot(place: &mut Parent, told: &Told, picks: &Picks) {
    let steps = told.debrief.truth.len();
    let Some(event) = told.debrief.truth.get(picks.step) else {
        return;
    };
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    place.spawn(node).with_children(|foot| {
        let act = Action::Debrief;
        let (words, sign) = if picks.plays {
            ("debrief-truth-stop", Icon::Pause)
        } else {
            ("debrief-truth-play", Icon::Play)
        };
        Button::primary(t(words), act(DebriefAction::PlayTruth))
            .icon(sign)
            .key(KeyCode::KeyK)
            .spawn(foot);
        let off = (picks.step == 0).then(|| t("debrief-truth-first"));
        Button::normal(t("debrief-truth-before"), act(DebriefAction::PreviousStep))
            .icon(Icon::ChevronLeft)
            .key(KeyCode::KeyP)
            .off(off)
            .spawn(foot);
        let off = (picks.step + 1 >= steps).then(|| t("debrief-truth-last"));
        Button::normal(t("debrief-truth-after"), act(DebriefAction::NextStep))
            .after(Icon::ChevronRight)
            .key(KeyCode::KeyN)
            .off(off)
            .spawn(foot);
        foot.spawn(grow());
        let at = t("debrief-truth-at")
            .with("step", picks.step + 1)
            .with("of", steps)
            .with("round", event.round);
        foot.spawn(text(at, Type::BODY.one_line()));
        pips(foot, event.round, told.rounds);
    });
}

/// The map with the picked step's place in the ring.
pub fn map(place: &mut Parent, told: &Told, picks: &Picks) {
    let step = picks.step;
    let (about, debrief, lang) = (Arc::clone(&told.case), Arc::clone(&told.debrief), told.lang);
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        ..default()
    };
    place.spawn(sketch(node, move |width, height| {
        drawn(&about, &debrief, lang, step, width, height)
    }));
    foot(place, told, picks);
}

fn drawn(
    about: &CaseView,
    debrief: &DebriefView,
    lang: Lang,
    step: usize,
    width: f32,
    height: f32,
) -> String {
    let lang = lang.tag();
    let here = debrief.truth.get(step).and_then(|event| event.place);
    let of = |id: PlaceId| debrief.places.iter().find(|place| place.id == id);
    // Until now: what comes later is not on the map yet.
    let until = || debrief.truth.iter().take(step + 1);
    let happened = |id: PlaceId| until().any(|event| event.place == Some(id));
    let map = &about.map;
    let drawing = MapDrawing {
        size: map.size,
        land: map
            .land
            .iter()
            .map(|(of, outline)| Land { of: *of, outline })
            .collect(),
        lines: map
            .lines
            .iter()
            .map(|(kind, path)| Line { kind: *kind, path })
            .collect(),
        labels: map
            .labels
            .iter()
            .map(|(text, at, kind)| Label {
                text: text.get(lang),
                at: *at,
                kind: *kind,
            })
            .collect(),
        places: debrief
            .places
            .iter()
            .map(|place| Place {
                name: place.name.get(lang),
                at: place.at,
                kind: place.kind,
                side: place.label,
                emphasised: happened(place.id),
                selected: here == Some(place.id),
                known: Known::Settled,
            })
            .collect(),
        steps: (1..)
            .zip(until())
            .filter_map(|(number, event)| {
                Some(Step {
                    number,
                    at: of(event.place?)?.at,
                })
            })
            .collect(),
        scale: Some(Scale {
            km_per_100: map.km_per_100,
            unit: "km",
        }),
        ..MapDrawing::default()
    };
    let (view, zoom) = ViewBox::whole(map.size, width, height);
    drawing.svg(view, zoom)
}

/// The story and its steps.
pub fn paper_of(parent: &mut Parent, told: &Told) {
    let node = Node {
        width: px(500),
        flex_shrink: 0.0,
        min_height: px(0),
        ..default()
    };
    parent.spawn(paper(node)).with_children(|sheet| {
        scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_3, true, |page| {
            page.spawn(text(t("debrief-story"), Type::HEAD.tone(Tone::Ink)));
            paragraphs(page, told.debrief.story.clone(), Tone::Ink);
            page.spawn(rule(Tone::PaperRule));
            page.spawn(text(t("debrief-steps"), Type::BODY.bold().tone(Tone::Ink)));
            let list = Node {
                flex_shrink: 0.0,
                ..column(GAP_2)
            };
            page.spawn((list, ArrowGroup)).with_children(|list| {
                for at in 0..told.debrief.truth.len() {
                    step(list, told, at);
                }
            });
        });
    });
}

fn step(list: &mut Parent, told: &Told, at: usize) {
    let Some(event) = told.debrief.truth.get(at) else {
        return;
    };
    let node = Node {
        padding: UiRect::axes(px(GAP_2), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        column_gap: px(GAP_3),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..default()
    };
    let action = Action::Debrief(DebriefAction::Step(at));
    let words_of = match event.kind {
        TruthKind::Prevented => t("debrief-prevented").with("text", &event.text),
        TruthKind::Told | TruthKind::Step | TruthKind::Reaction => case(&event.text),
    };
    let name = words_of.clone();
    let mut one = list.spawn((
        node,
        control(Look::Option, Role::RadioButton, name),
        OnPaper,
        action,
    ));
    one.with_children(|line| {
        let disc = Node {
            width: px(24),
            height: px(24),
            flex_shrink: 0.0,
            border_radius: BorderRadius::all(px(12)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..default()
        };
        line.spawn((disc, Fill(Tone::Ink))).with_children(|disc| {
            let number = plain((at + 1).to_string());
            disc.spawn(text(
                number,
                Type::LABEL.bold().tone(Tone::Paper).one_line(),
            ));
        });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|words| {
            words.spawn(row(GAP_2)).with_children(|head| {
                let round = t("debrief-round").with("round", event.round);
                head.spawn(text(round, Type::LABEL.bold().tone(Tone::Ink2).one_line()));
                let place = event
                    .place
                    .and_then(|id| told.debrief.places.iter().find(|place| place.id == id));
                if let Some(place) = place {
                    head.spawn(text(
                        case(&place.name),
                        Type::LABEL.tone(Tone::Ink2).one_line(),
                    ));
                }
            });
            words.spawn(text(words_of, Type::BODY.tone(Tone::Ink)));
        });
    });
    if at == 0 {
        one.insert(Lands);
    }
}
