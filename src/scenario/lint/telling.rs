//! Texts that tell a team by a name what it is not meant to know: tear-lines that name what they leave out, and hints.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::{SubjectId, Team};
use super::Lint;
use super::named::{Named, words};

pub(super) fn check(lint: &mut Lint) {
    let named = Named::of(lint.case);
    tear_lines(lint, &named);
    hints(lint, &named);
}

/// Tells of a tear-line with the name of somebody who is not among its subjects: what is cut off stands in it.
fn tear_lines(lint: &mut Lint, named: &Named) {
    let (case, parsed) = (lint.case, lint.parsed);
    for (item, file) in case.items.iter().zip(&parsed.items.all) {
        let Some(text) = &item.tear_line else {
            continue;
        };
        let text = text.get(&case.language);
        let left_out = |subject: usize| {
            let is = |id: &SubjectId| id.index() == subject;
            item.subjects.iter().any(is) && !item.tear_subjects.iter().any(is)
        };
        let found = named.within(text);
        // A name that two have may be that of the one who is let through.
        let told = found.iter().find(|(_, word)| {
            let mut bearers = found.iter().filter(|(_, w)| w == word);
            bearers.all(|(n, _)| left_out(*n))
        });
        if let Some((n, word)) = told {
            let message = format!(
                "the tear-line names “{word}”, and `{}` is not among its `tear_subjects`",
                case.subjects[*n].key
            );
            let steps = [Step::Field("tear_line")];
            lint.tell(file.at, &steps, Code::TearLineNames, message)
                .label("the partner reads this")
                .help("leave the name out, or put the subject among `tear_subjects`");
        }
    }
}

/// Tells of a hint with the name of somebody of whom its team can know nothing when it first reads it.
fn hints(lint: &mut Lint, named: &Named) {
    let (case, parsed) = (lint.case, lint.parsed);
    for team in Team::BOTH {
        let briefing = case.services[team.index()].briefing.get(&case.language);
        let there: BTreeSet<&str> = words(briefing).collect();
        // A hint is read once those before it are no longer needed.
        let mut moment = 0;
        let milestones = case.milestones.iter().zip(&parsed.milestones.all);
        for (n, (milestone, file)) in milestones.enumerate() {
            let (Some(hint), true) = (&milestone.hint, milestone.team == Some(team)) else {
                continue;
            };
            let mut found = named.within(hint.get(&case.language));
            found.retain(|(_, word)| !there.contains(word));
            let told = found.iter().find(|(_, word)| {
                let mut bearers = found.iter().filter(|(_, w)| w == word);
                bearers.all(|(n, _)| !named.known(lint, *n, team, moment))
            });
            if let Some((_, word)) = told {
                let message =
                    format!("the hint names “{word}”, of which {team:?} can know nothing yet");
                let steps = [Step::Field("hint")];
                lint.tell(file.at, &steps, Code::HintNames, message)
                    .label("told by the hint")
                    .help("speak of what the team holds, or leave the name out");
            }
            moment = moment.max(lint.reach.milestones[n]);
        }
    }
}
