//! What is said of a family when its record is made.

use super::answers::AnswerSaid;
use super::{FirstContact, PostcodeReason};
use crate::base::calendar::BirthDate;
use crate::base::id::{CentreId, ChildId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An adult of the family; `None` in a permission means "nothing was said".
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AddCarer {
    pub name: String,
    pub former_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub mail_allowed: Option<bool>,
    pub no_post: Option<bool>,
    pub no_voicemail: Option<bool>,
    pub no_text: Option<bool>,
    pub no_call: Option<bool>,
    pub no_address_notice: Option<bool>,
    pub language: Option<String>,
    pub answers: Vec<AnswerSaid>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum AddChild {
    /// A child already known, who lives in this family too.
    Known(ChildId),
    New {
        name: String,
        birth: Birth,
        nhs_number: Option<String>,
        answers: Vec<AnswerSaid>,
    },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Birth {
    Born(NaiveDate),
    /// Only the month is known.
    BornIn(NaiveDate),
    Due(NaiveDate),
}

/// The name of an expected or unnamed child.
pub(crate) const UNNAMED: &str = "Baby";

impl Birth {
    pub fn of(born: BirthDate) -> Birth {
        match born {
            BirthDate::Day(day) => Birth::Born(day),
            BirthDate::MonthOf(month) => Birth::BornIn(month),
        }
    }

    /// `None` for a child that is expected.
    pub fn date(self) -> Option<BirthDate> {
        match self {
            Birth::Born(day) => Some(BirthDate::Day(day)),
            Birth::BornIn(month) => Some(BirthDate::MonthOf(month)),
            Birth::Due(_) => None,
        }
    }

    /// The birth date, the first of its month, or the due date.
    pub fn day(self) -> NaiveDate {
        match self {
            Birth::Born(day) | Birth::BornIn(day) | Birth::Due(day) => day,
        }
    }

    /// The birth date, whether only its month is known, and the due date.
    pub fn columns(self) -> (Option<NaiveDate>, bool, Option<NaiveDate>) {
        match self {
            Birth::Born(day) => (Some(day), false, None),
            Birth::BornIn(month) => (Some(month), true, None),
            Birth::Due(day) => (None, false, Some(day)),
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddFamily {
    pub carers: Vec<AddCarer>,
    pub children: Vec<AddChild>,
    pub postcode: Option<String>,
    /// Why there is no postcode; `None`: nobody asked.
    pub postcode_reason: Option<PostcodeReason>,
    pub address: Option<String>,
    pub channel: FirstContact,
    /// Books without being a member.
    pub guest: bool,
    pub centre_id: Option<CentreId>,
    pub target_groups: Vec<String>,
}

impl AddFamily {
    /// A family of these people, with nothing else known.
    pub fn of(channel: FirstContact, carers: Vec<AddCarer>, children: Vec<AddChild>) -> AddFamily {
        AddFamily {
            carers,
            children,
            postcode: None,
            postcode_reason: None,
            address: None,
            channel,
            guest: false,
            centre_id: None,
            target_groups: Vec::new(),
        }
    }
}

impl AddChild {
    pub fn named(name: impl Into<String>, birth: Birth) -> AddChild {
        AddChild::New { name: name.into(), birth, nhs_number: None, answers: Vec::new() }
    }
}
