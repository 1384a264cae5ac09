//! The face of an officer, or of somebody who is asked, drawn from the few numbers that a case gives.
//!
//! The same numbers and team always give the same face, so a person looks alike on every screen.
//! No real person is shown. The field is 60×70: right for 48×56 pixels and for twice that.

mod face;
mod hair;

use crate::scenario::file::PortraitFile;
use crate::scenario::ids::Team;

use super::palette;

/// Width and height of the drawing in its own units.
pub const FIELD: (u32, u32) = (60, 70);

const BACKGROUND: &str = "#8fa0a8";
const BACKGROUND_LOW: &str = "#7c8f98";

/// Skin tones from light to dark: face, shade (neck, ears), line, lips.
const SKIN: [[&str; 4]; 6] = [
    ["#ecc8a6", "#d0a884", "#9c7553", "#b9705c"],
    ["#deb48c", "#c0946d", "#8d6747", "#ad6653"],
    ["#cd9e75", "#ae8059", "#7d5739", "#9c5a47"],
    ["#b98860", "#986a47", "#6b482e", "#8a4d3c"],
    ["#9b6d49", "#7c5336", "#553721", "#743f31"],
    ["#76503a", "#5b3b29", "#3c2518", "#5c3128"],
];

/// Hair from black to grey: mass, light.
const HAIR: [[&str; 2]; 4] = [
    ["#23201f", "#3a3532"],
    ["#33261f", "#4d3a2e"],
    ["#54402f", "#705742"],
    ["#6b6a69", "#8b8a88"],
];

/// Shirt, lighter collar and pocket, darker fold.
struct Cloth {
    shirt: &'static str,
    collar: &'static str,
    fold: &'static str,
}

/// What the parts of a face need to know.
struct Look {
    skin: &'static str,
    shade: &'static str,
    line: &'static str,
    lips: &'static str,
    hair: &'static str,
    light: &'static str,
    style: u8,
    age: u8,
    /// Jaw and brows, so that two officers with the same hair are not twins.
    build: u8,
    glasses: bool,
    moustache: bool,
}

impl Look {
    fn of(p: PortraitFile) -> Self {
        let [skin, shade, line, lips] = SKIN[usize::from(p.skin).min(SKIN.len() - 1)];
        let [hair, light] = HAIR[usize::from(p.hair_colour).min(HAIR.len() - 1)];
        Self {
            skin,
            shade,
            line,
            lips,
            hair,
            light,
            style: p.hair.min(7),
            age: p.age,
            build: (p.skin.wrapping_mul(5))
                .wrapping_add(p.hair.wrapping_mul(3))
                .wrapping_add(p.age)
                % 3,
            glasses: p.glasses,
            moustache: p.moustache,
        }
    }

    /// Softer jaw, longer lashes, fuller lips: hair styles 4 to 7.
    fn soft(&self) -> bool {
        self.style >= 4
    }
}

/// The portrait of an officer of `team`.
///
/// Hair styles: 0 short, 1 side parting, 2 crew cut, 3 receding, 4 bun, 5 bob, 6 long and tied back,
/// 7 headscarf. Numbers beyond the last are read as the last.
#[must_use]
pub fn svg(portrait: PortraitFile, team: Team) -> String {
    drawn(portrait, Some(team))
}

/// The portrait of somebody who wears no uniform.
#[must_use]
pub fn person(portrait: PortraitFile) -> String {
    drawn(portrait, None)
}

fn drawn(portrait: PortraitFile, team: Option<Team>) -> String {
    let look = Look::of(portrait);
    let mut out = format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">"#,
            r#"<rect width="{w}" height="{h}" fill="{bg}"/>"#,
            r#"<ellipse cx="30" cy="70" rx="44" ry="27" fill="{low}"/>"#
        ),
        w = FIELD.0,
        h = FIELD.1,
        bg = BACKGROUND,
        low = BACKGROUND_LOW
    );
    hair::behind(&look, &mut out);
    match team {
        Some(team) => uniform(&look, team, &mut out),
        None => jumper(&look, &mut out),
    }
    face::draw(&look, &mut out);
    hair::before(&look, team, &mut out);
    if look.glasses {
        face::glasses(&mut out);
    }
    out.push_str("</svg>");
    out
}

