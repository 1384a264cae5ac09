//! Each rule of the engine, told once.

use liaison::engine::rules::scoring::{CALIBRATION_POINTS, score};
use liaison::engine::{Actor, CaseTime, Cause, Command, Event, Phase, Refusal};
use liaison::scenario::ids::{InjectId, MilestoneId, PersonId, Team};
use liaison::scenario::model::Effect;
use liaison::scenario::words::{Channel, Form, Offence, Outcome, PersonStatus};
use liaison::view::{TaskState, project};

use crate::support::{Story, item, officer, person, subject, task};

use Team::{North, South};

fn assign(story: &Story, o: &str, t: &str) -> Command {
    Command::AssignTask {
        officer: officer(&story.scenario, o),
        task: task(&story.scenario, t),
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

#[test]
fn the_first_round_starts_when_both_have_read_their_briefing() {
    Story::of_workbench()
        .when(North, Command::Acknowledge)
        .then(&[Event::Acknowledged { team: North }])
        .when(South, Command::Acknowledge)
        .then(&[
            Event::Acknowledged { team: South },
            Event::RoundStarted { round: 1 },
            Event::InjectFired {
                inject: InjectId(0),
                at: None,
            },
        ]);
}

#[test]
fn an_officer_is_sent_and_called_back() {
    let story = Story::planning();
    let (ann, watch) = (
        officer(&story.scenario, "ann"),
        task(&story.scenario, "n_watch"),
    );
    let command = assign(&story, "ann", "n_watch");
    let story = story.when(North, command).then(&[Event::TaskAssigned {
        team: North,
        officer: ann,
        task: watch,
    }]);
    let view = project(story.state(), North);
    assert_eq!(view.clock.hours_used, 4);
    assert_eq!(view.officers[0].task, Some(watch));
    let story = story
        .when(North, Command::ClearTask { officer: ann })
        .then(&[Event::TaskCleared {
            team: North,
            officer: ann,
        }]);
    assert_eq!(project(story.state(), North).clock.hours_used, 0);
}

#[test]
fn odds_are_stated_for_each_officer_and_move_with_skill() {
    let story = Story::planning();
    let view = project(story.state(), North);
    let flip = task(&story.scenario, "n_flip");
    let flip = view.tasks.iter().find(|t| t.id == flip).expect("listed");
    // 60 per cent; neither Ann nor Ben interviews: twenty less.
    assert_eq!(flip.chances, [40, 40]);
    let south = project(story.state(), South);
    let ask = task(&story.scenario, "s_ask");
    let ask = south.tasks.iter().find(|t| t.id == ask).expect("listed");
    // 90 per cent at level 3; Cai has the skill at level 1: twenty less.
    assert_eq!(ask.chances, [70]);
}

#[test]
fn a_task_that_succeeds_yields_its_item_and_opens_the_next() {
    let story = Story::planning();
    let command = assign(&story, "ann", "n_watch");
    let story = story
        .when(North, command)
        .happened()
        .both(Command::SetReady { ready: true });
    let events = story.last.as_ref().expect("resolved").clone();
    let watch = task(&story.scenario, "n_watch");
    let found = item(&story.scenario, "n_found");
    let cause = Cause::Task(watch);
    assert!(events.contains(&Event::Effected {
        effect: Effect::Give {
            item: found,
            to: North
        },
        cause
    }));
    let view = project(story.state(), North);
    let report = view.report.expect("a report");
    assert_eq!(report.gained, [found]);
    assert_eq!(report.tasks[0].success, Some(true));
    assert_eq!(report.tasks[0].chance, 100);
    let shut = task(&story.scenario, "n_shut");
    let story = story.both(Command::Acknowledge);
    let view = project(story.state(), North);
    assert!(
        view.tasks
            .iter()
            .any(|t| t.id == shut && t.state == TaskState::Available)
    );
    assert!(
        view.tasks
            .iter()
            .any(|t| t.id == watch && t.state == TaskState::Done)
    );
    // The barn is on North's map: its item speaks of it. It is not on South's.
    assert_eq!(view.places.len(), 3);
    assert_eq!(project(story.state(), South).places.len(), 2);
}

#[test]
fn a_rolled_result_stands_in_its_event_and_fits_the_stated_odds() {
    let (mut done, mut tried) = (0u32, 0u32);
    for seed in 0..400 {
        let scenario = crate::support::fixture("workbench").scenario;
        let story = Story::of(scenario, seed).both(Command::Acknowledge);
        let command = assign(&story, "ann", "n_flip");
        let story = story
            .when(North, command)
            .happened()
            .both(Command::SetReady { ready: true });
        for event in story.last.expect("resolved") {
            if let Event::TaskResolved {
                chance,
                roll,
                success,
                ..
            } = event
            {
                assert_eq!(chance, 40);
                assert_eq!(success, roll <= chance);
                tried += 1;
                done += u32::from(success);
            }
        }
    }
    // 40 % of 400, four standard errors either way.
    assert_eq!(tried, 400);
    assert!((121..=199).contains(&done), "{done} of 400 at 40 per cent");
}

#[test]
fn a_long_task_keeps_its_officer_and_ends_in_its_last_round() {
    let story = Story::planning();
    let command = assign(&story, "ben", "n_long");
    let (ben, long) = (
        officer(&story.scenario, "ben"),
        task(&story.scenario, "n_long"),
    );
    let story = story
        .when(North, command)
        .happened()
        .both(Command::SetReady { ready: true });
    let goes_on = Event::TaskContinues {
        team: North,
        officer: ben,
        task: long,
    };
    assert!(story.last.as_ref().expect("resolved").contains(&goes_on));
    let story = story
        .both(Command::Acknowledge)
        .both(Command::SetReady { ready: true });
    let ended = story
        .last
        .as_ref()
        .expect("resolved")
        .iter()
        .any(|e| matches!(e, Event::TaskResolved { task, success: true, .. } if *task == long));
    assert!(ended);
}

#[test]
fn the_liaison_desk_delivers_at_once_and_the_partner_reads_the_full_text() {
    let story = Story::theorised();
    let open = item(&story.scenario, "n_open");
    let command = Command::ShareItem {
        item: open,
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: Some(" Please look at the quay. ".into()),
    };
    let note = Some("Please look at the quay.".to_owned());
    let (form, channel) = (Form::Full, Channel::LiaisonDesk);
    let story = story.when(North, command).then(&[
        Event::ItemShared {
            team: North,
            item: open,
            form,
            channel,
            note: note.clone(),
            arrives: 1,
            at: CaseTime(0),
        },
        Event::ItemArrived {
            team: South,
            item: open,
            form,
            channel,
            note,
        },
        Event::MilestoneReached {
            milestone: MilestoneId(1),
        },
        Event::MilestoneReached {
            milestone: MilestoneId(3),
        },
    ]);
    let view = project(story.state(), South);
    let got = view.folder.iter().find(|i| i.id == open).expect("arrived");
    assert_eq!(
        got.text.get("en"),
        "The boss is at the quay at 23:00, and the child with him."
    );
    let received = got.received.as_ref().expect("from the partner");
    assert_eq!(received.note.as_deref(), Some("Please look at the quay."));
    assert!(!got.admissible);
    assert_eq!(view.theory.people.len(), 1, "South now knows of the child");
}

#[test]
fn a_tear_line_shows_neither_title_nor_text_nor_the_other_subjects() {
    let story = Story::theorised();
    let tear = item(&story.scenario, "n_tear");
    let command = share(&story, "n_tear", Form::TearLine, Channel::LiaisonDesk);
    let story = story.when(North, command).happened();
    let view = project(story.state(), South);
    let got = view.folder.iter().find(|i| i.id == tear).expect("arrived");
    assert_eq!(got.title, None);
    assert_eq!(got.text.get("en"), "The clerk keeps the keys.");
    let names: Vec<_> = got.subjects.iter().map(|s| s.name.get("en")).collect();
    assert_eq!(names, ["The clerk"]);
    // Where an operation could go stands on both tables; this is about the item.
    let mut view = view;
    view.operations = liaison::view::OperationsView::default();
    let wire = serde_json::to_string(&view).expect("JSON");
    for secret in ["A source in the barn", "Tear-line only", "The barn", "Barn"] {
        assert!(!wire.contains(secret), "{secret} reached South");
    }
}

#[test]
fn a_full_text_after_a_tear_line_replaces_it() {
    let story = Story::theorised();
    let open = item(&story.scenario, "n_open");
    let tear = share(&story, "n_open", Form::TearLine, Channel::LiaisonDesk);
    let full = share(&story, "n_open", Form::Full, Channel::LiaisonDesk);
    let story = story
        .when(North, tear)
        .happened()
        .when(North, full)
        .happened();
    let view = project(story.state(), South);
    let cards: Vec<_> = view.folder.iter().filter(|i| i.id == open).collect();
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].form, Form::Full);
}

