//! How often a team's folder names each subject.

use crate::scenario::ids::SubjectId;
use crate::view::TeamView;

/// By subject, how often the folder names it.
pub(super) struct Weights(Vec<u16>);

impl Weights {
    pub fn in_folder(view: &TeamView) -> Self {
        let mut often: Vec<u16> = Vec::new();
        for subject in view.folder.iter().flat_map(|item| &item.subjects) {
            let n = subject.id.index();
            if often.len() <= n {
                often.resize(n + 1, 0);
            }
            often[n] = often[n].saturating_add(1);
        }
        Self(often)
    }

    /// How often the subject is named.
    pub fn of(&self, id: SubjectId) -> u16 {
        self.0.get(id.index()).copied().unwrap_or(0)
    }

    /// Subjects that are named at all, in the case's order, and how often.
    pub fn named(&self) -> impl Iterator<Item = (SubjectId, u16)> {
        let all = (0u16..).map(SubjectId).zip(self.0.iter().copied());
        all.filter(|(_, often)| *often > 0)
    }
}
