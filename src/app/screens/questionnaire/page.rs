//! The page: who answers and when at the left, the sheet at the right.

use bevy::prelude::*;

use super::{Draft, Place, QuestionnaireAction, WHO, same, sheet};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{panel, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::rules::questionnaires::NAME_LIMIT;
use crate::scenario::ids::Team;
use crate::scenario::words::Occasion;
use crate::view::SheetView;

/// The occasion in a word or two.
pub fn occasion(when: Occasion) -> Words {
    family("questionnaire-when", when.key())
}

pub fn build(parent: &mut Parent, place: Option<&Place>, draft: &Draft) {
    bar(parent, place);
    let Some(place) = place.filter(|place| place.when.is_some()) else {
        let node = Node {
            flex_grow: 1.0,
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..column(GAP_3)
        };
        parent.spawn(node).with_children(|page| {
            page.spawn(icon(Icon::Lock, 36.0, Tone::Text2));
            page.spawn(text(t("questionnaire-not-now"), Type::HEAD.centred()));
        });
        return;
    };
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let side = Node {
            width: px(360),
            flex_shrink: 0.0,
            ..default()
        };
        body.spawn(panel(side)).with_children(|side| {
            scroll::area(side, UiRect::axes(px(18), px(14)), GAP_3, false, |side| {
                person(side, place, draft);
                handed(side, place);
            });
        });
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        body.spawn(panel(node))
            .with_children(|panel| sheet::build(panel, place));
    });
}

fn bar(parent: &mut Parent, place: Option<&Place>) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_3)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule)))
        .with_children(|bar| {
            bar.spawn(icon(Icon::Pencil, 18.0, Tone::Text));
            bar.spawn(text(t("questionnaire"), Type::HEAD.one_line()));
            if let Some(place) = place {
                bar.spawn(text(case(&place.case.title), Type::LABEL.one_line()));
            }
            bar.spawn(grow());
            let leave = Action::Questionnaire(QuestionnaireAction::Leave);
            Button::normal(t("common-back"), leave)
                .icon(Icon::ChevronLeft)
                .spawn(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

/// Who answers, and on which occasion.
fn person(side: &mut Parent, place: &Place, draft: &Draft) {
    side.spawn(text(t("questionnaire-person"), Type::HEAD));
    let short = |team: Team| case(&place.case.services[team.index()].short);
    if place.teams.len() > 1 {
        let choice = |team| {
            let act = Action::Questionnaire(QuestionnaireAction::Of(team));
            (short(team), team == place.team, act)
        };
        side.spawn(row(0.0))
            .with_children(|line| segments(line, place.teams.iter().copied().map(choice)));
    } else {
        team_mark(side, place.team, short(place.team), false, Type::BODY);
    }
    let hint = t("questionnaire-who-hint");
    let mut field = Field::new(WHO, t("questionnaire-name"), hint);
    draft.who.clone_into(&mut field.value);
    field.max = usize::from(NAME_LIMIT);
    field.icon = Some(Icon::Person);
    field.first = true;
    let line = Node {
        flex_shrink: 0.0,
        ..default()
    };
    side.spawn(line).with_children(|line| {
        field.spawn(line);
    });
    let list = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        flex_shrink: 0.0,
        ..row(6.0)
    };
    if !place.names.is_empty() {
        side.spawn((list, ArrowGroup)).with_children(|list| {
            for (at, name) in place.names.iter().enumerate() {
                let act = Action::Questionnaire(QuestionnaireAction::Name(at));
                Button::normal(plain(name.clone()), act)
                    .chosen(same(name, &draft.who))
                    .small()
                    .spawn(list);
            }
        });
    }
    if place.occasions.len() > 1 {
        side.spawn(text(t("questionnaire-occasion"), Type::BODY.bold()));
        let choice = |when: Occasion| {
            let act = Action::Questionnaire(QuestionnaireAction::When(when));
            (occasion(when), Some(when) == place.when, act)
        };
        side.spawn(row(0.0))
            .with_children(|line| segments(line, place.occasions.iter().copied().map(choice)));
    }
    let key = if place.paper {
        "questionnaire-paper"
    } else {
        "questionnaire-why"
    };
    side.spawn(text(t(key), Type::LABEL));
}

/// Who has handed in what: a person's sheets on one line.
fn handed(side: &mut Parent, place: &Place) {
    side.spawn(rule(Tone::Rule));
    side.spawn(text(t("questionnaire-handed-in"), Type::BODY.bold()));
    if place.handed.is_empty() {
        side.spawn(text(t("questionnaire-nobody"), Type::LABEL));
    }
    for (_, who, all) in people(&place.handed) {
        let node = Node {
            flex_shrink: 0.0,
            flex_wrap: FlexWrap::Wrap,
            ..row(GAP_2)
        };
        side.spawn(node).with_children(|line| {
            line.spawn(icon(Icon::CheckCircle, 16.0, Tone::Text2));
            line.spawn(text(plain(who), Type::BODY));
            line.spawn(grow());
            line.spawn(row(GAP_4)).with_children(|whens| {
                for when in all {
                    whens.spawn(text(occasion(when), Type::LABEL.one_line()));
                }
            });
        });
    }
}

/// Every person once, with what they have handed in, in the order of time.
pub fn people(sheets: &[SheetView]) -> Vec<(Team, String, Vec<Occasion>)> {
    let mut people: Vec<(Team, String, Vec<Occasion>)> = Vec::new();
    for sheet in sheets {
        let own =
            |of: &&mut (Team, String, Vec<Occasion>)| of.0 == sheet.team && same(&of.1, &sheet.who);
        match people.iter_mut().find(own) {
            Some((.., all)) => all.push(sheet.when),
            None => people.push((sheet.team, sheet.who.to_string(), vec![sheet.when])),
        }
    }
    for (.., all) in &mut people {
        all.sort_unstable();
    }
    people
}
