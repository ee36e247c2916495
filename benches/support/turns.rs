//! The short form of a bench: three turns, each of which measures a thing and its floor one after
//! the other. What stands still on a busy machine is their ratio; where the three of a line are far
//! apart, measure again.

use std::cmp::Ordering;
use std::env;

/// Whether `--short` was asked for.
pub fn short() -> bool {
    env::args().any(|argument| argument == "--short")
}

/// Each turn gives its ratios, each under its name; a line gives the three of one name and their
/// median.
pub fn run(what: &str, mut turn: impl FnMut() -> Vec<(String, f64)>) {
    println!("{what:64}{:>9}{:>9}{:>9}{:>9}", "first", "second", "third", "median");
    let [first, second, third] = [turn(), turn(), turn()];
    for (((name, one), (_, two)), (_, three)) in first.into_iter().zip(second).zip(third) {
        let middle = median(vec![one, two, three]);
        println!("{name:64}{one:>9.2}{two:>9.2}{three:>9.2}{middle:>9.2}");
    }
    println!();
}

pub fn median<T: PartialOrd + Copy>(mut values: Vec<T>) -> T {
    values.sort_by(|one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal));
    values[values.len() / 2]
}
