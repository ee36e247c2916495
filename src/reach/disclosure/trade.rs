//! Whether a suppressed cell leaves its value open: a trade moves it by one, and other suppressed
//! cells with it, so that every sum and funnel still holds and nothing shown changes. A trade that
//! is found proves two values; where none is found the cell counts as told.

use super::Published;
use std::collections::BTreeMap;

/// Trades are short; what takes longer to find is not looked for.
const LONGEST: usize = 14;
const STEPS: usize = 5_000;

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

    /// `unknown`: by cell, whether it is suppressed or was never printed.
    pub fn leave_open(&self, unknown: &[bool], cell: usize) -> bool {
        // Who knows that nought is shown knows that a hidden cell is none.
        let hidden = |at: &usize| unknown.get(*at) == Some(&true) && !self.set.implied.contains(at);
        let mut printed = (0..unknown.len()).filter(hidden);
        let floor = i64::from(!printed.any(|cell| self.count(cell) == 0));
        let mut search = Search {
            trades: self,
            unknown,
            floor,
            moved: BTreeMap::new(),
            over: BTreeMap::new(),
            steps: STEPS,
        };
        (1..=LONGEST).any(|longest| [1, -1].iter().any(|step| search.go(cell, *step, longest)))
    }

    /// The cells that say something of this one.
    pub fn beside(&self, cell: usize) -> Vec<usize> {
        let rules = self.rules.get(cell).into_iter().flatten();
        let cells = rules.filter_map(|rule| match rule {
            Rule::Sum(at) => self.set.sums.get(*at).map(|sum| sum.cells().collect::<Vec<_>>()),
            Rule::Within(at) => self.set.within.get(*at).map(|(part, whole)| vec![*part, *whole]),
        });
        cells.flatten().collect()
    }

    fn count(&self, cell: usize) -> i64 {
        let count = self.set.cells.get(cell).copied().unwrap_or_default();
        i64::try_from(count).unwrap_or(i64::MAX / 2)
    }
}

struct Search<'a> {
    trades: &'a Trades<'a>,
    unknown: &'a [bool],
    floor: i64,
    moved: BTreeMap<usize, i64>,
    /// By sum, how much more its parts are than its total; those that hold are not in it.
    over: BTreeMap<usize, i64>,
    steps: usize,
}

impl Search<'_> {
    /// Moves a cell, and then whatever makes the rules hold again.
    fn go(&mut self, cell: usize, step: i64, longest: usize) -> bool {
        let low = self.trades.count(cell) + step < self.floor(cell);
        if longest == 0 || self.steps == 0 || low {
            return false;
        }
        self.steps -= 1;
        self.shift(cell, step);
        let done = match self.broken() {
            None => true,
            Some(mends) => mends.into_iter().any(|(cell, step)| self.go(cell, step, longest - 1)),
        };
        if !done {
            self.shift(cell, -step);
            self.moved.remove(&cell);
        }
        done
    }

    fn shift(&mut self, cell: usize, step: i64) {
        self.moved.insert(cell, step);
        for rule in self.trades.rules.get(cell).into_iter().flatten() {
            let Rule::Sum(at) = rule else { continue };
            let is_total = self.trades.set.sums.get(*at).is_some_and(|sum| sum.total == cell);
            let over = self.over.entry(*at).or_default();
            *over += if is_total { -step } else { step };
            if *over == 0 {
                self.over.remove(at);
            }
        }
    }

    /// The least that a hidden cell can be. Of what is not printed nobody knows that it is hidden.
    fn floor(&self, cell: usize) -> i64 {
        if self.trades.set.implied.contains(&cell) { 0 } else { self.floor }
    }

    /// Of the rules that no longer hold the one with the fewest ways to mend it, by those.
    fn broken(&self) -> Option<Vec<(usize, i64)>> {
        let sums = self.over.iter().map(|(at, over)| self.mends_of_sum(*at, over.signum()));
        let rules = self.moved.keys().filter_map(|cell| self.trades.rules.get(*cell)).flatten();
        let funnels = rules.filter_map(|rule| match rule {
            Rule::Within(at) => self.broken_funnel(*at),
            Rule::Sum(_) => None,
        });
        sums.chain(funnels).min_by_key(Vec::len)
    }

    fn mends_of_sum(&self, at: usize, over: i64) -> Vec<(usize, i64)> {
        let Some(sum) = self.trades.set.sums.get(at) else { return Vec::new() };
        let parts = sum.parts.iter().map(|part| (*part, -over));
        self.movable(parts.chain([(sum.total, over)]))
    }

    fn broken_funnel(&self, at: usize) -> Option<Vec<(usize, i64)>> {
        let (part, whole) = self.trades.set.within.get(at)?;
        let step = |cell: usize| self.moved.get(&cell).copied().unwrap_or_default();
        let now = |cell: usize| self.trades.count(cell) + step(cell);
        let holds = now(*part) <= now(*whole);
        (!holds).then(|| self.movable([(*part, -1), (*whole, 1)].into_iter()))
    }

    fn movable(&self, mends: impl Iterator<Item = (usize, i64)>) -> Vec<(usize, i64)> {
        let may = |(cell, _): &(usize, i64)| {
            self.unknown.get(*cell) == Some(&true) && !self.moved.contains_key(cell)
        };
        mends.filter(may).collect()
    }
}
