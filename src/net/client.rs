//! A seat on this laptop at a table elsewhere: it connects, comes back by itself, and hears.
//!
//! Everything happens on a thread of its own. Whoever has the seat asks now and then what was
//! [heard](Remote::heard).

use std::net::SocketAddrV4;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;
use tokio::sync::{mpsc as letters, watch};
use tokio::time::{interval, sleep_until, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::find::{Finder, Reach};
use super::identity::{self, NAME};
use super::ticket::Ticket;
use super::wire::{
    ChairAct, ChairRow, ChairTrouble, Enter, FromSeat, Hex, LARGEST_OUT, PROGRAM, PROTOCOL, Person,
    Role, Secret, ToSeat, Turned, decode, encode,
};
use crate::engine::Command;
use crate::protocol::together::{Cursor, Looking};
use crate::protocol::{ClientMessage, ServerMessage};

/// So long may one try to connect take.
const TRY: Duration = Duration::from_secs(3);
/// Between two tries.
const AGAIN: Duration = Duration::from_millis(400);
/// After so many tries the host is looked for elsewhere too.
const LOOK_AFTER: u32 = 2;
/// How often the laptop says that it is there.
const PING: Duration = Duration::from_secs(2);
/// The last mark that was heard of, where the person looks, and what they point at there.
type Look = (u64, Looking, Option<Cursor>);

/// The host is told where the person looks no oftener than this.
const LOOKS: Duration = Duration::from_millis(250);
/// A host that is silent for so long is gone.
const SILENCE: Duration = Duration::from_secs(6);

/// What opens one seat for this laptop, now and when it comes back.
#[derive(Clone, Debug)]
pub struct Pass {
    pub ticket: Ticket,
    secret: Secret,
    pub name: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    ticket: String,
    secret: Hex<Secret>,
    name: String,
}

impl Pass {
    /// For a seat that is taken for the first time.
    ///
    /// # Errors
    /// If the system gives no chance for a secret.
    pub fn new(ticket: Ticket, name: String) -> std::io::Result<Self> {
        Ok(Self {
            ticket,
            secret: Secret::fresh()?,
            name,
        })
    }

    /// As text, for a file of the person's own.
    #[must_use]
    pub fn to_text(&self) -> String {
        encode(&Kept {
            ticket: self.ticket.to_string(),
            secret: Hex(self.secret),
            name: self.name.clone(),
        })
    }

    /// From such a text; `None` if it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let kept: Kept = decode(text).ok()?;
        Some(Self {
            ticket: kept.ticket.parse().ok()?,
            secret: kept.secret.0,
            name: kept.name,
        })
    }
}

/// What a seat hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The seat is this laptop's; a greeting with all that it may see follows.
    Seated(Role),
    Said(ServerMessage),
    /// The command with this id was not done: this colleague was first.
    Overtaken {
        id: u32,
        by: String,
    },
    /// The command was not done: the lead's.
    OnlyLead {
        id: u32,
    },
    /// The command was not done: the seat is locked, or the person was moved to another meanwhile.
    NotNow {
        id: u32,
    },
    /// The trainer has locked the seat, or opened it again. A seat is open until it hears this.
    Locked(bool),
    People(Vec<Person>),
    /// All chairs, for the facilitator.
    Chairs(Vec<ChairRow>),
    /// What the facilitator wanted with a chair was not done.
    NoChair(ChairTrouble),
    /// The connection is lost; it is tried again until it is there.
    Lost(String),
    /// The seat is not, or no longer, this laptop's. Nothing follows.
    Turned(Turned),
}

/// The laptop's end of its seat. Dropped, it hangs up.
pub struct Remote {
    say: letters::UnboundedSender<FromSeat>,
    looking: watch::Sender<Option<Look>>,
    heard: Receiver<(Option<u64>, Heard)>,
    seen: u64,
    next_id: u32,
}

impl Remote {
    /// As [`Self::join_within`], with the networks that this computer is in.
    ///
    /// # Errors
    /// As there.
    pub fn join(pass: Pass, ring: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::join_within(Reach::ROOM, pass, ring)
    }

