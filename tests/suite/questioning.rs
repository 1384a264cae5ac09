//! Questioning: each rule told once, what holds for every shipped person, and the drill.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use liaison::engine::encounter::questioning::policy::{Reading, pushy, random, sound};
use liaison::engine::encounter::questioning::{
    Act, Answer, Critical, FALSE_MARK_POINTS, Interview, Line, Refusal, TopicState, Verdict, model,
    still_obtainable,
};
use liaison::library;
use liaison::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use liaison::scenario::interviews::moves::{self, Levels};
use liaison::scenario::interviews::{Interviewee, Mention, Statement, Truth};
use liaison::scenario::words::{Age, Pressure, QuestionKind, Safeguard};
use liaison::scenario::{Text, load};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::fixtures::base;
use crate::interview_faults::PORTER;

/// The five people of the shipped cases.
fn shipped() -> Vec<Arc<Interviewee>> {
    let cases = ["the_night_bus", "first_watch"];
    let open = |name| library::open(name).expect("a shipped case").scenario;
    let all = cases
        .into_iter()
        .flat_map(|name| open(name).interviews.clone());
    all.map(Arc::new).collect()
}

fn person(key: &str) -> Arc<Interviewee> {
    let mut all = shipped().into_iter();
    all.find(|i| i.key == key).expect("a shipped interview")
}

/// The porter of the fixtures, with an edit of his file.
fn porter(from: &str, to: &str) -> Interview {
    let mut source = base();
    let text = PORTER.replacen(from, to, 1);
    let file = "interviews/porter.ron".to_owned();
    source.files.insert(file, text.into_bytes());
    let loaded = load(&source);
    let mut case = loaded
        .scenario
        .expect("nothing worse than a missing translation");
    Interview::new(Arc::new(case.interviews.remove(0)))
}

/// A room and its words.
struct Room {
    room: Interview,
    who: Arc<Interviewee>,
}

fn given(room: Interview, who: &Arc<Interviewee>) -> Room {
    let who = Arc::clone(who);
    Room { room, who }
}

/// The porter as he is, in a room.
fn at_the_gate() -> Room {
    changed("", "")
}

fn changed(from: &str, to: &str) -> Room {
    let room = porter(from, to);
    let who = room.person();
    Room { room, who }
}

impl Room {
    fn question(&self, key: &str) -> AskId {
        let at = self.who.questions.iter().position(|q| q.key == key);
        AskId(u16::try_from(at.expect(key)).expect("few"))
    }

    fn statement(&self, key: &str) -> StatementId {
        let at = self.who.statements.iter().position(|s| s.key == key);
        StatementId(u16::try_from(at.expect(key)).expect("few"))
    }

    /// Keys of what was said; `-` where an answer was kept back, `…` for silence.
    fn keys(&self, lines: &[Line]) -> Vec<&str> {
        let key = |line: &Line| match line {
            Line::Statement(s) => self.who.statements[s.index()].key.as_str(),
            Line::Guarded(_) => "-",
            Line::Silent => "…",
        };
        lines.iter().map(key).collect()
    }

    #[track_caller]
    fn ask(&mut self, key: &str, expected: &[&str]) -> &mut Self {
        match self.room.act(Act::Ask(self.question(key))) {
            Ok(Answer::Said { lines, .. }) => assert_eq!(self.keys(&lines), expected, "{key}"),
            other => panic!("{key}: {other:?}"),
        }
        self
    }

    #[track_caller]
    fn show(&mut self, expected: &[&str]) -> &mut Self {
        match self.room.act(Act::Disclose(EvidenceId(0))) {
            Ok(Answer::Reaction(lines)) => assert_eq!(self.keys(&lines), expected),
            other => panic!("{other:?}"),
        }
        self
    }

    #[track_caller]
    fn act(&mut self, act: Act, expected: &Answer) -> &mut Self {
        assert_eq!(self.room.act(act).as_ref(), Ok(expected));
        self
    }

    #[track_caller]
    fn refuses(&mut self, act: Act, refusal: Refusal) -> &mut Self {
        let before = self.room.view();
        assert_eq!(self.room.act(act), Err(refusal));
        assert_eq!(self.room.view(), before, "nothing has changed");
        self
    }

    #[track_caller]
    fn levels(&mut self, rapport: u8, stress: u8, memory: u8) -> &mut Self {
        let expected = Levels {
            rapport,
            stress,
            memory,
        };
        assert_eq!(self.room.levels(), expected);
        self
    }

    fn safeguards(&mut self) -> &mut Self {
        for safeguard in self.who.safeguards.clone() {
            self.act(Act::Give(safeguard), &Answer::Given);
        }
        self
    }

    fn said(&self, key: &str) -> Mention {
        Mention::Said(self.statement(key))
    }

    #[track_caller]
    fn close(&mut self, refer: bool) -> Verdict {
        match self.room.act(Act::Close { refer }) {
            Ok(Answer::Closed(verdict)) => verdict,
            other => panic!("{other:?}"),
        }
    }
}

const LOG: Mention = Mention::Held(EvidenceId(0));
const NIGHT: TopicId = TopicId(0);
const GATE: TopicId = TopicId(1);

