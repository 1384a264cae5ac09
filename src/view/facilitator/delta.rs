//! What changed in the facilitator's view, in parts.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    DraftStanding, ExposureView, FacilitatorView, FolderRow, OfficerRow, PlanStanding, PooledView,
    ResultRow, RiskView, WaitingView,
};
use crate::engine::Phase;
use crate::scenario::ids::Team;
use crate::view::facilitation::{
    GivenView, InsertedView, ObservationView, OverrideView, RatingView,
};
use crate::view::liaison::TrustView;
use crate::view::list::ListDelta;
use crate::view::questionnaires::StandingView;
use crate::view::team::{BreachView, CollisionView, DebriefView};

macro_rules! parts {
    ($($variant:ident $($field:ident).+ : $ty:ty),* $(,)?) => {
        /// One part of a [`FacilitatorView`], as it is now.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum FacilitatorPart {
            $(#[doc = concat!("`", stringify!($($field).+), "` is now so.")] $variant($ty),)*
            /// What changes of a team with every step.
            Side { team: Team, ready: bool, theorised: bool, hours_used: u8 },
            Folder { team: Team, rows: ListDelta<FolderRow> },
            Officers { team: Team, rows: Vec<OfficerRow> },
            Results { team: Team, rows: Vec<ResultRow> },
            Observations(ListDelta<ObservationView>),
        }

        fn whole(old: &FacilitatorView, new: &FacilitatorView) -> Vec<FacilitatorPart> {
            let mut parts = Vec::new();
            $(if old.$($field).+ != new.$($field).+ {
                parts.push(FacilitatorPart::$variant(new.$($field).+.clone()));
            })*
            parts
        }

        /// Brings a facilitator's view up to date.
        pub fn apply_part(view: &mut FacilitatorView, part: FacilitatorPart) {
            match part {
                $(FacilitatorPart::$variant(x) => view.$($field).+ = x,)*
                FacilitatorPart::Side { team, ready, theorised, hours_used } => {
                    let side = &mut view.teams[team.index()];
                    (side.ready, side.theorised, side.hours_used) = (ready, theorised, hours_used);
                }
                FacilitatorPart::Folder { team, rows } => {
                    rows.apply(&mut view.teams[team.index()].folder);
                }
                FacilitatorPart::Officers { team, rows } => view.teams[team.index()].officers = rows,
                FacilitatorPart::Results { team, rows } => view.teams[team.index()].results = rows,
                FacilitatorPart::Observations(rows) => rows.apply(&mut view.facilitation.observations),
            }
        }
    };
}

parts! {
    Phase phase: Phase,
    Round round: u8,
    Paused paused: bool,
    Pace pace: u8,
    Limit limit_seconds: u32,
    Held held: bool,
    Pooled pooled: PooledView,
    Exposure exposure: ExposureView,
    Trust trust: TrustView,
    TrustTrend trust_trend: i16,
    People people: Vec<RiskView>,
    Plan plan: Option<PlanStanding>,
    Verdict verdict: Option<DraftStanding>,
    Breaches breaches: Vec<BreachView>,
    Collisions collisions: Vec<CollisionView>,
    Waiting waiting: Vec<WaitingView>,
    Given facilitation.given: Vec<GivenView>,
    Overrides facilitation.overrides: Vec<OverrideView>,
    Inserted facilitation.inserted: Vec<InsertedView>,
    Ratings ratings: Vec<RatingView>,
    Questionnaires questionnaires: Arc<StandingView>,
    Debrief debrief: Option<Arc<DebriefView>>,
}

/// What has changed from one view to another.
#[must_use]
pub fn facilitator_delta(old: &FacilitatorView, new: &FacilitatorView) -> Vec<FacilitatorPart> {
    let mut parts = whole(old, new);
    for team in Team::BOTH {
        let (was, now) = (&old.teams[team.index()], &new.teams[team.index()]);
        let (ready, theorised, hours_used) = (now.ready, now.theorised, now.hours_used);
        if (was.ready, was.theorised, was.hours_used) != (ready, theorised, hours_used) {
            parts.push(FacilitatorPart::Side {
                team,
                ready,
                theorised,
                hours_used,
            });
        }
        if let Some(rows) = ListDelta::between(&was.folder, &now.folder) {
            parts.push(FacilitatorPart::Folder { team, rows });
        }
        if was.officers != now.officers {
            let rows = now.officers.clone();
            parts.push(FacilitatorPart::Officers { team, rows });
        }
        if was.results != now.results {
            let rows = now.results.clone();
            parts.push(FacilitatorPart::Results { team, rows });
        }
    }
    let noted = &new.facilitation.observations;
    if let Some(rows) = ListDelta::between(&old.facilitation.observations, noted) {
        parts.push(FacilitatorPart::Observations(rows));
    }
    parts
}
