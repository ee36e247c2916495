//! Each refusal is recorded with who was refused, from where and at which operation (see
//! `audit::refusals`): written after the answer was decided, in a transaction of its own.

use crate::access::{self, Actor};
use crate::audit::refusals::{self, Refusal, RefusedCaller};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AuthSessionId;
use crate::db::Store;
use actix_web::web;

/// Who asks, as far as a record of a refusal needs it.
pub(super) struct Caller {
    pub store: Store,
    pub session: Option<AuthSessionId>,
    /// The network address.
    pub address: String,
    /// The method and the pattern of the path.
    pub operation: String,
}

impl Caller {
    /// Does the work off the async threads, and records a refusal.
    pub(super) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let asked = web::block(move || work().inspect_err(|fault| self.refused(fault)));
        asked.await.map_err(Fault::internal)?
    }

    /// A caller who did not sign in leaves no record here: public pages refuse nobody, and signing
    /// in writes its own.
    fn refused(&self, fault: &Fault) {
        let code = fault.code();
        let told = matches!(code, Code::NotAllowed | Code::NotFound | Code::TooManyAttempts);
        let Some(session) = self.session.clone().filter(|_| told) else { return };
        let (address, operation) = (self.address.clone(), self.operation.clone());
        let written = self.store.write(Actor::public(), move |tx| {
            let actor = access::store::actor_for(tx, &session)?;
            let Some(account) = actor.and_then(|actor| actor.account_id) else { return Ok(()) };
            let (address, operation) = (address.clone(), operation.clone());
            refusals::write(
                tx,
                &Refusal { who: RefusedCaller::Account(account), address, operation, code },
            )
        });
        if let Err(fault) = written {
            let cause = fault.for_log();
            tracing::error!(cause, "a refusal could not be written down");
        }
    }
}
