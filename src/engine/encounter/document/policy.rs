//! Simulated officers at the bench: each picks the next act from what an officer sees.
//!
//! A program compares what stands written, and that alone: two fields, a digit, a feature beside its
//! specimen, a trait of two faces. Everything that it compares has been looked at.

use std::collections::BTreeSet;

use rand::{Rng, RngExt};

use super::bench::{Act, Register, View};
use super::fraud::Finding;
use super::issuer::Light;
use super::verdict::{Sight, asked_for};
use super::{Fact, Made};

/// Looks under every light, opens the specimen book, asks the registers, holds what conflicts against each
/// other, and says what the conflicts come to.
#[must_use]
pub fn sound(view: &View) -> Act {
    looks(view).unwrap_or_else(|| shows(view))
}

/// What a document asks for and has not been looked at, one after the other; the same whatever is wrong with it.
#[must_use]
pub fn looks(view: &View) -> Option<Act> {
    if view.late() {
        return None;
    }
    if let Some(light) = Light::ALL.into_iter().find(|l| !view.lights.contains(l)) {
        return Some(Act::Look(light));
    }
    if !view.specimen {
        return Some(Act::Specimen);
    }
    if !view.faces {
        return Some(Act::Faces);
    }
    let registers = [Register::Lost, Register::Crossings, Register::Issuer];
    let asked_for = asked_for(&view.matter.document);
    let register = registers
        .into_iter()
        .find(|r| asked_for.contains(&Sight::Register(*r)) && !view.asked.contains(r));
    register.map(Act::Ask)
}

/// Holds what conflicts against each other, and says what it comes to.
fn shows(view: &View) -> Act {
    let unshown = |pair: &(Fact, Fact)| !view.confirmed.contains(pair);
    let found = (!view.late()).then(|| conflicts(view).find(unshown));
    match found.flatten() {
        Some((a, b)) => Act::Compare(a, b),
        None => Act::Find(finding(view)),
    }
}

/// Holds everything against everything, and says what is found so.
#[must_use]
pub fn sweeping(view: &View, tried: &mut BTreeSet<(Fact, Fact)>) -> Act {
    if let Some(act) = looks(view) {
        return act;
    }
    if view.late() {
        return Act::Find(finding(view));
    }
    let open = view.open();
    let pairs = (open.iter().enumerate()).flat_map(|(n, a)| open[n + 1..].iter().map(|b| (*a, *b)));
    match pairs.into_iter().find(|pair| !tried.contains(pair)) {
        Some(pair) => {
            tried.insert(pair);
            Act::Compare(pair.0, pair.1)
        }
        None => Act::Find(finding(view)),
    }
}

/// One look, and what the face says.
#[must_use]
pub fn hasty(view: &View) -> Act {
    if !view.lights.contains(&Light::Magnified) {
        return Act::Look(Light::Magnified);
    }
    match conflicts(view).next() {
        Some((a, b)) if view.confirmed.is_empty() => Act::Compare(a, b),
        Some(_) => Act::Find(Finding::Refer),
        None => Act::Find(Finding::Genuine),
    }
}

/// Anything that seems possible.
#[must_use]
pub fn random(view: &View, rng: &mut impl Rng) -> Act {
    let open = view.open();
    if view.late() {
        return Act::Find(Finding::ALL[rng.random_range(0..Finding::ALL.len())]);
    }
    match rng.random_range(0..9u8) {
        0 | 1 => Act::Look(Light::ALL[rng.random_range(0..Light::ALL.len())]),
        2 => Act::Specimen,
        3 => {
            let registers = [Register::Lost, Register::Crossings, Register::Issuer];
            Act::Ask(registers[rng.random_range(0..3)])
        }
        8 => Act::Faces,
        4 | 5 if open.len() > 1 => {
            let one = |rng: &mut dyn FnMut(usize) -> usize| open[rng(open.len())];
            let mut below = |n: usize| rng.random_range(0..n);
            Act::Compare(one(&mut below), one(&mut below))
        }
        _ => Act::Find(Finding::ALL[rng.random_range(0..Finding::ALL.len())]),
    }
}

/// The conflicts between facts that have been met.
fn conflicts(view: &View) -> impl Iterator<Item = (Fact, Fact)> {
    let all = view.matter.conflicts_among(view.open());
    all.map(|(a, b)| if a > b { (b, a) } else { (a, b) })
}

/// What the confirmed conflicts come to.
fn finding(view: &View) -> Finding {
    let shown = |one: fn(Fact) -> bool| view.confirmed.iter().any(|(a, b)| one(*a) || one(*b));
    let between = |a: fn(Fact) -> bool, b: fn(Fact) -> bool| {
        let mut pairs = view.confirmed.iter();
        pairs.any(|(x, y)| a(*x) && b(*y) || a(*y) && b(*x))
    };
    let disturbed =
        (view.matter.document.features.iter()).any(|(_, made)| *made == Made::Disturbed);
    let false_features = (view.matter.document.features.iter())
        .any(|(_, made)| matches!(made, Made::Imitated | Made::Missing));
    let no_state = |f: Fact| f == Fact::SpecimenState;
    if view.confirmed.is_empty() {
        Finding::Genuine
    } else if view.matter.specimen().is_none() && shown(no_state) {
        Finding::Fantasy
    } else if shown(|f| f == Fact::OtherName) {
        Finding::FraudulentlyObtained
    } else if !disturbed
        && !false_features
        && between(
            |f| matches!(f, Fact::Photo(_)),
            |f| matches!(f, Fact::Face(_)),
        )
    {
        Finding::Impostor
    } else if shown(|f| f == Fact::Lost) {
        Finding::Forged
    } else if false_features && !disturbed {
        Finding::Counterfeit
    } else {
        Finding::Forged
    }
}
