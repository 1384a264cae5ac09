//! What the record says of an exercise that is over: figures, proposed ratings with the events behind them, the
//! account in every language, and how alarm, trust and welfare went.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::account::Account;
use super::evidence::{SHOWN, Watch, counts};
use super::metrics::{Figure, Fold, Measured};
use super::proposal::propose;
use crate::engine::condition::holds;
use crate::engine::{CaseTime, Entry, Event};
use crate::language::Lang;
use crate::scenario::evaluation::{Eye, Limit, Observable, Part};
use crate::scenario::ids::{CriticalTaskId, Team};
use crate::scenario::words::{Metric, Rating};
use crate::scenario::{Scenario, Text};
use crate::view::opened;

/// Everything, once the debrief is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// In the order of [`Metric::ALL`].
    pub figures: Vec<Measured>,
    /// By capability of the case's evaluation guide.
    pub capabilities: Vec<Capability>,
    /// What happened, as a person would tell it.
    pub account: Vec<Moment>,
    /// Alarm, trust and welfare at the start, and whenever one of them changed.
    pub course: Vec<Course>,
}

/// A capability with its critical tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capability {
    /// The objective that it serves.
    pub objective: Text,
    pub text: Text,
    pub target: Text,
    pub tasks: Vec<Proposal>,
}

/// What the program proposes for a critical task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub task: CriticalTaskId,
    pub text: Text,
    /// Whose task it is; `None`: both services'.
    pub team: Option<Team>,
    /// Nothing, where only an evaluator can say.
    pub rating: Option<Rating>,
    /// A critical error is on record: it is never better than M.
    pub critical: bool,
    pub observed: Vec<Observed>,
}

/// An observable and what the record says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    pub part: Part,
    pub text: Text,
    /// `None`: for an evaluator's eye, or nothing was counted.
    pub met: Option<bool>,
    /// The figure that it was seen by.
    pub figure: Option<(Metric, Figure)>,
    /// Numbers of the events behind it, ascending, at most [`SHOWN`]; the first event on record is 1.
    pub events: Vec<u32>,
}

/// One line of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Number of the event on record, from 1.
    pub event: u32,
    /// 0 in the briefing, then from 1.
    pub round: u8,
    pub at: CaseTime,
    pub team: Option<Team>,
    /// A phase begins.
    pub heading: bool,
    /// It was noted of the exercise, and did not happen in it.
    pub noted: bool,
    /// By `Team as usize`: the debrief opens it to that team.
    pub open: [bool; 2],
    pub text: Text,
}

/// How things stood from a moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    pub event: u32,
    pub round: u8,
    pub at: CaseTime,
    /// 0–100.
    pub exposure: u8,
    /// 0–100.
    pub trust: u8,
    /// By person at risk, 0–10.
    pub welfare: Vec<u8>,
}

impl Findings {
    /// Leaves out of the account what the debrief does not open to this team.
    pub fn keep_for(&mut self, team: Team) {
        self.account.retain(|m| m.open[team.index()]);
    }
}

/// What the record says.
#[must_use]
pub fn findings(scenario: &Arc<Scenario>, entries: &[Entry]) -> Findings {
    let mut teller = Teller::new(scenario);
    for entry in entries {
        let mut sender = None;
        for event in &entry.events {
            teller.event(entry, event, &mut sender);
        }
    }
    teller.finish()
}

struct Teller {
    scenario: Arc<Scenario>,
    fold: Fold,
    watch: Watch,
    /// By metric and whose, of what the guide measures: the events counted so far.
    counted: Vec<(Metric, Option<Team>, Vec<u32>)>,
    accounts: Vec<(Lang, Account)>,
    account: Vec<Moment>,
    course: Vec<Course>,
    number: u32,
}

impl Teller {
    fn new(scenario: &Arc<Scenario>) -> Self {
        let fold = Fold::new(Arc::clone(scenario));
        let mut watch = Watch::default();
        let mut counted: Vec<(Metric, Option<Team>, Vec<u32>)> = Vec::new();
        for task in scenario.critical_tasks() {
            for o in &task.observables {
                match &o.by {
                    Eye::When(when) => watch.add(fold.state(), when),
                    Eye::Measured(metric, _) => counted.push((*metric, task.team, Vec::new())),
                    Eye::Judged => {}
                }
            }
        }
        counted.sort();
        counted.dedup();
        let account = |lang: &Lang| (*lang, Account::new(Arc::clone(scenario), lang.tag()));
        let mut teller = Self {
            scenario: Arc::clone(scenario),
            fold,
            watch,
            counted,
            accounts: Lang::ALL.iter().map(account).collect(),
            account: Vec::new(),
            course: Vec::new(),
            number: 0,
        };
        teller.mark();
        teller
    }

