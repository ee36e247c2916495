//! Headings known without a mapping: from births lists by health visitors and midwives, and from
//! old systems' exports.

use super::field::Field;

/// A heading in the form used for matching: "Mother's Name" is "mothersname".
pub(crate) fn bare(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Headings by field, without case and punctuation, with a space between them.
pub(crate) type Known = &'static [(Field, &'static str)];

impl Field {
    /// What a heading means without a mapping, from the first list that knows it.
    pub fn of_heading(heading: &str, known: &[Known]) -> Option<Field> {
        let bare = bare(heading);
        let mut lists = known.iter().flat_map(|list| list.iter());
        lists.find(|(_, names)| names.split(' ').any(|name| name == bare)).map(|(field, _)| *field)
    }
}

/// Known headings in lists of families.
pub(crate) const KNOWN: Known = &[
    (
        Field::FamilyReference,
        "familyid familyidentifier familynumber familyno familyref familyreference householdid \
         estartid estartfamilyid",
    ),
    (Field::ChildName, "name fullname childname childsname childsfullname babyname infantname"),
    (
        Field::ChildForename,
        "forename forenames firstname givenname givennames childforename childsforename \
         childfirstname childsfirstname babyforename",
    ),
    (
        Field::ChildSurname,
        "surname lastname familyname childsurname childssurname childlastname childslastname \
         babysurname",
    ),
    (
        Field::BirthDate,
        "dob dateofbirth birthdate bornon birthday childdob childsdob childdateofbirth \
         childsdateofbirth babydob",
    ),
    (Field::DueDate, "edd duedate dueon expecteddateofdelivery estimateddateofdelivery"),
    (
        Field::NhsNumber,
        "nhs nhsno nhsnumber childnhsnumber childsnhsnumber childnhsno babynhsnumber",
    ),
    (
        Field::CarerName,
        "mother mothername mothersname mothersfullname carer carername carersname maincarer \
         maincarername parent parentname parentsname parentcarer parentcarername guardian \
         contactname",
    ),
    (
        Field::CarerForename,
        "motherforename mothersforename motherfirstname mothersfirstname carerforename \
         carersforename carerfirstname parentforename parentfirstname",
    ),
    (
        Field::CarerSurname,
        "mothersurname motherssurname motherlastname motherslastname carersurname carerssurname \
         carerlastname parentsurname parentlastname",
    ),
    (Field::Email, "email emailaddress mail mothersemail carersemail parentemail"),
    (
        Field::Phone,
        "phone phonenumber telephone telephonenumber tel telno mobile mobilenumber mobilephone \
         mobileno hometelephone homephone contactnumber",
    ),
    (
        Field::Address,
        "address address1 address2 address3 address4 address5 addressline1 addressline2 \
         addressline3 addressline4 addressline5 houseandstreet street town city county",
    ),
    (Field::Postcode, "postcode homepostcode pcode postalcode"),
    (
        Field::RegisteredOn,
        "registeredon registered registrationdate dateregistered dateofregistration memberdate \
         membersince dateofmembership datejoined joinedon joindate",
    ),
    (Field::MainLanguage, "language mainlanguage firstlanguage homelanguage"),
    (Field::Interpreter, "interpreter interpreterneeded interpreterrequired"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_means_two_things() {
        let mut all: Vec<&str> = KNOWN.iter().flat_map(|(_, names)| names.split(' ')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for name in all {
            assert_eq!(bare(name), name, "it could never be met");
        }
    }
}
