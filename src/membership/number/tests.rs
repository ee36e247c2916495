//! A slip is caught wherever it falls. What an error does to the walk depends only on the row the
//! walk has reached and on the digits it meets there, so ten rows by a hundred pairs are all cases;
//! whole numbers are tried besides, and an ordinary checksum is shown to fail.

use super::*;

const DIGITS: std::ops::Range<u8> = 0..10;

fn at(row: u8, column: u8) -> u8 {
    TABLE[usize::from(row)][usize::from(column)]
}

#[test]
fn whatever_came_before_one_wrong_digit_ends_elsewhere() {
    for row in DIGITS {
        for (digit, wrong) in pairs() {
            assert_ne!(at(row, digit), at(row, wrong), "{row}: {digit} for {wrong}");
        }
    }
    // Two walks that stand on different rows stay apart: every column is a permutation.
    for digit in DIGITS {
        for (row, other) in pairs() {
            assert_ne!(at(row, digit), at(other, digit), "{digit} from {row} and {other}");
        }
    }
}

#[test]
fn whatever_came_before_a_swap_of_neighbours_ends_elsewhere() {
    for row in DIGITS {
        for (first, second) in pairs() {
            let (said, swapped) = (at(at(row, first), second), at(at(row, second), first));
            assert_ne!(said, swapped, "{row}: {first}{second}");
        }
    }
}

#[test]
fn the_check_digit_takes_every_walk_back_to_nought() {
    for row in DIGITS {
        assert_eq!(at(row, row), 0);
        let back = DIGITS.filter(|digit| at(row, *digit) == 0);
        assert_eq!(back.count(), 1, "one digit is right after row {row}");
    }
}

fn pairs() -> impl Iterator<Item = (u8, u8)> {
    DIGITS.flat_map(|a| DIGITS.map(move |b| (a, b))).filter(|(a, b)| a != b)
}

/// Every number of eight digits that is one slip away.
fn slips(number: &str) -> Vec<String> {
    let digits: Vec<u8> = number.bytes().collect();
    let mut slips = Vec::new();
    for place in 0..digits.len() {
        for digit in b'0'..=b'9' {
            let mut wrong = digits.clone();
            wrong[place] = digit;
            slips.push(wrong);
        }
        if place + 1 < digits.len() {
            let mut swapped = digits.clone();
            swapped.swap(place, place + 1);
            slips.push(swapped);
        }
    }
    slips.retain(|slip| *slip != digits);
    slips.into_iter().map(|slip| String::from_utf8(slip).expect("digits")).collect()
}

/// Numbers from the whole range: neighbours, ends, and every 4,999th between.
fn serials() -> impl Iterator<Item = u32> {
    (0..1_000).chain((0..10_000_000).step_by(4_999)).chain(9_999_000..10_000_000)
}

#[test]
fn no_slip_in_a_whole_number_is_let_through() {
    for serial in serials() {
        let number = Number::of_serial(serial);
        assert_eq!(Number::parse(number.as_str()).as_ref().ok(), Some(&number));
        for slip in slips(number.as_str()) {
            let refused = Number::parse(&slip).expect_err(&slip);
            assert_eq!(refused.code(), Code::InvalidMembershipNumber);
        }
    }
}

/// The control: the check of bank cards lets 09 and 90 be swapped, a plain sum every swap.
#[test]
fn the_check_of_bank_cards_and_a_plain_sum_let_swaps_through() {
    let luhn = |digits: &str| {
        let value = |(place, digit): (usize, u8)| match (place % 2, u32::from(digit - b'0')) {
            (1, digit) if digit > 4 => digit * 2 - 9,
            (1, digit) => digit * 2,
            (_, digit) => digit,
        };
        digits.bytes().rev().enumerate().map(value).sum::<u32>().is_multiple_of(10)
    };
    let sum =
        |digits: &str| digits.bytes().map(|digit| u32::from(digit - b'0')).sum::<u32>() % 10 == 0;
    let missed = |holds: &dyn Fn(&str) -> bool| {
        let numbers = (4_800_000..4_800_200).filter_map(|serial| {
            (0..10).map(|check| format!("{serial}{check}")).find(|number| holds(number))
        });
        numbers.flat_map(|number| slips(&number)).filter(|slip| holds(slip)).count()
    };

    assert!(missed(&luhn) > 0);
    assert!(missed(&sum) > missed(&luhn));
    assert_eq!(missed(&|number: &str| Number::parse(number).is_ok()), 0);
}

#[test]
fn a_number_is_read_however_it_is_spaced() {
    let number = Number::of_serial(4_821_093);
    assert_eq!(number.to_string(), "4821 0934");
    for text in ["48210934", "4821 0934", " 4821-0934\n", "4 8 2 1 0 9 3 4", "4821\u{2013}0934"] {
        assert_eq!(Number::parse(text).as_ref().ok(), Some(&number), "{text}");
    }
    for text in ["", "4821 093", "4821 09344", "4821 093O", "٤٨٢١٠٩٣٤", "4821_0934", "-"] {
        let refused = Number::parse(text).expect_err(text);
        assert!(refused.detail().contains("eight digits"), "{text}");
    }
    assert!(Number::parse("4821 0936").is_err());
}

#[test]
fn a_random_number_holds_and_begins_with_no_nought() {
    for _ in 0..1_000 {
        let number = Number::random();
        assert!(Number::parse(&number.to_string()).is_ok_and(|read| read == number));
        assert!(!number.as_str().starts_with('0'));
    }
}
