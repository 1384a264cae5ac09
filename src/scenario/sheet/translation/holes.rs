//! Words in braces, which the program fills in: a translation has those of its original.

use std::collections::BTreeSet;

/// Words in braces, which the program fills in: `{place}`.
pub(super) fn holes(text: &str) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        rest = &rest[start..];
        let Some(end) = rest.find('}') else { break };
        let word = &rest[1..end];
        if !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            out.insert(&rest[..=end]);
        }
        rest = &rest[1..];
    }
    out
}

/// What is wrong with the words in braces of a translation, if anything.
pub(super) fn holes_differ(original: &str, translation: &str) -> Option<String> {
    let (wanted, there) = (holes(original), holes(translation));
    let list = |holes: Vec<&&str>| {
        let holes: Vec<String> = holes.iter().map(|h| format!("`{h}`")).collect();
        holes.join(", ")
    };
    let missing: Vec<&&str> = wanted.difference(&there).collect();
    if !missing.is_empty() {
        return Some(format!("{} of the original is missing", list(missing)));
    }
    let strange: Vec<&&str> = there.difference(&wanted).collect();
    (!strange.is_empty()).then(|| format!("the original has no {}", list(strange)))
}
