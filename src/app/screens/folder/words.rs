//! What is said of an item: its number, its state as a sentence, the times of both services.

use crate::app::i18n::{Words, family, t};
use crate::engine::Consent;
use crate::scenario::ids::{SubjectId, Team};
use crate::scenario::words::{Channel, Form};
use crate::session::SeatEnd;
use crate::view::{CaseView, ItemView, SharedView};

/// `N-07`: who originated it, and which of theirs it is.
#[must_use]
pub fn number(item: &ItemView) -> String {
    let letter = match item.origin {
        Team::North => 'N',
        Team::South => 'S',
    };
    format!("{letter}-{:02}", item.number)
}

/// The partner's short name.
#[must_use]
pub fn partner(case: &CaseView) -> &crate::scenario::Text {
    &case.services[case.team.other().index()].short
}

/// A channel inside a sentence.
#[must_use]
pub fn channel(channel: Channel) -> Words {
    family("folder-by", channel.key())
}

/// Where it came from, or how far it went; and the team whose sign stands before it.
#[must_use]
pub fn state(item: &ItemView, case: &CaseView, round: u8) -> (Option<Team>, Words) {
    let partner_team = case.team.other();
    if let Some(received) = &item.received {
        let consent = match item.consent {
            None => "liaison-card-ask-first",
            Some(Consent::Asked(_)) => "liaison-card-asked",
            Some(Consent::Granted) => "liaison-card-granted",
            Some(Consent::Refused) => "liaison-card-refused",
        };
        let words = t("folder-from")
            .with("team", partner(case))
            .with("round", received.round)
            .with("consent", t(consent));
        return (Some(partner_team), words);
    }
    match item.shared.last() {
        Some(sent) => (Some(partner_team), passed(sent, round)),
        None => (
            None,
            t("folder-held").with("rounds", round.saturating_sub(item.held_since)),
        ),
    }
}

fn passed(sent: &SharedView, round: u8) -> Words {
    let (key, round) = match (sent.form, sent.arrives > round) {
        (Form::Full, false) => ("folder-shared-full", sent.arrives),
        (Form::Full, true) => ("folder-going-full", sent.arrives),
        (Form::TearLine, false) => ("folder-shared-tear-line", sent.arrives),
        (Form::TearLine, true) => ("folder-going-tear-line", sent.arrives),
    };
    t(key).with("round", round)
}

/// Form, channel and rounds of one sending, for the item's own page and the joint board.
#[must_use]
pub fn sending(sent: &SharedView, round: u8) -> Words {
    let key = if sent.arrives > round {
        "folder-sending-goes"
    } else {
        "folder-sending-there"
    };
    t(key)
        .with("form", family("folder-form", sent.form.key()))
        .with("channel", channel(sent.channel))
        .with("sent", sent.sent)
        .with("arrives", sent.arrives)
}

/// Local time of `team` at the beginning of a round.
#[must_use]
pub fn round_time(case: &CaseView, team: Team, round: u8) -> String {
    clock(
        case,
        team,
        u32::from(round.saturating_sub(1)) * u32::from(case.round_hours) * 60,
    )
}

/// Local time of `team` now: the planning phase stands for the round's hours.
#[must_use]
pub fn time_now(seat: &SeatEnd, team: Team) -> String {
    let clock_view = &seat.view.clock;
    let length = u64::from(seat.case.round_hours) * 60;
    let limit = (u64::from(clock_view.limit_seconds) * 1000).max(1);
    let gone = limit.saturating_sub(seat.left_ms.min(limit));
    let part = u32::try_from(length * gone / limit).unwrap_or(0);
    let before = u32::from(clock_view.round.saturating_sub(1)) * u32::try_from(length).unwrap_or(0);
    clock(&seat.case, team, before + part)
}

fn clock(case: &CaseView, team: Team, minutes: u32) -> String {
    let start = u32::from(case.services[team.index()].start_minute);
    let minute = (start + minutes) % (24 * 60);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Does it name this subject?
#[must_use]
pub fn names(item: &ItemView, subject: SubjectId) -> bool {
    item.subjects.iter().any(|named| named.id == subject)
}
