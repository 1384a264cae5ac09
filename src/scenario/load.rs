//! The door of the format: bytes in, a case and everything that is wrong with it out.

use super::diagnostic::Diagnostic;
use super::fix::sure;
use super::model::Scenario;
use super::sink::Sink;
use super::source::CaseSource;
use super::{lint, read, silence, texts, translations, validate};

/// What came of reading a case.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The case; there is one exactly when no diagnostic is an error (but see [`load_to_solve`]).
    pub scenario: Option<Scenario>,
    /// In the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads, checks and lints a case; never panics and never stops at the first problem.
#[must_use]
pub fn load(source: &CaseSource) -> Loaded {
    load_if(source, Sink::has_errors)
}

/// As [`load`], but a case whose only errors say that something in it can never come about is there all
/// the same: whoever proves that it cannot be won has to have it.
#[must_use]
pub fn load_to_solve(source: &CaseSource) -> Loaded {
    load_if(source, Sink::is_unsound)
}

fn load_if(source: &CaseSource, bars: impl Fn(&Sink) -> bool) -> Loaded {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    let sites = texts::sites(&parsed);
    let silences = silence::Silences::of(&docs);
    let languages = translations::gather(&docs, &parsed, &sites, &silences, &mut sink);
    lint::folder(source, &docs, &parsed, &mut sink);
    lint::files(&docs, &parsed, &sites, &mut sink);
    let scenario = validate::validate(&docs, &parsed, &languages, &mut sink);
    if let Some(scenario) = &scenario {
        lint::case(&docs, &parsed, scenario, &mut sink);
    }
    let scenario = scenario.filter(|_| !bars(&sink));
    Loaded {
        scenario,
        diagnostics: sure(
            source,
            silence::apply(source, &docs, &silences, sink.finish(&docs)),
        ),
    }
}
