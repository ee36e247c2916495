//! Feeds of contacts: reviews, places and whole registers of an old system, as they come and as
//! they are sent again.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{NHS, all, csv, outcomes, row, rows, send};
use crate::api::partners::agreements::{agreement, partner, professional};
use crate::support::app::both;
use crate::support::client::{Answer, Client};
use crate::support::people::Person;
use crate::support::world::{World, id};

fn report(who: &Client, query: &str, text: &str) -> Answer {
    let path = format!("/api/v1/feeds/contacts?{query}");
    who.call(Method::POST, &path).header("content-type", "text/csv").raw(text).send()
}

fn words(report: &Value) -> Vec<String> {
    outcomes(report).into_iter().map(|(_, word)| word).collect()
}

/// Two children that are known, and their families.
pub fn known(world: &World) -> Vec<Value> {
    let file = csv(&[
        row(NHS[0], "Yusuf Khan", "31/01/2026", "Amina Khan", "07700 900123"),
        row(NHS[1], "Ada Byrne", "14/02/2024", "Mary Byrne", "07700 900124"),
    ]);
    let made = send(&world.staff, "", file).expect(200);
    assert_eq!(outcomes(&made), all("made", [2, 3]));
    let listed = world.staff.get("/api/v1/families").expect(200);
    listed["items"].as_array().expect("items").clone()
}

pub fn contacts(world: &World) -> Vec<Value> {
    let list = world.staff.get("/api/v1/contacts").expect(200);
    list["items"].as_array().expect("items").clone()
}

/// A number with its first two different neighbours swapped.
fn swapped(number: &str) -> String {
    let mut digits: Vec<char> = number.chars().collect();
    let at = digits.windows(2).position(|pair| pair[0] != pair[1]).expect("two digits");
    digits.swap(at, at + 1);
    digits.into_iter().collect()
}

