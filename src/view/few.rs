//! A few different things.

/// Most things that are still told apart.
const MOST: usize = 4;

/// Different things, not more than a few of them, in the order in which they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Few<T>([Option<T>; MOST]);

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T> Few<T> {
    pub const NONE: Self = Self([const { None }; MOST]);
}

impl<T: Copy + Eq> Few<T> {
    pub fn one(thing: T) -> Self {
        let mut few = Self::NONE;
        few.0[0] = Some(thing);
        few
    }

    pub fn is_empty(self) -> bool {
        self.0[0].is_none()
    }

    pub fn iter(self) -> impl Iterator<Item = T> {
        self.0.into_iter().map_while(|thing| thing)
    }

    /// Takes in those of another; false if not all of them found room.
    pub fn take_in(&mut self, other: Self) -> bool {
        other.iter().all(|thing| {
            let place = self.0.iter_mut().find(|t| t.is_none_or(|t| t == thing));
            place.is_some_and(|place| {
                *place = Some(thing);
                true
            })
        })
    }
}
