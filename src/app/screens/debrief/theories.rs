//! Both first theories beside the verdict beside the right answer; what differs has a sign and a word.

use bevy::prelude::*;

use super::Told;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Fill, Tone, Type, team_tones};
use crate::app::widgets::panel::{paper, rule, team_mark};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Theory;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::PersonStatus;

/// How an answer stands to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Right,
    Wrong,
    /// Nothing was said.
    Open,
    /// Not a question of right and wrong.
    None,
}

struct Cell {
    words: Words,
    mark: Mark,
}

/// A question with three answers and the right one.
struct Line {
    question: Words,
    cells: [Cell; 3],
    answer: Words,
}

pub fn tab(panel: &mut Parent, told: &Told) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        margin: px(GAP_2).all(),
        ..default()
    };
    panel.spawn(paper(node)).with_children(|sheet| {
        scroll::area(sheet, UiRect::axes(px(18), px(14)), 0.0, true, |page| {
            let lines = lines(told);
            summary(page, told, &lines);
            heads(page, told);
            for line in lines {
                page.spawn(rule(Tone::PaperRule));
                spawn(page, told, line);
            }
        });
    });
}

fn theories(told: &Told) -> [Option<&Theory>; 3] {
    let [north, south] = &told.debrief.first_theories;
    [
        north.as_ref(),
        south.as_ref(),
        told.debrief.verdict.as_ref(),
    ]
}

fn lines(told: &Told) -> Vec<Line> {
    let answer = &told.debrief.answer;
    let theories = theories(told);
    let cells = |cell: &dyn Fn(&Theory) -> Cell| {
        theories.map(|theory| match theory {
            Some(theory) => cell(theory),
            None => Cell {
                words: plain("–"),
                mark: Mark::None,
            },
        })
    };
    let offence = |of: crate::scenario::words::Offence| family("debrief-offence", of.key());
    let mut lines = vec![Line {
        question: t("debrief-offence"),
        cells: cells(&|theory| match theory.offence {
            Some(of) => Cell {
                words: offence(of),
                mark: Mark::of(of == answer.offence),
            },
            None => Cell::open(),
        }),
        answer: offence(answer.offence),
    }];
    for (at, (question, truth)) in answer.answers.iter().enumerate() {
        let named = |theory: &Theory| {
            let id = theory.answers.get(at).copied().flatten();
            id.and_then(|id| {
                told.debrief
                    .subjects
                    .iter()
                    .find(|subject| subject.id == id)
            })
        };
        lines.push(Line {
            question: case(question),
            cells: cells(&|theory| match named(theory) {
                Some(one) => Cell {
                    words: case(&one.name),
                    mark: Mark::of(one.id == truth.id),
                },
                None => Cell::open(),
            }),
            answer: case(&truth.name),
        });
    }
    let status = |of: PersonStatus| family("debrief-status", of.key());
    for (at, (name, truth)) in answer.people.iter().enumerate() {
        lines.push(Line {
            question: case(name),
            cells: cells(&|theory| match theory.people.get(at) {
                None | Some(PersonStatus::Unknown) => Cell::open(),
                Some(said) => Cell {
                    words: status(*said),
                    mark: Mark::of(said == truth),
                },
            }),
            answer: status(*truth),
        });
    }
    for (at, role) in told.debrief.roles.iter().enumerate() {
        let words = |kind: crate::scenario::words::RoleKind| family("elements-role", kind.key());
        lines.push(Line {
            question: case(&role.subject.name),
            cells: cells(&|theory| match theory.roles.get(at).copied().flatten() {
                None => Cell::open(),
                Some(said) => Cell {
                    words: words(said),
                    mark: Mark::of(said == role.truth),
                },
            }),
            answer: words(role.truth),
        });
    }
    lines.push(Line {
        question: t("debrief-cited"),
        cells: cells(&|theory| Cell {
            words: cited(told, &theory.cited),
            mark: Mark::None,
        }),
        answer: plain(""),
    });
    lines.push(Line {
        question: t("debrief-sure"),
        cells: cells(&|theory| Cell {
            words: t("common-percent").with("number", theory.confidence),
            mark: Mark::None,
        }),
        answer: plain(""),
    });
    lines
}

fn cited(told: &Told, items: &[ItemId]) -> Words {
    let names: Vec<String> = items
        .iter()
        .filter_map(|id| told.debrief.knowledge.iter().find(|row| row.item == *id))
        .map(|row| number(row.origin, row.number))
        .collect();
    if names.is_empty() {
        t("debrief-cited-none")
    } else {
        plain(names.join(", "))
    }
}

impl Mark {
    fn of(right: bool) -> Self {
        if right { Mark::Right } else { Mark::Wrong }
    }
}

impl Cell {
    fn open() -> Self {
        Self {
            words: t("debrief-open"),
            mark: Mark::Open,
        }
    }
}

