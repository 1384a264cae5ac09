//! Work that goes on beside whoever asked for it, and tells as it comes about.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex};

/// Work that tells of `T`; dropped, it is asked to end.
#[derive(Debug)]
pub(crate) struct Background<T> {
    stop: Arc<AtomicBool>,
    told: Mutex<Receiver<T>>,
}

/// The work's end of it.
pub(crate) struct Teller<T> {
    stop: Arc<AtomicBool>,
    tell: Sender<T>,
}

impl<T> Teller<T> {
    /// Tells something; false if nobody listens any more.
    pub fn tell(&self, what: T) -> bool {
        self.tell.send(what).is_ok()
    }

    /// Whether it shall end, for work that looks for itself.
    pub fn stopped(&self) -> &AtomicBool {
        &self.stop
    }
}

impl<T: Send + 'static> Background<T> {
    /// Begins on a thread of this name.
    ///
    /// # Errors
    /// If there is no room for a thread.
    pub fn begin(name: &str, work: impl FnOnce(&Teller<T>) + Send + 'static) -> io::Result<Self> {
        let (tell, told) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let teller = Teller {
            stop: Arc::clone(&stop),
            tell,
        };
        std::thread::Builder::new()
            .name(name.into())
            .spawn(move || work(&teller))?;
        Ok(Self {
            stop,
            told: Mutex::new(told),
        })
    }
}

impl<T> Background<T> {
    /// Asks it to end; what it tells until then is heard.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// The next thing that it told, if there is one; [`TryRecvError::Disconnected`] once it is over.
    pub fn next(&self) -> Result<T, TryRecvError> {
        match self.told.lock() {
            Ok(told) => told.try_recv(),
            Err(_) => Err(TryRecvError::Disconnected),
        }
    }

    /// The last thing that it has told since it was asked before. An error as with [`Background::next`].
    pub fn last(&self) -> Result<T, TryRecvError> {
        let mut last = self.next()?;
        while let Ok(later) = self.next() {
            last = later;
        }
        Ok(last)
    }
}

impl<T> Drop for Background<T> {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything until it is over.
    fn all(work: &Background<u32>) -> Vec<u32> {
        let mut all = Vec::new();
        loop {
            match work.next() {
                Ok(n) => all.push(n),
                Err(TryRecvError::Empty) => std::thread::yield_now(),
                Err(TryRecvError::Disconnected) => return all,
            }
        }
    }

    #[test]
    fn what_is_told_is_heard_in_its_order_to_the_end() {
        let work = Background::begin("test", |teller| {
            for n in 0..5 {
                teller.tell(n);
            }
        });
        assert_eq!(all(&work.expect("a thread")), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn work_that_is_asked_to_end_says_what_it_has() {
        let work = Background::begin("test", |teller| {
            while !teller.stopped().load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            teller.tell(7);
        });
        let work = work.expect("a thread");
        assert_eq!(work.last(), Err(TryRecvError::Empty));
        work.stop();
        assert_eq!(all(&work), [7]);
    }

    #[test]
    fn nobody_who_is_gone_is_waited_for() {
        let (ended, end) = channel();
        let work = Background::begin("test", move |teller| {
            while teller.tell(0) {
                std::thread::yield_now();
            }
            let _ = ended.send(());
        });
        drop(work.expect("a thread"));
        assert_eq!(end.recv(), Ok(()));
    }
}
