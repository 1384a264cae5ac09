//! Opening the window; and where there is none, playing in the terminal.

use std::path::Path;

use super::play::simulate;
use super::{DONE, ENVIRONMENT, PROBLEMS, cut_off, say};
use crate::bots::Policy;
use crate::library::{self, LoadedCase};
use crate::session::fresh_seed;

/// The case that a newcomer meets first.
const FIRST: &str = "first_watch";

/// What the window is asked to begin with.
#[cfg_attr(
    not(feature = "app"),
    expect(dead_code, reason = "a build without the window has nothing to begin")
)]
pub enum Start<'a> {
    /// The first screen.
    Home,
    /// A case, two teams at this screen.
    Hotseat {
        case: &'a LoadedCase,
        seed: u64,
        journal: Option<&'a Path>,
    },
    /// An exercise from its file.
    Resume(&'a Path),
    /// An exercise file, played back.
    Replay(&'a Path),
    /// A case folder, to be written on.
    Author(&'a Path),
    /// Tables for a room: cases to begin, and exercise files to go on with.
    Tables {
        cases: Vec<LoadedCase>,
        files: Vec<std::path::PathBuf>,
        port: Option<u16>,
        address: Option<std::net::Ipv4Addr>,
        folder: Option<&'a Path>,
    },
    /// A seat at a table, with this ticket if one was given.
    Join(Option<&'a str>, Option<&'a str>),
}

/// Why no window could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(feature = "app"),
    expect(
        dead_code,
        reason = "a build without the window lacks nothing of a desktop"
    )
)]
pub enum NoWindow {
    /// There is no display (or this build has no window).
    NoDisplay(String),
    /// The desktop lacks something; the text names it and the packages that bring it.
    Lacking(String),
}

/// `liaison` alone.
pub(super) fn run() -> u8 {
    match window(&Start::Home) {
        Ok(code) => code,
        Err(NoWindow::NoDisplay(why)) => in_terminal(&why),
        Err(NoWindow::Lacking(what)) => {
            eprintln!("{what}");
            ENVIRONMENT
        }
    }
}

/// `liaison play CASE --hotseat`.
pub(super) fn play(case: &LoadedCase, seed: u64, journal: Option<&Path>) -> u8 {
    report(
        window(&Start::Hotseat {
            case,
            seed,
            journal,
        }),
        "with --self-play the case is played by simulated teams in the terminal",
    )
}

/// `liaison resume FILE`, once the file is known to be good.
pub(super) fn resume(file: &Path) -> u8 {
    report(
        window(&Start::Resume(file)),
        "`liaison events FILE --as north` prints what North may read of it in the terminal",
    )
}

/// `liaison replay FILE`, once the file is known to be good.
pub(super) fn replay(file: &Path) -> u8 {
    report(
        window(&Start::Replay(file)),
        "`liaison events FILE --as truth` prints the record in the terminal",
    )
}

/// `liaison author CASE`.
pub(super) fn author(folder: &Path) -> u8 {
    if !folder.is_dir() {
        eprintln!(
            "{}: there is no such folder; `liaison new NAME` makes a case, and HOME, Write a case, copies a shipped one",
            folder.display()
        );
        return PROBLEMS;
    }
    report(
        window(&Start::Author(folder)),
        "`liaison check` tells in the terminal what is wrong with a case",
    )
}

/// `liaison host` with a window. `None`: there is no display, and the terminal serves.
///
/// # Errors
/// The exit code, if the desktop lacks something.
#[cfg(feature = "net")]
pub(super) fn tables(
    what: &[String],
    port: Option<u16>,
    address: Option<std::net::Ipv4Addr>,
    folder: Option<&Path>,
) -> Option<u8> {
    let (files, names): (Vec<&String>, Vec<&String>) = what.iter().partition(|name| {
        let extension = Path::new(name).extension();
        extension.is_some_and(|e| e == crate::journal::EXTENSION)
    });
    let mut cases = Vec::new();
    for name in names {
        match library::open(name) {
            Ok(case) => cases.push(case),
            Err(problem) => {
                eprintln!("{problem}");
                return Some(PROBLEMS);
            }
        }
    }
    let start = Start::Tables {
        cases,
        files: files.into_iter().map(std::path::PathBuf::from).collect(),
        port,
        address,
        folder,
    };
    match window(&start) {
        Ok(code) => Some(code),
        Err(NoWindow::NoDisplay(why)) => {
            eprintln!("{why}: serving from the terminal.");
            None
        }
        Err(NoWindow::Lacking(what)) => {
            eprintln!("{what}");
            Some(ENVIRONMENT)
        }
    }
}

