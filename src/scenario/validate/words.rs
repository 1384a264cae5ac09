//! Texts with their translations.

use super::super::text::{Lang, Text};
use super::super::translations::Languages;

/// Makes texts in every language of the case.
pub(in crate::scenario) struct Words<'a> {
    languages: &'a Languages<'a>,
}

impl<'a> Words<'a> {
    pub fn new(languages: &'a Languages<'a>) -> Self {
        Self { languages }
    }

    /// A text; `path` is only made where there are translations to look up.
    pub fn text(&self, path: impl FnOnce() -> String, own: &str) -> Text {
        let languages = self.languages;
        if languages.others.is_empty() {
            return Text::new(&languages.own, own);
        }
        let path = path();
        let translated = languages.others.iter().filter_map(|(tag, entries)| {
            let text = entries.get(path.as_str())?;
            Some((Lang::from(*tag), (*text).to_owned()))
        });
        Text::with(&languages.own, own, translated.collect::<Vec<_>>())
    }

    /// A text that may be left out.
    pub fn maybe(&self, path: impl FnOnce() -> String, own: Option<&String>) -> Option<Text> {
        own.map(|own| self.text(path, own))
    }
}
