//! Every page that the code routes stands here with who may see it, and is opened as nobody and as every
//! role: whoever may not is led to sign in or refused, whatever the address names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use firstplace::access::policy::{Grant, grant};
use firstplace::access::{Act, Role};

use crate::support::app::{TestApp, both};
use crate::support::client::{Answer, Client};

pub enum Who {
    /// Whoever asks, or holds the link.
    Anybody,
    /// A parent, of the own family alone.
    Parent,
    /// The roles that the policy gives an act.
    May(Act),
    /// Of those at a desk, the roles that the policy gives an act.
    AtDesk(Act),
    Roles(&'static [Role]),
}

use Who::{Anybody, AtDesk, May, Parent, Roles};

const PAGES: &[(&str, Who)] = &[
    ("/", Anybody),
    ("/accessibility", Anybody),
    ("/admin/devices", May(Act::ManageDevices)),
    ("/admin/devices/{id}/revoke", May(Act::ManageDevices)),
    ("/admin/languages", May(Act::Translate)),
    ("/admin/languages/{language}", May(Act::Translate)),
    ("/admin/languages/{language}/confirm", May(Act::Translate)),
    ("/admin/languages/{language}/texts/{key}", May(Act::Translate)),
    ("/admin/people", May(Act::ManageAccounts)),
    ("/admin/people/{id}/access", May(Act::ManageAccounts)),
    ("/b/{token}", Anybody),
    ("/b/{token}.ics", Anybody),
    ("/b/{token}/{deed}", Anybody),
    ("/cards", May(Act::GiveCard)),
    ("/contact", Anybody),
    ("/digest", May(Act::SeeReferrals)),
    ("/digest/{session}/tell", May(Act::Refer)),
    ("/docs/faults", Anybody),
    ("/door-worker.js", Anybody),
    ("/door/app.webmanifest", Anybody),
    ("/door/card.js", Anybody),
    ("/door/door.css", Anybody),
    ("/door/enrol", Anybody),
    ("/door/icon.svg", Anybody),
    ("/door/names.js", Anybody),
    ("/door/offline", Anybody),
    ("/door/page.js", Anybody),
    ("/door/queue.js", Anybody),
    ("/embed/whats-on", Anybody),
    ("/exit.js", Anybody),
    ("/families", AtDesk(Act::SeeFamily)),
    ("/families/new", AtDesk(Act::MakeFamily)),
    ("/families/{id}", May(Act::SeeTasks)),
    ("/families/{id}/book", AtDesk(Act::Book)),
    ("/families/{id}/bookings/{booking}", May(Act::SeeTasks)),
    ("/families/{id}/bookings/{booking}/answer", AtDesk(Act::AnswerOffer)),
    ("/families/{id}/bookings/{booking}/cancel", AtDesk(Act::ChangeBooking)),
    ("/families/{id}/bookings/{booking}/move", AtDesk(Act::ChangeBooking)),
    ("/families/{id}/card", May(Act::IssueCard)),
    ("/families/{id}/card.pdf", May(Act::SeeTasks)),
    ("/families/{id}/carers/{carer}/end-access", May(Act::EndAccess)),
    ("/families/{id}/duplicates/{pair}", AtDesk(Act::JoinRecords)),
    ("/families/{id}/duplicates/{pair}/dismiss", May(Act::JoinRecords)),
    ("/families/{id}/duplicates/{pair}/merge", May(Act::JoinRecords)),
    ("/families/{id}/joins/{join}/undo", May(Act::JoinRecords)),
    ("/families/{id}/places", May(Act::SeeTasks)),
    ("/families/{id}/restriction", May(Act::RestrictFamily)),
    ("/feedback-texts", May(Act::ReadFeedback)),
    ("/feedback-texts/{id}", May(Act::ReadFeedback)),
    ("/feedback-texts/{id}/done", May(Act::ReadFeedback)),
    ("/feedback/{token}", Anybody),
    ("/feeds/{secret}.ics", Anybody),
    ("/join", Anybody),
    ("/join/confirm", Anybody),
    ("/join/{token}", Anybody),
    ("/links/{purpose}/{token}", Anybody),
    ("/lists", Roles(&[Role::FrontDesk, Role::Staff, Role::Manager, Role::SafeguardingLead])),
    ("/lists/birthday-print/{file}", May(Act::SeePrintList)),
    ("/lists/{kind}", May(Act::SeeReports)),
    ("/logo", Anybody),
    ("/membership/{purpose}/{token}", Anybody),
    ("/my", Parent),
    ("/my/bookings/{id}/cancel", Parent),
    ("/my/bookings/{id}/party", Parent),
    ("/my/card", Parent),
    ("/my/card-keep.js", Anybody),
    ("/my/card-keeper.js", Anybody),
    ("/my/card.svg", Parent),
    ("/my/family", Parent),
    ("/my/family/children/new", Parent),
    ("/my/family/children/{id}", Parent),
    ("/my/family/children/{id}/born", Parent),
    ("/my/family/home", Parent),
    ("/my/family/join-again", Parent),
    ("/my/family/leave", Parent),
    ("/my/family/me", Parent),
    ("/my/family/questions/{subject}/{question}", Parent),
    ("/my/family/trusted/new", Parent),
    ("/my/family/trusted/{id}/remove", Parent),
    ("/my/feed", Parent),
    ("/my/offers/{id}/accept", Parent),
    ("/my/offers/{id}/decline", Parent),
    ("/my/sign-ins", Parent),
    ("/my/sign-ins/{id}/end", Parent),
    ("/my/told", Parent),
    ("/my/told.json", Parent),
    ("/my/told/everything", Parent),
    ("/password/forgotten", Anybody),
    ("/privacy", Anybody),
    ("/quiet.js", Anybody),
    ("/reach", May(Act::SeeReports)),
    ("/reach/file", May(Act::SeeReports)),
    ("/reach/rows", May(Act::SeeReachRows)),
    ("/refer", May(Act::Refer)),
    ("/refer/families/{id}/card", May(Act::GiveCard)),
    ("/refer/families/{id}/no", May(Act::EndMembership)),
    ("/refer/{session}", May(Act::Refer)),
    ("/referrals", May(Act::SeeReferrals)),
    ("/referrals/{id}", May(Act::SeeReferrals)),
    ("/referrals/{id}/withdraw", May(Act::WithdrawReferral)),
    ("/registers", May(Act::SeeRegister)),
    ("/registers/building/{centre}", May(Act::SeeBuilding)),
    ("/registers/{id}", May(Act::SeeRegister)),
    ("/registers/{id}/complete", May(Act::KeepRegister)),
    ("/reset/{token}", Anybody),
    ("/rules", Anybody),
    ("/sessions/{id}", Anybody),
    ("/sessions/{id}.ics", Anybody),
    ("/sessions/{id}/book", Anybody),
    ("/sessions/{id}/desk", May(Act::KeepRegister)),
    ("/sessions/{id}/desk/cancel", May(Act::Plan)),
    ("/sessions/{id}/desk/change", May(Act::Plan)),
    ("/sessions/{id}/desk/line", May(Act::MoveInLine)),
    ("/sessions/{id}/desk/register", May(Act::KeepRegister)),
    ("/sign-in", Anybody),
    ("/sign-in/code", Anybody),
    ("/sign-in/confirm", Anybody),
    ("/sign-in/link/{token}", Anybody),
    ("/sign-in/stay", May(Act::SeeSelf)),
    ("/sign-in/waiting/{id}", May(Act::SeeSelf)),
    ("/sign-out", Anybody),
    ("/style.css", Anybody),
    ("/today", May(Act::SeeTasks)),
    ("/today/tasks/{id}", May(Act::DoTasks)),
    ("/whats-on", Anybody),
    ("/whats-on.ics", Anybody),
    ("/whats-on.pdf", Anybody),
    ("/you-said", Anybody),
];

/// The text of every file below a folder of the crate.
fn sources(folder: &str) -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let (below, files): (Vec<PathBuf>, _) =
            entries.map(|entry| entry.path()).partition(|path| path.is_dir());
        folders.extend(below);
        let files = files
            .into_iter()
            .filter(|path: &PathBuf| path.extension().is_some_and(|kind| kind == "rs"));
        texts.extend(files.map(|path| fs::read_to_string(path).expect("a text file")));
    }
    texts
}

