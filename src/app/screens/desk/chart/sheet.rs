//! The team's chart as a drawing: its names and words in one language, and where everything is.

use super::{ChartUi, Pick, Stand};
use crate::app::i18n::{Lang, Words, family, say, t};
use crate::app::screens::folder::words::partner;
use crate::drawing::linkchart::{Frame, Legend, Link, LinkChart, Node, Place, Sight};
use crate::drawing::svg::Point;
use crate::scenario::ids::SubjectId;
use crate::scenario::model::Link as Bond;
use crate::session::SeatEnd;
use crate::view::SubjectView;

/// From this zoom on names can be read.
const READABLE: f32 = 0.8;

/// What the buttons over the sheet take of its height.
const TOOLS: f32 = 40.0;

fn under_tools(size: Point) -> Point {
    (size.0, (size.1 - TOOLS).max(1.0))
}

/// Everything that a chart's drawing borrows from.
pub(super) struct Sheet<'a> {
    seat: &'a SeatEnd,
    names: Vec<String>,
    kinds: Vec<String>,
    words: Vec<String>,
    legend: [String; 4],
    picked: Option<Pick>,
}

/// A link as a sentence: who, what binds, whom.
#[must_use]
pub fn says(from: &SubjectView, link: Bond, to: &SubjectView) -> Words {
    t("chart-says")
        .with("from", &from.name)
        .with("kind", family("link-kind", link.kind.key()))
        .with("to", &to.name)
}

impl<'a> Sheet<'a> {
    pub(super) fn of(seat: &'a SeatEnd, ui: &ChartUi, lang: Lang) -> Self {
        let chart = &seat.view.chart;
        let nodes = chart.nodes.iter();
        let links = chart.links.iter();
        let partner = partner(&seat.case);
        let status = |key: &'static str| say(lang, &t(key).with("partner", partner));
        Self {
            seat,
            names: nodes
                .clone()
                .map(|n| n.subject.name.get(lang.tag()).to_owned())
                .collect(),
            kinds: nodes
                .map(|n| say(lang, &family("subject-kind", n.subject.kind.key())))
                .collect(),
            words: links
                .map(|l| say(lang, &family("link-kind", l.link.kind.key())))
                .collect(),
            legend: [
                status("link-status-corroborated"),
                status("link-status-one-source"),
                status("link-status-contested"),
                status("link-status-partner-only"),
            ],
            picked: ui.picked,
        }
    }

