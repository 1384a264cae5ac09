//! What the document bench's things are called, on the screen and in the terminal.

use super::{Words, plain, t};
use crate::engine::encounter::document::bench::{Refusal, Register};
use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::{Effort, Finding, Fraud, Oddity, VisaPart};
use crate::engine::encounter::document::issuer::{Feature, Issuer, Kind, Light};
use crate::engine::encounter::document::zone::{Checked, Sex};
use crate::engine::encounter::document::{Fact, Field, Matter, Stamp};

#[must_use]
pub fn light(of: Light) -> Words {
    t(match of {
        Light::Magnified => "bench-light-white",
        Light::Oblique => "bench-light-oblique",
        Light::Transmitted => "bench-light-transmitted",
        Light::Ultraviolet => "bench-light-ultraviolet",
    })
}

/// What to look for under it.
#[must_use]
pub fn how(of: Light) -> Words {
    t(match of {
        Light::Magnified => "bench-how-white",
        Light::Oblique => "bench-how-oblique",
        Light::Transmitted => "bench-how-transmitted",
        Light::Ultraviolet => "bench-how-ultraviolet",
    })
}

#[must_use]
pub fn finding(of: Finding) -> Words {
    t(match of {
        Finding::Genuine => "bench-finding-genuine",
        Finding::Counterfeit => "bench-finding-counterfeit",
        Finding::Forged => "bench-finding-forged",
        Finding::Impostor => "bench-finding-impostor",
        Finding::Fantasy => "bench-finding-fantasy",
        Finding::FraudulentlyObtained => "bench-finding-obtained",
        Finding::Refer => "bench-finding-refer",
    })
}

#[must_use]
pub fn feature(of: Feature) -> Words {
    t(match of {
        Feature::Guilloche => "bench-feature-guilloche",
        Feature::Microprint => "bench-feature-microprint",
        Feature::Relief => "bench-feature-relief",
        Feature::SeeThrough => "bench-feature-see-through",
        Feature::Watermark => "bench-feature-watermark",
        Feature::Hologram => "bench-feature-hologram",
        Feature::Fibres => "bench-feature-fibres",
        Feature::UvPrint => "bench-feature-uv-print",
        Feature::Perforation => "bench-feature-perforation",
    })
}

/// A part of a face that stays.
#[must_use]
pub fn part(of: Trait) -> Words {
    t(match of {
        Trait::Shape => "bench-trait-shape",
        Trait::Eyes => "bench-trait-eyes",
        Trait::Nose => "bench-trait-nose",
        Trait::Mouth => "bench-trait-mouth",
        Trait::Ears => "bench-trait-ears",
        Trait::Mark => "bench-trait-mark",
    })
}

#[must_use]
pub fn field(of: Field) -> Words {
    t(match of {
        Field::Code => "bench-field-code",
        Field::Surname => "bench-field-surname",
        Field::Given => "bench-field-given",
        Field::Number => "bench-field-number",
        Field::Nationality => "bench-field-nationality",
        Field::Birth => "bench-field-birth",
        Field::Sex => "bench-field-sex",
        Field::Expiry => "bench-field-expiry",
    })
}

#[must_use]
pub fn register(of: Register) -> Words {
    t(match of {
        Register::Lost => "bench-register-lost",
        Register::Crossings => "bench-register-crossings",
        Register::Issuer => "bench-register-issuer",
    })
}

/// What a register answered.
#[must_use]
pub fn answer(matter: &Matter, of: Register) -> Words {
    let registers = &matter.registers;
    match of {
        Register::Lost if registers.lost.contains(&matter.document.page.number) => {
            t("bench-lost-hit")
        }
        Register::Lost => t("bench-lost-none"),
        Register::Crossings if registers.crossings.is_empty() => t("bench-crossings-none"),
        Register::Crossings => t("bench-crossings-only"),
        Register::Issuer if registers.other_name => t("bench-issuer-other"),
        Register::Issuer => t("bench-issuer-same"),
    }
}

#[must_use]
pub fn refusal(of: Refusal) -> Words {
    t(match of {
        Refusal::NotThere => "bench-refusal-not-there",
        Refusal::NotSeen => "bench-refusal-not-seen",
        Refusal::Known => "bench-refusal-known",
        Refusal::Over => "bench-refusal-over",
        Refusal::Late => "bench-refusal-late",
    })
}

