//! What a long folder costs at the desk: a frame while it is scrolled, and the frames after a letter
//! was typed into its search, for folders of 12 and of 300 items. And what another light costs at the
//! document bench.
//!
//! `cargo bench --bench desk` prints medians and what the long folder takes of the short one. The
//! software driver draws the same picture in both, so the ratio is what the number of items costs. A change
//! of light is told in frames of an empty window: what it takes beyond as many frames of the bench at rest.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;
use liaison::app::action::{Acted, Action};
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::bench::{BenchAction, BenchUi};
use liaison::app::screens::folder::FolderUi;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::engine::Command;
use liaison::engine::encounter::document::issuer::Light;
use liaison::library;
use liaison::scenario::Scenario;
use liaison::scenario::ids::Team;
use liaison::session::{LocalTable, Memory, Session};

const FRAMES: usize = 60;

fn main() {
    let mut before: Option<[Duration; 2]> = None;
    for items in [12, 300] {
        let mut studio = match desk(items) {
            Ok(studio) => studio,
            Err(problem) => {
                eprintln!("not measured: {problem}");
                return;
            }
        };
        let now = [scroll(&mut studio), search(&mut studio)];
        println!(
            "{items:>4} items: a scrolled frame {:?}, a letter searched {:?}",
            now[0], now[1]
        );
        if let Some(before) = before {
            for (what, n) in [("a scrolled frame", 0), ("a letter searched", 1)] {
                let ratio = now[n].as_secs_f64() / before[n].as_secs_f64();
                println!("{what}: {ratio:.2} times");
            }
        }
        before = Some(now);
    }
    if let Err(problem) = lights() {
        eprintln!("not measured: {problem}");
    }
}

/// Frames in which a change of light is drawn to the end.
const REDRAW: usize = 3;

/// Every light on several documents, none of them drawn before.
fn lights() -> Result<(), String> {
    let mut studio =
        Studio::open(Shelf::default(), (1366, 768)).map_err(|problem| problem.to_string())?;
    studio.paint(true);
    // Without two teams a curtain has nothing on it.
    studio.show(Screen::Curtain);
    let empty = frames(&mut studio, FRAMES);
    let (mut rest, mut changes) = (Vec::new(), Vec::new());
    for seed in 0..8 {
        studio.world().insert_resource(BenchUi::new(2, seed));
        studio.show(Screen::Home);
        studio.show(Screen::Bench);
        studio.act(Action::Bench(BenchAction::Specimen));
        rest.push(frames(&mut studio, 12));
        for light in [Light::Oblique, Light::Transmitted, Light::Ultraviolet] {
            studio.world().write_message(Acted {
                action: Action::Bench(BenchAction::Light(light)),
                source: Entity::PLACEHOLDER,
            });
            let start = Instant::now();
            for _ in 0..REDRAW {
                studio.frame();
            }
            changes.push(start.elapsed());
        }
    }
    let (rest, change) = (median(rest), median(changes));
    let beyond = change.saturating_sub(rest * u32::try_from(REDRAW).unwrap_or(3));
    println!(
        "an empty frame {empty:?}, the bench at rest {rest:?}, another light {beyond:?} beyond its frames: \
         {:.2} empty frames",
        beyond.as_secs_f64() / empty.as_secs_f64()
    );
    Ok(())
}

fn frames(studio: &mut Studio, number: usize) -> Duration {
    let mut times = Vec::new();
    for _ in 0..number {
        let start = Instant::now();
        studio.frame();
        times.push(start.elapsed());
    }
    median(times)
}

/// *First Watch* with so many items in North's folder, in the first planning.
fn desk(items: usize) -> Result<Studio, String> {
    let case = library::open("first_watch").map_err(|e| e.to_string())?;
    let mut studio =
        Studio::open(Shelf::default(), (1366, 768)).map_err(|problem| problem.to_string())?;
    studio.paint(true);
    let scenario = with_items(&case.scenario, items);
    let session = Session::create(scenario.into(), 7, Box::new(Memory));
    let table = LocalTable::open(session).ok_or("no table")?;
    let mut play = Play::new(table, [Vec::new(), Vec::new()]);
    for team in [Team::South, Team::North] {
        play.sit(team);
        play.send(Command::Acknowledge);
    }
    studio.world().insert_resource(play);
    studio.show(Screen::Desk);
    Ok(studio)
}

fn with_items(scenario: &Scenario, items: usize) -> Scenario {
    let mut scenario = scenario.clone();
    let own: Vec<_> = scenario
        .items
        .iter()
        .filter(|i| i.origin == Team::North && i.held_at_start)
        .cloned()
        .collect();
    let mut more = own.iter().cycle();
    let mut number = 100;
    while scenario
        .items
        .iter()
        .filter(|i| i.origin == Team::North && i.held_at_start)
        .count()
        < items
    {
        let Some(item) = more.next() else { break };
        let mut item = item.clone();
        number += 1;
        item.number = number;
        item.key = format!("more_{number}");
        scenario.items.push(item);
    }
    scenario
}

fn scroll(studio: &mut Studio) -> Duration {
    let mut times = Vec::new();
    for frame in 0..FRAMES {
        let world = studio.world();
        let mut areas =
            world.query_filtered::<(&ComputedNode, &mut ScrollPosition), With<ScrollArea>>();
        // The folder is the longest area there is.
        let longest = areas
            .iter_mut(world)
            .max_by(|a, b| a.0.content_size().y.total_cmp(&b.0.content_size().y));
        if let Some((_, mut position)) = longest {
            position.y = (frame * 9) as f32;
        }
        let start = Instant::now();
        studio.frame();
        times.push(start.elapsed());
    }
    median(times)
}

fn search(studio: &mut Studio) -> Duration {
    let mut times = Vec::new();
    for letter in ["f", "fe", "fer", "fe", "f", ""]
        .iter()
        .cycle()
        .take(FRAMES / 4)
    {
        studio.world().resource_mut::<FolderUi>().filter.search = (*letter).to_owned();
        let start = Instant::now();
        studio.settle();
        times.push(start.elapsed());
    }
    median(times)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