    fn legend(&self) -> Legend<'_> {
        let [corroborated, one_source, contested, partner_only] = &self.legend;
        Legend {
            corroborated,
            one_source,
            contested,
            partner_only,
        }
    }

    fn index(&self, id: SubjectId) -> Option<usize> {
        let nodes = &self.seat.view.chart.nodes;
        nodes.iter().position(|n| n.subject.id == id)
    }

    fn chart(&self) -> LinkChart<'_> {
        let chart = &self.seat.view.chart;
        let nodes = chart.nodes.iter().zip(&self.names).zip(&self.kinds);
        let links = chart.links.iter().zip(&self.words);
        LinkChart {
            nodes: nodes
                .map(|((node, name), kind)| Node {
                    kind: node.subject.kind,
                    name,
                    note: Some(kind),
                    known: node.known,
                    selected: self.picked == Some(Pick::Node(node.subject.id)),
                })
                .collect(),
            links: links
                .filter_map(|(view, word)| {
                    Some(Link {
                        from: self.index(view.link.from)?,
                        to: self.index(view.link.to)?,
                        word,
                        status: view.status,
                        both_ways: view.link.kind.both_ways(),
                        on_board: view.on_board,
                        selected: self.picked == Some(Pick::Link(view.link)),
                    })
                })
                .collect(),
            viewer: self.seat.case.team,
        }
    }

    /// The links that are drawn, in the order in which they are.
    fn bonds(&self) -> impl Iterator<Item = Bond> + '_ {
        let links = self.seat.view.chart.links.iter().map(|l| l.link);
        links.filter(|l| self.index(l.from).is_some() && self.index(l.to).is_some())
    }

    /// Where the nodes come to stand, with those that are new.
    pub(super) fn arranged(&self, ui: &ChartUi) -> Vec<Point> {
        let stands = ui.stands(self.seat.case.team);
        let nodes = self.seat.view.chart.nodes.iter();
        let places: Vec<Place> = nodes
            .map(|node| match stands.get(&node.subject.id) {
                None => Place::New,
                Some(Stand { at, by_hand: true }) => Place::Put(*at),
                Some(Stand { at, .. }) => Place::Stood(*at),
            })
            .collect();
        self.chart().arranged(&places)
    }

    /// Where the nodes stand.
    fn at(&self, ui: &ChartUi) -> Vec<Point> {
        let stands = ui.stands(self.seat.case.team);
        let nodes = self.seat.view.chart.nodes.iter();
        nodes
            .map(|n| stands.get(&n.subject.id).map_or((0.0, 0.0), |s| s.at))
            .collect()
    }

    /// What of the chart is on the surface.
    pub(super) fn sight(&self, ui: &ChartUi) -> Sight {
        let size = (ui.size.x, ui.size.y);
        match ui.sight {
            Some((middle, zoom)) => Sight { middle, zoom, size },
            None => {
                let at = self.at(ui);
                let legend = self.legend();
                let legend = self.legend_open(ui).then_some(&legend);
                let mut sight = self.chart().sight(&at, under_tools(size), legend);
                sight.middle.1 -= TOOLS / 2.0 / sight.zoom;
                sight.size = size;
                sight
            }
        }
    }

    /// Is the legend on the sheet? Until somebody has said so: where the chart can be read beside it.
    pub(super) fn legend_open(&self, ui: &ChartUi) -> bool {
        ui.legend.unwrap_or_else(|| {
            let size = (ui.size.x, ui.size.y);
            let legend = self.legend();
            let beside = self
                .chart()
                .sight(&self.at(ui), under_tools(size), Some(&legend));
            beside.zoom >= READABLE
        })
    }

    pub(super) fn svg(&self, ui: &ChartUi, sight: &Sight) -> String {
        let legend = self.legend();
        let legend = self.legend_open(ui).then_some(&legend);
        self.chart().svg(&self.at(ui), sight, legend)
    }

    /// The nodes with what they are called and where they stand.
    pub(super) fn knots(&self, ui: &ChartUi) -> Vec<(SubjectId, Words, Point)> {
        let nodes = self.seat.view.chart.nodes.iter().zip(self.at(ui));
        nodes
            .map(|(n, at)| (n.subject.id, crate::app::i18n::case(&n.subject.name), at))
            .collect()
    }

    /// The links with what they say and where their labels are.
    pub(super) fn labels(&self, ui: &ChartUi) -> Vec<(Bond, Words, Frame)> {
        let frames = self.chart().label_frames(&self.at(ui));
        let named = |id| {
            let nodes = &self.seat.view.chart.nodes;
            self.index(id).map(|i| &nodes[i].subject)
        };
        self.bonds()
            .zip(frames)
            .filter_map(|(bond, frame)| {
                let words = says(named(bond.from)?, bond, named(bond.to)?);
                Some((bond, words, frame?))
            })
            .collect()
    }

    /// Where what is picked is, if it is on the chart.
    pub(super) fn of_pick(&self, ui: &ChartUi, pick: Pick) -> Option<Point> {
        match pick {
            Pick::Node(id) => self.index(id).map(|i| self.at(ui)[i]),
            Pick::Link(link) => {
                let labels = self.labels(ui);
                let label = labels.iter().find(|(bond, ..)| *bond == link);
                label.map(|(.., frame)| frame.middle())
            }
        }
    }
}
