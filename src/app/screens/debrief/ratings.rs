//! The evaluation guide: what the program proposes for each critical task, and what a person has decided.

use accesskit::Role;
use bevy::prelude::*;

use super::{DebriefAction, Lands, Part, Picks, Told, rating};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::console::note;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::panel::{panel, rule};
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::report::findings::{Capability, Proposal};
use crate::scenario::evaluation::Part as Speaks;
use crate::scenario::ids::CriticalTaskId;
use crate::scenario::words::Rating;

/// What whoever sits here may do about ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Decide.
    Settle,
    /// Give one of several.
    Rate,
    Read,
}

/// Every critical task that is rated, in the order of the guide.
pub fn all(told: &Told) -> impl Iterator<Item = &Proposal> {
    let found = told.findings.iter();
    found.flat_map(|f| f.capabilities.iter().flat_map(|c| &c.tasks))
}

/// What is decided on, by critical task.
pub fn settled(told: &Told, id: CriticalTaskId) -> Option<Rating> {
    let settled = told.debrief.settled.get(id.index())?;
    settled.as_ref().map(|s| s.rating)
}

/// The picked critical task, or the first.
pub fn picked<'t>(told: &'t Told, picks: &Picks) -> Option<&'t Proposal> {
    let wanted = all(told).find(|p| Some(p.task) == picks.task);
    wanted.or_else(|| all(told).next())
}

pub fn tab(panel: &mut Parent, told: &Told) {
    let capabilities = told.findings.iter().flat_map(|f| &f.capabilities);
    if all(told).next().is_none() {
        nothing(panel, told);
        return;
    }
    let head = Node {
        padding: UiRect::axes(px(18), px(10)),
        flex_shrink: 0.0,
        ..column(2.0)
    };
    panel.spawn(head).with_children(|head| {
        head.spawn(text(t("debrief-ratings-how"), Type::LABEL));
        let open = all(told)
            .filter(|p| settled(told, p.task).is_none())
            .count();
        let words = t("debrief-ratings-open").with("number", open);
        head.spawn(text(words, Type::LABEL));
    });
    panel.spawn(rule(Tone::Rule));
    scroll::area(panel, UiRect::axes(px(18), px(12)), GAP_5, false, |page| {
        let mut first = true;
        for capability in capabilities {
            one(page, told, capability, &mut first);
        }
        observations(page, told);
    });
}

/// What the trainer and the evaluators noted, in the order of time.
fn observations(page: &mut Parent, told: &Told) {
    if told.observations.is_empty() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(GAP_2)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(row(GAP_3)).with_children(|head| {
            head.spawn(icon(Icon::Eye, 18.0, Tone::Text2));
            head.spawn(text(t("console-notes"), Type::HEAD));
        });
        for observation in told.observations.iter() {
            note(place, &told.case.services, observation);
        }
    });
}

/// Why there is nothing to rate, and what to do.
fn nothing(panel: &mut Parent, told: &Told) {
    let key = if told.findings.is_none() {
        "debrief-ratings-no-record"
    } else {
        "debrief-ratings-no-guide"
    };
    let node = Node {
        padding: px(GAP_5).all(),
        align_items: AlignItems::Start,
        ..row(GAP_3)
    };
    panel.spawn(node).with_children(|line| {
        line.spawn(icon(Icon::Info, 22.0, Tone::Text2));
        line.spawn(wide()).with_children(|words| {
            words.spawn(text(t(key), Type::BODY));
        });
    });
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(2.0)
    }
}

fn one(page: &mut Parent, told: &Told, capability: &Capability, first: &mut bool) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(row(GAP_3)).with_children(|head| {
            head.spawn(icon(Icon::Target, 18.0, Tone::Text2));
            head.spawn(wide()).with_children(|words| {
                words.spawn(text(case(&capability.text), Type::HEAD));
                words.spawn(text(case(&capability.target), Type::LABEL));
            });
        });
        for proposal in &capability.tasks {
            place.spawn(rule(Tone::Rule));
            critical_task(place, told, proposal, std::mem::take(first));
        }
    });
}