fn parts(v: &Verdict) -> [u8; 6] {
    [
        v.mix.points,
        v.order.points,
        v.coverage.points,
        v.disclosure.points,
        v.inconsistencies.points,
        v.protection.points,
    ]
}

// ---- Rules ----

#[test]
fn safeguards_build_rapport_and_are_given_once() {
    at_the_gate()
        .levels(2, 1, 3)
        .act(Act::Give(Safeguard::Purpose), &Answer::Given)
        .levels(3, 0, 3)
        .refuses(Act::Give(Safeguard::Purpose), Refusal::AlreadyGiven)
        .refuses(Act::Give(Safeguard::Guardian), Refusal::NotNeeded);
}

#[test]
fn who_listens_on_a_topic_gains_rapport_once() {
    at_the_gate()
        .ask("night_open", &["came"])
        .levels(3, 1, 3)
        .ask("gate_open", &["shut"])
        .levels(4, 1, 3);
}

#[test]
fn a_question_waits_until_something_leads_to_it() {
    let mut room = at_the_gate();
    let check = Act::Ask(room.question("night_check"));
    room.refuses(check, Refusal::NotOffered)
        .ask("night_open", &["came"])
        .ask("night_check", &["rain"]);
    assert_eq!(room.room.act(Act::Ask(AskId(99))), Err(Refusal::NotThere));
}

#[test]
fn asking_again_irritates_unless_there_was_a_break() {
    let mut room = at_the_gate();
    room.ask("night_open", &["came"]).levels(3, 1, 3);
    let again = room.room.act(Act::Ask(room.question("night_open")));
    assert!(matches!(
        again,
        Ok(Answer::Said {
            irritated: true,
            ..
        })
    ));
    room.levels(2, 2, 3)
        .act(Act::Break, &Answer::Rested)
        .levels(2, 0, 4);
    let again = room.room.act(Act::Ask(room.question("night_open")));
    assert!(matches!(
        again,
        Ok(Answer::Said {
            irritated: false,
            ..
        })
    ));
}

#[test]
fn what_is_kept_back_comes_with_rapport_and_may_be_asked_again() {
    let mut room = at_the_gate();
    room.ask("night_who", &["-"]);
    let seen = room.room.view();
    let who = seen
        .questions
        .iter()
        .find(|q| q.asked.is_some())
        .expect("it was asked");
    assert!(who.unanswered);
    assert_eq!(
        who.withheld.as_ref().expect("own words").get("en"),
        "Nobody you know."
    );
    room.safeguards()
        .ask("night_open", &["came"])
        .levels(4, 0, 3)
        .ask("night_who", &["girl"]);
}

#[test]
fn a_break_clears_the_memory() {
    at_the_gate()
        .ask("night_open", &["came"])
        .act(Act::Break, &Answer::Rested)
        .refuses(Act::Break, Refusal::JustRested)
        .ask("night_open", &["dark"]);
}

#[test]
fn a_long_stretch_wears_and_twice_as_long_is_coercion() {
    let mut room = changed("minutes: 120", "minutes: 240");
    for _ in 0..15 {
        let _ = room.room.act(Act::Ask(room.question("gate_open")));
    }
    assert_eq!(room.room.view().minute, 45);
    let before = room.room.levels();
    let _ = room.room.act(Act::Ask(room.question("gate_open")));
    assert_eq!(room.room.view().until_break, 0);
    assert_eq!(room.room.levels().memory, before.memory - 1);
    for _ in 0..15 {
        let _ = room.room.act(Act::Ask(room.question("gate_open")));
    }
    let worn = Critical::Coerced(Pressure::Exhaustion);
    assert_eq!(room.room.view().critical, [worn]);
}

#[test]
fn a_leading_question_puts_words_into_the_mouth() {
    let mut room = at_the_gate();
    room.ask("night_lead", &["drunk"]).levels(1, 1, 3);
    let drunk = &room.who.statements[room.statement("drunk").index()];
    assert_eq!(drunk.truth, Truth::False);
    assert_eq!(room.room.view().mix.inappropriate, 1);
}

#[test]
fn a_threat_ends_trust_for_good() {
    let mut room = at_the_gate();
    room.ask("gate_threat", &["anything"])
        .levels(0, 3, 2)
        .safeguards()
        .ask("night_open", &["came"])
        .ask("gate_open", &["shut"])
        .act(Act::Summarise(NIGHT), &Answer::Summarised)
        .act(Act::Summarise(GATE), &Answer::Summarised)
        .act(Act::Break, &Answer::Rested)
        // Two is all that is left.
        .levels(2, 0, 3)
        .ask("night_who", &["-"]);
    let threat = Critical::Coerced(Pressure::Threat);
    assert_eq!(room.room.view().critical, [threat]);
}

#[test]
fn at_the_top_of_stress_nothing_is_said_until_a_break() {
    changed("stress: 1", "stress: 4")
        .ask("gate_threat", &["anything"])
        .levels(0, 5, 2)
        .ask("night_open", &["…"])
        .act(Act::Break, &Answer::Rested)
        .ask("night_open", &["came"]);
}

