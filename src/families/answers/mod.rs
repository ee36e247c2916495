//! What families answered. Each question is optional and says why it is asked. Each answer records
//! who gave it and when; a new answer ends the old one but does not delete it.

pub(crate) mod questions;
pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, AnswerId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::answers;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

text_enum! {
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
        /// Whether the carer may be asked by e-mail how a session was.
        FeedbackByEmail = "feedback_by_email",
        Photos = "photos",
    }
}

text_enum! {
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

/// An answer, with who gave it and when.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = answers)]
#[schema(as = AnswerOut)]
pub struct FamilyAnswer {
    #[serde(skip)]
    pub id: AnswerId,
    #[serde(skip)]
    pub family_id: FamilyId,
    /// The family, the carer or the child it is about.
    pub subject_id: String,
    /// Which question.
    pub question: Question,
    /// A code from the question's choices, or text.
    #[schema(example = "asian_pakistani")]
    pub value: String,
    /// Who gave it.
    pub given_by: GivenBy,
    #[serde(skip)]
    pub account_id: Option<AccountId>,
    #[serde(skip)]
    pub partner_id: Option<PartnerId>,
    /// When.
    pub given_at: Moment,
    #[serde(skip)]
    pub ended_at: Option<Moment>,
}
