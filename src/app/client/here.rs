//! An exercise in this process: two teams by turns at one screen, or one with the other simulated.

use bevy::platform::cell::SyncCell;

use crate::app::far::Said;
use crate::bots::{Policy, Simulated};
use crate::engine::rules::flow::LONGEST_EXTENSION;
use crate::engine::{Command, Phase};
use crate::protocol::Seat;
use crate::scenario::ids::Team;
use crate::session::{LocalTable, SeatEnd};

/// In this process, with both teams at one screen.
pub(super) struct Here {
    table: SyncCell<LocalTable>,
    pub(super) ends: [SeatEnd; 2],
    /// The last round whose planning was given time for both teams.
    stretched: u8,
    /// Who has had the screen in this planning, by `Team as usize`.
    pub(super) had: [bool; 2],
    /// The other service, if nobody sits for it.
    partner: Option<Partner>,
}

/// A service that is simulated, and does one thing after the other as people do.
struct Partner {
    team: Team,
    mind: Simulated,
    /// Milliseconds of the clock until it does the next thing.
    waits: u64,
}

/// Between two things that a simulated service does, in milliseconds of the clock.
const THINKS: u64 = 6_000;

/// More than it ever does while everybody waits for it.
const MOST: usize = 400;

impl Here {
    pub(super) fn new(table: LocalTable) -> Self {
        let ends = Team::BOTH.map(|team| table.seat(team).clone());
        // A planning phase that has begun before has had its time.
        let stretched = ends[0].view.clock.round;
        Self {
            table: SyncCell::new(table),
            ends,
            stretched,
            had: [true; 2],
            partner: None,
        }
    }

    /// Nobody sits for this team: it is simulated.
    pub(super) fn simulate(&mut self, team: Team, policy: Policy, seed: u64) {
        self.partner = Some(Partner {
            team,
            mind: Simulated::new(policy, team, seed),
            waits: THINKS,
        });
        self.hear(team.other());
    }

    /// Is the screen one team's alone?
    pub(super) fn alone(&self) -> bool {
        self.partner.is_some()
    }

    /// Gives a seat's command, with this team at the screen.
    pub(super) fn send(&mut self, seat: Seat, command: Command, now: Team) -> Said {
        let answer = self.table.get().send(seat, command);
        self.hear(now);
        answer.into()
    }

    /// Wall-clock time has passed. Says if more than the time left has changed.
    pub(super) fn advance(&mut self, ms: u64, now: Team) -> bool {
        let table = self.table.get();
        table.advance(ms);
        if let Some(partner) = &mut self.partner {
            partner.waits = partner.waits.saturating_sub(ms);
            if partner.waits == 0 && self.partner_acts() {
                self.hear(now);
                return true;
            }
        }
        let table = self.table.get();
        let same = Team::BOTH.into_iter().all(|team| {
            let (told, end) = (table.seat(team), &self.ends[team.index()]);
            (told.view.clock.phase, told.running) == (end.view.clock.phase, end.running)
        });
        if same {
            for team in Team::BOTH {
                self.ends[team.index()].left_ms = table.seat(team).left_ms;
            }
        } else {
            self.hear(now);
        }
        !same
    }

    /// Lets a simulated partner do one thing; says if there was one to do.
    fn partner_acts(&mut self) -> bool {
        let Some(partner) = &mut self.partner else {
            return false;
        };
        partner.waits = THINKS;
        let table = self.table.get();
        let seat = table.seat(partner.team);
        let Some(command) = partner.mind.next(&seat.case, &seat.view) else {
            return false;
        };
        table.send(Seat::Team(partner.team), command);
        true
    }

    /// Everybody waits for the partner: what it has to read, or to finish before the phase can end.
    fn waits_for_partner(&mut self) -> bool {
        let Some(partner) = &self.partner else {
            return false;
        };
        let clock = &self.table.get().seat(partner.team).view.clock;
        match clock.phase {
            Phase::Briefing | Phase::Resolution => !clock.ready,
            Phase::Planning => clock.partner_ready,
            Phase::Verdict | Phase::Debrief => false,
        }
    }

    fn hear(&mut self, now: Team) {
        for _ in 0..MOST {
            if !self.waits_for_partner() || !self.partner_acts() {
                break;
            }
        }
        let table = self.table.get();
        self.ends = Team::BOTH.map(|team| table.seat(team).clone());
        if self.partner.is_some() {
            for end in &mut self.ends {
                end.apart = true;
            }
            return;
        }
        let clock = &self.ends[0].view.clock;
        if clock.phase == Phase::Planning && clock.round > self.stretched {
            self.stretched = clock.round;
            self.had = [false; 2];
            self.had[now.index()] = true;
            // Both teams plan one after the other on one clock: each has the time that the case gives.
            let seconds = clock.limit_seconds.min(LONGEST_EXTENSION);
            table.send(Seat::Facilitator, Command::ExtendPlanning { seconds });
            self.ends = Team::BOTH.map(|team| table.seat(team).clone());
        }
    }
}
