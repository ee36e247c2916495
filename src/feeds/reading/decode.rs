//! A file's bytes as text: what its byte-order mark says; else UTF-8, where it is that; else
//! Windows-1252, which spreadsheets on older machines still write.

use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_whichever_way_it_was_saved() {
        for bytes in [
            &b"Zo\xc3\xab O\xe2\x80\x99Brien"[..],
            b"\xef\xbb\xbfZo\xc3\xab O\xe2\x80\x99Brien",
            b"Zo\xeb O\x92Brien",
            b"\xff\xfeZ\0o\0\xeb\0 \0O\0\x19\x20B\0r\0i\0e\0n\0",
        ] {
            assert_eq!(text(bytes), "Zoë O’Brien");
        }
    }
}
