//! Figures of an area, added up from its LSOAs. What is not known of one LSOA is not known of
//! any sum it is part of: no total is quietly too small.

use super::LsoaCode;
use std::collections::BTreeMap;

/// What is known of one LSOA on one basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LsoaFigure {
    pub code: LsoaCode,
    pub name: Option<String>,
    /// 1 holds the most deprived tenth of England's LSOAs.
    pub decile: Option<i32>,
    /// Its children under five.
    pub under_fives: Option<i64>,
}

/// One decile's part of an area; `decile` is `None` for LSOAs without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecileFigure {
    pub decile: Option<i32>,
    pub lsoas: usize,
    pub under_fives: Option<i64>,
}

/// By decile, the most deprived first, those without one last; no decile without an LSOA.
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

/// The children under five of all of them; `None` where one is not known, or there are none.
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
