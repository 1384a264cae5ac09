//! AUTHOR: a case folder beside the text editor: what is wrong in it, every part as those who play will meet it,
//! and an exercise from any round.
//!
//! The folder is watched and read again as it is saved. What cannot be read any more stays on the screen as it
//! was, with what is wrong; an exercise that was begun here keeps its own copy of the case.

mod bench;
mod facts;
mod graph;
mod kinds;
mod list;
mod play;
mod preview;
mod problems;
mod proof;
mod start;
mod trial;
mod words;

use bevy::input_focus::FocusGained;
use bevy::prelude::*;

use super::{Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Acted, Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::i18n::{Language, t};
use crate::app::replay;
use crate::app::shelf::Shelf;
use crate::app::text::{Parent, column};
use crate::app::wake::Wake;
use crate::app::widgets::dialog;
use crate::app::widgets::field::{Edited, Submitted};
use crate::app::widgets::notice::Notices;
use crate::app::widgets::press::Chosen;
use crate::author::{Kind, Of};
use crate::bots::Policy;
use crate::document::issuer::Light;
use crate::library::{self, Origin};
use crate::scenario::ids::Team;
pub use bench::Bench;
use play::From;
pub use proof::{Proof, Proving, Shows};
pub use trial::{Standing, Trial};

/// What only AUTHOR is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorAction {
    /// This folder of those that are listed.
    Folder(usize),
    /// The folder that was typed in.
    Open,
    /// A new case of this name: the small one, or a copy of a shipped one.
    New(Option<usize>),
    /// Another folder.
    Leave,
    Section(Section),
    Pick(Of),
    /// One of the case's languages.
    Speak(usize),
    Light(Light),
    /// Other travellers come to the counter.
    Others,
    /// Plays the case many times.
    Trial,
    StopTrial,
    /// Looks for what can be proved of it.
    Prove,
    StopProof,
    /// Looks at a script of the proof, as at a record.
    Watch(Shows),
    /// Sits down where a script ends.
    GoOn(Shows),
    /// Goes to this thing of the graph.
    Walk(usize),
    /// Goes to the part's own page.
    Visit(Of),
    /// Asks from where to play.
    AskPlay,
    Round(u8),
    Past(Team, Policy),
    /// Another course of chance until then.
    Seed,
    Play,
}

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    Problems,
    /// What comes of it in many exercises.
    Trial,
    /// What can be proved of it.
    Proof,
    /// What needs what.
    Graph,
    Of(Kind),
}

/// What is looked at.
#[derive(Resource, Clone, Debug, PartialEq)]
pub struct Look {
    pub section: Section,
    pub pick: Option<Of>,
    /// Place in the case's languages; `None`: the program's own, if the case has it.
    pub language: Option<usize>,
    pub light: Light,
    /// Which travellers come to a counter.
    pub travellers: u64,
    /// Where the walk through the graph stands; `None`: at the full outcome.
    pub node: Option<usize>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            section: Section::Problems,
            pick: None,
            language: None,
            light: Light::Magnified,
            travellers: 1,
            node: None,
        }
    }
}

/// What was typed in before a folder is open.
#[derive(Resource, Clone, Debug, Default)]
struct Typed {
    folder: String,
    name: String,
}

const FOLDER: &str = "author-folder";
const NAME: &str = "author-name";

/// The preview of what is picked.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Preview;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Bench>()
        .init_resource::<Look>()
        .init_resource::<Typed>()
        .init_resource::<From>()
        .init_resource::<Trial>()
        .init_resource::<Proof>();
    app.add_observer(pick_focused);
    app.add_systems(OnEnter(Screen::Author), enter);
    app.add_systems(OnExit(Screen::Author), leave);
    app.add_systems(
        Update,
        (
            (bench::listen, trial::listen, proof::listen).before(Answer),
            (edit, act).chain().in_set(Answer),
            (again, preview_again, marks, play::again)
                .chain()
                .after(Answer),
        )
            .run_if(in_state(Screen::Author)),
    );
}

fn enter(
    mut commands: Commands,
    mut bench: ResMut<Bench>,
    look: Res<Look>,
    typed: Res<Typed>,
    trial: Res<Trial>,
    proof: Res<Proof>,
    language: Res<Language>,
) {
    bench.watch();
    let root = root_with_escape(Screen::Author, column(0.0), Action::Go(Screen::Home));
    let id = commands.spawn(root).id();
    rebuild(&mut commands, id, |parent| {
        fill(parent, &bench, &look, &typed, (&trial, &proof), &language)
    });
}

