//! The tables that this computer serves to a room.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use bevy::platform::cell::SyncCell;
use bevy::prelude::*;

use super::shelf::{self, Shelf};
use crate::engine::{Actor, Command};
use crate::journal::EXTENSION;
use crate::net::PORT;
use crate::net::client::Pass;
use crate::net::find::{Reach, own_name};
use crate::net::host::{Host, HostError, Note, Seats, own_address};
use crate::net::identity::Identity;
use crate::net::wire::Role;
use crate::scenario::Text;
use crate::session::{Session, Trouble};

/// An exercise that is served.
#[derive(Clone, Debug)]
pub struct Table {
    pub title: Text,
    /// The exercise file; `None` keeps it in memory only (tests, pictures).
    pub file: Option<PathBuf>,
}

/// The door, once it was opened, and the tables behind it.
#[derive(Resource, Default)]
pub struct Hosting {
    host: Option<SyncCell<Host>>,
    pub tables: Vec<Table>,
    /// The table that is conducted at this screen.
    pub current: usize,
    /// What came to the door and was turned away, newest last, with the reason.
    pub cut: Vec<(String, String)>,
    /// Why laptops cannot find the table by themselves, if so.
    pub unfound: Option<String>,
    /// Where laptops of the room come in.
    pub door: Option<(Ipv4Addr, u16)>,
    /// Asked for at the start of the program.
    pub port: Option<u16>,
    /// This computer in the room, if it is not found out rightly.
    pub address: Option<Ipv4Addr>,
}

/// So many connections that were cut are remembered.
const REMEMBERED: usize = 20;

impl Hosting {
    /// Serves a new exercise of the case at this place of the shelf, and gives the table's number.
    ///
    /// # Errors
    /// Why not, in words for a person.
    pub fn begin(&mut self, shelf: &mut Shelf, at: usize) -> Result<usize, String> {
        let title = shelf.cases.get(at).map(|case| case.scenario.title.clone());
        let title = title.ok_or("there is no such case")?;
        let (session, file) = shelf.session(at, &[Vec::new(), Vec::new()])?;
        self.serve(session, title, file, shelf.folder.as_deref())
    }

    /// Serves an exercise from its file again.
    ///
    /// # Errors
    /// Why not, in words for a person.
    pub fn go_on(&mut self, path: &Path) -> Result<usize, String> {
        let (session, title) = shelf::session_of(path)?;
        self.serve(session, title, Some(path.to_owned()), path.parent())
    }

    fn serve(
        &mut self,
        mut session: Session,
        title: Text,
        file: Option<PathBuf>,
        folder: Option<&Path>,
    ) -> Result<usize, String> {
        let said = |e: std::io::Error| e.to_string();
        // In a room the truth waits for the trainer; an exercise that was held before stays so.
        match session.command(Actor::Facilitator, &Command::HoldDebrief) {
            Err(Trouble::NotRecorded(e)) => return Err(e.to_string()),
            Ok(_) | Err(Trouble::Refused(_)) => {}
        }
        let seats = match &file {
            Some(file) if file.extension().is_some_and(|e| e == EXTENSION) => {
                Seats::kept_in(&file.with_extension("seats")).map_err(said)?
            }
            _ => Seats::usual(None).map_err(said)?,
        };
        let address = self.address.unwrap_or_else(own_address);
        let host = match &mut self.host {
            Some(host) => host,
            none => {
                let identity = match folder {
                    Some(folder) => Identity::kept_in(&folder.join("host.pem")),
                    None => Identity::make(),
                };
                let identity = identity.map_err(|e| e.to_string())?;
                none.insert(SyncCell::new(open(identity, self.port)?))
            }
        };
        let host = host.get();
        host.set_address(address);
        self.door = Some((address, host.port()));
        // What is kept nowhere is for this computer alone.
        if folder.is_some()
            && let Err(problem) = host.announce(&own_name(), Reach::ROOM)
        {
            // Laptops come in with whole tickets all the same.
            self.unfound = Some(problem.to_string());
        }
        let number = host.serve(session, seats).map_err(|e| e.to_string())?;
        self.tables.push(Table { title, file });
        Ok(number)
    }

    /// The facilitator's seat of a table, for this computer itself.
    ///
    /// # Errors
    /// If somebody else has it, or the system gives no chance for a secret.
    pub fn own_seat(&mut self, table: usize, name: String) -> Result<Pass, String> {
        let host = self.host.as_mut().ok_or("there is no table")?.get();
        self.current = table;
        let chairs = host.chairs(table);
        let place = chairs.iter().position(|c| c.role == Role::Facilitator);
        let place = place.ok_or("the table has no seat for the trainer")?;
        // Whoever sits at the host's computer is the trainer, also after a start anew.
        if chairs[place].taken() {
            host.renew(table, place).map_err(|e| e.to_string())?;
        }
        let chairs = host.chairs(table);
        let ticket = host.ticket(&chairs[place], Ipv4Addr::LOCALHOST);
        Pass::new(ticket, name).map_err(|e| e.to_string())
    }

    /// The file of the exercise that is conducted with this pass; `None`, if it is not kept here.
    #[must_use]
    pub fn file(&self, pass: &Pass) -> Option<&Path> {
        // A trainer who joined another computer's table has another address.
        let here = pass.ticket.address.ip().is_loopback();
        let table = self.tables.get(self.current).filter(|_| here);
        table.and_then(|table| table.file.as_deref())
    }

    /// Closes every table; each can be served again from its file.
    pub fn close(&mut self) {
        self.host = None;
        self.door = None;
        self.current = 0;
        self.tables.clear();
        self.cut.clear();
        self.unfound = None;
    }
}

/// At the usual port, or at any if that is taken and none was asked for.
fn open(identity: Identity, asked: Option<u16>) -> Result<Host, String> {
    let port = asked.unwrap_or(PORT);
    match Host::open(identity.clone(), port) {
        Err(HostError::Port { .. }) if asked.is_none() => {
            Host::open(identity, 0).map_err(|e| e.to_string())
        }
        other => other.map_err(|e| e.to_string()),
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Hosting>();
    app.add_systems(Update, note);
}

/// Who was turned away is told at the console.
fn note(mut hosting: ResMut<Hosting>) {
    let quiet = hosting.bypass_change_detection();
    let Some(host) = &mut quiet.host else { return };
    let cut: Vec<(String, String)> = (host.get().notes())
        .filter_map(|note| match note {
            Note::Cut { from, why } => Some((from, why)),
            _ => None,
        })
        .collect();
    if !cut.is_empty() {
        hosting.cut.extend(cut);
        let over = hosting.cut.len().saturating_sub(REMEMBERED);
        hosting.cut.drain(..over);
    }
}
