//! BRIEFING: the team's own paper, what its law lets it do, and that it has been read.

use bevy::prelude::*;

use super::questionnaire::QuestionnaireAction;
use super::{Root, Screen, rebuild, root};
use crate::app::action::{Action, Answer};
use crate::app::client::Play;
use crate::app::i18n::{case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, paper, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::words::Occasion;
use crate::session::SeatEnd;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Briefing), enter);
    app.add_systems(
        Update,
        again
            .after(Answer)
            .run_if(in_state(Screen::Briefing).and_then(resource_exists_and_changed::<Play>)),
    );
}

fn enter(mut commands: Commands, play: Option<Res<Play>>) {
    let Some(play) = play else { return };
    let root = commands.spawn(root(Screen::Briefing, column(0.0))).id();
    rebuild(&mut commands, root, |parent| build(parent, play.seat()));
}

fn again(mut commands: Commands, play: Res<Play>, root: Single<Entity, With<Root>>) {
    rebuild(&mut commands, *root, |parent| build(parent, play.seat()));
}

/// The bar of a team's screens: stripe in its colour, team, case; what `end` spawns is at the right.
pub fn bar(
    parent: &mut Parent,
    seat: &SeatEnd,
    what: crate::app::i18n::Words,
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
            let service = &seat.case.services[seat.case.team.index()];
            team_mark(bar, seat.case.team, case(&service.short), false, Type::HEAD);
            bar.spawn((
                Node {
                    width: px(1),
                    height: px(32),
                    ..default()
                },
                Fill(Tone::Rule),
            ));
            bar.spawn(text(case(&seat.case.title), Type::HEAD.one_line()));
            bar.spawn(text(what, Type::LABEL.one_line()));
            bar.spawn(grow());
            end(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

fn build(parent: &mut Parent, seat: &SeatEnd) {
    let about = &seat.case;
    bar(parent, seat, t("briefing-phase"), |_| {});
    let service = &about.services[about.team.index()];
    scroll::area(
        parent,
        UiRect::axes(px(GAP_5), px(20)),
        GAP_4,
        false,
        |page| {
            let sheet = Node {
                width: px(860),
                max_width: percent(100),
                align_self: AlignSelf::Center,
                padding: UiRect::axes(px(32), px(GAP_5)),
                row_gap: px(GAP_3),
                flex_shrink: 0.0,
                border: UiRect::left(px(4)),
                ..default()
            };
            let own = team_tones(about.team)[0];
            page.spawn((paper(sheet), Edge::All(own)))
                .with_children(|sheet| {
                    sheet.spawn(text(
                        t("briefing-to").with("team", &service.name),
                        Type::LABEL.tone(Tone::Ink2),
                    ));
                    sheet.spawn(text(case(&about.title), Type::FIGURE.tone(Tone::Ink)));
                    sheet.spawn(rule(Tone::PaperRule));
                    paragraphs(sheet, about.briefing.clone(), Tone::Ink);
                    sheet.spawn(row(GAP_2)).with_children(|head| {
                        head.spawn(icon(Icon::Scales, 18.0, Tone::Ink2));
                        head.spawn(text(t("briefing-law"), Type::HEAD.tone(Tone::Ink)));
                    });
                    paragraphs(sheet, about.law.clone(), Tone::Ink);
                    sheet.spawn(rule(Tone::PaperRule));
                    let facts = Node {
                        flex_wrap: FlexWrap::Wrap,
                        row_gap: px(6),
                        ..row(GAP_2)
                    };
                    sheet.spawn(facts).with_children(|facts| {
                        let rounds = t("briefing-rounds")
                            .with("rounds", about.rounds)
                            .with("hours", about.round_hours);
                        chip(facts, Some(Icon::Clock), rounds, true);
                        chip(
                            facts,
                            Some(Icon::Person),
                            t("briefing-budget").with("hours", about.budget),
                            true,
                        );
                        let held = t("briefing-held").with("number", seat.view.folder.len());
                        chip(facts, Some(Icon::Folder), held, true);
                    });
                });
        },
    );
    let foot = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent
        .spawn((foot, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(|foot| {
            let partner = &about.services[about.team.other().index()];
            let state = if seat.view.clock.partner_ready {
                t("briefing-partner-read").with("team", &partner.short)
            } else {
                t("briefing-partner-reads").with("team", &partner.short)
            };
            foot.spawn(text(state, Type::LABEL));
            foot.spawn(grow());
            questionnaire(foot, seat);
            if seat.apart && seat.view.clock.ready {
                waits(foot, &partner.short);
                return;
            }
            Button::primary(t("briefing-read"), Action::Command(Command::Acknowledge))
                .icon(Icon::Check)
                .first()
                .spawn(foot);
        });
}

/// The way to the questionnaire before the exercise, if the case has one.
fn questionnaire(foot: &mut Parent, seat: &SeatEnd) {
    let before = |when: &Occasion| *when == Occasion::Before;
    if !(seat.case.surveys.iter()).any(|q| q.asked.iter().any(before)) {
        return;
    }
    let handed = seat.view.handed_in.iter();
    let handed = handed.filter(|sheet| before(&sheet.when)).count();
    let words = t("briefing-questionnaire").with("number", handed);
    let act = Action::Questionnaire(QuestionnaireAction::Show);
    Button::normal(words, act)
        .icon(Icon::Pencil)
        .key(KeyCode::KeyQ)
        .spawn(foot);
}

/// The team has read what is before it; the partner, elsewhere, has not.
pub fn waits(foot: &mut Parent, partner: &crate::scenario::Text) {
    foot.spawn(icon(Icon::CheckCircle, 18.0, Tone::Accent));
    let words = t("briefing-waits").with("team", partner);
    foot.spawn(text(words, Type::BODY.bold()));
}

/// A text of the case with its paragraphs apart.
pub fn paragraphs(parent: &mut Parent, words: crate::scenario::Text, tone: Tone) {
    let most = words
        .all()
        .map(|(_, text)| text.split("\n\n").count())
        .max()
        .unwrap_or(1);
    if most <= 1 {
        parent.spawn(text(case(&words), Type::BODY.tone(tone)));
        return;
    }
    for index in 0..most {
        let part = words.all().map(|(lang, text)| {
            let part = text.split("\n\n").nth(index).unwrap_or_default().trim();
            (lang.to_owned(), part.to_owned())
        });
        let parts: Vec<(String, String)> = part.collect();
        let Some((own, first)) = parts.first().cloned() else {
            continue;
        };
        let words = crate::scenario::Text::with(&own, first, parts);
        let kind = Type::BODY.tone(tone);
        parent.spawn(text(
            if words.is_empty() {
                plain("")
            } else {
                case(&words)
            },
            kind,
        ));
    }
}
