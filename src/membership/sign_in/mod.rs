//! A carer signs in without a password: a code of six digits, or the link beside it, is sent to an
//! address that a family's record holds, or the code alone as a text to a number. Whether it does is never shown: what was asked for is kept
//! in the same way for every address. An account is never opened this way, only a parent's own
//! record.

pub(crate) mod service;
pub(crate) mod store;

use crate::access::secret::{Digest, Secret};
use crate::base::id::{CarerId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::sign_in_requests;
use crate::families::Household;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

/// How long a code and its link work.
pub(crate) const LASTS: TimeDelta = TimeDelta::minutes(10);

/// Wrong codes after which only the link works.
pub(crate) const CODE_TRIES: i32 = 5;

/// A code that was asked for. Who asked holds the request's secret, the mail the link's.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = sign_in_requests)]
pub(crate) struct SignInRequest {
    pub request_hash: String,
    pub token_hash: String,
    /// A keyed hash of the code.
    pub code_hash: String,
    pub code_tries: i32,
    /// The sealed address.
    pub sealed: String,
    pub asked_at: Moment,
    pub ends_at: Moment,
    pub used_at: Option<Moment>,
}

impl SignInRequest {
    pub(crate) fn is_live(&self, now: Moment) -> bool {
        self.used_at.is_none() && now < self.ends_at
    }

    /// Whether the holder of this secret asked for it.
    pub(crate) fn was_asked_by(&self, request: &Digest) -> bool {
        self.request_hash == request.as_str()
    }
}

/// How somebody shows that the address is theirs.
pub(crate) enum Proof {
    /// The code, with the secret that asking for it gave.
    Code { request: Secret, code: String },
    /// The secret of the link; on a page, by the browser that asked for it.
    Link { token: Secret, asked: Option<Secret> },
}

/// What is asked besides, where the address alone does not open the record.
#[derive(Clone, Debug)]
pub(crate) struct Details {
    /// A child's birth date, or the day it is due.
    pub born_on: NaiveDate,
    /// In its usual form.
    pub postcode: String,
}

impl Details {
    pub(crate) fn describe(&self, household: &Household) -> bool {
        household.family.postcode.as_ref() == Some(&self.postcode)
            && household.children.iter().any(|child| {
                let day = if child.born_month_only { first_of(self.born_on) } else { self.born_on };
                child.born_on == Some(day) || child.due_on == Some(self.born_on)
            })
    }
}

fn first_of(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike as _;
    day.with_day(1).unwrap_or(day)
}

/// Who a code opened the record of.
pub(crate) struct SignedIn {
    pub family: FamilyId,
    pub carer: CarerId,
}
