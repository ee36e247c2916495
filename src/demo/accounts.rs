//! The demo's sign-ins: one per role. Passwords stay the same while `demo.json` is kept; without
//! that file new ones are generated.

use crate::access::accounts::Belongs;
use crate::access::service::Gate;
use crate::access::service::accounts::{Add, add as add_account};
use crate::access::{Role, RoleAt, passwords, store};
use crate::base::fault::{Fault, Result};
use crate::base::id::AccountId;
use crate::db::Tx;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// The file in the data folder.
pub const FILE: &str = "demo.json";

/// How somebody signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    pub role: Role,
    pub email: String,
    pub password: String,
}

#[derive(Serialize, Deserialize)]
struct WrittenAccounts {
    base_url: String,
    accounts: Vec<SignIn>,
}

/// The sign-ins of an earlier start; empty at the first.
pub(super) fn read(data: &Path) -> Result<Vec<SignIn>, String> {
    let path = data.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(format!("{} cannot be read: {error}.", path.display())),
    };
    let written: WrittenAccounts = serde_json::from_str(&text).map_err(|error| {
        format!("{} was not written by the demo: {error}. Move it away.", path.display())
    })?;
    Ok(written.accounts)
}

/// One for each role: the known ones, and new ones for the rest.
pub(super) fn all(known: &[SignIn]) -> Vec<SignIn> {
    let of = |role: &Role| known.iter().find(|sign_in| sign_in.role == *role).cloned();
    let new = |role: &Role| SignIn {
        role: *role,
        email: format!("{}@demo.example", role.as_str().replace('_', ".")),
        password: passwords::generated(),
    };
    Role::ALL.iter().map(|role| of(role).unwrap_or_else(|| new(role))).collect()
}

/// Written whole or not at all, and private to its owner.
pub(super) fn write(data: &Path, base_url: &str, accounts: &[SignIn]) -> Result<(), String> {
    let written = WrittenAccounts { base_url: base_url.to_owned(), accounts: accounts.to_vec() };
    let path = data.join(FILE);
    let unfinished = data.join(format!(".{FILE}.part"));
    let text = serde_json::to_string_pretty(&written).map_err(|error| error.to_string())?;
    let put = || -> io::Result<()> {
        fs::create_dir_all(data)?;
        let mut options = fs::OpenOptions::new();
        let mut file =
            options.write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
        writeln!(file, "{text}")?;
        file.sync_all()?;
        fs::rename(&unfinished, &path)
    };
    put().map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

pub(super) fn none_yet(tx: &mut Tx, sign_ins: &[SignIn]) -> Result<bool> {
    for sign_in in sign_ins {
        if store::accounts::of_email(tx, &sign_in.email)?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What an account belongs to.
#[derive(Default)]
pub(super) struct DemoPlace {
    pub name: &'static str,
    pub belongs: Belongs,
}

pub(super) fn add(
    tx: &mut Tx,
    gate: &Gate,
    sign_ins: &[SignIn],
    role: Role,
    place: &DemoPlace,
) -> Result<AccountId> {
    let sign_in = sign_ins.iter().find(|sign_in| sign_in.role == role);
    let sign_in = sign_in.ok_or_else(|| Fault::internal("a role without a sign-in"))?;
    let name = if place.name.is_empty() { "Administrator" } else { place.name };
    let account = Add {
        email: sign_in.email.clone(),
        name: name.to_owned(),
        password: Some(sign_in.password.clone()),
        roles: vec![RoleAt { role, centre: None }],
        belongs: place.belongs.clone(),
    };
    Ok(add_account(tx, &gate.passwords, &account)?.id)
}

/// Sets each account's password to the one in `demo.json`; returns the sign-ins that have an
/// account.
pub(super) fn keep_passwords(tx: &mut Tx, gate: &Gate, sign_ins: &[SignIn]) -> Result<Vec<SignIn>> {
    let mut there = Vec::new();
    for sign_in in sign_ins {
        let Some((account, hash)) = store::sign_in::password_of(tx, &sign_in.email)? else {
            continue;
        };
        let right = gate.passwords.verify(&sign_in.password, Some(&hash));
        if !right.map_err(Fault::internal)? {
            let hash = gate.passwords.hash(&sign_in.password).map_err(Fault::internal)?;
            store::sign_in::set_password(tx, &account, &hash)?;
        }
        there.push(sign_in.clone());
    }
    Ok(there)
}
