//! Draws the travellers of a line.
//!
//! Journey, company, behaviour and the oddities of the passport are drawn before the kind is: nothing that
//! can be seen at once depends on it.

use rand::{Rng, RngExt};

use super::saying::Saying;
use super::traveller::{Record, Told, Traveller, Trouble, Truth};
use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::{Fraud, Oddity};
use crate::engine::encounter::document::generate::genuine_of;
use crate::engine::encounter::document::issuer::{ISSUERS, Kind as OfDocument, issuer};
use crate::engine::encounter::document::zone::Day;
use crate::engine::encounter::document::{Matter, Stamp};
use crate::scenario::Text;
use crate::scenario::primary_line::{Baseline, Kind, Leak, Profile, Slip, Source, Topic};

/// What an honest passport can have that looks odd at a glance, and is valid on the day.
const ODDITIES: [Oddity; 5] = [
    Oddity::WornBook,
    Oddity::LongName,
    Oddity::UnknownBirthday,
    Oddity::Accents,
    Oddity::OtherHair,
];

/// Everybody who comes to this counter.
pub fn travellers(profile: &Profile, rng: &mut impl Rng) -> Vec<Traveller> {
    let each = (0..profile.travellers).map(|_| traveller(profile, rng));
    let mut all: Vec<Traveller> = each.collect();
    // Of whom the case has something to learn, one comes by.
    for (n, kind) in profile.kinds.iter().enumerate() {
        let is = |t: &Traveller| matches!(t.truth, Truth::Kind(k, _) if k == n);
        if kind.item.is_none() || all.iter().any(is) {
            continue;
        }
        let honest: Vec<usize> = (0..all.len())
            .filter(|at| all[*at].truth == Truth::Honest)
            .collect();
        if let Some(at) = pick(&honest, rng) {
            all[at] = drawn(profile, Some((n, kind)), rng);
        }
    }
    all
}

/// One traveller.
pub fn traveller(profile: &Profile, rng: &mut impl Rng) -> Traveller {
    drawn(profile, None, rng)
}

/// One traveller, of this kind or of any.
fn drawn(profile: &Profile, of: Option<(usize, &Kind)>, rng: &mut impl Rng) -> Traveller {
    let state = weighted(profile.nationalities.iter().map(|n| n.weight), rng);
    let party = if hundred(profile.company_per_100, rng) {
        rng.random_range(2..5)
    } else {
        1
    };
    let behaviours = behaviours(profile, party > 1, rng);
    let oddity = (rng.random_ratio(1, 3)).then(|| ODDITIES[rng.random_range(0..ODDITIES.len())]);
    let (year, month, day) = profile.today;
    let today = Day::new(i32::from(year), month, day);
    let state = profile.nationalities.get(state).map(|n| n.state.as_str());
    let state = state.and_then(issuer).copied().unwrap_or(ISSUERS[0]);
    let mut matter = genuine_of(OfDocument::Passport, state, oddity, today, rng);
    let kind = of.or_else(|| kind(profile, rng));
    let journey = journey(profile, kind.map(|(_, k)| k), rng);
    let mut leaks = Vec::new();
    if let Some((_, kind)) = kind {
        leaks = leaky(profile, kind, party > 1, rng);
        if kind.differs > 0 {
            Fraud::Impostor(kind.differs).commit(&mut matter, rng);
        }
    }
    let slip = if kind.is_none() && hundred(profile.slips_per_100, rng) {
        slip(profile, journey, party > 1, rng)
    } else {
        None
    };
    if leaks.iter().any(|l| l.by == Source::Crossings) && last_entry(&matter).is_none() {
        seen_before(&mut matter, rng);
    }
    let world = World {
        profile,
        journey,
        party,
        leaks,
        slip,
    };
    let told = (0..profile.questions.len())
        .map(|question| world.told(question, &matter))
        .collect();
    Traveller {
        truth: kind.map_or(Truth::Honest, |(n, kind)| Truth::Kind(n, kind.of)),
        journey,
        party,
        behaviours,
        matter,
        told,
    }
}

fn hundred(per_100: u8, rng: &mut impl Rng) -> bool {
    rng.random_range(0..100) < u32::from(per_100)
}