#[test]
fn early_evidence_makes_the_story_fit_and_late_evidence_breaks_it() {
    let mut early = at_the_gate();
    early
        .show(&["wind"])
        .levels(1, 2, 3)
        .ask("gate_open", &["shut"])
        // He will not say any more that it stayed shut, nor what was behind it.
        .ask("gate_when", &["-"]);
    let explain = Act::Ask(early.question("gate_explain"));
    early
        .refuses(explain, Refusal::NotOffered)
        .refuses(Act::Disclose(EvidenceId(0)), Refusal::AlreadyShown);
    at_the_gate()
        .ask("gate_open", &["shut"])
        .ask("gate_when", &["never"])
        .show(&["caught"])
        .ask("gate_explain", &["opened"]);
}

#[test]
fn two_that_disagree_are_marked_and_a_false_mark_costs() {
    let mut room = at_the_gate();
    let (never, shut) = (room.said("never"), room.said("shut"));
    room.ask("gate_open", &["shut"])
        .refuses(Act::Mark(never, LOG), Refusal::NotHeard)
        .ask("gate_when", &["never"])
        .refuses(Act::Mark(never, never), Refusal::Same)
        .act(Act::Mark(LOG, never), &Answer::Disagree)
        .refuses(Act::Mark(never, LOG), Refusal::Known);
    let before = room.room.view().minute;
    room.act(Act::Mark(never, shut), &Answer::NoDisagreement);
    assert_eq!(room.room.view().minute, before + moves::FALSE_MARK);
    assert_eq!(room.room.view().false_marks, 1);
}

#[test]
fn a_summary_needs_something_new() {
    let mut room = at_the_gate();
    room.refuses(Act::Summarise(NIGHT), Refusal::NothingToSummarise)
        .ask("night_open", &["came"])
        .act(Act::Summarise(NIGHT), &Answer::Summarised)
        .refuses(Act::Summarise(NIGHT), Refusal::NothingToSummarise);
    assert_eq!(
        room.room.view().topics[0].state,
        TopicState::Open,
        "more can be asked"
    );
    assert_eq!(room.room.view().topics[1].state, TopicState::Untouched);
}

#[test]
fn what_a_child_says_without_a_guardian_may_not_be_used() {
    let who = person("niri");
    let mut room = given(Interview::new(Arc::clone(&who)), &who);
    assert_eq!(who.age, Age::Unknown);
    room.ask("now_open", &["slept"]);
    assert_eq!(room.room.view().critical, [Critical::ChildAlone]);
    assert!(room.room.view().heard.iter().all(|h| !h.usable));
    room.act(Act::Give(Safeguard::Guardian), &Answer::Given)
        .ask("self_open", &["nineteen", "quick_hands"]);
    assert!(room.room.view().heard.iter().skip(1).all(|h| h.usable));
    let verdict = room.close(true);
    assert_eq!((verdict.unusable, verdict.truths.0), (1, 1));
    assert_eq!(verdict.critical, [Critical::ChildAlone]);
    assert!(verdict.points() <= 40);
}

#[test]
fn a_child_alone_covers_nothing_however_well_it_is_asked() {
    let who = person("niri");
    let mut room = Interview::new(Arc::clone(&who));
    let reading = Reading::of(&who);
    loop {
        let mut view = room.view();
        view.safeguards.retain(|(s, _)| *s != Safeguard::Guardian);
        if let Ok(Answer::Closed(verdict)) = room.act(sound(&view, &reading)) {
            assert_eq!(verdict.coverage.points, 0);
            assert!(verdict.unusable > 15, "{}", verdict.unusable);
            return;
        }
    }
}

#[test]
fn a_presumed_victim_is_referred_and_nobody_else() {
    for (key, victim) in [
        ("leya", true),
        ("niri", true),
        ("winai", false),
        ("ratree", false),
    ] {
        let who = person(key);
        assert_eq!(who.victim, victim);
        let end = |refer| given(Interview::new(Arc::clone(&who)), &who).close(refer);
        let missed = Critical::NotReferred;
        assert_eq!(end(false).critical.contains(&missed), victim, "{key}");
        assert_eq!(end(true).critical, [], "{key}");
    }
}

#[test]
fn after_the_end_and_after_the_time_nothing_goes() {
    let mut room = changed("minutes: 120", "minutes: 60");
    for _ in 0..20 {
        let _ = room.room.act(Act::Ask(room.question("gate_open")));
    }
    assert_eq!(room.room.view().minute, 60);
    let open = Act::Ask(room.question("night_open"));
    room.refuses(open, Refusal::NoTime)
        .refuses(Act::Break, Refusal::NoTime);
    room.close(false);
    room.refuses(open, Refusal::Over)
        .refuses(Act::Close { refer: true }, Refusal::Over);
}

// ---- Points, worked by hand ----

