//! The door: TLS, the first frame, and the frames of a seat. Nobody waits here without a seat for long.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::{interval, timeout, timeout_at};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::protocol::frame::Frame as Piece;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_async_with_config};

use super::table::{Frame, Mail};
use super::threads::Letterbox;
use super::{Directory, Note, lock};
use crate::net::wire::{
    Enter, FromSeat, LARGEST_IN, PROGRAM, PROTOCOL, ToSeat, Turned, decode, encode,
};

/// So long may a stranger take to show a ticket.
const PATIENCE: Duration = Duration::from_secs(5);
/// Strangers at the door at one time, of all addresses and of one.
const STRANGERS: usize = 256;
const STRANGERS_OF_ONE: usize = 32;
/// So long may a laptop be silent; one that is there pings every two seconds.
const SILENCE: Duration = Duration::from_secs(15);
/// How often it is measured how far away a laptop is.
const MEASURE: Duration = Duration::from_secs(3);
/// So long may a laptop take to read one frame.
const READING: Duration = Duration::from_secs(5);
/// So long is listened to a laptop that has been told why it has to go.
const FAREWELL: Duration = Duration::from_secs(1);
/// Frames on their way to one laptop.
const QUEUE: usize = 256;
/// Bytes that are sent in one piece.
const PIECE: usize = 16 << 10;
/// Frames of one laptop that a table has not dealt with yet.
const UNHEARD: usize = 32;
/// Frames that a person can cause in a second, and at once.
const RATE: f64 = 40.0;
const BURST: f64 = 120.0;

type Socket = WebSocketStream<TlsStream<TcpStream>>;

#[derive(Clone)]
struct Door {
    directory: Directory,
    notes: Sender<Note>,
    places: Arc<Semaphore>,
    by_address: Arc<Mutex<BTreeMap<IpAddr, usize>>>,
}

