//! Decides the vintage of a file's LSOAs: the requested one, the heading and the codes must agree.

use super::sheet::{AreaSheet, Heading};
use super::wrong;
use crate::areas::{LsoaCode, Vintage};
use crate::base::fault::Result;

/// Headings of an LSOA column, letters only; the digits give the vintage.
pub(crate) const LSOA: &[&str] = &["lsoacd", "lsoacode", "lsoa", "lsoas"];
pub(crate) const LSOA_NAME: &[&str] = &["lsoanm", "lsoaname"];
pub(crate) const DISTRICT_CODE: &[&str] =
    &["localauthoritydistrictcode", "ltlacode", "ladcd", "ladcode", "laua", "lacode"];
pub(crate) const DISTRICT_NAME: &[&str] =
    &["localauthoritydistrictname", "ltlaname", "ladnm", "ladname", "laname"];

/// Every LSOA column, with the vintage in its heading; 2001 columns are ignored.
pub(crate) fn lsoa_columns(sheet: &AreaSheet) -> Vec<(Option<Vintage>, usize)> {
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

/// The vintage, `None` if nothing shows it, or an error if the evidence disagrees.
pub(crate) fn decide<'a>(
    named: Option<Vintage>,
    said: Option<Vintage>,
    codes: impl IntoIterator<Item = &'a LsoaCode>,
) -> Result<Option<Vintage>> {
    if let (Some(named), Some(said)) = (named, said)
        && named != said
    {
        return Err(wrong(format!("The headings say {said} LSOAs, but --vintage says {named}.")));
    }
    let new = codes.into_iter().find(|code| code.is_new_in_2021());
    match (named.or(said), new) {
        (Some(Vintage::Of2011), Some(code)) => {
            let what = "is a 2021 LSOA, not a 2011 one, and the two cannot be mixed.";
            Err(wrong(format!("{code} {what}")))
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
            (None, old, &only_new[..], Err("cannot be mixed")),
        ] {
            match (decide(named, said, codes), decided) {
                (Err(fault), Err(words)) => assert!(fault.detail().contains(words), "{fault}"),
                (given, wanted) => assert_eq!(given.ok(), wanted.ok()),
            }
        }
    }
}
