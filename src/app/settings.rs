//! Language, scale and contrast, kept between runs.
//!
//! A file that cannot be read gives the defaults; one that cannot be written gives a notice. Neither
//! stops anything.

use std::path::{Path, PathBuf};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::action::{Action, Acts, Answer};
use super::i18n::{Lang, Language, t};
use super::theme::Contrast;
use super::theme::measure::SCALES;
use super::wake::Wake;
use super::widgets::notice::Notices;

/// What is kept.
#[derive(Resource, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Lang,
    /// Interface scale in per cent.
    pub scale: u16,
    pub contrast: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Lang::En,
            scale: 100,
            contrast: false,
        }
    }
}

/// Where they are kept; `None` keeps nothing (tests, pictures).
#[derive(Resource, Clone, Debug, Default)]
pub struct SettingsFile(pub Option<PathBuf>);

impl SettingsFile {
    /// In the person's configuration folder.
    #[must_use]
    pub fn usual() -> Self {
        let dirs = directories::ProjectDirs::from("", "", "liaison");
        Self(dirs.map(|dirs| dirs.config_dir().join("settings.ron")))
    }

    fn read(&self) -> Settings {
        let text = self
            .0
            .as_deref()
            .and_then(|path| std::fs::read_to_string(path).ok());
        let mut settings: Settings = text
            .and_then(|text| ron::from_str(&text).ok())
            .unwrap_or_default();
        settings.scale = nearest(settings.scale);
        settings
    }
}

fn nearest(scale: u16) -> u16 {
    SCALES
        .into_iter()
        .min_by_key(|step| step.abs_diff(scale))
        .unwrap_or(100)
}

fn write(path: &Path, settings: &Settings) -> std::io::Result<()> {
    let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default())
        .map_err(std::io::Error::other)?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("ron.new");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SettingsFile>();
    let settings = app.world().resource::<SettingsFile>().read();
    app.insert_resource(settings);
    app.add_systems(
        Update,
        (ask.in_set(Answer), apply.after(Answer), keep.after(Answer)),
    );
}

fn ask(mut acts: Acts, mut settings: ResMut<Settings>) {
    for act in acts.read() {
        match act.action {
            Action::Speak(language) => settings.language = language,
            Action::Scale(scale) => settings.scale = nearest(scale),
            Action::Contrast(on) => settings.contrast = on,
            _ => {}
        }
    }
}

fn apply(
    settings: Res<Settings>,
    mut language: ResMut<Language>,
    mut contrast: ResMut<Contrast>,
    mut scale: ResMut<UiScale>,
    mut wake: ResMut<Wake>,
) {
    if settings.is_changed() {
        language.set_if_neq(Language(settings.language));
        contrast.set_if_neq(Contrast(settings.contrast));
        scale.0 = f32::from(settings.scale) / 100.0;
        wake.soon();
    }
}

fn keep(settings: Res<Settings>, file: Res<SettingsFile>, mut notices: ResMut<Notices>) {
    if settings.is_added() || !settings.is_changed() {
        return;
    }
    if let Some(path) = &file.0
        && let Err(problem) = write(path, &settings)
    {
        let why = problem.to_string();
        notices.refuse(t("settings-not-kept").with("why", why.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = std::env::temp_dir().join(format!("liaison-settings-{}", std::process::id()));
        let file = SettingsFile(Some(folder.join("settings.ron")));
        assert_eq!(file.read(), Settings::default());
        let wanted = Settings {
            language: Lang::Th,
            scale: 125,
            contrast: true,
        };
        write(file.0.as_deref().expect("a path"), &wanted).expect("written");
        assert_eq!(file.read(), wanted);
        std::fs::write(folder.join("settings.ron"), "no such thing").expect("written");
        assert_eq!(file.read(), Settings::default());
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