both! {
    fn an_old_register_is_recorded_of_those_who_came(app) {
        let world = World::new(app);
        known(&world);
        let register = "Child name,DOB,Postcode,Session,Session date,Attended\n\
            Yusuf Khan,31/01/2026,M33 1AA,Stay and Play,02/11/2026,yes\n\
            Ada Byrne,14/02/2024,m33 1aa,Stay and Play,02/11/2026,no\n\
            Ada Byrne,14/02/2024,M33 1AA,Messy Mondays,03/11/2026,Y\n\
            Leo Marsh,01/03/2025,M31 4FL,Messy Mondays,03/11/2026,yes\n\
            Yusuf Khan,31/01/2026,M33 1AA,Stay and Play,17/11/2026,yes\n\
            Yusuf Khan,31/01/2026,M33 1AA,Stay and Play,30/01/2026,yes\n";
        let tried = report(&world.staff, "dry_run=true", register).expect(200);
        let after = rows(app);
        assert_eq!((after["contacts"], after["contact_proposals"]), (0, 0));
        let done = report(&world.staff, "", register).expect(200);
        assert_eq!(done["results"], tried["results"]);
        assert_eq!(words(&done), ["made", "left_out", "made", "unmatched", "refused", "refused"]);
        let detail = |at: usize| done["results"][at]["detail"].as_str().expect("a detail").to_owned();
        assert!(detail(4).contains("\"Session date\": This date is in the future"), "{}", detail(4));
        assert!(detail(5).contains("before the child's birth"), "{}", detail(5));

        let found = contacts(&world);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0]["on_day"], "2026-11-03");
        assert_eq!(found[0]["kind"], "attendance");
        assert_eq!(found[0]["source"], "feed");
        assert_eq!(found[0]["centre_id"], world.centre.as_str());
        assert_eq!(found[0]["activity_id"], Value::Null, "no activity has that title");
        assert_eq!(found[1]["activity_id"], world.activity.as_str());
        let after = rows(app);
        assert_eq!((after["families"], after["children"]), (2, 2), "nobody was made");
    }

    fn a_row_sent_again_changes_nothing_and_a_different_one_replaces_it(app) {
        let world = World::new(app);
        known(&world);
        let line = |day: &str, came: &str| {
            format!("Reference,NHS number,Session,Date,Came\nA1,{},Stay and Play,{day},{came}\n", NHS[0])
        };
        let first = report(&world.staff, "", &line("02/11/2026", "yes")).expect(200);
        assert_eq!(words(&first), ["made"]);
        let before = rows(app);
        let again = report(&world.staff, "", &line("02/11/2026", "yes")).expect(200);
        assert_eq!(first["results"], again["results"], "the very same file is answered as it was");
        assert_eq!(rows(app)["contacts"], before["contacts"]);
        let longer = line("02/11/2026", "yes") + &format!("A1,{},Stay and Play,02/11/2026,yes\n", NHS[0]);
        assert_eq!(words(&report(&world.staff, "dry_run=1", &longer).expect(200)), ["known", "known"]);
        assert_eq!(words(&report(&world.staff, "", &longer).expect(200)), ["known", "known"]);

        app.advance(chrono::TimeDelta::hours(1));
        let moved = report(&world.staff, "", &line("03/11/2026", "yes")).expect(200);
        assert_eq!(words(&moved), ["updated"]);
        let found = contacts(&world);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["on_day"], "2026-11-03");
        assert_eq!(rows(app)["contacts"], 2, "what was known before is kept as known then");
        let away = report(&world.staff, "", &line("03/11/2026", "no")).expect(200);
        assert_eq!(words(&away), ["updated"]);
        assert_eq!(contacts(&world).len(), 0);
        assert_eq!(words(&report(&world.staff, "", &line("04/11/2026", "no")).expect(200)), ["left_out"]);
    }

    fn a_row_twice_in_a_file_is_one_contact(app) {
        let world = World::new(app);
        known(&world);
        let one = format!("{},Stay and Play,02/11/2026\n", NHS[0]);
        let file = format!("NHS number,Session,Date\n{one}{one}");
        let tried = report(&world.staff, "dry_run=1", &file).expect(200);
        assert_eq!(words(&tried), ["made", "known"]);
        assert_eq!(words(&report(&world.staff, "", &file).expect(200)), ["made", "known"]);
    }

    fn a_partner_reports_reviews_under_an_agreement_for_contacts(app) {
        let world = World::new(app);
        known(&world);
        let trust = partner(&world, "Trafford health visitors");
        let visitor = professional(&world, &trust);
        let file = format!("NHS number,Kind,Date\n{},New birth visit,12/02/2026\n{},review,1/3/2026\n",
            NHS[0], NHS[2]);
        // What was agreed for membership is for nothing else.
        agreement(&world, &trust, json!({}));
        report(&visitor, "", &file).refused(409, "agreement_expired");
        agreement(&world, &trust, json!({ "purpose": "contacts", "items": ["child_name", "birth_date"] }));
        let refused = report(&visitor, "", &file).refused(422, "invalid_request");
        assert!(refused["detail"].as_str().is_some_and(|said| said.contains("does not cover")));
        app.set_clock("2026-11-16T11:00:00Z");
        agreement(&world, &trust, json!({ "purpose": "contacts", "items": ["nhs_number"] }));
        let done = report(&visitor, "", &file).expect(200);
        assert_eq!(words(&done), ["taken", "taken"], "who is known is not told");
        let found = contacts(&world);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["kind"], "health_review");
        assert_eq!(found[0]["partner_id"], trust.as_str());
        assert_eq!(found[0]["centre_id"], Value::Null);
        let came = format!("NHS number,Session,Date\n{},Play,02/11/2026\n", NHS[0]);
        assert_eq!(words(&report(&visitor, "", &came).expect(200)), ["refused"]);
        // Long before the birth of the one that is known: no answer tells which it is.
        let early = format!("NHS number,Kind,Date\n{},review,12/02/2020\n{},review,12/02/2020\n",
            NHS[0], NHS[2]);
        assert_eq!(words(&report(&visitor, "", &early).expect(200)), ["taken", "taken"]);
        assert_eq!(contacts(&world).len(), 1);
        world.staff.post("/api/v1/feeds/contacts?kind=tea", &json!([])).refused(422, "invalid_request");
    }

    fn a_place_names_a_setting_that_is_a_partner(app) {
        let world = World::new(app);
        known(&world);
        let nursery = json!({ "name": "Happy Days Nursery", "kind": "early_years" });
        let nursery = id(&world.admin.post("/api/v1/partners", &nursery).expect(201));
        let file = format!("NHS number,Start date,End date,Funding,Nursery\n\
            {0},01/09/2026,,2-year-old offer,happy days nursery\n\
            {0},01/09/2026,,15 hours,Happy Days Nursery\n\
            {0},01/09/2026,,paid,Other nursery\n\
            {0},01/09/2026,31/08/2026,paid,Happy Days Nursery\n", NHS[1]);
        let done = report(&world.staff, "kind=early_learning", &file).expect(200);
        assert_eq!(words(&done), ["made", "refused", "refused", "refused"]);
        let detail = |at: usize| done["results"][at]["detail"].as_str().expect("a detail").to_owned();
        assert!(detail(1).contains("\"Funding\": Write one of"), "{}", detail(1));
        assert!(detail(2).contains("\"Nursery\": There is no setting"), "{}", detail(2));
        assert!(detail(3).contains("\"End date\""), "{}", detail(3));
        let found = contacts(&world);
        assert_eq!(found[0]["place"], "funded_two");
        assert_eq!(found[0]["partner_id"], nursery.as_str());
        // The place ends: sent again with its last day it is recorded again.
        let ended = format!("NHS number,Start date,End date,Funding,Nursery\n\
            {},01/09/2026,23/10/2026,2-year-old offer,Happy Days Nursery\n", NHS[1]);
        assert_eq!(words(&report(&world.staff, "kind=early_learning", &ended).expect(200)), ["updated"]);
        assert_eq!(contacts(&world)[0]["until_day"], "2026-10-23");
    }

    fn a_row_that_nearly_matches_a_child_is_proposed_to_staff(app) {
        let world = World::new(app);
        let families = known(&world);
        let register = "Name,DOB,Postcode,Session,Date\n\
            Yusef Khan,31/01/2026,M33 1AA,Stay and Play,02/11/2026\n\
            Ada Byrne,14/02/2024,M31 4FL,Stay and Play,02/11/2026\n";
        assert_eq!(words(&report(&world.staff, "dry_run=1", register).expect(200)), ["proposed", "proposed"]);
        let done = report(&world.staff, "", register).expect(200);
        assert_eq!(words(&done), ["proposed", "proposed"]);
        assert_eq!(contacts(&world).len(), 0);
        let open = || {
            let list = world.staff.get("/api/v1/contact-proposals").expect(200);
            list["items"].as_array().expect("items").clone()
        };
        let proposals = open();
        assert_eq!(proposals[0]["child_id"], families[0]["children"][0]["id"]);
        assert_eq!(proposals[0]["differs"], json!(["name"]));
        assert_eq!(proposals[1]["differs"], json!(["postcode"]));
        assert!(!proposals[0].to_string().contains("Yusef"), "nothing else of the row is kept");

        let path = |at: usize, what: &str| {
            format!("/api/v1/contact-proposals/{}/{what}", id(&proposals[at]))
        };
        let sale = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let at = Person { centre: Some(&sale), ..Person::default() };
        let other = app.sign_in(Role::Staff, &at);
        other.post(&path(0, "accept"), &json!({})).refused(404, "not_found");
        assert_eq!(other.get("/api/v1/contact-proposals").expect(200)["items"], json!([]));

        let made = world.staff.post(&path(0, "accept"), &json!({})).expect(200);
        assert_eq!(made["on_day"], "2026-11-02");
        world.staff.post(&path(0, "accept"), &json!({})).refused(409, "no_longer_open");
        world.staff.post(&path(1, "refuse"), &json!({})).expect(200);
        assert_eq!(open().len(), 0);
        assert_eq!(contacts(&world).len(), 1);
        // Sent again, in another file, each stays what somebody said.
        let longer = format!("{register}Ada Byrne,14/02/2024,M33 1AA,Stay and Play,03/11/2026\n");
        let again = report(&world.staff, "", &longer).expect(200);
        assert_eq!(words(&again), ["known", "unmatched", "made"]);
        assert_eq!(open().len(), 0);
    }

    fn a_proposal_of_a_family_that_opted_out_since_is_not_accepted(app) {
        let world = World::new(app);
        let families = known(&world);
        let register = "Name,DOB,Postcode,Session,Date\n\
            Yusef Khan,31/01/2026,M33 1AA,Stay and Play,02/11/2026\n";
        assert_eq!(words(&report(&world.staff, "", register).expect(200)), ["proposed"]);
        let open = world.staff.get("/api/v1/contact-proposals").expect(200);
        let path = format!("/api/v1/families/{}/opt-out", id(&families[0]));
        world.staff.post(&path, &json!({})).expect(200);
        let decide = |what: &str| {
            let path = format!("/api/v1/contact-proposals/{}/{what}", id(&open["items"][0]));
            world.staff.post(&path, &json!({}))
        };
        decide("accept").refused(409, "no_longer_open");
        assert_eq!(contacts(&world).len(), 0);
        decide("refuse").expect(200);
    }

    fn an_old_systems_family_number_and_the_name_are_enough(app) {
        let world = World::new(app);
        let list = "Family ID,Name,DOB,Carer,Mobile,Postcode\n\
            PT00123,Yusuf Khan,31/01/2026,Amina Khan,07700 900123,M33 1AA\n";
        send(&world.staff, "", list).expect(200);
        let register = "Family ID,Name,Session,Date\n\
            pt00123,Yusuf Khan,Stay and Play,02/11/2026\n\
            PT00123,Noor Khan,Stay and Play,02/11/2026\n\
            PT00999,Yusuf Khan,Stay and Play,02/11/2026\n";
        let done = report(&world.staff, "", register).expect(200);
        assert_eq!(words(&done), ["made", "unmatched", "unmatched"]);
    }

    fn a_membership_number_and_the_first_name_or_the_birth_date_are_enough(app) {
        let world = World::new(app);
        let families = known(&world);
        let number = families[0]["membership"]["number"].as_str().expect("a number");
        let spoken = format!("{}-{}", &number[..4], &number[4..]);
        let wrong = swapped(number);
        let register = format!("Membership number,Name,DOB,Session,Date\n\
            {number},Yusuf,,Stay and Play,02/11/2026\n\
            {spoken},,31/01/2026,Stay and Play,03/11/2026\n\
            {number},Yusuf Hussain,31/01/2026,Stay and Play,04/11/2026\n\
            {number},Yusuf Khan,01/02/2026,Stay and Play,05/11/2026\n\
            {number},Ada Byrne,,Stay and Play,05/11/2026\n\
            {wrong},Yusuf,,Stay and Play,05/11/2026\n\
            {number},,,Stay and Play,05/11/2026\n");
        let done = report(&world.staff, "", &register).expect(200);
        assert_eq!(
            words(&done),
            ["made", "made", "made", "unmatched", "unmatched", "refused", "refused"]
        );
        let detail = |at: usize| done["results"][at]["detail"].as_str().expect("a detail").to_owned();
        assert!(detail(5).contains("\"Membership number\": A digit"), "{}", detail(5));
        assert!(!done.to_string().contains(number), "no value is repeated: {done}");
        let found = contacts(&world);
        let child = &families[0]["children"][0]["id"];
        assert!(found.len() == 3 && found.iter().all(|one| one["child_id"] == *child), "{found:?}");
    }

    fn a_list_of_events_is_not_taken_for_children(app) {
        let world = World::new(app);
        let events = "Date,Name,Attendance\n14/03/2026,Baby Rhyme Time,32\n";
        let problem = report(&world.staff, "", events).refused(422, "invalid_request");
        let detail = problem["detail"].as_str().expect("a detail");
        assert!(detail.contains("This is a list of events") && detail.contains("head-counts"), "{detail}");
        let names = "Date,Child name,Attended\n14/03/2026,Yusuf Khan,yes\n";
        let problem = report(&world.staff, "", names).refused(422, "invalid_request");
        assert!(problem["detail"].as_str().is_some_and(|said| said.contains("birth dates")), "{problem}");
        assert!(contacts(&world).is_empty());
    }

    fn a_row_without_a_child_is_of_adults(app) {
        let world = World::new(app);
        let families = known(&world);
        let [khan, byrne] = [0, 1].map(|at| families[at]["membership"]["number"].as_str().expect("a number"));
        let register = |adults: &str, came: &str| format!(
            "Membership number,Adults,Session,Date,Came\n\
            {khan},{adults},Stay and Play,02/11/2026,{came}\n\
            {byrne},1,Stay and Play,02/11/2026,yes\n\
            {byrne},1,Stay and Play,02/11/2026,yes\n\
            {khan},0,Stay and Play,03/11/2026,yes\n\
            {khan},,Stay and Play,03/11/2026,yes\n");
        let expected = ["made", "made", "known", "refused", "refused"];
        let tried = report(&world.staff, "dry_run=1", &register("2", "yes")).expect(200);
        assert_eq!((words(&tried), contacts(&world).len()), (expected.map(str::to_owned).into(), 0));
        assert_eq!(words(&report(&world.staff, "", &register("2", "yes")).expect(200)), expected);
        let of_khan = || {
            let found = contacts(&world).into_iter().find(|one| one["family_id"] == families[0]["id"]);
            found.map(|one| (one["adults"].clone(), one["child_id"].clone()))
        };
        assert_eq!(of_khan(), Some((json!(2), Value::Null)));

        // Another count replaces it; who did not come after all is taken back.
        let again = report(&world.staff, "", &register("3", "yes")).expect(200);
        assert_eq!(words(&again)[..2], ["updated", "known"]);
        assert_eq!(of_khan(), Some((json!(3), Value::Null)));
        let away = report(&world.staff, "", &register("3", "no")).expect(200);
        assert_eq!(words(&away)[..2], ["updated", "known"]);
        assert_eq!((of_khan(), contacts(&world).len()), (None, 1));

        let review = format!("Membership number,Adults,Kind,Date\n{khan},1,review,02/11/2026\n");
        assert_eq!(words(&report(&world.staff, "", &review).expect(200)), ["refused"]);
    }

    fn adults_of_a_record_that_was_joined_are_known_again(app) {
        let world = World::new(app);
        let families = known(&world);
        let number = |at: usize| families[at]["membership"]["number"].as_str().expect("a number");
        let file = format!("Membership number,Adults,Kind,Date\n{},1,phone call,02/11/2026\n", number(0));
        assert_eq!(words(&report(&world.staff, "", &file).expect(200)), ["made"]);
        let path = format!("/api/v1/families/{}/join-records", id(&families[1]));
        world.staff.post(&path, &json!({ "family_id": families[0]["id"] })).expect(200);
        // The old number leads to the record that stands.
        let longer = format!("{file}{},1,phone call,02/11/2026\n", number(1));
        assert_eq!(words(&report(&world.staff, "", &longer).expect(200)), ["known", "known"]);
        assert_eq!(contacts(&world).len(), 1);
    }

    fn a_family_that_opted_out_is_left_alone(app) {
        let world = World::new(app);
        let families = known(&world);
        let path = format!("/api/v1/families/{}/opt-out", id(&families[0]));
        world.staff.post(&path, &json!({})).expect(200);
        let file = format!("NHS number,Session,Date\n{},Play,02/11/2026\n{},Play,02/11/2026\n", NHS[0], NHS[1]);
        let done = report(&world.staff, "", &file).expect(200);
        assert_eq!(words(&done), ["suppressed", "made"]);
        assert_eq!(contacts(&world).len(), 1);
    }

    fn a_register_holds_rows_of_the_centre_that_sends_it_alone(app) {
        let world = World::new(app);
        known(&world);
        let sale = id(&world.admin.post("/api/v1/centres", &json!({ "name": "Sale" })).expect(201));
        let file = format!("NHS number,Session,Date,Centre\n{0},Play,02/11/2026,SALE\n\
            {0},Play,03/11/2026,Partington Children's Centre\n{0},Play,04/11/2026,Nowhere\n", NHS[0]);
        let done = report(&world.staff, "", &file).expect(200);
        assert_eq!(words(&done), ["refused", "made", "refused"]);
        report(&world.staff, &format!("centre_id={sale}"), &file).refused(404, "not_found");
        let everywhere = app.as_role(Role::Staff);
        let query = format!("centre_id={sale}");
        assert_eq!(words(&report(&everywhere, &query, &file).expect(200)), ["made", "refused", "refused"]);
        app.as_role(Role::FrontDesk).post("/api/v1/feeds/contacts", &json!([])).refused(403, "not_allowed");
    }
}
