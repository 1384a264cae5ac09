//! Bringing a team's view up to date: only what events have touched is looked at, and only what has changed is
//! built again.

use super::authority::authorities;
use super::chart;
use super::delta::Section;
use super::few::Few;
use super::folder;
use super::list::ListDelta;
use super::operations::Read;
use super::project::{
    clock, debrief, hint, officers, renew_given, renew_line, renew_places, renew_tasks,
    renew_theory, report,
};
use super::questionnaires::handed_in;
use super::set_pieces::set_pieces;
use super::team::TeamView;
use super::touch::Touched;
use super::verdict::verdict;
use crate::engine::State;
use crate::engine::rules::theory;
use crate::engine::state::Bits;
use crate::scenario::ids::Team;

/// Who is told what has changed in a view.
trait Told {
    fn tell(&mut self, section: impl FnOnce() -> Section);
}

impl Told for Vec<Section> {
    fn tell(&mut self, section: impl FnOnce() -> Section) {
        self.push(section());
    }
}

/// The view is looked at where it is: nothing is told.
struct Nobody;

impl Told for Nobody {
    fn tell(&mut self, _: impl FnOnce() -> Section) {}
}

/// Brings a view up to date after events that touched these sections, and says what has changed.
pub fn refresh(state: &State, team: Team, view: &mut TeamView, touched: Touched) -> Vec<Section> {
    let mut sections = Vec::new();
    renew(state, team, view, touched, Touched::ALL, &mut sections);
    sections
}

/// As [`refresh`], for somebody who looks at these sections only. What is touched besides stays in `touched`, and
/// the view is there as it was.
pub fn catch_up(
    state: &State,
    team: Team,
    view: &mut TeamView,
    touched: &mut Touched,
    looked_at: Touched,
) {
    let (now, later) = touched.split(looked_at);
    *touched = later;
    if now != Touched::NOTHING {
        renew(state, team, view, now, looked_at, &mut Nobody);
    }
}

fn renew(
    state: &State,
    team: Team,
    view: &mut TeamView,
    mut touched: Touched,
    looked_at: Touched,
    told: &mut impl Told,
) {
    // What grows or changes only in places is brought up to date where it is; what a section shares
    // with whoever holds the last one is copied only when it has changed.
    macro_rules! renewed {
        ($variant:ident, $field:ident, $changed:expr) => {
            if $changed {
                told.tell(|| Section::$variant(view.$field.clone()));
            }
        };
    }
    macro_rules! section {
        ($flag:ident, $variant:ident, $field:ident, $now:expr) => {
            if touched.has(Touched::$flag) {
                let now = $now;
                if view.$field != now {
                    view.$field = now;
                    told.tell(|| Section::$variant(view.$field.clone()));
                }
            }
        };
    }
    section!(CLOCK, Clock, clock, clock(state, team));
    section!(OFFICERS, Officers, officers, officers(state, team));
    let conditions = touched.has(Touched::CONDITIONS);
    let tasks = if conditions {
        renew_tasks(state, team, &mut view.tasks)
    } else if touched.has(Touched::TASKS) {
        renew_given(state, team, &mut view.tasks)
    } else {
        None
    };
    let other_tasks = tasks.is_some();
    if let Some(changed) = tasks {
        told.tell(|| Section::Tasks(ListDelta::new(&view.tasks, changed)));
        if conditions {
            // Where a team may send someone, it knows the place, and whom they are sent to.
            touched = touched
                .and(Touched::PLACES)
                .and(Touched::THEORY)
                .and(Touched::ASKED);
        }
    }
    let ways = looked_at.has(Touched::WAYS);
    if touched.has(Touched::RECORDED) && view.theory.first.is_none() {
        touched = touched.and(Touched::WAYS.with(Touched::CHART));
    }
    if touched.has(Touched::TRUST) && super::liaison::ways_moved(state, &view.liaison) {
        touched = touched.and(Touched::WAYS);
    }
    let named = Touched::PLACES.and(Touched::THEORY).and(Touched::ASKED);
    let known = if touched.has(named) {
        theory::known_subjects(state, team)
    } else {
        Bits::default()
    };
    let folder = if touched.has(Touched::FOLDER) || (ways && touched.has(Touched::WAYS)) {
        folder::renew(state, team, ways, &mut view.folder)
    } else {
        folder::renew_items(state, team, touched.items, ways, &mut view.folder)
    };
    if let Some(changed) = folder {
        told.tell(|| Section::Folder(ListDelta::new(&view.folder, changed)));
    }
    let shown = view.liaison.known.iter().map(|k| k.subject.id.index());
    let news = touched.has(named) && !shown.eq(known.iter());
    // A team knows of no other place but with another subject or another task.
    let places = touched.has(Touched::PLACES)
        && (other_tasks || news)
        && renew_places(state, team, &known, &mut view.places);
    renewed!(Places, places, places);
    let line = (touched.has(Touched::LINE)).then(|| renew_line(state, team, &mut view.line));
    if let Some(changed) = line.flatten() {
        told.tell(|| Section::Line(ListDelta::new(&view.line, changed)));
    }
    let offers = looked_at.has(Touched::OFFERS);
    let desks = &mut view.liaison;
    let liaison = [
        touched.has(Touched::TRUST) && super::liaison::renew_trust(state, desks),
        (touched.has(Touched::LIAISON) || (offers && touched.has(Touched::OFFERS)))
            && super::liaison::renew_requests(state, team, offers, desks),
        touched.has(Touched::ASKED)
            && super::liaison::renew_asked(state, team, &known, news, desks),
        looked_at.has(Touched::CHECKS)
            && touched.has(Touched::ASKED.with(Touched::CHECKS))
            && super::liaison::renew_checks(state, team, desks),
    ];
    renewed!(Liaison, liaison, liaison.contains(&true));
    let theory =
        touched.has(Touched::THEORY) && renew_theory(state, team, &known, news, &mut view.theory);
    renewed!(Theory, theory, theory);
    section!(VERDICT, Verdict, verdict, verdict(state, team));
    section!(REPORT, Report, report, report(state, team));
    section!(HINT, Hint, hint, hint(state, team));
    section!(DEBRIEF, Debrief, debrief, debrief(state));
    let chart = if touched.has(Touched::CHART) {
        chart::renew(state, team, &mut view.chart)
    } else {
        let read = touched.has(Touched::READ).then_some(touched.items);
        let read = read.unwrap_or(Few::NONE);
        chart::renew_parts(state, team, read, touched.links, &mut view.chart)
    };
    renewed!(Chart, chart, chart);
    let board = touched.has(Touched::BOARD) && chart::renew_board(state, &mut view.board);
    renewed!(Board, board, board);
    let read = if !touched.has(Touched::READ) {
        Read::Nothing
    } else if touched.has(Touched::CHART) || touched.items.is_empty() {
        Read::Anything
    } else {
        Read::Items(touched.items)
    };
    let of_plans = Touched::OPERATIONS.and(Touched::CONDITIONS);
    let operations = (read != Read::Nothing || touched.has(of_plans))
        && super::operations::renew(state, team, read, &mut view.operations);
    renewed!(Operations, operations, operations);
    section!(
        AUTHORITIES,
        Authorities,
        authorities,
        authorities(state, team)
    );
    section!(SET_PIECES, SetPieces, set_pieces, set_pieces(state, team));
    section!(HANDED_IN, HandedIn, handed_in, handed_in(state, team));
}
