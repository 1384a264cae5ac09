//! The chairs of one table: what opens each, and who has it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::net::ticket::Token;
use crate::net::wire::{ChairTrouble, Hex, Role, Secret, Turned, chance};
use crate::scenario::ids::Team;

/// Longest name that a person is shown with, in characters.
const LONGEST_NAME: usize = 40;

/// So many void tokens of a chair are remembered, so that a stale ticket is told apart from a foreign one.
const LONGEST_VOID: usize = 32;

/// One chair.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chair {
    pub role: Role,
    /// As the person at it wants to be called; empty while nobody has taken it.
    pub name: String,
    token: Hex<Token>,
    /// Whose it is.
    secret: Option<Hex<Secret>>,
    /// Tokens that no longer open it.
    void: Vec<Hex<Token>>,
    /// Nothing that is done at it counts.
    #[serde(default)]
    pub locked: bool,
}

impl Chair {
    fn new(role: Role) -> std::io::Result<Self> {
        Ok(Self {
            role,
            name: String::new(),
            token: Hex(fresh_token()?),
            secret: None,
            void: Vec::new(),
            locked: false,
        })
    }

    /// Opens it with another token; whoever comes with the old one is told that it is void.
    fn open_with(&mut self, token: Token) {
        if self.void.len() >= LONGEST_VOID {
            self.void.remove(0);
        }
        self.void.push(self.token);
        self.token = Hex(token);
    }

    fn clear(&mut self) {
        self.secret = None;
        self.name.clear();
        self.locked = false;
    }

    /// Has somebody taken it?
    #[must_use]
    pub fn taken(&self) -> bool {
        self.secret.is_some()
    }

    /// What opens it, for its ticket.
    #[must_use]
    pub fn token(&self) -> Token {
        self.token.0
    }
}

fn fresh_token() -> std::io::Result<Token> {
    let mut token = Token::default();
    chance(&mut token)?;
    Ok(token)
}

/// All chairs of a table, kept beside its exercise file.
#[derive(Clone, Debug)]
pub struct Seats {
    chairs: Vec<Chair>,
    path: Option<PathBuf>,
}

/// Officers of each team besides its lead.
const OFFICERS: usize = 3;
const OBSERVERS: usize = 2;

impl Seats {
    /// The facilitator, a lead and three officers for each team, an evaluator and two observers.
    ///
    /// # Errors
    /// If there is no chance to make tokens of, or they cannot be kept.
    pub fn usual(path: Option<PathBuf>) -> std::io::Result<Self> {
        let mut chairs = vec![Chair::new(Role::Facilitator)?];
        for team in Team::BOTH {
            chairs.push(Chair::new(Role::Lead(team))?);
            for _ in 0..OFFICERS {
                chairs.push(Chair::new(Role::Officer(team))?);
            }
        }
        chairs.push(Chair::new(Role::Evaluator)?);
        for _ in 0..OBSERVERS {
            chairs.push(Chair::new(Role::Observer)?);
        }
        let seats = Self { chairs, path };
        seats.keep()?;
        Ok(seats)
    }

    /// Those that were kept here, or new ones.
    ///
    /// # Errors
    /// If the file cannot be read or is something else.
    pub fn kept_in(path: &Path) -> std::io::Result<Self> {
        if !path.exists() {
            return Self::usual(Some(path.to_owned()));
        }
        let chairs = serde_json::from_slice(&std::fs::read(path)?)?;
        let path = Some(path.to_owned());
        Ok(Self { chairs, path })
    }

    fn keep(&self) -> std::io::Result<()> {
        match &self.path {
            Some(path) => super::keep_private(path, &serde_json::to_vec(&self.chairs)?),
            None => Ok(()),
        }
    }

    #[must_use]
    pub fn chairs(&self) -> &[Chair] {
        &self.chairs
    }

