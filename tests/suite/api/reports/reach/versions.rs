//! What is known of a child is a version that holds from one change of the records to the next;
//! whatever changes a record writes one, and the auditor finds where that was forgotten.

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_query;
use firstplace::access::{Actor, Role};
use firstplace::areas::import;
use firstplace::areas::import::service::Import;
use firstplace::base::id::{ChildId, FamilyId};
use firstplace::db::Tx;
use firstplace::reach::facts;
use firstplace::reach::facts::ChildFact;
use firstplace::reach::service::history;
use serde_json::{Value, json};

use crate::support::app::{TestApp, both};
use crate::support::trafford::POSTCODES;
use crate::support::world::{World, id, merged, referral};

pub fn versions(app: &TestApp, child: &str) -> Vec<ChildFact> {
    let child = ChildId::from(child);
    app.store.read(Actor::service(), |tx| facts::store::versions(tx, &child)).expect("versions")
}

/// What a child's live version says, and how many there are.
fn live(app: &TestApp, child: &str) -> (ChildFact, usize) {
    let all = versions(app, child);
    let count = all.len();
    let last = all.into_iter().last().expect("a version");
    assert_eq!(last.known_until, None);
    (last, count)
}

/// Each version begins where the one before it ended.
fn unbroken(app: &TestApp, child: &str) {
    let all = versions(app, child);
    for pair in all.windows(2) {
        assert_eq!(pair[0].known_until, Some(pair[1].known_from));
    }
}

fn change(world: &World, family: &str, body: Value) {
    let path = format!("/api/v1/families/{family}");
    let shown = world.staff.get(&path).expect(200);
    let version = shown["version"].as_i64().expect("a version").to_string();
    let patch = world.staff.call(ureq::http::Method::PATCH, &path);
    patch.if_match(&format!("\"{version}\"")).json(&body).send().expect(200);
}

