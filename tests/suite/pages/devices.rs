//! Devices of the door as an administrator adds and revokes them on a page.

use super::browser::{Browser, account};
use crate::support::app::both;
use crate::support::world::World;
use serde_json::json;

both! {
    fn an_administrator_adds_a_device_reads_its_code_and_revokes_it(app) {
        let world = World::new(app);
        account(app, "administrator", &world.centre);
        account(app, "manager", &world.centre);
        let path = "/admin/devices";
        assert_eq!(Browser::new(app).get(path).status, 303);
        let mut manager = Browser::new(app);
        manager.signs_in("manager@hubs.example", "/reach");
        assert_eq!(manager.get(path).status, 403);
        assert_eq!(manager.post(path, &format!("name=Mine&centre={}", world.centre)).status, 403);

        let mut admin = Browser::new(app);
        admin.signs_in("administrator@hubs.example", path);
        assert!(admin.get(path).text.contains("There are none."));
        let wrong = admin.post(path, "name=&centre=");
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("href=\"#name\""), "{}", wrong.text);
        let wrong = admin.post(path, "name=Front&centre=");
        assert!(wrong.text.contains("href=\"#centre\"") && wrong.text.contains("value=\"Front\""), "{}", wrong.text);

        let added = admin.post(path, &format!("name=Front+door&centre={}", world.centre));
        assert_eq!(added.status, 200, "{}", added.text);
        let says = "open /door/enrol and type ";
        let at = added.text.find(says).expect("a code") + says.len();
        let code = &added.text[at..at + 14];
        let enrolled = app.nobody.post("/api/v1/door-devices/enrol", &json!({ "code": code }));
        enrolled.expect(200);
        let page = admin.get(path).text;
        assert!(page.contains("Enrolled on") && !page.contains(code), "{page}");

        let start = page.find("/admin/devices/").expect("a button");
        let revoke = page[start..].split('"').next().expect("its end");
        assert_eq!(admin.post(revoke, "").status, 303);
        let page = admin.get(path).text;
        assert!(page.contains("Revoked on") && !page.contains("/revoke"), "{page}");
    }

    fn the_pages_of_a_device_name_nobody_and_are_for_anybody(app) {
        for path in ["/door/offline", "/door/enrol"] {
            let page = app.nobody.get(path);
            assert_eq!(page.status, 200, "{path}");
            let policy = page.header("content-security-policy").expect("a policy");
            assert!(policy.contains("script-src 'self'") && policy.contains("worker-src 'self'"), "{policy}");
        }
    }
}
