//! Exercise files that are being made: under another name until they are whole.
//!
//! A process that is killed meanwhile leaves its draft behind. Nobody can play it, so it is swept away
//! by whoever next looks into the folder; never one that somebody may still be writing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::EXTENSION;

/// After this nobody is still writing; for systems that do not tell which processes there are.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// What SQLite keeps beside a draft.
const BESIDE: [&str; 4] = ["", "-journal", "-wal", "-shm"];

/// What this process calls the file until it is whole.
pub(super) fn name(path: &Path) -> PathBuf {
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}.new", std::process::id()));
    PathBuf::from(draft)
}

/// Removes drafts of exercise files whose process is gone, or that are older than a day.
pub fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(process) = name.to_str().and_then(process_of) else {
            continue;
        };
        let Ok(meta) = entry.metadata() else { continue };
        let age = meta.modified().ok().and_then(|at| at.elapsed().ok());
        let stale = age.is_some_and(|age| age > STALE);
        if meta.is_file() && (stale || is_gone(process)) {
            // Whoever may not remove it leaves it to somebody who may.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The process that makes the file of this name, if it is a draft of an exercise file.
fn process_of(name: &str) -> Option<u32> {
    let draft = BESIDE.iter().find_map(|end| {
        let rest = name.strip_suffix(end)?;
        rest.strip_suffix(".new")
    })?;
    let (file, process) = draft.rsplit_once('.')?;
    let ours = Path::new(file).extension().is_some_and(|e| e == EXTENSION);
    process.parse().ok().filter(|_| ours)
}

/// Is it known that there is no such process?
fn is_gone(process: u32) -> bool {
    let all = Path::new("/proc");
    all.join("self").exists() && !all.join(process.to_string()).exists()
}
