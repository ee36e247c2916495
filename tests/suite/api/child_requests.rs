//! What a family says of a child is settled by staff, and is nobody else's to read: not that of
//! another household of the child.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{Family, World, id, merged};

fn record(family: &Family) -> String {
    format!("/api/v1/families/{}", family.id)
}

fn deed(family: &Family, deed: &str) -> String {
    format!("{}/children/{}/{deed}", record(family), family.children[0])
}

/// A parent changes what is written of the first child.
fn writes(family: &Family, child: Value) -> Answer {
    let read = family.parent.get(&record(family));
    let etag = read.header("etag").expect("an ETag").to_owned();
    let body = json!({ "children": [merged(json!({ "id": family.children[0] }), child)] });
    family.parent.call(Method::PATCH, &record(family)).json(&body).if_match(&etag).send()
}

fn requests(client: &Client) -> Vec<Value> {
    let page = client.get("/api/v1/child-requests").expect(200);
    page["items"].as_array().expect("a list").clone()
}

fn settles(client: &Client, request: &Value, body: Value) -> Answer {
    client.post(&format!("/api/v1/child-requests/{}/settle", id(request)), &body)
}

/// How many letters wait for somebody.
fn waiting(app: &TestApp, to: &str) -> usize {
    let kinds = ["booked", "changed", "booking_cancelled", "cannot_be_met", "session_cancelled"];
    let all = kinds.into_iter().flat_map(|kind| letters(app, kind));
    all.filter(|letter| letter.to == to).count()
}

const TYPED: &str = "I know where you live";

