//! The tables, as the migrations make them. Instants are UTC; days are in the centre's zone.
//! Kept by hand next to `migrations/`; a test compares both.

/// Tables, each as `diesel::table!` takes it.
macro_rules! tables {
    ($($name:ident $key:tt $columns:tt)+) => { $(diesel::table! { $name $key $columns })+ };
}

tables! {
    locks (name) {
        name -> Text,
    }

    generations (name) {
        name -> Text,
        number -> BigInt,
    }

    accounts (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Text,
        partner_id -> Nullable<Text>,
        team -> Nullable<Text>,
        family_id -> Nullable<Text>,
        carer_id -> Nullable<Text>,
        failed_sign_ins -> Integer,
        locked_until -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }

    blank_cards (number) {
        number -> Text,
        partner_id -> Text,
        team -> Nullable<Text>,
        made_by -> Text,
        made_at -> Timestamp,
        statement_id -> Nullable<Text>,
        given_by -> Nullable<Text>,
        given_at -> Nullable<Timestamp>,
        card_issue -> Nullable<Integer>,
    }

    window_alerts (id) {
        id -> Text,
        account_id -> Text,
        session_id -> Text,
        made_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
    }

    account_roles (account_id, role, centre_id) {
        account_id -> Text,
        role -> Text,
        centre_id -> Text,
    }

    auth_sessions (id) {
        id -> Text,
        account_id -> Nullable<Text>,
        carer_id -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        opens -> Text,
    }

    refresh_tokens (token_hash) {
        token_hash -> Text,
        auth_session_id -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
        answer_key -> Nullable<Text>,
        sealed_answer -> Nullable<Text>,
    }

    signing_keys (kid) {
        kid -> Text,
        state -> Text,
        public_key -> Text,
        wrapped_key -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
    }

    one_time_tokens (token_hash) {
        token_hash -> Text,
        purpose -> Text,
        account_id -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }

    sign_in_requests (request_hash) {
        request_hash -> Text,
        token_hash -> Text,
        code_hash -> Text,
        code_tries -> Integer,
        sealed -> Text,
        asked_at -> Timestamp,
        ends_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }

    sign_in_attempts (address) {
        address -> Text,
        failures -> Integer,
        since -> Timestamp,
    }

    refusals (id) {
        id -> Text,
        at -> Timestamp,
        account_id -> Nullable<Text>,
        typed -> Nullable<Text>,
        address -> Text,
        operation -> Text,
        code -> Text,
    }

    known_from (account_id, place) {
        account_id -> Text,
        place -> Text,
        used_at -> Timestamp,
    }

    waiting_forms (id) {
        id -> Text,
        account_id -> Text,
        sealed -> Text,
        kept_until -> Timestamp,
    }

    audit (id) {
        id -> Text,
        at -> Timestamp,
        actor_id -> Nullable<Text>,
        act -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        detail -> Text,
    }

    audit_families (family_id, audit_id) {
        family_id -> Text,
        audit_id -> Text,
    }

    audit_seals (number) {
        number -> BigInt,
        sealed_at -> Timestamp,
        first_id -> Text,
        last_id -> Text,
        row_count -> BigInt,
        hash -> Text,
    }

    idempotency (scope, idempotency_key) {
        scope -> Text,
        idempotency_key -> Text,
        request_hash -> Text,
        status -> Integer,
        sealed -> Text,
        created_at -> Timestamp,
    }

    centres (id) {
        id -> Text,
        name -> Text,
        phone -> Nullable<Text>,
        email -> Nullable<Text>,
        address -> Nullable<Text>,
        postcode -> Nullable<Text>,
        zone -> Text,
        created_at -> Timestamp,
        access_features -> Text,
    }

    venues (id) {
        id -> Text,
        centre_id -> Text,
        name -> Text,
        address -> Nullable<Text>,
        postcode -> Nullable<Text>,
        created_at -> Timestamp,
        access_features -> Text,
    }

    rooms (id) {
        id -> Text,
        venue_id -> Text,
        name -> Text,
        safety_limit -> Nullable<Integer>,
        created_at -> Timestamp,
        access_features -> Nullable<Text>,
    }

    terms (id) {
        id -> Text,
        centre_id -> Nullable<Text>,
        name -> Text,
        first_day -> Date,
        last_day -> Date,
    }

    closures (id) {
        id -> Text,
        centre_id -> Nullable<Text>,
        first_day -> Date,
        last_day -> Date,
        reason -> Text,
    }

    partners (id) {
        id -> Text,
        name -> Text,
        kind -> Text,
        created_at -> Timestamp,
    }

    target_groups (code) {
        code -> Text,
        label -> Text,
        protected -> Bool,
        gives_priority -> Bool,
        counts_for_reach -> Bool,
        priority_reason -> Nullable<Text>,
        priority_review_on -> Nullable<Date>,
        derived -> Nullable<Text>,
        from_months -> Nullable<Integer>,
        until_months -> Nullable<Integer>,
        stated_of -> Text,
        guarded -> Bool,
    }

    families (id) {
        id -> Text,
        centre_id -> Nullable<Text>,
        postcode -> Nullable<Text>,
        postcode_reason -> Nullable<Text>,
        address -> Nullable<Text>,
        channel -> Text,
        guest -> Bool,
        restricted -> Bool,
        unsafe_address -> Bool,
        moved_away_on -> Nullable<Date>,
        joined_into -> Nullable<Text>,
        erased_at -> Nullable<Timestamp>,
        made_by -> Nullable<Text>,
        partner_id -> Nullable<Text>,
        team -> Nullable<Text>,
        touched -> BigInt,
        version -> BigInt,
        created_at -> Timestamp,
        links_ended_at -> Nullable<Timestamp>,
    }

    carers (id) {
        id -> Text,
        family_id -> Text,
        position -> Integer,
        name -> Text,
        sort_name -> Text,
        former_name -> Nullable<Text>,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        phone_digits -> Nullable<Text>,
        mail_allowed -> Bool,
        no_post -> Bool,
        no_voicemail -> Bool,
        no_text -> Bool,
        no_call -> Bool,
        confirmed_at -> Nullable<Timestamp>,
        email_proved_at -> Nullable<Timestamp>,
        phone_proved_at -> Nullable<Timestamp>,
        no_address_notice -> Bool,
        language -> Nullable<Text>,
        phone_confirmed_at -> Nullable<Timestamp>,
    }

    join_requests (id) {
        id -> Text,
        to_ring -> Bool,
        centre_id -> Nullable<Text>,
        code_hash -> Nullable<Text>,
        code_tries -> Integer,
        sealed -> Nullable<Text>,
        asked_at -> Timestamp,
        ends_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        outcome -> Nullable<Text>,
    }

    children (id) {
        id -> Text,
        name -> Text,
        sort_name -> Text,
        born_on -> Nullable<Date>,
        born_month_only -> Bool,
        due_on -> Nullable<Date>,
        nhs_number -> Nullable<Text>,
        ended -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
        asked_at -> Nullable<Timestamp>,
        joined_into -> Nullable<Text>,
        created_at -> Timestamp,
    }

    family_children (family_id, child_id) {
        family_id -> Text,
        child_id -> Text,
        position -> Integer,
        is_home -> Bool,
    }

    child_moves (id) {
        id -> Text,
        child_id -> Text,
        from_family_id -> Text,
        to_family_id -> Nullable<Text>,
        moved_at -> Timestamp,
        moved_by -> Nullable<Text>,
    }

    trusted_adults (id) {
        id -> Text,
        family_id -> Text,
        name -> Text,
        relationship -> Text,
        phone -> Nullable<Text>,
        created_at -> Timestamp,
        until_day -> Nullable<Date>,
        named_by -> Nullable<Text>,
    }

    trusted_adult_children (trusted_adult_id, child_id) {
        trusted_adult_id -> Text,
        child_id -> Text,
    }

    answers (id) {
        id -> Text,
        family_id -> Text,
        subject_id -> Text,
        question -> Text,
        value -> Text,
        given_by -> Text,
        account_id -> Nullable<Text>,
        partner_id -> Nullable<Text>,
        given_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }

    memberships (number) {
        number -> Text,
        family_id -> Text,
        status -> Text,
        status_at -> Timestamp,
        joined_on -> Nullable<Date>,
        listed_on -> Nullable<Date>,
        tell_by -> Nullable<Date>,
        told_at -> Nullable<Timestamp>,
        told_how -> Nullable<Text>,
        ended_why -> Nullable<Text>,
        renewed_on -> Nullable<Date>,
        card_issue -> Integer,
        notice_version -> Nullable<Integer>,
        notice_language -> Nullable<Text>,
        notice_shown_at -> Nullable<Timestamp>,
        details_confirmed_at -> Nullable<Timestamp>,
        registered_on -> Nullable<Date>,
    }

    card_keys (kid) {
        kid -> Text,
        public_key -> Text,
        wrapped_key -> Text,
        created_at -> Timestamp,
    }

    centre_offers (centre_id) {
        centre_id -> Text,
        text_lines -> Text,
        changed_at -> Timestamp,
    }

    notices (version, language) {
        version -> Integer,
        language -> Text,
        title -> Text,
        body -> Text,
        card_text -> Text,
        written_at -> Timestamp,
        confirmed_by -> Nullable<Text>,
        confirmed_at -> Nullable<Timestamp>,
    }

    suppressions (id) {
        id -> Text,
        set_id -> Text,
        hash -> Text,
        until -> Date,
        made_at -> Timestamp,
    }

    family_groups (id) {
        id -> Text,
        family_id -> Text,
        group_code -> Text,
        stated_by -> Text,
        partner_id -> Nullable<Text>,
        stated_at -> Timestamp,
        since_on -> Date,
        until_on -> Nullable<Date>,
        evidence -> Text,
        review_on -> Nullable<Date>,
        reviewed_at -> Nullable<Timestamp>,
        reviewed_by -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
        child_id -> Nullable<Text>,
    }

    activities (id) {
        id -> Text,
        centre_id -> Nullable<Text>,
        title -> Text,
        description -> Nullable<Text>,
        audience -> Nullable<Text>,
        access -> Text,
        unit -> Text,
        capacity -> Integer,
        adult_limit -> Nullable<Integer>,
        safety_limit -> Nullable<Integer>,
        party_limit -> Nullable<Integer>,
        age_unit -> Text,
        age_min -> Integer,
        age_max -> Nullable<Integer>,
        siblings_welcome -> Bool,
        expectant_welcome -> Bool,
        adults_only -> Bool,
        sensitive -> Bool,
        priority_places -> Integer,
        priority_hours -> Integer,
        referrals_days_before -> Integer,
        referrals_time -> Time,
        public_days_before -> Nullable<Integer>,
        public_time -> Time,
        closes_minutes_before -> Integer,
        cancel_hours -> Integer,
        waitlist_order -> Text,
        saving -> Bool,
        limit_a_day -> Integer,
        limit_in_seven_days -> Integer,
        slot_minutes -> Nullable<Integer>,
        price -> Nullable<Text>,
        bring -> Nullable<Text>,
        version -> BigInt,
        created_at -> Timestamp,
        access_features -> Text,
        interpreter_language -> Nullable<Text>,
    }

    series (id) {
        id -> Text,
        activity_id -> Text,
        centre_id -> Text,
        rule -> Text,
        first_day -> Date,
        last_day -> Date,
        starts -> Time,
        ends -> Time,
        term_time_only -> Bool,
        created_at -> Timestamp,
    }

    courses (id) {
        id -> Text,
        activity_id -> Text,
        centre_id -> Text,
        name -> Text,
        created_at -> Timestamp,
    }

    sessions (id) {
        id -> Text,
        activity_id -> Text,
        centre_id -> Text,
        venue_id -> Nullable<Text>,
        room_id -> Nullable<Text>,
        series_id -> Nullable<Text>,
        course_id -> Nullable<Text>,
        head_session_id -> Nullable<Text>,
        leader -> Nullable<Text>,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        local_day -> Date,
        capacity -> Integer,
        referrals_open_at -> Timestamp,
        public_release_at -> Nullable<Timestamp>,
        bookings_close_at -> Timestamp,
        cancel_by -> Timestamp,
        priority_places -> Integer,
        priority_until -> Timestamp,
        announced_at -> Nullable<Timestamp>,
        cancelled_at -> Nullable<Timestamp>,
        cancel_reason -> Nullable<Text>,
        displaced_by -> Nullable<Text>,
        settled_until -> Nullable<Timestamp>,
        touched -> BigInt,
        version -> BigInt,
        created_at -> Timestamp,
    }

    bookings (id) {
        id -> Text,
        family_id -> Text,
        carer_id -> Nullable<Text>,
        session_id -> Text,
        status -> Text,
        wants -> Text,
        tier -> Text,
        tier_reason -> Text,
        number -> BigInt,
        move_reason -> Nullable<Text>,
        adults -> Integer,
        children -> Integer,
        made_by -> Nullable<Text>,
        made_as -> Text,
        reason -> Nullable<Text>,
        made_at -> Timestamp,
        taken_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        end_reason -> Nullable<Text>,
        late -> Bool,
        saved_until -> Nullable<Timestamp>,
        undo_until -> Nullable<Timestamp>,
    }

    booking_sessions (booking_id, session_id) {
        booking_id -> Text,
        session_id -> Text,
        family_id -> Text,
        holds -> Text,
        line_tier -> Integer,
        line_number -> Double,
        saved -> Bool,
        last_call_at -> Nullable<Timestamp>,
    }

    booking_children (booking_id, child_id) {
        booking_id -> Text,
        child_id -> Text,
    }

    offers (id) {
        id -> Text,
        booking_id -> Text,
        session_id -> Text,
        state -> Text,
        made_at -> Timestamp,
        clock_starts_at -> Nullable<Timestamp>,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }

    referrals (id) {
        id -> Text,
        booking_id -> Text,
        session_id -> Text,
        account_id -> Text,
        partner_id -> Nullable<Text>,
        team -> Nullable<Text>,
        reason -> Text,
        agreed_on -> Date,
        agreed_how -> Text,
        tell_outcome -> Bool,
        made_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
        statement_id -> Nullable<Text>,
        answered -> Text,
        found -> Text,
        adults -> Integer,
        children -> Integer,
    }

    statements (id) {
        id -> Text,
        partner_id -> Nullable<Text>,
        team -> Nullable<Text>,
        centre_id -> Nullable<Text>,
        made_by -> Nullable<Text>,
        reference -> Nullable<Text>,
        said -> Text,
        mark -> Text,
        family_id -> Nullable<Text>,
        made_at -> Timestamp,
        said_no_at -> Nullable<Timestamp>,
    }

    statement_children (statement_id, position) {
        statement_id -> Text,
        position -> Integer,
        child_id -> Text,
    }

    possible_duplicates (id) {
        id -> Text,
        family_id -> Text,
        other_family_id -> Text,
        found_at -> Timestamp,
        dismissed_at -> Nullable<Timestamp>,
        dismissed_by -> Nullable<Text>,
        child_id -> Nullable<Text>,
        other_child_id -> Nullable<Text>,
    }

    referral_groups (referral_id, group_code) {
        referral_id -> Text,
        group_code -> Text,
        child_id -> Nullable<Text>,
    }

    alerts (id) {
        id -> Text,
        family_id -> Text,
        session_id -> Text,
        carer_id -> Nullable<Text>,
        made_at -> Timestamp,
        told_at -> Nullable<Timestamp>,
    }

    tasks (id) {
        id -> Text,
        centre_id -> Text,
        kind -> Text,
        family_id -> Nullable<Text>,
        session_id -> Nullable<Text>,
        booking_id -> Nullable<Text>,
        offer_id -> Nullable<Text>,
        detail -> Text,
        made_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<Text>,
        outcome -> Nullable<Text>,
        other_booking_id -> Nullable<Text>,
        tried_at -> Nullable<Timestamp>,
    }

    outbox (id) {
        id -> Text,
        dedupe -> Text,
        kind -> Text,
        channel -> Text,
        recipient -> Text,
        payload -> Text,
        family_id -> Nullable<Text>,
        session_id -> Nullable<Text>,
        booking_id -> Nullable<Text>,
        state -> Text,
        attempts -> Integer,
        due_at -> Timestamp,
        leased_until -> Nullable<Timestamp>,
        made_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        tried_since -> Nullable<Timestamp>,
        language -> Nullable<Text>,
        carrier_id -> Nullable<Text>,
        parts -> Nullable<Integer>,
        delivery -> Nullable<Text>,
        delivery_asked_at -> Nullable<Timestamp>,
        number_hash -> Nullable<Text>,
    }

    received_texts (id) {
        id -> Text,
        received_at -> Timestamp,
    }

    languages (tag) {
        tag -> Text,
        own_name -> Text,
        added_by -> Nullable<Text>,
        added_at -> Timestamp,
    }

    translations (language, text_key) {
        language -> Text,
        text_key -> Text,
        said -> Text,
        english -> Text,
        written_by -> Nullable<Text>,
        written_at -> Timestamp,
        confirmed_by -> Nullable<Text>,
        confirmed_at -> Nullable<Timestamp>,
    }

    job_runs (name) {
        name -> Text,
        ran_at -> Timestamp,
    }

    lsoas (vintage, code) {
        vintage -> Text,
        code -> Text,
        name -> Nullable<Text>,
        district_code -> Nullable<Text>,
        district_name -> Nullable<Text>,
    }

    postcodes (postcode, vintage) {
        postcode -> Text,
        vintage -> Text,
        lsoa -> Nullable<Text>,
        terminated_on -> Nullable<Date>,
        latitude -> Nullable<Integer>,
        longitude -> Nullable<Integer>,
    }

    deprivation (vintage, index_year, lsoa) {
        vintage -> Text,
        index_year -> Integer,
        lsoa -> Text,
        imd_rank -> Nullable<Integer>,
        imd_decile -> Integer,
        idaci_rank -> Nullable<Integer>,
        idaci_decile -> Nullable<Integer>,
    }

    population_tables (id) {
        id -> Text,
        vintage -> Text,
        name -> Text,
        year -> Integer,
        imported_at -> Timestamp,
    }

    population (table_id, lsoa, age) {
        table_id -> Text,
        vintage -> Text,
        lsoa -> Text,
        age -> Integer,
        persons -> Integer,
    }

    reach_areas (id) {
        id -> Text,
        centre_id -> Text,
        vintage -> Text,
        since_at -> Timestamp,
        until_at -> Nullable<Timestamp>,
    }

    reach_area_lsoas (area_id, lsoa) {
        area_id -> Text,
        vintage -> Text,
        lsoa -> Text,
    }

    search_keys (search_key, family_id) {
        search_key -> Text,
        family_id -> Text,
    }

    record_joins (id) {
        id -> Text,
        kind -> Text,
        kept_family_id -> Text,
        other_family_id -> Text,
        joined_at -> Timestamp,
        joined_by -> Nullable<Text>,
        undone_at -> Nullable<Timestamp>,
        undone_by -> Nullable<Text>,
    }

    record_join_moves (join_id, position) {
        join_id -> Text,
        position -> Integer,
        table_name -> Text,
        column_name -> Text,
        row_key -> Text,
        value_before -> Nullable<Text>,
        value_after -> Nullable<Text>,
    }

    agreements (id) {
        id -> Text,
        partner_id -> Text,
        purpose -> Text,
        items -> Text,
        basis -> Text,
        first_day -> Date,
        last_day -> Date,
        review_on -> Date,
        cards_a_month -> Nullable<Integer>,
        feed_every_days -> Nullable<Integer>,
        made_at -> Timestamp,
    }

    feed_mappings (owner, name) {
        owner -> Text,
        name -> Text,
        mapping -> Text,
        saved_at -> Timestamp,
    }

    feed_runs (id) {
        id -> Text,
        kind -> Text,
        file_hash -> Text,
        partner_id -> Nullable<Text>,
        centre_id -> Nullable<Text>,
        made_by -> Nullable<Text>,
        lines -> Integer,
        started_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }

    feed_lines (run_id, line) {
        run_id -> Text,
        line -> Integer,
        outcome -> Text,
        detail -> Nullable<Text>,
    }

    feed_references (source, reference) {
        source -> Text,
        reference -> Text,
        family_id -> Text,
    }

    renewals (family_id, child_id, age) {
        family_id -> Text,
        child_id -> Text,
        age -> Integer,
        due_on -> Date,
        centre_id -> Nullable<Text>,
        renewed_at -> Timestamp,
    }

    birthday_cards (id) {
        id -> Text,
        kind -> Text,
        family_id -> Text,
        child_id -> Text,
        age -> Integer,
        due_on -> Date,
        centre_id -> Nullable<Text>,
        channel -> Text,
        why -> Text,
        carer_id -> Nullable<Text>,
        made_at -> Timestamp,
        printed_at -> Nullable<Timestamp>,
        printed_by -> Nullable<Text>,
        undelivered_at -> Nullable<Timestamp>,
        undelivered_why -> Nullable<Text>,
        found_at -> Nullable<Timestamp>,
    }

    birthday_decisions (id) {
        id -> Text,
        channel -> Text,
        why -> Text,
        decided_by -> Text,
        decided_on -> Date,
        recorded_by -> Nullable<Text>,
        recorded_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }

    contact_kinds (kind) {
        kind -> Text,
        counts -> Text,
    }

    contacts (id) {
        id -> Text,
        kind -> Text,
        on_day -> Date,
        family_id -> Text,
        child_id -> Nullable<Text>,
        adults -> Integer,
        centre_id -> Nullable<Text>,
        session_id -> Nullable<Text>,
        activity_id -> Nullable<Text>,
        partner_id -> Nullable<Text>,
        place -> Nullable<Text>,
        until_day -> Nullable<Date>,
        taken_up -> Nullable<Bool>,
        source -> Text,
        source_name -> Nullable<Text>,
        reference -> Nullable<Text>,
        said_by -> Nullable<Text>,
        recorded_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<Text>,
        withdrawn_why -> Nullable<Text>,
    }

    contact_proposals (id) {
        id -> Text,
        run_id -> Text,
        family_id -> Text,
        child_id -> Text,
        score -> Integer,
        differs -> Text,
        kind -> Text,
        on_day -> Date,
        centre_id -> Nullable<Text>,
        activity_id -> Nullable<Text>,
        partner_id -> Nullable<Text>,
        place -> Nullable<Text>,
        until_day -> Nullable<Date>,
        taken_up -> Nullable<Bool>,
        source_name -> Text,
        reference -> Text,
        made_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
        contact_id -> Nullable<Text>,
    }

    setting_supports (id) {
        id -> Text,
        partner_id -> Text,
        centre_id -> Text,
        kind -> Text,
        on_day -> Date,
        said_by -> Nullable<Text>,
        recorded_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }

    child_facts (id) {
        id -> Text,
        child_id -> Text,
        known_from -> Timestamp,
        known_until -> Nullable<Timestamp>,
        family_id -> Nullable<Text>,
        centre_id -> Nullable<Text>,
        born_on -> Nullable<Date>,
        born_month_only -> Bool,
        due_on -> Nullable<Date>,
        ended_on -> Nullable<Date>,
        listed_on -> Nullable<Date>,
        joined_on -> Nullable<Date>,
        left_on -> Nullable<Date>,
        postcode -> Nullable<Text>,
        place -> Text,
        lsoa_2011 -> Nullable<Text>,
        lsoa_2021 -> Nullable<Text>,
        target_groups -> Text,
        ethnicity_asked -> Bool,
        joined_into -> Nullable<Text>,
    }

    centre_costs (centre_id, from_day) {
        centre_id -> Text,
        from_day -> Date,
        until_day -> Date,
        pence -> BigInt,
        said_by -> Nullable<Text>,
        recorded_at -> Timestamp,
    }

    registers (session_id) {
        session_id -> Text,
        completed_at -> Timestamp,
        completed_by -> Nullable<Text>,
    }

    marks (id) {
        id -> Text,
        session_id -> Text,
        client_id -> Text,
        content -> Text,
        family_id -> Text,
        child_id -> Nullable<Text>,
        adults -> Integer,
        booking_id -> Nullable<Text>,
        walk_in_key -> Nullable<Text>,
        mark -> Text,
        source -> Text,
        device -> Text,
        at -> Timestamp,
        corrects -> Nullable<Text>,
        marked_by -> Nullable<Text>,
        received_at -> Timestamp,
        stands -> Bool,
        disputed -> Bool,
    }

    head_counts (id) {
        id -> Text,
        session_id -> Text,
        client_id -> Text,
        content -> Text,
        adults -> Integer,
        children -> Integer,
        device -> Text,
        at -> Timestamp,
        corrects -> Nullable<Text>,
        counted_by -> Nullable<Text>,
        received_at -> Timestamp,
        stands -> Bool,
    }

    past_head_counts (id) {
        id -> Text,
        run_id -> Text,
        centre_id -> Text,
        activity_id -> Nullable<Text>,
        title -> Text,
        venue -> Nullable<Text>,
        on_day -> Date,
        starts -> Nullable<Text>,
        adults -> Integer,
        children -> Integer,
        reference -> Text,
        recorded_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }

    door_devices (id) {
        id -> Text,
        name -> Text,
        centre_id -> Text,
        added_at -> Timestamp,
        added_by -> Nullable<Text>,
        code_hash -> Nullable<Text>,
        code_until -> Nullable<Timestamp>,
        secret_hash -> Nullable<Text>,
        enrolled_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<Text>,
    }

    handovers (id) {
        id -> Text,
        session_id -> Text,
        account_id -> Text,
        handed_at -> Timestamp,
        handed_by -> Nullable<Text>,
        taken_back_at -> Nullable<Timestamp>,
        taken_back_by -> Nullable<Text>,
    }

    monthly_counts (id) {
        id -> Text,
        counted -> Text,
        month -> Date,
        lsoa -> Nullable<Text>,
        centre_id -> Nullable<Text>,
        number -> Integer,
        partner_id -> Nullable<Text>,
        sent_at -> Timestamp,
    }

    settings (name, version) {
        name -> Text,
        version -> BigInt,
        value -> Text,
        set_by -> Nullable<Text>,
        held_until -> Nullable<Timestamp>,
    }

    activity_attendance (activity_id) {
        activity_id -> Text,
        not_coming -> Nullable<Bool>,
        missed -> Nullable<Integer>,
        weeks -> Nullable<Integer>,
        give_after_minutes -> Nullable<Integer>,
    }

    not_coming_told (id) {
        id -> Text,
        family_id -> Text,
        activity_id -> Nullable<Text>,
        last_missed_at -> Timestamp,
        told_at -> Timestamp,
    }

    feedback (id) {
        id -> Text,
        family_id -> Text,
        session_id -> Text,
        good -> Bool,
        answered_at -> Timestamp,
    }

    feedback_texts (id) {
        id -> Text,
        feedback_id -> Text,
        said -> Text,
        written_at -> Timestamp,
        read_by -> Date,
        kept_until -> Date,
        read_at -> Nullable<Timestamp>,
        reader_id -> Nullable<Text>,
        finding -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
    }

    feedback_asked (carer_id) {
        carer_id -> Text,
        asked_at -> Timestamp,
    }

    you_said (id) {
        id -> Text,
        centre_id -> Text,
        said -> Text,
        did -> Text,
        dated_on -> Date,
        made_by -> Nullable<Text>,
        made_at -> Timestamp,
        version -> BigInt,
    }

    sheet_lines (session_id, number) {
        session_id -> Text,
        number -> Integer,
        booking_id -> Text,
        child_id -> Nullable<Text>,
    }

    returns (id) {
        id -> Text,
        preset -> Nullable<Text>,
        centre_id -> Nullable<Text>,
        as_at -> Date,
        asked -> Text,
        report -> Text,
        sha256 -> Text,
        frozen_at -> Timestamp,
        frozen_by -> Nullable<Text>,
    }

    returns_sent (return_id, position) {
        return_id -> Text,
        position -> Integer,
        sent_to -> Text,
        sent_on -> Date,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<Text>,
    }

    child_requests (id) {
        id -> Text,
        family_id -> Text,
        child_id -> Text,
        kind -> Text,
        asked -> Text,
        state -> Text,
        made_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<Text>,
        why -> Nullable<Text>,
    }

    address_changes (id) {
        id -> Text,
        carer_id -> Text,
        email -> Text,
        made_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
    }
}

