//! One person written down twice: the same name in other forms is the same person at every door, a
//! name nearly the same is proposed, and a number that stands for none is nobody's.

use firstplace::access::Role;
use serde_json::{Value, json};
use ureq::http::Method;

use crate::api::families::join::{form, joins};
use crate::api::feeds::{HEADINGS, NHS, all, csv, families, outcomes, row, send};
use crate::api::partners::agreements::professional_with_agreement;
use crate::api::registers::{mark, takes};
use crate::support::app::both;
use crate::support::client::Client;
use crate::support::world::{World, id, merged};

/// One name as it may be typed, sent and saved: composed and not, in capitals, without accents, with
/// other spaces and with marks that show nothing.
const JOSE: [&str; 7] = [
    "José Muñoz",
    "Jose\u{301} Mun\u{303}oz",
    "JOSÉ MUÑOZ",
    "JOSE MUNOZ",
    "José  Muñoz",
    "José\u{a0}Muñoz",
    "Jos\u{200b}é Muñoz",
];

/// Names of which no two are near.
const NOT_ALIKE: [&str; 10] =
    ["Ada", "Bruno", "Cleo", "Dmitri", "Ella", "Finn", "Gwen", "Hugo", "Iris", "Jonas"];

/// Pairs that somebody should look at.
const NEARLY: [(&str, &str); 6] = [
    ("Orla O'Neill", "Orla ONeill"),
    ("Annemarie Low", "Anne-Marie Low"),
    ("Yusuf Khan", "Yusef Khan"),
    ("Ibrahim Khan", "Ibraheem Malik"),
    ("Mohammed Ali", "Muhammad Ali"),
    ("Catherine Smith", "Katherine Smyth"),
];

fn born(name: &str) -> Value {
    json!([{ "name": name, "born_on": "2025-05-14" }])
}

fn family(world: &World, child: &str) -> Value {
    json!({
        "carers": [{ "name": "Ewa Zak", "email": "ewa@example.org" }],
        "children": born(child), "postcode": "M31 4FL", "centre_id": world.centre,
    })
}

fn listed(who: &Client) -> Vec<Value> {
    let list = who.get("/api/v1/possible-duplicates").expect(200);
    list["items"].as_array().expect("items").clone()
}

/// Adds a child to a family at the desk.
fn adds(who: &Client, family: &str, child: &str) -> Value {
    let path = format!("/api/v1/families/{family}");
    let version = format!("\"{}\"", who.get(&path).expect(200)["version"]);
    let patch = who.call(Method::PATCH, &path).json(&json!({ "children": born(child) }));
    patch.if_match(&version).send().expect(200)
}