/// The rules of a state's documents of this kind, in one line.
#[must_use]
pub fn rules(state: &Issuer, kind: Kind) -> Words {
    let make = state.make(kind);
    let (letters, digits) = make.number;
    let form = format!("{letters}{}", "0".repeat(digits));
    let codes = match (kind, state.second_letter) {
        (Kind::IdentityCard, _) => plain("I"),
        (Kind::Passport, Some(from)) => {
            t("bench-rule-codes").with("day", from.to_string().as_str())
        }
        (Kind::Passport, None) => plain("P"),
    };
    t("bench-rules")
        .with("form", form.as_str())
        .with("years", i64::from(make.years))
        .with("codes", codes)
        .with("places", state.places.join(", ").as_str())
}

/// A fact with where it stands and what it says.
#[must_use]
pub fn fact(matter: &Matter, of: Fact) -> Words {
    let with = |key: &'static str| t(key).with("value", value(matter, of));
    let card = matter.document.kind == Kind::IdentityCard;
    match of {
        Fact::Page(f) if card => with("bench-fact-card").with("field", field(f)),
        Fact::Issued if card => with("bench-fact-card-issued"),
        Fact::Place if card => with("bench-fact-card-place"),
        Fact::Page(f) => with("bench-fact-page").with("field", field(f)),
        Fact::Zone(f) => with("bench-fact-zone").with("field", field(f)),
        Fact::Digit(digit) => {
            let of = match digit {
                Checked::Number => field(Field::Number),
                Checked::Birth => field(Field::Birth),
                Checked::Expiry => field(Field::Expiry),
                Checked::Personal => t("bench-field-personal"),
                Checked::Composite => t("bench-field-composite"),
            };
            t("bench-fact-digit").with("field", of)
        }
        Fact::Issued => with("bench-fact-issued"),
        Fact::Place => with("bench-fact-place"),
        Fact::Photo(of) => t("bench-fact-photo").with("part", part(of)),
        Fact::Face(of) => t("bench-fact-face").with("part", part(of)),
        Fact::Protection(f) => t("bench-fact-protection").with("feature", feature(f)),
        Fact::Specimen(f) => t("bench-fact-specimen").with("feature", feature(f)),
        Fact::SpecimenNumber => t("bench-fact-specimen-number"),
        Fact::SpecimenCode => t("bench-fact-specimen-code"),
        Fact::SpecimenYears => t("bench-fact-specimen-years"),
        Fact::SpecimenState => t("bench-fact-specimen-state"),
        Fact::Punched => with("bench-fact-punched"),
        Fact::Stamp(_) => with("bench-fact-stamp"),
        Fact::VisaNumber => with("bench-fact-visa-number"),
        Fact::VisaName => with("bench-fact-visa-name"),
        Fact::VisaNationality => with("bench-fact-visa-nationality"),
        Fact::VisaUntil => with("bench-fact-visa-until"),
        Fact::Lost => t("bench-fact-lost"),
        Fact::Crossing(_) => with("bench-fact-crossing"),
        Fact::NoCrossing => t("bench-fact-no-crossing"),
        Fact::NoStamp => t("bench-fact-no-stamp"),
        Fact::OtherName => t("bench-fact-other-name"),
        Fact::SaidBirth => with("bench-fact-said-birth"),
        Fact::SaidPlace => with("bench-fact-said-place"),
    }
}

