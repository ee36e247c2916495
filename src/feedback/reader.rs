//! Who may read what a family wrote: staff of the centre it was written to; where the family's
//! record is restricted, or a safeguarding concern was found in it, safeguarding leads alone.

use crate::access::{Actor, Role};
use crate::base::free_text::Finding;
use crate::base::id::CentreId;

/// What somebody may read, by all their roles.
#[derive(Clone, Debug)]
pub(crate) struct TextReader {
    /// As staff; `None`: at every centre.
    pub centres: Option<Vec<CentreId>>,
    pub is_lead: bool,
}

impl TextReader {
    pub(crate) fn of(actor: &Actor) -> TextReader {
        let staff = actor.roles.iter().filter(|held| held.role == Role::Staff);
        TextReader {
            centres: staff.map(|held| held.centre.clone()).collect(),
            is_lead: actor.has(Role::SafeguardingLead),
        }
    }

    pub(crate) fn may_read(
        &self,
        centre: &CentreId,
        restricted: bool,
        finding: Option<Finding>,
    ) -> bool {
        match restricted || finding == Some(Finding::Concern) {
            true => self.is_lead,
            false => self.centres.as_ref().is_none_or(|own| own.contains(centre)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::RoleAt;

    fn reader(roles: &[(Role, Option<&str>)]) -> TextReader {
        let roles = roles
            .iter()
            .map(|(role, centre)| RoleAt { role: *role, centre: centre.map(CentreId::from) });
        let mut actor = Actor::default();
        actor.roles = roles.collect();
        TextReader::of(&actor)
    }

    #[test]
    fn staff_read_their_centres_and_leads_what_is_theirs_alone() {
        let (here, lead) = ((Role::Staff, Some("here")), (Role::SafeguardingLead, None));
        // What they may read: of an open record; of a restricted one; a concern.
        for (roles, open, theirs) in [
            (vec![here], true, false),
            (vec![(Role::Staff, None)], true, false),
            (vec![(Role::Staff, Some("there"))], false, false),
            (vec![(Role::FrontDesk, Some("here"))], false, false),
            (vec![(Role::Manager, None)], false, false),
            (vec![(Role::Administrator, None)], false, false),
            (vec![(Role::Parent, None)], false, false),
            (vec![lead], false, true),
            (vec![here, lead], true, true),
        ] {
            let (reader, centre) = (reader(&roles), CentreId::from("here"));
            for finding in [None, Some(Finding::Nothing), Some(Finding::FollowUp)] {
                assert_eq!(reader.may_read(&centre, false, finding), open, "{roles:?} {finding:?}");
                assert_eq!(reader.may_read(&centre, true, finding), theirs, "{roles:?}");
            }
            let concern = Some(Finding::Concern);
            assert_eq!(reader.may_read(&centre, false, concern), theirs, "{roles:?}");
        }
    }
}
