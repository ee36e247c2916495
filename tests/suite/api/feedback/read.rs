//! Who reads what a family wrote, and what becomes of it.

use diesel::prelude::*;
use firstplace::access::{Actor, Role};
use firstplace::db::schema::audit_families;
use serde_json::{Value, json};

use super::{came, says};
use crate::api::registers::weeks::weekly;
use crate::support::app::{TestApp, both};
use crate::support::client::Client;
use crate::support::mail::letters;
use crate::support::people::Person;
use crate::support::world::{Family, World, id};

const TEXTS: &str = "/api/v1/feedback-texts";

/// A family that came and wrote something, and its text as staff see it.
fn written(app: &TestApp) -> (World<'_>, String, Family, Value) {
    let world = World::new(app);
    let session = weekly(&world, 0, json!({}));
    let family = world.family("Ada");
    came(&world, &session, &[&family]);
    let said = json!({ "good": false, "text": "Ann shouted at Zac." });
    says(&family, &session, &said).expect(200);
    let listed = texts(&world.staff, "");
    let text = listed.into_iter().next().expect("a text");
    (world, session, family, text)
}

#[track_caller]
fn texts(who: &Client, query: &str) -> Vec<Value> {
    who.get(&format!("{TEXTS}{query}")).expect(200)["items"].as_array().expect("a list").clone()
}

fn judge(who: &Client, text: &Value, body: &Value) -> crate::support::client::Answer {
    who.post(&format!("{TEXTS}/{}/finding", id(text)), body)
}

fn nothing() -> Value {
    json!({ "finding": "nothing", "names_nobody": true })
}

