//! What passed between the desks, in words: the same on the line, in a report and in a dialog.

use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::screens::folder::words::number;
use crate::drawing::icon::Icon;
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, RequestId, Team};
use crate::scenario::words::{Delivery, OpOutcome, PlanNews};
use crate::session::SeatEnd;
use crate::view::{LackView, LineWhat, ReplyView, RequestView, SubjectView};

/// An entry of the line about the desks: whose it is, whether it alarms, its head and its text.
pub struct Said {
    pub from: Option<Team>,
    pub alarm: bool,
    pub head: Words,
    pub text: Words,
}

/// The partner's short name.
#[must_use]
pub fn partner(seat: &SeatEnd) -> &Text {
    &seat.case.services[seat.case.team.other().index()].short
}

/// Several names in one sentence.
#[must_use]
pub fn list(names: impl IntoIterator<Item = Words>) -> Words {
    let all = names
        .into_iter()
        .reduce(|all, next| t("liaison-list").with("all", all).with("next", next));
    all.unwrap_or_else(|| plain(""))
}

/// The names of subjects in one sentence.
#[must_use]
pub fn names(subjects: &[SubjectView]) -> Words {
    list(subjects.iter().map(|subject| case(&subject.name)))
}

/// The request as its reader sees it.
#[must_use]
pub fn asks(subjects: &[SubjectView], note: Option<&str>) -> Words {
    let key = if note.is_some() {
        "liaison-line-request-note"
    } else {
        "liaison-line-request-text"
    };
    t(key)
        .with("names", names(subjects))
        .with("note", note.unwrap_or_default())
}

/// The request with this number.
#[must_use]
pub fn request(seat: &SeatEnd, id: RequestId) -> Option<&RequestView> {
    seat.view.liaison.requests.iter().find(|r| r.id == id)
}

/// `N-07`, where the team holds it.
#[must_use]
pub fn code(seat: &SeatEnd, id: ItemId) -> Words {
    let item = seat.view.folder.iter().find(|item| item.id == id);
    plain(item.map_or_else(String::new, number))
}

/// What was answered.
#[must_use]
pub fn reply(seat: &SeatEnd, request: &RequestView, reply: &ReplyView) -> Words {
    let names = names(&request.subjects);
    match reply {
        ReplyView::NoTrace => t("liaison-line-no-trace").with("names", names),
        ReplyView::Refused(why) => t("liaison-line-refused")
            .with("names", names)
            .with("why", family("liaison-withheld", why.key())),
        ReplyView::Items { items, coming } => {
            let key = match (items.is_empty(), coming) {
                (false, 0) => "liaison-line-items",
                (false, _) => "liaison-line-items-coming",
                (true, _) => "liaison-line-all-coming",
            };
            let items = list(items.iter().map(|item| code(seat, *item)));
            t(key)
                .with("names", names)
                .with("items", items)
                .with("coming", *coming)
        }
    }
}

/// The sign of an entry.
#[must_use]
pub fn sign(what: &LineWhat) -> Icon {
    match what {
        LineWhat::Request { .. } => Icon::Question,
        LineWhat::Answer { .. } => Icon::CheckCircle,
        LineWhat::Query { .. } => Icon::Target,
        LineWhat::ConsentAsked { .. } | LineWhat::ConsentGiven { .. } => Icon::Shield,
        LineWhat::Breach { .. } | LineWhat::BlueOnBlue { .. } => Icon::Warning,
        LineWhat::Plan { .. } | LineWhat::Ran { .. } => Icon::Target,
        LineWhat::Authority { from: Some(_), .. } => Icon::CheckCircle,
        LineWhat::Authority { from: None, .. } => Icon::Warning,
        LineWhat::Message { .. } | LineWhat::Told { .. } => Icon::Speech,
        LineWhat::Given { .. } => Icon::Folder,
        LineWhat::Corrected { success: true, .. } => Icon::CheckCircle,
        LineWhat::Corrected { success: false, .. } => Icon::Warning,
        LineWhat::Arrived { .. } => Icon::Folder,
        LineWhat::Sent { .. } => Icon::Send,
        LineWhat::Inject { via, .. } => match via {
            Delivery::Telephone => Icon::Call,
            Delivery::Radio => Icon::Radio,
            Delivery::Message => Icon::Mail,
            Delivery::InPerson => Icon::Person,
        },
    }
}

