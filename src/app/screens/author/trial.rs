//! The case as simulated teams play it, hundreds of times in the background: what it comes to, and how often each
//! part is met, told at the part.

use std::sync::Arc;
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use bevy::prelude::*;

use super::bench::Good;
use super::facts::heading;
use super::{AuthorAction, Bench};
use crate::app::action::Action;
use crate::app::i18n::{Words, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{meter, rule};
use crate::app::widgets::scroll;
use crate::author::{Kind, Part};
use crate::background::Background;
use crate::drawing::icon::Icon;
use crate::scenario::Place;
use crate::scenario::ids::Team;
use crate::simulate::{Pairing, Settings, Simulation, Swing, Thing, simulate};

/// Exercises of each pair of policies.
const RUNS: u32 = 40;
/// How often the screen asks how far it is.
const BEAT: Duration = Duration::from_millis(250);

/// What is known of it.
#[derive(Resource, Default)]
pub struct Trial {
    pub standing: Standing,
    /// The reading of the case that was played.
    of: u64,
    work: Option<Background<Standing>>,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Standing {
    #[default]
    Unasked,
    /// So many of so many exercises are played.
    Playing(u32, u32),
    Known(Arc<Simulation>),
    /// The program could not play it.
    Failed,
}

impl Trial {
    /// Begins with this reading of the case.
    pub(super) fn begin(&mut self, good: &Good, turn: u64) {
        let (scenario, source) = (Arc::clone(&good.scenario), good.source.clone());
        let begun = Background::begin("trial", move |teller| {
            let settings = Settings {
                runs: RUNS,
                ..Settings::with_seed(1)
            };
            let progress = |done, of| {
                teller.tell(Standing::Playing(done, of));
            };
            let played = simulate(&scenario, &source, &settings, teller.stopped(), progress);
            teller.tell(Standing::Known(Arc::new(played)));
        });
        self.of = turn;
        self.work = begun.ok();
        self.standing = match &self.work {
            Some(_) => Standing::Playing(0, 0),
            None => Standing::Failed,
        };
    }

    /// What is there so far is told.
    pub(super) fn stop(&mut self) {
        if let Some(work) = &self.work {
            work.stop();
        }
    }

    /// Another case.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    fn known(&self) -> Option<&Simulation> {
        match &self.standing {
            Standing::Known(known) => Some(known),
            _ => None,
        }
    }

    /// What became of a part.
    fn thing(&self, part: &Part) -> Option<&Thing> {
        let list = match part.of.kind {
            Kind::Item => "intel",
            Kind::Task => "tasks",
            Kind::Inject => "injects",
            Kind::Authority => "authorities",
            Kind::Operation => "operations",
            _ => return None,
        };
        let path = format!("{list}.{}", part.key);
        self.known()?.things.iter().find(|thing| thing.path == path)
    }
}

pub(super) fn listen(mut trial: ResMut<Trial>, mut wake: ResMut<Wake>) {
    let quiet = trial.bypass_change_detection();
    let Some(work) = &quiet.work else { return };
    wake.beat(Some(BEAT));
    let now = match work.last() {
        Ok(now) => now,
        Err(TryRecvError::Empty) => return,
        Err(TryRecvError::Disconnected) => Standing::Failed,
    };
    if !matches!(now, Standing::Playing(..)) {
        quiet.work = None;
    }
    if quiet.standing != now {
        quiet.standing = now;
        trial.set_changed();
        wake.soon();
    }
}

/// Beside a part: in how many exercises that became of it.
pub(super) fn beside(page: &mut Parent, trial: &Trial, part: &Part) {
    let (Some(known), Some(thing)) = (trial.known(), trial.thing(part)) else {
        return;
    };
    heading(page, t("author-simulated").with("number", known.played));
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(4),
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    page.spawn(node).with_children(|line| {
        for count in &thing.counts {
            let words = t("author-became")
                .with("what", family("author-what", count.what.key()))
                .with("percent", percent(count.exercises, known.played));
            let kind = if count.exercises == 0 && !thing.by_hand {
                Type::BODY.bold().tone(Tone::Ink)
            } else {
                Type::BODY.tone(Tone::Ink)
            };
            line.spawn(text(words, kind));
        }
    });
}

fn percent(part: u32, of: u32) -> u32 {
    (part * 100 + of / 2) / of.max(1)
}

/// The page of its own.
pub(super) fn page(panel: &mut Parent, bench: &Bench, trial: &Trial) {
    let padding = UiRect::axes(px(GAP_5), px(GAP_4));
    scroll::area(panel, padding, GAP_3, false, |page| {
        page.spawn(row(GAP_3)).with_children(|head| {
            head.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(2.0)
            })
            .with_children(|words| {
                words.spawn(text(t("author-trial-how"), Type::BODY));
                if trial.known().is_some() && trial.of != bench.turn {
                    words.spawn(text(t("author-trial-old"), Type::LABEL));
                }
            });
            if matches!(trial.standing, Standing::Playing(..)) {
                let stop = Action::Author(AuthorAction::StopTrial);
                Button::normal(t("author-trial-stop"), stop)
                    .icon(Icon::Pause)
                    .key(KeyCode::KeyS)
                    .spawn(head);
            } else {
                let off = bench.good.is_none().then(|| t("author-play-broken"));
                let go = Action::Author(AuthorAction::Trial);
                Button::primary(t("author-trial-go"), go)
                    .icon(Icon::Play)
                    .key(KeyCode::KeyS)
                    .off(off)
                    .spawn(head);
            }
        });
        match &trial.standing {
            Standing::Unasked => {}
            Standing::Failed => {
                page.spawn(text(t("author-trial-failed"), Type::BODY));
            }
            Standing::Playing(done, of) => {
                let words = t("author-trial-playing")
                    .with("done", *done)
                    .with("of", *of);
                page.spawn(text(words, Type::BODY));
                #[expect(clippy::cast_precision_loss, reason = "a share on a bar")]
                let part = *done as f32 / (*of).max(1) as f32;
                meter(page, part, Tone::Accent);
            }
            Standing::Known(known) => found(page, known),
        }
    });
}

