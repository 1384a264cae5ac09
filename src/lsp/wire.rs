//! Messages on a pipe: a head with the length, then JSON.
//!
//! A message that is none is answered and passed over; one that is too large is read past and never kept. So an
//! editor that sends nonsense once is served on.

use std::io::{self, BufRead, Read as _, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::json;

/// Largest message that is taken: twice what a case may hold, as JSON writes it.
const MAX_MESSAGE: u64 = 64 * 1024 * 1024;
/// Longest line of a head.
const MAX_HEAD: u64 = 4 * 1024;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    Message(Message),
    /// Something that is no message, and why.
    Nonsense(ErrorCode, String),
    /// Nobody is there any more.
    End,
}

/// Reads the next message.
///
/// # Errors
/// If the pipe cannot be read.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Incoming> {
    let mut length: Option<u64> = None;
    let mut seen = false;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(MAX_HEAD).read_until(b'\n', &mut line)? == 0 {
            return Ok(Incoming::End);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches(['\r', '\n']);
        if line.is_empty() {
            if !seen {
                continue;
            }
            break;
        }
        seen = true;
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let Some(length) = length else {
        return Ok(Incoming::Nonsense(
            ErrorCode::ParseError,
            "a message without its length".to_owned(),
        ));
    };
    if length > MAX_MESSAGE {
        let passed = io::copy(&mut input.by_ref().take(length), &mut io::sink())?;
        if passed < length {
            return Ok(Incoming::End);
        }
        let why = format!("the message has {length} bytes; {MAX_MESSAGE} are taken");
        return Ok(Incoming::Nonsense(ErrorCode::InvalidRequest, why));
    }
    // The length is believed as far as bytes really come.
    let mut body = Vec::new();
    input.by_ref().take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(Incoming::End);
    }
    Ok(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(e) => Incoming::Nonsense(ErrorCode::ParseError, format!("not a message: {e}")),
    })
}

/// The answer to what is no message: nobody knows which request it was.
///
/// # Errors
/// If the pipe cannot be written.
pub(super) fn complain(output: &mut impl Write, code: ErrorCode, why: &str) -> io::Result<()> {
    let body = json!({
        "jsonrpc": "2.0",
        "id": null,
        "error": { "code": code as i32, "message": why },
    })
    .to_string();
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}
