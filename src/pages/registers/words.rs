//! What the API refuses, as the page of a register says it: at the field, and without the API's own
//! words.

use crate::base::fault::{Code, Fault};
use crate::web::form::Wrong;

/// What is wrong with a form that says `how` somebody came.
pub(crate) fn in_our_words(fault: &Fault, how: &str) -> Wrong {
    match fault.code() {
        Code::ClientIdReused => Wrong::new("", "This page was out of date. Please press again."),
        Code::InvalidMembershipNumber => Wrong::new("number", fault.detail()),
        Code::InvalidRequest => of_field(fault, how),
        _ if how == "number" => Wrong::new("number", fault.detail()),
        _ => Wrong::new("", fault.detail()),
    }
}

fn of_field(fault: &Fault, how: &str) -> Wrong {
    let pointer = fault.pointer().unwrap_or_default();
    let is_at = |end: &str| pointer.ends_with(end);
    let field = |member: &'static str, guest: &'static str| match how {
        "guest" => guest,
        _ => member,
    };
    if is_at("/born_on") || is_at("/children/0") {
        let says = "Enter the day the child was born, up to today";
        return Wrong::new(field("born_day", "guest_born_day"), says);
    }
    let fields = [
        ("children/0/name", field("child_name", "guest_child")),
        ("/name", field("name", "guest_name")),
        ("/phone", "phone"),
        ("/email", "email"),
        ("/postcode", "postcode"),
        ("/carers/0", "phone"),
        ("/adults", "adults"),
        ("/children", "children"),
    ];
    let is_asked = |name: &str| match how {
        "member" | "guest" => !["adults", "children"].contains(&name),
        _ => ["adults", "children"].contains(&name) && how == "head_count",
    };
    let found = fields.into_iter().find(|(end, name)| is_at(end) && is_asked(name));
    Wrong::new(found.map_or("", |(_, name)| name), fault.detail())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (pointer, how, field) in [
            ("/walk_in/family/carers/0/name", "member", "name"),
            ("/walk_in/family/carers/0/email", "member", "email"),
            ("/walk_in/family/postcode", "member", "postcode"),
            ("/walk_in/guest/name", "guest", "guest_name"),
            ("/walk_in/guest/children/0/name", "guest", "guest_child"),
            ("/walk_in/family/children/0/born_on", "member", "born_day"),
            ("/walk_in/guest/children/0", "guest", "guest_born_day"),
            ("/head_count/children", "head_count", "children"),
            ("/child_id", "", ""),
        ] {
            let wrong = in_our_words(&Fault::invalid(pointer, "Wrong."), how);
            assert_eq!(wrong.field, field, "{pointer}");
        }
        let full = in_our_words(&Fault::new(Code::RoomFull, "The room holds 20 people."), "");
        assert_eq!((full.field.as_str(), full.says.as_str()), ("", "The room holds 20 people."));
    }
}
