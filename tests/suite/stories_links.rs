//! The link chart and the joint board, told once.

use liaison::bots::{Policy, Simulated};
use liaison::engine::{Actor, CaseTime, Command, Event, Refusal, State, fingerprint};
use liaison::report::Account;
use liaison::scenario::Text;
use liaison::scenario::ids::{SubjectId, Team};
use liaison::scenario::model::Link;
use liaison::scenario::words::{Channel, Form, LinkKind, LinkStatus};
use liaison::session::{LocalTable, self_play};
use liaison::view::{LinkView, Reader, TeamView, project, told};

use crate::support::{Story, item, subject};

use Team::{North, South};

fn link(story: &Story, from: &str, kind: LinkKind, to: &str) -> Link {
    Link::new(
        subject(&story.scenario, from),
        subject(&story.scenario, to),
        kind,
    )
}

fn pays(story: &Story) -> Link {
    link(story, "boss", LinkKind::Pays, "clerk")
}

fn calls(story: &Story) -> Link {
    link(story, "boss", LinkKind::Calls, "clerk")
}

fn stays(story: &Story) -> Link {
    link(story, "clerk", LinkKind::StaysAt, "barn")
}

fn share(story: &Story, key: &str, form: Form) -> Command {
    Command::ShareItem {
        item: item(&story.scenario, key),
        form,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

fn add(story: &Story, link: Link, items: &[&str]) -> Command {
    Command::AddLink {
        link,
        items: items.iter().map(|k| item(&story.scenario, k)).collect(),
    }
}

fn posted() -> Story {
    let story = Story::theorised();
    let link = calls(&story);
    story.when(North, Command::PostLink { link }).happened()
}

fn seen(story: &Story, team: Team) -> TeamView {
    project(story.state(), team)
}

#[track_caller]
fn on_chart(view: &TeamView, link: Link) -> LinkView {
    let mut links = view.chart.links.iter();
    let found = links.find(|l| l.link == link);
    found
        .unwrap_or_else(|| panic!("{link:?} is not on the chart"))
        .clone()
}

#[test]
fn who_rings_whom_makes_no_other_link_but_who_pays_does() {
    let (a, b) = (SubjectId(1), SubjectId(2));
    assert_eq!(
        Link::new(a, b, LinkKind::Calls),
        Link::new(b, a, LinkKind::Calls)
    );
    assert_ne!(
        Link::new(a, b, LinkKind::Pays),
        Link::new(b, a, LinkKind::Pays)
    );
}

#[test]
fn a_chart_is_made_of_what_the_items_say() {
    let story = Story::theorised();
    let view = seen(&story, North);
    let two = on_chart(&view, stays(&story));
    assert_eq!(two.status, LinkStatus::Corroborated);
    assert_eq!(two.says.len(), 2);
    assert_eq!(on_chart(&view, pays(&story)).status, LinkStatus::OneSource);
    let unsure = on_chart(&view, calls(&story));
    assert_eq!(unsure.status, LinkStatus::OneSource);
    let clerk = subject(&story.scenario, "clerk");
    let node = view.chart.nodes.iter().find(|n| n.subject.id == clerk);
    let node = node.expect("the clerk is on the chart");
    assert_eq!(node.known, [true, false]);
    assert_eq!(node.items.len(), 4);
    // South knows nothing of where the clerk sleeps.
    let view = seen(&story, South);
    assert!(view.chart.links.iter().all(|l| l.link != stays(&story)));
}

#[test]
fn two_unreliable_sources_do_not_corroborate() {
    let mut scenario = (*Story::of_workbench().scenario).clone();
    for item in &mut scenario.items {
        item.source = 3;
    }
    let story = Story::of(std::sync::Arc::new(scenario), 1).both(Command::Acknowledge);
    let link = on_chart(&seen(&story, North), stays(&story));
    assert_eq!((link.says.len(), link.status), (2, LinkStatus::OneSource));
}

#[test]
fn what_arrives_corroborates_and_contradicts() {
    let story = Story::theorised();
    let command = share(&story, "s_open", Form::Full);
    let story = story.when(South, command).happened();
    let view = seen(&story, North);
    assert_eq!(
        on_chart(&view, pays(&story)).status,
        LinkStatus::Corroborated
    );
    let met = on_chart(&view, link(&story, "clerk", LinkKind::MeetsWith, "boss"));
    assert_eq!(met.status, LinkStatus::Contested);
    assert_eq!((met.says.len(), met.denies.len()), (1, 1));
    let boss = &view.chart.nodes[0];
    assert_eq!(boss.known, [true, true], "it came from the partner");
}

#[test]
fn a_tear_line_tells_only_its_own_links() {
    let story = Story::theorised();
    let command = share(&story, "n_ties", Form::TearLine);
    let story = story.when(North, command).happened();
    let view = seen(&story, South);
    assert_eq!(on_chart(&view, pays(&story)).says.len(), 2);
    assert!(
        view.chart
            .links
            .iter()
            .all(|l| l.link.kind != LinkKind::StaysAt)
    );
    let barn = subject(&story.scenario, "barn");
    assert!(view.chart.nodes.iter().all(|n| n.subject.id != barn));
}

#[test]
fn a_team_draws_a_link_of_its_own_and_takes_it_off() {
    let story = Story::planning();
    let works = link(&story, "clerk", LinkKind::WorksFor, "boss");
    let (ties, calls) = (
        item(&story.scenario, "n_ties"),
        item(&story.scenario, "n_calls"),
    );
    let command = add(&story, works, &["n_calls", "n_ties", "n_calls"]);
    let story = story.when(North, command).then(&[Event::LinkAdded {
        team: North,
        link: works,
        items: vec![ties, calls],
    }]);
    let drawn = on_chart(&seen(&story, North), works);
    // It says no more than its items: it corroborates nothing.
    assert_eq!(drawn.status, LinkStatus::OneSource);
    assert_eq!(drawn.claim, Some(vec![ties, calls]));
    assert!(
        seen(&story, South)
            .chart
            .links
            .iter()
            .all(|l| l.link != works)
    );
    let story = story
        .when(North, Command::RemoveLink { link: works })
        .then(&[Event::LinkRemoved {
            team: North,
            link: works,
        }]);
    assert!(
        seen(&story, North)
            .chart
            .links
            .iter()
            .all(|l| l.link != works)
    );
}

#[test]
fn a_posted_link_reaches_the_partner_with_a_count_and_no_item() {
    let story = posted();
    let calls = calls(&story);
    assert_eq!(
        story.last.as_deref(),
        Ok(&[Event::LinkPosted {
            team: North,
            link: calls,
            behind: 1
        }][..])
    );
    let (north, south) = (seen(&story, North), seen(&story, South));
    assert_eq!(north.board, south.board);
    assert_eq!(south.board[0].posted[0].map(|p| p.behind), Some(1));
    let theirs = on_chart(&south, calls);
    assert_eq!(theirs.status, LinkStatus::PartnerOnly);
    assert_eq!((theirs.says, theirs.partner), (vec![], Some(1)));
    assert_eq!(on_chart(&north, calls).status, LinkStatus::OneSource);
}

#[test]
fn a_posting_names_its_subjects_to_a_partner_who_had_not_heard_of_them() {
    let story = Story::theorised();
    let command = share(&story, "n_open", Form::TearLine);
    let met = link(&story, "boss", LinkKind::RelatedTo, "child");
    let draw = add(&story, met, &["n_open"]);
    let child = subject(&story.scenario, "child");
    let of = |v: &TeamView| {
        v.chart
            .nodes
            .iter()
            .find(|n| n.subject.id == child)
            .cloned()
    };
    let story = story.when(North, command).happened();
    assert_eq!(of(&seen(&story, South)), None);
    let story = story
        .when(North, draw)
        .happened()
        .when(North, Command::PostLink { link: met })
        .happened();
    let node = of(&seen(&story, South)).expect("named on the board");
    assert_eq!((node.known, node.items), ([true, false], vec![]));
    // What was read there is known, also after it is withdrawn.
    let story = story
        .when(North, Command::WithdrawLink { link: met })
        .then(&[Event::LinkWithdrawn {
            team: North,
            link: met,
        }]);
    assert_eq!(of(&seen(&story, South)), None);
    assert!(
        seen(&story, South)
            .theory
            .people
            .iter()
            .any(|p| p.subject == child)
    );
}

#[test]
fn handling_keeps_a_link_off_the_board_until_its_item_is_there() {
    let story = Story::theorised();
    let link = stays(&story);
    let post = |story: &Story| on_chart(&seen(story, North), link).post;
    assert_eq!(post(&story), Err(Refusal::HandlingForbidsLink));
    // The tear-line of the same item tells another link, which may go.
    assert_eq!(on_chart(&seen(&story, North), pays(&story)).post, Ok(1));
    let mut scenario = (*story.scenario).clone();
    let ties = usize::from(item(&scenario, "n_ties").0);
    scenario.items[ties].handling = liaison::scenario::words::Handling::Supervisor;
    let blank = story.blank();
    let story = Story::of(std::sync::Arc::new(scenario), 1)
        .both(Command::Acknowledge)
        .both(Command::RecordTheory { theory: blank });
    let command = share(&story, "n_ties", Form::Full);
    let story = story.when(North, command).happened();
    assert_eq!(
        post(&story),
        Err(Refusal::HandlingForbidsLink),
        "on its way"
    );
    let story = story.next_round();
    assert_eq!(post(&story), Ok(2));
}

#[test]
fn a_challenge_contests_a_link_for_both_until_it_is_settled() {
    let story = posted();
    let link = calls(&story);
    let text = "  She was in our cell that night. ".to_owned();
    let story = story
        .when(South, Command::ChallengeLink { link, text })
        .then(&[Event::LinkChallenged {
            team: South,
            link,
            text: "She was in our cell that night.".to_owned(),
            at: CaseTime(0),
        }]);
    for team in Team::BOTH {
        let view = seen(&story, team);
        assert_eq!(on_chart(&view, link).status, LinkStatus::Contested);
        let doubt = view.board[0].challenged[1].as_ref().expect("a challenge");
        assert_eq!(&*doubt.text, "She was in our cell that night.");
    }
    let story = story
        .when(South, Command::SettleChallenge { link })
        .then(&[Event::ChallengeSettled { team: South, link }]);
    assert_eq!(
        on_chart(&seen(&story, North), link).status,
        LinkStatus::OneSource
    );
    // A link that nobody stands for is not doubted either.
    let story = story
        .when(
            South,
            Command::ChallengeLink {
                link,
                text: "No.".to_owned(),
            },
        )
        .happened()
        .when(North, Command::WithdrawLink { link })
        .happened()
        .when(North, Command::PostLink { link })
        .happened();
    assert_eq!(seen(&story, North).board[0].challenged, [None, None]);
}

#[test]
fn the_record_folds_to_the_same_board_and_tells_each_what_is_its_own() {
    let story = posted();
    let works = link(&story, "clerk", LinkKind::WorksFor, "boss");
    let command = add(&story, works, &["n_ties"]);
    let story = story.when(North, command).happened();
    let entries = story.entries.lock().expect("one writer").clone();
    let events = entries.iter().flat_map(|e| &e.events);
    let state = State::replay(story.scenario.clone(), events.clone());
    assert_eq!(fingerprint(&state), fingerprint(story.state()));
    let read = |reader| {
        let state = story.state();
        let lines = events.clone().filter_map(|e| told(state, 1, e, reader));
        lines.map(|l| l.to_string()).collect::<Vec<_>>().join("\n")
    };
    let (north, south) = (read(Reader::Team(North)), read(Reader::Team(South)));
    assert!(north.contains("\"items\":[\"N-06\"]"), "{north}");
    assert!(south.contains("\"from\":\"The boss\"") && !south.contains("LinkAdded"));
    let mut account = Account::new(story.scenario.clone(), "en");
    let told: Vec<String> = entries
        .iter()
        .flat_map(|e| account.tell(e))
        .map(|s| s.text)
        .collect();
    let board = "To the joint board: The boss is in touch with The clerk (1 item behind it)";
    assert!(told.iter().any(|t| t == board), "{told:#?}");
}

#[test]
fn the_debrief_says_which_links_were_true() {
    let story = posted();
    let works = link(&story, "clerk", LinkKind::WorksFor, "boss");
    let command = add(&story, works, &["n_ties"]);
    let story = story.when(North, command).happened().until_verdict();
    let story = story.when(Actor::Facilitator, Command::EndPhase).happened();
    let debrief = seen(&story, South).debrief.expect("open");
    let of = |link| debrief.links.iter().find(|l| l.link == link).expect("told");
    assert_eq!(of(pays(&story)).truth, Some(true));
    assert_eq!(of(pays(&story)).told_by.len(), 2);
    let met = of(link(&story, "boss", LinkKind::MeetsWith, "clerk"));
    assert_eq!(met.truth, Some(false));
    assert_eq!(of(calls(&story)).truth, None);
    assert_eq!(of(calls(&story)).posted, [Some(1), None]);
    assert_eq!(of(works).claimed, [true, false]);
}

#[test]
fn a_link_on_the_board_does_not_change_with_what_its_items_say() {
    // The count is what was said when it was posted.
    let story = posted();
    let link = calls(&story);
    let draw = add(&story, link, &["n_ties"]);
    let story = story.when(North, draw).happened();
    assert_eq!(on_chart(&seen(&story, South), link).partner, Some(1));
    assert_eq!(
        seen(&story, South).board[0].from.name,
        Text::new("en", "The boss")
    );
}

/// Stories that end in a refusal, for the test that every refusal is met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, team: Team, command: Command, refusal: Refusal| {
        met.push((story.when(team, command).refused(refusal), refusal));
    };
    let p = Story::planning();
    let (pays, calls, stays) = (pays(&p), calls(&p), stays(&p));
    let itself = link(&p, "boss", LinkKind::Pays, "boss");
    let super_ = item(&p.scenario, "n_super");
    let command = add(&p, itself, &["n_ties"]);
    meet(Story::planning(), North, command, Refusal::LinkToItself);
    let command = add(&p, pays, &[]);
    meet(Story::planning(), North, command, Refusal::LinkWithoutItems);
    let command = add(&p, pays, &["s_open"]);
    meet(Story::planning(), North, command, Refusal::ItemNotHeld);
    let command = add(&p, pays, &["n_super"]);
    let refusal = Refusal::ItemNamesNotBoth { item: super_ };
    meet(Story::planning(), North, command, refusal);
    let barn = subject(&p.scenario, "barn");
    let refusal = Refusal::SubjectUnknown { subject: barn };
    let command = add(&p, stays, &["s_open"]);
    meet(Story::planning(), South, command, refusal);
    let command = add(&p, pays, &["n_ties"]);
    let drawn = Story::planning().when(North, command.clone()).happened();
    meet(drawn, North, command, Refusal::AlreadyClaimed);
    let command = Command::RemoveLink { link: pays };
    meet(Story::planning(), North, command, Refusal::NoSuchClaim);
    let command = Command::PostLink { link: pays };
    meet(Story::planning(), North, command, Refusal::TheoryFirst);
    let command = Command::PostLink { link: calls };
    meet(
        Story::theorised(),
        South,
        command.clone(),
        Refusal::LinkNotOnChart,
    );
    meet(posted(), North, command, Refusal::AlreadyPosted);
    let command = Command::PostLink { link: stays };
    meet(
        Story::theorised(),
        North,
        command,
        Refusal::HandlingForbidsLink,
    );
    let command = Command::WithdrawLink { link: calls };
    meet(
        Story::theorised(),
        North,
        command.clone(),
        Refusal::NotPosted,
    );
    meet(posted(), South, command, Refusal::NotPosted);
    let challenge = |text: &str| Command::ChallengeLink {
        link: calls,
        text: text.to_owned(),
    };
    meet(
        Story::theorised(),
        South,
        challenge("No."),
        Refusal::NotPosted,
    );
    meet(posted(), North, challenge("No."), Refusal::OwnLink);
    meet(posted(), South, challenge(" "), Refusal::EmptyMessage);
    let doubted = posted().when(South, challenge("No.")).happened();
    meet(doubted, South, challenge("No!"), Refusal::AlreadyChallenged);
    let command = Command::SettleChallenge { link: calls };
    meet(posted(), South, command, Refusal::NotChallenged);
    met
}

