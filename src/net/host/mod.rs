//! The host: tables on a few threads, and a door that lets seats in.
//!
//! A table owns its [`Session`]; the door's tasks only carry frames. A laptop that floods, stalls or
//! talks nonsense is cut with a reason that the trainer reads, and the exercise goes on.

mod door;
mod seats;
mod table;
mod threads;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddrV4, UdpSocket};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

pub use seats::{Chair, Seats};

use super::find::{Announcer, Reach};
use super::identity::{Identity, IdentityError};
use super::ticket::{Pin, Ticket, Token};
use super::wire::{ChairAct, ChairTrouble};
use crate::engine::Command;
use crate::session::{Answer, Session};
use table::Mail;
use threads::{Letterbox, Threads};

/// What a trainer hears of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Somebody has taken a seat.
    Taken { table: usize, chair: usize },
    /// A laptop is connected again.
    Back { table: usize, chair: usize },
    /// A laptop is no longer connected.
    Away { table: usize, chair: usize },
    /// Somebody was moved to another chair.
    Moved {
        table: usize,
        from: usize,
        to: usize,
    },
    /// A connection was cut or turned away; why, and from where.
    Cut { from: String, why: String },
}

/// Why there is no host.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error("port {port} cannot be used: {why}; choose another with --port")]
    Port { port: u16, why: std::io::Error },
    #[error(
        "laptops cannot find the tables by name, because nothing can be announced on this network ({0}); whole tickets work"
    )]
    Unannounced(String),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// One table that is served.
struct Served {
    /// Of its case.
    title: String,
    mail: Letterbox,
    seats: Arc<Mutex<Seats>>,
}

/// Which table a token belongs to.
type Directory = Arc<Mutex<BTreeMap<Token, Letterbox>>>;

/// A running host. It stops when it is dropped.
pub struct Host {
    runtime: Option<tokio::runtime::Runtime>,
    /// Shut until there are tables: a laptop that comes back early would be told that it has no seat.
    shut: Option<(TcpListener, TlsAcceptor)>,
    directory: Directory,
    /// By number; `None` once closed.
    tables: Vec<Option<Served>>,
    threads: Threads,
    /// How many times as fast as the wall's their clocks run.
    haste: u32,
    notes: Receiver<Note>,
    tell: Sender<Note>,
    way: Way,
    /// The trainer has said at which address laptops come in.
    address_said: bool,
    announcer: Option<Announcer>,
}

/// How laptops find the host, for tickets.
#[derive(Clone)]
struct Way {
    address: Arc<AtomicU32>,
    port: u16,
    pin: Pin,
}

impl Way {
    fn address(&self) -> Ipv4Addr {
        Ipv4Addr::from_bits(self.address.load(Ordering::Relaxed))
    }

    fn ticket(&self, token: Token, address: Ipv4Addr) -> Ticket {
        Ticket {
            address: SocketAddrV4::new(address, self.port),
            pin: self.pin,
            token,
        }
    }
}

