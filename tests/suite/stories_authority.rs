//! Authorities, told once: what has to be shown, what shows it, and what comes of it.

use std::sync::Arc;

use liaison::bots::{Policy, Simulated};
use liaison::engine::rules::admissible::admissible;
use liaison::engine::{Actor, CaseTime, Command, Event, GroundLack, Refusal, State, fingerprint};
use liaison::report::Account;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{AuthorityId, GroundId, Team};
use liaison::scenario::words::{Channel, Form, InfoGrade, Lack, TrustCause, Use};
use liaison::session::{LocalTable, self_play};
use liaison::view::{
    AuthorityStatus, AuthorityView, LineWhat, Reader, TaskState, TeamView, project, told,
};

use crate::support::{Story, fixture, item, officer, task};

use Team::{North, South};

fn authority(story: &Story, key: &str) -> AuthorityId {
    let mut all = story.scenario.authorities.iter();
    let at = all.position(|a| a.key == key).expect("in the case");
    AuthorityId(u16::try_from(at).expect("a small case"))
}

fn apply(story: &Story, key: &str, items: &[&str]) -> Command {
    Command::ApplyAuthority {
        authority: authority(story, key),
        items: items.iter().map(|i| item(&story.scenario, i)).collect(),
    }
}

fn share(story: &Story, key: &str, form: Form, channel: Channel) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form,
        channel,
        note: None,
    }
}

