//! A questionnaire on paper: to be filled in with a pen, without the answers.

use std::fmt::Write as _;

use askama::Template;

use crate::language::{Lang, family, say, t};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::questionnaires::{SCALE, SurveyKind};
use crate::scenario::words::Occasion;

/// A questionnaire as it is printed.
#[derive(Template)]
#[template(path = "questionnaire.html", config = "src/report/askama.toml")]
pub struct Paper {
    lang: &'static str,
    case: String,
    title: String,
    why: String,
    name: String,
    team: String,
    date: String,
    teams: [String; 2],
    questions: Vec<Printed>,
}

struct Printed {
    number: usize,
    text: String,
    how: String,
    options: Vec<String>,
    /// The words at the ends of a scale.
    scale: Option<(String, String)>,
    /// Lines to write on.
    lines: usize,
}

/// The questionnaire of an occasion; nothing if nothing is asked then.
#[must_use]
pub fn paper(scenario: &Scenario, when: Occasion, lang: Lang) -> Option<Paper> {
    let words = |key: &'static str| say(lang, &t(key));
    let own = |text: &crate::scenario::Text| text.get(lang.tag()).to_owned();
    let questions: Vec<Printed> = (1..)
        .zip(scenario.asked(when))
        .map(|(number, (_, q))| {
            let mut printed = Printed {
                number,
                text: own(&q.text),
                how: String::new(),
                options: Vec::new(),
                scale: None,
                lines: 0,
            };
            match &q.kind {
                SurveyKind::Knowledge(k) => {
                    printed.how = words(if k.several() {
                        "questionnaire-choose-several"
                    } else {
                        "questionnaire-choose"
                    });
                    printed.options = k.options.iter().map(|o| own(&o.text)).collect();
                }
                SurveyKind::Scale { low, high } => printed.scale = Some((own(low), own(high))),
                SurveyKind::Free => {
                    printed.how = words("questionnaire-own-words");
                    printed.lines = 3;
                }
            }
            printed
        })
        .collect();
    if questions.is_empty() {
        return None;
    }
    Some(Paper {
        lang: lang.tag(),
        case: own(&scenario.title),
        title: say(lang, &family("questionnaire", when.key())),
        why: words("questionnaire-why"),
        name: words("questionnaire-name"),
        team: words("questionnaire-team"),
        date: words("questionnaire-date"),
        teams: Team::BOTH.map(|team| own(&scenario.service(team).name)),
        questions,
    })
}

impl Paper {
    /// For a printer that knows letters only.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let [north, south] = &self.teams;
        writeln!(out, "{}\n{}\n\n{}\n", self.case, self.title, self.why)?;
        writeln!(
            out,
            "{}: ______________________________   {}: ______________",
            self.name, self.date
        )?;
        writeln!(out, "{}: [ ] ▲ {north}   [ ] ◆ {south}", self.team)?;
        for q in &self.questions {
            writeln!(out, "\n{}. {}", q.number, q.text)?;
            if !q.how.is_empty() {
                writeln!(out, "   {}", q.how)?;
            }
            for (n, option) in (1..).zip(&q.options) {
                writeln!(out, "   [ ] {n}  {option}")?;
            }
            if let Some((low, high)) = &q.scale {
                write!(out, "   {low}")?;
                for n in 1..=SCALE {
                    write!(out, "   [ ] {n}")?;
                }
                writeln!(out, "   {high}")?;
            }
            for _ in 0..q.lines {
                writeln!(out, "   {}", "_".repeat(60))?;
            }
        }
        Ok(())
    }

    /// As a page that needs no script, no font and no network.
    ///
    /// # Errors
    /// If the page cannot be composed, which no case causes.
    pub fn html(&self) -> Result<String, askama::Error> {
        self.render()
    }
}
