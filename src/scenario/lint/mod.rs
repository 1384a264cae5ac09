//! What is wrong with a case although it can be read: one idea a file.
//!
//! Lints only tell; none of them changes the case. Those that ask what can happen assume that every
//! task succeeds and everything that may be shared is shared, so what they call impossible is.

mod advice;
mod alarm;
mod asked;
mod authorities;
mod bounds;
mod budgets;
mod contradiction;
mod cycles;
mod documents;
mod echoes;
mod effects;
mod elements;
mod flags;
mod impossible;
mod injects;
mod interviews;
mod items;
mod links;
mod named;
mod network;
mod objectives;
mod operations;
mod questionnaires;
mod questions;
mod reach;
mod reachable;
mod secrecy;
mod set_pieces;
mod sites;
mod solvable;
mod subjects;
mod teams;
mod telling;
mod texts;
mod work;

use super::code::Code;
use super::doc::{At, Doc, Step, follow, identity};
use super::earliest::Earliest;
use super::model::Scenario;
use super::msel::Trigger;
use super::read::Parsed;
use super::sink::{Entry, Sink, shown};
use super::source::CaseSource;
use super::texts::Site;
use reach::{Reach, Sharing};

/// Checks on what the files say, run whatever else is wrong.
pub(super) fn files(docs: &[Doc], parsed: &Parsed, sites: &[Site], sink: &mut Sink) {
    texts::check(docs, sites, sink);
    items::check(docs, parsed, sink);
    teams::check(docs, parsed, sink);
    questions::offered(docs, parsed, sink);
    injects::check(docs, parsed, sink);
    links::check(docs, parsed, sink);
}

/// Texts that are empty or do not fit, of what belongs to no case.
pub(super) fn texts(docs: &[Doc], sites: &[Site], sink: &mut Sink) {
    texts::check(docs, sites, sink);
}

/// Whether the case is called what its folder is called, as the commands that name it expect.
pub(super) fn folder(source: &CaseSource, docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    let (Some(folder), Some(case)) = (&source.folder, &parsed.case) else {
        return;
    };
    let id = &case.value.id;
    if id != folder && !id.is_empty() {
        let message = format!(
            "the case `{}` lies in a folder named `{}`",
            shown(id),
            shown(folder)
        );
        sink.at(docs, identity(docs, case.at), Code::FolderName, message)
            .label("not the folder's name")
            .help("give both one name: a case is found by its folder and recorded by its id");
    }
}

/// Checks on the case as a whole, run when every name resolves.
pub(super) fn case(docs: &[Doc], parsed: &Parsed, case: &Scenario, sink: &mut Sink) {
    if case.rounds == 0 || case.rounds > super::source::MAX_ROUNDS {
        return;
    }
    let with = Reach::of(case, Sharing::Everything);
    let without = Reach::of(case, Sharing::Nothing);
    let mut lint = Lint {
        docs,
        parsed,
        case,
        sink,
        reach: &with,
    };
    budgets::check(&mut lint);
    cycles::check(&mut lint);
    let told = impossible::check(&mut lint);
    reachable::check(&mut lint, &told);
    work::check(&mut lint);
    secrecy::check(&mut lint);
    telling::check(&mut lint);
    objectives::check(&mut lint);
    subjects::check(&mut lint);
    flags::check(&mut lint);
    network::check(&mut lint);
    operations::check(&mut lint);
    questions::knowable(&mut lint);
    solvable::check(&mut lint, &without);
    links::plausible(&mut lint);
    authorities::check(&mut lint);
    elements::check(&mut lint);
    interviews::check(&mut lint);
    asked::check(&mut lint);
    set_pieces::check(&mut lint);
    documents::check(&mut lint);
    questionnaires::check(&mut lint);
    advice::check(&mut lint, &without);
    if with.gave_up() || without.gave_up() {
        let message =
            "the conditions of the case are too many and too large to be checked".to_owned();
        sink.file(Code::TooMany, "scenario.ron", message);
    }
}

/// When everything can first come about, if all is shared and succeeds.
pub(super) fn earliest(case: &Scenario) -> Earliest {
    let reach = Reach::of(case, Sharing::Everything);
    let first = |at: u8| (at != reach::NEVER).then_some(at);
    let all = |times: &[u8]| times.iter().map(|at| first(*at)).collect();
    // What waits for the alarm waits until enough can have raised it.
    let most = alarm::most(&reach, case);
    let alarmed = |at: &u8, needed: u8| first(alarm::not_before(*at, needed, &most));
    let injects = case.injects.iter().zip(&reach.fired);
    let reactions = case.network.reactions.iter().zip(&reach.reactions);
    let opens = |rounds: &u32| {
        u8::try_from(rounds.trailing_zeros())
            .ok()
            .filter(|r| *r < 32)
    };
    Earliest {
        end: reach.end,
        items: reach.own.iter().map(|[a, b]| first(*a.min(b))).collect(),
        tasks: reach.open_in.iter().map(opens).collect(),
        injects: injects
            .map(|(inject, at)| match inject.trigger {
                Trigger::ByHand => first(*at),
                _ => alarmed(at, alarm::needed(&inject.when)),
            })
            .collect(),
        milestones: all(&reach.milestones),
        steps: all(&reach.steps),
        // It comes at the end of the round in which the alarm was so high.
        reactions: reactions
            .map(|(reaction, at)| alarmed(at, reaction.exposure))
            .collect(),
        operations: all(&reach.executed),
        authorities: all(&reach.authorised),
    }
}

/// What a lint has at hand.
struct Lint<'a, 's> {
    docs: &'a [Doc<'s>],
    parsed: &'a Parsed,
    case: &'a Scenario,
    sink: &'a mut Sink,
    /// What can happen at all.
    reach: &'a Reach<'a>,
}

impl Lint<'_, '_> {
    /// A problem with a part of an element.
    fn tell(&mut self, at: At, steps: &[Step], code: Code, message: String) -> Entry<'_> {
        self.sink
            .at(self.docs, follow(self.docs, at, steps), code, message)
    }

    /// A problem with an element, told where it says its id.
    fn tell_whole(&mut self, at: At, code: Code, message: String) -> Entry<'_> {
        self.sink
            .at(self.docs, identity(self.docs, at), code, message)
    }
}
