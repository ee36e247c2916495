//! Handing a register to a volunteer for one session.

pub(crate) mod service {
    //! Handing a register to a volunteer and taking it back. It ends with the session by itself.
    //! Registers of sensitive sessions stay with staff.

    use super::store;
    use crate::access::{Act, Scope};
    use crate::attendance::Handover;
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::{AccountId, HandoverId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::sessions::{self, Planned};
    use serde::Serialize;
    use serde_json::json;
    use utoipa::ToSchema;

    /// A volunteer of the centre.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = HandsOut)]
    pub(crate) struct Hands {
        /// Whose account.
        pub account_id: AccountId,
        /// Their name.
        pub name: String,
        /// Since when they have the register; none where they do not.
        pub handed_at: Option<Moment>,
    }

    /// What the policy needs to know of a register: its centre, and who it was handed to.
    fn scope_of(tx: &mut Tx, planned: &Planned) -> Result<Scope> {
        let scope = Scope::centre(&planned.session.centre_id);
        let now = tx.now();
        if !tx.actor().is_handed(Act::SeeRegister) || now >= planned.session.ends_at {
            return Ok(scope);
        }
        let live = store::live(tx, &planned.session.id)?;
        let handed_to = live.into_iter().map(|handover| handover.account_id).collect();
        Ok(Scope { handed_to, ..scope })
    }

    /// The session of a register that the caller may do this with, and what the policy knows of it.
    pub(crate) fn allowed(tx: &mut Tx, id: &SessionId, act: Act) -> Result<(Planned, Scope)> {
        let planned = sessions::store::planned(tx, id)?;
        let scope = scope_of(tx, &planned)?;
        tx.allow(act, &scope, "register")?;
        Ok((planned, scope))
    }

    /// The volunteers who may be given the register, and those who have it.
    pub(crate) fn list(tx: &mut Tx, id: &SessionId) -> Result<Vec<Hands>> {
        let (planned, _) = allowed(tx, id, Act::KeepRegister)?;
        hands(tx, &planned)
    }

    pub(crate) fn hand_over(
        tx: &mut Tx,
        id: &SessionId,
        account: &AccountId,
    ) -> Result<Vec<Hands>> {
        sessions::store::lock(tx, std::slice::from_ref(id))?;
        let (planned, _) = allowed(tx, id, Act::KeepRegister)?;
        let now = tx.now();
        may_hand_over(&planned, now)?;
        let centre = planned.session.centre_id.clone();
        let volunteers = store::volunteers(tx, &centre)?;
        if !volunteers.iter().any(|(id, _)| id == account) {
            let detail = "Choose a volunteer of this centre.";
            return Err(Fault::invalid("/account_id", detail));
        }

        let live = store::live(tx, id)?;
        if !live.iter().any(|handover| handover.account_id == *account) {
            let handover = Handover {
                id: HandoverId::new(),
                session_id: id.clone(),
                account_id: account.clone(),
                handed_at: now,
                handed_by: tx.actor().account_id.clone(),
                taken_back_at: None,
                taken_back_by: None,
            };
            store::add(tx, &handover)?;
            let detail = json!({ "account_id": account });
            tx.audit(Event::HandOverRegister, id.as_str(), detail)?;
        }
        hands(tx, &planned)
    }

    pub(crate) fn take_back(
        tx: &mut Tx,
        id: &SessionId,
        account: &AccountId,
    ) -> Result<Vec<Hands>> {
        sessions::store::lock(tx, std::slice::from_ref(id))?;
        let (planned, _) = allowed(tx, id, Act::KeepRegister)?;
        let (now, by) = (tx.now(), tx.actor().account_id.clone());
        if store::take_back(tx, id, account, now, by.as_ref())? {
            let detail = json!({ "account_id": account });
            tx.audit(Event::TakeBackRegister, id.as_str(), detail)?;
        }
        hands(tx, &planned)
    }

    fn may_hand_over(planned: &Planned, now: Moment) -> Result<()> {
        if planned.activity.sensitive {
            let detail = "The register of a sensitive session stays with staff.";
            return Err(Fault::new(Code::NotAllowed, detail));
        }
        if planned.session.cancelled_at.is_some() || now >= planned.session.ends_at {
            let detail = "This session is over, so its register cannot be handed over.";
            return Err(Fault::new(Code::NoLongerOpen, detail));
        }
        Ok(())
    }

    fn hands(tx: &mut Tx, planned: &Planned) -> Result<Vec<Hands>> {
        let live = store::live(tx, &planned.session.id)?;
        let volunteers = store::volunteers(tx, &planned.session.centre_id)?;
        let now = tx.now();
        let runs = now < planned.session.ends_at;
        let of = |(account_id, name): (AccountId, String)| {
            let held = live.iter().find(|handover| handover.account_id == account_id);
            let handed_at = held.filter(|_| runs).map(|handover| handover.handed_at);
            Hands { account_id, name, handed_at }
        };
        Ok(volunteers.into_iter().map(of).collect())
    }
}

pub(crate) mod store {
    //! Queries about registers handed to volunteers.

