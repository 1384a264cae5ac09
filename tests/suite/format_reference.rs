//! `docs/format-reference.md`: every file, thing, field and word of the format, from the comments beside the code
//! that reads them. `UPDATE_GOLDEN=1` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use syn::{Attribute, Fields, Item, ItemEnum, ItemStruct, Type};

/// Files that have the types, and what is written in each file of a case: its root type and whether it is a list.
const SOURCES: [&str; 12] = [
    "scenario/file.rs",
    "scenario/msel.rs",
    "scenario/operations.rs",
    "scenario/evaluation.rs",
    "scenario/questionnaires.rs",
    "scenario/authority.rs",
    "scenario/documents/file.rs",
    "scenario/interviews/file.rs",
    "scenario/primary_line/mod.rs",
    "document/mod.rs",
    "document/zone.rs",
    "document/fraud.rs",
];

/// A file of a case; the type of its source; is it a list?
const ROOTS: [(&str, &str, &str, bool); 20] = [
    ("scenario.ron", "scenario/file.rs", "CaseFile", false),
    ("officers.ron", "scenario/file.rs", "OfficerFile", true),
    ("subjects.ron", "scenario/file.rs", "SubjectFile", true),
    ("map.ron", "scenario/file.rs", "MapFile", false),
    ("people.ron", "scenario/file.rs", "PersonFile", true),
    ("intel.ron", "scenario/file.rs", "ItemFile", true),
    ("tasks.ron", "scenario/file.rs", "TaskFile", true),
    (
        "authorities.ron",
        "scenario/authority.rs",
        "AuthorityFile",
        true,
    ),
    ("injects.ron", "scenario/file.rs", "InjectFile", true),
    ("network.ron", "scenario/msel.rs", "NetworkFile", false),
    (
        "operations.ron",
        "scenario/operations.rs",
        "OperationFile",
        true,
    ),
    (
        "lines/<name>.ron",
        "scenario/primary_line/mod.rs",
        "ProfileFile",
        false,
    ),
    (
        "interviews/<name>.ron",
        "scenario/interviews/file.rs",
        "InterviewFile",
        false,
    ),
    (
        "documents/<name>.ron",
        "scenario/documents/file.rs",
        "DocumentFile",
        true,
    ),
    ("milestones.ron", "scenario/file.rs", "MilestoneFile", true),
    ("theory.ron", "scenario/file.rs", "TheoryFile", false),
    ("objectives.ron", "scenario/file.rs", "ObjectiveFile", true),
    (
        "evaluation.ron",
        "scenario/evaluation.rs",
        "CapabilityFile",
        true,
    ),
    ("truth.ron", "scenario/file.rs", "TruthFile", false),
    (
        "questionnaires.ron",
        "scenario/questionnaires.rs",
        "SurveyFile",
        true,
    ),
];

/// A type of the format.
enum Thing {
    Struct(ItemStruct),
    Enum(ItemEnum),
}

