//! Residents by single year of age and LSOA. Lines for one sex or for larger areas are left out,
//! and so are ages from 18.

use super::Read;
use super::sheet::{AreaSheet, Cells, Heading};
use super::vintage::{LSOA_NAME, lsoa_columns};
use crate::areas::LsoaCode;
use crate::base::fault::Result;
use crate::base::table;

const OLDEST: i32 = 17;
const ANY_AREA: &[&str] = &["areacode", "geographycode"];
const ANY_NAME: &[&str] = &["areaname", "geographyname"];
const PERIOD: &[&str] = &["period", "year", "date", "midyear"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Residents {
    pub lsoa: LsoaCode,
    pub name: Option<String>,
    /// The year, if the line gives one.
    pub year: Option<i32>,
    /// `(age, persons)`; an empty cell means unknown.
    pub ages: Vec<(i32, i32)>,
}

pub(crate) fn read(bytes: &[u8]) -> Result<Read<Residents>> {
    let text = table::text(bytes);
    let sheet = AreaSheet::open(&text)?;
    let lsoa = lsoa_columns(&sheet).into_iter().next();
    let any = || sheet.column(ANY_AREA).map(|at| (None, at));
    let ages = age_columns(&sheet);
    let (Some((said, lsoa)), false) = (lsoa.or_else(any), ages.is_empty()) else {
        return Err(sheet.unfit(
            "population by age",
            "a column of LSOA codes (lsoa11_code, LSOA 2021 Code, area_code) and one for each \
             year of age (0, 1, 2, …)",
        ));
    };
    // Then the column also contains larger areas.
    let of_any_area = lsoa_columns(&sheet).is_empty();
    let name = sheet.column(LSOA_NAME).or_else(|| sheet.column(ANY_NAME));
    let period = sheet.column(PERIOD);
    let sex = sheet.column(&["sex", "gender"]);

    let more = [Some(lsoa), name, period, sex].into_iter().flatten();
    let unread = sheet.unread(more.chain(ages.iter().flat_map(|(_, columns)| columns).copied()))?;
    let lines = sheet.read(|cells| {
        let sex = cells.maybe(sex).map(|text| text.to_lowercase());
        if sex.is_some_and(|sex| !["persons", "person", "all", "total", "p"].contains(&&*sex)) {
            return Ok(None);
        }
        let lsoa = match cells.lsoa(lsoa) {
            Err(_) if of_any_area => return Ok(None),
            lsoa => lsoa?,
        };
        let mut known = Vec::with_capacity(ages.len());
        for (age, columns) in &ages {
            if let Some(persons) = persons(cells, columns)? {
                known.push((*age, persons));
            }
        }
        let year = cells.maybe(period).and_then(|text| text.get(..4)?.parse().ok());
        Ok(Some(Residents { lsoa, name: cells.maybe(name), year, ages: known }))
    });
    Ok(lines.of_one(said, unread))
}

/// The column for each age, or the female and male columns to add up.
fn age_columns(sheet: &AreaSheet) -> Vec<(i32, Vec<usize>)> {
    let columns_of = |age: i32, letters: &[&str]| -> Vec<usize> {
        let is_age = |heading: &Heading| {
            letters.contains(&heading.letters.as_str()) && heading.digits == age.to_string()
        };
        let found = sheet.headings.iter().enumerate().filter(|(_, heading)| is_age(heading));
        found.map(|(at, _)| at).collect()
    };
    let of_age = |age| {
        let persons = columns_of(age, &["", "age", "aged"]);
        let by_sex = columns_of(age, &["f", "m"]);
        match (persons.as_slice(), by_sex.as_slice()) {
            ([persons, ..], _) => Some((age, vec![*persons])),
            ([], [_, _]) => Some((age, by_sex)),
            _ => None,
        }
    };
    (0..=OLDEST).filter_map(of_age).collect()
}

/// The year in a file name, as in "mid2020_population.csv".
pub(crate) fn year_in(file_name: &str) -> Option<i32> {
    let lower = file_name.to_lowercase();
    let named = lower.replace("lsoa2011", "").replace("lsoa2021", "");
    let digits = named.split(|c: char| !c.is_ascii_digit());
    let mut years = digits.filter(|run| run.len() == 4).filter_map(|run| run.parse().ok());
    years.find(|year| (2000..2100).contains(year))
}

fn persons(cells: &Cells, columns: &[usize]) -> Result<Option<i32>, String> {
    let mut sum = 0;
    for column in columns {
        match cells.number(*column)? {
            None => return Ok(None),
            Some(number) if !(0..=1_000_000).contains(&number) => {
                return Err(format!("{number} is not a count of residents"));
            }
            Some(number) => sum += number,
        }
    }
    Ok(Some(sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::Vintage;

    #[test]
    fn only_persons_of_lsoas_are_counted() {
        let text = "period,area_code,area_name,geography,sex,all_ages,aged_0_to_15,0,1,2,3,4,5\n\
                    2024-06-30,E01006074,Trafford 025A,LSOA,Persons,\"1,634\",367,6,14,8,12,13,29\n\
                    2024-06-30,E01006074,Trafford 025A,LSOA,Females,837,158,2,4,4,5,2,11\n\
                    2024-06-30,E08000009,Trafford,LA,Persons,837,158,2,4,4,5,2,11\n";
        let read = read(text.as_bytes()).unwrap();
        let ages = vec![(0, 6), (1, 14), (2, 8), (3, 12), (4, 13), (5, 29)];
        let row = &read.parts[0].rows[0];
        assert_eq!((read.parts[0].said, row.year, &row.ages), (None, Some(2024), &ages));
        assert_eq!((read.parts[0].rows.len(), read.left_out), (1, 2));
    }

    #[test]
    fn ages_of_females_and_males_are_added_and_an_empty_cell_is_not_nought() {
        let text = "LSOA 2021 Code,LSOA 2021 Name,Total,F0,F1,F90,M0,M1,M90\n\
                    E01006074,Trafford 025A,100,3,4,1,2,,1\n";
        let read = read(text.as_bytes()).unwrap();
        assert_eq!(read.parts[0].said, Some(Vintage::Of2021));
        assert_eq!(read.parts[0].rows[0].ages, [(0, 5)]);
    }

    #[test]
    fn a_files_name_may_tell_its_year() {
        for (name, year) in [
            ("mid2020_population_ages0-5_england_lsoa11.csv", Some(2020)),
            ("sape_2011_lsoa2021.csv", Some(2011)),
            ("persons_LSOA2021.csv", None),
            ("population.csv", None),
            ("E01006074.csv", None),
        ] {
            assert_eq!(year_in(name), year, "{name}");
        }
    }

    #[test]
    fn a_file_without_ages_is_told_what_was_looked_for() {
        let fault = read(b"lsoa11_code,total_population\n").unwrap_err();
        let sentence = fault.detail();
        assert!(sentence.contains("each year of age"), "{sentence}");
    }
}
