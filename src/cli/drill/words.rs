//! What the bench's findings, features and facts are called in the terminal, and what each fraud teaches.

use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::{Effort, Finding, Fraud, Oddity, VisaPart};
use crate::engine::encounter::document::issuer::{Feature, Kind};
use crate::engine::encounter::document::zone::Checked;
use crate::engine::encounter::document::{Fact, Field, Made, Matter, Stamp};

pub(super) fn finding_name(finding: Finding) -> &'static str {
    match finding {
        Finding::Genuine => "genuine",
        Finding::Counterfeit => "counterfeit",
        Finding::Forged => "forged",
        Finding::Impostor => "impostor",
        Finding::Fantasy => "fantasy",
        Finding::FraudulentlyObtained => "fraudulently obtained",
        Finding::Refer => "refer to second line",
    }
}

pub(super) fn feature_name(feature: Feature) -> &'static str {
    match feature {
        Feature::Guilloche => "guilloche",
        Feature::Microprint => "microprint",
        Feature::Relief => "relief print",
        Feature::SeeThrough => "see-through register",
        Feature::Watermark => "watermark",
        Feature::Hologram => "hologram over the portrait",
        Feature::Fibres => "fibres",
        Feature::UvPrint => "ultraviolet print",
        Feature::Perforation => "laser perforation",
    }
}

/// What the eye sees, without a judgement.
pub(super) fn sight(feature: Feature, made: Made) -> &'static str {
    match (feature, made) {
        (_, Made::Missing) => "nothing there",
        (_, Made::Worn) => "there, dull and creased from use",
        (Feature::Guilloche, Made::Genuine) => {
            "unbroken lines, two colours that run into each other"
        }
        (Feature::Guilloche, Made::Imitated) => "lines made of dots in four colours",
        (Feature::Guilloche, Made::Disturbed) => {
            "lines broken and blurred under what was written over"
        }
        (Feature::Microprint, Made::Genuine) => "letters, sharp to the last",
        (Feature::Microprint, Made::Imitated) => "a line of dots; no letters",
        (Feature::Relief, Made::Genuine) => "ink that throws a shadow",
        (Feature::Relief, Made::Imitated) => "flat ink with a grey line printed for a shadow",
        (Feature::SeeThrough, Made::Genuine) => "front and back meet to one star",
        (Feature::SeeThrough, Made::Imitated) => "front and back miss each other by a millimetre",
        (Feature::Watermark, Made::Genuine) => "a head in soft steps from light to dark",
        (Feature::Watermark, Made::Imitated) => "a head with hard edges, seen without the lamp too",
        (Feature::Hologram, Made::Genuine) => "the picture turns as the page is tilted",
        (Feature::Hologram, Made::Imitated) => "a silver picture that stays as it is",
        (Feature::Hologram, Made::Disturbed) => {
            "lifted along one edge, with a bubble over the cheek"
        }
        (Feature::Fibres, Made::Genuine) => "short threads glow at random; the paper stays dark",
        (Feature::Fibres, Made::Imitated) => "all threads lie one way, and the paper glows blue",
        (Feature::UvPrint, Made::Genuine) => "the arms of the state, in two colours",
        (Feature::UvPrint, Made::Imitated) => "one pale colour, no arms",
        (Feature::Perforation, Made::Genuine) => "round holes that grow smaller from page to page",
        (Feature::Perforation, Made::Imitated) => "holes of one size, with raised edges",
        (_, Made::Disturbed) => "scratched",
    }
}

pub(super) fn trait_words(of: Trait, kind: u8) -> String {
    let pick = |all: &[&'static str]| {
        let at = usize::from(kind);
        all.get(at).copied().unwrap_or_default()
    };
    match of {
        Trait::Shape => format!("{} face", pick(&["oval", "round", "long", "square"])),
        Trait::Eyes => format!(
            "eyes {}",
            pick(&[
                "close together",
                "far apart",
                "deep-set",
                "with a fold in the lid"
            ])
        ),
        Trait::Nose => format!("{} nose", pick(&["straight", "broad", "bent", "short"])),
        Trait::Mouth => format!("{} lips", pick(&["narrow", "full", "uneven", "downturned"])),
        Trait::Ears => format!(
            "ears {}",
            pick(&[
                "with free lobes",
                "with grown-on lobes",
                "that stand out",
                "with a notch at the top"
            ])
        ),
        Trait::Mark => pick(&[
            "no mark",
            "a mole under the left eye",
            "a mole on the chin",
            "a scar through the right eyebrow",
            "a scar on the upper lip",
            "a birthmark on the neck",
        ])
        .to_owned(),
    }
}

