//! Rules that a contact must meet, the same for manual entry and feeds. Pure functions that return
//! an error saying what to do.

use super::{Kind, Place};
use crate::base::calendar::{BirthDate, within_years};
use crate::base::fault::{Fault, Result};
use crate::families::Child;
use crate::partners::PartnerKind;
use chrono::{Days, NaiveDate};

/// An antenatal review is at most this many days before the birth.
const PREGNANCY_DAYS: u64 = 310;
/// Nobody served today had a contact before this.
const FIRST_YEAR_DAYS: u64 = 366 * 10;
const ADULTS: i32 = 20;

/// A contact's details, except who it is with.
#[derive(Clone, Debug)]
pub(crate) struct ContactSaid {
    pub kind: Kind,
    pub on_day: NaiveDate,
    pub place: Option<Place>,
    pub until_day: Option<NaiveDate>,
    pub taken_up: Option<bool>,
}

/// Who it is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactParty {
    Children,
    Adults(i32),
}

/// Checks the details as at today, and fills in the kind of a school place.
pub(crate) fn check(
    said: &ContactSaid,
    party: ContactParty,
    today: NaiveDate,
) -> Result<ContactSaid> {
    let oldest = today.checked_sub_days(Days::new(FIRST_YEAR_DAYS)).unwrap_or(NaiveDate::MIN);
    if said.on_day > today {
        return Err(Fault::invalid("/on_day", "This date is in the future. Use today or earlier."));
    }
    if said.on_day < oldest {
        return Err(Fault::invalid("/on_day", "This date is more than ten years ago. Correct it."));
    }
    if said.taken_up.is_some() && said.kind != Kind::Signposting {
        return Err(Fault::invalid(
            "/taken_up",
            "Only signposting can be taken up. Leave this out.",
        ));
    }
    if let ContactParty::Adults(adults) = party {
        if !(1..=ADULTS).contains(&adults) {
            return Err(Fault::invalid("/adults", "Use 1 to 20, or name the children."));
        }
        if is_universal(said.kind) {
            return Err(Fault::invalid("/child_ids", "Say which child this is about."));
        }
    }
    Ok(ContactSaid { place: checked_place(said)?, ..said.clone() })
}

fn checked_place(said: &ContactSaid) -> Result<Option<Place>> {
    let place = match (said.kind, said.place) {
        (Kind::SchoolPlace, None | Some(Place::School)) => Some(Place::School),
        (Kind::EarlyLearning, Some(Place::School) | None) => {
            let detail =
                "Say what kind of place it is: paid, funded_two, working_family or funded.";
            return Err(Fault::invalid("/place", detail));
        }
        (Kind::EarlyLearning, place) => place,
        (_, None) => None,
        (_, Some(_)) => {
            return Err(Fault::invalid(
                "/place",
                "This kind of place does not go with this kind of contact.",
            ));
        }
    };
    match said.until_day {
        None => Ok(place),
        Some(_) if place.is_none() => {
            Err(Fault::invalid("/until_day", "Only a place has a last day. Leave this out."))
        }
        Some(last) if last < said.on_day => {
            Err(Fault::invalid("/until_day", "The first day is after the last."))
        }
        Some(last) => within_years("/until_day", last).map(|_| place),
    }
}

/// Whether universal services report it: it is always about one child, and of no centre.
pub(crate) fn is_universal(kind: Kind) -> bool {
    match kind {
        Kind::HealthReview | Kind::EarlyLearning | Kind::SchoolPlace => true,
        Kind::Attendance
        | Kind::OneToOne
        | Kind::HomeVisit
        | Kind::PhoneCall
        | Kind::Signposting => false,
    }
}

/// Whether it is a centre's own work, so needs a centre.
pub(crate) fn needs_centre(kind: Kind) -> bool {
    match kind {
        Kind::Attendance | Kind::OneToOne | Kind::HomeVisit => true,
        Kind::PhoneCall
        | Kind::Signposting
        | Kind::HealthReview
        | Kind::EarlyLearning
        | Kind::SchoolPlace => false,
    }
}

/// A child has no contact before it is born, except an antenatal review.
pub(crate) fn check_child(kind: Kind, on_day: NaiveDate, child: &Child) -> Result<()> {
    let before = |day: NaiveDate| day.checked_sub_days(Days::new(PREGNANCY_DAYS));
    let (first, expected) = match (child.born(), child.due_on) {
        (Some(BirthDate::Day(day) | BirthDate::MonthOf(day)), _) => (day, false),
        (None, Some(due)) => (due, true),
        (None, None) => return Ok(()),
    };
    if kind == Kind::HealthReview {
        if before(first).is_some_and(|day| on_day < day) {
            let detail = "This date is before the pregnancy. Correct it.";
            return Err(Fault::invalid("/on_day", detail));
        }
        return Ok(());
    }
    if expected {
        let detail = "This child is not born yet and can only have a health review. Record other \
                      contacts for the adults.";
        return Err(Fault::invalid("/child_ids", detail));
    }
    if on_day < first {
        let detail = "This date is before the child's birth. Correct it.";
        return Err(Fault::invalid("/on_day", detail));
    }
    Ok(())
}

