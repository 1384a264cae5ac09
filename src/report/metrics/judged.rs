//! Theories beside the truth.

use super::Figure;
use crate::engine::rules::scoring::right;
use crate::engine::{State, Theory};
use crate::scenario::ids::Team;

/// What of a service's first theory was right, or of both together.
pub(super) fn first(state: &State, team: Option<Team>) -> Option<Figure> {
    let own = Team::BOTH
        .into_iter()
        .filter(|t| team.is_none_or(|x| x == *t));
    let theories = own.filter_map(|t| state.team(t).first_theory.as_deref());
    let (of, all) = theories.fold((0, 0), |(of, all), theory| {
        let (n, m) = right(state.scenario(), theory);
        (of + u32::from(n), all + u32::from(m))
    });
    Figure::share(of, all)
}

/// What of the verdict was right.
pub(super) fn verdict(state: &State) -> Option<Figure> {
    let (of, all) = right(state.scenario(), state.verdict.as_ref()?);
    Figure::share(of.into(), all.into())
}

/// (confidence − share right)², in points of 100: of the verdict, or of a service's first theory.
pub(super) fn brier(state: &State, team: Option<Team>) -> Option<Figure> {
    let theory: &Theory = match team {
        Some(team) => state.team(team).first_theory.as_deref()?,
        None => state.verdict.as_ref()?,
    };
    let (of, all) = right(state.scenario(), theory);
    let share = f64::from(of) / f64::from(all.max(1));
    let gap = f64::from(theory.confidence) / 100.0 - share;
    Some(Figure::real(gap * gap * 100.0))
}
