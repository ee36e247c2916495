//! Everything the log can say: what was done, and to what kind of thing. Printed as a list by a
//! test, as the policy is, so that somebody reads and decides on each new event.

/// What an event leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Somebody read, printed or exported something that names families.
    Read,
    Change,
}

macro_rules! events {
    ($($effect:ident { $($event:ident $word:literal $subject:literal;)+ })+) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Event { $($($event),+),+ }

        impl Event {
            pub const ALL: &'static [Event] = &[$($(Event::$event),+),+];

            pub fn as_str(self) -> &'static str {
                match self { $($(Event::$event => $word),+),+ }
            }

            /// The kind of thing it was done to: whose id stands beside it.
            pub fn subject(self) -> &'static str {
                match self { $($(Event::$event => $subject),+),+ }
            }

            pub fn effect(self) -> Effect {
                match self { $($(Event::$event => Effect::$effect),+),+ }
            }
        }
    };
}

events! {
    Read {
        CheckCard        "check_card"         "membership";
        CourseAttendance "course_attendance"  "course";
        GiveReport       "give_report"        "reach";
        ListChildRequests "list_child_requests" "families";
        ListFamilies     "list_families"      "families";
        ListJoinRequests "list_join_requests" "join_request";
        ListMarks        "list_marks"         "session";
        ListToFollowUp   "list_to_follow_up"  "families";
        LookIntoBuilding "look_into_building" "centre";
        OpenCard "open_card" "membership";
        OpenFamily       "open_family"        "family";
        OpenMembership   "open_membership"    "membership";
        OpenRegister     "open_register"      "session";
        PrintRegister    "print_register"     "session";
        PreviewJoin      "preview_join"       "family";
        ReadFeedback     "read_feedback"      "feedback_texts";
        SeeCandidates    "see_candidates"     "family";
        SeeContacts      "see_contacts"       "family";
        SeeFamilies      "see_families"       "operation";
        SeeGroups        "see_groups"         "family";
        SeeReachRows     "see_reach_rows"     "centre";
        TakeExtract      "take_extract"       "extract";
        TryFeed          "try_feed"           "feed";
    }
    Change {
        AcceptOffer              "accept_offer"               "booking";
        AddAccount               "add_account"                "account";
        AddActivity              "add_activity"               "activity";
        AddCentre                "add_centre"                 "centre";
        AddChild                 "add_child"                  "child";
        AddClosure               "add_closure"                "closure";
        AddCourse                "add_course"                 "course";
        AddDevice                "add_device"                 "door_device";
        AddFamily                "add_family"                 "family";
        AddGroup                 "add_group"                  "target_group";
        AddLanguage              "add_language"               "language";
        AddPartner               "add_partner"                "partner";
        AddRoom                  "add_room"                   "room";
        AddSeries                "add_series"                 "series";
        AddTerm                  "add_term"                   "term";
        AddTrustedAdult          "add_trusted_adult"          "family";
        AddVenue                 "add_venue"                  "venue";
        AddYouSaid               "add_you_said"               "you_said";
        AnnounceSession          "announce_session"           "session";
        Answer                   "answer"                     "family";
        AskAddressChange         "ask_address_change"         "family";
        AskChildChange           "ask_child_change"           "family";
        AskForRecord             "ask_for_record"             "family";
        AskFeedback              "ask_feedback"               "family";
        AskNotComing             "ask_not_coming"             "family";
        AskOwnFeed               "ask_own_feed"               "family";
        AskPasswordReset         "ask_password_reset"         "account";
        AskToJoin                "ask_to_join"                "join_request";
        Book                     "book"                       "booking";
        CancelBooking            "cancel_booking"             "booking";
        UndoCancel               "undo_cancel"                "booking";
        CancelSession            "cancel_session"             "session";
        ChangeAccessibility      "change_accessibility"       "accessibility_statement";
        ChangeAccount            "change_account"             "account";
        ChangeActivity           "change_activity"            "activity";
        ChangeAttendanceSettings "change_attendance_settings" "attendance_settings";
        ChangeCentre             "change_centre"              "centre";
        ChangeContact            "change_contact"             "family";
        ChangeFamily             "change_family"              "family";
        ChangeGroup              "change_group"               "target_group";
        ChangeHouseRules         "change_house_rules"         "house_rules";
        ChangeReachSettings      "change_reach_settings"      "reach_settings";
        ChangeParty              "change_party"               "booking";
        ChangePassword           "change_password"            "account";
        ChangeRoom               "change_room"                "room";
        ChangeSession            "change_session"             "session";
        ChangeVenue              "change_venue"               "venue";
        ChangeYouSaid            "change_you_said"            "you_said";
        ChildBorn                "child_born"                 "child";
        ChildEnded               "child_ended"                "child";
        Claim                    "claim"                      "booking";
        CompleteRegister         "complete_register"          "session";
        ConfirmContact           "confirm_contact"            "family";
        ConfirmDetails           "confirm_details"            "family";
        ConfirmTranslations      "confirm_translations"       "language";
        ConfirmNotice            "confirm_notice"             "notice";
        CopyProgramme            "copy_programme"             "centre";
        DismissDuplicate         "dismiss_duplicate"          "possible_duplicate";
        DecideCards              "decide_cards"               "birthday_decision";
        DecideProposal           "decide_proposal"            "contact_proposal";
        DeclineOffer             "decline_offer"              "booking";
        EndAgreement             "end_agreement"              "agreement";
        EndAccess                "end_access"                 "family";
        EndDecisionOnCards       "end_decision_on_cards"      "birthday_decision";
        EndGroup                 "end_group"                  "family";
        EndMembership            "end_membership"             "membership";
        EnrolDevice              "enrol_device"               "door_device";
        EnterCosts               "enter_costs"                "centre";
        EraseGuest               "erase_guest"                "family";
        ErasePlaces              "erase_places"               "family";
        FillNhsNumber            "fill_nhs_number"            "family";
        FreezeReturn             "freeze_return"              "return";
        GiveFeedback             "give_feedback"              "family";
        GiveCard                 "give_card"                  "membership";
        HandOverRegister         "hand_over_register"         "session";
        ImportAreas              "import_areas"               "areas";
        InTouch                  "in_touch"                   "family";
        Join                     "join"                       "family";
        JoinAgain                "join_again"                 "family";
        JoinChildren             "join_children"              "child";
        JoinRecords              "join_records"               "family";
        JoinedInto               "joined_into"                "family";
        JudgeFeedback            "judge_feedback"             "feedback_text";
        KeepOffer                "keep_offer"                 "centre";
        MarkPrinted              "mark_printed"               "centre";
        MoveBooking              "move_booking"               "booking";
        MoveChild                "move_child"                 "child";
        MoveInLine               "move_in_line"               "booking";
        OptOut                   "opt_out"                    "family";
        PlanSession              "plan_session"               "session";
        ProposeContact           "propose_contact"            "family";
        PublishNotice            "publish_notice"             "notice";
        RecordAgreement          "record_agreement"           "agreement";
        RecordCall               "record_call"                "task";
        RecordContact            "record_contact"             "family";
        RecordJoinCall           "record_join_call"           "join_request";
        RecordSupport            "record_support"             "setting_support";
        Refer                    "refer"                      "booking";
        RefreshTokenReused       "refresh_token_reused"       "auth_session";
        ReissueCard              "reissue_card"               "membership";
        PrintBlankCards          "print_blank_cards"          "partner";
        RemoveClosure            "remove_closure"             "closure";
        RemoveLanguage           "remove_language"            "language";
        RemoveTerm               "remove_term"                "term";
        RemoveTrustedAdult       "remove_trusted_adult"       "family";
        RemoveYouSaid            "remove_you_said"            "you_said";
        ResetPassword            "reset_password"             "account";
        RestrictFamily           "restrict_family"            "family";
        ReviewGroup              "review_group"               "family";
        RevokeDevice             "revoke_device"              "door_device";
        RunFeed                  "run_feed"                   "feed";
        SaveMapping              "save_mapping"               "feed_mapping";
        SendMailAgain            "send_mail_again"            "mail";
        SendReturn               "send_return"                "return";
        SetActivityAttendance    "set_activity_attendance"    "activity";
        SetContactKind           "set_contact_kind"           "contact_kind";
        SetReachArea             "set_reach_area"             "centre";
        SettleChildChange        "settle_child_change"        "family";
        SettleFeedback           "settle_feedback"            "feedback_text";
        SignIn                   "sign_in"                    "account";
        SignInByCode             "sign_in_by_code"            "family";
        SayNo                    "say_no"                     "statement";
        State                    "state"                      "family";
        StateGroup               "state_group"                "family";
        StopAlert                "stop_alert"                 "alert";
        StopCards                "stop_cards"                 "family";
        StopFeedback             "stop_feedback"              "family";
        TakeBackRegister         "take_back_register"         "session";
        TakeBirths               "take_births"                "births";
        TakeRegister             "take_register"              "session";
        TakeWorklessBaseline     "take_workless_baseline"     "workless_baseline";
        Told                     "told"                       "membership";
        TranslateNotice          "translate_notice"           "notice";
        UndoJoin                 "undo_join"                  "family";
        Wait                     "wait"                       "booking";
        WithdrawContact          "withdraw_contact"           "family";
        WithdrawReferral         "withdraw_referral"          "booking";
        WithdrawSupport          "withdraw_support"           "setting_support";
        WriteTranslation         "write_translation"          "text";
    }
}
