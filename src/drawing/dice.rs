//! Chance for drawings: the same seed always gives the same line.

/// A stream of numbers from a seed (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From a text, so that each document number has its own.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut seed = 0xcbf2_9ce4_8422_2325_u64;
        for byte in text.bytes() {
            seed = (seed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Self(seed)
    }

    /// 24 bits.
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((z ^ (z >> 31)) >> 40).unwrap_or(0)
    }

    /// From 0 up to 1.
    #[expect(
        clippy::cast_precision_loss,
        reason = "24 bits, which f32 holds exactly"
    )]
    pub fn unit(&mut self) -> f32 {
        self.next() as f32 / 16_777_216.0
    }

    /// Between the two.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// One of so many; 0 of none.
    pub fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count.max(1)
    }
}
