//! Random sequences of every booking operation and of time, done to the service and to a
//! small reference beside it: after each step both must say the same of every request, every
//! line and every number of places. The sequences are few here; FIRSTPLACE_MODEL_CASES asks
//! for more.

mod reference;
mod stage;
mod steps;

use std::env;

use proptest::test_runner::{Config, TestRunner};

use crate::support::app::{Backend, TestApp};
use stage::Stage;

const CASES: &str = "FIRSTPLACE_MODEL_CASES";
const STEPS: usize = 40;

fn cases() -> u32 {
    env::var(CASES).ok().map_or(12, |text| text.parse().expect("a number of cases"))
}

fn the_service_does_as_the_reference_does(backend: Backend) {
    let config = Config { cases: cases(), failure_persistence: None, ..Config::default() };
    let run = TestRunner::new(config).run(&steps::steps(STEPS), |steps| {
        let app = TestApp::on(backend);
        let mut stage = Stage::new(&app);
        for step in &steps {
            stage.take(step)?;
        }
        Ok(())
    });
    if let Err(found) = run {
        panic!("{found}");
    }
}

#[test]
fn sqlite() {
    the_service_does_as_the_reference_does(Backend::Sqlite);
}

#[test]
fn postgres() {
    the_service_does_as_the_reference_does(Backend::Postgres);
}