both! {
    fn staff_of_the_centre_read_a_text_and_say_what_came_of_it(app) {
        let (world, session, family, text) = written(app);
        assert_eq!(text["text"], "Ann shouted at Zac.");
        assert_eq!((&text["session_id"], &text["good"]), (&json!(session), &json!(false)));
        assert_eq!((&text["read_by"], &text["overdue"]), (&json!("2026-11-25"), &json!(false)));
        assert_eq!(text["kept_until"], "2027-02-21", "ninety days after the session");
        assert!(text["family_id"].is_null(), "whose it is matters to nobody yet: {text}");

        let read = judge(&world.staff, &text, &nothing()).expect(200);
        assert_eq!((&read["finding"], &read["family_id"]), (&json!("nothing"), &Value::Null));
        assert!(texts(&world.staff, "").is_empty());
        assert_eq!(texts(&world.staff, "?state=read").len(), 1);
        world.staff.post(&format!("{TEXTS}/{}/done", id(&text)), &json!({}))
            .refused(409, "no_longer_open");

        let again = json!({ "finding": "follow_up", "names_nobody": true });
        let read = judge(&world.staff, &text, &again).expect(200);
        assert_eq!(read["family_id"], family.id.as_str(), "whoever follows it up rings the family");
        assert_eq!(texts(&world.staff, "?state=to_follow_up").len(), 1);
        let done = format!("{TEXTS}/{}/done", id(&text));
        let once = world.staff.post(&done, &json!({})).expect(200);
        app.advance(chrono::TimeDelta::hours(1));
        assert_eq!(world.staff.post(&done, &json!({})).expect(200)["done_at"], once["done_at"]);
        assert!(texts(&world.staff, "?state=to_follow_up").is_empty());
    }

    fn names_are_left_out_and_nothing_else_is_changed(app) {
        let (world, _, _, text) = written(app);
        let body = |without: &str| json!({ "finding": "nothing", "without_names": without });
        for wrong in [
            json!({ "finding": "nothing" }),
            json!({ "finding": "nothing", "names_nobody": true, "without_names": "[name]" }),
            body("All was well."),
            body("[name] smiled at [name]."),
        ] {
            judge(&world.staff, &text, &wrong).refused(422, "invalid_request");
        }
        let read = judge(&world.staff, &text, &body("[name] shouted at [name].")).expect(200);
        assert_eq!(read["text"], "[name] shouted at [name].");
        assert_eq!(texts(&world.staff, "?state=read")[0]["text"], "[name] shouted at [name].");
    }

    fn a_text_that_nobody_read_in_two_working_days_is_overdue(app) {
        let (world, _, _, _) = written(app);
        app.set_clock("2026-11-25T23:59:00Z");
        assert_eq!(texts(&world.staff, "")[0]["overdue"], false);
        app.set_clock("2026-11-26T00:00:00Z");
        assert_eq!(texts(&world.staff, "")[0]["overdue"], true);
    }

    fn a_concern_goes_to_the_safeguarding_lead_alone(app) {
        let (world, _, family, text) = written(app);
        let lead = app.as_role(Role::SafeguardingLead);
        judge(&lead, &text, &nothing()).refused(404, "not_found");

        let concern = json!({ "finding": "concern", "names_nobody": true });
        judge(&world.staff, &text, &concern).expect(200);
        assert!(texts(&world.staff, "?state=read").is_empty());
        judge(&world.staff, &text, &nothing()).refused(404, "not_found");

        let told = letters(app, "concern_written");
        assert_eq!(told.len(), 1);
        assert!(told[0].says("Partington Children's Centre"));
        assert!(!told[0].says("Ann") && !told[0].says("Ada"), "{:?}", told[0].written);
        let theirs = texts(&lead, "?state=to_follow_up");
        assert_eq!(theirs.len(), 1);
        assert_eq!(theirs[0]["family_id"], family.id.as_str());
        lead.post(&format!("{TEXTS}/{}/done", id(&text)), &json!({})).expect(200);
    }

    fn what_is_written_after_a_reading_is_read_by_itself(app) {
        let (world, session, family, text) = written(app);
        judge(&world.staff, &text, &nothing()).expect(200);
        says(&family, &session, &json!({ "good": true, "text": "It is better now." })).expect(200);
        assert_eq!(texts(&world.staff, "")[0]["text"], "It is better now.");
        assert_eq!(texts(&world.staff, "?state=read")[0]["text"], "Ann shouted at Zac.");
    }

    fn every_reading_stands_in_the_log_of_the_family(app) {
        let (world, _, family, _) = written(app);
        let lines = || {
            let id = family.id.clone();
            let read = app.store.read(Actor::service(), move |tx| {
                let of = audit_families::table.filter(audit_families::family_id.eq(id.as_str()));
                Ok(of.count().get_result::<i64>(tx.conn())?)
            });
            read.expect("the log is read")
        };
        let before = lines();
        texts(&world.staff, "");
        assert_eq!(lines(), before + 1);
    }

    /// The model: staff of the centre, and of all centres, read what is neither a restricted family's
    /// nor a concern; leads read that alone; nobody else reads anything.
    fn nobody_reads_a_text_but_those_who_may(app) {
        let (world, _, family, text) = written(app);
        let body = json!({ "name": "Sale West" });
        let elsewhere = id(&world.admin.post("/api/v1/centres", &body).expect(201));
        let lead = app.as_role(Role::SafeguardingLead);
        let limits = format!("/api/v1/families/{}/restriction", family.id);
        let concern = json!({ "finding": "concern", "names_nobody": true });
        let rewritten = json!({ "finding": "nothing", "without_names": "[name] was kind." });

        for (restricted, finding) in
            [(false, None), (true, None), (false, Some("concern")), (true, Some("concern"))]
        {
            let limited = json!({ "restricted": restricted, "unsafe_address": false });
            lead.put(&limits, &limited).expect(200);
            if finding.is_some() && !restricted {
                judge(&world.staff, &text, &concern).expect(200);
            }
            let state = if finding.is_some() { "?state=read" } else { "?state=to_read" };
            // What is said of it here changes nothing: it is so already, or is refused.
            let (again, known) = if finding.is_some() { (&concern, 200) } else { (&rewritten, 422) };
            let is_for_leads = restricted || finding.is_some();
            for role in Role::ALL.iter().copied() {
                for centre in [None, Some(world.centre.as_str()), Some(elsewhere.as_str())] {
                    let who = app.sign_in(role, &Person { centre, ..Person::default() });
                    let may = match role {
                        Role::Staff => !is_for_leads && centre != Some(elsewhere.as_str()),
                        Role::SafeguardingLead => is_for_leads,
                        _ => false,
                    };
                    let case = format!("{role:?} {centre:?} {restricted} {finding:?}");
                    let list = who.get(&format!("{TEXTS}{state}"));
                    match role {
                        Role::Staff | Role::SafeguardingLead => {
                            let seen = list.expect(200)["items"].as_array().map(Vec::len);
                            assert_eq!(seen, Some(usize::from(may)), "{case}");
                            let status = judge(&who, &text, again).status;
                            assert_eq!(status, if may { known } else { 404 }, "{case}");
                        }
                        _ => drop(list.refused(403, "not_allowed")),
                    }
                }
            }
        }
    }
}
