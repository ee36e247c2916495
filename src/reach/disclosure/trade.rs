//! Whether a suppressed cell leaves its value open: a trade moves it by one, and other suppressed
//! cells with it, so that every sum and funnel still holds and nothing shown changes. A trade that
//! is found proves two values of each cell in it. Where there is none, the one that needs the
//! fewest shown cells says which to hide.

use super::Published;
use std::collections::{BTreeMap, BTreeSet};

/// Trades are short; what takes longer to find is not looked for.
const LONGEST: usize = 14;
const STEPS: usize = 4_000;
/// Shown cells that one trade may need.
const FURTHER: usize = 8;

/// A rule that the cells of a set obey.
#[derive(Clone, Copy)]
enum Rule {
    Sum(usize),
    Within(usize),
}

pub struct Trades<'a> {
    set: &'a Published,
    totals: BTreeSet<usize>,
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
        let totals = set.sums.iter().map(|sum| sum.total).collect();
        Trades { set, totals, rules }
    }

    /// The cells of a trade that moves this one and needs the fewest cells that are shown.
    /// `unknown`: by cell, whether it is suppressed or was never printed.
    pub fn cheapest(&self, unknown: &[bool], cell: usize) -> Option<Vec<usize>> {
        // Who knows that nought is shown knows that a hidden cell is none.
        let hidden = |at: &usize| unknown.get(*at) == Some(&true) && !self.set.implied.contains(at);
        let mut printed = (0..unknown.len()).filter(hidden);
        let floor = i64::from(!printed.any(|cell| self.count(cell) == 0));
        (0..=FURTHER).find_map(|further| {
            let mut search = Search {
                trades: self,
                unknown,
                floor,
                moved: BTreeMap::new(),
                over: BTreeMap::new(),
                steps: STEPS,
            };
            let mut tries = (1..=LONGEST)
                .flat_map(|longest| [1, -1].map(|step| Room { longest, further, step }));
            let is_found = tries.any(|room| search.go(cell, room));
            is_found.then(|| search.moved.into_keys().collect())
        })
    }

    /// The shown cell that is nearest by sums and funnels; nought last, and then the smallest.
    pub fn nearest(&self, unknown: &[bool], told: usize) -> Option<usize> {
        let is_shown = |cell: &usize| unknown.get(*cell) == Some(&false);
        let mut reached = BTreeSet::from([told]);
        let mut edge = reached.clone();
        while !edge.is_empty() {
            let near: BTreeSet<usize> = edge.iter().flat_map(|cell| self.beside(*cell)).collect();
            edge = near.difference(&reached).copied().collect();
            let shown = edge.iter().copied().filter(is_shown);
            if let Some(found) =
                shown.min_by_key(|cell| (self.count(*cell) == 0, self.order(*cell)))
            {
                return Some(found);
            }
            reached.extend(&edge);
        }
        None
    }

    /// The cells that say something of this one.
    fn beside(&self, cell: usize) -> Vec<usize> {
        let rules = self.rules.get(cell).into_iter().flatten();
        let cells = rules.filter_map(|rule| match rule {
            Rule::Sum(at) => self.set.sums.get(*at).map(|sum| sum.cells().collect::<Vec<_>>()),
            Rule::Within(at) => self.set.within.get(*at).map(|(part, whole)| vec![*part, *whole]),
        });
        cells.flatten().collect()
    }

    /// Which cell is rather hidden: a part before a total, and then the smallest.
    fn order(&self, cell: usize) -> (bool, i64, usize) {
        (self.totals.contains(&cell), self.count(cell), cell)
    }

    fn count(&self, cell: usize) -> i64 {
        let count = self.set.cells.get(cell).copied().unwrap_or_default();
        i64::try_from(count).unwrap_or(i64::MAX / 2)
    }
}

/// What is left of a trade: cells it may still move, shown ones among them, and by how much.
#[derive(Clone, Copy)]
struct Room {
    longest: usize,
    further: usize,
    step: i64,
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
    fn go(&mut self, cell: usize, room: Room) -> bool {
        let further = room.further.checked_sub(usize::from(!self.is_unknown(cell)));
        let low = self.trades.count(cell) + room.step < self.floor(cell);
        let (Some(further), false) = (further, low || room.longest == 0 || self.steps == 0) else {
            return false;
        };
        self.steps -= 1;
        self.shift(cell, room.step);
        let done = match self.broken(further) {
            None => true,
            Some(mut mends) => {
                let order =
                    |(cell, _): &(usize, i64)| (!self.is_unknown(*cell), self.trades.order(*cell));
                mends.sort_by_key(order);
                let room = |step| Room { longest: room.longest - 1, further, step };
                mends.into_iter().any(|(cell, step)| self.go(cell, room(step)))
            }
        };
        if !done {
            self.shift(cell, -room.step);
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

    fn is_unknown(&self, cell: usize) -> bool {
        self.unknown.get(cell) == Some(&true)
    }

    /// The least that a hidden cell can be. Of what is not printed nobody knows that it is hidden.
    fn floor(&self, cell: usize) -> i64 {
        if self.trades.set.implied.contains(&cell) { 0 } else { self.floor }
    }

    /// Of the rules that no longer hold the one with the fewest ways to mend it, by those.
    fn broken(&self, further: usize) -> Option<Vec<(usize, i64)>> {
        let sums =
            self.over.iter().map(|(at, over)| self.mends_of_sum(*at, over.signum(), further));
        let rules = self.moved.keys().filter_map(|cell| self.trades.rules.get(*cell)).flatten();
        let funnels = rules.filter_map(|rule| match rule {
            Rule::Within(at) => self.broken_funnel(*at, further),
            Rule::Sum(_) => None,
        });
        sums.chain(funnels).min_by_key(Vec::len)
    }

    fn mends_of_sum(&self, at: usize, over: i64, further: usize) -> Vec<(usize, i64)> {
        let Some(sum) = self.trades.set.sums.get(at) else { return Vec::new() };
        let parts = sum.parts.iter().map(|part| (*part, -over));
        self.movable(parts.chain([(sum.total, over)]), further)
    }

    fn broken_funnel(&self, at: usize, further: usize) -> Option<Vec<(usize, i64)>> {
        let (part, whole) = self.trades.set.within.get(at)?;
        let step = |cell: usize| self.moved.get(&cell).copied().unwrap_or_default();
        let now = |cell: usize| self.trades.count(cell) + step(cell);
        let holds = now(*part) <= now(*whole);
        (!holds).then(|| self.movable([(*part, -1), (*whole, 1)].into_iter(), further))
    }

    /// Of these, what may move: a shown nought stays shown, for it is often known to be one.
    fn movable(
        &self,
        mends: impl Iterator<Item = (usize, i64)>,
        further: usize,
    ) -> Vec<(usize, i64)> {
        let may = |(cell, _): &(usize, i64)| {
            let hideable = further > 0 && self.trades.count(*cell) > 0;
            (self.is_unknown(*cell) || hideable) && !self.moved.contains_key(cell)
        };
        mends.filter(may).collect()
    }
}
