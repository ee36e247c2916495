//! Lists to work through: each paged, as a table and on paper, and done by one press.

use serde_json::json;

use super::{action, booked, by_phone, offered_by_phone, restrict, signed_in};
use crate::support::app::both;
use crate::support::world::{World, id};

both! {
    fn a_list_is_paged_printed_and_given_as_a_table(app) {
        let world = World::new(app);
        for number in 0..35 {
            world.family(&format!("Quiet {number:02}"));
        }
        app.set_clock("2028-01-10T10:00:00Z");
        let mut staff = signed_in(app, &world, "staff");
        let first = staff.get("/lists/no-contact");
        assert_eq!(first.status, 200, "{}", first.text);
        assert_eq!(first.text.matches("<li class=\"box\">").count(), 30, "{}", first.text);
        assert!(first.text.contains("Last met 16 Nov 2026"), "{}", first.text);
        let start = first.text.find("/lists/no-contact?after=").expect("a next page");
        let next = first.text[start..].split('"').next().expect("its end");
        let second = staff.get(next).text;
        assert_eq!(second.matches("<li class=\"box\">").count(), 5, "{second}");
        assert!(!second.contains("Next page"), "{second}");
        assert_eq!(staff.get("/lists/no-contact?after=nonsense").status, 422);

        let table = staff.get("/lists/no-contact?format=csv");
        assert_eq!(table.text.lines().count(), 36, "{}", table.text);
        assert!(table.text.contains("Name,Telephone,Why,Last try"), "{}", table.text);
        let paper = staff.get("/lists/no-contact?view=print").text;
        assert_eq!(paper.matches("☐").count(), 35, "{paper}");
    }

    fn a_call_is_kept_as_the_last_try(app) {
        let world = World::new(app);
        let family = by_phone(&world, "Rita Hall");
        app.set_clock("2028-01-10T10:00:00Z");
        let mut staff = signed_in(app, &world, "staff");
        let page = staff.get("/lists/no-contact").text;
        assert!(page.contains("Rita Hall") && page.contains("tel:07700900123"), "{page}");
        assert_eq!(action(&page, "/lists/"), "/lists/no-contact");
        let called = staff.post("/lists/no-contact", &format!("id={}&deed=spoke", id(&family)));
        assert_eq!(called.status, 303, "{}", called.text);
        let contacts = world.staff.get(&format!("/api/v1/contacts?family_id={}", id(&family))).expect(200);
        assert_eq!(contacts["items"][0]["kind"], "phone_call", "{contacts}");
        let page = staff.get("/lists/no-contact").text;
        assert!(page.contains("Rung 10 Jan 2028") || !page.contains("Rita Hall"), "{page}");
        for strange in ["id=%00&deed=spoke", "id=x&deed=spoke"] {
            assert_eq!(staff.post("/lists/no-contact", strange).status, 422, "{strange}");
        }
        let odd = format!("id={}&deed=dance", id(&family));
        assert_eq!(staff.post("/lists/no-contact", &odd).status, 422);
    }

    fn who_was_not_reached_is_rung_from_the_list(app) {
        let world = World::new(app);
        let session = world.session(json!({}));
        booked(&world, &session, &by_phone(&world, "Rita Hall"));
        let ill = json!({ "reason": "The leader is ill" });
        world.staff.post(&format!("/api/v1/sessions/{session}/cancel"), &ill).expect(200);
        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get("/lists/not-reached").text;
        assert!(page.contains("Tell them it is called off: Stay and Play") && page.contains("Rita Hall"), "{page}");
        let task = id(&world.staff.get("/api/v1/tasks?kind=not_reached").expect(200)["items"][0]);
        let tried = desk.post("/lists/not-reached", &format!("id={task}&deed=no_answer"));
        assert_eq!(tried.status, 303, "{}", tried.text);
        assert!(desk.get("/lists/not-reached").text.contains("Last: Mon 16 Nov, 10:00"));
        desk.post("/lists/not-reached", &format!("id={task}&deed=spoke"));
        assert!(desk.get("/lists/not-reached").text.contains("Nobody is waiting."));
        assert!(desk.get("/lists/to-ring").text.contains("Nobody is waiting."));
    }

    fn a_listed_family_is_told_and_a_lead_reads_only_the_leads(app) {
        let world = World::new(app);
        let (_, family, _) = offered_by_phone(&world);
        let mut lead = signed_in(app, &world, "safeguarding_lead");
        assert!(!lead.get("/lists/to-ring").text.contains("Rita Hall"));
        restrict(&world, &family);
        assert!(lead.get("/lists/to-ring").text.contains("Rita Hall"));
        let mut desk = signed_in(app, &world, "front_desk");
        let page = desk.get("/lists/to-ring").text;
        assert!(!page.contains("Rita Hall") && page.contains("Ask the safeguarding lead"), "{page}");
        let mut staff = signed_in(app, &world, "staff");
        for kind in ["to-be-told", "birthday-print", "proposals", "feeds", "two-year-olds", "lost-touch", "new-callers", "tasks"] {
            let list = staff.get(&format!("/lists/{kind}"));
            assert!(list.status == 200 && list.text.contains("Nobody is waiting."), "{kind}: {}", list.text);
        }
        let index = staff.get("/lists").text;
        assert_eq!(index.matches("href=\"/lists/").count(), 11, "{index}");
    }
}
