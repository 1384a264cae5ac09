//! Which items of the folder are shown: what was searched for, whose they are, what they speak of.

use super::words::{names, number};
use crate::app::i18n::Lang;
use crate::scenario::ids::SubjectId;
use crate::view::ItemView;

/// Whose items, or which of one's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    All,
    Own,
    Partner,
    NotShared,
}

impl Origin {
    pub const ALL: [Origin; 4] = [Origin::All, Origin::Own, Origin::Partner, Origin::NotShared];

    /// The word in `folder-origin-…`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Origin::All => "all",
            Origin::Own => "own",
            Origin::Partner => "partner",
            Origin::NotShared => "not-shared",
        }
    }

    fn takes(self, item: &ItemView) -> bool {
        match self {
            Origin::All => true,
            Origin::Own => item.received.is_none(),
            Origin::Partner => item.received.is_some(),
            Origin::NotShared => item.received.is_none() && item.shared.is_empty(),
        }
    }
}

/// What the folder is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub search: String,
    pub origin: Origin,
    pub subject: Option<SubjectId>,
    pub lang: Lang,
}

impl Filter {
    /// Is anything left out?
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty() || self.origin != Origin::All || self.subject.is_some()
    }

    /// The items shown, newest first.
    pub fn shown<'a>(&self, folder: &'a [ItemView]) -> Vec<&'a ItemView> {
        let words: Vec<String> = self
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let takes = |item: &&ItemView| {
            self.origin.takes(item)
                && self.subject.is_none_or(|subject| names(item, subject))
                && (words.is_empty() || self.finds(item, &words))
        };
        folder.iter().rev().filter(takes).collect()
    }

    /// Every word is somewhere in what can be read of the item: its number (and so whose it is),
    /// its texts and subjects; or it is its grade (`2C`, `2|C`), its source's grade alone (`s2`), or
    /// the round in which it came (`r3`).
    fn finds(&self, item: &ItemView, words: &[String]) -> bool {
        let lang = self.lang.tag();
        let mut all = number(item);
        let texts = item.title.iter().chain([&item.text]).chain(&item.tear_line);
        for text in texts.chain(item.subjects.iter().map(|subject| &subject.name)) {
            all.push('\n');
            all.push_str(text.get(lang));
        }
        let all = all.to_lowercase();
        let found = |word: &String| match property(word) {
            Some(Property::Grade(source, info)) => item.source == source && item.info.key() == info,
            Some(Property::Source(source)) => item.source == source,
            Some(Property::Round(round)) => item.held_since == round,
            None => all.contains(word.as_str()),
        };
        words.iter().all(found)
    }
}

/// What a searched word says of an item beside its texts.
enum Property<'a> {
    Grade(u8, &'a str),
    Source(u8),
    Round(u8),
}

fn property(word: &str) -> Option<Property<'_>> {
    if let Some(round) = word.strip_prefix('r') {
        return round.parse().ok().map(Property::Round);
    }
    let source = |text: &str| text.parse().ok().filter(|n| (1..=3).contains(n));
    if let Some(rest) = word.strip_prefix('s') {
        return source(rest).map(Property::Source);
    }
    let (first, info) = word.split_at_checked(1)?;
    let info = info.strip_prefix('|').unwrap_or(info);
    let grade = matches!(info, "a" | "b" | "c" | "d" | "e");
    source(first)
        .filter(|_| grade)
        .map(|n| Property::Grade(n, info))
}
