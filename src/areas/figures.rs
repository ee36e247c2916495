//! Figures of an area, summed over its LSOAs. If a figure of one LSOA is unknown, so is every sum
//! that includes it: no total is silently too low.

use super::LsoaCode;
use std::collections::BTreeMap;

/// What is known of one LSOA on one basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LsoaFigure {
    pub code: LsoaCode,
    pub name: Option<String>,
    /// 1 is the most deprived tenth of England's LSOAs.
    pub decile: Option<i32>,
    /// Its children under five.
    pub under_fives: Option<i64>,
}

/// The part of an area in one decile; `None` for LSOAs without a decile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecileFigure {
    pub decile: Option<i32>,
    pub lsoas: usize,
    pub under_fives: Option<i64>,
}

/// By decile, most deprived first, LSOAs without a decile last; empty deciles are left out.
pub fn by_decile(figures: &[LsoaFigure]) -> Vec<DecileFigure> {
    let mut deciles: BTreeMap<(bool, Option<i32>), Vec<&LsoaFigure>> = BTreeMap::new();
    for figure in figures {
        deciles.entry((figure.decile.is_none(), figure.decile)).or_default().push(figure);
    }
    let row = |((_, decile), figures): (_, Vec<&LsoaFigure>)| DecileFigure {
        decile,
        lsoas: figures.len(),
        under_fives: under_fives(figures),
    };
    deciles.into_iter().map(row).collect()
}

/// The sum of children under five; `None` if one is unknown or there are none.
pub fn under_fives<'a>(figures: impl IntoIterator<Item = &'a LsoaFigure>) -> Option<i64> {
    let mut known = figures.into_iter().map(|figure| figure.under_fives).peekable();
    known.peek()?;
    known.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(code: &str, decile: Option<i32>, under_fives: Option<i64>) -> LsoaFigure {
        let code = LsoaCode::parse(code).unwrap();
        LsoaFigure { code, name: None, decile, under_fives }
    }

    #[test]
    fn sums_are_by_decile_and_unknown_where_a_part_is() {
        let figures = [
            figure("E01000001", Some(10), Some(40)),
            figure("E01000002", None, Some(7)),
            figure("E01000003", Some(1), Some(100)),
            figure("E01000004", Some(1), Some(0)),
            figure("E01000005", Some(10), None),
        ];
        let rows = by_decile(&figures);
        let said: Vec<_> = rows.iter().map(|r| (r.decile, r.lsoas, r.under_fives)).collect();
        assert_eq!(said, [(Some(1), 2, Some(100)), (Some(10), 2, None), (None, 1, Some(7))]);
        assert_eq!(under_fives(&figures), None);
        assert_eq!(under_fives(&[]), None);
    }
}
