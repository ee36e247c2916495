//! A professional's day on pages: a family first, then a window, then the form; and what became of it.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::areas::trafford;
use crate::support::app::both;
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::{World, id, merged};

/// A form that a page of ours sends, as the browser of somebody who signed in.
pub fn send(who: &Client, path: &str, form: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let cookie = format!("firstplace={}", who.token().unwrap_or_default());
    who.call(Method::POST, path)
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .raw(body.into_bytes())
        .send()
}

/// Where an answer leads.
#[track_caller]
pub fn led(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.header("location").expect("a way on").to_owned()
}

/// A family by its names, with these answers changed.
pub fn by_names<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("how", "names"),
        ("child_name_0", "Rory Webb"),
        ("child_born_0_day", "7"),
        ("child_born_0_month", "7"),
        ("child_born_0_year", "2024"),
        ("postcode", "M31 4FL"),
        ("adult", "Una Webb"),
        ("email", "una.webb@example.org"),
        ("member", "yes"),
    ];
    form.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    form.extend(changed);
    form
}

/// The form of a referral as it is sent.
pub fn agreed(child: &str) -> Vec<(&str, &str)> {
    vec![
        ("asks_who", "yes"),
        ("child", child),
        ("adults", "1"),
        ("agreed_on_day", "15"),
        ("agreed_on_month", "11"),
        ("agreed_on_year", "2026"),
        ("agreed_how", "in person"),
        ("reason", "isolated"),
        ("tell_outcome", "yes"),
        ("if_full", "wait"),
    ]
}

/// The statement in an address.
fn family_of(path: &str) -> String {
    let (_, rest) = path.split_once("family=").expect("a family");
    rest.split('&').next().expect("its id").to_owned()
}

/// Names a family on the page; returns its statement.
fn names(who: &Client, changed: &[(&str, &str)]) -> String {
    family_of(&led(&send(who, "/refer", &by_names(changed))))
}

fn referrals(who: &Client, query: &str) -> Vec<Value> {
    let listed = who.get(&format!("/api/v1/referrals{query}")).expect(200);
    listed["items"].as_array().expect("a list").clone()
}

