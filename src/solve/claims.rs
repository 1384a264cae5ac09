//! What is claimed of a case, and what became of each claim.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::ends::{DeadEnds, Latest, dead_ends, latest};
use super::fact::{Fact, ids};
use super::many::each;
use super::play::Move;
use super::question::{Luck, Question};
use super::script::{Script, of_win, script};
use super::search::{Found, Limits, Way};
use super::solver::Solver;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};

/// A claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// It can be won, if chance is at its most favourable.
    CanBeWon,
    /// It cannot be won if nothing is shared.
    NotUnshared,
    /// It cannot be won by this team while its partner does nothing but sign.
    NotAlone(Team),
    /// It cannot be won if none of the items marked critical is shared; not claimed of a case without any.
    NotWithoutCritical,
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    Proved,
    Refuted,
    /// Not decided within the limit.
    Open,
}

/// A claim with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub claim: Claim,
    pub status: Status,
    /// The script that shows it, where one does.
    pub script: Option<Script>,
}

/// The fewest rounds in which something has to be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fewest {
    /// So many, like this.
    Rounds(u8, Box<Script>),
    /// Between the two, both included.
    Between(u8, u8),
    /// It cannot be won, or whether it can is not known.
    None,
}

/// All that was found out about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    pub claims: Vec<Judged>,
    /// Whether the case can be won where every task that can fail does.
    pub worst: Status,
    pub fewest: Fewest,
    /// By critical item: by when it has to be shared.
    pub critical: Vec<(ItemId, Latest)>,
    pub dead_ends: DeadEnds,
    /// States looked at.
    pub looked: u64,
}

/// What is looked for, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Won,
    Needs,
    Luck,
    Rounds,
    When,
    Ends,
}

impl Stage {
    pub const ALL: [Stage; 6] = [
        Stage::Won,
        Stage::Needs,
        Stage::Luck,
        Stage::Rounds,
        Stage::When,
        Stage::Ends,
    ];

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Stage::Won => "won",
            Stage::Needs => "needs",
            Stage::Luck => "luck",
            Stage::Rounds => "rounds",
            Stage::When => "when",
            Stage::Ends => "ends",
        }
    }
}

impl Claim {
    /// A stable name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Claim::CanBeWon => "can_be_won",
            Claim::NotUnshared => "nothing_shared",
            Claim::NotAlone(Team::North) => "north_alone",
            Claim::NotAlone(Team::South) => "south_alone",
            Claim::NotWithoutCritical => "without_the_critical_items",
        }
    }

    /// Its name among the texts of the interface, the same for both teams.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Claim::CanBeWon => "won",
            Claim::NotUnshared => "unshared",
            Claim::NotAlone(_) => "alone",
            Claim::NotWithoutCritical => "critical",
        }
    }
}

impl Status {
    pub const ALL: [Status; 3] = [Status::Proved, Status::Refuted, Status::Open];

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::Proved => "proved",
            Status::Refuted => "refuted",
            Status::Open => "open",
        }
    }
}

impl Solution {
    /// Is a claim refuted?
    #[must_use]
    pub fn refuted(&self) -> bool {
        self.claims.iter().any(|c| c.status == Status::Refuted)
    }

    /// Is everything decided? That there may be more causes of dead ends than were looked for leaves no claim
    /// open.
    #[must_use]
    pub fn decided(&self) -> bool {
        let open = |l: &(ItemId, Latest)| l.1 == Latest::Open;
        self.claims.iter().all(|c| c.status != Status::Open)
            && !matches!(self.fewest, Fewest::Between(..))
            && !self.critical.iter().any(open)
            && self.dead_ends.open.is_empty()
    }
}