#[test]
fn simulated_teams_do_everything_that_can_be_done_with_links() {
    let mut seen = std::collections::BTreeMap::new();
    for seed in 0..1_500 {
        let mut scenario = (*crate::support::fixture("workbench").scenario).clone();
        scenario.planning_seconds = 300;
        let story = Story::of(std::sync::Arc::new(scenario), seed);
        let mut table = LocalTable::open(story.session).expect("two seats");
        let policies = [
            [Policy::Random, Policy::Random],
            [Policy::Sharer, Policy::Cautious],
        ];
        let policies = policies[usize::from(seed % 8 == 0)];
        let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
        self_play(&mut table, &mut teams, |_, _, _| {});
        let entries = story.entries.lock().expect("one writer").clone();
        for event in entries.iter().flat_map(|e| &e.events) {
            let json = serde_json::to_value(event).expect("JSON");
            let name = json["event"].as_str().expect("a name").to_owned();
            *seen.entry(name).or_insert(0) += 1;
        }
    }
    for name in [
        "LinkAdded",
        "LinkRemoved",
        "LinkPosted",
        "LinkWithdrawn",
        "LinkChallenged",
        "ChallengeSettled",
    ] {
        let count = seen.get(name).copied().unwrap_or(0);
        assert!(count >= 3, "{name}: {count} in {seen:?}");
    }
}
