//! What was learned: the knowledge questions of the questionnaires with the right answer, why it is right, and
//! how many knew it before and after.

use bevy::prelude::*;

use super::ratings::May;
use super::{Lands, Told};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::questionnaire::{QuestionnaireAction, occasion, people};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{meter, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::Team;
use crate::scenario::words::Occasion;
use crate::view::{ShareView, SurveyOutcome};

/// Width of what stands beside a question.
const SHARES: f32 = 300.0;

pub fn tab(panel: &mut Parent, told: &Told) {
    let surveys = &told.debrief.surveys;
    if told.case.surveys.is_empty() {
        panel.spawn(place()).with_children(|line| {
            line.spawn(icon(Icon::Info, 22.0, Tone::Text2));
            line.spawn(wide()).with_children(|words| {
                words.spawn(text(t("debrief-learning-none"), Type::BODY));
            });
        });
        return;
    }
    let head = Node {
        padding: UiRect::axes(px(18), px(10)),
        border: UiRect::bottom(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    panel
        .spawn((head, Edge::All(Tone::Rule)))
        .with_children(|head| {
            head.spawn(wide()).with_children(|words| {
                words.spawn(text(t("debrief-learning-how"), Type::BODY));
                if surveys.owing > 0 {
                    let waits = t("debrief-learning-waits").with("number", surveys.owing);
                    words.spawn(text(waits, Type::LABEL));
                }
            });
            if surveys.outcomes.is_empty() && told.may == May::Settle && surveys.owing > 0 {
                let show = Action::Clock(Command::ShowAnswers);
                Button::normal(t("debrief-learning-show"), show)
                    .icon(Icon::Eye)
                    .spawn(head);
            }
            if told.fills_in {
                let fill = Action::Questionnaire(QuestionnaireAction::Show);
                let button = Button::primary(t("debrief-learning-fill"), fill)
                    .icon(Icon::Pencil)
                    .key(KeyCode::KeyQ)
                    .spawn(head);
                head.commands().entity(button).insert(Lands);
            }
        });
    if surveys.outcomes.is_empty() {
        panel.spawn(place()).with_children(|line| {
            line.spawn(icon(Icon::Lock, 22.0, Tone::Text2));
            line.spawn(wide()).with_children(|words| {
                words.spawn(text(t("debrief-learning-locked"), Type::BODY));
            });
        });
        handed_in(panel, told);
        return;
    }
    scroll::area(panel, UiRect::axes(px(18), px(14)), GAP_3, false, |page| {
        for (at, outcome) in surveys.outcomes.iter().enumerate() {
            if at > 0 {
                page.spawn(rule(Tone::Rule));
            }
            one(page, told, outcome);
        }
    });
}

/// Who has handed in what, and who still owes the one after.
fn handed_in(panel: &mut Parent, told: &Told) {
    let padding = UiRect::new(px(GAP_5), px(GAP_5), px(0), px(GAP_4));
    scroll::area(panel, padding, GAP_3, false, |page| {
        page.spawn(text(t("questionnaire-handed-in"), Type::BODY.bold()));
        if told.handed.is_empty() {
            page.spawn(text(t("questionnaire-nobody"), Type::LABEL));
        }
        for (team, who, whens) in people(&told.handed) {
            page.spawn(rule(Tone::Rule));
            let line = Node {
                flex_shrink: 0.0,
                ..row(GAP_4)
            };
            page.spawn(line).with_children(|line| {
                let mark = Node {
                    width: px(170),
                    flex_shrink: 0.0,
                    ..default()
                };
                line.spawn(mark).with_children(|place| {
                    let short = &told.case.services[team.index()].short;
                    team_mark(place, team, case(short), false, Type::BODY);
                });
                line.spawn(wide()).with_children(|name| {
                    name.spawn(text(plain(who), Type::BODY));
                });
                for when in &whens {
                    line.spawn(icon(Icon::Check, 15.0, Tone::Text2));
                    line.spawn(text(occasion(*when), Type::LABEL.one_line()));
                }
                let asked = |when: Occasion| {
                    let mut all = told.case.surveys.iter();
                    all.any(|q| q.asked.contains(&when))
                };
                if whens.contains(&Occasion::Before)
                    && !whens.contains(&Occasion::After)
                    && asked(Occasion::After)
                {
                    let owes = t("debrief-learning-owes");
                    line.spawn(text(owes, Type::LABEL.bold().one_line()));
                }
            });
        }
    });
}

fn place() -> Node {
    Node {
        padding: px(GAP_5).all(),
        align_items: AlignItems::Start,
        ..row(GAP_3)
    }
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(2.0)
    }
}

fn one(page: &mut Parent, told: &Told, outcome: &SurveyOutcome) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_5)
    };
    page.spawn(node).with_children(|line| {
        let words = Node {
            row_gap: px(5),
            ..wide()
        };
        line.spawn(words).with_children(|words| {
            let topic = family("questionnaire-topic", outcome.key.topic.key());
            words.spawn(text(topic, Type::LABEL));
            words.spawn(text(case(&outcome.text), Type::BODY.bold()));
            for right in &outcome.key.right {
                let Some(option) = outcome.options.get(usize::from(*right)) else {
                    continue;
                };
                let answer = Node {
                    align_items: AlignItems::Start,
                    ..row(GAP_2)
                };
                words.spawn(answer).with_children(|answer| {
                    answer.spawn(icon(Icon::CheckCircle, 17.0, Tone::Accent));
                    answer.spawn(wide()).with_children(|words| {
                        words.spawn(text(case(option), Type::BODY));
                    });
                });
            }
            words.spawn(text(
                case(&outcome.key.teaching),
                Type::BODY.tone(Tone::Text2),
            ));
            let source = t("debrief-learning-source").with("source", &outcome.key.source);
            words.spawn(text(source, Type::LABEL));
        });
        let side = Node {
            width: px(SHARES),
            flex_shrink: 0.0,
            ..column(GAP_2)
        };
        line.spawn(side)
            .with_children(|side| shares(side, told, outcome));
    });
}

/// How many knew it, by team and occasion.
fn shares(side: &mut Parent, told: &Told, outcome: &SurveyOutcome) {
    let asked = |when: Occasion| {
        let of = |team: Team| outcome.shares[team.index()][when as usize].of;
        Team::BOTH.into_iter().any(|team| of(team) > 0)
    };
    let occasions: Vec<Occasion> = (Occasion::ALL.iter().copied())
        .filter(|when| asked(*when))
        .collect();
    if occasions.is_empty() {
        side.spawn(text(t("debrief-learning-nobody"), Type::LABEL));
    }
    for when in occasions {
        side.spawn(text(occasion(when), Type::LABEL.bold()));
        for team in Team::BOTH {
            let share = outcome.shares[team.index()][when as usize];
            if share.of == 0 {
                continue;
            }
            side.spawn(column(3.0)).with_children(|place| {
                place.spawn(row(GAP_2)).with_children(|line| {
                    let short = &told.case.services[team.index()].short;
                    team_mark(line, team, case(short), false, Type::LABEL);
                    line.spawn(grow());
                    line.spawn(text(knew(share), Type::BODY.one_line()));
                });
                let part = f32::from(share.right) / f32::from(share.of);
                meter(place, part, crate::app::theme::team_tones(team)[0]);
            });
        }
    }
}

fn knew(share: ShareView) -> Words {
    t("debrief-learning-knew")
        .with("right", share.right)
        .with("of", share.of)
}
