//! Files that give the LSOA of each postcode: the ONS directories and councils' extracts from them.

use super::sheet::{AreaSheet, Cells};
use super::vintage::{LSOA_NAME, lsoa_columns};
use super::{Part, Read};
use crate::areas::LsoaCode;
use crate::areas::position::Position;
use crate::base::fault::Result;
use crate::base::{table, text};
use chrono::{Datelike, NaiveDate};

/// Headings of a postcode column, most common first.
pub(crate) const POSTCODE: &[&str] =
    &["pcds", "postcodenatural", "postcode", "postcodes", "pcd", "pcdnospaces"];
/// A heading containing one of these says when a postcode was terminated: `doterm`, `DOTERM`, `Date
/// of termination`, `TerminationDate`, `Terminated on`.
const TERMINATED: &[&str] = &["doterm", "terminat"];
/// Degrees of the world, as the directories have them beside the national grid.
const LATITUDE: &[&str] = &["lat", "latitude"];
const LONGITUDE: &[&str] = &["long", "lon", "lng", "longitude"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Postcode {
    pub postcode: String,
    /// `None` if the file has a pseudo code, as for the Channel Islands.
    pub lsoa: Option<LsoaCode>,
    pub lsoa_name: Option<String>,
    pub terminated_on: Option<NaiveDate>,
    pub position: Option<Position>,
}

/// One part for each vintage that has a column.
pub(crate) fn read(bytes: &[u8]) -> Result<Read<Postcode>> {
    let text = table::text(bytes);
    let sheet = AreaSheet::open(&text)?;
    let lsoas = lsoa_columns(&sheet);
    let (Some(postcode), false) = (sheet.column(POSTCODE), lsoas.is_empty()) else {
        return Err(sheet.unfit(
            "postcodes",
            "a column of postcodes (pcds, PostcodeNatural, postcode) and one of LSOA codes \
             (LSOA11CD, lsoa21_code, lsoa_code)",
        ));
    };
    let terminated = sheet.column_with(TERMINATED);
    // With two vintages it is unclear which one the names belong to.
    let lsoa_name = if lsoas.len() == 1 { sheet.column(LSOA_NAME) } else { None };
    let (latitude, longitude) = (sheet.column(LATITUDE), sheet.column(LONGITUDE));
    let read = [Some(postcode), terminated, lsoa_name, latitude, longitude].into_iter().flatten();
    let unread = sheet.unread(read.chain(lsoas.iter().map(|(_, at)| *at)))?;

    let mut parts: Vec<Part<Postcode>> =
        lsoas.iter().map(|(said, _)| Part { said: *said, rows: Vec::new() }).collect();
    let lines = sheet.read(|cells| {
        let sent = cells.text(postcode);
        let postcode =
            text::postcode("", sent).map_err(|_| format!("\"{sent}\" is not a postcode"))?;
        let terminated_on = cells.maybe(terminated).map(|text| month(&text));
        let terminated_on = terminated_on.transpose()?.flatten();
        let lsoa_name = cells.maybe(lsoa_name);
        let position = Position::read(cells.maybe(latitude), cells.maybe(longitude))?;
        let row = Postcode { postcode, lsoa: None, lsoa_name, terminated_on, position };
        let mut used = None;
        for ((_, at), part) in lsoas.iter().zip(&mut parts) {
            let Some(lsoa) = lsoa(cells, *at)? else { continue };
            part.rows.push(Postcode { lsoa, ..row.clone() });
            used = Some(());
        }
        Ok(used)
    });
    Ok(Read { parts, left_out: lines.left_out, refused: lines.refused, unread })
}

/// Outer `None`: the cell is empty, so unknown in this vintage.
fn lsoa(cells: &Cells, column: usize) -> Result<Option<Option<LsoaCode>>, String> {
    let text = cells.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    // Pseudo codes, and the areas of Northern Ireland, which are not LSOAs.
    let elsewhere = text.ends_with("99999999") || text.starts_with(['9', 'N']);
    match LsoaCode::parse(text) {
        None if elsewhere => Ok(Some(None)),
        None => Err(format!("\"{text}\" is not an LSOA code")),
        code => Ok(Some(code)),
    }
}

/// The first of the month of termination, as written by publishers and spreadsheets; `None` if it
/// was not terminated.
fn month(text: &str) -> Result<Option<NaiveDate>, String> {
    let bare = text.trim().to_lowercase();
    if ["no", "n", "false", "null", "0", "-", "live"].contains(&bare.as_str()) {
        return Ok(None);
    }
    // A spreadsheet may turn 200903 into 200903.0.
    let bare = bare.strip_suffix(".0").unwrap_or(&bare);
    let first = |text: String, form: &str| NaiveDate::parse_from_str(&text, form).ok();
    let day = first(format!("{bare}01"), "%Y%m%d")
        .or_else(|| first(format!("{bare}-01"), "%Y-%m-%d"))
        .or_else(|| first(format!("01/{bare}"), "%d/%m/%Y"))
        .or_else(|| first(format!("01-{}", bare.replace(' ', "-")), "%d-%B-%Y"))
        .or_else(|| first(bare.get(..10).unwrap_or(bare).to_owned(), "%Y-%m-%d"))
        .or_else(|| first(bare.get(..10).unwrap_or(bare).to_owned(), "%d/%m/%Y"))
        .or_else(|| first(bare.replace(' ', "-"), "%d-%B-%Y"))
        .or_else(|| first(bare.to_owned(), "%Y%m%d"));
    let month = day.filter(|day| (1970..=2199).contains(&day.year()));
    match month.and_then(|day| day.with_day(1)) {
        Some(first) => Ok(Some(first)),
        None => Err(format!("\"{text}\" is not a month such as 202406")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::Vintage;

    fn rows(text: &str) -> Vec<Part<Postcode>> {
        read(text.as_bytes()).unwrap().parts
    }

    #[test]
    fn headings_of_many_publishers_are_known() {
        for (heading, said) in [
            ("PostcodeNatural,LSOA11CD", Some(Vintage::Of2011)),
            ("pcds,lsoa21_code", Some(Vintage::Of2021)),
            ("postcode,lsoa_code", None),
            ("Postcode,LSOA code (2021)", Some(Vintage::Of2021)),
        ] {
            let parts = rows(&format!("{heading}\r\n\"m314fl\",E01006074\r\n"));
            assert_eq!(parts.len(), 1);
            assert_eq!(parts[0].said, said, "{heading}");
            assert_eq!(parts[0].rows[0].postcode, "M31 4FL");
        }
    }

    #[test]
    fn a_directory_with_both_vintages_has_a_part_for_each() {
        let parts = rows(
            "pcd,pcd2,pcds,doterm,lsoa01,lsoa11,lsoa21\n\
             M314FL,M31  4FL,M31 4FL,,E01000009,E01006074,E01034001\n\
             JE23XX,JE2  3XX,JE2 3XX,202406,,L99999999,L99999999\n\
             N1  1AA,N1  1AA,N1 1AA,,,E01002694,\n",
        );
        let said: Vec<_> = parts.iter().map(|part| (part.said, part.rows.len())).collect();
        assert_eq!(said, [(Some(Vintage::Of2011), 3), (Some(Vintage::Of2021), 2)]);
        let jersey = &parts[1].rows[1];
        assert_eq!(jersey.lsoa, None);
        assert_eq!(jersey.terminated_on, NaiveDate::from_ymd_opt(2024, 6, 1));
    }

    #[test]
    fn where_a_postcode_is_is_read_where_the_file_says_it() {
        let read_one =
            |line: &str| read(format!("pcds,lsoa21,lat,long\n{line}\n").as_bytes()).unwrap();
        let at = |line: &str| read_one(line).parts[0].rows[0].position;
        let there = Position { latitude: 53_465_578, longitude: -2_260_460 };
        assert_eq!(at("M15 4AB,E01034001,53.465578,-2.26046"), Some(there));
        assert_eq!(at("M15 4AB,E01034001,,"), None);
        // As the directories write a postcode that is nowhere.
        assert_eq!(at("M15 4AB,E01034001,99.999999,0.000000"), None);
        assert_eq!(read_one("M15 4AB,E01034001,north,west").refused.len(), 1);
    }

    #[test]
    fn the_end_of_a_postcode_is_read_under_any_heading_and_in_any_form() {
        let on = NaiveDate::from_ymd_opt(2009, 3, 1);
        for heading in
            ["doterm", "DOTERM", "TerminationDate", "Date of termination", "terminated_on"]
        {
            for cell in [
                "200903",
                "200903.0",
                "2009-03",
                "2009-03-17",
                "20090317",
                "17/03/2009",
                "03/2009",
                "Mar-2009",
                "March 2009",
                "17 Mar 2009",
                "2009-03-17T00:00:00",
            ] {
                let parts = rows(&format!("pcds,lsoa11,{heading}\nM31 4FL,E01006074,{cell}\n"));
                assert_eq!(parts[0].rows[0].terminated_on, on, "{heading}: {cell}");
            }
        }
        for cell in ["", "null", "N"] {
            let parts = rows(&format!("pcds,lsoa11,terminated\nM31 4FL,E01006074,{cell}\n"));
            assert_eq!(parts[0].rows[0].terminated_on, None, "{cell}");
        }
        let read = read(b"pcds,lsoa11,terminated\nM31 4FL,E01006074,soon\n").unwrap();
        assert_eq!(read.refused.len(), 1, "what cannot be read is said, not lost");
    }

    #[test]
    fn a_line_that_cannot_be_used_is_told_and_the_others_go_on() {
        let read = read(
            b"postcode,lsoa_code,ward\nM31,E01006074,\nM31 4FL,E02001259,\nM31 4FL,E01006074,\n",
        )
        .unwrap();
        assert_eq!(read.parts[0].rows.len(), 1);
        let told: Vec<_> = read.refused.iter().map(|r| (r.line, r.what.as_str())).collect();
        assert_eq!(read.unread, ["ward"]);
        assert_eq!(
            told,
            [(2, "\"M31\" is not a postcode"), (3, "\"E02001259\" is not an LSOA code")]
        );
    }

    #[test]
    fn another_file_is_told_what_was_looked_for_and_found() {
        let fault = read(b"name,address\nx,y\n").unwrap_err();
        let sentence = fault.detail();
        assert!(sentence.contains("PostcodeNatural") && sentence.contains("Found: name, address."));
        let fault = read(b"").unwrap_err();
        let sentence = fault.detail();
        assert!(sentence.contains("The file is empty."), "{sentence}");
    }
}
