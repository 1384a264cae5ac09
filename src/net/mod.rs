//! The table across a room: a host that serves exercises, and the end of a seat on another laptop.
//!
//! One TCP port, TLS with a certificate that the ticket pins, WebSocket frames of JSON. What is said is the
//! [`crate::protocol`]; around it stand only who sits where and why somebody was turned away
//! ([`wire`]). Nothing here judges or knows the truth: a seat is sent what its
//! [`crate::session::Session`] says to it.

pub mod client;
pub mod find;
pub mod host;
pub mod identity;
pub mod ticket;
pub mod wire;

/// The port of a host unless another is asked for.
pub const PORT: u16 = 7319;
