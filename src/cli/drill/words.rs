//! What the eye sees on the bench, told: in the window it is drawn.

use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::issuer::Feature;
use crate::engine::encounter::document::{Fact, Made, Matter};
use crate::language::{Words, bench, t};

/// What the eye sees, without a judgement.
pub(super) fn sight(feature: Feature, made: Made) -> Words {
    t(match (feature, made) {
        (_, Made::Missing) => "drill-seen-missing",
        (_, Made::Worn) => "drill-seen-worn",
        (Feature::Guilloche, Made::Genuine) => "drill-seen-guilloche",
        (Feature::Guilloche, Made::Imitated) => "drill-seen-guilloche-imitated",
        (Feature::Guilloche, Made::Disturbed) => "drill-seen-guilloche-disturbed",
        (Feature::Microprint, Made::Genuine) => "drill-seen-microprint",
        (Feature::Microprint, Made::Imitated) => "drill-seen-microprint-imitated",
        (Feature::Relief, Made::Genuine) => "drill-seen-relief",
        (Feature::Relief, Made::Imitated) => "drill-seen-relief-imitated",
        (Feature::SeeThrough, Made::Genuine) => "drill-seen-see-through",
        (Feature::SeeThrough, Made::Imitated) => "drill-seen-see-through-imitated",
        (Feature::Watermark, Made::Genuine) => "drill-seen-watermark",
        (Feature::Watermark, Made::Imitated) => "drill-seen-watermark-imitated",
        (Feature::Hologram, Made::Genuine) => "drill-seen-hologram",
        (Feature::Hologram, Made::Imitated) => "drill-seen-hologram-imitated",
        (Feature::Hologram, Made::Disturbed) => "drill-seen-hologram-disturbed",
        (Feature::Fibres, Made::Genuine) => "drill-seen-fibres",
        (Feature::Fibres, Made::Imitated) => "drill-seen-fibres-imitated",
        (Feature::UvPrint, Made::Genuine) => "drill-seen-uv-print",
        (Feature::UvPrint, Made::Imitated) => "drill-seen-uv-print-imitated",
        (Feature::Perforation, Made::Genuine) => "drill-seen-perforation",
        (Feature::Perforation, Made::Imitated) => "drill-seen-perforation-imitated",
        (_, Made::Disturbed) => "drill-seen-scratched",
    })
}

/// What a part of a face is like.
pub(super) fn like(of: Trait, kind: u8) -> Words {
    let told = match of {
        Trait::Shape => t("drill-shape"),
        Trait::Eyes => t("drill-eyes"),
        Trait::Nose => t("drill-nose"),
        Trait::Mouth => t("drill-mouth"),
        Trait::Ears => t("drill-ears"),
        Trait::Mark => t("drill-mark"),
    };
    told.with("kind", kind)
}

/// A fact with where it stands, what it says, and what is to be seen of it.
pub(super) fn fact(matter: &Matter, of: Fact) -> Words {
    let document = &matter.document;
    let seen = match of {
        Fact::Photo(part) => like(part, document.photo.of(part)),
        Fact::Face(part) => like(part, matter.traveller.face.of(part)),
        Fact::Specimen(feature) => sight(feature, Made::Genuine),
        Fact::Protection(feature) => {
            let own = document.features.iter().find(|(f, _)| *f == feature);
            match own {
                Some((_, made)) => sight(feature, *made),
                None => return bench::fact(matter, of),
            }
        }
        _ => return bench::fact(matter, of),
    };
    let told = t("drill-also").with("all", bench::fact(matter, of));
    told.with("next", seen)
}

/// What changes in a face.
pub(super) fn looks(hair: u8, glasses: bool) -> Words {
    let told = t("drill-looks").with("hair", hair);
    told.with("glasses", u8::from(glasses))
}