both! {
    fn a_child_is_changed_by_what_staff_accept_and_nothing_else(app) {
        let world = World::new(app);
        let mother = world.family("Mother");
        let father = world.other_home(&mother, "Father");
        let session = world.session(json!({}));
        let booked = [mother.books(&session).expect(201), father.books(&session).expect(201)];
        let fathers = father.parent.get(&record(&father)).text;

        let old = json!({ "name": TYPED, "born_on": "2012-05-05" });
        let answer = writes(&mother, old.clone()).expect(202);
        assert_eq!(answer["children"][0]["name"], "Mother 0", "not before it is settled");
        assert_eq!(answer["requests"][0]["name"], TYPED);
        assert_eq!(answer["requests"][0]["state"], "open");
        // Said again, it is asked once.
        writes(&mother, old).expect(202);
        assert_eq!(father.parent.get(&record(&father)).text, fathers);
        assert!(!world.staff.get("/api/v1/tasks").expect(200).to_string().contains(TYPED));

        let open = requests(&world.staff);
        assert_eq!(open.len(), 1, "{open:?}");
        settles(&world.staff, &open[0], json!({ "accept": false })).refused(422, "invalid_request");
        let no = json!({ "accept": false, "why": "The birth certificate says otherwise." });
        settles(&world.staff, &open[0], no.clone()).expect(200);
        settles(&world.staff, &open[0], no.clone()).refused(409, "no_longer_open");
        let read = mother.parent.get(&record(&mother)).expect(200);
        assert_eq!(read["requests"][0]["why"], no["why"]);
        assert_eq!(father.parent.get(&record(&father)).text, fathers);
        for (family, booking) in [(&mother, &booked[0]), (&father, &booked[1])] {
            assert_eq!(family.status(booking), "booked");
        }

        // Accepted it holds for every household, and what was booked is judged again.
        writes(&mother, json!({ "name": "Robin", "born_on": "2020-01-01" })).expect(202);
        settles(&world.staff, &requests(&world.staff)[0], json!({ "accept": true })).expect(200);
        assert_eq!(father.parent.get(&record(&father)).expect(200)["children"][0]["name"], "Robin");
        for (family, booking) in [(&mother, &booked[0]), (&father, &booked[1])] {
            assert_eq!(family.status(booking), "cancelled");
        }
        assert!(letters(app, "cannot_be_met").iter().all(|letter| !letter.says(TYPED)));
    }

    fn records_that_both_ask_for_a_change_of_the_child_are_joined_once_one_is_settled(app) {
        let world = World::new(app);
        let (one, other) = (world.family("Amina Khan"), world.family("Amina Kahn"));
        for (family, name) in [(&one, "Yusuf Khan"), (&other, "Yusuf Kahn")] {
            writes(family, json!({ "name": name, "born_on": "2025-11-01" })).expect(202);
        }
        let path = format!("{}/join-records", record(&one));
        let join = json!({ "family_id": other.id,
            "children": [[one.children[0], other.children[0]]] });
        let refused = world.staff.post(&path, &join).refused(409, "records_cannot_be_joined");
        let why = refused["against"][0]["detail"].as_str().expect("a reason");
        assert!(why.contains("settle one first"), "{refused}");

        let open = requests(&world.staff);
        let theirs = open.iter().find(|one| one["family_id"] == other.id.as_str()).expect("theirs");
        settles(&world.staff, theirs, json!({ "accept": true })).expect(200);
        world.staff.post(&path, &join).expect(200);
        let left = requests(&world.staff);
        assert_eq!(left.len(), 1, "{left:?}");
        settles(&world.staff, &left[0], json!({ "accept": true })).expect(200);
        let read = world.staff.get(&record(&one)).expect(200);
        assert_eq!(read["children"][0]["name"], "Yusuf Khan");
    }

    fn a_parent_is_answered_the_same_with_one_household_or_two(app) {
        let world = World::new(app);
        let answers = |name: &str, shared: bool| -> Vec<Value> {
            let family = world.family(name);
            if shared {
                world.other_home(&family, "Elsewhere");
            }
            let body = json!({ "carers": [{ "name": name }], "centre_id": world.centre,
                "children": [{ "name": "Bump", "due_on": "2026-11-10" }] });
            let expecting = world.staff.post("/api/v1/families", &body).expect(201);
            let (home, carer) = (id(&expecting), id(&expecting["carers"][0]));
            let person = Person { family: Some(&home), carer: Some(&carer), ..Person::default() };
            let expects = Family { children: vec![id(&expecting["children"][0])],
                parent: app.sign_in(Role::Parent, &person), described: Value::Null, id: home };
            if shared {
                world.other_home(&expects, "Elsewhere too");
            }
            let baby = json!({ "babies": [{ "name": "Mia", "born_on": "2026-11-12" }] });
            let elsewhere = json!({ "to_family_id": expects.id });
            family.parent.post(&deed(&family, "move"), &elsewhere).refused(404, "not_found");
            let told = [
                writes(&family, json!({ "name": "Robin", "born_on": "2025-11-01" })),
                expects.parent.post(&deed(&expects, "birth"), &baby),
                expects.parent.post(&deed(&expects, "end"), &json!({ "ended": "pregnancy_ended" })),
                family.parent.post(&deed(&family, "end"), &json!({ "ended": "died" })),
                family.parent.post(&deed(&family, "move"), &json!({})),
            ];
            told.into_iter().map(|answer| {
                let said = answer.expect(202);
                json!({ "children": said["children"].as_array().map(Vec::len),
                    "membership": said["membership"]["status"], "version": said["version"],
                    "asked": said["requests"].as_array().expect("requests").iter()
                        .map(|request| merged(request.clone(), json!({ "id": null,
                            "family_id": null, "child_id": null, "child_name": null })))
                        .collect::<Vec<_>>() })
            }).collect()
        };
        assert_eq!(answers("Alone", false), answers("Apart", true));
    }

    fn a_reported_death_stops_mail_to_the_household_that_reported_it_and_no_other(app) {
        let world = World::new(app);
        let mother = world.family("Mother");
        let father = world.other_home(&mother, "Father");
        let session = world.session(json!({}));
        let booked = [mother.books(&session).expect(201), father.books(&session).expect(201)];
        mother.parent.post(&deed(&mother, "end"), &json!({ "ended": "died" })).expect(202);

        let tasks = world.staff.get("/api/v1/tasks?kind=child_silenced").expect(200);
        assert_eq!(tasks["items"].as_array().map(Vec::len), Some(1), "one prompt, of one household");
        let (to_mother, to_father) = ("mother@example.org", "father@example.org");
        assert_eq!((waiting(app, to_mother), waiting(app, to_father)), (0, 1));
        let shown = world.staff.get(&format!("/api/v1/sessions/{session}"));
        let etag = shown.header("etag").expect("an ETag").to_owned();
        let later = json!({ "starts_at": "2026-11-23T11:00:00Z", "ends_at": "2026-11-23T12:00:00Z" });
        let call = world.staff.call(Method::PATCH, &format!("/api/v1/sessions/{session}"));
        call.json(&later).if_match(&etag).send().expect(200);
        assert_eq!((waiting(app, to_mother), waiting(app, to_father)), (0, 2));
        assert_eq!(father.status(&booked[1]), "booked");

        // Refused, its messages come again; accepted, its places are given up without a word.
        let no = json!({ "accept": false, "why": "We spoke." });
        settles(&world.staff, &requests(&world.staff)[0], no).expect(200);
        let other = world.session(json!({ "starts_at": "2026-12-01T10:00:00Z",
            "ends_at": "2026-12-01T11:00:00Z" }));
        mother.books(&other).expect(201);
        assert_eq!(waiting(app, to_mother), 1);
        mother.parent.post(&deed(&mother, "end"), &json!({ "ended": "died" })).expect(202);
        settles(&world.staff, &requests(&world.staff)[0], json!({ "accept": true })).expect(200);
        assert_eq!(mother.status(&booked[0]), "cancelled");
        assert_eq!(waiting(app, to_mother), 0);
    }

    fn a_request_is_for_staff_of_the_household_and_for_the_lead_where_either_is_restricted(app) {
        let world = World::new(app);
        let mother = world.family("Mother");
        let father = world.other_home(&mother, "Father");
        let elsewhere = json!({ "name": "Elsewhere", "phone": "0161 912 2122" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &elsewhere).expect(201));
        let other = app.sign_in(Role::Staff, &Person { centre: Some(&elsewhere), ..Person::default() });
        let lead = app.as_role(Role::SafeguardingLead);
        writes(&mother, json!({ "name": "Robin", "born_on": "2025-11-01" })).expect(202);
        let request = requests(&world.staff).remove(0);
        let yes = json!({ "accept": true });
        assert_eq!(requests(&other), Vec::<Value>::new());
        settles(&other, &request, yes.clone()).refused(404, "not_found");
        father.parent.get("/api/v1/child-requests").refused(403, "not_allowed");

        let hidden = json!({ "restricted": true, "unsafe_address": false });
        lead.put(&format!("{}/restriction", record(&father)), &hidden).expect(200);
        assert_eq!(requests(&world.staff), Vec::<Value>::new());
        settles(&world.staff, &request, yes.clone()).refused(404, "not_found");
        assert_eq!(requests(&lead).len(), 1);
        settles(&lead, &request, yes).expect(200);
        // Staff's own changes stay direct.
        world.staff.post(&deed(&mother, "end"), &json!({ "ended": "died" })).expect(200);
    }
}
