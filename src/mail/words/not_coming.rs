//! The words to a family that was not seen. They ask and blame nobody; what keeps a family away is
//! often what it needs help with.

use super::{Letterhead, Written};
use crate::mail::NotComing;
use crate::words::Words;

pub(crate) fn missed(missed: &NotComing, head: &Letterhead, words: Words) -> Written {
    let times = times(missed.times);
    Written::new("We have missed you")
        .say(format!("You had a place with us {times}. We did not see you."))
        .say("We hope that you are all well.")
        .say("Is something making it hard to come? Please tell us. We would like to help.")
        .say(ring(missed))
        .say("Can you not come one day? Tell us before. Then another family can come.")
        .say("What you have booked stays booked. You are always welcome.")
        .whats_on(head, words)
}

fn times(times: i32) -> String {
    match times {
        2 => "twice".to_owned(),
        3 => "three times".to_owned(),
        4 => "four times".to_owned(),
        5 => "five times".to_owned(),
        more => format!("{more} times"),
    }
}

fn ring(missed: &NotComing) -> String {
    let name = &missed.centre.name;
    match &missed.centre.phone {
        Some(phone) => format!("You can phone {name} on {phone}."),
        None => format!("You can talk to us at {name}."),
    }
}

#[cfg(test)]
mod tests {
    use crate::mail::words::samples::{head, not_coming};
    use crate::mail::words::write;

    #[test]
    fn it_asks_kindly_says_how_often_and_threatens_nothing() {
        let said = format!("{:?}", write(&not_coming(), &head())).to_lowercase();
        for words in ["three times", "we hope", "0161 496 0122", "stays booked", "/whats-on"] {
            assert!(said.contains(words), "no {words}: {said}");
        }
        for words in ["must", "warning", "lose", "remove", "rule", "fail", "policy", "cancel"] {
            assert!(!said.contains(words), "{words}: {said}");
        }
    }
}
