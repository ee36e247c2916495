//! What the lists have in common: a file in, the outcome of each line out.

use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::table::{Form, form_of};
use crate::db::Tx;
use crate::feeds::service::plan::PlanRequest;
use crate::feeds::service::run::{self, Feed, Trial};
use crate::feeds::service::subject::Subject;
use crate::web::{Answer, Api, ApiResult, File};

/// Takes a file of one kind. `asked` reads the query: what the file is about, who sends it, and
/// `dry_run`; `may` refuses the sender before a byte of the file is read.
pub(super) async fn take<S: Subject>(
    api: Api,
    file: File,
    act: Act,
    asked: impl FnOnce() -> Result<(S, PlanRequest, Option<String>)> + Send + 'static,
    may: impl FnOnce(&mut Tx, &S, &PlanRequest) -> Result<()> + Send + 'static,
) -> ApiResult {
    let kind = file.kind().map(str::to_owned);
    let first = move |tx: &mut Tx| {
        let (subject, asked, dry_run) = asked()?;
        let trial = trial(dry_run.as_deref())?;
        may(tx, &subject, &asked)?;
        Ok((subject, asked, trial))
    };
    api.take_file(act, file, first, move |app, actor, ((subject, asked, trial), bytes)| {
        let form = form(kind.as_deref(), &bytes)?;
        let feed = Feed { bytes, form, asked, trial };
        Ok(Answer::ok(run::run(&app.store, actor, (&subject, &feed), |_, _| {})?))
    })
    .await
}

/// `dry_run` without a value also means true.
fn trial(dry_run: Option<&str>) -> Result<Trial> {
    match dry_run.map(str::to_lowercase).as_deref() {
        None | Some("false" | "0" | "no") => Ok(Trial::Real),
        Some("" | "true" | "1" | "yes") => Ok(Trial::Dry),
        Some(_) => Err(Fault::new(Code::InvalidRequest, "Use true or false for dry_run.")),
    }
}

/// The format of the body, from its content type or its first bytes.
fn form(kind: Option<&str>, bytes: &[u8]) -> Result<Form> {
    match kind {
        Some(kind) if kind == "application/json" || kind.ends_with("+json") => Ok(Form::Json),
        Some("text/csv") => Ok(Form::Csv),
        None | Some("" | "text/plain" | "application/octet-stream") => Ok(form_of(bytes)),
        Some(_) => {
            let detail = "Send the file as text/csv or application/json.";
            Err(Fault::new(Code::UnsupportedMediaType, detail))
        }
    }
}
