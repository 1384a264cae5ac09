//! The texts of a primary line.

use super::super::doc::{Located, Step};
use super::super::primary_line::{AboutFile, Baseline, KindFile, ProfileFile, QuestionFile};
use super::{Out, TextKind};

impl<'p> Out<'p> {
    /// Every text of one line, in the order of its file.
    pub(super) fn line(&mut self, line: &'p Located<ProfileFile>) {
        let l = self.from(line);
        let path = |rest: &str| format!("lines.{}.{rest}", l.id);
        for (field, kind, text) in [
            ("title", TextKind::LineTitle, &l.title),
            ("place", TextKind::LinePlace, &l.place),
            ("baseline", TextKind::LineBaseline, &l.baseline),
        ] {
            self.add(path(field), kind, text, [Step::Field(field)]);
        }
        for (n, b) in l.behaviours.iter().enumerate() {
            let path = |name: &str| path(&format!("behaviours.{}.{name}", b.id));
            let steps = |name| [Step::Field("behaviours"), Step::Nth(n), Step::Field(name)];
            self.add(path("text"), TextKind::Behaviour, &b.text, steps("text"));
            // Nobody reads why people do what is usual.
            if b.is != Baseline::Within {
                let kind = TextKind::BehaviourAlso;
                self.add(path("also"), kind, &b.also, steps("also"));
            }
        }
        for (n, question) in l.questions.iter().enumerate() {
            self.line_question(&l.id, n, question);
        }
        for (n, j) in l.journeys.iter().enumerate() {
            for (m, a) in j.answers.iter().enumerate() {
                let path = |rest: &str| path(&format!("journeys.{}.{}.{rest}", j.id, a.to));
                let [journey, nth] = [Step::Field("journeys"), Step::Nth(n)];
                let [answer, mth] = [Step::Field("answers"), Step::Nth(m)];
                let steps = [journey, nth, answer, mth, Step::Field("say")];
                self.add(path("say"), TextKind::LineAnswer, &a.say, steps);
                for (k, s) in a.shows.iter().enumerate() {
                    let [shows, kth] = [Step::Field("shows"), Step::Nth(k)];
                    let steps = [journey, nth, answer, mth, shows, kth, Step::Field("text")];
                    let path = path(&format!("shows.{}", s.by.key()));
                    self.add(path, TextKind::LineRecord, &s.text, steps);
                }
            }
        }
        for (n, s) in l.slips.iter().enumerate() {
            for (field, kind, text) in [
                ("shows", TextKind::LineRecord, &s.shows),
                ("put", TextKind::LinePut, &s.put),
                ("borne", TextKind::LineBorne, &s.borne),
            ] {
                let steps = [Step::Field("slips"), Step::Nth(n), Step::Field(field)];
                self.add(path(&format!("slips.{n}.{field}")), kind, text, steps);
            }
        }
        for (n, kind) in l.kinds.iter().enumerate() {
            self.line_kind(l, n, kind);
        }
    }

    fn line_question(&mut self, line: &str, n: usize, q: &'p QuestionFile) {
        let path = |name: &str| format!("lines.{line}.questions.{}.{name}", q.id);
        let [list, nth] = [Step::Field("questions"), Step::Nth(n)];
        let steps = [list, nth, Step::Field("ask")];
        self.add(path("ask"), TextKind::LineQuestion, &q.ask, steps);
        let about = |name| [list, nth, Step::Field("about"), Step::Field(name)];
        let kind = TextKind::LineAnswer;
        match &q.about {
            AboutFile::Journey => {}
            AboutFile::Issued { say } => {
                self.add(path("say"), kind, say, about("say"));
                self.hole("{place}");
            }
            AboutFile::Crossings { say, never } => {
                self.add(path("say"), kind, say, about("say"));
                self.hole("{when}");
                self.add(path("never"), kind, never, about("never"));
            }
        }
    }

    /// This has to stand in the text that was added last.
    fn hole(&mut self, hole: &'static str) {
        if let Some(site) = self.sites.last_mut() {
            site.hole = Some(hole);
        }
    }

    fn line_kind(&mut self, line: &'p ProfileFile, n: usize, kind: &'p KindFile) {
        let path = |rest: &str| format!("lines.{}.kinds.{}.{rest}", line.id, kind.id);
        let [kinds, nth] = [Step::Field("kinds"), Step::Nth(n)];
        let steps = [kinds, nth, Step::Field("truth")];
        self.add(path("truth"), TextKind::LineTruth, &kind.truth, steps);
        for (m, leak) in kind.leaks.iter().enumerate() {
            let asked = line.questions.iter().find(|q| q.id == leak.to);
            let journey = asked.is_some_and(|q| matches!(q.about, AboutFile::Journey));
            for (field, kind, text) in [
                ("shows", TextKind::LineRecord, &leak.shows),
                ("put", TextKind::LinePut, &leak.put),
                ("lesson", TextKind::LineLesson, &leak.lesson),
            ] {
                // The passport and the register have words of their own.
                if field == "shows" && !journey {
                    continue;
                }
                let [leaks, mth] = [Step::Field("leaks"), Step::Nth(m)];
                let steps = [kinds, nth, leaks, mth, Step::Field(field)];
                self.add(path(&format!("leaks.{m}.{field}")), kind, text, steps);
            }
        }
    }
}