#[test]
fn everything_done_well_is_worth_a_hundred() {
    let mut room = at_the_gate();
    let never = room.said("never");
    room.safeguards() // 3 + 1 + 1 = 5
        .ask("night_open", &["came"]) // 8
        .ask("night_who", &["girl"]) // 10
        .ask("night_check", &["rain"]) // 11
        .ask("gate_open", &["shut"]) // 14
        .ask("gate_when", &["never"]) // 16
        .show(&["caught"]) // 18
        .ask("gate_explain", &["opened"]) // 21
        .act(Act::Mark(never, LOG), &Answer::Disagree)
        .act(Act::Break, &Answer::Rested) // 31
        .ask("night_open", &["dark"]) // 34
        .act(Act::Summarise(NIGHT), &Answer::Summarised) // 36
        .act(Act::Summarise(GATE), &Answer::Summarised); // 38
    let verdict = room.close(false); // 43
    assert_eq!(parts(&verdict), [20, 15, 20, 15, 15, 15]);
    assert_eq!((verdict.points(), verdict.minutes), (100, 43));
    assert_eq!(verdict.truths, (7, 7));
}

#[test]
fn what_was_not_there_to_be_done_gives_no_points_and_the_rest_weighs_more() {
    let interview = porter("", "").holding(|_| false);
    let who = interview.person();
    let mut room = given(interview, &who);
    room.safeguards().ask("night_open", &["came"]);
    let mut marked = given(room.room.clone(), &who);
    let verdict = room.close(false);
    let of = |v: &Verdict| (v.disclosure.of, v.inconsistencies.of);
    // Mix: one question for two needed topics, 10. Order: opened and a funnel on one topic of two, 15 × 3/8.
    assert_eq!(parts(&verdict)[..2], [10, 5]);
    assert_eq!(of(&verdict), (0, 0));
    // Of 70 points that could be had, as a share of 100.
    let sum: u32 = parts(&verdict).iter().copied().map(u32::from).sum();
    assert_eq!(u32::from(verdict.points()), sum * 100 / 70);
    // A wrong mark costs, although nothing was to be found.
    marked.ask("gate_open", &["shut"]);
    let mut fine = given(marked.room.clone(), &who);
    let (came, shut) = (marked.said("came"), marked.said("shut"));
    marked.act(Act::Mark(came, shut), &Answer::NoDisagreement);
    let marked = marked.close(false);
    assert_eq!(of(&marked), (0, FALSE_MARK_POINTS));
    assert!(marked.points() < fine.close(false).points());
}

#[test]
fn what_is_seen_is_not_told_as_the_persons_words() {
    for who in shipped() {
        let own = |s: &&Statement| s.text.get("en").ends_with('”') || s.narrated;
        let told = who.statements.iter().filter(own);
        for statement in told.filter(|s| !s.text.get("en").starts_with('“')) {
            assert!(statement.narrated, "{} {}", who.key, statement.key);
        }
    }
}

#[test]
fn a_threat_and_evidence_on_the_table_are_worth_next_to_nothing() {
    let mut room = at_the_gate();
    room.act(Act::Give(Safeguard::Purpose), &Answer::Given)
        .ask("gate_threat", &["anything"])
        .show(&["wind"]);
    let verdict = room.close(false);
    // Protection: one of three safeguards in time, 10 × 2/6 = 3, and 5 for the right end.
    assert_eq!(parts(&verdict), [0, 0, 0, 0, 0, 8]);
    assert_eq!(verdict.points(), 8);
}

#[test]
fn the_funnel_the_mix_and_a_false_mark_are_counted() {
    let mut room = at_the_gate();
    let (came, rain) = (room.said("came"), room.said("rain"));
    room.ask("night_who", &["-"])
        .ask("night_open", &["came"])
        .ask("night_check", &["rain"])
        .ask("night_lead", &["drunk"])
        .act(Act::Mark(came, rain), &Answer::NoDisagreement)
        .safeguards()
        .act(Act::Summarise(NIGHT), &Answer::Summarised);
    let verdict = room.close(false);
    // Mix: three of four appropriate, 15 × 3/4 = 11; one of four open, 5.
    // Order: on the night only the summary, on the gate nothing: 15 × 1/8 = 1.
    // Coverage: of the night came and rain of four, of the gate nothing: 20 × (500 + 0)/2000 = 5.
    // Disclosure and inconsistencies: nothing. Protection: all late, 10 × 3/6 = 5, and 5 for the end.
    assert_eq!(parts(&verdict), [16, 1, 5, 0, 0, 10]);
    assert_eq!(verdict.points(), 32);
}

#[test]
fn pressure_caps_an_interview_that_is_good_otherwise() {
    let who = person("winai");
    let (room, verdict) = model(&who, who.start);
    assert_eq!(verdict.map(|v| v.points()), Some(100));
    let mut spoiled = given(Interview::new(Arc::clone(&who)), &who);
    for entry in room.view().transcript {
        use liaison::engine::encounter::questioning::Done;
        let _ = spoiled.room.act(match entry.done {
            Done::Gave(s) => Act::Give(s),
            Done::Asked(q) => Act::Ask(q),
            Done::Disclosed(e) => Act::Disclose(e),
            Done::Summarised(t) => Act::Summarise(t),
            Done::Rested => Act::Break,
        });
    }
    spoiled.ask("money_threat", &["write_it"]);
    let verdict = spoiled.close(false);
    assert!(parts(&verdict).iter().map(|p| u32::from(*p)).sum::<u32>() > 70);
    assert_eq!(verdict.points(), 40);
}