both! {
    fn a_family_is_named_a_window_chosen_and_the_form_sent(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("health");

        let home = visitor.open("/referrals");
        assert!(home.text.contains("Your team has made no referral yet."), "{}", home.text);
        let family = names(&visitor, &[]);
        let windows = visitor.open(&format!("/refer?family={family}"));
        let form = format!("/refer/{session}?family={family}");
        assert!(windows.text.contains(&format!("href=\"{form}\"")), "{}", windows.text);
        assert!(windows.text.contains("8 places left"), "{}", windows.text);

        let page = visitor.open(&form);
        let child = format!("{family}.0");
        for part in ["Rory Webb", "Una Webb", "Isolated or new to the area", "value=\"16\"", child.as_str()] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        let one = led(&send(&visitor, &form, &agreed(&child)));
        let shown = visitor.open(&one);
        for part in ["Rory Webb, with Una Webb: Booked", "Stay and Play", "Same session, next family"] {
            assert!(shown.text.contains(part), "{part}: {}", shown.text);
        }
        let home = visitor.open("/referrals");
        assert!(home.text.contains("Rory Webb, with Una Webb") && home.text.contains(&one), "{}", home.text);
        let made = &referrals(&visitor, "")[0];
        assert_eq!(made["session"]["title"], "Stay and Play");
        assert_eq!((&made["reason"], &made["agreed_on"]), (&json!("isolated"), &json!("2026-11-15")));
        assert_eq!(made["family"]["carers"], json!(["Una Webb"]));
        // Pressed twice it is one referral.
        assert_eq!(led(&send(&visitor, &form, &agreed(&child))), one);

        assert_eq!(led(&send(&visitor, &format!("{one}/withdraw"), &[])), one);
        let shown = visitor.open(&one);
        assert!(shown.text.contains("Una Webb: Withdrawn"), "{}", shown.text);
        assert!(!shown.text.contains("Withdraw this referral"));
    }

    fn the_next_family_for_the_same_session_keeps_what_does_not_change(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("health");
        let family = names(&visitor, &[]);
        let child = format!("{family}.0");
        let mut sent = agreed(&child);
        sent.retain(|(name, _)| !["agreed_how", "reason", "tell_outcome"].contains(name));
        sent.extend([("agreed_how", "by phone"), ("reason", "feeding")]);
        let one = led(&send(&visitor, &format!("/refer/{session}?family={family}"), &sent));
        let referral = one.rsplit('/').next().expect("an id");

        let next = format!("/refer?session={session}&same={referral}");
        assert!(visitor.open(&one).text.contains(&next.replace('&', "&amp;")), "{}", visitor.open(&one).text);
        let page = visitor.open(&next);
        assert!(page.text.contains(&format!("action=\"{}\"", next.replace('&', "&amp;"))), "{}", page.text);
        let other = by_names(&[("child_name_0", "Ivy Moss"), ("adult", "Ada Moss"), ("email", "ada.moss@example.org")]);
        let form = led(&send(&visitor, &next, &other));
        assert!(form.starts_with(&format!("/refer/{session}?family=")), "{form}");
        let page = visitor.open(&form);
        for kept in ["value=\"feeding\" selected", "value=\"by phone\" checked"] {
            assert!(page.text.contains(kept), "{kept}: {}", page.text);
        }
        assert!(!page.text.contains("name=\"tell_outcome\" value=\"yes\" checked"), "{}", page.text);
        // Another team's answers are none of theirs.
        let other_team = world.professional("health");
        let own = names(&other_team, &[]);
        let taken = other_team.open(&format!("/refer/{session}?family={own}&same={referral}"));
        assert_eq!(taken.status, 404, "{}", taken.text);
    }

    fn a_family_is_found_by_name_by_its_own_team_alone_and_any_other_by_its_card(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let (visitor, other) = (world.professional("health"), world.professional("jobcentre"));
        let family = names(&visitor, &[("reference", "HV 12")]);
        for line in ["webb", "rory", "m31%204fl", "hv%2012"] {
            let found = visitor.open(&format!("/refer?q={line}"));
            assert!(found.text.contains(&format!("/refer?family={family}")), "{line}: {}", found.text);
            let none = other.open(&format!("/refer?q={line}"));
            assert!(!none.text.contains(&family) && none.text.contains("None of that name"), "{}", none.text);
        }
        for path in [format!("/refer?family={family}"), format!("/refer/{session}?family={family}")] {
            assert_eq!(other.open(&path).status, 404, "{path}");
        }

        let member = world.family("Ada");
        let shown = world.staff.get(&format!("/api/v1/families/{}", member.id)).expect(200);
        let number = shown["membership"]["number"].as_str().expect("a number");
        let card = |born: &'static str| {
            [("how", "card"), ("card_born_day", born), ("card_born_month", "11"), ("card_born_year", "2025")]
        };
        let sent = [&card("1")[..], &[("number", number)]].concat();
        let way = led(&send(&other, "/refer", &sent));
        let page = other.open(&way);
        assert!(page.text.contains("A child born 1 November 2025"), "{}", page.text);
        assert!(!page.text.contains("Ada"), "the card's holder is not named: {}", page.text);
        let wrong = [&card("2")[..], &[("number", number)]].concat();
        let refused = send(&other, "/refer", &wrong);
        assert_eq!(refused.status, 422, "{}", refused.text);
        assert!(refused.text.contains("No card has this number"), "{}", refused.text);
    }

    fn the_family_says_whether_it_wants_to_be_a_member(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let stated = |family: &str| visitor.get(&format!("/api/v1/families/{family}")).expect(200);
        let no = names(&visitor, &[("member", "no")]);
        assert!(stated(&no)["said_no_at"].is_string());
        assert!(visitor.open(&format!("/refer?family={no}")).text.contains("does not want to be a member"));

        let yes = names(&visitor, &[("child_name_0", "Ivy Moss"), ("adult", "Ada Moss"), ("email", "ada.moss@example.org")]);
        assert!(stated(&yes)["said_no_at"].is_null());
        let back = led(&send(&visitor, &format!("/refer/families/{yes}/no"), &[]));
        assert_eq!(back, format!("/refer?family={yes}"));
        assert!(stated(&yes)["said_no_at"].is_string());
        let other = world.professional("health");
        assert_eq!(send(&other, &format!("/refer/families/{yes}/no"), &[]).status, 404);
    }

    fn all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let visitor = world.professional("jobcentre");
        let empty = send(&visitor, "/refer", &[("how", "names"), ("adult", "Una Webb")]);
        assert_eq!(empty.status, 422);
        for field in ["#child_born_0_day", "#postcode", "#member_yes"] {
            assert!(empty.text.contains(&format!("href=\"{field}\"")), "{field}: {}", empty.text);
        }
        assert!(empty.text.contains("value=\"Una Webb\""), "{}", empty.text);
        let card = send(&visitor, "/refer", &[("how", "card"), ("number", "12345678")]);
        assert!(card.status == 422 && card.text.contains("href=\"#number\"") && card.text.contains("href=\"#card_born_day\""), "{}", card.text);
        for (name, typed, field) in [
            ("phone", "1", "phone"),
            ("email", "x", "email"),
            ("postcode", "nowhere", "postcode"),
            ("child_born_0_year", "1985", "child_born_0_day"),
            ("child_born_0_year", "2029", "child_born_0_day"),
        ] {
            let refused = send(&visitor, "/refer", &by_names(&[(name, typed)]));
            assert_eq!(refused.status, 422, "{name}: {}", refused.text);
            assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{name}: {}", refused.text);
        }

        let family = names(&visitor, &[]);
        let form = format!("/refer/{session}?family={family}");
        let refused = send(&visitor, &form, &[("asks_who", "yes"), ("adults", "x")]);
        assert_eq!(refused.status, 422);
        for field in ["#agreed_on_day", "#agreed_how_0", "#reason", "#adults", "#child_0"] {
            assert!(refused.text.contains(&format!("href=\"{field}\"")), "{field}: {}", refused.text);
        }
        assert_eq!(referrals(&visitor, ""), Vec::<Value>::new());
        // Groups that this kind of agency may not state are not offered, and refused where sent.
        let page = visitor.open(&form);
        assert!(page.text.contains("value=\"workless\"") && !page.text.contains("value=\"cp_plan\""), "{}", page.text);
        let child = format!("{family}.0");
        let sent = [agreed(&child), vec![("group", "cp_plan")]].concat();
        let refused = send(&visitor, &form, &sent);
        assert!(refused.status == 422 && refused.text.contains("href=\"#group_0\""), "{}", refused.text);
        let later = [agreed(&child), vec![]].concat();
        let later: Vec<_> = later.into_iter().map(|(name, value)| (name, if name == "agreed_on_day" { "17" } else { value })).collect();
        let refused = send(&visitor, &form, &later);
        assert!(refused.status == 422 && refused.text.contains("href=\"#agreed_on_day\""), "{}", refused.text);
    }

    fn windows_that_fit_and_are_open_are_listed_page_by_page(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let titled = |title: &str, changed: Value| world.activity(merged(json!({ "title": title }), changed));
        let at = |activity: &str, changed: Value| world.session(merged(json!({ "activity_id": activity }), changed));
        at(&titled("Babies", json!({ "ages": { "unit": "months", "min": 0, "max": 12 } })), json!({}));
        at(&titled("Turn Up", json!({ "access": "drop_in" })), json!({}));
        at(&titled("Not Yet", json!({})), json!({ "referrals_open_at": "2026-11-17T09:00:00Z", "public_release_at": "2026-11-18T09:00:00Z" }));
        let only = titled("Referred Only", json!({ "access": "referral_only" }));
        at(&only, json!({ "public_release_at": null }));
        at(&titled("Grown Ups", json!({ "adults_only": true })), json!({}));
        world.draft(json!({ "activity_id": titled("Draft", json!({})) }));
        let family = names(&visitor, &[]);
        let page = visitor.open(&format!("/refer?family={family}")).text;
        for (title, is_there) in [("Babies", false), ("Turn Up", false), ("Not Yet", false), ("Draft", false), ("Referred Only", true), ("Grown Ups", true)] {
            assert_eq!(page.contains(title), is_there, "{title}: {page}");
        }
        let many = titled("Many", json!({}));
        for day in 10..30 {
            at(&many, json!({ "starts_at": format!("2027-01-{day}T10:00:00Z"), "ends_at": format!("2027-01-{day}T11:00:00Z") }));
        }
        let first = visitor.open(&format!("/refer?family={family}")).text;
        assert_eq!(first.matches("<li class=\"card\">").count(), 20, "{first}");
        let second = visitor.open(&format!("/refer?family={family}&page=2")).text;
        assert_eq!(second.matches("<li class=\"card\">").count(), 2, "{second}");
        assert!(first.contains("Next page") && !second.contains("Next page"));
    }

    fn what_is_nearest_to_the_stated_postcode_stands_first(app) {
        trafford(app);
        let world = World::new(app);
        let visitor = world.professional("health");
        let centre = |name: &str, postcode: &str| {
            id(&world.admin.post("/api/v1/centres", &json!({ "name": name, "postcode": postcode })).expect(201))
        };
        let staff = app.as_role(Role::Staff);
        let at = |centre: &str, hour: u32| {
            let activity = json!({ "title": "Stay and Play", "centre_id": centre, "access": "book",
                "unit": "families", "capacity": 8, "ages": { "unit": "months", "min": 0, "max": 60 } });
            let activity = id(&staff.post("/api/v1/activities", &activity).expect(201));
            let body = json!({ "activity_id": activity, "centre_id": centre,
                "starts_at": format!("2026-11-24T{hour:02}:00:00Z"), "ends_at": format!("2026-11-24T{hour:02}:45:00Z"),
                "referrals_open_at": "2026-11-02T09:00:00Z", "public_release_at": "2026-11-09T09:00:00Z" });
            let made = id(&staff.post("/api/v1/sessions", &body).expect(201));
            staff.post(&format!("/api/v1/sessions/{made}/announce"), &json!({})).expect(200);
            made
        };
        let far = at(&centre("Sale", "M33 4AW"), 9);
        let near = at(&centre("Partington", "M31 4BD"), 15);
        let first = |family: &str| {
            let page = visitor.open(&format!("/refer?family={family}")).text;
            let place = |session: &str| page.find(&format!("/refer/{session}")).unwrap_or_else(|| panic!("no {session}: {page}"));
            if place(&near) < place(&far) { "near" } else { "far" }
        };
        let stated = names(&visitor, &[]);
        assert_eq!(first(&stated), "near");
        assert!(visitor.open(&format!("/refer?family={stated}")).text.contains(" miles"));
        // Where no postcode was stated nothing is known of where the family lives.
        let form = [("postcode", ""), ("no_postcode", "yes"), ("child_name_0", "Ivy Moss"), ("email", "ada.moss@example.org")];
        assert_eq!(first(&names(&visitor, &form)), "far");
    }

    fn an_adult_is_referred_to_a_session_for_adults_without_the_children(app) {
        let world = World::new(app);
        let visitor = world.professional("health");
        let adults = world.activity(json!({ "title": "Grown Ups", "adults_only": true }));
        let session = world.session(json!({ "activity_id": adults }));
        let family = names(&visitor, &[]);
        let form = format!("/refer/{session}?family={family}");
        assert!(!visitor.open(&form).text.contains("Who comes?"));
        let mut sent = agreed("");
        sent.retain(|(name, _)| !["asks_who", "child"].contains(name));
        led(&send(&visitor, &form, &sent));
        assert_eq!((&referrals(&visitor, "")[0]["children"], &referrals(&visitor, "")[0]["adults"]), (&json!(0), &json!(1)));
    }

    fn what_is_full_or_closed_says_what_can_still_be_done(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 1 }));
        world.family("Holder").books(&session).expect(201);
        let visitor = world.professional("health");
        let family = names(&visitor, &[]);
        let (form, child) = (format!("/refer/{session}?family={family}"), format!("{family}.0"));
        let mut refuse = agreed(&child);
        refuse.retain(|(name, _)| *name != "if_full");
        refuse.push(("if_full", "refuse"));
        let refused = send(&visitor, &form, &refuse);
        assert!(refused.status == 409 && refused.text.contains("href=\"#if_full_wait\""), "{} {}", refused.status, refused.text);
        let one = led(&send(&visitor, &form, &agreed(&child)));
        assert!(visitor.open(&one).text.contains("Una Webb: Waiting"));

        world.staff.post(&format!("/api/v1/sessions/{session}/cancel"), &json!({})).expect(200);
        let closed = visitor.open(&form);
        assert!(closed.text.contains("The session is cancelled.") && closed.text.contains("Other sessions for this family"), "{}", closed.text);
        assert!(!closed.text.contains("name=\"agreed_how\""));
        assert!(!visitor.open(&one).text.contains("Same session, next family"));
        assert_eq!(send(&visitor, &form, &agreed(&child)).status, 409);
    }

    fn the_list_is_filtered_and_read_page_by_page_and_its_reading_is_logged(app) {
        let world = World::new(app);
        let session = world.session(json!({ "capacity": 50 }));
        let visitor = world.professional("health");
        let mut last = String::new();
        for number in 0..22 {
            let (child, adult) = (format!("Child {number}"), format!("Adult{number} Moss"));
            let email = format!("adult{number}@example.org");
            let day = format!("{}", number + 1);
            let family = names(&visitor, &[("child_name_0", child.as_str()), ("adult", adult.as_str()), ("email", email.as_str()), ("child_born_0_day", day.as_str())]);
            last = led(&send(&visitor, &format!("/refer/{session}?family={family}"), &agreed(&format!("{family}.0"))));
        }
        send(&visitor, &format!("{last}/withdraw"), &[]);
        let first = visitor.open("/referrals").text;
        assert_eq!(first.matches("class=\"who\"").count(), 20, "{first}");
        let next = first.split("href=\"").find(|part| part.starts_with("/referrals?after=")).expect("a next page");
        let next = next.split('"').next().expect("its end").replace("&amp;", "&");
        let second = visitor.open(&next).text;
        assert_eq!(second.matches("class=\"who\"").count(), 2, "{second}");
        assert_eq!(visitor.open("/referrals?after=made-up").status, 422);
        for (query, count) in [("q=adult7", 1), ("state=withdrawn", 1), ("time=over", 0), ("q=moss&state=booked&time=to_come", 20), ("state=made-up&time=never", 20)] {
            let page = visitor.open(&format!("/referrals?{query}")).text;
            assert_eq!(page.matches("class=\"who\"").count(), count, "{query}: {page}");
        }
        assert_eq!(referrals(&visitor, "?q=adult7%20moss").len(), 1);
        assert_eq!(referrals(&visitor, "?state=withdrawn").len(), 1);
        assert_eq!(referrals(&visitor, "?time=to_come&state=booked").len(), 21);
        visitor.get("/api/v1/referrals?state=lost").refused(422, "invalid_request");
        let other = world.professional("health");
        assert!(!other.open("/referrals").text.contains("class=\"who\""));
        assert_eq!(other.open(&last).status, 404);
        assert_eq!(send(&other, &format!("{last}/withdraw"), &[]).status, 404);
    }

    fn no_other_role_sees_these_pages(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        let nobody = "0".repeat(32);
        for role in Role::ALL {
            let who = app.sign_in(*role, &Person::default());
            let is_theirs = *role == Role::Professional;
            for page in ["/referrals".to_owned(), "/refer".to_owned(), "/cards".to_owned(), "/digest".to_owned(), format!("/refer?family={nobody}"),
                format!("/refer/{session}?family={nobody}"), format!("/referrals/{nobody}")] {
                let status = who.open(&page).status;
                assert!(if is_theirs { status != 403 } else { status == 403 }, "{page} as {}: {status}", role.as_str());
            }
            for form in ["/refer".to_owned(), format!("/refer/{session}?family={nobody}"),
                format!("/referrals/{nobody}/withdraw"), format!("/refer/families/{nobody}/no")] {
                let status = send(&who, &form, &[]).status;
                // Staff withdraw referrals and end memberships too, but not a team's.
                let refused = if is_theirs { status != 403 } else { [403, 404].contains(&status) };
                assert!(refused, "{form} as {}: {status}", role.as_str());
            }
        }
        for page in ["/referrals", "/refer"] {
            let answer = app.nobody.get(page);
            assert_eq!(answer.status, 303, "{page}");
            assert!(answer.header("location").is_some_and(|to| to.starts_with("/sign-in")), "{page}");
        }
        let foreign = send(&world.professional("health"), "/refer", &[("how", "names\0")]);
        assert_eq!(foreign.status, 422, "{}", foreign.text);
    }

    fn sessions_are_listed_by_several_phases(app) {
        let world = World::new(app);
        let public = world.session(json!({}));
        let window = world.session(json!({ "public_release_at": "2026-11-20T09:00:00Z" }));
        let visitor = world.professional("health");
        let listed = |query: &str| -> Vec<String> {
            let list = visitor.get(&format!("/api/v1/sessions?{query}")).expect(200);
            list["items"].as_array().expect("a list").iter().map(id).collect()
        };
        assert_eq!(listed("phase=public"), std::slice::from_ref(&public));
        let mut both = vec![public, window];
        both.sort();
        let mut found = listed("phase=referral_window,public");
        found.sort();
        assert_eq!(found, both);
        visitor.get("/api/v1/sessions?phase=public,never").refused(422, "invalid_request");
    }
}
