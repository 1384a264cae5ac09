//! Drawings of what lies on the bench, kept as text: the same document under the same light is drawn once, on
//! the screen or ahead of it.

use std::sync::{Arc, Mutex, PoisonError};

use super::sheet::Lying;
use crate::document::Document;
use crate::drawing::document::{Drawn, Sheet, draw, specimen};
use crate::engine::encounter::document::issuer::Light;

/// More drawings are not kept: every light on every leaf of a document and of its specimen are 24.
const MOST: usize = 32;

/// Shared by the bench and by what is drawn ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept(Arc<Mutex<Vec<(Asked, Option<Arc<Drawn>>)>>>);

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    document: Arc<Document>,
    lying: Lying,
    sheet: Sheet,
    light: Light,
}

impl Kept {
    /// The document or its specimen; nothing where there is no specimen.
    pub(super) fn drawn(
        &self,
        document: &Arc<Document>,
        lying: Lying,
        sheet: Sheet,
        light: Light,
    ) -> Option<Arc<Drawn>> {
        let asked = Asked {
            document: Arc::clone(document),
            lying,
            sheet,
            light,
        };
        // Another's panic leaves whole drawings behind.
        let all = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, drawn)) = all().iter().find(|(of, _)| *of == asked) {
            return drawn.clone();
        }
        // Not under the lock: the screen does not wait for what is drawn ahead.
        let drawn = match lying {
            Lying::Presented => Some(draw(document, sheet, light)),
            Lying::Specimen => specimen(&document.page.issuer, sheet, light),
        };
        let drawn = drawn.map(Arc::new);
        let mut all = all();
        if all.len() >= MOST {
            all.remove(0);
        }
        all.push((asked, drawn.clone()));
        drawn
    }
}