#[test]
fn a_supervisor_takes_a_round_and_a_channel_takes_its_own() {
    let story = Story::theorised();
    let command = share(&story, "n_super", Form::Full, Channel::Interpol);
    let held = item(&story.scenario, "n_super");
    let story = story.when(North, command).happened();
    let arrives = |story: &Story| {
        project(story.state(), South)
            .folder
            .iter()
            .any(|i| i.id == held)
    };
    assert!(!arrives(&story));
    let story = story.next_round();
    assert!(!arrives(&story), "one round for the channel is not enough");
    let story = story.next_round();
    assert!(arrives(&story));
}

#[test]
fn mutual_legal_assistance_is_slow_and_makes_evidence_admissible() {
    let story = Story::theorised();
    let ledger = item(&story.scenario, "s_open");
    let lead = share(&story, "s_open", Form::Full, Channel::LiaisonDesk);
    let formal = share(&story, "s_open", Form::Full, Channel::Mutual);
    let story = story.when(South, lead).happened();
    let admissible = |story: &Story| {
        let view = project(story.state(), North);
        view.folder
            .iter()
            .find(|i| i.id == ledger)
            .map(|i| i.admissible)
    };
    assert_eq!(admissible(&story), Some(false));
    let story = story
        .when(South, formal)
        .happened()
        .next_round()
        .next_round();
    assert_eq!(admissible(&story), Some(true));
}

