//! The words of everything that is told of an exercise: messages of the program, texts of the case, and the
//! small forms (an item's number, a list, a moment on a service's clock) that every format of the report shares.

use crate::engine::{CaseTime, OddsLine};
use crate::language::{Lang, Words, family, say, t};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::OddsCause;
use crate::scenario::{Scenario, Text};

/// Says things in one language.
///
/// A case may speak a language that the program does not: its texts are then told in that one, and the
/// program's own words in English.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    tag: String,
    lang: Lang,
}

impl Speaker {
    /// One that speaks a language of the program.
    pub fn of(lang: Lang) -> Self {
        let tag = lang.tag().to_owned();
        Self { tag, lang }
    }

    /// One that speaks the language of this tag.
    pub fn new(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            lang: Lang::of(tag),
        }
    }

    /// A text of the case.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(&self.tag)
    }

    /// A message with what it is told.
    pub fn say(&self, words: &Words) -> String {
        say(self.lang, words)
    }

    /// Names or numbers, one after the other.
    pub fn list<T: Into<String>>(&self, of: impl IntoIterator<Item = T>) -> String {
        self.joined("liaison-list", of)
    }

    /// Parts of a sentence that have commas of their own.
    pub fn parts<T: Into<String>>(&self, of: impl IntoIterator<Item = T>) -> String {
        self.joined("account-parts", of)
    }

    fn joined<T: Into<String>>(
        &self,
        key: &'static str,
        of: impl IntoIterator<Item = T>,
    ) -> String {
        let parts = of.into_iter().map(Into::into);
        let both =
            |all: String, next: String| self.say(&t(key).with("all", all).with("next", next));
        parts.reduce(both).unwrap_or_default()
    }

    /// A team's local time at a moment of the case, and where it is: `20:00 Velisk`.
    pub fn local_time(&self, scenario: &Scenario, team: Team, at: CaseTime) -> String {
        let place = self.text(&scenario.service(team).place);
        let time = clock_at(scenario, team, at);
        self.say(&t("share-clock").with("time", time).with("place", place))
    }

    /// `N-02 “A plate number”`.
    pub fn item(&self, scenario: &Scenario, id: ItemId) -> String {
        let item = scenario.item(id);
        let number = number(item.origin, item.number);
        let title = self.text(&item.title);
        self.say(
            &t("account-item")
                .with("number", number)
                .with("title", title),
        )
    }

    /// The odds of an operation line by line: what everything prepared comes to, then what is taken off.
    pub fn odds(&self, lines: &[OddsLine]) -> String {
        self.parts(lines.iter().map(|line| {
            let points = match line.what {
                OddsCause::Prepared => line.by.to_string(),
                _ => format!("{:+}", line.by),
            };
            let what = family("operation-odds", line.what.key());
            let line = t("operation-debrief-odds").with("what", what);
            self.say(&line.with("points", points))
        }))
    }
}

/// An item's number as both services write it: `N-02`.
#[must_use]
pub fn number(origin: Team, number: impl Into<u32>) -> String {
    let letter = if origin == Team::North { 'N' } else { 'S' };
    format!("{letter}-{:02}", number.into())
}

/// `06:40`, of minutes after midnight.
pub(super) fn hours(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A team's local time, `HH:MM`, at a moment of the case.
pub(super) fn clock_at(scenario: &Scenario, team: Team, at: CaseTime) -> String {
    let shift = i64::from(scenario.service(team).utc_offset)
        - i64::from(scenario.service(Team::North).utc_offset);
    let minute = (i64::from(scenario.start_minute) + shift + i64::from(at.0)).rem_euclid(24 * 60);
    hours(u32::try_from(minute).unwrap_or_default())
}
