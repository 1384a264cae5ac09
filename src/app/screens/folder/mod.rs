//! FOLDER: what a team holds, and from it the item's page, sharing, and the joint board.
//!
//! [`column()`] is the right column of the desk, [`board::board`] the joint board. Both are built with
//! the desk; what a search, filter or choice changes in them, and in the open dialogs, is refreshed
//! here, so that the desk need not be built anew for it. [`FolderUi`] is what one team at the screen
//! has chosen; it is forgotten when the other team sits down.

pub mod board;
pub mod card;
mod column;
mod filter;
pub mod item;
mod share;
mod slots;
pub mod words;

use bevy::input_focus::FocusGained;
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit};

pub use column::column;
pub use filter::{Filter, Origin};
pub use share::Draft;

use super::Screen;
use super::theory::TheoryUi;
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::Picked;
use crate::app::i18n::Language;
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::field::{Edited, FieldId};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::words::{Channel, Form};
use crate::view::TeamView;

/// What the folder is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderAction {
    /// The item's page.
    Open(ItemId),
    /// The same, from the joint board.
    OpenOnBoard(ItemId),
    /// The dialog in which it is passed on.
    Share(ItemId),
    /// The same, over the dialog that is open, which is there again afterwards.
    ShareOver(ItemId),
    /// Show or hide the choices of the filter.
    Filter,
    Origin(Origin),
    /// Only items that name it; `None` for all.
    Subject(Option<SubjectId>),
    /// Show everything again.
    ShowAll,
    Form(Form),
    Channel(Channel),
    /// Pass it on as chosen.
    Send,
}

/// What the team at the screen has chosen in its folder.
#[derive(Resource, Clone, Debug, Default)]
pub struct FolderUi {
    team: Option<Team>,
    pub filter: Filter,
    /// The choices of the filter are shown.
    pub choices: bool,
    /// The item with the ring.
    pub selected: Option<ItemId>,
    /// What is being passed on.
    pub share: Option<Draft>,
}

impl FolderUi {
    /// The selected item if it is shown, else the first that is.
    #[must_use]
    pub fn selected(&self, view: &TeamView) -> Option<ItemId> {
        let shown = self.filter.shown(&view.folder);
        let own = self
            .selected
            .filter(|id| shown.iter().any(|item| item.id == *id));
        own.or_else(|| shown.first().map(|item| item.id))
    }
}

/// The search field.
const SEARCH: &str = "folder-search";

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<FolderUi>();
    app.add_observer(select);
    for screen in [Screen::Home, Screen::Seats] {
        app.add_systems(OnEnter(screen), |mut ui: ResMut<FolderUi>| {
            *ui = FolderUi::default()
        });
    }
    app.add_systems(PreUpdate, sit.run_if(resource_exists::<Play>));
    let changed = resource_changed::<FolderUi>.or_else(resource_exists_and_changed::<Play>);
    app.add_systems(
        Update,
        (
            (search, choose, open).in_set(Answer),
            (column::refresh, board::refresh)
                .after(Answer)
                .run_if(changed),
            (item::refresh, share::refresh).after(Answer),
            mark.after(Answer),
        )
            .run_if(resource_exists::<Play>),
    );
    share::plugin(app);
    slots::plugin(app);
}

/// Whoever sits down finds nothing of the other team's choices.
fn sit(play: Res<Play>, language: Res<Language>, mut ui: ResMut<FolderUi>) {
    if ui.team != Some(play.team()) {
        *ui = FolderUi {
            team: Some(play.team()),
            ..FolderUi::default()
        };
    }
    if ui.filter.lang != language.0 {
        ui.filter.lang = language.0;
    }
}

fn search(mut edits: MessageReader<Edited>, mut ui: ResMut<FolderUi>) {
    for edit in edits.read() {
        if edit.field.0 == SEARCH && ui.filter.search != edit.text {
            ui.filter.search.clone_from(&edit.text);
        }
    }
}

fn choose(
    mut acts: Acts,
    mut ui: ResMut<FolderUi>,
    mut fields: Query<(&FieldId, &mut EditableText)>,
    mut wake: ResMut<Wake>,
) {
    for act in acts.read() {
        let Action::Folder(action) = act.action else {
            continue;
        };
        match action {
            FolderAction::Filter => ui.choices = !ui.choices,
            FolderAction::Origin(origin) => ui.filter.origin = origin,
            FolderAction::Subject(subject) => {
                ui.filter.subject = subject;
                ui.choices = false;
            }
            FolderAction::ShowAll => {
                ui.filter.subject = None;
                ui.filter.origin = Origin::All;
                ui.filter.search.clear();
                ui.choices = false;
                for (_, mut field) in fields.iter_mut().filter(|(id, _)| id.0 == SEARCH) {
                    field.queue_edit(TextEdit::SelectAll);
                    field.queue_edit(TextEdit::Delete);
                }
            }
            _ => continue,
        }
        wake.soon();
    }
}

/// Opens the item's page, or the dialog in which it is shared.
fn open(
    mut acts: Acts,
    play: Res<Play>,
    theories: Res<TheoryUi>,
    mut ui: ResMut<FolderUi>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let (id, shares) = match act.action {
            Action::Folder(FolderAction::Open(id) | FolderAction::OpenOnBoard(id)) => (id, false),
            Action::Folder(FolderAction::Share(id) | FolderAction::ShareOver(id)) => (id, true),
            _ => continue,
        };
        let Some(item) = play.seat().view.folder.iter().find(|item| item.id == id) else {
            continue;
        };
        ui.selected = Some(id);
        if act.action != Action::Folder(FolderAction::ShareOver(id)) {
            dialog::close_all(&mut commands);
        }
        if shares {
            let draft = Draft::of(item);
            share::open(&mut commands, play.seat(), item, &draft);
            ui.share = Some(draft);
        } else {
            let cited = theories.draft(play.seat()).cited.contains(&id);
            item::open(&mut commands, play.seat(), item, cited);
        }
    }
}

/// The card that has the focus is the selected one.
fn select(
    gained: On<FocusGained>,
    cards: Query<&card::CardOf, With<column::InList>>,
    mut ui: ResMut<FolderUi>,
) {
    if gained.entity == gained.original_event_target()
        && let Ok(card) = cards.get(gained.entity)
        && ui.selected != Some(card.0)
    {
        ui.selected = Some(card.0);
    }
}

/// The selected card wears the ring wherever the focus is.
fn mark(
    ui: Res<FolderUi>,
    play: Res<Play>,
    cards: Query<(Entity, &card::CardOf, Has<Picked>), With<column::InList>>,
    mut commands: Commands,
) {
    if cards.is_empty() {
        return;
    }
    let selected = ui.selected(&play.seat().view);
    for (entity, card, picked) in &cards {
        let wanted = selected == Some(card.0);
        if wanted && !picked {
            commands.entity(entity).try_insert(Picked);
        } else if !wanted && picked {
            commands.entity(entity).try_remove::<Picked>();
        }
    }
}
