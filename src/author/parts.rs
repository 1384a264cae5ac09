//! Every part of a case that somebody will meet.

use crate::scenario::ids::Team;
use crate::scenario::{Scenario, Text};

/// What kind of part it is; the order is the one in which an author looks at them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Briefing,
    Item,
    Task,
    Inject,
    Authority,
    Operation,
    Document,
    Interview,
    /// A counter, with the travellers who come to it.
    Line,
    Questionnaire,
    Map,
    Debrief,
}

impl Kind {
    pub const ALL: [Kind; 12] = [
        Kind::Briefing,
        Kind::Item,
        Kind::Task,
        Kind::Inject,
        Kind::Authority,
        Kind::Operation,
        Kind::Document,
        Kind::Interview,
        Kind::Line,
        Kind::Questionnaire,
        Kind::Map,
        Kind::Debrief,
    ];

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Briefing => "briefing",
            Kind::Item => "item",
            Kind::Task => "task",
            Kind::Inject => "inject",
            Kind::Authority => "authority",
            Kind::Operation => "operation",
            Kind::Document => "document",
            Kind::Interview => "interview",
            Kind::Line => "line",
            Kind::Questionnaire => "questionnaire",
            Kind::Map => "map",
            Kind::Debrief => "debrief",
        }
    }
}

/// Which one of its kind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Of {
    pub kind: Kind,
    /// Its place in the case's list of that kind; by team for a briefing, 0 for the map and the debrief.
    pub at: usize,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub of: Of,
    /// Its id in the case, or the number of an inject: what is looked for in the files.
    pub key: String,
    /// `N-07` of an item, `12` of an inject, otherwise nothing.
    pub number: String,
    pub title: Text,
    /// Whose it is, if it is one team's.
    pub team: Option<Team>,
}

/// All parts, by kind and in the case's order.
#[must_use]
pub fn parts(case: &Scenario) -> Vec<Part> {
    let mut out = Vec::new();
    let mut add = |kind, at, key: &str, number: String, title: &Text, team| {
        out.push(Part {
            of: Of { kind, at },
            key: key.to_owned(),
            number,
            title: title.clone(),
            team,
        });
    };
    for team in Team::BOTH {
        let service = case.service(team);
        let none = String::new();
        add(
            Kind::Briefing,
            team.index(),
            "",
            none,
            &service.name,
            Some(team),
        );
    }
    for (at, item) in case.items.iter().enumerate() {
        let letter = match item.origin {
            Team::North => 'N',
            Team::South => 'S',
        };
        let number = format!("{letter}-{:02}", item.number);
        add(
            Kind::Item,
            at,
            &item.key,
            number,
            &item.title,
            Some(item.origin),
        );
    }
    for (at, task) in case.tasks.iter().enumerate() {
        add(
            Kind::Task,
            at,
            &task.key,
            String::new(),
            &task.title,
            Some(task.team),
        );
    }
    for (at, inject) in case.injects.iter().enumerate() {
        let number = inject.number.to_string();
        let title = inject.synopsis.as_ref().unwrap_or(&inject.from);
        let team = match inject.to[..] {
            [one] => Some(one),
            _ => None,
        };
        add(Kind::Inject, at, &number.clone(), number, title, team);
    }
    for (at, one) in case.authorities.iter().enumerate() {
        add(
            Kind::Authority,
            at,
            &one.key,
            String::new(),
            &one.title,
            Some(one.team),
        );
    }
    for (at, one) in case.operations.iter().enumerate() {
        add(
            Kind::Operation,
            at,
            &one.key,
            String::new(),
            &one.title,
            None,
        );
    }
    for (at, one) in case.documents.iter().enumerate() {
        add(
            Kind::Document,
            at,
            &one.key,
            String::new(),
            &one.title,
            Some(one.team),
        );
    }
    for (at, one) in case.interviews.iter().enumerate() {
        add(
            Kind::Interview,
            at,
            &one.key,
            String::new(),
            &one.name,
            None,
        );
    }
    for (at, one) in case.lines.iter().enumerate() {
        add(Kind::Line, at, &one.id, String::new(), &one.title, one.team);
    }
    for (at, one) in case.questionnaires.iter().enumerate() {
        let number = (at + 1).to_string();
        add(Kind::Questionnaire, at, &one.key, number, &one.text, None);
    }
    add(Kind::Map, 0, "", String::new(), &case.title, None);
    add(Kind::Debrief, 0, "", String::new(), &case.title, None);
    out
}
