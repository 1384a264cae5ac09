//! The line at the foot of the window that says why something was refused or went wrong.
//!
//! It stays until the next act or until it is dismissed; screen readers hear it at once.

use accesskit::{Live, Node as Accessible, Role};
use bevy::a11y::AccessibilityNode;
use bevy::prelude::*;

use super::button::Button;
use super::dialog::Dialog;
use super::press::Named;
use crate::app::action::{Action, Acts, Answer, Heard};
use crate::app::i18n::{Words, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{row, text};
use crate::app::theme::measure::{GAP_2, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::drawing::icon::Icon;
use bevy::input_focus::tab_navigation::TabGroup;

/// What is said, if anything.
#[derive(Resource, Debug, Default)]
pub struct Notices {
    now: Option<(Words, bool)>,
    changed: bool,
}

impl Notices {
    /// Something was refused or failed: shown in the alarm colour with its sign.
    pub fn refuse(&mut self, words: Words) {
        self.now = Some((words, true));
        self.changed = true;
    }

    /// Something is well and worth a line.
    pub fn tell(&mut self, words: Words) {
        self.now = Some((words, false));
        self.changed = true;
    }

    /// Nothing to say any more.
    pub fn clear(&mut self) {
        if self.now.take().is_some() {
            self.changed = true;
        }
    }
}

/// At the desk a notice stands above the liaison line, in logical pixels from the foot.
const ABOVE_LINE: f32 = 132.0;

/// At the counter and in the room it stands above the foot.
const ABOVE_DECISION: f32 = 70.0;

#[derive(Component)]
struct Line;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notices>();
    app.add_systems(Update, (clear.in_set(Heard), show.after(Answer)));
}

fn clear(mut acts: Acts, mut notices: ResMut<Notices>) {
    if acts.read().next().is_some() {
        notices.clear();
    }
}

fn show(
    mut notices: ResMut<Notices>,
    screen: Res<State<Screen>>,
    dialogs: Query<(), With<Dialog>>,
    lines: Query<Entity, With<Line>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if !notices.changed {
        return;
    }
    notices.changed = false;
    wake.soon();
    for line in &lines {
        commands.entity(line).despawn();
    }
    let Some((words, alarm)) = notices.now.clone() else {
        return;
    };
    let (fill, edge, sign) = if alarm {
        (Tone::AlertDim, Tone::Alert, Icon::Warning)
    } else {
        (Tone::Room2, Tone::RuleStrong, Icon::Info)
    };
    let across = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        right: px(0),
        bottom: px(match **screen {
            Screen::Desk if dialogs.is_empty() => ABOVE_LINE,
            Screen::Line | Screen::Room if dialogs.is_empty() => ABOVE_DECISION,
            _ => 16.0,
        }),
        justify_content: JustifyContent::Center,
        ..default()
    };
    let place = (
        across,
        GlobalZIndex(500),
        Line,
        Pickable::IGNORE,
        TabGroup::new(50),
    );
    commands.spawn(place).with_children(|across| {
        let node = Node {
            max_width: px(760),
            padding: UiRect::axes(px(12), px(6)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            ..row(GAP_2)
        };
        let mut spoken = Accessible::new(Role::Alert);
        spoken.set_live(Live::Assertive);
        let look = (
            Fill(fill),
            Edge::All(edge),
            Named(words.clone()),
            AccessibilityNode::from(spoken),
        );
        across.spawn((node, look)).with_children(|line| {
            line.spawn(icon(
                sign,
                18.0,
                if alarm { Tone::Alert } else { Tone::Text2 },
            ));
            line.spawn(text(words, Type::BODY));
            let close = t("common-close");
            Button::quiet(close, Action::DismissNotice)
                .small()
                .spawn(line);
        });
    });
}
