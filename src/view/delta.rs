//! What changed in a seat's view, section by section; of long lists only what has changed in them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::authority::AuthorityView;
use super::chart::{BoardLink, ChartView};
use super::item::ItemView;
use super::liaison::LiaisonView;
use super::list::ListDelta;
use super::operations::OperationsView;
use super::questionnaires::SheetView;
use super::set_pieces::SetPieceView;
use super::team::{
    ClockView, DebriefView, LineEntry, OfficerView, PlaceView, ReportView, TaskView, TeamView,
    TheoryView, VerdictView,
};
use crate::scenario::Text;

macro_rules! sections {
    ($($variant:ident $field:ident : $ty:ty),* ; $($list:ident $items:ident : $one:ty),* $(,)?) => {
        /// How one section of a [`TeamView`] is now.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Section {
            $(#[doc = concat!("`", stringify!($field), "` is now so.")] $variant($ty),)*
            $(#[doc = concat!("So much of `", stringify!($items), "` has changed.")] $list(ListDelta<$one>),)*
        }

        /// Puts a section into a seat's view.
        pub fn apply(view: &mut TeamView, section: Section) {
            match section {
                $(Section::$variant(x) => view.$field = x,)*
                $(Section::$list(x) => x.apply(&mut view.$items),)*
            }
        }
    };
}

sections! {
    Clock clock: ClockView,
    Officers officers: Vec<OfficerView>,
    Places places: Arc<Vec<PlaceView>>,
    Liaison liaison: Arc<LiaisonView>,
    Theory theory: Arc<TheoryView>,
    Verdict verdict: Option<VerdictView>,
    Report report: Option<ReportView>,
    Hint hint: Option<Text>,
    Debrief debrief: Option<Arc<DebriefView>>,
    Chart chart: Arc<ChartView>,
    Board board: Vec<BoardLink>,
    Operations operations: OperationsView,
    Authorities authorities: Vec<AuthorityView>,
    SetPieces set_pieces: Vec<Arc<SetPieceView>>,
    HandedIn handed_in: Vec<SheetView>;
    Tasks tasks: TaskView,
    Folder folder: ItemView,
    Line line: LineEntry,
}
