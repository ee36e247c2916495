use super::*;
use crate::feeds::fields::columns;
use crate::feeds::mapping::Mapping;

const HEADINGS: &str = "Family ID|NHS No|Surname|Forename|DOB|EDD|Mother's name|Address 1|\
                        Address 2|Postcode|Tel|Email|Language|Interpreter";

fn today() -> NaiveDate {
    "2026-11-16".parse().expect("a day")
}

/// A valid row with some cells changed.
fn row(changed: &[(&str, &str)]) -> Result<FeedEntry, UnfitEntry> {
    let headings: Vec<String> = HEADINGS.split('|').map(str::to_owned).collect();
    let good = "PT00123|943 476 5919|Khan|Yusuf|31/01/2026||KHAN, Amina|1 High St|Sale|m33 1aa|\
                07700 900123|Amina@Example.org||";
    let mut cells: Vec<&str> = good.split('|').collect();
    for (heading, value) in changed {
        let at = headings.iter().position(|known| known == heading).expect("a heading");
        cells[at] = value;
    }
    let columns = columns(&headings, &Mapping::default(), None).expect("columns");
    read(&columns, &StringRecord::from(cells), today(), ContactReach::Served)
}

fn refused(changed: &[(&str, &str)]) -> String {
    match row(changed) {
        Err(UnfitEntry::Wrong(said)) => said,
        other => panic!("{changed:?}: {other:?}"),
    }
}

#[test]
fn a_good_row_is_a_family() {
    let entry = row(&[]).expect("a family");

    assert_eq!(entry.child_name, "Yusuf Khan");
    assert_eq!(entry.carer_name, "Amina KHAN");
    assert_eq!(entry.nhs_number.as_deref(), Some("9434765919"));
    assert_eq!(entry.born_on(), Some("2026-01-31".parse().expect("a day")));
    assert_eq!(entry.address.as_deref(), Some("1 High St\nSale"));
    assert_eq!(entry.postcode.as_deref(), Some("M33 1AA"));
    assert_eq!(entry.email.as_deref(), Some("amina@example.org"));
}

#[test]
fn what_is_wrong_names_its_heading_and_never_the_value() {
    for (heading, value, says) in [
        ("DOB", "31/02/2026", "31 February"),
        ("DOB", "01/01/2027", "in the future"),
        ("DOB", "", "the birth date"),
        ("Postcode", "M33", "not a postcode"),
        ("NHS No", "943 476 5918", "check digit"),
        ("Email", "amina", "not an e-mail address"),
        ("Tel", "ask mum", "not a telephone number"),
        ("Interpreter", "perhaps", "yes or no"),
    ] {
        let said = refused(&[(heading, value)]);
        assert!(said.contains(&format!("\"{heading}\"")), "{said}");
        assert!(said.contains(says), "{said}");
        assert!(value.is_empty() || !said.contains(value), "{said}");
    }
    let said = refused(&[("Mother's name", "")]);
    assert!(said.contains("adult"), "{said}");
    let said = refused(&[("Tel", ""), ("Email", ""), ("Postcode", "")]);
    assert!(said.contains("one way to reach"), "{said}");
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let said = refused(&[("DOB", "31/02/2026"), ("Postcode", "M33")]);

    assert!(said.contains("\"DOB\"") && said.contains("\"Postcode\""), "{said}");
}

#[test]
fn a_baby_without_a_name_is_a_baby() {
    assert_eq!(row(&[("Forename", "")]).expect("a family").child_name, "Baby Khan");
    let expected = row(&[("Forename", ""), ("Surname", ""), ("DOB", ""), ("EDD", "2027-01-04")]);
    assert_eq!(expected.expect("a family").child_name, "Baby");
}

#[test]
fn no_fixed_address_is_a_reason_and_no_postcode() {
    let entry = row(&[("Postcode", "zz99 3vz")]).expect("a family");
    assert_eq!((entry.postcode, entry.address), (None, None));
    assert_eq!(entry.postcode_reason, Some(PostcodeReason::NoFixedAddress));

    let entry = row(&[("Postcode", "")]).expect("a family");
    assert_eq!(entry.postcode_reason, Some(PostcodeReason::NotGiven));
}

#[test]
fn a_child_of_five_is_left_out() {
    assert!(matches!(row(&[("DOB", "16/11/2021")]), Err(UnfitEntry::TooOld)));
    assert!(row(&[("DOB", "17/11/2021")]).is_ok());
}

#[test]
fn an_interpreter_is_asked_for_by_language() {
    let said = |question, value: &str| AnswerSaid { question, value: value.to_owned() };
    let entry = row(&[("Language", "Urdu"), ("Interpreter", "Y")]).expect("a family");
    assert_eq!(
        entry.answers,
        [said(Question::Interpreter, "Urdu"), said(Question::MainLanguage, "Urdu")]
    );
}
