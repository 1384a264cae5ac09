//! Documents: days that a calendar has, numbers in range, names, and how they are put together.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::documents::{
    Book, CaseDocument, DocumentFile, FraudFile, HolderFile, YearMonthDay, day, stamp,
};
use super::super::ids::{ItemId, SubjectId};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::{Cx, Words};
use crate::document::TODAY;
use crate::document::fraud::FANTASIES;
use crate::document::issuer::{ISSUERS, Issuer, issuer};

/// Most documents of a case, and most stamps and items of one: no book has more leaves.
const MOST: usize = 150;
const MOST_STAMPS: usize = 12;
const MOST_ITEMS: usize = 20;

/// Days, numbers and names, each for itself.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    for document in &parsed.documents.all {
        cx.mended = document.broken;
        let (d, root) = (&document.value, &Trail::Root(document.at));
        cx.days(d, root);
        cx.holder(&d.holder, &root.field("holder"));
        if let Some(FraudFile::AlteredBirth { years, .. }) = &d.fraud {
            let at = root.field("fraud");
            cx.within(&at.field("years"), "years", (*years).into(), 1, 30);
        }
        let sizes = [
            ("stamps", d.stamps.len(), MOST_STAMPS),
            ("right", d.right.len(), MOST_ITEMS),
            ("wrong", d.wrong.len(), MOST_ITEMS),
        ];
        for (list, _, most) in sizes.into_iter().filter(|(_, n, most)| n > most) {
            cx.sink.broken = true;
            let message = format!("a document has at most {most} in `{list}`");
            cx.tell(&root.field(list), Code::TooMany, message, "too many");
        }
        if let Some(FraudFile::Fantasy(code)) = &d.fraud {
            let known = FANTASIES.iter().map(|(code, _)| *code);
            cx.state(
                code,
                known,
                "among those that nobody has heard of",
                &root.field("fraud"),
            );
        }
    }
    if let Some(one) = parsed.documents.all.get(MOST) {
        cx.sink.broken = true;
        let message = format!("a case has at most {MOST} documents");
        cx.tell(&Trail::Root(one.at), Code::TooMany, message, "one too many");
    }
}

