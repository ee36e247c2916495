//! The whole policy: role and act in, how far it reaches out. Pure; printed as a matrix by a test.

use super::Role;

/// How far a role's permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    No,
    Everywhere,
    OwnCentres,
    OwnFamily,
    OwnTeam,
    /// A register that staff handed over, until its session ends.
    HandedOver,
}

impl Grant {
    pub fn as_str(self) -> &'static str {
        match self {
            Grant::No => "-",
            Grant::Everywhere => "everywhere",
            Grant::OwnCentres => "own centres",
            Grant::OwnFamily => "own family",
            Grant::OwnTeam => "own team",
            Grant::HandedOver => "handed over",
        }
    }
}

macro_rules! acts {
    ($($act:ident $sentence:literal;)+) => {
        /// What can be asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Act { $($act),+ }

        impl Act {
            pub const ALL: &'static [Act] = &[$(Act::$act),+];
            /// Completes "Your roles do not allow you to …".
            pub fn sentence(self) -> &'static str { match self { $(Act::$act => $sentence),+ } }
        }
    };
}

acts! {
    SeeSelf              "see your account";
    ManageAccounts       "manage accounts";
    ManagePartners       "manage partners";
    ManageCentres        "manage centres";
    ManageTargetGroups   "manage target groups";
    SeeTargetGroups      "see target groups";
    SeeMailLog           "see what mail was sent";
    SendMailAgain        "send a message again";
    SeeCentres           "see centres";
    SeeProgramme         "see activities, terms and closures";
    SeeReleasePlan       "see how places are released";
    KeepCalendar         "edit terms and closures";
    Plan                 "plan activities and sessions";
    SeeSessions          "see sessions";
    MakeFamily           "create a family record";
    SeeFamily            "see a family record";
    ChangeFamily         "change a family record";
    SettleRequests       "settle requests about children from families";
    StateGroups          "record target groups";
    RestrictFamily       "restrict a family record";
    SeeMembership        "see a membership";
    IssueCard            "issue a card";
    CheckCard            "check the code of a card";
    KeepOffer            "edit what a centre offers";
    EndMembership        "end a membership";
    KeepNotices          "edit notices and what goes out as a service message";
    SeeCandidates        "see possible duplicates";
    JoinRecords          "merge records";
    RunFeed              "send a feed";
    ImportHeadCounts     "import past head-counts";
    SeeFeeds             "see feeds and the families to tell";
    SeePrintList         "see the print list";
    SeeReports           "see reports";
    SeePartnerReports    "see reports about partners";
    ManageAreas          "manage areas";
    SeeAreas             "see areas";
    Book                 "book a place";
    Refer                "refer a family";
    WithdrawReferral     "withdraw a referral";
    SeeReferrals         "see referrals";
    SeeBooking           "see a booking";
    ChangeBooking        "cancel or move a booking";
    AnswerOffer          "answer an offer";
    SeeLine              "see the waiting list";
    MoveInLine           "move somebody on the waiting list";
    AskAlert             "ask to be told when booking opens";
    SeeTasks             "see the call list";
    DoTasks              "record a call";
    SeeTwoPlaces         "see that a child has two places at one time";
    SeeRegister          "see a register";
    TakeRegister         "take a register";
    KeepRegister         "complete a register, correct it or hand it over";
    SeeBuilding          "see who is in the building";
    KeepAttendance       "edit the attendance settings";
    SeeContacts          "see contacts";
    RecordContact        "record a contact";
    KeepReach            "edit what counts for reach";
    SeeReachRows         "see the children behind a figure";
    KeepReturns          "manage returns";
    TakeExtract          "take a pseudonymised extract";
}

pub fn grant(role: Role, act: Act) -> Grant {
    match role {
        Role::Parent => parent(act),
        Role::Volunteer => volunteer(act),
        Role::FrontDesk => front_desk(act),
        Role::Staff => staff(act),
        Role::Manager => manager(act),
        Role::Professional => professional(act),
        Role::Administrator => administrator(act),
        Role::SafeguardingLead => safeguarding_lead(act),
    }
}

/// Whose role opens a restricted record at all: its own family's, and the safeguarding lead's.
pub fn opens_restricted(role: Role) -> bool {
    match role {
        Role::Parent | Role::SafeguardingLead => true,
        Role::Volunteer
        | Role::FrontDesk
        | Role::Staff
        | Role::Manager
        | Role::Professional
        | Role::Administrator => false,
    }
}

fn parent(act: Act) -> Grant {
    match act {
        Act::SeeSelf | Act::SeeCentres | Act::SeeSessions => Grant::Everywhere,
        Act::SeeFamily
        | Act::ChangeFamily
        | Act::SeeMembership
        | Act::EndMembership
        | Act::Book
        | Act::SeeBooking
        | Act::ChangeBooking
        | Act::AnswerOffer
        | Act::AskAlert => Grant::OwnFamily,
        _ => Grant::No,
    }
}

/// A register that staff hand over is all a volunteer works with.
fn volunteer(act: Act) -> Grant {
    match act {
        Act::SeeSelf | Act::SeeCentres => Grant::Everywhere,
        Act::SeeRegister | Act::TakeRegister => Grant::HandedOver,
        _ => Grant::No,
    }
}

