//! What the console's controls bring about.

use std::path::Path;

use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit};

use super::notes::NOTE;
use super::tools::{self, Choice, FROM, TEXT};
use super::{ConsoleAction, ConsoleUi, Drafts};
use crate::app::action::{Action, Acts};
use crate::app::conduct::Conduct;
use crate::app::far::Said;
use crate::app::hosting::Hosting;
use crate::app::i18n::{Language, t};
use crate::app::screens::{Screen, rebuild};
use crate::app::wake::Wake;
use crate::app::widgets::dialog::{self, Question};
use crate::app::widgets::field::{Edited, FieldId, Submitted};
use crate::app::widgets::notice::Notices;
use crate::engine::Command;
use crate::library;
use crate::scenario::words::Delivery;

/// Everything that the trainer's acts change.
#[derive(bevy::ecs::system::SystemParam)]
pub(super) struct Desk<'w, 's> {
    conduct: ResMut<'w, Conduct>,
    ui: ResMut<'w, ConsoleUi>,
    drafts: ResMut<'w, Drafts>,
    notices: ResMut<'w, Notices>,
    wake: ResMut<'w, Wake>,
    commands: Commands<'w, 's>,
}

impl Desk<'_, '_> {
    /// Gives the command; says if it was done.
    fn send(&mut self, command: Command) -> bool {
        let said = self.conduct.bypass_change_detection().send(command);
        match said.why_not() {
            Some(why) => {
                self.notices.refuse(why);
                false
            }
            None => {
                self.conduct.set_changed();
                self.wake.soon();
                said == Said::Done || said == Said::OnItsWay
            }
        }
    }

    /// The same from a dialog, which closes once it is done.
    fn send_and_close(&mut self, command: Command) {
        if self.send(command) {
            self.drafts.text.clear();
            self.drafts.from.clear();
            dialog::close_all(&mut self.commands);
        }
    }
}

pub(super) fn act(
    mut acts: Acts,
    mut edits: MessageReader<Edited>,
    mut submitted: MessageReader<Submitted>,
    fields: Query<(Entity, &FieldId)>,
    choices: Query<(Entity, &Choice)>,
    mut focus: ResMut<InputFocus>,
    hosting: Res<Hosting>,
    language: Res<Language>,
    mut next: ResMut<NextState<Screen>>,
    mut desk: Desk,
) {
    for edited in edits.read() {
        match edited.field.0 {
            NOTE => desk.drafts.note.clone_from(&edited.text),
            TEXT => desk.drafts.text.clone_from(&edited.text),
            FROM => desk.drafts.from.clone_from(&edited.text),
            _ => {}
        }
    }
    let mut all: Vec<ConsoleAction> = acts
        .read()
        .filter_map(|act| match act.action {
            Action::Console(action) => Some(action),
            _ => None,
        })
        .collect();
    if submitted.read().any(|line| line.field.0 == NOTE) {
        all.push(ConsoleAction::Note);
    }
    for action in all {
        desk.wake.soon();
        match action {
            ConsoleAction::Inject(inject) => {
                let mut ui = desk.ui.clone();
                ui.inject = Some(inject);
                desk.ui.set_if_neq(ui);
            }
            ConsoleAction::Write => focus_on(&fields, NOTE, &mut focus),
            ConsoleAction::Note => {
                note(&fields, &mut desk);
                // The keys are the console's again.
                if desk.drafts.note.is_empty() {
                    focus.clear();
                }
            }
            ConsoleAction::About(team) => desk.ui.about = team,
            ConsoleAction::Rate(rating) => desk.ui.rating = rating,
            ConsoleAction::Critical(critical) => desk.ui.critical = critical,
            ConsoleAction::To(_) | ConsoleAction::Via(_) => choose(action, &choices, &mut desk),
            ConsoleAction::AskEnd => ask_end(&mut desk),
            ConsoleAction::End => desk.send_and_close(Command::EndPhase),
            ConsoleAction::OpenTruth => {
                desk.send(Command::OpenDebrief);
            }
            ConsoleAction::Debrief => next.set(Screen::Debrief),
            ConsoleAction::Branch(round) => branch(round, &hosting, &mut desk),
            action => dialogs(action, &hosting, &language, &mut desk),
        }
    }
}

fn focus_on(fields: &Query<(Entity, &FieldId)>, name: &str, focus: &mut InputFocus) {
    if let Some((field, _)) = fields.iter().find(|(_, id)| id.0 == name) {
        focus.set(field, FocusCause::Navigated);
    }
}

