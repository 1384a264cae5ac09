//! CHALLENGE: why a link that the partner stands for is doubted, in the team's own words.

use bevy::prelude::*;

use super::board::ends;
use super::{ChartAction, ChartUi, says};
use crate::app::action::{Action, Acts};
use crate::app::client::Play;
use crate::app::i18n::t;
use crate::app::screens::folder::words::partner;
use crate::app::screens::liaison::note_line;
use crate::app::text::{column, grow, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::field::{Edited, Field, Submitted};
use crate::app::widgets::notice::Notices;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::engine::rules::sharing::TEXT_LIMIT;
use crate::session::SeatEnd;

/// The field for the reason.
const WHY: &str = "chart-why";

/// How much of the reason is written.
#[derive(Component)]
pub struct Room;

pub fn write(mut edits: MessageReader<Edited>, mut ui: ResMut<ChartUi>) {
    for edit in edits.read().filter(|edit| edit.field.0 == WHY) {
        if let Some((_, text)) = &mut ui.doubt
            && *text != edit.text
        {
            text.clone_from(&edit.text);
        }
    }
}

pub fn act(
    mut acts: Acts,
    mut submitted: MessageReader<Submitted>,
    mut play: ResMut<Play>,
    mut ui: ResMut<ChartUi>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let mut send = submitted.read().filter(|line| line.field.0 == WHY).count() > 0;
    for act in acts.read() {
        match act.action {
            Action::Chart(ChartAction::Challenge(link)) => {
                dialog::close_all(&mut commands);
                ui.doubt = Some((link, String::new()));
                open(&mut commands, play.seat(), &ui);
                wake.soon();
            }
            Action::Chart(ChartAction::SendChallenge) => send = true,
            _ => {}
        }
    }
    if !send {
        return;
    }
    wake.soon();
    let Some((link, text)) = ui.doubt.clone() else {
        return;
    };
    match play
        .bypass_change_detection()
        .send(Command::ChallengeLink { link, text })
        .why_not()
    {
        None => {
            play.set_changed();
            ui.doubt = None;
            dialog::close_all(&mut commands);
            notices.tell(t("chart-challenged").with("team", partner(&play.seat().case)));
        }
        Some(why) => notices.refuse(why),
    }
}

/// How much room the reason has left.
pub fn refresh(ui: Res<ChartUi>, mut rooms: Query<&mut crate::app::i18n::Words, With<Room>>) {
    for mut words in &mut rooms {
        words.set_if_neq(room(&ui));
    }
}

fn room(ui: &ChartUi) -> crate::app::i18n::Words {
    let used = ui
        .doubt
        .as_ref()
        .map_or(0, |(_, text)| text.chars().count());
    t("share-count").with("number", used).with("of", TEXT_LIMIT)
}

fn open(commands: &mut Commands, seat: &SeatEnd, ui: &ChartUi) {
    let Some((link, _)) = ui.doubt else { return };
    let (seat, count) = (seat.clone(), room(ui));
    let title = t("chart-challenge-title");
    dialog::open(
        commands,
        title,
        Some(Icon::Question),
        600.0,
        move |dialog| {
            let Some((from, to)) = ends(&seat, link) else {
                return;
            };
            let body = Node {
                padding: px(GAP_4).all(),
                ..column(GAP_3)
            };
            dialog.spawn(body).with_children(|page| {
                page.spawn(text(says(&from, link, &to), Type::HEAD));
                page.spawn(row(GAP_3)).with_children(|line| {
                    line.spawn(text(t("chart-challenge-why"), Type::BODY));
                    line.spawn(grow());
                    line.spawn((text(count, Type::LABEL.one_line()), Room));
                });
                page.spawn(Node::default()).with_children(|line| {
                    let mut field = Field::new(WHY, t("chart-challenge-why"), t("chart-why-hint"));
                    field.max = usize::from(TEXT_LIMIT);
                    field.lines = 3;
                    field.first = true;
                    field.spawn(line);
                });
                let words = t("chart-challenge-seen").with("team", partner(&seat.case));
                note_line(page, Icon::Eye, words);
            });
            let foot = Node {
                padding: px(GAP_4).all(),
                border: UiRect::top(px(1)),
                flex_shrink: 0.0,
                ..row(GAP_3)
            };
            dialog
                .spawn((foot, Edge::All(Tone::Rule)))
                .with_children(|foot| {
                    Button::normal(t("share-cancel"), Action::CloseDialog)
                        .key(KeyCode::Escape)
                        .spawn(foot);
                    foot.spawn(grow());
                    let send = Action::Chart(ChartAction::SendChallenge);
                    Button::primary(t("chart-challenge-send"), send)
                        .icon(Icon::Send)
                        .spawn(foot);
                });
        },
    );
}
