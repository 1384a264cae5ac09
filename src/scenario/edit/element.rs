//! Fields of one element, elements of a list and entries of a map: where a change goes, so that it looks as if its
//! author had written it there.

use std::ops::Range;

use super::super::doc::Doc;
use super::super::tree::{Kind, NodeIx};
use super::Splice;

/// One struct in a file, and the order in which its fields are usually written.
pub(in super::super) struct Element<'d, 's> {
    pub doc: &'d Doc<'s>,
    pub node: NodeIx,
    pub order: &'d [&'d str],
}

impl Element<'_, '_> {
    fn splice(&self, span: Range<usize>, text: String) -> Splice {
        Splice {
            file: self.doc.file.to_owned(),
            span,
            text,
        }
    }

    fn field(&self, name: &str) -> Option<NodeIx> {
        self.doc.tree.field(self.doc.text, self.node, name)
    }

    /// The value of a field as it is written, without `Some( )`, and where.
    pub fn value(&self, name: &str) -> Option<(&str, Range<usize>)> {
        let (tree, text) = (&self.doc.tree, self.doc.text);
        let span = tree.node(tree.unwrapped(text, self.field(name)?)).span;
        Some((span.of(text), span.start as usize..span.end as usize))
    }

    /// The field gets this value; it is added where it is usually written if it is not there.
    pub fn set(&self, name: &str, value: String) -> Splice {
        if let Some((_, span)) = self.value(name) {
            return self.splice(span, value);
        }
        let rank = |field: &str| self.order.iter().position(|f| *f == field);
        let (tree, text) = (&self.doc.tree, self.doc.text);
        let before = tree
            .children(self.node)
            .filter(|&child| rank(tree.node(child).key.of(text)) < rank(name))
            .last();
        match before {
            Some(before) => self.after(before, &format!("{name}: {value}")),
            None => {
                let node = tree.node(self.node);
                let open = node.span.of(text).find('(').map_or(0, |n| n + 1);
                let at = node.span.start as usize + open;
                let gap = match tree.children(self.node).next() {
                    Some(first) => self.indent(tree.node(first).key.start as usize),
                    None => None,
                };
                let text = match gap {
                    Some(indent) => format!("\n{indent}{name}: {value},"),
                    None => format!("{name}: {value}, "),
                };
                self.splice(at..at, text)
            }
        }
    }

    fn after(&self, node: NodeIx, what: &str) -> Splice {
        let node = self.doc.tree.node(node);
        let start = if node.key.is_empty() {
            node.span.start
        } else {
            node.key.start
        };
        let place = after(self.doc.text, node.span.end as usize);
        let text = match self.indent(start as usize) {
            Some(indent) => format!("{}\n{indent}{what},", place.comma),
            None if place.comma.is_empty() => format!(" {what},"),
            None => format!(", {what}"),
        };
        let multi = self.indent(start as usize).is_some();
        let at = if multi { place.line } else { place.at };
        self.splice(at..at, text)
    }

    /// What stands before a value that begins its line; nothing if something else does.
    fn indent(&self, at: usize) -> Option<&str> {
        indent(self.doc.text, at)
    }

    /// The field goes, with its comma, and with its line if nothing else is on it.
    pub fn remove(&self, name: &str) -> Option<Splice> {
        let node = self.doc.tree.node(self.field(name)?);
        let place = after(self.doc.text, node.span.end as usize);
        let (start, end) = (node.key.start as usize, place.at);
        let span = match self.indent(start) {
            Some(indent) if self.ends_line(end) => self.break_before(start - indent.len())..end,
            Some(_) => start..end,
            None => self.blank_before(start)..end,
        };
        Some(self.splice(span, String::new()))
    }

    /// Nothing but blanks stands from here to the end of the line.
    fn ends_line(&self, at: usize) -> bool {
        let rest = self.doc.text.get(at..).unwrap_or_default();
        rest.lines().next().unwrap_or_default().trim().is_empty()
    }

    /// Where the line end begins that is before the start of a line. What goes takes that one with it and leaves the
    /// one behind it: so something else can be put behind what goes.
    fn break_before(&self, line: usize) -> usize {
        let head = self.doc.text.get(..line).unwrap_or_default();
        let head = head.strip_suffix('\n').unwrap_or(head);
        head.strip_suffix('\r').unwrap_or(head).len()
    }

    fn blank_before(&self, at: usize) -> usize {
        let head = self.doc.text.get(..at).unwrap_or_default();
        head.trim_end_matches(' ').len()
    }

    /// The whole-line comments right above the element, without their `//`, and their lines.
    pub fn remarks(&self) -> (String, Range<usize>) {
        let text = self.doc.text;
        let start = self.doc.tree.node(self.node).span.start as usize;
        let Some(indent) = self.indent(start) else {
            return (String::new(), start..start);
        };
        let end = start - indent.len();
        let (mut first, mut lines) = (end, Vec::new());
        while let Some(head) = text.get(..first).and_then(|h| h.strip_suffix('\n')) {
            let from = head.rfind('\n').map_or(0, |n| n + 1);
            let Some(remark) = head[from..].trim().strip_prefix("//") else {
                break;
            };
            lines.push(remark.strip_prefix(' ').unwrap_or(remark));
            first = from;
        }
        lines.reverse();
        (lines.join("\n"), first..end)
    }

