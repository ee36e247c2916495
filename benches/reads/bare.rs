//! The floor of a read: the same web server, in a process of its own, that answers everything with
//! the same bytes. It is this program again, told so by its first word.

use std::env;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command};

use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes};
use actix_web::{App, HttpResponse, HttpServer};
use serde_json::json;

use crate::support::served::{Says, start};

const WORD: &str = "bare";

pub struct Bare {
    child: Child,
    pub address: SocketAddr,
}

impl Bare {
    pub fn start(folder: &Path, status: u16, body: &[u8]) -> Bare {
        let file = folder.join("bare");
        fs::write(&file, body).expect("the folder can be written");
        let mut command = Command::new(env::current_exe().expect("it runs"));
        command.arg(WORD).arg(status.to_string()).arg(file);
        let (child, address) = start(command, Says::OnStdout);
        Bare { child, address }
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        // Gone already, if it fell over.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Serves, if this process is to be one; it ends when it is killed.
pub fn serve_if_told() -> bool {
    let words: Vec<String> = env::args().skip(1).collect();
    let [word, status, file] = &words[..] else { return false };
    if word != WORD {
        return false;
    }
    let status = status.parse().ok().and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.expect("a status");
    let body = Bytes::from(fs::read(file).expect("the file is there"));
    let app = move || {
        let body = body.clone();
        let answer = move || {
            let body = body.clone();
            async move { HttpResponse::build(status).body(body) }
        };
        App::new().default_service(web::to(answer))
    };
    actix_web::rt::System::new()
        .block_on(async move {
            let server = HttpServer::new(app).bind(("127.0.0.1", 0))?;
            println!("{}", json!({ "address": server.addrs()[0] }));
            server.run().await
        })
        .expect("it serves");
    true
}
