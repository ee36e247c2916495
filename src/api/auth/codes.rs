//! Signing in without a password: a code by mail, and its link.

use crate::access::secret::Secret;
use crate::access::service::one_address;
use crate::access::service::sign_in::{Issued, begin_for_carer};
use crate::base::fault::Fault;
use crate::base::language;
use crate::base::text;
use crate::db::Tx;
use crate::membership::sign_in::service::{self, Ask, Confirm};
use crate::membership::sign_in::{Details, Proof};
use crate::membership::sign_up::Contact;
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    CodeFaults: TooManyAttempts;
    LinkFaults: NoLongerOpen, TooManyAttempts;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(ask_sign_in_code).service(sign_in_by_code);
}

/// Whose code: by an address or a number.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignInCodeIn, example = json!({"email": "amina@example.org"}))]
pub(crate) struct CodeIn {
    /// The address that the family gave us.
    #[schema(format = Email, max_length = 254)]
    pub email: Option<String>,
    /// Instead of it: the mobile number that the family gave us, where codes are sent as texts.
    #[schema(max_length = 40, example = "07700 900123")]
    pub phone: Option<String>,
    /// The language of the message, one of `GET /languages`; left out, English.
    #[schema(example = "ur", max_length = 20)]
    pub language: Option<String>,
}

impl CodeIn {
    fn contact(&self, tx: &Tx) -> Result<Contact, Fault> {
        let email = self.email.as_deref().map(|email| text::email("/email", email)).transpose()?;
        let phone = self.phone.as_deref().map(|phone| text::phone("/phone", phone)).transpose()?;
        match (email, phone) {
            (Some(email), None) => Ok(Contact::Email(email)),
            (None, Some(phone)) if service::may_have_code(tx, &phone) => Ok(Contact::Phone(phone)),
            (None, Some(_)) => {
                let detail = "We cannot send a code to this number. Send an e-mail address.";
                Err(Fault::invalid("/phone", detail))
            }
            (Some(_), Some(_)) | (None, None) => {
                Err(Fault::invalid("/email", "Send either email or phone."))
            }
        }
    }
}

/// What a code is typed with.
#[derive(Serialize, ToSchema)]
#[schema(as = CodeOut)]
pub(crate) struct CodeOut {
    /// A secret: send it with the code.
    #[schema(example = "u7Vd0aRk1wq0hYb…")]
    pub request: String,
}

/// Ask for a code to sign in as a parent
///
/// Always 202: the answer does not reveal whether the address is known. If it is, a mail with a code
/// of six digits and a link comes, or a text with the code, where texts are sent and the family wants
/// them. Both work once, for ten minutes, and open only a parent's own
/// record: other roles sign in with their password.
#[utoipa::path(tag = "access", security(()), request_body = CodeIn,
    responses((status = 202, body = CodeOut), CodeFaults))]
#[post("/auth/code")]
async fn ask_sign_in_code(api: Api, body: Body<CodeIn>) -> ApiResult {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let contact = input.contact(tx)?;
        let language = input.language.as_deref();
        let language = language.map(|tag| language::tag("/language", tag)).transpose()?;
        let request = service::ask(tx, &Ask { contact, address: address.clone(), language })?;
        Ok(Answer::accepted(CodeOut { request: request.reveal().to_owned() }))
    })
    .await
}

/// A code with its request, or the secret of the link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"request": "u7Vd0aRk1wq0hYb…", "code": "482109"}))]
pub(crate) struct LinkIn {
    /// What `POST /auth/code` answered.
    #[schema(max_length = 512)]
    pub request: Option<String>,
    /// The code in the mail.
    #[schema(max_length = 20)]
    pub code: Option<String>,
    /// Instead of both: the last part of the link in the mail.
    #[schema(max_length = 512)]
    pub token: Option<String>,
    /// The birth date of one of the children, or the day it is due, where it is asked for.
    pub born_on: Option<NaiveDate>,
    /// The family's postcode, where it is asked for.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
}

impl LinkIn {
    fn proof(&self) -> Result<Proof, Fault> {
        match (&self.request, &self.code, &self.token) {
            (Some(request), Some(code), None) => {
                Ok(Proof::Code { request: Secret::presented(request), code: code.clone() })
            }
            (None, None, Some(token)) => {
                Ok(Proof::Link { token: Secret::presented(token), asked: None })
            }
            _ => Err(Fault::invalid("/token", "Send either request and code, or token.")),
        }
    }

    fn details(&self) -> Result<Option<Details>, Fault> {
        let postcode = self.postcode.as_deref().map(|typed| text::postcode("/postcode", typed));
        match (self.born_on, postcode.transpose()?) {
            (Some(born_on), Some(postcode)) => Ok(Some(Details { born_on, postcode })),
            (None, None) => Ok(None),
            (Some(_), None) => Err(Fault::invalid("/postcode", "Send postcode with born_on.")),
            (None, Some(_)) => Err(Fault::invalid("/born_on", "Send born_on with postcode.")),
        }
    }
}

/// Sign in with a code or its link
///
/// Opens the parent's part alone, whatever else the person may do with a password. Where the address
/// does not open the record by itself (others gave it, it is shared, or it was not used for a year)
/// the answer is 422 for `/born_on` and `/postcode`: send the same again with both. What does not
/// match is always answered with the same words; after three times a day only the telephone helps.
#[utoipa::path(tag = "access", security(()), request_body = LinkIn,
    responses((status = 200, body = Issued), LinkFaults))]
#[post("/auth/link")]
async fn sign_in_by_code(api: Api, body: Body<LinkIn>) -> ApiResult {
    let (address, gate) = (one_address(api.address()), api.app().gate.clone());
    api.write_public(body, move |tx, input| {
        let (proof, details) = (input.proof()?, input.details()?);
        let confirm = Confirm { proof, details, address: address.clone() };
        let signed_in = service::confirm(tx, &confirm)?;
        Ok(Answer::ok(begin_for_carer(tx, &gate, &signed_in.carer)?))
    })
    .await
}
