//! Reads the folder of a case.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::scenario::source::{MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES};
use crate::scenario::{CaseSource, Code, Diagnostic, manifest};

/// Entries of a folder that are looked at before it is refused.
const MAX_ENTRIES: usize = 20_000;
/// What a folder must hold to be a case's.
const CARD: &str = "scenario.ron";

/// Reads the `.ron` files of a case: those of the folder and of its sub-folders, one level down.
///
/// # Errors
/// Everything that keeps a file from being read: sizes, links out of the folder, rights.
pub fn read_case(path: &Path) -> Result<CaseSource, Vec<Diagnostic>> {
    match look(path)? {
        (source, problems) if problems.is_empty() => Ok(source),
        (_, problems) => Err(problems),
    }
}

/// The same with all files that can be read, beside what keeps others from it.
///
/// # Errors
/// What keeps the whole folder from being read.
pub fn look(path: &Path) -> Result<(CaseSource, Vec<Diagnostic>), Vec<Diagnostic>> {
    let shown = path.display().to_string();
    let root = match fs::canonicalize(path) {
        Ok(root) if root.is_dir() => root,
        Ok(_) => {
            let message = format!("`{shown}` is a file, not the folder of a case");
            let problem = Diagnostic::of_file(Code::Unreadable, shown, message);
            return Err(vec![problem.suggest(match case_around(path) {
                Some(case) => format!("give its folder: `{case}`"),
                None => "give the folder that holds scenario.ron".to_owned(),
            })]);
        }
        Err(error) => {
            let message = format!("`{shown}` cannot be read: {error}");
            return Err(vec![Diagnostic::of_file(Code::Unreadable, shown, message)]);
        }
    };
    let cases = cases_in(path);
    if !cases.is_empty() {
        let message = format!("`{shown}` holds cases and is not one itself");
        let problem = Diagnostic::of_file(Code::Unreadable, shown, message);
        return Err(vec![problem.suggest(advice(path, &cases))]);
    }
    let mut walk = Walk {
        source: CaseSource {
            folder: root
                .file_name()
                .map(|name| name.to_string_lossy().into_owned()),
            ..CaseSource::default()
        },
        root,
        problems: Vec::new(),
        total: 0,
        entries: 0,
        stopped: false,
    };
    walk.folder(&walk.root.clone(), "");
    walk.full();
    if walk.stopped {
        Err(walk.problems)
    } else {
        Ok((walk.source, walk.problems))
    }
}

/// The folder of the case that a file belongs to.
fn case_around(file: &Path) -> Option<String> {
    let mut folders = file.ancestors().skip(1).take(2);
    let case = folders.find(|folder| folder.join(CARD).is_file())?;
    Some(if case.as_os_str().is_empty() {
        ".".to_owned()
    } else {
        case.display().to_string()
    })
}

