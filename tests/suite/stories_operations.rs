//! Joint operations, told once: the plan, its signatures, its odds and what comes of it.

use std::sync::Arc;

use liaison::bots::{Policy, Simulated};
use liaison::engine::rules::odds::{chance, stated};
use liaison::engine::{Command, Event, OddsLine, Phase, Plan, Refusal, Start, State, evolve};
use liaison::report::Account;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{
    AimId, AuthorityId, ContingencyId, ItemId, OfficerId, OperationId, PlaceId, RiskId, TaskId,
    Team,
};
use liaison::scenario::words::{
    Channel, Form, Miss, OddsCause, OpOutcome, OpRole, PlanNews, PlanPart, TrustCause, Use,
};
use liaison::session::{LocalTable, self_play};
use liaison::view::{LineWhat, PlanView, Reader, TeamView, project, told};

use crate::support::{Story, fixture, item, officer, task};

use Team::{North, South};

const RAID: OperationId = OperationId(0);
const BOAT: OperationId = OperationId(1);
const FOLLOW: AimId = AimId(1);
const SAILED: ContingencyId = ContingencyId(0);

fn place(scenario: &Scenario, key: &str) -> PlaceId {
    let at = scenario.map.places.iter().position(|p| p.key == key);
    PlaceId(u16::try_from(at.expect("a place of the case")).expect("a small case"))
}

/// The right plan with everything prepared, but for the items that it rests on.
fn right(scenario: &Scenario) -> Plan {
    let who = |key: &str, role| (officer(scenario, key), role);
    Plan {
        operation: RAID,
        objective: Some(AimId(0)),
        places: [Some(place(scenario, "barn")), Some(place(scenario, "quay"))],
        start: Some(Start {
            round: 2,
            minute: 60,
        }),
        officers: vec![
            who("ann", OpRole::Command),
            who("ben", OpRole::Entry),
            who("cai", OpRole::Command),
        ],
        risks: vec![RiskId(0), RiskId(1)],
        basis: [None; 2],
        contingency: Some(ContingencyId(1)),
        cited: Vec::new(),
    }
}

/// …without what only the other team writes.
fn of(scenario: &Scenario, team: Team, plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.officers
        .retain(|(o, _)| scenario.officer(*o).team == team);
    plan
}

fn draft(plan: &Plan) -> Command {
    Command::DraftPlan { plan: plan.clone() }
}

fn sign(revision: u16) -> Command {
    Command::SignPlan { revision }
}

fn share(scenario: &Scenario, key: &str) -> Command {
    Command::ShareItem {
        item: item(scenario, key),
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    }
}

fn assign(scenario: &Scenario, who: &str, what: &str) -> Command {
    Command::AssignTask {
        officer: officer(scenario, who),
        task: task(scenario, what),
    }
}

