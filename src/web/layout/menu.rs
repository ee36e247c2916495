//! What stands in the menu of whoever signed in to work, and where each role begins. Who holds
//! several roles has the pages of all of them in one menu, and begins where they last were.

use crate::access::{Act, Actor, Role};
use crate::words::Words;
use maud::{Markup, html};

/// Where a parent begins.
pub(crate) const MY: &str = "/my";

/// A page of the menu, for whoever may do `act` somewhere.
struct Item {
    path: &'static str,
    label: &'static str,
    act: Act,
}

const ITEMS: &[Item] = &[
    Item { path: "/today", label: "Today", act: Act::SeeTasks },
    Item { path: "/referrals", label: "Referrals", act: Act::SeeReferrals },
    Item { path: "/refer", label: "Refer", act: Act::Refer },
    Item { path: "/digest", label: "Your week", act: Act::SeeReferrals },
    Item { path: "/registers", label: "Registers", act: Act::SeeRegister },
    Item { path: "/families", label: "Families", act: Act::SeeTasks },
    Item { path: "/feedback-texts", label: "Feedback", act: Act::ReadFeedback },
    Item { path: "/reach", label: "Reach", act: Act::SeeReports },
    Item { path: "/admin/people", label: "People", act: Act::ManageAccounts },
    Item { path: "/admin/devices", label: "Devices", act: Act::ManageDevices },
    Item { path: "/admin/languages", label: "Languages", act: Act::Translate },
];

/// The first pages of roles: the first of those somebody holds, unless they were last at another.
const HOMES: &[(&str, &[Role])] = &[
    ("/today", &[Role::Staff, Role::FrontDesk, Role::SafeguardingLead]),
    ("/referrals", &[Role::Professional]),
    ("/reach", &[Role::Manager]),
    ("/admin/people", &[Role::Administrator]),
    ("/registers", &[Role::Volunteer]),
    (MY, &[Role::Parent]),
];

/// What is there for somebody who signed in: a bit for each item, and for each first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Menu {
    items: u16,
    homes: u16,
}

impl Menu {
    pub(crate) fn of(actor: &Actor) -> Menu {
        let holds = |roles: &[Role]| roles.iter().any(|role| actor.has(*role));
        Menu {
            items: bits(ITEMS.iter().map(|item| actor.may_ever(item.act))),
            homes: bits(HOMES.iter().map(|(_, roles)| holds(roles))),
        }
    }

    /// Whether there is any page to work with.
    pub(crate) fn is_at_work(self) -> bool {
        self.homes().any(|path| path != MY)
    }

    /// Where each of their roles begins.
    fn homes(self) -> impl Iterator<Item = &'static str> {
        let held = HOMES.iter().enumerate().filter(move |(place, _)| self.homes & 1 << place != 0);
        held.map(|(_, (path, _))| *path)
    }

    /// The first page after signing in without having asked for another: where they were last, as long
    /// as it is still theirs.
    pub(crate) fn first(self, last: Option<&str>) -> &'static str {
        let last = self.homes().find(|path| Some(*path) == last);
        last.or_else(|| self.homes().next()).unwrap_or("/")
    }

    /// The address as one of their first pages.
    pub(crate) fn home_at(self, path: &str) -> Option<&'static str> {
        self.homes().find(|home| *home == path)
    }

    /// The pages of the menu, by address and label.
    fn items(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let shown = ITEMS.iter().enumerate().filter(move |(place, _)| self.items & 1 << place != 0);
        shown.map(|(_, item)| (item.path, item.label))
    }

    /// The first pages by their labels.
    pub(crate) fn named_homes(self, words: Words) -> Vec<(&'static str, String)> {
        let labels = ITEMS.iter().map(|item| (item.path, item.label.to_owned()));
        let labels: Vec<_> = labels.chain([(MY, words.say("menu-my"))]).collect();
        labels.into_iter().filter(|(path, _)| self.home_at(path).is_some()).collect()
    }

    pub(super) fn links(self, here: &str) -> Markup {
        html! {
            @for (path, label) in self.items() {
                a href=(path) aria-current=[(path == here).then_some("page")] { (label) }
            }
            @if self.home_at(MY).is_some() { a href=(MY) { (Words::english().say("menu-my")) } }
        }
    }
}

fn bits(held: impl Iterator<Item = bool>) -> u16 {
    held.enumerate().fold(0, |bits, (place, held)| bits | u16::from(held) << place)
}

/// Whether the page of a route is for people at work; some of them run scripts of ours.
pub(crate) fn is_at_work(route: &str) -> bool {
    const OTHERS: &[&str] =
        &["/admin", "/cards", "/lists", "/sessions/{id}/desk", "/sign-in/waiting"];
    let pages = ITEMS.iter().map(|item| item.path).chain(OTHERS.iter().copied());
    let mut begins = pages.map(|page| route.strip_prefix(page));
    begins.any(|rest| rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::RoleAt;

    fn with(roles: &[Role]) -> Menu {
        let mut actor = Actor::default();
        actor.roles = roles.iter().map(|role| RoleAt { role: *role, centre: None }).collect();
        Menu::of(&actor)
    }

    #[test]
    fn each_role_begins_with_its_own_work() {
        for (role, home) in [
            (Role::Parent, "/my"),
            (Role::Volunteer, "/registers"),
            (Role::FrontDesk, "/today"),
            (Role::Staff, "/today"),
            (Role::Manager, "/reach"),
            (Role::Professional, "/referrals"),
            (Role::Administrator, "/admin/people"),
            (Role::SafeguardingLead, "/today"),
        ] {
            let menu = with(&[role]);
            assert_eq!(menu.first(None), home, "{role:?}");
            assert_eq!(menu.is_at_work(), role != Role::Parent, "{role:?}");
            let leads_home = menu.links("").into_string().contains(&format!("href=\"{home}\""));
            assert!(leads_home, "{role:?} finds {home} in the menu");
        }
        assert_eq!(with(&[]).first(Some("/today")), "/");
    }

    #[test]
    fn who_holds_several_roles_begins_where_they_were_last() {
        let both = with(&[Role::Staff, Role::Manager]);
        assert_eq!(both.first(None), "/today");
        assert_eq!(both.first(Some("/reach")), "/reach");
        assert_eq!(both.first(Some("/referrals")), "/today", "not one of theirs");
        assert_eq!(both.first(Some("https://evil.example")), "/today");
        let links = with(&[Role::Volunteer, Role::Parent]).links("/registers").into_string();
        assert!(links.contains("href=\"/my\""), "{links}");
        assert!(links.contains("href=\"/registers\" aria-current=\"page\""), "{links}");
    }

    #[test]
    fn pages_at_work_are_known_by_their_route() {
        for (route, at_work) in [
            ("/today", true),
            ("/registers/{id}", true),
            ("/sessions/{id}/desk", true),
            ("/admin/languages/{language}", true),
            ("/sessions/{id}", false),
            ("/reachable", false),
            ("/my", false),
            ("/", false),
        ] {
            assert_eq!(is_at_work(route), at_work, "{route}");
        }
    }
}
