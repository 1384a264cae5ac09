//! What a master scenario events list that comes back would change.

mod gone;
mod moment;
mod new;
mod since;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::super::doc::Doc;
use super::super::edit::{Splice, quoted};
use super::super::file::{ConditionFile, EffectFile};
use super::super::msel::DecisionFile;
use super::super::read::Parsed;
use super::super::texts::TextKind;
use super::super::translations::problem;
use super::msel::{
    CONDITION, DECISION, DELIVERY, EFFECTS, EXPECT, FROM, NEEDED, NUMBER, OBJECTIVE, REMARKS, Row,
    SYNOPSIS, TEXT, TO, heads,
};
use super::notation::{fault, indent};
use super::table::{Fault, Found, Grid, MAX_ROWS, Problem, clean};
use super::{Back, Change, Missing};

/// Columns that hold a text, with the field and what kind of text it is.
const TEXTS: &[(&str, &str, TextKind)] = &[
    (FROM, "from", TextKind::InjectFrom),
    (SYNOPSIS, "synopsis", TextKind::Synopsis),
    (TEXT, "text", TextKind::InjectText),
    (EXPECT, "expect", TextKind::Expect),
];
/// Columns in the case's notation, with the field.
const NOTATIONS: &[(&str, &str)] = &[
    (CONDITION, "when"),
    (EFFECTS, "effects"),
    (DECISION, "decision"),
];

/// See [`super::msel::back`].
pub(super) fn back(docs: &[Doc], parsed: &Parsed, grids: &[Grid], missing: Missing) -> Back {
    let mut out = Back::default();
    let found = match Found::new(grids, &heads(), NEEDED) {
        Ok(found) => found,
        Err(problem) => {
            out.problems.push(problem);
            return out;
        }
    };
    out.problems.extend(found.faults());
    for name in &found.strange {
        let note = format!("the column `{name}` is not one of a case's and is not read");
        out.notes.push(note);
    }
    if found.rows().count() > MAX_ROWS {
        out.problems.push(Problem {
            fault: Fault::TooManyRows,
            cell: None,
            column: "",
            message: format!("the sheet has more than {MAX_ROWS} rows"),
        });
        return out;
    }
    let injects = parsed.injects.all.iter();
    let known: BTreeMap<u16, _> = injects
        .filter_map(|i| Some((i.value.number, Row::new(docs, parsed, i)?)))
        .collect();
    let mut reader = Reader {
        docs,
        parsed,
        found: &found,
        out,
        row: 0,
        newer: BTreeSet::new(),
        fresh: Vec::new(),
        rounds: parsed.case.as_ref().map_or(u8::MAX, |c| c.value.rounds),
        next: known.keys().last().map_or(1, |n| n.saturating_add(1)),
    };
    let mut seen = BTreeSet::new();
    // By number: the first row without one that says the same in other words.
    let mut alike = BTreeMap::new();
    for row in found.rows() {
        reader.row = row;
        reader.newer.clear();
        let Some(number) = reader.text(NUMBER) else {
            // It holds what cannot be read, and that is told.
            continue;
        };
        if number.is_empty() {
            match known.values().find(|inject| reader.is_there(inject)) {
                Some(inject) => reader.came_before(inject, &mut seen),
                None => {
                    reader.new_inject();
                    let reworded = known.values().filter(|inject| reader.is_reworded(inject));
                    for number in reworded.map(|inject| inject.inject.number) {
                        alike.entry(number).or_insert(row);
                    }
                }
            }
            continue;
        }
        let Ok(number) = number.parse::<u16>() else {
            let message = format!("`{number}` is not the number of an inject");
            reader.tell(Fault::NotANumber, NUMBER, message);
            continue;
        };
        match known.get(&number) {
            None => {
                let message = match found.had(&number.to_string()) {
                    Some(true) => format!(
                        "inject {number} has gone from the case since the sheet was made; delete the row, or empty the number to have it again"
                    ),
                    _ => format!(
                        "the case has no inject {number}; leave the number empty for a new inject"
                    ),
                };
                reader.tell(Fault::UnknownNumber, NUMBER, message);
            }
            Some(_) if !seen.insert(number) => {
                let message = format!("inject {number} stands in the sheet twice");
                reader.tell(Fault::RowTwice, NUMBER, message);
            }
            Some(inject) => reader.known_inject(inject),
        }
    }
    reader.close_new_file();
    for (n, inject) in known.iter().filter(|(n, _)| !seen.contains(n)) {
        reader.gone(inject, missing, alike.get(n).copied());
    }
    reader.out
}

struct Reader<'r, 'd, 's, 'g> {
    docs: &'d [Doc<'s>],
    parsed: &'d Parsed,
    found: &'r Found<'g>,
    out: Back,
    /// The row that is being read.
    row: usize,
    /// Columns of the row that nobody edited and of which the case says something newer.
    newer: BTreeSet<&'static str>,
    /// Changes that make a file, by their places among the changes.
    fresh: Vec<usize>,
    rounds: u8,
    /// The number of the next new inject.
    next: u16,
}

