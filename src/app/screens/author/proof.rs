//! What can be proved of the case: whether it can be won, and only by both teams together; in how many rounds; by
//! when the critical items have to be shared; and where it is lost without anybody saying so. What a script shows
//! can be looked at, and gone on with.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::TryRecvError;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bevy::prelude::*;

use super::bench::Good;
use super::{AuthorAction, Bench, Look, words};
use crate::app::action::Action;
use crate::app::i18n::{Lang, Words, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::rule;
use crate::app::widgets::scroll;
use crate::author::{Kind, Of};
use crate::background::Background;
use crate::drawing::icon::Icon;
use crate::journal::EXTENSION;
use crate::library::{self, LoadedCase};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, Team};
use crate::solve::{
    Cause, Claim, Fact, Fewest, Latest, Limits, Passing, Script, Solution, Stage, Status, solve,
};

/// So long it looks; what is not decided by then is told as such.
const LONGEST: Duration = Duration::from_secs(120);
/// States that one question may look at.
const STATES: u64 = 200_000;
/// How often the screen asks how far it is.
const BEAT: Duration = Duration::from_millis(250);

/// What is known of it.
#[derive(Resource, Default)]
pub struct Proof {
    pub standing: Proving,
    /// The reading of the case that was looked at.
    of: u64,
    /// The case as it was then.
    case: Option<LoadedCase>,
    work: Option<Background<Proving>>,
}

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Proving {
    #[default]
    Unasked,
    /// This is being looked for.
    Looking(Stage),
    Known(Arc<Solution>),
    /// The program could not look.
    Failed,
}

/// A script of the solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    Claim(usize),
    Fewest,
    DeadEnd(usize),
}

impl Proof {
    /// Begins with this reading of the case.
    pub(super) fn begin(&mut self, good: &Good, turn: u64) {
        let scenario = Arc::clone(&good.scenario);
        let begun = Background::begin("proof", move |teller| {
            let until = Instant::now() + LONGEST;
            let stopped = || teller.stopped().load(Ordering::Relaxed);
            let over = || stopped() || Instant::now() >= until;
            let limits = Limits {
                states: STATES,
                over: &over,
            };
            let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
            let found = solve(&scenario, &limits, threads, &mut |stage| {
                teller.tell(Proving::Looking(stage));
            });
            teller.tell(Proving::Known(Arc::new(found)));
        });
        self.of = turn;
        self.case = Some(LoadedCase {
            scenario: Arc::clone(&good.scenario),
            source: good.source.clone(),
        });
        self.work = begun.ok();
        self.standing = match &self.work {
            Some(_) => Proving::Looking(Stage::ALL[0]),
            None => Proving::Failed,
        };
    }

    /// What is decided so far is told.
    pub(super) fn stop(&mut self) {
        if let Some(work) = &self.work {
            work.stop();
        }
    }

    /// Another case.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Writes a script as an exercise file into this folder. One that is only looked at takes the place of the one
    /// before; one that is gone on with is an exercise like every other.
    pub(super) fn keep(
        &self,
        shows: Shows,
        folder: &Path,
        watched: bool,
    ) -> Result<PathBuf, String> {
        let case = self.case.as_ref().ok_or("there is no proof")?;
        let (script, name) = self.script(shows).ok_or("there is no such script")?;
        let id = &case.scenario.id;
        let name = if watched {
            format!("{id}-{name}")
        } else {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            format!("{id}-{}", now.unwrap_or_default().as_millis())
        };
        if watched {
            // What cannot be taken away is told when the new one finds it in its place.
            let _ = std::fs::remove_file(folder.join(format!("{name}.{EXTENSION}")));
        }
        library::keep_script(case, &script.entries, folder, &name)
    }

    /// The script, and how its file is called.
    fn script(&self, shows: Shows) -> Option<(&Script, String)> {
        let Proving::Known(known) = &self.standing else {
            return None;
        };
        match shows {
            Shows::Claim(at) => {
                let judged = known.claims.get(at)?;
                Some((judged.script.as_ref()?, judged.claim.key().to_owned()))
            }
            Shows::Fewest => match &known.fewest {
                Fewest::Rounds(_, script) => Some((script, "fewest_rounds".to_owned())),
                _ => None,
            },
            Shows::DeadEnd(at) => {
                let end = known.dead_ends.found.get(at)?;
                Some((&end.script, format!("dead_end_{}", at + 1)))
            }
        }
    }
}

pub(super) fn listen(mut proof: ResMut<Proof>, mut wake: ResMut<Wake>) {
    let quiet = proof.bypass_change_detection();
    let Some(work) = &quiet.work else { return };
    wake.beat(Some(BEAT));
    let now = match work.last() {
        Ok(now) => now,
        Err(TryRecvError::Empty) => return,
        Err(TryRecvError::Disconnected) => Proving::Failed,
    };
    if !matches!(now, Proving::Looking(_)) {
        quiet.work = None;
        wake.beat(None);
    }
    if quiet.standing != now {
        quiet.standing = now;
        proof.set_changed();
        wake.soon();
    }
}

