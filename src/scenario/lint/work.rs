//! Rounds in which a team has nothing that it could do.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::Team;
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
    for team in Team::BOTH {
        let Some(round) = idle(lint, team) else {
            continue;
        };
        let Some(case) = &lint.parsed.case else {
            return;
        };
        let steps = [Step::Field(team.key()), Step::Field("name")];
        let message =
            format!("{team:?} has nothing to do in round {round}, even with one task a round");
        lint.tell(case.at, &steps, Code::NoWork, message)
            .label(format!("no work in round {round}"))
            .help("give it another task, or let one be repeated");
    }
}

/// The first round for which no task is left, if the team does one a round and those first that close
/// first.
fn idle(lint: &Lint, team: Team) -> Option<u8> {
    let (case, open_in) = (lint.case, &lint.reach.open_in);
    let mut left: Vec<usize> = (0..case.tasks.len())
        .filter(|&n| case.tasks[n].team == team)
        .collect();
    let mut busy_until = 0;
    for round in 1..=case.rounds {
        if round <= busy_until {
            continue;
        }
        let last_round = |n: usize| u32::BITS - open_in[n].leading_zeros();
        let open = left
            .iter()
            .enumerate()
            .filter(|&(_, &n)| open_in[n] & (1 << round) != 0);
        let Some((at, &task)) = open.min_by_key(|&(_, &n)| (last_round(n), n)) else {
            return Some(round);
        };
        busy_until = round.saturating_add(case.tasks[task].rounds.saturating_sub(1));
        if !case.tasks[task].repeat {
            left.swap_remove(at);
        }
    }
    None
}
