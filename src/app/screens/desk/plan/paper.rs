//! The plan's paper: what it is for, when and where, who does what, under which law, what could go wrong.

use accesskit::Role;
use bevy::prelude::*;

use super::{PlanAction, PlanUi, STEP, clock, table};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::desk::cards::portrait_of;
use crate::app::screens::folder::words::partner;
use crate::app::screens::theory::marks::{check, choice};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, paper, rule, team_mark, team_sign};
use crate::app::widgets::press::{Chosen, Inherits, Look, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::engine::{Plan, Start};
use crate::scenario::ids::{AimId, ContingencyId, OfficerId, RiskId, Team};
use crate::scenario::words::OpRole;
use crate::session::SeatEnd;
use crate::view::{FillView, OperationView};

/// Width of the column of roles, and of one officer.
const ROLE: f32 = 92.0;
const CELL: f32 = 46.0;

pub(super) fn build(
    page: &mut Parent,
    seat: &SeatEnd,
    ui: &PlanUi,
    plan: &Plan,
    offer: &OperationView,
) {
    let node = Node {
        padding: px(GAP_4).all(),
        row_gap: px(GAP_3),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        head(sheet, seat, ui, offer);
        start(sheet, seat, plan);
        section(sheet, "plan-objective", |list| {
            for (n, aim) in (0u16..).zip(&offer.objectives) {
                let id = AimId(n);
                let act = Action::Plan(PlanAction::Objective(id));
                choice(
                    list,
                    None,
                    case(&aim.text),
                    None,
                    plan.objective == Some(id),
                    act,
                );
            }
        });
        for team in Team::BOTH {
            places(sheet, seat, plan, offer, team);
        }
        roles(sheet, seat, plan, offer);
        for team in Team::BOTH {
            basis(sheet, seat, plan, offer, team);
        }
        section(sheet, "plan-risks", |list| {
            for (n, risk) in (0u16..).zip(&offer.risks) {
                let id = RiskId(n);
                tick(
                    list,
                    case(risk),
                    plan.risks.contains(&id),
                    PlanAction::Risk(id),
                );
            }
        });
        section(sheet, "plan-contingency", |list| {
            for (n, words) in (0u16..).zip(&offer.contingencies) {
                let id = ContingencyId(n);
                let act = Action::Plan(PlanAction::Contingency(id));
                choice(
                    list,
                    None,
                    case(words),
                    None,
                    plan.contingency == Some(id),
                    act,
                );
            }
        });
        cited(sheet, seat, plan);
    });
}

fn head(sheet: &mut Parent, seat: &SeatEnd, ui: &PlanUi, offer: &OperationView) {
    sheet.spawn(row(GAP_2)).with_children(|head| {
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        let title = text(case(&offer.title), Type::HEAD.bold().tone(Tone::Ink));
        head.spawn((title, place));
        chip(head, None, family("operation-kind", offer.kind.key()), true);
    });
    sheet.spawn(text(case(&offer.detail), Type::LABEL.tone(Tone::Ink2)));
    let own = &seat.case.services[seat.case.team.index()].short;
    let words = match table(seat, ui) {
        Some(table) => {
            let by = &seat.case.services[table.by.index()].short;
            t("plan-revision")
                .with("revision", table.revision)
                .with("team", by)
        }
        None => t("plan-not-tabled").with("team", own),
    };
    sheet.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(icon(Icon::Pencil, 14.0, Tone::Ink2));
        line.spawn(text(words, Type::LABEL.bold().tone(Tone::Ink)));
    });
    sheet.spawn(rule(Tone::PaperRule));
}

fn section(sheet: &mut Parent, key: &'static str, list: impl FnOnce(&mut Parent)) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    sheet.spawn(node).with_children(|part| {
        part.spawn(text(t(key), Type::BODY.bold().tone(Tone::Ink)));
        part.spawn((column(2.0), ArrowGroup)).with_children(list);
    });
}