#[test]
fn a_partners_item_unlocks_the_task_that_needs_it() {
    let story = Story::theorised();
    let locked = task(&story.scenario, "n_locked");
    let state_of = |story: &Story| {
        let view = project(story.state(), North);
        view.tasks
            .iter()
            .find(|t| t.id == locked)
            .map(|t| t.state.clone())
    };
    assert!(matches!(state_of(&story), Some(TaskState::Locked(_))));
    let command = share(&story, "s_open", Form::Full, Channel::LiaisonDesk);
    let story = story.when(South, command).happened();
    assert_eq!(state_of(&story), Some(TaskState::Available));
}

#[test]
fn the_first_theory_stays_and_the_latest_is_kept_beside_it() {
    let story = Story::theorised();
    let mut theory = story.blank();
    theory.offence = Some(Offence::Smuggling);
    let story = story
        .when(
            North,
            Command::RecordTheory {
                theory: theory.clone(),
            },
        )
        .happened();
    let view = project(story.state(), North).theory;
    assert_eq!(view.first.as_ref().and_then(|t| t.offence), None);
    assert_eq!(view.current, Some(theory));
}

#[test]
fn people_at_risk_suffer_time_until_they_are_safe() {
    let story = Story::theorised();
    let child = person(&story.scenario, "child");
    let worse = Event::WelfareChanged {
        person: child,
        by: -2,
    };
    let command = share(&story, "n_open", Form::Full, Channel::LiaisonDesk);
    let story = story
        .when(North, command)
        .happened()
        .both(Command::SetReady { ready: true });
    assert!(story.last.as_ref().expect("resolved").contains(&worse));
    assert_eq!(score(story.state()).welfare_loss, 2);
    let mut story = story.both(Command::Acknowledge);
    for _ in 0..2 {
        let care = assign(&story, "cai", "s_care");
        story = story
            .when(South, care)
            .both(Command::SetReady { ready: true });
        story = story.both(Command::Acknowledge);
    }
    assert!(score(story.state()).welfare_loss <= 6);
}

