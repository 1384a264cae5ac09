//! The master scenario events list as a table: the columns that trainers know, a row for each inject.
//!
//! Texts, teams and moments stand in cells as people write them. Conditions, effects and decisions stand there in the
//! case's notation. Remarks are the comments right above an inject in its file. Objectives are worked out: those with
//! a criterion that asks what was decided at the inject.

use super::super::doc::{Doc, Located};
use super::super::edit::element::Element;
use super::super::file::{ConditionFile, InjectFile};
use super::super::ids::Team;
use super::super::msel::TriggerFile;
use super::super::read::{self, Parsed};
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::super::words::Delivery;
use super::notation::dedent;
use super::table::{Grid, Head, Table, clean};
use super::{Back, Missing, back};

pub(super) const NUMBER: &str = "Number";
pub(super) const TRIGGER: &str = "Trigger";
pub(super) const ROUND: &str = "Round";
pub(super) const MINUTE: &str = "Minute";
pub(super) const FROM: &str = "From";
pub(super) const TO: &str = "To";
pub(super) const DELIVERY: &str = "Delivery";
pub(super) const SYNOPSIS: &str = "Synopsis";
pub(super) const TEXT: &str = "Inject text";
pub(super) const EXPECT: &str = "Expected action";
pub(super) const OBJECTIVE: &str = "Objective";
pub(super) const CONDITION: &str = "Condition";
pub(super) const UNLESS: &str = "Unless seen";
pub(super) const DECISION: &str = "Decision";
pub(super) const EFFECTS: &str = "Effects";
pub(super) const REMARKS: &str = "Remarks";

/// Columns without which a sheet is not read.
pub(super) const NEEDED: &[&str] = &[NUMBER, TEXT];

/// The fields of an inject as they are usually written.
pub(super) const ORDER: &[&str] = &[
    "number", "when", "trigger", "synopsis", "to", "from", "via", "text", "expect", "effects",
    "decision",
];

/// Triggers by the words of a cell.
pub(super) const TRIGGERS: &[&str] = &["Holds", "Timed", "Contingency", "By hand"];
/// Deliveries by the words of a cell.
pub(super) const DELIVERIES: &[(&str, Delivery)] = &[
    ("Telephone", Delivery::Telephone),
    ("Radio", Delivery::Radio),
    ("Message", Delivery::Message),
    ("In person", Delivery::InPerson),
];

/// The columns of the table.
pub(super) fn heads() -> Vec<Head> {
    let head = |name, width, note| Head {
        name,
        width,
        note,
        shown_only: false,
        choice: &[],
    };
    let choice = |name, width, note, choice| Head {
        choice,
        ..head(name, width, note)
    };
    vec![
        head(
            NUMBER,
            9,
            "As it is in the case. Leave it empty for a new inject.",
        ),
        choice(
            TRIGGER,
            13,
            "What makes it go. Holds: the condition. Timed: round and minute. Contingency: at the round, unless the \
             expected has been seen. By hand: the facilitator.",
            TRIGGERS,
        ),
        head(ROUND, 8, "Timed and Contingency."),
        head(MINUTE, 8, "Timed: minutes of planning that have passed."),
        head(FROM, 22, "Who sends it; at most 40 characters."),
        head(TO, 14, "North, South, or both with a comma between."),
        choice(
            DELIVERY,
            13,
            "How it comes.",
            &["Telephone", "Radio", "Message", "In person"],
        ),
        head(
            SYNOPSIS,
            30,
            "For the facilitator's list; at most 90 characters.",
        ),
        head(TEXT, 60, "What the team reads; at most 320 characters."),
        head(EXPECT, 36, "What a good team does; at most 160 characters."),
        Head {
            shown_only: true,
            ..head(
                OBJECTIVE,
                16,
                "Objectives that ask what was decided here; worked out, not read back.",
            )
        },
        head(CONDITION, 34, "In the case's notation: Round(AtLeast(2))."),
        head(
            UNLESS,
            34,
            "Contingency: the expected action as a condition.",
        ),
        head(
            DECISION,
            44,
            "In the case's notation: Decision(options: [ .. ]).",
        ),
        head(EFFECTS, 34, "In the case's notation: [Exposure(5)]."),
        head(REMARKS, 30, "Comments above the inject in its file."),
    ]
}

/// The list of a case.
#[must_use]
pub fn table(source: &CaseSource) -> Table {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    let heads = heads();
    let injects = parsed.injects.all.iter();
    let rows = injects
        .filter_map(|inject| Row::new(&docs, &parsed, inject))
        .map(|row| heads.iter().map(|h| row.cell(h.name)).collect())
        .collect();
    Table {
        name: "MSEL".to_owned(),
        heads,
        rows,
    }
}

