//! Texts that tell a team by a name what it is not meant to know: tear-lines that name what they leave out, and hints,
//! tasks and briefings that name what only the partner holds.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::{SubjectId, Team};
use super::super::model::Scenario;
use super::super::text::Text;
use super::super::texts;
use super::Lint;
use super::named::{Named, words};
use super::reach::NEVER;

/// Most names that one message lists.
const LISTED: usize = 3;

pub(super) fn check(lint: &mut Lint) {
    let named = Named::of(lint.case, &texts::sites(lint.parsed));
    tear_lines(lint, &named);
    hints(lint, &named);
    tasks(lint, &named);
    briefings(lint, &named);
}

/// Tells of a tear-line with the name of somebody who is not among its subjects: what is cut off stands in it.
fn tear_lines(lint: &mut Lint, named: &Named) {
    let (case, parsed) = (lint.case, lint.parsed);
    for (item, file) in case.items.iter().zip(&parsed.items.all) {
        let Some(text) = &item.tear_line else {
            continue;
        };
        let left_out = |subject: usize| {
            let is = |id: &SubjectId| id.index() == subject;
            item.subjects.iter().any(is) && !item.tear_subjects.iter().any(is)
        };
        let text = text.get(&case.language);
        if let Some(who) = culprits(case, named.within(text), left_out) {
            let message = format!("the tear-line names {who}, not among its `tear_subjects`");
            let steps = [Step::Field("tear_line")];
            lint.tell(file.at, &steps, Code::TearLineNames, message)
                .label("the partner reads this")
                .help("leave the name out, or put the subject among `tear_subjects`");
        }
    }
}

/// Those of the named of whom this is so, in words. A name that two have may be that of the one of whom it is not.
fn culprits(
    case: &Scenario,
    found: Vec<(usize, &str)>,
    so: impl Fn(usize) -> bool,
) -> Option<String> {
    let all = |word: &str| {
        let mut bearers = found.iter().filter(|(_, w)| *w == word);
        bearers.all(|(n, _)| so(*n))
    };
    let mut seen = BTreeSet::new();
    let told: Vec<String> = found
        .iter()
        .filter(|(n, word)| all(word) && seen.insert(*n))
        .take(LISTED)
        .map(|(n, word)| format!("“{word}” (`{}`)", case.subjects[*n].key))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// What a team cannot have read of before a moment, and its partner can.
struct Unread<'l, 'a, 's> {
    lint: &'l Lint<'a, 's>,
    named: &'l Named,
    team: Team,
    /// The words of its briefing.
    there: BTreeSet<&'l str>,
}

impl<'l, 'a, 's> Unread<'l, 'a, 's> {
    fn of(lint: &'l Lint<'a, 's>, named: &'l Named, team: Team) -> Self {
        let briefing = &lint.case.services[team.index()].briefing;
        let there = words(briefing.get(&lint.case.language)).collect();
        Self {
            lint,
            named,
            team,
            there,
        }
    }

    /// Whom a text names that the team reads at the moment.
    fn in_text(&self, text: &Text, moment: u8) -> Option<String> {
        let case = self.lint.case;
        let mut found = self.named.within(text.get(&case.language));
        found.retain(|(_, name)| !words(name).all(|word| self.there.contains(word)));
        culprits(case, found, |n| {
            self.named.theirs(case, n, self.team)
                && !self.named.known(self.lint, n, self.team, moment)
        })
    }
}

/// Tells of a hint with the name of somebody of whom its team can know nothing when it first reads it.
fn hints(lint: &mut Lint, named: &Named) {
    let mut told = Vec::new();
    for team in Team::BOTH {
        let unread = Unread::of(lint, named, team);
        // A hint is read once those before it are no longer needed.
        let mut moment = 1;
        for (n, milestone) in lint.case.milestones.iter().enumerate() {
            let (Some(hint), true) = (&milestone.hint, milestone.team == Some(team)) else {
                continue;
            };
            told.extend(unread.in_text(hint, moment).map(|who| (n, team, who)));
            moment = moment.max(lint.reach.milestones[n]);
        }
    }
    for (n, team, who) in told {
        let Some(file) = lint.parsed.milestones.all.get(n) else {
            continue;
        };
        let message = format!("the hint names {who}, of which {team:?} can know nothing yet");
        let steps = [Step::Field("hint")];
        lint.tell(file.at, &steps, Code::HintNames, message)
            .label("told by the hint")
            .help("speak of what the team holds, or leave the name out");
    }
}

/// Tells of a task whose words name somebody of whom its team can know nothing when it reads them.
fn tasks(lint: &mut Lint, named: &Named) {
    let mut told = Vec::new();
    let unread = Team::BOTH.map(|team| Unread::of(lint, named, team));
    for (n, task) in lint.case.tasks.iter().enumerate() {
        let reach = lint.reach;
        let listed = if task.closed { reach.opened[n] } else { 1 };
        let open = match reach.open_in[n] {
            0 => NEVER,
            rounds => u8::try_from(rounds.trailing_zeros()).unwrap_or(NEVER),
        };
        let texts = [
            ("title", Some(&task.title), open),
            ("detail", Some(&task.detail), open),
            ("locked", task.locked.as_ref(), listed),
            ("success_text", Some(&task.success_text), reach.done[n]),
            ("failure_text", task.failure_text.as_ref(), reach.done[n]),
        ];
        for (field, text, moment) in texts {
            let Some(text) = text else { continue };
            let who = unread[task.team.index()].in_text(text, moment);
            told.extend(who.map(|who| (n, field, task.team, who)));
        }
    }
    for (n, field, team, who) in told {
        let Some(file) = lint.parsed.tasks.all.get(n) else {
            continue;
        };
        let message = format!("the task names {who}, of which {team:?} can know nothing yet");
        let steps = [Step::Field(field)];
        lint.tell(file.at, &steps, Code::TaskNames, message)
            .label("told by the task")
            .help("ask for what the team `Holds`, or leave the name out");
    }
}

/// Tells of a briefing with the name of somebody of whom only the partner's items speak: nobody need share them.
fn briefings(lint: &mut Lint, named: &Named) {
    let Some(file) = &lint.parsed.case else {
        return;
    };
    let case = lint.case;
    for team in Team::BOTH {
        let service = &case.services[team.index()];
        for (part, text) in [("briefing", &service.briefing), ("law", &service.law)] {
            let found = named.within(text.get(&case.language));
            let Some(who) = culprits(case, found, |n| named.only_theirs(case, n, team)) else {
                continue;
            };
            let partner = team.other();
            let message =
                format!("the {part} names {who}, of which only items of {partner:?} speak");
            let steps = [Step::Field(team.key()), Step::Field(part)];
            lint.tell(file.at, &steps, Code::BriefingNames, message)
                .label(format!("{team:?} knows it before anything is shared"))
                .help("leave the name out, or give the team an item of its own that speaks of it");
        }
    }
}
