//! The command line: typed arguments, one command, an exit code.

mod branch;
pub mod check;
mod drill;
mod events;
mod explain;
mod graph;
#[cfg(feature = "net")]
mod host;
#[cfg(feature = "net")]
mod join;
mod lsp;
mod msel;
mod new;
mod open;
mod play;
mod questionnaire;
mod rename;
mod report;
mod resume;
mod sheets;
mod simulate;
mod solve;
mod translate;
mod trends;
mod whatif;

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::analysis::RUNS;
use crate::language::Lang;
use crate::session::fresh_seed;

/// Done.
pub const DONE: u8 = 0;
/// The case or the file has problems.
pub const PROBLEMS: u8 = 1;
/// The command line was not understood.
pub const USAGE: u8 = 2;
/// Something that the machine lacks: a display, a driver.
pub const ENVIRONMENT: u8 = 3;

/// Exercise engine for border officers: two services, one case, one joint investigation.
#[derive(Debug, Parser)]
#[command(name = "liaison", version, about, propagate_version = true)]
#[command(
    after_help = "Without a command the program opens. Exit codes: 0 done, 1 the case or file \
has problems, 2 usage, 3 the machine lacks something (a display, a driver)."
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Play a case: two teams at one screen, or simulated.
    Play(Play),
    /// Go on with an exercise from its file.
    Resume {
        /// An exercise file (.liaison).
        file: PathBuf,
    },
    /// Look at an exercise again: any moment of it, as North, South or the facilitator saw it.
    Replay {
        /// An exercise file (.liaison); nothing in it is changed. It shows what both teams held.
        file: PathBuf,
    },
    /// Write on a case with the window beside the text editor: problems as they are saved, every part previewed,
    /// play from any round.
    Author {
        /// The folder of a case.
        folder: PathBuf,
    },
    /// Make a new exercise from an old one, as it stood when a round began.
    Branch {
        /// An exercise file (.liaison); it stays as it is.
        file: PathBuf,
        /// The round that the new exercise begins with.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
        round: u8,
        /// The new exercise file.
        #[arg(short = 'o', long = "output", value_name = "NEW")]
        output: PathBuf,
    },
    /// Serve exercises to the laptops of a room, and print their tickets.
    #[cfg(feature = "net")]
    Host {
        /// Cases to begin (a folder, or the name of a shipped case) and exercise files to go on with.
        #[arg(required = true, value_name = "CASE|FILE")]
        what: Vec<String>,
        /// The port at which laptops come in; 7319, if nothing else is asked for.
        #[arg(long)]
        port: Option<u16>,
        /// Without a window, from the terminal.
        #[arg(long)]
        headless: bool,
        /// Where exercise files and the host's certificate are kept.
        #[arg(long, value_name = "FOLDER")]
        journal_dir: Option<PathBuf>,
        /// How laptops find this computer's tables; otherwise the computer's own name.
        #[arg(long, conflicts_with = "unannounced")]
        name: Option<String>,
        /// Do not tell the network of the tables: laptops come in with whole tickets only.
        #[arg(long)]
        unannounced: bool,
        /// This computer's address in the room, if the tickets name a wrong one.
        #[arg(long, value_name = "IP")]
        address: Option<std::net::Ipv4Addr>,
    },
    /// Take the seat of a ticket.
    #[cfg(feature = "net")]
    Join {
        /// As the host prints it; a short one where the table is found on the network. Without one it is
        /// typed into the window.
        ticket: Option<String>,
        /// Print the tables that are found on the network.
        #[arg(long, conflicts_with_all = ["ticket", "simulate"])]
        find: bool,
        /// Play it in the terminal by this policy, not at the screen.
        #[arg(long, value_enum, requires = "ticket")]
        simulate: Option<PolicyName>,
        /// How the person or the simulated team is called at the table.
        #[arg(long)]
        name: Option<String>,
        /// Milliseconds between two acts of a simulated team.
        #[arg(long, default_value_t = 20, value_name = "MS", requires = "simulate")]
        pace: u64,
    },
    /// Check cases and report every problem at once.
    Check {
        /// Folders of cases.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How problems are written.
        #[arg(long, value_enum, default_value_t = check::Format::Human)]
        format: check::Format,
        /// Show what mends a problem for certain, and ask whether to write it.
        #[arg(long, conflicts_with = "format")]
        fix: bool,
        /// Write everything that --fix would ask about.
        #[arg(long, requires = "fix")]
        yes: bool,
    },
    /// Say what a code of `check` means, with an example that is wrong and one that is right.
    Explain {
        /// Codes such as L017; without one all of them are listed.
        #[arg(value_name = "CODE")]
        codes: Vec<String>,
    },
    /// Begin a case: a small one that can be played and is full of advice, or a copy.
    New {
        /// The folder to be made; its name is the case's id.
        #[arg(value_name = "NAME")]
        folder: PathBuf,
        /// Copy this case instead: its folder, or the name of a shipped case.
        #[arg(long, value_name = "CASE")]
        from: Option<String>,
    },
    /// Draw a case: items, tasks, injects and conditions by team and round, with the critical path.
    Graph {
        /// A case's folder, or the name of a shipped case.
        case: String,
        /// What is written; its ending says how: .svg, .dot (Graphviz) or .mmd (Mermaid).
        #[arg(short = 'o', long = "output", value_name = "FILE")]
        output: PathBuf,
    },
    /// Prove of a case that it can be won, and only by sharing; find its dead ends. Exit codes: 0 everything
    /// proved, 1 something refuted, 2 something not decided, or no case.
    Solve {
        /// A case's folder, or the name of a shipped case.
        case: String,
        /// Seconds after which what is left is not decided.
        #[arg(long, value_name = "N", default_value_t = 60)]
        limit_seconds: u64,
        /// States that one question may look at.
        #[arg(long, value_name = "N", default_value_t = 200_000)]
        limit_states: u64,
        /// Write every script as an exercise file into this folder; it is made if it is not there.
        #[arg(short = 'o', long = "output", value_name = "DIR")]
        output: Option<PathBuf>,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Practise one skill alone.
    Drill {
        /// What is practised.
        #[arg(value_enum)]
        kind: DrillKind,
        /// The first example; the same seed gives the same examples.
        #[arg(long)]
        seed: Option<u64>,
        /// 1 plain, 2 usual, 3 hard.
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=3))]
        level: u8,
        /// Documents or people of this case instead of the drill's own: its folder, or the name of a shipped case.
        #[arg(long, conflicts_with_all = ["seed", "level"])]
        case: Option<String>,
        /// The first of them.
        #[arg(long, requires = "case")]
        id: Option<String>,
        /// The language in which it speaks.
        #[arg(long, value_enum, default_value_t = Speech::En)]
        lang: Speech,
    },
    /// Serve an editor while a case is written: problems as they are typed, ids, explanations.
    Lsp,
    /// Call a thing of a case otherwise: where it is defined, wherever it is used, and in translations.
    Rename(rename::Rename),
    /// Bring the injects of a case into a spreadsheet, and back.
    Msel(msel::Msel),
    /// Bring the texts of a case to translators as a spreadsheet, and back.
    Translate(translate::Translate),
    /// Ask an officer before, after or weeks after an exercise; print the sheet; tell what was learned.
    Questionnaire(questionnaire::Questionnaire),
    /// Write the report of an exercise that is over: an after-action report with improvement plan.
    Report {
        /// An exercise file (.liaison).
        file: PathBuf,
        /// The folder that the files are written into; it is made if it is not there.
        #[arg(short = 'o', long = "output", value_name = "DIR")]
        output: PathBuf,
        /// In what it is written.
        #[arg(long, value_enum, value_delimiter = ',', default_value = "html")]
        format: Vec<report::FormatName>,
        /// The language that it is written in; otherwise the case's own, or English where the program does not speak it.
        #[arg(long, value_name = "TAG", value_parser = report::language)]
        lang: Option<Lang>,
        /// For whom it is; a team's own holds nothing that the debrief has not opened to it.
        #[arg(long = "for", value_enum, default_value_t = report::ReaderName::All)]
        reader: report::ReaderName,
        /// Leave out what one thing otherwise would have made of it, which takes some seconds.
        #[arg(long)]
        no_what_if: bool,
    },
    /// Print the record of an exercise, one JSON object a line.
    Events {
        /// An exercise file (.liaison).
        file: PathBuf,
        /// Whose eyes to read it with; the truth is open to all once the debrief is.
        #[arg(long = "as", value_enum)]
        viewer: Option<Viewer>,
    },
    /// Put several exercises beside each other: results over time, by case, objective and people.
    Trends {
        /// Exercise files (.liaison) that are over.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Number people instead of naming them.
        #[arg(long)]
        no_names: bool,
        /// The language in which it is told.
        #[arg(long, value_enum, default_value_t = Speech::En)]
        lang: Speech,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Play a case by simulated teams thousands of times: what it comes to, and what of it is never met.
    Simulate(simulate::Simulate),
    /// Tell what an exercise that is over would have come to, had one thing been otherwise: each critical
    /// item shared in time, each blue on blue and each breach avoided.
    Whatif {
        /// An exercise file (.liaison).
        file: PathBuf,
        /// Simulated exercises with and as many without each change.
        #[arg(long, value_name = "N", default_value_t = RUNS, value_parser = clap::value_parser!(u32).range(2..=100_000))]
        runs: u32,
        /// Seed of their chance; otherwise the exercise's own.
        #[arg(long)]
        seed: Option<u64>,
        /// The language in which it is told; otherwise the case's own, or English where the program does not speak it.
        #[arg(long, value_name = "TAG", value_parser = report::language)]
        lang: Option<Lang>,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
}

/// Arguments of `liaison play`.
#[derive(Debug, Args)]
pub struct Play {
    /// A case's folder, or the name of a shipped case.
    case: String,
    /// Two teams at this screen, with a curtain between them (the default).
    #[arg(long, conflicts_with = "self_play")]
    hotseat: bool,
    /// Both teams simulated; nothing is shown but an account.
    #[arg(long)]
    self_play: bool,
    /// How simulated North behaves.
    #[arg(
        long,
        value_enum,
        requires = "self_play",
        default_value = "sharer",
        default_value_if("self_play", "false", None)
    )]
    north: Option<PolicyName>,
    /// How simulated South behaves.
    #[arg(
        long,
        value_enum,
        requires = "self_play",
        default_value = "sharer",
        default_value_if("self_play", "false", None)
    )]
    south: Option<PolicyName>,
    /// Play so many exercises, with seeds counted up from --seed.
    #[arg(long, requires = "self_play", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    runs: Option<u32>,
    /// Seed of chance; the same seed and the same commands give the same exercise.
    #[arg(long)]
    seed: Option<u64>,
    /// Where to keep the exercise file.
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// Print one JSON object for each exercise (and a last one with --runs).
    #[arg(long, requires = "self_play")]
    json: bool,
}