/// Widths of the columns of outcomes.
const COLUMNS: [f32; 6] = [140.0, 140.0, 150.0, 150.0, 150.0, 110.0];

/// Most characters of a condition in a line.
const CONDITION: usize = 70;

fn found(page: &mut Parent, known: &Simulation) {
    page.spawn(rule(Tone::Rule));
    page.spawn(text(t("trends-outcomes"), Type::HEAD));
    let heads = [
        t("author-trial-north"),
        t("author-trial-south"),
        family("debrief-outcome", "full"),
        family("debrief-outcome", "partial"),
        family("debrief-outcome", "failed"),
        t("trends-score"),
    ];
    cells(page, heads, Type::LABEL);
    for pair in &known.pairs {
        cells(page, told(pair), Type::BODY);
    }
    page.spawn(text(t("author-trial-intervals"), Type::LABEL));
    if let Some(hard) = &known.difficulty {
        let words = t("author-trial-hard")
            .with(
                "percent",
                whole(hard.full.value * 100.0).to_string().as_str(),
            )
            .with("found", family("difficulty", hard.found.key()))
            .with("said", family("difficulty", hard.said.key()));
        page.spawn(text(words, Type::BODY));
    }
    if !known.lacking.is_empty() {
        page.spawn(rule(Tone::Rule));
        page.spawn(text(t("author-trial-lacking"), Type::HEAD));
    }
    for lack in &known.lacking {
        let count = t("author-trial-lacked").with("number", lack.exercises);
        thing(page, &short(&lack.says), vec![count], Some(&lack.place));
    }
    if let Some(balance) = &known.balance {
        page.spawn(rule(Tone::Rule));
        page.spawn(text(t("author-trial-balance"), Type::HEAD));
        for (team, swing) in Team::BOTH.into_iter().zip(&balance.swings) {
            page.spawn(text(swung(team, swing), Type::BODY));
        }
        if let Some(team) = balance.lopsided {
            let words = family("author-trial-lopsided", team.key());
            page.spawn(text(words, Type::BODY.bold()));
        }
    }
    page.spawn(rule(Tone::Rule));
    let never: Vec<(&Thing, Vec<Words>)> = known
        .things
        .iter()
        .filter_map(|thing| {
            let what: Vec<Words> = thing
                .never()
                .map(|what| family("author-what", what.key()))
                .collect();
            (!what.is_empty()).then_some((thing, what))
        })
        .collect();
    let words = t("author-trial-never").with("number", never.len());
    page.spawn(text(words, Type::HEAD));
    for (met, what) in never {
        let never = what.into_iter().map(|w| t("author-never").with("what", w));
        thing(page, &met.path, never.collect(), met.at.as_ref());
    }
}

/// So much of a condition as has room in a line.
fn short(says: &str) -> String {
    let line: Vec<&str> = says.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(CONDITION) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default()),
        None => line,
    }
}

/// A line about a part of the case, with what is said of it and where it is written.
fn thing(page: &mut Parent, name: &str, said: Vec<Words>, at: Option<&Place>) {
    let line = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(line).with_children(|line| {
        line.spawn(icon(Icon::Circle, 14.0, Tone::Text2));
        let kind = Type::BODY.mono().one_line();
        line.spawn(text(plain(name.to_owned()), kind));
        line.spawn(row(GAP_2)).with_children(|place| {
            for words in said {
                place.spawn(text(words, Type::BODY.one_line()));
            }
        });
        line.spawn(grow());
        if let Some(at) = at {
            let at = plain(format!("{}:{}", at.file, at.line));
            line.spawn(text(at, Type::LABEL.mono().one_line()));
        }
    });
}

/// What a team's play changes.
fn swung(team: Team, swing: &Swing) -> Words {
    let points = &swing.points;
    family("author-trial-swing", team.key())
        .with("points", whole(points.value).to_string())
        .with("low", whole(points.low).to_string())
        .with("high", whole(points.high).to_string())
        .with("worst", family("author-policy", swing.worst))
        .with("best", family("author-policy", swing.best))
}

fn told(pair: &Pairing) -> [Words; 6] {
    let share = |n: usize| {
        let all = pair.outcomes[n];
        let [value, low, high] = [all.value, all.low, all.high].map(|part| whole(part * 100.0));
        plain(format!("{value} % ({low}–{high})"))
    };
    [
        family("author-policy", pair.north),
        family("author-policy", pair.south),
        share(0),
        share(1),
        share(2),
        plain(whole(pair.score.value).to_string()),
    ]
}

fn whole(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "per cent and points")]
    let whole = value.round() as i32;
    whole
}

fn cells(page: &mut Parent, words: [Words; 6], kind: Type) {
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        for (words, width) in words.into_iter().zip(COLUMNS) {
            let node = Node {
                width: px(width),
                flex_shrink: 0.0,
                ..default()
            };
            line.spawn(node).with_children(|cell| {
                cell.spawn(text(words, kind));
            });
        }
    });
}