#[test]
fn an_inject_fires_once_when_its_condition_first_holds() {
    // Failing at n_flip alarms the network to 30; the second inject asks for 25.
    let mut fired = 0;
    for seed in 0..20 {
        let scenario = crate::support::fixture("workbench").scenario;
        let mut story = Story::of(scenario, seed).both(Command::Acknowledge);
        while story.state().phase() == Phase::Planning {
            let command = assign(&story, "ann", "n_flip");
            story = story
                .when(North, command)
                .both(Command::SetReady { ready: true });
            story = story.both(Command::Acknowledge);
        }
        let entries = story.entries.lock().expect("one writer");
        let second = Event::InjectFired {
            inject: InjectId(1),
            at: None,
        };
        let count = entries
            .iter()
            .flat_map(|e| &e.events)
            .filter(|e| **e == second)
            .count();
        assert!(count <= 1);
        fired += count;
        let effect = Effect::Welfare {
            person: PersonId(0),
            by: -1,
        };
        let effects = entries.iter().flat_map(|e| &e.events);
        let cause = Cause::Inject(InjectId(1));
        let told = effects
            .filter(|e| **e == Event::Effected { effect, cause })
            .count();
        assert_eq!(told, count);
    }
    assert!(fired > 0);
}

#[test]
fn time_out_ends_planning_and_a_stopped_clock_does_not() {
    let mut story = Story::planning();
    assert!(story.session.advance(59_999).is_empty());
    story = story.when(Actor::Facilitator, Command::Pause).happened();
    story.session.advance(600_000);
    assert_eq!(story.state().phase(), Phase::Planning);
    story = story.when(Actor::Facilitator, Command::Resume).happened();
    story = story
        .when(Actor::Facilitator, Command::ExtendPlanning { seconds: 30 })
        .happened();
    story.session.advance(30_000);
    assert_eq!(story.state().phase(), Phase::Planning);
    assert_eq!(story.session.left_ms(), 1);
    story.session.advance(1);
    assert_eq!(story.state().phase(), Phase::Resolution);
}

#[test]
fn signatures_bind_to_a_revision_and_fall_when_it_changes() {
    let story = Story::theorised().until_verdict();
    let mut theory = story.blank();
    theory.offence = Some(Offence::Trafficking);
    let draft = Command::DraftVerdict {
        theory: theory.clone(),
    };
    let story = story.when(North, draft).happened();
    let story = story
        .when(North, Command::SignVerdict { revision: 1 })
        .happened();
    theory.confidence = 90;
    let story = story
        .when(South, Command::DraftVerdict { theory })
        .happened();
    let view = project(story.state(), North).verdict.expect("a draft");
    assert_eq!((view.revision, view.signed), (2, [false, false]));
    let story = story
        .when(South, Command::SignVerdict { revision: 2 })
        .happened();
    let story = story
        .when(North, Command::SignVerdict { revision: 2 })
        .happened();
    assert_eq!(story.state().phase(), Phase::Debrief);
}

#[test]
fn without_two_signatures_there_is_no_verdict() {
    let mut story = Story::theorised().until_verdict();
    let mut theory = story.blank();
    theory.offence = Some(Offence::Trafficking);
    story = story
        .when(North, Command::DraftVerdict { theory })
        .happened();
    story.session.advance(600_000);
    assert_eq!(story.state().phase(), Phase::Debrief);
    let result = score(story.state());
    assert_eq!(result.outcome, Outcome::Failed);
    assert_eq!(result.calibration.of, 0);
    assert_eq!(result.calibration.penalty, CALIBRATION_POINTS);
}

