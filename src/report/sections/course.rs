//! The network's alarm, trust between the services and the people's welfare, from round to round.

use super::super::findings::Course;
use super::super::paper::{Block, Cell, Chart, Section, Table, column};
use super::super::telling::Telling;
use crate::drawing::welfare::Welfare;
use crate::language::t;

/// Size of a chart, in the pixels of its own drawing.
const SIZE: (f32, f32) = (640.0, 132.0);

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("course", tell.t("aar-course"));
    section.says(tell.t("aar-course-how"));
    let course = &tell.of.findings.course;
    // How it stood at the start, then at the end of each round.
    let at_end = |value: &dyn Fn(&Course) -> u8| -> Vec<u8> {
        let rounds = 0..=tell.of.played;
        let last = |round| {
            let known = if round == 0 {
                course.first()
            } else {
                course.iter().rev().find(|c| c.round <= round)
            };
            known.map_or(0, value)
        };
        rounds.map(last).collect()
    };
    let exposure = at_end(&|c| c.exposure);
    let trust = at_end(&|c| c.trust);
    section
        .blocks
        .push(chart(tell, tell.t("aar-alarm"), &exposure, 100));
    section
        .blocks
        .push(chart(tell, tell.t("liaison-trust-title"), &trust, 100));
    for person in &tell.of.debrief.people {
        let mut values = vec![person.welfare_start];
        values.extend(&person.welfare);
        let words = t("aar-welfare-of").with("name", &person.name);
        section
            .blocks
            .push(chart(tell, tell.say(&words), &values, 10));
    }
    let loss = t("debrief-welfare-loss").with("loss", tell.of.debrief.welfare_loss);
    section.says(tell.say(&loss));
    section
}

fn chart(tell: &Telling, title: String, values: &[u8], most: u8) -> Block {
    let names: Vec<String> = (0u8..)
        .zip(values)
        .map(|(round, _)| {
            if round == 0 {
                tell.t("debrief-welfare-start")
            } else {
                tell.round(round)
            }
        })
        .collect();
    let drawing = Welfare {
        values,
        most,
        names: names.iter().map(String::as_str).collect(),
    };
    let mut columns = vec![column(tell.t("aar-course-what"), 30)];
    let share = u16::try_from(70 / names.len().max(1)).unwrap_or(1).max(1);
    columns.extend(names.iter().map(|n| column(n.clone(), share)));
    let mut table = Table::new(title.clone(), columns);
    let mut cells = vec![Cell::from(&*title)];
    cells.extend(values.iter().map(|v| Cell::from(v.to_string())));
    table.row(cells);
    let (first, last) = (values.first().copied(), values.last().copied());
    let about = t("aar-course-about")
        .with("title", &*title)
        .with("from", first.unwrap_or(0))
        .with("to", last.unwrap_or(0))
        .with("most", most);
    Block::Chart(Chart {
        about: tell.say(&about),
        svg: drawing.svg(SIZE.0, SIZE.1),
        title,
        table,
    })
}
