//! The questionnaires as the page tells them: what was right, why, and how many knew it. Nobody is named.

use crate::view::{DebriefView, ShareView, SurveyOutcome};

/// A knowledge question.
pub(super) struct Asked<'a> {
    pub text: &'a str,
    pub right: Vec<&'a str>,
    pub teaching: &'a str,
    pub source: &'a str,
    /// North's and South's: before, after, weeks later.
    pub shares: [[String; 3]; 2],
}

/// Those that somebody was asked; none while the right answers wait.
pub(super) fn asked<'a>(debrief: &'a DebriefView, lang: &str) -> Vec<Asked<'a>> {
    let anybody = |o: &&SurveyOutcome| o.shares.iter().flatten().any(|s| s.of > 0);
    let all = debrief.surveys.outcomes.iter().filter(anybody);
    all.map(|o| {
        let right = o
            .key
            .right
            .iter()
            .filter_map(|n| o.options.get(usize::from(*n)));
        Asked {
            text: o.text.get(lang),
            right: right.map(|text| text.get(lang)).collect(),
            teaching: o.key.teaching.get(lang),
            source: o.key.source.get(lang),
            shares: o.shares.map(|team| team.map(told)),
        }
    })
    .collect()
}

fn told(share: ShareView) -> String {
    match share.of {
        0 => "–".to_owned(),
        of => format!("{} of {of}", share.right),
    }
}
