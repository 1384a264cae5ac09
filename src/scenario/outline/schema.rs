//! The format as its own sources declare it: which fields a thing has, which words a field takes, and what is
//! written above each. So whatever is said of a field to an author is what is said to who changes the program.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The modules that declare the format, by name.
const SOURCES: &[(&str, &str)] = &[
    ("file", include_str!("../file.rs")),
    ("msel", include_str!("../msel.rs")),
    ("authority", include_str!("../authority.rs")),
    ("operations", include_str!("../operations.rs")),
    ("evaluation", include_str!("../evaluation.rs")),
    ("interviews", include_str!("../interviews/file.rs")),
    ("documents", include_str!("../documents/file.rs")),
    ("questionnaires", include_str!("../questionnaires.rs")),
    ("primary_line", include_str!("../primary_line/mod.rs")),
    ("words", include_str!("../words.rs")),
    ("ids", include_str!("../ids.rs")),
];

/// One field.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Field {
    pub name: String,
    /// As it is declared: `Option<String>`.
    pub ty: String,
    pub doc: String,
    /// It may be left out.
    pub optional: bool,
}

/// What a word is followed by.
#[derive(Clone, Debug)]
pub(in crate::scenario) enum Body {
    Nothing,
    One(String),
    Fields(Vec<Field>),
}

/// One word of several.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Variant {
    pub name: String,
    pub doc: String,
    pub body: Body,
}

/// What a type holds.
#[derive(Clone, Debug)]
pub(in crate::scenario) enum Holds {
    Fields(Vec<Field>),
    Words(Vec<Variant>),
}

/// One type of the format.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Declared {
    pub module: &'static str,
    pub name: String,
    /// The name before its bracket in a file: `Item`.
    pub word: String,
    pub doc: String,
    pub holds: Holds,
}

/// A type as a value has it: a name, and whether it is a list of such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario) struct Ty {
    pub module: &'static str,
    pub name: String,
    pub list: bool,
}

impl Ty {
    pub fn new(module: &'static str, name: &str, list: bool) -> Self {
        Self {
            module,
            name: name.to_owned(),
            list,
        }
    }

    /// `Option<Vec<X>>` as it stands in a declaration of a module.
    pub fn declared(module: &'static str, ty: &str) -> Self {
        let (mut inner, mut list) = (ty.trim(), false);
        while let Some((outer, rest)) = inner.split_once('<') {
            let Some(rest) = rest.strip_suffix('>') else {
                break;
            };
            list |= outer == "Vec";
            inner = rest;
        }
        Self::new(module, inner, list)
    }

    /// One of the list.
    pub fn element(&self) -> Self {
        Self {
            list: false,
            ..self.clone()
        }
    }

    /// How it is declared; nothing for what has no parts.
    pub fn look_up(&self) -> Option<&'static Declared> {
        let all = types().get(self.name.as_str())?;
        all.iter()
            .find(|d| d.module == self.module)
            .or_else(|| all.first())
    }
}

fn types() -> &'static BTreeMap<String, Vec<Declared>> {
    static TYPES: OnceLock<BTreeMap<String, Vec<Declared>>> = OnceLock::new();
    TYPES.get_or_init(|| {
        let mut out: BTreeMap<String, Vec<Declared>> = BTreeMap::new();
        for (module, text) in SOURCES {
            for declared in Parse::default().all(module, text) {
                out.entry(declared.name.clone()).or_default().push(declared);
            }
        }
        out
    })
}

/// Reads declarations line by line, as the formatter lays them out.
#[derive(Default)]
struct Parse {
    doc: Vec<String>,
    /// What stood in the attributes since the last declaration.
    marks: String,
    open: Option<Declared>,
    /// The variant whose fields are being read.
    variant: Option<(Variant, Vec<Field>)>,
    /// Inside of the macro that declares plain words.
    words: bool,
    /// Every field of what is open may be left out.
    defaults: bool,
}

