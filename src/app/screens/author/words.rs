//! A case's text in the language that is looked at.

use super::{Bench, Look};
use crate::app::i18n::Lang;
use crate::scenario::Text;

/// Its place among the case's languages.
pub(super) fn place(bench: &Bench, look: &Look, lang: Lang) -> usize {
    let languages = bench.good.iter().flat_map(|g| &g.scenario.languages);
    let own = || languages.clone().position(|tag| tag == lang.tag());
    look.language.or_else(own).unwrap_or(0)
}

/// The tag of the language.
pub(super) fn tag(bench: &Bench, look: &Look, lang: Lang) -> String {
    let mut languages = bench.good.iter().flat_map(|g| &g.scenario.languages);
    let tag = languages.nth(place(bench, look, lang));
    tag.cloned().unwrap_or_else(|| "en".into())
}

/// The text in it.
pub(super) fn of(text: &Text, bench: &Bench, look: &Look, lang: Lang) -> String {
    text.get(&tag(bench, look, lang)).to_owned()
}
