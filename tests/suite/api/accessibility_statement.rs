//! The statement about accessibility: model wording until the organisation publishes its own, which
//! an administrator writes, signs and dates.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::settings;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::pages::shows;
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};

const PATH: &str = "/api/v1/accessibility-statement";

fn etag(app: &TestApp) -> String {
    app.nobody.get(PATH).header("etag").expect("an ETag").to_owned()
}

fn own(body: &str) -> Value {
    json!({ "body": body, "signed_by": "Ada Admin, head of early help", "dated_on": "2026-11-02" })
}

fn publish(who: &Client, etag: &str, statement: &Value) -> Answer {
    who.call(Method::PUT, PATH).if_match(etag).json(statement).send()
}

both! {
    fn until_there_is_one_model_wording_stands_there_unsigned(app) {
        let none = app.nobody.get(PATH).expect(200);
        assert_eq!(none, json!({ "body": null, "signed_by": null, "dated_on": null }));

        let page = app.nobody.get("/accessibility");
        shows(&page, 200, &[
            "has not checked or signed it yet", "So we do not say that the site meets the standard",
            "We last tested all pages on", "What we know is not good yet",
        ]);
        assert!(!page.text.contains("Signed by"), "{}", page.text);
    }

    fn an_administrator_publishes_one_with_its_date(app) {
        let admin = app.as_role(Role::Administrator);
        let body = "We want all to use it.\n\n# What fails\n\n- Maps\n- <b>Old</b> files";
        let made = publish(&admin, &etag(app), &own(body)).expect(200);
        assert_eq!((&made["body"], &made["dated_on"]), (&json!(body), &json!("2026-11-02")));
        assert_eq!(app.nobody.get(PATH).expect(200), made, "anybody may read it");

        let page = app.nobody.get("/accessibility");
        shows(&page, 200, &[
            "<p>We want all to use it.", "<h2>What fails</h2>", "<li>Maps</li>",
            "<li>&lt;b&gt;Old&lt;/b&gt; files</li>",
            "Signed by Ada Admin, head of early help on 2 November 2026.",
        ]);
        assert!(!page.text.contains("model wording"), "{}", page.text);
    }

    fn what_stood_there_before_is_kept(app) {
        let admin = app.as_role(Role::Administrator);
        let first = etag(app);
        publish(&admin, &first, &own("The first.")).expect(200);
        publish(&admin, &first, &own("Too late.")).refused(412, "version_conflict");
        let second = etag(app);
        publish(&admin, &second, &own("The second.")).expect(200);

        let kept: Vec<String> = app.store.read(Actor::service(), |tx| {
            Ok(settings::table
                .filter(settings::name.eq("accessibility"))
                .filter(settings::held_until.is_not_null())
                .order(settings::version)
                .select(settings::value)
                .load(tx.conn())?)
        }).expect("the settings are read");
        assert!(kept.last().is_some_and(|value| value.contains("The first.")), "{kept:?}");
        shows(&app.nobody.get("/accessibility"), 200, &["The second."]);
    }

    fn what_cannot_be_published_is_refused_with_the_reason(app) {
        let admin = app.as_role(Role::Administrator);
        let change = |name: &str, value: &str| {
            let mut statement = own("Ours.");
            statement[name] = json!(value);
            statement
        };
        for (wrong, pointer) in [
            (change("body", " "), "/body"),
            (change("signed_by", ""), "/signed_by"),
            (change("dated_on", "2026-11-17"), "/dated_on"),
        ] {
            let refused = publish(&admin, &etag(app), &wrong).refused(422, "invalid_request");
            assert_eq!(refused["errors"][0]["pointer"], pointer);
        }
        admin.put(PATH, &own("Ours.")).refused(428, "version_needed");
        for role in [Role::Manager, Role::Staff] {
            publish(&app.as_role(role), "*", &own("Ours.")).refused(403, "not_allowed");
        }
        shows(&app.nobody.get("/accessibility"), 200, &["model wording"]);
    }
}
