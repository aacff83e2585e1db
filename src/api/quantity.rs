//! Quantities of the core API, such as `10Gi`, `500m` or `1e3`.

/// A quantity in billionths, the smallest unit that it has. Returns `None` for other texts, and for what is too large.
pub fn billionths(text: &str) -> Option<i128> {
    const NANO: i128 = 1_000_000_000;
    let start = text.find(|c: char| c.is_ascii_alphabetic());
    let (number, suffix) = text.split_at(start.unwrap_or(text.len()));
    let unsigned = number.trim_start_matches(['+', '-']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = [whole, fraction].concat();
    if digits.is_empty() || number.len() - unsigned.len() > 1 {
        return None;
    }
    let digits: i128 = match digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => digits.parse().ok()?,
        false => return None,
    };
    let power = |base: i128, exponent: u32| base.checked_pow(exponent);
    let scale = match suffix {
        "n" => 1,
        "u" => 1_000,
        "m" => 1_000_000,
        "" => NANO,
        "k" | "M" | "G" | "T" | "P" | "E" => {
            let thousands = "kMGTPE".find(suffix)? + 1;
            NANO.checked_mul(power(1000, u32::try_from(thousands).ok()?)?)?
        }
        "Ki" | "Mi" | "Gi" | "Ti" | "Pi" | "Ei" => {
            let thousands = "KiMiGiTiPiEi".find(suffix)? / 2 + 1;
            NANO.checked_mul(power(1024, u32::try_from(thousands).ok()?)?)?
        }
        exponent => {
            let exponent: i32 = exponent.strip_prefix(['e', 'E'])?.parse().ok()?;
            power(10, u32::try_from(exponent.checked_add(9)?).ok()?)?
        }
    };
    let below = power(10, u32::try_from(fraction.len()).ok()?)?;
    let value = digits.checked_mul(scale)? / below;
    Some(if number.starts_with('-') {
        -value
    } else {
        value
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_of_the_core_api() {
        const ONE: i128 = 1_000_000_000;
        for (text, expected) in [
            ("1", Some(ONE)),
            ("+1", Some(ONE)),
            ("-1", Some(-ONE)),
            ("0.5", Some(ONE / 2)),
            (".5", Some(ONE / 2)),
            ("1.", Some(ONE)),
            ("500m", Some(ONE / 2)),
            ("1n", Some(1)),
            ("1k", Some(1000 * ONE)),
            ("1Ki", Some(1024 * ONE)),
            ("1Gi", Some((1 << 30) * ONE)),
            ("1e3", Some(1000 * ONE)),
            ("1E3", Some(1000 * ONE)),
            ("1e-3", Some(ONE / 1000)),
            ("", None),
            (".", None),
            ("Gi", None),
            ("1GiB", None),
            ("1 Gi", None),
            ("--1", None),
            ("1.2.3", None),
            ("1e", None),
            ("much", None),
            ("99999999999999999999999999999999E", None),
        ] {
            assert_eq!(billionths(text), expected, "{text:?}");
        }
    }
}