fn leave(
    mut bench: ResMut<Bench>,
    mut trial: ResMut<Trial>,
    mut proof: ResMut<Proof>,
    mut wake: ResMut<Wake>,
) {
    bench.rest();
    trial.stop();
    proof.stop();
    wake.beat(None);
}

fn fill(
    parent: &mut Parent,
    bench: &Bench,
    look: &Look,
    typed: &Typed,
    found: (&Trial, &Proof),
    language: &Language,
) {
    if bench.folder.is_none() {
        start::page(parent, bench, typed);
    } else {
        list::page(parent, bench, look, found, language);
    }
}

/// The frame is built anew for another reading, section or language; the preview follows the pick alone.
fn again(
    mut commands: Commands,
    bench: Res<Bench>,
    look: Res<Look>,
    typed: Res<Typed>,
    trial: Res<Trial>,
    proof: Res<Proof>,
    language: Res<Language>,
    root: Single<(Entity, Ref<Root>)>,
    mut built: Local<Option<(u64, Section, Option<usize>, Option<usize>)>>,
) {
    let now = Some((bench.turn, look.section, look.language, look.node));
    let (id, root) = (root.0, &root.1);
    if root.is_added() {
        *built = now;
    } else if *built != now
        || language.is_changed()
        || trial.is_changed() && look.section == Section::Trial
        || proof.is_changed() && look.section == Section::Proof
    {
        *built = now;
        rebuild(&mut commands, id, |parent| {
            fill(parent, &bench, &look, &typed, (&trial, &proof), &language)
        });
    }
}

fn preview_again(
    mut commands: Commands,
    bench: Res<Bench>,
    look: Res<Look>,
    trial: Res<Trial>,
    language: Res<Language>,
    places: Query<(Entity, Ref<Preview>)>,
    mut wake: ResMut<Wake>,
) {
    for (entity, place) in &places {
        if !look.is_changed() && !language.is_changed() && !place.is_added() {
            continue;
        }
        commands
            .entity(entity)
            .despawn_related::<Children>()
            .with_children(|parent| preview::build(parent, &bench, &look, &trial, language.0));
        wake.soon();
    }
}

/// The picked row is the chosen one.
fn marks(
    mut commands: Commands,
    bench: Res<Bench>,
    look: Res<Look>,
    controls: Query<(Entity, &Action, Has<Chosen>)>,
    new: Query<(), Added<Action>>,
) {
    if !look.is_changed() && new.is_empty() {
        return;
    }
    let picked = bench.picked(&look).map(|part| part.of);
    for (entity, action, chosen) in &controls {
        let Action::Author(AuthorAction::Pick(of)) = action else {
            continue;
        };
        match (picked == Some(*of), chosen) {
            (true, false) => commands.entity(entity).insert(Chosen),
            (false, true) => commands.entity(entity).remove::<Chosen>(),
            _ => continue,
        };
    }
}

/// What gets the focus in the list is picked.
fn pick_focused(
    gained: On<FocusGained>,
    controls: Query<&Action>,
    look: Res<Look>,
    mut acted: MessageWriter<Acted>,
    mut wake: ResMut<Wake>,
) {
    if gained.entity != gained.original_event_target() {
        return;
    }
    let Ok(action) = controls.get(gained.entity) else {
        return;
    };
    if let Action::Author(AuthorAction::Pick(of)) = action
        && look.pick != Some(*of)
    {
        acted.write(Acted {
            action: action.clone(),
            source: gained.entity,
        });
        wake.soon();
    }
}

fn edit(mut edits: MessageReader<Edited>, mut typed: ResMut<Typed>) {
    for edit in edits.read() {
        match edit.field.0 {
            FOLDER => typed.folder.clone_from(&edit.text),
            NAME => typed.name.clone_from(&edit.text),
            _ => {}
        }
    }
}