fn field_name(field: Field) -> &'static str {
    match field {
        Field::Code => "code",
        Field::Surname => "surname",
        Field::Given => "given names",
        Field::Number => "number",
        Field::Nationality => "nationality",
        Field::Birth => "birth",
        Field::Sex => "sex",
        Field::Expiry => "expiry",
    }
}

fn way(stamp: &Stamp) -> &'static str {
    if stamp.entry { "entry" } else { "exit" }
}

pub(super) fn words(matter: &Matter, fact: Fact) -> String {
    let document = &matter.document;
    let page = &document.page;
    let name = field_name;
    let side = match document.kind {
        Kind::Passport => "page",
        Kind::IdentityCard => "card",
    };
    let made = |feature: Feature| {
        let own = document.features.iter().find(|(f, _)| *f == feature);
        own.map_or("", |(_, made)| sight(feature, *made))
    };
    match fact {
        Fact::Page(field) => {
            let value = match field {
                Field::Code => page.code.clone(),
                Field::Surname => page.surname.clone(),
                Field::Given => page.given.clone(),
                Field::Number => page.number.clone(),
                Field::Nationality => page.nationality.clone(),
                Field::Birth => page.birth.to_string(),
                Field::Sex => page.sex.printed().to_owned(),
                Field::Expiry => page.expiry.to_string(),
            };
            format!("{side}, {}: {value}", name(field))
        }
        Fact::Zone(field) => {
            let value = matter.read().map(|zone| match field {
                Field::Code => zone.code,
                Field::Surname => zone.surname,
                Field::Given => zone.given,
                Field::Number => zone.number,
                Field::Nationality => zone.nationality,
                Field::Birth => zone.birth,
                Field::Sex => zone.sex.to_string(),
                Field::Expiry => zone.expiry,
            });
            let value = value.unwrap_or_else(|| "cannot be read".to_owned());
            format!("zone, {}: {value}", name(field))
        }
        Fact::Digit(digit) => {
            let of = match digit {
                Checked::Number => "number",
                Checked::Birth => "birth",
                Checked::Expiry => "expiry",
                Checked::Personal => "personal number",
                Checked::Composite => "all together",
            };
            format!("zone, check digit of {of}")
        }
        Fact::Issued => format!("{side}, issued: {}", document.issued),
        Fact::Place => format!("{side}, made out in: {}", document.place),
        Fact::Photo(of) => format!("photograph: {}", trait_words(of, document.photo.of(of))),
        Fact::Face(of) => {
            format!("person: {}", trait_words(of, matter.traveller.face.of(of)))
        }
        Fact::Protection(f) => format!("document, {}: {}", feature_name(f), made(f)),
        Fact::Specimen(f) => format!("specimen, {}: {}", feature_name(f), sight(f, Made::Genuine)),
        Fact::SpecimenNumber => "specimen: form of the number".to_owned(),
        Fact::SpecimenCode => "specimen: code by date of issue".to_owned(),
        Fact::SpecimenYears => "specimen: years of validity".to_owned(),
        Fact::SpecimenState => "specimen: the states and where they issue".to_owned(),
        Fact::Punched => format!(
            "punched through the pages: {}",
            document.punched.as_deref().unwrap_or_default()
        ),
        Fact::Stamp(n) => {
            let stamp = document.stamps.get(usize::from(n));
            stamp.map_or(String::new(), |s| format!("stamp: {} {}", way(s), s.day))
        }
        Fact::VisaNumber => {
            let visa = document.visa.as_ref();
            format!("visa, for passport: {}", visa.map_or("", |v| &v.passport))
        }
        Fact::VisaName => {
            let visa = document.visa.as_ref();
            format!("visa, name: {}", visa.map_or("", |v| &v.surname))
        }
        Fact::VisaNationality => {
            let visa = document.visa.as_ref();
            format!("visa, nationality: {}", visa.map_or("", |v| &v.nationality))
        }
        Fact::VisaUntil => {
            let visa = document.visa.as_ref();
            let until = visa.map_or(String::new(), |v| v.until.to_string());
            format!("visa, until: {until}")
        }
        Fact::Lost => "register: list of lost and stolen documents".to_owned(),
        Fact::Crossing(n) => {
            let crossing = matter.registers.crossings.get(usize::from(n));
            crossing.map_or(String::new(), |c| format!("register: {} {}", way(c), c.day))
        }
        Fact::NoCrossing => "register: no crossing on the day of a stamp".to_owned(),
        Fact::NoStamp => "book: no stamp for a crossing on record".to_owned(),
        Fact::OtherName => "issuer: what name belongs to the face".to_owned(),
        Fact::SaidBirth => format!("person says: born {}", matter.traveller.says_birth),
        Fact::SaidPlace => format!("person says: made out in {}", matter.traveller.says_place),
    }
}

