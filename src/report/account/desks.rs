//! What passed between the two desks, told.

use super::{Account, Told, together};
use crate::engine::{About, Answer, Event};
use crate::language::{family, t};
use crate::scenario::ids::SubjectId;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    match event {
        Event::ItemShared {
            team,
            item,
            form,
            channel,
            note,
            arrives,
            ..
        } => {
            let at_once = *arrives == account.state.round();
            let told = t("account-shares").with("item", account.item(*item));
            let told = told.with("form", family("debrief-form", form.key()));
            let told = told.with("channel", family("folder-by", channel.key()));
            let told = told.with("arrives", if at_once { 0 } else { *arrives });
            let note = (note.as_ref()).map(|n| t("account-note").with("note", n.as_str()));
            let note = note.map(|note| account.say(&note));
            Some((
                Some(*team),
                false,
                together([Some(account.say(&told)), note]),
            ))
        }
        Event::ItemArrived { team, item, .. } => account.by(
            *team,
            t("account-receives").with("item", account.number(*item)),
        ),
        Event::MessageSent { team, text, .. } => {
            account.by(*team, t("account-message").with("text", text.as_str()))
        }
        Event::Requested {
            team,
            subjects,
            text,
            ..
        } => {
            let told = t("account-asks").with("names", names(account, subjects));
            let text = text.as_ref();
            let text =
                text.map(|text| account.say(&t("account-words").with("text", text.as_str())));
            Some((
                Some(*team),
                false,
                together([Some(account.say(&told)), text]),
            ))
        }
        Event::RequestAnswered {
            team,
            request,
            answer,
            ..
        } => {
            let asked = account.state.liaison.request(*request);
            let names = asked.map_or_else(String::new, |r| names(account, &r.subjects));
            let told = match answer {
                Answer::Items(items) => t("account-answers").with("items", account.numbers(items)),
                Answer::NoTrace => t("account-answers-no-trace"),
                Answer::Refused(why) => {
                    t("account-answers-refused").with("why", family("liaison-withheld", why.key()))
                }
            };
            account.by(*team, told.with("names", names))
        }
        Event::PointerQueried {
            team,
            about,
            matched,
            ..
        } => {
            let told = if *matched {
                t("account-query-match")
            } else {
                t("account-query-no-match")
            };
            account.by(*team, told.with("about", self::about(account, *about)))
        }
        Event::PointerMatched { team, about } => {
            let told = t("account-query-met");
            account.by(*team, told.with("about", self::about(account, *about)))
        }
        Event::ConsentAsked { team, item, .. } => {
            let told = t("account-asks-consent");
            account.by(*team, told.with("item", account.number(*item)))
        }
        Event::ConsentGiven {
            team,
            item,
            granted,
            ..
        } => {
            let told = if *granted {
                t("account-consents")
            } else {
                t("account-no-consent")
            };
            account.by(*team, told.with("item", account.number(*item)))
        }
        Event::Breach { team, item, by } => {
            let told = t("account-breach").with("item", account.number(*item));
            account.by(*team, told.with("use", family("liaison-use", by.key())))
        }
        Event::TrustMoved { by, why } => {
            let now = account.state.liaison.trust;
            let then = now.saturating_add_signed(*by).min(100);
            if now == then {
                return None;
            }
            let told = t("account-trust-why").with("from", now).with("to", then);
            account.plain(told.with("why", family("liaison-cause", why.key())))
        }
        Event::BlueOnBlue {
            tasks: [north, south],
            about,
            failed,
        } => {
            let told = t("account-blue-on-blue").with("about", self::about(account, *about));
            let told = told.with("north", account.task(*north));
            let told = told.with("south", account.task(*south));
            account.plain(told.with("failed", account.service(*failed)))
        }
        _ => None,
    }
}

fn names(account: &Account, subjects: &[SubjectId]) -> String {
    let names = subjects.iter().map(|subject| account.subject(*subject));
    account.speaker.list(names)
}

fn about(account: &Account, about: About) -> &str {
    match about {
        About::Subject(subject) => account.subject(subject),
        About::Place(place) => account.text(&account.scenario().place(place).name),
    }
}
