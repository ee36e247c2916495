//! Asking for a place on pages, without a script: a newcomer, a family that signed in, a full
//! session, one that opens later.

use firstplace::access::{Actor, Role};
use firstplace::bookings::telling::service::tell_open;
use serde_json::{Value, json};
use ureq::http::Method;

use super::shows;
use crate::api::families::join::{booked, code, count, link};
use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::letters;
use crate::support::world::World;

const SENT: &str = "name=Amina+%3CKhan%3E&email=amina%40example.org&postcode=M31+4FL\
    &child=Yusuf+Khan&born_day=3&born_month=2&born_year=2025";

fn send(app: &TestApp, path: &str, body: &str) -> Answer {
    let call = app.nobody.call(Method::POST, path);
    call.header("content-type", "application/x-www-form-urlencoded").raw(body).send()
}

/// A form sent by somebody who signed in, from our own page.
fn sends(parent: &Client, path: &str, body: &str) -> Answer {
    let token = parent.token().expect("somebody who signed in").to_owned();
    let browser = Client::new(parent.base());
    browser
        .call(Method::POST, path)
        .header("cookie", format!("firstplace={token}"))
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .raw(body)
        .send()
}

fn book(session: &str) -> String {
    format!("/sessions/{session}/book")
}

/// The page without the id of what was sent.
fn plain(page: &str) -> String {
    let (before, rest) = page.split_once("name=\"request\" value=\"").expect("the id");
    let (_, after) = rest.split_once('"').expect("its end");
    format!("{before}{after}")
}

fn request(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"request\" value=\"").expect("the id");
    rest.split('"').next().expect("the id").to_owned()
}

/// Types the code of the last message to this address.
fn confirms(app: &TestApp, page: &str, to: &str) -> Answer {
    let code = code(app, to).replace(' ', "+");
    send(app, "/join/confirm", &format!("request={}&code={code}", request(page)))
}

fn standing(app: &TestApp, session: &str) -> Value {
    app.nobody.get("/api/v1/whats-on").expect(200)["items"]
        .as_array()
        .expect("items")
        .iter()
        .find(|one| one["id"] == session)
        .cloned()
        .unwrap_or_default()
}

