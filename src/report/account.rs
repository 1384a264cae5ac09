//! The exercise as a person would tell it: one sentence for each thing that happened.

mod authority;
mod board;
mod desks;
mod facilitation;
mod operations;
mod planning;
mod plot;
mod tasks;
mod theory;

use std::sync::Arc;

use super::words::{Speaker, number};
use crate::engine::{Actor, CaseTime, Entry, Event, State, evolve};
use crate::language::{Words, family, t};
use crate::scenario::ids::{ItemId, OfficerId, PersonId, SubjectId, TaskId, Team};
use crate::scenario::model::Effect;
use crate::scenario::{Scenario, Text};

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
    speaker: Speaker,
}

/// What is told of an event: whose doing it was, whether it is a heading, the words.
type Told = Option<(Option<Team>, bool, String)>;

impl Account {
    /// An account of an exercise with this case in the language of this tag: the texts of the case, and
    /// the program's own words where it speaks that language (else in English).
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, lang: &str) -> Self {
        Self {
            state: State::new(scenario),
            speaker: Speaker::new(lang),
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

    fn sentence(&self, event: &Event, actor: Actor) -> Told {
        match event {
            Event::Acknowledged { .. } | Event::MilestoneReached { .. } => None,
            Event::RoundStarted { .. }
            | Event::ReadySet { .. }
            | Event::PlanningEnded { .. }
            | Event::Paused
            | Event::Resumed
            | Event::PlanningExtended { .. }
            | Event::VerdictOpened
            | Event::DebriefOpened { .. } => planning::sentence(self, event, actor),
            Event::TaskAssigned { .. }
            | Event::TaskCleared { .. }
            | Event::TaskResolved { .. }
            | Event::TaskContinues { .. }
            | Event::SetPieceOpened { .. }
            | Event::SetPiecePlayed { .. }
            | Event::SetPieceEnded { .. } => tasks::sentence(self, event),
            Event::TheoryRecorded { .. }
            | Event::VerdictDrafted { .. }
            | Event::VerdictSigned { .. } => theory::sentence(self, event),
            Event::ItemShared { .. }
            | Event::ItemArrived { .. }
            | Event::MessageSent { .. }
            | Event::Requested { .. }
            | Event::RequestAnswered { .. }
            | Event::PointerQueried { .. }
            | Event::PointerMatched { .. }
            | Event::ConsentAsked { .. }
            | Event::ConsentGiven { .. }
            | Event::Breach { .. }
            | Event::TrustMoved { .. }
            | Event::BlueOnBlue { .. } => desks::sentence(self, event),
            Event::Effected { effect, .. } => self.effect(*effect),
            Event::WelfareChanged { person, by } => self.welfare(*person, *by),
            Event::InjectFired { .. }
            | Event::InjectHeld { .. }
            | Event::InjectReleased { .. }
            | Event::InjectSkipped { .. }
            | Event::InjectEdited { .. }
            | Event::Decided { .. }
            | Event::Stepped { .. }
            | Event::StepPrevented { .. }
            | Event::Reacted { .. } => plot::sentence(self, event, actor),
            Event::LinkAdded { .. }
            | Event::LinkRemoved { .. }
            | Event::LinkPosted { .. }
            | Event::LinkWithdrawn { .. }
            | Event::LinkChallenged { .. }
            | Event::ChallengeSettled { .. } => board::sentence(self, event),
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
            // No name: the account is read by everybody.
            Event::QuestionnaireAnswered { team, when, .. } => {
                let when = family("account-occasion", when.key());
                self.by(*team, t("account-questionnaire").with("when", when))
            }
            Event::AnswersShown => self.plain(t("account-answers-shown")),
        }
    }

    fn effect(&self, effect: Effect) -> Told {
        match effect {
            Effect::Give { item, to } => {
                self.by(to, t("account-new-item").with("item", self.item(item)))
            }
            Effect::Exposure(by) if by != 0 => {
                let now = self.state.exposure;
                let then = now.saturating_add_signed(by).min(100);
                self.plain(t("account-alarm").with("from", now).with("to", then))
            }
            Effect::Welfare { person, by } => self.welfare(person, by),
            Effect::Trust(by) if by != 0 => {
                let now = self.state.liaison.trust;
                let then = now.saturating_add_signed(by).min(100);
                self.plain(t("account-trust").with("from", now).with("to", then))
            }
            Effect::Trust(_)
            | Effect::Exposure(_)
            | Effect::Flag(_)
            | Effect::Open(_)
            | Effect::Close(_) => None,
        }
    }

    fn welfare(&self, person: PersonId, by: i8) -> Told {
        let name = &self.scenario().people.get(person.index())?.name;
        let now = self.state.welfare.get(person.index()).copied().unwrap_or(0);
        let then = now.saturating_add_signed(by).min(10);
        let told = t("account-welfare").with("name", self.text(name));
        self.plain(told.with("from", now).with("to", then))
    }
}

/// What its families tell with.
impl Account {
    /// A team's doing.
    fn by(&self, team: Team, words: Words) -> Told {
        Some((Some(team), false, self.say(&words)))
    }

    /// Nobody's doing, or everybody's.
    fn plain(&self, words: Words) -> Told {
        Some((None, false, self.say(&words)))
    }

    fn heading(&self, words: Words) -> Told {
        Some((None, true, self.say(&words)))
    }

    fn scenario(&self) -> &Scenario {
        self.state.scenario()
    }

    fn say(&self, words: &Words) -> String {
        self.speaker.say(words)
    }

    fn text<'a>(&self, text: &'a Text) -> &'a str {
        self.speaker.text(text)
    }

    fn officer(&self, id: OfficerId) -> &str {
        self.text(&self.scenario().officer(id).name)
    }

    fn task(&self, id: TaskId) -> &str {
        self.text(&self.scenario().task(id).title)
    }

    fn subject(&self, id: SubjectId) -> &str {
        self.text(&self.scenario().subject(id).name)
    }

    /// The service's short name.
    fn service(&self, team: Team) -> &str {
        self.text(&self.scenario().service(team).short)
    }

    fn number(&self, id: ItemId) -> String {
        let item = self.scenario().item(id);
        number(item.origin, item.number)
    }

    fn numbers<'a>(&self, ids: impl IntoIterator<Item = &'a ItemId>) -> String {
        self.speaker
            .list(ids.into_iter().map(|id| self.number(*id)))
    }

    fn item(&self, id: ItemId) -> String {
        self.speaker.item(self.scenario(), id)
    }

    /// A moment so many minutes into a round, on North's clock.
    fn moment(&self, round: u8, minute: u16) -> String {
        let hours = u32::from(self.scenario().round_hours);
        let begins = u32::from(round.saturating_sub(1)) * hours * 60;
        let at = CaseTime(begins + u32::from(minute));
        self.speaker.local_time(self.scenario(), Team::North, at)
    }
}

/// Sentences one after the other; what is empty is left out.
fn together(sentences: [Option<String>; 2]) -> String {
    let told: Vec<_> = sentences.into_iter().flatten().collect();
    told.join(" ")
}