/// `liaison join`, at this screen.
#[cfg(feature = "net")]
pub(super) fn join(ticket: Option<&str>, name: Option<&str>) -> u8 {
    report(
        window(&Start::Join(ticket, name)),
        "with --simulate the seat is taken by a simulated team in the terminal",
    )
}

fn report(result: Result<u8, NoWindow>, instead: &str) -> u8 {
    match result {
        Ok(code) => code,
        Err(NoWindow::NoDisplay(why)) => {
            eprintln!("{why}; {instead}.");
            ENVIRONMENT
        }
        Err(NoWindow::Lacking(what)) => {
            eprintln!("{what}");
            ENVIRONMENT
        }
    }
}

#[cfg(feature = "app")]
fn window(start: &Start) -> Result<u8, NoWindow> {
    use crate::app::{Begin, Options, Problem, run};

    let mut shelf = None;
    let begin = match start {
        Start::Tables {
            cases,
            files,
            port,
            address,
            folder,
        } => {
            shelf = folder.map(|folder| crate::app::shelf::Shelf::kept_in(folder.to_owned()));
            Begin::Tables {
                cases: cases.clone(),
                files: files.clone(),
                port: *port,
                address: *address,
            }
        }
        Start::Join(ticket, name) => Begin::Join(
            ticket.unwrap_or_default().to_owned(),
            name.map(str::to_owned),
        ),
        Start::Home => Begin::Home,
        Start::Hotseat {
            case,
            seed,
            journal,
        } => Begin::Case {
            case: (*case).clone(),
            seed: *seed,
            journal: journal.map(Path::to_owned),
        },
        Start::Resume(file) => Begin::Exercise(file.to_path_buf()),
        Start::Replay(file) => Begin::Replay(file.to_path_buf()),
        Start::Author(folder) => Begin::Author(folder.to_path_buf()),
    };
    let options = Options {
        begin,
        shelf,
        ..Options::default()
    };
    run(options).map_err(|problem| match problem {
        Problem::NoDisplay => NoWindow::NoDisplay(problem.to_string()),
        lacking => NoWindow::Lacking(lacking.to_string()),
    })
}

#[cfg(not(feature = "app"))]
fn window(_: &Start) -> Result<u8, NoWindow> {
    Err(NoWindow::NoDisplay("This build has no window".into()))
}

fn in_terminal(why: &str) -> u8 {
    let begun = say(format_args!(
        "{why}: playing First Watch with simulated teams in the terminal.\n"
    ));
    let case = match library::open(FIRST) {
        Ok(case) => case,
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    let seed = fresh_seed();
    let folder = library::exercise_folder();
    let name = format!("{FIRST}-{seed:016x}");
    let journal = folder.join(format!("{name}.liaison"));
    let played = match simulate(&case, [Policy::Sharer; 2], seed, Some(&journal), false) {
        Ok(played) => played,
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    let path = folder.join(format!("{name}.html"));
    let Some(page) = played.page else {
        eprintln!("The exercise did not come to its debrief, so there is no report.");
        return PROBLEMS;
    };
    if let Err(e) = std::fs::write(&path, page) {
        eprintln!("{}: the report could not be written: {e}", path.display());
        return PROBLEMS;
    }
    // Both are on disk, whether or not anybody hears of it.
    let told = begun.and_then(|()| {
        say(format_args!(
            "{}Report: {}\nRecord: {}\n",
            played.account,
            path.display(),
            journal.display()
        ))
    });
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}