/// In whose words it is told.
#[derive(Clone, Copy)]
struct Telling<'a> {
    bench: &'a Bench,
    good: &'a Good,
    look: &'a Look,
    lang: Lang,
}

impl Telling<'_> {
    fn text(self, of: &Text) -> Words {
        plain(words::of(of, self.bench, self.look, self.lang))
    }

    fn team(self, team: Team) -> Words {
        self.text(&self.good.scenario.service(team).short)
    }

    /// `N-07 A list of names`.
    fn item(self, item: ItemId) -> Words {
        let of = Of {
            kind: Kind::Item,
            at: item.index(),
        };
        let part = self.good.parts.iter().find(|part| part.of == of);
        part.map_or_else(
            || plain("?"),
            |part| {
                let title = words::of(&part.title, self.bench, self.look, self.lang);
                plain(format!("{} {title}", part.number))
            },
        )
    }

    fn fact(self, fact: Fact) -> Words {
        let case = &self.good.scenario;
        let said = family("solve-fact", fact.word());
        let named = |key: Option<&String>| plain(key.map_or("?", String::as_str));
        let what = match fact {
            Fact::Holds(item, team) | Fact::Sent(item, team) => {
                return said
                    .with("team", self.team(team))
                    .with("what", self.item(item));
            }
            Fact::Theorised(team) => return said.with("team", self.team(team)),
            Fact::Chosen(inject, option, team) => {
                let inject = case.inject(inject);
                let mut options = inject.decision.iter().flat_map(|d| &d.options);
                let option = options.nth(option.index());
                return said
                    .with("team", self.team(team))
                    .with("what", named(option.map(|o| &o.key)))
                    .with("number", inject.number);
            }
            Fact::Done(task) => self.text(&case.task(task).title),
            Fact::Flag(id) => named(case.flags.get(id.index())),
            Fact::Milestone(id) => named(case.milestones.get(id.index()).map(|m| &m.key)),
            Fact::Stepped(id) => named(case.network.plan.get(id.index()).map(|s| &s.key)),
            Fact::Reacted(id) => named(case.network.reactions.get(id.index()).map(|r| &r.key)),
            Fact::Attempted(id) | Fact::Executed(id) => self.text(&case.operation(id).title),
            Fact::Authorised(id) => self.text(&case.authority(id).title),
        };
        said.with("what", what)
    }

    fn passing(self, so: Passing) -> Words {
        let said = family("solve-passing", so.word());
        let title = |task| self.text(&self.good.scenario.task(task).title);
        match so {
            Passing::Away(task, until) => said.with("what", title(task)).with("round", until),
            Passing::Idle(task) | Passing::Closed(task) => said.with("what", title(task)),
        }
    }

    fn claim(self, claim: Claim) -> Words {
        let said = family("solve-claim", claim.family());
        match claim {
            Claim::NotAlone(team) => said.with("team", self.team(team)),
            _ => said,
        }
    }
}

/// The page of its own.
pub(super) fn page(panel: &mut Parent, bench: &Bench, look: &Look, lang: Lang, proof: &Proof) {
    let padding = UiRect::axes(px(GAP_5), px(GAP_4));
    scroll::area(panel, padding, GAP_3, false, |page| {
        page.spawn(row(GAP_3)).with_children(|head| {
            head.spawn(wide()).with_children(|words| {
                words.spawn(text(t("author-proof-how"), Type::BODY));
                if matches!(proof.standing, Proving::Known(_)) && proof.of != bench.turn {
                    words.spawn(text(t("author-proof-old"), Type::LABEL));
                }
            });
            if matches!(proof.standing, Proving::Looking(_)) {
                let stop = Action::Author(AuthorAction::StopProof);
                Button::normal(t("author-trial-stop"), stop)
                    .icon(Icon::Pause)
                    .key(KeyCode::KeyS)
                    .spawn(head);
            } else {
                let off = bench.good.is_none().then(|| t("author-play-broken"));
                let go = Action::Author(AuthorAction::Prove);
                Button::primary(t("author-proof-go"), go)
                    .icon(Icon::Play)
                    .key(KeyCode::KeyS)
                    .off(off)
                    .spawn(head);
            }
        });
        match (&proof.standing, &bench.good) {
            (Proving::Unasked, _) | (_, None) => {}
            (Proving::Failed, _) => {
                page.spawn(text(t("author-proof-failed"), Type::BODY));
            }
            (Proving::Looking(stage), _) => {
                let words = family("solve-stage", stage.key());
                page.spawn(text(words, Type::BODY));
            }
            (Proving::Known(known), Some(good)) => {
                let telling = Telling {
                    bench,
                    good,
                    look,
                    lang,
                };
                found(page, telling, known);
            }
        }
    });
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(2.0)
    }
}

