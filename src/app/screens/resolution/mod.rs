//! RESOLUTION: what became of a round, as a short report on paper for the team at the screen.
//!
//! The sheet tells what each officer was sent to do and how it went; beside it stands what else
//! happened in the round and what comes next.

mod also;
pub mod card;
mod tasks;

use bevy::prelude::*;

use super::{Root, Screen, rebuild, root};
use crate::app::action::{Action, Answer};
use crate::app::client::Play;
use crate::app::i18n::{case, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip_in, paper, pips, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::{OfficerId, Team};
use crate::scenario::words::OpOutcome;
use crate::session::SeatEnd;
use crate::view::{CaseView, ReportView, RunView};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Resolution), enter);
    app.add_systems(
        Update,
        again
            .after(Answer)
            .run_if(in_state(Screen::Resolution).and_then(resource_exists_and_changed::<Play>)),
    );
}

fn enter(mut commands: Commands, play: Option<Res<Play>>) {
    let Some(play) = play else { return };
    let root = commands.spawn(root(Screen::Resolution, column(0.0))).id();
    rebuild(&mut commands, root, |parent| build(parent, play.seat()));
}

fn again(mut commands: Commands, play: Res<Play>, root: Single<Entity, With<Root>>) {
    rebuild(&mut commands, *root, |parent| build(parent, play.seat()));
}

fn build(parent: &mut Parent, seat: &SeatEnd) {
    let round = seat.view.clock.round;
    super::briefing::bar(
        parent,
        seat,
        t("resolution-phase").with("round", round),
        |end| {
            pips(end, round, seat.case.rounds);
        },
    );
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let own = team_tones(seat.case.team)[0];
        let sheet = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            border: UiRect::left(px(4)),
            ..default()
        };
        body.spawn((paper(sheet), Edge::All(own)))
            .with_children(|sheet| {
                scroll::area(sheet, UiRect::axes(px(28), px(20)), GAP_4, true, |page| {
                    report(page, seat)
                });
            });
        also::column(body, seat);
    });
    foot(parent, seat);
}

fn report(page: &mut Parent, seat: &SeatEnd) {
    let round = seat.view.clock.round;
    let report = seat
        .view
        .report
        .as_ref()
        .filter(|report| report.round == round);
    let head = Node {
        row_gap: px(4),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    page.spawn(head).with_children(|head| {
        let service = &seat.case.services[seat.case.team.index()];
        head.spawn(text(
            t("resolution-to").with("team", &service.name),
            Type::LABEL.tone(Tone::Ink2),
        ));
        head.spawn(row(GAP_4)).with_children(|line| {
            let title = t("resolution-title").with("round", round);
            line.spawn(text(title, Type::FIGURE.tone(Tone::Ink).one_line()));
            line.spawn(grow());
            for team in [seat.case.team, seat.case.team.other()] {
                clock(line, &seat.case, team, round);
            }
        });
        if let Some(report) = report {
            head.spawn(row(GAP_2)).with_children(|line| {
                let (sign, words) = if report.by_clock {
                    (Icon::Clock, "resolution-by-clock")
                } else {
                    (Icon::CheckCircle, "resolution-by-both")
                };
                line.spawn(icon(sign, 16.0, Tone::Ink2));
                line.spawn(text(t(words), Type::BODY.tone(Tone::Ink2)));
            });
        }
    });
    for run in (seat.view.operations.runs.iter()).filter(|run| run.round == round) {
        operation(page, run);
    }
    match report {
        Some(report) if !report.tasks.is_empty() || any_engaged(seat) => {
            for task in &report.tasks {
                page.spawn(rule(Tone::PaperRule));
                tasks::task(page, seat, task);
            }
            idle(page, seat, Some(report));
        }
        _ => empty(page, seat),
    }
}

/// What came of the joint operation: the first thing that anybody wants to read.
fn operation(page: &mut Parent, run: &RunView) {
    let success = run.outcome == OpOutcome::Success;
    let ink = if success { Tone::Ink } else { Tone::AlertInk };
    page.spawn(rule(Tone::PaperRule));
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(Icon::Target, 28.0, ink));
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(GAP_2)
        };
        line.spawn(words).with_children(|words| {
            let title = t("resolution-operation").with("title", &run.title);
            words.spawn(text(title, Type::BODY.bold().tone(Tone::Ink2)));
            let outcome = family("operation-outcome", run.outcome.key());
            words.spawn(text(outcome, Type::FIGURE.tone(ink)));
            words.spawn(text(case(&run.text), Type::BODY.tone(Tone::Ink)));
            for miss in &run.misses {
                let why = family("operation-miss", miss.key());
                words.spawn(text(why, Type::BODY.tone(Tone::AlertInk)));
            }
        });
    });
}