/// The documents of the case; none, if it has no such file.
pub(super) fn all(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<CaseDocument> {
    let each = parsed.documents.all.iter();
    each.filter_map(|document| {
        cx.mended = document.broken;
        build(cx, &document.value, &Trail::Root(document.at), words)
    })
    .collect()
}

/// Nothing where the state is unknown: that has been told then.
fn build(cx: &mut Cx, d: &DocumentFile, root: &Trail, words: &Words) -> Option<CaseDocument> {
    let names = cx.names;
    let text =
        |name: &'static str, own: &str| words.text(|| format!("documents.{}.{name}", d.id), own);
    let subject = (d.subject.as_ref())
        .map(|s| SubjectId(cx.index(&names.subjects, s, &root.field("subject"))));
    let (right, wrong) = (
        cx.yielded(&d.right, &root.field("right")),
        cx.yielded(&d.wrong, &root.field("wrong")),
    );
    let Some(state) = issuer(&d.state) else {
        let known = ISSUERS.iter().map(|s| s.code);
        cx.state(
            &d.state,
            known,
            "in the specimen book",
            &root.field("state"),
        );
        return None;
    };
    if let Some(place) = &d.place {
        cx.office(state, place, &root.field("place"));
    }
    Some(CaseDocument {
        key: d.id.clone(),
        team: d.team,
        subject,
        title: text("title", &d.title),
        about: text("about", &d.about),
        lesson: text("lesson", &d.lesson),
        right,
        wrong,
        book: Book {
            kind: d.kind,
            state,
            place: d.place.clone(),
            number: d.number.clone(),
            surname: d.surname.to_uppercase(),
            given: d.given.to_uppercase(),
            sex: d.sex,
            birth: day(d.birth),
            issued: d.issued.map(day),
            expires: d.expires.map(day),
            today: d.today.map_or(TODAY, day),
            holder: d.holder,
            photo: d.photo,
            stamps: d.stamps.iter().copied().map(stamp).collect(),
            visa: d.visa.map(|v| (day(v.until), v.size)),
            reported: d.reported,
            fraud: d.fraud.clone(),
            oddity: d.oddity,
        },
    })
}

/// Whether the calendar has it; where it may be unknown, month and day or the day may be 0.
fn is_day((year, month, day): YearMonthDay, unknown: bool) -> bool {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let known = (1..=12).contains(&month) && (1..=days).contains(&day);
    let open = unknown && day == 0 && month <= 12;
    (1900..2100).contains(&year) && (known || open)
}

impl Cx<'_, '_> {
    fn days(&mut self, d: &DocumentFile, root: &Trail) {
        self.day(d.birth, true, &root.field("birth"));
        for (field, day) in [
            ("issued", d.issued),
            ("expires", d.expires),
            ("today", d.today),
        ] {
            if let Some(day) = day {
                self.day(day, false, &root.field(field));
            }
        }
        for (n, stamp) in d.stamps.iter().enumerate() {
            self.day(stamp.parts().0, false, &root.field("stamps").nth(n));
        }
        if let Some(visa) = &d.visa {
            self.day(visa.until, false, &root.field("visa").field("until"));
        }
        if let Some(FraudFile::FalseStamp { on } | FraudFile::MissingStamp { on }) = &d.fraud {
            self.day(*on, false, &root.field("fraud").field("on"));
        }
    }

    /// What no calendar has never reaches the bench.
    fn day(&mut self, on: YearMonthDay, unknown: bool, at: &Trail) {
        if is_day(on, unknown) {
            return;
        }
        self.sink.broken = true;
        if self.mended && on == (0, 0, 0) {
            return;
        }
        let (year, month, day) = on;
        let message = format!("{year}-{month}-{day} is not a day: write (year, month, day)");
        self.tell(at, Code::OutOfRange, message, "not a day");
    }

    fn holder(&mut self, holder: &HolderFile, at: &Trail) {
        let numbers = [
            ("age", holder.age, 6, 90),
            ("skin", holder.skin, 0, 5),
            ("hair_colour", holder.hair_colour, 0, 4),
        ];
        let traits = holder.traits();
        let traits = traits.map(|(name, of, kind)| (name, kind, 0, of.kinds() - 1));
        for (name, number, least, most) in numbers.into_iter().chain(traits) {
            let number = number.unwrap_or(least);
            // A face of that kind cannot be drawn.
            self.sink.broken |= !(least..=most).contains(&number);
            self.within(
                &at.field(name),
                name,
                number.into(),
                least.into(),
                most.into(),
            );
        }
    }

    /// Tells an unknown state.
    fn state(
        &mut self,
        code: &str,
        known: impl Iterator<Item = &'static str> + Clone,
        which: &str,
        at: &Trail,
    ) {
        if known.clone().any(|k| k == code) {
            return;
        }
        self.sink.broken = true;
        if code.is_empty() && self.mended {
            return;
        }
        let message = format!("there is no state `{}` {which}", shown(code));
        let help = format!("one of {}", known.collect::<Vec<_>>().join(", "));
        self.sink
            .at(self.docs, at.find(self.docs), Code::UnknownState, message)
            .label("not known")
            .help(help);
    }

    fn office(&mut self, state: &Issuer, place: &str, at: &Trail) {
        if state.places.contains(&place) || (place.is_empty() && self.mended) {
            return;
        }
        self.sink.broken = true;
        let message = format!("{} makes out no books in `{}`", state.name, shown(place));
        let offices = format!("one of {}", state.places.join(", "));
        let places = state.places.iter().copied();
        let guess = self.sink.similar(place, places);
        self.sink
            .at(self.docs, at.find(self.docs), Code::UnknownOffice, message)
            .label("no office there")
            .help(offices)
            .guess(self.docs, guess);
    }

    fn yielded(&mut self, ids: &[String], list: &Trail) -> Vec<ItemId> {
        let names = self.names;
        let each = ids.iter().enumerate();
        each.map(|(n, id)| ItemId(self.index(&names.items, id, &list.nth(n))))
            .collect()
    }
}
