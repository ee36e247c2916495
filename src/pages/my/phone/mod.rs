//! The only script of a parent's pages: her own phone keeps the card for when there is no signal. A
//! phone that others use keeps nothing.

use crate::access::service::sessions::OpenSignIn;
use crate::web::cookies::StaySignedIn;
use crate::web::fixed::JAVASCRIPT;
use crate::web::visit::Visit;
use actix_web::{HttpResponse, web};
use maud::{Markup, html};

/// Beside the card and not below it: a worker looks after no address above its own folder.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/my/card-keep.js", web::get().to(keep))
        .route("/my/card-keeper.js", web::get().to(keeper));
}

async fn keep(visit: Visit) -> HttpResponse {
    script(visit, include_str!("keep.js"))
}

async fn keeper(visit: Visit) -> HttpResponse {
    script(visit, include_str!("keeper.js"))
}

fn script(visit: Visit, text: &str) -> HttpResponse {
    visit.fixed(|_| Ok((JAVASCRIPT, text.as_bytes().to_vec())))
}

/// At the end of the head of the card's page, where she said that only she uses this phone.
pub(crate) fn keeps() -> Markup {
    html! { script src="/my/card-keep.js" defer {} }
}

/// Whether this browser is one that only she uses.
pub(crate) fn is_hers_alone(open: &[OpenSignIn]) -> bool {
    let this = open.iter().find(|one| one.this);
    this.is_some_and(|one| one.ends_at - one.began_at >= StaySignedIn::Long.lasts())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::service::sessions::SignInBy;
    use crate::base::id::AuthSessionId;
    use crate::base::moment::Moment;

    #[test]
    fn only_her_own_phone_keeps_anything() {
        let began_at = Moment::parse("2026-11-22T12:00:00Z").expect("a moment");
        let open = |stays: StaySignedIn, this: bool| OpenSignIn {
            id: AuthSessionId::from("s"),
            by: SignInBy::Code,
            began_at,
            ends_at: began_at + stays.lasts(),
            this,
        };

        assert!(is_hers_alone(&[open(StaySignedIn::Long, true)]));
        assert!(!is_hers_alone(&[open(StaySignedIn::UntilClosed, true)]));
        assert!(!is_hers_alone(&[open(StaySignedIn::Long, false)]));
    }
}
