//! Who goes on with an exercise goes on alone: two that write one record would write past each other.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::{JournalError, beside};

/// The exercise file is this program's until it is dropped; however the program ends, the system lets go.
pub(super) struct Hold {
    path: PathBuf,
    /// `None`: this disk knows no locks.
    file: Option<File>,
}

impl Hold {
    /// # Errors
    /// `InUse`, if somebody has it.
    pub(super) fn of(path: &Path) -> Result<Self, JournalError> {
        // The lock is on a file beside it: SQLite has locks of its own on the file itself.
        let beside = beside(path, "-open");
        let file = File::create(&beside).ok();
        match file.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => Err(JournalError::InUse(path.to_owned())),
            Some(Err(TryLockError::Error(_))) | None => Ok(Self {
                path: beside,
                file: None,
            }),
            Some(Ok(())) => Ok(Self { path: beside, file }),
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // What stays behind of a killed program holds nothing.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