    /// Every token that has ever opened a chair here.
    pub fn tokens(&self) -> impl Iterator<Item = Token> + '_ {
        self.chairs
            .iter()
            .flat_map(|c| c.void.iter().chain([&c.token]).map(|token| token.0))
    }

    /// Somebody comes with this token and secret: the chair that is theirs, and whether it is new to them.
    ///
    /// # Errors
    /// Why it is not theirs.
    pub fn enter(
        &mut self,
        token: Token,
        secret: Secret,
        name: &str,
    ) -> Result<(usize, bool), Turned> {
        let chair = self.chairs.iter().position(|c| c.token.0 == token);
        let Some(place) = chair else {
            let void = self.chairs.iter().any(|c| c.void.contains(&Hex(token)));
            return Err(if void {
                Turned::Revoked
            } else {
                Turned::Unknown
            });
        };
        let chair = &mut self.chairs[place];
        match chair.secret {
            Some(own) if own.0 == secret => return Ok((place, false)),
            Some(_) => return Err(Turned::Taken),
            None => {}
        }
        chair.secret = Some(Hex(secret));
        chair.name = called(name);
        // A seat that could not be kept would be lost with the host.
        if self.keep().is_err() {
            self.chairs[place].secret = None;
            self.chairs[place].name.clear();
            return Err(Turned::Full);
        }
        Ok((place, true))
    }

    /// Takes the chair from whoever has it; the new token opens it once.
    ///
    /// # Errors
    /// If that cannot be kept; then nothing has changed.
    pub fn renew(&mut self, place: usize) -> Result<(), ChairTrouble> {
        let token = fresh()?;
        self.change(|chairs| {
            let chair = chairs.get_mut(place).ok_or(ChairTrouble::NoSuch)?;
            chair.open_with(token);
            chair.clear();
            Ok(())
        })
    }

    /// Locks the chair, or opens it again.
    ///
    /// # Errors
    /// If that cannot be kept; then nothing has changed.
    pub fn lock(&mut self, place: usize, locked: bool) -> Result<(), ChairTrouble> {
        self.change(|chairs| {
            let chair = chairs.get_mut(place).ok_or(ChairTrouble::NoSuch)?;
            chair.locked = locked;
            Ok(())
        })
    }

    /// Whoever has the one chair has the other instead, with the same token and secret; a new token opens
    /// the one left behind.
    ///
    /// # Errors
    /// If nobody can move so, or it cannot be kept; then nothing has changed.
    pub fn move_person(&mut self, from: usize, to: usize) -> Result<(), ChairTrouble> {
        let token = fresh()?;
        self.change(|chairs| {
            let left = chairs.get(from).ok_or(ChairTrouble::NoSuch)?.clone();
            let taken = chairs.get_mut(to).ok_or(ChairTrouble::NoSuch)?;
            if !left.taken() {
                return Err(ChairTrouble::Nobody);
            }
            if taken.taken() {
                return Err(ChairTrouble::Taken);
            }
            taken.open_with(left.token());
            (taken.secret, taken.name, taken.locked) = (left.secret, left.name, left.locked);
            chairs[from].token = Hex(token);
            chairs[from].clear();
            Ok(())
        })
    }

    fn change(
        &mut self,
        act: impl FnOnce(&mut Vec<Chair>) -> Result<(), ChairTrouble>,
    ) -> Result<(), ChairTrouble> {
        let before = self.chairs.clone();
        let kept = |e: std::io::Error| ChairTrouble::NotKept(e.to_string());
        let done = act(&mut self.chairs).and_then(|()| self.keep().map_err(kept));
        if done.is_err() {
            self.chairs = before;
        }
        done
    }
}

fn fresh() -> Result<Token, ChairTrouble> {
    fresh_token().map_err(|e| ChairTrouble::NotKept(e.to_string()))
}

/// A name as it can be shown: no control signs, not too long.
fn called(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_control()).collect();
    plain.trim().chars().take(LONGEST_NAME).collect()
}
