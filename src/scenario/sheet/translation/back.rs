//! What a table of translations that comes back would change.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::edit::element::{Element, append};
use super::super::super::edit::{Splice, quoted};
use super::super::super::sink::shown;
use super::super::super::translations::problem;
use super::super::super::tree::NodeIx;
use super::super::table::{Cell, Fault, Found, Grid, MAX_ROWS, Problem, clean, plain};
use super::super::{Back, Change};
use super::holes::holes_differ;
use super::{OK, ORIGINAL, Originals, PLACE, SHEET, STATUS, STATUSES, TRANSLATION, Texts, heads};

pub(super) struct Reader<'r, 't, 's> {
    pub texts: &'r Texts<'t, 's>,
    pub out: Back,
    pub noted: Originals,
    /// Texts that the language has not had: place among the sites, cell, translation.
    pub fresh: Vec<(usize, Cell, String)>,
}

impl Reader<'_, '_, '_> {
    pub fn read(&mut self, grids: &[Grid]) {
        let found = match Found::new(grids, &heads(), &[PLACE, TRANSLATION]) {
            Ok(found) => found,
            Err(problem) => return self.out.problems.push(problem),
        };
        let language = found.sheet().strip_prefix(SHEET);
        if let Some(other) = language.filter(|tag| *tag != self.texts.tag) {
            let message = format!(
                "the sheet is of `{}`, and not of `{}`; if that is meant, name it `{SHEET}{}`",
                shown(other),
                self.texts.tag,
                self.texts.tag
            );
            return self.out.problems.push(Problem {
                fault: Fault::OtherLanguage,
                cell: None,
                column: "",
                message,
            });
        }
        self.out.problems.extend(found.faults());
        for name in &found.strange {
            let note = format!("the column `{name}` is not one of a translation's and is not read");
            self.out.notes.push(note);
        }
        if found.rows().count() > MAX_ROWS {
            return self.out.problems.push(Problem {
                fault: Fault::TooManyRows,
                cell: None,
                column: "",
                message: format!("the sheet has more than {MAX_ROWS} rows"),
            });
        }
        let texts = self.texts;
        let places = texts.sites.iter().enumerate();
        let places: BTreeMap<&str, usize> = places.map(|(n, s)| (s.path.as_str(), n)).collect();
        let mut seen = BTreeSet::new();
        let without_row = self.without_row(&found);
        let mut lost = 0;
        for row in found.rows() {
            let path = found.text(row, PLACE).unwrap_or_default();
            let fault = match places.get(path.as_str()) {
                None => match moved(&found, row, &without_row) {
                    Moved::Nothing => {
                        lost += 1;
                        None
                    }
                    Moved::To(nth) if seen.insert(self.texts.sites[nth].path.clone()) => {
                        let now = &self.texts.sites[nth].path;
                        let note = format!("`{}` is `{now}` now", shown(&path));
                        self.out.notes.push(note);
                        self.row(&found, row, nth);
                        None
                    }
                    Moved::To(_) | Moved::Nowhere => Some((
                        Fault::UnknownText,
                        format!(
                            "the case has no text `{}`; write where it stands now, or delete the row",
                            shown(&path)
                        ),
                    )),
                },
                Some(_) if !seen.insert(path.clone()) => Some((
                    Fault::RowTwice,
                    format!("`{path}` stands in the sheet twice"),
                )),
                Some(&nth) => {
                    self.row(&found, row, nth);
                    None
                }
            };
            if let Some((fault, message)) = fault {
                let problem = found.problem(fault, row, PLACE, message);
                self.out.problems.push(problem);
            }
        }
        if lost > 0 {
            let note = match lost {
                1 => "1 row without a translation is of a text that the case does not have; it is left out"
                    .to_owned(),
                more => format!(
                    "{more} rows without a translation are of texts that the case does not have; they are left out"
                ),
            };
            self.out.notes.push(note);
        }
        let gone = places.keys().filter(|path| !seen.contains(**path)).count();
        if gone > 0 {
            let note = match gone {
                1 => "1 text is not in the sheet; it stays as it is".to_owned(),
                more => format!("{more} texts are not in the sheet; they stay as they are"),
            };
            self.out.notes.push(note);
        }
    }

    /// The texts for which the sheet has no row, by what they say.
    fn without_row(&self, found: &Found) -> BTreeMap<String, Vec<usize>> {
        let all = found.rows().filter_map(|row| found.text(row, PLACE));
        let in_sheet: BTreeSet<String> = all.collect();
        let mut out: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (nth, site) in self.texts.sites.iter().enumerate() {
            if !site.path.is_empty() && !in_sheet.contains(&site.path) {
                out.entry(clean(site.text)).or_default().push(nth);
            }
        }
        out
    }

    fn row(&mut self, found: &Found, row: usize, nth: usize) {
        let site = &self.texts.sites[nth];
        let Some(new) = found.text(row, TRANSLATION) else {
            // It holds what cannot be read, and that is told.
            return;
        };
        let old = self.texts.translation(&site.path).unwrap_or_default();
        let status = found.text(row, STATUS).unwrap_or_default();
        if !status.is_empty() && !STATUSES.iter().any(|s| plain(s) == plain(&status)) {
            let message = format!("`{status}` is no status; there are {}", STATUSES.join(", "));
            let problem = found.problem(Fault::UnknownStatus, row, STATUS, message);
            self.out.problems.push(problem);
        }
        let original = found.text(row, ORIGINAL).filter(|o| !o.is_empty());
        let original = original.unwrap_or_else(|| clean(site.text));
        let was = found.was(row, TRANSLATION);
        if was.is_some_and(|was| was == new && was != clean(old)) && !old.is_empty() {
            let note = format!(
                "`{}`: translated anew in the case since the sheet was made, and not in the sheet; the case's stays",
                site.path
            );
            self.out.notes.push(note);
            return;
        }
        if new.is_empty() {
            if !old.is_empty() {
                let note = format!(
                    "`{}` has no translation in the sheet; the one in the case stays",
                    site.path
                );
                self.out.notes.push(note);
            }
            return;
        }
        if clean(old) == new {
            // What was OK as the sheet went out is noted already, and perhaps of a newer original.
            let said = found.was(row, STATUS).is_none_or(|was| was != status);
            if said && plain(&status) == plain(OK) {
                self.noted.note(&site.path, &original);
            }
            return;
        }
        if let Some((_, message, _)) = problem(site.kind, &new) {
            let problem = found.problem(Fault::TextTooLong, row, TRANSLATION, message);
            return self.out.problems.push(problem);
        }
        if let Some(message) = holes_differ(site.text, &new) {
            let problem = found.problem(Fault::Placeholder, row, TRANSLATION, message);
            return self.out.problems.push(problem);
        }
        if was.is_some_and(|was| was != clean(old)) {
            let what = if old.is_empty() {
                "taken out of the case since the sheet was made"
            } else {
                "translated anew in the case as well since the sheet was made"
            };
            let note = format!("`{}`: {what}; the sheet's is taken", site.path);
            self.out.notes.push(note);
        }
        if original != clean(site.text) {
            let note = format!(
                "`{}`: the original has changed since the sheet was made; the translation is taken and stays stale",
                site.path
            );
            self.out.notes.push(note);
        }
        // What nobody has touched is of the original that it was of, and no nearer to this one.
        let untouched = was.is_some_and(|was| was == new)
            && found.was(row, STATUS).is_some_and(|was| was == status);
        if !untouched || plain(&status) == plain(OK) {
            self.noted.note(&site.path, &original);
        }
        let cell = found
            .cell(row, TRANSLATION)
            .unwrap_or(Cell { row, column: 0 });
        match self.texts.entries.get(site.path.as_str()) {
            Some((_, node)) => self.changed(nth, cell, new, *node),
            None => self.fresh.push((nth, cell, new)),
        }
    }

    fn changed(&mut self, nth: usize, cell: Cell, new: String, node: NodeIx) {
        let site = &self.texts.sites[nth];
        let Some((doc, _)) = self.texts.file else {
            return;
        };
        let span = doc.tree.node(node).span;
        let old = self.texts.translation(&site.path).map(clean);
        self.out.changes.push(Change {
            cell: Some(cell),
            what: site.path.clone(),
            file: doc.file.to_owned(),
            old,
            splices: vec![Splice {
                file: doc.file.to_owned(),
                span: span.start as usize..span.end as usize,
                text: quoted(&new),
            }],
            new: Some(new),
        });
    }

    /// What the language has not had goes behind the text before it, or into a new file.
    pub fn new_entries(&mut self) {
        let mut fresh = std::mem::take(&mut self.fresh);
        fresh.sort_by_key(|(nth, ..)| *nth);
        if fresh.is_empty() {
            return;
        }
        let texts = self.texts;
        let file = format!("lang/{}.ron", texts.tag);
        let mut last_group = "";
        let all = fresh.len();
        for (done, (nth, cell, new)) in fresh.into_iter().enumerate() {
            let site = &texts.sites[nth];
            let entry = format!("{}: {}", quoted(&site.path), quoted(&new));
            let splice = match texts.file {
                Some((doc, root)) => {
                    let before = texts.sites[..nth].iter().rev();
                    let anchor = before
                        .filter_map(|s| texts.entries.get(s.path.as_str()))
                        .map(|(_, node)| *node)
                        .next();
                    append(doc, root, anchor, |_| entry.clone())
                }
                None => {
                    let group = site.path.split('.').next().unwrap_or_default();
                    let open = if done == 0 { "{\n" } else { "" };
                    let gap = if done > 0 && group != last_group {
                        "\n"
                    } else {
                        ""
                    };
                    let close = if done + 1 == all { "}\n" } else { "" };
                    last_group = group;
                    Splice {
                        file: file.clone(),
                        span: 0..0,
                        text: format!("{open}{gap}    {entry},\n{close}"),
                    }
                }
            };
            self.out.changes.push(Change {
                cell: Some(cell),
                what: site.path.clone(),
                file: file.clone(),
                old: None,
                new: Some(new),
                splices: vec![splice],
            });
        }
        self.declare();
    }

    /// The card names the language.
    fn declare(&mut self) {
        let texts = self.texts;
        let Some(case) = &texts.parsed.case else {
            return;
        };
        let Some(doc) = texts.docs.get(case.at.doc) else {
            return;
        };
        if case.value.translations.iter().any(|t| t == texts.tag) {
            return;
        }
        let element = Element {
            doc,
            node: case.at.node,
            order: &["format", "id", "title", "language", "translations"],
        };
        let mut tags: Vec<&str> = case.value.translations.iter().map(String::as_str).collect();
        let old = (!tags.is_empty()).then(|| tags.join(", "));
        tags.push(texts.tag);
        let list: Vec<String> = tags.iter().map(|t| quoted(t)).collect();
        self.out.changes.push(Change {
            cell: None,
            what: "translations of the case".to_owned(),
            file: doc.file.to_owned(),
            old,
            new: Some(tags.join(", ")),
            splices: vec![element.set("translations", format!("[{}]", list.join(", ")))],
        });
    }
}

/// What has become of a text that the case does not have under its name.
enum Moved {
    /// It has no translation either.
    Nothing,
    /// Something was given another id, so that it stands there.
    To(usize),
    Nowhere,
}

fn moved(found: &Found, row: usize, without_row: &BTreeMap<String, Vec<usize>>) -> Moved {
    let said = |column| found.text(row, column).filter(|text| !text.is_empty());
    if said(TRANSLATION).is_none() {
        return Moved::Nothing;
    }
    let same = said(ORIGINAL).and_then(|original| without_row.get(&original));
    match same.map(Vec::as_slice) {
        Some(&[nth]) => Moved::To(nth),
        _ => Moved::Nowhere,
    }
}
