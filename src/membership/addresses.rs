//! A carer's new address: used once its holder has confirmed it from a message of its own. The old
//! address is told that a change was requested, and never which; staff may hold that message back
//! where it would endanger somebody.

use crate::base::id::{AddressChangeId, CarerId};
use crate::base::moment::Moment;
use crate::db::schema::address_changes;
use diesel::prelude::*;

/// An address a carer wants to use.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = address_changes, treat_none_as_default_value = false)]
pub struct AddressChange {
    pub id: AddressChangeId,
    pub carer_id: CarerId,
    pub email: String,
    pub made_at: Moment,
    pub confirmed_at: Option<Moment>,
}

pub(crate) mod service {
    //! Requesting a new address and confirming it: two messages, one to each address.

    use super::{AddressChange, store};
    use crate::audit::Event;
    use crate::base::fault::Result;
    use crate::base::id::AddressChangeId;
    use crate::centres;
    use crate::db::Tx;
    use crate::families::search::service::index_homes;
    use crate::families::{Carer, Family, store as families};
    use crate::mail::link::{FamilyLink, FamilyPurpose};
    use crate::mail::service::{About, Letter, enqueue};
    use crate::mail::{CentreFacts, MailChannel, Message};
    use chrono::TimeDelta;
    use serde_json::json;

    /// How long the link in the message is good.
    const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

    /// Asks the holder of a new address whether it is this carer's; replaces an earlier request.
    pub(crate) fn ask(tx: &mut Tx, family: &Family, carer: &Carer, email: &str) -> Result<()> {
        let now = tx.now();
        let change = AddressChange {
            id: AddressChangeId::new(),
            carer_id: carer.id.clone(),
            email: email.to_owned(),
            made_at: now,
            confirmed_at: None,
        };
        store::replace(tx, &change)?;

        let confirm = FamilyLink::confirm_address(&family.id, &change.id, now + CONFIRM_WITHIN);
        let asks = Message::ConfirmNewAddress { confirm };
        send(tx, format!("confirm_new_address:{}", change.id), email, asks)?;
        if let (Some(old), false) = (carer.mail(), carer.no_address_notice) {
            let told = Message::AddressAsked { centre: centre_of(tx, family)? };
            send(tx, format!("address_asked:{}", change.id), old, told)?;
        }
        tx.audit(Event::AskAddressChange, family.id.as_str(), json!({ "carer": carer.id }))
    }

    /// These messages are not about a child: silence for a household does not hold them back.
    fn send(tx: &mut Tx, dedupe: String, to: &str, message: Message) -> Result<()> {
        let letter = Letter {
            dedupe,
            channel: MailChannel::Email,
            recipient: to.to_owned(),
            message,
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter).map(drop)
    }

    fn centre_of(tx: &mut Tx, family: &Family) -> Result<Option<CentreFacts>> {
        let Some(id) = &family.centre_id else { return Ok(None) };
        let centre = centres::store::centre(tx, id)?;
        Ok(Some(CentreFacts { name: centre.name, phone: centre.phone }))
    }

    /// The change a link is about; `None` where another was requested since.
    pub(crate) fn asked(tx: &mut Tx, link: &FamilyLink) -> Result<Option<AddressChange>> {
        if link.purpose != FamilyPurpose::ConfirmAddress {
            return Ok(None);
        }
        store::change(tx, &AddressChangeId::from(link.detail.as_deref().unwrap_or_default()))
    }

    /// The address is this carer's from now on.
    pub(crate) fn confirm(tx: &mut Tx, carer: Carer, change: &AddressChange) -> Result<()> {
        if change.confirmed_at.is_some() {
            return Ok(());
        }
        let (now, family) = (tx.now(), carer.family_id.clone());
        store::confirmed(tx, &change.id, now)?;
        let email = Some(change.email.clone());
        families::save_carer(
            tx,
            &Carer { email, confirmed_at: Some(now), email_proved_at: Some(now), ..carer },
        )?;
        index_homes(tx, std::slice::from_ref(&family))?;
        tx.audit(Event::ConfirmContact, family.as_str(), json!({}))
    }
}

pub(crate) mod store {
    //! Queries about addresses to be confirmed.

    use super::AddressChange;
    use crate::base::fault::Result;
    use crate::base::id::{AddressChangeId, CarerId};
    use crate::base::moment::Moment;
    use crate::db::schema::address_changes;
    use crate::db::{Run, Tx};
    use diesel::prelude::*;

    pub(crate) fn replace(tx: &mut Tx, change: &AddressChange) -> Result<()> {
        withdraw(tx, &change.carer_id)?;
        diesel::insert_into(address_changes::table).values(change).run(tx)
    }

    /// A request that was not confirmed is no longer wanted.
    pub(crate) fn withdraw(tx: &mut Tx, carer: &CarerId) -> Result<()> {
        diesel::delete(address_changes::table)
            .filter(address_changes::carer_id.eq(carer.as_str()))
            .filter(address_changes::confirmed_at.is_null())
            .run(tx)
    }

    pub(crate) fn change(tx: &mut Tx, id: &AddressChangeId) -> Result<Option<AddressChange>> {
        Ok(address_changes::table
            .find(id.as_str())
            .select(AddressChange::as_select())
            .first(tx.conn())
            .optional()?)
    }

    /// The address this carer has still to confirm.
    pub(crate) fn open_of(tx: &mut Tx, carer: &CarerId) -> Result<Option<String>> {
        Ok(address_changes::table
            .filter(address_changes::carer_id.eq(carer.as_str()))
            .filter(address_changes::confirmed_at.is_null())
            .select(address_changes::email)
            .first(tx.conn())
            .optional()?)
    }

    pub(crate) fn confirmed(tx: &mut Tx, id: &AddressChangeId, at: Moment) -> Result<()> {
        diesel::update(address_changes::table.find(id.as_str()))
            .set(address_changes::confirmed_at.eq(at))
            .run(tx)
    }
}