/// How many each had right.
fn summary(page: &mut Parent, told: &Told, lines: &[Line]) {
    let judged = lines
        .iter()
        .filter(|line| line.cells.iter().any(|cell| cell.mark != Mark::None));
    let of = judged.count();
    let right = |at: usize| {
        lines
            .iter()
            .filter(|line| line.cells[at].mark == Mark::Right)
            .count()
    };
    let theories = theories(told);
    let node = Node {
        padding: UiRect::bottom(px(GAP_4)),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(text(t("debrief-theories-how"), Type::BODY.tone(Tone::Ink)));
        if theories.iter().any(Option::is_some) {
            let short = |team: Team| &told.case.services[team.index()].short;
            let number = |at: usize| match theories[at] {
                Some(_) => t("debrief-right-of")
                    .with("right", right(at))
                    .with("of", of),
                None => t("debrief-right-none"),
            };
            let words = t("debrief-theories-sum")
                .with("north", short(Team::North))
                .with("south", short(Team::South))
                .with("first", number(0))
                .with("second", number(1))
                .with("verdict", number(2));
            place.spawn(text(words, Type::BODY.bold().tone(Tone::Ink)));
        }
    });
}

/// Four columns beside the question.
fn columns(page: &mut Parent, body: impl FnOnce(&mut Parent)) {
    let node = Node {
        align_items: AlignItems::Stretch,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(body);
}

fn place(wide: f32) -> Node {
    Node {
        flex_grow: wide,
        flex_basis: px(0),
        padding: UiRect::axes(px(10), px(9)),
        min_width: px(0),
        ..column(3.0)
    }
}

fn heads(page: &mut Parent, told: &Told) {
    columns(page, |line| {
        line.spawn(place(1.1));
        for team in Team::BOTH {
            line.spawn((place(1.0), Fill(team_tones(team)[3])))
                .with_children(|head| {
                    team_mark(
                        head,
                        team,
                        case(&told.case.services[team.index()].short),
                        true,
                        Type::BODY,
                    );
                    head.spawn(text(
                        t("debrief-first-theory"),
                        Type::LABEL.tone(Tone::Ink2),
                    ));
                });
        }
        line.spawn((place(1.0), Fill(Tone::Paper2)))
            .with_children(|head| {
                head.spawn(text(
                    t("debrief-verdict"),
                    Type::BODY.bold().tone(Tone::Ink),
                ));
                let by = if told.debrief.verdict.is_some() {
                    "debrief-verdict-by"
                } else {
                    "debrief-verdict-none"
                };
                head.spawn(text(t(by), Type::LABEL.tone(Tone::Ink2)));
            });
        line.spawn((place(1.0), Fill(Tone::Ink)))
            .with_children(|head| {
                head.spawn(text(
                    t("debrief-answer"),
                    Type::BODY.bold().tone(Tone::Paper),
                ));
                head.spawn(text(
                    t("debrief-answer-how"),
                    Type::LABEL.tone(Tone::Paper2),
                ));
            });
    });
}

fn spawn(page: &mut Parent, told: &Told, line: Line) {
    let grounds = [
        team_tones(Team::North)[3],
        team_tones(Team::South)[3],
        Tone::Paper2,
    ];
    let [north, south, verdict] = line.cells;
    let given = theories(told);
    columns(page, |place_of| {
        place_of.spawn(place(1.1)).with_children(|head| {
            head.spawn(text(line.question, Type::BODY.tone(Tone::Ink2)));
        });
        for (at, cell) in [north, south, verdict].into_iter().enumerate() {
            let ground = if given[at].is_some() {
                grounds[at]
            } else {
                Tone::Clear
            };
            place_of
                .spawn((place(1.0), Fill(ground)))
                .with_children(|place| {
                    let kind = if cell.mark == Mark::Right {
                        Type::BODY.bold()
                    } else {
                        Type::BODY
                    };
                    place.spawn(text(cell.words, kind.tone(Tone::Ink)));
                    mark(place, cell.mark);
                });
        }
        place_of
            .spawn((place(1.0), Fill(Tone::Paper2)))
            .with_children(|place| {
                place.spawn(text(line.answer, Type::BODY.bold().tone(Tone::Ink)));
            });
    });
}

fn mark(place: &mut Parent, mark: Mark) {
    let (sign, words) = match mark {
        Mark::Right => (Icon::Check, "debrief-mark-right"),
        Mark::Wrong => (Icon::Close, "debrief-mark-wrong"),
        Mark::Open => (Icon::Question, "debrief-mark-open"),
        Mark::None => return,
    };
    place.spawn(row(6.0)).with_children(|line| {
        line.spawn(icon(sign, 13.0, Tone::Ink2));
        line.spawn(text(t(words), Type::LABEL.tone(Tone::Ink2)));
    });
}
