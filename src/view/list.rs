//! A list of which only what has changed is sent.

use std::sync::Arc;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How a list is now, told to somebody who knows how it was.
///
/// In one process it is the list itself, shared. Over a wire go only its length and what stands anew at
/// which places.
#[derive(Clone, Debug)]
pub struct ListDelta<T>(Told<T>);

#[derive(Clone, Debug)]
enum Told<T> {
    Here {
        list: Arc<Vec<T>>,
        /// Places, in order.
        changed: Vec<u32>,
    },
    Sent(Sent<T>),
}

/// What goes over a wire.
#[derive(Clone, Debug, Deserialize)]
struct Sent<T> {
    len: u32,
    /// In order.
    now: Vec<(u32, T)>,
}

impl<T> ListDelta<T> {
    /// The list as it is now, with the places at which it has changed or grown, in order. What is shorter
    /// than it was has lost its end.
    #[must_use]
    pub(super) fn new(list: &Arc<Vec<T>>, changed: Vec<u32>) -> Self {
        let list = Arc::clone(list);
        Self(Told::Here { list, changed })
    }

    fn len(&self) -> u32 {
        match &self.0 {
            Told::Here { list, .. } => place(list.len()),
            Told::Sent(sent) => sent.len,
        }
    }

    /// What has changed, with its places.
    fn now(&self) -> Vec<(u32, &T)> {
        match &self.0 {
            Told::Here { list, changed } => {
                let at = |n: &u32| Some((*n, list.get(*n as usize)?));
                changed.iter().filter_map(at).collect()
            }
            Told::Sent(sent) => sent.now.iter().map(|(n, x)| (*n, x)).collect(),
        }
    }
}

impl<T: Clone> ListDelta<T> {
    /// Brings a list up to date. What does not follow from it, because it is another list than the one
    /// that changed, is left out.
    pub fn apply(self, old: &mut Arc<Vec<T>>) {
        match self.0 {
            Told::Here { list, .. } => *old = list,
            Told::Sent(sent) => {
                let list = Arc::make_mut(old);
                list.truncate(sent.len as usize);
                for (n, x) in sent.now {
                    let end = list.len();
                    match list.get_mut(n as usize) {
                        Some(there) => *there = x,
                        None if n as usize == end => list.push(x),
                        None => {}
                    }
                }
            }
        }
    }
}

impl<T: PartialEq> ListDelta<T> {
    /// What has changed from one list to another; `None`: nothing.
    #[must_use]
    pub(super) fn between(old: &[T], new: &Arc<Vec<T>>) -> Option<Self> {
        let differs = |(n, x): (usize, &T)| (old.get(n) != Some(x)).then(|| place(n));
        let changed: Vec<u32> = new.iter().enumerate().filter_map(differs).collect();
        (!changed.is_empty() || old.len() != new.len()).then(|| Self::new(new, changed))
    }
}

/// A place in a list. No list of an exercise is longer.
pub(super) fn place(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The same is told.
impl<T: PartialEq> PartialEq for ListDelta<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.now() == other.now()
    }
}

impl<T: Eq> Eq for ListDelta<T> {}

impl<T: Serialize> Serialize for ListDelta<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut told = to.serialize_struct("ListDelta", 2)?;
        told.serialize_field("len", &self.len())?;
        told.serialize_field("now", &self.now())?;
        told.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ListDelta<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Sent::deserialize(from).map(|sent| Self(Told::Sent(sent)))
    }
}
