//! The case as a graph to walk: in the middle one thing, at the left what it waits for, at the right what waits
//! for it; from the verdict back to what is there from the start.

use accesskit::Role;
use bevy::prelude::*;

use super::{AuthorAction, Bench, Look, Section, words};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, Words, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{rule, team_sign};
use crate::app::widgets::press::{Inherits, Look as Style, control};
use crate::app::widgets::scroll;
use crate::author::{Kind as PartKind, Of, Part};
use crate::drawing::icon::Icon;
use crate::graph::{Edge, Graph, Kind, Lane, Node as Thing, graph};
use crate::scenario::ids::Team;

/// The graph with what its things are called.
struct Walk<'a> {
    graph: Graph,
    bench: &'a Bench,
    look: &'a Look,
    lang: Lang,
}

impl Walk<'_> {
    /// The part that a thing is, where it is one that can be looked at.
    fn part(&self, thing: &Thing) -> Option<&Part> {
        let kind = match thing.kind {
            Kind::Item | Kind::CriticalItem | Kind::FalseLead => PartKind::Item,
            Kind::Task => PartKind::Task,
            Kind::Inject | Kind::Decision => PartKind::Inject,
            Kind::Authority => PartKind::Authority,
            Kind::Operation => PartKind::Operation,
            Kind::Milestone | Kind::Network | Kind::Outcome => return None,
        };
        let key = thing.label.strip_prefix("inject ").unwrap_or(&thing.label);
        self.bench.of(kind).find(|part| part.key == key)
    }

    /// What people call it: number and title of a part, otherwise the author's id.
    fn name(&self, thing: &Thing) -> Words {
        let Some(part) = self.part(thing) else {
            return match thing.kind {
                Kind::Outcome => family("debrief-outcome", &thing.label),
                _ => plain(thing.label.clone()),
            };
        };
        let title = words::of(&part.title, self.bench, self.look, self.lang);
        if part.number.is_empty() {
            plain(title)
        } else {
            plain(format!("{} {title}", part.number))
        }
    }

    /// When it can come about at the earliest.
    fn when(&self, thing: &Thing) -> Words {
        let end = usize::from(self.graph.rounds) * 2 + 1;
        match thing.column {
            0 => t("author-graph-start"),
            c if c >= end => t("author-graph-verdict"),
            c if c % 2 == 1 => t("author-graph-round").with("round", c.div_ceil(2)),
            c => t("author-graph-after").with("round", c / 2),
        }
    }

    /// Where the walk stands: what was picked, or the full outcome.
    fn here(&self) -> usize {
        let full = |thing: &Thing| thing.kind == Kind::Outcome;
        self.look
            .node
            .filter(|at| *at < self.graph.nodes.len())
            .or_else(|| self.graph.nodes.iter().position(full))
            .unwrap_or(0)
    }
}

fn team(lane: Lane) -> Option<Team> {
    match lane {
        Lane::North => Some(Team::North),
        Lane::South => Some(Team::South),
        Lane::Both => None,
    }
}

/// The page of its own.
pub(super) fn page(panel: &mut Parent, bench: &Bench, look: &Look, lang: Lang) {
    let Some(good) = &bench.good else {
        panel.spawn(text(t("author-play-broken"), Type::BODY));
        return;
    };
    let walk = Walk {
        graph: graph(&good.scenario),
        bench,
        look,
        lang,
    };
    let at = walk.here();
    let Some(thing) = walk.graph.nodes.get(at) else {
        return;
    };
    let whole = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: UiRect::axes(px(GAP_4), px(GAP_3)),
        ..column(GAP_3)
    };
    panel.spawn(whole).with_children(|page| {
        page.spawn(text(t("author-graph-how"), Type::BODY.tone(Tone::Text2)));
        path(page, &walk, at);
        page.spawn(rule(Tone::Rule));
        let columns = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            align_items: AlignItems::Stretch,
            ..row(GAP_4)
        };
        page.spawn(columns).with_children(|columns| {
            let before = |edge: &&Edge| edge.to == at;
            let after = |edge: &&Edge| edge.from == at;
            let edges = &walk.graph.edges;
            side(
                columns,
                &walk,
                t("author-graph-needs"),
                edges.iter().filter(before).map(|e| (e, e.from)),
            );
            middle(columns, &walk, thing);
            side(
                columns,
                &walk,
                t("author-graph-leads"),
                edges.iter().filter(after).map(|e| (e, e.to)),
            );
        });
    });
}

