//! A reach area as supplied by a council: a list of LSOAs or postcodes, with or without a heading.
//! Other columns are ignored; if a file has both, the LSOAs are used.

use super::postcodes::POSTCODE;
use super::sheet::{AreaLines, AreaSheet};
use super::vintage::lsoa_columns;
use super::{RefusedLine, wrong};
use crate::areas::{LsoaCode, Vintage};
use crate::base::fault::Result;
use crate::base::{table, text};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    Lsoas(BTreeSet<LsoaCode>),
    Postcodes(BTreeSet<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListFile {
    pub said: Option<Vintage>,
    pub listed: Listed,
    pub refused: Vec<RefusedLine>,
    /// Headings of columns that are not read.
    pub unread: Vec<String>,
}

/// `named` chooses the column if the file has LSOAs of both vintages.
pub(crate) fn read(bytes: &[u8], named: Option<Vintage>) -> Result<ListFile> {
    let text = table::text(bytes);
    let sheet = AreaSheet::open(&text)?;
    let lsoas = lsoa_columns(&sheet);
    let of_named = lsoas.iter().find(|(said, _)| *said == named);
    let chosen = match (of_named, lsoas.as_slice()) {
        (None, [_, _, ..]) => {
            let which = "The file has columns of LSOAs of both vintages; name one with --vintage.";
            return Err(wrong(which));
        }
        (of_named, all) => of_named.or(all.first()).copied(),
    };
    let postcodes = sheet.column(POSTCODE);
    let first = sheet.headings.first().map(|first| first.shown().to_owned()).unwrap_or_default();
    match (chosen, postcodes) {
        (Some((said, at)), _) => {
            let unread = sheet.unread([at])?;
            Ok(ListFile { unread, ..of_lsoas(&sheet, at, said) })
        }
        (None, Some(at)) => {
            let unread = sheet.unread([at])?;
            Ok(ListFile { unread, ..of_postcodes(&sheet, at) })
        }
        (None, None) if LsoaCode::parse(&first).is_some() => {
            Ok(of_lsoas(&sheet.without_headings(), 0, None))
        }
        (None, None) if text::postcode("", &first).is_ok() => {
            Ok(of_postcodes(&sheet.without_headings(), 0))
        }
        (None, None) => Err(sheet.unfit(
            "a reach area",
            "a column of LSOA codes (LSOA11CD, lsoa21_code, lsoa_code) or one of postcodes \
             (postcode, pcds)",
        )),
    }
}

fn of_lsoas(sheet: &AreaSheet, column: usize, said: Option<Vintage>) -> ListFile {
    let lines = sheet.read(|cells| cells.lsoa(column).map(Some));
    let AreaLines { rows, refused, .. } = lines;
    let listed = Listed::Lsoas(rows.into_iter().collect());
    ListFile { said, listed, refused, unread: Vec::new() }
}

fn of_postcodes(sheet: &AreaSheet, column: usize) -> ListFile {
    let lines = sheet.read(|cells| {
        let sent = cells.text(column);
        text::postcode("", sent).map(Some).map_err(|_| format!("\"{sent}\" is not a postcode"))
    });
    let AreaLines { rows, refused, .. } = lines;
    let listed = Listed::Postcodes(rows.into_iter().collect());
    ListFile { said: None, listed, refused, unread: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_with_a_heading_or_without_one() {
        for (text, said, count) in [
            ("lsoa21_code\nE01006074\nE01006075\nE01006074\n", Some(Vintage::Of2021), 2),
            ("name,LSOA11CD\r\nA,E01006074\r\n", Some(Vintage::Of2011), 1),
            ("E01006074\nE01006075\n", None, 2),
            ("postcode,lsoa_code\nM31 4FL,E01006074\n", None, 1),
        ] {
            let file = read(text.as_bytes(), None).unwrap();
            let Listed::Lsoas(codes) = file.listed else { panic!("{text}") };
            assert_eq!((file.said, codes.len(), file.refused.len()), (said, count, 0), "{text}");
        }
        for text in ["postcode\nm314fl\nM31 4DJ\n", "M31 4FL\nM31 4DJ\nM314DJ\n"] {
            let file = read(text.as_bytes(), None).unwrap();
            let Listed::Postcodes(postcodes) = file.listed else { panic!("{text}") };
            assert_eq!(postcodes.into_iter().collect::<Vec<_>>(), ["M31 4DJ", "M31 4FL"]);
        }
    }

    #[test]
    fn of_two_vintages_one_has_to_be_named() {
        let text = b"lsoa11cd,lsoa21cd\nE01006074,E01034001\n";
        assert!(read(text, None).is_err());
        let file = read(text, Some(Vintage::Of2021)).unwrap();
        assert_eq!(file.listed, Listed::Lsoas([LsoaCode::parse("E01034001").unwrap()].into()));
    }

    #[test]
    fn what_is_no_list_of_either_is_refused() {
        let fault = read(b"centre,ward\nA,B\n", None).unwrap_err();
        let sentence = fault.detail();
        assert!(
            sentence.contains("Expected a column of LSOA codes")
                && sentence.contains("Found: centre, ward.")
        );
    }
}
