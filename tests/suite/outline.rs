//! What is where in a case, as editors ask: it agrees with what play uses, and survives any bytes.

use liaison::library;
use liaison::scenario::outline::{Outline, Thing, Wanted, What, expected, look};
use liaison::scenario::{CaseSource, Scenario, load};

use crate::support::case_folder;

fn cases() -> Vec<CaseSource> {
    let mut all: Vec<CaseSource> = library::shipped().iter().map(|s| s.source()).collect();
    for name in ["base", "workbench"] {
        all.push(library::find(&case_folder(name)).expect("a case"));
    }
    all
}

fn ids(outline: &Outline, thing: Thing) -> Vec<&str> {
    let mut all: Vec<&str> = outline.of(thing, "").map(|d| d.id.as_str()).collect();
    all.sort_unstable();
    all
}

#[test]
fn every_id_of_a_case_is_found_where_it_is_defined() {
    for source in cases() {
        let scenario: Scenario = load(&source).scenario.expect("sound");
        let outline = Outline::new(&source);
        let check = |thing, mut keys: Vec<&str>| {
            keys.sort_unstable();
            assert_eq!(ids(&outline, thing), keys, "{thing:?}");
        };
        check(
            Thing::Item,
            scenario.items.iter().map(|x| x.key.as_str()).collect(),
        );
        check(
            Thing::Task,
            scenario.tasks.iter().map(|x| x.key.as_str()).collect(),
        );
        check(
            Thing::Subject,
            scenario.subjects.iter().map(|x| x.key.as_str()).collect(),
        );
        check(
            Thing::Officer,
            scenario.officers.iter().map(|x| x.key.as_str()).collect(),
        );
        check(
            Thing::Person,
            scenario.people.iter().map(|x| x.key.as_str()).collect(),
        );
        let numbers = scenario.injects.iter().map(|x| x.number.to_string());
        let numbers: Vec<String> = numbers.collect();
        check(Thing::Inject, numbers.iter().map(String::as_str).collect());
        for definition in &outline.definitions {
            let text = source.text(&definition.file).expect("there");
            let there = &text[definition.span.clone()];
            assert_eq!(there.trim_matches('"'), definition.id);
        }
    }
}

/// A sound case names nothing that is not defined: so every id that is known as one leads somewhere, and the ids
/// that `check` would miss are known as ids.
#[test]
fn every_reference_of_a_sound_case_leads_to_its_definition() {
    let mut led = std::collections::BTreeMap::new();
    for source in cases() {
        let outline = Outline::new(&source);
        for file in source.files.keys().filter(|f| !f.starts_with("lang/")) {
            let text = source.text(file).expect("text");
            for (at, _) in text.match_indices('"') {
                let Some(look) = look(file, text, at + 1) else {
                    continue;
                };
                if let What::Id { thing, scope, id } = look.what {
                    let found = outline.define(thing, &scope, &id);
                    assert!(found.is_some(), "{file}: {thing:?} {id} in `{scope}`");
                    *led.entry(thing).or_insert(0) += 1;
                }
            }
        }
    }
    for thing in [
        Thing::Item,
        Thing::Task,
        Thing::Subject,
        Thing::Place,
        Thing::Person,
        Thing::Milestone,
        Thing::Question,
        Thing::Choice,
        Thing::Step,
        Thing::Reaction,
        Thing::Authority,
        Thing::Element,
        Thing::Operation,
        Thing::Document,
        Thing::Interview,
        Thing::Line,
        Thing::Objective,
        Thing::Survey,
        Thing::Flag,
        Thing::Topic,
        Thing::Asking,
        Thing::Statement,
        Thing::Evidence,
    ] {
        assert!(
            led.get(&thing).is_some_and(|n| *n > 0),
            "{thing:?} is never met"
        );
    }
}

/// Where `check` tells an unknown id, an editor is offered the ids of that kind.
#[test]
fn what_check_misses_is_what_is_expected_there() {
    for source in cases() {
        let outline = Outline::new(&source);
        let mut tried = std::collections::BTreeSet::new();
        for file in source.files.keys().filter(|f| !f.starts_with("lang/")) {
            let text = source.text(file).expect("text");
            for (at, _) in text.match_indices('"') {
                let Some(found) = look(file, text, at + 1) else {
                    continue;
                };
                let What::Id { thing, .. } = found.what else {
                    continue;
                };
                let defined = outline.definitions.iter();
                let place = (file.clone(), found.span.start);
                let is_definition = defined
                    .filter(|d| d.thing == thing)
                    .any(|d| (d.file.clone(), d.span.start) == place);
                if is_definition || thing == Thing::Flag || !tried.insert(thing) {
                    continue;
                }
                let mut broken = source.clone();
                let mut new = text.to_owned();
                new.replace_range(found.span.clone(), "\"no_such_thing\"");
                broken.files.insert(file.clone(), new.clone().into_bytes());
                let told = load(&broken).diagnostics;
                let told: Vec<String> = told.iter().map(|d| d.brief()).collect();
                let missed = told.iter().any(|t| t.contains("no_such_thing"));
                assert!(missed, "{file}: nobody misses {thing:?} in {told:#?}");
                let wanted = expected(file, &new, found.span.start + 3).map(|e| e.wanted);
                assert!(
                    matches!(wanted, Some(Wanted::Id { thing: t, .. }) if t == thing),
                    "{file}: {thing:?}"
                );
            }
        }
        assert!(tried.len() > 3);
    }
}

#[test]
fn no_bytes_are_too_strange() {
    let mut source = library::find(&case_folder("base")).expect("a case");
    let files: Vec<String> = source.files.keys().cloned().collect();
    for file in files {
        let text = source.text(&file).expect("text").to_owned();
        for cut in (0..text.len())
            .step_by(61)
            .filter(|n| text.is_char_boundary(*n))
        {
            let (head, tail) = text.split_at(cut);
            for new in [
                head.to_owned(),
                format!("{head}\"{tail}"),
                format!("{head}(ก{tail}"),
            ] {
                for at in [
                    cut.saturating_sub(3),
                    cut,
                    cut + 1,
                    cut + 4,
                    new.len(),
                    usize::MAX,
                ] {
                    let _ = look(&file, &new, at);
                    let _ = expected(&file, &new, at);
                }
                source.files.insert(file.clone(), new.into_bytes());
                let _ = Outline::new(&source);
            }
        }
        source.files.insert(file, text.into_bytes());
    }
}
