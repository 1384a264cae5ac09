//! Why each code is told, with an example that is wrong and one that is right.

use std::sync::OnceLock;

use serde::Deserialize;

use super::code::Code;

/// The explanations, a list a file.
const FILES: [&str; 5] = [
    include_str!("../../assets/codes/1_files.ron"),
    include_str!("../../assets/codes/2_names.ron"),
    include_str!("../../assets/codes/3_logic.ron"),
    include_str!("../../assets/codes/4_plot.ron"),
    include_str!("../../assets/codes/5_set_pieces.ron"),
];

/// What is to be said of a code.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Explained {
    /// `L017`
    pub code: String,
    pub why: String,
    /// An example that is told so.
    pub wrong: String,
    /// One that is nearly so and right.
    pub right: String,
    /// The file in which such a thing stands; empty for what is about whole files.
    pub file: String,
    /// Where it is tried: what the examples replace in the tests' own case.
    pub of: Option<String>,
    /// Or what they follow there.
    pub after: Option<String>,
    /// Files that it needs beside it there.
    pub beside: Vec<String>,
    /// Edits that it needs there: file, text, other text.
    pub also: Vec<(String, String, String)>,
}

/// What is to be said of a code; a test sees to it that there is something for each.
#[must_use]
pub fn explain(code: Code) -> Option<&'static Explained> {
    all().iter().find(|e| e.code == code.code())
}

fn all() -> &'static [Explained] {
    static ALL: OnceLock<Vec<Explained>> = OnceLock::new();
    ALL.get_or_init(|| {
        let lists = FILES.iter().map(|text| read(text).unwrap_or_default());
        lists.flatten().collect()
    })
}

fn read(text: &str) -> Result<Vec<Explained>, ron::error::SpannedError> {
    let options = ron::Options::default();
    let options = options.with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_explanations_can_be_read() {
        for text in FILES {
            let read = read(text).map(|list| list.len());
            assert!(read.as_ref().is_ok_and(|n| *n > 0), "{read:?}");
        }
    }
}
