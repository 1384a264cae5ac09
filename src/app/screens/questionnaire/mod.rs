//! QUESTIONNAIRE: what a person is asked before the exercise, after it and weeks later, one sheet a person.
//!
//! Persons answer, not teams, and several of them use one laptop one after the other: a sheet that is handed in
//! leaves the screen empty for the next. What somebody does not know is left out, so a chosen option can be
//! taken back by choosing it again. The trainer types in what was filled in on paper.

mod page;
mod sheet;

pub use page::{occasion, people};

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use bevy::prelude::*;

use super::{Before, Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::{Curtain, Play};
use crate::app::conduct::Conduct;
use crate::app::i18n::t;
use crate::app::text::column;
use crate::app::widgets::field::Edited;
use crate::app::widgets::notice::Notices;
use crate::engine::questionnaires::{Reply, SurveyReply};
use crate::engine::{Command, Phase};
use crate::scenario::ids::{SurveyId, Team};
use crate::scenario::questionnaires::MAX_QUESTIONS;
use crate::scenario::words::Occasion;
use crate::view::{AnswerWanted, CaseView, SheetView, SurveyView};

/// What only QUESTIONNAIRE is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionnaireAction {
    /// Come here, from wherever one is.
    Show,
    /// Back to where one came from.
    Leave,
    When(Occasion),
    Of(Team),
    /// One of the names that are offered.
    Name(usize),
    /// An option is chosen, or taken back.
    Option(SurveyId, u8),
    /// A step of a scale is chosen, or taken back.
    Scale(SurveyId, u8),
    HandIn,
}

/// The name of whoever answers.
const WHO: &str = "questionnaire-who";

/// A field for each question that is answered in own words.
static WORDS: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..MAX_QUESTIONS).map(|n| format!("survey-{n}")).collect());

fn field_of(question: SurveyId) -> Option<&'static str> {
    WORDS.get(question.index()).map(String::as_str)
}

/// What somebody has filled in and not handed in.
#[derive(Resource, Clone, Debug, Default)]
pub struct Draft {
    who: String,
    team: Option<Team>,
    when: Option<Occasion>,
    replies: BTreeMap<SurveyId, Reply>,
    /// Where one came from.
    from: Screen,
    /// Counts what makes the page anew: a sheet handed in, a name taken from the list.
    fresh: u32,
}

impl Draft {
    /// The next person, at the same place.
    fn next(&mut self) {
        self.who.clear();
        self.replies.clear();
        self.fresh += 1;
    }

    /// How many of these questions have an answer.
    fn answered(&self, asked: &[&SurveyView]) -> usize {
        let has = |q: &&&SurveyView| self.replies.contains_key(&q.id);
        asked.iter().filter(has).count()
    }

    fn choose(&mut self, question: &SurveyView, option: u8) {
        let AnswerWanted::Options { several, .. } = &question.answer else {
            return;
        };
        let mut chosen = match self.replies.remove(&question.id) {
            Some(Reply::Options(chosen)) => chosen,
            _ => Vec::new(),
        };
        let had = chosen.contains(&option);
        chosen.retain(|c| *c != option && *several);
        if !had {
            chosen.push(option);
            chosen.sort_unstable();
        }
        if !chosen.is_empty() {
            self.replies.insert(question.id, Reply::Options(chosen));
        }
    }

    fn rate(&mut self, question: SurveyId, step: u8) {
        let reply = Reply::Scale(step);
        if self.replies.get(&question) == Some(&reply) {
            self.replies.remove(&question);
        } else {
            self.replies.insert(question, reply);
        }
    }
}

/// Who may answer what here.
struct Place {
    case: Arc<CaseView>,
    /// For whom a sheet can be handed in here.
    teams: Vec<Team>,
    team: Team,
    /// What can be answered now.
    occasions: Vec<Occasion>,
    when: Option<Occasion>,
    /// Sheets of the team, in the order in which they came.
    handed: Vec<SheetView>,
    /// Whom the team is known to have, each once.
    names: Vec<String>,
    /// Paper is typed in by whoever runs the exercise.
    paper: bool,
}