both! {
    fn an_nhs_number_of_ten_equal_digits_identifies_nobody(app) {
        let world = World::new(app);
        let mut lines = String::new();
        for (name, digit) in NOT_ALIKE.into_iter().zip(0..) {
            let number = digit.to_string().repeat(10);
            let (day, other_day) = (format!("{:02}/03/2026", digit + 1), format!("{:02}/05/2026", digit + 9));
            let (mother, other) = (format!("Mum {name}"), format!("Dad {name}"));
            lines += &row(&number, &format!("{name} First"), &day, &mother, &format!("07700 90010{digit}"));
            lines += &row(&number, &format!("Cora {name}"), &other_day, &other, &format!("07700 90020{digit}"))
                .replace("M33 1AA", "M31 4FL");
        }
        let told = send(&world.staff, "", format!("{HEADINGS}\n{lines}")).expect(200);
        assert_eq!(told["counts"], json!({ "made": 20 }), "{told}");
        assert_eq!(families(app), 20);

        // What such a number is sent with later fits nobody by it.
        let review = "NHS number,Kind,Review date\n1111111111,health review,01/04/2026\n";
        let report = world.staff.call(Method::POST, "/api/v1/feeds/contacts?")
            .header("content-type", "text/csv").raw(review).send().expect(200);
        assert_eq!(outcomes(&report), all("refused", [2]), "{report}");
        // The control: a number of somebody's links.
        let one = [row(NHS[0], "Ann Low", "1/3/2026", "Eve Low", "07700 900123"),
            row(NHS[0], "Ben High", "2/3/2026", "Di High", "07700 900124")];
        let told = send(&world.staff, "", csv(&one)).expect(200);
        assert_eq!(told["counts"], json!({ "made": 1, "known": 1 }), "{told}");
    }

    fn the_same_name_in_another_form_is_the_same_child_of_a_feed(app) {
        let world = World::new(app);
        let line = |name: &str| {
            format!("{name},14/05/2025,Ana Muñoz,1 High St,M33 1AA\n")
        };
        let lines: String = JOSE.map(line).concat();
        let file = format!("Child,DOB,Mother,Address,Postcode\n{lines}").replace("Child", "Child name");
        let told = send(&world.staff, "", file.clone()).expect(200);
        assert_eq!(told["counts"], json!({ "made": 1, "known": JOSE.len() - 1 }), "{told}");
        assert_eq!(families(app), 1);
        // In a file of its own as well.
        for name in JOSE {
            let again = format!("Child name,DOB,Mother,Address,Postcode\n{}", line(name));
            let told = send(&world.staff, "", again).expect(200);
            assert!(told["counts"]["made"].is_null(), "{name}: {told}");
        }
        assert_eq!(families(app), 1);
        assert!(listed(&world.staff).is_empty());
    }

    fn the_same_name_in_another_form_is_the_same_family_at_every_door(app) {
        let world = World::new(app);
        let first = world.staff.post("/api/v1/families", &family(&world, JOSE[0])).expect(201);
        let visitor = professional_with_agreement(&world);
        for name in JOSE {
            let shown = world.staff.post("/api/v1/families", &family(&world, name)).expect(200);
            assert_eq!(shown["id"], first["id"], "{name}");
            let described = merged(family(&world, name), json!({ "centre_id": null }));
            let said = visitor.post("/api/v1/families", &described);
            assert!(said.status < 300, "{}", said.text);
        }
        let session = world.session(json!({}));
        app.set_clock("2026-11-23T10:05:00Z");
        for (name, at) in JOSE.into_iter().zip(0..) {
            let walk_in = json!({ "walk_in": { "family": family(&world, name) } });
            takes(&world.staff, &session, json!([mark(&format!("w{at}"), walk_in)]));
        }
        assert_eq!(families(app), 1);
        let shown = world.staff.get(&format!("/api/v1/families/{}", id(&first))).expect(200);
        assert_eq!(shown["children"].as_array().map(Vec::len), Some(1), "{shown}");
    }

    fn who_opted_out_stays_out_however_the_name_is_written(app) {
        let world = World::new(app);
        let first = world.staff.post("/api/v1/families", &family(&world, JOSE[0])).expect(201);
        world.staff.post(&format!("/api/v1/families/{}/opt-out", id(&first)), &json!({})).expect(200);
        for name in JOSE {
            let again = merged(family(&world, name), json!({ "carers": [{ "name": "Somebody Else" }] }));
            world.staff.post("/api/v1/families", &again).refused(409, "book_as_guest");
            let file = format!(
                "Child name,DOB,Mother,Address,Postcode\n{name},14/05/2025,Somebody Else,1 High St,M31 4FL\n"
            );
            let told = send(&world.staff, "", file).expect(200);
            assert_eq!(outcomes(&told), all("suppressed", [2]), "{name}");
        }
    }

    fn a_leader_is_one_person_however_the_name_is_written(app) {
        let world = World::new(app);
        for (week, leader, others) in [
            (23, "Zoë", &["Zoe\u{308}", "ZOË", "ZOE", "Zo\u{ad}ë"][..]),
            (24, "Ann Lee", &["Ann  Lee", "Ann\u{a0}Lee", "ANN LEE", "Ann\u{2009}Lee"][..]),
            (25, "Łukasz Żak", &["LUKASZ ZAK", "Łukasz Z\u{307}ak"][..]),
        ] {
            let session = |leader: &str, activity: &str| json!({
                "activity_id": activity, "centre_id": world.centre, "leader": leader,
                "starts_at": format!("2026-11-{week}T10:00:00Z"),
                "ends_at": format!("2026-11-{week}T11:00:00Z"),
            });
            world.staff.post("/api/v1/sessions", &session(leader, &world.activity)).expect(201);
            let other = world.activity(json!({ "title": format!("Messy play {week}") }));
            for same in others {
                let clashing = world.staff.post("/api/v1/sessions", &session(same, &other));
                clashing.refused(409, "leader_clash");
            }
            world.staff.post("/api/v1/sessions", &session("Somebody Else", &other)).expect(201);
        }
    }

    fn a_line_that_nearly_matches_a_known_child_is_proposed(app) {
        let world = World::new(app);
        for ((one, other), at) in NEARLY.into_iter().zip(1..) {
            let mother = NOT_ALIKE[at];
            let line = |name: &str| format!("{name},{at:02}/03/2026,{mother},{at} High St,M31 4FL\n");
            let headings = "Child name,DOB,Mother,Address,Postcode\n";
            let told = send(&world.staff, "", format!("{headings}{}{}", line(one), line(other)));
            let words: Vec<String> = outcomes(&told.expect(200)).into_iter().map(|one| one.1).collect();
            assert_eq!(words, ["made", "proposed"], "{one} {other}");
        }
        let scores = listed(&world.staff);
        assert!(scores.iter().all(|pair| pair["score"].as_u64() >= Some(70)), "{scores:?}");
        // Łukasz and LUKASZ is one name: the same child, in the same list or a later one.
        let line = |name: &str| format!("Child name,DOB,Mother,Address,Postcode\n{name},09/09/2025,Ewa Zak,1 High St,M31 4FL\n");
        send(&world.staff, "", line("Łukasz Żak")).expect(200);
        let told = send(&world.staff, "", line("LUKASZ ZAK")).expect(200);
        assert_eq!(outcomes(&told), all("known", [2]));
    }

    fn a_child_nearly_of_the_household_is_proposed_at_the_desk_and_joined_there(app) {
        let world = World::new(app);
        let made = world.staff.post("/api/v1/families", &family(&world, "Łukasz Żak")).expect(201);
        let one = id(&made);
        let changed = adds(&world.staff, &one, "Lukas Zak");
        let pairs = listed(&world.staff);
        assert_eq!(pairs.len(), 1, "{pairs:?}");
        assert_eq!(pairs[0]["family"]["id"], pairs[0]["other_family"]["id"]);
        assert!(pairs[0]["score"].as_u64() >= Some(70), "{}", pairs[0]);
        assert_eq!(pairs[0]["reasons"][1], "the same household");
        // Another name is another child, and a twin's as well.
        adds(&world.staff, &one, "Zara Zak");
        assert_eq!(listed(&world.staff).len(), 1);

        // Both were booked as one party: it is smaller by one from now on.
        let (first, second) = (id(&changed["children"][0]), id(&changed["children"][1]));
        let session = world.session(json!({ "capacity": 8 }));
        let party = json!({ "family_id": one, "child_ids": [first, second], "adults": 1 });
        let booking = world.staff
            .post(&format!("/api/v1/sessions/{session}/bookings"), &merged(party, json!({ "reason": "at the desk" })));
        let booking = booking.expect(201);
        let join = format!("/api/v1/possible-duplicates/{}/join", id(&pairs[0]));
        let preview = world.staff.post(&join, &json!({ "preview": true })).expect(200);
        assert_eq!(preview["against"], json!([]), "{preview}");
        let joined = world.staff.post(&join, &json!({})).expect(200);
        let path = format!("/api/v1/families/{one}");
        let names = |shown: &Value| shown["children"].as_array().expect("children").iter()
            .map(|child| child["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&world.staff.get(&path).expect(200)), ["Łukasz Żak", "Zara Zak"]);
        let seen = world.staff.get(&format!("/api/v1/bookings/{}", id(&booking))).expect(200);
        assert_eq!(seen["child_ids"], json!([pairs[0]["children"][0][0]]), "{seen}");
        assert!(listed(&world.staff).is_empty());
        app.is_sound();

        world.staff.post(&format!("/api/v1/joined-records/{}/undo", id(&joined)), &json!({})).expect(200);
        assert_eq!(names(&world.staff.get(&path).expect(200)).len(), 3);
        let pairs = listed(&world.staff);
        let dismiss = format!("/api/v1/possible-duplicates/{}/dismiss", id(&pairs[0]));
        world.staff.post(&dismiss, &json!({})).expect(200);
        adds(&world.staff, &one, "Ida Zak");
        assert!(listed(&world.staff).is_empty(), "it is not found again");
    }

    fn a_child_nearly_of_the_household_is_proposed_from_every_door(app) {
        let world = World::new(app);
        // A partner describes it, a parent adds it, the family joins once more.
        let made = world.staff.post("/api/v1/families", &family(&world, "Hassan Ali")).expect(201);
        let brother = json!([{ "name": "Zed Ali", "born_on": "2024-01-02" }]);
        let path = format!("/api/v1/families/{}", id(&made));
        let version = format!("\"{}\"", made["version"]);
        world.staff.call(Method::PATCH, &path).json(&json!({ "children": brother }))
            .if_match(&version).send().expect(200);
        let visitor = professional_with_agreement(&world);
        let described = json!({ "carers": [{ "name": "Ewa Zak" }], "postcode": "M31 4FL",
            "children": [{ "name": "Zed Ali", "born_on": "2024-01-02" },
                { "name": "Hussain Ali", "born_on": "2025-05-14" }] });
        visitor.post("/api/v1/families", &described).expect(201);
        assert_eq!(listed(&world.staff).len(), 1, "stated by a partner");

        joins(app, &form(json!({ "children": [{ "name": "Muhammad Khan", "born_on": "2025-03-14" }] })));
        joins(app, &form(json!({ "children": [{ "name": "Mohammed Khan", "born_on": "2025-03-14" }] })));
        let everywhere = app.as_role(Role::Staff);
        assert_eq!(listed(&everywhere).len(), 2, "typed by the family");
    }
}