/// What can be practised alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DrillKind {
    /// Passports on the bench: find what conflicts, or let the traveller go.
    Document,
    /// Travellers at a counter: ask what can be checked, then clear or refer.
    Line,
    /// People in the room: open questions first, evidence late, nobody pressed.
    Interview,
}

/// A language of the program by its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Speech {
    En,
    Th,
}

impl From<Speech> for Lang {
    fn from(speech: Speech) -> Self {
        match speech {
            Speech::En => Lang::En,
            Speech::Th => Lang::Th,
        }
    }
}

/// A policy by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PolicyName {
    Random,
    Hoarder,
    Sharer,
    Cautious,
}

/// Whose eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Viewer {
    North,
    South,
    Truth,
}

/// Runs the command line; the result is the process's exit code.
#[must_use]
pub fn run() -> u8 {
    match Arguments::try_parse() {
        Err(e) => {
            // Help and version are not failures. A closed pipe is nobody's fault.
            let _ = e.print();
            if e.use_stderr() { USAGE } else { DONE }
        }
        Ok(Arguments { command: None }) => open::run(),
        Ok(Arguments {
            command: Some(verb),
        }) => match verb {
            Verb::Play(play) => play::run(&play),
            Verb::Resume { file } => resume::run(&file, false),
            Verb::Replay { file } => resume::run(&file, true),
            Verb::Author { folder } => open::author(&folder),
            Verb::Branch {
                file,
                round,
                output,
            } => branch::run(&file, round, &output),
            #[cfg(feature = "net")]
            Verb::Host {
                what,
                port,
                headless,
                journal_dir,
                name,
                unannounced,
                address,
            } => {
                let folder = journal_dir.as_deref();
                let shown = (!headless)
                    .then(|| open::tables(&what, port, address, folder))
                    .flatten();
                shown.unwrap_or_else(|| {
                    host::run(&host::Hosting {
                        what: &what,
                        port: port.unwrap_or(crate::net::PORT),
                        folder,
                        name: name.as_deref(),
                        announced: !unannounced,
                        address,
                    })
                })
            }
            #[cfg(feature = "net")]
            Verb::Join { find: true, .. } => join::find(),
            #[cfg(feature = "net")]
            Verb::Join {
                ticket: Some(ticket),
                simulate: Some(policy),
                name,
                pace,
                ..
            } => {
                let name = name.as_deref().unwrap_or("simulated");
                let pace = std::time::Duration::from_millis(pace);
                join::simulated(&ticket, policy.into(), name, pace)
            }
            #[cfg(feature = "net")]
            Verb::Join { ticket, name, .. } => open::join(ticket.as_deref(), name.as_deref()),
            Verb::Check {
                paths,
                fix: true,
                yes,
                ..
            } => check::fix(&paths, yes),
            Verb::Check { paths, format, .. } => check::run(&paths, format),
            Verb::Explain { codes } => explain::run(&codes),
            Verb::New { folder, from } => new::run(&folder, from.as_deref()),
            Verb::Graph { case, output } => graph::run(&case, &output),
            Verb::Solve {
                case,
                limit_seconds,
                limit_states,
                output,
                json,
            } => solve::run(&solve::Wanted {
                case: &case,
                seconds: limit_seconds,
                states: limit_states,
                output: output.as_deref(),
                json,
            }),
            Verb::Drill {
                kind,
                case: Some(case),
                id,
                lang,
                ..
            } => drill_case(kind, &case, id.as_deref(), lang.into()),
            Verb::Drill {
                kind,
                seed,
                level,
                lang,
                ..
            } => {
                let (seed, lang) = (seed.unwrap_or_else(fresh_seed), lang.into());
                match kind {
                    DrillKind::Document => drill::document(seed, level, lang),
                    DrillKind::Interview => drill::interview(seed, level, lang),
                    DrillKind::Line => drill::line(seed, level, lang),
                }
            }
            Verb::Lsp => lsp::run(),
            Verb::Rename(asked) => rename::run(&asked),
            Verb::Msel(asked) => msel::run(&asked),
            Verb::Translate(asked) => translate::run(&asked),
            Verb::Questionnaire(asked) => questionnaire::run(&asked),
            Verb::Report {
                file,
                output,
                format,
                lang,
                reader,
                no_what_if,
            } => report::run(&file, &output, &format, lang, reader, !no_what_if),
            Verb::Events { file, viewer } => events::run(&file, viewer),
            Verb::Trends {
                files,
                no_names,
                lang,
                json,
            } => trends::run(&trends::Wanted {
                files: &files,
                names: !no_names,
                json,
                lang: lang.into(),
            }),
            Verb::Simulate(wanted) => simulate::run(&wanted),
            Verb::Whatif {
                file,
                runs,
                seed,
                lang,
                json,
            } => whatif::run(&file, runs, seed, lang, json),
        },
    }
}

