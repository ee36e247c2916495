//! Families at the desk: found, made, booked for, merged, protected; and that the front desk sees
//! names and ways of contact alone.

use serde_json::{Value, json};

use super::{
    Browser, account, action, booked, by_phone, offered_by_phone, restrict, shown, signed_in,
};
use crate::support::app::both;
use crate::support::world::{World, id, merged};

/// What the form of a new family sends.
fn moss() -> &'static str {
    "name=Ada+Moss&phone=07700+900777&email=&postcode=M32+9AN&no_postcode=\
     &child1_name=Zo%C3%AB+Moss&child1_day=27&child1_month=3&child1_year=2025&notice=yes"
}

fn place(location: &str) -> &str {
    location.split('?').next().expect("a path")
}

fn groups(world: &World, family: &Value, code: &str) {
    let path = format!("/api/v1/families/{}/groups", id(family));
    world.staff.post(&path, &json!({ "code": code })).expect(201);
}

both! {
    fn a_family_is_found_by_one_line_and_shown_with_number_children_and_centre(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        for number in 0..25 {
            world.family(&format!("Parent Lister {number}"));
        }
        let mut desk = signed_in(app, &world, "front_desk");
        let empty = desk.get("/families");
        assert!(empty.status == 200 && !empty.text.contains("Rita Hall"), "{}", empty.text);
        assert!(empty.text.contains("href=\"/families/new\""), "{}", empty.text);
        for line in ["rita+hall", "07700+900123", "hall+1%2F11%2F2025"] {
            let page = desk.get(&format!("/families?q={line}")).text;
            assert!(page.contains(&format!("href=\"/families/{}\"", id(&family))), "{line}: {page}");
            for says in ["Rita Hall", "12 months", "Partington", "Number "] {
                assert!(page.contains(says), "{line}, no {says}: {page}");
            }
        }
        let first = desk.get("/families?q=lister").text;
        assert_eq!(first.matches("Parent Lister").count() / 2, 20, "{first}");
        assert!(first.contains("page=2"), "{first}");
        assert_eq!(desk.get("/families?q=lister&page=2").text.matches("<li class=\"box\">").count(), 5);
        let nobody = desk.get("/families?q=nobodyatall").text;
        assert!(nobody.contains("Nobody found") && nobody.contains("/families/new?name=nobodyatall"), "{nobody}");
        let long = desk.get(&format!("/families?q={}", "x".repeat(201)));
        assert_eq!(long.status, 422, "{}", long.text);
    }

    fn a_new_family_is_a_member_and_made_once(app) {
        let world = World::new(app);
        let mut desk = signed_in(app, &world, "front_desk");
        let wrong = desk.post("/families/new", "name=&phone=&postcode=&child1_name=Kip");
        assert_eq!(wrong.status, 422, "{}", wrong.text);
        for says in ["Enter the adult’s name.", "Enter a phone number or an e-mail address.", "Enter a real date", "value=\"Kip\""] {
            assert!(wrong.text.contains(says), "no {says}: {}", wrong.text);
        }

        let made = desk.post("/families/new", moss());
        let location = made.header("location").unwrap_or_default().to_owned();
        assert!(made.status == 303 && location.ends_with("?done=made"), "{} {}", made.status, made.text);
        let page = desk.get(&location).text;
        assert!(page.contains("they are a member now") && page.contains("Zoë Moss"), "{page}");

        let again = desk.post("/families/new", moss());
        let known = again.header("location").unwrap_or_default();
        assert_eq!(known, format!("{}?done=known", place(&location)), "{}", again.text);
        assert!(desk.get(known).text.contains("We know this family already"));
    }

    fn who_said_no_is_booked_as_a_guest_and_the_desk_reads_no_more(app) {
        let world = World::new(app);
        let mut desk = signed_in(app, &world, "front_desk");
        let made = desk.post("/families/new", moss());
        let path = place(made.header("location").unwrap_or_default()).to_owned();
        let family = path.trim_start_matches("/families/").to_owned();
        world.staff.post(&format!("/api/v1/families/{family}/opt-out"), &json!({})).expect(200);
        let record = desk.get(&path).text;
        assert!(record.contains("Book as a guest") && !record.contains("Opted out"), "{record}");

        let asked = desk.post("/families/new", moss());
        assert_eq!(asked.status, 200, "{}", asked.text);
        assert!(asked.text.contains("Book this family as a guest"), "{}", asked.text);
        assert!(!asked.text.contains("ask to join again"), "{}", asked.text);
        let guest = desk.post("/families/new", &format!("{}&guest=yes", moss()));
        assert_eq!(guest.status, 303, "{}", guest.text);
        let page = desk.get(guest.header("location").unwrap_or_default()).text;
        assert!(page.contains("A guest"), "{page}");
    }

    fn a_family_of_elsewhere_is_noted_and_not_opened(app) {
        let world = World::new(app);
        let other = json!({ "name": "Urmston", "phone": "0161 912 0000" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &other).expect(201));
        account(app, "front_desk", &elsewhere);
        let mut stranger = Browser::new(app);
        stranger.signs_in("front_desk@hubs.example", "/today");
        let mut staff = signed_in(app, &world, "staff");
        let made = staff.post("/families/new", moss());
        let path = place(made.header("location").unwrap_or_default()).to_owned();

        let noted = stranger.post("/families/new", moss());
        assert_eq!(noted.status, 200, "{}", noted.text);
        assert!(noted.text.contains("We have noted it") && !noted.text.contains(&path), "{}", noted.text);
        assert_eq!(stranger.get(&path).status, 404);
        assert!(!stranger.get("/families?q=moss").text.contains("Ada Moss"));
    }

    fn the_record_holds_more_for_staff_than_for_the_desk(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        let session = world.session(json!({}));
        booked(&world, &session, &family);
        groups(&world, &family, "lone_parent");
        let path = format!("/families/{}", id(&family));
        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get(&path).text;
        for says in ["Rita Hall", "tel:07700900123", "Stay and Play", "Lone parent", "Contacts", "Print the card", "Somebody else may read"] {
            assert!(page.contains(says), "no {says}: {page}");
        }
        assert!(!page.contains("Who opens this record"), "{page}");
        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get(&path).text;
        for says in ["Rita Hall", "tel:07700900123", "Stay and Play", "Book for this family"] {
            assert!(page.contains(says), "no {says}: {page}");
        }
        for hidden in ["Lone parent", "Groups", "Contacts", "Somebody else may read", "Possibly the same"] {
            assert!(!page.contains(hidden), "{hidden}: {page}");
        }
        assert_eq!(desk.get(&format!("{path}/card.pdf")).status, 200);
        let places = desk.get(&format!("{path}/places")).text;
        assert!(places.contains("Stay and Play"), "{places}");
    }

    fn a_place_is_booked_moved_and_cancelled_for_a_family(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        let first = world.session(json!({}));
        let later = json!({ "starts_at": "2026-11-25T10:00:00Z", "ends_at": "2026-11-25T11:30:00Z" });
        let second = world.session(later);
        let mut desk = signed_in(app, &world, "front_desk");
        let own = format!("/families/{}", id(&family));
        let list = desk.get(&format!("{own}/book")).text;
        assert!(list.contains(&format!("book?session={first}")), "{list}");
        let form = desk.get(&format!("{own}/book?session={first}")).text;
        assert!(form.contains("checked") && form.contains("Rita Hall Junior"), "{form}");

        let child = family["children"][0]["id"].as_str().expect("an id");
        let nobody = desk.post(&format!("{own}/book"), &format!("session={first}&adults=0"));
        assert_eq!(nobody.status, 422, "{}", nobody.text);
        let booking = format!("session={first}&child={child}&adults=1&if_full=wait");
        let done = desk.post(&format!("{own}/book"), &booking);
        assert_eq!(done.header("location"), Some(format!("{own}?done=booked").as_str()), "{}", done.text);
        let twice = desk.post(&format!("{own}/book"), &booking);
        assert_eq!(twice.status, 409, "{}", twice.text);

        let record = desk.get(&own).text;
        let start = record.find(&format!("{own}/bookings/")).expect("a place");
        let place = record[start..].split('"').next().expect("its end").to_owned();
        let moved = desk.post(&format!("{place}/move"), &format!("session={second}"));
        assert_eq!(moved.header("location"), Some(format!("{own}?done=moved").as_str()), "{}", moved.text);
        let none = desk.post(&format!("{place}/move"), "session=");
        assert!(none.status == 422 && none.text.contains("Choose a day."), "{}", none.text);
        let gone = desk.post(&format!("{place}/cancel"), "reason=The+family+rang");
        assert_eq!(gone.header("location"), Some(format!("{own}?done=cancelled").as_str()), "{}", gone.text);
        assert!(desk.get(&own).text.contains("Nothing booked."));
    }

    fn a_rule_is_overridden_only_with_a_reason(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        let session = world.session(json!({ "referrals_open_at": "2026-11-20T08:00:00Z",
            "public_release_at": "2026-11-20T09:00:00Z" }));
        let mut staff = signed_in(app, &world, "staff");
        let own = format!("/families/{}", id(&family));
        let child = family["children"][0]["id"].as_str().expect("an id");
        let booking = format!("session={session}&child={child}&adults=1");
        let refused = staff.post(&format!("{own}/book"), &booking);
        assert!([409, 422].contains(&refused.status), "{} {}", refused.status, refused.text);
        assert!(refused.text.contains("Write a reason to book all the same."), "{}", refused.text);
        let reasoned = staff.post(&format!("{own}/book"), &format!("{booking}&reason=Just+moved+here"));
        assert_eq!(reasoned.status, 303, "{}", reasoned.text);
    }

    fn an_offer_is_answered_at_the_desk(app) {
        let world = World::new(app);
        let (_, family, entry) = offered_by_phone(&world);
        let mut desk = signed_in(app, &world, "front_desk");
        let place = format!("/families/{}/bookings/{}", id(&family), id(&entry));
        let page = desk.get(&place).text;
        let offer = shown(&world, &entry)["offer"]["id"].as_str().expect("an offer").to_owned();
        assert!(page.contains(&offer), "{page}");
        let yes = desk.post(&format!("{place}/answer"), &format!("offer={offer}&says=yes"));
        assert_eq!(yes.status, 303, "{}", yes.text);
        assert_eq!(shown(&world, &entry)["status"], "booked");
        // Of another family it is nothing.
        let other = by_phone(&world, "Sam Ray");
        let strange = format!("/families/{}/bookings/{}", id(&other), id(&entry));
        assert_eq!(desk.get(&strange).status, 404);
    }

    fn two_records_are_merged_after_a_preview_and_parted_again(app) {
        let world = World::new(app);
        let plain = json!({
            "carers": [{ "name": "Amina Khan", "phone": "07700 900123" }],
            "children": [{ "name": "Yusuf Khan", "born_on": "2025-11-01" }],
            "postcode": "M31 4FL", "centre_id": world.centre,
        });
        let kept = world.staff.post("/api/v1/families", &plain).expect(201);
        let twin = merged(plain, json!({
            "carers": [{ "name": "Amina Malik", "former_name": "Amina Khan", "phone": "07700 900124" }],
            "children": [{ "name": "Yousuf Khan", "born_on": "2025-11-01" }],
        }));
        let twin = world.staff.post("/api/v1/families", &twin).expect(201);
        let mut staff = signed_in(app, &world, "staff");
        let own = format!("/families/{}", id(&kept));
        let page = staff.get(&own).text;
        let start = page.find(&format!("{own}/duplicates/")).unwrap_or_else(|| panic!("no pair: {page}"));
        let pair = page[start..].split('"').next().expect("its end").to_owned();
        let preview = staff.get(&pair).text;
        assert!(preview.contains("What merging does") && preview.contains("Amina Malik"), "{preview}");
        assert_eq!(staff.get(&format!("/families/{}", id(&twin))).status, 200, "nothing was changed");

        let merged = staff.post(&format!("{pair}/merge"), "");
        assert_eq!(merged.header("location"), Some(format!("{own}?done=merged").as_str()), "{}", merged.text);
        let gone = staff.get(&format!("/families/{}", id(&twin)));
        assert_eq!((gone.status, gone.header("location")), (303, Some(own.as_str())));
        let undo = action(&staff.get(&own).text, &format!("{own}/joins/")).to_owned();
        let undone = staff.post(&undo, "");
        assert_eq!(undone.header("location"), Some(format!("{own}?done=undone").as_str()), "{}", undone.text);
        assert_eq!(staff.get(&format!("/families/{}", id(&twin))).status, 200);
        let two = staff.post(&format!("{pair}/dismiss"), "");
        assert_eq!(two.status, 303, "{}", two.text);
        assert!(!staff.get(&own).text.contains("Possibly the same"));
    }

    fn the_lead_restricts_a_record_and_staff_do_not_find_it(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        let own = format!("/families/{}", id(&family));
        let mut lead = signed_in(app, &world, "safeguarding_lead");
        let page = lead.get(&own).text;
        assert!(page.contains("Who opens this record") && !page.contains("Book for this family"), "{page}");
        let saved = lead.post(&format!("{own}/restriction"), "restricted=yes&unsafe_address=yes");
        assert_eq!(saved.status, 303, "{}", saved.text);
        assert!(lead.get(&own).text.contains("Restricted: only the safeguarding lead"));
        let mut staff = signed_in(app, &world, "staff");
        assert_eq!(staff.get(&own).status, 404);
        assert!(!staff.get("/families?q=rita+hall").text.contains("Rita"));
        let lifted = lead.post(&format!("{own}/restriction"), "");
        assert_eq!(lifted.status, 303, "{}", lifted.text);
        assert_eq!(staff.get(&own).status, 200);
    }

    fn ending_access_replaces_the_ways_of_contact_in_one_act(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        let own = format!("/families/{}", id(&family));
        let carer = family["carers"][0]["id"].as_str().expect("an id");
        let mut staff = signed_in(app, &world, "staff");
        let page = format!("{own}/carers/{carer}/end-access");
        assert!(staff.get(&page).text.contains("Nobody is told"));
        let wrong = staff.post(&page, "replace=yes&email=not+an+address&phone=");
        assert!(wrong.status == 422 && wrong.text.contains("Enter an e-mail address"), "{}", wrong.text);
        let ended = staff.post(&page, "replace=yes&email=new%40example.org&phone=");
        assert_eq!(ended.header("location"), Some(format!("{own}?done=access-ended").as_str()), "{}", ended.text);
        let record = staff.get(&own).text;
        assert!(record.contains("new@example.org") && !record.contains("07700900123"), "{record}");
        let mut desk = signed_in(app, &world, "front_desk");
        assert_eq!(desk.get(&page).status, 403);
    }

    fn a_restricted_family_is_no_name_in_the_search_of_the_desk(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        restrict(&world, &family);
        let mut desk = signed_in(app, &world, "front_desk");
        let found = desk.get("/families?q=07700+900123").text;
        assert!(!found.contains("Rita") && !found.contains(&id(&family)), "{found}");
    }
}
