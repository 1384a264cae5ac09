//! What conflicts at the bench: what truly differs, wherever it stands, and nothing that can both be right.

use std::collections::{BTreeMap, HashSet};

use liaison::document::deed::{Deed, Says};
use liaison::document::fraud::{Effort, Finding, Fraud, Oddity, VisaPart};
use liaison::document::issuer::Feature;
use liaison::document::zone::{Checked, Sex};
use liaison::document::{Fact, Field, Made, Matter};
use liaison::engine::encounter::document::generate::{TODAY, drill, genuine};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

fn chance(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// A genuine book to which this can be done, and the same after it.
fn before_and_after(fraud: Fraud, seed: u64) -> (Matter, Matter) {
    let rng = &mut chance(seed);
    let before = loop {
        let matter = genuine(None, TODAY, rng);
        if fraud.fits(&matter) && matter.document.visa.is_some() {
            break matter;
        }
    };
    let mut after = before.clone();
    fraud.commit(&mut after, rng);
    (before, after)
}

#[test]
fn a_field_holds_against_the_same_facts_on_the_page_and_in_the_zone() {
    let mut held = HashSet::new();
    for level in 1..=3 {
        for seed in 0..1_500 {
            let matter = drill(level, seed).matter;
            for field in Field::ALL {
                let (page, zone) = (Fact::Page(field), Fact::Zone(field));
                let scraped = |fact| matter.document.scraped.contains(&fact);
                if matter.conflict(page, zone) || scraped(page) != scraped(zone) {
                    continue;
                }
                for other in matter.facts() {
                    let own = matches!(other, Fact::Page(_) | Fact::Zone(_) | Fact::Digit(_));
                    if own {
                        continue;
                    }
                    let on_page = matter.conflict(page, other);
                    assert_eq!(
                        on_page,
                        matter.conflict(zone, other),
                        "level {level}, seed {seed}: {field:?} against {other:?}"
                    );
                    if on_page {
                        held.insert((field, std::mem::discriminant(&other)));
                    }
                }
            }
        }
    }
    // Birth against what was said aside, which a forger's holder has learned.
    assert!(held.len() > 8, "{}", held.len());
}

#[test]
fn what_truly_differs_conflicts_on_page_and_zone_alike() {
    let both = |matter: &Matter, field, other: Fact| {
        for fact in [Fact::Page(field), Fact::Zone(field)] {
            assert!(matter.conflict(fact, other), "{fact:?} against {other:?}");
            assert!(matter.conflict(other, fact), "{other:?} against {fact:?}");
        }
    };
    let (before, _) = before_and_after(Fraud::VisaOfAnother, 1);
    assert_eq!(before.conflicts(), []);
    let with = |change: fn(&mut Matter)| {
        let mut matter = before.clone();
        change(&mut matter);
        matter
    };
    let said = with(|m| m.traveller.says_birth = m.traveller.says_birth.plus_years(2));
    both(&said, Field::Birth, Fact::SaidBirth);
    let other = with(|m| m.registers.other_name = true);
    both(&other, Field::Surname, Fact::OtherName);
    both(&other, Field::Given, Fact::OtherName);
    let lost = with(|m| m.registers.lost.push(m.document.page.number.clone()));
    both(&lost, Field::Number, Fact::Lost);
    let visa = |matter: &Matter| matter.document.visa.clone().expect("a visa");
    for (part, field, fact) in [
        (None, Field::Number, Fact::VisaNumber),
        (Some(VisaPart::Name), Field::Surname, Fact::VisaName),
        (
            Some(VisaPart::Nationality),
            Field::Nationality,
            Fact::VisaNationality,
        ),
        (Some(VisaPart::Validity), Field::Expiry, Fact::VisaUntil),
    ] {
        let fraud = part.map_or(Fraud::VisaOfAnother, Fraud::VisaUnlike);
        let (before, after) = before_and_after(fraud, 3);
        assert_ne!(visa(&before), visa(&after));
        both(&after, field, fact);
        assert!(
            after
                .conflicts()
                .iter()
                .all(|(a, b)| *a == fact || *b == fact)
        );
    }
    let mut fantasy = before.clone();
    Deed::Fantasy("XWC".to_owned()).commit(&mut fantasy);
    both(&fantasy, Field::Nationality, Fact::SpecimenState);
}

#[test]
fn what_was_written_over_lies_on_broken_lines() {
    for field in Field::ALL.into_iter().filter(|f| *f != Field::Code) {
        for effort in [Effort::Page, Effort::Zone] {
            let (_, after) = before_and_after(Fraud::Altered(field, effort), 11);
            let lines = [Feature::Guilloche].map(|f| [Fact::Protection(f), Fact::Specimen(f)]);
            for other in lines.into_iter().flatten() {
                assert!(after.conflict(Fact::Page(field), other), "{field:?}");
                let zone = after.conflict(Fact::Zone(field), other);
                assert_eq!(zone, effort > Effort::Page, "{field:?} {effort:?}");
            }
        }
    }
}

/// Doc 9303 Part 4, 4.2.2: the composite is over positions 1–10, 14–20 and 22–43 of the second line.
#[test]
fn no_digit_of_a_passport_sees_a_change_of_nationality_sex_or_name() {
    let mut met = BTreeMap::new();
    for seed in 0..300 {
        for field in Field::ALL.into_iter().filter(|f| *f != Field::Code) {
            let (before, after) = before_and_after(Fraud::Altered(field, Effort::Zone), seed);
            assert_ne!(before.document.page, after.document.page, "{field:?}");
            let wrong = after.read().expect("a zone").wrong;
            assert!(!after.conflict(Fact::Page(field), Fact::Zone(field)));
            let own = match field {
                Field::Number => Some(Checked::Number),
                Field::Birth => Some(Checked::Birth),
                Field::Expiry => Some(Checked::Expiry),
                _ => None,
            };
            if own.is_none() {
                assert_eq!(wrong, [], "{field:?}, seed {seed}");
            }
            *met.entry((field, wrong.contains(&own.unwrap_or(Checked::Personal))))
                .or_insert(0) += 1;
            // And with every digit worked out anew nothing tells in any field.
            let (_, whole) = before_and_after(Fraud::Altered(field, Effort::All), seed);
            assert_eq!(whole.read().expect("a zone").wrong, [], "{field:?}");
            assert!(!whole.conflicts().is_empty(), "{field:?}: the paper tells");
        }
    }
    for field in [Field::Number, Field::Birth, Field::Expiry] {
        assert!(met[&(field, true)] > 250, "{field:?}: {met:?}");
    }
}

#[test]
fn a_forged_stamp_cannot_be_told_by_how_many_there_are_or_where() {
    // By the parity of their number, and whether the last is the odd one out.
    let mut odd = [[0_u32; 2]; 2];
    let mut last = [0_u32; 2];
    for seed in 0..6_000 {
        for level in [1, 2] {
            let example = drill(level, seed);
            let stamps = &example.matter.document.stamps;
            assert!(stamps.is_sorted_by_key(|s| s.day), "seed {seed}");
            let forged = example.fraud == Some(Fraud::FalseStamp);
            if forged || example.fraud.is_none() {
                odd[usize::from(forged)][stamps.len() % 2] += 1;
            }
            if forged && stamps.len() > 1 {
                let crossings = &example.matter.registers.crossings;
                let at = stamps.iter().position(|s| !crossings.contains(s));
                last[usize::from(at == Some(stamps.len() - 1))] += 1;
            }
        }
    }
    for [even, odd] in odd {
        let share = f64::from(odd) / f64::from(even + odd);
        assert!((0.25..0.75).contains(&share), "{even} {odd}");
    }
    assert!(last[0] > 40 && last[1] > 40, "{last:?}");
}

#[test]
fn a_missing_stamp_is_on_record_and_nowhere_in_the_book() {
    for seed in 0..200 {
        let (before, after) = before_and_after(Fraud::MissingStamp, seed);
        assert_eq!(before.registers, after.registers);
        let [(a, b)] = after.conflicts()[..] else {
            panic!("{:?}", after.conflicts());
        };
        assert!(matches!((a, b), (Fact::Crossing(_), Fact::NoStamp)));
        assert_eq!(Fraud::MissingStamp.finding(), Finding::Forged);
    }
}

#[test]
fn a_stolen_blank_has_the_states_paper_and_background() {
    for seed in 0..100 {
        let (_, after) = before_and_after(Fraud::StolenBlank, seed);
        for (feature, made) in &after.document.features {
            let own = if *feature == Feature::Hologram {
                Made::Imitated
            } else {
                Made::Genuine
            };
            assert_eq!(*made, own, "{feature:?}");
        }
    }
}

#[test]
fn names_are_their_holders() {
    let (women, men) = (["ZOË", "CRISTOBALINA"], ["NOËL", "MAXIMILIANO"]);
    for seed in 0..400 {
        for oddity in [Oddity::Accents, Oddity::LongName] {
            let page = genuine(Some(oddity), TODAY, &mut chance(seed))
                .document
                .page;
            let has = |names: [&str; 2]| names.iter().any(|n| page.given.contains(n));
            assert_eq!(has(women), page.sex == Sex::Female, "{}", page.given);
            assert_eq!(has(men), page.sex == Sex::Male, "{}", page.given);
        }
    }
}

#[test]
fn a_seed_has_other_people_at_every_level() {
    for seed in 0..200 {
        let faces = [1, 2, 3].map(|level| drill(level, seed).matter.document.page);
        assert!(faces[0] != faces[1] && faces[1] != faces[2] && faces[0] != faces[2]);
        assert_eq!(drill(2, seed), drill(2, seed));
    }
}

#[test]
fn a_deed_that_makes_no_sense_for_its_field_changes_nothing() {
    let (before, _) = before_and_after(Fraud::VisaOfAnother, 5);
    for field in Field::ALL {
        let mut after = before.clone();
        let to = match field {
            Field::Birth | Field::Expiry | Field::Sex => Says::Text("X".to_owned()),
            _ => Says::Sex(Sex::Male),
        };
        let effort = Effort::All;
        Deed::Altered { field, effort, to }.commit(&mut after);
        assert_eq!(before, after, "{field:?}");
    }
}
