//! The card of an item, and the small signs on it: grade box, handling badge, subjects.
//!
//! The left edge names the originator; the state is a sentence. A tear-line card has the tear-line
//! itself as its title and nothing else to read.

use accesskit::Role;
use bevy::prelude::*;

use super::words::{number, state};
use crate::app::action::Action;
use crate::app::breaks::breakable;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::R_PAPER;
use crate::app::theme::{Casts, Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::panel::{chip, team_sign};
use crate::app::widgets::press::{Look, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::scenario::Text as CaseText;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Form, Handling, InfoGrade, SubjectKind};
use crate::view::{CaseView, ItemView, SubjectView};

/// The item that a card shows.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardOf(pub ItemId);

/// Letters of an item's text that a card shows: two lines.
const EXCERPT: usize = 70;

/// A card that opens its item with `act`. `words` instead of the usual state, if given.
pub fn card(
    parent: &mut Parent,
    item: &ItemView,
    about: &CaseView,
    round: u8,
    words: Option<Words>,
    act: Action,
) -> Entity {
    let node = Node {
        padding: UiRect::new(px(15), px(11), px(7), px(7)),
        border_radius: BorderRadius::all(px(R_PAPER)),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    let name = t("folder-card-name").with("number", number(item).as_str()).with("title", heading(item));
    let mut spawned =
        parent.spawn((node, control(Look::Sheet, Role::Button, name), OnPaper, act, CardOf(item.id)));
    spawned.insert(Casts::PAPER).with_children(|sheet| {
        edge(sheet, item.origin);
        let top = Node { align_items: AlignItems::Start, column_gap: px(8), ..default() };
        sheet.spawn(top).with_children(|top| {
            let place = Node { margin: UiRect::top(px(2)), flex_shrink: 0.0, ..default() };
            top.spawn(place).with_children(|place| {
                place.spawn(text(plain(number(item)), Type::LABEL.mono().tone(Tone::Ink2).one_line()));
            });
            top.spawn(Node { flex_grow: 1.0, flex_basis: px(0), ..column(0.0) }).with_children(|place| {
                place.spawn(text(heading(item), Type::BODY.bold().tone(Tone::Ink)));
            });
            grade(top, item.source, item.info);
        });
        if item.form == Form::Full {
            sheet.spawn(text(case(&excerpt(&item.text, EXCERPT)), Type::BODY.tone(Tone::Ink)));
        }
        sheet.spawn(row(8.0)).with_children(|foot| {
            badge(foot, item);
            let (team, usual) = state(item, about, round);
            if let Some(team) = team {
                foot.spawn(team_sign(team, 12.0, true));
            }
            let place = Node { flex_grow: 1.0, flex_basis: px(0), ..column(0.0) };
            foot.spawn(place).with_children(|place| {
                place.spawn(text(words.unwrap_or(usual), Type::LABEL.tone(Tone::Ink2)));
            });
        });
    });
    spawned.id()
}

/// The title, or the tear-line where there is nothing else.
#[must_use]
pub fn heading(item: &ItemView) -> Words {
    case(item.title.as_ref().unwrap_or(&item.text))
}

/// The left edge of a sheet, in the ink of whoever originated what is on it.
pub fn edge(sheet: &mut Parent, origin: Team) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        top: px(0),
        bottom: px(0),
        width: px(4),
        border_radius: BorderRadius::left(px(R_PAPER)),
        ..default()
    };
    sheet.spawn((node, Fill(team_tones(origin)[0]), Pickable::IGNORE));
}

/// `2|C`: how reliable the source is, and how well known what it says.
pub fn grade(parent: &mut Parent, source: u8, info: InfoGrade) {
    let frame = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(3)),
        flex_shrink: 0.0,
        overflow: Overflow::clip(),
        ..default()
    };
    parent.spawn((frame, Edge::All(Tone::Ink))).with_children(|frame| {
        let cells = [(source.to_string(), Tone::Ink, Tone::Paper), (letter(info), Tone::Paper, Tone::Ink)];
        for (sign, fill, ink) in cells {
            let node = Node { width: px(21), justify_content: JustifyContent::Center, ..default() };
            frame.spawn((node, Fill(fill))).with_children(|cell| {
                cell.spawn(text(plain(sign), Type::BODY.bold().tone(ink).one_line()));
            });
        }
    });
}

/// `C`.
#[must_use]
pub fn letter(info: InfoGrade) -> String {
    info.key().to_uppercase()
}

/// What may happen to it, by icon and word; of a tear-line, that it is one.
pub fn badge(parent: &mut Parent, item: &ItemView) {
    let (sign, words) = match item.form {
        Form::TearLine => (Icon::TearLine, t("folder-badge-tear-line")),
        Form::Full => (handling_icon(item.handling), family("folder-handling", item.handling.key())),
    };
    chip(parent, Some(sign), words, true);
}

#[must_use]
pub fn handling_icon(handling: Handling) -> Icon {
    match handling {
        Handling::Open => Icon::CheckCircle,
        Handling::TearLineOnly => Icon::TearLine,
        Handling::Supervisor => Icon::Supervisor,
        Handling::FormalOnly => Icon::Formal,
    }
}

#[must_use]
pub fn kind_icon(kind: SubjectKind) -> Icon {
    match kind {
        SubjectKind::Person => Icon::Person,
        SubjectKind::Vehicle => Icon::Vehicle,
        SubjectKind::Phone => Icon::Phone,
        SubjectKind::Document => Icon::Document,
        SubjectKind::Place => Icon::Place,
        SubjectKind::Account => Icon::Account,
        SubjectKind::Company => Icon::Company,
    }
}

/// The subjects that it names, each with the sign of its kind.
pub fn subjects(parent: &mut Parent, subjects: &[SubjectView]) {
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(8),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    parent.spawn(node).with_children(|line| {
        for subject in subjects {
            chip(line, Some(kind_icon(subject.kind)), case(&subject.name), true);
        }
        line.spawn(grow());
    });
}

/// The first `letters` letters of a text in each of its languages, cut where a line may end.
fn excerpt(words: &CaseText, letters: usize) -> CaseText {
    let cut: Vec<(String, String)> =
        words.all().map(|(lang, text)| (lang.to_owned(), shorten(text, letters))).collect();
    let Some((own, first)) = cut.first().cloned() else { return words.clone() };
    CaseText::with(&own, first, cut)
}

fn shorten(text: &str, letters: usize) -> String {
    // Signs above and below a Thai letter take no room.
    let wide = |c: char| !matches!(c, '\u{0e31}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}' | '\u{200b}');
    if text.chars().filter(|c| wide(*c)).count() <= letters {
        return text.to_owned();
    }
    let broken = breakable(text);
    let (mut count, mut end) = (0, 0);
    for (at, c) in broken.char_indices() {
        if c == '\u{200b}' || c.is_whitespace() {
            end = at;
        }
        count += usize::from(wide(c));
        if count > letters {
            break;
        }
    }
    let kept = broken[..end].replace('\u{200b}', "");
    format!("{}…", kept.trim_end_matches([' ', ',', '.', ':', ';']))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shorten("Six people.", 70), "Six people.");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shorten("The niece did not look up. Address follows.", 28), "The niece did not look up…");
    }

    #[test]
    fn a_thai_text_is_cut_between_words_too() {
        let cut = shorten("ท่านมีข้อมูลเกี่ยวกับรถทัวร์หรือผู้ประกอบการหรือไม่", 12);
        assert!(cut.ends_with('…') && cut.starts_with("ท่านมี"), "{cut}");
        assert!(!cut.contains('\u{200b}'));
    }
}
