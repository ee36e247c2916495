//! Every operation of the API and who may pass: anybody, whoever holds a secret, or the
//! roles that the policy gives an act.

use firstplace::access::Act;

pub enum Door {
    /// No token asked.
    Public,
    /// A token, whatever the role.
    Act(Act),
}

use Door::Act as Needs;
use Door::Public;

pub const DOORS: &[(&str, Door)] = &[
    ("create_token", Public),
    ("refresh_token", Public),
    ("ask_password_reset", Public),
    ("confirm_password_reset", Public),
    ("sign_out", Needs(Act::SeeSelf)),
    ("get_me", Needs(Act::SeeSelf)),
    ("list_accounts", Needs(Act::ManageAccounts)),
    ("add_account", Needs(Act::ManageAccounts)),
    ("get_account", Needs(Act::ManageAccounts)),
    ("change_account", Needs(Act::ManageAccounts)),
    ("list_partners", Needs(Act::ManagePartners)),
    ("add_partner", Needs(Act::ManagePartners)),
    ("list_centres", Needs(Act::SeeCentres)),
    ("get_centre", Needs(Act::SeeCentres)),
    ("add_centre", Needs(Act::ManageCentres)),
    ("list_venues", Needs(Act::SeeProgramme)),
    ("add_venue", Needs(Act::Plan)),
    ("add_room", Needs(Act::Plan)),
    ("list_activities", Needs(Act::SeeProgramme)),
    ("add_activity", Needs(Act::Plan)),
    ("get_activity", Needs(Act::SeeProgramme)),
    ("change_activity", Needs(Act::Plan)),
    ("list_terms", Needs(Act::SeeProgramme)),
    ("add_term", Needs(Act::KeepCalendar)),
    ("remove_term", Needs(Act::KeepCalendar)),
    ("list_closures", Needs(Act::SeeProgramme)),
    ("add_closure", Needs(Act::KeepCalendar)),
    ("remove_closure", Needs(Act::KeepCalendar)),
    ("add_series", Needs(Act::Plan)),
    ("get_series", Needs(Act::Plan)),
    ("announce_series", Needs(Act::Plan)),
    ("add_course", Needs(Act::Plan)),
    ("get_course", Needs(Act::Plan)),
    ("announce_course", Needs(Act::Plan)),
    ("copy_programme", Needs(Act::Plan)),
    ("list_families", Needs(Act::SeeFamily)),
    ("add_family", Needs(Act::MakeFamily)),
    ("get_family", Needs(Act::SeeFamily)),
    ("state_group", Needs(Act::StateGroups)),
    ("end_group", Needs(Act::StateGroups)),
    ("list_target_groups", Needs(Act::SeeTargetGroups)),
    ("change_target_group", Needs(Act::ManageTargetGroups)),
    ("list_mail", Needs(Act::SeeMailLog)),
    ("retry_mail", Needs(Act::SendMailAgain)),
];
