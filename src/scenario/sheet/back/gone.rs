//! Injects of the case that have no row in the sheet.

use super::super::super::edit::Splice;
use super::super::super::edit::element::Element;
use super::super::msel::{NUMBER, Row};
use super::super::{Change, Missing};
use super::Reader;

impl Reader<'_, '_, '_, '_> {
    /// An inject without a row stays or goes; one that was put into the case since the sheet went out stays.
    /// A row without a number that says the same in other words, `alike`, may be the inject, edited since it was
    /// brought back.
    pub(super) fn gone(&mut self, inject: &Row, missing: Missing, alike: Option<usize>) {
        let number = inject.inject.number;
        let had = self.found.had(&number.to_string());
        let cell = alike.and_then(|row| self.found.cell(row, NUMBER));
        if let Some(cell) = cell.filter(|_| had != Some(true)) {
            self.out.notes.push(format!(
                "{cell}: like inject {number} of the case, but for its words; if it is the same, write {number} here, \
                 or there will be two"
            ));
        }
        if had == Some(false) {
            self.out.notes.push(format!(
                "inject {number} has come into the case since the sheet was made; it stays"
            ));
            return;
        }
        match missing {
            Missing::Stays => self.out.notes.push(format!(
                "inject {number} is not in the sheet and stays in the case; `--remove` takes it out"
            )),
            Missing::Goes => self.take_out(inject),
        }
    }

    /// The inject goes with its remarks and its translations.
    fn take_out(&mut self, inject: &Row) {
        let number = inject.inject.number;
        let (text, cut) = inject.element.cut();
        let mut splices = vec![cut];
        splices.extend(self.translations(&format!("injects.{number}.")));
        self.out.changes.push(Change {
            cell: None,
            what: format!("inject {number}, gone"),
            file: inject.element.doc.file.to_owned(),
            old: Some(text),
            new: None,
            splices,
        });
    }

    /// Entries of every language whose path begins so.
    pub(super) fn translations(&self, path: &str) -> Vec<Splice> {
        let mut out = Vec::new();
        for translation in self.parsed.translations.values() {
            let Some(doc) = self.docs.get(translation.doc) else {
                continue;
            };
            let nodes = doc.tree.children(translation.root);
            for ((of, _), node) in translation.entries.iter().zip(nodes) {
                if of.starts_with(path) {
                    let order = &[];
                    out.push(Element { doc, node, order }.cut().1);
                }
            }
        }
        out
    }
}
