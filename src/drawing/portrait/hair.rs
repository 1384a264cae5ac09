//! Eight ways to wear one's hair.

use crate::scenario::ids::Team;

use super::Look;

/// What falls behind the head and neck.
pub(super) fn behind(look: &Look, out: &mut String) {
    let data = match look.style {
        // Bun.
        4 => "M30 1.8c4 0 6.7 2.6 6.7 6S34 14 30 14s-6.7-2.7-6.7-6.2S26 1.8 30 1.8z",
        // Bob.
        5 => {
            "M15.3 29C13.5 12 21 6.8 30 6.8S46.5 12 44.7 29c-.3 5 .3 9.5 1 14.5-4 2-7.7 2.3-11.7 1.5h-8c-4 .8-7.7.5-11.7-1.5.7-5 1.3-9.5 1-14.5z"
        }
        // Long and tied back: the tail over one shoulder.
        6 => "M42 26c3.5 4 5 9 5.3 15 .3 6-1.5 11-4.6 15.5-2.7-1.5-4.2-4-4.2-7.5 1-4 1.5-9 1-14z",
        _ => return,
    };
    out.push_str(&format!(r#"<path d="{data}" fill="{}"/>"#, look.hair));
    if look.style == 4 {
        out.push_str(&format!(
            r#"<path d="M26 5.8c2-1.8 5-2 7-.8M25.3 9c1-.8 2.5-1.3 4-1.3" fill="none" stroke="{}" stroke-width=".9" stroke-linecap="round"/>"#,
            look.light
        ));
    }
}

/// What lies on the head.
pub(super) fn before(look: &Look, team: Option<Team>, out: &mut String) {
    if look.style == 7 {
        headscarf(team, out);
        return;
    }
    let (mass, lights) = match look.style {
        // Short.
        0 => (
            "M17.3 26.5C15.3 12 22 7 30 7s14.7 5 12.7 19.5c-.9-2.7-1.5-5-2.3-7-1-1.7-2.3-2.8-4-3.3-4.6 1.3-9.5 1-13.3-.4-1.7.9-3 2.3-3.6 4.2-.8 2-1.3 4-2.2 6.5z",
            "M22 12.5c2.3-2.3 6-3.3 9.5-2.8M33.5 11c2 .4 3.8 1.3 5 2.7",
        ),
        // Side parting.
        1 => (
            "M17.3 26.5C15 13 21 7 30 7.2c9 .3 14.5 5 12.7 19-.6-3.2-1.3-5.5-2.7-7.7-4.5-.2-10-1.5-13.5-4.7-1.7 2.7-4.4 4.5-6.3 6.2-1.4 2-2 4-2.9 6.5z",
            "M27.5 10.2c4.5.3 9 2 11.5 5M26.5 13.5l-1-4.2",
        ),
        // Crew cut.
        2 => (
            "M17.9 23.5C16.8 13.5 22 8.6 30 8.6S43.2 13.5 42.1 23.5c-.7-2.8-1.3-4.3-2.3-5.8-3-2.2-6.3-3-9.8-3s-6.8.8-9.8 3c-1 1.5-1.6 3-2.3 5.8z",
            "M23 12.2c2-1.2 4.5-1.7 7-1.7",
        ),
        // Receding, with short sides.
        3 => (
            "M17.6 28.5c-1.6-5.5-1.3-11 1.6-14.5.3 2.7.7 5.2-.1 8.2-.5 2-.9 3.8-1.5 6.3zM42.4 28.5c1.6-5.5 1.3-11-1.6-14.5-.3 2.7-.7 5.2.1 8.2.5 2 .9 3.8 1.5 6.3z",
            "",
        ),
        // Bun: drawn back from the forehead.
        4 => (
            "M17.5 27C15.8 13.5 22 8.5 30 8.5S44.2 13.5 42.5 27c-.8-3.7-1.8-6.5-3.3-8.7-2.7-2.6-5.7-4-9.2-4s-6.5 1.4-9.2 4c-1.5 2.2-2.5 5-3.3 8.7z",
            "M22.5 13.5c1.7-1.6 4-2.6 6.5-3M33 10.5c2 .5 3.7 1.4 5 2.8M27 9.3c-1 1-1.7 2.3-2 3.8",
        ),
        // Bob with a parting.
        5 => (
            "M16.7 31C14.5 14 21 7.5 30 7.5S45.5 14 43.3 31c-1-5-2.2-8.5-3.8-11-4-.5-8-2-10.5-4.8-2 3-5.5 4.8-8.3 5.8-2 2.3-3 6-4 10z",
            "M21 14c2-2.5 5-3.8 8.5-3.8M31 11c3.5.3 6.5 2 8.3 4.5",
        ),
        // Long and tied back.
        _ => (
            "M17.3 28C15.5 13.5 21.5 7.8 30 7.8S44.5 13.5 42.7 28c-.7-4-1.7-7-3.2-9.2-3.5-.6-7.5-2.3-10-5-1.7 2.5-5.2 4.5-8 5.5-2 2-3.3 5-4.2 8.7z",
            "M22 13.5c2-2.2 4.7-3.2 7.7-3.2M31.5 11c3.3.4 5.7 1.8 7.5 4",
        ),
    };
    out.push_str(&format!(r#"<path d="{mass}" fill="{}"/>"#, look.hair));
    if !lights.is_empty() {
        out.push_str(&format!(
            r#"<path d="{lights}" fill="none" stroke="{}" stroke-width=".9" stroke-linecap="round"/>"#,
            look.light
        ));
    }
}

/// A scarf in a dark cloth that goes with the uniform, where there is one.
fn headscarf(team: Option<Team>, out: &mut String) {
    let (cloth, fold, light) = match team {
        Some(Team::North) => ("#2f4450", "#223540", "#40596a"),
        Some(Team::South) => ("#4a3f55", "#372f3f", "#5e516b"),
        None => ("#54514c", "#3f3d39", "#6b6862"),
    };
    out.push_str(&format!(
        concat!(
            r#"<path fill-rule="evenodd" d="M13.7 51C11 22 16.5 6 30 6s19 16 16.3 45c-1.5 4.5-4.5 8-9 10.2-2.6 1.3-4.8 1.8-7.3 1.8s-4.7-.5-7.3-1.8c-4.5-2.2-7.5-5.7-9-10.2zM30 14.3c-7.2 0-10.7 4-10.7 12.2C19.3 37.5 24 45 30 45s10.7-7.5 10.7-18.5c0-8.2-3.5-12.2-10.7-12.2z" fill="{cloth}"/>"#,
            r#"<path d="M19.3 26.5c0-8.2 3.5-12.2 10.7-12.2s10.7 4 10.7 12.2c0 11-4.7 18.5-10.7 18.5S19.3 37.5 19.3 26.5z" fill="none" stroke="{fold}" stroke-width="1.2"/>"#,
            r#"<path d="M15 49c6 7 19 8.5 29.5 1.5M18 44c5 6.5 13 8.5 21.5 4.5M41.5 38c.8 4 .3 8-2 11" fill="none" stroke="{fold}" stroke-width="1.2" stroke-linecap="round"/>"#,
            r#"<path d="M18.5 17c2-4.5 5.5-7.3 10-8" fill="none" stroke="{light}" stroke-width="1.2" stroke-linecap="round"/>"#
        ),
        cloth = cloth,
        fold = fold,
        light = light
    ));
}