/// The words for an entry that is about the desks; `None` for every other.
#[must_use]
pub fn said(seat: &SeatEnd, what: &LineWhat) -> Option<Said> {
    let own = seat.case.team;
    let partner = partner(seat);
    // The same of both services, in the words for one's own and for the partner's.
    let head = |by: Team, ours: &'static str, theirs: &'static str| {
        t(if by == own { ours } else { theirs }).with("team", partner)
    };
    let told = |from: Team, head: Words, text: Words| Said {
        from: Some(from),
        alarm: false,
        head,
        text,
    };
    Some(match what {
        LineWhat::Request { request: id } => {
            let request = request(seat, *id)?;
            let head = head(
                request.by,
                "liaison-line-own-request",
                "liaison-line-request",
            );
            let text = asks(&request.subjects, request.text.as_deref());
            told(request.by, head, text)
        }
        LineWhat::Answer { request: id } => {
            let request = request(seat, *id)?;
            let by = request.by.other();
            let head = head(by, "liaison-line-own-answer", "liaison-line-answer");
            told(by, head, reply(seat, request, request.reply.as_ref()?))
        }
        LineWhat::Query { by, about, matched } => {
            let head = head(*by, "liaison-line-own-query", "liaison-line-query");
            let key = match (*by == own, matched) {
                (true, true) => "liaison-line-matched",
                (true, false) => "liaison-line-no-match",
                (false, true) => "liaison-line-partner-matched",
                (false, false) => "liaison-line-partner-no-match",
            };
            let name = about.as_ref().map(|about| case(about.name()));
            let text = t(key)
                .with("name", name.unwrap_or_else(|| plain("")))
                .with("team", partner);
            told(*by, head, text)
        }
        LineWhat::ConsentAsked { by, item } => {
            let head = head(
                *by,
                "liaison-line-own-consent-asked",
                "liaison-line-consent-asked",
            );
            let text = t("liaison-line-consent-asked-text").with("item", code(seat, *item));
            told(*by, head, text)
        }
        LineWhat::ConsentGiven { by, item, granted } => {
            let (head, text) = if *granted {
                let head = head(*by, "liaison-line-own-granted", "liaison-line-granted");
                (head, t("liaison-line-granted-text"))
            } else {
                let head = head(*by, "liaison-line-own-denied", "liaison-line-denied");
                (head, t("liaison-line-denied-text"))
            };
            told(*by, head, text.with("item", code(seat, *item)))
        }
        LineWhat::Breach { by, item, used } => Said {
            alarm: true,
            ..told(
                *by,
                head(*by, "liaison-line-own-breach", "liaison-line-breach"),
                t("liaison-line-breach-text")
                    .with("item", code(seat, *item))
                    .with("use", family("liaison-use", used.key())),
            )
        },
        LineWhat::BlueOnBlue { title, failed, .. } => Said {
            from: None,
            alarm: true,
            head: t("liaison-line-blue-on-blue"),
            text: blue(title, partner, *failed),
        },
        LineWhat::Plan {
            by,
            title,
            revision,
            news,
        } => told(*by, planned(*news, *by == own, partner), {
            let key = if *news == PlanNews::Fallen {
                "operation-line-plan-fallen"
            } else {
                "operation-line-plan"
            };
            t(key).with("title", title).with("revision", *revision)
        }),
        LineWhat::Ran {
            title,
            outcome,
            text,
            ..
        } => Said {
            from: None,
            alarm: *outcome != OpOutcome::Success,
            head: t("operation-line-ran")
                .with("title", title)
                .with("outcome", family("operation-outcome", outcome.key())),
            text: case(text),
        },
        LineWhat::Authority {
            title,
            from,
            missing,
            ..
        } => {
            let round = seat.view.clock.round;
            let (key, text) = match from {
                Some(from) if *from <= round => {
                    ("authority-line-granted", t("authority-line-held"))
                }
                Some(from) => {
                    let text = t("authority-line-held-from").with("round", *from);
                    ("authority-line-granted", text)
                }
                None => ("authority-line-turned-down", lacks(missing)),
            };
            told(own, t(key).with("title", title), text)
        }
        LineWhat::Told { text } => trainers(t("liaison-line-trainer"), plain(text.clone())),
        LineWhat::Given { item } => trainers(
            t("liaison-line-given"),
            t("liaison-line-given-text").with("item", code(seat, *item)),
        ),
        LineWhat::Corrected { title, success, .. } => {
            let key = if *success {
                "liaison-line-corrected-success"
            } else {
                "liaison-line-corrected-failure"
            };
            trainers(t("liaison-line-corrected"), t(key).with("task", title))
        }
        LineWhat::Message { .. }
        | LineWhat::Arrived { .. }
        | LineWhat::Sent { .. }
        | LineWhat::Inject { .. } => return None,
    })
}

/// What the trainer says and does: of neither service.
fn trainers(head: Words, text: Words) -> Said {
    Said {
        from: None,
        alarm: false,
        head,
        text,
    }
}

/// What has become of the joint plan, by the team itself or by its partner.
fn planned(news: PlanNews, ours: bool, partner: &Text) -> Words {
    let words = match (news, ours) {
        (PlanNews::Drafted, true) => t("operation-line-own-drafted"),
        (PlanNews::Drafted, false) => t("operation-line-drafted"),
        (PlanNews::Fallen, true) => t("operation-line-own-fallen"),
        (PlanNews::Fallen, false) => t("operation-line-fallen"),
        (PlanNews::Signed, true) => t("operation-line-own-signed"),
        (PlanNews::Signed, false) => t("operation-line-signed"),
        (PlanNews::Binding, true) => t("operation-line-own-binding"),
        (PlanNews::Binding, false) => t("operation-line-binding"),
        (PlanNews::Withdrawn, true) => t("operation-line-own-withdrawn"),
        (PlanNews::Withdrawn, false) => t("operation-line-withdrawn"),
    };
    words.with("team", partner)
}

/// Every ground that was not shown, and why.
#[must_use]
pub fn lacks(missing: &[LackView]) -> Words {
    list(missing.iter().map(|lacking| {
        t("authority-lacking")
            .with("ground", &lacking.ground)
            .with("lack", family("authority-lack", lacking.lack.key()))
    }))
}

fn blue(task: &Text, partner: &Text, failed: bool) -> Words {
    t(if failed {
        "liaison-line-blue-failed"
    } else {
        "liaison-line-blue-worked"
    })
    .with("task", task)
    .with("team", partner)
}
