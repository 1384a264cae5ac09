//! Milestones that wait for themselves, by way of others or not.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::model::Condition;
use super::Lint;
use super::sites::{leaves, walk};

pub(super) fn check(lint: &mut Lint) {
    let case = lint.case;
    let mut waits_for: Vec<Vec<usize>> = vec![Vec::new(); case.milestones.len()];
    for (waits, milestone) in waits_for.iter_mut().zip(&case.milestones) {
        leaves(&milestone.when, &mut |leaf| {
            if let Condition::Milestone(id) = leaf {
                waits.push(id.index());
            }
        });
    }
    // What is left when everything that ends somewhere is taken away, first looking ahead, then back.
    let ahead = circling(&waits_for, &vec![true; waits_for.len()]);
    let mut waited_by: Vec<Vec<usize>> = vec![Vec::new(); waits_for.len()];
    for (n, waits) in waits_for.iter().enumerate() {
        for &m in waits.iter().filter(|&&m| ahead[n] && ahead[m]) {
            waited_by[m].push(n);
        }
    }
    let on_cycle = circling(&waited_by, &ahead);
    for (n, milestone) in case
        .milestones
        .iter()
        .enumerate()
        .filter(|(n, _)| on_cycle[*n])
    {
        let mut steps = vec![Step::Field("when")];
        let mut place = None;
        walk(&milestone.when, &mut steps, &mut |part, steps| {
            if let Condition::Milestone(id) = part
                && on_cycle[id.index()]
                && place.is_none()
            {
                place = Some((steps.to_vec(), id.index()));
            }
        });
        let (Some((steps, next)), Some(file)) = (place, lint.parsed.milestones.all.get(n)) else {
            continue;
        };
        let message = format!("the milestone `{}` waits for itself", milestone.key);
        let label = if next == n {
            "itself".to_owned()
        } else {
            format!(
                "`{}` waits for `{}`",
                case.milestones[next].key, milestone.key
            )
        };
        lint.tell(file.at, &steps, Code::RefersToItself, message)
            .label(label);
    }
}

/// Nodes from which one can walk for ever along `edges` among the `among`.
fn circling(edges: &[Vec<usize>], among: &[bool]) -> Vec<bool> {
    let mut left: Vec<usize> = vec![0; edges.len()];
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (n, ends) in edges.iter().enumerate().filter(|(n, _)| among[*n]) {
        for &m in ends.iter().filter(|&&m| among[m]) {
            left[n] += 1;
            back[m].push(n);
        }
    }
    let mut circling = among.to_vec();
    let mut ends: Vec<usize> = (0..edges.len())
        .filter(|&n| among[n] && left[n] == 0)
        .collect();
    while let Some(n) = ends.pop() {
        circling[n] = false;
        for &m in &back[n] {
            left[m] -= 1;
            if left[m] == 0 {
                ends.push(m);
            }
        }
    }
    circling
}
