//! Where a session puts what happened before it answers.

use crate::engine::Entry;
use crate::report::Occasion;

/// The record could not be written; the reason in plain words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the exercise file could not be written: {0}")]
pub struct RecordError(pub String);

/// Keeps entries. When `append` returns `Ok`, the entry survives whatever happens to the machine.
pub trait Record: Send {
    /// Keeps one entry, all of it or nothing.
    ///
    /// # Errors
    /// If it could not be kept.
    fn append(&mut self, entry: &Entry) -> Result<(), RecordError>;

    /// Everything kept so far, oldest first; nothing where it is not kept to be read.
    ///
    /// # Errors
    /// If it could not be read.
    fn entries(&self) -> Result<Option<Vec<Entry>>, RecordError> {
        Ok(None)
    }

    /// What is known of the exercise besides; nothing where it was not told.
    fn occasion(&self) -> Option<Occasion> {
        None
    }

    /// Notes how much of the phase has run since the last entry; it may be lost.
    fn mark(&mut self, _elapsed_ms: u64) {}
}

/// Keeps nothing: for simulated exercises that only their result is wanted of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory;

impl Record for Memory {
    fn append(&mut self, _: &Entry) -> Result<(), RecordError> {
        Ok(())
    }
}

impl Record for std::sync::Arc<std::sync::Mutex<Vec<Entry>>> {
    fn append(&mut self, entry: &Entry) -> Result<(), RecordError> {
        match self.lock() {
            Ok(mut entries) => {
                entries.push(entry.clone());
                Ok(())
            }
            Err(_) => Err(RecordError("another writer stopped half-way".into())),
        }
    }

    fn entries(&self) -> Result<Option<Vec<Entry>>, RecordError> {
        let entries = self.lock().map(|entries| entries.clone());
        entries
            .map(Some)
            .map_err(|_| RecordError("a writer stopped half-way".into()))
    }
}
