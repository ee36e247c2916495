//! Whoever opens a page that names a family leaves a line in that family's log; a page that names
//! nobody leaves none.

use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::db::schema::audit_families;

use super::{offered_by_phone, signed_in};
use crate::support::app::{TestApp, both};
use crate::support::world::{World, id};

/// How many lines are in this family's log.
fn lines(app: &TestApp, family: &str) -> i64 {
    let family = family.to_owned();
    let count = app.store.read(Actor::service(), move |tx| {
        let own = audit_families::table.filter(audit_families::family_id.eq(family));
        Ok(own.count().get_result(tx.conn())?)
    });
    count.expect("the log is counted")
}

both! {
    fn every_page_that_names_a_family_stands_in_its_log(app) {
        let world = World::new(app);
        let (session, family, entry) = offered_by_phone(&world);
        let (family, entry) = (id(&family), id(&entry));
        let mut staff = signed_in(app, &world, "staff");
        for path in [
            "/today".to_owned(),
            "/families?q=rita+hall".to_owned(),
            format!("/families/{family}"),
            format!("/families/{family}/places"),
            format!("/families/{family}/book"),
            format!("/families/{family}/book?session={session}"),
            format!("/families/{family}/bookings/{entry}"),
            format!("/families/{family}/card.pdf"),
            format!("/sessions/{session}/desk"),
            "/lists/to-ring".to_owned(),
            "/lists/to-ring?view=print".to_owned(),
            "/lists/to-ring?format=csv".to_owned(),
        ] {
            let before = lines(app, &family);
            let page = staff.get(&path);
            assert_eq!(page.status, 200, "{path}: {}", page.text);
            assert!(lines(app, &family) > before, "{path} leaves no line");
        }
        for path in ["/families", "/families/new", "/families?q=nobodyatall", "/lists", "/lists/feeds"] {
            let before = lines(app, &family);
            assert_eq!(staff.get(path).status, 200, "{path}");
            assert_eq!(lines(app, &family), before, "{path} names nobody");
        }
    }
}
