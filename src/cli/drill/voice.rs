//! The language that a drill speaks in the terminal.

use std::io::Write;

use crate::language::{Lang, Words, say, t};
use crate::scenario::Text;

/// Says things in one language.
#[derive(Clone, Copy)]
pub(super) struct Voice(pub Lang);

impl Voice {
    pub fn say(self, words: &Words) -> String {
        say(self.0, words)
    }

    pub fn t(self, key: &'static str) -> String {
        self.say(&t(key))
    }

    /// A text of an author.
    pub fn text(self, text: &Text) -> &str {
        text.get(self.0.tag())
    }

    /// A line of its own.
    pub fn line(self, out: &mut impl Write, words: &Words) -> std::io::Result<()> {
        writeln!(out, "{}", self.say(words))
    }

    /// A line under another.
    pub fn under(self, out: &mut impl Write, words: &Words) -> std::io::Result<()> {
        writeln!(out, "  {}", self.say(words))
    }

    /// What can be typed, one thing a line.
    pub fn help(self, out: &mut impl Write, key: &'static str) -> std::io::Result<()> {
        for line in self.t(key).lines() {
            writeln!(out, "  {line}")?;
        }
        Ok(())
    }

    /// That something typed means nothing here, and what would.
    pub fn lost(self, out: &mut impl Write, help: &'static str) -> std::io::Result<()> {
        self.line(out, &t("drill-not-understood"))?;
        self.help(out, help)
    }

    /// Why something cannot be done.
    pub fn no(self, out: &mut impl Write, why: Words) -> std::io::Result<()> {
        self.line(out, &t("drill-no").with("why", why))
    }
}
