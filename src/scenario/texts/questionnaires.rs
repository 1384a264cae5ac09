//! The texts of the questionnaires.

use super::super::doc::Step;
use super::super::questionnaires::{AnswerFile, SurveyFile};
use super::super::read::Parsed;
use super::{Out, TextKind};

impl<'p> Out<'p> {
    pub(super) fn questionnaires(&mut self, parsed: &'p Parsed) {
        for question in &parsed.questionnaires.all {
            let q = self.from(question);
            let path = |rest: &str| format!("questionnaires.{}.{rest}", q.id());
            let steps = [Step::Field("text")];
            self.add(path("text"), TextKind::SurveyText, q.text(), steps);
            match q {
                SurveyFile::Knowledge {
                    options,
                    teaching,
                    source,
                    ..
                } => {
                    for (n, option) in options.iter().enumerate() {
                        let steps = [Step::Field("options"), Step::Nth(n), Step::Field("text")];
                        let path = path(&format!("options.{n}"));
                        self.add(path, TextKind::SurveyOption, &option.text, steps);
                    }
                    for (field, kind, text) in [
                        ("teaching", TextKind::SurveyTeaching, teaching),
                        ("source", TextKind::SurveySource, source),
                    ] {
                        self.add(path(field), kind, text, [Step::Field(field)]);
                    }
                }
                SurveyFile::Reaction {
                    answer: AnswerFile::Scale { low, high },
                    ..
                } => {
                    for (field, text) in [("low", low), ("high", high)] {
                        let steps = [Step::Field("answer"), Step::Field(field)];
                        self.add(path(field), TextKind::SurveyEnd, text, steps);
                    }
                }
                SurveyFile::Reaction { .. } => {}
            }
        }
    }
}
