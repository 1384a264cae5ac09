//! Small tools for writing SVG: numbers, escaped text, smooth paths.
//!
//! Whatever is written through them is well-formed: a number that is not finite becomes 0, and text cannot
//! open a tag. Nothing here knows what is being drawn.

use std::fmt::Write as _;

use super::palette::SANS;

/// A point in the pixels of a drawing.
pub type Point = (f32, f32);

/// `value` with at most two decimals; 0 for what is not a number.
#[must_use]
pub fn num(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let mut text = format!("{:.2}", value.clamp(-1.0e6, 1.0e6));
    while text.ends_with('0') {
        text.pop();
    }
    if text.ends_with('.') {
        text.pop();
    }
    if text == "-0" {
        text.remove(0);
    }
    text
}

/// `text` as it may stand between tags or inside an attribute. Characters that XML forbids are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' | '\t' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Opening tag of a drawing of that size, in pixels.
#[must_use]
pub fn open(width: f32, height: f32) -> String {
    let (w, h) = (num(width.max(1.0)), num(height.max(1.0)));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-family="{SANS}">"#
    )
}

/// Is `text` written in a script whose letters must not be spread or slanted?
#[must_use]
pub fn keeps_upright(text: &str) -> bool {
    text.chars().any(|c| ('\u{0e00}'..='\u{0e7f}').contains(&c))
}

/// About how wide `text` is in Noto Sans at `size` pixels; right to a tenth for ordinary names.
#[must_use]
pub fn width_of(text: &str, size: f32, bold: bool) -> f32 {
    let em: f32 = text.chars().map(em_of).sum();
    em * size * if bold { 1.07 } else { 1.0 }
}

fn em_of(c: char) -> f32 {
    match c {
        // Thai vowels and tone marks above and below stand on their consonant.
        '\u{0e31}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}' => 0.0,
        '\u{0e00}'..='\u{0e7f}' => 0.58,
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | ':' | ';' | '|' | '!' | ' ' | 'I' => 0.27,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.36,
        'm' | 'M' | 'W' | 'w' | '…' | '%' => 0.86,
        'A'..='Z' => 0.64,
        _ => 0.56,
    }
}

/// `text`, cut with an ellipsis where it would be wider than `room`.
#[must_use]
pub fn fit(text: &str, size: f32, bold: bool, room: f32) -> String {
    if width_of(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let limit = room - width_of("…", size, bold);
    for c in text.chars() {
        out.push(c);
        if width_of(&out, size, bold) > limit {
            out.pop();
            break;
        }
    }
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('…');
    out
}

/// A smooth curve through points. It leaves and enters a point along the line between its neighbours, so
/// two curves through the same points run together; at a corner it may turn.
#[derive(Clone, Debug, Default)]
pub struct Curve {
    points: Vec<(Point, bool)>,
}

impl Curve {
    /// Goes on to `at`, smoothly.
    pub fn through(&mut self, at: Point) {
        self.add(at, false);
    }

    /// Goes on to `at`, where it may turn sharply.
    pub fn corner(&mut self, at: Point) {
        self.add(at, true);
    }

    fn add(&mut self, at: Point, corner: bool) {
        if !(at.0.is_finite() && at.1.is_finite()) {
            return;
        }
        match self.points.last_mut() {
            Some((last, turns)) if *last == at => *turns |= corner,
            _ => self.points.push((at, corner)),
        }
    }

    /// Path data; empty when there is nothing to draw.
    #[must_use]
    pub fn data(&self, closed: bool) -> String {
        let mut points = self.points.clone();
        if closed && points.len() > 1 && points[0].0 == points[points.len() - 1].0 {
            points.pop();
        }
        let n = points.len();
        if n < 2 {
            return String::new();
        }
        let last = if closed { n } else { n - 1 };
        let mut out = format!("M{} {}", num(points[0].0.0), num(points[0].0.1));
        for i in 0..last {
            let (from, to) = (points[i], points[(i + 1) % n]);
            let before = (!from.1 && (closed || i > 0)).then(|| points[(i + n - 1) % n].0);
            let after = (!to.1 && (closed || i + 2 < n)).then(|| points[(i + 2) % n].0);
            let reach = distance(from.0, to.0) / 3.0;
            let a = ahead(before.unwrap_or(from.0), from.0, to.0, reach);
            let b = ahead(after.unwrap_or(to.0), to.0, from.0, reach);
            let _ = write!(
                out,
                "C{} {} {} {} {} {}",
                num(a.0),
                num(a.1),
                num(b.0),
                num(b.1),
                num(to.0.0),
                num(to.0.1)
            );
        }
        if closed {
            out.push('Z');
        }
        out
    }
}

/// The control point `reach` beyond `at` in the direction from `back` to `on`.
fn ahead(back: Point, at: Point, on: Point, reach: f32) -> Point {
    let length = distance(back, on);
    if length < 1.0e-3 {
        return at;
    }
    (
        at.0 + (on.0 - back.0) / length * reach,
        at.1 + (on.1 - back.1) / length * reach,
    )
}

/// How far `a` and `b` are apart.
#[must_use]
pub fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The smallest check that a drawing is well-formed: tags nest, attributes are quoted, numbers are numbers.
#[cfg(test)]
pub fn assert_well_formed(svg: &str) {
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "stray > in {rest:.80}");
        let end = rest[start..].find('>').expect("a tag that ends") + start;
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in <{tag}>");
        assert!(!tag.contains('<'), "tag in tag <{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closing </{name}>");
        } else if !tag.ends_with('/') {
            open.push(tag.split([' ', '\n']).next().unwrap_or("").to_owned());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_finite() {
        assert_eq!(num(1.5), "1.5");
        assert_eq!(num(-0.001), "0");
        assert_eq!(num(f32::NAN), "0");
        assert_eq!(num(f32::INFINITY), "0");
        assert_eq!(num(12.0), "12");
        assert_eq!(num(100.0), "100");
    }

    #[test]
    fn text_cannot_open_a_tag() {
        assert_eq!(
            escape("<a b=\"c\">&'\u{0}\n"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&apos; "
        );
    }

    #[test]
    fn a_long_title_is_cut() {
        assert_eq!(fit("short", 13.0, false, 100.0), "short");
        let cut = fit("a title that is far too long for it", 13.0, false, 100.0);
        assert!(cut.ends_with('…') && width_of(&cut, 13.0, false) <= 100.0);
    }

    #[test]
    fn curves_through_nothing_are_empty() {
        let mut curve = Curve::default();
        assert_eq!(curve.data(true), "");
        curve.through((f32::NAN, 0.0));
        curve.through((1.0, 1.0));
        curve.through((1.0, 1.0));
        assert_eq!(curve.data(false), "");
        curve.through((4.0, 1.0));
        assert_eq!(curve.data(false), "M1 1C2 1 3 1 4 1");
    }
}
