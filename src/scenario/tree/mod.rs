//! The brackets, texts and words of a RON file with the bytes where they stand.
//!
//! It is used to point at things, to cut lists into elements and to refuse what nests too deep; what
//! a file means is for `ron` and serde to say. It never recurses, takes time linear in the text, and
//! goes on after an error where it can, so that one mistake does not hide the next.

mod scan;

/// Position of a node in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeIx(u32);

/// Bytes from `start` up to `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes {
    pub start: u32,
    pub end: u32,
}

impl Bytes {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
        }
    }
    /// The text that stands there.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `[ .. ]`
    List,
    /// `( .. )`, with or without a name before it.
    Struct,
    /// `{ .. }`
    Map,
    /// A text in quotes.
    Str,
    /// A character or bytes, which no case file needs.
    Other,
    Number,
    /// `North`, `true`, `None`.
    Word,
}

/// One value.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub kind: Kind,
    /// From the name or the opening bracket to the closing one.
    pub span: Bytes,
    /// The word before `(`; empty if there is none.
    pub name: Bytes,
    /// The field name or map key that it stands under; empty if there is none.
    pub key: Bytes,
    first: Option<NodeIx>,
    next: Option<NodeIx>,
}

/// Why a text is not RON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub kind: FlawKind,
    pub at: Bytes,
}

/// Kinds of flaw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The opening bracket has no partner.
    NeverClosed(char),
    /// The text's opening quote has no partner.
    TextNeverClosed,
    CommentNeverClosed,
    /// A closing bracket that nothing opened.
    NeverOpened(char),
    CommaExpected,
    ValueExpected,
    Unexpected(char),
    /// The file goes on after its value.
    Trailing,
    /// No value at all.
    Empty,
    TooDeep,
    TooManyValues,
}

/// The values of one file.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    root: Option<NodeIx>,
    pub flaws: Vec<Flaw>,
    /// The scan stopped before the end of the file.
    pub cut: bool,
}

impl Tree {
    /// Scans a text.
    #[must_use]
    pub fn scan(text: &str) -> Self {
        scan::scan(text)
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
    #[must_use]
    pub fn root(&self) -> Option<NodeIx> {
        self.root
    }
    #[must_use]
    pub fn node(&self, ix: NodeIx) -> &Node {
        &self.nodes[ix.0 as usize]
    }
    /// What stands between the brackets of a node.
    pub fn children(&self, ix: NodeIx) -> impl Iterator<Item = NodeIx> + '_ {
        std::iter::successors(self.node(ix).first, |&at| self.node(at).next)
    }
    /// The value of a field.
    #[must_use]
    pub fn field(&self, text: &str, ix: NodeIx, name: &str) -> Option<NodeIx> {
        self.children(ix)
            .find(|&child| self.node(child).key.of(text) == name)
    }
    /// Whether something with brackets and a name stands without a field among fields, or anything without a key in
    /// a map, as one does whose colon is missing; or a word before something, as a field does behind which stands
    /// another sign. What is well formed may look so as well.
    pub(crate) fn mixed(&self) -> bool {
        let parts = |ix| self.children(ix).map(|child| self.node(child));
        let bare = |node: &Node| node.key.is_empty() && !node.name.is_empty();
        let mut all = (0u32..).map(NodeIx).zip(&self.nodes);
        all.any(|(ix, node)| match node.kind {
            Kind::Struct => {
                let keyed = parts(ix).any(|node| !node.key.is_empty());
                let mut pairs = parts(ix).zip(parts(ix).skip(1));
                let word = |node: &Node| node.key.is_empty() && node.kind == Kind::Word;
                parts(ix).any(bare) && keyed || pairs.any(|(a, b)| word(a) && b.key.is_empty())
            }
            Kind::Map => parts(ix).any(|node| node.key.is_empty()),
            _ => false,
        })
    }
    /// The same tree of a text in which everything stands elsewhere.
    pub(crate) fn moved(&self, to: impl Fn(Bytes) -> Bytes) -> Self {
        let nodes = self.nodes.iter().map(|node| Node {
            span: to(node.span),
            name: to(node.name),
            key: to(node.key),
            ..*node
        });
        let flaws = self.flaws.iter().map(|flaw| Flaw {
            at: to(flaw.at),
            ..*flaw
        });
        Self {
            nodes: nodes.collect(),
            flaws: flaws.collect(),
            ..*self
        }
    }
    /// The value inside `Some( .. )`.
    #[must_use]
    pub fn unwrapped(&self, text: &str, ix: NodeIx) -> NodeIx {
        let node = self.node(ix);
        match node.first {
            Some(inner) if node.kind == Kind::Struct && node.name.of(text) == "Some" => inner,
            _ => ix,
        }
    }
}
