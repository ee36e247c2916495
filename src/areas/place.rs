//! Where a family counts. Families without a known LSOA get a bucket of their own, so that tables
//! by area lose nobody and nobody is put in a guessed area.

use super::{Area, Lsoa, LsoaCode};
use crate::base::fault::Fault;
use crate::base::id::words;

words! {
    /// Where somebody counts in a table of areas.
    Bucket {
        /// In one of the area's LSOAs.
        Inside = "inside",
        /// The postcode is known and lies elsewhere.
        OutOfArea = "out_of_area",
        /// No postcode, or one that no imported file has.
        Unknown = "unknown",
        NoFixedAddress = "no_fixed_address",
        /// Restricted families and families in a refuge, counted together so that they cannot be
        /// told apart.
        Restricted = "restricted",
    }
}

/// What is known about where a family lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeAddress {
    /// The family is restricted, or the address is a refuge's.
    Restricted,
    NoFixedAddress,
    /// Not asked, not given, or a postcode that no imported file has.
    Unknown,
    /// A postcode without an LSOA, such as Jersey's.
    Elsewhere,
    In(Lsoa),
}

/// A family's place in a table of one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeArea {
    Inside(LsoaCode),
    OutOfArea,
    Unknown,
    NoFixedAddress,
    Restricted,
}

impl HomeArea {
    pub fn bucket(&self) -> Bucket {
        match self {
            HomeArea::Inside(_) => Bucket::Inside,
            HomeArea::OutOfArea => Bucket::OutOfArea,
            HomeArea::Unknown => Bucket::Unknown,
            HomeArea::NoFixedAddress => Bucket::NoFixedAddress,
            HomeArea::Restricted => Bucket::Restricted,
        }
    }
}

/// Refused if the home's LSOA and the area have different vintages.
pub fn place(home: &HomeAddress, area: &Area) -> Result<HomeArea, Fault> {
    Ok(match home {
        HomeAddress::Restricted => HomeArea::Restricted,
        HomeAddress::NoFixedAddress => HomeArea::NoFixedAddress,
        HomeAddress::Unknown => HomeArea::Unknown,
        HomeAddress::Elsewhere => HomeArea::OutOfArea,
        HomeAddress::In(lsoa) if area.holds(lsoa)? => HomeArea::Inside(lsoa.code.clone()),
        HomeAddress::In(_) => HomeArea::OutOfArea,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::Vintage;
    use crate::base::fault::Code;

    fn lsoa(vintage: Vintage, code: &str) -> Lsoa {
        Lsoa { vintage, code: LsoaCode::parse(code).unwrap() }
    }

    #[test]
    fn everybody_counts_in_one_bucket() {
        let here = lsoa(Vintage::Of2021, "E01006074");
        let area = Area { vintage: here.vintage, lsoas: [here.code.clone()].into() };
        for (home, bucket) in [
            (HomeAddress::In(here), "inside"),
            (HomeAddress::In(lsoa(Vintage::Of2021, "E01006075")), "out_of_area"),
            (HomeAddress::Elsewhere, "out_of_area"),
            (HomeAddress::Unknown, "unknown"),
            (HomeAddress::NoFixedAddress, "no_fixed_address"),
            (HomeAddress::Restricted, "restricted"),
        ] {
            let placed = place(&home, &area).unwrap();
            assert_eq!(placed.bucket().as_str(), bucket, "{home:?}");
        }
        let old = HomeAddress::In(lsoa(Vintage::Of2011, "E01006074"));
        assert_eq!(place(&old, &area).map_err(|fault| fault.code()), Err(Code::VintagesMixed));
    }
}