/// The note goes on record, and the field is empty for the next one.
fn note(fields: &Query<(Entity, &FieldId)>, desk: &mut Desk) {
    let command = Command::Observe {
        team: desk.ui.about,
        text: desk.drafts.note.clone(),
        rating: desk.ui.rating,
        critical: desk.ui.critical,
    };
    if desk.send(command) {
        desk.drafts.note.clear();
        desk.ui.rating = None;
        desk.ui.critical = false;
        if let Some((field, _)) = fields.iter().find(|(_, id)| id.0 == NOTE) {
            desk.commands.queue(move |world: &mut World| {
                if let Some(mut text) = world.get_mut::<EditableText>(field) {
                    text.queue_edit(TextEdit::SelectAll);
                    text.queue_edit(TextEdit::Delete);
                }
            });
        }
    }
}

fn choose(action: ConsoleAction, choices: &Query<(Entity, &Choice)>, desk: &mut Desk) {
    match action {
        ConsoleAction::To(team) => desk.ui.to = team,
        ConsoleAction::Via(via) => desk.ui.via = Some(via),
        _ => {}
    }
    for (entity, which) in choices {
        let (conduct, ui) = (&desk.conduct, &desk.ui);
        rebuild(&mut desk.commands, entity, |place| {
            tools::choice(place, *which, conduct, ui);
        });
    }
}

fn ask_end(desk: &mut Desk) {
    dialog::confirm(
        &mut desk.commands,
        Question {
            title: t("console-end"),
            what: t("console-end-what"),
            stay: t("console-end-stay"),
            yes: t("console-end"),
            act: Action::Console(ConsoleAction::End),
            key: KeyCode::KeyE,
        },
    );
}

/// A new exercise file that begins with this round; the old one stays.
fn branch(round: u8, hosting: &Hosting, desk: &mut Desk) {
    let Some(file) = hosting.file(&desk.conduct.far.pass).map(Path::to_owned) else {
        desk.notices.refuse(t("console-branch-elsewhere"));
        return;
    };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let fresh = (2u32..).map(|n| {
        let name = format!("{stem}-round-{round}-{n}.{}", crate::journal::EXTENSION);
        file.with_file_name(name)
    });
    let Some(new) = fresh.take(1000).find(|path| !path.exists()) else {
        return;
    };
    match library::branch(&file, round, &new) {
        Ok(_) => {
            dialog::close_all(&mut desk.commands);
            let path = new.display().to_string();
            let words = t("console-branched").with("path", path.as_str());
            desk.notices.tell(words);
        }
        Err(why) => {
            let why = why.to_string();
            let words = t("console-not-branched").with("why", why.as_str());
            desk.notices.refuse(words);
        }
    }
}

fn dialogs(action: ConsoleAction, hosting: &Hosting, language: &Language, desk: &mut Desk) {
    match action {
        ConsoleAction::Tools => {
            let own = hosting.file(&desk.conduct.far.pass).is_some();
            tools::all(&mut desk.commands, &desk.conduct, own);
        }
        ConsoleAction::AskTell => tools::tell(&mut desk.commands, &desk.conduct, &desk.ui),
        ConsoleAction::AskInsert => tools::insert(&mut desk.commands, &desk.conduct, &desk.ui),
        ConsoleAction::AskEdit(inject) => tools::edit(
            &mut desk.commands,
            &desk.conduct,
            inject,
            &mut desk.drafts,
            language.0.tag(),
        ),
        ConsoleAction::AskGive(team) => tools::give(&mut desk.commands, &desk.conduct, team),
        ConsoleAction::AskResults => tools::results(&mut desk.commands, &desk.conduct),
        ConsoleAction::AskOverride(team, task) => {
            desk.drafts.text.clear();
            tools::change(&mut desk.commands, &desk.conduct, team, task);
        }
        ConsoleAction::AskBranch => tools::branch(&mut desk.commands, &desk.conduct),
        ConsoleAction::Tell => desk.send_and_close(Command::Tell {
            to: desk.ui.to,
            text: desk.drafts.text.clone(),
        }),
        ConsoleAction::Insert => desk.send_and_close(Command::InsertInject {
            to: desk.ui.to,
            from: desk.drafts.from.clone(),
            via: desk.ui.via.unwrap_or(Delivery::Telephone),
            text: desk.drafts.text.clone(),
        }),
        ConsoleAction::Edit(inject) => desk.send_and_close(Command::EditInject {
            inject,
            text: desk.drafts.text.clone(),
        }),
        ConsoleAction::Give(team, item) => desk.send_and_close(Command::GiveItem { team, item }),
        ConsoleAction::Override(team, task) => {
            let results = &desk.conduct.view.teams[team.index()].results;
            let Some(one) = results.iter().find(|row| row.task == task) else {
                return;
            };
            desk.send_and_close(Command::OverrideTask {
                round: one.round,
                task,
                success: one.success != Some(true),
                reason: desk.drafts.text.clone(),
            });
        }
        _ => {}
    }
}
