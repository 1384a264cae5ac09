//! What was done at the document bench, in words.

use crate::document::face::Trait;
use crate::document::fraud::Finding;
use crate::document::issuer::{Feature, Light};
use crate::document::zone::Checked;
use crate::document::{Document, Fact, Field};
use crate::engine::encounter::document::bench::{Act, Register};

/// The act; with the document at hand its stamps and crossings are told by their days.
pub(super) fn told(act: Act, document: Option<&Document>) -> String {
    match act {
        Act::Look(light) => format!("Look {}", under(light)),
        Act::Specimen => "Open the specimen book".to_owned(),
        Act::Faces => "Compare the photograph with the person".to_owned(),
        Act::Ask(register) => format!("Ask {}", register_name(register)),
        Act::Compare(a, b) => format!("Conflict? {} / {}", fact(a, document), fact(b, document)),
        Act::Find(Finding::Refer) => "Finding: refer to second line".to_owned(),
        Act::Find(of) => format!("Finding: {}", finding(of)),
    }
}

/// What a document was found to be.
fn finding(of: Finding) -> &'static str {
    match of {
        Finding::Genuine => "genuine",
        Finding::Counterfeit => "counterfeit",
        Finding::Forged => "forged",
        Finding::Impostor => "impostor",
        Finding::Fantasy => "fantasy document",
        Finding::FraudulentlyObtained => "fraudulently obtained",
        Finding::Refer => "left to second line",
    }
}

fn under(light: Light) -> &'static str {
    match light {
        Light::Magnified => "with the magnifier",
        Light::Oblique => "in oblique light",
        Light::Transmitted => "against the light",
        Light::Ultraviolet => "under ultraviolet light",
    }
}

fn register_name(of: Register) -> &'static str {
    match of {
        Register::Lost => "the register of lost and stolen documents",
        Register::Crossings => "the record of entries and exits",
        Register::Issuer => "the issuer about the face",
    }
}

fn field(of: Field) -> &'static str {
    match of {
        Field::Code => "document code",
        Field::Surname => "surname",
        Field::Given => "given names",
        Field::Number => "number",
        Field::Nationality => "nationality",
        Field::Birth => "date of birth",
        Field::Sex => "sex",
        Field::Expiry => "date of expiry",
    }
}

fn digit(of: Checked) -> &'static str {
    match of {
        Checked::Number => "check digit of the number",
        Checked::Birth => "check digit of the date of birth",
        Checked::Expiry => "check digit of the date of expiry",
        Checked::Personal => "check digit of the personal number",
        Checked::Composite => "composite check digit",
    }
}

fn part(of: Trait) -> &'static str {
    match of {
        Trait::Shape => "shape of the face",
        Trait::Eyes => "eyes",
        Trait::Nose => "nose",
        Trait::Mouth => "mouth",
        Trait::Ears => "ears",
        Trait::Mark => "marks and scars",
    }
}

fn feature(of: Feature) -> &'static str {
    match of {
        Feature::Guilloche => "guilloche",
        Feature::Microprint => "microprint",
        Feature::Relief => "relief print",
        Feature::SeeThrough => "see-through register",
        Feature::Watermark => "watermark",
        Feature::Hologram => "hologram",
        Feature::Fibres => "fibres",
        Feature::UvPrint => "ultraviolet print",
        Feature::Perforation => "laser perforation",
    }
}

fn fact(of: Fact, document: Option<&Document>) -> String {
    match of {
        Fact::Page(of) => format!("printed {}", field(of)),
        Fact::Issued => "printed date of issue".to_owned(),
        Fact::Place => "printed place of issue".to_owned(),
        Fact::Zone(of) => format!("{} in the zone", field(of)),
        Fact::Digit(of) => digit(of).to_owned(),
        Fact::Photo(of) => format!("{} on the photograph", part(of)),
        Fact::Face(of) => format!("{} of the person", part(of)),
        Fact::Protection(of) => format!("{} of the document", feature(of)),
        Fact::Specimen(of) => format!("{} of the specimen", feature(of)),
        Fact::SpecimenNumber => "form of numbers in the specimen book".to_owned(),
        Fact::SpecimenCode => "document code in the specimen book".to_owned(),
        Fact::SpecimenYears => "years of validity in the specimen book".to_owned(),
        Fact::SpecimenState => "states and offices of the specimen book".to_owned(),
        Fact::Punched => "number punched through the pages".to_owned(),
        Fact::Stamp(n) => match document.and_then(|d| d.stamps.get(usize::from(n))) {
            Some(stamp) => format!("{} stamp of {}", way(stamp.entry), stamp.day),
            None => format!("stamp {}", u16::from(n) + 1),
        },
        Fact::VisaNumber => "number of the passport on the visa".to_owned(),
        Fact::VisaName => "name on the visa".to_owned(),
        Fact::VisaNationality => "nationality on the visa".to_owned(),
        Fact::VisaUntil => "last day of the visa".to_owned(),
        Fact::Lost => "register of lost and stolen documents".to_owned(),
        Fact::Crossing(n) => format!("crossing {} on record", u16::from(n) + 1),
        Fact::NoCrossing => "no other crossing on record".to_owned(),
        Fact::NoStamp => "no other stamp in the book".to_owned(),
        Fact::OtherName => "the issuer's answer about the face".to_owned(),
        Fact::SaidBirth => "date of birth as the person says it".to_owned(),
        Fact::SaidPlace => "place of issue as the person says it".to_owned(),
    }
}

fn way(entry: bool) -> &'static str {
    if entry { "entry" } else { "exit" }
}
