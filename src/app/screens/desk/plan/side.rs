//! Beside the plan: the odds with their reasons, what is lacking, the signatures, and what was carried out.

use bevy::prelude::*;

use super::{PlanAction, PlanUi, refused, table};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::words::partner;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_PANEL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::hold::Hold;
use crate::app::widgets::panel::{paper, rule, team_mark};
use crate::drawing::icon::Icon;
use crate::engine::{OddsLine, Plan};
use crate::scenario::ids::Team;
use crate::scenario::words::OpOutcome;
use crate::session::SeatEnd;
use crate::view::PlanView;

pub(super) fn build(page: &mut Parent, seat: &SeatEnd, ui: &PlanUi, plan: &Plan) {
    match table(seat, ui) {
        Some(table) => {
            odds(page, table);
            cautions(page, seat, plan, table);
            for team in Team::BOTH {
                signature(page, seat, table, team);
            }
            page.spawn(column(6.0)).with_children(|list| {
                let withdraw = Action::Plan(PlanAction::Withdraw);
                let stands = table.signed == [true; 2];
                let off = stands.then(|| t("refusal-plan-stands"));
                Button::normal(t("plan-withdraw"), withdraw)
                    .small()
                    .wide()
                    .off(off)
                    .spawn(list);
                Button::quiet(t("plan-another"), Action::Plan(PlanAction::Drop))
                    .small()
                    .wide()
                    .spawn(list);
            });
        }
        None => {
            let words = t("plan-own-desk").with("team", partner(&seat.case));
            page.spawn(text(words, Type::BODY.tone(Tone::Text2)));
            let signed = seat.view.operations.draft.as_ref();
            if signed.is_some_and(|d| d.signed.iter().any(|s| *s)) {
                warn(page, t("plan-signatures-fall"));
            }
            Button::primary(t("plan-table"), Action::Plan(PlanAction::Table))
                .icon(Icon::Send)
                .wide()
                .spawn(page);
            Button::normal(t("plan-drop"), Action::Plan(PlanAction::Drop))
                .wide()
                .spawn(page);
        }
    }
    runs(page, seat);
}

fn line(sheet: &mut Parent, line: &OddsLine, sure: bool) {
    sheet.spawn(row(GAP_2)).with_children(|row| {
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        let words = family("operation-odds", line.what.key());
        row.spawn((text(words, Type::LABEL.tone(Tone::Ink)), place));
        let key = if sure {
            "plan-points"
        } else {
            "plan-points-up-to"
        };
        let points = t(key).with("points", i64::from(line.by));
        row.spawn(text(points, Type::LABEL.bold().tone(Tone::Ink).one_line()));
    });
}

/// The odds, stated before anybody signs.
fn odds(page: &mut Parent, table: &PlanView) {
    let node = Node {
        padding: px(GAP_3).all(),
        row_gap: px(4),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        sheet.spawn(text(t("plan-odds"), Type::BODY.bold().tone(Tone::Ink)));
        let words = t("plan-odds-between")
            .with("least", i64::from(table.least))
            .with("most", i64::from(table.chance));
        sheet.spawn(text(words, Type::HEAD.bold().tone(Tone::Ink)));
        for one in &table.lines {
            line(sheet, one, true);
        }
        if !table.unsure.is_empty() {
            sheet.spawn(rule(Tone::PaperRule));
            sheet.spawn(text(t("plan-unsure"), Type::LABEL.tone(Tone::Ink2)));
            for one in &table.unsure {
                line(sheet, one, false);
            }
        }
        sheet.spawn(text(t("plan-odds-if-right"), Type::LABEL.tone(Tone::Ink2)));
    });
}

fn warn(page: &mut Parent, words: Words) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(8)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn((node, Edge::All(Tone::Alert), Fill(Tone::Room1)))
        .with_children(|box_| {
            box_.spawn(icon(Icon::Warning, 16.0, Tone::Alert));
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            box_.spawn((text(words, Type::LABEL.tone(Tone::Text)), place));
        });
}

/// What is lacking, and what citing without consent would do.
fn cautions(page: &mut Parent, seat: &SeatEnd, plan: &Plan, table: &PlanView) {
    for part in &table.lacking {
        warn(
            page,
            t("plan-lacks").with("what", family("operation-part", part.key())),
        );
    }
    let folder = &seat.view.folder;
    let asked = |id: &crate::scenario::ids::ItemId| {
        let item = folder.iter().find(|i| i.id == *id);
        item.filter(|i| i.received.is_some() && i.consent != Some(crate::engine::Consent::Granted))
    };
    for item in plan.cited.iter().filter_map(asked) {
        let number = crate::app::screens::folder::words::number(item);
        let words = t("plan-no-consent")
            .with("item", number.as_str())
            .with("team", partner(&seat.case));
        warn(page, words);
    }
}

fn signature(page: &mut Parent, seat: &SeatEnd, table: &PlanView, team: Team) {
    let node = Node {
        padding: UiRect::new(px(GAP_3), px(GAP_3), px(10), px(10)),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        let stripe = Node {
            position_type: PositionType::Absolute,
            left: px(0),
            right: px(0),
            top: px(0),
            height: px(4),
            ..default()
        };
        sheet.spawn((stripe, Fill(team_tones(team)[0])));
        let signed = table.signed[team.index()];
        sheet.spawn(row(GAP_2)).with_children(|head| {
            let service = &seat.case.services[team.index()];
            team_mark(head, team, case(&service.short), true, Type::BODY);
            head.spawn(grow());
            let (sign, key) = if signed {
                (Icon::Check, "verdict-signed")
            } else {
                (Icon::Pencil, "verdict-unsigned")
            };
            head.spawn(icon(sign, 14.0, Tone::Ink2));
            head.spawn(text(t(key), Type::LABEL.tone(Tone::Ink).one_line()));
        });
        if signed || team != seat.case.team {
            return;
        }
        let off = table.sign.as_ref().map(refused);
        let is_off = off.is_some();
        let words = t("plan-sign");
        sheet.spawn(Node::default()).with_children(|place| {
            let hold = Hold::new(words, Action::Plan(PlanAction::Sign))
                .icon(Icon::Pencil)
                .off(off)
                .spawn(place);
            if is_off {
                let paper = crate::app::widgets::press::OnPaper;
                place.commands().entity(hold).insert(paper);
            }
        });
    });
}

/// What was carried out, newest first.
pub(super) fn runs(page: &mut Parent, seat: &SeatEnd) {
    for run in seat.view.operations.runs.iter().rev() {
        let node = Node {
            padding: px(GAP_3).all(),
            row_gap: px(4),
            flex_shrink: 0.0,
            ..default()
        };
        page.spawn(paper(node)).with_children(|sheet| {
            let tone = match run.outcome {
                OpOutcome::Success => Tone::Ink,
                OpOutcome::Failure | OpOutcome::Danger => Tone::AlertInk,
            };
            sheet.spawn(text(case(&run.title), Type::BODY.bold().tone(Tone::Ink)));
            let words = t("plan-ran")
                .with("round", run.round)
                .with("outcome", family("operation-outcome", run.outcome.key()));
            sheet.spawn(text(words, Type::LABEL.bold().tone(tone)));
            sheet.spawn(text(case(&run.text), Type::LABEL.tone(Tone::Ink)));
            for miss in &run.misses {
                let words = family("operation-miss", miss.key());
                sheet.spawn(text(words, Type::LABEL.tone(Tone::AlertInk)));
            }
        });
    }
}
