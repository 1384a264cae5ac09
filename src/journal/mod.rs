//! The exercise file: one SQLite database that holds everything about one exercise.
//!
//! The case it was played with (complete, so that it opens when the folder is gone), the seed, the
//! people, and every event in order. An entry is committed and flushed to disk before it is
//! acknowledged (WAL, `synchronous=FULL`). This module never judges and never looks into an event.

mod drafts;
mod hold;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, OpenFlags, params};
use serde::{Deserialize, Serialize};

use crate::engine::Event;
use crate::report::Occasion;
use crate::scenario::source::{MAX_FILES, MAX_TOTAL_BYTES};
use crate::session::{Entry, Record, RecordError};

pub use drafts::sweep;
use hold::Hold;

/// `LIAI`, so that tools can tell an exercise file from other databases.
pub const APPLICATION_ID: i32 = 0x4C49_4149;
/// Version of the layout below.
pub const LAYOUT: i32 = 1;
/// The usual extension.
pub const EXTENSION: &str = "liaison";
/// Larger case files than this are not read back.
const LARGEST_FILE: i64 = 32 << 20;

const SCHEMA: &str = "
CREATE TABLE exercise (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE case_file (path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  stamp INTEGER NOT NULL
) STRICT;
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry (number),
  body TEXT NOT NULL
) STRICT;
";

/// What is known of an exercise besides its case and events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Id of the case.
    pub case: String,
    /// Title of the case in its own language.
    pub title: String,
    /// Seed of chance.
    pub seed: u64,
    /// Names of the people, by `Team as usize`.
    pub people: [Vec<String>; 2],
    /// Version of the program that began it.
    pub program: String,
    /// Seconds since 1970 when it began.
    pub begun: u64,
    /// The exercise that it was branched from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// Where a branched exercise came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of its file, without the folder.
    pub file: String,
    /// Seconds since 1970 when it began.
    pub begun: u64,
    /// The round up to whose start the record was taken over.
    pub round: u8,
}

/// An exercise file, as read.
#[derive(Clone, Debug)]
pub struct Exercise {
    pub about: About,
    /// The case, by path inside its folder.
    pub case: BTreeMap<String, Vec<u8>>,
    pub entries: Vec<Entry>,
}

/// Why an exercise file cannot be made or read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    #[error("{0}: there is no such file")]
    Missing(PathBuf),
    #[error(
        "{path}: there is no folder {folder}; make it first, or choose a name in one that is there"
    )]
    NoFolder { path: PathBuf, folder: PathBuf },
    #[error("{0}: a file of this name is there already; choose another name")]
    Exists(PathBuf),
    #[error(
        "{0}: it is open already, in another window or at a table of this computer; go on there"
    )]
    InUse(PathBuf),
    #[error("{0}: this is not an exercise file")]
    NotAnExercise(PathBuf),
    #[error("{path}: made by a newer version of the program (layout {layout}); update the program")]
    Newer { path: PathBuf, layout: i32 },
    #[error(
        "{path}: this exercise file is damaged; take a copy of it from before, or ask who kept one ({what})"
    )]
    Damaged { path: PathBuf, what: String },
    #[error("{path}: {what}")]
    Io { path: PathBuf, what: String },
}

/// An exercise file open for writing.
pub struct Journal {
    connection: Connection,
    path: PathBuf,
    entries: i64,
    events: i64,
    /// Nobody else writes it meanwhile.
    _hold: Hold,
}

impl Journal {
    /// Makes a new exercise file; it is complete and on disk when this returns.
    ///
    /// # Errors
    /// If the file exists or cannot be written.
    pub fn create(
        path: &Path,
        about: &About,
        case: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, JournalError> {
        create_with(path, about, case, &[])?;
        let hold = Hold::of(path)?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        settle(&connection).map_err(|e| JournalError::Io {
            path: path.to_owned(),
            what: say(&e),
        })?;
        Ok(Self {
            connection,
            path: path.to_owned(),
            entries: 0,
            events: 0,
            _hold: hold,
        })
    }

    /// Opens an exercise file to go on with it, and reads it.
    ///
    /// # Errors
    /// If it is not there, open already, not an exercise file, newer than this program, or damaged.
    pub fn open(path: &Path) -> Result<(Self, Exercise), JournalError> {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let hold = Hold::of(path)?;
        let io = |e: rusqlite::Error| JournalError::Io {
            path: path.to_owned(),
            what: say(&e),
        };
        settle(&connection).map_err(io)?;
        let exercise = read(&connection, path)?;
        let count = |table: &str| {
            connection
                .query_row(
                    &format!("SELECT coalesce(max(number), 0) FROM {table}"),
                    [],
                    |r| r.get(0),
                )
                .map_err(|e| damaged(path, &e))
        };
        let (entries, events) = (count("entry")?, count("event")?);
        Ok((
            Self {
                connection,
                path: path.to_owned(),
                entries,
                events,
                _hold: hold,
            },
            exercise,
        ))
    }

    fn write(&mut self, entry: &Entry) -> Result<(), Box<dyn std::error::Error>> {
        let all = self.connection.transaction()?;
        let number = insert(&all, entry, self.entries + 1, self.events)?;
        all.commit()?;
        self.entries += 1;
        self.events = number;
        Ok(())
    }
}

/// Writes one entry under its number, after so many events; gives the number of its last event.
fn insert(
    connection: &Connection,
    entry: &Entry,
    entry_number: i64,
    events: i64,
) -> Result<i64, Box<dyn std::error::Error>> {
    let mut number = events;
    let actor = serde_json::to_string(&entry.actor)?;
    let elapsed = i64::try_from(entry.elapsed_ms)?;
    connection
        .prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![entry_number, actor, elapsed, now()])?;
    for event in &entry.events {
        number += 1;
        let body = serde_json::to_string(event)?;
        connection
            .prepare_cached("INSERT INTO event VALUES (?1, ?2, ?3)")?
            .execute(params![number, entry_number, body])?;
    }
    Ok(number)
}

