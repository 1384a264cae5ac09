//! The face itself: head, ears, features, and what years do to them.

use super::Look;

/// Outline of the head by build, hard and soft.
fn head(look: &Look) -> &'static str {
    match (look.soft(), look.build) {
        (false, 0) => {
            "M17.8 25C17.8 14 23 10.5 30 10.5S42.2 14 42.2 25c0 5-.6 9-2.2 12.3-2.3 5-6 8.7-10 8.7s-7.7-3.7-10-8.7C18.4 34 17.8 30 17.8 25z"
        }
        (false, 1) => {
            "M17.5 25C17.5 14 23 10.5 30 10.5S42.5 14 42.5 25c0 5.5-.3 9.5-1.2 12.5-1.5 4.8-6.8 8.5-11.3 8.5s-9.8-3.7-11.3-8.5c-.9-3-1.2-7-1.2-12.5z"
        }
        (false, _) => {
            "M18 25C18 14 23 10.5 30 10.5S42 14 42 25c0 6-.6 10-2 13-2 4.6-5.5 9-10 9s-8-4.4-10-9c-1.4-3-2-7-2-13z"
        }
        (true, 0) => {
            "M18.3 25C18.3 14 23 11 30 11s11.7 3 11.7 14c0 5-.9 9-2.9 12.5-2.3 4.2-5.6 8-8.8 8s-6.5-3.8-8.8-8C19.2 34 18.3 30 18.3 25z"
        }
        (true, 1) => {
            "M18 25C18 14 23 11 30 11s12 3 12 14c0 5.5-.7 9.3-2.3 12.5C37.5 42 34 45 30 45s-7.5-3-9.7-7.5C18.7 34.3 18 30.5 18 25z"
        }
        (true, _) => {
            "M18.5 25C18.5 14 23 11 30 11s11.5 3 11.5 14c0 5-.7 9.5-2.7 13-2.2 4-5.3 7.8-8.8 7.8s-6.6-3.8-8.8-7.8c-2-3.5-2.7-8-2.7-13z"
        }
    }
}

pub(super) fn draw(look: &Look, out: &mut String) {
    if look.style != 7 {
        out.push_str(&format!(
            concat!(
                r#"<g fill="{shade}"><ellipse cx="17.6" cy="29.5" rx="2.3" ry="3.6"/><ellipse cx="42.4" cy="29.5" rx="2.3" ry="3.6"/></g>"#,
                r#"<path d="M17 28c.8.6 1 1.6.7 2.8M43 28c-.8.6-1 1.6-.7 2.8" fill="none" stroke="{line}" stroke-width=".7" stroke-linecap="round"/>"#
            ),
            shade = look.shade,
            line = look.line
        ));
    }
    let outline = head(look);
    // The same head always has the same name, so that many portraits can lie in one document.
    let clip = format!("head-{}{}", u8::from(look.soft()), look.build);
    out.push_str(&format!(
        r#"<clipPath id="{clip}"><path d="{outline}"/></clipPath><path d="{outline}" fill="{}"/>"#,
        look.skin
    ));
    // Light comes from the left: a quiet shade along the right cheek and under the brow and nose.
    out.push_str(&format!(
        concat!(
            r#"<path d="M42.1 22c.5 8-.4 12.5-2.1 16-2.2 4.6-5.8 8-10 8 3.8-2.5 6.8-5.5 8-9.5 1.3-4.3 1-9.5 4.1-14.5z" fill="{shade}" fill-opacity=".5" clip-path="url(#{clip})"/>"#,
            r#"<path d="M27.8 43.2c1.5.7 3 .7 4.4 0" fill="none" stroke="{shade}" stroke-width="1" stroke-linecap="round"/>"#
        ),
        shade = look.shade,
        clip = clip
    ));
    eyes(look, out);
    nose_and_mouth(look, out);
    years(look, out);
    if look.moustache && !look.soft() {
        out.push_str(&format!(
            r#"<path d="M24.8 37.2c1.3-2 3.3-2.6 5.2-1.8 1.9-.8 3.9-.2 5.2 1.8-2 .6-3.7.4-5.2-.1-1.5.5-3.2.7-5.2.1z" fill="{}"/>"#,
            look.hair
        ));
    }
}

