//! The part of the page about joint operations: what was planned beside what was true.

use super::desks::codes;
use super::html::mark;
use super::words::Speaker;
use crate::language::{Words, family, t};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Miss, OpOutcome};
use crate::view::{DebriefView, MemberView, OperationOutcome, RunOutcome};

/// One operation of the case.
pub(super) struct Told {
    pub title: String,
    /// What was true of it.
    pub truth: Vec<String>,
    pub runs: Vec<Planned>,
}

/// One plan that was carried out.
pub(super) struct Planned {
    /// "Round 3".
    pub round: String,
    /// It came to what it was for.
    pub well: bool,
    pub result: String,
    pub lines: Vec<String>,
}

pub(super) fn section(debrief: &DebriefView, speaker: &Speaker) -> Vec<Told> {
    let told = |o: &OperationOutcome| Told {
        title: speaker.text(&o.title).to_owned(),
        truth: truth(debrief, o, speaker),
        runs: o.runs.iter().map(|r| run(debrief, o, r, speaker)).collect(),
    };
    debrief.operations.iter().map(told).collect()
}

fn truth(debrief: &DebriefView, o: &OperationOutcome, speaker: &Speaker) -> Vec<String> {
    let mut out = Vec::new();
    for (team, place) in Team::BOTH.into_iter().zip(o.places) {
        if let Some(place) = place {
            let name = place_name(debrief, place.index(), speaker);
            let told = speaker.say(&t("report-right-place").with("place", name));
            out.push(format!("{} {told}", mark(team)));
        }
    }
    let (first, last) = o.rounds;
    out.push(speaker.say(&if first == last {
        t("report-right-round").with("round", first)
    } else {
        t("report-right-rounds")
            .with("first", first)
            .with("last", last)
    }));
    if let Some((from, to)) = o.hours {
        let told = t("operation-debrief-hours").with("from", clock(from));
        let told = told.with("to", clock(to));
        out.push(speaker.say(&told.with("team", speaker.team(Team::North))));
    }
    let real = o.risks.iter().filter(|(_, real)| *real);
    out.extend(real.map(|(text, _)| {
        speaker.say(&t("operation-debrief-risk").with("text", speaker.text(text)))
    }));
    if !o.evidence.is_empty() {
        let items = codes(debrief, &o.evidence, speaker);
        out.push(speaker.say(&t("report-rests-on").with("items", items)));
    }
    out
}

fn run(
    debrief: &DebriefView,
    o: &OperationOutcome,
    run: &RunOutcome,
    speaker: &Speaker,
) -> Planned {
    let say = |words: Words| speaker.say(&words);
    let mut lines = Vec::new();
    let aim = run.plan.objective;
    if let Some((text, _)) = aim.and_then(|a| o.objectives.get(a.index())) {
        lines.push(say(t("report-for").with("objective", speaker.text(text))));
    }
    for (team, place) in Team::BOTH.into_iter().zip(run.plan.places) {
        if let Some(place) = place {
            let name = place_name(debrief, place.index(), speaker);
            lines.push(format!("{} {name}", mark(team)));
        }
    }
    if let Some(at) = run.at {
        let told = t("report-start").with("time", clock(at));
        lines.push(say(told.with("team", speaker.team(Team::North))));
    }
    if !run.officers.is_empty() {
        let members = run.officers.iter().map(|m| member(m, speaker));
        lines.push(speaker.list(members));
    }
    lines.extend(basis(run, speaker));
    if run.outcome == OpOutcome::Danger {
        lines.push(format!("✗ {}", speaker.t("operation-debrief-critical")));
    }
    let misses = run.misses.iter().map(|m| miss(*m, speaker));
    lines.extend(misses.map(|told| format!("✗ {}", speaker.say(&told))));
    let unnamed = (0u16..)
        .zip(&o.risks)
        .filter(|(n, (_, real))| *real && !run.plan.risks.iter().any(|r| r.0 == *n));
    lines.extend(unnamed.map(|(_, (text, _))| {
        let told = t("report-risk-not-named").with("text", speaker.text(text));
        format!("✗ {}", speaker.say(&told))
    }));
    let other = run.plan.contingency;
    if let Some(text) = other.and_then(|c| o.contingencies.get(c.index())) {
        lines.push(say(t("report-contingency").with("text", speaker.text(text))));
    }
    lines.push(say(rested_on(debrief, o, &run.plan.cited, speaker)));
    if run.misses.is_empty() && run.outcome != OpOutcome::Danger {
        let told = t("report-odds").with("chance", run.chance);
        let told = told.with("odds", speaker.odds(&run.lines));
        lines.push(say(told.with("roll", run.roll)));
    }
    let result = t("report-result").with("outcome", family("operation-outcome", run.outcome.key()));
    Planned {
        round: speaker.round(run.round),
        well: run.outcome == OpOutcome::Success,
        result: say(result.with("text", speaker.text(&run.text))),
        lines,
    }
}

/// `▲ Ann Arver: Command`.
fn member(member: &MemberView, speaker: &Speaker) -> String {
    let told = t("plan-role-of").with("name", speaker.text(&member.name));
    let told = told.with("role", family("operation-role", member.role.key()));
    format!("{} {}", mark(member.team), speaker.say(&told))
}

/// On what each side acted, or that it acted without.
fn basis(run: &RunOutcome, speaker: &Speaker) -> Vec<String> {
    let mut out = Vec::new();
    for (team, basis) in Team::BOTH.into_iter().zip(&run.basis) {
        let side = speaker.team(team);
        if run.unlawful.contains(&team) {
            let told = t("operation-debrief-unlawful").with("team", side);
            out.push(format!("✗ {}", speaker.say(&told)));
        } else if let Some(title) = basis {
            let told = t("report-acted-on").with("team", side);
            out.push(speaker.say(&told.with("title", speaker.text(title))));
        }
    }
    out
}

fn miss(miss: Miss, speaker: &Speaker) -> Words {
    let place = |team| t("account-miss-place").with("team", speaker.team(team));
    match miss {
        Miss::NorthPlace => place(Team::North),
        Miss::SouthPlace => place(Team::South),
        Miss::Round | Miss::Hour => family("operation-miss", miss.key()),
    }
}

fn rested_on(
    debrief: &DebriefView,
    o: &OperationOutcome,
    cited: &[ItemId],
    speaker: &Speaker,
) -> Words {
    if cited.is_empty() {
        return t("report-rested-on-nothing");
    }
    let items = speaker.list(cited.iter().map(|item| {
        let number = super::desks::code(debrief, *item);
        if o.evidence.contains(item) {
            speaker.say(&t("report-shows-it").with("item", number))
        } else {
            number
        }
    }));
    t("report-rested-on").with("items", items)
}

fn place_name<'d>(debrief: &'d DebriefView, index: usize, speaker: &Speaker) -> &'d str {
    let place = debrief.places.get(index);
    place.map_or("", |place| speaker.text(&place.name))
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
