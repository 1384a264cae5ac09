//! A language server for case folders: an editor shows what `liaison check` would say while a case is typed, and
//! completes, explains and finds ids.
//!
//! The whole case is read anew whenever something has been typed and no further message waits. What is not saved
//! counts as if it were. Nothing is ever written: changes are proposed, and the editor makes them.

mod actions;
mod address;
mod answers;
mod cases;
mod ids;
mod position;
mod wire;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use lsp_types::{
    DiagnosticSeverity, DidChangeTextDocumentParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, NumberOrString, PublishDiagnosticsParams, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::scenario::{CaseSource, Diagnostic, Severity};
use cases::Cases;
use position::Lines;
use wire::Incoming;

/// Serves an editor until it says `exit` or is gone. True if it said `shutdown` before that.
///
/// # Errors
/// If the editor cannot be written to.
pub fn serve(input: impl BufRead + Send + 'static, output: &mut impl Write) -> io::Result<bool> {
    let (sender, receiver) = channel();
    // It ends with the input, or with the process.
    std::thread::spawn(move || {
        let mut input = input;
        loop {
            let incoming = wire::read(&mut input).unwrap_or(Incoming::End);
            let end = matches!(incoming, Incoming::End);
            if sender.send(incoming).is_err() || end {
                return;
            }
        }
    });
    let mut server = Server {
        output,
        cases: Cases::default(),
        greeted: false,
        leaving: false,
        waiting: false,
        told: BTreeMap::new(),
    };
    server.run(&receiver)?;
    Ok(server.leaving)
}

struct Server<'o, W> {
    output: &'o mut W,
    cases: Cases,
    /// `initialize` has been answered.
    greeted: bool,
    /// `shutdown` has been answered.
    leaving: bool,
    /// Something has been typed since the cases were last checked.
    waiting: bool,
    /// Files with problems that the editor shows, by the folder of their case.
    told: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

impl<W: Write> Server<'_, W> {
    fn run(&mut self, receiver: &Receiver<Incoming>) -> io::Result<()> {
        loop {
            let incoming = match receiver.try_recv() {
                Ok(incoming) => incoming,
                Err(TryRecvError::Disconnected) => return Ok(()),
                Err(TryRecvError::Empty) => {
                    if std::mem::take(&mut self.waiting) {
                        self.check()?;
                        continue;
                    }
                    match receiver.recv() {
                        Ok(incoming) => incoming,
                        Err(_) => return Ok(()),
                    }
                }
            };
            match incoming {
                Incoming::End => return Ok(()),
                Incoming::Nonsense(code, why) => wire::complain(self.output, code, &why)?,
                Incoming::Message(Message::Request(request)) => self.request(request)?,
                Incoming::Message(Message::Notification(notification)) => {
                    if notification.method == "exit" {
                        return Ok(());
                    }
                    self.notice(notification);
                }
                // Nothing is asked of the editor.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    fn send(&mut self, message: impl Into<Message>) -> io::Result<()> {
        message.into().write(self.output)
    }

    fn request(&mut self, request: Request) -> io::Result<()> {
        let Request { id, method, params } = request;
        let answer = match method.as_str() {
            _ if self.leaving => Err((
                ErrorCode::InvalidRequest,
                "the server is shutting down".to_owned(),
            )),
            "initialize" if self.greeted => Err((
                ErrorCode::InvalidRequest,
                "`initialize` has been answered already".to_owned(),
            )),
            "initialize" => {
                self.greeted = true;
                Ok(greeting())
            }
            _ if !self.greeted => Err((
                ErrorCode::ServerNotInitialized,
                "`initialize` has to come first".to_owned(),
            )),
            "shutdown" => {
                self.leaving = true;
                Ok(Value::Null)
            }
            "textDocument/completion" => self.answer(params, answers::completion),
            "textDocument/hover" => self.answer(params, answers::hover),
            "textDocument/definition" => self.answer(params, answers::definition),
            "textDocument/codeAction" => self.answer(params, actions::actions),
            "textDocument/references" => self.answer(params, ids::references),
            "textDocument/prepareRename" => self.answer(params, ids::prepare),
            "textDocument/rename" => serde_json::from_value(params)
                .map_err(|e| (ErrorCode::InvalidParams, e.to_string()))
                .and_then(|asked| {
                    let done = ids::renamed(&mut self.cases, &asked);
                    done.map_err(|why| (ErrorCode::RequestFailed, why))
                }),
            _ => Err((
                ErrorCode::MethodNotFound,
                format!("there is no `{method}` here"),
            )),
        };
        self.send(match answer {
            Ok(value) => Response::new_ok(id, value),
            Err((code, why)) => Response::new_err(id, code as i32, why),
        })
    }

    fn answer<P: DeserializeOwned>(
        &mut self,
        params: Value,
        how: impl FnOnce(&mut Cases, P) -> Option<Value>,
    ) -> Result<Value, (ErrorCode, String)> {
        let params = serde_json::from_value(params)
            .map_err(|e| (ErrorCode::InvalidParams, e.to_string()))?;
        Ok(how(&mut self.cases, params).unwrap_or(Value::Null))
    }

    fn notice(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(p) = serde_json::from_value::<DidOpenTextDocumentParams>(params) {
                    let document = p.text_document;
                    self.typed(&document.uri, document.text, document.version);
                }
            }
            "textDocument/didChange" => {
                if let Ok(mut p) = serde_json::from_value::<DidChangeTextDocumentParams>(params) {
                    // Whole texts were asked for.
                    if let Some(last) = p.content_changes.pop().filter(|c| c.range.is_none()) {
                        self.typed(&p.text_document.uri, last.text, p.text_document.version);
                    }
                }
            }
            "textDocument/didClose" => {
                if let Ok(p) = serde_json::from_value::<DidCloseTextDocumentParams>(params)
                    && let Some(path) = address::path(&p.text_document.uri)
                {
                    self.cases.close(&path);
                    self.cases.stale();
                    self.waiting = true;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => {
                self.cases.stale();
                self.waiting = true;
            }
            // What an editor may say and nobody here needs to hear.
            _ => {}
        }
    }

    fn typed(&mut self, uri: &Uri, text: String, version: i32) {
        if let Some(path) = address::path(uri) {
            self.cases.typed(path, text, version);
            self.waiting = true;
        }
    }

    /// Tells the problems of every case that a file is open of; files without problems any more are cleared.
    fn check(&mut self) -> io::Result<()> {
        let folders = self.cases.folders();
        let gone: Vec<PathBuf> = (self.told.keys())
            .filter(|folder| !folders.contains(*folder))
            .cloned()
            .collect();
        for folder in gone {
            for path in self.told.remove(&folder).unwrap_or_default() {
                self.publish(&path, Vec::new())?;
            }
        }
        for folder in folders {
            let source = self.cases.source(&folder);
            let mut by_file: BTreeMap<PathBuf, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
            for diagnostic in self.cases.problems(&folder) {
                let told = shown(&source, &diagnostic);
                let path = folder.join(&diagnostic.file);
                by_file.entry(path).or_default().push(told);
            }
            let now: BTreeSet<PathBuf> = by_file.keys().cloned().collect();
            let before = self.told.insert(folder, now.clone()).unwrap_or_default();
            for path in before.difference(&now) {
                self.publish(path, Vec::new())?;
            }
            for (path, diagnostics) in by_file {
                self.publish(&path, diagnostics)?;
            }
        }
        Ok(())
    }

    fn publish(
        &mut self,
        path: &std::path::Path,
        diagnostics: Vec<lsp_types::Diagnostic>,
    ) -> io::Result<()> {
        let Some(uri) = address::uri(path) else {
            return Ok(());
        };
        let version = self.cases.version(path);
        let params = PublishDiagnosticsParams {
            uri,
            diagnostics,
            version,
        };
        let method = "textDocument/publishDiagnostics".to_owned();
        self.send(Notification::new(method, params))
    }
}

/// What the server can do.
fn greeting() -> Value {
    json!({
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": { "openClose": true, "change": 1, "save": true },
            "completionProvider": { "triggerCharacters": ["\"", "(", ":", " ", "."] },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "renameProvider": { "prepareProvider": true },
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
        },
        "serverInfo": { "name": "liaison", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// A problem as editors show it.
fn shown(source: &CaseSource, diagnostic: &Diagnostic) -> lsp_types::Diagnostic {
    let text = source.text(&diagnostic.file).unwrap_or_default();
    let mut message = diagnostic.message.clone();
    if let Some(suggestion) = &diagnostic.suggestion {
        message.push_str(" — ");
        message.push_str(suggestion);
    }
    lsp_types::Diagnostic {
        range: Lines::new(text).span(&diagnostic.span),
        severity: Some(match diagnostic.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(diagnostic.code.code().to_owned())),
        source: Some("liaison".to_owned()),
        message,
        ..lsp_types::Diagnostic::default()
    }
}