both! {
    fn each_change_of_a_record_is_a_version_and_the_same_again_is_none(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let child = &family.children[0];
        let (first, count) = live(app, child);
        assert_eq!((count, first.known_from), (1, app.now()));
        assert_eq!(first.centre_id.as_ref().map(ToString::to_string), Some(world.centre.clone()));
        assert_eq!(first.joined_on.map(|day| day.to_string()), Some("2026-11-16".to_owned()));
        assert_eq!(first.place.as_str(), "unknown");

        app.advance(TimeDelta::hours(1));
        change(&world, &family.id, json!({ "postcode": "M31 4FL" }));
        let (second, count) = live(app, child);
        assert_eq!((count, second.postcode.as_deref()), (2, Some("M31 4FL")));
        app.advance(TimeDelta::hours(1));
        change(&world, &family.id, json!({ "postcode": "M31 4FL" }));
        assert_eq!(live(app, child).1, 2, "nothing new is known");

        let groups = format!("/api/v1/families/{}/groups", family.id);
        let stated = json!({ "code": "lone_parent", "since_on": "2026-10-01",
            "evidence": "said_by_family", "review_on": "2027-05-01" });
        world.staff.post(&groups, &stated).expect(201);
        assert_eq!(live(app, child).0.target_groups, "lone_parent:2026-10-01:");
        app.advance(TimeDelta::days(1));
        let ending = format!("{groups}/lone_parent");
        world.staff.call(ureq::http::Method::DELETE, &ending).send().expect(200);
        assert_eq!(live(app, child).0.target_groups, "lone_parent:2026-10-01:2026-11-17");

        world.staff.post(&format!("/api/v1/families/{}/opt-out", family.id), &json!({})).expect(200);
        let (last, _) = live(app, child);
        assert_eq!(last.left_on.map(|day| day.to_string()), Some("2026-11-17".to_owned()));
        unbroken(app, child);
    }

    fn a_referral_is_known_until_it_is_withdrawn_and_a_restricted_place_is_not(app) {
        let world = World::new(app);
        let family = world.family("Ada");
        let session = world.session(json!({}));
        let professional = world.professional("health");
        let body = merged(referral(&family), json!({ "target_groups": ["isolated"] }));
        let refer = format!("/api/v1/sessions/{session}/referrals");
        let referred = professional.post(&refer, &body).expect(201);
        assert_eq!(live(app, &family.children[0]).0.target_groups, "isolated:2026-11-16:");
        app.advance(TimeDelta::hours(1));
        let lead = app.as_role(Role::SafeguardingLead);
        let restrict = format!("/api/v1/families/{}/restriction", family.id);
        let restriction = json!({ "restricted": true, "unsafe_address": false });
        lead.call(ureq::http::Method::PUT, &restrict).json(&restriction).send().expect(200);
        assert_eq!(live(app, &family.children[0]).0.place.as_str(), "restricted");
        app.advance(TimeDelta::days(1));
        let withdraw = format!("/api/v1/referrals/{}/withdraw", id(&referred));
        professional.post(&withdraw, &json!({})).expect(200);
        let groups = live(app, &family.children[0]).0.target_groups;
        assert_eq!(groups, "isolated:2026-11-16:2026-11-17");
    }

    fn guests_are_not_known_and_a_joined_child_leads_to_the_other(app) {
        let world = World::new(app);
        let guest = json!({ "carers": [{ "name": "Guest", "phone": "07700 900123" }],
            "children": [{ "name": "Nobody", "born_on": "2025-01-01" }], "guest": true });
        let guest = world.staff.post("/api/v1/families", &guest).expect(201);
        assert!(versions(app, &id(&guest["children"][0])).is_empty());

        let (one, other) = (world.family("Ada"), world.family("Ada Again"));
        app.advance(TimeDelta::hours(1));
        let body = json!({ "family_id": other.id,
            "children": [[one.children[0], other.children[0]]] });
        let path = format!("/api/v1/families/{}/join-records", one.id);
        let joined = world.staff.post(&path, &body).expect(200);
        let (gone, _) = live(app, &other.children[0]);
        assert_eq!(gone.joined_into, Some(ChildId::from(one.children[0].as_str())));
        assert_eq!((gone.family_id, gone.joined_on), (None, None));
        app.is_sound();

        app.advance(TimeDelta::hours(1));
        let undo = format!("/api/v1/joined-records/{}/undo", id(&joined));
        world.staff.post(&undo, &json!({})).expect(200);
        let (back, count) = live(app, &other.children[0]);
        assert_eq!((back.joined_into, count), (None, 3));
        assert_eq!(back.family_id, Some(FamilyId::from(other.id.as_str())));
    }

    fn an_erased_place_is_kept_as_its_lsoas_in_every_version(app) {
        let world = World::new(app);
        let postcodes = Import {
            bytes: POSTCODES.to_vec(),
            file_name: "trafford_postcodes.csv".to_owned(),
            vintage: None,
            year: None,
            table: None,
        };
        import::service::postcodes(&app.store, &postcodes, &mut |_, _| {}).expect("postcodes");
        let family = world.family("Ada");
        change(&world, &family.id, json!({ "postcode": "M31 4FL" }));
        let of = FamilyId::from(family.id.as_str());
        let erase = move |tx: &mut Tx| history::erase_places(tx, &of);
        app.store.write(Actor::service(), erase).expect("erased");
        let (erased, _) = live(app, &family.children[0]);
        assert_eq!((erased.place.as_str(), erased.postcode), ("lsoa", None));
        assert!(erased.lsoa_2021.is_some());
        // The record itself still has its postcode.
        app.expect_broken(&["in its history"]);
    }

    /// The control: a version that says something else is found.
    fn a_version_that_is_not_what_is_known_is_found(app) {
        let world = World::new(app);
        world.family("Ada");
        app.is_sound();
        for (spoils, mends) in [
            ("update child_facts set left_on = '2026-01-01'",
                "update child_facts set left_on = null"),
            ("update memberships set joined_on = '2020-01-01'",
                "update memberships set joined_on = '2026-11-16'"),
            ("delete from child_facts", ""),
        ] {
            let run = |statement: &'static str| {
                let work = move |tx: &mut Tx| Ok(sql_query(statement).execute(tx.conn())?);
                app.store.write(Actor::service(), work).expect("it is written")
            };
            run(spoils);
            app.expect_broken(&["in its history"]);
            assert_eq!(app.broken().len(), 1, "{spoils}");
            if mends.is_empty() {
                assert_eq!(history::fill_all(&app.store).expect("filled"), 1);
            } else {
                run(mends);
            }
            app.is_sound();
        }
    }
}
