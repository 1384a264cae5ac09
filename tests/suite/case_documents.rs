//! Documents of the shipped cases: what is told of each is true on the bench.

use std::collections::BTreeSet;

use liaison::document::TODAY;
use liaison::document::face::Trait;
use liaison::document::issuer::{Kind, Light};
use liaison::engine::encounter::document::bench::{Act, Answer, Bench, Register, Verdict};
use liaison::engine::encounter::document::described::{Outcome, bench, example, outcome, yields};
use liaison::engine::encounter::document::fraud::{Finding, Fraud, Oddity};
use liaison::engine::encounter::document::{Fact, generate, policy};
use liaison::scenario::documents::CaseDocument;
use liaison::scenario::ids::Team;
use liaison::scenario::{CaseSource, Scenario, load};

use crate::document_faults::{BRIDGE, FILE};
use crate::fixtures::base;
use crate::support::shipped;

fn each(mut told: impl FnMut(&Scenario, &CaseDocument)) {
    for case in shipped() {
        assert!(!case.scenario.documents.is_empty(), "{}", case.scenario.id);
        for document in &case.scenario.documents {
            told(&case.scenario, document);
        }
    }
}

fn of(case: &str, key: &str) -> (std::sync::Arc<Scenario>, CaseDocument) {
    let all = shipped().into_iter();
    let case = (all.map(|c| c.scenario).find(|c| c.id == case)).expect("a shipped case");
    let document = case.documents.iter().find(|d| d.key == key);
    let document = document.expect("a document of it").clone();
    (case, document)
}

/// Looks at everything and asks everybody, and then holds two facts together that conflict.
fn sound(bench: &mut Bench) -> Verdict {
    for light in Light::ALL {
        bench.act(Act::Look(light)).expect("a light");
    }
    bench.act(Act::Specimen).expect("the book");
    bench.act(Act::Faces).expect("both faces");
    for register in [Register::Lost, Register::Crossings, Register::Issuer] {
        bench.act(Act::Ask(register)).expect("a register");
    }
    let open: BTreeSet<Fact> = bench.open().into_iter().collect();
    for (a, b) in bench.matter().conflicts() {
        assert!(open.contains(&a) && open.contains(&b), "{a:?} {b:?}");
        assert_eq!(bench.act(Act::Compare(a, b)), Ok(Answer::Confirmed));
    }
    let clone = bench.clone();
    let right = Finding::ALL.into_iter().map(|said| found(&clone, said));
    let best = right.max_by_key(Verdict::points).expect("a finding");
    bench.act(Act::Find(best.said)).expect("not over");
    bench.verdict().expect("given")
}