    /// Goes to the table; what comes of it is [heard](Self::heard), and `ring` is called on the seat's own
    /// thread whenever there is something to be heard. A host that no longer answers where it was is
    /// looked for by its mark as far as `reach` goes.
    ///
    /// # Errors
    /// If there is no room for a thread, or the build lacks TLS.
    pub fn join_within(
        reach: Reach,
        pass: Pass,
        ring: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let (say, said) = letters::unbounded_channel();
        let (looking, looks) = watch::channel(None);
        let (tell, heard) = channel();
        let tls = identity::client(pass.ticket.pin).map_err(std::io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        std::thread::Builder::new()
            .name("seat".to_owned())
            .spawn(move || {
                let line = Line {
                    pass,
                    tls,
                    said,
                    looks,
                    tell,
                    ring: Box::new(ring),
                    reach,
                    finder: None,
                    found: false,
                    seated: false,
                };
                runtime.block_on(line.keep());
            })?;
        Ok(Self {
            say,
            looking,
            heard,
            seen: 0,
            next_id: 0,
        })
    }

    /// What was heard since this was asked.
    pub fn heard(&mut self) -> Vec<Heard> {
        let mut all = Vec::new();
        for (mark, heard) in self.heard.try_iter() {
            self.seen = mark.unwrap_or(self.seen);
            all.push(heard);
        }
        all
    }

    /// Gives a command; the answer with this id is heard later.
    pub fn send(&mut self, command: Command) -> u32 {
        let id = self.next_id;
        self.next_id = self.next_id.wrapping_add(1);
        let message = ClientMessage::Command { id, command };
        let said = FromSeat::Say {
            seen: self.seen,
            message,
        };
        // A line that has ended has said so.
        let _ = self.say.send(said);
        id
    }

    /// Asks for something that changes nothing; what comes of it is heard later.
    pub fn ask(&self, message: ClientMessage) {
        let said = FromSeat::Say {
            seen: self.seen,
            message,
        };
        // A line that has ended has said so.
        let _ = self.say.send(said);
    }

    /// Says where the person looks now, and what they point at there. It may be called as often as it changes: the host is told the
    /// latest, a few times in a second at most, and again after a connection was lost.
    pub fn look(&self, looking: Looking, cursor: Option<Cursor>) {
        self.looking.send_if_modified(|now| {
            let look = Some((self.seen, looking, cursor));
            std::mem::replace(now, look) != look
        });
    }

    /// Does something with the chairs, for the facilitator; what comes of it is heard as
    /// [`Heard::Chairs`], or [`Heard::NoChair`].
    pub fn chair(&self, act: ChairAct) {
        let _ = self.say.send(FromSeat::Chairs(act));
    }
}

type Socket = WebSocketStream<TlsStream<TcpStream>>;

/// Why a connection ended.
enum End {
    /// To be tried again.
    Lost(String),
    /// For good.
    Over,
}

struct Line {
    pass: Pass,
    tls: Arc<ClientConfig>,
    said: letters::UnboundedReceiver<FromSeat>,
    looks: watch::Receiver<Option<Look>>,
    /// With the mark, where there is one.
    tell: Sender<(Option<u64>, Heard)>,
    ring: Box<dyn Fn() + Send>,
    reach: Reach,
    /// Looks for the host while it does not answer where it was.
    finder: Option<Finder>,
    /// The last try went to where the host was found, and not to where it was.
    found: bool,
    /// The seat has been this laptop's.
    seated: bool,
}

impl Line {
    async fn keep(mut self) {
        let mut failed = 0u32;
        loop {
            let began = Instant::now();
            let address = self.address();
            let end = match timeout(TRY, self.connect(address)).await {
                Ok(Ok(socket)) => {
                    (failed, self.finder) = (0, None);
                    self.pass.ticket.address = address;
                    self.talk(socket).await
                }
                Ok(Err(why)) => End::Lost(why),
                Err(_) => End::Lost("no answer".to_owned()),
            };
            failed = failed.saturating_add(1);
            if failed == LOOK_AFTER {
                self.finder = Some(Finder::within(self.reach));
            }
            match end {
                End::Over => return,
                End::Lost(why) => {
                    if self.put(None, Heard::Lost(why)).is_some() {
                        return;
                    }
                }
            }
            // What was said into a dead line is not done: the person sees that and says it again.
            while self.said.try_recv().is_ok() {}
            if self.said.is_closed() {
                return;
            }
            tokio::time::sleep(AGAIN.saturating_sub(began.elapsed())).await;
        }
    }

    /// Where to try next: in turns where the host was, and where it was found meanwhile. What is announced
    /// may be false, and then the host there does not have the certificate.
    fn address(&mut self) -> SocketAddrV4 {
        let Ticket { address, pin, .. } = self.pass.ticket;
        let tables = self.finder.as_mut().map_or_else(Vec::new, Finder::tables);
        let others = tables
            .iter()
            .filter(|f| f.pin == pin && f.address != address);
        let other = others.map(|f| f.address).next().filter(|_| !self.found);
        self.found = other.is_some();
        other.unwrap_or(address)
    }