/// One moment on both clocks, and the round in which it lies.
fn start(sheet: &mut Parent, seat: &SeatEnd, plan: &Plan) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(6.0)
    };
    sheet.spawn(node).with_children(|part| {
        part.spawn(text(t("plan-start"), Type::BODY.bold().tone(Tone::Ink)));
        let line = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(6),
            ..row(GAP_2)
        };
        part.spawn(line).with_children(|line| match plan.start {
            Some(start) => clocks(line, seat, start),
            None => {
                line.spawn(text(t("plan-no-start"), Type::BODY.tone(Tone::Ink2)));
            }
        });
        let line = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(6),
            ..row(6.0)
        };
        part.spawn((line, ArrowGroup)).with_children(|line| {
            let mut button = |words, action| {
                Button::normal(words, Action::Plan(action))
                    .small()
                    .on_paper()
                    .spawn(line);
            };
            if plan.start.is_none() {
                button(t("plan-this-round"), PlanAction::Round(0));
                return;
            }
            button(t("plan-round-earlier"), PlanAction::Round(-1));
            button(t("plan-round-later"), PlanAction::Round(1));
            let minutes = i64::from(STEP);
            let earlier = t("plan-earlier").with("minutes", minutes);
            button(earlier, PlanAction::Minute(-STEP));
            let later = t("plan-later").with("minutes", minutes);
            button(later, PlanAction::Minute(STEP));
        });
    });
}

fn clocks(line: &mut Parent, seat: &SeatEnd, start: Start) {
    let both = [seat.case.team, seat.case.team.other()];
    for (n, team) in both.into_iter().enumerate() {
        if n == 1 {
            line.spawn(text(t("plan-is"), Type::LABEL.tone(Tone::Ink2)));
        }
        let node = Node {
            padding: UiRect::axes(px(GAP_3), px(4)),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            ..row(GAP_2)
        };
        let [_, _, ink, wash] = team_tones(team);
        line.spawn((node, Fill(wash))).with_children(|dial| {
            dial.spawn(team_sign(team, 13.0, true));
            dial.spawn(text(clock(seat, start, team), Type::HEAD.bold().tone(ink)));
            let place = &seat.case.services[team.index()].place;
            dial.spawn(text(case(place), Type::LABEL.tone(Tone::Ink).one_line()));
        });
    }
    let words = t("plan-in-round").with("round", start.round);
    line.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
}

fn side(sheet: &mut Parent, seat: &SeatEnd, team: Team, key: &'static str) {
    sheet.spawn(row(GAP_2)).with_children(|line| {
        let service = &seat.case.services[team.index()].short;
        team_mark(line, team, case(service), true, Type::BODY);
        line.spawn(text(t(key), Type::BODY.bold().tone(Tone::Ink)));
    });
}

fn places(sheet: &mut Parent, seat: &SeatEnd, plan: &Plan, offer: &OperationView, team: Team) {
    let choices = &offer.places[team.index()];
    if choices.is_empty() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    sheet.spawn(node).with_children(|part| {
        side(part, seat, team, "plan-goes");
        let wrap = Node {
            flex_wrap: FlexWrap::Wrap,
            row_gap: px(4),
            ..row(4.0)
        };
        part.spawn((wrap, ArrowGroup)).with_children(|list| {
            for one in choices {
                let chosen = plan.places[team.index()] == Some(one.place.id);
                let act = Action::Plan(PlanAction::Place(team, one.place.id));
                choice(
                    list,
                    Some(Icon::Place),
                    case(&one.place.name),
                    None,
                    chosen,
                    act,
                );
            }
        });
    });
}

