//! Line breaks for scripts that write no spaces.
//!
//! The text system breaks only at spaces and at U+200B; this puts the latter between Thai words. The
//! result is for display: no other module may keep it.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// `text` with a zero-width space wherever a line may end inside unspaced Thai, Lao, Khmer or Burmese.
#[must_use]
pub fn breakable(text: &str) -> String {
    if !text.chars().any(is_unspaced) {
        return text.to_owned();
    }
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut start = 0;
    for end in segmenter.segment_str(text) {
        let piece = &text[start..end];
        out.push_str(piece);
        let last = piece.chars().next_back();
        let next = text[end..].chars().next();
        let inside = |c: Option<char>| c.is_some_and(is_unspaced);
        // A space that binds (รอบที่ 1) is no place to end a line, before it or behind it.
        let at_space = last.is_some_and(char::is_whitespace) || next == Some('\u{a0}');
        if !at_space && (inside(last) || inside(next)) && next.is_some() {
            out.push(ZERO_WIDTH_SPACE);
        }
        start = end;
    }
    out
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn latin_is_left_alone() {
        assert_eq!(
            breakable("Two services, one case."),
            "Two services, one case."
        );
    }

    #[test]
    fn thai_gets_breaks_and_nothing_else() {
        let text = "ท่านมีข้อมูลเกี่ยวกับรถทัวร์ 7741 หรือผู้ประกอบการหรือไม่";
        let broken = breakable(text);
        assert!(broken.contains("ท่าน\u{200b}มี"), "{broken:?}");
        assert_eq!(broken.replace('\u{200b}', ""), text);
    }

    #[test]
    fn a_binding_space_keeps_its_number() {
        let broken = breakable("จะถึงรอบที่\u{a0}1");
        assert!(broken.ends_with("ที่\u{a0}1"), "{broken:?}");
    }

    #[test]
    fn thai_in_two_lines_keeps_both() {
        let text = "คืนนี้รถจะออก\nไม่ใช่พรุ่งนี้";
        let broken = breakable(text);
        assert_eq!(broken.replace('\u{200b}', ""), text);
        assert!(
            !broken.contains("\u{200b}\n") && !broken.contains("\n\u{200b}"),
            "{broken:?}"
        );
    }
}
