//! The controls. A control proposes: it writes its [`super::action::Action`] to the stream and changes nothing.
//!
//! - [`button::Button`]: primary, normal, quiet; small; icon, key, off with a reason
//! - [`hold::Hold`]: an act that cannot be taken back
//! - `choice`: [`choice::Check`], [`choice::OptionCard`], [`choice::segments`], [`choice::tabs`]
//! - `panel`: surfaces (panel with head, paper, chip, count, key cap, meter, steps, rule)
//! - [`field::Field`]: one line or more of a person's own words
//! - [`scroll::area`]: what is longer than its place
//! - [`dialog::open`]: a modal dialog; [`notice::Notices`]: refusals and what went wrong

pub mod button;
pub mod choice;
pub mod dialog;
pub mod field;
pub mod hold;
pub mod notice;
pub mod panel;
pub mod press;
pub mod scroll;

use bevy::prelude::*;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        press::plugin,
        hold::plugin,
        field::plugin,
        scroll::plugin,
        dialog::plugin,
        notice::plugin,
    ));
}
