//! Each of these pages and forms, by role: refused to every role that the policy does not give its
//! act, whatever it is about; and nothing is there for whoever has not signed in.

use firstplace::access::policy::{Grant, grant};
use firstplace::access::{Act, Role};
use ureq::http::Method;

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};

const NOTHING: &str = "0198c0de7f3a7d0e9d1c2b3a4f5e6d7c";

/// Pages that are read, and who may.
const PAGES: &[(&str, Act)] = &[
    ("/today", Act::SeeTasks),
    ("/families", Act::SeeTasks),
    ("/families?q=moss", Act::SeeTasks),
    ("/families/{}", Act::SeeTasks),
    ("/families/{}/places", Act::SeeTasks),
    ("/families/{}/book", Act::SeeTasks),
    ("/families/{}/bookings/{}", Act::SeeTasks),
    ("/families/{}/card.pdf", Act::SeeTasks),
    ("/families/{}/carers/{}/end-access", Act::EndAccess),
    ("/families/{}/duplicates/{}", Act::JoinRecords),
    ("/sessions/{}/desk", Act::KeepRegister),
    ("/sessions/{}/desk/cancel", Act::Plan),
    ("/sessions/{}/desk/change", Act::Plan),
    ("/lists/to-ring", Act::SeeTasks),
    ("/lists/new-callers", Act::DoTasks),
    ("/lists/not-reached", Act::SeeTasks),
    ("/lists/tasks", Act::SeeTasks),
    ("/lists/no-contact", Act::SeeReports),
    ("/lists/no-contact?format=csv", Act::SeeReports),
    ("/lists/two-year-olds", Act::SeeReports),
    ("/lists/to-be-told", Act::SeeFeeds),
    ("/lists/birthday-print", Act::SeePrintList),
    ("/lists/birthday-print/labels.pdf", Act::SeePrintList),
    ("/lists/lost-touch", Act::SeeTasks),
    ("/lists/proposals", Act::SeeContacts),
    ("/lists/feeds", Act::SeeFeeds),
    ("/registers", Act::SeeRegister),
    ("/registers/{}", Act::SeeRegister),
    ("/registers/building/{}", Act::SeeBuilding),
    ("/admin/devices", Act::ManageDevices),
];

/// Forms, and who may send them.
const FORMS: &[(&str, Act)] = &[
    ("/today/tasks/{}", Act::DoTasks),
    ("/families/new", Act::MakeFamily),
    ("/families/{}/book", Act::Book),
    ("/families/{}/bookings/{}/cancel", Act::ChangeBooking),
    ("/families/{}/bookings/{}/move", Act::ChangeBooking),
    ("/families/{}/bookings/{}/answer", Act::AnswerOffer),
    ("/families/{}/restriction", Act::RestrictFamily),
    ("/families/{}/card", Act::IssueCard),
    ("/families/{}/carers/{}/end-access", Act::EndAccess),
    ("/families/{}/duplicates/{}/merge", Act::JoinRecords),
    ("/families/{}/duplicates/{}/dismiss", Act::JoinRecords),
    ("/families/{}/joins/{}/undo", Act::JoinRecords),
    ("/sessions/{}/desk/register", Act::KeepRegister),
    ("/sessions/{}/desk/line", Act::MoveInLine),
    ("/sessions/{}/desk/cancel", Act::Plan),
    ("/sessions/{}/desk/change", Act::Plan),
    ("/lists/to-ring", Act::DoTasks),
    ("/lists/no-contact", Act::RecordContact),
    ("/lists/birthday-print", Act::SeePrintList),
    ("/lists/proposals", Act::RecordContact),
    ("/registers/{}", Act::TakeRegister),
    ("/registers/{}/complete", Act::KeepRegister),
    ("/admin/devices", Act::ManageDevices),
    ("/admin/devices/{}/revoke", Act::ManageDevices),
];

fn of_nothing(path: &str) -> String {
    path.replace("{}", NOTHING)
}

fn sends(app: &TestApp, client: &Client, path: &str) -> Answer {
    let token = client.token().unwrap_or_default();
    app.nobody
        .call(Method::POST, path)
        .header("cookie", format!("firstplace={token}"))
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .raw("outcome=spoke")
        .send()
}

fn judge(answer: &Answer, role: Role, act: Act, path: &str) {
    let said = format!("{path} as {}: {}", role.as_str(), answer.text);
    if grant(role, act) == Grant::No {
        assert_eq!(answer.status, 403, "{said}");
    } else {
        assert!(![401, 403].contains(&answer.status) && answer.status < 500, "{said}");
    }
}

both! {
    fn every_page_is_refused_to_every_role_without_its_act(app) {
        for role in Role::ALL {
            let client = app.as_role(*role);
            for (path, act) in PAGES {
                judge(&client.open(&of_nothing(path)), *role, *act, path);
            }
            let lists = client.open("/lists");
            let has_one = [Act::SeeTasks, Act::SeeReports, Act::SeeFeeds, Act::SeeContacts];
            let has_one = has_one.iter().any(|act| grant(*role, *act) != Grant::No);
            assert_eq!(lists.status, if has_one { 200 } else { 403 }, "{}", role.as_str());
        }
    }

    fn every_form_is_refused_to_every_role_without_its_act(app) {
        for role in Role::ALL {
            let client = app.as_role(*role);
            for (path, act) in FORMS {
                judge(&sends(app, &client, &of_nothing(path)), *role, *act, path);
            }
        }
    }

    fn whoever_has_not_signed_in_is_sent_to_do_so(app) {
        for (path, _) in PAGES {
            let answer = app.nobody.get(&of_nothing(path));
            assert_eq!(answer.status, 303, "{path}: {}", answer.text);
            assert!(answer.header("location").is_some_and(|to| to.starts_with("/sign-in")));
        }
        assert_eq!(app.as_role(Role::Staff).open("/lists/no-such-list").status, 404);
    }
}
