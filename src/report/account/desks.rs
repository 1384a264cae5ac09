//! What passed between the two desks, told.

use super::Account;
use crate::engine::{About, Answer, Event};
use crate::scenario::ids::{SubjectId, Team};
use crate::scenario::words::{TrustCause, Use, Withheld};

type Told = Option<(Option<Team>, bool, String)>;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let by = |team: Team, text: String| Some((Some(team), false, text));
    match event {
        Event::Requested {
            team,
            subjects,
            text,
            ..
        } => {
            let text = (text.as_ref())
                .map(|t| format!(" “{t}”"))
                .unwrap_or_default();
            let names = names(account, subjects);
            by(*team, format!("Asks the partner about {names}.{text}"))
        }
        Event::RequestAnswered {
            team,
            request,
            answer,
            ..
        } => {
            let asked = account.state.liaison.request(*request);
            let names = asked.map_or_else(String::new, |r| names(account, &r.subjects));
            let answer = match answer {
                Answer::Items(items) => {
                    let items: Vec<_> = items.iter().map(|i| account.number(*i)).collect();
                    items.join(", ")
                }
                Answer::NoTrace => "no trace".to_owned(),
                Answer::Refused(why) => format!("refused, {}", withheld(*why)),
            };
            by(
                *team,
                format!("Answers the request about {names}: {answer}"),
            )
        }
        Event::PointerQueried {
            team,
            about,
            matched,
            ..
        } => {
            let word = if *matched { "a match" } else { "no match" };
            let about = self::about(account, *about);
            by(*team, format!("Pointer query about {about}: {word}"))
        }
        Event::PointerMatched { team, about } => {
            let about = self::about(account, *about);
            by(*team, format!("The query about {about} has met its match"))
        }
        Event::ConsentAsked { team, item, .. } => by(
            *team,
            format!("Asks for consent to use {}", account.number(*item)),
        ),
        Event::ConsentGiven {
            team,
            item,
            granted,
            ..
        } => {
            let word = if *granted { "Lets" } else { "Does not let" };
            let number = account.number(*item);
            by(*team, format!("{word} the partner use {number}"))
        }
        Event::Breach {
            team,
            item,
            by: used,
        } => {
            let used = use_of(*used);
            let number = account.number(*item);
            by(
                *team,
                format!("Uses {number} {used} without its originator’s consent"),
            )
        }
        Event::TrustMoved { by, why } => {
            let now = account.state.liaison.trust;
            let then = now.saturating_add_signed(*by).min(100);
            let why = cause(*why);
            let text = format!("Trust between the services: {now} → {then}, {why}");
            (now != then).then_some((None, false, text))
        }
        Event::BlueOnBlue {
            tasks,
            about,
            failed,
        } => {
            let [north, south] = tasks.map(|t| account.task(t).to_owned());
            let failed = account.say(&account.state.scenario().service(*failed).short);
            let about = self::about(account, *about);
            let text = format!(
                "Blue on blue at {about}: “{north}” and “{south}” got into each other’s way; \
                 {failed} has worked in vain"
            );
            Some((None, false, text))
        }
        _ => None,
    }
}

fn names(account: &Account, subjects: &[SubjectId]) -> String {
    let scenario = account.state.scenario();
    let names: Vec<_> = subjects
        .iter()
        .map(|s| account.say(&scenario.subject(*s).name))
        .collect();
    names.join(", ")
}

fn about(account: &Account, about: About) -> String {
    let scenario = account.state.scenario();
    let name = match about {
        About::Subject(s) => &scenario.subject(s).name,
        About::Place(p) => &scenario.place(p).name,
    };
    account.say(name).to_owned()
}

pub(in crate::report) fn use_of(used: Use) -> &'static str {
    match used {
        Use::Warrant => "in a warrant",
        Use::Plan => "in a plan",
        Use::Interview => "in an interview",
    }
}

pub(in crate::report) fn withheld(why: Withheld) -> &'static str {
    match why {
        Withheld::SourceAtRisk => "a source would be at risk",
        Withheld::OperationRunning => "an operation is running",
        Withheld::NoLegalBasis => "there is no legal basis",
        Withheld::WantsFormal => "it takes a formal request",
        Withheld::TooBroad => "the question is too wide",
    }
}

pub(in crate::report) fn cause(why: TrustCause) -> &'static str {
    match why {
        TrustCause::AnsweredAtOnce => "a request was answered at once",
        TrustCause::Answered => "a request was answered",
        TrustCause::NoTrace => "a request was answered with no trace",
        TrustCause::Refused => "a request was refused with a reason",
        TrustCause::Unanswered => "a request still waits",
        TrustCause::Doubtful => "doubtful information came without a warning",
        TrustCause::Swamped => "more came than a desk can read",
        TrustCause::ConsentGiven => "consent was given",
        TrustCause::ConsentRefused => "consent was refused",
        TrustCause::Breach => "the third-party rule was broken",
        TrustCause::Deconflicted => "the services found out in time",
        TrustCause::BlueOnBlue => "the services got into each other’s way",
        TrustCause::Case => "by what happened",
    }
}
