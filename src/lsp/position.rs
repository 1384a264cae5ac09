//! Places in a text as editors count them: lines from 0, and columns in UTF-16 units.

use std::ops::Range;

use lsp_types::{Position, Range as Span};

/// Where the lines of a text begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(n, _)| n + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The place of a byte; one within a character is that of the character.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self
            .starts
            .partition_point(|&s| s <= byte)
            .saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let units = self.text[start..byte].encode_utf16().count();
        let short = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Position::new(short(line), short(units))
    }

    pub fn span(&self, bytes: &Range<usize>) -> Span {
        Span::new(self.position(bytes.start), self.position(bytes.end))
    }

    /// The byte of a place; what is beyond the end of a line or of the text is that end.
    pub fn byte(&self, at: Position) -> usize {
        let line = usize::try_from(at.line).unwrap_or(usize::MAX);
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let end = line
            .checked_add(1)
            .and_then(|next| self.starts.get(next))
            .map_or(self.text.len(), |next| next - 1);
        let (mut units, mut byte) = (0, start);
        for c in self.text[start..end].chars() {
            let wide = u32::try_from(c.len_utf16()).unwrap_or(2);
            if c == '\r' || units + wide > at.character {
                break;
            }
            units += wide;
            byte += c.len_utf8();
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    #[test]
    fn columns_are_utf_16_units() {
        // A Thai vowel above has its own unit; a face has two.
        let text = "ที่ 😀x\r\nสอง";
        let lines = Lines::new(text);
        for (byte, _) in text.char_indices().filter(|(_, c)| !"\r\n".contains(*c)) {
            assert_eq!(lines.byte(lines.position(byte)), byte);
        }
        let x = text.find('x').unwrap_or_default();
        assert_eq!(lines.position(x), Position::new(0, 6));
        assert_eq!(
            lines.byte(Position::new(0, 5)),
            text.find('😀').unwrap_or_default()
        );
        assert_eq!(
            lines.byte(Position::new(0, 99)),
            text.find('\r').unwrap_or_default()
        );
        assert_eq!(lines.byte(Position::new(9, 0)), text.len());
        assert_eq!(lines.position(text.len()), Position::new(1, 3));
    }
}
