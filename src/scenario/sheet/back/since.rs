//! What has happened in the case since a sheet went out: a cell that nobody edited takes nothing back.

use super::super::msel::{OBJECTIVE, Row, heads};
use super::super::table::clean;
use super::Reader;

impl Reader<'_, '_, '_, '_> {
    /// Finds the columns of which the case says something newer than the sheet.
    pub(super) fn since(&mut self, inject: &Row) {
        let number = inject.inject.number;
        let mut stays = Vec::new();
        for head in heads().iter().filter(|head| head.name != OBJECTIVE) {
            let column = head.name;
            let (Some(cell), Some(was)) = (self.text(column), self.found.was(self.row, column))
            else {
                continue;
            };
            let now = clean(&inject.cell(column));
            if now == was || now == cell {
                continue;
            }
            if cell == was {
                self.newer.insert(column);
                stays.push(column);
            }
        }
        if !stays.is_empty() {
            self.out.notes.push(format!(
                "inject {number}: changed in the case since the sheet was made, and not in the sheet: {}; the case's stays",
                stays.join(", ")
            ));
        }
    }

    /// Tells of a change that the case has had a change there as well.
    pub(super) fn both_changed(&mut self, inject: &Row, column: &'static str) {
        let was = self.found.was(self.row, column);
        if was.is_some_and(|was| was != clean(&inject.cell(column))) {
            let number = inject.inject.number;
            self.out.notes.push(format!(
                "inject {number}, {column}: changed in the case as well since the sheet was made; the sheet's is taken"
            ));
        }
    }
}