fn found(bench: &Bench, said: Finding) -> Verdict {
    match bench.clone().act(Act::Find(said)) {
        Ok(Answer::Found(verdict)) => verdict,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_sound_officer_finds_what_is_true_and_has_grounds() {
    each(|case, document| {
        let told = example(case, document);
        let mut bench = bench(case, document);
        let verdict = sound(&mut bench);
        let truth = told.fraud.map_or(Finding::Genuine, Fraud::finding);
        assert_eq!(verdict.said, truth, "{}", document.key);
        assert_eq!(
            (verdict.finding, verdict.grounds, verdict.time),
            (60, 25, 15),
            "{}",
            document.key
        );
        assert_eq!(outcome(&verdict), Outcome::Right);
        assert_eq!(yields(document, &verdict), document.right);
        assert!(
            !document.right.is_empty(),
            "{} brings nothing",
            document.key
        );
    });
}

#[test]
fn an_honest_document_has_nothing_to_show_and_a_fraud_has() {
    let mut seen = BTreeSet::new();
    each(|case, document| {
        let told = example(case, document);
        assert_eq!(
            told.matter.conflicts().is_empty(),
            told.fraud.is_none(),
            "{}",
            document.key
        );
        assert!(told.matter.document.page.expiry > told.matter.today);
        seen.insert((case.id.clone(), told.fraud.map(Fraud::finding)));
        // Untranslated texts would be shown in the author's language.
        for text in [&document.title, &document.about, &document.lesson] {
            assert_eq!(text.all().count(), 2, "{}", document.key);
        }
    });
    let night = |finding| seen.contains(&("the_night_bus".to_owned(), finding));
    assert!(night(None) && night(Some(Finding::Impostor)) && night(Some(Finding::Forged)));
}

#[test]
fn a_document_is_the_same_in_every_exercise() {
    each(|case, document| assert_eq!(example(case, document), example(case, document)));
    // What is left open hangs on the ids alone.
    let (case, document) = of("the_night_bus", "mira_passport");
    let mut other = document.clone();
    other.key = "another".to_owned();
    let (own, another) = (example(&case, &document), example(&case, &other));
    assert_ne!(
        own.matter.document.page.number,
        another.matter.document.page.number
    );
    // To fill in one part moves no other.
    let mut filled = document.clone();
    filled.book.number = Some(own.matter.document.page.number.clone());
    filled.book.holder.glasses = Some(own.matter.traveller.face.glasses);
    assert_eq!(example(&case, &filled), own);
    assert_eq!(generate::TODAY, TODAY);
}

#[test]
fn what_a_finding_brings() {
    let (case, document) = of("first_watch", "niece_papers");
    assert_eq!(document.team, Team::North);
    let fresh = bench(&case, &document);
    let brings = |bench: &Bench, said| {
        let verdict = found(bench, said);
        let keys = yields(&document, &verdict).iter();
        let keys = keys.map(|i| case.items[i.index()].key.as_str());
        (outcome(&verdict), keys.collect::<Vec<_>>())
    };
    // A guess rests on nothing, right or wrong, and a referral leaves it to others.
    for said in Finding::ALL {
        assert_eq!(brings(&fresh, said), (Outcome::Open, vec![]), "{said:?}");
    }
    // Whoever has looked and lets it through believes it.
    let looked = looked(&fresh);
    let fine = (Outcome::Wrong, vec!["n_card_fine"]);
    assert_eq!(brings(&looked, Finding::Genuine), fine);
    assert_eq!(brings(&looked, Finding::Forged), (Outcome::Open, vec![]));
    let mut shown = fresh.clone();
    let ears = Act::Compare(Fact::Photo(Trait::Ears), Fact::Face(Trait::Ears));
    shown.act(ears).expect("faces are seen at once");
    assert_eq!(
        brings(&shown, Finding::Impostor),
        (Outcome::Right, vec!["n_lost_card"])
    );
    assert_eq!(brings(&shown, Finding::Forged), fine);
    // That a document is genuine has to be looked at too.
    let (case, document) = of("the_night_bus", "seat_31");
    let fresh = bench(&case, &document);
    assert_eq!(outcome(&found(&fresh, Finding::Genuine)), Outcome::Open);
    let looked = self::looked(&fresh);
    assert_eq!(outcome(&found(&looked, Finding::Genuine)), Outcome::Right);
    assert_eq!(outcome(&found(&looked, Finding::Refer)), Outcome::Open);
    assert_eq!(outcome(&found(&looked, Finding::Forged)), Outcome::Open);
}

/// Everything was looked at that the document asks for.
fn looked(bench: &Bench) -> Bench {
    let mut bench = bench.clone();
    while let Some(act) = policy::looks(&bench.view()) {
        bench.act(act).expect("a look");
    }
    bench
}

#[test]
fn what_the_story_says_lies_on_the_bench() {
    let told = |case, key| {
        let (case, document) = of(case, key);
        example(&case, &document)
    };
    let mira = told("the_night_bus", "mira_passport");
    assert_eq!(mira.fraud.map(Fraud::finding), Some(Finding::Impostor));
    assert_eq!(mira.matter.document.page.surname, "TALEN");
    assert_eq!(mira.matter.traveller.face.age, 16);
    let niece = told("first_watch", "niece_papers");
    assert!(
        niece
            .matter
            .registers
            .lost
            .contains(&niece.matter.document.page.number)
    );
    let card = &niece.matter.document;
    assert_eq!(
        (card.kind, card.page.issuer.as_str(), card.zone.len()),
        (Kind::IdentityCard, "XDN", 3)
    );
    let tevan = told("the_night_bus", "tevan_passport");
    assert_eq!(
        (tevan.fraud, tevan.oddity),
        (Some(Fraud::FalseStamp), Some(Oddity::WornBook))
    );
    let seat = told("the_night_bus", "seat_31");
    assert_eq!((seat.fraud, seat.oddity), (None, Some(Oddity::LongName)));
    assert!(seat.matter.read().expect("a zone").cut);
}

/// The base case with these documents.
pub fn with(text: &str) -> CaseSource {
    let mut source = base();
    source
        .files
        .insert(FILE.to_owned(), text.as_bytes().to_vec());
    source
}

/// Every kind of fraud and of oddity can be described.
#[test]
fn every_fraud_and_every_oddity_can_be_written() {
    let clerk = "lesson: \"Nothing was done to it.\"";
    let frauds = [
        "AlteredBirth(effort: Page, years: 4)",
        "AlteredBirth(effort: Zone, years: 4)",
        "AlteredBirth(effort: Digit, years: 4)",
        "AlteredBirth(effort: All, years: 4)",
        "PhotoSubstituted",
        "PageSubstituted",
        "Counterfeit(imitated: [Relief], missing: [Fibres])",
        "StolenBlank",
        "Impostor([Nose])",
        "Fantasy(\"XWC\")",
        "FraudulentlyObtained",
        "FalseStamp(on: (2026, 11, 19))",
        "MissingStamp(on: (2026, 3, 20))",
        "VisaOfAnother",
        "VisaUnlike(Name)",
        "VisaUnlike(Nationality)",
        "VisaUnlike(Validity)",
        "Altered(field: Number, effort: Digit)",
        "Altered(field: Expiry, effort: Zone)",
        "Altered(field: Surname, effort: Zone)",
        "Altered(field: Sex, effort: Page)",
        "Altered(field: Nationality, effort: Zone)",
    ];
    for fraud in frauds {
        let text = BRIDGE.replacen(clerk, &format!("fraud: {fraud}, {clerk}"), 1);
        let case = load(&with(&text))
            .scenario
            .unwrap_or_else(|| panic!("{fraud}"));
        let mut bench = bench(&case, &case.documents[0]);
        assert_eq!(outcome(&sound(&mut bench)), Outcome::Right, "{fraud}");
    }
    let oddities = [
        ("OtherHair", "OtherHair"),
        ("OtherHair", "WornBook"),
        ("OtherHair", "OldCode, issued: (2022, 1, 5)"),
        ("OtherHair", "Aged"),
        ("given: \"Ivo\"", "given: \"Ivó\", oddity: Accents"),
        (
            "surname: \"Osk\", given: \"Ivo\"",
            "surname: \"Osk van der Moer\", given: \"Ivo Immanuel Bartholomaeus\", oddity: LongName",
        ),
        (
            "birth: (1985, 5, 17),\n        holder: Holder(hair",
            "birth: (1985, 0, 0), oddity: UnknownBirthday,\n        holder: Holder(hair",
        ),
    ];
    for (from, to) in oddities {
        let mut text = BRIDGE.to_owned();
        if from != "OtherHair" {
            text = text.replacen("        oddity: OtherHair,\n", "", 1);
        }
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let told = load(&with(&text.replacen(from, to, 1)));
        let case = told
            .scenario
            .unwrap_or_else(|| panic!("{to}: {:?}", told.diagnostics));
        let example = example(&case, &case.documents[2]);
        assert_eq!(example.matter.conflicts(), [], "{to}");
    }
}
