//! Whether most of those who came in the window are in a target group.

use super::cells::Figures;
use super::plan::Plan;
use super::report::BalanceLine;
use crate::db::Tx;
use crate::fault::Fault;
use crate::reach::balance::Balance;

pub fn whole(_tx: &mut Tx, plan: &Plan) -> Result<BalanceLine, Fault> {
    let figures = Figures { words: &plan.words, target_percent: plan.target_percent };
    let balance = Balance::default();
    Ok(BalanceLine {
        key: String::new(),
        label: "All".to_owned(),
        target: figures.share(balance.target, Some(balance.all())),
        not_target: figures.share(balance.not_target, Some(balance.all())),
        unknown: figures.share(balance.unknown, Some(balance.all())),
        percent_of_known: figures.share(balance.target, Some(balance.known())),
        percent_of_all: figures.share(balance.target, Some(balance.all())),
        claim: balance.claim(),
    })
}
