//! What the organisation counts by, over REST.

use super::settings::{AgeBands, OwnWords, ReachSettings, Style};
use super::{settings_service as service, settings_store as store};
use crate::access::Act;
use crate::fault::Fault;
use crate::text;
use crate::web::{Answer, Api, Body, faults};
use actix_web::{HttpResponse, get, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    SettingsFaults: VersionNeeded, VersionConflict;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(get_reach_settings).service(change_reach_settings);
}

/// What reports on reach are counted by unless a call says otherwise.
#[derive(Serialize, ToSchema)]
pub struct ReachSettingsOut {
    /// Distinct days of contact that make it sustained.
    #[schema(example = 3)]
    pub threshold: usize,
    /// The months of the window up to the report's day.
    #[schema(example = 12)]
    pub window_months: u32,
    /// The share of residents aimed at, in percent.
    #[schema(example = 65)]
    pub target_percent: u64,
    /// Whose words go beside a figure.
    pub style: Style,
    /// What the style is called on reports.
    #[schema(example = "Ofsted 2013-15 style")]
    pub style_label: String,
    /// The organisation's own bands, whether in use or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_words: Option<OwnWordsInOut>,
    /// The preset of age bands.
    pub age_bands: AgeBands,
    /// The bands in words, in order.
    #[schema(example = json!(["0-11 months", "12-23 months", "24-35 months", "36-59 months"]))]
    pub age_band_labels: Vec<&'static str>,
    /// Areas of deciles 1 to this one count as deprived.
    #[schema(example = 3)]
    pub deprived_decile: i32,
    /// How many seconds protecting the small counts of one report for partners or the public may
    /// take. Past it the finest tables are withheld, and the report says so.
    #[schema(example = 20)]
    pub protect_seconds: u32,
}

/// Bands of the organisation's own making.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"label": "Our words", "half": "half",
    "bands": [{"from": 0, "words": "few"}, {"from": 51, "words": "most"}]}))]
pub struct OwnWordsInOut {
    /// What the style is called on reports.
    #[schema(min_length = 1, max_length = 60)]
    pub label: String,
    /// The bands, rising from 0.
    #[schema(max_items = 101)]
    pub bands: Vec<BandInOut>,
    /// The words for 50%, where no band is meant for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 60)]
    pub half: Option<String>,
}

/// One band of words.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BandInOut {
    /// Its first whole percent; it goes up to the next band.
    #[schema(minimum = 0, maximum = 100)]
    pub from: u64,
    /// What is said of it.
    #[schema(example = "large majority", min_length = 1, max_length = 60)]
    pub words: String,
}

/// A change; what is left out stays.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"threshold": 4, "target_percent": 70}))]
pub struct ReachSettingsPatch {
    /// Distinct days of contact that make it sustained, 1 to 50.
    #[schema(minimum = 1, maximum = 50)]
    pub threshold: Option<usize>,
    /// The months of the window, 1 to 60.
    #[schema(minimum = 1, maximum = 60)]
    pub window_months: Option<u32>,
    /// The share of residents aimed at, in percent, 1 to 100.
    #[schema(minimum = 1, maximum = 100)]
    pub target_percent: Option<u64>,
    /// Whose words go beside a figure; `own` needs `own_words`.
    pub style: Option<Style>,
    /// The organisation's own bands.
    pub own_words: Option<OwnWordsInOut>,
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

impl From<OwnWords> for OwnWordsInOut {
    fn from(own: OwnWords) -> OwnWordsInOut {
        let band = |(from, words)| BandInOut { from, words };
        OwnWordsInOut {
            label: own.label,
            bands: own.bands.into_iter().map(band).collect(),
            half: own.half,
        }
    }
}

impl OwnWordsInOut {
    fn words(&self) -> Result<OwnWords, Fault> {
        if self.bands.len() > 20 {
            return Err(Fault::invalid("/own_words/bands", "Use 20 bands at the most."));
        }
        let band =
            |band: &BandInOut| Ok((band.from, text::line("/own_words/bands", &band.words, 60)?));
        Ok(OwnWords {
            label: text::line("/own_words/label", &self.label, 60)?,
            bands: self.bands.iter().map(band).collect::<Result<_, Fault>>()?,
            half: text::maybe_line("/own_words/half", self.half.as_deref(), 60)?,
        })
    }
}

impl ReachSettingsPatch {
    fn apply(&self, own: Option<OwnWords>, settings: &mut ReachSettings) {
        let measure = &mut settings.measure;
        measure.threshold = self.threshold.unwrap_or(measure.threshold);
        measure.window_months = self.window_months.unwrap_or(measure.window_months);
        settings.target_percent = self.target_percent.unwrap_or(settings.target_percent);
        settings.style = self.style.unwrap_or(settings.style);
        settings.own = own.or(settings.own.take());
        settings.age_bands = self.age_bands.unwrap_or(settings.age_bands);
        settings.deprived_decile = self.deprived_decile.unwrap_or(settings.deprived_decile);
        settings.protect_seconds = self.protect_seconds.unwrap_or(settings.protect_seconds);
    }
}

impl ReachSettingsOut {
    fn new(settings: ReachSettings) -> Result<ReachSettingsOut, Fault> {
        Ok(ReachSettingsOut {
            style_label: settings.words().map_err(Fault::internal)?.label,
            threshold: settings.measure.threshold,
            window_months: settings.measure.window_months,
            target_percent: settings.target_percent,
            style: settings.style,
            own_words: settings.own.map(OwnWordsInOut::from),
            age_bands: settings.age_bands,
            age_band_labels: settings.age_bands.labels().to_vec(),
            deprived_decile: settings.deprived_decile,
            protect_seconds: settings.protect_seconds,
        })
    }
}

/// Get what reports on reach are counted by
#[utoipa::path(tag = "reports", responses((status = 200, body = ReachSettingsOut)))]
#[get("/reach-settings")]
async fn get_reach_settings(api: Api) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReports, |tx| {
        let (settings, version) = store::with_version(tx)?;
        Ok(Answer::ok(ReachSettingsOut::new(settings)?).version(version))
    })
    .await
}

/// Change what reports on reach are counted by
///
/// Every report prints what it was counted by; one that was sent keeps what it was made with.
#[utoipa::path(tag = "reports", request_body = ReachSettingsPatch,
    params(("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = ReachSettingsOut), SettingsFaults))]
#[patch("/reach-settings")]
async fn change_reach_settings(
    api: Api,
    body: Body<ReachSettingsPatch>,
) -> Result<HttpResponse, Fault> {
    let version = api.if_match();
    api.write(Act::KeepReach, body, move |tx, patch| {
        let own = patch.own_words.as_ref().map(OwnWordsInOut::words).transpose()?;
        let changed = service::change(tx, &version.clone()?, |settings| patch.apply(own, settings));
        let (settings, version) = changed?;
        Ok(Answer::ok(ReachSettingsOut::new(settings)?).version(version))
    })
    .await
}