    use crate::access::Role;
    use crate::attendance::Handover;
    use crate::base::fault::Result;
    use crate::base::id::{AccountId, CentreId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::schema::{account_roles, accounts, handovers};
    use crate::db::{Run, Tx};
    use diesel::prelude::*;

    /// What was handed over and not taken back; the caller checks whether the session still runs.
    pub(crate) fn live(tx: &mut Tx, session: &SessionId) -> Result<Vec<Handover>> {
        Ok(handovers::table
            .filter(handovers::session_id.eq(session.as_str()))
            .filter(handovers::taken_back_at.is_null())
            .order(handovers::id)
            .select(Handover::as_select())
            .load(tx.conn())?)
    }

    /// The sessions whose registers somebody has; the caller checks whether they still run.
    pub(crate) fn sessions_of(tx: &mut Tx, account: &AccountId) -> Result<Vec<SessionId>> {
        Ok(handovers::table
            .filter(handovers::account_id.eq(account.as_str()))
            .filter(handovers::taken_back_at.is_null())
            .select(handovers::session_id)
            .load(tx.conn())?)
    }

    /// Every time somebody was given a register, taken back or not.
    pub(crate) fn of(
        tx: &mut Tx,
        session: &SessionId,
        account: &AccountId,
    ) -> Result<Vec<Handover>> {
        Ok(handovers::table
            .filter(handovers::session_id.eq(session.as_str()))
            .filter(handovers::account_id.eq(account.as_str()))
            .order(handovers::id)
            .select(Handover::as_select())
            .load(tx.conn())?)
    }

    pub(crate) fn add(tx: &mut Tx, handover: &Handover) -> Result<()> {
        diesel::insert_into(handovers::table).values(handover).run(tx)
    }

    /// False where this volunteer did not have it.
    pub(crate) fn take_back(
        tx: &mut Tx,
        session: &SessionId,
        account: &AccountId,
        at: Moment,
        by: Option<&AccountId>,
    ) -> Result<bool> {
        let live = handovers::table
            .filter(handovers::session_id.eq(session.as_str()))
            .filter(handovers::account_id.eq(account.as_str()))
            .filter(handovers::taken_back_at.is_null());
        let taken = diesel::update(live)
            .set((
                handovers::taken_back_at.eq(at),
                handovers::taken_back_by.eq(by.map(AccountId::as_str)),
            ))
            .execute(tx.conn())?;
        Ok(taken > 0)
    }

    /// The volunteers of a centre who can sign in, by name.
    pub(crate) fn volunteers(tx: &mut Tx, centre: &CentreId) -> Result<Vec<(AccountId, String)>> {
        Ok(accounts::table
            .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
            .filter(account_roles::role.eq(Role::Volunteer))
            .filter(account_roles::centre_id.eq_any(["", centre.as_str()]))
            .filter(accounts::disabled_at.is_null())
            .order((accounts::name, accounts::id))
            .select((accounts::id, accounts::name))
            .distinct()
            .load(tx.conn())?)
    }
}