/// Roles down, the team's own officers across, and what the partner has filled.
fn roles(sheet: &mut Parent, seat: &SeatEnd, plan: &Plan, offer: &OperationView) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(0.0)
    };
    sheet.spawn((node, ArrowGroup)).with_children(|grid| {
        let line = Node {
            padding: UiRect::bottom(px(4)),
            align_items: AlignItems::End,
            ..row(0.0)
        };
        grid.spawn(line).with_children(|line| {
            cell(line, ROLE, |cell| {
                cell.spawn(text(t("plan-role"), Type::BODY.bold().tone(Tone::Ink)));
            });
            for officer in &seat.view.officers {
                cell(line, CELL, |cell| {
                    let node = Node {
                        width: percent(100),
                        align_items: AlignItems::Center,
                        ..column(2.0)
                    };
                    cell.spawn(node).with_children(|cell| {
                        cell.spawn(portrait_of(officer, seat.case.team, 28.0, 34.0));
                        let initials = plain(officer.initials.clone());
                        cell.spawn(text(initials, Type::LABEL.bold().tone(Tone::Ink)));
                    });
                });
            }
            cell(line, 0.0, |cell| {
                let words = t("plan-partner-names").with("team", partner(&seat.case));
                cell.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
            });
        });
        for role in &offer.roles {
            grid.spawn(rule(Tone::PaperRule));
            grid.spawn(row(0.0))
                .with_children(|line| role_row(line, seat, plan, *role));
        }
    });
}

fn cell(line: &mut Parent, width: f32, fill: impl FnOnce(&mut Parent)) {
    let node = if width > 0.0 {
        Node {
            width: px(width),
            flex_shrink: 0.0,
            min_height: px(34),
            justify_content: JustifyContent::Start,
            align_items: AlignItems::Center,
            ..default()
        }
    } else {
        Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            padding: UiRect::left(px(GAP_2)),
            align_items: AlignItems::Center,
            column_gap: px(6),
            ..default()
        }
    };
    line.spawn(node).with_children(fill);
}

fn role_row(line: &mut Parent, seat: &SeatEnd, plan: &Plan, role: FillView) {
    let own = seat.case.team;
    let name = family("operation-role", role.role.key());
    cell(line, ROLE, |cell| {
        cell.spawn(text(name.clone(), Type::BODY.tone(Tone::Ink)));
    });
    for officer in &seat.view.officers {
        let on = plan.officers.contains(&(officer.id, role.role));
        let words = t("plan-role-of")
            .with("name", &officer.name)
            .with("role", name.clone());
        mark(line, own, words, on, officer.id, role.role);
    }
    cell(line, 0.0, |cell| filled(cell, seat, plan, role));
}

/// One officer in one role, or not.
fn mark(line: &mut Parent, team: Team, name: Words, on: bool, officer: OfficerId, role: OpRole) {
    let [_, _, _, wash] = team_tones(team);
    let node = Node {
        width: px(CELL),
        min_height: px(34),
        flex_shrink: 0.0,
        border: px(1).all(),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let action = Action::Plan(PlanAction::Role(officer, role));
    let look = control(Look::Quiet, Role::CheckBox, name);
    let mut spawned = line.spawn((node, look, OnPaper, action));
    spawned.with_children(|cell| {
        let node = Node {
            width: px(CELL - 6.0),
            height: px(28),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            border_radius: BorderRadius::all(px(3)),
            ..default()
        };
        let ground = if on { wash } else { Tone::Clear };
        cell.spawn((node, Fill(ground))).with_children(|cell| {
            if on {
                cell.spawn(team_sign(team, 15.0, true));
            } else {
                let dot = Node {
                    width: px(5),
                    height: px(5),
                    border_radius: BorderRadius::all(px(3)),
                    ..default()
                };
                cell.spawn((dot, Fill(Tone::PaperRuleStrong), Inherits));
            }
        });
    });
    if on {
        spawned.insert(Chosen);
    }
}

/// What the partner has named, and how many places are open on either side.
fn filled(cell: &mut Parent, seat: &SeatEnd, plan: &Plan, role: FillView) {
    let own = seat.case.team;
    let named = seat.view.operations.draft.iter();
    let partners: Vec<&crate::scenario::Text> = named
        .flat_map(|table| &table.officers)
        .filter(|m| m.team != own && m.role == role.role)
        .filter(|m| plan.officers.contains(&(m.officer, m.role)))
        .map(|m| &m.name)
        .collect();
    let column = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(0.0)
    };
    cell.spawn(column).with_children(|cell| {
        for name in &partners {
            cell.spawn(row(6.0)).with_children(|line| {
                line.spawn(team_sign(own.other(), 12.0, true));
                line.spawn(text(case(name), Type::LABEL.tone(Tone::Ink)));
            });
        }
        lacking(cell, seat, plan, role, partners.len());
    });
}

