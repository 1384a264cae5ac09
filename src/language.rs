//! Words in the language of whoever reads them.
//!
//! [`t`] names a message of `assets/locales/<tag>/*.ftl` (one file per screen), [`family`] a message
//! of a closed vocabulary (`family("skill", skill.key())`), [`case`] a text of the case and [`plain`]
//! what is the same in every language. [`say`] says them. An unknown key shows itself; a test finds it
//! first.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use tracing::error;
use unic_langid::LanguageIdentifier;

use crate::scenario;

static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/locales");

/// A language that the interface speaks.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub enum Lang {
    #[default]
    En,
    Th,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Th];

    /// The tag that cases and folders use.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Th => "th",
        }
    }

    /// The language of this tag, or English where the program does not speak it.
    #[must_use]
    pub fn of(tag: &str) -> Lang {
        let known = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
        known.unwrap_or_default()
    }

    /// Its name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Th => "ไทย",
        }
    }

    /// The one after it, round again.
    #[must_use]
    pub fn next(self) -> Lang {
        match self {
            Lang::En => Lang::Th,
            Lang::Th => Lang::En,
        }
    }
}

/// Something to be said, before the language is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    Message {
        key: Arc<str>,
        args: Vec<(&'static str, Arg)>,
    },
    Case(scenario::Text),
    Plain(Arc<str>),
}

/// What a message is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Number(i64),
    Words(Words),
}

/// The message `key`.
#[must_use]
pub fn t(key: &'static str) -> Words {
    Words::Message {
        key: key.into(),
        args: Vec::new(),
    }
}

/// The message `<prefix>-<word>`, for the closed vocabularies.
#[must_use]
pub fn family(prefix: &'static str, word: &str) -> Words {
    Words::Message {
        key: format!("{prefix}-{word}").into(),
        args: Vec::new(),
    }
}

/// A text of the case.
#[must_use]
pub fn case(text: &scenario::Text) -> Words {
    Words::Case(text.clone())
}

/// The same in every language: a number, a person's own words.
#[must_use]
pub fn plain(text: impl Into<Arc<str>>) -> Words {
    Words::Plain(text.into())
}

impl Words {
    /// With `$name` set.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        if let Words::Message { args, .. } = &mut self {
            args.push((name, value.into()));
        }
        self
    }
}

impl From<Words> for Arg {
    fn from(words: Words) -> Self {
        Arg::Words(words)
    }
}

impl From<&scenario::Text> for Arg {
    fn from(text: &scenario::Text) -> Self {
        Arg::Words(case(text))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Words(plain(text))
    }
}

macro_rules! numbers {
    ($($from:ty),*) => {$(
        impl From<$from> for Arg {
            fn from(number: $from) -> Self {
                Arg::Number(i64::from(number))
            }
        }
    )*};
}
numbers!(u8, u16, u32, i64);

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Lang, Bundle)>> = LazyLock::new(|| {
    Lang::ALL
        .into_iter()
        .map(|lang| (lang, load(lang)))
        .collect()
});

fn load(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for source in sources(lang) {
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, problems)| {
                error!("locale {}: {problems:?}", lang.tag());
                resource
            });
        if let Err(problems) = bundle.add_resource(resource) {
            error!("locale {}: {problems:?}", lang.tag());
        }
    }
    bundle
}

/// The built-in `.ftl` files of a language.
pub fn sources(lang: Lang) -> impl Iterator<Item = &'static str> {
    let files = LOCALES.get_dir(lang.tag()).into_iter().flat_map(Dir::files);
    files.filter_map(|file| file.contents_utf8())
}

/// The words in `lang`.
#[must_use]
pub fn say(lang: Lang, words: &Words) -> String {
    match words {
        Words::Plain(text) => text.to_string(),
        Words::Case(text) => text.get(lang.tag()).to_owned(),
        Words::Message { key, args } => message(lang, key, args).unwrap_or_else(|| key.to_string()),
    }
}

fn message(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let (_, bundle) = BUNDLES.iter().find(|(of, _)| *of == lang)?;
    let pattern = bundle.get_message(key)?.value()?;
    let mut told = FluentArgs::new();
    for (name, arg) in args {
        match arg {
            Arg::Number(number) => told.set(*name, FluentValue::from(*number)),
            Arg::Words(words) => told.set(*name, FluentValue::from(say(lang, words))),
        }
    }
    let mut problems = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&told), &mut problems)
            .into_owned(),
    )
}
