//! The form of a theory, on paper: offence, answers, persons, what it rests on, and how sure one is.
//!
//! It shows a theory and proposes one change at a time; whoever spawns it says what a change does.

use accesskit::Role;
use bevy::prelude::*;

use super::marks::{check, choice};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::card::kind_icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{count, rule};
use crate::app::widgets::press::{Chosen, Inherits, Look, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::engine::Theory;
use crate::scenario::ids::{ElementId, ItemId, PersonId, QuestionId, RoleId, SubjectId};
use crate::scenario::words::{Offence, PersonStatus, RoleKind};
use crate::view::{ElementView, ItemView, PersonView, QuestionView, RoleView};

/// One change of a theory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Offence(Offence),
    Answer(QuestionId, Option<SubjectId>),
    Status(PersonId, PersonStatus),
    /// Cited, or not any more.
    Cite(ItemId),
    /// Cited for this element of the offence, or not any more.
    Prove(ElementId, ItemId),
    /// What part this person has; `None` while not said.
    Role(RoleId, Option<RoleKind>),
    Confidence(u8),
}

impl Change {
    /// Does it; what the theory has no place for is left.
    pub fn apply(self, theory: &mut Theory) {
        match self {
            Change::Offence(offence) => theory.offence = Some(offence),
            Change::Answer(question, answer) => {
                if let Some(place) = theory.answers.get_mut(question.index()) {
                    *place = answer;
                }
            }
            Change::Status(person, status) => {
                if let Some(place) = theory.people.get_mut(person.index()) {
                    *place = status;
                }
            }
            Change::Cite(item) => toggle(&mut theory.cited, item),
            Change::Prove(element, item) => {
                if let Some(cell) = theory.elements.get_mut(element.index()) {
                    toggle(cell, item);
                }
            }
            Change::Role(role, kind) => {
                if let Some(place) = theory.roles.get_mut(role.index()) {
                    *place = kind;
                }
            }
            Change::Confidence(confidence) => theory.confidence = confidence,
        }
    }
}

fn toggle(list: &mut Vec<ItemId>, item: ItemId) {
    match list.binary_search(&item) {
        Ok(at) => {
            list.remove(at);
        }
        Err(at) => list.insert(at, item),
    }
}

/// What the form shows.
pub struct Form<'a> {
    pub theory: &'a Theory,
    pub questions: &'a [QuestionView],
    pub people: &'a [PersonView],
    /// Elements of the offence, if the case asks for them.
    pub elements: &'a [ElementView],
    /// Persons whose part is asked.
    pub roles: &'a [RoleView],
    /// The partner, for its courts.
    pub partner: &'a crate::scenario::Text,
    /// What can be cited.
    pub items: &'a [&'a ItemView],
    /// Said where there is nothing to cite.
    pub nothing_to_cite: Words,
    pub act: fn(Change) -> Action,
}

/// How sure one can say to be, each with its word in `theory-sure-…`.
const SURE: [u8; 6] = [50, 60, 70, 80, 90, 100];

/// The whole form, into a sheet of paper.
pub fn form(sheet: &mut Parent, form: &Form) {
    offence(sheet, form);
    for question in form.questions {
        sheet.spawn(rule(Tone::PaperRule));
        answers(sheet, form, question);
    }
    sheet.spawn(rule(Tone::PaperRule));
    people(sheet, form);
    sheet.spawn(rule(Tone::PaperRule));
    if form.elements.is_empty() && form.theory.roles.is_empty() {
        cited(sheet, form);
    } else {
        super::grid::roles(sheet, form);
        sheet.spawn(rule(Tone::PaperRule));
        super::grid::elements(sheet, form);
    }
    sheet.spawn(rule(Tone::PaperRule));
    confidence(sheet, form);
}

pub(super) fn title(sheet: &mut Parent, words: Words) {
    sheet.spawn(text(words, Type::BODY.bold().tone(Tone::Ink)));
}

fn offence(sheet: &mut Parent, form: &Form) {
    title(sheet, t("theory-offence"));
    let grid = Node {
        display: Display::Grid,
        grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
        column_gap: px(GAP_2),
        row_gap: px(GAP_2),
        flex_shrink: 0.0,
        ..default()
    };
    sheet.spawn((grid, ArrowGroup)).with_children(|grid| {
        for offence in Offence::ALL {
            let words = family("theory-offence", offence.key());
            let meaning = family("theory-offence-meaning", offence.key());
            let chosen = form.theory.offence == Some(*offence);
            choice(
                grid,
                None,
                words,
                Some(meaning),
                chosen,
                (form.act)(Change::Offence(*offence)),
            );
        }
    });
}