/// What a list that comes back would change in the case, and what becomes of injects without a row. The case has to
/// be one without errors.
#[must_use]
pub fn back(source: &CaseSource, grids: &[Grid], missing: Missing) -> Back {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    back::back(&docs, &parsed, grids, missing)
}

/// One inject of the case.
pub(super) struct Row<'d, 's> {
    pub element: Element<'d, 's>,
    pub inject: &'d InjectFile,
    pub objectives: String,
}

impl<'d, 's> Row<'d, 's> {
    pub fn new(
        docs: &'d [Doc<'s>],
        parsed: &Parsed,
        inject: &'d Located<InjectFile>,
    ) -> Option<Self> {
        let element = Element {
            doc: docs.get(inject.at.doc)?,
            node: inject.at.node,
            order: ORDER,
        };
        let number = inject.value.number;
        let objectives = parsed.objectives.all.iter().map(|o| &o.value);
        let touched: Vec<&str> = objectives
            .filter(|o| o.criteria.iter().any(|c| asks(&c.when, number)))
            .map(|o| o.id.as_str())
            .collect();
        Some(Self {
            element,
            inject: &inject.value,
            objectives: touched.join(", "),
        })
    }

    /// What the table shows of it.
    pub fn cell(&self, column: &str) -> String {
        let i = self.inject;
        let maybe = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
        match column {
            NUMBER => i.number.to_string(),
            TRIGGER => kind(&i.trigger).to_owned(),
            ROUND => match i.trigger {
                TriggerFile::Timed { round, .. } => round.to_string(),
                TriggerFile::Contingency { by, .. } => by.to_string(),
                TriggerFile::Holds | TriggerFile::ByHand => String::new(),
            },
            MINUTE => match i.trigger {
                TriggerFile::Timed { minute, .. } => minute.to_string(),
                _ => String::new(),
            },
            FROM => clean(&i.from),
            TO => teams(&i.to),
            DELIVERY => delivery(i.via).to_owned(),
            SYNOPSIS => maybe(&i.synopsis),
            TEXT => clean(&i.text),
            EXPECT => maybe(&i.expect),
            OBJECTIVE => self.objectives.clone(),
            CONDITION => self.written(&self.element, "when"),
            UNLESS => self
                .trigger()
                .map(|trigger| self.written(&trigger, "expected"))
                .unwrap_or_default(),
            DECISION => self.written(&self.element, "decision"),
            EFFECTS => self.written(&self.element, "effects"),
            REMARKS => clean(&self.element.remarks().0),
            _ => String::new(),
        }
    }

    fn written(&self, element: &Element, field: &str) -> String {
        element
            .value(field)
            .map(|(text, _)| dedent(text))
            .unwrap_or_default()
    }

    /// The trigger, if it says more than a word.
    pub fn trigger(&self) -> Option<Element<'d, 's>> {
        let doc = self.element.doc;
        let node = doc.tree.field(doc.text, self.element.node, "trigger")?;
        Some(Element {
            doc,
            node: doc.tree.unwrapped(doc.text, node),
            order: &["round", "minute", "expected", "by"],
        })
    }
}

/// The word for a trigger.
pub(super) fn kind(trigger: &TriggerFile) -> &'static str {
    TRIGGERS[match trigger {
        TriggerFile::Holds => 0,
        TriggerFile::Timed { .. } => 1,
        TriggerFile::Contingency { .. } => 2,
        TriggerFile::ByHand => 3,
    }]
}

/// `North, South`
pub(super) fn teams(teams: &[Team]) -> String {
    let names: Vec<&str> = teams.iter().map(|&t| team(t)).collect();
    names.join(", ")
}

pub(super) fn team(team: Team) -> &'static str {
    match team {
        Team::North => "North",
        Team::South => "South",
    }
}

fn delivery(via: Delivery) -> &'static str {
    let word = DELIVERIES.iter().find(|(_, d)| *d == via);
    word.map_or("", |(word, _)| word)
}

/// Does a condition ask what was decided at this inject?
fn asks(condition: &ConditionFile, number: u16) -> bool {
    match condition {
        ConditionFile::All(all) | ConditionFile::Any(all) => all.iter().any(|c| asks(c, number)),
        ConditionFile::Not(inner) => asks(inner, number),
        ConditionFile::Chosen { inject, .. } => *inject == number,
        _ => false,
    }
}