/// By source and name.
type Things = BTreeMap<(&'static str, String), Thing>;

/// The closed vocabularies: name, what it is, words with what they mean.
type Words = BTreeMap<String, (String, Vec<(String, String)>)>;

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn things() -> Things {
    let mut things = Things::new();
    for name in SOURCES {
        let file = syn::parse_file(&source(name)).expect("a source file");
        for item in file.items {
            match item {
                Item::Struct(of) => {
                    things.insert((name, of.ident.to_string()), Thing::Struct(of));
                }
                Item::Enum(of) => {
                    things.insert((name, of.ident.to_string()), Thing::Enum(of));
                }
                _ => {}
            }
        }
    }
    things
}

/// `words! { /// what  Name { /// meaning  Word = "key", } }`
fn vocabularies() -> Words {
    let text = source("scenario/words.rs");
    let body = text.split("\nwords! {").nth(1).expect("the words");
    let mut words = Words::new();
    let (mut doc, mut open): (String, Option<String>) = (String::new(), None);
    for line in body.lines().map(str::trim) {
        if line == "}" {
            if open.take().is_none() {
                break;
            }
            doc.clear();
        } else if let Some(more) = line.strip_prefix("///") {
            if !doc.is_empty() {
                doc.push(' ');
            }
            doc.push_str(more.trim());
        } else if let Some(name) = line.strip_suffix('{') {
            let name = name.trim().to_owned();
            words.insert(name.clone(), (std::mem::take(&mut doc), Vec::new()));
            open = Some(name);
        } else if let Some((word, _)) = line.split_once(" = ")
            && let Some(of) = open.as_ref().and_then(|name| words.get_mut(name))
        {
            of.1.push((word.to_owned(), std::mem::take(&mut doc)));
        }
    }
    words
}

/// What the comment says, in one line, without the marks that only a programmer needs.
fn doc(attrs: &[Attribute]) -> String {
    let mut out = String::new();
    for attr in attrs.iter().filter(|a| a.path().is_ident("doc")) {
        let syn::Meta::NameValue(of) = &attr.meta else {
            continue;
        };
        let syn::Expr::Lit(lit) = &of.value else {
            continue;
        };
        let syn::Lit::Str(text) = &lit.lit else {
            continue;
        };
        let text = text.value();
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(text.trim());
    }
    // `[`x`]` and the like link to code.
    out.replace("[`", "`")
        .replace("`]", "`")
        .replace('|', "\\|")
}

/// What a serde attribute says of the name or of what may be left out.
fn serde(attrs: &[Attribute], wanted: &str) -> Option<String> {
    let mut found = None;
    for attr in attrs.iter().filter(|a| a.path().is_ident("serde")) {
        let _ = attr.parse_nested_meta(|meta| {
            let value = match meta.value() {
                Ok(value) => value.parse::<syn::LitStr>().map(|l| l.value()).ok(),
                Err(_) => Some(String::new()),
            };
            if meta.path.is_ident(wanted) {
                found = value;
            }
            Ok(())
        });
    }
    found
}

/// What a type is called in a file.
fn called(name: &str, attrs: &[Attribute]) -> String {
    let short = name.strip_suffix("File").unwrap_or(name).to_owned();
    serde(attrs, "rename").unwrap_or(short)
}

struct Told<'a> {
    things: &'a Things,
    words: &'a Words,
    /// Types of which somebody has read, and those that are still to be told, in the order of their meeting.
    met: BTreeSet<(&'static str, String)>,
    waiting: Vec<(&'static str, String)>,
    used: BTreeSet<String>,
}

impl Told<'_> {
    /// The type in words, and what it leads on to.
    fn of(&mut self, at: &'static str, ty: &Type) -> (String, bool) {
        let Type::Path(path) = ty else {
            return match ty {
                Type::Tuple(all) => {
                    let parts: Vec<String> = all.elems.iter().map(|t| self.of(at, t).0).collect();
                    (format!("({})", parts.join(", ")), false)
                }
                Type::Array(array) => (format!("list of {}", self.of(at, &array.elem).0), false),
                _ => ("value".into(), false),
            };
        };
        let last = path.path.segments.last().expect("a name");
        let name = last.ident.to_string();
        let inner: Vec<&Type> = match &last.arguments {
            syn::PathArguments::AngleBracketed(args) => args
                .args
                .iter()
                .filter_map(|arg| match arg {
                    syn::GenericArgument::Type(ty) => Some(ty),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        match (name.as_str(), &inner[..]) {
            ("Option", [one]) => (self.of(at, one).0, true),
            ("Box", [one]) => self.of(at, one),
            ("Vec", [one]) => (format!("list of {}", self.of(at, one).0), false),
            // Not the two services of the card, which are called so in the files.
            ("Team", _) => ("`North` or `South`".into(), false),
            ("String", _) => ("text".into(), false),
            ("bool", _) => ("`true` or `false`".into(), false),
            ("u8" | "u16" | "u32" | "u64" | "usize", _) => ("number".into(), false),
            ("i8" | "i16" | "i32" | "i64", _) => ("number, may be negative".into(), false),
            _ => {
                if self.words.contains_key(&name) {
                    self.used.insert(name.clone());
                    return (format!("[{name}](#{})", name.to_lowercase()), false);
                }
                let own = (at, name.clone());
                let key = if self.things.contains_key(&own) {
                    own
                } else {
                    let found = self.things.keys().find(|(_, n)| *n == name);
                    let Some(found) = found else {
                        return (format!("`{name}`"), false);
                    };
                    found.clone()
                };
                let title = match &self.things[&key] {
                    Thing::Struct(of) => called(&name, &of.attrs),
                    Thing::Enum(of) => called(&name, &of.attrs),
                };
                if self.met.insert(key.clone()) {
                    self.waiting.push(key);
                }
                (format!("`{title}`"), false)
            }
        }
    }

    /// `attrs`: of what has the fields; with a default of its own every field may be left out.
    fn fields(
        &mut self,
        out: &mut String,
        at: &'static str,
        fields: &Fields,
        (attrs, indent): (&[Attribute], &str),
    ) {
        let all = serde(attrs, "default").is_some();
        for field in fields {
            let (ty, optional) = self.of(at, &field.ty);
            let default = all || serde(&field.attrs, "default").is_some();
            let name = field.ident.as_ref().map(ToString::to_string);
            let name = serde(&field.attrs, "rename").or(name);
            let may = if optional || default {
                ", may be left out"
            } else {
                ""
            };
            let said = doc(&field.attrs);
            let said = if said.is_empty() {
                String::new()
            } else {
                format!(": {said}")
            };
            match name {
                Some(name) => {
                    let _ = writeln!(out, "{indent}- `{name}` ({ty}{may}){said}");
                }
                None => {
                    let _ = writeln!(out, "{indent}- {ty}{said}");
                }
            }
        }
    }

    fn tell(&mut self, out: &mut String, at: &'static str, name: &str, title: &str) {
        let things = self.things;
        match &things[&(at, name.to_owned())] {
            Thing::Struct(of) => {
                let said = doc(&of.attrs);
                let _ = writeln!(out, "{title}\n\n{said}\n");
                self.fields(out, at, &of.fields, (&of.attrs, ""));
            }
            Thing::Enum(of) => {
                let said = doc(&of.attrs);
                let _ = writeln!(out, "{title}\n\n{said}\n");
                for variant in &of.variants {
                    let name = serde(&variant.attrs, "rename");
                    let name = name.unwrap_or_else(|| variant.ident.to_string());
                    let said = doc(&variant.attrs);
                    let said = if said.is_empty() {
                        String::new()
                    } else {
                        format!(": {said}")
                    };
                    let form = match &variant.fields {
                        Fields::Unit => name,
                        Fields::Unnamed(_) => format!("{name}(…)"),
                        Fields::Named(named) => {
                            let names = named.named.iter().filter_map(|f| f.ident.as_ref());
                            let names: Vec<_> = names.map(|n| format!("{n}: …")).collect();
                            format!("{name}({})", names.join(", "))
                        }
                    };
                    let _ = writeln!(out, "- `{form}`{said}");
                    self.fields(out, at, &variant.fields, (&[], "  "));
                }
            }
        }
        out.push('\n');
    }
}

fn reference() -> String {
    let (things, words) = (things(), vocabularies());
    let mut told = Told {
        things: &things,
        words: &words,
        met: BTreeSet::new(),
        waiting: Vec::new(),
        used: BTreeSet::new(),
    };
    let mut out = String::from(
        "# The format, field by field\n\n\
         Made from the comments beside the code that reads the files; a test fails when it is stale. How to write \
         a case is told in [the author's guide](author-guide.md).\n\n",
    );
    for (file, at, name, list) in ROOTS {
        told.met.insert((at, name.to_owned()));
        let title = match &things[&(at, name.to_owned())] {
            Thing::Struct(of) => called(name, &of.attrs),
            Thing::Enum(of) => called(name, &of.attrs),
        };
        let what = if list { "a list of" } else { "one" };
        let _ = writeln!(out, "## {file}\n\nHolds {what} `{title}`.\n");
        told.tell(&mut out, at, name, &format!("### {title}"));
        while !told.waiting.is_empty() {
            for (at, name) in std::mem::take(&mut told.waiting) {
                let title = match &things[&(at, name.clone())] {
                    Thing::Struct(of) => called(&name, &of.attrs),
                    Thing::Enum(of) => called(&name, &of.attrs),
                };
                told.tell(&mut out, at, &name, &format!("### {title}"));
            }
        }
    }
    let _ = writeln!(out, "## Words\n");
    for name in &told.used {
        let (what, all) = &words[name];
        let _ = writeln!(out, "### {name}\n\n{what}\n");
        for (word, meaning) in all {
            let _ = writeln!(out, "- `{word}`: {meaning}");
        }
        out.push('\n');
    }
    let mut out = out.trim_end().to_owned();
    out.push('\n');
    out
}

#[test]
fn the_reference_says_what_the_code_reads() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/format-reference.md");
    let now = reference();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "docs/format-reference.md is stale: UPDATE_GOLDEN=1 cargo test format_reference writes it anew"
    );
}

#[test]
fn every_field_is_told_and_every_type_is_known() {
    let text = reference();
    for (file, ..) in ROOTS {
        assert!(text.contains(&format!("## {file}\n")), "{file}");
    }
    // A type that no source here has would stand there by its bare name.
    for odd in ["(value", "`HashMap`"] {
        assert!(!text.contains(odd), "{odd}");
    }
    let told = text.lines().filter(|line| line.starts_with("- `")).count();
    assert!(told > 250, "{told} fields and words");
}
