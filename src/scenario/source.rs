//! The bytes of a case with their names, wherever they came from, and how much of them is accepted.

use std::collections::{BTreeMap, BTreeSet};

/// Largest file that is read.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;
/// Largest case that is read.
pub const MAX_TOTAL_BYTES: usize = 32 * 1024 * 1024;
/// Most files that a case may have.
pub const MAX_FILES: usize = 2_000;
/// How deep brackets may nest.
pub const MAX_DEPTH: usize = 64;
/// Most values (brackets, texts, numbers, words) that one file may hold.
pub const MAX_NODES: usize = 1_000_000;
/// Most values that a case may hold.
pub const MAX_CASE_NODES: usize = 2_000_000;
/// Most things of one kind; ids are 16 bits wide.
pub const MAX_THINGS: usize = 60_000;
/// Most rounds that a case may have.
pub const MAX_ROUNDS: u8 = 24;

/// A case before anything is believed: relative paths with `/` and what the files hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseSource {
    pub files: BTreeMap<String, Vec<u8>>,
    /// The name of the folder that holds them, if one does.
    pub folder: Option<String>,
    /// Files and folders that are there but could not be read, which was told where that was tried.
    pub unread: BTreeSet<String>,
}

impl CaseSource {
    /// A case from names and texts, for tests and tools.
    pub fn new<N: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (N, B)>) -> Self {
        Self {
            files: files
                .into_iter()
                .map(|(name, bytes)| (name.into(), bytes.into()))
                .collect(),
            ..Self::default()
        }
    }

    /// The text of a file, if it is there and is text.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(file)?).ok()
    }

    /// The texts of files by name, each read as text once: that takes long where a file is big.
    pub(super) fn texts<'f>(
        &self,
        files: impl IntoIterator<Item = &'f str>,
    ) -> BTreeMap<&str, &str> {
        let files: BTreeSet<&str> = files.into_iter().collect();
        files
            .into_iter()
            .filter_map(|file| {
                let (name, bytes) = self.files.get_key_value(file)?;
                Some((name.as_str(), std::str::from_utf8(bytes).ok()?))
            })
            .collect()
    }
}
