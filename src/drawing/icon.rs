//! The icons: one set, 24×24, strokes of 2 with round ends, in one colour (the logo alone has two).
//!
//! An icon never carries a meaning by itself; the interface sets a word beside it or an accessible name on
//! it. The two teams' marks are [`Icon::Triangle`] and [`Icon::Diamond`] and nothing else is.

use super::palette::{NORTH, SOUTH};
use super::svg::escape;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $body:expr;)*) => {
        /// A sign of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Icon { $($(#[$doc])* $name),* }

        impl Icon {
            /// Every icon.
            pub const ALL: &'static [Icon] = &[$(Icon::$name),*];

            /// The shapes, stroked and filled by what surrounds them.
            fn shapes(self) -> &'static str {
                match self { $(Icon::$name => $body),* }
            }
        }
    };
}

const SCALES: &str = r#"<path d="M12 3v18M7 21h10M4.5 6.5h15M5 6.5L2 13.5h6zM19 6.5l-3 7h6z"/>"#;

icons! {
    /// The mark of North.
    Triangle = r#"<path d="M12 2.5L22.3 21H1.7z" fill="currentColor"/>"#;
    /// The mark of South.
    Diamond = r#"<path d="M12 1.6L22.4 12 12 22.4 1.6 12z" fill="currentColor"/>"#;
    Play = r#"<path d="M7 4v16l13-8z" fill="currentColor"/>"#;
    Pause = r#"<path d="M8 4.5v15M16 4.5v15" stroke-width="3.4"/>"#;
    /// Library, debrief.
    Book = r#"<path d="M12 5.2C9.8 3.8 6.8 3.3 3 3.8v15.7c3.8-.5 6.8 0 9 1.5 2.2-1.5 5.2-2 9-1.5V3.8c-3.8-.5-6.8 0-9 1.4zM12 5.2V21"/>"#;
    Monitor = r#"<rect x="2.5" y="3.5" width="19" height="13" rx="1.5"/><path d="M8 21h8M12 16.500v4.5"/>"#;
    /// Join a table; entry.
    Enter = r#"<path d="M14 3.500h6v17h-6M3 12h11M9.5 7.500L14 12l-4.5 4.5"/>"#;
    /// Drills.
    Target = r#"<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="4"/><path d="M12 1.200v5M12 17.800v5M1.2 12h5M17.8 12h5"/>"#;
    Pencil = r#"<path d="M3.8 20.200L5 15.5 16.5 4l3.5 3.500L8.5 19zM13.8 6.700l3.5 3.5"/>"#;
    Settings = r#"<circle cx="12" cy="12" r="2.9"/><path d="M10.1 4.800L10.3 2.200L13.7 2.200L13.9 4.800L15.7 5.600L17.7 3.900L20.1 6.300L18.4 8.300L19.2 10.100L21.8 10.300L21.8 13.700L19.2 13.900L18.4 15.700L20.1 17.700L17.7 20.100L15.7 18.400L13.9 19.200L13.7 21.800L10.3 21.800L10.1 19.200L8.3 18.400L6.3 20.100L3.9 17.700L5.6 15.700L4.8 13.900L2.2 13.700L2.2 10.300L4.8 10.100L5.6 8.300L3.9 6.300L6.3 3.900L8.3 5.600Z" stroke-width="1.8"/>"#;
    Globe = r#"<circle cx="12" cy="12" r="9.2"/><path d="M2.8 12h18.400M12 2.800c5.6 5.6 5.6 12.8 0 18.400M12 2.800c-5.6 5.6-5.6 12.8 0 18.4"/>"#;
    ChevronDown = r#"<path d="M6 9l6 6 6-6"/>"#;
    ChevronRight = r#"<path d="M9 5.500l6.5 6.500L9 18.5"/>"#;
    ChevronLeft = r#"<path d="M15 5.500L8.5 12l6.5 6.5"/>"#;
    ArrowRight = r#"<path d="M3 12h17M13.5 5.500L20 12l-6.5 6.5"/>"#;
    Plus = r#"<path d="M12 4.500v15M4.5 12h15" stroke-width="2.6"/>"#;
    Minus = r#"<path d="M4.5 12h15" stroke-width="2.6"/>"#;
    Search = r#"<circle cx="10.5" cy="10.5" r="6.8"/><path d="M15.5 15.500l6 6"/>"#;
    Filter = r#"<path d="M3 5.500h18M6.5 12h11M10 18.500h4"/>"#;
    Clock = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 6.500V12l4 2.5"/>"#;
    Check = r#"<path d="M4.5 12.800l5 4.900L19.5 7.2" stroke-width="3"/>"#;
    /// Handling: open.
    CheckCircle = r#"<circle cx="12" cy="12" r="9.2"/><path d="M7.7 12.300l3 3 5.5-6"/>"#;
    /// Handling: tear-line only.
    TearLine = r#"<path d="M4.5 2.500h15v12l-3 3-2.3-2.4-2.2 2.4-2.2-2.4-2.3 2.4-3-3zM8.5 7h7M8.5 11h5"/><path d="M4 21.500h3M10.5 21.500h3M17 21.500h3"/>"#;
    /// Handling: a supervisor decides.
    Supervisor = r#"<circle cx="9" cy="7.5" r="4"/><path d="M2 20.500c.5-4.7 3-7 7-7 1.5 0 2.8.3 3.8.9M14 18l2.8 2.800L22 15"/>"#;
    /// Handling: formal channel only.
    Formal = SCALES;
    Scales = SCALES;
    Eye = r#"<path d="M2 12C4.5 7.5 7.9 5 12 5s7.5 2.5 10 7c-2.5 4.5-5.9 7-10 7s-7.5-2.5-10-7z"/><circle cx="12" cy="12" r="3"/>"#;
    Speech = r#"<path d="M3 3.500h18v13h-9.500L6.5 21v-4.500H3zM7.5 8h9M7.5 12h6"/>"#;
    Lock = r#"<rect x="4.5" y="10.5" width="15" height="11" rx="1.8"/><path d="M7.5 10.500V7.500a4.5 4.5 0 0 1 9 0v3"/>"#;
    Close = r#"<path d="M5.5 5.500l13 13M18.5 5.500l-13 13" stroke-width="2.6"/>"#;
    Send = r#"<path d="M2.7 11.800L21.3 3.7 16.5 20.700l-5.2-6.400zM11.3 14.300L21.3 3.7"/>"#;
    Link = r#"<path d="M9.8 14.200l4.5-4.500M10.5 6.800l2.3-2.300a4.8 4.8 0 0 1 6.8 6.800l-2.4 2.200M13.5 17.200l-2.3 2.300a4.8 4.8 0 0 1-6.8-6.800l2.4-2.2"/>"#;
    Warning = r#"<path d="M12 2.800L22.3 21H1.700zM12 9.500v5M12 17.700h.01"/>"#;
    Info = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 11v6M12 7.200h.01"/>"#;
    Question = r#"<circle cx="12" cy="12" r="9.2"/><path d="M9.3 9.300c.3-3.6 5.7-3.4 5.7 0 0 2.2-3 2.3-3 4.700M12 17.300h.01"/>"#;
    Flag = r#"<path d="M5 22V2.500M5 4h14l-3 4.5 3 4.500H5"/>"#;
    People = r#"<circle cx="8.5" cy="8.5" r="3.5"/><circle cx="17.2" cy="9" r="2.7"/><path d="M2.2 20.500c.5-4.3 2.8-6 6.3-6s5.8 1.7 6.3 6M17 14.700c2.9 0 4.5 1.8 5 5"/>"#;
    Person = r#"<circle cx="12" cy="7.5" r="4.2"/><path d="M3.8 21c.6-5.1 3.9-7.5 8.2-7.500s7.6 2.4 8.2 7.5"/>"#;
    Bus = r#"<rect x="2" y="4.5" width="20" height="13.5" rx="2"/><path d="M2 11.500h20M8.7 4.500v7M15.3 4.500v7"/><circle cx="7" cy="18.7" r="2.1" fill="currentColor" stroke-width="1"/><circle cx="17" cy="18.7" r="2.1" fill="currentColor" stroke-width="1"/>"#;
    Vehicle = r#"<path d="M2 17v-4h10V6.500h4.800L20.5 12H22v5z"/><circle cx="7" cy="17.7" r="2.3" fill="currentColor" stroke-width="1"/><circle cx="17" cy="17.7" r="2.3" fill="currentColor" stroke-width="1"/>"#;
    Ship = r#"<path d="M3 14h18l-2.8 5.500H5.800zM6 14V9.500h9.500L18 14M9.5 9.500V4.500h4v5M2 22.300h20"/>"#;
    /// A mobile telephone as a subject.
    Phone = r#"<rect x="6.5" y="2" width="11" height="20" rx="2.2"/><path d="M10.7 18.500h2.6"/>"#;
    /// A telephone call.
    Call = r#"<path d="M4.5 3.700l3.7-1.2 2 5-2.4 1.800c1.2 2.8 3 4.8 6 6.300l2-2.4 4.7 2.2-1.2 3.800c-.4 1.2-1.5 1.8-2.8 1.500C9.7 19.5 4.5 13.5 3.4 6.600c-.1-1.4.2-2.4 1.1-2.900z"/>"#;
    Document = r#"<path d="M5 2.300h9.300L19 7v14.700H5zM14 2.300V7h5M8.5 12h7M8.5 16.500h7"/>"#;
    Place = r#"<path d="M12 22C7.5 16.7 5.2 13 5.2 9.500a6.8 6.8 0 0 1 13.6 0C18.8 13 16.5 16.7 12 22z"/><circle cx="12" cy="9.5" r="2.2"/>"#;
    /// A bank or payment account.
    Account = r#"<rect x="2" y="4.5" width="20" height="15" rx="2"/><path d="M2 9.500h20" stroke-width="3"/><path d="M6 15.500h4"/>"#;
    Company = r#"<path d="M3.7 21.500V5.300l9-2.800v19M12.7 8.500l7.6 2.200v10.800M2 21.500h20M7 8.700h2.400M7 12.900h2.400M7 17.100h2.400M16.5 14v.01M16.5 17.500v.01"/>"#;
    /// A key of the keyboard.
    KeyCap = r#"<rect x="2.5" y="3" width="19" height="18" rx="3"/><path d="M6 3.500l1.5 3.500v8h9V7L18 3.500M7.5 15L6 20.500M16.5 15l1.5 5.5" stroke-width="1.6"/>"#;
    Keyboard = r#"<rect x="1.5" y="5" width="21" height="14" rx="2"/><path d="M5.5 9.200h.01M9.8 9.200h.01M14.2 9.200h.01M18.5 9.200h.01M5.5 12.500h.01M9.8 12.500h.01M14.2 12.500h.01M18.5 12.500h.01M8 15.800h8"/>"#;
    Home = r#"<path d="M2.5 12L12 3l9.5 9M5 10v11h14V10M9.8 21v-6.500h4.400V21"/>"#;
    /// Press and hold; stop.
    Hand = r#"<path d="M8 12.500V5.700a1.6 1.6 0 0 1 3.2 0V11M11.2 10.500V3.900a1.6 1.6 0 0 1 3.2 0v6.600M14.4 10.800V5.300a1.6 1.6 0 0 1 3.2 0v6.200M17.6 11V8.300a1.5 1.5 0 0 1 3 0V15c0 4.2-2.7 7-6.8 7-3.2 0-5-1.2-6.6-3.700l-3.8-5.800c-.9-1.5 1-3 2.3-1.800L8 13.3"/>"#;
    Folder = r#"<path d="M2 19.800V4.500h7l2.5 3H22v12.300zM2 11h20"/>"#;
    Shield = r#"<path d="M12 2.200l8.5 3v6.300c0 5-3.3 8.5-8.5 10.5-5.2-2-8.5-5.5-8.5-10.500V5.200z"/>"#;
    Radio = r#"<rect x="6" y="8" width="12" height="14" rx="1.8"/><path d="M8.5 8V1.800M10 12h4M10 15h4M10 18h4M15.5 8V5.5"/>"#;
    Mail = r#"<rect x="2" y="4.5" width="20" height="15" rx="1.5"/><path d="M2.5 6l9.5 7.500L21.5 6"/>"#;
    List = r#"<path d="M9 5.500h12.500M9 12h12.500M9 18.500h12.500M3.5 5.500h.8M3.5 12h.8M3.5 18.500h.8"/>"#;
    Undo = r#"<path d="M4 8.500h10.500a5.7 5.7 0 0 1 0 11.500H8M8.5 4L4 8.5 8.5 13"/>"#;
    Language = r#"<path d="M2.5 5.500h11M8 2.500v3M11.2 5.500c-1.2 4.5-4.2 7.8-8.2 9.500M5 9c1.3 2.7 3.3 4.7 6 6M12.5 21.500L17 10.500l4.5 11M14 18h6"/>"#;
    Contrast = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 2.800a9.2 9.2 0 0 1 0 18.400z" fill="currentColor"/>"#;
    TextSize = r#"<path d="M1.8 19L5.7 9.5 9.6 19M3.2 15.700h5M11 19L16.5 4.5 22 19M12.9 14h7.2"/>"#;
    /// Care of people at risk.
    Heart = r#"<path d="M12 21C4.5 15.8 2.2 12 2.2 8.300A4.9 4.9 0 0 1 12 6.700a4.9 4.9 0 0 1 9.8 1.600C21.8 12 19.5 15.8 12 21z"/>"#;
    /// Opens outside the program; export.
    Export = r#"<path d="M13.5 3.500h7v7M20.5 3.500L11 13M9.5 5H3.500v15.500H19V14.5"/>"#;
    /// Rows and columns; a spreadsheet.
    Grid = r#"<rect x="3" y="3" width="7.5" height="7.5" rx=".5"/><rect x="13.5" y="3" width="7.5" height="7.5" rx=".5"/><rect x="3" y="13.5" width="7.5" height="7.5" rx=".5"/><rect x="13.5" y="13.5" width="7.5" height="7.5" rx=".5"/>"#;
    /// The program: a filled triangle and an open diamond that overlap.
    Logo = "";
}

