//! A ticket: where a table is, who its host must be, and one seat.
//!
//! It is read aloud, typed or scanned, so it is 32 signs of an alphabet without look-alikes (Crockford's
//! base 32), in groups of four, and its last byte tells a slip. Where the table is found on the network by
//! itself ([`super::find`]), a [short one](ShortTicket) of 20 signs is enough.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::find::Found;

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
    #[error("a ticket has 32 letters and digits, or 20 if it is a short one; this has {0}")]
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
            let bits = five.iter().fold(0u128, |all, b| all << 8 | u128::from(*b));
            if n > 0 {
                f.write_str("-")?;
            }
            f.write_str(&signs(bits, 8))?;
        }
        Ok(())
    }
}

impl FromStr for Ticket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, TicketError> {
        let values = values(text)?;
        if values.len() != SIGNS {
            return Err(TicketError::Length(values.len()));
        }
        let mut bytes = [0; BYTES];
        for (five, eight) in bytes.chunks_mut(5).zip(values.chunks(8)) {
            five.copy_from_slice(&bits(eight).to_be_bytes()[11..]);
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

/// So many signs, in groups of four, for the lowest bits.
fn signs(bits: u128, count: u32) -> String {
    let mut text = String::new();
    for place in 0..count {
        if place % 4 == 0 && place > 0 {
            text.push('-');
        }
        let five = bits >> (5 * (count - 1 - place)) & 31;
        text.push(char::from(ALPHABET[usize::try_from(five).unwrap_or(0)]));
    }
    text
}

/// The five bits behind each sign, of no more than a ticket's signs and one.
fn values(text: &str) -> Result<Vec<u8>, TicketError> {
    let mut values = Vec::new();
    let mut count = 0;
    for sign in text.chars() {
        let sign = match sign.to_ascii_uppercase() {
            '-' | '–' | '.' | '_' => continue,
            space if space.is_whitespace() => continue,
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        let value = (0u8..).zip(ALPHABET).find(|(_, a)| char::from(**a) == sign);
        let (value, _) = value.ok_or(TicketError::Sign(sign))?;
        if values.len() < SIGNS {
            values.push(value);
        }
        count += 1;
    }
    if count > SIGNS {
        return Err(TicketError::Length(count));
    }
    Ok(values)
}

fn bits(values: &[u8]) -> u128 {
    values.iter().fold(0, |all, v| all << 5 | u128::from(*v))
}

/// A ticket without the address, for a table that is found on the network: 20 signs.
///
/// It holds the token, and of the host's mark the first 52 bits instead of 64. Whoever wants to pass for
/// the host, so that the laptop shows its token to them, has to make certificates until one has a hash that
/// begins so: 2⁵² tries, weeks for the fastest computers of today and more than a workshop lasts. With the 32
/// bits that a ticket of 16 signs has room for it would be minutes, and everybody in the room can announce a
/// table; so it has four signs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortTicket {
    /// The first bits of the mark; the rest are zero.
    start: u64,
    token: Token,
}

/// Signs of a short ticket.
const SHORT: usize = 20;
/// Bits of the mark that are not in it.
const LEFT_OUT: u32 = 12;

impl Ticket {
    /// The same seat, for a laptop that finds the table by itself.
    #[must_use]
    pub fn short(&self) -> String {
        ShortTicket {
            start: start(self.pin),
            token: self.token,
        }
        .to_string()
    }
}

fn start(pin: Pin) -> u64 {
    u64::from_be_bytes(pin) >> LEFT_OUT << LEFT_OUT
}

impl ShortTicket {
    /// The whole ticket, if this table's host may be the ticket's.
    #[must_use]
    pub fn with(&self, found: &Found) -> Option<Ticket> {
        (start(found.pin) == self.start).then_some(Ticket {
            address: found.address,
            pin: found.pin,
            token: self.token,
        })
    }

    /// Token and mark, to which the sum is made.
    fn content(&self) -> u128 {
        let token = self
            .token
            .iter()
            .fold(0u128, |all, b| all << 8 | u128::from(*b));
        token << 52 | u128::from(self.start >> LEFT_OUT)
    }
}

fn short_sum(content: u128) -> u8 {
    sum(&content.to_be_bytes())
}

impl fmt::Display for ShortTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content = self.content();
        let all = content << 8 | u128::from(short_sum(content));
        f.write_str(&signs(all, 20))
    }
}

impl FromStr for ShortTicket {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, TicketError> {
        let values = values(text)?;
        if values.len() != SHORT {
            return Err(TicketError::Length(values.len()));
        }
        let bytes = bits(&values).to_be_bytes();
        let content = u128::from_be_bytes(bytes) >> 8;
        if short_sum(content) != bytes[15] {
            return Err(TicketError::Slip);
        }
        let bytes = content.to_be_bytes();
        let low = u64::from_be_bytes(bytes[8..].try_into().unwrap_or_default());
        let token = (content >> 52).to_be_bytes();
        Ok(Self {
            start: low << LEFT_OUT,
            token: token[11..].try_into().unwrap_or_default(),
        })
    }
}

/// What somebody typed where a ticket is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    Whole(Ticket),
    /// The table has to be found.
    Short(ShortTicket),
}

impl FromStr for Typed {
    type Err = TicketError;

    fn from_str(text: &str) -> Result<Self, TicketError> {
        match values(text)?.len() {
            SHORT => text.parse().map(Self::Short),
            _ => text.parse().map(Self::Whole),
        }
    }
}
