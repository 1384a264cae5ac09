//! `liaison play`: people at one screen, or simulated teams in the terminal.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::{DONE, PROBLEMS, Play, PolicyName, cut_off, say};
use crate::bots::{Policy, Simulated};
use crate::journal::{About, Journal};
use crate::language::Lang;
use crate::library::{self, LoadedCase};
use crate::report::{
    Account, ExerciseResult, Occasion, Sentence, Sums, after_action, html, result,
};
use crate::scenario::ids::Team;
use crate::session::{Entry, Memory, Record, RecordError, Session, fresh_seed, play_out};

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
    let mut sums = Sums::default();
    let runs = play.runs.unwrap_or(1);
    for run in 0..runs {
        let seed = seed.wrapping_add(u64::from(run));
        let journal = play.journal.as_deref().map(|p| numbered(p, run, runs));
        let quiet = play.json || runs > 1;
        let played = match simulate(&case, policies, seed, journal.as_deref(), quiet) {
            Ok(played) => played,
            Err(problem) => {
                eprintln!("{problem}");
                return PROBLEMS;
            }
        };
        let r = &played.result;
        let told = if play.json {
            say_json(r)
        } else if runs > 1 {
            say(format_args!(
                "seed {}: {}, {} points\n",
                r.seed, r.outcome, r.score
            ))
        } else {
            say(format_args!("{}", played.account))
        };
        if let Err(e) = told {
            return cut_off(&e);
        }
        sums.add(&played.result);
    }
    if play.runs.is_none() {
        return DONE;
    }
    let tally = sums.tally();
    let told = if play.json {
        say_json(&tally)
    } else {
        say(format_args!(
            "{} exercises: {} full, {} partial, {} failed; mean score {:.1}\n",
            tally.runs, tally.full, tally.partial, tally.failed, tally.mean_score
        ))
    };
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}

/// A finished simulated exercise.
pub(super) struct Played {
    pub result: ExerciseResult,
    /// In words, unless quiet.
    pub account: String,
    pub page: Option<String>,
}

/// Plays one exercise with simulated teams, to its debrief.
pub(super) fn simulate(
    case: &LoadedCase,
    policies: [Policy; 2],
    seed: u64,
    journal: Option<&Path>,
    quiet: bool,
) -> Result<Played, String> {
    let people = policies.map(|p| vec![format!("simulated ({})", p.key())]);
    let kept = Arc::new(Mutex::new(Vec::new()));
    let lost = Arc::new(Mutex::new(None));
    let record: Box<dyn Record> = match journal {
        Some(path) => {
            let about = about(case, seed, people.clone());
            let journal =
                Journal::create(path, &about, &case.source.files).map_err(|e| e.to_string())?;
            Box::new(Both(journal, Arc::clone(&kept), Arc::clone(&lost)))
        }
        None if quiet => Box::new(Memory),
        None => Box::new(Arc::clone(&kept)),
    };
    let session = Session::create(Arc::clone(&case.scenario), seed, record);
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    let table = play_out(session, &mut teams).ok_or("the seats could not be taken")?;
    if let Some(e) = lost.lock().ok().and_then(|mut lost| lost.take()) {
        return Err(format!("The exercise stops here: {e}"));
    }
    let result = result(table.session().state(), seed);
    let mut account = String::new();
    let mut page = None;
    if !quiet {
        let mut teller = Account::new(Arc::clone(&case.scenario), &case.scenario.language);
        let entries = kept.lock().map(|k| k.clone()).unwrap_or_default();
        for entry in &entries {
            for sentence in teller.tell(entry) {
                account.push_str(&line(&sentence));
            }
        }
        account.push_str(&format!(
            "\nOutcome: {}. Score: {} of 100. Welfare lost: {}. State: {}\n",
            result.outcome,
            result.score,
            result.welfare_loss,
            &result.state_hash[..16]
        ));
        let of = Occasion::from(&about(case, seed, people));
        page = after_action(&case.scenario, of, &entries, None)
            .ok()
            .and_then(|of| html(&of, Lang::of(&case.scenario.language)).ok());
    }
    Ok(Played {
        result,
        account,
        page,
    })
}

/// Keeps entries on disk first, then in memory for the account; and why one could not be kept.
struct Both(
    Journal,
    Arc<Mutex<Vec<Entry>>>,
    Arc<Mutex<Option<RecordError>>>,
);

impl Record for Both {
    fn append(&mut self, entry: &Entry) -> Result<(), RecordError> {
        if let Err(e) = self.0.append(entry) {
            if let Ok(mut lost) = self.2.lock() {
                *lost = Some(e.clone());
            }
            return Err(e);
        }
        self.1.append(entry)
    }

    fn entries(&self) -> Result<Option<Vec<Entry>>, RecordError> {
        self.1.entries()
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
        origin: None,
    }
}

fn line(sentence: &Sentence) -> String {
    let mark = match sentence.team {
        Some(Team::North) => "▲ ",
        Some(Team::South) => "◆ ",
        None => "  ",
    };
    if sentence.heading {
        format!("\n{}\n", sentence.text)
    } else {
        format!("  {mark}{}\n", sentence.text)
    }
}

fn say_json(value: &impl serde::Serialize) -> std::io::Result<()> {
    let line = serde_json::to_string(value)?;
    say(format_args!("{line}\n"))
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
