//! What a wholly appropriate interview can come to.
//!
//! Exact, and without trying every order: such an interviewer asks only appropriate questions, presses
//! nobody, takes breaks, and puts evidence in time. For that person facts only ever gather, rapport never
//! falls and a break undoes strain (`moves.rs`), so whatever can be asked later can be asked still: every
//! order that leaves nothing out ends in the same facts, and a fixpoint finds them. Two things could spoil
//! this, and both are told (`LostInTime`): what is said only before evidence is shown must be among what the
//! evidence waits for, and what must not have been put into the person's mouth only bad questions may put
//! there.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::ids::{AskId, EvidenceId, StatementId, TopicId};
use super::super::interviews::moves::{self, TOP};
use super::super::interviews::{Interviewee, Mention, Need, Truth};
use super::super::words::{QuestionKind, Safeguard};
use super::{Lint, shown};

pub(super) fn check(lint: &mut Lint) {
    let places: Vec<At> = lint.parsed.interviews.all.iter().map(|i| i.at).collect();
    for (who, at) in lint.case.interviews.iter().zip(places) {
        let sound = Sound::of(who);
        spoils(lint, who, at);
        let fine = never_said(lint, who, at, &sound);
        never_in_time(lint, who, at, &sound, &fine);
        covered(lint, who, at, &sound);
        disagrees(lint, who, at, &sound);
        too_long(lint, who, at, &sound);
    }
}

/// All that a wholly appropriate interview comes to.
struct Sound {
    asked: BTreeSet<AskId>,
    heard: BTreeSet<StatementId>,
    shown: BTreeSet<EvidenceId>,
    /// The highest that it comes to with these.
    rapport: u8,
}

impl Sound {
    fn of(who: &Interviewee) -> Self {
        let mut sound = Self {
            asked: BTreeSet::new(),
            heard: BTreeSet::new(),
            shown: BTreeSet::new(),
            rapport: 0,
        };
        loop {
            sound.rapport = sound.reached(who);
            let before = (sound.asked.len(), sound.heard.len(), sound.shown.len());
            for (q, n) in who.questions.iter().zip(0u16..) {
                if q.appropriate() && q.needs.iter().all(|need| sound.holds(who, *need)) {
                    sound.asked.insert(AskId(n));
                    for said in &q.says {
                        sound.say(who, *said);
                    }
                }
            }
            for (e, n) in who.evidence.iter().zip(0u16..) {
                if e.after.iter().all(|s| sound.heard.contains(s)) {
                    sound.shown.insert(EvidenceId(n));
                    // What waits for something may be missed at this moment, which does not come again.
                    for said in &e.late {
                        let waits = who.statements.get(said.index());
                        if waits.is_some_and(|s| s.needs.is_empty()) {
                            sound.heard.insert(*said);
                        }
                    }
                }
            }
            let after = (sound.asked.len(), sound.heard.len(), sound.shown.len());
            if before == after && sound.rapport == sound.reached(who) {
                return sound;
            }
        }
    }

    fn say(&mut self, who: &Interviewee, said: StatementId) {
        let statement = who.statements.get(said.index());
        if statement.is_some_and(|s| s.needs.iter().all(|n| self.holds(who, *n))) {
            self.heard.insert(said);
        }
    }

    fn holds(&self, who: &Interviewee, need: Need) -> bool {
        match need {
            Need::Asked(q) => self.asked.contains(&q),
            Need::Heard(s) => self.heard.contains(&s),
            Need::Disclosed(e) => self.shown.contains(&e),
            Need::Rapport(level) => self.rapport >= level,
            Need::Given(safeguard) => who.safeguards.contains(&safeguard),
            // Evidence waits, nothing is put into a mouth, and breaks calm and clear the mind.
            Need::Unheard(_) | Need::Unshown(_) | Need::Calm(_) | Need::Memory(_) => true,
        }
    }

