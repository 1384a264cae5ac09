//! Several exercises beside each other: groups, means with intervals, and nobody named where names are left out.

use liaison::report::trends::{Group, Of, Outing, Trends, trends};
use liaison::scenario::Text;
use liaison::scenario::words::{Metric, Outcome};

fn outing(file: &str, case: &str, day: u64, people: &[&str], score: u8) -> Outing {
    Outing {
        exercise: format!("{file} {case} {day}"),
        file: file.to_owned(),
        case: case.to_owned(),
        title: Text::new("en", case),
        day,
        people: people.iter().map(|p| (*p).to_owned()).collect(),
        outcome: if score > 60 {
            Outcome::Full
        } else {
            Outcome::Failed
        },
        score,
        objectives: vec![(Text::new("en", "Share"), f64::from(score))],
        figures: vec![(Metric::Coverage, f64::from(score))],
        rated: [1, 0, 0, 2],
    }
}

/// Four exercises of a pair on two days, and one of another pair in another case.
fn some() -> Vec<Outing> {
    vec![
        outing("d", "watch", 11, &["Anan", "Mei"], 80),
        outing("a", "watch", 10, &["Mei", "Anan"], 40),
        outing("b", "watch", 10, &["Anan", "Mei"], 50),
        outing("c", "watch", 11, &["Anan", "Mei"], 70),
        outing("e", "bus", 12, &["Farid", "Malee"], 60),
    ]
}

#[test]
fn a_copy_of_an_exercise_counts_once() {
    let mut given = some();
    let copy = Outing {
        file: "copy of b".to_owned(),
        ..given[2].clone()
    };
    given.push(copy);
    let found = trends(given, true);
    assert_eq!(found.outings.len(), 5);
    assert_eq!(found, trends(some(), true));
}

fn group(found: &Trends, is: impl Fn(&Of) -> bool) -> &Group {
    let mut groups = found.groups.iter().filter(|g| is(&g.of));
    let group = groups.next().expect("a group");
    assert!(groups.next().is_none(), "one group");
    group
}

#[test]
fn exercises_are_grouped_by_case_and_by_who_played_more_than_once() {
    let found = trends(some(), true);
    let files: Vec<&str> = found.outings.iter().map(|o| &*o.file).collect();
    assert_eq!(files, ["a", "b", "c", "d", "e"], "oldest first");
    // All, two cases, and the pair that played more than once, whoever is named first.
    assert_eq!(found.groups.len(), 4);
    let all = group(&found, |of| *of == Of::All);
    assert_eq!((all.outings.len(), all.score.value), (5, 60.0));
    assert!(
        all.objectives.is_empty(),
        "objectives of two cases are not one"
    );
    let watch = group(
        &found,
        |of| matches!(of, Of::Case(t) if t.get("en") == "watch"),
    );
    // 40, 50, 70, 80: mean 60, standard deviation 18.26, t(3) = 3.182: 60 ± 29.05.
    assert_eq!(watch.score.value, 60.0);
    assert!((watch.score.low - 30.95).abs() < 0.01, "{:?}", watch.score);
    assert!((watch.score.high - 89.05).abs() < 0.01, "{:?}", watch.score);
    // The later half, 70 and 80, against the earlier, 40 and 50: 30 ± t(2) √(25 + 25) = 30 ± 30.42.
    let change = watch.change.expect("four exercises");
    assert_eq!(change.value, 30.0);
    assert!((change.high - 60.42).abs() < 0.01, "{change:?}");
    // Two of four were solved: Wilson 15 to 85 %.
    let full = watch.outcomes[0];
    assert_eq!(full.value, 0.5);
    assert!((full.low - 0.150).abs() < 0.001 && (full.high - 0.850).abs() < 0.001);
    let days: Vec<(u64, u32, f64)> = watch
        .days
        .iter()
        .map(|(d, n, s)| (*d, *n, s.value))
        .collect();
    assert_eq!(days, [(10, 2, 45.0), (11, 2, 75.0)]);
    assert_eq!(watch.rated, [4, 0, 0, 8]);
    let pair = group(&found, |of| matches!(of, Of::People(_)));
    assert_eq!(pair.of, Of::People(vec!["Anan".into(), "Mei".into()]));
    let bus = group(
        &found,
        |of| matches!(of, Of::Case(t) if t.get("en") == "bus"),
    );
    assert!(
        bus.score.low.is_infinite(),
        "played once, nothing is known of its spread"
    );
    assert_eq!(bus.change, None);
}

#[test]
fn nobody_is_named_where_names_are_left_out_and_everybody_stays_themselves() {
    let found = trends(some(), false);
    let told = format!("{found:?}");
    for name in ["Anan", "Mei", "Farid", "Malee"] {
        assert!(!told.contains(name), "{name} is named");
    }
    assert!(found.outings.iter().all(|o| o.file.is_empty()));
    let pair = group(&found, |of| matches!(of, Of::People(_)));
    assert_eq!(
        pair.outings.len(),
        4,
        "the same two people are still the same"
    );
    assert_eq!(trends(Vec::new(), true).groups, Vec::new());
}
