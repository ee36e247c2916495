//! Devices of the door that an administrator enrolled. Such a device alone keeps names while there is
//! no network, and only those of today. It is added here, becomes enrolled by a code that is typed on
//! it, and keeps names until it is revoked.

use crate::base::id::{AccountId, CentreId, DoorDeviceId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::door_devices;
use chrono::TimeDelta;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

/// How long a code may be typed.
pub(crate) const CODE_LASTS: TimeDelta = TimeDelta::minutes(30);

text_enum! {
    /// Whether a device may keep names.
    DeviceState {
        /// Its code has not been typed yet.
        Waiting = "waiting",
        /// Its code was not typed in time.
        Lapsed = "lapsed",
        Enrolled = "enrolled",
        Revoked = "revoked",
    }
}

/// A device of the door.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = door_devices, treat_none_as_default_value = false)]
pub(crate) struct DoorDevice {
    pub id: DoorDeviceId,
    pub name: String,
    pub centre_id: CentreId,
    pub added_at: Moment,
    pub added_by: Option<AccountId>,
    pub code_hash: Option<String>,
    pub code_until: Option<Moment>,
    pub secret_hash: Option<String>,
    pub enrolled_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
    pub revoked_by: Option<AccountId>,
}

impl DoorDevice {
    pub(crate) fn state(&self, now: Moment) -> DeviceState {
        match (self.revoked_at, self.enrolled_at, self.code_until) {
            (Some(_), _, _) => DeviceState::Revoked,
            (None, Some(_), _) => DeviceState::Enrolled,
            (None, None, Some(until)) if now < until => DeviceState::Waiting,
            (None, None, _) => DeviceState::Lapsed,
        }
    }
}

/// What a device is told about itself.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = DoorDeviceSelfOut)]
pub(crate) struct Standing {
    /// Whether it may keep names.
    pub state: DeviceState,
    /// Whose registers it may keep; none where it is not enrolled.
    pub centre_id: Option<CentreId>,
}

pub(crate) mod service {
    //! Adding, enrolling and revoking devices, and telling one where it stands.

    use super::{CODE_LASTS, DeviceState, DoorDevice, Standing, store};
    use crate::access::secret::Secret;
    use crate::access::{Act, Scope};
    use crate::audit::Event;
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::{CentreId, DoorDeviceId};
    use crate::base::text;
    use crate::centres;
    use crate::db::Tx;
    use serde_json::json;

    /// A code is this many digits.
    const DIGITS: u32 = 12;

    /// The device, and the code to type on it; nobody is told the code again.
    pub(crate) fn add(tx: &mut Tx, centre: &CentreId, name: &str) -> Result<(DoorDevice, String)> {
        tx.allow(Act::ManageDevices, &Scope::organisation(), "device")?;
        let name = text::line("/name", name, 80)?;
        centres::store::centre(tx, centre).map_err(|fault| match fault.code() {
            Code::NotFound => Fault::invalid("/centre_id", "Choose a centre."),
            _ => fault,
        })?;
        let code = new_code();
        let now = tx.now();
        let device = DoorDevice {
            id: DoorDeviceId::new(),
            name,
            centre_id: centre.clone(),
            added_at: now,
            added_by: tx.actor().account_id.clone(),
            code_hash: Some(tx.keyed_hash("door_code", &code)?),
            code_until: Some(now + CODE_LASTS),
            secret_hash: None,
            enrolled_at: None,
            revoked_at: None,
            revoked_by: None,
        };
        if !store::add(tx, &device)? {
            let detail = "The centre has a device of this name. Revoke it, or choose another name.";
            return Err(Fault::new(Code::AlreadyExists, detail));
        }
        tx.audit(Event::AddDevice, device.id.as_str(), json!({ "centre_id": centre }))?;
        Ok((device, code))
    }

    /// Twelve digits in groups of four.
    fn new_code() -> String {
        let number = rand::random::<u64>() % 10_u64.pow(DIGITS);
        format!("{number:012}")
    }

    /// By a code that is typed on the device: the secret that it keeps.
    pub(crate) fn enrol(tx: &mut Tx, typed: &str) -> Result<(DoorDevice, String)> {
        let code: String = typed.chars().filter(char::is_ascii_digit).collect();
        let hash = tx.keyed_hash("door_code", &code)?;
        let secret = Secret::random();
        let secret_hash = secret.digest();
        let now = tx.now();
        let device = store::enrol(tx, &hash, secret_hash.as_str(), now)?.ok_or_else(|| {
            let detail = "This code is not right, was used, or is older than half an hour. Ask for \
                          another.";
            Fault::invalid("/code", detail)
        })?;
        tx.audit(Event::EnrolDevice, device.id.as_str(), json!({}))?;
        Ok((device, secret.reveal().to_owned()))
    }

    pub(crate) fn revoke(tx: &mut Tx, id: &DoorDeviceId) -> Result<DoorDevice> {
        tx.allow(Act::ManageDevices, &Scope::organisation(), "device")?;
        let (now, by) = (tx.now(), tx.actor().account_id.clone());
        if store::revoke(tx, id, now, by.as_ref())? {
            tx.audit(Event::RevokeDevice, id.as_str(), json!({}))?;
        }
        store::one(tx, id)
    }

    /// An unknown secret is a revoked one: the device forgets what it keeps.
    pub(crate) fn standing(tx: &mut Tx, secret: &str) -> Result<Standing> {
        let digest = Secret::presented(secret).digest();
        let found = store::by_secret(tx, digest.as_str())?;
        let now = tx.now();
        let live = found.filter(|device| device.state(now) == DeviceState::Enrolled);
        Ok(match live {
            Some(device) => {
                Standing { state: DeviceState::Enrolled, centre_id: Some(device.centre_id) }
            }
            None => Standing { state: DeviceState::Revoked, centre_id: None },
        })
    }
}

pub(crate) mod store {
    //! Queries about devices of the door.

    use super::DoorDevice;
    use crate::base::fault::Result;
    use crate::base::id::{AccountId, DoorDeviceId};
    use crate::base::moment::Moment;
    use crate::db::schema::door_devices;
    use crate::db::{Run, Tx, found};
    use diesel::prelude::*;

    /// False where the centre has a live one of that name.
    pub(crate) fn add(tx: &mut Tx, device: &DoorDevice) -> Result<bool> {
        diesel::insert_into(door_devices::table).values(device).run_if_new(tx)
    }

    pub(crate) fn one(tx: &mut Tx, id: &DoorDeviceId) -> Result<DoorDevice> {
        let row =
            door_devices::table.find(id.as_str()).select(DoorDevice::as_select()).first(tx.conn());
        found(row, "device")
    }

    /// Newest first, those added before one.
    pub(crate) fn page(tx: &mut Tx, before: Option<&str>, rows: i64) -> Result<Vec<DoorDevice>> {
        // Ids are hexadecimal, so this comes after all of them.
        let before = before.unwrap_or("~");
        Ok(door_devices::table
            .filter(door_devices::id.lt(before))
            .order(door_devices::id.desc())
            .limit(rows)
            .select(DoorDevice::as_select())
            .load(tx.conn())?)
    }

    pub(crate) fn by_secret(tx: &mut Tx, hash: &str) -> Result<Option<DoorDevice>> {
        Ok(door_devices::table
            .filter(door_devices::secret_hash.eq(hash))
            .select(DoorDevice::as_select())
            .first(tx.conn())
            .optional()?)
    }

    /// The device whose code this is, which is used up; `None` where it is nobody's any more.
    pub(crate) fn enrol(
        tx: &mut Tx,
        code_hash: &str,
        secret_hash: &str,
        now: Moment,
    ) -> Result<Option<DoorDevice>> {
        let waiting = door_devices::table
            .filter(door_devices::code_hash.eq(code_hash))
            .filter(door_devices::code_until.gt(now))
            .filter(door_devices::revoked_at.is_null());
        let changed = diesel::update(waiting)
            .set((
                door_devices::code_hash.eq(None::<String>),
                door_devices::code_until.eq(None::<Moment>),
                door_devices::secret_hash.eq(secret_hash),
                door_devices::enrolled_at.eq(now),
            ))
            .execute(tx.conn())?;
        if changed == 0 { Ok(None) } else { by_secret(tx, secret_hash) }
    }

    /// False where it was revoked before.
    pub(crate) fn revoke(
        tx: &mut Tx,
        id: &DoorDeviceId,
        at: Moment,
        by: Option<&AccountId>,
    ) -> Result<bool> {
        let live = door_devices::table
            .filter(door_devices::id.eq(id.as_str()))
            .filter(door_devices::revoked_at.is_null());
        let changed = diesel::update(live)
            .set((
                door_devices::revoked_at.eq(at),
                door_devices::revoked_by.eq(by.map(AccountId::as_str)),
                door_devices::code_hash.eq(None::<String>),
                door_devices::code_until.eq(None::<Moment>),
            ))
            .execute(tx.conn())?;
        Ok(changed > 0)
    }
}
