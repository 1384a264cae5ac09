//! From what the files say to a [`Scenario`]: names become indices, numbers are in range, and
//! everything that is wrong is told, whether or not a case comes out.

mod authorities;
mod build;
mod conditions;
mod documents;
mod evaluation;
mod interviews;
mod lines;
mod msel;
mod names;
mod operations;
mod origin;
mod questionnaires;
mod set_pieces;
mod values;
mod words;

use super::code::Code;
use super::doc::{Doc, Spot, Trail};
use super::model::Scenario;
use super::read::Parsed;
use super::sink::{Sink, shown};
use super::translations::Languages;
use names::{Flags, Names, Table};
pub(super) use names::{MAX_ID, well_formed};
pub(super) use values::minutes;
pub(super) use words::Words;

/// What every check needs at hand.
pub(super) struct Cx<'a, 's> {
    pub docs: &'a [Doc<'s>],
    pub sink: &'a mut Sink,
    names: &'a Names<'a>,
    flags: Flags,
    /// What is being read had mistakes; what was filled in is not to be told again.
    mended: bool,
}

/// Checks everything and builds the case where nothing is missing for it.
pub(super) fn validate(
    docs: &[Doc],
    parsed: &Parsed,
    languages: &Languages,
    sink: &mut Sink,
) -> Option<Scenario> {
    let names = Names::gather(docs, parsed, sink);
    let mut cx = Cx {
        docs,
        sink,
        names: &names,
        flags: Flags::default(),
        mended: false,
    };
    values::check(&mut cx, parsed);
    msel::check(&mut cx, parsed);
    operations::check(&mut cx, parsed);
    interviews::check(&mut cx, parsed);
    documents::check(&mut cx, parsed);
    authorities::check(&mut cx, parsed);
    lines::check(&mut cx, parsed);
    set_pieces::check(&mut cx, parsed);
    questionnaires::check(&mut cx, parsed);
    let case = build::case(&mut cx, parsed, languages);
    if sink.broken { None } else { case }
}

impl Cx<'_, '_> {
    fn tell(&mut self, trail: &Trail, code: Code, message: String, label: &str) {
        self.sink
            .at(self.docs, trail.find(self.docs), code, message)
            .label(label);
    }

    /// The index of a name, or 0 after telling that there is no such thing.
    fn index(&mut self, table: &Table, word: &str, trail: &Trail) -> u16 {
        if let Some(&ix) = table.ids.get(word) {
            return ix;
        }
        self.sink.broken = true;
        if table.partial || (word.is_empty() && self.mended) || !self.sink.open() {
            return 0;
        }
        let message = format!("there is no {} `{}`", table.what, shown(word));
        let guess = self.sink.similar(word, table.ids.keys().copied());
        let spot: Spot = trail.find(self.docs);
        self.sink
            .at(self.docs, spot, table.code, message)
            .label("not defined")
            .guess(self.docs, guess);
        0
    }
}
