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

/// Forms, and who may send them: the roles that have both acts.
const FORMS: &[(&str, [Act; 2])] = &[
    ("/today/tasks/{}", [Act::SeeTasks, Act::DoTasks]),
    ("/families/new", [Act::SeeTasks, Act::MakeFamily]),
    ("/families/{}/book", [Act::SeeTasks, Act::Book]),
    ("/families/{}/bookings/{}/cancel", [Act::SeeTasks, Act::ChangeBooking]),
    ("/families/{}/bookings/{}/move", [Act::SeeTasks, Act::ChangeBooking]),
    ("/families/{}/bookings/{}/answer", [Act::SeeTasks, Act::AnswerOffer]),
    ("/families/{}/restriction", [Act::SeeTasks, Act::RestrictFamily]),
    ("/families/{}/card", [Act::SeeTasks, Act::IssueCard]),
    ("/families/{}/carers/{}/end-access", [Act::SeeTasks, Act::EndAccess]),
    ("/families/{}/duplicates/{}/merge", [Act::SeeTasks, Act::JoinRecords]),
    ("/families/{}/duplicates/{}/dismiss", [Act::SeeTasks, Act::JoinRecords]),
    ("/families/{}/joins/{}/undo", [Act::SeeTasks, Act::JoinRecords]),
    ("/sessions/{}/desk/register", [Act::SeeTasks, Act::KeepRegister]),
    ("/sessions/{}/desk/line", [Act::SeeTasks, Act::MoveInLine]),
    ("/sessions/{}/desk/cancel", [Act::SeeTasks, Act::Plan]),
    ("/sessions/{}/desk/change", [Act::SeeTasks, Act::Plan]),
    ("/lists/to-ring", [Act::SeeTasks, Act::DoTasks]),
    ("/lists/no-contact", [Act::SeeReports, Act::RecordContact]),
    ("/lists/to-be-told", [Act::SeeFeeds, Act::IssueCard]),
    ("/lists/birthday-print", [Act::SeePrintList, Act::SeePrintList]),
    ("/lists/proposals", [Act::SeeContacts, Act::RecordContact]),
    ("/registers/{}", [Act::TakeRegister, Act::TakeRegister]),
    ("/registers/{}/complete", [Act::KeepRegister, Act::KeepRegister]),
    ("/admin/devices", [Act::ManageDevices, Act::ManageDevices]),
    ("/admin/devices/{}/revoke", [Act::ManageDevices, Act::ManageDevices]),
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

fn judge(answer: &Answer, role: Role, acts: &[Act], path: &str) {
    let said = format!("{path} as {}: {}", role.as_str(), answer.text);
    if acts.iter().any(|act| grant(role, *act) == Grant::No) {
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
                judge(&client.open(&of_nothing(path)), *role, &[*act], path);
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
            for (path, acts) in FORMS {
                judge(&sends(app, &client, &of_nothing(path)), *role, acts, path);
            }
        }
    }

    fn without_a_sign_in_every_page_leads_to_it(app) {
        for (path, _) in PAGES {
            let answer = app.nobody.get(&of_nothing(path));
            assert_eq!(answer.status, 303, "{path}: {}", answer.text);
            assert!(answer.header("location").is_some_and(|to| to.starts_with("/sign-in")));
        }
        assert_eq!(app.as_role(Role::Staff).open("/lists/no-such-list").status, 404);
    }
}
