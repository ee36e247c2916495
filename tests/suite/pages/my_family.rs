//! What is known of a family, as a parent reads and changes it: each form by itself, all that is
//! wrong at once and beside its box.

use chrono::TimeDelta;
use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::my::{browser_of, two_carers};
use super::shows;
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id};

/// The value of a hidden box.
fn version(page: &str) -> String {
    let rest = page.split("name=\"version\" value=\"").nth(1).expect("a version");
    rest.split('"').next().unwrap_or_default().to_owned()
}

both! {
    fn a_parent_reads_its_family(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let home = format!("/api/v1/families/{}", id(&family));
        let child = id(&family["children"][0]);
        let answer = json!({ "subject_id": child, "question": "allergies", "value": "nuts" });
        dana.put(&format!("{home}/answers"), &answer).expect(200);

        let page = browser_of(app, &dana).get("/my/family");
        shows(&page, 200, &["My family", "Robyn", "Born on 1 November 2024", "nuts", "Dana Holt",
            "dana@example.org", "Only Nan Holt can change this.", "M31 4FL",
            "There are things that you cannot change here.", "0161 912 2122"]);
        for word in ["07700 900123", "nan@example.org", "postcode_reason", "target"] {
            assert!(!page.text.contains(word), "{word}: {}", page.text);
        }
    }

    fn a_carer_changes_the_own_name_and_ways_of_contact(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let mut browser = browser_of(app, &dana);
        let path = "/my/family/me";
        let form = browser.get(path);
        shows(&form, 200, &["value=\"Dana Holt\"", "value=\"dana@example.org\""]);
        let number = version(&form.text);

        let wrong = browser.post(path, &format!("version={number}&name=&email=dana&phone=12"));
        shows(&wrong, 422, &["<title>Error: You", "role=\"alert\"", "<a href=\"#name\">Enter your name</a>",
            "<a href=\"#email\">Enter an email address", "<a href=\"#phone\">Enter a phone number",
            "aria-describedby=\"name-error\"", "aria-invalid=\"true\""]);
        let nothing = browser.post(path, &format!("version={number}&name=Dana"));
        shows(&nothing, 422, &["Enter an email address or a phone number"]);

        let body = format!("version={number}&name=Dana+Reed&email=dana@example.org&phone=07700+900456&by_email=yes");
        let saved = browser.post(path, &body);
        assert_eq!((saved.status, saved.header("location")), (303, Some("/my/family?done=saved")), "{}", saved.text);
        let known = dana.get(&format!("/api/v1/families/{}", id(&family))).expect(200);
        let me = &known["carers"][0];
        assert_eq!((&me["name"], &me["phone"], &me["no_text"]), (&json!("Dana Reed"), &json!("07700 900456"), &json!(true)));

        let old = browser.post(path, &body);
        shows(&old, 422, &["Someone changed this while you were here."]);
        let number = version(&old.text);
        let moved = format!("version={number}&name=Dana+Reed&email=new@example.org&by_email=yes");
        let asked = browser.post(path, &moved);
        assert_eq!(asked.header("location"), Some("/my/family?done=address"), "{}", asked.text);
        shows(&browser.get("/my/family?done=address"), 200, &["We have sent an email to new@example.org"]);
    }

    fn what_could_do_harm_asks_her_to_sign_in_again_after_twenty_minutes(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let mut browser = browser_of(app, &dana);
        let number = version(&browser.get("/my/family/me").text);
        app.advance(TimeDelta::minutes(20));
        for path in ["/my/family/me", "/my/family/home", "/my/family/trusted/new", "/my/told", "/my/told.json"] {
            let answer = browser.get(path);
            let to = answer.header("location").unwrap_or_default().to_owned();
            assert!(answer.status == 303 && to.starts_with("/sign-in?next=%2Fmy%2F"), "{path}: {} {to}", answer.status);
        }
        let late = browser.post("/my/family/me", &format!("version={number}&name=Eve&email=eve@example.org"));
        assert_eq!(late.status, 303, "{}", late.text);

        let home = format!("/api/v1/families/{}", id(&family));
        let etag = dana.get(&home).header("etag").expect("an ETag").to_owned();
        let changed = |body: Value| dana.call(Method::PATCH, &home).json(&body).if_match(&etag).send();
        changed(json!({ "postcode": "M31 4FN" })).refused(401, "not_signed_in");
        let adult = json!({ "name": "Eve", "relationship": "friend", "child_ids": [id(&family["children"][0])] });
        dana.post(&format!("{home}/trusted-adults"), &adult).refused(401, "not_signed_in");
        dana.get(&format!("{home}/told")).refused(401, "not_signed_in");
        assert_eq!(dana.get(&home).expect(200)["carers"][0]["name"], "Dana Holt");
        shows(&browser.get("/my"), 200, &["My places"]);
    }

    fn where_she_is_signed_in_is_listed_and_ended(app) {
        let world = World::new(app);
        let (family, here, _) = two_carers(&world);
        let carer = id(&family["carers"][0]);
        let person = Person { family: family["id"].as_str(), carer: Some(&carer), ..Person::default() };
        let elsewhere = app.sign_in(Role::Parent, &person);
        let mut browser = browser_of(app, &elsewhere);
        let page = browser.get("/my/sign-ins");
        shows(&page, 200, &["Where you are signed in", "This is where you are now."]);
        let end = format!("/my/sign-ins/{}/end", here.token().expect("a sign-in"));
        assert_eq!(browser.post(&end, "").status, 404, "another account's");
        here.get("/api/v1/bookings").expect(200);

        let own = format!("/my/sign-ins/{}/end", elsewhere.token().expect("a sign-in"));
        let answer = browser.post(&own, "");
        assert_eq!((answer.status, answer.header("location")), (303, Some("/my/sign-ins")));
        elsewhere.get("/api/v1/bookings").refused(401, "not_signed_in");
    }

    fn where_a_family_lives_is_changed(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let mut browser = browser_of(app, &dana);
        let path = "/my/family/home";
        let number = version(&browser.get(path).text);

        let wrong = browser.post(path, &format!("version={number}&postcode=&address="));
        shows(&wrong, 422, &["<a href=\"#postcode\">Enter your postcode, or tick the box below it</a>"]);
        let saved = browser.post(path, &format!("version={number}&postcode=m33+3aa&address=1+Oak+Road"));
        assert_eq!(saved.header("location"), Some("/my/family?done=saved"), "{}", saved.text);
        let known = dana.get(&format!("/api/v1/families/{}", id(&family))).expect(200);
        assert_eq!((&known["postcode"], &known["address"]), (&json!("M33 3AA"), &json!("1 Oak Road")));
    }

    fn what_is_said_of_a_child_is_for_staff_to_settle(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let child = id(&family["children"][0]);
        let path = format!("/my/family/children/{child}");
        let mut browser = browser_of(app, &dana);
        shows(&browser.get(&path), 200, &["value=\"Robyn\"", "We will check this"]);

        for (sent, says) in [
            ("name=&born_day=1&born_month=11&born_year=2024", "Enter your child’s name"),
            ("name=Robyn&born_day=31&born_month=2&born_year=2024", "Enter a real date"),
            ("name=Robyn&born_day=1&born_month=1&born_year=24", "four numbers"),
            ("name=Robyn&born_day=1&born_month=1&born_year=2027", "That day has not come yet."),
        ] {
            let wrong = browser.post(&path, sent);
            shows(&wrong, 422, &[says, "There is a problem"]);
        }
        let asked = browser.post(&path, "name=Robyn+Holt&born_day=2&born_month=11&born_year=2024");
        assert_eq!(asked.header("location"), Some("/my/family?done=asked"), "{}", asked.text);
        let page = browser.get("/my/family?done=asked");
        shows(&page, 200, &["You asked us to change this.", "Born on 1 November 2024"]);
        let open = world.staff.get("/api/v1/child-requests").expect(200);
        assert_eq!(open["items"][0]["name"], "Robyn Holt");

        let both = browser.post("/my/family/children/new", "name=");
        shows(&both, 422, &["Enter your child’s name", "Say if your child is born"]);
        let new = "name=&is_born=no&due_day=1&due_month=2&due_year=2027";
        assert_eq!(browser.post("/my/family/children/new", new).header("location"), Some("/my/family?done=saved"));
        let page = browser.get("/my/family");
        shows(&page, 200, &["Due on 1 February 2027", "My baby is here"]);

        let other = world.family("Other");
        let strange = format!("/my/family/children/{}", other.children[0]);
        assert_eq!(browser.get(&strange).status, 404);
        assert_eq!(browser.post(&strange, "name=A&born_day=1&born_month=1&born_year=2025").status, 404);
    }

    fn a_trusted_adult_is_named_for_children_and_a_time(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let child = id(&family["children"][0]);
        let mut browser = browser_of(app, &dana);
        let path = "/my/family/trusted/new";
        shows(&browser.get(path), 200, &["Which children may they bring?", "Until when?"]);

        let wrong = browser.post(path, "name=&until_day=1&until_month=1&until_year=2020");
        shows(&wrong, 422, &["<a href=\"#name\">Enter their name</a>", "<a href=\"#relationship\">",
            "<a href=\"#child_0\">Tick at least one child</a>", "<a href=\"#until_day\">Enter a day to come"]);
        let body = format!("name=Parveen&relationship=grandparent&child={child}&until_day=24&until_month=12&until_year=2026");
        assert_eq!(browser.post(path, &body).header("location"), Some("/my/family?done=saved"));
        shows(&browser.get("/my/family"), 200, &["Parveen", "Grandparent", "May bring Robyn", "Until 24 December 2026"]);

        let known = dana.get(&format!("/api/v1/families/{}", id(&family))).expect(200);
        let adult = id(&known["trusted_adults"][0]);
        assert_eq!(known["trusted_adults"][0]["until"], "2026-12-24");
        let remove = format!("/my/family/trusted/{adult}/remove");
        shows(&browser.get(&remove), 200, &["Take this adult off?", "Parveen"]);
        assert_eq!(browser.post(&remove, "").status, 303);
        assert_eq!(browser.post(&remove, "").status, 404);

        assert_eq!(browser.post(path, &body).status, 303);
        app.set_clock("2026-12-25T10:00:00Z");
        let after = dana.get(&format!("/api/v1/families/{}", id(&family))).expect(200);
        assert_eq!(after["trusted_adults"], json!([]), "its time is over");
    }

    fn questions_are_answered_one_by_one(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let (home, child, nan) = (id(&family), id(&family["children"][0]), id(&family["carers"][1]));
        let mut browser = browser_of(app, &dana);

        let allergies = format!("/my/family/questions/{child}/allergies");
        shows(&browser.get(&allergies), 200, &["Allergies: Robyn", "So that your child is safe when there is food."]);
        assert_eq!(browser.post(&allergies, "value=nuts").header("location"), Some("/my/family?done=saved"));
        let long = browser.post(&allergies, &format!("value={}", "n".repeat(201)));
        shows(&long, 422, &["<a href=\"#value\">"]);
        let cards = format!("/my/family/questions/{home}/birthday_cards");
        shows(&browser.get(&cards), 200, &["Do you want birthday cards?", "type=\"radio\""]);
        assert_eq!(browser.post(&cards, "value=no").status, 303);
        shows(&browser.post(&cards, "value=maybe"), 422, &["<a href=\"#value_0\">"]);
        shows(&browser.get("/my/family"), 200, &["nuts"]);

        for unknown in [format!("/my/family/questions/{nan}/interpreter"), format!("/my/family/questions/{child}/none")] {
            assert_eq!(browser.get(&unknown).status, 404);
            assert_eq!(browser.post(&unknown, "value=Urdu").status, 404);
        }
    }

    fn stopping_is_asked_first_and_can_be_taken_back(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let path = format!("/api/v1/families/{}", id(&family));
        let standing = || dana.get(&path).expect(200)["membership"]["status"].clone();
        let mut browser = browser_of(app, &dana);

        shows(&browser.get("/my/family/leave"), 200, &["Stop being a member?", "You can still book and come."]);
        assert_eq!(standing(), "member");
        assert_eq!(browser.post("/my/family/leave", "").header("location"), Some("/my/family?done=not-a-member"));
        assert_eq!(standing(), "opted_out");
        shows(&browser.get("/my/family"), 200, &["Be a member again"]);
        assert_eq!(browser.post("/my/family/join-again", "").header("location"), Some("/my/family?done=member"));
        assert_eq!(standing(), "member");
    }

    fn what_she_told_us_holds_nothing_that_others_stated(app) {
        let world = World::new(app);
        let (family, dana, nan) = two_carers(&world);
        let home = format!("/api/v1/families/{}", id(&family));
        let child = id(&family["children"][0]);
        let says = |who: &crate::support::client::Client, question: &str, value: &str| {
            let answer = json!({ "subject_id": child, "question": question, "value": value });
            who.put(&format!("{home}/answers"), &answer).expect(200);
        };
        says(&dana, "allergies", "nuts");
        says(&nan, "access_needs", "a ramp");
        says(&world.staff, "photos", "no");
        let adult = |name: &str| json!({ "name": name, "relationship": "friend", "child_ids": [child] });
        dana.post(&format!("{home}/trusted-adults"), &adult("Mine")).expect(201);
        nan.post(&format!("{home}/trusted-adults"), &adult("Theirs")).expect(201);

        let told = dana.get(&format!("{home}/told")).expect(200);
        assert_eq!(told["carer"]["name"], "Dana Holt");
        assert_eq!(told["answers"].as_array().map(Vec::len), Some(1), "{told}");
        assert_eq!(told["trusted_adults"].as_array().map(Vec::len), Some(1), "{told}");
        let mut browser = browser_of(app, &dana);
        for (page, kind) in [("/my/told", "text/html; charset=utf-8"), ("/my/told.json", "application/json")] {
            let page = browser.get(page);
            assert_eq!((page.status, page.header("content-type")), (200, Some(kind)));
            assert!(page.text.contains("nuts") && page.text.contains("Mine"), "{}", page.text);
            for word in ["a ramp", "Theirs", "Nan", "photo"] {
                assert!(!page.text.contains(word), "{word}: {}", page.text);
            }
        }
        world.family("Other").parent.get(&format!("{home}/told")).refused(404, "not_found");
        world.staff.get(&format!("{home}/told")).refused(403, "not_allowed");
    }

    fn everything_held_is_asked_for_once_and_is_due_in_a_month(app) {
        let world = World::new(app);
        let (family, dana, _) = two_carers(&world);
        let browser = || browser_of(app, &dana);
        shows(&browser().get("/my/told"), 200, &["Ask for everything we hold"]);
        for _ in 0..2 {
            let asked = browser().post("/my/told/everything", "");
            assert_eq!(asked.header("location"), Some("/my/told"), "{}", asked.text);
            app.advance(TimeDelta::minutes(5));
        }
        shows(&browser().get("/my/told"), 200, &["We will send it to you by 16 December 2026."]);
        let path = format!("/api/v1/families/{}/record-requests", id(&family));
        assert_eq!(dana.post(&path, &json!({})).expect(202)["answer_by"], "2026-12-16");

        let tasks = world.staff.get("/api/v1/tasks?kind=record_asked").expect(200);
        let tasks = tasks["items"].as_array().expect("a list");
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        assert_eq!((&tasks[0]["family_id"], &tasks[0]["until"]), (&family["id"], &json!("2026-12-16T00:00:00Z")));
        world.staff.post(&format!("/api/v1/tasks/{}/calls", id(&tasks[0])), &json!({ "outcome": "spoke" })).expect(200);
        shows(&browser().get("/my/told"), 200, &["Ask for everything we hold"]);
    }
}
