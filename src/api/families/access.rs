//! Ending a carer's access, over REST: when somebody else may hold her phone or read her mail.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::{CarerId, FamilyId};
use crate::base::text;
use crate::membership::service::access::{self, WaysOfContact};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::post;
use actix_web::web::Path;
use serde::Deserialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(end_access);
}

/// How a carer is reached once the access has ended.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"ways_of_contact": {"email": "new@example.org"}}))]
pub(crate) struct EndAccessIn {
    /// All ways to reach the carer from now on; left out, those on record stay.
    pub ways_of_contact: Option<WaysOfContactIn>,
}

/// All ways to reach somebody: what is left out is removed.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "new@example.org", "phone": "07700 900123"}))]
pub(crate) struct WaysOfContactIn {
    /// The address for e-mail.
    #[schema(format = Email, max_length = 254, example = "new@example.org")]
    pub email: Option<String>,
    /// Where to ring: a UK number, with its extension where it has one, or `+` and the code of
    /// another country.
    #[schema(max_length = 60, example = "07700 900123")]
    pub phone: Option<String>,
}

impl WaysOfContactIn {
    fn read(&self) -> Result<WaysOfContact> {
        let email = self.email.as_deref().map(|sent| text::email("/ways_of_contact/email", sent));
        let phone = self.phone.as_deref().map(|sent| text::phone("/ways_of_contact/phone", sent));
        Ok(WaysOfContact { email: email.transpose()?, phone: phone.transpose()? })
    }
}

/// End a carer's access
///
/// In one act, and nobody is told: every sign-in of the carer, the calendar feed, links for a new
/// password, and all links that the family was sent until now. What is sent from now on has links
/// that work. `ways_of_contact` replaces those on record, without a message to the old ones or the
/// new ones; what had not been sent yet goes to the new address. A parent who meets a link or a feed
/// that has ended sees what anybody sees of one that never was.
#[utoipa::path(tag = "families", request_body = EndAccessIn,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("carer_id" = inline(CarerId), Path, description = "The carer.")),
    responses((status = 200, body = Nothing)))]
#[post("/families/{id}/carers/{carer_id}/end-access")]
async fn end_access(
    api: Api,
    path: Path<(FamilyId, CarerId)>,
    body: Body<EndAccessIn>,
) -> ApiResult {
    api.write(Act::EndAccess, body, move |tx, input| {
        let (family, carer) = &*path;
        let ways = input.ways_of_contact.as_ref().map(WaysOfContactIn::read).transpose()?;
        access::end(tx, family, carer, ways.as_ref())?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}
