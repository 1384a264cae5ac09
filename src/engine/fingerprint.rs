//! One number for a whole state, the same on every run and platform.

use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};

use super::state::State;

/// SHA-256 over every field of the state, as lower-case hexadecimal.
#[must_use]
pub fn fingerprint(state: &State) -> String {
    let mut sink = Sink(Sha256::new());
    state.hash_into(&mut sink);
    sink.0
        .finalize()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

impl State {
    /// Every field but the case is named here; the compiler complains of a forgotten one.
    fn hash_into(&self, sink: &mut Sink) {
        let State {
            scenario,
            phase,
            round,
            now,
            paused,
            extension,
            teams,
            duties,
            exposure,
            welfare,
            welfare_log,
            flags,
            done,
            open,
            plot,
            milestones,
            held,
            // Follow from the folders.
            named: _,
            lies: _,
            // Follow from the case.
            naming: _,
            waits: _,
            sent_to,
            used,
            liaison,
            draft,
            verdict,
            board,
            operations,
            applications,
            set_pieces,
            facilitation,
            questionnaires,
            events,
        } = self;
        scenario.hash(sink);
        (phase, round, now, paused, extension).hash(sink);
        (teams, duties, exposure, welfare, welfare_log).hash(sink);
        (flags, done, open, plot, milestones).hash(sink);
        (board, operations, applications, set_pieces, facilitation).hash(sink);
        (held, sent_to, used, liaison, draft, verdict, events).hash(sink);
        questionnaires.hash(sink);
    }
}

/// Feeds `Hash` into SHA-256 with one byte order and one width for `usize`.
struct Sink(Sha256);

impl Hasher for Sink {
    fn finish(&self) -> u64 {
        0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
    fn write_u16(&mut self, n: u16) {
        self.0.update(n.to_le_bytes());
    }
    fn write_u32(&mut self, n: u32) {
        self.0.update(n.to_le_bytes());
    }
    fn write_u64(&mut self, n: u64) {
        self.0.update(n.to_le_bytes());
    }
    fn write_i16(&mut self, n: i16) {
        self.0.update(n.to_le_bytes());
    }
    fn write_usize(&mut self, n: usize) {
        self.0.update((n as u64).to_le_bytes());
    }
    fn write_isize(&mut self, n: isize) {
        self.0.update((n as i64).to_le_bytes());
    }
}
