//! Which carer of a family reads a message, and where: by mail, else by text.

use crate::base::id::CarerId;
use crate::mail::Recipient;

/// A carer's ways to be told something: only those that may be used.
#[derive(Clone, Debug)]
pub(crate) struct Reads {
    pub id: CarerId,
    pub email: Option<String>,
    /// As services that carry texts take it; `None` too where nothing sends texts.
    pub number: Option<String>,
}

impl Reads {
    fn recipient(&self) -> Option<Recipient> {
        let by_text = || self.number.as_deref().map(Recipient::text);
        self.email.as_deref().map(Recipient::email).or_else(by_text)
    }
}

/// The carer who comes, else the first who reads mail, else the first who reads texts. A sensitive
/// matter goes only to the carer who comes.
pub(crate) fn recipient(
    carers: &[Reads],
    comes: Option<&CarerId>,
    sensitive: bool,
) -> Option<Recipient> {
    let own = carers.iter().find(|one| Some(&one.id) == comes).and_then(Reads::recipient);
    let others = || carers.iter().filter(|_| !sensitive);
    let by_mail = || others().find(|one| one.email.is_some()).and_then(Reads::recipient);
    own.or_else(by_mail).or_else(|| others().find_map(Reads::recipient))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carer(id: &str, email: Option<&str>, number: Option<&str>) -> Reads {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Reads { id: id.into(), email: owned(email), number: owned(number) }
    }

    #[test]
    fn who_comes_reads_it_then_whoever_reads_mail_then_texts() {
        let [mail, text] = [Some("a@example.org"), Some("447700900123")];
        let family =
            [carer("none", None, None), carer("text", None, text), carer("mail", mail, text)];
        let to = |comes: &str, sensitive| {
            recipient(&family, Some(&comes.into()), sensitive).map(|found| found.address)
        };
        let owned = |text: Option<&str>| text.map(str::to_owned);

        assert_eq!(to("text", false), owned(text));
        assert_eq!(to("mail", false), owned(mail));
        assert_eq!(to("none", false), owned(mail));
        assert_eq!(to("gone", false), owned(mail));
        assert_eq!(to("text", true), owned(text));
        assert_eq!(to("none", true), None);
        assert_eq!(recipient(&family, None, true), None);
        assert_eq!(recipient(&family[..2], None, false), Some(Recipient::text("447700900123")));
    }
}