/// Tables that stand together in a query, each pair once. Naming all pairs of 95 tables would cost
/// every check half a minute.
macro_rules! joined {
    ($($one:ident: $($other:ident)+;)+) => {
        $($(diesel::allow_tables_to_appear_in_same_query!($one, $other);)+)+
    };
}

joined! {
    account_roles: accounts auth_sessions;
    accounts: auth_sessions bookings offers one_time_tokens partners referrals refresh_tokens
        registers sessions statements;
    activities: audit booking_children booking_sessions bookings centres children contacts families
        generations head_counts marks past_head_counts registers rooms sessions venues;
    address_changes: carers;
    alerts: sessions;
    answers: carers;
    audit: booking_sessions bookings families sessions;
    auth_sessions: carers families refresh_tokens;
    birthday_cards: children families memberships outbox;
    booking_children: booking_sessions bookings children family_children marks outbox registers
        sessions;
    booking_sessions: bookings children contact_proposals contacts families family_children marks
        offers registers sessions;
    bookings: children contact_proposals contacts families family_children family_groups marks
        offers partners referral_groups referrals registers sessions statements tasks;
    carers: accounts children families family_children;
    centres: registers rooms sessions venues;
    child_requests: family_children;
    children: contacts families family_children marks memberships registers sessions;
    contact_kinds: contacts;
    contact_proposals: contacts families marks sessions;
    contacts: families marks sessions;
    families: family_children marks memberships possible_duplicates postcodes search_keys sessions
        tasks;
    family_children: marks memberships sessions;
    feedback: activities families feedback_texts sessions;
    feedback_texts: activities families sessions;
    family_groups: referral_groups referrals target_groups;
    generations: sessions;
    head_counts: sessions;
    marks: registers sessions;
    memberships: outbox postcodes;
    offers: outbox partners referrals registers sessions statements;
    outbox: sessions tasks;
    partners: referrals registers sessions statements;
    postcodes: reach_area_lsoas reach_areas;
    reach_area_lsoas: reach_areas;
    referral_groups: referrals;
    referrals: registers sessions statements;
    registers: sessions statements tasks;
    rooms: sessions venues;
    sessions: statements tasks venues;
    window_alerts: accounts sessions;
    blank_cards: statements;
}