/// How many places of a role are open on either side, or that it is filled.
fn lacking(cell: &mut Parent, seat: &SeatEnd, plan: &Plan, role: FillView, partners: usize) {
    let own = seat.case.team;
    let ours = |id: &OfficerId| seat.view.officers.iter().any(|o| o.id == *id);
    let filled = plan.officers.iter();
    let filled = filled.filter(|(id, r)| *r == role.role && ours(id)).count();
    let wanted = role.officers.map(usize::from);
    let lacks = [
        (own, wanted[own.index()].saturating_sub(filled)),
        (
            own.other(),
            wanted[own.other().index()].saturating_sub(partners),
        ),
    ];
    let mut open = false;
    for (team, lacking) in lacks {
        if lacking == 0 {
            continue;
        }
        open = true;
        let service = &seat.case.services[team.index()].short;
        let words = t("plan-role-lacks")
            .with("number", lacking)
            .with("team", service);
        cell.spawn(text(words, Type::LABEL.tone(Tone::AlertInk)));
    }
    if !open {
        cell.spawn(row(6.0)).with_children(|line| {
            line.spawn(icon(Icon::Check, 14.0, Tone::Ink2));
            line.spawn(text(t("plan-role-filled"), Type::LABEL.tone(Tone::Ink2)));
        });
    }
}

/// What each side acts under: a team chooses its own, and reads what the partner has written.
fn basis(sheet: &mut Parent, seat: &SeatEnd, plan: &Plan, offer: &OperationView, team: Team) {
    if !offer.basis_asked[team.index()] {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    sheet.spawn(node).with_children(|part| {
        side(part, seat, team, "plan-basis");
        if team != seat.case.team {
            let table = seat.view.operations.draft.as_ref();
            let named = table.and_then(|d| d.basis[team.index()].as_ref());
            let words = named.map_or_else(|| t("plan-no-basis"), case);
            part.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
            return;
        }
        part.spawn((column(2.0), ArrowGroup)).with_children(|list| {
            for one in seat.view.authorities.iter() {
                if !offer.basis.contains(&one.id) {
                    continue;
                }
                let chosen = plan.basis[team.index()] == Some(one.id);
                let detail = crate::app::screens::desk::authority::status(&one.status);
                let act = Action::Plan(PlanAction::Basis(one.id));
                choice(list, None, case(&one.title), Some(detail), chosen, act);
            }
        });
    });
}

fn tick(list: &mut Parent, words: Words, on: bool, action: PlanAction) {
    let node = Node {
        min_height: px(32),
        padding: UiRect::axes(px(8), px(3)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let look = control(Look::Quiet, Role::CheckBox, words.clone());
    let mut spawned = list.spawn((node, look, OnPaper, Action::Plan(action)));
    spawned.with_children(|line| {
        let node = Node {
            width: px(18),
            height: px(18),
            flex_shrink: 0.0,
            border: px(1).all(),
            border_radius: BorderRadius::all(px(3)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..default()
        };
        let fill = if on { Tone::Ink } else { Tone::Paper };
        line.spawn((node, Fill(fill), Edge::All(Tone::PaperRuleStrong)))
            .with_children(|tick| {
                if on {
                    tick.spawn(icon(Icon::Check, 13.0, Tone::Paper));
                }
            });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        line.spawn((text(words, Type::BODY.tone(Tone::Ink)), place));
    });
    if on {
        spawned.insert(Chosen);
    }
}

/// What the plan rests on: items that both services have.
fn cited(sheet: &mut Parent, seat: &SeatEnd, plan: &Plan) {
    let joint = seat.view.folder.iter();
    let joint = joint.filter(|i| i.joint || plan.cited.contains(&i.id));
    let joint: Vec<_> = joint.collect();
    section(sheet, "plan-cited", |list| {
        if joint.is_empty() {
            let words = t("plan-nothing-joint");
            list.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
        }
        for item in joint {
            let act = Action::Plan(PlanAction::Cite(item.id));
            check(list, item, plan.cited.contains(&item.id), true, act);
        }
        list.spawn(grow());
    });
}
