//! Texts that people send, made safe to keep: trimmed, bounded, without control characters. Names,
//! postcodes, telephone numbers and e-mail addresses are read here, each in one way, and brought to
//! the form in which they are kept and compared.

pub(crate) mod email;
pub(crate) mod letters;
pub(crate) mod lines;
pub(crate) mod names;
pub(crate) mod phone;
pub(crate) mod postcode;

pub(crate) use email::email;
pub(crate) use letters::is_invisible;
pub(crate) use lines::{at_most, line, lines, maybe_line, maybe_lines, says_nothing};
pub(crate) use names::{maybe_name, name, sort_name};
pub(crate) use phone::{begins_extension, mobile, phone, phone_digits};
pub(crate) use postcode::{bare as bare_postcode, postcode};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_with_something_in_it() {
        assert_eq!(line("", " a b ", 3).ok().as_deref(), Some("a b"));
        for sent in ["", " \u{200b}", "a\nb", "a\u{2028}b", "a\tb", "abcd"] {
            assert!(line("", sent, 3).is_err(), "{sent:?}");
        }
    }
}