impl Icon {
    /// The icon as a drawing in `colour`, 24×24. The logo has its own two colours.
    #[must_use]
    pub fn svg(self, colour: &str) -> String {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">{}</svg>"#,
            self.group(colour)
        )
    }

    /// The icon as a group on a 24×24 field, to be set into another drawing.
    #[must_use]
    pub fn group(self, colour: &str) -> String {
        if self == Icon::Logo {
            return format!(
                r#"<path d="M8 3.800L15 16H1z" fill="{NORTH}" stroke="{NORTH}" stroke-width="1" stroke-linejoin="round"/><path d="M15.9 6.900L22.6 13.6 15.9 20.3 9.2 13.600z" fill="none" stroke="{SOUTH}" stroke-width="2" stroke-linejoin="round"/>"#
            );
        }
        let colour = escape(colour);
        format!(
            r#"<g color="{colour}" stroke="{colour}" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{}</g>"#,
            self.shapes()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    #[test]
    fn every_icon_is_a_drawing() {
        for &icon in Icon::ALL {
            let svg = icon.svg("#ffffff");
            assert_well_formed(&svg);
            assert!(svg.contains("<path") || svg.contains("<circle"), "{icon:?}");
        }
    }

    #[test]
    fn a_colour_cannot_open_a_tag() {
        assert_well_formed(&Icon::Check.svg("\"><script>"));
    }

    #[cfg(feature = "app")]
    #[test]
    fn every_icon_parses() {
        use resvg::usvg;
        for &icon in Icon::ALL {
            let tree = usvg::Tree::from_str(&icon.svg("#ffffff"), &usvg::Options::default());
            assert!(tree.is_ok_and(|t| t.root().has_children()), "{icon:?}");
        }
    }
}