    fn event(&mut self, entry: &Entry, event: &Event, sender: &mut Option<Team>) {
        self.number = self.number.saturating_add(1);
        for (metric, team, events) in &mut self.counted {
            if counts(self.fold.state(), event, *metric, *team) {
                events.push(self.number);
            }
        }
        let open = Team::BOTH.map(|team| opened(self.fold.state(), team, event));
        self.fold.event(event, sender);
        self.watch.look(self.fold.state(), self.number);
        self.mark();
        let told: Vec<_> = (self.accounts.iter_mut())
            .map(|(lang, account)| (*lang, account.tell_event(event, entry.actor)))
            .collect();
        let mut all = told.into_iter().filter_map(|(lang, s)| Some((lang, s?)));
        let Some((own, first)) = all.next() else {
            return;
        };
        let others = all.map(|(lang, s)| (lang.tag().to_owned(), s.text));
        self.account.push(Moment {
            event: self.number,
            round: first.round,
            at: self.fold.clock(),
            team: first.team,
            heading: first.heading,
            noted: matches!(
                event,
                Event::Observed { .. } | Event::Rated { .. } | Event::RatingSettled { .. }
            ),
            open,
            text: Text::with(own.tag(), first.text, others),
        });
    }

    /// Notes how things stand, if they have changed.
    fn mark(&mut self) {
        let state = self.fold.state();
        let same = self.course.last().is_some_and(|c| {
            c.exposure == state.exposure
                && c.trust == state.liaison.trust
                && c.welfare == state.welfare
        });
        if !same {
            self.course.push(Course {
                event: self.number,
                round: state.round(),
                at: self.fold.clock(),
                exposure: state.exposure,
                trust: state.liaison.trust,
                welfare: state.welfare.clone(),
            });
        }
    }

    fn finish(self) -> Findings {
        let objective = |n: usize| {
            let found = self.scenario.objectives.get(n);
            found.map_or_else(Text::default, |o| o.text.clone())
        };
        let capabilities = self.scenario.evaluation.iter().map(|c| Capability {
            objective: objective(c.objective),
            text: c.text.clone(),
            target: c.target.clone(),
            tasks: (c.tasks.iter())
                .map(|task| {
                    let seen = task.observables.iter();
                    let observed: Vec<_> = seen.map(|o| self.observed(o, task.team)).collect();
                    let (rating, critical) = propose(observed.iter().map(|o| (o.part, o.met)));
                    Proposal {
                        task: task.id,
                        text: task.text.clone(),
                        team: task.team,
                        rating,
                        critical,
                        observed,
                    }
                })
                .collect(),
        });
        Findings {
            figures: self.fold.figures(),
            capabilities: capabilities.collect(),
            account: self.account,
            course: self.course,
        }
    }

    fn observed(&self, o: &Observable, team: Option<Team>) -> Observed {
        let (met, figure, events) = match &o.by {
            Eye::When(when) => {
                let events = self.watch.behind(when).into_iter().collect();
                (Some(holds(self.fold.state(), when)), None, events)
            }
            Eye::Measured(metric, limit) => {
                let figure = self.fold.figure(*metric, team);
                let within = |f: Figure| Limit::holds(*limit, f.value());
                let mut all = self.counted.iter();
                let counted = all.find(|(m, t, _)| (m, t) == (metric, &team));
                let events = counted.map_or_else(Vec::new, |(.., events)| events.clone());
                (figure.map(within), figure.map(|f| (*metric, f)), events)
            }
            Eye::Judged => (None, None, Vec::new()),
        };
        let skip = events.len().saturating_sub(SHOWN);
        Observed {
            part: o.part,
            text: o.text.clone(),
            met,
            figure,
            events: events.into_iter().skip(skip).collect(),
        }
    }
}