/// A position, by weight; the first if nothing weighs anything.
fn weighted(weights: impl Iterator<Item = u16> + Clone, rng: &mut impl Rng) -> usize {
    let all: u32 = weights.clone().map(u32::from).sum();
    if all == 0 {
        return 0;
    }
    let mut at = rng.random_range(0..all);
    for (n, weight) in weights.enumerate() {
        let weight = u32::from(weight);
        if at < weight {
            return n;
        }
        at -= weight;
    }
    0
}

/// Two things to be seen: one that is usual here, and one that may be odd.
fn behaviours(profile: &Profile, company: bool, rng: &mut impl Rng) -> Vec<usize> {
    let odd = hundred(profile.odd_per_100, rng);
    let fits = |odd: bool, taken: Option<usize>| {
        let all = profile.behaviours.iter().enumerate();
        all.filter(|(n, b)| {
            Some(*n) != taken && (b.is != Baseline::Within) == odd && (company || !b.company)
        })
        .map(|(n, _)| n)
        .collect::<Vec<_>>()
    };
    let first = pick(&fits(false, None), rng);
    let second = pick(&fits(odd, first), rng);
    // The odd one is not always what meets the eye first.
    let mut both: Vec<usize> = first.into_iter().chain(second).collect();
    if rng.random_ratio(1, 2) {
        both.reverse();
    }
    both
}

fn pick<T: Copy>(of: &[T], rng: &mut impl Rng) -> Option<T> {
    (!of.is_empty()).then(|| of[rng.random_range(0..of.len())])
}

fn kind<'p>(profile: &'p Profile, rng: &mut impl Rng) -> Option<(usize, &'p Kind)> {
    let mut at = rng.random_range(0..100u16);
    for (n, kind) in profile.kinds.iter().enumerate() {
        if at < u16::from(kind.per_100) {
            return Some((n, kind));
        }
        at -= u16::from(kind.per_100);
    }
    None
}

/// The journey, or the one that is claimed.
fn journey(profile: &Profile, kind: Option<&Kind>, rng: &mut impl Rng) -> usize {
    let weights = profile.journeys.iter().enumerate().map(|(n, journey)| {
        let claimed = kind.is_none_or(|k| k.journeys.contains(&n));
        if claimed { journey.weight } else { 0 }
    });
    weighted(weights, rng)
}

/// Which contradictions this one leaves open: as many as the profile says, one of them always to be met alone.
fn leaky<'p>(
    profile: &'p Profile,
    kind: &'p Kind,
    company: bool,
    rng: &mut impl Rng,
) -> Vec<&'p Leak> {
    let there = |l: &&Leak| company || l.by != Source::Companion;
    let mut open: Vec<&Leak> = kind.leaks.iter().filter(there).collect();
    let mut taken = Vec::new();
    while taken.len() < usize::from(profile.tells) && !open.is_empty() {
        taken.push(open.swap_remove(rng.random_range(0..open.len())));
    }
    taken
}

fn slip<'p>(
    profile: &'p Profile,
    journey: usize,
    company: bool,
    rng: &mut impl Rng,
) -> Option<&'p Slip> {
    let fits = |s: &&Slip| s.journeys.contains(&journey) && (company || s.by != Source::Companion);
    pick(&profile.slips.iter().filter(fits).collect::<Vec<_>>(), rng)
}

fn last_entry(matter: &Matter) -> Option<Day> {
    let entries = matter.registers.crossings.iter().filter(|c| c.entry);
    entries.map(|c| c.day).max()
}

/// An earlier journey, in the book and on record.
fn seen_before(matter: &mut Matter, rng: &mut impl Rng) {
    let today = matter.today;
    // Two to five months ago; a book made out since would have no stamp, and the record has it all the same.
    let back = rng.random_range(2..6u8);
    let month = today.month.unwrap_or(6);
    let (year, month) = if month > back {
        (today.year, month - back)
    } else {
        (today.year - 1, month + 12 - back)
    };
    let stays = [
        (rng.random_range(1..12), true),
        (rng.random_range(14..28), false),
    ];
    for (day, entry) in stays {
        let stamp = Stamp {
            day: Day::new(year, month, day),
            entry,
        };
        matter.registers.crossings.push(stamp);
        if stamp.day > matter.document.issued {
            matter.document.stamps.push(stamp);
        }
    }
}

