//! The ways between the pages of a referral, and what reading them leaves in the log.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{ReferralId, SessionId, StatementId};
use crate::bookings::Referral;
use crate::bookings::service::withdraw::own;
use crate::db::Tx;
use crate::families::statements::Statement;
use crate::pages::referrals::frame::{REFER, as_id};
use crate::web::Logged;
use serde_json::json;

pub(super) fn address(path: &str, filled: &[(&str, &str)]) -> String {
    let filled = filled.iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(filled).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The line in the log that reading these leaves.
pub(super) fn read(statements: &[Statement]) -> Logged {
    let ids: Vec<&str> = statements.iter().map(|one| one.id.as_str()).collect();
    let families = statements.iter().filter_map(|one| one.family_id.clone()).collect();
    let detail = json!({ "statements": ids });
    Logged { families, detail, ..Logged::of(Event::ListFamilies, "") }
}

/// The team's referral whose answers stay for the next family; nothing where it is none of theirs.
pub(super) fn same(tx: &mut Tx, id: &str) -> Result<Option<Referral>> {
    match as_id(id) {
        "" => Ok(None),
        id => own(tx, Act::SeeReferrals, &ReferralId::from(id)).map(Some),
    }
}

/// The address of the windows for a family.
pub(super) fn other_windows(family: &StatementId) -> String {
    address(REFER, &[("family", family.as_str())])
}

/// The form of one session, for one family.
pub(super) fn form_address(session: &SessionId, family: &StatementId) -> String {
    address(&format!("{REFER}/{session}"), &[("family", family.as_str())])
}