/// Lets laptops in until the runtime ends.
pub(super) async fn watch(
    listener: TcpListener,
    tls: TlsAcceptor,
    directory: Directory,
    notes: Sender<Note>,
) {
    let door = Door {
        directory,
        notes,
        places: Arc::new(Semaphore::new(STRANGERS)),
        by_address: Arc::default(),
    };
    let mut connection = 0;
    loop {
        let Ok((stream, from)) = listener.accept().await else {
            // Out of file handles, most likely: some are given back soon.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        connection += 1;
        // Who finds no place is hung up on: an answer would cost what the limit saves.
        let Some(stranger) = Stranger::at(&door, from.ip()) else {
            continue;
        };
        let (door, tls) = (door.clone(), tls.clone());
        tokio::spawn(async move {
            if let Err(why) = door.serve(stream, tls, connection, from, stranger).await {
                let from = from.to_string();
                // Nobody may be listening.
                let _ = door.notes.send(Note::Cut { from, why });
            }
        });
    }
}

/// A place among those who have not shown a ticket yet; given back when dropped.
struct Stranger {
    from: IpAddr,
    by_address: Arc<Mutex<BTreeMap<IpAddr, usize>>>,
    _place: tokio::sync::OwnedSemaphorePermit,
}

impl Stranger {
    fn at(door: &Door, from: IpAddr) -> Option<Self> {
        let place = Arc::clone(&door.places).try_acquire_owned().ok()?;
        let mut all = lock(&door.by_address);
        let own = all.entry(from).or_default();
        if *own >= STRANGERS_OF_ONE {
            return None;
        }
        *own += 1;
        Some(Self {
            from,
            by_address: Arc::clone(&door.by_address),
            _place: place,
        })
    }
}

impl Drop for Stranger {
    fn drop(&mut self) {
        let mut all = lock(&self.by_address);
        if let Some(own) = all.get_mut(&self.from) {
            *own -= 1;
            if *own == 0 {
                all.remove(&self.from);
            }
        }
    }
}

impl Door {
    /// One connection, from its first byte to its last. An error is why it was cut.
    async fn serve(
        &self,
        stream: TcpStream,
        tls: TlsAcceptor,
        connection: u64,
        from: SocketAddr,
        stranger: Stranger,
    ) -> Result<(), String> {
        let entered = timeout(PATIENCE, shake_hands(stream, tls))
            .await
            .map_err(|_| "it showed no ticket in time".to_owned())?;
        let (mut socket, first) = entered?;
        let (table, enter) = match self.find(&first) {
            Ok(found) => found,
            Err(turned) => {
                let why = turned.to_string();
                turn_away(&mut socket, turned).await;
                return Err(why);
            }
        };
        let (out, frames) = mpsc::channel(QUEUE);
        let entering = Mail::Enter {
            connection,
            enter,
            out,
        };
        if table.send(entering).is_none() {
            turn_away(&mut socket, Turned::Closed).await;
            return Ok(());
        }
        drop(stranger);
        let done = pump(&mut socket, frames, &table, connection).await;
        // A table that has ended needs to know nothing.
        let _ = table.send(Mail::Gone { connection });
        done.map_err(|why| format!("{from}: {why}"))
    }

    fn find(&self, first: &str) -> Result<(Letterbox, Enter), Turned> {
        let enter: Enter = decode(first).map_err(Turned::Nonsense)?;
        if enter.protocol != PROTOCOL {
            return Err(Turned::Version {
                program: PROGRAM.to_owned(),
                protocol: PROTOCOL.to_owned(),
            });
        }
        let table = lock(&self.directory).get(&enter.token).cloned();
        table.map(|table| (table, enter)).ok_or(Turned::Unknown)
    }
}

async fn shake_hands(stream: TcpStream, tls: TlsAcceptor) -> Result<(Socket, String), String> {
    // Frames are small and somebody waits for them.
    stream.set_nodelay(true).map_err(|e| e.to_string())?;
    let stream = tls.accept(stream).await.map_err(|e| e.to_string())?;
    let config = WebSocketConfig::default()
        .read_buffer_size(8 << 10)
        .write_buffer_size(0)
        .max_message_size(Some(LARGEST_IN))
        .max_frame_size(Some(LARGEST_IN));
    let mut socket = accept_async_with_config(stream, Some(config))
        .await
        .map_err(|e| e.to_string())?;
    loop {
        match socket.next().await {
            Some(Ok(Message::Text(text))) => return Ok((socket, text.to_string())),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
            Some(Ok(_)) => return Err("its first frame was no text".to_owned()),
            Some(Err(e)) => return Err(e.to_string()),
            None => return Err("it went without a word".to_owned()),
        }
    }
}

async fn turn_away(socket: &mut Socket, why: Turned) {
    let frame = encode(&ToSeat::Turned(why));
    // It is going anyway.
    let _ = timeout(READING, socket.send(Message::text(frame))).await;
    hang_up(socket).await;
}

async fn hang_up(socket: &mut Socket) {
    let _ = timeout(READING, socket.close(None)).await;
    // A connection with unread bytes would be reset, and the reason lost with it.
    let rest = async { while let Some(Ok(_)) = socket.next().await {} };
    let _ = timeout(FAREWELL, rest).await;
}

/// Sends it in pieces: a connection keeps a buffer as large as the largest that it has ever sent, and the
/// first frame of a seat has all that it may see.
async fn send(socket: &mut Socket, frame: &Frame) -> Result<(), Error> {
    let pieces = frame.as_bytes().chunks(PIECE);
    let last = pieces.len().saturating_sub(1);
    for (n, piece) in pieces.enumerate() {
        let kind = if n == 0 { Data::Text } else { Data::Continue };
        let piece = Piece::message(piece.to_vec(), OpCode::Data(kind), n == last);
        socket.send(Message::Frame(piece)).await?;
    }
    Ok(())
}

/// Carries frames both ways until one side ends it.
async fn pump(
    socket: &mut Socket,
    mut frames: mpsc::Receiver<Frame>,
    table: &Letterbox,
    connection: u64,
) -> Result<(), String> {
    let unheard = Arc::new(Semaphore::new(UNHEARD));
    let mut pace = Pace::new();
    let mut heard_at = tokio::time::Instant::now();
    let mut measure = interval(MEASURE);
    // The number of the ping whose pong is waited for, and when it went.
    let mut pinged: Option<(u64, Instant)> = None;
    let mut pings = 0u64;
    loop {
        tokio::select! {
            _ = measure.tick(), if pinged.is_none() => {
                pings += 1;
                pinged = Some((pings, Instant::now()));
                let ping = Message::Ping(pings.to_be_bytes().to_vec().into());
                match timeout(READING, socket.send(ping)).await {
                    Ok(Ok(())) => {}
                    Ok(Err(_)) => return Ok(()),
                    Err(_) => return Err("it did not read what it was sent".to_owned()),
                }
            }
            frame = frames.recv() => {
                let Some(frame) = frame else {
                    hang_up(socket).await;
                    return Ok(());
                };
                match timeout(READING, send(socket, &frame)).await {
                    Ok(Ok(())) => {}
                    Ok(Err(_)) => return Ok(()),
                    Err(_) => return Err("it did not read what it was sent".to_owned()),
                }
            }
            heard = timeout_at(heard_at + SILENCE, socket.next()) => {
                heard_at = tokio::time::Instant::now();
                let text = match heard {
                    Err(_) | Ok(None) => return Ok(()),
                    Ok(Some(Err(Error::Capacity(e)))) => {
                        turn_away(socket, Turned::Flood(e.to_string())).await;
                        return Err(e.to_string());
                    }
                    Ok(Some(Err(Error::Protocol(e)))) => return Err(e.to_string()),
                    Ok(Some(Err(_)) | Some(Ok(Message::Close(_)))) => return Ok(()),
                    Ok(Some(Ok(Message::Text(text)))) => Some(text),
                    Ok(Some(Ok(Message::Pong(number)))) => {
                        if let Some((_, then)) = pinged.take_if(|(n, _)| number[..] == n.to_be_bytes()) {
                            let ms = u32::try_from(then.elapsed().as_millis()).unwrap_or(u32::MAX);
                            // A table that has ended needs to know nothing.
                            let _ = table.send(Mail::Lag { connection, ms });
                        }
                        None
                    }
                    Ok(Some(Ok(Message::Ping(_)))) => None,
                    Ok(Some(Ok(_))) => {
                        let why = "a frame that is no text".to_owned();
                        turn_away(socket, Turned::Nonsense(why.clone())).await;
                        return Err(why);
                    }
                };
                if !pace.allows() {
                    let why = format!("more than {RATE} frames a second");
                    turn_away(socket, Turned::Flood(why.clone())).await;
                    return Err(why);
                }
                let Some(text) = text else { continue };
                let said: FromSeat = match decode(&text) {
                    Ok(said) => said,
                    Err(why) => {
                        turn_away(socket, Turned::Nonsense(why.clone())).await;
                        return Err(why);
                    }
                };
                let Ok(permit) = Arc::clone(&unheard).acquire_owned().await else {
                    return Ok(());
                };
                let letter = Mail::Frame { connection, said, _permit: permit };
                if table.send(letter).is_none() {
                    turn_away(socket, Turned::Closed).await;
                    return Ok(());
                }
            }
        }
    }
}

/// How much a laptop says.
struct Pace {
    left: f64,
    then: Instant,
}

impl Pace {
    fn new() -> Self {
        Self {
            left: BURST,
            then: Instant::now(),
        }
    }

    fn allows(&mut self) -> bool {
        let passed = self.then.elapsed().as_secs_f64();
        self.then = Instant::now();
        self.left = (self.left + passed * RATE).min(BURST) - 1.0;
        self.left >= 0.0
    }
}