    async fn connect(&self, address: SocketAddrV4) -> Result<Socket, String> {
        let say = |e: std::io::Error| e.to_string();
        let stream = TcpStream::connect(address).await.map_err(say)?;
        stream.set_nodelay(true).map_err(say)?;
        let name = ServerName::try_from(NAME).map_err(|e| e.to_string())?;
        let stream = TlsConnector::from(Arc::clone(&self.tls))
            .connect(name, stream)
            .await
            .map_err(|e| {
                if e.to_string().contains("ApplicationVerificationFailure") {
                    "another host answers there: the ticket is of another table, or of an earlier start"
                        .to_owned()
                } else {
                    e.to_string()
                }
            })?;
        let config = WebSocketConfig::default()
            .write_buffer_size(0)
            .max_message_size(Some(LARGEST_OUT))
            .max_frame_size(Some(LARGEST_OUT));
        let url = format!("wss://{NAME}/");
        let (mut socket, _) = client_async_with_config(url, stream, Some(config))
            .await
            .map_err(|e| e.to_string())?;
        let enter = Enter {
            program: PROGRAM.to_owned(),
            protocol: PROTOCOL.to_owned(),
            token: self.pass.ticket.token,
            secret: self.pass.secret,
            name: self.pass.name.clone(),
        };
        socket
            .send(Message::text(encode(&enter)))
            .await
            .map_err(|e| e.to_string())?;
        Ok(socket)
    }

    async fn talk(&mut self, mut socket: Socket) -> End {
        let mut ping = interval(PING);
        let mut last = Instant::now();
        // A host that was started again does not know.
        let mut owes_look = self.looks.borrow_and_update().is_some();
        let mut look_at = tokio::time::Instant::now();
        loop {
            tokio::select! {
                Ok(()) = self.looks.changed(), if !owes_look => owes_look = true,
                () = sleep_until(look_at), if owes_look => {
                    owes_look = false;
                    look_at = tokio::time::Instant::now() + LOOKS;
                    let looking = *self.looks.borrow_and_update();
                    let said = looking.map(|(seen, at, cursor)| {
                        Message::text(encode(&FromSeat::Looking { seen, at, cursor }))
                    });
                    if let Some(said) = said
                        && let Err(e) = socket.send(said).await
                    {
                        return End::Lost(e.to_string());
                    }
                }
                said = self.said.recv() => {
                    let Some(said) = said else {
                        let _ = timeout(AGAIN, socket.close(None)).await;
                        return End::Over;
                    };
                    if let Err(e) = socket.send(Message::text(encode(&said))).await {
                        return End::Lost(e.to_string());
                    }
                }
                heard = socket.next() => {
                    last = Instant::now();
                    match heard {
                        Some(Ok(Message::Text(text))) => {
                            if let Some(end) = self.hear(&text) {
                                return end;
                            }
                        }
                        Some(Ok(Message::Close(_))) | None => {
                            return End::Lost("the host hung up".to_owned());
                        }
                        Some(Ok(_)) => {}
                        Some(Err(e)) => return End::Lost(e.to_string()),
                    }
                }
                _ = ping.tick() => {
                    if last.elapsed() > SILENCE {
                        return End::Lost("the host is silent".to_owned());
                    }
                    if let Err(e) = socket.send(Message::Ping(Vec::new().into())).await {
                        return End::Lost(e.to_string());
                    }
                }
            }
        }
    }

    fn hear(&mut self, frame: &str) -> Option<End> {
        let mut counted = None;
        let heard = match decode::<ToSeat>(frame) {
            Ok(ToSeat::Seated { role }) => {
                self.seated = true;
                Heard::Seated(role)
            }
            Ok(ToSeat::Say { mark, message }) => {
                counted = Some(mark);
                Heard::Said(message)
            }
            Ok(ToSeat::Overtaken { id, by }) => Heard::Overtaken { id, by },
            Ok(ToSeat::OnlyLead { id }) => Heard::OnlyLead { id },
            Ok(ToSeat::NotNow { id }) => Heard::NotNow { id },
            Ok(ToSeat::Locked(locked)) => Heard::Locked(locked),
            Ok(ToSeat::People(people)) => Heard::People(people),
            Ok(ToSeat::Chairs(chairs)) => Heard::Chairs(chairs),
            Ok(ToSeat::NoChair(trouble)) => Heard::NoChair(trouble),
            Ok(ToSeat::Turned(turned)) if turned.is_passing() => {
                return Some(End::Lost(turned.to_string()));
            }
            // The trainer has started the host again, and not yet this table.
            Ok(ToSeat::Turned(Turned::Unknown)) if self.seated => {
                return Some(End::Lost(
                    "the host does not serve this table, or not yet".to_owned(),
                ));
            }
            Ok(ToSeat::Turned(turned)) => {
                self.put(None, Heard::Turned(turned));
                return Some(End::Over);
            }
            Err(why) => return Some(End::Lost(why)),
        };
        self.put(counted, heard)
    }

    /// Puts it where it is heard. An end, if nobody is there to hear.
    fn put(&self, mark: Option<u64>, heard: Heard) -> Option<End> {
        if self.tell.send((mark, heard)).is_err() {
            return Some(End::Over);
        }
        (self.ring)();
        None
    }
}
