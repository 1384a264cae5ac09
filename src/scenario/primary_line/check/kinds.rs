//! Slips and leaks: a record that seems to contradict an answer, or does, has to show something else.

use std::collections::BTreeSet;

use super::Check;
use crate::scenario::code::Code;
use crate::scenario::doc::Trail;
use crate::scenario::primary_line::{
    AboutFile, KindFile, LeakFile, PapersFile, ProfileFile, SlipFile, Source,
};
use crate::scenario::sink::shown;

impl Check<'_, '_> {
    pub(super) fn slip(&mut self, file: &ProfileFile, slip: &SlipFile, at: &Trail) {
        let on = at.field("on");
        self.enough(slip.on.len(), 1, "journeys", &on);
        let Some(question) = self.question(file, &slip.to, &at.field("to")) else {
            return;
        };
        if !question.against.contains(&slip.by) {
            let message = format!("`{}` is not checked against {:?}", slip.to, slip.by);
            self.tell(
                &at.field("by"),
                Code::OpenAnswer,
                message,
                "shows nothing here",
            );
            return;
        }
        for (n, key) in slip.on.iter().enumerate() {
            self.contradicts(
                file,
                key,
                (slip.to.as_str(), slip.by, slip.shows.as_str()),
                &on.nth(n),
                at,
            );
        }
    }

    pub(super) fn kind(&mut self, file: &ProfileFile, kind: &KindFile, at: &Trail) {
        self.ranged(&at.field("per_100"), "per_100", kind.per_100.into());
        if let PapersFile::Borrowed { differs } = kind.papers {
            self.ranged(
                &at.field("papers").field("differs"),
                "differs",
                differs.into(),
            );
        }
        let claims = &at.field("claims");
        self.enough(kind.claims.len(), 1, "journeys", claims);
        let leaks = at.field("leaks");
        let mut seen = BTreeSet::new();
        for (n, leak) in kind.leaks.iter().enumerate() {
            let at = &leaks.nth(n);
            if !seen.insert((&leak.to, leak.by)) {
                let message = "this is contradicted already".to_owned();
                self.tell(&at.field("to"), Code::DuplicateId, message, "again");
            }
            self.leak(file, kind, leak, at, claims);
        }
        // A companion is not always there.
        if kind.leaks.iter().all(|l| l.by == Source::Companion) && !self.mended {
            let message = format!(
                "nothing tells `{}` who is alone: behaviour never does",
                shown(&kind.id)
            );
            self.tell(&at.field("id"), Code::Untellable, message, "needs a leak");
        }
        for (n, key) in kind.claims.iter().enumerate() {
            self.journey_of(file, key, &claims.nth(n));
        }
    }

    pub(super) fn leak(
        &mut self,
        file: &ProfileFile,
        kind: &KindFile,
        leak: &LeakFile,
        at: &Trail,
        on: &Trail,
    ) {
        let Some(question) = self.question(file, &leak.to, &at.field("to")) else {
            return;
        };
        let own = match &question.about {
            AboutFile::Journey => None,
            AboutFile::Issued { .. } => Some(Source::Document),
            AboutFile::Crossings { .. } => Some(Source::Crossings),
        };
        let fits = own.map_or(question.against.contains(&leak.by), |own| own == leak.by);
        if !fits {
            let message = format!("`{}` is not checked against {:?}", leak.to, leak.by);
            self.tell(
                &at.field("by"),
                Code::OpenAnswer,
                message,
                "shows nothing here",
            );
            return;
        }
        match own {
            None => {
                for (n, key) in kind.claims.iter().enumerate() {
                    let shown = (leak.to.as_str(), leak.by, leak.shows.as_str());
                    self.contradicts(file, key, shown, &on.nth(n), at);
                }
            }
            Some(Source::Document) if kind.papers == PapersFile::Own => {
                let message =
                    "whoever has their own passport knows where it was made out".to_owned();
                self.tell(
                    &at.field("by"),
                    Code::Untellable,
                    message,
                    "needs `papers: Borrowed`",
                );
            }
            Some(_) if !leak.shows.is_empty() => {
                let message = "this record has its own words".to_owned();
                self.tell(
                    &at.field("shows"),
                    Code::OpenAnswer,
                    message,
                    "leave it out",
                );
            }
            Some(_) => {}
        }
    }

    /// A record that contradicts an answer shows something else than when the answer is true.
    pub(super) fn contradicts(
        &mut self,
        file: &ProfileFile,
        key: &str,
        (to, by, shows): (&str, Source, &str),
        on: &Trail,
        at: &Trail,
    ) {
        let Some(journey) = file.journeys.iter().find(|j| j.id == key) else {
            // A kind's claims are told once, with the kind.
            if at.field("on").resolve(self.docs).1 {
                self.journey_of(file, key, on);
            }
            return;
        };
        let answer = journey.answers.iter().find(|a| a.to == to);
        let same = answer.and_then(|a| a.shows.iter().find(|s| s.by == by));
        if same.is_some_and(|s| s.text == shows && !shows.is_empty()) {
            let message = format!("{by:?} shows the same if `{}` is true", shown(key));
            self.tell(
                &at.field("shows"),
                Code::Untellable,
                message,
                "contradicts nothing",
            );
        }
    }
}