/// Makes a new exercise file with these entries on record; it is complete and on disk when this
/// returns, or not there at all.
///
/// # Errors
/// If the file exists or cannot be written.
pub fn create_with(
    path: &Path,
    about: &About,
    case: &BTreeMap<String, Vec<u8>>,
    entries: &[Entry],
) -> Result<(), JournalError> {
    if path.exists() {
        return Err(JournalError::Exists(path.to_owned()));
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(JournalError::NoFolder {
            path: path.to_owned(),
            folder,
        });
    }
    drafts::sweep(&folder);
    let told = |what: String| JournalError::Io {
        path: path.to_owned(),
        what,
    };
    let about = serde_json::to_string(about).map_err(|e| told(e.to_string()))?;
    // Made under another name and put in place whole: a file of this name always opens.
    let draft = drafts::name(path);
    let made = fill(&draft, &about, case, entries).map_err(|e| told(in_words(e.as_ref())));
    let placed = made.and_then(|()| place(&draft, path));
    // Gone already when it was placed; what is left of a failure is of no use to anybody.
    let _ = std::fs::remove_file(&draft);
    placed?;
    keep_names(&folder).map_err(|e| told(e.to_string()))
}

impl From<&About> for Occasion {
    fn from(about: &About) -> Self {
        Self {
            seed: about.seed,
            people: about.people.clone(),
            program: about.program.clone(),
            begun: about.begun,
        }
    }
}

impl Record for Journal {
    fn append(&mut self, entry: &Entry) -> Result<(), RecordError> {
        self.write(entry)
            .map_err(|e| RecordError(in_words(e.as_ref())))
    }

    fn entries(&self) -> Result<Option<Vec<Entry>>, RecordError> {
        let read = read(&self.connection, &self.path);
        read.map(|exercise| Some(exercise.entries))
            .map_err(|e| RecordError(in_words(&e)))
    }

    fn occasion(&self) -> Option<Occasion> {
        let read = read(&self.connection, &self.path).ok()?;
        Some(Occasion::from(&read.about))
    }

    fn mark(&mut self, elapsed_ms: u64) {
        // Between two commands only time passes; a mark that fails loses some seconds of it.
        let mark = format!("{} {elapsed_ms}", self.entries);
        let sql = "INSERT OR REPLACE INTO exercise VALUES ('elapsed', ?1)";
        let _ = self.connection.execute(sql, params![mark]);
    }
}

/// Reads an exercise file without changing it.
///
/// # Errors
/// As [`Journal::open`].
pub fn read_file(path: &Path) -> Result<Exercise, JournalError> {
    // A file whose last program was killed still has its write-ahead log, which only a connection
    // that may write can take up.
    match connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Ok(connection) => read(&connection, path),
        // Where nothing may be written, such as on a stick with its lock on, there is no log to
        // take up unless one lies beside the file.
        Err(JournalError::Io { .. }) if !beside(path, "-wal").exists() => {
            read(&connect_still(path)?, path)
        }
        Err(e) => Err(e),
    }
}

