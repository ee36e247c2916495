use super::*;
use chrono::TimeDelta;

fn now() -> Moment {
    Moment::parse("2026-11-23T09:00:00.000001Z").expect("a moment")
}

fn key() -> LinkKey {
    LinkKey::new([7; 32]).at(now())
}

fn opened<P>(link: Link<P>) -> Result<Link<P>, Refused> {
    Ok(Link { made_at: Some(now()), ..link })
}

fn link(purpose: Purpose) -> Link {
    Link {
        purpose,
        subject: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        detail: Some("0198c0de-0000-7000-8000-000000000002".to_owned()),
        expires_at: now() + TimeDelta::seconds(60),
        made_at: None,
    }
}

#[test]
fn a_link_opens_for_its_own_purpose_and_no_other() {
    for &made_for in Purpose::ALL {
        let token = key().sign(&link(made_for));
        for &used_for in Purpose::ALL {
            let found = key().open(used_for, &token, now());
            if used_for == made_for {
                assert_eq!(found, opened(link(made_for)));
            } else {
                assert_eq!(found, Err(Refused::NotOurs), "{made_for:?} as {used_for:?}");
            }
        }
    }
}

#[test]
fn no_two_things_that_links_do_share_a_word() {
    let bookings = Purpose::ALL.iter().map(Purpose::as_str);
    let families = FamilyPurpose::ALL.iter().map(FamilyPurpose::as_str);
    let joining = [JoinPurpose::Confirm.as_str()];
    let mut words: Vec<&str> = bookings.chain(families).chain(joining).collect();
    let count = words.len();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), count);
}

#[test]
fn a_link_without_detail_opens() {
    let plain = Link { detail: None, ..link(Purpose::StopAlert) };

    assert_eq!(key().open(Purpose::StopAlert, &key().sign(&plain), now()), opened(plain));
}

#[test]
fn every_changed_bit_is_refused() {
    let token = key().sign(&link(Purpose::Booking));
    let bytes = URL_SAFE_NO_PAD.decode(&token).expect("our own token");

    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let changed = URL_SAFE_NO_PAD.encode(changed);
        let opened = key().open(Purpose::Booking, &changed, now());
        assert_eq!(opened, Err(Refused::NotOurs), "bit {bit}");
    }
}

#[test]
fn every_changed_letter_of_the_address_is_refused() {
    let token = key().sign(&link(Purpose::Booking));

    for place in 0..token.len() {
        for bit in 0..7 {
            let mut changed = token.clone().into_bytes();
            changed[place] ^= 1 << bit;
            let changed = String::from_utf8(changed).expect("still ASCII");
            let opened = key().open(Purpose::Booking, &changed, now());
            assert_eq!(opened, Err(Refused::NotOurs), "letter {place}, bit {bit}");
        }
    }
}

#[test]
fn a_cut_or_long_or_empty_token_is_refused() {
    let token = key().sign(&link(Purpose::Booking));

    for end in 0..token.len() {
        assert_eq!(key().open(Purpose::Booking, &token[..end], now()), Err(Refused::NotOurs));
    }
    let long = "A".repeat(LONGEST_TOKEN + 4);
    assert_eq!(key().open(Purpose::Booking, &long, now()), Err(Refused::NotOurs));
}

#[test]
fn a_link_ends_on_its_second() {
    let token = key().sign(&link(Purpose::Booking));

    assert!(key().open(Purpose::Booking, &token, now() + TimeDelta::seconds(59)).is_ok());
    assert_eq!(
        key().open(Purpose::Booking, &token, now() + TimeDelta::seconds(60)),
        Err(Refused::Expired)
    );
}

#[test]
fn a_link_says_when_it_was_made_and_keeps_that() {
    let token = key().sign(&link(Purpose::Booking));
    let later = key().at(now() + TimeDelta::seconds(9));

    let found = later.open(Purpose::Booking, &token, now()).expect("our own token");
    assert_eq!(found.made_at, Some(now()));
    assert_eq!(later.sign(&found), token);
    assert_ne!(later.sign(&link(Purpose::Booking)), token);
}

#[test]
fn another_installations_link_is_refused() {
    let token = LinkKey::new([8; 32]).sign(&link(Purpose::Booking));

    assert_eq!(key().open(Purpose::Booking, &token, now()), Err(Refused::NotOurs));
}

#[test]
fn the_key_does_not_show_itself() {
    assert_eq!(format!("{:?}", key()), "LinkKey(..)");
}

#[test]
fn the_page_of_a_booking_is_there_for_a_week_after_its_last_date() {
    let link = Link::booking(&"b1".into(), now());
    let token = key().sign(&link);
    let later = |seconds| now() + TimeDelta::days(7) + TimeDelta::seconds(seconds);

    assert!(key().open(Purpose::Booking, &token, later(-1)).is_ok());
    assert_eq!(key().open(Purpose::Booking, &token, later(0)), Err(Refused::Expired));
}

#[test]
fn a_short_token_opens_the_same_link_to_the_minute() {
    let booking = BookingId::new();
    let link = Link::booking(&booking, now());
    let key = key().at(now());
    let token = key.sign_short(&link).expect("a short token");

    assert!(token.len() < key.sign(&link).len() * 6 / 10, "{}", token.len());
    let opened = key.open(Purpose::Booking, &token, now()).expect("it opens");
    assert_eq!(opened.subject, booking.to_string());
    let early = link.expires_at - opened.expires_at;
    assert!(early >= TimeDelta::zero() && early < TimeDelta::minutes(1), "{early}");
    let made = now() - opened.made_at.expect("when it was made");
    assert!(made >= TimeDelta::zero() && made < TimeDelta::seconds(1), "{made}");
    assert_eq!(key.open(Purpose::Booking, &token, opened.expires_at), Err(Refused::Expired));
}

#[test]
fn a_short_token_is_good_for_nothing_else() {
    let key = key().at(now());
    let token = key.sign_short(&Link::booking(&BookingId::new(), now())).expect("a short token");

    assert_eq!(key.open(Purpose::StopAlert, &token, now()), Err(Refused::NotOurs));
    let bytes = URL_SAFE_NO_PAD.decode(&token).expect("base64");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let changed = URL_SAFE_NO_PAD.encode(changed);
        assert_eq!(key.open(Purpose::Booking, &changed, now()), Err(Refused::NotOurs), "{at}");
    }
    let other = LinkKey::new([2; 32]);
    assert_eq!(other.open(Purpose::Booking, &token, now()), Err(Refused::NotOurs));
}