fn act(
    mut acts: Acts,
    mut submitted: MessageReader<Submitted>,
    mut bench: ResMut<Bench>,
    mut look: ResMut<Look>,
    mut from: ResMut<From>,
    mut typed: ResMut<Typed>,
    mut trial: ResMut<Trial>,
    mut proof: ResMut<Proof>,
    shelf: Res<Shelf>,
    mut notices: ResMut<Notices>,
    mut commands: Commands,
) {
    let entered = submitted.read().any(|line| line.field.0 == FOLDER);
    let entered = entered.then_some(AuthorAction::Open);
    let asked = acts.read().filter_map(|act| match act.action {
        Action::Author(action) => Some(action),
        _ => None,
    });
    for action in asked.chain(entered).collect::<Vec<_>>() {
        match action {
            AuthorAction::Folder(at) => {
                if let Some(folder) = bench.cases().get(at).cloned() {
                    bench.open(folder);
                    *look = Look::default();
                }
            }
            AuthorAction::Open => {
                let folder = std::path::PathBuf::from(typed.folder.trim());
                if folder.is_dir() {
                    bench.open(folder);
                    *look = Look::default();
                } else {
                    notices.refuse(t("author-no-folder").with("folder", typed.folder.trim()));
                }
            }
            AuthorAction::New(from) => {
                let shipped = library::shipped();
                let from = from.and_then(|at| shipped.get(at));
                let from = from.map_or(Origin::Small, Origin::Shipped);
                match library::begin_in(&bench.home(), typed.name.trim(), from) {
                    Ok(folder) => {
                        typed.name.clear();
                        bench.open(folder);
                        *look = Look::default();
                    }
                    Err(why) => notices.refuse(t("author-not-made").with("why", why.to_string())),
                }
            }
            AuthorAction::Leave => {
                bench.close();
                trial.forget();
                proof.forget();
            }
            AuthorAction::Trial => {
                if let Some(good) = &bench.good {
                    trial.begin(good, bench.turn);
                }
            }
            AuthorAction::StopTrial => trial.stop(),
            AuthorAction::Prove => {
                if let Some(good) = &bench.good {
                    proof.begin(good, bench.turn);
                }
            }
            AuthorAction::StopProof => proof.stop(),
            AuthorAction::Walk(node) => look.node = Some(node),
            AuthorAction::Visit(of) => graph::visit(&mut look, of),
            AuthorAction::Watch(shows) => {
                let folder = shelf.folder.clone().unwrap_or_else(std::env::temp_dir);
                match proof.keep(shows, &folder.join("proofs"), true) {
                    Ok(path) => {
                        commands.queue(move |world: &mut World| replay::begin(world, &path))
                    }
                    Err(why) => notices.refuse(t("author-not-played").with("why", why.as_str())),
                }
            }
            AuthorAction::GoOn(shows) => {
                let folder = shelf.folder.clone().unwrap_or_else(std::env::temp_dir);
                match proof.keep(shows, &folder, false) {
                    Ok(path) => commands.queue(move |world: &mut World| begin(world, &path)),
                    Err(why) => notices.refuse(t("author-not-played").with("why", why.as_str())),
                }
            }
            AuthorAction::Section(section) => {
                if look.section != section {
                    look.section = section;
                    look.pick = None;
                }
            }
            AuthorAction::Pick(of) => {
                if look.pick != Some(of) {
                    look.pick = Some(of);
                }
            }
            AuthorAction::Speak(at) => look.language = Some(at),
            AuthorAction::Light(light) => look.light = light,
            AuthorAction::Others => look.travellers += 1,
            AuthorAction::AskPlay => match &bench.good {
                Some(good) => {
                    from.round = from.round.min(good.scenario.rounds);
                    play::ask(&mut commands, good, *from);
                }
                None => notices.refuse(t("author-play-broken")),
            },
            AuthorAction::Round(round) => from.round = round,
            AuthorAction::Past(team, policy) => from.policies[team.index()] = policy,
            AuthorAction::Seed => from.seed += 1,
            AuthorAction::Play => {
                let Some(good) = &bench.good else { continue };
                let folder = shelf.folder.clone();
                let folder = folder.unwrap_or_else(std::env::temp_dir);
                let until = from.until();
                match library::play_from(&good.scenario, &good.source, &folder, &until) {
                    Ok(path) => {
                        dialog::close_all(&mut commands);
                        commands.queue(move |world: &mut World| begin(world, &path));
                    }
                    Err(why) => notices.refuse(t("author-not-played").with("why", why.as_str())),
                }
            }
        }
    }
}

/// Sits down at the exercise in this file.
fn begin(world: &mut World, path: &std::path::Path) {
    match Play::resumed(path) {
        Ok(play) => {
            let (screen, curtain) = play.enter();
            if let Some(curtain) = curtain {
                world.insert_resource(curtain);
            }
            world.insert_resource(play);
            world.resource_mut::<NextState<Screen>>().set(screen);
        }
        Err(why) => {
            let words = t("home-not-opened").with("why", why.as_str());
            world.resource_mut::<Notices>().refuse(words);
        }
    }
}

/// Opens this case folder first.
pub fn open(world: &mut World, folder: std::path::PathBuf) {
    world.resource_mut::<Bench>().open(folder);
    *world.resource_mut::<Look>() = Look::default();
    world
        .resource_mut::<NextState<Screen>>()
        .set(Screen::Author);
}