    fn reached(&self, who: &Interviewee) -> u8 {
        // Whom a seed lets start a step worse must still be heard.
        let mut levels = who.start.hardest();
        for safeguard in &who.safeguards {
            levels = levels.moved(safeguard.gives().0);
        }
        let question = |q: &AskId| who.questions.get(q.index());
        let opened: BTreeSet<TopicId> = (self.asked.iter().filter_map(question))
            .filter(|q| q.kind == QuestionKind::Open)
            .map(|q| q.topic)
            .collect();
        let summed: BTreeSet<TopicId> = (self.heard.iter())
            .filter_map(|s| who.statements.get(s.index()))
            .map(|s| s.topic)
            .collect();
        for _ in opened {
            levels = levels.moved(moves::LISTENED);
        }
        for _ in summed {
            levels = levels.moved(moves::UNDERSTOOD);
        }
        levels.rapport.min(TOP)
    }
}

/// What an appropriate interviewer could lose without a fault.
fn spoils(lint: &mut Lint, who: &Interviewee, at: At) {
    let lists = who.statements.iter().map(|s| &s.needs).enumerate();
    let lists = lists.map(|(n, needs)| ("statements", n, needs));
    let asked = who.questions.iter().map(|q| &q.needs).enumerate();
    let asked = asked.map(|(n, needs)| ("questions", n, needs));
    for (list, n, needs) in lists.chain(asked) {
        for (k, need) in needs.iter().enumerate() {
            let steps = [
                Step::Field(list),
                Step::Nth(n),
                Step::Field("needs"),
                Step::Nth(k),
            ];
            let said = u16::try_from(n).map(StatementId).ok();
            let why = match need {
                Need::Unshown(e) => {
                    let after = who.evidence.get(e.index()).map(|e| &e.after);
                    let waits = list == "statements"
                        && said.zip(after).is_some_and(|(s, a)| a.contains(&s));
                    (!waits).then(|| {
                        let evidence = who.evidence.get(e.index()).map_or("", |e| &e.key);
                        format!("name it in `after` of `{}`", shown(evidence))
                    })
                }
                Need::Unheard(s) => spoiler(who, *s),
                _ => None,
            };
            if let Some(help) = why {
                let message = "a sound interview can lose this through no fault".to_owned();
                lint.tell(at, &steps, Code::LostInTime, message)
                    .label("once that is no more so, it is gone")
                    .help(help);
            }
        }
    }
}

/// Why a statement must not spoil another, if so: only bad questions that bring out no truth may lead to it.
fn spoiler(who: &Interviewee, said: StatementId) -> Option<String> {
    let truth = |s: &StatementId| {
        let statement = who.statements.get(s.index());
        statement.is_none_or(|s| s.truth == Truth::True)
    };
    let asked = who.questions.iter().filter(|q| q.says.contains(&said));
    let bad = asked
        .into_iter()
        .all(|q| !q.appropriate() && !q.says.iter().any(truth));
    let put = who
        .evidence
        .iter()
        .any(|e| e.late.contains(&said) || e.early.contains(&said));
    let waits = who
        .statements
        .get(said.index())
        .is_some_and(|s| !s.needs.is_empty());
    (!bad || put || waits).then(|| {
        "`Unheard` is for what only a bad question puts into the mouth, without needs of its own"
            .to_owned()
    })
}

/// Statements that nobody hears, and truths that only a fault brings out; gives what was told.
fn never_said(lint: &mut Lint, who: &Interviewee, at: At, sound: &Sound) -> BTreeSet<StatementId> {
    let mut told = BTreeSet::new();
    for (s, n) in who.statements.iter().zip(0u16..) {
        let id = StatementId(n);
        if sound.heard.contains(&id) {
            continue;
        }
        let bad = (who.questions.iter()).any(|q| !q.appropriate() && q.says.contains(&id));
        let early = who.evidence.iter().any(|e| e.early.contains(&id));
        let steps = [
            Step::Field("statements"),
            Step::Nth(usize::from(n)),
            Step::Field("id"),
        ];
        if (bad || early) && s.truth == Truth::True {
            told.insert(id);
            let message = format!(
                "only a fault brings out `{}`, and it is true",
                shown(&s.key)
            );
            lint.tell(at, &steps, Code::TruthByBadQuestion, message)
                .label("no sound interview hears it")
                .help("let an open or probing question say it, or mark it `truth: False`");
        } else if !bad && !early {
            told.insert(id);
            let message = format!("`{}` is never said", shown(&s.key));
            lint.tell(at, &steps, Code::StatementNeverSaid, message)
                .label("no interview can hear it")
                .help("name it in `says` of a question, or ease its `needs`");
        }
    }
    told
}

