//! The demo's borough, as a newcomer finds it.

use firstplace::access::Actor;
use firstplace::demo::borough::Borough;

use crate::support::app::both;

both! {
    fn the_borough_can_be_planned_at_any_hour_of_any_day(app) {
        for now in ["2026-11-22T07:44:00Z", "2027-03-27T23:59:59Z", "2027-10-31T00:30:00Z"] {
            app.set_clock(now);
            let rolled_back = app.store.write(Actor::service(), |tx| {
                let planned = Borough::read()?.plan(tx)?;
                assert_eq!(planned.centres.len(), 4);
                assert!(planned.public.len() >= 10, "{}", planned.public.len());
                assert!(planned.in_referral_window.len() >= 10);
                Err::<(), _>(firstplace::fault::Fault::not_found("end of the trial"))
            });
            assert_eq!(rolled_back.expect_err("always").code().as_str(), "not_found");
        }
    }
}
