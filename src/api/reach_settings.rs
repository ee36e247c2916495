//! The reach settings over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::text;
use crate::reach::proportion::{WordBand, Words};
use crate::reach::settings::{AgeBands, ReachSettings, Style};
use crate::settings::{service, store};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::{get, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    SettingsFaults: VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_reach_settings).service(change_reach_settings);
}

/// The settings of reach reports, unless a call overrides them.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReachSettingsOut {
    /// Number of distinct contact days that count as sustained contact.
    #[schema(example = 3)]
    pub threshold: usize,
    /// The length of the window in months, up to the report's day.
    #[schema(example = 12)]
    pub window_months: u32,
    /// The target share of residents, in percent.
    #[schema(example = 65)]
    pub target_percent: u64,
    /// Whose words describe figures.
    pub style: Style,
    /// The name of the style on reports.
    #[schema(example = "Ofsted 2013-15 style")]
    pub style_label: String,
    /// The organisation's own bands, whether in use or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_words: Option<Words>,
    /// The preset of age bands.
    pub age_bands: AgeBands,
    /// The bands in words, in order.
    #[schema(example = json!(["0-11 months", "12-23 months", "24-35 months", "36-59 months"]))]
    pub age_band_labels: Vec<&'static str>,
    /// Areas of deciles 1 to this one count as deprived.
    #[schema(example = 3)]
    pub deprived_decile: i32,
    /// How many seconds protecting the small counts of one report for partners or the public may
    /// take. After that the finest tables are withheld, and the report says so.
    #[schema(example = 20)]
    pub protect_seconds: u32,
}

/// A change; fields left out stay as they are.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"threshold": 4, "target_percent": 70}))]
pub(crate) struct ReachSettingsPatch {
    /// Number of distinct contact days that count as sustained contact, 1 to 50.
    #[schema(minimum = 1, maximum = 50)]
    pub threshold: Option<usize>,
    /// The months of the window, 1 to 60.
    #[schema(minimum = 1, maximum = 60)]
    pub window_months: Option<u32>,
    /// The target share of residents, in percent, 1 to 100.
    #[schema(minimum = 1, maximum = 100)]
    pub target_percent: Option<u64>,
    /// Whose words describe figures; `own` needs `own_words`.
    pub style: Option<Style>,
    /// The organisation's own bands.
    pub own_words: Option<Words>,
    /// The preset of age bands.
    pub age_bands: Option<AgeBands>,
    /// Areas of deciles 1 to this one count as deprived, 1 to 10.
    #[schema(minimum = 1, maximum = 10)]
    pub deprived_decile: Option<i32>,
    /// How many seconds protecting one report may take, 0 to 600; with 0 its tables are always
    /// withheld.
    #[schema(minimum = 0, maximum = 600)]
    pub protect_seconds: Option<u32>,
}

/// The bands as they are kept: each text is one line.
fn cleaned(own: &Words) -> Result<Words> {
    if own.bands.len() > 20 {
        return Err(Fault::invalid("/own_words/bands", "Use at most 20 bands."));
    }
    let band = |band: &WordBand| {
        let words = text::line("/own_words/bands", &band.words, 60)?;
        Ok(WordBand { from: band.from, words })
    };
    Ok(Words {
        label: text::line("/own_words/label", &own.label, 60)?,
        bands: own.bands.iter().map(band).collect::<Result<_>>()?,
        half: text::maybe_line("/own_words/half", own.half.as_deref(), 60)?,
    })
}

impl ReachSettingsPatch {
    fn apply(&self, own: Option<Words>, settings: &mut ReachSettings) {
        let measure = &mut settings.measure;
        measure.threshold = self.threshold.unwrap_or(measure.threshold);
        measure.window_months = self.window_months.unwrap_or(measure.window_months);
        settings.target_percent = self.target_percent.unwrap_or(settings.target_percent);
        settings.style = self.style.unwrap_or(settings.style);
        settings.own_words = own.or(settings.own_words.take());
        settings.age_bands = self.age_bands.unwrap_or(settings.age_bands);
        settings.deprived_decile = self.deprived_decile.unwrap_or(settings.deprived_decile);
        settings.protect_seconds = self.protect_seconds.unwrap_or(settings.protect_seconds);
    }
}

impl ReachSettingsOut {
    fn new(settings: ReachSettings) -> Result<ReachSettingsOut> {
        Ok(ReachSettingsOut {
            style_label: settings.words().map_err(Fault::internal)?.label,
            threshold: settings.measure.threshold,
            window_months: settings.measure.window_months,
            target_percent: settings.target_percent,
            style: settings.style,
            own_words: settings.own_words,
            age_bands: settings.age_bands,
            age_band_labels: settings.age_bands.labels().to_vec(),
            deprived_decile: settings.deprived_decile,
            protect_seconds: settings.protect_seconds,
        })
    }
}

/// Get the reach settings
#[utoipa::path(tag = "reports", responses((status = 200, body = ReachSettingsOut)))]
#[get("/reach-settings")]
async fn get_reach_settings(api: Api) -> ApiResult {
    api.read(Act::SeeReports, |tx| {
        let (settings, version) = store::with_version(tx)?;
        Ok(Answer::ok(ReachSettingsOut::new(settings)?).version(version))
    })
    .await
}

/// Change the reach settings
///
/// Every report prints the settings it used; a report that was sent keeps them.
#[utoipa::path(tag = "reports", request_body = ReachSettingsPatch,
    params(("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = ReachSettingsOut), SettingsFaults))]
#[patch("/reach-settings")]
async fn change_reach_settings(api: Api, body: Body<ReachSettingsPatch>) -> ApiResult {
    let version = api.if_match();
    api.write(Act::KeepReach, body, move |tx, patch| {
        let own = patch.own_words.as_ref().map(cleaned).transpose()?;
        let changed = service::change(tx, &version.clone()?, |settings| patch.apply(own, settings));
        let (settings, version) = changed?;
        Ok(Answer::ok(ReachSettingsOut::new(settings)?).version(version))
    })
    .await
}
