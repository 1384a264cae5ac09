//! What the format wants at a place, by its own declarations.

use crate::scenario::manifest::{Part, part};
use crate::scenario::outline::schema::{Body, Declared, Field, Holds, Ty};
use crate::scenario::outline::walk::root;

/// What a value is to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Want {
    pub what: What,
    pub list: bool,
}

/// A value that is no list.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// Nothing is known of it.
    Any,
    Text,
    Number,
    Bool,
    /// `(1, 2)`: so many values.
    Tuple(usize),
    /// `{ "path": "text" }`
    Texts,
    Known(&'static Declared),
}

/// What stands between the brackets of a value `( .. )`.
#[derive(Clone, Copy, Debug)]
pub(super) enum Inside {
    Fields(&'static str, &'static [Field]),
    /// So many values.
    Values(Want, usize),
    /// Fields or values.
    Either,
}

impl Want {
    pub const ANY: Want = Want {
        what: What::Any,
        list: false,
    };

    /// What a file of this name holds.
    pub fn of_file(file: &str) -> Self {
        match (part(file), root(file)) {
            (Some(Part::Lang(_)), _) => Self {
                what: What::Texts,
                list: false,
            },
            (_, Some(ty)) => Self::of(&ty),
            (_, None) => Self::ANY,
        }
    }

    fn of(ty: &Ty) -> Self {
        let what = match ty.name.as_str() {
            "String" => What::Text,
            "bool" => What::Bool,
            "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => What::Number,
            name if name.starts_with('(') => What::Tuple(parts(name)),
            _ => ty.look_up().map_or(What::Any, What::Known),
        };
        Self {
            what,
            list: ty.list,
        }
    }

    pub fn element(self) -> Self {
        Self {
            list: false,
            ..self
        }
    }

    fn any(self) -> bool {
        matches!(self.what, What::Any)
    }

    pub fn text(self) -> bool {
        self.any() || !self.list && matches!(self.what, What::Text)
    }

    pub fn number(self) -> bool {
        self.any() || !self.list && matches!(self.what, What::Number)
    }

    pub fn listed(self) -> bool {
        self.any() || self.list
    }

    pub fn mapped(self) -> bool {
        self.any() || !self.list && matches!(self.what, What::Texts)
    }

    /// Whether a word may stand here, alone or before a bracket.
    pub fn word(self, word: &str, bracket: bool) -> bool {
        if self.any() || matches!(word, "None" if !bracket) || word == "Some" && bracket {
            return true;
        }
        if self.list {
            return false;
        }
        match self.what {
            What::Bool => !bracket && matches!(word, "true" | "false"),
            What::Known(declared) => match &declared.holds {
                Holds::Fields(_) => bracket && word == declared.word,
                Holds::Words(words) => words
                    .iter()
                    .any(|v| v.name == word && bracket != matches!(v.body, Body::Nothing)),
            },
            _ => false,
        }
    }

    /// What stands in the brackets after a word or after none, and whether brackets may stand here.
    pub fn inside(self, word: &str) -> (Inside, bool) {
        if word == "Some" {
            return (Inside::Values(self, 1), true);
        }
        if self.list {
            return (self.element().inside(word).0, false);
        }
        match self.what {
            What::Any => (Inside::Either, true),
            What::Tuple(n) => (Inside::Values(Want::ANY, n), word.is_empty()),
            What::Known(declared) => match &declared.holds {
                Holds::Fields(fields) => {
                    let right = word.is_empty() || word == declared.word;
                    (Inside::Fields(declared.module, fields), right)
                }
                Holds::Words(words) => match words.iter().find(|v| v.name == word) {
                    Some(variant) => match &variant.body {
                        Body::Nothing => (Inside::Either, false),
                        Body::One(ty) => {
                            let one = || Self::of(&Ty::declared(declared.module, ty));
                            let parts = parts(ty);
                            let want = if parts == 1 { one() } else { Self::ANY };
                            (Inside::Values(want, parts), true)
                        }
                        Body::Fields(fields) => (Inside::Fields(declared.module, fields), true),
                    },
                    None => (Inside::Either, false),
                },
            },
            _ => (Inside::Either, false),
        }
    }

    /// Lengths of words that belong before a bracket and with which this one begins: theirs may be missing.
    pub fn heads(self, word: &str) -> Vec<usize> {
        let begins = |known: &str| word.len() > known.len() && word.starts_with(known);
        let mut out: Vec<usize> = match self.what {
            What::Known(declared) => match &declared.holds {
                Holds::Fields(_) => [declared.word.len()]
                    .into_iter()
                    .filter(|_| !declared.word.is_empty() && begins(&declared.word))
                    .collect(),
                Holds::Words(words) => words
                    .iter()
                    .filter(|v| !matches!(v.body, Body::Nothing) && begins(&v.name))
                    .map(|v| v.name.len())
                    .collect(),
            },
            _ => Vec::new(),
        };
        out.sort_unstable();
        out
    }

    pub fn of_field(module: &'static str, field: &Field) -> Self {
        Self::of(&Ty::declared(module, &field.ty))
    }
}

/// How many types stand in a declaration, beside each other.
fn parts(ty: &str) -> usize {
    let inner = ty.strip_prefix('(').and_then(|ty| ty.strip_suffix(')'));
    let (mut depth, mut parts) = (0usize, 1);
    for c in inner.unwrap_or(ty).chars() {
        match c {
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => parts += 1,
            _ => {}
        }
    }
    parts
}
