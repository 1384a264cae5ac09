//! DEBRIEF: both teams together look at what happened, after they have told it themselves.
//!
//! [`Shown`] is what stays open (the truth, a tab, all items); [`Picks`] is what is picked in it. A change
//! of the first builds the screen anew, a change of the second only its [`Part`]s, so that a list keeps
//! its place. What has the focus in a list is picked.

mod build;
mod cost;
mod desks;
mod figures;
mod follow;
mod hot_wash;
mod item;
mod joint;
mod knowledge;
mod learning;
mod proceedings;
mod rating;
mod ratings;
mod score;
mod tell;
mod theories;
mod truth;
mod unshared;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::input_focus::InputFocusSystems;
use bevy::prelude::*;

use super::{Root, Screen, rebuild, root_with_escape};
use crate::analysis::Standing;
use crate::app::action::{Acted, Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::conduct::Conduct;
use crate::app::far::Far;
use crate::app::hosting::Hosting;
use crate::app::i18n::{Lang, Language, t};
use crate::app::replay;
use crate::app::shelf::{self, Shelf};
use crate::app::text::{Parent, column};
use crate::app::wake::Wake;
use crate::app::whatif::Otherwise;
use crate::app::widgets::field::Edited;
use crate::app::widgets::notice::Notices;
use crate::engine::{Actor, CaseTime, Command, Phase};
use crate::library::{self, Format};
use crate::net::wire::Role;
use crate::protocol::ClientMessage;
use crate::report::Findings;
use crate::scenario::ids::{CriticalTaskId, ItemId};
use crate::scenario::words::Rating;
use crate::view::{CaseView, DebriefView, ObservationView, RatingView, SheetView};
use ratings::May;

/// What only DEBRIEF is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// The teams have told it; the truth is shown from now on.
    OpenTruth,
    /// The teams have told it; now the case's questions.
    AskQuestions,
    Tab(Tab),
    /// A critical task of the evaluation guide.
    Task(CriticalTaskId),
    /// Rate it, or decide on it, as whoever sits here may.
    Rate(CriticalTaskId, Rating),
    /// All items, or the critical ones alone.
    AllItems(bool),
    Item(ItemId),
    Step(usize),
    /// One step of the truth on, or back.
    NextStep,
    PreviousStep,
    /// The truth is played on the map, step by step, or stands.
    PlayTruth,
    Question(usize),
    NextQuestion,
    PreviousQuestion,
    /// The report, written beside the exercise file.
    SaveReport(Format),
    /// The record, played back.
    Replay,
}

/// The tabs, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Knowledge,
    Truth,
    Theories,
    Ratings,
    Score,
    Desks,
    HotWash,
    Learning,
}

impl Tab {
    pub const ALL: [Tab; 8] = [
        Tab::Knowledge,
        Tab::Truth,
        Tab::Theories,
        Tab::Ratings,
        Tab::Score,
        Tab::Desks,
        Tab::HotWash,
        Tab::Learning,
    ];
}

/// What stays open while these people talk about this exercise.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whose debrief it is.
    of: Option<PathBuf>,
    pub opened: bool,
    /// The teams have told it, and talk about the case's questions; the truth comes after.
    pub asking: bool,
    pub tab: Tab,
    pub all_items: bool,
}

/// What is picked in the lists.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    pub item: Option<ItemId>,
    pub step: usize,
    /// The truth goes on by itself.
    pub plays: bool,
    pub question: usize,
    pub task: Option<CriticalTaskId>,
}

/// The note that goes with the next rating.
#[derive(Resource, Clone, Debug, Default)]
struct RateNote(String);

/// What an evaluator who sees one team has given at this seat: the team's view holds no ratings.
#[derive(Resource, Clone, Debug, Default)]
struct Given(Vec<RatingView>);

/// An evaluator's seat that sees one team.
fn evaluates(play: &Play) -> bool {
    play.far()
        .is_some_and(|far| far.role == Some(Role::Evaluator))
}

