//! What the kit of HTTP asks of the calls it carries.

use super::openapi::COMMITTED;
use crate::access::Act;
use crate::api::replay;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::families;
use crate::web::{Again, Bounds, Calls, Ids, Kept};
use serde_json::Value;
use std::sync::LazyLock;

static BOUNDS: LazyLock<Bounds> =
    LazyLock::new(|| Bounds::of(&serde_json::from_str(COMMITTED).unwrap_or_default()));

/// The calls of this service.
pub struct Served;

impl Calls for Served {
    fn bounds(&self) -> &Bounds {
        &BOUNDS
    }

    fn kept(&self, pattern: &str) -> Kept {
        replay::kept(pattern)
    }

    fn is_found_again(&self, tx: &mut Tx, pattern: &str, answer: &Value) -> Result<bool> {
        replay::is_found_again(tx, pattern, answer)
    }

    fn read_again(
        &self,
        tx: &mut Tx,
        pattern: &str,
        family: Option<&FamilyId>,
        ids: &Ids,
    ) -> Result<Again> {
        replay::read(tx, pattern, family, ids)
    }

    fn allow_family(&self, tx: &mut Tx, act: Act, family: &FamilyId) -> Result<()> {
        families::service::allow(tx, act, family)
    }
}
