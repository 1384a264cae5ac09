//! Deciding what an inject asks.

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::Command;
use crate::scenario::ids::OptionId;
use crate::view::{DecisionView, LineWhat, TeamView};

/// A decision that is open, one of its options by chance. Whoever is `careless` lets it wait now and
/// then, so that defaults are met, and decides again what is decided.
pub(super) fn next(view: &TeamView, careless: bool, rng: &mut impl Rng) -> Option<Command> {
    let asked: Vec<&DecisionView> = view
        .line
        .iter()
        .filter_map(|entry| match &entry.what {
            LineWhat::Inject { decision, .. } => decision.as_ref(),
            _ => None,
        })
        .filter(|d| d.open || careless)
        .collect();
    let decision = pick(&asked, rng)?;
    if careless && rng.random_range(0..4u8) != 0 {
        return None;
    }
    let options = u16::try_from(decision.options.len()).unwrap_or(u16::MAX);
    let option = OptionId(rng.random_range(0..options.max(1).saturating_add(u16::from(careless))));
    Some(Command::Decide {
        inject: decision.inject,
        option,
    })
}