/// The path of a file that SQLite keeps beside the database.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A connection to a file that nobody can change, and so needs neither locks nor a log.
fn connect_still(path: &Path) -> Result<Connection, JournalError> {
    let name: String = path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .map(|&b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    connect_as(path, Path::new(&format!("file:{name}?immutable=1")), flags)
}

fn fill(
    path: &Path,
    about: &str,
    case: &BTreeMap<String, Vec<u8>>,
    entries: &[Entry],
) -> Result<(), Box<dyn std::error::Error>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut connection =
        Connection::open_with_flags(plain(path), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let all = connection.transaction()?;
    all.pragma_update(None, "application_id", APPLICATION_ID)?;
    all.pragma_update(None, "user_version", LAYOUT)?;
    all.execute_batch(SCHEMA)?;
    all.execute("INSERT INTO exercise VALUES ('about', ?1)", params![about])?;
    for (name, bytes) in case {
        all.execute(
            "INSERT INTO case_file VALUES (?1, ?2)",
            params![name, bytes],
        )?;
    }
    let mut events = 0;
    for (entry, number) in entries.iter().zip(1i64..) {
        events = insert(&all, entry, number, events)?;
    }
    all.commit()?;
    Ok(())
}

/// Gives the finished file its name, never over another file.
fn place(draft: &Path, path: &Path) -> Result<(), JournalError> {
    let placed = std::fs::hard_link(draft, path).or_else(|e| {
        // Some disks know no links.
        if e.kind() == std::io::ErrorKind::AlreadyExists || path.exists() {
            Err(std::io::ErrorKind::AlreadyExists.into())
        } else {
            std::fs::rename(draft, path)
        }
    });
    placed.map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => JournalError::Exists(path.to_owned()),
        _ => JournalError::Io {
            path: path.to_owned(),
            what: e.to_string(),
        },
    })
}

