//! What families wrote, on the page of the staff who read it.

use firstplace::access::Role;
use serde_json::{Value, json};

use super::my::browser_of;
use super::shows;
use crate::api::feedback::{came, says};
use crate::api::registers::weeks::weekly;
use crate::support::app::both;
use crate::support::people::Person;
use crate::support::world::{World, id};

both! {
    fn staff_read_a_text_once_and_leave_names_out(app) {
        let world = World::new(app);
        let (family, session) = (world.family("Ada"), weekly(&world, 0, json!({})));
        came(&world, &session, &[&family]);
        says(&family, &session, &json!({ "good": false, "text": "Beth was very loud." })).expect(200);

        let mut staff = browser_of(app, &world.staff);
        let page = staff.get("/feedback-texts");
        shows(&page, 200, &["Beth was very loud.", "It was not so good.", "read by "]);
        assert!(!page.text.contains("Ada"), "whose words they are is not told: {}", page.text);
        let texts = world.staff.get("/api/v1/feedback-texts").expect(200);
        let path = format!("/feedback-texts/{}", id(&texts["items"][0]));

        let unsaid = staff.post(&path, "finding=nothing&text=Beth+was+very+loud.");
        shows(&unsaid, 422, &["Tick that it names nobody", "aria-invalid=\"true\""]);
        let other = staff.post(&path, "finding=nothing&text=[name]+was+kind.");
        assert_eq!(other.status, 422, "another wording is never kept: {}", other.text);
        let read = staff.post(&path, "finding=follow_up&text=[name]+was+very+loud.");
        assert_eq!((read.status, read.header("location")), (303, Some("/feedback-texts")));

        shows(&staff.get("/feedback-texts"), 200, &["Nothing here."]);
        let kept = staff.get("/feedback-texts?state=to_follow_up");
        shows(&kept, 200, &["[name] was very loud.", "Followed up"]);
        assert!(!kept.text.contains("Beth"), "{}", kept.text);
        assert_eq!(staff.post(&format!("{path}/done"), "").status, 303);
        assert!(!staff.get("/feedback-texts?state=to_follow_up").text.contains("loud"));
        shows(&staff.get("/feedback-texts?state=read"), 200, &["[name] was very loud."]);
    }

    fn nobody_else_reads_them(app) {
        let world = World::new(app);
        let (family, session) = (world.family("Ada"), weekly(&world, 0, json!({})));
        came(&world, &session, &[&family]);
        says(&family, &session, &json!({ "good": true, "text": "It was cold." })).expect(200);
        let texts = world.staff.get("/api/v1/feedback-texts").expect(200);
        let path = format!("/feedback-texts/{}", id(&texts["items"][0]));

        let parent = || browser_of(app, &family.parent);
        assert_eq!(parent().get("/feedback-texts").status, 403);
        let form = "finding=nothing&names_nobody=yes&text=It+was+cold.";
        assert_eq!(parent().post(&path, form).status, 403);
        assert_eq!(parent().post(&format!("{path}/done"), "").status, 403);
        let centre = json!({ "name": "Sale Family Hub", "phone": "0161 912 2123" });
        let centre = id(&world.admin.post("/api/v1/centres", &centre).expect(201));
        let elsewhere = Person { centre: Some(&centre), ..Person::default() };
        let there = app.sign_in(Role::Staff, &elsewhere);
        let mut there = browser_of(app, &there);
        let page = there.get("/feedback-texts");
        assert!(page.status == 200 && !page.text.contains("cold"), "{}", page.text);
        assert_eq!(there.post(&path, form).status, 404);
        let still: Value = world.staff.get("/api/v1/feedback-texts").expect(200);
        assert_eq!(still["items"].as_array().map(Vec::len), Some(1));
    }
}
