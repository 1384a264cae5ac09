//! The sheet: every question with what can be answered, and the foot that hands it in.

use accesskit::Role;
use bevy::prelude::*;

use super::{Draft, Place, QuestionnaireAction, field_of};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, R_CONTROL};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{radio, segments, tick};
use crate::app::widgets::field::Field;
use crate::app::widgets::press::{Chosen, Inherits, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::questionnaires::Reply;
use crate::engine::rules::questionnaires::ANSWER_LIMIT;
use crate::scenario::ids::SurveyId;
use crate::scenario::questionnaires::SCALE;
use crate::view::{AnswerWanted, SurveyView};

/// A question on the sheet, and the answer that it was built with.
#[derive(Component, Clone, Debug)]
pub(super) struct Asked {
    id: SurveyId,
    /// Nothing: not built yet. Words are in their field and build nothing anew.
    built: Option<Option<Reply>>,
}

/// The foot, and what it was built with.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Foot(Option<(usize, bool)>);

pub fn build(panel: &mut Parent, place: &Place) {
    let Some(when) = place.when else { return };
    let head = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_3)),
        border: UiRect::bottom(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    panel
        .spawn((head, Edge::All(Tone::Rule)))
        .with_children(|head| {
            head.spawn(text(family("questionnaire", when.key()), Type::HEAD));
        });
    let asked = place.asked();
    let padding = UiRect::axes(px(GAP_5), px(GAP_4));
    scroll::area(panel, padding, 22.0, false, |page| {
        for (number, question) in (1..).zip(&asked) {
            let node = Node {
                flex_shrink: 0.0,
                ..column(GAP_2)
            };
            page.spawn(node).with_children(|place| {
                let line = Node {
                    align_items: AlignItems::Start,
                    ..row(GAP_3)
                };
                place.spawn(line).with_children(|line| {
                    let number: i32 = number;
                    let kind = Type::BODY.bold().tone(Tone::Text2).one_line();
                    line.spawn(text(plain(format!("{number}.")), kind));
                    line.spawn(Node {
                        flex_grow: 1.0,
                        flex_basis: px(0),
                        ..column(2.0)
                    })
                    .with_children(|words| {
                        words.spawn(text(case(&question.text), Type::BODY.bold()));
                        words.spawn(text(how(question), Type::LABEL));
                    });
                });
                let asked = Asked {
                    id: question.id,
                    built: None,
                };
                let node = Node {
                    padding: UiRect::left(px(26)),
                    ..column(6.0)
                };
                place.spawn((node, asked, ArrowGroup));
            });
        }
    });
    let foot = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    panel.spawn((foot, Edge::All(Tone::Rule), Foot::default()));
}

/// How the question is answered.
fn how(question: &SurveyView) -> Words {
    t(match &question.answer {
        AnswerWanted::Options { several: true, .. } => "questionnaire-choose-several",
        AnswerWanted::Options { .. } => "questionnaire-choose",
        AnswerWanted::Scale { .. } => "questionnaire-step",
        AnswerWanted::Free => "questionnaire-own-words",
    })
}

/// Builds what can be answered where it is new or the answer is another.
pub(super) fn answers(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    draft: Res<Draft>,
    mut questions: Query<(Entity, &mut Asked)>,
    mut wake: ResMut<Wake>,
) {
    let mut place = None;
    for (entity, mut asked) in &mut questions {
        let reply = draft.replies.get(&asked.id).cloned();
        // What stands in a field is written there.
        let shows = reply.clone().filter(|r| !matches!(r, Reply::Text(_)));
        if asked.built.as_ref() == Some(&shows) {
            continue;
        }
        asked.built = Some(shows);
        let place =
            place.get_or_insert_with(|| Place::of(play.as_deref(), conduct.as_deref(), &draft));
        let all = place.as_ref().map(Place::asked).unwrap_or_default();
        let Some(question) = all.into_iter().find(|q| q.id == asked.id) else {
            continue;
        };
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|parent| answer(parent, question, reply.as_ref()));
        wake.soon();
    }
}

fn answer(parent: &mut Parent, question: &SurveyView, reply: Option<&Reply>) {
    match &question.answer {
        AnswerWanted::Options { options, several } => {
            for (at, words) in (0u8..).zip(options) {
                let chosen = matches!(reply, Some(Reply::Options(all)) if all.contains(&at));
                option(parent, question.id, at, case(words), *several, chosen);
            }
        }
        AnswerWanted::Scale { low, high } => {
            let chosen = match reply {
                Some(Reply::Scale(step)) => *step,
                _ => 0,
            };
            let line = Node {
                flex_wrap: FlexWrap::Wrap,
                ..row(GAP_3)
            };
            parent.spawn(line).with_children(|line| {
                line.spawn(text(case(low), Type::BODY));
                let step = |step: u8| {
                    let act = QuestionnaireAction::Scale(question.id, step);
                    let words = plain(step.to_string());
                    (words, step == chosen, Action::Questionnaire(act))
                };
                segments(line, (1..=SCALE).map(step));
                line.spawn(text(case(high), Type::BODY));
            });
        }
        AnswerWanted::Free => {
            let Some(id) = field_of(question.id) else {
                return;
            };
            let mut field = Field::new(id, case(&question.text), t("questionnaire-words-hint"));
            if let Some(Reply::Text(text)) = reply {
                text.clone_into(&mut field.value);
            }
            field.max = usize::from(ANSWER_LIMIT);
            field.lines = 3;
            parent.spawn(Node::default()).with_children(|line| {
                field.spawn(line);
            });
        }
    }
}

fn option(
    parent: &mut Parent,
    question: SurveyId,
    at: u8,
    words: Words,
    several: bool,
    chosen: bool,
) {
    let node = Node {
        padding: UiRect::axes(px(12), px(6)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        min_height: px(36),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let role = if several {
        Role::CheckBox
    } else {
        Role::RadioButton
    };
    let act = Action::Questionnaire(QuestionnaireAction::Option(question, at));
    let mut one = parent.spawn((node, control(Look::Option, role, words.clone()), act));
    one.with_children(|inside| {
        if several {
            tick(inside, chosen);
        } else {
            radio(inside, chosen);
        }
        inside
            .spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|place| {
                place.spawn((text(words, Type::BODY), Inherits));
            });
    });
    if chosen {
        one.insert(Chosen);
    }
}

/// How many are answered, and the button that hands it in.
pub(super) fn foot(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    draft: Res<Draft>,
    mut foot: Query<(Entity, &mut Foot)>,
    mut wake: ResMut<Wake>,
) {
    for (entity, mut foot) in &mut foot {
        if !draft.is_changed() && foot.0.is_some() {
            continue;
        }
        let Some(place) = Place::of(play.as_deref(), conduct.as_deref(), &draft) else {
            continue;
        };
        let asked = place.asked();
        let now = (draft.answered(&asked), place.has(&draft.who));
        if foot.0 == Some(now) {
            continue;
        }
        foot.0 = Some(now);
        let of = asked.len();
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|foot| {
                let words = t("questionnaire-answered")
                    .with("answered", now.0)
                    .with("asked", of);
                foot.spawn(text(words, Type::BODY.one_line()));
                if now.1 {
                    let words = t("questionnaire-replaces");
                    foot.spawn(text(words, Type::LABEL));
                }
                foot.spawn(grow());
                let act = Action::Questionnaire(QuestionnaireAction::HandIn);
                Button::primary(t("questionnaire-hand-in"), act)
                    .icon(Icon::Check)
                    .key(KeyCode::KeyH)
                    .spawn(foot);
            });
        wake.soon();
    }
}
