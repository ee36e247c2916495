//! A register taken on a phone without a script, by the forms of our own pages only.

use chrono::TimeDelta;
use serde_json::{Value, json};
use ureq::http::Method;

use super::browser::{Browser, account};
use crate::support::app::{TestApp, both};
use crate::support::world::{Family, World, id};

/// Staff who signed in and have a session on, five minutes in.
fn at_the_door(app: &TestApp) -> (World<'_>, String, Browser<'_>) {
    let (world, session, _, browser) = with_families(app, &[]);
    (world, session, browser)
}

/// The same, with families that have a place: an adult's name, and when the children were born.
fn with_families<'a>(
    app: &'a TestApp,
    come: &[(&str, &[&str])],
) -> (World<'a>, String, Vec<Family>, Browser<'a>) {
    let world = World::new(app);
    account(app, "staff", &world.centre);
    let activity = world.activity(json!({}));
    let session = world.session(json!({ "activity_id": activity }));
    let families: Vec<Family> =
        come.iter().map(|(name, born_on)| world.family_of(name, born_on)).collect();
    for family in &families {
        family.books(&session).expect(201);
    }
    app.set_clock("2026-11-23T10:05:00Z");
    let mut browser = Browser::new(app);
    browser.signs_in("staff@hubs.example", "/registers");
    (world, session, families, browser)
}

/// The value of the first hidden field of a name after a mark in the page.
fn hidden<'t>(page: &'t str, after: &str, name: &str) -> &'t str {
    let start = page.find(after).unwrap_or_else(|| panic!("no {after}: {page}"));
    let field = format!("name=\"{name}\" value=\"");
    let at = start + page[start..].find(&field).expect("the field") + field.len();
    page[at..].split('"').next().expect("its end")
}

fn register(world: &World, session: &str) -> Value {
    world.staff.get(&format!("/api/v1/sessions/{session}/register")).expect(200)
}

