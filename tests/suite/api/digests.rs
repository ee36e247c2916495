//! The week of a professional: what opens near the families the team named, what it referred, what was
//! agreed; by call, page and mail. And being told when a window opens.

use firstplace::reports::digests::service::{send_weekly, tell_windows};
use serde_json::{Value, json};

use crate::api::partners::agreements::agreement;
use crate::api::registers::weeks::run;
use crate::pages::refer::{by_names, led, send};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::mail::letters;
use crate::support::world::{World, described, id, merged};

/// A session whose window opens then.
fn opens(world: &World, title: &str, at: &str, changed: Value) -> String {
    let activity = world.activity(json!({ "title": title }));
    let plain = json!({ "activity_id": activity, "starts_at": "2026-12-14T10:00:00Z",
        "ends_at": "2026-12-14T11:00:00Z", "referrals_open_at": at,
        "public_release_at": "2026-12-07T09:00:00Z" });
    world.session(merged(plain, changed))
}

fn week(who: &Client) -> Value {
    who.get("/api/v1/digests/windows").expect(200)
}

fn titles(digest: &Value) -> Vec<&str> {
    let windows = digest["windows"].as_array().expect("a list").iter();
    windows.map(|one| one["title"].as_str().expect("a title")).collect()
}

both! {
    fn a_week_holds_what_opens_what_was_referred_and_what_was_agreed(app) {
        let world = World::new(app);
        opens(&world, "Friday", "2026-11-20T09:00:00Z", json!({}));
        opens(&world, "Thursday", "2026-11-19T09:00:00Z", json!({}));
        opens(&world, "In Eight Days", "2026-11-24T09:00:00Z", json!({}));
        let open = world.session(json!({ "capacity": 1 }));
        let visitor = world.professional("health");
        assert_eq!(titles(&week(&visitor)), ["Thursday", "Friday"]);

        for (name, state) in [("Una Webb", "booked"), ("Ada Moss", "waiting")] {
            let family = merged(described(name, &["2025-11-01"]), json!({ "postcode": "M31 4FL" }));
            let body = json!({ "family": family, "reason": "isolated", "agreed_on": "2026-11-15", "agreed_how": "spoken" });
            let made = visitor.post(&format!("/api/v1/sessions/{open}/referrals"), &body).expect(201);
            assert_eq!(made["state"], state);
        }
        let me = visitor.get("/api/v1/auth/me").expect(200);
        agreement(&world, me["partner_id"].as_str().expect("a partner"), json!({}));
        let digest = week(&visitor);
        assert_eq!(digest["referrals"], json!({ "booked": 1, "waiting": 1 }));
        let agreed = &digest["agreements"][0];
        assert_eq!((&agreed["cards_a_month"], &agreed["named_this_month"]), (&json!(20), &json!(2)));

        let page = visitor.open("/digest");
        for part in ["Thursday", "Friday", "1 booked, 1 waiting", "Named this month: 2 of 20 families. 18 to go."] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        assert!(!page.text.contains("In Eight Days"));
        world.staff.get("/api/v1/digests/windows").refused(403, "not_allowed");
        assert_eq!(world.staff.open("/digest").status, 403);
    }

    fn what_was_named_counts_whether_or_not_the_family_was_known(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let me = visitor.get("/api/v1/auth/me").expect(200);
        agreement(&world, me["partner_id"].as_str().expect("a partner"), json!({}));
        let named = || week(&visitor)["agreements"][0]["named_this_month"].clone();
        world.family("Known");
        visitor.post("/api/v1/families", &described("Known", &["2025-11-01"])).expect(201);
        assert_eq!(named(), 1);
        visitor.post("/api/v1/families", &described("New", &["2025-11-02"])).expect(201);
        assert_eq!(named(), 2);
        let no = merged(described("Says No", &["2025-11-03"]), json!({ "guest": true }));
        visitor.post("/api/v1/families", &no).expect(201);
        assert_eq!(named(), 2);
    }

    fn the_week_is_written_on_monday_morning_once(app) {
        let world = World::new(app);
        app.set_clock("2026-11-22T12:00:00Z");
        run(app, send_weekly);
        opens(&world, "Thursday", "2026-11-26T09:00:00Z", json!({}));
        let visitor = world.professional("health");
        app.set_clock("2026-11-23T07:59:59Z");
        assert_eq!(run(app, send_weekly), 0);
        app.set_clock("2026-11-23T08:00:00Z");
        assert_eq!((run(app, send_weekly), run(app, send_weekly)), (1, 0));
        let written = letters(app, "windows_digest");
        assert_eq!(written.len(), 1);
        assert!(written[0].says("Thursday") && written[0].says("Opens at 9am on Thursday 26 November"), "{:?}", written[0].written);
        let me = visitor.get("/api/v1/auth/me").expect(200);
        assert_eq!(me["email"], written[0].to.as_str());
        app.set_clock("2026-11-24T08:00:00Z");
        assert_eq!(run(app, send_weekly), 0, "one a week");
        app.set_clock("2026-11-30T08:00:00Z");
        assert_eq!(run(app, send_weekly), 0, "nothing opens, and nothing was referred or agreed");
    }

    fn no_mail_names_a_family_or_a_sensitive_session(app) {
        let world = World::new(app);
        app.set_clock("2026-11-22T12:00:00Z");
        run(app, send_weekly);
        let secret = world.activity(json!({ "title": "Freedom", "sensitive": true }));
        opens(&world, "Unused", "2026-11-26T09:00:00Z", json!({ "activity_id": secret }));
        let visitor = world.professional("health");
        visitor.post("/api/v1/families", &described("Una Webb", &["2025-11-01"])).expect(201);
        app.set_clock("2026-11-23T08:00:00Z");
        run(app, send_weekly);
        let written = letters(app, "windows_digest");
        assert!(!written[0].says("Freedom") && !written[0].says("Webb"), "{:?}", written[0].written);
        assert!(written[0].says("Your page lists them."));
    }

    fn who_asked_is_told_once_when_a_window_opens(app) {
        let world = World::new(app);
        let session = opens(&world, "Friday", "2026-11-20T09:00:00Z", json!({}));
        let off = opens(&world, "Called Off", "2026-11-20T09:00:00Z", json!({}));
        let visitor = world.professional("health");
        let path = format!("/api/v1/sessions/{session}/window-alerts");
        let asked = visitor.post(&path, &json!({})).expect(201);
        assert_eq!(asked["opens_at"], "2026-11-20T09:00:00Z");
        visitor.post(&path, &json!({})).expect(201);
        led(&send(&visitor, &format!("/digest/{off}/tell"), &[]));
        assert!(visitor.open("/digest").text.contains("You will be told"));
        assert_eq!(week(&visitor)["windows"][0]["asked_to_be_told"], true);
        world.staff.post(&path, &json!({})).refused(403, "not_allowed");
        world.staff.post(&format!("/api/v1/sessions/{off}/cancel"), &json!({})).expect(200);

        app.set_clock("2026-11-20T08:59:59Z");
        assert_eq!(run(app, tell_windows), 0);
        app.set_clock("2026-11-20T09:00:00Z");
        assert_eq!((run(app, tell_windows), run(app, tell_windows)), (2, 0));
        let told = letters(app, "window_opens");
        assert_eq!(told.len(), 1, "what was called off is not told");
        assert!(told[0].says("You can refer to this session now."));
        assert_eq!(told[0].button("Refer a family"), format!("/refer?session={session}"));
        visitor.post(&path, &json!({})).refused(409, "no_longer_open");
        // The way from the mail leads to the form of that session.
        let form = led(&send(&visitor, &format!("/refer?session={session}"), &by_names(&[])));
        assert!(form.starts_with(&format!("/refer/{session}?family=")), "{form}");
        assert!(!id(&visitor.get(&format!("/api/v1/sessions/{session}")).expect(200)).is_empty());
    }
}
