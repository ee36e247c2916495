use super::*;

fn reader(name: &str) -> Reader {
    Reader {
        carer: CarerId::from(name),
        email: Some(format!("{name}@example.org")),
        phone: Some("07700 900123".to_owned()),
        no_post: false,
        by_email: None,
        by_text: None,
    }
}

pub(crate) fn home() -> CardHome {
    CardHome {
        family: "a".into(),
        is_home: true,
        centre: None,
        since: Some("2025-01-01".parse().expect("a day")),
        standing: Some(Standing::Member),
        guest: false,
        told: true,
        moved_away: false,
        restricted: false,
        unsafe_address: false,
        has_address: true,
        said_no: false,
        readers: vec![reader("sam"), reader("ali")],
    }
}

fn goes(home: &CardHome) -> (CardChannel, CardReason) {
    let way = way(home, CardKind::Birthday, Service::default());
    (way.channel, way.why)
}

const EVERY_WAY: Service = Service { email: true, text: true };

/// Everything that can stand in the way of a card, with its name.
fn kept_back() -> Vec<(CardReason, CardHome)> {
    vec![
        (CardReason::Guest, CardHome { guest: true, standing: None, ..home() }),
        (CardReason::NotAMember, CardHome { standing: None, ..home() }),
        (CardReason::OptedOut, CardHome { standing: Some(Standing::OptedOut), ..home() }),
        (CardReason::Restricted, CardHome { restricted: true, ..home() }),
        (CardReason::UnsafeAddress, CardHome { unsafe_address: true, ..home() }),
        (CardReason::MovedAway, CardHome { moved_away: true, ..home() }),
        (CardReason::NotTold, CardHome { standing: Some(Standing::Listed), told: false, ..home() }),
        (CardReason::SaidNo, CardHome { said_no: true, ..home() }),
    ]
}

#[test]
fn a_household_that_is_kept_back_gets_nothing_by_any_channel() {
    for (why, mut home) in kept_back() {
        home.readers[0].by_email = Some(true);
        home.readers[1].by_text = Some(true);
        for kind in [CardKind::Birthday, CardKind::Farewell] {
            assert_eq!(way(&home, kind, EVERY_WAY), Way::none(why));
        }
    }
    let mut open = home();
    open.readers[0].by_email = Some(true);
    assert_eq!(
        way(&open, CardKind::Birthday, EVERY_WAY).channel,
        CardChannel::Email,
        "the same, not kept back"
    );
}

#[test]
fn after_the_end_there_is_a_farewell_and_no_card() {
    let ended = CardHome { standing: Some(Standing::Ended), ..home() };
    assert_eq!(goes(&ended), (CardChannel::None, CardReason::Ended));
    assert_eq!(way(&ended, CardKind::Farewell, Service::default()).channel, CardChannel::Print);
}

#[test]
fn a_family_told_of_its_membership_gets_one_though_it_is_only_listed() {
    let listed = CardHome { standing: Some(Standing::Listed), ..home() };
    assert_eq!(goes(&listed).0, CardChannel::Print);
}

#[test]
fn a_message_needs_a_yes_and_somewhere_to_go() {
    assert_eq!(goes(&home()), (CardChannel::Print, CardReason::NobodySaidYes));

    let mut second = home();
    second.readers[1].by_email = Some(true);
    let found = way(&second, CardKind::Birthday, Service::default());
    assert_eq!((found.channel, found.why), (CardChannel::Email, CardReason::SaidYes));
    assert_eq!(found.to, Some((CarerId::from("ali"), "ali@example.org".to_owned())));

    second.readers[1].email = None;
    assert_eq!(goes(&second), (CardChannel::Print, CardReason::NobodySaidYes));

    let mut text = home();
    text.readers[0].by_text = Some(true);
    assert_eq!(goes(&text), (CardChannel::Text, CardReason::SaidYes));
    text.readers[1].by_email = Some(true);
    assert_eq!(goes(&text), (CardChannel::Email, CardReason::SaidYes), "e-mail before text");
}

#[test]
fn what_the_organisation_decided_needs_no_yes_and_gives_way_to_a_no() {
    let by_email = Service { email: true, text: false };
    let found = way(&home(), CardKind::Birthday, by_email);
    assert_eq!((found.channel, found.why), (CardChannel::Email, CardReason::ServiceMessage));

    let mut first_said_no = home();
    first_said_no.readers[0].by_email = Some(false);
    assert_eq!(
        way(&first_said_no, CardKind::Birthday, by_email).to.map(|to| to.1).as_deref(),
        Some("ali@example.org")
    );

    first_said_no.readers[1].by_email = Some(false);
    assert_eq!(way(&first_said_no, CardKind::Birthday, by_email).channel, CardChannel::Print);
    assert_eq!(way(&first_said_no, CardKind::Birthday, EVERY_WAY).channel, CardChannel::Text);
}

#[test]
fn without_a_message_or_post_there_is_none() {
    let nowhere = CardHome { has_address: false, ..home() };
    assert_eq!(goes(&nowhere), (CardChannel::None, CardReason::NoAddress));

    let mut no_post = home();
    no_post.readers[1].no_post = true;
    assert_eq!(goes(&no_post), (CardChannel::None, CardReason::NoPost));

    no_post.readers[0].by_email = Some(true);
    assert_eq!(goes(&no_post).0, CardChannel::Email);
}
