//! Elements of the offence and roles, told once: what is cited for them, and what that proves.

use std::sync::Arc;

use liaison::bots::{Policy, Simulated};
use liaison::engine::condition::holds;
use liaison::engine::{Actor, Command, Event, Refusal, State, Theory, fingerprint};
use liaison::report::Account;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{ElementId, ItemId, RoleId, Team};
use liaison::scenario::model::Condition;
use liaison::scenario::words::{Channel, Form, Offence, RoleKind};
use liaison::session::{LocalTable, self_play};
use liaison::view::{CellView, DebriefView, Reader, TeamView, project, told};

use crate::support::{Story, fixture, item, subject};

use Team::{North, South};

fn at(of: &Scenario, key: &str) -> usize {
    let mut all = of.theory.elements.iter();
    all.position(|e| e.key == key).expect("in the case")
}

fn role(of: &Scenario, key: &str) -> usize {
    let wanted = subject(of, key);
    let mut all = of.theory.roles.iter();
    all.position(|r| r.subject == wanted).expect("in the case")
}

/// A theory that cites these items for the element.
fn citing(story: &Story, element: &str, items: &[&str]) -> Theory {
    let mut theory = story.blank();
    theory.offence = Some(Offence::Trafficking);
    let mut cell: Vec<ItemId> = items.iter().map(|i| item(&story.scenario, i)).collect();
    cell.sort_unstable();
    theory.elements[at(&story.scenario, element)] = cell;
    theory
}

fn naming(story: &Story, person: &str, is: RoleKind) -> Theory {
    let mut theory = story.blank();
    theory.roles[role(&story.scenario, person)] = Some(is);
    theory
}

fn record(theory: Theory) -> Command {
    Command::RecordTheory { theory }
}

fn draft(theory: Theory) -> Command {
    Command::DraftVerdict { theory }
}

fn share(story: &Story, key: &str, channel: Channel) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form: Form::Full,
        channel,
        note: None,
    }
}

fn seen(story: &Story, team: Team) -> TeamView {
    project(story.state(), team)
}

