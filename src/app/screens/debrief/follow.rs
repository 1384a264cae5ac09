//! What follows the picks and the focus: parts of a tab, marks on rows, where the keyboard lands.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusCause, FocusGained, InputFocus};
use bevy::prelude::*;

use super::{
    DebriefAction, Given, Landing, Lands, Part, Picks, RateNote, Shown, Source, Told, hot_wash,
    item, knowledge, rating, ratings, truth,
};
use crate::app::action::{Acted, Action};
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::focus::Picked;
use crate::app::i18n::Language;
use crate::app::text::Parent;
use crate::app::wake::Wake;
use crate::app::whatif::Otherwise;
use crate::app::widgets::press::Chosen;

/// The parts that follow the picks.
pub(super) fn parts(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    language: Res<Language>,
    picks: Res<Picks>,
    shown: Res<Shown>,
    note: Res<RateNote>,
    otherwise: Res<Otherwise>,
    given: Res<Given>,
    parts: Query<(Entity, Ref<Part>)>,
    mut wake: ResMut<Wake>,
) {
    let source = Source::of(play.as_deref(), conduct.as_deref());
    let Some(told) = source.and_then(|source| Told::of(&source, &language, &otherwise, &given))
    else {
        return;
    };
    for (entity, part) in &parts {
        if !picks.is_changed() && !part.is_added() {
            continue;
        }
        let body = |parent: &mut Parent| match *part {
            Part::Item => item::detail(parent, &told, &picks, &shown),
            Part::Map => truth::map(parent, &told, &picks),
            Part::Question => hot_wash::question(parent, &told, picks.question),
            Part::Task => rating::detail(parent, &told, &picks, &note.0),
        };
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(body);
        wake.soon();
    }
}

/// The picked row of the chart wears the ring; a picked step or number is the chosen one.
pub(super) fn marks(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    picks: Res<Picks>,
    shown: Res<Shown>,
    language: Res<Language>,
    otherwise: Res<Otherwise>,
    given: Res<Given>,
    controls: Query<(Entity, &Action, Has<Picked>, Has<Chosen>)>,
    new: Query<(), Added<TabIndex>>,
) {
    if !picks.is_changed() && new.is_empty() {
        return;
    }
    let source = Source::of(play.as_deref(), conduct.as_deref());
    let told = source
        .as_ref()
        .and_then(|source| Told::of(source, &language, &otherwise, &given));
    let task = told
        .as_ref()
        .and_then(|told| ratings::picked(told, &picks))
        .map(|p| p.task);
    let debrief = source.and_then(|source| source.debrief());
    let item = debrief.and_then(|debrief| knowledge::picked(&debrief, &picks, &shown));
    for (entity, action, ringed, chosen) in &controls {
        let Action::Debrief(action) = action else {
            continue;
        };
        let mut entity = commands.entity(entity);
        match *action {
            DebriefAction::Item(id) if (item == Some(id)) != ringed => {
                if ringed {
                    entity.remove::<Picked>();
                } else {
                    entity.insert(Picked);
                }
            }
            DebriefAction::Task(id) => choose(&mut entity, task == Some(id), chosen),
            DebriefAction::Step(step) => choose(&mut entity, picks.step == step, chosen),
            DebriefAction::Question(question) => {
                choose(&mut entity, picks.question == question, chosen);
            }
            _ => {}
        }
    }
}

fn choose(entity: &mut EntityCommands, wanted: bool, chosen: bool) {
    match (wanted, chosen) {
        (true, false) => entity.insert(Chosen),
        (false, true) => entity.remove::<Chosen>(),
        _ => entity,
    };
}

/// What gets the focus in a list is picked.
pub(super) fn pick_focused(
    gained: On<FocusGained>,
    controls: Query<&Action>,
    picks: Res<Picks>,
    mut acted: MessageWriter<Acted>,
    mut wake: ResMut<Wake>,
) {
    if gained.entity != gained.original_event_target() {
        return;
    }
    let Ok(action) = controls.get(gained.entity) else {
        return;
    };
    let Action::Debrief(wanted) = action else {
        return;
    };
    let fresh = match *wanted {
        DebriefAction::Item(item) => picks.item != Some(item),
        DebriefAction::Task(task) => picks.task != Some(task),
        DebriefAction::Step(step) => picks.step != step,
        DebriefAction::Question(question) => picks.question != question,
        _ => false,
    };
    if fresh {
        acted.write(Acted {
            action: action.clone(),
            source: gained.entity,
        });
        wake.soon();
    }
}

/// A new tab was built: the keyboard goes to the first thing in it, or to the tab itself.
pub(super) fn land(
    mut landing: ResMut<Landing>,
    shown: Res<Shown>,
    lands: Query<Entity, Added<Lands>>,
    controls: Query<(Entity, &Action), With<TabIndex>>,
    mut focus: ResMut<InputFocus>,
) {
    if !std::mem::take(&mut landing.0) {
        return;
    }
    let own = Action::Debrief(DebriefAction::Tab(shown.tab));
    let tab = || {
        controls
            .iter()
            .find(|(_, action)| **action == own)
            .map(|found| found.0)
    };
    if let Some(entity) = lands.iter().next().or_else(tab) {
        focus.set(entity, FocusCause::Navigated);
    }
}
