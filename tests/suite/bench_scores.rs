//! What the bench pays for: looking and showing, never a guess.

use std::collections::BTreeSet;

use liaison::engine::encounter::document::bench::{Act, Bench, FAIR, LONGEST, Refusal, View};
use liaison::engine::encounter::document::fraud::Finding;
use liaison::engine::encounter::document::generate::{TODAY, example};
use liaison::engine::encounter::document::{Fact, policy};
use liaison::engine::encounter::set_piece::PASS;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

const DOCUMENTS: u64 = 200;

fn drawn(level: u8, seed: u64) -> Bench {
    let rng = &mut ChaCha8Rng::seed_from_u64(seed);
    Bench::new(example(level, TODAY, rng))
}

/// The mean of the points, and the most minutes, over the documents of a level.
fn mean(
    level: u8,
    mut officer: impl FnMut(&View, &mut BTreeSet<(Fact, Fact)>) -> Act,
) -> (f64, u16) {
    let (mut points, mut most) = (0_u32, 0);
    for seed in 0..DOCUMENTS {
        let mut bench = drawn(level, seed);
        let mut tried = BTreeSet::new();
        while bench.verdict().is_none() {
            let act = officer(&bench.view(), &mut tried);
            bench.act(act).expect("what an officer can do");
        }
        points += u32::from(bench.verdict().expect("given").points());
        most = most.max(bench.minutes());
    }
    let count = u32::try_from(DOCUMENTS).expect("few");
    (f64::from(points) / f64::from(count), most)
}

#[test]
fn no_officer_without_skill_passes_and_a_sound_one_does() {
    for level in 1..=3 {
        let always = |said: Finding| move |_: &View, _: &mut BTreeSet<_>| Act::Find(said);
        let looks_then = |said: Finding| {
            move |view: &View, _: &mut BTreeSet<_>| policy::looks(view).unwrap_or(Act::Find(said))
        };
        let (sound, longest) = mean(level, |view, _| policy::sound(view));
        println!("level {level}: sound {sound:.1}, at most {longest} minutes");
        assert!(sound > 95.0, "level {level}: {sound}");
        let others =
            Finding::ALL.map(|said| (format!("{said:?}, blind"), mean(level, always(said))));
        let refers = mean(level, looks_then(Finding::Refer));
        let sweeps = mean(level, policy::sweeping);
        let last = [
            ("looks and refers".to_owned(), refers),
            ("sweeps".to_owned(), sweeps),
        ];
        for (who, (points, minutes)) in others.into_iter().chain(last) {
            println!("level {level}: {who} {points:.1}, at most {minutes} minutes");
            assert!(points < f64::from(PASS), "level {level}, {who}: {points}");
            assert!(points + 40.0 < sound, "level {level}, {who}: {points}");
            assert!(
                minutes < FAIR * LONGEST + 5,
                "level {level}, {who}: {minutes}"
            );
        }
    }
}

#[test]
fn that_a_document_is_genuine_rests_on_what_was_looked_at() {
    let honest = (0..).find_map(|seed| {
        let bench = drawn(1, seed);
        let fraud = policy_of(&bench);
        (fraud == Finding::Genuine).then_some(bench)
    });
    let mut bench = honest.expect("one in two");
    let points = |bench: &Bench| {
        let mut bench = bench.clone();
        bench.act(Act::Find(Finding::Genuine)).expect("a finding");
        bench.verdict().expect("given").points()
    };
    let mut before = points(&bench);
    assert_eq!(before, 60);
    // Each look counts, and the last one brings all of it.
    while let Some(act) = policy::looks(&bench.view()) {
        bench.act(act).expect("a look");
        assert!(points(&bench) > before, "{act:?}");
        before = points(&bench);
    }
    assert_eq!(before, 100);
}

/// What a sound officer finds.
fn policy_of(bench: &Bench) -> Finding {
    let mut bench = bench.clone();
    while bench.verdict().is_none() {
        let act = policy::sound(&bench.view());
        bench.act(act).expect("a sound act");
    }
    bench.verdict().expect("given").said
}

#[test]
fn nobody_is_kept_at_the_counter_for_ever() {
    let mut bench = drawn(2, 7);
    let mut tried = BTreeSet::new();
    let mut last = None;
    while !bench.view().late() {
        let act = policy::sweeping(&bench.view(), &mut tried);
        bench.act(act).expect("an act");
        last = Some(act);
    }
    assert!(bench.minutes() >= FAIR * LONGEST);
    for act in [Some(Act::Specimen), last].into_iter().flatten() {
        assert_eq!(bench.act(act), Err(Refusal::Late));
    }
    bench
        .act(Act::Find(Finding::Refer))
        .expect("second line is left");
}
