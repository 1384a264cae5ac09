//! A record, played back: what a seat saw then is what it sees again.

use liaison::engine::{Phase, State};
use liaison::scenario::ids::Team;
use liaison::session::Player;
use liaison::view::{facilitator_view, project};

use crate::support::shipped;

#[test]
fn every_place_of_a_record_is_the_state_that_was() {
    for case in shipped() {
        let scenario = case.scenario;
        let entries = crate::support::self_played(&scenario, 11);
        let player = Player::new(scenario.clone(), entries.clone());
        assert_eq!(player.len(), entries.len());
        let mut state = State::new(scenario.clone());
        let mut number = 0;
        for place in 0..=entries.len() {
            if let Some(entry) = place.checked_sub(1).map(|n| &entries[n]) {
                for event in &entry.events {
                    number += 1;
                    liaison::engine::evolve(&mut state, event);
                    assert_eq!(player.place_of(number), place, "event {number}");
                }
            }
            assert_eq!(player.event_at(place), number);
            // Every state is compared; views, which follow from them, now and then.
            assert!(
                player.state(place) == state,
                "{}: place {place}",
                scenario.id
            );
            if place % 40 == 0 || place == entries.len() {
                for team in Team::BOTH {
                    assert!(player.team(place, team) == project(&state, team));
                }
                assert!(player.both(place).0 == facilitator_view(&state));
            }
        }
        let phases = player.phases();
        let rounds = phases.iter().filter(|(_, p, _)| *p == Phase::Planning);
        assert_eq!(rounds.count(), usize::from(scenario.rounds));
        assert_eq!(phases.last().map(|(_, p, _)| *p), Some(Phase::Debrief));
        // There is nothing after the end.
        assert!(player.state(usize::MAX) == state);
        assert_eq!(player.place_of(u32::MAX), player.len());
    }
}
