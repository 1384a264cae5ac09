//! What officers, tasks and items look like in more than one place of the desk.

use bevy::prelude::*;

use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::Picture;
use crate::app::theme::measure::R_PAPER;
use crate::drawing::icon::Icon;
use crate::drawing::portrait;
use crate::scenario::ids::Team;
use crate::scenario::words::TaskKind;
use crate::view::{ItemView, OfficerView, TaskView};

pub(super) fn name_of(officer: &OfficerView) -> Words {
    case(&officer.name)
}

/// The officer's face.
pub(super) fn portrait_of(
    officer: &OfficerView,
    team: Team,
    width: f32,
    height: f32,
) -> impl Bundle + use<> {
    let node = Node {
        width: px(width),
        height: px(height),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(px(R_PAPER)),
        ..default()
    };
    (
        Picture::Svg(portrait::svg(officer.portrait, team).into()),
        node,
    )
}

#[must_use]
pub(super) fn task_icon(kind: TaskKind) -> Icon {
    match kind {
        TaskKind::Surveil => Icon::Eye,
        TaskKind::Canvass => Icon::People,
        TaskKind::RegistryCheck => Icon::List,
        TaskKind::Analysis => Icon::Link,
        TaskKind::DocumentExamination => Icon::Document,
        TaskKind::Interview => Icon::Speech,
        TaskKind::PrimaryLine => Icon::Person,
        TaskKind::Search => Icon::Search,
        TaskKind::Intercept => Icon::Hand,
        TaskKind::VictimAssistance => Icon::Heart,
        TaskKind::LiaisonVisit => Icon::Flag,
    }
}

/// The authority that the task waits for.
#[must_use]
pub(super) fn needs(task: &TaskView) -> Words {
    let needed = task.authority.as_ref();
    let title = needed.map_or_else(|| plain(""), |needed| case(&needed.title));
    t("authority-task-needs").with("title", title)
}

/// Hours, rounds if more than this one, and risk.
#[must_use]
pub(super) fn price(task: &TaskView) -> Words {
    t("desk-price")
        .with("hours", task.hours)
        .with("rounds", task.rounds)
        .with("risk", family("desk-risk", task.risk.key()))
}

/// Why the chance is what it is.
#[must_use]
pub(super) fn why(task: &TaskView, officer: &OfficerView) -> Words {
    let own = family("skill", officer.skill.key());
    if task.skill == officer.skill {
        t("desk-why-own")
            .with("skill", own)
            .with("level", officer.level)
    } else {
        t("desk-why-other")
            .with("skill", family("skill", task.skill.key()))
            .with("own", own)
    }
}

/// The number under which both services know an item.
#[must_use]
pub(super) fn code(item: &ItemView) -> String {
    let letter = match item.origin {
        Team::North => 'N',
        Team::South => 'S',
    };
    format!("{letter}-{:02}", item.number)
}
