//! The exercise as a person would tell it: one sentence for each thing that happened.

mod authority;
mod facilitation;
mod plot;

use std::sync::Arc;

pub(super) mod desks;
pub(super) mod operations;

use super::elements;
use crate::engine::encounter::document::bench;
use crate::engine::encounter::set_piece::Act;
use crate::engine::{Actor, CaseTime, Entry, Event, State, Theory, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, OfficerId, Team};
use crate::scenario::model::{Effect, Link, SetPiece};
use crate::scenario::words::{Channel, Form, LinkKind};
use crate::view::finding;

/// One line of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// 0 in the briefing, then from 1.
    pub round: u8,
    /// Whose doing it was.
    pub team: Option<Team>,
    /// A heading (a phase begins) or a line under it.
    pub heading: bool,
    pub text: String,
}

/// Tells entries in order; feed it all of them, from the first.
pub struct Account {
    state: State,
    lang: String,
}

impl Account {
    /// An account of an exercise with this case, with the case's texts in `lang`.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, lang: &str) -> Self {
        Self {
            state: State::new(scenario),
            lang: lang.to_owned(),
        }
    }

    /// The state after everything told so far.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Tells one entry.
    pub fn tell(&mut self, entry: &Entry) -> Vec<Sentence> {
        let events = entry.events.iter();
        events
            .filter_map(|event| self.tell_event(event, entry.actor))
            .collect()
    }

    /// Tells one event of an entry of this actor, if there is anything to tell.
    pub fn tell_event(&mut self, event: &Event, actor: Actor) -> Option<Sentence> {
        let told = self.sentence(event, actor);
        evolve(&mut self.state, event);
        let (team, heading, text) = told?;
        Some(Sentence {
            round: self.state.round(),
            team,
            heading,
            text,
        })
    }

    fn sentence(&self, event: &Event, actor: Actor) -> Option<(Option<Team>, bool, String)> {
        let scenario = self.state.scenario();
        let heading = |text: String| Some((None, true, text));
        let by = |team: Team, text: String| Some((Some(team), false, text));
        let plain = |text: String| Some((None, false, text));
        match event {
            Event::Acknowledged { .. } | Event::ReadySet { ready: true, .. } => None,
            Event::RoundStarted { round } => heading(format!(
                "Round {round} of {}, {} {}",
                scenario.rounds,
                clock_at(scenario, Team::North, self.round_start(*round)),
                self.say(&scenario.service(Team::North).place),
            )),
            Event::TaskAssigned {
                team,
                officer,
                task,
            } => by(
                *team,
                format!(
                    "{} is sent to: {}",
                    self.officer(*officer),
                    self.task(*task)
                ),
            ),
            Event::TaskCleared { team, officer } => {
                by(*team, format!("{} is called back", self.officer(*officer)))
            }
            Event::TheoryRecorded { team, theory, .. } => {
                let first = self.state.team(*team).first_theory.is_none();
                let word = if first {
                    "First theory"
                } else {
                    "Theory revised"
                };
                by(*team, format!("{word}: {}", self.theory(theory)))
            }
            Event::ItemShared {
                team,
                item,
                form,
                channel,
                note,
                arrives,
                ..
            } => {
                let when = if *arrives == self.state.round() {
                    "arrives at once".to_owned()
                } else {
                    format!("arrives in round {arrives}")
                };
                let note = note
                    .as_ref()
                    .map(|n| format!(" Note: “{n}”"))
                    .unwrap_or_default();
                by(
                    *team,
                    format!(
                        "Shares {} {} {}; {when}.{note}",
                        self.item(*item),
                        form_words(*form),
                        channel_words(*channel),
                    ),
                )
            }
            Event::ItemArrived { team, item, .. } => {
                by(*team, format!("Receives {}", self.number(*item)))
            }
            Event::Requested { .. }
            | Event::RequestAnswered { .. }
            | Event::PointerQueried { .. }
            | Event::PointerMatched { .. }
            | Event::ConsentAsked { .. }
            | Event::ConsentGiven { .. }
            | Event::Breach { .. }
            | Event::TrustMoved { .. }
            | Event::BlueOnBlue { .. } => desks::sentence(self, event),
            Event::MessageSent { team, text, .. } => by(*team, format!("Message: “{text}”")),
            Event::ReadySet { team, ready: false } => by(*team, "Not ready after all".to_owned()),
            Event::PlanningEnded { by_clock } => plain(
                if *by_clock {
                    "Time is up. The round is carried out."
                } else if matches!(actor, Actor::Facilitator) {
                    "The facilitator ends planning. The round is carried out."
                } else {
                    "Both teams are ready. The round is carried out."
                }
                .to_owned(),
            ),
            Event::TaskResolved {
                team,
                officer,
                task,
                chance,
                roll,
                success,
            } => {
                let t = scenario.task(*task);
                let word = if *success { "done" } else { "did not work" };
                let text = if *success {
                    Some(&t.success_text)
                } else {
                    t.failure_text.as_ref()
                };
                let text = text
                    .map(|t| format!(" {}", self.say(t)))
                    .unwrap_or_default();
                by(
                    *team,
                    format!(
                        "{}: {}: {word} (rolled {roll}, needed {chance} or less).{text}",
                        self.officer(*officer),
                        self.task(*task),
                    ),
                )
            }
            Event::TaskContinues {
                team,
                officer,
                task,
            } => by(
                *team,
                format!(
                    "{} is still at: {}",
                    self.officer(*officer),
                    self.task(*task)
                ),
            ),
            Event::SetPieceOpened {
                team,
                officer,
                task,
                ..
            } => by(
                *team,
                format!("{} begins: {}", self.officer(*officer), self.task(*task)),
            ),
            Event::SetPiecePlayed {
                team,
                task,
                act: Act::Document(bench::Act::Find(said)),
            } => {
                let SetPiece::Document(id) = scenario.task(*task).set_piece? else {
                    return None;
                };
                let document = scenario.documents.get(id.index())?;
                let title = self.say(&document.title);
                by(*team, format!("Finding on “{title}”: {}", finding(*said)))
            }
            // Each question stands in the record; here it would hide what came of them.
            Event::SetPiecePlayed { .. } => None,
            Event::SetPieceEnded {
                team,
                officer,
                task,
                points,
                success,
                left,
            } => {
                let t = scenario.task(*task);
                let text = if *success {
                    Some(&t.success_text)
                } else {
                    t.failure_text.as_ref()
                };
                let text = text.map_or_else(String::new, |t| format!(" {}", self.say(t)));
                let word = match (left, success) {
                    (true, _) => "walked out".to_owned(),
                    (_, true) => format!("done well, {points} points of 100"),
                    (_, false) => format!("done badly, {points} points of 100"),
                };
                by(
                    *team,
                    format!(
                        "{}: {}: {word}.{text}",
                        self.officer(*officer),
                        self.task(*task)
                    ),
                )
            }
            Event::Effected { effect, .. } => self.effect(*effect),
            Event::WelfareChanged { person, by: change } => {
                let p = scenario.people.get(person.index())?;
                let now = self.state.welfare.get(person.index()).copied().unwrap_or(0);
                let then = now.saturating_add_signed(*change).min(10);
                plain(format!("{}: welfare {now} → {then}", self.say(&p.name)))
            }
            Event::InjectFired { .. }
            | Event::InjectHeld { .. }
            | Event::InjectReleased { .. }
            | Event::InjectSkipped { .. }
            | Event::InjectEdited { .. }
            | Event::Decided { .. }
            | Event::Stepped { .. }
            | Event::StepPrevented { .. }
            | Event::Reacted { .. } => plot::sentence(&self.state, &self.lang, event, actor),
            Event::MilestoneReached { .. } => None,
            Event::LinkAdded { team, link, items } => {
                let items: Vec<_> = items.iter().map(|i| self.number(*i)).collect();
                let read = items.join(", ");
                by(
                    *team,
                    format!("Draws a link: {} (read out of {read})", self.link(*link)),
                )
            }
            Event::LinkRemoved { team, link } => by(
                *team,
                format!("Takes a link off its chart: {}", self.link(*link)),
            ),
            Event::LinkPosted { team, link, behind } => {
                let items = if *behind == 1 { "item" } else { "items" };
                let link = self.link(*link);
                by(
                    *team,
                    format!("To the joint board: {link} ({behind} {items} behind it)"),
                )
            }
            Event::LinkWithdrawn { team, link } => {
                by(*team, format!("Off the joint board: {}", self.link(*link)))
            }
            Event::LinkChallenged {
                team, link, text, ..
            } => by(*team, format!("Doubts that {}: “{text}”", self.link(*link))),
            Event::ChallengeSettled { team, link } => {
                by(*team, format!("Doubts no more that {}", self.link(*link)))
            }
            Event::PlanDrafted { .. }
            | Event::PlanSigned { .. }
            | Event::PlanWithdrawn { .. }
            | Event::OperationRun { .. } => operations::sentence(self, event),
            Event::AuthorityApplied { .. } => authority::sentence(self, event),
            Event::PaceSet { .. }
            | Event::ItemGiven { .. }
            | Event::TaskOverridden { .. }
            | Event::Told { .. }
            | Event::InjectInserted { .. }
            | Event::Observed { .. }
            | Event::Rated { .. }
            | Event::RatingSettled { .. }
            | Event::DebriefHeld
            | Event::TruthOpened => facilitation::sentence(self, event),
            Event::Paused => plain("The clock is stopped.".to_owned()),
            Event::Resumed => plain("The clock runs again.".to_owned()),
            Event::PlanningExtended { seconds } => {
                plain(format!("The phase gets {seconds} seconds more."))
            }
            Event::VerdictOpened => heading("Verdict".to_owned()),
            Event::VerdictDrafted {
                team,
                revision,
                theory,
            } => by(
                *team,
                format!(
                    "Drafts verdict, revision {revision}: {}",
                    self.theory(theory)
                ),
            ),
            Event::VerdictSigned { team, revision } => {
                by(*team, format!("Signs revision {revision}"))
            }
            Event::DebriefOpened { joint } => heading(
                if *joint {
                    "Debrief"
                } else {
                    "Debrief. There was no joint verdict."
                }
                .to_owned(),
            ),
        }
    }

    fn effect(&self, effect: Effect) -> Option<(Option<Team>, bool, String)> {
        match effect {
            Effect::Give { item, to } => Some((
                Some(to),
                false,
                format!("New in the folder: {}", self.item(item)),
            )),
            Effect::Exposure(by) if by != 0 => {
                let now = self.state.exposure;
                let then = now.saturating_add_signed(by).min(100);
                Some((None, false, format!("The network's alarm: {now} → {then}")))
            }
            Effect::Welfare { person, by } => {
                let name = self
                    .say(&self.state.scenario().people.get(person.index())?.name)
                    .to_owned();
                let now = self.state.welfare.get(person.index()).copied().unwrap_or(0);
                let then = now.saturating_add_signed(by).min(10);
                Some((None, false, format!("{name}: welfare {now} → {then}")))
            }
            Effect::Trust(by) if by != 0 => {
                let now = self.state.liaison.trust;
                let then = now.saturating_add_signed(by).min(100);
                Some((
                    None,
                    false,
                    format!("Trust between the services: {now} → {then}"),
                ))
            }
            Effect::Trust(_)
            | Effect::Exposure(_)
            | Effect::Flag(_)
            | Effect::Open(_)
            | Effect::Close(_) => None,
        }
    }

    fn say<'a>(&self, text: &'a crate::scenario::Text) -> &'a str {
        text.get(&self.lang)
    }
    fn officer(&self, id: OfficerId) -> &str {
        self.say(&self.state.scenario().officer(id).name)
    }
    fn task(&self, id: crate::scenario::ids::TaskId) -> &str {
        self.say(&self.state.scenario().task(id).title)
    }
    fn number(&self, id: ItemId) -> String {
        let item = self.state.scenario().item(id);
        let letter = if item.origin == Team::North { 'N' } else { 'S' };
        format!("{letter}-{:02}", item.number)
    }
    fn item(&self, id: ItemId) -> String {
        format!(
            "{} “{}”",
            self.number(id),
            self.say(&self.state.scenario().item(id).title)
        )
    }
    fn link(&self, link: Link) -> String {
        let name = |id| self.say(&self.state.scenario().subject(id).name);
        let (from, to) = (name(link.from), name(link.to));
        let verb = match link.kind {
            LinkKind::Owns => "owns",
            LinkKind::Drives => "drives",
            LinkKind::Uses => "uses",
            LinkKind::Calls => "is in touch with",
            LinkKind::Pays => "pays",
            LinkKind::MeetsWith => "meets with",
            LinkKind::WorksFor => "works for",
            LinkKind::StaysAt => "stays at",
            LinkKind::Carries => "carries",
            LinkKind::RelatedTo => "is kin to",
        };
        format!("{from} {verb} {to}")
    }
    fn round_start(&self, round: u8) -> CaseTime {
        let hours = u32::from(self.state.scenario().round_hours);
        CaseTime(u32::from(round.saturating_sub(1)) * hours * 60)
    }

    fn theory(&self, theory: &Theory) -> String {
        let scenario = self.state.scenario();
        let mut parts = vec![
            theory
                .offence
                .map_or("no offence named", |o| o.key())
                .to_owned(),
        ];
        for (question, answer) in scenario.theory.questions.iter().zip(&theory.answers) {
            let answer = answer.map_or("open", |s| self.say(&scenario.subject(s).name));
            parts.push(format!("{} {answer}", self.say(&question.text)));
        }
        for (person, status) in scenario.people.iter().zip(&theory.people) {
            if *status != crate::scenario::words::PersonStatus::Unknown {
                parts.push(format!(
                    "{}: {}",
                    self.say(&person.name),
                    status.key().replace('-', " ")
                ));
            }
        }
        for (element, cell) in scenario.theory.elements.iter().zip(&theory.elements) {
            if !cell.is_empty() {
                let items: Vec<_> = cell.iter().map(|i| self.number(*i)).collect();
                let kind = elements::kind(element.kind);
                parts.push(format!("{kind} by {}", items.join(", ")));
            }
        }
        for (role, said) in scenario.theory.roles.iter().zip(&theory.roles) {
            if let Some(said) = said {
                let name = self.say(&scenario.subject(role.subject).name);
                parts.push(format!("{name}: {}", elements::role(*said)));
            }
        }
        if !theory.cited.is_empty() {
            let cited: Vec<_> = theory.cited.iter().map(|i| self.number(*i)).collect();
            parts.push(format!("citing {}", cited.join(", ")));
        }
        format!("{}; {} % sure", parts.join("; "), theory.confidence)
    }
}

/// A team's local time, `HH:MM`, at a moment of the case.
#[must_use]
pub fn clock_at(scenario: &Scenario, team: Team, at: CaseTime) -> String {
    let shift = i64::from(scenario.service(team).utc_offset)
        - i64::from(scenario.service(Team::North).utc_offset);
    let minute = (i64::from(scenario.start_minute) + shift + i64::from(at.0)).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn form_words(form: Form) -> &'static str {
    match form {
        Form::Full => "in full",
        Form::TearLine => "as a tear-line",
    }
}

fn channel_words(channel: Channel) -> &'static str {
    match channel {
        Channel::LiaisonDesk => "by the liaison desk",
        Channel::Interpol => "by the INTERPOL-type channel",
        Channel::Mutual => "by mutual legal assistance",
    }
}
