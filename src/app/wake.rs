//! When a frame is drawn: after input, after a change, on the beat of a running clock, else never.
//!
//! An idle window waits up to a minute for its next frame, so whatever changes without input must
//! say [`Wake::soon`]. A system that animates says it on every frame while it does.

use std::time::Duration;

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::{UpdateMode, WinitSettings};

/// Frames still wanted, and the beat.
#[derive(Resource, Debug)]
pub struct Wake {
    frames: u8,
    beat: Option<Duration>,
    writing: bool,
}

/// Enough for a change to pass through state, layout, text and the renderer.
const SETTLE: u8 = 4;

impl Default for Wake {
    fn default() -> Self {
        // The first screen: until its fonts and images are in.
        Self {
            frames: 30,
            beat: None,
            writing: false,
        }
    }
}

impl Wake {
    /// Draw the next few frames.
    pub fn soon(&mut self) {
        self.frames = self.frames.max(SETTLE);
    }

    /// Draw at least this often: a clock is running. `None` ends it.
    pub fn beat(&mut self, every: Option<Duration>) {
        self.beat = every;
    }

    /// Somebody writes in a field: its cursor blinks twice a second.
    pub fn writing(&mut self, writing: bool) {
        self.writing = writing;
        self.soon();
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wake>()
        .insert_resource(WinitSettings::desktop_app());
    app.add_message::<RequestRedraw>();
    app.add_systems(Last, (ask, pace));
}

fn ask(mut wake: ResMut<Wake>, mut redraw: MessageWriter<RequestRedraw>) {
    if wake.frames > 0 {
        wake.bypass_change_detection().frames -= 1;
        redraw.write(RequestRedraw);
    }
}

fn pace(wake: Res<Wake>, mut settings: ResMut<WinitSettings>) {
    let blink = wake.writing.then_some(Duration::from_millis(500));
    let wanted = match wake.beat.into_iter().chain(blink).min() {
        Some(every) => (
            UpdateMode::reactive(every),
            UpdateMode::reactive_low_power(every),
        ),
        None => {
            let idle = WinitSettings::desktop_app();
            (idle.focused_mode, idle.unfocused_mode)
        }
    };
    if (settings.focused_mode, settings.unfocused_mode) != wanted {
        (settings.focused_mode, settings.unfocused_mode) = wanted;
    }
}