// ---- What holds for everybody ----

fn true_ones(who: &Interviewee, of: &BTreeSet<StatementId>) -> BTreeSet<StatementId> {
    let is_true = |s: &&StatementId| who.statements[s.index()].truth == Truth::True;
    of.iter().filter(is_true).copied().collect()
}

#[test]
fn shipped_people_are_rich_enough_to_practise_on() {
    let all = shipped();
    assert_eq!(all.len(), 5);
    for who in all {
        let short = who.key == "deckhand";
        let least = if short { (4, 12, 12) } else { (6, 20, 20) };
        let bad = who.questions.iter().filter(|q| !q.appropriate()).count();
        assert!(who.topics.len() >= least.0, "{}", who.key);
        assert!(who.questions.len() >= least.1 && bad >= 3, "{}", who.key);
        assert!(who.statements.len() >= least.2, "{}", who.key);
        assert!(!who.evidence.is_empty() && !who.contradictions.is_empty());
        let kinds: BTreeSet<QuestionKind> = who.questions.iter().map(|q| q.kind).collect();
        assert!(kinds.len() >= 6, "{}: {kinds:?}", who.key);
    }
}

#[test]
fn the_model_interview_of_everybody_has_all_points_and_all_truths() {
    for who in shipped() {
        for start in [who.start, who.start.hardest()] {
            let (room, verdict) = model(&who, start);
            let verdict = verdict.expect("it ends");
            let heard: BTreeSet<StatementId> = room.view().heard.iter().map(|h| h.id).collect();
            let missing: Vec<&str> = (who.statements.iter().zip(0..))
                .filter(|(s, n)| s.truth == Truth::True && !heard.contains(&StatementId(*n)))
                .map(|(s, _)| s.key.as_str())
                .collect();
            assert_eq!(missing, [""; 0], "{} {start:?}", who.key);
            // A hundred is the most there is: no other interview of this person can be worth more.
            assert_eq!(verdict.points(), 100, "{} {start:?} {verdict:?}", who.key);
        }
    }
}

#[test]
fn every_statement_can_be_heard_in_some_interview() {
    for who in shipped() {
        let mut heard: BTreeSet<StatementId> = BTreeSet::new();
        let (room, _) = model(&who, who.start);
        heard.extend(room.view().heard.iter().map(|h| h.id));
        // Evidence first, and what only a bad question says.
        let mut room = Interview::new(Arc::clone(&who));
        for n in 0..who.evidence.len() {
            let _ = room.act(Act::Disclose(EvidenceId(u16::try_from(n).expect("few"))));
        }
        heard.extend(room.view().heard.iter().map(|h| h.id));
        let mut room = Interview::new(Arc::clone(&who));
        let reading = Reading::of(&who);
        while room.verdict().is_none() {
            for (_, n) in (who.questions.iter().zip(0..)).filter(|(q, _)| !q.appropriate()) {
                let mut aside = room.clone();
                if aside.act(Act::Ask(AskId(n))).is_ok() {
                    heard.extend(aside.view().heard.iter().map(|h| h.id));
                }
            }
            let act = sound(&room.view(), &reading);
            room.act(act).expect("a sound act");
        }
        let silent: Vec<&str> = (who.statements.iter().zip(0..))
            .filter(|(_, n)| !heard.contains(&StatementId(*n)))
            .map(|(s, _)| s.key.as_str())
            .collect();
        assert_eq!(silent, [""; 0], "{}", who.key);
    }
}

/// A random interview of so many acts.
fn wander(who: &Arc<Interviewee>, acts: usize, rng: &mut ChaCha8Rng) -> Interview {
    let mut room = Interview::varied(Arc::clone(who), rng);
    for _ in 0..acts {
        let act = random(&room.view(), rng);
        if !matches!(act, Act::Close { .. }) {
            let _ = room.act(act);
        }
    }
    room
}

#[test]
fn pressure_and_bad_questions_never_yield_more_truth() {
    let mut tried = [0, 0];
    for who in shipped() {
        for seed in 0..200 {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let acts = rng.random_range(0..40);
            let room = wander(&who, acts, &mut rng);
            let without = true_ones(&who, &still_obtainable(&room));
            for (question, n) in who.questions.iter().zip(0..) {
                let mut pressed = room.clone();
                if question.appropriate() || pressed.act(Act::Ask(AskId(n))).is_err() {
                    continue;
                }
                tried[usize::from(question.pressure.is_some())] += 1;
                let with = true_ones(&who, &still_obtainable(&pressed));
                let gained: Vec<_> = with.difference(&without).collect();
                assert_eq!(
                    gained,
                    [&StatementId(0); 0],
                    "{} {seed} {}",
                    who.key,
                    question.key
                );
            }
        }
    }
    assert!(tried[0] > 1_000 && tried[1] > 1_000, "{tried:?}");
}

