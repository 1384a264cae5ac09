//! What a simulated team does at its liaison desk: asks, answers, queries, consents.

use rand::{Rng, RngExt};

use super::policy::{Policy, pick};
use super::weights::Weights;
use crate::engine::{About, Answer, Command, Consent};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::words::{Form, Handling, Withheld};
use crate::view::{AboutView, CaseView, LineWhat, TaskState, TeamView};

/// The next thing to do at the desk, if there is one.
pub(super) fn work(policy: Policy, case: &CaseView, view: &TeamView) -> Option<Command> {
    let open = policy == Policy::Sharer || policy == Policy::Cautious;
    reply(policy, case.team, view)
        .or_else(|| consent(open, case.team, view))
        .or_else(|| open.then(|| query(case.team, view)).flatten())
        .or_else(|| open.then(|| ask(case.team, view)).flatten())
}

/// Answers the partner's oldest waiting request. Who is careful says why it holds back what it has and
/// has not passed on.
fn reply(policy: Policy, team: Team, view: &TeamView) -> Option<Command> {
    let request = view
        .liaison
        .requests
        .iter()
        .find(|r| r.by != team && r.reply.is_none())?;
    let asked: Vec<SubjectId> = request.subjects.iter().map(|s| s.id).collect();
    let sent = sent_about(view, &asked);
    let answer = match policy {
        Policy::Hoarder | Policy::Random => Answer::Refused(Withheld::OperationRunning),
        _ if !sent.is_empty() => Answer::Items(sent),
        Policy::Cautious => held_back(view, &asked).map_or(Answer::NoTrace, Answer::Refused),
        Policy::Sharer => Answer::NoTrace,
    };
    Some(Command::AnswerRequest {
        request: request.id,
        answer,
    })
}

/// What the team has passed on that speaks of these subjects, in the form in which it went.
fn sent_about(view: &TeamView, asked: &[SubjectId]) -> Vec<ItemId> {
    let speaks = |item: &&crate::view::ItemView| {
        item.shared.iter().any(|s| {
            let named = match s.form {
                Form::Full => &item.subjects,
                Form::TearLine => &item.tear_subjects,
            };
            named.iter().any(|n| asked.contains(&n.id))
        })
    };
    view.folder.iter().filter(speaks).map(|i| i.id).collect()
}

/// Why nothing is said of these subjects although the team holds something of its own: as the first such
/// item is to be handled.
pub(super) fn held_back(view: &TeamView, asked: &[SubjectId]) -> Option<Withheld> {
    let own = view.folder.iter().find(|item| {
        item.received.is_none() && item.subjects.iter().any(|s| asked.contains(&s.id))
    })?;
    Some(match own.handling {
        Handling::TearLineOnly => Withheld::SourceAtRisk,
        Handling::FormalOnly => Withheld::WantsFormal,
        Handling::Open | Handling::Supervisor => Withheld::OperationRunning,
    })
}

fn consent(open: bool, team: Team, view: &TeamView) -> Option<Command> {
    let asked = |i: &&crate::view::ItemView| {
        i.origin == team && i.received.is_none() && matches!(i.consent, Some(Consent::Asked(_)))
    };
    view.folder
        .iter()
        .find(asked)
        .map(|item| Command::GiveConsent {
            item: item.id,
            granted: open,
        })
}

/// Asks the register about what its officers are sent to this round.
fn query(team: Team, view: &TeamView) -> Option<Command> {
    let round = view.clock.round;
    let asked = |about: About| {
        // The line keeps what found no match as well.
        view.liaison.queries.iter().any(|q| {
            q.by == team
                && match (&q.about, about) {
                    (AboutView::Subject(s), About::Subject(id)) => s.id == id,
                    (AboutView::Place { id, .. }, About::Place(p)) => *id == p && q.round == round,
                    _ => false,
                }
        })
    };
    let narrow = |place| {
        let known = view.places.iter().find(|p| p.id == place);
        known.is_some_and(|p| p.kind.narrow())
    };
    view.tasks
        .iter()
        .filter(|t| t.in_the_field && matches!(t.state, TaskState::Given(_)))
        .find_map(|task| {
            let target = task.target.as_ref().map(|s| About::Subject(s.id));
            let place = narrow(task.place).then_some(About::Place(task.place));
            let known = |about: &About| match about {
                About::Subject(id) => knows(view, *id),
                About::Place(_) => true,
            };
            target
                .into_iter()
                .chain(place)
                .find(|a| !asked(*a) && known(a))
        })
        .map(|about| Command::PointerQuery { about })
}

fn knows(view: &TeamView, id: SubjectId) -> bool {
    named(view).any(|s| s == id)
}

fn named(view: &TeamView) -> impl Iterator<Item = SubjectId> {
    view.folder.iter().flat_map(|i| &i.subjects).map(|s| s.id)
}

/// One question a round: about the subject named most often that was not asked about yet.
pub(super) fn ask(team: Team, view: &TeamView) -> Option<Command> {
    let own = || view.liaison.requests.iter().filter(|r| r.by == team);
    let round = view.clock.round;
    let waiting = own().filter(|r| r.reply.is_none()).count();
    if own().any(|r| r.asked == round) || waiting >= usize::from(view.liaison.waiting_limit) {
        return None;
    }
    let asked: Vec<SubjectId> = own().flat_map(|r| &r.subjects).map(|s| s.id).collect();
    let weights = Weights::in_folder(view);
    let new = weights.named().filter(|(s, _)| !asked.contains(s));
    let (subject, _) = new.max_by_key(|(subject, n)| (*n, std::cmp::Reverse(*subject)))?;
    Some(Command::Request {
        subjects: vec![subject],
        text: None,
    })
}

/// Anything that can be done at a desk, wise or not.
pub(super) fn any(team: Team, view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let subjects: Vec<SubjectId> = named(view).collect();
    match rng.random_range(0..6u8) {
        0 => {
            let wanted = rng.random_range(1..=4usize);
            let subjects: Vec<SubjectId> = (0..wanted)
                .filter_map(|_| pick(&subjects, rng).copied())
                .collect();
            let text = rng.random_bool(0.3).then(|| "What do you hold?".to_owned());
            Some(Command::Request { subjects, text })
        }
        1 => {
            let request = pick(&view.liaison.requests, rng)?;
            let asked: Vec<SubjectId> = request.subjects.iter().map(|s| s.id).collect();
            let answer = match rng.random_range(0..3u8) {
                0 => Answer::NoTrace,
                1 => Answer::Refused(*pick(Withheld::ALL, rng)?),
                _ => Answer::Items(sent_about(view, &asked)),
            };
            Some(Command::AnswerRequest {
                request: request.id,
                answer,
            })
        }
        2 => Some(Command::PointerQuery {
            about: About::Subject(*pick(&subjects, rng)?),
        }),
        3 => Some(Command::PointerQuery {
            about: About::Place(pick(&view.places, rng)?.id),
        }),
        4 => Some(Command::AskConsent {
            item: pick(&view.folder, rng)?.id,
        }),
        _ => {
            // What was asked for, or anything.
            let asked = view.line.iter().rev().find_map(|l| match l.what {
                LineWhat::ConsentAsked { by, item } if by != team => Some(item),
                _ => None,
            });
            let item = asked.or_else(|| pick(&view.folder, rng).map(|i| i.id))?;
            Some(Command::GiveConsent {
                item,
                granted: rng.random_bool(0.5),
            })
        }
    }
}
