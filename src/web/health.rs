//! Is it alive, and can it work? For whoever restarts it and whoever sends it
//! requests; neither tells anything else.

use crate::access::Actor;
use crate::app::App;
use crate::fault::{Code, Fault};
use crate::schema::settings;
use actix_web::{HttpResponse, web};
use diesel::prelude::*;

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/health/live", web::get().to(live)).route("/health/ready", web::get().to(ready));
}

/// The process answers.
async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// The database answers too, and its tables are there.
async fn ready(app: web::Data<App>) -> Result<HttpResponse, Fault> {
    let asked = web::block(move || {
        app.store.read(Actor::service(), |tx| {
            Ok(settings::table.count().get_result::<i64>(tx.conn())?)
        })
    });
    match asked.await {
        Ok(Ok(_)) => Ok(HttpResponse::Ok().content_type("text/plain").body("ok\n")),
        Ok(Err(fault)) => {
            let cause = fault.cause().unwrap_or_else(|| fault.detail());
            tracing::error!(cause, "not ready");
            Err(Fault::new(Code::Unavailable, "The database does not answer."))
        }
        Err(error) => Err(Fault::internal(error)),
    }
}
