//! What a person is to the organisation.

use crate::base::text_enum::text_enum;

text_enum! {
    /// A person's role in the organisation. One person may hold several.
    Role {
        Parent = "parent",
        Volunteer = "volunteer",
        FrontDesk = "front_desk",
        Staff = "staff",
        Manager = "manager",
        Professional = "professional",
        Administrator = "administrator",
        /// Restricted records are for this role.
        SafeguardingLead = "safeguarding_lead",
    }
}
