//! A family becomes a member, or says that it comes as a guest, by a way of contact that it has
//! confirmed.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{CarerId, ChildId};
use crate::base::text_enum::text_enum;
use crate::families::add::AddFamily;
use crate::families::{Household, suppression};
use serde::{Deserialize, Serialize};

/// What a family sends about itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignUpRequest {
    pub family: AddFamily,
    /// It said no before and asks to be a member again.
    pub rejoins: bool,
    pub notice_language: Option<String>,
}

impl SignUpRequest {
    /// The way of contact to confirm: the first address, else the first number.
    pub fn contact(&self) -> Option<Contact> {
        let carers = &self.family.carers;
        let email = carers.iter().find_map(|carer| carer.email.clone()).map(Contact::Email);
        let phone = carers.iter().find_map(|carer| carer.phone.clone()).map(Contact::Phone);
        email.or(phone)
    }
}

/// A family that signed up, and what it said of who comes.
pub(crate) struct SignedUp {
    pub household: Household,
    /// Who holds the way of contact.
    pub holder: CarerId,
    pub sign_up: SignUp,
    /// Whether its record came to be by this.
    pub is_new: bool,
    /// The children it named.
    pub children: Vec<ChildId>,
}

/// How a family can be reached; it must be confirmed before anything is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    Email(String),
    /// As it was typed.
    Phone(String),
}

impl Contact {
    pub fn typed(&self) -> &str {
        match self {
            Contact::Email(typed) | Contact::Phone(typed) => typed,
        }
    }

    /// The form by which a family that opted out is remembered.
    pub fn fact(&self) -> String {
        match self {
            Contact::Email(email) => suppression::by_email(email),
            Contact::Phone(phone) => suppression::by_phone(phone),
        }
    }
}

text_enum! {
    /// What became of the wish to be a member.
    SignUp {
        /// It is a member from now on.
        Member = "member",
        /// It was a member before.
        AlreadyMember = "already_member",
        /// It comes as a guest.
        Guest = "guest",
    }
}
