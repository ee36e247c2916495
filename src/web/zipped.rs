//! Bytes that are sent more than once, plain and compressed. Each form has a tag of its own, a hash
//! of what is shown, so that it says nothing that the bytes do not.

use crate::base::fault::{Fault, Result};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderName, IF_NONE_MATCH, VARY,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;

pub(super) struct Zipped {
    kind: &'static str,
    plain: Bytes,
    zipped: Bytes,
    /// A hash of the plain bytes.
    hash: String,
}

impl Zipped {
    pub(super) fn of(kind: &'static str, body: Vec<u8>, how: Compression) -> Result<Zipped> {
        let hash = Sha256::digest(&body);
        let mut zipped = GzEncoder::new(Vec::new(), how);
        zipped.write_all(&body).map_err(Fault::internal)?;
        Ok(Zipped {
            kind,
            zipped: zipped.finish().map_err(Fault::internal)?.into(),
            plain: body.into(),
            hash: URL_SAFE_NO_PAD.encode(&hash[..16]),
        })
    }

    /// Its length in bytes, plain.
    pub(super) fn len(&self) -> usize {
        self.plain.len()
    }

    /// The form that the caller takes, or none where the caller has it; `kept` says how long it may
    /// be kept.
    pub(super) fn response(&self, request: &HttpRequest, kept: &'static str) -> HttpResponse {
        let zips = takes_gzip(&said(request, &ACCEPT_ENCODING));
        // One tag for each form: they are not the same bytes.
        let tag = format!("\"{}{}\"", self.hash, if zips { "-gzip" } else { "" });
        let is_known = names(&said(request, &IF_NONE_MATCH), &tag);
        let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut response = HttpResponse::build(status);
        response.insert_header((CACHE_CONTROL, kept));
        response.insert_header((ETAG, tag)).insert_header((VARY, ACCEPT_ENCODING.as_str()));
        if is_known {
            return response.finish();
        }
        response.content_type(self.kind);
        if zips {
            response.insert_header((CONTENT_ENCODING, "gzip"));
        }
        response.body(if zips { self.zipped.clone() } else { self.plain.clone() })
    }
}

/// What a request says in a header, once or several times.
fn said(request: &HttpRequest, name: &HeaderName) -> String {
    let lines = request.headers().get_all(name).filter_map(|line| line.to_str().ok());
    lines.collect::<Vec<_>>().join(",")
}

/// Whether `Accept-Encoding` takes gzip.
fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
        coding.trim().eq_ignore_ascii_case("gzip") && weight.is_none_or(|weight: f32| weight > 0.0)
    })
}

/// Whether `If-None-Match` names a tag.
fn names(listed: &str, tag: &str) -> bool {
    let mut listed = listed.split(',').map(|one| one.trim().trim_start_matches("W/"));
    listed.any(|one| one == tag || one == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for (accepted, takes) in [
            ("", false),
            ("gzip", true),
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip; q=0.0", false),
            ("x-gzip, identity", false),
        ] {
            assert_eq!(takes_gzip(accepted), takes, "{accepted}");
        }
    }

    #[test]
    fn a_tag_is_known_by_itself_or_among_others() {
        for (listed, known) in [
            ("", false),
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("\"a-gzip\"", false),
            ("*", true),
        ] {
            assert_eq!(names(listed, "\"a\""), known, "{listed}");
        }
    }
}