/// Addresses by the names they have in the code; a name may stand for another in another file.
type Named = BTreeMap<String, BTreeSet<String>>;

fn named<'a>(texts: impl IntoIterator<Item = &'a String>) -> Named {
    let mut named = Named::new();
    for line in texts.into_iter().flat_map(|text| text.lines()) {
        let constant = line.trim().split_once("const ").map(|(_, rest)| rest);
        if let Some((name, rest)) = constant.and_then(|rest| rest.split_once(": &str = \"/")) {
            let address = rest.split('"').next().unwrap_or_default();
            named.entry(name.to_owned()).or_default().insert(format!("/{address}"));
        }
    }
    named
}

/// The addresses of all pages, as the code routes them: a name is looked for in its own file first.
fn routed(texts: &[String], all: &Named) -> BTreeSet<String> {
    let mut routed = BTreeSet::new();
    for text in texts {
        let own = named([text]);
        let of = |name: &str| own.get(name).or_else(|| all.get(name)).cloned().unwrap_or_default();
        let after = text.split(".route(").skip(1).chain(text.split("web::resource(").skip(1));
        for after in after.map(str::trim_start) {
            let said = after.strip_prefix("&format!(").unwrap_or(after);
            let Some(literal) = said.strip_prefix('"') else {
                // Where it is a method beside an address, as in web::get(), there is no such name.
                let name = said.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_');
                routed.extend(of(&name.collect::<String>()));
                continue;
            };
            let literal = literal.split('"').next().unwrap_or_default();
            let inside = literal.strip_prefix('{').and_then(|rest| rest.split_once('}'));
            let whole = |address: &str| address.replace("{{", "{").replace("}}", "}");
            match inside.filter(|(name, _)| !of(name).is_empty()) {
                Some((name, end)) => {
                    routed.extend(of(name).iter().map(|begin| whole(&format!("{begin}{end}"))));
                }
                None => {
                    routed.insert(whole(literal));
                }
            }
        }
    }
    routed
}