/// Evidence that waits for what is never said.
fn never_in_time(
    lint: &mut Lint,
    who: &Interviewee,
    at: At,
    sound: &Sound,
    told: &BTreeSet<StatementId>,
) {
    for (e, n) in who.evidence.iter().zip(0u16..) {
        let known = e.after.iter().any(|s| told.contains(s));
        if !sound.shown.contains(&EvidenceId(n)) && !known {
            let steps = [
                Step::Field("evidence"),
                Step::Nth(usize::from(n)),
                Step::Field("id"),
            ];
            let message = format!("`{}` can never be put in time", shown(&e.key));
            lint.tell(at, &steps, Code::NeverInTime, message)
                .label("it waits for what no sound interview hears");
        }
    }
}

/// Needed topics begin with an open question and bring out something true.
fn covered(lint: &mut Lint, who: &Interviewee, at: At, sound: &Sound) {
    for (t, n) in who.topics.iter().zip(0u16..).filter(|(t, _)| t.needed) {
        let id = TopicId(n);
        let open = (who.questions.iter().zip(0u16..)).any(|(q, n)| {
            q.topic == id && q.kind == QuestionKind::Open && sound.asked.contains(&AskId(n))
        });
        let truth = (sound
            .heard
            .iter()
            .filter_map(|s| who.statements.get(s.index())))
        .any(|s| s.topic == id && s.truth == Truth::True);
        let why = match (open, truth) {
            (true, true) => continue,
            (false, _) => "no open question on it can be asked",
            (true, false) => "nothing true is said on it",
        };
        let steps = [
            Step::Field("topics"),
            Step::Nth(usize::from(n)),
            Step::Field("id"),
        ];
        let message = format!("the topic `{}` cannot be covered: {why}", shown(&t.key));
        lint.tell(at, &steps, Code::NeverCovered, message)
            .label("a dead end");
    }
}

/// Contradictions between two things that a sound interview has before it.
fn disagrees(lint: &mut Lint, who: &Interviewee, at: At, sound: &Sound) {
    for (n, c) in who.contradictions.iter().enumerate() {
        let there = |m: Mention| match m {
            Mention::Said(s) => sound.heard.contains(&s),
            Mention::Held(_) => true,
        };
        let both_held = matches!((c.a, c.b), (Mention::Held(_), Mention::Held(_)));
        let side = if !there(c.a) {
            "a"
        } else if !there(c.b) || both_held || c.a == c.b {
            "b"
        } else {
            continue;
        };
        let message = "nobody can find this contradiction".to_owned();
        let steps = [
            Step::Field("contradictions"),
            Step::Nth(n),
            Step::Field(side),
        ];
        lint.tell(at, &steps, Code::NeverDisagrees, message)
            .label("not before a sound interviewer, or no other thing")
            .help("name two statements that are heard, or a statement and evidence");
    }
}

/// The time of an interview that leaves nothing out, with its breaks.
fn too_long(lint: &mut Lint, who: &Interviewee, at: At, sound: &Sound) {
    let minutes = needed_minutes(who, sound);
    if minutes > who.minutes {
        let message = format!(
            "a sound interview takes {minutes} minutes; the room is free for {}",
            who.minutes
        );
        lint.tell(
            at,
            &[Step::Field("minutes")],
            Code::InterviewTooLong,
            message,
        )
        .label("too short");
    }
}

/// Every safeguard and question once, summaries twice, breaks as they are due and two more.
fn needed_minutes(who: &Interviewee, sound: &Sound) -> u16 {
    let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let questions = sound
        .asked
        .iter()
        .filter_map(|q| who.questions.get(q.index()));
    let safeguards = who.safeguards.iter().map(|s: &Safeguard| s.gives().1);
    let talk = (safeguards.chain(questions.map(|q| q.kind.minutes())))
        .chain([
            moves::DISCLOSE.saturating_mul(small(sound.shown.len())),
            moves::SUMMARISE.saturating_mul(small(who.topics.len() * 2)),
            moves::READ_BACK,
        ])
        .fold(0u16, u16::saturating_add);
    let breaks = talk / moves::stretch(who.age) + 2;
    talk.saturating_add(breaks.saturating_mul(moves::BREAK))
}
