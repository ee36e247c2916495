//! A form that was sent after a sign-in had ended: it waits, sealed, for the same account.

use chrono::TimeDelta;

use super::browser::{Browser, account};
use super::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::Answer;
use crate::support::world::World;

const ADD: &str = "name=Beth+%26+Co&email=beth%40hubs.example&role=staff&centre=&partner=&team=";

/// Where an administrator's form waits that came too late, with the browser it was sent from.
fn sent_too_late<'a>(app: &'a TestApp, browser: &mut Browser<'a>) -> String {
    browser.signs_in("administrator@hubs.example", "/");
    app.advance(TimeDelta::minutes(21));
    let sent = browser.post("/admin/people", ADD);
    assert_eq!(sent.status, 303, "{}", sent.text);
    let there = sent.header("location").expect("a way on").to_owned();
    let next = there.strip_prefix("/sign-in?next=").expect("to sign in");
    next.replace("%2F", "/")
}

fn people(answer: &Answer) -> usize {
    answer.text.matches("beth@hubs.example").count()
}

both! {
    fn it_is_sent_by_one_button_after_signing_in_again(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        let mut browser = Browser::new(app);
        let waits = sent_too_late(app, &mut browser);

        assert!(waits.starts_with("/sign-in/waiting/"), "{waits}");
        shows(&browser.get(&format!("/sign-in?next={waits}")), 200, &["We keep it for 30 minutes."]);
        let back = browser.signs_in("administrator@hubs.example", &waits);
        assert_eq!(back.header("location"), Some(waits.as_str()));
        let form = browser.get(&waits);
        let held = ["action=\"/admin/people\"", "name=\"name\" value=\"Beth &amp; Co\"",
            "name=\"email\" value=\"beth@hubs.example\"", "Send it now"];
        shows(&form, 200, &held);
        assert_eq!(people(&browser.get("/admin/people")), 0, "nothing was done before the button");

        assert_eq!(browser.post("/admin/people", ADD).status, 303);
        assert!(people(&browser.get("/admin/people")) > 0);
    }

    fn nobody_else_sees_it_and_it_is_gone_in_half_an_hour(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        account(app, "staff", &world.centre);
        let mut browser = Browser::new(app);
        let waits = sent_too_late(app, &mut browser);

        let mut other = Browser::new(app);
        other.signs_in("staff@hubs.example", "/");
        assert_eq!(other.get(&waits).status, 404);
        assert_eq!(Browser::new(app).get(&waits).status, 303, "not without signing in");
        assert_eq!(app.nobody.get(&waits).status, 303);

        app.advance(TimeDelta::minutes(29));
        browser.signs_in("administrator@hubs.example", "/");
        assert_eq!(browser.get(&waits).status, 200);
        app.advance(TimeDelta::minutes(1));
        assert_eq!(browser.get(&waits).status, 404);
    }

    fn what_another_site_sends_or_nobody_sent_is_not_kept(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        let mut browser = Browser::new(app);
        browser.signs_in("administrator@hubs.example", "/");
        app.advance(TimeDelta::minutes(21));

        let post = ureq::http::Method::POST;
        let forged = browser.send(post.clone(), "/admin/people", Some(("cross-site", ADD)));
        assert!(!forged.header("location").unwrap_or_default().contains("waiting"));
        browser.cookies.insert("firstplace".to_owned(), "made.up.token".to_owned());
        let made_up = browser.post("/admin/people", ADD);
        assert_eq!(made_up.header("location"), Some("/sign-in?next=%2F"));

        // The control, at its limit: so many wait and no more.
        let mut browser = Browser::new(app);
        browser.signs_in("administrator@hubs.example", "/");
        app.advance(TimeDelta::minutes(21));
        let kept = |answer: Answer| answer.header("location").is_some_and(|to| to.contains("waiting"));
        let sent: Vec<bool> = (0..21).map(|_| kept(browser.post("/admin/people", ADD))).collect();
        assert_eq!((sent.iter().filter(|kept| **kept).count(), sent[20]), (20, false));
        let long = format!("{ADD}&more={}", "x".repeat(70_000));
        app.advance(TimeDelta::minutes(31));
        assert!(!kept(browser.post("/admin/people", &long)));
        assert!(kept(browser.post("/admin/people", ADD)));
    }
}