/// Documents and people can be chosen from a case.
fn drill_case(kind: DrillKind, case: &str, id: Option<&str>, lang: Lang) -> u8 {
    match kind {
        DrillKind::Document => return drill::case_document(case, id, lang),
        DrillKind::Interview => return drill::case_interview(case, id, lang),
        DrillKind::Line => {}
    }
    let clash = Arguments::command().error(
        clap::error::ErrorKind::ArgumentConflict,
        "--case goes with `drill document` and `drill interview`",
    );
    // A closed pipe is nobody's fault.
    let _ = clash.print();
    USAGE
}

/// Writes to the terminal what `print!` would, without its panic when nobody can be written to.
fn say(text: std::fmt::Arguments) -> std::io::Result<()> {
    std::io::Write::write_fmt(&mut std::io::stdout().lock(), text)
}

/// The exit code when the output broke off. A closed pipe is nobody's fault: who reads has enough.
fn cut_off(e: &std::io::Error) -> u8 {
    if e.kind() == std::io::ErrorKind::BrokenPipe {
        return DONE;
    }
    // Where even this cannot be written, the exit code says it.
    let _ = std::io::Write::write_fmt(
        &mut std::io::stderr().lock(),
        format_args!("the output could not be written: {e}\n"),
    );
    PROBLEMS
}
