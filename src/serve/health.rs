//! Is the service alive, and can it work? For the systems that restart it and send it requests;
//! neither answer says anything else.

use crate::access::Actor;
use crate::base::fault::{Code, Fault, Result};
use crate::base::moment::Moment;
use crate::db::Store;
use crate::jobs;
use crate::web::App;
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fs, io};

pub fn routes(config: &mut web::ServiceConfig) {
    config.route("/health/live", web::get().to(live)).route("/health/ready", web::get().to(ready));
}

/// The process answers.
async fn live() -> HttpResponse {
    well()
}

/// The database and the disk take what is written, too.
async fn ready(app: web::Data<App>, readiness: web::Data<Readiness>) -> Result<HttpResponse> {
    let asked = web::block(move || readiness.ask(&app.store)).await;
    asked.map_err(Fault::internal)??;
    Ok(well())
}

fn well() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// How long an answer is reused: however often it is requested, there is one write in that time.
const STANDS: TimeDelta = TimeDelta::seconds(5);

/// A write that takes longer than this counts as failed for everyone who asks in the meantime.
const PATIENCE: TimeDelta = TimeDelta::seconds(20);

/// More than a full disk still has room for in its existing files.
const ROOM: usize = 128 * 1024;

/// Whether the service can write: tried for real, and remembered for a moment.
pub struct Readiness {
    /// Where files are written.
    folders: Vec<PathBuf>,
    last: Mutex<Last>,
}

#[derive(Default)]
struct Last {
    said: Option<(Moment, bool)>,
    /// Since when somebody has been trying.
    trying: Option<Moment>,
}

impl Readiness {
    pub fn of(folders: Vec<PathBuf>) -> Readiness {
        Readiness { folders, last: Mutex::default() }
    }

    fn ask(&self, store: &Store) -> Result<()> {
        let now = store.clock().now();
        let known = self.known(now);
        let is_well = known.unwrap_or_else(|| {
            let tried = self.try_out(store);
            if let Err(cause) = &tried {
                tracing::error!(cause, "not ready");
            }
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            *last = Last { said: Some((now, tried.is_ok())), trying: None };
            tried.is_ok()
        });
        if is_well {
            return Ok(());
        }
        Err(Fault::new(Code::Unavailable, "The service cannot write just now: its log says why."))
    }

    /// What is already known; `None` where the caller should try.
    fn known(&self, now: Moment) -> Option<bool> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, is_well)) = last.said
            && (now - at).abs() < STANDS
        {
            return Some(is_well);
        }
        if let Some(since) = last.trying {
            let before = last.said.is_none_or(|(_, is_well)| is_well);
            return Some(before && now - since < PATIENCE);
        }
        last.trying = Some(now);
        None
    }

    fn try_out(&self, store: &Store) -> Result<(), String> {
        let written =
            store.write(Actor::service(), |tx| jobs::store::since_last_run(tx, "ready").map(drop));
        written.map_err(|fault| fault.for_log().to_owned())?;
        for folder in &self.folders {
            let tried = write_into(folder);
            tried.map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
        }
        Ok(())
    }
}

fn write_into(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let file = folder.join(format!(".ready-{}", std::process::id()));
    let written = fs::write(&file, vec![0; ROOM]);
    let removed = fs::remove_file(&file);
    written.and(removed)
}
