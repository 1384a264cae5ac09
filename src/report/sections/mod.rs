//! What a report tells, a section a file, in the order of an after-action report with improvement plan.

mod account;
mod course;
mod cover;
mod desks;
mod guide;
mod injects;
mod knowledge;
mod learning;
mod measures;
mod notes;
mod operations;
mod otherwise;
mod plan;
mod proof;
mod ratings;
mod set_pieces;
mod summary;
mod theories;
mod truth;
mod verdicts;

use super::AfterAction;
use super::paper::{Paper, Section, tidy};
use super::telling::Telling;
use crate::language::Lang;

pub(super) use injects::{planned, status};
pub(super) use ratings::{rated, standing};

/// The report in this language.
pub(super) fn paper(of: &AfterAction, lang: Lang) -> Paper {
    let telling = Telling { of, lang };
    let tell = &telling;
    let sections: Vec<Option<Section>> = vec![
        Some(summary::section(tell)),
        Some(guide::section(tell)),
        Some(verdicts::section(tell)),
        Some(knowledge::section(tell)),
        otherwise::section(tell),
        Some(truth::section(tell)),
        Some(theories::section(tell)),
        proof::section(tell),
        operations::section(tell),
        operations::authorities(tell),
        set_pieces::section(tell),
        Some(course::section(tell)),
        Some(desks::section(tell)),
        injects::decisions(tell),
        Some(measures::section(tell)),
        injects::section(tell),
        Some(notes::observations(tell)),
        notes::hot_wash(tell),
        learning::section(tell),
        Some(plan::section(tell)),
        Some(account::section(tell)),
    ];
    Paper {
        lang,
        title: tidy(tell.get(&of.title)),
        kind: tell.t("aar-kind"),
        facts: cover::facts(tell),
        contents: tell.t("aar-contents"),
        as_table: tell.t("aar-as-table"),
        page: tell.t("aar-page"),
        sections: sections.into_iter().flatten().collect(),
    }
}