/// A review needs a health service, and a place needs a setting.
pub(crate) fn check_partner(kind: Kind, partner: Option<PartnerKind>) -> Result<()> {
    use PartnerKind::{EarlyYears, Health};
    let wrong = |detail| Err(Fault::invalid("/partner_id", detail));
    match (kind, partner) {
        (Kind::HealthReview, Some(Health))
        | (Kind::EarlyLearning | Kind::SchoolPlace, Some(EarlyYears)) => Ok(()),
        (Kind::HealthReview, _) => wrong("Name the health service that did the review."),
        (Kind::EarlyLearning | Kind::SchoolPlace, _) => {
            wrong("Name the setting: a partner that is a nursery, a childminder or a school.")
        }
        (
            Kind::Attendance
            | Kind::OneToOne
            | Kind::HomeVisit
            | Kind::PhoneCall
            | Kind::Signposting,
            _,
        ) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::ChildId;
    use crate::base::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn said(kind: Kind) -> ContactSaid {
        let on_day = day("2026-11-16");
        ContactSaid { kind, on_day, place: None, until_day: None, taken_up: None }
    }

    #[test]
    fn what_is_said_of_a_contact_must_fit_its_kind() {
        use ContactParty::{Adults, Children};
        use Kind::{EarlyLearning, HealthReview, HomeVisit, OneToOne, PhoneCall, SchoolPlace};
        use Place::{FundedTwo, Paid, School};
        let on = |text| ContactSaid { on_day: day(text), ..said(OneToOne) };
        let taken_up = |kind| ContactSaid { taken_up: Some(true), ..said(kind) };
        let place = |kind, place| ContactSaid { place: Some(place), ..said(kind) };
        let until = |kind, last| ContactSaid { until_day: Some(day(last)), ..said(kind) };
        for (said, party, pointer) in [
            (said(OneToOne), Children, None),
            (said(OneToOne), Adults(1), None),
            (on("2026-11-17"), Children, Some("/on_day")),
            (on("2010-01-01"), Children, Some("/on_day")),
            (said(OneToOne), Adults(0), Some("/adults")),
            (said(HealthReview), Adults(1), Some("/child_ids")),
            (taken_up(Kind::Signposting), Children, None),
            (taken_up(PhoneCall), Children, Some("/taken_up")),
            (said(EarlyLearning), Children, Some("/place")),
            (place(EarlyLearning, School), Children, Some("/place")),
            (place(EarlyLearning, FundedTwo), Children, None),
            (said(SchoolPlace), Children, None),
            (place(SchoolPlace, Paid), Children, Some("/place")),
            (place(HomeVisit, Paid), Children, Some("/place")),
            (until(SchoolPlace, "2026-11-16"), Children, None),
            (until(SchoolPlace, "2026-11-15"), Children, Some("/until_day")),
            (until(SchoolPlace, "9999-12-31"), Children, Some("/until_day")),
            (until(HomeVisit, "2026-11-16"), Children, Some("/until_day")),
        ] {
            let found = check(&said, party, day("2026-11-16")).err();
            let found = found.as_ref().and_then(Fault::pointer);
            assert_eq!(found, pointer, "{said:?}");
        }
        let school = check(&said(Kind::SchoolPlace), ContactParty::Children, day("2026-11-16"));
        assert_eq!(school.expect("a school place").place, Some(Place::School));
    }

    fn child(born_on: Option<&str>, due_on: Option<&str>) -> Child {
        Child {
            id: ChildId::from("c"),
            name: "Ada".to_owned(),
            sort_name: "ada".to_owned(),
            born_on: born_on.map(day),
            born_month_only: false,
            due_on: due_on.map(day),
            nhs_number: None,
            ended: None,
            ended_at: None,
            asked_at: None,
            created_at: Moment::parse("2026-01-01T00:00:00Z").expect("a moment"),
        }
    }

    #[test]
    fn nobody_is_met_before_birth_but_at_an_antenatal_review() {
        let born = child(Some("2026-03-01"), None);
        let expected = child(None, Some("2026-12-20"));
        for (child, kind, on, fits) in [
            (&born, Kind::OneToOne, "2026-03-01", true),
            (&born, Kind::OneToOne, "2026-02-28", false),
            (&born, Kind::HealthReview, "2026-01-15", true),
            (&born, Kind::HealthReview, "2025-03-01", false),
            (&expected, Kind::HealthReview, "2026-11-01", true),
            (&expected, Kind::HealthReview, "2026-01-01", false),
            (&expected, Kind::HomeVisit, "2026-11-01", false),
        ] {
            assert_eq!(check_child(kind, day(on), child).is_ok(), fits, "{kind:?} on {on}");
        }
    }

    #[test]
    fn a_review_is_a_health_services_and_a_place_a_settings() {
        for (kind, partner, fits) in [
            (Kind::HealthReview, Some(PartnerKind::Health), true),
            (Kind::HealthReview, None, false),
            (Kind::EarlyLearning, Some(PartnerKind::EarlyYears), true),
            (Kind::SchoolPlace, Some(PartnerKind::Health), false),
            (Kind::Signposting, None, true),
            (Kind::PhoneCall, Some(PartnerKind::Housing), true),
        ] {
            assert_eq!(check_partner(kind, partner).is_ok(), fits, "{kind:?} {partner:?}");
        }
    }
}
