//! Two worlds that differ only in what must not be told: in one the secret is so, in the other a
//! stranger stands in its place. The same calls are made in both, and whoever makes them reads the
//! same, but for ids. To add a secret, write it into `secrets`; to add a role, write a script of
//! its calls and name it in `SCRIPTS`: every operation of the role has to be in it.

mod heard;
mod parent;
mod secrets;
mod stage;
mod texts;

use std::collections::BTreeSet;

use firstplace::access::Role;
use firstplace::access::policy::{Grant, grant};

use crate::access::doors::{DOORS, Door};
use crate::support::app::{Backend, TestApp, both};

use heard::Heard;
use secrets::{SECRETS, Secret};
use stage::Stage;

/// Which of two worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The secret is so.
    Secret,
    /// A stranger stands in its place.
    Stranger,
}

/// What somebody calls and reads, one call after another.
pub struct Script {
    /// The roles whose every operation it makes; `None`: whoever has no token.
    pub roles: &'static [Option<Role>],
    /// What it is played in.
    pub world: fn(Backend) -> TestApp,
    /// Whose mail is read at its end.
    pub mailboxes: &'static [&'static str],
    pub play: fn(&mut Heard, &Stage),
}

const SCRIPTS: &[Script] = &[Script {
    roles: &[Some(Role::Parent), None],
    world: TestApp::on,
    mailboxes: &["dad@example.org", "zed@example.org"],
    play: parent::play,
}];

/// What a family reads that is told by text, and what its own texts are answered with.
const TEXTS: Script =
    Script { roles: &[], world: TestApp::texting, mailboxes: &[], play: texts::play };

/// What a script reads in one world.
fn heard(app: &TestApp, script: &Script, secret: &Secret, side: Side) -> Heard {
    let stage = Stage::new(app, secret.shares_a_child && side == Side::Secret);
    (secret.set)(&stage, side);
    let mut heard = Heard::of(app);
    (script.play)(&mut heard, &stage);
    for to in script.mailboxes {
        heard.reads_mail(app, to);
    }
    heard
}

fn differences(app: &TestApp, script: &Script, secret: &Secret) -> Vec<String> {
    let other = (script.world)(app.backend);
    let one = heard(app, script, secret, Side::Secret);
    let two = heard(&other, script, secret, Side::Stranger);
    one.differences(&two)
}

/// One world for each secret: its own database, since a world cannot be left.
fn told_by(app: &TestApp, script: &Script) -> Vec<String> {
    let told = SECRETS.iter().map(|secret| {
        let app = (script.world)(app.backend);
        let told = differences(&app, script, secret).into_iter();
        told.map(|line| format!("{}: {line}", secret.name)).collect::<Vec<_>>()
    });
    told.flatten().collect()
}

both! {
    fn nobody_reads_what_must_not_be_told(app) {
        for script in SCRIPTS {
            let told = told_by(app, script);
            assert!(told.is_empty(), "{}", told.join("\n\n"));
        }
    }

    fn nobody_reads_in_texts_what_must_not_be_told(app) {
        let told = told_by(app, &TEXTS);
        assert!(told.is_empty(), "{}", told.join("\n\n"));
    }

    /// The control: a place that a stranger does not take is seen in texts too.
    fn texts_would_show_a_leak_of_one_place(app) {
        let leak = Secret { name: "a line", shares_a_child: false, set: secrets::a_line_less };
        let told = differences(&TestApp::texting(app.backend), &TEXTS, &leak);
        assert!(told.iter().any(|line| line.contains("a text")), "{told:?}");
    }

    /// The control: one place that a stranger does not take is seen at once.
    fn the_comparison_finds_a_leak_of_one_place(app) {
        let leak = Secret { name: "a place", shares_a_child: false, set: secrets::a_place_less };
        let told = differences(app, &SCRIPTS[0], &leak);
        assert!(told.iter().any(|line| line.starts_with("get_session")), "{told:?}");
    }

    fn every_operation_of_these_roles_is_called(app) {
        for script in SCRIPTS {
            let stage = Stage::new(app, false);
            let mut heard = Heard::of(app);
            (script.play)(&mut heard, &stage);
            let called = heard.operations();
            let opens = |door: &Door, role: &Option<Role>| match (door, role) {
                (Door::Public, None) => true,
                (Door::Act(act), Some(role)) => grant(*role, *act) != Grant::No,
                (Door::Public, Some(_)) | (Door::Act(_), None) | (Door::Carrier, _) => false,
            };
            let theirs = DOORS.iter().filter(|(_, door)| script.roles.iter().any(|role| opens(door, role)));
            let missing: BTreeSet<&str> =
                theirs.map(|(id, _)| *id).filter(|id| !called.contains(id)).collect();
            assert!(missing.is_empty(), "not called in tests/suite/privacy/two_worlds: {missing:?}");
        }
    }
}