impl Reader<'_, '_, '_, '_> {
    fn text(&self, column: &str) -> Option<String> {
        if self.newer.contains(column) {
            return None;
        }
        self.found.text(self.row, column)
    }

    fn tell(&mut self, fault: Fault, column: &'static str, message: impl Into<String>) {
        let cell = self.found.cell(self.row, column);
        if cell.is_some_and(|cell| self.found.illegible(cell)) {
            return;
        }
        let problem = self.found.problem(fault, self.row, column, message);
        self.out.problems.push(problem);
    }

    /// What a column says that is not what the inject has: old and new.
    fn differs(&self, inject: &Row, column: &str) -> Option<(String, String)> {
        let new = self.text(column)?;
        let old = inject.cell(column);
        (clean(&old) != new).then_some((old, new))
    }

    fn change(
        &mut self,
        inject: &Row,
        column: &'static str,
        (old, new): (String, String),
        splice: Option<Splice>,
    ) {
        self.changes(inject, column, (old, new), splice.into_iter().collect());
    }

    fn changes(
        &mut self,
        inject: &Row,
        column: &'static str,
        (old, new): (String, String),
        splices: Vec<Splice>,
    ) {
        self.both_changed(inject, column);
        self.out.changes.push(Change {
            cell: self.found.cell(self.row, column),
            what: format!("inject {}, {column}", inject.inject.number),
            file: inject.element.doc.file.to_owned(),
            old: Some(old).filter(|t| !t.is_empty()),
            new: Some(new).filter(|t| !t.is_empty()),
            splices,
        });
    }

    /// What is gone from the case is gone from its translations.
    fn emptied(&mut self, inject: &Row, column: &'static str, field: &str, old: String) {
        let mut splices: Vec<Splice> = inject.element.remove(field).into_iter().collect();
        let texts = if field == "decision" {
            "options."
        } else {
            field
        };
        let path = format!("injects.{}.{texts}", inject.inject.number);
        splices.extend(self.translations(&path));
        self.changes(inject, column, (old, String::new()), splices);
    }

    fn known_inject(&mut self, inject: &Row) {
        self.since(inject);
        for &(column, field, kind) in TEXTS {
            let Some((old, new)) = self.differs(inject, column) else {
                continue;
            };
            let optional = matches!(column, SYNOPSIS | EXPECT);
            if new.is_empty() && optional {
                self.emptied(inject, column, field, old);
                continue;
            }
            let splice = if self.fits(column, kind, &new) {
                Some(inject.element.set(field, quoted(&new)))
            } else {
                continue;
            };
            self.change(inject, column, (old, new), splice);
        }
        if let Some((old, new)) = self.differs(inject, TO)
            && let Some(teams) = self.teams(&new)
            && teams != inject.inject.to
        {
            let list = super::msel::teams(&teams);
            let splice = inject.element.set("to", format!("[{list}]"));
            self.change(inject, TO, (old, list), Some(splice));
        }
        if let Some((old, new)) = self.differs(inject, DELIVERY)
            && let Some((word, via)) = self.delivery(&new)
            && via != inject.inject.via
        {
            let splice = inject.element.set("via", format!("{via:?}"));
            self.change(inject, DELIVERY, (old, word.to_owned()), Some(splice));
        }
        self.moment(inject);
        for &(column, field) in NOTATIONS {
            let Some((old, new)) = self.differs(inject, column) else {
                continue;
            };
            if new.is_empty() {
                self.emptied(inject, column, field, old);
                continue;
            }
            let splice = if self.notation(column, &new) {
                Some(inject.element.set(field, indent(&new, "        ")))
            } else {
                continue;
            };
            self.change(inject, column, (old, new), splice);
        }
        if let Some((old, new)) = self.differs(inject, REMARKS) {
            match inject.element.remark(&new) {
                Some(splice) => self.change(inject, REMARKS, (old, new), Some(splice)),
                None => self.out.notes.push(format!(
                    "inject {} shares its line in {} with something else: its remarks are not taken",
                    inject.inject.number, inject.element.doc.file
                )),
            }
        }
        if self.differs(inject, OBJECTIVE).is_some() {
            self.out.notes.push(format!(
                "{}: objectives are worked out from their criteria; what the cell says is not taken",
                self.found
                    .cell(self.row, OBJECTIVE)
                    .map_or_else(String::new, |c| c.to_string())
            ));
        }
    }

    /// A text that its card has room for.
    fn fits(&mut self, column: &'static str, kind: TextKind, text: &str) -> bool {
        let Some((_, message, _)) = problem(kind, text) else {
            return true;
        };
        let fault = if text.is_empty() {
            Fault::Emptied
        } else {
            Fault::TextTooLong
        };
        self.tell(fault, column, message);
        false
    }

    fn notation(&mut self, column: &'static str, text: &str) -> bool {
        let why = match column {
            EFFECTS => fault::<Vec<EffectFile>>(text),
            DECISION => fault::<DecisionFile>(text),
            _ => fault::<ConditionFile>(text),
        };
        match why {
            None => true,
            Some(why) => {
                self.tell(
                    Fault::NotNotation,
                    column,
                    format!("not in the case's notation: {why}"),
                );
                false
            }
        }
    }
}
