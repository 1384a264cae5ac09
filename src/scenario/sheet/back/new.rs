//! Rows without a number: injects that the case does not have yet.

use std::collections::BTreeSet;

use super::super::super::edit::element::{append, comment};
use super::super::super::edit::{Splice, quoted};
use super::super::super::tree::Kind;
use super::super::Change;
use super::super::msel::{
    CONDITION, DELIVERY, EXPECT, FROM, NUMBER, OBJECTIVE, REMARKS, ROUND, Row, SYNOPSIS, TEXT, TO,
    TRIGGER, heads,
};
use super::super::notation::indent;
use super::super::table::{Cell, Fault, clean};
use super::{NOTATIONS, Reader, TEXTS};

/// The file of a case that has no injects yet.
const FILE: &str = "injects.ron";

impl Reader<'_, '_, '_, '_> {
    /// Whether an inject says all that a row without a number says: the sheet has been brought back before.
    pub(super) fn is_there(&self, inject: &Row) -> bool {
        self.text(TEXT).is_some_and(|text| !text.is_empty()) && self.is_as(inject, &[])
    }

    /// Whether it says the same in other words: the sheet has been brought back before, and the row edited since.
    pub(super) fn is_reworded(&self, inject: &Row) -> bool {
        self.is_as(inject, &[TEXT, SYNOPSIS, EXPECT, REMARKS])
    }

    /// Whether all that the row says beside these columns is so.
    fn is_as(&self, inject: &Row, but: &[&str]) -> bool {
        let says = |column| self.text(column).filter(|text| !text.is_empty());
        heads()
            .iter()
            .filter(|head| !but.contains(&head.name))
            .all(|head| {
                let has = clean(&inject.cell(head.name));
                match head.name {
                    NUMBER | OBJECTIVE => true,
                    TO => says(TO).is_none_or(|t| {
                        let mut teams = self.teams_of(&t).unwrap_or_default();
                        let mut has = inject.inject.to.clone();
                        teams.sort_unstable();
                        has.sort_unstable();
                        teams == has
                    }),
                    TRIGGER | DELIVERY => {
                        says(head.name).is_none_or(|t| t.eq_ignore_ascii_case(&has))
                    }
                    _ => says(head.name).is_none_or(|t| t == has),
                }
            })
    }

    /// Nothing is added, and the inject has its row.
    pub(super) fn came_before(&mut self, inject: &Row, seen: &mut BTreeSet<u16>) {
        let number = inject.inject.number;
        seen.insert(number);
        let at = self.found.cell(self.row, TEXT);
        self.out.notes.push(format!(
            "{}: the case has this already as inject {number}, so it is not added again",
            at.map_or_else(String::new, |cell| cell.to_string())
        ));
    }

    /// An inject that is to be written; every column that it lacks is told.
    pub(super) fn new_inject(&mut self) {
        let told = self.out.problems.len();
        let mut fields: Vec<(&str, String)> = Vec::new();
        for column in [FROM, TO, DELIVERY, TEXT] {
            if self.text(column).unwrap_or_default().is_empty() {
                let message = format!("a new inject needs `{column}`");
                self.tell(Fault::NewLacks, column, message);
            }
        }
        for &(column, field, kind) in TEXTS {
            let text = self.text(column).unwrap_or_default();
            if !text.is_empty() && self.fits(column, kind, &text) {
                fields.push((field, quoted(&text)));
            }
        }
        let cell = self.text(TO).unwrap_or_default();
        if !cell.is_empty()
            && let Some(teams) = self.teams(&cell)
        {
            fields.push(("to", format!("[{}]", super::super::msel::teams(&teams))));
        }
        let cell = self.text(DELIVERY).unwrap_or_default();
        if !cell.is_empty()
            && let Some((_, via)) = self.delivery(&cell)
        {
            fields.push(("via", format!("{via:?}")));
        }
        for &(column, field) in NOTATIONS {
            let text = self.text(column).unwrap_or_default();
            if !text.is_empty() && self.notation(column, &text) {
                fields.push((field, indent(&text, "        ")));
            }
        }
        if let Some(trigger) = self.new_moment() {
            fields.push(("trigger", trigger));
        }
        if self.out.problems.len() > told {
            return;
        }
        let number = self.next;
        self.next = number.saturating_add(1);
        fields.push(("number", number.to_string()));
        self.write(number, &fields);
    }

    /// The trigger of a new inject, if it has to be written. A round alone is a time, a condition alone is one.
    fn new_moment(&mut self) -> Option<String> {
        let filled = |column| self.text(column).is_some_and(|t| !t.is_empty());
        let assumed = match (filled(TRIGGER), filled(ROUND), filled(CONDITION)) {
            (true, ..) => None,
            (false, true, _) => Some("Timed"),
            (false, false, true) => return None,
            (false, false, false) => {
                let message = "a new inject needs `Trigger`, `Round` or `Condition`";
                self.tell(Fault::NewLacks, TRIGGER, message);
                return None;
            }
        };
        match assumed {
            None => self.told_moment(|_| String::new())?.written(),
            Some(kind) => self.told_moment_as(kind)?.written(),
        }
    }

    fn write(&mut self, number: u16, fields: &[(&str, String)]) {
        let remarks = self.text(REMARKS).unwrap_or_default();
        let body = |by: &str| {
            let mut out = comment(&remarks, by).trim_start().to_owned();
            if !out.is_empty() {
                out.push_str(by);
            }
            out.push_str("Inject(\n");
            for field in super::super::msel::ORDER {
                if let Some((_, value)) = fields.iter().find(|(f, _)| f == field) {
                    out.push_str(&format!("{by}    {field}: {value},\n"));
                }
            }
            out.push_str(by);
            out.push(')');
            out
        };
        let last = self.parsed.injects.all.last();
        let doc = match last {
            Some(last) => self.docs.get(last.at.doc),
            None => self.docs.iter().find(|d| d.file == FILE),
        };
        let list = doc.and_then(|d| {
            let root = d.tree.root()?;
            (d.tree.node(root).kind == Kind::List).then_some((d, root))
        });
        let splice = match list {
            Some((doc, root)) => append(doc, root, doc.tree.children(root).last(), body),
            None => {
                self.fresh.push(self.out.changes.len());
                Splice {
                    file: FILE.to_owned(),
                    span: 0..0,
                    text: format!("    {},\n", body("    ")),
                }
            }
        };
        let row = self.row;
        self.out.changes.push(Change {
            cell: self
                .found
                .cell(row, NUMBER)
                .or(Some(Cell { row, column: 0 })),
            what: format!("inject {number}, new"),
            file: splice.file.clone(),
            old: None,
            new: Some(body("")),
            splices: vec![splice],
        });
    }

    /// The new injects of a case that had none are a list.
    pub(super) fn close_new_file(&mut self) {
        let mut put = |nth: Option<&usize>, open: &str, close: &str| {
            let change = nth.and_then(|&nth| self.out.changes.get_mut(nth));
            if let Some(splice) = change.and_then(|c| c.splices.first_mut()) {
                splice.text = format!("{open}{}{close}", splice.text);
            }
        };
        put(self.fresh.first(), "[\n", "");
        put(self.fresh.last(), "", "]\n");
    }
}