#[test]
fn letting_the_time_run_out_is_no_cheaper_than_a_wrong_verdict() {
    let at_verdict = || {
        let story = Story::theorised();
        let command = share(&story, "n_open", Form::Full, Channel::LiaisonDesk);
        story.when(North, command).happened().until_verdict()
    };
    let mut signed = at_verdict();
    let mut theory = signed.blank();
    (theory.offence, theory.confidence) = (Some(Offence::Neither), 100);
    signed = signed
        .when(North, Command::DraftVerdict { theory })
        .happened()
        .both(Command::SignVerdict { revision: 1 });
    let mut timed_out = at_verdict();
    // While there is time it costs nothing.
    assert_eq!(score(timed_out.state()).calibration.penalty, 0);
    timed_out.session.advance(600_000);
    let page = timed_out.page();
    assert!(page.contains("20 are taken off because there was no joint verdict."));
    let (signed, timed_out) = (score(signed.state()), score(timed_out.state()));
    assert!(timed_out.calibration.penalty >= signed.calibration.penalty);
    assert!(timed_out.score <= signed.score);
}

#[test]
fn being_ready_twice_is_on_record_once() {
    let story = Story::planning()
        .when(North, Command::SetReady { ready: false })
        .then(&[])
        .when(North, Command::SetReady { ready: true })
        .happened();
    let kept = story.entries.lock().expect("one writer").len();
    let story = story
        .when(North, Command::SetReady { ready: true })
        .then(&[]);
    assert_eq!(story.entries.lock().expect("one writer").len(), kept);
    assert_eq!(story.state().phase(), Phase::Planning);
    let story = story
        .when(North, Command::SetReady { ready: false })
        .happened();
    assert_eq!(story.entries.lock().expect("one writer").len(), kept + 1);
}

#[test]
fn sure_and_wrong_costs_most() {
    let with_confidence = |offence: Offence, confidence: u8| {
        let story = Story::theorised();
        let command = share(&story, "n_open", Form::Full, Channel::LiaisonDesk);
        let story = story.when(North, command).happened().until_verdict();
        let mut theory = story.blank();
        theory.offence = Some(offence);
        theory.answers[0] = Some(subject(&story.scenario, "boss"));
        theory.people[0] = PersonStatus::Referred;
        theory.confidence = confidence;
        let story = story
            .when(North, Command::DraftVerdict { theory })
            .happened();
        score(story.both(Command::SignVerdict { revision: 1 }).state())
    };
    let right = with_confidence(Offence::Trafficking, 100);
    assert_eq!((right.calibration.right, right.calibration.of), (3, 3));
    assert_eq!(right.calibration.penalty, 0);
    // 10 for sharing early and 20 for the offence, of 60: 50 of 100.
    assert_eq!(right.score, 50);
    let unsure = with_confidence(Offence::Neither, 60).calibration.penalty;
    let sure = with_confidence(Offence::Neither, 100).calibration.penalty;
    assert!(sure > unsure, "{sure} against {unsure}");
    // Two of three right, 66 %: (100-66)² of 10,000 of 20 points.
    assert_eq!(sure, 2);
}

#[test]
fn a_hint_is_that_of_the_teams_next_milestone() {
    let story = Story::planning();
    let hint = |story: &Story| {
        project(story.state(), North)
            .hint
            .map(|h| h.get("en").to_owned())
            .unwrap_or_default()
    };
    assert_eq!(hint(&story), "Record a first theory.");
    let theory = story.blank();
    let story = story
        .when(North, Command::RecordTheory { theory })
        .happened();
    assert_eq!(hint(&story), "Share what they need.");
}

#[test]
fn each_service_has_its_own_clock() {
    let scenario = crate::support::fixture("workbench").scenario;
    let case = liaison::view::case_view(&scenario, North);
    // 22:30 in the north is half an hour before midnight in the south.
    assert_eq!(case.services[0].start_minute, 22 * 60 + 30);
    assert_eq!(case.services[1].start_minute, 23 * 60 + 30);
}

