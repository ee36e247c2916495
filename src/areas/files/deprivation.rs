//! The English Indices of Deprivation by LSOA: rank and decile overall, and of the index of income
//! deprivation affecting children (IDACI) where the file gives it.

use super::Read;
use super::sheet::{AreaSheet, Cells};
use super::vintage::{DISTRICT_CODE, DISTRICT_NAME, LSOA_NAME, lsoa_columns};
use crate::areas::{LsoaCode, Vintage};
use crate::base::fault::Result;
use crate::base::table;

const IMD: [&str; 3] = ["imd", "indexofmultipledeprivationimd", "indexofmultipledeprivation"];
const IDACI: [&str; 3] = [
    "idaci",
    "incomedeprivationaffectingchildrenindexidaci",
    "incomedeprivationaffectingchildrenindex",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deprivation {
    pub lsoa: LsoaCode,
    pub name: Option<String>,
    pub district_code: Option<String>,
    pub district_name: Option<String>,
    pub imd_rank: Option<i32>,
    pub imd_decile: i32,
    pub idaci_rank: Option<i32>,
    pub idaci_decile: Option<i32>,
}

pub(crate) fn read(bytes: &[u8]) -> Result<Read<Deprivation>> {
    let text = table::text(bytes);
    let sheet = AreaSheet::open(&text)?;
    let lsoa = lsoa_columns(&sheet).into_iter().next();
    let (Some((said, lsoa)), Some(imd_decile)) = (lsoa, measure(&sheet, &IMD, "decile")) else {
        return Err(sheet.unfit(
            "deprivation by LSOA",
            "a column of LSOA codes (LSOA code (2011), lsoa21_code) and one of the IMD decile \
             (Index of Multiple Deprivation (IMD) Decile, IMD_decile)",
        ));
    };
    let name = sheet.column(LSOA_NAME);
    let district_code = sheet.column(DISTRICT_CODE);
    let district_name = sheet.column(DISTRICT_NAME);
    let imd_rank = measure(&sheet, &IMD, "rank");
    let idaci_rank = measure(&sheet, &IDACI, "rank");
    let idaci_decile = measure(&sheet, &IDACI, "decile");

    let more = [name, district_code, district_name, imd_rank, idaci_rank, idaci_decile];
    let unread = sheet.unread([lsoa, imd_decile].into_iter().chain(more.into_iter().flatten()))?;
    let lines = sheet.read(|cells| {
        let rank = |column| within(cells, column, 1..=i32::MAX, "rank");
        let decile = |column| within(cells, column, 1..=10, "decile");
        Ok(Some(Deprivation {
            lsoa: cells.lsoa(lsoa)?,
            name: cells.maybe(name),
            district_code: cells.maybe(district_code),
            district_name: cells.maybe(district_name),
            imd_rank: rank(imd_rank)?,
            imd_decile: decile(Some(imd_decile))?.ok_or("has no IMD decile")?,
            idaci_rank: rank(idaci_rank)?,
            idaci_decile: decile(idaci_decile)?,
        }))
    });
    Ok(lines.of_one(said, unread))
}

fn measure(sheet: &AreaSheet, names: &[&str; 3], what: &str) -> Option<usize> {
    let letters = names.map(|name| format!("{name}{what}"));
    sheet.column(&letters.each_ref().map(String::as_str))
}

/// The edition of a file when only its vintage is known.
pub(crate) fn usual_year(vintage: Vintage) -> i32 {
    match vintage {
        Vintage::Of2011 => 2019,
        Vintage::Of2021 => 2025,
    }
}

/// The vintage an edition was published on.
pub(crate) fn vintage_of(year: i32) -> Option<Vintage> {
    match year {
        2015 | 2019 => Some(Vintage::Of2011),
        2025 => Some(Vintage::Of2021),
        _ => None,
    }
}

/// The edition in a file name, as in "iod2025_imd.csv" or "File_1_-_IMD2019.csv".
pub(crate) fn year_in(file_name: &str) -> Option<i32> {
    let lower = file_name.to_lowercase();
    ["imd", "iod"].iter().find_map(|word| {
        let (_, after) = lower.split_once(word)?;
        let year = after.trim_start_matches([' ', '_', '-']).get(..4)?.parse().ok()?;
        (2000..2100).contains(&year).then_some(year)
    })
}

fn within(
    cells: &Cells,
    column: Option<usize>,
    range: std::ops::RangeInclusive<i32>,
    what: &str,
) -> Result<Option<i32>, String> {
    let Some(column) = column else { return Ok(None) };
    match cells.number(column)? {
        Some(number) if !range.contains(&number) => Err(format!("{number} is not a valid {what}")),
        number => Ok(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_headings_of_every_edition_are_known() {
        for (text, said, idaci) in [
            (
                "\u{feff}LSOA code (2011),LSOA name (2011),Local Authority District code (2019),\
                 Local Authority District name (2019),Index of Multiple Deprivation (IMD) Rank,\
                 Index of Multiple Deprivation (IMD) Decile\r\n\
                 E01000001,City of London 001A,E09000001,City of London,\"29,199\",9\r\n",
                Vintage::Of2011,
                (None, None),
            ),
            (
                "LSOA code (2011),LSOA name (2011),Local Authority District code (2019),\
                 Local Authority District name (2019),\
                 Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),\
                 Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),\
                 Income Deprivation Affecting Children Index (IDACI) Rank (where 1 is most deprived),\
                 Income Deprivation Affecting Children Index (IDACI) Decile (where 1 is most deprived 10% of LSOAs)\n\
                 E01000001,City of London 001A,E09000001,City of London,29199,9,32806,10\n",
                Vintage::Of2011,
                (Some(32_806), Some(10)),
            ),
            (
                "lsoa21_code,lsoa21_name,ltla24_code,ltla24_name,IMD_score,IMD_rank,IMD_decile,\
                 Income_rank,Income_decile\n\
                 E01000001,City of London 001A,E09000001,City of London,8.742,29199,9,33730,10\n",
                Vintage::Of2021,
                (None, None),
            ),
        ] {
            let read = read(text.as_bytes()).unwrap();
            assert_eq!(read.parts[0].said, Some(said));
            let row = &read.parts[0].rows[0];
            assert_eq!((row.imd_rank, row.imd_decile), (Some(29_199), 9));
            assert_eq!((row.idaci_rank, row.idaci_decile), idaci);
            assert_eq!(row.district_code.as_deref(), Some("E09000001"));
            assert_eq!(row.name.as_deref(), Some("City of London 001A"));
        }
    }

    #[test]
    fn what_no_decile_can_be_is_refused_line_by_line() {
        let text = "lsoa21_code,IMD_decile\nE01000001,11\nE01000002,\nE01000003,10\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.parts[0].rows.len(), 1);
        let told: Vec<&str> = read.refused.iter().map(|line| line.what.as_str()).collect();
        assert_eq!(told, ["11 is not a valid decile", "has no IMD decile"]);
    }

    #[test]
    fn a_files_name_may_tell_its_edition() {
        for (name, year) in [
            ("iod2025_imd_england_lsoa21.csv", Some(2025)),
            ("File_1_-_IMD2019_raw_format.csv", Some(2019)),
            ("IMD 2015.csv", Some(2015)),
            ("imd_lsoa11.csv", None),
            ("2019.csv", None),
        ] {
            assert_eq!(year_in(name), year, "{name}");
        }
    }

    #[test]
    fn a_table_of_districts_is_none_of_lsoas() {
        let heading =
            "Local Authority District code (2019),IMD - Average rank ,IDACI - Average rank";
        let fault = read(heading.as_bytes()).unwrap_err();
        let sentence = fault.detail();
        assert!(
            sentence.contains("Expected a column of LSOA codes")
                && sentence.contains("Found: Local Authority")
        );
    }
}
