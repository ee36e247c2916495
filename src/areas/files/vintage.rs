//! Which vintage a file's LSOAs are of: what was named, what the heading says and what the codes
//! tell must agree.

use super::sheet::{Heading, Sheet};
use crate::areas::{LsoaCode, Vintage};

/// Headings of a column of LSOA codes, by their letters; the digits tell the vintage.
pub const LSOA: &[&str] = &["lsoacd", "lsoacode", "lsoa", "lsoas"];
pub const LSOA_NAME: &[&str] = &["lsoanm", "lsoaname"];
pub const DISTRICT_CODE: &[&str] =
    &["localauthoritydistrictcode", "ltlacode", "ladcd", "ladcode", "laua", "lacode"];
pub const DISTRICT_NAME: &[&str] =
    &["localauthoritydistrictname", "ltlaname", "ladnm", "ladname", "laname"];

/// Every column of LSOA codes, with the vintage its heading says; those of 2001 are none.
pub fn lsoa_columns(sheet: &Sheet) -> Vec<(Option<Vintage>, usize)> {
    let column = |(at, heading): (usize, &Heading)| {
        let is_lsoa = LSOA.contains(&heading.letters.as_str());
        let said = match heading.digits.as_str() {
            "" => None,
            "11" | "2011" => Some(Vintage::Of2011),
            "21" | "2021" => Some(Vintage::Of2021),
            _ => return None,
        };
        is_lsoa.then_some((said, at))
    };
    sheet.headings.iter().enumerate().filter_map(column).collect()
}

/// The vintage, `None` where nothing tells it, or why what tells it disagrees.
pub fn decide<'a>(
    named: Option<Vintage>,
    said: Option<Vintage>,
    codes: impl IntoIterator<Item = &'a LsoaCode>,
) -> Result<Option<Vintage>, String> {
    if let (Some(named), Some(said)) = (named, said)
        && named != said
    {
        return Err(format!("The headings say LSOAs of {said} and --vintage says {named}."));
    }
    let new = codes.into_iter().find(|code| code.is_new_in_2021());
    match (named.or(said), new) {
        (Some(Vintage::Of2011), Some(code)) => {
            Err(format!("{code} is an LSOA of 2021 and not of 2011, and the two are never mixed."))
        }
        (None, Some(_)) => Ok(Some(Vintage::Of2021)),
        (vintage, _) => Ok(vintage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_said_and_told_by_codes_must_agree() {
        let (old, new) = (Some(Vintage::Of2011), Some(Vintage::Of2021));
        let code = |code| LsoaCode::parse(code).unwrap();
        let (both, only_new) = ([code("E01000001")], [code("E01000001"), code("E01034001")]);
        for (named, said, codes, decided) in [
            (None, None, &both[..], Ok(None)),
            (None, None, &only_new[..], Ok(new)),
            (old, None, &both[..], Ok(old)),
            (None, old, &both[..], Ok(old)),
            (new, new, &only_new[..], Ok(new)),
            (old, new, &both[..], Err("--vintage")),
            (old, None, &only_new[..], Err("E01034001")),
            (None, old, &only_new[..], Err("never mixed")),
        ] {
            match (decide(named, said, codes), decided) {
                (Err(sentence), Err(words)) => assert!(sentence.contains(words), "{sentence}"),
                (given, wanted) => assert_eq!(given.ok(), wanted.ok()),
            }
        }
    }
}
