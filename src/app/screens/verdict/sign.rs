//! The two signatures: unsigned, signed on a revision, or fallen with an older one.

use bevy::prelude::*;

use super::{Scene, VerdictAction};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::{drawing, icon};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Fill, Tone, Type, team_tones};
use crate::app::widgets::hold::Hold;
use crate::app::widgets::panel::{paper, rule, team_mark};
use crate::app::widgets::press::OnPaper;
use crate::drawing::icon::Icon;
use crate::drawing::palette;
use crate::engine::Refusal;
use crate::scenario::ids::Team;

/// How a signature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Unsigned,
    On(u16),
    Fallen(u16),
}

/// One panel a team, and what signing does.
pub(super) fn panels(page: &mut Parent, scene: &Scene) {
    page.spawn(text(t("verdict-signatures"), Type::BODY.bold()));
    page.spawn(text(t("verdict-sign-how"), Type::LABEL));
    for team in Team::BOTH {
        panel(page, scene, team);
    }
}

fn stands(scene: &Scene, team: Team) -> Stands {
    let table = scene.seat.view.verdict.as_ref();
    match (
        table.filter(|table| table.signed[team.index()]),
        scene.ui.fallen[team.index()],
    ) {
        (Some(table), _) => Stands::On(table.revision),
        (None, Some(revision)) => Stands::Fallen(revision),
        (None, None) => Stands::Unsigned,
    }
}

fn panel(page: &mut Parent, scene: &Scene, team: Team) {
    let stands = stands(scene, team);
    let table = scene.seat.view.verdict.as_ref();
    let node = Node {
        padding: UiRect::new(px(14), px(14), px(12), px(12)),
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
        sheet.spawn(row(GAP_2)).with_children(|head| {
            let service = &scene.seat.case.services[team.index()];
            team_mark(head, team, case(&service.short), true, Type::BODY);
            head.spawn(grow());
            let (sign, words, tone) = match stands {
                Stands::Unsigned => (Icon::Pencil, t("verdict-unsigned"), Tone::Ink2),
                Stands::On(_) => (Icon::Check, t("verdict-signed"), Tone::Ink),
                Stands::Fallen(_) => (Icon::Close, t("verdict-fallen"), Tone::AlertInk),
            };
            head.spawn(icon(sign, 14.0, tone));
            head.spawn(text(words, Type::LABEL.tone(tone).one_line()));
        });
        match stands {
            Stands::Unsigned => {}
            Stands::On(revision) => signature(sheet, scene, team, revision, false),
            Stands::Fallen(revision) => signature(sheet, scene, team, revision, true),
        }
        if scene.seat.apart && team != scene.seat.case.team {
            if !matches!(stands, Stands::On(_)) {
                let words = t("verdict-signs-apart");
                sheet.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
            }
        } else if !matches!(stands, Stands::On(_)) {
            let off = match table {
                None => Some(family("refusal", Refusal::NoDraft.key())),
                Some(_) if scene.ui.drafts.iter().any(Option::is_some) => {
                    Some(t("verdict-sign-changed"))
                }
                Some(_) => None,
            };
            let revision = table.map_or(1, |table| table.revision);
            let words = t("verdict-sign").with("revision", revision);
            sheet
                .spawn(Node {
                    flex_shrink: 0.0,
                    ..default()
                })
                .with_children(|place| {
                    let is_off = off.is_some();
                    let hold = Hold::new(words, Action::Verdict(VerdictAction::Sign(team)));
                    let hold = hold.icon(Icon::Pencil).off(off).spawn(place);
                    if is_off {
                        place.commands().entity(hold).insert(OnPaper);
                    }
                });
        }
    });
}

fn signature(sheet: &mut Parent, scene: &Scene, team: Team, revision: u16, fallen: bool) {
    sheet.spawn(drawing(scribble(team, fallen), 220.0, 44.0));
    sheet.spawn(rule(Tone::PaperRule));
    let names = &scene.people[team.index()];
    let who: Words = if names.is_empty() {
        case(&scene.seat.case.services[team.index()].name)
    } else {
        plain(names.join(", "))
    };
    sheet
        .spawn(Node {
            flex_shrink: 0.0,
            ..column(0.0)
        })
        .with_children(|lines| {
            let words = t("verdict-signed-by")
                .with("who", who)
                .with("revision", revision);
            lines.spawn(text(words, Type::BODY.tone(Tone::Ink)));
            if fallen {
                lines.spawn(text(t("verdict-fell"), Type::LABEL.tone(Tone::AlertInk)));
            }
        });
}

/// A hand's stroke, struck through when it no longer counts. No name can be read from it.
fn scribble(team: Team, fallen: bool) -> String {
    let stroke = match team {
        Team::North => {
            "M8 30C14 6 18 6 16 34C22 14 28 12 28 32C34 14 40 14 41 30C48 10 54 12 54 31C64 8 66 22 66 30C76 12 82 14 84 28C98 6 106 14 108 28C128 8 150 16 196 10"
        }
        Team::South => {
            "M10 26C16 4 30 6 24 22C18 38 6 34 18 22C34 8 46 10 42 32C52 12 60 12 60 30C68 16 76 14 78 30C82 18 94 12 96 28C112 22 120 8 132 26C150 34 168 22 198 18"
        }
    };
    let (ink, opacity) = if fallen {
        (palette::INK_2, 0.5)
    } else {
        (palette::INK, 1.0)
    };
    let strike = if fallen {
        format!(
            r#"<path d="M4 26H210" stroke="{}" stroke-width="2.4"/>"#,
            palette::ALERT_INK
        )
    } else {
        String::new()
    };
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 44" fill="none" stroke-linecap="round"><path d="{stroke}" stroke="{ink}" stroke-opacity="{opacity}" stroke-width="2.2"/>{strike}</svg>"#
    )
}