/// What a screenful is made from.
#[derive(Clone)]
struct Told {
    case: Arc<CaseView>,
    debrief: Arc<DebriefView>,
    /// What the record says; nothing where it is kept nowhere.
    findings: Option<Arc<Findings>>,
    /// What evaluators gave; only who sees both teams has them.
    ratings: Vec<RatingView>,
    /// What was noted while they played; only who sees both teams has it.
    observations: Arc<Vec<ObservationView>>,
    may: May,
    /// A questionnaire can be handed in from here.
    fills_in: bool,
    /// Who has handed in which: of the teams that sit here, or of both for who sees both.
    handed: Vec<SheetView>,
    /// What one thing otherwise would have made of it.
    otherwise: Standing,
    /// How whoever sits here is called at the table.
    name: Option<String>,
    rounds: u8,
    lang: Lang,
}

impl Told {
    fn of(
        source: &Source,
        language: &Language,
        otherwise: &Otherwise,
        given: &Given,
    ) -> Option<Self> {
        Some(match source {
            Source::Seat(play) => {
                let seat = play.seat();
                Self {
                    case: Arc::clone(&seat.case),
                    debrief: Arc::clone(seat.view.debrief.as_ref()?),
                    findings: seat.findings.clone(),
                    ratings: given.0.clone(),
                    observations: Arc::default(),
                    otherwise: otherwise.standing.clone(),
                    fills_in: !play.is_recorded(),
                    handed: play.handed_in(),
                    // With nobody else in the room both teams decide together.
                    may: if evaluates(play) {
                        May::Rate
                    } else if play.far().is_some() || play.is_recorded() {
                        May::Read
                    } else {
                        May::Settle
                    },
                    name: play.far().map(|far| far.pass.name.clone()),
                    rounds: seat.view.clock.round.max(1),
                    lang: language.0,
                }
            }
            Source::Trainer(conduct) => Self {
                case: Arc::clone(&conduct.case.teams[0]),
                debrief: Arc::clone(conduct.view.debrief.as_ref()?),
                findings: conduct.findings.clone(),
                ratings: conduct.view.ratings.clone(),
                observations: Arc::clone(&conduct.view.facilitation.observations),
                otherwise: otherwise.standing.clone(),
                fills_in: conduct.runs_it(),
                handed: conduct.view.questionnaires.sheets.clone(),
                may: match (conduct.runs_it(), conduct.notes_it()) {
                    (true, _) => May::Settle,
                    (false, true) => May::Rate,
                    (false, false) => May::Read,
                },
                name: Some(conduct.far.pass.name.clone()),
                rounds: conduct.view.round.max(1),
                lang: language.0,
            },
        })
    }
}

/// From where it is told.
enum Source<'a> {
    /// A team's seat, or both at this screen.
    Seat(&'a Play),
    /// The trainer's, or one that watches both teams.
    Trainer(&'a Conduct),
}

impl<'a> Source<'a> {
    fn of(play: Option<&'a Play>, conduct: Option<&'a Conduct>) -> Option<Self> {
        match (conduct, play) {
            (Some(conduct), _) => Some(Self::Trainer(conduct)),
            (None, Some(play)) => Some(Self::Seat(play)),
            (None, None) => None,
        }
    }

    /// The truth, once this seat has it.
    fn debrief(&self) -> Option<Arc<DebriefView>> {
        match self {
            Self::Seat(play) => play.seat().view.debrief.clone(),
            Self::Trainer(conduct) => conduct.view.debrief.clone(),
        }
    }

    /// The exercise file, if it is here.
    fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Seat(play) => play.file.clone(),
            Self::Trainer(_) => None,
        }
    }

    /// The exercise is over; the truth may still wait for the trainer.
    fn over(&self) -> bool {
        match self {
            Self::Seat(play) => play.phase() == Phase::Debrief,
            Self::Trainer(conduct) => conduct.view.phase == Phase::Debrief,
        }
    }

    /// Has somebody opened the truth already?
    fn opened(&self) -> bool {
        match self {
            // At a table elsewhere the trainer has opened it, or it is not there.
            Self::Seat(play) if play.far().is_some() => true,
            Self::Seat(play) => play.file.as_deref().is_some_and(shelf::truth_was_opened),
            Self::Trainer(conduct) => !conduct.view.held,
        }
    }
}

/// What follows the picks inside a tab.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Item,
    Map,
    Question,
    Task,
}

/// Where the keyboard goes when a tab is opened.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Lands;

/// A tab was opened in this frame.
#[derive(Resource, Clone, Copy, Debug, Default)]
struct Landing(bool);