/// What a fact says, where that is more than a look.
#[must_use]
pub fn value(matter: &Matter, of: Fact) -> Words {
    let document = &matter.document;
    let page = &document.page;
    let printed = |sex: Sex| plain(sex.printed());
    match of {
        Fact::Page(field) => match field {
            Field::Code => plain(page.code.as_str()),
            Field::Surname => plain(page.surname.as_str()),
            Field::Given => plain(page.given.as_str()),
            Field::Number => plain(page.number.as_str()),
            Field::Nationality => plain(page.nationality.as_str()),
            Field::Birth => plain(page.birth.to_string()),
            Field::Sex => printed(page.sex),
            Field::Expiry => plain(page.expiry.to_string()),
        },
        Fact::Zone(field) => {
            let Some(zone) = matter.read() else {
                return t("bench-zone-unreadable");
            };
            plain(match field {
                Field::Code => zone.code,
                Field::Surname => zone.surname,
                Field::Given => zone.given,
                Field::Number => zone.number,
                Field::Nationality => zone.nationality,
                Field::Birth => zone.birth,
                Field::Sex => zone.sex.to_string(),
                Field::Expiry => zone.expiry,
            })
        }
        Fact::Issued => plain(document.issued.to_string()),
        Fact::Place => plain(document.place.as_str()),
        Fact::Punched => plain(document.punched.clone().unwrap_or_default()),
        Fact::Stamp(n) => stamp(document.stamps.get(usize::from(n))),
        Fact::Crossing(n) => stamp(matter.registers.crossings.get(usize::from(n))),
        Fact::VisaNumber => {
            let visa = document.visa.as_ref();
            plain(visa.map_or("", |v| v.passport.as_str()))
        }
        Fact::VisaName => {
            let visa = document.visa.as_ref();
            plain(visa.map_or("", |v| v.surname.as_str()))
        }
        Fact::VisaNationality => {
            let visa = document.visa.as_ref();
            plain(visa.map_or("", |v| v.nationality.as_str()))
        }
        Fact::VisaUntil => {
            let visa = document.visa.as_ref();
            plain(visa.map_or(String::new(), |v| v.until.to_string()))
        }
        Fact::SaidBirth => {
            let says = matter.traveller.says_birth.to_string();
            // Nobody says the signs that stand for what is not known.
            match says.rsplit("XX ").next() {
                Some(known) if known.len() < says.len() => {
                    t("bench-says-birth-unknown").with("day", known)
                }
                _ => t("bench-says-birth").with("day", says.as_str()),
            }
        }
        Fact::SaidPlace => t("bench-says-place").with("place", &*matter.traveller.says_place),
        _ => plain(""),
    }
}

/// A stamp, or a crossing on record.
#[must_use]
pub fn stamp(stamp: Option<&Stamp>) -> Words {
    let Some(stamp) = stamp else {
        return plain("");
    };
    let key = if stamp.entry {
        "bench-entry"
    } else {
        "bench-exit"
    };
    t(key).with("day", stamp.day.to_string().as_str())
}

/// What was done and what it teaches.
#[must_use]
pub fn lesson(of: Fraud) -> Words {
    if let Fraud::Altered(changed, _) = of {
        return t(lesson_key(of)).with("field", field(changed));
    }
    t(lesson_key(of))
}

fn lesson_key(of: Fraud) -> &'static str {
    let checked = |field| matches!(field, Field::Number | Field::Birth | Field::Expiry);
    match of {
        Fraud::Altered(_, Effort::Page) => "bench-lesson-altered-page",
        Fraud::Altered(field, _) if !checked(field) => "bench-lesson-altered-blind",
        Fraud::Altered(_, Effort::Zone) => "bench-lesson-altered-zone",
        Fraud::Altered(_, Effort::Digit) => "bench-lesson-altered-digit",
        Fraud::Altered(_, Effort::All) => "bench-lesson-altered-all",
        Fraud::PhotoSubstituted => "bench-lesson-photo",
        Fraud::PageSubstituted => "bench-lesson-page",
        Fraud::Counterfeit(_) => "bench-lesson-counterfeit",
        Fraud::StolenBlank => "bench-lesson-blank",
        Fraud::Impostor(_) => "bench-lesson-impostor",
        Fraud::Fantasy => "bench-lesson-fantasy",
        Fraud::FraudulentlyObtained => "bench-lesson-obtained",
        Fraud::FalseStamp => "bench-lesson-stamp",
        Fraud::MissingStamp => "bench-lesson-missing-stamp",
        Fraud::VisaOfAnother => "bench-lesson-visa",
        Fraud::VisaUnlike(VisaPart::Name) => "bench-lesson-visa-name",
        Fraud::VisaUnlike(VisaPart::Nationality) => "bench-lesson-visa-nationality",
        Fraud::VisaUnlike(VisaPart::Validity) => "bench-lesson-visa-validity",
    }
}

/// What was odd and means nothing.
#[must_use]
pub fn innocent(of: Oddity) -> Words {
    t(match of {
        Oddity::WornBook => "bench-odd-worn",
        Oddity::LongName => "bench-odd-long-name",
        Oddity::OldCode => "bench-odd-code",
        Oddity::UnknownBirthday => "bench-odd-birthday",
        Oddity::Accents => "bench-odd-accents",
        Oddity::Aged => "bench-odd-aged",
        Oddity::OtherHair => "bench-odd-hair",
    })
}
