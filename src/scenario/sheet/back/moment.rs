//! The moment of an inject: trigger, round, minute, and what a contingency waits for.

use super::super::super::file::ConditionFile;
use super::super::super::msel::TriggerFile;
use super::super::msel::{MINUTE, ROUND, Row, TRIGGER, TRIGGERS, UNLESS, kind};
use super::super::notation::{fault, indent};
use super::super::table::{Fault, clean, plain};
use super::Reader;

/// A trigger as cells tell it.
pub(super) struct Moment {
    pub kind: &'static str,
    round: u8,
    minute: u8,
    expected: String,
}

impl Moment {
    /// As the file says it; nothing for what need not be said.
    pub fn written(&self) -> Option<String> {
        match self.kind {
            "Timed" => Some(format!(
                "Timed(round: {}, minute: {})",
                self.round, self.minute
            )),
            "Contingency" => Some(format!(
                "Contingency(expected: {}, by: {})",
                indent(&self.expected, "        "),
                self.round
            )),
            "By hand" => Some("ByHand".to_owned()),
            _ => None,
        }
    }
}

impl Reader<'_, '_, '_, '_> {
    /// The moment that the row tells; `was` is what a column says that the sheet lacks.
    pub(super) fn told_moment(&mut self, was: impl Fn(&str) -> String) -> Option<Moment> {
        let word = self.text(TRIGGER);
        // A row that was written as a new one and has got a number need not say it.
        let said = word.filter(|w| !w.is_empty() || self.found.was(self.row, TRIGGER).is_some());
        self.moment_of(&said.unwrap_or_else(|| was(TRIGGER)), was)
    }

    /// The moment of a new inject whose trigger goes without saying.
    pub(super) fn told_moment_as(&mut self, word: &str) -> Option<Moment> {
        self.moment_of(word, |_| String::new())
    }

    fn moment_of(&mut self, word: &str, was: impl Fn(&str) -> String) -> Option<Moment> {
        let cell = |reader: &Self, column| reader.text(column).unwrap_or_else(|| was(column));
        let Some(&kind) = TRIGGERS.iter().find(|t| plain(t) == plain(word)) else {
            let message = format!("`{word}` is no trigger; there are {}", TRIGGERS.join(", "));
            self.tell(Fault::UnknownTrigger, TRIGGER, message);
            return None;
        };
        let (round, minute) = (cell(self, ROUND), cell(self, MINUTE));
        let expected = clean(&cell(self, UNLESS));
        let (has_round, has_minute) = (matches!(kind, "Timed" | "Contingency"), kind == "Timed");
        let mut fine = true;
        for (column, cell, has) in [
            (ROUND, &round, has_round),
            (MINUTE, &minute, has_minute),
            (UNLESS, &expected, kind == "Contingency"),
        ] {
            if !has && !cell.is_empty() {
                let message = format!("the trigger `{kind}` has no `{column}`; empty the cell");
                self.tell(Fault::Misplaced, column, message);
                fine = false;
            } else if has && cell.is_empty() && column != MINUTE {
                let message = format!("the trigger `{kind}` needs `{column}`");
                self.tell(Fault::Emptied, column, message);
                fine = false;
            }
        }
        if !fine {
            return None;
        }
        let mut number = |column, cell: &str| {
            if cell.is_empty() {
                Some(0)
            } else {
                self.whole(column, cell)
            }
        };
        let (Some(round), Some(minute)) = (number(ROUND, &round), number(MINUTE, &minute)) else {
            return None;
        };
        if has_round && !(1..=self.rounds).contains(&round) {
            let message = format!(
                "the case has {} rounds; there is no round {round}",
                self.rounds
            );
            self.tell(Fault::RoundBeyond, ROUND, message);
            return None;
        }
        if kind == "Contingency"
            && let Some(why) = fault::<ConditionFile>(&expected)
        {
            let message = format!("not in the case's notation: {why}");
            self.tell(Fault::NotNotation, UNLESS, message);
            return None;
        }
        Some(Moment {
            kind,
            round,
            minute,
            expected,
        })
    }

    /// The moment of an inject that the case has.
    pub(super) fn moment(&mut self, inject: &Row) {
        let columns = [TRIGGER, ROUND, MINUTE, UNLESS];
        if columns.iter().all(|c| self.differs(inject, c).is_none()) {
            return;
        }
        let Some(told) = self.told_moment(|column| inject.cell(column)) else {
            return;
        };
        if told.kind != kind(&inject.inject.trigger) {
            let old = (inject.element.value("trigger")).map_or("Holds", |(text, _)| text);
            let (old, new) = (old.to_owned(), told.written());
            let splice = match &new {
                Some(new) => Some(inject.element.set("trigger", new.clone())),
                None => inject.element.remove("trigger"),
            };
            let new = new.unwrap_or_else(|| "Holds".to_owned());
            self.change(inject, TRIGGER, (old, new), splice);
            return;
        }
        let Some(trigger) = inject.trigger() else {
            return;
        };
        let (round, field) = match inject.inject.trigger {
            TriggerFile::Timed { round, .. } => (round, "round"),
            TriggerFile::Contingency { by, .. } => (by, "by"),
            TriggerFile::Holds | TriggerFile::ByHand => return,
        };
        if round != told.round {
            let (old, new) = (round.to_string(), told.round.to_string());
            let splice = trigger.set(field, new.clone());
            self.change(inject, ROUND, (old, new), Some(splice));
        }
        if let TriggerFile::Timed { minute, .. } = inject.inject.trigger
            && minute != told.minute
        {
            let (old, new) = (minute.to_string(), told.minute.to_string());
            let splice = trigger.set("minute", new.clone());
            self.change(inject, MINUTE, (old, new), Some(splice));
        }
        if let Some((old, new)) = self.differs(inject, UNLESS) {
            let splice = trigger.set("expected", indent(&new, "        "));
            self.change(inject, UNLESS, (old, new), Some(splice));
        }
    }
}
