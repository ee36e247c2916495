//! Members with a birthday today, one for each channel, so that the demo starts with a card by
//! e-mail, one by text, some to print, and a family that is only listed.

use super::people::carer;
use crate::access::Actor;
use crate::base::fault::Result;
use crate::base::id::CentreId;
use crate::db::Tx;
use crate::families::add::{AddCarer, AddChild, AddFamily, Birth};
use crate::families::answers::{AnswerSaid, Question};
use crate::families::{Carer, FirstContact, service, store};
use crate::membership::Standing;
use crate::membership::service::partner_statements::state;
use crate::membership::service::{enrol, make};
use chrono::{Months, NaiveDate};
use serde::Deserialize;

/// A family with a birthday today.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoParty {
    channel: FirstContact,
    carer: String,
    child: String,
    age: u32,
    yes_to: Option<Question>,
}

/// One family for each.
pub(super) fn with_birthdays(
    tx: &mut Tx,
    parties: &[DemoParty],
    centre: Option<&CentreId>,
    professional: &Actor,
) -> Result<()> {
    let today = tx.today();
    for (party, number) in parties.iter().zip(200..) {
        let add = family(party, number, born(today, party.age), centre);
        match party.channel {
            FirstContact::Feed => {
                let household = service::insert(tx, &add, centre.cloned())?;
                enrol(tx, &household, Standing::Listed)?;
            }
            FirstContact::Professional => {
                tx.act_as(professional.clone());
                state(tx, &add, None)?;
                tx.act_as(Actor::service());
            }
            FirstContact::Own | FirstContact::Staff => {
                let household = make(tx, &add)?;
                confirm(tx, household.carers)?;
            }
        }
    }
    Ok(())
}

/// A family that joined by itself has confirmed its address since.
fn confirm(tx: &mut Tx, carers: Vec<Carer>) -> Result<()> {
    let now = tx.now();
    for carer in carers {
        let phone_confirmed_at = carer.phone.as_ref().map(|_| now);
        store::save_carer(tx, &Carer { confirmed_at: Some(now), phone_confirmed_at, ..carer })?;
    }
    Ok(())
}

/// The birth date of somebody who turns `age` today. On 29 February only leap-day babies have a
/// birthday.
fn born(today: NaiveDate, age: u32) -> NaiveDate {
    today.checked_sub_months(Months::new(age * 12)).unwrap_or(today)
}

fn family(party: &DemoParty, number: u32, born: NaiveDate, centre: Option<&CentreId>) -> AddFamily {
    let mail = party.carer.to_lowercase().replace(' ', ".");
    let yes = party.yes_to.map(|question| AnswerSaid { question, value: "yes".to_owned() });
    let carer =
        AddCarer { answers: yes.into_iter().collect(), ..carer(&party.carer, &mail, number) };
    let child = AddChild::named(&party.child, Birth::Born(born));
    AddFamily {
        postcode: Some("M31 4BD".to_owned()),
        address: Some(format!("{} Manchester Road, Partington", number - 180)),
        centre_id: centre.cloned(),
        ..AddFamily::of(party.channel, vec![carer], vec![child])
    }
}
