//! Pages, as a family or a member of staff opens them in a browser.

mod book;
mod browser;
mod devices;
mod embed;
mod faults;
mod feed;
mod feedback_texts;
mod fixed;
mod homes;
mod languages;
mod mail_links;
mod my;
mod my_family;
mod new_password;
mod people;
mod reach;
pub mod refer;
mod registers;
mod session;
mod sign_in;
mod sign_in_code;
mod team;
mod waiting;
mod whats_on;
mod you_said;

use crate::support::client::Answer;

/// A page of this status that says all of this.
#[track_caller]
pub fn shows(answer: &Answer, status: u16, words: &[&str]) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    for word in words {
        assert!(answer.text.contains(word), "no {word:?}: {}", answer.text);
    }
}
