//! A text of the case in every language it has.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A language tag such as `en` or `th` (BCP 47, primary subtag).
pub type Lang = String;

/// One text in one or more languages; cloning is cheap.
///
/// Views carry it whole, so a seat can change its language without asking the host.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(Arc<Words>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Words {
    /// The author's own language.
    own: Lang,
    words: BTreeMap<Lang, String>,
}

impl Text {
    /// A text in the author's language `own`.
    #[must_use]
    pub fn new(own: &str, text: impl Into<String>) -> Self {
        Self::with(own, text, [])
    }

    /// A text in the author's language with its translations.
    #[must_use]
    pub fn with(
        own: &str,
        text: impl Into<String>,
        translations: impl IntoIterator<Item = (Lang, String)>,
    ) -> Self {
        let mut words: BTreeMap<Lang, String> = translations.into_iter().collect();
        words.insert(own.to_owned(), text.into());
        Self(Arc::new(Words {
            own: own.to_owned(),
            words,
        }))
    }

    /// The text in `lang`, or in the author's language where it is not translated.
    #[must_use]
    pub fn get(&self, lang: &str) -> &str {
        let words = &self.0.words;
        words
            .get(lang)
            .or_else(|| words.get(&self.0.own))
            .map_or("", String::as_str)
    }

    /// Every language and its words.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .words
            .iter()
            .map(|(lang, text)| (lang.as_str(), text.as_str()))
    }

    /// The text with `hole` filled in every language; `with` is told which.
    #[must_use]
    pub fn filled(&self, hole: &str, with: impl Fn(&str) -> String) -> Self {
        let all = self.0.words.iter();
        let words = all.map(|(lang, text)| (lang.clone(), text.replace(hole, &with(lang))));
        Self(Arc::new(Words {
            own: self.0.own.clone(),
            words: words.collect(),
        }))
    }

    /// True if no language has any words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.words.values().all(String::is_empty)
    }
}