/// The folder that a file is in.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Puts the names in a folder on disk: a file whose name is lost with the power is lost as well.
#[cfg(unix)]
fn keep_names(folder: &Path) -> std::io::Result<()> {
    use std::io::ErrorKind as E;
    match std::fs::File::open(folder).and_then(|folder| folder.sync_all()) {
        // Folders that one may write in but not list, and disks that keep no such promise.
        Err(e)
            if matches!(
                e.kind(),
                E::PermissionDenied | E::InvalidInput | E::Unsupported
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// Elsewhere the system keeps them itself.
#[cfg(not(unix))]
fn keep_names(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Notes a fact about the exercise that is none of its events, such as that its debrief was opened.
///
/// # Errors
/// As [`Journal::open`], or if the file cannot be written.
pub fn note(path: &Path, key: &str) -> Result<(), JournalError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let written = connection.execute(
        "INSERT OR IGNORE INTO exercise VALUES ('note.' || ?1, '')",
        params![key],
    );
    written.map(|_| ()).map_err(|e| JournalError::Io {
        path: path.to_owned(),
        what: say(&e),
    })
}

/// Was this fact noted? No, if the file cannot be read.
#[must_use]
pub fn is_noted(path: &Path, key: &str) -> bool {
    let Ok(connection) = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .or_else(|_| connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY))
    else {
        return false;
    };
    let sql = "SELECT 1 FROM exercise WHERE key = 'note.' || ?1";
    connection.query_row(sql, [key], |_| Ok(())).is_ok()
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, JournalError> {
    if !path.is_file() {
        return Err(JournalError::Missing(path.to_owned()));
    }
    connect_as(path, &plain(path), flags)
}

/// The path as SQLite takes it for a path, whatever it begins with: `file:` begins an address.
fn plain(path: &Path) -> PathBuf {
    if path.is_relative() {
        Path::new(".").join(path)
    } else {
        path.to_owned()
    }
}

/// Connects to the file that SQLite knows by `name`, and looks whether it is an exercise file.
fn connect_as(path: &Path, name: &Path, flags: OpenFlags) -> Result<Connection, JournalError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = Connection::open_with_flags(name, flags);
    let connection = open.map_err(|e| JournalError::Io {
        path: path.to_owned(),
        what: say(&e),
    })?;
    let pragma = |name: &str| connection.pragma_query_value(None, name, |r| r.get::<_, i32>(0));
    match (pragma("application_id"), pragma("user_version")) {
        (Ok(APPLICATION_ID), Ok(LAYOUT)) => {
            is_ours(&connection, path)?;
            Ok(connection)
        }
        (Ok(APPLICATION_ID), Ok(layout)) if layout > LAYOUT => Err(JournalError::Newer {
            path: path.to_owned(),
            layout,
        }),
        (Err(e), _)
            if !matches!(
                e.sqlite_error_code(),
                Some(rusqlite::ErrorCode::NotADatabase)
            ) =>
        {
            Err(JournalError::Io {
                path: path.to_owned(),
                what: say(&e),
            })
        }
        _ => Err(JournalError::NotAnExercise(path.to_owned())),
    }
}

/// Looks whether the file has the tables of an exercise and nothing else. Whoever made it chose them, and a
/// view without end or a trigger would be run by whatever is asked of it.
fn is_ours(connection: &Connection, path: &Path) -> Result<(), JournalError> {
    let sql = |e: rusqlite::Error| damaged(path, &e);
    connection
        .pragma_update(None, "trusted_schema", false)
        .map_err(sql)?;
    let ours: Vec<&str> = SCHEMA.split(';').map(str::trim).collect();
    let mut asked = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        .map_err(sql)?;
    let made = asked
        .query_map([], |r| r.get::<_, String>(0))
        .map_err(sql)?;
    for made in made {
        if !ours.contains(&made.map_err(sql)?.as_str()) {
            return Err(JournalError::Damaged {
                path: path.to_owned(),
                what: "it has other tables than an exercise; do not open it if you do not know who made it".to_owned(),
            });
        }
    }
    Ok(())
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.busy_timeout(std::time::Duration::from_secs(2))
}

fn read(connection: &Connection, path: &Path) -> Result<Exercise, JournalError> {
    let sql = |e: rusqlite::Error| damaged(path, &e);
    let json = |e: serde_json::Error| JournalError::Damaged {
        path: path.to_owned(),
        what: format!("an entry cannot be read ({e})"),
    };
    let about: String = connection
        .query_row("SELECT value FROM exercise WHERE key = 'about'", [], |r| {
            r.get(0)
        })
        .map_err(sql)?;
    let about: About = serde_json::from_str(&about).map_err(json)?;

    let mut case = BTreeMap::new();
    let mut files = connection
        .prepare("SELECT path, bytes FROM case_file WHERE length(bytes) <= ?1")
        .map_err(sql)?;
    let rows = files
        .query_map([LARGEST_FILE], |r| {
            Ok((r.get::<_, String>(0)?, r.get::<_, Vec<u8>>(1)?))
        })
        .map_err(sql)?;
    let mut total = 0;
    for row in rows {
        let (name, bytes) = row.map_err(sql)?;
        total += bytes.len();
        if total > MAX_TOTAL_BYTES || case.len() >= MAX_FILES {
            return Err(JournalError::Damaged {
                path: path.to_owned(),
                what: "the case in it is larger than any that is played".to_owned(),
            });
        }
        case.insert(name, bytes);
    }

    let mut entries: Vec<Entry> = Vec::new();
    let mut events = connection
        .prepare(
            "SELECT entry.number, actor, elapsed_ms, body FROM entry
             JOIN event ON event.entry = entry.number ORDER BY event.number",
        )
        .map_err(sql)?;
    let mut last = 0i64;
    let mut rows = events.query([]).map_err(sql)?;
    while let Some(row) = rows.next().map_err(sql)? {
        let number: i64 = row.get(0).map_err(sql)?;
        if number != last && number != last + 1 {
            return Err(JournalError::Damaged {
                path: path.to_owned(),
                what: format!("what was recorded after entry {last} is missing"),
            });
        }
        let body: String = row.get(3).map_err(sql)?;
        let event: Event = serde_json::from_str(&body).map_err(json)?;
        if number == last
            && let Some(entry) = entries.last_mut()
        {
            entry.events.push(event);
            continue;
        }
        last = number;
        let actor: String = row.get(1).map_err(sql)?;
        let elapsed: i64 = row.get(2).map_err(sql)?;
        entries.push(Entry {
            actor: serde_json::from_str(&actor).map_err(json)?,
            elapsed_ms: u64::try_from(elapsed).unwrap_or(0),
            events: vec![event],
        });
    }
    // Time that ran after the last command, if it was marked.
    let mark: Option<String> = connection
        .query_row(
            "SELECT value FROM exercise WHERE key = 'elapsed'",
            [],
            |r| r.get(0),
        )
        .ok();
    if let Some((count, ms)) = mark.as_deref().and_then(|m| m.split_once(' '))
        && count.parse() == Ok(entries.len())
        && let Ok(ms) = ms.parse()
        && let Some(entry) = entries.last_mut()
    {
        entry.elapsed_ms = entry.elapsed_ms.max(ms);
    }
    Ok(Exercise {
        about,
        case,
        entries,
    })
}

fn damaged(path: &Path, e: &rusqlite::Error) -> JournalError {
    JournalError::Damaged {
        path: path.to_owned(),
        what: say(e),
    }
}

fn in_words(e: &(dyn std::error::Error + 'static)) -> String {
    match e.downcast_ref::<rusqlite::Error>() {
        Some(e) => say(e),
        None => e.to_string(),
    }
}

fn say(e: &rusqlite::Error) -> String {
    match e.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DatabaseBusy) => {
            "another program has the file open; close it and try again".into()
        }
        Some(rusqlite::ErrorCode::CannotOpen) => {
            "the file cannot be opened; check the folder and your rights to it".into()
        }
        Some(rusqlite::ErrorCode::ConstraintViolation) => {
            "another program has gone on with this file; close one of them and open it again".into()
        }
        Some(rusqlite::ErrorCode::ReadOnly) => "the file or its folder is read-only".into(),
        Some(rusqlite::ErrorCode::DiskFull) => "the disk is full".into(),
        _ => e.to_string(),
    }
}

fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
