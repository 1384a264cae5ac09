//! The primary lines of a case: each stands at a place of its map.

use super::super::code::Code;
use super::super::doc::{Trail, short};
use super::super::ids::PlaceId;
use super::super::primary_line::{self, Profile};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::{Cx, Words};

pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    for (n, line) in parsed.lines.iter().enumerate() {
        primary_line::check(cx.docs, line, cx.sink);
        let id = &line.value.id;
        if !id.is_empty() && parsed.lines[..n].iter().any(|other| other.value.id == *id) {
            let root = Trail::Root(line.at);
            let message = format!("the line `{}` is there twice", shown(id));
            cx.tell(&root.field("id"), Code::DuplicateId, message, "again");
        }
    }
}

/// The lines, with their places.
pub(super) fn lines(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Profile> {
    let each = parsed.lines.iter();
    each.map(|line| {
        cx.mended = line.broken;
        let (root, file) = (Trail::Root(line.at), &line.value);
        let place = match &file.at {
            Some(at) => Some(PlaceId(cx.index(&cx.names.places, at, &root.field("at")))),
            None => {
                if !line.broken {
                    let message = "the field `at` is missing: a line of a case has its place";
                    cx.sink
                        .at(
                            cx.docs,
                            short(cx.docs, line.at),
                            Code::MissingField,
                            message.into(),
                        )
                        .label("needs `at`");
                }
                None
            }
        };
        let kinds = root.field("kinds");
        primary_line::build(file, place, words, &mut |n, id| {
            cx.maybe_item(Some(id), &kinds.nth(n).field("item"))
        })
    })
    .collect()
}
