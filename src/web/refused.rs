//! Each refusal is recorded with who was refused, from where and at which operation (see
//! `audit::refusals`): written after the answer was decided, in a transaction of its own.

use crate::access::{self, Actor};
use crate::audit::refusals::{self, Refusal, RefusedCaller};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::AuthSessionId;
use crate::db::Store;
use actix_web::web;
use std::future::Future;

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
        self.watch(off_thread(work)).await
    }

    /// Waits for what becomes of the request, and records a refusal.
    pub(super) async fn watch<T>(self, made: impl Future<Output = Result<T>>) -> Result<T> {
        let made = made.await;
        if let Err(fault) = &made
            && let told @ (Code::NotAllowed | Code::NotFound | Code::TooManyAttempts) = fault.code()
        {
            off_thread(move || {
                self.refused(told);
                Ok(())
            })
            .await?;
        }
        made
    }

    /// A caller who did not sign in leaves no record here: public pages refuse nobody, and signing
    /// in writes its own.
    fn refused(&self, code: Code) {
        let Some(session) = self.session.clone() else { return };
        let (address, operation) = (self.address.clone(), self.operation.clone());
        let written = self.store.write(Actor::public(), move |tx| {
            let actor = access::store::actor_for(tx, &session)?;
            let Some(actor) = actor else { return Ok(()) };
            let who = match (actor.account_id, actor.carer_id) {
                (Some(account), _) => RefusedCaller::Account(account),
                (None, Some(carer)) => RefusedCaller::Typed(carer.to_string()),
                (None, None) => return Ok(()),
            };
            let (address, operation) = (address.clone(), operation.clone());
            refusals::write(tx, &Refusal { who, address, operation, code })
        });
        if let Err(fault) = written {
            let cause = fault.for_log();
            tracing::error!(cause, "a refusal could not be written down");
        }
    }
}

/// Work that waits, for the database or for itself, on a thread that may.
pub(super) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    web::block(work).await.map_err(Fault::internal)?
}