/// What was done and what it teaches.
pub(super) fn lesson(fraud: Fraud) -> String {
    if let Fraud::Altered(field, effort) = fraud {
        return format!(
            "{} was changed: {}",
            field_name(field),
            altered(field, effort)
        );
    }
    done(fraud).to_owned()
}

/// How far the change of a field went, and what tells it.
fn altered(field: Field, effort: Effort) -> &'static str {
    let checked = matches!(field, Field::Number | Field::Birth | Field::Expiry);
    match effort {
        Effort::Page => "on the page and not in the zone. Read both, always.",
        _ if !checked => {
            "on the page and in the zone. No check digit covers it (Doc 9303 Part 4, 4.2.2), so none tells; the \
             lines under it are broken."
        }
        Effort::Zone => {
            "on the page and in the zone, and the check digits were left. Each field has its own, weighed \
             7, 3, 1 (Doc 9303 Part 3, 4.9)."
        }
        Effort::Digit => {
            "with its own digit. Only the composite can tell, and to some changes it is blind; the paper under \
             it tells always."
        }
        Effort::All => {
            "with every digit worked out anew. A zone that is right never proves a document: the lines under \
             it are broken."
        }
    }
}

fn done(fraud: Fraud) -> &'static str {
    match fraud {
        Fraud::Altered(field, effort) => altered(field, effort),
        Fraud::PhotoSubstituted => {
            "the photograph was changed, and is the person's. Tilt the document: the foil over it was lifted."
        }
        Fraud::PageSubstituted => {
            "the data page is new. The number that is punched through the other pages is another."
        }
        Fraud::Counterfeit(_) => {
            "the document was made from nothing. However good it is, something that the state's own have is \
             missing or only looks like it: the specimen says what has to be there."
        }
        Fraud::StolenBlank => {
            "a true document that was stolen empty and filled in. Material and background print are the state's; the \
             register has its number, and the foil that goes over the portrait when it is made out only \
             looks like the state's."
        }
        Fraud::Impostor(_) => {
            "a true document of somebody else. Hair, glasses and years prove nothing; ears and marks stay. \
             Trained passport staff let 14 in 100 such pass (White et al. 2014): compare part by part."
        }
        Fraud::Fantasy => "no such state issues documents. The specimen book does not have it.",
        Fraud::FraudulentlyObtained => {
            "a true document, got with false papers: the issuer knows the face under another name, and the \
             holder does not know where it was made out."
        }
        Fraud::MissingStamp => {
            "the record has a crossing, and its stamp is not in the book: a leaf was taken out, or the stamp \
             washed off, to hide a stay."
        }
        Fraud::FalseStamp => "a stamp of a day on which the record of crossings has nothing.",
        Fraud::VisaOfAnother => "the visa was made out for another passport.",
        Fraud::VisaUnlike(VisaPart::Name) => {
            "the visa was made out for another name than the book's."
        }
        Fraud::VisaUnlike(VisaPart::Nationality) => {
            "the visa was made out for somebody of another nationality."
        }
        Fraud::VisaUnlike(VisaPart::Validity) => {
            "the visa runs longer than the passport in which it lies, and none does."
        }
    }
}

pub(super) fn innocent(oddity: Oddity) -> &'static str {
    match oddity {
        Oddity::WornBook => "a document that was carried for years.",
        Oddity::LongName => "a name that is longer than the zone; it is cut, by rule.",
        Oddity::OldCode => "a book nearly as old as books get; an old code is right on it.",
        Oddity::UnknownBirthday => {
            "nobody wrote the day of birth down; fillers stand for it, by rule."
        }
        Oddity::Accents => "letters that the zone lacks are written otherwise there, by rule.",
        Oddity::Aged => "a photograph as old as the document.",
        Oddity::OtherHair => "other hair, and glasses on or off.",
    }
}

/// What changes in a face.
pub(super) fn looks(hair: u8, glasses: bool) -> String {
    let hair = match hair {
        0 => "short hair",
        1 => "hair to the shoulders",
        2 => "hair tied back",
        _ => "cropped hair",
    };
    let glasses = if glasses { ", glasses" } else { "" };
    format!("{hair}{glasses}")
}
