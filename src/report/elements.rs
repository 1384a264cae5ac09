//! Elements of the offence and roles, in the words of the account.

use crate::scenario::words::{ElementKind, RoleKind};

pub(super) fn kind(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Act => "act",
        ElementKind::Means => "means",
        ElementKind::Purpose => "purpose",
    }
}

pub(super) fn role(role: RoleKind) -> &'static str {
    match role {
        RoleKind::Organiser => "organiser",
        RoleKind::Recruiter => "recruiter",
        RoleKind::Transporter => "transporter",
        RoleKind::Harbourer => "harbourer",
        RoleKind::Financier => "financier",
        RoleKind::DocumentProvider => "provider of papers",
        RoleKind::Victim => "victim",
        RoleKind::Bystander => "no part in it",
    }
}