/// The tab that is built, if the truth is open.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Built(Option<Tab>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Shown>().init_resource::<Picks>();
    app.init_resource::<RateNote>().init_resource::<Given>();
    app.init_resource::<Built>().init_resource::<Landing>();
    app.init_resource::<Wanted>();
    app.add_observer(follow::pick_focused);
    app.add_systems(OnEnter(Screen::Debrief), enter);
    app.add_systems(OnExit(Screen::Debrief), truth::stop);
    let changed = resource_exists_and_changed::<Play>
        .or_else(resource_exists_and_changed::<Conduct>)
        .or_else(resource_changed::<Shown>)
        .or_else(resource_changed::<Otherwise>)
        .or_else(resource_changed::<Given>)
        .or_else(resource_changed::<Language>);
    app.add_systems(
        Update,
        (
            (note, act, rate, save, take, replay).chain().in_set(Answer),
            (
                ask_otherwise,
                again.run_if(changed),
                truth::play_on,
                follow::parts,
                follow::marks,
            )
                .chain()
                .after(Answer),
        )
            .run_if(in_state(Screen::Debrief)),
    );
    app.add_systems(
        PostUpdate,
        follow::land
            .before(InputFocusSystems::FocusChangeEvents)
            .run_if(in_state(Screen::Debrief)),
    );
}

fn enter(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    language: Res<Language>,
    before: Res<super::Before>,
    otherwise: Res<Otherwise>,
    mut given: ResMut<Given>,
    mut shown: ResMut<Shown>,
    mut picks: ResMut<Picks>,
    mut built: ResMut<Built>,
    mut landing: ResMut<Landing>,
) {
    let Some(source) = Source::of(play.as_deref(), conduct.as_deref()) else {
        return;
    };
    // Another exercise begins with its own people's account; a walk through Settings forgets nothing.
    let file = source.file();
    let same = shown.of == file && (file.is_some() || before.0 == Screen::Debrief);
    if !same {
        *shown = Shown {
            of: file,
            opened: source.opened(),
            ..Shown::default()
        };
        *picks = Picks::default();
        given.0.clear();
    }
    let out = match source {
        Source::Seat(_) => Screen::Home,
        Source::Trainer(_) => Screen::Console,
    };
    let root = root_with_escape(Screen::Debrief, column(0.0), Action::Go(out));
    let id = commands.spawn(root).id();
    built.0 = shown.opened.then_some(shown.tab);
    landing.0 = shown.opened;
    let told = Told::of(&source, &language, &otherwise, &given);
    fill(&mut commands, id, &source, told.as_ref(), &shown);
}

/// Once the truth is open it is worked out what one thing would have made of it: at the table, or where the file is.
fn ask_otherwise(
    mut play: Option<ResMut<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    hosting: Res<Hosting>,
    shown: Res<Shown>,
    mut otherwise: ResMut<Otherwise>,
) {
    if !shown.opened || !shown.is_changed() {
        return;
    }
    let table = far(&mut play, &mut conduct);
    if table.is_some_and(|far| far.ask(ClientMessage::WhatIf)) {
        return;
    }
    if let Ok(file) = file_here(play.as_deref(), conduct.as_deref(), &hosting) {
        otherwise.ask(file);
    }
}

fn again(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    language: Res<Language>,
    shown: Res<Shown>,
    otherwise: Res<Otherwise>,
    given: Res<Given>,
    root: Single<Entity, With<Root>>,
    mut built: ResMut<Built>,
    mut landing: ResMut<Landing>,
) {
    let Some(source) = Source::of(play.as_deref(), conduct.as_deref()) else {
        return;
    };
    let now = Built(shown.opened.then_some(shown.tab));
    if built.set_if_neq(now) {
        landing.0 = shown.opened;
    }
    let told = Told::of(&source, &language, &otherwise, &given);
    fill(&mut commands, *root, &source, told.as_ref(), &shown);
}

fn fill(
    commands: &mut Commands,
    root: Entity,
    source: &Source,
    told: Option<&Told>,
    shown: &Shown,
) {
    let out = match source {
        Source::Seat(_) => Screen::Home,
        Source::Trainer(_) => Screen::Console,
    };
    rebuild(commands, root, |parent: &mut Parent| match told {
        Some(told) => build::screen(parent, told, shown, out),
        None if source.over() => build::held(parent),
        None => build::nothing(parent),
    });
}

