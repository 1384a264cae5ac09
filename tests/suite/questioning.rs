//! Questioning: each rule told once, what holds for every shipped person, and the drill.

use std::collections::BTreeSet;
use std::sync::Arc;

use liaison::engine::encounter::questioning::policy::{Reading, pushy, random, sound};
use liaison::engine::encounter::questioning::{
    Act, Answer, Critical, Done, Interview, Line, Refusal, TopicState, Verdict, model,
    still_obtainable,
};
use liaison::library;
use liaison::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use liaison::scenario::interviews::moves::{self, Levels};
use liaison::scenario::interviews::{Interviewee, Mention, Truth};
use liaison::scenario::words::{Pressure, QuestionKind, Safeguard};
use liaison::scenario::{CaseSource, Scenario, load};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn case(name: &str) -> Scenario {
    library::open(name)
        .expect("a shipped case")
        .scenario
        .as_ref()
        .clone()
}

fn shipped() -> Vec<Arc<Interviewee>> {
    let cases = ["the_night_bus", "first_watch"];
    let all = cases.into_iter().flat_map(|name| case(name).interviews);
    all.map(Arc::new).collect()
}

fn person(key: &str) -> Arc<Interviewee> {
    let mut all = shipped().into_iter();
    all.find(|i| i.key == key).expect("a shipped interview")
}

#[test]
fn the_model_interview_of_everybody_has_all_points_and_all_truths() {
    for who in shipped() {
        for start in [who.start, who.start.hardest()] {
            let (room, verdict) = model(&who, start);
            let verdict = verdict.expect("it ends");
            let missing: Vec<&str> = (who.statements.iter().zip(0..))
                .filter(|(s, n)| {
                    let heard = room.view().heard;
                    s.truth == Truth::True && !heard.iter().any(|h| h.id == StatementId(*n))
                })
                .map(|(s, _)| s.key.as_str())
                .collect();
            assert_eq!(missing, [""; 0], "{} {start:?}", who.key);
            assert_eq!(verdict.points(), 100, "{} {start:?} {verdict:?}", who.key);
        }
    }
}
