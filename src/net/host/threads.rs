//! The threads that serve the tables: a few for all of them. A thread of its own for each table would cost
//! more memory than the exercise.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::table::{Mail, Table};

/// So many tables are served beside each other; the next share their threads. A table that waits for its
/// disk keeps others of its thread waiting, not those of another.
const THREADS: usize = 8;

/// How often the clocks are moved while nothing else happens.
const TICK: Duration = Duration::from_millis(100);

enum Letter {
    Serve(Box<Table>),
    Mail(Mail),
}

/// Where a table's letters are put.
#[derive(Clone)]
pub(super) struct Letterbox {
    table: usize,
    to: Sender<(usize, Letter)>,
}

impl Letterbox {
    /// `None`: nobody reads them any more.
    pub(super) fn send(&self, mail: Mail) -> Option<()> {
        self.put(Letter::Mail(mail))
    }

    /// Has the table served by the thread that reads this box.
    pub(super) fn serve(&self, table: Table) -> Option<()> {
        self.put(Letter::Serve(Box::new(table)))
    }

    fn put(&self, letter: Letter) -> Option<()> {
        self.to.send((self.table, letter)).ok()
    }

    /// Ends the table, and waits until nothing of it runs any more.
    pub(super) fn end(&self) {
        let (done, ended) = channel();
        if self.send(Mail::Close { done }).is_some() {
            // It is dropped with a table that ends otherwise.
            let _ = ended.recv();
        }
    }
}

/// The threads, begun when they are first needed. They end with the last letterbox.
#[derive(Default)]
pub(super) struct Threads(Vec<Sender<(usize, Letter)>>);

impl Threads {
    /// A letterbox for the table of this number.
    ///
    /// # Errors
    /// If there is no room for another thread.
    pub(super) fn letterbox(&mut self, table: usize) -> std::io::Result<Letterbox> {
        let nth = table % THREADS;
        while self.0.len() <= nth {
            let (to, letters) = channel();
            std::thread::Builder::new()
                .name(format!("tables {}", self.0.len()))
                .spawn(move || serve(&letters))?;
            self.0.push(to);
        }
        let to = self.0[nth].clone();
        Ok(Letterbox { table, to })
    }
}

fn serve(letters: &Receiver<(usize, Letter)>) {
    let mut tables: BTreeMap<usize, Box<Table>> = BTreeMap::new();
    let mut next = Instant::now() + TICK;
    loop {
        match letters.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok((number, Letter::Serve(table))) => drop(tables.insert(number, table)),
            Ok((number, Letter::Mail(Mail::Close { done }))) => {
                if let Some(table) = tables.remove(&number) {
                    table.close();
                }
                // Whoever asked may be gone.
                let _ = done.send(());
            }
            Ok((number, Letter::Mail(mail))) => match tables.get_mut(&number) {
                Some(table) => {
                    if !goes_on(|| table.read(mail)) {
                        tables.remove(&number);
                    }
                }
                None => Table::is_gone(mail),
            },
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if Instant::now() >= next {
            next = Instant::now() + TICK;
            tables.retain(|_, table| goes_on(|| table.pass_time()));
        }
    }
}

/// A fault at one table ends that table, with everything on record, and none beside it. The program's own
/// report of the fault has been made by then.
fn goes_on(step: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(step)).is_ok()
}