/// With both first theories on record, in a case with something changed.
fn changed(change: impl FnOnce(&mut Scenario)) -> Story {
    let mut scenario = (*fixture("workbench").scenario).clone();
    change(&mut scenario);
    let story = Story::of(Arc::new(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(Command::RecordTheory { theory })
}

fn seen(story: &Story, team: Team) -> TeamView {
    project(story.state(), team)
}

fn view(story: &Story, team: Team, key: &str) -> AuthorityView {
    let id = authority(story, key);
    let view = seen(story, team);
    let found = view.authorities.iter().find(|a| a.id == id);
    found.expect("the team's own").clone()
}

fn stands(story: &Story, team: Team, key: &str) -> TaskState {
    let id = task(&story.scenario, key);
    let view = seen(story, team);
    let found = view.tasks.iter().find(|t| t.id == id);
    found.expect("on the list").state.clone()
}

/// The grounds that the last application did not show.
#[track_caller]
fn lacks(story: &Story) -> Vec<(u16, Lack)> {
    let events = story.last.as_ref().expect("it happened");
    let Event::AuthorityApplied { missing, from, .. } = &events[0] else {
        panic!("{events:?}");
    };
    assert_eq!(missing.is_empty(), from.is_some());
    missing.iter().map(|m| (m.ground.0, m.lack)).collect()
}

fn breach(story: &Story, team: Team, key: &str) -> [Event; 2] {
    let by = Use::Warrant;
    let item = item(&story.scenario, key);
    let why = TrustCause::Breach;
    [
        Event::Breach { team, item, by },
        Event::TrustMoved { by: -15, why },
    ]
}

#[test]
fn a_court_is_shown_every_ground_and_the_warrant_is_held_a_round_later() {
    let story = Story::theorised();
    let id = authority(&story, "barn_warrant");
    let command = apply(&story, "barn_warrant", &["n_formal", "n_tear", "n_tear"]);
    let items = ["n_tear", "n_formal"].map(|i| item(&story.scenario, i));
    assert_eq!(stands(&story, North, "n_break"), TaskState::Unauthorised);
    let story = story.when(North, command).then(&[Event::AuthorityApplied {
        team: North,
        authority: id,
        items: items.to_vec(),
        missing: vec![],
        from: Some(2),
        at: CaseTime(0),
    }]);
    let waits = AuthorityStatus::Waiting { from: 2 };
    assert_eq!(view(&story, North, "barn_warrant").status, waits);
    let listed = seen(&story, North).tasks;
    let needed = listed.iter().find_map(|t| t.authority.as_ref());
    assert_eq!(needed.map(|n| &n.status), Some(&waits));
    let go = Command::AssignTask {
        officer: officer(&story.scenario, "ann"),
        task: task(&story.scenario, "n_break"),
    };
    let story = story
        .when(North, go.clone())
        .refused(Refusal::AuthorityMissing { authority: id })
        .next_round();
    // What waits for it is reached as the round starts.
    let reached = |e: &Event| matches!(e, Event::MilestoneReached { .. });
    assert!(story.last.as_ref().expect("read").iter().any(reached));
    let held = AuthorityStatus::Held { since: 2 };
    assert_eq!(view(&story, North, "barn_warrant").status, held);
    assert_eq!(stands(&story, North, "n_break"), TaskState::Available);
    story.when(North, go).happened();
}

#[test]
fn a_supervisor_decides_at_once_and_reads_tear_lines() {
    let story = Story::theorised();
    let command = share(&story, "n_open", Form::TearLine, Channel::LiaisonDesk);
    let story = story.when(North, command).happened();
    let command = apply(&story, "quay_order", &["n_open"]);
    let story = story.when(South, command).happened();
    assert_eq!(lacks(&story), []);
    let held = AuthorityStatus::Held { since: 1 };
    assert_eq!(view(&story, South, "quay_order").status, held);
    let command = Command::AssignTask {
        officer: officer(&story.scenario, "cai"),
        task: task(&story.scenario, "s_store"),
    };
    story.when(South, command).happened();
}

#[test]
fn a_court_reads_no_tear_line() {
    let story = Story::theorised();
    let command = share(&story, "n_ties", Form::TearLine, Channel::LiaisonDesk);
    let story = story.when(North, command).happened();
    let command = apply(&story, "bank_letter", &["n_ties"]);
    let story = story.when(South, command).happened();
    assert_eq!(lacks(&story), [(0, Lack::TearLineOnly)]);
}

#[test]
fn what_is_turned_down_is_told_ground_by_ground() {
    let story = Story::theorised();
    let command = apply(&story, "barn_warrant", &["n_calls", "n_ties"]);
    let story = story.when(North, command).happened();
    // A drunk's word alone is too weak, and a neighbour's tale is no evidence.
    let why = [(0, Lack::TooWeak), (1, Lack::NotAdmissible)];
    assert_eq!(lacks(&story), why);
    let AuthorityStatus::TurnedDown { round, lacks: told } =
        view(&story, North, "barn_warrant").status
    else {
        panic!("turned down");
    };
    assert_eq!(round, 1);
    let told: Vec<_> = told.iter().map(|l| (l.ground.get("en"), l.lack)).collect();
    let keys = "That the clerk keeps the keys";
    assert_eq!(told[0], (keys, Lack::TooWeak));
    let line = seen(&story, North).line;
    assert!(line.iter().any(|l| matches!(
        &l.what,
        LineWhat::Authority { from: None, missing, .. } if missing.len() == 2
    )));
    let story = story.next_round();
    let command = apply(&story, "barn_warrant", &["n_super"]);
    let story = story.when(North, command).happened();
    let nothing = [(0, Lack::NothingCited), (1, Lack::NothingCited)];
    assert_eq!(lacks(&story), nothing);
}

#[test]
fn two_weak_items_bear_each_other_out() {
    for (weak, rumour) in [(3, InfoGrade::B), (2, InfoGrade::D)] {
        let story = changed(|s| {
            let ties = item(s, "n_ties");
            s.items[ties.index()].source = weak;
            s.items[ties.index()].info = rumour;
        });
        let command = apply(&story, "watch_leave", &["n_ties"]);
        let story = story.when(North, command).happened();
        assert_eq!(lacks(&story), [(0, Lack::TooWeak)]);
        let story = story.next_round();
        let command = apply(&story, "watch_leave", &["n_ties", "n_calls"]);
        let story = story.when(North, command).happened();
        assert_eq!(lacks(&story), []);
    }
}

#[test]
fn evidence_of_the_partner_counts_where_it_came_by_mutual_legal_assistance() {
    for (channel, lack) in [
        (Channel::LiaisonDesk, Some((1, Lack::NotAdmissible))),
        (Channel::Mutual, None),
    ] {
        let story = changed(|s| s.delays = [0, 0, 0]);
        let command = share(&story, "s_open", Form::Full, channel);
        let story = story.when(South, command).happened();
        let ledger = item(&story.scenario, "s_open");
        assert_eq!(admissible(story.state(), North, ledger), lack.is_none());
        assert!(admissible(story.state(), South, ledger), "its own");
        let command = apply(&story, "barn_warrant", &["n_tear", "s_open"]);
        let story = story.when(North, command).happened();
        assert_eq!(lacks(&story), lack.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn intelligence_and_tear_lines_are_no_evidence_however_they_come() {
    let story = changed(|s| s.delays = [0, 0, 0]);
    let bank = item(&story.scenario, "n_formal");
    let command = share(&story, "n_formal", Form::TearLine, Channel::Mutual);
    let story = story.when(North, command).happened();
    assert!(!admissible(story.state(), South, bank));
    let open = item(&story.scenario, "n_open");
    let command = share(&story, "n_open", Form::Full, Channel::Mutual);
    let story = story.when(North, command).happened();
    assert!(!admissible(story.state(), South, open));
    assert!(!admissible(story.state(), North, open));
    // What a lead was, a formal copy makes evidence.
    let command = share(&story, "n_formal", Form::Full, Channel::Mutual);
    let story = story.when(North, command).happened();
    assert!(admissible(story.state(), South, bank));
}

#[test]
fn what_the_partner_gave_is_cited_with_its_consent_or_the_rule_is_broken() {
    let given = || {
        let story = Story::theorised();
        let command = share(&story, "n_open", Form::Full, Channel::LiaisonDesk);
        story.when(North, command).happened()
    };
    let story = given();
    let command = apply(&story, "quay_order", &["n_open"]);
    let broken = breach(&story, South, "n_open");
    let story = story.when(South, command.clone()).happened();
    let events = story.last.clone().expect("it happened");
    // The chief decides all the same.
    assert!(matches!(
        events[0],
        Event::AuthorityApplied { from: Some(1), .. }
    ));
    assert_eq!(events[1..3], broken);
    let n_open = item(&story.scenario, "n_open");
    let breach = |l: &liaison::view::LineEntry| matches!(l.what, LineWhat::Breach { item, .. } if item == n_open);
    assert!(seen(&story, North).line.iter().any(breach));

    let item = n_open;
    let story = given()
        .when(South, Command::AskConsent { item })
        .happened()
        .when(
            North,
            Command::GiveConsent {
                item,
                granted: true,
            },
        )
        .happened()
        .when(South, command)
        .happened();
    assert_eq!(story.last.as_ref().expect("it happened").len(), 1);
}

#[test]
fn the_partner_sees_nothing_of_an_application() {
    let story = Story::theorised();
    let before = seen(&story, South);
    let command = apply(&story, "barn_warrant", &["n_tear", "n_formal"]);
    let story = story.when(North, command).happened();
    assert_eq!(seen(&story, South), before);
    let entries = story.entries.lock().expect("one writer").clone();
    let events: Vec<Event> = entries.into_iter().flat_map(|e| e.events).collect();
    let read = |reader| {
        let lines = events
            .iter()
            .filter_map(|e| told(story.state(), 1, e, reader));
        lines.map(|l| l.to_string()).collect::<Vec<_>>().join("\n")
    };
    assert!(!read(Reader::Team(South)).contains("AuthorityApplied"));
    let north = read(Reader::Team(North));
    assert!(
        north.contains("\"authority\":\"Search warrant: the barn\""),
        "{north}"
    );
    assert!(north.contains("\"from\":2"), "a round, not a subject");
    assert!(read(Reader::Truth).contains("\"authority\":\"barn_warrant\""));
}

#[test]
fn a_team_reads_the_grounds_and_never_what_shows_them() {
    let story = Story::theorised();
    let views = seen(&story, North).authorities;
    assert_eq!(views.len(), 2, "its own");
    let json = serde_json::to_value(&views).expect("JSON");
    for ground in json[0]["grounds"].as_array().expect("grounds") {
        let fields: Vec<&String> = ground.as_object().expect("a ground").keys().collect();
        assert_eq!(fields, ["evidence", "text"]);
    }
}

#[test]
fn the_record_folds_to_the_same_state_and_the_debrief_tells_everything() {
    let story = Story::theorised();
    let command = apply(&story, "barn_warrant", &["n_tear", "n_ties"]);
    let story = story.when(North, command).happened().next_round();
    let command = apply(&story, "barn_warrant", &["n_tear", "n_formal"]);
    let story = story.when(North, command).happened().until_verdict();
    let story = story.when(Actor::Facilitator, Command::EndPhase).happened();
    let entries = story.entries.lock().expect("one writer").clone();
    let events = entries.iter().flat_map(|e| &e.events);
    let again = State::replay(story.scenario.clone(), events);
    assert_eq!(fingerprint(&again), fingerprint(story.state()));
    let debrief = seen(&story, South).debrief.expect("open");
    let warrant = &debrief.authorities[0];
    assert_eq!(warrant.grounds[1].items.len(), 3);
    let decided: Vec<_> = warrant.applications.iter().map(|a| a.from).collect();
    assert_eq!(decided, [None, Some(3)]);
    assert_eq!(warrant.applications[0].lacks[0].lack, Lack::NotAdmissible);
    let tear = item(&story.scenario, "n_tear");
    let row = debrief.knowledge.iter().find(|r| r.item == tear);
    assert_eq!(row.expect("told").used, Some(1));
    let mut account = Account::new(story.scenario.clone(), "en");
    let said: Vec<String> = entries
        .iter()
        .flat_map(|e| account.tell(e))
        .map(|s| s.text)
        .collect();
    let granted =
        "Applies for “Search warrant: the barn”, citing N-02, N-04: granted, held from round 3";
    assert!(said.iter().any(|s| s == granted), "{said:#?}");
    let refused = "turned down. That the boss pays for it: nothing that the courts may see";
    assert!(said.iter().any(|s| s.ends_with(refused)), "{said:#?}");
    let page = story.page();
    assert!(page.contains("That the boss pays for it"));
    assert!(page.contains("granted on N-02, N-04, held from round 3."));
}

#[test]
fn simulated_teams_apply_for_what_their_tasks_need() {
    let mut seen = std::collections::BTreeMap::new();
    for seed in 0..600 {
        let policy = [Policy::Random, Policy::Sharer][usize::from(seed % 8 == 0)];
        let mut scenario = (*fixture("workbench").scenario).clone();
        // Time enough to do everything in.
        scenario.planning_seconds = 600;
        let story = Story::of(Arc::new(scenario), seed);
        let mut table = LocalTable::open(story.session).expect("two seats");
        let mut teams = Team::BOTH.map(|t| Simulated::new(policy, t, seed));
        self_play(&mut table, &mut teams, |_, _, _| {});
        let entries = story.entries.lock().expect("one writer").clone();
        let needing = ["n_break", "s_store"].map(|t| task(&story.scenario, t));
        for event in entries.iter().flat_map(|e| &e.events) {
            let what = match event {
                Event::AuthorityApplied { from, .. } => ("granted", from.is_some()),
                Event::TaskAssigned { task, .. } if needing.contains(task) => ("sent", true),
                Event::Breach { .. } => ("breach", true),
                _ => continue,
            };
            *seen.entry((policy.key(), what)).or_insert(0) += 1;
        }
    }
    for what in [
        ("random", ("granted", true)),
        ("random", ("granted", false)),
        ("random", ("breach", true)),
        ("random", ("sent", true)),
        ("sharer", ("granted", true)),
        ("sharer", ("sent", true)),
    ] {
        assert!(
            seen.get(&what).is_some_and(|n| *n > 0),
            "{what:?}: {seen:?}"
        );
    }
    assert!(
        !seen.contains_key(&("sharer", ("breach", true))),
        "{seen:?}"
    );
}

/// Stories that end in a refusal, for the test that every refusal is met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, team: Team, command: Command, refusal: Refusal| {
        met.push((story.when(team, command).refused(refusal), refusal));
    };
    let p = Story::planning();
    let warrant = authority(&p, "barn_warrant");
    let good = apply(&p, "barn_warrant", &["n_tear", "n_formal"]);
    let weak = apply(&p, "barn_warrant", &["n_super"]);
    let missing = Refusal::AuthorityMissing { authority: warrant };
    let go = Command::AssignTask {
        officer: officer(&p.scenario, "ann"),
        task: task(&p.scenario, "n_break"),
    };
    meet(Story::planning(), North, go, missing);
    meet(
        Story::planning(),
        South,
        good.clone(),
        Refusal::NoSuchAuthority,
    );
    let unknown = Command::ApplyAuthority {
        authority: AuthorityId(99),
        items: vec![],
    };
    meet(Story::planning(), North, unknown, Refusal::NoSuchAuthority);
    let granted = || Story::planning().when(North, good.clone()).happened();
    let waiting = Refusal::AuthorityWaiting {
        authority: warrant,
        from: 2,
    };
    meet(granted(), North, good.clone(), waiting);
    let held = Refusal::AuthorityHeld { authority: warrant };
    meet(granted().next_round(), North, good.clone(), held);
    let again = Refusal::AppliedThisRound { authority: warrant };
    let once = Story::planning().when(North, weak.clone()).happened();
    meet(once, North, good.clone(), again);
    let late = Refusal::AuthorityTooLate {
        authority: warrant,
        rounds: 3,
    };
    let end = Story::planning().next_round().next_round();
    meet(end, North, good.clone(), late);
    let nothing = apply(&p, "barn_warrant", &[]);
    meet(Story::planning(), North, nothing, Refusal::NothingCited);
    let theirs = apply(&p, "barn_warrant", &["n_tear", "s_open"]);
    meet(Story::planning(), North, theirs, Refusal::ItemNotHeld);
    meet(Story::of_workbench(), North, good, Refusal::WrongPhase);
    met
}

#[test]
fn what_was_not_shown_stands_in_its_event() {
    let lack = GroundLack {
        ground: GroundId(1),
        lack: Lack::TooWeak,
    };
    let json = serde_json::to_string(&lack).expect("JSON");
    assert_eq!(json, r#"{"ground":1,"lack":"TooWeak"}"#);
}
