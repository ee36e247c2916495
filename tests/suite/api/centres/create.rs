//! Centres, venues and rooms as staff see them.

use firstplace::access::Role;
use serde_json::json;

use crate::support::app::both;

both! {
    fn a_centre_that_was_added_is_listed(app) {
        let admin = app.as_role(Role::Administrator);
        let body = json!({ "name": "Partington Children's Centre" });
        let added = admin.post("/api/v1/centres", &body).expect(201);

        let listed = admin.get("/api/v1/centres").expect(200);
        assert_eq!(listed["items"][0]["id"], added["id"]);
        assert_eq!(listed["next"], json!(null));
    }

    fn two_centres_cannot_have_one_name(app) {
        let admin = app.as_role(Role::Administrator);
        let body = json!({ "name": "Partington Children's Centre" });
        admin.post("/api/v1/centres", &body).expect(201);
        admin.post("/api/v1/centres", &body).refused(409, "already_exists");
    }

    fn permission_is_checked_before_the_body(app) {
        let nonsense = json!({ "nonsense": true });
        app.nobody.post("/api/v1/centres", &nonsense).refused(401, "not_signed_in");
        let parent = app.as_role(Role::Parent);
        parent.post("/api/v1/centres", &nonsense).refused(403, "not_allowed");
        let admin = app.as_role(Role::Administrator);
        let problem = admin.post("/api/v1/centres", &nonsense).refused(422, "invalid_request");
        assert_eq!(problem["errors"][0]["pointer"], "/nonsense");
    }
}
