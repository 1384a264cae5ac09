//! Neck and head, and the light on them: from the upper left, soft.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::pen::{Pen, smooth};

pub(super) fn neck(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let wide = if look.face.build.soft { 0.66 } else { 0.82 } * g.jaw;
    let outline = format!(
        "M{} 270C{} 350 {} 372 {} 398L{} 460H{}L{} 398C{} 372 {} 350 {} 270Z",
        M - wide,
        M - wide,
        M - wide - 1.0,
        M - wide - 12.0,
        M - wide - 70.0,
        M + wide + 70.0,
        M + wide + 12.0,
        M + wide + 1.0,
        M + wide,
        M + wide
    );
    let sides = pen.linear(
        (M - wide - 6.0, 0.0),
        (M + wide + 6.0, 0.0),
        &[
            (0.0, c.shade.mix(c.deep, 0.25), 1.0),
            (0.3, c.skin.mix(c.shade, 0.3), 1.0),
            (0.6, c.skin.mix(c.shade, 0.5), 1.0),
            (1.0, c.shade.mix(c.deep, 0.5), 1.0),
        ],
    );
    pen.fill_with(&outline, &sides, 1.0);
    pen.clip(&outline);
    // The shadow of the head, and of the right side of the jaw.
    pen.soft(
        (M + 6.0, g.chin_at + 2.0),
        (wide + 42.0, 40.0),
        0.0,
        c.deep,
        0.75,
    );
    pen.soft(
        (M + 12.0, g.chin_at - 14.0),
        (wide + 20.0, 40.0),
        0.0,
        c.deep,
        0.8,
    );
    pen.soft((M + wide, 390.0), (34.0, 70.0), 0.0, c.deep, 0.4);
    // Muscles from behind the ears to the pit, and the pit.
    let muscle = |side: f32| {
        format!(
            "M{} 350C{} 385 {} 412 {} 428",
            M + side * (wide - 8.0),
            M + side * (wide - 16.0),
            M + side * 30.0,
            M + side * 13.0
        )
    };
    pen.feather(&muscle(1.0), c.deep, 12.0, 0.2);
    pen.feather(&muscle(-1.0), c.deep, 12.0, 0.2);
    pen.soft((M, 430.0), (13.0, 14.0), 0.0, c.deep, 0.4);
    if !look.face.build.soft {
        pen.soft((M - 2.0, 402.0), (7.0, 11.0), 0.0, c.lit, 0.25);
        pen.soft((M + 7.0, 405.0), (6.0, 12.0), 0.0, c.deep, 0.3);
    }
    if look.sag > 0.3 {
        for (y, opacity) in [(396.0, 0.30), (409.0, 0.22)] {
            let line = format!(
                "M{} {y}C{} {} {} {} {} {}",
                M - 40.0,
                M - 14.0,
                y + 7.0,
                M + 16.0,
                y + 7.0,
                M + 42.0,
                y - 1.0
            );
            pen.stroke(&line, c.deep, 1.6, opacity * look.sag);
        }
    }
    pen.unclip();
}

pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let outline = smooth(&g.outline(look.sag), true);
    let base = pen.radial(
        (M - 34.0, 190.0),
        222.0,
        &[
            (0.0, c.skin.mix(c.lit, 0.62), 1.0),
            (0.40, c.skin.mix(c.lit, 0.10), 1.0),
            (0.72, c.skin.mix(c.shade, 0.46), 1.0),
            (1.0, c.shade.mix(c.deep, 0.18), 1.0),
        ],
    );
    pen.fill_with(&outline, &base, 1.0);
    pen.clip(&outline);
    rim(&outline, look, pen);
    let deep = c.shade.mix(c.deep, 0.45);
    // Temples, and the far side of the face.
    pen.soft((M + g.temple, 200.0), (44.0, 116.0), 0.0, deep, 0.7);
    pen.soft((M - g.temple - 4.0, 190.0), (26.0, 90.0), 0.0, deep, 0.35);
    pen.soft(
        (M + g.cheek - 4.0, g.down(292.0)),
        (34.0, 70.0),
        14.0,
        deep,
        0.5,
    );
    pen.soft(
        (M - g.cheek + 2.0, g.down(298.0)),
        (24.0, 60.0),
        -14.0,
        deep,
        0.34,
    );
    // Under the cheekbones.
    let hollow = if look.face.build.soft { 0.16 } else { 0.26 } + 0.12 * look.sag;
    pen.soft((M + 62.0, g.down(286.0)), (20.0, 44.0), 24.0, deep, hollow);
    pen.soft(
        (M - 64.0, g.down(288.0)),
        (18.0, 44.0),
        -24.0,
        deep,
        hollow * 0.8,
    );
    // Blood in the cheeks, light on cheekbones, forehead and chin.
    pen.soft(
        (M - 56.0, g.down(262.0)),
        (34.0, 28.0),
        -12.0,
        c.blush,
        0.34,
    );
    pen.soft((M + 56.0, g.down(262.0)), (34.0, 28.0), 12.0, c.blush, 0.30);
    pen.soft((M - 56.0, 244.0), (33.0, 20.0), -14.0, c.lit, 0.5);
    pen.soft((M + 54.0, 245.0), (29.0, 18.0), 14.0, c.lit, 0.3);
    pen.soft((M - 20.0, 146.0), (58.0, 34.0), 0.0, c.lit, 0.55);
    pen.soft((M - 3.0, g.down(350.0)), (19.0, 12.0), 0.0, c.lit, 0.5);
    // Between lower lip and chin, and the edge of the jaw.
    pen.soft(
        (M, g.mouth_at + g.lips.1 + 11.0),
        (24.0, 7.5),
        0.0,
        deep,
        0.5,
    );
    pen.soft(
        (M + 3.0, g.chin_at + 2.0),
        (g.chin + 20.0, 15.0),
        0.0,
        deep,
        0.55,
    );
    if look
        .face
        .of(crate::engine::encounter::document::face::Trait::Shape)
        == 3
    {
        pen.soft(
            (M + g.jaw - 14.0, g.down(316.0)),
            (18.0, 16.0),
            -35.0,
            c.lit,
            0.2,
        );
        pen.soft(
            (M - g.jaw + 14.0, g.down(316.0)),
            (18.0, 16.0),
            35.0,
            c.lit,
            0.34,
        );
    }
    freckles(look, pen);
    pen.unclip();
}

/// The turn of the head away from the light, as rings that get softer inwards.
fn rim(outline: &str, look: &Look, pen: &mut Pen) {
    let ink = look.colours.shade.mix(look.colours.deep, 0.5);
    pen.feather(outline, ink, 46.0, 0.30);
}

/// Freckles: what keeps skin from looking like wax.
fn freckles(look: &Look, pen: &mut Pen) {
    let mut dice = look.dice(1);
    let g = &look.geometry;
    let mut dark = String::new();
    for _ in 0..130 {
        let x = M + dice.between(-g.cheek, g.cheek);
        let y = dice.between(120.0, g.chin_at);
        dark.push_str(&format!("M{x:.1} {y:.1}h{:.1}", dice.between(0.1, 0.5)));
    }
    pen.stroke(&dark, look.colours.deep, 1.2, 0.10 + 0.10 * look.sag);
}
