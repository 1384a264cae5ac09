//! What every check of a profile does: ids, numbers, names that resolve.

use std::collections::BTreeSet;

use super::Check;
use crate::scenario::code::Code;
use crate::scenario::doc::{Trail, short};
use crate::scenario::primary_line::{ProfileFile, QuestionFile};
use crate::scenario::ranges::range;
use crate::scenario::sink::shown;

impl Check<'_, '_> {
    pub(super) fn tell(&mut self, trail: &Trail, code: Code, message: String, label: &str) {
        self.sink
            .at(self.docs, trail.find(self.docs), code, message)
            .label(label);
    }

    pub(super) fn question<'f>(
        &mut self,
        file: &'f ProfileFile,
        key: &str,
        at: &Trail,
    ) -> Option<&'f QuestionFile> {
        let found = file.questions.iter().find(|q| q.id == key);
        if found.is_none() && !(self.mended && key.is_empty()) {
            let message = format!("there is no question `{}`", shown(key));
            let known = file.questions.iter().map(|q| q.id.as_str());
            self.unknown(key, known, Code::UnknownQuestion, message, at);
        }
        found
    }

    pub(super) fn journey_of(&mut self, file: &ProfileFile, key: &str, at: &Trail) {
        let known = file.journeys.iter().any(|j| j.id == key);
        if !(known || self.mended && key.is_empty()) {
            let message = format!("there is no journey `{}`", shown(key));
            let known = file.journeys.iter().map(|j| j.id.as_str());
            self.unknown(key, known, Code::UnknownJourney, message, at);
        }
    }

    pub(super) fn unknown<'k>(
        &mut self,
        key: &str,
        known: impl Iterator<Item = &'k str> + Clone,
        code: Code,
        message: String,
        at: &Trail,
    ) {
        let guess = self.sink.similar(key, known);
        self.sink
            .at(self.docs, at.find(self.docs), code, message)
            .label("not defined")
            .guess(self.docs, guess);
    }

    pub(super) fn ids<'i>(
        &mut self,
        ids: impl Iterator<Item = &'i String>,
        list: &Trail,
        what: &str,
    ) {
        let mut seen = BTreeSet::new();
        for (n, id) in ids.enumerate() {
            let item = list.nth(n);
            let at = &item.field("id");
            if self.id(id, at) && !seen.insert(id) {
                let message = format!("the {what} `{}` is there twice", shown(id));
                self.tell(at, Code::DuplicateId, message, "again");
            }
        }
    }

    /// Whether it is one.
    pub(super) fn id(&mut self, id: &str, at: &Trail) -> bool {
        let mut signs = id.chars();
        let formed = signs.next().is_some_and(|c| c.is_ascii_lowercase())
            && signs.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !(formed || id.is_empty() && self.mended) {
            let message = format!(
                "`{}` is not an id: use a–z, 0–9 and _, a letter first",
                shown(id)
            );
            self.tell(at, Code::MalformedId, message, "not an id");
        }
        formed
    }

    pub(super) fn enough(&mut self, n: usize, least: usize, what: &str, at: &Trail) {
        if n < least && !self.mended {
            let message = format!("a line needs at least {least} {what}; here are {n}");
            let list = short(self.docs, at.resolve(self.docs).0);
            self.sink
                .at(self.docs, list, Code::ThinLine, message)
                .label("too few");
        }
    }

    pub(super) fn ranged(&mut self, at: &Trail, name: &str, n: i64) {
        let Some((min, max)) = range(name) else {
            return;
        };
        if (n < min || n > max) && !(self.mended && n == 0) {
            let message = format!("{name} is {n}; it must be from {min} to {max}");
            self.tell(at, Code::OutOfRange, message, &format!("{min} to {max}"));
        }
    }

    pub(super) fn with(&mut self, text: &str, hole: &str, at: &Trail) {
        if !text.is_empty() && !text.contains(hole) {
            let message = format!("`{hole}` has to stand in it");
            self.tell(at, Code::OpenAnswer, message, "says nothing to check");
        }
    }
}
