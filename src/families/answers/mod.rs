//! What families answered. Each question is optional and says why it is asked. Each answer records
//! who gave it and when; a new answer ends the old one but does not delete it.

pub(crate) mod questions;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, AnswerId, FamilyId, PartnerId, words};
use crate::base::moment::Moment;
use crate::db::schema::answers;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

words! {
    /// What a family may be asked.
    Question {
        /// One of the 19 groups of Census 2021, or `prefer_not_to_say`, or `not_known`.
        Ethnicity = "ethnicity",
        Sex = "sex",
        MainLanguage = "main_language",
        /// The language an interpreter is needed for.
        Interpreter = "interpreter",
        AccessNeeds = "access_needs",
        Allergies = "allergies",
        /// Asked of the family: whether it wants birthday cards at all.
        BirthdayCards = "birthday_cards",
        BirthdayByEmail = "birthday_by_email",
        BirthdayByText = "birthday_by_text",
        Photos = "photos",
    }
}

words! {
    /// Who gave an answer.
    GivenBy {
        Own = "self",
        Staff = "staff",
        Partner = "partner",
    }
}

/// A validated answer, not yet stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerSaid {
    pub question: Question,
    pub value: String,
}

/// A stored answer. `subject_id` is the family's, a carer's or a child's.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = answers)]
pub struct FamilyAnswer {
    pub id: AnswerId,
    pub family_id: FamilyId,
    pub subject_id: String,
    pub question: Question,
    pub value: String,
    pub given_by: GivenBy,
    pub account_id: Option<AccountId>,
    pub partner_id: Option<PartnerId>,
    pub given_at: Moment,
    pub ended_at: Option<Moment>,
}
