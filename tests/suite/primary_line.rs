//! The primary line: who stands there cannot be seen, and can be asked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use liaison::engine::encounter::document::face::Trait;
use liaison::engine::encounter::document::issuer::ISSUERS;
use liaison::engine::encounter::document::zone::Sex;
use liaison::engine::encounter::line::audit::Audit;
use liaison::engine::encounter::line::generate::traveller;
use liaison::engine::encounter::line::normal::z;
use liaison::engine::encounter::line::policy::Policy;
use liaison::engine::encounter::line::review::{Outcome, Reached};
use liaison::engine::encounter::line::score::Score;
use liaison::engine::encounter::line::shipped;
use liaison::engine::encounter::line::signal::{Detection, wilson};
use liaison::engine::encounter::line::{
    Act, Answer, COST, Ground, Likeness, Line, Note, Observation, Quality, Referral, Refusal,
    Saying, Traveller, Truth, View,
};
use liaison::library;
use liaison::scenario::primary_line::{
    Baseline, Concern, Profile, STATES, Sheet, Source, feeling, inspect, read,
};
use liaison::scenario::{Severity, Text, load};
use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

fn chance(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

fn profile(level: u8) -> Arc<Profile> {
    let told = |problems: Vec<liaison::scenario::Diagnostic>| {
        let lines: Vec<String> = problems.iter().map(|p| p.brief()).collect();
        panic!("level {level}: {lines:#?}")
    };
    Arc::new(shipped::profile(level).unwrap_or_else(told))
}

/// The profiles of the drill and of the shipped cases.
fn all_profiles() -> Vec<Arc<Profile>> {
    let mut all: Vec<Arc<Profile>> = shipped::LEVELS.into_iter().map(profile).collect();
    for case in library::shipped() {
        let case = load(&case.source()).scenario.expect("a case");
        all.extend(case.lines.into_iter().map(Arc::new));
    }
    all
}

/// The first traveller of the profile for whom this holds.
fn who(profile: &Profile, holds: impl Fn(&Traveller) -> bool) -> Traveller {
    let drawn = (0..20_000).map(|seed| traveller(profile, &mut chance(seed)));
    let mut fitting = drawn.filter(holds);
    fitting.next().expect("there is one")
}

fn honest(profile: &Profile) -> Traveller {
    who(profile, |t| {
        t.truth == Truth::Honest && t.troubles().count() == 0
    })
}

fn guilty(profile: &Profile, concern: Concern) -> Traveller {
    who(profile, |t| {
        matches!(t.truth, Truth::Kind(_, c) if c == concern) && t.party == 1
    })
}

fn line_of(profile: &Arc<Profile>, travellers: &[Traveller]) -> Line {
    Line::with(Arc::clone(profile), travellers.to_vec())
}

/// The first contradiction of a traveller.
fn trouble(traveller: &Traveller) -> (usize, Source) {
    let (question, record, _) = traveller.troubles().next().expect("one");
    (question, record.by)
}

fn note(observed: Observation, question: usize) -> Act {
    Act::Note(Note {
        observed: Some(observed),
        question: Some(question),
        text: String::new(),
    })
}

#[track_caller]
fn does(line: &mut Line, act: Act) -> Answer {
    line.act(act).expect("it can be done")
}

// ---- What an officer may do -------------------------------------------------------------------------------

#[test]
fn a_look_a_passport_and_a_question_cost_seconds_once() {
    let profile = profile(1);
    let mut line = line_of(&profile, &[honest(&profile)]);
    assert_eq!(line.view().seconds, 0);
    for _ in 0..2 {
        assert_eq!(does(&mut line, Act::Look), Answer::Seen);
        assert_eq!(does(&mut line, Act::Inspect), Answer::Seen);
        does(&mut line, Act::Ask(0));
        does(&mut line, Act::Check(0, Source::Ticket));
    }
    let view = line.view();
    assert_eq!(
        view.seconds,
        COST.look + COST.inspect + COST.ask + COST.check
    );
    assert_eq!(view.questions[0].checks[0].fits, Some(true));
    let glance = view.glance.expect("it was taken");
    assert!(!glance.expired && glance.likeness != Likeness::Differs);
    assert_eq!(view.seen.expect("looked").len(), 2);
}

#[test]
fn what_the_rules_do_not_allow_is_refused_and_leaves_no_trace() {
    let profile = profile(1);
    let traveller = guilty(&profile, Concern::Smuggled);
    let (question, by) = trouble(&traveller);
    let fits = traveller.told.iter().enumerate().find_map(|(q, told)| {
        let fits = told.records.iter().find(|r| r.trouble.is_none())?;
        Some((q, fits.by))
    });
    let (other, fine) = fits.expect("something fits");
    let mut line = line_of(&profile, &[traveller]);
    let refused = |line: &mut Line, act: Act, why: Refusal| {
        let before = line.view();
        assert_eq!(line.act(act.clone()), Err(why), "{act:?}");
        assert_eq!(line.view(), before, "{act:?}");
    };
    refused(&mut line, Act::Ask(99), Refusal::NoQuestion);
    refused(&mut line, Act::Check(99, by), Refusal::NoQuestion);
    refused(&mut line, Act::Check(question, by), Refusal::NotAsked);
    refused(&mut line, Act::Put(question, by), Refusal::NotChecked);
    let contradiction = Act::Refer(Referral::SecondLine, Ground::Contradiction(question, by));
    refused(&mut line, contradiction, Refusal::NotChecked);
    let photo = Act::Refer(Referral::SecondLine, Ground::Photo);
    refused(&mut line, photo, Refusal::NotObserved);
    let seen = Act::Refer(Referral::SecondLine, Ground::Behaviour(0));
    refused(&mut line, seen, Refusal::NotObserved);
    refused(
        &mut line,
        note(Observation::Behaviour(0), question),
        Refusal::NotObserved,
    );
    does(&mut line, Act::Look);
    refused(
        &mut line,
        note(Observation::Behaviour(9), question),
        Refusal::NotObserved,
    );
    refused(
        &mut line,
        note(Observation::Behaviour(0), question),
        Refusal::NotAsked,
    );
    let long = Note {
        observed: None,
        question: None,
        text: "x".repeat(241),
    };
    refused(&mut line, Act::Note(long), Refusal::NoteTooLong);
    does(&mut line, Act::Ask(other));
    refused(
        &mut line,
        Act::Check(other, Source::Document),
        Refusal::NothingToCheck,
    );
    does(&mut line, Act::Check(other, fine));
    refused(&mut line, Act::Put(other, fine), Refusal::NothingToPut);
    let ground = Ground::Contradiction(other, fine);
    refused(
        &mut line,
        Act::Refer(Referral::SecondLine, ground),
        Refusal::NothingToPut,
    );
    for question in (0..5).filter(|q| *q != other).take(2) {
        does(&mut line, Act::Ask(question));
    }
    let fourth = (0..5).filter(|q| *q != other).nth(2).expect("five");
    refused(&mut line, Act::Ask(fourth), Refusal::NoMoreQuestions);
    assert_eq!(does(&mut line, Act::Clear), Answer::Passed { next: false });
    refused(&mut line, Act::Look, Refusal::Over);
    refused(&mut line, Act::Clear, Refusal::Over);
}

#[test]
fn beyond_the_first_level_nothing_says_whether_a_source_fits_an_answer() {
    let profile = profile(1);
    let traveller = guilty(&profile, Concern::Smuggled);
    let (question, by) = trouble(&traveller);
    let fits = traveller.told.iter().enumerate().find_map(|(q, told)| {
        let fits = told.records.iter().find(|r| r.trouble.is_none())?;
        Some((q, fits.by))
    });
    let fine = fits.expect("something fits");
    let fresh = || line_of(&profile, std::slice::from_ref(&traveller));
    let check = |view: &View, (question, by): (usize, Source)| {
        let mut checks = view.questions[question].checks.iter();
        checks.find(|c| c.by == by).cloned().expect("a source")
    };
    // Where it is told, what fits cannot be put; where it is not, a refusal would tell it.
    let mut aided = fresh();
    let mut line = fresh().unaided();
    let cost = |line: &Line| line.view().seconds;
    for (question, by) in [(question, by), fine] {
        for line in [&mut aided, &mut line] {
            does(line, Act::Ask(question));
        }
        let told = does(&mut aided, Act::Check(question, by));
        let Answer::Shown { shows, fits } = does(&mut line, Act::Check(question, by)) else {
            panic!("a check shows something")
        };
        assert_eq!(fits, None);
        let own = check(&line.view(), (question, by));
        assert_eq!((own.shows.as_ref(), own.fits), (Some(&shows), None));
        let whether = check(&aided.view(), (question, by)).fits;
        assert!(whether.is_some());
        assert_eq!(
            told,
            Answer::Shown {
                shows,
                fits: whether
            }
        );
        // A colleague who is asked reads it.
        assert_eq!(check(&line.judged(), (question, by)).fits, whether);
    }
    assert_eq!(cost(&aided), cost(&line));
    assert_eq!(
        aided.act(Act::Put(fine.0, fine.1)),
        Err(Refusal::NothingToPut)
    );
    let before = cost(&line);
    let said = does(&mut line, Act::Put(fine.0, fine.1));
    assert_eq!(
        said,
        Answer::Explained {
            says: None,
            borne: None
        }
    );
    assert_eq!(cost(&line), before + COST.put);
    let Answer::Explained { says, borne } = does(&mut line, Act::Put(question, by)) else {
        panic!("it is answered")
    };
    assert!(says.is_some() && borne.is_none());
    // Whatever was checked can be given as a ground; what fits is none that stands.
    let worth = |ground: (usize, Source)| {
        let mut line = line.clone();
        let ground = Ground::Contradiction(ground.0, ground.1);
        does(&mut line, Act::Refer(Referral::SecondLine, ground));
        let told = line.truth().expect("over");
        // What fits is no contradiction that was shown or put.
        assert_eq!(told[0].1.shown, BTreeSet::from([(question, by)]));
        assert_eq!(told[0].1.put, BTreeSet::from([(question, by)]));
        Score::of(&line).expect("over").points()
    };
    assert!(worth((question, by)) > worth(fine));
}

#[test]
fn the_first_level_of_the_drill_compares_and_the_others_do_not() {
    for level in shipped::LEVELS {
        let mut line = shipped::drill(profile(level), level, &mut chance(3));
        let view = line.view();
        let asked = view.questions.iter().enumerate();
        let mut checks = asked.filter_map(|(n, q)| Some((n, q.checks.first()?.by)));
        let (question, by) = checks.next_back().expect("something to check");
        does(&mut line, Act::Ask(question));
        let Answer::Shown { fits, .. } = does(&mut line, Act::Check(question, by)) else {
            panic!("a check shows something")
        };
        assert_eq!(fits.is_some(), level == 1, "level {level}");
    }
}

#[test]
fn a_contradiction_is_put_and_stands_or_is_borne_out() {
    let profile = profile(1);
    let slipped = who(&profile, |t| {
        t.truth == Truth::Honest && t.troubles().count() == 1
    });
    for (traveller, borne_out) in [
        (guilty(&profile, Concern::Smuggled), false),
        (slipped, true),
    ] {
        let (question, by) = trouble(&traveller);
        let mut line = line_of(&profile, &[traveller]);
        does(&mut line, Act::Ask(question));
        let Answer::Shown { fits, .. } = does(&mut line, Act::Check(question, by)) else {
            panic!("a check shows something")
        };
        assert_eq!(fits, Some(false));
        let Answer::Explained { says, borne } = does(&mut line, Act::Put(question, by)) else {
            panic!("it is answered")
        };
        assert!(says.is_some_and(|says| !says.is_empty()));
        assert_eq!(borne.is_some(), borne_out);
    }
}

#[test]
fn a_face_that_differs_in_several_traits_shows_at_a_glance() {
    let profile = profile(1);
    let borrowed = who(&profile, |t| {
        t.matter
            .document
            .photo
            .apart(&t.matter.traveller.face)
            .len()
            >= 3
    });
    assert!(borrowed.truth.concerns());
    let mut line = line_of(&profile, &[borrowed]);
    does(&mut line, Act::Inspect);
    let glance = line.view().glance.expect("it was taken");
    assert_eq!(glance.likeness, Likeness::Differs);
    does(&mut line, Act::Refer(Referral::SecondLine, Ground::Photo));
    assert_eq!(Score::of(&line).expect("over").grounds.stand, 1);
}

#[test]
fn a_note_earns_something_only_with_an_observation_and_a_question_that_followed() {
    let profile = profile(1);
    let worth = |acts: Vec<Act>| {
        let mut line = line_of(&profile, &[honest(&profile)]);
        for act in acts {
            does(&mut line, act);
        }
        does(&mut line, Act::Clear);
        let reviews = line.reviews().expect("over");
        let earned = Score::of(&line).expect("over").notes_earned() > 0.0;
        (reviews[0].quality, earned, reviews[0].judged)
    };
    let seen = Observation::Behaviour(0);
    let nervous = Act::Note(Note {
        observed: None,
        question: None,
        text: "Seemed very nervous.".into(),
    });
    assert_eq!(worth(vec![]), (Quality::None, false, None));
    // A judgement earns nothing, and is told.
    let judged = worth(vec![Act::Look, Act::Ask(0), nervous]);
    assert_eq!(judged, (Quality::Bare, false, Some("nervous")));
    // Bare behaviour earns nothing.
    let bare = Act::Note(Note {
        observed: Some(seen),
        question: None,
        text: String::new(),
    });
    assert_eq!(worth(vec![Act::Look, bare]).0, Quality::Bare);
    // The question came before anything was seen.
    let before = worth(vec![Act::Ask(0), Act::Look, note(seen, 0)]);
    assert_eq!(before, (Quality::Bare, false, None));
    let asked = worth(vec![Act::Look, Act::Ask(0), note(seen, 0)]);
    assert_eq!(asked, (Quality::Asked, true, None));
    let ticket = Act::Check(0, Source::Ticket);
    let checked = worth(vec![Act::Look, Act::Ask(0), ticket.clone(), note(seen, 0)]);
    assert_eq!(checked, (Quality::Verified, true, None));
    // An answer does not follow itself; what a record shows about it does.
    let answer = worth(vec![
        Act::Ask(0),
        ticket.clone(),
        note(Observation::Answer(0), 0),
    ]);
    assert_eq!(answer.0, Quality::Bare);
    let record = Observation::Record(0, Source::Ticket);
    let record = worth(vec![Act::Ask(0), ticket, note(record, 0)]);
    assert_eq!(record.0, Quality::Verified);
}

#[test]
fn a_presumed_victim_goes_to_protection() {
    let profile = profile(1);
    let victim = guilty(&profile, Concern::PresumedVictim);
    let (question, by) = trouble(&victim);
    for (to, protected, accused) in [(Referral::Protection, 1, 0), (Referral::SecondLine, 0, 1)] {
        let mut line = line_of(&profile, std::slice::from_ref(&victim));
        does(&mut line, Act::Ask(question));
        does(&mut line, Act::Check(question, by));
        does(&mut line, Act::Put(question, by));
        does(
            &mut line,
            Act::Refer(to, Ground::Contradiction(question, by)),
        );
        let score = Score::of(&line).expect("over");
        assert_eq!(
            (score.care.protected, score.care.accused),
            (protected, accused)
        );
        assert_eq!((score.detection.hits, score.grounds.stand), (1, 1));
        let review = &line.reviews().expect("over")[0];
        assert_eq!(review.belongs, Some(Referral::Protection));
        assert_eq!(
            (review.outcome, review.tells[0].reached),
            (Outcome::Hit, Reached::Put)
        );
        assert!(!review.tells[0].lesson.is_empty() && review.story.is_some());
    }
    let mut line = line_of(&profile, &[victim]);
    does(&mut line, Act::Clear);
    assert_eq!(Score::of(&line).expect("over").care.missed, 1);
}

#[test]
fn an_honest_traveller_who_would_have_explained_it_is_a_false_alarm() {
    let profile = profile(1);
    let slipped = who(&profile, |t| {
        t.truth == Truth::Honest && t.troubles().count() == 1
    });
    let (question, by) = trouble(&slipped);
    let mut line = line_of(&profile, &[slipped, honest(&profile)]);
    does(&mut line, Act::Ask(question));
    does(&mut line, Act::Check(question, by));
    let ground = Ground::Contradiction(question, by);
    does(&mut line, Act::Refer(Referral::SecondLine, ground));
    assert!(!line.over() && line.truth().is_none() && line.reviews().is_none());
    assert!(line.profile().is_none() && Score::of(&line).is_none());
    does(&mut line, Act::Clear);
    let score = Score::of(&line).expect("over");
    assert_eq!(
        (score.detection.false_alarms, score.detection.noise),
        (1, 2)
    );
    assert_eq!(score.grounds.explained, 1);
    let reviews = line.reviews().expect("over");
    assert_eq!(reviews[0].tells[0].reached, Reached::NotPut);
    assert_eq!(reviews[1].outcome, Outcome::Passed);
}

// ---- What a view may show ---------------------------------------------------------------------------------

/// Two worlds that differ in everything that was not looked at give the same view.
#[test]
fn a_view_holds_what_was_looked_at_and_nothing_else() {
    let profile = profile(2);
    let guilty = guilty(&profile, Concern::PresumedVictim);
    let (question, by) = trouble(&guilty);
    let mut other = honest(&profile);
    other.party = guilty.party;
    // Anybody sees who stands there.
    other.matter.traveller.face = guilty.matter.traveller.face;
    for (told, own) in other.told.iter_mut().zip(&guilty.told) {
        // Which sources there are is known to anybody; what they show is not.
        told.records.clone_from(&own.records);
        for record in &mut told.records {
            record.shows = Saying::Text(Text::new("en", "another thing"));
            record.trouble = None;
        }
    }
    let worlds = [
        line_of(&profile, std::slice::from_ref(&guilty)),
        line_of(&profile, std::slice::from_ref(&other)),
    ];
    assert_eq!(worlds[0].view(), worlds[1].view());
    // Each thing that is looked at shows that thing.
    other.behaviours.clone_from(&guilty.behaviours);
    let [mut a, mut b] = [&guilty, &other].map(|t| line_of(&profile, std::slice::from_ref(t)));
    for line in [&mut a, &mut b] {
        does(line, Act::Look);
    }
    assert_eq!(a.view(), b.view());
    other.told[question]
        .says
        .clone_from(&guilty.told[question].says);
    let [mut a, mut b] = [&guilty, &other].map(|t| line_of(&profile, std::slice::from_ref(t)));
    for line in [&mut a, &mut b] {
        does(line, Act::Look);
        does(line, Act::Ask(question));
    }
    assert_eq!(a.view(), b.view());
    does(&mut a, Act::Check(question, by));
    does(&mut b, Act::Check(question, by));
    assert_ne!(a.view(), b.view());
    // What the traveller will say to it is not there before it is put, and no lesson ever is.
    let shown = format!("{:?}", a.view());
    let (_, _, why) = guilty.troubles().next().expect("one");
    for text in [&why.put, &why.lesson] {
        assert!(!shown.contains(&format!("{text:?}")), "{shown}");
    }
    let Truth::Kind(kind, _) = guilty.truth else {
        panic!("of a kind")
    };
    assert!(!shown.contains(&format!("{:?}", profile.kinds[kind].truth)));
    does(&mut a, Act::Put(question, by));
    assert!(format!("{:?}", a.view()).contains(&format!("{:?}", why.put)));
}

// ---- Who comes --------------------------------------------------------------------------------------------

#[test]
fn odd_behaviour_is_as_common_among_honest_travellers_as_among_others() {
    for profile in all_profiles() {
        // By whether the traveller concerns us: how many, how many odd, and how often each behaviour.
        let mut counts = [(0u32, 0u32, BTreeMap::new()), (0, 0, BTreeMap::new())];
        let mut rng = chance(2017);
        for _ in 0..10_000 {
            let traveller = traveller(&profile, &mut rng);
            let (n, odd, each) = &mut counts[usize::from(traveller.truth.concerns())];
            *n += 1;
            assert_eq!(traveller.behaviours.len(), 2, "{}", profile.id);
            let seen = traveller.behaviours.iter().map(|b| &profile.behaviours[*b]);
            *odd += u32::from(seen.clone().any(|b| b.is != Baseline::Within));
            for behaviour in seen {
                *each.entry(&behaviour.key).or_insert(0u32) += 1;
            }
        }
        let [(n, odd, each), (m, odd_of, each_of)] = &counts;
        let same = |what: &str, a: u32, b: u32| {
            as_often(&format!("{} {what}", profile.id), [(a, *n), (b, *m)]);
        };
        same("odd", *odd, *odd_of);
        for behaviour in &profile.behaviours {
            let of = |each: &BTreeMap<&String, u32>| each.get(&behaviour.key).copied().unwrap_or(0);
            assert!(of(each) > 0, "{} is never seen", behaviour.key);
            same(&behaviour.key, of(each), of(each_of));
        }
        let share = 100.0 * f64::from(*odd) / f64::from(*n);
        println!(
            "{}: odd {share:.1} % of {n} honest, {:.1} % of {m} others",
            profile.id,
            100.0 * f64::from(*odd_of) / f64::from(*m)
        );
        assert!((share - f64::from(profile.odd_per_100)).abs() < 3.0);
    }
}

/// How often something is so among so many honest travellers and so many others: within four standard errors
/// of a difference of two shares, one chance in 16,000 for each.
#[track_caller]
fn as_often(what: &str, [(a, n), (b, m)]: [(u32, u32); 2]) {
    let [a, b, n, m] = [a, b, n, m].map(f64::from);
    let pooled = (a + b) / (n + m);
    let error = (pooled * (1.0 - pooled) * (n.recip() + m.recip())).sqrt();
    assert!(
        (a / n - b / m).abs() <= 4.0 * error,
        "{what}: {a}/{n} {b}/{m}"
    );
}

/// Who stands there has the same face whether honest or not: no trait, no age, no hair comes more often, and
/// the face does not change with what is true.
#[test]
fn a_face_at_the_counter_tells_nothing() {
    for profile in all_profiles() {
        let mut met = [0u32; 2];
        let mut counts: BTreeMap<String, [u32; 2]> = BTreeMap::new();
        let mut rng = chance(1951);
        for _ in 0..10_000 {
            let traveller = traveller(&profile, &mut rng);
            let of = usize::from(traveller.truth.concerns());
            met[of] += 1;
            let face = Line::with(Arc::clone(&profile), vec![traveller.clone()])
                .view()
                .face;
            let face = face.expect("somebody stands there");
            assert_eq!(face, traveller.matter.traveller.face);
            let traits = Trait::ALL.map(|t| format!("{t:?} {}", face.of(t)));
            let rest = [
                format!("age {}", face.age / 10),
                format!("hair {}", face.hair),
                format!("glasses {}", face.glasses),
                format!("skin {}", face.build.skin),
                format!("colour {}", face.build.hair),
                format!("beard {}", face.build.beard),
                format!("soft {}", face.build.soft),
            ];
            for key in traits.into_iter().chain(rest) {
                counts.entry(key).or_default()[of] += 1;
            }
        }
        for (key, [honest, others]) in counts {
            let what = format!("{} {key}", profile.id);
            as_often(&what, [(honest, met[0]), (others, met[1])]);
        }
    }
}

/// The person and the photograph are one face some years apart, unless the profile says that the book is
/// somebody else's; and neither belies what is written in the passport.
#[test]
fn face_photograph_and_page_are_of_one_person() {
    for profile in all_profiles() {
        let mut borrowed = 0;
        for seed in 0..2_000 {
            let traveller = traveller(&profile, &mut chance(seed));
            let matter = &traveller.matter;
            let (page, face) = (&matter.document.page, matter.traveller.face);
            let mut line = line_of(&profile, std::slice::from_ref(&traveller));
            does(&mut line, Act::Inspect);
            let view = line.view();
            let photo = view.glance.expect("it was taken").photo;
            let name = format!("{} seed {seed}", profile.id);
            assert_eq!(view.face, Some(face), "{name}");
            let differs = match traveller.truth {
                Truth::Kind(kind, _) => profile.kinds[kind].differs,
                Truth::Honest => 0,
            };
            assert_eq!(photo.apart(&face).len(), usize::from(differs), "{name}");
            borrowed += u32::from(differs > 0);
            // Of one build even where the book is lent: one lends it to whoever is alike.
            assert_eq!(photo.build, face.build, "{name}");
            let years = matter.today.year - page.birth.year;
            assert_eq!(i32::from(face.age), years, "{name}");
            let then = matter.document.issued.year - page.birth.year;
            assert_eq!(i32::from(photo.age), then, "{name}");
            let female = page.sex == Sex::Female;
            assert_eq!(face.build.soft, female, "{name}");
            assert!(!female || face.build.beard == 0, "{name}");
        }
        let lent = profile.kinds.iter().any(|k| k.differs > 0);
        assert_eq!(borrowed > 0, lent, "{}", profile.id);
    }
}

#[test]
fn nobody_stands_there_once_the_line_is_over_and_no_photograph_is_seen_before_it_is_asked_for() {
    let profile = profile(1);
    let mut line = line_of(&profile, &[honest(&profile)]);
    assert!(line.view().face.is_some() && line.view().glance.is_none());
    does(&mut line, Act::Clear);
    assert_eq!((line.view().face, line.view().glance), (None, None));
}

#[test]
fn every_concern_has_a_contradiction_that_stands_and_no_honest_traveller_has_one() {
    for profile in all_profiles() {
        let mut met = BTreeMap::new();
        for seed in 0..4_000 {
            let traveller = traveller(&profile, &mut chance(seed));
            let stand = traveller.troubles().filter(|(_, _, t)| t.borne.is_none());
            let stand = stand.count();
            let name = format!("{}, seed {seed}", profile.id);
            match traveller.truth {
                Truth::Honest => {
                    assert_eq!(stand, 0, "{name}");
                    assert!(traveller.troubles().count() <= 1, "{name}");
                    // The full bench finds nothing in the passport either.
                    assert_eq!(traveller.matter.conflicts(), [], "{name}");
                    assert!(traveller.matter.document.page.expiry >= traveller.matter.today);
                }
                Truth::Kind(kind, _) => {
                    assert!(stand >= 1, "{name}: nothing tells");
                    assert!(stand <= usize::from(profile.tells), "{name}");
                    let all = traveller.troubles();
                    assert!(all.into_iter().all(|(_, _, t)| !t.lesson.is_empty()));
                    *met.entry(kind).or_insert(0) += 1;
                }
            }
            // What a record shows when it fits is what the journey says it does.
            for (question, told) in traveller.told.iter().enumerate() {
                let says = told.says.text(|_, _| "a month".into()).expect("in words");
                assert!(!says.is_empty() && !told.records.is_empty() || traveller.party == 1);
                let asked = profile.questions[question].against().len();
                assert!(told.records.len() <= asked, "{name}");
                for (lang, says) in says.all() {
                    assert!(!says.contains(['{', '}']), "{name} {lang}: {says}");
                }
            }
        }
        assert_eq!(
            met.len(),
            profile.kinds.len(),
            "{}: a kind never comes",
            profile.id
        );
    }
}

#[test]
fn the_seed_fixes_the_line() {
    let profile = profile(3);
    let line = |seed| {
        let mut line = Line::new(Arc::clone(&profile), &mut chance(seed));
        while !line.over() {
            does(&mut line, Act::Clear);
        }
        let all = line.truth().expect("over");
        all.into_iter().map(|(t, _)| t.clone()).collect::<Vec<_>>()
    };
    assert_eq!(line(7), line(7));
    assert_ne!(line(7), line(8));
}

#[test]
fn profiles_know_the_states_of_the_specimen_book() {
    assert_eq!(STATES, ISSUERS.map(|i| i.code));
    assert_eq!(feeling("hands shake; looks away"), None);
    for profile in all_profiles() {
        let judged =
            |b: &&liaison::scenario::primary_line::Behaviour| feeling(b.text.get("en")).is_some();
        assert_eq!(profile.behaviours.iter().find(judged), None);
    }
    assert_eq!(feeling("answers Nervously, twice"), Some("nervous"));
}

// ---- Figures ----------------------------------------------------------------------------------------------

#[test]
fn z_is_the_inverse_of_the_normal_distribution() {
    // Python 3: statistics.NormalDist().inv_cdf(p).
    for (p, value) in [
        (1e-10, -6.361_340_902_404_056),
        (0.001, -3.090_232_306_167_813),
        (0.025, -1.959_963_984_540_053_8),
        (0.1, -1.281_551_565_544_600_8),
        (0.25, -0.674_489_750_196_081_7),
        (0.5, 0.0),
        (0.6, 0.253_347_103_135_799_7),
        (0.926, 1.446_632_067_158_978_5),
        (0.975, 1.959_963_984_540_053_6),
        (0.999, 3.090_232_306_167_813),
        (0.999_999, 4.753_424_308_817_089),
    ] {
        assert!((z(p) - value).abs() < 1e-6, "{p}: {} {value}", z(p));
    }
    for n in 1..500 {
        let p = f64::from(n) / 1_000.0;
        assert!((z(p) + z(1.0 - p)).abs() < 1e-9);
    }
    assert_eq!((z(0.0), z(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
    assert!(z(-0.1).is_nan() && z(1.1).is_nan() && z(f64::NAN).is_nan());
}

fn detection(signals: u32, hits: u32, noise: u32, false_alarms: u32) -> Detection {
    Detection {
        signals,
        hits,
        noise,
        false_alarms,
    }
}

#[test]
fn d_prime_and_c_are_those_of_the_doctrine() {
    let near = |value: Option<f64>, expected: f64| {
        let value = value.expect("both were there");
        assert!((value - expected).abs() < 0.005, "{value} {expected}");
    };
    let good = detection(10, 8, 20, 3);
    near(good.d_prime(), 1.72);
    near(good.criterion(), 0.11);
    // Everybody referred, of ten and twenty: worse than chance, and as ready as can be.
    let all = detection(10, 10, 20, 20);
    near(all.d_prime(), -0.29);
    near(all.criterion(), -1.84);
    // With as many of each it would be chance.
    near(detection(10, 10, 10, 10).d_prime(), 0.0);
    assert_eq!(detection(0, 0, 20, 3).d_prime(), None);
    // Two signals among twelve and nobody referred: 0.7 by the correction alone, so it is not told.
    let idle = detection(2, 0, 10, 0);
    assert!(idle.d_prime().expect("both") > 0.5 && !idle.told_apart());
    assert!(!detection(2, 2, 10, 10).told_apart() && good.told_apart());
    let (low, high) = good.interval().expect("both");
    let (d, error) = (good.d_prime().expect("both"), good.error().expect("both"));
    assert!((low - (d - 1.96 * error)).abs() < 1e-3 && (high - (d + 1.96 * error)).abs() < 1e-3);
    assert_eq!(detection(10, 3, 0, 0).criterion(), None);
    assert!(
        detection(10, 10, 20, 0)
            .d_prime()
            .is_some_and(f64::is_finite)
    );
}

#[test]
fn intervals_are_those_of_wilson() {
    // The formula, worked out apart in Python.
    for (of, n, low, high) in [
        (0, 10, 0.0, 0.277_533),
        (10, 10, 0.722_467, 1.0),
        (3, 20, 0.052_369, 0.360_419),
        (8, 10, 0.490_162, 0.943_317),
        (50, 100, 0.403_832, 0.596_168),
    ] {
        let (a, b) = wilson(of, n);
        assert!(
            (a - low).abs() < 1e-5 && (b - high).abs() < 1e-5,
            "{of}/{n}: {a} {b}"
        );
    }
    assert_eq!(wilson(0, 0), (0.0, 1.0));
}

// ---- Officers ---------------------------------------------------------------------------------------------

fn work(profile: &Arc<Profile>, seed: u64, policy: &Policy) -> Score {
    let mut line = Line::new(Arc::clone(profile), &mut chance(seed));
    let mut rng = chance(seed ^ 0x5eed);
    while !line.over() {
        let act = policy.next(&line.view(), &mut rng);
        line.act(act).expect("a policy does what can be done");
    }
    Score::of(&line).expect("over")
}

fn over_seeds(profile: &Arc<Profile>, policy: &Policy) -> Score {
    let mut all = Score::default();
    let mut single = Vec::new();
    for seed in 0..1_000 {
        let score = work(profile, seed, policy);
        single.extend(score.detection.d_prime());
        all.add(&score);
    }
    let detection = all.detection;
    single.sort_by(f64::total_cmp);
    println!("median d' of one line {:.2}", single[single.len() / 2]);
    println!(
        "{} {policy:?}: hits {}/{} false alarms {}/{} d' {:.3} ± {:.3} c {:.3}; {:.1} s, slow {}; notes {:.2}; {:?}",
        profile.id,
        detection.hits,
        detection.signals,
        detection.false_alarms,
        detection.noise,
        detection.d_prime().unwrap_or(f64::NAN),
        detection.error().unwrap_or(f64::NAN),
        detection.criterion().unwrap_or(f64::NAN),
        all.pace(),
        all.slow,
        all.notes_earned(),
        all.grounds,
    );
    all
}

#[test]
fn whoever_asks_and_checks_tells_them_apart_and_whoever_watches_does_not() {
    for profile in all_profiles() {
        let talks = over_seeds(&profile, &Policy::Conversational);
        let watches = over_seeds(&profile, &Policy::Watcher);
        let guesses = over_seeds(&profile, &Policy::Random);
        let prime = |score: &Score| score.detection.d_prime().expect("both");
        for chance in [&watches, &guesses] {
            let error = chance.detection.error().expect("both");
            assert!(
                prime(chance).abs() < 3.0 * error,
                "{}: {}",
                profile.id,
                prime(chance)
            );
            assert_eq!((chance.notes_earned(), chance.grounds.stand), (0.0, 0));
        }
        assert!(prime(&talks) > 2.0, "{}: {}", profile.id, prime(&talks));
        assert!(prime(&talks) > prime(&watches) + 1.5);
        assert_eq!(
            talks.detection.false_alarms, 0,
            "what is borne out is let go"
        );
        assert!(talks.notes_earned() > 0.0);
        assert_eq!(talks.grounds.explained + talks.grounds.nothing, 0);
        let pace = talks.pace();
        assert!(pace < f64::from(profile.seconds), "{}: {pace}", profile.id);
        assert!(talks.audit.rows().iter().all(|r| !r.flagged));
        assert!(
            watches.audit.rows().iter().all(|r| !r.flagged),
            "{:?}",
            watches.audit.rows()
        );
        assert!(watches.detection.false_alarms > watches.detection.noise / 10);
    }
}

#[test]
fn whoever_goes_by_nationality_is_found_by_the_audit_and_finds_nobody() {
    for profile in all_profiles() {
        let state = profile.nationalities[0].state.clone();
        let policy = Policy::Profiler(state.clone());
        let all = over_seeds(&profile, &policy);
        let rows = all.audit.rows();
        for row in &rows {
            assert_eq!(row.flagged, row.nationality == state, "{row:?}");
            let rate = if row.nationality == state { 1.0 } else { 0.0 };
            assert!((row.rate - rate).abs() < 1e-9, "{row:?}");
            assert!(row.interval.0 <= row.rate && row.rate <= row.interval.1 + 1e-9);
        }
        let (prime, error) = (all.detection.d_prime(), all.detection.error());
        assert!(
            prime.expect("both").abs() < 3.0 * error.expect("both"),
            "{prime:?}"
        );
    }
    // One line is often enough.
    let profile = profile(1);
    let flagged = (0..200).filter(|seed| {
        let policy = Policy::Profiler("UTO".into());
        let rows = work(&profile, *seed, &policy).audit.rows();
        rows.iter().any(|r| r.flagged)
    });
    let flagged = flagged.count();
    println!("one line of the profiler is flagged in {flagged} of 200");
    assert!(flagged > 50, "{flagged}");
    // And whoever guesses is hardly ever blamed for a nationality.
    let blamed = (0..1_000).filter(|seed| {
        let rows = work(&profile, *seed, &Policy::Random).audit.rows();
        rows.iter().any(|r| r.flagged)
    });
    let blamed = blamed.count();
    println!("one line of a guesser is flagged in {blamed} of 1,000");
    assert!(blamed < 30, "{blamed}");
}

#[test]
fn an_audit_without_others_flags_nobody() {
    assert_eq!(Audit::default().rows(), []);
    let only = profile(1);
    let mut only = (*only).clone();
    only.nationalities.truncate(1);
    let score = work(&Arc::new(only), 3, &Policy::Profiler("UTO".into()));
    let rows = score.audit.rows();
    assert!(rows.len() == 1 && !rows[0].flagged && rows[0].referred == rows[0].n);
}

// ---- Files ------------------------------------------------------------------------------------------------

#[test]
fn shipped_profiles_have_no_problems_and_cases_have_their_lines() {
    let sizes: Vec<u8> = shipped::LEVELS.map(|l| profile(l).tells).to_vec();
    assert!(
        sizes.is_sorted_by(|a, b| a > b),
        "harder leaves less open: {sizes:?}"
    );
    let mut lines = BTreeMap::new();
    for shipped in library::shipped() {
        let loaded = load(&shipped.source());
        let errors = loaded.diagnostics.iter();
        let errors: Vec<_> = errors.filter(|d| d.file.starts_with("lines/")).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let case = loaded.scenario.expect("a case");
        for line in &case.lines {
            assert!(line.at.is_some() && line.team.is_some(), "{}", line.id);
        }
        lines.insert(case.id.clone(), case.lines.len());
    }
    assert_eq!(lines.get("first_watch"), Some(&1));
    assert_eq!(lines.get("the_night_bus"), Some(&2));
}

/// Every text in it with its languages, wherever it stands.
fn texts(of: &serde_json::Value, found: &mut Vec<BTreeMap<String, String>>) {
    match of {
        serde_json::Value::Object(fields) => match fields.get("words") {
            Some(words) if fields.contains_key("own") => {
                found.push(serde_json::from_value(words.clone()).expect("words by language"));
            }
            _ => fields.values().for_each(|value| texts(value, found)),
        },
        serde_json::Value::Array(all) => all.iter().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// What a person reads in Thai at a counter is Thai: every text of every shipped profile, and whatever its
/// travellers say and its sources show.
#[test]
fn every_text_of_a_line_is_there_in_english_and_in_thai() {
    let thai = |text: &str| text.contains(|c: char| ('\u{e00}'..='\u{e7f}').contains(&c));
    for profile in all_profiles() {
        let line = Line::new(Arc::clone(&profile), &mut chance(5));
        let mut found = Vec::new();
        for part in [serde_json::to_value(&*profile), serde_json::to_value(&line)] {
            texts(&part.expect("it can be written"), &mut found);
        }
        let mut met = 0;
        for words in found
            .iter()
            .filter(|w| w.values().any(|text| !text.is_empty()))
        {
            let told = format!("{}: {words:?}", profile.id);
            let own = words.get("en").expect(&told);
            let other = words.get("th").expect(&told);
            // Only the place that is said there may stand alone.
            assert!(thai(other) || other.trim() == "{place}", "{told}");
            assert!(!thai(own), "{told}");
            for hole in ["{place}", "{when}"] {
                assert_eq!(own.contains(hole), other.contains(hole), "{told}");
            }
            met += 1;
        }
        assert!(met > 150, "{}: {met} texts", profile.id);
    }
}

#[test]
fn an_answer_names_a_place_and_a_month_in_the_language_of_whoever_reads() {
    let profile = profile(1);
    let came = who(&profile, |t| {
        let said = t.told.iter().map(|told| &told.says);
        t.truth == Truth::Honest && said.into_iter().any(|s| matches!(s, Saying::Month(..)))
    });
    let mut said = (came.told.iter()).filter_map(|told| match &told.says {
        Saying::Month(_, day) => told.says.text(|lang, of| {
            assert_eq!(of, *day);
            format!("<{lang}>")
        }),
        _ => None,
    });
    let said = said.next().expect("one came before");
    assert_eq!((said.get("en"), said.get("th")), ("In <en>.", "เมื่อ<th>"));
    let place = &came.matter.document.place;
    let issued = came.told[3].says.text(|_, _| String::new()).expect("words");
    assert_eq!(issued.get("en"), format!("In {place}."));
    assert_eq!(issued.get("th"), format!("ที่ {place}"));
    assert_eq!(
        came.told[3].records[0].shows,
        Saying::MadeOut(place.clone())
    );
}

/// What is told of the drill's level 1 in which its Thai was changed.
fn told_of_thai(from: &str, to: &str) -> Vec<String> {
    let (file, text, [sheet]) = shipped::text(1);
    assert!(sheet.text.contains(from), "{from}");
    let changed = sheet.text.replacen(from, to, 1);
    let sheet = Sheet {
        text: &changed,
        ..sheet
    };
    let (profile, told) = inspect(file, text, &[sheet]);
    let errors = told.iter().any(|d| d.severity == Severity::Error);
    assert_eq!(profile.is_none(), errors, "{told:?}");
    told.iter().map(|d| d.brief()).collect()
}

#[test]
fn a_translation_of_a_profile_that_is_missing_or_wrong_is_told() {
    for level in shipped::LEVELS {
        assert_eq!(shipped::diagnostics(level), [], "level {level}");
    }
    let path = "\"lines.market_ferry.slips.0.put\"";
    for (from, to, starts, says) in [
        (
            path,
            "\"lines.market_ferry.slips.9.put\"",
            "L051 th/1_market_ferry.ron:",
            "slips.9.put",
        ),
        (
            path,
            "\"lines.market_ferry.slips.9.put\"",
            "L050 1_market_ferry.ron:",
            "slips.0.put",
        ),
        ("{place}", "ที่นั่น", "L136 th/1_market_ferry.ron:", "{place}"),
        (
            "เมื่อ{when}",
            "เมื่อนั้น",
            "L136 th/1_market_ferry.ron:",
            "{when}",
        ),
        (
            "\"บ้านพี่ชาย ถนนคีย์ 12\"",
            "\"\"",
            "L036 th/1_market_ferry.ron:",
            "empty",
        ),
    ] {
        let told = told_of_thai(from, to);
        let met = told
            .iter()
            .any(|l| l.starts_with(starts) && l.contains(says));
        assert!(met, "{from} -> {to}: {told:#?}");
    }
}

#[test]
fn a_case_whose_line_is_not_translated_is_told_and_not_offered_as_complete() {
    let shipped = library::shipped();
    let case = shipped
        .iter()
        .find(|c| c.name == "first_watch")
        .expect("shipped");
    let mut source = case.source();
    let whole = load(&source).scenario.expect("a case").languages;
    assert!(whole.iter().any(|lang| lang == "th"), "{whole:?}");
    let file = source.files.get_mut("lang/th.ron").expect("it is Thai too");
    let text = String::from_utf8(file.clone()).expect("text");
    let path = "lines.pier.kinds.noon_that_never_comes.leaks.0.lesson";
    let lines = text.lines().filter(|line| !line.contains(path));
    *file = lines.collect::<Vec<_>>().join("\n").into_bytes();
    let loaded = load(&source);
    let told: Vec<String> = loaded.diagnostics.iter().map(|d| d.brief()).collect();
    let [one] = &told[..] else {
        panic!("{told:#?}")
    };
    assert!(
        one.starts_with("L050 lines/pier.ron:") && one.contains(path),
        "{one}"
    );
    let whole = loaded.scenario.expect("a case").languages;
    assert_eq!(whole, ["en"]);
}

/// What is told first of a level-1 profile in which this was changed.
fn told(from: &str, to: &str) -> String {
    let (file, text, _) = shipped::text(1);
    assert!(text.contains(from), "{from}");
    let problems = read(file, &text.replacen(from, to, 1), &[]).expect_err("something is wrong");
    assert!(problems.iter().any(|p| p.severity == Severity::Error));
    let lines: Vec<String> = problems.iter().map(|p| p.brief()).collect();
    lines.join("\n")
}

#[test]
fn a_malformed_profile_is_told_with_its_place() {
    for (from, to, starts) in [
        (
            "hour: \"07:30\"",
            "hour: \"7.30\"",
            "L033 1_market_ferry.ron:7:11 ",
        ),
        (
            "seconds: 120",
            "secnds: 120",
            "L017 1_market_ferry.ron:11:5 ",
        ),
        ("seconds: 120,", "", "L018 1_market_ferry.ron:3:1 "),
        (
            "seconds: 120",
            "seconds: 7",
            "L031 1_market_ferry.ron:11:14 ",
        ),
        (
            "seconds: 120",
            "seconds: 70000",
            "L031 1_market_ferry.ron:11:14 ",
        ),
        ("\"UTO\"", "\"THA\"", "L135 1_market_ferry.ron:17:28 "),
        ("is: Above", "is: Abuve", "L020 "),
        ("to: \"stay\"", "to: \"sty\"", "L030 "),
        ("claims: [\"seller\"]", "claims: [\"sellr\"]", "L134 "),
        ("against: [Ticket, Companion]", "against: []", "L132 "),
        ("In {place}.", "Somewhere.", "L136 "),
    ] {
        let told = told(from, to);
        let met = told.lines().any(|l| l.starts_with(starts));
        assert!(met, "{from} -> {to}:\n{told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    /// Whatever is done to a profile's text, it is read or told, and never a panic; what is read can be worked.
    #[test]
    fn a_mutated_profile_never_panics(
        at in 0usize..20_000, length in 0usize..40, with in "[\\PC\"(),:\\[\\]{}0-9]{0,6}", seed in 0u64..50
    ) {
        let (file, text, sheets) = shipped::text(1);
        let signs: Vec<char> = text.chars().collect();
        let at = at % signs.len();
        let to = (at + length).min(signs.len());
        let mutated: String = signs[..at].iter().copied()
            .chain(with.chars())
            .chain(signs[to..].iter().copied())
            .collect();
        match read(file, &mutated, &sheets) {
            Ok(profile) => {
                let score = work(&Arc::new(profile), seed, &Policy::Conversational);
                prop_assert!(score.travellers > 0);
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().any(|p| p.severity == Severity::Error));
                prop_assert!(problems.iter().all(|p| p.line >= 1 && p.column >= 1));
            }
        }
    }
}

// ---- The terminal -----------------------------------------------------------------------------------------

/// What the drill prints while this is typed.
fn drill(args: &[&str], typed: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_liaison"))
        .args(["drill", "line"])
        .args(args)
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

/// What an officer types who works like this policy.
fn script(profile: &Arc<Profile>, seed: u64, policy: &Policy) -> String {
    let name = |by: Source| format!("{by:?}").to_lowercase();
    let mut line = Line::new(Arc::clone(profile), &mut chance(seed));
    let mut rng = chance(seed ^ 0x5eed);
    let mut typed = String::new();
    while !line.over() {
        let act = policy.next(&line.view(), &mut rng);
        typed += &match &act {
            Act::Look => "look".to_owned(),
            Act::Inspect => "passport".to_owned(),
            Act::Ask(n) => format!("ask {}", n + 1),
            Act::Check(n, by) => format!("check {} {}", n + 1, name(*by)),
            Act::Put(n, by) => format!("put {} {}", n + 1, name(*by)),
            Act::Note(note) => {
                let seen = match note.observed {
                    Some(Observation::Behaviour(n)) => format!("s{}", n + 1),
                    _ => format!("a{}", note.question.expect("one") + 1),
                };
                format!("note {seen} q{}", note.question.expect("one") + 1)
            }
            Act::Clear => "clear".to_owned(),
            Act::Refer(_, Ground::Contradiction(n, by)) => {
                format!("refer second {} {}", n + 1, name(*by))
            }
            Act::Refer(_, Ground::Photo) => "refer second photo".to_owned(),
            Act::Refer(_, Ground::Behaviour(n)) => format!("refer second s{}", n + 1),
            Act::Refer(_, Ground::Unstated) => "refer second".to_owned(),
        };
        typed.push('\n');
        line.act(act).expect("it can be done");
    }
    typed
}

#[test]
fn a_line_is_worked_in_the_terminal_and_ends_with_score_and_audit() {
    for level in shipped::LEVELS {
        let profile = profile(level);
        let score = work(&profile, 11, &Policy::Conversational);
        let typed = script(&profile, 11, &Policy::Conversational);
        let told = drill(&["--seed", "11", "--level", &level.to_string()], &typed);
        assert!(
            !told.contains("> No. ") && !told.contains("not understood"),
            "{told}"
        );
        let Detection {
            signals,
            hits,
            noise,
            false_alarms,
        } = score.detection;
        let line = format!("Hits {hits} of {signals}; false alarms {false_alarms} of {noise}.");
        assert!(told.contains(&line), "{line}\n{told}");
        if let Some(prime) = score.detection.d_prime() {
            assert!(told.contains(&format!("d′ {prime:.2}")), "{told}");
        }
        for words in [
            "Usual here:",
            "THE LINE IS OVER",
            "AUDIT",
            "Notes:",
            "Presumed victims:",
        ] {
            assert!(told.contains(words), "{words}\n{told}");
        }
        assert_eq!(
            told.lines()
                .filter(|l| l.starts_with(|c: char| c.is_ascii_digit()) && l.contains(". You "))
                .count(),
            usize::from(profile.travellers)
        );
    }
}

#[test]
fn a_profiler_reads_of_it_in_the_audit() {
    let profile = profile(1);
    let seed = (0..200).find(|seed| {
        let rows = work(&profile, *seed, &Policy::Profiler("UTO".into()))
            .audit
            .rows();
        rows.iter().any(|r| r.flagged)
    });
    let seed = seed.expect("one of them");
    let typed = script(&profile, seed, &Policy::Profiler("UTO".into()));
    let told = drill(&["--seed", &seed.to_string()], &typed);
    assert!(told.contains("! above all others"), "{told}");
    assert!(told.contains("A passport is no ground."), "{told}");
    assert!(told.contains("A false alarm"), "{told}");
}

#[test]
fn the_drill_says_what_it_does_not_understand_and_what_cannot_be_done() {
    let typed = "dance\nask\nask nine\ncheck 1 ticket\nask 1\nask 99\ncheck 1 moon\nput 1 ticket\nnext\nnote\n\
                 refer nowhere\nrefer second s9\nview\n\u{e14}\u{e39}\n\nquit\n";
    let told = drill(&["--seed", "4"], typed);
    assert_eq!(told.matches("That is not understood.").count(), 7, "{told}");
    assert!(!told.contains("”."), "{told}");
    for words in [
        "No. That has not been asked yet.",
        "No. There is no such question at this counter.",
        "No. That has not been checked yet.",
        "No. Nobody has observed that here.",
        "Somebody still stands there",
        "there is no score",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert_eq!(told, drill(&["--seed", "4"], typed), "the seed fixes all");
    // A second line goes on from the first, and both are counted together.
    let clear = "clear\n".repeat(12);
    let told = drill(&["--seed", "4"], &format!("{clear}next\n{clear}quit\n"));
    assert!(
        told.contains("Line 5, level 1") && told.contains("ALL 2 LINES"),
        "{told}"
    );
    let told = drill(&["--level", "3", "--seed", "1"], "help\n");
    assert!(told.contains("level 3"), "{told}");
}

#[test]
fn a_referral_on_no_ground_is_understood_as_the_help_has_it() {
    let told = drill(
        &["--seed", "1", "--level", "1"],
        "refer protection nothing\nrefer second nothing\nquit\n",
    );
    assert!(!told.contains("not understood"), "{told}");
}
