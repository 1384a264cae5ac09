//! Words of cells: teams, deliveries, numbers.

use super::super::super::ids::Team;
use super::super::super::words::Delivery;
use super::super::msel::{DELIVERIES, DELIVERY, TO};
use super::super::table::{Fault, plain};
use super::Reader;

impl Reader<'_, '_, '_, '_> {
    /// Teams by their words or by the names that the case gives them.
    pub(super) fn teams(&mut self, cell: &str) -> Option<Vec<Team>> {
        match self.teams_of(cell) {
            Ok(teams) if teams.is_empty() => {
                let message = "an inject goes to North, South or both";
                self.tell(Fault::Emptied, TO, message);
                None
            }
            Ok(teams) => Some(teams),
            Err(word) => {
                let message = format!("`{word}` is no team; write North, South or both");
                self.tell(Fault::UnknownTeam, TO, message);
                None
            }
        }
    }

    /// The same, or the word that is no team; nothing is told.
    pub(super) fn teams_of<'w>(&self, cell: &'w str) -> Result<Vec<Team>, &'w str> {
        let mut teams = Vec::new();
        for word in cell.split([',', ';', '/', '+', '&', '\n']) {
            let word = word.trim();
            if word.is_empty() {
                continue;
            }
            if matches!(plain(word).as_str(), "both" | "all" | "bothteams") {
                teams.extend(Team::BOTH);
            } else {
                teams.push(self.team(word).ok_or(word)?);
            }
        }
        let mut seen = Vec::new();
        teams.retain(|&t| {
            let fresh = !seen.contains(&t);
            seen.push(t);
            fresh
        });
        Ok(teams)
    }

    fn team(&self, word: &str) -> Option<Team> {
        let word = plain(word);
        let case = self.parsed.case.as_ref().map(|c| &c.value);
        Team::BOTH.into_iter().find(|&team| {
            let file = case.map(|c| match team {
                Team::North => &c.north,
                Team::South => &c.south,
            });
            plain(super::super::msel::team(team)) == word
                || file.is_some_and(|f| plain(&f.name) == word || plain(&f.short) == word)
        })
    }

    /// A delivery by its word.
    pub(super) fn delivery(&mut self, cell: &str) -> Option<(&'static str, Delivery)> {
        let known = DELIVERIES
            .iter()
            .find(|(word, _)| plain(word) == plain(cell));
        if known.is_none() {
            let words: Vec<&str> = DELIVERIES.iter().map(|(word, _)| *word).collect();
            let message = format!(
                "`{cell}` is no way of delivery; there are {}",
                words.join(", ")
            );
            self.tell(Fault::UnknownDelivery, DELIVERY, message);
        }
        known.copied()
    }

    /// A whole number of a cell.
    pub(super) fn whole(&mut self, column: &'static str, cell: &str) -> Option<u8> {
        let number = cell.parse().ok();
        if number.is_none() {
            let hint = match cell.parse::<f64>() {
                Ok(time) if time > 0.0 && time < 1.0 => {
                    "; did the spreadsheet make a time of it? Write it as a text"
                }
                // What is written as 1/4 or 4.1. is a day since 1900 for a spreadsheet.
                Ok(day) if day > 10_000.0 => {
                    "; did the spreadsheet make a date of it? Write it as a text"
                }
                _ => "",
            };
            let message = format!("`{cell}` is not a whole number from 0 to 255{hint}");
            self.tell(Fault::NotANumber, column, message);
        }
        number
    }
}