/// What people wear who are no officers: by the build, so that two of them differ.
fn jumper(look: &Look, out: &mut String) {
    let (cloth, fold) = match look.build {
        0 => ("#7d6a72", "#665660"),
        1 => ("#5f7466", "#4c5f53"),
        _ => ("#6a6f85", "#555a6e"),
    };
    out.push_str(&format!(
        concat!(
            r#"<path d="M2 72C2.5 58 11 54.5 23.5 50.5h13C49 54.5 57.5 58 58 72z" fill="{cloth}"/>"#,
            r#"<path d="M2 72C2.5 58 11 54.5 23.5 50.5l1 1.5C17 56 12 60 11 72zM58 72C57.5 58 49 54.5 36.5 50.5l-1 1.5C43 56 48 60 49 72z" fill="{fold}" fill-opacity=".45"/>"#,
            r#"<path d="M24.3 40h11.4v10.5c0 3-2.5 5-5.7 5s-5.7-2-5.7-5z" fill="{shade}"/>"#,
            r#"<path d="M24.3 43.5c3 4 8.4 4 11.4 0v3.2c-3 3.5-8.4 3.5-11.4 0z" fill="{line}" fill-opacity=".35"/>"#,
            r#"<path d="M21.5 51.2C22 57 26 59.5 30 59.5s8-2.5 8.5-8.3" fill="none" stroke="{fold}" stroke-width="3" stroke-linecap="round"/>"#
        ),
        cloth = cloth,
        fold = fold,
        shade = look.shade,
        line = look.line
    ));
}

fn uniform(look: &Look, team: Team, out: &mut String) {
    let cloth = match team {
        Team::North => Cloth {
            shirt: "#3d5a63",
            collar: "#4e737e",
            fold: "#2f4850",
        },
        Team::South => Cloth {
            shirt: "#5f5340",
            collar: "#786950",
            fold: "#4b4132",
        },
    };
    let tint = palette::team(team).bright;
    out.push_str(&format!(
        concat!(
            // Shoulders, then the neck in its shade.
            r#"<path d="M2 72C2.5 58 11 54.5 23.5 50.5h13C49 54.5 57.5 58 58 72z" fill="{shirt}"/>"#,
            r#"<path d="M2 72C2.5 58 11 54.5 23.5 50.5l1 1.5C17 56 12 60 11 72zM58 72C57.5 58 49 54.5 36.5 50.5l-1 1.5C43 56 48 60 49 72z" fill="{fold}" fill-opacity=".45"/>"#,
            r#"<path d="M24.3 40h11.4v10.5c0 3-2.5 6-5.7 7.5-3.2-1.5-5.7-4.5-5.7-7.5z" fill="{shade}"/>"#,
            r#"<path d="M24.3 43.5c3 4 8.4 4 11.4 0v3.2c-3 3.5-8.4 3.5-11.4 0z" fill="{line}" fill-opacity=".35"/>"#,
            // Open collar over the button line.
            r#"<path d="M30 57.5V72" stroke="{fold}" stroke-width="1.3"/>"#,
            r#"<path d="M24 48.5L19.5 52.5 22.3 62.5 30 57.8zM36 48.5l4.5 4L37.7 62.5 30 57.8z" fill="{collar}"/>"#,
            r#"<path d="M24 48.5L30 57.8 36 48.5" fill="none" stroke="{fold}" stroke-width=".9" stroke-linejoin="round"/>"#,
            // Shoulder marks in the colour of the team, a bar on the pocket.
            r#"<g fill="{tint}"><rect x="6.5" y="55.8" width="9.5" height="4" rx="1" transform="rotate(-22 11.2 57.8)"/><rect x="44" y="55.8" width="9.5" height="4" rx="1" transform="rotate(22 48.8 57.8)"/></g>"#,
            r#"<g stroke="{fold}" stroke-width=".9"><path d="M10.2 56.3l1.5 3.7M12.6 55.3l1.5 3.7M49.8 56.3l-1.5 3.7M47.4 55.3l-1.5 3.7"/></g>"#,
            r##"<rect x="39.5" y="65.3" width="9" height="2.3" rx=".5" fill="#d9dde0" fill-opacity=".85"/>"##
        ),
        shirt = cloth.shirt,
        fold = cloth.fold,
        collar = cloth.collar,
        shade = look.shade,
        line = look.line,
        tint = tint
    ));
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    #[test]
    fn every_number_gives_a_face() {
        for hair in [0, 1, 2, 3, 4, 5, 6, 7, 8, 255] {
            for (skin, age) in [(0, 0), (3, 48), (5, 61), (255, 255)] {
                for worn in [false, true] {
                    let portrait = PortraitFile {
                        skin,
                        hair,
                        hair_colour: skin,
                        age,
                        glasses: worn,
                        moustache: worn,
                    };
                    for team in Team::BOTH {
                        assert_well_formed(&svg(portrait, team));
                    }
                    assert_well_formed(&person(portrait));
                }
            }
        }
    }

    #[test]
    fn every_parameter_shows() {
        let plain = PortraitFile::default();
        let seen = |p| svg(p, Team::North);
        for other in [
            PortraitFile { skin: 4, ..plain },
            PortraitFile { hair: 5, ..plain },
            PortraitFile {
                hair_colour: 3,
                ..plain
            },
            PortraitFile { age: 62, ..plain },
            PortraitFile {
                glasses: true,
                ..plain
            },
            PortraitFile {
                moustache: true,
                ..plain
            },
        ] {
            assert_ne!(seen(plain), seen(other));
        }
        assert_ne!(seen(plain), svg(plain, Team::South));
        assert_ne!(seen(plain), person(plain), "no uniform");
    }
}