/// Finds out about a case what [`Solution`] tells, on so many threads; `progress` is told what is looked
/// at. Another number of threads proves nothing else; only what is left open may differ, since a way that was found
/// for one question is taken for another.
#[must_use]
pub fn solve(
    case: &Arc<Scenario>,
    limits: &Limits,
    threads: usize,
    progress: &mut dyn FnMut(Stage),
) -> Solution {
    let solver = Solver::new(case, limits);
    progress(Stage::Won);
    let first = solver.ask(&Question::win(case));
    let mut claims = vec![can_be_won(&solver, &first)];
    progress(Stage::Needs);
    let critical: Vec<ItemId> = ids(case.items.len(), ItemId)
        .filter(|i| case.item(*i).critical)
        .collect();
    let mut nots = vec![Claim::NotUnshared];
    nots.extend(Team::BOTH.map(Claim::NotAlone));
    if !critical.is_empty() {
        nots.push(Claim::NotWithoutCritical);
    }
    claims.extend(each(threads, &nots, |c| judge_not(&solver, *c, &critical)));
    progress(Stage::Luck);
    let worst = Question {
        luck: Luck::Worst,
        ..Question::win(case)
    };
    let worst = match solver.ask(&worst) {
        Found::Yes(_) => Status::Proved,
        Found::No => Status::Refuted,
        Found::Open => Status::Open,
    };
    let won = matches!(first, Found::Yes(_));
    let (mut fewest, mut by, mut ends) = (Fewest::None, Vec::new(), DeadEnds::default());
    if won {
        progress(Stage::Rounds);
        fewest = fewest_rounds(&solver);
        progress(Stage::When);
        by = each(threads, &critical, |i| {
            let to = case.item(*i).origin.other();
            (*i, latest(&solver, &[Fact::Sent(*i, to)]))
        });
        progress(Stage::Ends);
        ends = dead_ends(&solver, threads);
    }
    Solution {
        claims,
        worst,
        fewest,
        critical: by,
        dead_ends: ends,
        looked: solver.looked.load(Ordering::Relaxed),
    }
}

fn can_be_won(solver: &Solver, found: &Found) -> Judged {
    let (status, script) = match found {
        Found::Yes(way) => match of_win(solver, way, |_| true) {
            Some(script) => (Status::Proved, Some(script)),
            None => (Status::Open, None),
        },
        Found::No => (Status::Refuted, furthest(solver)),
        Found::Open => (Status::Open, None),
    };
    Judged {
        claim: Claim::CanBeWon,
        status,
        script,
    }
}

/// Everything done that could help, and yet not won.
fn furthest(solver: &Solver) -> Option<Script> {
    let mut moves: Vec<Move> = Vec::new();
    let mut line = super::play::Line::start(solver.case, false).ok()?;
    let question = Question::win(solver.case);
    while !line.over() {
        let next = super::moves::moves(&solver.atlas, &line.state, &question).moves;
        let next = next.into_iter().next()?;
        line.play(&next).ok()?;
        moves.push(next);
    }
    let nothing = crate::scenario::model::Condition::Always;
    let verdict = super::verdict::find(&line.state, &nothing)?;
    script(solver, moves, Some(verdict))
}

fn judge_not(solver: &Solver, claim: Claim, critical: &[ItemId]) -> Judged {
    let all = Question::win(solver.case);
    let question = match claim {
        Claim::CanBeWon => all,
        Claim::NotUnshared => Question {
            sharing: false,
            ..all
        },
        Claim::NotAlone(team) => Question {
            idle: Some(team.other()),
            ..all
        },
        Claim::NotWithoutCritical => Question {
            kept: critical.to_vec(),
            ..all
        },
    };
    let script = |way: &Way| script(solver, way.moves.clone(), way.verdict.clone());
    let (status, script) = match solver.ask(&question) {
        Found::Yes(way) => (Status::Refuted, script(&way)),
        Found::No => (Status::Proved, None),
        Found::Open => (Status::Open, None),
    };
    Judged {
        claim,
        status,
        script,
    }
}

fn fewest_rounds(solver: &Solver) -> Fewest {
    let mut low = 0;
    for until in 0..=solver.case.rounds {
        let question = Question {
            until,
            ..Question::win(solver.case)
        };
        match solver.ask(&question) {
            Found::Yes(way) if low == until => {
                let late = |states: &[crate::engine::State]| !states.is_empty();
                return match of_win(solver, &way, late) {
                    Some(script) => Fewest::Rounds(until, Box::new(script)),
                    None => Fewest::Between(low, until),
                };
            }
            Found::Yes(_) => return Fewest::Between(low, until),
            Found::No => low = until + 1,
            Found::Open => {}
        }
    }
    Fewest::None
}
