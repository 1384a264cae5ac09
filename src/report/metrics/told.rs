//! Figures as people read them.

use super::{Figure, Unit, unit};
use crate::language::{Words, plain, t};
use crate::scenario::words::Metric;

/// A figure in the unit of its metric; a dash where nothing was counted.
#[must_use]
pub fn told(metric: Metric, figure: Option<Figure>) -> Words {
    let Some(figure) = figure else {
        return plain("–");
    };
    match unit(metric) {
        Unit::Percent => {
            let share = decimals(figure.thousandths, 0);
            match figure.counted {
                Some((of, all)) => {
                    let words = t("aar-share").with("share", &*share);
                    words.with("of", of).with("all", all)
                }
                None => plain(format!("{share} %")),
            }
        }
        Unit::Minutes => {
            let minutes = figure.thousandths / 1_000;
            let words = t("aar-hours").with("hours", minutes / 60);
            words.with("minutes", minutes % 60)
        }
        Unit::Count => plain(decimals(figure.thousandths, 0)),
        Unit::Points => plain(decimals(figure.thousandths, 1)),
        // Told as people write d′ and c.
        Unit::Hundredths => plain(decimals(figure.thousandths / 100, 2)),
    }
}

/// Thousandths with so many decimals (0 to 2), and none that say nothing.
fn decimals(thousandths: i64, places: u32) -> String {
    let step = 10_i64.pow(3 - places.min(2));
    let half = if thousandths < 0 { -step / 2 } else { step / 2 };
    let rounded = (thousandths + half) / step;
    let (sign, size) = (if rounded < 0 { "−" } else { "" }, rounded.unsigned_abs());
    let unit = 10_u64.pow(places.min(2));
    if size.is_multiple_of(unit) && places < 2 {
        return format!("{sign}{}", size / unit);
    }
    let width = places.min(2) as usize;
    format!("{sign}{}.{:0width$}", size / unit, size % unit)
}

#[cfg(test)]
mod tests {
    use super::decimals;

    #[test]
    fn numbers_are_rounded_and_say_no_empty_decimals() {
        assert_eq!(decimals(71_428, 0), "71");
        assert_eq!(decimals(71_500, 0), "72");
        assert_eq!(decimals(2_250, 1), "2.3");
        assert_eq!(decimals(3_000, 1), "3");
        assert_eq!(decimals(1_720, 2), "1.72");
        assert_eq!(decimals(-290, 2), "−0.29");
        assert_eq!(decimals(-400, 0), "0");
    }
}
