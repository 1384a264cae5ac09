//! Of which originals the translations are.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::super::table::clean;
use super::{NEW, OK, STALE, UNCHECKED};

/// Originals by path, each as the digits of its hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Originals(BTreeMap<String, String>);

impl Originals {
    /// What a file says; lines that say nothing are passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let notes = lines.filter(|(hash, _)| hash.len() == 16);
        Self(
            notes
                .map(|(hash, path)| (path.trim().to_owned(), hash.to_owned()))
                .collect(),
        )
    }

    /// As the file says it.
    #[must_use]
    pub fn write(&self) -> String {
        let lines = self.0.iter().map(|(path, hash)| format!("{hash} {path}\n"));
        lines.collect()
    }

    /// The file in which they stand, relative to the case.
    #[must_use]
    pub fn file(tag: &str) -> String {
        format!("lang/{tag}.originals")
    }

    /// The same notes where texts have other paths.
    #[must_use]
    pub fn moved(&self, paths: &[(String, String)]) -> Self {
        let mut out = self.clone();
        for (old, _) in paths {
            out.0.remove(old);
        }
        for (old, new) in paths {
            if let Some(hash) = self.0.get(old) {
                out.0.insert(new.clone(), hash.clone());
            }
        }
        out
    }

    /// How many notes are others than before.
    #[must_use]
    pub fn differs(&self, before: &Self) -> usize {
        let fresh = self
            .0
            .iter()
            .filter(|(path, hash)| before.0.get(*path) != Some(hash));
        fresh.count()
    }

    pub(super) fn note(&mut self, path: &str, original: &str) {
        self.0.insert(path.to_owned(), hash(original));
    }

    pub(super) fn status(&self, path: &str, original: &str, translation: &str) -> &'static str {
        match self.0.get(path) {
            _ if translation.is_empty() => NEW,
            None => UNCHECKED,
            Some(noted) if *noted == hash(original) => OK,
            Some(_) => STALE,
        }
    }
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(clean(text).as_bytes());
    let digits = digest.iter().take(8).map(|b| format!("{b:02x}"));
    digits.collect()
}
