//! `liaison join`: a seat at a table elsewhere, taken by a simulated team.

use std::time::Duration;

use super::{DONE, ENVIRONMENT, PROBLEMS, cut_off, say};
use crate::bots::{Policy, Simulated};
use crate::engine::Phase;
use crate::net::client::{Heard, Pass, Remote};
use crate::net::ticket::Ticket;
use crate::session::{SeatEnd, fresh_seed};

/// How often the simulated team looks at its desk.
const LOOK: Duration = Duration::from_millis(20);

/// Plays a team's lead by policy until the debrief.
pub(super) fn simulated(ticket: &str, policy: Policy, name: &str) -> u8 {
    let pass = ticket
        .parse::<Ticket>()
        .map_err(|e| e.to_string())
        .and_then(|ticket| Pass::new(ticket, name.to_owned()).map_err(|e| e.to_string()));
    let remote = match pass.map(Remote::join) {
        Ok(Ok(remote)) => remote,
        Ok(Err(e)) => {
            eprintln!("{e}");
            return ENVIRONMENT;
        }
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    match play(remote, policy) {
        Ok(code) => code,
        Err(e) => cut_off(&e),
    }
}

fn play(mut remote: Remote, policy: Policy) -> std::io::Result<u8> {
    let mut end: Option<SeatEnd> = None;
    let mut team: Option<Simulated> = None;
    // What was said and not answered yet.
    let mut waits = false;
    loop {
        for heard in remote.heard() {
            match heard {
                Heard::Seated(role) => say(format_args!("seated: {role:?}\n"))?,
                Heard::Said(message) => {
                    use crate::protocol::ServerMessage as M;
                    if matches!(
                        message,
                        M::Accepted { .. } | M::Refused { .. } | M::NotRecorded { .. }
                    ) {
                        waits = false;
                    } else if let M::Welcome { .. } = message {
                        end = SeatEnd::greeted(message);
                        waits = false;
                    } else if let Some(end) = &mut end {
                        end.hear(message);
                    }
                }
                Heard::Overtaken { .. } | Heard::OnlyLead => waits = false,
                Heard::People(_) => {}
                Heard::Lost(why) => {
                    say(format_args!("no connection ({why}); trying again\n"))?;
                    waits = true;
                    // A wrong ticket would be tried for ever.
                    if end.is_none() {
                        return Ok(PROBLEMS);
                    }
                }
                Heard::Turned(turned) => {
                    eprintln!("{turned}");
                    return Ok(PROBLEMS);
                }
            }
        }
        if let Some(end) = end.as_ref().filter(|_| !waits) {
            if end.view.clock.phase == Phase::Debrief {
                say(format_args!("the debrief is open\n"))?;
                return Ok(DONE);
            }
            let own = end.case.team;
            let team = team.get_or_insert_with(|| Simulated::new(policy, own, fresh_seed()));
            if let Some(command) = team.next(&end.case, &end.view) {
                remote.send(command);
                waits = true;
            }
        }
        std::thread::sleep(LOOK);
    }
}