/// A service's local time from the beginning of the round to its end.
fn clock(parent: &mut Parent, about: &CaseView, team: Team, round: u8) {
    let service = &about.services[team.index()];
    let (from, to) = span(about, team, round);
    parent.spawn(row(GAP_2)).with_children(|one| {
        team_mark(one, team, plain(format!("{from}–{to}")), true, Type::HEAD);
        one.spawn(text(
            case(&service.place),
            Type::BODY.tone(Tone::Ink2).one_line(),
        ));
    });
}

/// Local time of a service at the beginning and the end of a round.
#[must_use]
pub fn span(about: &CaseView, team: Team, round: u8) -> (String, String) {
    let before = u32::from(round.saturating_sub(1)) * u32::from(about.round_hours) * 60;
    let after = u32::from(round) * u32::from(about.round_hours) * 60;
    (local(about, team, before), local(about, team, after))
}

/// A service's local time, that many minutes of case time after the start.
#[must_use]
pub fn local(about: &CaseView, team: Team, minutes: u32) -> String {
    let start = u32::from(about.services[team.index()].start_minute);
    let at = start.saturating_add(minutes) % (24 * 60);
    format!("{:02}:{:02}", at / 60, at % 60)
}

/// Officers whom nobody sent anywhere.
fn idle(page: &mut Parent, seat: &SeatEnd, report: Option<&ReportView>) {
    let sent = |id| report.is_some_and(|report| report.tasks.iter().any(|task| task.officer == id));
    for officer in seat
        .view
        .officers
        .iter()
        .filter(|officer| !sent(officer.id))
    {
        page.spawn(rule(Tone::PaperRule));
        let node = Node {
            flex_shrink: 0.0,
            ..row(GAP_4)
        };
        page.spawn(node).with_children(|line| {
            tasks::portrait_of(line, seat, officer);
            line.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(2.0)
            })
            .with_children(|words| {
                words.spawn(text(case(&officer.name), Type::HEAD.tone(Tone::Ink)));
                let skill = family("skill", officer.skill.key());
                words.spawn(text(skill, Type::BODY.tone(Tone::Ink2)));
            });
            let words = if engaged(seat, officer.id) {
                t("resolution-engaged")
            } else {
                t("resolution-idle")
            };
            let edge = Tone::PaperRuleStrong;
            chip_in(line, Some(Icon::Person), words, edge, Tone::Ink);
        });
    }
}

/// Did the officer take part in an operation of this round?
fn engaged(seat: &SeatEnd, officer: OfficerId) -> bool {
    let mut runs = seat.view.operations.runs.iter();
    let now = seat.view.clock.round;
    runs.any(|run| run.round == now && run.plan.officers.iter().any(|(id, _)| *id == officer))
}

fn any_engaged(seat: &SeatEnd) -> bool {
    seat.view.officers.iter().any(|o| engaged(seat, o.id))
}

/// No officer was sent anywhere.
fn empty(page: &mut Parent, seat: &SeatEnd) {
    page.spawn(rule(Tone::PaperRule));
    let node = Node {
        padding: UiRect::vertical(px(GAP_2)),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(Icon::Info, 22.0, Tone::Ink2));
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(GAP_2)
        })
        .with_children(|words| {
            words.spawn(text(t("resolution-empty"), Type::HEAD.tone(Tone::Ink)));
            words.spawn(text(t("resolution-empty-do"), Type::BODY.tone(Tone::Ink)));
        });
    });
    idle(page, seat, None);
}

fn foot(parent: &mut Parent, seat: &SeatEnd) {
    let foot = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent
        .spawn((foot, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(|foot| {
            let partner = seat.case.team.other();
            let short = &seat.case.services[partner.index()].short;
            team_mark(foot, partner, case(short), false, Type::BODY);
            let ready = seat.view.clock.partner_ready;
            let (sign, words) = if ready {
                (Icon::Check, "resolution-partner-read")
            } else {
                (Icon::Clock, "resolution-partner-reads")
            };
            foot.spawn(icon(sign, 16.0, Tone::Text2));
            foot.spawn(text(t(words), Type::BODY.tone(Tone::Text2)));
            foot.spawn(grow());
            if seat.apart && seat.view.clock.ready {
                super::briefing::waits(foot, short);
                return;
            }
            let mut pieces = seat.view.set_pieces.iter();
            let open = pieces.any(|piece| piece.ended.is_none());
            Button::primary(t("resolution-read"), Action::Command(Command::Acknowledge))
                .icon(Icon::Check)
                .key(KeyCode::Enter)
                .off(open.then(|| t("resolution-first-play")))
                .first()
                .spawn(foot);
        });
}
