//! The parts of the verdict: bar, who writes, the form, and what lies on the table.

use bevy::prelude::*;

use super::{Scene, VerdictAction};
use crate::app::action::Action;
use crate::app::i18n::{case, plain, t};
use crate::app::picture::icon;
use crate::app::screens::folder::words::partner;
use crate::app::screens::theory::form::{Form, form};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::team_mark;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::Team;
use crate::session::SeatEnd;
use crate::view::{ItemView, PersonView, QuestionView, RoleView, TeamView};

/// Both services, the case and the clock.
pub(super) fn bar(
    parent: &mut Parent,
    seat: &SeatEnd,
    clock: impl Bundle,
    end: impl FnOnce(&mut Parent),
) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_4)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule)))
        .with_children(|bar| {
            for team in Team::BOTH {
                let service = &seat.case.services[team.index()];
                team_mark(bar, team, case(&service.short), false, Type::BODY);
            }
            bar.spawn((
                Node {
                    width: px(1),
                    height: px(32),
                    ..default()
                },
                Fill(Tone::Rule),
            ));
            bar.spawn(text(case(&seat.case.title), Type::HEAD.one_line()));
            bar.spawn(text(t("verdict-phase"), Type::LABEL.one_line()));
            bar.spawn(grow());
            bar.spawn(icon(Icon::Clock, 14.0, Tone::Text2));
            bar.spawn(text(t("verdict-left"), Type::LABEL.one_line()));
            bar.spawn(clock);
            end(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

/// The clock's button, and the language.
pub(super) fn clock(place: &mut Parent, scene: &Scene) {
    let (sign, words, command) = if scene.seat.view.clock.paused {
        place.spawn(text(t("desk-stands"), Type::LABEL.bold().one_line()));
        (Icon::Play, t("desk-resume"), Command::Resume)
    } else {
        (Icon::Pause, t("desk-pause"), Command::Pause)
    };
    if !scene.seat.conducted {
        Button::icon_only(sign, words, Action::Clock(command))
            .key(KeyCode::KeyP)
            .spawn(place);
    }
    let other = scene.language.next();
    Button::quiet(plain(other.name()), Action::Speak(other))
        .icon(Icon::Globe)
        .spawn(place);
}

/// Who writes.
pub(super) fn writer(head: &mut Parent, scene: &Scene) {
    let team = scene.seat.case.team;
    if scene.seat.apart {
        let partner = &scene.seat.case.services[team.other().index()].short;
        let words = t("verdict-apart").with("team", partner);
        head.spawn(text(words, Type::BODY));
        return;
    }
    head.spawn(text(t("verdict-writes"), Type::BODY.bold().one_line()));
    let choice = |of: Team| {
        let name = case(&scene.seat.case.services[of.index()].short);
        (name, of == team, Action::Verdict(VerdictAction::Write(of)))
    };
    segments(head, Team::BOTH.map(choice));
    head.spawn(Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        ..column(0.0)
    })
    .with_children(|place| {
        let own = &scene.seat.case.services[team.index()].short;
        place.spawn(text(t("verdict-together").with("team", own), Type::LABEL));
    });
}

/// The form, with what is proposed or lies on the table.
pub(super) fn theory(sheet: &mut Parent, scene: &Scene) {
    let view = &scene.seat.view;
    let theory = scene.ui.theory(view, scene.seat.case.team);
    let items: Vec<ItemView> = view.folder.iter().filter_map(as_both_read).collect();
    let items: Vec<&ItemView> = items.iter().collect();
    form(
        sheet,
        &Form {
            theory: &theory,
            questions: &questions(view),
            people: &people(view),
            elements: &view.theory.elements,
            roles: &roles(view),
            partner: partner(&scene.seat.case),
            items: &items,
            nothing_to_cite: t("verdict-nothing-joint"),
            act: |change| Action::Verdict(VerdictAction::Change(change)),
        },
    );
}

/// An item that both hold, as both can read it: where only the tear-line went over, the source stays
/// with the one, though the other sits at the same screen.
fn as_both_read(item: &ItemView) -> Option<ItemView> {
    if !item.joint {
        return None;
    }
    let mut item = item.clone();
    let full = item
        .shared
        .iter()
        .any(|sent| sent.form == crate::scenario::words::Form::Full);
    if item.received.is_none()
        && !full
        && let Some(tear) = item.tear_line.take()
    {
        item.title = None;
        item.text = tear;
    }
    Some(item)
}

/// What the team can answer with, and what the draft answers already.
fn questions(view: &TeamView) -> Vec<QuestionView> {
    let mut questions = view.theory.questions.clone();
    let Some(table) = &view.verdict else {
        return questions;
    };
    for question in &mut questions {
        let answer = table
            .theory
            .answers
            .get(question.id.index())
            .copied()
            .flatten();
        let known = |id| question.options.iter().any(|option| option.id == id);
        if let Some(id) = answer.filter(|id| !known(*id)) {
            question
                .options
                .extend(table.named.iter().find(|named| named.id == id).cloned());
        }
    }
    questions
}

/// Persons whom the team knows of or the draft judges.
fn people(view: &TeamView) -> Vec<PersonView> {
    let mut people = view.theory.people.clone();
    for person in view.verdict.iter().flat_map(|table| &table.people) {
        if !people.iter().any(|known| known.id == person.id) {
            people.push(person.clone());
        }
    }
    people.sort_by_key(|person| person.id);
    people
}

/// Persons whose part is asked: whom the team knows of, or whom the draft names.
fn roles(view: &TeamView) -> Vec<RoleView> {
    let mut roles = view.theory.roles.clone();
    for role in view.verdict.iter().flat_map(|table| &table.roles) {
        if !roles.iter().any(|known| known.id == role.id) {
            roles.push(role.clone());
        }
    }
    roles.sort_by_key(|role| role.id);
    roles
}

/// What lies on the table, and what the proposal would make of it.
pub(super) fn table(panel: &mut Parent, scene: &Scene) {
    let seat = scene.seat;
    let changed = scene.ui.drafts[seat.case.team.index()].is_some();
    let table = seat.view.verdict.as_ref();
    panel.spawn(row(GAP_2)).with_children(|line| {
        let words = match table {
            Some(table) => t("verdict-revision").with("revision", table.revision),
            None => t("verdict-no-draft"),
        };
        line.spawn(text(words, Type::HEAD.one_line()));
        line.spawn(grow());
        if let Some(team) = table.and_then(|table| table.by) {
            line.spawn(text(t("verdict-by"), Type::LABEL.one_line()));
            let short = case(&seat.case.services[team.index()].short);
            team_mark(line, team, short, false, Type::LABEL);
        }
    });
    let state = match (table.is_some(), changed) {
        (false, false) => "verdict-state-empty",
        (true, false) => "verdict-state-table",
        (_, true) => "verdict-state-changed",
    };
    panel.spawn(text(t(state), Type::BODY.tone(Tone::Text2)));
    let next = table.map_or(1, |table| table.revision.saturating_add(1));
    let line = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(GAP_2)
    };
    panel.spawn(line).with_children(|line| {
        let off = (table.is_some() && !changed).then(|| t("verdict-nothing-changed"));
        Button::primary(
            t("verdict-put").with("revision", next),
            Action::Verdict(VerdictAction::Put),
        )
        .icon(Icon::Document)
        .off(off)
        .spawn(line);
        if changed {
            let words = t("verdict-discard");
            Button::quiet(words, Action::Verdict(VerdictAction::Discard))
                .icon(Icon::Undo)
                .spawn(line);
        }
    });
}