both! {
    fn a_register_is_taken_on_a_phone(app) {
        let world = World::new(app);
        account(app, "front_desk", &world.centre);
        let activity = world.activity(json!({}));
        let session = world.session(json!({ "activity_id": activity }));
        world.family("Holder").books(&session).expect(201);
        app.set_clock("2026-11-23T10:05:00Z");

        let mut browser = Browser::new(app);
        browser.signs_in("front_desk@hubs.example", "/registers");
        let day = browser.get("/registers");
        assert!(day.text.contains(&format!("href=\"/registers/{session}\"")), "{}", day.text);

        assert!(day.text.contains("href=\"/registers?day=2026-11-24\""), "{}", day.text);
        let next = browser.get("/registers?day=2026-11-24");
        assert!(next.status == 200 && !next.text.contains(&session), "{}", next.text);
        assert_eq!(browser.get("/registers?day=tomorrow").text.matches(&session).count(), 1);

        let path = format!("/registers/{session}");
        let page = browser.get(&path);
        assert_eq!(page.status, 200, "{}", page.text);
        for word in ["0 of 1 marked", "Came", "Did not come", "Complete the register"] {
            assert!(page.text.contains(word), "no {word}: {}", page.text);
        }
        let [form, family, at] =
            ["form", "family", "at"].map(|name| hidden(&page.text, "class=\"party", name));
        let body = format!("form={form}&family={family}&at={at}&mark=came");
        let gone = browser.send(Method::POST, &path, Some(("cross-site", &body)));
        assert_eq!(gone.status, 403, "{}", gone.text);
        assert_eq!(register(&world, &session)["room"]["inside"]["children"], 0);

        // Pressed twice, the second a moment later, it is pressed once.
        let location = format!("{path}?said={at}#{at}");
        for _ in 0..2 {
            let marked = browser.post(&path, &body);
            assert_eq!((marked.status, marked.header("location")), (303, Some(location.as_str())), "{}", marked.text);
            app.advance(TimeDelta::milliseconds(400));
        }
        assert_eq!(register(&world, &session)["room"]["inside"]["children"], 1);

        let walk_in = "form=w1&how=member&mark=came&name=Ada+Moss&phone=07700900123\
                       &postcode=M33+3AA&child_name=Zo%C3%AB+Moss&born_day=27&born_month=3&born_year=2025&at=walk-in";
        assert_eq!(browser.post(&path, walk_in).status, 303);
        let counted = "form=h1&how=head_count&adults=1&children=2&at=walk-in";
        assert_eq!(browser.post(&path, counted).status, 303);
        let wrong = browser.post(&path, "form=w2&how=number&number=12345678&mark=came&at=walk-in");
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        assert!(wrong.text.contains("There is a problem"), "{}", wrong.text);
        let room = &register(&world, &session)["room"];
        assert_eq!((&room["inside"]["children"], &room["head_count"]["children"]), (&json!(2), &json!(2)));

        let done = browser.post(&format!("{path}/complete"), "");
        assert_eq!(done.status, 303, "{}", done.text);
        assert_eq!(register(&world, &session)["state"], "complete");
    }

    fn a_volunteer_lets_a_guest_in_and_makes_no_member(app) {
        let world = World::new(app);
        account(app, "volunteer", &world.centre);
        let session = world.session(json!({}));
        let hands = format!("/api/v1/sessions/{session}/register/handover");
        let volunteer = world.staff.get(&hands).expect(200)["items"][0]["account_id"].clone();
        world.staff.post(&hands, &json!({ "account_id": volunteer })).expect(200);
        app.set_clock("2026-11-23T10:05:00Z");

        let mut browser = Browser::new(app);
        browser.signs_in("volunteer@hubs.example", "/registers");
        let path = format!("/registers/{session}");
        let page = browser.get(&path).text;
        assert!(page.contains("A guest, who does not want to join"), "{page}");
        assert!(!page.contains("A new family") && !page.contains("Complete the register"), "{page}");
        let guest = "form=g1&how=guest&mark=came&guest_child=Zo%C3%AB&guest_born_month=3\
                     &guest_born_year=25&at=walk-in";
        assert_eq!(browser.post(&path, guest).status, 303);
        assert_eq!(register(&world, &session)["room"]["inside"]["children"], 1);
        // What no page of ours sends: a header in the way back, and a NUL.
        let back = browser.post(&path, "form=h1&how=head_count&children=1&at=walk-in%0D%0AX:+y");
        let location = format!("{path}?said=walk-inXy#walk-inXy");
        assert_eq!((back.status, back.header("location")), (303, Some(location.as_str())));
        assert_eq!(browser.post(&path, "form=n1&family=%00&mark=came&at=walk-in").status, 422);
        app.set_clock("2026-11-23T11:30:00Z");
        browser.signs_in("volunteer@hubs.example", "/registers");
        assert_eq!(browser.get(&path).status, 404);
        assert!(!browser.get("/registers").text.contains(&session));
    }

    fn an_outdated_form_is_shown_again_with_what_was_typed(app) {
        let (world, session, mut browser) = at_the_door(app);
        let path = format!("/registers/{session}");
        let inside = || register(&world, &session)["room"]["inside"]["children"].clone();
        let walk_in = |form: &str, child: &str| {
            format!(
                "form={form}&how=guest&mark=came&guest_child={child}&guest_born_day=27\
                 &guest_born_month=3&guest_born_year=2025&at=walk-in"
            )
        };
        assert_eq!(browser.post(&path, &walk_in("g1", "Ada+Moss")).status, 303);

        // Back in the browser, and another child in the same form.
        let old = browser.post(&path, &walk_in("g1", "Bo+Moss"));
        assert_eq!(old.status, 409, "{}", old.text);
        assert!(old.text.contains("This page was out of date. Please press again."), "{}", old.text);
        assert!(old.text.contains("value=\"Bo Moss\"") && !old.text.contains("client id"));
        assert_eq!(inside(), 1);
        let fresh = hidden(&old.text, "A guest", "form");
        assert_eq!(browser.post(&path, &walk_in(fresh, "Bo+Moss")).status, 303);
        assert_eq!(inside(), 2);
    }

    fn a_form_that_was_refused_keeps_what_was_typed(app) {
        let (_, session, mut browser) = at_the_door(app);
        let path = format!("/registers/{session}");
        for (form, says, kept) in [
            ("form=n0&how=number&mark=came&number=", "#number\">Type the number on the card", &[][..]),
            ("form=n1&how=number&mark=came&number=12345678", "membership number is wrong", &["12345678"]),
            (
                "form=m1&how=member&mark=came&name=Ada+Moss&phone=07700900123&postcode=M33+3AA\
                 &child_name=Zo%C3%AB+Moss&born_day=27&born_month=March&born_year=2027",
                "#born_day\">Enter the day the child was born",
                &["Ada Moss", "07700900123", "M33 3AA", "Zoë Moss", "27", "March", "2027"],
            ),
            ("form=m2&how=member&mark=came&name=Ada", "#phone\">Enter a phone number or", &["Ada"]),
            ("form=g1&how=guest&mark=came&guest_name=Ada", "#guest_child\">Enter the child", &["Ada"]),
            ("form=h1&how=head_count&adults=two&children=3", "#adults\">Enter a whole", &["two", "3"]),
        ] {
            let refused = browser.post(&path, &format!("{form}&at=walk-in"));
            assert_eq!(refused.status, 422, "{form}: {}", refused.text);
            assert!(refused.text.contains("There is a problem"), "{form}: {}", refused.text);
            assert!(refused.text.contains(says), "{form}: {}", refused.text);
            for value in kept {
                let field = format!("value=\"{value}\"");
                assert_eq!(refused.text.matches(&field).count(), 1, "{field}: {}", refused.text);
            }
        }
    }

    fn a_line_names_the_child_first_and_shows_what_was_pressed(app) {
        let come: [(&str, &[&str]); 2] =
            [("Ada Lovelace", &["2024-03-01", "2025-06-01"]), ("Bea Moss", &["2025-01-01"])];
        let (_, session, families, mut browser) = with_families(app, &come);
        let [ada, bea] = [&families[0], &families[1]];
        let path = format!("/registers/{session}");
        let line = |page: &str, family: &str| {
            let start = page.find(&format!("id=\"f-{family}\"")).expect("the line");
            page[start..].split("</form>").next().expect("its end").to_owned()
        };

        let page = browser.get(&path).text;
        let of_bea = line(&page, &bea.id);
        assert!(page.contains("0 of 2 marked"), "{page}");
        assert!(of_bea.find("<h2>").expect("a heading") < of_bea.find("<p>with Bea").expect("an adult"), "{of_bea}");
        assert_eq!(of_bea.matches("aria-pressed=\"true\"").count(), 0, "{of_bea}");

        browser.post(&path, &format!("form=a&family={}&at=f-{}&mark=late", bea.id, bea.id));
        let marked = browser.get(&format!("{path}?said=f-{}", bea.id)).text;
        let of_bea = line(&marked, &bea.id);
        assert!(marked.contains("1 of 2 marked") && marked.contains(": late.</p>"), "{marked}");
        assert_eq!(of_bea.matches("aria-pressed=\"true\"").count(), 1, "{of_bea}");

        // One of two children: the family is not marked yet, and says which is.
        let one = format!("form=b&family={}&at=f-{}&mark=came|{}|", ada.id, ada.id, ada.children[0]);
        assert_eq!(browser.post(&path, &one).status, 303);
        let page = browser.get(&path).text;
        let of_ada = line(&page, &ada.id);
        assert!(page.contains("1 of 2 marked") && of_ada.contains("not marked</p>"), "{of_ada}");
        assert_eq!(of_ada.matches("aria-pressed=\"true\"").count(), 1, "{of_ada}");

        let left = browser.get(&format!("{path}?show=unmarked")).text;
        assert!(left.contains(&ada.id) && !left.contains(&format!("f-{}", bea.id)), "{left}");
        let found = browser.get(&format!("{path}?q=MOS")).text;
        assert!(found.contains(&bea.id) && !found.contains(&format!("f-{}", ada.id)), "{found}");
        let nobody = browser.get(&format!("{path}?q=zzz")).text;
        assert!(nobody.contains("Nobody of that name."), "{nobody}");
        // A mark leads back to what was looked for.
        let body = format!("form=c&family={}&at=f-{}&mark=came", bea.id, bea.id);
        let back = browser.post(&format!("{path}?q=MOS"), &body);
        let location = format!("{path}?q=MOS&said=f-{0}#f-{0}", bea.id);
        assert_eq!(back.header("location"), Some(location.as_str()));
    }

    fn before_the_day_only_told_us_is_offered_and_nothing_completed(app) {
        let world = World::new(app);
        account(app, "staff", &world.centre);
        let activity = world.activity(json!({}));
        let session = world.session(json!({ "activity_id": activity }));
        let family = world.family("Holder");
        family.books(&session).expect(201);
        let mut browser = Browser::new(app);
        browser.signs_in("staff@hubs.example", "/registers");
        let path = format!("/registers/{session}");
        let page = browser.get(&path).text;
        assert!(page.contains(">Told us<") && !page.contains(">Came<"), "{page}");
        assert!(!page.contains("here now") && !page.contains("Complete the register"), "{page}");
        let told = format!("form=t&family={}&mark=told_us&at=x", family.id);
        assert_eq!(browser.post(&path, &told).status, 303);
        assert_eq!(register(&world, &session)["parties"][0]["children"][0]["mark"]["mark"], "told_us");
    }

    fn staff_see_on_a_complete_register_what_came_in_late(app) {
        let come: [(&str, &[&str]); 1] = [("Holder", &["2025-01-01"])];
        let (_, session, families, mut browser) = with_families(app, &come);
        let family = &families[0];
        let path = format!("/registers/{session}");
        let page = browser.get(&path).text;
        let field = "data-permit=\"";
        let at = page.find(field).expect("a permit") + field.len();
        let permit = page[at..].split('"').next().expect("its end");
        assert_eq!(browser.post(&format!("{path}/complete"), "unmarked=did_not_come").status, 303);
        assert!(!browser.get(&path).text.contains("came in after"));

        let mark = json!({ "client_id": "q1", "at": "2026-11-23T10:01:00Z", "family_id": family.id, "mark": "came" });
        let body = json!({ "permit": permit, "device": "phone", "marks": [mark] });
        app.advance(TimeDelta::hours(2));
        let sent = app.nobody.post(&format!("/api/v1/sessions/{session}/register/late-marks"), &body);
        assert_eq!(sent.expect(200)["marks"][0]["outcome"], "ok");
        browser.signs_in("staff@hubs.example", "/registers");
        let page = browser.get(&path).text;
        assert!(page.contains("Came in after the register was completed"), "{page}");
    }

    fn a_roll_call_names_everybody_inside(app) {
        let come: [(&str, &[&str]); 2] =
            [("Ada Lovelace", &["2025-01-01"]), ("Bea Moss", &["2025-01-01"])];
        let (world, session, families, mut browser) = with_families(app, &come);
        let in_it = &families[0];
        let path = format!("/registers/building/{}", world.centre);
        assert!(browser.get(&path).text.contains("Nobody is marked as here."));
        browser.post(&format!("/registers/{session}"), &format!("form=a&family={}&mark=came&at=x", in_it.id));
        let page = browser.get(&path).text;
        assert!(page.contains("1 child, 1 adult") && page.contains("Ada Lovelace"), "{page}");
        assert!(page.contains("type=\"checkbox\"") && !page.contains("Bea Moss"), "{page}");
        assert_eq!(Browser::new(app).get(&path).status, 303);
        account(app, "volunteer", &world.centre);
        let mut volunteer = Browser::new(app);
        volunteer.signs_in("volunteer@hubs.example", "/registers");
        assert_eq!(volunteer.get(&path).status, 403);
    }

    fn who_signs_out_at_work_leaves_the_marks_of_the_device(app) {
        let (_, _, mut browser) = at_the_door(app);
        let out = browser.post("/sign-out", "");
        assert_eq!((out.status, out.header("clear-site-data")), (303, None), "{}", out.text);
    }

    fn a_register_of_another_centre_is_not_there(app) {
        let world = World::new(app);
        let other = json!({ "name": "Urmston", "phone": "0161 912 0000" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &other).expect(201));
        account(app, "front_desk", &elsewhere);
        let activity = world.activity(json!({}));
        let session = world.session(json!({ "activity_id": activity }));
        let mut browser = Browser::new(app);
        browser.signs_in("front_desk@hubs.example", "/registers");
        assert_eq!(browser.get(&format!("/registers/{session}")).status, 404);
        assert!(!browser.get("/registers").text.contains(&session));
    }
}
