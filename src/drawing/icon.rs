//! The icons: one set, 24×24, strokes of 2 with round ends, in one colour (the logo alone has two).
//!
//! An icon never carries a meaning by itself; the interface sets a word beside it or an accessible name on
//! it. The two teams' marks are [`Icon::Triangle`] and [`Icon::Diamond`] and nothing else is.

use super::palette::{NORTH, ROOM_1, SOUTH};
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
    Monitor = r#"<rect x="2.5" y="3.5" width="19" height="13" rx="1.5"/><path d="M8 21h8M12 16.5v4.5"/>"#;
    /// Join a table; entry.
    Enter = r#"<path d="M14 3.5h6v17h-6M3 12h11M9.5 7.5L14 12l-4.5 4.5"/>"#;
    /// Drills.
    Target = r#"<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="4"/><path d="M12 1.2v5M12 17.8v5M1.2 12h5M17.8 12h5"/>"#;
    Pencil = r#"<path d="M3.8 20.2L5 15.5 16.5 4l3.5 3.5L8.5 19zM13.8 6.7l3.5 3.5"/>"#;
    Settings = r#"<circle cx="12" cy="12" r="2.9"/><path d="M10.1 4.8L10.3 2.2L13.7 2.2L13.9 4.8L15.7 5.6L17.7 3.9L20.1 6.3L18.4 8.3L19.2 10.1L21.8 10.3L21.8 13.7L19.2 13.9L18.4 15.7L20.1 17.7L17.7 20.1L15.7 18.4L13.9 19.2L13.7 21.8L10.3 21.8L10.1 19.2L8.3 18.4L6.3 20.1L3.9 17.7L5.6 15.7L4.8 13.9L2.2 13.7L2.2 10.3L4.8 10.1L5.6 8.3L3.9 6.3L6.3 3.9L8.3 5.6Z" stroke-width="1.8"/>"#;
    Globe = r#"<circle cx="12" cy="12" r="9.2"/><path d="M2.8 12h18.4M12 2.8c5.6 5.6 5.6 12.8 0 18.4M12 2.8c-5.6 5.6-5.6 12.8 0 18.4"/>"#;
    ChevronDown = r#"<path d="M6 9l6 6 6-6"/>"#;
    ChevronRight = r#"<path d="M9 5.5l6.5 6.5L9 18.5"/>"#;
    ChevronLeft = r#"<path d="M15 5.5L8.5 12l6.5 6.5"/>"#;
    ArrowRight = r#"<path d="M3 12h17M13.5 5.5L20 12l-6.5 6.5"/>"#;
    Plus = r#"<path d="M12 4.5v15M4.5 12h15" stroke-width="2.6"/>"#;
    Minus = r#"<path d="M4.5 12h15" stroke-width="2.6"/>"#;
    Search = r#"<circle cx="10.5" cy="10.5" r="6.8"/><path d="M15.5 15.5l6 6"/>"#;
    Filter = r#"<path d="M3 5.5h18M6.5 12h11M10 18.5h4"/>"#;
    Clock = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 6.5V12l4 2.5"/>"#;
    Check = r#"<path d="M4.5 12.8l5 4.9L19.5 7.2" stroke-width="3"/>"#;
    /// Handling: open.
    CheckCircle = r#"<circle cx="12" cy="12" r="9.2"/><path d="M7.7 12.3l3 3 5.5-6"/>"#;
    /// Handling: tear-line only.
    TearLine = r#"<path d="M4.5 2.5h15v12l-3 3-2.3-2.4-2.2 2.4-2.2-2.4-2.3 2.4-3-3zM8.5 7h7M8.5 11h5"/><path d="M4 21.5h3M10.5 21.5h3M17 21.5h3"/>"#;
    /// Handling: a supervisor decides.
    Supervisor = r#"<circle cx="9" cy="7.5" r="4"/><path d="M2 20.5c.5-4.7 3-7 7-7 1.5 0 2.8.3 3.8.9M14 18l2.8 2.8L22 15"/>"#;
    /// Handling: formal channel only.
    Formal = SCALES;
    Scales = SCALES;
    Eye = r#"<path d="M2 12C4.5 7.5 7.9 5 12 5s7.5 2.5 10 7c-2.5 4.5-5.9 7-10 7s-7.5-2.5-10-7z"/><circle cx="12" cy="12" r="3"/>"#;
    Speech = r#"<path d="M3 3.5h18v13h-9.5L6.5 21v-4.5H3zM7.5 8h9M7.5 12h6"/>"#;
    Lock = r#"<rect x="4.5" y="10.5" width="15" height="11" rx="1.8"/><path d="M7.5 10.5V7.5a4.5 4.5 0 0 1 9 0v3"/>"#;
    Close = r#"<path d="M5.5 5.5l13 13M18.5 5.5l-13 13" stroke-width="2.6"/>"#;
    Send = r#"<path d="M2.7 11.8L21.3 3.7 16.5 20.7l-5.2-6.4zM11.3 14.3L21.3 3.7"/>"#;
    Link = r#"<path d="M9.8 14.2l4.5-4.5M10.5 6.8l2.3-2.3a4.8 4.8 0 0 1 6.8 6.8l-2.4 2.2M13.5 17.2l-2.3 2.3a4.8 4.8 0 0 1-6.8-6.8l2.4-2.2"/>"#;
    Warning = r#"<path d="M12 2.8L22.3 21H1.7zM12 9.5v5M12 17.7h.01"/>"#;
    Info = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 11v6M12 7.2h.01"/>"#;
    Question = r#"<circle cx="12" cy="12" r="9.2"/><path d="M9.3 9.3c.3-3.6 5.7-3.4 5.7 0 0 2.2-3 2.3-3 4.7M12 17.3h.01"/>"#;
    Flag = r#"<path d="M5 22V2.5M5 4h14l-3 4.5 3 4.5H5"/>"#;
    People = r#"<circle cx="8.5" cy="8.5" r="3.5"/><circle cx="17.2" cy="9" r="2.7"/><path d="M2.2 20.5c.5-4.3 2.8-6 6.3-6s5.8 1.7 6.3 6M17 14.7c2.9 0 4.5 1.8 5 5"/>"#;
    Person = r#"<circle cx="12" cy="7.5" r="4.2"/><path d="M3.8 21c.6-5.1 3.9-7.5 8.2-7.5s7.6 2.4 8.2 7.5"/>"#;
    Bus = r#"<rect x="2" y="4.5" width="20" height="13.5" rx="2"/><path d="M2 11.5h20M8.7 4.5v7M15.3 4.5v7"/><circle cx="7" cy="18.7" r="2.1" fill="currentColor" stroke-width="1"/><circle cx="17" cy="18.7" r="2.1" fill="currentColor" stroke-width="1"/>"#;
    Vehicle = r#"<path d="M2 17v-4h10V6.5h4.8L20.5 12H22v5z"/><circle cx="7" cy="17.7" r="2.3" fill="currentColor" stroke-width="1"/><circle cx="17" cy="17.7" r="2.3" fill="currentColor" stroke-width="1"/>"#;
    Ship = r#"<path d="M3 14h18l-2.8 5.5H5.8zM6 14V9.5h9.5L18 14M9.5 9.5V4.5h4v5M2 22.3h20"/>"#;
    /// A mobile telephone as a subject.
    Phone = r#"<rect x="6.5" y="2" width="11" height="20" rx="2.2"/><path d="M10.7 18.5h2.6"/>"#;
    /// A telephone call.
    Call = r#"<path d="M4.5 3.7l3.7-1.2 2 5-2.4 1.8c1.2 2.8 3 4.8 6 6.3l2-2.4 4.7 2.2-1.2 3.8c-.4 1.2-1.5 1.8-2.8 1.5C9.7 19.5 4.5 13.5 3.4 6.6c-.1-1.4.2-2.4 1.1-2.9z"/>"#;
    Document = r#"<path d="M5 2.3h9.3L19 7v14.7H5zM14 2.3V7h5M8.5 12h7M8.5 16.5h7"/>"#;
    Place = r#"<path d="M12 22C7.5 16.7 5.2 13 5.2 9.5a6.8 6.8 0 0 1 13.6 0C18.8 13 16.5 16.7 12 22z"/><circle cx="12" cy="9.5" r="2.2"/>"#;
    /// A bank or payment account.
    Account = r#"<rect x="2" y="4.5" width="20" height="15" rx="2"/><path d="M2 9.5h20" stroke-width="3"/><path d="M6 15.5h4"/>"#;
    Company = r#"<path d="M3.7 21.5V5.3l9-2.8v19M12.7 8.5l7.6 2.2v10.8M2 21.5h20M7 8.7h2.4M7 12.9h2.4M7 17.1h2.4M16.5 14v.01M16.5 17.5v.01"/>"#;
    /// A key of the keyboard.
    KeyCap = r#"<rect x="2.5" y="3" width="19" height="18" rx="3"/><path d="M6 3.5l1.5 3.5v8h9V7L18 3.5M7.5 15L6 20.5M16.5 15l1.5 5.5" stroke-width="1.6"/>"#;
    Keyboard = r#"<rect x="1.5" y="5" width="21" height="14" rx="2"/><path d="M5.5 9.2h.01M9.8 9.2h.01M14.2 9.2h.01M18.5 9.2h.01M5.5 12.5h.01M9.8 12.5h.01M14.2 12.5h.01M18.5 12.5h.01M8 15.8h8"/>"#;
    Home = r#"<path d="M2.5 12L12 3l9.5 9M5 10v11h14V10M9.8 21v-6.5h4.4V21"/>"#;
    /// Press and hold; stop.
    Hand = r#"<path d="M8 12.5V5.7a1.6 1.6 0 0 1 3.2 0V11M11.2 10.5V3.9a1.6 1.6 0 0 1 3.2 0v6.6M14.4 10.8V5.3a1.6 1.6 0 0 1 3.2 0v6.2M17.6 11V8.3a1.5 1.5 0 0 1 3 0V15c0 4.2-2.7 7-6.8 7-3.2 0-5-1.2-6.6-3.7l-3.8-5.8c-.9-1.5 1-3 2.3-1.8L8 13.3"/>"#;
    Folder = r#"<path d="M2 19.8V4.5h7l2.5 3H22v12.3zM2 11h20"/>"#;
    Shield = r#"<path d="M12 2.2l8.5 3v6.3c0 5-3.3 8.5-8.5 10.5-5.2-2-8.5-5.5-8.5-10.5V5.2z"/>"#;
    Radio = r#"<rect x="6" y="8" width="12" height="14" rx="1.8"/><path d="M8.5 8V1.8M10 12h4M10 15h4M10 18h4M15.5 8V5.5"/>"#;
    Mail = r#"<rect x="2" y="4.5" width="20" height="15" rx="1.5"/><path d="M2.5 6l9.5 7.5L21.5 6"/>"#;
    List = r#"<path d="M9 5.5h12.5M9 12h12.5M9 18.5h12.5M3.5 5.5h.8M3.5 12h.8M3.5 18.5h.8"/>"#;
    Undo = r#"<path d="M4 8.5h10.5a5.7 5.7 0 0 1 0 11.5H8M8.5 4L4 8.5 8.5 13"/>"#;
    Language = r#"<path d="M2.5 5.5h11M8 2.5v3M11.2 5.5c-1.2 4.5-4.2 7.8-8.2 9.5M5 9c1.3 2.7 3.3 4.7 6 6M12.5 21.5L17 10.5l4.5 11M14 18h6"/>"#;
    Contrast = r#"<circle cx="12" cy="12" r="9.2"/><path d="M12 2.8a9.2 9.2 0 0 1 0 18.4z" fill="currentColor"/>"#;
    TextSize = r#"<path d="M1.8 19L5.7 9.5 9.6 19M3.2 15.7h5M11 19L16.5 4.5 22 19M12.9 14h7.2"/>"#;
    /// Care of people at risk.
    Heart = r#"<path d="M12 21C4.5 15.8 2.2 12 2.2 8.3A4.9 4.9 0 0 1 12 6.7a4.9 4.9 0 0 1 9.8 1.6C21.8 12 19.5 15.8 12 21z"/>"#;
    /// Opens outside the program; export.
    Export = r#"<path d="M13.5 3.5h7v7M20.5 3.5L11 13M9.5 5H3.5v15.5H19V14.5"/>"#;
    /// To the one before, and to the next.
    First = r#"<path d="M19 5L9.5 12 19 19zM6 5v14"/>"#;
    Last = r#"<path d="M5 5l9.5 7L5 19zM18 5v14"/>"#;
    /// Rows and columns; a spreadsheet.
    Grid = r#"<rect x="3" y="3" width="7.5" height="7.5" rx=".5"/><rect x="13.5" y="3" width="7.5" height="7.5" rx=".5"/><rect x="3" y="13.5" width="7.5" height="7.5" rx=".5"/><rect x="13.5" y="13.5" width="7.5" height="7.5" rx=".5"/>"#;
    /// First held, on the timeline of the debrief.
    Ring = r#"<circle cx="12" cy="12" r="8" stroke-width="4"/>"#;
    /// Not begun.
    Circle = r#"<circle cx="12" cy="12" r="9.2"/>"#;
    /// Two things that disagree.
    NotEqual = r#"<path d="M4 9h16M4 15h16M16 4L8 20"/>"#;
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
                r#"<path d="M8 3.8L15 16H1z" fill="{NORTH}" stroke="{NORTH}" stroke-width="1" stroke-linejoin="round"/><path d="M15.9 6.9L22.6 13.6 15.9 20.3 9.2 13.6z" fill="none" stroke="{SOUTH}" stroke-width="2" stroke-linejoin="round"/>"#
            );
        }
        let colour = escape(colour);
        format!(
            r#"<g color="{colour}" stroke="{colour}" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{}</g>"#,
            self.shapes()
        )
    }
}

/// The icon of the program for windows and menus, 64×64: the logo on a tile of the room.
#[must_use]
pub fn app_icon() -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" rx="13" fill="{ROOM_1}"/><g transform="translate(8.7 8.4) scale(1.96)">{}</g></svg>"#,
        Icon::Logo.group("")
    )
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
            let drawn = ["<path", "<rect", "<circle"]
                .iter()
                .any(|tag| svg.contains(tag));
            assert!(drawn, "{icon:?}");
        }
    }

    #[test]
    fn the_icon_of_the_program_is_the_one_in_assets() {
        assert_well_formed(&app_icon());
        assert_eq!(
            app_icon(),
            include_str!("../../assets/icons/liaison.svg").trim()
        );
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