/// The workbench with its first operation as `change` makes it, and the network at rest.
fn bench(change: impl FnOnce(&mut Scenario)) -> Story {
    let mut scenario = (*fixture("workbench").scenario).clone();
    scenario.exposure = 0;
    // On what law it is done has stories of its own.
    scenario.operations[0].basis = [vec![], vec![]];
    change(&mut scenario);
    let story = Story::of(Arc::new(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(Command::RecordTheory { theory })
}

/// The plan lies on the table, each team's officers written by itself, at revision 2.
#[track_caller]
fn drafted(story: Story, plan: &Plan) -> Story {
    let north = of(&story.scenario, North, plan);
    let story = story.when(North, draft(&north)).happened();
    story.when(South, draft(plan)).happened()
}

#[track_caller]
fn standing(story: Story, plan: &Plan) -> Story {
    let story = drafted(story, plan);
    let revision = on_table(&story, North).revision;
    story.both(sign(revision))
}

/// The standing plan, at the end of planning of round 2.
#[track_caller]
fn carried_out(story: Story, plan: &Plan) -> Story {
    let story = standing(story, plan);
    let story = if plan.start.is_some_and(|s| s.round == 2) {
        story.next_round()
    } else {
        story
    };
    story.both(Command::SetReady { ready: true })
}

/// Everything right and prepared; the network is at rest, so that it is certain.
fn succeeded() -> Story {
    let story = bench(|s| s.operations[0].odds = 100);
    let command = share(&story.scenario, "n_open");
    let story = story.when(North, command).happened();
    let mut plan = right(&story.scenario);
    plan.cited = vec![item(&story.scenario, "n_open")];
    let give = Command::GiveConsent {
        item: plan.cited[0],
        granted: true,
    };
    let story = story.when(North, give).happened();
    carried_out(story, &plan)
}

fn seen(story: &Story, team: Team) -> TeamView {
    project(story.state(), team)
}

#[track_caller]
fn on_table(story: &Story, team: Team) -> PlanView {
    let draft = seen(story, team).operations.draft;
    draft.expect("a plan on the table")
}

/// The run among the last events: its odds, what was wrong, how it ended.
#[track_caller]
fn run(story: &Story) -> (u8, Vec<OddsLine>, Vec<Miss>, OpOutcome) {
    let events = story.last.as_deref().expect("it happened");
    let run = events.iter().find_map(|e| match e {
        Event::OperationRun {
            chance,
            lines,
            misses,
            outcome,
            ..
        } => Some((*chance, lines.clone(), misses.clone(), *outcome)),
        _ => None,
    });
    run.expect("an operation was carried out")
}

fn news(story: &Story, team: Team) -> Vec<PlanNews> {
    let view = seen(story, team);
    let line = view.line.iter();
    line.filter_map(|l| match l.what {
        LineWhat::Plan { news, .. } => Some(news),
        _ => None,
    })
    .collect()
}

#[test]
fn a_plan_lies_before_both_with_its_odds_and_what_it_lacks() {
    let story = bench(|_| {});
    let plan = of(&story.scenario, North, &right(&story.scenario));
    let at = liaison::engine::CaseTime::default();
    let story = story.when(North, draft(&plan)).then(&[Event::PlanDrafted {
        team: North,
        revision: 1,
        plan: plan.clone(),
        at,
    }]);
    for team in Team::BOTH {
        let table = on_table(&story, team);
        assert_eq!((table.revision, table.by, &table.plan), (1, North, &plan));
        assert_eq!(table.lacking, [PlanPart::Command]);
        assert_eq!(table.officers.len(), 2);
        // 80, less a role and less for resting on nothing; the alarm may take 20, the contingency 5.
        assert_eq!((table.chance, table.least), (55, 30));
        let sum: i16 = table.lines.iter().map(|l| l.by).sum();
        assert_eq!(sum, 55);
        assert_eq!(news(&story, team), [PlanNews::Drafted]);
    }
}

#[test]
fn what_can_be_planned_stands_on_both_tables_and_nothing_of_what_is_true() {
    let story = bench(|_| {});
    for team in Team::BOTH {
        let offered = seen(&story, team).operations.offered;
        assert_eq!(offered.len(), 1, "the boat waits for round 2");
        assert_eq!(offered[0].places.each_ref().map(Vec::len), [2, 2]);
    }
    let of_north = seen(&story, North).operations.offered;
    let speaking: Vec<usize> = of_north[0].places[0]
        .iter()
        .map(|c| c.items.len())
        .collect();
    assert_eq!(speaking, [0, 2], "two items of North speak of the barn");
    let story = story.next_round();
    assert_eq!(seen(&story, South).operations.offered.len(), 2);
}

#[test]
fn each_signature_binds_to_one_revision_and_falls_when_the_draft_changes() {
    let story = bench(|_| {});
    let plan = right(&story.scenario);
    let story = drafted(story, &plan).when(North, sign(2)).happened();
    assert_eq!(on_table(&story, South).signed, [true, false]);
    let mut other = plan.clone();
    other.objective = Some(FOLLOW);
    let story = story.when(South, draft(&other)).happened();
    let table = on_table(&story, North);
    assert_eq!((table.revision, table.signed), (3, [false; 2]));
    let all = [
        PlanNews::Drafted,
        PlanNews::Drafted,
        PlanNews::Signed,
        PlanNews::Fallen,
    ];
    assert_eq!(news(&story, North), all);
    assert_eq!(news(&story, South), all);
    let stale = Refusal::StaleRevision {
        signed: 2,
        current: 3,
    };
    let story = story.when(North, sign(2)).refused(stale);
    // Also when both had signed: it stands no more.
    let story = story.both(sign(3));
    assert_eq!(on_table(&story, North).signed, [true; 2]);
    assert_eq!(news(&story, South).last(), Some(&PlanNews::Binding));
    let story = story.when(North, draft(&plan)).happened();
    assert_eq!(on_table(&story, South).signed, [false; 2]);
    let ready = story.next_round().both(Command::SetReady { ready: true });
    assert!(
        seen(&ready, North).operations.runs.is_empty(),
        "nobody had signed this one"
    );
}

#[test]
fn a_plan_can_be_put_away_until_both_have_signed() {
    let story = bench(|_| {});
    let plan = right(&story.scenario);
    let story = drafted(story, &plan).when(North, sign(2)).happened();
    let story = story.when(South, Command::WithdrawPlan).happened();
    assert_eq!(seen(&story, North).operations.draft, None);
    assert_eq!(news(&story, North).last(), Some(&PlanNews::Withdrawn));
    // Revisions are counted on: no old signature can bind to a new draft.
    let story = story
        .when(North, draft(&of(&story_case(), North, &plan)))
        .happened();
    assert_eq!(on_table(&story, North).revision, 3);
}

fn story_case() -> Arc<Scenario> {
    fixture("workbench").scenario
}

#[test]
fn a_right_plan_that_is_wholly_prepared_is_certain_and_both_read_what_came_of_it() {
    let story = succeeded();
    let (odds, _, misses, outcome) = run(&story);
    assert_eq!((odds, misses, outcome), (100, vec![], OpOutcome::Success));
    let list = item(&story.scenario, "n_list");
    for (team, gained) in [(North, vec![list]), (South, vec![])] {
        let view = seen(&story, team);
        let report = view
            .report
            .expect("a report")
            .operation
            .expect("the operation");
        assert_eq!((report.outcome, report.round), (OpOutcome::Success, 2));
        assert_eq!(report.text.get("en"), "The child is out.");
        assert_eq!(report.gained, gained);
        assert_eq!(view.operations.runs, [report]);
        assert_eq!(view.operations.draft, None);
        assert!(
            view.operations
                .offered
                .iter()
                .any(|o| o.id == RAID && o.done)
        );
        let told = view.line.iter().any(|l| {
            matches!(
                &l.what,
                LineWhat::Ran {
                    outcome: OpOutcome::Success,
                    ..
                }
            )
        });
        assert!(told, "it stands on the line of {team:?}");
    }
    let events = story.last.as_deref().expect("it happened");
    let raided = story
        .scenario
        .milestones
        .iter()
        .position(|m| m.key == "raided");
    let raided = u16::try_from(raided.expect("a milestone")).expect("a small case");
    assert!(
        events
            .iter()
            .any(|e| matches!(e, Event::MilestoneReached { milestone } if milestone.0 == raided))
    );
    // What it rested on was used.
    let debrief = after(story);
    let cited = debrief
        .knowledge
        .iter()
        .find(|k| k.item == item(&story_case(), "n_open"));
    assert_eq!(cited.and_then(|k| k.used), Some(2));
}

/// To the debrief.
fn over(story: Story) -> Story {
    let story = story.both(Command::Acknowledge).until_verdict();
    let story = story.when(liaison::engine::Actor::Facilitator, Command::EndPhase);
    story.happened()
}

/// The debrief that follows.
fn after(story: Story) -> Arc<liaison::view::DebriefView> {
    seen(&over(story), North)
        .debrief
        .expect("the debrief is open")
}

#[test]
fn it_is_carried_out_before_the_tasks_and_moves_none_of_their_rolls() {
    let rolls = |with: bool| {
        let story = bench(|_| {});
        let mut plan = right(&story.scenario);
        // The others are free for tasks.
        plan.officers.remove(1);
        plan.start = Some(Start {
            round: 1,
            minute: 60,
        });
        let story = if with { standing(story, &plan) } else { story };
        let command = assign(&story.scenario, "ben", "n_flip");
        let story = story.when(North, command).happened();
        let story = story.both(Command::SetReady { ready: true });
        let events = story.last.expect("it happened");
        let run = events
            .iter()
            .position(|e| matches!(e, Event::OperationRun { .. }));
        let task = events
            .iter()
            .position(|e| matches!(e, Event::TaskResolved { .. }));
        assert!(!with || run < task);
        let roll = |e: &Event| match e {
            Event::TaskResolved { roll, .. } => Some(*roll),
            _ => None,
        };
        events.iter().filter_map(roll).collect::<Vec<_>>()
    };
    assert_eq!(rolls(true), rolls(false));
    assert_eq!(rolls(true).len(), 1);
}

/// What the lines of the odds are with this plan and this case.
fn lines(
    change: impl FnOnce(&mut Plan),
    case: impl FnOnce(&mut Scenario),
) -> Vec<(OddsCause, i16)> {
    let story = bench(case);
    let command = share(&story.scenario, "n_open");
    let story = story.when(North, command).happened();
    let mut plan = right(&story.scenario);
    plan.cited = vec![item(&story.scenario, "n_open")];
    change(&mut plan);
    let certain: i16 = stated(&story.scenario, &plan)
        .lines
        .iter()
        .map(|l| l.by)
        .sum();
    let unsure: i16 = stated(&story.scenario, &plan)
        .unsure
        .iter()
        .map(|l| l.by)
        .sum();
    let (odds, lines, misses, _) = run(&carried_out(story, &plan));
    assert_eq!(misses, []);
    assert_eq!(odds, chance(&lines), "the lines add up");
    let sum: i16 = lines.iter().map(|l| l.by).sum();
    assert!(
        sum <= certain && sum >= certain + unsure,
        "{sum} is as was stated: {certain} less {unsure} at the most"
    );
    lines.iter().map(|l| (l.what, l.by)).collect()
}

#[test]
fn the_odds_are_what_was_stated_line_by_line() {
    let prepared = (OddsCause::Prepared, 80);
    let same = |_: &mut Scenario| {};
    assert_eq!(lines(|_| {}, same), [prepared]);
    let roles = lines(|p| p.officers.retain(|(_, r)| *r != OpRole::Entry), same);
    assert_eq!(roles, [prepared, (OddsCause::Roles, -15)]);
    let uncited = lines(|p| p.cited.clear(), same);
    assert_eq!(uncited, [prepared, (OddsCause::Uncited, -10)]);
    let none = lines(|p| p.contingency = None, same);
    assert_eq!(none, [prepared, (OddsCause::Contingency, -5)]);
    // The boat has not sailed early, so this one answers nothing.
    let vain = lines(|p| p.contingency = Some(SAILED), same);
    assert_eq!(vain, [prepared, (OddsCause::Contingency, -5)]);
    let unnamed = lines(|p| p.risks.clear(), same);
    assert_eq!(unnamed, [prepared, (OddsCause::Risk, -5)]);
    let lamp = lines(|p| p.risks = vec![RiskId(0)], same);
    assert_eq!(lamp, [prepared], "what is not there costs nothing");
    let alarm = lines(
        |_| {},
        |s| {
            s.exposure = 54;
            s.network.reactions.clear();
            s.injects.clear();
        },
    );
    assert_eq!(alarm, [prepared, (OddsCause::Alarm, -10)]);
}

#[test]
fn a_contingency_for_what_has_come_about_counts() {
    // The network was alarmed in round 1 and the boat has sailed.
    let covered = lines(
        |p| p.contingency = Some(SAILED),
        |s| {
            s.exposure = 30;
            s.injects.clear();
        },
    );
    let alarm = (OddsCause::Alarm, -6);
    assert_eq!(covered, [(OddsCause::Prepared, 80), alarm]);
}

#[test]
fn a_wrong_place_or_time_fails_and_both_read_why() {
    let of = |change: &dyn Fn(&Scenario, &mut Plan)| {
        let story = bench(|s| s.operations[0].odds = 100);
        let mut plan = right(&story.scenario);
        change(&story.scenario, &mut plan);
        let story = carried_out(story, &plan);
        let (odds, _, misses, outcome) = run(&story);
        assert_eq!((odds, outcome), (0, OpOutcome::Failure));
        for team in Team::BOTH {
            let report = seen(&story, team).report.expect("a report");
            let read = report.operation.expect("the operation");
            assert_eq!(
                (&read.misses, read.text.get("en")),
                (&misses, "The barn is empty.")
            );
        }
        misses
    };
    let hill = |s: &Scenario| Some(place(s, "hill"));
    assert_eq!(of(&|s, p| p.places[0] = hill(s)), [Miss::NorthPlace]);
    assert_eq!(of(&|s, p| p.places[1] = hill(s)), [Miss::SouthPlace]);
    let at = |round, minute| {
        move |_: &Scenario, p: &mut Plan| {
            p.start = Some(Start { round, minute });
        }
    };
    assert_eq!(of(&at(1, 60)), [Miss::Round]);
    // 02:59 by North's clock; the right hours begin at 03:00.
    assert_eq!(of(&at(2, 29)), [Miss::Hour]);
    let all = of(&|s, p| {
        p.places = [hill(s); 2];
        p.start = Some(Start {
            round: 1,
            minute: 0,
        });
    });
    assert_eq!(all, [Miss::NorthPlace, Miss::SouthPlace, Miss::Round]);
}

#[test]
fn hours_may_go_over_midnight() {
    // Round 1 begins at 22:30 by North's clock: 22:30 and 00:30 are inside, 02:00 is not.
    for (minute, right_hour) in [(0, true), (120, true), (210, false)] {
        let story = bench(|s| {
            s.operations[0].odds = 100;
            s.operations[0].truth.rounds = (1, 1);
            s.operations[0].truth.hours = Some((22 * 60, 60));
        });
        let mut plan = right(&story.scenario);
        plan.start = Some(Start { round: 1, minute });
        let (_, _, misses, _) = run(&carried_out(story, &plan));
        assert_eq!(misses.is_empty(), right_hour, "minute {minute}: {misses:?}");
    }
}

#[test]
fn people_run_on_as_a_delivery_are_no_success_but_a_critical_error() {
    // Wherever it goes and however good the odds.
    for wrong in [false, true] {
        let story = bench(|s| s.operations[0].odds = 100);
        let mut plan = right(&story.scenario);
        plan.objective = Some(FOLLOW);
        if wrong {
            plan.places[0] = Some(place(&story.scenario, "hill"));
        }
        let story = carried_out(story, &plan);
        let (odds, _, misses, outcome) = run(&story);
        assert_eq!((odds, outcome), (0, OpOutcome::Danger));
        assert_eq!(misses.len(), usize::from(wrong));
        let events = story.last.as_deref().expect("it happened");
        let careless = story
            .scenario
            .milestones
            .iter()
            .position(|m| m.key == "careless");
        let careless = u16::try_from(careless.expect("a milestone")).expect("a small case");
        let reached = |e: &&Event| matches!(e, Event::MilestoneReached { milestone } if milestone.0 == careless);
        assert!(events.iter().any(|e| reached(&e)));
        let report = seen(&story, South).report.expect("a report");
        let read = report.operation.expect("the operation");
        assert_eq!(read.text.get("en"), "The child was seen last on the road.");
        let debrief = after(story);
        let outcome = &debrief.operations[0];
        assert_eq!(outcome.runs[0].outcome, OpOutcome::Danger);
        assert!(
            outcome.objectives[1].1,
            "the debrief says which objective it was"
        );
    }
}

#[test]
fn what_failed_can_be_planned_again_and_what_succeeded_is_done() {
    let story = bench(|_| {});
    let mut plan = right(&story.scenario);
    plan.places[0] = Some(place(&story.scenario, "hill"));
    let again = carried_out(story, &plan).both(Command::Acknowledge);
    plan.places[0] = right(&again.scenario).places[0];
    plan.start = Some(Start {
        round: 3,
        minute: 30,
    });
    let again = standing(again, &plan).both(Command::SetReady { ready: true });
    assert_eq!(run(&again).2, []);
    assert_eq!(seen(&again, North).operations.runs.len(), 2);
}

#[test]
fn a_plan_that_only_one_has_signed_is_not_carried_out_and_lapses() {
    let story = bench(|_| {});
    let plan = right(&story.scenario);
    let story = drafted(story, &plan).when(North, sign(2)).happened();
    let story = story.next_round().next_round();
    assert!(seen(&story, North).operations.runs.is_empty());
    story
        .when(South, sign(2))
        .refused(Refusal::PlanStartPast { round: 2 });
}

#[test]
fn a_signature_takes_the_teams_officers_for_that_round() {
    let story = bench(|_| {});
    let plan = right(&story.scenario);
    let scenario = Arc::clone(&story.scenario);
    let ann = officer(&scenario, "ann");
    let story = drafted(story, &plan).when(North, sign(2)).happened();
    let engaged = |story: &Story| seen(story, North).officers[0].engaged;
    assert_eq!(engaged(&story), Some(2));
    // In round 1 she is free; what lasts into round 2 she cannot do.
    let story = story
        .when(North, assign(&scenario, "ann", "n_watch"))
        .happened();
    let refusal = Refusal::OfficerInOperation {
        officer: officer(&scenario, "ben"),
        round: 2,
    };
    let story = story
        .when(North, assign(&scenario, "ben", "n_long"))
        .refused(refusal);
    let story = story.next_round();
    let taken = Refusal::OfficerInOperation {
        officer: ann,
        round: 2,
    };
    let story = story
        .when(North, assign(&scenario, "ann", "n_flip"))
        .refused(taken);
    // South has not signed: its officer is free, and who signs later is asked then.
    let story = story
        .when(South, assign(&scenario, "cai", "s_ask"))
        .happened();
    let on_task = Refusal::OfficerOnTask {
        officer: officer(&scenario, "cai"),
        task: task(&scenario, "s_ask"),
    };
    let story = story.when(South, sign(2)).refused(on_task);
    // A changed draft frees everybody.
    let mut other = plan.clone();
    other.cited.clear();
    other.risks.clear();
    let story = story.when(South, draft(&other)).happened();
    assert_eq!(engaged(&story), None);
    story
        .when(North, assign(&scenario, "ann", "n_flip"))
        .happened();
}

#[test]
fn whether_the_partners_officers_are_busy_is_no_reason_to_refuse_a_signature() {
    let story = bench(|_| {});
    let mut plan = right(&story.scenario);
    plan.start = Some(Start {
        round: 1,
        minute: 0,
    });
    let command = assign(&story.scenario, "cai", "s_ask");
    let story = drafted(story, &plan).when(South, command).happened();
    story.when(North, sign(2)).happened();
}

#[test]
fn items_cited_without_consent_are_breaches_once_the_plan_binds() {
    let story = bench(|_| {});
    let (n_open, s_open) = (
        item(&story.scenario, "n_open"),
        item(&story.scenario, "s_open"),
    );
    let commands = [
        (North, share(&story.scenario, "n_open")),
        (South, share(&story.scenario, "s_open")),
    ];
    let mut story = story;
    for (team, command) in commands {
        story = story.when(team, command).happened();
    }
    let give = Command::GiveConsent {
        item: s_open,
        granted: true,
    };
    let story = story.when(South, give).happened();
    let mut plan = right(&story.scenario);
    plan.cited = vec![n_open, s_open];
    let at = liaison::engine::CaseTime::default();
    let signed = |team| Event::PlanSigned {
        team,
        revision: 2,
        at,
    };
    // South writes both down; North has let nobody use its own.
    let mut without = of(&story.scenario, North, &plan);
    without.cited.clear();
    let story = story.when(North, draft(&without)).happened();
    let story = story.when(South, draft(&plan)).happened();
    let story = story.when(North, sign(2)).then(&[signed(North)]);
    let moved = Event::TrustMoved {
        by: -15,
        why: TrustCause::Breach,
    };
    let breach = Event::Breach {
        team: South,
        item: n_open,
        by: Use::Plan,
    };
    let story = story.when(South, sign(2));
    let events = story.last.as_deref().expect("it happened");
    assert_eq!(events[..3], [signed(South), breach, moved]);
    assert!(
        !events[3..]
            .iter()
            .any(|e| matches!(e, Event::Breach { .. }))
    );
}

#[test]
fn who_cites_its_own_item_in_a_plan_lets_the_partner_use_it() {
    let story = bench(|_| {});
    let n_open = item(&story.scenario, "n_open");
    let command = share(&story.scenario, "n_open");
    let story = story.when(North, command).happened();
    let mut plan = right(&story.scenario);
    plan.cited = vec![n_open];
    let own = of(&story.scenario, North, &plan);
    let story = story.when(North, draft(&own));
    let granted = |e: &Event| matches!(e, Event::ConsentGiven { team: North, item, granted: true, .. } if *item == n_open);
    let events = story.last.as_ref().expect("it happened");
    assert!(events.iter().any(granted));
    let story = story.when(South, draft(&plan)).happened();
    let story = story.both(sign(2));
    let breach = |e: &Event| matches!(e, Event::Breach { .. });
    assert!(!story.last.as_ref().expect("it happened").iter().any(breach));
}

#[test]
fn the_odds_that_a_team_sees_tell_neither_the_alarm_nor_what_is_true() {
    let wire = |change: &dyn Fn(&mut Scenario), wrong: bool| {
        let story = bench(|s| {
            s.injects.clear();
            s.network.reactions.clear();
            change(s);
        });
        let mut plan = right(&story.scenario);
        plan.objective = Some(if wrong { FOLLOW } else { AimId(0) });
        let story = standing(story, &plan);
        let before = Team::BOTH.map(|t| serde_json::to_string(&seen(&story, t)).expect("JSON"));
        // …nor does what they read of a plan that was carried out.
        let story = story.next_round().both(Command::SetReady { ready: true });
        let after = Team::BOTH.map(|t| serde_json::to_string(&seen(&story, t)).expect("JSON"));
        let entries = story.entries.lock().expect("one writer").clone();
        let mut state = State::new(Arc::clone(&story.scenario));
        let mut record = Vec::new();
        for event in entries.iter().flat_map(|e| &e.events) {
            let line = told(&state, 0, event, Reader::Team(North));
            record.extend(line.map(|l| l.to_string()));
            evolve(&mut state, event);
        }
        (before, after, record)
    };
    let alarmed = |s: &mut Scenario| s.exposure = 40;
    let other = |s: &mut Scenario| {
        let o = &mut s.operations[0];
        o.truth.places = [None; 2];
        o.truth.rounds = (1, 3);
        o.truth.hours = None;
        o.evidence.clear();
        o.risks.iter_mut().for_each(|r| r.real = !r.real);
    };
    let plain = wire(&|_| {}, true);
    assert_eq!(plain, wire(&alarmed, true));
    assert_eq!(plain, wire(&other, true));
    assert!(plain.2.iter().any(|l| l.contains("OperationRun")));
    let plain = wire(&|_| {}, false);
    assert_eq!(plain.0, wire(&alarmed, false).0);
    assert_eq!(plain.0, wire(&other, false).0);
}

fn leave(scenario: &Scenario) -> AuthorityId {
    let at = scenario
        .authorities
        .iter()
        .position(|a| a.key == "watch_leave");
    AuthorityId(u16::try_from(at.expect("an authority")).expect("a small case"))
}

/// North's law asks for leave, which it has or has not when the plan stands that names it or does not.
fn under_law(named: bool, held: bool) -> Story {
    let story = bench(|s| s.operations[0].basis = [vec![leave(s)], vec![]]);
    let mut plan = right(&story.scenario);
    plan.basis[0] = named.then(|| leave(&story.scenario));
    let story = if held {
        let items = ["n_calls", "n_ties"]
            .map(|k| item(&story.scenario, k))
            .to_vec();
        let authority = leave(&story.scenario);
        let command = Command::ApplyAuthority { authority, items };
        story.when(North, command).happened()
    } else {
        story
    };
    standing(story, &plan)
}

#[test]
fn each_side_acts_under_its_own_law_or_with_worse_odds_and_on_record() {
    for (named, held, lawful) in [
        (true, true, true),
        (true, false, false),
        (false, true, false),
        (false, false, false),
    ] {
        let story = under_law(named, held);
        let table = on_table(&story, South);
        let line = OddsLine {
            what: OddsCause::Basis,
            by: -20,
        };
        // What is not named cannot be held; whether what is named is, only its team knows.
        assert_eq!(table.lines.contains(&line), !named);
        assert_eq!(table.unsure.contains(&line), named);
        let story = story.next_round().both(Command::SetReady { ready: true });
        let (_, lines, misses, _) = run(&story);
        assert_eq!((lines.contains(&line), misses.len()), (!lawful, 0));
        let entries = story.entries.lock().expect("one writer").clone();
        let debrief = after(story);
        let run = &debrief.operations[0].runs[0];
        let unlawful: &[Team] = if lawful { &[] } else { &[North] };
        assert_eq!(run.unlawful, unlawful);
        assert_eq!(run.basis[0].is_some(), named);
        let mut account = Account::new(fixture("workbench").scenario, "en");
        let told: Vec<_> = entries.iter().flat_map(|e| account.tell(e)).collect();
        let words =
            |s: &liaison::report::Sentence| s.text.contains("Upper acted without the authority");
        assert_eq!(told.iter().any(words), !lawful);
    }
}

#[test]
fn the_plan_names_the_law_and_not_whether_the_partner_holds_it() {
    let table = |held: bool| {
        let story = under_law(true, held);
        let table = on_table(&story, South);
        assert_eq!(
            table.basis[0].as_ref().map(|t| t.get("en")),
            Some("Leave to listen in")
        );
        let offered = &seen(&story, South).operations.offered[0];
        assert_eq!(
            (offered.basis.len(), offered.basis_asked),
            (0, [true, false])
        );
        serde_json::to_string(&seen(&story, South).operations).expect("JSON")
    };
    assert_eq!(table(true), table(false));
}

#[test]
fn the_record_tells_a_team_the_plan_in_words_and_the_truth_what_chance_came_to() {
    let story = succeeded();
    let entries = story.entries.lock().expect("one writer").clone();
    let read = |reader: Reader, name: &str| {
        let mut state = State::new(Arc::clone(&story.scenario));
        let mut last = None;
        for event in entries.iter().flat_map(|e| &e.events) {
            let line = told(&state, 0, event, reader);
            last = line.filter(|l| l["event"] == name).or(last);
            evolve(&mut state, event);
        }
        last.expect("it is on record")
    };
    let plan = &read(Reader::Team(South), "PlanDrafted")["plan"];
    assert_eq!(plan["operation"], "Barn and quay at the same time");
    assert_eq!(plan["objective"], "Bring the child out");
    assert_eq!(plan["places"], serde_json::json!(["Barn", "Quay"]));
    assert_eq!(
        plan["officers"][0],
        serde_json::json!(["Ann Arver", "Command"])
    );
    assert_eq!(plan["cited"], serde_json::json!(["N-01"]));
    assert_eq!(plan["risks"][0], "A dog in the yard");
    let run = read(Reader::Team(South), "OperationRun");
    assert_eq!(
        (run.get("chance"), run.get("roll"), run.get("lines")),
        (None, None, None)
    );
    let run = read(Reader::Truth, "OperationRun");
    assert_eq!(run["operation"], "barn_entry");
    assert_eq!(run["chance"], 100);
}

#[test]
fn the_account_and_the_page_tell_what_was_planned_beside_what_was_true() {
    let story = succeeded();
    let entries = story.entries.lock().expect("one writer").clone();
    let mut account = Account::new(Arc::clone(&story.scenario), "en");
    let sentences: Vec<_> = entries.iter().flat_map(|e| account.tell(e)).collect();
    let text = |words: &str| sentences.iter().any(|s| s.text.contains(words));
    assert!(text(
        "Drafts a plan, revision 2: Barn and quay at the same time; Bring the child out"
    ));
    assert!(text(
        "Upper at Barn; Lower at Quay; round 2 at 03:30 Hill; Ann Arver: Command"
    ));
    assert!(text("Signs the plan, revision 2: the plan stands"));
    assert!(text(
        "The joint operation “Barn and quay at the same time”: succeeded"
    ));
    let page = over(story).page();
    for words in [
        "Joint operations",
        "It would have succeeded at ▲ Barn, ◆ Quay, in rounds 2 to 3.",
        "Between 03:00 and 07:30 on the clock of ",
        "A real risk: A dog in the yard",
        "Place and time are shown by ",
        "The odds were 100 in 100; drawn",
        "It was not carried out.",
    ] {
        assert!(page.contains(words), "the page does not say: {words}");
    }
}

/// Stories that end in a refusal, for the test that every refusal is met.
pub fn refused() -> Vec<(Story, Refusal)> {
    let mut met = Vec::new();
    let mut meet = |story: Story, team: Team, command: Command, refusal: Refusal| {
        met.push((story.when(team, command).refused(refusal), refusal));
    };
    let fresh = || bench(|_| {});
    let scenario = fresh().scenario;
    let plan = of(&scenario, North, &right(&scenario));
    let with = |change: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        draft(&plan)
    };
    let nowhere = Refusal::NoSuchOperation;
    meet(fresh(), North, draft(&Plan::blank(OperationId(9))), nowhere);
    // Not offered yet.
    meet(fresh(), North, draft(&Plan::blank(BOAT)), nowhere);
    let done = succeeded().both(Command::Acknowledge);
    meet(
        done,
        North,
        draft(&plan),
        Refusal::OperationDone { operation: RAID },
    );
    meet(Story::planning(), North, draft(&plan), Refusal::TheoryFirst);
    for command in [
        with(&|p| p.officers.swap(0, 1)),
        with(&|p| p.officers[1].1 = OpRole::Interpreter),
        with(&|p| p.risks = vec![RiskId(1), RiskId(1)]),
        with(&|p| p.risks = vec![RiskId(2)]),
        with(&|p| p.objective = Some(AimId(2))),
        with(&|p| p.contingency = Some(ContingencyId(2))),
        with(&|p| p.cited = vec![ItemId(1), ItemId(0)]),
    ] {
        meet(fresh(), North, command, Refusal::PlanMalformed);
    }
    let ghost = with(&|p| p.officers.push((OfficerId(99), OpRole::Entry)));
    meet(fresh(), North, ghost, Refusal::NoSuchOfficer);
    let quay = place(&scenario, "quay");
    let elsewhere = with(&|p| p.places[0] = Some(quay));
    meet(
        fresh(),
        North,
        elsewhere,
        Refusal::PlaceNotOffered { place: quay },
    );
    for (round, minute) in [(0, 0), (4, 0), (2, 240)] {
        let late = with(&|p| p.start = Some(Start { round, minute }));
        meet(fresh(), North, late, Refusal::StartOutOfRange { rounds: 3 });
    }
    let cai = officer(&scenario, "cai");
    let theirs = Refusal::PlanNotYours { officer: cai };
    meet(fresh(), North, draft(&right(&scenario)), theirs);
    // Nor may the partner's be struck out, or given another role.
    meet(
        drafted(fresh(), &right(&scenario)),
        North,
        draft(&plan),
        theirs,
    );
    let asked = || bench(|s| s.operations[0].basis = [vec![leave(s)], vec![leave(s)]]);
    let command = with(&|p| p.basis[1] = Some(AuthorityId(2)));
    meet(asked(), North, command, Refusal::BasisNotYours);
    let authority = AuthorityId(0);
    let command = with(&|p| p.basis[0] = Some(authority));
    meet(
        asked(),
        North,
        command,
        Refusal::BasisNotOffered { authority },
    );
    for key in ["n_open", "s_open"] {
        let cited = item(&scenario, key);
        let command = with(&|p| p.cited = vec![cited]);
        meet(fresh(), North, command, Refusal::CitedNotJoint);
    }
    let once = || fresh().when(North, draft(&plan)).happened();
    meet(once(), North, draft(&plan), Refusal::PlanUnchanged);
    meet(fresh(), North, sign(1), Refusal::NoPlan);
    meet(fresh(), South, Command::WithdrawPlan, Refusal::NoPlan);
    type Change<'c> = &'c dyn Fn(&mut Plan);
    let changes: [(Change, PlanPart); 4] = [
        (&|p| p.objective = None, PlanPart::Objective),
        (&|p| p.places[1] = None, PlanPart::Place),
        (&|p| p.start = None, PlanPart::Start),
        (&|_| {}, PlanPart::Command),
    ];
    for (change, what) in changes {
        let story = fresh().when(North, with(change)).happened();
        meet(story, North, sign(1), Refusal::PlanIncomplete { what });
    }
    let whole = || drafted(fresh(), &right(&scenario));
    let signed = || whole().when(North, sign(2)).happened();
    meet(signed(), North, sign(2), Refusal::AlreadySigned);
    let past = whole().next_round().next_round();
    meet(past, North, sign(2), Refusal::PlanStartPast { round: 2 });
    let stands = standing(fresh(), &right(&scenario));
    meet(stands, South, Command::WithdrawPlan, Refusal::PlanStands);
    let ben = officer(&scenario, "ben");
    let long = || {
        whole()
            .when(North, assign(&scenario, "ben", "n_long"))
            .happened()
    };
    let task: TaskId = task(&scenario, "n_long");
    meet(
        long(),
        North,
        sign(2),
        Refusal::OfficerOnTask { officer: ben, task },
    );
    let busy = Refusal::OfficerBusy {
        officer: ben,
        until: 2,
    };
    meet(long().next_round(), North, sign(2), busy);
    let taken = Refusal::OfficerInOperation {
        officer: ben,
        round: 2,
    };
    meet(signed(), North, assign(&scenario, "ben", "n_long"), taken);
    meet(
        Story::planning().until_verdict(),
        North,
        draft(&plan),
        Refusal::WrongPhase,
    );
    met
}

fn played(policies: [Policy; 2], seed: u64) -> Vec<Event> {
    let mut scenario = (*fixture("workbench").scenario).clone();
    // Time enough to answer each other.
    scenario.planning_seconds = 3_600;
    let story = Story::of(Arc::new(scenario), seed);
    let mut table = LocalTable::open(story.session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    self_play(&mut table, &mut teams, |_, _, _| {});
    assert_eq!(table.session().state().phase(), Phase::Debrief);
    let entries = story.entries.lock().expect("one writer").clone();
    entries.into_iter().flat_map(|e| e.events).collect()
}

#[test]
fn teams_that_share_plan_together_and_a_hoarder_signs_nothing() {
    let ran = |policies: [Policy; 2]| {
        let runs = (0..20).flat_map(|seed| played(policies, seed));
        let outcome = |e: Event| match e {
            Event::OperationRun { outcome, lines, .. } => Some((outcome, lines)),
            _ => None,
        };
        runs.filter_map(outcome).collect::<Vec<_>>()
    };
    for policies in [
        [Policy::Sharer, Policy::Sharer],
        [Policy::Sharer, Policy::Cautious],
        [Policy::Cautious, Policy::Sharer],
    ] {
        let runs = ran(policies);
        assert!(runs.len() >= 20, "{policies:?}: {}", runs.len());
        let well = runs
            .iter()
            .filter(|(o, _)| *o == OpOutcome::Success)
            .count();
        assert!(well >= 5, "{policies:?}: {well} of {}", runs.len());
        assert!(runs.iter().all(|(o, _)| *o != OpOutcome::Danger));
        let filled = |l: &[OddsLine]| l.iter().all(|l| l.what != OddsCause::Roles);
        assert!(runs.iter().any(|(_, l)| filled(l)));
    }
    assert_eq!(ran([Policy::Hoarder, Policy::Sharer]), []);
    assert_eq!(ran([Policy::Sharer, Policy::Hoarder]), []);
}

#[test]
fn random_play_reaches_everything_that_can_become_of_a_plan() {
    let mut seen = std::collections::BTreeMap::new();
    for seed in 0..1_500 {
        for event in played([Policy::Random, Policy::Random], seed) {
            let name = match event {
                Event::PlanDrafted { .. } => "drafted",
                Event::PlanSigned { .. } => "signed",
                Event::PlanWithdrawn { .. } => "withdrawn",
                Event::OperationRun { outcome, .. } => outcome.key(),
                Event::Breach { by: Use::Plan, .. } => "breach",
                _ => continue,
            };
            *seen.entry(name).or_insert(0) += 1;
        }
    }
    for name in [
        "drafted",
        "signed",
        "withdrawn",
        "success",
        "failure",
        "danger",
        "breach",
    ] {
        let count = seen.get(name).copied().unwrap_or(0);
        assert!(count >= 3, "{name}: {count} in {seen:?}");
    }
}
