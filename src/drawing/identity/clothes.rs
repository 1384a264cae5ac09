//! What a person wears; other things at the counter than on the photograph.

use super::geometry::MIDDLE as M;
use super::{Look, Pose};
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, smooth};

const CLOTH: [Ink; 7] = [
    Ink(52, 60, 74),
    Ink(74, 82, 78),
    Ink(92, 64, 62),
    Ink(62, 58, 56),
    Ink(98, 94, 86),
    Ink(58, 76, 92),
    Ink(104, 86, 72),
];

pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let mut dice = look.dice(if look.pose == Pose::Photograph {
        10
    } else {
        11
    });
    let cloth = CLOTH[dice.below(CLOTH.len())];
    let drop = if look.face.build.soft { 0.0 } else { -5.0 };
    let wide = if look.face.build.soft { 150.0 } else { 176.0 };
    let kind = dice.below(3);
    let neck = look.geometry.jaw * if look.face.build.soft { 0.66 } else { 0.82 };
    let shoulders = smooth(
        &[
            (M - wide - 26.0, 470.0),
            (M - wide + 8.0, 432.0 + drop),
            (M - 92.0, 404.0 + drop),
            (M - neck - 7.0, 388.0),
        ],
        false,
    );
    let far = smooth(
        &[
            (M + neck + 7.0, 388.0),
            (M + 92.0, 404.0 + drop),
            (M + wide - 8.0, 432.0 + drop),
            (M + wide + 26.0, 470.0),
        ],
        false,
    );
    // How low the opening hangs.
    let low = [418.0, 436.0, 462.0][kind];
    let opening = format!(
        "C{} {} {} {low} {M} {low}S{} {} {} 388",
        M - neck - 3.0,
        400.0,
        M - neck * 0.45,
        M + neck + 3.0,
        400.0,
        M + neck + 7.0
    );
    let body = shoulders + &opening + &far.replacen('M', "L", 1) + "Z";
    let paint = pen.linear(
        (20.0, 390.0),
        (330.0, 460.0),
        &[
            (0.0, cloth.mix(Ink::WHITE, 0.10), 1.0),
            (0.5, cloth, 1.0),
            (1.0, cloth.mix(Ink::BLACK, 0.40), 1.0),
        ],
    );
    let shirt = dice.below(2) == 1 || kind == 2;
    if shirt {
        under(look, pen);
    }
    pen.fill_with(&body, &paint, 1.0);
    pen.clip(&body);
    let dark = cloth.mix(Ink::BLACK, 0.6);
    pen.soft((M, 396.0), (neck + 60.0, 26.0), 0.0, dark, 0.5);
    for (x, lean) in [(-112.0, 14.0), (-70.0, -12.0), (84.0, 12.0), (126.0, -14.0)] {
        let fold = format!("M{} 424q{lean} 18 {} 40", M + x, lean * 0.4);
        pen.stroke(&fold, dark, 7.0, 0.14);
        pen.stroke(&fold, dark, 2.0, 0.16);
    }
    pen.unclip();
    let edge = format!("M{} 388", M - neck - 7.0) + &opening;
    match kind {
        0 | 1 => {
            // A knitted neck.
            pen.stroke(&edge, cloth.mix(Ink::BLACK, 0.35), 11.0, 1.0);
            pen.stroke(&edge, cloth.mix(Ink::WHITE, 0.08), 8.0, 1.0);
            pen.stroke_with(
                &edge,
                &pen.ink(dark).to_string(),
                7.4,
                0.30,
                r#"stroke-dasharray=".8 3.4" "#,
            );
        }
        _ => {
            // Lapels.
            for side in [-1.0_f32, 1.0] {
                let lapel = format!(
                    "M{} 392L{} 424L{} 432L{} 436L{} 470L{M} 470C{} 440 {} 414 {} 396Z",
                    M + side * (neck + 12.0),
                    M + side * (neck + 40.0),
                    M + side * (neck + 22.0),
                    M + side * (neck + 34.0),
                    M + side * 40.0,
                    M + side * neck * 0.5,
                    M + side * neck * 0.8,
                    M + side * (neck + 2.0)
                );
                pen.fill(
                    &lapel,
                    cloth.mix(if side < 0.0 { Ink::WHITE } else { Ink::BLACK }, 0.10),
                    1.0,
                );
                pen.stroke(&lapel, dark, 1.4, 0.7);
            }
        }
    }
}

/// A shirt with its collar, under a pullover or a jacket.
fn under(look: &Look, pen: &mut Pen) {
    let neck = look.geometry.jaw * if look.face.build.soft { 0.66 } else { 0.82 };
    let white = Ink(226, 228, 230);
    let shade = Ink(168, 174, 182);
    let body = format!(
        "M{} 394L{M} 446L{} 394L{} 470H{}Z",
        M - neck - 8.0,
        M + neck + 8.0,
        M + neck + 40.0,
        M - neck - 40.0
    );
    pen.fill(&body, white, 1.0);
    pen.fill(
        &format!(
            "M{M} 446L{} 394L{} 470H{M}Z",
            M + neck + 8.0,
            M + neck + 40.0
        ),
        shade,
        0.5,
    );
    for side in [-1.0_f32, 1.0] {
        let collar = format!(
            "M{} 378C{} 394 {} 402 {} 408L{M} 444L{} 452L{} 404C{} 396 {} 386 {} 378Z",
            M + side * (neck + 3.0),
            M + side * (neck + 2.0),
            M + side * neck * 0.8,
            M + side * neck * 0.6,
            M + side * 26.0,
            M + side * (neck + 14.0),
            M + side * (neck + 12.0),
            M + side * (neck + 9.0),
            M + side * (neck + 4.0)
        );
        pen.fill(
            &collar,
            if side < 0.0 {
                white.mix(Ink::WHITE, 0.5)
            } else {
                white.mix(shade, 0.4)
            },
            1.0,
        );
        pen.stroke(&collar, shade.mix(Ink::BLACK, 0.3), 1.0, 0.7);
    }
}