    /// The element goes, with its comma, the comments right above it and one behind it, and with its lines if
    /// nothing else is on them. Also what it says, without what it is indented by.
    pub fn cut(&self) -> (String, Splice) {
        let text = self.doc.text;
        let node = self.doc.tree.node(self.node);
        let start = if node.key.is_empty() {
            node.span.start
        } else {
            node.key.start
        } as usize;
        let place = after(text, node.span.end as usize);
        let end = node.span.end as usize;
        let Some(indent) = self.indent(start) else {
            let said = text.get(start..end).unwrap_or_default().to_owned();
            let span = self.blank_before(start)..place.at;
            return (said, self.splice(span, String::new()));
        };
        let first = if node.key.is_empty() {
            self.remarks().1.start
        } else {
            start - indent.len()
        };
        let said = text.get(first..end).unwrap_or_default();
        let said = said.lines().map(|l| l.strip_prefix(indent).unwrap_or(l));
        let said = said.collect::<Vec<_>>().join("\n");
        // What shares the last line stays there.
        let span = if self.ends_line(place.line) {
            self.break_before(first)..place.line
        } else {
            first + indent.len()..place.at
        };
        (said, self.splice(span, String::new()))
    }

    /// The comments right above the element say this; nothing, if they cannot stand there.
    pub fn remark(&self, remarks: &str) -> Option<Splice> {
        let start = self.doc.tree.node(self.node).span.start as usize;
        let indent = self.indent(start)?;
        let (_, span) = self.remarks();
        Some(self.splice(span, comment(remarks, indent)))
    }
}

/// Lines of comment, each with its end; none for no remarks.
pub(in super::super) fn comment(remarks: &str, indent: &str) -> String {
    let lines = remarks.lines();
    lines
        .map(|line| format!("{indent}// {line}\n").replace(" \n", "\n"))
        .collect()
}

/// Where something goes that comes after a value.
struct After {
    /// Behind its comma.
    at: usize,
    /// Behind a comment on the same line as well.
    line: usize,
    /// The comma, if it is still to be written.
    comma: &'static str,
}

fn after(text: &str, end: usize) -> After {
    let comma = skip_blank(text, end);
    if !text.get(comma..).unwrap_or_default().starts_with(',') {
        return After {
            at: end,
            line: end,
            comma: ",",
        };
    }
    let at = comma + 1;
    let rest = &text[at..];
    let line = rest.find('\n').unwrap_or(rest.len());
    let tail = rest[..line].trim();
    let line = if tail.is_empty() || tail.starts_with("//") {
        let kept = rest[..line].trim_end();
        at + kept.len()
    } else {
        at
    };
    After {
        at,
        line,
        comma: "",
    }
}

/// Where blanks and comments end.
fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let code = rest.trim_start();
        at += rest.len() - code.len();
        let comment = if code.starts_with("//") {
            code.find('\n')
        } else if code.starts_with("/*") {
            code.find("*/").map(|n| n + 2)
        } else {
            return at;
        };
        at += comment.unwrap_or(code.len());
    }
}

fn indent(text: &str, at: usize) -> Option<&str> {
    let head = text.get(..at)?;
    let from = head.rfind('\n').map_or(0, |n| n + 1);
    let blank = head[from..].chars().all(|c| matches!(c, ' ' | '\t'));
    (blank && from > 0).then(|| &head[from..])
}

/// Puts something after the last part of a list or map, or into it if it is empty; `what` is given the indentation
/// and has neither that nor a comma at its ends.
pub(in super::super) fn append(
    doc: &Doc,
    node: NodeIx,
    after_child: Option<NodeIx>,
    what: impl Fn(&str) -> String,
) -> Splice {
    let (text, tree) = (doc.text, &doc.tree);
    let splice = |at: usize, text: String| Splice {
        file: doc.file.to_owned(),
        span: at..at,
        text,
    };
    let first = tree.children(node).next();
    let begins = |ix: NodeIx| {
        let node = tree.node(ix);
        let at = if node.key.is_empty() {
            node.span
        } else {
            node.key
        };
        at.start as usize
    };
    let gap = first.and_then(|first| indent(text, begins(first)));
    match (after_child, gap) {
        (Some(last), gap) => {
            let place = after(text, tree.node(last).span.end as usize);
            let indent = gap.unwrap_or("    ");
            // Where the comma is on a line with something else, so is what comes.
            splice(
                place.line,
                format!("{}\n{indent}{},", place.comma, what(indent)),
            )
        }
        (None, gap) => {
            let indent = gap.unwrap_or("    ");
            let node = tree.node(node);
            let open = match node.kind {
                Kind::Struct => node.span.of(text).find('(').unwrap_or(0),
                _ => 0,
            };
            let at = node.span.start as usize + open + 1;
            let tail = if first.is_some() { "" } else { "\n" };
            splice(at, format!("\n{indent}{},{tail}", what(indent)))
        }
    }
}
