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

use Grant::{Everywhere as A, HandedOver as H, OwnCentres as C, OwnFamily as F, OwnTeam as T};

/// A cell of the table below.
macro_rules! cell {
    (-) => {
        Grant::No
    };
    ($grant:ident) => {
        $grant
    };
}

macro_rules! acts {
    ($($act:ident
        $parent:tt $volunteer:tt $desk:tt $staff:tt $manager:tt $professional:tt $admin:tt $lead:tt
        $sentence:literal;)+) => {
        /// What can be asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Act { $($act),+ }

        impl Act {
            pub const ALL: &'static [Act] = &[$(Act::$act),+];
            /// Completes "Your roles do not allow you to …".
            pub fn sentence(self) -> &'static str { match self { $(Act::$act => $sentence),+ } }
        }

        pub fn grant(role: Role, act: Act) -> Grant {
            match (act, role) {
                $((Act::$act, Role::Parent) => cell!($parent),
                (Act::$act, Role::Volunteer) => cell!($volunteer),
                (Act::$act, Role::FrontDesk) => cell!($desk),
                (Act::$act, Role::Staff) => cell!($staff),
                (Act::$act, Role::Manager) => cell!($manager),
                (Act::$act, Role::Professional) => cell!($professional),
                (Act::$act, Role::Administrator) => cell!($admin),
                (Act::$act, Role::SafeguardingLead) => cell!($lead),)+
            }
        }
    };
}

// An act, how far it reaches for each role, and its sentence. A: everywhere, C: own centres, F: own
// family, T: own team, H: a register that was handed over. A volunteer works with nothing but what
// was handed over; restricted records are the safeguarding lead's.
acts! {
//  act, and by role: parent, volunteer, desk, staff, manager, professional, administrator, lead
    SeeSelf              A A A A A A A A  "see your account";
    ManageAccounts       - - - - - - A -  "manage accounts";
    ManagePartners       - - - - - - A -  "manage partners";
    ManageCentres        - - - - - - A -  "manage centres";
    ManageDevices        - - - - - - A -  "enrol devices of the door";
    ManageTargetGroups   - - - - A - - -  "manage target groups";
    SeeTargetGroups      - - - A A A A A  "see target groups";
    SeeMailLog           - - - - - - A -  "see what mail was sent";
    SendMailAgain        - - - - - - A -  "send a message again";
    SeeTextCosts         - - - - A - A -  "see what texts cost";
    SeeCentres           A A A A A A A A  "see centres";
    SeeProgramme         - - A A A - A A  "see activities, terms and closures";
    SeeReleasePlan       - - - A A - A A  "see how places are released";
    KeepCalendar         - - - C - - A -  "edit terms and closures";
    Plan                 - - - C - - - -  "plan activities and sessions";
    SeeSessions          A - A A A A - A  "see sessions";
    MakeFamily           - - C C - A - -  "create a family record";
    SeeFamily            F - C C - T - A  "see a family record";
    ChangeFamily         F - - C - - - A  "change a family record";
    SettleRequests       - - - C - - - A  "settle requests about children from families";
    EndAccess            - - - C - - - A  "end a carer's access";
    StateGroups          - - - C - - - A  "record target groups";
    RestrictFamily       - - - - - - - A  "restrict a family record";
    SeeMembership        F - C C - - - A  "see a membership";
    IssueCard            - - C C - - - A  "issue a card";
    GiveCard             - - - - - T - -  "print blank cards and give them to families";
    CheckCard            - - A A - - - A  "check the code of a card";
    KeepOffer            - - - C - - A -  "edit what a centre offers";
    EndMembership        F - C C - T - A  "end a membership";
    SeeTold              F - - - - - - -  "see what a parent told us";
    AskForRecord         F - - - - - - -  "ask for everything that is held about a family";
    KeepNotices          - - - - A - A -  "edit notices and what goes out as a service message";
    KeepStatement        - - - - - - A -  "edit the accessibility statement";
    Translate            - - - - - - A -  "translate what parents read";
    KeepRules            - - - - A - A -  "edit the house rules";
    SeeCandidates        - - - C - - - A  "see possible duplicates";
    JoinRecords          - - - C - - - A  "merge records";
    RunFeed              - - - C - T - -  "send a feed";
    ImportHeadCounts     - - - C - - - -  "import past head-counts";
    SeeFeeds             - - - C A - - -  "see feeds and the families to tell";
    SeePrintList         - - - C - - - -  "see the print list";
    SeeReports           - - - C A - - -  "see reports";
    SeePartnerReports    - - - - A - A -  "see reports about partners";
    ManageAreas          - - - - - - A -  "manage areas";
    SeeAreas             - - - A A - A -  "see areas";
    Book                 F - C C - - - -  "book a place";
    Refer                - - - - - A - -  "refer a family";
    WithdrawReferral     - - - C - T - -  "withdraw a referral";
    SeeReferrals         - - - - - T - -  "see referrals";
    SeeBooking           F - C C - - - A  "see a booking";
    ChangeBooking        F - C C - - - -  "cancel or move a booking";
    AnswerOffer          F - C C - - - -  "answer an offer";
    SeeLine              - - - C - - - -  "see the waiting list";
    MoveInLine           - - - C - - - -  "move somebody on the waiting list";
    AskAlert             F - - - - - - -  "ask to be told when booking opens";
    AskOwnFeed           F - - - - - - -  "ask for a calendar feed of your places";
    SeeTasks             - - C C - - - A  "see the call list";
    DoTasks              - - C C - - - A  "record a call";
    SeeTwoPlaces         - - - C - - - A  "see that a child has two places at one time";
    SeeRegister          - H C C - - - -  "see a register";
    TakeRegister         - H C C - - - -  "take a register";
    KeepRegister         - - C C - - - -  "complete a register, correct it or hand it over";
    SeeBuilding          - - C C - - - -  "see who is in the building";
    KeepAttendance       - - - - A - A -  "edit the attendance settings";
    GiveFeedback         F - - - - - - -  "say how a session was";
    ReadFeedback         - - - C - - - A  "read what families wrote";
    KeepYouSaid          - - - C - - - -  "write what a centre changed for families";
    SeeContacts          - - - C - - - A  "see contacts";
    RecordContact        - - - C - T - A  "record a contact";
    KeepReach            - - - - A - - -  "edit what counts for reach";
    SeeReachRows         - - - C - - - -  "see the children behind a figure";
    KeepReturns          - - - - A - - -  "manage returns";
    TakeExtract          - - - - A - - -  "take a pseudonymised extract";
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
