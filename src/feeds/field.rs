//! What a column can hold.

use crate::base::text_enum::text_enum;
use crate::partners::agreements::Item;

text_enum! {
    /// What a column of a feed means.
    Field {
        /// The number an old system gave the family.
        FamilyReference = "family_reference",
        ChildName = "child_name",
        ChildForename = "child_forename",
        ChildSurname = "child_surname",
        BirthDate = "birth_date",
        /// The due date of an expected child.
        DueDate = "due_date",
        NhsNumber = "nhs_number",
        CarerName = "carer_name",
        CarerForename = "carer_forename",
        CarerSurname = "carer_surname",
        Email = "email",
        Phone = "phone",
        /// A line of the address; several columns may be lines, in order.
        Address = "address",
        Postcode = "postcode",
        /// The day an old system registered the family.
        RegisteredOn = "registered_on",
        MainLanguage = "main_language",
        /// Whether an interpreter is needed: yes or no.
        Interpreter = "interpreter",
        /// What a contact was.
        ContactKind = "contact_kind",
        /// The day it took place; for a nursery or school place, its first day.
        OnDay = "on_day",
        /// A place's last day.
        UntilDay = "until_day",
        /// The kind of place: funded for a two-year-old, paid, …
        Place = "place",
        /// The nursery, childminder or school of a place.
        Setting = "setting",
        /// The title of a session that was held.
        SessionTitle = "session_title",
        /// Whether the child came: yes or no.
        Came = "came",
        /// The centre it took place at.
        Centre = "centre",
        /// Whether the family took up what it was signposted to.
        TakenUp = "taken_up",
        /// The sender's own number of a contact.
        ContactReference = "contact_reference",
        /// The family's membership number, with its check digit.
        MembershipNumber = "membership_number",
        /// The number of adults who came, in a row that names no child.
        Adults = "adults",
        /// The number of children who came, without names.
        Children = "children",
        /// The number who came, adults and children together.
        HeadCount = "head_count",
        /// Where it was held, if not at a centre: a library, a park.
        Venue = "venue",
        /// When it began.
        StartTime = "start_time",
        Ignored = "ignored",
    }
}

/// Which feeds a column is read in.
enum FieldUse {
    /// Those whose agreement covers this item.
    Covered(Item),
    /// The organisation's own: ignored in a partner's list.
    Own,
    /// Those of contacts, under any agreement for them.
    OfContact,
}

impl Field {
    fn used(self) -> FieldUse {
        match self {
            Field::ChildName | Field::ChildForename | Field::ChildSurname => {
                FieldUse::Covered(Item::ChildName)
            }
            Field::BirthDate | Field::DueDate => FieldUse::Covered(Item::BirthDate),
            Field::NhsNumber => FieldUse::Covered(Item::NhsNumber),
            Field::CarerName | Field::CarerForename | Field::CarerSurname => {
                FieldUse::Covered(Item::CarerName)
            }
            Field::Email => FieldUse::Covered(Item::Email),
            Field::Phone => FieldUse::Covered(Item::Phone),
            Field::Address => FieldUse::Covered(Item::Address),
            Field::Postcode => FieldUse::Covered(Item::Postcode),
            Field::MainLanguage | Field::Interpreter => FieldUse::Covered(Item::Language),
            Field::FamilyReference | Field::RegisteredOn | Field::Ignored => FieldUse::Own,
            // Of these, the membership number comes from us: we gave it to the sender.
            Field::ContactKind
            | Field::OnDay
            | Field::UntilDay
            | Field::Place
            | Field::Setting
            | Field::SessionTitle
            | Field::Came
            | Field::Centre
            | Field::TakenUp
            | Field::ContactReference
            | Field::MembershipNumber
            | Field::Adults
            | Field::Children
            | Field::HeadCount
            | Field::Venue
            | Field::StartTime => FieldUse::OfContact,
        }
    }

    /// The item that an agreement must cover for this column to be used.
    pub fn item(self) -> Option<Item> {
        match self.used() {
            FieldUse::Covered(item) => Some(item),
            FieldUse::Own | FieldUse::OfContact => None,
        }
    }

    /// Whether it describes a contact, or is only read for contacts.
    pub fn is_of_contact(self) -> bool {
        matches!(self.used(), FieldUse::OfContact)
    }

    /// Whether several columns may hold it: address lines, a second telephone, another adult's
    /// name. For all other fields, two different values cannot both be right.
    pub fn may_be_several(self) -> bool {
        matches!(
            self,
            Field::Address
                | Field::Phone
                | Field::Email
                | Field::ChildName
                | Field::ChildForename
                | Field::ChildSurname
                | Field::CarerName
                | Field::CarerForename
                | Field::CarerSurname
        )
    }
}
