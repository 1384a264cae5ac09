//! Whether a bracket's end would stand where the lines of the file let it be expected.

use super::lex::{Kind, Token, blank};

/// Longest line that is looked at.
const MAX_LINE: usize = 4_000;

/// How much speaks against the end of a bracket between two tokens, in hundredths of a mistake of ten.
pub(super) fn against(text: &str, opened: usize, from: usize, before: usize, next: &Token) -> i64 {
    let new_line = broken(text, before, next.start) || next.kind == Kind::End;
    let comma = text[..before].ends_with(',');
    if broken(text, opened + 1, blank(text, opened + 1)) {
        // It ends on a line of its own, no deeper than the one that opens it.
        let deeper = next.kind != Kind::End && indent(text, next.start) > indent(text, from);
        return i64::from(!new_line || deeper) * 300 + i64::from(!comma) * 20;
    }
    let far = broken(text, opened, before);
    i64::from(far) * 200 + i64::from(comma) * 100
}

fn broken(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|t| t.contains('\n'))
}

/// Blanks before the first word of the line of a place.
pub(super) fn indent(text: &str, at: usize) -> usize {
    let head = &text.as_bytes()[..at];
    let line = head
        .iter()
        .rev()
        .take(MAX_LINE)
        .take_while(|&&c| c != b'\n');
    let start = at - line.count();
    let blank = |c: &&u8| matches!(c, b' ' | b'\t');
    text.as_bytes()[start..].iter().take_while(blank).count()
}

/// Whether only blanks stand before a place on its line.
pub(super) fn begins_line(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let head = head.trim_end_matches([' ', '\t']);
    head.is_empty() || head.ends_with('\n')
}
