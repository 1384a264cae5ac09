//! Folding what passes between the desks: requests, queries, consent, trust.

use std::sync::Arc;

use super::event::Event;
use super::evolve::line;
use super::liaison::{About, Answer, Breach, Collision, Consent, Query, Request, TrustMove};
use super::state::{LineKind, State};
use crate::scenario::ids::{RequestId, Team};
use crate::scenario::words::TrustCause;

pub(super) fn evolve(state: &mut State, event: &Event) {
    let round = state.round;
    match event {
        Event::Requested {
            team,
            subjects,
            text,
            at,
        } => {
            state.now = *at;
            let id = u16::try_from(state.liaison.requests.len()).unwrap_or(u16::MAX);
            state.liaison.requests.push(Request {
                by: *team,
                subjects: subjects.clone(),
                text: text.as_deref().map(Arc::from),
                asked: round,
                at: *at,
                answer: None,
            });
            both(state, &LineKind::Request(RequestId(id)));
        }
        Event::RequestAnswered {
            request,
            answer,
            at,
            ..
        } => {
            state.now = *at;
            if let Some(asked) = state.liaison.requests.get_mut(request.index()) {
                // The round of the first answer stays, unless items follow an empty one.
                let kept = match (&asked.answer, answer) {
                    (Some((Answer::Items(_), first)), _) => *first,
                    _ => round,
                };
                asked.answer = Some((answer.clone(), kept));
            }
            both(state, &LineKind::Answer(*request));
        }
        Event::PointerQueried {
            team,
            about,
            matched,
            at,
        } => {
            state.now = *at;
            state.liaison.queries.push(Query {
                by: *team,
                about: *about,
                round,
                matched: *matched,
            });
            if *matched {
                know(state, *about);
            }
            told(state, *team, *about, *matched);
        }
        Event::PointerMatched { team, about } => {
            let mut queries = state.liaison.queries.iter_mut();
            if let Some(q) = queries.find(|q| q.by == *team && q.about == *about && !q.matched) {
                q.matched = true;
            }
            know(state, *about);
            told(state, *team, *about, true);
        }
        Event::ConsentAsked { team, item, at } => {
            state.now = *at;
            state.liaison.consents.insert(*item, Consent::Asked(round));
            both(
                state,
                &LineKind::ConsentAsked {
                    by: *team,
                    item: *item,
                },
            );
        }
        Event::ConsentGiven {
            team,
            item,
            granted,
            at,
        } => {
            state.now = *at;
            let consent = if *granted {
                Consent::Granted
            } else {
                Consent::Refused
            };
            state.liaison.consents.insert(*item, consent);
            both(
                state,
                &LineKind::ConsentGiven {
                    by: *team,
                    item: *item,
                    granted: *granted,
                },
            );
        }
        Event::Breach { team, item, by } => {
            state.liaison.breaches.push(Breach {
                team: *team,
                item: *item,
                by: *by,
                round,
            });
            both(
                state,
                &LineKind::Breach {
                    by: *team,
                    item: *item,
                    used: *by,
                },
            );
        }
        Event::TrustMoved { by, why } => trust(state, *by, *why),
        Event::BlueOnBlue {
            tasks,
            about,
            failed,
        } => {
            state.liaison.collisions.push(Collision {
                tasks: *tasks,
                about: *about,
                failed: *failed,
                round,
            });
            // From now on they know of each other.
            know(state, *about);
            for team in Team::BOTH {
                let what = LineKind::BlueOnBlue {
                    task: tasks[team.index()],
                    failed: *failed == team,
                };
                line(state, team, what);
            }
        }
        _ => {}
    }
}

pub(super) fn trust(state: &mut State, by: i8, why: TrustCause) {
    let round = state.round;
    let trust = &mut state.liaison.trust;
    *trust = trust.saturating_add_signed(by).min(100);
    state.liaison.moves.push(TrustMove { round, by, why });
}

fn know(state: &mut State, about: About) {
    let round = state.round;
    match about {
        About::Subject(subject) => {
            state.liaison.targets.insert(subject);
        }
        About::Place(place) => {
            state.liaison.sites.insert((place, round));
        }
    }
}

/// The partner of who asked hears what it was about only if there is a match.
fn told(state: &mut State, by: Team, about: About, matched: bool) {
    for team in Team::BOTH {
        let about = (matched || team == by).then_some(about);
        line(state, team, LineKind::Query { by, about, matched });
    }
}

fn both(state: &mut State, what: &LineKind) {
    for team in Team::BOTH {
        line(state, team, what.clone());
    }
}
