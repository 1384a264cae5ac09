//! SHARE: form, channel and covering note at the left; at the right the very sheet that the partner
//! gets, what stays, what follows, and the button that is held to send.
//!
//! Which ways there are, and why not, the view says ([`crate::view::Way`]); nothing is judged here.

mod choices;
mod preview;

use bevy::prelude::*;

use super::words::{number, partner};
use super::{FolderAction, FolderUi};
use crate::app::action::{Action, Acts, Answer as Answering};
use crate::app::client::Play;
use crate::app::far::Said;
use crate::app::i18n::{Words, family, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::Type;
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::field::{Edited, Field};
use crate::app::widgets::hold::Hold;
use crate::app::widgets::notice::Notices;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::rules::sharing::TEXT_LIMIT;
use crate::engine::{Command, Refusal};
use crate::scenario::ids::ItemId;
use crate::scenario::words::{Channel, Form};
use crate::session::SeatEnd;
use crate::view::{ItemView, Way};

/// What is being passed on, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub item: ItemId,
    pub form: Form,
    pub channel: Channel,
    pub note: String,
}

impl Draft {
    /// The fullest and quickest way that there is.
    #[must_use]
    pub fn of(item: &ItemView) -> Self {
        let way = item
            .ways
            .iter()
            .find(|way| open_way(way))
            .or(item.ways.first());
        Self {
            item: item.id,
            form: way.map_or(Form::Full, |way| way.form),
            channel: way.map_or(Channel::LiaisonDesk, |way| way.channel),
            note: String::new(),
        }
    }

    /// Chooses the form, and a channel that carries it.
    fn take(&mut self, item: &ItemView, form: Form) {
        self.form = form;
        let same = |way: &&Way| way.form == form && open_way(way);
        let kept = item
            .ways
            .iter()
            .filter(same)
            .any(|way| way.channel == self.channel);
        if !kept && let Some(way) = item.ways.iter().find(same) {
            self.channel = way.channel;
        }
    }

    fn way<'a>(&self, item: &'a ItemView) -> Option<&'a Way> {
        item.ways
            .iter()
            .find(|way| way.form == self.form && way.channel == self.channel)
    }
}

/// It can be chosen: it goes, or will once the first theory is on record.
fn open_way(way: &Way) -> bool {
    matches!(way.arrives, Ok(_) | Err(Refusal::TheoryFirst))
}

fn why(refusal: Refusal) -> Words {
    family("refusal", refusal.key())
}

/// The field of the covering note.
const NOTE: &str = "share-note";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Choices,
    Count,
    Preview,
    Send,
}

/// What a part of the dialog was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    part: Part,
    draft: Draft,
    item: ItemView,
}

