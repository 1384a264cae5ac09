//! What the partner will see, what stays behind, and what follows from sending.

use bevy::prelude::*;

use super::{Draft, why};
use crate::app::client::Play;
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::screens::folder::item::sheet;
use crate::app::screens::folder::words::{partner, round_time, time_now};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Tone, Type, team_tones};
use crate::app::wake::Wake;
use crate::app::widgets::panel::rule;
use crate::drawing::icon::Icon;
use crate::scenario::words::{Form, Handling};
use crate::session::SeatEnd;
use crate::view::{ConsentMoves, ItemView, ReceivedView};

/// The item as the partner will have it.
fn received(seat: &SeatEnd, item: &ItemView, draft: &Draft) -> ItemView {
    let short = draft.form == Form::TearLine;
    let way = draft.way(item);
    let round = way
        .and_then(|way| way.arrives.ok())
        .unwrap_or(seat.view.clock.round);
    let note = Some(draft.note.trim()).filter(|note| !note.is_empty());
    let tear_line = item
        .tear_line
        .clone()
        .unwrap_or_else(|| crate::scenario::Text::new("en", ""));
    ItemView {
        form: draft.form,
        title: item.title.clone().filter(|_| !short),
        text: if short { tear_line } else { item.text.clone() },
        tear_line: None,
        subjects: if short {
            item.tear_subjects.clone()
        } else {
            item.subjects.clone()
        },
        tear_subjects: Vec::new(),
        held_since: round,
        given: false,
        received: Some(ReceivedView {
            channel: draft.channel,
            round,
            note: note.map(Into::into),
        }),
        shared: Vec::new(),
        admissible: way.is_some_and(|way| way.admissible),
        joint: true,
        consent: None,
        may: ConsentMoves::default(),
        ways: Vec::new(),
        ..item.clone()
    }
}

/// The partner's clock, which runs while the dialog is open.
#[derive(Component)]
pub(super) struct Clock;

fn now(seat: &SeatEnd) -> Words {
    let other = seat.case.team.other();
    t("share-clock")
        .with("time", time_now(seat, other).as_str())
        .with("place", &seat.case.services[other.index()].place)
}

/// Moves the clock.
pub(super) fn tick(
    play: Res<Play>,
    mut clocks: Query<&mut Words, With<Clock>>,
    mut wake: ResMut<Wake>,
) {
    for mut clock in &mut clocks {
        if clock.set_if_neq(now(play.seat())) {
            wake.soon();
        }
    }
}

pub(super) fn build(right: &mut Parent, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    let other = seat.case.team.other();
    let place = case(&seat.case.services[other.index()].place);
    right.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::Eye, 18.0, team_tones(other)[0]));
        head.spawn(text(
            t("share-will-see").with("team", partner(&seat.case)),
            Type::HEAD.one_line(),
        ));
        head.spawn(grow());
        head.spawn((text(now(seat), Type::LABEL.one_line()), Clock));
    });
    let theirs = received(seat, item, draft);
    sheet(right, &theirs, &seat.case);
    stays(right, item, &theirs);
    right.spawn(rule(Tone::Rule));
    right.spawn(text(t("share-follows"), Type::HEAD));
    let team = || partner(&seat.case);
    match draft.way(item).map(|way| way.arrives) {
        Some(Ok(arrives)) if arrives > seat.view.clock.round => {
            let time = round_time(&seat.case, other, arrives);
            let words = t("share-reads-in")
                .with("team", team())
                .with("round", arrives);
            line(
                right,
                Icon::Clock,
                words.with("time", time.as_str()).with("place", place),
                Tone::Text,
            );
        }
        Some(Ok(_)) => line(
            right,
            Icon::Clock,
            t("share-reads-now").with("team", team()),
            Tone::Text,
        ),
        Some(Err(refusal)) => line(right, Icon::Lock, why(refusal), Tone::Text),
        None => {}
    }
    if item.handling == Handling::Supervisor && draft.form == Form::Full {
        line(right, Icon::Supervisor, t("share-supervisor"), Tone::Text);
    }
    let law = if theirs.admissible {
        "share-evidence"
    } else {
        "share-lead"
    };
    line(right, Icon::Scales, t(law).with("team", team()), Tone::Text);
    line(
        right,
        Icon::Link,
        t("share-ask-first").with("team", team()),
        Tone::Text,
    );
    line(right, Icon::Warning, t("share-no-return"), Tone::Alert);
}

/// What the chosen form does not carry across.
fn stays(right: &mut Parent, item: &ItemView, theirs: &ItemView) {
    if theirs.form == Form::Full {
        return;
    }
    let crosses = |id| theirs.subjects.iter().any(|subject| subject.id == id);
    let kept: Vec<Words> = item
        .subjects
        .iter()
        .filter(|s| !crosses(s.id))
        .map(|s| case(&s.name))
        .collect();
    let words = kept
        .into_iter()
        .reduce(|all, next| t("share-list").with("all", all).with("next", next));
    let words = match words {
        Some(names) => t("share-stays").with("names", names),
        None => t("share-stays-text"),
    };
    line(right, Icon::Lock, words, Tone::Text2);
}

fn line(parent: &mut Parent, sign: Icon, words: Words, tone: Tone) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    parent.spawn(node).with_children(|line| {
        line.spawn(Node {
            padding: UiRect::top(px(3)),
            ..default()
        })
        .with_children(|place| {
            place.spawn(icon(sign, 15.0, tone));
        });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            place.spawn(text(words, Type::BODY.tone(tone)));
        });
    });
}
