//! The cases that an editor has files of: what is on disk, with what is being typed over it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::library::look;
use crate::scenario::{CaseSource, Diagnostic, load, manifest};

/// What a folder must hold to be a case's.
const CARD: &str = "scenario.ron";

/// What an editor has open.
#[derive(Default)]
pub(super) struct Cases {
    /// Texts that are open, by file.
    open: BTreeMap<PathBuf, Open>,
    /// What was read of each case's folder.
    disk: BTreeMap<PathBuf, Looked>,
}

/// A folder as it was read, with what keeps some of its files from being read, or all of them.
type Looked = Result<(CaseSource, Vec<Diagnostic>), Vec<Diagnostic>>;

/// A text as it is being typed.
struct Open {
    text: String,
    version: i32,
}

impl Cases {
    pub fn typed(&mut self, path: PathBuf, text: String, version: i32) {
        self.open.insert(path, Open { text, version });
    }

    pub fn close(&mut self, path: &Path) {
        self.open.remove(path);
    }

    /// Something on disk has changed: it is read again when it is next asked for.
    pub fn stale(&mut self) {
        self.disk.clear();
    }

    pub fn version(&self, path: &Path) -> Option<i32> {
        self.open.get(path).map(|o| o.version)
    }

    /// Folders of the cases that files are open of.
    pub fn folders(&self) -> BTreeSet<PathBuf> {
        let files = self.open.keys();
        files.filter_map(|file| self.folder(file)).collect()
    }

    /// The folder of the case that a file belongs to, and its name there.
    pub fn file(&self, path: &Path) -> Option<(PathBuf, String)> {
        let folder = self.folder(path)?;
        let name = path.strip_prefix(&folder).ok()?.to_str()?;
        let name = name.replace('\\', "/");
        manifest::known(&name).then_some((folder, name))
    }

    fn folder(&self, path: &Path) -> Option<PathBuf> {
        let mut around = path.ancestors().skip(1).take(2);
        let folder = around.find(|folder| {
            let card = folder.join(CARD);
            self.open.contains_key(&card) || card.is_file()
        })?;
        Some(folder.to_owned())
    }

    fn read(&mut self, folder: &Path) -> &Looked {
        let disk = self.disk.entry(folder.to_owned());
        disk.or_insert_with(|| look(folder))
    }

    /// What is wrong with a case as it stands. Of a folder that cannot be read it is told why, and nothing else.
    pub fn problems(&mut self, folder: &Path) -> Vec<Diagnostic> {
        let of_folder = match self.read(folder) {
            Ok((_, problems)) => problems.clone(),
            Err(problems) => {
                let card = |problem: &Diagnostic| Diagnostic {
                    file: CARD.to_owned(),
                    ..problem.clone()
                };
                return problems.iter().map(card).collect();
            }
        };
        let mut out = load(&self.source(folder)).diagnostics;
        // What is open in the editor is read from there.
        let open = |d: &Diagnostic| self.open.contains_key(&folder.join(&d.file));
        out.extend(of_folder.into_iter().filter(|d| !open(d)));
        out
    }

    /// A case as it stands: its folder with the open texts over it. A folder that cannot be read is empty.
    pub fn source(&mut self, folder: &Path) -> CaseSource {
        let disk = self.read(folder).as_ref();
        let mut source = disk.map_or_else(|_| CaseSource::default(), |(source, _)| source.clone());
        if source.folder.is_none() {
            let name = folder.file_name().and_then(|n| n.to_str());
            source.folder = name.map(str::to_owned);
        }
        for (path, open) in &self.open {
            let Ok(name) = path.strip_prefix(folder) else {
                continue;
            };
            if let Some(name) = name.to_str().map(|n| n.replace('\\', "/"))
                && manifest::known(&name)
            {
                source.files.insert(name, open.text.clone().into_bytes());
            }
        }
        source
    }
}