impl Place {
    fn of(play: Option<&Play>, conduct: Option<&Conduct>, draft: &Draft) -> Option<Self> {
        let (case, teams, phase, open, handed, people, paper) = match (conduct, play) {
            (Some(c), _) => (
                Arc::clone(&c.case.teams[0]),
                Team::BOTH.to_vec(),
                c.view.phase,
                c.view.phase == Phase::Debrief && !c.view.held,
                c.view.questionnaires.sheets.clone(),
                [Vec::new(), Vec::new()],
                true,
            ),
            (None, Some(p)) => {
                let seat = p.seat();
                // In the debrief both teams sit together at this screen.
                let together = p.phase() == Phase::Debrief && p.shares_screen();
                let teams = if together {
                    Team::BOTH.to_vec()
                } else {
                    vec![p.team()]
                };
                let mut people = p.people.clone();
                if let Some(far) = p.far() {
                    people[p.team().index()].push(far.pass.name.clone());
                }
                (
                    Arc::clone(&seat.case),
                    teams,
                    p.phase(),
                    seat.view.debrief.is_some(),
                    p.handed_in(),
                    people,
                    false,
                )
            }
            (None, None) => return None,
        };
        let asked = |when: Occasion| case.surveys.iter().any(|q| q.asked.contains(&when));
        let now = |when: &Occasion| match when {
            Occasion::Before => paper || phase == Phase::Briefing,
            Occasion::After | Occasion::FollowUp => open,
        };
        let occasions: Vec<Occasion> = Occasion::ALL
            .iter()
            .copied()
            .filter(|when| asked(*when) && now(when))
            .collect();
        let usual = || {
            // What comes next is what is mostly filled in.
            let after = occasions.iter().find(|w| **w == Occasion::After);
            after.or(occasions.first()).copied()
        };
        let team = draft
            .team
            .filter(|team| teams.contains(team))
            .or_else(|| teams.first().copied())?;
        let handed: Vec<SheetView> = handed.into_iter().filter(|s| s.team == team).collect();
        let mut names = people[team.index()].clone();
        for sheet in &handed {
            if !names.iter().any(|name| same(name, &sheet.who)) {
                names.push(sheet.who.to_string());
            }
        }
        names.retain(|name| !name.trim().is_empty());
        Some(Self {
            when: draft
                .when
                .filter(|when| occasions.contains(when))
                .or_else(usual),
            case,
            teams,
            team,
            occasions,
            handed,
            names,
            paper,
        })
    }

    /// What is asked on this occasion, in the case's order.
    fn asked(&self) -> Vec<&SurveyView> {
        let Some(when) = self.when else {
            return Vec::new();
        };
        let all = self.case.surveys.iter();
        all.filter(|q| q.asked.contains(&when)).collect()
    }

    /// Has this person handed in a sheet on this occasion?
    fn has(&self, who: &str) -> bool {
        let such = |s: &SheetView| Some(s.when) == self.when && same(&s.who, who);
        self.handed.iter().any(such)
    }

    /// What the page is made from: when this changes it is made anew.
    fn frame(&self, draft: &Draft) -> Frame {
        Frame {
            team: self.team,
            when: self.when,
            occasions: self.occasions.clone(),
            handed: self.handed.clone(),
            fresh: draft.fresh,
        }
    }
}

/// Capitals and spaces do not make another person.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let words = name.split_whitespace().map(str::to_lowercase);
        words.collect::<Vec<_>>()
    };
    plain(a) == plain(b)
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Frame {
    team: Team,
    when: Option<Occasion>,
    occasions: Vec<Occasion>,
    handed: Vec<SheetView>,
    fresh: u32,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Draft>();
    app.add_systems(OnEnter(Screen::Questionnaire), enter);
    app.add_systems(
        Update,
        (
            show.in_set(Answer),
            (
                (edit, act).chain().in_set(Answer),
                (again, sheet::answers, sheet::foot).chain().after(Answer),
            )
                .run_if(in_state(Screen::Questionnaire)),
        ),
    );
}

/// Comes here from a screen that offers it.
fn show(
    mut acts: Acts,
    screen: Res<State<Screen>>,
    mut draft: ResMut<Draft>,
    mut before: ResMut<Before>,
    mut next: ResMut<NextState<Screen>>,
) {
    let wanted = Action::Questionnaire(QuestionnaireAction::Show);
    if acts.read().any(|act| act.action == wanted) {
        *draft = Draft {
            from: **screen,
            ..Draft::default()
        };
        // A debrief that is left for this is found as it was.
        before.0 = **screen;
        next.set(Screen::Questionnaire);
    }
}

fn enter(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    draft: Res<Draft>,
) {
    let leave = Action::Questionnaire(QuestionnaireAction::Leave);
    let root = root_with_escape(Screen::Questionnaire, column(0.0), leave);
    let id = commands.spawn(root).id();
    let place = Place::of(play.as_deref(), conduct.as_deref(), &draft);
    rebuild(&mut commands, id, |parent| {
        page::build(parent, place.as_ref(), &draft)
    });
}