/// The chain that the full outcome waits for longest, to begin at any of its links.
fn path(page: &mut Parent, walk: &Walk, at: usize) {
    let labels = walk.graph.critical_path();
    if labels.is_empty() {
        return;
    }
    page.spawn(text(t("author-graph-path"), Type::LABEL.bold()));
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(4),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn((node, ArrowGroup)).with_children(|line| {
        let nodes = walk.graph.nodes.iter().enumerate();
        for label in labels {
            let found = nodes.clone().find(|(_, n)| n.critical && n.label == label);
            let Some((place, thing)) = found else {
                continue;
            };
            let act = Action::Author(AuthorAction::Walk(place));
            let name = match walk.part(thing) {
                Some(part) if !part.number.is_empty() => plain(part.number.clone()),
                _ => walk.name(thing),
            };
            let button = if place == at {
                Button::primary(name, act)
            } else {
                Button::normal(name, act)
            };
            button.small().spawn(line);
        }
    });
}

fn middle(columns: &mut Parent, walk: &Walk, thing: &Thing) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(GAP_3)
    };
    columns.spawn(node).with_children(|page| {
        page.spawn(row(GAP_2)).with_children(|head| {
            if let Some(team) = team(thing.lane) {
                head.spawn(team_sign(team, 14.0, false));
            }
            head.spawn(text(
                family("author-graph-kind", thing.kind.key()),
                Type::LABEL.bold(),
            ));
        });
        page.spawn(text(walk.name(thing), Type::HEAD));
        page.spawn(text(walk.when(thing), Type::BODY));
        if thing.critical {
            page.spawn(Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            })
            .with_children(|line| {
                line.spawn(icon(Icon::Info, 16.0, Tone::Alert));
                line.spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                })
                .with_children(|words| {
                    words.spawn(text(t("author-graph-critical"), Type::LABEL));
                });
            });
        }
        if let Some(part) = walk.part(thing) {
            let act = Action::Author(AuthorAction::Visit(part.of));
            Button::normal(t("author-graph-show"), act)
                .icon(Icon::Eye)
                .spawn(page);
            if let Some(place) = walk.bench.place(part) {
                let written = t("author-written").with("place", place.brief().as_str());
                page.spawn(text(written, Type::LABEL));
            }
        }
    });
}

fn side<'e>(
    columns: &mut Parent,
    walk: &Walk,
    title: Words,
    edges: impl Iterator<Item = (&'e Edge, usize)>,
) {
    let node = Node {
        width: percent(36),
        flex_shrink: 0.0,
        min_height: px(0),
        ..column(GAP_2)
    };
    let mut edges: Vec<(&Edge, usize)> = edges.collect();
    edges.sort_by_key(|(edge, other)| {
        let column = walk.graph.nodes.get(*other).map(|n| n.column);
        (!walk.graph.path.contains(edge), column, *other)
    });
    columns.spawn(node).with_children(|page| {
        page.spawn(text(title, Type::LABEL.bold()));
        if edges.is_empty() {
            page.spawn(text(t("author-graph-nothing"), Type::BODY));
        }
        let padding = UiRect::right(px(GAP_3));
        scroll::area(page, padding, 4.0, false, |list| {
            list.spawn((column(4.0), ArrowGroup)).with_children(|list| {
                for (edge, other) in edges {
                    if let Some(thing) = walk.graph.nodes.get(other) {
                        entry(list, walk, edge, other, thing);
                    }
                }
            });
        });
    });
}

fn entry(list: &mut Parent, walk: &Walk, edge: &Edge, other: usize, thing: &Thing) {
    let node = Node {
        padding: UiRect::axes(px(10), px(5)),
        min_height: px(34),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let title = walk.name(thing);
    let act = Action::Author(AuthorAction::Walk(other));
    let name = control(Style::Option, Role::Button, title.clone());
    list.spawn((node, name, act)).with_children(|line| {
        if let Some(team) = team(thing.lane) {
            line.spawn(team_sign(team, 12.0, false))
                .entry::<Node>()
                .and_modify(|mut node| node.margin = UiRect::top(px(4)));
        }
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            place.spawn((text(title, Type::BODY), Inherits));
            place.spawn(row(GAP_2)).with_children(|low| {
                let bond = family("author-graph-bond", edge.bond.key());
                low.spawn((text(bond, Type::LABEL.one_line()), Inherits));
                low.spawn(grow());
                low.spawn((text(walk.when(thing), Type::LABEL.one_line()), Inherits));
            });
        });
        if walk.graph.path.contains(edge) {
            line.spawn(icon(Icon::Info, 15.0, Tone::Alert));
        }
    });
}

/// Goes to a part's own page.
pub(super) fn visit(look: &mut Look, of: Of) {
    look.section = Section::Of(of.kind);
    look.pick = Some(of);
}