fn front_desk(act: Act) -> Grant {
    match act {
        Act::SeeSelf | Act::SeeCentres | Act::SeeProgramme | Act::SeeSessions | Act::CheckCard => {
            Grant::Everywhere
        }
        Act::MakeFamily
        | Act::SeeFamily
        | Act::SeeMembership
        | Act::IssueCard
        | Act::EndMembership
        | Act::Book
        | Act::SeeBooking
        | Act::ChangeBooking
        | Act::AnswerOffer
        | Act::SeeTasks
        | Act::DoTasks
        | Act::SeeRegister
        | Act::TakeRegister
        | Act::KeepRegister
        | Act::SeeBuilding => Grant::OwnCentres,
        _ => Grant::No,
    }
}

fn staff(act: Act) -> Grant {
    match act {
        Act::SeeSelf
        | Act::SeeCentres
        | Act::SeeProgramme
        | Act::SeeReleasePlan
        | Act::SeeSessions
        | Act::SeeTargetGroups
        | Act::CheckCard
        | Act::SeeAreas => Grant::Everywhere,
        Act::KeepCalendar
        | Act::Plan
        | Act::MakeFamily
        | Act::SeeFamily
        | Act::ChangeFamily
        | Act::SettleRequests
        | Act::StateGroups
        | Act::SeeMembership
        | Act::IssueCard
        | Act::KeepOffer
        | Act::EndMembership
        | Act::SeeCandidates
        | Act::JoinRecords
        | Act::RunFeed
        | Act::ImportHeadCounts
        | Act::SeeFeeds
        | Act::SeePrintList
        | Act::SeeReports
        | Act::Book
        | Act::WithdrawReferral
        | Act::SeeBooking
        | Act::ChangeBooking
        | Act::AnswerOffer
        | Act::SeeLine
        | Act::MoveInLine
        | Act::SeeTasks
        | Act::DoTasks
        | Act::SeeTwoPlaces
        | Act::SeeRegister
        | Act::TakeRegister
        | Act::KeepRegister
        | Act::SeeBuilding
        | Act::SeeContacts
        | Act::RecordContact
        | Act::SeeReachRows => Grant::OwnCentres,
        _ => Grant::No,
    }
}

fn manager(act: Act) -> Grant {
    match act {
        Act::SeeSelf
        | Act::SeeCentres
        | Act::SeeProgramme
        | Act::SeeReleasePlan
        | Act::SeeSessions
        | Act::SeeTargetGroups
        | Act::ManageTargetGroups
        | Act::KeepNotices
        | Act::SeeFeeds
        | Act::SeeReports
        | Act::SeePartnerReports
        | Act::SeeAreas
        | Act::KeepReach
        | Act::KeepAttendance
        | Act::KeepReturns
        | Act::TakeExtract => Grant::Everywhere,
        _ => Grant::No,
    }
}

fn professional(act: Act) -> Grant {
    match act {
        Act::SeeSelf
        | Act::SeeCentres
        | Act::SeeSessions
        | Act::SeeTargetGroups
        | Act::MakeFamily
        | Act::Refer => Grant::Everywhere,
        Act::SeeFamily
        | Act::EndMembership
        | Act::SeeReferrals
        | Act::WithdrawReferral
        | Act::RunFeed
        | Act::RecordContact => Grant::OwnTeam,
        _ => Grant::No,
    }
}

fn administrator(act: Act) -> Grant {
    match act {
        Act::SeeSelf
        | Act::SeeCentres
        | Act::SeeProgramme
        | Act::SeeReleasePlan
        | Act::ManageAccounts
        | Act::ManagePartners
        | Act::ManageCentres
        | Act::KeepCalendar
        | Act::SeeTargetGroups
        | Act::SeeMailLog
        | Act::SendMailAgain
        | Act::KeepNotices
        | Act::KeepAttendance
        | Act::KeepOffer
        | Act::SeePartnerReports
        | Act::ManageAreas
        | Act::SeeAreas => Grant::Everywhere,
        _ => Grant::No,
    }
}

/// Restricted records are this role's; of everybody else's it is what staff are everywhere.
fn safeguarding_lead(act: Act) -> Grant {
    match act {
        Act::SeeSelf
        | Act::SeeCentres
        | Act::SeeProgramme
        | Act::SeeReleasePlan
        | Act::SeeSessions
        | Act::SeeTargetGroups
        | Act::SeeFamily
        | Act::ChangeFamily
        | Act::SettleRequests
        | Act::StateGroups
        | Act::RestrictFamily
        | Act::SeeMembership
        | Act::IssueCard
        | Act::CheckCard
        | Act::EndMembership
        | Act::SeeCandidates
        | Act::JoinRecords
        | Act::SeeBooking
        | Act::SeeTasks
        | Act::DoTasks
        | Act::SeeTwoPlaces
        | Act::SeeContacts
        | Act::RecordContact => Grant::Everywhere,
        _ => Grant::No,
    }
}