fn eyes(look: &Look, out: &mut String) {
    let brow = if look.style == 7 {
        look.line
    } else {
        look.hair
    };
    let (brows, weight) = match (look.soft(), look.build) {
        (true, 1) => (
            "M21.7 25.3c1.5-1.5 3.5-1.7 5.2-1M33.1 24.3c1.7-.7 3.7-.5 5.2 1",
            0.95,
        ),
        (true, _) => (
            "M21.7 24.9c1.6-1.2 3.5-1.3 5.2-.6M33.1 24.3c1.7-.7 3.6-.6 5.2.6",
            0.95,
        ),
        (false, 1) => (
            "M21.2 25c1.8-1 3.9-1 5.9-.1M32.9 24.9c2-.9 4.1-.9 5.9.1",
            1.6,
        ),
        (false, _) => (
            "M21.4 25.2c1.7-1.3 3.7-1.4 5.6-.6M33 24.6c1.9-.8 3.9-.7 5.6.6",
            1.4,
        ),
    };
    out.push_str(&format!(
        concat!(
            r#"<path d="{brows}" fill="none" stroke="{brow}" stroke-width="{weight}" stroke-linecap="round"/>"#,
            r##"<path d="M22.1 29.1c1.3-1.4 3.3-1.4 4.7 0-1.4 1.1-3.4 1.1-4.7 0zM33.2 29.1c1.4-1.4 3.4-1.4 4.7 0-1.3 1.1-3.3 1.1-4.7 0z" fill="#f4efe8"/>"##,
            r##"<g fill="#2a1d16"><circle cx="24.5" cy="28.9" r="1.250"/><circle cx="35.5" cy="28.9" r="1.250"/></g>"##,
            r##"<g fill="#ffffff" fill-opacity=".8"><circle cx="24.1" cy="28.5" r=".35"/><circle cx="35.1" cy="28.5" r=".35"/></g>"##
        ),
        brows = brows,
        brow = brow,
        weight = weight
    ));
    let lid = if look.soft() {
        ("#2a1d16", 1.0)
    } else {
        (look.line, 0.9)
    };
    out.push_str(&format!(
        r#"<path d="M21.8 29c1.4-1.7 3.6-1.7 5.1-.2M33.1 28.8c1.5-1.5 3.7-1.5 5.1.2" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round"/>"#,
        lid.0, lid.1
    ));
}

fn nose_and_mouth(look: &Look, out: &mut String) {
    out.push_str(&format!(
        r#"<path d="M30.7 27.5c.2 2.5 1.4 4.7 1.3 5.7-.2.8-1.2 1.1-2.1.9-.7.1-1.3 0-1.7-.4" fill="none" stroke="{}" stroke-width="1" stroke-opacity=".75" stroke-linecap="round" stroke-linejoin="round"/>"#,
        look.line
    ));
    let mouth = match look.build {
        0 => "M26.2 38.7c2.4.9 5.2.9 7.6 0",
        1 => "M26 38.9c2.6.5 5.4.5 8 0",
        _ => "M26.3 38.6c2.3 1.1 5.1 1.1 7.4 0",
    };
    if look.soft() {
        out.push_str(&format!(
            r#"<path d="M26.3 38.7c1.3-1 2.7-1.3 3.7-.8 1-.5 2.4-.2 3.7.8-1.1 1.5-2.3 2-3.7 2s-2.6-.5-3.7-2z" fill="{lips}" fill-opacity=".85"/><path d="{mouth}" fill="none" stroke="{line}" stroke-width=".7" stroke-linecap="round"/>"#,
            lips = look.lips,
            line = look.line
        ));
    } else {
        out.push_str(&format!(
            r#"<path d="M27.3 40.7c1.7.6 3.7.6 5.4 0" fill="none" stroke="{lips}" stroke-opacity=".6" stroke-width=".9" stroke-linecap="round"/><path d="{mouth}" fill="none" stroke="{line}" stroke-width="1.2" stroke-linecap="round"/>"#,
            lips = look.lips,
            line = look.line
        ));
    }
}

/// From 42, 50 and 58 years on.
fn years(look: &Look, out: &mut String) {
    let mut data = String::new();
    if look.age >= 42 {
        data.push_str("M25.3 35c-.9 1-1.4 2-1.6 3.1M34.7 35c.9 1 1.4 2 1.6 3.1");
    }
    if look.age >= 50 {
        data.push_str("M22.5 31.6c1.2.9 2.7 1 4 .4M37.5 31.6c-1.2.9-2.7 1-4 .4");
        data.push_str("M20.3 29.6l-1.3-.6M20.3 30.6l-1.3.3M39.7 29.6l1.3-.6M39.7 30.6l1.3.3");
    }
    if look.age >= 58 {
        data.push_str("M25 20.8c3.3-.8 6.7-.8 10 0M29 23.3v1.8M31 23.3v1.8");
    }
    if !data.is_empty() {
        out.push_str(&format!(
            r#"<path d="{data}" fill="none" stroke="{}" stroke-width=".7" stroke-opacity=".65" stroke-linecap="round"/>"#,
            look.line
        ));
    }
}

pub(super) fn glasses(out: &mut String) {
    out.push_str(concat!(
        r##"<g fill="#ffffff" fill-opacity=".12" stroke="#2a2f33" stroke-width="1.1">"##,
        r#"<rect x="20.2" y="25.9" width="8.5" height="6.6" rx="2.4"/><rect x="31.3" y="25.9" width="8.5" height="6.6" rx="2.4"/>"#,
        r#"<path d="M28.7 28.3c.8-.6 1.8-.6 2.6 0M20.2 28L17.6 27.3M39.8 28l2.6-.7" fill="none" stroke-linecap="round"/></g>"#
    ));
}