#[test]
fn pressure_does_cost_truth_where_trust_was_needed() {
    for who in shipped().iter().filter(|w| w.key != "deckhand") {
        let room = Interview::new(Arc::clone(who));
        let all = true_ones(who, &still_obtainable(&room)).len();
        let mut pressed = room;
        let threat = who.questions.iter().position(|q| q.pressure.is_some());
        let threat = AskId(u16::try_from(threat.expect("tempting")).expect("few"));
        pressed.act(Act::Ask(threat)).expect("it can be asked");
        let left = true_ones(who, &still_obtainable(&pressed)).len();
        assert!(left < all, "{}: {left} of {all}", who.key);
    }
}

/// One thing that a wholly appropriate interviewer might do now, in whatever order.
fn appropriate(room: &Interview, who: &Interviewee, rng: &mut ChaCha8Rng) -> Option<Act> {
    let view = room.view();
    if view.until_break < 6 {
        return Some(Act::Break);
    }
    let mut all: Vec<Act> = Vec::new();
    let safeguards = view.safeguards.iter().filter(|(_, given)| given.is_none());
    all.extend(safeguards.map(|(s, _)| Act::Give(*s)));
    let questions = view.questions.iter();
    let fresh = questions.filter(|q| q.appropriate() && (q.asked.is_none() || q.rested));
    all.extend(fresh.map(|q| Act::Ask(q.id)));
    let summaries = view.topics.iter().filter(|t| t.to_sum_up);
    all.extend(summaries.map(|t| Act::Summarise(t.id)));
    for evidence in view.evidence.iter().filter(|e| e.shown.is_none()) {
        let after = &who.evidence[evidence.id.index()].after;
        if after.iter().all(|s| view.heard.iter().any(|h| h.id == *s)) {
            all.push(Act::Disclose(evidence.id));
        }
    }
    (!all.is_empty()).then(|| all[rng.random_range(0..all.len())])
}

#[test]
fn no_appropriate_interviewer_comes_to_a_dead_end() {
    for who in shipped() {
        let everything: BTreeSet<StatementId> = (who.statements.iter().zip(0..))
            .filter(|(s, _)| s.truth == Truth::True)
            .map(|(_, n)| StatementId(n))
            .collect();
        for seed in 0..300 {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let mut room = Interview::varied(Arc::clone(&who), &mut rng);
            for _ in 0..rng.random_range(0..50) {
                match appropriate(&room, &who, &mut rng) {
                    Some(act) => drop(room.act(act)),
                    None => break,
                }
            }
            let left = true_ones(&who, &still_obtainable(&room));
            assert_eq!(left, everything, "{} {seed}", who.key);
        }
    }
}

/// A whole interview by a policy.
fn play(
    who: &Arc<Interviewee>,
    seed: u64,
    mut policy: impl FnMut(&liaison::engine::encounter::questioning::View, &mut ChaCha8Rng) -> Act,
) -> Verdict {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut room = Interview::varied(Arc::clone(who), &mut rng);
    for _ in 0..2_000 {
        let act = policy(&room.view(), &mut rng);
        if let Ok(Answer::Closed(verdict)) = room.act(act) {
            return verdict;
        }
    }
    panic!("{} never ends", who.key)
}

#[test]
fn sound_beats_pushy_and_random_and_nothing_beats_the_model() {
    for who in shipped() {
        let reading = Reading::of(&who);
        let (_, best) = model(&who, who.start);
        let best = best.expect("it ends");
        let mut sums = [0u32; 3];
        let mut truths = [0usize; 3];
        for seed in 0..1_000 {
            let played = [
                play(&who, seed, |view, _| sound(view, &reading)),
                play(&who, seed, pushy),
                play(&who, seed, random),
            ];
            let points = played.each_ref().map(Verdict::points);
            assert!(
                points[0] > points[1] && points[0] > points[2],
                "{} {seed} {points:?}",
                who.key
            );
            for (n, verdict) in played.iter().enumerate() {
                assert!(verdict.points() <= best.points() && verdict.truths.0 <= best.truths.0);
                sums[n] += u32::from(verdict.points());
                truths[n] += verdict.truths.0;
            }
        }
        println!(
            "{}: sound {}, pushy {}, random {} points; truths {:?} of {}",
            who.key,
            sums[0] / 1_000,
            sums[1] / 1_000,
            sums[2] / 1_000,
            truths.map(|t| t / 1_000),
            best.truths.1
        );
        assert!(sums[0] >= 90_000, "{} {sums:?}", who.key);
    }
}

/// The same person with other secrets: what was not said reads otherwise, lies are truths and truths are lies,
/// nothing disagrees that was not found.
fn other_secrets(room: &Interview) -> Interviewee {
    let mut twin = (*room.person()).clone();
    let view = room.view();
    for (s, n) in twin.statements.iter_mut().zip(0..) {
        s.truth = match s.truth {
            Truth::True => Truth::False,
            _ => Truth::True,
        };
        if !view.heard.iter().any(|h| h.id == StatementId(n)) {
            s.text = Text::new("en", "?");
            s.item = None;
            s.indicator = !s.indicator;
        }
    }
    twin.contradictions
        .retain(|c| view.disagreements.contains(&(c.a, c.b)));
    twin.victim = !twin.victim;
    twin
}