fn again(
    mut commands: Commands,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    draft: Res<Draft>,
    root: Single<(Entity, Ref<Root>)>,
    mut built: Local<Option<Frame>>,
) {
    let place = Place::of(play.as_deref(), conduct.as_deref(), &draft);
    let frame = place.as_ref().map(|place| place.frame(&draft));
    let (id, root) = (root.0, &root.1);
    // What was just entered is built.
    if root.is_added() {
        *built = frame;
    } else if *built != frame {
        *built = frame;
        rebuild(&mut commands, id, |parent| {
            page::build(parent, place.as_ref(), &draft)
        });
    }
}

fn edit(
    mut edits: MessageReader<Edited>,
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    mut draft: ResMut<Draft>,
) {
    for edit in edits.read() {
        if edit.field.0 == WHO {
            draft.who.clone_from(&edit.text);
            continue;
        }
        let Some(place) = Place::of(play.as_deref(), conduct.as_deref(), &draft) else {
            continue;
        };
        let mut asked = place.asked().into_iter();
        let Some(id) = asked
            .find(|q| field_of(q.id) == Some(edit.field.0))
            .map(|q| q.id)
        else {
            continue;
        };
        if edit.text.trim().is_empty() {
            draft.replies.remove(&id);
        } else {
            draft.replies.insert(id, Reply::Text(edit.text.clone()));
        }
    }
}

fn act(
    mut acts: Acts,
    mut play: Option<ResMut<Play>>,
    mut conduct: Option<ResMut<Conduct>>,
    mut draft: ResMut<Draft>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
    mut commands: Commands,
) {
    for act in acts.read() {
        let Action::Questionnaire(action) = act.action else {
            continue;
        };
        let Some(place) = Place::of(play.as_deref(), conduct.as_deref(), &draft) else {
            next.set(Screen::Home);
            continue;
        };
        let asked = |id: SurveyId| place.asked().into_iter().find(|q| q.id == id);
        match action {
            QuestionnaireAction::Show => {}
            QuestionnaireAction::Leave => {
                let back = match play.as_deref().filter(|_| conduct.is_none()) {
                    // The exercise may have moved on meanwhile.
                    Some(play) => play.due(),
                    None => (place.team, draft.from),
                };
                if let Some(play) = play.as_deref().filter(|p| back.0 != p.team())
                    && conduct.is_none()
                    && play.shares_screen()
                {
                    let (to, then) = back;
                    let half = false;
                    commands.insert_resource(Curtain { to, then, half });
                    next.set(Screen::Curtain);
                } else {
                    next.set(back.1);
                }
            }
            QuestionnaireAction::When(when) => {
                draft.when = Some(when);
                // An answer belongs to its question; what is asked again then stays.
                draft.fresh += 1;
            }
            QuestionnaireAction::Of(team) => {
                draft.team = Some(team);
                draft.who.clear();
                draft.fresh += 1;
            }
            QuestionnaireAction::Name(at) => {
                if let Some(name) = place.names.get(at) {
                    draft.who.clone_from(name);
                    draft.fresh += 1;
                }
            }
            QuestionnaireAction::Option(id, option) => {
                if let Some(question) = asked(id) {
                    draft.choose(question, option);
                }
            }
            QuestionnaireAction::Scale(id, step) => draft.rate(id, step),
            QuestionnaireAction::HandIn => {
                let Some(when) = place.when else { continue };
                let questions = place.asked();
                let replies: Vec<SurveyReply> = questions
                    .iter()
                    .filter_map(|q| {
                        let reply = draft.replies.get(&q.id)?.clone();
                        Some(SurveyReply {
                            question: q.id,
                            reply,
                        })
                    })
                    .collect();
                let (answered, of) = (replies.len(), questions.len());
                let who = draft.who.split_whitespace().collect::<Vec<_>>().join(" ");
                let again = place.has(&who);
                let command = Command::AnswerQuestionnaire {
                    team: place.team,
                    who: who.clone(),
                    when,
                    replies,
                };
                let said = match (&mut conduct, &mut play) {
                    (Some(conduct), _) => conduct.send(command),
                    (None, Some(play)) => play.send_of(place.team, command),
                    (None, None) => continue,
                };
                if let Some(why) = said.why_not() {
                    notices.refuse(why);
                    continue;
                }
                let key = if again {
                    "questionnaire-recorded-again"
                } else {
                    "questionnaire-recorded"
                };
                notices.tell(
                    t(key)
                        .with("name", who.as_str())
                        .with("answered", answered)
                        .with("asked", of),
                );
                draft.next();
            }
        }
    }
}
