//! The parts of the bench. Each is built again only where something that it shows has changed: another light
//! must not cost the whole screen.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use bevy::prelude::*;

use super::sheet::Lying;
use super::{BenchUi, Exercise, bar_of, foot, sheet, side, under, words};
use crate::app::i18n::Words;
use crate::app::text::Parent;
use crate::document::Document;
use crate::drawing::document::Drawn;
use crate::engine::encounter::document::Fact;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Bar,
    /// What the exercise says along the top.
    Strip,
    /// A document with its heading; drawing and spots lie inside.
    Half(Lying),
    Drawing(Lying),
    /// The places that can be picked.
    Spots(Lying),
    Registers,
    Traveller,
    /// Lights and facts, or what was right; lights and facts lie inside.
    Side,
    Lights,
    Facts,
    Foot,
}

/// A part, and what it shows, hashed.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) which: Which,
    shown: u64,
}

/// What there is to show.
pub(super) struct Scene<'a> {
    pub(super) ui: &'a BenchUi,
    pub(super) exercise: &'a Exercise<'a>,
    pub(super) narrow: bool,
    /// The document and, where there is one and it is open, its specimen, under the light.
    drawn: [Option<Arc<Drawn>>; 2],
    pub(super) document: Arc<Document>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(ui: &'a BenchUi, exercise: &'a Exercise<'a>, narrow: bool) -> Self {
        let document = Arc::new(ui.bench.matter.document.clone());
        let opened = ui.bench.open().contains(&Fact::SpecimenState);
        let of = |lying| ui.kept.drawn(&document, lying, ui.sheet, ui.light);
        let beside = opened.then(|| of(Lying::Specimen)).flatten();
        Self {
            ui,
            exercise,
            narrow,
            drawn: [of(Lying::Presented), beside],
            document,
        }
    }

    /// The part itself, in a node of its own.
    pub(super) fn part(&self, parent: &mut Parent, which: Which, node: impl Bundle) {
        let shown = self.shown(which);
        parent
            .spawn((node, Part { which, shown }))
            .with_children(|inside| self.fill(which, inside));
    }

    fn fill(&self, which: Which, parent: &mut Parent) {
        match which {
            Which::Bar => bar_of(parent, self),
            Which::Strip => self.exercise.strip(parent),
            Which::Half(lying) => sheet::half_of(parent, self, lying),
            Which::Drawing(lying) => sheet::drawing_of(parent, self, lying),
            Which::Spots(lying) => sheet::spots_of(parent, self, lying),
            Which::Registers => under::registers(parent, self.ui),
            Which::Traveller => under::traveller(parent, self.ui),
            Which::Side => side::column_of(parent, self),
            Which::Lights => side::lights(parent, self.ui),
            Which::Facts => side::facts(parent, self.ui),
            Which::Foot => foot::foot(parent, self.ui, self.narrow),
        }
    }

    fn shown(&self, which: Which) -> u64 {
        let ui = self.ui;
        let (matter, picked) = (&ui.bench.matter, &ui.picked);
        // Of what lies there only what is said of it: looking at it changes what is known of it.
        let named = |fact: &Fact| words::fact(matter, *fact);
        match which {
            Which::Bar => hash(&(ui.bench.minutes, ui.drill().map(|d| d.level), matter.today)),
            Which::Strip => 0,
            Which::Half(lying) => hash(&(
                sheet::heading(ui, lying),
                ui.sheet,
                lying == Lying::Specimen && picked.contains(&Fact::SpecimenState),
            )),
            Which::Drawing(lying) => {
                // A drawing is long: it is hashed as it is, not as it would be told.
                let mut hasher = DefaultHasher::new();
                self.drawn(lying).map(|drawn| &drawn.svg).hash(&mut hasher);
                hash(&(hasher.finish(), ui.light, ui.zoom, ui.centre))
            }
            Which::Spots(lying) => {
                let spots = sheet::spots(self, lying);
                let called: Vec<Words> = spots.iter().map(|(fact, _)| named(fact)).collect();
                hash(&(spots, called, ui.over(), picked, ui.zoom, ui.centre))
            }
            Which::Registers => hash(&(
                ui.bench.open(),
                picked,
                &matter.registers,
                &matter.document.page.number,
            )),
            Which::Traveller => hash(&(picked, &matter.traveller)),
            Which::Side => match &ui.bench.truth {
                None if !ui.over() => 0,
                truth => hash(&(truth, ui.bench.verdict, ui.bench.said, &ui.bench.lights)),
            },
            Which::Lights => hash(&(ui.light, ui.zoom)),
            Which::Facts => {
                let confirmed = ui.bench.confirmed.iter().flat_map(|(a, b)| [a, b]);
                let called: Vec<Words> = picked.iter().chain(confirmed).map(named).collect();
                hash(&(called, picked.len(), ui.bench.late()))
            }
            Which::Foot => hash(&(ui.said, ui.over())),
        }
    }

    pub(super) fn drawn(&self, lying: Lying) -> Option<&Drawn> {
        self.drawn[lying as usize].as_deref()
    }

    /// Builds again what shows something else than it did; `told`: the exercise has said something new.
    pub(super) fn renew(
        &self,
        commands: &mut Commands,
        parts: &mut Query<(Entity, &mut Part)>,
        told: bool,
    ) {
        let mut changed: Vec<(Which, u64)> = Vec::new();
        for (_, part) in parts.iter() {
            let of_exercise = told && matches!(part.which, Which::Bar | Which::Strip);
            let now = self.shown(part.which);
            if of_exercise || part.shown != now {
                changed.push((part.which, now));
            }
        }
        let new = |which: Which| {
            let mut changed = changed.iter();
            changed
                .find(|(part, _)| *part == which)
                .map(|(_, now)| *now)
        };
        let around = |which: Which| match which {
            Which::Drawing(lying) | Which::Spots(lying) => Some(Which::Half(lying)),
            Which::Lights | Which::Facts => Some(Which::Side),
            _ => None,
        };
        for (entity, mut part) in parts.iter_mut() {
            let which = part.which;
            let with_it = around(which).is_some_and(|outer| new(outer).is_some());
            let Some(now) = new(which).filter(|_| !with_it) else {
                continue;
            };
            part.shown = now;
            super::rebuild(commands, entity, |inside| self.fill(which, inside));
        }
    }
}

fn hash(shown: &impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{shown:?}").hash(&mut hasher);
    hasher.finish()
}
