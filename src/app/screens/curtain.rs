//! CURTAIN: between two teams at one screen. It shows nothing of either, only whose turn it is, and is
//! opened by holding, so that nobody opens it by leaning on the keyboard.

use bevy::input_focus::{FocusCause, InputFocus};
use bevy::prelude::*;

use super::{Screen, root};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::{Curtain, Play};
use crate::app::focus::FirstFocus;
use crate::app::i18n::{case, t};
use crate::app::text::{column, text};
use crate::app::theme::measure::GAP_4;
use crate::app::theme::{Tone, Type, team_tones};
use crate::app::widgets::hold::Hold;
use crate::app::widgets::panel::team_sign;
use crate::drawing::icon::Icon;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Curtain), enter);
    app.add_systems(
        Update,
        (open.in_set(Answer), listen).run_if(in_state(Screen::Curtain)),
    );
}

/// A click beside the only button does not make the keyboard deaf.
fn listen(first: Query<Entity, With<FirstFocus>>, mut focus: ResMut<InputFocus>) {
    if let (None, Ok(button)) = (focus.get(), first.single()) {
        focus.set(button, FocusCause::Navigated);
    }
}

fn enter(mut commands: Commands, curtain: Option<Res<Curtain>>, play: Option<Res<Play>>) {
    let (Some(curtain), Some(play)) = (curtain, play) else {
        return;
    };
    let node = Node {
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..column(GAP_4)
    };
    // Names of the services are public.
    let service = &play.seat().case.services[curtain.to.index()];
    commands
        .spawn(root(Screen::Curtain, node))
        .with_children(|page| {
            page.spawn(team_sign(curtain.to, 64.0, false));
            let title = t("curtain-title").with("team", &service.short);
            page.spawn(text(
                title,
                Type::FIGURE.tone(team_tones(curtain.to)[0]).centred(),
            ));
            page.spawn(text(
                case(&service.name),
                Type::BODY.tone(Tone::Text2).centred(),
            ));
            let away = t("curtain-away").with(
                "team",
                &play.seat().case.services[curtain.to.other().index()].short,
            );
            page.spawn(text(away, Type::BODY.centred()));
            if curtain.half {
                let other = &play.seat().case.services[curtain.to.other().index()].short;
                let words = t("curtain-half").with("team", other);
                page.spawn(text(words, Type::BODY.tone(Tone::Text2).centred()));
            }
            let place = Node {
                width: px(420),
                max_width: percent(90),
                margin: UiRect::top(px(16)),
                ..default()
            };
            page.spawn(place).with_children(|place| {
                Hold::new(t("curtain-open"), Action::OpenCurtain)
                    .icon(Icon::Hand)
                    .first()
                    .spawn(place);
            });
        });
}

fn open(
    mut acts: Acts,
    curtain: Option<Res<Curtain>>,
    play: Option<ResMut<Play>>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    let opened = acts.read().any(|act| act.action == Action::OpenCurtain);
    if let (true, Some(curtain), Some(mut play)) = (opened, curtain, play) {
        play.sit(curtain.to);
        next.set(curtain.then);
        commands.remove_resource::<Curtain>();
    }
}
