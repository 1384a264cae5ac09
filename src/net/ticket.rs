//! A ticket: where a table is, who its host must be, and one seat.
//!
//! It is read aloud, typed or scanned, so it is 32 signs of an alphabet without look-alikes (Crockford's
//! base 32), in groups of four, and its last byte tells a slip.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The first bytes of the SHA-256 of the host's certificate.
pub type Pin = [u8; 8];

/// What opens a seat, once.
pub type Token = [u8; 5];

/// One seat at one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub address: SocketAddrV4,
    pub pin: Pin,
    pub token: Token,
}

/// Why something typed is no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    #[error("a ticket has 32 letters and digits; this has {0}")]
    Length(usize),
    #[error("“{0}” is in no ticket: they are made of digits and letters without U")]
    Sign(char),
    #[error("there is a slip in it: compare it with the ticket, sign by sign")]
    Slip,
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs of a ticket.
const SIGNS: usize = 32;
/// Bytes behind them.
const BYTES: usize = 20;

impl Ticket {
    fn bytes(&self) -> [u8; BYTES] {
        let mut bytes = [0; BYTES];
        bytes[..4].copy_from_slice(&self.address.ip().octets());
        bytes[4..6].copy_from_slice(&self.address.port().to_be_bytes());
        bytes[6..14].copy_from_slice(&self.pin);
        bytes[14..19].copy_from_slice(&self.token);
        bytes[19] = sum(&bytes[..19]);
        bytes
    }
}

fn sum(bytes: &[u8]) -> u8 {
    Sha256::digest(bytes)[0]
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, five) in self.bytes().chunks(5).enumerate() {
            let mut bits = five.iter().fold(0u64, |all, b| all << 8 | u64::from(*b)) << 24;
            for place in 0..8 {
                if place % 4 == 0 && (n, place) != (0, 0) {
                    f.write_str("-")?;
                }
                let sign = ALPHABET[usize::try_from(bits >> 59).unwrap_or(0)];
                write!(f, "{}", char::from(sign))?;
                bits <<= 5;
            }
        }
        Ok(())
    }
}

impl FromStr for Ticket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, TicketError> {
        let signs: Vec<char> = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '_'))
            .map(|c| match c.to_ascii_uppercase() {
                'I' | 'L' => '1',
                'O' => '0',
                other => other,
            })
            .collect();
        let mut values = Vec::with_capacity(SIGNS);
        for sign in &signs {
            let value = ALPHABET.iter().position(|a| char::from(*a) == *sign);
            values.push(value.ok_or(TicketError::Sign(*sign))?);
        }
        if values.len() != SIGNS {
            return Err(TicketError::Length(values.len()));
        }
        let mut bytes = [0; BYTES];
        for (five, eight) in bytes.chunks_mut(5).zip(values.chunks(8)) {
            let bits = eight.iter().fold(0u64, |all, v| all << 5 | *v as u64);
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        if sum(&bytes[..19]) != bytes[19] {
            return Err(TicketError::Slip);
        }
        let part = |from: usize| <[u8; 4]>::try_from(&bytes[from..from + 4]).unwrap_or_default();
        let port = u16::from_be_bytes([bytes[4], bytes[5]]);
        Ok(Self {
            address: SocketAddrV4::new(Ipv4Addr::from(part(0)), port),
            pin: bytes[6..14].try_into().unwrap_or_default(),
            token: bytes[14..19].try_into().unwrap_or_default(),
        })
    }
}