fn open(client: &Client, pattern: &str) -> Answer {
    let parts = pattern.split('/').map(|part| match part.split_once('}') {
        // A list that there is: any other is unknown to all.
        Some(("{kind", _)) => "no-contact".to_owned(),
        Some((_, end)) => format!("nothing{end}"),
        None => part.to_owned(),
    });
    let path = parts.collect::<Vec<_>>().join("/");
    let answer = if client.token().is_some() { client.open(&path) } else { client.get(&path) };
    if answer.status != 405 {
        return answer;
    }
    let token = client.token().unwrap_or_default();
    client.send_form(&path, token, "")
}

#[test]
fn every_page_that_is_routed_stands_in_the_table() {
    let mut routed = routed(&sources("src/pages"), &named(&sources("src")));
    // Routed with /join, by one name for both.
    routed.insert("/sessions/{id}/book".to_owned());
    let listed: BTreeSet<String> = PAGES.iter().map(|(page, _)| (*page).to_owned()).collect();
    assert_eq!(
        routed.difference(&listed).collect::<Vec<_>>(),
        [] as [&String; 0],
        "who may see these?"
    );
    assert_eq!(
        listed.difference(&routed).collect::<Vec<_>>(),
        [] as [&String; 0],
        "these are no pages"
    );
}

#[test]
fn a_page_that_is_not_in_the_table_is_found() {
    let code = "config.route(\"/a/{id}\", web::get().to(a)).service(web::resource(\n    HOME,\n).route(web::get().to(b)))\
                .route(&format!(\"{HOME}/{{id}}\"), web::get().to(c))";
    let elsewhere =
        ["const HOME: &str = \"/home\";".to_owned(), "const AWAY: &str = \"/away\";".to_owned()];
    let found = routed(&[code.to_owned()], &named(&elsewhere));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["/a/{id}", "/home", "/home/{id}"]);
    let own = "const HOME: &str = \"/own\"; config.route(HOME, web::get().to(a))";
    let found = routed(&[own.to_owned()], &named(&elsewhere));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["/own"]);
}

both! {
    fn nobody_sees_a_page_of_others_and_every_role_only_its_own(app) {
        let wrong: Vec<String> = PAGES.iter().flat_map(|(page, who)| judged(app, page, who)).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// What is wrong with who sees a page.
fn judged(app: &TestApp, page: &str, who: &Who) -> Vec<String> {
    let led = |answer: &Answer| {
        let to = answer.header("location").unwrap_or_default();
        answer.status == 303 && to.starts_with("/sign-in?next=")
    };
    // A form that cannot be read is refused before anybody is judged.
    let unread = |answer: &Answer| answer.status == 400;
    let mut wrong = Vec::new();
    let nobody = open(&app.nobody, page);
    let passes = !led(&nobody) && !unread(&nobody);
    if nobody.status >= 500 || (passes && !matches!(who, Anybody)) {
        wrong.push(format!("{page} as nobody: {}", nobody.status));
    }
    if matches!(who, Anybody) && led(&nobody) {
        wrong.push(format!("{page} is for anybody, and leads to sign in"));
    }
    for role in Role::ALL {
        let may = match who {
            Anybody => continue,
            Parent => *role == Role::Parent,
            May(act) => grant(*role, *act) != Grant::No,
            Roles(roles) => roles.contains(role),
            AtDesk(act) => [*act, Act::SeeTasks].iter().all(|act| grant(*role, *act) != Grant::No),
        };
        let answer = open(&app.as_role(*role), page);
        let status = answer.status;
        // At a desk and on a parent's pages, what is none is unknown before it is asked what may be
        // done with it.
        let unknown = matches!(who, AtDesk(_) | Parent) && status == 404;
        let refused = status == 403 || unread(&answer) || unknown;
        // A parent of these has no family: what is asked first is told all the same.
        let is_right = match may {
            false => refused,
            true => status != 403 || matches!(who, Parent),
        };
        if status >= 500 || led(&answer) || !is_right {
            wrong.push(format!("{page} as {}: {status}", role.as_str()));
        }
    }
    wrong
}
