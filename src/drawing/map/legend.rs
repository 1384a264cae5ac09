//! The signs of the map by themselves, for a legend beside it.

use crate::scenario::ids::Team;
use crate::scenario::words::{PlaceKind, Side};

use super::super::palette::{INK, team};
use super::super::svg::open;
use super::counters::{Piece, piece};
use super::{Known, Place, marks};

/// A sign that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Counter of an officer of this team.
    Officer {
        team: Team,
        declared: bool,
    },
    /// A way known by oneself, or only from this partner.
    Route(Option<Team>),
    Place(PlaceKind),
}

impl Sign {
    /// The sign on a field of 30×20.
    #[must_use]
    pub fn svg(self) -> String {
        let mut out = open(30.0, 20.0);
        match self {
            Sign::Officer { team, declared } => {
                let sign = piece(&Piece::Officer {
                    initials: String::new(),
                    team,
                    declared,
                });
                out.push_str(&format!(
                    r#"<g transform="translate(15 10) scale(.45)">{sign}</g>"#
                ));
            }
            Sign::Route(from) => {
                let colour = from.map_or(INK, |partner| team(partner).ink);
                out.push_str(&format!(
                    r#"<path d="M3 10H28" stroke="{colour}" stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"/>"#
                ));
            }
            Sign::Place(kind) => {
                let place = Place {
                    name: "",
                    at: (0, 0),
                    kind,
                    side: Side::Right,
                    emphasised: false,
                    selected: false,
                    known: Known::Settled,
                };
                marks::mark(&place, (15.0, 10.0), &mut out);
            }
        }
        out.push_str("</svg>");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::svg::assert_well_formed;
    use super::*;

    #[test]
    fn every_sign_is_a_drawing() {
        for team in Team::BOTH {
            for declared in [false, true] {
                assert_well_formed(&Sign::Officer { team, declared }.svg());
            }
            assert_well_formed(&Sign::Route(Some(team)).svg());
        }
        assert_well_formed(&Sign::Route(None).svg());
        for &kind in PlaceKind::ALL {
            assert_well_formed(&Sign::Place(kind).svg());
        }
    }
}
