//! Teams without officers, and officers who look the same on the map.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::{Doc, Trail};
use super::super::ids::Team;
use super::super::read::Parsed;
use super::super::sink::{Sink, shown};

pub(super) fn check(docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    let officers = &parsed.officers;
    if !officers.partial && officers.all.iter().all(|o| !o.broken) {
        for team in Team::BOTH {
            if officers.all.iter().all(|o| o.value.team != team) {
                let file = officers.all.first().and_then(|o| docs.get(o.at.doc));
                let file = file.map_or("officers.ron", |doc| doc.file);
                let message = format!("{team:?} has no officers");
                sink.file(Code::NoOfficers, file, message)
                    .help(format!("add an `Officer( .. )` with `team: {team:?}`"));
            }
        }
    }
    let mut seen = BTreeSet::new();
    for officer in officers.all.iter().filter(|o| !o.broken) {
        let o = &officer.value;
        if !seen.insert((o.team, o.initials.to_lowercase())) {
            let root = Trail::Root(officer.at);
            let message = format!(
                "two officers of {:?} have the initials `{}`",
                o.team,
                shown(&o.initials)
            );
            sink.at(
                docs,
                root.field("initials").find(docs),
                Code::SameInitials,
                message,
            )
            .label("again");
        }
    }
}
