//! The host: exercises on their own threads, and a door that lets seats in.
//!
//! A table's thread owns its [`Session`]; the door's tasks only carry frames. A laptop that floods, stalls or
//! talks nonsense is cut with a reason that the trainer reads, and the exercise goes on.

mod door;
mod seats;
mod table;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddrV4, UdpSocket};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

pub use seats::{Chair, Seats};

use super::identity::{Identity, IdentityError};
use super::ticket::{Ticket, Token};
use crate::engine::Command;
use crate::session::{Answer, Session};
use table::Mail;

/// What a trainer hears of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Somebody has taken a seat.
    Taken { table: usize, chair: usize },
    /// A laptop is connected again.
    Back { table: usize, chair: usize },
    /// A laptop is no longer connected.
    Away { table: usize, chair: usize },
    /// A connection was cut or turned away; why, and from where.
    Cut { from: String, why: String },
}

/// Why there is no host.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error("port {port} cannot be used: {why}; choose another with --port")]
    Port { port: u16, why: std::io::Error },
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// One table that is served.
struct Served {
    mail: Sender<Mail>,
    seats: Arc<Mutex<Seats>>,
    thread: Option<JoinHandle<()>>,
}

/// Which table a token belongs to.
type Directory = Arc<Mutex<BTreeMap<Token, Sender<Mail>>>>;

/// A running host. It stops when it is dropped.
pub struct Host {
    runtime: Option<tokio::runtime::Runtime>,
    directory: Directory,
    tables: Vec<Served>,
    notes: Receiver<Note>,
    tell: Sender<Note>,
    identity: Identity,
    port: u16,
}

impl Host {
    /// Opens the door at this port of every address; 0 takes any free port.
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
        runtime.spawn(door::watch(
            listener,
            tls,
            Arc::clone(&directory),
            tell.clone(),
        ));
        Ok(Self {
            runtime: Some(runtime),
            directory,
            tables: Vec::new(),
            notes,
            tell,
            identity,
            port,
        })
    }

    /// The port that it listens at.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves an exercise at these chairs; gives the table's number.
    ///
    /// # Errors
    /// If there is no room for another thread.
    pub fn serve(&mut self, session: Session, seats: Seats) -> Result<usize, HostError> {
        let number = self.tables.len();
        let (mail, letters) = channel();
        let seats = Arc::new(Mutex::new(seats));
        for token in lock(&seats).tokens() {
            lock(&self.directory).insert(token, mail.clone());
        }
        let table = table::Table::new(number, session, Arc::clone(&seats), self.tell.clone());
        let thread = std::thread::Builder::new()
            .name(format!("table {number}"))
            .spawn(move || table.run(&letters))?;
        self.tables.push(Served {
            mail,
            seats,
            thread: Some(thread),
        });
        Ok(number)
    }

    /// The chairs of a table as they are now.
    #[must_use]
    pub fn chairs(&self, table: usize) -> Vec<Chair> {
        self.tables
            .get(table)
            .map_or_else(Vec::new, |t| lock(&t.seats).chairs().to_vec())
    }

    /// The ticket of a chair, for a laptop that reaches this computer at `address`.
    #[must_use]
    pub fn ticket(&self, chair: &Chair, address: Ipv4Addr) -> Ticket {
        Ticket {
            address: SocketAddrV4::new(address, self.port),
            pin: self.identity.pin(),
            token: chair.token(),
        }
    }

    /// Takes a chair from whoever has it, and opens it for a new ticket.
    ///
    /// # Errors
    /// If there is no such chair, or it cannot be kept.
    pub fn renew(&self, table: usize, chair: usize) -> std::io::Result<Token> {
        let Some(served) = self.tables.get(table) else {
            return Err(std::io::Error::other("there is no such table"));
        };
        let token = lock(&served.seats).renew(chair)?;
        lock(&self.directory).insert(token, served.mail.clone());
        // A table that has ended has nobody to cut.
        let _ = served.mail.send(Mail::Renewed { chair });
        Ok(token)
    }

    /// Gives the trainer's command at this computer. `None`: the table has ended.
    #[must_use]
    pub fn command(&self, table: usize, command: Command) -> Option<Answer> {
        let (answer, answered) = channel();
        let served = self.tables.get(table)?;
        served.mail.send(Mail::Trainer { command, answer }).ok()?;
        answered.recv().ok()
    }

    /// Where the exercise stands and how much time is left. `None`: the table has ended.
    #[must_use]
    pub fn standing(&self, table: usize) -> Option<Standing> {
        let (answer, answered) = channel();
        let served = self.tables.get(table)?;
        served.mail.send(Mail::Standing { answer }).ok()?;
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
        for table in &mut self.tables {
            let _ = table.mail.send(Mail::Close);
            if let Some(thread) = table.thread.take() {
                let _ = thread.join();
            }
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