/// The cases right below a folder that is none itself, by name.
fn cases_in(folder: &Path) -> Vec<String> {
    if folder.join(CARD).exists() {
        return Vec::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut cases: Vec<String> = entries
        .take(MAX_ENTRIES)
        .flatten()
        .filter(|entry| entry.path().join(CARD).is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    cases.sort();
    cases
}

/// Which case to give, and the command that checks what is there.
fn advice(folder: &Path, cases: &[String]) -> String {
    let below = |name: &str| folder.join(name).display().to_string();
    if let [one] = cases {
        let one = below(one);
        return format!("give `{one}`; to check it: `liaison check {one}`");
    }
    let named: Vec<String> = (cases.iter().take(5))
        .map(|name| format!("`{}`", below(name)))
        .collect();
    let more = if cases.len() > named.len() {
        ", …"
    } else {
        ""
    };
    format!(
        "give one of {}{more}; to check all: `liaison check {}`",
        named.join(", "),
        below("*/")
    )
}

struct Walk {
    root: PathBuf,
    source: CaseSource,
    problems: Vec<Diagnostic>,
    total: usize,
    entries: usize,
    stopped: bool,
}

impl Walk {
    fn problem(&mut self, code: Code, file: &str, message: String) {
        self.source.unread.insert(file.to_owned());
        self.problems.push(Diagnostic::of_file(code, file, message));
    }

    fn folder(&mut self, dir: &Path, prefix: &str) {
        let listing = match fs::read_dir(dir) {
            Ok(listing) => listing,
            Err(error) => {
                return self.problem(
                    Code::Unreadable,
                    prefix,
                    format!("the folder cannot be read: {error}"),
                );
            }
        };
        let mut names = Vec::new();
        for entry in listing {
            self.entries += 1;
            if self.entries > MAX_ENTRIES {
                self.stopped = true;
                let message = format!("the folder has more than {MAX_ENTRIES} entries");
                return self.problem(Code::TooManyFiles, prefix, message);
            }
            match entry {
                Ok(entry) => names.push(entry.file_name()),
                Err(error) => {
                    return self.problem(
                        Code::Unreadable,
                        prefix,
                        format!("cannot be listed: {error}"),
                    );
                }
            }
        }
        names.sort();
        for name in names {
            if self.full() {
                return;
            }
            let path = dir.join(&name);
            let Some(name) = name.to_str() else {
                if path.extension().is_some_and(|e| e == "ron") {
                    let name = name.to_string_lossy().into_owned();
                    self.problem(
                        Code::OutsideCase,
                        &name,
                        "the name of the file is not UTF-8".to_owned(),
                    );
                }
                continue;
            };
            self.entry(&path, prefix, name);
        }
    }

    /// True once there is too much, which is told once.
    fn full(&mut self) -> bool {
        if self.stopped {
            return true;
        }
        let (code, message) = if self.source.files.len() > MAX_FILES {
            (
                Code::TooManyFiles,
                format!("the case has more than {MAX_FILES} files"),
            )
        } else if self.total > MAX_TOTAL_BYTES {
            (
                Code::CaseTooLarge,
                format!("the case has more than {MAX_TOTAL_BYTES} bytes"),
            )
        } else {
            self.stopped = self.problems.len() > MAX_FILES;
            return self.stopped;
        };
        self.stopped = true;
        self.problem(code, "scenario.ron", message);
        true
    }

    fn entry(&mut self, path: &Path, prefix: &str, name: &str) {
        let relative = format!("{prefix}{name}");
        let is_ron = Path::new(name).extension().is_some_and(|e| e == "ron");
        let Ok(meta) = fs::symlink_metadata(path) else {
            return self.problem(
                Code::Unreadable,
                &relative,
                "the file cannot be looked at".to_owned(),
            );
        };
        if meta.is_symlink() {
            let inside = fs::canonicalize(path).is_ok_and(|target| target.starts_with(&self.root));
            let wanted = is_ron
                || prefix.is_empty()
                    && (manifest::splits(name) || matches!(name, "lang" | "lines"));
            if !inside {
                if wanted {
                    let message = format!("the link `{relative}` leads outside the case");
                    self.problem(Code::OutsideCase, &relative, message);
                }
                return;
            }
        }
        let meta = match fs::metadata(path) {
            Ok(meta) => meta,
            Err(error) => {
                return self.problem(
                    Code::Unreadable,
                    &relative,
                    format!("cannot be read: {error}"),
                );
            }
        };
        if meta.is_dir() {
            if prefix.is_empty() && !name.starts_with('.') {
                self.folder(path, &format!("{name}/"));
            }
        } else if is_ron {
            self.file(path, relative, &meta);
        }
    }

    fn file(&mut self, path: &Path, relative: String, meta: &fs::Metadata) {
        if !meta.is_file() {
            return self.problem(Code::Unreadable, &relative, "this is not a file".to_owned());
        }
        if !manifest::known(&relative) {
            // Its name is told by the loader; of what it says only that it is meant to be there is kept.
            let head = silences(path).unwrap_or_default();
            self.source.files.insert(relative, head);
            return;
        }
        let size = usize::try_from(meta.len()).unwrap_or(usize::MAX);
        if size > MAX_FILE_BYTES {
            let message = format!("the file has {size} bytes; {MAX_FILE_BYTES} are allowed");
            return self.problem(Code::FileTooLarge, &relative, message);
        }
        self.total = self.total.saturating_add(size);
        if self.total > MAX_TOTAL_BYTES {
            return;
        }
        // A file may grow between looking and reading.
        let mut bytes = Vec::with_capacity(size);
        let limit = u64::try_from(MAX_FILE_BYTES)
            .unwrap_or(u64::MAX)
            .saturating_add(1);
        match fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)) {
            Ok(_) => {
                self.source.files.insert(relative, bytes);
            }
            Err(error) => self.problem(
                Code::Unreadable,
                &relative,
                format!("cannot be read: {error}"),
            ),
        }
    }
}

/// Bytes at the head of a strange file that are looked at.
const HEAD: u64 = 4_096;

/// The comments at the head of a file that say that it is there for a reason. The reason itself is left out: what an
/// author notes beside a case is no part of it, and would go wherever the case goes.
fn silences(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    fs::File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches('\u{feff}').lines().map(str::trim);
    let remarks = head.take_while(|line| line.is_empty() || line.starts_with("//"));
    let kept: String = remarks
        .filter_map(|line| {
            let codes = line
                .strip_prefix("//")?
                .trim_start()
                .strip_prefix("allow(")?;
            let (codes, reason) = codes.split_once(')')?;
            let reason = reason.trim_start().strip_prefix(':')?.trim();
            (!reason.is_empty()).then(|| format!("// allow({codes}): said there\n"))
        })
        .collect();
    Ok(kept.into_bytes())
}
