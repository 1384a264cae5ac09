//! Parts of an `All` that exclude each other.

use super::super::file::Cmp;
use super::super::model::Condition;

/// Parts that are compared with each other; longer lists are not how people write.
const MAX_PARTS: usize = 48;

/// True if the parts can never hold together, whatever happens.
pub(super) fn excludes(parts: &[Condition]) -> bool {
    if parts.len() < 2 && !matches!(parts.first(), Some(Condition::All(_))) {
        return false;
    }
    let mut flat = Vec::new();
    flatten(parts, &mut flat);
    flat.iter()
        .enumerate()
        .any(|(n, a)| flat[n + 1..].iter().any(|b| clash(a, b)))
}

fn flatten<'c>(parts: &'c [Condition], out: &mut Vec<&'c Condition>) {
    for part in parts {
        match part {
            _ if out.len() >= MAX_PARTS => return,
            Condition::All(inner) => flatten(inner, out),
            other => out.push(other),
        }
    }
}

fn clash(a: &Condition, b: &Condition) -> bool {
    use Condition as C;
    match (a, b) {
        (C::Not(a), b) | (b, C::Not(a)) if **a == *b => true,
        (C::Round(a), C::Round(b))
        | (C::Exposure(a), C::Exposure(b))
        | (C::Trust(a), C::Trust(b))
        | (C::BlueOnBlue(a), C::BlueOnBlue(b))
        | (C::Breaches(a), C::Breaches(b))
        | (C::CriticalErrors(a), C::CriticalErrors(b)) => apart(*a, *b),
        (C::Welfare { person: p, is: a }, C::Welfare { person: q, is: b }) => {
            p == q && apart(*a, *b)
        }
        (C::Offence(a), C::Offence(b)) => a != b,
        // A team decides once.
        (
            C::Chosen {
                inject: i,
                option: a,
                by: s,
            },
            C::Chosen {
                inject: j,
                option: b,
                by: t,
            },
        ) => i == j && s == t && a != b,
        (C::Role { role: p, is: a }, C::Role { role: q, is: b }) => p == q && a != b,
        (C::Status { person: p, is: a }, C::Status { person: q, is: b }) => p == q && a != b,
        _ => false,
    }
}

/// No number satisfies both.
fn apart(a: Cmp, b: Cmp) -> bool {
    let bounds = |cmp| match cmp {
        Cmp::AtLeast(n) => (n, u8::MAX),
        Cmp::AtMost(n) => (0, n),
        Cmp::Exactly(n) => (n, n),
    };
    let ((a_low, a_high), (b_low, b_high)) = (bounds(a), bounds(b));
    a_low.max(b_low) > a_high.min(b_high)
}
