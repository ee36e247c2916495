//! `demo`: the whole service in a folder of its own, filled with sample data, with one sign-in per
//! role. It listens on this machine only and ignores settings in the environment.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use clap::Args;

use super::logging;
use super::outcome::{Failed, Outcome};
use super::progress::Progress;
use super::serve::until_stopped;
use crate::base::clock::Clock;
use crate::config::{Config, Sources, make_folder};
use crate::db::Store;
use crate::demo::borough::Borough;
use crate::demo::crowd::Crowd;
use crate::demo::crowd::fill::fill;
use crate::demo::{Contents, SignIn, Start, prepare};
use crate::serve::wiring;

#[derive(Args)]
pub(super) struct Demo {
    /// The port to listen on; 0 picks a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// A folder to keep everything in. Without it, a temporary folder is used and removed at the
    /// end.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Create only an administrator account.
    #[arg(long)]
    empty: bool,
    /// Add this many made-up families; 100000 is a whole county.
    #[arg(long, value_name = "COUNT", default_value_t = 0,
        value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    families: u32,
    /// The seed of those families: the same seed and day give the same families.
    #[arg(long, default_value_t = 1, requires = "families")]
    seed: u64,
}

pub(super) fn run(demo: &Demo, given: &Sources) -> Outcome {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, demo.port)).map_err(|error| {
        Failed(format!("Port {} cannot be used ({error}); choose another with --port.", demo.port))
    })?;
    let address = listener.local_addr().map_err(|error| Failed(error.to_string()))?;
    let base_url = format!("http://{address}");

    let folder = Folder::new(demo.data.as_deref())?;
    let mut sources = Sources::default();
    sources.set_flag("data", "--data", folder.path.display().to_string());
    sources.set_flag("listen", "--port", address.to_string());
    sources.set_flag("public_url", "--port", base_url.as_str());
    sources.set_flag("organisation", "the demo", Borough::read()?.organisation);
    sources.set_flag("text_sender", "the demo", "folder");
    sources.set_flag("log", "FIRSTPLACE_LOG", given.given("log").unwrap_or("warn"));
    let config = Config::load(&sources)?;
    logging::start(&sources)?;

    let app = wiring::open(&config, Clock::system())?;
    let contents = if demo.empty { Contents::Empty } else { Contents::Lived };
    let start = Start { data: &folder.path, base_url: &base_url, contents };
    let sign_ins = prepare(&app.store, &app.gate, &start)?;
    add_crowd(&app.store, demo)?;
    until_stopped(&config, &app, listener, |_| tell(&base_url, &folder.path, &sign_ins))?;
    Ok(())
}

fn add_crowd(store: &Store, demo: &Demo) -> Result<(), Failed> {
    if demo.families == 0 {
        return Ok(());
    }
    let today = store.clock().now().civil_day();
    let progress = Progress::new("families");
    let all = demo.families as usize;
    let crowd = Crowd::new(demo.seed, today)?;
    fill(store, &crowd, demo.families, |there| progress.at(there as usize, all))?;
    Ok(())
}

fn tell(base_url: &str, data: &Path, sign_ins: &[SignIn]) {
    println!("Firstplace is ready.\n");
    println!("  In a browser        {base_url}/");
    println!("  API documentation   {base_url}/docs/");
    println!("  Mail and texts      {}", data.join("mail").display());
    println!("  Sign-ins, as JSON   {}\n", data.join(crate::demo::FILE).display());
    for SignIn { role, email, password } in sign_ins {
        println!("  {:<15} {email:<30} {password}", role.as_str());
    }
    println!("\nStop it with Ctrl-C.");
}

/// The data folder; a temporary one is removed when the demo ends.
struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    fn new(given: Option<&Path>) -> Result<Folder, Failed> {
        let (path, temporary) = match given {
            Some(path) => (path.to_owned(), false),
            None => {
                let name = format!("firstplace-demo-{}", uuid::Uuid::now_v7().simple());
                (std::env::temp_dir().join(name), true)
            }
        };
        make_folder(&path)?;
        Ok(Folder { path, temporary })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary {
            // Anything left is private and in the system's temporary folder.
            drop(fs::remove_dir_all(&self.path));
        }
    }
}
