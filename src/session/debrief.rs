//! What a seat may ask for once the exercise is over: a report to take home, and what one thing would have made
//! of it. That takes seconds on every core, so whoever serves the session works it out beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Session;
use crate::engine::Entry;
use crate::protocol::{Seat, ServerMessage};
use crate::report::{Occasion, Standing, TakeHome, after_action, events};
use crate::scenario::ids::Team;

#[derive(Default)]
pub(super) struct Debrief {
    /// Who wants to know what one thing would have made of it.
    asked: BTreeSet<Seat>,
    standing: Standing,
    /// By reader: the report as the record stands. Whoever asks again and again costs the table nothing.
    reports: BTreeMap<Option<Team>, ServerMessage>,
}

impl Debrief {
    /// The record has grown.
    pub(super) fn stale(&mut self) {
        self.reports.clear();
    }
}

impl Session {
    /// Remembers that the seat wants to know, and tells it how far that is. Until the truth is open the answer
    /// would tell what is kept from them, so nothing is asked.
    pub(super) fn ask_what_if(&mut self, seat: Seat) -> Vec<(Seat, ServerMessage)> {
        if !self.state().truth_open() {
            return Vec::new();
        }
        self.debrief.asked.insert(seat);
        vec![(seat, self.standing_message())]
    }

    fn standing_message(&self) -> ServerMessage {
        let standing = self.debrief.standing.clone();
        ServerMessage::WhatIf { standing }
    }

    /// What a seat that comes back is told of it.
    pub(super) fn what_if_again(&self, seat: Seat) -> Option<ServerMessage> {
        let asked = self.debrief.asked.contains(&seat);
        asked.then(|| self.standing_message())
    }

    /// Does a seat wait for what one thing would have made of it, and nobody has begun?
    #[must_use]
    pub fn what_if_wanted(&self) -> bool {
        !self.debrief.asked.is_empty() && self.debrief.standing == Standing::Unasked
    }

    /// What is on record.
    ///
    /// # Errors
    /// If it cannot be read, or is kept nowhere; the reason in words.
    pub fn entries(&self) -> Result<Vec<Entry>, String> {
        let entries = self.record.entries().map_err(|e| e.to_string())?;
        entries.ok_or_else(|| "this exercise is kept nowhere".to_owned())
    }

    /// It is so far: whoever asked is told.
    pub fn tell_what_if(&mut self, standing: Standing) -> Vec<(Seat, ServerMessage)> {
        if self.debrief.standing == standing {
            return Vec::new();
        }
        self.debrief.standing = standing;
        // The next report tells it too.
        self.debrief.stale();
        let asked = self.debrief.asked.iter();
        asked.map(|seat| (*seat, self.standing_message())).collect()
    }

    /// The report that this seat may have.
    pub(super) fn take_home(&mut self, seat: Seat) -> ServerMessage {
        let reader = self.sees(seat);
        if let Some(kept) = self.debrief.reports.get(&reader) {
            return kept.clone();
        }
        let told = match self.report_for(reader) {
            Ok(told) => told,
            Err(why) => return ServerMessage::NoReport { why },
        };
        self.debrief.reports.insert(reader, told.clone());
        told
    }

    fn report_for(&self, reader: Option<Team>) -> Result<ServerMessage, String> {
        let entries = self.entries()?;
        let occasion = self.record.occasion().unwrap_or_else(|| Occasion {
            seed: self.seed,
            people: Default::default(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            begun: 0,
        });
        let scenario = self.state.scenario();
        let mut of =
            after_action(scenario, occasion, &entries, reader).map_err(|why| why.to_string())?;
        if let Standing::Known(known) = &self.debrief.standing {
            of.otherwise = Some(known.clone());
        }
        let events = events(scenario, &entries, reader);
        let report = Arc::new(TakeHome { of, events });
        Ok(ServerMessage::AfterAction { report })
    }
}
