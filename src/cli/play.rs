//! `liaison play`: people at one screen, or simulated teams in the terminal.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::{DONE, PROBLEMS, Play, PolicyName};
use crate::bots::{Policy, Simulated};
use crate::journal::{About, Journal};
use crate::library::{self, LoadedCase};
use crate::report::{Account, ExerciseResult, Sentence, Tally, html, result};
use crate::scenario::ids::Team;
use crate::session::{Entry, Memory, Record, RecordError, Session, play_out};

impl From<PolicyName> for Policy {
    fn from(name: PolicyName) -> Self {
        match name {
            PolicyName::Random => Policy::Random,
            PolicyName::Hoarder => Policy::Hoarder,
            PolicyName::Sharer => Policy::Sharer,
            PolicyName::Cautious => Policy::Cautious,
        }
    }
}

pub(super) fn run(play: &Play) -> u8 {
    let case = match library::open(&play.case) {
        Ok(case) => case,
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    let seed = play.seed.unwrap_or_else(fresh_seed);
    if !play.self_play {
        return super::open::play(&case, seed, play.journal.as_deref());
    }
    let policies = [play.north, play.south].map(|p| p.map_or(Policy::Sharer, Policy::from));
    let mut results = Vec::new();
    for run in 0..play.runs {
        let seed = seed.wrapping_add(u64::from(run));
        let journal = play.journal.as_deref().map(|p| numbered(p, run, play.runs));
        let quiet = play.json || play.runs > 1;
        match simulate(&case, policies, seed, journal.as_deref(), quiet) {
            Ok(played) => {
                if play.json {
                    print_json(&played.result);
                } else if play.runs > 1 {
                    let r = &played.result;
                    println!("seed {}: {}, {} points", r.seed, r.outcome, r.score);
                }
                results.push(played.result);
            }
            Err(problem) => {
                eprintln!("{problem}");
                return PROBLEMS;
            }
        }
    }
    if play.runs > 1 {
        let tally = Tally::of(&results);
        if play.json {
            print_json(&tally);
        } else {
            println!(
                "{} exercises: {} full, {} partial, {} failed; mean score {:.1}",
                tally.runs, tally.full, tally.partial, tally.failed, tally.mean_score
            );
        }
    }
    DONE
}

/// A finished simulated exercise.
pub(super) struct Played {
    pub result: ExerciseResult,
    pub page: Option<String>,
}

/// Plays one exercise with simulated teams; prints its account unless `quiet`.
pub(super) fn simulate(
    case: &LoadedCase,
    policies: [Policy; 2],
    seed: u64,
    journal: Option<&Path>,
    quiet: bool,
) -> Result<Played, String> {
    let people = policies.map(|p| vec![format!("simulated ({})", p.key())]);
    let kept = Arc::new(Mutex::new(Vec::new()));
    let record: Box<dyn Record> = match journal {
        Some(path) => {
            let about = about(case, seed, people.clone());
            let journal =
                Journal::create(path, &about, &case.source.files).map_err(|e| e.to_string())?;
            Box::new(Both(journal, Arc::clone(&kept)))
        }
        None if quiet => Box::new(Memory),
        None => Box::new(Arc::clone(&kept)),
    };
    let session = Session::create(Arc::clone(&case.scenario), seed, record);
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    let table = play_out(session, &mut teams).ok_or("the seats could not be taken")?;
    let result = result(table.session().state(), seed);
    let mut account = Vec::new();
    let mut page = None;
    if !quiet {
        let mut teller = Account::new(Arc::clone(&case.scenario), &case.scenario.language);
        let entries = kept.lock().map(|k| k.clone()).unwrap_or_default();
        for entry in &entries {
            for sentence in teller.tell(entry) {
                print_sentence(&sentence);
                account.push(sentence);
            }
        }
        println!(
            "\nOutcome: {}. Score: {} of 100. Welfare lost: {}. State: {}",
            result.outcome,
            result.score,
            result.welfare_loss,
            &result.state_hash[..16]
        );
        if let Some(debrief) = &table.seat(Team::North).view.debrief {
            let lang = &case.scenario.language;
            let title = &case.scenario.title;
            page = html(title, seed, &people, result.rounds, debrief, &account, lang).ok();
        }
    }
    Ok(Played { result, page })
}

/// Keeps entries on disk first, then in memory for the account.
struct Both(Journal, Arc<Mutex<Vec<Entry>>>);

impl Record for Both {
    fn append(&mut self, entry: &Entry) -> Result<(), RecordError> {
        self.0.append(entry)?;
        self.1.append(entry)
    }
}

pub(super) fn about(case: &LoadedCase, seed: u64, people: [Vec<String>; 2]) -> About {
    About {
        case: case.scenario.id.clone(),
        title: case.scenario.title.get(&case.scenario.language).to_owned(),
        seed,
        people,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        begun: std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |d| d.as_secs()),
    }
}

fn print_sentence(sentence: &Sentence) {
    let mark = match sentence.team {
        Some(Team::North) => "▲ ",
        Some(Team::South) => "◆ ",
        None => "  ",
    };
    if sentence.heading {
        println!("\n{}", sentence.text);
    } else {
        println!("  {mark}{}", sentence.text);
    }
}

fn print_json(value: &impl serde::Serialize) {
    if let Ok(line) = serde_json::to_string(value) {
        println!("{line}");
    }
}

/// `name.liaison` for one run, `name-3.liaison` for the third of several.
fn numbered(path: &Path, run: u32, runs: u32) -> PathBuf {
    if runs == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path
        .extension()
        .map_or("liaison".into(), |e| e.to_string_lossy());
    path.with_file_name(format!("{stem}-{}.{extension}", run + 1))
}

/// A seed for an exercise nobody chose one for: from the clock, so that two are seldom the same.
pub(super) fn fresh_seed() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(1, |d| d.as_secs() ^ u64::from(d.subsec_nanos()) << 20)
}
