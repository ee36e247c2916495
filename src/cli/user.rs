//! `user add` creates an account, including the first administrator. `user give` adds roles to one.

use std::io::{Read, stdin};
use std::str::FromStr;

use clap::{Args, Subcommand};

use super::outcome::{Failed, Outcome, Where};
use crate::access::accounts::Belongs;
use crate::access::passwords::{self, Passwords};
use crate::access::service::accounts::{self, AccountChange, Add};
use crate::access::{self, Actor, Role, RoleAt};
use crate::base::fault::Fault;
use crate::base::text;
use crate::config::{Sources, password_cost};

#[derive(Subcommand)]
pub(super) enum User {
    /// Add an account. Without --password-stdin, a password is generated and printed once.
    Add(Box<AddUser>),
    /// Give an account more roles. A sole administrator uses this to give roles to themselves.
    Give(GiveUser),
}

#[derive(Args)]
pub(super) struct GiveUser {
    #[command(flatten)]
    place: Where,
    /// The e-mail address the person signs in with.
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// administrator, manager, staff, front_desk, volunteer or safeguarding_lead; for one centre,
    /// staff:CENTRE_ID. Can be repeated.
    #[arg(long = "role", value_name = "ROLE", required = true)]
    roles: Vec<GivenRole>,
}

#[derive(Args)]
pub(super) struct AddUser {
    #[command(flatten)]
    place: Where,
    /// The e-mail address the person signs in with.
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// The person's name. Default: the part of the address before the @.
    #[arg(long)]
    name: Option<String>,
    /// administrator, manager, staff, front_desk, volunteer, safeguarding_lead, professional or
    /// parent; for one centre, staff:CENTRE_ID. Can be repeated.
    #[arg(long = "role", value_name = "ROLE", required = true)]
    roles: Vec<GivenRole>,
    /// For a professional: the partner's id.
    #[arg(long, value_name = "ID")]
    partner: Option<String>,
    /// For a professional: the team whose referrals are shared.
    #[arg(long)]
    team: Option<String>,
    /// For a parent: the family's id.
    #[arg(long, value_name = "ID")]
    family: Option<String>,
    /// For a parent: the carer's id in the family.
    #[arg(long, value_name = "ID")]
    carer: Option<String>,
    /// Read the password from standard input.
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Clone)]
struct GivenRole(RoleAt);

impl FromStr for GivenRole {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, centre) = match text.split_once(':') {
            Some((word, centre)) => (word, Some(centre.into())),
            None => (text, None),
        };
        let known = Role::ALL.iter().map(Role::as_str).collect::<Vec<_>>().join(", ");
        let role = Role::parse(word).ok_or_else(|| format!("the roles are {known}"))?;
        Ok(GivenRole(RoleAt { role, centre }))
    }
}

pub(super) fn run(user: &User, sources: Sources) -> Outcome {
    match user {
        User::Add(given) => run_add(given, sources),
        User::Give(given) => run_give(given, sources),
    }
}

fn run_give(given: &GiveUser, sources: Sources) -> Outcome {
    let store = given.place.open(sources)?;
    let email = text::email("/email", &given.email)?;
    let more: Vec<RoleAt> = given.roles.iter().map(|GivenRole(role)| role.clone()).collect();
    let account = store.write(Actor::service(), move |tx| {
        let id = access::store::accounts::of_email(tx, &email)?;
        let id = id.ok_or_else(|| Fault::not_found("account"))?;
        let mut roles = access::store::accounts::one(tx, &id)?.roles;
        roles.extend(more.iter().filter(|role| !roles.contains(role)).cloned().collect::<Vec<_>>());
        accounts::change(tx, &id, &AccountChange { roles: Some(roles), ..AccountChange::default() })
    })?;
    println!("{} has these roles now: {}.", account.email, said(&account.roles));
    Ok(())
}

fn said(roles: &[RoleAt]) -> String {
    let one = |held: &RoleAt| match &held.centre {
        Some(centre) => format!("{}:{centre}", held.role.as_str()),
        None => held.role.as_str().to_owned(),
    };
    roles.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn run_add(given: &AddUser, sources: Sources) -> Outcome {
    let cost = password_cost(&sources)?;
    let hasher = Passwords::new(cost).map_err(|error| Failed(error.to_string()))?;
    let password = match given.password_stdin {
        true => read_password()?,
        false => passwords::generated(),
    };
    let add = add(given, password.clone())?;

    let store = given.place.make(sources)?;
    let account = store.write(Actor::service(), move |tx| accounts::add(tx, &hasher, &add))?;
    println!("{} was added.", account.email);
    if !given.password_stdin {
        println!("Password (shown only once): {password}");
    }
    Ok(())
}

fn add(given: &AddUser, password: String) -> Result<Add, Failed> {
    let email = text::email("/email", &given.email)?;
    // A name is never an address: "sam.lee@example.org" becomes "sam lee".
    let before_at = email.split('@').next().unwrap_or_default().replace('.', " ");
    let name = given.name.as_deref().unwrap_or(&before_at);
    Ok(Add {
        name: text::name("/name", name)?,
        password: Some(password),
        roles: given.roles.iter().map(|GivenRole(role)| role.clone()).collect(),
        belongs: Belongs {
            partner: given.partner.as_deref().map(Into::into),
            team: text::maybe_name("/team", given.team.as_deref())?,
            family: given.family.as_deref().map(Into::into),
            carer: given.carer.as_deref().map(Into::into),
        },
        email,
    })
}

/// The first line, without its line ending.
fn read_password() -> Result<String, Failed> {
    let mut text = String::new();
    stdin()
        .take(4096)
        .read_to_string(&mut text)
        .map_err(|error| Failed(format!("The password cannot be read: {error}.")))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
