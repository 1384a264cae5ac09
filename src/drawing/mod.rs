//! Everything that the program draws, as pure functions from plain data to SVG.
//!
//! Nothing here touches a window, a file or the clock, or knows what a team may see: a drawing shows what it
//! is given, and the view decides what that is. Text is escaped and numbers are finite, so every drawing
//! is well-formed whatever a case says. Only `raster` knows pixels, and only the app has it.

pub mod chart;
pub mod dice;
pub mod document;
pub mod icon;
pub mod identity;
pub mod ink;
pub mod likelihood;
pub mod linkchart;
pub mod map;
pub mod palette;
pub mod pen;
pub mod portrait;
pub mod questions;
#[cfg(feature = "app")]
pub mod raster;
pub mod svg;
pub mod topics;
pub mod trend;
pub mod welfare;
