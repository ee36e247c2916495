//! Accounts of every role, signed in, made by rows rather than by password: a test that is
//! not about signing in does not pay for it.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::base::id::{AccountId, AuthSessionId};
use firstplace::db::Tx;
use firstplace::db::schema::{account_roles, accounts, auth_sessions};

use super::app::TestApp;
use super::client::Client;

/// A hash that no password has.
const NOBODYS: &str = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$\
                       AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whom to sign in, beyond the role.
#[derive(Clone, Default)]
pub struct Person<'a> {
    /// Where the role holds; everywhere when not given.
    pub centre: Option<&'a str>,
    pub family: Option<&'a str>,
    pub carer: Option<&'a str>,
    pub partner: Option<&'a str>,
    pub team: Option<&'a str>,
}

impl TestApp {
    /// A caller who is signed in with this role.
    pub fn sign_in(&self, role: Role, person: &Person) -> Client {
        let account = AccountId::new();
        let session = AuthSessionId::new();
        let token = session.to_string();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (family, carer) = (owned(person.family), owned(person.carer));
        let (partner, team) = (owned(person.partner), owned(person.team));
        let centre = person.centre.unwrap_or_default().to_owned();
        let write = move |tx: &mut Tx| {
            let now = tx.now();
            diesel::insert_into(accounts::table)
                .values((
                    accounts::id.eq(account.as_str()),
                    accounts::email.eq(format!("{account}@example.org")),
                    accounts::name.eq(role.as_str()),
                    accounts::password_hash.eq(NOBODYS),
                    accounts::family_id.eq(family.clone()),
                    accounts::carer_id.eq(carer.clone()),
                    accounts::partner_id.eq(partner.clone()),
                    accounts::team.eq(team.clone()),
                    accounts::created_at.eq(now),
                ))
                .execute(tx.conn())?;
            diesel::insert_into(account_roles::table)
                .values((
                    account_roles::account_id.eq(account.as_str()),
                    account_roles::role.eq(role),
                    account_roles::centre_id.eq(centre.clone()),
                ))
                .execute(tx.conn())?;
            diesel::insert_into(auth_sessions::table)
                .values((
                    auth_sessions::id.eq(session.as_str()),
                    auth_sessions::account_id.eq(account.as_str()),
                    auth_sessions::created_at.eq(now),
                    auth_sessions::expires_at.eq(now + chrono::TimeDelta::days(400)),
                ))
                .execute(tx.conn())?;
            Ok(())
        };
        self.store.write(Actor::service(), write).expect("an account is written");
        self.nobody.bearing(&token).in_role(role.as_str())
    }

    /// The same, wherever the organisation works.
    pub fn as_role(&self, role: Role) -> Client {
        self.sign_in(role, &Person::default())
    }
}