/// What one traveller has in store.
struct World<'p> {
    profile: &'p Profile,
    journey: usize,
    party: u8,
    leaks: Vec<&'p Leak>,
    slip: Option<&'p Slip>,
}

impl World<'_> {
    fn leak(&self, question: usize, by: Source) -> Option<&Leak> {
        let mut all = self.leaks.iter();
        all.find(|l| l.question == question && l.by == by).copied()
    }

    fn told(&self, question: usize, matter: &Matter) -> Told {
        match &self.profile.questions[question].topic {
            Topic::Journey(against) => self.of_journey(question, against),
            Topic::Issued { say } => self.of_book(question, say, matter),
            Topic::Crossings { say, never } => self.of_entries(question, (say, never), matter),
        }
    }

    fn of_journey(&self, question: usize, against: &[Source]) -> Told {
        let journey = &self.profile.journeys[self.journey];
        let answer = journey.answers.get(question).and_then(Option::as_ref);
        let shown = |n: usize| answer.and_then(|a| a.shows.get(n)).cloned();
        let records = against.iter().enumerate();
        let records = records.filter(|(_, by)| self.party > 1 || **by != Source::Companion);
        Told {
            says: Saying::Text(answer.map(|a| a.say.clone()).unwrap_or_default()),
            records: records
                .map(|(n, by)| self.record(question, *by, shown(n).unwrap_or_default()))
                .collect(),
        }
    }

    fn record(&self, question: usize, by: Source, as_said: Text) -> Record {
        let slip = self.slip.filter(|s| s.question == question && s.by == by);
        if let Some(leak) = self.leak(question, by) {
            return Record {
                by,
                shows: Saying::Text(leak.shows.clone()),
                trouble: Some(trouble(leak)),
            };
        }
        match slip {
            Some(slip) => Record {
                by,
                shows: Saying::Text(slip.shows.clone()),
                trouble: Some(Trouble {
                    put: slip.put.clone(),
                    borne: Some(slip.borne.clone()),
                    lesson: Text::default(),
                }),
            },
            None => Record {
                by,
                shows: Saying::Text(as_said),
                trouble: None,
            },
        }
    }

    fn of_book(&self, question: usize, say: &Text, matter: &Matter) -> Told {
        let place = &matter.document.place;
        let leak = self.leak(question, Source::Document);
        let other = matter.specimen().and_then(|s| {
            let mut others = s.places.iter().filter(|p| *p != place);
            others.next()
        });
        let said = match (leak, other) {
            (Some(_), Some(other)) => other,
            _ => place.as_str(),
        };
        Told {
            says: Saying::Place(say.clone(), said.to_owned()),
            records: vec![Record {
                by: Source::Document,
                shows: Saying::MadeOut(place.clone()),
                trouble: leak.map(trouble),
            }],
        }
    }

    fn of_entries(&self, question: usize, (say, never): (&Text, &Text), matter: &Matter) -> Told {
        let leak = self.leak(question, Source::Crossings);
        let last = last_entry(matter);
        let says = match last {
            Some(day) if leak.is_none() => Saying::Month(say.clone(), day),
            _ => Saying::Text(never.clone()),
        };
        Told {
            says,
            records: vec![Record {
                by: Source::Crossings,
                shows: last.map_or(Saying::NoEntry, Saying::LastEntry),
                trouble: leak.map(trouble),
            }],
        }
    }
}

fn trouble(leak: &Leak) -> Trouble {
    Trouble {
        put: leak.put.clone(),
        borne: None,
        lesson: leak.lesson.clone(),
    }
}

/// Traits that show at a glance if so many of them differ.
pub(super) const PLAIN: usize = 3;

/// Traits in which the holder and the photograph differ.
pub(super) fn apart(matter: &Matter) -> Vec<Trait> {
    matter.document.photo.apart(&matter.traveller.face)
}