impl Host {
    /// Takes this port of every address, or any free one for 0. Laptops wait at the door until tables are
    /// [served](Self::serve_all).
    ///
    /// # Errors
    /// If the port cannot be used.
    pub fn open(identity: Identity, port: u16) -> Result<Self, HostError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let address = SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, port);
        let listener = runtime
            .block_on(TcpListener::bind(address))
            .map_err(|why| HostError::Port { port, why })?;
        let port = listener.local_addr()?.port();
        let directory = Directory::default();
        let (tell, notes) = channel();
        let tls = TlsAcceptor::from(identity.server()?);
        Ok(Self {
            runtime: Some(runtime),
            shut: Some((listener, tls)),
            directory,
            tables: Vec::new(),
            threads: Threads::default(),
            haste: 1,
            notes,
            tell,
            way: Way {
                address: Arc::new(AtomicU32::new(own_address().to_bits())),
                port,
                pin: identity.pin(),
            },
            address_said: false,
            announcer: None,
        })
    }

    /// The port that it listens at.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.way.port
    }

    /// The address at which laptops reach this computer, as the facilitator's tickets say it.
    #[must_use]
    pub fn address(&self) -> Ipv4Addr {
        self.way.address()
    }

    /// Says at which address laptops reach this computer, where [`own_address`] found a wrong one.
    pub fn set_address(&mut self, address: Ipv4Addr) {
        self.way.address.store(address.to_bits(), Ordering::Relaxed);
        self.address_said = true;
        for table in 0..self.tables.len() {
            // What was announced before is still announced.
            let _ = self.announce_table(table);
        }
    }

    /// Lets laptops find the tables of this host by its name, those that there are and those to come.
    ///
    /// # Errors
    /// If nothing can be announced here. Everything else works.
    pub fn announce(&mut self, name: &str, reach: Reach) -> Result<(), HostError> {
        let announcer = Announcer::begin(name, reach).map_err(HostError::Unannounced)?;
        self.announcer = Some(announcer);
        (0..self.tables.len()).try_for_each(|table| self.announce_table(table))
    }

    fn announce_table(&mut self, number: usize) -> Result<(), HostError> {
        let table = self.tables.get(number).and_then(Option::as_ref);
        let (Some(announcer), Some(table)) = (&mut self.announcer, table) else {
            return Ok(());
        };
        let address = self.address_said.then(|| self.way.address());
        announcer
            .table(number, &table.title, self.way.pin, self.way.port, address)
            .map_err(HostError::Unannounced)
    }

    /// Serves an exercise at these chairs; gives the table's number.
    ///
    /// # Errors
    /// If there is no room for another thread.
    pub fn serve(&mut self, session: Session, seats: Seats) -> Result<usize, HostError> {
        let number = self.set(session, seats)?;
        self.let_in();
        Ok(number)
    }

    /// Serves these exercises, and lets laptops in when all are there: whoever had a seat before the host
    /// was started again finds it.
    ///
    /// # Errors
    /// If there is no room for another thread.
    pub fn serve_all(&mut self, all: Vec<(Session, Seats)>) -> Result<(), HostError> {
        for (session, seats) in all {
            self.set(session, seats)?;
        }
        self.let_in();
        Ok(())
    }

    fn let_in(&mut self) {
        if let (Some(runtime), Some((listener, tls))) = (&self.runtime, self.shut.take()) {
            let directory = Arc::clone(&self.directory);
            runtime.spawn(door::watch(listener, tls, directory, self.tell.clone()));
        }
    }

    fn set(&mut self, session: Session, seats: Seats) -> Result<usize, HostError> {
        let number = self.tables.len();
        let scenario = session.state().scenario();
        let title = scenario.title.get(&scenario.language).to_owned();
        let mail = self.threads.letterbox(number)?;
        let seats = Arc::new(Mutex::new(seats));
        for token in lock(&seats).tokens() {
            lock(&self.directory).insert(token, mail.clone());
        }
        let surroundings = table::Surroundings {
            number,
            seats: Arc::clone(&seats),
            notes: self.tell.clone(),
            directory: Arc::clone(&self.directory),
            own: mail.clone(),
            way: self.way.clone(),
            haste: self.haste,
        };
        let table = table::Table::new(surroundings, session);
        // A thread that has gone has no reader for what a table is told either.
        let _ = mail.serve(table);
        self.tables.push(Some(Served { title, mail, seats }));
        // A table that is not announced is still found by its tickets.
        let _ = self.announce_table(number);
        Ok(number)
    }

    /// The chairs of a table as they are now.
    #[must_use]
    pub fn chairs(&self, table: usize) -> Vec<Chair> {
        self.table(table)
            .map_or_else(Vec::new, |t| lock(&t.seats).chairs().to_vec())
    }

    fn table(&self, number: usize) -> Option<&Served> {
        self.tables.get(number)?.as_ref()
    }

    /// Ends a table: its seats are told, and its exercise is kept as it stands. Its number is not given
    /// again.
    pub fn close(&mut self, table: usize) {
        let Some(served) = self.tables.get_mut(table).and_then(Option::take) else {
            return;
        };
        if let Some(announcer) = &mut self.announcer {
            announcer.withdraw(table);
        }
        let mut directory = lock(&self.directory);
        for token in lock(&served.seats).tokens() {
            directory.remove(&token);
        }
        drop(directory);
        served.mail.end();
    }

    /// For rehearsals and load tests: the clocks of the tables served from now on run so many times as
    /// fast as the wall's.
    pub fn hasten(&mut self, times: u32) {
        self.haste = times;
    }

    /// The ticket of a chair, for a laptop that reaches this computer at `address`.
    #[must_use]
    pub fn ticket(&self, chair: &Chair, address: Ipv4Addr) -> Ticket {
        self.way.ticket(chair.token(), address)
    }

    /// Takes a chair from whoever has it, and opens it for a new ticket.
    ///
    /// # Errors
    /// If there is no such chair, or it cannot be kept.
    pub fn renew(&self, table: usize, chair: usize) -> Result<(), ChairTrouble> {
        self.chair(table, ChairAct::Renew { chair })
    }

    /// Does something with a chair, as the facilitator can from their own laptop.
    ///
    /// # Errors
    /// Why it was not done; then nothing has changed.
    pub fn chair(&self, table: usize, act: ChairAct) -> Result<(), ChairTrouble> {
        let (answer, answered) = channel();
        let served = self.table(table).ok_or(ChairTrouble::Ended)?;
        let asked = served.mail.send(Mail::Chair { act, answer });
        asked.ok_or(ChairTrouble::Ended)?;
        answered.recv().unwrap_or(Err(ChairTrouble::Ended))
    }

    /// Gives the trainer's command at this computer. `None`: the table has ended.
    #[must_use]
    pub fn command(&self, table: usize, command: Command) -> Option<Answer> {
        let (answer, answered) = channel();
        let served = self.table(table)?;
        served.mail.send(Mail::Trainer { command, answer })?;
        answered.recv().ok()
    }

    /// Where the exercise stands and how much time is left. `None`: the table has ended.
    #[must_use]
    pub fn standing(&self, table: usize) -> Option<Standing> {
        let (answer, answered) = channel();
        let served = self.table(table)?;
        served.mail.send(Mail::Standing { answer })?;
        answered.recv().ok()
    }

    /// What has happened since this was asked.
    pub fn notes(&self) -> impl Iterator<Item = Note> + '_ {
        self.notes.try_iter()
    }
}

/// Where an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub phase: crate::engine::Phase,
    /// 0 in the briefing.
    pub round: u8,
    /// Milliseconds left in the phase.
    pub left_ms: u64,
    /// Does the clock run?
    pub running: bool,
}

impl Drop for Host {
    fn drop(&mut self) {
        for table in self.tables.drain(..).flatten() {
            table.mail.end();
        }
        if let Some(runtime) = self.runtime.take() {
            // Long enough for the last frames to leave.
            runtime.shutdown_timeout(std::time::Duration::from_millis(200));
        }
    }
}

/// The address at which other laptops of the room probably reach this one. Nothing is sent.
#[must_use]
pub fn own_address() -> Ipv4Addr {
    let found = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        // An address that documents use and nobody has.
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        socket.local_addr()
    });
    match found {
        Ok(std::net::SocketAddr::V4(v4)) if !v4.ip().is_unspecified() => *v4.ip(),
        _ => Ipv4Addr::LOCALHOST,
    }
}

/// Writes a file that only its owner reads: whole, or not at all.
///
/// # Errors
/// If it cannot be written.
pub fn keep_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, path)
}

/// What another thread left behind is still whole: every change under these locks is one assignment.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