#[test]
fn the_view_tells_nothing_that_was_not_said() {
    for who in shipped() {
        for seed in 0..100 {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let mut room = Interview::new(Arc::clone(&who));
            let mut acts = Vec::new();
            for _ in 0..30 {
                let act = random(&room.view(), &mut rng);
                if !matches!(act, Act::Close { .. }) && room.act(act).is_ok() {
                    acts.push(act);
                }
            }
            let mut twin = Interview::new(Arc::new(other_secrets(&room)));
            for act in acts {
                twin.act(act).expect("as before");
            }
            assert_eq!(room.view(), twin.view(), "{} {seed}", who.key);
        }
    }
}

#[test]
fn the_same_acts_make_the_same_interview() {
    for who in shipped() {
        let once = wander(&who, 60, &mut ChaCha8Rng::seed_from_u64(3)).view();
        assert_eq!(
            once,
            wander(&who, 60, &mut ChaCha8Rng::seed_from_u64(3)).view()
        );
    }
}

#[test]
fn every_question_of_an_interview_is_on_its_map() {
    use liaison::drawing::chart::Theme;
    use liaison::drawing::questions::{Asked, Kind, QuestionMap};
    let who = person("winai");
    for sensible in [true, false] {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let (reading, mut room) = (Reading::of(&who), Interview::new(Arc::clone(&who)));
        while room.view().verdict.is_none() {
            let view = room.view();
            let _ = room.act(if sensible {
                sound(&view, &reading)
            } else {
                pushy(&view, &mut rng)
            });
        }
        let points = room.question_map();
        let kind = |k: &QuestionKind| Kind {
            name: k.key(),
            good: k.appropriate(),
        };
        let row = |k| {
            QuestionKind::ALL
                .iter()
                .position(|x| *x == k)
                .expect("a kind")
        };
        let map = QuestionMap {
            rows: QuestionKind::ALL.iter().map(kind).collect(),
            asked: (points.iter())
                .map(|p| Asked {
                    minute: p.minute,
                    row: row(p.kind),
                    topic: who.topics[p.topic.index()].name.get("en"),
                    pressed: p.pressed,
                })
                .collect(),
            minutes: room.view().minute,
            good: "Appropriate",
            bad: "Not appropriate",
            unit: "minutes",
        };
        let svg = map.svg(900.0, map.height(), Theme::Paper);
        let signs = svg.matches("<circle").count() + svg.matches(r#"width="11""#).count();
        assert_eq!(signs, points.len());
        assert_eq!(svg.contains(r#"width="11""#), !sensible);
    }
}

// ---- Files ----

#[test]
fn a_torn_interview_is_told_and_never_a_panic() {
    let words = [
        "needs", "Heard", "\"", ")", "[", "topic", "99999", "Open", "Rapport(", "ก", ",",
    ];
    let mut told = 0;
    for seed in 0..400 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut text: Vec<char> = PORTER.chars().collect();
        for _ in 0..rng.random_range(1..4) {
            let at = rng.random_range(0..text.len());
            let until = (at + rng.random_range(0..30)).min(text.len());
            let word = words[rng.random_range(0..words.len())];
            text.splice(at..until, word.chars());
        }
        let text: String = text.into_iter().collect();
        let mut source = base();
        let file = "interviews/porter.ron".to_owned();
        source.files.insert(file, text.into_bytes());
        let loaded = load(&source);
        told += usize::from(loaded.scenario.is_none());
        // Whatever is left can be played.
        if let Some(case) = loaded.scenario {
            for who in case.interviews {
                let _ = model(&Arc::new(who.clone()), who.start);
            }
        }
    }
    assert!(told > 300, "{told}");
}

/// The files of the shipped interviews, without what ties them to their cases.
fn untied() -> Vec<String> {
    let names = ["the_night_bus", "first_watch"];
    let sources = names.map(|name| library::find(name).expect("a shipped case"));
    let files = sources.iter().flat_map(|source| {
        let names = source.files.keys().filter(|f| f.starts_with("interviews/"));
        names.map(|f| source.text(f).expect("text").to_owned())
    });
    let cut = |mut text: String| {
        for field in [" item: \"", " subject: \""] {
            while let Some(at) = text.find(field) {
                let rest = &text[at + field.len()..];
                let end = rest.find('"').expect("closed");
                let comma = usize::from(rest[end + 1..].starts_with(','));
                text.replace_range(at..at + field.len() + end + 1 + comma, "");
            }
        }
        text
    };
    files.map(cut).chain([PORTER.to_owned()]).collect()
}

/// Changes a level, or takes a name out of a list.
fn mutate(text: &mut String, rng: &mut ChaCha8Rng) {
    let (word, close) = [
        ("Rapport(", ')'),
        ("Memory(", ')'),
        ("rapport: ", ','),
        ("after: [", ']'),
        ("says: [", ']'),
        ("late: [", ']'),
        ("needs: [", ']'),
    ][rng.random_range(0..7)];
    let found: Vec<usize> = text
        .match_indices(word)
        .map(|(at, _)| at + word.len())
        .collect();
    if found.is_empty() {
        return;
    }
    let start = found[rng.random_range(0..found.len())];
    let end = start + text[start..].find(close).expect("closed");
    if close == ']' {
        let mut parts: Vec<&str> = text[start..end].split(", ").collect();
        parts.remove(rng.random_range(0..parts.len()));
        let parts = parts.join(", ");
        text.replace_range(start..end, &parts);
    } else {
        let level = rng.random_range(1..=5u8).to_string();
        text.replace_range(start..end, &level);
    }
}

#[test]
fn what_the_check_lets_through_the_machine_can_play_to_the_end() {
    let (mut fine, mut told) = (0, 0);
    for text in untied() {
        for seed in 0..120 {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let mut text = text.clone();
            for _ in 0..rng.random_range(1..4) {
                mutate(&mut text, &mut rng);
            }
            let mut source = base();
            let file = "interviews/one.ron".to_owned();
            source.files.insert(file, text.into_bytes());
            let Some(case) = load(&source).scenario else {
                told += 1;
                continue;
            };
            fine += 1;
            for who in case.interviews.into_iter().map(Arc::new) {
                let truths = who.statements.iter().filter(|s| s.truth == Truth::True);
                let truths = truths.count();
                for start in [who.start, who.start.hardest()] {
                    let (_, verdict) = model(&who, start);
                    let verdict = verdict.expect("it ends");
                    assert_eq!(
                        (verdict.points(), verdict.truths),
                        (100, (truths, truths)),
                        "{} {seed} {start:?} {verdict:?}",
                        who.key
                    );
                }
            }
        }
    }
    assert!(fine > 150 && told > 150, "{fine} {told}");
}

// ---- The drill ----

/// What the drill prints while this is typed.
fn drill(args: &[&str], typed: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_liaison"))
        .args([&["drill", "interview"], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(typed.as_bytes()).expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn a_witness_is_heard_in_the_terminal() {
    let told = drill(
        &["--case", "first_watch", "--id", "deckhand"],
        "give purpose\ngive breaks\ngive guardian\nask\nask 1\nroom\nsum 1\nask 12\nask 11\n\
         show 1\nsaid\nmark 3 E1\nmap\nclose\nnext\nquit\n",
    );
    for words in [
        "Interview 0, level 1. Olen Tarr, deckhand.",
        "No. This person does not need that.",
        "1  Open: Tell me about that crossing",
        "“Flat as a plate",
        "Wait: “On the pier” is still open",
        "of 100 points after",
        "What is known",
        "Worth knowing: An honest mistake",
        "Interview 1, level 1. Olen Tarr, deckhand.",
        "Interviews: 1; points:",
    ] {
        assert!(told.contains(words), "no {words} in {told}");
    }
    let nobody = [
        "drill",
        "interview",
        "--case",
        "first_watch",
        "--id",
        "nobody",
    ];
    let nobody = crate::support::liaison(&nobody).output().expect("it runs");
    assert_eq!(nobody.status.code(), Some(1));
}

#[test]
fn the_drill_has_people_of_its_own_and_spoils_no_case() {
    let problems = library::practice_problems();
    assert!(problems.is_empty(), "{problems:?}");
    let people = library::practice();
    assert_eq!(people.len(), 3);
    let of_cases: BTreeSet<String> = shipped().iter().map(|who| who.key.clone()).collect();
    for (invited, level) in people.iter().zip(1u8..) {
        let who = &invited.who;
        assert_eq!(who.level, level);
        assert!(!of_cases.contains(&who.key));
        let texts = who.statements.iter().map(|s| &s.text);
        let texts = texts.chain(who.questions.iter().map(|q| &q.text));
        for text in texts.chain([&who.name, &who.about]) {
            assert!(text.get("th") != text.get("en"), "{}", text.get("en"));
        }
        // The model interview has everything, also of one who slept badly.
        let (room, verdict) = model(who, who.start.hardest());
        let verdict = verdict.expect("over");
        assert_eq!(verdict.points(), 100, "{}: {verdict:?}", who.key);
        assert_eq!(verdict.truths.0, verdict.truths.1, "{}", who.key);
        assert!(room.lessons().len() >= 2);
    }
    let told = drill(&["--seed", "0", "--level", "1"], "quit\n");
    assert!(told.contains("Bram Osk, ticket seller"), "{told}");
}

#[test]
fn the_interview_drill_is_the_same_for_the_same_seed_and_says_what_it_does_not_understand() {
    let once = drill(&["--seed", "9", "--level", "3"], "ask\n");
    assert_eq!(once, drill(&["--seed", "9", "--level", "3"], "ask\n"));
    assert!(
        !once.contains("Probing:"),
        "at level 3 kinds are yours to tell"
    );
    let told = drill(
        &["--seed", "3"],
        "dance\nask 900\nask x\nmark 1\nshow E9\nnext\nก\n\n",
    );
    assert_eq!(told.matches("That is not understood.").count(), 5, "{told}");
    assert!(
        told.contains("No. There is nothing of that kind here."),
        "{told}"
    );
    assert!(told.contains("End this one first"), "{told}");
}
