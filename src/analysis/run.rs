//! Playing many exercises on several cores. Which thread plays which, and when, changes nothing.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::Settings;
use super::answer::Came;
use super::moment::Moment;

/// The same exercise as it was and with the change.
pub(super) type Pair = [Came; 2];

/// Every pair of every moment, by moment and run; nothing if it was stopped.
pub(super) fn play_all(
    moments: &[Moment],
    settings: &Settings,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u32, u32),
) -> Option<Vec<Vec<Pair>>> {
    let runs = settings.runs as usize;
    let all = moments.len() * runs;
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = settings.threads.unwrap_or_else(cores).get().min(all.max(1));
    let next = AtomicUsize::new(0);
    let mut played: Vec<Vec<Option<Pair>>> = vec![vec![None; runs]; moments.len()];
    let of = u32::try_from(all).unwrap_or(u32::MAX);
    progress(0, of);
    thread::scope(|scope| {
        let (tell, told) = mpsc::channel();
        for _ in 0..threads {
            let (tell, next) = (tell.clone(), &next);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    // Run by run over all moments: a moment near the end takes less than an early one.
                    let (Some(run), Some(at)) =
                        (n.checked_div(moments.len()), n.checked_rem(moments.len()))
                    else {
                        return;
                    };
                    let Some(moment) = moments.get(at).filter(|_| run < runs) else {
                        return;
                    };
                    let seed = seed(settings.seed, moment, run);
                    let pair = moment.sides.each_ref().map(|side| moment.play(side, seed));
                    if tell.send((at, run, pair)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(tell);
        let mut done = 0;
        for (at, run, pair) in told {
            if let Some(slot) = played.get_mut(at).and_then(|runs| runs.get_mut(run)) {
                *slot = Some(pair);
            }
            done += 1;
            progress(done, of);
        }
    });
    let whole = played.into_iter().map(|runs| runs.into_iter().collect());
    whole.collect()
}

/// The seed of a run: of the change and the run alone, not of what else there is to be changed.
fn seed(base: u64, moment: &Moment, run: usize) -> u64 {
    let mut seed = base;
    for part in [moment.change.number(), moment.entry as u64, run as u64] {
        seed = (seed ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        seed ^= seed >> 29;
        seed = seed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        seed ^= seed >> 32;
    }
    seed
}
