//! `liaison join`: a seat at a table elsewhere, taken by a simulated team; and the tables that there are.

use std::time::{Duration, Instant};

use super::{DONE, ENVIRONMENT, PROBLEMS, cut_off, say};
use crate::bots::{Policy, Simulated};
use crate::engine::Phase;
use crate::net::client::{Heard, Pass, Remote};
use crate::net::find::Finder;
use crate::net::ticket::{Ticket, Typed};
use crate::session::{SeatEnd, fresh_seed};

/// How often is listened to what the table says.
const LOOK: Duration = Duration::from_millis(20);

/// So long is looked for a table before it is said that there is none.
const SEARCH: Duration = Duration::from_secs(8);
/// So long is listened for all tables.
const LISTEN: Duration = Duration::from_secs(3);

/// Prints the tables of the network.
pub(super) fn find() -> u8 {
    let mut finder = Finder::start();
    std::thread::sleep(LISTEN);
    let tables = finder.tables();
    if tables.is_empty() {
        eprintln!("{}", nothing(&finder, "no table"));
        return ENVIRONMENT;
    }
    for table in tables {
        let line = format_args!("{:<24} {} ({})\n", table.name, table.title, table.address);
        if let Err(e) = say(line) {
            return cut_off(&e);
        }
    }
    DONE
}

fn nothing(finder: &Finder, what: &str) -> String {
    match finder.trouble() {
        Some(why) => format!(
            "tables cannot be looked for on this network ({why}): type the whole ticket, of 32 signs"
        ),
        None => format!(
            "{what} was found: the host may not be running yet, or the network keeps computers apart; then type the whole ticket, of 32 signs"
        ),
    }
}

/// The whole ticket behind what was typed.
fn whole(ticket: &str) -> Result<Ticket, String> {
    match ticket.parse::<Typed>().map_err(|e| e.to_string())? {
        Typed::Whole(ticket) => Ok(ticket),
        Typed::Short(short) => {
            let mut finder = Finder::start();
            let found = finder.wait(SEARCH, |found| short.with(found));
            found.ok_or_else(|| nothing(&finder, "the ticket's table"))
        }
    }
}

/// Plays a team's lead by policy until the debrief, with so much time between two acts.
pub(super) fn simulated(ticket: &str, policy: Policy, name: &str, pace: Duration) -> u8 {
    let pass = whole(ticket)
        .and_then(|ticket| Pass::new(ticket, name.to_owned()).map_err(|e| e.to_string()));
    let remote = match pass.map(|pass| Remote::join(pass, || {})) {
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
    match play(remote, policy, pace) {
        Ok(code) => code,
        Err(e) => cut_off(&e),
    }
}

fn play(mut remote: Remote, policy: Policy, pace: Duration) -> std::io::Result<u8> {
    let mut end: Option<SeatEnd> = None;
    let mut team: Option<Simulated> = None;
    // What was said and not answered yet.
    let mut waits = false;
    let mut next = Instant::now();
    let mut locked = false;
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
                Heard::Overtaken { .. } | Heard::OnlyLead { .. } | Heard::NotNow { .. } => {
                    waits = false;
                }
                Heard::Locked(now) => locked = now,
                Heard::People(_) | Heard::Chairs(_) | Heard::NoChair(_) => {}
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
        if let Some(end) = end.as_ref().filter(|_| !waits && !locked) {
            if end.view.clock.phase == Phase::Debrief {
                say(format_args!("the debrief is open\n"))?;
                return Ok(DONE);
            }
            let own = end.case.team;
            let team = team.get_or_insert_with(|| Simulated::new(policy, own, fresh_seed()));
            if Instant::now() >= next
                && let Some(command) = team.next(&end.case, &end.view)
            {
                remote.send(command);
                (waits, next) = (true, Instant::now() + pace);
            }
        }
        std::thread::sleep(LOOK);
    }
}
