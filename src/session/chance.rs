//! What an exercise's results are drawn from.

use std::convert::Infallible;

use rand::{SeedableRng, TryRng};
use rand_chacha::ChaCha8Rng;

/// One stream of an exercise's chance, from its beginning. It is made when something is drawn: most commands draw
/// nothing.
pub(super) struct Chance {
    seed: u64,
    stream: u64,
    drawn: Option<ChaCha8Rng>,
}

impl Chance {
    pub fn new(seed: u64, stream: u64) -> Self {
        Self {
            seed,
            stream,
            drawn: None,
        }
    }

    fn rng(&mut self) -> &mut ChaCha8Rng {
        self.drawn.get_or_insert_with(|| {
            let mut rng = ChaCha8Rng::seed_from_u64(self.seed);
            rng.set_stream(self.stream);
            rng
        })
    }
}

impl TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.rng().try_next_u32()
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.rng().try_next_u64()
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        self.rng().try_fill_bytes(into)
    }
}