fn act(
    mut acts: Acts,
    play: Option<Res<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    mut shown: ResMut<Shown>,
    mut picks: ResMut<Picks>,
    mut notices: ResMut<Notices>,
) {
    for act in acts.read() {
        let Action::Debrief(action) = act.action else {
            continue;
        };
        let mut wanted = shown.clone();
        let mut picked = *picks;
        match action {
            DebriefAction::OpenTruth => {
                // The trainer opens it to the teams with it.
                if let Some(conduct) = conduct.as_mut().filter(|conduct| conduct.view.held)
                    && conduct.runs_it()
                    && let Some(why) = conduct.send(Command::OpenDebrief).why_not()
                {
                    notices.refuse(why);
                    continue;
                }
                wanted.opened = true;
                if let Some(file) = play.as_ref().and_then(|play| play.file.as_deref()) {
                    shelf::open_truth(file);
                }
            }
            DebriefAction::AskQuestions => wanted.asking = true,
            DebriefAction::Tab(tab) => wanted.tab = tab,
            DebriefAction::Task(task) => picked.task = Some(task),
            DebriefAction::AllItems(all) => wanted.all_items = all,
            DebriefAction::Item(item) => picked.item = Some(item),
            DebriefAction::Step(step) => picked.step = step,
            DebriefAction::NextStep => picked.step = picked.step.saturating_add(1),
            DebriefAction::PreviousStep => picked.step = picked.step.saturating_sub(1),
            DebriefAction::PlayTruth => picked.plays = !picked.plays,
            DebriefAction::Question(question) => picked.question = question,
            DebriefAction::NextQuestion => picked.question = picked.question.saturating_add(1),
            DebriefAction::PreviousQuestion => {
                picked.question = picked.question.saturating_sub(1);
            }
            DebriefAction::Rate(task, _) => picked.task = Some(task),
            DebriefAction::SaveReport(_) | DebriefAction::Replay => {}
        }
        let source = Source::of(play.as_deref(), conduct.as_deref());
        let debrief = source.and_then(|source| source.debrief());
        if let Some(debrief) = debrief {
            let last = debrief.truth.len().saturating_sub(1);
            // Played from the end it begins again.
            if picked.plays && !picks.plays && picked.step >= last {
                picked.step = 0;
            }
            picked.step = picked.step.min(last);
            picked.question = picked
                .question
                .min(debrief.hot_wash.len().saturating_sub(1));
        }
        shown.set_if_neq(wanted);
        picks.set_if_neq(picked);
    }
}

/// The note is kept as it is written.
fn note(mut edits: MessageReader<Edited>, mut note: ResMut<RateNote>) {
    for edit in edits.read().filter(|e| e.field.0 == rating::NOTE) {
        note.0.clone_from(&edit.text);
    }
}

/// Plays the record back, if its file is here.
fn replay(
    mut acts: Acts,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    hosting: Res<Hosting>,
    mut notices: ResMut<Notices>,
    mut commands: Commands,
) {
    let wanted = |act: &Acted| act.action == Action::Debrief(DebriefAction::Replay);
    if !acts.read().any(wanted) {
        return;
    }
    match file_here(play.as_deref(), conduct.as_deref(), &hosting) {
        Ok(file) => commands.queue(move |world: &mut World| replay::begin(world, &file)),
        Err(why) => notices.refuse(t(why)),
    }
}

/// The line to the table at which this is a seat, not to make the screen anew by looking at it.
fn far<'a>(
    play: &'a mut Option<ResMut<Play>>,
    conduct: &'a mut Option<ResMut<Conduct>>,
) -> Option<&'a mut Far> {
    match (conduct, play) {
        (Some(conduct), _) => Some(&mut conduct.bypass_change_detection().far),
        (None, Some(play)) => play.bypass_change_detection().far_mut(),
        (None, None) => None,
    }
}

/// The exercise file, or why it is not here.
fn file_here(
    play: Option<&Play>,
    conduct: Option<&Conduct>,
    hosting: &Hosting,
) -> Result<PathBuf, &'static str> {
    let file = match (conduct, play) {
        (Some(conduct), _) => hosting.file(&conduct.far.pass).map(Path::to_owned),
        (None, Some(play)) if play.far().is_some() => return Err("debrief-file-elsewhere"),
        (None, play) => play.and_then(|play| play.file.clone()),
    };
    file.ok_or("debrief-no-file")
}

