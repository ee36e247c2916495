//! Figures of an area, summed over its LSOAs. If a figure of one LSOA is unknown, so is every sum
//! that includes it: no total is silently too low.

use super::LsoaCode;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An LSOA of a reach area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LsoaOut)]
pub struct LsoaFigure {
    /// Its code.
    #[schema(value_type = String, example = "E01006074")]
    pub code: LsoaCode,
    /// Its name, if an imported file has it.
    #[schema(example = "Trafford 025A")]
    pub name: Option<String>,
    /// 1 is the most deprived tenth of England's LSOAs.
    #[schema(example = 3)]
    pub decile: Option<i32>,
    /// Children under five who live there.
    #[schema(example = 53)]
    pub under_fives: Option<i64>,
}

/// The part of a reach area in one decile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = DecileOut)]
pub struct DecileFigure {
    /// `null` for LSOAs without a known decile.
    #[schema(example = 3)]
    pub decile: Option<i32>,
    /// The number of LSOAs.
    #[schema(example = 14)]
    pub lsoas: usize,
    /// Children under five who live there; `null` if unknown for any LSOA.
    #[schema(example = 1517)]
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