fn found(page: &mut Parent, telling: Telling, known: &Solution) {
    page.spawn(rule(Tone::Rule));
    for (at, judged) in known.claims.iter().enumerate() {
        let sign = sign(judged.status);
        let shown = judged.script.is_some().then_some(Shows::Claim(at));
        line(page, sign, telling.claim(judged.claim), shown, |words| {
            let status = family("solve-status", judged.status.key());
            words.spawn(text(status, Type::LABEL));
        });
    }
    let luck = family("solve-luck", known.worst.key());
    line(page, (Icon::Info, Tone::Text2), luck, None, |_| {});
    let (rounds, shown) = match &known.fewest {
        Fewest::Rounds(rounds, _) => {
            let said = t("author-proof-fewest").with("rounds", *rounds);
            (Some(said), Some(Shows::Fewest))
        }
        Fewest::Between(low, high) => {
            let said = t("author-proof-between").with("low", *low);
            (Some(said.with("high", *high)), None)
        }
        Fewest::None => (None, None),
    };
    if let Some(rounds) = rounds {
        line(page, (Icon::Info, Tone::Text2), rounds, shown, |_| {});
    }
    if !known.critical.is_empty() {
        page.spawn(rule(Tone::Rule));
        page.spawn(text(t("author-proof-critical"), Type::HEAD));
        for (item, latest) in &known.critical {
            let (sign, when) = match latest {
                Latest::Round(round) => (
                    (Icon::Clock, Tone::Text2),
                    t("author-proof-by").with("round", *round),
                ),
                Latest::NotNeeded => ((Icon::Info, Tone::Text2), t("author-proof-not-needed")),
                Latest::Open => ((Icon::Question, Tone::Text2), t("author-proof-open")),
            };
            line(page, sign, telling.item(*item), None, |words| {
                words.spawn(text(when, Type::LABEL));
            });
        }
    }
    ends(page, telling, known);
    let looked = t("author-proof-looked").with("number", known.looked.to_string().as_str());
    page.spawn(text(looked, Type::LABEL));
}

fn ends(page: &mut Parent, telling: Telling, known: &Solution) {
    let ends = &known.dead_ends;
    if ends.found.is_empty() && ends.open.is_empty() && ends.more.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    page.spawn(text(t("author-proof-ends"), Type::HEAD));
    page.spawn(text(
        t("author-proof-ends-how"),
        Type::BODY.tone(Tone::Text2),
    ));
    for (at, end) in ends.found.iter().enumerate() {
        let sign = (Icon::Warning, Tone::Text2);
        let after = t("author-proof-after").with("round", end.cause.after);
        line(page, sign, after, Some(Shows::DeadEnd(at)), |words| {
            causes(words, telling, &end.cause)
        });
    }
    if !ends.open.is_empty() {
        let open = t("author-proof-ends-open").with("number", ends.open.len());
        line(page, (Icon::Question, Tone::Text2), open, None, |words| {
            for cause in &ends.open {
                causes(words, telling, cause);
            }
        });
    }
    if !ends.more.is_empty() {
        let rounds: Vec<String> = ends.more.iter().map(u8::to_string).collect();
        let more = t("author-proof-ends-more").with("rounds", rounds.join(", ").as_str());
        line(page, (Icon::Question, Tone::Text2), more, None, |_| {});
    }
}

/// What is there, what is so for the moment, and what is missing.
fn causes(place: &mut Parent, telling: Telling, cause: &Cause) {
    let there = cause.there.iter().map(|f| telling.fact(*f));
    let passing = cause.passing.iter().map(|p| telling.passing(*p));
    for so in there.chain(passing) {
        let told = t("author-proof-there").with("what", so);
        place.spawn(text(told, Type::LABEL));
    }
    for fact in &cause.late {
        let told = t("author-proof-missing").with("what", telling.fact(*fact));
        place.spawn(text(told, Type::LABEL));
    }
}

fn sign(status: Status) -> (Icon, Tone) {
    match status {
        Status::Proved => (Icon::CheckCircle, Tone::Text2),
        Status::Refuted => (Icon::Warning, Tone::Alert),
        Status::Open => (Icon::Question, Tone::Text2),
    }
}

/// What is said in bold, with more below it and, beside it, what its script is good for.
fn line(
    page: &mut Parent,
    (sign, tone): (Icon, Tone),
    title: Words,
    shows: Option<Shows>,
    more: impl FnOnce(&mut Parent),
) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(sign, 18.0, tone));
        line.spawn(wide()).with_children(|words| {
            words.spawn(text(title, Type::BODY.bold()));
            more(words);
        });
        let Some(shows) = shows else { return };
        line.spawn(row(GAP_2)).with_children(|line| {
            let act = Action::Author(AuthorAction::Watch(shows));
            Button::normal(t("author-proof-watch"), act)
                .icon(Icon::Eye)
                .small()
                .spawn(line);
            if matches!(shows, Shows::DeadEnd(_)) {
                let act = Action::Author(AuthorAction::GoOn(shows));
                Button::normal(t("author-proof-go-on"), act)
                    .icon(Icon::Play)
                    .small()
                    .spawn(line);
            }
        });
    });
}
