//! Choosing a language: `?language=ur` on any page. The browser keeps it, and where a parent has
//! signed in her record does, so that messages come in it too. A form that is sent too late is held on
//! the same way: one layer around all requests is much less for the compiler than two.

use crate::access::Act;
use crate::db::Tx;
use crate::families;
use crate::web::App;
use crate::web::language::{chosen_by_address, keep_choice};
use crate::web::visit::{Next, Visit, from_here, go_to};
use crate::web::waiting;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware;
use actix_web::{Error, FromRequest, web};

/// Around every request: the choice is kept, and the page shown without it in its address.
pub(crate) async fn choose(
    mut request: ServiceRequest,
    next: middleware::Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, Error> {
    let is_page = *request.method() == Method::GET && !keeps_no_cookies(request.path());
    let app = request.app_data::<web::Data<App>>().filter(|_| is_page).cloned();
    let chosen =
        app.and_then(|app| chosen_by_address(&app, request.request()).map(|chosen| (app, chosen)));
    let Some((app, (words, address))) = chosen else {
        let held = waiting::hold(&mut request).await?;
        let mut response = next.call(request).await?;
        if let Some(held) = held {
            waiting::keep_late(held, response.response_mut()).await;
        }
        return Ok(response.map_into_left_body());
    };
    let (request, _) = request.into_parts();
    if let Some(words) = words
        && let Ok(visit) = Visit::extract(&request).await
        && visit.sign_in().is_some()
        && from_here(&request)
    {
        // Where it cannot be kept on her record, the browser keeps it all the same.
        let language = words.language();
        let keep = move |tx: &mut Tx| {
            families::service::speaks(tx, language)?;
            Ok(Next::GoTo("/".to_owned()))
        };
        drop(visit.write(Act::SeeSelf, keep).await);
    }
    let mut response = go_to(&address);
    if let Some(words) = words {
        keep_choice(&app, &mut response, words);
    }
    Ok(ServiceResponse::new(request, response).map_into_right_body())
}

/// Programs say the language each time, and so does a page inside another site's.
fn keeps_no_cookies(path: &str) -> bool {
    ["/api/", "/embed/", "/docs"].iter().any(|start| path.starts_with(start))
}
