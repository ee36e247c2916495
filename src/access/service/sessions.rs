//! Somebody's own sign-ins, listed and ended, a calendar feed among them; and a carer's, ended for
//! her.

use crate::access::store::sessions as store;
use crate::access::{Actor, Opens};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AuthSessionId, CarerId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::Tx;
use serde::Serialize;
use utoipa::ToSchema;

text_enum! {
    /// How somebody signed in, or what shows her places instead.
    SignInBy {
        /// With the password of an account.
        Password = "password",
        /// With a code or a link that was sent.
        Code = "code",
        /// The calendar feed she asked for: it shows her places and opens nothing else.
        Feed = "feed",
    }
}

/// A sign-in that has not ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SignInOut)]
pub(crate) struct OpenSignIn {
    /// Opaque.
    pub id: AuthSessionId,
    /// How it was made.
    pub by: SignInBy,
    /// When it was made.
    pub began_at: Moment,
    /// When it ends by itself.
    pub ends_at: Moment,
    /// Whether it is the one of this call.
    pub this: bool,
}

/// The caller's own, newest first.
pub(crate) fn list(tx: &mut Tx) -> Result<Vec<OpenSignIn>> {
    let actor = tx.actor().clone();
    let found = store::open_of(tx, &actor)?;
    let shown = |row: store::OpenSession| OpenSignIn {
        by: match (row.opens, &row.account_id) {
            (Opens::Feed, _) => SignInBy::Feed,
            (Opens::Record, Some(_)) => SignInBy::Password,
            (Opens::Record, None) => SignInBy::Code,
        },
        began_at: row.created_at,
        ends_at: row.expires_at,
        this: actor.auth_session_id.as_ref() == Some(&row.id),
        id: row.id,
    };
    Ok(found.into_iter().map(shown).collect())
}

/// What could harm a family in the wrong hands asks its parent to show once more that it is them,
/// unless they did so lately. Staff and letters' links go by rules of their own.
pub(crate) fn shown_lately(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let now = tx.now();
    let actor = tx.actor();
    let is_parent = actor.family_id.as_ref() == Some(family) && actor.auth_session_id.is_some();
    if is_parent && !actor.confirmed_lately(now) {
        let detail = "To keep your family's details safe, please sign in once more first.";
        return Err(Fault::new(Code::NotSignedIn, detail));
    }
    Ok(())
}

/// Ends one of the caller's own.
pub(crate) fn end(tx: &mut Tx, id: &AuthSessionId) -> Result<()> {
    let actor: Actor = tx.actor().clone();
    if store::end_own(tx, &actor, id)? { Ok(()) } else { Err(Fault::not_found("sign-in")) }
}

/// Ends all of a carer's, with a code and with a password, her calendar feed, and the links for a
/// new password.
pub(crate) fn end_of_carer(tx: &mut Tx, carer: &CarerId) -> Result<()> {
    store::end_of_carer(tx, carer)
}