both! {
    fn a_newcomer_has_a_place_after_the_form_and_the_code(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let page = app.nobody.get(&book(&session));
        shows(&page, 200, &["Book Stay and Play, Monday 23 November", "Book this place", "Your name"]);
        assert!(!page.text.contains("<script"));

        let asked = send(app, &book(&session), SENT).page(200);
        assert!(asked.contains("Check your email") && !asked.contains("Amina"), "{asked}");
        assert_eq!((count(app), booked(app, &session)), (0, 0), "nothing was done yet");
        let wrong = send(app, "/join/confirm", &format!("request={}&code=1", request(&asked)));
        shows(&wrong, 422, &["There is a problem", &request(&asked)]);
        let done = confirms(app, &asked, "amina@example.org");
        shows(&done, 200, &["You are booked", "Stay and Play", "You are a member now."]);
        assert_eq!((count(app), booked(app, &session)), (1, 1));
        let again = confirms(app, &asked, "amina@example.org");
        shows(&again, 200, &["You are booked"]);
        assert_eq!(booked(app, &session), 1, "pressed twice");

        let once_more = send(app, &book(&session), SENT).page(200);
        assert_eq!(plain(&once_more), plain(&asked), "known or not");
    }

    fn a_newcomers_code_signs_her_in_and_a_known_familys_does_not(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let types = |site: &str, more: &str| {
            let asked = send(app, &book(&session), SENT).page(200);
            let code = code(app, "amina@example.org").replace(' ', "+");
            let form = format!("request={}&code={code}{more}", request(&asked));
            let call = app.nobody.call(Method::POST, "/join/confirm");
            let call = call.header("content-type", "application/x-www-form-urlencoded");
            call.header("sec-fetch-site", site).raw(form.into_bytes()).send()
        };
        let wrong = types("same-origin", "0");
        assert_eq!((wrong.status, wrong.header("set-cookie")), (422, None));

        let done = types("same-origin", "&alone=yes");
        shows(&done, 200, &["You are booked", "Sign out"]);
        let cookie = done.header("set-cookie").expect("a sign-in").to_owned();
        assert!(cookie.contains("Max-Age=7776000") && cookie.contains("HttpOnly"), "{cookie}");
        let cookie = cookie.split(';').next().expect("a value").to_owned();
        let opens = |path: &str| {
            app.nobody.call(Method::GET, path).header("cookie", cookie.clone()).send()
        };
        shows(&opens("/my"), 200, &["Stay and Play", "Yusuf Khan"]);
        shows(&opens("/my/family/me"), 200, &["amina@example.org"]);

        // Her record is there by now, and typing a code from a form does not open it.
        let again = types("same-origin", "");
        shows(&again, 200, &["You were a member before."]);
        assert_eq!(again.header("set-cookie"), None);
    }

    fn a_form_of_another_site_signs_nobody_in(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        for site in ["cross-site", "same-site"] {
            let email = format!("{site}%40example.org");
            let sent = SENT.replace("amina%40example.org", &email);
            let sent = sent.replace("Yusuf", if site == "same-site" { "Adam" } else { "Yusuf" });
            let asked = send(app, &book(&session), &sent).page(200);
            let code = code(app, &email.replace("%40", "@")).replace(' ', "+");
            let form = format!("request={}&code={code}", request(&asked));
            let call = app.nobody.call(Method::POST, "/join/confirm");
            let call = call.header("content-type", "application/x-www-form-urlencoded");
            let done = call.header("sec-fetch-site", site).raw(form.into_bytes()).send();
            shows(&done, 200, &["You are booked", "Sign in"]);
            assert_eq!(done.header("set-cookie"), None, "{site}");
        }
    }

    fn everything_that_is_wrong_is_said_at_once_at_its_field(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let sent = "name=&email=amina&postcode=&child=&born_day=31&born_month=2&born_year=2025&adults=x";
        let page = send(app, &book(&session), sent);
        shows(&page, 422, &[
            "There is a problem", "Error:",
            "<a href=\"#name\">Enter your name</a>",
            "<a href=\"#email\">Enter a real email, like name@example.org</a>",
            "<a href=\"#postcode\">Enter your postcode, or tick the box below it</a>",
            "<a href=\"#child\">Enter your child’s name</a>",
            "<a href=\"#born_day\">Enter a real date, like 27 3 2025</a>",
            "<a href=\"#adults\">",
        ]);
        for field in ["name", "email", "postcode", "child", "adults"] {
            assert!(page.text.contains(&format!("id=\"{field}\"")), "{field} is on the page");
        }
        let none = send(app, &book(&session), &SENT.replace("email=amina%40example.org", "email="));
        shows(&none, 422, &["Enter your email or your phone number"]);
        assert!(none.text.contains("Amina &lt;Khan&gt;"), "what was typed is still there");

        for (year, words) in [
            ("2027", "That day has not come yet."),
            ("24x", "Enter a real date, like 27 3 2025"),
            ("1999", "Enter the year with four numbers"),
        ] {
            let page = send(app, &book(&session), &SENT.replace("2025", year));
            shows(&page, 422, &[words, "href=\"#born_day\""]);
        }
        let page = send(app, "/join", &SENT.replace("2025", "2019"));
        shows(&page, 422, &["Our groups are for children under five."]);
        assert!(letters(app, "confirm_join").is_empty(), "nobody was written to");
    }

    fn a_child_that_does_not_fit_is_named_on_the_form_before_anything_is_sent(app) {
        let world = World::new(app);
        let activity = world.activity(json!({ "title": "Baby Massage",
            "ages": { "unit": "weeks", "min": 0, "max": 40 } }));
        let session = world.session(json!({ "activity_id": activity }));
        let page = send(app, &book(&session), SENT);
        shows(&page, 422, &["Yusuf Khan will be too old for Baby Massage", "value=\"Yusuf Khan\""]);
        let unborn = SENT.replace("born_day=3&born_month=2&born_year=2025",
            "born_day=3&born_month=2&born_year=2027&expected=yes");
        shows(&send(app, &book(&session), &unborn), 422, &["Book when yours is born."]);
        assert!(letters(app, "confirm_join").is_empty());
    }

    fn a_second_child_and_a_day_written_in_words_are_read(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let sent = SENT.replace("born_month=2&born_year=2025", "born_month=Feb&born_year=25");
        let sent = format!("{sent}&child2=Ida&born2_day=1&born2_month=9&born2_year=2026&adults=2");
        let asked = send(app, &book(&session), &sent).page(200);
        shows(&confirms(app, &asked, "amina@example.org"), 200, &["You are booked"]);
        let family = &app.as_role(Role::Staff).get("/api/v1/families").expect(200)["items"][0].clone();
        let born: Vec<&Value> = family["children"].as_array().expect("children").iter()
            .map(|child| &child["born_on"]).collect();
        assert_eq!(born, ["2025-02-03", "2026-09-01"]);
    }

    fn a_full_session_is_the_page_to_join_the_waiting_list(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("First").books(&session).expect(201);
        shows(&app.nobody.get(&book(&session)), 200, &["Join the waiting list: Stay and Play"]);
        let asked = send(app, &book(&session), SENT).page(200);
        let done = confirms(app, &asked, "amina@example.org");
        shows(&done, 200, &["You are on the waiting list", "You do not have a place yet."]);
        assert_eq!(booked(app, &session), 1);
    }

    fn before_the_release_a_newcomer_joins_and_is_reminded(app) {
        let world = World::new(app);
        let session = world.session(json!({ "public_release_at": "2026-11-20T09:00:00Z" }));
        shows(&app.nobody.get(&book(&session)), 200, &["Remind me", "You can book from 9am"]);
        let asked = send(app, &book(&session), SENT).page(200);
        shows(&confirms(app, &asked, "amina@example.org"), 200, &["We will remind you"]);
        assert_eq!((count(app), booked(app, &session)), (1, 0));
        app.set_clock("2026-11-20T09:00:00Z");
        let told = app.store.write(Actor::service(), tell_open).expect("the job runs");
        assert_eq!(told, 1);
        let told = letters(app, "booking_opens");
        assert_eq!(told.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["amina@example.org"]);
    }

    fn a_family_that_signed_in_ticks_its_children_and_is_booked(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let family = world.family_of("Priya", &["2025-11-01", "2019-01-01"]);
        let page = family.parent.open(&book(&session));
        shows(&page, 200, &["Who comes?", "Priya 0", "Book this place", "will be too old"]);
        assert!(!page.text.contains("Your postcode"));
        assert_eq!(page.text.matches(" checked").count(), 1, "who fits is ticked: {}", page.text);

        let none = sends(&family.parent, &book(&session), "family=yes&adults=1");
        shows(&none, 409, &["Tick who comes", "href=\"#child\""]);
        let ticked = format!("family=yes&child={}&adults=1", family.children[0]);
        let done = sends(&family.parent, &book(&session), &ticked);
        shows(&done, 200, &["You are booked", "For Priya 0"]);
        assert_eq!(booked(app, &session), 1);
        shows(&sends(&family.parent, &book(&session), &ticked), 409, &["You have asked for this before."]);
    }

    fn a_place_that_went_meanwhile_turns_the_form_into_the_waiting_list(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        let (first, second) = (world.family("First"), world.family("Second"));
        shows(&second.parent.open(&book(&session)), 200, &["Book this place"]);
        first.books(&session).expect(201);
        let ticked = format!("family=yes&child={}&adults=1", second.children[0]);
        let full = sends(&second.parent, &book(&session), &ticked);
        shows(&full, 409, &["That place has just gone.", "name=\"wait\"", " checked"]);
        assert_eq!(booked(app, &session), 1);
        let done = sends(&second.parent, &book(&session), &format!("{ticked}&wait=yes"));
        shows(&done, 200, &["You are on the waiting list"]);
    }

    fn a_child_of_another_family_is_not_booked(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (own, other) = (world.family("Own"), world.family("Other"));
        let sent = format!("family=yes&child={}&adults=1", other.children[0]);
        shows(&sends(&own.parent, &book(&session), &sent), 409, &["Tick who comes"]);
        assert_eq!(booked(app, &session), 0);
    }

    fn what_nobody_may_know_of_is_answered_like_what_never_was(app) {
        let world = World::new(app);
        let sensitive = world.activity(json!({ "title": "Freedom Programme", "sensitive": true }));
        let hidden = [
            world.session(json!({ "activity_id": sensitive })),
            world.session(json!({ "public_release_at": null, "leader": "Somebody" })),
            world.draft(json!({ "leader": "Somebody else" })),
        ];
        let open = world.session(json!({ "leader": "Somebody known" }));
        assert_eq!(standing(app, &open)["title"], "Stay and Play", "the control");
        app.nobody.get(&book(&open)).page(200);
        let unknown = app.nobody.get(&book("nothing")).page(404);
        let sent = send(app, &book("nothing"), SENT).page(404);
        for session in hidden {
            assert_eq!(app.nobody.get(&book(&session)).page(404), unknown);
            assert_eq!(send(app, &book(&session), SENT).page(404), sent);
            assert_eq!(standing(app, &session), Value::Null);
        }
    }

    fn a_parent_joins_on_a_page_without_a_session(app) {
        World::new(app);
        shows(&app.nobody.get("/join"), 200, &["Joining is free.", "action=\"/join\""]);
        let asked = send(app, "/join", SENT).page(200);
        shows(&confirms(app, &asked, "amina@example.org"), 200, &["You have joined"]);
        let family = &app.as_role(Role::Staff).get("/api/v1/families").expect(200)["items"][0].clone();
        assert_eq!(family["membership"]["status"], "member");
        send(app, "/join", SENT).page(200);
        let way = link(app, "amina@example.org");
        assert!(app.nobody.press(&way).page(200).contains("You were a member before."));
    }

    fn a_link_shows_the_session_and_nothing_that_was_typed(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        send(app, &book(&session), SENT).page(200);
        let way = link(app, "amina@example.org");
        let shown = app.nobody.get(&way).page(200);
        assert!(shown.contains("Stay and Play") && !shown.contains("Yusuf"), "{shown}");
        assert_eq!(booked(app, &session), 0, "looking changes nothing");
        assert!(app.nobody.press(&way).page(200).contains("You are booked"));
        assert_eq!(booked(app, &session), 1);
    }

    fn a_number_alone_is_told_that_somebody_rings(app) {
        World::new(app);
        let sent = SENT.replace("email=amina%40example.org", "phone=07700+900123");
        assert!(send(app, "/join", &sent).page(200).contains("We will ring you"));
        assert_eq!(count(app), 0);
    }

    fn a_link_that_is_not_ours_does_nothing(app) {
        app.nobody.get("/join/nothing").page(404);
        app.nobody.press("/join/nothing").page(404);
    }
}