/// A rating goes on record, with the note that was written for it.
fn rate(
    mut acts: Acts,
    mut play: Option<ResMut<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    mut note: ResMut<RateNote>,
    mut given: ResMut<Given>,
    mut notices: ResMut<Notices>,
) {
    for act in acts.read() {
        let Action::Debrief(DebriefAction::Rate(task, rating)) = act.action else {
            continue;
        };
        let words = note.0.clone();
        let settle = Command::SettleRating {
            task,
            rating,
            note: words.clone(),
        };
        let said = match (&mut conduct, &mut play) {
            (Some(conduct), _) if conduct.runs_it() => conduct.send(settle),
            (Some(conduct), _) => {
                // The table puts in how this person is called.
                let name = conduct.far.pass.name.clone();
                conduct.send(Command::Rate {
                    task,
                    rating,
                    name,
                    note: words,
                })
            }
            (None, Some(play)) if evaluates(play) => {
                let name = play.far().map(|far| far.pass.name.clone());
                let one = RatingView {
                    by: Actor::Evaluator,
                    name: Arc::from(name.unwrap_or_default()),
                    task,
                    rating,
                    note: Arc::from(words.as_str()),
                    at: CaseTime::default(),
                };
                let said = play.send(Command::Rate {
                    task,
                    rating,
                    name: one.name.to_string(),
                    note: words,
                });
                if said.why_not().is_none() {
                    given.0.retain(|r| r.task != task);
                    given.0.push(one);
                }
                said
            }
            (None, Some(play)) => play.send_clock(settle),
            (None, None) => continue,
        };
        match said.why_not() {
            Some(why) => notices.refuse(why),
            None => note.0.clear(),
        }
    }
}

/// The format in which a report is wanted that a table elsewhere was asked for.
#[derive(Resource, Clone, Copy, Debug, Default)]
struct Wanted(Option<Format>);

fn save(
    mut acts: Acts,
    mut play: Option<ResMut<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    hosting: Res<Hosting>,
    language: Res<Language>,
    otherwise: Res<Otherwise>,
    mut wanted: ResMut<Wanted>,
    mut notices: ResMut<Notices>,
) {
    let formats = acts.read().filter_map(|act| match act.action {
        Action::Debrief(DebriefAction::SaveReport(format)) => Some(format),
        _ => None,
    });
    let Some(format) = formats.last() else { return };
    let file = match file_here(play.as_deref(), conduct.as_deref(), &hosting) {
        Ok(file) => file,
        Err(why) => {
            // The table has it.
            let table = far(&mut play, &mut conduct);
            if table.is_some_and(|far| far.ask(ClientMessage::AfterAction)) {
                wanted.0 = Some(format);
                notices.tell(t("debrief-report-asked"));
            } else {
                notices.refuse(t(why));
            }
            return;
        }
    };
    // What is still being worked out is not waited for.
    let known = match &otherwise.standing {
        Standing::Known(known) => library::Otherwise::Known(Arc::clone(known)),
        _ => library::Otherwise::Left,
    };
    let saved = shelf::save_report(&file, language.0.tag(), format, known);
    told_saved(saved, &mut notices);
}

/// A report that has come from the table is written here.
fn take(
    mut play: Option<ResMut<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    language: Res<Language>,
    shelf: Res<Shelf>,
    mut wanted: ResMut<Wanted>,
    mut notices: ResMut<Notices>,
    mut wake: ResMut<Wake>,
) {
    let come = match (&mut conduct, &mut play) {
        (Some(conduct), _) => conduct.bypass_change_detection().report.take(),
        (None, Some(play)) => play.bypass_change_detection().take_report(),
        (None, None) => None,
    };
    let Some(come) = come else { return };
    let Some(format) = wanted.0.take() else {
        return;
    };
    let saved = come.and_then(|report| shelf.save_taken(&report, language.0.tag(), format));
    told_saved(saved, &mut notices);
    wake.soon();
}

fn told_saved(saved: Result<PathBuf, String>, notices: &mut Notices) {
    match saved {
        Ok(path) => {
            let path = path.display().to_string();
            notices.tell(t("debrief-saved").with("path", path.as_str()));
        }
        Err(why) => notices.refuse(t("debrief-not-saved").with("why", why.as_str())),
    }
}
