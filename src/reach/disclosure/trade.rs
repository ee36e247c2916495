//! Whether a suppressed cell leaves its value open: a trade moves it by one, and other suppressed
//! cells with it, so that every sum and funnel still holds and nothing shown changes. A trade that
//! is found proves two values; where none is found the cell counts as told.

use super::Published;
use std::collections::{BTreeMap, BTreeSet};

/// Trades are short; what takes longer to find is not looked for.
const LONGEST: usize = 12;
const STEPS: usize = 20_000;

/// A rule that the cells of a set obey.
#[derive(Clone, Copy)]
enum Rule {
    Sum(usize),
    Within(usize),
}

pub struct Trades<'a> {
    set: &'a Published,
    /// By cell, the rules it stands in.
    rules: Vec<Vec<Rule>>,
}

impl<'a> Trades<'a> {
    pub fn new(set: &'a Published) -> Trades<'a> {
        let mut rules = vec![Vec::new(); set.cells.len()];
        let mut note = |cell: usize, rule: Rule| {
            if let Some(of_cell) = rules.get_mut(cell) {
                of_cell.push(rule);
            }
        };
        for (at, sum) in set.sums.iter().enumerate() {
            note(sum.total, Rule::Sum(at));
            sum.parts.iter().for_each(|part| note(*part, Rule::Sum(at)));
        }
        for (at, (part, whole)) in set.within.iter().enumerate() {
            note(*part, Rule::Within(at));
            note(*whole, Rule::Within(at));
        }
        Trades { set, rules }
    }

    pub fn leave_open(&self, hidden: &BTreeSet<usize>, cell: usize) -> bool {
        // Who knows that nought is shown knows that a hidden cell is none.
        let floor = i64::from(!hidden.iter().any(|cell| self.count(*cell) == 0));
        let mut search =
            Search { trades: self, hidden, floor, moved: BTreeMap::new(), steps: STEPS };
        (1..=LONGEST).any(|longest| [1, -1].iter().any(|step| search.go(cell, *step, longest)))
    }

    fn count(&self, cell: usize) -> i64 {
        let count = self.set.cells.get(cell).copied().unwrap_or_default();
        i64::try_from(count).unwrap_or(i64::MAX / 2)
    }
}

struct Search<'a> {
    trades: &'a Trades<'a>,
    hidden: &'a BTreeSet<usize>,
    floor: i64,
    moved: BTreeMap<usize, i64>,
    steps: usize,
}

impl Search<'_> {
    /// Moves a cell, and then whatever makes the rules hold again.
    fn go(&mut self, cell: usize, step: i64, longest: usize) -> bool {
        if longest == 0 || self.steps == 0 || self.trades.count(cell) + step < self.floor {
            return false;
        }
        self.steps -= 1;
        self.moved.insert(cell, step);
        let done = match self.broken() {
            None => true,
            Some(mends) => mends.into_iter().any(|(cell, step)| self.go(cell, step, longest - 1)),
        };
        if !done {
            self.moved.remove(&cell);
        }
        done
    }

    /// The first rule that no longer holds, by what would mend it.
    fn broken(&self) -> Option<Vec<(usize, i64)>> {
        let rules = self.moved.keys().filter_map(|cell| self.trades.rules.get(*cell)).flatten();
        rules.copied().find_map(|rule| match rule {
            Rule::Sum(at) => self.broken_sum(at),
            Rule::Within(at) => self.broken_funnel(at),
        })
    }

    fn broken_sum(&self, at: usize) -> Option<Vec<(usize, i64)>> {
        let sum = self.trades.set.sums.get(at)?;
        let parts: i64 = sum.parts.iter().map(|part| self.step(*part)).sum();
        let over = (parts - self.step(sum.total)).signum();
        if over == 0 {
            return None;
        }
        let parts = sum.parts.iter().map(|part| (*part, -over));
        Some(self.movable(parts.chain([(sum.total, over)])))
    }

    fn broken_funnel(&self, at: usize) -> Option<Vec<(usize, i64)>> {
        let (part, whole) = self.trades.set.within.get(at)?;
        let now = |cell: usize| self.trades.count(cell) + self.step(cell);
        let holds = now(*part) <= now(*whole);
        (!holds).then(|| self.movable([(*part, -1), (*whole, 1)].into_iter()))
    }

    fn step(&self, cell: usize) -> i64 {
        self.moved.get(&cell).copied().unwrap_or_default()
    }

    fn movable(&self, mends: impl Iterator<Item = (usize, i64)>) -> Vec<(usize, i64)> {
        let may =
            |(cell, _): &(usize, i64)| self.hidden.contains(cell) && !self.moved.contains_key(cell);
        mends.filter(may).collect()
    }
}
