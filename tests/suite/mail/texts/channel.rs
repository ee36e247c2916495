//! Who reads what as a text.

use serde_json::json;

use super::*;
use crate::support::app::{both, texting};
use crate::support::mail::letters;

texting! {
    fn a_family_without_an_address_is_texted(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let family = texted(&world, "Amina", NUMBER);
        let session = world.session(json!({}));
        family.books(&session).expect(201);

        assert_eq!(Post::notify(&notify).delivers(app), 1);
        let text = notify.last_to(AS_TEXTED).body;
        assert!(text.starts_with("Trafford Family Hubs: you have a place. Stay and Play, Monday 23 November, 10am."), "{text}");
        assert!(!text.contains("Amina") && !text.contains("Junior"), "{text}");
        let path = text.split("https://hubs.example.org").nth(1).expect("a link");
        let page = app.nobody.get(path).page(200);
        assert!(page.contains("Stay and Play"), "{page}");
    }

    fn mail_comes_first_and_a_text_only_where_it_is_welcome(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        for (name, carer, to) in [
            ("Both", json!({ "phone": NUMBER, "email": "both@example.org" }), Some("both@example.org")),
            ("Texts", json!({ "phone": NUMBER, "email": "no@example.org", "mail_allowed": false }), Some(AS_TEXTED)),
            ("Neither", json!({ "phone": NUMBER, "no_text": true }), None),
            ("Landline", json!({ "phone": "0161 912 2122" }), None),
            ("Abroad", json!({ "phone": "+48 601 123 456" }), None),
        ] {
            let family = texted_as(&world, name, carer);
            let before = letters(app, "booked").len();
            family.books(&session).expect(201);
            let told: Vec<String> = letters(app, "booked").into_iter().skip(before).map(|one| one.to).collect();
            assert_eq!(told, to.into_iter().map(str::to_owned).collect::<Vec<_>>(), "{name}");
        }
    }

    fn what_is_sensitive_is_not_named_and_goes_only_to_who_comes(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let activity = world.activity(json!({ "title": "Freedom Programme", "sensitive": true }));
        let session = world.session(json!({ "activity_id": activity }));
        let family = texted(&world, "Amina", NUMBER);
        let body = merged(family.party(), json!({ "reason": "asked for" }));
        world.staff.post(&format!("/api/v1/sessions/{session}/bookings"), &body).expect(201);
        // Where nobody is named, it is the first carer who comes.
        Post::notify(&notify).delivers(app);
        assert!(!notify.last_to(AS_TEXTED).body.contains("Freedom"));

        let carer = family.parent.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let other = world.session(json!({ "activity_id": activity,
            "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:00:00Z" }));
        let body = merged(body, json!({ "carer_id": carer["carers"][0]["id"] }));
        world.staff.post(&format!("/api/v1/sessions/{other}/bookings"), &body).expect(201);
        Post::notify(&notify).delivers(app);
        let text = notify.last_to(AS_TEXTED).body;
        assert!(text.contains("Your appointment, Wednesday 25 November, 10am."), "{text}");
        assert!(!text.contains("Freedom"), "{text}");
    }

    fn an_offer_by_text_has_its_clock_and_nobody_has_to_ring(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let family = texted(&world, "Amina", NUMBER);
        offered(&world, &family);

        assert_eq!(tasks(&world), []);
        Post::notify(&notify).delivers(app);
        let text = notify.last_to(AS_TEXTED).body;
        assert!(text.contains("Answer 1 for yes or 2 for no by 10am on Tuesday 17 November"), "{text}");
    }

    fn what_waits_for_an_old_number_goes_to_the_new_one_or_to_nobody(app) {
        let (world, notify) = (World::new(app), Notify::new(app.clock.clone()));
        let family = texted(&world, "Amina", NUMBER);
        let shown = world.staff.get(&format!("/api/v1/families/{}", family.id)).expect(200);
        let path = format!("/api/v1/families/{}/carers/{}/end-access", family.id, id(&shown["carers"][0]));
        let session = world.session(json!({}));
        family.books(&session).expect(201);
        let ways = json!({ "ways_of_contact": { "phone": "07700 900456" } });
        world.staff.post(&path, &ways).expect(200);
        Post::notify(&notify).delivers(app);
        assert_eq!(notify.carried().iter().map(|one| one.to.as_str()).collect::<Vec<_>>(), ["447700900456"]);

        let other = texted(&world, "Beth", NUMBER);
        let shown = world.staff.get(&format!("/api/v1/families/{}", other.id)).expect(200);
        let path = format!("/api/v1/families/{}/carers/{}/end-access", other.id, id(&shown["carers"][0]));
        other.books(&session).expect(201);
        let ways = json!({ "ways_of_contact": { "email": "beth@example.org" } });
        world.staff.post(&path, &ways).expect(200);
        Post::notify(&notify).delivers(app);
        assert_eq!(notify.carried().len(), 1);
    }

    fn a_number_that_a_parent_typed_is_not_texted_before_it_is_confirmed(app) {
        let world = World::new(app);
        let family = texted(&world, "Amina", NUMBER);
        let home = format!("/api/v1/families/{}", family.id);
        let shown = family.parent.get(&home);
        let etag = shown.header("etag").expect("an ETag").to_owned();
        let carer = shown.expect(200)["carers"][0]["id"].clone();
        let change = json!({ "carers": [{ "id": carer, "name": "Amina", "phone": "07700 900456" }] });
        family.parent.call(ureq::http::Method::PATCH, &home).json(&change).if_match(&etag).send().expect(200);

        let session = world.session(json!({}));
        family.books(&session).expect(201);
        assert_eq!(letters(app, "booked").len(), 0);

        let etag = world.staff.get(&home).header("etag").expect("an ETag").to_owned();
        let change = json!({ "carers": [{ "id": carer, "name": "Amina", "phone": "07700 900789" }] });
        world.staff.call(ureq::http::Method::PATCH, &home).json(&change).if_match(&etag).send().expect(200);
        let other = world.session(json!({ "starts_at": "2026-11-30T10:00:00Z", "ends_at": "2026-11-30T11:00:00Z" }));
        family.books(&other).expect(201);
        assert_eq!(letters(app, "booked")[0].to, "447700900789", "staff got it from her");
    }
}

both! {
    fn where_nothing_sends_texts_the_centre_rings_as_before(app) {
        let world = World::new(app);
        let family = texted(&world, "Amina", NUMBER);
        offered(&world, &family);

        assert_eq!(letters(app, "offer").len(), 0);
        assert_eq!(tasks(&world), [("ring_offer".to_owned(), "offer".to_owned())]);
    }
}
