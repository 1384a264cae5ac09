//! From a drawing to pixels, with the fonts that are built into the program.
//!
//! No font of the computer is used, so a drawing looks the same everywhere. Text falls back from Noto Sans to
//! Noto Sans Thai in the same weight. Nothing outside the drawing is loaded: links to images are ignored.

use std::sync::Arc;

use resvg::usvg::fontdb;
use resvg::{tiny_skia, usvg};

/// The fonts of the program, by the file that holds them.
pub const FONTS: [(&str, &[u8]); 5] = [
    (
        "NotoSans-Regular.ttf",
        include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
    ),
    (
        "NotoSans-Bold.ttf",
        include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
    ),
    (
        "NotoSansThai-Regular.ttf",
        include_bytes!("../../assets/fonts/NotoSansThai-Regular.ttf"),
    ),
    (
        "NotoSansThai-Bold.ttf",
        include_bytes!("../../assets/fonts/NotoSansThai-Bold.ttf"),
    ),
    (
        "DejaVuSansMono.ttf",
        include_bytes!("../../assets/fonts/DejaVuSansMono.ttf"),
    ),
];

/// Largest side of an image; what a graphics card takes without question.
const MOST: u32 = 8192;

/// A database with the fonts of the program and no others. Make one and keep it.
#[must_use]
pub fn font_database() -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    for (_, bytes) in FONTS {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    fonts.set_sans_serif_family("Noto Sans");
    fonts.set_serif_family("Noto Sans");
    fonts.set_monospace_family("DejaVu Sans Mono");
    Arc::new(fonts)
}

/// `svg`, stretched over `width_px` × `height_px`, as rows of RGBA with 8 bits a channel, alpha not
/// multiplied in. `None` if it is not a drawing, or the size is 0 or beyond 8192.
#[must_use]
pub fn raster(
    svg: &str,
    width_px: u32,
    height_px: u32,
    fonts: &Arc<fontdb::Database>,
) -> Option<Vec<u8>> {
    if width_px > MOST || height_px > MOST {
        return None;
    }
    let options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: Arc::clone(fonts),
        font_resolver: usvg::FontResolver {
            select_fallback: Box::new(fallback),
            ..usvg::FontResolver::default()
        },
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).ok()?;
    let mut pixels = tiny_skia::Pixmap::new(width_px, height_px)?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "sides are at most 8192, which f32 holds exactly"
    )]
    let scale = tiny_skia::Transform::from_scale(
        width_px as f32 / tree.size().width(),
        height_px as f32 / tree.size().height(),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    Some(pixels.take_demultiplied())
}

/// A face not yet tried for `c`, in the weight of the one that lacked it: Thai from the Thai family, signs
/// from the monospaced one, which has most of them.
fn fallback(
    c: char,
    tried: &[fontdb::ID],
    fonts: &mut Arc<fontdb::Database>,
) -> Option<fontdb::ID> {
    let weight = fonts.face(*tried.first()?)?.weight;
    let families = if ('\u{0e00}'..='\u{0e7f}').contains(&c) {
        ["Noto Sans Thai", "Noto Sans", "DejaVu Sans Mono"]
    } else {
        ["Noto Sans", "DejaVu Sans Mono", "Noto Sans Thai"]
    };
    families.into_iter().find_map(|family| {
        let id = fonts.query(&fontdb::Query {
            families: &[fontdb::Family::Name(family)],
            weight,
            ..fontdb::Query::default()
        })?;
        (!tried.contains(&id)).then_some(id)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fonts_load() {
        assert_eq!(font_database().faces().count(), FONTS.len());
    }

    #[test]
    fn thai_is_drawn_as_thai() {
        let fonts = font_database();
        let ink = |text: &str| {
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" font-family="Noto Sans"><text x="5" y="20" font-size="15" fill="red">{text}</text></svg>"#
            );
            raster(&svg, 90, 30, &fonts).expect("a drawing")
        };
        assert_ne!(ink("กมล"), ink("\u{10fffd}\u{10fffd}\u{10fffd}"));
        assert!(ink("กมล").chunks(4).any(|p| p[0] > 200 && p[3] > 200));
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        let fonts = font_database();
        assert_eq!(raster("no drawing", 10, 10, &fonts), None);
        let svg = super::super::svg::open(10.0, 10.0) + "</svg>";
        assert_eq!(raster(&svg, 0, 10, &fonts), None);
        assert_eq!(raster(&svg, 10, 10_000, &fonts), None);
        assert_eq!(raster(&svg, 10, 10, &fonts).map(|p| p.len()), Some(400));
    }
}