fn answers(sheet: &mut Parent, form: &Form, question: &QuestionView) {
    title(sheet, case(&question.text));
    if question.options.is_empty() {
        sheet.spawn(text(t("theory-no-answers"), Type::BODY.tone(Tone::Ink2)));
        return;
    }
    let now = form
        .theory
        .answers
        .get(question.id.index())
        .copied()
        .flatten();
    sheet.spawn((wrapping(), ArrowGroup)).with_children(|line| {
        for subject in &question.options {
            let act = (form.act)(Change::Answer(question.id, Some(subject.id)));
            let chosen = now == Some(subject.id);
            choice(
                line,
                Some(kind_icon(subject.kind)),
                case(&subject.name),
                None,
                chosen,
                act,
            );
        }
        let act = (form.act)(Change::Answer(question.id, None));
        choice(line, None, t("theory-undecided"), None, now.is_none(), act);
    });
}

fn people(sheet: &mut Parent, form: &Form) {
    title(sheet, t("theory-people"));
    if form.people.is_empty() {
        sheet.spawn(text(t("theory-no-people"), Type::BODY.tone(Tone::Ink2)));
    }
    for person in form.people {
        let now = form
            .theory
            .people
            .get(person.id.index())
            .copied()
            .unwrap_or(PersonStatus::Unknown);
        sheet.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(Icon::Person, 16.0, Tone::Ink2));
            line.spawn(text(case(&person.name), Type::BODY.tone(Tone::Ink)));
        });
        sheet.spawn((wrapping(), ArrowGroup)).with_children(|line| {
            for status in PersonStatus::ALL {
                let act = (form.act)(Change::Status(person.id, *status));
                let words = family("theory-status", status.key());
                choice(line, None, words, None, now == *status, act);
            }
        });
        let meaning = family("theory-status-meaning", now.key());
        sheet.spawn(text(meaning, Type::LABEL.tone(Tone::Ink2)));
    }
}

fn cited(sheet: &mut Parent, form: &Form) {
    sheet.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(text(t("theory-cited"), Type::BODY.bold().tone(Tone::Ink)));
        count(line, form.theory.cited.len());
    });
    if form.items.is_empty() {
        sheet.spawn(text(
            form.nothing_to_cite.clone(),
            Type::BODY.tone(Tone::Ink2),
        ));
        return;
    }
    sheet
        .spawn((
            Node {
                flex_shrink: 0.0,
                ..column(0.0)
            },
            ArrowGroup,
        ))
        .with_children(|list| {
            for item in form.items {
                let on = form.theory.cited.contains(&item.id);
                check(list, item, on, true, (form.act)(Change::Cite(item.id)));
            }
        });
}

fn confidence(sheet: &mut Parent, form: &Form) {
    title(sheet, t("theory-sure"));
    let grid = Node {
        display: Display::Grid,
        grid_template_columns: RepeatedGridTrack::flex(6, 1.0),
        column_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    sheet.spawn((grid, ArrowGroup)).with_children(|grid| {
        for sure in SURE {
            let node = Node {
                padding: UiRect::axes(px(4), px(4)),
                border: px(1).all(),
                border_radius: BorderRadius::all(px(R_CONTROL)),
                align_items: AlignItems::Center,
                ..column(0.0)
            };
            let word = family("theory-sure", &sure.to_string());
            let chosen = form.theory.confidence == sure;
            let name = t("theory-sure-name")
                .with("number", sure)
                .with("word", word.clone());
            let act = (form.act)(Change::Confidence(sure));
            let mut spawned = grid.spawn((
                node,
                control(Look::Option, Role::RadioButton, name),
                OnPaper,
                act,
            ));
            spawned.with_children(|inside| {
                let kind = if chosen {
                    Type::BODY.bold()
                } else {
                    Type::BODY
                };
                let number = t("common-percent").with("number", sure);
                inside.spawn((text(number, kind.one_line()), Inherits));
                inside.spawn(text(word, Type::LABEL.tone(Tone::Ink2).centred()));
            });
            if chosen {
                spawned.insert(Chosen);
            }
        }
    });
    sheet.spawn(text(t("theory-sure-costs"), Type::LABEL.tone(Tone::Ink2)));
}

pub(super) fn wrapping() -> Node {
    Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(6),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citing_keeps_the_items_in_order_and_takes_them_back() {
        let mut theory = Theory::blank(1, 1);
        for id in [4, 1, 9, 4] {
            Change::Cite(ItemId(id)).apply(&mut theory);
        }
        assert_eq!(theory.cited, [ItemId(1), ItemId(9)]);
    }

    #[test]
    fn what_the_case_does_not_ask_is_left() {
        let mut theory = Theory::blank(1, 1);
        Change::Answer(QuestionId(7), Some(SubjectId(0))).apply(&mut theory);
        Change::Status(PersonId(7), PersonStatus::Migrant).apply(&mut theory);
        assert_eq!(theory, Theory::blank(1, 1));
    }
}