impl Parse {
    fn all(mut self, module: &'static str, text: &str) -> Vec<Declared> {
        let mut out = Vec::new();
        for line in text.lines() {
            let deep = line.len() - line.trim_start().len();
            let line = line.trim();
            if let Some(doc) = line.strip_prefix("///") {
                self.doc.push(doc.trim().to_owned());
            } else if line.starts_with("#[") {
                self.marks.push_str(line);
            } else if line == "words! {" {
                self.words = true;
            } else if self.open.is_none() {
                self.begin(module, line, deep);
            } else if line == "}" && deep == if self.words { 4 } else { 0 } {
                out.extend(self.open.take());
                self.clear();
            } else {
                self.part(line);
            }
            if line == "}" && deep == 0 {
                self.words = false;
            }
        }
        out
    }

    fn clear(&mut self) {
        self.doc.clear();
        self.marks.clear();
    }

    fn begin(&mut self, module: &'static str, line: &str, deep: usize) {
        let head = line.strip_suffix(" {").unwrap_or_default();
        let (name, fields) = if let Some(name) = head.strip_prefix("pub struct ") {
            (name, true)
        } else if let Some(name) = head.strip_prefix("pub enum ") {
            (name, false)
        } else if self.words && deep == 4 && !head.contains([' ', '(', ')']) {
            (head, false)
        } else {
            if !line.is_empty() {
                self.clear();
            }
            return;
        };
        if name.is_empty() {
            return self.clear();
        }
        self.defaults = self.marks.contains("default,") || self.marks.contains("(default)");
        let renamed = self.marks.split("rename = \"").nth(1);
        let word = renamed
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        self.open = Some(Declared {
            module,
            name: name.to_owned(),
            word: word.to_owned(),
            doc: self.doc.join(" "),
            holds: if fields {
                Holds::Fields(Vec::new())
            } else {
                Holds::Words(Vec::new())
            },
        });
        self.clear();
    }

    fn field(&mut self, line: &str) -> Option<Field> {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let (name, ty) = line.strip_suffix(',').unwrap_or(line).split_once(": ")?;
        let field = Field {
            optional: self.defaults || self.marks.contains("default") || ty.starts_with("Option<"),
            name: name.to_owned(),
            ty: ty.to_owned(),
            doc: self.doc.join(" "),
        };
        self.clear();
        Some(field)
    }

    fn part(&mut self, line: &str) {
        if let Some((mut variant, mut fields)) = self.variant.take() {
            if line.starts_with('}') {
                variant.body = Body::Fields(fields);
                self.push(variant);
            } else {
                fields.extend(self.field(line));
                self.variant = Some((variant, fields));
            }
            return;
        }
        if matches!(self.open.as_ref().map(|o| &o.holds), Some(Holds::Fields(_))) {
            let field = self.field(line);
            if let Some(Declared {
                holds: Holds::Fields(fields),
                ..
            }) = &mut self.open
            {
                fields.extend(field);
            }
            return;
        }
        let line = line.strip_suffix(',').unwrap_or(line);
        let name: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        if name.is_empty() {
            return;
        }
        let rest = line[name.len()..].trim();
        let mut variant = Variant {
            name,
            doc: self.doc.join(" "),
            body: Body::Nothing,
        };
        self.clear();
        if let Some(ty) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
            variant.body = Body::One(ty.to_owned());
        } else if let Some(fields) = rest.strip_prefix('{').and_then(|r| r.strip_suffix('}')) {
            let fields = fields.split(", ").filter_map(|f| self.field(f.trim()));
            variant.body = Body::Fields(fields.collect());
        } else if rest == "{" {
            self.variant = Some((variant, Vec::new()));
            return;
        }
        self.push(variant);
    }

    fn push(&mut self, variant: Variant) {
        if let Some(Declared {
            holds: Holds::Words(words),
            ..
        }) = &mut self.open
        {
            words.push(variant);
        }
    }
}
