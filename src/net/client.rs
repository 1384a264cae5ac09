//! A seat on this laptop at a table elsewhere: it connects, comes back by itself, and hears.
//!
//! Everything happens on a thread of its own. Whoever has the seat asks now and then what was
//! [heard](Remote::heard).

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;
use tokio::sync::mpsc as letters;
use tokio::time::{interval, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::identity::{self, NAME};
use super::ticket::Ticket;
use super::wire::{
    Enter, FromSeat, Hex, LARGEST_OUT, PROGRAM, PROTOCOL, Person, Role, Secret, ToSeat, Turned,
    decode, encode,
};
use crate::engine::Command;
use crate::protocol::{ClientMessage, ServerMessage};

/// So long may one try to connect take.
const TRY: Duration = Duration::from_secs(3);
/// Between two tries.
const AGAIN: Duration = Duration::from_millis(400);
/// How often the laptop says that it is there.
const PING: Duration = Duration::from_secs(2);
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
    /// The command was not done: this colleague was first.
    Overtaken {
        by: String,
    },
    /// The command was not done: the lead's.
    OnlyLead,
    People(Vec<Person>),
    /// The connection is lost; it is tried again until it is there.
    Lost(String),
    /// The seat is not, or no longer, this laptop's. Nothing follows.
    Turned(Turned),
}

/// The laptop's end of its seat. Dropped, it hangs up.
pub struct Remote {
    say: letters::UnboundedSender<FromSeat>,
    heard: Receiver<(Option<u64>, Heard)>,
    seen: u64,
    next_id: u32,
}

impl Remote {
    /// Goes to the table; what comes of it is [heard](Self::heard).
    ///
    /// # Errors
    /// If there is no room for a thread, or the build lacks TLS.
    pub fn join(pass: Pass) -> std::io::Result<Self> {
        let (say, said) = letters::unbounded_channel();
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
                    tell,
                };
                runtime.block_on(line.keep());
            })?;
        Ok(Self {
            say,
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
    /// With the mark, where there is one.
    tell: Sender<(Option<u64>, Heard)>,
}

impl Line {
    async fn keep(mut self) {
        loop {
            let began = Instant::now();
            let end = match timeout(TRY, self.connect()).await {
                Ok(Ok(socket)) => self.talk(socket).await,
                Ok(Err(why)) => End::Lost(why),
                Err(_) => End::Lost("no answer".to_owned()),
            };
            match end {
                End::Over => return,
                End::Lost(why) => {
                    if self.tell.send((None, Heard::Lost(why))).is_err() {
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

    async fn connect(&self) -> Result<Socket, String> {
        let say = |e: std::io::Error| e.to_string();
        let stream = TcpStream::connect(self.pass.ticket.address)
            .await
            .map_err(say)?;
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
        loop {
            tokio::select! {
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
            Ok(ToSeat::Seated { role }) => Heard::Seated(role),
            Ok(ToSeat::Say { mark, message }) => {
                counted = Some(mark);
                Heard::Said(message)
            }
            Ok(ToSeat::Overtaken { by, .. }) => Heard::Overtaken { by },
            Ok(ToSeat::OnlyLead { .. }) => Heard::OnlyLead,
            Ok(ToSeat::People(people)) => Heard::People(people),
            Ok(ToSeat::Turned(turned)) if turned.is_passing() => {
                return Some(End::Lost(turned.to_string()));
            }
            Ok(ToSeat::Turned(turned)) => {
                let _ = self.tell.send((None, Heard::Turned(turned)));
                return Some(End::Over);
            }
            Err(why) => return Some(End::Lost(why)),
        };
        self.tell
            .send((counted, heard))
            .is_err()
            .then_some(End::Over)
    }
}
