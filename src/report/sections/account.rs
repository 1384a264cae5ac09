//! The account: everything that happened, as a person would tell it.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::language::t;
use crate::scenario::ids::Team;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("account", tell.t("aar-account"));
    let words = t("aar-account-how").with("team", tell.short(Team::North));
    section.says(tell.say(&words));
    let table = |caption: &str| {
        let columns = vec![
            column(tell.t("aar-when"), 14),
            column(tell.t("aar-who"), 20),
            column(tell.t("aar-happened"), 66),
        ];
        Table::new(caption.to_owned(), columns)
    };
    let mut open = table(&tell.round(0));
    for moment in &tell.of.findings.account {
        let text = tell.get(&moment.text);
        if moment.heading {
            section.table(std::mem::replace(&mut open, table(text)));
            section.part(text);
            continue;
        }
        let when = Line::from(tell.clock(moment.at));
        let who = moment
            .team
            .map_or_else(|| Line::from("–"), |team| tell.team(team));
        let what = if moment.noted {
            Line::soft(format!("{}: {text}", tell.t("aar-account-noted")))
        } else {
            text.into()
        };
        open.row(vec![when.into(), who.into(), Cell::from(what)]);
    }
    section.table(open);
    section
}
