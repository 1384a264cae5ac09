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

    let begin = match start {
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
    };
    let options = Options {
        begin,
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