fn critical_task(place: &mut Parent, told: &Told, proposal: &Proposal, first: bool) {
    let line = Node {
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    place.spawn(line).with_children(|line| {
        let node = Node {
            padding: UiRect::axes(px(GAP_2), px(5)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            ..wide()
        };
        let act = Action::Debrief(DebriefAction::Task(proposal.task));
        let name = case(&proposal.text);
        let mut entry = line.spawn((node, control(Look::Option, Role::RadioButton, name), act));
        entry.with_children(|words| {
            words.spawn(text(case(&proposal.text), Type::BODY));
            words.spawn(row(GAP_3)).with_children(|line| {
                line.spawn(text(seen(proposal), Type::LABEL));
                if proposal.critical {
                    line.spawn(row(4.0)).with_children(|error| {
                        error.spawn(icon(Icon::Warning, 13.0, Tone::Alert));
                        let kind = Type::LABEL.tone(Tone::Alert).one_line();
                        error.spawn(text(t("debrief-rating-capped"), kind));
                    });
                }
            });
        });
        if first {
            entry.insert(Lands);
        }
        letters(line, told, proposal);
    });
}

/// So much of what speaks for the task was observed.
fn seen(proposal: &Proposal) -> Words {
    let wanted = |part: Speaks| matches!(part, Speaks::Achieved | Speaks::Smooth);
    let all = || proposal.observed.iter().filter(|o| wanted(o.part));
    let met = all().filter(|o| o.met == Some(true)).count();
    let eye = proposal.observed.iter().filter(|o| o.met.is_none()).count();
    let words = if eye > 0 {
        t("debrief-rating-seen-and-eye").with("eye", eye)
    } else {
        t("debrief-rating-seen")
    };
    words.with("met", met).with("of", all().count())
}

/// P, S, M and U: what is proposed is underlined, what is decided on is filled.
pub fn letters(line: &mut Parent, told: &Told, proposal: &Proposal) {
    let frame = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..default()
    };
    let decided = match told.may {
        May::Rate => rating::own(told, proposal.task),
        May::Settle | May::Read => settled(told, proposal.task),
    };
    line.spawn((
        frame,
        Edge::All(Tone::RuleStrong),
        Fill(Tone::Room2),
        ArrowGroup,
    ))
    .with_children(|frame| {
        for rating in Rating::ALL {
            let proposed = proposal.rating == Some(*rating);
            letter(
                frame,
                told,
                proposal,
                *rating,
                proposed,
                decided == Some(*rating),
            );
        }
    });
}

fn letter(
    frame: &mut Parent,
    told: &Told,
    proposal: &Proposal,
    rating: Rating,
    proposed: bool,
    chosen: bool,
) {
    let node = Node {
        min_width: px(38),
        min_height: px(34),
        border_radius: BorderRadius::all(px(R_CONTROL - 1.0)),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..column(1.0)
    };
    let meaning = family("debrief-rating", rating.key());
    let name = if proposed {
        t("debrief-rating-name-proposed")
    } else {
        t("debrief-rating-name")
    };
    let name = name.with("rating", meaning).with("task", &proposal.text);
    let act = Action::Debrief(DebriefAction::Rate(proposal.task, rating));
    let mut one = frame.spawn((node, control(Look::Segment, Role::RadioButton, name), act));
    one.with_children(|inside| {
        let letter = plain(rating.key().to_uppercase());
        inside.spawn((text(letter, Type::BODY.bold().one_line()), Inherits));
        let line = Node {
            width: px(18),
            height: px(3),
            border_radius: BorderRadius::all(px(2)),
            ..default()
        };
        let tone = match (proposed, chosen) {
            (false, _) => Tone::Clear,
            (true, false) => Tone::Text,
            (true, true) => Tone::Room0,
        };
        inside.spawn((line, Fill(tone)));
    });
    if chosen {
        one.insert(Chosen);
    }
    if told.may == May::Read {
        one.insert(Off(t("debrief-rating-not-yours")));
    }
}

/// The picked task beside it.
pub fn beside(body: &mut Parent) {
    let node = Node {
        width: px(460),
        flex_shrink: 0.0,
        ..default()
    };
    body.spawn((panel(node), Part::Task));
}
