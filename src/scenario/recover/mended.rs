//! A file as it was to be, and the way from there back to what is written.

use super::Edit;
use crate::scenario::tree::{Bytes, Tree};

/// A text with edits.
pub(in crate::scenario) struct Mended {
    pub text: String,
    pub tree: Tree,
    edits: Vec<Edit>,
}

impl Mended {
    /// The edits stand in the order of the text.
    pub fn new(text: &str, edits: Vec<Edit>) -> Self {
        let (mut now, mut at) = (String::with_capacity(text.len() + 8), 0);
        for edit in &edits {
            now.push_str(text.get(at..edit.at).unwrap_or_default());
            now.push_str(&edit.with);
            at = edit.at + edit.removed;
        }
        now.push_str(text.get(at..).unwrap_or_default());
        Self {
            tree: Tree::scan(&now),
            text: now,
            edits,
        }
    }

    /// Where something of the mended text is written.
    pub fn written(&self, bytes: Bytes) -> Bytes {
        Bytes::new(
            self.back(bytes.start as usize),
            self.back(bytes.end as usize),
        )
    }

    fn back(&self, at: usize) -> usize {
        // How much was put in and taken out before.
        let (mut more, mut less) = (0, 0);
        for edit in &self.edits {
            let start = edit.at + more - less;
            if at < start {
                break;
            }
            if at < start + edit.with.len() {
                return edit.at;
            }
            more += edit.with.len();
            less += edit.removed;
        }
        at + less - more
    }

    /// Whether something was mended within bytes of the file.
    pub fn touches(&self, bytes: Bytes) -> bool {
        let (start, end) = (bytes.start as usize, bytes.end as usize);
        self.edits
            .iter()
            .any(|edit| edit.at <= end && start <= edit.at + edit.removed)
    }

    /// The tree with the places where things are written.
    pub fn tree_as_written(&self) -> Tree {
        self.tree.moved(|bytes| self.written(bytes))
    }
}
