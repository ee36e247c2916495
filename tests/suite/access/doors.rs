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
#[allow(unused_imports, reason = "until a public operation exists")]
use Door::Public;

pub const DOORS: &[(&str, Door)] = &[
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
