//! Documents and faces as drawings: every fact has its place, every protection shows under its light, and what
//! lasts in a face lasts.

use liaison::drawing::document::design::{Area, FILES, MM, Slot, design, parse};
use liaison::drawing::document::{
    Drawn, PAGE, Rect, Sheet, draw, sheets, specimen, specimen_document,
};
use liaison::drawing::identity::geometry::Geometry;
use liaison::drawing::identity::{self, Pose};
use liaison::engine::encounter::document::face::{Build, Face, Trait};
use liaison::engine::encounter::document::fraud::{Effort, Fraud, Oddity};
use liaison::engine::encounter::document::generate::{example_of, genuine, genuine_of};
use liaison::engine::encounter::document::issuer::{Feature, ISSUERS, Kind, Light};
use liaison::engine::encounter::document::zone::{Day, Format, read};
use liaison::engine::encounter::document::{Document, Fact, Field, Made, Matter, VisaSize};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

const TODAY: Day = Day {
    year: 2026,
    month: Some(11),
    day: Some(20),
};

fn chance(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

/// What is on the document itself, and not on a person, in a register or in a book.
fn on_paper(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::Page(_)
            | Fact::Issued
            | Fact::Place
            | Fact::Zone(_)
            | Fact::Digit(_)
            | Fact::Photo(_)
            | Fact::Protection(_)
            | Fact::Punched
            | Fact::Stamp(_)
            | Fact::VisaNumber
            | Fact::VisaName
            | Fact::VisaNationality
            | Fact::VisaUntil
            | Fact::NoStamp
    )
}

fn all_sheets(document: &Document, light: Light) -> Vec<Drawn> {
    let all = sheets(document).into_iter();
    all.map(|sheet| draw(document, sheet, light)).collect()
}

