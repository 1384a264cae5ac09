//! Words on the screen: a node with [`Words`] and a text shows them, and shows them anew at once when
//! [`Language`] changes.

use bevy::ecs::component::{Mutable, StorageType};
use bevy::prelude::*;

use super::breaks::breakable;
use super::wake::Wake;
pub use crate::language::{Arg, Lang, Words, case, family, plain, say, sources, t};

impl Component for Words {
    const STORAGE_TYPE: StorageType = StorageType::Table;
    type Mutability = Mutable;
}

/// The language on the screen.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language(pub Lang);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Language>();
    app.add_systems(PostUpdate, speak.before(bevy::ui::UiSystems::Prepare));
}

/// Shows what is new, or everything when the language is.
fn speak(
    language: Res<Language>,
    mut wake: ResMut<Wake>,
    mut texts: Query<(Ref<Words>, &mut Text)>,
    mut spans: Query<(Ref<Words>, &mut TextSpan), Without<Text>>,
) {
    let all = language.is_changed();
    let mut said = false;
    for (words, mut text) in &mut texts {
        if all || words.is_changed() {
            text.0 = breakable(&say(language.0, &words));
            said = true;
        }
    }
    for (words, mut span) in &mut spans {
        if all || words.is_changed() {
            span.0 = breakable(&say(language.0, &words));
            said = true;
        }
    }
    if said {
        wake.soon();
    }
}