/// *Workbench* with other delays: liaison desk, INTERPOL, mutual legal assistance.
fn delayed(delays: [u8; 3]) -> Story {
    let mut scenario = (*crate::support::fixture("workbench").scenario).clone();
    scenario.delays = delays;
    let story = Story::of(std::sync::Arc::new(scenario), 1).both(Command::Acknowledge);
    let theory = story.blank();
    story.both(Command::RecordTheory { theory })
}

#[test]
fn each_copy_arrives_once_and_a_lead_does_not_replace_a_formal_copy() {
    let story = delayed([0, 2, 1]);
    let ledger = item(&story.scenario, "s_open");
    let lead = share(&story, "s_open", Form::Full, Channel::Interpol);
    let formal = share(&story, "s_open", Form::Full, Channel::Mutual);
    let story = story
        .when(South, lead)
        .happened()
        .when(South, formal)
        .happened();
    let story = story.next_round().next_round();
    let view = project(story.state(), North);
    let came: Vec<_> = view
        .line
        .iter()
        .filter_map(|l| match l.what {
            liaison::view::LineWhat::Arrived { channel, .. } => Some((l.round, channel)),
            _ => None,
        })
        .collect();
    assert_eq!(came, [(2, Channel::Mutual), (3, Channel::Interpol)]);
    let card = view.folder.iter().find(|i| i.id == ledger).expect("came");
    assert!(card.admissible, "it stays evidence");
}

#[test]
fn a_tear_line_is_no_evidence_however_it_came() {
    let story = Story::theorised();
    let formal = item(&story.scenario, "n_formal");
    let command = share(&story, "n_formal", Form::TearLine, Channel::Mutual);
    let story = story
        .when(North, command)
        .happened()
        .next_round()
        .next_round();
    let view = project(story.state(), South);
    let card = view.folder.iter().find(|i| i.id == formal).expect("came");
    assert!(!card.admissible);
}

#[test]
fn the_cases_clock_never_runs_backwards() {
    let mut story = Story::planning();
    let hours = u32::from(story.scenario.round_hours);
    let limit = u64::from(story.scenario.planning_seconds) * 1000;
    let say = || Command::SendMessage {
        text: "Now.".into(),
    };
    story.session.advance(limit / 2);
    let story = story
        .when(North, say())
        .when(
            Actor::Facilitator,
            Command::ExtendPlanning { seconds: 3600 },
        )
        .when(North, say())
        .happened();
    let story = story.until_verdict().when(South, say()).happened();
    let times: Vec<_> = project(story.state(), North)
        .line
        .iter()
        .filter(|l| matches!(l.what, liaison::view::LineWhat::Message { .. }))
        .map(|l| l.at)
        .collect();
    let end = u32::from(story.scenario.rounds) * hours * 60;
    let half = CaseTime(hours * 30);
    assert_eq!(times, [half, half, CaseTime(end)]);
}

#[test]
fn nothing_advances_while_the_clock_is_stopped_but_one_may_step_back() {
    let story = Story::planning()
        .when(North, Command::SetReady { ready: true })
        .happened()
        .when(Actor::Facilitator, Command::Pause)
        .happened();
    let story = story
        .when(South, Command::SetReady { ready: true })
        .refused(Refusal::ClockPaused)
        .when(North, Command::SetReady { ready: false })
        .then(&[Event::ReadySet {
            team: North,
            ready: false,
        }]);
    drop(story);
    let story = Story::theorised().until_verdict();
    let mut theory = story.blank();
    theory.offence = Some(Offence::Trafficking);
    let story = story
        .when(North, Command::DraftVerdict { theory })
        .happened()
        .when(North, Command::SignVerdict { revision: 1 })
        .happened()
        .when(Actor::Facilitator, Command::Pause)
        .happened()
        .when(South, Command::SignVerdict { revision: 1 })
        .refused(Refusal::ClockPaused);
    assert_eq!(story.state().phase(), Phase::Verdict);
}
