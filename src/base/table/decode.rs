//! A file's bytes as text: what its byte-order mark says; else UTF-8, if it is that; else UTF-16,
//! if every other byte is nought; else Windows-1252, which spreadsheets on older machines still
//! write. In a damaged UTF-8 file, what cannot be read becomes U+FFFD, and its line is refused: a
//! name is never read as other letters.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Cow::Borrowed(text),
        _ => match wide(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
            None if is_damaged_utf8(bytes) => String::from_utf8_lossy(bytes),
            None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    }
}

/// UTF-16 without a mark: in plain letters, one of the two bytes is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let noughts = |odd: usize| {
        let pairs = bytes.chunks_exact(2).take(500);
        (pairs.clone().filter(|pair| pair[odd] == 0).count(), pairs.len())
    };
    let most = |odd: usize| {
        let (noughts, pairs) = noughts(odd);
        pairs > 0 && noughts * 10 > pairs * 8
    };
    match (most(1), most(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether some of its letters are of several bytes in UTF-8: in Windows-1252 such bytes hardly
/// ever follow each other. Or the file ends within such a letter.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) || is_cut(bytes)
}

fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| {
        let at_end = bytes.len() - error.valid_up_to();
        // One byte alone may be a letter of Windows-1252.
        error.error_len().is_none() && at_end > 1
    })
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
            b"\xfe\xff\0Z\0o\0\xeb\0 \0O\x20\x19\0B\0r\0i\0e\0n",
            b"Z\0o\0\xeb\0 \0O\0\x19\x20B\0r\0i\0e\0n\0",
            b"\0Z\0o\0\xeb\0 \0O\x20\x19\0B\0r\0i\0e\0n",
        ] {
            assert_eq!(text(bytes), "Zoë O’Brien");
        }
    }

    #[test]
    fn a_letter_that_was_lost_is_seen() {
        for bytes in [&b"Zo\xc3\xab,Zo\xeb"[..], b"Zo\xc3\xab,\xe2\x80", b"O\xe2\x80"] {
            assert!(text(bytes).contains('\u{fffd}'), "{bytes:?}");
        }
    }
}