impl Built {
    fn of(part: Part, draft: &Draft, item: &ItemView) -> Self {
        let mut draft = draft.clone();
        if matches!(part, Part::Choices | Part::Send) {
            draft.note.clear();
        }
        Self {
            part,
            draft,
            item: item.clone(),
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (note, choose, send)
            .chain()
            .in_set(Answering)
            .run_if(resource_exists::<Play>),
    );
    app.add_systems(
        Update,
        preview::tick.after(refresh).run_if(resource_exists::<Play>),
    );
}

fn note(mut edits: MessageReader<Edited>, mut ui: ResMut<FolderUi>) {
    for edit in edits.read() {
        if edit.field.0 == NOTE
            && let Some(draft) = &mut ui.share
        {
            draft.note.clone_from(&edit.text);
        }
    }
}

fn choose(mut acts: Acts, play: Res<Play>, mut ui: ResMut<FolderUi>) {
    for act in acts.read() {
        let Action::Folder(action) = act.action else {
            continue;
        };
        let Some(draft) = ui.bypass_change_detection().share.as_mut() else {
            continue;
        };
        let item = play
            .seat()
            .view
            .folder
            .iter()
            .find(|item| item.id == draft.item);
        match (action, item) {
            (FolderAction::Form(form), Some(item)) => draft.take(item, form),
            (FolderAction::Channel(channel), Some(_)) => draft.channel = channel,
            _ => continue,
        }
        ui.set_changed();
    }
}

fn send(
    mut acts: Acts,
    mut play: ResMut<Play>,
    mut ui: ResMut<FolderUi>,
    mut notices: ResMut<Notices>,
    mut commands: Commands,
) {
    if !acts
        .read()
        .any(|act| act.action == Action::Folder(FolderAction::Send))
    {
        return;
    }
    let Some(draft) = ui.share.clone() else {
        return;
    };
    let note = Some(draft.note.trim().to_owned()).filter(|note| !note.is_empty());
    let (item, form, channel) = (draft.item, draft.form, draft.channel);
    let command = Command::ShareItem {
        item,
        form,
        channel,
        note,
    };
    let said = play.bypass_change_detection().send(command);
    let not_done = match said {
        Said::Refused(refusal) => Some(why(refusal)),
        other => other.why_not(),
    };
    match not_done {
        None => {
            play.set_changed();
            ui.share = None;
            dialog::close_top(&mut commands);
            if let Some(item) = play.seat().view.folder.iter().find(|held| held.id == item) {
                notices.tell(sent(play.seat(), item));
            }
        }
        Some(words) => notices.refuse(words),
    }
}

fn sent(seat: &SeatEnd, item: &ItemView) -> Words {
    let arrives = item.shared.last().map_or(0, |sent| sent.arrives);
    let key = if arrives > seat.view.clock.round {
        "share-sent-goes"
    } else {
        "share-sent-there"
    };
    t(key)
        .with("number", number(item).as_str())
        .with("team", partner(&seat.case))
        .with("round", arrives)
}

/// Opens the dialog.
pub fn open(commands: &mut Commands, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    let title = t("share-title")
        .with("number", number(item).as_str())
        .with("team", partner(&seat.case));
    let (seat, item, draft) = (seat.clone(), item.clone(), draft.clone());
    dialog::open(commands, title, Some(Icon::Send), 1100.0, move |dialog| {
        let left = |left: &mut Parent| {
            scroll::area(left, px(GAP_4).all(), GAP_2, false, |left| {
                part(left, column(GAP_2), Part::Choices, &seat, &item, &draft);
                note_field(left, &seat, &item, &draft);
            });
        };
        let right = |right: &mut Parent| {
            scroll::area(right, px(GAP_4).all(), 0.0, false, |right| {
                part(right, column(10.0), Part::Preview, &seat, &item, &draft);
            });
            let foot = Node {
                padding: px(GAP_4).all(),
                flex_shrink: 0.0,
                ..row(GAP_3)
            };
            part(right, foot, Part::Send, &seat, &item, &draft);
        };
        dialog::halves(dialog, 590.0, 51.5, left, right);
    });
}

fn part(
    parent: &mut Parent,
    place: Node,
    part: Part,
    seat: &SeatEnd,
    item: &ItemView,
    draft: &Draft,
) {
    parent
        .spawn((place, Built::of(part, draft, item)))
        .with_children(|place| fill(place, part, seat, item, draft));
}

/// Builds anew what the choices and the note change.
pub fn refresh(
    play: Res<Play>,
    ui: Res<FolderUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let Some(draft) = &ui.share else { return };
    let seat = play.seat();
    let Some(item) = seat.view.folder.iter().find(|item| item.id == draft.item) else {
        return;
    };
    for (entity, mut built) in &mut parts {
        let now = Built::of(built.part, draft, item);
        if *built == now {
            continue;
        }
        let kind = built.part;
        *built = now;
        wake.soon();
        let mut place = commands.entity(entity);
        place
            .despawn_related::<Children>()
            .with_children(|place| fill(place, kind, seat, item, draft));
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    match part {
        Part::Choices => choices::build(place, seat, item, draft),
        Part::Count => {
            let words = t("share-count")
                .with("number", draft.note.chars().count())
                .with("of", TEXT_LIMIT);
            place.spawn(text(words, Type::LABEL.one_line()));
        }
        Part::Preview => preview::build(place, seat, item, draft),
        Part::Send => foot(place, seat, item, draft),
    }
}

fn title(parent: &mut Parent, words: Words, end: impl FnOnce(&mut Parent)) {
    parent.spawn(row(GAP_3)).with_children(|line| {
        line.spawn(text(words, Type::HEAD.one_line()));
        line.spawn(grow());
        end(line);
    });
}

fn note_field(left: &mut Parent, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    title(left, t("share-note"), |end| {
        end.spawn(text(
            t("share-note-how").with("team", partner(&seat.case)),
            Type::LABEL.one_line(),
        ));
    });
    left.spawn(Node {
        flex_shrink: 0.0,
        ..default()
    })
    .with_children(|line| {
        let mut field = Field::new(NOTE, t("share-note"), t("share-note-hint"));
        field.max = usize::from(TEXT_LIMIT);
        field.lines = 3;
        field.value.clone_from(&draft.note);
        field.spawn(line);
    });
    let foot = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    left.spawn(foot).with_children(|foot| {
        foot.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|words| {
            if item.tear_line.is_some() {
                words.spawn(text(
                    t("share-compare").with("text", &item.text),
                    Type::LABEL,
                ));
            }
        });
        part(foot, row(0.0), Part::Count, seat, item, draft);
    });
}

fn foot(foot: &mut Parent, seat: &SeatEnd, item: &ItemView, draft: &Draft) {
    Button::normal(t("share-cancel"), Action::CloseDialog)
        .key(KeyCode::Escape)
        .spawn(foot);
    let off = match draft.way(item).map(|way| way.arrives) {
        Some(Ok(_)) => None,
        Some(Err(refusal)) => Some(why(refusal)),
        None => Some(plain("")),
    };
    let words = t("share-send").with("team", partner(&seat.case));
    // Enter, held, sends from the moment the dialog opens.
    Hold::new(words, Action::Folder(FolderAction::Send))
        .off(off)
        .first()
        .spawn(foot);
}