/// Tags nest, attributes are quoted, numbers are numbers.
#[track_caller]
fn well_formed(svg: &str) {
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "stray > in {rest:.80}");
        let end = rest[start..].find('>').expect("a tag that ends") + start;
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in <{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closing </{name}>");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(""));
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// Every name that is used is there, once.
#[track_caller]
fn names_are_there(svg: &str) {
    let names: Vec<&str> = svg
        .split(" id=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
        .collect();
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "a name is given twice");
    for used in svg
        .split("url(#")
        .skip(1)
        .filter_map(|s| s.split(')').next())
    {
        assert!(once.binary_search(&used).is_ok(), "{used} is not there");
    }
}

#[track_caller]
fn every_fact_has_a_place(matter: &Matter) {
    let drawn = all_sheets(&matter.document, Light::Magnified);
    for fact in matter.facts().into_iter().filter(|f| on_paper(*f)) {
        let (sheet, place) = drawn
            .iter()
            .find_map(|d| Some((d, d.place(fact)?)))
            .unwrap_or_else(|| panic!("{fact:?} is nowhere"));
        assert!(
            place.left >= 0.0
                && place.top >= 0.0
                && place.right() <= sheet.size.0
                && place.bottom() <= sheet.size.1
                && place.width > 4.0
                && place.height > 4.0,
            "{fact:?} at {place:?}"
        );
        let (x, y) = place.middle();
        let hit = sheet.at(x, y);
        // A mark may lie upon another trait, which then is pointed at beside it.
        if !matches!(hit, Some(Fact::Photo(Trait::Mark))) {
            assert_eq!(hit, Some(fact), "{}", matter.document.page.issuer);
        }
    }
}

#[test]
fn every_fact_of_a_document_has_a_place_where_a_finger_meets_it() {
    for kind in Kind::ALL {
        for seed in 0..90 {
            let level = 1 + seed as u8 % 3;
            every_fact_has_a_place(&example_of(kind, level, TODAY, &mut chance(seed)).matter);
        }
    }
}

#[test]
fn no_two_writings_lie_over_each_other() {
    let written = |f: Fact| {
        matches!(
            f,
            Fact::Page(_) | Fact::Issued | Fact::Place | Fact::Zone(_) | Fact::Digit(_)
        )
    };
    let apart = |drawn: &Drawn| {
        let all: Vec<&(Fact, Rect)> = drawn.places.iter().filter(|p| written(p.0)).collect();
        for (n, (fact, place)) in all.iter().enumerate() {
            for (other, over) in &all[n + 1..] {
                assert!(!place.meets(over), "{fact:?} meets {other:?}");
            }
            for (other, over) in drawn
                .places
                .iter()
                .filter(|p| matches!(p.0, Fact::Protection(_)))
            {
                assert!(!place.meets(over), "{fact:?} meets {other:?}");
            }
        }
    };
    for seed in 0..24 {
        for oddity in [Some(Oddity::LongName), Some(Oddity::Accents), None] {
            let state = ISSUERS[seed as usize % 4];
            for kind in Kind::ALL {
                let matter = genuine_of(kind, state, oddity, TODAY, &mut chance(seed));
                for drawn in all_sheets(&matter.document, Light::Magnified) {
                    apart(&drawn);
                }
            }
        }
    }
}

#[test]
fn the_same_document_is_the_same_drawing_and_is_well_formed() {
    for seed in 0..9 {
        let kind = Kind::ALL[seed as usize % 2];
        let matter = example_of(kind, 1 + seed as u8 % 3, TODAY, &mut chance(seed)).matter;
        for light in Light::ALL {
            for sheet in sheets(&matter.document) {
                let drawn = draw(&matter.document, sheet, light);
                assert_eq!(drawn, draw(&matter.document, sheet, light));
                assert_eq!(drawn.size, (PAGE.width, PAGE.height));
                well_formed(&drawn.svg);
                names_are_there(&drawn.svg);
            }
        }
    }
}

fn with(mut document: Document, feature: Feature, made: Made) -> Document {
    for own in document.features.iter_mut().filter(|f| f.0 == feature) {
        own.1 = made;
    }
    document
}

#[test]
fn every_protection_shows_under_its_light_how_it_was_made() {
    let all = ISSUERS.iter();
    for (state, kind) in all.flat_map(|state| Kind::ALL.map(|kind| (state, kind))) {
        let good = specimen_document(state, kind);
        for feature in state.make(kind).features {
            let light = feature.light();
            let seen = |made| {
                let all = all_sheets(&with(good.clone(), *feature, made), light);
                all.into_iter().map(|d| d.svg).collect::<Vec<_>>()
            };
            let kinds = [Made::Genuine, Made::Imitated, Made::Missing, Made::Worn];
            let drawn = kinds.map(seen);
            for (n, one) in drawn.iter().enumerate() {
                for (m, other) in drawn.iter().enumerate().skip(n + 1) {
                    let (a, b) = (kinds[n], kinds[m]);
                    assert_ne!(
                        one, other,
                        "{} {kind:?} {feature:?}: {a:?}, {b:?}",
                        state.code
                    );
                }
            }
        }
    }
}

#[test]
fn what_was_done_to_a_document_shows_and_wear_is_something_else() {
    let mut met = std::collections::BTreeSet::new();
    let all = (1..=3).flat_map(|level| Kind::ALL.map(|kind| (level, kind)));
    for (level, kind) in all {
        for seed in 0..50 {
            let example = example_of(kind, level, TODAY, &mut chance(seed));
            let document = &example.matter.document;
            for (feature, made) in &document.features {
                if matches!(made, Made::Genuine | Made::Worn) {
                    continue;
                }
                met.insert((kind, *feature, *made));
                let light = feature.light();
                let as_it_is = all_sheets(document, light);
                let mut whole = with(document.clone(), *feature, Made::Genuine);
                whole.scraped.clear();
                assert_ne!(as_it_is, all_sheets(&whole, light), "{feature:?} {made:?}");
                let worn = with(whole, *feature, Made::Worn);
                assert_ne!(as_it_is, all_sheets(&worn, light), "{feature:?} {made:?}");
            }
        }
    }
    for kind in Kind::ALL {
        assert!(met.contains(&(kind, Feature::Hologram, Made::Disturbed)));
        assert!(met.contains(&(kind, Feature::Guilloche, Made::Disturbed)));
    }
}

/// The characters of a machine-readable zone as they are drawn, line by line.
fn zone_of(svg: &str) -> Vec<String> {
    let texts = svg.split("<text ").skip(1).filter_map(|element| {
        let text = element.split_once('>')?.1.split("</text>").next()?;
        Some(text.replace("&lt;", "<"))
    });
    texts.filter(|text| text.contains("<<")).collect()
}

#[test]
fn a_visa_of_either_size_has_its_zone_and_the_large_one_covers_the_punched_number() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..200 {
        let matter = genuine(None, TODAY, &mut chance(seed));
        let Some(visa) = &matter.document.visa else {
            continue;
        };
        seen.insert(visa.size);
        let drawn = draw(&matter.document, Sheet::Visa, Light::Magnified);
        let lines = zone_of(&drawn.svg);
        let format = match visa.size {
            VisaSize::Small => Format::MrvB,
            VisaSize::FullPage => Format::MrvA,
        };
        assert_eq!(visa.size.format(), format);
        let read = read(format, &lines, TODAY.year).expect("a zone of its format");
        assert_eq!(read.wrong, []);
        let own = (&visa.passport, &visa.nationality, visa.until.zone());
        assert_eq!((&read.number, &read.nationality, read.expiry), own);
        // A part of a page leaves the number that is punched through it to be seen.
        let covered = visa.size == VisaSize::FullPage || matter.document.punched.is_none();
        assert_eq!(drawn.place(Fact::Punched).is_none(), covered);
        for fact in [Fact::VisaNumber, Fact::VisaName, Fact::VisaUntil] {
            let place = drawn.place(fact).expect("on the visa");
            assert!(place.bottom() < 660.0, "{fact:?} over the zone: {place:?}");
        }
    }
    assert_eq!(seen.len(), VisaSize::ALL.len());
}

