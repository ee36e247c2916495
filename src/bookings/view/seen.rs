//! A session as one caller sees it.

use super::kept::Standing;
use super::sight::Sight;
use super::work_out::Figures;
use crate::sessions::Planned;
use std::sync::Arc;

/// A session as it stands, for somebody who may know this much of it.
pub(crate) struct SessionStanding {
    standing: Arc<Standing>,
    figures: Figures,
    /// Whether the caller's family has a booking there.
    pub is_own: bool,
}

impl SessionStanding {
    pub(super) fn of(standing: &Arc<Standing>, sight: Sight) -> SessionStanding {
        let figures = match sight {
            Sight::Staff | Sight::Desk => standing.counted,
            Sight::Professional | Sight::Family => standing.told,
        };
        SessionStanding { standing: standing.clone(), figures, is_own: false }
    }

    pub(super) fn owned(self, is_own: bool) -> SessionStanding {
        SessionStanding { is_own, ..self }
    }

    pub(crate) fn planned(&self) -> &Planned {
        &self.standing.planned
    }

    /// What is left for referred parties and staff.
    pub(crate) fn places_left(&self) -> i32 {
        self.figures.places_left
    }

    /// What is left for everyone: what families see.
    pub(crate) fn public_places_left(&self) -> i32 {
        self.figures.public_places_left
    }

    /// Parties in line.
    pub(crate) fn waiting(&self) -> usize {
        self.figures.waiting
    }
}
