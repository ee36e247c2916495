//! What the API refuses, as the page of a register says it: under the label of the field, and
//! without the API's own words.

use crate::base::fault::{Code, Fault};

pub(crate) fn in_our_words(fault: Fault) -> Fault {
    let said = match fault.code() {
        Code::ClientIdReused => Some("This page was out of date. Please press again.".to_owned()),
        Code::InvalidRequest => fault.pointer().and_then(|at| of_field(at, fault.detail())),
        _ => None,
    };
    said.map_or(fault.clone(), |said| Fault::new(fault.code(), said))
}

fn of_field(pointer: &str, detail: &str) -> Option<String> {
    if pointer.is_empty() {
        return Some("Type the number on the card.".to_owned());
    }
    if ["/born_on", "/children/0"].iter().any(|end| pointer.ends_with(end)) {
        return Some("Write the day the child was born, up to today.".to_owned());
    }
    let labels = [
        ("children/0/name", "The child’s name"),
        ("/name", "The adult’s name"),
        ("/phone", "Phone number"),
        ("/email", "E-mail address"),
        ("/postcode", "Postcode"),
        ("/adults", "Adults"),
        ("/children", "Children"),
    ];
    let (_, label) = labels.iter().find(|(end, _)| pointer.ends_with(end))?;
    Some(format!("{label}: {detail}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_by_the_label_of_its_field() {
        for (pointer, said) in [
            ("/carers/0/name", "The adult’s name: Wrong."),
            ("/walk_in/guest/name", "The adult’s name: Wrong."),
            ("/children/0/name", "The child’s name: Wrong."),
            ("/children/0/born_on", "Write the day the child was born, up to today."),
            ("/children/0", "Write the day the child was born, up to today."),
            ("/head_count/children", "Children: Wrong."),
            ("", "Type the number on the card."),
            ("/at", "Wrong."),
        ] {
            let fault = in_our_words(Fault::invalid(pointer, "Wrong."));
            assert_eq!((fault.code(), fault.detail()), (Code::InvalidRequest, said), "{pointer}");
        }
        let full = Fault::new(Code::RoomFull, "The room holds 20 people.");
        assert_eq!(in_our_words(full).detail(), "The room holds 20 people.");
    }
}
