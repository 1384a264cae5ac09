//! What belongs to the drill alone: who comes in, the level, once more; and the interview itself.
//!
//! Level 1 names kinds of questions and reasons to wait; from level 2 on nothing is named and the questions of
//! a topic are shuffled; on level 3 the person is as hard to reach as the case allows.

use std::sync::{Arc, LazyLock};

use bevy::prelude::*;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::people::{leave, people};
use super::{RoomAction, RoomUi};
use crate::app::action::Action;
use crate::app::i18n::{plain, t};
use crate::app::screens::Screen;
use crate::app::text::{Parent, grow, text};
use crate::app::theme::Type;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::dialog;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Act, Answer, Interview, Refusal};
use crate::library::{self, Invited};
use crate::scenario::ids::AskId;
use crate::session::fresh_seed;

/// Levels of the drill.
const LEVELS: [u8; 3] = [1, 2, 3];

/// Everybody who can be asked, read once. They are of no case: a drill spoils none.
pub static PEOPLE: LazyLock<Vec<Invited>> = LazyLock::new(library::practice);

/// What is asked for of the drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrillAction {
    /// Shows who can be asked.
    People,
    /// This person; asks first where an interview has begun.
    Person(usize),
    /// This level, with the same person; asks first where an interview has begun.
    Level(u8),
    /// This person on this level, whatever was there.
    Open(usize, u8),
    /// The same person once more.
    Again,
    /// The next one.
    Next,
}

/// One sitting: an interview, and what all of them came to.
#[derive(Resource, Clone, Debug)]
pub struct Drill {
    pub interview: Interview,
    level: u8,
    seed: u64,
    order: Vec<AskId>,
    interviews: u32,
    points: u32,
}

impl Drill {
    /// The interview that this seed brings on this level: the one that `liaison drill interview` has.
    ///
    /// # Panics
    /// If the program comes with nobody to practise on; the tests read them all.
    #[must_use]
    pub fn new(level: u8, seed: u64) -> Self {
        let invited = &PEOPLE[at(seed)];
        let who = &invited.who;
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let interview = if level == 3 {
            Interview::starting(Arc::clone(who), who.start.hardest())
        } else {
            Interview::varied(Arc::clone(who), &mut rng)
        };
        let interview = interview.on_level(level);
        let count = u16::try_from(who.questions.len()).unwrap_or(u16::MAX);
        let mut order: Vec<AskId> = (0..count).map(AskId).collect();
        if level > 1 {
            order.shuffle(&mut rng);
        }
        Self {
            interview,
            level,
            seed,
            order,
            interviews: 0,
            points: 0,
        }
    }

    /// How the room looks when the person comes in.
    #[must_use]
    pub fn look(&self) -> RoomUi {
        RoomUi::new(self.level == 1, self.order.clone())
    }

    fn turn_to(&mut self, level: u8, seed: u64) {
        *self = Self {
            interviews: self.interviews,
            points: self.points,
            ..Self::new(level, seed)
        };
    }

    /// Something has been done, and nobody knows yet how it ends.
    fn begun(&self) -> bool {
        let view = self.interview.view();
        view.verdict.is_none() && view.minute > 0
    }
}

/// Who comes in with this seed.
fn at(seed: u64) -> usize {
    let all = u64::try_from(PEOPLE.len()).unwrap_or(1).max(1);
    usize::try_from(seed % all).unwrap_or(0)
}

/// A seed that brings this person, as chance has the rest.
fn seed_of(person: usize) -> u64 {
    let all = u64::try_from(PEOPLE.len()).unwrap_or(1).max(1);
    let person = u64::try_from(person).unwrap_or(0);
    fresh_seed() % u64::from(u32::MAX) * all + person % all
}

/// The one way in which anything is done in the room: the drill plays it on its own interview.
pub fn play(drill: &mut Drill, act: Act) -> Result<Answer, Refusal> {
    let answer = drill.interview.act(act);
    if let Ok(Answer::Closed(verdict)) = &answer {
        drill.interviews += 1;
        drill.points += u32::from(verdict.points());
    }
    answer
}

/// Does what is asked of the drill; true if somebody else has come in.
pub fn turn(drill: &mut Drill, action: DrillAction, commands: &mut Commands) -> bool {
    let (person, level) = match action {
        DrillAction::People => {
            people(commands, at(drill.seed));
            return false;
        }
        DrillAction::Person(person) => (person, drill.level),
        DrillAction::Level(level) => (at(drill.seed), level),
        DrillAction::Open(person, level) => (person, level),
        DrillAction::Again => (at(drill.seed), drill.level),
        DrillAction::Next => (at(drill.seed.wrapping_add(1)), drill.level),
    };
    dialog::close_all(commands);
    if drill.begun() && !matches!(action, DrillAction::Open(..)) {
        leave(commands, person, level);
        return false;
    }
    let seed = match action {
        DrillAction::Next => drill.seed.wrapping_add(1),
        _ => seed_of(person),
    };
    drill.turn_to(level, seed);
    true
}

pub fn on(action: DrillAction) -> Action {
    Action::Room(RoomAction::Drill(action))
}

/// In the bar: another person, and the level.
pub fn bar(bar: &mut Parent, drill: &Drill, narrow: bool) {
    let people = on(DrillAction::People);
    let button = if narrow {
        Button::icon_only(Icon::Person, t("room-people"), people)
    } else {
        Button::normal(t("room-people"), people).icon(Icon::Person)
    };
    button.key(KeyCode::KeyP).small().spawn(bar);
    if !narrow {
        bar.spawn(text(t("room-level"), Type::LABEL.one_line()));
    }
    segments(
        bar,
        LEVELS.map(|level| {
            let act = on(DrillAction::Level(level));
            (plain(level.to_string()), level == drill.level, act)
        }),
    );
}

/// Along the foot when it is over: home, again, the next one.
pub fn after(foot: &mut Parent, drill: &Drill) {
    let tally = t("room-tally")
        .with("interviews", drill.interviews)
        .with("points", drill.points / drill.interviews.max(1));
    foot.spawn(text(tally, Type::LABEL));
    foot.spawn(grow());
    Button::normal(t("room-home"), Action::Go(Screen::Home))
        .icon(Icon::Home)
        .spawn(foot);
    Button::normal(t("room-again"), on(DrillAction::Again))
        .icon(Icon::Undo)
        .key(KeyCode::KeyA)
        .spawn(foot);
    Button::primary(t("room-next"), on(DrillAction::Next))
        .after(Icon::ArrowRight)
        .key(KeyCode::KeyN)
        .first()
        .spawn(foot);
}
