//! From bytes of a file to the values around them, with the types that the format gives them.

use super::super::manifest::{Part, part};
use super::super::tree::{Kind, Node, NodeIx, Tree};
use super::schema::{Body, Field, Holds, Ty};

/// Where in a type a value stands: module, type (`Type::Word` for a word's own), field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub module: &'static str,
    pub owner: String,
    pub field: String,
}

impl Slot {
    pub fn key(&self) -> (&str, &str, &str) {
        (self.module, &self.owner, &self.field)
    }
}

/// One value on the way, with its type if it is known.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub node: NodeIx,
    pub ty: Option<Ty>,
    pub slot: Option<Slot>,
}

/// The type of what a file holds; nothing for translations.
pub(in crate::scenario) fn root(file: &str) -> Option<Ty> {
    let (module, name, list) = match part(file)? {
        Part::Case => ("file", "CaseFile", false),
        Part::Officers => ("file", "OfficerFile", true),
        Part::Subjects => ("file", "SubjectFile", true),
        Part::Intel => ("file", "ItemFile", true),
        Part::Tasks => ("file", "TaskFile", true),
        Part::Authorities => ("authority", "AuthorityFile", true),
        Part::Injects => ("file", "InjectFile", true),
        Part::Network => ("msel", "NetworkFile", false),
        Part::Operations => ("operations", "OperationFile", true),
        Part::Interviews => ("interviews", "InterviewFile", true),
        Part::Documents => ("documents", "DocumentFile", true),
        Part::Milestones => ("file", "MilestoneFile", true),
        Part::People => ("file", "PersonFile", true),
        Part::Objectives => ("file", "ObjectiveFile", true),
        Part::Evaluation => ("evaluation", "CapabilityFile", true),
        Part::Map => ("file", "MapFile", false),
        Part::Theory => ("file", "TheoryFile", false),
        Part::Truth => ("file", "TruthFile", false),
        Part::Questionnaires => ("questionnaires", "SurveyFile", true),
        Part::Line => ("primary_line", "ProfileFile", false),
        Part::Lang(_) => return None,
    };
    Some(Ty::new(module, name, list))
}

/// True for a file of translations.
pub(super) fn is_lang(file: &str) -> bool {
    matches!(part(file), Some(Part::Lang(_)))
}

/// The types of a value's parts: what a struct's or a word's fields are.
pub(super) fn fields(text: &str, node: &Node, ty: &Ty) -> Option<(Slot, Parts)> {
    let declared = ty.look_up()?;
    let slot = |owner: String| Slot {
        module: declared.module,
        owner,
        field: String::new(),
    };
    match &declared.holds {
        Holds::Fields(fields) => Some((slot(declared.name.clone()), Parts::Fields(fields))),
        Holds::Words(words) => {
            let word = words.iter().find(|v| v.name == node.name.of(text))?;
            let slot = slot(format!("{}::{}", declared.name, word.name));
            match &word.body {
                Body::Nothing => None,
                Body::One(ty) => Some((slot, Parts::One(Ty::declared(declared.module, ty)))),
                Body::Fields(fields) => Some((slot, Parts::Fields(fields))),
            }
        }
    }
}

/// What a value's parts are.
pub(super) enum Parts {
    Fields(&'static [Field]),
    One(Ty),
}

/// A part of a value.
pub(super) fn child(tree: &Tree, text: &str, of: &Step, child: NodeIx) -> Step {
    let unknown = Step {
        node: child,
        ty: None,
        slot: None,
    };
    let (node, Some(ty)) = (tree.node(of.node), &of.ty) else {
        return unknown;
    };
    if node.kind == Kind::Struct && node.name.of(text) == "Some" {
        return Step {
            node: child,
            ..of.clone()
        };
    }
    if ty.list {
        return Step {
            node: child,
            ty: (node.kind == Kind::List).then(|| ty.element()),
            slot: of.slot.clone(),
        };
    }
    let Some((slot, parts)) = fields(text, node, ty) else {
        return unknown;
    };
    let key = tree.node(child).key.of(text);
    match parts {
        Parts::One(ty) => Step {
            node: child,
            ty: Some(ty),
            slot: Some(slot),
        },
        Parts::Fields(fields) => match fields.iter().find(|f| f.name == key) {
            Some(field) => Step {
                node: child,
                ty: Some(Ty::declared(slot.module, &field.ty)),
                slot: Some(Slot {
                    field: field.name.clone(),
                    ..slot
                }),
            },
            None => unknown,
        },
    }
}

/// The values around an offset, the outermost first; a key belongs to its value.
pub(super) fn way(file: &str, text: &str, tree: &Tree, offset: usize) -> Vec<Step> {
    let mut out = Vec::new();
    let around = |ix: NodeIx| {
        let node = tree.node(ix);
        let start = if node.key.is_empty() {
            node.span.start
        } else {
            node.key.start
        };
        (start as usize..=node.span.end as usize).contains(&offset)
    };
    let Some(first) = tree.root().filter(|&ix| around(ix)) else {
        return out;
    };
    let mut here = Step {
        node: first,
        ty: root(file),
        slot: None,
    };
    loop {
        let node = tree.node(here.node);
        let inside = offset > node.span.start as usize;
        // Where two values touch, the later one is meant.
        let next = inside
            .then(|| tree.children(here.node).filter(|&ix| around(ix)).last())
            .flatten();
        let below = next.map(|next| child(tree, text, &here, next));
        out.push(here);
        match below {
            Some(below) => here = below,
            None => return out,
        }
    }
}

/// Every value of a file, each with those around it, the outermost first.
pub(super) fn every(file: &str, text: &str, tree: &Tree, mut visit: impl FnMut(&[Step])) {
    let (Some(node), Some(ty)) = (tree.root(), root(file)) else {
        return;
    };
    let first = Step {
        node,
        ty: Some(ty),
        slot: None,
    };
    let mut waiting = vec![(first, 0)];
    let mut way: Vec<Step> = Vec::new();
    while let Some((step, depth)) = waiting.pop() {
        way.truncate(depth);
        for part in tree.children(step.node) {
            waiting.push((child(tree, text, &step, part), depth + 1));
        }
        way.push(step);
        visit(&way);
    }
}