/// In a case in which everything arrives at once.
fn quick() -> Story {
    let mut scenario = (*fixture("workbench").scenario).clone();
    scenario.delays = [0, 0, 0];
    let story = Story::of(Arc::new(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(record(theory))
}

/// Both sign what North drafts.
fn signed(story: Story, theory: Theory) -> Story {
    story
        .when(North, draft(theory))
        .happened()
        .both(Command::SignVerdict { revision: 1 })
}

fn debrief(story: &Story) -> Arc<DebriefView> {
    seen(story, North).debrief.expect("open")
}

#[test]
fn a_theory_cites_items_for_an_element_and_says_who_is_what() {
    let story = Story::planning();
    let mut theory = citing(&story, "purpose", &["n_formal", "n_open"]);
    theory.roles[role(&story.scenario, "boss")] = Some(RoleKind::Organiser);
    let story = story.when(North, record(theory.clone())).happened();
    let view = seen(&story, North);
    assert_eq!(view.theory.current, Some(theory));
    let purpose = &view.theory.elements[at(&story.scenario, "purpose")];
    assert_eq!(purpose.text.get("en"), "Somebody earns by it");
    let cell = |item, here| CellView {
        item,
        here,
        there: false,
    };
    let (open, bank) = (
        item(&story.scenario, "n_open"),
        item(&story.scenario, "n_formal"),
    );
    assert_eq!(purpose.cell, [cell(open, false), cell(bank, true)]);
    // The partner sees nothing of it.
    let theirs = seen(&story, South).theory;
    assert!(theirs.elements.iter().all(|e| e.cell.is_empty()));
}

#[test]
fn a_team_sees_the_roles_of_whom_it_knows() {
    let story = Story::planning();
    let names = |team| {
        let view = seen(&story, team);
        assert_eq!(view.theory.roles_in_case, 3);
        let roles = view.theory.roles.iter();
        roles
            .map(|r| r.subject.name.get("en").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(North), ["The boss", "The clerk", "The barn"]);
    assert_eq!(names(South), ["The boss", "The clerk"]);
}

#[test]
fn which_courts_may_see_an_item_is_told_as_far_as_the_team_knows() {
    let story = quick();
    let ledger = item(&story.scenario, "s_open");
    let told = |story: &Story, team| {
        let view = seen(story, team);
        let held = view.folder.iter().find(|i| i.id == ledger);
        held.map(|i| (i.admissible, i.admissible_there))
    };
    assert_eq!(told(&story, South), Some((true, false)));
    let command = share(&story, "s_open", Channel::LiaisonDesk);
    let story = story.when(South, command).happened();
    assert_eq!(told(&story, South), Some((true, false)));
    assert_eq!(
        told(&story, North),
        Some((false, true)),
        "the partner's own"
    );
    let command = share(&story, "s_open", Channel::Mutual);
    let story = story.when(South, command).happened();
    assert_eq!(told(&story, South), Some((true, true)));
    assert_eq!(told(&story, North), Some((true, true)));
    // On its way is enough to know.
    let story = Story::theorised();
    let command = share(&story, "s_open", Channel::Mutual);
    let story = story.when(South, command).happened();
    assert_eq!(told(&story, South), Some((true, true)));
    assert_eq!(told(&story, North), None);
}

#[test]
fn an_element_is_proven_before_the_courts_that_may_see_its_proof() {
    for (channel, before) in [
        (Channel::LiaisonDesk, [false, true]),
        (Channel::Mutual, [true, true]),
    ] {
        let story = quick();
        let command = share(&story, "s_open", channel);
        let story = story.when(South, command).happened().until_verdict();
        let theory = citing(&story, "act", &["s_open"]);
        let element = ElementId(u16::try_from(at(&story.scenario, "act")).expect("small"));
        let proven = |story: &Story| {
            Team::BOTH.map(|before| holds(story.state(), &Condition::Proven { element, before }))
        };
        assert_eq!(proven(&story), [false, false], "there is no verdict");
        let story = signed(story, theory);
        assert_eq!(proven(&story), before);
        let outcome = &debrief(&story).elements[at(&story.scenario, "act")];
        assert_eq!(outcome.proven, before);
        assert!(outcome.cited[0].proves);
        assert_eq!(outcome.cited[0].admissible, before);
        assert_eq!(outcome.proof.len(), 2);
        let events = story.last.clone().expect("signed");
        let reached = |e: &Event| matches!(e, Event::MilestoneReached { .. });
        assert!(events.iter().any(reached), "{events:?}");
    }
}

#[test]
fn what_proves_something_else_or_stands_in_another_cell_proves_nothing() {
    let story = quick();
    let command = share(&story, "s_open", Channel::Mutual);
    let story = story.when(South, command).happened().until_verdict();
    let story = signed_citing(story, "purpose");
    let debrief = debrief(&story);
    let act = &debrief.elements[at(&story.scenario, "act")];
    assert_eq!((act.proven, act.cited.len()), ([false, false], 0));
    let purpose = &debrief.elements[at(&story.scenario, "purpose")];
    assert_eq!(purpose.proven, [false, false]);
    assert!(!purpose.cited[0].proves && purpose.cited[0].admissible == [true, true]);
}

fn signed_citing(story: Story, element: &str) -> Story {
    let theory = citing(&story, element, &["s_open"]);
    signed(story, theory)
}

#[test]
fn an_item_in_a_cell_counts_as_cited_and_used() {
    let story = quick();
    let command = share(&story, "s_open", Channel::LiaisonDesk);
    let story = story.when(South, command).happened().until_verdict();
    let story = signed_citing(story, "means");
    let ledger = item(&story.scenario, "s_open");
    assert!(holds(story.state(), &Condition::Cited(ledger)));
    let debrief = debrief(&story);
    let row = debrief.knowledge.iter().find(|r| r.item == ledger);
    assert_eq!(row.expect("told").used, Some(3));
}

#[test]
fn the_verdict_says_who_is_what_and_the_debrief_what_was_so() {
    let story = Story::planning();
    let first = naming(&story, "boss", RoleKind::Financier);
    let story = story.when(North, record(first)).happened().until_verdict();
    let mut theory = naming(&story, "boss", RoleKind::Organiser);
    theory.offence = Some(Offence::Both);
    let story = signed(story, theory);
    let boss = RoleId(u16::try_from(role(&story.scenario, "boss")).expect("small"));
    for (is, so) in [(RoleKind::Organiser, true), (RoleKind::Financier, false)] {
        assert_eq!(
            holds(story.state(), &Condition::Role { role: boss, is }),
            so
        );
    }
    let debrief = debrief(&story);
    let outcome = &debrief.roles[boss.index()];
    assert_eq!(outcome.first, [Some(RoleKind::Financier), None]);
    assert_eq!(outcome.verdict, Some(RoleKind::Organiser));
    assert_eq!(outcome.truth, RoleKind::Organiser);
}

#[test]
fn what_stands_in_the_draft_the_partner_may_keep() {
    let story = Story::planning().until_verdict();
    let theory = naming(&story, "barn", RoleKind::Harbourer);
    let story = story.when(North, draft(theory.clone())).happened();
    let table = seen(&story, South).verdict.expect("a draft");
    assert_eq!(table.roles.len(), 1);
    assert_eq!(table.roles[0].subject.name.get("en"), "The barn");
    let mut kept = theory;
    kept.confidence = 90;
    let story = story.when(South, draft(kept.clone())).happened();
    // Changing it takes knowing whom it is about.
    let barn = role(&story.scenario, "barn");
    kept.roles[barn] = Some(RoleKind::Victim);
    let role = RoleId(u16::try_from(barn).expect("small"));
    story
        .when(South, draft(kept))
        .refused(Refusal::RoleUnknown { role });
}

#[test]
fn a_draft_shows_each_team_which_courts_may_see_what_it_cites() {
    let story = quick();
    let command = share(&story, "s_open", Channel::LiaisonDesk);
    let story = story.when(South, command).happened().until_verdict();
    let theory = citing(&story, "act", &["s_open"]);
    let story = story.when(North, draft(theory)).happened();
    let act = at(&story.scenario, "act");
    let cell = |team| {
        let cells = seen(&story, team).verdict.expect("a draft").cells;
        (cells[act][0].here, cells[act][0].there)
    };
    assert_eq!(cell(North), (false, true));
    assert_eq!(cell(South), (true, false));
}

#[test]
fn a_team_never_sees_what_proves_an_element() {
    let story = Story::planning();
    let json = serde_json::to_value(seen(&story, North).theory).expect("JSON");
    for element in json["elements"].as_array().expect("elements") {
        let fields: Vec<&String> = element.as_object().expect("one").keys().collect();
        assert_eq!(fields, ["cell", "id", "kind", "text"]);
    }
}

#[test]
fn a_record_without_a_grid_is_read_as_before() {
    // Exercises of cases without elements and roles were recorded without either.
    let json = r#"{"offence":"Both","answers":[null],"people":[],"cited":[],"confidence":60}"#;
    let theory: Theory = serde_json::from_str(json).expect("a theory");
    assert_eq!(theory, {
        let mut blank = Theory::blank(1, 0);
        blank.offence = Some(Offence::Both);
        blank.confidence = 60;
        blank
    });
    assert_eq!(serde_json::to_string(&theory).expect("JSON"), json);
}

#[test]
fn the_record_the_account_and_the_page_tell_the_grid() {
    let story = quick();
    let command = share(&story, "s_open", Channel::Mutual);
    let story = story.when(South, command).happened().until_verdict();
    let mut theory = citing(&story, "act", &["s_open"]);
    theory.roles[role(&story.scenario, "boss")] = Some(RoleKind::Recruiter);
    let story = signed(story, theory);
    let entries = story.entries.lock().expect("one writer").clone();
    let events: Vec<Event> = entries.iter().flat_map(|e| e.events.clone()).collect();
    let again = State::replay(story.scenario.clone(), &events);
    assert_eq!(fingerprint(&again), fingerprint(story.state()));
    let read = |reader| {
        let lines = events
            .iter()
            .filter_map(|e| told(story.state(), 1, e, reader));
        lines.map(|l| l.to_string()).collect::<Vec<_>>().join("\n")
    };
    let south = read(Reader::Team(South));
    assert!(south.contains("\"elements\":[[\"S-01\"],[],[]]"), "{south}");
    assert!(south.contains("{\"role 1\":\"Recruiter\"}"), "{south}");
    assert!(read(Reader::Truth).contains("{\"boss\":\"Recruiter\"}"));
    let mut account = Account::new(story.scenario.clone(), "en");
    let said: Vec<String> = entries
        .iter()
        .flat_map(|e| account.tell(e))
        .map(|s| s.text)
        .collect();
    let drafted = "Act: S-01; The boss: Recruiter";
    assert!(said.iter().any(|s| s.contains(drafted)), "{said:#?}");
    let page = story.page();
    assert!(page.contains("S-01 proves it before both courts."));
    assert!(page.contains("<th scope=\"row\"><p>The boss</p></th>"));
}

#[test]
fn simulated_teams_fill_the_grid() {
    let mut filled = std::collections::BTreeMap::new();
    for seed in 0..200 {
        let policy = Policy::ALL[usize::try_from(seed % 4).expect("small")];
        let mut scenario = (*fixture("workbench").scenario).clone();
        scenario.planning_seconds = 600;
        let story = Story::of(Arc::new(scenario), seed);
        let mut table = LocalTable::open(story.session).expect("two seats");
        let mut teams = Team::BOTH.map(|t| Simulated::new(policy, t, seed));
        self_play(&mut table, &mut teams, |_, _, _| {});
        let view = table.seat(North).view.debrief.clone().expect("open");
        let Some(verdict) = &view.verdict else {
            continue;
        };
        let proven = view.elements.iter().flat_map(|e| e.proven).any(|p| p);
        let count = filled.entry(policy.key()).or_insert([0; 3]);
        count[0] += u32::from(verdict.elements.iter().any(|c| !c.is_empty()));
        count[1] += u32::from(verdict.roles.iter().any(Option::is_some));
        count[2] += u32::from(proven);
    }
    assert!(filled["sharer"].iter().all(|n| *n == 50), "{filled:?}");
    assert!(filled["random"].iter().all(|n| *n > 0), "{filled:?}");
    assert_eq!(filled["hoarder"][2], 0, "nothing is joint: {filled:?}");
}

/// Stories that end in a refusal, for the test that every refusal is met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, team: Team, command: Command, refusal: Refusal| {
        met.push((story.when(team, command).refused(refusal), refusal));
    };
    let p = Story::planning();
    let malformed = |change: fn(&mut Theory)| {
        let mut theory = p.blank();
        change(&mut theory);
        record(theory)
    };
    for change in [
        (|t: &mut Theory| t.elements.push(vec![])) as fn(&mut Theory),
        |t| t.roles.clear(),
        |t| t.elements[0] = vec![ItemId(1), ItemId(0)],
        |t| t.elements[0] = vec![ItemId(999)],
    ] {
        let command = malformed(change);
        meet(Story::planning(), North, command, Refusal::TheoryMalformed);
    }
    let mut full = p.blank();
    let own = [
        "n_open", "n_tear", "n_super", "n_formal", "s_open", "n_ties", "n_calls",
    ];
    full.elements[1] = own.map(|i| item(&p.scenario, i)).to_vec();
    full.elements[1].sort_unstable();
    let refusal = Refusal::CellFull {
        element: ElementId(1),
        limit: 6,
    };
    meet(Story::planning(), North, record(full), refusal);
    let theirs = citing(&p, "act", &["s_open"]);
    meet(
        Story::planning(),
        North,
        record(theirs.clone()),
        Refusal::CitedNotHeld,
    );
    let verdict = Story::planning().until_verdict();
    meet(verdict, South, draft(theirs), Refusal::CitedNotJoint);
    let stranger = naming(&p, "barn", RoleKind::Bystander);
    let role = RoleId(u16::try_from(role(&p.scenario, "barn")).expect("small"));
    let refusal = Refusal::RoleUnknown { role };
    meet(Story::planning(), South, record(stranger), refusal);
    // Nothing actor-dependent is left out of the phases.
    meet(
        Story::of_workbench(),
        North,
        record(p.blank()),
        Refusal::WrongPhase,
    );
    let trainer = Actor::Facilitator;
    let asked = Story::planning().when(trainer, record(p.blank()));
    met.push((asked.refused(Refusal::NotYours), Refusal::NotYours));
    met
}