#[test]
fn a_scraped_word_shows_where_it_stands_and_under_every_light() {
    for kind in Kind::ALL {
        let mut rng = chance(7);
        let mut matter = genuine_of(kind, ISSUERS[0], None, TODAY, &mut rng);
        Fraud::Altered(Field::Birth, Effort::All).commit(&mut matter, &mut rng);
        let document = matter.document;
        assert_eq!(
            document.scraped,
            [Fact::Page(Field::Birth), Fact::Zone(Field::Birth)]
        );
        // Of a passport both stand on one page, of a card on its two sides.
        let scraped_on = sheets(&document).into_iter().take(match kind {
            Kind::Passport => 1,
            Kind::IdentityCard => 2,
        });
        for sheet in scraped_on {
            for light in Light::ALL {
                let mut clean = document.clone();
                clean.scraped.clear();
                let (one, other) = (draw(&document, sheet, light), draw(&clean, sheet, light));
                assert_ne!(one.svg, other.svg, "{kind:?} {sheet:?} {light:?}");
                // The drawing says where, the places do not.
                assert_eq!(one.places, other.places);
            }
        }
    }
}

#[test]
fn an_impostor_is_told_by_the_face_alone() {
    let mut rng = chance(3);
    let mut matter = genuine(None, TODAY, &mut rng);
    let before = matter.document.clone();
    Fraud::Impostor(1).commit(&mut matter, &mut rng);
    let (photo, person) = (matter.document.photo, matter.traveller.face);
    assert_eq!(photo.build, person.build);
    let mut after = matter.document.clone();
    after.photo = before.photo;
    assert_eq!(
        all_sheets(&before, Light::Magnified),
        all_sheets(&after, Light::Magnified)
    );
    assert_ne!(
        all_sheets(&before, Light::Magnified),
        all_sheets(&matter.document, Light::Magnified)
    );
}

#[test]
fn the_specimen_has_what_the_book_says_in_its_place() {
    for state in &ISSUERS {
        let data = specimen(state.code, Sheet::Data, Light::Magnified).expect("in the book");
        well_formed(&data.svg);
        assert!(data.svg.contains(">SPECIMEN</text>"));
        let leaf = specimen(state.code, Sheet::Stamps, Light::Transmitted).expect("in the book");
        for feature in state.book.features {
            let sheet = match feature {
                Feature::Perforation => &leaf,
                _ => &data,
            };
            assert!(
                sheet.place(Fact::Specimen(*feature)).is_some(),
                "{feature:?}"
            );
        }
        let sides = [Sheet::Front, Sheet::Back]
            .map(|side| specimen(state.code, side, Light::Magnified).expect("in the book"));
        for feature in state.card.features {
            let fact = Fact::Specimen(*feature);
            let on = sides.iter().filter(|s| s.place(fact).is_some()).count();
            assert_eq!(on, 1, "{} {feature:?}", state.code);
        }
        for fact in [
            Fact::SpecimenNumber,
            Fact::SpecimenCode,
            Fact::SpecimenYears,
            Fact::SpecimenState,
        ] {
            assert!(data.place(fact).is_some(), "{fact:?}");
            assert!(sides[0].place(fact).is_some(), "{fact:?}");
        }
    }
    assert_eq!(specimen("XOS", Sheet::Data, Light::Magnified), None);
}

