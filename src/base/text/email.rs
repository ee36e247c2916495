//! E-mail addresses: one form, and only addresses that can receive mail from outside.

use super::letters::is_invisible;
use crate::base::fault::{Fault, Result};

const NO_ADDRESS: &str = "This is not an e-mail address such as sam@example.org.";
const NOBODY_THERE: &str =
    "No mail can reach this address: after the @ comes a name with a dot, as in sam@example.org.";
const HIDDEN: &str = "There are invisible marks in this address. Type it again by hand.";

/// Names that end no address on the internet (RFC 2606, RFC 6762).
const NOT_OUTSIDE: &[&str] = &["localhost", "localdomain", "local", "invalid"];

/// An e-mail address in lower case: one `@`, a dot after it, nothing that breaks a mail header.
pub(crate) fn email(pointer: &str, text: &str) -> Result<String> {
    let refuse = |detail: &str| Err(Fault::invalid(pointer, detail));
    let text = text.trim().to_lowercase();
    if text.chars().any(is_invisible) {
        return refuse(HIDDEN);
    }
    let Some((_, domain)) = text.split_once('@') else { return refuse(NO_ADDRESS) };
    if text.len() > 254 || domain.is_empty() || text.parse::<lettre::Address>().is_err() {
        return refuse(NO_ADDRESS);
    }
    match receives_mail(domain) {
        true => Ok(text),
        false => refuse(NOBODY_THERE),
    }
}

/// Whether a name could be a host that others can find.
fn receives_mail(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    domain.split('.').all(is_label)
        && last.chars().count() > 1
        && last.chars().any(char::is_alphabetic)
        && !NOT_OUTSIDE.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_headers_cannot_be_broken_by_an_address() {
        assert!(email("", " Sam@Example.org ").is_ok_and(|kept| kept == "sam@example.org"));
        for sent in ["", "sam", "sam@", "a@b.org\r\nBcc: x@y.z", "two@at@example.org"] {
            assert!(email("", sent).is_err(), "{sent}");
        }
    }

    #[test]
    fn an_address_that_no_mail_can_reach_is_refused() {
        for sent in ["sam@gp.nhs.uk", "sam+x@example.co", "sam@xn--mnchen-3ya.de", "o'neil@a-b.org"]
        {
            assert!(email("", sent).is_ok(), "{sent}");
        }
        for sent in [
            "sam@example",
            "sam@localhost",
            "sam@pc.localhost",
            "sam@printer.local",
            "sam@localhost.localdomain",
            "sam@example.org.",
            "sam@.example.org",
            "sam@example..org",
            "sam@-example.org",
            "sam@192.0.2.1",
            "sam@[192.0.2.1]",
            "sam@example.o",
            "sam@example.org\u{200b}",
            "\u{feff}sam@example.org",
            "sa\u{ad}m@example.org",
            "sam@exam\u{2060}ple.org",
        ] {
            assert!(email("", sent).is_err(), "{sent:?}");
        }
    }
}
