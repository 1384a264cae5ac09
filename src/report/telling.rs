//! The words of a report: names, numbers, times and sentences in the language of its reader.

use super::AfterAction;
use super::metrics::{self, Figure};
use super::paper::{Line, Tone};
use super::words::{Speaker, hours, number};
use crate::engine::CaseTime;
use crate::language::{Lang, Words, family, say, t};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, PlaceId, SubjectId, Team};
use crate::scenario::words::Metric;
use crate::view::{KnowledgeRow, SubjectView};

/// A report and the language that it is told in.
#[derive(Clone, Copy)]
pub(super) struct Telling<'a> {
    pub of: &'a AfterAction,
    pub lang: Lang,
}

impl<'a> Telling<'a> {
    pub fn say(&self, words: &Words) -> String {
        say(self.lang, words)
    }

    pub fn t(&self, key: &'static str) -> String {
        self.say(&t(key))
    }

    pub fn family(&self, prefix: &'static str, word: &str) -> String {
        self.say(&family(prefix, word))
    }

    pub fn get<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.lang.tag())
    }

    /// The service's short name.
    pub fn short(&self, team: Team) -> &'a str {
        self.of.services[team.index()].short.get(self.lang.tag())
    }

    /// The service's short name with its mark.
    pub fn team(&self, team: Team) -> Line {
        Line::default().and(
            Tone::Team(team),
            format!("{} {}", mark(team), self.short(team)),
        )
    }

    /// From whom it comes and to which services.
    pub fn sent_by(&self, from: &str, to: &[Team]) -> Line {
        let mut line = Line::from(format!("{from} →"));
        for team in to {
            let between = if line.0.len() > 1 { ", " } else { " " };
            line = line.and(Tone::Plain, between);
            line.0.extend(self.team(*team).0);
        }
        line
    }

    /// A service's short name with its mark, or “both” where it is nobody's alone.
    pub fn whose(&self, team: Option<Team>) -> Line {
        team.map_or_else(|| self.t("console-about-both").into(), |t| self.team(t))
    }

    pub fn round(&self, round: u8) -> String {
        if round == 0 {
            return self.t("console-phase-briefing");
        }
        self.say(&t("debrief-round").with("round", round))
    }

    /// The round, or a dash where it never came to it.
    pub fn round_or_not(&self, round: Option<u8>) -> String {
        round.map_or_else(|| "–".to_owned(), |r| self.round(r))
    }

    /// Day and time by the first service's clock.
    pub fn clock(&self, at: CaseTime) -> String {
        let start = u32::from(self.of.services[0].start_minute);
        let minute = at.0.saturating_add(start);
        let time = hours(minute % 1440);
        match minute / 1440 {
            0 => time,
            days => self.say(&t("aar-day").with("day", days + 1).with("time", &*time)),
        }
    }

    /// The day on which it began, in words.
    pub fn date(&self) -> String {
        date(self.of.occasion.begun / 86_400, self.lang)
    }

    pub fn row(&self, item: ItemId) -> Option<&'a KnowledgeRow> {
        let rows = &self.of.debrief.knowledge;
        rows.iter().find(|row| row.item == item)
    }

    /// `N-07`.
    pub fn code(&self, item: ItemId) -> String {
        self.row(item).map_or_else(|| "?".to_owned(), code)
    }

    /// `N-07, S-02`, or a dash.
    pub fn codes(&self, items: &[ItemId]) -> String {
        if items.is_empty() {
            return "–".to_owned();
        }
        Speaker::of(self.lang).list(items.iter().map(|i| self.code(*i)))
    }

    pub fn place(&self, id: PlaceId) -> &'a str {
        let place = self.of.debrief.places.iter().find(|p| p.id == id);
        place.map_or("?", |p| p.name.get(self.lang.tag()))
    }

    pub fn subject(&self, id: SubjectId) -> &'a str {
        let subject = self.of.debrief.subjects.get(id.index());
        subject.map_or("?", |s| s.name.get(self.lang.tag()))
    }

    pub fn names(&self, subjects: &[SubjectView]) -> String {
        Speaker::of(self.lang).list(subjects.iter().map(|s| self.get(&s.name)))
    }

    /// A figure in the unit of its metric; a dash where nothing was counted.
    pub fn figure(&self, metric: Metric, figure: Option<Figure>) -> String {
        self.say(&metrics::told(metric, figure))
    }
}

/// `▲` or `◆`.
/// A day since 1970, as people write it.
pub(super) fn date(days: u64, lang: Lang) -> String {
    let (year, month, day) = civil(days);
    // Thailand counts years from the Buddha's death.
    let year = year + if lang == Lang::Th { 543 } else { 0 };
    let month = say(lang, &family("aar-month", &month.to_string()));
    let words = t("aar-date").with("day", &*day.to_string());
    let words = words.with("month", &*month);
    say(lang, &words.with("year", &*year.to_string()))
}

pub(super) fn mark(team: Team) -> &'static str {
    match team {
        Team::North => "▲",
        Team::South => "◆",
    }
}

/// `N-07`.
pub(super) fn code(row: &KnowledgeRow) -> String {
    number(row.origin, row.number)
}

/// Year, month and day of a number of days since 1970 (Howard Hinnant, chrono-compatible low-level date
/// algorithms).
pub(super) fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days.saturating_add(719_468);
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (year + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_become_dates() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(17_405), (2017, 8, 27));
        assert_eq!(civil(u64::MAX / 86_400).1, 11);
    }
}