fn person() -> Face {
    Face::new(31, 0, false, [0; 6])
}

#[test]
fn every_kind_of_every_trait_shows() {
    for soft in [false, true] {
        for hair in 0..4 {
            for of in Trait::ALL {
                let mut drawn: Vec<String> = (0..of.kinds())
                    .map(|kind| {
                        let mut lasting = [0; 6];
                        lasting[of as usize] = kind;
                        let build = Build {
                            soft,
                            beard: if soft { 0 } else { 3 },
                            ..Build::default()
                        };
                        let face = Face::new(31, hair, true, lasting).with(build);
                        identity::svg(&face, Pose::Photograph)
                    })
                    .collect();
                drawn.sort();
                drawn.dedup();
                assert_eq!(drawn.len(), usize::from(of.kinds()), "{of:?}");
            }
        }
    }
}

#[test]
fn years_hair_and_glasses_change_a_face_and_not_its_geometry() {
    let young = person();
    let old = young.later(34, 2, true);
    assert_eq!(Geometry::of(&young), Geometry::of(&old));
    assert_eq!(identity::places(&young), identity::places(&old));
    assert_ne!(
        Geometry::of(&young),
        Geometry::of(&young.double(&[Trait::Nose]))
    );
    let seen = |face: &Face| identity::svg(face, Pose::Counter);
    for other in [
        young.later(12, 0, false),
        young.later(0, 1, false),
        young.later(0, 0, true),
    ] {
        assert_ne!(seen(&young), seen(&other));
    }
    assert_ne!(seen(&young), identity::svg(&young, Pose::Photograph));
}

#[test]
fn every_face_is_well_formed() {
    for n in (0..=255_u8).step_by(5) {
        let bytes = [n, n / 2, 255 - n, n / 3, n / 5, n / 7];
        let face = Face::new(n, n, n % 2 == 0, bytes).with(Build::from_bytes(n % 3 == 0, bytes));
        for pose in [Pose::Photograph, Pose::Counter] {
            let svg = identity::svg(&face, pose);
            well_formed(&svg);
            names_are_there(&svg);
        }
    }
}

#[test]
fn descriptions_have_every_field_and_every_feature_on_the_page() {
    for (name, text) in FILES {
        let own = parse(name, text).expect(name);
        for slot in Slot::ALL {
            let times = own.layout.fields.iter().filter(|f| f.what == slot).count();
            assert_eq!(times, 1, "{name}: {slot:?}");
        }
        for feature in Feature::ALL {
            // The number is punched through the leaves behind.
            let here = feature != Feature::Perforation;
            assert_eq!(own.place(feature).is_some(), here, "{name}: {feature:?}");
        }
    }
    for state in &ISSUERS {
        assert_eq!(design(state.code).code, state.code);
    }
    assert_eq!(design("XOS").code, "");
    assert_eq!(Area(1.0, 2.0, 3.0, 4.0).rect().left, MM);
}

#[test]
fn a_broken_description_is_refused_with_its_line() {
    let (name, text) = FILES[0];
    let unknown = text.replace("    emblem: Sun,", "    emblem: Sun,\n    crest: Sun,");
    let error = parse(name, &unknown).expect_err("an unknown key");
    let said = error.to_string();
    assert!(
        said.starts_with("utopia.ron, ") && said.contains("crest"),
        "{said}"
    );
    let line = unknown
        .lines()
        .position(|l| l.contains("crest:"))
        .map(|n| n + 1);
    assert_eq!(Some(error.cause.span.start.line), line, "{said}");
    for broken in [
        text.replace("#f6f1e2", "cream"),
        text.replace("    emblem: Sun,", ""),
        text.replace("what: Sex", "what: Height"),
        String::new(),
    ] {
        let error = parse(name, &broken).expect_err("broken");
        assert!(error.to_string().starts_with(name));
    }
}
