//! Which service each item comes from, and its number there.

use super::super::file::EffectFile;
use super::super::ids::Team;
use super::super::read::Parsed;
use super::names::Names;
use super::set_pieces;

/// For each item the service that holds it or that first gets it by a task or inject, and its number
/// among that service's items, from 1.
pub(super) fn origins(parsed: &Parsed, names: &Names) -> Vec<(Team, u16)> {
    let mut origin: Vec<Option<Team>> = parsed.items.all.iter().map(|i| i.value.held_by).collect();
    let mut claim = |effects: &[EffectFile], home: Option<Team>| {
        for effect in effects {
            let EffectFile::Give { item, to } = effect else {
                continue;
            };
            let slot = names
                .items
                .ids
                .get(item.as_str())
                .and_then(|&ix| origin.get_mut(usize::from(ix)));
            if let (Some(slot), Some(team)) = (slot, to.or(home)) {
                slot.get_or_insert(team);
            }
        }
    };
    for task in &parsed.tasks.all {
        claim(&task.value.success, Some(task.value.team));
    }
    for task in &parsed.tasks.all {
        claim(&task.value.failure, Some(task.value.team));
    }
    for task in parsed.tasks.all.iter().map(|t| &t.value) {
        let pieces = task.set_piece.iter();
        for item in pieces.flat_map(|piece| set_pieces::named(parsed, piece)) {
            let item = item.to_owned();
            claim(&[EffectFile::Give { item, to: None }], Some(task.team));
        }
    }
    for inject in &parsed.injects.all {
        claim(&inject.value.effects, sole(&inject.value.to));
        for option in inject.value.decision.iter().flat_map(|d| &d.options) {
            claim(&option.effects, sole(&inject.value.to));
        }
    }
    for network in parsed.network.iter().map(|n| &n.value) {
        let plan = network.plan.iter().map(|s| &s.effects);
        for effects in plan.chain(network.reactions.iter().map(|r| &r.effects)) {
            claim(effects, None);
        }
    }
    for operation in parsed.operations.all.iter().map(|o| &o.value) {
        for effects in [&operation.success, &operation.failure, &operation.danger] {
            claim(effects, None);
        }
    }
    for document in parsed.documents.all.iter().map(|d| &d.value) {
        for item in document.right.iter().chain(&document.wrong) {
            let slot = names
                .items
                .ids
                .get(item.as_str())
                .and_then(|&ix| origin.get_mut(usize::from(ix)));
            if let Some(slot) = slot {
                slot.get_or_insert(document.team);
            }
        }
    }
    let mut counts = [0u16; 2];
    origin
        .into_iter()
        .map(|team| {
            // An item that nobody can get is told elsewhere; it still needs a place.
            let team = team.unwrap_or(Team::North);
            let count = &mut counts[team.index()];
            *count = count.saturating_add(1);
            (team, *count)
        })
        .collect()
}

/// The team that an inject reaches, if it is one.
pub(super) fn sole(to: &[Team]) -> Option<Team> {
    let first = *to.first()?;
    to.iter().all(|team| *team == first).then_some(first)
}
